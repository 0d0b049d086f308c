//! Verifying a permit by its code's text or its file: what the proof says, and whether the permit still stands here.
//! Programs find the ledger's key, its signed head and the signed list of what was taken back under `/ledger`.

use super::faults;
use crate::day::{NoGoes, no_goes};
use crate::demands;
use crate::form::{Form, Typed};
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::{Named, short_of, zone_named};
use crate::{Failure, Text, page};
use act::Title;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clearance::{ApplicationFact, PermitContent, PermitDecision};
use desk::views::application::Holds;
use desk::{Fault, FieldFault, Proven};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/verify", get(form).post(verify))
        .route("/ledger/key", get(key))
        .route("/ledger/checkpoint", get(checkpoint))
        .route("/ledger/status", get(status))
}

struct Finding {
    tone: &'static str,
    verdict: String,
    /// That it must not be relied on.
    warning: Option<String>,
    /// Who says no-go.
    no_goes: Option<NoGoes>,
    rows: Vec<(String, String)>,
    conditions: Vec<String>,
    permit: String,
}

#[derive(Template)]
#[template(path = "pages/verify.html")]
struct VerifyPage {
    shell: Shell,
    faults: Faults,
    code: TextField,
    result: Option<Finding>,
    key: String,
}

fn shown(site: &Site, shell: Shell, typed: &Typed, faults: Faults, result: Option<Finding>) -> Response {
    let t = shell.t;
    let code = TextField::new(t, "code", t.get("field-code"), typed, &faults)
        .kind(FieldKind::Lines)
        .hint(t.get("hint-code"));
    let mut shell = shell.titled(t.get("verify-title"));
    shell.faulty = !faults.is_empty();
    page(&VerifyPage {
        shell,
        faults: faults.named([code.label()]),
        code,
        result,
        key: site.desk.verifier().to_string(),
    })
}

async fn form(State(site): State<Site>, shell: Shell) -> Response {
    shown(&site, shell, &Typed::default(), Faults::none(), None)
}

async fn verify(State(site): State<Site>, shell: Shell, Form(typed): Form) -> Result<Response, Failure> {
    let t = shell.t;
    if !typed.given("code") {
        return unproven(&site, shell, &typed, "empty");
    }
    // A file of sealed reasons is no permit; its words are not shown again.
    if typed.get("code").contains("placet-reasons/") {
        return unproven(&site, shell, &typed.without("code"), "is-reasons");
    }
    match site.desk.prove(typed.get("code")) {
        Ok(proven) => {
            let ApplicationFact::PermitIssued(content) = &proven.fact else {
                return unproven(&site, shell, &typed, "no-permit");
            };
            let holds = site.desk.holds(&content.permit).await?;
            let gone = match &holds.1 {
                Some(present) => site.desk.holds(present).await?.0 == Holds::Revoked,
                None => false,
            };
            let known = known(&site, t, content).await?;
            let result = proven_result(&site, t, &proven, content, known, (holds.0, holds.1, gone));
            Ok(shown(
                &site,
                shell,
                &Typed::default(),
                Faults::none(),
                Some(result),
            ))
        }
        Err(_) => unproven(&site, shell, &typed, "not-genuine"),
    }
}

fn unproven(site: &Site, shell: Shell, typed: &Typed, why: &'static str) -> Result<Response, Failure> {
    let faults = faults::shown(&shell, Fault::Invalid(vec![FieldFault::plain("code", why)]))?;
    Ok(faults::not_taken(shown(site, shell, typed, faults, None)))
}

/// What is known here of a permit beside what it says.
struct Known {
    organisers: Vec<String>,
    lead: String,
    no_goes: Option<NoGoes>,
}

/// Who holds the event and who permitted it, by their names in the reader's language where they are known here, and who says no-go.
async fn known(site: &Site, t: Text, content: &PermitContent) -> Result<Known, Failure> {
    let Ok(found) = site.desk.whole_permit(&content.permit).await else {
        // The permit of a ledger that this installation does not hold: what is proven is all there is.
        let recorded = content.organisers.iter().map(|one| one.name.to_string());
        return Ok(Known {
            organisers: recorded.collect(),
            lead: content.issued_by.to_string(),
            no_goes: None,
        });
    };
    let application = &found.application;
    let named = Named::of(site, t, application).await?;
    Ok(Known {
        organisers: named.organisers(&content.organisers),
        lead: named.lead(application, &content.issued_by),
        no_goes: no_goes(site, t, application, &zone_named(site, &content.zone), true),
    })
}

fn proven_result(
    site: &Site,
    t: Text,
    proven: &Proven,
    content: &PermitContent,
    known: Known,
    (holds, instead, gone): (Holds, Option<String>, bool),
) -> Finding {
    let zone = zone_named(site, &content.zone);
    let (tone, verdict, warning) = match holds {
        Holds::InForce => ("ok", "verify-genuine", None),
        Holds::Suspended => ("bad", "verify-suspended", Some("verify-suspended-warning")),
        Holds::Revoked => ("bad", "verify-revoked", Some("verify-revoked-warning")),
        Holds::Replaced if gone => ("bad", "verify-replaced", Some("verify-replaced-revoked-warning")),
        Holds::Replaced => ("bad", "verify-replaced", Some("verify-replaced-warning")),
    };
    // Whoever is shown the earlier one asks for the one that took its place, and finds it here.
    let permit = instead.as_deref().unwrap_or(&content.permit);
    let warning = warning.map(|id| t.one(id, "permit", permit));
    let until = t.time(content.until, &zone, content.date);
    let hours = crate::wording::hours(t, content.from, content.until, until);
    let own = |one: &PermitDecision| demands::of_permit(t, content, one, (site, &called(site, t, one)));
    let conditions = content.decisions.iter().flat_map(own);
    let components: Vec<&str> = content.components.iter().map(Title::as_str).collect();
    let row = |id: &str, value: String| (t.get(id).into_owned(), value);
    let mut rows = vec![
        row("paper-reference", content.permit.clone()),
        row("column-event", content.title.to_string()),
        row("paper-date", t.day(content.date)),
        row("paper-time", hours),
        row("paper-place", content.place.to_string()),
        row("paper-components", components.join(", ")),
        row("paper-organisers", known.organisers.join(", ")),
        row("paper-lead-authority", known.lead),
    ];
    let size = i64::try_from(proven.size).unwrap_or(i64::MAX);
    rows.push(row(
        "verify-as-of",
        t.with(
            "verify-checkpoint-at",
            [
                ("at", t.instant(proven.at, &zone).into()),
                ("size", size.into()),
                ("origin", site.desk.origin().into()),
            ],
        ),
    ));
    Finding {
        tone,
        verdict: t.get(verdict).into_owned(),
        warning,
        no_goes: known.no_goes,
        rows,
        conditions: conditions.collect(),
        permit: format!("/permits/{permit}"),
    }
}

/// What an authority of a permit is called in the reader's language, by the rulebooks that are known here.
fn called(site: &Site, t: Text, one: &PermitDecision) -> String {
    let known = site.desk.rulebooks().all();
    let authority = known
        .iter()
        .find_map(|rulebook| rulebook.authority(one.authority.as_str()));
    short_of(t, authority, one.name.as_str())
}

fn plain(text: String) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

async fn key(State(site): State<Site>) -> Response {
    plain(format!("{}\n", site.desk.verifier()))
}

async fn checkpoint(State(site): State<Site>) -> Result<Response, Failure> {
    Ok(plain(site.desk.checkpoint().await?))
}

async fn status(State(site): State<Site>) -> Result<Response, Failure> {
    Ok(plain(site.desk.status().await?))
}
