//! Meetings: who met whom, holding which post, where and when; the subjects; what was said, asked and promised.

use super::taken_back::{self, TakenBackRow};
use super::{id, owed};
use crate::routes::Routes;
use crate::shell::{Shell, Step};
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::{Actor, PersonId, Role};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::engagement::MeetingView;
use desk::views::engagement::{CommitmentLine, MeetingLine, RequestLine};
use engagement::{Meeting, MeetingRecord, Participation, RequestStanding, Statement};
use identity::When;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/meetings", get(list))
        .route("/meetings/{id}", get(show))
}

/// When something was, as far as it is known.
pub(crate) fn when(t: Text, when: &When) -> String {
    match when {
        When::On(date) => t.date(*date),
        When::OnOrBefore(date) => t.one("when-on-or-before", "date", t.date(*date)),
        When::Between(from, to) => t.with(
            "span",
            [("from", t.date(*from).into()), ("to", t.date(*to).into())],
        ),
        When::Year(year) => year.to_string(),
        When::Unknown => t.get("when-unknown").into_owned(),
    }
}

struct Line {
    title: String,
    path: String,
    about: String,
}

struct AheadLine {
    name: String,
    when: String,
}

#[derive(Template)]
#[template(path = "pages/meetings.html")]
struct MeetingsPage {
    shell: Shell,
    /// How many answers the reader's side owes.
    owed: Option<String>,
    lines: Vec<Line>,
    ahead: Vec<AheadLine>,
    may_record: bool,
    nothing: &'static str,
}

async fn list(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    let t = shell.t;
    let line = |line: MeetingLine| Line {
        path: format!("/meetings/{}", line.meeting),
        about: t.with(
            "meeting-about",
            [
                ("when", when(t, &line.when).into()),
                (
                    "subjects",
                    i64::try_from(line.subjects).unwrap_or(i64::MAX).into(),
                ),
            ],
        ),
        title: line.title,
    };
    let lines = site
        .desk
        .meetings(&signed.actor)
        .await?
        .into_iter()
        .map(line)
        .collect();
    let may_record = signed.actor.role == Role::DeskOfficer;
    let owed = if may_record {
        owed::by_us(&site, t, &signed.actor).await?
    } else {
        None
    };
    let nothing = if may_record {
        "meetings-empty"
    } else {
        "meetings-none"
    };
    let title = t.get("meetings-title");
    Ok(page(&MeetingsPage {
        shell: shell.titled(title),
        owed,
        lines,
        ahead: ahead(&site, t, &signed.actor).await?,
        may_record,
        nothing,
    }))
}

/// The days of the reader's relationships that come next.
async fn ahead(site: &Site, t: Text, actor: &Actor) -> Result<Vec<AheadLine>, Failure> {
    let today = site.today();
    let mut ahead = vec![];
    for relationship in site.desk.relationships(actor).await? {
        for upcoming in relationship.upcoming(today) {
            let name = upcoming
                .milestone
                .names
                .in_language(t.language().tag())
                .to_owned();
            let date = t.date(upcoming.on);
            let when = match upcoming.anniversary {
                Some(nth) => t.with(
                    "milestone-nth",
                    [("date", date.into()), ("nth", i64::from(nth).into())],
                ),
                None => date,
            };
            ahead.push(AheadLine { name, when });
        }
    }
    Ok(ahead)
}

struct ParticipantLine {
    name: String,
    post: String,
}

struct SubjectLine {
    number: String,
    title: String,
    requests: Vec<RequestRow>,
    statements: Vec<StatementRow>,
    links: Vec<LinkRow>,
}

/// A subject of another meeting, with how it stands to this one.
struct LinkRow {
    relation: String,
    title: String,
    path: String,
}

#[derive(Clone)]
struct RequestRow {
    text: String,
    path: String,
    sides: String,
    tone: &'static str,
    standing: String,
}

#[derive(Clone)]
struct StatementRow {
    speaker: String,
    act: String,
    text: String,
    source: String,
}

struct CommitmentRow {
    text: String,
    path: String,
    sides: String,
    standing: String,
}

#[derive(Template)]
#[template(path = "pages/meeting.html")]
struct MeetingPage {
    shell: Shell,
    about: String,
    sides: String,
    participants: Vec<ParticipantLine>,
    source: Option<String>,
    /// The briefs of the relationships that it belongs to, each with its name.
    briefs: Vec<(String, String)>,
    subjects: Vec<SubjectLine>,
    requests: Vec<RequestRow>,
    statements: Vec<StatementRow>,
    commitments: Vec<CommitmentRow>,
    add: Option<String>,
    link: Option<String>,
    take_back: Option<String>,
    taken_back: Vec<TakenBackRow>,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(meeting): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let view = site.desk.meeting(&signed.actor, id(&meeting)?).await?;
    let record = view.meeting.record.as_ref().ok_or_else(Failure::not_found)?;
    let sides = record.sides.iter();
    let sides: Vec<&str> = sides
        .map(|side| side.name.in_language(t.language().tag()))
        .collect();
    let linkable = view.may_add
        && !view.meeting.subjects.is_empty()
        && !super::links::others(&site.desk, &signed.actor, view.id)
            .await?
            .is_empty();
    let may_take_back = !site.desk.may_take_back(&signed.actor, &view).await?.is_empty();
    let taken_back = site.desk.taken_back(&view).await?;
    let briefs = super::brief::of_meeting(&site, t, &signed, &view.meeting).await?;
    let shell = shell.titled(record.title.as_str()).threaded(thread(t, &view));
    Ok(page(&MeetingPage {
        briefs,
        about: about(t, record),
        sides: sides.join(" – "),
        participants: record
            .participations
            .iter()
            .map(|one| participant(t, one))
            .collect(),
        source: view.source.map(|source| format!("/sources/{source}")),
        subjects: subjects(t, &view),
        requests: requests(t, &view, None),
        statements: statements(t, &view.meeting, None),
        commitments: view.commitments.iter().map(|line| commitment(t, line)).collect(),
        add: view.may_add.then(|| format!("/meetings/{}/lines", view.id)),
        link: linkable.then(|| format!("/meetings/{}/links", view.id)),
        take_back: may_take_back.then(|| taken_back::address(view.id, None)),
        taken_back: taken_back
            .iter()
            .map(|line| TakenBackRow::of(t, &site, line))
            .collect(),
        shell,
    }))
}

/// When and where it was, as far as it is reported.
fn about(t: Text, record: &MeetingRecord) -> String {
    let when = when(t, &record.when);
    match &record.place {
        Some(place) => t.with(
            "meeting-when-where",
            [
                ("when", when.into()),
                ("place", place.in_language(t.language().tag()).into()),
            ],
        ),
        None => when,
    }
}

fn participant(t: Text, one: &Participation) -> ParticipantLine {
    let language = t.language().tag();
    let post = one.post.as_ref().map(|post| {
        let held = [
            ("post", post.title.in_language(language).into()),
            (
                "organisation",
                post.organisation_name.in_language(language).into(),
            ),
        ];
        t.with("post-held", held)
    });
    ParticipantLine {
        name: one.name.to_string(),
        post: post.unwrap_or_default(),
    }
}

fn thread(t: Text, view: &MeetingView) -> Vec<Step> {
    let step = |text: String, path: Option<String>, here| Step { text, path, here };
    let source = view.source.map(|source| format!("/sources/{source}"));
    let when = view
        .meeting
        .record
        .as_ref()
        .map_or_else(String::new, |record| when(t, &record.when));
    let taken = view
        .requests
        .iter()
        .find(|line| line.standing == RequestStanding::TakenUp);
    let request = taken
        .or(view.requests.first())
        .map(|line| format!("/requests/{}", line.request));
    vec![
        step(t.get("thread-source").into_owned(), source, false),
        step(t.one("thread-meeting", "when", when), None, true),
        step(t.get("thread-request").into_owned(), request, false),
    ]
}

fn subjects(t: Text, view: &MeetingView) -> Vec<SubjectLine> {
    let line = |(id, subject): (act::SubjectId, &engagement::Subject)| SubjectLine {
        number: t.number(i64::from(subject.order)),
        title: subject.title.to_string(),
        requests: requests(t, view, Some(&id.to_string())),
        statements: statements(t, &view.meeting, Some(id)),
        links: subject
            .links
            .iter()
            .filter_map(|one| link(t, view, one))
            .collect(),
    };
    view.meeting.agenda().into_iter().map(line).collect()
}

fn link(t: Text, view: &MeetingView, link: &engagement::LinkedSubject) -> Option<LinkRow> {
    let other = view.linked.get(&link.meeting)?;
    let subject = other.subjects.get(&link.subject)?;
    let relation = super::links::name(link.relation);
    Some(LinkRow {
        relation: t.get(&format!("link-{relation}")).into_owned(),
        title: subject.title.to_string(),
        path: format!("/meetings/{}", link.meeting),
    })
}

fn requests(t: Text, view: &MeetingView, subject: Option<&str>) -> Vec<RequestRow> {
    let of = |line: &&RequestLine| line.subject.as_deref() == subject;
    view.requests
        .iter()
        .filter(of)
        .map(|line| request(t, line))
        .collect()
}

fn request(t: Text, line: &RequestLine) -> RequestRow {
    RequestRow {
        text: line.text.clone(),
        path: format!("/requests/{}", line.request),
        sides: t.with(
            "from-to",
            [
                ("from", line.from.name.in_language(t.language().tag()).into()),
                ("to", line.to.name.in_language(t.language().tag()).into()),
            ],
        ),
        tone: super::requests::tone(line.standing),
        standing: t.get(&format!("request-{}", line.standing.name())).into_owned(),
    }
}

fn statements(t: Text, meeting: &Meeting, subject: Option<act::SubjectId>) -> Vec<StatementRow> {
    let row = |statement: &Statement| StatementRow {
        speaker: speaker(meeting, statement.speaker),
        act: t.with(
            "statement-act",
            [
                ("act", t.get(&format!("speech-{}", statement.act.name())).into()),
                ("mode", t.get(&format!("mode-{}", statement.mode.name())).into()),
            ],
        ),
        text: statement.text.to_string(),
        source: format!("/sources/{}#{}", statement.excerpt.source, statement.statement),
    };
    meeting
        .statements
        .iter()
        .filter(|one| one.subject == subject)
        .map(row)
        .collect()
}

/// The name of a speaker as the meeting's record has it.
pub(crate) fn speaker(meeting: &Meeting, person: PersonId) -> String {
    meeting
        .participation(person)
        .map_or_else(String::new, |one| one.name.to_string())
}

fn commitment(t: Text, line: &CommitmentLine) -> CommitmentRow {
    let standing = line
        .assessed
        .as_ref()
        .map_or("commitment-open".to_owned(), |name| format!("commitment-{name}"));
    CommitmentRow {
        text: line.text.clone(),
        path: format!("/commitments/{}", line.commitment),
        sides: t.with(
            "from-to",
            [
                ("from", line.by.in_language(t.language().tag()).into()),
                ("to", line.to.in_language(t.language().tag()).into()),
            ],
        ),
        standing: t.get(&standing).into_owned(),
    }
}

/// Sends the browser back to a meeting after a line was recorded.
pub(crate) fn back(shell: &Shell, meeting: act::MeetingId) -> Response {
    see_other(&shell.to(&format!("/meetings/{meeting}")))
}
