//! A model built from what it says and from the models that it imports.

use super::boxed::{Compiler, parameters};
use super::link::{Linker, by_id, order};
use super::names::{is_word, part_names, speaks_of_types};
use super::resolve::Resolver;
use super::{Decision, Function, Imported, Input, Link, Needed, Program, Service, Variable};
use crate::Fault;
use crate::parts::{
    self, DecisionService, Definitions, InformationItem, KnowledgeModel, Named, Requirements,
};
use feel::{CLOCKS, Names, said};
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
        timed: vec![],
    };
    let inputs = model.inputs.iter().map(|of| builder.input(of)).collect();
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
        mut timed,
        ..
    } = builder;
    faults.extend(types.faults.iter().cloned());
    timed.extend(types.timed.iter().cloned());
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
        timed,
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
    let what = said!("the model has too many names for its elements");
    (elements.saturating_mul(names) > MOST_NAMES).then(|| Fault::at(1, what, said!("Split it")))
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
    timed: Vec<Fault>,
}

impl Builder<'_> {
    fn input(&mut self, input: &parts::InputData) -> Input {
        Input {
            variable: self.variable(&input.named),
        }
    }

    fn variable(&mut self, named: &Named) -> Variable {
        Variable {
            name: named.name.as_str().into(),
            kind: self.types.of(&named.variable, &named.name),
        }
    }

    /// Follows the requirements of an element; the first that leads nowhere is a fault of the element.
    fn needs(&mut self, requirements: &Requirements, named: &Named) -> (Vec<Needed>, Option<Fault>) {
        let told = |link| matches!(link, Link::Input(_) | Link::Decision(_));
        let known = |link| matches!(link, Link::Function(_) | Link::Service(_));
        let information = requirements
            .information
            .iter()
            .map(|reference| (reference, told as fn(Link) -> bool));
        let knowledge = requirements
            .knowledge
            .iter()
            .map(|reference| (reference, known as fn(Link) -> bool));
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
            let imported = needed.import.and_then(|at| self.imports.get(at));
            imported.into_iter().for_each(|of| names.add(&of.name));
            self.called(*needed).into_iter().for_each(|name| names.add(name));
        }
        names
    }

    /// The name of an element that is needed, in the model that has it.
    fn called(&self, needed: Needed) -> Option<&str> {
        match needed.import {
            None => name_of(self.model, needed.link),
            Some(at) => {
                let variable = self.imports.get(at)?.program.variable(needed.link)?;
                Some(&variable.name)
            }
        }
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
            let fault = Fault::at(
                named.line,
                said!("it has no logic"),
                said!("Give it an expression"),
            )
            .within(&named.name);
            self.faults.push(fault.clone());
            return Err(Box::new(fault));
        };
        let names = self.names_for(needs, named, speaks_of_types);
        // What is imported is called within the import's name, and hides nothing.
        let own = needs.iter().filter(|needed| needed.import.is_none());
        let own: Vec<&str> = own.filter_map(|needed| self.called(*needed)).collect();
        let clocks = CLOCKS.into_iter().filter(|clock| !own.contains(clock));
        let mut compiler = Compiler {
            clocks: clocks.collect(),
            timed: vec![],
            element: named.name.as_str().into(),
            names,
            types: &mut self.types,
            parts: &self.parts,
            faults: vec![],
            unknown: vec![],
        };
        let compiled = read(&mut compiler, logic);
        self.unknown.append(&mut compiler.unknown);
        self.timed.append(&mut compiler.timed);
        let faults = compiler.faults;
        let first = unmet.or_else(|| faults.first().cloned());
        self.faults.extend(faults);
        match (first, compiled) {
            (None, Some(compiled)) => Ok(compiled),
            (Some(fault), _) => Err(Box::new(fault)),
            (None, None) => Err(Box::new(Fault::at(
                named.line,
                said!("it could not be read"),
                said!("Correct it"),
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
                said!("the service has no output decision"),
                said!("Give it one"),
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
                let what = said!("the decision needs itself, or one that needs itself");
                let fault = Fault::at(
                    of.named.line,
                    what,
                    said!("Draw the requirements without a circle"),
                );
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
