//! What is handed in under a rulebook that says what of it may be public.

use clearance::{ApplicationFact, Submission};
use rulebook::{BasisKind, Ending, Field, Publicity, Since, Withheld};

/// The same, with every part of what may be public.
pub fn published(submission: Submission) -> ApplicationFact {
    let withheld = |field, until_over, link: Option<&str>| Withheld {
        field,
        until_over,
        rule: "withheld/2".into(),
        reason: "mission-premises".into(),
        citation: "Vienna Convention".into(),
        kind: BasisKind::Assumption,
        link: link.map(str::to_owned),
    };
    let public = Publicity {
        from: Since::Circulated,
        keeps: vec![Ending::Refused, Ending::Withdrawn, Ending::Lapsed],
        shows: [
            (Field::Title, Since::Submitted),
            (Field::Place, Since::Circulated),
            (Field::Organisers, Since::Granted),
            (Field::Answer("attendance".into()), Since::Granted),
        ]
        .into(),
        withheld: vec![
            withheld(Field::Place, true, None),
            withheld(Field::Organisers, false, Some("https://example.org/law")),
        ],
    };
    ApplicationFact::Amended {
        submission: Box::new(Submission {
            public: Some(Box::new(public)),
            ..submission
        }),
    }
}
