//! Lists of events begin with today: what is past never hides what presses, however much of it there is. What is chosen from
//! a list is all there, however long it has become.

use act::{ApplicationId, Reason, Title};
use clearance::Decision;
use clearance::acts::{Circulate, Decide, Withdraw};
use desk::engagement::SourceIn;
use engagement::{SourceKind, SourceText};
use identity::When;
use stories::{Database, Installation, Page, RULEBOOK, Told, authority};

/// More than one page of a list.
const PAST: usize = 51;

/// An application for an event of that day, handed in.
async fn applied(app: &Installation, day: &str) -> Told<ApplicationId> {
    let organiser = app.cast.actor("organiser")?;
    let id = app.desk.begin_draft(organiser, RULEBOOK, None).await?;
    let draft = app.desk.draft_of(organiser, id).await?;
    let mut fields = draft.fields;
    fields.extend(app.typed()?);
    fields.insert("date".to_owned(), day.to_owned());
    app.desk.save_draft(organiser, id, draft.version, fields).await?;
    app.submit(organiser, id).await?;
    Ok(id)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_screen_is_the_next_event_however_many_are_past() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:10:00Z")?;
    for _ in 0..PAST {
        applied(&app, "2023-11-18").await?;
    }
    let withdrawn = applied(&app, "2023-11-19").await?;
    app.acts("organiser", withdrawn, Withdraw { reasons: None })
        .await?;
    let next = applied(&app, "2023-11-19").await?;
    applied(&app, "2023-11-20").await?;
    // In Phnom Penh it is already the 19th.
    app.clock_at("2023-11-18T20:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let first = organiser.opens("/en/").await?;
    assert_eq!(first.address, format!("/en/cases/{next}"));

    let events = organiser.opens("/en/events").await?;
    events
        .does_not_say("18 November 2023,")?
        .says("20 November 2023")?;
    let earlier = organiser.follows(&events, "earlier event").await?;
    earlier
        .says("18 November 2023,")?
        .does_not_say("20 November 2023")?;
    assert!(earlier.link("earlier event").is_err(), "nothing is earlier still");
    organiser
        .follows(&earlier, "Next page")
        .await?
        .says("20 November 2023")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_public_calendar_begins_with_today_and_leads_to_what_was() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.permitted(None).await?;
    let mut anyone = app.visitor();
    app.clock_at("2023-11-19T16:59:00Z")?;
    let calendar = anyone.opens("/en/calendar").await?;
    calendar.says("Sunday, 19 November 2023")?;
    assert!(calendar.link("earlier event").is_err());
    app.clock_at("2023-11-19T17:00:00Z")?;
    let calendar = anyone.opens("/en/calendar").await?;
    calendar
        .says("No event from 20 November 2023 on.")?
        .does_not_say("19 November 2023,")?;
    let earlier = anyone.follows(&calendar, "earlier event").await?;
    earlier.says("Sunday, 19 November 2023")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_counts_what_it_lists_and_nothing_whose_day_has_passed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:10:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    board.says("Nothing waits for you")?;
    for day in ["2023-08-20", "2023-08-21", "2023-11-19"] {
        applied(&app, day).await?;
    }
    app.clock_at("2023-09-01T02:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 2);
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    board.says("One application waits for you")?;
    assert_eq!(board.each("tbody tr")?.len(), 1);
    app.ends().await
}

/// A page that goes on knows only itself: what is counted is all.
#[tokio::test(flavor = "multi_thread")]
async fn each_page_of_the_board_tells_the_same_count() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:10:00Z")?;
    for _ in 0..PAST {
        applied(&app, "2023-11-18").await?;
    }
    let mut coordinator = app.signs_in("coordinator").await?;
    let first = coordinator.opens("/en/board").await?;
    let next = coordinator.follows(&first, "Next page").await?;
    for page in [first, next] {
        page.says("51 applications wait for you")?;
    }
    app.ends().await
}

/// Of what is overdue that whose day is nearest is the first, however long each waits.
#[tokio::test(flavor = "multi_thread")]
async fn of_what_is_overdue_the_nearest_day_comes_first() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.titled("Drums")?;
    app.circulated(None).await?;
    app.titled("Lanterns")?;
    let nearer = app.circulated(None).await?;
    app.clock_at("2023-08-28T02:00:00Z")?;
    app.amends(nearer, |submission| {
        submission.event.date = jiff::civil::date(2023, 11, 12);
    })
    .await?;
    app.clock_at("2023-10-20T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let [late]: [String; 1] = coordinator
        .opens("/en/board")
        .await?
        .each("main section")?
        .try_into()
        .map_err(|all| format!("{all:?}"))?;
    let (lanterns, drums) = (late.find("Lanterns"), late.find("Drums"));
    assert!(lanterns.is_some() && lanterns < drums, "{late}");
    app.ends().await
}

/// What is overdue comes first, apart from what waits for others who have time, and is told once.
#[tokio::test(flavor = "multi_thread")]
async fn the_board_begins_with_what_is_overdue() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let overdue = app.circulated(None).await?;
    let sections = |page: &Page| page.each("main section");
    let mut coordinator = app.signs_in("coordinator").await?;
    let [_, others]: [String; 2] = sections(&coordinator.opens("/en/board").await?)?
        .try_into()
        .map_err(|all| format!("nothing is overdue yet: {all:?}"))?;
    assert!(others.starts_with("One application waits for others"), "{others}");

    app.clock_at("2023-09-20T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    // That nothing waits is not said where something does.
    let [late]: [String; 1] = sections(&board)?.try_into().map_err(|all| format!("{all:?}"))?;
    assert!(
        late.starts_with("One application waits for a decision that is overdue"),
        "{late}"
    );
    assert_eq!(
        board.each("tbody .govuk-tag--bad")?,
        [
            "Foreign Affairs (overdue since 30 August)",
            "Interior (overdue since 30 August)",
            "Municipality (overdue since 30 August)",
            "National Defence (overdue since 13 September)",
        ]
    );
    let address = format!("/en/cases/{overdue}");
    let told = board.addresses()?;
    assert_eq!(told.iter().filter(|one| **one == address).count(), 1, "{told:?}");

    // What lapsed is not waited for any more.
    app.clock_at("2023-11-20T02:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 1);
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    board.does_not_say("overdue")?.says("None waits for others")?;
    app.ends().await
}

/// However many are overdue, each is told, a page at a time, and none of them as waiting for others who have time.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_overdue_goes_on_on_a_page_of_its_own() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:10:00Z")?;
    for _ in 0..PAST {
        let id = applied(&app, "2023-11-18").await?;
        app.acts("coordinator", id, Circulate::default()).await?;
    }
    app.clock_at("2023-09-20T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let first = coordinator.opens("/en/board").await?;
    let next = coordinator.follows(&first, "Next page").await?;
    assert!(next.address.starts_with("/en/board/overdue?"), "{}", next.address);
    for (page, lines) in [(&first, 50), (&next, 1)] {
        page.says("51 applications wait for decisions that are overdue")?;
        let late = page.each("main section:first-of-type tbody tr")?;
        assert_eq!(late.len(), lines);
    }
    for page in [&first, &next] {
        page.does_not_say("None waits for others")?;
    }
    // The one that has time stands on the first page, however many that are overdue come before it.
    let in_time = applied(&app, "2023-11-19").await?;
    app.acts("coordinator", in_time, Circulate::default()).await?;
    let board = coordinator.opens("/en/board").await?;
    let others = board.exactly("main section:last-of-type")?;
    assert!(others.starts_with("One application waits for others"), "{others}");
    assert_eq!(board.each("main section:last-of-type tbody tr")?.len(), 1);
    app.ends().await
}

/// However long ago it was: a link that leads to the same list again would seem dead.
#[tokio::test(flavor = "multi_thread")]
async fn the_link_to_earlier_events_opens_those_that_it_counts() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.permitted(None).await?;
    app.clock_at("2025-11-20T02:00:00Z")?;
    for (key, list) in [(None, "/en/calendar"), (Some("organiser"), "/en/events")] {
        let mut visitor = match key {
            Some(key) => app.signs_in(key).await?,
            None => app.visitor(),
        };
        let now = visitor.opens(list).await?;
        let earlier = visitor.follows(&now, "One earlier event").await?;
        earlier.says("19 November 2023")?;
        assert!(earlier.link("earlier event").is_err(), "nothing is earlier still");
    }
    app.ends().await
}

/// A year at a time, where a year has any: what is opened last is the first.
#[tokio::test(flavor = "multi_thread")]
async fn earlier_events_are_opened_by_the_years_that_have_some() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:10:00Z")?;
    for day in ["2023-08-20", "2023-11-18", "2023-11-19"] {
        applied(&app, day).await?;
    }
    app.clock_at("2024-09-01T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let events = organiser.opens("/en/events").await?;
    let within = organiser
        .follows(&events, "Earlier events, from 18 November 2023 on")
        .await?;
    within.says("19 November 2023")?.does_not_say("20 August 2023,")?;
    let first = organiser
        .follows(&within, "One earlier event: see those from 20 August 2023 on")
        .await?;
    first.says("18 November 2023")?;
    assert!(first.link("earlier event").is_err(), "nothing is earlier still");
    app.ends().await
}

/// Neither what was closed long ago nor what was refused is hidden from whoever asks for all.
#[tokio::test(flavor = "multi_thread")]
async fn the_board_leads_to_all_applications_and_lists_none_that_was_refused() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let permitted = app.permitted(None).await?;
    let refused = app.circulated(None).await?;
    let refuse = Decide {
        authority: authority("mond")?,
        decision: Decision::Refused,
        reasons: Some(Reason::new("Too near the barracks.")?),
    };
    app.acts("defence-decider", refused, refuse).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    board.says("None waits for others")?;
    app.clock_at("2024-11-20T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    let all = coordinator.follows(&board, "All applications").await?;
    let shown = all.addresses()?;
    for case in [permitted, refused] {
        assert!(shown.contains(&format!("/en/cases/{case}")), "{shown:?}");
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_leads_with_what_waits_for_whoever_leads_and_counts_no_closed_case() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.permitted(None).await?;
    let withdrawn = app.submitted(None).await?;
    app.acts("organiser", withdrawn, Withdraw { reasons: None })
        .await?;
    let asked = app.circulated(None).await?;
    let fresh = app.submitted(None).await?;
    let agreed = app.agreed(None).await?;
    // Nothing is overdue yet.
    app.clock_at("2023-08-02T03:00:00Z")?;
    let board = app.signs_in("coordinator").await?.opens("/en/board").await?;
    let [own, others]: [String; 2] = board.each("main section")?.try_into().map_err(|_| "two lists")?;
    assert!(own.starts_with("2 applications wait for you"), "{own}");
    assert!(own.contains("the permit waits to be issued"), "{own}");
    assert!(others.starts_with("One application waits for others"), "{others}");
    let cases: Vec<_> = board.addresses()?;
    let place = |case: ApplicationId| {
        let address = format!("/en/cases/{case}");
        cases.iter().position(|one| *one == address)
    };
    let (asked, fresh, agreed) = (place(asked), place(fresh), place(agreed));
    assert!(fresh.is_some() && agreed.is_some() && fresh.max(agreed) < asked);
    board.link("All applications")?;
    app.ends().await
}

/// Who has to act once everyone has agreed is named to all who wait for it.
#[tokio::test(flavor = "multi_thread")]
async fn a_case_on_which_all_have_agreed_says_who_issues_the_permit() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let theirs = "Phnom Penh Municipality, which leads this application, has to issue the permit now.";
    for (who, page, says) in [
        ("organiser", String::new(), theirs),
        ("interior-officer", String::new(), theirs),
        ("interior-officer", "/referrals/moi".to_owned(), theirs),
        ("coordinator", String::new(), "You issue the permit now."),
    ] {
        let page = format!("/en/cases/{case}{page}");
        app.signs_in(who).await?.opens(&page).await?.says(says)?;
    }
    app.ends().await
}

/// More than a page of referrals that can no longer be decided stood before the one that can; they are listed no longer, not
/// even before it is written down.
#[tokio::test(flavor = "multi_thread")]
async fn a_docket_lists_what_can_still_be_decided_and_nothing_else() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:10:00Z")?;
    for _ in 0..PAST {
        let id = applied(&app, "2023-11-18").await?;
        app.acts("coordinator", id, Circulate::default()).await?;
    }
    let asked = app.under_way(None).await?;
    let mut interior = app.signs_in("interior-officer").await?;
    let docket = interior.opens("/en/docket").await?;
    docket.says("51 referrals wait for your decision")?;
    docket.says("One awaits the organiser’s answer.")?;
    interior
        .follows(&docket, "Next page")
        .await?
        .says("clock stands still")?;

    app.clock_at("2023-11-18T20:00:00Z")?;
    let mut interior = app.signs_in("interior-officer").await?;
    let docket = interior.opens("/en/docket").await?;
    let rows = docket.each(".ledger tbody tr")?;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(app.desk.do_what_is_due().await?, 52);
    let docket = interior.opens("/en/docket").await?;
    docket.says("Nothing waits for you. One awaits the organiser’s answer.")?;
    assert_eq!(docket.each(".ledger tbody tr")?, rows);
    let mut defence = app.signs_in("defence-decider").await?;
    let docket = defence.opens("/en/docket").await?;
    docket.says("One referral waits for your decision.")?;
    docket.says("overdue since 13 September")?;
    assert!(
        docket
            .addresses()?
            .contains(&format!("/en/cases/{asked}/referrals/mond"))
    );
    app.clock_at("2023-11-19T20:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 1);
    let mut defence = app.signs_in("defence-decider").await?;
    let docket = defence.opens("/en/docket").await?;
    docket.says("Nothing waits for you.")?;
    assert_eq!(docket.each(".ledger")?, Vec::<String>::new());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_docket_says_a_day_once() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.under_way(None).await?;
    let mut defence = app.signs_in("defence-decider").await?;
    let docket = defence.opens("/en/docket").await?;
    assert_eq!(docket.each("td[data-label=Due]")?, ["13 September"]);
    app.ends().await
}

/// What one authority refused is refused, whoever else has yet to decide or awaits an answer; it is on the board no longer.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_says_of_what_was_refused_that_it_was() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    let refuse = Decide {
        authority: authority("mond")?,
        decision: Decision::Refused,
        reasons: Some(Reason::new("Too near the barracks.")?),
    };
    for (key, list, awaited) in [
        ("organiser", "/en/events", "your answer is awaited"),
        ("coordinator", "/en/board", "the organiser's answer is awaited"),
    ] {
        let list = app.signs_in(key).await?.opens(list).await?;
        list.says(awaited)?.does_not_say("refused")?;
    }
    app.acts("defence-decider", case, refuse).await?;
    for (key, list) in [("organiser", "/en/events"), ("coordinator", "/en/events")] {
        let list = app.signs_in(key).await?.opens(list).await?;
        list.says("refused")?.does_not_say("answer is awaited")?;
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_source_can_be_cited_however_many_there_are() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let officer = app.cast.actor("desk-officer")?;
    // One more than is read of a view at once.
    for number in 1..=501 {
        let entered = SourceIn {
            title: Title::new(&format!("Note {number}"))?,
            kind: SourceKind::Note,
            language: "en".parse()?,
            text: SourceText::new("One sentence.")?,
            published: When::Unknown,
            origin: Reason::new("Made up")?,
        };
        app.desk.freeze_source(officer, entered).await?;
    }
    let mut officer = app.signs_in("desk-officer").await?;
    let form = officer.opens("/en/record/meeting").await?;
    let choices = form.each("option, label")?;
    for number in 1..=501 {
        let title = format!("Note {number}");
        assert!(choices.iter().any(|choice| choice.starts_with(&title)), "{title}");
    }
    app.ends().await
}
