//! An act by someone who read the application before: whoever acts on what it said then is told if it says something else now.

use super::{ActName, CaseAct};
use crate::{Application, ApplicationFact, ClearanceRefusal, Permit, Referral};
use act::{Act, AuthorityId, Context};
use std::fmt;
use std::str::FromStr;

/// What was read of an application, by what can change under a reader. A form carries it as
/// `versions.revisions.recommended.suspended.permits`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How many versions had been handed in before the one that was read.
    pub versions: usize,
    /// How often conditions had been changed, or a letter disowned.
    pub revisions: usize,
    /// The number of what was recommended last to the authority that the form is of; 0 where nothing was, or where it is of none.
    pub recommended: u32,
    /// How often the permit had been suspended, or had held again.
    pub suspended: usize,
    /// How many permits had been issued.
    pub permits: usize,
}

impl Seen {
    /// What whoever reads it now sees, on the page of an authority or on that of the case.
    #[must_use]
    pub fn of(application: &Application, authority: Option<&AuthorityId>) -> Seen {
        let ever = |referral: &Referral| referral.rounds().map(Referral::revisions).sum::<usize>();
        let released = application.released.iter().map(|one| ever(&one.referral));
        let referral = authority.and_then(|one| application.referrals.get(one));
        let recommended = referral.and_then(|one| one.recommendation.as_ref());
        Seen {
            recommended: recommended.map_or(0, |one| one.number),
            versions: application.earlier.len(),
            suspended: application.permit.as_ref().map_or(0, Permit::turns),
            permits: application.permits().count(),
            revisions: application.referrals.values().map(ever).chain(released).sum(),
        }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Seen {
            versions,
            revisions,
            recommended,
            suspended,
            permits,
        } = self;
        write!(f, "{versions}.{revisions}.{recommended}.{suspended}.{permits}")
    }
}

/// That a text is no [`Seen`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSeen;

impl FromStr for Seen {
    type Err = NotSeen;

    fn from_str(text: &str) -> Result<Seen, NotSeen> {
        let mut parts = text.split('.');
        let mut next = || parts.next().ok_or(NotSeen);
        let (versions, revisions, recommended) = (next()?, next()?, next()?);
        let (suspended, permits) = (next()?, next()?);
        if parts.next().is_some() {
            return Err(NotSeen);
        }
        Ok(Seen {
            versions: versions.parse().map_err(|_| NotSeen)?,
            revisions: revisions.parse().map_err(|_| NotSeen)?,
            recommended: recommended.parse().map_err(|_| NotSeen)?,
            suspended: suspended.parse().map_err(|_| NotSeen)?,
            permits: permits.parse().map_err(|_| NotSeen)?,
        })
    }
}

/// Any act, on an application as it was read.
#[derive(Clone, Debug)]
pub struct AsSeen {
    /// The act.
    pub act: CaseAct,
    /// What was read.
    pub seen: Seen,
}

impl AsSeen {
    /// Whether it rests on the conditions, or the letter, that were read: the permit prints them, who changes its own replaces them
    /// all, and what is recorded or disowned is the letter that stood there then.
    fn rests_on_conditions(&self) -> bool {
        matches!(
            self.act.name(),
            ActName::IssuePermit
                | ActName::ReplacePermit
                | ActName::ReviseConditions
                | ActName::RecordLetter
                | ActName::DisownLetter
        )
    }

    /// Whether it rests on how the permit stood: what someone else stopped or let hold again meanwhile is not undone unread.
    fn rests_on_standing(&self) -> bool {
        matches!(
            self.act.name(),
            ActName::SuspendPermit | ActName::LiftSuspension | ActName::RevokePermit | ActName::ReplacePermit
        )
    }

    /// Whether it rests on which permit there is: what is stopped, taken back or replaced is the one that was read, and whoever changes
    /// conditions knows whether a permit has them already.
    fn rests_on_permit(&self) -> bool {
        let decides_on_it = matches!(self.act.name(), ActName::ReviseConditions | ActName::Recommend);
        self.rests_on_standing() || decides_on_it
    }

    /// The authority whose people decide by it, and have read what was recommended.
    fn decides_for(&self) -> Option<&AuthorityId> {
        match &self.act {
            CaseAct::Decide(act) => Some(&act.authority),
            CaseAct::Recommend(act) => Some(&act.authority),
            CaseAct::ReviseConditions(act) => Some(&act.authority),
            _ => None,
        }
    }
}

impl Act for AsSeen {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let decides_for = self.decides_for();
        let now = Seen::of(application, decides_for);
        if now.versions != self.seen.versions {
            return Err(ClearanceRefusal::ChangedSince);
        }
        let stale = now.revisions != self.seen.revisions && self.rests_on_conditions();
        let suspended = now.suspended != self.seen.suspended && self.rests_on_standing()
            || now.permits != self.seen.permits && self.rests_on_permit();
        let recommended = decides_for.is_some() && now.recommended != self.seen.recommended;
        // What is refused for another reason, such as a second press, is told that one.
        let facts = self.act.decide(application, context)?;
        if stale {
            return Err(ClearanceRefusal::ConditionsChangedSince);
        }
        if suspended {
            return Err(ClearanceRefusal::SuspendedSince);
        }
        if recommended {
            return Err(ClearanceRefusal::RecommendedSince);
        }
        Ok(facts)
    }
}
