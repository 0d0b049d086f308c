//! Several referrals of a docket, or events of a board, at once: ticked, seen for each before anything is recorded, and done to each as
//! if to it alone. What is refused for one is told of that one, and keeps nobody from the others.

use act::ApplicationId;
use clearance::acts::{BeginReview, Decide};
use clearance::{Decision, Standing};
use desk::store::StreamId;
use jiff::civil::date;
use stories::{Database, Form, Installation, Page, Told, Visitor, authority};

const REVIEWS: &str = "/docket/reviews";
const WATCHING: &str = "/docket/watching";
const REMINDERS: &str = "/board/reminders";

/// A docket's form with these referrals of Interior ticked, sent there by its button.
fn ticked(page: &Page, cases: &[ApplicationId], button: &str) -> Told<Form> {
    let form = page.form(REVIEWS).or_else(|_| page.form(WATCHING))?;
    let form = Form {
        action: format!("/en{button}"),
        ..form
    };
    let tick = |form: Form, id: &ApplicationId| form.ticked("chosen", &format!("{id}/moi"));
    Ok(cases.iter().fold(form, tick))
}

/// The page that says what will be done to each, from the docket.
async fn seen(officer: &mut Visitor, cases: &[ApplicationId], button: &str) -> Told<Page> {
    let docket = officer.opens("/en/docket").await?;
    officer.sends(&ticked(&docket, cases, button)?).await
}

/// The press that means it.
fn meant(page: &Page, button: &str) -> Told<Form> {
    page.form(button)?.with("checked", "right")
}

async fn standing(app: &Installation, id: ApplicationId) -> Told<Standing> {
    let view = app.desk.case(app.cast.actor("interior-officer")?, id).await?;
    Ok(view.application.referrals[&authority("moi")?].standing())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_begins_the_reviews_that_she_ticked_and_no_other() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut cases = vec![];
    for title in ["Lanterns", "Drums", "Boats"] {
        app.titled(title)?;
        cases.push(app.circulated(None).await?);
    }
    let mut officer = app.signs_in("interior-officer").await?;
    let docket = officer.opens("/en/docket").await?;
    let labels = docket.each("main label")?;
    assert_eq!(labels.len(), 3);
    assert!(
        labels.iter().any(|one| one == "Tick Drums, PNH-2023-0002"),
        "{labels:?}"
    );

    let size = app.desk.store().size().await?;
    let page = officer.sends(&ticked(&docket, &cases[..2], REVIEWS)?).await?;
    page.says("It will be done to these 2")?
        .says("Lanterns")?
        .says("Drums")?
        .says("due by 30 August")?
        .says("nothing is decided")?
        .does_not_say("Boats")?
        .does_not_say("It is not done")?;
    assert_eq!(app.desk.store().size().await?, size, "nothing is recorded unseen");

    let after = officer.sends(&meant(&page, REVIEWS)?).await?;
    after.says("Done: 2")?.does_not_say("Not done")?;
    let leads = after.addresses()?;
    for id in &cases[..2] {
        assert_eq!(standing(&app, *id).await?, Standing::InReview);
        let path = format!("/en/cases/{id}/referrals/moi");
        assert!(leads.contains(&path), "{leads:?}");
    }
    assert_eq!(standing(&app, cases[2]).await?, Standing::Referred);
    assert_eq!(
        app.desk.store().size().await?,
        size + 2,
        "each case has its own fact"
    );
    officer.opens("/en/docket").await?.says("Mine (2)")?;
    // Loaded again, it is the same page, and sends nothing: not even once a colleague went on with one, and on another day.
    let again = officer.opens(&after.address).await?;
    assert_eq!(again.words()?, after.words()?);
    assert_eq!(app.desk.store().size().await?, size + 2);
    let granted = Decide {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("interior-decider", cases[1], granted).await?;
    app.amends(cases[0], |changed| {
        changed.event.date = date(2023, 11, 26);
    })
    .await?;
    let again = officer.opens(&after.address).await?;
    again.says("Done: 2")?.does_not_say("Not done")?;
    // The history of each tells it as if it had been done there.
    officer
        .opens(&format!("/en/cases/{}/history", cases[0]))
        .await?
        .says("began its review")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_began_is_said_before_and_what_changed_since_is_said_after() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.titled("Lanterns")?;
    let (free, begun) = (app.circulated(None).await?, app.circulated(None).await?);
    let (changed, taken) = (app.circulated(None).await?, app.circulated(None).await?);
    let mut officer = app.signs_in("interior-officer").await?;
    let docket = officer.opens("/en/docket").await?;
    let begin = || -> Told<BeginReview> {
        Ok(BeginReview {
            authority: authority("moi")?,
        })
    };
    app.acts("interior-decider", begun, begin()?).await?;
    let all = [free, begun, changed, taken];
    let page = officer.sends(&ticked(&docket, &all, REVIEWS)?).await?;
    page.says("It will be done to these 3")?
        .says("It will not be done to this one")?
        .says("The review has begun already.")?;
    let form = meant(&page, REVIEWS)?;
    let carried = form.fields.iter().filter(|(name, _)| name == "chosen");
    assert_eq!(carried.count(), 3, "what is refused is not sent");

    // Between the two presses the organiser changes one, and a colleague begins another.
    app.amends(changed, |changed| {
        changed.event.date = date(2023, 11, 26);
    })
    .await?;
    app.acts("interior-decider", taken, begin()?).await?;
    let size = app.desk.store().size().await?;
    let after = officer.sends(&form).await?;
    after
        .says("Not done: 2")?
        .says("The organiser changed this application after you opened the page")?
        .says("The review has begun already.")?
        .says("You began its review on")?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    assert_eq!(standing(&app, free).await?, Standing::InReview);
    assert_eq!(standing(&app, changed).await?, Standing::Referred);
    let path = format!("/en/cases/{changed}/referrals/moi");
    assert!(after.addresses()?.contains(&path), "each leads to its page");

    // Sent twice, it does nothing twice.
    let size = app.desk.store().size().await?;
    let twice = officer.sends(&form).await?;
    assert_eq!(twice.words()?, after.words()?);
    assert_eq!(app.desk.store().size().await?, size);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_hers_is_refused_by_name_and_tells_nothing_of_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.titled("Lanterns")?;
    let own = app.circulated(None).await?;
    app.titled("A parade not yet told of")?;
    let hidden = app.submitted(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let docket = officer.opens("/en/docket").await?;
    let form = ticked(&docket, &[own], REVIEWS)?
        .ticked("chosen", &format!("{own}/mond"))
        .ticked("chosen", &format!("{hidden}/moi"));
    let size = app.desk.store().size().await?;
    let page = officer.sends(&form).await?;
    page.says("It will be done to this one")?
        .says("It will not be done to these 2")?
        .says("This was referred to another authority: Ministry of National Defence.")?
        .says("Nothing that is yours is found there.")?
        .does_not_say("A parade")?;
    // Nor where nobody asked first.
    let after = officer.sends(&form.forged("checked", "right")).await?;
    after.says("Not done: 2")?.does_not_say("A parade")?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    // What is no tick of any page is nothing.
    let forged = ticked(&docket, &[], REVIEWS)?.ticked("chosen", "a/b/c");
    assert_eq!(officer.posts(&forged).await?.status, 404);
    // Nobody without a docket has this.
    let mut organiser = app.signs_in("organiser").await?;
    organiser.does_not_find(&after.address).await?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_ticked_is_said_beside_the_form_and_nothing_ticked_is_lost() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (one, other) = (app.circulated(None).await?, app.circulated(None).await?);
    let mut officer = app.signs_in("interior-officer").await?;
    let docket = officer.opens("/en/docket").await?;
    for button in [REVIEWS, WATCHING] {
        let page = officer.tries(&ticked(&docket, &[], button)?).await?;
        assert_eq!(page.summary()?, ["Several at once: Tick at least one."]);
        assert_eq!(page.lost_faults()?, Vec::<String>::new());
    }
    // Whoever goes back finds the ticks as they were.
    let page = seen(&mut officer, &[other], REVIEWS).await?;
    let back = page.form(REVIEWS)?.with("checked", "change")?;
    let docket = officer.sends(&back).await?;
    let ticks = |page: &Page| -> Told<Vec<String>> {
        let fields = page.form(REVIEWS)?.fields.into_iter();
        let ticks = fields.filter(|(name, _)| name == "chosen");
        Ok(ticks.map(|(_, value)| value).collect())
    };
    assert_eq!(ticks(&docket)?, [format!("{other}/moi")]);
    // So does whoever ticked what cannot be done.
    let begun = BeginReview {
        authority: authority("moi")?,
    };
    let third = app.circulated(None).await?;
    let docket = officer.opens("/en/docket").await?;
    let form = ticked(&docket, &[other, third], REVIEWS)?;
    app.acts("interior-decider", third, begun).await?;
    let page = officer.sends(&form).await?;
    page.says("It will not be done to this one")?;
    let back = page.form(REVIEWS)?.with("checked", "change")?;
    let docket = officer.sends(&back).await?;
    assert_eq!(ticks(&docket)?.len(), 2);
    // All of a page are ticked by a link, and by another none.
    let all = officer.follows(&docket, "Tick all on this page").await?;
    assert_eq!(ticks(&all)?.len(), 3);
    let none = officer.follows(&all, "Take all ticks away").await?;
    assert_eq!(ticks(&none)?, Vec::<String>::new());

    // A session that ended keeps them, and what they do is seen before it is done.
    let form = meant(&seen(&mut officer, &[one, other], REVIEWS).await?, REVIEWS)?;
    app.clock_at("2023-08-03T12:00:00Z")?;
    let size = app.desk.store().size().await?;
    let asked = officer.tries(&form).await?;
    assert_eq!(asked.status, 401);
    let sign_in = asked
        .form("/sign-in")?
        .with("address", &app.cast.member("interior-officer")?.address)?
        .with("password", "the long secret of interior-officer")?;
    let resumed = officer.sends(&sign_in).await?;
    resumed
        .says("Begin the review of those ticked")?
        .says("2 are ticked.")?;
    let page = officer.sends(&resumed.form(REVIEWS)?).await?;
    page.says("It will be done to these 2")?;
    assert_eq!(app.desk.store().size().await?, size);
    officer.sends(&meant(&page, REVIEWS)?).await?.says("Done: 2")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_is_taken_than_stands_on_a_page() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.circulated(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let docket = officer.opens("/en/docket").await?;
    let many = |count: u32| (0..count).map(|n| format!("00000000-0000-7000-8000-{n:012}/moi"));
    let sent = |count| -> Told<Form> {
        let form = ticked(&docket, &[], REVIEWS)?;
        Ok(many(count).fold(form, |form, one| form.ticked("chosen", &one)))
    };
    officer
        .sends(&sent(50)?)
        .await?
        .says("It will not be done to these 50")?;
    officer
        .tries(&sent(51)?)
        .await?
        .says("More are ticked than stand on a page.")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_watches_what_she_ticked_whether_or_not_it_can_still_be_reviewed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (one, other) = (app.circulated(None).await?, app.circulated(None).await?);
    let key = app.cast.actor("interior-officer")?;
    app.desk.watch(key, other, true).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = seen(&mut officer, &[one, other], WATCHING).await?;
    page.says("You watch it from then on.")?
        .says("It will not be done to this one")?
        .says("You watch this case.")?;
    let after = officer.sends(&meant(&page, WATCHING)?).await?;
    after.says("Done")?.does_not_say("Not done")?;
    assert_eq!(app.desk.case(key, one).await?.watching, Some(true));
    // Once all reviews have begun, watching is what is left to be done together.
    let page = seen(&mut officer, &[one, other], REVIEWS).await?;
    officer.sends(&meant(&page, REVIEWS)?).await?;
    let docket = officer.opens("/en/docket").await?;
    assert_eq!(docket.each("main form button")?, ["Watch those ticked"]);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_reminds_all_who_are_overdue_in_the_events_that_she_ticked() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.titled("Lanterns")?;
    let first = app.circulated(None).await?;
    app.titled("Drums")?;
    let second = app.circulated(None).await?;
    let grant = Decide {
        authority: authority("mond")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("defence-decider", second, grant).await?;
    app.clock_at("2023-10-02T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    let form = board.form(REMINDERS)?;
    coordinator.tries(&form).await?.says("Tick at least one.")?;
    let form = form
        .ticked("chosen", &first.to_string())
        .ticked("chosen", &second.to_string());
    let size = app.desk.store().size().await?;
    let page = coordinator.sends(&form).await?;
    // Each who is late in each, with the words that it reads; who has decided is left alone.
    page.says("The last day for your decision in this case was 30 August 2023.")?;
    let said = page.each("main blockquote")?;
    let mut late = 0;
    for id in [first, second] {
        let view = app.desk.case(app.cast.actor("coordinator")?, id).await?;
        let referrals = view.application.referrals.values();
        let undecided = referrals.filter(|one| !one.advises() && one.decided.is_none());
        late += undecided.count();
    }
    assert_eq!(said.len(), late, "{said:?}");
    assert_eq!(app.desk.store().size().await?, size);
    let after = coordinator.sends(&meant(&page, REMINDERS)?).await?;
    after
        .says("Reminded on 2 October 2023")?
        .does_not_say("Not done")?;
    assert_eq!(app.desk.store().size().await?, size + u64::try_from(late)?);
    assert_eq!(
        after.each("main blockquote")?,
        said,
        "what was shown is what is read"
    );
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens(&format!("/en/cases/{first}/referrals/moi"))
        .await?
        .says("The last day for your decision in this case was 30 August 2023.")?;

    let on_the_next_day = after.address.clone();
    // Once a day is enough, said before it is done.
    let again = coordinator.sends(&form).await?;
    again
        .says("This authority was reminded today")?
        .does_not_say("It will be done to")?;
    assert!(again.each("main button[value=right]")?.is_empty());
    coordinator
        .sends(&meant(&page, REMINDERS)?)
        .await?
        .says("Reminded on")?;
    assert_eq!(app.desk.store().size().await?, size + u64::try_from(late)?);
    app.clock_at("2023-10-03T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens(&on_the_next_day)
        .await?
        .says("Reminded on 2 October 2023")?
        .does_not_say("Not done")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_store_fails_half_way_all_is_sent_again_and_nothing_is_done_twice() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut cases = vec![];
    for _ in 0..3 {
        cases.push(app.circulated(None).await?);
    }
    let mut officer = app.signs_in("interior-officer").await?;
    let form = meant(&seen(&mut officer, &cases, REVIEWS).await?, REVIEWS)?;
    let size = app.desk.store().size().await?;
    app.gate.breaks(Some(StreamId::new("application", cases[1])))?;
    let failed = officer.posts(&form).await?;
    assert_eq!(failed.status, 503);
    assert_eq!(app.desk.store().size().await?, size + 1, "what was done stands");
    app.gate.breaks(None)?;
    let page = Page {
        address: form.action.clone(),
        status: failed.status,
        html: failed.text(),
    };
    officer.sends(&page.form(REVIEWS)?).await?.says("Done: 3")?;
    assert_eq!(app.desk.store().size().await?, size + 3);
    app.ends().await
}
