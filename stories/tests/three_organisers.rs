//! Three organisers want one evening on one square. One held it, one applies for it, one asks for it and is declined; the coordinator
//! sees all three and they do not see each other.

use act::{Reason, Text};
use clearance::hold::HoldStanding;
use desk::Fault;
use jiff::civil::time;
use stories::{Database, HELD_FOR, HELD_WORDS, Installation, RULEBOOK, Told};

const SQUARE: (&str, &str) = ("Riverfront", "2023-11-19");
const ROWERS: &str = "The rowers' regatta";

#[tokio::test(flavor = "multi_thread")]
async fn one_holds_the_evening_one_applies_and_one_is_declined() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-07-01T02:00:00Z")?;
    // The embassy asks by the form, and presses twice.
    let mut embassy = app.signs_in("co-organiser").await?;
    let list = embassy.opens("/en/holds").await?;
    let form = embassy
        .follows(&list, "Hold a day: Public events in Phnom Penh")
        .await?
        .form("/holds")?;
    let wrong = form.clone().with("date", "2022-11-19")?.with("kind", HELD_FOR)?;
    embassy
        .opens("/en/holds/new")
        .await?
        .says("Held for")?
        .says("Answered by Phnom Penh")?;
    let wrong = wrong
        .with("place", SQUARE.0)?
        .with("from", "18:00")?
        .with("until", "21:00")?;
    embassy
        .tries(&wrong)
        .await?
        .says("Only a day to come is held")?
        .says("A hold gives no right to a permit.")?;
    let right = wrong.with("date", SQUARE.1)?.with("words", HELD_WORDS)?;
    let held = embassy.sends(&right).await?;
    let again = embassy.sends(&right).await?;
    assert_eq!(again.address, held.address);
    held.says("waits for an answer")?
        .says("A hold gives no right to a permit.")?;
    // Who goes back and names another day asks for that, too, once.
    let other = right.clone().with("date", "2023-11-20")?;
    let beside = embassy.sends(&other).await?;
    assert_ne!(beside.address, held.address);
    beside.says("20 November 2023")?;
    assert_eq!(embassy.sends(&other).await?.address, beside.address);
    let id = beside.address.rsplit('/').next().ok_or("no hold")?.parse()?;
    app.desk
        .withdraw_hold(app.cast.actor("co-organiser")?, id, None)
        .await?;
    let hold = held.address.rsplit('/').next().ok_or("no hold")?.to_owned();

    // The coordinator reads it on her board, and holds the day until 1 September.
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    board.says("Days held: 1 waits for your answer")?;
    let page = coordinator.opens(&format!("/en/holds/{hold}")).await?;
    page.says("Nobody else holds or has applied for this place at this time.")?
        .says(HELD_WORDS)?;
    let accept = page.form("/acceptance")?;
    coordinator
        .tries(&accept.clone().with("until", "2023-11-19")?)
        .await?
        .says("Give a day from")?;
    let accept = accept.with("until", "2023-09-01")?;
    coordinator.sends(&accept).await?.says("held")?;
    // A second press of the same says that it stands so already.
    coordinator
        .tries(&accept)
        .await?
        .says("the day that was asked for is “held” by now")?;
    embassy
        .opens(&held.address)
        .await?
        .says("Friday, 1 September 2023")?;

    // The rowers ask for the same evening in other words for the same place: she sees the clash, they see nothing, and are declined.
    let rowers = app
        .asks_for_day("other-organiser", ROWERS, ("riverfront – Phnom Penh", SQUARE.1))
        .await?;
    let mut theirs = app.signs_in("other-organiser").await?;
    theirs
        .opens(&format!("/en/holds/{rowers}"))
        .await?
        .does_not_say(HELD_FOR)?
        .does_not_say("wants this place")?;
    theirs.does_not_find(&format!("/en/holds/{hold}")).await?;
    let page = coordinator.opens(&format!("/en/holds/{rowers}")).await?;
    page.says("1 other wants this place at this time")?
        .says(HELD_FOR)?
        .does_not_say("Asked to be held")?;
    // What is only asked for does not read as held.
    coordinator
        .opens(&format!("/en/holds/{hold}"))
        .await?
        .says("Asked to be held")?;
    coordinator
        .opens("/en/board")
        .await?
        .says("1 clash of date")?
        .says(ROWERS)?;
    let decline = page.form("/refusal")?;
    coordinator.tries(&decline).await?.says("Why")?;
    let decline = decline.with("decline-reasons", "That evening is spoken for.")?;
    coordinator.sends(&decline).await?.says("not held")?;
    theirs
        .opens(&format!("/en/holds/{rowers}"))
        .await?
        .says("not held")?
        .says("That evening is spoken for.")?
        .does_not_say(HELD_FOR)?;
    coordinator
        .opens("/en/board")
        .await?
        .does_not_say("clash of date")?;

    // The association applies for it, knowing nothing of the hold: the lead is told on the case, and nobody else.
    let case = app.submitted(None).await?;
    let address = format!("/en/cases/{case}");
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens(&address)
        .await?
        .says("1 other wants this place at this time")?
        .says("Held, not applied for: A fair of a thousand lamps")?;
    coordinator
        .opens("/en/board")
        .await?
        .says("1 clash of date")?
        .says("PNH-2023-0001, ")?;
    for reader in ["organiser", "auditor"] {
        let mut reader = app.signs_in(reader).await?;
        let page = reader.opens(&address).await?;
        page.does_not_say(HELD_FOR)?.does_not_say("wants this place")?;
    }
    app.signs_in("co-organiser")
        .await?
        .opens(&held.address)
        .await?
        .does_not_say("wants this place")?;
    // Nobody who is not signed in is told of any of it.
    app.visitor()
        .opens("/en/calendar")
        .await?
        .does_not_say(HELD_FOR)?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_is_used_by_the_application_for_its_day_and_the_case_says_so() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-07-01T02:00:00Z")?;
    let hold = app.asks_for_day("organiser", HELD_FOR, SQUARE).await?;
    let coordinator = app.cast.actor("coordinator")?;
    let until = "2023-09-01".parse()?;
    app.desk.accept_hold(coordinator, hold, until, None).await?;
    let mut visitor = app.signs_in("organiser").await?;
    let page = visitor.opens(&format!("/en/holds/{hold}")).await?;
    let draft = visitor.sends(&page.form("/drafts")?).await?;
    draft.says("is held for you until 1 September 2023")?;
    let again = visitor.sends(&page.form("/drafts")?).await?;
    assert_eq!(again.address, draft.address);
    let id = draft.address.rsplit('/').next().ok_or("no draft")?.parse()?;
    let organiser = app.cast.actor("organiser")?;
    let begun = app.desk.draft_of(organiser, id).await?;
    assert_eq!(begun.fields.get("date").map(String::as_str), Some(SQUARE.1));
    assert_eq!(begun.fields.get("place").map(String::as_str), Some(SQUARE.0));
    let mut fields = app.typed()?;
    fields.extend(begun.fields);
    fields.insert("title".to_owned(), "Lamps".to_owned());
    let saved = app.desk.save_draft(organiser, id, begun.version, fields).await?;
    app.desk.submit(organiser, id, saved.version).await?;
    let stands = app.desk.hold(organiser, hold).await?;
    assert_eq!(
        stands.stands().map(|(_, stands)| stands),
        Some(HoldStanding::Used)
    );
    for reader in ["organiser", "coordinator"] {
        let mut reader = app.signs_in(reader).await?;
        let page = reader.opens(&format!("/en/cases/{id}")).await?;
        page.says("19 November 2023 was held before it was applied for")?
            .says("That gives no right to a permit.")?;
        // Its own hold is no clash.
        page.does_not_say("wants this place")?;
    }
    // Used, it is neither withdrawn nor used again.
    let withdrawn = app.desk.withdraw_hold(organiser, hold, None).await;
    assert!(matches!(withdrawn, Err(Fault::Refused(_))), "{withdrawn:?}");
    let begun = app.desk.begin_draft_from_hold(organiser, hold).await;
    assert!(matches!(begun, Err(Fault::Refused(_))), "{begun:?}");
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

/// Nobody presses anything: the day comes.
#[tokio::test(flavor = "multi_thread")]
async fn a_hold_runs_out_by_itself_and_stands_in_nobodys_way() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-07-01T02:00:00Z")?;
    let hold = app.asks_for_day("co-organiser", HELD_FOR, SQUARE).await?;
    let coordinator = app.cast.actor("coordinator")?;
    app.desk
        .accept_hold(
            coordinator,
            hold,
            "2023-08-01".parse()?,
            Some(Reason::new("Apply by then.")?),
        )
        .await?;
    let case = app.submitted(None).await?;
    // The first of August is its last day, in Phnom Penh.
    app.clock_at("2023-08-01T16:59:00Z")?;
    let clashes = app.desk.clashes(coordinator, "2023-08-01".parse()?).await?;
    assert_eq!(clashes.len(), 1);
    app.clock_at("2023-08-01T17:01:00Z")?;
    let mut visitor = app.signs_in("coordinator").await?;
    visitor
        .opens(&format!("/en/cases/{case}"))
        .await?
        .does_not_say("wants this place")?;
    visitor.opens("/en/board").await?.does_not_say("clash of date")?;
    visitor
        .opens(&format!("/en/holds/{hold}"))
        .await?
        .says("run out")?;
    // What was begun from it is handed in all the same, and uses nothing.
    let embassy = app.cast.actor("co-organiser")?;
    let begun = app.desk.begin_draft_from_hold(embassy, hold).await;
    assert!(matches!(begun, Err(Fault::Refused(_))), "{begun:?}");
    let answered = app
        .desk
        .accept_hold(coordinator, hold, "2023-09-01".parse()?, None)
        .await;
    assert!(matches!(answered, Err(Fault::Refused(_))), "{answered:?}");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_holds_every_evening_and_no_id_is_taken_from_another() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-07-01T02:00:00Z")?;
    let organiser = app.cast.actor("organiser")?;
    // What one does not want any more hides none of what one holds.
    for _ in 0..12 {
        let hold = app
            .asks_for_day("organiser", HELD_FOR, (SQUARE.0, "2023-07-02"))
            .await?;
        app.desk.withdraw_hold(organiser, hold, None).await?;
    }
    let mut holds = vec![];
    for day in 1..=10 {
        let date = format!("2023-12-{day:02}");
        holds.push(app.asks_for_day("organiser", HELD_FOR, (SQUARE.0, &date)).await?);
    }
    let many = app.asks_for_day("organiser", HELD_FOR, SQUARE).await;
    assert!(format!("{many:?}").contains("hold-too-many"), "{many:?}");
    app.desk.withdraw_hold(organiser, holds[0], None).await?;
    app.asks_for_day("organiser", HELD_FOR, SQUARE).await?;
    // Another's id, sent with a form that was made up.
    let entered = desk::clearance::HoldIn {
        hold: holds[1],
        rulebook: RULEBOOK.to_owned(),
        kind: Text::new("Mine")?,
        place: Text::new("Mine")?,
        date: "2023-12-30".parse()?,
        hours: (time(10, 0, 0, 0), time(11, 0, 0, 0)),
        words: None,
    };
    let stranger = app.cast.actor("other-organiser")?;
    assert_eq!(app.desk.ask_hold(stranger, entered).await, Err(Fault::NotFound));
    let wrong = app
        .desk
        .accept_hold(stranger, holds[1], "2023-09-01".parse()?, None)
        .await;
    assert_eq!(wrong, Err(Fault::NotFound));
    let coordinator = app.cast.actor("other-coordinator")?;
    let wrong = app
        .desk
        .accept_hold(coordinator, holds[1], "2023-09-01".parse()?, None)
        .await;
    assert_eq!(wrong, Err(Fault::NotFound));
    app.ends().await
}
