//! What an amendment does to an application: what was handed in before is kept, whom the change concerns has it anew, and nobody
//! else.

use crate::{Application, Ground, PlannedReferral, Referral, RulebookPin, Submission};
use act::{AuthorityId, Context, Reason, Timestamp};
use rulebook::Rulebook;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What was changed that an authority decides again for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "changed")]
pub enum Changed {
    /// The event's day.
    Day,
    /// When it begins or ends.
    Hours,
    /// Where it is.
    Place,
    /// Parts that it did not have before.
    Parts,
    /// The answer to a question that a rule reads by which the authority is or was asked.
    Answer {
        /// The question's id.
        input: String,
    },
    /// The rules by which the authority is asked, and none of the above.
    Rules,
}

/// That an application was given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// When.
    pub at: Timestamp,
    /// What is missing.
    pub lacks: Reason,
}

/// What an amendment did, authority by authority. Those that it names nowhere it left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// Who decides again, and why.
    pub reopened: BTreeMap<AuthorityId, Vec<Changed>>,
    /// Who is asked that was not.
    pub asked: Vec<AuthorityId>,
    /// Who is asked no longer.
    pub released: Vec<AuthorityId>,
}

/// How what was handed in ceased to be what counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Superseded {
    /// It was given back, and handed in again.
    GivenBack(Returned),
    /// It was amended.
    Amended(Amendment),
}

/// What was handed in before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// What was handed in.
    pub submission: Box<Submission>,
    /// When, and by whom.
    pub submitted: Context,
    /// The rulebook version it was handed in under.
    pub rulebook: RulebookPin,
    /// How it ceased to count.
    pub superseded: Superseded,
}

/// What an authority had done when the case was put to it anew. It was about what was handed in before, and counts for nothing
/// now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// The referral as it stood.
    pub referral: Referral,
    /// When the case was put to it anew.
    pub ended: Timestamp,
    /// Which of the versions that were handed in it was about, from 0: its place among those before.
    pub version: usize,
}

/// A referral that was taken back: an amendment left no rule that asks the authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// The referral as it stood.
    pub referral: Referral,
    /// When it was taken back.
    pub at: Timestamp,
    /// What was changed that its rules read.
    pub because: Vec<Changed>,
}

/// The questions on whose answers each rule depends, by the rule's name.
pub type Reads = BTreeMap<String, BTreeSet<String>>;

/// What each rule of a rulebook reads, of those by which authorities are, were or would be asked.
#[must_use]
pub fn reads<'g>(rulebook: &Rulebook, grounds: impl Iterator<Item = &'g Ground>) -> Reads {
    let of = |ground: &Ground| {
        let inputs = rulebook.reads(&ground.rule).into_iter();
        (ground.rule.clone(), inputs.map(str::to_owned).collect())
    };
    grounds.map(of).collect()
}

/// What of an application was changed.
pub(crate) struct Change {
    /// What every decision is given for.
    matters: Vec<Changed>,
    /// The questions whose answers are others now.
    answers: BTreeSet<String>,
}

impl Change {
    /// From what was handed in before to what is handed in now.
    pub(crate) fn between(before: &Submission, after: &Submission) -> Change {
        let (was, is) = (&before.event, &after.event);
        let added = is.components.iter().any(|part| !was.components.contains(part));
        let matters = [
            (Changed::Day, was.date != is.date),
            (
                Changed::Hours,
                (was.from, was.until, &was.zone) != (is.from, is.until, &is.zone),
            ),
            (Changed::Place, was.place != is.place),
            // Whoever agreed to more agreed to less.
            (Changed::Parts, added),
        ];
        let matters = matters.into_iter().filter(|(_, changed)| *changed);
        let asked = before.answers.keys().chain(after.answers.keys());
        let other = |input: &&String| before.answers.get(*input) != after.answers.get(*input);
        Change {
            matters: matters.map(|(matter, _)| matter).collect(),
            answers: asked.filter(other).cloned().collect(),
        }
    }

    /// The answers among them that the rules of these grounds read.
    pub(crate) fn answers_read<'g>(
        &self,
        grounds: impl Iterator<Item = &'g Ground>,
        reads: &Reads,
    ) -> Vec<Changed> {
        let read: BTreeSet<&String> = grounds
            .filter_map(|ground| reads.get(&ground.rule))
            .flatten()
            .collect();
        let read = self.answers.iter().filter(|input| read.contains(input));
        let answer = |input: &String| Changed::Answer { input: input.clone() };
        read.map(answer).collect()
    }

    /// What of it concerns an authority that is asked before and after: nothing, if it need not decide again.
    pub(crate) fn concerning(
        &self,
        referral: &Referral,
        planned: &PlannedReferral,
        reads: &Reads,
    ) -> Vec<Changed> {
        let grounds = referral.grounds.iter().chain(&planned.grounds);
        let mut because = self.matters.clone();
        because.extend(self.answers_read(grounds, reads));
        let rules = |grounds: &[Ground]| -> BTreeSet<String> {
            grounds.iter().map(|ground| ground.rule.clone()).collect()
        };
        if because.is_empty() && rules(&referral.grounds) != rules(&planned.grounds) {
            because.push(Changed::Rules);
        }
        because
    }
}

impl Application {
    /// What was handed in is another from now on, and what was before is kept.
    pub(crate) fn amend(&mut self, submission: &Submission, by: &Context) {
        let (Some(before), Some(submitted), Some(rulebook)) =
            (self.submission.take(), self.submitted.take(), &self.rulebook)
        else {
            return;
        };
        let there = |one: &crate::Attachment| before.attachments.contains(one);
        let added = submission.attachments.iter().filter(|one| !there(one));
        let later = added.map(|one| (one.attachment, by.at));
        self.documents_later.extend(later);
        self.earlier.push(Earlier {
            submission: before,
            submitted,
            rulebook: rulebook.clone(),
            superseded: Superseded::Amended(Amendment::default()),
        });
        self.submission = Some(Box::new(submission.clone()));
        self.submitted = Some(by.clone());
    }

    /// The last amendment, whose facts are told one after the other.
    pub(crate) fn amendment(&mut self) -> Option<&mut Amendment> {
        match &mut self.earlier.last_mut()?.superseded {
            Superseded::Amended(amendment) => Some(amendment),
            Superseded::GivenBack(_) => None,
        }
    }

    /// An authority has the case anew.
    pub(crate) fn reopen(&mut self, planned: &PlannedReferral, because: &[Changed], at: Timestamp) {
        let version = self.earlier.len().saturating_sub(1);
        if let Some(referral) = self.referrals.get_mut(&planned.authority) {
            referral.begin_anew(planned, at, version);
        }
        if let Some(amendment) = self.amendment() {
            let authority = planned.authority.clone();
            amendment.reopened.insert(authority, because.to_vec());
        }
    }

    /// An authority is asked no longer.
    pub(crate) fn release(&mut self, authority: &AuthorityId, because: &[Changed], at: Timestamp) {
        if let Some(referral) = self.referrals.remove(authority) {
            let because = because.to_vec();
            self.released.push(Released {
                referral,
                at,
                because,
            });
        }
        if let Some(amendment) = self.amendment() {
            amendment.released.push(authority.clone());
        }
    }

    /// Why a round of an authority ended: what was changed by the amendment that ended it.
    #[must_use]
    pub fn because(&self, round: &Round) -> &[Changed] {
        match self.earlier.get(round.version).map(|one| &one.superseded) {
            Some(Superseded::Amended(amendment)) => amendment
                .reopened
                .get(&round.referral.authority)
                .map_or(&[], Vec::as_slice),
            _ => &[],
        }
    }

    /// Whether an authority was asked and is no longer.
    #[must_use]
    pub fn is_released(&self, authority: &AuthorityId) -> bool {
        let mut released = self.released.iter();
        !self.referrals.contains_key(authority) && released.any(|one| one.referral.authority == *authority)
    }

    /// A version of what was handed in, by how many there were before.
    #[must_use]
    pub fn submission_of(&self, version: usize) -> Option<&Submission> {
        let now = self.submission.as_deref();
        let mut all = self.earlier.iter().map(|one| &*one.submission).chain(now);
        all.nth(version)
    }
}

impl Referral {
    /// It is put to the authority anew. A question that is open stays open, since the authority still wants its answer: no
    /// organiser gets rid of one by changing something else.
    fn begin_anew(&mut self, planned: &PlannedReferral, at: Timestamp, version: usize) {
        let mut anew = Referral::put(planned, self.place, at);
        let open = self.questions.iter().filter(|one| one.ended.is_none());
        anew.questions = open.cloned().collect();
        let mut before = std::mem::replace(self, anew);
        self.earlier = std::mem::take(&mut before.earlier);
        self.earlier.push(Round {
            referral: before,
            ended: at,
            version,
        });
    }
}
