//! The inbox: what happened in the cases of whoever reads, the latest first, and what there is to do.

use crate::acting::hat_role;
use crate::form::Form;
use crate::paging::{After, Pager};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{SessionSecret, Signed, Site};
use crate::telling::{Told, path, told};
use crate::wording::zone_named;
use crate::{Failure, Text, page, see_other};
use askama::Template;
use axum::extract::{Extension, Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use clearance::Party;
use desk::Fault;
use desk::inbox::{Inbox, InboxLine};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/inbox", get(show))
        .route("/inbox/read", post(read_all))
        .route("/inbox/{position}", get(open).post(open_elsewhere))
}

struct Line {
    words: Told,
    path: String,
    at: String,
    unread: bool,
}

#[derive(Template)]
#[template(path = "pages/inbox.html")]
struct InboxPage {
    shell: Shell,
    count: String,
    /// The latest notice that the page shows, where what is new can be marked as read from there.
    newest: Option<u64>,
    lines: Vec<Line>,
    pager: Pager,
}

/// The capacity in which someone reads an inbox.
fn party(signed: &Signed) -> Result<Party, Failure> {
    Party::of(signed.actor.role).ok_or_else(Failure::not_found)
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let party = party(&signed)?;
    let after = after.position();
    let is_first = after.is_none();
    let inbox = site.desk.inbox(&signed.actor, after).await?;
    let (t, today) = (shell.t, site.today());
    let newest = inbox.lines.first().map(|line| line.notice.position);
    let line = |line: &InboxLine| Line {
        words: told(&site, t, party, &line.notice, line.to_do, today),
        path: format!("/inbox/{}", line.notice.position),
        at: t.instant(line.notice.at, &zone_named(&site, &line.notice.zone)),
        unread: line.unread,
    };
    Ok(page(&InboxPage {
        shell: shell.titled(t.get("inbox-title")),
        count: count(t, &inbox),
        newest: newest.filter(|_| is_first && inbox.unread > 0),
        lines: inbox.lines.iter().map(line).collect(),
        pager: Pager::new("/inbox", inbox.next),
    }))
}

fn count(t: Text, inbox: &Inbox) -> String {
    match inbox.unread {
        0 => t.get("inbox-none-new").into_owned(),
        unread => t.one("inbox-unread", "count", i64::try_from(unread).unwrap_or(i64::MAX)),
    }
}

#[derive(Template)]
#[template(path = "pages/inbox_elsewhere.html")]
struct ElsewherePage {
    shell: Shell,
    what: String,
    /// The role in which the notice is read, as a form sends it.
    hat: String,
}

/// Opens a notice: it is read from now on, and leads to the page that it is about. Opening it again does nothing more. One that the
/// reader is told in another role, which an e-mail leads to as well, asks for that role first.
async fn open(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(position): Path<String>,
) -> Result<Response, Failure> {
    let position = super::id(&position)?;
    let notice = match Party::of(signed.actor.role) {
        Some(party) => match site.desk.open_notice(&signed.actor, position).await {
            Ok(notice) => Some((party, notice)),
            Err(Fault::NotFound) => None,
            Err(fault) => return Err(fault.into()),
        },
        None => None,
    };
    let t = shell.t;
    if let Some((party, notice)) = notice {
        return Ok(see_other(&shell.to(&path(party, &notice))));
    }
    let hat = site.desk.told_as(signed.actor.person, position).await?;
    let hat = hat.ok_or_else(Failure::not_found)?;
    let about = [
        ("role", hat_role(t, &hat).into()),
        ("organisation", hat.organisation_in(t.language().tag()).into()),
    ];
    Ok(page(&ElsewherePage {
        what: t.with("inbox-elsewhere", about),
        hat: hat.named().to_string(),
        shell: shell.titled(t.get("inbox-elsewhere-title")),
    }))
}

/// Puts the role on in which a notice is told, and opens it.
async fn open_elsewhere(
    State(site): State<Site>,
    shell: Shell,
    _: Signed,
    Path(position): Path<String>,
    Extension(SessionSecret(secret)): Extension<SessionSecret>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let position: u64 = super::id(&position)?;
    let hat = super::id(typed.get("hat"))?;
    let signed = site.desk.change_hat(&secret, &hat).await?;
    Ok(site.signed_in(&signed, see_other(&shell.to(&format!("/inbox/{position}")))))
}

/// Marks as read what the page showed, and all before it.
async fn read_all(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let newest = super::id(typed.get("newest"))?;
    site.desk.mark_read(&signed.actor, newest).await?;
    Ok(see_other(&shell.to("/inbox")))
}
