//! Files that are laid by: whoever hands a document in sees first what that does, and does not choose the file again for it.

use super::file::{FileIn, checked};
use crate::store::Kept;
use crate::{Desk, Fault, FieldFault};
use act::{Actor, ApplicationId, AttachmentId, AuthorityId};

const LAID_BY: &str = "file-laid-by";
/// How long one lies there: an hour.
const LAID_BY_SECONDS: i64 = 3_600;

/// A file that was chosen and is not handed in yet: in no record, and only there for whoever chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidBy {
    /// What it is found by.
    pub key: AttachmentId,
    /// The file, by the name that it would be handed in under.
    pub file: FileIn,
}

/// What a file is laid by for.
#[derive(Clone, Copy, Debug)]
pub enum LaidByFor<'a> {
    /// To be handed in as a document.
    Document,
    /// As the scan of an authority's letter.
    Letter(&'a AuthorityId),
}

impl Desk {
    async fn may_lay_by(&self, actor: &Actor, id: ApplicationId, what: LaidByFor<'_>) -> Result<(), Fault> {
        match what {
            LaidByFor::Document => self.may_hand_in(actor, id).await.map(drop),
            LaidByFor::Letter(authority) => self.may_record_letter(actor, id, authority).await,
        }
    }

    /// Lays a file by for an hour, in place of another that this person had chosen for the same.
    ///
    /// # Errors
    /// As handing it in would be met: [`Fault::NotFound`], [`Fault::Refused`] by its name, [`Fault::Invalid`] on the field `file`.
    pub async fn lay_by(
        &self,
        actor: &Actor,
        id: ApplicationId,
        what: LaidByFor<'_>,
        file: FileIn,
    ) -> Result<LaidBy, Fault> {
        self.may_lay_by(actor, id, what).await?;
        let (name, _) = checked(&file, 0)?;
        let file = FileIn {
            name: name.to_string(),
            ..file
        };
        let (key, owner) = (AttachmentId::new(self.id()), owner(actor, id, what));
        let entry = Kept {
            kind: LAID_BY,
            key: key.to_string(),
            owner: owner.clone(),
            version: 1,
            expires: Some(self.seconds() + LAID_BY_SECONDS),
            // No name has a line break in it.
            body: [file.name.as_bytes(), b"\n", &file.bytes].concat(),
        };
        self.store.drop_kept(LAID_BY, &owner).await?;
        self.store.keep(entry).await?;
        Ok(LaidBy { key, file })
    }

    /// The file that this person laid by for a case.
    ///
    /// # Errors
    /// As laying it by; [`Fault::Invalid`] on the field `file` where it lies there no more.
    pub async fn laid_by(
        &self,
        actor: &Actor,
        id: ApplicationId,
        what: LaidByFor<'_>,
        key: &str,
    ) -> Result<LaidBy, Fault> {
        self.may_lay_by(actor, id, what).await?;
        let gone = || Fault::Invalid(vec![FieldFault::plain("file", "file-gone")]);
        let key: AttachmentId = key.parse().map_err(|_| gone())?;
        let kept = self.store.kept(LAID_BY, &key.to_string(), self.seconds()).await?;
        let kept = kept
            .filter(|kept| kept.owner == owner(actor, id, what))
            .ok_or_else(gone)?;
        let mut parts = kept.body.splitn(2, |byte| *byte == b'\n');
        let (Some(name), Some(bytes)) = (parts.next(), parts.next()) else {
            return Err(gone());
        };
        let file = FileIn {
            name: String::from_utf8_lossy(name).into_owned(),
            bytes: bytes.to_vec(),
        };
        Ok(LaidBy { key, file })
    }
}

/// Whose a file is, and for what of which case: each has one.
fn owner(actor: &Actor, id: ApplicationId, what: LaidByFor<'_>) -> String {
    match what {
        LaidByFor::Document => format!("{id}/{}", actor.person),
        LaidByFor::Letter(authority) => format!("{id}/{authority}/{}", actor.person),
    }
}
