//! That a piece was confided to few, or to all again, as the history tells it.

use super::happened::Said;
use super::{Deed, Happened};
use crate::{Confided, News};

/// All who read the case read that it happened, and by whom; why, those who read the piece.
pub(super) fn of_confided(said: &Said<'_>, confided: &Confided) -> Happened {
    let news = match confided.among {
        Some(_) => News::Confided,
        None => News::ConfidenceEnded,
    };
    said.everyone(Deed::News(news))
        .naming(&confided.piece)
        .saying([&confided.reasons])
}
