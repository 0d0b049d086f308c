//! Saying who reads a piece of a case: what the rulebook knows of who needs it is added here.

use crate::fault::Refused;
use crate::{Desk, Fault};
use act::{AuthorityId, Context};
use clearance::acts::{Confide, ToFew};
use clearance::{Application, Attachment, ClearanceRefusal, Needed, Piece, Submission};
use rulebook::Rulebook;
use std::collections::BTreeSet;

/// The rules that read an answer, or want a document.
fn rules<'a>(
    rulebook: &Rulebook,
    mut files: impl Iterator<Item = &'a Attachment>,
    piece: &Piece,
) -> Vec<String> {
    match piece {
        Piece::Answer(input) => rulebook.rules_reading(input),
        Piece::Document(id) => {
            let document = files.find(|one| one.attachment == *id);
            let document = document.and_then(|one| one.document.as_deref());
            document.map_or(vec![], |one| rulebook.rules_wanting(one))
        }
    }
}

/// Which rules of a version need what is confided of an application, as it is handed in again under that version: a rule has its name
/// within one version alone. That is so of what is dropped, too, which can still be read, and may come back.
pub(super) fn needed(rulebook: &Rulebook, before: &Application, submission: &Submission) -> Vec<Needed> {
    let was = before.rulebook.as_ref();
    if was.is_none_or(|was| was.hash == rulebook.hash()) {
        return vec![];
    }
    let confided: BTreeSet<&Piece> = before.confided.iter().map(|one| &one.confided.piece).collect();
    let marked = confided.into_iter().filter(|piece| before.mark(piece).is_some());
    let files = || submission.attachments.iter().chain(before.attachments());
    let needed = marked.map(|piece| Needed {
        rules: rules(rulebook, files(), piece),
        piece: piece.clone(),
    });
    needed.collect()
}

/// That a rulebook has all these authorities.
fn known<'a>(rulebook: &Rulebook, mut named: impl Iterator<Item = &'a AuthorityId>) -> Result<(), Fault> {
    match named.find(|one| rulebook.authority(one.as_str()).is_none()) {
        Some(unknown) => {
            let authority = unknown.clone();
            Err(Fault::Refused(Refused::of(&ClearanceRefusal::NotInRulebook {
                authority,
            })))
        }
        None => Ok(()),
    }
}

impl Desk {
    /// To whom a document is handed in, with the rules that want it.
    pub(super) async fn handed_in_to(
        &self,
        application: &Application,
        attachment: &Attachment,
        few: ToFew,
    ) -> Result<ToFew, Fault> {
        let rulebook = self.bound_to(application).await?;
        known(&rulebook, few.among.iter())?;
        let piece = Piece::Document(attachment.attachment);
        Ok(ToFew {
            rules: rules(&rulebook, std::iter::once(attachment), &piece),
            ..few
        })
    }

    /// The act, with the rules that need the piece.
    pub(super) async fn confiding(
        &self,
        application: &Application,
        context: &Context,
        act: Confide,
    ) -> Result<Confide, Fault> {
        let refused = |refusal: ClearanceRefusal| Fault::Refused(Refused::of(&refusal));
        Confide::check(application, context, &act.piece).map_err(refused)?;
        let rulebook = self.bound_to(application).await?;
        known(&rulebook, act.among.iter().flatten())?;
        Ok(Confide {
            rules: rules(&rulebook, application.attachments(), &act.piece),
            ..act
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Version;
    use act::{Actor, AttachmentId, Date, OrganisationId, Reason, Title};
    use clearance::{Confided, Confiding, Event, RulebookPin};
    use std::collections::BTreeMap;

    /// Without answers and documents.
    fn submission() -> Submission {
        let event = Event {
            title: Title::new("Evening").unwrap(),
            description: None,
            components: vec![],
            place: Title::new("Riverfront").unwrap(),
            date: Date::constant(2023, 11, 19),
            from: jiff::civil::time(18, 0, 0, 0),
            until: jiff::civil::time(21, 0, 0, 0),
            zone: "Asia/Phnom_Penh".to_owned(),
        };
        Submission {
            event,
            organisers: vec![],
            answers: BTreeMap::new(),
            attachments: vec![],
            cites: None,
            copy_of: None,
            held: None,
            public: None,
        }
    }

    fn confided(piece: Piece) -> Confiding {
        Confiding {
            confided: Confided {
                piece,
                among: Some(vec![]),
                reasons: Reason::new("It was threatened.").unwrap(),
                rules: vec!["authorities/13".to_owned()],
                at_once: false,
            },
            by: Context {
                actor: Actor::rule(OrganisationId::of(1)),
                at: "2023-08-01T03:00:00Z".parse().unwrap(),
            },
        }
    }

    #[test]
    fn what_is_dropped_under_another_version_is_needed_by_the_rules_of_that_one() {
        let folder = [
            (
                "rulebook.toml",
                include_str!("../../../rulebooks/kh-phnom-penh/rulebook.toml"),
            ),
            (
                "authorities.dmn",
                include_str!("../../../rulebooks/kh-phnom-penh/authorities.dmn"),
            ),
        ];
        let files = folder.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let rulebook = Version::load(files.into()).unwrap().rulebook;
        let mut before = Application {
            rulebook: Some(RulebookPin {
                id: rulebook.id().to_owned(),
                version: "0".to_owned(),
                hash: "0".repeat(64),
            }),
            ..Application::default()
        };
        let answer = Piece::Answer("place_kind".to_owned());
        let document = Piece::Document(AttachmentId::of(7));
        before.confided = vec![confided(answer.clone()), confided(document.clone())];
        let found = needed(&rulebook, &before, &submission());
        let rules = |piece: &Piece| {
            found
                .iter()
                .find(|one| one.piece == *piece)
                .map(|one| one.rules.clone())
        };
        assert_eq!(rules(&answer), Some(rulebook.rules_reading("place_kind")));
        assert_eq!(rules(&document), Some(vec![]));
    }
}
