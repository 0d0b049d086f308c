//! The linter: what of a rulebook a person should look at before it binds anybody.
//!
//! Gaps, overlaps and rules that never fire are computed over all combinations of answers that the questions take, not sought by
//! trying. Where a cell's test has no atoms, or where the work would grow beyond bounds, the report says so.

#[cfg(test)]
mod brute_force;
mod dead;
mod example;
mod finding;
mod gaps;
mod overlaps;
mod parts;
mod sentences;
mod words;

pub use crate::place::Place;
pub use finding::{Exactness, Finding, FindingKind, Level, Region};

use crate::compiled::Compiled;
use crate::decision::Decision;
use crate::load_error::LoadFaultKind;
use crate::product::Product;
use crate::{Files, LoadFault, Rulebook};
use jiff::civil::Date;
use serde::Serialize;

/// What the linter found, the gravest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What it found.
    pub findings: Vec<Finding>,
    /// Whether they are those for which the rulebook was not loaded.
    #[serde(skip)]
    pub refused: bool,
}

impl Report {
    /// Whether nothing was found that must be put right. Notes may be there.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|finding| finding.level == Level::Note)
    }

    /// Whether the rulebook could be loaded. In one that could not, gaps, overlaps and dead rules are not sought.
    #[must_use]
    pub fn is_loaded(&self) -> bool {
        !self.refused
    }

    /// Whether gaps, overlaps and dead rules are all that there are; else the findings say what stood in the way.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        let limits = |finding: &Finding| {
            matches!(
                finding.kind,
                FindingKind::NotExact | FindingKind::GaveUp { .. } | FindingKind::More { .. }
            )
        };
        self.is_loaded() && !self.findings.iter().any(limits)
    }
}

impl Rulebook {
    /// Lints the rulebook; `on` is the day on which it should be in force, if that is to be looked at.
    #[must_use]
    pub fn lint(&self, on: Option<Date>) -> Report {
        let table = Table::of(self, &self.decision, &self.compiled);
        let mut findings = vec![];
        table.dead(&mut findings);
        table.overlaps(&mut findings);
        table.gaps(&mut findings);
        table.inexact(&mut findings);
        // That nothing is withheld of a case is what the table of what is withheld means by meeting no rule.
        if let Some((decision, compiled)) = &self.withholding {
            let table = Table::of(self, decision, compiled);
            table.dead(&mut findings);
            table.inexact(&mut findings);
        }
        parts::look(self, on, &mut findings);
        sentences::look(self, &mut findings);
        findings.sort_by_key(|finding| finding.level);
        Report {
            findings,
            refused: false,
        }
    }
}

/// Lints a rulebook folder: what refuses it when it is loaded, or what is found once it is.
#[must_use]
pub fn files(files: &Files<'_>, on: Option<Date>) -> Report {
    match Rulebook::load(files) {
        Ok(rulebook) => rulebook.lint(on),
        Err(error) => Report {
            findings: error.faults.into_iter().map(refused).collect(),
            refused: true,
        },
    }
}

fn refused(fault: LoadFault) -> Finding {
    let place = fault.place();
    let (what, todo) = (fault.what, fault.todo);
    let kind = match fault.kind {
        LoadFaultKind::MissingCitation => FindingKind::MissingCitation { what, todo },
        LoadFaultKind::Untranslated => FindingKind::Untranslated { what, todo },
        LoadFaultKind::UnknownAuthority => FindingKind::UnknownAuthority { what, todo },
        LoadFaultKind::Validity => FindingKind::WrongValidity { what, todo },
        LoadFaultKind::Other => FindingKind::Refused { what, todo },
    };
    Finding::new(kind, Level::Fault, place)
}

/// The table in atoms, as the linter looks at it.
struct Table<'a> {
    rulebook: &'a Rulebook,
    decision: &'a Decision,
    compiled: &'a Compiled,
    /// All combinations of answers that the questions take.
    taken: Product,
    /// What each rule catches of them; at most this, for a rule with a test that has no atoms.
    rules: Vec<Product>,
}

impl<'a> Table<'a> {
    fn of(rulebook: &'a Rulebook, decision: &'a Decision, compiled: &'a Compiled) -> Table<'a> {
        let taken = compiled.taken(rulebook.inputs());
        let rules = compiled.products().iter().map(|rule| rule.and(&taken)).collect();
        Table {
            rulebook,
            decision,
            compiled,
            taken,
            rules,
        }
    }

    /// Whether all tests of a rule have atoms.
    fn exact(&self, rule: usize) -> bool {
        self.rulebook
            .compiled
            .inexact
            .iter()
            .all(|cell| cell.rule != rule)
    }

    fn place(&self, rule: Option<usize>, column: Option<&str>) -> Place {
        Place {
            table: Some(self.decision.id.clone()),
            row: rule.map(|rule| rule + 1),
            column: column.map(str::to_owned),
            ..Place::default()
        }
    }

    fn cited(&self, rule: usize) -> String {
        self.decision.cited(rule)
    }

    fn inexact(&self, findings: &mut Vec<Finding>) {
        let mut cells = self.compiled.inexact.clone();
        cells.dedup_by_key(|cell| (cell.rule, cell.column));
        for cell in cells {
            let rule = self.decision.rules.get(cell.rule);
            let column = rule
                .and_then(|rule| rule.cells.get(cell.column))
                .map(|cell| cell.input.as_str());
            findings.push(Finding::new(
                FindingKind::NotExact,
                Level::Note,
                self.place(Some(cell.rule), column),
            ));
        }
    }

    fn gave_up(&self, looking_for: Exactness, after: usize, findings: &mut Vec<Finding>) {
        let kind = FindingKind::GaveUp { looking_for, after };
        findings.push(Finding::new(kind, Level::Note, self.place(None, None)));
    }
}
