//! The conditions of a permit with what became of each: where it stands, by when it is to be shown, and what facts do to it.

use crate::{ApplicationFact, Condition, Declined, Discharge, Keeping, Permit, PermitDecision, Phase, Proof};
use act::{AuthorityId, Context, Date, OrganisationId, Timestamp};
use jiff::ToSpan;

/// How many days before the event a condition that is to be kept before it, and is not discharged, is an alarm.
pub const NEAR_DAYS: i64 = 7;

/// Where a condition of a permit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was shown.
    NotShown,
    /// Something was shown, and its authority has not said whether that is enough.
    Shown,
    /// What was shown last is not enough.
    NotEnough,
    /// Its authority holds it to be kept.
    Discharged,
}

impl Kept {
    /// The stable name, as used in Fluent ids (`kept-not-shown`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kept::NotShown => "not-shown",
            Kept::Shown => "shown",
            Kept::NotEnough => "not-enough",
            Kept::Discharged => "discharged",
        }
    }
}

/// A condition of a permit, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnPermit<'a> {
    /// The authority that set it.
    pub authority: &'a AuthorityId,
    /// Which of that authority's, from 1.
    pub number: u32,
    /// What is demanded.
    pub condition: Condition,
    /// The event's day, as permitted.
    pub event: Date,
    /// What was done about it, if anything.
    pub keeping: Option<&'a Keeping>,
}

impl OnPermit<'_> {
    /// What was shown, the first first.
    #[must_use]
    pub fn proofs(&self) -> &[Proof] {
        self.keeping.map_or(&[], |one| &one.proofs)
    }

    /// What was shown last and not taken back.
    #[must_use]
    pub fn last_proof(&self) -> Option<&Proof> {
        self.proofs().iter().rev().find(|one| one.taken_back.is_none())
    }

    /// The same, where its authority has not answered.
    #[must_use]
    pub fn open_proof(&self) -> Option<&Proof> {
        let undone = self.discharged().is_none();
        self.last_proof().filter(|last| undone && last.declined.is_none())
    }

    /// That it is discharged, if it is.
    #[must_use]
    pub fn discharged(&self) -> Option<&Discharge> {
        self.keeping?.discharged.as_ref()
    }

    /// Which organiser sees to it, where that was said.
    #[must_use]
    pub fn owner(&self) -> Option<OrganisationId> {
        self.keeping?.owner
    }

    /// Where it stands.
    #[must_use]
    pub fn kept(&self) -> Kept {
        match self.last_proof() {
            _ if self.discharged().is_some() => Kept::Discharged,
            None => Kept::NotShown,
            Some(last) if last.declined.is_some() => Kept::NotEnough,
            Some(_) => Kept::Shown,
        }
    }

    /// By which day it is to be shown: the one that was set, or else the event's own where it is kept before the event.
    #[must_use]
    pub fn due(&self) -> Option<Date> {
        let terms = &self.condition.terms;
        let before = || (terms.phase == Phase::Before).then_some(self.event);
        terms.shown_by.or_else(before)
    }

    /// Whether it should have been shown before this day, and was not, or not well enough.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        let wanting = matches!(self.kept(), Kept::NotShown | Kept::NotEnough);
        wanting && self.due().is_some_and(|due| due < today)
    }

    /// From which day on it is an alarm, if it stays as it is: once it is overdue, or, if it is to be kept before the event, once
    /// that is near.
    #[must_use]
    pub fn alarm(&self) -> Option<Date> {
        let kept = self.kept();
        if kept == Kept::Discharged {
            return None;
        }
        let overdue = self.due().filter(|_| kept != Kept::Shown);
        let overdue = overdue.and_then(|due| due.tomorrow().ok());
        let before = self.condition.terms.phase == Phase::Before;
        let near = before.then(|| self.event.saturating_sub(NEAR_DAYS.days()));
        overdue.into_iter().chain(near).min()
    }
}

/// The numbers by which the conditions of a decision are called.
fn numbers(decision: &PermitDecision) -> Vec<u32> {
    if decision.numbers.is_empty() {
        (1..).take(decision.conditions.len()).collect()
    } else {
        decision.numbers.clone()
    }
}

impl Permit {
    /// Its conditions, each with what became of it, as the permit has them.
    #[must_use]
    pub fn conditions(&self) -> Vec<OnPermit<'_>> {
        let decisions = self.content.decisions.iter();
        decisions.flat_map(|decision| self.set_by(decision)).collect()
    }

    fn set_by<'a>(&'a self, decision: &'a PermitDecision) -> impl Iterator<Item = OnPermit<'a>> {
        let numbers = numbers(decision).into_iter().enumerate();
        numbers.filter_map(move |(place, number)| self.numbered(decision, place, number))
    }

    /// One of a decision's, by its place.
    fn numbered<'a>(
        &'a self,
        decision: &'a PermitDecision,
        place: usize,
        number: u32,
    ) -> Option<OnPermit<'a>> {
        Some(OnPermit {
            authority: &decision.authority,
            number,
            condition: Condition {
                text: decision.conditions.get(place)?.clone(),
                terms: decision.terms.get(place).cloned().unwrap_or_default(),
            },
            event: self.content.date,
            keeping: self.keeping(&decision.authority, number),
        })
    }

    /// One of them.
    #[must_use]
    pub fn condition(&self, authority: &AuthorityId, number: u32) -> Option<OnPermit<'_>> {
        let mut decisions = self.content.decisions.iter();
        let decision = decisions.find(|one| one.authority == *authority)?;
        let place = numbers(decision).into_iter().position(|one| one == number)?;
        self.numbered(decision, place, number)
    }

    fn keeping(&self, authority: &AuthorityId, number: u32) -> Option<&Keeping> {
        let mut kept = self.kept.iter();
        kept.find(|one| one.authority == *authority && one.number == number)
    }

    /// What is known of a condition, to be added to.
    pub(crate) fn keeping_of(&mut self, authority: &AuthorityId, number: u32) -> Option<&mut Keeping> {
        let is_it = |one: &Keeping| one.authority == *authority && one.number == number;
        if !self.kept.iter().any(is_it) {
            self.kept.push(Keeping {
                authority: authority.clone(),
                number,
                owner: None,
                proofs: vec![],
                discharged: None,
            });
        }
        self.kept.iter_mut().find(|one| is_it(one))
    }

    /// What a fact about the permit or one of its conditions does to it; other facts do nothing.
    pub(crate) fn evolve(&mut self, fact: &ApplicationFact, by: &Context) {
        match fact {
            ApplicationFact::PermitRevoked { reasons, sealed, .. } => self.revoke((reasons, *sealed), by),
            ApplicationFact::PermitSuspended {
                reasons,
                sealed,
                until,
                ..
            } => self.suspend((reasons, *sealed), *until, by),
            ApplicationFact::SuspensionLifted { reasons, .. } => self.restore(reasons.as_ref(), by.at),
            ApplicationFact::SuspensionEnded { until, .. } => self.end(*until, by.at),
            ApplicationFact::OwnerNamed {
                authority, number, ..
            }
            | ApplicationFact::ConditionShown {
                authority, number, ..
            }
            | ApplicationFact::ProofDeclined {
                authority, number, ..
            }
            | ApplicationFact::ConditionDischarged {
                authority, number, ..
            } => {
                if let Some(keeping) = self.keeping_of(authority, *number) {
                    keeping.evolve(fact, by);
                }
            }
            _ => {}
        }
    }
}

impl Keeping {
    /// What was shown is taken back.
    pub(crate) fn take_back(&mut self, proof: u32, at: Timestamp) {
        let mut all = self.proofs.iter_mut();
        if let Some(one) = all.find(|one| one.number == proof) {
            one.taken_back = Some(at);
        }
    }

    /// What a fact about its condition does to it.
    fn evolve(&mut self, fact: &ApplicationFact, by: &Context) {
        match fact {
            ApplicationFact::OwnerNamed { organisation, .. } => self.owner = Some(*organisation),
            ApplicationFact::ConditionShown {
                proof,
                words,
                documents,
                ..
            } => self.proofs.push(Proof {
                number: *proof,
                words: words.clone(),
                documents: documents.clone(),
                by: by.clone(),
                declined: None,
                taken_back: None,
            }),
            ApplicationFact::ProofDeclined { proof, reasons, .. } => {
                if let Some(declined) = self.proofs.iter_mut().find(|one| one.number == *proof) {
                    declined.declined = Some(Declined {
                        reasons: reasons.clone(),
                        at: by.at,
                    });
                }
            }
            ApplicationFact::ConditionDischarged { proof, reasons, .. } => {
                self.discharged = Some(Discharge {
                    proof: *proof,
                    reasons: reasons.clone(),
                    by: by.clone(),
                });
            }
            _ => {}
        }
    }
}
