//! What can have happened on the day of an event, and after it. The bytes of these are golden, as all facts are.

use super::{AfterReport, DepositStep, Go, Incident, Sending};
use act::{AuthorityId, Reason, Title};
use serde::{Deserialize, Serialize};

/// Something that was said or done on the day of the event, or after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum DayFact {
    /// An authority said whether the event can go ahead, for its part. What it said before does not hold any more.
    GoSaid {
        /// The authority.
        authority: AuthorityId,
        /// What it said.
        go: Go,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reason>,
        /// Whether everyone may read why.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        for_all: bool,
    },
    /// Something happened that an organiser or an authority noted.
    IncidentNoted {
        /// Counted from 1.
        number: u32,
        /// The authority that noted it; none where an organiser did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        authority: Option<AuthorityId>,
        /// What happened.
        incident: Incident,
        /// How it came.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sending: Option<Sending>,
    },
    /// An organiser told how the event went. What was told before does not hold any more.
    Reported {
        /// How it went.
        report: AfterReport,
    },
    /// An authority said what became of a deposit that a condition of its own asks for.
    DepositSaid {
        /// The authority.
        authority: AuthorityId,
        /// Which of its conditions, counted from 1 as the permit has them.
        number: u32,
        /// What became of it.
        step: DepositStep,
        /// How much.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Title>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reason>,
    },
    /// Something that the authority said of a deposit was wrong: it does not count any more.
    DepositReversed {
        /// The authority.
        authority: AuthorityId,
        /// Which of its conditions.
        number: u32,
        /// Which of what it said of that deposit, counted from 1.
        entry: u32,
        /// What was wrong.
        reasons: Reason,
    },
    /// What was just shown for a condition, or its discharge, came under a key of its own.
    Arrived {
        /// How it came.
        sending: Sending,
        /// The authority that set the condition.
        authority: AuthorityId,
        /// Which of its conditions.
        number: u32,
        /// Which proof was shown; none where it was discharged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proof: Option<u32>,
    },
}
