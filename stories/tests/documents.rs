//! The documents that the rules ask for: which are in, which are missing, and handing one in after the application.

use crate::ahead::{FIRING_PLAN, annotated};
use act::ApplicationId;
use clearance::Decision;
use clearance::acts::{Circulate, Decide, IssuePermit};
use desk::clearance::FileIn;
use stories::{Database, Form, Installation, Page, Told, authority};

const MISSING: &str = "Missing documents that the rules ask for Firing plan";
const PLAN: [(&str, &str, &[u8]); 1] = [("file", "firing.pdf", b"%PDF-1.7\n")];

/// Not the bytes of the plan that comes with every application: the same file is handed in once.
const FIRING: [(&str, &str, &[u8]); 1] = [("file", "firing.pdf", b"%PDF-1.7\nfiring")];

async fn app(database: Database) -> Told<Installation> {
    let rulebook = annotated("documents", "firing-plan", FIRING_PLAN)?;
    Installation::ruled_by(database, rulebook).await
}

/// The form by which a document is handed in, of a page that has it.
fn form(page: &Page) -> Told<Form> {
    page.form("/documents")?.with("document", "firing-plan")
}

async fn missing_then_handed_in(database: Database) -> Told {
    let app = app(database).await?;
    let case = app.submitted(None).await?;
    let address = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&address).await?;
    page.says(MISSING)?;
    let listed = page.each("main > section.govuk-inset-text li")?;
    assert_eq!(listed, ["Firing plan"], "each on a line of its own");
    let to_the_form = page.each("main > section.govuk-inset-text a")?;
    assert_eq!(to_the_form, ["Hand in a document"]);
    // Whoever leads is told before it is put to the authorities, and each of them after.
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&address).await?;
    page.says(MISSING)?.does_not_say("Hand in a document")?;
    let asked = coordinator.sends(&page.form("/circulation")?).await?;
    asked.says(MISSING)?;
    app.clock_at("2023-08-02T02:30:00Z")?;
    app.acts("coordinator", case, Circulate::default()).await?;
    let referral = format!("{address}/referrals/moi");
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens(&referral).await?.says(MISSING)?;
    officer.opens("/en/docket").await?.does_not_say("handed in on")?;

    app.clock_at("2023-08-03T02:30:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&address).await?;
    let before = app.desk.store().size().await?;
    let asked = organiser.sends_files(&form(&page)?, &PLAN).await?;
    asked
        .says("Check before you hand in this document")?
        .says("Which document it is Firing plan")?
        .says("File firing.pdf")?
        .says("It cannot be taken back.")?;
    assert_eq!(app.desk.store().size().await?, before, "seen, and not yet meant");
    let meant = asked.form("/documents")?.with("checked", "right")?;
    organiser.sends(&meant).await?.does_not_say("Missing documents")?;
    let facts = app.desk.store().size().await?;
    assert_eq!(facts, before + 1);
    organiser.sends(&meant).await?;
    assert_eq!(app.desk.store().size().await?, facts, "sent twice, done once");
    for (who, page) in [
        ("organiser", &address),
        ("coordinator", &address),
        ("interior-officer", &referral),
    ] {
        let page = app.signs_in(who).await?.opens(page).await?;
        page.does_not_say("Missing documents")?
            .says("firing.pdf handed in on 3 August 2023")?;
    }
    let docket = app
        .signs_in("interior-officer")
        .await?
        .opens("/en/docket")
        .await?;
    docket.says("A document was handed in on 3 August 2023")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_was_missing_is_handed_in_and_everyone_concerned_is_told_on_sqlite() -> Told {
    missing_then_handed_in(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_was_missing_is_handed_in_and_everyone_concerned_is_told_on_postgresql() -> Told {
    missing_then_handed_in(Database::postgres().await?).await
}

/// Before a final step each document stands on its own line, by what it is and then by its file.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_circulates_or_issues_reads_which_document_is_which_and_what_is_missing() -> Told {
    let app = app(Database::sqlite()?).await?;
    let values = |page: &Page| page.each("dl .lines");
    let (plan, other) = ("Firing plan: firing.pdf", "Another document: plan.pdf");
    for missing in [true, false] {
        let case = app.submitted(None).await?;
        if !missing {
            let file = FileIn {
                name: "firing.pdf".to_owned(),
                bytes: PLAN[0].2.to_vec(),
            };
            let organiser = app.cast.actor("organiser")?;
            app.desk.hand_in(organiser, case, file, "firing-plan").await?;
        }
        let address = format!("/en/cases/{case}");
        let mut coordinator = app.signs_in("coordinator").await?;
        let page = coordinator.opens(&address).await?;
        let circulating = coordinator.sends(&page.form("/circulation")?).await?;
        app.acts("coordinator", case, Circulate::default()).await?;
        for (name, decider) in stories::DECIDERS {
            let granted = Decide {
                authority: authority(name)?,
                decision: Decision::Granted,
                reasons: None,
            };
            app.acts(decider, case, granted).await?;
        }
        let page = coordinator.opens(&address).await?;
        let issuing = coordinator.sends(&page.form("/permit")?).await?;
        for step in [circulating, issuing] {
            let values = values(&step)?;
            assert!(values.iter().any(|one| one == other), "{values:?}");
            assert_eq!(
                values.iter().any(|one| one == "Firing plan"),
                missing,
                "{values:?}"
            );
            assert_eq!(values.iter().any(|one| one == plan), !missing, "{values:?}");
        }
    }
    app.ends().await
}

/// Whoever reads before the last press that it is the wrong document says which it is, and does not choose the file again.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_document_is_said_to_be_is_mended_before_it_is_handed_in() -> Told {
    let app = app(Database::sqlite()?).await?;
    let address = format!("/en/cases/{}", app.circulated(None).await?);
    let mut organiser = app.signs_in("organiser").await?;
    let other = organiser.opens(&address).await?.form("/documents")?;
    let asked = organiser
        .sends_files(&other.with("document", "-")?, &FIRING)
        .await?;
    let asked = asked.says("Which document it is Another document")?;
    let back = asked.form("/documents")?.with("checked", "change")?;
    let page = organiser.sends(&back).await?;
    let plan = form(page.says("firing.pdf is chosen.")?)?;

    // It waits for whoever chose it, and for an hour.
    let mut beside = app.signs_in("co-organiser").await?;
    let own = beside.opens(&address).await?.form("/documents")?;
    let taken = form_of(&own, &plan);
    beside.tries(&taken).await?.says("is kept no more")?;
    let page = organiser.confirms(&plan).await?;
    page.does_not_say("Missing documents")?
        .says("firing.pdf handed in on")?;
    app.clock_at("2023-08-03T03:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let now = organiser.opens(&address).await?.form("/documents")?;
    let page = organiser.tries(&form_of(&now, &plan)).await?;
    page.says("is kept no more")?;
    app.ends().await
}

/// A form that goes on with the file of another.
fn form_of(form: &Form, other: &Form) -> Form {
    form.clone()
        .forged("document", "firing-plan")
        .forged("laid-by", other.value("laid-by"))
}

/// What nobody said which it is would count as nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_asked_which_document_it_is_where_the_rules_ask_for_some() -> Told {
    let app = app(Database::sqlite()?).await?;
    let (draft, case) = (app.drafted(None).await?, app.submitted(None).await?);
    let mut organiser = app.signs_in("organiser").await?;
    let (draft, case) = (format!("/en/drafts/{draft}"), format!("/en/cases/{case}"));
    let form = |page: &Page| {
        if page.address != draft {
            return page.form("/documents");
        }
        let form = page.form(&draft)?.with("title", "An evening of lanterns")?;
        form.with("then", "attach")
    };
    for address in [&draft, &case] {
        let unsaid = form(&organiser.opens(address).await?)?;
        let page = organiser.sends_files(&unsaid, &FIRING).await?;
        assert_eq!(page.status, 422);
        page.says("Say which document this is.")?;
        // Another is one only if it is said to be.
        if address == &draft {
            page.says("Choose firing.pdf again")?;
            let other = form(&organiser.opens(address).await?)?.with("document", "-")?;
            let answer = organiser.posts_files(&other, &FIRING).await?;
            assert_eq!(answer.status, 303, "{}", answer.text());
        } else {
            let page = page.says("firing.pdf is chosen.")?;
            let other = page.form("/documents")?.with("document", "-")?;
            organiser.confirms(&other).await?;
        }
    }
    organiser
        .opens(&draft)
        .await?
        .says("firing.pdf")?
        .says("Firing plan missing")?;
    organiser
        .opens(&case)
        .await?
        .says("firing.pdf")?
        .says("Firing plan missing")?;
    let kept = organiser.opens(&format!("{draft}/check")).await?;
    kept.says("An evening of lanterns")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_named_in_the_draft_and_is_then_not_missing() -> Told {
    let app = app(Database::sqlite()?).await?;
    let draft = app.drafted(None).await?;
    let address = format!("/en/drafts/{draft}");
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("{address}/check"))
        .await?
        .says(MISSING)?;
    let form = organiser.opens(&address).await?.form(&draft.to_string())?;
    let form = form.with("document", "firing-plan")?.with("then", "attach")?;
    let answer = organiser.posts_files(&form, &PLAN).await?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    // The draft marks which is in and which is missing, as the check does.
    let page = organiser.opens(&address).await?;
    let listed = page.each("#documents > .govuk-list > li")?;
    assert!(
        listed
            .iter()
            .any(|one| one.starts_with("Firing plan For: ") && one.contains("firing.pdf")),
        "{listed:?}"
    );
    organiser
        .opens(&format!("{address}/check"))
        .await?
        .does_not_say("Missing documents")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_of_no_rule_or_of_a_closed_case_is_not_taken() -> Told {
    let app = app(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let organiser = app.cast.actor("organiser")?;
    let file = || FileIn {
        name: "firing.pdf".to_owned(),
        bytes: PLAN[0].2.to_vec(),
    };
    let unknown = app.desk.hand_in(organiser, case, file(), "fire-plan").await;
    let Err(desk::Fault::Invalid(faults)) = unknown else {
        return Err("an unknown document was taken".into());
    };
    assert_eq!(
        (faults[0].field.as_str(), faults[0].code),
        ("document", "unknown")
    );
    let mut visitor = app.signs_in("organiser").await?;
    let open = form(&visitor.opens(&format!("/en/cases/{case}")).await?)?;
    let answer = visitor.posts_files(&open, &[]).await?;
    assert!(answer.text().contains("Choose a file that is not empty."));
    for (name, decider) in stories::DECIDERS {
        let granted = Decide {
            authority: authority(name)?,
            decision: Decision::Granted,
            reasons: None,
        };
        app.acts(decider, case, granted).await?;
    }
    app.acts("coordinator", case, IssuePermit).await?;
    let page = visitor.opens(&format!("/en/cases/{case}")).await?;
    page.does_not_say("Hand in a document")?
        .does_not_say("Missing documents")?;
    let answer = visitor.posts_files(&open, &PLAN).await?;
    // Nobody is told to choose again what no case takes any more.
    let told = answer.text();
    assert!(told.contains("The application is permitted"), "{told}");
    assert!(!told.contains("firing.pdf again"), "{told}");
    let kept = attachments(&app, case).await?;
    assert_eq!(kept, 1, "the plan of the application alone");
    app.ends().await
}

async fn attachments(app: &Installation, case: ApplicationId) -> Told<usize> {
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    Ok(view.application.submission.map_or(0, |one| one.attachments.len()))
}

/// The act itself knows what is there: whoever presses twice at once, or with many tabs, hands each document in once.
#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_is_sent_twice_at_once_is_handed_in_once_and_nothing_after_a_refusal() -> Told {
    let app = app(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let organiser = app.cast.actor("organiser")?;
    let file = |end: &str| FileIn {
        name: "firing.pdf".to_owned(),
        bytes: format!("%PDF-1.7\n{end}").into_bytes(),
    };
    let hand_in = |end: &str| app.desk.hand_in(organiser, case, file(end), "firing-plan");
    let there = async || -> Told<usize> {
        let view = app.desk.case(organiser, case).await?;
        Ok(view.application.submission.map_or(0, |one| one.attachments.len()))
    };
    let before = there().await?;
    let (one, two, three) = tokio::join!(hand_in("a"), hand_in("a"), hand_in("a"));
    assert_eq!((one, two, three), (Ok(()), Ok(()), Ok(())));
    assert_eq!(there().await?, before + 1);
    let no = Decide {
        authority: authority("moi")?,
        decision: Decision::Refused,
        reasons: Some(act::Reason::new("The quay is closed.")?),
    };
    app.acts("interior-decider", case, no).await?;
    let Err(desk::Fault::Refused(refused)) = hand_in("b").await else {
        return Err("it was taken".into());
    };
    assert_eq!(refused.code, "no-permit-possible");
    let page = app
        .signs_in("organiser")
        .await?
        .opens(&format!("/en/cases/{case}"))
        .await?;
    assert!(page.form("/documents").is_err());
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}
