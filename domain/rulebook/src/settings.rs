//! `rulebook.toml`, read and checked.

mod attached;
mod check;
mod library;
mod public;

use attached::{RawAttachments, RawDistance, RawDocument, RawFee, RawLeadTime};
use check::Check;
use library::RawCondition;
use public::RawPublic;

pub(crate) use attached::is_link;

use crate::attached::Attachments;
use crate::public::Public;
use crate::{Authority, Choice, Input, InputType, Jurisdiction, LoadFault, Localised, Period, PeriodBasis};
use feel::said;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

const FORMAT: &str = "placet-rulebook/1";
const LONGEST_TEXT: usize = 500;
const LONGEST_NAME: usize = 200;
const LARGEST_FILE: usize = 1_000_000;
/// Nobody answers so many; and what each decision reads is reckoned input by input.
pub const MOST_INPUTS: usize = 200;

/// What `rulebook.toml` says, checked.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub id: String,
    pub version: String,
    pub title: Localised,
    pub reference_prefix: String,
    pub jurisdiction: Option<Jurisdiction>,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub languages: Vec<String>,
    pub timezone: String,
    pub lead: String,
    pub dmn: Vec<String>,
    pub decision: String,
    pub inputs: Vec<Input>,
    pub authorities: Vec<Authority>,
    pub reasons: BTreeMap<String, Localised>,
    pub periods: BTreeMap<String, (Period, PeriodBasis)>,
    pub attachments: Attachments,
    /// What may be public, where that is said.
    pub public: Option<Public>,
    /// Sentences of rules and bases, each in every language.
    pub translations: Vec<Localised>,
}

impl Settings {
    /// The ids of the decisions whose rules are cited.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        let withholds = self.public.iter().filter_map(|public| public.decision.as_deref());
        std::iter::once(self.decision.as_str()).chain(withholds)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSettings {
    format: String,
    id: String,
    version: String,
    title: Localised,
    reference_prefix: String,
    jurisdiction: Option<Jurisdiction>,
    valid_from: toml::Value,
    valid_to: Option<toml::Value>,
    languages: Vec<String>,
    timezone: String,
    lead: String,
    dmn: OneOrMore,
    decision: String,
    #[serde(default)]
    input: Vec<RawInput>,
    #[serde(default)]
    authority: Vec<Authority>,
    #[serde(default)]
    reason: BTreeMap<String, Localised>,
    #[serde(default)]
    period: BTreeMap<String, RawPeriod>,
    #[serde(default)]
    document: BTreeMap<String, RawDocument>,
    #[serde(default)]
    fee: BTreeMap<String, RawFee>,
    #[serde(default)]
    condition: BTreeMap<String, RawCondition>,
    #[serde(default)]
    lead_time: BTreeMap<String, RawLeadTime>,
    #[serde(default)]
    distance: BTreeMap<String, RawDistance>,
    public: Option<RawPublic>,
    #[serde(default)]
    translation: Vec<Localised>,
}

/// A text, or a list of them.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn all(&self) -> &[String] {
        match self {
            OneOrMore::One(text) => std::slice::from_ref(text),
            OneOrMore::More(texts) => texts,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInput {
    id: String,
    #[serde(rename = "type")]
    kind: InputType,
    #[serde(default)]
    values: Vec<Choice>,
    unit: Option<String>,
    #[serde(default)]
    whole: bool,
    least: Option<toml::Value>,
    most: Option<toml::Value>,
    #[serde(default = "yes")]
    required: bool,
    question: Localised,
    help: Option<Localised>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPeriod {
    days: u32,
    unit: crate::PeriodUnit,
    basis: PeriodBasis,
}

fn yes() -> bool {
    true
}

/// Reads the file; gives every fault at once, unless it is no TOML of this shape.
pub(crate) fn read(file: &str, text: &str) -> Result<Settings, Vec<LoadFault>> {
    let mut check = Check {
        file,
        languages: vec![],
        faults: vec![],
    };
    if text.len() > LARGEST_FILE {
        check.fault(
            "the file",
            said!("it has more than a million bytes"),
            said!("Split the rulebook"),
        );
        return Err(check.faults);
    }
    let raw: RawSettings = toml::from_str(text).map_err(|fault| vec![no_settings(file, text, &fault)])?;
    settings(check, raw)
}

fn settings(mut check: Check<'_>, raw: RawSettings) -> Result<Settings, Vec<LoadFault>> {
    check.languages.clone_from(&raw.languages);
    check.head(&raw);
    let (valid_from, valid_to) = check.validity(&raw);
    let inputs: Vec<Input> = raw.input.into_iter().map(|input| check.input(input)).collect();
    if inputs.len() > MOST_INPUTS {
        let what = said!("the rulebook asks {} questions", inputs.len());
        check.fault("input", what, said!("Ask at most {}", MOST_INPUTS));
    }
    check.distinct("input", inputs.iter().map(|input| input.id.as_str()));
    check.authorities(&raw.authority, &raw.lead);
    for (id, text) in &raw.reason {
        check.id(&format!("reason.{id}"), id, '-');
        check.text(&format!("reason.{id}"), text, LONGEST_TEXT);
    }
    let periods = raw
        .period
        .into_iter()
        .map(|(id, period)| check.period(id, period))
        .collect();
    for (number, text) in raw.translation.iter().enumerate() {
        check.text(&format!("translation.{}", number + 1), text, LONGEST_TEXT);
    }
    let attachments = RawAttachments {
        documents: raw.document,
        fees: raw.fee,
        conditions: raw.condition,
        lead_times: raw.lead_time,
        distances: raw.distance,
    };
    let attachments = check.attachments(attachments, &inputs, &raw.authority);
    let public = raw
        .public
        .map(|public| check.public(public, &inputs, &raw.decision));
    if !check.faults.is_empty() {
        return Err(check.faults);
    }
    Ok(Settings {
        id: raw.id,
        version: raw.version,
        title: raw.title,
        reference_prefix: raw.reference_prefix,
        jurisdiction: raw.jurisdiction,
        valid_from,
        valid_to,
        languages: raw.languages,
        timezone: raw.timezone,
        lead: raw.lead,
        dmn: raw.dmn.all().to_vec(),
        decision: raw.decision,
        inputs,
        authorities: raw.authority,
        reasons: raw.reason,
        periods,
        attachments,
        public,
        translations: raw.translation,
    })
}

fn no_settings(file: &str, text: &str, fault: &toml::de::Error) -> LoadFault {
    let line = fault
        .span()
        .and_then(|span| text.get(..span.start))
        .map(|before| before.matches('\n').count() + 1);
    LoadFault {
        file: file.to_owned(),
        line,
        what: said!(
            "it cannot be read: {}",
            fault.message().trim_end_matches('.').replace('\n', ", ")
        ),
        todo: said!("What each key may hold stands in docs/formats/rulebook.md"),
        ..LoadFault::default()
    }
}
