//! What each key of `rulebook.toml` may hold.

use super::{FORMAT, LONGEST_NAME, LONGEST_TEXT, RawInput, RawPeriod, RawSettings};
use crate::unseen::{in_line, in_lines};
use crate::{
    Authority, Input, InputType, LoadFault, LoadFaultKind, Localised, Period, PeriodBasis, PeriodUnit,
};
use feel::{Said, said, short};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

const MOST_MODELS: usize = 20;

/// Reads values, and notes every fault with its key.
pub(super) struct Check<'a> {
    pub file: &'a str,
    pub languages: Vec<String>,
    pub faults: Vec<LoadFault>,
}

impl Check<'_> {
    pub fn fault(&mut self, key: &str, what: Said, todo: Said) {
        let (file, column) = (self.file.to_owned(), Some(key.to_owned()));
        self.faults.push(LoadFault {
            file,
            column,
            what,
            todo,
            ..LoadFault::default()
        });
    }

    /// Says what the fault noted last is.
    pub fn which_is(&mut self, kind: LoadFaultKind) {
        if let Some(last) = self.faults.last_mut() {
            last.kind = kind;
        }
    }

    pub fn head(&mut self, raw: &RawSettings) {
        if raw.format != FORMAT {
            self.fault(
                "format",
                said!("“{}” is not known", short(&raw.format)),
                said!("Write placet-rulebook/1"),
            );
        }
        self.id("id", &raw.id, '-');
        self.line("version", &raw.version, 40);
        self.text("title", &raw.title, LONGEST_NAME);
        let prefix = &raw.reference_prefix;
        if !(2..=6).contains(&prefix.len()) || !prefix.bytes().all(|byte| byte.is_ascii_uppercase()) {
            self.fault(
                "reference_prefix",
                said!("“{}” is no prefix", short(prefix)),
                said!("Write 2 to 6 capital letters"),
            );
        }
        let plain = |code: &String| {
            (2..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if raw.languages.is_empty() || !raw.languages.iter().all(plain) {
            self.fault(
                "languages",
                said!("it is no list of language codes"),
                said!("Write them as [\"en\", \"km\"]"),
            );
        }
        self.distinct("languages", raw.languages.iter().map(String::as_str));
        if feel::time::Zone::named(&raw.timezone).is_none() {
            let what = said!("no time zone is called “{}”", short(&raw.timezone));
            self.fault(
                "timezone",
                what,
                said!("Write an IANA name such as Asia/Phnom_Penh"),
            );
        }
        self.line("decision", &raw.decision, LONGEST_NAME);
        if raw.decision.contains('/') {
            let what = said!(
                "the id “{}” has a /, by which rules are cited",
                short(&raw.decision)
            );
            self.fault("decision", what, said!("Give it another id"));
        }
        self.models(raw.dmn.all());
        if let Some(jurisdiction) = &raw.jurisdiction {
            self.jurisdiction(jurisdiction);
        }
    }

    /// The first day and the last.
    pub fn validity(&mut self, raw: &RawSettings) -> (Date, Option<Date>) {
        let from = self.date("valid_from", &raw.valid_from);
        let to = raw.valid_to.as_ref().map(|date| self.date("valid_to", date));
        if to.is_some_and(|last| last < from) {
            let what = said!("it lies before valid_from");
            self.fault("valid_to", what, said!("Give a later day"));
            self.which_is(LoadFaultKind::Validity);
        }
        (from, to)
    }

    fn models(&mut self, names: &[String]) {
        if names.is_empty() || names.len() > MOST_MODELS {
            let todo = said!("Name 1 to {}", MOST_MODELS);
            self.fault("dmn", said!("{} files are named", names.len()), todo);
        }
        self.distinct("dmn", names.iter().map(String::as_str));
        for name in names {
            self.line("dmn", name, LONGEST_NAME);
            if name.contains(['/', '\\']) {
                let what = said!("“{}” lies in another folder", short(name));
                self.fault("dmn", what, said!("Put the file beside rulebook.toml"));
            }
        }
    }

    pub fn input(&mut self, raw: RawInput) -> Input {
        let key = format!("input.{}", raw.id);
        self.id(&key, &raw.id, '_');
        self.text(&format!("{key}.question"), &raw.question, LONGEST_TEXT);
        if let Some(help) = &raw.help {
            self.text(&format!("{key}.help"), help, LONGEST_TEXT);
        }
        for choice in &raw.values {
            let key = format!("{key}.values.{}", choice.id);
            self.id(&key, &choice.id, '-');
            self.text(&key, &choice.label, LONGEST_NAME);
        }
        self.distinct(
            &format!("{key}.values"),
            raw.values.iter().map(|choice| choice.id.as_str()),
        );
        if let Some(unit) = &raw.unit {
            self.line(&format!("{key}.unit"), unit, LONGEST_NAME);
        }
        let numeric = raw.unit.is_some() || raw.whole || raw.least.is_some() || raw.most.is_some();
        if numeric && raw.kind != InputType::Number {
            self.fault(
                &key,
                said!("only a number has unit, whole, least and most"),
                said!("Take them out"),
            );
        }
        if !raw.values.is_empty() && raw.kind != InputType::Text {
            self.fault(&key, said!("only a text has values"), said!("Take them out"));
        }
        let least = raw
            .least
            .as_ref()
            .and_then(|value| self.number(&format!("{key}.least"), value));
        let most = raw
            .most
            .as_ref()
            .and_then(|value| self.number(&format!("{key}.most"), value));
        if least.zip(most).is_some_and(|(least, most)| least > most) {
            self.fault(&key, said!("least is more than most"), said!("Exchange them"));
        }
        Input {
            id: raw.id,
            kind: raw.kind,
            values: raw.values,
            unit: raw.unit,
            whole: raw.whole,
            least,
            most,
            required: raw.required,
            question: raw.question,
            help: raw.help,
        }
    }

    pub fn authorities(&mut self, authorities: &[Authority], lead: &str) {
        for authority in authorities {
            let key = format!("authority.{}", authority.id);
            self.id(&key, &authority.id, '-');
            self.text(&format!("{key}.name"), &authority.name, LONGEST_NAME);
            self.text(&format!("{key}.short"), &authority.short, LONGEST_NAME);
            self.id(&format!("{key}.calendar"), &authority.calendar, '-');
            self.days(&format!("{key}.period"), authority.period);
            self.basis(&format!("{key}.period_basis"), &authority.period_basis);
            self.contact(&key, authority);
        }
        self.distinct(
            "authority",
            authorities.iter().map(|authority| authority.id.as_str()),
        );
        let is_one = |id: &str| authorities.iter().any(|authority| authority.id == id);
        for authority in authorities {
            let mut readers = authority.sealed_readers.iter();
            if let Some(unknown) = readers.find(|one| !is_one(one)) {
                self.fault(
                    &format!("authority.{}.sealed_readers", authority.id),
                    said!("“{}” is none of the authorities", short(unknown)),
                    said!("Name one of them, or add it as [[authority]]"),
                );
            }
        }
        if !is_one(lead) {
            let what = said!("“{}” is none of the authorities", short(lead));
            self.fault(
                "lead",
                what,
                said!("Name one of them, or add it as [[authority]]"),
            );
        }
    }

    pub fn period(&mut self, id: String, raw: RawPeriod) -> (String, (Period, PeriodBasis)) {
        let key = format!("period.{id}");
        let period = Period {
            days: raw.days,
            unit: raw.unit,
        };
        self.id(&key, &id, '-');
        self.days(&key, period);
        self.basis(&format!("{key}.basis"), &raw.basis);
        (id, (period, raw.basis))
    }

    pub fn days(&mut self, key: &str, period: Period) {
        let most = if period.unit == PeriodUnit::Month { 36 } else { 366 };
        if !(1..=most).contains(&period.days) {
            self.fault(
                key,
                said!("{} days are no period", period.days),
                said!("Write 1 to 366 days, or 1 to 36 months"),
            );
        }
    }

    pub fn basis(&mut self, key: &str, basis: &PeriodBasis) {
        self.line(&format!("{key}.citation"), &basis.citation, LONGEST_TEXT);
        if let Some(link) = &basis.link {
            self.link(&format!("{key}.link"), link);
        }
    }

    pub fn id(&mut self, key: &str, id: &str, joint: char) {
        let first = id.chars().next().is_some_and(|first| first.is_ascii_lowercase());
        let rest = id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint);
        if !first || !rest || id.len() > 40 {
            let todo = said!(
                "Write a lower-case letter, then letters, digits and {}, 40 at most",
                joint
            );
            self.fault(key, said!("“{}” is no id", short(id)), todo);
        }
    }

    pub fn line(&mut self, key: &str, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.fault(key, said!("it is empty"), said!("Write it"));
        } else if let Some((what, todo)) = in_lines(text) {
            self.fault(key, what, todo);
        } else if text.chars().count() > most || in_line(text) {
            let todo = said!("Write one line of at most {} characters", most);
            self.fault(key, said!("it is too long or has a control character"), todo);
        }
    }

    pub fn text(&mut self, key: &str, text: &Localised, most: usize) {
        let written: BTreeSet<&str> = text.texts().map(|(language, _)| language).collect();
        for language in self.languages.clone() {
            if !written.contains(language.as_str()) {
                self.fault(
                    key,
                    said!("it has no text in “{}”", short(&language)),
                    said!("Add it"),
                );
                self.which_is(LoadFaultKind::Untranslated);
            }
        }
        for (language, text) in text.texts() {
            self.line(&format!("{key}.{language}"), text, most);
        }
    }

    pub fn distinct<'a>(&mut self, key: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.fault(
                    key,
                    said!("“{}” stands there twice", short(id)),
                    said!("Take one out"),
                );
            }
        }
    }

    pub fn number(&mut self, key: &str, value: &toml::Value) -> Option<Decimal> {
        let read = match value {
            toml::Value::Integer(_) | toml::Value::Float(_) => crate::number::decimal(&value.to_string()),
            _ => None,
        };
        if read.is_none() {
            self.fault(
                key,
                said!("{} is no number", value.to_string()),
                said!("Write it in digits"),
            );
        }
        read
    }

    pub fn date(&mut self, key: &str, value: &toml::Value) -> Date {
        let read = match value {
            toml::Value::Datetime(date) => crate::answer::iso_date(&date.to_string()),
            _ => None,
        };
        read.unwrap_or_else(|| {
            self.fault(
                key,
                said!("{} is no date", value.to_string()),
                said!("Write it as 2023-11-19, without quotes"),
            );
            self.which_is(LoadFaultKind::Validity);
            Date::MIN
        })
    }
}
