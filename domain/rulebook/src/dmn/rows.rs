//! The rows of a table: each a rule with its tests, its authority and what it rests on.

use super::columns::{Columns, NEEDED};
use super::{Place, Reader};
use crate::decision::{Cell, Rule};
use crate::load_error::quoted;
use crate::unary::{Unary, string_literal};
use crate::xml::Element;
use crate::{LoadFaultKind, RuleKind};

const LONGEST_CITATION: usize = 500;

impl Reader<'_> {
    /// Reads a row, counted from 1; all of its faults are noted.
    pub(super) fn rule(&mut self, row: usize, rule: &Element, columns: &Columns) -> Option<Rule> {
        let place = Place {
            row: Some(row),
            column: None,
        };
        self.only(rule, &["inputEntry", "outputEntry", "annotationEntry"], place);
        let cells = self.cells(row, rule, columns);
        let authority = self.authority(row, rule);
        let notes: Vec<&Element> = rule.all("annotationEntry").collect();
        if notes.len() > columns.annotations.len() {
            let what = format!(
                "the row has {} annotations for {} columns",
                notes.len(),
                columns.annotations.len()
            );
            self.fault(rule, place, what, "Take out what belongs to no column");
        }
        for (entry, column) in notes.iter().zip(&columns.annotations) {
            self.only(
                entry,
                &["text"],
                Place {
                    row: Some(row),
                    column: Some(column),
                },
            );
        }
        let note = |name: &str| {
            let at = columns.annotations.iter().position(|column| column == name)?;
            Some(notes.get(at).map_or("", |entry| entry.written()).to_owned())
        };
        // A column that is missing was noted once, for the table.
        let [reason, citation, kind] = NEEDED.map(note);
        let reason = reason.and_then(|id| self.reason(row, rule, id));
        let citation = citation.and_then(|text| self.citation(row, rule, text));
        let kind = kind.and_then(|name| self.kind(row, rule, &name));
        let period = self.period(row, rule, note("period").unwrap_or_default());
        Some(Rule {
            id: rule.attribute("id").map(str::to_owned),
            cells: cells?,
            authority: authority?,
            reason: reason?,
            citation: citation?,
            kind: kind?,
            period: period?,
        })
    }

    fn cells(&mut self, row: usize, rule: &Element, columns: &Columns) -> Option<Vec<Cell>> {
        let entries: Vec<&Element> = rule.all("inputEntry").collect();
        if entries.len() != columns.inputs.len() {
            let what = format!(
                "the row has {} tests for {} columns",
                entries.len(),
                columns.inputs.len()
            );
            let place = Place {
                row: Some(row),
                column: None,
            };
            self.fault(
                rule,
                place,
                what,
                "Give each column one test; - where any answer will do",
            );
            return None;
        }
        let read = |(entry, input): (&&Element, &Option<crate::Input>)| {
            let input = input.as_ref()?;
            self.only_text(
                entry,
                Place {
                    row: Some(row),
                    column: Some(&input.id),
                },
            );
            self.expression_language(entry);
            match Unary::read(entry.written(), input) {
                Ok(test) => Some(Cell {
                    input: input.id.clone(),
                    text: entry.written().to_owned(),
                    test,
                }),
                Err(fault) => {
                    let place = Place {
                        row: Some(row),
                        column: Some(&input.id),
                    };
                    self.fault(entry, place, fault.what, &fault.todo);
                    None
                }
            }
        };
        let cells: Vec<Option<Cell>> = entries.iter().zip(&columns.inputs).map(read).collect();
        cells.into_iter().collect()
    }

    fn authority(&mut self, row: usize, rule: &Element) -> Option<String> {
        let place = Place {
            row: Some(row),
            column: Some("authority"),
        };
        let entries: Vec<&Element> = rule.all("outputEntry").collect();
        let [entry] = entries.as_slice() else {
            let what = format!("the row has {} answers, where one belongs", entries.len());
            self.fault(rule, place, what, "Write one authority as its answer");
            return None;
        };
        self.only_text(entry, place);
        self.expression_language(entry);
        let written = entry.written();
        let literal = string_literal(written).filter(|(_, rest)| rest.trim().is_empty());
        let Some((id, _)) = literal else {
            let what = format!("{} is no text in quotes", quoted(written));
            self.fault(
                entry,
                place,
                what,
                "Write the id of an authority, such as \"mfaic\"",
            );
            return None;
        };
        if !self.settings.authorities.iter().any(|known| known.id == id) {
            let what = format!("{} is no [[authority]] of rulebook.toml", quoted(&id));
            self.fault(entry, place, what, "Name one of those, or add it there");
            self.which_is(LoadFaultKind::UnknownAuthority);
            return None;
        }
        Some(id)
    }

    fn reason(&mut self, row: usize, rule: &Element, id: String) -> Option<String> {
        if self.settings.reasons.contains_key(&id) {
            return Some(id);
        }
        let what = format!("{} is no [reason] of rulebook.toml", quoted(&id));
        self.fault(
            rule,
            Place {
                row: Some(row),
                column: Some("reason"),
            },
            what,
            "Name one of those, or add it there",
        );
        None
    }

    fn citation(&mut self, row: usize, rule: &Element, text: String) -> Option<String> {
        let fits = !text.is_empty()
            && text.chars().count() <= LONGEST_CITATION
            && !text.chars().any(char::is_control);
        if fits {
            return Some(text);
        }
        let what = if text.is_empty() {
            "the rule cites nothing"
        } else {
            "the citation is no line of 500 characters"
        };
        let place = Place {
            row: Some(row),
            column: Some("citation"),
        };
        self.fault(
            rule,
            place,
            what.to_owned(),
            "Write what the rule rests on, as a person would look it up",
        );
        self.which_is(LoadFaultKind::MissingCitation);
        None
    }

    fn kind(&mut self, row: usize, rule: &Element, name: &str) -> Option<RuleKind> {
        let kind = RuleKind::named(name);
        if kind.is_none() {
            let what = format!("{} does not say what the rule is", quoted(name));
            let place = Place {
                row: Some(row),
                column: Some("kind"),
            };
            self.fault(rule, place, what, "Write law, regulation or practice");
        }
        kind
    }

    /// `Some(None)`: the rule has no period of its own.
    fn period(&mut self, row: usize, rule: &Element, id: String) -> Option<Option<String>> {
        if id.is_empty() || self.settings.periods.contains_key(&id) {
            return Some(Some(id).filter(|id| !id.is_empty()));
        }
        let what = format!("{} is no [period] of rulebook.toml", quoted(&id));
        let place = Place {
            row: Some(row),
            column: Some("period"),
        };
        self.fault(
            rule,
            place,
            what,
            "Name one of those, add it there, or leave the cell empty",
        );
        None
    }
}
