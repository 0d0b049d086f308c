//! What was offered on one tab is over by what was done on another: the refusal says what is so, and calls everyone by name.

use clearance::acts::Circulate;
use desk::accounts::LinkPurpose;
use desk::{Fault, FieldFault};
use stories::{Database, Form, Installation, Page, Told, Visitor};

/// The form of one page, sent by someone else to another address.
fn elsewhere(form: &Form, action: &str, token: &str) -> Form {
    let form = form.clone().forged("token", token);
    Form {
        action: action.to_owned(),
        ..form
    }
}

async fn token(visitor: &mut Visitor) -> Told<String> {
    let form = visitor.opens("/en/verify").await?.form("/verify")?;
    Ok(form.value("token").to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_decides_twice_reads_in_their_language_who_has_decided() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let mut tabs = vec![];
    for (language, name) in [
        ("en", "Ministry of Interior has decided already."),
        ("km", "ក្រសួងមហាផ្ទៃ"),
        ("ja", "内務省はすでに決定しました。"),
    ] {
        let page = format!("/{language}/cases/{case}/referrals/moi");
        let form = decider.opens(&page).await?.form("/decision")?;
        tabs.push((form.with("decision", "granted")?, name));
    }
    decider.confirms(&tabs[0].0).await?;
    for (form, name) in tabs {
        let page = decider.tries(&form).await?;
        let summary = page.summary()?.join(" ");
        assert!(summary.contains(name), "{summary}");
        assert!(!summary.contains("moi"), "{summary}");
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_too_late_reads_every_stage_and_every_role_that_would_do() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = format!("/en/cases/{case}");
    let withdrawal = organiser.opens(&page).await?.form("/withdrawal")?;
    let permit = coordinator.opens(&page).await?.form("/permit")?;
    coordinator.confirms(&permit).await?;
    let page = organiser.tries(&withdrawal).await?;
    page.says(
        "The application is permitted; this can be done when it is submitted or returned as incomplete or in circulation or decided.",
    )?;
    let mut officer = app.signs_in("desk-officer").await?;
    let token = token(&mut officer).await?;
    let page = officer
        .tries(&elsewhere(&withdrawal, &withdrawal.action, &token))
        .await?;
    page.says("As desk officer you cannot do this; it needs the role applicant or agent.")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_must_wait_reads_for_whom_and_who_errs_whose_it_is() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (agreed, asked) = (app.agreed(None).await?, app.circulated(None).await?);
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = format!("/en/cases/{agreed}");
    let permit = coordinator.opens(&page).await?.form("/permit")?;
    let early = elsewhere(
        &permit,
        &format!("/ja/cases/{asked}/permit"),
        permit.value("token"),
    );
    coordinator
        .tries(&early)
        .await?
        .says("外務国際協力省、内務省、国防省、プノンペン都庁。")?;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = format!("/en/cases/{asked}/referrals/moi");
    let form = decider.opens(&page).await?.form("/decision")?;
    let form = form.with("decision", "granted")?;
    let action = form.action.replace("/moi/", "/mond/");
    let page = decider
        .tries(&elsewhere(&form, &action, form.value("token")))
        .await?;
    page.says("This was referred to another authority: Ministry of National Defence.")?;
    app.ends().await
}

/// The page offers those who may hold an event; whoever sends another is told beside the boxes.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_decides_is_no_organiser() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let draft = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/drafts/{draft}")).await?;
    let form = page.form(&draft.to_string())?.with("then", "check")?;
    let ministry = format!("organiser-{}", app.cast.organisation("interior")?);
    assert!(!form.names.contains(&ministry), "it is not offered");
    organiser.posts(&form.forged(&ministry, "on")).await?;
    let check = organiser.asks(&format!("/en/drafts/{draft}/check")).await?;
    assert_eq!(check.status, 422);
    let page = Page {
        html: check.text(),
        ..page
    };
    assert_eq!(page.faults()?["organisers"], "Choose one of the choices.");
    assert_eq!(page.summary()?, ["Together with: Choose one of the choices."]);
    let submitted = app.submit(app.cast.actor("organiser")?, draft).await;
    let fault = FieldFault::plain("organisers", "not-one-of");
    assert_eq!(submitted, Err(Fault::Invalid(vec![fault])));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lost_a_password_gets_a_letter_that_says_what_the_link_is_for_and_how_long_it_holds() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let address = &app.cast.member("organiser")?.address;
    for (language, subject, holds) in [
        ("en", "A new password", "once, within 60 minutes"),
        ("ja", "新しいパスワードの設定", "60 分以内"),
        ("km", "ពាក្យសម្ងាត់ថ្មី", "៦០ នាទី"),
    ] {
        let mut visitor = app.visitor();
        let form = visitor
            .opens(&format!("/{language}/reset"))
            .await?
            .form("/reset")?;
        let answer = visitor.posts(&form.with("address", address)?).await?;
        assert_eq!(answer.status, 200);
        let letter = app.letter_to("organiser")?;
        assert_eq!(letter.subject, subject);
        assert!(letter.body.contains(holds), "{}", letter.body);
        assert!(
            letter.body.contains(&format!("/{language}/links/")),
            "{}",
            letter.body
        );
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_used_link_and_an_address_that_is_no_text_find_nothing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let address = &app.cast.member("organiser")?.address;
    let secret = app.desk.offer_link(address, LinkPurpose::Invitation).await?;
    let link = format!("/en/links/{secret}");
    let mut organiser = app.visitor();
    let form = organiser.opens(&link).await?.form(&format!("/links/{secret}"))?;
    let form = form.with("password", "a password of enough words")?;
    organiser.sends(&form).await?;
    for answer in [organiser.posts(&form).await?, organiser.asks(&link).await?] {
        assert_eq!(answer.status, 404);
        assert!(answer.text().contains("It was used already, or it is too old."));
    }
    for nowhere in ["/en/permits/%ff%fe", "/ja/permits/%ff%fe/pdf", "/en/%ff"] {
        assert_eq!(app.visitor().asks(nowhere).await?.status, 404, "{nowhere}");
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn conditions_are_not_dropped_by_a_decision_that_takes_none() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    let form = decider.opens(&page).await?.form("/decision")?;
    let form = form.with("conditions", "A fire engine stands by.")?;
    for decision in ["granted", "refused"] {
        let form = form.clone().with("decision", decision)?;
        let page = decider
            .tries(&form.with("reasons", "The quay is narrow.")?)
            .await?;
        let fault = page.faults()?.remove("conditions").ok_or("nothing is said")?;
        assert!(
            fault.contains("Only “agree with conditions” takes conditions."),
            "{fault}"
        );
        assert_eq!(
            page.form("/decision")?.value("conditions"),
            "A fire engine stands by."
        );
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_second_tab_typed_is_there_though_its_form_is_gone() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    let form = decider.opens(&page).await?.form("/decision")?;
    let question = decider.opens(&page).await?.form("/questions")?;
    decider
        .confirms(&form.clone().with("decision", "granted")?)
        .await?;
    let why = "Eleven paragraphs on the quay at night.";
    let refusal = form.with("decision", "refused")?.with("reasons", why)?;
    for late in [refusal, question.with("question", why)?] {
        let page = decider.tries(&late).await?;
        page.says(why)?;
        assert!(page.form("/decision").is_err() && page.form("/questions").is_err());
    }
    let case = app.permitted(None).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = format!("/en/cases/{case}");
    let revocation = coordinator.opens(&page).await?.form("/revocation")?;
    let revocation = revocation.with("reasons", why)?;
    coordinator.confirms(&revocation).await?;
    coordinator.tries(&revocation).await?.says(why)?;
    app.ends().await
}

/// An application for a day, handed in on 1 August 2023.
async fn handed_in_for(app: &Installation, day: &str) -> Told<Result<act::ApplicationId, Fault>> {
    let id = app.drafted(None).await?;
    let organiser = app.cast.actor("organiser")?;
    let draft = app.desk.draft_of(organiser, id).await?;
    let mut fields = draft.fields;
    fields.insert("date".to_owned(), day.to_owned());
    app.desk.save_draft(organiser, id, draft.version, fields).await?;
    Ok(app.submit(organiser, id).await.map(|_| id))
}

/// The calendars of the rulebook know the days until the end of 2040.
#[tokio::test(flavor = "multi_thread")]
async fn where_a_calendar_ends_it_is_said() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    match handed_in_for(&app, "2062-11-19").await? {
        Err(Fault::Refused(refused)) => {
            assert_eq!((refused.code, refused.field), ("calendar-ends", Some("date")))
        }
        other => panic!("{other:?}"),
    }
    let case = handed_in_for(&app, "2040-12-30").await??;
    app.clock_at("2040-12-27T02:00:00Z")?;
    app.acts("coordinator", case, Circulate::default()).await?;
    let mut officer = app.signs_in("interior-decider").await?;
    let page = officer.opens(&format!("/en/cases/{case}/referrals/moi")).await?;
    page.says("its calendar does not reach that far")?;
    page.form("/decision")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn circulating_is_not_offered_where_an_authority_is_nobody() -> Told {
    let app = Installation::lacking_an_authority(Database::sqlite()?).await?;
    let case = app.submitted(None).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&format!("/en/cases/{case}")).await?;
    page.says("No organisation is set up as Port")?;
    assert!(page.form("/circulation").is_err());
    let done = app
        .desk
        .change(app.cast.actor("coordinator")?, case, Circulate::default());
    assert!(matches!(done.await, Err(Fault::Refused(refused)) if refused.code == "no-organisation"));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_check_offers_no_handing_in_that_would_be_refused() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let request = *app
        .meetings_imported()
        .await?
        .values()
        .next()
        .ok_or("no request")?;
    let (one, two) = (
        app.drafted(Some(request)).await?,
        app.drafted(Some(request)).await?,
    );
    let mut organiser = app.signs_in("organiser").await?;
    let check = |draft| format!("/en/drafts/{draft}/check");
    organiser.opens(&check(one)).await?.form("/submission")?;
    let actor = app.cast.actor("organiser")?;
    app.submit(actor, two).await?;
    let page = organiser.opens(&check(one)).await?;
    assert!(page.form("/submission").is_err() && !page.summary()?.is_empty());
    let three = app.drafted(None).await?;
    for day in ["2062-11-19", "2023-07-01"] {
        let draft = app.desk.draft_of(actor, three).await?;
        let mut fields = draft.fields;
        fields.insert("date".to_owned(), day.to_owned());
        app.desk.save_draft(actor, three, draft.version, fields).await?;
        let answer = organiser.asks(&check(three)).await?;
        let (status, html) = (answer.status, answer.text());
        let page = Page {
            address: check(three),
            status,
            html,
        };
        assert!(
            page.faults()?.contains_key("date"),
            "{day}: {:?}",
            page.summary()?
        );
        assert!(page.form("/submission").is_err(), "{day}");
    }
    app.ends().await
}
