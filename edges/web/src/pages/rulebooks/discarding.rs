//! What is taken away of a version that is worked on, all of it or one file: a page asks first, and says what would be gone.

use super::super::faults::NotTaken;
use crate::form::Form;
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::zone_by;
use crate::{Failure, page, see_other};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use desk::governance::DraftChange;

#[derive(Template)]
#[template(path = "pages/rulebooks/discard.html")]
struct DiscardPage {
    shell: Shell,
    faults: Faults,
    /// The draft, to which one goes back.
    draft: String,
    /// Where the form is sent.
    action: String,
    about: String,
    what: String,
    /// The file with its address, where it is one that would be gone.
    file: Option<(String, String)>,
    button: String,
    /// Which version of the draft it speaks of.
    version: u64,
}

/// Who wants something of a draft gone: all of it, or a file.
struct Asked<'a> {
    site: &'a Site,
    signed: &'a Signed,
    draft: &'a str,
    file: Option<&'a str>,
}

impl<'a> Asked<'a> {
    fn of(site: &'a Site, signed: &'a Signed, draft: &'a str, file: Option<&'a str>) -> Asked<'a> {
        Asked {
            site,
            signed,
            draft,
            file,
        }
    }

    /// Asks once more, and says what would be gone.
    async fn page(&self, shell: Shell, faults: Faults) -> Result<Response, Failure> {
        let desk = &self.site.desk;
        let draft = desk.rulebook_draft(&self.signed.actor, self.draft).await?;
        if self.file.is_some_and(|name| !draft.files.contains_key(name)) {
            return Err(Failure::not_found());
        }
        let t = shell.t;
        let at = shell.to(&format!("/rulebook-drafts/{}", draft.id));
        let named = |id: &str, name: &str| t.one(id, "name", name.to_owned());
        let (title, what, button, end) = match self.file {
            None => (
                t.get("discard-title").into_owned(),
                t.get("rulebook-discard-what").into_owned(),
                t.get("draft-discard").into_owned(),
                "/discard".to_owned(),
            ),
            Some(name) => (
                named("rulebook-removal-title", name),
                t.get("rulebook-removal-what").into_owned(),
                named("file-remove", name),
                format!("/removal/{name}"),
            ),
        };
        let mut shell = shell.titled(title);
        shell.faulty = !faults.is_empty();
        Ok(page(&DiscardPage {
            faults,
            action: format!("{at}{end}"),
            about: t.one(
                "draft-saved",
                "at",
                t.instant(draft.saved, &zone_by(self.site, &draft.rulebook)),
            ),
            what,
            file: self
                .file
                .map(|name| (name.to_owned(), format!("{at}/files/{name}"))),
            button,
            version: draft.version,
            draft: at,
            shell,
        }))
    }

    /// Takes it away, and goes on to a page; where it was changed meanwhile, asks again.
    async fn gone(&self, shell: Shell, version: u64, next: &str) -> Result<Response, Failure> {
        let (desk, actor) = (&self.site.desk, &self.signed.actor);
        let done = match self.file {
            None => desk.discard_rulebook_draft(actor, self.draft, version).await,
            Some(name) => {
                let off = vec![DraftChange::RemoveFile(name.to_owned())];
                let changed = desk.change_rulebook_draft(actor, self.draft, version, off);
                changed.await.map(drop)
            }
        };
        let Err(fault) = done else {
            return Ok(see_other(&shell.to(next)));
        };
        let not = NotTaken::of(&shell, fault, "discard-stale")?;
        let page = self.page(shell, not.faults.clone()).await?;
        Ok(not.answer(page))
    }
}

pub(super) async fn ask(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let asked = Asked::of(&site, &signed, &draft, None);
    asked.page(shell, Faults::none()).await
}

pub(super) async fn discard(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let asked = Asked::of(&site, &signed, &draft, None);
    asked.gone(shell, typed.version(), "/rulebooks").await
}

pub(super) async fn ask_of_file(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((draft, name)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let asked = Asked::of(&site, &signed, &draft, Some(&name));
    asked.page(shell, Faults::none()).await
}

pub(super) async fn take_off(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((draft, name)): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let asked = Asked::of(&site, &signed, &draft, Some(&name));
    let next = format!("/rulebook-drafts/{draft}");
    asked.gone(shell, typed.version(), &next).await
}
