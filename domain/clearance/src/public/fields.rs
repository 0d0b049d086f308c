//! What of an application each field is, and whether its rulebook lets the public be told it by now.

use super::{PublicAsked, Told, Untold};
use crate::{Application, ClearanceRefusal, Permit, PermitContent, PermitStanding, Piece, Referral};
use act::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use rulebook::{Answers, EvaluationError, Field, Publicity, Rulebook, Since};
use serde::{Deserialize, Serialize};

/// What of an application with these answers may be public by its rulebook.
///
/// # Errors
/// The refusal that handing it in would meet: nothing is handed in of which a rulebook cannot say what may be public.
pub fn publicity(rulebook: &Rulebook, answers: &Answers) -> Result<Option<Publicity>, ClearanceRefusal> {
    rulebook.publicity(answers).map_err(|fault| match fault {
        EvaluationError::Conflict { first, second } => ClearanceRefusal::RulesConflict(first, second),
        other => ClearanceRefusal::RulebookNotApplied { what: other.said() },
    })
}

/// What of an application may be public. Where its rulebook did not say, what permits always said.
pub(super) fn publicity_of(application: &Application) -> Publicity {
    let said = application
        .submission
        .as_ref()
        .and_then(|one| one.public.as_deref());
    said.cloned().unwrap_or_else(Publicity::of_permits)
}

/// The last step that it came to.
pub(super) fn step(application: &Application) -> Since {
    if application.permit.is_some() {
        Since::Granted
    } else if application.found_valid.is_some() {
        Since::Circulated
    } else {
        Since::Submitted
    }
}

/// When the day on which its event ends is over: the midnight after it, by the clocks of its place.
pub(super) fn over(application: &Application) -> Option<Timestamp> {
    let event = &application.submission.as_ref()?.event;
    let last = match &application.permit {
        Some(permit) if crate::ends_next_day(permit.content.from, permit.content.until) => {
            permit.content.date.tomorrow().ok()?
        }
        Some(permit) => permit.content.date,
        None => event.last_day(),
    };
    let zone = calendar::zone(&event.zone).unwrap_or(TimeZone::UTC);
    let midnight = last.tomorrow().ok()?.to_datetime(Time::midnight());
    zone.to_ambiguous_timestamp(midnight).compatible().ok()
}

impl Application {
    /// Whether the day on which its event ends is over: a permit that held is told as past from then on.
    #[must_use]
    pub fn day_is_over(&self, at: Timestamp) -> bool {
        over(self).is_some_and(|over| at >= over)
    }
}

/// How often something changed, and when it did last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// How often; never less than before.
    pub times: u64,
    /// When it did last.
    pub at: Timestamp,
}

impl Changes {
    /// The same after one more change.
    pub(super) fn and(self, at: Timestamp) -> Changes {
        Changes {
            times: self.times + 1,
            at: self.at.max(at),
        }
    }
}

/// How its permit changed, with those before it: each that was issued, each time that one ceased to hold or held again, and its end.
pub(super) fn changed(application: &Application) -> Option<Changes> {
    let first = application.permit.as_ref()?.issued.at;
    let ended = |permit: &Permit| match &permit.standing {
        PermitStanding::InForce | PermitStanding::Replaced { .. } => None,
        PermitStanding::Suspended { by, .. } | PermitStanding::Revoked { by, .. } => Some(by.at),
    };
    let of_permit = |permit: &Permit| {
        let turns = permit.suspensions.iter().flat_map(|one| [one.by.at, one.ended]);
        let all: Vec<Timestamp> = turns.chain(ended(permit)).chain([permit.issued.at]).collect();
        all
    };
    let withdrawn = application.withdrawn.as_ref().map(|(at, _)| *at);
    let all = application.permits().flat_map(of_permit);
    let all = all.chain(application.lapsed).chain(withdrawn);
    let none = Changes { times: 0, at: first };
    Some(all.fold(none, Changes::and))
}

/// Why the public is not told a field of an application at a step; nothing where it is. An answer that is confided to few, as long as it
/// is, the public is never told.
pub(super) fn untold_of(
    application: &Application,
    publicity: &Publicity,
    field: &Field,
    step: Since,
) -> Option<Untold> {
    match field {
        Field::Answer(input) if application.mark(&Piece::Answer(input.clone())).is_some() => {
            Some(Untold::Never { field: field.clone() })
        }
        _ => untold(publicity, field, step),
    }
}

/// Why the public is not told a field at a step; nothing where it is. Conditions are those of authorities, and are told no sooner than
/// these: whoever reads one reads who set it.
pub(super) fn untold(publicity: &Publicity, field: &Field, step: Since) -> Option<Untold> {
    let own = untold_alone(publicity, field, step);
    if *field != Field::Conditions {
        return own;
    }
    let whose = untold_alone(publicity, &Field::Authorities, step).map(|why| why.of(field));
    // The longer of both; of two that are as long its own is said.
    let ends = |why: &Untold| matches!(why, Untold::Rule(rule) if rule.until_over);
    whose.into_iter().chain(own).max_by_key(|why| !ends(why))
}

fn untold_alone(publicity: &Publicity, field: &Field, step: Since) -> Option<Untold> {
    let field = field.clone();
    match publicity.shows.get(&field) {
        None => Some(Untold::Never { field }),
        Some(since) if step < *since => Some(Untold::Later { field, since: *since }),
        Some(_) => publicity.withheld_by(&field).cloned().map(Untold::Rule),
    }
}

/// One field of an application. What its permit says counts before what was applied for.
pub(super) fn told(application: &Application, field: &Field) -> Told {
    let mut told = Told::default();
    let Some(submission) = &application.submission else {
        return told;
    };
    let event = &submission.event;
    let permit = application.permit.as_ref().map(|one| &one.content);
    match field {
        Field::Title => told.title = Some(permit.map_or(&event.title, |one| &one.title).clone()),
        Field::Description => told.description.clone_from(&event.description),
        Field::Parts => {
            let applied = || event.components.iter().map(|one| one.title.clone()).collect();
            told.parts = Some(permit.map_or_else(applied, |one| one.components.clone()));
        }
        Field::Place => told.place = Some(permit.map_or(&event.place, |one| &one.place).clone()),
        Field::Hours => {
            told.hours = Some(permit.map_or((event.from, event.until), |one| (one.from, one.until)));
        }
        Field::Organisers => {
            told.organisers = Some(
                permit
                    .map_or(&submission.organisers, |one| &one.organisers)
                    .clone(),
            );
        }
        Field::Authorities => told.authorities = Some(asked(application)),
        Field::Conditions => {
            let each = |one: &PermitContent| one.decisions.iter().map(|of| of.conditions.len()).sum();
            told.conditions = permit.map(each);
        }
        Field::Answer(input) => {
            let value = submission.answers.get(input).cloned();
            told.answers.extend(value.map(|value| (input.clone(), value)));
        }
    }
    told
}

/// Who was asked. Where its rulebook does not say that this is public, those alone whom its permit names: it always told these.
fn asked(application: &Application) -> Vec<PublicAsked> {
    let says = application
        .submission
        .as_ref()
        .is_some_and(|one| one.public.is_some());
    let permit = application.permit.as_ref().map(|one| &one.content);
    let is_told = |referral: &&Referral| {
        says || permit.is_some_and(|permit| {
            let decided = permit.decisions.iter().map(|one| &one.authority);
            let advised = permit.advice.iter().map(|one| &one.authority);
            decided.chain(advised).any(|one| *one == referral.authority)
        })
    };
    let one = |referral: &Referral| PublicAsked {
        authority: referral.authority.clone(),
        name: referral.name.clone(),
        decided: referral.decided.is_some(),
        advises: referral.advises(),
    };
    let asked = application.in_order().into_iter();
    asked.filter(is_told).map(one).collect()
}
