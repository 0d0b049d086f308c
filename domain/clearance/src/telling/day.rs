//! What is told of the day of an event, and of what comes after it.

use super::{Telling, about, news};
use crate::{DayFact, Go, News, Notice, Party};
use act::AuthorityId;

/// Whether something was said of a deposit, or was wrong.
fn told(fact: &DayFact) -> News {
    if matches!(fact, DayFact::DepositReversed { .. }) {
        News::DepositReversed
    } else {
        News::Deposit
    }
}

impl Telling<'_> {
    pub(super) fn day(&mut self, fact: &DayFact) {
        match fact {
            DayFact::GoSaid { authority, go, .. } => {
                let told = match go {
                    Go::Go => News::Go,
                    Go::NoGo => News::NoGo,
                };
                self.all_about(&about(authority, told), Some(authority));
            }
            DayFact::IncidentNoted { authority, .. } => {
                let told = match authority {
                    Some(authority) => about(authority, News::Incident),
                    None => news(News::Incident),
                };
                self.all_about(&told, authority.as_ref());
            }
            DayFact::Reported { .. } => self.everyone(News::AfterReport),
            DayFact::DepositSaid {
                authority, number, ..
            }
            | DayFact::DepositReversed {
                authority, number, ..
            } => self.organisers(&Notice {
                condition: Some(*number),
                ..about(authority, told(fact))
            }),
            // It comes with what was shown or discharged, of which all are told.
            DayFact::Arrived { .. } => {}
        }
    }

    /// The same to all, the authority apart that says it.
    fn all_about(&mut self, told: &Notice, but: Option<&AuthorityId>) {
        self.organisers(told);
        self.lead(told);
        let all = self.after.in_order().into_iter();
        let others = all.filter(|one| Some(&one.authority) != but);
        let others: Vec<_> = others.map(|one| one.organisation).collect();
        for to in others {
            self.to(to, Party::Authority, told);
        }
    }
}
