//! What is told of fees: to whoever pays, to the authority whose fee it is, and to whoever leads.

use super::{Telling, about};
use crate::{Application, ApplicationFact, Fee, FeeFact, FeeStep, News, Notice, Party};
use act::AuthorityId;

/// As what an entry is told.
pub(crate) fn entered(step: FeeStep) -> News {
    match step {
        FeeStep::Said => News::FeeSaid,
        FeeStep::Paid => News::FeePaid,
        FeeStep::Waived => News::FeeWaived,
        FeeStep::Refunded => News::FeeRefunded,
    }
}

impl Telling<'_> {
    /// What is no part of the review: the day of the event, money, and insurance.
    pub(super) fn beside(&mut self, fact: &ApplicationFact) {
        match fact {
            ApplicationFact::Day(fact) => self.day(fact),
            ApplicationFact::Fee(fact) => self.fee(fact),
            ApplicationFact::Insurance(fact) => self.insurance(fact),
            _ => {}
        }
    }

    fn fee(&mut self, fact: &FeeFact) {
        let authority = fact.authority();
        // What was paid or waived last may have been all that the permit waited for: then that is what whoever leads is told.
        self.turned();
        match fact {
            FeeFact::Set { .. } => {
                self.fees_due(authority);
                self.keepers(fact, News::FeeDue);
            }
            FeeFact::Entered { entered: one, .. } => self.of_fee(fact, entered(one.step)),
            FeeFact::NotFound { .. } => self.of_fee(fact, News::FeeNotFound),
            FeeFact::Reversed { .. } => self.of_fee(fact, News::FeeReversed),
        }
    }

    fn of_fee(&mut self, fact: &FeeFact, told: News) {
        self.organisers(&about(fact.authority(), told));
        self.keepers(fact, told);
    }

    /// Those who keep its account: the organisation whose fee it is, asked still or not any more, and whoever leads. Of a fee of its own
    /// that no authority which is asked would answer, whoever leads does.
    fn keepers(&mut self, fact: &FeeFact, told: News) {
        let authority = fact.authority();
        let lead = self.after.lead.as_ref();
        let is_leads = lead.is_some_and(|lead| lead.authority == *authority)
            && !self.after.referrals.contains_key(authority);
        if is_leads && told == News::FeeSaid {
            return self.lead(&about(authority, News::FeeSaidToLead));
        }
        let told = about(authority, told);
        let fee = self.after.fee(fact.fee()).filter(|_| !is_leads);
        if let Some(to) = fee.map(|one| one.organisation) {
            self.to(to, Party::Authority, &told);
        }
        self.lead(&told);
    }

    /// The organisers are told of what came to be due to an authority, and by when the first of it is to be paid.
    pub(super) fn fees_due(&mut self, authority: &AuthorityId) {
        let before = self.before;
        let grew = |one: &&Fee| one.authority == *authority && due(before, one) < one.balance().due;
        let came: Vec<_> = self.after.fees.iter().filter(grew).collect();
        if came.is_empty() {
            return;
        }
        let by = came.iter().filter_map(|one| one.due).min();
        self.organisers(&Notice {
            by,
            ..about(authority, News::FeeDue)
        });
    }
}

/// What was due of a fee.
fn due(application: &Application, fee: &Fee) -> u64 {
    application.fee(fee.number).map_or(0, |one| one.balance().due)
}
