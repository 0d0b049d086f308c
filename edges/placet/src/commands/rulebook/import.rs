//! `placet rulebook import`: any DMN file, read.

use super::json;
use crate::arguments::ImportModel;
use crate::failure::Failure;
use dmn::{Fault, Model};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Imported {
    format: &'static str,
    /// The model's name and its version of DMN; absent where the file is no model.
    name: Option<String>,
    dmn: Option<String>,
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

/// Runs the command. A file with a fault is exit code 1, be it a model or none.
pub fn run(arguments: &ImportModel, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(&arguments.file)?;
    let name = arguments.file.file_name().unwrap_or_default().to_string_lossy();
    let read = Model::read_all(&[(&name, text.as_bytes())]);
    let (model, found): (_, Vec<&Fault>) = match &read {
        Ok(models) => {
            let model = models.first();
            let faults = model
                .into_iter()
                .flat_map(|one| one.faults().iter().chain(one.unknown_names()));
            (model, faults.collect())
        }
        Err(faults) => (None, faults.iter().collect()),
    };
    let sound = model.filter(|_| found.is_empty());
    if arguments.json {
        json(&imported(model, &found, sound), out)?;
    } else if let Some(sound) = sound {
        write!(out, "{}", sound.write()).map_err(Failure::machine)?;
    } else {
        for fault in &found {
            writeln!(out, "{fault}").map_err(Failure::machine)?;
        }
    }
    if sound.is_some() {
        return Ok(());
    }
    let what = if model.is_some() {
        "the model has faults"
    } else {
        "it cannot be read as a DMN model"
    };
    Err(Failure::different(format!(
        "{name}: {what}.\nCorrect each in a modeller, and import it again."
    )))
}

fn imported(model: Option<&Model>, found: &[&Fault], sound: Option<&Model>) -> Imported {
    let says = model.map(Model::definitions);
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
        name: says.map(|says| says.name.clone()),
        dmn: says.map(|says| says.version.to_string()),
        decisions: says.map_or_else(Vec::new, |says| says.decisions.iter().map(decision).collect()),
        faults: found.iter().map(told).collect(),
        text: sound.map(Model::write),
    }
}
