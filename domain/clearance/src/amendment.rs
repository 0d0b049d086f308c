//! What an amendment changes, whom that concerns, and what is kept of what was before.

use crate::{Ground, PlannedReferral, Referral, RulebookPin, Submission};
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

/// A referral that is one no longer: an amendment left no rule that asks the authority, or the lead authority, which had asked it
/// without a rule, took that back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// The referral as it stood.
    pub referral: Referral,
    /// When it ended.
    pub at: Timestamp,
    /// Which of the versions that were handed in it was about, from 0: its place among those before.
    #[serde(default)]
    pub version: usize,
    /// What was changed that its rules read.
    pub because: Vec<Changed>,
    /// Why the lead authority took it back, if that is how it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<Reason>,
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
