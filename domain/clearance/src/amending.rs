//! What the facts of an amendment do to an application: what was handed in before is kept, whom the change concerns has the case
//! anew, and nobody else.

use crate::{
    Amendment, Application, Attachment, Changed, Earlier, PlannedReferral, Referral, Released, Round,
    Submission, Superseded,
};
use act::{AuthorityId, Context, Timestamp};

impl Application {
    /// What was handed in is another from now on, and what was before is kept.
    pub(crate) fn amend(&mut self, submission: &Submission, by: &Context) {
        let (Some(before), Some(submitted), Some(rulebook)) =
            (self.submission.take(), self.submitted.take(), &self.rulebook)
        else {
            return;
        };
        let there = |one: &Attachment| before.attachments.contains(one);
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

    /// How often it was amended.
    #[must_use]
    pub fn amendments(&self) -> usize {
        let amended = |one: &&Earlier| matches!(one.superseded, Superseded::Amended(_));
        self.earlier.iter().filter(amended).count()
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
