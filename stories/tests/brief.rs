//! The brief before the next meeting: from the two reported meetings to what is open both ways, as of any day, on each surface the same.

use act::RelationshipId;
use desk::engagement::BriefView;
use engagement::MeetingsFile;
use stories::{Database, Installation, Told, Visitor};

const MEETINGS: &str = include_str!("../../examples/meetings.toml");

/// A text without what stands from one mark to the next.
fn without(text: &str, from: &str, until: &str) -> Told<String> {
    let (before, rest) = text.split_once(from).ok_or("it does not begin")?;
    let (_, after) = rest.split_once(until).ok_or("it does not end")?;
    Ok(format!("{before}{until}{after}"))
}

/// The file of the two meetings as it was before the second: without it, and without its source.
fn without_the_talk() -> Told<String> {
    let text = without(MEETINGS, "# ---- Meeting B", "# ---- Comments")?;
    let source = "[[source]]\nkey = \"note-prime-minister\"";
    without(&text, source, "[[source]]\nkey = \"note-comments\"")
}

async fn brings_in(app: &Installation, text: &str) -> Told {
    let file = MeetingsFile::parse("meetings.toml", text, app.desk.now());
    let file = file.map_err(|faults| format!("{faults:?}"))?;
    app.desk
        .import_meetings(app.cast.actor("desk-officer")?, &file)
        .await?;
    Ok(())
}

async fn relationship(app: &Installation) -> Told<RelationshipId> {
    let all = app.desk.relationships(app.cast.actor("desk-officer")?).await?;
    Ok(all.first().and_then(|one| one.id).ok_or("no relationship")?)
}

/// The brief of the one relationship, as the desk officer has it.
async fn brief(app: &Installation, day: &str) -> Told<BriefView> {
    let zone = jiff::tz::TimeZone::get("Asia/Phnom_Penh")?;
    let officer = app.cast.actor("desk-officer")?;
    let id = relationship(app).await?;
    Ok(app.desk.brief(officer, id, day.parse()?, &zone).await?)
}

async fn page(visitor: &mut Visitor) -> Told<stories::Page> {
    let all = visitor.opens("/en/relationships").await?;
    visitor.follows(&all, "Brief before the next meeting").await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_meetings_become_a_brief_with_five_requests_each_in_its_direction() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let cites = requests.get("cooperate-municipality").copied();
    app.under_way(cites).await?;
    app.clock_at("2023-09-01T02:00:00Z")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let shown = page(&mut officer).await?;
    shown
        .says("Brief: Diplomatic relations of Japan and Cambodia")?
        .says("As known on 1 September 2023 2 meetings are on record, the last 26 April 2023.")?
        .says("Hun Sen Prime Minister, Royal Government of Cambodia")?
        .says("Khuong Sreng Governor, Phnom Penh municipality")?
        .says("on or before 25 April 2023, Visit to the governor of Phnom Penh, as Governor")?
        .says("4 remarks of observers, made in no meeting")?
        .says("Anniversary of diplomatic relations 19 November 2023, 70 years in 79 days")?
        .says("Application PNH-2023-0001")?;
    let view = brief(&app, "2023-09-01").await?;
    assert_eq!((view.brief.ours.len(), view.brief.theirs.len()), (3, 2));
    let words = shown.words()?;
    let (_, rest) = words.split_once("Ours to answer").ok_or("no heading")?;
    let (ours, rest) = rest.split_once("Theirs to answer").ok_or("no heading")?;
    for asked in [
        "Move investors from Japan",
        "Help with human resources.",
        "Help to open Japan's markets",
    ] {
        assert!(ours.contains(asked), "{asked} in {ours}");
    }
    assert!(ours.contains("128 days ago"), "{ours}");
    assert!(rest.contains("Cooperate in holding a major event"), "{rest}");
    assert!(rest.contains("became an application"), "{rest}");
    assert!(rest.contains("of 4 authorities have agreed"), "{rest}");

    // Each line opens to its sentence.
    let all = shown.addresses()?;
    let quoted = all.iter().find(|one| one.ends_with("#words"));
    let source = officer.opens(quoted.ok_or("nothing is quoted")?).await?;
    let marked = source.exactly("mark#words")?;
    assert!(MEETINGS.contains(&marked), "{marked}");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_recorded_after_a_day_is_not_in_the_brief_of_that_day() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-04-26T02:00:00Z")?;
    brings_in(&app, &without_the_talk()?).await?;
    let then = brief(&app, "2023-04-26").await?;
    assert_eq!((then.brief.meetings, then.brief.ours.len()), (1, 0));
    // In Phnom Penh it is the 28th for seven hours before it is in Greenwich.
    app.clock_at("2023-04-27T17:00:00Z")?;
    brings_in(&app, MEETINGS).await?;
    let now = brief(&app, "2023-04-28").await?;
    assert_eq!((now.brief.meetings, now.brief.ours.len()), (2, 3));
    let mut officer = app.signs_in("desk-officer").await?;
    let id = relationship(&app).await?;
    for (day, meetings) in [
        ("2023-04-25", 0),
        ("2023-04-26", 1),
        ("2023-04-27", 1),
        ("2023-04-28", 2),
    ] {
        let view = brief(&app, day).await?;
        assert_eq!(view.brief.meetings, meetings, "{day}");
        let shown = officer
            .opens(&format!("/en/relationships/{id}/brief?as-of={day}"))
            .await?;
        if meetings < 2 {
            shown.does_not_say("Hun Sen")?.does_not_say("Move investors")?;
        }
    }
    assert_eq!(
        brief(&app, "2023-04-26").await?.brief,
        then.brief,
        "what was read then is read for ever"
    );
    let refused = officer
        .asks(&format!("/en/relationships/{id}/brief?as-of=yesterday"))
        .await?;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("href=\"#as-of\""), "{}", refused.text());
    app.ends().await
}

/// However the record grows, the brief of a day is what a brief was at the end of that day.
#[tokio::test(flavor = "multi_thread")]
async fn a_brief_of_a_day_is_the_one_that_was_read_at_its_end() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let officer = app.cast.actor("desk-officer")?.clone();
    let mut read = vec![];
    for day in 1..=6 {
        app.clock_at(&format!("2023-08-0{day}T03:00:00Z"))?;
        match day {
            1 => drop(
                app.submitted(requests.get("cooperate-municipality").copied())
                    .await?,
            ),
            2 => answers(&app, *requests.get("open-markets").ok_or("no request")?).await?,
            3 => takes_back(&app, *requests.get("open-markets").ok_or("no request")?).await?,
            4 => drop(
                app.desk
                    .record_organisation(
                        &officer,
                        identity::Names::new([("en", "A bystander")])?,
                        identity::OrganisationKind::Other,
                    )
                    .await?,
            ),
            _ => {}
        }
        // The last second of the day in Phnom Penh.
        app.clock_at(&format!("2023-08-0{day}T16:59:59Z"))?;
        let day = format!("2023-08-0{day}");
        read.push((day.clone(), brief(&app, &day).await?));
    }
    assert_ne!(read[0].1.brief.ours, read[1].1.brief.ours);
    for (day, then) in read {
        let now = brief(&app, &day).await?;
        assert_eq!(now.brief, then.brief, "{day}");
        assert_eq!(now.fates, then.fates, "{day}");
    }
    app.ends().await
}

async fn answers(app: &Installation, request: act::RequestId) -> Told {
    let officer = app.cast.actor("desk-officer")?;
    let view = app.desk.request(officer, request).await?;
    let source = view.request.made.ok_or("not made")?.excerpt.source;
    let answer = desk::engagement::AnswerIn {
        answer: engagement::Answer::Declined,
        text: act::Reason::new("Not now.")?,
        exact: "There were five matters on the table.".to_owned(),
        source,
        by: None,
        somebody: None,
        on: identity::When::On("2023-08-02".parse()?),
    };
    Ok(app.desk.answer_request(officer, request, answer).await?)
}

async fn takes_back(app: &Installation, request: act::RequestId) -> Told {
    let officer = app.cast.actor("desk-officer")?;
    let view = app.desk.request(officer, request).await?;
    let meeting = view.request.made.ok_or("not made")?.meeting;
    let line = desk::engagement::RecordLine::Answer(request);
    let reason = act::Reason::new("A slip.")?;
    Ok(app.desk.take_back(officer, meeting, line, reason).await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_text_and_the_paper_say_what_the_page_says_in_every_language() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let id = relationship(&app).await?;
    let mut officer = app.signs_in("desk-officer").await?;
    for language in ["en", "km", "ja"] {
        let here = format!("/{language}/relationships/{id}/brief");
        let shown = officer.opens(&here).await?;
        let text = officer.asks(&format!("{here}/text")).await?;
        assert_eq!(text.status, 200);
        let words = shown.words()?;
        for line in text.text().lines().filter(|line| line.starts_with("   ")) {
            let line = line.trim().trim_matches(['(', ')', '\u{201c}', '\u{201d}']);
            let said = line.split("\u{201d} (").next().unwrap_or_default();
            assert!(words.contains(&spaced(said)), "{said} in {words}");
        }
        let paper = officer.asks(&format!("{here}/pdf")).await?;
        assert_eq!(paper.header("content-type"), "application/pdf");
        let kept = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(kept.join(format!("brief-{language}.pdf")), &paper.body)?;
    }
    for stranger in ["other-desk-officer", "coordinator", "interior-officer"] {
        let mut stranger = app.signs_in(stranger).await?;
        for part in ["", "/text", "/pdf"] {
            stranger
                .does_not_find(&format!("/en/relationships/{id}/brief{part}"))
                .await?;
        }
    }
    app.ends().await
}

/// Writes a line on the form, and gives the page of the brief.
async fn writes(
    officer: &mut Visitor,
    shown: &stories::Page,
    fields: &[(&str, &str)],
) -> Told<stories::Page> {
    let page = officer.follows(shown, "Write a line of ours").await?;
    let mut form = page.form("/brief/lines")?;
    for (name, value) in fields {
        form = match *name {
            "readers" => form.ticked(name, value),
            _ => form.with(name, value)?,
        };
    }
    officer.sends(&form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_to_be_said_is_told_to_those_named_and_counted_for_all_others_on_sqlite() -> Told {
    what_is_not_to_be_said(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_to_be_said_is_told_to_those_named_and_counted_for_all_others_on_postgresql() -> Told {
    what_is_not_to_be_said(Database::postgres().await?).await
}

async fn what_is_not_to_be_said(database: Database) -> Told {
    const SEALED: &str = "Not a word of the third quay.";
    let app = Installation::on(database).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let shown = page(&mut officer).await?;
    let organiser = app.cast.member("organiser")?.person.to_string();
    let not_to_say = [
        ("kind", "not-to-say"),
        ("words", SEALED),
        ("readers", organiser.as_str()),
    ];
    let shown = writes(&mut officer, &shown, &not_to_say).await?;
    shown.says(&format!("What not to say {SEALED} Written by Ren Ishida"))?;
    shown.does_not_say("which is sealed")?;
    let our_line = [("kind", "our-line"), ("words", "The forum comes first.")];
    let shown = writes(&mut officer, &shown, &our_line).await?;
    shown.says("Our line The forum comes first.")?;

    // Whom the officer named reads it; who is of the same house and was not named reads that there is one.
    let here = shown.address.clone();
    let mut organiser = app.signs_in("organiser").await?;
    organiser.opens(&here).await?.says(SEALED)?;
    let mut agent = app.signs_in("agent").await?;
    let counted = agent.opens(&here).await?;
    counted
        .says("one line on what not to say, which is sealed")?
        .says("The forum comes first.")?
        .does_not_say("third quay")?
        .does_not_say("Write a line of ours")?;
    // The text says the same to everyone.
    let mut texts = vec![];
    for reader in [&mut officer, &mut organiser, &mut agent] {
        texts.push(reader.asks(&format!("{here}/text")).await?.text());
    }
    assert!(texts[0].contains("one line on what not to say") && !texts[0].contains("third quay"));
    assert!(texts[0] == texts[1] && texts[1] == texts[2]);
    assert!(app.audit().await?.differences.is_empty());

    // Taken back, it is counted no more, and its words are gone.
    let page = officer.follows(&shown, "Take a line of ours back").await?;
    let form = page
        .form("/taken-back")?
        .with("line", "1")?
        .with("reason", "It was said at last.")?;
    let shown = officer.sends(&form).await?;
    shown.does_not_say("third quay")?;
    agent.opens(&here).await?.does_not_say("which is sealed")?;
    let again = officer.tries(&form).await?;
    assert_eq!(
        again.summary()?,
        ["This was taken back. The record keeps it, and nothing more follows from it."]
    );
    let (audit, id) = (app.audit().await?, relationship(&app).await?);
    assert_eq!(audit.differences, Vec::<String>::new());
    let kept = app.desk.store().kept_by("brief-line", &id.to_string(), 0).await?;
    assert!(kept.is_empty(), "the words were erased");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_are_named_of_what_is_sealed_alone_and_are_of_the_desks_own_house() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let shown = page(&mut officer).await?;
    let form = officer
        .follows(&shown, "Write a line of ours")
        .await?
        .form("/brief/lines")?
        .with("words", "We hold to the plan.")?;
    let organiser = app.cast.member("organiser")?.person.to_string();
    let open = form
        .clone()
        .with("kind", "our-line")?
        .ticked("readers", &organiser);
    let faults = officer.tries(&open).await?.faults()?;
    assert!(faults["readers"].contains("Name nobody"), "{faults:?}");
    let stranger = app.cast.member("other-organiser")?.person.to_string();
    let sealed = form.with("kind", "not-to-say")?.forged("readers", &stranger);
    let faults = officer.tries(&sealed).await?.faults()?;
    assert!(
        faults["readers"].contains("people of your organisation"),
        "{faults:?}"
    );
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_is_signed_off_and_says_so_until_the_record_changes_on_sqlite() -> Told {
    signed_off(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_is_signed_off_and_says_so_until_the_record_changes_on_postgresql() -> Told {
    signed_off(Database::postgres().await?).await
}

async fn signed_off(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let requests = app.meetings_imported().await?;
    app.clock_at("2023-09-13T02:00:00Z")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let shown = page(&mut officer).await?;
    let here = shown.address.clone();
    let old = shown.form("/brief/signed")?;

    // What was shown is signed off, and nothing else.
    let organiser = app.cast.actor("desk-officer")?;
    let line = desk::engagement::OurLineIn {
        about: None,
        words: act::Reason::new("The forum comes first.")?,
        sealed_for: None,
    };
    app.desk
        .write_our_line(organiser, relationship(&app).await?, line)
        .await?;
    let refused = officer.tries(&old).await?;
    assert_eq!(
        refused.summary()?,
        ["The brief is not any more what you were shown. Read it again, then sign it off."]
    );
    let carried = officer.asks(&format!("{here}/text?as-of=2023-09-13")).await?.body;
    let shown = officer.opens(&here).await?;
    let shown = officer.sends(&shown.form("/brief/signed")?).await?;
    shown.says("As of 13 September 2023, by Ren Ishida, 13 September 2023")?;
    shown.does_not_say("has changed since")?;

    // Whoever has the text can hold it to the record.
    let hash = engagement::sha256(std::str::from_utf8(&carried)?);
    shown.says(&format!("SHA-256 {hash}"))?;
    let kept = officer.asks(&shown.link("As of 13 September 2023")?).await?;
    assert_eq!(kept.body, carried);
    let again = officer.tries(&shown.form("/brief/signed")?).await?;
    assert_eq!(again.summary()?, ["This is recorded already."]);

    // In the same second the record changes.
    answers(&app, *requests.get("open-markets").ok_or("no request")?).await?;
    let changed = officer.opens(&here).await?;
    changed.says("The record has changed since this brief was signed off.")?;
    let kept = officer.asks(&changed.link("As of 13 September 2023")?).await?;
    assert_eq!(kept.body, carried, "what was signed off stays as it was");
    takes_back(&app, *requests.get("open-markets").ok_or("no request")?).await?;
    officer.opens(&here).await?.does_not_say("has changed since")?;

    // Two days later it is answered for good. A brief of the day between has nothing of that, when it is signed off and afterwards; the one
    // that was carried along says otherwise than the record does now; and of today's nothing was signed off.
    app.clock_at("2023-09-15T02:00:00Z")?;
    answers(&app, *requests.get("open-markets").ok_or("no request")?).await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let between = officer.opens(&format!("{here}?as-of=2023-09-14")).await?;
    let between = officer.sends(&between.form("/brief/signed")?).await?;
    between
        .says("As of 14 September 2023, by Ren Ishida, 15 September 2023")?
        .does_not_say("has changed since")?;
    let carried = officer.opens(&format!("{here}?as-of=2023-09-13")).await?;
    carried.says("The record has changed since this brief was signed off.")?;
    officer.opens(&here).await?.does_not_say("has changed since")?;
    // Of a day that is still to come nothing is known.
    let ahead = officer.asks(&format!("{here}?as-of=2023-09-16")).await?;
    assert!((400..500).contains(&ahead.status), "{}", ahead.status);
    assert!(ahead.text().contains("This day is still to come."));
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
