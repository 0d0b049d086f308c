//! Samples of the facts of what an authority offers instead of deciding.

use super::{reason, title};
use act::AuthorityId;
use clearance::{ApplicationFact, Otherwise};
use jiff::civil::{date, time};

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let offered = |number, otherwise| ApplicationFact::CounterOffered {
        authority: authority.clone(),
        number,
        otherwise,
        reasons: reason("The quay is taken."),
    };
    let elsewhere = Otherwise {
        date: Some(date(2023, 11, 20)),
        from: Some(time(18, 30, 0, 0)),
        until: Some(time(20, 0, 0, 0)),
        place: Some(title("The stadium")),
        form: None,
    };
    let form = Otherwise {
        form: Some(reason("A drone show instead of shells.")),
        ..Otherwise::default()
    };
    vec![
        offered(1, elsewhere),
        offered(2, form),
        ApplicationFact::OfferAnswered {
            authority: authority.clone(),
            number: 1,
            accepted: true,
            reasons: None,
        },
        ApplicationFact::OfferAnswered {
            authority: authority.clone(),
            number: 2,
            accepted: false,
            reasons: Some(reason("It is for fireworks.")),
        },
        ApplicationFact::OfferWithdrawn {
            authority: authority.clone(),
            number: 3,
        },
    ]
}
