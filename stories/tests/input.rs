//! Bad input on every form: each is answered with a whole page that says what is wrong beside its field, what was typed
//! is still there, and nothing of it is stored.

mod every_form;
mod files;
mod forms;

use forms::{Filled, all, buttons, typed};
use stories::{Answer, Database, Form, Installation, Page, Told, Visitor};

/// All that could have been half stored: how many facts there are, and the drafts as they are kept.
async fn stored(app: &Installation) -> Told<String> {
    let organiser = app.cast.actor("organiser")?;
    let mut stored = format!("{} facts", app.desk.store().size().await?);
    for line in app.desk.drafts(organiser).await? {
        let draft = app.desk.draft_of(organiser, line.application).await?;
        stored.push_str(&format!("\n{draft:?}"));
    }
    Ok(stored)
}

/// That an answer is a whole page with this status.
fn whole_page(doing: &str, answer: &Answer, statuses: &[u16]) -> Told<Page> {
    let page = Page {
        address: doing.to_owned(),
        status: answer.status,
        html: answer.text(),
    };
    assert!(
        statuses.contains(&answer.status),
        "{doing}: {} {:?}",
        answer.status,
        page.heading()
    );
    assert!(page.html.starts_with("<!doctype html>"), "{doing}: no page");
    assert!(
        !page.heading()?.is_empty() && !page.words()?.contains("refusal-"),
        "{doing}"
    );
    Ok(page)
}

/// A form with the bytes of one field as they are.
fn body(form: &Form, field: &str, raw: &str) -> Vec<u8> {
    let rest = form.clone().without(field).body();
    [rest, format!("&{field}={raw}").into_bytes()].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn text_that_cannot_be_taken_is_said_beside_its_field_and_the_rest_is_kept() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let forms = typed(&app).await?;
    let before = stored(&app).await?;
    let long = "x".repeat(250_000);
    for Filled {
        mut visitor,
        name,
        ending,
        form,
    } in forms
    {
        // Of several like fields, those of the first participant stand for all.
        let meant = form.meant();
        let fields: Vec<_> = meant
            .iter()
            .filter(|field| !field.ends_with(['2', '3', '4', '5', '6']))
            .collect();
        assert!(!fields.is_empty(), "{name}");
        for field in fields {
            for (what, raw) in [
                ("broken UTF-8", "as long as a password %ff%c3%28"),
                ("a control character", "a%00b"),
                ("too long", &long),
            ] {
                let doing = format!("{name}: {what} in {field}");
                let answer = visitor
                    .posts_bytes(&form.action, Form::MEDIA_TYPE, body(&form, field, raw))
                    .await?;
                let mut page = whole_page(&doing, &answer, &[422])?;
                page.address.clone_from(&form.action);
                let faults = page.faults()?;
                // Which of address and password is wrong is not told.
                let beside = if ending == "/sign-in" { "address" } else { field };
                assert!(
                    faults.contains_key(beside),
                    "{doing}: {faults:?} {:?}",
                    page.summary()
                );
                every_fault_leads_to_its_field(&doing, &page)?;
                still_there(&doing, &page, &ending, &form, field)?;
                assert_eq!(stored(&app).await?, before, "{doing}");
            }
        }
    }
    app.ends().await
}

/// That a page of faults has some, each a link to a field that is there, called by its name.
fn every_fault_leads_to_its_field(doing: &str, page: &Page) -> Told {
    assert!(!page.summary()?.is_empty(), "{doing}: nothing is said");
    let lost = page.lost_faults()?;
    assert!(lost.is_empty(), "{doing}: {lost:?} of {:?}", page.summary());
    Ok(())
}

/// Whether a form is only there near the day of an event: of these stories' clock some stand still months before it.
fn is_of_the_day(form: &Form) -> bool {
    let address = &form.action;
    address.contains("/day/") || address.ends_with("/go") || address.ends_with("/report")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_form_lacks_is_said_with_a_link_to_each_field() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut told = 0;
    for Filled {
        mut visitor,
        name,
        form,
        ..
    } in all(&app).await?
    {
        // What a draft lacks is told when it is checked; what is said of an event's day, `event_day` leaves out.
        if form.action.starts_with("/en/drafts/") || is_of_the_day(&form) {
            continue;
        }
        let mut bare = form.clone();
        bare.fields.retain(|(field, _)| form.hidden.contains(field));
        let before = stored(&app).await?;
        let answer = visitor.posts(&bare).await?;
        if answer.status == 422 {
            let page = whole_page(&name, &answer, &[422])?;
            every_fault_leads_to_its_field(&name, &page)?;
            assert_eq!(stored(&app).await?, before, "{name}");
            told += 1;
        }
    }
    assert!(told > 15, "{told} forms lack something");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blank_field_is_to_be_filled_in_before_anything_is_said_of_what_it_holds() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let mut anyone = app.visitor();
    for (page, fields) in [
        ("/sign-in", &["address", "password"][..]),
        ("/reset", &["address"]),
        ("/verify", &["code"]),
    ] {
        let form = anyone.opens(&format!("/en{page}")).await?.form(page)?;
        let answer = anyone.posts(&form).await?;
        let page = whole_page(page, &answer, &[422])?;
        let faults = page.faults()?;
        assert_eq!(faults.keys().collect::<Vec<_>>(), fields);
        assert!(
            faults.values().all(|fault| fault.ends_with("Fill this in.")),
            "{faults:?}"
        );
    }
    app.ends().await
}

/// That what was typed into the other fields stands in the page that came back.
fn still_there(doing: &str, page: &Page, ending: &str, sent: &Form, bad: &str) -> Told {
    let back = page.form(ending)?;
    for (name, value) in sent
        .fields
        .iter()
        .filter(|(name, _)| name != bad && name != "token")
    {
        let secret = name == "password";
        let expect = if secret { "" } else { value };
        assert_eq!(back.value(name), expect, "{doing}: what was typed into {name}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_as_long_as_its_form_takes_is_taken_in_every_script() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let source = typed(&app).await?.into_iter();
    let mut source = source.filter(|form| form.ending == "/record/source");
    let Filled {
        mut visitor, form, ..
    } = source.next().ok_or("no form for a source")?;
    for letter in ["ក", "\u{20000}"] {
        let long = form.clone().with("text", &letter.repeat(200_000))?;
        let answer = visitor.posts(&long).await?;
        assert_eq!(answer.status, 303, "{letter}: {}", answer.text());
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_that_are_not_ours_change_nothing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let forms = all(&app).await?;
    let before = stored(&app).await?;
    let huge = format!("text={}", "x".repeat(3_100_000)).into_bytes();
    for Filled {
        mut visitor,
        name,
        form,
        ..
    } in forms
    {
        let other = form.clone().forged("token", &"0".repeat(64));
        for (what, changed) in [
            ("no token", form.clone().without("token")),
            ("another token", other),
        ] {
            let doing = format!("{name}: {what}");
            let answer = visitor.posts(&changed).await?;
            let page = whole_page(&doing, &answer, &[403])?;
            for (field, value) in form
                .fields
                .iter()
                .filter(|(field, _)| form.meant().contains(field))
            {
                let secret = field == "password" || value.is_empty();
                assert!(
                    secret || page.words()?.contains(value.as_str()),
                    "{doing}: {field} is lost"
                );
            }
        }
        let whole = form.body();
        let ours = ("sec-fetch-site", "same-origin");
        let kind = ("content-type", Form::MEDIA_TYPE);
        for (what, headers, bytes, statuses) in [
            ("no body", vec![ours, kind], vec![], &[403_u16][..]),
            ("no content type", vec![ours], whole.clone(), &[400]),
            (
                "JSON",
                vec![ours, ("content-type", "application/json")],
                b"{}".to_vec(),
                &[400],
            ),
            (
                "another site",
                vec![("sec-fetch-site", "cross-site"), kind],
                whole.clone(),
                &[403],
            ),
            ("nowhere", vec![kind], whole.clone(), &[403]),
            ("a huge body", vec![ours, kind], huge.clone(), &[413]),
            (
                "broken parts",
                vec![ours, ("content-type", "multipart/form-data; boundary=x")],
                b"--y".to_vec(),
                &[400],
            ),
        ] {
            let answer = visitor.request("POST", &form.action, &headers, bytes).await?;
            whole_page(&format!("{name}: {what}"), &answer, statuses)?;
        }
        assert_eq!(stored(&app).await?, before, "{name}");
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_not_found_whatever_its_name() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let forms = all(&app).await?;
    let before = stored(&app).await?;
    let mut tried = 0;
    for Filled {
        mut visitor,
        name,
        form,
        ..
    } in forms
    {
        let parts: Vec<_> = form.action.split('/').map(str::to_owned).collect();
        for (at, part) in parts.iter().enumerate() {
            if part.len() != 36 && part != "moi" && part != "1" {
                continue;
            }
            for other in [
                "00000000-0000-7000-8000-000000000000",
                "nonsense",
                "%00",
                "%ff",
                "..%2f",
                "-1",
                "4294967296",
            ] {
                let mut parts = parts.clone();
                parts[at] = other.to_owned();
                let changed = Form {
                    action: parts.join("/"),
                    ..form.clone()
                };
                let doing = format!("{name}: {}", changed.action);
                let answer = visitor.posts(&changed).await?;
                whole_page(&doing, &answer, &[400, 404])?;
                let answer = visitor.asks(&changed.action).await?;
                whole_page(&doing, &answer, &[404, 405])?;
                tried += 1;
            }
        }
        assert_eq!(stored(&app).await?, before, "{name}");
    }
    assert!(tried > 80, "{tried}");
    app.ends().await
}

/// The draft page of someone who is about to hand in.
async fn drafting(app: &Installation) -> Told<(Visitor, Form)> {
    let id = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser
        .opens(&format!("/en/drafts/{id}"))
        .await?
        .form(&format!("/drafts/{id}"))?;
    Ok((organiser, form))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_keeps_whatever_was_typed_and_every_fault_is_told_at_once() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (mut organiser, form) = drafting(&app).await?;
    let size = app.desk.store().size().await?;
    let wrong = [
        ("title", "x".repeat(201)),
        ("date", "2023-13-40".to_owned()),
        ("from", "25:99".to_owned()),
        ("until", "later".to_owned()),
        ("answer-attendance", "many".to_owned()),
        ("answer-largest_shell", "-5".to_owned()),
        ("answer-event_kind", "eclipse".to_owned()),
        ("answer-fireworks", "perhaps".to_owned()),
        ("component-fireworks-title", String::new()),
    ];
    let mut sent = form.with("then", "check")?;
    for (name, value) in &wrong {
        sent = sent.with(name, value)?;
    }
    let answer = organiser.posts(&sent).await?;
    assert_eq!(answer.status, 303, "whatever was typed is saved");
    let answer = organiser.asks(answer.header("location")).await?;
    let page = whole_page("the check", &answer, &[422])?;
    let faults = page.faults()?;
    for (name, value) in &wrong {
        assert!(faults.contains_key(*name), "{name}: {faults:?}");
        // A choice that does not exist cannot be shown as chosen.
        let choice = ["answer-event_kind", "answer-fireworks"].contains(name);
        let back = page.form(&sent.action)?;
        assert!(
            choice || back.value(name) == value,
            "{name}: {}",
            back.value(name)
        );
    }
    assert_eq!(page.summary()?.len(), wrong.len(), "{:?}", page.summary());
    every_fault_leads_to_its_field("the check", &page)?;
    assert_eq!(app.desk.store().size().await?, size);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_tabs_neither_overwrites_the_other_unasked() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (mut organiser, one) = drafting(&app).await?;
    let other = one.clone();
    organiser.sends(&one.with("place", "The north bank")?).await?;
    let before = stored(&app).await?;
    let tried = other.clone().with("place", "The south bank")?;
    let page = organiser.tries(&tried).await?;
    assert_eq!(page.status, 409);
    assert_eq!(page.form(&tried.action)?.value("place"), "The south bank");
    assert_eq!(stored(&app).await?, before);
    // Having seen it, its author may send it again.
    let again = page.form(&tried.action)?;
    organiser.sends(&again).await?;
    for (what, bad) in [
        ("no version", other.clone().without("version")),
        ("a word", other.forged("version", "old")),
    ] {
        let before = stored(&app).await?;
        let answer = organiser.posts(&bad).await?;
        whole_page(what, &answer, &[409])?;
        assert_eq!(stored(&app).await?, before);
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_takes_no_broken_endless_or_countless_fields() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (mut organiser, form) = drafting(&app).await?;
    let before = stored(&app).await?;
    let long = "x".repeat(20_001);
    for (what, raw) in [("broken", "%ff"), ("endless", long.as_str())] {
        let answer = organiser
            .posts_bytes(&form.action, Form::MEDIA_TYPE, body(&form, "description", raw))
            .await?;
        let page = whole_page(what, &answer, &[422])?;
        assert!(
            page.faults()?.contains_key("description"),
            "{what}: {:?}",
            page.summary()
        );
        every_fault_leads_to_its_field(what, &page)?;
        still_there(what, &page, &form.action, &form, "description")?;
    }
    let mut many = form.clone();
    many.fields
        .extend((0..500).map(|number| (format!("answer-{number}"), "x".to_owned())));
    let answer = organiser.posts(&many).await?;
    whole_page("countless", &answer, &[422, 303])?;
    many.fields
        .extend((500..2_100).map(|number| (format!("answer-{number}"), "x".to_owned())));
    let answer = organiser.posts(&many).await?;
    whole_page("a flood", &answer, &[400])?;
    assert_eq!(stored(&app).await?, before);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_is_done_once() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    for Filled {
        mut visitor,
        name,
        ending,
        form,
    } in buttons(&app).await?
    {
        // A draft may be begun and saved as often as one likes; who signed out is gone.
        if ending == "/drafts" || ending == "/sign-out" || form.action.ends_with("/discard") {
            continue;
        }
        let first = visitor.posts(&form).await?;
        assert_eq!(first.status, 303, "{name}");
        let after = app.desk.store().size().await?;
        let again = visitor.posts(&form).await?;
        assert!(
            [303, 404, 409, 422].contains(&again.status),
            "{name}: {}",
            again.status
        );
        assert_eq!(app.desk.store().size().await?, after, "{name} was done twice");
    }
    app.ends().await
}
