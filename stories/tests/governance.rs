//! A rulebook changes: what binds from which day, who is bound to what, and what is found out where the files of a version
//! are not what was proposed.

use act::Reason;
use desk::governance::ProposalChange;
use desk::{Desk, Fault};
use stories::{BINDS_FROM, Database, Installation, RULEBOOK, Told, Trouble, first_rule_asks, refused};

fn in_force(desk: &Desk) -> Told<String> {
    let rulebook = desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    Ok(rulebook.version().to_owned())
}

async fn binds_from_its_day(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let old = app.submitted(None).await?;
    let (maker, second) = (
        app.cast.actor("rule-maker")?,
        app.cast.actor("second-rule-maker")?,
    );
    let change = |by, change| app.desk.change_proposal(by, RULEBOOK, 1, change);
    let publish = || ProposalChange::Publish(BINDS_FROM.parse().unwrap_or_default());
    assert_eq!(app.rulebook_proposed(maker, "2").await?, 1);
    assert_eq!(
        refused(change(maker, ProposalChange::Approve).await)?,
        "own-proposal"
    );
    assert_eq!(
        refused(change(second, publish()).await)?,
        "wrong-proposal-standing"
    );
    let other = app.cast.actor("other-rule-maker")?;
    assert_eq!(
        refused(change(other, ProposalChange::Approve).await)?,
        "not-the-rulebooks-lead"
    );
    change(second, ProposalChange::Approve).await?;
    change(maker, publish()).await?;

    assert_eq!(in_force(&app.desk)?, "1");
    app.clock_at("2023-09-30T16:59:59Z")?;
    assert_eq!(in_force(&app.desk)?, "1");
    // Midnight in Phnom Penh.
    app.clock_at("2023-09-30T17:00:00Z")?;
    assert_eq!(in_force(&app.desk)?, "2");

    let pin = |case: desk::clearance::CaseView| case.application.rulebook.map(|pin| pin.version);
    let organiser = app.cast.actor("organiser")?;
    assert_eq!(pin(app.desk.case(organiser, old).await?).as_deref(), Some("1"));
    let draft = app.desk.begin_draft(organiser, RULEBOOK, None).await?;
    let fields = app.typed()?;
    app.desk.save_draft(organiser, draft, 1, fields).await?;
    app.submit(organiser, draft).await?;
    assert_eq!(pin(app.desk.case(organiser, draft).await?).as_deref(), Some("2"));

    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_version_binds_from_its_day_on_sqlite() -> Told {
    binds_from_its_day(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_version_binds_from_its_day_on_postgresql() -> Told {
    binds_from_its_day(Database::postgres().await?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_of_one_version_the_second_is_not_published() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    let (maker, second) = (
        app.cast.actor("rule-maker")?,
        app.cast.actor("second-rule-maker")?,
    );
    app.rulebook_proposed(maker, "2").await?;
    app.rulebook_proposed(second, "3").await?;
    for (number, by) in [(1, second), (2, maker)] {
        app.desk
            .change_proposal(by, RULEBOOK, number, ProposalChange::Approve)
            .await?;
    }
    let publish = |number, day: &str| {
        let publish = ProposalChange::Publish(day.parse().unwrap_or_default());
        app.desk.change_proposal(maker, RULEBOOK, number, publish)
    };
    let offered = || async {
        let seen = app.desk.proposal(maker, RULEBOOK, 2).await?;
        let hindered = seen.hindered.map(|refused| refused.code);
        Ok::<_, Trouble>((seen.possible.contains(&governance::Possible::Publish), hindered))
    };
    assert_eq!(offered().await?, (true, None));
    publish(1, BINDS_FROM).await?;
    assert_eq!(offered().await?, (false, Some("changed-meanwhile")));
    assert_eq!(refused(publish(2, "2023-11-01").await)?, "changed-meanwhile");
    let declined = ProposalChange::Decline(Reason::new("Late.")?);
    let declined = app.desk.change_proposal(second, RULEBOOK, 1, declined).await;
    assert_eq!(refused(declined)?, "wrong-proposal-standing");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cell_that_says_nothing_that_can_be_is_not_taken() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let maker = app.cast.actor("rule-maker")?;
    let hash = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    let draft = app
        .desk
        .begin_rulebook_draft(maker, RULEBOOK, hash.hash())
        .await?;
    let begun = app.desk.rulebook_draft(maker, &draft).await?;
    let taken = app
        .desk
        .change_rulebook_draft(maker, &draft, 1, vec![first_rule_asks(&begun, "> many")?])
        .await;
    let Err(Fault::Invalid(faults)) = taken else {
        return Err(format!("{taken:?}").into());
    };
    assert_eq!(faults[0].field, "input-3");
    let unchanged = app.desk.rulebook_draft(maker, &draft).await?;
    assert_eq!(unchanged.version, 1);
    // Nobody else's, and gone when it is proposed or thrown away.
    let other = app.cast.actor("other-rule-maker")?;
    assert_eq!(app.desk.rulebook_draft(other, &draft).await, Err(Fault::NotFound));
    app.desk.discard_rulebook_draft(maker, &draft, 1).await?;
    assert_eq!(app.desk.rulebook_draft(maker, &draft).await, Err(Fault::NotFound));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_a_version_that_is_missing_or_another_is_found() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T03:00:00Z")?;
    app.rulebook_proposed(app.cast.actor("rule-maker")?, "2").await?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    let file = app.database().file().ok_or("this database is no file")?;
    let intruder = rusqlite::Connection::open(file)?;
    for (change, told) in [
        (
            "UPDATE kept SET body = x'20' WHERE kind = 'rulebook-file'",
            "not those that were proposed",
        ),
        ("DELETE FROM kept WHERE kind = 'rulebook-file'", "missing"),
    ] {
        intruder.execute_batch(change)?;
        let found = app.audit().await?.differences;
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(
            found
                .iter()
                .all(|line| line.contains("proposal 1") && line.contains(told)),
            "{found:?}"
        );
    }
    drop(intruder);
    app.ends().await
}
