//! Saying who reads a piece of a case: what the rulebook knows of who needs it is added here.

use crate::fault::Refused;
use crate::{Desk, Fault};
use act::Context;
use clearance::acts::Confide;
use clearance::{Application, ClearanceRefusal, Piece};
use rulebook::Rulebook;

/// The rules that read an answer, or want a document.
fn rules(rulebook: &Rulebook, application: &Application, piece: &Piece) -> Vec<String> {
    match piece {
        Piece::Answer(input) => rulebook.rules_reading(input),
        Piece::Document(id) => {
            let mut all = application.attachments();
            let document = all.find(|one| one.attachment == *id);
            let document = document.and_then(|one| one.document.as_deref());
            document.map_or(vec![], |one| rulebook.rules_wanting(one))
        }
    }
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
            rules: rules(&rulebook, application, &act.piece),
            ..act
        })
    }
}
