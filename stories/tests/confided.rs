//! A piece of a case that is read by few: who reads it, what all others read instead, and that it is nowhere else.

use act::{ApplicationId, AttachmentId, Reason};
use clearance::Piece;
use clearance::acts::{Confide, Decide};
use desk::clearance::{BUNDLE_CASE, BundleCase, FileIn};
use std::io::{Cursor, Read};
use stories::{Database, Installation, Told, authority};
use zip::ZipArchive;

/// What the document is called and says, and why few read it.
const GUESTS: &str = "rooms of the delegation";
const WHY: &str = "Two of them were threatened last year.";
/// What is said of it where it is not read.
const KEPT: &str = "Confidential since 14 August 2023";

/// The case before the authorities, with one more document.
async fn with_guests(app: &Installation) -> Told<(ApplicationId, AttachmentId)> {
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-14T02:30:00Z")?;
    let organiser = app.cast.actor("organiser")?;
    let guests = FileIn {
        name: format!("{GUESTS}.pdf"),
        bytes: format!("%PDF-1.7\n{GUESTS}").into_bytes(),
    };
    app.desk.hand_in(organiser, case, guests, "").await?;
    let submission = app.desk.case(organiser, case).await?.application.submission;
    let submission = submission.ok_or("not handed in")?;
    let last = submission.attachments.last().ok_or("no file")?;
    Ok((case, last.attachment))
}

fn confide(piece: Piece, among: Option<&[&str]>) -> Told<Confide> {
    let named = among.map(|among| among.iter().map(|one| authority(one)).collect());
    Ok(Confide {
        piece,
        among: named.transpose()?,
        reasons: Reason::new(WHY)?,
        rules: vec![],
    })
}

/// All that an answer holds: of an archive, what its files hold.
fn opened(bytes: Vec<u8>) -> Told<String> {
    if !bytes.starts_with(b"PK") {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut all = String::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place)?;
        all.push_str(&entry.name()?);
        let mut bytes = vec![];
        entry.read_to_end(&mut bytes)?;
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    Ok(all)
}

/// Who reads a document is said as it is handed in: nobody else has read it for a moment.
#[tokio::test(flavor = "multi_thread")]
async fn a_document_is_handed_in_for_one_ministry_alone() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-14T02:30:00Z")?;
    let page = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens(&page).await?.form("/documents")?;
    assert_eq!(form.value("hand-in-to"), "all", "mostly all read it");
    let bytes = format!("%PDF-1.7\n{GUESTS}").into_bytes();
    let name = format!("{GUESTS}.pdf");
    let files = [("file", name.as_str(), bytes.as_slice())];
    let few = form
        .clone()
        .with("hand-in-to", "few")?
        .with("hand-in-among", "moi")?;
    let few = match form.fields.iter().any(|(name, _)| name == "document") {
        true => few.with("document", "other")?,
        false => few,
    };
    let size = app.desk.store().size().await?;
    // Why has to be said; what was chosen and typed is still there, the file too.
    let unexplained = organiser.sends_files(&few, &files).await?;
    let faults = unexplained.faults()?;
    assert!(faults.contains_key("hand-in-reasons"), "{faults:?}");
    let meant = unexplained.form("/documents")?;
    assert_eq!(meant.value("hand-in-to"), "few");
    let meant = meant.with("hand-in-reasons", WHY)?;
    let asked = organiser.sends_files(&meant, &[]).await?;
    asked
        .says("Check before you hand in this document")?
        .says("Interior")?
        .says(WHY)?
        .does_not_say("Every authority that is asked can read it at once")?;
    assert_eq!(app.desk.store().size().await?, size);
    let asked = asked.form("/documents")?.with("checked", "right")?;
    organiser.sends(&asked).await?.says(GUESTS)?.says(KEPT)?;
    assert_eq!(app.desk.store().size().await?, size + 2);

    let mut interior = app.signs_in("interior-officer").await?;
    interior.opens(&page).await?.says(GUESTS)?;
    let mut defence = app.signs_in("defence-decider").await?;
    defence
        .opens(&page)
        .await?
        .says(KEPT)?
        .does_not_say(GUESTS)?
        .does_not_say(WHY)?;
    defence
        .opens("/en/inbox")
        .await?
        .says("A document was handed in")?
        .does_not_say("you do not read it any more")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// The organiser confides where its guests stay to Interior. Defence is told that something is there, by whom, and whom to ask; it decides
/// without having read it, and its decision says so. When the organiser lets Defence read it, it does.
#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_confides_a_document_to_one_ministry_and_then_to_another() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (case, file) = with_guests(&app).await?;
    let page = format!("/en/cases/{case}");
    let path = format!("{page}/files/{file}");
    let referral = format!("{page}/referrals/mond");
    app.signs_in("defence-decider")
        .await?
        .opens(&page)
        .await?
        .says(GUESTS)?;

    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens(&page).await?.form("/confidences")?;
    let piece = Piece::Document(file).to_string();
    let form = form.with("piece", &piece)?.with("confided-to", "few")?;
    // Few is not meant where all are: nothing is guessed. And why has to be said.
    let all = form.with("confided-among", "moi")?;
    let unexplained = organiser.tries(&all).await?;
    assert!(unexplained.faults()?.contains_key("confided-reasons"));
    let meant = unexplained.form("/confidences")?.with("confided-reasons", WHY)?;
    let both = meant.clone().with("confided-to", "all")?;
    organiser
        .tries(&both)
        .await?
        .says("You said that everyone is to read it.")?
        .says(WHY)?;
    organiser.sends(&meant).await?;
    let told = organiser.opens(&page).await?;
    told.says(GUESTS)?
        .says("Confidential since 14 August 2023")?
        .says("Interior")?
        .says(WHY)?;

    for key in [
        "coordinator",
        "municipality-decider",
        "interior-officer",
        "auditor",
        "co-organiser",
    ] {
        let mut reader = app.signs_in(key).await?;
        reader.opens(&page).await?.says(GUESTS)?.says(WHY)?;
        assert_eq!(reader.asks(&path).await?.status, 200, "{key}");
    }
    let mut defence = app.signs_in("defence-decider").await?;
    let seen = defence.opens(&page).await?;
    seen.says(KEPT)?
        .says("Ask Japan–Cambodia Association if you need it.")?
        .does_not_say(GUESTS)?
        .does_not_say(WHY)?;
    defence.does_not_find(&path).await?;
    defence
        .opens("/en/inbox")
        .await?
        .says("An item of the application is confidential now, and you do not read it any more")?;
    defence
        .opens(&format!("{page}/history"))
        .await?
        .says("A document was handed in")?
        .says("A part of this is confidential, and not for you to read.")?
        .does_not_say(GUESTS)?;
    let decide = defence.opens(&referral).await?;
    decide.says("One item of the application is confidential, and not read here")?;
    let decide = decide.form("/decision")?.with("decision", "granted")?;
    let asked = defence.sends(&decide).await?;
    asked.says("Your authority does not read one confidential item of the application.")?;
    defence
        .sends(&asked.form("/decision")?.with("checked", "right")?)
        .await?
        .says("Decided without reading one confidential item of the application")?;

    app.clock_at("2023-08-15T02:30:00Z")?;
    let both = confide(Piece::Document(file), Some(&["moi", "mond"]))?;
    app.acts("organiser", case, both).await?;
    let mut defence = app.signs_in("defence-decider").await?;
    assert_eq!(defence.asks(&path).await?.status, 200);
    defence
        .opens(&referral)
        .await?
        .says(GUESTS)?
        .says("Decided without reading one confidential item of the application")?;
    defence
        .opens("/en/inbox")
        .await?
        .says("You now read an item of the application that you did not read before")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// Nothing that an authority which does not read it can open has it, whatever it is: a page, a list, a paper, an archive, a form.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_confided_stands_in_nothing_that_an_outsider_to_it_is_given() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (case, file) = with_guests(&app).await?;
    let confided = confide(Piece::Document(file), Some(&["moi"]))?;
    app.acts("organiser", case, confided).await?;
    let attendance = confide(Piece::Answer("attendance".into()), Some(&["moi"]))?;
    app.acts("organiser", case, attendance).await?;
    let page = format!("/en/cases/{case}");
    let addresses = [
        page.clone(),
        format!("{page}/referrals/mond"),
        format!("{page}/referrals/moi"),
        format!("{page}/history"),
        format!("{page}/history/archive"),
        format!("{page}/advice"),
        format!("{page}/comments/own"),
        format!("/km/cases/{case}"),
        format!("/ja/cases/{case}/history"),
        "/en/docket".to_owned(),
        "/en/inbox".to_owned(),
        "/en/events".to_owned(),
        "/en/register".to_owned(),
        "/en/calendar".to_owned(),
    ];
    for (key, reads) in [("interior-officer", true), ("defence-decider", false)] {
        let mut reader = app.signs_in(key).await?;
        let mut met = 0;
        for address in &addresses {
            let answer = reader.asks(address).await?;
            let all = opened(answer.body)?;
            for secret in [GUESTS, WHY, "8,000"] {
                let found = all.contains(secret);
                assert!(reads || !found, "{key} is given {secret} at {address}");
                met += usize::from(found);
            }
        }
        assert_eq!(met > 4, reads, "{key} met {met}");
        // What is handed to whoever writes a page is without it, too.
        let view = app.desk.case(app.cast.actor(key)?, case).await?;
        let state = serde_json::to_string(&view.application)?;
        assert_eq!(state.contains(GUESTS), reads, "{key}");
        assert_eq!(state.contains("\"attendance\":"), reads, "{key}");
    }
    // The archive proves nothing that holds it, and says so.
    let mut defence = app.signs_in("defence-decider").await?;
    let archive = defence.asks(&format!("{page}/history/archive")).await?;
    let mut archive = ZipArchive::new(Cursor::new(archive.body))?;
    let bundle: BundleCase = serde_json::from_reader(archive.by_name(BUNDLE_CASE)?)?;
    let withheld: Vec<_> = bundle
        .history
        .iter()
        .filter(|line| line.withheld)
        .map(|line| line.what.as_str())
        .collect();
    assert_eq!(withheld, ["handed-in", "document", "confided", "confided"]);
    let proven = |number| bundle.facts.iter().any(|fact| fact.number == number);
    let held = bundle.history.iter().filter(|line| line.withheld);
    assert!(held.map(|line| line.number).all(|number| !proven(number)));
    assert_eq!(bundle.files.len(), 1, "the plan alone");
    app.ends().await
}

/// The rule by which Interior is asked reads how many come: nobody keeps that from it.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_rule_reads_is_not_kept_from_the_authority_that_it_asks() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}");
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens(&page).await?.form("/confidences")?;
    let form = form
        .with("piece", "answer:attendance")?
        .with("confided-to", "few")?
        .with("confided-reasons", WHY)?;
    let refused = organiser.tries(&form).await?;
    refused
        .says("Needed to decide by:")?
        .says("Interior")?
        .says(WHY)?;
    let form = refused.form("/confidences")?.with("confided-among", "moi")?;
    organiser.sends(&form).await?.says("Answer to “")?;
    // Defence is shown the question and that its answer is kept back; the lead lets it read it, and is told nothing it did itself.
    let mut defence = app.signs_in("defence-decider").await?;
    defence
        .opens(&page)
        .await?
        .says("Confidential since")?
        .does_not_say("8,000")?;
    let confided = confide(Piece::Answer("attendance".into()), None)?;
    app.acts("coordinator", case, confided).await?;
    defence.opens(&page).await?.says("8,000")?;
    // Who is not asked says nothing of it, and whoever did not make it confidential does not change it.
    app.acts(
        "defence-decider",
        case,
        confide(Piece::Answer("attendance".into()), Some(&["moi"]))?,
    )
    .await?;
    let organisers = confide(Piece::Answer("attendance".into()), None)?;
    let refused = app.acts("organiser", case, organisers).await;
    assert!(refused.is_err_and(|fault| fault.to_string().contains("confided-by-another")));
    app.ends().await
}

/// Decided, and then confided: what was decided on stays what it was, whoever reads it now.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_confided_after_a_decision_was_read_for_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (case, file) = with_guests(&app).await?;
    let decide = Decide {
        authority: authority("mond")?,
        decision: clearance::Decision::Granted,
        reasons: None,
    };
    app.acts("defence-decider", case, decide).await?;
    app.clock_at("2023-08-15T02:30:00Z")?;
    let confided = confide(Piece::Document(file), Some(&[]))?;
    app.acts("organiser", case, confided).await?;
    app.signs_in("defence-decider")
        .await?
        .opens(&format!("/en/cases/{case}/referrals/mond"))
        .await?
        .does_not_say("Decided without reading")?
        .does_not_say(GUESTS)?;
    app.ends().await
}
