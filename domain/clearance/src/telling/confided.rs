//! What is told where other people read a piece of the case than before.

use super::{Telling, about, news};
use crate::{Confided, News};

impl Telling<'_> {
    /// Each authority that is asked is told where it reads the piece no longer, or reads it now. Who holds the event and who leads, who read
    /// it always, are told that it was confided.
    pub(super) fn confided(&mut self, confided: &Confided) {
        let piece = &confided.piece;
        // What is handed in confidential nobody has read before.
        let asked = self.after.in_order().into_iter().filter(|_| !confided.at_once);
        let turned = asked.filter_map(|one| {
            let read = self.before.reads(one.organisation, piece);
            let told = match (read, self.after.reads(one.organisation, piece)) {
                (true, false) => News::SightLost,
                (false, true) => News::SightGained,
                _ => return None,
            };
            Some(about(&one.authority, told))
        });
        let turned: Vec<_> = turned.collect();
        for told in turned {
            self.authority(&told);
        }
        let told = match confided.among {
            Some(_) => News::Confided,
            None => News::ConfidenceEnded,
        };
        self.organisers(&news(told));
        self.lead(&news(told));
    }
}
