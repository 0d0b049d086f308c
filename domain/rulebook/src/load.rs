//! Loading: all files, checked whole, or every fault in them.

use crate::compiled::Compiled;
use crate::{LoadError, LoadFault, Rulebook, model, settings};
use feel::said;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The files of a rulebook folder, each with its name and its text.
#[derive(Clone, Debug)]
pub struct Files<'a> {
    /// `rulebook.toml`.
    pub rulebook_toml: (&'a str, &'a str),
    /// The decision models that it names, such as `authorities.dmn`.
    pub dmn: Vec<(&'a str, &'a str)>,
}

impl Rulebook {
    /// Loads a rulebook.
    ///
    /// # Errors
    /// Every fault of `rulebook.toml`, or, if it has none, every fault of the models, each with its place and what to do.
    pub fn load(files: &Files<'_>) -> Result<Rulebook, LoadError> {
        let (name, text) = files.rulebook_toml;
        let settings = settings::read(base(name), text).map_err(|faults| LoadError { faults })?;
        let models: Vec<(&str, &str)> = files.dmn.iter().map(|(name, text)| (base(name), *text)).collect();
        are_models(&settings.dmn, &models)?;
        same_files(base(name), &settings.dmn, &models)?;
        let (decision, withholding, read) =
            model::read(&models, &settings).map_err(|faults| LoadError { faults })?;
        Ok(Rulebook {
            compiled: Compiled::new(&settings, &decision),
            withholding: withholding.map(|table| {
                let compiled = Compiled::new(&settings, &table);
                (table, compiled)
            }),
            settings,
            decision,
            models: models
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .zip(read)
                .collect(),
            hash: hash(files),
        })
    }

    /// The files that a `rulebook.toml` names as its decision models, so that they can be read before it is loaded.
    ///
    /// # Errors
    /// Every fault of `rulebook.toml`.
    pub fn models_named(name: &str, text: &str) -> Result<Vec<String>, LoadError> {
        let settings = settings::read(base(name), text).map_err(|faults| LoadError { faults })?;
        Ok(settings.dmn)
    }
}

/// Whether what was given beside the models that `rulebook.toml` names could be one at all: whoever put another file there by mistake
/// is not to name it.
fn are_models(named: &[String], given: &[(&str, &str)]) -> Result<(), LoadError> {
    let beside = given
        .iter()
        .filter(|(other, _)| named.iter().all(|name| name != other));
    let faults: Vec<LoadFault> = beside
        .filter_map(|(file, text)| {
            let fault = dmn::Model::read(text.as_bytes()).err()?;
            Some(LoadFault {
                file: (*file).to_owned(),
                line: fault.first().and_then(|first| first.line),
                what: said!("it cannot be read as DMN"),
                todo: said!("Take the file off, or put a DMN file in its place"),
                ..LoadFault::default()
            })
        })
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(LoadError { faults })
    }
}

/// Whether the models that were given are those that `rulebook.toml` names.
fn same_files(file: &str, named: &[String], given: &[(&str, &str)]) -> Result<(), LoadError> {
    let missing = named
        .iter()
        .find(|name| given.iter().all(|(other, _)| other != name));
    let other = given
        .iter()
        .find(|(other, _)| named.iter().all(|name| name != other));
    let what = match (missing, other) {
        (None, None) if named.len() == given.len() => return Ok(()),
        (Some(missing), Some((other, _))) => {
            said!("it names the file {}, and {} was given", missing, *other)
        }
        (Some(missing), None) => said!("it names the file {}, which was not given", missing),
        (None, Some((other, _))) => said!("it does not name the file {}, which was given", *other),
        (None, None) => said!("a file was given twice"),
    };
    let fault = LoadFault {
        file: file.to_owned(),
        column: Some("dmn".to_owned()),
        what,
        todo: said!("Name the files that hold the decisions"),
        ..LoadFault::default()
    };
    Err(LoadError { faults: vec![fault] })
}

/// The name of a file without its folders, so that a rulebook's hash does not depend on where it lies.
fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

fn hash(files: &Files<'_>) -> String {
    let all = files.dmn.iter().chain([&files.rulebook_toml]);
    let mut sorted: Vec<(&str, &str)> = all.map(|(name, text)| (base(name), *text)).collect();
    sorted.sort_unstable();
    let mut digest = Sha256::new();
    for (name, text) in sorted {
        digest.update(format!("{name} {}\n", text.len()));
        digest.update(text);
    }
    digest.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
