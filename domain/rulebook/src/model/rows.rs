//! The rows of a table: each a rule with its tests, its authority and what it rests on.

use super::columns::{Columns, NEEDED, Subject, UNTIL};
use super::{Answering, Place, Reader};
use crate::attached::{Attached, COLUMNS, PARTS};
use crate::decision::{Cell, Rule};
use crate::settings::is_link;
use crate::unary::{Unary, UnaryFault, literal_text};
use crate::{BasisKind, Field, LoadFaultKind, OVER};
use dmn::parts::{self, Text};
use feel::{said, short};

const LONGEST_CITATION: usize = 500;

impl Reader<'_> {
    /// Reads a row, counted from 1; all of its faults are noted.
    pub(super) fn rule(&mut self, row: usize, rule: &parts::Rule, columns: &Columns<'_>) -> Option<Rule> {
        let place = Place {
            line: rule.line,
            row: Some(row),
            column: None,
        };
        let cells = self.cells(place, rule, columns);
        let answer = rule.outputs.first().and_then(|text| self.answer(place, text));
        if rule.annotations.len() > columns.annotations.len() {
            let what = said!(
                "the row has {} annotations for {} columns",
                rule.annotations.len(),
                columns.annotations.len()
            );
            self.fault(place, what, said!("Take out what belongs to no column"));
        }
        let note = |name: &str| {
            let at = columns.annotations.iter().position(|column| column == name)?;
            Some(rule.annotations.get(at).cloned().unwrap_or_default())
        };
        // A column that is missing was noted once, for the table.
        let [reason, citation, kind] = NEEDED.map(note);
        let reason = reason.and_then(|id| self.reason(place, id));
        let citation = citation.and_then(|text| self.citation(place, text));
        let kind = kind.and_then(|name| self.kind(place, &name));
        let link = self.link(place, note("link").unwrap_or_default());
        let remark = self.note(place, note("note").unwrap_or_default());
        // What a rule that asks says beside it, one that withholds cannot, and the other way round.
        let asks = self.root.answering == Answering::Asks;
        let of_others = COLUMNS.into_iter().chain(["period"]).filter(|_| !asks);
        for name in of_others.chain(Some(UNTIL).filter(|_| asks)) {
            if note(name).is_some_and(|cell| !cell.is_empty()) {
                self.unheeded(place.in_column(name));
            }
        }
        let own = |name: &str| note(name).filter(|_| asks);
        let period = self.period(place, own("period").unwrap_or_default());
        let attached = self.attached(place, &own);
        let until = note(UNTIL).filter(|_| !asks).unwrap_or_default();
        let until_over = self.until_over(place, &until);
        Some(Rule {
            id: Some(rule.id.clone()).filter(|id| !id.is_empty()),
            cells: cells?,
            answer: answer?,
            reason: reason?,
            citation: citation?,
            kind: kind?,
            period: period?,
            link: link?,
            note: remark?,
            attached: attached?,
            until_over: until_over?,
        })
    }

    /// A cell that says what its table does not decide: nobody would do as it says.
    fn unheeded(&mut self, place: Place<'_>) {
        let what = match self.root.answering {
            Answering::Asks => said!("a rule that asks an authority withholds nothing"),
            Answering::Withholds => said!("a rule that withholds asks nobody, for no time and for nothing"),
        };
        self.fault(
            place,
            what,
            said!("Take it out, or write it into the other table"),
        );
    }

    fn cells(&mut self, place: Place<'_>, rule: &parts::Rule, columns: &Columns<'_>) -> Option<Vec<Cell>> {
        let read = |(text, subject): (&Text, &Option<Subject<'_>>)| {
            let subject = subject.as_ref()?;
            self.cell(text, subject)
                .map_err(|fault| {
                    let place = Place {
                        line: text.line,
                        column: Some(subject.name()),
                        ..place
                    };
                    self.fault(place, fault.what, fault.todo);
                })
                .ok()
        };
        let cells: Vec<Option<Cell>> = rule.inputs.iter().zip(&columns.inputs).map(read).collect();
        cells.into_iter().collect()
    }

    fn cell(&self, text: &Text, subject: &Subject<'_>) -> Result<Cell, UnaryFault> {
        let (test, mut reads) = match subject {
            Subject::Input(input) => (
                Unary::read(&text.text, input, &self.names, &self.trial)?,
                vec![input.id.clone()],
            ),
            Subject::Decision { reads, .. } => {
                (Unary::read_of_decision(&text.text, &self.names)?, reads.clone())
            }
        };
        match &test {
            Unary::Feel(test) => reads.extend(self.graph.named_in(&test.0)),
            _ => reads.clear(),
        }
        reads.sort_unstable();
        reads.dedup();
        Ok(Cell {
            input: subject.name().to_owned(),
            text: text.text.clone(),
            test,
            reads,
        })
    }

    /// What a rule answers with: the id of an authority, or the name of a field.
    fn answer(&mut self, place: Place<'_>, written: &Text) -> Option<String> {
        let answering = self.root.answering;
        let place = Place {
            line: written.line,
            column: Some(answering.column()),
            ..place
        };
        let Some(id) = literal_text(&written.text) else {
            let what = said!("“{}” is no text in quotes", short(&written.text));
            let todo = match answering {
                Answering::Asks => said!("Write the id of an authority, such as \"mfaic\""),
                Answering::Withholds => said!("Write the name of a field, such as \"place\""),
            };
            self.fault(place, what, todo);
            return None;
        };
        match answering {
            Answering::Asks => self.authority(place, id),
            Answering::Withholds => self.field(place, id),
        }
    }

    /// A field that can be withheld: one that `rulebook.toml` lets be public.
    fn field(&mut self, place: Place<'_>, name: String) -> Option<String> {
        let shows = self.settings.public.as_ref().map(|public| &public.shows);
        let known = |field: Field| shows.is_some_and(|shows| shows.contains_key(&field));
        if name.parse().is_ok_and(known) {
            return Some(name);
        }
        let what = said!(
            "“{}” is nothing that [public] of rulebook.toml shows",
            short(&name)
        );
        let todo = said!("Name a key of [public.shows], or answer. and one of [public.answers]");
        self.fault(place, what, todo);
        None
    }

    /// Whether what a rule withholds is told once the event is over.
    fn until_over(&mut self, place: Place<'_>, until: &str) -> Option<bool> {
        if until.is_empty() || until == OVER {
            return Some(until == OVER);
        }
        let what = said!("“{}” is no end of withholding", short(until));
        let todo = said!("Write {}, or leave the cell empty: then it never ends", OVER);
        self.fault(place.in_column(UNTIL), what, todo);
        None
    }

    fn authority(&mut self, place: Place<'_>, id: String) -> Option<String> {
        if !self.settings.authorities.iter().any(|known| known.id == id) {
            let what = said!("“{}” is no [[authority]] of rulebook.toml", short(&id));
            self.fault(place, what, said!("Name one of those, or add it there"));
            self.which_is(LoadFaultKind::UnknownAuthority);
            return None;
        }
        Some(id)
    }

    fn reason(&mut self, place: Place<'_>, id: String) -> Option<String> {
        if self.settings.reasons.contains_key(&id) {
            return Some(id);
        }
        let what = said!("“{}” is no [reason] of rulebook.toml", short(&id));
        self.fault(
            place.in_column("reason"),
            what,
            said!("Name one of those, or add it there"),
        );
        None
    }

    fn citation(&mut self, place: Place<'_>, text: String) -> Option<String> {
        let fits = !text.is_empty()
            && text.chars().count() <= LONGEST_CITATION
            && !text.contains(['\n', '\r', '\t']);
        if fits {
            return Some(text);
        }
        let what = if text.is_empty() {
            said!("the rule cites nothing")
        } else {
            said!("the citation is no line of 500 characters")
        };
        self.fault(
            place.in_column("citation"),
            what,
            said!("Write what the rule rests on, as a person would look it up"),
        );
        self.which_is(LoadFaultKind::MissingCitation);
        None
    }

    fn kind(&mut self, place: Place<'_>, name: &str) -> Option<BasisKind> {
        let kind = BasisKind::named(name);
        if kind.is_none() {
            let what = said!("“{}” does not say what the rule is", short(name));
            self.fault(
                place.in_column("kind"),
                what,
                said!("Write law, regulation, practice or assumption"),
            );
        }
        kind
    }

    /// `Some(None)`: the rule has no period of its own.
    fn period(&mut self, place: Place<'_>, id: String) -> Option<Option<String>> {
        if id.is_empty() || self.settings.periods.contains_key(&id) {
            return Some(Some(id).filter(|id| !id.is_empty()));
        }
        let what = said!("“{}” is no [period] of rulebook.toml", short(&id));
        let todo = said!("Name one of those, add it there, or leave the cell empty");
        self.fault(place.in_column("period"), what, todo);
        None
    }

    /// `Some(None)`: the rule has no link.
    fn link(&mut self, place: Place<'_>, link: String) -> Option<Option<String>> {
        if link.is_empty() || is_link(&link) {
            return Some(Some(link).filter(|link| !link.is_empty()));
        }
        let what = said!("“{}” is no https address", short(&link));
        self.fault(
            place.in_column("link"),
            what,
            said!("Write it as https://…, or leave the cell empty"),
        );
        None
    }

    /// `Some(None)`: the rule has no note.
    fn note(&mut self, place: Place<'_>, text: String) -> Option<Option<String>> {
        if text.chars().count() <= LONGEST_CITATION {
            return Some(Some(text).filter(|text| !text.is_empty()));
        }
        let what = said!("the note has more than {} characters", LONGEST_CITATION);
        self.fault(place.in_column("note"), what, said!("Shorten it"));
        None
    }

    fn attached(&mut self, place: Place<'_>, note: &impl Fn(&str) -> Option<String>) -> Option<Attached> {
        let known = self.settings.attachments.ids();
        let mut lists = COLUMNS
            .iter()
            .zip(PARTS)
            .zip(known)
            .map(|((column, part), known)| {
                let written = note(column).unwrap_or_default();
                self.ids(place.in_column(column), part, &known, &written)
            });
        let mut next = || lists.next().flatten();
        let all = [next(), next(), next(), next(), next()];
        let [documents, fees, conditions, lead_times, distances] = all;
        Some(Attached {
            documents: documents?,
            fees: fees?,
            conditions: conditions?,
            lead_times: lead_times?,
            distances: distances?,
        })
    }

    /// Ids between commas; none in an empty cell.
    fn ids(&mut self, place: Place<'_>, part: &str, known: &[&str], written: &str) -> Option<Vec<String>> {
        let ids: Vec<&str> = written.split(',').map(str::trim).collect();
        let ids = if written.trim().is_empty() { vec![] } else { ids };
        let mut fine = true;
        for (at, id) in ids.iter().enumerate() {
            let twice = ids.iter().take(at).any(|other| other == id);
            if known.contains(id) && !twice {
                continue;
            }
            fine = false;
            let what = if twice {
                said!("“{}” stands there twice", short(id))
            } else {
                said!("“{}” is no [{}] of rulebook.toml", short(id), part)
            };
            let todo = said!("Name each once, between commas, add it there, or leave the cell empty");
            self.fault(place, what, todo);
        }
        fine.then(|| ids.into_iter().map(str::to_owned).collect())
    }
}
