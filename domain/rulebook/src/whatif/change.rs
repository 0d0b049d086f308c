//! What a changed rulebook would do to a case, and to all of them.

use crate::said::written;
use crate::{NoValue, Period, Value};
use feel::{Said, said};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// What would change for one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The number of the case, as it was given.
    pub case: usize,
    /// Authorities that would be asked and were not.
    pub gained: Vec<String>,
    /// Authorities that were asked and would not be.
    pub lost: Vec<String>,
    /// Authorities that would be asked for another time.
    pub periods: Vec<PeriodChange>,
    /// Documents, fees and lead times that would be others.
    pub attached: Vec<AttachedChange>,
    /// Why the case would be refused, where it was not or for another reason.
    pub refused: Option<Refusal>,
    /// Why the case was refused, where it would not be or for another reason.
    pub no_longer_refused: Option<Refusal>,
    /// What has no value in it under the changed rulebook, and why.
    pub no_value: Vec<NoValue>,
}

/// The period of an authority before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeriodChange {
    /// The authority's id.
    pub authority: String,
    /// As it was.
    pub before: Period,
    /// As it would be.
    pub after: Period,
}

/// Something that goes with asking authorities, or that may be public, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttachedChange {
    /// What it is.
    pub kind: AttachedKind,
    /// The id of the document or the fee; of a lead time the authority's, whose latest day to file it moves; of what may be public
    /// the field's name.
    pub id: String,
    /// What it was: the document's id, the fee's amount, the lead time's days, from when it was public; nothing where there was none.
    pub before: Option<String>,
    /// What it would be; nothing where there would be none.
    pub after: Option<String>,
    /// The id by which the older and the newer version has it; of a lead time its own.
    #[serde(skip)]
    pub ids: [Option<String>; 2],
}

/// What goes with asking an authority, and what of a case may be public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttachedKind {
    /// A document to be handed in.
    Document,
    /// A fee to be paid.
    Fee,
    /// How long before the event to file.
    LeadTime,
    /// What may be public, and from when.
    Public,
}

/// Why a rulebook takes no decision on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "refusal", rename_all = "kebab-case")]
pub enum Refusal {
    /// The table contradicts itself, or is too much work to evaluate.
    Conflict {
        /// What is wrong, and what to do.
        #[serde(serialize_with = "written")]
        error: Said,
    },
    /// A question that needs an answer has none.
    Unanswered {
        /// The question's id.
        input: String,
    },
    /// The question does not take the answer.
    NotTaken {
        /// The question's id.
        input: String,
        /// The answer.
        value: Value,
    },
}

/// What would change for many cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// How many cases were looked at.
    pub cases: usize,
    /// The changes, by the number of the case. Cases that stay as they are have none.
    pub changes: Vec<Change>,
}

/// How many cases would change, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Cases looked at.
    pub cases: usize,
    /// Cases for which anything changes.
    pub changed: usize,
    /// Cases that gain an authority, by its id.
    pub gained: BTreeMap<String, usize>,
    /// Cases that lose an authority, by its id.
    pub lost: BTreeMap<String, usize>,
    /// Cases in which some authority has longer.
    pub longer: usize,
    /// Cases in which some authority has shorter.
    pub shorter: usize,
    /// Cases that would need other documents.
    pub documents: usize,
    /// Cases in which other fees would be due.
    pub fees: usize,
    /// Cases in which some authority would have another lead time.
    pub lead_times: usize,
    /// Cases of which something else would be public.
    pub public: usize,
    /// Cases that would be refused.
    pub refused: usize,
    /// Cases that would no longer be refused.
    pub no_longer_refused: usize,
}

impl PeriodChange {
    /// Whether the period grows, shrinks, or is only counted otherwise. A working day is taken as 7/5 of a calendar day.
    #[must_use]
    pub fn direction(&self) -> Ordering {
        self.after.measure().cmp(&self.before.measure())
    }
}

impl Change {
    pub(super) fn of(case: usize) -> Change {
        Change {
            case,
            gained: vec![],
            lost: vec![],
            periods: vec![],
            attached: vec![],
            refused: None,
            no_longer_refused: None,
            no_value: vec![],
        }
    }

    pub(super) fn note(&mut self, authority: &str, before: Option<Period>, after: Option<Period>) {
        match (before, after) {
            (None, Some(_)) => self.gained.push(authority.to_owned()),
            (Some(_), None) => self.lost.push(authority.to_owned()),
            (Some(before), Some(after)) if before != after => self.periods.push(PeriodChange {
                authority: authority.to_owned(),
                before,
                after,
            }),
            _ => {}
        }
    }

    pub(super) fn is_none(&self) -> bool {
        let who = self.gained.is_empty() && self.lost.is_empty() && self.periods.is_empty();
        who && self.attached.is_empty() && self.refused.is_none() && self.no_longer_refused.is_none()
    }

    fn attaches(&self, kind: AttachedKind) -> bool {
        self.attached.iter().any(|one| one.kind == kind)
    }

    fn moves(&self, direction: Ordering) -> bool {
        self.periods.iter().any(|period| period.direction() == direction)
    }
}

impl Report {
    /// The changes counted.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let count = |of: &dyn Fn(&Change) -> bool| self.changes.iter().filter(|change| of(change)).count();
        let mut totals = Totals {
            cases: self.cases,
            changed: self.changes.len(),
            longer: count(&|change| change.moves(Ordering::Greater)),
            shorter: count(&|change| change.moves(Ordering::Less)),
            documents: count(&|change| change.attaches(AttachedKind::Document)),
            fees: count(&|change| change.attaches(AttachedKind::Fee)),
            lead_times: count(&|change| change.attaches(AttachedKind::LeadTime)),
            public: count(&|change| change.attaches(AttachedKind::Public)),
            refused: count(&|change| change.refused.is_some()),
            no_longer_refused: count(&|change| change.no_longer_refused.is_some()),
            ..Totals::default()
        };
        for change in &self.changes {
            for (counts, authorities) in [
                (&mut totals.gained, &change.gained),
                (&mut totals.lost, &change.lost),
            ] {
                for authority in authorities {
                    *counts.entry(authority.clone()).or_default() += 1;
                }
            }
        }
        totals
    }
}

impl Refusal {
    /// Why, in words.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Refusal::Conflict { error } => error.clone(),
            Refusal::Unanswered { input } => said!("the question {} has no answer", input),
            Refusal::NotTaken { input, value } => said!(
                "the question {} does not take the answer {}",
                input,
                value.to_string()
            ),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}
