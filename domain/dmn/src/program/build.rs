//! A model built from what it says and from the models that it imports.

use super::boxed::{Compiler, parameters};
use super::link::{Linker, by_id, order};
use super::resolve::Resolver;
use super::{Decision, Function, Imported, Input, Link, Needed, Program, Service, Variable};
use crate::Fault;
use crate::parts::{
    self, Boxed, DecisionService, Definitions, Expression, InformationItem, ItemDefinition, KnowledgeModel,
    Named, Requirements,
};
use feel::Names;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Elements times names: what reading one against the other costs stays bounded.
const MOST_NAMES: usize = 2_000_000;

/// Builds the program, and tells its faults. What has a fault has no value; the rest has.
pub(crate) fn build(model: &Definitions, imports: Vec<Imported>) -> (Program, Vec<Fault>) {
    let (ids, mut faults) = by_id(model);
    let linker = Linker {
        namespace: &model.namespace,
        by_id: &ids,
        imports: &imports,
    };
    let mut parts = part_names(model, &imports);
    if let Some(fault) = too_many_names(model, &imports, &parts) {
        parts.clear();
        faults.push(fault);
    }
    let names: Names = parts.iter().filter(|name| !is_word(name)).collect();
    let mut types = Resolver::new(&model.types, &imports, names.clone());
    types.resolve_all();
    let mut builder = Builder {
        model,
        imports: &imports,
        linker,
        types,
        names,
        parts,
        faults,
        unknown: vec![],
    };
    let inputs = model.inputs.iter().map(|input| Input {
        variable: builder.variable(&input.named),
    });
    let inputs: Vec<Input> = inputs.collect();
    let mut decisions: Vec<Decision> = model.decisions.iter().map(|of| builder.decision(of)).collect();
    let functions = model.functions.iter().map(|of| builder.function(of)).collect();
    let services = model.services.iter().map(|of| builder.service(of)).collect();
    let needs: Vec<Vec<Needed>> = decisions.iter().map(|of| of.needs.clone()).collect();
    let order = order(&needs);
    builder.refuse_circles(&mut decisions, &order);
    let Builder {
        types,
        parts,
        mut faults,
        unknown,
        ..
    } = builder;
    faults.extend(types.faults.iter().cloned());
    let types = types.into_types();
    let program = Program {
        inputs,
        decisions,
        functions,
        services,
        types,
        by_id: ids,
        part_names: parts,
        unknown,
        order,
        imports,
    };
    (program, faults)
}

/// Told where reading every element against every name would cost too much.
fn too_many_names(model: &Definitions, imports: &[Imported], parts: &BTreeSet<String>) -> Option<Fault> {
    let imported: usize = imports.iter().map(|of| of.program.types.len()).sum();
    let elements = 1 + model.decisions.len() + model.functions.len();
    let names = parts.len() + model.types.len() + imported;
    let what = "the model has too many names for its elements";
    (elements.saturating_mul(names) > MOST_NAMES).then(|| Fault::at(1, what, "Split it"))
}

struct Builder<'a> {
    model: &'a Definitions,
    imports: &'a [Imported],
    linker: Linker<'a>,
    types: Resolver<'a>,
    names: Names,
    parts: BTreeSet<String>,
    faults: Vec<Fault>,
    unknown: Vec<Fault>,
}

impl Builder<'_> {
    fn variable(&mut self, named: &Named) -> Variable {
        Variable {
            name: named.name.as_str().into(),
            kind: self.types.of(&named.variable, &named.name),
        }
    }

    /// Follows the requirements of an element; the first that leads nowhere is a fault of the element.
    fn needs(&mut self, requirements: &Requirements, named: &Named) -> (Vec<Needed>, Option<Fault>) {
        let information = requirements.information.iter().map(|reference| {
            (
                reference,
                (|link| matches!(link, Link::Input(_) | Link::Decision(_))) as fn(Link) -> bool,
            )
        });
        let knowledge = requirements.knowledge.iter().map(|reference| {
            (
                reference,
                (|link| matches!(link, Link::Function(_) | Link::Service(_))) as fn(Link) -> bool,
            )
        });
        let mut needs = vec![];
        let mut first = None;
        for (reference, is_fit) in information.chain(knowledge) {
            match self.linker.follow(reference, is_fit) {
                Ok(needed) => needs.push(needed),
                Err(fault) => {
                    let fault = fault.within(&named.name);
                    self.faults.push(fault.clone());
                    first.get_or_insert(fault);
                }
            }
        }
        (needs, first)
    }

    /// The names that an element sees: of what it needs, of parts of values, and its own, for a function may call itself.
    fn names_for(&self, needs: &[Needed], named: &Named, speaks_of_types: bool) -> Names {
        let mut names = self.names.clone();
        if speaks_of_types {
            self.types
                .kinds()
                .for_each(|(name, kind)| names.add_type(&name, kind));
        }
        names.add(&named.name);
        for needed in needs {
            let name = match needed.import.and_then(|at| self.imports.get(at)) {
                None => name_of(self.model, needed.link),
                Some(imported) => {
                    names.add(&imported.name);
                    imported
                        .program
                        .variable(needed.link)
                        .map(|variable| &*variable.name)
                }
            };
            name.into_iter().for_each(|name| names.add(name));
        }
        names
    }

    fn decision(&mut self, decision: &parts::Decision) -> Decision {
        let named = &decision.named;
        let (needs, unmet) = self.needs(&decision.requirements, named);
        let logic = decision
            .logic
            .as_ref()
            .map(|logic| (logic, speaks_of_types(logic)));
        let logic = self.compile(named, &needs, unmet, logic, |compiler, logic| {
            compiler.typed(logic)
        });
        let variable = self.variable(named);
        Decision {
            variable,
            needs,
            logic,
        }
    }

    fn function(&mut self, function: &KnowledgeModel) -> Function {
        let named = &function.named;
        let (needs, unmet) = self.needs(&function.requirements, named);
        let logic = function.logic.as_ref();
        let logic = logic.map(|logic| (logic, logic.body.as_deref().is_some_and(speaks_of_types)));
        let logic = self.compile(named, &needs, unmet, logic, |compiler, logic| {
            compiler.lambda(logic)
        });
        let variable = self.variable(named);
        Function {
            variable,
            needs,
            logic,
        }
    }

    fn compile<A, B>(
        &mut self,
        named: &Named,
        needs: &[Needed],
        unmet: Option<Fault>,
        logic: Option<(&A, bool)>,
        read: impl Fn(&mut Compiler<'_, '_>, &A) -> Option<B>,
    ) -> Result<B, Box<Fault>> {
        let Some((logic, speaks_of_types)) = logic else {
            let fault = Fault::at(named.line, "it has no logic", "Give it an expression").within(&named.name);
            self.faults.push(fault.clone());
            return Err(Box::new(fault));
        };
        let names = self.names_for(needs, named, speaks_of_types);
        let mut compiler = Compiler {
            element: named.name.as_str().into(),
            names,
            types: &mut self.types,
            parts: &self.parts,
            faults: vec![],
            unknown: vec![],
        };
        let compiled = read(&mut compiler, logic);
        self.unknown.append(&mut compiler.unknown);
        let faults = compiler.faults;
        let first = unmet.or_else(|| faults.first().cloned());
        self.faults.extend(faults);
        match (first, compiled) {
            (None, Some(compiled)) => Ok(compiled),
            (Some(fault), _) => Err(Box::new(fault)),
            (None, None) => Err(Box::new(Fault::at(
                named.line,
                "it could not be read",
                "Correct it",
            ))),
        }
    }

    fn service(&mut self, service: &DecisionService) -> Service {
        let named = &service.named;
        let is_decision = |link: Link| matches!(link, Link::Decision(_));
        let is_input = |link: Link| matches!(link, Link::Input(_));
        let mut faults = vec![];
        let mut follow = |references: &[parts::Reference], is_fit: fn(Link) -> bool| -> Vec<Needed> {
            let followed = references
                .iter()
                .map(|reference| self.linker.follow(reference, is_fit));
            let followed = followed.filter_map(|found| found.map_err(|fault| faults.push(fault)).ok());
            followed.collect()
        };
        let outputs = follow(&service.outputs, is_decision);
        follow(&service.encapsulated, is_decision);
        let handed: Vec<Needed> = [
            follow(&service.input_data, is_input),
            follow(&service.input_decisions, is_decision),
        ]
        .concat();
        if outputs.is_empty() {
            faults.push(Fault::at(
                named.line,
                "the service has no output decision",
                "Give it one",
            ));
        }
        let faults: Vec<Fault> = faults
            .into_iter()
            .map(|fault| fault.within(&named.name))
            .collect();
        let fault = faults.first().cloned().map(Box::new);
        self.faults.extend(faults);
        let (items, kinds): (Vec<_>, Vec<_>) =
            handed.iter().filter_map(|needed| self.handed(*needed)).unzip();
        Service {
            variable: self.variable(named),
            parameters: parameters(&items, &kinds),
            handed,
            outputs,
            fault,
        }
    }

    /// The parameter of a service that hands an element's value over.
    fn handed(&mut self, needed: Needed) -> Option<(InformationItem, Option<Arc<crate::types::ItemType>>)> {
        let named = |name: &str| InformationItem {
            name: name.to_owned(),
            ..InformationItem::default()
        };
        if let Some(imported) = needed.import.and_then(|at| self.imports.get(at)) {
            let variable = imported.program.variable(needed.link)?;
            return Some((named(&variable.name), variable.kind.clone()));
        }
        let of = match needed.link {
            Link::Input(at) => &self.model.inputs.get(at)?.named,
            Link::Decision(at) => &self.model.decisions.get(at)?.named,
            Link::Function(_) | Link::Service(_) => return None,
        };
        Some((named(&of.name), self.types.of(&of.variable, &of.name)))
    }

    fn refuse_circles(&mut self, decisions: &mut [Decision], order: &[usize]) {
        let ordered: BTreeSet<usize> = order.iter().copied().collect();
        for (at, (decision, of)) in decisions.iter_mut().zip(&self.model.decisions).enumerate() {
            if !ordered.contains(&at) {
                let what = "the decision needs itself, or one that needs itself";
                let fault = Fault::at(of.named.line, what, "Draw the requirements without a circle");
                let fault = fault.within(&of.named.name);
                self.faults.push(fault.clone());
                decision.logic = Err(Box::new(fault));
            }
        }
    }
}

fn name_of(model: &Definitions, link: Link) -> Option<&str> {
    let named = match link {
        Link::Input(at) => &model.inputs.get(at)?.named,
        Link::Decision(at) => &model.decisions.get(at)?.named,
        Link::Function(at) => &model.functions.get(at)?.named,
        Link::Service(at) => &model.services.get(at)?.named,
    };
    Some(&named.name)
}

/// The names of components, entries, columns and outputs.
fn part_names(model: &Definitions, imports: &[Imported]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    model.types.iter().for_each(|of| component_names(of, &mut found));
    let decisions = model.decisions.iter().filter_map(|of| of.logic.as_ref());
    let functions = model
        .functions
        .iter()
        .filter_map(|of| of.logic.as_ref()?.body.as_deref());
    decisions
        .chain(functions)
        .for_each(|logic| made_names(logic, &mut found));
    // A service of several outputs answers with a context of their names.
    let several = model.services.iter().filter(|service| service.outputs.len() > 1);
    let outputs: BTreeSet<&str> = several
        .flat_map(|of| &of.outputs)
        .map(|of| of.id.as_str())
        .collect();
    let answering = model
        .decisions
        .iter()
        .filter(|of| outputs.contains(of.named.id.as_str()));
    found.extend(answering.map(|of| of.named.name.clone()));
    for imported in imports {
        found.extend(imported.program.part_names.iter().cloned());
        found.extend(imported.program.imports.iter().map(|of| of.name.to_string()));
    }
    found
}

/// Whether a text in it may name a type: behind `instance of`, or of a function's parameter.
fn speaks_of_types(logic: &Boxed) -> bool {
    logic.mentions("instance") || logic.mentions("function")
}

/// Whether a reader of expressions takes the name for one without knowing it.
fn is_word(name: &str) -> bool {
    name.chars()
        .all(|character| character.is_alphanumeric() || character == '_')
}

fn component_names(of: &ItemDefinition, found: &mut BTreeSet<String>) {
    for component in &of.components {
        found.insert(component.name.clone());
        component_names(component, found);
    }
}

fn made_names(boxed: &Boxed, found: &mut BTreeSet<String>) {
    match &boxed.expression {
        Expression::Table(table) => found.extend(table.outputs.iter().map(|output| output.name.clone())),
        Expression::Context(entries) => {
            found.extend(
                entries
                    .iter()
                    .filter_map(|entry| Some(entry.variable.as_ref()?.name.clone())),
            );
        }
        Expression::Relation { columns, .. } => {
            found.extend(columns.iter().map(|column| column.name.clone()))
        }
        _ => {}
    }
    boxed
        .inner()
        .into_iter()
        .for_each(|boxed| made_names(boxed, found));
}
