//! The archive of a case: a server hands it out, and `placet verify` looks at it without that server.

use crate::program::{DIFFERENT, Desk};
use act::{ApplicationId, Reason, Text};
use bench::cast::{Cast, Passes};
use bench::client::{Client, Pass};
use bench::filing::{drafted, submitted};
use bench::house::House;
use bench::server::Program;
use bench::{Done, trouble};
use clearance::acts::{AnswerQuestion, AskQuestion, CaseAct, Circulate, Decide, IssuePermit, SuspendPermit};
use clearance::{Condition, ConditionTerms, Decision};
use desk::clearance::FileIn;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A case from its draft to a permit that was suspended, with a document, a question and a condition.
async fn a_case(data: &Path) -> Done<(ApplicationId, Passes)> {
    let house = House::open(data, None).await?;
    let desk = house.desk()?;
    let cast = Cast::assemble(&desk).await?;
    let day = desk.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let day = day.saturating_add(jiff::ToSpan::days(200));
    let id = drafted(&desk, &cast, None, "An evening on the quay", day)
        .await
        .map_err(trouble)?;
    let plan = FileIn {
        name: "plan.pdf".to_owned(),
        bytes: b"%PDF-1.7\nthe quay".to_vec(),
    };
    desk.attach(&cast.organiser, id, plan, "")
        .await
        .map_err(trouble)?;
    submitted(&desk, &cast, id).await.map_err(trouble)?;
    desk.change(&cast.coordinator, id, Circulate::default())
        .await
        .map_err(trouble)?;
    let words = |words: &str| Reason::new(words).map_err(trouble);
    for (authority, decider) in &cast.deciders {
        let authority = authority.clone();
        let ask = AskQuestion {
            authority: authority.clone(),
            text: words("Who guards the barge?")?,
            items: vec![],
        };
        desk.change(decider, id, ask).await.map_err(trouble)?;
        let answer = AnswerQuestion {
            authority: authority.clone(),
            number: 1,
            answer: words("Two watchmen.")?,
        };
        desk.change(&cast.organiser, id, answer).await.map_err(trouble)?;
        let watched = Condition {
            text: Text::new("The barge is watched.").map_err(trouble)?,
            terms: ConditionTerms::default(),
        };
        let decision = Decision::GrantedWithConditions {
            conditions: vec![watched],
        };
        let decide = Decide {
            authority,
            decision,
            reasons: Some(words("The quay is wide.")?),
        };
        desk.change(decider, id, decide).await.map_err(trouble)?;
    }
    desk.change(&cast.coordinator, id, IssuePermit)
        .await
        .map_err(trouble)?;
    let suspend: CaseAct = SuspendPermit {
        reasons: words("The river is high.")?,
        until: None,
    }
    .into();
    desk.change(&cast.coordinator, id, suspend)
        .await
        .map_err(trouble)?;
    let passes = Passes::of(&desk, &cast).await?;
    drop(desk);
    house.close().await?;
    Ok((id, passes))
}

async fn taken(host: &str, pass: &Pass, id: ApplicationId, to: &Path) -> Done {
    let path = format!("/en/cases/{id}/history/archive");
    let archive = Client::connect(host)
        .await?
        .plain(Some(pass), &path)
        .await?
        .page()?;
    std::fs::write(to, &archive).map_err(trouble)
}

/// The same archive with one file of it changed.
fn changed(archive: &Path, wanted: &str, change: impl Fn(&mut Vec<u8>)) -> PathBuf {
    let mut read = ZipArchive::new(Cursor::new(std::fs::read(archive).unwrap())).unwrap();
    let mut written = ZipWriter::new(Cursor::new(vec![]));
    let mut met = false;
    for place in 0..read.len() {
        let mut entry = read.by_index(place).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), vec![]);
        entry.read_to_end(&mut bytes).unwrap();
        if name.starts_with(wanted) && !met {
            change(&mut bytes);
            met = true;
        }
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(&bytes).unwrap();
    }
    assert!(met, "no {wanted} in the archive");
    let to = archive.with_extension("changed.zip");
    std::fs::write(&to, written.finish().unwrap().into_inner()).unwrap();
    to
}

/// What each reader takes is genuine, with what is not theirs named; and nothing in it can be changed.
#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_a_server_hands_out_is_verified_without_it() {
    let desk = Desk::new();
    let program = Program(PathBuf::from(env!("CARGO_BIN_EXE_placet")));
    let data = desk.path("data");
    program.init(&data, None).unwrap();
    let (id, passes) = a_case(&data).await.unwrap();
    let server = program.serve(&data, None).unwrap();
    let (own, other) = (desk.path("own.zip"), desk.path("other.zip"));
    taken(server.host(), &passes.organiser, id, &own).await.unwrap();
    taken(server.host(), &passes.deciders[1].1, id, &other)
        .await
        .unwrap();
    drop(server);
    let verify =
        |archive: &Path| desk.run(&["verify", archive.to_str().unwrap(), "--key", "data/placet.pub"]);

    let told = verify(&own).done();
    assert!(
        told.contains("What is proven in this archive is genuine."),
        "{told}"
    );
    assert!(told.contains("SUSPENDED"), "{told}");
    // Who began a review is for its own people; what passed between the organiser and others is proven to him.
    assert!(
        told.contains("(review-begun)") && !told.contains("(question)"),
        "{told}"
    );
    assert!(told.contains("1, each as its record has it"), "{told}");
    // What others asked is told to Foreign Affairs, and proven to those between whom it passed.
    let told = verify(&other).done();
    assert!(
        told.contains("NOT PROVEN") && told.contains("(question)"),
        "{told}"
    );
    assert!(
        !told.contains("(granted-with-conditions)"),
        "decisions are proven to all: {told}"
    );

    let word = |from: &'static str, to: &'static str| {
        move |bytes: &mut Vec<u8>| {
            let text = String::from_utf8(bytes.clone()).unwrap();
            // The last of them: “state”, which comes first, is to be read and proves nothing.
            let (before, after) = text.rsplit_once(from).unwrap();
            *bytes = format!("{before}{to}{after}").into_bytes();
        }
    };
    let forged = changed(&own, "case.json", word("The river is high.", "The river is low."));
    assert_eq!(verify(&forged).code, DIFFERENT);
    let forged = changed(&own, "files/01.pdf", word("quay", "pier"));
    assert_eq!(verify(&forged).code, DIFFERENT);
    let forged = changed(&own, "facts/", word("=", "-"));
    assert_ne!(verify(&forged).code, 0);
}
