//! What others can check without us: the permit with its proof, and the head of the ledger.

use crate::document::unfold;
use crate::store::{StoreFault, StoredFact, StreamId};
use crate::views::application::{Holds, PERMITS, PUBLIC, PermitLine, REPLACED, REVOKED, SUSPENDED};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, Timestamp};
use clearance::{Application, ApplicationFact, Permit, Untold};
use ledger::{Checkpoint, Hash, Receipt};
use std::collections::BTreeMap;

/// A permit as it is handed out: what it says, with the proof that the ledger holds it.
#[derive(Clone, Debug)]
pub struct PermitPaper {
    /// The application that it answers.
    pub id: ApplicationId,
    /// The application.
    pub application: Application,
    /// The permit: the present one of the application, or one whose place another took.
    pub permit: Permit,
    /// The proof.
    pub receipt: Receipt,
}

/// A permit as somebody may read it.
#[derive(Clone, Debug)]
pub enum PermitShown {
    /// All of it, with its proof.
    Whole(Box<PermitPaper>),
    /// Without what the public is not told, and so without its proof: that covers every word of it.
    Veiled(Box<VeiledPermit>),
}

/// A permit of which the public is not told all.
#[derive(Clone, Debug)]
pub struct VeiledPermit {
    /// The application that it answers, veiled.
    pub application: Application,
    /// The permit, veiled.
    pub permit: Permit,
    /// What is not told, and why; never empty.
    pub untold: Vec<Untold>,
}

impl Desk {
    /// The permit of that reference, as somebody may read it: whole for those whose case it is, and for everyone where its rulebook
    /// withholds nothing of it at the present instant.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none.
    pub async fn permit(&self, reference: &str, reader: Option<&Actor>) -> Result<PermitShown, Fault> {
        let whole = self.whole_permit(reference).await?;
        if reader.is_some_and(|actor| clearance::sight(&whole.application, actor).is_some()) {
            return Ok(PermitShown::Whole(Box::new(whole)));
        }
        let now = self.now();
        if clearance::untold_of_permits(&whole.application, now).is_empty() {
            return Ok(PermitShown::Whole(Box::new(whole)));
        }
        let PermitPaper {
            mut application,
            permit,
            ..
        } = whole;
        let untold = clearance::veil_permits(&mut application, now);
        let mut permits = application.permits();
        let permit = permits.find(|one| one.content.permit == permit.content.permit);
        let permit = permit.cloned().ok_or(Fault::NotFound)?;
        drop(permits);
        Ok(PermitShown::Veiled(Box::new(VeiledPermit {
            application,
            permit,
            untold,
        })))
    }

    /// The permit of that reference, whole: for those whose case it is, and for whoever holds what proves every word of it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none.
    pub async fn whole_permit(&self, reference: &str) -> Result<PermitPaper, Fault> {
        let reference: String = reference.chars().take(80).collect();
        let line = self.permit_line(&reference).await?.ok_or(Fault::NotFound)?;
        let id: ApplicationId = line.application.parse().map_err(|_| Fault::NotFound)?;
        let stream = StreamId::new("application", id);
        let document = self.store.document(&stream).await?;
        let application = unfold::<Application>(document)?.state;
        let facts = self.store.stream(&stream).await?;
        let permit = application.permits().find(|one| one.content.permit == reference);
        let permit = permit.cloned().ok_or(Fault::NotFound)?;
        let mut facts = facts.into_iter();
        let issued = facts.find(|fact| is_permit(fact, &reference));
        let issued = issued.ok_or(Fault::NotFound)?;
        let receipt = self.receipt(issued).await?;
        Ok(PermitPaper {
            id,
            application,
            permit,
            receipt,
        })
    }

    /// The proof of the first fact of an application that is such a one.
    pub(crate) async fn receipt_of(
        &self,
        id: ApplicationId,
        is_it: impl Fn(&ApplicationFact) -> bool,
    ) -> Result<Receipt, Fault> {
        let facts = self.store.stream(&StreamId::new("application", id)).await?;
        let is_it = |fact: &StoredFact| {
            let read = fact.payload.as_deref().map(record::read::<ApplicationFact>);
            read.is_some_and(|read| read.is_ok_and(|(_, recorded)| is_it(&recorded.fact)))
        };
        let found = facts.into_iter().find(is_it);
        self.receipt(found.ok_or(Fault::NotFound)?).await
    }

    /// The proof of one fact, as of the ledger that ended with it: so a permit's paper never changes.
    pub(crate) async fn receipt(&self, fact: StoredFact) -> Result<Receipt, Fault> {
        let (Some(payload), Some(salt)) = (fact.payload, fact.salt) else {
            return Err(Fault::NotFound);
        };
        let size = fact.position + 1;
        let wanted = ledger::nodes_for_inclusion(fact.position, size);
        let nodes = self.nodes(&wanted).await?;
        let proof = ledger::proof_of(fact.position, size, &nodes).map_err(|fault| StoreFault::Corrupt {
            what: fault.to_string(),
        })?;
        let checkpoint = self.checkpoint_at(size).await?.sign(&self.key);
        Ok(Receipt {
            payload,
            salt,
            index: fact.position,
            size,
            proof,
            checkpoint,
        })
    }

    /// The signed head of the ledger.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn checkpoint(&self) -> Result<String, Fault> {
        let size = self.store.size().await?;
        Ok(self.checkpoint_at(size).await?.sign(&self.key))
    }

    /// The signed list of permits that were taken back, are suspended or were replaced, as of the present head of the ledger.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn status(&self) -> Result<String, Fault> {
        let size = self.store.size().await?;
        let checkpoint = self.checkpoint_at(size).await?;
        // In this order: one that is suspended and revoked meanwhile is named in either, and never in neither.
        let suspended = self.references(SUSPENDED).await?;
        let replaced = self.rows(REPLACED, PUBLIC.to_owned()).await?;
        let revoked = self.references(REVOKED).await?;
        let mut both = vec![];
        for row in &replaced {
            let line: PermitLine = crate::views::line(row)?;
            both.extend(line.replaced_by.map(|by| (line.permit, by)));
        }
        let status = ledger::Status::new(checkpoint, revoked).with_suspended(suspended);
        let status = status.with_replaced(both);
        Ok(status.sign(&self.key))
    }

    /// The permits that a view names.
    async fn references(&self, view: &'static str) -> Result<impl Iterator<Item = String>, Fault> {
        let rows = self.rows(view, PUBLIC.to_owned()).await?;
        Ok(rows.into_iter().map(|row| row.key.key))
    }

    async fn checkpoint_at(&self, size: u64) -> Result<Checkpoint, Fault> {
        let nodes = self.nodes(&ledger::nodes_for_frontier(size)).await?;
        let root = ledger::root_of(size, &nodes).map_err(|fault| StoreFault::Corrupt {
            what: fault.to_string(),
        })?;
        Ok(Checkpoint {
            origin: self.key.name().to_owned(),
            size,
            root,
        })
    }

    async fn nodes(&self, wanted: &[(u8, u64)]) -> Result<BTreeMap<(u8, u64), Hash>, Fault> {
        let nodes = self.store.nodes(wanted).await?;
        Ok(nodes
            .into_iter()
            .map(|node| ((node.level, node.index), node.hash))
            .collect())
    }
}

/// Whether a fact issued the permit of that reference.
fn is_permit(fact: &StoredFact, reference: &str) -> bool {
    let payload = fact.payload.as_deref();
    let read = payload.and_then(|payload| record::read::<ApplicationFact>(payload).ok());
    read.is_some_and(|(_, recorded)| {
        matches!(recorded.fact, ApplicationFact::PermitIssued(content) if content.permit == reference)
    })
}

/// A proof that held, and what it proves.
#[derive(Clone, Debug)]
pub struct Proven {
    /// The fact.
    pub fact: ApplicationFact,
    /// When it was recorded, and the ledger had that size.
    pub at: Timestamp,
    /// The size of the ledger that the proof is for.
    pub size: u64,
}

impl Desk {
    /// The published key.
    #[must_use]
    pub fn verifier(&self) -> ledger::VerifierKey {
        self.key.verifier()
    }

    /// The name of this ledger.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.key.name()
    }

    /// Verifies a permit's QR text or file against this ledger's own key.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it proves nothing of this ledger.
    pub fn prove(&self, text: &str) -> Result<Proven, Fault> {
        let key = self.key.verifier();
        let receipt = if text.trim_start().starts_with('{') {
            Receipt::from_json(text.trim()).map_err(|_| Fault::NotFound)?
        } else {
            // A code that was copied from a page may have been broken into lines. A blank is one of its characters:
            // at its end one may have been lost, or some may have been caught with it.
            let joined: String = text
                .trim_start()
                .chars()
                .filter(|one| !matches!(one, '\n' | '\r' | '\t'))
                .collect();
            let without = joined.trim_end_matches(' ').to_owned();
            let with_one = format!("{without} ");
            [joined, without, with_one]
                .iter()
                .find_map(|code| Receipt::from_qr(code, &key).ok())
                .ok_or(Fault::NotFound)?
        };
        let verified = receipt.verify(&key).map_err(|_| Fault::NotFound)?;
        let (_, recorded) =
            record::read::<ApplicationFact>(&verified.payload).map_err(|_| Fault::NotFound)?;
        Ok(Proven {
            fact: recorded.fact,
            at: recorded.by.at,
            size: receipt.size,
        })
    }

    /// Whether a permit holds, as this installation knows it now, and which one to ask for where another took its place: nothing is
    /// known against one that it never saw.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn holds(&self, permit: &str) -> Result<(Holds, Option<String>), Fault> {
        let line = self.permit_line(permit).await?;
        Ok(line.map_or((Holds::InForce, None), |line| (line.holds, line.replaced_by)))
    }

    /// What is public of a permit.
    async fn permit_line(&self, permit: &str) -> Result<Option<PermitLine>, Fault> {
        let key = crate::store::RowKey {
            view: PERMITS,
            scope: PUBLIC.to_owned(),
            sort: permit.to_owned(),
            key: permit.to_owned(),
        };
        let row = self.store.row(&key).await?;
        Ok(row.as_ref().map(crate::views::line).transpose()?)
    }
}
