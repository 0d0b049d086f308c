//! The case file: an event as asked for, with the answers that a rulebook needs (`docs/formats/case-file.md`).

use crate::answer::{iso_date, typed};
use crate::unseen::in_line;
use crate::{Answers, CaseFault, Rulebook};
use feel::said;
use jiff::civil::{Date, Time};
use serde::Deserialize;
use std::collections::BTreeMap;

const FORMAT: &str = "placet-case/1";
const LARGEST_FILE: usize = 256_000;
const LONGEST_LINE: usize = 200;
const MOST_ORGANISERS: usize = 20;

/// A case that was read against its rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The id of its rulebook.
    pub rulebook: String,
    /// What the event is called.
    pub title: String,
    /// When, where and by whom it is held.
    pub event: CaseEvent,
    /// What the rulebook asked.
    pub answers: Answers,
}

/// The event of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEvent {
    /// The day, in the rulebook's time zone.
    pub date: Date,
    /// When it begins.
    pub from: Time,
    /// When it ends; not later than `from` means the next morning.
    pub to: Time,
    /// Where, in words.
    pub place: String,
    /// Who holds it; the first one asks.
    pub organisers: Vec<String>,
}

/// The rulebook that a case file asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its id.
    pub rulebook: String,
    /// The version, if it is not to be the one in force.
    pub version: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCase {
    format: String,
    rulebook: String,
    version: Option<String>,
    title: String,
    event: RawEvent,
    #[serde(default)]
    answers: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvent {
    date: toml::Value,
    from: toml::Value,
    to: toml::Value,
    place: String,
    organisers: Vec<String>,
}

impl Case {
    /// The rulebook that a case file asks for, so that it can be loaded before the file is read whole.
    ///
    /// # Errors
    /// The file is no case file.
    pub fn wanted(name: &str, text: &str) -> Result<Wanted, CaseFault> {
        let raw = raw(name, text)?;
        Ok(Wanted {
            rulebook: raw.rulebook,
            version: raw.version,
        })
    }

    /// Reads a case file.
    ///
    /// # Errors
    /// Every fault of the file at once, unless it is no TOML of this shape.
    pub fn parse(name: &str, text: &str, rulebook: &Rulebook) -> Result<Case, Vec<CaseFault>> {
        let raw = raw(name, text).map_err(|fault| vec![fault])?;
        let mut reader = Reader {
            file: name,
            faults: vec![],
        };
        if raw.rulebook != rulebook.id() {
            let what = format!(
                "the case asks for {}, and {} was given. Use that rulebook",
                raw.rulebook,
                rulebook.id()
            );
            reader.fault("rulebook", what);
        }
        if let Some(version) = raw.version.filter(|version| version != rulebook.version()) {
            let what = format!(
                "the case asks for version {}, and {} was given. Use that version, or name none",
                short(&version),
                rulebook.version()
            );
            reader.fault("version", what);
        }
        reader.line("title", &raw.title);
        let event = reader.event(raw.event);
        let answers = reader.answers(&raw.answers, rulebook);
        match event {
            Some(event) if reader.faults.is_empty() => Ok(Case {
                rulebook: raw.rulebook,
                title: raw.title.trim().to_owned(),
                event,
                answers,
            }),
            _ => Err(reader.faults),
        }
    }
}

fn raw(name: &str, text: &str) -> Result<RawCase, CaseFault> {
    let fault = |line, key: Option<&str>, what: String| CaseFault {
        file: name.to_owned(),
        line,
        case: None,
        key: key.map(str::to_owned),
        what: said!("{}", what),
    };
    if text.len() > LARGEST_FILE {
        return Err(fault(
            None,
            None,
            "the file is larger than 256 kB. Shorten it".to_owned(),
        ));
    }
    let raw: RawCase = toml::from_str(text).map_err(|error| {
        let line = error
            .span()
            .and_then(|span| text.get(..span.start))
            .map(|before| before.matches('\n').count() + 1);
        let what = error.message().trim_end_matches('.').replace('\n', ", ");
        fault(
            line,
            None,
            format!("{what}. What each key may hold stands in docs/formats/case-file.md"),
        )
    })?;
    if raw.format != FORMAT {
        return Err(fault(
            None,
            Some("format"),
            format!(
                "\u{201c}{}\u{201d} is not known. Write {FORMAT}",
                short(&raw.format)
            ),
        ));
    }
    Ok(raw)
}

struct Reader<'a> {
    file: &'a str,
    faults: Vec<CaseFault>,
}

impl Reader<'_> {
    fn fault(&mut self, key: &str, what: String) {
        self.faults.push(CaseFault {
            file: self.file.to_owned(),
            line: None,
            case: None,
            key: Some(key.to_owned()),
            what: said!("{}", what),
        });
    }

    fn line(&mut self, key: &str, text: &str) {
        let count = text.trim().chars().count();
        if count == 0 {
            self.fault(key, "it is empty. Write it".to_owned());
        } else if count > LONGEST_LINE || in_line(text) {
            let what = format!("it is no line of at most {LONGEST_LINE} characters. Shorten it to one");
            self.fault(key, what);
        }
    }

    fn event(&mut self, raw: RawEvent) -> Option<CaseEvent> {
        let date = self.native("event.date", &raw.date, "2023-11-19", iso_date);
        let from = self.native("event.from", &raw.from, "18:30:00", time);
        let to = self.native("event.to", &raw.to, "21:00:00", time);
        self.line("event.place", &raw.place);
        if raw.organisers.is_empty() || raw.organisers.len() > MOST_ORGANISERS {
            let what = format!(
                "{} organisers are named. Name 1 to {MOST_ORGANISERS}",
                raw.organisers.len()
            );
            self.fault("event.organisers", what);
        }
        for organiser in &raw.organisers {
            self.line("event.organisers", organiser);
        }
        let organisers = raw.organisers.iter().map(|name| name.trim().to_owned()).collect();
        Some(CaseEvent {
            date: date?,
            from: from?,
            to: to?,
            place: raw.place.trim().to_owned(),
            organisers,
        })
    }

    /// A date or a time, which TOML writes without quotes.
    fn native<T>(
        &mut self,
        key: &str,
        value: &toml::Value,
        example: &str,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let native = match value {
            toml::Value::Datetime(native) => read(&native.to_string()),
            _ => None,
        };
        if native.is_none() {
            self.fault(
                key,
                format!(
                    "{} is not taken. Write it as {example}, without quotes",
                    short(&value.to_string())
                ),
            );
        }
        native
    }

    fn answers(&mut self, raw: &BTreeMap<String, toml::Value>, rulebook: &Rulebook) -> Answers {
        let mut answers = Answers::new();
        for (id, value) in raw {
            let read = match typed(value) {
                Some(typed) => rulebook.answer(id, &typed).map_err(|fault| fault.to_string()),
                None => Err("a list or a table is no answer. Write one value".to_owned()),
            };
            match read {
                Ok(value) => {
                    answers.insert(id.clone(), value);
                }
                Err(what) => self.fault(&format!("answers.{}", short(id)), what),
            }
        }
        for input in rulebook
            .inputs()
            .iter()
            .filter(|input| input.required && !raw.contains_key(&input.id))
        {
            let question = input.question.in_language("en");
            self.fault(
                &format!("answers.{}", input.id),
                format!("the answer is missing. Add it: {question}"),
            );
        }
        answers
    }
}

fn time(text: &str) -> Option<Time> {
    (5..=8).contains(&text.len()).then(|| text.parse().ok()).flatten()
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
