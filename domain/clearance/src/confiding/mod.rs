//! What is confided of a case as a whole: what facts do to it, which pieces there are, and who reads each.

mod readers;

use crate::{Application, ApplicationFact, Attachment, Confiding, Mark, Piece, Submission};
use act::{Context, Timestamp};
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

    /// That a piece is confided to few, if it is.
    #[must_use]
    pub fn mark(&self, piece: &Piece) -> Option<Mark<'_>> {
        self.mark_at(piece, Timestamp::MAX)
    }

    /// The same as of an instant.
    pub(crate) fn mark_at(&self, piece: &Piece, at: Timestamp) -> Option<Mark<'_>> {
        let all = self.confided.iter().filter(|one| one.confided.piece == *piece);
        all.filter(|one| one.by.at <= at)
            .fold(None, |mark: Option<Mark<'_>>, last| {
                let first = mark.map_or(last, |mark| mark.first);
                last.confided.among.as_ref().map(|_| Mark { first, last })
            })
    }

    /// What had been handed in at an instant, as the last version by then has it.
    fn handed_in_at(&self, at: Timestamp) -> Option<&Submission> {
        let now = self.submission.as_deref().zip(self.submitted.as_ref());
        let before = self.earlier.iter().map(|one| (&*one.submission, &one.submitted));
        let mut all = before.chain(now).filter(|(_, by)| by.at <= at);
        let last = all.next_back();
        last.map(|(submission, _)| submission)
    }
}
