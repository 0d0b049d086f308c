//! What two sides owe each other after the two meetings of the anniversary, who sees to it, and what the clock reminds of.

use act::{CommitmentId, Reason, TaskId};
use desk::engagement::{Between, CommitmentIn, OwedView, TaskIn};
use engagement::{Matter, RequestStanding, TaskEnding};
use identity::When;
use stories::{Database, Installation, Told};

async fn owed(app: &Installation, day: &str) -> Told<OwedView> {
    let officer = app.cast.actor("desk-officer")?;
    let all = app.desk.relationships(officer).await?;
    let id = all.first().and_then(|one| one.id).ok_or("no relationship")?;
    Ok(app
        .desk
        .obligations(officer, Between::Relationship(id), day.parse()?)
        .await?)
}

/// Five requests went both ways. The page says how much each side owes, and leads to the record of each; what is answered leaves it.
#[tokio::test(flavor = "multi_thread")]
async fn five_requests_both_ways_are_reckoned_up_and_what_is_answered_leaves() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    let officer = app.cast.actor("desk-officer")?;
    let requests = app.desk.requests(officer).await?;
    let own = officer.organisation;
    let open = requests
        .iter()
        .filter(|one| one.standing == RequestStanding::Open);
    let open: Vec<_> = open.collect();
    let we = open.iter().filter(|one| one.to.organisation == own).count();
    let they = open.iter().filter(|one| one.from.organisation == own).count();
    let view = owed(&app, "2023-09-01").await?;
    let answers = |debts: &[engagement::Debt]| {
        let of = debts
            .iter()
            .filter(|one| matches!(one.matter, Matter::Request(_)));
        of.count()
    };
    assert_eq!((answers(&view.owed.we), answers(&view.owed.they)), (we, they));
    assert_eq!(
        (requests.len(), we + they),
        (5, 4),
        "the municipality answered one"
    );
    assert!(view.owed.oldest().is_some_and(|days| days > 100));

    let mut visitor = app.signs_in("desk-officer").await?;
    let all = visitor.opens("/en/relationships").await?;
    let page = visitor.follows(&all, "What is owed both ways").await?;
    page.says(&format!("We owe {}", view.owed.we.len()))?
        .says(&format!("they owe {}", view.owed.they.len()))?
        .says("the oldest is from")?;
    let mine = view
        .owed
        .we
        .iter()
        .find(|one| matches!(one.matter, Matter::Request(_)));
    let mine = mine.ok_or("we owe no answer")?;
    let request = visitor.follows(&page, mine.text.as_str()).await?;
    let form = request.form("/answers")?;
    let form = form.with("kind", "accepted")?.with("text", "We will.")?;
    // The side that was asked is its own source.
    visitor.sends(&form).await?.says("We will.")?;
    let now = owed(&app, "2023-09-01").await?;
    assert_eq!(now.owed.we.len() + 1, view.owed.we.len());
    assert!(now.owed.we.iter().all(|one| one.matter != mine.matter));
    // With an organisation, and with somebody who was there for it, the same is read from the lines themselves.
    let debt = now.owed.they.first().ok_or("they owe nothing")?;
    let with = debt.owes.organisation;
    visitor
        .opens(&format!("/en/organisations/{with}/obligations"))
        .await?
        .says(debt.text.as_str())?;
    let brief = visitor.follows(&all, "Brief before the next meeting").await?;
    visitor.follows(&brief, "What is owed both ways").await?;
    for outsider in ["other-organiser", "coordinator"] {
        let mut other = app.signs_in(outsider).await?;
        other
            .does_not_find(&format!("/en/organisations/{with}/obligations"))
            .await?;
        other.does_not_find(&page.address).await?;
    }
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

/// A promise is judged twice: both judgements stay, each with by whom, when, and on what it rests.
#[tokio::test(flavor = "multi_thread")]
async fn a_promise_is_judged_over_time_on_the_words_of_a_source() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let meetings = officer.opens("/en/meetings").await?;
    let visit = officer.follows(&meetings, "Visit to the governor").await?;
    let page = officer
        .follows(&visit, "Cooperate in preparing the celebrations.")
        .await?;
    let form = page.form("/assessments")?;
    let form = form
        .with("assessment", "unknown")?
        .with("note", "Nobody has said.")?;
    let page = officer.sends(&form).await?;
    page.says("What became of it not known")?;
    let twice = officer.tries(&form).await?;
    assert_eq!(twice.summary()?, ["This is recorded already."]);
    let sources = app.desk.sources(app.cast.actor("desk-officer")?).await?;
    let source = sources
        .iter()
        .find(|one| one.title.contains("governor"))
        .or(sources.first());
    let source = source.ok_or("no source")?.source.clone();
    let form = page.form("/assessments")?;
    let form = form
        .with("assessment", "in-part")?
        .with("note", "The quay was cleared.")?;
    // Words without a source, or that do not stand in it, are no evidence; and nothing typed is lost.
    let lone = form.clone().with("excerpt", "It was cleared.")?;
    let refused = officer.tries(&lone).await?;
    assert!(refused.faults()?.contains_key("source"));
    assert_eq!(
        refused.form("/assessments")?.value("note"),
        "The quay was cleared."
    );
    let false_words = lone.with("source", &source)?;
    let refused = officer.tries(&false_words).await?;
    assert!(refused.faults()?.contains_key("excerpt"));
    let text = app
        .desk
        .source(app.cast.actor("desk-officer")?, source.parse()?)
        .await?;
    let words: String = text.source.text().chars().take(60).collect();
    let form = form.with("source", &source)?.with("excerpt", &words)?;
    let page = officer.sends(&form).await?;
    page.says("What became of it kept in part")?
        .says("How it was judged")?
        .says("Nobody has said.")?
        .says("The quay was cleared.")?;
    app.ends().await
}

async fn assigns(app: &Installation, follows: Option<Matter>, due: &str) -> Told<TaskId> {
    let actor = app.cast.actor("desk-officer")?;
    let entered = TaskIn {
        text: Reason::new("Write to the embassy")?,
        owner: actor.person,
        due: due.parse()?,
        follows,
    };
    Ok(app
        .desk
        .assign_task(actor, entered, "2023-09-01".parse()?)
        .await?)
}

/// A task is given for a request, is late, and its owner is told once before its day and once after, however often the clock looks.
async fn a_task(database: Database) -> Told {
    let app = Installation::on(database).await?;
    app.meetings_imported().await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    let view = owed(&app, "2023-09-01").await?;
    let debt = view.owed.we.first().ok_or("we owe nothing")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let all = officer.opens("/en/relationships").await?;
    let page = officer.follows(&all, "What is owed both ways").await?;
    let given = officer.follows(&page, "Give somebody a task").await?;
    let form = given.form("/task")?;
    let empty = officer.tries(&form).await?;
    for field in ["text", "owner", "due"] {
        assert!(empty.faults()?.contains_key(field), "{field}");
    }
    let me = app.cast.actor("desk-officer")?.person.to_string();
    let form = form.with("text", "Write to the embassy")?.with("owner", &me)?;
    let over = officer.tries(&form.clone().with("due", "2023-08-31")?).await?;
    over.says("That day is over. Choose 1 September 2023 or a later day.")?;
    let task = officer.sends(&form.with("due", "2023-09-20")?).await?;
    task.says("to be done")?.says(debt.text.as_str())?;
    officer.opens(&page.address).await?.says("by 20 September 2023")?;
    officer.opens("/en/tasks").await?.says("Write to the embassy")?;
    app.desk.do_what_is_due().await?;
    let inbox = officer.opens("/en/inbox").await?;
    inbox.does_not_say("Write to the embassy")?;
    app.clock_at("2023-09-13T02:00:00Z")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let told =
        |page: &stories::Page| -> Told<usize> { Ok(page.words()?.matches("Write to the embassy").count()) };
    for _ in 0..3 {
        app.desk.do_what_is_due().await?;
    }
    let inbox = officer.opens("/en/inbox").await?;
    inbox.says("Something that is due from us comes due")?;
    assert_eq!(told(&inbox)?, 1);
    app.clock_at("2023-09-21T02:00:00Z")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let another = app.another_server().await?;
    let (one, two) = tokio::join!(app.desk.do_what_is_due(), another.do_what_is_due());
    one?;
    two?;
    app.desk.do_what_is_due().await?;
    let inbox = officer.opens("/en/inbox").await?;
    inbox.says("Something that was due from us is late")?;
    assert_eq!(told(&inbox)?, 2, "once soon, and once late");
    // The notice leads to the task, which is ended there.
    let late = officer
        .follows(&inbox, "Something that was due from us is late")
        .await?;
    late.says("late")?;
    let end = late.form("/end")?;
    let end = end.with("how", "done")?.with("note", "Sent by post.")?;
    officer.sends(&end).await?.says("Sent by post.")?;
    officer
        .opens("/en/tasks")
        .await?
        .does_not_say("Write to the embassy")?;
    officer.tries(&end).await?.says("This task is over already.")?;
    // Nobody else is told: neither who applies for the same organisation, nor another's desk.
    for key in ["organiser", "agent", "coordinator", "other-organiser"] {
        let mut other = app.signs_in(key).await?;
        other
            .opens("/en/inbox")
            .await?
            .does_not_say("Write to the embassy")?;
    }
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_that_is_late_is_told_once_to_whoever_does_it_on_sqlite() -> Told {
    a_task(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_that_is_late_is_told_once_to_whoever_does_it_on_postgres() -> Told {
    a_task(Database::postgres().await?).await
}

/// Nothing is late while its day runs where the installation is: in Phnom Penh a day is over at five in the afternoon of Greenwich.
#[tokio::test(flavor = "multi_thread")]
async fn a_task_is_late_once_its_day_is_over_where_the_installation_is() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    assigns(&app, None, "2023-09-20").await?;
    app.clock_at("2023-09-20T16:59:59Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 1, "it is due soon");
    assert_eq!(app.desk.do_what_is_due().await?, 0, "its day still runs");
    app.clock_at("2023-09-20T17:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 1, "it is late");
    app.ends().await
}

/// What we promised ourselves is told to the desk that keeps the record, until it is said what became of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_promise_of_ours_is_told_to_the_desk_before_its_day() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    let actor = app.cast.actor("desk-officer")?;
    let view = owed(&app, "2023-09-01").await?;
    let debt = view.owed.they.first().ok_or("they owe nothing")?;
    let meeting = app.desk.meeting(actor, debt.meeting).await?;
    let source = meeting.source.ok_or("no source")?;
    let text = app.desk.source(actor, source).await?;
    let exact: String = text.source.text().chars().take(60).collect();
    let promise = CommitmentIn {
        subject: None,
        by: actor.organisation,
        to: debt.owes.organisation,
        text: Reason::new("Send the programme")?,
        exact,
        source,
        due: When::On("2023-09-30".parse()?),
    };
    app.desk.make_commitment(actor, debt.meeting, promise).await?;
    let now = owed(&app, "2023-09-01").await?;
    assert_eq!(now.owed.we.len(), view.owed.we.len() + 1);
    app.clock_at("2023-09-24T02:00:00Z")?;
    app.desk.do_what_is_due().await?;
    assert_eq!(app.desk.do_what_is_due().await?, 0, "nothing is told twice");
    let mut officer = app.signs_in("desk-officer").await?;
    let inbox = officer.opens("/en/inbox").await?;
    inbox
        .says("Send the programme")?
        .says("It is due by 30 September")?;
    let promise = officer
        .follows(&inbox, "Something that is due from us comes due")
        .await?;
    let form = promise.form("/assessments")?;
    let form = form.with("assessment", "kept")?.with("note", "It was sent.")?;
    officer.sends(&form).await?;
    officer.opens("/en/inbox").await?.says("Nothing is left to do")?;
    app.clock_at("2023-10-02T02:00:00Z")?;
    assert_eq!(app.desk.do_what_is_due().await?, 0, "it was kept");
    // A task that was given for it can be cancelled by hand.
    let of_it = now.owed.we.iter().find_map(|one| match one.matter {
        Matter::Commitment(id) => Some(id),
        Matter::Request(_) => None,
    });
    let follows: CommitmentId = of_it.ok_or("no promise")?;
    let task = assigns(&app, Some(Matter::Commitment(follows)), "2023-12-01").await?;
    let why = Reason::new("It was sent already.")?;
    app.desk.end_task(actor, task, TaskEnding::Cancelled, why).await?;
    app.ends().await
}
