//! An event is applied for again a year later: with the answers of the last time and what it taught, for a day that is chosen anew.

use act::{Reason, Timestamp};
use clearance::acts::{NoteIncident, ReportAfter};
use clearance::{AfterReport, Held, Incident};
use stories::{Database, Installation, Told};

const LESSON: &str = "Order the barge in June.";
const UMBRELLAS: &str = "Umbrellas blew into the river.";

/// The event as it was held, noted and told of; on the morning after.
async fn held(app: &Installation) -> Told<act::ApplicationId> {
    let case = app.permitted(None).await?;
    app.clock_at("2023-11-19T14:00:00Z")?;
    let seen: Timestamp = "2023-11-19T12:00:00Z".parse()?;
    let incident = Incident {
        what: Reason::new(UMBRELLAS)?,
        place: None,
        seen,
        done: None,
        photo: None,
    };
    let sending = None;
    app.acts("organiser", case, NoteIncident { incident, sending })
        .await?;
    app.clock_at("2023-11-20T02:00:00Z")?;
    let report = AfterReport {
        held: Held::Otherwise,
        attendance: Some(9_000),
        otherwise: Some(Reason::new("It ended a quarter of an hour late.")?),
        lessons: Some(Reason::new(LESSON)?),
    };
    app.acts("organiser", case, ReportAfter { report }).await?;
    Ok(case)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_later_it_begins_with_what_was_said_and_what_was_learned() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = held(&app).await?;
    let address = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&address).await?;
    let draft = organiser.sends(&page.form("/again")?).await?;
    let id = draft.address.rsplit('/').next().ok_or("no draft")?.to_owned();
    draft
        .says("What the last time taught")?
        .says(LESSON)?
        .says("It ended a quarter of an hour late.")?
        .says(UMBRELLAS)?
        .says("1 question that was asked")?
        .says(&app.cast.paper("interior_question")?[0])?
        .says(&app.cast.paper("interior_answer")?[0])?
        .says("Last time it was held on Sunday, 19 November 2023; the same weekday would be Sunday, 17 November 2024.")?
        .says("Were it held on Sunday, 17 November 2024")?
        .says("working days;")?
        .says("plan.pdf")?
        .says("111 days ago")?;
    for condition in app.ticked(case).await? {
        draft.says(condition.text.as_str())?;
    }
    // The day is not taken over, and no document is.
    let form = draft.form(&id)?;
    assert_eq!(form.value("date"), "");
    assert!(!form.value("place").is_empty());
    let kept = app
        .desk
        .draft_of(app.cast.actor("organiser")?, id.parse()?)
        .await?;
    assert!(kept.attachments.is_empty());
    // A second press goes on with the same.
    let again = organiser.sends(&page.form("/again")?).await?;
    assert_eq!(again.address, draft.address);
    let answer = organiser.posts(&form.with("then", "check")?).await?;
    let unchecked = organiser.asks(answer.header("location")).await?;
    assert_eq!(unchecked.status, 422);
    let form = organiser.opens(&draft.address).await?.form(&id)?;
    let form = form.with("date", "2024-11-17")?.with("title", "Lanterns again")?;
    let check = organiser.sends(&form.with("then", "check")?).await?;
    check
        .says(LESSON)?
        .says("For an event on Sunday, 17 November 2024")?;
    let handed_in = organiser.sends(&check.form("/submission")?).await?;
    let copy = handed_in.address.clone();
    let told = "It began with the answers of PNH-2023-0001";
    let older = handed_in.says(told)?.link(told)?;
    assert!(older.contains(&case.to_string()), "{older}");
    // Changed later, it is still that.
    let amended = organiser.sends(&page.form("/again")?).await?;
    assert_ne!(amended.address, draft.address, "what was handed in is no draft");
    app.signs_in("coordinator")
        .await?
        .opens(&copy)
        .await?
        .says(told)?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_not_hold_the_event_begins_nothing_and_is_told_why() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let address = format!("/en/cases/{case}");
    // Before the event it stands folded away; both who hold it may.
    let mut other = app.signs_in("co-organiser").await?;
    let form = other.opens(&address).await?.form("/again")?;
    for reader in ["coordinator", "interior-officer", "auditor"] {
        let mut reader = app.signs_in(reader).await?;
        let page = reader.opens(&address).await?;
        assert!(page.form("/again").is_err());
        let token = page.forms()?.first().map(|one| one.value("token").to_owned());
        let Some(token) = token else { continue };
        let forged = form.clone().forged("token", &token);
        reader.tries(&forged).await?.says("you cannot do this")?;
    }
    let stranger = app.cast.actor("other-organiser")?;
    let begun = app.desk.begin_draft_again(stranger, case).await;
    assert_eq!(begun, Err(desk::Fault::NotFound));
    app.ends().await
}

/// The new event is held with others who did not hold the last: what it taught is not theirs to read.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_last_time_taught_is_read_by_whoever_may_read_the_last_time() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = held(&app).await?;
    let organiser = app.cast.actor("organiser")?;
    let id = app.desk.begin_draft_again(organiser, case).await?;
    let draft = app.desk.draft_of(organiser, id).await?;
    let mut fields = draft.fields;
    let joined = app.cast.organisation("other-association")?;
    fields.insert(format!("organiser-{joined}"), "on".to_owned());
    fields.insert("date".to_owned(), "2024-11-17".to_owned());
    let draft = app.desk.save_draft(organiser, id, draft.version, fields).await?;
    app.desk.submit(organiser, id, draft.version).await?;
    let stranger = app.cast.actor("other-organiser")?;
    let view = app.desk.case(stranger, id).await?;
    let of = view.application.submission.as_ref().and_then(|one| one.copy_of);
    assert_eq!(of, Some(case));
    let page = app
        .signs_in("other-organiser")
        .await?
        .opens(&format!("/en/cases/{id}"))
        .await?;
    page.does_not_say("It began with the answers of")?
        .does_not_say("PNH-2023-0001")?;
    let reasons = act::Reason::new("The plan is missing.")?;
    let back = clearance::acts::ReturnIncomplete { lacks: reasons };
    app.acts("coordinator", id, back).await?;
    let mut stranger = app.signs_in("other-organiser").await?;
    let page = stranger.opens(&format!("/en/cases/{id}")).await?;
    let draft = stranger.sends(&page.form("/drafts")?).await?;
    draft
        .does_not_say(LESSON)?
        .does_not_say("What the last time taught")?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser.opens(&format!("/en/drafts/{id}")).await?.says(LESSON)?;
    app.ends().await
}
