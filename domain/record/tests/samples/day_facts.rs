//! Facts of the day of an event, and of what comes after it.

use super::{reason, title};
use act::{AttachmentId, AuthorityId, SendingId};
use clearance::{
    AfterReport, ApplicationFact, Attachment, DayFact, DepositStep, Go, Held, Incident, Sending,
};

fn sending() -> Sending {
    Sending {
        key: SendingId::of(9),
        made: Some("2023-11-19T07:31:00Z".parse().unwrap()),
    }
}

fn said(authority: &AuthorityId) -> Vec<DayFact> {
    vec![
        DayFact::GoSaid {
            authority: authority.clone(),
            go: Go::Go,
            reasons: None,
            for_all: false,
        },
        DayFact::GoSaid {
            authority: authority.clone(),
            go: Go::NoGo,
            reasons: Some(reason("The river is high.")),
            for_all: true,
        },
    ]
}

fn noted(authority: &AuthorityId) -> Vec<DayFact> {
    let incident = Incident {
        what: reason("A barge drifted."),
        place: None,
        seen: "2023-11-19T07:30:00Z".parse().unwrap(),
        done: None,
        photo: None,
    };
    let whole = Incident {
        place: Some(title("The third pile")),
        done: Some(reason("It was towed.")),
        photo: Some(Attachment {
            attachment: AttachmentId::of(8),
            name: title("quay.jpg"),
            media_type: "image/jpeg".into(),
            size: 7,
            sha256: "ab".into(),
            document: None,
        }),
        ..incident.clone()
    };
    vec![
        DayFact::IncidentNoted {
            number: 1,
            authority: None,
            incident,
            sending: None,
        },
        DayFact::IncidentNoted {
            number: 2,
            authority: Some(authority.clone()),
            incident: whole,
            sending: Some(sending()),
        },
        DayFact::Arrived {
            sending: sending(),
            authority: authority.clone(),
            number: 1,
            proof: Some(1),
        },
        DayFact::Arrived {
            sending: Sending {
                made: None,
                ..sending()
            },
            authority: authority.clone(),
            number: 1,
            proof: None,
        },
    ]
}

fn afterwards(authority: &AuthorityId) -> Vec<DayFact> {
    let report = AfterReport {
        held: Held::AsPermitted,
        attendance: None,
        otherwise: None,
        lessons: None,
    };
    let whole = AfterReport {
        held: Held::BrokenOff,
        attendance: Some(4_000),
        otherwise: Some(reason("It rained.")),
        lessons: Some(reason("Two more gates.")),
    };
    let deposit = |step, amount: Option<&str>, why: Option<&str>| DayFact::DepositSaid {
        authority: authority.clone(),
        number: 2,
        step,
        amount: amount.map(title),
        reasons: why.map(reason),
    };
    vec![
        DayFact::Reported { report },
        DayFact::Reported { report: whole },
        deposit(DepositStep::Received, Some("500 USD"), None),
        deposit(DepositStep::Returned, None, None),
        deposit(DepositStep::Kept, Some("200 USD"), Some("The lawn.")),
        DayFact::DepositReversed {
            authority: authority.clone(),
            number: 2,
            entry: 1,
            reasons: reason("It was for another event."),
        },
    ]
}

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let all = [said(authority), noted(authority), afterwards(authority)].concat();
    all.into_iter().map(ApplicationFact::Day).collect()
}
