//! Requests from side to side, by who owes the answer: first what the reader's own side owes, the oldest first.

use super::meetings::when;
use super::requests::tone;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page};
use act::{Actor, Role};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use desk::views::engagement::{Owed, RequestLine};
use identity::When;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/requests", get(list))
}

struct Line {
    text: String,
    path: String,
    sides: String,
    /// When it was made, and how long it has waited for an answer.
    when: String,
    tone: &'static str,
    standing: String,
}

/// Requests that wait for the same side, or for nobody any more.
struct Group {
    title: String,
    /// Who enters the answer, and where.
    who: Option<String>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "pages/requests.html")]
struct RequestsPage {
    shell: Shell,
    groups: Vec<Group>,
}

/// The groups, in their order.
const GROUPS: [(Option<Owed>, &str); 4] = [
    (Some(Owed::ByUs), "requests-owed-by-us"),
    (Some(Owed::ToUs), "requests-owed-to-us"),
    (Some(Owed::BetweenOthers), "requests-owed-between-others"),
    (None, "requests-answered"),
];

/// That the actor's side owes answers, and how many; nothing where it owes none.
pub(super) async fn by_us(site: &Site, t: Text, actor: &Actor) -> Result<Option<String>, Failure> {
    let requests = site.desk.requests(actor).await?;
    let owed = |line: &&RequestLine| line.owed(actor.organisation) == Some(Owed::ByUs);
    let count = requests.iter().filter(owed).count();
    let said = || t.one("answers-owed", "count", i64::try_from(count).unwrap_or(i64::MAX));
    Ok((count > 0).then(said))
}

async fn list(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    let t = shell.t;
    let own = signed.actor.organisation;
    let meetings = site.desk.meetings(&signed.actor).await?;
    let days: BTreeMap<_, _> = meetings.iter().map(|line| (&line.meeting, line.when)).collect();
    let mut requests = site.desk.requests(&signed.actor).await?;
    let made = |line: &RequestLine| days.get(&line.meeting.to_string()).copied();
    let latest = |line: &RequestLine| made(line).and_then(|when| when.latest().or(when.earliest()));
    // What waits longest first; what has no day last.
    requests.sort_by_key(|line| latest(line).map_or((1, Date::MAX), |day| (0, day)));
    let today = site.today();
    let group = |(owed, title): (Option<Owed>, &str)| {
        let of = requests.iter().filter(|line| line.owed(own) == owed);
        Group {
            title: t.get(title).into_owned(),
            who: (owed == Some(Owed::ByUs)).then(|| who_enters(t, &signed)),
            lines: of.map(|line| shown(t, line, made(line), today)).collect(),
        }
    };
    let groups = GROUPS.map(group).into_iter();
    let groups = groups.filter(|group| !group.lines.is_empty()).collect();
    let title = t.get("requests-title");
    Ok(page(&RequestsPage {
        shell: shell.titled(title),
        groups,
    }))
}

/// Who enters an answer that the reader's side owes, and where.
fn who_enters(t: Text, signed: &Signed) -> String {
    let own = signed.session.hat.as_ref();
    let own = own.map_or("", |hat| hat.organisation_in(t.language().tag()));
    let id = match signed.actor.role {
        Role::DeskOfficer => "answer-entered-here",
        _ => "answer-entered-by-desk",
    };
    t.one(id, "organisation", own)
}

fn shown(t: Text, line: &RequestLine, made: Option<When>, today: Date) -> Line {
    let language = t.language().tag();
    let sides = [
        ("from", line.from.name.in_language(language).into()),
        ("to", line.to.name.in_language(language).into()),
    ];
    Line {
        path: format!("/requests/{}", line.request),
        sides: t.with("from-to", sides),
        when: made.map_or_else(String::new, |made| since(t, line, made, today)),
        tone: tone(line.standing),
        standing: t.get(&format!("request-{}", line.standing.name())).into_owned(),
        text: line.text.clone(),
    }
}

/// When a request was made, and how many days an open one has waited.
fn since(t: Text, line: &RequestLine, made: When, today: Date) -> String {
    let day = when(t, &made);
    let known = made.latest().or(made.earliest());
    let waited = known.and_then(|known| known.until(today).ok());
    match waited.filter(|_| line.standing == engagement::RequestStanding::Open) {
        Some(span) => t.with(
            "request-since",
            [("when", day.into()), ("days", i64::from(span.get_days()).into())],
        ),
        None => day,
    }
}
