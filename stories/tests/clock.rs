//! A deadline can be reckoned again by whoever doubts it, from a file that holds all that it rests on.

use act::{Reason, Title};
use calendar::{ClockRecord, DayKind, GivenDays};
use clearance::acts::{AnswerExtension, AnswerQuestion, AskQuestion, ProposeExtension};
use desk::governance::CalendarChange;
use jiff::civil::date;
use std::path::Path;
use stories::{Database, Installation, Told, authority};

/// The file that the page gives of a clock with everything in it; a test of the program has `placet clock` reckon it alone.
const FILE: &str = include_str!("../clock-of-a-case.json");

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_that_a_referral_shows_can_be_taken_along_and_reckoned_again() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.under_way(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let referral = organiser.opens(&format!("/en/cases/{id}/referrals/moi")).await?;
    let shown = referral.each(".reckoning")?;
    let answer = organiser.asks(&referral.link("The clock as a file")?).await?;
    assert!(
        answer
            .header("content-disposition")
            .ends_with("-moi-clock.json\""),
        "{answer:?}"
    );
    let record: ClockRecord = serde_json::from_slice(&answer.body)?;
    let found = record.reckon()?;
    assert_eq!(record.reckoning.as_ref(), Some(&found));
    // Interior has a question open: its clock stands still, in the file as on the page.
    assert_eq!((found.start, found.deadline), (date(2023, 8, 2), None));
    assert!(
        shown.iter().any(|line| line.contains("the clock stands still")),
        "{shown:?}"
    );
    app.ends().await
}

async fn enters(app: &Installation, (from, to): (&str, &str), kind: DayKind) -> Told {
    let days = GivenDays {
        from: from.parse()?,
        to: to.parse()?,
        kind,
        reason: Title::new("Flood")?,
        source: Title::new("Circular 12")?,
    };
    let decider = app.cast.actor("interior-decider")?;
    let change = CalendarChange::Enter(days);
    Ok(app.desk.change_calendar(decider, change).await?)
}

/// Page, file and command say the same: what the page says line by line is what is reckoned from the file alone.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_with_everything_in_it_is_the_same_on_the_page_in_the_file_and_by_the_command() -> Told {
    let app = Installation::where_interior_closes_at(Database::sqlite()?, "17:00").await?;
    let moi = || authority("moi");
    app.clock_at("2023-07-31T02:00:00Z")?;
    let noon = DayKind::HalfDay {
        until: "09:00".parse()?,
    };
    enters(&app, ("2023-08-02", "2023-08-02"), noon).await?;
    // It is circulated on the half-day, half an hour after everyone left.
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-08T02:00:00Z")?;
    enters(&app, ("2023-08-12", "2023-08-12"), DayKind::Open).await?;
    enters(&app, ("2023-08-24", "2023-08-25"), DayKind::Closed).await?;
    let question = AskQuestion {
        authority: moi()?,
        text: Reason::new("Which way out?")?,
        items: vec![],
    };
    app.acts("interior-officer", case, question).await?;
    app.clock_at("2023-08-10T02:00:00Z")?;
    let answer = AnswerQuestion {
        authority: moi()?,
        number: 1,
        answer: Reason::new("By both streets.")?,
    };
    app.acts("organiser", case, answer).await?;
    let more_time = ProposeExtension {
        authority: moi()?,
        days: 3,
        reasons: Reason::new("The quay is new.")?,
    };
    app.acts("interior-officer", case, more_time).await?;
    let agreed = AnswerExtension {
        authority: moi()?,
        number: 1,
        agreed: true,
        reasons: None,
    };
    app.acts("organiser", case, agreed).await?;

    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser
        .opens(&format!("/en/cases/{case}/referrals/moi"))
        .await?;
    let shown = page.each(".reckoning li")?;
    let wanted = [
        "2 August 2023, 09:30: arrived (09:00 or later, on a half-day). It counts as received on 3 August 2023.",
        "3 August 2023: received. The day itself is not counted.",
        "3 days were added: 23 in all. Request 1 for more time, agreed to on 10 August 2023",
        "not counted, the clock stood still Question 1, asked on 8 August 2023",
        "12 August 2023: worked, though others rest (weekend) Entry 2 of the authority’s calendar (Circular 12), of 8 August 2023",
        "24 August 2023 to 25 August 2023: not counted, closed: Flood Entry 3",
    ];
    for wanted in wanted {
        assert!(
            shown.iter().any(|line| line.contains(wanted)),
            "{wanted}: {shown:#?}"
        );
    }
    let answer = organiser.asks(&page.link("The clock as a file")?).await?;
    let record: ClockRecord = serde_json::from_slice(&answer.body)?;
    let found = record.reckon()?;
    assert_eq!(record.reckoning.as_ref(), Some(&found));
    assert_eq!(shown.len(), found.compact().len(), "a line for each step");
    let last = found
        .deadline
        .ok_or("no deadline")?
        .strftime("%-d %B %Y: the last day");
    assert_eq!(shown.last(), Some(&last.to_string()));
    let written = serde_json::to_string_pretty(&record)? + "\n";
    if written != FILE {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clock-of-a-case.json");
        std::fs::write(&kept, written)?;
        return Err(format!(
            "stories/clock-of-a-case.json says otherwise; if it should not, put {} in its place",
            kept.display()
        )
        .into());
    }
    app.ends().await
}
