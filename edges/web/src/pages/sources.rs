//! Sources: text that was frozen, with the hash that shows it was not changed since.

use super::id;
use crate::routes::Routes;
use crate::shell::{Shell, Step};
use crate::site::{Signed, Site};
use crate::{Failure, page};
use act::{Role, SourceId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::views::engagement::SourceLine;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/sources", get(list))
        .route("/sources/{id}", get(show))
}

struct Line {
    title: String,
    path: String,
    kind: String,
}

#[derive(Template)]
#[template(path = "pages/sources.html")]
struct SourcesPage {
    shell: Shell,
    lines: Vec<Line>,
}

async fn list(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    let t = shell.t;
    let line = |line: SourceLine| Line {
        path: format!("/sources/{}", line.source),
        kind: t.get(&format!("source-{}", line.kind.name())).into_owned(),
        title: line.title,
    };
    let lines = site
        .desk
        .sources(&signed.actor)
        .await?
        .into_iter()
        .map(line)
        .collect();
    let title = t.get("sources-title");
    Ok(page(&SourcesPage {
        shell: shell.titled(title),
        lines,
    }))
}

#[derive(Template)]
#[template(path = "pages/source.html")]
struct SourcePage {
    shell: Shell,
    kind: String,
    about: String,
    language: String,
    paragraphs: Vec<String>,
    sha256: String,
    record: Option<String>,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(source): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let source: SourceId = id(&source)?;
    let view = site.desk.source(&signed.actor, source).await?;
    let frozen = view.source.frozen.as_ref().ok_or_else(Failure::not_found)?;
    let about = t.with(
        "source-about",
        [
            ("when", super::meetings::when(t, &frozen.published).into()),
            ("origin", frozen.origin.as_str().into()),
        ],
    );
    let thread = vec![Step {
        text: t.get("thread-source").into_owned(),
        path: None,
        here: true,
    }];
    Ok(page(&SourcePage {
        kind: t.get(&format!("source-{}", frozen.kind.name())).into_owned(),
        about,
        language: frozen.language.to_string(),
        paragraphs: frozen.text.as_str().split("\n\n").map(str::to_owned).collect(),
        sha256: frozen.sha256.clone(),
        record: (signed.actor.role == Role::DeskOfficer).then(|| format!("/record/meeting?source={source}")),
        shell: shell.titled(frozen.title.as_str()).threaded(thread),
    }))
}
