//! Random people doing random things to one case: nothing breaks, whatever is refused is refused by name, the views
//! are the facts folded, and the outcome does not depend on who decides first.

use act::{
    Actor, AdviceId, ApplicationId, AttachmentId, AuthorityId, Context, OrganisationId, Reason, Refusal,
    Text, Title,
};
use calendar::{DayKind, GivenDays};
use clearance::acts::*;
use clearance::{
    About, AdviceAsked, AfterReport, AnsweredItem, Appealed, Application, ClearanceRefusal, Commitment,
    Condition, ConfideRefusal, DayRefusal, Decision, DepositStep, Event, FeeRefusal, FeeStep, Go, Held,
    Incident, InsuranceRefusal, InsuredFor, ItemAnswer, Limit, Otherwise, Outcome, Piece, Stage, Submission,
    Wanted,
};
use desk::clearance::{AdviceLink, Advising, FileIn};
use desk::governance::CalendarChange;
use desk::{Desk, Fault};
use governance::GovernanceRefusal;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rulebook::Value;
use std::collections::BTreeMap;
use stories::{DECIDERS, Database, Installation, SCAN, Told, amending, asking_by_item, authority};

/// How many random walks are walked, and how many acts each has.
const WALKS: u32 = 56;
const STEPS: usize = 100;

/// One random act of someone.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) who: usize,
    pub(crate) act: CaseAct,
    pub(crate) minutes: i64,
}

fn anyone() -> impl Strategy<Value = usize> {
    0..19_usize
}

fn an_authority() -> impl Strategy<Value = AuthorityId> {
    prop::sample::select(vec!["mfaic", "mond", "moi", "phnom-penh", "mcfa"])
        .prop_map(|id| id.parse().expect("these are ids of authorities"))
}

fn a_reason() -> impl Strategy<Value = Reason> {
    "[a-zA-Zក-ឃ日本 ,.]{1,40}x".prop_map(|text| Reason::new(&text).expect("this is a reason"))
}

/// Some bind the beginning or the end, so that a few contradict each other.
fn a_condition() -> impl Strategy<Value = Condition> {
    let limit = (16..24_i8, any::<bool>()).prop_map(|(hour, begins)| {
        let at = jiff::civil::time(hour, 0, 0, 0);
        if begins {
            Limit::BeginsFrom(at)
        } else {
            Limit::EndsBy(at)
        }
    });
    let text = "[a-z ]{0,20}x".prop_map(|text| Text::new(&text).expect("this is a text"));
    (text, prop::option::of(limit)).prop_map(|(text, limit)| {
        let mut condition = Condition::plain(text);
        condition.terms.limit = limit;
        condition
    })
}

fn a_decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        8 => Just(Decision::Granted),
        2 => prop::collection::vec(a_condition(), 0..3).prop_map(|conditions| Decision::GrantedWithConditions { conditions }),
        1 => Just(Decision::Refused),
    ]
}

/// Another day, another place or another form, or several of them; now and then nothing.
fn an_alternative() -> impl Strategy<Value = Otherwise> {
    let day = (1..28_i8).prop_map(|day| jiff::civil::date(2023, 11, day));
    let place = "[a-z ]{0,20}x".prop_map(|text| Title::new(&text).expect("this is a title"));
    let parts = (
        prop::option::of(day),
        prop::option::of(place),
        prop::option::of(a_reason()),
    );
    parts.prop_map(|(date, place, form)| Otherwise {
        date,
        place,
        form,
        ..Otherwise::default()
    })
}

/// A letter; it bears the day on which it is recorded (`does`).
fn a_letter(authority: AuthorityId, decision: Decision, reasons: Option<Reason>) -> RecordLetter {
    RecordLetter {
        authority,
        decision,
        reasons,
        dated: jiff::civil::date(2023, 8, 2),
        reference: None,
        scan: None,
    }
}

fn an_act() -> impl Strategy<Value = CaseAct> {
    let on_a_referral = an_authority();
    prop_oneof![
        4 => Just(Circulate::default().into()),
        4 => on_a_referral.prop_map(|authority| BeginReview { authority }.into()),
        2 => (an_authority(), a_reason(), 0..4_usize).prop_map(|(authority, text, items)| {
            AskQuestion { authority, text, items: some_items(items) }.into()
        }),
        6 => (an_authority(), 0..3_u32, prop::collection::vec(an_item(), 0..3)).prop_map(
            |(authority, number, answers)| AnswerItems { authority, number, answers }.into()
        ),
        3 => (an_authority(), 0..3_u32, prop::collection::vec(0..4_u32, 0..3))
            .prop_map(|(authority, number, items)| TakeBackItems { authority, number, items }.into()),
        4 => (an_authority(), 0..3_u32)
            .prop_map(|(authority, number)| WithdrawQuestion { authority, number }.into()),
        8 => (an_authority(), 0..2_u32, a_reason())
            .prop_map(|(authority, number, answer)| AnswerQuestion { authority, number, answer }.into()),
        2 => (an_authority(), 0..400_u32, a_reason())
            .prop_map(|(authority, days, reasons)| ProposeExtension { authority, days, reasons }.into()),
        4 => (an_authority(), 0..3_u32, any::<bool>(), prop::option::of(a_reason())).prop_map(
            |(authority, number, agreed, reasons)| AnswerExtension { authority, number, agreed, reasons }.into()
        ),
        6 => (an_authority(), an_alternative(), a_reason()).prop_map(
            |(authority, otherwise, reasons)| OfferInstead { authority, otherwise, reasons }.into()
        ),
        4 => (an_authority(), 0..3_u32)
            .prop_map(|(authority, number)| AcceptOffer { authority, number, reasons: None }.into()),
        4 => (an_authority(), 0..3_u32, prop::option::of(a_reason()))
            .prop_map(|(authority, number, reasons)| DeclineOffer { authority, number, reasons }.into()),
        2 => (an_authority(), 0..3_u32)
            .prop_map(|(authority, number)| WithdrawOffer { authority, number }.into()),
        24 => (an_authority(), a_decision(), prop::option::of(a_reason()))
            .prop_map(|(authority, decision, reasons)| Decide { authority, decision, reasons }.into()),
        4 => (an_authority(), a_decision(), prop::option::of(a_reason()))
            .prop_map(|(authority, decision, reasons)| Recommend { authority, decision, reasons }.into()),
        8 => (an_authority(), a_decision(), prop::option::of(a_reason()))
            .prop_map(|(authority, decision, reasons)| a_letter(authority, decision, reasons).into()),
        4 => (an_authority(), a_reason())
            .prop_map(|(authority, reasons)| DisownLetter { authority, reasons }.into()),
        4 => (an_authority(), prop::collection::vec(a_condition(), 0..3), a_reason()).prop_map(
            |(authority, conditions, reasons)| ReviseConditions { authority, conditions, reasons }.into()
        ),
        1 => an_authority().prop_map(|authority| CountSilence { authority }.into()),
        1 => an_authority().prop_map(|authority| NoteOverrun { authority }.into()),
        1 => Just(Lapse.into()),
        1 => a_reason().prop_map(|lacks| ReturnIncomplete { lacks }.into()),
        2 => (an_authority(), any::<bool>(), a_reason()).prop_map(|(authority, advises, reasons)| {
            AskAlso { authority, advises, reasons, referral: None }.into()
        }),
        2 => (an_authority(), a_reason()).prop_map(|(authority, words)| Remind { authority, words }.into()),
        6 => (prop::option::of(an_authority()), a_reason(), 0..60_i32).prop_map(|(authority, question, days)| {
            asked_by_link(authority, question, days).into()
        }),
        1 => Just(WithdrawAdvice { advice: AdviceId::of(7) }.into()),
        8 => (0..3_usize, prop::option::of(a_reason())).prop_map(|(says, words)| {
            let (advice, says) = (AdviceId::of(7), clearance::Advice::ALL[says]);
            GiveAdvice { advice, version: 0, says, words, document: None }.into()
        }),
        2 => (an_authority(), a_reason()).prop_map(|(authority, reasons)| TakeBack { authority, reasons }.into()),
        1 => (an_authority(), 0..4_u32, a_reason()).prop_map(|(authority, number, words)| {
            ShowKept { authority, number, words, documents: vec![] }.into()
        }),
        1 => (an_authority(), 0..4_u32, prop::option::of(1..3_u32), prop::option::of(a_reason())).prop_map(
            |(authority, number, proof, reasons)| DischargeCondition { authority, number, proof, reasons }.into()
        ),
        1 => (an_authority(), 0..4_u32, 0..3_u32, a_reason()).prop_map(
            |(authority, number, proof, reasons)| DeclineProof { authority, number, proof, reasons }.into()
        ),
        1 => (an_authority(), 0..4_u32).prop_map(|(authority, number)| {
            NameOwner { authority, number, organisation: OrganisationId::of(7) }.into()
        }),
        4 => Just(amending(nothing())),
        6 => Just(IssuePermit.into()),
        3 => a_reason().prop_map(|reasons| RevokePermit { reasons }.into()),
        4 => a_reason().prop_map(|reasons| ReplacePermit { reasons }.into()),
        4 => (a_reason(), prop::option::of(0..90_i32)).prop_map(|(reasons, days)| {
            let until = days.map(|days| jiff::civil::date(2023, 8, 25) + jiff::Span::new().days(days));
            SuspendPermit { reasons, until }.into()
        }),
        3 => (an_authority(), 0..4_usize, 0..60_i32).prop_map(|(authority, what, days)| an_appeal(authority, what, days).into()),
        3 => (0..3_u32, 0..3_usize, 0..60_i32, a_reason()).prop_map(|(number, how, days, words)| {
            let (how, day) = (clearance::AppealEnd::ALL[how], in_days(days));
            NoteAppealOutcome { number, how, day, words }.into()
        }),
        8 => Just(UnsealReasons { commitment: Commitment::of([7; 32]), opening: None }.into()),
        6 => (a_piece(), prop::option::of(prop::collection::vec(an_authority(), 0..3)), a_reason()).prop_map(
            |(piece, among, reasons)| Confide { piece, among, reasons, rules: vec![] }.into()
        ),
        3 => prop::option::of(a_reason()).prop_map(|reasons| LiftSuspension { reasons }.into()),
        1 => Just(EndSuspension.into()),
        4 => of_the_day(),
        10 => of_fees(),
        8 => of_insurances(),
        1 => prop::option::weighted(0.5, a_reason()).prop_map(|reasons| Withdraw { reasons }.into()),
    ]
}

/// An answer of the form, now and then one that it does not have.
fn a_piece() -> impl Strategy<Value = Piece> {
    prop::sample::select(vec![
        "attendance",
        "fireworks",
        "largest_shell",
        "road_closure",
        "tide",
    ])
    .prop_map(|input| Piece::Answer(input.to_owned()))
}

/// What somebody without an account is asked.
fn asked_by_link(authority: Option<AuthorityId>, question: Reason, days: i32) -> AskAdvice {
    let name = Title::new("Sok Dara").expect("this is a name");
    let asked = AdviceAsked {
        advice: AdviceId::of(7),
        authority,
        office: name.clone(),
        name,
        question,
        until: in_days(days),
        documents: vec![],
        replaces: None,
    };
    AskAdvice { asked }
}

/// What is said and done on the day of the event, and after it.
fn of_the_day() -> impl Strategy<Value = CaseAct> {
    prop_oneof![
        (an_authority(), any::<bool>(), prop::option::of(a_reason())).prop_map(|(authority, go, reasons)| {
            let go = if go { Go::Go } else { Go::NoGo };
            SayGo {
                authority,
                go,
                reasons,
                for_all: true,
            }
            .into()
        }),
        a_reason().prop_map(|what| {
            let incident = Incident {
                what,
                place: None,
                seen: act::Timestamp::UNIX_EPOCH,
                done: None,
                photo: None,
            };
            NoteIncident {
                incident,
                sending: None,
            }
            .into()
        }),
        prop::option::of(a_reason()).prop_map(|lessons| {
            let report = AfterReport {
                held: Held::AsPermitted,
                attendance: None,
                otherwise: None,
                lessons,
            };
            ReportAfter { report }.into()
        }),
        (an_authority(), 0..4_u32, 0..3_usize).prop_map(|(authority, number, step)| {
            let step = DepositStep::ALL[step];
            RecordDeposit {
                authority,
                number,
                step,
                amount: None,
                reasons: None,
            }
            .into()
        }),
    ]
}

/// What is set, paid, waived, given back and put right of fees; now and then of one that is not there.
fn of_fees() -> impl Strategy<Value = CaseAct> {
    let text = |text: &str| Title::new(text).expect("this is a title");
    let amount = move || prop::sample::select(vec!["5", "2.50", "0", "a lot"]).prop_map(text);
    prop_oneof![
        3 => (an_authority(), amount(), prop::bool::weighted(0.2)).prop_map(move |(authority, amount, before_permit)| {
            SetFee {
                authority,
                label: text("Patrol boat"),
                amount,
                currency: text("USD"),
                basis: text("Tariff of 2022"),
                due: None,
                before_permit,
                how: None,
            }
            .into()
        }),
        4 => (1..3_u32, 0..3_usize, 0..3_usize, prop::option::weighted(0.3, amount()), prop::option::of(a_reason())).prop_map(
            move |(fee, read, step, amount, reasons)| {
                RecordFee {
                    fee,
                    read,
                    step: FeeStep::RECORDED[step],
                    amount,
                    receipt: Some(text(["R-1", "R-3", "R-4"][read])),
                    day: Some(in_days(0)),
                    reasons,
                    document: None,
                }
                .into()
            }
        ),
        3 => (1..3_u32, prop::option::weighted(0.3, amount()), 0..3_i32).prop_map(move |(fee, amount, days)| {
            SayPaid {
                fee,
                amount,
                receipt: Some(text("R-2")),
                day: Some(in_days(days)),
                document: None,
            }
            .into()
        }),
        3 => (1..3_u32, 1..3_u32, any::<bool>(), prop::option::of(a_reason()))
            .prop_map(|(fee, entry, found, reasons)| AnswerPaid { fee, entry, found, reasons }.into()),
        2 => (1..4_u32, prop::option::of(1..4_u32), prop::option::of(a_reason()))
            .prop_map(|(fee, entry, reasons)| CorrectFee { fee, entry, reasons }.into()),
        1 => (an_authority(), 0..4_u32, 1..3_u32, a_reason())
            .prop_map(|(authority, number, entry, reasons)| CorrectDeposit { authority, number, entry, reasons }.into()),
    ]
}

/// What is handed in, answered and put right of certificates of insurance; now and then for nothing that is demanded.
fn of_insurances() -> impl Strategy<Value = CaseAct> {
    let text = |text: &str| Title::new(text).expect("this is a title");
    let document = AttachmentId::of(7);
    prop_oneof![
        4 => (an_authority(), 1..3_u32, -5..120_i32, 0..40_i32, a_reason()).prop_map(
            move |(authority, number, from, days, words)| {
                HandInInsurance {
                    authority,
                    wanted: InsuredFor::Condition { number },
                    insurer: text("Mekong Mutual"),
                    policy: text("PL-1"),
                    cover: text("5000"),
                    currency: text("USD"),
                    from: in_days(from),
                    until: in_days(from + days),
                    document,
                    words,
                }
                .into()
            }
        ),
        3 => (1..3_u32, any::<bool>(), prop::option::of(a_reason()))
            .prop_map(|(insurance, accepted, reasons)| AnswerInsurance { insurance, accepted, reasons }.into()),
        1 => (1..3_u32, prop::option::of(a_reason()))
            .prop_map(|(insurance, reasons)| CorrectInsurance { insurance, reasons }.into()),
        1 => Just(NoteInsuranceEnds.into()),
    ]
}

/// What a question asks for item by item, if it does; now and then something that the rulebook does not know.
fn some_items(count: usize) -> Vec<Wanted> {
    let title = Title::new("Insurance").expect("this is a title");
    let all = [
        About::Field("attendance".to_owned()),
        About::Named(title),
        About::Document("of-no-rulebook".to_owned()),
    ];
    let wanted = |about| Wanted { about, words: None };
    all.into_iter().take(count).map(wanted).collect()
}

/// What is said to an item that may be awaited, or not.
fn an_item() -> impl Strategy<Value = AnsweredItem> {
    (0..4_u32, any::<bool>(), a_reason()).prop_map(|(item, cannot, words)| {
        let answer = if cannot {
            ItemAnswer::CannotBe { why: words }
        } else {
            let words = Some(words);
            ItemAnswer::Given {
                words,
                documents: vec![],
            }
        };
        AnsweredItem { item, answer }
    })
}

/// A day of the walk.
fn in_days(days: i32) -> jiff::civil::Date {
    jiff::civil::date(2023, 8, 2).saturating_add(jiff::Span::new().days(days))
}

/// Against something that may stand, or not.
fn an_appeal(authority: AuthorityId, what: usize, days: i32) -> NoteAppeal {
    let against = match what {
        0 => Appealed::Refusal { authority },
        1 => Appealed::Conditions { authority },
        2 => Appealed::Suspension,
        _ => Appealed::Revocation,
    };
    NoteAppeal {
        against,
        body: Title::new("The court").expect("this is a title"),
        lodged: in_days(days),
        reference: None,
    }
}

/// What is applied for in a walk is the case's own, changed when its turn comes.
fn nothing() -> Submission {
    let title = Title::new("Nothing yet").expect("this is a title");
    let midnight = jiff::civil::Time::midnight();
    Submission {
        event: Event {
            title: title.clone(),
            description: None,
            components: vec![],
            place: title,
            date: jiff::civil::Date::constant(2023, 11, 20),
            from: midnight,
            until: midnight,
            zone: "Asia/Phnom_Penh".to_owned(),
        },
        organisers: vec![],
        answers: BTreeMap::new(),
        attachments: vec![],
        cites: None,
        copy_of: None,
        held: None,
        public: None,
    }
}

/// The step with what it amends: the answer that one ministry's rules read, one that asks it no longer, the day, what an authority
/// offers, or nothing.
pub(crate) fn filled(step: &Step, case: &Application) -> CaseAct {
    // What was sealed and is not open, if anything is.
    let sealed = || case.sealed().into_iter().find(|one| one.sealed.opened.is_none());
    if let (CaseAct::UnsealReasons(_), Some(sealed)) = (&step.act, sealed()) {
        let commitment = sealed.sealed.commitment;
        let opening = None;
        return UnsealReasons { commitment, opening }.into();
    }
    let awaited = || case.advice.iter().find(|one| one.is_awaited());
    if let (CaseAct::WithdrawAdvice(_), Some(awaited)) = (&step.act, awaited()) {
        let advice = awaited.asked.advice;
        return WithdrawAdvice { advice }.into();
    }
    let (CaseAct::Amend(_), Some(submission)) = (&step.act, &case.submission) else {
        return of_insurance(of_a_fee(step.act.clone(), case, step.minutes), case);
    };
    let mut submission = submission.clone();
    let turn = step.minutes % 100;
    match step.minutes % 5 {
        0 | 1 => drop(
            submission
                .answers
                .insert("largest_shell".to_owned(), Value::Number((76 + turn).into())),
        ),
        2 => drop(
            submission
                .answers
                .insert("fireworks".to_owned(), Value::Boolean(turn < 50)),
        ),
        3 => submission.event.date = submission.event.date.tomorrow().unwrap_or(submission.event.date),
        _ => {
            let offer = case.referrals.values().find_map(|one| one.open_offer());
            if let Some(offer) = offer {
                submission.event = offer.otherwise.of(&submission.event);
            }
        }
    }
    amending(*submission)
}

/// The same of what an authority demands, of a document of the case, and of a certificate that waits.
fn of_insurance(mut act: CaseAct, case: &Application) -> CaseAct {
    match &mut act {
        CaseAct::HandInInsurance(one) => {
            let document = case.attachments().next();
            one.document = document.map_or(one.document, |file| file.attachment);
            let asked = case.referrals.values().flat_map(|referral| {
                let items = |number| (1..4).map(move |item| (number, item));
                let asked = referral.questions.iter().flat_map(move |one| items(one.number));
                asked.map(|(question, item)| (&referral.authority, question, item))
            });
            let mut documents =
                asked.filter(|(by, question, item)| case.document_asked(by, *question, *item).is_some());
            if let Some((authority, question, item)) = documents.next() {
                (one.authority, one.wanted) = (authority.clone(), InsuredFor::Item { question, item });
            }
        }
        CaseAct::AnswerInsurance(one) => {
            let last = case.insurances.last();
            one.insurance = last.map_or(one.insurance, |last| last.number);
        }
        _ => {}
    }
    act
}

/// The same of a fee that the case has, and of what waits of it, but for now and then.
fn of_a_fee(mut act: CaseAct, case: &Application, minutes: i64) -> CaseAct {
    let mut all = case.fees.iter().cycle();
    let turn = usize::try_from(minutes % 7).unwrap_or_default();
    let Some(found) = all.nth(turn).filter(|_| turn > 0) else {
        return act;
    };
    match &mut act {
        CaseAct::RecordFee(one) => {
            one.fee = found.number;
            one.read = found.entries.len();
        }
        CaseAct::SayPaid(SayPaid { fee, .. }) | CaseAct::CorrectFee(CorrectFee { fee, .. }) => {
            *fee = found.number
        }
        CaseAct::AnswerPaid(one) => {
            one.fee = found.number;
            one.entry = found.said().map_or(one.entry, |said| said.number);
        }
        _ => {}
    }
    act
}

pub(crate) fn a_walk() -> impl Strategy<Value = Vec<Step>> {
    let step = (anyone(), an_act(), 0..2_000_i64).prop_map(|(who, act, minutes)| Step { who, act, minutes });
    prop::collection::vec(step, STEPS)
}

fn runner() -> TestRunner {
    TestRunner::new_with_rng(
        Config::with_cases(WALKS),
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    )
}

pub(crate) fn walks<S: Strategy>(strategy: &S) -> Vec<S::Value> {
    let mut runner = runner();
    (0..WALKS)
        .map(|_| strategy.new_tree(&mut runner).expect("a walk").current())
        .collect()
}

/// Whoever can do it does it most of the time, so that walks get far enough to be interesting.
async fn fitting(
    installation: &Installation,
    id: ApplicationId,
    people: &[Actor],
    step: &Step,
) -> Told<Actor> {
    let somebody = &people[step.who % people.len()];
    if step.who.is_multiple_of(4) {
        return Ok(somebody.clone());
    }
    let case = installation
        .desk
        .case(installation.cast.actor("auditor")?, id)
        .await?;
    let can = |actor: &&Actor| {
        let context = Context {
            actor: (*actor).clone(),
            ..case.context.clone()
        };
        possible(&case.application, &context)
            .iter()
            .any(|one| one.act == step.act.name())
    };
    Ok(people.iter().find(can).unwrap_or(somebody).clone())
}

/// Somebody enters that an authority is closed on a day soon; whoever may not is refused by name.
async fn enters_a_day(installation: &Installation, actor: &Actor, at: jiff::Timestamp, minutes: i64) -> Told {
    let day = at.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let day = day.checked_add(jiff::Span::new().days(minutes % 40))?;
    let closed = GivenDays {
        from: day,
        to: day,
        kind: DayKind::Closed,
        reason: Title::new("The archive moves")?,
        source: Title::new("Circular 12")?,
    };
    let before = installation.desk.store().size().await?;
    let entered = CalendarChange::Enter(closed);
    let done = installation.desk.change_calendar(actor, entered).await;
    let after = installation.desk.store().size().await?;
    match done {
        Ok(()) => assert!(after > before),
        Err(Fault::NotFound) => assert_eq!(after, before),
        Err(Fault::Refused(one)) => {
            assert!(GovernanceRefusal::CODES.contains(&one.code), "{}", one.code);
            assert_eq!(after, before);
        }
        Err(other) => panic!("entering {day} ended as {other}"),
    }
    Ok(())
}

/// What is asked by a link as this person could ask it: for the own decision, or as the lead, until the event.
async fn could_be_asked(
    desk: &Desk,
    actor: &Actor,
    id: ApplicationId,
    asked: AdviceAsked,
) -> Result<AdviceAsked, Fault> {
    let view = desk.case(actor, id).await?;
    let mut can = view.possible.iter().filter(|one| one.act == ActName::AskAdvice);
    let event = view.application.submission.as_ref().map(|one| one.event.date);
    Ok(match can.next().zip(event) {
        Some((one, until)) => AdviceAsked {
            authority: one.on.authority().cloned(),
            until,
            ..asked
        },
        None => asked,
    })
}

/// Does it; a letter comes with its scan, now and then without, and why something is refused or demanded is now and then sealed.
pub(crate) async fn does(
    installation: &Installation,
    actor: &Actor,
    id: ApplicationId,
    act: CaseAct,
    (seals, links): (bool, &mut Vec<String>),
) -> Result<(), Fault> {
    let desk = &installation.desk;
    match act {
        CaseAct::AskAdvice(act) => {
            let asked = if seals {
                could_be_asked(desk, actor, id, act.asked).await?
            } else {
                act.asked
            };
            // Each goes elsewhere, so that no address has too many.
            let address = format!("{id}.{}@port.example", links.len());
            let letter = |_: &str, _: &Application| Default::default();
            let link = desk.ask_advice(actor, id, asked, &address, None, letter);
            if let AdviceLink::ToHandOver(secret) = link.await? {
                links.push(secret);
            }
            Ok(())
        }
        CaseAct::GiveAdvice(act) => {
            let Some(secret) = links.last() else {
                return desk.change(actor, id, act).await;
            };
            let seen = desk.consulted(secret).await?;
            let advising = Advising {
                version: seen.version,
                says: act.says,
                words: act.words,
                sealed: None,
                file: None,
            };
            desk.give_advice(secret, advising).await
        }
        CaseAct::RecordLetter(letter) if letter.reasons.is_some() => {
            let today = desk.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
            let letter = RecordLetter {
                dated: today,
                ..letter
            };
            let scan = FileIn {
                name: "letter.pdf".to_owned(),
                bytes: SCAN.to_vec(),
            };
            desk.record_letter(actor, id, letter, scan, None, None)
                .await
                .map(drop)
        }
        act if seals && can_be_sealed(&act) => {
            let words = Reason::new("Divers watch the bridge.").expect("this is a reason");
            desk.change_sealing(actor, id, act, None, Some(&words)).await
        }
        act => desk.change(actor, id, act).await,
    }
}

/// Walks one walk; gives the names of what was refused, and how much happened by itself.
async fn walk(
    installation: &Installation,
    id: ApplicationId,
    steps: &[Step],
) -> Told<(Vec<&'static str>, u64)> {
    let people: Vec<_> = installation
        .cast
        .members()
        .filter_map(|member| member.actor.clone())
        .collect();
    let (mut refused, mut counted, mut links) = (vec![], 0, vec![]);
    let mut at: jiff::Timestamp = "2023-08-03T04:00:00Z".parse()?;
    for step in steps {
        at += jiff::SignedDuration::from_mins(step.minutes);
        installation.clock_at(&at.to_string())?;
        counted += installation.desk.do_what_is_due().await?;
        let actor = fitting(installation, id, &people, step).await?;
        if step.who.is_multiple_of(5) {
            enters_a_day(installation, &people[step.who % people.len()], at, step.minutes).await?;
        }
        let before = installation.desk.store().size().await?;
        let case = installation
            .desk
            .case(installation.cast.actor("auditor")?, id)
            .await?;
        let act = filled(step, &case.application);
        let how = (step.minutes % 4 != 0, &mut links);
        let done = does(installation, &actor, id, act, how).await;
        let after = installation.desk.store().size().await?;
        match done {
            Ok(()) => assert!(after > before, "{step:?} was taken and left no fact"),
            Err(fault) => {
                assert_eq!(after, before, "{step:?} was not taken and left a fact");
                match fault {
                    Fault::Refused(one) => {
                        assert!(
                            (ClearanceRefusal::CODES.contains(&one.code)
                                || DayRefusal::CODES.contains(&one.code)
                                || FeeRefusal::CODES.contains(&one.code)
                                || InsuranceRefusal::CODES.contains(&one.code)
                                || ConfideRefusal::CODES.contains(&one.code)),
                            "{} is no name of a refusal",
                            one.code
                        );
                        refused.push(one.code);
                    }
                    Fault::NotFound => {}
                    other => panic!("{step:?} ended as {other}"),
                }
            }
        }
    }
    Ok((refused, counted))
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_anyone_does_is_recorded_whole_or_refused_by_name() -> Told {
    let installation = Installation::where_silence_is(Database::sqlite()?, "deemed-granted").await?;
    let (mut refused, mut stages, mut by_itself, mut letters) = (vec![], vec![], 0, 0);
    let (mut sealed, mut opened, mut advised) = (0, 0, 0);
    let (mut recorded, mut insured) = (0, 0);
    let walks = walks(&a_walk());
    let acts = || walks.iter().flatten().map(|step| step.act.name());
    // A document is handed in with its bytes, by a call of its own (`documents`).
    for act in ActName::ALL.iter().filter(|act| **act != ActName::HandIn) {
        assert!(acts().any(|one| one == *act), "nobody tries {act:?}");
    }
    for (number, steps) in walks.into_iter().enumerate() {
        let id = if number % 2 == 0 {
            installation.submitted(None).await?
        } else {
            installation.circulated(None).await?
        };
        // Now and then a fee comes before the permit, so that there is something to pay.
        if number % 4 == 3 {
            installation.charges(id).await?;
        }
        // A certificate of insurance is asked for, and among the documents of the case before it is one.
        if number % 2 == 1 {
            let organiser = installation.cast.actor("organiser")?;
            let policy = FileIn {
                name: "policy.pdf".to_owned(),
                bytes: SCAN.to_vec(),
            };
            installation.desk.hand_in(organiser, id, policy, "").await?;
            installation
                .acts("interior-officer", id, asking_by_item()?)
                .await?;
        }
        let (names, counted) = walk(&installation, id, &steps).await?;
        refused.extend(names);
        by_itself += counted;
        let view = installation
            .desk
            .case(installation.cast.actor("auditor")?, id)
            .await?;
        stages.push(view.application.stage().name());
        letters += view.application.scans().count();
        advised += view
            .application
            .advice
            .iter()
            .filter(|one| one.is_given())
            .count();
        insured += view.application.insurances.len();
        let fees = &view.application.fees;
        recorded += fees.iter().map(|one| one.entries.len()).sum::<usize>();
        let seals = view.application.sealed();
        sealed += seals.len();
        opened += seals.iter().filter(|one| one.sealed.opened.is_some()).count();
    }
    refused.sort_unstable();
    refused.dedup();
    stages.sort_unstable();
    stages.dedup();
    // If walks got nowhere, they would prove nothing.
    assert!(refused.len() >= 8, "only these were refused: {refused:?}");
    assert!(
        by_itself >= 8,
        "only {by_itself} times something happened by itself"
    );
    assert!(
        sealed >= 3 && opened >= 1,
        "{sealed} reasons were sealed, and {opened} opened"
    );
    assert!(
        recorded >= 4,
        "only {recorded} times something was recorded of a fee"
    );
    assert!(
        insured >= 4,
        "only {insured} certificates of insurance were handed in"
    );
    assert!(letters >= 4, "only {letters} letters were recorded");
    assert!(advised >= 4, "only {advised} advised by links");
    assert!(stages.len() >= 4, "only these were reached: {stages:?}");
    let (before, after) = installation.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    let audit = installation.audit().await?;
    assert_eq!(audit.differences, Vec::<String>::new());
    installation.ends().await
}

/// All orders of four.
fn orders() -> Vec<[usize; 4]> {
    let mut orders = vec![];
    for one in 0..256_usize {
        let order = [one % 4, one / 4 % 4, one / 16 % 4, one / 64 % 4];
        if (0..4).all(|each| order.contains(&each)) {
            orders.push(order);
        }
    }
    orders
}

#[tokio::test(flavor = "multi_thread")]
async fn the_outcome_does_not_depend_on_who_decides_first() -> Told {
    let installation = Installation::on(Database::sqlite()?).await?;
    let condition = || -> Told<Decision> {
        Ok(Decision::GrantedWithConditions {
            conditions: vec![Condition::plain(Text::new("Firing ends at 21:00.")?)],
        })
    };
    for (fourth, expect) in [
        (condition()?, Stage::Decided),
        (Decision::Refused, Stage::Decided),
    ] {
        let decisions = [Decision::Granted, condition()?, Decision::Granted, fourth];
        let mut outcomes = vec![];
        for order in orders() {
            let id = installation.circulated(None).await?;
            for at in order {
                let (name, decider) = DECIDERS[at];
                let reasons = Some(Reason::new("It is so.")?);
                installation
                    .acts(
                        decider,
                        id,
                        Decide {
                            authority: authority(name)?,
                            decision: decisions[at].clone(),
                            reasons,
                        },
                    )
                    .await?;
            }
            let view = installation
                .desk
                .case(installation.cast.actor("coordinator")?, id)
                .await?;
            assert_eq!(view.application.stage(), expect);
            outcomes.push(Outcome::of(&view.application));
        }
        assert_eq!(outcomes.len(), 24);
        assert!(
            outcomes.iter().all(|outcome| *outcome == outcomes[0]),
            "{outcomes:?}"
        );
    }
    installation.ends().await
}
