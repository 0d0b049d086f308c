//! The dates of one's cases in a calendar program: at an address that its owner makes and withdraws, and that shows nothing which
//! its owner may no longer see.

use act::{Actor, ApplicationId, Reason, Role};
use clearance::acts::{AnswerQuestion, DischargeCondition, Withdraw};
use stories::{Answer, Database, Installation, Told, Visitor, authority};

/// Makes an address; gives its path.
async fn made(visitor: &mut Visitor) -> Told<String> {
    let form = visitor.opens("/en/dates").await?.form("/dates")?;
    let page = visitor.sends(&form).await?;
    let address = page.exactly("#address")?;
    let path = address.strip_prefix("https://placet.example");
    Ok(path.ok_or("an address elsewhere")?.to_owned())
}

/// What a calendar program, which is not signed in, reads there: each day with its id, and how often it changed.
async fn read(app: &Installation, path: &str) -> Told<(Answer, Vec<(String, String, String)>)> {
    let answer = app.visitor().asks(path).await?;
    let text = answer.text().replace("\r\n ", "");
    let mut days = vec![];
    for event in text.split("BEGIN:VEVENT").skip(1) {
        let of = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().to_owned()
        };
        days.push((of("UID:"), of("DTSTART;VALUE=DATE:"), of("SEQUENCE:")));
    }
    Ok((answer, days))
}

fn date(days: &[(String, String, String)], id: &str) -> Option<String> {
    let found = days.iter().find(|(uid, ..)| uid.contains(id));
    found.map(|(_, date, _)| date.clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_days_of_a_case_are_in_the_organisers_calendar_and_follow_when_they_move() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let path = made(&mut organiser).await?;
    let (answer, days) = read(&app, &path).await?;
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(
        date(&days, &format!("{case}-event@")).as_deref(),
        Some("20231119")
    );
    assert_eq!(date(&days, "-mond-due@").as_deref(), Some("20230913"));
    // Interior waits for an answer: until when one helps is told instead of a day on which it decides.
    assert_eq!(date(&days, "-moi-due@"), None);
    assert!(date(&days, "-moi-answer@").is_some_and(|day| day.as_str() > "20230901"));
    assert_eq!(days.len(), 3, "who has decided has no day: {days:?}");

    app.closes("defence-decider", "2023-09-11", "2023-09-11").await?;
    let answer = AnswerQuestion {
        authority: authority("moi")?,
        number: 1,
        answer: Reason::new("By both streets.")?,
    };
    app.acts("organiser", case, answer).await?;
    let (_, later) = read(&app, &path).await?;
    assert_eq!(date(&later, "-mond-due@").as_deref(), Some("20230914"));
    assert!(date(&later, "-moi-due@").is_some() && date(&later, "-moi-answer@").is_none());
    let sequence = |days: &[(String, String, String)]| -> Told<u64> {
        let found = days.iter().find(|(uid, ..)| uid.contains("-mond-due@"));
        Ok(found.ok_or("no day")?.2.parse()?)
    };
    assert!(sequence(&later)? > sequence(&days)?);
    // In the language of the address.
    let khmer = app.visitor().asks(&path.replacen("/en/", "/km/", 1)).await?;
    assert!(khmer.text().contains("SUMMARY:ព្រឹត្តិការណ៍"));
    app.acts("organiser", case, Withdraw { reasons: None }).await?;
    let (_, gone) = read(&app, &path).await?;
    assert_eq!(gone, []);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_reads_its_own_days_and_nothing_that_another_was_asked() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.under_way(None).await?;
    let mut defence = app.signs_in("defence-decider").await?;
    let path = made(&mut defence).await?;
    let (answer, days) = read(&app, &path).await?;
    assert_eq!(days.len(), 2, "{days:?}");
    assert!(date(&days, "-mond-due@").is_some());
    assert!(!answer.text().contains("-moi-"));
    app.ends().await
}

async fn is_gone(app: &Installation, path: &str) -> Told {
    let answer = app.visitor().asks(path).await?;
    assert_eq!(answer.status, 404, "{}", answer.text());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_was_withdrawn_or_replaced_shows_nothing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let first = made(&mut organiser).await?;
    let second = made(&mut organiser).await?;
    is_gone(&app, &first).await?;
    assert_eq!(read(&app, &second).await?.0.status, 200);
    let page = organiser.opens("/en/dates").await?;
    page.says("There is an address, made on")?
        .does_not_say("/feeds/")?;
    let withdrawal = page.form("/dates/withdrawal")?;
    organiser.sends(&withdrawal).await?;
    is_gone(&app, &second).await?;
    // Pressed again in another window: there is nothing left to withdraw, and nothing wrong.
    organiser.sends(&withdrawal).await?;
    is_gone(&app, "/en/feeds/nonsense").await?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_the_role_is_shown_nothing_any_more() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case: ApplicationId = app.circulated(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let path = made(&mut officer).await?;
    assert!(read(&app, &path).await?.0.text().contains(&case.to_string()));
    let actor = app.cast.actor("interior-officer")?.clone();
    let operator = Actor {
        role: Role::Operator,
        ..app.cast.actor("operator")?.clone()
    };
    app.desk
        .withdraw_role(&operator, actor.organisation, actor.person, actor.role)
        .await?;
    is_gone(&app, &path).await?;
    app.ends().await
}

/// Who has two roles in one organisation has an address for each.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_shows_what_its_own_role_sees_and_nothing_of_another_in_the_same_office() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.circulated(None).await?;
    let decider = app.cast.actor("municipality-decider")?.clone();
    let coordinator = Actor {
        role: Role::Coordinator,
        ..decider.clone()
    };
    app.desk
        .grant_role(
            app.cast.actor("operator")?,
            coordinator.organisation,
            coordinator.person,
            coordinator.role,
        )
        .await?;
    let (own, other) = (
        app.desk.make_feed(&decider).await?,
        app.desk.make_feed(&coordinator).await?,
    );
    for (secret, all) in [(own, false), (other, true)] {
        let (_, days) = read(&app, &format!("/en/feeds/{secret}")).await?;
        assert!(date(&days, "-phnom-penh-due@").is_some(), "{days:?}");
        assert_eq!(date(&days, "-mond-due@").is_some(), all, "{days:?}");
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_day_by_which_a_condition_is_shown_is_there_until_it_is_discharged() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.conditioned(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let path = made(&mut organiser).await?;
    let (_, days) = read(&app, &path).await?;
    assert_eq!(date(&days, "-moi-condition-1@").as_deref(), Some("20231105"));
    assert_eq!(date(&days, "-mond-condition-1@").as_deref(), Some("20231124"));
    // Whoever set one has no day of another's.
    let mut interior = app.signs_in("interior-officer").await?;
    let theirs = made(&mut interior).await?;
    let (_, days) = read(&app, &theirs).await?;
    assert_eq!(date(&days, "-moi-condition-1@").as_deref(), Some("20231105"));
    assert_eq!(date(&days, "-mond-condition-1@"), None);

    let seen = DischargeCondition {
        authority: authority("moi")?,
        number: 1,
        proof: None,
        reasons: Some(Reason::new("We hold the plan.")?),
    };
    app.acts("interior-officer", case, seen).await?;
    let (_, days) = read(&app, &path).await?;
    assert_eq!(date(&days, "-moi-condition-1@"), None);

    // Long after the event, what was to be shown and was not stays in the calendar.
    app.clock_at("2024-03-01T02:00:00Z")?;
    let (_, days) = read(&app, &path).await?;
    assert_eq!(date(&days, "-mond-condition-1@").as_deref(), Some("20231124"));
    let seen = DischargeCondition {
        authority: authority("mond")?,
        number: 1,
        proof: None,
        reasons: Some(Reason::new("The ground is clean.")?),
    };
    app.acts("defence-decider", case, seen).await?;
    let (answer, _) = read(&app, &path).await?;
    assert!(
        !answer.text().contains(&case.to_string()),
        "nothing of it is left to do"
    );
    app.ends().await
}
