//! The part of a form by which whoever acts seals why: what is written as the reasons is then kept for few, and all read the legal ground.

use super::saying::Saying;
use super::sent::{optional_reason, reason};
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::{Entering, Field};
use crate::parts::{Choice, ChoiceField};
use act::{Reason, Title};
use desk::{Fault, FieldFault};

/// The names of the fields of one form; on one page each form has its own.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Seals {
    /// What is written as the reasons.
    pub reasons: &'static str,
    /// Whether they are sealed.
    pub seal: &'static str,
    /// On what legal ground.
    pub ground: &'static str,
    /// Who reads them then.
    pub hint: &'static str,
}

/// Those of a decision, and of what is recommended.
pub(in crate::pages) const OF_DECISION: Seals = Seals {
    reasons: "reasons",
    seal: "seal",
    ground: "seal-ground",
    hint: "hint-seal",
};

/// The same of what is advised; by a link, too.
pub(in crate::pages) const OF_ADVICE: Seals = Seals {
    hint: "hint-seal-advice",
    ..OF_DECISION
};

/// The same of a letter.
pub(super) const OF_LETTER: Seals = Seals {
    hint: "hint-seal-letter",
    ..OF_DECISION
};

/// What is sent where it is ticked that the reasons are sealed.
pub(super) const TICKED: &str = "yes";

impl Seals {
    /// Its fields, folded away: few seal anything.
    pub(in crate::pages) fn fields(self, entering: Entering<'_>) -> Field {
        let Entering { t, typed, faults } = entering;
        let tick = Choice::new(TICKED, t.get("seal-tick"));
        let legend = t.get("field-seal");
        let tick = ChoiceField::one(t, self.seal, legend, vec![tick], typed, faults).several();
        let ground = entering.line(self.ground, "field-seal-ground");
        let at_fault = |name: &str| typed.given(name) || faults.at(name).is_some();
        Field::Folded {
            title: t.get("seal-title").into_owned(),
            of: String::new(),
            open: at_fault(self.seal) || at_fault(self.ground),
            fields: vec![
                tick.hint(t.get(self.hint)).into(),
                ground.hint(t.get("hint-seal-ground")).into(),
            ],
        }
    }

    fn is_ticked(self, typed: &Typed) -> bool {
        typed.get(self.seal) == TICKED
    }

    /// The legal ground, which is one line; a ground without the tick is asked about, since what was to be sealed would be told.
    fn ground(self, typed: &Typed) -> Result<Reason, Fault> {
        let wrong = |fault: &act::TextFault| Fault::Invalid(vec![FieldFault::of_text(self.ground, fault)]);
        if typed.broken().contains(self.ground) {
            return Err(Fault::Invalid(vec![FieldFault::plain(self.ground, "not-utf8")]));
        }
        let line = Title::new(typed.get(self.ground)).map_err(|fault| wrong(&fault))?;
        // All read the ground: words that were pasted into the wrong field would be told for good.
        let words = typed.get(self.reasons).trim();
        if !words.is_empty() && line.as_str().contains(words) {
            return Err(Fault::Invalid(vec![FieldFault::plain(
                self.ground,
                "ground-tells",
            )]));
        }
        Reason::new(line.as_str()).map_err(|fault| wrong(&fault))
    }

    /// What all read as the reasons: the legal ground where they are sealed.
    pub(super) fn read(self, typed: &Typed) -> Result<Reason, Fault> {
        match self.optional(typed)? {
            Some(reasons) => Ok(reasons),
            None => reason(typed, self.reasons),
        }
    }

    /// The same where there need be none.
    pub(in crate::pages) fn optional(self, typed: &Typed) -> Result<Option<Reason>, Fault> {
        if self.is_ticked(typed) {
            return self.ground(typed).map(Some);
        }
        if typed.given(self.ground) || typed.broken().contains(self.ground) {
            self.ground(typed)?;
            return Err(Fault::Invalid(vec![FieldFault::plain(
                self.seal,
                "seal-not-ticked",
            )]));
        }
        optional_reason(typed, self.reasons)
    }

    /// The words that are sealed; none where nothing is.
    pub(in crate::pages) fn words(self, typed: &Typed) -> Result<Option<Reason>, Fault> {
        if self.is_ticked(typed) {
            reason(typed, self.reasons).map(Some)
        } else {
            Ok(None)
        }
    }
}

/// An act and the words that are sealed with it; all that is wrong with either is told together.
pub(in crate::pages) fn together<A>(
    act: Result<A, Fault>,
    words: Result<Option<Reason>, Fault>,
) -> Result<(A, Option<Reason>), Fault> {
    match (act, words) {
        (Ok(act), Ok(words)) => Ok((act, words)),
        (Err(Fault::Invalid(mut faults)), Err(Fault::Invalid(others))) => {
            faults.extend(others);
            Err(Fault::Invalid(faults))
        }
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    }
}

impl Saying<'_> {
    /// The reasons as they will stand in the case; where they are sealed, the words and who reads them, and the ground that all read.
    pub(super) fn why(&self, called: &str, reasons: Option<&Reason>) -> Vec<Row> {
        let Some(words) = &self.sealed else {
            return vec![self.row(called, self.reasons(reasons))];
        };
        vec![
            self.row("confirm-sealed-words", words.to_string()),
            self.row("field-seal-ground", self.reasons(reasons)),
        ]
    }

    /// What follows of sealing, where something is sealed; otherwise who reads the reasons, where that is said.
    pub(super) fn who_reads(&self, readers: &str, open: &[&str]) -> Vec<String> {
        match self.sealed {
            Some(_) => self.follows(&[readers, "confirm-sealed-opened"]),
            None => self.follows(open),
        }
    }
}
