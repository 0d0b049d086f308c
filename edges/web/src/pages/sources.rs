//! Sources: text that was frozen, with the hash that shows it was not changed since.

use super::id;
use crate::routes::Routes;
use crate::shell::{Shell, Step};
use crate::site::{Signed, Site};
use crate::{Failure, page};
use act::{Role, SourceId};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::views::engagement::SourceLine;
use engagement::{Anchor, Excerpt, Source};

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
    paragraphs: Vec<Paragraph>,
    sha256: String,
    record: Option<String>,
}

/// A paragraph of a source, of which some words may be marked.
struct Paragraph {
    before: String,
    marked: String,
    after: String,
    /// Whether the words that are marked begin here.
    begins: bool,
}

/// Which words of a source an address marks.
#[derive(serde::Deserialize)]
struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    length: String,
}

/// Which words of a source are marked, counted in Unicode scalar values.
#[derive(Clone, Copy)]
struct Marked {
    from: usize,
    length: usize,
}

impl From<Asked> for Marked {
    /// Of what is no number nothing is marked.
    fn from(asked: Asked) -> Marked {
        let read = |text: &str| text.parse().unwrap_or(0);
        Marked {
            from: read(&asked.from),
            length: read(&asked.length),
        }
    }
}

/// Where words of a source are read in their place: its page, with them marked. The source alone, where they are not found in it.
pub(crate) fn place_of(excerpt: &Excerpt, source: Option<&Source>) -> String {
    let path = format!("/sources/{}", excerpt.source);
    match source.map(|source| excerpt.find_in(source.text())) {
        Some(Anchor::Found { start }) => {
            let length = excerpt.exact.as_str().chars().count();
            format!("{path}?from={start}&length={length}#words")
        }
        _ => path,
    }
}

fn paragraphs(text: &str, marked: Marked) -> Vec<Paragraph> {
    const BREAK: &str = "\n\n";
    let (from, until) = (marked.from, marked.from.saturating_add(marked.length));
    let (mut at, mut begun) = (0, false);
    let paragraph = |part: &str| {
        let length = part.chars().count();
        let first = from.saturating_sub(at).min(length);
        let last = until.saturating_sub(at).min(length);
        at += length + BREAK.len();
        let cut = |from: usize, until: usize| part.chars().skip(from).take(until - from).collect::<String>();
        let begins = !begun && last > first;
        begun |= begins;
        Paragraph {
            before: cut(0, first),
            marked: cut(first, last),
            after: cut(last, length),
            begins,
        }
    };
    text.split(BREAK).map(paragraph).collect()
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(source): Path<String>,
    Query(marked): Query<Asked>,
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
        paragraphs: paragraphs(frozen.text.as_str(), marked.into()),
        sha256: frozen.sha256.clone(),
        record: (signed.actor.role == Role::DeskOfficer).then(|| format!("/record/meeting?source={source}")),
        shell: shell.titled(frozen.title.as_str()).threaded(thread),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_in_their_place_also_over_paragraphs() {
        let check = |from: usize, length: usize, expect: &[(&str, &str, &str, bool)]| {
            let found = paragraphs("ភ្នំ one\n\ntwo", Marked { from, length });
            let found: Vec<_> = found
                .iter()
                .map(|one| {
                    (
                        one.before.as_str(),
                        one.marked.as_str(),
                        one.after.as_str(),
                        one.begins,
                    )
                })
                .collect();
            assert_eq!(found, expect, "{from}+{length}");
        };
        check(0, 0, &[("", "", "ភ្នំ one", false), ("", "", "two", false)]);
        check(5, 3, &[("ភ្នំ ", "one", "", true), ("", "", "two", false)]);
        check(6, 6, &[("ភ្នំ o", "ne", "", true), ("", "tw", "o", false)]);
        check(10, 9, &[("ភ្នំ one", "", "", false), ("", "two", "", true)]);
        check(usize::MAX, 9, &[("ភ្នំ one", "", "", false), ("two", "", "", false)]);
    }
}
