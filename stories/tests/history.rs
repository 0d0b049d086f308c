//! All that happened in a case, as each of its people reads it; and the case taken along, with proofs that hold elsewhere.

use act::{ApplicationId, Reason};
use clearance::acts::{AnswerQuestion, AskQuestion, CorrectDeposit, Decide, OfferInstead, Recommend, Remind};
use clearance::{Decision, Otherwise};
use desk::clearance::{BUNDLE_CASE, BUNDLE_FORMAT, BundleCase};
use ledger::Receipt;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use stories::{Database, Installation, SCAN, SEALED_GROUND, SEALED_SCAN, SEALED_WORDS, Told, authority};
use zip::ZipArchive;

const ASKED: &str = "Who guards the barge at night?";
const ANSWERED: &str = "Two watchmen of the harbour.";
const RECOMMENDED: &str = "The barge is watched, so let it be.";
const REMINDED: &str = "The day is near, and all others have answered.";
const GROUND: &str = "The quay is closed to boats that evening.";

/// Interior asked, was answered, somebody recommended, it was reminded, and it agreed; Defence has a letter recorded.
async fn full(app: &Installation) -> Told<ApplicationId> {
    let case = app.circulated(None).await?;
    let moi = || authority("moi");
    let ask = AskQuestion {
        authority: moi()?,
        text: Reason::new(ASKED)?,
        items: vec![],
    };
    app.acts("interior-officer", case, ask).await?;
    let answer = AnswerQuestion {
        authority: moi()?,
        number: 1,
        answer: Reason::new(ANSWERED)?,
    };
    app.acts("organiser", case, answer).await?;
    let recommend = Recommend {
        authority: moi()?,
        decision: Decision::Granted,
        reasons: Some(Reason::new(RECOMMENDED)?),
    };
    app.acts("interior-officer", case, recommend).await?;
    let remind = Remind {
        authority: moi()?,
        words: Reason::new(REMINDED)?,
    };
    app.acts("coordinator", case, remind).await?;
    let decide = Decide {
        authority: moi()?,
        decision: Decision::Granted,
        reasons: Some(Reason::new(GROUND)?),
    };
    app.acts("interior-decider", case, decide).await?;
    app.clock_at("2023-08-25T02:00:00Z")?;
    app.records_letter("mond", case, Decision::Granted).await?;
    Ok(case)
}

/// The files of an archive.
fn unpacked(bytes: Vec<u8>) -> Told<BTreeMap<String, Vec<u8>>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place)?;
        let mut bytes = vec![];
        let name = entry.name()?.into_owned();
        entry.read_to_end(&mut bytes)?;
        files.insert(name, bytes);
    }
    Ok(files)
}

/// What each of these reads of what was asked, recommended and reminded.
const READERS: [(&str, [bool; 3]); 5] = [
    ("organiser", [true, false, false]),
    ("coordinator", [true, false, true]),
    ("interior-officer", [true, true, true]),
    ("defence-decider", [false, false, false]),
    ("auditor", [true, false, true]),
];

#[tokio::test(flavor = "multi_thread")]
async fn everyone_reads_what_happened_as_far_as_it_is_theirs() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = full(&app).await?;
    let page = format!("/en/cases/{case}");
    for (key, reads) in READERS {
        let mut reader = app.signs_in(key).await?;
        let opened = reader.opens(&page).await?;
        let story = reader
            .follows(&opened, "All that happened, in order; as a paper, and as files")
            .await?;
        for told in [
            "An application was handed in",
            "Interior has a question",
            "The question of Interior was answered",
            "Interior agreed",
            GROUND,
            "A letter of National Defence was recorded: National Defence agreed",
        ] {
            story.says(told).map_err(|fault| format!("{key}: {fault}"))?;
        }
        let archive = reader.asks(&format!("{page}/history/archive")).await?;
        assert_eq!(archive.header("content-type"), "application/zip");
        let files = unpacked(archive.body.clone())?;
        for (secret, is_read) in [ASKED, RECOMMENDED, REMINDED].into_iter().zip(reads) {
            assert_eq!(story.words()?.contains(secret), is_read, "{key}: {secret}");
            let packed = files
                .values()
                .any(|bytes| String::from_utf8_lossy(bytes).contains(secret));
            assert_eq!(packed, is_read, "{key}: {secret} in the archive");
        }
        let withheld = "What was said is between the authority and those who hold the event.";
        assert_eq!(story.words()?.contains(withheld), !reads[0], "{key}");
    }
    let mut stranger = app.signs_in("other-officer").await?;
    for path in ["history", "history/pdf", "history/archive"] {
        stranger.does_not_find(&format!("{page}/{path}")).await?;
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_taken_along_proves_what_is_in_it() -> Told {
    taken_along(Database::sqlite()?).await?;
    taken_along(Database::postgres().await?).await
}

async fn taken_along(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = full(&app).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let archive = organiser
        .asks(&format!("/en/cases/{case}/history/archive"))
        .await?;
    assert!(
        archive
            .header("content-disposition")
            .contains("PNH-2023-0001.zip")
    );
    let files = unpacked(archive.body.clone())?;
    let about: BundleCase = serde_json::from_slice(files.get(BUNDLE_CASE).ok_or("no case.json")?)?;
    assert_eq!(about.format, BUNDLE_FORMAT);
    // The referrals, the decision and the letter among them; of what is told only what is not the organiser's has no proof.
    let proven: Vec<_> = about.facts.iter().map(|fact| fact.number).collect();
    let missing = about.history.iter().filter(|line| !proven.contains(&line.number));
    assert_eq!(
        missing.map(|line| line.what.as_str()).collect::<Vec<_>>(),
        // Who began it is for its own people.
        ["review-begun"]
    );
    for fact in &about.facts {
        let text = std::str::from_utf8(files.get(&fact.path).ok_or("a fact is missing")?)?;
        Receipt::from_json(text)?.verify(&app.desk.verifier())?;
    }
    // The reminder is between the two authorities, and what is recommended is the authority's own: neither is told here.
    let told: Vec<_> = about.history.iter().map(|line| line.what.as_str()).collect();
    assert!(
        told.contains(&"question") && told.contains(&"letter-granted"),
        "{told:?}"
    );
    assert!(
        !told.contains(&"recommended") && !told.contains(&"reminded"),
        "{told:?}"
    );
    assert!(!about.files.is_empty());
    for file in &about.files {
        let bytes = files.get(&file.path).ok_or("a file is missing")?;
        let sum: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(sum, file.sha256, "{}", file.name);
    }
    assert!(files.contains_key("README.txt"));
    for language in ["en", "km", "ja"] {
        let paper = organiser
            .asks(&format!("/{language}/cases/{case}/history/pdf"))
            .await?;
        assert!(paper.body.starts_with(b"%PDF-"), "{language}");
    }
    app.ends().await
}

/// What an offer names, what was changed and from what, which day a letter bears and until when a permit is suspended.
#[tokio::test(flavor = "multi_thread")]
async fn the_history_says_what_each_thing_was_about() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = full(&app).await?;
    let offer = OfferInstead {
        authority: authority("phnom-penh")?,
        otherwise: Otherwise {
            until: Some(jiff::civil::time(20, 0, 0, 0)),
            ..Otherwise::default()
        },
        reasons: Reason::new("The quay is needed at nine.")?,
    };
    app.acts("municipality-decider", case, offer).await?;
    app.amends(case, |submission| {
        submission.event.date = jiff::civil::date(2023, 11, 20);
    })
    .await?;
    for (key, reads_why) in [("organiser", true), ("defence-decider", false)] {
        let mut reader = app.signs_in(key).await?;
        let story = reader.opens(&format!("/en/cases/{case}/history")).await?;
        story
            .says("The letter is of Thursday, 24 August 2023")?
            .says("Offered: other hours: 18:00 to 20:00")?
            .says("Day: Sunday, 19 November 2023 → Monday, 20 November 2023")?;
        assert_eq!(
            story.words()?.contains("The quay is needed at nine."),
            reads_why,
            "{key}"
        );
    }
    app.ends().await?;

    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.permitted(None).await?;
    app.suspends(case, Some(jiff::civil::date(2023, 9, 20))).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/cases/{case}/history"))
        .await?
        .says("Until Wednesday, 20 September 2023")?;
    app.ends().await
}

/// What an archive of a case says of itself, taken by one of the cast.
async fn archived(app: &Installation, key: &str, case: ApplicationId) -> Told<BundleCase> {
    let mut reader = app.signs_in(key).await?;
    let archive = reader.asks(&format!("/en/cases/{case}/history/archive")).await?;
    let files = unpacked(archive.body)?;
    Ok(serde_json::from_slice(
        files.get(BUNDLE_CASE).ok_or("no case.json")?,
    )?)
}

/// Whether an archive tells something, and whether it proves it.
fn tells(about: &BundleCase, what: &str) -> (bool, bool) {
    let line = about.history.iter().find(|line| line.what == what);
    let proven = line.is_some_and(|line| about.facts.iter().any(|fact| fact.number == line.number));
    (line.is_some(), proven)
}

/// How much lies where, and that it does, is between the authority, who holds the event and who leads.
#[tokio::test(flavor = "multi_thread")]
async fn a_deposit_is_in_nobody_elses_history() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.with_a_deposit().await?;
    let wrong = CorrectDeposit {
        authority: authority("moi")?,
        number: 1,
        entry: 1,
        reasons: Reason::new("It was another event\u{2019}s.")?,
    };
    app.acts("interior-officer", case, wrong).await?;
    for (key, reads) in [
        ("organiser", true),
        ("coordinator", true),
        ("interior-decider", true),
        ("defence-decider", false),
        ("foreign-affairs-decider", false),
    ] {
        let about = archived(&app, key, case).await?;
        for what in ["deposit", "deposit-reversed"] {
            assert_eq!(tells(&about, what), (reads, reads), "{key}: {what}");
        }
        let mut reader = app.signs_in(key).await?;
        let story = reader
            .opens(&format!("/en/cases/{case}/history"))
            .await?
            .words()?;
        for secret in ["500 USD", "It was another event"] {
            assert_eq!(story.contains(secret), reads, "{key}: {secret}");
        }
    }
    app.ends().await
}

/// Of a letter that is sealed all are told that it came, its day, what it decides and the ground; the authority and whoever leads alone are
/// handed the fact and the scan, and their auditors and the organisers are not. Once it is opened it is as any letter.
#[tokio::test(flavor = "multi_thread")]
async fn of_a_sealed_letter_nobody_else_is_handed_the_scan_or_how_long_it_is() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.letter_sealed().await?;
    let readers = [
        ("organiser", false),
        ("auditor", false),
        ("interior-decider", false),
        ("coordinator", true),
        ("defence-decider", true),
    ];
    for (key, is_theirs) in readers {
        let about = archived(&app, key, case).await?;
        assert_eq!(tells(&about, "letter-granted"), (true, is_theirs), "{key}");
        let line = about.history.iter().find(|line| line.what == "letter-granted");
        let line = line.ok_or("no letter")?;
        assert_eq!(line.words, [SEALED_GROUND], "{key}");
        assert!(line.sealed && line.day.is_some(), "{key}");
        assert_eq!(
            about.files.iter().any(|file| file.name == SEALED_SCAN),
            is_theirs,
            "{key}"
        );
        let mut reader = app.signs_in(key).await?;
        let files = reader.asks(&format!("/en/cases/{case}/history/archive")).await?;
        let files = unpacked(files.body)?;
        // As `case.json` has it, and as a fact's text in it has.
        let sizes = [
            format!("\"size\": {}", SCAN.len()),
            format!("\\\"size\\\":{}", SCAN.len()),
        ];
        let has = |what: &[u8]| {
            files
                .values()
                .any(|bytes| bytes.windows(what.len()).any(|part| part == what))
        };
        assert_eq!(has(SEALED_SCAN.as_bytes()), is_theirs, "{key}");
        assert_eq!(sizes.iter().any(|size| has(size.as_bytes())), is_theirs, "{key}");
        assert!(!has(SEALED_WORDS.as_bytes()), "{key}: the ledger has no words");
        let read = reader.opens(&format!("/en/cases/{case}/referrals/mond")).await?;
        read.says("24 August 2023")?.says(SEALED_GROUND)?;
        assert_eq!(read.words()?.contains(SEALED_WORDS), is_theirs, "{key}");
    }
    app.opens_seal("defence-decider", case).await?;
    for key in ["organiser", "coordinator"] {
        let about = archived(&app, key, case).await?;
        assert_eq!(tells(&about, "letter-granted"), (true, true), "{key}");
        assert!(about.files.iter().any(|file| file.name == SEALED_SCAN), "{key}");
    }
    let about = archived(&app, "interior-decider", case).await?;
    assert_eq!(tells(&about, "letter-granted"), (true, false));
    let commitment = app.commitment(case).await?;
    let proof = format!("/en/cases/{case}/sealed/{commitment}");
    let mut other = app.signs_in("interior-decider").await?;
    other.does_not_find(&proof).await?;
    let mut organiser = app.signs_in("organiser").await?;
    assert_eq!(organiser.asks(&proof).await?.status, 200);
    app.ends().await
}

/// That a letter came all are told; the fact, which names its scan, is for the authority, who holds the event and who leads.
#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_told_to_all_and_its_scan_is_in_no_others_archive() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = full(&app).await?;
    for (key, is_theirs) in [
        ("organiser", true),
        ("coordinator", true),
        ("defence-decider", true),
        ("interior-officer", false),
        ("foreign-affairs-decider", false),
    ] {
        let about = archived(&app, key, case).await?;
        assert_eq!(tells(&about, "letter-granted"), (true, is_theirs), "{key}");
        let scan = about.files.iter().any(|file| file.name == "letter.pdf");
        assert_eq!(scan, is_theirs, "{key}");
    }
    app.ends().await
}
