//! A whole installation: its record, and the keys by which it signs and others verify. All that is wrong is told together: a wrong
//! key hides no changed record.

use crate::arguments::Verify;
use crate::failure::Failure;
use crate::installation::{Installation, KEY, PUBLISHED};
use crate::plain::quoting;
use desk::Rulebooks;
use desk::store::Store;
use ledger::{Checkpoint, VerifierKey};
use std::io::Write;
use std::path::Path;

/// Audits an installation.
pub async fn audit(path: &Path, arguments: &Verify, out: &mut impl Write) -> Result<(), Failure> {
    let installation = Installation::find(path)?.on(&arguments.database);
    let keys = Keys::of(&installation, arguments.key.as_deref())?;
    let known = arguments.checkpoint.as_deref().map(|path| keys.opened(path));
    let (known, forged) = match known.transpose()? {
        Some(Ok(known)) => (Some(known), None),
        Some(Err(forged)) => (None, Some(forged)),
        None => (None, None),
    };
    let store = installation.store_to_read().await?;
    let head = store.head().await?;
    let right = keys.right(head.as_deref());
    let audit = record(&installation, store.as_ref(), right, known.as_ref()).await?;
    tell(&audit, out).map_err(Failure::machine)?;
    if audit.differences.is_empty() && right.is_some() {
        sound(arguments, out).map_err(Failure::machine)?;
    }
    let wrong: Vec<String> = changed(audit.differences.len())
        .into_iter()
        .chain(forged)
        .chain(keys.wrong(&installation, head.as_deref()))
        .collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Failure::different(wrong.join("\n")))
    }
}

/// The audit of the record, with what cannot be read of the rulebooks among its differences.
async fn record(
    installation: &Installation,
    store: &dyn Store,
    key: Option<&VerifierKey>,
    known: Option<&Checkpoint>,
) -> Result<desk::Audit, Failure> {
    let progress = crate::progress::bar("facts", store.size().await?);
    // Rulebooks that cannot be read are something that is found, and the rest is looked at all the same.
    let (rulebooks, unreadable) = match installation.rulebooks() {
        Ok(rulebooks) => (rulebooks, None),
        Err(failure) => (Rulebooks::new(), Some(failure.message)),
    };
    let mut audit = desk::audit(store, key, known, &rulebooks, |done| progress.set_position(done)).await?;
    audit.differences.extend(unreadable);
    progress.finish_and_clear();
    Ok(audit)
}

fn tell(audit: &desk::Audit, out: &mut dyn Write) -> std::io::Result<()> {
    for difference in &audit.differences {
        writeln!(out, "{difference}")?;
    }
    writeln!(out, "{} facts, root {}", audit.facts, audit.root)
}

/// What to do about a record with so many differences.
fn changed(differences: usize) -> Option<String> {
    let count = match differences {
        0 => return None,
        1 => "One difference".to_owned(),
        several => format!("{several} differences"),
    };
    Some(format!(
        "{count}: what lies here is not what was recorded.\nRestore a backup from before the change, and keep this folder as evidence."
    ))
}

/// The public keys that can be had of an installation; of those in its folder, why they cannot.
struct Keys {
    given: Option<VerifierKey>,
    own: Result<VerifierKey, Failure>,
    published: Result<VerifierKey, String>,
}

impl Keys {
    /// Those of an installation, and the one that was given apart. One that was given and is none was a wrong call.
    fn of(installation: &Installation, given: Option<&Path>) -> Result<Self, Failure> {
        let published = std::fs::read_to_string(installation.folder.join(PUBLISHED));
        Ok(Keys {
            given: given.map(super::read_key).transpose()?,
            own: installation.key().map(|key| key.verifier()),
            published: published.map_err(|fault| fault.to_string()).and_then(|text| {
                text.trim()
                    .parse()
                    .map_err(|fault: ledger::KeyFault| fault.to_string())
            }),
        })
    }

    fn all(&self) -> impl Iterator<Item = &VerifierKey> {
        let of_the_folder = self.own.iter().chain(&self.published);
        of_the_folder.chain(&self.given)
    }

    /// The key that signed the head of the record, if it can be had.
    fn signer(&self, head: Option<&str>) -> Option<&VerifierKey> {
        let head = head?;
        self.all().find(|key| Checkpoint::open(head, key).is_ok())
    }

    /// The key to hold the record and the other keys to: the one that signed it, else whichever can be had.
    fn right(&self, head: Option<&str>) -> Option<&VerifierKey> {
        self.signer(head).or_else(|| self.all().next())
    }

    /// A checkpoint that was kept elsewhere; or, where none of the keys signed it, that it is not genuine. A key that is not that
    /// of the record is told apart from it.
    fn opened(&self, path: &Path) -> Result<Result<Checkpoint, String>, Failure> {
        let text = crate::given::text(path)?;
        let mut why = "there is no key to check it by".to_owned();
        for key in self.all() {
            match Checkpoint::open(&text, key) {
                Ok(checkpoint) => return Ok(Ok(checkpoint)),
                Err(fault) => why = quoting(&fault),
            }
        }
        Ok(Err(format!(
            "{}: this checkpoint is not genuine: {why}\nGive one that this installation signed.",
            path.display()
        )))
    }

    /// Each key that is not the right one or cannot be had, with what to do.
    fn wrong(&self, installation: &Installation, head: Option<&str>) -> Vec<String> {
        let folder = installation.folder.display();
        let key = installation.folder.join(KEY);
        let published = installation.folder.join(PUBLISHED);
        let Some(right) = self.right(head) else {
            let own = self.own.as_ref().err().map(|failure| failure.message.clone());
            let unchecked = format!(
                "{}: there is no published key either: by whom the record is signed was not checked.\nGive the published key with --key.",
                published.display()
            );
            return own.into_iter().chain([unchecked]).collect();
        };
        let mut wrong = vec![];
        if self.given.as_ref().is_some_and(|given| given != right) {
            wrong.push(format!(
                "{folder}: this installation signs with another key than the one given.\nIts own is {right}"
            ));
        }
        match &self.own {
            Err(failure) => wrong.push(failure.message.clone()),
            Ok(own) if own != right => wrong.push(format!(
                "{}: this is not the key that signed the head of the record: that is {right}\nPut the key of this installation back from a backup.",
                key.display()
            )),
            Ok(_) => {}
        }
        let whose = match self.signer(head) {
            Some(_) => "the key that signed the head of the record".to_owned(),
            None => format!("{KEY}, if that is the right one"),
        };
        let of_published = match &self.published {
            Err(fault) => Some(fault.clone()),
            Ok(own) if own != right => Some(format!("this is not the published key of {whose}.")),
            Ok(_) => None,
        };
        wrong.extend(of_published.map(|what| {
            format!(
                "{}: {what}\nWrite this line into it, which belongs to {whose}: {right}",
                published.display()
            )
        }));
        wrong
    }
}

/// Says what an audit without differences has shown, and what it was given nothing to show by.
fn sound(arguments: &Verify, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(
        out,
        "All agrees: every fact with its place in the tree and in its case, the tree with the signed head, every view with the\nfacts, every file of an application or a proposed rulebook with the fact that names it, and every application with the\nrulebook that it was handed in under."
    )?;
    if arguments.key.is_none() {
        writeln!(
            out,
            "Not checked: whether the key in this folder is the one that was published. Give that with --key."
        )?;
    }
    if arguments.checkpoint.is_none() {
        writeln!(
            out,
            "Not checked: whether whoever has the key wrote another ledger in place of this one. Give a checkpoint that was kept\nelsewhere with --checkpoint."
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audit_says_what_it_was_given_nothing_to_check_by() {
        let said = |key: Option<&str>, checkpoint: Option<&str>| {
            let mut out = vec![];
            let arguments = Verify {
                what: "placet-data".to_owned(),
                key: key.map(Into::into),
                status: None,
                checkpoint: checkpoint.map(Into::into),
                database: crate::arguments::NamedDatabase { name: None },
            };
            sound(&arguments, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert!(said(None, None).contains("All agrees: every fact"));
        let lacking = |text: String| [text.contains("--key"), text.contains("--checkpoint")];
        assert_eq!(lacking(said(None, None)), [true, true]);
        assert_eq!(lacking(said(Some("k"), None)), [false, true]);
        assert_eq!(lacking(said(Some("k"), Some("c"))), [false, false]);
    }
}
