//! After the event there is nothing left to permit: reviewing has ended.

use crate::cast::*;
use act::scenario::{Given, given};
use act::{AttachmentId, Role};
use clearance::acts::*;
use clearance::{Application, Attachment, ClearanceRefusal, Decision, Stage};
use jiff::civil::{date, time};

/// The event ends at 21:00 in Phnom Penh, which is 14:00 UTC.
const LAST: &str = "2023-11-19T13:59:59Z";
const OVER: &str = "2023-11-19T14:00:00Z";

fn on_the_case(act: ActName) -> Possible {
    Possible { act, on: On::Case }
}

fn over() -> ClearanceRefusal {
    ClearanceRefusal::EventOver {
        date: date(2023, 11, 19),
    }
}

fn grant(name: &str) -> Decide {
    Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    }
}

fn asked() -> Given<Application> {
    let question = AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    in_circulation().and(&officer(INTERIOR), question)
}

fn agreed() -> Given<Application> {
    in_circulation()
        .and(&decider(MUNICIPALITY), grant("phnom-penh"))
        .and(&decider(INTERIOR), grant("moi"))
}

#[test]
fn no_act_of_review_is_done_after_the_event() {
    let by = |organisation, role| acting(organisation, role, OVER);
    let moi = || authority("moi");
    given::<Application>([])
        .and(&organiser(), submit())
        .when(&by(MUNICIPALITY, Role::Coordinator), circulate())
        .refused(&over());
    let decider = by(INTERIOR, Role::Decider);
    in_circulation()
        .when(&decider, BeginReview { authority: moi() })
        .refused(&over());
    let text = reason("Where does the crowd leave?");
    let ask = AskQuestion {
        authority: moi(),
        text,
        items: vec![],
    };
    in_circulation().when(&decider, ask).refused(&over());
    in_circulation().when(&decider, grant("moi")).refused(&over());
    let answer = AnswerQuestion {
        authority: moi(),
        number: 1,
        answer: reason("By both bridges."),
    };
    asked()
        .when(&by(ASSOCIATION, Role::Applicant), answer)
        .refused(&over());
    agreed()
        .when(&by(MUNICIPALITY, Role::Coordinator), IssuePermit)
        .refused(&over());
    in_circulation()
        .when(&by(ASSOCIATION, Role::Applicant), plan())
        .refused(&over());
    in_circulation()
        .when(&by(ASSOCIATION, Role::Applicant), Withdraw { reasons: None })
        .refused(&over());
}

fn plan() -> HandIn {
    HandIn {
        attachment: Attachment {
            attachment: AttachmentId::of(7),
            name: title("plan.pdf"),
            media_type: "application/pdf".into(),
            size: 9,
            sha256: "ab".into(),
            document: Some("site-plan".into()),
        },
        few: None,
    }
}

#[test]
fn a_document_is_handed_in_after_the_application_until_the_case_is_closed() {
    let later = acting(ASSOCIATION, Role::Applicant, "2023-09-02T03:00:00Z");
    let state = agreed().and(&later, plan()).state();
    assert_eq!(state.submission.unwrap().attachments, [plan().attachment]);
    assert_eq!(
        state.documents_later,
        [(AttachmentId::of(7), at("2023-09-02T03:00:00Z"))].into()
    );
    agreed()
        .when(&decider(INTERIOR), plan())
        .refused(&ClearanceRefusal::NotYourRole {
            role: Role::Decider,
            allowed: &[Role::Applicant, Role::Agent],
        });
    let open = &[Stage::Submitted, Stage::InCirculation, Stage::Decided];
    for (closed, stage) in [
        (agreed().and(&coordinator_later(), IssuePermit), Stage::Permitted),
        (
            agreed().and(&organiser(), Withdraw { reasons: None }),
            Stage::Withdrawn,
        ),
    ] {
        closed
            .when(&later, plan())
            .refused(&ClearanceRefusal::WrongStage { stage, needed: open });
    }
}

/// What is offered goes by the same check; revoking stays.
#[test]
fn nothing_of_a_review_is_offered_after_the_event() {
    let offered =
        |state: &Application, organisation, role, at| possible(state, &acting(organisation, role, at));
    let issue = |at| offered(&agreed().state(), MUNICIPALITY, Role::Coordinator, at);
    let of_advice = |act| Possible {
        act,
        on: On::Referral(authority("mond")),
    };
    let of_advice = [ActName::Remind, ActName::RecordLetter].map(of_advice);
    let of_the_case = [ActName::IssuePermit, ActName::AskAlso, ActName::AskAdvice].map(on_the_case);
    let fee = [on_the_case(ActName::SetFee)];
    assert_eq!(issue(LAST), [&of_the_case[..], &of_advice, &fee].concat());
    assert_eq!(issue(OVER), []);
    assert_eq!(offered(&asked().state(), ASSOCIATION, Role::Applicant, OVER), []);
    let permitted = agreed().and(&coordinator_later(), IssuePermit).state();
    assert_eq!(
        offered(&permitted, MUNICIPALITY, Role::Coordinator, OVER),
        [ActName::NoteIncident, ActName::SetFee, ActName::RevokePermit].map(on_the_case)
    );
    assert_eq!(
        offered(&permitted, MUNICIPALITY, Role::Coordinator, LAST),
        [
            ActName::NoteIncident,
            ActName::SetFee,
            ActName::SuspendPermit,
            ActName::RevokePermit
        ]
        .map(on_the_case)
    );
}

#[test]
fn an_event_until_the_next_morning_is_over_then() {
    let mut event = submission().event;
    let is_over = |event: &clearance::Event, at: &str| event.is_over(crate::cast::at(at));
    assert!(is_over(&event, OVER) && !is_over(&event, LAST));
    // 18:00 to 02:00: over at 19:00 UTC.
    event.until = time(2, 0, 0, 0);
    assert!(!is_over(&event, OVER) && !is_over(&event, "2023-11-19T18:59:59Z"));
    assert!(is_over(&event, "2023-11-19T19:00:00Z"));
    // From 18:00 until 18:00 is a whole day.
    event.until = event.from;
    assert!(!is_over(&event, "2023-11-20T10:59:59Z") && is_over(&event, "2023-11-20T11:00:00Z"));
}

#[test]
fn authorities_stand_in_the_order_of_the_rulebook() {
    let state = in_circulation().state();
    let order: Vec<_> = state
        .in_order()
        .into_iter()
        .map(|referral| referral.authority.to_string())
        .collect();
    assert_eq!(order, ["phnom-penh", "moi", "mond"]);
}
