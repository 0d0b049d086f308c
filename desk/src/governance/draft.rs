//! A version that a rule maker works on: files beside the ledger, changed as often as one likes, nobody's record.

use super::table::{RuleChange, Table, tables};
use crate::rulebooks::RULEBOOK_TOML;
use crate::{Fault, FieldFault};
use act::{Date, Detail, PersonId, Reason, TextFault, Timestamp, Title};
use governance::MOST_FILES;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The most bytes of all files of a version together: 2 MB.
const MOST_RULEBOOK_BYTES: usize = 2_000_000;

/// A version that is worked on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// The rulebook.
    pub rulebook: String,
    /// The hash of the version that it changes.
    pub changes: String,
    /// Its files by name.
    pub files: BTreeMap<String, String>,
    /// The day from which it is to bind, as typed.
    pub from: String,
    /// What it is for, as typed.
    pub purpose: String,
    /// Who began it.
    #[serde(default)]
    pub begun_by: Option<PersonId>,
    /// Who worked on it.
    #[serde(default)]
    pub makers: BTreeSet<PersonId>,
    /// When it was saved last.
    pub saved: Timestamp,
    /// When it was closed to be proposed, if it was.
    #[serde(default)]
    pub(super) proposing: Option<Timestamp>,
    /// Counts its changes; a change names the one it was made on.
    #[serde(skip)]
    pub version: u64,
}

/// A line in the list of drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Its id.
    pub id: String,
    /// The rulebook.
    pub rulebook: String,
    /// The version as its makers call it.
    pub name: String,
    /// What it is for, as typed.
    pub purpose: String,
    /// When it was saved last.
    pub saved: Timestamp,
}

/// What a rule maker does to a draft.
#[derive(Clone, Debug)]
pub enum DraftChange {
    /// What the version is called, and what is said with the proposal.
    Words {
        /// The version as its makers call it.
        name: String,
        /// The day from which it is to bind.
        from: String,
        /// What it is for.
        purpose: String,
    },
    /// A file added, or put in the place of one of that name.
    File(String, Vec<u8>),
    /// A file taken out.
    RemoveFile(String),
    /// A rule of a table changed; not taken where the rule has a fault then.
    Rule {
        /// The file.
        file: String,
        /// The table's decision.
        decision: String,
        /// The rule's row.
        row: usize,
        /// What is done to it.
        change: RuleChange,
    },
}

fn invalid(field: &str, code: &'static str) -> Fault {
    Fault::Invalid(vec![FieldFault::plain(field, code)])
}

pub(super) fn of_text(field: &str, fault: &TextFault) -> Fault {
    Fault::Invalid(vec![FieldFault::of_text(field, fault)])
}

impl Draft {
    /// The version as its makers call it, as far as its `rulebook.toml` says so.
    #[must_use]
    pub fn name(&self) -> String {
        let line = self
            .files
            .get(RULEBOOK_TOML)
            .and_then(|text| text.get(name_line(text)?));
        let value = line.and_then(|line| line.split_once('='));
        value.map_or_else(String::new, |(_, value)| {
            let value = value.split('#').next().unwrap_or_default();
            value.trim().trim_matches(['"', '\'']).to_owned()
        })
    }

    pub(super) fn carry_out(&mut self, change: DraftChange) -> Result<(), Fault> {
        match change {
            DraftChange::Words { name, from, purpose } => {
                if !from.trim().is_empty() && from.trim().parse::<Date>().is_err() {
                    return Err(invalid("from", "not-a-date"));
                }
                if !purpose.trim().is_empty() {
                    Reason::new(&purpose).map_err(|fault| of_text("purpose", &fault))?;
                }
                (self.from, self.purpose) = (from, purpose);
                self.rename(&name)
            }
            DraftChange::File(name, bytes) => self.put(&name, bytes),
            DraftChange::RemoveFile(name) => self.files.remove(&name).map(drop).ok_or(Fault::NotFound),
            DraftChange::Rule {
                file,
                decision,
                row,
                change,
            } => self.change_rule(&file, &decision, row, change),
        }
    }

    /// Writes another version into `rulebook.toml`; all else in it stays as its makers wrote it.
    pub(super) fn rename(&mut self, name: &str) -> Result<(), Fault> {
        if self.name() == name {
            return Ok(());
        }
        let Some(text) = self.files.get_mut(RULEBOOK_TOML) else {
            return Ok(());
        };
        let name = Title::new(name).map_err(|fault| of_text("version-name", &fault))?;
        if name.as_str().contains(['"', '\\', '#']) {
            return Err(invalid("version-name", "version-name"));
        }
        let own = format!("version = \"{name}\"");
        match name_line(text) {
            Some(line) => text.replace_range(line, &own),
            None => text.insert_str(0, &format!("{own}\n")),
        }
        Ok(())
    }

    /// That its files are no more and no larger than a version may have.
    pub(super) fn fits(&self) -> Result<(), Fault> {
        let size: usize = self.files.values().map(String::len).sum();
        if size > MOST_RULEBOOK_BYTES {
            let most = Detail::Number(i64::try_from(MOST_RULEBOOK_BYTES / 1_000_000).unwrap_or(i64::MAX));
            return Err(Fault::Invalid(vec![FieldFault {
                field: "file".to_owned(),
                code: "file-large",
                details: vec![("most", most)],
            }]));
        }
        if self.files.len() > MOST_FILES {
            return Err(invalid("file", "rulebook-file-count"));
        }
        Ok(())
    }

    fn put(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Fault> {
        let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let plain = |one: char| one.is_ascii_alphanumeric() || "-_.".contains(one);
        let is_test = last.ends_with(".toml") && last != RULEBOOK_TOML;
        let is_ours = last == RULEBOOK_TOML || last.ends_with(".dmn") || is_test;
        if !is_ours || !last.chars().all(plain) || last.starts_with('.') {
            return Err(invalid("file", "rulebook-file-name"));
        }
        let text = String::from_utf8(bytes).map_err(|_| invalid("file", "rulebook-file-text"))?;
        let name = if is_test {
            format!("tests/{last}")
        } else {
            last.to_owned()
        };
        self.files.insert(name, text);
        Ok(())
    }

    /// Whether a change asks for a copy of a rule that stands below it already.
    pub(super) fn has_copied(&self, change: &DraftChange) -> bool {
        match change {
            DraftChange::Rule {
                file,
                decision,
                row,
                change: RuleChange::Copy,
            } => self
                .table(file, decision)
                .is_some_and(|table| table.is_copied(*row)),
            _ => false,
        }
    }

    /// A table of the draft.
    #[must_use]
    pub fn table(&self, file: &str, decision: &str) -> Option<Table> {
        let wanted = |one: &Table| one.file == file && one.decision == decision;
        tables(&self.files).into_iter().find(wanted)
    }
}

/// Where the line stands that says what the version is called: the first `version = …` before any table.
fn name_line(text: &str) -> Option<Range<usize>> {
    let mut begin = 0;
    for line in text.split_inclusive('\n') {
        let own = line.trim_end_matches(['\n', '\r']);
        if own.trim_start().starts_with('[') {
            return None;
        }
        if own
            .split_once('=')
            .is_some_and(|(key, _)| key.trim() == "version")
        {
            return Some(begin..begin + own.len());
        }
        begin += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str) -> Draft {
        Draft {
            id: String::new(),
            rulebook: String::new(),
            changes: String::new(),
            files: [(RULEBOOK_TOML.to_owned(), text.to_owned())].into(),
            from: String::new(),
            purpose: String::new(),
            begun_by: None,
            makers: BTreeSet::new(),
            saved: Timestamp::UNIX_EPOCH,
            proposing: None,
            version: 1,
        }
    }

    #[test]
    fn a_version_is_renamed_in_its_own_line_alone() {
        let check = |before: &str, name: &str, after: &str| {
            let mut draft = draft(before);
            draft.rename(name).unwrap();
            assert_eq!(draft.files[RULEBOOK_TOML], after);
            assert_eq!(draft.name(), name);
        };
        let commented = "# version = \"1\"\nversion = \"1\" # first\n[x]\nversion = \"9\"\n";
        check(commented, "1", commented);
        check(
            commented,
            "2",
            "# version = \"1\"\nversion = \"2\"\n[x]\nversion = \"9\"\n",
        );
    }

    /// Settings that are broken are put right in the form that asks for a name: it asks for none that they do not have.
    #[test]
    fn settings_that_name_no_version_are_saved_as_they_are_and_take_one_that_is_typed() {
        let mut draft = draft("id = \"kh\nlead =\n");
        assert_eq!(draft.rename(""), Ok(()));
        assert_eq!(draft.files[RULEBOOK_TOML], "id = \"kh\nlead =\n");
        assert_eq!(draft.rename("2"), Ok(()));
        assert_eq!(draft.files[RULEBOOK_TOML], "version = \"2\"\nid = \"kh\nlead =\n");
    }

    #[test]
    fn without_its_settings_nothing_is_renamed_and_nothing_refused() {
        let mut draft = draft("");
        draft.files.clear();
        for name in ["", "2"] {
            assert_eq!(draft.rename(name), Ok(()));
        }
        assert!(draft.files.is_empty());
    }

    #[test]
    fn a_draft_of_more_than_two_megabytes_does_not_fit() {
        assert!(draft(&"#".repeat(MOST_RULEBOOK_BYTES)).fits().is_ok());
        assert!(draft(&"#".repeat(MOST_RULEBOOK_BYTES + 1)).fits().is_err());
    }
}
