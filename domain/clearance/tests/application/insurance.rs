//! Certificates of insurance: handed in for a condition or a document that was asked for, accepted or sent back, watched as the event moves
//! and as they end, and put right where they were recorded wrongly.

use crate::amended::{amend, amending, before_all};
use crate::cast::*;
use crate::keeping::{discharge, later, not_enough, permitted};
use crate::notices::check;
use act::scenario::Given;
use act::{Act, AttachmentId, Context, Refusal, Role};
use clearance::acts::*;
use clearance::{
    About, Application, ApplicationFact, Attachment, Certificate, ClearanceRefusal, Decision, Event,
    InsuranceRefusal, InsuranceStanding, InsuredFor, Kept, MOST_INSURANCES, News, Party, Uncovered, Wanted,
    due, is_left_to_do, next_due,
};
use jiff::civil::{Date, date, time};

const SCAN: AttachmentId = AttachmentId::of(7);
const ITEM: InsuredFor = InsuredFor::Item { question: 1, item: 1 };

fn certificate_scan() -> HandIn {
    HandIn {
        attachment: Attachment {
            attachment: SCAN,
            name: title("certificate.pdf"),
            media_type: "application/pdf".into(),
            size: 9,
            sha256: "ab".into(),
            document: None,
        },
        few: None,
    }
}

fn applicant(day: &str) -> Context {
    acting(ASSOCIATION, Role::Applicant, &format!("{day}T03:00:00Z"))
}

fn interior(day: &str) -> Context {
    acting(INTERIOR, Role::Officer, &format!("{day}T03:00:00Z"))
}

/// Interior asks for a certificate on 14 August; its scan lies with the case.
fn asked() -> Given<Application> {
    let wanted = Wanted {
        about: About::Named(title("Certificate of insurance")),
        words: None,
    };
    let plan = Wanted {
        about: About::Field("largest_shell".into()),
        words: None,
    };
    let ask = AskQuestion {
        authority: authority("moi"),
        text: reason("For the safety of the quay:"),
        items: vec![wanted, plan],
    };
    before_all()
        .and(&applicant("2023-08-05"), certificate_scan())
        .and(&interior("2023-08-14"), ask)
}

fn insure(wanted: InsuredFor, from: Date, until: Date) -> HandInInsurance {
    HandInInsurance {
        authority: authority("moi"),
        wanted,
        insurer: title("Forte Insurance"),
        policy: title("PL-2023/118"),
        cover: title("50000"),
        currency: title("USD"),
        from,
        until,
        document: SCAN,
        words: reason("Certificate of insurance: Forte Insurance, PL-2023/118"),
    }
}

/// One that covers the event of 19 November.
fn covering(wanted: InsuredFor) -> HandInInsurance {
    insure(wanted, date(2023, 11, 1), date(2023, 11, 30))
}

/// One that ends the day before it.
fn short(wanted: InsuredFor) -> HandInInsurance {
    insure(wanted, date(2023, 11, 1), date(2023, 11, 18))
}

fn answer(insurance: u32, accepted: bool, why: Option<&str>) -> AnswerInsurance {
    AnswerInsurance {
        insurance,
        accepted,
        reasons: why.map(reason),
    }
}

fn correct(insurance: u32, why: Option<&str>) -> CorrectInsurance {
    CorrectInsurance {
        insurance,
        reasons: why.map(reason),
    }
}

/// One that renews what insured Interior's first condition, and shows nothing to be kept.
pub fn of_document(document: AttachmentId) -> clearance::Insurance {
    let mut one = handed_in(covering(ITEM)).state().insurances.remove(0);
    one.wanted = InsuredFor::Condition { number: 1 };
    one.certificate.document = document;
    one
}

fn handed_in(act: HandInInsurance) -> Given<Application> {
    asked().and(&applicant("2023-08-16"), act)
}

fn standings(past: &Given<Application>) -> Vec<InsuranceStanding> {
    let state = past.state();
    let all = state.insurances.iter();
    all.map(|one| state.insurance_standing(one)).collect()
}

fn short_ones(past: &Given<Application>) -> Vec<(u32, Uncovered)> {
    let state = past.state();
    let all = state.insurances_that_fall_short();
    all.into_iter().map(|(one, what)| (one.number, what)).collect()
}

/// The permit that Interior gave under two conditions, with the scan.
fn with_permit() -> Given<Application> {
    permitted().and(&later(ASSOCIATION, Role::Applicant), certificate_scan())
}

/// Each refusal that acts on certificates meet alone.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let refused = |past: &Given<Application>, by: &Context, act: CaseAct| {
        act.decide(&past.state(), by).expect_err("is refused")
    };
    let (by, handed) = (applicant("2023-08-16"), handed_in(covering(ITEM)));
    let mut full = asked().state();
    let one = handed.state().insurances[0].clone();
    full.insurances = vec![one; MOST_INSURANCES];
    vec![
        refused(&before_all(), &by, covering(ITEM).into()),
        refused(&handed, &by, covering(ITEM).into()),
        refused(
            &asked(),
            &by,
            insure(ITEM, date(2023, 11, 2), date(2023, 11, 1)).into(),
        ),
        refused(
            &asked(),
            &by,
            insure(ITEM, date(2023, 8, 2), date(2023, 8, 15)).into(),
        ),
        refused(&handed, &interior("2023-08-17"), answer(2, true, None).into()),
        refused(&handed, &interior("2023-08-17"), answer(1, false, None).into()),
        refused(
            &handed,
            &the_rule(INTERIOR, "2023-08-17T00:00:00Z"),
            NoteInsuranceEnds.into(),
        ),
        CaseAct::from(covering(ITEM))
            .decide(&full, &by)
            .expect_err("is refused"),
    ]
}

#[test]
fn a_certificate_answers_what_was_asked_and_waits_for_whoever_demanded_it() {
    let past = handed_in(covering(ITEM));
    let state = past.state();
    let question = &state.referrals[&authority("moi")].questions[0];
    assert!(question.items[0].is_answered(), "the certificate is the answer");
    assert!(question.ended.is_none(), "the other item is still awaited");
    assert_eq!(standings(&past), [InsuranceStanding::Waits]);
    assert_eq!(short_ones(&past), []);
    let accepted = past.and(&interior("2023-08-17"), answer(1, true, None));
    assert_eq!(standings(&accepted), [InsuranceStanding::Accepted]);
    let again = accepted.when(&interior("2023-08-18"), answer(1, false, Some("Too low.")));
    again.refused(&InsuranceRefusal::NoSuchInsurance.into());
}

#[test]
fn what_is_sent_back_is_handed_in_anew_for_the_same_document() {
    let past = handed_in(covering(ITEM));
    let sent_back = past.and(
        &interior("2023-08-17"),
        answer(1, false, Some("The sum is too low.")),
    );
    assert_eq!(standings(&sent_back), [InsuranceStanding::SentBack]);
    let todo = |past: &Given<Application>| {
        let moi = authority("moi");
        let news = News::InsuranceSentBack;
        is_left_to_do(
            &past.state(),
            Party::Organiser,
            news,
            Some(&moi),
            None,
            at("2023-08-20T00:00:00Z"),
        )
    };
    assert!(todo(&sent_back));
    let anew = sent_back.and(&applicant("2023-08-18"), covering(ITEM));
    assert!(!todo(&anew));
    assert_eq!(
        standings(&anew),
        [InsuranceStanding::SentBack, InsuranceStanding::Waits]
    );
}

#[test]
fn one_that_ends_before_the_event_is_over_or_begins_after_it_does_is_said_to_at_once() {
    let late = insure(ITEM, date(2023, 11, 20), date(2023, 12, 31));
    assert_eq!(short_ones(&handed_in(short(ITEM))), [(1, Uncovered::End)]);
    assert_eq!(short_ones(&handed_in(late)), [(1, Uncovered::Beginning)]);
    let by = applicant("2023-08-16");
    check(
        &asked(),
        &by,
        short(ITEM),
        &[
            "interior authority: answer-in-part moi 1 of 2",
            "embassy organiser: answer-in-part moi 1 of 2",
            "interior authority: insurance-handed-in moi",
            "embassy organiser: insurance-handed-in moi",
            "embassy organiser: insurance-short moi by 2023-11-19",
            "interior authority: insurance-short moi by 2023-11-19",
            "municipality lead: insurance-short moi by 2023-11-19",
        ],
    );
}

/// By the clocks of the event's place: what ends at midnight is covered by the day before, and what goes on after it is not.
#[test]
fn a_day_is_covered_to_its_end_where_the_event_is() {
    let certificate = |until| Certificate {
        insurer: title("Forte Insurance"),
        policy: title("PL-2023/118"),
        cover: act::Money {
            minor: 1,
            currency: "USD".parse().unwrap(),
        },
        from: date(2023, 11, 19),
        until,
        document: SCAN,
    };
    let until = |until| Event {
        until,
        ..submission().event
    };
    let same_day = certificate(date(2023, 11, 19));
    assert_eq!(same_day.uncovered(&until(time(21, 0, 0, 0))), None);
    assert_eq!(same_day.uncovered(&until(time(0, 0, 0, 0))), None);
    assert_eq!(
        same_day.uncovered(&until(time(0, 30, 0, 0))),
        Some(Uncovered::End)
    );
    let next_day = certificate(date(2023, 11, 20));
    assert_eq!(next_day.uncovered(&until(time(0, 30, 0, 0))), None);
}

#[test]
fn as_the_event_moves_it_is_told_anew() {
    let accepted = || handed_in(covering(ITEM)).and(&interior("2023-08-17"), answer(1, true, None));
    let past = accepted();
    let move_to = |past: &Given<Application>, day| {
        let attachments = past.state().submission.unwrap().attachments;
        amend(|submission| {
            submission.attachments = attachments;
            submission.event.date = day;
        })
    };
    let moved = accepted().and(&amending(), move_to(&past, date(2023, 12, 3)));
    assert_eq!(short_ones(&moved), [(1, Uncovered::End)]);
    assert_eq!(
        standings(&moved),
        [InsuranceStanding::Accepted],
        "the authority that decides anew demanded it before"
    );
    let told = |past: &Given<Application>, day| {
        let facts = move_to(past, day).decide(&past.state(), &amending()).unwrap();
        let told = facts
            .iter()
            .filter(|one| matches!(one, ApplicationFact::Insurance(_)));
        told.count()
    };
    assert_eq!(told(&past, date(2023, 12, 3)), 1);
    assert_eq!(told(&moved, date(2023, 12, 10)), 1, "each time that it moves");
    assert_eq!(told(&moved, date(2023, 11, 28)), 0, "it covers it again");
    let again = move_to(&moved, date(2023, 11, 28));
    let back = moved.and(&amending(), again);
    assert_eq!(short_ones(&back), []);
}

#[test]
fn two_weeks_before_it_ends_those_concerned_are_told_once() {
    let past = handed_in(short(ITEM)).and(&interior("2023-08-17"), answer(1, true, None));
    // The clocks of Phnom Penh show the fourth of November seven hours before those of Greenwich.
    let from = at("2023-11-03T17:00:00Z");
    assert!(next_due(&past.state()).is_some_and(|next| next < from));
    let (past, _) = by_itself(past, "2023-11-03T16:59:59Z");
    assert_eq!(next_due(&past.state()), Some(from));
    let (state, now) = (past.state(), at("2023-11-04T00:00:00Z"));
    let (act, whose) = due(&state, now).expect("it ends soon");
    assert_eq!((act.name(), whose), (ActName::NoteInsuranceEnds, INTERIOR));
    check(
        &past,
        &the_rule(INTERIOR, "2023-11-04T00:00:00Z"),
        NoteInsuranceEnds,
        &[
            "association organiser: insurance-ends moi by 2023-11-18",
            "embassy organiser: insurance-ends moi by 2023-11-18",
            "interior authority: insurance-ends moi by 2023-11-18",
            "municipality lead: insurance-ends moi by 2023-11-18",
        ],
    );
    let (told, done) = by_itself(past, "2023-11-04T00:00:00Z");
    assert_eq!(done, [(ActName::NoteInsuranceEnds, INTERIOR)]);
    let (_, done) = by_itself(told, "2023-11-18T00:00:00Z");
    assert_eq!(done, [], "once");
}

#[test]
fn what_no_clock_told_before_the_event_is_written_down_after_it_and_told_nobody() {
    let (past, _) = by_itself(with_permit(), "2023-11-02T00:00:00Z");
    let past = past.and(
        &acting(ASSOCIATION, Role::Applicant, "2023-11-02T03:00:00Z"),
        short(InsuredFor::Condition { number: 1 }),
    );
    assert!(next_due(&past.state()).is_some());
    check(
        &past,
        &the_rule(INTERIOR, "2023-11-21T00:00:00Z"),
        NoteInsuranceEnds,
        &[],
    );
    let (after, done) = by_itself(past, "2023-11-21T00:00:00Z");
    assert_eq!(done, [(ActName::NoteInsuranceEnds, INTERIOR)]);
    assert_eq!(next_due(&after.state()), None, "nothing is left to be looked at");
}

#[test]
fn what_cannot_be_done_any_more_is_not_asked_for() {
    let left = |past: &Given<Application>, news, now: &str| {
        let moi = authority("moi");
        clearance::is_left_to_do(&past.state(), Party::Organiser, news, Some(&moi), None, at(now))
    };
    let back = || handed_in(short(ITEM)).and(&interior("2023-08-17"), answer(1, false, Some("Too short.")));
    let (before, after) = ("2023-08-18T00:00:00Z", "2023-11-20T00:00:00Z");
    assert!(left(&back(), News::InsuranceSentBack, before));
    assert!(!left(&back(), News::InsuranceSentBack, after));
    assert!(left(&handed_in(short(ITEM)), News::InsuranceShort, before));
    assert!(!left(&handed_in(short(ITEM)), News::InsuranceShort, after));
    // Another that is handed in and taken back is none.
    let again = back().and(&applicant("2023-08-18"), covering(ITEM)).and(
        &applicant("2023-08-18"),
        correct(2, Some("It is of another event.")),
    );
    assert!(left(&again, News::InsuranceSentBack, before));
    let refused = back().and(
        &acting(DEFENCE, Role::Decider, "2023-08-18T03:00:00Z"),
        Decide {
            authority: authority("mond"),
            decision: Decision::Refused,
            reasons: Some(reason("No.")),
        },
    );
    assert!(!left(&refused, News::InsuranceSentBack, before));
}

#[test]
fn what_an_authority_accepted_and_reversed_too_often_stays_as_it_said_last() {
    let mut past = handed_in(covering(ITEM));
    let officer = interior("2023-08-17");
    for _ in 0..19 {
        past = past
            .and(&officer, answer(1, true, None))
            .and(&officer, correct(1, Some("No.")));
    }
    past.and(&officer, answer(1, true, None))
        .when(&officer, correct(1, Some("No.")))
        .refused(&InsuranceRefusal::NoSuchInsurance.into());
}

#[test]
fn nothing_is_told_of_one_whose_place_another_took_or_once_the_case_is_closed() {
    let noted = |past: Given<Application>| {
        let (_, done) = by_itself(past, "2023-11-19T00:00:00Z");
        let all = done.iter().filter(|(act, _)| *act == ActName::NoteInsuranceEnds);
        all.count()
    };
    let accepted = || handed_in(short(ITEM)).and(&interior("2023-08-17"), answer(1, true, None));
    assert_eq!(noted(accepted()), 1);
    let renewed = || {
        accepted().and(
            &applicant("2023-08-18"),
            insure(ITEM, date(2023, 11, 1), date(2024, 2, 1)),
        )
    };
    assert_eq!(short_ones(&renewed()), [], "the last that was handed in counts");
    assert_eq!(noted(renewed()), 0);
    let withdrawn = || accepted().and(&applicant("2023-08-18"), Withdraw { reasons: None });
    assert_eq!(short_ones(&withdrawn()), []);
    assert_eq!(noted(withdrawn()), 0);
}

#[test]
fn for_a_condition_it_is_the_proof_and_is_answered_as_that_is() {
    let by = later(ASSOCIATION, Role::Applicant);
    let wanted = InsuredFor::Condition { number: 1 };
    let insured = || with_permit().and(&by, short(wanted));
    let shown = insured();
    let kept = |past: &Given<Application>| {
        let state = past.state();
        let permit = state.permit.as_ref().unwrap();
        permit.condition(&authority("moi"), 1).unwrap().kept()
    };
    assert_eq!(kept(&shown), Kept::Shown);
    assert_eq!(standings(&shown), [InsuranceStanding::Waits]);
    let officer = later(INTERIOR, Role::Officer);
    let elsewhere = shown.when(&officer, answer(1, true, None));
    elsewhere.refused(&InsuranceRefusal::NoSuchInsurance.into());
    let declined = insured().and(&officer, not_enough(1, 1));
    assert_eq!(standings(&declined), [InsuranceStanding::SentBack]);
    let accepted = shown.and(&officer, discharge(1, Some(1), None));
    assert_eq!(standings(&accepted), [InsuranceStanding::Accepted]);
    assert_eq!(short_ones(&accepted), [(1, Uncovered::End)]);
    // A condition stays discharged; what insures it is renewed, and waits for an answer of its own.
    let renewed = accepted.and(&by, covering(wanted));
    assert_eq!(kept(&renewed), Kept::Discharged);
    assert_eq!(
        standings(&renewed),
        [InsuranceStanding::Accepted, InsuranceStanding::Waits]
    );
    let renewed = renewed.and(&officer, answer(2, true, None));
    assert_eq!(
        standings(&renewed),
        [InsuranceStanding::Accepted, InsuranceStanding::Accepted]
    );
    // What an organiser takes back shows nothing any more, discharges nothing, and is in nobody's way.
    let taken = insured().and(&by, correct(1, Some("It is of another event.")));
    assert_eq!(kept(&taken), Kept::NotShown);
    taken
        .when(&officer, discharge(1, Some(1), None))
        .refused(&ClearanceRefusal::NoOpenProof);
    let right = taken.and(&by, covering(wanted));
    assert_eq!(
        standings(&right),
        [InsuranceStanding::Reversed, InsuranceStanding::Waits]
    );
    let right = right.and(&officer, discharge(1, Some(2), None));
    assert_eq!(kept(&right), Kept::Discharged);
    // A condition that was never insured is shown by its own page alone once it is discharged.
    let plain = with_permit().and(&officer, discharge(1, None, Some("The plan lies here.")));
    plain
        .when(&by, covering(wanted))
        .refused(&InsuranceRefusal::NotAsked.into());
}

#[test]
fn what_was_recorded_wrongly_is_reversed_and_both_stay_to_be_read() {
    let past = handed_in(covering(ITEM));
    let taken_back = handed_in(covering(ITEM)).and(
        &applicant("2023-08-16"),
        correct(1, Some("It is of another event.")),
    );
    assert_eq!(standings(&taken_back), [InsuranceStanding::Reversed]);
    let anew = taken_back.and(&applicant("2023-08-16"), covering(ITEM));
    assert_eq!(anew.state().insurances.len(), 2);

    let accepted = past.and(&interior("2023-08-17"), answer(1, true, None));
    let by = applicant("2023-08-18");
    accepted
        .when(&by, correct(1, Some("Mine.")))
        .refused(&InsuranceRefusal::NoSuchInsurance.into());
    accepted
        .when(&interior("2023-08-18"), correct(1, None))
        .refused(&InsuranceRefusal::Unexplained.into());
    let reversed = accepted.and(&interior("2023-08-18"), correct(1, Some("It is forged.")));
    assert_eq!(standings(&reversed), [InsuranceStanding::Waits]);
    let sent_back = reversed.and(&interior("2023-08-18"), answer(1, false, Some("It is forged.")));
    assert_eq!(standings(&sent_back), [InsuranceStanding::SentBack]);
    let answers: Vec<_> = sent_back.state().insurances[0]
        .answers
        .iter()
        .map(|one| (one.accepted, one.reversed.is_some()))
        .collect();
    assert_eq!(answers, [(true, true), (false, false)]);
}

#[test]
fn nobody_else_hands_one_in_answers_it_or_puts_it_right() {
    let past = handed_in(covering(ITEM));
    let code = |by: &Context, act: CaseAct| act.decide(&past.state(), by).unwrap_err().code();
    let decider_of = |whom| acting(whom, Role::Decider, "2023-08-17T03:00:00Z");
    let applicant_of = |whom| acting(whom, Role::Applicant, "2023-08-17T03:00:00Z");
    assert_eq!(
        code(&decider_of(INTERIOR), covering(ITEM).into()),
        "not-your-role"
    );
    assert_eq!(
        code(&applicant_of(DEFENCE), covering(ITEM).into()),
        "not-an-organiser"
    );
    assert_eq!(
        code(&decider_of(MUNICIPALITY), answer(1, true, None).into()),
        "no-such-insurance"
    );
    assert_eq!(
        code(&applicant_of(ASSOCIATION), answer(1, true, None).into()),
        "not-your-role"
    );
    assert_eq!(
        code(&decider_of(DEFENCE), correct(1, Some("Mine.")).into()),
        "no-such-insurance"
    );
    assert_eq!(
        code(&applicant_of(ASSOCIATION), NoteInsuranceEnds.into()),
        "not-by-hand"
    );
}

#[test]
fn what_is_wrong_with_a_certificate_stands_beside_its_field() {
    let refused = |act: HandInInsurance| {
        let refused = act.decide(&asked().state(), &applicant("2023-08-16"));
        let refused = refused.unwrap_err();
        (refused.code(), refused.field())
    };
    let whole = || covering(ITEM);
    let cover = title("fifty thousand");
    assert_eq!(
        refused(HandInInsurance { cover, ..whole() }),
        ("fee-no-amount", Some("fee-amount"))
    );
    let currency = title("dollars");
    assert_eq!(
        refused(HandInInsurance { currency, ..whole() }),
        ("fee-no-currency", Some("fee-currency"))
    );
    let document = AttachmentId::of(9);
    assert_eq!(
        refused(HandInInsurance { document, ..whole() }),
        ("no-such-document", Some("proof-documents"))
    );
    let field = InsuredFor::Item { question: 1, item: 2 };
    assert_eq!(
        refused(covering(field)),
        ("insurance-not-asked", Some("insurance-for")),
        "what the application says is insured by nobody"
    );
}
