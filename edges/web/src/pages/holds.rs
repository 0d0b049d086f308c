//! Days that are held before anything is applied for: those of an organisation, and asking for one.

use super::reading::Reading;
use super::{faults, only};
use crate::form::{Form, Typed};
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::hours;
use crate::{Failure, Text, page, see_other};
use act::{HoldId, Role};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use clearance::hold::{HeldEvent, HoldStanding};
use desk::Fault;
use desk::clearance::{HoldIn, HoldView};
use jiff::civil::Time;
use rulebook::Rulebook;
use std::collections::BTreeMap;

const EVERYONE: &[Role] = &[Role::Applicant, Role::Agent, Role::Coordinator];
const HOLDERS: &[Role] = &[Role::Applicant, Role::Agent];

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/holds", get(list).post(ask))
        .route("/holds/new", get(begin))
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
pub(super) fn stands(t: Text, view: &HoldView) -> (&'static str, String) {
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

/// The day, the hours and the place of what is held.
pub(super) fn when_and_where(t: Text, event: &HeldEvent) -> String {
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
    /// For whom the day would be held, and who answers.
    rows: [(String, String); 2],
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
    asking(&site, shell, &signed, &typed, Faults::none())
}

fn asking(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
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
        rows: whose(t, signed, &rulebook),
        shell,
        faults,
        fields,
    }))
}

/// For whom a day is held that the reader asks for, and which authority says so, each with its label.
fn whose(t: Text, signed: &Signed, rulebook: &Rulebook) -> [(String, String); 2] {
    let language = t.language().tag();
    let own = signed.session.hat.as_ref();
    let own = own.map_or("", |hat| hat.organisation_in(language));
    let lead = rulebook.authority(rulebook.lead());
    let lead = lead.map_or("", |lead| lead.name.in_language(language));
    [("hold-for", own), ("hold-lead", lead)].map(|(label, name)| (t.get(label).into_owned(), name.to_owned()))
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
        Ok(entered) => site.desk.ask_hold(&signed.actor, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(id) => Ok(see_other(&shell.to(&format!("/holds/{id}")))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(asking(&site, shell, &signed, &typed, faults)?))
        }
    }
}
