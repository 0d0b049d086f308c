//! Days that are held before anything is applied for: asked for, answered, withdrawn and used.

use super::reading::Reading;
use super::{faults, id, only};
use crate::form::{Form, Typed};
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{hours, zone_named};
use crate::{Failure, Text, page, see_other};
use act::{HoldId, Reason, Role};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use clearance::hold::{HeldEvent, HoldAsked, HoldEnd, HoldStanding};
use desk::Fault;
use desk::clearance::{HoldIn, HoldView};
use desk::views::holds::DayLine;
use jiff::civil::Time;
use std::collections::BTreeMap;

const EVERYONE: &[Role] = &[Role::Applicant, Role::Agent, Role::Coordinator];
const HOLDERS: &[Role] = &[Role::Applicant, Role::Agent];

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/holds", get(list).post(ask))
        .route("/holds/new", get(begin))
        .route("/holds/{id}", get(show))
        .route("/holds/{id}/acceptance", post(accept))
        .route("/holds/{id}/refusal", post(decline))
        .route("/holds/{id}/withdrawal", post(withdraw))
}

/// A hold in a list.
struct Line {
    path: String,
    title: String,
    about: String,
    tone: &'static str,
    stands: String,
}

#[derive(Template)]
#[template(path = "pages/holds.html")]
struct HoldsPage {
    shell: Shell,
    leads: bool,
    lines: Vec<Line>,
    /// What a day can be asked for by: each with its address.
    rulebooks: Vec<(String, String)>,
}

/// The tone and the words of how a hold stands.
fn stands(t: Text, view: &HoldView) -> (&'static str, String) {
    let Some((_, standing)) = view.stands() else {
        return ("plain", String::new());
    };
    let tone = match standing {
        HoldStanding::Held => "ok",
        HoldStanding::Asked => "wait",
        HoldStanding::Declined => "bad",
        HoldStanding::Withdrawn | HoldStanding::Used | HoldStanding::RunOut => "plain",
    };
    (
        tone,
        t.get(&format!("hold-standing-{}", standing.name())).into_owned(),
    )
}

fn when_and_where(t: Text, event: &HeldEvent) -> String {
    let until = t.clock(event.until);
    let said = [
        ("day", t.day(event.date).into()),
        ("hours", hours(t, event.from, event.until, until).into()),
        ("place", event.place.as_str().into()),
    ];
    t.with("event-line", said)
}

async fn list(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, EVERYONE)?;
    let t = shell.t;
    let holds = site.desk.date_holds(&signed.actor, site.today()).await?;
    let line = |view: &HoldView| {
        let (asked, _) = view.hold.asked.as_ref()?;
        let (tone, stands) = stands(t, view);
        Some(Line {
            path: format!("/holds/{}", view.id),
            title: asked.event.kind.to_string(),
            about: when_and_where(t, &asked.event),
            tone,
            stands,
        })
    };
    let leads = signed.actor.role == Role::Coordinator;
    let choice = |one: &std::sync::Arc<rulebook::Rulebook>| {
        let title = one.title().in_language(t.language().tag());
        let path = format!("/holds/new?rulebook={}", one.id());
        (t.one("hold-ask-by", "rulebook", title), path)
    };
    let known = site.desk.rulebooks();
    let rulebooks: Vec<_> = known.all().iter().filter(|_| !leads).map(choice).collect();
    Ok(page(&HoldsPage {
        leads,
        lines: holds.iter().filter_map(line).collect(),
        rulebooks,
        shell: shell.titled(t.get("holds-title")),
    }))
}

#[derive(Template)]
#[template(path = "pages/hold_new.html")]
struct AskPage {
    shell: Shell,
    faults: Faults,
    hold: String,
    rulebook: String,
    fields: Vec<TextField>,
}

async fn begin(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    only(&signed, HOLDERS)?;
    let known = site.desk.rulebooks();
    let first = known.all().first().map(|one| one.id().to_owned());
    let rulebook = asked.get("rulebook").cloned().or(first).unwrap_or_default();
    let typed = Typed::default().and("rulebook", rulebook);
    let typed = typed.and("hold", site.desk.sending().to_string());
    asking(&site, shell, &typed, Faults::none())
}

fn asking(site: &Site, shell: Shell, typed: &Typed, faults: Faults) -> Result<Response, Failure> {
    let t = shell.t;
    let rulebook = site.desk.rulebooks().in_force(typed.get("rulebook"));
    let rulebook = rulebook.ok_or_else(Failure::not_found)?;
    let line = |name: &str, label: &str| TextField::new(t, name, t.get(label), typed, &faults);
    let fields = vec![
        line("kind", "field-hold-kind")
            .most(200)
            .hint(t.get("hint-hold-kind")),
        line("place", "field-place")
            .most(200)
            .hint(t.get("hint-hold-place")),
        line("date", "field-date").kind(FieldKind::Day),
        line("from", "field-from")
            .kind(FieldKind::Time)
            .hint(t.get("hint-time")),
        line("until", "field-until")
            .kind(FieldKind::Time)
            .hint(t.get("hint-time")),
        line("words", "field-hold-words")
            .kind(FieldKind::Lines)
            .most(2_000),
    ];
    let mut shell = shell.titled(t.get("hold-ask-title"));
    shell.faulty = !faults.is_empty();
    shell.path = format!("/holds/new?rulebook={}", rulebook.id());
    let faults = faults.named(fields.iter().map(TextField::label));
    Ok(page(&AskPage {
        hold: typed.get("hold").to_owned(),
        rulebook: rulebook.id().to_owned(),
        shell,
        faults,
        fields,
    }))
}

/// Reads a time of day; every fault is kept.
fn time(reading: &mut Reading<'_>, typed: &Typed, field: &str) -> Option<Time> {
    let given = typed.get(field).trim();
    let time = Time::strptime("%H:%M", given).ok();
    if time.is_none() {
        reading.fault(field, if given.is_empty() { "empty" } else { "not-a-time" });
    }
    time
}

fn entered(typed: &Typed) -> Result<HoldIn, Fault> {
    faults::readable(typed)?;
    let mut reading = Reading::of(typed);
    let (kind, place) = (reading.text("kind"), reading.text("place"));
    let date = reading.day("date");
    let from = time(&mut reading, typed, "from");
    let until = time(&mut reading, typed, "until");
    let words = reading.optional("words");
    let hold: Option<HoldId> = typed.get("hold").parse().ok();
    match (hold, kind, place, date, from.zip(until)) {
        (Some(hold), Some(kind), Some(place), Some(date), Some(hours)) if reading.is_sound() => Ok(HoldIn {
            hold,
            rulebook: typed.get("rulebook").to_owned(),
            kind,
            place,
            date,
            hours,
            words,
        }),
        (None, ..) if reading.is_sound() => Err(Fault::NotFound),
        _ => Err(reading.end()),
    }
}

async fn ask(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, HOLDERS)?;
    let done = match entered(&typed) {
        Ok(entered) => {
            let id = entered.hold;
            site.desk.ask_hold(&signed.actor, entered).await.map(|()| id)
        }
        Err(fault) => Err(fault),
    };
    match done {
        Ok(id) => Ok(see_other(&shell.to(&format!("/holds/{id}")))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(asking(&site, shell, &typed, faults)?))
        }
    }
}

/// One that wants the same place at the same time, for the lead: what it is, and its page.
pub(crate) struct Beside {
    pub words: String,
    pub path: String,
}

/// Those in words.
pub(crate) fn beside(t: Text, lines: &[DayLine]) -> Vec<Beside> {
    let one = |line: &DayLine| Beside {
        words: wanted(t, line),
        path: line.path(),
    };
    lines.iter().map(one).collect()
}

/// What wants a day, in words.
pub(crate) fn wanted(t: Text, line: &DayLine) -> String {
    let id = match line.by {
        desk::views::holds::Wants::Application => "wanted-by-application",
        desk::views::holds::Wants::Hold => "wanted-by-hold",
    };
    let until = t.clock(line.until);
    t.with(
        id,
        [
            ("title", line.title.as_str().into()),
            ("organiser", line.organiser.as_str().into()),
            ("date", t.date(line.date).into()),
            ("hours", hours(t, line.from, line.until, until).into()),
            ("place", line.place.as_str().into()),
        ],
    )
}

#[derive(Template)]
#[template(path = "pages/hold.html")]
struct HoldPage {
    shell: Shell,
    faults: Faults,
    here: String,
    id: String,
    line: String,
    tone: &'static str,
    stands: String,
    rows: Vec<(String, String)>,
    /// What else wants the same place at the same time, for whoever leads.
    beside: Vec<Beside>,
    leads: bool,
    answers: bool,
    own: bool,
    accept: Vec<TextField>,
    decline: TextField,
    withdraw: TextField,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    shown(&site, shell, &view, &Typed::default(), Faults::none()).await
}

/// Who asked, when, and what the lead said to it.
fn rows(t: Text, site: &Site, view: &HoldView, asked: &HoldAsked) -> Vec<(String, String)> {
    let zone = zone_named(site, &asked.event.zone);
    let row = |label: &str, value: String| (t.get(label).into_owned(), value);
    let hold = &view.hold;
    let at = |by: &act::Context| t.instant(by.at, &zone);
    let mut rows = vec![row("hold-by", asked.organiser.name.to_string())];
    rows.extend(hold.asked.iter().map(|(_, by)| row("hold-asked", at(by))));
    rows.extend(
        asked
            .words
            .iter()
            .map(|words| row("field-hold-words", words.to_string())),
    );
    rows.push(row("hold-lead", asked.lead.name.to_string()));
    if let Some(accepted) = &hold.accepted {
        rows.push(row("field-hold-until", t.day(accepted.until)));
        rows.push(row("hold-accepted", at(&accepted.by)));
        let words = accepted.words.iter();
        rows.extend(words.map(|words| row("field-hold-accept-words", words.to_string())));
    }
    if let Some((how, by)) = &hold.ended {
        let (label, why) = match how {
            HoldEnd::Declined(reasons) => ("hold-declined", Some(reasons)),
            HoldEnd::Withdrawn(reasons) => ("hold-withdrawn", reasons.as_ref()),
            HoldEnd::Used(_) => ("hold-used", None),
        };
        rows.push(row(label, at(by)));
        rows.extend(why.map(|why| row("field-hold-reasons", why.to_string())));
    }
    rows
}

async fn shown(
    site: &Site,
    shell: Shell,
    view: &HoldView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let (asked, standing) = view.stands().ok_or_else(Failure::not_found)?;
    let actor = &view.context.actor;
    let event = &asked.event;
    let taken = clearance::taken(&event.place, event.date, (event.from, event.until));
    let today = event.today(view.context.at);
    let beside_it = if standing.is_live() {
        let own = view.id.to_string();
        site.desk.wanted_beside(actor, &own, &taken, today).await?
    } else {
        vec![]
    };
    let (tone, stands) = stands(t, view);
    let lines = |name: &str, label: &str| {
        TextField::new(t, name, t.get(label), typed, &faults)
            .kind(FieldKind::Lines)
            .most(2_000)
    };
    let until = TextField::new(t, "until", t.get("field-hold-until"), typed, &faults).kind(FieldKind::Day);
    let accept = vec![
        until.hint(t.one("hint-hold-until", "date", t.date(event.date))),
        lines("accept-words", "field-hold-accept-words"),
    ];
    let (decline, withdraw) = (
        lines("decline-reasons", "field-hold-reasons"),
        lines("withdraw-reasons", "field-hold-withdraw"),
    );
    let mut shell = shell.titled(event.kind.as_str());
    shell.path = format!("/holds/{}", view.id);
    shell.faulty = !faults.is_empty();
    let labels = accept.iter().chain([&decline, &withdraw]).map(TextField::label);
    Ok(page(&HoldPage {
        here: shell.to(&shell.path.clone()),
        id: view.id.to_string(),
        line: when_and_where(t, event),
        tone,
        stands,
        rows: rows(t, site, view, asked),
        beside: beside(t, &beside_it),
        leads: actor.role == Role::Coordinator,
        answers: view.answers(),
        own: view.is_ones_own(),
        faults: faults.clone().named(labels),
        accept,
        decline,
        withdraw,
        shell,
    }))
}

/// Leads back to the hold, or shows there what was not taken.
async fn done(
    site: &Site,
    shell: Shell,
    view: &HoldView,
    typed: &Typed,
    done: Result<(), Fault>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(see_other(&shell.to(&format!("/holds/{}", view.id)))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let mut shell = shell;
            let fields = ["accept-words", "decline-reasons", "withdraw-reasons"];
            let has = |field: &str| {
                if field == "withdraw-reasons" {
                    view.is_ones_own()
                } else {
                    view.answers()
                }
            };
            shell.keep_left_over(typed, &fields.map(|field| (field, has(field))));
            Ok(faults::not_taken(shown(site, shell, view, typed, faults).await?))
        }
    }
}

async fn accept(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    let mut reading = Reading::of(&typed);
    let until = reading.day("until");
    let words: Option<Reason> = reading.optional("accept-words");
    let told = match until {
        Some(until) if reading.is_sound() => {
            site.desk.accept_hold(&signed.actor, view.id, until, words).await
        }
        _ => Err(reading.end()),
    };
    done(&site, shell, &view, &typed, told).await
}

async fn decline(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    let mut reading = Reading::of(&typed);
    let told = match reading.text("decline-reasons") {
        Some(reasons) => site.desk.decline_hold(&signed.actor, view.id, reasons).await,
        None => Err(reading.end()),
    };
    done(&site, shell, &view, &typed, told).await
}

async fn withdraw(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    let mut reading = Reading::of(&typed);
    let reasons: Option<Reason> = reading.optional("withdraw-reasons");
    let told = if reading.is_sound() {
        site.desk.withdraw_hold(&signed.actor, view.id, reasons).await
    } else {
        Err(reading.end())
    };
    done(&site, shell, &view, &typed, told).await
}
