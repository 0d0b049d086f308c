//! Applying: the draft is saved whatever was typed, checked when asked, and handed in once.

use super::draft_form::{Fields, Question, fields, labels, rows, typed};
use super::{faults, id};
use crate::form::{Form, Typed, Upload};
use crate::parts::{Faults, FileField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, page, see_other};
use act::{ApplicationId, RequestId};
use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use desk::Fault;
use desk::clearance::Draft;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/drafts", post(begin))
        .route("/drafts/{id}", get(show).post(save))
        .route("/drafts/{id}/check", get(check))
        .route("/drafts/{id}/submission", post(submit))
        .route("/drafts/{id}/discard", post(discard))
        .route("/drafts/{id}/files", post(attach))
        .route("/drafts/{id}/files/{file}/removal", post(detach))
}

struct FileRow {
    name: String,
    path: String,
    removal: String,
}

#[derive(Template)]
#[template(path = "pages/draft.html")]
struct DraftPage {
    shell: Shell,
    faults: Faults,
    here: String,
    version: u64,
    saved: String,
    fields: Fields,
    files: Vec<FileRow>,
    file: FileField,
}

async fn begin(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let cites: Option<RequestId> = match typed.get("request") {
        "" => None,
        request => Some(id(request)?),
    };
    let rulebook = match typed.get("rulebook") {
        "" => site
            .desk
            .rulebooks()
            .all()
            .next()
            .map(|one| one.id().to_owned())
            .ok_or_else(Failure::not_found)?,
        named => named.to_owned(),
    };
    let draft = site.desk.begin_draft(&signed.actor, &rulebook, cites).await?;
    Ok(see_other(&shell.to(&format!("/drafts/{draft}"))))
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    draft: &Draft,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let rulebook = site
        .desk
        .rulebooks()
        .in_force(&draft.rulebook)
        .ok_or_else(Failure::not_found)?;
    let organisations = site.desk.organisations().await?;
    let own = signed.actor.organisation;
    let faults = faults.named(&labels(t, rulebook));
    let files = draft.attachments.iter().map(|one| FileRow {
        name: one.name.to_string(),
        path: format!("/cases/{}/files/{}", draft.application, one.attachment),
        removal: format!("/drafts/{}/files/{}/removal", draft.application, one.attachment),
    });
    let mut shell = shell.titled(t.get("draft-title"));
    shell.faulty = !faults.is_empty();
    Ok(page(&DraftPage {
        here: shell.to(&format!("/drafts/{}", draft.application)),
        version: draft.version,
        saved: t.one("draft-saved", "at", t.instant(draft.saved, &site.zone)),
        fields: Fields::of(t, rulebook, &organisations, own, typed, &faults),
        files: files.collect(),
        file: FileField::new(t, "file", t.get("field-file"), &faults),
        faults,
        shell,
    }))
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

/// Saves what was typed. A draft that was saved elsewhere meanwhile is shown with what was typed here, so that its
/// author can decide; sending again saves over it.
async fn save(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    Form(sent): Form,
) -> Result<Response, Failure> {
    let t = shell.t;
    let draft: ApplicationId = id(&draft)?;
    let version = sent.get("version").parse().unwrap_or(0);
    let done = match faults::readable(&sent) {
        Ok(()) => {
            let fields = fields(&sent);
            site.desk.save_draft(&signed.actor, draft, version, fields).await
        }
        Err(fault) => Err(fault),
    };
    match done {
        Ok(kept) if shell.for_program => Ok(told(&site, t, &kept)),
        Ok(_) if sent.get("then") == "check" => Ok(see_other(&shell.to(&format!("/drafts/{draft}/check")))),
        Ok(_) => Ok(see_other(&shell.to(&format!("/drafts/{draft}")))),
        Err(Fault::Stale) if !shell.for_program => {
            let kept = site.desk.draft_of(&signed.actor, draft).await?;
            let faults = Faults::none().and("", t.get("draft-stale"));
            let mut response = shown(&site, shell, &signed, &kept, &sent, faults).await?;
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
        Err(fault) => {
            let kept = site.desk.draft_of(&signed.actor, draft).await?;
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(
                shown(&site, shell, &signed, &kept, &sent, faults).await?,
            ))
        }
    }
}

/// What the page's script needs to go on: the draft's new version, and the line to show.
fn told(site: &Site, t: crate::Text, kept: &Draft) -> Response {
    let saved = t.one("draft-saved", "at", t.instant(kept.saved, &site.zone));
    Json(serde_json::json!({ "version": kept.version, "saved": saved })).into_response()
}

#[derive(Template)]
#[template(path = "pages/check.html")]
struct CheckPage {
    shell: Shell,
    faults: Faults,
    here: String,
    rows: Vec<(String, String)>,
    authorities: Vec<AuthorityRow>,
}

struct AuthorityRow {
    name: String,
    reasons: Vec<String>,
    latest: String,
    tone: &'static str,
}

/// What would be handed in, and who would be asked; or the form with every fault beside its field.
async fn check(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let draft = site.desk.draft_of(&signed.actor, id(&draft)?).await?;
    checked(&site, shell, &signed, &draft, Faults::none()).await
}

async fn checked(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    draft: &Draft,
    refused: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    match site.desk.check_draft(&signed.actor, draft).await {
        Ok(submission) => {
            let rulebook = site
                .desk
                .rulebooks()
                .in_force(&draft.rulebook)
                .ok_or_else(Failure::not_found)?;
            let authorities = authorities(site, t, rulebook, &submission);
            let here = shell.to(&format!("/drafts/{}", draft.application));
            let mut shell = shell.titled(t.get("check-title"));
            shell.faulty = !refused.is_empty();
            let rows = rows(t, &submission, Some(rulebook.as_ref()));
            Ok(page(&CheckPage {
                shell,
                faults: refused,
                here,
                rows,
                authorities,
            }))
        }
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let typed = typed(draft);
            Ok(faults::not_taken(
                shown(site, shell, signed, draft, &typed, faults).await?,
            ))
        }
    }
}

fn authorities(
    site: &Site,
    t: crate::Text,
    rulebook: &rulebook::Rulebook,
    submission: &clearance::Submission,
) -> Vec<AuthorityRow> {
    let language = t.language().tag();
    let today = site.today();
    let Ok(evaluation) = rulebook.evaluate(&submission.answers) else {
        return vec![];
    };
    let row = |required: &rulebook::Required| {
        let authority = rulebook.authority(&required.authority)?;
        let calendar = calendar::Calendar::named(&authority.calendar)?;
        let schedule = clearance::latest_filing(submission.event.date, required, calendar).ok()?;
        let late = schedule.latest_filing < today;
        let reason = |fired: &rulebook::Fired| {
            rulebook.reason(&fired.reason).map_or_else(
                || fired.reason.clone(),
                |one| one.in_language(language).to_owned(),
            )
        };
        let latest = if late {
            "check-latest-passed"
        } else {
            "check-latest"
        };
        Some(AuthorityRow {
            name: authority.name.in_language(language).to_owned(),
            reasons: required.fired.iter().map(reason).collect(),
            latest: t.one(latest, "date", t.date(schedule.latest_filing)),
            tone: if late { "bad" } else { "ok" },
        })
    };
    evaluation.authorities.iter().filter_map(row).collect()
}

/// Hands the draft in. One that is no longer there was handed in already: a form sent twice leads to the case.
async fn submit(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    Form(_): Form,
) -> Result<Response, Failure> {
    let application: ApplicationId = id(&draft)?;
    let case = shell.to(&format!("/cases/{application}"));
    match site.desk.submit(&signed.actor, application).await {
        Ok(_) => Ok(see_other(&case)),
        Err(Fault::NotFound) => {
            site.desk.case(&signed.actor, application).await?;
            Ok(see_other(&case))
        }
        Err(fault) => {
            let draft = site.desk.draft_of(&signed.actor, application).await?;
            let refused = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(
                checked(&site, shell, &signed, &draft, refused).await?,
            ))
        }
    }
}

async fn discard(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    Form(_): Form,
) -> Result<Response, Failure> {
    site.desk.discard_draft(&signed.actor, id(&draft)?).await?;
    Ok(see_other(&shell.to("/events")))
}

async fn attach(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    sent: Upload,
) -> Result<Response, Failure> {
    let application: ApplicationId = id(&draft)?;
    let done = match sent.files.into_iter().next() {
        Some(file) => site.desk.attach(&signed.actor, application, file).await,
        None => Err(Fault::Invalid(vec![desk::FieldFault::plain(
            "file",
            "file-empty",
        )])),
    };
    match done {
        Ok(_) => Ok(see_other(&shell.to(&format!("/drafts/{application}")))),
        Err(fault) => {
            let kept = site.desk.draft_of(&signed.actor, application).await?;
            let faults = faults::shown(&shell, fault)?;
            let typed = typed(&kept);
            Ok(faults::not_taken(
                shown(&site, shell, &signed, &kept, &typed, faults).await?,
            ))
        }
    }
}

async fn detach(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((draft, file)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, Failure> {
    let application: ApplicationId = id(&draft)?;
    site.desk.detach(&signed.actor, application, id(&file)?).await?;
    Ok(see_other(&shell.to(&format!("/drafts/{application}"))))
}
