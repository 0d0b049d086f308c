//! What a reviewer recommended to the own authority, for its own people alone.

use super::acts::Library;
use crate::acting::acted_as;
use crate::demands::{self, condition_with_when};
use crate::site::Site;
use crate::{Text, sealed};
use act::Role;
use clearance::{Condition, Decision, Recommendation, Referral};
use desk::clearance::CaseView;
use jiff::tz::TimeZone;
use std::cell::LazyCell;

/// What was recommended, or that somebody has to recommend something first.
pub(super) struct Recommended {
    /// That two people decide, while nobody has.
    pub four_eyes: Option<String>,
    /// The last first; what came before it stands under it.
    pub lines: Vec<RecommendationLines>,
}

/// What was recommended.
pub(super) struct RecommendationLines {
    pub by: String,
    pub decision: String,
    pub conditions: Vec<String>,
    /// What the rules suggest and was not taken.
    pub left_out: Vec<String>,
    pub reasons: Option<String>,
}

/// What of it the reader sees: nothing, outside the authority itself.
pub(super) fn of(
    site: &Site,
    t: Text,
    view: &CaseView,
    referral: &Referral,
    zone: &TimeZone,
) -> Option<Recommended> {
    if referral.organisation != view.context.actor.organisation {
        return None;
    }
    let waits = referral.four_eyes && referral.decided.is_none();
    let person = view.context.actor.person;
    let itself = referral
        .recommendation
        .as_ref()
        .is_some_and(|one| one.by.actor.person == person);
    let note = if itself && view.context.actor.role == Role::Decider {
        "recommendation-itself"
    } else {
        "recommendation-four-eyes"
    };
    let library = LazyCell::new(|| Library::of(site, t, &view.application, &referral.authority));
    let shown = Recommended {
        four_eyes: waits.then(|| t.get(note).into_owned()),
        lines: referral
            .recommendations()
            .rev()
            .map(|one| lines(site, t, view, &library, one, zone))
            .collect(),
    };
    (shown.four_eyes.is_some() || !shown.lines.is_empty()).then_some(shown)
}

fn lines(
    site: &Site,
    t: Text,
    view: &CaseView,
    library: &Library,
    one: &Recommendation,
    zone: &TimeZone,
) -> RecommendationLines {
    let words = one
        .sealed
        .as_ref()
        .and_then(|one| view.sealed.of(&one.commitment));
    let told = demands::told(site, &view.application);
    let conditions: &[Condition] = match &one.decision {
        Decision::GrantedWithConditions { conditions } => conditions,
        _ => &[],
    };
    let own = one.by.actor.person == view.context.actor.person;
    let by = if own {
        "recommended-by-you"
    } else {
        "recommended-by"
    };
    let role = acted_as(t, &one.by.actor);
    RecommendationLines {
        by: t.with(
            by,
            [("at", t.instant(one.by.at, zone).into()), ("role", role.into())],
        ),
        decision: t.get(&format!("decision-{}", one.decision.name())).into_owned(),
        conditions: conditions
            .iter()
            .map(|one| condition_with_when(t, one, &told))
            .collect(),
        left_out: library.left_out(&one.decision),
        reasons: one.reasons.as_ref().map(|ground| match (&one.sealed, words) {
            (Some(_), Some(words)) => t.with(
                "sealed-recommended",
                [
                    ("words", words.as_str().into()),
                    ("ground", ground.as_str().into()),
                ],
            ),
            (sealed, _) => sealed::said(t, ground, sealed.as_ref()),
        }),
    }
}
