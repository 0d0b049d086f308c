//! What a case costs: Interior takes a fee that comes before the permit. It is paid in part, said to be paid, found, recorded wrongly and
//! put right; and no other authority reads of it.

use act::Title;
use clearance::acts::{IssuePermit, SayPaid, SetFee};
use stories::{Database, Installation, PATROL, RECEIPT, Told, authority};

const OPEN: &str = "The permit cannot be issued before this is paid or waived";

#[tokio::test(flavor = "multi_thread")]
async fn a_fee_is_set_paid_and_found_and_the_permit_waits_for_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let page = format!("/en/cases/{case}");
    let mut officer = app.signs_in("interior-officer").await?;
    let form = officer.opens(&page).await?.form("/fees")?;
    let form = form
        .with("set-fee-authority", "moi")?
        .with("set-fee-label", PATROL)?
        .with("set-fee-basis", "Tariff of 2022, line 7")?
        .with("set-fee-due", "2023-09-30")?
        .with("set-fee-before-permit", "yes")?
        .with("set-fee-how", "At the counter of the harbour office.")?;
    let wrong = form.clone().with("set-fee-amount", "25,00")?;
    officer
        .tries(&wrong.with("set-fee-currency", "USD")?)
        .await?
        .says("This is no amount. Write it in digits, with at most 2 after the point")?;
    let form = form.with("set-fee-amount", "25")?;
    officer
        .tries(&form.clone().with("set-fee-currency", "dollars")?)
        .await?
        .says("This is no currency of ISO 4217.")?;
    officer
        .sends(&form.with("set-fee-currency", "USD")?)
        .await?
        .says(PATROL)?
        .says("25.00 USD is due by")?;

    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator.opens(&page).await?;
    seen.says(OPEN)?.says("25.00 USD")?;
    assert!(
        seen.form("/permit").is_err(),
        "nobody is offered what would be refused"
    );
    let issuing = app.acts("coordinator", case, IssuePermit).await;
    assert!(issuing.is_err_and(|one| one.to_string().contains("fees-open")));

    // Who does not read of the fee is told that there is one, on the page as in lists.
    let mut other = app.signs_in("defence-decider").await?;
    other
        .opens(&page)
        .await?
        .says("The permit cannot be issued before a fee of another authority is paid or waived.")?
        .does_not_say(PATROL)?;

    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("A fee of Interior is due")?
        .says("Pay it, and say so with the receipt.")?
        .says("It is to be paid by")?;
    let seen = organiser.opens(&page).await?;
    seen.says("At the counter of the harbour office.")?.says(OPEN)?;
    organiser
        .follows(&seen, &format!("Pay 25.00 USD for {PATROL} by 30 September"))
        .await?;
    let today = app.desk.now().to_string();
    let today = today.get(..10).ok_or("no day")?;
    let say = seen.form("/fees/payments")?;
    let say = say.with("say-fee", "1")?.with("say-fee-day", today)?;
    organiser
        .tries(&say)
        .await?
        .says("Give the number of the receipt and the day.")?;
    organiser
        .sends(&say.with("say-fee-receipt", RECEIPT)?)
        .await?
        .says("said to be paid, to be confirmed")?;

    officer
        .opens("/en/inbox")
        .await?
        .says("The organiser says that a fee of Interior was paid")?
        .says("Say whether it was found.")?;
    // It is what waits for whoever keeps the account, before all else.
    let docket = officer.opens("/en/docket").await?;
    docket
        .says("One more thing waits for you")?
        .does_not_say("Nothing waits for you")?;
    officer.follows(&docket, "Was the payment found?").await?;
    other.opens("/en/docket").await?.does_not_say("more thing")?;
    // Who has no part in the money reads that the permit waits for a fee, and no more.
    other
        .opens("/en/events")
        .await?
        .says("waits for a fee")?
        .does_not_say("a payment is to be confirmed")?;
    organiser
        .opens("/en/events")
        .await?
        .says("a payment is to be confirmed")?;
    // Whoever coordinates for an authority that does not lead has nothing to answer for.
    let mut elsewhere = app.signs_in("interior-coordinator").await?;
    elsewhere.opens("/en/board").await?.does_not_say("more thing")?;
    let seen = coordinator.opens("/en/board").await?;
    seen.says("a payment is to be confirmed")?
        .does_not_say("more thing")?;
    let seen = officer.opens(&page).await?;
    seen.says("Said to be paid, and to be confirmed by whoever keeps the account")?
        .does_not_say(OPEN)?;
    officer.follows(&seen, "Answer whether it was paid").await?;
    let answer = seen.form("/payments/answer")?;
    let answer = answer.with("answer-fee", "1/1")?;
    let lost = answer.clone().with("answer-fee-found", "not-found")?;
    officer.tries(&lost).await?.says("Say why.")?;
    officer
        .sends(&answer.with("answer-fee-found", "found")?)
        .await?
        .says("nothing open")?
        .says(RECEIPT)?;
    officer.opens("/en/docket").await?.does_not_say("more thing")?;
    coordinator
        .opens("/en/inbox")
        .await?
        .says("Everyone whose consent is needed has agreed")?;
    let permit = coordinator.opens(&page).await?.form("/permit")?;
    coordinator.confirms(&permit).await?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leads_has_the_payments_to_its_own_authority_on_its_board() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let set = SetFee {
        authority: authority("phnom-penh")?,
        label: Title::new("Use of the quay")?,
        amount: Title::new("40")?,
        currency: Title::new("USD")?,
        basis: Title::new("Tariff of the quay")?,
        due: None,
        before_permit: true,
        how: None,
    };
    app.acts("municipality-decider", case, set).await?;
    let said = SayPaid {
        fee: 1,
        amount: None,
        receipt: Some(Title::new(RECEIPT)?),
        day: Some(app.today()?),
        document: None,
    };
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens("/en/board")
        .await?
        .does_not_say("One more thing")?;
    app.acts("organiser", case, said).await?;
    let board = coordinator.opens("/en/board").await?;
    board.says("One more thing waits for you")?;
    coordinator.follows(&board, "Was the payment found?").await?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_recorded_wrongly_is_reversed_with_why_and_both_stay_to_be_read() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.charged().await?;
    let page = format!("/en/cases/{case}");
    let mut coordinator = app.signs_in("coordinator").await?;
    let form = coordinator.opens(&page).await?.form("/corrections")?;
    let form = form.with("correct-fee", "1/1")?;
    coordinator
        .sends(&form.with("correct-fee-reasons", "The receipt is of another event.")?)
        .await?
        .says("25.00 USD open")?
        .says(RECEIPT)?
        .says("The receipt is of another event.")?;
    let waive = coordinator.opens(&page).await?.form("/entries")?;
    let waive = waive
        .with("record-fee", "1/1")?
        .with("record-fee-step", "waived")?;
    coordinator.tries(&waive).await?.says("Say why.")?;
    let waive = waive.with("record-fee-reasons", "A state event.")?;
    let too_much = waive.clone().with("record-fee-amount", "25.01")?;
    coordinator
        .tries(&too_much)
        .await?
        .says("That is more than there is: at most 25.00 USD.")?;
    coordinator.sends(&waive).await?.says("nothing open")?;
    coordinator
        .tries(&waive)
        .await?
        .says("There is nothing of the kind to record")?;
    let mut organiser = app.signs_in("organiser").await?;
    let history = organiser.opens(&format!("{page}/history")).await?;
    history
        .says("Interior: 10.00 USD was recorded wrongly, and was reversed")?
        .says("Interior: 25.00 USD was waived")?;
    let inbox = organiser.opens("/en/inbox").await?;
    inbox.says("A fee of Interior was waived, in part or whole")?;
    app.ends().await
}

/// Money goes between whoever holds the event, the authority and whoever leads.
#[tokio::test(flavor = "multi_thread")]
async fn no_other_authority_reads_of_a_fee_on_a_page_or_in_a_history_or_an_archive() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.said_to_be_paid().await?;
    let page = format!("/en/cases/{case}");
    for (key, reads) in [
        ("organiser", true),
        ("coordinator", true),
        ("interior-decider", true),
        ("auditor", true),
        ("defence-decider", false),
        ("municipality-decider", false),
    ] {
        let actor = app.cast.actor(key)?;
        let bundle = app.desk.bundle(actor, case).await?;
        let bundle = bundle.texts.into_iter().map(|(_, text)| text).collect::<String>();
        assert_eq!(bundle.contains(PATROL), reads, "{key}");
        let mut reader = app.signs_in(key).await?;
        for path in [page.clone(), format!("{page}/history")] {
            let seen = reader.opens(&path).await?;
            if reads {
                seen.says(PATROL)?;
            } else {
                seen.does_not_say(PATROL)?.does_not_say(RECEIPT)?;
            }
        }
    }
    app.ends().await
}

/// What the rulebook names is due from the day on which its authority is asked.
#[tokio::test(flavor = "multi_thread")]
async fn a_fee_of_the_rulebook_is_due_with_the_referral_and_says_how_it_is_paid() -> Told {
    let app = Installation::where_interior_takes_a_fee(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("Patrol boat (Ministry of Interior)")?
        .says("25.00 USD is due by")?
        .says("16 August")?
        .says("At the counter of the harbour office.")?
        .says("No permit is issued before it is paid or waived.")?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("A fee of Interior is due")?;
    organiser
        .opens(&page.replacen("/en/", "/km/", 1))
        .await?
        .says("ទូកល្បាត")?
        .says("២៥,០០ USD")?;
    // The rulebook asks for it: it is waived, and not reversed.
    let mut officer = app.signs_in("interior-officer").await?;
    let seen = officer.opens(&page).await?;
    assert!(
        seen.form("/corrections").is_err(),
        "nothing was recorded that could be wrong"
    );
    let form = seen.form("/entries")?;
    let form = form
        .with("record-fee", "1/0")?
        .with("record-fee-step", "waived")?;
    officer
        .sends(&form.with("record-fee-reasons", "A state event.")?)
        .await?
        .says("nothing open")?;
    app.ends().await
}

/// What it will cost stands where it is applied for, before it is handed in and while it waits.
#[tokio::test(flavor = "multi_thread")]
async fn what_will_be_asked_stands_on_the_page_of_a_case_that_waits() -> Told {
    let app = Installation::where_interior_takes_a_fee(Database::sqlite()?).await?;
    let case = app.submitted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("Patrol boat")?
        .says("25.00 USD")?;
    app.ends().await
}
