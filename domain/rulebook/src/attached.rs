//! What a rule attaches to asking an authority: documents, fees, conditions, lead times, safety distances.

use crate::{Bound, Localised, Period, PeriodBasis, PeriodUnit, ShownBy};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Everything that the rules of a rulebook may attach, each by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attachments {
    /// Documents to hand in.
    pub documents: BTreeMap<String, Document>,
    /// Fees to pay.
    pub fees: BTreeMap<String, Fee>,
    /// Conditions to keep.
    pub conditions: BTreeMap<String, Condition>,
    /// Lead times to file by.
    pub lead_times: BTreeMap<String, LeadTime>,
    /// Safety distances to keep.
    pub distances: BTreeMap<String, Distance>,
}

/// A document that the organiser hands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub label: Localised,
    /// What helps to provide it.
    pub help: Option<Localised>,
    /// What asks for it.
    pub basis: PeriodBasis,
}

/// A fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// What it is for.
    pub label: Localised,
    /// How much, in the currency's own unit.
    pub amount: Decimal,
    /// ISO 4217, such as `KHR`.
    pub currency: String,
    /// How often it is due.
    pub per: FeePer,
    /// How it is paid: to which account, at which counter.
    pub how: Option<Localised>,
    /// Within how many calendar days after the authority was asked it is to be paid, 1 to 366.
    pub within: Option<u32>,
    /// Whether no permit is issued before it is paid or waived.
    pub before_permit: bool,
    /// What asks for it.
    pub basis: PeriodBasis,
}

/// How often a fee is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FeePer {
    /// Once for the application.
    Application,
    /// For each day of the event.
    Day,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What must be done.
    pub text: Localised,
    /// When it is to be kept.
    pub phase: Phase,
    /// Whether it must be shown that it is kept.
    pub proof: bool,
    /// The authorities that may set it; none where it is not said whose it is.
    pub authorities: Vec<String>,
    /// By which day that is shown.
    pub shown_by: Option<ShownBy>,
    /// What it binds.
    pub limit: Option<Bound>,
    /// What asks for it.
    pub basis: PeriodBasis,
}

/// When a condition is to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// Before the event.
    Before,
    /// During it.
    During,
    /// After it.
    After,
}

/// How long before the event an application must be filed, whatever the authority's own period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadTime {
    /// Days, 1 to 366.
    pub days: u32,
    /// Which days count.
    pub unit: PeriodUnit,
    /// Whether so many whole days lie between: neither the day of receipt nor that of the event is counted. Else the day of
    /// receipt is the last one counted back from the event.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clear: bool,
    /// What asks for it.
    pub basis: PeriodBasis,
}

impl Phase {
    /// Its name in `rulebook.toml`, which texts have as well.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Phase::Before => "before",
            Phase::During => "during",
            Phase::After => "after",
        }
    }
}

impl LeadTime {
    /// A measure for telling the longer of two: as of periods, a clear one longer by a day.
    pub(crate) fn measure(&self) -> u64 {
        let (days, unit) = (self.days + u32::from(self.clear), self.unit);
        Period { days, unit }.measure()
    }
}

impl fmt::Display for LeadTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let clear = if self.clear { " clear" } else { "" };
        write!(f, "{} {} days{clear}", self.days, self.unit.name())
    }
}

/// A safety distance that depends on the answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distance {
    /// The id of the question, a number.
    pub input: String,
    /// The rows, the smallest first.
    pub rows: Vec<DistanceRow>,
    /// What asks for it.
    pub basis: PeriodBasis,
}

/// A row of a safety distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistanceRow {
    /// The largest answer for which it is enough, in the question's unit.
    pub up_to: Decimal,
    /// The distance, in metres.
    pub metres: Decimal,
}

impl Distance {
    /// The distance for an answer, in metres; nothing for one that is larger than all rows.
    #[must_use]
    pub fn metres(&self, answer: Decimal) -> Option<Decimal> {
        let row = self.rows.iter().find(|row| answer <= row.up_to);
        row.map(|row| row.metres)
    }
}

/// A safety distance as a case has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDistance {
    /// Its id.
    pub id: String,
    /// In metres; absent as long as its question is not answered, and where the answer is larger than the rulebook foresees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metres: Option<Decimal>,
    /// Whether its question is answered, and the answer larger than the rulebook foresees.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub beyond: bool,
}

/// What one rule attaches, by ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Attached {
    pub documents: Vec<String>,
    pub fees: Vec<String>,
    pub conditions: Vec<String>,
    pub lead_times: Vec<String>,
    pub distances: Vec<String>,
}

/// The columns in which a rule attaches something, in the order of [`Attached::lists`].
pub(crate) const COLUMNS: [&str; 5] = ["documents", "fees", "conditions", "lead_time", "distance"];

/// What the tables of `rulebook.toml` are called that those columns name.
pub(crate) const PARTS: [&str; 5] = ["document", "fee", "condition", "lead_time", "distance"];

impl Attached {
    /// What each column holds.
    pub fn lists(&self) -> [&Vec<String>; 5] {
        [
            &self.documents,
            &self.fees,
            &self.conditions,
            &self.lead_times,
            &self.distances,
        ]
    }
}

impl Attachments {
    /// The ids of what may stand in each column, in the order of [`COLUMNS`].
    pub(crate) fn ids(&self) -> [Vec<&str>; 5] {
        fn ids<T>(of: &BTreeMap<String, T>) -> Vec<&str> {
            of.keys().map(String::as_str).collect()
        }
        [
            ids(&self.documents),
            ids(&self.fees),
            ids(&self.conditions),
            ids(&self.lead_times),
            ids(&self.distances),
        ]
    }

    /// Every text, each with its key in `rulebook.toml`.
    pub(crate) fn texts(&self) -> Vec<(String, &Localised)> {
        let documents = self.documents.iter().flat_map(|(id, document)| {
            let help = document
                .help
                .iter()
                .map(move |help| (format!("document.{id}.help"), help));
            help.chain([(format!("document.{id}.label"), &document.label)])
        });
        let fees = self.fees.iter().flat_map(|(id, fee)| {
            let how = fee.how.iter().map(move |how| (format!("fee.{id}.how"), how));
            how.chain([(format!("fee.{id}.label"), &fee.label)])
        });
        let conditions = self.conditions.iter();
        let conditions = conditions.map(|(id, condition)| (format!("condition.{id}.text"), &condition.text));
        documents.chain(fees).chain(conditions).collect()
    }

    /// What each of them rests on, with its place in `rulebook.toml`.
    pub(crate) fn bases(&self) -> Vec<(String, &PeriodBasis)> {
        fn of<'a, T>(
            part: &'static str,
            all: &'a BTreeMap<String, T>,
            basis: fn(&T) -> &PeriodBasis,
        ) -> impl Iterator<Item = (String, &'a PeriodBasis)> {
            all.iter()
                .map(move |(id, one)| (format!("{part}.{id}"), basis(one)))
        }
        of("document", &self.documents, |one| &one.basis)
            .chain(of("fee", &self.fees, |one| &one.basis))
            .chain(of("condition", &self.conditions, |one| &one.basis))
            .chain(of("lead_time", &self.lead_times, |one| &one.basis))
            .chain(of("distance", &self.distances, |one| &one.basis))
            .collect()
    }

    /// The longest of the lead times that a rule names, with its id; of equals the first.
    pub(crate) fn longest(&self, of: &Attached) -> Option<(&str, &LeadTime)> {
        let named = of
            .lead_times
            .iter()
            .filter_map(|id| self.lead_times.get_key_value(id));
        let named = named.map(|(id, lead)| (id.as_str(), lead));
        named.reduce(|longest, other| {
            if other.1.measure() > longest.1.measure() {
                other
            } else {
                longest
            }
        })
    }
}
