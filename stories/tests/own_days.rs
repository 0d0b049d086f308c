//! An authority enters the days on which it is closed: every clock that runs there is reckoned anew, and whoever it concerns reads
//! what changed, and by whom.

use act::{ApplicationId, Date};
use clearance::acts::Decide;
use clearance::{Application, Decision};
use desk::governance::CalendarChange;
use stories::{Database, FLOOD, Form, Installation, Told, Visitor, Write, authority};

/// By when Interior decides a case.
async fn due(app: &Installation, case: ApplicationId) -> Told<Option<Date>> {
    let application = application(app, case).await?;
    Ok(clearance::reckon(&application.referrals[&authority("moi")?])?.deadline)
}

async fn application(app: &Installation, case: ApplicationId) -> Told<Application> {
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    Ok(view.application)
}

fn day(text: &str) -> Told<Option<Date>> {
    Ok(Some(text.parse()?))
}

/// The form in which days are entered, filled in for a flood.
async fn flood(visitor: &mut Visitor) -> Told<Form> {
    let page = visitor.opens("/en/working-days").await?;
    let form = visitor.follows(&page, "Enter days").await?;
    form.form("/working-days/entry")?
        .with("kind", "closed")?
        .with("from", "2023-08-24")?
        .with("to", "2023-08-25")?
        .with("reason", FLOOD)?
        .with("source", "Circular 12")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_closes_interior_for_two_days_and_its_day_moves_for_everyone() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    app.clock_at("2023-08-23T02:00:00Z")?;
    let mut decider = app.signs_in("interior-decider").await?;
    decider
        .opens("/en/working-days")
        .await?
        .says("Working days of Ministry of Interior")?
        .says("Weekends and public holidays are those of Cambodia")?
        .says("The holidays of 2023 and 2024")?
        .says("9 November 2023: National Independence Day")?
        .says("Nothing was entered")?;
    let entering = flood(&mut decider).await?;
    let first = decider.sends(&entering).await?;
    first
        .says("24 August 2023 to 25 August 2023: closed")?
        .says("PNH-2023-0001")?
        .says("30 August 2023 becomes 1 September 2023")?
        .says("The clock of 1 open case is reckoned anew at once.")?;
    assert_eq!(
        due(&app, case).await?,
        day("2023-08-30")?,
        "nothing is recorded yet"
    );
    let checked = first.form("/working-days/entry")?.with("checked", "right")?;
    decider
        .sends(&checked)
        .await?
        .says(FLOOD)?
        .says("Circular 12")?
        .says("Entered on 23 August 2023")?;
    // A second press, or another window that still has the page, changes nothing.
    decider
        .tries(&checked)
        .await?
        .says("Nothing would change from 24 August 2023 to 25 August 2023")?;

    decider
        .opens("/en/docket")
        .await?
        .says("30 August became 1 September on 23 August 2023")?
        .says("your calendar changed")?;
    decider
        .opens(&moi)
        .await?
        .says("due by 1 September")?
        .says("24 August 2023 to 25 August 2023: not counted, closed: The river stands in the courtyard")?
        .says("Days that the authority entered itself")?
        .says("(decider)")?;
    for key in ["organiser", "coordinator", "defence-decider"] {
        let mut visitor = app.signs_in(key).await?;
        visitor
            .opens(&format!("/en/cases/{case}"))
            .await?
            .says("due by 1 September")?
            .says("30 August became 1 September on 23 August 2023")?;
    }
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens("/en/board")
        .await?
        .says("Interior: 30 August became 1 September")?;
    // The others keep their own calendars.
    let others = application(&app, case).await?;
    let defence = clearance::reckon(&others.referrals[&authority("mond")?])?;
    assert_eq!(defence.deadline, day("2023-09-13")?);

    // The water falls sooner than was thought.
    let page = decider.opens("/en/working-days").await?;
    let back = decider.follows(&page, "Take back").await?;
    let back = back
        .form("/taking-back")?
        .with("reason", "The water fell in the night")?;
    let first = decider.sends(&back).await?;
    first.says("1 September 2023 becomes 30 August 2023")?;
    let checked = first.form("/taking-back")?.with("checked", "right")?;
    decider
        .sends(&checked)
        .await?
        .says("What was taken back")?
        .says("The water fell in the night")?;
    decider
        .tries(&checked)
        .await?
        .says("Entry 1 was taken back already.")?;
    assert_eq!(due(&app, case).await?, day("2023-08-30")?);
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_an_entry_is_said_beside_it_and_nobody_else_enters_one() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.circulated(None).await?;
    app.clock_at("2023-08-23T02:00:00Z")?;
    let mut decider = app.signs_in("interior-decider").await?;
    let form = flood(&mut decider).await?;
    for (field, typed, fault) in [
        ("kind", "half-day", "Closes at: Fill this in."),
        ("from", "", "First day: Fill this in."),
        ("from", "2023-08-26", "comes before the first"),
        ("from", "2013-08-24", "is too far off: look at the year."),
        ("to", "2023-12-24", "it takes up to 92"),
        ("to", "2032-08-25", "is too far off: look at the year."),
        ("until", "noon", "Closes at"),
        ("reason", "", "Reason: Fill this in."),
        ("source", "", "What says so: Fill this in."),
    ] {
        let typed = form.clone().with(field, typed)?;
        let again = decider.tries(&typed).await?;
        again.says(fault)?;
        assert_eq!(
            again.form("/working-days/entry")?.value("source"),
            typed.value("source")
        );
    }
    // Saturday and Sunday nobody works there anyway.
    let weekend = form
        .clone()
        .with("from", "2023-08-26")?
        .with("to", "2023-08-27")?;
    decider.tries(&weekend).await?.says("Nothing would change")?;
    for key in ["interior-officer", "interior-coordinator"] {
        let mut reader = app.signs_in(key).await?;
        let page = reader.opens("/en/working-days").await?;
        assert!(page.link("Enter days").is_err(), "{key}");
        assert_eq!(reader.asks("/en/working-days/entry").await?.status, 404, "{key}");
    }
    let mut organiser = app.signs_in("organiser").await?;
    assert_eq!(organiser.asks("/en/working-days").await?.status, 404);
    let officer = app.closes("interior-officer", "2023-08-24", "2023-08-24").await;
    assert!(officer.is_err_and(|fault| fault.to_string().contains("not-your-role")));
    app.ends().await
}

/// Three cases: one is decided before, one after, and one comes only later.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_stays_and_what_comes_later_has_the_days_from_its_first() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (decided, open) = (app.circulated(None).await?, app.circulated(None).await?);
    app.clock_at("2023-08-22T02:00:00Z")?;
    let granted = || Decide {
        authority: authority("moi").unwrap_or_else(|_| unreachable!("it is an id")),
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("interior-decider", decided, granted()).await?;
    app.closes("interior-decider", "2023-08-24", "2023-08-25").await?;
    assert_eq!(due(&app, decided).await?, day("2023-08-30")?);
    assert_eq!(due(&app, open).await?, day("2023-09-01")?);
    // Decided in its time, it does not become late by days that are taken back later.
    app.clock_at("2023-08-31T02:00:00Z")?;
    app.acts("interior-decider", open, granted()).await?;
    let back = CalendarChange::TakeBack {
        number: 1,
        reason: act::Title::new("It was worked after all")?,
    };
    let decider = app.cast.actor("interior-decider")?;
    let would = app.desk.would_change_calendar(decider, back.clone()).await?;
    assert_eq!((would.clocks, would.moved.len()), (0, 0));
    app.desk.change_calendar(decider, back).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{open}/referrals/moi"))
        .await?
        .says("1 September 2023: the last day")?
        .does_not_say("decided, after the last day")?;
    // Handed in and circulated on 2 August, by the story's clock, after the entry was made.
    app.closes("interior-decider", "2023-08-10", "2023-08-11").await?;
    let later = app.circulated(None).await?;
    assert_eq!(due(&app, later).await?, day("2023-09-01")?);
    app.ends().await
}

/// West of Greenwich a day goes on when the next has begun in UTC, and what arrives on it arrives at a closed door.
#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_is_over_in_utc_alone_is_still_closed_for_what_arrives_on_it() -> Told {
    let app = Installation::in_los_angeles_where_interior_closes_at(Database::sqlite()?, "23:00").await?;
    // Half past seven in the evening of 1 August.
    let open = app.circulated(None).await?;
    assert_eq!(due(&app, open).await?, day("2023-08-29")?);
    app.clock_at("2023-08-01T02:30:00Z")?;
    app.closes("interior-decider", "2023-08-01", "2023-08-01").await?;
    let closed = app.circulated(None).await?;
    assert_eq!(due(&app, closed).await?, day("2023-08-30")?);
    app.ends().await
}

/// Where silence counts, days that are entered after the period is over bring nothing back.
#[tokio::test(flavor = "multi_thread")]
async fn silence_that_has_counted_stays_counted() -> Told {
    let app = Installation::where_silence_is(Database::sqlite()?, "deemed-granted").await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-30T17:00:00Z")?;
    app.closes("interior-decider", "2023-08-24", "2023-08-25").await?;
    assert_eq!(due(&app, case).await?, day("2023-08-30")?);
    assert_eq!(app.desk.do_what_is_due().await?, 3);
    let application = application(&app, case).await?;
    let counted = application.referrals[&authority("moi")?].silent_until();
    assert_eq!(counted, day("2023-08-30")?);
    app.ends().await
}

/// On the last day that a flood left, the flood is taken back: whoever does it reads that this ends the period with today, the case
/// says why it did not end before, silence counts only once the day is over, and what is handed out for reckoning says the same.
#[tokio::test(flavor = "multi_thread")]
async fn days_that_are_taken_back_leave_the_authority_the_day_on_which_it_does_that() -> Told {
    let app = Installation::where_silence_is(Database::sqlite()?, "deemed-refused").await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-23T02:00:00Z")?;
    app.closes("interior-decider", "2023-08-24", "2023-08-25").await?;
    assert_eq!(due(&app, case).await?, day("2023-09-01")?);
    app.clock_at("2023-09-01T03:00:00Z")?;
    // That of the others, whose days did not move.
    app.desk.do_what_is_due().await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens("/en/working-days").await?;
    let back = decider.follows(&page, "Take back").await?;
    let back = back
        .form("/taking-back")?
        .with("reason", "The water fell in the night")?;
    let first = decider.sends(&back).await?;
    first
        .says("PNH-2023-0001")?
        .says("The period then ends with today, 1 September 2023")?
        .says("silence counts as a refusal")?;
    decider
        .sends(&first.form("/taking-back")?.with("checked", "right")?)
        .await?;
    assert_eq!(due(&app, case).await?, day("2023-09-01")?);
    app.clock_at("2023-09-01T16:59:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 0, "the day is not over");
    let moi = format!("/en/cases/{case}/referrals/moi");
    // Of a session that lasted a day nothing is left.
    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens(&moi).await?;
    page.says("the period would have ended on 30 August 2023, which was over already")?;
    let file = decider.asks(&page.link("The clock as a file")?).await?;
    let mut record: calendar::ClockRecord = serde_json::from_slice(&file.body)?;
    let found = record.reckoning.take();
    assert_eq!(found, Some(record.reckon()?));
    assert_eq!(found.and_then(|found| found.deadline), day("2023-09-01")?);
    app.clock_at("2023-09-01T17:00:00Z")?;
    assert!(app.desk.do_what_is_due().await? > 0);
    let application = application(&app, case).await?;
    let counted = application.referrals[&authority("moi")?].silent_until();
    assert_eq!(counted, day("2023-09-01")?);
    app.ends().await
}

/// More cases than are appended together, and a server that stops on the way: what is left follows by itself, before anything
/// happens by the old calendar.
async fn all_follow(database: Database) -> Told {
    let app = Installation::where_silence_is(database, "deemed-granted").await?;
    let mut cases = vec![];
    for _ in 0..53 {
        cases.push(app.circulated(None).await?);
    }
    app.clock_at("2023-08-23T02:00:00Z")?;
    let mut first = app.gate.stops(Write::Append)?;
    let entering = app.closes("interior-decider", "2023-08-24", "2023-08-25");
    let stopping = async {
        // The first append goes through: the entry, and what it does to a page of cases. Before the next everything stops.
        first.stands().await?;
        let mut next = app.gate.stops(Write::Append)?;
        first.goes_on();
        next.stands().await
    };
    tokio::select! {
        done = entering => return Err(format!("it went on: {done:?}").into()),
        stopped = stopping => stopped?,
    }
    let mut behind = 0;
    for case in &cases {
        behind += usize::from(due(&app, *case).await? == day("2023-08-30")?);
    }
    assert_eq!(behind, 3);
    // A week later the server is started again: the old day is over, and the new one is not.
    app.clock_at("2023-08-31T02:00:00Z")?;
    assert_eq!(
        app.desk.do_what_is_due().await?,
        2 * 53,
        "the silence of two others"
    );
    for case in cases {
        assert_eq!(due(&app, case).await?, day("2023-09-01")?);
        let application = application(&app, case).await?;
        assert!(application.referrals[&authority("moi")?].decided.is_none());
    }
    let size = app.desk.store().size().await?;
    assert_eq!(app.desk.do_what_is_due().await?, 0);
    assert_eq!(app.desk.store().size().await?, size, "nothing is left");
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_open_case_follows_on_sqlite() -> Told {
    all_follow(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_open_case_follows_on_postgresql() -> Told {
    all_follow(Database::postgres().await?).await
}

/// Two who enter days at once: both stand, and the clocks follow both.
#[tokio::test(flavor = "multi_thread")]
async fn two_who_enter_days_at_once_are_both_heard() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-23T02:00:00Z")?;
    tokio::try_join!(
        app.closes("interior-decider", "2023-08-24", "2023-08-24"),
        app.closes("interior-decider", "2023-08-25", "2023-08-25"),
        app.closes("defence-decider", "2023-08-25", "2023-08-25"),
    )?;
    assert_eq!(due(&app, case).await?, day("2023-09-01")?);
    let application = application(&app, case).await?;
    let defence = clearance::reckon(&application.referrals[&authority("mond")?])?;
    assert_eq!(defence.deadline, day("2023-09-14")?);
    app.ends().await
}

/// Another changes the calendar between the two presses: what was seen is not what would be done, so it is shown again.
#[tokio::test(flavor = "multi_thread")]
async fn what_would_be_done_is_shown_again_where_the_calendar_changed_since() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-23T02:00:00Z")?;
    let mut decider = app.signs_in("interior-decider").await?;
    let entering = flood(&mut decider).await?;
    let first = decider.sends(&entering).await?;
    let checked = first.form("/working-days/entry")?.with("checked", "right")?;
    app.closes("interior-decider", "2023-08-28", "2023-08-28").await?;
    let again = decider.sends(&checked).await?;
    again
        .says("The calendar was changed after this was shown to you the first time.")?
        .says("31 August 2023 becomes 4 September 2023")?;
    assert_eq!(due(&app, case).await?, day("2023-08-31")?);
    decider
        .sends(&again.form("/working-days/entry")?.with("checked", "right")?)
        .await?
        .says(FLOOD)?;
    assert_eq!(due(&app, case).await?, day("2023-09-04")?);
    // Two entries of one reason that follow each other are one line, which names both; a day alone is no run of days.
    app.closes("interior-decider", "2023-08-29", "2023-08-29").await?;
    decider
        .opens(&format!("/en/cases/{case}/referrals/moi"))
        .await?
        .says("Entry 1 of the authority")?
        .says("Entry 3 of the authority")?;
    app.ends().await
}

/// Before anything is handed in, whoever asks counts back in the days that authorities entered.
#[tokio::test(flavor = "multi_thread")]
async fn by_when_to_file_is_answered_in_the_days_that_an_authority_entered() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    let address = "/en/permit-check?rulebook=kh-phnom-penh&date=2023-11-19&answer-event_kind=celebration\
                   &answer-place_kind=riverside&answer-attendance=8000&answer-foreign_mission=yes&answer-fireworks=yes\
                   &answer-largest_shell=100&answer-near_airport=no&answer-road_closure=yes";
    let mut anyone = app.visitor();
    anyone
        .opens(address)
        .await?
        .says("National Defence has to be asked first.")?
        .says("hand in by 19 October 2023")?
        .does_not_say("18 October 2023")?;
    app.closes("interior-decider", "2023-11-10", "2023-11-10").await?;
    anyone
        .opens(address)
        .await?
        .says("latest day to file: 18 October 2023")?
        .says("10 November 2023: not counted, closed: The river stands in the courtyard")?;
    app.ends().await
}

/// The organiser reads on the case how much room is left, and until when what is still to come helps.
#[tokio::test(flavor = "multi_thread")]
async fn the_case_counts_back_from_the_event() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    page.says("Until when it is still in time")?
        .says("National Defence leaves least room")?
        .says("66 days")?;
    assert_eq!(
        page.each("#latest tbody tr")?.len(),
        2,
        "who has decided is not waited for"
    );
    // A month later its day has passed, and no day that has passed is told as one that is still to come.
    app.clock_at("2023-10-02T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("National Defence is overdue")?
        .says("overdue since 13 September 2023")?
        .says("47 days")?
        .does_not_say("leaves least room")?;
    // Another authority does not press those who are late.
    let mut defence = app.signs_in("defence-decider").await?;
    defence
        .opens(&format!("/en/cases/{case}"))
        .await?
        .does_not_say("Until when it is still in time")?;
    app.ends().await
}
