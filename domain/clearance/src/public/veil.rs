//! A permit as the public may read it at an instant.

use super::Untold;
use super::fields::{over, publicity_of, untold};
use crate::{Application, Permit};
use act::{Timestamp, Title};
use jiff::civil::Time;
use rulebook::{Field, Since};

/// What of its permits the public is not told at an instant, and why; nothing where it is told all of them.
#[must_use]
pub fn untold_of_permits(application: &Application, at: Timestamp) -> Vec<Untold> {
    let publicity = publicity_of(application);
    let is_over = over(application).is_some_and(|over| at >= over);
    let told_by_now = |why: &Untold| is_over && matches!(why, Untold::Rule(rule) if rule.until_over);
    // Neither a description nor answers stand on a permit.
    let fields = Field::ALL.iter().filter(|field| **field != Field::Description);
    let untold = fields.filter_map(|field| untold(&publicity, field, Since::Granted));
    untold.filter(|why| !told_by_now(why)).collect()
}

/// Takes out of an application, and of all of its permits, what of a permit the public is not told at an instant, and says what
/// that was. What is left is to be shown, and proves nothing: a fact is proven whole or not at all.
#[must_use]
pub fn veil_permits(application: &mut Application, at: Timestamp) -> Vec<Untold> {
    let untold = untold_of_permits(application, at);
    if untold.is_empty() {
        return untold;
    }
    for why in &untold {
        let permits = application.permit.iter_mut().chain(&mut application.replaced);
        permits.for_each(|permit| hide(permit, why.field()));
        if *why.field() == Field::Authorities {
            application.referrals.clear();
            application.released.clear();
            application.day.said.clear();
        }
    }
    // Of what was handed in a permit's page needs the zone alone.
    application.earlier.clear();
    if let Some(submission) = &mut application.submission {
        submission.organisers.clear();
        submission.answers.clear();
        submission.attachments.clear();
        submission.event.title = Title::hidden();
        submission.event.place = Title::hidden();
        submission.event.from = Time::midnight();
        submission.event.until = Time::midnight();
        submission.event.description = None;
        submission.event.components.clear();
    }
    untold
}

fn hide(permit: &mut Permit, field: &Field) {
    let content = &mut permit.content;
    match field {
        Field::Title => content.title = Title::hidden(),
        Field::Parts => content.components.clear(),
        Field::Place => content.place = Title::hidden(),
        Field::Hours => {
            content.from = Time::midnight();
            content.until = Time::midnight();
        }
        Field::Organisers => content.organisers.clear(),
        Field::Authorities => {
            content.decisions.clear();
            content.advice.clear();
        }
        Field::Conditions => {
            permit.kept.clear();
            for one in &mut content.decisions {
                one.conditions.clear();
                one.terms.clear();
                one.numbers.clear();
                // That it changed them tells that it had set some.
                one.revised = None;
            }
        }
        Field::Description | Field::Answer(_) => {}
    }
}
