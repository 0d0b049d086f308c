//! Applying: the draft is saved whatever was typed, with the documents that came with it, or thrown away.

use super::documents::{self, Documents};
use super::draft_form::{Fields, Other, Question, fields, labels, typed};
use super::faults::NotTaken;
use super::held;
use super::last_time::LastTimeCard;
use super::needed;
use super::requests::{CitedRequest, cited};
use super::{faults, id, thread};
use crate::form::{Form, Typed, Upload};
use crate::kept::CHECK;
use crate::parts::{Faults, FileField};
use crate::routes::Routes;
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{Named, version_title, zone_by};
use crate::{Failure, Text, page, see_other};
use act::{Actor, ApplicationId, OrganisationId, RequestId};
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use desk::clearance::{Draft, ORGANISER_FIELD};
use desk::store::StoreFault;
use desk::views::identity::OrganisationLine;
use desk::{Fault, FieldFault};

/// What the button that adds a document sends, and what stands before a document's id in that which takes it off.
const ATTACH: &str = "attach";
const DETACH: &str = "detach-";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/drafts", post(begin))
        .route("/drafts/{id}", get(show).post(save))
        .route("/drafts/{id}/discard", get(ask_to_discard).post(discard))
}

#[derive(Template)]
#[template(path = "pages/draft.html")]
struct DraftPage {
    shell: Shell,
    faults: Faults,
    here: String,
    version: u64,
    saved: String,
    request: Option<CitedRequest>,
    /// What was missing, where it is of an application that was given back.
    lacks: Option<String>,
    /// What it changes, where it amends an application that is before the authorities.
    amends: Option<String>,
    /// The rules by which it is asked for, and their page.
    rulebook: Option<(String, String)>,
    fields: Fields,
    /// What the last time taught, where it copies an application.
    last_time: Option<LastTimeCard>,
    /// That its day is held, or is not any more.
    held: Option<String>,
    /// What was added, and what the rules ask for by what was answered so far.
    documents: Documents,
    /// Which of them the file is.
    document: Option<SelectField>,
    file: FileField,
}

async fn begin(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let draft = begun(&site, &signed.actor, &typed).await?;
    Ok(see_other(&shell.to(&format!("/drafts/{draft}"))))
}

/// Begins a draft: from a request, from a permit check's answers, from a closed application, or from nothing.
pub(super) async fn begun(site: &Site, actor: &Actor, typed: &Typed) -> Result<ApplicationId, Fault> {
    faults::readable(typed)?;
    let cites: Option<RequestId> = match typed.get("request") {
        "" => None,
        request => Some(request.parse().map_err(|_| Fault::NotFound)?),
    };
    let rulebook = typed.get("rulebook");
    if typed.given(CHECK) {
        return site
            .desk
            .begin_checked_draft(actor, rulebook, fields(typed))
            .await;
    }
    if typed.given("hold") {
        let hold = typed.get("hold").parse().map_err(|_| Fault::NotFound)?;
        return site.desk.begin_draft_from_hold(actor, hold).await;
    }
    if typed.given("after") {
        let closed = typed.get("after").parse().map_err(|_| Fault::NotFound)?;
        return site.desk.begin_draft_after(actor, closed).await;
    }
    site.desk.begin_draft(actor, rulebook, cites).await
}

/// The form of a draft, with what was typed and what is wrong with it.
pub(crate) async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    draft: &Draft,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let rulebook = site.desk.rulebook_of(draft);
    let rulebook = rulebook.ok_or_else(Failure::not_found)?;
    let others = others(site, t, draft, typed, signed.actor.organisation).await?;
    let thread = thread::of_draft(&site.desk, t, &signed.actor, draft.cites).await?;
    let title = if draft.amends.is_some() {
        "draft-amend-title"
    } else {
        "draft-title"
    };
    let mut shell = shell.titled(t.get(title)).threaded(thread);
    shell.faulty = !faults.is_empty();
    let file = FileField::new(t, "file", t.get("field-file"), &faults);
    let answers = needed::answers_so_far(&rulebook, typed);
    let documents = Documents::of_draft(site, &shell, &rulebook, draft, &draft.attachments, &answers);
    let documents = documents.taken_off_by(DETACH);
    let document = documents.choice(typed, &faults);
    let labels = labels(t, &rulebook);
    let labels = labels.iter().map(|(name, label)| (name.as_str(), label.as_str()));
    let labels = labels.chain(document.iter().map(SelectField::label));
    let named = faults.clone().named(labels.chain([file.label()]));
    let request = cited(&site.desk, t, &signed.actor, draft.cites).await?;
    let (lacks, amends) = of_which(site, t, &signed.actor, draft).await?;
    let last_time = LastTimeCard::of(site, &shell, signed, draft, typed).await?;
    let says = request.as_ref().map(|request| request.text.as_str());
    Ok(page(&DraftPage {
        here: shell.to(&format!("/drafts/{}", draft.application)),
        version: draft.version,
        saved: t.one(
            "draft-saved",
            "at",
            t.instant(draft.saved, &zone_by(site, &draft.rulebook)),
        ),
        rulebook: Some((
            version_title(t, &rulebook),
            format!("/rulebooks/{}/{}", rulebook.id(), rulebook.hash()),
        )),
        fields: Fields::of(t, &rulebook, others, says, typed, &faults).dated(last_time.as_ref()),
        last_time,
        held: held::of_draft(site, t, draft).await?,
        documents,
        document,
        request,
        lacks,
        amends,
        file,
        faults: named,
        shell,
    }))
}

/// What was missing from the application that a draft is of, where it was given back; or what the draft changes.
async fn of_which(
    site: &Site,
    t: Text,
    actor: &Actor,
    draft: &Draft,
) -> Result<(Option<String>, Option<String>), Failure> {
    match site.desk.case(actor, draft.application).await {
        Ok(view) => {
            let reference = view.application.reference.as_str();
            let amends = draft.amends.as_ref();
            let amends = amends.map(|_| t.one("draft-amends", "reference", reference));
            let lacks = view.application.returned.as_ref();
            Ok((lacks.map(|one| one.lacks.to_string()), amends))
        }
        Err(Fault::NotFound) => Ok((None, None)),
        Err(fault) => Err(fault.into()),
    }
}

/// The organisations that may hold an event beside one's own, by name; and whoever is named already, so that nobody is dropped by a
/// form that has no box for it.
async fn others(
    site: &Site,
    t: Text,
    draft: &Draft,
    typed: &Typed,
    own: OrganisationId,
) -> Result<Vec<Other>, Failure> {
    let mut lines = site.desk.organisations().await?;
    let is_named = |line: &OrganisationLine| typed.given(&format!("{ORGANISER_FIELD}{}", line.organisation));
    let began = |line: &OrganisationLine| draft.was_begun_by(line.organisation);
    // Who began it and can hold no event any more is named by nobody.
    let has_box = |line: &OrganisationLine| line.may_hold_events() || is_named(line) && !began(line);
    lines.retain(|line| line.organisation != own && has_box(line));
    let named = Named::of_these(site, t, lines.iter().map(|line| line.organisation)).await?;
    let other = |line: &OrganisationLine| Other {
        organisation: line.organisation,
        name: named.name(line.organisation, &line.name),
        began: began(line),
    };
    Ok(lines.iter().map(other).collect())
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let draft = site.desk.draft_of(&signed.actor, id(&draft)?).await?;
    let typed = typed(&draft);
    shown(&site, shell, &signed, &draft, &typed, Faults::none()).await
}

/// What of a draft that was sent was not kept.
enum NotKept {
    /// What was done to the documents: what was typed is saved.
    Documents,
    /// All of it.
    All(Fault),
}

impl From<Fault> for NotKept {
    fn from(fault: Fault) -> NotKept {
        NotKept::All(fault)
    }
}

/// Saves what was typed, then takes a document off and adds the one that was chosen: whichever button was pressed,
/// nothing that was typed or chosen is lost.
async fn kept(site: &Site, actor: &Actor, id: ApplicationId, sent: &Upload) -> Result<Draft, NotKept> {
    let typed = &sent.typed;
    faults::readable(typed)?;
    let version = typed.version();
    let draft = site.desk.save_draft(actor, id, version, fields(typed)).await?;
    match documents_changed(site, actor, draft, sent).await {
        Err(Fault::Store(StoreFault::Failed { what })) => {
            tracing::error!(what, "the documents of a draft could not be changed");
            Err(NotKept::Documents)
        }
        done => Ok(done?),
    }
}

async fn documents_changed(
    site: &Site,
    actor: &Actor,
    mut draft: Draft,
    sent: &Upload,
) -> Result<Draft, Fault> {
    let (id, then) = (draft.application, sent.typed.get("then"));
    if let Some(file) = then.strip_prefix(DETACH) {
        let file = file.parse().map_err(|_| Fault::NotFound)?;
        draft = site.desk.detach(actor, id, file).await?;
    }
    match &sent.file {
        Some(file) => {
            let rulebook = site.desk.rulebook_of(&draft);
            let asks = rulebook.is_some_and(|rulebook| {
                documents::asked_for(&rulebook, &needed::answers_so_far(&rulebook, &sent.typed))
            });
            let document = documents::sent_as(&sent.typed, asks)?;
            site.desk.attach(actor, id, file.clone(), document).await
        }
        None if then == ATTACH => Err(Fault::Invalid(vec![FieldFault::plain("file", "file-empty")])),
        None => Ok(draft),
    }
}

/// Saves what was sent. A draft that was saved elsewhere meanwhile is shown with what was typed here, so that its author
/// can decide; sending again saves over it.
async fn save(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    sent: Upload,
) -> Result<Response, Failure> {
    let draft: ApplicationId = id(&draft)?;
    let t = shell.t;
    let here = shell.to(&format!("/drafts/{draft}"));
    let then = sent.typed.get("then");
    let not = match kept(&site, &signed.actor, draft, &sent).await {
        Ok(kept) if shell.for_program => return Ok(told(&site, t, &kept)),
        Ok(_) if then == "check" => return Ok(see_other(&format!("{here}/check"))),
        Ok(_) if then == ATTACH || then.starts_with(DETACH) => {
            return Ok(see_other(&format!("{here}#documents")));
        }
        Ok(_) => return Ok(see_other(&here)),
        Err(not) => not,
    };
    let undone = matches!(not, NotKept::Documents);
    let fault = match not {
        NotKept::Documents => Fault::Invalid(vec![FieldFault::plain("file", "documents-unchanged")]),
        NotKept::All(fault) => fault,
    };
    let file = sent.file.as_ref().map(|file| file.name.as_str());
    let not = NotTaken::of(&shell, fault, "draft-stale")?.file_again(t, file);
    let not = if undone { not.for_now() } else { not };
    let draft = site.desk.draft_of(&signed.actor, draft).await?;
    let page = shown(&site, shell, &signed, &draft, &sent.typed, not.faults.clone()).await?;
    Ok(not.answer(page))
}

/// What the page's script needs to go on: the draft's new version, and the line to show.
fn told(site: &Site, t: Text, kept: &Draft) -> Response {
    let saved = t.one(
        "draft-saved",
        "at",
        t.instant(kept.saved, &zone_by(site, &kept.rulebook)),
    );
    Json(serde_json::json!({ "version": kept.version, "saved": saved })).into_response()
}

#[derive(Template)]
#[template(path = "pages/discard.html")]
struct DiscardPage {
    shell: Shell,
    faults: Faults,
    here: String,
    version: u64,
    title: String,
    saved: String,
    files: Vec<String>,
}

/// Asks once more, and says what would be gone.
async fn ask_to_discard(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    asking(&site, shell, &signed, id(&draft)?, Faults::none()).await
}

async fn asking(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    draft: ApplicationId,
    faults: Faults,
) -> Result<Response, Failure> {
    let draft = site.desk.draft_of(&signed.actor, draft).await?;
    let t = shell.t;
    let mut shell = shell.titled(t.get("discard-title"));
    shell.faulty = !faults.is_empty();
    let title = match draft.fields.get("title").map(|title| title.trim()) {
        Some(title) if !title.is_empty() => title.to_owned(),
        _ => t.get("draft-untitled").into_owned(),
    };
    Ok(page(&DiscardPage {
        faults,
        here: shell.to(&format!("/drafts/{}", draft.application)),
        version: draft.version,
        title,
        saved: t.one(
            "draft-saved",
            "at",
            t.instant(draft.saved, &zone_by(site, &draft.rulebook)),
        ),
        files: draft.attachments.iter().map(|one| one.name.to_string()).collect(),
        shell,
    }))
}

async fn discard(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let draft = id(&draft)?;
    let done = site.desk.discard_draft(&signed.actor, draft, typed.version());
    let Err(fault) = done.await else {
        return Ok(see_other(&shell.to("/events")));
    };
    let not = NotTaken::of(&shell, fault, "discard-stale")?;
    let page = asking(&site, shell, &signed, draft, not.faults.clone()).await?;
    Ok(not.answer(page))
}
