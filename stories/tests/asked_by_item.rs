//! Interior asks about two answers of the application and for a document. The organiser answers what it can today, and the rest a week
//! later; the clock stands still until the last of it, and every page says how much is answered.

use act::ApplicationId;
use clearance::acts::{AnswerItems, TakeBackItems};
use clearance::{AnsweredItem, ItemAnswer};
use desk::Fault;
use stories::{
    DOCUMENT, Database, Form, Installation, OF_THE_CROWD, OF_THE_SHELL, Page, Told, asking_foreign_affairs,
    authority,
};

/// What the form of an authority that asks holds.
const FORM: &str = "/questions";

fn referral(case: ApplicationId) -> String {
    format!("/en/cases/{case}/referrals/moi")
}

/// The organiser's form, with words typed for each of these items.
fn typed(page: &Page, said: &[(u32, &str)]) -> Told<Form> {
    let form = page.form("/questions/1/items")?;
    said.iter().try_fold(form, |form, (item, words)| {
        form.with(&format!("item-1-{item}-words"), words)
    })
}

async fn taken_back(app: &Installation, case: ApplicationId, items: &[u32]) -> Told {
    let back = TakeBackItems {
        authority: authority("moi")?,
        number: 1,
        items: items.to_vec(),
    };
    app.acts("interior-officer", case, back).await
}

async fn asked_answered_in_part_and_answered(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let (page, referral) = (format!("/en/cases/{case}"), referral(case));
    app.clock_at("2023-08-16T02:00:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let form = officer.opens(&referral).await?.form(FORM)?;
    let form = form
        .with("question", "For the safety of the quay we need three things.")?
        .ticked("wanted", "field-largest_shell")
        .ticked("wanted", "field-attendance")
        .with("wanted-words-field-largest_shell", OF_THE_SHELL)?
        .with("wanted-words-field-attendance", OF_THE_CROWD)?
        // What is typed beside a tick that is not set is not meant.
        .with("wanted-words-field-near_airport", "Never mind.")?
        .with("wanted-others", DOCUMENT)?;
    officer
        .sends(&form)
        .await?
        .says("1.1 What is the diameter of the largest shell?")?
        .says(OF_THE_SHELL)?
        .says("1.2 How many people do you expect?")?
        .says("1.3 Insurance of the barge")?
        .says("0 of 3 answered")?
        .does_not_say("Never mind.")?;
    officer
        .opens("/en/docket")
        .await?
        .says("clock stands still, 0 of 3 answered")?;

    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("Interior has a question, in 3 items: 0 answered")?;
    organiser
        .opens(&page)
        .await?
        .says("Answer the question of Interior")?
        .says("waits for your answer since today, 0 of 3 answered")?;
    let read = organiser.opens(&referral).await?;
    read.says("The application says: 100 mm")?
        .says("If it is to be something else, change the application")?
        .says("Hand in a document first, in another tab")?;
    let form = typed(&read, &[(1, "Across."), (2, "About four hundred.")])?;
    organiser
        .confirms(&form)
        .await?
        .says("Across.")?
        .says("answered on 16 August 2023")?
        .says("2 of 3 answered")?
        .says("1.3 (Insurance of the barge): still awaited")?;
    organiser
        .opens(&page)
        .await?
        .says("Answer the rest of the question of Interior: 2 of 3 answered")?;
    officer
        .opens("/en/inbox")
        .await?
        .says("The question of Interior was answered in part: 2 of 3")?;
    officer
        .opens("/en/docket")
        .await?
        .says("clock stands still, 2 of 3 answered")?;
    let waiting = officer.opens(&referral).await?;
    assert!(waiting.form("/decision").is_err(), "an item is awaited");
    // Whoever decides is told why that is not offered; whoever does not is told nothing of it.
    waiting.does_not_say("You are not offered to decide now")?;
    let mut decider = app.signs_in("interior-decider").await?;
    decider
        .opens(&referral)
        .await?
        .says("You are not offered to decide now: question 1 is open")?;

    app.clock_at("2023-08-23T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let read = organiser.opens(&referral).await?;
    read.says("2 of 3 answered")?;
    let form = typed(&read, &[(3, "The insurer is closed until October.")])?;
    let form = form.ticked("item-1-3-cannot", "cannot");
    let checked = organiser.checks(&form).await?;
    organiser
        .sends(&checked)
        .await?
        .says("cannot be answered, said on 23 August 2023")?
        .says("3 of 3 answered")?
        .says("Nothing of it is awaited since 23 August 2023")?
        .says("1.1 (What is the diameter of the largest shell?): awaited until it was answered on 16 August 2023")?
        .says("awaited until the organiser said on 23 August 2023")?;
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens("/en/inbox")
        .await?
        .says("The question of Interior was answered")?;
    officer.opens("/en/docket").await?.does_not_say("answered")?;
    // The paper of the decision says what was waited for, and until when.
    let mut decider = app.signs_in("interior-decider").await?;
    let form = decider.opens(&referral).await?.form("/decision")?;
    decider.confirms(&form.with("decision", "granted")?).await?;
    decider
        .opens(&format!("{referral}/notice"))
        .await?
        .says("1.3 (Insurance of the barge): awaited until the organiser said")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_item_by_item_and_every_page_says_how_much_of_it_on_sqlite() -> Told {
    asked_answered_in_part_and_answered(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_item_by_item_and_every_page_says_how_much_of_it_on_postgres() -> Told {
    asked_answered_in_part_and_answered(Database::postgres().await?).await
}

/// While the organiser writes, Interior takes one of the items back.
#[tokio::test(flavor = "multi_thread")]
async fn an_old_page_is_told_which_item_is_not_awaited_and_loses_nothing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let read = organiser.opens(&referral(case)).await?;
    let (of_shell, of_crowd) = ("Across, by the maker's own sheet.", "Four hundred at the most.");
    let form = typed(&read, &[(1, of_shell), (2, of_crowd)])?;
    taken_back(&app, case, &[2]).await?;
    let size = app.desk.store().size().await?;
    let late = organiser.tries(&form).await?;
    late.says("1.2 is not awaited any more")?.says(of_crowd)?;
    let again = late.form("/questions/1/items")?;
    assert_eq!(again.value("item-1-1-words"), of_shell);
    assert!(!again.names.contains("item-1-2-words"), "it is asked no more");
    assert_eq!(app.desk.store().size().await?, size, "nothing was recorded");
    organiser.confirms(&again).await?.says("1 of 2 answered")?;
    // Pressed twice, it is answered once.
    let twice = organiser.tries(&again).await?;
    twice.says("1.1 is not awaited any more")?.says(of_shell)?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    // A page of a question that is over is told so, and what was typed is there.
    let read = organiser.opens(&referral(case)).await?;
    let form = typed(&read, &[(3, "The barge is not insured.")])?;
    taken_back(&app, case, &[3]).await?;
    organiser
        .tries(&form)
        .await?
        .says("There is no open question 1.")?
        .says("The barge is not insured.")?;
    // And so is one whose next question asks something else by the same numbers.
    app.acts("interior-officer", case, stories::asking_by_item()?)
        .await?;
    let late = organiser.tries(&form).await?;
    late.says("There is no open question 1.")?
        .says("The barge is not insured.")?;
    let open = late.form("/questions/2/items")?;
    assert_eq!(open.value("item-2-3-words"), "");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_beside_the_item_and_the_rest_is_kept() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let read = organiser.opens(&referral(case)).await?;
    let plan = read.form("/questions/1/items")?;
    let empty = organiser.tries(&plan).await?;
    assert_eq!(
        empty.faults()?["item-1-1-words"],
        "Error: Answer at least one item, or say of one why it cannot be answered."
    );
    let form = typed(&read, &[(1, "Across.")])?.ticked("item-1-3-cannot", "cannot");
    let page = organiser.tries(&form).await?;
    assert_eq!(
        page.faults()?["item-1-3-words"],
        "Error: Say why it cannot be answered."
    );
    let again = page.form("/questions/1/items")?;
    assert_eq!(again.value("item-1-1-words"), "Across.");
    assert_eq!(again.value("item-1-3-cannot"), "cannot");
    // A document that is chosen is an answer, and not that there is none.
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let submission = view.application.submission.ok_or("not handed in")?;
    let file = submission.attachments[0].attachment.to_string();
    let both = again
        .with("item-1-3-words", "The insurer is closed.")?
        .ticked("item-1-3-documents", &file);
    let page = organiser.tries(&both).await?;
    assert!(page.faults()?["item-1-3-cannot"].contains("that is an answer"));
    let with_plan = page.form("/questions/1/items")?.without("item-1-3-cannot");
    organiser
        .confirms(&with_plan)
        .await?
        .says("plan.pdf")?
        .says("2 of 3 answered")?;
    // The authority reads it, and what it takes back it has to choose.
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens(&referral(case)).await?.says("plan.pdf")?;
    let whole = officer.opens(&referral(case)).await?;
    assert!(
        whole.form("/items/withdrawal").is_err(),
        "of one alone the question is taken back"
    );
    whole.form("/questions/1/withdrawal")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_takes_single_items_back_and_is_told_what_it_has_to_choose() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let form = officer.opens(&referral(case)).await?.form("/items/withdrawal")?;
    let page = officer.tries(&form).await?;
    assert_eq!(page.faults()?["items-back-1"], "Error: Choose at least one item.");
    let form = form.ticked("items-back-1", "2").ticked("items-back-1", "3");
    officer
        .sends(&form)
        .await?
        .says("taken back on 26 August 2023")?
        .says("0 of 1 answered")?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("Interior took a part of its question back; of the rest, 0 of 1 answered")?;
    app.ends().await
}

/// The value itself is changed by a change of the application, to which the item leads; the question stays open with what was answered,
/// also where the authority is taken back and asked again.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_answered_stays_where_the_case_comes_anew() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let answer = |item| {
        Told::Ok(AnswerItems {
            authority: authority("moi")?,
            number: 1,
            answers: vec![AnsweredItem {
                item,
                answer: ItemAnswer::CannotBe {
                    why: act::Reason::new("Nobody measured it.")?,
                },
            }],
        })
    };
    app.acts("organiser", case, answer(2)?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let old = organiser.opens(&referral(case)).await?;
    let old = typed(&old, &[(1, "A hundred.")])?;
    let shell = rulebook::Value::Number(75.into());
    app.amends(case, |one| {
        drop(one.answers.insert("largest_shell".to_owned(), shell))
    })
    .await?;
    // Whoever answers has read what the application says now.
    let stale = organiser.tries(&old).await?;
    assert_eq!(
        stale.form("/questions/1/items")?.value("item-1-1-words"),
        "A hundred."
    );
    stale
        .says("The application says: 75 mm")?
        .says("1 of 3 answered")?;
    app.acts("organiser", case, answer(1)?).await?;

    // Of an authority that is asked by hand it is the same (decision 0031).
    let few = app.asked_few().await?;
    app.acts("coordinator", few, asking_foreign_affairs()?).await?;
    let mut asking = stories::asking_by_item()?;
    asking.authority = authority("mfaic")?;
    app.acts("foreign-affairs-decider", few, asking).await?;
    let mut half = answer(1)?;
    half.authority = authority("mfaic")?;
    app.acts("organiser", few, half.clone()).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = format!("/en/cases/{few}");
    let form = coordinator
        .opens(&format!("{page}/referrals/mfaic"))
        .await?
        .form("/release")?;
    let said = coordinator
        .sends(&form.with("taken-back-reasons", "Not now.")?)
        .await?;
    said.says("Of its question: 1 of 3 answered, one of them that it cannot be.")?;
    let meant = said.form("/release")?.with("checked", "right")?;
    coordinator.sends(&meant).await?.says("not answered")?;
    half.answers[0].item = 2;
    assert!(
        app.acts("organiser", few, half.clone()).await.is_err(),
        "nobody has to answer"
    );
    let form = coordinator.opens(&page).await?.form("/referrals")?;
    let form = form
        .with("authority", "mfaic")?
        .with("asked-as", "by-rulebook")?
        .with("asked-reasons", "Now.")?;
    let said = coordinator.sends(&form).await?;
    said.says("1 of 3 answered")?.says("1.2 How many people")?;
    app.acts("coordinator", few, asking_foreign_affairs()?).await?;
    app.acts("organiser", few, half).await?;
    app.ends().await
}

/// Two of those who hold the event answer at once: different items are both answered, and of one item only the first answer counts.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_answer_at_once_neither_overwrites_the_other() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let answers = |key: &'static str, item| {
        let answer = AnswerItems {
            authority: authority("moi")?,
            number: 1,
            answers: vec![AnsweredItem {
                item,
                answer: ItemAnswer::CannotBe {
                    why: act::Reason::new(key)?,
                },
            }],
        };
        let (desk, actor) = (app.desk.clone(), app.cast.actor(key)?.clone());
        Told::Ok(async move { desk.change(&actor, case, answer).await })
    };
    let (one, other) = tokio::join!(answers("organiser", 1)?, answers("co-organiser", 2)?);
    one?;
    other?;
    let (one, other) = tokio::join!(answers("organiser", 3)?, answers("co-organiser", 3)?);
    let late = [one, other].into_iter().find_map(Result::err);
    let Some(Fault::Refused(refused)) = late else {
        return Err(format!("one of both comes late, and not {late:?}").into());
    };
    // With the last item the question is over.
    assert_eq!(refused.code, "no-open-question");
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let question = &view.application.referrals[&authority("moi")?].questions[0];
    let said = question.items.iter().filter(|item| item.is_answered());
    assert_eq!((said.count(), question.ended.is_some()), (3, true));
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// Whoever hands in a document first goes elsewhere for it, and finds what was typed, and the document to choose.
#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_is_handed_in_meanwhile_is_chosen_and_nothing_typed_is_lost() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let read = organiser.opens(&referral(case)).await?;
    assert!(
        read.html.contains("#hand-in\" target=\"_blank\""),
        "the answer stays open where it is"
    );
    read.says("Show documents handed in since")?
        .does_not_say("insurance.pdf")?;
    let typed = typed(&read, &[(1, "Across."), (3, "See the policy.")])?;
    let policy = desk::clearance::FileIn {
        name: "insurance.pdf".to_owned(),
        bytes: b"%PDF-1.7\nThe policy.".to_vec(),
    };
    let actor = app.cast.actor("organiser")?;
    app.desk.hand_in(actor, case, policy, "").await?;
    let shown = organiser.sends(&typed.with("checked", "change")?).await?;
    let form = shown.says("insurance.pdf")?.form("/questions/1/items")?;
    assert_eq!(form.value("item-1-1-words"), "Across.");
    assert_eq!(form.value("item-1-3-words"), "See the policy.");
    app.ends().await
}
