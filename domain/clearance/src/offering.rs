//! What offers do to a referral: its clock stands still while one is open; and which of them an application meets.

use crate::{Application, Event, Offer, OfferEnd, Referral};
use act::{AuthorityId, Reason, Timestamp};
use std::collections::BTreeSet;

/// A time in which an authority's clock stands still: it waits for the organiser, or a letter stood as its decision that was none of its.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Halt {
    /// Since when.
    pub from: Timestamp,
    /// Until when; none while it lasts.
    pub until: Option<Timestamp>,
}

impl Referral {
    /// The offer that waits for the organiser.
    #[must_use]
    pub fn open_offer(&self) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.ended.is_none())
    }

    /// The number of the next offer, which goes on over all rounds.
    pub(crate) fn next_offer(&self) -> u32 {
        let made = self.rounds().flat_map(|one| &one.offers);
        made.map(|one| one.number).max().unwrap_or_default() + 1
    }

    /// How many offers it made, in all rounds.
    pub(crate) fn offers_made(&self) -> usize {
        self.rounds().map(|one| one.offers.len()).sum()
    }

    /// What it offered and the organiser applied for, where it has not decided on that yet.
    #[must_use]
    pub fn takes_up(&self) -> Option<&Offer> {
        let round = self.earlier.last().filter(|_| self.decided.is_none())?;
        let last = round.referral.offers.last()?;
        let accepted = last.ended.as_ref()?.how == OfferEnd::Accepted;
        (accepted && last.otherwise.moves_the_event()).then_some(last)
    }

    /// The times in which its clock stood still, the first first: for a question or an offer, or because a letter that it disowned
    /// stood as its decision, so that it could not decide.
    #[must_use]
    pub fn halts(&self) -> Vec<Halt> {
        let asked = self.questions.iter().map(|one| Halt {
            // What is still asked when a case comes anew stops the clock from the day on which it comes.
            from: one.asked.max(self.referred),
            until: one.ended,
        });
        let offered = self.offers.iter().map(|one| Halt {
            from: one.offered,
            until: one.ended.as_ref().map(|ended| ended.at),
        });
        let lettered = self.disowned.iter().map(|one| Halt {
            from: one.decided.by.at,
            until: Some(one.by.at),
        });
        let mut all: Vec<Halt> = asked.chain(offered).chain(lettered).collect();
        all.sort_by_key(|one| one.from);
        all
    }

    /// Since when its clock stands still: it waits for an answer to a question or an offer.
    #[must_use]
    pub fn stands_still_since(&self) -> Option<Timestamp> {
        // While the authority was not asked nobody could answer, nor had to.
        let was_left = self.earlier.last().is_some_and(|round| round.left);
        let since = |asked: Timestamp| if was_left { asked.max(self.referred) } else { asked };
        let question = self.open_question().map(|question| since(question.asked));
        question.or(self.open_offer().map(|offer| offer.offered))
    }

    /// The same referral, were the organiser to answer now whatever its clock stands still for.
    pub(crate) fn answered_at(&self, at: Timestamp) -> Referral {
        let mut running = self.clone();
        for question in running.questions.iter_mut().filter(|one| one.ended.is_none()) {
            question.ended = Some(at.max(question.asked));
        }
        for offer in running.offers.iter_mut().filter(|one| one.ended.is_none()) {
            offer.end(at.max(offer.offered), OfferEnd::Declined, None);
        }
        running
    }

    /// An offer ends.
    pub(crate) fn end_offer(&mut self, number: u32, at: Timestamp, how: OfferEnd, reasons: Option<&Reason>) {
        let mut offers = self.offers.iter_mut();
        if let Some(offer) = offers.find(|offer| offer.number == number) {
            offer.end(at, how, reasons);
        }
    }

    /// Whatever offer is open ends.
    pub(crate) fn end_offers(&mut self, at: Timestamp, how: OfferEnd) {
        for offer in self.offers.iter_mut().filter(|one| one.ended.is_none()) {
            offer.end(at, how, None);
        }
    }
}

/// Offers, by their authorities and numbers.
pub type OpenOffers = BTreeSet<(AuthorityId, u32)>;

impl Application {
    /// What authorities have offered and wait for an answer to.
    #[must_use]
    pub fn open_offers(&self) -> OpenOffers {
        let undecided = self.referrals.values().filter(|one| one.decided.is_none());
        let open = |one: &Referral| Some((one.authority.clone(), one.open_offer()?.number));
        undecided.filter_map(open).collect()
    }

    /// The open offers that are met by applying for this event: its day, its hours and its place are those that were offered.
    pub fn offers_met<'a>(&'a self, event: &'a Event) -> impl Iterator<Item = (&'a Referral, &'a Offer)> {
        let now = self.submission.as_ref().map(|one| &one.event);
        let open = self.in_order().into_iter().filter(|one| one.decided.is_none());
        let open = open.filter_map(|referral| Some((referral, referral.open_offer()?)));
        open.filter(move |(_, offer)| {
            let wanted = now.map(|now| offer.otherwise.of(now));
            offer.otherwise.moves_the_event()
                && wanted.is_some_and(|wanted| is_then_and_there(&wanted, event))
        })
    }
}

/// Whether two events are on one day, at the same hours and in one place.
#[must_use]
pub fn is_then_and_there(one: &Event, other: &Event) -> bool {
    let of = |event: &Event| (event.date, event.from, event.until);
    of(one) == of(other) && one.zone == other.zone && one.place == other.place
}
