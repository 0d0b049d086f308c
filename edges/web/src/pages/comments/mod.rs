//! What people of authorities say to each other of a case: to read it, to say something, to correct it and to take it back; and to watch
//! a case.

mod saying;

use super::confirm::{Confirming, Press, Row, Step, asked};
use super::thread::{Here, of_case, origin};
use super::{faults, id};
use crate::form::Form;
use crate::paging::{After, Pager};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::zone;
use crate::{Failure, Text, page, see_other};
use act::{ApplicationId, CommentId, OrganisationId};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use clearance::comments::Among;
use desk::clearance::{CaseView, CommentShown, Comments};
use identity::Names;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/cases/{id}/comments/{among}", get(show))
        .route(
            "/cases/{id}/comments/{among}/new",
            get(saying::form).post(saying::say),
        )
        .route(
            "/cases/{id}/comments/{among}/{comment}/correction",
            get(saying::correction).post(saying::correct),
        )
        .route(
            "/cases/{id}/comments/{among}/{comment}/take-back",
            post(take_back),
        )
        .route("/cases/{id}/watch", post(watch))
}

/// A comment in words.
struct Line {
    id: String,
    /// Who said it, as what, for which office and when.
    by: String,
    at: String,
    words: Option<String>,
    mentions: Vec<String>,
    /// What became of it, or of what it corrects.
    notes: Vec<String>,
    /// Who reads it, where that is not who would read what is said now.
    readers: Option<String>,
    corrects: Option<String>,
    takes_back: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/comments.html")]
struct CommentsPage {
    shell: Shell,
    faults: Faults,
    case: String,
    /// Who reads what is said here.
    lead: String,
    hindered: Option<String>,
    new: Option<String>,
    /// The other circle, and its page.
    other: (String, String),
    lines: Vec<Line>,
    pager: Pager,
}

/// Where the comments of a circle stand.
fn address(case: ApplicationId, among: Among) -> String {
    format!("/cases/{case}/comments/{}", among.name())
}

fn circle(among: &str) -> Result<Among, Failure> {
    Among::named(among).ok_or_else(Failure::not_found)
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, among)): Path<(String, String)>,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let (case, among) = (id(&case)?, circle(&among)?);
    shown(&site, shell, &signed, (case, among), after, Faults::none()).await
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    (case, among): (ApplicationId, Among),
    after: After,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let view = site.desk.case(&signed.actor, case).await?;
    let comments = site
        .desk
        .comments(&signed.actor, case, among, after.position())
        .await?;
    let zone = zone(&view.application, site);
    let here = address(case, among);
    let lines = comments.lines.iter();
    let lines = lines.map(|one| line(t, &comments, one, &here, &zone)).collect();
    let other = match among {
        Among::Own => Among::Authorities,
        Among::Authorities => Among::Own,
    };
    let mut shell = placed(site, shell, &view, among).await?;
    shell.faulty = !faults.is_empty();
    let new = format!("{here}/new");
    Ok(page(&CommentsPage {
        case: format!("/cases/{case}"),
        lead: lead(t, &comments, among),
        new: comments.hindered.is_none().then_some(new),
        hindered: comments.hindered.as_ref().map(|refused| t.refusal(refused)),
        other: (
            t.get(&format!("comments-see-{}", other.name())).into_owned(),
            address(case, other),
        ),
        lines,
        pager: Pager::new(&here, comments.next),
        shell,
        faults,
    }))
}

/// The page's title, and where it stands in the thread of its case.
async fn placed(site: &Site, shell: Shell, view: &CaseView, among: Among) -> Result<Shell, Failure> {
    let origin = origin(&site.desk, view).await?;
    let thread = of_case(shell.t, view, origin.as_ref(), Here::Application);
    let reference = view.application.reference.as_str();
    let title = shell.t.one(
        &format!("comments-title-{}", among.name()),
        "reference",
        reference,
    );
    Ok(shell.titled(title).threaded(thread))
}

fn called<K: Ord>(names: &BTreeMap<K, Names>, one: &K, t: Text) -> String {
    let names = names.get(one);
    names.map_or_else(String::new, |names| {
        names.in_language(t.language().tag()).to_owned()
    })
}

/// The names of organisations, in one text.
fn organisations(t: Text, comments: &Comments, all: &[OrganisationId]) -> String {
    let named = all.iter().map(|one| called(&comments.organisations, one, t));
    let named =
        named.reduce(|first, last| t.with("all-of", [("first", first.into()), ("last", last.into())]));
    named.unwrap_or_default()
}

fn lead(t: Text, comments: &Comments, among: Among) -> String {
    let readers = organisations(t, comments, &comments.readers);
    t.one(&format!("comments-what-{}", among.name()), "readers", readers)
}

fn line(t: Text, comments: &Comments, one: &CommentShown, here: &str, zone: &TimeZone) -> Line {
    let CommentShown { line, words, .. } = one;
    let name = |person| called(&comments.people, person, t);
    let actor = &line.by.actor;
    let role = crate::acting::acted_as(t, actor);
    let by = t.with(
        "comment-by",
        [
            ("name", name(&actor.person).into()),
            ("role", role.into()),
            (
                "organisation",
                called(&comments.organisations, &actor.organisation, t).into(),
            ),
        ],
    );
    let mut notes = vec![];
    if line.said.corrects.is_some() {
        notes.push(t.get("comment-corrects").into_owned());
    }
    if line.state.corrected_by.is_some() && line.state.taken_back.is_none() {
        notes.push(t.get("comment-corrected").into_owned());
    }
    if let Some(by) = &line.state.taken_back {
        let said = [
            ("name", name(&by.actor.person).into()),
            ("at", t.instant(by.at, zone).into()),
        ];
        notes.push(t.with("comment-taken-back", said));
    } else if words.is_none() {
        notes.push(t.get("comment-words-missing").into_owned());
    }
    let readers = organisations(t, comments, &line.said.readers);
    let others = line.said.readers != comments.readers;
    let mentions = line.said.mentions.iter();
    Line {
        id: format!("comment-{}", line.comment),
        by,
        at: t.instant(line.by.at, zone),
        words: words.as_ref().map(ToString::to_string),
        mentions: mentions.map(|one| name(&one.person)).collect(),
        notes,
        readers: others.then(|| t.one("comment-readers", "readers", readers)),
        corrects: one
            .corrects
            .then(|| format!("{here}/{}/correction", line.comment)),
        takes_back: one
            .takes_back
            .then(|| format!("{here}/{}/take-back", line.comment)),
    }
}

/// Takes one back, at the second press: its words are gone then.
async fn take_back(
    State(site): State<Site>,
    mut shell: Shell,
    signed: Signed,
    Path((case, among, comment)): Path<(String, String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let (case, among, comment) = (id(&case)?, circle(&among)?, id::<CommentId>(&comment)?);
    let found = site.desk.comment(&signed.actor, case, comment).await?;
    if found.line.said.among != among {
        return Err(Failure::not_found());
    }
    let t = shell.t;
    let here = address(case, among);
    if let Step::Show(words) = Press::of(&typed).step(Ok(&found), |one| one.takes_back) {
        let words = words.words.iter().map(ToString::to_string).collect();
        let words = Confirming {
            title: t.get("confirm-comment-title").into_owned(),
            rows: vec![Row::of(t.get("confirm-comment-words"), words)],
            follows: [
                "confirm-comment-erased",
                "confirm-comment-trace",
                "confirm-comment-told",
            ]
            .map(|id| t.get(id).into_owned())
            .to_vec(),
            button: "comment-take-back",
            kind: "warning",
            field: None,
            back: "back-to-comments",
        };
        let action = shell.to(&format!("{here}/{comment}/take-back"));
        shell.path = here;
        return Ok(asked(shell, words, &typed, action));
    }
    match site.desk.take_comment_back(&signed.actor, case, comment).await {
        Ok(()) => Ok(see_other(&shell.to(&here))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            shell.path.clone_from(&here);
            let page = shown(&site, shell, &signed, (case, among), After::default(), faults).await?;
            Ok(faults::not_taken(page))
        }
    }
}

/// Begins to watch a case, or ends it, as the button says.
async fn watch(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let case = id(&case)?;
    let watching = match typed.get("watching") {
        "yes" => true,
        "no" => false,
        _ => return Err(Failure::not_found()),
    };
    match site.desk.watch(&signed.actor, case, watching).await {
        Ok(()) => Ok(see_other(&shell.to(&format!("/cases/{case}")))),
        Err(fault) => {
            // Whoever can read it and not watch it has no button.
            faults::shown(&shell, fault)?;
            Err(Failure::not_found())
        }
    }
}

/// What a case has of this: the ways to what was said of it, each with how much that is, and whether the reader watches it.
pub(crate) struct Talk {
    pub ways: Vec<(String, String)>,
    pub watching: Option<bool>,
}

impl Talk {
    pub(crate) async fn of(site: &Site, t: Text, view: &CaseView) -> Result<Talk, Failure> {
        let actor = &view.context.actor;
        let counts = site
            .desk
            .comments_count(actor, view.id, &view.application)
            .await?;
        let counts = counts.into_iter().flatten();
        let way = |(among, count): (Among, u64)| {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let words = t.one(&format!("comments-of-case-{}", among.name()), "count", count);
            (words, address(view.id, among))
        };
        Ok(Talk {
            ways: Among::ALL.into_iter().zip(counts).map(way).collect(),
            watching: view.watching,
        })
    }
}
