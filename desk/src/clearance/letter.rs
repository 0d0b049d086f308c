//! Letters in which authorities decided: each is recorded with its scan.

use super::file::{FILE, FileIn, entry};
use crate::fault::Refused;
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, AuthorityId, Reason};
use clearance::Application;
use clearance::acts::{RecordLetter, Seen};

impl Desk {
    /// Records the letter of an authority, with its scan. The bytes of that are kept before the fact that names it. Where there are words that
    /// are sealed, the reasons of the letter are the legal ground.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor; [`Fault::Refused`] by its name, also where there is no scan;
    /// [`Fault::Invalid`] on the field `file` as for a draft.
    pub async fn record_letter(
        &self,
        actor: &Actor,
        id: ApplicationId,
        letter: RecordLetter,
        scan: FileIn,
        seen: Option<Seen>,
        words: Option<&Reason>,
    ) -> Result<(), Fault> {
        let scanned = self.attachment(&scan, 0, None)?;
        let key = scanned.attachment.to_string();
        let letter = RecordLetter {
            scan: Some(scanned),
            ..letter
        };
        // What would be refused keeps nothing.
        self.would_change_sealing(actor, id, letter.clone(), seen, words)
            .await?;
        self.store.keep(entry(id, &key, scan.bytes)).await?;
        let done = self.change_sealing(actor, id, letter, seen, words).await;
        if Fault::ended(&done) {
            self.store.take(FILE, &key, self.seconds()).await?;
        }
        done
    }

    /// What recording a letter would come to now. Nothing is recorded; without a scan it says why not.
    ///
    /// # Errors
    /// As [`Desk::record_letter`].
    pub async fn would_record_letter(
        &self,
        actor: &Actor,
        id: ApplicationId,
        letter: RecordLetter,
        scan: Option<&FileIn>,
        seen: Option<Seen>,
        words: Option<&Reason>,
    ) -> Result<Application, Fault> {
        let scan = scan.map(|scan| self.attachment(scan, 0, None)).transpose()?;
        let letter = RecordLetter { scan, ..letter };
        self.would_change_sealing(actor, id, letter, seen, words).await
    }

    /// The case in which the actor may record the letter of an authority.
    pub(super) async fn may_record_letter(
        &self,
        actor: &Actor,
        id: ApplicationId,
        authority: &AuthorityId,
    ) -> Result<(), Fault> {
        let case = self.case(actor, id).await?;
        RecordLetter::check(&case.application, &case.context, authority)
            .map_err(|refusal| self.naming(Fault::Refused(Refused::of(&refusal)), &case.application))
    }
}
