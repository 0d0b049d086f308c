//! What became of fees. What is due by the rulebook is told with the referral: anyone can reckon it from the rules.

use super::happened::Said;
use super::{Circle, Deed, Happened};
use crate::telling::entered as told_as;
use crate::{Application, FeeFact, News};

/// What a fact of a fee is told as. Whoever holds the event, its authority and whoever leads read of it, and nobody else.
pub(super) fn of_fee(said: &Said<'_>, after: &Application, fact: &FeeFact) -> Option<Happened> {
    let fee = after.fee(fact.fee())?;
    let of = |news| {
        let one = said.about(fact.authority(), Deed::News(news)).naming(&fee.label);
        Happened {
            circle: Circle::Money(fact.authority().clone()),
            ..one
        }
    };
    let entry = |number: u32| fee.entry(number).map(|one| one.entered.amount);
    Some(match fact {
        FeeFact::Set { set, .. } => Happened {
            amount: Some(set.amount),
            day: set.due,
            ..of(News::FeeDue).saying(&set.how)
        },
        FeeFact::Entered { entered, .. } => {
            let mut one = of(told_as(entered.step));
            one.words.extend(entered.receipt.iter().map(ToString::to_string));
            Happened {
                amount: Some(entered.amount),
                ..one.saying(&entered.reasons)
            }
        }
        FeeFact::NotFound {
            entry: number,
            reasons,
            ..
        } => Happened {
            amount: entry(*number),
            ..of(News::FeeNotFound).saying([reasons])
        },
        FeeFact::Reversed {
            entry: number,
            reasons,
            ..
        } => Happened {
            amount: number.map_or(Some(fee.amount), entry),
            ..of(News::FeeReversed).saying([reasons])
        },
    })
}
