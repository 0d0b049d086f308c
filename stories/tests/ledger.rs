//! What can be checked without trusting whoever keeps the ledger: views are the facts folded, a changed byte is found
//! and its position named, and a permit with another word on it proves nothing.

use act::{ApplicationId, Reason};
use clearance::acts::{AnswerQuestion, DeclineOffer, DisownLetter, Recommend, Remind};
use clearance::{AdviceAsked, Decision};
use desk::clearance::{Advising, FileIn};
use desk::store::{StoredFact, StreamId};
use desk::views::version;
use ledger::{Checkpoint, Frontier, Receipt, VerifierKey};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use stories::{Database, Installation, Told, authority};

async fn permitted(database: Database) -> Told<(Installation, ApplicationId)> {
    let installation = Installation::on(database).await?;
    let id = installation.permitted(None).await?;
    Ok((installation, id))
}

async fn replay(database: Database) -> Told {
    let (installation, id) = permitted(database).await?;
    let (before, after) = installation.views_before_and_after_rebuilding().await?;
    assert!(before.len() > 40, "{} lines", before.len());
    assert_eq!(before, after);
    assert_eq!(installation.permit_of(id).await?, "PNH-2023-0001-P1");
    let audit = installation.audit().await?;
    assert_eq!(audit.differences, Vec::<String>::new());
    assert_eq!(audit.facts, installation.desk.store().size().await?);
    installation.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn replay_gives_the_same_views_on_sqlite() -> Told {
    replay(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn replay_gives_the_same_views_on_postgresql() -> Told {
    replay(Database::postgres().await?).await
}

/// Someone with the database file in hands, and no program of ours between.
fn intruder(installation: &Installation) -> Told<Connection> {
    let file = installation.database().file().ok_or("this database is no file")?;
    Ok(Connection::open(file)?)
}

fn payload(intruder: &Connection, position: i64) -> Told<Vec<u8>> {
    let payload = "SELECT payload FROM fact WHERE position = ?";
    Ok(intruder.query_row(payload, [position], |row| row.get(0))?)
}

fn put(intruder: &Connection, position: i64, payload: &[u8]) -> Told {
    let put = "UPDATE fact SET payload = ? WHERE position = ?";
    intruder.execute(put, rusqlite::params![payload, position])?;
    Ok(())
}

async fn differences(installation: &Installation) -> Told<Vec<String>> {
    Ok(installation.audit().await?.differences)
}

fn does(intruder: &Connection, statements: &str) -> Told {
    Ok(intruder.execute_batch(statements)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn any_flipped_byte_of_a_fact_is_found_with_its_position() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let store = installation.desk.store().clone();
    let intruder = intruder(&installation)?;
    let size = i64::try_from(store.size().await?)?;
    for position in 0..size {
        let genuine = payload(&intruder, position)?;
        // One byte in each fact, at another place in each.
        let at = usize::try_from(position * 37)? % genuine.len();
        let mut changed = genuine.clone();
        changed[at] ^= 1;
        put(&intruder, position, &changed)?;
        let found = differences(&installation).await?;
        // Beside the position, the view that no longer follows may be named too.
        let placed: Vec<_> = found.iter().filter(|one| one.starts_with("position ")).collect();
        assert_eq!(placed.len(), 1, "{found:?}");
        assert!(
            placed[0].starts_with(&format!("position {position}: ")),
            "byte {at} of {position}: {found:?}"
        );
        put(&intruder, position, &genuine)?;
    }
    assert_eq!(differences(&installation).await?, Vec::<String>::new());
    drop(intruder);
    installation.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_salt_a_changed_leaf_and_a_swapped_pair_are_found() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let intruder = intruder(&installation)?;
    for (change, undo, position) in [
        (
            "UPDATE fact SET salt = zeroblob(32) WHERE position = 9",
            "UPDATE fact SET salt = ?1 WHERE position = 9",
            9,
        ),
        (
            "UPDATE fact SET leaf = zeroblob(32) WHERE position = 5",
            "UPDATE fact SET leaf = ?1 WHERE position = 5",
            5,
        ),
    ] {
        let column = if change.contains("salt") { "salt" } else { "leaf" };
        let read = format!("SELECT {column} FROM fact WHERE position = {position}");
        let genuine: Vec<u8> = intruder.query_row(&read, [], |row| row.get(0))?;
        intruder.execute(change, [])?;
        let found = differences(&installation).await?;
        assert!(
            found
                .iter()
                .any(|line| line.starts_with(&format!("position {position}: "))),
            "{found:?}"
        );
        intruder.execute(undo, [genuine])?;
    }
    let (third, fourth) = (payload(&intruder, 3)?, payload(&intruder, 4)?);
    put(&intruder, 3, &fourth)?;
    put(&intruder, 4, &third)?;
    let found = differences(&installation).await?;
    let named = |position: u32| {
        found
            .iter()
            .any(|line| line.starts_with(&format!("position {position}: ")))
    };
    assert!(named(3) && named(4), "{found:?}");
    put(&intruder, 3, &third)?;
    put(&intruder, 4, &fourth)?;
    intruder.execute("DELETE FROM fact WHERE position = 7", [])?;
    let found = differences(&installation).await?;
    assert!(found[0].starts_with("position 7: "), "{found:?}");
    drop(intruder);
    installation.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn any_flipped_byte_of_a_node_is_found_with_its_place() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let intruder = intruder(&installation)?;
    let nodes: Vec<(u8, i64, Vec<u8>)> = intruder
        .prepare("SELECT level, idx, hash FROM node")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    assert!(nodes.iter().any(|(level, ..)| *level > 4), "{}", nodes.len());
    let put = |level, index, hash: &[u8]| {
        let put = "UPDATE node SET hash = ? WHERE level = ? AND idx = ?";
        intruder.execute(put, rusqlite::params![hash, level, index])
    };
    for (number, (level, index, genuine)) in nodes.iter().enumerate() {
        let mut changed = genuine.clone();
        changed[number * 5 % genuine.len()] ^= 1;
        put(level, index, &changed)?;
        let found = differences(&installation).await?;
        let told = format!("the tree's node {level}/{index} is not the hash of what lies below it");
        assert!(found.len() == 1 && found[0].ends_with(&told), "{told}: {found:?}");
        put(level, index, genuine)?;
    }
    assert_eq!(differences(&installation).await?, Vec::<String>::new());
    drop(intruder);
    installation.ends().await
}

/// An index that does not say what its table does hides what lies there, while every fact and view is right.
#[tokio::test(flavor = "multi_thread")]
async fn an_index_that_its_table_does_not_bear_out_is_found() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let intruder = intruder(&installation)?;
    // A row changes while its index is out of sight.
    does(
        &intruder,
        "CREATE TEMP TABLE aside AS SELECT * FROM sqlite_master WHERE name = 'kept_owner';
         PRAGMA writable_schema = ON;
         DELETE FROM sqlite_master WHERE name = 'kept_owner';
         PRAGMA schema_version = 1000;",
    )?;
    let another = self::intruder(&installation)?;
    does(&another, "UPDATE kept SET owner = owner || 'z'")?;
    drop(another);
    does(
        &intruder,
        "INSERT INTO sqlite_master SELECT * FROM aside;
         PRAGMA schema_version = 1001;",
    )?;
    let found = differences(&installation).await?;
    let told = "the database finds itself damaged: ";
    assert!(found.iter().any(|one| one.starts_with(told)), "{found:?}");
    drop(intruder);
    installation.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn any_flipped_byte_of_the_signed_head_is_found() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let intruder = intruder(&installation)?;
    let note: String = intruder.query_row("SELECT note FROM head", [], |row| row.get(0))?;
    // The head is text: what is no longer text is found by the database itself.
    let ascii = note.bytes().enumerate().filter(|(_, byte)| byte.is_ascii());
    for (at, byte) in ascii {
        let mut changed = note.clone().into_bytes();
        changed[at] = byte ^ 1;
        let changed = String::from_utf8(changed)?;
        intruder.execute("UPDATE head SET note = ?", [&changed])?;
        let found = differences(&installation).await?;
        let told = "the head of the ledger is not signed with its key: ";
        assert!(
            found.len() == 1 && found[0].starts_with(told),
            "{changed}: {found:?}"
        );
    }
    drop(intruder);
    installation.ends().await
}

/// What the store says of where a fact belongs is held to what the fact says itself.
#[tokio::test(flavor = "multi_thread")]
async fn a_fact_that_was_put_elsewhere_is_found_with_its_position() -> Told {
    let (installation, id) = permitted(Database::sqlite()?).await?;
    let intruder = intruder(&installation)?;
    let stream = StreamId::new("application", id);
    let facts = installation.desk.store().stream(&stream).await?;
    let [first, .., last] = facts.as_slice() else {
        return Err("two facts are needed".into());
    };
    let tells = async |position: u64, version: u64| {
        let told = format!("position {position}: the fact says it is {version} of {stream}");
        let found = differences(&installation).await?;
        assert!(found.contains(&told), "{told}: {found:?}");
        Told::Ok(())
    };
    let place = |column: &str, value: &dyn rusqlite::ToSql| {
        let put = format!("UPDATE fact SET {column} = ? WHERE position = ?");
        intruder.execute(&put, rusqlite::params![value, last.position.cast_signed()])
    };
    place("stream", &"application/another")?;
    tells(last.position, last.version).await?;
    place("stream", &stream.as_str())?;
    place("version", &(last.version + 1).cast_signed())?;
    tells(last.position, last.version).await?;
    place("version", &last.version.cast_signed())?;
    assert_eq!(differences(&installation).await?, Vec::<String>::new());
    // With their salts and leaves, each is still the fact that was recorded.
    for (to, from) in [(first, last), (last, first)] {
        intruder.execute(
            "UPDATE fact SET payload = ?, salt = ?, leaf = ? WHERE position = ?",
            rusqlite::params![from.payload, from.salt, from.leaf.0, to.position.cast_signed()],
        )?;
    }
    tells(first.position, last.version).await?;
    tells(last.position, first.version).await?;
    drop(intruder);
    installation.ends().await
}

/// Writes one text for another in every fact, with the leaves and all nodes of the tree, as the program itself would.
fn rewrite(intruder: &Connection, facts: &[StoredFact], one: &str, other: &str) -> Told {
    let mut frontier = Frontier::new();
    for fact in facts {
        let (Some(payload), Some(salt)) = (&fact.payload, &fact.salt) else {
            return Err("a fact without its content".into());
        };
        let payload = std::str::from_utf8(payload)?.replace(one, other).into_bytes();
        let leaf = ledger::leaf_hash(&ledger::commitment(salt, &payload));
        intruder.execute(
            "UPDATE fact SET payload = ?, leaf = ? WHERE position = ?",
            rusqlite::params![payload, leaf.0, fact.position.cast_signed()],
        )?;
        for node in frontier.push(leaf) {
            intruder.execute(
                "UPDATE node SET hash = ? WHERE level = ? AND idx = ?",
                rusqlite::params![node.hash.0, node.level, node.index.cast_signed()],
            )?;
        }
    }
    Ok(())
}

/// Whoever has the database and the program, and not the key, can make all of it fit together, but for the head.
#[tokio::test(flavor = "multi_thread")]
async fn a_ledger_that_was_written_anew_without_the_key_is_found_by_its_signed_head() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let store = installation.desk.store().clone();
    let intruder = intruder(&installation)?;
    let facts = store.facts(0, 1_000).await?;
    let genuine = installation.audit().await?;
    rewrite(
        &intruder,
        &facts,
        "Ends no later than 21:00.",
        "Ends no later than 23:00.",
    )?;
    store.rebuild().await?;
    let forged = installation.audit().await?;
    assert_ne!(forged.root, genuine.root);
    let told = format!(
        "the signed head is that of another ledger: its root is {}",
        genuine.root
    );
    assert_eq!(forged.differences, [told]);
    drop(intruder);
    installation.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rulebook_that_applications_are_bound_to_is_missed() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    installation.submitted(None).await?;
    let store = installation.desk.store().as_ref();
    let key = installation.desk.verifier();
    let found = desk::audit(store, &key, None, &desk::Rulebooks::new(), |_| {}).await?;
    let [missed] = found.differences.as_slice() else {
        panic!("{:?}", found.differences)
    };
    let in_force = installation.desk.rulebooks().all().pop().ok_or("no rulebook")?;
    assert!(missed.contains(in_force.hash()), "{missed}");
    assert_eq!(differences(&installation).await?, Vec::<String>::new());
    installation.ends().await
}

/// The last fact with all that follows from it taken away: what is left is whole in itself, and the signed head tells.
const CUT: &str = "DELETE FROM view_row; DELETE FROM document; DELETE FROM counter;
    DELETE FROM fact WHERE position = (SELECT MAX(position) FROM fact);
    DELETE FROM node WHERE level = 0 AND idx > (SELECT MAX(position) FROM fact)";

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_ledger_is_found_by_its_signed_head() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let whole = installation.audit().await?;
    let intruder = intruder(&installation)?;
    does(&intruder, CUT)?;
    installation.desk.store().rebuild().await?;
    let told = format!(
        "the signed head speaks of {} facts; {} are there",
        whole.facts,
        whole.facts - 1
    );
    assert_eq!(differences(&installation).await?, [told]);
    does(&intruder, "DELETE FROM head")?;
    let found = differences(&installation).await?;
    assert_eq!(
        found,
        ["the ledger has no signed head: nothing says that it is whole"]
    );
    drop(intruder);
    installation.ends().await
}

/// Whoever has the signing key can write another ledger. A checkpoint that was kept elsewhere tells it from the first.
#[tokio::test(flavor = "multi_thread")]
async fn another_ledger_is_found_by_a_checkpoint_kept_elsewhere() -> Told {
    let (first, _) = permitted(Database::sqlite()?).await?;
    let other = Installation::on(Database::sqlite()?).await?;
    other.submitted(None).await?;
    let key = first.desk.verifier();
    let kept = Checkpoint::open(&first.desk.checkpoint().await?, &key)?;
    let audit = async |one: &Installation, known: &Checkpoint| {
        let audit = desk::audit(
            one.desk.store().as_ref(),
            &key,
            Some(known),
            &one.desk.rulebooks(),
            |_| {},
        )
        .await?;
        Told::Ok(audit.differences)
    };
    assert_eq!(audit(&first, &kept).await?, Vec::<String>::new());
    let shorter = other.audit().await?;
    assert_eq!(shorter.differences, Vec::<String>::new());
    let told = format!(
        "the checkpoint given speaks of {} facts; only {} are there",
        kept.size, shorter.facts
    );
    assert_eq!(audit(&other, &kept).await?, [told]);
    let earlier = Checkpoint {
        size: 3,
        root: ledger::Hash([1; 32]),
        ..kept
    };
    let told = "the first 3 facts are not those of the checkpoint given";
    assert_eq!(audit(&other, &earlier).await?, [told]);
    first.ends().await?;
    other.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_fact_says_is_found_in_the_views() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let intruder = intruder(&installation)?;
    for (change, undo) in [
        (
            "INSERT INTO view_row VALUES ('permits', 'public', 'PNH-1', 's', x'7b7d')",
            "DELETE FROM view_row WHERE key = 'PNH-1'",
        ),
        (
            "INSERT INTO document VALUES ('application/1', 1, x'7b7d')",
            "DELETE FROM document WHERE stream = 'application/1'",
        ),
        (
            "INSERT INTO counter VALUES ('permits', 'nobody', 3)",
            "DELETE FROM counter WHERE scope = 'nobody'",
        ),
    ] {
        does(&intruder, change)?;
        let found = differences(&installation).await?;
        assert_eq!(found.len(), 1, "{change}: {found:?}");
        assert!(
            found[0].starts_with("a view says, and no fact does: "),
            "{found:?}"
        );
        does(&intruder, undo)?;
    }
    does(
        &intruder,
        "UPDATE fact SET payload = NULL, salt = NULL WHERE position = 4",
    )?;
    let found = differences(&installation).await?;
    assert_eq!(
        found[0],
        "position 4: its content is gone, and there is no act that erases"
    );
    drop(intruder);
    installation.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_an_application_that_is_missing_or_another_is_found_and_not_handed_out() -> Told {
    let (installation, id) = permitted(Database::sqlite()?).await?;
    let organiser = installation.cast.actor("organiser")?;
    let case = installation.desk.case(organiser, id).await?.application;
    let plan = case.submission.ok_or("not handed in")?.attachments[0].attachment;
    installation.desk.file(organiser, id, plan).await?;
    let intruder = intruder(&installation)?;
    for (change, difference) in [
        (
            "UPDATE kept SET body = x'255044462d312e370b' WHERE kind = 'file'",
            "its bytes are not those that were handed in",
        ),
        (
            "UPDATE kept SET body = x'25504446' WHERE kind = 'file'",
            "its bytes are not those that were handed in",
        ),
        ("DELETE FROM kept WHERE kind = 'file'", "its bytes are missing"),
    ] {
        does(&intruder, change)?;
        let found = differences(&installation).await?;
        assert_eq!(found.len(), 1, "{change}: {found:?}");
        let (told, named) = (&found[0], format!("application/{id}: the file "));
        assert!(
            told.starts_with(&named) && told.contains("plan.pdf") && told.contains(difference),
            "{told}"
        );
        // Nor is it handed out as if it were the one.
        assert!(
            installation.desk.file(organiser, id, plan).await.is_err(),
            "{change}"
        );
    }
    drop(intruder);
    installation.ends().await
}

/// What a newer program is to an installation: views in another form, which are folded again and nothing is lost.
#[tokio::test(flavor = "multi_thread")]
async fn views_of_another_version_are_folded_again() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let store = installation.desk.store().clone();
    let before = store.dump_views().await?;
    assert!(!version::renew(store.as_ref()).await?);
    let intruder = intruder(&installation)?;
    does(
        &intruder,
        "UPDATE kept SET body = x'30' WHERE kind = 'views'; UPDATE document SET body = x'7b7d'; DELETE FROM view_row",
    )?;
    let found = differences(&installation).await?;
    assert_eq!(
        found,
        ["the views were made by another version of Placet; `placet rebuild` makes them anew"]
    );
    assert!(version::renew(store.as_ref()).await?);
    assert_eq!(store.dump_views().await?, before);
    assert_eq!(differences(&installation).await?, Vec::<String>::new());
    drop(intruder);
    installation.ends().await
}

/// A clock that was set back is told to whoever runs the server, and nobody is kept from working.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_set_back_is_told() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.meetings_imported().await?;
    let recorded = app.desk.now();
    assert_eq!(app.desk.clock_behind(), None);
    app.clock_at("2023-04-28T01:59:30Z")?;
    assert_eq!(
        app.desk.clock_behind(),
        None,
        "clocks are corrected by some seconds"
    );
    app.clock_at("2023-04-28T01:00:00Z")?;
    let behind = app.desk.clock_behind().ok_or("nothing is told")?;
    assert_eq!((behind.now, behind.latest), (app.desk.now(), recorded));
    let told = behind.to_string();
    for part in [
        "2023-04-28T01:00:00Z",
        "2023-04-28T02:00:00Z",
        "set the clock right",
    ] {
        assert!(told.contains(part), "{told}");
    }
    // Another program on the same ledger recalls it, and work goes on.
    app.desk.recall_the_last_instant().await?;
    app.submitted(None).await?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn under_a_clock_that_was_set_back_no_answer_is_older_than_its_question() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    app.clock_at("2023-08-26T08:00:00Z")?;
    let answer = AnswerQuestion {
        authority: authority("moi")?,
        number: 1,
        answer: Reason::new("By both bridges.")?,
    };
    app.acts("organiser", case, answer).await?;
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let question = &view.application.referrals[&authority("moi")?].questions[0];
    assert_eq!(question.asked.to_string(), "2023-08-26T08:05:00Z");
    assert_eq!(question.ended, Some(question.asked));
    app.ends().await
}

/// Advice by links: one that came with a document, and one that the lead and an authority each await.
async fn advised_by_link(installation: &Installation) -> Told {
    let (case, secret) = installation.asked_by_link().await?;
    let chart = FileIn {
        name: "chart.pdf".to_owned(),
        bytes: b"%PDF-1.7\nchart".to_vec(),
    };
    let advising = Advising {
        version: 0,
        says: clearance::Advice::Advised,
        words: Some(Reason::new("Keep boats away.")?),
        sealed: None,
        file: Some(chart),
    };
    installation.desk.give_advice(&secret, advising).await?;
    let asked = installation.asking_by_link(case).await?;
    installation
        .asks_by_link("interior-officer", case, asked.clone())
        .await?;
    let by_lead = AdviceAsked {
        authority: None,
        ..asked
    };
    installation.asks_by_link("coordinator", case, by_lead).await?;
    Ok(())
}

/// The one writer is spared the folding: whoever decides an act of a case hands it what its facts do to the views.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_comes_to_the_writer_folded() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    let mut left = installation.gate.unfolded()?;
    left.retain(|stream| stream.kind() == "application");
    assert_eq!(left, BTreeSet::new());
    installation.ends().await
}

/// Documents and rows have a form that programs of this version read. Whoever changes it raises the version, and
/// writes the sum that this test tells into `views.txt`.
#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_the_views_changes_with_their_version() -> Told {
    let (installation, _) = permitted(Database::sqlite()?).await?;
    installation.meetings_imported().await?;
    let amended = installation.short_of_time(None).await?;
    installation
        .amends(amended, |one| {
            drop(
                one.answers
                    .insert("fireworks".to_owned(), rulebook::Value::Boolean(false)),
            );
        })
        .await?;
    let offered = installation.offered(None).await?;
    let decline = DeclineOffer {
        authority: authority("moi")?,
        number: 1,
        reasons: None,
    };
    installation.acts("organiser", offered, decline).await?;
    let recommend = Recommend {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    installation.acts("interior-officer", offered, recommend).await?;
    installation
        .closes("interior-decider", "2023-08-28", "2023-08-28")
        .await?;
    let days = ("2023-10-02", "2023-10-03");
    installation
        .deputises("interior-officer", "interior-decider", days)
        .await?;
    let lettered = installation.by_letter(None).await?;
    let disown = DisownLetter {
        authority: authority("moi")?,
        reasons: Reason::new("Nobody here signed it.")?,
    };
    installation.acts("interior-decider", lettered, disown).await?;
    installation.by_letter(None).await?;
    installation.appealed(None).await?;
    let reminded = installation.circulated(None).await?;
    let remind = Remind {
        authority: authority("moi")?,
        words: Reason::new("The day comes near.")?,
    };
    installation.acts("coordinator", reminded, remind).await?;
    let sealed = installation.sealed(None).await?;
    installation.opens_seal("interior-decider", sealed).await?;
    advised_by_link(&installation).await?;
    let mut fields = BTreeSet::new();
    for line in installation.desk.store().dump_views().await? {
        // `document "case/…` or `row "docket" …`: of what kind of stream, or of which list.
        let kind = line.split(['/', ' ']).take(2).collect::<Vec<_>>().join(" ");
        fields.insert(kind.clone());
        let body = line.find('{').map_or("", |at| &line[at..]);
        fields.extend(body.split("\\\"").filter_map(|part| {
            let named = !part.is_empty() && part.chars().all(|one| one.is_ascii_lowercase() || one == '_');
            named.then(|| format!("{kind} {part}"))
        }));
    }
    let sum = Sha256::digest(fields.into_iter().collect::<Vec<_>>().join("\n"));
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    let told = format!("{} {sum}\n", version::VERSION);
    assert_eq!(
        told,
        include_str!("../views.txt"),
        "raise desk::views::version::VERSION"
    );
    installation.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permit_with_any_other_character_proves_nothing() -> Told {
    let (installation, id) = permitted(Database::sqlite()?).await?;
    let paper = installation
        .desk
        .whole_permit(&installation.permit_of(id).await?)
        .await?;
    let key: VerifierKey = installation.desk.verifier();
    let file = paper.receipt.to_json()?;
    assert!(Receipt::from_json(&file)?.verify(&key).is_ok());
    let genuine = paper.receipt.clone();
    for at in 0..genuine.payload.len() {
        let mut forged = genuine.clone();
        forged.payload[at] ^= 1;
        assert!(forged.verify(&key).is_err(), "character {at}");
    }
    let line = file
        .lines()
        .find(|line| line.trim_start().starts_with("\"payload\""))
        .ok_or("no payload")?;
    let moved = file.replace(line, &line.replace("2023-11-19", "2023-11-20"));
    assert_ne!(moved, file);
    assert!(Receipt::from_json(&moved)?.verify(&key).is_err());
    let code = genuine.to_qr(&key)?;
    assert_eq!(
        Receipt::from_qr(&code, &key)?.verify(&key)?.payload,
        genuine.payload
    );
    for at in (0..code.len()).step_by(7) {
        let mut forged: Vec<char> = code.chars().collect();
        forged[at] = if forged[at] == '7' { '8' } else { '7' };
        let forged: String = forged.into_iter().collect();
        let taken = Receipt::from_qr(&forged, &key).is_ok_and(|receipt| receipt.verify(&key).is_ok());
        assert!(!taken, "character {at} of the code");
    }
    installation.ends().await
}
