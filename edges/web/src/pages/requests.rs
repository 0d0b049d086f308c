//! A request from side to side: what is asked, by whom, what was answered, and the application that follows.

use super::entry::{Entering, Field};
use super::reading::Reading;
use super::{faults, id, taken_back};
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults};
use crate::routes::Routes;
use crate::shell::{Shell, Step};
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::{Actor, RequestId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use desk::engagement::{AnswerIn, RecordLine, RequestView};
use desk::{Desk, Fault};
use engagement::{Answer, Answered, Excerpt, RequestMade, RequestStanding, Side};
use identity::When;
use jiff::civil::Date;
use rulebook::Rulebook;
use std::sync::Arc;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/requests/{id}", get(show))
        .route("/requests/{id}/answers", post(answer))
}

/// The tone in which a request's standing is shown.
pub(crate) fn tone(standing: RequestStanding) -> &'static str {
    match standing {
        RequestStanding::Open => "wait",
        RequestStanding::Answered => "plain",
        RequestStanding::TakenUp => "ok",
        RequestStanding::TakenBack => "plain",
    }
}

struct AnswerLine {
    answer: String,
    text: String,
    /// Who gave it, where that is known here, and when.
    given: String,
    /// The words that it rests on, and their source; none where the side that was asked recorded it itself.
    rests_on: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "pages/request.html")]
struct RequestPage {
    shell: Shell,
    faults: Faults,
    id: String,
    answers_at: String,
    tone: &'static str,
    standing: String,
    rows: Vec<(String, String)>,
    quotation: String,
    language: Option<String>,
    source: String,
    answers: Vec<AnswerLine>,
    /// The application that follows from it: where it is, and what became of it by now.
    application: Option<(String, String)>,
    /// Where a task is given for it.
    assign: Option<String>,
    /// Whose answer is waited for.
    waits: Option<String>,
    /// Where an application may be begun: the rules by which, each with what the button says.
    take_up: Vec<(String, String)>,
    may_answer: bool,
    take_back: Option<String>,
    answer: Vec<Field>,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(request): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.request(&signed.actor, id(&request)?).await?;
    let made = view.request.made.as_ref();
    let source = made.map_or_else(String::new, |made| made.excerpt.source.to_string());
    let first = Typed::default().and("source", source);
    shown(&site, shell, &signed, &view, &first, Faults::none()).await
}

/// The fields of an answer in which something is typed.
const TYPED: [&str; 3] = ["text", "excerpt", "somebody"];

/// The fields of an answer: what was answered, by whom, when, and the words that it rests on.
async fn answer_fields(
    site: &Site,
    signed: &Signed,
    view: &RequestView,
    entering: Entering<'_>,
) -> Result<Vec<Field>, Failure> {
    let kinds = Answer::ALL.map(Answer::name);
    let mut fields = vec![
        entering
            .named("kind", "field-answer-kind", "answer", &kinds)
            .into(),
        entering.lines("text", "field-own-words", 2_000).into(),
    ];
    // Only who keeps a record reads its sources.
    let sources = site.desk.sources(&signed.actor).await?;
    fields.extend(entering.cited(&sources));
    let record = view.meeting.as_ref().and_then(|meeting| meeting.record.as_ref());
    let present = record.iter().flat_map(|record| &record.participations);
    let present = present.map(|one| Choice::new(one.person.to_string(), one.name.as_str()));
    let by = entering.choice("by", "field-answered-by", present.collect());
    let own = view.request.is_to(signed.actor.organisation);
    let by = if own {
        by.hint(entering.t.get("hint-answered-by"))
    } else {
        by
    };
    fields.push(by.into());
    // An answer may come later, and from somebody else. Who else is known here is not this reader's to see.
    fields.push(entering.line("somebody", "field-answered-by-somebody").into());
    fields.extend(entering.when("on", "field-answered-on"));
    Ok(fields)
}

/// Who asked whom, and when, each with its label.
fn rows(t: Text, site: &Site, view: &RequestView, made: &RequestMade) -> Vec<(String, String)> {
    let language = t.language().tag();
    let asked_by = view
        .meeting
        .as_ref()
        .map(|meeting| super::meetings::speaker(meeting, made.asked_by));
    let row = |label: &str, value: String| (t.get(label).into_owned(), value);
    let mut rows = vec![
        row("request-from", made.from.name.in_language(language).to_owned()),
        row("request-to", made.to.name.in_language(language).to_owned()),
    ];
    rows.extend(
        asked_by
            .filter(|name| !name.is_empty())
            .map(|name| row("request-by", name)),
    );
    if let Some(record) = view.meeting.as_ref().and_then(|meeting| meeting.record.as_ref()) {
        rows.push(row("request-when", super::meetings::when(t, &record.when)));
    }
    let taken_back = view.taken_back.as_ref();
    rows.extend(taken_back.map(|how| row("line-was-taken-back", taken_back::how(t, site, how))));
    rows
}

/// The request that something follows from, in its own words.
pub(crate) struct CitedRequest {
    pub text: String,
    pub from_to: String,
    pub path: String,
}

/// The request that a draft cites, for whoever writes the draft.
pub(crate) async fn cited(
    desk: &Desk,
    t: Text,
    actor: &Actor,
    cites: Option<RequestId>,
) -> Result<Option<CitedRequest>, Failure> {
    let Some(request) = cites else { return Ok(None) };
    let view = match desk.request(actor, request).await {
        Ok(view) => view,
        // The role by which it could be read was taken away since.
        Err(Fault::NotFound) => return Ok(None),
        Err(fault) => return Err(fault.into()),
    };
    let side = |side: &Side| side.name.in_language(t.language().tag()).to_owned();
    let cited = |made: &RequestMade| CitedRequest {
        text: made.text.to_string(),
        from_to: t.with(
            "from-to",
            [("from", side(&made.from).into()), ("to", side(&made.to).into())],
        ),
        path: format!("/requests/{request}"),
    };
    Ok(view.request.made.as_deref().map(cited))
}

/// The language of the source that words are quoted from, so that they are read out and shaped as what they are.
async fn quoted_in(site: &Site, signed: &Signed, source: act::SourceId) -> Result<Option<String>, Failure> {
    match site.desk.source(&signed.actor, source).await {
        Ok(view) => Ok(view.source.frozen.map(|frozen| frozen.language.to_string())),
        Err(Fault::NotFound) => Ok(None),
        Err(fault) => Err(fault.into()),
    }
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    view: &RequestView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let made = view.request.made.as_ref().ok_or_else(Failure::not_found)?;
    let standing = view.request.standing();
    let answers = view.request.answers.iter().map(|one| answer_line(t, view, one));
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let fields = if view.may_answer {
        answer_fields(site, signed, view, entering).await?
    } else {
        vec![]
    };
    let language = quoted_in(site, signed, made.excerpt.source).await?;
    let mut shell = shell.titled(made.text.as_str()).threaded(thread(t, view));
    shell.faulty = !faults.is_empty();
    shell.keep_left_over(typed, &TYPED.map(|field| (field, view.may_answer)));
    // What rests on the request is taken back before it.
    let line = match view.request.answer() {
        Some(_) => RecordLine::Answer(view.id),
        None => RecordLine::Request(view.id),
    };
    Ok(page(&RequestPage {
        id: view.id.to_string(),
        answers_at: format!("/requests/{}/answers", view.id),
        tone: tone(standing),
        standing: t.get(&format!("request-{}", standing.name())).into_owned(),
        rows: rows(t, site, view, made),
        quotation: made.excerpt.exact.to_string(),
        language,
        source: format!("/sources/{}", made.excerpt.source),
        answers: answers.collect(),
        application: view
            .application
            .as_ref()
            .map(|(id, fate)| (format!("/cases/{id}"), super::brief::fate(t, fate))),
        assign: (view.may_assign && standing == RequestStanding::Open)
            .then(|| format!("/requests/{}/task", view.id)),
        waits: (standing == RequestStanding::Open).then(|| waits(t, signed, view, made)),
        take_up: take_up(site, t, view, made).await?,
        may_answer: view.may_answer,
        take_back: view
            .may_take_back
            .then(|| taken_back::address(made.meeting, Some(line))),
        faults: faults.clone().named(fields.iter().flat_map(Field::labels)),
        answer: fields,
        shell,
    }))
}

/// Whose yes or no is waited for, and who enters it where the reader does not and it is the reader's side that owes it.
fn waits(t: Text, signed: &Signed, view: &RequestView, made: &RequestMade) -> String {
    let to = made.to.name.in_language(t.language().tag()).to_owned();
    let id = if view.request.answers.is_empty() {
        "request-waits"
    } else {
        "request-noted"
    };
    let owes = view.request.is_to(signed.actor.organisation) && !view.may_answer;
    let by = owes.then(|| t.one("answer-entered-by-desk", "organisation", to.as_str()));
    let waits = t.one(id, "to", to.as_str());
    [Some(waits), by]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The rulebooks by which an application may be begun from a request: those in force that know whoever was asked as an authority,
/// or all, where none does.
async fn take_up(
    site: &Site,
    t: Text,
    view: &RequestView,
    made: &RequestMade,
) -> Result<Vec<(String, String)>, Failure> {
    if !view.may_take_up {
        return Ok(vec![]);
    }
    let known = site.desk.organisations().await?;
    let asked = known
        .iter()
        .find(|line| line.organisation == made.to.organisation);
    let asked = asked.and_then(|line| line.authority.as_ref());
    let all = site.desk.rulebooks().all();
    let knows =
        |rulebook: &&Arc<Rulebook>| asked.is_some_and(|asked| rulebook.authority(asked.as_str()).is_some());
    let fit: Vec<_> = all.iter().filter(knows).collect();
    let fit = if fit.is_empty() { all.iter().collect() } else { fit };
    let said = |rulebook: &Arc<Rulebook>| match fit.len() {
        1 => t.get("request-take-up").into_owned(),
        _ => {
            let title = rulebook.title().in_language(t.language().tag()).to_owned();
            t.one("request-take-up-by", "rulebook", title)
        }
    };
    Ok(fit.iter().map(|one| (one.id().to_owned(), said(one))).collect())
}

fn answer_line(t: Text, view: &RequestView, one: &Answered) -> AnswerLine {
    let when = super::meetings::when(t, &one.on);
    let by = view.meeting.as_ref();
    let by = by.map_or_else(String::new, |meeting| super::meetings::speaker(meeting, one.by));
    let elsewhere = view.answered_by.get(&one.by).filter(|_| by.is_empty());
    let by = elsewhere.map_or(by, |person| person.name(t.language().tag()).to_owned());
    let words = |excerpt: &Excerpt| (excerpt.exact.to_string(), format!("/sources/{}", excerpt.source));
    AnswerLine {
        answer: t.get(&format!("answer-{}", one.answer.name())).into_owned(),
        text: one.text.to_string(),
        given: if by.is_empty() {
            when
        } else {
            t.with("request-answer-given", [("by", by.into()), ("when", when.into())])
        },
        rests_on: one.excerpt.as_ref().map(words),
    }
}

fn thread(t: Text, view: &RequestView) -> Vec<Step> {
    let step = |text: String, path: Option<String>, here| Step { text, path, here };
    let Some(made) = &view.request.made else {
        return vec![];
    };
    let when = view.meeting.as_ref().and_then(|meeting| meeting.record.as_ref());
    let when = when.map_or_else(String::new, |record| super::meetings::when(t, &record.when));
    let mut steps = vec![
        step(
            t.get("thread-source").into_owned(),
            Some(format!("/sources/{}", made.excerpt.source)),
            false,
        ),
        step(
            t.one("thread-meeting", "when", when),
            Some(format!("/meetings/{}", made.meeting)),
            false,
        ),
        step(t.get("thread-request").into_owned(), None, true),
    ];
    if let Some((id, fate)) = &view.application {
        steps.push(step(
            t.one("thread-application", "reference", fate.reference.as_str()),
            Some(format!("/cases/{id}")),
            false,
        ));
    }
    steps
}

async fn answer(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(request): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let request: RequestId = id(&request)?;
    let done = match answer_entered(&typed, site.today()) {
        Ok(entered) => site.desk.answer_request(&signed.actor, request, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to(&format!("/requests/{request}")))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let view = site.desk.request(&signed.actor, request).await?;
            Ok(faults::not_taken(
                shown(&site, shell, &signed, &view, &typed, faults).await?,
            ))
        }
    }
}

/// An answer as it was entered; one without a day was given today.
fn answer_entered(typed: &Typed, today: Date) -> Result<AnswerIn, Fault> {
    let mut reading = Reading::of(typed);
    let answer = reading.choice("kind", Answer::named);
    let text = reading.text("text");
    let cited = reading.cited();
    let by = reading.optional_choice("by", |person| person.parse().ok());
    let somebody = reading.optional("somebody");
    let on = if typed.given("on") {
        reading.when("on")
    } else {
        reading.when("on").map(|_| When::On(today))
    };
    match (answer, text, cited, on, reading.is_sound()) {
        (Some(answer), Some(text), Some((source, exact)), Some(on), true) => Ok(AnswerIn {
            answer,
            text,
            exact,
            source,
            by,
            somebody,
            on,
        }),
        _ => Err(reading.end()),
    }
}
