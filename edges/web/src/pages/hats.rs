//! The roles that one can act in: choosing one, and choosing another when the time in which one stood in for somebody is over.

use super::Session;
use super::sign_in::onward;
use crate::acting::hat_role;
use crate::form::{Form, Typed};
use crate::kept::Kept;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{SessionSecret, Site};
use crate::{Failure, page, see_other};
use act::PersonId;
use askama::Template;
use axum::extract::{Extension, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::{Fault, Hat, HatName};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/hats", get(hats).post(change_hat))
}

/// The choice of a role to go on in, which carries what was sent.
pub(super) async fn choose_again(
    site: &Site,
    mut shell: Shell,
    session: &desk::Session,
    sent: &Typed,
) -> Response {
    let kept = Kept::of(&shell.path, sent);
    "/hats".clone_into(&mut shell.path);
    match roles(site, session.person).await {
        Ok(hats) => {
            let lapsed = session.lapsed.as_ref();
            let mut response = hats_page(site, shell, hats, (None, lapsed), kept.hidden());
            *response.status_mut() = StatusCode::CONFLICT;
            response
        }
        Err(fault) => Failure::of_fault(&fault).into_response(),
    }
}

/// The roles of a person, each with how much in its inbox is new.
pub(super) async fn roles(site: &Site, person: PersonId) -> Result<Vec<(Hat, u64)>, Fault> {
    let hats = site.desk.hats(person).await?;
    Ok(site.desk.unread_in(person, hats).await)
}

#[derive(Template)]
#[template(path = "pages/hats.html")]
struct HatsPage {
    shell: Shell,
    /// In whose place the reader acted until it was over.
    lapsed: Option<String>,
    hats: Vec<Wearable>,
    kept: Vec<(String, String)>,
}

/// A role that one can act in.
struct Wearable {
    /// By what the form names it.
    name: HatName,
    words: String,
    /// Whether the reader acts in it now.
    worn: bool,
    /// How much in its inbox is new, where something is.
    unread: Option<String>,
    /// Until when it is worn in somebody's place.
    until: Option<String>,
}

/// The page on which one of several is chosen.
pub(super) fn hats_page(
    site: &Site,
    shell: Shell,
    hats: Vec<(Hat, u64)>,
    (worn, lapsed): (Option<&Hat>, Option<&Hat>),
    kept: Vec<(String, String)>,
) -> Response {
    let t = shell.t;
    let tag = t.language().tag();
    let words = |hat: &Hat| {
        let organisation = hat.organisation_in(tag);
        format!("{} · {organisation}", hat_role(t, hat))
    };
    let until = |id: &str, hat: &Hat| {
        let stands = hat.stands_in.as_ref()?;
        Some(t.with(
            id,
            [
                ("at", t.instant(stands.until, &site.zone).into()),
                ("of", stands.name(tag).to_owned().into()),
            ],
        ))
    };
    let new = |count: u64| t.one("hats-unread", "count", i64::try_from(count).unwrap_or(i64::MAX));
    let wearable = |(hat, unread): (Hat, u64)| Wearable {
        unread: (unread > 0).then(|| new(unread)),
        worn: worn.map(Hat::named) == Some(hat.named()),
        name: hat.named(),
        words: words(&hat),
        until: until("hats-until", &hat),
    };
    page(&HatsPage {
        lapsed: lapsed.and_then(|hat| until("hats-lapsed", hat)),
        shell: shell.titled(t.get("hats-title")),
        hats: hats.into_iter().map(wearable).collect(),
        kept,
    })
}

async fn hats(State(site): State<Site>, shell: Shell, session: Option<Session>) -> Result<Response, Failure> {
    let Some(Session(session)) = session else {
        return Ok(see_other(&shell.to("/sign-in")));
    };
    let hats = roles(&site, session.person).await?;
    Ok(hats_page(
        &site,
        shell,
        hats,
        (session.hat.as_ref(), session.lapsed.as_ref()),
        vec![],
    ))
}

async fn change_hat(
    State(site): State<Site>,
    shell: Shell,
    secret: Option<Extension<SessionSecret>>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let Some(Extension(SessionSecret(secret))) = secret else {
        return Ok(see_other(&shell.to("/sign-in")));
    };
    let hat = super::id(typed.get("hat"))?;
    let signed = site.desk.change_hat(&secret, &hat).await?;
    onward(&site, shell, &signed, &typed, false).await
}
