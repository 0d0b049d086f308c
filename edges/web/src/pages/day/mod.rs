//! The page of the day of an event, for a phone: what is permitted, who says go or no-go, the conditions to tick, and what happened. It
//! is whole without a script; with one it opens without a network once it was opened, and keeps what is made on it until it is sent.

mod sent;

use super::entry::{Entering, Field};
use super::id;
use super::thread::{Here, of_case, origin};
use crate::assets::WORKER;
use crate::day::{self, GoLine, NoGoes, NoteLine};
use crate::demands::{condition_words, told, when};
use crate::form::Typed;
use crate::keeping::{Stands, set_by, stands};
use crate::papers::holds;
use crate::parts::{Faults, FieldKind, FileField};
use crate::position::Seen;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{event_line, lead_name, zone};
use crate::{Failure, Text, page, suspended};
use act::{Detail, SendingId, Timestamp};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use clearance::acts::{ActName, On};
use clearance::{Application, OnPermit, Permit, PermitStanding, Phase, Stage};
use desk::clearance::{CaseView, FILE_KINDS, MOST_FILE_BYTES, Sight};
use jiff::civil::Time;
use jiff::tz::TimeZone;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/cases/{id}/day", get(show))
        .route("/cases/{id}/day/ticks", post(sent::tick))
        .route("/cases/{id}/day/notes", post(sent::note))
}

/// A condition, as it is ticked.
struct TickLine {
    /// By which its fields are told from those of others.
    at: String,
    authority_id: String,
    number: u32,
    text: String,
    authority: String,
    when: String,
    stands: Stands,
    path: String,
    /// What was shown last and waits, for whoever reads it.
    shown: Option<String>,
    /// The number of that.
    proof: Option<u32>,
    /// Whether the reader ticks it as an organiser, who shows that it is kept; else as its authority; none where the reader does not.
    ticks: Option<Ticks>,
    /// Whether it is its form that comes back, and what was typed into it.
    typed: bool,
    words: String,
    key: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ticks {
    Shows,
    Discharges,
}

impl TickLine {
    /// The id of a field: its own name where its form comes back, so that the summary of faults leads to it.
    fn id(&self, field: &str) -> String {
        if self.typed {
            field.to_owned()
        } else {
            format!("{field}-{}", self.at)
        }
    }
}

impl Ticks {
    fn shows(self) -> bool {
        self == Ticks::Shows
    }
}

/// The permit as the page has it.
struct PermitLines {
    path: String,
    reference: String,
    tone: &'static str,
    standing: String,
    /// That it does not hold, and why.
    against: Option<(String, String)>,
    /// Its code, as a picture.
    code: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/day.html")]
struct DayPage {
    shell: Shell,
    faults: Faults,
    case: String,
    here: String,
    event_line: String,
    /// The instant as of which all this is.
    as_of: String,
    /// What the script is told, and what it says.
    told: Vec<(&'static str, String)>,
    permit: PermitLines,
    no_goes: Option<NoGoes>,
    goes: Vec<GoLine>,
    conditions: Vec<TickLine>,
    notes: Vec<NoteLine>,
    /// Whether the reader can note something.
    notes_too: bool,
    note_fields: Vec<Field>,
    photo: FileField,
    key: String,
    lead: String,
    /// Where the reader tells how the event went.
    report_path: Option<String>,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    shown(&site, shell, &view, Typed::default(), Faults::none()).await
}

async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    typed: Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let (t, application) = (shell.t, &view.application);
    let permit = application.permit.as_ref().ok_or_else(Failure::not_found)?;
    let (zone, seen) = (zone(application, site), Seen::new(site, t, view));
    let origin = origin(&site.desk, view).await?;
    let thread = of_case(t, view, origin.as_ref(), Here::Permit);
    let title = t.one("day-title", "event", permit.content.title.as_str());
    let mut shell = shell.titled(title).threaded(thread);
    shell.faulty = !faults.is_empty();
    shell.path = format!("/cases/{}/day", view.id);
    let offers = |act| view.offers(act);
    let (note_fields, photo) = note_fields(t, &typed, &faults);
    let labels = note_fields.iter().flat_map(Field::labels).chain([photo.label()]);
    let labels = labels.filter(|_| offers(ActName::NoteIncident));
    let conditions = conditions(&seen, permit, &typed);
    let of_tick = conditions.iter().filter(|one| one.typed);
    let of_tick = of_tick.filter_map(|one| Some(tick_labels(t, one.ticks?)));
    let of_tick: Vec<_> = of_tick.flatten().collect();
    let labels = labels.chain(of_tick.iter().map(|(field, label)| (*field, label.as_ref())));
    Ok(page(&DayPage {
        case: shell.to(&format!("/cases/{}", view.id)),
        here: shell.to(&shell.path),
        event_line: event_line(t, application, &zone),
        as_of: t.instant(view.context.at, &zone),
        told: for_the_script(&shell, permit, view.context.at),
        permit: permit_lines(site, &shell, application, permit, &zone).await?,
        no_goes: day::no_goes(site, t, application, &zone, false),
        goes: day::goes(site, t, view, &zone),
        conditions,
        notes: day::notes(site, t, view, &zone),
        notes_too: offers(ActName::NoteIncident),
        report_path: offers(ActName::ReportAfter)
            .then(|| shell.to(&format!("/cases/{}#act-report", view.id))),
        key: kept_key(site, &typed, "note-what"),
        lead: lead_name(site, t, application),
        faults: faults.named(labels),
        note_fields,
        photo,
        shell,
    }))
}

/// What the fields of a form that ticks are called.
fn tick_labels(t: Text, ticks: Ticks) -> [(&'static str, std::borrow::Cow<'static, str>); 2] {
    let words = if ticks.shows() {
        "field-proof-words"
    } else {
        "field-discharge-seen"
    };
    [("words", t.get(words)), ("sure", t.get("tick-sure"))]
}

/// What is asked of what happened.
fn note_fields(t: Text, typed: &Typed, faults: &Faults) -> (Vec<Field>, FileField) {
    let entering = Entering { t, typed, faults };
    let seen = entering
        .line("note-seen", "field-note-seen")
        .kind(FieldKind::Moment);
    let fields = vec![
        entering.lines("note-what", "field-note-what", 2_000).into(),
        entering.line("note-place", "field-note-place").into(),
        seen.hint(t.get("hint-note-seen")).into(),
        entering.lines("note-done", "field-note-done", 2_000).into(),
    ];
    // Whatever is taken is taken by its content; what is offered to choose is pictures.
    let pictures = FILE_KINDS
        .iter()
        .filter(|kind| kind.media_type.starts_with("image/"));
    let names = pictures.clone().map(|kind| Detail::Text(kind.name.to_owned()));
    let kinds = t.detail(&Detail::AllOf(names.collect()));
    let most = i64::try_from(MOST_FILE_BYTES / 1_000_000).unwrap_or(i64::MAX);
    let hint = t.with("file-kinds", [("kinds", kinds.into()), ("most", most.into())]);
    let accept: Vec<_> = pictures.map(|kind| kind.media_type).collect();
    let photo = FileField::new(t, "file", t.get("field-photo"), faults).taking(hint, &accept.join(","));
    (fields, photo)
}

/// What the script is told, and what it says: what stands in braces it fills in.
fn for_the_script(shell: &Shell, permit: &Permit, now: Timestamp) -> Vec<(&'static str, String)> {
    let t = shell.t;
    let reader = shell.reader.as_ref();
    let refused = t.with("day-refused", [("at", "{at}".into()), ("why", "{why}".into())]);
    vec![
        ("owner", shell.owner.clone().unwrap_or_default()),
        ("reader", reader.map_or_else(String::new, |one| one.line.clone())),
        ("as-of", now.to_string()),
        ("zone", permit.content.zone.clone()),
        ("worker", WORKER.address().to_owned()),
        (
            "offline",
            t.with(
                "day-offline",
                [("since", "{since}".into()), ("at", "{at}".into())],
            ),
        ),
        ("waits", t.one("day-waits", "at", "{at}")),
        ("refused", refused),
        ("remove", t.get("day-remove").into_owned()),
        ("signed-out", t.one("day-signed-out", "who", "{who}")),
        ("others", t.one("day-others", "who", "{who}")),
        ("photo", t.get("day-with-photo").into_owned()),
    ]
}

/// The key of a form: the one that it was sent under, where it comes back.
fn kept_key(site: &Site, typed: &Typed, by: &str) -> String {
    let again = typed.fields().any(|(name, _)| name == by);
    match typed.get("key").parse::<SendingId>() {
        Ok(key) if again => key.to_string(),
        _ => site.desk.sending().to_string(),
    }
}

async fn permit_lines(
    site: &Site,
    shell: &Shell,
    application: &Application,
    permit: &Permit,
    zone: &TimeZone,
) -> Result<PermitLines, Failure> {
    let t = shell.t;
    let found = site.desk.whole_permit(&permit.content.permit).await?;
    let paper = crate::papers::permit(site, t, &found).await?;
    let alternative = t.one("day-code", "permit", permit.content.permit.as_str());
    let draw = move || {
        paper
            .qr_text
            .and_then(|text| documents::code_svg(&text, &alternative).ok())
    };
    // Drawing takes milliseconds of CPU: never on a thread that serves others.
    let code = tokio::task::spawn_blocking(draw)
        .await
        .map_err(|_| Failure::internal())?;
    let why = crate::sealed::said;
    let (tone, standing, against) = match &permit.standing {
        _ if application.stage() == Stage::Lapsed => ("bad", "stage-lapsed", None),
        PermitStanding::InForce => {
            let (tone, standing) = holds(application, site.desk.now());
            (tone, standing, None)
        }
        PermitStanding::Suspended {
            reasons,
            sealed,
            until,
            by,
        } => {
            let warning = suspended::warning(t, *until, by.at, zone);
            let against = (warning, why(t, reasons, sealed.as_ref()));
            ("bad", "stage-suspended", Some(against))
        }
        PermitStanding::Revoked { reasons, sealed, by } => {
            let warning = t.one("permit-revoked-warning", "at", t.instant(by.at, zone));
            (
                "bad",
                "stage-revoked",
                Some((warning, why(t, reasons, sealed.as_ref()))),
            )
        }
        PermitStanding::Replaced { .. } => ("bad", "stage-revoked", None),
    };
    Ok(PermitLines {
        path: shell.to(&format!("/permits/{}", permit.content.permit)),
        reference: permit.content.permit.clone(),
        tone,
        standing: t.get(standing).into_owned(),
        against,
        code,
    })
}

/// The conditions in the order of the day: by when they are to be kept, and then by the time that they bind.
fn conditions(seen: &Seen<'_>, permit: &Permit, typed: &Typed) -> Vec<TickLine> {
    let mut all = permit.conditions();
    let hours = (permit.content.from, permit.content.until);
    all.sort_by_key(|one| place(one, hours));
    let told = told(seen.site, &seen.view.application);
    let line = |one: &OnPermit<'_>| {
        let (t, view) = (seen.t, seen.view);
        let (referral, authority) = set_by(seen, one.authority)?;
        let at = format!("{}-{}", one.authority, one.number);
        let is_typed = typed.get("at") == at;
        let on = On::Condition(one.authority.clone(), one.number);
        let can = |act| view.possible.iter().any(|one| one.act == act && one.on == on);
        let open = one.open_proof();
        let sees = view.sees_words_of(referral);
        Some(TickLine {
            authority_id: one.authority.to_string(),
            number: one.number,
            text: condition_words(t, &one.condition, &told),
            when: when(t, &one.condition.terms),
            stands: stands(seen, one, &authority),
            path: format!(
                "/cases/{}/referrals/{}/conditions/{}",
                view.id, one.authority, one.number
            ),
            shown: open.filter(|_| sees).map(|proof| proof.words.to_string()),
            proof: open.map(|proof| proof.number),
            ticks: match view.sight {
                Sight::Organiser if can(ActName::ShowKept) => Some(Ticks::Shows),
                _ if can(ActName::DischargeCondition) => Some(Ticks::Discharges),
                _ => None,
            },
            words: if is_typed {
                typed.get("words").to_owned()
            } else {
                String::new()
            },
            key: if is_typed {
                kept_key(seen.site, typed, "at")
            } else {
                seen.site.desk.sending().to_string()
            },
            typed: is_typed,
            at,
            authority,
        })
    };
    all.iter().filter_map(line).collect()
}

/// Where a condition stands in the order of the day.
fn place(one: &OnPermit<'_>, (from, until): (Time, Time)) -> (Phase, bool, Time) {
    let terms = &one.condition.terms;
    let limit = terms.limit.as_ref();
    let next_morning = limit.is_some_and(|limit| limit.is_next_morning(from, until));
    let time = limit.and_then(clearance::Limit::time).unwrap_or(from);
    (terms.phase, next_morning, time)
}
