//! The whole site: every address, the layer that knows the session, and what handlers are given.

use crate::acting::hat_role;
use crate::assets::digest;
use crate::form::{FormSecret, form_token};
use crate::kept::SignInFirst;
use crate::problem::is_wanted;
use crate::shell::{Demonstration, Place, Reader, Shell};
use crate::{Failure, Language, Text};
use act::{Actor, Role};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::accounts::DEVICE_SECONDS;
use desk::{Desk, Session, SignedIn};
use jiff::tz::TimeZone;
use std::sync::Arc;

/// The cookie that carries a session's secret.
const SESSION_COOKIE: &str = "placet";
/// The cookie that carries the secret of a visit before signing in, so that even the sign-in form has a token.
const VISIT_COOKIE: &str = "placet-visit";
/// The cookie by which a browser is known as one that someone signed in from before.
const DEVICE_COOKIE: &str = "placet-device";

/// A person whom the demonstration lets one be.
#[derive(Clone, Debug)]
pub struct Demonstrator {
    /// The address of the account.
    pub address: String,
}

/// What handlers are given.
#[derive(Clone)]
pub struct Site {
    /// The use cases.
    pub desk: Arc<Desk>,
    /// The people of the demonstration; none under `serve`.
    pub demonstration: Option<Arc<Vec<Demonstrator>>>,
    /// The zone in which instants are shown where no case gives one.
    pub zone: TimeZone,
    /// Whether people reach this site over TLS, so that cookies demand it.
    pub secure: bool,
    /// The address at which people reach this installation, for links and permits.
    pub address: String,
}

impl Site {
    /// A cookie that no script can read and no other site can send.
    fn cookie(&self, name: &str, value: &str, seconds: i64) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
        HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
    }

    /// The day that it is where this installation stands.
    pub(crate) fn today(&self) -> jiff::civil::Date {
        self.desk.now().to_zoned_datetime(self.zone.clone()).date()
    }

    /// An answer that also begins a session.
    pub(crate) fn signed_in(&self, signed: &SignedIn, mut response: Response) -> Response {
        let session = self.cookie(SESSION_COOKIE, &signed.secret, 12 * 3600);
        let device = signed.device.as_deref();
        let device = device.map(|secret| self.cookie(DEVICE_COOKIE, secret, DEVICE_SECONDS));
        for cookie in std::iter::once(session).chain(device) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }

    /// An answer that also ends a session.
    pub(crate) fn signed_out(&self, mut response: Response) -> Response {
        response
            .headers_mut()
            .append(header::SET_COOKIE, self.cookie(SESSION_COOKIE, "", 0));
        response
    }
}

/// The secret of the session that a request shows.
#[derive(Clone)]
pub(crate) struct SessionSecret(pub String);

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (found, value) = pair.trim().split_once('=')?;
        (found == name && !value.is_empty()).then_some(value)
    })
}

/// What a browser shows that someone signed in from before.
pub(crate) fn device(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, DEVICE_COOKIE)
}

/// Finds the session and puts it, the shell, and the form secret among the request's extensions.
pub(crate) async fn know_the_session(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let shown = cookie(request.headers(), SESSION_COOKIE).map(str::to_owned);
    let session = match &shown {
        Some(secret) => match site.desk.session(secret).await {
            Ok(session) => session,
            Err(fault) => return Failure::of_fault(&fault).into_response(),
        },
        None => None,
    };
    let visit = cookie(request.headers(), VISIT_COOKIE).map(str::to_owned);
    let (secret, fresh) = match (&session, visit) {
        (Some(session), _) => (session.form_secret.clone(), false),
        (None, Some(visit)) if visit.len() <= 64 => (visit, false),
        (None, _) => (site.desk.visit_secret(), true),
    };
    let secret = FormSecret(secret);
    let language = request
        .extensions()
        .get::<Language>()
        .copied()
        .unwrap_or_default();
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str())
        .to_owned();
    let unread = match session.as_ref().and_then(Session::actor) {
        Some(actor) => match site.desk.unread(&actor).await {
            Ok(unread) => unread,
            Err(fault) => return Failure::of_fault(&fault).into_response(),
        },
        None => None,
    };
    let mut shell = shell(&site, language, &path, session.as_ref(), &secret);
    shell.places.splice(INBOX_AT..INBOX_AT, inbox(shell.t, unread));
    let new = unread.filter(|unread| *unread > 0);
    let new = new.map(|new| i64::try_from(new).unwrap_or(i64::MAX));
    shell.unread = new.map(|new| (new, shell.t.one("menu-unread", "count", new)));
    shell.for_program = is_wanted(request.headers());
    let extensions = request.extensions_mut();
    extensions.insert(secret.clone());
    extensions.insert(shell);
    if let (Some(session), Some(shown)) = (session, shown) {
        extensions.insert(session);
        extensions.insert(SessionSecret(shown));
    }
    let mut response = next.run(request).await;
    if fresh {
        let cookie = site.cookie(VISIT_COOKIE, &secret.0, 12 * 3600);
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

pub(crate) fn shell(
    site: &Site,
    language: Language,
    path: &str,
    session: Option<&Session>,
    secret: &FormSecret,
) -> Shell {
    let mut shell = Shell::bare(language, path);
    let t = shell.t;
    shell.token = form_token(secret);
    shell.mails = site.desk.delivers_mail();
    shell.owner = Some(owner(session));
    shell.places = places(
        t,
        session
            .and_then(|session| session.hat.as_ref())
            .map(|hat| hat.role),
    );
    shell.reader = session.map(|session| Reader {
        line: reader_line(t, session),
    });
    shell.demonstration = site.demonstration.as_ref().map(|_| {
        let now = site.desk.now();
        let day = site.today();
        let next_day = day.tomorrow().unwrap_or(day).to_string();
        Demonstration {
            now: t.instant(now, &site.zone),
            next_day,
        }
    });
    shell
}

/// By what a browser tells the reader from others, and one role of hers from another: what was kept in one is not for the other.
fn owner(session: Option<&Session>) -> String {
    let Some(session) = session else {
        return String::new();
    };
    let hat = session.hat.as_ref();
    let hat = hat.map_or_else(String::new, |hat| {
        format!("{} {}", hat.organisation, hat.role.name())
    });
    digest(format!("{} {hat}", session.person).as_bytes())
}

fn reader_line(t: Text, session: &Session) -> String {
    match &session.hat {
        Some(hat) => t.with(
            "reader-hat",
            [
                ("name", session.name.as_str().into()),
                ("role", hat_role(t, hat).into()),
                ("organisation", hat.organisation_in(t.language().tag()).into()),
            ],
        ),
        None => session.name.clone(),
    }
}

/// After how many places of the navigation the inbox stands: what a role comes for is first.
const INBOX_AT: usize = 1;

/// The inbox, with how much of it is unread; none for who has none.
fn inbox(t: Text, unread: Option<u64>) -> Option<Place> {
    let text = match unread? {
        0 => t.get("place-inbox").into_owned(),
        unread => t.one(
            "place-inbox-count",
            "count",
            i64::try_from(unread).unwrap_or(i64::MAX),
        ),
    };
    Some(Place { text, path: "/inbox" })
}

/// The main navigation of a role: only what it may open.
fn places(t: Text, role: Option<Role>) -> Vec<Place> {
    let place = |id: &str, path: &'static str| Place {
        text: t.get(id).into_owned(),
        path,
    };
    let mut places = match role {
        Some(Role::Applicant | Role::Agent) => {
            vec![
                place("place-events", "/events"),
                place("place-meetings", "/meetings"),
                place("place-requests", "/requests"),
                place("place-permit-check", "/permit-check"),
            ]
        }
        Some(Role::DeskOfficer) => {
            vec![
                place("place-meetings", "/meetings"),
                place("place-requests", "/requests"),
                place("place-tasks", "/tasks"),
                place("place-events", "/events"),
            ]
        }
        Some(Role::Officer | Role::Decider) => {
            vec![
                place("place-docket", "/docket"),
                place("place-events", "/events"),
                place("place-working-days", "/working-days"),
                place("place-deputies", "/deputies"),
            ]
        }
        Some(Role::Coordinator) => vec![
            place("place-board", "/board"),
            place("place-events", "/events"),
            place("place-deputies", "/deputies"),
        ],
        Some(Role::Auditor | Role::Operator | Role::RuleMaker) => vec![],
        None => vec![place("place-permit-check", "/permit-check")],
    };
    places.push(place("place-calendar", "/calendar"));
    places.push(place("place-register", "/register"));
    places.push(place("place-rulebooks", "/rulebooks"));
    places.push(place("place-verify", "/verify"));
    places
}

/// Someone who is signed in and wears a hat. A request without is sent to sign in; nobody reaches a handler unnamed.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Who acts.
    pub actor: Actor,
    /// The session.
    pub session: Session,
}

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Signed, Response> {
        let language = parts.extensions.get::<Language>().copied().unwrap_or_default();
        let Some(session) = parts.extensions.get::<Session>().cloned() else {
            if is_wanted(&parts.headers) {
                return Err(Failure::signed_out().into_response());
            }
            let mut answer = crate::see_other(&language.address("/sign-in"));
            answer.extensions_mut().insert(SignInFirst);
            return Err(answer);
        };
        match session.actor() {
            Some(actor) => Ok(Signed { actor, session }),
            // Whoever stood in for another until a moment ago chooses in which role to go on, with all that was typed.
            None if session.lapsed.is_some() && !is_wanted(&parts.headers) => {
                let mut answer = crate::see_other(&language.address("/hats"));
                answer.extensions_mut().insert(SignInFirst);
                Err(answer)
            }
            None => Err(Failure::forbidden().into_response()),
        }
    }
}
