//! What the facts of an amendment do to an application: what was handed in before is kept, whom the change concerns has the case
//! anew, and nobody else.

use crate::{
    Amendment, Application, Attachment, Changed, Earlier, OfferEnd, PlannedReferral, Referral, Released,
    Round, Submission, Superseded,
};
use act::{AuthorityId, Context, OrganisationId, Timestamp};

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
        let version = self.earlier.len().saturating_sub(1);
        if let Some(mut referral) = self.referrals.remove(authority) {
            referral.end_offers(at, OfferEnd::Overtaken);
            self.released.push(Released {
                referral,
                at,
                version,
                because: because.to_vec(),
                taken_back: None,
            });
        }
        if let Some(amendment) = self.amendment() {
            amendment.released.push(authority.clone());
        }
    }

    /// What an authority had done that was asked once and is no longer, as a round of its referral, if it is asked again. The rounds before
    /// go with it; what it did stays where it was released, too, since that is what the change says.
    pub(crate) fn round_of_released(&mut self, authority: &AuthorityId) -> Option<Round> {
        let mut all = self.released.iter_mut().rev();
        let last = all.find(|one| one.referral.authority == *authority)?;
        let earlier = std::mem::take(&mut last.referral.earlier);
        let referral = Referral {
            earlier,
            ..last.referral.clone()
        };
        Some(Round {
            referral,
            ended: last.at,
            version: last.version,
            left: true,
            taken_back: last.taken_back.clone(),
        })
    }

    /// Why a round of an authority ended: what was changed by the amendment that ended it.
    #[must_use]
    pub fn because(&self, round: &Round) -> &[Changed] {
        let authority = &round.referral.authority;
        if round.taken_back.is_some() {
            return &[];
        }
        let Some(Superseded::Amended(amendment)) = self.earlier.get(round.version).map(|one| &one.superseded)
        else {
            return &[];
        };
        if let Some(because) = amendment.reopened.get(authority) {
            return because;
        }
        let released = self.released_by(round.version, authority);
        released.map_or(&[], |one| &one.because)
    }

    /// How an authority was left by the amendment that ended a version, if that had it asked no longer.
    #[must_use]
    pub fn released_by(&self, version: usize, authority: &AuthorityId) -> Option<&Released> {
        let mut all = self.released.iter().rev();
        all.find(|one| {
            one.referral.authority == *authority && one.version == version && one.taken_back.is_none()
        })
    }

    /// Which of the versions that were handed in a referral is about: the last, or that which the amendment ended by which its
    /// authority was left.
    #[must_use]
    pub fn version_of(&self, left: Option<&Released>) -> usize {
        left.map_or(self.earlier.len(), |left| left.version)
    }

    /// How an authority that is asked no longer was left.
    #[must_use]
    pub fn released(&self, authority: &AuthorityId) -> Option<&Released> {
        let mut all = self.released.iter().rev();
        all.find(|one| one.referral.authority == *authority)
            .filter(|_| !self.referrals.contains_key(authority))
    }

    /// The referral of an authority that is asked, or was and is no longer.
    #[must_use]
    pub fn asked_ever(&self, authority: &AuthorityId) -> Option<&Referral> {
        let left = self.released(authority).map(|left| &left.referral);
        self.referrals.get(authority).or(left)
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
        self.released(authority).is_some()
    }

    /// Whether that organisation was asked and is no longer.
    #[must_use]
    pub fn was_asked(&self, organisation: OrganisationId) -> bool {
        let mut released = self.released.iter();
        released.any(|one| one.referral.organisation == organisation)
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
    /// organiser gets rid of one by changing something else. An offer that is open ends: it was an alternative to what was
    /// applied for before.
    fn begin_anew(&mut self, planned: &PlannedReferral, at: Timestamp, version: usize) {
        let mut anew = Referral::put(planned, self.place, at);
        // What a rule asks from now on is asked by hand no longer.
        anew.by_hand = self.by_hand.clone().filter(|_| planned.grounds.is_empty());
        let mut before = std::mem::replace(self, anew);
        before.end_offers(at, OfferEnd::Overtaken);
        self.follow_on(Round {
            referral: before,
            ended: at,
            version,
            left: false,
            taken_back: None,
        });
    }

    /// It goes on from what the authority had done before: that is a round of it, a question that is open there is open here, and it is
    /// still the work of whoever worked on it last.
    pub(crate) fn follow_on(&mut self, mut round: Round) {
        let open = round.referral.questions.iter().filter(|one| one.ended.is_none());
        self.questions = open.cloned().collect();
        // Whoever worked on it finds it among her own, and nobody else begins it anew.
        self.worked_on_by = round.referral.worked_on_by;
        self.earlier = std::mem::take(&mut round.referral.earlier);
        self.earlier.push(round);
    }
}
