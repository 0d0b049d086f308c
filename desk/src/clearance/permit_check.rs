//! The permit check: what an event needs by the rulebook in force, before anything is applied for and without an account.

use super::submission::{answer, answer_field};
use crate::fault::Refused;
use crate::rulebooks::today;
use crate::{Binding, Desk, Fault, FieldFault};
use act::{AuthorityId, Date, Detail};
use calendar::{Calendar, OwnCalendar, Schedule};
use clearance::ClearanceRefusal;
use rulebook::questions::Questions;
use rulebook::{Answers, Required, Rulebook};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An event as far as the permit check knows it.
#[derive(Clone, Debug)]
pub struct PermitCheck {
    /// The version in force, by which it is answered.
    pub rulebook: Arc<Rulebook>,
    /// From which day on that version binds.
    pub from: Date,
    /// The version that will have taken its place by the event's day, if one will.
    pub later: Option<Binding>,
    /// The day that it is where the rulebook holds.
    pub today: Date,
    /// The event's day.
    pub event: Date,
    /// What was answered.
    pub answers: Answers,
    /// The questions that were left without an answer on purpose.
    pub skipped: BTreeSet<String>,
    /// What was not taken, beside its field.
    pub faults: Vec<FieldFault>,
    /// What authorities entered of their own days.
    pub own: BTreeMap<AuthorityId, OwnCalendar>,
}

/// An authority that would be asked.
#[derive(Clone, Debug)]
pub struct Needed {
    /// The authority, and why it would be asked.
    pub required: Required,
    /// From the event's day back to the last day on which filing is in time; or why that cannot be reckoned.
    pub schedule: Result<Schedule, Refused>,
}

impl PermitCheck {
    /// Whether the version answers for the event's day at all.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.from <= self.event && self.rulebook.in_force_on(self.event)
    }

    /// What is wrong with the event's day, whatever else is answered: it is not ahead, or no authority's calendar reaches it.
    #[must_use]
    pub fn day_fault(&self) -> Option<FieldFault> {
        let fault = |code, name, date| {
            Some(FieldFault {
                field: "date".to_owned(),
                code,
                details: vec![(name, Detail::Date(date))],
            })
        };
        if self.event <= self.today {
            return fault("day-not-ahead", "today", self.today);
        }
        // A decision exists the day before the event: that is the last day that a calendar has to know.
        let last = self.event.yesterday().unwrap_or(self.event);
        let authorities = self.rulebook.authorities().iter();
        let known = authorities.filter_map(|one| Some(Calendar::named(&one.calendar)?.to()));
        match known.max() {
            Some(known) if known < last => fault("day-beyond-calendars", "to", known),
            _ => None,
        }
    }

    /// The questions whose answers can still change who is asked, why, or how long it takes.
    ///
    /// # Errors
    /// [`Fault::Refused`] where the rulebook does not answer.
    pub fn questions(&self) -> Result<Questions<'_>, Fault> {
        let questions = self.rulebook.questions(&self.answers, &self.skipped);
        questions.map_err(|fault| self.refused(&ClearanceRefusal::RulebookNotApplied { what: fault.said() }))
    }

    /// Who would be asked, in the rulebook's order.
    ///
    /// # Errors
    /// [`Fault::Refused`] where the rulebook does not answer.
    pub fn needed(&self) -> Result<Vec<Needed>, Fault> {
        let required = clearance::required(&self.rulebook, &self.answers);
        let required = required.map_err(|refusal| self.refused(&refusal))?;
        let needed = |(required, authority): (Required, &rulebook::Authority)| Needed {
            schedule: clearance::filing(authority, &required, self.event, &self.own)
                .map_err(|refusal| Refused::of(&refusal).naming(&self.rulebook)),
            required,
        };
        Ok(required.into_iter().map(needed).collect())
    }

    fn refused(&self, refusal: &ClearanceRefusal) -> Fault {
        Fault::Refused(Refused::of(refusal).naming(&self.rulebook))
    }
}

impl Desk {
    /// Reads what was answered about an event on a day, by the fields of a draft. A field that is not there was not asked yet;
    /// one that is blank was left without an answer on purpose.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is no such rulebook; [`Fault::Store`].
    pub async fn permit_check(
        &self,
        rulebook: &str,
        event: Date,
        fields: &BTreeMap<String, String>,
    ) -> Result<PermitCheck, Fault> {
        let known = self.rulebooks();
        let binding = known.binding_now(rulebook).ok_or(Fault::NotFound)?;
        let rulebook = Arc::clone(&binding.version.rulebook);
        let later = known
            .bindings(rulebook.id())
            .iter()
            .rfind(|one| one.from <= event);
        let later = later.filter(|one| one.from > binding.from).cloned();
        let today = today(&rulebook, known.at)
            .ok_or_else(|| Fault::SetUp(format!("there is no time zone {}", rulebook.timezone())))?;
        let mut check = PermitCheck {
            from: binding.from,
            later,
            today,
            event,
            answers: Answers::new(),
            skipped: BTreeSet::new(),
            faults: vec![],
            own: self.own_days_of(&rulebook).await?,
            rulebook: Arc::clone(&rulebook),
        };
        for input in rulebook.inputs() {
            let Some(typed) = fields.get(&answer_field(&input.id)) else {
                continue;
            };
            match answer(input, typed) {
                Ok(Some(value)) => drop(check.answers.insert(input.id.clone(), value)),
                Ok(None) => drop(check.skipped.insert(input.id.clone())),
                Err(fault) => check.faults.push(fault),
            }
        }
        Ok(check)
    }
}
