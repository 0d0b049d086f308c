//! The case: what stands between us and the day, who must agree and why, and what the reader can do now.

use super::ahead::Ahead;
use super::applied::{Applied, file};
use super::documents::HandingIn;
use super::needed::no_value;
use super::sent::{Sent, optional_reason, reason};
use super::thread::{Here, of_case, origin};
use super::{faults, id};
use crate::form::Typed;
use crate::parts::{Faults, TextField};
use crate::position::{Alarm, ConditionLine, Line, Position, Seen};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{Named, event_line, rulebook_line, short_name, zone};
use crate::{Failure, Text, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use clearance::{Application, PermitStanding, Possible};
use desk::Fault;
use desk::clearance::{CaseView, Change};
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

/// The one thing to do now.
struct Pressing {
    text: String,
    /// A page to go to, or none for a form on this page.
    path: Option<String>,
    /// Where the form is sent.
    action: String,
}

#[derive(Template)]
#[template(path = "pages/case.html")]
struct CasePage {
    shell: Shell,
    faults: Faults,
    case: String,
    event_line: String,
    alarm: Option<Alarm>,
    position: Position,
    pressing: Option<Pressing>,
    ahead: Option<Ahead>,
    heading: String,
    timeline: Option<String>,
    lines: Vec<Line>,
    conditions: Vec<ConditionLine>,
    silences: Vec<String>,
    revoked: Option<(String, String)>,
    applied: Applied,
    /// Which documents are missing.
    missing: Option<String>,
    handing_in: Option<HandingIn>,
    /// The rules that it is decided by, and their page.
    rulebook: Option<(String, String)>,
    /// What has no value by them, where and why.
    no_value: Vec<String>,
    permit: Option<String>,
    can_revoke: bool,
    can_withdraw: bool,
    /// Whether the form for reasons lies open: something is wrong with it, or it came back to be changed.
    opened: bool,
    reasons: TextField,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let faults = match &view.hindered {
        Some(refused) => faults::shown(&shell, Fault::Refused(refused.clone()))?,
        None => Faults::none(),
    };
    shown(&site, shell, &view, &Typed::default(), faults).await
}

pub(crate) async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let application = &view.application;
    let submission = application.submission.as_ref().ok_or_else(Failure::not_found)?;
    let seen = Seen::new(site, t, view);
    let zone = zone(application, site);
    let can_revoke = view.possible.contains(&Possible::RevokePermit);
    let reasons = reasons(t, can_revoke, typed, &faults);
    let origin = origin(&site.desk, view).await?;
    let named = Named::of(site, t, application).await?;
    let lead = named.lead_of(application);
    let thread = of_case(t, view, origin.as_ref(), Here::Application);
    let mut shell = shell.titled(submission.event.title.as_str()).threaded(thread);
    shell.faulty = !faults.is_empty();
    let can_withdraw = view.possible.contains(&Possible::Withdraw);
    let asks_why = can_revoke || can_withdraw;
    shell.keep_left_over(typed, &[("reasons", asks_why)]);
    let heading = t.one("case-stands-between", "date", t.named_date(submission.event.date));
    let applied = Applied::of(site, &shell, view, origin.as_ref(), &named);
    let handing_in = HandingIn::of(t, view, &applied.documents, typed, &faults);
    let labels = handing_in.iter().flat_map(HandingIn::labels);
    let labels = labels.chain(asks_why.then(|| reasons.label()));
    let named_faults = faults.clone().named(labels);
    Ok(page(&CasePage {
        case: shell.to(&format!("/cases/{}", view.id)),
        event_line: event_line(t, application, &zone),
        alarm: seen.alarm(&lead),
        ahead: Ahead::of(site, t, view, &lead),
        position: seen.position(),
        pressing: pressing(site, t, view),
        heading,
        timeline: crate::rails::timeline(&seen),
        lines: seen.lines(),
        silences: seen.silences(),
        conditions: seen.conditions(),
        revoked: revoked(t, application, &zone),
        missing: applied.documents.missing(None).filter(|_| seen.ended.is_none()),
        applied,
        handing_in,
        rulebook: rulebook_line(site, t, application),
        no_value: without_value(site, t, application),
        permit: application
            .permit
            .as_ref()
            .map(|permit| format!("/permits/{}", permit.content.permit)),
        can_revoke,
        can_withdraw,
        opened: faults.at("reasons").is_some() || typed.given("reasons"),
        faults: named_faults,
        reasons,
        shell,
    }))
}

/// What has no value by the rules that the case is decided by, where and why.
fn without_value(site: &Site, t: Text, application: &Application) -> Vec<String> {
    let pinned = application.rulebook.as_ref();
    let rulebook = pinned.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
    let (Some(rulebook), Some(submission)) = (rulebook, &application.submission) else {
        return vec![];
    };
    no_value(t, &rulebook, &rulebook.without_value(&submission.answers))
}

/// The field for the reasons of revoking the permit, or of withdrawing the application.
fn reasons(t: Text, can_revoke: bool, typed: &Typed, faults: &Faults) -> TextField {
    let label = if can_revoke {
        "field-revocation-reasons"
    } else {
        "field-withdrawal-reasons"
    };
    let field = TextField::new(t, "reasons", t.get(label), typed, faults)
        .kind(crate::parts::FieldKind::Lines)
        .most(2_000);
    if can_revoke {
        field.hint(t.get("hint-revocation-reasons"))
    } else {
        field
    }
}

/// When the permit was taken back, and why: for those who see the case.
fn revoked(t: Text, application: &Application, zone: &TimeZone) -> Option<(String, String)> {
    match &application.permit.as_ref()?.standing {
        PermitStanding::Revoked { reasons, by } => Some((
            t.one("permit-revoked-warning", "at", t.instant(by.at, zone)),
            reasons.to_string(),
        )),
        PermitStanding::InForce => None,
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
        Possible::RevokePermit | Possible::HandIn | Possible::Withdraw => None,
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
