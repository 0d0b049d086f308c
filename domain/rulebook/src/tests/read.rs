//! `tests/*.toml`, read against the rulebook that they test.

use super::{Case, Expected, ExpectedAuthority};
use crate::answer::{iso_date, typed};
use crate::unseen::in_line;
use crate::{Answers, CaseFault, Field, Period, Rulebook};
use feel::{Said, said, short};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const LARGEST_FILE: usize = 1_000_000;
const LONGEST_NAME: usize = 200;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    case: Vec<RawCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCase {
    name: String,
    #[serde(default)]
    answers: BTreeMap<String, toml::Value>,
    event_date: Option<toml::Value>,
    #[serde(default)]
    authorities: BTreeMap<String, RawAuthority>,
    withheld: Option<Vec<String>>,
    refused: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAuthority {
    rules: Option<Vec<String>>,
    period: Option<Period>,
}

/// Reads files of cases, each with its name and its text.
///
/// # Errors
/// Every fault of every file at once, with file, case and key.
pub fn read(rulebook: &Rulebook, files: &[(&str, &str)]) -> Result<Vec<Case>, Vec<CaseFault>> {
    let mut reader = Reader {
        rulebook,
        file: "",
        names: BTreeSet::new(),
        faults: vec![],
    };
    let mut cases = vec![];
    for (name, text) in files {
        reader.file = name;
        match raw(name, text) {
            Ok(raw) => cases.extend(raw.case.into_iter().map(|raw| reader.case(raw))),
            Err(fault) => reader.faults.push(fault),
        }
    }
    if reader.faults.is_empty() {
        Ok(cases)
    } else {
        Err(reader.faults)
    }
}

fn raw(name: &str, text: &str) -> Result<RawFile, CaseFault> {
    let fault = |line, what: Said| CaseFault {
        file: name.to_owned(),
        line,
        case: None,
        key: None,
        what,
    };
    if text.len() > LARGEST_FILE {
        return Err(fault(
            None,
            said!("the file has more than a million bytes. Split it"),
        ));
    }
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        let line = before.map(|before| before.matches('\n').count() + 1);
        let what = error.message().trim_end_matches('.').replace('\n', ", ");
        fault(
            line,
            said!(
                "{}. What each key may hold stands in docs/formats/rulebook.md",
                what
            ),
        )
    })
}

struct Reader<'a> {
    rulebook: &'a Rulebook,
    file: &'a str,
    /// The names of the cases read.
    names: BTreeSet<String>,
    faults: Vec<CaseFault>,
}

impl Reader<'_> {
    fn fault(&mut self, case: &str, key: &str, what: Said) {
        self.faults.push(CaseFault {
            file: self.file.to_owned(),
            line: None,
            case: Some(short(case)),
            key: Some(key.to_owned()),
            what,
        });
    }

    fn case(&mut self, raw: RawCase) -> Case {
        let name = raw.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || in_line(&name) {
            let what = said!("it is no line of 1 to {} characters. Write one", LONGEST_NAME);
            self.fault(&name, "name", what);
        } else if !self.names.insert(name.clone()) {
            let what = said!("another case has that name. Give each its own");
            self.fault(&name, "name", what);
        }
        let event_date = raw.event_date.as_ref().and_then(|written| {
            let day = match written {
                toml::Value::Datetime(day) => iso_date(&day.to_string()),
                _ => None,
            };
            if day.is_none() {
                let what = said!(
                    "{} is no date. Write it as 2023-11-19, without quotes",
                    written.to_string()
                );
                self.fault(&name, "event_date", what);
            }
            day
        });
        let answers = self.answers(&raw.answers);
        if let (Err(error), None) = (&answers, &raw.refused) {
            self.fault(&name, "answers", said!("{}", error));
        }
        if raw.refused.is_some() && !raw.authorities.is_empty() {
            let what = said!("a case that is refused asks nobody. Leave one of the two");
            self.fault(&name, "refused", what);
        }
        let withheld = raw.withheld.map(|fields| self.withheld(&name, fields));
        let expected = match raw.refused {
            Some(words) => Expected::Refused(words),
            None => Expected::Authorities(self.authorities(&name, raw.authorities)),
        };
        Case {
            file: self.file.to_owned(),
            name,
            answers,
            event_date,
            expected,
            withheld,
        }
    }

    /// The fields that must be withheld, each of which the rulebook lets be public.
    fn withheld(&mut self, case: &str, fields: Vec<String>) -> BTreeSet<String> {
        let shows = self.rulebook.public().map(|public| &public.shows);
        let known = |field: Field| shows.is_some_and(|shows| shows.contains_key(&field));
        for name in fields.iter().filter(|name| !name.parse().is_ok_and(known)) {
            let what = said!(
                "“{}” is nothing that [public] of rulebook.toml shows",
                short(name)
            );
            self.fault(case, "withheld", what);
        }
        fields.into_iter().collect()
    }

    /// The answers, or why the first that is none is none: a case may expect just that.
    fn answers(&self, raw: &BTreeMap<String, toml::Value>) -> Result<Answers, String> {
        let read = |(id, value): (&String, &toml::Value)| {
            let typed = typed(value).ok_or("a list or a table is no answer".to_owned());
            let read = typed.and_then(|typed| {
                let answer = self.rulebook.answer(id, &typed);
                answer.map_err(|fault| fault.to_string())
            });
            read.map(|value| (id.clone(), value))
                .map_err(|fault| format!("{id}: {fault}"))
        };
        raw.iter().map(read).collect()
    }

    fn authorities(
        &mut self,
        case: &str,
        raw: BTreeMap<String, RawAuthority>,
    ) -> BTreeMap<String, ExpectedAuthority> {
        let decision = &self.rulebook.decision;
        let known: BTreeSet<String> = (0..decision.rules.len()).map(|at| decision.cited(at)).collect();
        let mut authorities = BTreeMap::new();
        for (id, expected) in raw {
            let key = format!("authorities.{id}");
            if self.rulebook.authority(&id).is_none() {
                let what = said!("the rulebook has no such authority. Name one that it has");
                self.fault(case, &key, what);
            }
            for rule in expected
                .rules
                .iter()
                .flatten()
                .filter(|rule| !known.contains(*rule))
            {
                let what = said!(
                    "the table has no rule {}. Write one as {}, rows counted from 1",
                    rule,
                    decision.cited(0)
                );
                self.fault(case, &format!("{key}.rules"), what);
            }
            let expected = ExpectedAuthority {
                rules: expected.rules.map(|rules| rules.into_iter().collect()),
                period: expected.period,
            };
            authorities.insert(id, expected);
        }
        authorities
    }
}
