//! The docket: the most pressing first, under what makes it so; and what one works on oneself, so that two do not begin the same.

use clearance::acts::BeginReview;
use jiff::civil::date;
use stories::{Database, Installation, Told, authority};

#[tokio::test(flavor = "multi_thread")]
async fn a_docket_tells_overdue_from_today_and_from_what_has_time() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-22T02:00:00Z")?;
    app.circulated(None).await?;
    // Interior decides by 30 August.
    for (at, heading) in [
        ("2023-08-22T02:00:00Z", "Due later"),
        ("2023-08-23T02:00:00Z", "Due within seven days"),
        ("2023-08-30T02:00:00Z", "Due today"),
        ("2023-08-31T02:00:00Z", "Overdue"),
    ] {
        app.clock_at(at)?;
        let mut officer = app.signs_in("interior-officer").await?;
        let page = officer.opens("/en/docket").await?;
        assert_eq!(page.each("h2")?, [heading], "{at}");
    }
    let under_way = app.under_way(None).await?;
    app.clock_at("2023-08-31T03:00:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens("/en/docket").await?;
    assert_eq!(
        page.each("h2")?,
        ["Overdue", "Waits for the organiser"],
        "{under_way}"
    );
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_finds_what_is_hers_and_the_others_read_that_it_is() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (one, other) = (app.circulated(None).await?, app.circulated(None).await?);
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens("/en/docket").await?.does_not_say("Mine")?;
    let begin = BeginReview {
        authority: authority("moi")?,
    };
    app.acts("interior-officer", one, begin).await?;
    let all = officer.opens("/en/docket").await?;
    all.says("You worked on it last.")?;
    let mine = officer.follows(&all, "Mine (1)").await?;
    let leads_to = |id| format!("/en/cases/{id}/referrals/moi");
    let addresses = mine.addresses()?;
    assert!(
        addresses.contains(&leads_to(one)) && !addresses.contains(&leads_to(other)),
        "{addresses:?}"
    );

    let name = &app.cast.member("interior-officer")?.name;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens("/en/docket").await?;
    page.says(&format!("{name} worked on it last."))?
        .does_not_say("Mine")?;
    // A change that puts the case to her authority anew leaves it hers.
    app.amends(one, |changed| {
        changed.event.date = date(2023, 11, 26);
    })
    .await?;
    let view = app.desk.case(app.cast.actor("interior-officer")?, one).await?;
    assert_eq!(view.application.referrals[&authority("moi")?].earlier.len(), 1);
    let page = officer.opens("/en/docket").await?;
    page.says("Mine (1)")?;

    // Nobody outside the authority is handed who works there.
    let person = app.cast.member("interior-officer")?.person.to_string();
    for key in ["organiser", "coordinator", "defence-decider"] {
        let view = app.desk.case(app.cast.actor(key)?, one).await?;
        let seen = serde_json::to_value(&view.application.referrals)?;
        assert!(!seen.to_string().contains(&person), "{key} is handed it");
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_may_decide_yet_is_not_counted_as_waiting_for_a_decision() -> Told {
    let app = Installation::where_two_decide_for_interior(Database::sqlite()?).await?;
    app.circulated(None).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    decider
        .opens("/en/docket")
        .await?
        .says("One waits for somebody here to recommend a decision first.")?
        .does_not_say("waits for your decision")?;
    app.ends().await
}
