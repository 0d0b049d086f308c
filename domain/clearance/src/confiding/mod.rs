//! What is confided of a case as a whole: what facts do to it, which pieces there are, and who reads each.

mod readers;

use crate::{
    Application, ApplicationFact, Attachment, Confiding, Mark, Needed, Piece, RecordedLetter, Submission,
};
use act::Context;
pub use readers::KeptBack;

impl Submission {
    /// What of it can be confided, the answers first.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> {
        let answers = self.answers.keys().cloned().map(Piece::Answer);
        let documents = self.attachments.iter().map(|one| one.attachment);
        answers.chain(documents.map(Piece::Document))
    }

    /// Whether that is a piece of it.
    #[must_use]
    pub fn has(&self, piece: &Piece) -> bool {
        match piece {
            Piece::Document(id) => self.attachments.iter().any(|one| one.attachment == *id),
            Piece::Answer(input) => self.answers.contains_key(input),
        }
    }
}

impl ApplicationFact {
    /// The pieces that it holds: whoever reads all of it reads these.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        match self {
            ApplicationFact::Submitted { submission, .. } | ApplicationFact::Amended { submission } => {
                submission.pieces().collect()
            }
            ApplicationFact::DocumentHandedIn(one) => vec![Piece::Document(one.attachment)],
            ApplicationFact::Confided(one) => vec![one.piece.clone()],
            _ => vec![],
        }
    }
}

impl Application {
    /// The files of what was handed in, and of what was before.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        let earlier = self.earlier.iter().map(|one| &one.submission);
        let submissions = self.submission.iter().chain(earlier);
        submissions.flat_map(|one| &one.attachments)
    }

    pub(crate) fn evolve_confided(&mut self, fact: &ApplicationFact, by: &Context) {
        if let ApplicationFact::Confided(confided) = fact {
            self.confided.push(Confiding {
                confided: confided.clone(),
                by: by.clone(),
            });
        }
    }

    /// Which rules need what is confided, once the application is bound to another version.
    pub(crate) fn need(&mut self, needed: &[Needed]) {
        for one in needed {
            let mut all = self.confided.iter_mut().rev().map(|said| &mut said.confided);
            if let Some(last) = all.find(|said| said.piece == one.piece) {
                last.rules.clone_from(&one.rules);
            }
        }
    }

    /// An authority decided, by itself, by a letter or by its silence: how much it did not read then stays known.
    pub(crate) fn note_unread(&mut self, fact: &ApplicationFact) {
        let (ApplicationFact::Decided { authority, .. }
        | ApplicationFact::LetterRecorded(RecordedLetter { authority, .. })
        | ApplicationFact::SilenceCounted { authority, .. }) = fact
        else {
            return;
        };
        if self.confided.is_empty() {
            return;
        }
        let asked = self.referrals.get(authority);
        let unread = asked.map_or(0, |referral| self.unread_now(referral.organisation));
        let decided = self.referrals.get_mut(authority);
        if let Some(decided) = decided.and_then(|referral| referral.decided.as_mut()) {
            decided.unread = unread;
        }
    }

    /// That a piece is confided to few, if it is.
    #[must_use]
    pub fn mark(&self, piece: &Piece) -> Option<Mark<'_>> {
        let all = self.confided.iter().filter(|one| one.confided.piece == *piece);
        all.fold(None, |mark: Option<Mark<'_>>, last| {
            let first = mark.map_or(last, |mark| mark.first);
            last.confided.among.as_ref().map(|_| Mark { first, last })
        })
    }

    /// The pieces of what was handed in, and of what was before.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let earlier = self.earlier.iter().rev().map(|one| &one.submission);
        let submissions = self.submission.iter().chain(earlier);
        let mut all = vec![];
        for piece in submissions.flat_map(|one| one.pieces()) {
            if !all.contains(&piece) {
                all.push(piece);
            }
        }
        all
    }
}
