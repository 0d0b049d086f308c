//! A ministry answers on paper: the coordinator records its letter with the scan, and the ministry can disown it.

use act::{ApplicationId, Reason};
use clearance::acts::{DisownLetter, RecordLetter};
use clearance::{Decision, Standing};
use desk::Fault;
use stories::{
    Database, Form, Installation, LETTER_REASONS, Page, SCAN, SEALED_GROUND, Told, Visitor, authority,
};

const FILE: [(&str, &str, &[u8]); 1] = [("file", "letter.pdf", SCAN)];

/// Sends a form with a file, and gives the page that comes of it.
async fn chosen(visitor: &mut Visitor, form: &Form, files: &[(&str, &str, &[u8])]) -> Told<Page> {
    let answer = visitor.posts_files(form, files).await?;
    Ok(Page {
        address: form.action.clone(),
        status: answer.status,
        html: answer.text(),
    })
}

/// What the letter of National Defence says.
fn filled(form: Form) -> Told<Form> {
    form.with("decision", "granted-with-conditions")?
        .with("conditions", "The barge stays clear of the naval pier.")?
        .with("reasons", LETTER_REASONS)?
        .with("letter-dated", "2023-08-24")?
        .with("letter-reference", "No. 114/23")
}

async fn standing(app: &Installation, case: ApplicationId, of: &str) -> Told<Standing> {
    let view = app.desk.case(app.cast.actor("coordinator")?, case).await?;
    Ok(view
        .application
        .referrals
        .get(&authority(of)?)
        .ok_or("not asked")?
        .standing())
}

async fn answered_on_paper(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}/referrals/mond");
    app.clock_at("2023-08-28T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let form = filled(coordinator.opens(&page).await?.form("/letter")?)?;
    // Nothing is assumed of a letter that is not here; what was typed is not lost for it.
    let size = app.desk.store().size().await?;
    let without = chosen(&mut coordinator, &form, &[]).await?;
    assert_eq!(without.status, 422);
    without.says("Choose the scan of the letter. Nothing is recorded without it.")?;
    assert_eq!(without.form("/letter")?.value("letter-reference"), "No. 114/23");
    let tomorrow = form.clone().with("letter-dated", "2023-08-29")?;
    let ahead = chosen(&mut coordinator, &tomorrow, &FILE).await?;
    assert_eq!(ahead.status, 422);
    ahead
        .says("which is still to come")?
        .says("letter.pdf is chosen.")?;
    let before = form.clone().with("letter-dated", "2023-08-01")?;
    let before = chosen(&mut coordinator, &before, &FILE).await?;
    before.says("A letter from before does not answer it.")?;
    let asked = chosen(&mut coordinator, &form, &FILE).await?;
    asked
        .says("Check the letter before it is recorded")?
        .says("Ministry of National Defence has then agreed under these conditions.")?
        .says("Day of the letter 24 August 2023")?
        .says("Reference of the letter No. 114/23")?
        .says("Scan of the letter letter.pdf, 1 kB")?
        .says("Its clock ends today, when the letter is recorded")?
        .says("can disown it until the permit is issued")?;
    assert_eq!(app.desk.store().size().await?, size, "seen, and not yet meant");
    let meant = asked.form("/letter")?.with("checked", "right")?;
    let done = coordinator.sends(&meant).await?;
    done.says("letter of 24 August 2023, reference No. 114/23")?
        .says("Recorded on 28 August 2023")?
        .says("Scan of the letter: letter.pdf, 1 kB")?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    // A second press of the same button records nothing more, and leaves no file behind.
    coordinator.tries(&meant).await?.says("has decided already")?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    told_everywhere(&app, case).await?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// Whoever reads of the decision reads that it came by letter; the scan is not everyone's.
async fn told_everywhere(app: &Installation, case: ApplicationId) -> Told {
    let page = format!("/en/cases/{case}/referrals/mond");
    let view = app.desk.case(app.cast.actor("coordinator")?, case).await?;
    let scan = view.application.scans().next().ok_or("no scan")?.attachment;
    let file = format!("/en/cases/{case}/files/{scan}");
    for key in ["organiser", "defence-decider", "coordinator"] {
        let mut reader = app.signs_in(key).await?;
        reader
            .opens(&page)
            .await?
            .says("Decided by letter of 24 August 2023, reference No. 114/23")?
            .says("(coordinator)")?
            .says("The decision came by letter of 24 August 2023.")?
            .says("Scan of the letter: letter.pdf")?;
        reader
            .opens(&format!("/en/cases/{case}"))
            .await?
            .says("by letter of 24 August 2023, recorded on 28 August")?;
        reader
            .opens(&format!("{page}/notice"))
            .await?
            .says("By letter of 24 August 2023, reference No. 114/23. Recorded by:")?;
        let answer = reader.asks(&file).await?;
        assert_eq!(answer.status, 200, "{key} reads the scan");
        assert!(answer.header("content-disposition").starts_with("attachment"));
    }
    let mut other = app.signs_in("interior-decider").await?;
    other
        .opens(&page)
        .await?
        .says("letter of 24 August 2023, reference No. 114/23")?
        .does_not_say("letter.pdf")?;
    assert_eq!(
        other.asks(&file).await?.status,
        404,
        "it is not Interior's to see"
    );
    let mut decider = app.signs_in("defence-decider").await?;
    decider
        .opens("/en/docket")
        .await?
        .says("a letter was recorded as your decision")?
        .says("A letter was recorded as your decision on 28 August 2023")?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_recorded_with_its_scan_and_told_as_a_letter_on_sqlite() -> Told {
    answered_on_paper(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_recorded_with_its_scan_and_told_as_a_letter_on_postgres() -> Told {
    answered_on_paper(Database::postgres().await?).await
}

/// The clerk says in the same act that what the letter says, and its scan, are for the ministry that wrote it and for the lead alone.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_letter_says_and_its_scan_are_sealed_as_it_is_recorded() -> Told {
    const SAID: &str = "Divers of the navy train there.";
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}/referrals/mond");
    app.clock_at("2023-08-28T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let form = filled(coordinator.opens(&page).await?.form("/letter")?)?;
    let form = form.with("reasons", SAID)?.with("seal", "yes")?;
    let groundless = chosen(&mut coordinator, &form, &FILE).await?;
    assert!(groundless.faults()?.contains_key("seal-ground"));
    assert_eq!(groundless.form("/letter")?.value("reasons"), SAID);
    let form = form.with("seal-ground", SEALED_GROUND)?;
    let asked = chosen(&mut coordinator, &form, &FILE).await?;
    asked
        .says(SAID)?
        .says("What the letter says, and its scan, are sealed.")?
        .does_not_say("by you and by the organisers")?;
    let meant = asked.form("/letter")?.with("checked", "right")?;
    coordinator.sends(&meant).await?.says(SAID)?.says("letter.pdf")?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("Decided by letter of 24 August 2023")?
        .says("The barge stays clear of the naval pier.")?
        .says("Its scan is sealed with its words")?
        .does_not_say(SAID)?
        .does_not_say("letter.pdf")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

async fn disowned_and_decided(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}/referrals/mond");
    app.clock_at("2023-08-28T02:30:00Z")?;
    app.records_letter("mond", case, Decision::Refused).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("by letter of 24 August 2023, recorded on 28 August 2023")?;
    let mut decider = app.signs_in("defence-decider").await?;
    let form = decider.opens(&page).await?.form("/letter/disowning")?;
    let empty = decider.tries(&form).await?;
    assert!(empty.faults()?.contains_key("disown-reasons"));
    let form = form.with("disown-reasons", "Nobody here signed it.")?;
    let open = decider.confirms(&form).await?;
    open.says("Letters that do not count")?
        .says(
            "Disowned on 28 August 2023, 09:30 (Phnom Penh time) by: Ministry of National Defence (decider)",
        )?
        .says("Nobody here signed it.")?
        .says("No. 114/23")?;
    assert_eq!(standing(&app, case, "mond").await?, Standing::Referred);
    decider
        .tries(&form)
        .await?
        .says("No letter is recorded as the decision")?;
    // Others read that it was, and not why.
    let mut other = app.signs_in("interior-decider").await?;
    other
        .opens(&page)
        .await?
        .says("Letters that do not count")?
        .does_not_say("Nobody here signed it.")?
        .does_not_say("letter.pdf")?;
    // Its own decision is open again, and its clock as it stood.
    let decision = decider.opens(&page).await?.form("/decision")?;
    decider
        .confirms(&decision.with("decision", "granted")?)
        .await?
        .says("National Defence agreed")?
        .says("Decided on 28 August 2023")?;
    assert_eq!(standing(&app, case, "mond").await?, Standing::Granted);
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ministry_disowns_a_letter_and_decides_itself_on_sqlite() -> Told {
    disowned_and_decided(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ministry_disowns_a_letter_and_decides_itself_on_postgres() -> Told {
    disowned_and_decided(Database::postgres().await?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_lead_records_a_letter_and_nobody_but_its_decider_disowns_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.by_letter(None).await?;
    let letter = || -> Told<RecordLetter> {
        Ok(RecordLetter {
            authority: authority("mond")?,
            decision: Decision::Granted,
            reasons: None,
            dated: "2023-08-24".parse()?,
            reference: None,
            scan: None,
        })
    };
    let scan = desk::clearance::FileIn {
        name: "letter.pdf".to_owned(),
        bytes: SCAN.to_vec(),
    };
    for (key, code) in [
        ("defence-decider", "not-your-role"),
        ("organiser", "not-your-role"),
        ("interior-coordinator", "not-the-lead"),
    ] {
        let actor = app.cast.actor(key)?;
        let done = app
            .desk
            .record_letter(actor, case, letter()?, scan.clone(), None, None);
        let Err(Fault::Refused(told)) = done.await else {
            return Err(format!("{key} recorded a letter").into());
        };
        assert_eq!(told.code, code, "{key}");
    }
    let disown = DisownLetter {
        authority: authority("moi")?,
        reasons: Reason::new("Nobody here signed it.")?,
    };
    for (key, code) in [
        ("interior-officer", "not-your-role"),
        ("coordinator", "not-your-role"),
        ("defence-decider", "not-your-authority"),
    ] {
        let actor = app.cast.actor(key)?;
        let Err(Fault::Refused(told)) = app.desk.change(actor, case, disown.clone()).await else {
            return Err(format!("{key} disowned a letter").into());
        };
        assert_eq!(told.code, code, "{key}");
    }
    let mut coordinator = app.signs_in("coordinator").await?;
    for of in ["phnom-penh", "moi"] {
        let page = coordinator
            .opens(&format!("/en/cases/{case}/referrals/{of}"))
            .await?;
        assert!(page.form("/letter").is_err(), "{of} is its own, or has decided");
    }
    app.ends().await
}
