//! A ministry lets its day pass; the municipality, which leads, reminds it in writing, and nobody has to telephone to know that it did.

use act::{Actor, Role};
use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_reminds_a_ministry_once_a_day_and_it_reads_so_where_its_work_lies() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    app.clock_at("2023-09-01T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator.opens(&page).await?;
    let form = seen.form("/reminders")?;
    assert!(
        form.value("reminder").contains("30 August 2023"),
        "what is mostly said stands there: {}",
        form.value("reminder")
    );
    // What was typed is not lost where it is too long.
    let long = "x".repeat(2_001);
    let refused = coordinator.tries(&form.clone().with("reminder", &long)?).await?;
    assert_eq!(refused.form("/reminders")?.value("reminder"), long);
    let size = app.desk.store().size().await?;
    let own = "The quay is booked: please decide, or say what you lack.";
    let done = coordinator.sends(&form.clone().with("reminder", own)?).await?;
    done.says(own)?.says("Reminded on 1 September 2023")?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    coordinator
        .tries(&form)
        .await?
        .says("was reminded today")?
        .says("once a day is enough")?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    coordinator
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("reminded on 1 September")?;
    coordinator
        .opens("/en/board")
        .await?
        .says("Interior (overdue since 30 August; reminded on 1 September)")?
        .does_not_say("Municipality (overdue since 30 August; reminded")?;

    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens(&page).await?.says(own)?;
    officer
        .opens("/en/docket")
        .await?
        .says("The authority that leads reminded you on 1 September 2023")?;
    officer
        .opens("/en/inbox")
        .await?
        .says("Interior is reminded that its answer is awaited")?
        .says("That was due by 30 August.")?;
    // It is between the two: neither another ministry nor the organisers read it.
    for stranger in ["defence-decider", "organiser"] {
        let mut stranger = app.signs_in(stranger).await?;
        stranger.opens(&page).await?.does_not_say(own)?;
        stranger.opens("/en/inbox").await?.does_not_say("is reminded")?;
        stranger
            .opens("/en/events")
            .await?
            .says("overdue since 30 August")?
            .does_not_say("reminded on")?;
    }
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// Whoever audits an organisation sees what it sees: the lead's words to an authority are the lead's auditor's to read, not the organisers'.
#[tokio::test(flavor = "multi_thread")]
async fn an_organisers_auditor_reads_no_more_of_reminders_than_the_organiser() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator
        .opens(&format!("/en/cases/{case}/referrals/moi"))
        .await?;
    let own = "The quay is booked: please decide, or say what you lack.";
    coordinator
        .sends(&seen.form("/reminders")?.clone().with("reminder", own)?)
        .await?;
    for (key, reads) in [
        ("organiser", false),
        ("co-organiser", false),
        ("coordinator", true),
    ] {
        let audits = Actor {
            role: Role::Auditor,
            ..app.cast.actor(key)?.clone()
        };
        let view = app.desk.case(&audits, case).await?;
        let handed = serde_json::to_string(&view.application)?;
        assert_eq!(handed.contains(own), reads, "{key}");
        let told = app.desk.history(&audits, case).await?;
        let told = format!("{told:?}");
        assert_eq!(told.contains(own), reads, "the history of {key}");
    }
    app.ends().await
}

/// What is mostly said is said again as it was: its words stand once, with the days.
#[tokio::test(flavor = "multi_thread")]
async fn the_same_words_stand_once_with_each_day_on_which_they_were_said() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    let own = "The quay is booked: please decide, or say what you lack.";
    for day in ["2023-09-01T02:00:00Z", "2023-09-04T02:00:00Z"] {
        app.clock_at(day)?;
        let mut coordinator = app.signs_in("coordinator").await?;
        let seen = coordinator.opens(&page).await?;
        // Nothing is sent by e-mail here, and nothing says so.
        seen.says("It is told in its inbox, and reads")?
            .does_not_say("by e-mail")?;
        let form = seen.form("/reminders")?.with("reminder", own)?;
        coordinator.sends(&form).await?;
    }
    let mut officer = app.signs_in("interior-officer").await?;
    let seen = officer.opens(&page).await?;
    seen.says("Reminded on 4 September 2023, 09:00 (Phnom Penh time); 1 September 2023, 09:00")?;
    assert_eq!(seen.html.matches(own).count(), 1);
    app.ends().await
}
