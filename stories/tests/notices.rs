//! Whoever does not open a docket is told all the same: each inbox says what happened, what there is to do, and by when.

use act::{Actor, OrganisationId, Reason, Role};
use clearance::Decision;
use clearance::acts::{AskQuestion, Decide, IssuePermit, WithdrawQuestion};
use stories::{DECIDERS, Database, Installation, Page, Told, authority};

/// What Interior asks, and no other authority reads.
const QUESTION: &str = "Which gate does the crowd leave by?";
const ANSWER: &str = "By the east gate, over the bridge.";

/// What an inbox says, line by line.
fn lines(page: &Page) -> Told<Vec<String>> {
    page.each("main table tbody th[scope='row']")
}

/// The first line, which must say this.
fn first(page: &Page, expect: &str) -> Told {
    let lines = lines(page)?;
    let first = lines.first().ok_or("an empty inbox")?;
    assert!(first.contains(expect), "{expect:?} is not in {lines:?}");
    Ok(())
}

/// A question, its answer, and the permit: each is told to those whom it concerns, and the question itself to no inbox.
async fn a_question_and_a_permit(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let inbox = officer.opens("/en/inbox").await?;
    first(&inbox, "The decision of Interior is asked for")?;
    first(
        &inbox,
        "It waits for your review and decision. The decision is due by 30 August.",
    )?;

    app.clock_at("2023-08-14T02:00:00Z")?;
    let ask = AskQuestion {
        authority: authority("moi")?,
        text: Reason::new(QUESTION)?,
        items: vec![],
    };
    app.acts("interior-officer", case, ask).await?;
    // Whoever asked is not told of it.
    let mut officer = app.signs_in("interior-officer").await?;
    assert_eq!(lines(&officer.opens("/en/inbox").await?)?.len(), 1);

    let mut organiser = app.signs_in("organiser").await?;
    let events = organiser.opens("/en/events").await?;
    let inbox = organiser.follows(&events, "Inbox (2)").await?;
    inbox.says("2 notices are new.")?.does_not_say(QUESTION)?;
    first(&inbox, "Interior has a question")?;
    first(
        &inbox,
        "Answer it: until then the authority’s clock stands still. Answered by 30 October at the latest",
    )?;
    let referral = organiser.follows(&inbox, "Interior has a question").await?;
    assert_eq!(referral.address, format!("/en/cases/{case}/referrals/moi"));
    let answer = referral
        .says(QUESTION)?
        .form("/questions/1/answer")?
        .with("answer", ANSWER)?;
    organiser.confirms(&answer).await?;

    let inbox = officer.opens("/en/inbox").await?;
    first(&inbox, "The question of Interior was answered")?;
    first(&inbox, "Your clock runs again. The decision is due by")?;
    inbox.does_not_say(ANSWER)?;
    let mut defence = app.signs_in("defence-decider").await?;
    assert_eq!(lines(&defence.opens("/en/inbox").await?)?.len(), 1);

    for (who, decider) in DECIDERS {
        let grant = Decide {
            authority: authority(who)?,
            decision: Decision::Granted,
            reasons: None,
        };
        app.acts(decider, case, grant).await?;
    }
    let mut coordinator = app.signs_in("coordinator").await?;
    let inbox = coordinator.opens("/en/inbox").await?;
    first(&inbox, "Everyone whose consent is needed has agreed")?;
    first(&inbox, "Issue the permit.")?;
    app.acts("coordinator", case, IssuePermit).await?;
    for key in ["organiser", "co-organiser", "interior-officer", "defence-decider"] {
        let inbox = app.signs_in(key).await?.opens("/en/inbox").await?;
        first(&inbox, "The permit was issued")?;
        inbox.does_not_say(QUESTION)?.does_not_say(ANSWER)?;
    }
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    let audit = app.audit().await?;
    assert_eq!(audit.differences, [""; 0]);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_its_answer_and_the_permit_are_told_on_sqlite() -> Told {
    a_question_and_a_permit(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_its_answer_and_the_permit_are_told_on_postgresql() -> Told {
    a_question_and_a_permit(Database::postgres().await?).await
}

/// A notice is read once it is opened; all are once that is said, but for what came since the page was shown. Each person reads
/// for itself.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_opened_is_read_and_what_came_since_stays_new() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let stale = organiser.opens("/en/inbox").await?;
    stale.says("One notice is new.")?;
    let ask = AskQuestion {
        authority: authority("moi")?,
        text: Reason::new(QUESTION)?,
        items: vec![],
    };
    app.acts("interior-officer", case, ask).await?;
    let all = organiser.sends(&stale.form("/inbox/read")?).await?;
    all.says("One notice is new.")?;
    first(&all, "new Interior has a question")?;
    // Pressed twice, on a page that is old by then, it takes nothing back.
    organiser.follows(&all, "Interior has a question").await?;
    organiser.sends(&stale.form("/inbox/read")?).await?;
    let read = organiser.opens("/en/inbox").await?;
    read.says("Nothing is new.")?;
    assert!(read.form("/inbox/read").is_err(), "there is nothing to mark");
    let back = WithdrawQuestion {
        authority: authority("moi")?,
        number: 1,
    };
    app.acts("interior-officer", case, back).await?;
    organiser.opens("/en/events").await?.link("Inbox (1)")?;
    let mut partner = app.signs_in("co-organiser").await?;
    // It was not the one who handed it in, and is told that, too.
    partner.opens("/en/inbox").await?.says("4 notices are new.")?;
    app.ends().await
}

/// Whoever holds no inbox, or another one, finds nothing there.
#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_opened_by_those_who_are_told_it_and_by_nobody_else() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let inbox = organiser.opens("/en/inbox").await?;
    let notice = inbox.link("the authorities are asked")?;
    for (key, status) in [("defence-decider", 404), ("auditor", 404), ("organiser", 303)] {
        let answer = app.signs_in(key).await?.asks(&notice).await?;
        assert_eq!(answer.status, status, "{key}");
    }
    let missing = organiser.asks("/en/inbox/99999999999999999999999").await?;
    assert_eq!(missing.status, 404);
    app.ends().await
}

/// A link to a notice that someone is told in another role, as in an e-mail, asks for that role first.
#[tokio::test(flavor = "multi_thread")]
async fn a_notice_that_is_told_in_another_role_is_read_in_that_role() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let (interior, person) = (
        app.cast.organisation("interior")?,
        app.cast.member("defence-decider")?.person,
    );
    let operator = Actor::rule(OrganisationId::of(0));
    app.desk
        .grant_role(&operator, interior, person, Role::Officer)
        .await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let notice = officer
        .opens("/en/inbox")
        .await?
        .link("The decision of Interior is asked for")?;
    let mut both = app.signs_in("defence-decider").await?;
    let hats = both.opens("/en/hats").await?;
    // Both houses were asked to decide.
    hats.says("1 new notice waits in it")?;
    let defence = format!("{}/decider", app.cast.organisation("defence")?);
    let hat = hats
        .forms()?
        .into_iter()
        .find(|form| form.value("hat") == defence);
    both.sends(&hat.ok_or("no such role")?).await?;
    let page = both.opens(&notice).await?;
    page.says("This notice is for you in another role")?;
    let referral = both.sends(&page.form(&notice)?).await?;
    assert_eq!(referral.address, format!("/en/cases/{case}/referrals/moi"));
    both.opens("/en/inbox").await?.says("Nothing is new.")?;
    app.ends().await
}

/// On a phone the navigation is folded away: what is new stands on the fold.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_new_is_said_where_the_navigation_is_folded_away() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens("/en/events").await?;
    // The number alone is for the narrowest phones, and not for whoever hears the page.
    let menu = page.each(".masthead__menu > summary :not([aria-hidden])")?;
    assert_eq!(menu, ["· 1 new"]);
    assert_eq!(page.each(".masthead__menu > summary")?, ["Menu · 1 new · 1"]);
    let inbox = organiser.opens("/en/inbox").await?;
    let read = organiser.sends(&inbox.form("/inbox/read")?).await?;
    assert_eq!(read.each(".masthead__menu > summary")?, ["Menu"]);
    app.ends().await
}
