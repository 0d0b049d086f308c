//! What an authority offers instead of deciding on what was applied for: another day, other hours, another place, or another form.
//! Nothing moves until the organiser answers; what it accepts is applied for by an amendment.

use crate::Event;
use act::{Date, Reason, Timestamp, Title};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// What of the event would be otherwise. What is not named stays as it was applied for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Otherwise {
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// When it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Time>,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Title>,
    /// What is shown instead, in the authority's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Reason>,
}

impl Otherwise {
    /// The same without what is as it was applied for.
    #[must_use]
    pub fn than(self, event: &Event) -> Otherwise {
        Otherwise {
            date: self.date.filter(|date| *date != event.date),
            from: self.from.filter(|from| *from != event.from),
            until: self.until.filter(|until| *until != event.until),
            place: self.place.filter(|place| *place != event.place),
            form: self.form,
        }
    }

    /// Whether it offers nothing.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Otherwise::default()
    }

    /// Whether the day, the hours or the place would be others: that is accepted by applying for it.
    #[must_use]
    pub fn moves_the_event(&self) -> bool {
        self.date.is_some() || self.hours_move() || self.place.is_some()
    }

    /// Whether the hours would be others.
    #[must_use]
    pub fn hours_move(&self) -> bool {
        self.from.is_some() || self.until.is_some()
    }

    /// The event as it would be. The form is in words, and changes nothing that is known of it.
    #[must_use]
    pub fn of(&self, event: &Event) -> Event {
        Event {
            date: self.date.unwrap_or(event.date),
            from: self.from.unwrap_or(event.from),
            until: self.until.unwrap_or(event.until),
            place: self.place.clone().unwrap_or_else(|| event.place.clone()),
            ..event.clone()
        }
    }
}

/// An offer of an authority. Its own clock stands still while it is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Counted from 1 within the referral.
    pub number: u32,
    /// What is offered.
    pub otherwise: Otherwise,
    /// Why.
    pub reasons: Reason,
    /// When it was made.
    pub offered: Timestamp,
    /// How it ended, once it has.
    pub ended: Option<OfferEnded>,
}

/// That an offer is open no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferEnded {
    /// Since when.
    pub at: Timestamp,
    /// How.
    pub how: OfferEnd,
    /// What the organiser says to it, if anything.
    pub reasons: Option<Reason>,
}

/// How an offer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfferEnd {
    /// The organiser accepted it: in words, or by applying for what was offered.
    Accepted,
    /// The organiser declined it.
    Declined,
    /// The authority took it back.
    TakenBack,
    /// The authority decided without an answer.
    Decided,
    /// What it was an alternative to was changed, and the authority decides anew or is asked no longer.
    Overtaken,
    /// The lead authority asks the authority no longer.
    Released,
}

impl OfferEnd {
    /// The stable name, as used in Fluent ids (`offer-declined`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            OfferEnd::Accepted => "accepted",
            OfferEnd::Declined => "declined",
            OfferEnd::TakenBack => "taken-back",
            OfferEnd::Decided => "decided",
            OfferEnd::Overtaken => "overtaken",
            OfferEnd::Released => "released",
        }
    }
}

impl Offer {
    /// An offer that was just made.
    pub(crate) fn made(number: u32, otherwise: &Otherwise, reasons: &Reason, at: Timestamp) -> Offer {
        Offer {
            number,
            otherwise: otherwise.clone(),
            reasons: reasons.clone(),
            offered: at,
            ended: None,
        }
    }

    pub(crate) fn end(&mut self, at: Timestamp, how: OfferEnd, reasons: Option<&Reason>) {
        let reasons = reasons.cloned();
        self.ended = Some(OfferEnded { at, how, reasons });
    }
}
