//! The case: what stands between us and the day, who must agree and why, and what the reader can do now.

use super::thread::{Here, of_case};
use super::{draft_form, faults, id, referral};
use crate::attachment::attachment;
use crate::form::{Form, Typed};
use crate::parts::{Faults, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{due, event_line, reasons, short_name, standing_words, tone, whole_days, zone};
use crate::{Failure, Text, page, see_other};
use act::{ApplicationId, AuthorityId, Reason};
use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Path, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clearance::{Application, Outcome, Possible, Referral, Stage};
use desk::clearance::{CaseView, Change, Sight};
use desk::{Fault, FieldFault};
use jiff::tz::TimeZone;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/cases/{id}", get(show))
        .route("/cases/{id}/circulation", post(circulate))
        .route("/cases/{id}/permit", post(issue))
        .route("/cases/{id}/revocation", post(revoke))
        .route("/cases/{id}/withdrawal", post(withdraw))
        .route("/cases/{id}/files/{file}", get(file))
}

/// One authority's line.
struct Line {
    name: String,
    path: String,
    tone: &'static str,
    standing: String,
    reasons: Vec<(String, String)>,
    next: String,
}

/// The one thing to do now.
struct Pressing {
    text: String,
    /// A page to go to, or none for a form on this page.
    path: Option<String>,
    /// Where the form is sent.
    action: String,
}

struct ConditionLine {
    text: String,
    authority: String,
}

#[derive(Template)]
#[template(path = "pages/case.html")]
struct CasePage {
    shell: Shell,
    faults: Faults,
    case: String,
    event_line: String,
    position: String,
    pressing: Option<Pressing>,
    heading: String,
    timeline: Option<String>,
    lines: Vec<Line>,
    conditions: Vec<ConditionLine>,
    handed_in: Vec<(String, String)>,
    files: Vec<(String, String)>,
    permit: Option<String>,
    can_revoke: bool,
    can_withdraw: bool,
    reasons: TextField,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    shown(&site, shell, &view, &Typed::default(), Faults::none()).await
}

async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let application = &view.application;
    let Some(submission) = &application.submission else {
        return Err(Failure::not_found());
    };
    let zone = zone(application, site);
    let today = view.context.at.to_zoned_datetime(zone.clone()).date();
    let reasons = TextField::new(t, "reasons", t.get("field-reasons"), typed, &faults)
        .kind(crate::parts::FieldKind::Lines)
        .most(2_000);
    let thread = of_case(&site.desk, t, view, Here::Application).await?;
    let mut shell = shell.titled(submission.event.title.as_str()).threaded(thread);
    shell.faulty = !faults.is_empty();
    let can = |act: Possible| view.possible.contains(&act);
    let asks_why = can(Possible::RevokePermit) || can(Possible::Withdraw);
    shell.keep_left_over(typed, &[("reasons", asks_why)]);
    let heading = t.one("case-stands-between", "date", t.named_date(submission.event.date));
    Ok(page(&CasePage {
        case: shell.to(&format!("/cases/{}", view.id)),
        event_line: event_line(t, application, &zone),
        position: position(t, application),
        pressing: pressing(site, t, view),
        heading,
        timeline: crate::rails::timeline(site, t, application, today),
        lines: lines(site, t, view, &zone),
        conditions: conditions(site, t, application),
        handed_in: draft_form::summary(site, t, application),
        files: submission
            .attachments
            .iter()
            .map(|one| {
                (
                    one.name.to_string(),
                    format!("/cases/{}/files/{}", view.id, one.attachment),
                )
            })
            .collect(),
        permit: application
            .permit
            .as_ref()
            .map(|permit| format!("/permits/{}", permit.content.permit)),
        can_revoke: view.possible.contains(&Possible::RevokePermit),
        can_withdraw: view.possible.contains(&Possible::Withdraw),
        reasons,
        faults,
        shell,
    }))
}

/// How it stands, in a sentence.
fn position(t: Text, application: &Application) -> String {
    let asked = application.referrals.len();
    let agreed = application
        .referrals
        .values()
        .filter(|one| one.standing().agreed())
        .count();
    let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    match application.stage() {
        Stage::InCirculation | Stage::Decided => match Outcome::of(application) {
            Outcome::Refused { by, .. } => t.one("position-refused", "count", count(by.len())),
            Outcome::Agreed { conditions, .. } => t.one("position-agreed", "conditions", count(conditions)),
            _ => t.with(
                "position-pending",
                [("agreed", count(agreed).into()), ("asked", count(asked).into())],
            ),
        },
        stage => t.get(&format!("position-{}", stage.name())).into_owned(),
    }
}

/// The first thing that the reader can do, as a button.
fn pressing(site: &Site, t: Text, view: &CaseView) -> Option<Pressing> {
    let referral = |authority: &act::AuthorityId| format!("/cases/{}/referrals/{authority}", view.id);
    let name = |authority: &act::AuthorityId| {
        view.application
            .referrals
            .get(authority)
            .map_or_else(String::new, |one| short_name(site, t, &view.application, one))
    };
    let go = |text: String, path: String| {
        Some(Pressing {
            text,
            path: Some(path),
            action: String::new(),
        })
    };
    let here = |text: &str, action: &str| {
        let action = format!("/cases/{}/{action}", view.id);
        Some(Pressing {
            text: t.get(text).into_owned(),
            path: None,
            action,
        })
    };
    match view.possible.first()? {
        Possible::Answer { authority, .. } => go(
            t.one("act-answer-whom", "authority", name(authority)),
            format!("{}#answer", referral(authority)),
        ),
        Possible::Circulate => here("act-circulate", "circulation"),
        Possible::IssuePermit => here("act-issue-permit", "permit"),
        Possible::BeginReview { authority }
        | Possible::Decide { authority }
        | Possible::Ask { authority }
        | Possible::WithdrawQuestion { authority, .. } => go(
            t.one("act-review-for", "authority", name(authority)),
            referral(authority),
        ),
        Possible::RevokePermit | Possible::Withdraw => None,
    }
}

fn lines(site: &Site, t: Text, view: &CaseView, zone: &TimeZone) -> Vec<Line> {
    let application = &view.application;
    let line = |referral: &Referral| {
        let standing = referral.standing();
        Line {
            name: short_name(site, t, application, referral),
            path: format!("/cases/{}/referrals/{}", view.id, referral.authority),
            tone: tone(standing).name(),
            standing: standing_words(t, referral),
            reasons: reasons(site, t, application, referral),
            next: next(t, view, referral, zone),
        }
    };
    application.referrals.values().map(line).collect()
}

/// What comes next with an authority.
fn next(t: Text, view: &CaseView, referral: &Referral, zone: &TimeZone) -> String {
    let day = |at: act::Timestamp| t.short_date(at.to_zoned_datetime(zone.clone()).date());
    if let Some(decided) = &referral.decided {
        return t.one("next-decided", "date", day(decided.by.at));
    }
    if let Some(question) = referral.open_question() {
        let days = whole_days(question.asked, view.context.at, zone);
        let id = if view.sight == Sight::Organiser {
            "next-your-answer"
        } else {
            "next-their-answer"
        };
        return t.one(id, "days", days);
    }
    due(t, referral).unwrap_or_default()
}

fn conditions(site: &Site, t: Text, application: &Application) -> Vec<ConditionLine> {
    let of = |referral: &Referral| {
        let authority = short_name(site, t, application, referral);
        let line = move |condition: &clearance::Condition| ConditionLine {
            text: condition.text.to_string(),
            authority: authority.clone(),
        };
        referral.conditions().iter().map(line).collect::<Vec<_>>()
    };
    application.referrals.values().flat_map(of).collect()
}

/// A form by which someone wants something done to a case.
pub(crate) struct Sent {
    site: Site,
    shell: Shell,
    signed: Signed,
    /// What was typed.
    pub typed: Typed,
}

impl FromRequest<Site> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Sent, Response> {
        let (mut parts, body) = request.into_parts();
        let shell = Shell::from_request_parts(&mut parts, site)
            .await
            .map_err(IntoResponse::into_response)?;
        let signed = Signed::from_request_parts(&mut parts, site).await?;
        let Form(typed) = Form::from_request(Request::from_parts(parts, body), site)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Sent {
            site: site.clone(),
            shell,
            signed,
            typed,
        })
    }
}

impl Sent {
    /// Carries a change out, and leads back to the case, or to the referral that it was made on; what was not taken is
    /// shown there beside its field, with what was typed.
    pub(crate) async fn change(
        self,
        case: &str,
        on: Option<&AuthorityId>,
        wanted: Result<Change, Fault>,
    ) -> Result<Response, Failure> {
        let Sent {
            site,
            shell,
            signed,
            typed,
        } = self;
        let case: ApplicationId = id(case)?;
        let done = match wanted {
            Ok(change) => site.desk.change(&signed.actor, case, change).await,
            Err(fault) => Err(fault),
        };
        let Err(fault) = done else {
            let part = on.map_or_else(String::new, |authority| format!("/referrals/{authority}"));
            return Ok(see_other(&shell.to(&format!("/cases/{case}{part}"))));
        };
        let faults = faults::shown(&shell, fault)?;
        let view = site.desk.case(&signed.actor, case).await?;
        let page = match on {
            None => shown(&site, shell, &view, &typed, faults).await?,
            Some(authority) => referral::shown(&site, shell, &view, authority, &typed, faults).await?,
        };
        Ok(faults::not_taken(page))
    }
}

async fn circulate(Path(case): Path<String>, sent: Sent) -> Result<Response, Failure> {
    sent.change(&case, None, Ok(Change::Circulate)).await
}

async fn issue(Path(case): Path<String>, sent: Sent) -> Result<Response, Failure> {
    sent.change(&case, None, Ok(Change::IssuePermit)).await
}

async fn revoke(Path(case): Path<String>, sent: Sent) -> Result<Response, Failure> {
    let wanted = reason(&sent.typed, "reasons").map(Change::RevokePermit);
    sent.change(&case, None, wanted).await
}

async fn withdraw(Path(case): Path<String>, sent: Sent) -> Result<Response, Failure> {
    let wanted = optional_reason(&sent.typed, "reasons").map(Change::Withdraw);
    sent.change(&case, None, wanted).await
}

/// A reason as typed.
pub(crate) fn reason(typed: &Typed, field: &str) -> Result<Reason, Fault> {
    if typed.broken().contains(field) {
        return Err(Fault::Invalid(vec![FieldFault::plain(field, "not-utf8")]));
    }
    Reason::new(typed.get(field)).map_err(|fault| Fault::Invalid(vec![FieldFault::of_text(field, &fault)]))
}

/// A reason that may be left out.
pub(crate) fn optional_reason(typed: &Typed, field: &str) -> Result<Option<Reason>, Fault> {
    if typed.given(field) {
        reason(typed, field).map(Some)
    } else {
        Ok(None)
    }
}

/// A file is handed over to be kept, never shown in place: its content is its sender's.
async fn file(
    State(site): State<Site>,
    signed: Signed,
    Path((case, file)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (kept, bytes) = site.desk.file(&signed.actor, id(&case)?, id(&file)?).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        attachment(kept.name.as_str()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
