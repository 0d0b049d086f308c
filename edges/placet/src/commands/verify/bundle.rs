//! `placet verify` of the archive of a case: whether its facts are in the ledger, in their order, and its files those that were handed in.

use super::say;
use crate::failure::Failure;
use crate::plain::quoting;
use act::{Recorded, Timestamp};
use clearance::{ApplicationFact, Attachment, DayFact, News};
use desk::clearance::{BUNDLE_CASE, BUNDLE_FORMAT, BundleCase, BundleFact, BundleFile, BundleLine};
use ledger::{Receipt, VerifierKey};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;
use zip::ZipArchive;

/// What an archive begins with.
const MAGIC: &[u8] = b"PK";
/// What is told to all, and proven to those between whom it passes. Nobody's decision is among it: that is proven to every reader, or forged.
const BETWEEN: [&str; 17] = [
    "review-begun",
    "question",
    "answer",
    "more-time",
    "offer",
    "condition-shown",
    "proof-declined",
    "items-answered",
    "items-taken-back",
    "question-withdrawn",
    "more-time-agreed",
    "more-time-declined",
    "offer-accepted",
    "offer-declined",
    "offer-withdrawn",
    "condition-discharged",
    "owner-named",
];
/// What is told to all, and proven to those who read all that its fact holds: a part of it may be confided to few.
const CONFIDED: [&str; 6] = [
    "handed-in",
    "handed-in-again",
    "amended",
    "document",
    "confided",
    "confidence-ended",
];
/// The most bytes of one file in an archive, unpacked: more than a document or a case has.
const MOST_BYTES: u64 = 64_000_000;

/// Whether a file is an archive, told by its content.
pub(super) fn is_one(path: &Path) -> bool {
    let mut magic = [0; 2];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut magic));
    read.is_ok() && magic == MAGIC
}

/// What an archive holds that was proven.
struct Proven {
    /// The facts, the first first, each with its number.
    facts: Vec<(usize, Recorded<ApplicationFact>)>,
    /// The position in the ledger of the last of them.
    last: Option<u64>,
    /// The ledger's largest size of which a fact was proven.
    size: u64,
    /// The permits that were issued, the first first.
    permits: Vec<Issued>,
    /// SHA-256 of the files that the facts name.
    handed_in: BTreeSet<String>,
}

/// A permit that was issued.
struct Issued {
    reference: String,
    /// Where its file is in the archive.
    path: String,
    /// What the facts of the archive say of how it stands.
    stands: String,
}

/// Verifies an archive and says what of it is proven.
pub(super) fn verify(path: &Path, key: &VerifierKey, out: &mut impl Write) -> Result<(), Failure> {
    let file = File::open(path).map_err(|fault| Failure::given(path, &fault))?;
    of(file, key, out)
}

fn different(what: impl std::fmt::Display) -> Failure {
    Failure::different(format!(
        "DIFFERENT: {what}\nTake the archive of the case again, and ask whoever gave you this one."
    ))
}

fn of(archive: impl Read + Seek, key: &VerifierKey, out: &mut impl Write) -> Result<(), Failure> {
    let mut archive = ZipArchive::new(archive).map_err(|fault| {
        different(format!(
            "this is no archive that can be read: {}",
            quoting(&fault)
        ))
    })?;
    let case: BundleCase = serde_json::from_slice(&unpacked(&mut archive, BUNDLE_CASE)?)
        .map_err(|fault| different(format!("{BUNDLE_CASE} is not in its form: {}", quoting(&fault))))?;
    if case.format != BUNDLE_FORMAT {
        let said = quoting(&case.format);
        return Err(different(format!(
            "{BUNDLE_CASE} has the form “{said}”, and not “{BUNDLE_FORMAT}”"
        )));
    }
    let mut proven = Proven {
        facts: vec![],
        last: None,
        size: 0,
        permits: vec![],
        handed_in: BTreeSet::new(),
    };
    for fact in &case.facts {
        let bytes = unpacked(&mut archive, &fact.path)?;
        proven.fact(&case, fact, &bytes, key)?;
    }
    proven.tell(&case)?;
    excused(&case)?;
    let mut unproven = 0;
    for file in &case.files {
        let bytes = unpacked(&mut archive, &file.path)?;
        same(file, &bytes)?;
        unproven += usize::from(!proven.handed_in.contains(&file.sha256));
    }
    told(out, &case, &proven, unproven).map_err(Failure::machine)
}

fn unpacked(archive: &mut ZipArchive<impl Read + Seek>, path: &str) -> Result<Vec<u8>, Failure> {
    let missing = |fault: &dyn std::fmt::Display| {
        different(format!("{} cannot be read: {}", quoting(&path), quoting(fault)))
    };
    let entry = archive.by_name(path).map_err(|fault| missing(&fault))?;
    let mut bytes = vec![];
    entry
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|fault| missing(&fault))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(different(format!("{} has more than 64 MB", quoting(&path))));
    }
    Ok(bytes)
}

fn same(file: &BundleFile, bytes: &[u8]) -> Result<(), Failure> {
    let found: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if found == file.sha256 {
        Ok(())
    } else {
        let (path, name) = (quoting(&file.path), quoting(&file.name));
        Err(different(format!(
            "{path} (“{name}”) is not the file that was handed in"
        )))
    }
}

impl Proven {
    fn fact(
        &mut self,
        case: &BundleCase,
        fact: &BundleFact,
        bytes: &[u8],
        key: &VerifierKey,
    ) -> Result<(), Failure> {
        let wrong = |what: &dyn std::fmt::Display| {
            different(format!(
                "{} proves nothing: {}",
                quoting(&fact.path),
                quoting(what)
            ))
        };
        let text = std::str::from_utf8(bytes).map_err(|fault| wrong(&fault))?;
        let receipt = Receipt::from_json(text).map_err(|fault| wrong(&fault))?;
        let verified = receipt.verify(key).map_err(|fault| wrong(&fault))?;
        let (place, recorded) =
            record::read::<ApplicationFact>(&verified.payload).map_err(|fault| wrong(&fault))?;
        if place.id != case.application.to_string() {
            return Err(wrong(&"it is of another case"));
        }
        if usize::try_from(place.version).ok() != Some(fact.number) {
            return Err(wrong(&format!(
                "it is fact {} of the case, not {}",
                place.version, fact.number
            )));
        }
        if verified.checkpoint.origin != case.origin {
            return Err(wrong(&"it is in another ledger"));
        }
        if self.last.is_some_and(|index| index >= verified.index) {
            return Err(wrong(&"it was recorded before the one that stands ahead of it"));
        }
        self.last = Some(verified.index);
        self.size = self.size.max(verified.checkpoint.size);
        self.learn(&fact.path, &recorded);
        self.facts.push((fact.number, recorded));
        Ok(())
    }

    /// What became of a permit.
    fn stands(&mut self, fact: &ApplicationFact, at: Timestamp) {
        let (permit, stands) = match fact {
            ApplicationFact::PermitRevoked { permit, .. } => (permit, format!("REVOKED at {at}")),
            ApplicationFact::PermitSuspended { permit, .. } => (permit, format!("SUSPENDED at {at}")),
            ApplicationFact::PermitReplaced { permit, by, .. } => {
                (permit, format!("REPLACED at {at} by {by}"))
            }
            ApplicationFact::SuspensionLifted { permit, .. }
            | ApplicationFact::SuspensionEnded { permit, .. } => (permit, format!("holds again since {at}")),
            _ => return,
        };
        let mut permits = self.permits.iter_mut();
        if let Some(one) = permits.find(|one| one.reference == *permit) {
            one.stands = stands;
        }
    }

    /// That what is told of each of the facts is what it says.
    fn tell(&self, case: &BundleCase) -> Result<(), Failure> {
        let recorded: Vec<_> = self.facts.iter().map(|(_, recorded)| recorded.clone()).collect();
        let mut said = clearance::history(&recorded).into_iter().peekable();
        for (place, (number, recorded)) in (1..).zip(&self.facts) {
            let otherwise = || different(format!("{BUNDLE_CASE} tells otherwise what fact {number} says"));
            let line = case
                .history
                .iter()
                .find(|line| line.number == *number)
                .ok_or_else(otherwise)?;
            let own = said.next_if(|own| own.number == place).map(BundleLine::of);
            let is_so = match own {
                Some(own) => {
                    BundleLine {
                        number: *number,
                        ..own
                    } == *line
                }
                // That a day moved, only those facts tell that are not here.
                None => day_moved(*number, recorded).as_ref() == Some(line),
            };
            if !is_so {
                return Err(otherwise());
            }
        }
        Ok(())
    }

    fn learn(&mut self, path: &str, recorded: &Recorded<ApplicationFact>) {
        let files: &[Attachment] = match &recorded.fact {
            ApplicationFact::Submitted { submission, .. } | ApplicationFact::Amended { submission } => {
                &submission.attachments
            }
            ApplicationFact::Day(DayFact::IncidentNoted { incident, .. }) => incident.photo.as_slice(),
            ApplicationFact::AdviceGiven(given) => given.document.as_slice(),
            ApplicationFact::DocumentHandedIn(one) => std::slice::from_ref(one),
            ApplicationFact::LetterRecorded(one) => std::slice::from_ref(&one.scan),
            ApplicationFact::PermitIssued(content) => {
                self.permits.push(Issued {
                    reference: content.permit.clone(),
                    path: path.to_owned(),
                    stands: "issued".to_owned(),
                });
                &[]
            }
            fact => {
                self.stands(fact, recorded.by.at);
                &[]
            }
        };
        self.handed_in.extend(files.iter().map(|one| one.sha256.clone()));
    }
}

/// That no line is without its fact but those of which the fact is not for every reader: a decision that is told is proven.
fn excused(case: &BundleCase) -> Result<(), Failure> {
    let proven: BTreeSet<usize> = case.facts.iter().map(|fact| fact.number).collect();
    let is_confided = |line: &BundleLine| line.withheld && CONFIDED.contains(&line.what.as_str());
    // With advice that is sealed comes a document for few.
    let is_sealed = |line: &BundleLine| line.sealed && line.what == "advice-given";
    let is_excused = |line: &BundleLine| is_of_others(&line.what) || is_confided(line) || is_sealed(line);
    let mut lines = case.history.iter().filter(|line| !proven.contains(&line.number));
    match lines.find(|line| !is_excused(line)) {
        Some(line) => {
            let what = quoting(&line.what);
            Err(different(format!(
                "{BUNDLE_CASE} tells under {} ({what}) what no fact in it proves",
                line.number
            )))
        }
        None => Ok(()),
    }
}

/// Whether some read that it happened without reading the fact: a letter with its scan, and what passes between an authority and who holds the event.
fn is_of_others(what: &str) -> bool {
    what.starts_with("letter-") || BETWEEN.contains(&what)
}

/// The line of a change of a calendar.
fn day_moved(number: usize, recorded: &Recorded<ApplicationFact>) -> Option<BundleLine> {
    let ApplicationFact::CalendarChanged { authority, .. } = &recorded.fact else {
        return None;
    };
    Some(BundleLine {
        number,
        at: recorded.by.at,
        what: News::DayMoved.name().to_owned(),
        authority: Some(authority.clone()),
        condition: None,
        named: None,
        days: None,
        day: None,
        otherwise: None,
        amount: None,
        words: vec![],
        sealed: false,
        withheld: false,
    })
}

/// The lines whose facts are not in the archive, in words.
fn unproven(case: &BundleCase) -> Vec<String> {
    let proven: BTreeSet<usize> = case.facts.iter().map(|fact| fact.number).collect();
    let lines = case.history.iter().filter(|line| !proven.contains(&line.number));
    lines
        .map(|line| format!("{} ({})", line.number, line.what))
        .collect()
}

fn told(out: &mut dyn Write, case: &BundleCase, proven: &Proven, unrecorded: usize) -> std::io::Result<()> {
    writeln!(out, "What is proven in this archive is genuine.")?;
    say(out, "Case", &case.reference)?;
    say(out, "Ledger", &case.origin)?;
    say(
        out,
        "Taken",
        &format!("{} in the role of {}", case.taken, case.role),
    )?;
    let lines = case.history.len();
    let facts = case.facts.len();
    say(out, "Facts", &format!("{facts} proven, of {lines} that are told"))?;
    let unproven_lines = unproven(case);
    if !unproven_lines.is_empty() {
        let which = unproven_lines.join(", ");
        say(
            out,
            "NOT PROVEN",
            &format!("what is told under {which}: believe it only of whoever gave you this"),
        )?;
    }
    let files = case.files.len();
    say(out, "Files", &format!("{files}, each as its record has it"))?;
    if unrecorded > 0 {
        say(
            out,
            "",
            &format!("of {unrecorded} of them the record is not in the archive"),
        )?;
    }
    for permit in &proven.permits {
        say(
            out,
            "Permit",
            &format!("{} ({}): {}", permit.reference, permit.path, permit.stands),
        )?;
    }
    say(
        out,
        "As of",
        &format!("checkpoint {} of {}", proven.size, case.origin),
    )?;
    // How it stood is written by the program that took it, from more than these facts.
    say(
        out,
        "Not proven",
        "what “state” in case.json says; and a permit may have been revoked since: verify its own file with --status",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{Checkpoint, Frontier, SigningKey};
    use std::collections::BTreeMap;
    use std::io::Cursor;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const PAPER: &[u8] = b"a paper";

    fn key() -> SigningKey {
        SigningKey::from_seed("permits.example/test", &[7; 32]).unwrap()
    }

    /// An archive of a case of one fact and one file, as something in it is changed.
    fn archive(change: impl Fn(&mut serde_json::Value, &mut String, &mut Vec<u8>)) -> Cursor<Vec<u8>> {
        let golden = include_str!("../../../../../domain/record/tests/golden.jsonl").lines();
        let mut golden = golden.filter(|line| line.contains("\"kind\":\"application.permit-issued\""));
        let payload = golden.next_back().unwrap().as_bytes().to_vec();
        let (place, recorded) = record::read::<ApplicationFact>(&payload).unwrap();
        let root = ledger::leaf_hash(&ledger::commitment(&[9; 32], &payload));
        let checkpoint = Checkpoint {
            origin: "permits.example/test".to_owned(),
            size: 1,
            root,
        };
        let receipt = Receipt {
            payload,
            salt: [9; 32],
            index: 0,
            size: 1,
            proof: vec![],
            checkpoint: checkpoint.sign(&key()),
        };
        let sha256: String = Sha256::digest(PAPER)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let number = place.version;
        let mut case = serde_json::json!({
            "format": BUNDLE_FORMAT, "origin": "permits.example/test", "application": place.id,
            "reference": "PNH-2023-0001", "taken": "2023-11-20T02:00:00Z", "role": "auditor",
            "organisation": recorded.by.actor.organisation, "state": {},
            "history": [{"number": number, "at": recorded.by.at, "what": "permit-issued", "named": "PNH-2023-0001-P2"}],
            "facts": [{"number": number, "path": "facts/0001.json"}],
            "files": [{"attachment": "01890000-0000-7000-8000-000000000001", "name": "Paper.pdf",
                "path": "files/01.pdf", "sha256": sha256}],
        });
        let (mut fact, mut file) = (receipt.to_json().unwrap(), PAPER.to_vec());
        change(&mut case, &mut fact, &mut file);
        zipped([
            ("case.json".to_owned(), case.to_string().into_bytes()),
            ("facts/0001.json".to_owned(), fact.into_bytes()),
            ("files/01.pdf".to_owned(), file),
        ])
    }

    /// The archive of a case that has these facts and no others, the first first, as something in its `case.json` is changed. Each is the
    /// first of its kind among the golden ones that is about the first permit.
    fn life(kinds: &[&str], change: impl Fn(&mut serde_json::Value)) -> Cursor<Vec<u8>> {
        let golden = include_str!("../../../../../domain/record/tests/golden.jsonl");
        let of_kind = |kind: &&str| {
            let (kind, permit) = (
                format!("\"application.{kind}\""),
                "\"permit\":\"PNH-2023-0001-P1\"",
            );
            let mut lines = golden.lines();
            lines
                .find(|line| line.contains(&kind) && line.contains(permit))
                .unwrap()
        };
        let numbered = |(number, line): (usize, &str)| {
            let (before, _) = line.rsplit_once("\"version\":").unwrap();
            format!("{before}\"version\":{number}}}").into_bytes()
        };
        let payloads: Vec<_> = (1..).zip(kinds.iter().map(of_kind)).map(numbered).collect();
        let read = |payload: &Vec<u8>| record::read::<ApplicationFact>(payload).unwrap();
        let recorded: Vec<_> = payloads.iter().map(read).collect();
        let (mut tree, mut nodes) = (Frontier::new(), BTreeMap::new());
        for payload in &payloads {
            let complete = tree.push(ledger::leaf_hash(&ledger::commitment(&[9; 32], payload)));
            nodes.extend(complete.iter().map(|node| ((node.level, node.index), node.hash)));
        }
        let size = tree.size();
        let checkpoint = Checkpoint {
            origin: "permits.example/test".to_owned(),
            size,
            root: tree.root(),
        };
        let receipt = |(index, payload): (u64, Vec<u8>)| Receipt {
            payload,
            salt: [9; 32],
            index,
            size,
            proof: ledger::proof_of(index, size, &nodes).unwrap(),
            checkpoint: checkpoint.sign(&key()),
        };
        let receipts = (0..).zip(payloads).map(receipt);
        let receipts = receipts.map(|one| one.to_json().unwrap().into_bytes());
        let paths: Vec<_> = (1..=kinds.len())
            .map(|number| format!("facts/{number:04}.json"))
            .collect();
        let told: Vec<_> = recorded.iter().map(|(_, recorded)| recorded.clone()).collect();
        let lines = clearance::history(&told).into_iter().map(BundleLine::of);
        let facts = (1..)
            .zip(&paths)
            .map(|(number, path): (usize, _)| serde_json::json!({"number": number, "path": path}));
        let mut case = serde_json::json!({
            "format": BUNDLE_FORMAT, "origin": "permits.example/test", "application": recorded[0].0.id,
            "reference": "PNH-2023-0001", "taken": "2023-11-20T02:00:00Z", "role": "auditor",
            "organisation": told[0].by.actor.organisation, "state": {},
            "history": lines.collect::<Vec<_>>(), "facts": facts.collect::<Vec<_>>(), "files": [],
        });
        change(&mut case);
        let case = ("case.json".to_owned(), case.to_string().into_bytes());
        zipped(std::iter::once(case).chain(paths.iter().cloned().zip(receipts)))
    }

    fn zipped(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        for (path, bytes) in files {
            zip.start_file(path, SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        zip.finish().unwrap()
    }

    fn verified(archive: Cursor<Vec<u8>>) -> Result<String, Failure> {
        let mut out = vec![];
        of(archive, &key().verifier(), &mut out).map(|()| String::from_utf8(out).unwrap())
    }

    #[test]
    fn an_archive_says_what_of_it_is_proven() {
        let said = verified(archive(|_, _, _| ())).unwrap_or_else(|fault| panic!("{}", fault.message));
        for line in ["is genuine", "1 proven, of 1", "facts/0001.json", "of 1 of them"] {
            assert!(said.contains(line), "{said}");
        }
    }

    #[test]
    fn what_was_changed_in_an_archive_is_found() {
        let check = |change: &dyn Fn(&mut serde_json::Value, &mut String, &mut Vec<u8>), why: &str| {
            let Err(fault) = verified(archive(change)) else {
                panic!("not found: {why}")
            };
            assert_eq!(fault.code, Failure::DIFFERENT);
            assert!(fault.message.contains(why), "{}", fault.message);
        };
        check(
            &|_, _, file| file.push(b'!'),
            "is not the file that was handed in",
        );
        check(
            &|_, fact, _| *fact = fact.replace("0001-P2", "0001-P3"),
            "proves nothing",
        );
        check(
            &|case, _, _| case["history"][0]["at"] = "2023-01-01T00:00:00Z".into(),
            "otherwise",
        );
        let words = |said: &'static str| {
            move |case: &mut serde_json::Value, _: &mut String, _: &mut Vec<u8>| {
                case["history"][0]["words"] = serde_json::json!([said]);
            }
        };
        check(&words("It is free."), "otherwise");
        check(
            &|case, _, _| case["history"][0]["what"] = "permit-replaced".into(),
            "otherwise",
        );
        check(
            &|case, _, _| {
                case["facts"] = serde_json::json!([]);
                case["history"][0]["what"] = "refused".into();
                case["history"][0]["withheld"] = true.into();
            },
            "what no fact in it proves",
        );
        // What may be confided is excused without its fact where it was withheld, and only there.
        let amended = |withheld: bool| {
            move |case: &mut serde_json::Value, _: &mut String, _: &mut Vec<u8>| {
                case["facts"] = serde_json::json!([]);
                case["history"][0]["what"] = "amended".into();
                case["history"][0]["withheld"] = withheld.into();
            }
        };
        check(&amended(false), "what no fact in it proves");
        assert!(verified(archive(amended(true))).is_ok());
        let advised = |sealed: bool| {
            move |case: &mut serde_json::Value, _: &mut String, _: &mut Vec<u8>| {
                case["facts"] = serde_json::json!([]);
                case["history"][0]["what"] = "advice-given".into();
                case["history"][0]["sealed"] = sealed.into();
            }
        };
        check(&advised(false), "what no fact in it proves");
        assert!(verified(archive(advised(true))).is_ok());
        check(
            &|case, _, _| case["origin"] = "other.example".into(),
            "another ledger",
        );
        check(
            &|case, _, _| case["application"] = "01890000-0000-7000-8000-000000000009".into(),
            "of another case",
        );
        check(&|case, _, _| case["facts"][0]["number"] = 99.into(), "not 99");
        check(
            &|case, _, _| case["facts"][0]["path"] = "facts/0002.json".into(),
            "cannot be read",
        );
        check(
            &|case, _, _| case["format"] = "placet-bundle/9".into(),
            "has the form",
        );
        check(
            &|case, _, _| drop(case.as_object_mut().unwrap().remove("files")),
            "not in its form",
        );
    }

    #[test]
    fn what_became_of_a_permit_is_told_as_its_facts_have_it() {
        let check = |kinds: &[&str], expect: &str| {
            let said = verified(life(kinds, |_| ())).unwrap_or_else(|fault| panic!("{}", fault.message));
            let stands = format!("PNH-2023-0001-P1 (facts/0001.json): {expect}\n");
            assert!(said.contains(&stands), "{kinds:?}: {said}");
        };
        let at = "2023-09-01T02:00:00Z";
        check(&["permit-issued"], "issued");
        check(&["permit-issued", "permit-revoked"], &format!("REVOKED at {at}"));
        check(
            &["permit-issued", "permit-suspended"],
            &format!("SUSPENDED at {at}"),
        );
        check(
            &["permit-issued", "permit-replaced"],
            &format!("REPLACED at {at} by PNH-2023-0001-P2"),
        );
        for end in ["suspension-lifted", "suspension-ended"] {
            check(
                &["permit-issued", "permit-suspended", end],
                &format!("holds again since {at}"),
            );
        }
    }

    #[test]
    fn facts_in_another_order_than_the_ledgers_are_refused() {
        let swapped = life(&["permit-issued", "permit-suspended"], |case| {
            case["facts"].as_array_mut().unwrap().swap(0, 1);
        });
        let fault = verified(swapped).unwrap_err();
        assert_eq!(fault.code, Failure::DIFFERENT);
        assert!(
            fault.message.contains("recorded before the one"),
            "{}",
            fault.message
        );
    }

    #[test]
    fn what_is_no_archive_is_not_taken_for_one() {
        assert!(verified(Cursor::new(b"PK\x03\x04 and then nothing".to_vec())).is_err());
    }
}
