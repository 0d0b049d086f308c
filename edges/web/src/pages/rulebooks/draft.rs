//! A version that is worked on: its words, its files, its tables; and proposing it.

use super::super::faults::{self, NotTaken};
use super::findings;
use super::list::title_of;
use super::shown::Book;
use super::tests::TestsShown;
use super::version::kept as kept_file;
use crate::form::{Form, Typed, Upload};
use crate::parts::{Faults, FieldKind, FileField, TextField};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::zone_by;
use crate::{Failure, Text, page, see_other};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use desk::governance::{Draft, DraftChange};
use desk::{Fault, FieldFault};
use rulebook::Rulebook;
use std::sync::Arc;

/// What the buttons send.
const ATTACH: &str = "attach";
const PROPOSE: &str = "propose";
const REMOVE: &str = "remove-";

#[derive(Template)]
#[template(path = "pages/rulebooks/draft.html")]
struct DraftPage {
    shell: Shell,
    faults: Faults,
    here: String,
    version: u64,
    saved: String,
    changes: String,
    name: TextField,
    from: TextField,
    purpose: TextField,
    file: FileField,
    removals: Vec<(String, String)>,
    /// What is wrong with its files, if they make no version.
    unsound: Vec<String>,
    /// What its own tests come to, if they do.
    tests: Option<TestsShown>,
    /// How many faults the linter finds, if any.
    faults_found: Option<String>,
    book: Book,
}

pub(super) async fn begin(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((id, hash)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, Failure> {
    let begun = site.desk.begin_rulebook_draft(&signed.actor, &id, &hash).await;
    match begun {
        Ok(draft) => Ok(see_other(&shell.to(&format!("/rulebook-drafts/{draft}")))),
        Err(Fault::Refused(refused)) => Err(Failure::refused(refused)),
        Err(fault) => Err(Failure::of_fault(&fault)),
    }
}

/// What the form of a draft holds.
fn typed(draft: &Draft) -> Typed {
    Typed::default()
        .and("version-name", draft.name())
        .and("from", draft.from.as_str())
        .and("purpose", draft.purpose.as_str())
}

/// How many faults the linter finds in what is loaded, in words; none where there is none.
async fn lint_faults(
    site: &Site,
    t: Text,
    rulebook: Option<&Arc<Rulebook>>,
) -> Result<Option<String>, Failure> {
    let Some(rulebook) = rulebook else {
        return Ok(None);
    };
    let found = findings::found(site, t, rulebook).await?;
    let faults = found.iter().filter(|one| one.tone == "bad").count();
    let count = i64::try_from(faults).ok().filter(|count| *count > 0);
    Ok(count.map(|count| t.one("lint-faults", "count", count)))
}

/// The buttons that take a file off.
fn removals(t: Text, draft: &Draft) -> Vec<(String, String)> {
    let removal = |name: &String| {
        let words = t.one("file-remove", "name", name.as_str());
        (format!("{REMOVE}{name}"), words)
    };
    draft.files.keys().map(removal).collect()
}

async fn shown(
    site: &Site,
    shell: Shell,
    draft: &Draft,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let here = format!("/rulebook-drafts/{}", draft.id);
    let loaded = site.desk.drafted_version(draft);
    let unsound = match &loaded {
        Err(Fault::Invalid(all)) => all.iter().map(|one| t.field_fault(one)).collect(),
        _ => vec![],
    };
    let tests = match &loaded {
        Ok(version) => Some(TestsShown::run(t, version).await?),
        Err(_) => None,
    };
    let rulebook = loaded.ok().map(|version| version.rulebook);
    let faults_found = lint_faults(site, t, rulebook.as_ref()).await?;
    let words = rulebook.or_else(|| site.desk.words_of_draft(draft));
    let field = |name: &str, label: &str| TextField::new(t, name, t.get(label), typed, &faults);
    let mut shell = shell.titled(t.one(
        "rulebook-draft-title",
        "rulebook",
        title_of(t, &site.desk.rulebooks(), &draft.rulebook),
    ));
    shell.faulty = !faults.is_empty();
    let name = field("version-name", "field-rulebook-version").hint(t.get("hint-rulebook-version"));
    let from = field("from", "field-binds-from").kind(FieldKind::Day);
    let purpose = field("purpose", "field-purpose").kind(FieldKind::Lines);
    let file = FileField::new(t, "file", t.get("field-rulebook-file"), &faults)
        .taking(t.get("hint-rulebook-file"), ".dmn,.toml");
    Ok(page(&DraftPage {
        version: draft.version,
        saved: t.one(
            "draft-saved",
            "at",
            t.instant(draft.saved, &zone_by(site, &draft.rulebook)),
        ),
        changes: format!("/rulebooks/{}/{}", draft.rulebook, draft.changes),
        faults: faults
            .clone()
            .named([name.label(), from.label(), purpose.label(), file.label()]),
        name,
        from,
        purpose: purpose.most(2_000),
        file,
        removals: removals(t, draft),
        unsound,
        book: Book::drafted(t, &draft.files, words.as_deref(), &here),
        tests,
        faults_found,
        here,
        shell,
    }))
}

pub(super) async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    let faults = match site.desk.name_taken(&draft).await? {
        Some(refused) => Faults::none().and("version-name", shell.t.refusal(&refused)),
        None => Faults::none(),
    };
    shown(&site, shell, &draft, &typed(&draft), faults).await
}

/// A file as it is by now.
pub(super) async fn file(
    State(site): State<Site>,
    signed: Signed,
    Path((draft, name)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    kept_file(&draft.files, &name)
}

fn changes(sent: &Upload) -> Result<Vec<DraftChange>, Fault> {
    faults::readable(&sent.typed)?;
    let typed = |name: &str| sent.typed.get(name).to_owned();
    let mut changes = vec![DraftChange::Words {
        name: typed("version-name"),
        from: typed("from"),
        purpose: typed("purpose"),
    }];
    match &sent.file {
        Some(file) => changes.push(DraftChange::File(file.name.clone(), file.bytes.clone())),
        None if sent.typed.get("then") == ATTACH => {
            return Err(Fault::Invalid(vec![FieldFault::plain("file", "file-empty")]));
        }
        None => {}
    }
    Ok(changes)
}

/// Saves what was sent; proposes it if that is asked. Whatever button is pressed, nothing that was typed is lost.
pub(super) async fn save(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    sent: Upload,
) -> Result<Response, Failure> {
    let mut draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    let read = draft.version;
    let fault = match kept(&site, &signed, &mut draft, &sent).await {
        Ok(next) => return Ok(see_other(&shell.to(&next))),
        Err(fault) => fault,
    };
    // What was saved before it was not proposed has its file.
    let file = sent.file.as_ref().filter(|_| draft.version == read);
    let file = file.map(|file| file.name.as_str());
    let mut not = NotTaken::of(&shell, fault, "rulebook-draft-stale")?;
    if not.is_stale() {
        draft = site.desk.rulebook_draft(&signed.actor, &draft.id).await?;
        not.faults = not
            .faults
            .then(changed_meanwhile(shell.t, &typed(&draft), &sent.typed));
    }
    let not = not.file_again(shell.t, file);
    let page = shown(&site, shell, &draft, &sent.typed, not.faults.clone()).await?;
    Ok(not.answer(page))
}

/// What stands in a draft now beside what was typed into a form of how it was.
fn changed_meanwhile(t: Text, now: &Typed, sent: &Typed) -> Faults {
    let others = now
        .fields()
        .filter(|(name, value)| sent.get(name).trim() != value.trim());
    let stands = |(name, value): (&str, &str)| {
        let value = match value.trim() {
            "" => t.get("difference-nothing").into_owned(),
            value => value.to_owned(),
        };
        (name.to_owned(), t.one("stands-now", "now", value))
    };
    others
        .map(stands)
        .fold(Faults::none(), |faults, (name, words)| faults.and(&name, words))
}

/// Saves, and proposes if that is asked; gives the page that comes next. Before a file is taken off, one page asks.
async fn kept(site: &Site, signed: &Signed, draft: &mut Draft, sent: &Upload) -> Result<String, Fault> {
    let version = match sent.typed.get("draft").parse() {
        Ok(version) => version,
        Err(_) => return Err(Fault::Stale),
    };
    let changes = changes(sent)?;
    let (desk, actor, then) = (&site.desk, &signed.actor, sent.typed.get("then"));
    let changed = if then == PROPOSE {
        desk.change_rulebook_draft(actor, &draft.id, version, changes)
            .await
    } else {
        desk.change_rulebook_draft_once(actor, &draft.id, version, changes)
            .await
    };
    *draft = changed?;
    if then == PROPOSE {
        let number = site.desk.propose(&signed.actor, draft).await?;
        return Ok(format!("/rulebook-proposals/{}/{number}", draft.rulebook));
    }
    let here = format!("/rulebook-drafts/{}", draft.id);
    let file = then.strip_prefix(REMOVE);
    Ok(file.map_or(here.clone(), |name| format!("{here}/removal/{name}")))
}
