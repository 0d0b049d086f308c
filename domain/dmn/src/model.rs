//! A model: its file kept whole, what it says, and what is wrong with it.

use crate::evaluate::{Decided, Instance, Outcome, Run};
use crate::parts::{DecisionTable, Definitions, Expression, Named};
use crate::program::{self, Imported, Link, Needed, Program};
use crate::xml::Document;
use crate::{Change, Fault, edit, evaluate, read};
use feel::{Context, Scope, said, short};
use std::sync::Arc;

/// A model. Two are equal if their files say the same, diagrams, notes and comments included.
#[derive(Clone, Debug)]
pub struct Model {
    file: Option<Arc<str>>,
    // Shared: a model is a part of each that imports it, and of each that imports those.
    document: Arc<Document>,
    definitions: Arc<Definitions>,
    program: Arc<Program>,
    imports: Arc<[Model]>,
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
        Self::read_with(bytes, &[])
    }

    /// Reads a file that may import models already read; those that it does not import are of no matter.
    ///
    /// # Errors
    ///
    /// As [`Model::read`].
    pub fn read_with(bytes: &[u8], others: &[Model]) -> Result<Self, Vec<Fault>> {
        let document = Document::read(bytes).map_err(|fault| vec![fault])?;
        Self::of(document, others).map_err(|fault| vec![fault])
    }

    /// Reads files that may import each other, and gives their models in the files' order. Each file has a name, which
    /// its faults bear.
    ///
    /// # Errors
    ///
    /// As [`Model::read`], for every file; and files that import each other in a circle.
    pub fn read_all(files: &[(&str, &[u8])]) -> Result<Vec<Self>, Vec<Fault>> {
        let mut faults = vec![];
        let mut waiting = vec![];
        for (at, (name, bytes)) in files.iter().enumerate() {
            let known =
                Document::read(bytes).and_then(|document| Ok((read::document(&document)?.0, document)));
            match known {
                Ok((says, document)) => waiting.push((at, says, document)),
                Err(fault) => faults.push(in_file(fault, name)),
            }
        }
        let mut done: Vec<(usize, Model)> = vec![];
        while faults.is_empty() && !waiting.is_empty() {
            let given: Vec<&str> = waiting
                .iter()
                .map(|(_, says, _)| says.namespace.as_str())
                .collect();
            let is_free = |says: &Definitions| {
                says.imports
                    .iter()
                    .all(|of| !given.contains(&of.namespace.as_str()))
            };
            let Some(free) = waiting.iter().position(|(_, says, _)| is_free(says)) else {
                let what = said!("files import each other in a circle");
                let (at, says, _) = waiting.remove(0);
                let line = says.imports.first().map_or(1, |import| import.line);
                let name = files.get(at).map_or("", |(name, _)| name);
                faults.push(in_file(Fault::at(line, what, said!("Take an import out")), name));
                break;
            };
            let (at, _, document) = waiting.remove(free);
            let name = files.get(at).map_or("", |(name, _)| name);
            let others: Vec<Model> = done.iter().map(|(_, model)| model.clone()).collect();
            match Self::of(document, &others) {
                Ok(model) => done.push((at, model.in_file(name))),
                Err(fault) => faults.push(in_file(fault, name)),
            }
        }
        done.sort_by_key(|(at, _)| *at);
        if faults.is_empty() {
            Ok(done.into_iter().map(|(_, model)| model).collect())
        } else {
            Err(faults)
        }
    }

    fn of(document: Document, others: &[Model]) -> Result<Self, Fault> {
        let (definitions, mut faults) = read::document(&document)?;
        let mut imports = vec![];
        let mut imported = vec![];
        for import in &definitions.imports {
            let given = others
                .iter()
                .find(|other| other.definitions.namespace == import.namespace);
            let Some(given) = given else {
                let what = said!("the model of “{}” is not given", short(&import.namespace));
                faults.push(Fault::at(import.line, what, said!("Give its file, too")).within(&import.name));
                continue;
            };
            imports.push(given.clone());
            imported.push(Imported {
                name: import.name.as_str().into(),
                namespace: import.namespace.clone(),
                program: Arc::clone(&given.program),
            });
        }
        let (program, more) = program::build(&definitions, imported);
        faults.extend(more);
        faults.sort_by_key(|fault| fault.line);
        // What could not be read is told by the reader, and again where it would have been evaluated.
        faults.dedup();
        Ok(Model {
            file: None,
            document: Arc::new(document),
            definitions: Arc::new(definitions),
            program: Arc::new(program),
            imports: imports.into(),
            faults,
        })
    }

    /// The same, its faults bearing the file's name.
    fn in_file(mut self, name: &str) -> Self {
        let faults = self.faults.into_iter().map(|fault| in_file(fault, name));
        self.faults = faults.collect();
        self.file = Some(name.into());
        self
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

    /// Names in expressions that nothing gives: no requirement, no entry, no component of a type, each with its place.
    /// They are null when evaluated, unless a filter finds them among the entries of a context whose type is not said.
    #[must_use]
    pub fn unknown_names(&self) -> &[Fault] {
        &self.program.unknown
    }

    /// Texts whose value is another at another time, for they name a clock of FEEL that nothing hides which they need. A
    /// clock's name that a text gives to something of its own counts, too.
    #[must_use]
    pub fn asks_for_time(&self) -> &[Fault] {
        &self.program.timed
    }

    /// The model with changes, one after the other; everything else in its file is as it was. A text that is no FEEL is
    /// carried out and shows in [`Model::faults`].
    ///
    /// # Errors
    ///
    /// The first change that cannot be made: its table, row, column or element is not there, or its text has characters
    /// that no file can hold.
    pub fn changed(&self, changes: &[Change]) -> Result<Self, Fault> {
        let mut document = Document::clone(&self.document);
        for change in changes {
            edit::apply(&mut document, change)?;
        }
        // Lines are told as they will be in the file that is written.
        let changed = Self::of(Document::read(document.write().as_bytes())?, &self.imports)?;
        Ok(match &self.file {
            Some(name) => changed.in_file(name),
            None => changed,
        })
    }

    /// Makes a decision, or calls a decision service or business knowledge model, by its name or id.
    ///
    /// The inputs go by their names: input data, or parameters. A decision named among them is taken as made. Inputs of
    /// an imported model stand in a context under the name of the import. The scope lends its instant and its budget;
    /// names in it are not seen. A value that is null has its reason among the outcome's causes.
    ///
    /// # Errors
    ///
    /// There is no decision, service or function of that name or id.
    pub fn evaluate(&self, named: &str, inputs: &Context, scope: &Scope) -> Result<Outcome, Fault> {
        let Some(link) = self.program.named(named) else {
            return Err(Fault {
                what: said!(
                    "the model has no decision, service or function “{}”",
                    short(named)
                ),
                todo: said!("Name one that it has"),
                ..Fault::default()
            });
        };
        let run = Arc::new(Run::default());
        let before = scope.causes().len();
        let value = match link {
            Link::Input(_) | Link::Decision(_) => {
                let instance = Instance::new(Arc::clone(&self.program), inputs.clone(), Arc::clone(&run));
                instance.value(Needed { import: None, link }, scope)
            }
            Link::Function(_) | Link::Service(_) => {
                evaluate::called(&self.program, link, inputs, &run, scope)
            }
        };
        run.mark(named, scope);
        Ok(Outcome {
            value: if scope.is_exhausted() {
                scope.null(said!("the evaluation is too much work"))
            } else {
                value
            },
            trace: run.trace(),
            causes: run.causes(scope, before),
        })
    }
}

impl Model {
    /// The values of several decisions about the same inputs, by name or id: what more than one needs is made once. One that
    /// is not there is null, and so is everything once the budget is used up.
    #[must_use]
    pub fn decide(&self, named: &[&str], inputs: &Context, scope: &Scope) -> Decided {
        let run = Arc::new(Run::default());
        let before = scope.causes().len();
        let instance = Instance::new(Arc::clone(&self.program), inputs.clone(), Arc::clone(&run));
        let decision = |named: &str| match self.program.named(named) {
            Some(link @ Link::Decision(_)) => instance.value(Needed { import: None, link }, scope),
            _ => scope.null(said!("the model has no decision “{}”", short(named))),
        };
        let values = named.iter().map(|named| decision(named)).collect();
        Decided { values, run, before }
    }
}

fn in_file(mut fault: Fault, name: &str) -> Fault {
    fault.file = Some(name.into());
    fault
}
