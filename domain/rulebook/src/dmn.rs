//! From DMN to the table that is evaluated. What lies outside the subset of `docs/formats/rulebook.md` is refused here.

mod columns;
mod rows;

use crate::decision::{Decision, HitPolicy};
use crate::load_error::quoted;
use crate::settings::Settings;
use crate::xml::{self, Element};
use crate::{LoadFault, LoadFaultKind};
use std::collections::BTreeSet;

/// DMN 1.3, 1.4 and 1.5: decision tables are the same in all three.
const NAMESPACES: [&str; 3] = [
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
];
/// What a model says to its readers and no engine reads.
const NOTES: [&str; 9] = [
    "description",
    "extensionElements",
    "textAnnotation",
    "association",
    "group",
    "knowledgeSource",
    "organizationUnit",
    "performanceIndicator",
    "authorityRequirement",
];
const MOST_RULES: usize = 1_000;
const MOST_COLUMNS: usize = 50;

/// Reads the file; gives every fault at once, unless it is no XML.
pub(crate) fn read(file: &str, text: &str, settings: &Settings) -> Result<Decision, Vec<LoadFault>> {
    let root = xml::read(text).map_err(|fault| {
        let (line, todo) = (Some(fault.line), fault.todo.to_owned());
        vec![LoadFault {
            file: file.to_owned(),
            line,
            what: fault.what,
            todo,
            ..LoadFault::default()
        }]
    })?;
    let mut reader = Reader {
        file,
        settings,
        table: None,
        faults: vec![],
    };
    let decision = reader.definitions(&root);
    decision.filter(|_| reader.faults.is_empty()).ok_or(reader.faults)
}

/// Where in a table a fault lies.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    row: Option<usize>,
    column: Option<&'a str>,
}

struct Reader<'a> {
    file: &'a str,
    settings: &'a Settings,
    table: Option<String>,
    faults: Vec<LoadFault>,
}

impl Reader<'_> {
    fn fault(&mut self, at: &Element, place: Place<'_>, what: String, todo: &str) {
        self.faults.push(LoadFault {
            file: self.file.to_owned(),
            line: Some(at.line),
            table: self.table.clone(),
            row: place.row,
            column: place.column.map(str::to_owned),
            what,
            todo: todo.to_owned(),
            ..LoadFault::default()
        });
    }

    /// Says what the fault noted last is.
    fn which_is(&mut self, kind: LoadFaultKind) {
        if let Some(last) = self.faults.last_mut() {
            last.kind = kind;
        }
    }

    fn outside(&mut self, at: &Element, place: Place<'_>) {
        let what = format!("{} is outside what is read here", quoted(&at.name));
        self.fault(at, place, what, "Take it out");
    }

    /// Refuses every child that is neither known here nor a note to readers, and text between the children.
    fn only(&mut self, of: &Element, known: &[&str], place: Place<'_>) {
        for child in &of.children {
            let name = child.name.as_str();
            if child.namespace != of.namespace || !known.contains(&name) && !NOTES.contains(&name) {
                self.outside(child, place);
            }
        }
        if of.has_loose_text() {
            self.fault(
                of,
                place,
                format!("text stands in {} itself", quoted(&of.name)),
                "Take it out",
            );
        }
    }

    /// Refuses an entry that holds anything but one text.
    fn only_text(&mut self, entry: &Element, place: Place<'_>) {
        self.only(entry, &["text"], place);
        let texts: Vec<&Element> = entry.all("text").collect();
        if texts.len() != 1 {
            self.fault(
                entry,
                place,
                format!("it holds {} texts, where one belongs", texts.len()),
                "Write one text",
            );
        }
        for text in texts {
            for child in &text.children {
                self.outside(child, place);
            }
        }
    }

    fn definitions(&mut self, root: &Element) -> Option<Decision> {
        if root.name != "definitions" || !NAMESPACES.contains(&root.namespace.as_str()) {
            let what = format!(
                "{} in {} is no DMN 1.3, 1.4 or 1.5",
                quoted(&root.name),
                quoted(&root.namespace)
            );
            self.fault(root, Place::default(), what, "Save it as DMN 1.3 from a modeller");
            return None;
        }
        let diagram = |child: &Element| child.name == "DMNDI" && child.namespace.ends_with("/DMNDI/");
        let mut decisions = vec![];
        for child in root.children.iter().filter(|child| !diagram(child)) {
            match child.name.as_str() {
                _ if child.namespace != root.namespace => self.outside(child, Place::default()),
                "inputData" => self.input_data(child),
                "decision" => decisions.push(child),
                name if NOTES.contains(&name) => {}
                _ => self.outside(child, Place::default()),
            }
        }
        self.expression_language(root);
        let wanted = self.settings.decision.clone();
        let (own, others): (Vec<&Element>, Vec<&Element>) = decisions
            .into_iter()
            .partition(|decision| decision.attribute("id") == Some(&wanted));
        for other in others.into_iter().chain(own.iter().skip(1).copied()) {
            let what = format!(
                "the decision {} is not the one that rulebook.toml names",
                quoted(id(other))
            );
            self.fault(
                other,
                Place::default(),
                what,
                "Put its rules into that one, or take it out",
            );
        }
        if own.is_empty() {
            let what = format!(
                "the decision {} is missing, which rulebook.toml names",
                quoted(&wanted)
            );
            self.fault(root, Place::default(), what, "Give the decision that id");
        }
        own.first().and_then(|decision| self.decision(root, decision))
    }

    fn input_data(&mut self, input: &Element) {
        let name = input.attribute("name").unwrap_or_default();
        if !self.settings.inputs.iter().any(|known| known.id == name) {
            let what = format!("the input data {} is no [[input]] of rulebook.toml", quoted(name));
            self.fault(input, Place::default(), what, "Name it as there, or add it there");
        }
    }

    fn decision(&mut self, root: &Element, decision: &Element) -> Option<Decision> {
        self.table = Some(id(decision).to_owned());
        let known: BTreeSet<&str> = root.all("inputData").map(id).collect();
        let parts = [
            "variable",
            "question",
            "allowedAnswers",
            "informationRequirement",
            "decisionTable",
        ];
        self.only(decision, &parts, Place::default());
        for requirement in decision.all("informationRequirement") {
            self.requirement(requirement, &known);
        }
        let tables: Vec<&Element> = decision.all("decisionTable").collect();
        let [table] = tables.as_slice() else {
            let what = format!(
                "the decision has {} decision tables, where one belongs",
                tables.len()
            );
            self.fault(decision, Place::default(), what, "Give it one decision table");
            return None;
        };
        self.decision_table(id(decision), table)
    }

    fn requirement(&mut self, requirement: &Element, known: &BTreeSet<&str>) {
        for required in &requirement.children {
            let target = required
                .attribute("href")
                .and_then(|href| href.strip_prefix('#'))
                .unwrap_or_default();
            if required.name != "requiredInput" {
                self.outside(required, Place::default());
            } else if !known.contains(target) {
                let what = format!(
                    "it requires {}, which is no input data of this file",
                    quoted(target)
                );
                self.fault(
                    required,
                    Place::default(),
                    what,
                    "Draw the requirement to an input of this file",
                );
            }
        }
    }

    fn decision_table(&mut self, decision: &str, table: &Element) -> Option<Decision> {
        self.expression_language(table);
        let policy = self.policy(table);
        self.only(
            table,
            &["input", "output", "annotation", "rule"],
            Place::default(),
        );
        let rules: Vec<&Element> = table.all("rule").collect();
        let columns = table.all("input").count() + table.all("annotation").count() + 1;
        if rules.is_empty() || rules.len() > MOST_RULES || columns > MOST_COLUMNS {
            let what = format!("the table has {} rules and {columns} columns", rules.len());
            let todo = format!("Give it 1 to {MOST_RULES} rules and at most {MOST_COLUMNS} columns");
            self.fault(table, Place::default(), what, &todo);
            return None;
        }
        let columns = self.columns(table);
        let rules: Vec<_> = rules
            .iter()
            .enumerate()
            .map(|(at, rule)| self.rule(at + 1, rule, &columns))
            .collect();
        let rules = rules.into_iter().collect::<Option<Vec<_>>>()?;
        Some(Decision {
            id: decision.to_owned(),
            policy: policy?,
            rules,
        })
    }

    fn policy(&mut self, table: &Element) -> Option<HitPolicy> {
        if let Some(aggregation) = table.attribute("aggregation") {
            let what = format!(
                "the aggregation {} makes a number of authorities",
                quoted(aggregation)
            );
            self.fault(table, Place::default(), what, "Take it out");
        }
        match table.attribute("hitPolicy").unwrap_or("UNIQUE") {
            "UNIQUE" => Some(HitPolicy::Unique),
            "FIRST" => Some(HitPolicy::First),
            "COLLECT" => Some(HitPolicy::Collect),
            other => {
                let what = format!("the hit policy {} is not read here", quoted(other));
                self.fault(table, Place::default(), what, "Choose UNIQUE, FIRST or COLLECT");
                None
            }
        }
    }

    fn expression_language(&mut self, at: &Element) {
        let language = at.attribute("expressionLanguage").unwrap_or("feel");
        if !language
            .trim_end_matches('/')
            .to_ascii_lowercase()
            .ends_with("feel")
        {
            let what = format!("the expression language {} is not read here", quoted(language));
            self.fault(at, Place::default(), what, "Write FEEL");
        }
    }
}

fn id(element: &Element) -> &str {
    element.attribute("id").unwrap_or_default()
}
