//! What letters do to a case: their scans are kept with it, and one that its authority disowns counts for nothing.

use crate::{Application, Attachment, Decided, Disowned, Letter, OfferEnd, Referral, Sealed};
use act::{Context, Reason};

impl Referral {
    /// The letter by which it was decided, if it was.
    #[must_use]
    pub fn letter(&self) -> Option<&Letter> {
        self.decided.as_ref()?.letter.as_ref()
    }

    /// The letters that were ever recorded in its name, in all rounds.
    pub fn letters(&self) -> impl Iterator<Item = &Letter> {
        self.rounds().flat_map(|one| {
            let disowned = one.disowned.iter().map(|one| &one.decided);
            disowned.chain(&one.decided).filter_map(|one| one.letter.as_ref())
        })
    }

    /// The same of this round, to be changed.
    pub fn letters_mut(&mut self) -> impl Iterator<Item = &mut Letter> {
        let disowned = self.disowned.iter_mut().map(|one| &mut one.decided);
        let all = disowned.chain(&mut self.decided);
        all.filter_map(|one| one.letter.as_mut())
    }

    /// Takes out the scans of this round that came with words which are sealed.
    pub fn hide_sealed_scans(&mut self) {
        let disowned = self.disowned.iter_mut().map(|one| &mut one.decided);
        let shut = disowned.chain(&mut self.decided);
        for one in shut.filter(|one| one.sealed.as_ref().is_some_and(Sealed::is_shut)) {
            if let Some(letter) = &mut one.letter {
                letter.scan = None;
            }
        }
    }

    /// It is open again as it stood before the letter: an offer that ended with it is open, too.
    pub(crate) fn disown(&mut self, reasons: &Reason, by: &Context) {
        if self.letter().is_none() {
            return;
        }
        let Some(decided) = self.decided.take() else {
            return;
        };
        let ended_with_it = (OfferEnd::Decided, decided.by.at);
        for offer in &mut self.offers {
            let ended = offer.ended.as_ref();
            if ended.is_some_and(|ended| (ended.how, ended.at) == ended_with_it) {
                offer.ended = None;
            }
        }
        self.disowned.push(Disowned {
            decided,
            reasons: reasons.clone(),
            by: by.clone(),
        });
    }

    /// How often what it decided was changed since: its conditions, or that a letter was recorded in its name and disowned.
    pub(crate) fn revisions(&self) -> usize {
        let of = |decided: &Decided| decided.revised.len();
        let disowned = self.disowned.iter().map(|one| 1 + of(&one.decided));
        self.decided.as_ref().map_or(0, of) + disowned.sum::<usize>()
    }
}

impl Application {
    /// The scans of the letters that were recorded in it.
    pub fn scans(&self) -> impl Iterator<Item = &Attachment> {
        let released = self.released.iter().map(|one| &one.referral);
        let referrals = self.referrals.values().chain(released);
        referrals
            .flat_map(Referral::letters)
            .filter_map(|letter| letter.scan.as_ref())
    }
}
