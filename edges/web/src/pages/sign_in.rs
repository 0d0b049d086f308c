//! Signing in and out, the one-time links, and changing hats.

use super::{Session, faults};
use crate::form::{Form, Typed};
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{SessionSecret, Site};
use crate::{Failure, Language, page, see_other};
use act::{OrganisationId, Role};
use askama::Template;
use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use desk::accounts::{LEAST_PASSWORD, LinkPurpose, MOST_PASSWORD};
use desk::{Fault, Hat};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/sign-in", get(form).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/reset", get(reset_form).post(reset))
        .route("/links/{secret}", get(link_form).post(follow))
        .route("/hats", get(hats).post(change_hat))
}

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct SignInPage {
    shell: Shell,
    faults: Faults,
    address: TextField,
    password: TextField,
}

fn sign_in_page(shell: Shell, typed: &Typed, faults: Faults) -> Response {
    let t = shell.t;
    let address =
        TextField::new(t, "address", t.get("field-address"), typed, &faults).kind(FieldKind::Address);
    let password =
        TextField::new(t, "password", t.get("field-password"), typed, &faults).kind(FieldKind::Password);
    let mut shell = shell.titled(t.get("sign-in"));
    shell.faulty = !faults.is_empty();
    page(&SignInPage {
        shell,
        faults,
        address,
        password,
    })
}

async fn form(shell: Shell) -> Response {
    sign_in_page(shell, &Typed::default(), Faults::none())
}

async fn sign_in(State(site): State<Site>, shell: Shell, Form(typed): Form) -> Result<Response, Failure> {
    match site
        .desk
        .sign_in(typed.get("address"), typed.get("password"))
        .await
    {
        Ok(signed) => {
            let next = if signed.hats.len() > 1 { "/hats" } else { "/" };
            Ok(site.signed_in(&signed.secret, see_other(&shell.to(next))))
        }
        Err(Fault::NotFound) => {
            let faults = Faults::none().and("address", shell.t.get("fault-sign-in"));
            let mut response = sign_in_page(shell, &typed, faults);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn sign_out(
    State(site): State<Site>,
    shell: Shell,
    secret: Option<Extension<SessionSecret>>,
    Form(_): Form,
) -> Result<Response, Failure> {
    if let Some(Extension(SessionSecret(secret))) = secret {
        site.desk.sign_out(&secret).await?;
    }
    Ok(site.signed_out(see_other(&shell.to("/"))))
}

#[derive(Template)]
#[template(path = "pages/reset.html")]
struct ResetPage {
    shell: Shell,
    address: TextField,
    sent: bool,
}

fn reset_page(shell: Shell, typed: &Typed, sent: bool) -> Response {
    let t = shell.t;
    let address =
        TextField::new(t, "address", t.get("field-address"), typed, &Faults::none()).kind(FieldKind::Address);
    let shell = shell.titled(t.get("reset-title"));
    page(&ResetPage { shell, address, sent })
}

async fn reset_form(shell: Shell) -> Response {
    reset_page(shell, &Typed::default(), false)
}

async fn reset(
    State(site): State<Site>,
    shell: Shell,
    language: Extension<Language>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let base = site.address.clone();
    let to = move |secret: &str| format!("{base}{}", language.address(&format!("/links/{secret}")));
    site.desk.ask_reset(typed.get("address"), to).await?;
    Ok(reset_page(shell, &typed, true))
}

#[derive(Template)]
#[template(path = "pages/link.html")]
struct LinkPage {
    shell: Shell,
    faults: Faults,
    address: String,
    password: TextField,
}

fn link_page(shell: Shell, address: String, purpose: LinkPurpose, faults: Faults) -> Response {
    let t = shell.t;
    let least = i64::try_from(LEAST_PASSWORD).unwrap_or(0);
    let password = TextField::new(
        t,
        "password",
        t.get("field-new-password"),
        &Typed::default(),
        &faults,
    )
    .kind(FieldKind::NewPassword)
    .hint(t.one("hint-new-password", "least", least))
    .most(MOST_PASSWORD);
    let title = match purpose {
        LinkPurpose::Invitation => t.get("link-invitation"),
        LinkPurpose::Reset => t.get("link-reset"),
    };
    let mut shell = shell.titled(title);
    shell.faulty = !faults.is_empty();
    page(&LinkPage {
        shell,
        faults,
        address,
        password,
    })
}

async fn link_form(
    State(site): State<Site>,
    shell: Shell,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let offered = site.desk.offered(&secret).await?.ok_or_else(Failure::not_found)?;
    Ok(link_page(shell, offered.address, offered.purpose, Faults::none()))
}

async fn follow(
    State(site): State<Site>,
    shell: Shell,
    Path(secret): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let offered = site.desk.offered(&secret).await?.ok_or_else(Failure::not_found)?;
    let broken = Faults::of_broken(shell.t, &typed);
    let done = if broken.is_empty() {
        site.desk
            .follow_link(&secret, typed.get("password"))
            .await
            .map_err(|fault| faults::shown(shell.t, fault))
    } else {
        Err(Ok(broken))
    };
    match done {
        Ok(signed) => Ok(site.signed_in(&signed.secret, see_other(&shell.to("/")))),
        Err(faults) => {
            let faults = faults?;
            let mut response = link_page(shell, offered.address, offered.purpose, faults);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

#[derive(Template)]
#[template(path = "pages/hats.html")]
struct HatsPage {
    shell: Shell,
    hats: Vec<Hat>,
}

async fn hats(State(site): State<Site>, shell: Shell, session: Option<Session>) -> Result<Response, Failure> {
    let Some(Session(session)) = session else {
        return Ok(see_other(&shell.to("/sign-in")));
    };
    let hats = site.desk.hats(session.person).await?;
    let title = shell.t.get("hats-title");
    Ok(page(&HatsPage {
        shell: shell.titled(title),
        hats,
    }))
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
    let (organisation, role) = typed.get("hat").split_once('/').ok_or_else(Failure::not_found)?;
    let organisation: OrganisationId = super::id(organisation)?;
    let role = Role::named(role).ok_or_else(Failure::not_found)?;
    let signed = site.desk.change_hat(&secret, organisation, role).await?;
    Ok(site.signed_in(&signed.secret, see_other(&shell.to("/"))))
}
