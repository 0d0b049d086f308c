//! Facts of certificates of insurance.

use super::{reason, title};
use act::{AttachmentId, AuthorityId, Money};
use clearance::{ApplicationFact, Certificate, InsuranceFact, InsuredFor, Uncovered};
use jiff::civil::date;

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let authority = || authority.clone();
    let currency = "USD".parse().unwrap();
    let handed_in = |wanted, proof| InsuranceFact::HandedIn {
        authority: authority(),
        insurance: 1,
        wanted,
        certificate: Certificate {
            insurer: title("Forte Insurance"),
            policy: title("PL-2023/118"),
            cover: Money {
                minor: 5_000_000,
                currency,
            },
            from: date(2023, 11, 1),
            until: date(2023, 11, 18),
            document: AttachmentId::of(7),
        },
        proof,
    };
    let answered = |accepted, reasons| InsuranceFact::Answered {
        authority: authority(),
        insurance: 1,
        accepted,
        reasons,
    };
    let reversed = |answer| InsuranceFact::Reversed {
        authority: authority(),
        insurance: 1,
        answer,
        reasons: reason("It is of another policy."),
    };
    let short = |uncovered| InsuranceFact::FoundShort {
        authority: authority(),
        insurance: 1,
        uncovered,
        event: date(2023, 11, 19),
    };
    let ends = InsuranceFact::EndsSoon {
        authority: authority(),
        insurance: 1,
        until: date(2023, 11, 18),
    };
    let item = InsuredFor::Item { question: 1, item: 2 };
    let all = [
        handed_in(InsuredFor::Condition { number: 2 }, Some(1)),
        handed_in(item, None),
        answered(true, None),
        answered(false, Some(reason("The sum is too low."))),
        reversed(false),
        reversed(true),
        short(Uncovered::Beginning),
        short(Uncovered::End),
        ends,
    ];
    all.into_iter().map(ApplicationFact::Insurance).collect()
}
