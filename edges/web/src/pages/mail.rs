//! Notices by e-mail: where to, how often and in which language each person wants them, and what became of the last.

use super::faults;
use crate::form::{Form, Typed};
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Language, Text, page, see_other};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use clearance::Party;
use desk::mail::{MailSettings, Pace};
use desk::{Fault, FieldFault};
use serde::Deserialize;

/// Where it is chosen.
const ADDRESS: &str = "/mail";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(ADDRESS, get(show).post(save))
        .route("/mail/addresses/{secret}", get(confirming).post(confirm))
}

/// Why the last message was not delivered.
struct TroubleLine {
    words: String,
    /// What the mail server said, in its own words.
    said: String,
}

#[derive(Template)]
#[template(path = "pages/mail.html")]
struct MailPage {
    shell: Shell,
    faults: Faults,
    saved: bool,
    delivers: bool,
    waits: Option<String>,
    trouble: Option<TroubleLine>,
    address: TextField,
    pace: ChoiceField,
    language: ChoiceField,
}

/// What the address says of the page before.
#[derive(Deserialize)]
struct Came {
    saved: Option<String>,
}

fn mail_page(
    site: &Site,
    mut shell: Shell,
    settings: &MailSettings,
    typed: &Typed,
    faults: Faults,
    saved: bool,
) -> Response {
    let t = shell.t;
    let address = TextField::new(t, "address", t.get("mail-address"), typed, &faults)
        .kind(FieldKind::Address)
        .hint(t.get("mail-address-hint"));
    let paces = Pace::ALL.map(|pace| Choice::new(pace.name(), t.get(&format!("mail-pace-{}", pace.name()))));
    let pace = ChoiceField::one(t, "pace", t.get("mail-pace"), paces.to_vec(), typed, &faults);
    let languages = Language::ALL.map(|one| Choice::new(one.tag(), one.own_name()));
    let language = ChoiceField::one(
        t,
        "language",
        t.get("mail-language"),
        languages.to_vec(),
        typed,
        &faults,
    );
    shell.faulty = !faults.is_empty();
    page(&MailPage {
        shell: shell.titled(t.get("mail-title")),
        faults: faults.named([address.label(), pace.label(), language.label()]),
        saved,
        delivers: site.desk.delivers_mail(),
        waits: waits(t, settings),
        trouble: trouble(site, t, settings),
        address,
        pace,
        language,
    })
}

/// That another address waits until it is confirmed.
fn waits(t: Text, settings: &MailSettings) -> Option<String> {
    let waits = settings.waits.as_deref()?;
    let about = [
        ("address", waits.into()),
        ("now", settings.address.as_str().into()),
    ];
    Some(t.with("mail-waits", about))
}

fn trouble(site: &Site, t: Text, settings: &MailSettings) -> Option<TroubleLine> {
    let trouble = settings.trouble.as_ref()?;
    let again = trouble.again.map(|at| t.instant(at, &site.zone));
    let id = if again.is_some() {
        "mail-later"
    } else {
        "mail-refused"
    };
    let about = [
        ("at", t.instant(trouble.at, &site.zone).into()),
        ("address", settings.address.as_str().into()),
        ("again", again.unwrap_or_default().into()),
    ];
    Some(TroubleLine {
        words: t.with(id, about),
        said: trouble.what.clone(),
    })
}

/// Whether the reader is told anything at all, in the role in which the page is opened.
fn reads_notices(signed: &Signed) -> Result<(), Failure> {
    Party::of(signed.actor.role).map_or_else(|| Err(Failure::not_found()), |_| Ok(()))
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(came): Query<Came>,
) -> Result<Response, Failure> {
    reads_notices(&signed)?;
    let language = shell.t.language().tag();
    let settings = site.desk.mail_settings(signed.actor.person, language).await?;
    let typed = Typed::default()
        .and("address", settings.address.as_str())
        .and("pace", settings.pace.name())
        .and("language", settings.language.as_str());
    let saved = came.saved.is_some();
    Ok(mail_page(&site, shell, &settings, &typed, Faults::none(), saved))
}

/// What was chosen, if each is one of those that were offered.
fn chosen(typed: &Typed) -> Result<(Pace, Language), Fault> {
    faults::filled(typed, &["address", "pace", "language"])?;
    let unknown = |field| Fault::Invalid(vec![FieldFault::plain(field, "unknown")]);
    let pace = Pace::named(typed.get("pace")).ok_or_else(|| unknown("pace"))?;
    let language = Language::tagged(typed.get("language")).ok_or_else(|| unknown("language"))?;
    Ok((pace, language))
}

async fn save(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    reads_notices(&signed)?;
    let person = signed.actor.person;
    let done = match chosen(&typed) {
        Ok((pace, language)) => {
            let letter = |secret: &str| letter(&site, language, secret);
            let chosen = (typed.get("address"), pace, language.tag());
            site.desk.set_mail(person, chosen, letter).await.map(drop)
        }
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to("/mail?saved=yes"))),
        Err(fault) => {
            let settings = site.desk.mail_settings(person, shell.t.language().tag()).await?;
            let faults = faults::shown(&shell, fault)?;
            let page = mail_page(&site, shell, &settings, &typed, faults, false);
            Ok(faults::not_taken(page))
        }
    }
}

/// The letter with the link by which an address is confirmed.
fn letter(site: &Site, language: Language, secret: &str) -> (String, String) {
    let t = Text::of(language);
    let path = language.address(&format!("/mail/addresses/{secret}"));
    let parts = [
        ("installation", site.desk.origin().into()),
        ("link", format!("{}{path}", site.address).into()),
    ];
    (
        t.get("mail-confirm-subject").into_owned(),
        t.with("mail-confirm-text", parts),
    )
}

#[derive(Template)]
#[template(path = "pages/mail_confirm.html")]
struct ConfirmPage {
    shell: Shell,
    what: String,
}

async fn confirming(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let address = site.desk.confirming(signed.actor.person, &secret).await?;
    let address = address.ok_or_else(Failure::used_link)?;
    let t = shell.t;
    Ok(page(&ConfirmPage {
        what: t.one("mail-confirm-what", "address", address),
        shell: shell.titled(t.get("mail-confirm-title")),
    }))
}

async fn confirm(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(secret): Path<String>,
    Form(_): Form,
) -> Result<Response, Failure> {
    match site.desk.confirm_mail(signed.actor.person, &secret).await {
        Ok(()) => Ok(see_other(&shell.to("/mail?saved=yes"))),
        Err(Fault::NotFound) => Err(Failure::used_link()),
        Err(fault) => Err(fault.into()),
    }
}
