//! Conditions in words: what each demands, when it is to be kept, who demands it, and which of them contradict each other.

use crate::Text;
use crate::site::Site;
use crate::wording::short_name;
use act::AuthorityId;
use clearance::{
    Application, Condition, ConditionTerms, Contradiction, Demand, Event, Limit, PermitContent,
    PermitDecision, Phase,
};
use jiff::civil::Time;

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

/// The hours that were applied for.
pub(crate) fn hours(application: &Application) -> Option<Hours> {
    let event: &Event = &application.submission.as_ref()?.event;
    Some((event.from, event.until))
}

/// What a condition demands, in the reader's language where it binds something, else in the words of whoever set it.
pub(crate) fn condition_words(t: Text, condition: &Condition, hours: Option<Hours>) -> String {
    words(t, condition.text.as_str(), &condition.terms, hours)
}

fn words(t: Text, text: &str, terms: &ConditionTerms, hours: Option<Hours>) -> String {
    match &terms.limit {
        Some(limit) => limit_words(t, limit, hours),
        None => text.to_owned(),
    }
}

/// The same with when it is to be kept, where that is not the event itself.
pub(crate) fn condition_with_when(t: Text, condition: &Condition, hours: Option<Hours>) -> String {
    timed(t, condition_words(t, condition, hours), when(t, &condition.terms))
}

/// The conditions of one authority as a permit has them, each with when it is to be kept and who set it.
pub(crate) fn of_permit(
    t: Text,
    content: &PermitContent,
    decision: &PermitDecision,
    name: &str,
) -> Vec<String> {
    let none = ConditionTerms::default();
    let hours = Some((content.from, content.until));
    let line = |(place, text): (usize, &act::Text<{ act::ONE_LINE }>)| {
        let terms = decision.terms.get(place).unwrap_or(&none);
        let said = timed(t, words(t, text.as_str(), terms, hours), when(t, terms));
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
    let line = |one: &clearance::Merged<'_>| {
        let names: Vec<String> = one.authorities.iter().filter_map(name).collect();
        ConditionLine {
            text: condition_words(t, one.condition, hours(application)),
            when: when(t, &one.condition.terms),
            authority: names.join(", "),
        }
    };
    clearance::merged(application).iter().map(line).collect()
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
    let places = matches!(one.first.condition.terms.limit, Some(Limit::Place(_)));
    t.with(
        if places {
            "conditions-contradict-places"
        } else {
            "conditions-contradict"
        },
        [
            (
                "first",
                condition_words(t, one.first.condition, hours(application)).into(),
            ),
            ("one", name(&one.first).into()),
            (
                "second",
                condition_words(t, one.second.condition, hours(application)).into(),
            ),
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
