//! A cell of a rule as a form asks for it: chosen where there is something to choose, typed where there is not. What the file
//! has is the exception, folded away: written over, it counts.

use super::attached::{called, meaning};
use super::columns::Called;
use super::compared::{self, AS_WRITTEN};
use super::names::withholds;
use crate::Text;
use crate::form::Typed;
use crate::parts::Choice;
use crate::untold::field_name;
use crate::wording::begun;
use desk::FieldFault;
use desk::governance::{Cells, Column, Table};
use rulebook::{Field, Input, InputType, Localised, OVER, Rulebook};

/// A cell with what it may say.
pub(super) struct Cell<'a> {
    /// The field of its text, as the file has it.
    pub name: String,
    pub label: String,
    /// What the file says now.
    pub own: &'a str,
    pub takes: Takes<'a>,
}

/// What a cell may say.
pub(super) enum Takes<'a> {
    /// A test of the answer to a question, with what helps to write it.
    Test(&'a Input, String),
    /// One of these; in the file between quotation marks, if it is an answer of the table.
    One { of: Vec<Choice>, quoted: bool },
    /// One of a few, which are all shown.
    Shown(Vec<Choice>),
    /// Any of these, between commas.
    Several(Vec<Choice>),
    /// A text, with what helps to write it.
    Text(String),
}

/// The cells of a rule, column by column: what is tested, what is answered, what is noted.
pub(super) struct RuleCells<'a> {
    pub inputs: Vec<Cell<'a>>,
    pub outputs: Vec<Cell<'a>>,
    pub annotations: Vec<Cell<'a>>,
}

impl<'a> RuleCells<'a> {
    /// Those of a rule as it stands; without a version that is loaded there is nothing to choose from.
    pub fn of(t: Text, rulebook: Option<&'a Rulebook>, table: &'a Table, own: &'a Cells) -> RuleCells<'a> {
        let about = About { t, rulebook, table };
        let inputs = (1..).zip(table.inputs.iter().zip(&own.inputs));
        let outputs = (1..).zip(table.outputs.iter().zip(&own.outputs));
        let annotations = (1..).zip(table.annotations.iter().zip(&own.annotations));
        RuleCells {
            inputs: inputs
                .map(|(place, (column, own))| about.input(place, column, own))
                .collect(),
            outputs: outputs
                .map(|(place, (column, own))| about.output(place, column, own))
                .collect(),
            annotations: annotations
                .map(|(place, (column, own))| about.note(place, column, own))
                .collect(),
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &Cell<'a>> {
        self.inputs.iter().chain(&self.outputs).chain(&self.annotations)
    }

    /// The fields of the form as the rule stands.
    pub fn filled(&self) -> Typed {
        self.all().fold(Typed::default(), |typed, cell| cell.fill(typed))
    }

    /// The fields that say which columns of boxes a form has: of boxes of which none is ticked nothing is sent.
    pub fn with_boxes(&self) -> impl Iterator<Item = String> {
        let boxes = self.all().filter(|cell| matches!(cell.takes, Takes::Several(_)));
        boxes.map(Cell::sent)
    }

    /// What was sent, as the file will have it.
    ///
    /// # Errors
    /// Everything that says nothing, each beside its field.
    pub fn sent(&self, typed: &Typed) -> Result<Cells, Vec<FieldFault>> {
        let mut faults = vec![];
        let mut read = |cells: &[Cell<'_>]| -> Vec<String> {
            let one = |cell: &Cell<'_>| match cell.read(typed) {
                Ok(text) => text,
                Err(fault) => {
                    faults.push(fault);
                    cell.own.to_owned()
                }
            };
            cells.iter().map(one).collect()
        };
        let cells = Cells {
            inputs: read(&self.inputs),
            outputs: read(&self.outputs),
            annotations: read(&self.annotations),
        };
        if faults.is_empty() { Ok(cells) } else { Err(faults) }
    }

    /// A fault of a cell, said at the field in which it was made.
    pub fn placed(&self, mut fault: FieldFault, typed: &Typed) -> FieldFault {
        if let Some(cell) = self.all().find(|cell| cell.name == fault.field) {
            fault.field = cell.made_at(typed);
        }
        fault
    }
}

/// What columns are told by.
struct About<'a> {
    t: Text,
    rulebook: Option<&'a Rulebook>,
    table: &'a Table,
}

impl<'a> About<'a> {
    fn said(&self, text: &Localised) -> String {
        text.in_language(self.t.language().tag()).to_owned()
    }

    fn input(&self, place: usize, column: &'a Column, own: &'a str) -> Cell<'a> {
        let called = Called::of(self.t, self.rulebook, column);
        let input = self.rulebook.and_then(|rulebook| rulebook.input(&column.key));
        let chosen = input.filter(|input| input.kind != InputType::Text || !input.values.is_empty());
        Cell {
            name: format!("input-{place}"),
            label: called.label().to_owned(),
            own,
            takes: match chosen {
                Some(input) => Takes::Test(input, called.hint()),
                None => Takes::Text(called.hint()),
            },
        }
    }

    fn output(&self, place: usize, column: &'a Column, own: &'a str) -> Cell<'a> {
        let asks = self
            .rulebook
            .filter(|rulebook| rulebook.decision() == self.table.decision);
        let withholding = self
            .rulebook
            .filter(|rulebook| withholds(rulebook, &self.table.decision));
        let of = match (asks, withholding) {
            (Some(rulebook), _) => {
                let all = rulebook.authorities().iter();
                Some(
                    all.map(|one| Choice::new(one.id.as_str(), self.said(&one.name)))
                        .collect(),
                )
            }
            (None, Some(rulebook)) => Some(self.fields(rulebook)),
            (None, None) => None,
        };
        let takes = of.map_or_else(
            || Takes::Text(self.t.get("rule-answers").into_owned()),
            |of| Takes::One { of, quoted: true },
        );
        let label = match (asks, withholding) {
            (Some(_), _) => self.t.get("rulebook-authority").into_owned(),
            (None, Some(_)) => begun(called(self.t, "withheld")),
            (None, None) => column.label.clone(),
        };
        Cell::known(format!("output-{place}"), label, own, takes)
    }

    /// What may be public, and so can be withheld.
    fn fields(&self, rulebook: &Rulebook) -> Vec<Choice> {
        let shows = rulebook
            .public()
            .into_iter()
            .flat_map(|public| public.shows.keys());
        let choice =
            |field: &Field| Choice::new(field.to_string(), field_name(self.t, Some(rulebook), field));
        shows.map(choice).collect()
    }

    fn note(&self, place: usize, column: &'a str, own: &'a str) -> Cell<'a> {
        let label = begun(called(self.t, column));
        // What the file calls it, where that is something else.
        let hint = if label.eq_ignore_ascii_case(column) {
            String::new()
        } else {
            self.t.one("rule-column-in-file", "column", column)
        };
        let takes = self.rulebook.and_then(|rulebook| self.noted(rulebook, column));
        let takes = takes.unwrap_or(Takes::Text(hint));
        Cell::known(format!("annotation-{place}"), label, own, takes)
    }

    /// What a column of notes may say, where that is known.
    fn noted(&self, rulebook: &Rulebook, column: &str) -> Option<Takes<'a>> {
        let ids = |ids: Vec<&String>| -> Vec<Choice> {
            let words = |id: &String| meaning(self.t, rulebook, column, id);
            let choice = |id: &String| Choice::new(id.as_str(), words(id).unwrap_or_else(|| id.clone()));
            ids.into_iter().map(choice).collect()
        };
        let all = rulebook.attachments();
        let some = |of: Vec<Choice>| (!of.is_empty()).then_some(Takes::Several(of));
        match column {
            "reason" => Some(Takes::One {
                of: ids(rulebook.reasons().keys().collect()),
                quoted: false,
            }),
            "kind" => {
                let kinds = ["law", "regulation", "practice", "assumption"].map(str::to_owned);
                Some(Takes::Shown(ids(kinds.iter().collect())))
            }
            "period" => {
                let own = Choice::new("", self.t.get("rule-period-own"));
                let others = ids(rulebook.periods().keys().collect());
                Some(Takes::One {
                    of: [vec![own], others].concat(),
                    quoted: false,
                })
            }
            "until" => {
                let ever = Choice::new("", self.t.get("withheld-always"));
                let over = ids(vec![&OVER.to_owned()]);
                Some(Takes::One {
                    of: [vec![ever], over].concat(),
                    quoted: false,
                })
            }
            "documents" => some(ids(all.documents.keys().collect())),
            "fees" => some(ids(all.fees.keys().collect())),
            "conditions" => some(ids(all.conditions.keys().collect())),
            "lead_time" => some(ids(all.lead_times.keys().collect())),
            "distance" => some(ids(all.distances.keys().collect())),
            _ => None,
        }
    }
}

impl<'a> Cell<'a> {
    /// A cell with what it may say; where it says something else, that is a text.
    fn known(name: String, label: String, own: &'a str, takes: Takes<'a>) -> Cell<'a> {
        let mut cell = Cell {
            name,
            label,
            own,
            takes,
        };
        let is_known = match &cell.takes {
            Takes::Test(..) | Takes::Text(_) => true,
            Takes::One { of, .. } | Takes::Shown(of) => {
                let id = cell.id();
                id.is_empty() || of.iter().any(|one| one.value == id)
            }
            Takes::Several(of) => cell.ids().all(|id| of.iter().any(|one| one.value == id)),
        };
        if !is_known {
            cell.takes = Takes::Text(String::new());
        }
        cell
    }

    /// The field in which something is chosen.
    pub fn chosen(&self) -> String {
        format!("{}-is", self.name)
    }

    /// The field by which its boxes are known to have been sent.
    fn sent(&self) -> String {
        format!("{}-sent", self.name)
    }

    pub(super) fn id(&self) -> &str {
        match self.takes {
            Takes::One { quoted: true, .. } => self.own.trim().trim_matches('"'),
            _ => self.own.trim(),
        }
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        super::described::ids(self.own)
    }

    pub(super) fn fill(&self, typed: Typed) -> Typed {
        let chosen = self.chosen();
        match &self.takes {
            Takes::Test(input, _) => {
                compared::filled(input, self.own, &self.name, typed).and(&self.name, self.own)
            }
            Takes::One { .. } | Takes::Shown(_) => typed.and(&chosen, self.id()),
            Takes::Several(_) => self.ids().fold(typed, |typed, id| typed.and(&chosen, id)),
            Takes::Text(_) => typed.and(&self.name, self.own),
        }
    }

    /// What was typed over the text of the file, if it was.
    pub(super) fn written<'t>(&self, typed: &'t Typed) -> Option<&'t str> {
        let written = typed.all(&self.name);
        let written = written.first().copied()?;
        (written.trim() != self.own.trim()).then_some(written)
    }

    pub(super) fn read(&self, typed: &Typed) -> Result<String, FieldFault> {
        if let Some(written) = self.written(typed) {
            return Ok(written.to_owned());
        }
        let chosen = self.chosen();
        let sent = typed.all(&chosen);
        let own = || self.own.to_owned();
        match &self.takes {
            Takes::Test(input, _) => compared::read(input, self.own, &self.name, typed),
            Takes::One { quoted, .. } => Ok(match sent.first() {
                Some(id) if *quoted && !id.is_empty() => format!("\"{id}\""),
                Some(id) => (*id).to_owned(),
                None => own(),
            }),
            Takes::Shown(_) => Ok(sent.first().map_or_else(own, |id| (*id).to_owned())),
            Takes::Several(of) => Ok(if typed.given(&self.sent()) {
                // In the order in which the file has them; what is new comes behind.
                let stays = self.ids().filter(|id| sent.contains(id));
                let is_new = |id: &&str| sent.contains(id) && !self.ids().any(|own| own == *id);
                let new = of.iter().map(|one| one.value.as_str()).filter(is_new);
                let now: Vec<&str> = stays.chain(new).collect();
                if now.iter().copied().eq(self.ids()) {
                    own()
                } else {
                    now.join(", ")
                }
            } else {
                own()
            }),
            Takes::Text(_) => Ok(own()),
        }
    }

    /// The field by which the cell came to say what it says.
    pub(super) fn made_at(&self, typed: &Typed) -> String {
        match &self.takes {
            _ if self.written(typed).is_some() => self.name.clone(),
            Takes::Test(input, _) => match typed.get(&self.chosen()) {
                "" | AS_WRITTEN => self.name.clone(),
                _ => compared::made_at(input, &self.name),
            },
            Takes::Text(_) => self.name.clone(),
            _ => self.chosen(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::version_of;
    use super::*;
    use crate::Language;
    use desk::Version;
    use desk::governance::tables;

    /// What a form sends of a rule that nobody touched.
    fn untouched(cells: &RuleCells<'_>) -> Typed {
        let boxes = cells.with_boxes();
        boxes.fold(cells.filled(), |typed, field| typed.and(&field, "yes"))
    }

    /// The same with other boxes ticked in one cell.
    fn ticked(cells: &RuleCells<'_>, cell: &Cell<'_>, ids: &[&str]) -> Typed {
        let others = cells.all().filter(|one| one.name != cell.name);
        let typed = others.fold(Typed::default(), |typed, one| one.fill(typed));
        let typed = cells
            .with_boxes()
            .fold(typed, |typed, field| typed.and(&field, "yes"));
        ids.iter().fold(typed, |typed, id| typed.and(&cell.chosen(), *id))
    }

    fn boxes<'a>(cells: &'a RuleCells<'a>) -> impl Iterator<Item = (&'a Cell<'a>, &'a [Choice])> {
        cells.all().filter_map(|cell| match &cell.takes {
            Takes::Several(of) => Some((cell, of.as_slice())),
            _ => None,
        })
    }

    /// Sends each rule untouched, and with each column of boxes less and more; gives how many of these there were.
    fn check(version: &Version) -> usize {
        let mut columns = 0;
        for table in tables(&version.files) {
            for own in &table.rules {
                let t = Text::of(Language::English);
                let cells = RuleCells::of(t, Some(&version.rulebook), &table, own);
                assert_eq!(cells.sent(&untouched(&cells)).as_ref(), Ok(own));
                for (cell, of) in boxes(&cells) {
                    columns += 1;
                    let is: Vec<&str> = cell.ids().collect();
                    let read = |ids: &[&str]| cell.read(&ticked(&cells, cell, ids));
                    assert_eq!(read(&[]).as_deref(), Ok(""));
                    for one in of.iter().map(|one| one.value.as_str()) {
                        if is.contains(&one) {
                            let rest: Vec<&str> = is.iter().copied().filter(|id| *id != one).collect();
                            assert_eq!(read(&rest), Ok(rest.join(", ")), "{one}");
                        } else {
                            let more = [is.as_slice(), &[one]].concat();
                            assert_eq!(read(&more), Ok(more.join(", ")), "{one}");
                        }
                    }
                }
            }
        }
        columns
    }

    #[test]
    fn boxes_that_nobody_touched_change_nothing_and_what_is_ticked_or_not_is_what_the_rule_has() {
        for of in [shipped!("kh-phnom-penh-2"), shipped!("jp-tokyo")] {
            let columns = check(&version_of(of));
            assert!(columns > 20, "{columns}");
        }
    }

    #[test]
    fn what_a_rule_attaches_may_be_called_as_its_makers_like() {
        for id in ["boxes", "sent", "yes"] {
            let of = shipped!("kh-phnom-penh-2").map(|text| text.replace("event-letter", id));
            check(&version_of([&of[0], &of[1]]));
        }
    }

    #[test]
    fn a_program_that_sends_no_boxes_unticks_none() {
        let version = version_of(shipped!("kh-phnom-penh-2"));
        for table in tables(&version.files) {
            for own in &table.rules {
                let cells = RuleCells::of(Text::of(Language::English), Some(&version.rulebook), &table, own);
                assert_eq!(cells.sent(&Typed::default()).as_ref(), Ok(own));
            }
        }
    }
}
