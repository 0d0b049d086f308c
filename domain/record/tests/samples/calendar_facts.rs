//! What can happen to an authority's calendar.

use super::title;
use act::{Actor, AuthorityToAct, Context, OrganisationId, PersonId, Role};
use calendar::{DayKind, GivenDays, OwnCalendar, OwnDays};
use governance::CalendarFact;
use jiff::civil::{date, time};

fn days(kind: DayKind) -> GivenDays {
    GivenDays {
        from: date(2023, 8, 24),
        to: date(2023, 8, 25),
        kind,
        reason: title("Flood"),
        source: title("Circular 12"),
    }
}

/// What an authority's clock is reckoned with, of every kind.
pub fn own() -> OwnCalendar {
    let until = time(12, 0, 0, 0);
    let kinds = [DayKind::Closed, DayKind::Open, DayKind::HalfDay { until }];
    let entered = Context {
        actor: Actor {
            person: PersonId::of(5),
            organisation: OrganisationId::of(2),
            role: Role::Decider,
            authority: AuthorityToAct::Role,
        },
        at: "2023-08-23T02:00:00Z".parse().unwrap(),
    };
    let entry = |(number, kind)| OwnDays {
        number,
        days: days(kind),
        entered: entered.clone(),
    };
    OwnCalendar {
        as_of: 3,
        days: (1..).zip(kinds).map(entry).collect(),
    }
}

pub fn calendar() -> Vec<CalendarFact> {
    vec![
        CalendarFact::DaysEntered {
            number: 1,
            days: days(DayKind::Closed),
        },
        CalendarFact::DaysTakenBack {
            number: 1,
            reason: title("The water fell"),
        },
    ]
}
