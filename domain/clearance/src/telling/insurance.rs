//! What is told of certificates of insurance: to whoever holds the event, to the authority that demands each, and to whoever leads.

use super::{Telling, about};
use crate::{InsuranceFact, News, Notice};

impl Telling<'_> {
    pub(super) fn insurance(&mut self, fact: &InsuranceFact) {
        let authority = fact.authority();
        match fact {
            // Of what shows a condition to be kept the authority is told as of that, and answers it there.
            InsuranceFact::HandedIn { proof: Some(_), .. } => {}
            InsuranceFact::HandedIn { .. } => {
                self.authority(&about(authority, News::InsuranceHandedIn));
                self.organisers(&about(authority, News::InsuranceHandedIn));
            }
            InsuranceFact::Answered { accepted: true, .. } => {
                self.organisers(&about(authority, News::InsuranceAccepted));
            }
            InsuranceFact::Answered { .. } => self.organisers(&about(authority, News::InsuranceSentBack)),
            InsuranceFact::Reversed { .. } => {
                self.organisers(&about(authority, News::InsuranceReversed));
                self.authority(&about(authority, News::InsuranceReversed));
            }
            InsuranceFact::FoundShort { event, .. } => self.all_insured(&Notice {
                by: Some(*event),
                ..about(authority, News::InsuranceShort)
            }),
            InsuranceFact::EndsSoon { .. } if self.after.is_past(self.by.at) => {}
            InsuranceFact::EndsSoon { until, .. } => self.all_insured(&Notice {
                by: Some(*until),
                ..about(authority, News::InsuranceEnds)
            }),
        }
    }

    fn all_insured(&mut self, told: &Notice) {
        self.organisers(told);
        self.authority(told);
        self.lead(told);
    }
}
