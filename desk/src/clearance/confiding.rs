//! Saying who reads a piece of a case: what the rulebook knows of who needs it is added here.

use crate::fault::Refused;
use crate::{Desk, Fault};
use act::Context;
use clearance::acts::Confide;
use clearance::{Application, Attachment, ClearanceRefusal, Needed, Piece, Submission};
use rulebook::Rulebook;

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
/// within one version alone.
pub(super) fn needed(rulebook: &Rulebook, before: &Application, submission: &Submission) -> Vec<Needed> {
    let was = before.rulebook.as_ref();
    if was.is_none_or(|was| was.hash == rulebook.hash()) {
        return vec![];
    }
    let marked = submission.pieces().filter(|piece| before.mark(piece).is_some());
    let needed = marked.map(|piece| Needed {
        rules: rules(rulebook, submission.attachments.iter(), &piece),
        piece,
    });
    needed.collect()
}

impl Desk {
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
        let is_known = |id: &str| rulebook.authority(id).is_some();
        let mut named = act.among.iter().flatten();
        if let Some(unknown) = named.find(|one| !is_known(one.as_str())) {
            let authority = unknown.clone();
            return Err(refused(ClearanceRefusal::NotInRulebook { authority }));
        }
        Ok(Confide {
            rules: rules(&rulebook, application.attachments(), &act.piece),
            ..act
        })
    }
}
