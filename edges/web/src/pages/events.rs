//! The events of an organisation: what is drafted, what is under way, and what may begin.

use super::only;
use crate::paging::{After, Pager};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{Due, moved_words, near, short_of, zone_by};
use crate::{Failure, Text, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use clearance::Stage;
use desk::clearance::{Begin, DraftLine};
use desk::views::application::{Awaited, CaseLine, NoGo};
use jiff::civil::Date;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/events", get(show))
}

/// One line of a list of cases.
pub(crate) struct EventLine {
    pub title: String,
    pub path: String,
    pub about: String,
    pub tone: &'static str,
    pub stage: String,
    pub progress: String,
    /// Who lets it wait, each with since when, in words.
    pub late: Vec<String>,
    /// Whose day moved because its calendar changed.
    pub moved: Vec<String>,
}

struct DraftRow {
    title: String,
    path: String,
    /// The event's day and the rulebook, as far as they are known.
    about: String,
    saved: String,
}

struct RulebookChoice {
    id: String,
    title: String,
}

#[derive(Template)]
#[template(path = "pages/events.html")]
struct EventsPage {
    shell: Shell,
    drafts: Vec<DraftRow>,
    /// Those that are over, though something is still to be shown for their conditions.
    owing: Vec<EventLine>,
    lines: Vec<EventLine>,
    rulebooks: Vec<RulebookChoice>,
    /// Whether the reader can hold days.
    holds: bool,
    pager: Pager,
}

/// Who says no-go.
fn no_goes(site: &Site, t: Text, line: &CaseLine) -> Vec<String> {
    let rulebook = site.desk.rulebooks().in_force(&line.rulebook);
    let named = |one: &NoGo| {
        let known = rulebook
            .as_ref()
            .and_then(|all| all.authority(one.authority.as_str()));
        t.one("event-no-go", "authority", short_of(t, known, &one.name))
    };
    line.no_go.iter().map(named).collect()
}

/// Who lets it wait, or that a condition does.
fn pressing(site: &Site, t: Text, line: &CaseLine, (is_over, today): (bool, Date)) -> Vec<String> {
    if line.has_condition_due(today) {
        let words = if is_over {
            "event-condition-open"
        } else {
            "event-condition-due"
        };
        vec![t.get(words).into_owned()]
    } else if is_over {
        vec![]
    } else {
        late(site, t, line, today)
    }
}

/// A case as a line.
pub(crate) fn line(site: &Site, t: Text, line: &CaseLine) -> EventLine {
    let today = site.today();
    let passed = line.last < today;
    let is_over = passed || line.refused;
    let (tone, stage) = match line.stage {
        Stage::InCirculation | Stage::Decided | Stage::Lapsed if line.refused => {
            ("bad", t.get("stage-refused"))
        }
        Stage::Lapsed => ("bad", t.get("stage-lapsed")),
        Stage::Submitted | Stage::Returned | Stage::InCirculation | Stage::Decided if passed => {
            ("bad", t.get("stage-lapsed"))
        }
        Stage::Returned => ("wait", t.get("stage-returned")),
        Stage::InCirculation | Stage::Decided if line.contradictory => ("bad", t.get("stage-contradictory")),
        Stage::InCirculation | Stage::Decided if !line.payment_said.is_empty() => {
            ("wait", t.get("stage-payment-said"))
        }
        Stage::InCirculation | Stage::Decided if line.unpaid => ("wait", t.get("stage-unpaid")),
        Stage::InCirculation if line.agreed_by_all => ("wait", t.get("stage-permit-waits")),
        Stage::InCirculation if line.awaiting_answer > 0 => ("wait", t.get("stage-answer-awaited")),
        Stage::Decided => ("wait", t.get("stage-permit-waits")),
        Stage::Permitted if line.contradictory && !passed => ("bad", t.get("stage-contradictory")),
        Stage::Permitted if line.differs && !passed => ("wait", t.get("stage-permit-differs")),
        Stage::Permitted => ("ok", t.get("stage-permitted")),
        Stage::Suspended if passed => ("bad", t.get("stage-lapsed")),
        Stage::Suspended => ("bad", t.get("stage-suspended")),
        Stage::Revoked => ("bad", t.get("stage-revoked")),
        stage => ("plain", t.get(&format!("stage-{}", stage.name()))),
    };
    EventLine {
        title: line.title.clone(),
        path: format!("/cases/{}", line.application),
        about: t.with(
            "event-about",
            [
                ("reference", line.reference.as_str().into()),
                ("date", t.date(line.date).into()),
                ("place", line.place.as_str().into()),
            ],
        ),
        tone,
        stage: stage.into_owned(),
        progress: progress(t, line),
        late: no_goes(site, t, line)
            .into_iter()
            .filter(|_| !passed)
            .chain(pressing(site, t, line, (is_over, today)))
            .collect(),
        moved: if is_over {
            vec![]
        } else {
            moved(site, t, line, today)
        },
    }
}

/// What an authority is called in the rulebook that is in force.
fn named(site: &Site, t: Text, line: &CaseLine) -> impl Fn(&Awaited) -> String {
    let rulebook = site.desk.rulebooks().in_force(&line.rulebook);
    move |one: &Awaited| {
        let known = rulebook
            .as_ref()
            .and_then(|known| known.authority(one.authority.as_str()));
        short_of(t, known, &one.name)
    }
}

/// The day on which an authority was reminded last, by the rulebook's zone.
fn reminded(site: &Site, line: &CaseLine, one: &Awaited) -> Option<Date> {
    let at = one.reminded?.to_zoned_datetime(zone_by(site, &line.rulebook));
    Some(at.date())
}

/// Whether somebody who is overdue in a case was not reminded today.
pub(super) fn can_be_reminded(site: &Site, line: &CaseLine) -> bool {
    let today = site.today();
    let mut overdue = line.awaited.iter().filter(|one| one.due < today);
    overdue.any(|one| reminded(site, line, one).is_none_or(|day| day < today))
}

/// Who lets a case wait, each with since when.
fn late(site: &Site, t: Text, line: &CaseLine, today: Date) -> Vec<String> {
    let name = named(site, t, line);
    let is_late = |one: &&Awaited| Due::is_late(one.due, today, line.date);
    let said = |one: &Awaited| {
        let due = Due::of(t, one.due, today, line.date).words;
        let next = match reminded(site, line, one) {
            Some(day) => {
                let said = [("since", due.into()), ("date", near(t, day, today).into())];
                t.with("alarm-reminded", said)
            }
            None => due,
        };
        let words = [("authority", name(one).into()), ("next", next.into())];
        t.with("waiting-whom", words)
    };
    line.awaited.iter().filter(is_late).map(said).collect()
}

/// Whose day moved because its calendar changed.
fn moved(site: &Site, t: Text, line: &CaseLine, today: Date) -> Vec<String> {
    // Of most cases none did, and a list has many.
    if line.awaited.iter().all(|one| one.moved.is_none()) {
        return vec![];
    }
    let name = named(site, t, line);
    let zone = zone_by(site, &line.rulebook);
    let said = |one: &Awaited| {
        let [from, to, at] = moved_words(t, one.moved?, today, &zone);
        Some(t.with("board-moved", [("authority", name(one).into()), from, to, at]))
    };
    line.awaited.iter().filter_map(said).collect()
}

/// How many have agreed, and how many have advised where some were asked to; with a permit, how its conditions stand.
fn progress(t: Text, line: &CaseLine) -> String {
    let count = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    if line.asked + line.consulted == 0 {
        return String::new();
    }
    let agreed = [
        ("agreed", count(line.agreed).into()),
        ("asked", count(line.asked).into()),
    ];
    let progress = t.with("event-progress", agreed);
    if let Some(conditions) = &line.conditions {
        let kept = [
            ("progress", progress.into()),
            ("discharged", count(conditions.discharged).into()),
            ("all", count(conditions.all).into()),
        ];
        return t.with("event-progress-conditions", kept);
    }
    if line.consulted == 0 {
        return progress;
    }
    let advised = [
        ("progress", progress.into()),
        ("advised", count(line.advised).into()),
        ("consulted", count(line.consulted).into()),
    ];
    t.with("event-progress-advice", advised)
}

fn draft_row(site: &Site, t: Text, draft: DraftLine) -> DraftRow {
    DraftRow {
        path: format!("/drafts/{}", draft.application),
        about: about(site, t, &draft),
        saved: t.one(
            "draft-saved",
            "at",
            t.instant(draft.saved, &zone_by(site, &draft.rulebook)),
        ),
        title: if draft.title.is_empty() {
            t.get("draft-untitled").into_owned()
        } else {
            draft.title
        },
    }
}

/// What tells a draft from another: the event's day and the rulebook.
fn about(site: &Site, t: Text, draft: &DraftLine) -> String {
    let day = draft.date.trim().parse().ok().map(|day| t.date(day));
    let rulebook = site.desk.rulebooks().in_force(&draft.rulebook);
    let rulebook = rulebook.map(|one| one.title().in_language(t.language().tag()).to_owned());
    let amends = draft.amends.then(|| t.get("draft-is-amendment").into_owned());
    let known: Vec<String> = day.into_iter().chain(rulebook).chain(amends).collect();
    known.join(" · ")
}

/// A case in the list of an organisation: to whoever applies the organiser is "you".
fn of_own(site: &Site, t: Text, one: &CaseLine, applies: bool) -> EventLine {
    let mut shown = line(site, t, one);
    if applies && shown.stage == t.get("stage-answer-awaited") {
        shown.stage = t.get("stage-answer-yours").into_owned();
    }
    shown
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let roles = [
        Role::Applicant,
        Role::Agent,
        Role::DeskOfficer,
        Role::Officer,
        Role::Decider,
        Role::Coordinator,
        Role::Auditor,
    ];
    only(&signed, &roles)?;
    let t = shell.t;
    let today = site.today();
    let begin = after.begin(today);
    let cases = site.desk.cases(&signed.actor, &begin).await?;
    let drafts = site
        .desk
        .drafts(&signed.actor)
        .await?
        .into_iter()
        .map(|draft| draft_row(&site, t, draft))
        .collect();
    // They stand at the head of the list: it begins today, and what is owed is not over with the event.
    let owing = match begin {
        Begin::On(day) if day == today => site.desk.owing(&signed.actor, today).await?,
        _ => vec![],
    };
    let applies = matches!(signed.actor.role, Role::Applicant | Role::Agent);
    let choice = |rulebook: &std::sync::Arc<rulebook::Rulebook>| RulebookChoice {
        id: rulebook.id().to_owned(),
        title: rulebook.title().in_language(t.language().tag()).to_owned(),
    };
    let rulebooks = site
        .desk
        .rulebooks()
        .all()
        .iter()
        .filter(|_| applies)
        .map(choice)
        .collect();
    let title = t.get("events-title");
    let own = |one: &CaseLine| of_own(&site, t, one, applies);
    let lines = cases.lines.iter().map(own).collect();
    let pager = Pager::of_events(t, "/events", &begin, &cases);
    Ok(page(&EventsPage {
        shell: shell.titled(title),
        drafts,
        owing: owing.iter().map(|one| line(&site, t, one)).collect(),
        lines,
        holds: applies,
        rulebooks,
        pager,
    }))
}
