//! The day of the event: go and no-go, what is noted, what is ticked from a phone, how it went, and what became of a deposit.

use crate::cast::*;
use crate::keeping::{permitted, show};
use act::{Act, AttachmentId, Context, Refusal, Role, SendingId};
use clearance::acts::*;
use clearance::{
    AfterReport, Application, ApplicationFact, Attachment, ClearanceRefusal, DayFact, DayRefusal,
    DepositStep, Go, Held, Incident, Kept, Limit, MOST_NOTES, MOST_OF_DEPOSIT, Sending, Stage,
};
use jiff::civil::date;

/// Three in the afternoon on the day, in Phnom Penh.
const THE_DAY: &str = "2023-11-19T08:00:00Z";
const AFTERWARDS: &str = "2023-11-20T03:00:00Z";

fn interior(when: &str) -> Context {
    acting(INTERIOR, Role::Officer, when)
}

fn organising(when: &str) -> Context {
    acting(ASSOCIATION, Role::Applicant, when)
}

fn say(go: Go, reasons: Option<&str>) -> SayGo {
    SayGo {
        authority: authority("moi"),
        go,
        reasons: reasons.map(reason),
        for_all: true,
    }
}

fn sending(key: u128, made: Option<&str>) -> Sending {
    Sending {
        key: SendingId::of(key),
        made: made.map(at),
    }
}

fn note(key: Option<u128>) -> NoteIncident {
    NoteIncident {
        incident: Incident {
            what: reason("A barge drifted."),
            place: Some(title("The third pile")),
            seen: at("2023-11-19T07:30:00Z"),
            done: Some(reason("It was towed.")),
            photo: None,
        },
        sending: key.map(|key| sending(key, Some("2023-11-19T07:31:00Z"))),
    }
}

fn report(held: Held, otherwise: Option<&str>) -> ReportAfter {
    ReportAfter {
        report: AfterReport {
            held,
            attendance: Some(4_000),
            otherwise: otherwise.map(reason),
            lessons: Some(reason("Two more gates.")),
        },
    }
}

fn deposit(step: DepositStep) -> RecordDeposit {
    RecordDeposit {
        authority: authority("moi"),
        number: 2,
        step,
        amount: None,
        reasons: None,
    }
}

fn photo(number: u128) -> Attachment {
    Attachment {
        attachment: AttachmentId::of(number),
        name: title("quay.jpg"),
        media_type: "image/jpeg".into(),
        size: 7,
        sha256: format!("{number:064x}"),
        document: None,
    }
}

fn ticked(key: u128, photo: Option<Attachment>) -> FromPhone {
    FromPhone {
        act: show(1).into(),
        photo,
        sending: sending(key, Some("2023-11-19T07:00:00Z")),
    }
}

fn refusal(result: Result<Vec<ApplicationFact>, ClearanceRefusal>) -> ClearanceRefusal {
    result.unwrap_err()
}

#[test]
fn a_no_go_is_said_with_reasons_and_leaves_the_permit_as_it_stands() {
    let state = permitted()
        .and(
            &interior(THE_DAY),
            say(Go::NoGo, Some("The river is a metre too high.")),
        )
        .state();
    assert_eq!(state.stage(), Stage::Permitted);
    let said = state.no_goes();
    assert_eq!((said.len(), said[0].authority.as_str()), (1, "moi"));
    let go = permitted()
        .and(&interior(THE_DAY), say(Go::NoGo, Some("The river is too high.")))
        .and(&interior("2023-11-19T09:00:00Z"), say(Go::Go, None))
        .state();
    assert_eq!(go.no_goes().len(), 0, "the last holds");
    assert_eq!(go.day.said.len(), 2, "and the first is still read");
    assert!(!go.day.said[1].for_all, "without reasons nobody has any to read");
}

#[test]
fn it_is_said_from_some_days_before_until_the_end_by_whom_the_permit_rests_on() {
    let permitted = permitted().state();
    let may = |who: &Context, whose: &str| SayGo::check(&permitted, who, &authority(whose)).err();
    let from = date(2023, 11, 16);
    assert_eq!(
        may(&interior("2023-11-15T16:59:59Z"), "moi"),
        Some(DayRefusal::TooEarly { from }.into())
    );
    assert_eq!(may(&interior("2023-11-15T17:00:00Z"), "moi"), None);
    assert_eq!(may(&interior("2023-11-19T13:59:59Z"), "moi"), None);
    assert_eq!(
        may(&interior("2023-11-19T14:00:00Z"), "moi"),
        Some(ClearanceRefusal::EventOver {
            date: date(2023, 11, 19)
        })
    );
    let other = may(&interior(THE_DAY), "phnom-penh").unwrap();
    assert_eq!(other.code(), "not-your-authority");
    let lead = acting(MUNICIPALITY, Role::Coordinator, THE_DAY);
    assert_eq!(may(&lead, "phnom-penh").unwrap().code(), "not-your-role");
}

#[test]
fn a_note_counts_once_however_often_it_comes_and_says_when_it_was_made() {
    let given = permitted().and(&organising(THE_DAY), note(Some(1)));
    let again = note(Some(1)).decide(&given.state(), &organising("2023-11-19T09:00:00Z"));
    assert_eq!(again, Ok(vec![]));
    let state = given.and(&interior(THE_DAY), note(None)).state();
    let [first, second] = state.day.notes.as_slice() else {
        panic!("{:?}", state.day.notes)
    };
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(
        (&first.authority, &second.authority),
        (&None, &Some(authority("moi")))
    );
    assert_eq!(first.sending.unwrap().made, Some(at("2023-11-19T07:31:00Z")));
    assert_eq!(first.by.at, at(THE_DAY));
}

#[test]
fn a_phone_whose_clock_runs_ahead_tells_nothing_of_when_it_was_made() {
    let ahead = NoteIncident {
        sending: Some(sending(3, Some("2023-11-19T08:00:01Z"))),
        ..note(None)
    };
    let state = permitted().and(&organising(THE_DAY), ahead).state();
    assert_eq!(state.day.notes[0].sending.unwrap().made, None);
}

#[test]
fn a_note_is_taken_after_the_permit_was_revoked_and_a_tick_is_not() {
    let lead = acting(MUNICIPALITY, Role::Coordinator, THE_DAY);
    let revoke = RevokePermit {
        reasons: reason("The quay is gone."),
    };
    let revoked = permitted().and(&lead, revoke);
    assert_eq!(
        refusal(ticked(1, None).decide(&revoked.state(), &organising(THE_DAY))).code(),
        "wrong-stage"
    );
    assert_eq!(
        revoked
            .and(&organising(THE_DAY), note(None))
            .state()
            .day
            .notes
            .len(),
        1
    );
}

#[test]
fn a_tick_shows_a_condition_with_its_photo_and_counts_once() {
    let given = permitted().and(&organising(THE_DAY), ticked(1, Some(photo(7))));
    let state = given.state();
    let condition = state
        .permit
        .as_ref()
        .unwrap()
        .condition(&authority("moi"), 1)
        .unwrap();
    assert_eq!(condition.kept(), Kept::Shown);
    assert_eq!(condition.proofs()[0].documents, [AttachmentId::of(7)]);
    assert!(
        state
            .attachments()
            .any(|one| one.attachment == AttachmentId::of(7))
    );
    let made = state.day.made(&authority("moi"), 1, Some(1));
    assert_eq!(made, Some(at("2023-11-19T07:00:00Z")));
    let again = ticked(1, Some(photo(8))).decide(&state, &organising(THE_DAY));
    assert_eq!(again, Ok(vec![]));
    let other = ticked(2, None).decide(&state, &organising(THE_DAY));
    assert_eq!(refusal(other).code(), "proof-waits");

    let discharge = FromPhone {
        act: DischargeCondition {
            authority: authority("moi"),
            number: 1,
            proof: Some(1),
            reasons: None,
        }
        .into(),
        photo: None,
        sending: sending(9, None),
    };
    let state = given.and(&interior(THE_DAY), discharge.clone()).state();
    assert_eq!(discharge.decide(&state, &interior(THE_DAY)), Ok(vec![]));
    let late = ticked(3, None).decide(&state, &organising(THE_DAY));
    assert_eq!(refusal(late).code(), "already-discharged");
}

#[test]
fn the_same_photo_is_one_document() {
    let state = permitted()
        .and(&organising(THE_DAY), ticked(1, Some(photo(7))))
        .and(
            &interior(THE_DAY),
            DeclineProof {
                authority: authority("moi"),
                number: 1,
                proof: 1,
                reasons: reason("Too dark."),
            },
        )
        .and(
            &organising(THE_DAY),
            ticked(
                2,
                Some(Attachment {
                    attachment: AttachmentId::of(8),
                    ..photo(7)
                }),
            ),
        )
        .state();
    let condition = state
        .permit
        .as_ref()
        .unwrap()
        .condition(&authority("moi"), 1)
        .unwrap();
    assert_eq!(condition.proofs()[1].documents, [AttachmentId::of(7)]);
    assert_eq!(state.attachments().count(), 1);
}

#[test]
fn how_it_went_is_told_after_it_and_the_last_holds() {
    let early = report(Held::AsPermitted, None).decide(&permitted().state(), &organising(THE_DAY));
    assert_eq!(refusal(early).code(), "event-not-over");
    let state = permitted()
        .and(&organising(AFTERWARDS), report(Held::AsPermitted, None))
        .and(
            &organising(AFTERWARDS),
            report(Held::BrokenOff, Some("It rained.")),
        )
        .state();
    assert_eq!(state.day.reports.len(), 2);
    assert_eq!(state.day.reports[1].0.held, Held::BrokenOff);
}

#[test]
fn a_deposit_is_received_and_then_given_back_or_kept_with_how_much_and_why() {
    let kept = RecordDeposit {
        amount: Some(title("200 USD")),
        reasons: Some(reason("The lawn.")),
        ..deposit(DepositStep::Kept)
    };
    let state = permitted()
        .and(&interior(THE_DAY), deposit(DepositStep::Received))
        .and(&interior(AFTERWARDS), kept)
        .state();
    let steps: Vec<_> = state.day.deposits.iter().map(|one| one.step).collect();
    assert_eq!(steps, [DepositStep::Received, DepositStep::Kept]);
    let over = deposit(DepositStep::Returned).decide(&state, &interior(AFTERWARDS));
    assert_eq!(refusal(over), DayRefusal::DepositOrder.into());
}

/// The same, where the second condition of Interior binds how many come.
fn binding(mut state: Application) -> Application {
    let decisions = &mut state.permit.as_mut().unwrap().content.decisions;
    let own = decisions.iter_mut().find(|one| one.authority == authority("moi"));
    own.unwrap().terms[1].limit = Some(Limit::PeopleAtMost(500));
    state
}

#[test]
fn nothing_is_received_for_a_condition_that_binds_something_else_and_what_was_is_accounted_for() {
    let none = binding(permitted().state());
    let refused = deposit(DepositStep::Received).decide(&none, &interior(THE_DAY));
    assert_eq!(refusal(refused), DayRefusal::NoDepositAsked.into());
    let offered = possible(&none, &interior(THE_DAY));
    let numbers = offered.iter().filter(|one| one.act == ActName::RecordDeposit);
    let first = On::Condition(authority("moi"), 1);
    assert!(numbers.map(|one| &one.on).eq([&first]));
    let received = permitted().and(&interior(THE_DAY), deposit(DepositStep::Received));
    let back = deposit(DepositStep::Returned).decide(&binding(received.state()), &interior(THE_DAY));
    assert!(back.is_ok());
    let struck = received.and(&interior(THE_DAY), deposit_was_wrong(1)).state();
    let again = deposit(DepositStep::Received).decide(&binding(struck), &interior(THE_DAY));
    assert_eq!(refusal(again), DayRefusal::NoDepositAsked.into());
}

fn deposit_was_wrong(entry: u32) -> CorrectDeposit {
    CorrectDeposit {
        authority: authority("moi"),
        number: 2,
        entry,
        reasons: reason("It was for another event."),
    }
}

#[test]
fn what_was_said_wrongly_of_a_deposit_is_reversed_the_last_first_and_said_again() {
    let kept = || RecordDeposit {
        amount: Some(title("200 USD")),
        reasons: Some(reason("The lawn.")),
        ..deposit(DepositStep::Kept)
    };
    let state = permitted()
        .and(&interior(THE_DAY), deposit(DepositStep::Received))
        .and(&interior(AFTERWARDS), kept())
        .and(&interior(AFTERWARDS), deposit_was_wrong(2))
        .and(&interior(AFTERWARDS), deposit(DepositStep::Returned))
        .state();
    let wrong: Vec<_> = state
        .day
        .deposits
        .iter()
        .map(|one| one.reversed.is_some())
        .collect();
    assert_eq!(wrong, [false, true, false], "each is still read");
    let other = acting(MUNICIPALITY, Role::Officer, AFTERWARDS);
    assert_eq!(
        refusal(deposit_was_wrong(3).decide(&state, &other)).code(),
        "not-your-authority"
    );
}

#[test]
fn a_second_press_does_not_reverse_what_was_said_before() {
    let twice = permitted()
        .and(&interior(THE_DAY), deposit(DepositStep::Received))
        .and(&interior(AFTERWARDS), deposit(DepositStep::Returned))
        .and(&interior(AFTERWARDS), deposit_was_wrong(2))
        .state();
    let again = deposit_was_wrong(2).decide(&twice, &interior(AFTERWARDS));
    assert_eq!(refusal(again), DayRefusal::NothingOfDeposit.into());
    assert!(twice.day.deposits[0].reversed.is_none());
}

#[test]
fn so_much_is_said_of_a_deposit_and_no_more_and_what_was_received_has_an_end() {
    let mut past = permitted();
    for entry in (1..).take(MOST_OF_DEPOSIT - 2) {
        past = past
            .and(&interior(THE_DAY), deposit(DepositStep::Received))
            .and(&interior(THE_DAY), deposit_was_wrong(entry));
    }
    let past = past.and(&interior(THE_DAY), deposit(DepositStep::Received));
    let ended = past.and(&interior(THE_DAY), deposit(DepositStep::Returned));
    let last = u32::try_from(MOST_OF_DEPOSIT).unwrap();
    let again = ended.and(&interior(THE_DAY), deposit_was_wrong(last));
    let most = MOST_OF_DEPOSIT;
    again
        .when(&interior(THE_DAY), deposit(DepositStep::Returned))
        .refused(&DayRefusal::TooManyOfDeposit { most }.into());
}

/// One of each refusal of this sort.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let permitted = permitted();
    let (state, officer) = (permitted.state(), interior(THE_DAY));
    let no_go = permitted.and(&officer, say(Go::NoGo, Some("The river."))).state();
    let received = crate::keeping::permitted()
        .and(&officer, deposit(DepositStep::Received))
        .state();
    let given_back = crate::keeping::permitted()
        .and(&officer, deposit(DepositStep::Received))
        .and(&officer, deposit(DepositStep::Returned))
        .state();
    let mut often = given_back.clone();
    often.day.deposits = vec![given_back.day.deposits[0].clone(); MOST_OF_DEPOSIT];
    let open = in_circulation().state();
    let mut full = state.clone();
    let noted = note(None).decide(&state, &officer).unwrap();
    for _ in 0..MOST_NOTES {
        for fact in noted.clone() {
            let by = officer.clone();
            act::State::evolve(&mut full, &act::Recorded { fact, by });
        }
    }
    let mut told = state.clone();
    for _ in 0..MOST_REPORTS {
        let fact = ApplicationFact::Day(DayFact::Reported {
            report: report(Held::AsPermitted, None).report,
        });
        let by = organising(AFTERWARDS);
        act::State::evolve(&mut told, &act::Recorded { fact, by });
    }
    let after = organising(AFTERWARDS);
    let mut not_on = state.clone();
    let permit = not_on.permit.as_mut().unwrap();
    permit
        .content
        .decisions
        .retain(|one| one.authority != authority("moi"));
    let ahead = NoteIncident {
        incident: Incident {
            seen: at(AFTERWARDS),
            ..note(None).incident
        },
        sending: None,
    };
    let decide_note = |state: &Application, who: &Context| note(None).decide(state, who);
    vec![
        refusal(say(Go::Go, None).decide(&state, &interior("2023-10-02T03:00:00Z"))),
        refusal(decide_note(&state, &interior("2024-01-02T03:00:00Z"))),
        refusal(decide_note(&open, &organising(THE_DAY))),
        refusal(say(Go::Go, None).decide(&not_on, &officer)),
        refusal(say(Go::NoGo, Some("The river.")).decide(&no_go, &officer)),
        refusal(say(Go::NoGo, None).decide(&state, &officer)),
        refusal(decide_note(&full, &officer)),
        refusal(ahead.decide(&state, &officer)),
        refusal(report(Held::NotHeld, Some("Rain.")).decide(&told, &after)),
        refusal(report(Held::NotHeld, None).decide(&state, &after)),
        refusal(deposit(DepositStep::Received).decide(&binding(state.clone()), &officer)),
        refusal(deposit(DepositStep::Received).decide(&received, &officer)),
        refusal(deposit(DepositStep::Kept).decide(&received, &officer)),
        refusal(deposit_was_wrong(1).decide(&state, &officer)),
        refusal(deposit_was_wrong(1).decide(&given_back, &officer)),
        refusal(deposit(DepositStep::Received).decide(&often, &officer)),
    ]
}

#[test]
fn an_incident_is_noted_until_the_thirtieth_day_after_the_event_by_its_own_clocks() {
    let state = permitted().state();
    let on = |instant: &str| note(None).decide(&state, &interior(instant));
    // Midnight in Phnom Penh is five in the afternoon of Greenwich.
    assert!(on("2023-12-19T16:59:59Z").is_ok());
    let to = jiff::civil::date(2023, 12, 19);
    assert_eq!(
        on("2023-12-19T17:00:00Z").unwrap_err(),
        DayRefusal::TooLate { to }.into()
    );
}
