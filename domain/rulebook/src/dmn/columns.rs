//! The columns of a table: what is tested, what is answered, what is noted beside each rule.

use super::{Place, Reader};
use crate::Input;
use crate::load_error::quoted;
use crate::xml::Element;

/// The columns of a table, as far as they could be read.
pub(super) struct Columns {
    /// One for each input column; `None` where the column itself has a fault.
    pub inputs: Vec<Option<Input>>,
    /// The names of the annotation columns.
    pub annotations: Vec<String>,
}

/// The annotation columns that every rule must fill.
pub(super) const NEEDED: [&str; 3] = ["reason", "citation", "kind"];

impl Reader<'_> {
    pub(super) fn columns(&mut self, table: &Element) -> Columns {
        let inputs = table.all("input").map(|input| self.input_column(input)).collect();
        self.output_column(table);
        let annotations: Vec<String> = table
            .all("annotation")
            .map(|one| one.attribute("name").unwrap_or_default().trim().to_owned())
            .collect();
        for needed in NEEDED {
            let count = annotations.iter().filter(|name| *name == needed).count();
            if count != 1 {
                let place = Place {
                    column: Some(needed),
                    ..Place::default()
                };
                let what =
                    format!("the table has {count} annotation columns of that name, where one belongs");
                self.fault(
                    table,
                    place,
                    what,
                    "Name the columns reason, citation and kind, once each",
                );
            }
        }
        Columns { inputs, annotations }
    }

    fn input_column(&mut self, input: &Element) -> Option<Input> {
        let before = self.faults.len();
        let mut expressions = input.all("inputExpression");
        let expression = expressions.next();
        let name = expression.map_or("", Element::written).to_owned();
        let place = Place {
            column: Some(&name),
            ..Place::default()
        };
        self.only(input, &["inputExpression"], place);
        if expressions.next().is_some() {
            self.fault(
                input,
                place,
                "the column has two expressions".to_owned(),
                "Leave one",
            );
        }
        let known = self
            .settings
            .inputs
            .iter()
            .find(|known| known.id == name)
            .cloned();
        let Some(known) = known else {
            let what = format!(
                "the column tests {}, which is no [[input]] of rulebook.toml",
                quoted(&name)
            );
            self.fault(
                input,
                place,
                what,
                "Write the id of one input as the column's expression",
            );
            return None;
        };
        if let Some(expression) = expression {
            self.only_text(expression, place);
            self.expression_language(expression);
            let declared = expression
                .attribute("typeRef")
                .map(|name| name.rsplit(':').next().unwrap_or(name));
            if let Some(declared) = declared.filter(|declared| *declared != known.kind.feel_name()) {
                let what = format!(
                    "the column is a {}, the input a {}",
                    quoted(declared),
                    known.kind.name()
                );
                self.fault(
                    expression,
                    place,
                    what,
                    &format!("Set its type to {}", known.kind.feel_name()),
                );
            }
        }
        (self.faults.len() == before).then_some(known)
    }

    fn output_column(&mut self, table: &Element) {
        let place = Place {
            column: Some("authority"),
            ..Place::default()
        };
        let outputs: Vec<&Element> = table.all("output").collect();
        let [output] = outputs.as_slice() else {
            let what = format!(
                "the table has {} output columns, where one belongs",
                outputs.len()
            );
            self.fault(table, place, what, "Leave one, named authority");
            return;
        };
        if output.attribute("name") != Some("authority") {
            let what = format!(
                "the output column is named {}",
                quoted(output.attribute("name").unwrap_or_default())
            );
            self.fault(output, place, what, "Name it authority");
        }
        if output
            .attribute("typeRef")
            .is_some_and(|name| !name.ends_with("string"))
        {
            self.fault(
                output,
                place,
                "the output column is no string".to_owned(),
                "Set its type to string",
            );
        }
        self.only(output, &[], place);
    }
}
