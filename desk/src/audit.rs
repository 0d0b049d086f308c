//! The audit of a whole store: every leaf, every node that a proof could rest on, every place in a stream, the signed
//! head, every view against the facts, and every file and rulebook that an application names.

use crate::clearance::{FILE, differing, is_of, of_case, words};
use crate::document::unfold;
use crate::engagement::differing_lines;
use crate::governance::files_missing;
use crate::store::{Document, Projector, Store, StoreFault, StoredFact, StreamId, counter_line, row_line};
use crate::views::{Views, version};
use crate::{Fault, Rulebooks};
use ::governance::Versions;
use act::State;
use clearance::Application;
use clearance::comments::Comment;
use engagement::Relationship;
use ledger::{Checkpoint, Frontier, Hash, Node, VerifierKey};
use record::Fact;
use std::collections::{BTreeMap, BTreeSet};

/// What an audit found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// Facts looked at.
    pub facts: u64,
    /// The root of the tree over all of them.
    pub root: Hash,
    /// Each difference, with its position where it has one.
    pub differences: Vec<String>,
}

/// Audits a whole store and changes nothing. The signed head that lies in the store must be signed with `key` and be
/// the head of what is there: so a ledger that was cut, or written anew by whoever has not the key, is found. Whoever
/// has the key can still write another ledger: `known`, a checkpoint kept elsewhere, finds that too, for the facts
/// that it speaks of. Every version that an application is bound to must be, by its hash, among the `rulebooks` that the
/// operator installed, or published here; and the files of every version that was proposed must be kept as they were.
/// Without any `key` the rest is audited all the same, and nothing is said of the head.
///
/// # Errors
/// [`Fault::Store`] if the store cannot be read; differences are in the answer, not errors.
pub async fn audit<'k>(
    store: &dyn Store,
    key: impl Into<Option<&'k VerifierKey>>,
    known: Option<&Checkpoint>,
    rulebooks: &Rulebooks,
    mut progress: impl FnMut(u64),
) -> Result<Audit, Fault> {
    let mut audit = Auditor::new(known);
    let damage = store.damage().await?.into_iter();
    audit.differences.extend(
        damage.map(|what| format!("the database finds itself damaged: {what}; restore it from a backup")),
    );
    loop {
        let facts = store.facts(audit.frontier.size(), 1_000).await?;
        if facts.is_empty() {
            break;
        }
        let mut nodes = vec![];
        for fact in &facts {
            match audit.fact(fact) {
                Some(complete) => nodes.extend(complete),
                None => return Ok(audit.ended()),
            }
        }
        audit.nodes(store, nodes).await?;
        progress(audit.frontier.size());
    }
    audit.known();
    if let Some(key) = key.into() {
        audit.head(store.head().await?, key);
    }
    if version::are_current(store).await? {
        audit.views(store, rulebooks).await?;
    } else {
        audit.differences.push(
            "the views were made by another version of Placet; `placet rebuild` makes them anew".to_owned(),
        );
    }
    Ok(audit.ended())
}

struct Auditor<'a> {
    frontier: Frontier,
    versions: BTreeMap<StreamId, u64>,
    known: Option<&'a Checkpoint>,
    /// The root when the ledger was as long as the known checkpoint says.
    then: Option<Hash>,
    differences: Vec<String>,
}

impl<'a> Auditor<'a> {
    fn new(known: Option<&'a Checkpoint>) -> Self {
        let mut auditor = Auditor {
            frontier: Frontier::new(),
            versions: BTreeMap::new(),
            known,
            then: None,
            differences: vec![],
        };
        auditor.remember();
        auditor
    }

    fn ended(self) -> Audit {
        Audit {
            facts: self.frontier.size(),
            root: self.frontier.root(),
            differences: self.differences,
        }
    }

    fn remember(&mut self) {
        if self.known.is_some_and(|known| known.size == self.frontier.size()) {
            self.then = Some(self.frontier.root());
        }
    }

    /// Takes the next fact in and gives the nodes that it completes, each with the fact's position; none if the audit
    /// cannot go on: after a gap nothing has its position any more.
    fn fact(&mut self, fact: &StoredFact) -> Option<Vec<(u64, Node)>> {
        let expected = self.frontier.size();
        if fact.position != expected {
            self.differences.push(format!(
                "position {expected}: missing; the next fact is at {}",
                fact.position
            ));
            return None;
        }
        self.content(fact);
        let nodes = self.frontier.push(fact.leaf);
        self.remember();
        Some(nodes.into_iter().map(|node| (expected, node)).collect())
    }

    fn content(&mut self, fact: &StoredFact) {
        let position = fact.position;
        let mut differ = |what: String| self.differences.push(format!("position {position}: {what}"));
        let version = self.versions.entry(fact.stream.clone()).or_default();
        *version += 1;
        if *version != fact.version {
            differ(format!(
                "{} goes on with version {} instead of {version}",
                fact.stream, fact.version
            ));
            *version = fact.version;
        }
        let (Some(payload), Some(salt)) = (&fact.payload, &fact.salt) else {
            differ("its content is gone, and there is no act that erases".to_owned());
            return;
        };
        if ledger::leaf_hash(&ledger::commitment(salt, payload)) != fact.leaf {
            differ("the fact is not the one that was recorded: its hash differs from its leaf".to_owned());
            return;
        }
        match record::heading(payload) {
            Ok(heading) if heading.stream == fact.stream.as_str() && heading.version == fact.version => {}
            Ok(heading) => differ(format!(
                "the fact says it is {} of {}",
                heading.version, heading.stream
            )),
            Err(fault) => differ(format!("the fact cannot be read: {fault}")),
        }
    }

    async fn nodes(&mut self, store: &dyn Store, nodes: Vec<(u64, Node)>) -> Result<(), Fault> {
        let wanted: Vec<(u8, u64)> = nodes.iter().map(|(_, node)| (node.level, node.index)).collect();
        let stored = match store.nodes(&wanted).await {
            Ok(stored) => stored,
            Err(StoreFault::Corrupt { what }) => {
                self.differences.push(format!("the tree: {what}"));
                return Ok(());
            }
            Err(fault) => return Err(fault.into()),
        };
        for ((position, node), stored) in nodes.iter().zip(stored) {
            if *node != stored {
                self.differences.push(format!(
                    "position {position}: the tree's node {}/{} is not the hash of what lies below it",
                    node.level, node.index
                ));
            }
        }
        Ok(())
    }

    /// Holds what is there to the signed head that was written with it.
    fn head(&mut self, note: Option<String>, key: &VerifierKey) {
        let facts = self.frontier.size();
        let Some(note) = note else {
            if facts > 0 {
                self.differences
                    .push("the ledger has no signed head: nothing says that it is whole".to_owned());
            }
            return;
        };
        match Checkpoint::open(&note, key) {
            Err(fault) => self.differences.push(format!(
                "the head of the ledger is not signed with its key: {fault}"
            )),
            Ok(head) if head.size != facts => self.differences.push(format!(
                "the signed head speaks of {} facts; {facts} are there",
                head.size
            )),
            Ok(head) if head.root != self.frontier.root() => self.differences.push(format!(
                "the signed head is that of another ledger: its root is {}",
                head.root
            )),
            Ok(_) => {}
        }
    }

    /// Holds what is there to the checkpoint that was kept elsewhere.
    fn known(&mut self) {
        let Some(known) = self.known else { return };
        match self.then {
            None => self.differences.push(format!(
                "the checkpoint given speaks of {} facts; only {} are there",
                known.size,
                self.frontier.size()
            )),
            Some(root) if root != known.root => self.differences.push(format!(
                "the first {} facts are not those of the checkpoint given",
                known.size
            )),
            Some(_) => {}
        }
    }

    /// Folds every stream anew and compares all documents, rows and counters with what lies in the store.
    async fn views(&mut self, store: &dyn Store, rulebooks: &Rulebooks) -> Result<(), Fault> {
        let mut expected = BTreeSet::new();
        let mut bound = BTreeMap::new();
        let mut published = BTreeSet::new();
        let mut counters: BTreeMap<(&'static str, String), i64> = BTreeMap::new();
        for stream in self.versions.keys() {
            let facts = store.stream(stream).await?;
            let folded = Views.advance(None, &facts).and_then(|mut folded| {
                folded.place(&facts)?;
                Ok(folded)
            });
            let folded = match folded {
                Ok(folded) => folded,
                Err(fault) => {
                    self.differences
                        .push(format!("{stream}: its facts cannot be folded: {fault}"));
                    continue;
                }
            };
            if let Some(application) = application(&folded.document)? {
                bound.extend(bound_to(&application));
                let unsealed = differing(store, &application).await?.into_iter();
                self.differences
                    .extend(unsealed.map(|what| format!("{stream}: {what}")));
                let files = files(store, stream, application).await?;
                self.differences.extend(files);
            }
            self.differences
                .extend(words_beside(store, stream, &folded.document).await?);
            if let Some(versions) = versions(&folded.document)? {
                let missing = files_missing(store, stream.as_str(), &versions).await?;
                self.differences.extend(missing);
                published.extend(versions.published().map(|(one, _)| one.version.hash.clone()));
            }
            expected.insert(folded.document.line());
            for row in folded.added {
                let key = &row.key;
                expected.insert(row_line(key.view, &key.scope, &key.key, &key.sort, &row.body));
                *counters.entry((key.view, key.scope.clone())).or_default() += 1;
            }
        }
        bound.retain(|hash, _| rulebooks.version(hash).is_none() && !published.contains(hash));
        self.differences.extend(bound.into_values());
        expected.extend(
            counters
                .iter()
                .map(|((view, scope), rows)| counter_line(view, scope, *rows)),
        );
        let found: BTreeSet<String> = store.dump_views().await?.into_iter().collect();
        let told = |what: &str, line: &String| format!("{what}: {}", cut(line));
        let missing = expected.difference(&found);
        self.differences
            .extend(missing.map(|line| told("the facts say, and no view has", line)));
        let unfounded = found.difference(&expected);
        self.differences
            .extend(unfounded.map(|line| told("a view says, and no fact does", line)));
        Ok(())
    }
}

/// The application that a document is of, if it is one.
fn application(document: &Document) -> Result<Option<Application>, StoreFault> {
    if document.stream.kind() != <Application as State>::Fact::STREAM {
        return Ok(None);
    }
    Ok(Some(unfold::<Application>(Some(document.clone()))?.state))
}

/// What is wrong with the words that lie beside the ledger, of a comment and of what a brief is not to say.
async fn words_beside(
    store: &dyn Store,
    stream: &StreamId,
    document: &Document,
) -> Result<Vec<String>, Fault> {
    let mut all: Vec<String> = vec![];
    if let Some(comment) = comment(document)? {
        all.extend(words(store, &comment).await?.told().map(str::to_owned));
    }
    if let Some(relationship) = relationship(document)? {
        all.extend(differing_lines(store, &relationship).await?);
    }
    Ok(all.into_iter().map(|what| format!("{stream}: {what}")).collect())
}

/// The comment that a document is of, if it is one.
fn comment(document: &Document) -> Result<Option<Comment>, StoreFault> {
    if document.stream.kind() != <Comment as State>::Fact::STREAM {
        return Ok(None);
    }
    Ok(Some(unfold::<Comment>(Some(document.clone()))?.state))
}

/// The relationship that a document is of, if it is one.
fn relationship(document: &Document) -> Result<Option<Relationship>, StoreFault> {
    if document.stream.kind() != <Relationship as State>::Fact::STREAM {
        return Ok(None);
    }
    Ok(Some(unfold::<Relationship>(Some(document.clone()))?.state))
}

/// What was proposed and published of a rulebook, if a document is of one.
fn versions(document: &Document) -> Result<Option<Versions>, StoreFault> {
    if document.stream.kind() != <Versions as State>::Fact::STREAM {
        return Ok(None);
    }
    Ok(Some(unfold::<Versions>(Some(document.clone()))?.state))
}

/// The hash of the rulebook version that an application is bound to, and what is to be said where it is not there.
fn bound_to(application: &Application) -> Option<(String, String)> {
    let pin = application.rulebook.as_ref()?;
    Some((
        pin.hash.clone(),
        format!(
            "the rulebook {} {}: applications are bound to its files with the hash {}, and no folder holds them; put \
             them back from a backup",
            pin.id, pin.version, pin.hash
        ),
    ))
}

/// Holds the files that an application names to the bytes that are kept of them.
async fn files(store: &dyn Store, stream: &StreamId, application: Application) -> Result<Vec<String>, Fault> {
    let mut differences = vec![];
    let files: BTreeMap<_, _> = of_case(&application).map(|one| (one.attachment, one)).collect();
    for file in files.into_values() {
        let kept = store.kept(FILE, &file.attachment.to_string(), 0).await?;
        let difference = match kept {
            None => "its bytes are missing",
            Some(kept) if !is_of(file, &kept.body) => "its bytes are not those that were handed in",
            Some(_) => continue,
        };
        differences.push(format!(
            "{stream}: the file {} \u{201c}{}\u{201d}: {difference}; restore it from a backup",
            file.attachment, file.name
        ));
    }
    Ok(differences)
}

/// The beginning of a line: what it is and whose, without all that it holds.
fn cut(line: &str) -> String {
    const MOST: usize = 160;
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
