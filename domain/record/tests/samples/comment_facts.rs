//! Facts of comments on a case, and of who watches it.

use act::{ApplicationId, CommentId, OrganisationId, PersonId, Role};
use clearance::comments::{AboutCase, Among, CommentFact, Mention, Said};
use clearance::{ApplicationFact, Commitment, WatchFact};
use jiff::civil::date;

pub fn watching() -> Vec<ApplicationFact> {
    [WatchFact::Begun, WatchFact::Ended]
        .map(ApplicationFact::Watch)
        .to_vec()
}

pub fn comment() -> Vec<CommentFact> {
    let own = Said {
        case: AboutCase {
            application: ApplicationId::of(6),
            reference: "PNH-2023-0001".into(),
            title: "Lantern night".into(),
            date: date(2023, 11, 19),
            zone: "Asia/Phnom_Penh".into(),
            rulebook: "kh-phnom-penh".into(),
        },
        among: Among::Own,
        readers: vec![OrganisationId::of(2)],
        place: 1,
        mentions: vec![],
        corrects: None,
        commitment: Commitment::of([7; 32]),
    };
    let all = Said {
        among: Among::Authorities,
        readers: vec![OrganisationId::of(2), OrganisationId::of(4)],
        place: 2,
        mentions: vec![Mention {
            person: PersonId::of(8),
            organisation: OrganisationId::of(4),
            role: Role::Officer,
        }],
        corrects: Some(CommentId::of(5)),
        ..own.clone()
    };
    vec![
        CommentFact::Made(Box::new(own)),
        CommentFact::Made(Box::new(all)),
        CommentFact::Corrected { by: CommentId::of(9) },
        CommentFact::TakenBack,
    ]
}
