//! All rulebooks with their versions; for rule makers what they work on, and what waits for them.

use super::super::Session;
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::zone_by;
use crate::{Failure, Text, page};
use act::Timestamp;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use desk::governance::DraftLine;
use desk::views::governance::ProposalLine;
use desk::{Binding, RulebooksNow, Unloaded};

/// How much of what a draft is for is shown in the list.
const MOST_PURPOSE: usize = 100;

struct VersionLine {
    name: String,
    path: String,
    from: String,
    state: (&'static str, String),
    hash: String,
}

struct BookLine {
    title: String,
    /// Where its reader begins to work on its last version, if they may.
    work_on: Option<String>,
    versions: Vec<VersionLine>,
}

struct Line {
    text: String,
    path: String,
    note: String,
}

#[derive(Template)]
#[template(path = "pages/rulebooks/list.html")]
struct ListPage {
    shell: Shell,
    books: Vec<BookLine>,
    drafts: Vec<Line>,
    proposals: Vec<Line>,
}

/// How a version stands on a day, with the tone of its tag.
pub(super) fn state(t: Text, known: &RulebooksNow, binding: &Binding) -> (&'static str, String) {
    let rulebook = &binding.version.rulebook;
    let now = known.binding_now(rulebook.id());
    let is_now = now.is_some_and(|one| one.version.rulebook.hash() == rulebook.hash());
    let later = now.is_some_and(|one| binding.from > one.from);
    let (tone, id) = match (is_now, later) {
        (true, _) if known.has_ended(binding) => ("bad", "rulebook-ended"),
        (true, _) => ("ok", "rulebook-in-force"),
        (false, true) => ("wait", "rulebook-later"),
        (false, false) => ("quiet", "rulebook-earlier"),
    };
    (tone, t.get(id).into_owned())
}

pub(super) async fn list(
    State(site): State<Site>,
    shell: Shell,
    session: Option<Session>,
) -> Result<Response, Failure> {
    let t = shell.t;
    site.desk.renew_rulebooks().await?;
    let known = site.desk.rulebooks();
    let mut books: Vec<BookLine> = known.ids().map(|id| book(t, &known, id)).collect();
    let (mut drafts, mut proposals) = (vec![], vec![]);
    if let Some(actor) = session.and_then(|session| session.0.actor()) {
        for (book, id) in books.iter_mut().zip(known.ids()) {
            if site.desk.may_change(&actor, id).await.is_ok() {
                let last = known.last_hash(id);
                book.work_on = last.map(|hash| format!("/rulebooks/{id}/{hash}/drafts"));
            }
        }
        let saved = |rulebook: &str, at: Timestamp| {
            t.one("draft-saved", "at", t.instant(at, &zone_by(&site, rulebook)))
        };
        let draft = |one: DraftLine| Line {
            text: drafted(t, &known, &one),
            path: format!("/rulebook-drafts/{}", one.id),
            note: saved(&one.rulebook, one.saved),
        };
        let drafted = site.desk.rulebook_drafts(&actor).await?;
        drafts = drafted.into_iter().map(draft).collect();
        let all = site.desk.proposals(&actor).await?;
        proposals = all
            .into_iter()
            .rev()
            .map(|one| proposed(t, &known, &one))
            .collect();
    }
    let title = t.get("rulebooks-title");
    Ok(page(&ListPage {
        shell: shell.titled(title),
        books,
        drafts,
        proposals,
    }))
}

fn book(t: Text, known: &RulebooksNow, id: &str) -> BookLine {
    let bindings = known.bindings(id);
    let version = |one: &Binding| {
        let rulebook = &one.version.rulebook;
        VersionLine {
            name: rulebook.version().to_owned(),
            path: format!("/rulebooks/{id}/{}", rulebook.hash()),
            from: t.date(one.from),
            state: state(t, known, one),
            hash: rulebook.hash().chars().take(12).collect(),
        }
    };
    BookLine {
        title: title_of(t, known, id),
        work_on: None,
        versions: known
            .unloaded(id)
            .map(|one| unloaded(t, one))
            .chain(bindings.iter().rev().map(version))
            .collect(),
    }
}

/// What a rulebook is called, as far as a version of it is known here.
pub(super) fn title_of(t: Text, known: &RulebooksNow, id: &str) -> String {
    let title = known.binding_now(id).map(|one| {
        let title = one.version.rulebook.title();
        title.in_language(t.language().tag()).to_owned()
    });
    title.unwrap_or_else(|| id.to_owned())
}

/// A version that is not loaded, which says so.
fn unloaded(t: Text, one: &Unloaded) -> VersionLine {
    VersionLine {
        name: one.name.clone(),
        path: format!("/rulebooks/{}/{}", one.rulebook, one.hash),
        from: t.date(one.from),
        state: ("bad", t.get("rulebook-unloaded").into_owned()),
        hash: one.hash.chars().take(12).collect(),
    }
}

/// A draft, told from others by its version and what it is for.
fn drafted(t: Text, known: &RulebooksNow, line: &DraftLine) -> String {
    let id = if line.purpose.trim().is_empty() {
        "rulebook-draft-line"
    } else {
        "rulebook-draft-line-for"
    };
    let purpose: String = line.purpose.trim().chars().take(MOST_PURPOSE).collect();
    t.with(
        id,
        [
            ("rulebook", title_of(t, known, &line.rulebook).into()),
            ("version", line.name.as_str().into()),
            ("purpose", purpose.into()),
        ],
    )
}

fn proposed(t: Text, known: &RulebooksNow, line: &ProposalLine) -> Line {
    Line {
        text: t.with(
            "proposal-line",
            [
                ("rulebook", title_of(t, known, &line.rulebook).into()),
                ("version", line.name.as_str().into()),
                ("number", i64::from(line.proposal).into()),
            ],
        ),
        path: format!("/rulebook-proposals/{}/{}", line.rulebook, line.proposal),
        note: t.get(&format!("proposal-{}", line.standing.name())).into_owned(),
    }
}
