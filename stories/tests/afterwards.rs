//! What became of a case that nobody hurried: overdue is said in the same words everywhere, and after the day nothing is
//! offered any more.

use act::Reason;
use clearance::Decision;
use clearance::acts::{Decide, IssuePermit, RevokePermit, Withdraw};
use stories::{Database, Installation, RULEBOOK, Told, authority};

/// Defence had until 13 September.
#[tokio::test(flavor = "multi_thread")]
async fn a_passed_deadline_is_said_in_the_same_words_on_every_page() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    app.clock_at("2023-09-13T03:00:00Z")?;
    let page = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("Defence (due by 13 September)")?
        .does_not_say("overdue")?;

    app.clock_at("2023-09-20T03:00:00Z")?;
    let overdue = "overdue since 13 September";
    let mut organiser = app.signs_in("organiser").await?;
    let first = organiser.opens("/en/").await?;
    first.says(&format!("Defence ({overdue})"))?;
    // The alarm's, its own words, its line among the authorities, the timeline's, and the one among the days counted back.
    assert_eq!(first.words()?.matches(overdue).count(), 5);
    // Whoever leads is called as the rules call it, here as everywhere on the page.
    let alarm = first.exactly(".alarm")?;
    assert!(
        alarm.contains("Turn to Phnom Penh Municipality, which leads"),
        "{alarm}"
    );
    // Interior's clock stands still: it waits for the organiser and is not late.
    first.says("Interior (waits for your answer, 25 days)")?;
    organiser.opens("/en/events").await?.says(overdue)?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator.opens("/en/board").await?.says(overdue)?;
    let mut decider = app.signs_in("defence-decider").await?;
    decider.opens("/en/docket").await?.says(overdue)?;
    // What is late is red, and nothing else.
    for address in ["/en/docket", &page, &format!("{page}/referrals/mond")] {
        let red = decider.opens(address).await?.each(".govuk-tag--bad")?;
        assert_eq!(red, [overdue], "{address}");
    }
    decider
        .opens(&format!("{page}/referrals/mond"))
        .await?
        .says(overdue)?;
    app.ends().await
}

/// The event was on 19 November, from 18:00 to 21:00.
#[tokio::test(flavor = "multi_thread")]
async fn after_the_day_the_case_says_so_and_no_page_offers_a_review() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let page = format!("/en/cases/{case}");
    app.clock_at("2023-11-19T13:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator.opens(&page).await?.form("/permit")?;
    app.clock_at("2023-11-25T03:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let late = coordinator.opens(&page).await?;
    late.says("The day has passed without a permit.")?;
    assert!(late.form("/permit").is_err());
    let issued = app.acts("coordinator", case, IssuePermit).await;
    assert!(format!("{issued:?}").contains("event-over"), "{issued:?}");

    let waiting = app.under_way(None).await?;
    app.clock_at("2023-11-25T03:00:00Z")?;
    let referral = format!("/en/cases/{waiting}/referrals/mond");
    let mut decider = app.signs_in("defence-decider").await?;
    assert!(decider.opens(&referral).await?.form("/decision").is_err());
    let decided = app
        .acts(
            "defence-decider",
            waiting,
            Decide {
                authority: authority("mond")?,
                decision: Decision::Granted,
                reasons: None,
            },
        )
        .await;
    assert!(format!("{decided:?}").contains("event-over"), "{decided:?}");
    app.ends().await
}

/// The rulebook names the municipality second; by their ids it would stand last.
#[tokio::test(flavor = "multi_thread")]
async fn authorities_are_listed_in_the_order_of_the_rulebook() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let listed = view.application.in_order();
    let ids: Vec<_> = listed.iter().map(|one| one.authority.as_str()).collect();
    let rulebook = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    let all: Vec<_> = rulebook.authorities().iter().map(|one| one.id.as_str()).collect();
    let wanted: Vec<_> = all.into_iter().filter(|id| ids.contains(id)).collect();
    assert_eq!(ids, wanted);
    app.ends().await
}

/// Whatever closed it, whoever applied goes on to another with the same answers; to everyone else it is closed.
#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_says_so_and_leads_its_organiser_to_another() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let organiser = app.cast.actor("organiser")?;
    let typed = app
        .desk
        .draft_of(organiser, app.drafted(None).await?)
        .await?
        .fields;
    let open = app.circulated(None).await?;
    let (refused, withdrawn) = (app.circulated(None).await?, app.submitted(None).await?);
    let (revoked, lapsed) = (app.permitted(None).await?, app.submitted(None).await?);
    let refuse = Decide {
        authority: authority("mond")?,
        decision: Decision::Refused,
        reasons: Some(Reason::new("Too near the barracks.")?),
    };
    app.clock_at("2023-10-01T03:00:00Z")?;
    app.acts("defence-decider", refused, refuse).await?;
    app.acts("organiser", withdrawn, Withdraw { reasons: None })
        .await?;
    let reasons = Reason::new("The river is high.")?;
    app.acts("coordinator", revoked, RevokePermit { reasons }).await?;
    let page = app
        .signs_in("organiser")
        .await?
        .opens(&format!("/en/cases/{open}"))
        .await?;
    page.does_not_say("This application is closed")?;
    // One that is open is changed; it is not applied for anew.
    page.says("Change the application")?;
    let changed = app.desk.begin_draft_after(organiser, open).await;
    assert_eq!(changed, Ok(open));
    let waiting = app.submitted(None).await?;
    let after = app.desk.begin_draft_after(organiser, waiting).await;
    assert_eq!(after, Err(desk::Fault::NotFound));
    app.clock_at("2023-10-02T03:00:00Z")?;
    for case in [refused, withdrawn, revoked] {
        let address = format!("/en/cases/{case}");
        let mut visitor = app.signs_in("organiser").await?;
        let page = visitor.opens(&address).await?;
        page.says("apply anew: the new application begins with what this one said")?;
        let begun = visitor.sends(&page.form("/drafts")?).await?;
        let id = begun.address.rsplit('/').next().ok_or("no draft")?.parse()?;
        let draft = app.desk.draft_of(organiser, id).await?;
        assert_eq!(draft.fields, typed);
        assert_eq!((draft.cites, draft.attachments.len()), (None, 0));
        // Pressed again it goes on with the same, until that was changed.
        let again = visitor.sends(&page.form("/drafts")?).await?;
        assert_eq!(again.address, begun.address);
        app.desk
            .save_draft(organiser, id, draft.version, draft.fields)
            .await?;
        let another = visitor.sends(&page.form("/drafts")?).await?;
        assert_ne!(another.address, begun.address);
        let page = app.signs_in("coordinator").await?.opens(&address).await?;
        page.does_not_say("apply anew")?;
        assert!(page.form("/drafts").is_err());
    }
    // Once the day has passed, nobody applies for that day anew: another is to be chosen.
    app.clock_at("2023-11-25T03:00:00Z")?;
    for case in [refused, withdrawn, revoked, lapsed] {
        let page = app.signs_in("organiser").await?;
        let page = { page }.opens(&format!("/en/cases/{case}")).await?;
        page.says("This application is closed.")?;
        assert!(page.form("/drafts").is_err());
        page.form("/again")?;
    }
    app.ends().await
}

/// A form refused for a day that is past takes no number of the series.
#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_takes_no_number() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = app.drafted(None).await?;
    app.clock_at("2023-11-19T03:00:00Z")?;
    let organiser = app.cast.actor("organiser")?;
    assert!(app.submit(organiser, draft).await.is_err());
    app.clock_at("2023-08-01T04:00:00Z")?;
    let reference = app.submit(organiser, draft).await?;
    assert!(reference.ends_with("-2023-0001"), "{reference}");
    app.ends().await
}
