//! What was said and done on the day of the event, and after it.

use super::happened::Said;
use super::{Circle, Deed, Happened};
use crate::{ApplicationFact, DayFact, Go, News};

/// What a fact of the day is told as. How something came is told with what came.
pub(super) fn of_day(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    let ApplicationFact::Day(fact) = fact else {
        return None;
    };
    Some(match fact {
        DayFact::GoSaid {
            authority,
            go,
            reasons,
            ..
        } => {
            let news = match go {
                Go::Go => News::Go,
                Go::NoGo => News::NoGo,
            };
            said.about(authority, Deed::News(news)).saying(reasons)
        }
        DayFact::IncidentNoted {
            authority, incident, ..
        } => Happened {
            authority: authority.clone(),
            ..said
                .everyone(Deed::News(News::Incident))
                .saying([&incident.what])
                .saying(&incident.done)
        },
        DayFact::Reported { report } => said
            .everyone(Deed::Reported)
            .saying(&report.otherwise)
            .saying(&report.lessons),
        DayFact::DepositSaid {
            authority,
            number,
            amount,
            reasons,
            ..
        } => {
            let mut one = said.kept((authority, *number), Deed::News(News::Deposit));
            one.words.extend(amount.iter().map(ToString::to_string));
            Happened {
                circle: Circle::Parties(Some(authority.clone())),
                ..one.saying(reasons)
            }
        }
        DayFact::DepositReversed {
            authority,
            number,
            reasons,
            ..
        } => Happened {
            circle: Circle::Parties(Some(authority.clone())),
            ..said
                .kept((authority, *number), Deed::News(News::DepositReversed))
                .saying([reasons])
        },
        DayFact::Arrived { .. } => return None,
    })
}
