//! A version that a rule maker works on: files beside the ledger, changed as often as one likes, nobody's record.

use super::acts::not_loaded;
use crate::accounts::{entry, opened};
use crate::rulebooks::{RULEBOOK_TOML, Version};
use crate::store::StoreFault;
use crate::{Desk, Fault, FieldFault};
use act::{Actor, Detail, Role, Timestamp};
use dmn::{Change, Model};
use governance::MOST_FILES;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const DRAFT: &str = "rulebook-draft";
/// The most bytes of all files of a version together: 2 MB.
pub const MOST_RULEBOOK_BYTES: usize = 2_000_000;
/// The most characters of a purpose that is typed.
const MOST_PURPOSE: usize = 2_000;

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
    /// When it was saved last.
    pub saved: Timestamp,
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
    /// Changes of a model; refused where a rule that they touch has a fault then.
    Model {
        /// The file.
        file: String,
        /// The decision whose table is changed.
        decision: String,
        /// The row whose faults count, if one is typed.
        row: Option<usize>,
        /// The changes.
        changes: Vec<Change>,
    },
}

fn invalid(field: &str, code: &'static str) -> Fault {
    Fault::Invalid(vec![FieldFault::plain(field, code)])
}

impl Draft {
    /// The version as its makers call it, as far as its `rulebook.toml` says so.
    #[must_use]
    pub fn name(&self) -> String {
        let line = self.files.get(RULEBOOK_TOML).and_then(|text| name_line(text));
        let value = line.and_then(|line| line.split_once('='));
        value.map_or_else(String::new, |(_, value)| {
            let value = value.split('#').next().unwrap_or_default();
            value.trim().trim_matches(['"', '\'']).to_owned()
        })
    }

    fn carry_out(&mut self, change: DraftChange) -> Result<(), Fault> {
        match change {
            DraftChange::Words { name, from, purpose } => {
                let given = purpose.chars().count();
                if given > MOST_PURPOSE {
                    let most = MOST_PURPOSE;
                    let fault = act::TextFault::TooLong { most, given };
                    return Err(Fault::Invalid(vec![FieldFault::of_text("purpose", &fault)]));
                }
                (self.from, self.purpose) = (from.chars().take(40).collect(), purpose);
                self.rename(&name)
            }
            DraftChange::File(name, bytes) => self.put(&name, bytes),
            DraftChange::RemoveFile(name) => self.files.remove(&name).map(drop).ok_or(Fault::NotFound),
            DraftChange::Model {
                file,
                decision,
                row,
                changes,
            } => self.change_model(&file, &decision, row, &changes),
        }
    }

    /// Writes another version into `rulebook.toml`; all else in it stays as its makers wrote it.
    fn rename(&mut self, name: &str) -> Result<(), Fault> {
        let name = act::Title::new(name)
            .map_err(|fault| Fault::Invalid(vec![FieldFault::of_text("version", &fault)]))?;
        if name.as_str().contains(['"', '\\', '#']) {
            return Err(invalid("version", "version-name"));
        }
        let Some(text) = self.files.get_mut(RULEBOOK_TOML) else {
            return Ok(());
        };
        if let Some(line) = name_line(text) {
            *text = text.replacen(line, &format!("version = \"{name}\""), 1);
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

    fn change_model(
        &mut self,
        file: &str,
        decision: &str,
        row: Option<usize>,
        changes: &[Change],
    ) -> Result<(), Fault> {
        let text = self.files.get(file).ok_or(Fault::NotFound)?;
        let model = Model::read(text.as_bytes()).map_err(|_| Fault::NotFound)?;
        let changed = model.changed(changes).map_err(|fault| wrong("", &fault))?;
        self.files.insert(file.to_owned(), changed.write());
        let Some(row) = row else { return Ok(()) };
        let faults = self.faults_of(&changed, decision, row);
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Fault::Invalid(faults))
        }
    }

    /// What is wrong with one rule, each beside the cell that it concerns.
    fn faults_of(&self, model: &Model, decision: &str, row: usize) -> Vec<FieldFault> {
        let Err(error) = Version::load(self.files.clone()) else {
            return vec![];
        };
        let own = error
            .faults
            .iter()
            .filter(|fault| fault.table.as_deref() == Some(decision) && fault.row == Some(row));
        let field = |column: Option<&str>| cell_field(model, decision, column.unwrap_or_default());
        own.map(|fault| FieldFault {
            field: field(fault.column.as_deref()),
            code: "rulebook-cell",
            details: vec![
                ("what", Detail::Text(fault.what.clone())),
                ("todo", Detail::Text(fault.todo.clone())),
            ],
        })
        .collect()
    }
}

fn wrong(field: &str, fault: &dmn::Fault) -> Fault {
    Fault::Invalid(vec![FieldFault {
        field: field.to_owned(),
        code: "rulebook-cell",
        details: vec![
            ("what", Detail::Text(fault.what.clone())),
            ("todo", Detail::Text(fault.todo.to_owned())),
        ],
    }])
}

/// The form field of a cell: `input-2`, `output-1`, `annotation-3`; empty where the column is none of the table's.
fn cell_field(model: &Model, decision: &str, column: &str) -> String {
    let Some(table) = model.table(decision) else {
        return String::new();
    };
    let place = |found: Option<usize>, kind: &str| found.map(|at| format!("{kind}-{}", at + 1));
    let is_input = |one: &dmn::parts::InputClause| one.expression.text == column || one.title() == column;
    let is_output = |one: &dmn::parts::OutputClause| one.name == column || one.title() == column;
    let input = place(table.inputs.iter().position(is_input), "input");
    let note = place(
        table.annotations.iter().position(|one| one == column),
        "annotation",
    );
    let output = place(table.outputs.iter().position(is_output), "output");
    let only = (column == "authority").then(|| "output-1".to_owned());
    input.or(note).or(output).or(only).unwrap_or_default()
}

/// The line that says what the version is called: the first `version = …` before any table.
fn name_line(text: &str) -> Option<&str> {
    let own = text
        .lines()
        .take_while(|line| !line.trim_start().starts_with('['));
    let mut own = own.filter(|line| {
        let key = line.split('=').next().unwrap_or_default();
        key.trim() == "version" && line.contains('=')
    });
    own.next()
}

impl Desk {
    /// Begins to work on a version: with the files of one that is known.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none of that hash; [`Fault::Refused`] where proposing would be.
    pub async fn begin_rulebook_draft(&self, actor: &Actor, id: &str, hash: &str) -> Result<String, Fault> {
        let version = self.rulebook_version(id, hash).await?;
        self.may_change(actor, id).await?;
        let draft = Draft {
            id: self.id().to_string(),
            rulebook: id.to_owned(),
            changes: hash.to_owned(),
            files: version.files.as_ref().clone(),
            from: String::new(),
            purpose: String::new(),
            saved: self.now(),
            version: 1,
        };
        self.put_rulebook_draft(actor, &draft).await?;
        Ok(draft.id)
    }

    async fn put_rulebook_draft(&self, actor: &Actor, draft: &Draft) -> Result<(), StoreFault> {
        let owner = actor.organisation.to_string();
        let entry = entry(DRAFT, &draft.id, &owner, draft.version, None, draft);
        self.store.keep(entry).await
    }

    /// A draft of the actor's own organisation.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn rulebook_draft(&self, actor: &Actor, id: &str) -> Result<Draft, Fault> {
        maker(actor)?;
        let kept = self.store.kept(DRAFT, id, self.seconds()).await?;
        let kept = kept.ok_or(Fault::NotFound)?;
        if kept.owner != actor.organisation.to_string() {
            return Err(Fault::NotFound);
        }
        Ok(Draft {
            version: kept.version,
            ..opened(&kept)?
        })
    }

    /// The drafts of the actor's own organisation.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn rulebook_drafts(&self, actor: &Actor) -> Result<Vec<DraftLine>, Fault> {
        if maker(actor).is_err() {
            return Ok(vec![]);
        }
        let owner = actor.organisation.to_string();
        let kept = self.store.kept_by(DRAFT, &owner, self.seconds()).await?;
        let mut lines = vec![];
        for one in &kept {
            let draft: Draft = opened(one)?;
            lines.push(DraftLine {
                id: draft.id,
                rulebook: draft.rulebook,
                saved: draft.saved,
            });
        }
        lines.sort_by(|one, other| other.saved.cmp(&one.saved).then(one.id.cmp(&other.id)));
        Ok(lines)
    }

    /// Changes a draft; a change that is not taken changes nothing.
    ///
    /// # Errors
    /// [`Fault::Invalid`] beside the field; [`Fault::Stale`] if the draft was changed since `version`.
    pub async fn change_rulebook_draft(
        &self,
        actor: &Actor,
        id: &str,
        version: u64,
        changes: Vec<DraftChange>,
    ) -> Result<Draft, Fault> {
        let mut draft = self.rulebook_draft(actor, id).await?;
        if draft.version != version {
            return Err(Fault::Stale);
        }
        for change in changes {
            draft.carry_out(change)?;
        }
        draft.version += 1;
        draft.saved = self.now();
        self.put_rulebook_draft(actor, &draft).await?;
        Ok(draft)
    }

    /// The version that a draft would be, as far as its files are loaded.
    ///
    /// # Errors
    /// [`Fault::Invalid`] on the field `files`, one fault for each that the files have.
    pub fn drafted_version(&self, draft: &Draft) -> Result<Version, Fault> {
        Version::load(draft.files.clone()).map_err(|error| not_loaded("files", &error))
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn discard_rulebook_draft(&self, actor: &Actor, id: &str) -> Result<(), Fault> {
        self.rulebook_draft(actor, id).await?;
        self.store.take(DRAFT, id, self.seconds()).await?;
        Ok(())
    }
}

/// To anyone else a draft does not exist.
fn maker(actor: &Actor) -> Result<(), Fault> {
    match actor.role {
        Role::RuleMaker => Ok(()),
        _ => Err(Fault::NotFound),
    }
}
