//! Advice of somebody without an account, who was asked for it by a link that works once (decision 0034). It is nobody's decision, and
//! no clock waits for it.

use crate::{Attachment, Commitment, Decision, Sealed};
use act::{AdviceId, AttachmentId, AuthorityId, Date, OrganisationId, Reason, Timestamp, Title};
use serde::{Deserialize, Serialize};

/// What somebody advises: what a consultee could.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// There is nothing against it.
    NoObjection,
    /// It is advised that something be demanded, or thought of; the words say what.
    Advised,
    /// It is advised against it; the words say why.
    Objected,
}

impl Advice {
    /// All of them.
    pub const ALL: [Advice; 3] = [Advice::NoObjection, Advice::Advised, Advice::Objected];

    /// The stable name, as used by forms and in Fluent ids (`advice-objected`).
    #[must_use]
    pub fn name(self) -> &'static str {
        self.as_decision().name()
    }

    /// The advice of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Advice> {
        Advice::ALL.into_iter().find(|one| one.name() == name)
    }

    /// What it would be as the advice of a consultee.
    pub(crate) fn as_decision(self) -> Decision {
        match self {
            Advice::NoObjection => Decision::NoObjection,
            Advice::Advised => Decision::Advised,
            Advice::Objected => Decision::Objected,
        }
    }
}

/// What somebody was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceAsked {
    /// By which it is known. The secret of the link is none of the record's.
    pub advice: AdviceId,
    /// The authority that asks it for its own decision; none where the lead asks it for the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityId>,
    /// Whom.
    pub name: Title,
    /// The office in which that person is asked.
    pub office: Title,
    /// What is to be known.
    pub question: Reason,
    /// The last day on which the link takes an answer, where the event is.
    pub until: Date,
    /// The documents of the case that the person may read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<AttachmentId>,
    /// The one in whose place this was asked, whose link works no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<AdviceId>,
}

/// What somebody advised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceGiven {
    /// What was asked for.
    pub advice: AdviceId,
    /// Who was asked and gave it, as far as whoever holds the link is that person.
    pub name: Title,
    /// In which office.
    pub office: Title,
    /// What.
    pub says: Advice,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Reason>,
    /// The document that came with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Attachment>,
    /// The commitment to what was said, where that is sealed: the words are then the legal ground of sealing it, and the document is for
    /// those who read what was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Commitment>,
}

/// How a link ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "how")]
pub enum AdviceEnd {
    /// The advice was given.
    Given {
        /// What.
        says: Advice,
        /// In words.
        words: Option<Reason>,
        /// The document that came with it.
        document: Option<Attachment>,
        /// Which of the versions that were handed in it is about, from 0.
        version: usize,
        /// The seal over what was said, where that is sealed: the words are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Box<Sealed>>,
    },
    /// Whoever asked wants it no more.
    Withdrawn,
    /// It was asked for anew, by another link.
    AskedAnew,
    /// The authority that asked has decided, or is asked no longer itself.
    Decided,
    /// The permit was issued.
    Permitted,
    /// The application was withdrawn, or the event was over.
    Closed,
}

impl AdviceEnd {
    /// The stable name, as used in Fluent ids (`advice-ended-decided`).
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            AdviceEnd::Given { .. } => "given",
            AdviceEnd::Withdrawn => "withdrawn",
            AdviceEnd::AskedAnew => "asked-anew",
            AdviceEnd::Decided => "decided",
            AdviceEnd::Permitted => "permitted",
            AdviceEnd::Closed => "closed",
        }
    }
}

/// That a link ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceEnded {
    /// How.
    #[serde(flatten)]
    pub how: AdviceEnd,
    /// When.
    pub at: Timestamp,
}

/// Advice that was asked for, and what became of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceRequest {
    /// What was asked.
    #[serde(flatten)]
    pub asked: AdviceAsked,
    /// The organisation that asked.
    pub by: OrganisationId,
    /// When.
    pub at: Timestamp,
    /// How its link ended; none while it is awaited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<AdviceEnded>,
}

impl AdviceRequest {
    /// Whether it is awaited, be it overdue or not.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether it was given.
    #[must_use]
    pub fn is_given(&self) -> bool {
        self.ended
            .as_ref()
            .is_some_and(|one| matches!(one.how, AdviceEnd::Given { .. }))
    }

    /// The document that came with it.
    #[must_use]
    pub fn document(&self) -> Option<&Attachment> {
        match &self.ended.as_ref()?.how {
            AdviceEnd::Given { document, .. } => document.as_ref(),
            _ => None,
        }
    }

    /// What was said, if that is sealed.
    #[must_use]
    pub fn sealed(&self) -> Option<&Sealed> {
        match &self.ended.as_ref()?.how {
            AdviceEnd::Given { sealed, .. } => sealed.as_deref(),
            _ => None,
        }
    }

    /// The same, to be opened.
    pub(crate) fn sealed_mut(&mut self) -> Option<&mut Sealed> {
        match &mut self.ended.as_mut()?.how {
            AdviceEnd::Given { sealed, .. } => sealed.as_deref_mut(),
            _ => None,
        }
    }

    /// Takes the document out that came with it.
    pub fn hide_document(&mut self) {
        if let Some(AdviceEnd::Given { document, .. }) = self.ended.as_mut().map(|one| &mut one.how) {
            *document = None;
        }
    }
}
