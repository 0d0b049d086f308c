//! Files handed in with an application: typed by their content, bounded, never run and never shown in place.

use crate::accounts::hashed;
use crate::clearance::CaseView;
use crate::clearance::draft::Draft;
use crate::store::{Kept, StoreFault};
use crate::{Desk, Fault, FieldFault, Refused};
use act::{Actor, ApplicationId, AttachmentId, Detail, Refusal, Title};
use clearance::acts::{HandIn, ToFew};
use clearance::{Application, Attachment, ClearanceRefusal};
use rulebook::Rulebook;
use sha2::{Digest, Sha256};

pub(crate) const FILE: &str = "file";
/// The most bytes of one file: 10 MB.
pub const MOST_FILE_BYTES: usize = 10_000_000;
/// The most characters of a file's name before its extension.
const MOST_STEM: usize = 150;
/// The most files of one application.
pub const MOST_FILES: usize = 20;
/// What is taken: documents and pictures that every reader opens.
pub const FILE_KINDS: [FileKind; 4] = [
    FileKind::new("PDF", "application/pdf", &["pdf"]),
    FileKind::new("PNG", "image/png", &["png"]),
    FileKind::new("JPEG", "image/jpeg", &["jpg", "jpeg"]),
    FileKind::new("WebP", "image/webp", &["webp"]),
];

/// A kind of file, told by its content and never by what its sender says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind {
    /// What people call it, in every language.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What the names of its files end with, the usual one first.
    extensions: &'static [&'static str],
}

impl FileKind {
    const fn new(name: &'static str, media_type: &'static str, extensions: &'static [&'static str]) -> Self {
        FileKind {
            name,
            media_type,
            extensions,
        }
    }

    /// The kind of some bytes, if it is taken.
    fn of(bytes: &[u8]) -> Option<FileKind> {
        let found = infer::get(bytes)?.mime_type();
        FILE_KINDS.into_iter().find(|kind| kind.media_type == found)
    }
}

/// The kinds that are taken, for telling.
#[must_use]
pub fn file_kinds() -> Detail {
    Detail::AllOf(FILE_KINDS.map(|kind| Detail::Text(kind.name.to_owned())).into())
}

/// A file as it came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileIn {
    /// Its name as the sender gave it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// As what a document is handed in after the application, and to whom.
#[derive(Clone, Debug, Default)]
pub struct SentAs {
    /// Its id in the rulebook that the application is bound to; another document if that is empty.
    pub document: String,
    /// Who alone reads it; all who read the case where that is none.
    pub few: Option<ToFew>,
}

impl From<&str> for SentAs {
    fn from(document: &str) -> SentAs {
        SentAs {
            document: document.to_owned(),
            few: None,
        }
    }
}

impl Desk {
    /// Adds a file to a draft, as a document of the rulebook by its id, or as another if that is empty.
    ///
    /// # Errors
    /// [`Fault::Invalid`] on the field `file` if it is empty, too large, one too many, or of a kind not taken, and on the
    /// field `document` if the rulebook has no such document; [`Fault::Stale`] if the draft was changed elsewhere, or is
    /// being handed in.
    pub async fn attach(
        &self,
        actor: &Actor,
        id: ApplicationId,
        file: FileIn,
        document: &str,
    ) -> Result<Draft, Fault> {
        let mut draft = self.draft_of(actor, id).await?;
        let rulebook = self.rulebook_of(&draft);
        let document = known(document, rulebook.as_deref())?;
        let attachment = self.attachment(&file, draft.attachments.len(), document)?;
        let key = attachment.attachment.to_string();
        draft.attachments.push(attachment);
        self.store.keep(entry(id, &key, file.bytes)).await?;
        let saved = self.resave(actor, draft).await;
        if matches!(saved, Err(Fault::Stale | Fault::Store(StoreFault::Failed { .. }))) {
            // No draft names it, so nobody would ever find it again.
            self.store.take(FILE, &key, self.seconds()).await?;
        }
        saved
    }

    /// Hands in a document that was missing when the application was. Its bytes are kept before the fact that names them.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor; [`Fault::Refused`] by its name; [`Fault::Invalid`] as for a draft.
    pub async fn hand_in(
        &self,
        actor: &Actor,
        id: ApplicationId,
        file: FileIn,
        sent: impl Into<SentAs>,
    ) -> Result<(), Fault> {
        let act = self.handing_in(actor, id, &file, sent.into()).await?;
        let key = act.attachment.attachment.to_string();
        self.store.keep(entry(id, &key, file.bytes)).await?;
        let done = self.change(actor, id, act).await;
        if Fault::ended(&done) {
            self.store.take(FILE, &key, self.seconds()).await?;
        }
        match done {
            // A form that is sent twice hands one document in.
            Err(Fault::Refused(refused)) if refused.code == ClearanceRefusal::AlreadyHandedIn.code() => {
                Ok(())
            }
            done => done,
        }
    }

    /// What handing a document in would meet now. Nothing is recorded.
    ///
    /// # Errors
    /// As [`Desk::hand_in`]; [`Fault::Refused`] also where it was handed in before.
    pub async fn would_hand_in(
        &self,
        actor: &Actor,
        id: ApplicationId,
        file: &FileIn,
        sent: impl Into<SentAs>,
    ) -> Result<Application, Fault> {
        let act = self.handing_in(actor, id, file, sent.into()).await?;
        self.would_change(actor, id, act, None).await
    }

    /// The case into which the actor may hand documents. A refusal for want of right or stage comes before any fault of a file.
    pub(super) async fn may_hand_in(&self, actor: &Actor, id: ApplicationId) -> Result<CaseView, Fault> {
        let case = self.case(actor, id).await?;
        HandIn::check(&case.application, &case.context)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal)))?;
        Ok(case)
    }

    async fn handing_in(
        &self,
        actor: &Actor,
        id: ApplicationId,
        file: &FileIn,
        sent: SentAs,
    ) -> Result<HandIn, Fault> {
        let case = self.may_hand_in(actor, id).await?;
        let pin = case.application.rulebook.as_ref();
        let rulebook = pin.and_then(|pin| self.rulebooks().version(&pin.hash));
        let document = known(&sent.document, rulebook.as_deref())?;
        // How many there may be, and that this one is not there, the act itself knows.
        let attachment = self.attachment(file, 0, document)?;
        let few = match sent.few {
            Some(few) => Some(self.handed_in_to(&case.application, &attachment, few).await?),
            None => None,
        };
        Ok(HandIn { attachment, few })
    }

    pub(super) fn attachment(
        &self,
        file: &FileIn,
        present: usize,
        document: Option<String>,
    ) -> Result<Attachment, Fault> {
        let (name, kind) = checked(file, present)?;
        Ok(Attachment {
            attachment: AttachmentId::new(self.id()),
            name,
            media_type: kind.media_type.to_owned(),
            size: size(&file.bytes),
            sha256: sha256(&file.bytes),
            document,
        })
    }

    /// Takes a file off a draft.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the draft has no such file; [`Fault::Stale`] if it was changed elsewhere, or is being
    /// handed in.
    pub async fn detach(
        &self,
        actor: &Actor,
        id: ApplicationId,
        attachment: AttachmentId,
    ) -> Result<Draft, Fault> {
        let mut draft = self.draft_of(actor, id).await?;
        let before = draft.attachments.len();
        draft.attachments.retain(|one| one.attachment != attachment);
        if draft.attachments.len() == before {
            return Err(Fault::NotFound);
        }
        let draft = self.resave(actor, draft).await?;
        // What was handed in before stays with that.
        if self.files_handed_in(id).await?.contains(&attachment) {
            return Ok(draft);
        }
        let key = attachment.to_string();
        if let Err(fault) = self.store.take(FILE, &key, self.seconds()).await {
            // The draft names it no more, which is what was asked for.
            tracing::warn!(%fault, "a file that no draft names was left");
        }
        Ok(draft)
    }

    /// A file of a case that the actor may see.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor; [`Fault::SetUp`] if its bytes are not those
    /// that were handed in.
    pub async fn file(
        &self,
        actor: &Actor,
        id: ApplicationId,
        attachment: AttachmentId,
    ) -> Result<(Attachment, Vec<u8>), Fault> {
        let mut attachments: Vec<Attachment> = match self.case(actor, id).await {
            Ok(case) => of_case(&case.application).cloned().collect(),
            Err(Fault::NotFound) => vec![],
            Err(fault) => return Err(fault),
        };
        // A draft has files of its own, also where it is of an application that was given back.
        if attachments.iter().all(|one| one.attachment != attachment) {
            attachments = self.draft_of(actor, id).await?.attachments;
        }
        let wanted = attachments
            .into_iter()
            .find(|one| one.attachment == attachment)
            .ok_or(Fault::NotFound)?;
        self.bytes_of(wanted).await
    }

    /// A file that somebody may read, with its bytes.
    pub(super) async fn bytes_of(&self, wanted: Attachment) -> Result<(Attachment, Vec<u8>), Fault> {
        let key = wanted.attachment.to_string();
        let kept = self
            .store
            .kept(FILE, &key, self.seconds())
            .await?
            .ok_or(Fault::NotFound)?;
        if !is_of(&wanted, &kept.body) {
            return Err(Fault::SetUp(format!(
                "the file {} is not the one that was handed in; restore it from a backup",
                hashed(&key)
            )));
        }
        Ok((wanted, kept.body))
    }
}

/// The files of a case: what was handed in, the scans of letters, what came with advice by links, and photos of what was noted.
pub(crate) fn of_case(application: &Application) -> impl Iterator<Item = &Attachment> {
    let handed_in = application.attachments().chain(application.scans());
    let advice = application.advice_documents();
    handed_in.chain(advice).chain(application.day.photos())
}

/// The bytes of a file of an application.
pub(super) fn entry(of: ApplicationId, key: &str, body: Vec<u8>) -> Kept {
    Kept {
        kind: FILE,
        key: key.to_owned(),
        owner: of.to_string(),
        version: 1,
        expires: None,
        body,
    }
}

/// A document by its id, if the rulebook has it; none is another.
fn known(document: &str, rulebook: Option<&Rulebook>) -> Result<Option<String>, Fault> {
    if document.is_empty() {
        return Ok(None);
    }
    let is_known = |rulebook: &Rulebook| rulebook.attachments().documents.contains_key(document);
    if rulebook.is_some_and(is_known) {
        Ok(Some(document.to_owned()))
    } else {
        Err(Fault::Invalid(vec![FieldFault::plain("document", "unknown")]))
    }
}

/// Whether these are the bytes that were handed in as this file.
pub(crate) fn is_of(file: &Attachment, bytes: &[u8]) -> bool {
    size(bytes) == file.size && sha256(bytes) == file.sha256
}

fn size(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name and the kind of a file that is taken.
pub(super) fn checked(file: &FileIn, present: usize) -> Result<(Title, FileKind), Fault> {
    let kind = accepted(file, present)?;
    Ok((name(&file.name, &kind)?, kind))
}

fn accepted(file: &FileIn, present: usize) -> Result<FileKind, Fault> {
    let refuse = |code, details| {
        Err(Fault::Invalid(vec![FieldFault {
            field: "file".to_owned(),
            code,
            details,
        }]))
    };
    let number = |value: usize| Detail::Number(i64::try_from(value).unwrap_or(i64::MAX));
    if file.bytes.is_empty() {
        return refuse("file-empty", vec![]);
    }
    if file.bytes.len() > MOST_FILE_BYTES {
        return refuse("file-large", vec![("most", number(MOST_FILE_BYTES / 1_000_000))]);
    }
    if present >= MOST_FILES {
        return refuse("file-count", vec![("most", number(MOST_FILES))]);
    }
    match FileKind::of(&file.bytes) {
        Some(kind) => Ok(kind),
        None => refuse("file-kind", vec![("kinds", file_kinds())]),
    }
}

/// The last part of the name that the sender gave, without what a file system could take for more, and with the extension
/// of what the content is: whoever opens the file is told no other kind.
fn name(given: &str, kind: &FileKind) -> Result<Title, Fault> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean = act::seen(last);
    let is_own = |extension: &str| {
        kind.extensions
            .iter()
            .any(|own| own.eq_ignore_ascii_case(extension))
    };
    let (stem, extension) = match clean.rsplit_once('.') {
        Some((stem, extension)) if is_own(extension) => (stem, extension),
        _ => (
            clean.as_str(),
            kind.extensions.first().copied().unwrap_or_default(),
        ),
    };
    let invalid = |fault| Fault::Invalid(vec![FieldFault::of_text("file", &fault)]);
    let stem: String = stem.chars().take(MOST_STEM).collect();
    let stem = Title::new(&stem).map_err(invalid)?;
    Title::new(&format!("{stem}.{extension}")).map_err(invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], present: usize, expect: Result<&'static str, &'static str>) {
        let file = FileIn {
            name: "x".into(),
            bytes: bytes.to_vec(),
        };
        let found = accepted(&file, present).map(|kind| kind.media_type);
        let found = found.map_err(|fault| match fault {
            Fault::Invalid(faults) => faults[0].code,
            other => panic!("{other}"),
        });
        assert_eq!(found, expect);
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        check(b"%PDF-1.7\n", 0, Ok("application/pdf"));
        check(b"\x89PNG\r\n\x1a\n....", 0, Ok("image/png"));
        check(b"\xff\xd8\xff\xe0", 0, Ok("image/jpeg"));
        check(b"RIFF\0\0\0\0WEBPVP8 ", 0, Ok("image/webp"));
        check(b"<svg xmlns=''/>", 0, Err("file-kind"));
        check(b"<html><script>", 0, Err("file-kind"));
        check(b"MZ\x90\x00", 0, Err("file-kind"));
        check(b"", 0, Err("file-empty"));
        check(b"%PDF-1.7\n", MOST_FILES, Err("file-count"));
    }

    #[test]
    fn a_name_never_holds_a_path_and_says_no_other_kind_than_the_content() {
        let check = |given: &str, expect: Option<&str>| {
            let name = name(given, &FILE_KINDS[0]).ok();
            assert_eq!(name.as_ref().map(Title::as_str), expect, "{given:?}");
        };
        check("C:\\plans\\site.pdf", Some("site.pdf"));
        check("../../etc/passwd", Some("passwd.pdf"));
        check("Site.PDF", Some("Site.PDF"));
        check("x.html", Some("x.html.pdf"));
        check("x\u{202e}fdp.exe", Some("xfdp.exe.pdf"));
        check("si\u{ad}te\u{feff}.p\u{200b}df", Some("site.pdf"));
        for nameless in ["///", ".pdf", "\u{200b}.pdf"] {
            check(nameless, None);
        }
        let long = "ក".repeat(300);
        let cut = format!("{}.pdf", "ក".repeat(MOST_STEM));
        check(&format!("{long}.pdf"), Some(&cut));
        check(&long, Some(&cut));
    }
}
