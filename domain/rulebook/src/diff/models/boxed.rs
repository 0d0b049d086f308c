//! What boxed expressions say, each text under the way to it.

use super::items;
use crate::diff::matching::Line;
use dmn::parts::{
    Aggregation, Boxed, ContextEntry, DecisionTable, Expression, Function, FunctionKind, OutputClause, Rule,
    Text,
};
use std::collections::BTreeMap;

/// What was read so far: texts by key, and tables by the way to them.
#[derive(Default)]
pub(super) struct Walk {
    pub fields: Vec<(String, String)>,
    pub tables: Vec<(String, Vec<Line>)>,
}

impl Walk {
    /// Puts down what is said; nothing where nothing is.
    pub fn say(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.fields.push((key.to_owned(), text.to_owned()));
        }
    }

    fn text(&mut self, key: &str, text: Option<&Text>) {
        self.say(key, text.map_or("", |text| &text.text));
    }

    fn kind(&mut self, key: &str, kind: Option<&str>) {
        self.say(&format!("{key}.type"), kind.unwrap_or_default());
    }

    pub fn boxed(&mut self, key: &str, of: &Boxed) {
        self.kind(key, of.type_ref.as_deref());
        let mut below = |part: &str, of: &Boxed| self.boxed(&format!("{key}.{part}"), of);
        match &of.expression {
            Expression::Literal(text) => self.text(key, Some(text)),
            Expression::Table(table) => self.table(key, table),
            Expression::Context(entries) => self.context(key, entries),
            Expression::List(list) => {
                for (at, item) in (1..).zip(list) {
                    below(&format!("{at}"), item);
                }
            }
            Expression::Relation { columns, rows } => {
                self.say(&format!("{key}.columns"), &items(columns));
                for (at, row) in (1..).zip(rows) {
                    for (column, cell) in columns.iter().zip(row) {
                        self.boxed(&format!("{key}.{at}.{}", column.name), cell);
                    }
                }
            }
            Expression::Invocation { callee, bindings } => {
                below("function", callee);
                let names = bindings.iter().map(|binding| binding.parameter.clone());
                self.say(&format!("{key}.arguments"), &items(&names.collect::<Vec<_>>()));
                for binding in bindings {
                    let way = format!("{key}.{}", binding.parameter.name);
                    binding.value.iter().for_each(|value| self.boxed(&way, value));
                }
            }
            Expression::Function(function) => self.function(key, function),
            Expression::Conditional {
                test,
                then,
                otherwise,
            } => {
                below("if", test);
                below("then", then);
                below("else", otherwise);
            }
            Expression::Filter { list, test } => {
                below("list", list);
                below("test", test);
            }
            Expression::For(of) | Expression::Quantified(_, of) => {
                below("in", &of.list);
                below("value", &of.body);
                self.say(&format!("{key}.item"), &of.variable);
            }
            // It is not loaded.
            Expression::Refused(_) => {}
        }
        self.say(&format!("{key}.form"), form(&of.expression));
    }

    fn context(&mut self, key: &str, entries: &[ContextEntry]) {
        let names = entries
            .iter()
            .map(|entry| entry.variable.clone().unwrap_or_default());
        self.say(&format!("{key}.entries"), &items(&names.collect::<Vec<_>>()));
        for entry in entries {
            let name = entry
                .variable
                .as_ref()
                .map_or("result", |variable| &variable.name);
            self.boxed(&format!("{key}.{name}"), &entry.value);
        }
    }

    pub fn function(&mut self, key: &str, of: &Function) {
        self.kind(key, of.type_ref.as_deref());
        self.say(&format!("{key}.parameters"), &items(&of.parameters));
        let language = match of.kind {
            FunctionKind::Feel => "",
            FunctionKind::Java => "Java",
            FunctionKind::Pmml => "PMML",
        };
        self.say(&format!("{key}.language"), language);
        of.body.iter().for_each(|body| self.boxed(key, body));
    }

    /// The same of the table of what is withheld, whose notes say why and for how long.
    pub fn noted(&mut self, key: &str, of: &Boxed) {
        self.boxed(key, of);
        let (Expression::Table(table), Some((_, lines))) = (&of.expression, self.tables.last_mut()) else {
            return;
        };
        for (line, rule) in lines.iter_mut().zip(&table.rules) {
            let notes = table.annotations.iter().zip(&rule.annotations);
            let said = notes.filter(|(_, text)| !text.trim().is_empty());
            line.said
                .extend(said.map(|(column, text)| (format!("[{}]", column.trim()), text.clone())));
        }
    }

    /// What the table of the rulebook itself says besides its rules.
    pub fn answers(&mut self, logic: &Boxed) {
        if let Expression::Table(table) = &logic.expression {
            table
                .outputs
                .iter()
                .for_each(|output| self.output("logic", output));
        }
    }

    fn output(&mut self, key: &str, of: &OutputClause) {
        let key = format!("{key}.outputs.{}", of.name);
        self.kind(&key, of.type_ref.as_deref());
        self.text(&format!("{key}.values"), of.values.as_ref());
        self.text(&format!("{key}.default"), of.default.as_ref());
    }

    fn table(&mut self, key: &str, of: &DecisionTable) {
        self.say(&format!("{key}.hit policy"), of.hit_policy.as_str());
        let aggregation = of.aggregation.map(|of| match of {
            Aggregation::Sum => "SUM",
            Aggregation::Count => "COUNT",
            Aggregation::Min => "MIN",
            Aggregation::Max => "MAX",
        });
        self.say(&format!("{key}.aggregation"), aggregation.unwrap_or_default());
        let columns: Vec<String> = distinct(of.inputs.iter().map(|input| input.expression.text.as_str()));
        for (input, column) in of.inputs.iter().zip(&columns) {
            let key = format!("{key}.inputs.{column}");
            self.say(&key, &input.expression.text);
            self.kind(&key, input.type_ref.as_deref());
            self.text(&format!("{key}.values"), input.values.as_ref());
        }
        of.outputs.iter().for_each(|output| self.output(key, output));
        let outputs = of.outputs.iter().map(OutputClause::title);
        let outputs: Vec<String> = outputs.map(|title| format!("\u{2192} {title}")).collect();
        let line = |rule: &Rule| {
            let met = columns
                .iter()
                .zip(&rule.inputs)
                .filter(|(_, cell)| !matches!(cell.text.as_str(), "" | "-"));
            let cells = met.chain(outputs.iter().zip(&rule.outputs));
            Line {
                id: Some(rule.id.clone()).filter(|id| !id.is_empty()),
                said: cells
                    .map(|(column, cell)| (column.clone(), cell.text.clone()))
                    .collect(),
                rest: String::new(),
            }
        };
        self.tables
            .push((key.to_owned(), of.rules.iter().map(line).collect()));
    }
}

/// Columns of the same title are told apart by their number.
fn distinct<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let number = |title: &'a str| {
        let count = seen.entry(title).or_default();
        *count += 1;
        if *count == 1 {
            title.to_owned()
        } else {
            format!("{title} ({count})")
        }
    };
    titles.map(number).collect()
}

/// What kind of expression it is; nothing for a plain text and for a table, which are told by what they say.
fn form(of: &Expression) -> &'static str {
    use dmn::parts::Quantifier;
    match of {
        Expression::Literal(_) | Expression::Table(_) | Expression::Refused(_) => "",
        Expression::Context(_) => "context",
        Expression::List(_) => "list",
        Expression::Relation { .. } => "relation",
        Expression::Invocation { .. } => "invocation",
        Expression::Function(_) => "function",
        Expression::Conditional { .. } => "conditional",
        Expression::Filter { .. } => "filter",
        Expression::For(_) => "for",
        Expression::Quantified(Quantifier::Every, _) => "every",
        Expression::Quantified(Quantifier::Some, _) => "some",
    }
}
