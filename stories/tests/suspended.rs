//! A permit that does not hold for now: everyone is told so everywhere, until its lead lifts that or the day is over that it named;
//! and what comes of an event whose day passes meanwhile.

use act::{ApplicationId, Reason};
use clearance::Stage;
use clearance::acts::{DischargeCondition, LiftSuspension, Seen, SuspendPermit};
use ledger::{Receipt, Standing, Status, VerifierKey};
use stories::{Database, HIGH_WATER, Installation, Told, authority};

const WARNING: &str = "do not rely on this permit for now.";

/// What the list of the present tells a verifier who has no server.
async fn offline(app: &Installation, permit: &str) -> Told<Standing> {
    let mut anyone = app.visitor();
    let key: VerifierKey = anyone.asks("/ledger/key").await?.text().trim().parse()?;
    let file = anyone.asks(&format!("/en/permits/{permit}/file")).await?.text();
    let list = anyone.asks("/ledger/status").await?.text();
    let size = Receipt::from_json(&file)?.size;
    Ok(Status::open(&list, &key)?.standing(permit, size))
}

/// What the page tells that verifies a permit here.
async fn verified(app: &Installation, permit: &str) -> Told<String> {
    let mut anyone = app.visitor();
    let file = anyone.asks(&format!("/en/permits/{permit}/file")).await?.text();
    let form = anyone.opens("/en/verify").await?.form("/verify")?;
    let page = anyone.sends(&form.with("code", &file)?).await?;
    page.words()
}

async fn stage(app: &Installation, case: ApplicationId) -> Told<Stage> {
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    Ok(view.application.stage())
}

/// Until 10 September, that day included, in Phnom Penh.
#[tokio::test(flavor = "multi_thread")]
async fn with_a_day_it_holds_again_from_the_next_on_and_page_and_list_say_the_same() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.permitted(None).await?;
    let (page, permit) = (format!("/en/cases/{case}"), app.permit_of(case).await?);
    assert_eq!(offline(&app, &permit).await?, Standing::InForce);
    let mut coordinator = app.signs_in("coordinator").await?;
    let form = coordinator.opens(&page).await?.form("/suspension")?;
    let form = form.with("suspension-reasons", HIGH_WATER)?;
    let past = form.clone().with("suspension-until", "2023-08-31")?;
    coordinator
        .tries(&past)
        .await?
        .says("31 August 2023 is no day until which this permit can be suspended")?
        .says(HIGH_WATER)?;
    let form = form.with("suspension-until", "2023-09-10")?;
    coordinator
        .confirms(&form)
        .await?
        .says("The permit is suspended until the end of 10 September 2023")?
        .says(HIGH_WATER)?;

    let public = format!("/en/permits/{permit}");
    let mut anyone = app.visitor();
    let shown = anyone.opens(&public).await?;
    shown.says("until the end of 10 September 2023")?.says(WARNING)?;
    shown.does_not_say(HIGH_WATER)?;
    anyone.opens("/en/calendar").await?.says("permit suspended")?;
    assert!(verified(&app, &permit).await?.contains("Genuine, but suspended"));
    assert_eq!(offline(&app, &permit).await?, Standing::Suspended);

    app.clock_at("2023-09-10T16:59:59Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 0, "the day is not over");
    app.clock_at("2023-09-10T17:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 1);
    assert_eq!(app.desk.do_what_is_due().await?, 0, "it ends once");
    assert_eq!(stage(&app, case).await?, Stage::Permitted);
    assert_eq!(offline(&app, &permit).await?, Standing::InForce);
    assert!(verified(&app, &permit).await?.contains("Genuine and in force"));
    anyone.opens(&public).await?.does_not_say(WARNING)?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("The permit is issued.")?
        .says("and held again on 11 September 2023, 00:00")?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("The permit was suspended")?
        .says("It does not hold until the end of 10 September")?
        .says("The suspension of the permit has ended: it holds again")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn until_it_is_lifted_every_list_says_so_and_its_conditions_are_kept_on() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.shown_kept(None).await?;
    let (page, permit) = (format!("/en/cases/{case}"), app.permit_of(case).await?);
    app.suspends(case, None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let seen = organiser.opens(&page).await?;
    seen.says("The permit is suspended: it does not hold until the suspension is lifted.")?
        .says(HIGH_WATER)?
        .says("Its conditions can still be shown and discharged.")?;
    seen.link("See the permit")?;
    organiser.opens("/en/events").await?.says("permit suspended")?;
    let secret = app.desk.make_feed(app.cast.actor("organiser")?).await?;
    let dates = app.visitor().asks(&format!("/en/feeds/{secret}")).await?.text();
    assert!(
        dates.contains("SUMMARY:Event\\, its permit suspended: "),
        "{dates}"
    );
    // Her list of what waits for herself: it does not hold again before she says so.
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator.opens("/en/board").await?.says("permit suspended")?;
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens("/en/docket").await?.says("permit suspended")?;
    officer.opens(&page).await?.says(HIGH_WATER)?;
    let discharge = DischargeCondition {
        authority: authority("moi")?,
        number: 1,
        proof: Some(1),
        reasons: None,
    };
    app.acts("interior-officer", case, discharge).await?;
    let moi = format!("{page}/referrals/moi/conditions/1");
    officer
        .opens(&moi)
        .await?
        .says("The permit is suspended for now.")?;

    let form = coordinator.opens(&page).await?.form("/lifting")?;
    let low = "The river fell.";
    coordinator
        .confirms(&form.with("lifting-reasons", low)?)
        .await?
        .says("The permit is issued.")?
        .says(low)?;
    assert_eq!(offline(&app, &permit).await?, Standing::InForce);
    organiser
        .opens("/en/inbox")
        .await?
        .says("The suspension of the permit was lifted: it holds again")?;
    organiser.opens(&moi).await?.does_not_say("suspended")?;
    app.ends().await
}

/// The event was on 19 November, until nine in the evening.
#[tokio::test(flavor = "multi_thread")]
async fn whose_day_passes_meanwhile_is_closed_and_the_permit_never_held() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.suspended(None).await?;
    let (page, permit) = (format!("/en/cases/{case}"), app.permit_of(case).await?);
    app.clock_at("2023-11-19T14:00:00Z")?;
    let passed = "The day has passed while the permit was suspended: it did not hold on that day.";
    // Before it is written down, nothing can be lifted any more, and the page says why.
    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator.opens(&page).await?;
    seen.says(passed)?;
    assert!(seen.form("/lifting").is_err());
    assert_eq!(app.desk.do_what_is_due().await?, 1);
    assert_eq!(stage(&app, case).await?, Stage::Lapsed);
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says(passed)?
        .says("This application is closed.")?
        .does_not_say("without a permit")?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("its day has passed, and the permit was suspended")?;
    coordinator
        .opens("/en/board")
        .await?
        .does_not_say("permit suspended")?;
    assert_eq!(offline(&app, &permit).await?, Standing::Suspended);
    assert!(verified(&app, &permit).await?.contains("Genuine, but suspended"));
    app.ends().await
}

/// Two people lead. One lifts what the other has on the screen, and stops it again for another reason.
#[tokio::test(flavor = "multi_thread")]
async fn an_old_page_does_not_lift_what_was_suspended_since() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.suspended(None).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&format!("/en/cases/{case}")).await?;
    let old = coordinator.checks(&page.form("/lifting")?).await?;
    app.acts("coordinator", case, LiftSuspension { reasons: None })
        .await?;
    let reasons = Reason::new("The barge has no papers.")?;
    let again = SuspendPermit { reasons, until: None };
    app.acts("coordinator", case, again).await?;
    coordinator
        .tries(&old)
        .await?
        .says("The permit was issued, replaced or suspended, or its suspension ended, after you opened the page, so nothing was done.")?
        .says("The barge has no papers.")?;
    assert_eq!(stage(&app, case).await?, Stage::Suspended);

    // The same button twice: the second press is told that it is done.
    let page = coordinator.opens(&format!("/en/cases/{case}")).await?;
    let form = coordinator.checks(&page.form("/lifting")?).await?;
    coordinator.sends(&form).await?.says("The permit is issued.")?;
    coordinator.tries(&form).await?.says("permitted")?;
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let seen = Seen::of(&view.application, None);
    assert_eq!((seen.suspended, stage(&app, case).await?), (4, Stage::Permitted));
    app.ends().await
}
