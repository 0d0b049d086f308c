//! A question that asks item by item: what is answered of it, what still is awaited, and what that does to the clock.

use crate::cast::*;
use crate::library::{SETTINGS, load};
use crate::notices::check;
use act::scenario::Given;
use act::{Act, AttachmentId, Context, Refusal, Role};
use clearance::acts::*;
use clearance::{
    About, AnsweredItem, Application, ApplicationFact, Attachment, ClearanceRefusal, ItemAnswer, MOST_ITEMS,
    News, Party, Question, Share, Standing, Wanted, is_left_to_do, reckon,
};

/// A kind of document.
const SITE_PLAN: &str = r#"
[document.site-plan]
label = { en = "Plan of the site", km = "ប្លង់ទីតាំង", ja = "会場図" }

[document.site-plan.basis]
kind = "assumption"
citation = "no published rule"
"#;

fn shell() -> Wanted {
    Wanted {
        about: About::Field("largest_shell".into()),
        words: Some(reason("Across, or round?")),
    }
}

fn document(id: &str) -> Wanted {
    Wanted {
        about: About::Document(id.into()),
        words: None,
    }
}

/// Interior asks for three things on 14 August.
fn ask() -> AskQuestion {
    AskQuestion {
        authority: authority("moi"),
        text: reason("For the safety of the quay:"),
        items: vec![shell(), document("site-plan"), document("insurance")],
    }
}

fn asked() -> Given<Application> {
    in_circulation().and(&officer(INTERIOR), ask())
}

fn on(day: &str, organisation: act::OrganisationId, role: Role) -> Context {
    acting(organisation, role, &format!("2023-08-{day}T03:00:00Z"))
}

fn applicant(day: &str) -> Context {
    on(day, ASSOCIATION, Role::Applicant)
}

fn interior(day: &str) -> Context {
    on(day, INTERIOR, Role::Officer)
}

fn said(item: u32) -> AnsweredItem {
    let words = Some(reason("As it is said there."));
    AnsweredItem {
        item,
        answer: ItemAnswer::Given {
            words,
            documents: vec![],
        },
    }
}

fn cannot(item: u32) -> AnsweredItem {
    let why = reason("The insurer closes until October.");
    AnsweredItem {
        item,
        answer: ItemAnswer::CannotBe { why },
    }
}

fn answer(answers: Vec<AnsweredItem>) -> AnswerItems {
    AnswerItems {
        authority: authority("moi"),
        number: 1,
        answers,
    }
}

fn back(items: &[u32]) -> TakeBackItems {
    TakeBackItems {
        authority: authority("moi"),
        number: 1,
        items: items.to_vec(),
    }
}

fn question(past: &Given<Application>) -> Question {
    past.state().referrals[&authority("moi")].questions[0].clone()
}

fn awaited(past: &Given<Application>) -> Vec<u32> {
    question(past).awaited().map(|(number, _)| number).collect()
}

fn standing(past: &Given<Application>) -> Standing {
    past.state().referrals[&authority("moi")].standing()
}

fn deadline(past: &Given<Application>) -> Option<String> {
    let reckoned = reckon(&past.state().referrals[&authority("moi")]).unwrap();
    reckoned.deadline.map(|day| day.to_string())
}

#[test]
fn a_part_is_answered_and_the_clock_stands_still_until_the_last_item() {
    let past = asked();
    assert_eq!(awaited(&past), [1, 2, 3]);
    assert_eq!(question(&past).share(), Some(share(0, 3, 0)));
    past.when(&applicant("16"), answer(vec![said(1)]))
        .then(&[ApplicationFact::ItemsAnswered {
            authority: authority("moi"),
            number: 1,
            answers: vec![said(1)],
        }]);
    let past = past.and(&applicant("16"), answer(vec![said(1), said(2)]));
    assert_eq!(awaited(&past), [3]);
    assert_eq!(question(&past).share(), Some(share(2, 3, 0)));
    assert_eq!(
        (standing(&past), deadline(&past)),
        (Standing::AwaitingInformation, None)
    );
    // With the last it runs again, as from one answer on that day.
    let past = past.and(&applicant("21"), answer(vec![cannot(3)]));
    assert!(awaited(&past).is_empty());
    assert_eq!(question(&past).share(), Some(share(3, 3, 1)));
    assert_eq!(question(&past).ended, Some(at("2023-08-21T03:00:00Z")));
    let whole = AskQuestion {
        items: vec![],
        ..ask()
    };
    let at_once = AnswerQuestion {
        authority: authority("moi"),
        number: 1,
        answer: reason("All of it."),
    };
    let whole = in_circulation().and(&officer(INTERIOR), whole);
    let whole = whole.and(&applicant("21"), at_once);
    assert_eq!(standing(&past), Standing::InReview);
    assert!(deadline(&past).is_some());
    assert_eq!(deadline(&past), deadline(&whole));
}

#[test]
fn single_items_are_taken_back_and_the_last_ends_the_question() {
    let past = asked().and(&interior("15"), back(&[2]));
    assert_eq!(awaited(&past), [1, 3]);
    assert_eq!(question(&past).share(), Some(share(0, 2, 0)));
    let past = past.and(&applicant("16"), answer(vec![said(1)]));
    assert_eq!(deadline(&past), None);
    let past = past.and(&interior("17"), back(&[3]));
    assert_eq!(question(&past).ended, Some(at("2023-08-17T03:00:00Z")));
    assert_eq!(question(&past).share(), Some(share(1, 1, 0)));
    assert!(deadline(&past).is_some());
    // All of them, that is the question.
    let none = asked().and(&interior("15"), back(&[1, 2, 3]));
    assert_eq!((question(&none).share(), awaited(&none)), (None, vec![]));
    assert_eq!(standing(&none), Standing::InReview);
    // And with the question goes what was still awaited of it.
    let whole = WithdrawQuestion {
        authority: authority("moi"),
        number: 1,
    };
    let part = asked().and(&applicant("16"), answer(vec![said(1)]));
    let withdrawn = part.and(&interior("17"), whole);
    assert_eq!(question(&withdrawn).share(), Some(share(1, 1, 0)));
    assert!(question(&withdrawn).items[2].is_taken_back());
}

#[test]
fn what_is_not_awaited_any_more_is_refused_by_its_number_and_nothing_is_recorded() {
    let past = asked().and(&applicant("16"), answer(vec![said(1)]));
    let past = past.and(&interior("17"), back(&[2]));
    let refused = |item| ClearanceRefusal::ItemNotAwaited(1, item);
    // A second press, an item that was taken back, one that never was, and one that is named twice.
    past.when(&applicant("18"), answer(vec![said(1)]))
        .refused(&refused(1));
    past.when(&applicant("18"), answer(vec![said(3), said(2)]))
        .refused(&refused(2));
    past.when(&applicant("18"), answer(vec![said(0)]))
        .refused(&refused(0));
    past.when(&applicant("18"), answer(vec![said(4)]))
        .refused(&refused(4));
    past.when(&applicant("18"), answer(vec![said(3), cannot(3)]))
        .refused(&refused(3));
    past.when(&interior("18"), back(&[1])).refused(&refused(1));
    past.when(&interior("18"), back(&[3, 3])).refused(&refused(3));
    let over = past.and(&applicant("18"), answer(vec![said(3)]));
    let gone = ClearanceRefusal::NoOpenQuestion { number: 1 };
    over.when(&applicant("19"), answer(vec![said(3)])).refused(&gone);
    over.when(&interior("19"), back(&[3])).refused(&gone);
}

#[test]
fn something_is_said_to_something() {
    let nothing = AnsweredItem {
        item: 1,
        answer: ItemAnswer::Given {
            words: None,
            documents: vec![],
        },
    };
    for empty in [answer(vec![]), answer(vec![nothing])] {
        asked()
            .when(&applicant("16"), empty)
            .refused(&ClearanceRefusal::NothingAnswered);
    }
    asked()
        .when(&interior("16"), back(&[]))
        .refused(&ClearanceRefusal::NothingAnswered);
}

#[test]
fn a_document_of_the_case_answers_an_item_and_another_does_not() {
    let plan = Attachment {
        attachment: AttachmentId::of(15),
        name: title("plan.pdf"),
        media_type: "application/pdf".into(),
        size: 9,
        sha256: "ab".into(),
        document: None,
    };
    let with = |documents| AnsweredItem {
        item: 2,
        answer: ItemAnswer::Given {
            words: None,
            documents,
        },
    };
    let (ours, theirs) = (AttachmentId::of(15), AttachmentId::of(16));
    asked()
        .when(&applicant("16"), answer(vec![with(vec![ours])]))
        .refused(&ClearanceRefusal::NoSuchDocument);
    let past = asked().and(
        &applicant("16"),
        HandIn {
            attachment: plan,
            few: None,
        },
    );
    past.when(&applicant("16"), answer(vec![with(vec![ours, theirs])]))
        .refused(&ClearanceRefusal::NoSuchDocument);
    // A document that is named twice answers no more.
    past.when(&applicant("16"), answer(vec![with(vec![ours, ours])]))
        .then(&[ApplicationFact::ItemsAnswered {
            authority: authority("moi"),
            number: 1,
            answers: vec![with(vec![ours])],
        }]);
}

#[test]
fn a_question_is_answered_in_the_way_in_which_it_asks() {
    let whole = AnswerQuestion {
        authority: authority("moi"),
        number: 1,
        answer: reason("All of it."),
    };
    let otherwise = ClearanceRefusal::AnsweredOtherwise(1);
    asked().when(&applicant("16"), whole).refused(&otherwise);
    let plain = AskQuestion {
        items: vec![],
        ..ask()
    };
    let plain = in_circulation().and(&officer(INTERIOR), plain);
    plain
        .when(&applicant("16"), answer(vec![said(1)]))
        .refused(&otherwise);
    plain.when(&interior("16"), back(&[1])).refused(&otherwise);
    let offered = |past: &Given<Application>, by: &Context, act| {
        let all = possible(&past.state(), by);
        all.iter().any(|one| one.act == act)
    };
    for (past, item_by_item) in [(&asked(), true), (&plain, false)] {
        let by = applicant("16");
        assert_eq!(offered(past, &by, ActName::AnswerItems), item_by_item);
        assert_eq!(offered(past, &by, ActName::AnswerQuestion), !item_by_item);
        assert_eq!(
            offered(past, &interior("16"), ActName::TakeBackItems),
            item_by_item
        );
        assert!(offered(past, &interior("16"), ActName::WithdrawQuestion));
    }
    // Of a single one that is awaited the question itself is taken back.
    let part = asked().and(&applicant("16"), answer(vec![said(1), said(2)]));
    assert!(!offered(&part, &interior("17"), ActName::TakeBackItems));
}

#[test]
fn what_an_item_is_about_is_in_the_rulebook() {
    let rulebook = load(&format!("{SETTINGS}{SITE_PLAN}"));
    let named = About::Named(title("Insurance"));
    for known in [shell().about, document("site-plan").about, named] {
        assert_eq!(known.is_in_form(&rulebook), Ok(()), "{known:?}");
    }
    // A question is no document, and a document no question.
    for (unknown, id) in [
        (About::Field("site-plan".into()), "site-plan"),
        (About::Document("largest_shell".into()), "largest_shell"),
    ] {
        let refused = ClearanceRefusal::NotInForm(id.to_owned());
        assert_eq!(unknown.is_in_form(&rulebook), Err(refused));
    }
}

/// The refusals that an item can meet.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let refused = |act: CaseAct, by: &Context| act.decide(&asked().state(), by).unwrap_err();
    let whole = AnswerQuestion {
        authority: authority("moi"),
        number: 1,
        answer: reason("All of it."),
    };
    let many = AskQuestion {
        items: vec![shell(); MOST_ITEMS + 1],
        ..ask()
    };
    let unknown = About::Field("colour".into()).is_in_form(&load(SETTINGS));
    vec![
        refused(answer(vec![said(4)]).into(), &applicant("16")),
        refused(answer(vec![]).into(), &applicant("16")),
        refused(whole.into(), &applicant("16")),
        many.decide(&in_circulation().state(), &officer(INTERIOR))
            .unwrap_err(),
        unknown.unwrap_err(),
    ]
}

#[test]
fn whose_they_are_answers_and_whose_they_are_takes_them_back() {
    let lead = on("16", MUNICIPALITY, Role::Coordinator);
    let defence = on("16", DEFENCE, Role::Officer);
    for by in [&lead, &defence, &interior("16")] {
        let refused = asked().when(by, answer(vec![said(1)])).refusal();
        assert_eq!(refused.code(), "not-your-role");
    }
    let refused = asked().when(&defence, back(&[1])).refusal();
    assert_eq!(refused.code(), "not-your-authority");
    // Any of those who hold the event answers.
    let embassy = on("16", EMBASSY, Role::Applicant);
    let past = asked().and(&embassy, answer(vec![said(1)]));
    assert_eq!(awaited(&past), [2, 3]);
}

#[test]
fn a_question_has_so_many_items_and_no_more() {
    let many = |count| AskQuestion {
        items: vec![shell(); count],
        ..ask()
    };
    in_circulation()
        .when(&officer(INTERIOR), many(MOST_ITEMS + 1))
        .refused(&ClearanceRefusal::TooManyItems(MOST_ITEMS, MOST_ITEMS + 1));
    let past = in_circulation().and(&officer(INTERIOR), many(MOST_ITEMS));
    assert_eq!(awaited(&past).len(), MOST_ITEMS);
}

#[test]
fn nothing_is_decided_while_an_item_is_awaited() {
    let decide = Decide {
        authority: authority("moi"),
        decision: clearance::Decision::Granted,
        reasons: None,
    };
    let part = asked().and(&applicant("16"), answer(vec![said(1)]));
    part.when(&decider(INTERIOR), decide)
        .refused(&ClearanceRefusal::QuestionOpen { number: 1 });
    part.when(&interior("17"), ask())
        .refused(&ClearanceRefusal::QuestionOpen { number: 1 });
}

#[test]
fn what_is_asked_and_answered_in_part_is_told_with_how_much_of_it_is() {
    let organisers = |told: &str| ["association", "embassy"].map(|one| format!("{one} organiser: {told}"));
    let [association, embassy] = organisers("question moi 0 of 3 by 2023-10-27");
    check(
        &in_circulation(),
        &officer(INTERIOR),
        ask(),
        &[&association, &embassy],
    );
    let part = answer(vec![said(1), said(2)]);
    let told = [
        "interior authority: answer-in-part moi 2 of 3",
        "embassy organiser: answer-in-part moi 2 of 3",
    ];
    check(&asked(), &applicant("16"), part.clone(), &told);
    let past = asked().and(&applicant("16"), part);
    let [association, embassy] = organisers("items-taken-back moi 2 of 2");
    check(&past, &interior("17"), back(&[3]), &[&association, &embassy]);
    let [association, embassy] = organisers("question-withdrawn moi");
    check(
        &asked(),
        &interior("17"),
        back(&[1, 2, 3]),
        &[&association, &embassy],
    );
    let left = |past: &Given<Application>| {
        let moi = authority("moi");
        is_left_to_do(
            &past.state(),
            Party::Organiser,
            News::Question,
            Some(&moi),
            None,
            at("2023-08-20T00:00:00Z"),
        )
    };
    assert!(left(&past));
    let done = past.and(&applicant("18"), answer(vec![cannot(3)]));
    assert!(!left(&done));
    let told = [
        "interior authority: answer moi by 2023-09-07",
        "embassy organiser: answer moi by 2023-09-07",
    ];
    let past = asked().and(&applicant("16"), answer(vec![said(1), said(2)]));
    check(&past, &applicant("18"), answer(vec![cannot(3)]), &told);
}

fn share(answered: u32, of: u32, declined: u32) -> Share {
    Share {
        answered,
        of,
        declined,
    }
}
