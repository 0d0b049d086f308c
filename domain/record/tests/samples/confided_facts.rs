//! Facts by which a piece of a case is confided to few of those who read it, and to all of them again.

use super::reason;
use act::{AttachmentId, AuthorityId};
use clearance::{ApplicationFact, Confided, Needed, Piece};

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let said = |piece: Piece, among: Option<Vec<AuthorityId>>, rules: Vec<String>| Confided {
        piece,
        among,
        reasons: reason("It names where the guests stay."),
        rules,
        at_once: false,
    };
    let confided = |piece, among, rules| ApplicationFact::Confided(said(piece, among, rules));
    let answer = || Piece::Answer("fireworks".into());
    vec![
        confided(Piece::Document(AttachmentId::of(17)), Some(vec![]), vec![]),
        confided(
            answer(),
            Some(vec![authority.clone()]),
            vec!["authorities/1".into()],
        ),
        confided(answer(), None, vec!["authorities/1".into()]),
        ApplicationFact::Confided(Confided {
            at_once: true,
            ..said(
                Piece::Document(AttachmentId::of(18)),
                Some(vec![authority.clone()]),
                vec![],
            )
        }),
    ]
}

/// What is handed in again under a version of which two rules need what is confided.
pub fn rebound(again: ApplicationFact) -> ApplicationFact {
    let ApplicationFact::Submitted {
        reference,
        submission,
        rulebook,
        lead,
        ..
    } = again
    else {
        return again;
    };
    let need = |piece, rules| Needed { piece, rules };
    ApplicationFact::Submitted {
        reference,
        submission,
        rulebook,
        lead,
        needed: vec![
            need(
                Piece::Answer("fireworks".into()),
                vec!["authorities/2".into(), "authorities/3".into()],
            ),
            need(Piece::Document(AttachmentId::of(17)), vec![]),
        ],
    }
}
