//! What a case costs: due by the rulebook or set by hand, paid, waived, given back, and put right where it was recorded wrongly.

use crate::cast::*;
use crate::notices::check;
use act::scenario::{Given, given};
use act::{Act, AttachmentId, Context, Currency, Money, Refusal, Role};
use clearance::acts::*;
use clearance::{
    Application, ApplicationFact, Balance, ClearanceRefusal, Decision, Fee, FeeFact, FeeRefusal, FeeStanding,
    FeeStep, MOST_ENTRIES, MOST_FEES, MOST_LAST_ENTRIES, News, Party, PlannedFee, Stage,
};
use jiff::civil::date;

fn usd(minor: u64) -> Money {
    let currency = "USD".parse().unwrap();
    Money { minor, currency }
}

fn planned_fee(amount: u64) -> PlannedFee {
    PlannedFee {
        id: "patrol".into(),
        label: title("Patrol boat"),
        amount: usd(amount),
        within: Some(14),
        before_permit: true,
        kind: "regulation".into(),
        citation: "Tariff of 2022".into(),
    }
}

/// What the rulebook plans where Interior takes a fee of so much.
fn plan(amount: Option<u64>) -> Circulate {
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        if planned.authority == authority("moi") {
            planned.fees = amount.map(planned_fee).into_iter().collect();
        }
    }
    circulate
}

/// Interior takes a fee of 25 dollars, before the permit.
pub fn charged() -> Given<Application> {
    given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), plan(Some(2_500)))
}

/// All have agreed, and nothing of the fee is paid.
fn agreed() -> Given<Application> {
    let grant = |name: &str| Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    };
    charged()
        .and(&decider(MUNICIPALITY), grant("phnom-penh"))
        .and(&decider(INTERIOR), grant("moi"))
}

fn interior() -> Context {
    officer(INTERIOR)
}

pub fn asking() -> Context {
    acting(ASSOCIATION, Role::Applicant, "2023-08-14T03:00:00Z")
}

fn lead() -> Context {
    acting(MUNICIPALITY, Role::Coordinator, "2023-08-14T03:00:00Z")
}

fn record(step: FeeStep, amount: Option<&str>) -> RecordFee {
    let is_paid = step != FeeStep::Waived;
    RecordFee {
        fee: 1,
        read: 0,
        step,
        amount: amount.map(title),
        receipt: is_paid.then(|| title("R-118")),
        day: is_paid.then(|| date(2023, 8, 14)),
        reasons: (!is_paid).then(|| reason("A state event.")),
        document: None,
    }
}

fn paid(amount: Option<&str>) -> RecordFee {
    record(FeeStep::Paid, amount)
}

/// The same with its scan.
pub fn recorded_with(document: AttachmentId) -> RecordFee {
    RecordFee {
        document: Some(document),
        ..paid(None)
    }
}

/// An organiser says to have paid, with the scan of the receipt.
pub fn paid_with(document: AttachmentId) -> SayPaid {
    SayPaid {
        document: Some(document),
        ..say(None)
    }
}

/// The same as whoever reads the fee now records it, by a receipt of its own.
fn now(past: &Given<Application>, act: RecordFee) -> RecordFee {
    let read = fee(past).entries.len();
    RecordFee {
        read,
        receipt: act.receipt.map(|_| title(&format!("R-{}", 118 + read))),
        ..act
    }
}

fn does(past: Given<Application>, context: &Context, act: RecordFee) -> Given<Application> {
    let act = now(&past, act);
    past.and(context, act)
}

fn say(amount: Option<&str>) -> SayPaid {
    SayPaid {
        fee: 1,
        amount: amount.map(title),
        receipt: Some(title("R-117")),
        day: Some(date(2023, 8, 14)),
        document: None,
    }
}

fn answer(entry: u32, found: bool, why: Option<&str>) -> AnswerPaid {
    AnswerPaid {
        fee: 1,
        entry,
        found,
        reasons: why.map(reason),
    }
}

fn wrong(entry: Option<u32>) -> CorrectFee {
    CorrectFee {
        fee: 1,
        entry,
        reasons: Some(reason("The receipt is of another event.")),
    }
}

fn set(whose: &str) -> SetFee {
    SetFee {
        authority: authority(whose),
        label: title("Cleaning of the quay"),
        amount: title("7000"),
        currency: title("JPY"),
        basis: title("Tariff 12"),
        due: Some(date(2023, 9, 30)),
        before_permit: false,
        how: Some(reason("At the counter.")),
    }
}

fn fee(past: &Given<Application>) -> Fee {
    past.state().fees[0].clone()
}

#[track_caller]
fn stands(past: &Given<Application>, standing: FeeStanding, balance: [u64; 4]) {
    let [due, waived, paid, refunded] = balance;
    let expect = Balance {
        due,
        waived,
        paid,
        refunded,
    };
    let fee = fee(past);
    assert_eq!((fee.standing(), fee.balance()), (standing, expect));
}

#[test]
fn what_a_rule_names_is_due_from_the_day_on_which_its_authority_is_asked() {
    let past = charged();
    let fee = fee(&past);
    assert_eq!(
        (fee.number, fee.authority.as_str(), fee.organisation),
        (1, "moi", INTERIOR)
    );
    assert_eq!(
        fee.due,
        Some(date(2023, 8, 17)),
        "14 days after the third of August"
    );
    stands(&past, FeeStanding::Open, [2_500, 0, 0, 0]);
    let told = [
        "interior authority: asked moi by 2023-08-31",
        "association organiser: fee-due moi by 2023-08-17",
        "embassy organiser: fee-due moi by 2023-08-17",
    ];
    let before = given::<Application>([]).and(&organiser(), submit());
    let mut alone = plan(Some(2_500));
    alone.referrals.retain(|one| one.authority == authority("moi"));
    let mut expect = vec![
        "association organiser: circulated",
        "embassy organiser: circulated",
    ];
    expect.extend(told);
    check(&before, &coordinator(), alone, &expect);
}

#[test]
fn it_is_paid_in_parts_with_receipts_and_what_comes_twice_is_given_back() {
    let past = charged().and(&interior(), paid(Some("10.50")));
    stands(&past, FeeStanding::Open, [2_500, 0, 1_050, 0]);
    let past = does(past, &lead(), paid(None));
    stands(&past, FeeStanding::Settled, [2_500, 0, 2_500, 0]);
    let past = does(past, &interior(), paid(Some("25")));
    stands(&past, FeeStanding::Over, [2_500, 0, 5_000, 0]);
    assert_eq!(fee(&past).balance().over(), 2_500);
    past.when(&interior(), record(FeeStep::Refunded, Some("50.01")))
        .refused(&FeeRefusal::TooMuch { most: usd(5_000) }.into());
    let past = does(past, &interior(), record(FeeStep::Refunded, Some("25")));
    stands(&past, FeeStanding::Settled, [2_500, 0, 5_000, 2_500]);
}

#[test]
fn it_is_waived_in_part_or_whole_and_never_more_than_is_open() {
    let past = charged().and(&interior(), record(FeeStep::Waived, Some("20")));
    stands(&past, FeeStanding::Open, [2_500, 2_000, 0, 0]);
    past.when(&interior(), record(FeeStep::Waived, Some("5.01")))
        .refused(&FeeRefusal::TooMuch { most: usd(500) }.into());
    let past = does(past, &lead(), record(FeeStep::Waived, None));
    stands(&past, FeeStanding::Settled, [2_500, 2_500, 0, 0]);
    let told = [
        "association organiser: fee-waived moi",
        "embassy organiser: fee-waived moi",
        "municipality lead: fee-waived moi",
    ];
    check(&charged(), &interior(), record(FeeStep::Waived, None), &told);
}

#[test]
fn what_an_organiser_says_counts_once_it_is_found() {
    let told = [
        "embassy organiser: fee-said moi",
        "interior authority: fee-said moi",
        "municipality lead: fee-said moi",
    ];
    check(&charged(), &asking(), say(None), &told);
    let said = charged().and(&asking(), say(None));
    stands(&said, FeeStanding::Said, [2_500, 0, 0, 0]);
    said.when(&asking(), say(None))
        .refused(&FeeRefusal::SaidWaits.into());
    let found = charged()
        .and(&asking(), say(None))
        .and(&interior(), answer(1, true, None));
    stands(&found, FeeStanding::Settled, [2_500, 0, 2_500, 0]);
    let entry = &fee(&found).entries[1];
    assert_eq!(
        entry.entered.receipt,
        Some(title("R-117")),
        "as the organiser gave it"
    );
    let lost = said.and(&lead(), answer(1, false, Some("No transfer came.")));
    stands(&lost, FeeStanding::Open, [2_500, 0, 0, 0]);
    let again = lost.and(&asking(), say(Some("5")));
    assert_eq!(fee(&again).said().unwrap().number, 2);
}

#[test]
fn what_was_recorded_wrongly_is_reversed_and_stays_to_be_read() {
    let past = charged()
        .and(&interior(), paid(None))
        .and(&interior(), wrong(Some(1)));
    stands(&past, FeeStanding::Open, [2_500, 0, 0, 0]);
    let entry = &fee(&past).entries[0];
    assert_eq!(entry.entered.amount, usd(2_500));
    let why = entry.ended.as_ref().unwrap().reasons.as_ref().unwrap();
    assert_eq!(why.as_str(), "The receipt is of another event.");
    past.when(&interior(), wrong(Some(1)))
        .refused(&FeeRefusal::NoSuchEntry.into());
    let given_back = charged().and(&interior(), paid(None));
    let given_back = does(given_back, &interior(), record(FeeStep::Refunded, Some("5")));
    given_back
        .when(&interior(), wrong(Some(1)))
        .refused(&FeeRefusal::RefundedSince.into());
    let past = given_back
        .and(&interior(), wrong(Some(2)))
        .and(&interior(), wrong(Some(1)));
    stands(&past, FeeStanding::Open, [2_500, 0, 0, 0]);
}

#[test]
fn the_permit_waits_for_what_comes_before_it_and_whoever_leads_is_told_once_it_need_not() {
    let open = vec![(authority("moi"), usd(2_500))];
    agreed()
        .when(&coordinator_later(), IssuePermit)
        .refused(&FeeRefusal::Open { open }.into());
    let offers = |past: &Given<Application>| {
        let possible = possible(&past.state(), &coordinator_later());
        possible.iter().any(|one| one.act == ActName::IssuePermit)
    };
    assert!(!offers(&agreed()));
    let later = acting(INTERIOR, Role::Officer, "2023-08-22T03:00:00Z");
    let told = [
        "municipality lead: all-agreed",
        "association organiser: fee-paid moi",
        "embassy organiser: fee-paid moi",
    ];
    check(&agreed(), &later, paid(None), &told);
    let settled = agreed().and(&later, paid(None));
    assert!(offers(&settled));
    let permitted = settled.and(&coordinator_later(), IssuePermit);
    assert_eq!(permitted.state().stage(), Stage::Permitted);
    // What is said to be paid waits to be found.
    let said = agreed().and(
        &acting(ASSOCIATION, Role::Applicant, "2023-08-22T03:00:00Z"),
        say(None),
    );
    assert!(!offers(&said));
}

#[test]
fn an_authority_and_the_lead_set_what_no_rule_names_each_for_whom_it_may() {
    let past = in_circulation().and(&interior(), set("moi"));
    let yen = fee(&past);
    assert_eq!((yen.amount.minor, yen.amount.currency.digits()), (7_000, 0));
    assert_eq!(yen.due, Some(date(2023, 9, 30)));
    let past = past.and(&lead(), set("phnom-penh"));
    assert_eq!(past.state().fees[1].organisation, MUNICIPALITY);
    let refusal = |context: &Context, act: SetFee| act.decide(&past.state(), context).unwrap_err();
    assert_eq!(refusal(&interior(), set("mond")).code(), "not-your-authority");
    assert_eq!(refusal(&lead(), set("mcfa")).code(), "not-referred");
    assert_eq!(refusal(&asking(), set("moi")).code(), "not-your-role");
    let other = acting(DEFENCE, Role::Coordinator, "2023-08-14T03:00:00Z");
    assert_eq!(refusal(&other, set("moi")), ClearanceRefusal::NotTheLead);
    // One that was set by mistake is asked for no more, and its number is not given again.
    let past = past.and(&interior(), wrong(None));
    stands(&past, FeeStanding::Dropped, [0, 0, 0, 0]);
    let past = past.and(&interior(), set("moi"));
    assert_eq!(past.state().fees[2].number, 3);
    let sums = past.state().balances();
    let yen: Currency = "JPY".parse().unwrap();
    assert_eq!(sums.keys().copied().collect::<Vec<_>>(), [yen]);
    assert_eq!(sums[&yen].due, 14_000);
}

#[test]
fn money_is_accounted_for_after_the_end_of_a_case() {
    let past = charged()
        .and(&interior(), paid(None))
        .and(&asking(), Withdraw { reasons: None });
    let past = does(past, &interior(), record(FeeStep::Refunded, None));
    assert_eq!(fee(&past).balance().held(), 0);
    past.when(&interior(), set("moi"))
        .refused(&ClearanceRefusal::WrongStage {
            stage: Stage::Withdrawn,
            needed: &[
                Stage::Submitted,
                Stage::InCirculation,
                Stage::Decided,
                Stage::Permitted,
                Stage::Suspended,
            ],
        });
}

/// What an amendment makes of the fee of which ten dollars are paid, where the rules name this one.
fn amended(to: Option<u64>) -> Application {
    let mut planned = planned("moi", INTERIOR, clearance::Competence::Concurrence);
    planned.fees = to.map(planned_fee).into_iter().collect();
    let fact = ApplicationFact::Reopened {
        referral: planned,
        because: vec![],
    };
    let mut state = charged().and(&interior(), paid(Some("10"))).state();
    let by = asking();
    act::State::evolve(&mut state, &act::Recorded { fact, by });
    state
}

#[test]
fn what_was_paid_goes_on_with_a_fee_that_an_amendment_changes() {
    let more = amended(Some(4_000)).fees[0].clone();
    assert_eq!(
        (more.standing(), more.balance().open()),
        (FeeStanding::Open, 3_000)
    );
    assert_eq!(more.before[0].0, usd(2_500));
    let mut state = amended(None);
    let none = state.fees[0].clone();
    assert_eq!(
        (none.standing(), none.balance().over()),
        (FeeStanding::Over, 1_000)
    );
    let back = RecordFee {
        read: 1,
        ..record(FeeStep::Refunded, None)
    };
    for fact in back.decide(&state, &interior()).unwrap() {
        let by = interior();
        act::State::evolve(&mut state, &act::Recorded { fact, by });
    }
    assert_eq!(state.fees[0].standing(), FeeStanding::Dropped);
    assert_eq!(state.fees.len(), 1);
    assert_eq!(amended(Some(2_500)).fees[0].before, []);
}

/// One of each refusal of this sort.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let state = charged().state();
    let refusal = |act: CaseAct, context: &Context| act.decide(&state, context).unwrap_err();
    let mut many = state.clone();
    many.fees = vec![state.fees[0].clone(); MOST_FEES];
    let agreed = agreed().state();
    let paid_once = charged().and(&interior(), paid(None));
    let given_back = does(paid_once, &interior(), record(FeeStep::Refunded, None)).state();
    let said = charged().and(&asking(), say(None)).state();
    let ahead = RecordFee {
        day: Some(date(2023, 8, 15)),
        ..paid(None)
    };
    let long_ago = RecordFee {
        day: Some(date(1, 1, 1)),
        ..paid(None)
    };
    let late = SetFee {
        due: Some(date(2023, 8, 13)),
        ..set("moi")
    };
    let first = SetFee {
        before_permit: true,
        ..set("moi")
    };
    let permitted = crate::keeping::permitted().state();
    let again = RecordFee {
        receipt: Some(title("R-200")),
        ..paid(Some("5"))
    };
    let bare = RecordFee {
        receipt: None,
        ..paid(None)
    };
    let other = RecordFee { fee: 7, ..paid(None) };
    let unexplained = RecordFee {
        reasons: None,
        ..record(FeeStep::Waived, None)
    };
    let dollars = SetFee {
        currency: title("Dollars"),
        ..set("moi")
    };
    let over = RecordFee {
        reasons: Some(reason("All of it.")),
        ..record(FeeStep::Waived, Some("99"))
    };
    vec![
        refusal(other.into(), &interior()),
        refusal(answer(1, true, None).into(), &interior()),
        refusal(record(FeeStep::Refunded, None).into(), &interior()),
        refusal(over.into(), &interior()),
        refusal(dollars.into(), &interior()),
        refusal(paid(Some("2,5")).into(), &interior()),
        refusal(bare.into(), &interior()),
        refusal(ahead.into(), &interior()),
        refusal(long_ago.into(), &interior()),
        refusal(late.into(), &interior()),
        first.decide(&permitted, &interior()).unwrap_err(),
        paid(Some("5")).decide(&given_back, &interior()).unwrap_err(),
        again.decide(&given_back, &interior()).unwrap_err(),
        refusal(unexplained.into(), &interior()),
        say(None).decide(&said, &asking()).unwrap_err(),
        wrong(Some(1)).decide(&given_back, &interior()).unwrap_err(),
        wrong(None).decide(&given_back, &interior()).unwrap_err(),
        set("moi").decide(&many, &interior()).unwrap_err(),
        IssuePermit.decide(&agreed, &coordinator_later()).unwrap_err(),
    ]
}

#[test]
fn a_fee_takes_so_many_entries_and_no_more_and_its_scan_is_a_document_of_the_case() {
    let mut past = charged();
    for _ in 0..MOST_ENTRIES {
        past = does(past, &interior(), paid(Some("0.01")));
    }
    past.when(&interior(), now(&past, paid(Some("0.01"))))
        .refused(&FeeRefusal::TooMany { most: MOST_ENTRIES }.into());
    let scan = RecordFee {
        document: Some(AttachmentId::of(9)),
        ..paid(None)
    };
    charged()
        .when(&interior(), scan)
        .refused(&ClearanceRefusal::NoSuchDocument);
}

#[test]
fn each_kind_of_fact_says_whose_fee_it_is_about() {
    let facts = paid(None).decide(&charged().state(), &interior()).unwrap();
    let [ApplicationFact::Fee(fact)] = facts.as_slice() else {
        panic!("{facts:?}")
    };
    assert_eq!((fact.authority().as_str(), fact.fee()), ("moi", 1));
    assert!(matches!(fact, FeeFact::Entered { entry: 1, .. }));
}

/// The lead asks Culture by hand.
fn ask_culture(competence: clearance::Competence) -> AskAlso {
    let mut referral = planned("mcfa", act::OrganisationId::of(6), competence);
    referral.grounds = vec![];
    AskAlso {
        authority: authority("mcfa"),
        advises: false,
        reasons: reason("The stage."),
        referral: Some(referral),
    }
}

/// The municipality, which leads and is asked nothing itself, sets a fee of its own.
fn of_the_lead() -> Given<Application> {
    let mut asked = circulate();
    asked
        .referrals
        .retain(|one| one.authority != authority("phnom-penh"));
    given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), asked)
        .and(&lead(), set("phnom-penh"))
}

#[test]
fn what_is_open_of_one_fee_is_not_made_up_for_by_another_of_which_too_much_was_paid() {
    let dollars = |label: &str| SetFee {
        label: title(label),
        currency: title("USD"),
        amount: title("25"),
        before_permit: true,
        ..set("moi")
    };
    let past = charged().and(&interior(), dollars("Culture"));
    let past = does(past, &interior(), paid(None));
    let past = does(past, &interior(), paid(Some("25")));
    let sums = past.state().balances()[&"USD".parse().unwrap()];
    assert_eq!((sums.due, sums.paid), (5_000, 5_000));
    assert_eq!((sums.open, sums.over), (2_500, 2_500));
}

#[test]
fn what_an_organiser_says_to_have_paid_is_answered_before_a_payment_is_recorded() {
    let said = charged().and(&asking(), say(None));
    said.when(&interior(), now(&said, paid(None)))
        .refused(&FeeRefusal::SaidWaits.into());
    let past = said.and(&lead(), answer(1, true, None));
    assert_eq!(fee(&past).balance().paid, 2_500);
    let known = SayPaid {
        receipt: Some(title("r-118")),
        ..say(Some("5"))
    };
    charged()
        .and(&interior(), paid(Some("5")))
        .when(&asking(), known)
        .refused(&FeeRefusal::ReceiptTwice.into());
}

#[test]
fn what_was_sent_twice_is_recorded_once() {
    let past = charged().and(&interior(), paid(Some("10")));
    past.when(&interior(), paid(Some("10")))
        .refused(&FeeRefusal::ReceiptTwice.into());
    let other_receipt = RecordFee {
        receipt: Some(title("R-9")),
        ..paid(Some("10"))
    };
    past.when(&interior(), other_receipt)
        .refused(&FeeRefusal::EnteredSince.into());
    let waived = charged().and(&interior(), record(FeeStep::Waived, Some("5")));
    waived
        .when(&lead(), record(FeeStep::Waived, Some("5")))
        .refused(&FeeRefusal::EnteredSince.into());
    // A receipt that stands there no more can be recorded once it is right.
    let past = past.and(&interior(), wrong(Some(1)));
    let right = RecordFee {
        read: 1,
        ..paid(Some("25"))
    };
    stands(
        &past.and(&interior(), right),
        FeeStanding::Settled,
        [2_500, 0, 2_500, 0],
    );
}

#[test]
fn what_lies_there_of_a_fee_that_is_asked_for_no_more_can_be_put_right() {
    let past = in_circulation().and(&interior(), set("moi"));
    let past = past
        .and(&interior(), paid(Some("9000")))
        .and(&interior(), wrong(None));
    let past = past.and(&interior(), wrong(Some(1)));
    stands(&past, FeeStanding::Dropped, [0, 0, 0, 0]);
    let past = does(past, &interior(), paid(Some("7000")));
    stands(&past, FeeStanding::Over, [0, 0, 7_000, 0]);
    let past = does(past, &lead(), record(FeeStep::Refunded, None));
    stands(&past, FeeStanding::Dropped, [0, 0, 7_000, 7_000]);
}

#[test]
fn the_keepers_of_a_fee_are_told_of_it_asked_or_not() {
    let told = [
        "embassy organiser: fee-said phnom-penh",
        "municipality lead: fee-said-to-lead phnom-penh",
    ];
    let own = of_the_lead();
    check(&own, &asking(), say(None), &told);
    let left = |past: &Given<Application>| {
        let whose = authority("phnom-penh");
        clearance::is_left_to_do(
            &past.state(),
            Party::Lead,
            News::FeeSaidToLead,
            Some(&whose),
            None,
            at("2023-08-20T00:00:00Z"),
        )
    };
    let said = own.and(&asking(), say(None));
    assert!(left(&said));
    assert!(!left(&said.and(&lead(), answer(1, true, None))));
    // An authority that is asked no more keeps its account still.
    let back = TakeBack {
        authority: authority("mcfa"),
        reasons: reason("The stage is gone."),
    };
    let also = ask_culture(clearance::Competence::Consultee);
    let past = in_circulation()
        .and(&lead(), also)
        .and(&lead(), set("mcfa"))
        .and(&lead(), back);
    let told = crate::notices::all_told(&past, &asking(), say(None));
    let told = told.iter().find(|one| one.to == act::OrganisationId::of(6));
    assert_eq!(
        told.map(|one| (one.party, one.news)),
        Some((Party::Authority, News::FeeSaid))
    );
}

#[test]
fn a_fee_that_is_raised_or_asked_for_again_is_due_anew() {
    let reopened = |state: &mut Application, fee: Option<PlannedFee>, when: &str| {
        let mut referral = planned("moi", INTERIOR, clearance::Competence::Concurrence);
        referral.fees = fee.into_iter().collect();
        let because = vec![];
        let fact = ApplicationFact::Reopened { referral, because };
        let by = acting(ASSOCIATION, Role::Applicant, when);
        act::State::evolve(state, &act::Recorded { fact, by });
    };
    let mut state = charged().state();
    reopened(&mut state, Some(planned_fee(2_500)), "2023-08-10T03:00:00Z");
    assert_eq!(state.fees[0].due, Some(date(2023, 8, 17)), "nothing changed");
    let raised = PlannedFee {
        label: title("Two patrol boats"),
        citation: "Tariff of 2023".into(),
        ..planned_fee(5_000)
    };
    reopened(&mut state, Some(raised), "2023-08-20T03:00:00Z");
    let fee = &state.fees[0];
    assert_eq!(
        (fee.due, fee.label.as_str()),
        (Some(date(2023, 9, 3)), "Two patrol boats")
    );
    let rests_on = |basis: &clearance::FeeBasis| match basis {
        clearance::FeeBasis::Rule { citation, .. } => citation.clone(),
        clearance::FeeBasis::Set { .. } => String::new(),
    };
    assert_eq!(rests_on(&fee.basis), "Tariff of 2023");
    reopened(&mut state, None, "2023-08-21T03:00:00Z");
    reopened(&mut state, Some(planned_fee(2_500)), "2023-08-28T03:00:00Z");
    assert_eq!(state.fees[0].due, Some(date(2023, 9, 11)));
}

#[test]
fn whoever_leads_is_told_when_the_last_that_the_permit_waits_for_is_asked_no_more() {
    let also = ask_culture(clearance::Competence::Concurrence);
    let grant = |name: &str| Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    };
    let past = in_circulation()
        .and(&lead(), also)
        .and(&decider(MUNICIPALITY), grant("phnom-penh"))
        .and(&decider(INTERIOR), grant("moi"));
    // The clock or an organiser's amendment takes it out; the lead that does so itself knows.
    let told = |by: Context| {
        let before = past.state();
        let authority = authority("mcfa");
        let reasons = reason("The stage is gone.");
        let fact = ApplicationFact::TakenBack { authority, reasons };
        let recorded = act::Recorded { fact, by };
        let mut after = before.clone();
        act::State::evolve(&mut after, &recorded);
        clearance::notices(&before, &after, &recorded)
    };
    let agreed = |one: &clearance::Notice| one.party == Party::Lead && one.news == News::AllAgreed;
    assert!(told(asking()).iter().any(agreed));
}

#[test]
fn nothing_is_offered_of_which_a_fee_or_a_case_takes_no_more() {
    let mut many = charged().state();
    many.fees = vec![many.fees[0].clone(); MOST_FEES];
    assert_eq!(
        SetFee::check(&many, &interior()).unwrap_err(),
        FeeRefusal::TooMany { most: MOST_FEES }.into()
    );
    let mut past = charged();
    for _ in 1..MOST_ENTRIES {
        past = does(past, &interior(), paid(Some("0.01")));
    }
    // The last is said, and is found all the same; what is left is waived whole, and not in part.
    let past = past
        .and(&asking(), say(Some("1")))
        .and(&interior(), answer(100, true, None));
    SayPaid::check(&past.state(), &asking()).unwrap_err();
    past.when(&interior(), now(&past, record(FeeStep::Waived, Some("1"))))
        .refused(&FeeRefusal::TooMany { most: MOST_ENTRIES }.into());
    RecordFee::check(&past.state(), &interior()).unwrap();
    let mut past = does(past, &interior(), record(FeeStep::Waived, None));
    assert_eq!(fee(&past).balance().open(), 0);
    while fee(&past).entries.len() < MOST_ENTRIES + MOST_LAST_ENTRIES {
        let last = u32::try_from(fee(&past).entries.len()).unwrap();
        past = past.and(&interior(), wrong(Some(last)));
        past = does(past, &interior(), record(FeeStep::Waived, None));
    }
    assert_eq!(
        RecordFee::check(&past.state(), &interior()).unwrap_err(),
        FeeRefusal::TooMany { most: MOST_ENTRIES }.into()
    );
}

#[test]
fn after_the_end_nobody_is_pressed_for_what_is_open() {
    let moi = authority("moi");
    let left = |past: &Given<Application>| {
        clearance::is_left_to_do(
            &past.state(),
            Party::Organiser,
            News::FeeDue,
            Some(&moi),
            None,
            at("2023-08-20T00:00:00Z"),
        )
    };
    assert!(left(&charged()));
    let withdrawn = charged().and(&asking(), Withdraw { reasons: None });
    assert!(!left(&withdrawn));
    stands(&withdrawn, FeeStanding::Open, [2_500, 0, 0, 0]);
}

#[test]
fn a_waiver_has_neither_receipt_nor_day() {
    let waived = RecordFee {
        receipt: Some(title("R-1")),
        day: Some(date(1, 1, 1)),
        ..record(FeeStep::Waived, None)
    };
    let past = charged().and(&interior(), waived);
    let entered = &fee(&past).entries[0].entered;
    assert_eq!((&entered.receipt, entered.day), (&None, None));
}

#[test]
fn what_was_paid_a_year_before_it_is_recorded_is_taken_and_nothing_older() {
    let on = |day| RecordFee {
        day: Some(day),
        ..paid(None)
    };
    let asked = charged().state().fees[0]
        .by
        .at
        .to_zoned_datetime(jiff::tz::TimeZone::UTC);
    let from = asked.date().saturating_sub(jiff::Span::new().days(366));
    assert!(on(from).decide(&charged().state(), &interior()).is_ok());
    charged()
        .when(&interior(), on(from.yesterday().unwrap()))
        .refused(&FeeRefusal::DayBefore { from }.into());
}
