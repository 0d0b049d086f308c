//! The decision models behind the table, each part as its id and what it says, text by text.

mod boxed;
mod digest;

use super::Part;
use super::parts::Said;
use crate::Rulebook;
use boxed::Walk;
use dmn::parts::{Definitions, InformationItem, ItemDefinition, Named, Reference, Requirements, Text};
use std::collections::BTreeMap;

/// Every part of every model. Those that stand beside the table go by their names, those of other files by the file's, too.
pub(super) fn said(rulebook: &Rulebook) -> Vec<Said> {
    let main = rulebook.decision.id.as_str();
    let withholds = rulebook.withholding().map(|table| table.id.as_str());
    let mut all = vec![];
    for (file, model) in &rulebook.models {
        let says = model.definitions();
        let home = says.decisions.iter().any(|decision| decision.named.id == main);
        let reader = Reader {
            file: if home { "" } else { file },
            says,
            digests: digest::all(model, main),
            names: names(says),
        };
        all.push(reader.model(file));
        all.extend(reader.types());
        all.extend(reader.elements(main, withholds));
    }
    all
}

/// The name of each element by its id.
fn names(says: &Definitions) -> BTreeMap<&str, &str> {
    let inputs = says.inputs.iter().map(|of| &of.named);
    let decisions = says.decisions.iter().map(|of| &of.named);
    let functions = says.functions.iter().map(|of| &of.named);
    let services = says.services.iter().map(|of| &of.named);
    let all = inputs.chain(decisions).chain(functions).chain(services);
    all.map(|named| (named.id.as_str(), named.name.as_str()))
        .collect()
}

struct Reader<'a> {
    /// Empty for the file that has the table.
    file: &'a str,
    says: &'a Definitions,
    /// A digest of each part of the file, by its kind and name.
    digests: BTreeMap<(String, String), String>,
    names: BTreeMap<&'a str, &'a str>,
}

impl Reader<'_> {
    fn part(&self, part: Part, tag: &str, name: &str, walk: Walk) -> Said {
        let digest = self.digests.get(&(tag.to_owned(), name.to_owned()));
        Said {
            part,
            id: match self.file {
                "" => name.to_owned(),
                file => format!("{file}: {name}"),
            },
            fields: walk.fields,
            tables: walk.tables,
            digest: digest.cloned().unwrap_or_default(),
        }
    }

    fn model(&self, file: &str) -> Said {
        let mut walk = Walk::default();
        walk.say("namespace", &self.says.namespace);
        for import in &self.says.imports {
            walk.say(&format!("import.{}", import.name), &import.namespace);
        }
        Said {
            part: Part::Model,
            id: file.to_owned(),
            fields: walk.fields,
            tables: vec![],
            digest: String::new(),
        }
    }

    fn types(&self) -> impl Iterator<Item = Said> {
        self.says.types.iter().map(|of| {
            let mut walk = Walk::default();
            kind(&mut walk, "", of);
            self.part(Part::Type, "itemDefinition", &of.name, walk)
        })
    }

    fn elements(&self, main: &str, withholds: Option<&str>) -> Vec<Said> {
        let mut all = vec![];
        for input in &self.says.inputs {
            let walk = self.named(&input.named);
            all.push(self.part(Part::InputData, "inputData", &input.named.name, walk));
        }
        for decision in &self.says.decisions {
            let mut walk = self.named(&decision.named);
            self.needs(&mut walk, &decision.requirements);
            match &decision.logic {
                Some(logic) if decision.named.id == main => walk.answers(logic),
                Some(logic) if Some(decision.named.id.as_str()) == withholds => walk.noted("logic", logic),
                Some(logic) => walk.boxed("logic", logic),
                None => {}
            }
            all.push(self.part(Part::Decision, "decision", &decision.named.name, walk));
        }
        for function in &self.says.functions {
            let mut walk = self.named(&function.named);
            self.needs(&mut walk, &function.requirements);
            function
                .logic
                .iter()
                .for_each(|logic| walk.function("logic", logic));
            all.push(self.part(
                Part::Function,
                "businessKnowledgeModel",
                &function.named.name,
                walk,
            ));
        }
        for service in &self.says.services {
            let mut walk = self.named(&service.named);
            for (key, references) in [
                ("outputs", &service.outputs),
                ("encapsulated", &service.encapsulated),
                ("input decisions", &service.input_decisions),
                ("input data", &service.input_data),
            ] {
                walk.say(key, &self.references(references));
            }
            all.push(self.part(Part::Service, "decisionService", &service.named.name, walk));
        }
        all
    }

    fn named(&self, named: &Named) -> Walk {
        let mut walk = Walk::default();
        walk.say("type", named.variable.type_ref.as_deref().unwrap_or_default());
        walk
    }

    fn needs(&self, walk: &mut Walk, needs: &Requirements) {
        for (key, references) in [
            ("needs", &needs.information),
            ("needs functions", &needs.knowledge),
        ] {
            let mut called: Vec<String> = references.iter().map(|of| self.called(of)).collect();
            called.sort_unstable();
            walk.say(key, &called.join(", "));
        }
    }

    fn references(&self, references: &[Reference]) -> String {
        let called: Vec<String> = references.iter().map(|of| self.called(of)).collect();
        called.join(", ")
    }

    fn called(&self, reference: &Reference) -> String {
        match (&reference.namespace, self.names.get(reference.id.as_str())) {
            (Some(namespace), _) => format!("{namespace}#{}", reference.id),
            (None, Some(name)) => (*name).to_owned(),
            (None, None) => reference.id.clone(),
        }
    }
}

/// What a type says, its components below its own key.
fn kind(walk: &mut Walk, key: &str, of: &ItemDefinition) {
    let at = |part: &str| {
        if key.is_empty() {
            part.to_owned()
        } else {
            format!("{key}.{part}")
        }
    };
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone()).unwrap_or_default();
    walk.say(&at("type"), of.type_ref.as_deref().unwrap_or_default());
    walk.say(&at("list"), if of.is_collection { "true" } else { "" });
    walk.say(&at("allowed values"), &text(&of.allowed_values));
    walk.say(&at("constraint"), &text(&of.type_constraint));
    for component in &of.components {
        kind(walk, &at(&component.name), component);
    }
    if let Some(function) = &of.function {
        walk.say(&at("parameters"), &items(&function.parameters));
        walk.say(
            &at("result"),
            function.output_type_ref.as_deref().unwrap_or_default(),
        );
    }
}

/// Names with their types.
fn items(items: &[InformationItem]) -> String {
    let one = |item: &InformationItem| match &item.type_ref {
        Some(kind) => format!("{}: {kind}", item.name),
        None => item.name.clone(),
    };
    items.iter().map(one).collect::<Vec<_>>().join(", ")
}
