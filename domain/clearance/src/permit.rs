//! The permit: what it says, and whether it still stands.

use crate::{Commitment, ConditionTerms, Decision, Keeping, Organiser, RulebookPin, Sealed};
use act::{AuthorityId, Context, Date, ONE_LINE, Reason, Text, Timestamp, Title};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// One authority's consent, as the permit states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermitDecision {
    /// The authority, by its id in the rulebook.
    pub authority: AuthorityId,
    /// Its name.
    pub name: Title,
    /// When it decided; where it was silent, when that was written down.
    pub at: Timestamp,
    /// The last day of its period, where it gave no answer and the rulebook takes that for agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_silence: Option<Date>,
    /// The day that its letter bears, where it decided on paper; `at` is then when that was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_letter: Option<Date>,
    /// When it changed its conditions last, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised: Option<Timestamp>,
    /// What it demands; none if it agreed without conditions.
    pub conditions: Vec<Text<ONE_LINE>>,
    /// Of each of these, when it is to be kept and what it binds; none where nothing of that is known of any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<ConditionTerms>,
    /// The number by which each of these is called; none where they are 1, 2, 3 and so on. What stays as it was in the permit before
    /// keeps its number, and what is new has one that no permit of the case had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<u32>,
}

/// What one authority advised before the permit was issued, as the permit states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermitAdvice {
    /// The authority, by its id in the rulebook.
    pub authority: AuthorityId,
    /// Its name.
    pub name: Title,
    /// When it advised.
    pub at: Timestamp,
    /// What it advised.
    pub advice: Decision,
    /// The day that its letter bears, where it advised on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_letter: Option<Date>,
}

/// All that a permit says. It is the payload of its fact, so its proof covers every word of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermitContent {
    /// The permit's own reference, such as `PNH-2023-0001-P1`.
    pub permit: String,
    /// The application it answers.
    pub application: String,
    /// What is permitted.
    pub title: Title,
    /// The parts that it has, by their names. Permits of before these were said have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<Title>,
    /// Who may hold it.
    pub organisers: Vec<Organiser>,
    /// Where.
    pub place: Title,
    /// The day.
    pub date: Date,
    /// From this time.
    pub from: Time,
    /// Until this time.
    pub until: Time,
    /// IANA zone of the times.
    pub zone: String,
    /// The authority that issues it.
    pub issued_by: Title,
    /// Who agreed, in the order of their ids.
    pub decisions: Vec<PermitDecision>,
    /// Who had advised, in the order of their ids. What came later is no part of the permit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<PermitAdvice>,
    /// The version of the rulebook that conditions were taken from, where some were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rulebook: Option<RulebookPin>,
    /// The permit that it takes the place of, by its reference; none of the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

/// Whether a permit stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "standing")]
pub enum Standing {
    /// It stands.
    InForce,
    /// It was stopped, and does not hold for now.
    Suspended {
        /// Why.
        reasons: Reason,
        /// The seal over why, where that is sealed: the reasons are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Sealed>,
        /// The last day on which it does not hold; none where it stays so until someone lifts it.
        until: Option<Date>,
        /// Who, and when.
        by: Context,
    },
    /// It was taken back.
    Revoked {
        /// Why.
        reasons: Reason,
        /// The seal over why, where that is sealed: the reasons are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Sealed>,
        /// Who, and when.
        by: Context,
    },
    /// Another took its place.
    Replaced {
        /// That other one, by its reference.
        permit: String,
        /// Why.
        reasons: Reason,
        /// Who, and when.
        by: Context,
    },
}

/// A suspension that is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Why it was stopped.
    pub reasons: Reason,
    /// The seal over why, where that is sealed: the reasons are then the legal ground of sealing it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Sealed>,
    /// Who stopped it, and when.
    pub by: Context,
    /// When it held again, or was revoked.
    pub ended: Timestamp,
    /// Why it was lifted, where that was said.
    pub lifted: Option<Reason>,
}

/// A permit as issued, and whether it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permit {
    /// What it says.
    pub content: PermitContent,
    /// Who issued it, and when.
    pub issued: Context,
    /// Whether it stands.
    pub standing: Standing,
    /// Its suspensions that are over, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspensions: Vec<Suspension>,
    /// What was done about its conditions; nothing of those about which nothing was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<Keeping>,
}

impl Permit {
    /// A permit that was just issued.
    pub(crate) fn issued(content: &PermitContent, by: &Context) -> Self {
        Permit {
            content: content.clone(),
            issued: by.clone(),
            standing: Standing::InForce,
            suspensions: vec![],
            kept: vec![],
        }
    }

    /// It is stopped.
    pub(crate) fn suspend(&mut self, why: (&Reason, Option<Commitment>), until: Option<Date>, by: &Context) {
        let (reasons, sealed) = why;
        self.standing = Standing::Suspended {
            reasons: reasons.clone(),
            sealed: Sealed::shut(sealed),
            until,
            by: by.clone(),
        };
    }

    /// It holds again.
    pub(crate) fn restore(&mut self, lifted: Option<&Reason>, at: Timestamp) {
        self.end_suspension(lifted, at);
        self.standing = Standing::InForce;
    }

    fn end_suspension(&mut self, lifted: Option<&Reason>, at: Timestamp) {
        if let Standing::Suspended {
            reasons, sealed, by, ..
        } = &self.standing
        {
            self.suspensions.push(Suspension {
                reasons: reasons.clone(),
                sealed: sealed.clone(),
                by: by.clone(),
                ended: at,
                lifted: lifted.cloned(),
            });
        }
    }

    /// How often it was stopped, now included, or held again.
    #[must_use]
    pub fn turns(&self) -> usize {
        let now = matches!(self.standing, Standing::Suspended { .. });
        2 * self.suspensions.len() + usize::from(now)
    }

    /// The last day until which it was stopped is over: it holds from the midnight after it, whenever that was written down.
    pub(crate) fn end(&mut self, until: Date, at: Timestamp) {
        let day = until.tomorrow().ok().zip(calendar::zone(&self.content.zone));
        let midnight = day.and_then(|(day, zone)| zone.to_ambiguous_timestamp(day.into()).compatible().ok());
        self.restore(None, midnight.map_or(at, |from| from.min(at)));
    }

    /// It is taken back.
    pub(crate) fn revoke(&mut self, (reasons, sealed): (&Reason, Option<Commitment>), by: &Context) {
        self.end_suspension(None, by.at);
        self.standing = Standing::Revoked {
            reasons: reasons.clone(),
            sealed: Sealed::shut(sealed),
            by: by.clone(),
        };
    }
}
