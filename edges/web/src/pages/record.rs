//! Recording by hand: a source, and a meeting or a comment with everyone who was there.

use super::entry::{Card, Entering, Entry, Kinds};
use super::meetings::back;
use super::reading::Reading;
use super::{faults, only};
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::{Role, Title};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::{OccasionIn, PresentIn, SourceIn};
use desk::views::engagement::SourceLine;
use engagement::{MeetingKind, SourceKind, SourceText};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/record/source", get(source_form).post(freeze))
        .route("/record/meeting", get(meeting_form).post(record))
}

fn source_page(shell: Shell, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let kinds = SourceKind::ALL.map(SourceKind::name);
    let mut fields = vec![
        entering.line("title", "field-source-title").into(),
        entering
            .named("kind", "field-source-kind", "source", &kinds)
            .into(),
    ];
    fields.extend(entering.language("language", "field-source-language"));
    fields.extend(entering.when("published", "field-source-published"));
    fields.push(entering.line("origin", "field-source-origin").most(2_000).into());
    let text = entering.lines("text", "field-source-text", 200_000);
    fields.push(text.hint(t.get("hint-source-text")).into());
    Entry::of(shell, entering, "/record/source".to_owned(), "source-freeze")
        .lead(t.get("source-what"))
        .of_record()
        .card("", fields)
        .page()
}

async fn source_form(shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    Ok(source_page(shell, &Typed::default(), &Faults::none()))
}

async fn freeze(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let done = match source_entered(&typed) {
        Ok(entered) => site.desk.freeze_source(&signed.actor, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(source) => Ok(see_other(&shell.to(&format!("/sources/{source}")))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(source_page(shell, &typed, &faults)))
        }
    }
}

fn source_entered(typed: &Typed) -> Result<SourceIn, Fault> {
    let mut reading = Reading::of(typed);
    let title = reading.text("title");
    let kind = reading.choice("kind", SourceKind::named);
    let language = reading.language("language");
    let published = reading.when("published");
    let origin = reading.text("origin");
    let text: Option<SourceText> = reading.text("text");
    match (title, kind, language, published, origin, text) {
        (Some(title), Some(kind), Some(language), Some(published), Some(origin), Some(text)) => {
            Ok(SourceIn {
                title,
                kind,
                language,
                text,
                published,
                origin,
            })
        }
        _ => Err(reading.end()),
    }
}

/// How many rows of a kind the form has: at first, and at most.
struct Rows {
    /// The hidden field that counts them, and what the button for one more asks for.
    name: &'static str,
    first: usize,
    most: usize,
}

const SIDES: Rows = Rows {
    name: "sides",
    first: 2,
    most: 12,
};
const PEOPLE: Rows = Rows {
    name: "people",
    first: 4,
    most: 100,
};

impl Rows {
    /// How many there are, with the one more that was asked for.
    fn count(&self, typed: &Typed) -> usize {
        let sent = typed.get(self.name).parse().unwrap_or(self.first);
        let more = usize::from(typed.get("more") == self.name);
        sent.clamp(self.first, self.most)
            .saturating_add(more)
            .min(self.most)
    }
}

/// A meeting between sides, or a comment that was made to nobody in particular and has none.
const KINDS: [MeetingKind; 2] = [MeetingKind::Meeting, MeetingKind::Comment];

/// The kind that is recorded; a meeting where none was chosen.
fn kind_of(typed: &Typed) -> MeetingKind {
    let chosen = KINDS.into_iter().find(|kind| kind.name() == typed.get("kind"));
    chosen.unwrap_or(MeetingKind::Meeting)
}

fn meeting_page(mut shell: Shell, sources: &[SourceLine], typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let kind = kind_of(typed);
    let of_kind = |kind: MeetingKind| {
        let mut query = form_urlencoded::Serializer::new("/record/meeting?".to_owned());
        query.append_pair("kind", kind.name());
        query.append_pair("source", typed.get("source")).finish()
    };
    shell.path = of_kind(kind);
    let form = |one: MeetingKind| {
        let words = t.get(&format!("meeting-kind-{}", one.name()));
        (of_kind(one), words.into_owned(), one == kind)
    };
    let kinds = Kinds {
        called: t.get("field-meeting-kind").into_owned(),
        forms: KINDS.map(form).into(),
    };
    let sides = match kind {
        MeetingKind::Meeting => SIDES.count(typed),
        MeetingKind::Comment => 0,
    };
    let people = PEOPLE.count(typed);
    let mut what = vec![entering.line("title", "field-meeting-title").into()];
    what.extend(entering.when("when", "field-when"));
    let mut entry = Entry::of(shell, entering, "/record/meeting".to_owned(), "meeting-record")
        .of_record()
        .among(kinds)
        .card("", what)
        .card(t.get("field-meeting-place"), entering.names("place"))
        .card(t.get("meeting-reported"), entering.cited(sources));
    entry.cards.extend((0..sides).map(|place| side(entering, place)));
    entry
        .cards
        .extend((1..=people).map(|place| person(entering, place, sides)));
    let mut rows = vec![(PEOPLE, people)];
    if kind == MeetingKind::Meeting {
        rows.insert(0, (SIDES, sides));
    }
    entry.hidden = vec![("kind".to_owned(), kind.name().to_owned())];
    for (rows, count) in rows {
        entry.hidden.push((rows.name.to_owned(), count.to_string()));
        let more = t.get(&format!("meeting-more-{}", rows.name));
        entry.more.push((rows.name, more.into_owned()));
    }
    entry.page()
}

fn side_name(t: Text, place: usize) -> String {
    let number = t.number(i64::try_from(place + 1).unwrap_or(i64::MAX));
    t.one("side-number", "number", number)
}

/// The fields of a side.
fn side(entering: Entering<'_>, place: usize) -> Card {
    let field = entering.line(&format!("organisation-{place}"), "field-organisation");
    Card {
        title: side_name(entering.t, place),
        fields: vec![field.into()],
    }
}

/// The fields of someone who was there, on one of so many sides; where there are none, for nobody's.
fn person(entering: Entering<'_>, place: usize, sides: usize) -> Card {
    let t = entering.t;
    let line = |part: &str, label: &str| entering.line(&format!("{part}-{place}"), label).into();
    let mut fields = vec![
        line("person", "field-person"),
        line("said", "field-said"),
        line("post", "field-post"),
        line("at", "field-post-at"),
    ];
    if sides > 0 {
        let choices = (0..sides).map(|side| Choice::new(side.to_string(), side_name(t, side)));
        let field = entering.choice(&format!("side-{place}"), "field-side", choices.collect());
        fields.push(field.into());
    }
    let number = t.number(i64::try_from(place).unwrap_or(i64::MAX));
    Card {
        title: t.one("meeting-participant", "number", number),
        fields,
    }
}

/// What stands where a meeting would be recorded as long as there is no source that it could rest on.
#[derive(Template)]
#[template(path = "pages/no_source.html")]
struct NoSourcePage {
    shell: Shell,
}

/// Which source a meeting or a comment is recorded from, as the page of the source says.
#[derive(serde::Deserialize)]
struct From {
    #[serde(default)]
    source: String,
    /// Meeting or comment.
    #[serde(default)]
    kind: String,
}

async fn meeting_form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(from): Query<From>,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let sources = site.desk.sources(&signed.actor).await?;
    if sources.is_empty() {
        let title = shell.t.get("meeting-record");
        return Ok(page(&NoSourcePage {
            shell: shell.titled(title),
        }));
    }
    let first = Typed::default().and("kind", from.kind).and("source", from.source);
    Ok(meeting_page(shell, &sources, &first, &Faults::none()))
}

async fn record(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let sources = site.desk.sources(&signed.actor).await?;
    if typed.given("more") {
        return Ok(meeting_page(shell, &sources, &typed, &Faults::none()));
    }
    let done = match meeting_entered(&typed) {
        Ok(entered) => site.desk.record_occasion(&signed.actor, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(meeting) => Ok(back(&shell, meeting)),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(meeting_page(shell, &sources, &typed, &faults)))
        }
    }
}

fn meeting_entered(typed: &Typed) -> Result<OccasionIn, Fault> {
    let mut reading = Reading::of(typed);
    let title = reading.text("title");
    let kind = reading.choice("kind", |name| KINDS.into_iter().find(|kind| kind.name() == name));
    let when = reading.when("when");
    let place = reading.optional_names("place");
    let cited = reading.cited();
    let is_meeting = kind != Some(MeetingKind::Comment);
    let mut sides: Vec<Title> = vec![];
    for number in 0..SIDES.count(typed) {
        let field = format!("organisation-{number}");
        // A meeting has two sides; any row beyond, and every row of a comment, may be left blank.
        let side = if is_meeting && number < SIDES.first {
            reading.text(&field)
        } else {
            reading.optional(&field)
        };
        sides.extend(side);
    }
    let people = 1..=PEOPLE.count(typed);
    let present: Vec<_> = people
        .filter_map(|number| present_entered(&mut reading, typed, number, is_meeting))
        .collect();
    if present.is_empty() && reading.is_sound() {
        reading.fault("person-1", "empty");
    }
    match (title, kind, when, cited, reading.is_sound()) {
        (Some(title), Some(kind), Some(when), Some((source, exact)), true) => Ok(OccasionIn {
            kind,
            title,
            place,
            when,
            source,
            exact,
            sides,
            present,
        }),
        _ => Err(reading.end()),
    }
}

/// One row of those who were there; nothing where it was left blank.
fn present_entered(
    reading: &mut Reading<'_>,
    typed: &Typed,
    number: usize,
    is_meeting: bool,
) -> Option<PresentIn> {
    let field = |part: &str| format!("{part}-{number}");
    let rest = [field("said"), field("post"), field("at")];
    let [said, post, at] = rest.each_ref().map(|name| reading.optional(name));
    if !typed.given(&field("person")) {
        if let Some(lost) = rest.iter().find(|name| typed.given(name)) {
            reading.fault(lost, "without-person");
        }
        return None;
    }
    let person = reading.text(&field("person"));
    let side = if is_meeting {
        Some(reading.choice(&field("side"), |text| text.parse().ok())?)
    } else {
        None
    };
    if !is_meeting && post.is_some() && at.is_none() {
        reading.fault(&field("at"), "empty");
    }
    Some(PresentIn {
        person: person?,
        said,
        post,
        at,
        side,
    })
}
