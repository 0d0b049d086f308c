//! A draft and its check: what the organiser sees before handing in.

use stories::{Answer, Database, Form, Installation, Page, Told, Write};

#[tokio::test(flavor = "multi_thread")]
async fn the_check_shows_the_request_the_documents_and_how_each_day_was_reckoned() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let request = *requests.get("cooperate-municipality").ok_or("no request")?;
    let draft = app.drafted(Some(request)).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{draft}");
    for page in [address.clone(), format!("{address}/check")] {
        let page = organiser.opens(&page).await?;
        page.says("The request that this application follows from")?
            .says("Cooperate in preparing the celebrations")?
            .says("plan.pdf")?;
        let thread = page.each("nav .thread li")?;
        assert_eq!(thread.len(), 6, "{thread:?}");
        assert_eq!(thread[3], "Application (draft)");
        assert!(page.addresses()?.contains(&format!("/en/requests/{request}")));
    }
    let check = organiser.opens(&format!("{address}/check")).await?;
    // Four authorities, each with its reckoning, whose period rests on our assumption.
    let reckoned = check.each("details .reckoning")?;
    assert_eq!(reckoned.len(), 4);
    for one in reckoned {
        assert!(one.contains("19 November 2023: the event"), "{one}");
        assert!(one.contains(": the last day"), "{one}");
        assert!(one.contains("decided by then, 1 day before"), "{one}");
        assert!(
            one.contains(" to 17 November 2023: days "),
            "a run is read forward: {one}"
        );
    }
    // Each of the four periods, and five of the rules by which they are asked.
    assert_eq!(check.words()?.matches("(our assumption: ").count(), 4 + 5);
    for field in [
        "title",
        "organisers",
        "components",
        "place",
        "date",
        "from",
        "documents",
    ] {
        let change = format!("{address}#{field}");
        assert!(check.addresses()?.contains(&change), "{field}");
        let form = organiser.opens(&address).await?;
        assert_eq!(
            form.each(&format!("#{field}"))?.len(),
            1,
            "{field} is there to be changed"
        );
    }
    app.ends().await
}

/// The disk takes the words and not the file: the page says so, and goes on from what was saved.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_finds_no_room_does_not_hide_that_what_was_typed_is_saved() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{draft}");
    let plan: [(&str, &str, &[u8]); 1] = [("file", "map.pdf", b"%PDF-1.7\n")];
    let mut form = organiser.opens(&address).await?.form(&draft.to_string())?;
    for (write, title) in [("file", "Lanterns of one"), ("draft", "Lanterns of two")] {
        form = form.with("title", title)?.with("then", "attach")?;
        if write == "draft" {
            // Of the two savings of the draft, that which adds the file fails.
            let mut stopped = app.gate.stops(Write::Keep("file"))?;
            let sent = organiser.posts_files(&form, &plan);
            let fails = async {
                stopped.stands().await?;
                app.gate.fails(Write::Keep("draft"))?;
                stopped.goes_on();
                Told::Ok(())
            };
            let (answer, told) = tokio::join!(sent, fails);
            told?;
            form = unchanged(&answer?, &draft.to_string())?;
        } else {
            app.gate.fails(Write::Keep(write))?;
            form = unchanged(&organiser.posts_files(&form, &plan).await?, &draft.to_string())?;
        }
        let saved = app.desk.draft_of(app.cast.actor("organiser")?, draft).await?;
        assert_eq!(saved.fields["title"], title);
        assert_eq!(saved.attachments.len(), 1, "the plan that was there before");
    }
    let answer = organiser.posts_files(&form, &plan).await?;
    assert_eq!(answer.status, 303, "{}", answer.text());
    organiser.opens(&address).await?.says("map.pdf")?;
    app.ends().await
}

/// The form of a page that says that what was typed is saved and the documents are as they were.
fn unchanged(answer: &Answer, draft: &str) -> Told<Form> {
    assert_eq!(answer.status, 503);
    let page = Page {
        address: format!("/en/drafts/{draft}"),
        status: answer.status,
        html: answer.text(),
    };
    let told = "What you typed is saved. The documents are as they were: the store did not do it.";
    assert!(page.faults()?["file"].contains(told), "{:?}", page.faults()?);
    page.form(draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn characters_that_no_paper_prints_are_named_before_handing_in_and_on_the_permit() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.titled("Night of 한강 lanterns")?;
    let draft = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let check = organiser.opens(&format!("/en/drafts/{draft}/check")).await?;
    check.says("no font: 강 한. Write those words also")?;
    // Whoever issues it is told before it is issued.
    let case = app.agreed(None).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&format!("/en/cases/{case}")).await?;
    let page = coordinator.sends(&page.form("/permit")?).await?;
    page.says("no font: 강 한.")?;
    let case = app.permitted(None).await?;
    let permit = app.permit_of(case).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/permits/{permit}")).await?;
    page.says("no font: 강 한. This page shows them")?;
    let notice = format!("/en/cases/{case}/referrals/mfaic/notice");
    organiser
        .opens(&notice)
        .await?
        .says("no font: 강 한. This page shows them")?;
    app.titled("A night of lanterns")?;
    let draft = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let check = organiser.opens(&format!("/en/drafts/{draft}/check")).await?;
    check.does_not_say("no font")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_thrown_away_only_after_being_asked_once_more() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{draft}");
    let page = organiser.opens(&address).await?;
    assert!(page.form("/discard").is_err(), "no button of the form does it");
    let asked = organiser.opens(&page.link("Throw this draft away")?).await?;
    asked.says("plan.pdf")?.says("Nobody can bring them back.")?;
    assert_eq!(asked.link("Keep it, and go on")?, address);
    organiser.sends(&asked.form("/discard")?).await?;
    assert_eq!(organiser.asks(&address).await?.status, 404);
    app.ends().await
}

/// A draft that is gone by what was done on another tab: what this one typed is on the page that says so.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_into_a_draft_that_is_gone_is_not() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{id}");
    let form = organiser.opens(&address).await?.form(&address)?;
    let discard = organiser.opens(&format!("{address}/discard")).await?;
    organiser.sends(&discard.form("/discard")?).await?;
    let form = form.with("description", "Eleven paragraphs on lanterns.")?;
    let answer = organiser
        .posts_files(&form, &[("file", "map.pdf", b"%PDF-1.7\n")])
        .await?;
    assert_eq!(answer.status, 404);
    for kept in ["Eleven paragraphs on lanterns.", "Choose map.pdf again"] {
        assert!(answer.text().contains(kept), "{kept}: {}", answer.text());
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_leaves_the_name_to_its_author_and_says_what_each_field_lacks() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let request = requests.get("cooperate-municipality").ok_or("no request")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/requests/{request}")).await?;
    let draft = organiser.sends(&page.form("/drafts")?).await?;
    let form = draft.form(&draft.address)?;
    assert_eq!(form.value("title"), "");
    draft.says("The request says: “Cooperate in preparing the celebrations")?;
    let answer = organiser.asks(&format!("{}/check", draft.address)).await?;
    let refused = Page {
        address: draft.address,
        status: answer.status,
        html: answer.text(),
    };
    assert_eq!(refused.status, 422);
    let faults = refused.faults()?;
    for (field, says) in [
        ("title", "Enter the name of the event."),
        ("place", "Enter where the event is held."),
        ("date", "Enter the day of the event."),
        ("from", "Enter when it begins, for example 18:00."),
        ("until", "Enter when it ends, for example 21:00."),
        ("answer-attendance", "Write a whole number in digits."),
        ("answer-fireworks", "Choose yes or no."),
        ("answer-event_kind", "Choose one of the choices."),
    ] {
        let said = faults
            .get(field)
            .ok_or_else(|| format!("nothing beside {field}"))?;
        assert_eq!(said.trim_start_matches("Error: "), says, "{field}");
    }
    refused.says("Tick at least one part of the event")?;
    refused.does_not_say("Fill this in.")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_together_is_told_before_handing_in() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let address = format!("/en/drafts/{id}");
    let mut organiser = app.signs_in("organiser").await?;
    let fits = organiser.opens(&format!("{address}/check")).await?;
    fits.does_not_say("or change the answer")?;
    let form = organiser.opens(&address).await?.form(&address)?;
    let mut ticked = form.fields.iter().map(|(name, _)| name.clone());
    let embassy = ticked.find(|name| name.starts_with("organiser-"));
    let form = form
        .without("component-fireworks")
        .without(&embassy.ok_or("no organisation to tick")?)
        .forged("then", "stay");
    organiser.sends(&form).await?;
    let check = organiser.opens(&format!("{address}/check")).await?;
    check
        .says("with yes, but “Fireworks” is not among the parts of the event.")?
        .says("but no embassy or other mission is named among those who hold the event.")?;
    // It may be so all the same.
    organiser
        .sends(&check.form("/submission")?)
        .await?
        .says("Handed in.")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_documents_that_are_asked_for_are_said_where_they_are_added() -> Told {
    let version = crate::permit_check::shipped("us-nyc")?;
    let app = Installation::ruled_by(Database::sqlite()?, version).await?;
    let organiser = app.cast.actor("organiser")?;
    let id = app.desk.begin_draft(organiser, "us-nyc", None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{id}");
    let page = organiser.opens(&address).await?;
    page.does_not_say("the rules ask for these documents")?;
    let form = page.form(&address)?.with("answer-event_type", "block-party")?;
    let page = organiser.sends(&form.forged("then", "stay")).await?;
    page.says("the rules ask for these documents")?
        .says("Application through E-Apply")?;
    app.ends().await
}
