//! Who reads a piece of a case, decided once: pages, papers, archives, notices and files ask here.

use crate::{
    Application, Attachment, Confided, EntryEnding, FeeEntry, ItemAnswer, ItemEnd, Piece, Question, Referral,
};
use act::{AttachmentId, AuthorityId, Context, OrganisationId, Reason};
use std::collections::BTreeSet;

/// A piece that is there and that somebody does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBack {
    /// Which piece.
    pub piece: Piece,
    /// Of a document, which of the rulebook's it was handed in as.
    pub document: Option<String>,
    /// Who keeps it back, and since when: whom to ask for it.
    pub by: Context,
}

impl Application {
    /// Whether people of an organisation, who read the case, read a piece of it: all of them, unless it is confided to few. Then whoever
    /// confided it, whoever leads and those who hold the event, the authorities that were named, and whoever needs it to decide.
    #[must_use]
    pub fn reads(&self, organisation: OrganisationId, piece: &Piece) -> bool {
        self.mark(piece).is_none_or(|mark| {
            mark.first.by.actor.organisation == organisation
                || self.is_organised_by(organisation)
                || self.is_led_by(organisation)
                || self.is_named(organisation, &mark.last.confided)
                || self
                    .referred_to(organisation)
                    .any(|one| self.needs(one, &mark.last.confided))
        })
    }

    /// Whether an authority that was named is, or was, that organisation.
    fn is_named(&self, organisation: OrganisationId, confided: &Confided) -> bool {
        let is_it = |authority: &AuthorityId| {
            let asked = self.asked_ever(authority);
            asked.is_some_and(|one| one.organisation == organisation)
        };
        confided.among.iter().flatten().any(is_it)
    }

    /// Whether an authority needs a piece to decide: a rule by which it is asked reads the answer or wants the document; or it was
    /// answered with the document, shown it for its condition, or given it for its fee or as the certificate that it demanded.
    fn needs(&self, referral: &Referral, confided: &Confided) -> bool {
        needs_by_rule(referral, confided)
            || match &confided.piece {
                Piece::Document(id) => self.was_given(referral, *id),
                Piece::Answer(_) => false,
            }
    }

    /// Whether a document was given to an authority by name, and not taken back since.
    fn was_given(&self, referral: &Referral, document: AttachmentId) -> bool {
        let mut rounds = referral.rounds();
        let answered = rounds.any(|round| round.questions.iter().any(|one| answers_with(one, document)));
        let authority = &referral.authority;
        let mut kept = self.permits().flat_map(|permit| &permit.kept);
        let mut fees = self
            .fees
            .iter()
            .filter(|fee| fee.authority == *authority && fee.reversed.is_none());
        let mut insurances = self.insurances.iter().filter(|one| one.authority == *authority);
        answered
            || insurances.any(|one| one.reversed.is_none() && one.certificate.document == document)
            || kept.any(|one| {
                let mut proofs = one.proofs.iter().filter(|proof| proof.taken_back.is_none());
                one.authority == *authority && proofs.any(|proof| proof.documents.contains(&document))
            })
            || fees.any(|fee| {
                let mut entries = fee.entries.iter().filter(|entry| stands(entry));
                entries.any(|entry| entry.entered.document == Some(document))
            })
    }

    /// The authorities that need a piece to decide and would not be among those that read it.
    pub(crate) fn in_need(&self, confided: &Confided) -> Vec<AuthorityId> {
        let among = confided.among.as_deref().unwrap_or_default();
        let shut_out = |one: &&Referral| {
            let by_right = self.is_organised_by(one.organisation) || self.is_led_by(one.organisation);
            confided.among.is_some() && !by_right && !among.contains(&one.authority)
        };
        let asked = self.in_order().into_iter().filter(shut_out);
        let need = asked.filter(|one| self.needs(one, confided));
        need.map(|one| one.authority.clone()).collect()
    }

    /// Those of them of which people of an organisation may know why: what was given to an authority by name, in answer or for a
    /// condition or a fee, no other authority is told.
    pub(crate) fn known_to_need(
        &self,
        authorities: Vec<AuthorityId>,
        confided: &Confided,
        organisation: OrganisationId,
    ) -> Vec<AuthorityId> {
        let tells_all = self.is_organised_by(organisation) || self.is_led_by(organisation);
        let by_rule = |authority: &AuthorityId| {
            let asked = self.referrals.get(authority);
            asked.is_some_and(|one| needs_by_rule(one, confided))
        };
        let known = authorities.into_iter().filter(|one| tells_all || by_rule(one));
        known.collect()
    }

    /// The documents of the case that people of an organisation read.
    pub fn attachments_read_by(&self, organisation: OrganisationId) -> impl Iterator<Item = &Attachment> {
        let all = self.attachments();
        all.filter(move |one| self.reads(organisation, &Piece::Document(one.attachment)))
    }

    /// How many pieces of what was handed in an authority does not read; of one that decided, how many it did not when it did.
    #[must_use]
    pub fn unread_by(&self, referral: &Referral) -> usize {
        let decided = referral.decided.as_ref();
        decided.map_or_else(|| self.unread_now(referral.organisation), |one| one.unread)
    }

    /// How many pieces of what is handed in people of an organisation do not read now.
    pub(super) fn unread_now(&self, organisation: OrganisationId) -> usize {
        let all = self.submission.iter().flat_map(|one| one.pieces());
        all.filter(|piece| !self.reads(organisation, piece)).count()
    }

    /// Takes out what people of an organisation do not read, and says what of it was there. What was handed in before goes with it.
    pub fn keep_back(&mut self, organisation: OrganisationId) -> Vec<KeptBack> {
        let marked: BTreeSet<_> = self.confided.iter().map(|one| &one.confided.piece).collect();
        let unread = marked
            .into_iter()
            .filter(|piece| !self.reads(organisation, piece));
        let unread: BTreeSet<Piece> = unread.cloned().collect();
        let now = self.submission.as_deref();
        let there = unread
            .iter()
            .filter(|piece| now.is_some_and(|one| one.has(piece)));
        let kept: Vec<_> = there.filter_map(|piece| self.kept_back(piece)).collect();
        let earlier = self.earlier.iter_mut().map(|one| &mut one.submission);
        for submission in self.submission.iter_mut().chain(earlier) {
            let reads = |piece: Piece| !unread.contains(&piece);
            submission
                .attachments
                .retain(|one| reads(Piece::Document(one.attachment)));
            submission
                .answers
                .retain(|input, _| reads(Piece::Answer(input.clone())));
        }
        let confided = self.confided.iter_mut().map(|one| &mut one.confided);
        for one in confided.filter(|one| unread.contains(&one.piece)) {
            // That it is kept back is told, and neither from whom else nor for what it is needed.
            one.reasons = Reason::hidden();
            one.among = one.among.as_ref().map(|_| vec![]);
            one.rules.clear();
        }
        kept
    }

    fn kept_back(&self, piece: &Piece) -> Option<KeptBack> {
        let mark = self.mark(piece)?;
        let document = match piece {
            Piece::Document(id) => {
                let mut all = self.attachments();
                all.find(|one| one.attachment == *id)?.document.clone()
            }
            Piece::Answer(_) => None,
        };
        Some(KeptBack {
            piece: piece.clone(),
            document,
            by: mark.first.by.clone(),
        })
    }
}

/// Whether what was entered for a fee was not reversed.
fn stands(entry: &FeeEntry) -> bool {
    let ended = entry.ended.as_ref();
    ended.is_none_or(|ended| ended.how != EntryEnding::Reversed)
}

/// Whether a rule by which an authority is asked reads the answer, or wants the document.
fn needs_by_rule(referral: &Referral, confided: &Confided) -> bool {
    let mut grounds = referral.grounds.iter();
    grounds.any(|one| confided.rules.contains(&one.rule))
}

/// Whether an item of a question was answered with that document.
fn answers_with(question: &Question, document: AttachmentId) -> bool {
    let ends = question.items.iter().filter_map(|item| item.ended.as_ref());
    let mut given = ends.filter_map(|ended| match &ended.how {
        ItemEnd::Answered(ItemAnswer::Given { documents, .. }) => Some(documents),
        _ => None,
    });
    given.any(|documents| documents.contains(&document))
}
