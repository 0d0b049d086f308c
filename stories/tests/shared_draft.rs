//! One draft of one case, worked on by the two who hold the event, and old forms of drafts before it.

use act::{ApplicationId, Reason};
use clearance::Decision;
use clearance::acts::{Decide, IssuePermit, ReturnIncomplete, Withdraw};
use rulebook::Value;
use stories::{Database, Form, Installation, Page, Told, Visitor, authority};

/// Presses the button that begins a change, or takes up what was given back.
async fn begins(who: &mut Visitor, case: ApplicationId) -> Told<Page> {
    let page = who.opens(&format!("/en/cases/{case}")).await?;
    who.sends(&page.form("/drafts")?).await
}

async fn saves_and_checks(who: &mut Visitor, case: ApplicationId, form: Form) -> Told<Page> {
    assert!(form.action.ends_with(&case.to_string()));
    who.sends(&form.with("then", "check")?).await
}

/// What the check names as those who hold the event.
fn organisers(check: &Page) -> Told<String> {
    let words = check.words()?;
    let from = words.find("Organisers").ok_or("it names no organisers")?;
    let rest = &words[from..];
    Ok(rest[..rest.find("Programme").unwrap_or(rest.len().min(200))].to_owned())
}

/// The embassy begins and saves; the association opens, saves, and hands in: both hold the event before and after.
async fn both_stay(app: &Installation, case: ApplicationId) -> Told {
    let mut began = app.signs_in("co-organiser").await?;
    let mut other = app.signs_in("organiser").await?;
    let form = begins(&mut began, case).await?.form(&case.to_string())?;
    let check = saves_and_checks(&mut began, case, form.with("title", "Lanterns of both")?).await?;
    let both = [
        app.cast.organisation_name("embassy")?,
        app.cast.organisation_name("association")?,
    ];
    for name in both {
        assert!(
            organisers(&check)?.contains(name),
            "{name}: {}",
            organisers(&check)?
        );
    }
    let draft = format!("/en/drafts/{case}");
    for save in [false, true] {
        if save {
            let page = other.opens(&draft).await?;
            page.says(&format!("{} (began this draft)", both[0]))?;
            let form = page.form(&case.to_string())?.with("description", "Ours, too.")?;
            saves_and_checks(&mut other, case, form).await?;
        }
        for who in [&mut began, &mut other] {
            let check = who.opens(&format!("{draft}/check")).await?;
            for name in both {
                assert!(
                    organisers(&check)?.contains(name),
                    "{name}: {}",
                    organisers(&check)?
                );
            }
        }
    }
    let check = other.opens(&format!("{draft}/check")).await?;
    other.sends(&check.form("/submission")?).await?;
    began
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("Lanterns of both")?;
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let submission = view.application.submission.ok_or("nothing was handed in")?;
    assert_eq!(submission.organisers.len(), 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_saves_a_shared_draft_drops_nobody_who_holds_the_event() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    both_stay(&app, case).await?;
    // Unticked, the other is named no more: that is what the box is for.
    let mut organiser = app.signs_in("organiser").await?;
    let form = begins(&mut organiser, case).await?.form(&case.to_string())?;
    let embassy = format!("organiser-{}", app.cast.organisation("embassy")?);
    assert_eq!(form.value(&embassy), "on");
    let check = saves_and_checks(&mut organiser, case, form.without(&embassy)).await?;
    check.says("What would change")?;
    let draft = app.desk.draft_of(app.cast.actor("organiser")?, case).await?;
    assert!(!draft.fields.contains_key(&embassy));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn so_it_is_with_one_that_was_given_back() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.submitted(None).await?;
    let lacks = Reason::new("The plan does not show the quay.")?;
    app.acts("coordinator", case, ReturnIncomplete { lacks }).await?;
    both_stay(&app, case).await?;
    app.ends().await
}

/// The forms of a draft that was handed in, and of one that was thrown away, do nothing to the one that came after them.
#[tokio::test(flavor = "multi_thread")]
async fn an_old_form_does_nothing_to_the_draft_that_came_after_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let draft = format!("/en/drafts/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let mut other = app.signs_in("co-organiser").await?;
    let mut old = vec![];
    for handed_in in [true, false] {
        let begun = begins(&mut organiser, case).await?;
        let untouched = begun.form(&case.to_string())?;
        let title = format!("Lanterns, handed in: {handed_in}");
        let check = saves_and_checks(&mut organiser, case, untouched.clone().with("title", &title)?).await?;
        let discard = organiser
            .opens(&format!("{draft}/discard"))
            .await?
            .form("/discard")?;
        let hands_in = check.form("/submission")?;
        let saves = organiser.opens(&draft).await?.form(&case.to_string())?;
        organiser
            .sends(if handed_in { &hands_in } else { &discard })
            .await?;
        old.extend([untouched, saves, hands_in, discard]);
    }
    // As often saved as those before, so that a count from one would be the same.
    let form = begins(&mut other, case).await?.form(&case.to_string())?;
    for touched in [false, true] {
        if touched {
            saves_and_checks(&mut other, case, form.clone().with("title", "Half of a")?).await?;
        }
        for form in &old {
            let answer = if form.files {
                organiser.posts_files(form, &[]).await?
            } else {
                organiser.posts(form).await?
            };
            assert_eq!(answer.status, 409, "{}", form.action);
        }
    }
    let kept = app.desk.draft_of(app.cast.actor("co-organiser")?, case).await?;
    assert_eq!(kept.fields["title"], "Half of a");
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    assert_eq!(view.application.earlier.len(), 1);
    app.ends().await
}

/// The permit is issued while the check is open: the change was not handed in, which is said, and what was typed is there to be read.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_comes_too_late_is_said_not_to_be_handed_in() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    for ends in ["permit", "withdrawal", "discarded"] {
        let case = app.agreed(None).await?;
        let mut organiser = app.signs_in("organiser").await?;
        let form = begins(&mut organiser, case).await?.form(&case.to_string())?;
        let form = form.with("title", "Lanterns after all")?;
        let check = saves_and_checks(&mut organiser, case, form)
            .await?
            .form("/submission")?;
        match ends {
            "permit" => app.acts("coordinator", case, IssuePermit).await?,
            "withdrawal" => app.acts("organiser", case, Withdraw { reasons: None }).await?,
            _ => {
                let actor = app.cast.actor("co-organiser")?;
                let version = app.desk.draft_of(actor, case).await?.version;
                app.desk.discard_draft(actor, case, version).await?;
            }
        }
        let answer = organiser.posts(&check).await?;
        assert_eq!(answer.status, 409, "{ends}");
        let page = Page {
            address: check.action.clone(),
            status: answer.status,
            html: answer.text(),
        };
        if ends == "discarded" {
            page.says("This draft was not handed in")?;
        } else {
            page.says("The change was not handed in, and nothing of it is recorded.")?
                .says("Lanterns after all")?;
        }
        let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
        assert!(view.application.earlier.is_empty(), "{ends}");
    }
    // What was handed in leads to the case, however often the form is sent.
    let case = app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let form = begins(&mut organiser, case).await?.form(&case.to_string())?;
    let form = form.with("title", "Lanterns in time")?;
    let check = saves_and_checks(&mut organiser, case, form)
        .await?
        .form("/submission")?;
    for _ in 0..2 {
        assert_eq!(organiser.posts(&check).await?.status, 303);
    }
    app.ends().await
}

/// Defence agreed with reasons, and is asked no longer: what it did is read on its page, to which the case leads.
#[tokio::test(flavor = "multi_thread")]
async fn what_an_authority_did_that_is_asked_no_longer_is_read_on_its_page() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let decide = Decide {
        authority: authority("mond")?,
        decision: Decision::Granted,
        reasons: Some(Reason::new("The barge is moored where it was last year.")?),
    };
    app.acts("defence-decider", case, decide).await?;
    app.amends(case, |one| {
        drop(one.answers.insert("fireworks".to_owned(), Value::Boolean(false)));
    })
    .await?;
    for key in ["defence-decider", "organiser", "coordinator"] {
        let mut reader = app.signs_in(key).await?;
        let page = reader.opens(&format!("/en/cases/{case}")).await?;
        let mond = format!("/en/cases/{case}/referrals/mond");
        assert!(page.addresses()?.contains(&mond), "{key}");
        let page = reader.opens(&mond).await?;
        page.says("National Defence is asked no longer, because of the answer to")?
            .says("The barge is moored where it was last year.")?
            .says("until then: agreed")?;
        assert!(
            page.form("/decision").is_err() && page.form("/questions").is_err(),
            "{key}"
        );
        for address in page.addresses()? {
            if address.contains("/mond") {
                reader.opens(&address).await?;
            }
        }
    }
    app.ends().await
}

/// One ministry decides again, has decided, and is no longer told to; the check tells the days of those alone who begin.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_of_a_new_period_is_said_while_it_runs_and_of_whom_it_concerns() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let decide = || {
        Told::Ok(Decide {
            authority: authority("mond")?,
            decision: Decision::Granted,
            reasons: None,
        })
    };
    app.acts("defence-decider", case, decide()?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/cases/{case}");
    for shell in ["125", "150"] {
        let form = begins(&mut organiser, case).await?.form(&case.to_string())?;
        let form = form.with("answer-largest_shell", shell)?;
        let check = saves_and_checks(&mut organiser, case, form).await?;
        let latest = check.each("#latest tbody tr")?;
        assert_eq!(latest.len(), 1, "{latest:?}");
        assert!(latest[0].starts_with("National Defence"), "{latest:?}");
        let page = organiser.sends(&check.form("/submission")?).await?;
        // The second time it had not decided again, but it had before.
        page.says("until then: agreed")?;
    }
    let mond = format!("{address}/referrals/mond");
    organiser.opens(&mond).await?.says("it is decided anew")?;
    app.acts("defence-decider", case, decide()?).await?;
    organiser.opens(&mond).await?.does_not_say("it is decided anew")?;
    organiser
        .opens(&address)
        .await?
        .does_not_say("until then: agreed")?;
    let form = begins(&mut organiser, case).await?.form(&case.to_string())?;
    let form = form
        .with("component-market", "on")?
        .without("component-performance");
    let form = form.with("component-market-title", "Dances and music of both countries")?;
    saves_and_checks(&mut organiser, case, form)
        .await?
        .says("Dances and music of both countries (Performance)")?
        .says("Dances and music of both countries (Stalls)")?;
    app.ends().await
}
