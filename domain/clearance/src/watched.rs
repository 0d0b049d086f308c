//! What those who watch a case are told: whatever happens in it that they read, and that their inbox does not tell them already.

use crate::history::one_fact;
use crate::sight::sight_of;
use crate::telling::organisations;
use crate::{Application, ApplicationFact, Deed, Happened, News, Notice, Party};
use act::Recorded;

/// What each party is told of a fact, and beside them those who watch the case, from the application before it and after it.
#[must_use]
pub fn notices(
    before: &Application,
    after: &Application,
    recorded: &Recorded<ApplicationFact>,
) -> Vec<Notice> {
    let mut told = organisations(before, after, recorded);
    let watched = watched((before, after), recorded, &told);
    told.extend(watched);
    told
}

/// What the watchers of a case are told of a fact, beside what was told of it to the organisations that they work for.
fn watched(
    (before, after): (&Application, &Application),
    recorded: &Recorded<ApplicationFact>,
    told: &[Notice],
) -> Vec<Notice> {
    if after.watchers.is_empty() {
        return vec![];
    }
    let happened = one_fact(before, after, recorded);
    let Some((news, happened)) = happened.and_then(|one| Some((news(&one)?, one))) else {
        return vec![];
    };
    let actor = &recorded.by.actor;
    let mut all = vec![];
    for watcher in after.watchers.now() {
        let Some(party) = Party::of(watcher.role) else {
            continue;
        };
        let is_told = |one: &Notice| one.to == watcher.organisation && one.party == party;
        let did_it = watcher.person == actor.person && !actor.is_rule();
        let Some(sight) = sight_of(after, watcher.organisation, watcher.role) else {
            continue;
        };
        let stands = (sight, watcher.organisation);
        let reading = happened.reading(after, stands);
        if did_it || !reading.reads || told.iter().any(is_told) {
            continue;
        }
        all.push(Notice {
            to: watcher.organisation,
            party,
            news,
            authority: happened.authority.clone(),
            condition: happened.condition,
            days: happened.days,
            share: happened.share.filter(|_| reading.hears),
            by: None,
            watcher: Some(watcher.person),
        });
    }
    all
}

/// As what it is told. What is told in the words of its own stands in the history of the case.
fn news(happened: &Happened) -> Option<News> {
    Some(match happened.deed {
        // That conditions are to be seen to is said to whoever sees to them.
        Deed::News(News::OwnerNamed) | Deed::OwnerNamed => News::Watched,
        Deed::News(news) | Deed::Letter(news) => news,
        Deed::Recommended(_) => News::Recommended,
        Deed::ConditionShown => News::ConditionShown,
        Deed::PermitIssued => News::Permitted,
        Deed::Reported => News::AfterReport,
        // The permit that takes its place follows, and is told of. That someone began to read is nothing to know of.
        Deed::PermitReplaced | Deed::ReviewBegun => return None,
        Deed::ItemsAnswered
        | Deed::ItemsTakenBack
        | Deed::AdviceAsked
        | Deed::AdviceGiven(_)
        | Deed::AdviceWithdrawn => News::Watched,
    })
}
