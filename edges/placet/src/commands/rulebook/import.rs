//! `placet rulebook import`: any DMN file, read.

use super::{faults, json};
use crate::arguments::ImportModel;
use crate::failure::Failure;
use dmn::{Fault, Model};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Imported {
    format: &'static str,
    name: String,
    dmn: String,
    decisions: Vec<Decision>,
    faults: Vec<Told>,
    /// The file as it is written here; absent where it has a fault.
    text: Option<String>,
}

#[derive(Serialize)]
struct Decision {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct Told {
    text: String,
    line: Option<usize>,
    element: Option<String>,
    row: Option<usize>,
    column: Option<String>,
}

/// Runs the command. A model with a fault is exit code 1; what is no model, 2.
pub fn run(arguments: &ImportModel, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(&arguments.file)?;
    let name = arguments.file.file_name().unwrap_or_default().to_string_lossy();
    let models = Model::read_all(&[(&name, text.as_bytes())]).map_err(|found| faults(&found))?;
    let Some(model) = models.first() else {
        return Err(Failure::usage("There is no model in the file.\nName a DMN file."));
    };
    let found: Vec<&Fault> = model.faults().iter().chain(model.unknown_names()).collect();
    if arguments.json {
        json(&imported(model, &found), out)?;
    } else if found.is_empty() {
        write!(out, "{}", model.write()).map_err(Failure::machine)?;
    } else {
        for fault in &found {
            writeln!(out, "{fault}").map_err(Failure::machine)?;
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure::different(format!(
        "{name}: the model has faults.\nCorrect each in a modeller, and import it again."
    )))
}

fn imported(model: &Model, found: &[&Fault]) -> Imported {
    let says = model.definitions();
    let decision = |of: &dmn::parts::Decision| Decision {
        id: of.named.id.clone(),
        name: of.named.name.clone(),
    };
    let told = |fault: &&Fault| Told {
        text: fault.to_string(),
        line: fault.line,
        element: fault.element.as_deref().map(str::to_owned),
        row: fault.row,
        column: fault.column.as_deref().map(str::to_owned),
    };
    Imported {
        format: "placet-rulebook-import/1",
        name: says.name.clone(),
        dmn: says.version.to_string(),
        decisions: says.decisions.iter().map(decision).collect(),
        faults: found.iter().map(told).collect(),
        text: found.is_empty().then(|| model.write()),
    }
}
