//! Facts of the brief before a meeting: what the desk writes for it, and that it is signed off.

use act::sealed::Commitment;
use act::{MeetingId, PersonId, Reason, SubjectId, Title};
use engagement::{Heading, RelationshipFact, SignedOff, Written};
use jiff::civil::date;

pub fn of_a_brief() -> Vec<RelationshipFact> {
    vec![
        RelationshipFact::LineWritten {
            about: Some(Heading {
                meeting: MeetingId::of(4),
                subject: SubjectId::of(6),
                title: Title::new("Exports").unwrap(),
            }),
            written: Written::OurLine(Reason::new("We hold to the plan.").unwrap()),
        },
        RelationshipFact::LineWritten {
            about: None,
            written: Written::NotToSay {
                commitment: Commitment::of([7; 32]),
                readers: vec![PersonId::of(8)],
            },
        },
        RelationshipFact::LineTakenBack {
            line: 1,
            reason: Reason::new("It is settled.").unwrap(),
        },
        RelationshipFact::SignedOff(SignedOff {
            day: date(2023, 9, 14),
            language: "en".parse().unwrap(),
            sha256: engagement::sha256("Brief"),
            known: 40,
        }),
    ]
}
