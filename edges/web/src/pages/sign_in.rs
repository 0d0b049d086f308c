//! Signing in and out, the one-time links, and changing hats.

use super::hats::{choose_again, hats_page};
use super::{acts, demonstration, faults, together};
use crate::form::{Form, FormSecret, SentForm, Typed};
use crate::kept::{Kept, SignInFirst};
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{SessionSecret, Site, device};
use crate::{Failure, Language, page, see_other};
use askama::Template;
use axum::extract::{Extension, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use desk::accounts::{LEAST_PASSWORD, LinkPurpose, MOST_PASSWORD, RESET_SECONDS};
use desk::{Fault, FieldFault, SignedIn};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/sign-in", get(form).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/reset", get(reset_form).post(reset))
        .route("/links/{secret}", get(link_form).post(follow))
}

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct SignInPage {
    shell: Shell,
    faults: Faults,
    address: TextField,
    password: TextField,
    kept: Vec<(String, String)>,
    /// The permit check whose answers are carried along.
    check: Option<String>,
}

fn sign_in_page(shell: Shell, typed: &Typed, faults: Faults) -> Response {
    let t = shell.t;
    let address =
        TextField::new(t, "address", t.get("field-address"), typed, &faults).kind(FieldKind::Address);
    let password =
        TextField::new(t, "password", t.get("field-password"), typed, &faults).kind(FieldKind::Password);
    let mut shell = shell.titled(t.get("sign-in"));
    shell.faulty = !faults.is_empty();
    let kept = Kept::carried(typed);
    page(&SignInPage {
        check: kept.as_ref().and_then(Kept::check).map(str::to_owned),
        kept: kept.map_or_else(Vec::new, |kept| kept.hidden()),
        shell,
        faults: faults.named([address.label(), password.label()]),
        address,
        password,
    })
}

/// Answers a form that came after its session had ended with the sign-in form that carries it; in the demonstration, whose
/// people have no passwords, with the choice of one of them.
pub(crate) async fn keep_what_was_typed(State(site): State<Site>, request: Request, next: Next) -> Response {
    let session = request.extensions().get::<desk::Session>();
    // Who stood in for another, and does so no more, is signed in still, and has to choose in which role to go on.
    let lapsed = session.filter(|session| session.lapsed.is_some()).cloned();
    if session.is_some() && lapsed.is_none() {
        return next.run(request).await;
    }
    let sent = request.extensions().get::<SentForm>().cloned();
    let (parts, body) = request.into_parts();
    let shell = Shell::of(&parts);
    let answer = next.run(Request::from_parts(parts, body)).await;
    match sent {
        Some(sent) if answer.extensions().get::<SignInFirst>().is_some() => match sent.given_back().await {
            Some(sent) => match lapsed {
                Some(session) => choose_again(&site, shell, &session, &sent.typed).await,
                None => sign_in_again(&site, shell, &sent.typed).await,
            },
            None => answer,
        },
        _ => answer,
    }
}

/// The sign-in form, which carries what was sent.
async fn sign_in_again(site: &Site, mut shell: Shell, sent: &Typed) -> Response {
    let kept = Kept::of(&shell.path, sent);
    let back = if site.demonstration.is_some() {
        "/people"
    } else {
        "/sign-in"
    };
    // Where the form went there may be nothing to read: the other languages lead to where its answers stand, else here.
    shell.path = kept.check().unwrap_or(back).to_owned();
    let mut response = if site.demonstration.is_some() {
        match demonstration::people_page(site, shell, None, Some(&kept)).await {
            Ok(page) => page,
            Err(failure) => return failure.into_response(),
        }
    } else {
        let hidden = kept.hidden().into_iter();
        let typed = hidden.fold(Typed::default(), |typed, (name, value)| typed.and(&name, value));
        sign_in_page(shell, &typed, Faults::none())
    };
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

#[derive(Template)]
#[template(path = "pages/resumed.html")]
struct ResumedPage {
    shell: Shell,
    kept: Kept,
    /// What each field that was filled in is called, where that is known, and what was typed.
    typed: Vec<(String, String)>,
}

/// Where someone goes who has signed in or changed hats: on with the form that was carried along, if one was.
pub(super) async fn onward(
    site: &Site,
    shell: Shell,
    signed: &SignedIn,
    typed: &Typed,
    choose: bool,
) -> Result<Response, Failure> {
    let choose = choose && signed.hats.len() > 1;
    let Some(kept) = Kept::carried(typed) else {
        let next = if choose { "/hats" } else { "/" };
        return Ok(site.signed_in(signed, see_other(&shell.to(next))));
    };
    if let Some(check) = kept.check().filter(|_| !choose) {
        let begun = begun(site, &shell, signed, &kept, check).await?;
        return Ok(site.signed_in(signed, begun));
    }
    let secret = FormSecret(signed.session.form_secret.clone());
    let shell = crate::site::shell(site, shell.t.language(), "/", Some(&signed.session), &secret);
    let answer = if choose {
        let hats = signed.hats.clone();
        let hats = site.desk.unread_in(signed.session.person, hats).await;
        hats_page(site, shell, hats, (None, None), kept.hidden())
    } else {
        let t = shell.t;
        let title = t.get("resume-title");
        page(&ResumedPage {
            shell: shell.titled(title),
            typed: together::in_words(t, &kept.to, &kept.typed())
                .into_iter()
                .chain(acts::in_words(t, &kept.to, &kept.typed()))
                .collect(),
            kept,
        })
    };
    Ok(site.signed_in(signed, answer))
}

/// The draft with the answers of a permit check: nothing of it binds anyone, so whoever signed in for it is not asked once more.
/// Who is no organiser is led back to the check, which says so.
async fn begun(
    site: &Site,
    shell: &Shell,
    signed: &SignedIn,
    kept: &Kept,
    check: &str,
) -> Result<Response, Failure> {
    let begun = match signed.session.actor() {
        Some(actor) => super::draft::begun(site, &actor, &kept.typed()).await,
        None => Err(Fault::NotFound),
    };
    match begun {
        Ok(draft) => Ok(see_other(&shell.to(&format!("/drafts/{draft}")))),
        Err(Fault::NotFound | Fault::Invalid(_)) => Ok(see_other(&shell.to(check))),
        Err(fault) => Err(fault.into()),
    }
}

async fn form(shell: Shell) -> Response {
    sign_in_page(shell, &Typed::default(), Faults::none())
}

async fn sign_in(
    State(site): State<Site>,
    shell: Shell,
    headers: HeaderMap,
    Form(typed): Form,
) -> Result<Response, Failure> {
    if let Err(blank) = faults::filled(&typed, &["address", "password"]) {
        let faults = faults::shown(&shell, blank)?;
        return Ok(faults::not_taken(sign_in_page(shell, &typed, faults)));
    }
    let (address, password) = (typed.get("address"), typed.get("password"));
    match site.desk.sign_in(address, password, device(&headers)).await {
        Ok(signed) => {
            begin_mail(&site, &shell, &signed).await;
            onward(&site, shell, &signed, &typed, true).await
        }
        Err(Fault::NotFound) => {
            let unknown = Fault::Invalid(vec![FieldFault::plain("address", "sign-in")]);
            let faults = faults::shown(&shell, unknown)?;
            Ok(faults::not_taken(sign_in_page(shell, &typed, faults)))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Whoever signs in is written to from now on, in the language that was chosen for it. That it cannot be begun keeps nobody out.
async fn begin_mail(site: &Site, shell: &Shell, signed: &SignedIn) {
    let language = shell.t.language().tag();
    if let Err(fault) = site.desk.begin_mail(signed.session.person, language).await {
        tracing::warn!(%fault, "nobody is written to at an address that was not noted");
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
    faults: Faults,
    address: TextField,
    sent: bool,
}

fn reset_page(shell: Shell, typed: &Typed, faults: Faults, sent: bool) -> Response {
    let t = shell.t;
    let address =
        TextField::new(t, "address", t.get("field-address"), typed, &faults).kind(FieldKind::Address);
    let mut shell = shell.titled(t.get("reset-title"));
    shell.faulty = !faults.is_empty();
    page(&ResetPage {
        shell,
        faults: faults.named([address.label()]),
        address,
        sent,
    })
}

async fn reset_form(shell: Shell) -> Response {
    reset_page(shell, &Typed::default(), Faults::none(), false)
}

async fn reset(
    State(site): State<Site>,
    shell: Shell,
    language: Extension<Language>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let t = shell.t;
    if let Err(blank) = faults::filled(&typed, &["address"]) {
        let faults = faults::shown(&shell, blank)?;
        return Ok(faults::not_taken(reset_page(shell, &typed, faults, false)));
    }
    let letter = |secret: &str| {
        let link = format!(
            "{}{}",
            site.address,
            language.address(&format!("/links/{secret}"))
        );
        let parts = [
            ("installation", site.desk.origin().into()),
            ("minutes", (RESET_SECONDS / 60).into()),
            ("link", link.into()),
        ];
        (
            t.get("message-reset").into_owned(),
            t.with("message-reset-text", parts),
        )
    };
    site.desk.ask_reset(typed.get("address"), letter).await?;
    Ok(reset_page(shell, &typed, Faults::none(), true))
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
        faults: faults.named([password.label()]),
        address,
        password,
    })
}

async fn link_form(
    State(site): State<Site>,
    shell: Shell,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let offered = site.desk.offered(&secret).await?.ok_or_else(Failure::used_link)?;
    Ok(link_page(shell, offered.address, offered.purpose, Faults::none()))
}

async fn follow(
    State(site): State<Site>,
    shell: Shell,
    Path(secret): Path<String>,
    form: Result<Form, Failure>,
) -> Result<Response, Failure> {
    // Where nothing is offered any more, whatever is sent finds nothing, as whoever looks.
    let offered = site.desk.offered(&secret).await?.ok_or_else(Failure::used_link)?;
    let Form(typed) = form?;
    let done = match faults::readable(&typed) {
        Ok(()) => site.desk.follow_link(&secret, typed.get("password")).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(signed) => {
            begin_mail(&site, &shell, &signed).await;
            Ok(site.signed_in(&signed, see_other(&shell.to("/"))))
        }
        // Someone used it between the look and the setting.
        Err(Fault::NotFound) => Err(Failure::used_link()),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let page = link_page(shell, offered.address, offered.purpose, faults);
            Ok(faults::not_taken(page))
        }
    }
}
