//! Conditions in words: what each demands, when it is to be kept, who demands it, and which of them contradict each other.

use crate::Text;
use crate::site::Site;
use crate::wording::short_name;
use act::AuthorityId;
use clearance::{Application, Condition, ConditionTerms, Contradiction, Demand, Limit, Phase};

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

/// What a condition demands, in the reader's language where it binds something, else in the words of whoever set it.
pub(crate) fn condition_words(t: Text, condition: &Condition) -> String {
    match &condition.terms.limit {
        Some(limit) => limit_words(t, limit),
        None => condition.text.to_string(),
    }
}

/// The same with when it is to be kept, where that is not the event itself.
pub(crate) fn condition_with_when(t: Text, condition: &Condition) -> String {
    timed(t, condition_words(t, condition), when(t, &condition.terms))
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

/// A condition that binds something, as a sentence.
pub(crate) fn limit_words(t: Text, limit: &Limit) -> String {
    let id = format!("condition-{}", limit.name());
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
            text: condition_words(t, one.condition),
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
    t.with(
        "conditions-contradict",
        [
            ("first", condition_words(t, one.first.condition).into()),
            ("one", name(&one.first).into()),
            ("second", condition_words(t, one.second.condition).into()),
            ("other", name(&one.second).into()),
        ],
    )
}
