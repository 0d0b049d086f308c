//! The elements of the requirement graph, types and imports.

use super::{Reader, description, item, name, owned, text, type_ref};
use crate::Fault;
use crate::parts::{
    Decision, DecisionService, Definitions, FunctionItem, Import, InformationItem, InputData, ItemDefinition,
    KnowledgeModel, KnowledgeSource, Named, Reference, Requirements, Version,
};
use crate::xml::Element;
use feel::{said, short};

/// Elements of a model that say something to its readers only.
const ARTIFACTS: [&str; 7] = [
    "textAnnotation",
    "association",
    "group",
    "elementCollection",
    "performanceIndicator",
    "organizationUnit",
    "artifact",
];
/// What a decision says to its readers only.
const ABOUT_DECISIONS: [&str; 7] = [
    "allowedAnswers",
    "supportedObjective",
    "impactedPerformanceIndicator",
    "decisionMaker",
    "decisionOwner",
    "usingProcess",
    "usingTask",
];
const IN_DECISIONS: [&str; 4] = [
    "question",
    "variable",
    "informationRequirement",
    "knowledgeRequirement",
];

impl Reader {
    pub(super) fn definitions(&mut self, root: &Element) -> Result<Definitions, Fault> {
        let version = Version::of(&root.namespace).filter(|_| root.name() == "definitions");
        let Some(version) = version else {
            let what = said!(
                "“{}” in “{}” is no DMN 1.3, 1.4 or 1.5",
                short(root.name()),
                short(&root.namespace)
            );
            return Err(Fault::at(
                root.line,
                what,
                said!("Save it as DMN 1.5 from a modeller"),
            ));
        };
        self.version = Some(version);
        self.language(root);
        let mut model = Definitions {
            version,
            name: name(root.attribute("name").unwrap_or_default()),
            namespace: owned(root, "namespace"),
            imports: vec![],
            types: vec![],
            inputs: vec![],
            decisions: vec![],
            functions: vec![],
            services: vec![],
            sources: vec![],
        };
        for child in root.own() {
            self.element = child.attribute("name").map(name).unwrap_or_default();
            self.element(child, &mut model);
        }
        self.element.clear();
        Ok(model)
    }

    fn element(&mut self, child: &Element, model: &mut Definitions) {
        match child.name() {
            "import" => model.imports.extend(self.import(child)),
            "itemDefinition" => {
                let definition = self.item_definition(child);
                model.types.push(definition);
            }
            "inputData" => {
                self.only(child, &["variable"]);
                let named = self.named(child);
                model.inputs.push(InputData { named });
            }
            "decision" => {
                let decision = self.decision(child);
                model.decisions.push(decision);
            }
            "businessKnowledgeModel" => {
                let function = self.knowledge_model(child);
                model.functions.push(function);
            }
            "decisionService" => {
                let service = self.service(child);
                model.services.push(service);
            }
            "knowledgeSource" => model.sources.push(KnowledgeSource {
                id: owned(child, "id"),
                name: name(child.attribute("name").unwrap_or_default()),
                location: child.attribute("locationURI").map(str::to_owned),
                kind: child.first("type").map(|kind| kind.text().trim().to_owned()),
            }),
            other if ARTIFACTS.contains(&other) || super::NOTES.contains(&other) => {}
            _ => {
                self.outside(child);
            }
        }
    }

    fn import(&mut self, at: &Element) -> Option<Import> {
        let kind = at.attribute("importType").unwrap_or_default();
        if Version::of(kind).is_none() {
            let what = said!("it imports “{}”, which is no DMN 1.3, 1.4 or 1.5", short(kind));
            self.fault(at, what, said!("Import DMN models only"));
            return None;
        }
        Some(Import {
            name: name(at.attribute("name").unwrap_or_default()),
            namespace: owned(at, "namespace"),
            line: at.line,
        })
    }

    fn item_definition(&mut self, at: &Element) -> ItemDefinition {
        let known = [
            "typeRef",
            "allowedValues",
            "typeConstraint",
            "itemComponent",
            "functionItem",
        ];
        self.only(at, &known);
        let reference = at.first("typeRef").map(|of| name(&of.text()));
        let function = at.first("functionItem").map(|function| FunctionItem {
            parameters: function.all("parameters").map(item).collect(),
            output_type_ref: function.attribute("outputTypeRef").map(name),
        });
        ItemDefinition {
            name: name(at.attribute("name").unwrap_or_default()),
            line: at.line,
            is_collection: matches!(at.attribute("isCollection"), Some("true" | "1")),
            type_ref: reference.filter(|written| !written.is_empty()),
            allowed_values: self.tests(at, "allowedValues"),
            type_constraint: self.tests(at, "typeConstraint"),
            components: at
                .all("itemComponent")
                .map(|part| self.item_definition(part))
                .collect(),
            function,
        }
    }

    /// The unary tests of a child; none if the child has no text, as some modellers write it.
    pub(super) fn tests(&mut self, of: &Element, child: &str) -> Option<crate::parts::Text> {
        let child = of.first(child)?;
        self.language(child);
        text(child).filter(|tests| !tests.text.is_empty())
    }

    fn named(&mut self, at: &Element) -> Named {
        let own = name(at.attribute("name").unwrap_or_default());
        if own.is_empty() {
            self.fault(at, said!("the {} has no name", at.name()), said!("Name it"));
        }
        let fallback = InformationItem {
            name: own.clone(),
            type_ref: None,
            line: at.line,
        };
        let mut variable = at.first("variable").map_or(fallback, item);
        if variable.name.is_empty() {
            variable.name.clone_from(&own);
        }
        Named {
            id: owned(at, "id"),
            name: own,
            line: at.line,
            variable,
            description: description(at),
        }
    }

    fn decision(&mut self, at: &Element) -> Decision {
        let named = self.named(at);
        let requirements = self.requirements(at);
        let around = [&IN_DECISIONS[..], &ABOUT_DECISIONS[..], &["authorityRequirement"]].concat();
        Decision {
            named,
            question: at
                .first("question")
                .map_or_else(String::new, |question| question.text().trim().to_owned()),
            requirements,
            logic: self.only_expression(at, &around),
        }
    }

    fn knowledge_model(&mut self, at: &Element) -> KnowledgeModel {
        self.only(
            at,
            &[
                "variable",
                "encapsulatedLogic",
                "knowledgeRequirement",
                "authorityRequirement",
            ],
        );
        KnowledgeModel {
            named: self.named(at),
            requirements: self.requirements(at),
            logic: at.first("encapsulatedLogic").map(|logic| self.function(logic)),
        }
    }

    fn service(&mut self, at: &Element) -> DecisionService {
        let lists = [
            "outputDecision",
            "encapsulatedDecision",
            "inputDecision",
            "inputData",
        ];
        self.only(at, &[&lists[..], &["variable"]].concat());
        let [outputs, encapsulated, input_decisions, input_data] =
            lists.map(|list| at.all(list).filter_map(|child| self.reference(child)).collect());
        DecisionService {
            named: self.named(at),
            outputs,
            encapsulated,
            input_decisions,
            input_data,
        }
    }

    fn requirements(&mut self, at: &Element) -> Requirements {
        let mut requirements = Requirements::default();
        for child in at.own() {
            let list = match child.name() {
                "informationRequirement" => &mut requirements.information,
                "knowledgeRequirement" => &mut requirements.knowledge,
                "authorityRequirement" => &mut requirements.authority,
                _ => continue,
            };
            let required = child.own().filter(|inner| inner.name().starts_with("required"));
            list.extend(required.filter_map(|inner| self.reference(inner)));
        }
        requirements
    }

    fn reference(&mut self, at: &Element) -> Option<Reference> {
        let href = at.attribute("href").unwrap_or_default().trim();
        let Some((namespace, id)) = href.rsplit_once('#').filter(|(_, id)| !id.is_empty()) else {
            let what = said!("the reference “{}” names no element", short(href));
            self.fault(at, what, said!("Write # and the element's id"));
            return None;
        };
        Some(Reference {
            namespace: Some(namespace.to_owned()).filter(|namespace| !namespace.is_empty()),
            id: id.to_owned(),
            line: at.line,
        })
    }

    pub(super) fn parameters(&mut self, at: &Element) -> Vec<InformationItem> {
        at.all("formalParameter").map(item).collect()
    }

    /// The type of a boxed expression.
    pub(super) fn type_of(at: &Element) -> Option<String> {
        type_ref(at)
    }
}
