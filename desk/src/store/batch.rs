//! What a group commit writes, worked out purely: positions, leaves, tree nodes, documents, rows and counters.
//!
//! Both stores do the same with it: check, compute, write, commit, and only then answer every waiting act.

use super::{
    Advance, Append, Appended, Document, NewFact, Projector, RowKey, StoreFault, StoredFact, StreamId,
    ViewRow,
};
use ledger::{Checkpoint, Frontier, Node, SigningKey};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What a store writes by: how facts fold into views, and the key that signs where the ledger ends.
#[derive(Clone)]
pub struct Hand {
    projector: Arc<dyn Projector>,
    key: Arc<SigningKey>,
}

impl Hand {
    /// A hand that folds with a projector and signs with a key.
    #[must_use]
    pub fn new(projector: Arc<dyn Projector>, key: SigningKey) -> Self {
        Hand {
            projector,
            key: Arc::new(key),
        }
    }
}

/// Everything that one transaction writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writes {
    /// Facts, by position.
    pub facts: Vec<StoredFact>,
    /// Tree nodes that became complete.
    pub nodes: Vec<Node>,
    /// Documents to put, one per stream touched.
    pub documents: Vec<Document>,
    /// Rows to put.
    pub put: Vec<ViewRow>,
    /// Rows to take away.
    pub removed: Vec<RowKey>,
    /// What to add to each counter, by view and scope.
    pub counters: BTreeMap<(&'static str, String), i64>,
    /// The signed head of the ledger that ends with these facts, in place of the one before; none without facts.
    pub head: Option<String>,
}

/// A transaction being put together from several acts.
pub struct Batch<'a> {
    hand: &'a Hand,
    frontier: Frontier,
    facts: Vec<StoredFact>,
    nodes: Vec<Node>,
    documents: BTreeMap<StreamId, Option<Document>>,
    touched: BTreeSet<StreamId>,
    rows: BTreeMap<RowKey, Option<ViewRow>>,
    counters: BTreeMap<(&'static str, String), i64>,
}

impl<'a> Batch<'a> {
    /// An empty batch on a ledger that ends at `frontier`.
    #[must_use]
    pub fn new(frontier: Frontier, hand: &'a Hand) -> Self {
        Batch {
            hand,
            frontier,
            facts: vec![],
            nodes: vec![],
            documents: BTreeMap::new(),
            touched: BTreeSet::new(),
            rows: BTreeMap::new(),
            counters: BTreeMap::new(),
        }
    }

    /// The streams of an append whose documents the store has not yet lent to this batch.
    pub fn unknown<'b>(&self, append: &'b Append) -> Vec<&'b StreamId> {
        append
            .parts
            .iter()
            .map(|part| &part.stream)
            .filter(|stream| !self.documents.contains_key(stream))
            .collect()
    }

    /// Lends a stream's document as it lies in the database, or its absence.
    pub fn lend(&mut self, stream: &StreamId, document: Option<Document>) {
        self.documents.entry(stream.clone()).or_insert(document);
    }

    /// Takes one act's facts in, whole or not at all.
    ///
    /// # Errors
    /// [`StoreFault::Conflict`] if a stream has moved on; [`StoreFault::Corrupt`] if its document cannot be read;
    /// [`StoreFault::Failed`] if the append is no append (a stream twice, a part without facts) or names something
    /// that a database cannot hold. The batch is as it was before.
    pub fn add(&mut self, append: Append) -> Result<Appended, StoreFault> {
        whole(&append)?;
        let first = self.frontier.size();
        let mut frontier = self.frontier.clone();
        let mut nodes = vec![];
        let mut advances = vec![];
        let mut facts = vec![];
        for part in append.parts {
            let document = self.documents.get(&part.stream).and_then(Option::as_ref);
            let version = document.map_or(0, |document| document.version);
            if version != part.expected {
                return Err(StoreFault::Conflict {
                    what: part.stream.to_string(),
                });
            }
            let stored = store(part.stream, version, part.facts, &mut frontier, &mut nodes);
            let advance = match part.folded {
                Some(folded) if folded.on.as_deref() == document => folded.advance,
                _ => fold(self.hand.projector.as_ref(), document, &stored)?,
            };
            advances.push(held(advance, &stored)?);
            facts.extend(stored);
        }
        self.frontier = frontier;
        self.nodes.extend(nodes);
        self.facts.extend(facts);
        for advance in advances {
            self.take(advance);
        }
        Ok(Appended {
            first,
            size: self.frontier.size(),
        })
    }

    /// Folds facts that lie in the ledger already, in the order of their positions: for making the views again.
    /// The documents of their streams, as far as they are made, have been lent.
    ///
    /// # Errors
    /// [`StoreFault::Corrupt`] if a stream's facts are not numbered without gaps or cannot be read.
    pub fn refold(&mut self, facts: &[StoredFact]) -> Result<(), StoreFault> {
        for run in facts.chunk_by(|one, next| one.stream == next.stream) {
            let Some(first) = run.first() else { continue };
            let document = self.documents.get(&first.stream).and_then(Option::as_ref);
            let next = document.map_or(0, |document| document.version) + 1;
            for (version, fact) in (next..).zip(run) {
                if fact.version != version {
                    return Err(StoreFault::Corrupt {
                        what: format!(
                            "the fact at position {} is number {} of {}, where number {version} should be",
                            fact.position, fact.version, fact.stream
                        ),
                    });
                }
            }
            let advance = fold(self.hand.projector.as_ref(), document, run)?;
            self.take(held(advance, run)?);
        }
        Ok(())
    }

    fn take(&mut self, advance: Advance) {
        for row in &advance.added {
            *self
                .counters
                .entry((row.key.view, row.key.scope.clone()))
                .or_default() += 1;
        }
        for key in &advance.removed {
            *self.counters.entry((key.view, key.scope.clone())).or_default() -= 1;
        }
        for row in advance.added.into_iter().chain(advance.changed) {
            self.rows.insert(row.key.clone(), Some(row));
        }
        for key in advance.removed {
            self.rows.insert(key, None);
        }
        let stream = advance.document.stream.clone();
        self.touched.insert(stream.clone());
        self.documents.insert(stream, Some(advance.document));
    }

    /// What to write, and the frontier after it.
    #[must_use]
    pub fn finish(mut self) -> (Writes, Frontier) {
        let head = (!self.facts.is_empty()).then(|| head(&self.frontier, &self.hand.key));
        let mut writes = Writes {
            head,
            facts: self.facts,
            nodes: self.nodes,
            ..Writes::default()
        };
        for stream in self.touched {
            writes.documents.extend(self.documents.remove(&stream).flatten());
        }
        for (key, row) in self.rows {
            match row {
                Some(row) => writes.put.push(row),
                None => writes.removed.push(key),
            }
        }
        self.counters.retain(|_, change| *change != 0);
        writes.counters = self.counters;
        (writes, self.frontier)
    }
}

fn head(frontier: &Frontier, key: &SigningKey) -> String {
    Checkpoint {
        origin: key.name().to_owned(),
        size: frontier.size(),
        root: frontier.root(),
    }
    .sign(key)
}

/// An append that would break the ledger's own rules is a fault of the program, and must not fail its whole group.
fn whole(append: &Append) -> Result<(), StoreFault> {
    let mut streams = BTreeSet::new();
    for part in &append.parts {
        if !streams.insert(&part.stream) {
            return Err(StoreFault::Failed {
                what: format!("an append names {} twice", part.stream),
            });
        }
        if part.facts.is_empty() {
            return Err(StoreFault::Failed {
                what: format!("an append has no fact for {}", part.stream),
            });
        }
        storable(part.stream.as_str())?;
    }
    Ok(())
}

/// Folds facts into a stream's document.
fn fold(
    projector: &dyn Projector,
    document: Option<&Document>,
    facts: &[StoredFact],
) -> Result<Advance, StoreFault> {
    let Some(first) = facts.first() else {
        return projector.advance(document, facts);
    };
    folding(&first.stream, || projector.advance(document, facts))
}

/// Folds facts of a stream. A fold that panicked and took the writer with it would end everyone's writing until the program is
/// started again.
///
/// # Errors
/// Those of the fold; [`StoreFault::Corrupt`] if it panicked.
pub fn folding(
    stream: &StreamId,
    fold: impl FnOnce() -> Result<Advance, StoreFault>,
) -> Result<Advance, StoreFault> {
    catch_unwind(AssertUnwindSafe(fold)).unwrap_or_else(|_| {
        Err(StoreFault::Corrupt {
            what: format!("the facts of {stream} cannot be folded: the program panicked over them"),
        })
    })
}

/// Holds what was folded to its facts, and places the rows that belong to them, since one bad row would fail everyone in the group.
fn held(mut advance: Advance, facts: &[StoredFact]) -> Result<Advance, StoreFault> {
    let Document { stream, version, .. } = &advance.document;
    if facts.last().map(|fact| (&fact.stream, fact.version)) != Some((stream, *version)) {
        return Err(StoreFault::Corrupt {
            what: format!("a view of {stream} stands at version {version}, beside its facts"),
        });
    }
    advance.place(facts)?;
    for row in advance.added.iter().chain(&advance.changed) {
        storable(&row.key.sort)?;
        storable(&row.key.scope)?;
        storable(&row.key.key)?;
    }
    Ok(advance)
}

/// The most bytes that a key or sort text may have: three of them must fit into one entry of a PostgreSQL index.
const MOST_KEY: usize = 800;

/// Whether a text can be a key or sort text in every database.
///
/// # Errors
/// [`StoreFault::Failed`] if it is longer than 800 bytes, or holds U+0000, which PostgreSQL cannot store in a text.
pub fn storable(text: &str) -> Result<(), StoreFault> {
    let length = text.len();
    if length > MOST_KEY {
        let start: String = text.chars().take(40).collect();
        return Err(StoreFault::Failed {
            what: format!("the key {start:?}… has {length} bytes; at most {MOST_KEY} can be stored"),
        });
    }
    if text.contains('\0') {
        return Err(StoreFault::Failed {
            what: format!("the key {text:?} holds the character U+0000, which cannot be stored in a key"),
        });
    }
    Ok(())
}

fn store(
    stream: StreamId,
    version: u64,
    facts: Vec<NewFact>,
    frontier: &mut Frontier,
    nodes: &mut Vec<Node>,
) -> Vec<StoredFact> {
    let mut stored = Vec::with_capacity(facts.len());
    for (number, fact) in (version + 1..).zip(facts) {
        let leaf = ledger::leaf_hash(&ledger::commitment(&fact.salt, &fact.payload));
        stored.push(StoredFact {
            position: frontier.size(),
            stream: stream.clone(),
            version: number,
            payload: Some(fact.payload),
            salt: Some(fact.salt),
            leaf,
        });
        nodes.extend(frontier.push(leaf));
    }
    stored
}
