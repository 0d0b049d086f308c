//! What a desk officer does with the record beyond entering a meeting: one row more, subjects linked, promises judged.

use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn one_more_participant_is_a_button_and_nothing_typed_is_lost() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let page = officer.opens("/en/record/meeting").await?;
    let mut form = page.form("/record/meeting")?;
    assert!(!form.names.contains("person-5"), "four rows at first");
    let sources = app.desk.sources(app.cast.actor("desk-officer")?).await?;
    let source = &sources.first().ok_or("no source")?.source;
    form = form
        .with("title", "A long table")?
        .with("source", source)?
        .with("organisation-0", "One side")?
        .with("organisation-1", "The other side")?;
    for number in 1..=9 {
        if !form.names.contains(&format!("person-{number}")) {
            let more = officer.sends(&form.with("more", "people")?).await?;
            form = more.form("/record/meeting")?;
        }
        form = form
            .with(&format!("person-{number}"), &format!("Guest {number}"))?
            .with(&format!("side-{number}"), "1")?;
    }
    let more = officer.sends(&form.with("more", "sides")?).await?;
    let form = more.form("/record/meeting")?;
    assert_eq!(
        (form.value("title"), form.value("person-9")),
        ("A long table", "Guest 9")
    );
    let form = form.with("organisation-2", "A third side")?.with("side-9", "2")?;
    let meeting = officer.sends(&form).await?;
    meeting.says("One side – The other side – A third side")?;
    for number in 1..=9 {
        meeting.says(&format!("Guest {number}"))?;
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subject_is_linked_to_that_of_another_meeting() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let meetings = officer.opens("/en/meetings").await?;
    let visit = officer.follows(&meetings, "Visit to the governor").await?;
    assert!(
        visit.link("Link subjects of two meetings").is_err(),
        "it has no subject"
    );
    let add = officer.follows(&visit, "Add to the record").await?;
    let add = officer.follows(&add, "A subject").await?;
    let form = add
        .form("/lines")?
        .with("text", "The celebrations")?
        .with("excerpt", "making ready for the anniversary")?;
    let visit = officer.sends(&form).await?;
    let choose = officer.follows(&visit, "Link subjects of two meetings").await?;
    let page = officer.follows(&choose, "Talk at the Peace Palace").await?;
    let form = page.forms()?.pop().ok_or("no form")?;
    let form = officer.tries(&form).await?.forms()?.pop().ok_or("no form")?;
    let value = |name: &str, label: &str| -> Told<String> {
        // The choice of a label, as a person finds it on the page.
        let at = page.html.find(label).ok_or(format!("no {label}"))?;
        let before = &page.html[..at];
        let input = before.rfind(&format!("name=\"{name}\"")).ok_or("no choice")?;
        let value = page.html[input..].split("value=\"").nth(1).ok_or("no value")?;
        Ok(value.split('"').next().unwrap_or_default().to_owned())
    };
    let form = form
        .with("subject", &value("subject", "The celebrations</label>")?)?
        .with("relation", "later")?
        .with(
            "other",
            &value("other", "Plans to mark the seventieth anniversary")?,
        )?;
    let visit = officer.sends(&form).await?;
    visit.says("later: Plans to mark the seventieth anniversary")?;
    let again = officer.tries(&form).await?;
    assert_eq!(again.summary()?, ["This is recorded already."]);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_is_judged_and_judged_again() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let meetings = officer.opens("/en/meetings").await?;
    let visit = officer.follows(&meetings, "Visit to the governor").await?;
    let mut page = officer
        .follows(&visit, "Cooperate in preparing the celebrations.")
        .await?;
    page.says("Due on or before 19 November 2023")?
        .says("What became of it open")?;
    for (assessment, said) in [("in-part", "kept in part"), ("kept", "kept")] {
        let form = page
            .form("/assessments")?
            .with("assessment", assessment)?
            .with("note", &format!("They were {said}."))?;
        page = officer.sends(&form).await?;
        page.says(&format!(
            "What became of it {said} Why it is judged so They were {said}."
        ))?;
    }
    let address = page.address.clone();
    let mut organiser = app.signs_in("organiser").await?;
    let seen = organiser.opens(&address).await?;
    seen.says("They were kept.")?;
    assert!(seen.form("/assessments").is_err(), "who applies does not judge");
    app.ends().await
}

/// Recording begins with a source, which may be in any language; each page leads on to the next.
#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_is_recorded_from_a_source_in_a_language_that_no_page_is_written_in() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let meetings = organiser.opens("/en/meetings").await?;
    meetings
        .says("No meeting that you may see is recorded.")?
        .does_not_say("Freeze a source")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let none = officer.opens("/en/record/meeting").await?;
    none.says("There is none yet: freeze one first.")?;
    let form = officer
        .opens(&none.link("Freeze a source")?)
        .await?
        .form("/record/source")?;
    let refused = officer.tries(&form).await?;
    let summary = refused.summary()?;
    for field in ["Title: ", "Kind: ", "Language of the text: ", "Text: "] {
        assert!(
            summary.iter().any(|one| one.starts_with(field)),
            "{field}{summary:?}"
        );
    }
    let form = form
        .with("title", "بيان")?
        .with("kind", "note")?
        .with("origin", "Made up")?
        .with("text", "التقى الجانبان في القصر.")?
        .with("language", "other")?;
    let refused = officer
        .tries(&form.clone().with("language-tag", "Arabic!")?)
        .await?;
    assert!(refused.faults()?["language-tag"].contains("such as ar"));
    let source = officer.sends(&form.with("language-tag", "ar")?).await?;
    assert_eq!(
        source.each("section[lang=ar] p[dir=auto]")?,
        ["التقى الجانبان في القصر."]
    );
    let onward = source.link("Record the meeting that it reports")?;
    let meeting = officer.opens(&onward).await?.form("/record/meeting")?;
    assert!(!meeting.value("source").is_empty(), "the source is chosen");
    let meeting = meeting
        .with("title", "لقاء")?
        .with("kind", "comment")?
        .with("person-1", "Noor Haddad")?
        .with("place-other", "قصر")?
        .with("place-other-tag", "ar")?
        .with("excerpt", "التقى الجانبان في القصر.")?;
    officer.sends(&meeting).await?.says("لقاء")?.says("قصر")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_added_to_a_record_is_chosen_first_and_has_only_its_own_fields() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let meetings = officer.opens("/en/meetings").await?;
    let visit = officer.follows(&meetings, "Visit to the governor").await?;
    let choose = officer.follows(&visit, "Add to the record").await?;
    choose.says("What do you want to add?")?;
    assert!(choose.form("/lines").is_err(), "nothing is asked before");
    let cited = ["excerpt", "source", "text"];
    for (kind, own) in [
        ("A subject", vec![]),
        ("A statement", vec!["act", "mode", "speaker", "subject"]),
        ("A request", vec!["from", "speaker", "subject", "to"]),
        (
            "A commitment",
            vec!["due", "due-day", "due-last", "due-year", "from", "subject", "to"],
        ),
    ] {
        let page = officer.follows(&choose, kind).await?;
        let mut names = page.form("/lines")?.names;
        names.remove("line");
        names.remove("token");
        let wanted = cited.into_iter().chain(own).map(str::to_owned).collect();
        assert_eq!(names, wanted, "{kind}");
    }
    // All that is missing is told at once.
    let page = officer.follows(&choose, "A statement").await?;
    let refused = officer.tries(&page.form("/lines")?).await?;
    let faults: Vec<_> = refused.faults()?.into_keys().collect();
    assert_eq!(faults, ["act", "excerpt", "mode", "speaker", "text"]);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_has_no_sides_to_fill_in() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let meeting = officer.opens("/en/record/meeting").await?;
    assert!(meeting.form("/record/meeting")?.names.contains("organisation-0"));
    let comment = officer
        .follows(&meeting, "a comment, made to nobody in particular")
        .await?;
    let form = comment.form("/record/meeting")?;
    assert_eq!(form.value("kind"), "comment");
    for name in ["organisation-0", "side-1", "sides"] {
        assert!(!form.names.contains(name), "{name}");
    }
    comment.does_not_say("Side 1")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_officer_is_told_first_which_answers_are_owed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let first = officer.opens("/en/").await?;
    first.says("Meetings You owe 3 answers.")?;
    let requests = officer.follows(&first, "You owe 3 answers.").await?;
    let tables = requests.each("main section")?;
    let [ours, theirs, answered] = tables.try_into().map_err(|_| "three groups")?;
    assert!(ours.starts_with("You owe the answer"), "{ours}");
    assert!(ours.contains("Open a request to enter your answer"), "{ours}");
    assert_eq!(ours.matches(" days ago").count(), 3, "{ours}");
    assert!(theirs.starts_with("The answer is owed to you"), "{theirs}");
    assert!(theirs.contains("Cooperate in holding a major event"), "{theirs}");
    assert!(answered.starts_with("Answered"), "{answered}");
    assert!(!answered.contains("days ago"), "{answered}");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_without_an_answer_is_no_dead_end() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let address = format!("/en/requests/{}", requests["encourage-investors"]);
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&address).await?;
    page.says("has not answered yet")?;
    organiser.follows(&page, "All requests").await?.says("Requests")?;

    let mut officer = app.signs_in("desk-officer").await?;
    let page = officer.opens(&address).await?;
    page.says("has not answered yet")?;
    assert!(
        page.html.contains(r#"<details class="govuk-details" open>"#),
        "where the answer is entered"
    );
    let meetings = officer.opens("/en/meetings").await?;
    let visit = officer.follows(&meetings, "Visit to the governor").await?;
    let add = officer.follows(&visit, "Add to the record").await?;
    officer
        .follows(&add, "Back to the meeting")
        .await?
        .says("Visit to the governor")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_from_a_request_is_asked_for_by_the_rules_of_whom_was_asked() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser
        .opens(&format!("/en/requests/{}", requests["cooperate-municipality"]))
        .await?;
    let form = page.form("/drafts")?;
    assert_eq!(form.value("rulebook"), stories::RULEBOOK);
    // The page says by which rules before anything is filled in.
    organiser
        .sends(&form)
        .await?
        .says("By the rules: Public events in Phnom Penh")?;
    // A form that names none begins nothing by whatever comes first.
    let none = page.form("/drafts")?.with("rulebook", "")?;
    let refused = organiser.tries(&none).await?;
    assert_eq!(refused.status, 404);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_was_noted_is_told_as_such() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let address = format!("/en/requests/{}", requests["encourage-investors"]);
    let mut officer = app.signs_in("desk-officer").await?;
    let page = officer.opens(&address).await?;
    let speaker = page.form("/answers")?;
    let source = speaker.value("source").to_owned();
    let form = speaker
        .with("kind", "noted")?
        .with("text", "It will be looked at.")?
        .with("source", &source)?
        .with("somebody", "The secretary")?
        .with("excerpt", "five matters on the table")?;
    officer.sends(&form).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&address).await?;
    page.says("has noted it")?.does_not_say("has not answered yet")?;
    app.ends().await
}
