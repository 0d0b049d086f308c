//! What the decisions add up to. Nobody sets it: it is computed from the referrals, and explained.

use crate::{Application, Referral, Standing, merged};
use act::{AuthorityId, Timestamp};
use serde::{Deserialize, Serialize};

/// One line of the explanation: who decided what, when, and by which rules it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// The authority.
    pub authority: AuthorityId,
    /// Where its referral stands.
    pub standing: Standing,
    /// When it decided, if it has.
    pub at: Option<Timestamp>,
    /// The rules by which it was asked.
    pub rules: Vec<String>,
    /// Whether the outcome waits for it.
    pub counts: bool,
}

/// What the decisions add up to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// Someone whose consent is needed has not decided.
    Pending {
        /// Who is waited for.
        waiting: Vec<AuthorityId>,
        /// Line by line.
        because: Vec<Because>,
    },
    /// Everyone whose consent is needed has agreed.
    Agreed {
        /// How many conditions there are, what several demand counted once.
        conditions: usize,
        /// Line by line.
        because: Vec<Because>,
    },
    /// Someone whose consent is needed refused. It does not wait for the rest.
    Refused {
        /// Who refused.
        by: Vec<AuthorityId>,
        /// Line by line.
        because: Vec<Because>,
    },
    /// Nothing has been put to any authority.
    NotCirculated,
}

impl Outcome {
    /// What the decisions on an application add up to, and why.
    #[must_use]
    pub fn of(application: &Application) -> Outcome {
        compute(application)
    }
}

fn compute(application: &Application) -> Outcome {
    let referrals = &application.referrals;
    if referrals.is_empty() {
        return Outcome::NotCirculated;
    }
    let because: Vec<Because> = referrals.values().map(line).collect();
    let of = |wanted: fn(&Because) -> bool| -> Vec<AuthorityId> {
        because
            .iter()
            .filter(|line| line.counts && wanted(line))
            .map(|line| line.authority.clone())
            .collect()
    };
    let by = of(|line| line.standing.refused());
    if !by.is_empty() {
        return Outcome::Refused { by, because };
    }
    let waiting = of(|line| !line.standing.agreed());
    if !waiting.is_empty() {
        return Outcome::Pending { waiting, because };
    }
    let conditions = merged(application).len();
    Outcome::Agreed { conditions, because }
}

fn line(referral: &Referral) -> Because {
    Because {
        authority: referral.authority.clone(),
        standing: referral.standing(),
        at: referral.decided.as_ref().map(|decided| decided.by.at),
        rules: referral
            .grounds
            .iter()
            .map(|ground| ground.rule.clone())
            .collect(),
        counts: !referral.advises(),
    }
}
