//! A link by which advice is asked for, once it was made: the letter that it is sent in, and the page that shows it to whoever hands it
//! over.

use super::id;
use crate::by_link::{asker, who};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Language, Text, page};
use act::{ApplicationId, AuthorityId};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use clearance::{AdviceAsked, Application};
use serde::Deserialize;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/cases/{id}/advice/made/{secret}", get(made))
}

/// Where a link is shown to whoever asked, in what language it is read; and whether it was not to be sent at all, or could not be.
pub(super) fn made_at(case: ApplicationId, secret: &str, language: Language, as_meant: bool) -> String {
    let (tag, unsent) = (language.tag(), if as_meant { "" } else { "&unsent=yes" });
    format!("/cases/{case}/advice/made/{secret}?in={tag}{unsent}")
}

/// The address of a link, in the language in which it is read.
fn address(site: &Site, language: Language, secret: &str) -> String {
    format!(
        "{}{}",
        site.address,
        language.address(&format!("/advice/{secret}"))
    )
}

/// The letter with the link.
pub(super) fn letter(
    site: &Site,
    language: Language,
    by: Option<&AuthorityId>,
    secret: &str,
    application: &Application,
) -> (String, String) {
    let t = Text::of(language);
    let asked = application.advice.last();
    let said = |of: fn(&AdviceAsked) -> &str| asked.map_or("", |one| of(&one.asked)).to_owned();
    let until = asked.map_or_else(String::new, |one| t.date(one.asked.until));
    let parts = [
        ("installation", site.desk.origin().into()),
        ("authority", asker(site, t, application, by).into()),
        ("name", said(|one| one.name.as_str()).into()),
        ("office", said(|one| one.office.as_str()).into()),
        ("date", until.into()),
        ("link", address(site, language, secret).into()),
    ];
    let subject = t.one("by-link-subject", "authority", asker(site, t, application, by));
    (subject, t.with("by-link-letter", parts))
}

#[derive(Template)]
#[template(path = "pages/link_made.html")]
struct MadePage {
    shell: Shell,
    case: String,
    what: String,
    unsent: bool,
    address: String,
}

/// How the link that is shown was made.
#[derive(Deserialize)]
struct Made {
    r#in: Option<String>,
    unsent: Option<String>,
}

/// The link, to whoever asked: nobody can be told it again.
async fn made(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, secret)): Path<(String, String)>,
    Query(how): Query<Made>,
) -> Result<Response, Failure> {
    let case: ApplicationId = id(&case)?;
    let t = shell.t;
    let asked = site.desk.made_advice_link(&signed.actor, case, &secret).await?;
    let language = how.r#in.as_deref().and_then(Language::tagged);
    let about = [
        ("who", who(t, asked.name.as_str(), asked.office.as_str()).into()),
        ("date", t.date(asked.until).into()),
    ];
    Ok(page(&MadePage {
        case: format!("/cases/{case}/advice"),
        what: t.with("by-link-made", about),
        unsent: how.unsent.is_some(),
        address: address(&site, language.unwrap_or(t.language()), &secret),
        shell: shell.titled(t.get("by-link-made-title")),
    }))
}
