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
        _ => ("something else", ("Fact", ""), ""),
    }
}
