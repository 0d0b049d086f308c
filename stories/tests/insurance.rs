//! Interior asks for the insurance of the barge. The organiser hands a certificate in that ends on the day before the event: that is said at
//! once, and again as it ends. Another takes its place, is accepted, and no longer covers the event once that is moved.

use clearance::acts::{Decide, IssuePermit};
use clearance::{Decision, InsuredFor};
use stories::{DECIDERS, DOCUMENT, Database, INSURER, Installation, PLAN, POLICY, Told, authority};

const SHORT: &str = "does not cover the event";

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_ends_too_early_is_said_to_sent_back_and_another_accepted() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let page = format!("/en/cases/{case}");
    let document = app.document_of(case).await?.to_string();
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens(&page).await?.form("/insurances")?;
    let form = form
        .with("insurance-for", "moi/item/1.3")?
        .with("insurance-insurer", INSURER)?
        .with("insurance-policy", POLICY)?
        .with("insurance-cover", "50000")?
        .with("insurance-currency", "USD")?
        .with("insurance-from", "2023-11-01")?
        .with("insurance-document", &document)?;
    let wrong = form.clone().with("insurance-until", "2023-10-31")?;
    organiser
        .tries(&wrong)
        .await?
        .says("It would end before it begins.")?;
    organiser
        .sends(&form.clone().with("insurance-until", "2023-11-18")?)
        .await?
        .says(SHORT)?
        .says("It ends on")?
        .says("50,000.00 USD")?
        .says(DOCUMENT)?
        .says("waits for the authority")?;

    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens("/en/inbox")
        .await?
        .says("A certificate of insurance was handed in for Interior")?
        .says("Check it, and accept it or send it back.")?
        .says("An insurance for Interior does not cover the event")?;
    let waits = "Is the insurance enough?";
    let docket = officer.opens("/en/docket").await?;
    docket.says(waits)?.says(&format!(": {INSURER}"))?;
    let leads = format!("{page}#act-answer-insurance");
    assert!(docket.addresses()?.contains(&leads), "{:?}", docket.addresses()?);
    // It is nobody's but Interior's to answer.
    let mut defence = app.signs_in("defence-decider").await?;
    defence.opens("/en/docket").await?.does_not_say(waits)?;
    officer
        .opens(&format!("{page}/referrals/moi"))
        .await?
        .says(INSURER)?
        .says(SHORT)?;
    let answer = officer.opens(&page).await?.form("/insurances/answer")?;
    let answer = answer
        .with("answer-insurance", "1")?
        .with("answer-insurance-how", "sent-back")?;
    officer.tries(&answer).await?.says("Say why.")?;
    officer
        .sends(&answer.with("answer-insurance-reasons", "The barge is there until midnight.")?)
        .await?
        .says("sent back")?;
    officer.opens("/en/docket").await?.does_not_say(waits)?;

    organiser
        .opens("/en/inbox")
        .await?
        .says("Interior sent a certificate of insurance back")?
        .says("Read why, and hand in another.")?;
    let again = organiser.opens(&page).await?;
    again.says("The barge is there until midnight.")?;
    organiser
        .sends(&form.with("insurance-until", "2023-11-30")?)
        .await?
        .does_not_say("It ends on")?;
    let answer = officer.opens(&page).await?.form("/insurances/answer")?;
    let answer = answer
        .with("answer-insurance", "2")?
        .with("answer-insurance-how", "accepted")?;
    officer.sends(&answer).await?.says("accepted")?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("Interior accepted a certificate of insurance")?;
    organiser
        .opens(&format!("{page}/history"))
        .await?
        .says("Interior: a certificate of insurance for 50,000.00 USD was handed in")?
        .says("Interior: a certificate of insurance was sent back")?
        .says("Interior: a certificate of insurance was accepted")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn as_the_event_moves_and_as_the_insurance_ends_those_concerned_are_told_each_once() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let page = format!("/en/cases/{case}");
    let item = InsuredFor::Item { question: 1, item: 3 };
    let covering = app.certificate(case, item, "2023-11-30").await?;
    app.acts("organiser", case, covering).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens(&page).await?.does_not_say(SHORT)?;
    app.clock_at("2023-08-28T02:00:00Z")?;
    // Whoever signed in days before signs in again.
    let mut officer = app.signs_in("interior-officer").await?;
    app.amends(case, |submission| {
        submission.event.date = jiff::civil::date(2023, 12, 2);
    })
    .await?;
    officer.opens(&page).await?.says(SHORT)?;
    let told = "An insurance for Interior does not cover the event";
    officer.opens("/en/inbox").await?.says(told)?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator.opens("/en/inbox").await?.says(told)?;
    coordinator
        .opens("/en/board")
        .await?
        .says("An insurance does not cover the event")?;
    // In Phnom Penh it is the sixteenth of November, two weeks before it ends.
    let ends = "An insurance for Interior ends soon";
    app.clock_at("2023-11-15T16:59:00Z")?;
    app.desk.do_what_is_due().await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser.opens("/en/inbox").await?.does_not_say(ends)?;
    app.clock_at("2023-11-15T17:00:00Z")?;
    app.desk.do_what_is_due().await?;
    organiser
        .opens("/en/inbox")
        .await?
        .says(ends)?
        .says("It ends before the event is over.")?;
    let facts = app.desk.store().size().await?;
    app.clock_at("2023-11-20T02:00:00Z")?;
    app.desk.do_what_is_due().await?;
    assert_eq!(app.desk.store().size().await?, facts, "once");
    // Nobody has to answer it any more once the event is over.
    let waits = "Is the insurance enough?";
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens("/en/docket").await?.says(waits)?;
    app.clock_at("2023-12-03T02:00:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens("/en/docket").await?.does_not_say(waits)?;
    app.ends().await
}

/// A certificate for a condition of the permit is what shows that condition to be kept.
#[tokio::test(flavor = "multi_thread")]
async fn for_a_condition_it_is_shown_and_discharged_on_the_page_of_the_condition() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.conditioned(None).await?;
    let condition = format!("/en/cases/{case}/referrals/moi/conditions/1");
    let certificate = app
        .certificate(case, InsuredFor::Condition { number: 1 }, "2023-11-18")
        .await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&condition)
        .await?
        .says("Is an insurance demanded?")?
        .says("Hand in a certificate of insurance")?;
    app.acts("organiser", case, certificate).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let seen = officer.opens(&condition).await?;
    seen.says(PLAN)?.says(POLICY)?.says(SHORT)?;
    // What it leaves uncovered is said once more before it is accepted for good.
    let check = officer.sends(&seen.form("/discharge")?).await?;
    check.says("It cannot be undone")?.says(SHORT)?;
    let meant = check.form("/discharge")?.with("checked", "right")?;
    officer.sends(&meant).await?;
    let case_page = format!("/en/cases/{case}");
    officer.opens(&case_page).await?.says("accepted")?.says(SHORT)?;
    // It does not cover the event all the same: that stands on the board, and another can be handed in.
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens("/en/board")
        .await?
        .says("An insurance does not cover the event")?;
    let renewed = app
        .certificate(case, InsuredFor::Condition { number: 1 }, "2023-11-30")
        .await?;
    app.acts("organiser", case, renewed).await?;
    coordinator
        .opens("/en/board")
        .await?
        .does_not_say("An insurance does not cover the event")?;
    app.ends().await
}

/// What is insured for whom is between whoever holds the event, the authority that demands it and whoever leads.
#[tokio::test(flavor = "multi_thread")]
async fn no_other_authority_and_no_public_page_reads_of_an_insurance() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.insured().await?;
    let page = format!("/en/cases/{case}");
    for (key, reads) in [
        ("organiser", true),
        ("coordinator", true),
        ("interior-decider", true),
        ("auditor", true),
        ("defence-decider", false),
        ("municipality-decider", false),
    ] {
        let bundle = app.desk.bundle(app.cast.actor(key)?, case).await?;
        let bundle = bundle.texts.into_iter().map(|(_, text)| text).collect::<String>();
        assert_eq!(bundle.contains(INSURER), reads, "{key}");
        let mut reader = app.signs_in(key).await?;
        for path in [page.clone(), format!("{page}/history")] {
            let seen = reader.opens(&path).await?;
            if reads {
                seen.says(INSURER)?;
            } else {
                seen.does_not_say(INSURER)?
                    .does_not_say(POLICY)?
                    .does_not_say(SHORT)?;
            }
        }
    }
    let accept = clearance::acts::AnswerInsurance {
        insurance: 1,
        accepted: true,
        reasons: None,
    };
    app.acts("interior-officer", case, accept).await?;
    for item in [1, 2] {
        let back = clearance::acts::TakeBackItems {
            authority: authority("moi")?,
            number: 1,
            items: vec![item],
        };
        app.acts("interior-officer", case, back).await?;
    }
    for (whose, decider) in DECIDERS {
        let decide = Decide {
            authority: authority(whose)?,
            decision: Decision::Granted,
            reasons: None,
        };
        app.acts(decider, case, decide).await?;
    }
    app.acts("coordinator", case, IssuePermit).await?;
    let permit = app.permit_of(case).await?;
    let mut anyone = app.visitor();
    for path in [
        format!("/en/permits/{permit}"),
        "/en/register".to_owned(),
        "/en/calendar".to_owned(),
    ] {
        let seen = anyone.opens(&path).await?;
        seen.does_not_say(INSURER)?
            .does_not_say(POLICY)?
            .does_not_say(SHORT)?;
    }
    app.ends().await
}
