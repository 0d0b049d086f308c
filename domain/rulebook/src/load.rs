//! Loading: both files, checked whole, or every fault in them.

use crate::compiled::Compiled;
use crate::{LoadError, LoadFault, Rulebook, dmn, settings};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The two files of a rulebook folder, each with its name and its text.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// `rulebook.toml`.
    pub rulebook_toml: (&'a str, &'a str),
    /// `authorities.dmn`.
    pub dmn: (&'a str, &'a str),
}

impl Rulebook {
    /// Loads a rulebook.
    ///
    /// # Errors
    /// Every fault of `rulebook.toml`, or, if it has none, every fault of the table, each with its place and what to do.
    pub fn load(files: &Files<'_>) -> Result<Rulebook, LoadError> {
        let (name, text) = files.rulebook_toml;
        let settings = settings::read(base(name), text).map_err(|faults| LoadError { faults })?;
        let (dmn_name, dmn_text) = (base(files.dmn.0), files.dmn.1);
        if settings.dmn != dmn_name {
            let fault = LoadFault {
                file: base(name).to_owned(),
                column: Some("dmn".to_owned()),
                what: format!("it names the file {}, and {dmn_name} was given", settings.dmn),
                todo: "Name the file that holds the table".to_owned(),
                ..LoadFault::default()
            };
            return Err(LoadError { faults: vec![fault] });
        }
        let decision = dmn::read(dmn_name, dmn_text, &settings).map_err(|faults| LoadError { faults })?;
        Ok(Rulebook {
            compiled: Compiled::new(&settings, &decision),
            settings,
            decision,
            hash: hash(files),
        })
    }
}

/// The name of a file without its folders, so that a rulebook's hash does not depend on where it lies.
fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

fn hash(files: &Files<'_>) -> String {
    let mut sorted = [files.rulebook_toml, files.dmn].map(|(name, text)| (base(name), text));
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
