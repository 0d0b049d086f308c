//! The keys of a condition in `rulebook.toml`: its words, whose it is, by which day it is shown, and what it binds.

use super::LONGEST_TEXT;
use super::check::Check;
use crate::attached::{Condition, Phase};
use crate::{Authority, Bound, BoundValue, Localised, Measure, PeriodBasis, PeriodUnit, ShownBy};
use feel::{said, short};
use jiff::civil::Time;
use serde::Deserialize;

/// The longest name of a place.
const LONGEST_PLACE: usize = 200;
/// The most days before or after an event by which something is shown.
const MOST_DAYS: u32 = 366;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCondition {
    text: Localised,
    phase: Phase,
    #[serde(default)]
    proof: bool,
    #[serde(default)]
    authorities: Vec<String>,
    shown_by: Option<ShownBy>,
    limit: Option<RawLimit>,
    basis: PeriodBasis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLimit {
    measure: String,
    value: Option<toml::Value>,
    unit: Option<String>,
    #[serde(default)]
    editable: bool,
}

impl Check<'_> {
    pub(super) fn condition(&mut self, key: &str, raw: RawCondition, known: &[Authority]) -> Condition {
        self.text(&format!("{key}.text"), &raw.text, LONGEST_TEXT);
        self.basis(&format!("{key}.basis"), &raw.basis);
        let owners = format!("{key}.authorities");
        for id in &raw.authorities {
            if !known.iter().any(|one| one.id == *id) {
                let what = said!("“{}” is none of the authorities", short(id));
                let todo = said!("Name one of them, or add it as [[authority]]");
                self.fault(&owners, what, todo);
            }
        }
        self.distinct(&owners, raw.authorities.iter().map(String::as_str));
        if let Some(by) = raw.shown_by {
            self.shown_by(&format!("{key}.shown_by"), by, raw.phase);
        }
        let limit = raw.limit;
        let limit = limit.and_then(|limit| self.limit(&format!("{key}.limit"), limit));
        Condition {
            text: raw.text,
            phase: raw.phase,
            proof: raw.proof,
            authorities: raw.authorities,
            shown_by: raw.shown_by,
            limit,
            basis: raw.basis,
        }
    }

    fn shown_by(&mut self, key: &str, by: ShownBy, phase: Phase) {
        if phase == Phase::During {
            let what = said!("nothing says whether these days lie before the event or after it");
            let todo = said!("Make the phase before or after, or take shown_by out");
            self.fault(key, what, todo);
        }
        if by.unit == PeriodUnit::Month {
            self.fault(key, said!("it is counted in months"), said!("Count it in days"));
        }
        if by.days > MOST_DAYS {
            let what = said!("{} days are too many", by.days);
            self.fault(key, what, said!("Write at most {}", MOST_DAYS));
        }
    }

    fn limit(&mut self, key: &str, raw: RawLimit) -> Option<Bound> {
        let Some(measure) = Measure::named(&raw.measure) else {
            let what = said!("nothing that is bound is called “{}”", short(&raw.measure));
            let names = Measure::ALL.map(Measure::name).join(", ");
            self.fault(&format!("{key}.measure"), what, said!("Write one of: {}", names));
            return None;
        };
        self.unit(&format!("{key}.unit"), measure, raw.unit.as_deref());
        if raw.value.is_none() && !raw.editable {
            let what = said!("it binds nothing, and nobody may fill it in");
            self.fault(key, what, said!("Write value, or editable = true"));
        }
        let value = raw
            .value
            .and_then(|value| self.bound(&format!("{key}.value"), measure, &value));
        Some(Bound {
            measure,
            value,
            editable: raw.editable,
        })
    }

    /// A figure has its unit beside it: nobody has to guess whether it is in metres or in feet.
    fn unit(&mut self, key: &str, measure: Measure, given: Option<&str>) {
        match (measure.unit(), given) {
            (Some(unit), None) => {
                let what = said!("the figure has no unit");
                self.fault(key, what, said!("Write unit = \"{}\"", unit));
            }
            (Some(unit), Some(given)) if unit != given => {
                let what = said!("“{}” is not its unit", short(given));
                self.fault(key, what, said!("Write it in {}, and unit = \"{}\"", unit, unit));
            }
            (None, Some(_)) => {
                let what = said!("a time and a place have no unit");
                self.fault(key, what, said!("Take it out"));
            }
            _ => {}
        }
    }

    fn bound(&mut self, key: &str, measure: Measure, value: &toml::Value) -> Option<BoundValue> {
        let read = match value {
            toml::Value::String(text) if measure.is_time() => {
                Time::strptime("%H:%M", text).ok().map(BoundValue::Time)
            }
            toml::Value::String(text) if measure == Measure::Place => {
                self.line(key, text, LONGEST_PLACE);
                Some(BoundValue::Place(text.clone()))
            }
            toml::Value::Integer(number) if measure.unit().is_some() => {
                u32::try_from(*number).ok().map(BoundValue::Number)
            }
            _ => None,
        };
        if read.is_none() {
            let todo = match measure {
                Measure::Place => said!("Write the place in quotes"),
                _ if measure.is_time() => said!("Write a time in quotes, as \"21:00\""),
                _ => said!("Write a whole number, without quotes"),
            };
            self.fault(key, said!("{} is no such value", value.to_string()), todo);
        }
        read
    }
}
