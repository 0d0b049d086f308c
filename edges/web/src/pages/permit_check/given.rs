//! What the address of a permit check says. Everything that was answered stands there and nowhere else: it can be kept, sent
//! to someone, and gone back from.

use crate::Failure;
use crate::form::Typed;
pub(super) use crate::kept::PERMIT_CHECK as HERE;
use desk::clearance::answer_field;
use rulebook::Rulebook;
use std::collections::BTreeMap;

/// The rulebook and the event's day; the version by which an address was made.
pub(super) const RULEBOOK: &str = "rulebook";
pub(super) const DATE: &str = "date";
pub(super) const VERSION: &str = "version";
/// The question that is to be shown, whether or not it was answered.
pub(super) const ASK: &str = "ask";
/// The questions that the page had which was sent.
pub(super) const ASKED: &str = "asked";
/// The most bytes that an address takes: far more than the answers to all that a rulebook asks.
const MOST_BYTES: usize = 8_000;
/// Letters of a version's hash that an address carries.
const LETTERS: usize = 12;

/// What an address says.
pub(super) struct Given {
    /// As it was typed.
    pub typed: Typed,
}

impl Given {
    /// Reads a query.
    pub fn read(query: &str) -> Result<Given, Failure> {
        if query.len() > MOST_BYTES {
            return Err(Failure::long_address());
        }
        let typed = Typed::read(query.as_bytes()).ok_or_else(Failure::long_address)?;
        Ok(Given { typed })
    }

    /// Whether anything at all was given.
    pub fn is_blank(&self) -> bool {
        self.typed.fields().next().is_none()
    }

    /// Every field, the first of those of one name.
    pub fn fields(&self) -> BTreeMap<String, String> {
        let mut fields = BTreeMap::new();
        for (name, value) in self.typed.fields() {
            fields.entry(name.to_owned()).or_insert_with(|| value.to_owned());
        }
        fields
    }

    /// Answers to questions that a rulebook does not ask: the field's name and what was answered.
    pub fn not_asked(&self, rulebook: &Rulebook) -> Vec<(String, String)> {
        let is_answer = |name: &str| name.starts_with(&answer_field(""));
        let is_asked = |name: &str| {
            rulebook
                .inputs()
                .iter()
                .any(|input| answer_field(&input.id) == name)
        };
        let fields = self.fields().into_iter();
        fields
            .filter(|(name, value)| is_answer(name) && !is_asked(name) && !value.trim().is_empty())
            .collect()
    }

    /// What the next address carries on: rulebook, day and version, then the answers in the order of the rulebook, then those
    /// that it does not ask for. Two checks that say the same have the same address.
    pub fn kept(&self, rulebook: Option<&Rulebook>) -> Vec<(String, String)> {
        let fields = self.fields();
        let version = rulebook.map(|rulebook| rulebook.hash().chars().take(LETTERS).collect());
        let mut kept: Vec<(String, String)> = vec![];
        for name in [RULEBOOK, DATE] {
            kept.extend(fields.get(name).map(|value| (name.to_owned(), value.clone())));
        }
        kept.extend(version.map(|version| (VERSION.to_owned(), version)));
        let inputs = rulebook.map_or(&[][..], Rulebook::inputs);
        let answers = inputs.iter().map(|input| answer_field(&input.id));
        let answers = answers.filter_map(|name| Some((name.clone(), fields.get(&name)?.clone())));
        kept.extend(answers);
        match rulebook {
            Some(rulebook) => kept.extend(self.not_asked(rulebook)),
            None => kept.extend(
                fields
                    .into_iter()
                    .filter(|(name, _)| name.starts_with(&answer_field(""))),
            ),
        }
        kept
    }

    /// Whether the address was made by another version of the rulebook.
    pub fn is_of_another(&self, rulebook: &Rulebook) -> bool {
        let version = self.typed.get(VERSION);
        !version.is_empty() && !rulebook.hash().starts_with(version)
    }
}

/// The address of a check, without the language; with a question that is to be shown, if one is named.
pub(super) fn address(kept: &[(String, String)], ask: Option<&str>) -> String {
    let head = format!("{HERE}?");
    let begin = head.len();
    let mut query = form_urlencoded::Serializer::for_suffix(head, begin);
    query.extend_pairs(kept);
    if let Some(ask) = ask {
        query.append_pair(ASK, ask);
    }
    query.finish()
}
