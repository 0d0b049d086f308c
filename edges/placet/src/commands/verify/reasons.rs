//! `placet verify` of sealed reasons: whether the words of a file are those that an authority was bound to when it decided. It says so, and
//! never what they are: whoever reads the answer is not always who may read them.

use super::{local_day, say};
use crate::failure::Failure;
use crate::plain::quoting;
use clearance::ApplicationFact;
use desk::clearance::{ReasonsFile, sealed_by};
use ledger::VerifierKey;
use std::io::Write;

/// Says whether the words are those that were sealed.
pub(super) fn verify(text: &str, key: &VerifierKey, out: &mut impl Write) -> Result<(), Failure> {
    let unread = || {
        Failure::different(
            "These are no sealed reasons that can be read: a part is missing, doubled or not in its form.\n\
             Ask the authority for the file again.",
        )
    };
    let file = ReasonsFile::read(text).ok_or_else(unread)?;
    let verified = file.receipt.verify(key).map_err(|fault| {
        Failure::different(format!(
            "No ledger with this key holds the decision: {}\nAsk the authority that decided.",
            quoting(&fault)
        ))
    })?;
    let (_, recorded) =
        record::read::<ApplicationFact>(&verified.payload).map_err(|fault| not_sealed(&fault))?;
    let commitment =
        sealed_by(&recorded.fact).ok_or_else(|| not_sealed(&"nothing was sealed with this fact"))?;
    if file.opening.commitment() != commitment {
        return Err(Failure::different(
            "DIFFERENT: these words, with this salt, are not those that were sealed.",
        ));
    }
    let (what, whose, ground) = told(&recorded.fact);
    let mut told = || -> std::io::Result<()> {
        writeln!(out, "The reasons are those that were sealed.")?;
        say(out, "Of", what)?;
        say(out, whose.0, whose.1)?;
        say(out, "Ground", ground)?;
        say(
            out,
            "Sealed",
            &format!("{} (UTC)", local_day(recorded.by.at, "UTC")),
        )?;
        say(out, "Commitment", &commitment.to_string())?;
        let checkpoint = &verified.checkpoint;
        say(
            out,
            "As of",
            &format!("checkpoint {} of {}", checkpoint.size, checkpoint.origin),
        )
    };
    told().map_err(Failure::machine)
}

fn not_sealed(why: &dyn std::fmt::Display) -> Failure {
    Failure::different(format!(
        "This is proven, but no reasons were sealed with it: {}",
        quoting(why)
    ))
}

fn ground_of(reasons: &Option<act::Reason>) -> &str {
    reasons.as_ref().map_or("", act::Reason::as_str)
}

/// What was sealed with a fact, whose it is, and the ground.
fn told(fact: &ApplicationFact) -> (&'static str, (&'static str, &str), &str) {
    match fact {
        ApplicationFact::Decided {
            authority,
            decision,
            reasons,
            ..
        } => (
            decision.name(),
            ("Authority", authority.as_str()),
            ground_of(reasons),
        ),
        ApplicationFact::Recommended {
            authority, reasons, ..
        } => (
            "a recommendation",
            ("Authority", authority.as_str()),
            ground_of(reasons),
        ),
        ApplicationFact::ConditionsRevised {
            authority, reasons, ..
        } => (
            "a change of conditions",
            ("Authority", authority.as_str()),
            reasons.as_str(),
        ),
        ApplicationFact::PermitSuspended { permit, reasons, .. } => {
            ("a suspension", ("Permit", permit), reasons.as_str())
        }
        ApplicationFact::PermitRevoked { permit, reasons, .. } => {
            ("a revocation", ("Permit", permit), reasons.as_str())
        }
        ApplicationFact::LetterRecorded(letter) => (
            "what a letter says",
            ("Authority", letter.authority.as_str()),
            ground_of(&letter.reasons),
        ),
        ApplicationFact::AdviceGiven(given) => (
            "advice by a link",
            ("Whoever was asked", given.name.as_str()),
            ground_of(&given.words),
        ),
        _ => ("something else", ("Fact", ""), ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{Checkpoint, Receipt, SigningKey};

    const WORDS: &str = "The bridge is watched that week.";

    /// What is said of words and a salt that come with the golden decision by whose commitment these are sealed, or with another fact.
    fn verified(kind: &str, words: &str, salt: u8) -> (Result<(), Failure>, String) {
        let golden = include_str!("../../../../../domain/record/tests/golden.jsonl").lines();
        let mut wanted = golden.filter(|line| line.contains(kind));
        let payload = wanted.next_back().unwrap().as_bytes().to_vec();
        let key = SigningKey::from_seed("permits.example/test", &[7; 32]).unwrap();
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
            checkpoint: checkpoint.sign(&key),
        };
        let fact: serde_json::Value = serde_json::from_str(&receipt.to_json().unwrap()).unwrap();
        let salt = format!("{salt:02x}").repeat(32);
        let file = serde_json::json!({
            "format": "placet-reasons/1", "words": words, "salt": salt, "fact": fact,
        });
        let text = file.to_string();
        assert!(ReasonsFile::is_one(&text));
        let mut out = vec![];
        let done = verify(&text, &key.verifier(), &mut out);
        (done, String::from_utf8(out).unwrap())
    }

    #[test]
    fn words_that_were_sealed_are_told_to_be_those_and_not_told() {
        for kind in [
            "application.decided",
            "application.permit-revoked",
            "application.permit-suspended",
        ] {
            let sealed = format!("\"kind\":\"{kind}\"");
            let (done, said) = verified(&sealed, WORDS, 7);
            assert!(done.is_ok(), "{kind}: {:?}", done.err().map(|one| one.message));
            assert!(
                said.starts_with("The reasons are those that were sealed.\n"),
                "{said}"
            );
            assert!(said.contains("Law on State Secrets, article 12"), "{said}");
            assert!(!said.contains("bridge"), "{said}");
        }
    }

    #[test]
    fn other_words_another_salt_and_a_fact_without_a_seal_prove_nothing() {
        let decided = "\"kind\":\"application.decided\"";
        for (kind, words, salt) in [
            (decided, "The bridge is free that week.", 7),
            (decided, WORDS, 8),
            ("\"kind\":\"application.found-valid\"", WORDS, 7),
        ] {
            let (done, said) = verified(kind, words, salt);
            assert_eq!(done.unwrap_err().code, Failure::DIFFERENT, "{said}");
            assert_eq!(said, "");
        }
    }

    #[test]
    fn what_is_not_in_the_form_is_not_read() {
        let key = SigningKey::from_seed("permits.example/test", &[7; 32]).unwrap();
        for text in [
            "{\"format\":\"placet-reasons/1\"}",
            "{\"format\":\"placet-reasons/1\",\"words\":\"x\"}",
        ] {
            let mut out = vec![];
            assert!(verify(text, &key.verifier(), &mut out).is_err());
        }
        assert!(!ReasonsFile::is_one("{\"format\":\"placet-permit/1\"}"));
        assert!(!ReasonsFile::is_one("nothing"));
    }
}
