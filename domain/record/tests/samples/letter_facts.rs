//! Samples of the facts of a decision that came on paper.

use super::sealed_facts::opening;
use super::{advised_permit, reason, title};
use act::{AttachmentId, AuthorityId};
use clearance::{ApplicationFact, Attachment, Decision, RecordedLetter};
use jiff::civil::date;

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let scan = Attachment {
        attachment: AttachmentId::of(17),
        name: title("letter.pdf"),
        media_type: "application/pdf".into(),
        size: 9,
        sha256: "5e".repeat(32),
        document: None,
    };
    let letter = |reference, decision| RecordedLetter {
        authority: authority.clone(),
        decision,
        reasons: Some(reason("The barge stays clear of the pier.")),
        dated: date(2023, 8, 28),
        reference,
        scan: scan.clone(),
        sealed: None,
    };
    let recorded = |reference, decision| ApplicationFact::LetterRecorded(letter(reference, decision));
    let sealed = RecordedLetter {
        sealed: Some(opening().commitment()),
        ..letter(None, Decision::Refused)
    };
    let mut permit = advised_permit();
    for one in &mut permit.decisions {
        one.by_letter = Some(date(2023, 8, 28));
    }
    for one in &mut permit.advice {
        one.by_letter = Some(date(2023, 8, 29));
    }
    vec![
        recorded(Some(title("No. 114/23")), Decision::Granted),
        recorded(None, Decision::Refused),
        ApplicationFact::LetterRecorded(sealed),
        ApplicationFact::LetterDisowned {
            authority: authority.clone(),
            reasons: reason("Nobody here signed it."),
        },
        ApplicationFact::PermitIssued(Box::new(permit)),
    ]
}
