//! Conditions in words: what each demands, when it is to be kept, who demands it, and which of them contradict each other.

use crate::site::Site;
use crate::wording::{bound_to, short_name};
use crate::{Language, Text};
use act::AuthorityId;
use clearance::{
    Application, Condition, ConditionTerms, Contradiction, Demand, InLibrary, Limit, Permit, PermitContent,
    PermitDecision, Phase, TakenFrom,
};
use jiff::civil::Time;
use rulebook::Rulebook;
use std::sync::Arc;

/// A condition, and who demands it.
pub(crate) struct ConditionLine {
    pub text: String,
    /// When it is to be kept; empty while the event lasts.
    pub when: String,
    pub authority: String,
}

impl ConditionLine {
    /// What is demanded, with when, where that is not the event itself.
    pub(crate) fn with_when(&self, t: Text) -> String {
        timed(t, self.text.clone(), self.when.clone())
    }
}

/// The hours of an event, by which it is told of which day a time is.
pub(crate) type Hours = (Time, Time);

/// What the conditions of a case are told with: the hours by which a time is of the next morning, and the rulebook that says what
/// was taken from it in every language.
#[derive(Clone, Default)]
pub(crate) struct Told {
    pub hours: Option<Hours>,
    pub rulebook: Option<Arc<Rulebook>>,
}

impl Told {
    /// What the rulebook says of a condition that was taken from it as it stands there.
    fn in_library(&self, t: Text, terms: &ConditionTerms) -> Option<String> {
        let taken = terms.taken_from.as_ref().filter(|one| !one.reworded)?;
        let all = &self.rulebook.as_ref()?.attachments().conditions;
        let words = all.get(&taken.condition)?.text.in_language(t.language().tag());
        Some(words.trim().to_owned())
    }
}

/// What the conditions of an application are told with.
pub(crate) fn told(site: &Site, application: &Application) -> Told {
    let event = application.submission.as_ref().map(|one| &one.event);
    Told {
        hours: event.map(|event| (event.from, event.until)),
        rulebook: bound_to(site, application),
    }
}

/// What a condition demands, in the reader's language where it binds something or is the rulebook's, else in the words of whoever
/// set it.
pub(crate) fn condition_words(t: Text, condition: &Condition, told: &Told) -> String {
    words(t, condition.text.as_str(), &condition.terms, told)
}

fn words(t: Text, text: &str, terms: &ConditionTerms, told: &Told) -> String {
    let limit = terms.limit.as_ref();
    let limit = limit.map(|limit| limit_words(t, limit, told.hours));
    match (&terms.taken_from, limit) {
        (None, Some(limit)) => limit,
        (None, None) => text.to_owned(),
        // Where its words were changed, or the rulebook is not here, what it binds stands in its text already.
        (Some(_), limit) => match told.in_library(t, terms) {
            Some(words) => with_limit(t, &words, limit.as_deref()),
            None => text.to_owned(),
        },
    }
}

/// A condition of the rulebook as an authority sets it that leaves it as it stands, in a language; none, where the rulebook leaves
/// open what it binds.
#[must_use]
pub fn as_it_stands(language: Language, one: &InLibrary<'_>, application: &Application) -> Option<Condition> {
    if one.condition.limit.is_some() && one.limit.is_none() {
        return None;
    }
    let t = Text::of(language);
    let event = application.submission.as_ref().map(|one| &one.event);
    let hours = event.map(|event| (event.from, event.until));
    let limit = one.limit.as_ref().map(|limit| limit_words(t, limit, hours));
    let words = one.condition.text.in_language(language.tag()).trim();
    let text = act::Text::new(&with_limit(t, words, limit.as_deref())).ok()?;
    let taken_from = TakenFrom {
        condition: one.id.to_owned(),
        rulebook: application.rulebook.clone(),
        reworded: false,
    };
    let terms = ConditionTerms {
        phase: one.phase,
        shown_by: one.shown_by,
        limit: one.limit.clone(),
        taken_from: Some(taken_from),
    };
    Some(Condition { text, terms })
}

/// The words of a condition, and behind them what it binds.
pub(crate) fn with_limit(t: Text, words: &str, limit: Option<&str>) -> String {
    let Some(limit) = limit else {
        return words.to_owned();
    };
    let both = [("condition", words.into()), ("limit", limit.into())];
    t.with("condition-and-limit", both)
}

/// The words of a condition that were written after one of the rulebook's, without what it binds, in whichever language that was
/// added to them.
pub(crate) fn after_words(condition: &Condition, told: &Told) -> String {
    let text = condition.text.as_str();
    let Some(limit) = &condition.terms.limit else {
        return text.to_owned();
    };
    let mut without = Language::ALL.into_iter().filter_map(|language| {
        let said = limit_words(Text::of(language), limit, told.hours);
        text.strip_suffix(said.as_str())
    });
    without.next().unwrap_or(text).trim_end().to_owned()
}

/// The same with when it is to be kept, where that is not the event itself.
pub(crate) fn condition_with_when(t: Text, condition: &Condition, told: &Told) -> String {
    timed(t, condition_words(t, condition, told), when(t, &condition.terms))
}

/// The conditions of one authority as a permit has them, each with when it is to be kept and who set it.
pub(crate) fn of_permit(
    t: Text,
    content: &PermitContent,
    decision: &PermitDecision,
    (site, name): (&Site, &str),
) -> Vec<String> {
    let none = ConditionTerms::default();
    let pin = content.rulebook.as_ref();
    let told = Told {
        hours: Some((content.from, content.until)),
        rulebook: pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash)),
    };
    let line = |(place, text): (usize, &act::Text<{ act::ONE_LINE }>)| {
        let terms = decision.terms.get(place).unwrap_or(&none);
        let said = timed(t, words(t, text.as_str(), terms, &told), when(t, terms));
        let words = [("condition", said.into()), ("authority", name.into())];
        t.with("confirm-condition", words)
    };
    decision.conditions.iter().enumerate().map(line).collect()
}

fn timed(t: Text, words: String, when: String) -> String {
    if when.is_empty() {
        words
    } else {
        t.with(
            "condition-when",
            [("condition", words.into()), ("when", when.into())],
        )
    }
}

/// When a condition is to be kept, and by which day that is shown; empty where it holds while the event lasts.
pub(crate) fn when(t: Text, terms: &ConditionTerms) -> String {
    match (terms.phase, terms.shown_by) {
        (Phase::During, None) => String::new(),
        (phase, None) => t.get(&format!("phase-{}", phase.name())).into_owned(),
        (phase, Some(day)) => t.one(&format!("phase-{}-shown", phase.name()), "date", t.date(day)),
    }
}

/// A condition that binds something, as a sentence; a time of the morning after says so, where the event's hours are known.
pub(crate) fn limit_words(t: Text, limit: &Limit, hours: Option<Hours>) -> String {
    let next = hours.is_some_and(|(from, until)| limit.is_next_morning(from, until));
    let id = format!("condition-{}{}", limit.name(), if next { "-next" } else { "" });
    match limit {
        Limit::BeginsFrom(time) | Limit::BeginsBy(time) | Limit::EndsBy(time) => {
            t.one(&id, "time", t.clock(*time))
        }
        Limit::SoundAtMost(number)
        | Limit::PeopleAtMost(number)
        | Limit::StewardsAtLeast(number)
        | Limit::StewardsAtMost(number)
        | Limit::MetresAtLeast(number) => t.one(&id, "number", i64::from(*number)),
        Limit::Place(place) => t.one(&id, "place", place.as_str()),
    }
}

/// All conditions in one list, each with who demands it.
pub(crate) fn lines(site: &Site, t: Text, application: &Application) -> Vec<ConditionLine> {
    let name = |authority: &&AuthorityId| {
        let referral = application.referrals.get(*authority);
        referral.map(|referral| short_name(site, t, application, referral))
    };
    let told = told(site, application);
    let line = |one: &clearance::Merged<'_>| {
        let names: Vec<String> = one.authorities.iter().filter_map(name).collect();
        ConditionLine {
            text: condition_words(t, one.condition, &told),
            when: when(t, &one.condition.terms),
            authority: names.join(", "),
        }
    };
    clearance::merged(application).iter().map(line).collect()
}

/// The same as a permit has them: in the rulebook's order of who demands them, what several demand once.
pub(crate) fn lines_of_permit(
    site: &Site,
    t: Text,
    application: &Application,
    permit: &Permit,
) -> Vec<ConditionLine> {
    let mut all: Vec<(Condition, Vec<String>)> = vec![];
    for referral in application.in_order() {
        let name = short_name(site, t, application, referral);
        let set = permit.conditions().into_iter();
        for one in set.filter(|one| *one.authority == referral.authority) {
            match all
                .iter_mut()
                .find(|(same, _)| same.demands_the_same(&one.condition))
            {
                Some((_, names)) if names.contains(&name) => {}
                Some((_, names)) => names.push(name.clone()),
                None => all.push((one.condition, vec![name.clone()])),
            }
        }
    }
    all.sort_by_key(|(one, _)| one.terms.phase);
    let told = told(site, application);
    let line = |(one, names): (Condition, Vec<String>)| ConditionLine {
        text: condition_words(t, &one, &told),
        when: when(t, &one.terms),
        authority: names.join(", "),
    };
    all.into_iter().map(line).collect()
}

/// Which conditions no event can keep both, in a sentence each: all, or those that an authority has a part in.
pub(crate) fn contradictions(
    site: &Site,
    t: Text,
    application: &Application,
    of: Option<&AuthorityId>,
) -> Vec<String> {
    let found = clearance::contradictions(application);
    let has_part = |one: &&Contradiction<'_>| {
        let parts = [one.first.authority, one.second.authority];
        of.is_none_or(|of| parts.contains(&of))
    };
    let said = |one: &Contradiction<'_>| in_contradiction(site, t, application, one);
    found.iter().filter(has_part).map(said).collect()
}

/// Two conditions that no event can keep both, with who demands each.
pub(crate) fn in_contradiction(
    site: &Site,
    t: Text,
    application: &Application,
    one: &Contradiction<'_>,
) -> String {
    let name = |demand: &Demand<'_>| {
        let referral = application.referrals.get(demand.authority);
        referral.map_or_else(
            || demand.authority.to_string(),
            |referral| short_name(site, t, application, referral),
        )
    };
    let told = told(site, application);
    let places = matches!(one.first.condition.terms.limit, Some(Limit::Place(_)));
    t.with(
        if places {
            "conditions-contradict-places"
        } else {
            "conditions-contradict"
        },
        [
            ("first", condition_words(t, one.first.condition, &told).into()),
            ("one", name(&one.first).into()),
            ("second", condition_words(t, one.second.condition, &told).into()),
            ("other", name(&one.second).into()),
        ],
    )
}

/// That conditions bind the event's hours or place otherwise than they were applied for, if any does.
pub(crate) fn otherwise<'c>(
    t: Text,
    application: &Application,
    mut conditions: impl Iterator<Item = &'c Condition>,
) -> Option<String> {
    let event = &application.submission.as_ref()?.event;
    let differs = |one: &Condition| one.terms.limit.as_ref().is_some_and(|limit| limit.differs(event));
    conditions
        .any(differs)
        .then(|| t.get("conditions-otherwise").into_owned())
}
