//! A model: its file kept whole, what it says, and what is wrong with it.

use crate::edit;
use crate::parts::{DecisionTable, Definitions, Expression, Named};
use crate::xml::Document;
use crate::{Change, Fault, read};
use std::sync::Arc;

/// A model. Two are equal if their files say the same, diagrams, notes and comments included.
#[derive(Clone, Debug)]
pub struct Model {
    document: Document,
    definitions: Arc<Definitions>,
    faults: Vec<Fault>,
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document
    }
}

impl Eq for Model {}

impl Model {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// What is no XML that is read here, or no DMN 1.3, 1.4 or 1.5. Whatever else is wrong is told by
    /// [`Model::faults`], and only what has the fault has no value.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Fault>> {
        let document = Document::read(bytes).map_err(|fault| vec![fault])?;
        Self::of(document).map_err(|fault| vec![fault])
    }

    fn of(document: Document) -> Result<Self, Fault> {
        let (definitions, faults) = read::document(&document)?;
        Ok(Model {
            document,
            definitions: Arc::new(definitions),
            faults,
        })
    }

    /// The file's text. Reading it gives the same model.
    #[must_use]
    pub fn write(&self) -> String {
        self.document.write()
    }

    /// What it says.
    #[must_use]
    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// The decision table that is the logic of a decision or function, by its id or name.
    #[must_use]
    pub fn table(&self, named: &str) -> Option<&DecisionTable> {
        let says = |of: &Named| of.id == named || of.name == named;
        let decisions = self.definitions.decisions.iter();
        let logic = decisions
            .filter(|decision| says(&decision.named))
            .find_map(|decision| decision.logic.as_ref());
        let functions = self.definitions.functions.iter();
        let body = functions
            .filter(|function| says(&function.named))
            .find_map(|function| function.logic.as_ref()?.body.as_deref());
        match &logic.or(body)?.expression {
            Expression::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The file's tree.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is wrong with it, in the order of the file. A model with faults still answers for its other decisions.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The model with changes, one after the other; everything else in its file is as it was. A text that is no FEEL is
    /// carried out and shows in [`Model::faults`].
    ///
    /// # Errors
    ///
    /// The first change that cannot be made: its table, row, column or element is not there, or its text has characters
    /// that no file can hold.
    pub fn changed(&self, changes: &[Change]) -> Result<Self, Fault> {
        let mut document = self.document.clone();
        for change in changes {
            edit::apply(&mut document, change)?;
        }
        // Lines are told as they will be in the file that is written.
        Self::of(Document::read(document.write().as_bytes())?)
    }
}
