//! The day of the event, and what comes after it: which authorities say go or no-go, what was noted, how it went, and what became of
//! deposits. Nothing of it changes whether a permit stands.

mod fact;
mod refusal;

use crate::Attachment;
use act::{AuthorityId, Context, Reason, SendingId, Timestamp, Title};
pub use fact::DayFact;
pub use refusal::DayRefusal;
use serde::{Deserialize, Serialize};

/// How many days before the event an authority can first say go or no-go, and something can first be noted.
pub const NO_GO_DAYS: i64 = 3;
/// How many days after the event something can still be noted: what was written on a phone without a network comes late.
pub const LATEST_NOTE_DAYS: i64 = 30;
/// How many things each authority, and those who hold the event together, can note of one event.
pub const MOST_NOTES: usize = 100;

/// How often it can be said of one deposit what became of it, what was wrong included.
pub const MOST_OF_DEPOSIT: usize = 100;

/// Whether an event can go ahead, for the part of one authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Go {
    /// It can.
    Go,
    /// It cannot.
    NoGo,
}

impl Go {
    /// Both.
    pub const ALL: [Go; 2] = [Go::Go, Go::NoGo];

    /// The stable name, as used by forms and in Fluent ids (`go-no-go`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Go::Go => "go",
            Go::NoGo => "no-go",
        }
    }
}

/// What an authority said for its part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoSaid {
    /// The authority.
    pub authority: AuthorityId,
    /// What.
    pub go: Go,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Reason>,
    /// Whether everyone may read why; else those who see the case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_all: bool,
    /// Who said it, and when.
    pub by: Context,
}

/// One sending of a form, perhaps from a phone that had no network when the form was filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// What it is known by when it comes again.
    pub key: SendingId,
    /// When it was made, by the clock of the phone; none where it came at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Timestamp>,
}

impl Sending {
    /// The same as it arrives at an instant: what would have been made later than that was made by a wrong clock, which tells nothing.
    #[must_use]
    pub fn arriving(self, at: Timestamp) -> Sending {
        Sending {
            made: self.made.filter(|made| *made <= at),
            ..self
        }
    }
}

/// What happened, as it was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// What happened.
    pub what: Reason,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Title>,
    /// When it was seen.
    pub seen: Timestamp,
    /// What was done about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Reason>,
    /// A photo of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<Attachment>,
}

/// A note of something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Counted from 1.
    pub number: u32,
    /// The authority that noted it; none where an organiser did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityId>,
    /// What.
    pub incident: Incident,
    /// How it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sending: Option<Sending>,
    /// Who noted it, and when it arrived.
    pub by: Context,
}

/// Whether an event was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// As it was permitted.
    AsPermitted,
    /// Otherwise than it was permitted.
    Otherwise,
    /// It was broken off.
    BrokenOff,
    /// It was not held.
    NotHeld,
}

impl Held {
    /// All of them.
    pub const ALL: [Held; 4] = [Held::AsPermitted, Held::Otherwise, Held::BrokenOff, Held::NotHeld];

    /// The stable name, as used by forms and in Fluent ids (`held-as-permitted`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Held::AsPermitted => "as-permitted",
            Held::Otherwise => "otherwise",
            Held::BrokenOff => "broken-off",
            Held::NotHeld => "not-held",
        }
    }
}

/// What an organiser tells after the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterReport {
    /// Whether it was held.
    pub held: Held,
    /// How many people came, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<u32>,
    /// What went otherwise than permitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<Reason>,
    /// What is to be thought of next time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lessons: Option<Reason>,
}

/// What became of a deposit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DepositStep {
    /// The authority has it.
    Received,
    /// It was given back whole.
    Returned,
    /// It was kept, in part or whole.
    Kept,
}

impl DepositStep {
    /// All of them, as they follow each other.
    pub const ALL: [DepositStep; 3] = [DepositStep::Received, DepositStep::Returned, DepositStep::Kept];

    /// The stable name, as used by forms and in Fluent ids (`deposit-received`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DepositStep::Received => "received",
            DepositStep::Returned => "returned",
            DepositStep::Kept => "kept",
        }
    }
}

/// What an authority said of a deposit that a condition of its own asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    /// The authority.
    pub authority: AuthorityId,
    /// Which of its conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// What became of it.
    pub step: DepositStep,
    /// How much: of it, or of what was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Title>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Reason>,
    /// Who said it, and when.
    pub by: Context,
    /// That it was wrong: what of it, and who said so when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reversed: Option<(Reason, Context)>,
}

/// What was sent about a condition, under a key of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// How it came.
    pub sending: Sending,
    /// The authority that set the condition.
    pub authority: AuthorityId,
    /// Which of its conditions.
    pub number: u32,
    /// Which proof was shown; none where it was discharged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<u32>,
    /// When it arrived.
    pub at: Timestamp,
}

/// What was said and done on the day of the event, and after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDay {
    /// What authorities said, the first first: of each the last holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<GoSaid>,
    /// What was noted, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Noted>,
    /// What organisers told after the event, the first first: the last holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<(AfterReport, Context)>,
    /// What became of deposits, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deposits: Vec<Deposit>,
    /// What came about conditions under a key of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arrived: Vec<Arrived>,
}

impl EventDay {
    /// Whether nothing was said or done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == EventDay::default()
    }

    /// What an authority said last.
    #[must_use]
    pub fn said_by(&self, authority: &AuthorityId) -> Option<&GoSaid> {
        self.said.iter().rev().find(|one| one.authority == *authority)
    }

    /// What became of the deposit that a condition asks for, the first first.
    pub fn deposits_of<'d>(
        &'d self,
        authority: &'d AuthorityId,
        number: u32,
    ) -> impl DoubleEndedIterator<Item = &'d Deposit> {
        let all = self.deposits.iter();
        all.filter(move |one| one.authority == *authority && one.number == number)
    }

    /// The same of what counts: nobody said that it was wrong.
    pub fn standing_deposits<'d>(
        &'d self,
        authority: &'d AuthorityId,
        number: u32,
    ) -> impl DoubleEndedIterator<Item = &'d Deposit> {
        let all = self.deposits_of(authority, number);
        all.filter(|one| one.reversed.is_none())
    }

    /// What was said last of it and counts, counted from 1 as it was said: that is what can be reversed.
    #[must_use]
    pub fn last_of_deposit(&self, authority: &AuthorityId, number: u32) -> Option<u32> {
        let all = (1_u32..).zip(self.deposits_of(authority, number));
        let standing = all.filter(|(_, one)| one.reversed.is_none());
        standing.last().map(|(counted, _)| counted)
    }

    fn reverse_deposit(&mut self, fact: &DayFact, by: &Context) {
        let DayFact::DepositReversed {
            authority,
            number,
            entry,
            reasons,
        } = fact
        else {
            return;
        };
        let of = |one: &&mut Deposit| one.authority == *authority && one.number == *number;
        let mut all = (1_u32..).zip(self.deposits.iter_mut().filter(of));
        if let Some((_, wrong)) = all.find(|(counted, _)| counted == entry) {
            wrong.reversed = Some((reasons.clone(), by.clone()));
        }
    }

    /// The photos of what was noted.
    pub fn photos(&self) -> impl Iterator<Item = &Attachment> {
        self.notes.iter().filter_map(|one| one.incident.photo.as_ref())
    }

    /// Whether what was sent under that key has arrived.
    #[must_use]
    pub fn has(&self, key: SendingId) -> bool {
        let notes = self.notes.iter().filter_map(|one| one.sending);
        let mut all = notes.chain(self.arrived.iter().map(|one| one.sending));
        all.any(|one| one.key == key)
    }

    /// When what was shown for a condition, or its discharge where no proof is named, was made, if that was before it arrived.
    #[must_use]
    pub fn made(&self, authority: &AuthorityId, number: u32, proof: Option<u32>) -> Option<Timestamp> {
        let is_it =
            |one: &&Arrived| one.authority == *authority && one.number == number && one.proof == proof;
        self.arrived.iter().find(is_it)?.sending.made
    }

    pub(crate) fn evolve(&mut self, fact: &DayFact, by: &Context) {
        match fact {
            DayFact::GoSaid {
                authority,
                go,
                reasons,
                for_all,
            } => self.said.push(GoSaid {
                authority: authority.clone(),
                go: *go,
                reasons: reasons.clone(),
                for_all: *for_all,
                by: by.clone(),
            }),
            DayFact::IncidentNoted {
                number,
                authority,
                incident,
                sending,
            } => self.notes.push(Noted {
                number: *number,
                authority: authority.clone(),
                incident: incident.clone(),
                sending: *sending,
                by: by.clone(),
            }),
            DayFact::Reported { report } => self.reports.push((report.clone(), by.clone())),
            DayFact::DepositSaid {
                authority,
                number,
                step,
                amount,
                reasons,
            } => self.deposits.push(Deposit {
                authority: authority.clone(),
                number: *number,
                step: *step,
                amount: amount.clone(),
                reasons: reasons.clone(),
                by: by.clone(),
                reversed: None,
            }),
            DayFact::DepositReversed { .. } => self.reverse_deposit(fact, by),
            DayFact::Arrived {
                sending,
                authority,
                number,
                proof,
            } => self.arrived.push(Arrived {
                sending: *sending,
                authority: authority.clone(),
                number: *number,
                proof: *proof,
                at: by.at,
            }),
        }
    }
}
