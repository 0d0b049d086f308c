//! `placet verify`: a permit's file, a permit's QR text, sealed reasons, a case's archive, or a whole installation, without the server.

mod bundle;
mod folder;
mod reasons;

use crate::arguments::Verify;
use crate::failure::Failure;
use crate::plain::quoting;
use clearance::{ApplicationFact, ConditionTerms, Limit, PermitContent, Phase};
use desk::clearance::ReasonsFile;
use jiff::tz::TimeZone;
use ledger::{Checkpoint, Receipt, Standing, Status, VerifierKey};
use std::io::Write;
use std::path::Path;

/// Runs the command.
pub async fn run(arguments: &Verify, out: &mut impl Write) -> Result<(), Failure> {
    let path = Path::new(&arguments.what);
    if path.is_dir() {
        return folder::audit(path, arguments, out).await;
    }
    let Some(key) = &arguments.key else {
        return Err(Failure::usage(
            "a permit is verified with a key that you were given apart from it.\nName its file with --key.",
        ));
    };
    let key = read_key(key)?;
    if bundle::is_one(path) {
        return bundle::verify(path, &key, out);
    }
    if let Some(file) = sealed_reasons(&arguments.what)? {
        return reasons::verify(&file, &key, out);
    }
    let receipt = receipt(&arguments.what, &key)?;
    let verified = receipt.verify(&key).map_err(|fault| {
        Failure::different(format!(
            "This is not a valid permit: {}\nAsk the authority that is named on it.",
            quoting(&fault)
        ))
    })?;
    let (_, recorded) = record::read::<ApplicationFact>(&verified.payload).map_err(not_a_permit)?;
    let ApplicationFact::PermitIssued(content) = recorded.fact else {
        return Err(not_a_permit("it proves something else"));
    };
    let revocation = revocation(arguments.status.as_deref(), &key, &content.permit, receipt.size)?;
    describe(out, &content, &verified.checkpoint, &revocation).map_err(Failure::machine)?;
    match revocation {
        Revocation::Revoked(_) => Err(Failure::different("The permit was revoked.")),
        Revocation::Replaced(_, by) => Err(Failure::different(format!(
            "The permit was replaced by {}.",
            quoting(&by)
        ))),
        Revocation::Suspended(_) => Err(Failure::different("The permit is suspended.")),
        Revocation::Unknown | Revocation::NotRevoked(_) => Ok(()),
    }
}

/// The text of a file of sealed reasons, if that is what it is.
fn sealed_reasons(what: &str) -> Result<Option<String>, Failure> {
    if what.starts_with("PLACET") {
        return Ok(None);
    }
    let text = crate::given::text(Path::new(what))?;
    Ok(ReasonsFile::is_one(&text).then_some(text))
}

/// Says what a genuine permit says, and before all else whether it was revoked.
fn describe(
    out: &mut dyn Write,
    content: &PermitContent,
    checkpoint: &Checkpoint,
    revocation: &Revocation,
) -> std::io::Result<()> {
    // Who reads one line reads what matters most.
    writeln!(out, "{}", revocation.heading())?;
    say(out, "Permit", &content.permit)?;
    say(out, "Event", content.title.as_str())?;
    say(
        out,
        "When",
        &format!(
            "{}, {} to {} ({})",
            content.date,
            clock(content.from),
            clock(content.until),
            content.zone
        ),
    )?;
    say(out, "Where", content.place.as_str())?;
    for organiser in &content.organisers {
        say(out, "Organiser", organiser.name.as_str())?;
    }
    for component in &content.components {
        say(out, "With", component.as_str())?;
    }
    say(out, "Issued by", content.issued_by.as_str())?;
    agreements(out, content)?;
    for advice in &content.advice {
        let day = given(advice.at, advice.by_letter, content);
        say(
            out,
            "Advised",
            &format!("{}: {} ({day})", advice.name, advice.advice.name()),
        )?;
    }
    say(
        out,
        "As of",
        &format!("checkpoint {} of {}", checkpoint.size, checkpoint.origin),
    )?;
    say(out, "Revocation", &revocation.text())
}

/// The day on which something was given; of a letter, the day that it bears and when it was recorded.
fn given(at: act::Timestamp, by_letter: Option<act::Date>, content: &PermitContent) -> String {
    let day = local_day(at, &content.zone);
    match by_letter {
        Some(dated) => format!("by letter of {dated}, recorded on {day}"),
        None => day,
    }
}

/// Who agreed, and who was silent, which counts as that: nobody is said to have agreed who did not.
fn agreements(out: &mut dyn Write, content: &PermitContent) -> std::io::Result<()> {
    for decision in &content.decisions {
        match decision.by_silence {
            Some(ended) => say(
                out,
                "No answer",
                &format!("{}, until {ended}: counts as agreed", decision.name),
            )?,
            None => {
                let given = given(decision.at, decision.by_letter, content);
                say(out, "Agreed", &format!("{} ({given})", decision.name))?;
            }
        }
        if let Some(revised) = decision.revised {
            let day = local_day(revised, &content.zone);
            say(out, "", &format!("conditions changed on {day}"))?;
        }
        let none = ConditionTerms::default();
        for (place, condition) in decision.conditions.iter().enumerate() {
            let terms = decision.terms.get(place).unwrap_or(&none);
            say(out, "  Condition", condition.as_str())?;
            for more in known(terms, content) {
                say(out, "", &more)?;
            }
        }
    }
    Ok(())
}

/// What is known of a condition besides its words, which may be in any language: what it binds, when it is to be kept and shown.
fn known(terms: &ConditionTerms, content: &PermitContent) -> Vec<String> {
    let bound = terms.limit.as_ref().map(|limit| bound(limit, content));
    let when = match (terms.phase, terms.shown_by) {
        (Phase::During, None) => None,
        (phase, None) => Some(format!("{} the event", phase.name())),
        (phase, Some(day)) => Some(format!("{} the event; to be shown by {day}", phase.name())),
    };
    bound.into_iter().chain(when).collect()
}

fn bound(limit: &Limit, content: &PermitContent) -> String {
    let next = if limit.is_next_morning(content.from, content.until) {
        " on the day after"
    } else {
        ""
    };
    match limit {
        Limit::BeginsFrom(time) => format!("begins no earlier than {}{next}", time.strftime("%H:%M")),
        Limit::BeginsBy(time) => format!("begins no later than {}{next}", time.strftime("%H:%M")),
        Limit::EndsBy(time) => format!("ends no later than {}{next}", time.strftime("%H:%M")),
        Limit::SoundAtMost(most) => format!("sound at most {most} dB(A)"),
        Limit::PeopleAtMost(most) => format!("at most {most} people at any one time"),
        Limit::StewardsAtLeast(least) => format!("at least {least} stewards"),
        Limit::StewardsAtMost(most) => format!("at most {most} stewards"),
        Limit::MetresAtLeast(least) => format!("at least {least} m to whoever watches"),
        Limit::Place(place) => format!("nowhere else but: {place}"),
    }
}

/// A label, and a value that cannot be taken for another line or read otherwise than it was recorded.
fn say(out: &mut dyn Write, label: &str, value: &str) -> std::io::Result<()> {
    write!(out, "{label:<14}")?;
    for character in value.chars() {
        match character {
            '\n' => write!(out, "\n{:14}", "")?,
            other if act::disturbs_a_line(other) => write!(out, "{}", other.escape_unicode())?,
            other => write!(out, "{other}")?,
        }
    }
    writeln!(out)
}

/// The day on which something was, where the event is: as the permit's paper has it. A zone that this machine does not
/// know leaves the instant as it is recorded.
fn local_day(at: act::Timestamp, zone: &str) -> String {
    match TimeZone::get(zone) {
        Ok(zone) => at.to_zoned_datetime(zone).date().to_string(),
        Err(_) => at.to_string(),
    }
}

fn clock(time: jiff::civil::Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn not_a_permit(why: impl std::fmt::Display) -> Failure {
    Failure::different(format!(
        "This is proven, but it is not a permit: {}",
        quoting(&why)
    ))
}

enum Revocation {
    Unknown,
    NotRevoked(u64),
    Revoked(u64),
    Suspended(u64),
    /// The permit to ask for, too.
    Replaced(u64, String),
}

impl Revocation {
    fn heading(&self) -> &'static str {
        match self {
            Revocation::Revoked(_) => "REVOKED: this permit must not be relied on. It was issued as follows.",
            Revocation::Suspended(_) => {
                "SUSPENDED: this permit must not be relied on for now. It was issued as follows."
            }
            Revocation::Replaced(..) => {
                "REPLACED: this permit must not be relied on. It was issued as follows."
            }
            Revocation::Unknown | Revocation::NotRevoked(_) => "The permit is genuine.",
        }
    }

    fn text(&self) -> String {
        match self {
            Revocation::Unknown => "unknown: no newer status list was given (--status)".to_owned(),
            Revocation::NotRevoked(size) => format!("none up to checkpoint {size}; unknown after it"),
            Revocation::Suspended(size) => {
                format!("SUSPENDED (status list as of checkpoint {size})")
            }
            Revocation::Replaced(size, by) => {
                format!("REPLACED by {by}: ask for that one (status list as of checkpoint {size})")
            }
            Revocation::Revoked(size) => format!("REVOKED (status list as of checkpoint {size})"),
        }
    }
}

fn revocation(
    status: Option<&Path>,
    key: &VerifierKey,
    permit: &str,
    size: u64,
) -> Result<Revocation, Failure> {
    let Some(path) = status else {
        return Ok(Revocation::Unknown);
    };
    let text = crate::given::text(path)?;
    let status = Status::open(&text, key).map_err(|fault| {
        Failure::different(format!(
            "{}: this status list is not genuine: {}",
            path.display(),
            quoting(&fault)
        ))
    })?;
    let as_of = status.checkpoint.size;
    Ok(match status.standing(permit, size) {
        Standing::Unknown => Revocation::Unknown,
        Standing::InForce => Revocation::NotRevoked(as_of),
        Standing::Suspended => Revocation::Suspended(as_of),
        Standing::Revoked => Revocation::Revoked(as_of),
        Standing::Replaced => {
            let by = status.replacement(permit).unwrap_or_default();
            Revocation::Replaced(as_of, by.to_owned())
        }
    })
}

/// Reads a published key from a file.
pub fn read_key(path: &Path) -> Result<VerifierKey, Failure> {
    let text = crate::given::text(path)?;
    text.trim().parse().map_err(|fault| {
        Failure::usage(format!(
            "{}: {fault}\nThe file holds one line: name+hash+key, as published.",
            path.display()
        ))
    })
}

/// The text of a code without the line breaks around it. A blank at its end is one of its characters.
fn code(text: &str) -> &str {
    text.trim_matches(['\r', '\n', '\t'])
}

fn receipt(what: &str, key: &VerifierKey) -> Result<Receipt, Failure> {
    let wrong = |fault: &dyn std::fmt::Display| {
        Failure::different(format!(
            "This is no permit that can be read: {}\nScan the code again, or ask for the permit's file.",
            quoting(fault)
        ))
    };
    if what.starts_with("PLACET") {
        return Receipt::from_qr(code(what), key).map_err(|fault| wrong(&fault));
    }
    let path = Path::new(what);
    let text = crate::given::text(path)?;
    if text.starts_with("PLACET") {
        return Receipt::from_qr(code(&text), key).map_err(|fault| wrong(&fault));
    }
    Receipt::from_json(&text).map_err(|fault| wrong(&fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERMIT: &str = "PNH-2023-0001-P1";

    /// A permit of a ledger in which nothing else is, and what is said of it by a status list.
    async fn verified(status: impl Fn(Checkpoint) -> Status) -> (Result<(), Failure>, String) {
        let golden = include_str!("../../../../domain/record/tests/golden.jsonl").lines();
        let own = format!("\"permit\":\"{PERMIT}\"");
        let issued = |line: &&str| line.contains("application.permit-issued") && line.contains(&own);
        let payload = golden.rev().find(issued).unwrap().as_bytes().to_vec();
        let key = ledger::SigningKey::from_seed("permits.example/test", &[7; 32]).unwrap();
        let salt = [9; 32];
        let checkpoint = Checkpoint {
            origin: "permits.example/test".to_owned(),
            size: 1,
            root: ledger::leaf_hash(&ledger::commitment(&salt, &payload)),
        };
        let receipt = Receipt {
            payload,
            salt,
            index: 0,
            size: 1,
            proof: vec![],
            checkpoint: checkpoint.sign(&key),
        };
        let around = tempfile::tempdir().unwrap();
        let file = |name: &str, text: String| {
            let path = around.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let arguments = Verify {
            what: file("permit.json", receipt.to_json().unwrap())
                .display()
                .to_string(),
            key: Some(file("placet.pub", key.verifier().to_string())),
            status: Some(file("status.txt", status(checkpoint).sign(&key))),
            checkpoint: None,
            database: crate::arguments::NamedDatabase { name: None },
        };
        let mut out = vec![];
        let done = run(&arguments, &mut out).await;
        (done, String::from_utf8(out).unwrap())
    }

    #[tokio::test]
    async fn of_a_permit_that_was_revoked_that_is_said_first() {
        let none = |checkpoint| Status::new(checkpoint, []);
        let (done, said) = verified(none).await;
        assert!(said.starts_with("The permit is genuine.\n"), "{said}");
        done.unwrap();
        let (done, said) = verified(|checkpoint| Status::new(checkpoint, [PERMIT.to_owned()])).await;
        assert!(
            said.starts_with("REVOKED: ") && !said.contains("genuine"),
            "{said}"
        );
        assert_eq!(done.unwrap_err().code, Failure::DIFFERENT);
        let (done, said) = verified(|checkpoint| none(checkpoint).with_suspended([PERMIT.to_owned()])).await;
        assert!(
            said.starts_with("SUSPENDED: ") && !said.contains("genuine"),
            "{said}"
        );
        assert_eq!(done.unwrap_err().code, Failure::DIFFERENT);
        let by = [(PERMIT.to_owned(), "PNH-2023-0001-P2".to_owned())];
        let (done, said) = verified(|checkpoint| none(checkpoint).with_replaced(by.clone())).await;
        assert!(
            said.starts_with("REPLACED: ") && !said.contains("genuine"),
            "{said}"
        );
        assert!(said.contains("REPLACED by PNH-2023-0001-P2"), "{said}");
        assert_eq!(done.unwrap_err().code, Failure::DIFFERENT);
    }

    #[test]
    fn a_decision_has_the_day_that_it_was_where_the_event_is() {
        let check = |zone: &str, expect: &str| {
            assert_eq!(local_day("2026-11-25T19:19:09Z".parse().unwrap(), zone), expect);
        };
        check("Asia/Phnom_Penh", "2026-11-26");
        check("Nowhere/Known", "2026-11-25T19:19:09Z");
    }

    #[test]
    fn a_value_makes_no_line_of_its_own_and_turns_no_text_around() {
        let mut out = vec![];
        say(
            &mut out,
            "Event",
            "Lanterns\nRevocation    none\u{202e}x\u{1b}[2K\u{2028}y",
        )
        .unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "Event         Lanterns\n              Revocation    none\\u{202e}x\\u{1b}[2K\\u{2028}y\n"
        );
    }
}
