//! The day of an event in words: who said go or no-go, what was noted, how it went, and what became of deposits.

use crate::Text;
use crate::acting::acted_as;
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::{lead_name, short_name};
use act::{AuthorityId, Context, Timestamp};
use clearance::acts::ActName;
use clearance::{Application, Deposit, Go, GoSaid};
use desk::clearance::CaseView;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

/// By how much what was made comes before its arrival, for that to be told.
const WORTH_TELLING: SignedDuration = SignedDuration::from_secs(60);

/// That an authority said no-go, and why, as far as its reader reads why.
pub(crate) struct NoGo {
    pub words: String,
    pub why: Option<String>,
}

/// Who says no-go, and that the permit stands all the same: nothing once it came to nothing, or it was told how the event went.
pub(crate) struct NoGoes {
    pub lines: Vec<NoGo>,
    pub then: String,
}

/// Who says no-go, for everyone or for those who see the case.
pub(crate) fn no_goes(
    site: &Site,
    t: Text,
    application: &Application,
    zone: &TimeZone,
    for_everyone: bool,
) -> Option<NoGoes> {
    application.live_permit()?;
    let ahead = application.day.reports.is_empty();
    let said = application.no_goes().into_iter().filter(|_| ahead);
    let line = |one: &GoSaid| NoGo {
        words: t.with(
            "no-go-said",
            [
                ("authority", named(site, t, application, &one.authority).into()),
                ("at", t.instant(one.by.at, zone).into()),
            ],
        ),
        why: one
            .reasons
            .as_ref()
            .filter(|_| one.for_all || !for_everyone)
            .map(ToString::to_string),
    };
    let lines: Vec<_> = said.map(line).collect();
    let lead = lead_name(site, t, application);
    (!lines.is_empty()).then(|| NoGoes {
        lines,
        then: t.one("no-go-then", "lead", lead),
    })
}

fn named(site: &Site, t: Text, application: &Application, authority: &AuthorityId) -> String {
    let referral = application.referrals.get(authority);
    referral.map_or_else(String::new, |one| short_name(site, t, application, one))
}

/// Whether the page of the day is of use: something can be said or noted, or was.
fn is_near(view: &CaseView) -> bool {
    let day = &view.application.day;
    view.offers(ActName::NoteIncident) || !day.notes.is_empty() || !day.said.is_empty()
}

/// What is said and told of the day of an event, on the page of its case.
pub(crate) struct OfDay {
    /// Who says no-go.
    pub no_goes: Option<NoGoes>,
    /// The page for the day, once that is near.
    pub page: Option<String>,
    /// How the event went, if that was told.
    pub report: Option<ReportLines>,
}

impl OfDay {
    pub(crate) fn of(site: &Site, shell: &Shell, view: &CaseView, zone: &TimeZone) -> OfDay {
        let (t, application) = (shell.t, &view.application);
        OfDay {
            no_goes: no_goes(site, t, application, zone, false),
            page: is_near(view).then(|| shell.to(&format!("/cases/{}/day", view.id))),
            report: report(t, application, zone),
        }
    }
}

/// What an authority said, in a line of the day's page.
pub(crate) struct GoLine {
    pub authority: String,
    pub tone: &'static str,
    pub tag: String,
    /// When, and by whom.
    pub when: Option<String>,
    pub why: Option<String>,
    /// Where it is said, for whoever may say it.
    pub path: Option<String>,
    /// How it is reached.
    pub contact: Vec<String>,
    pub phone: Option<String>,
}

fn by(t: Text, id: &str, by: &Context, zone: &TimeZone) -> String {
    let said = [
        ("at", t.instant(by.at, zone).into()),
        ("role", acted_as(t, &by.actor).into()),
    ];
    t.with(id, said)
}

/// What each authority of the permit said, and how it is reached.
pub(crate) fn goes(site: &Site, t: Text, view: &CaseView, zone: &TimeZone) -> Vec<GoLine> {
    let application = &view.application;
    let decisions = application.permit.iter().flat_map(|one| &one.content.decisions);
    let rulebook = crate::wording::bound_to(site, application);
    let line = |authority: &AuthorityId| {
        let said = application.day.said_by(authority);
        let (tone, tag) = match said.map(|one| one.go) {
            Some(Go::Go) => ("ok", "go-tag-go"),
            Some(Go::NoGo) => ("bad", "go-tag-no-go"),
            None => ("plain", "go-tag-nothing"),
        };
        let says = view
            .possible
            .iter()
            .any(|one| one.act == ActName::SayGo && one.on.authority() == Some(authority));
        let known = rulebook
            .as_ref()
            .and_then(|one| one.authority(authority.as_str()));
        let address = known.and_then(|one| one.address.clone()).unwrap_or_default();
        GoLine {
            authority: named(site, t, application, authority),
            tone,
            tag: t.get(tag).into_owned(),
            when: said.map(|one| by(t, "go-said-by", &one.by, zone)),
            why: said.and_then(|one| one.reasons.as_ref().map(ToString::to_string)),
            path: says.then(|| format!("/cases/{}/referrals/{authority}#act-say-go", view.id)),
            contact: [address.post, address.email].into_iter().flatten().collect(),
            phone: address.phone,
        }
    };
    decisions.map(|one| line(&one.authority)).collect()
}

/// A note of what happened.
pub(crate) struct NoteLine {
    pub title: String,
    /// When it was seen, when it was made and when it arrived.
    pub when: String,
    pub what: String,
    pub place: Option<String>,
    pub done: Option<String>,
    /// Its photo, with its address.
    pub photo: Option<(String, String)>,
}

/// When something was made that arrived later, if that is worth telling.
pub(crate) fn made(t: Text, made: Option<Timestamp>, arrived: Timestamp, zone: &TimeZone) -> Option<String> {
    let made = made.filter(|made| arrived.duration_since(*made) >= WORTH_TELLING)?;
    Some(t.one("day-made", "at", t.instant(made, zone)))
}

/// What was noted, the last first.
pub(crate) fn notes(site: &Site, t: Text, view: &CaseView, zone: &TimeZone) -> Vec<NoteLine> {
    let application = &view.application;
    let notes = application.day.notes.iter().rev();
    notes
        .map(|one| {
            let who = match &one.authority {
                Some(authority) => named(site, t, application, authority),
                None => t.get("day-organiser").into_owned(),
            };
            let said = [("number", i64::from(one.number).into()), ("who", who.into())];
            let incident = &one.incident;
            let seen = t.one("note-seen-at", "at", t.instant(incident.seen, zone));
            let arrived = by(t, "note-arrived", &one.by, zone);
            let sending = one.sending.and_then(|one| one.made);
            let parts = [Some(seen), made(t, sending, one.by.at, zone), Some(arrived)];
            NoteLine {
                title: t.with("note-title", said),
                when: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
                what: incident.what.to_string(),
                place: incident.place.as_ref().map(ToString::to_string),
                done: incident.done.as_ref().map(ToString::to_string),
                photo: incident.photo.as_ref().map(|photo| {
                    let path = format!("/cases/{}/files/{}", view.id, photo.attachment);
                    (photo.name.to_string(), path)
                }),
            }
        })
        .collect()
}

/// How the event went, as it was told last.
pub(crate) struct ReportLines {
    pub said: String,
    pub held: String,
    pub attendance: Option<String>,
    pub otherwise: Option<String>,
    pub lessons: Option<String>,
}

/// How the event went, if it was told.
pub(crate) fn report(t: Text, application: &Application, zone: &TimeZone) -> Option<ReportLines> {
    let (report, context) = application.day.reports.last()?;
    let words = |text: &act::Reason| text.to_string();
    Some(ReportLines {
        said: by(t, "report-said", context, zone),
        held: t.get(&format!("held-{}", report.held.name())).into_owned(),
        attendance: report.attendance.map(|count| t.number(count.into())),
        otherwise: report.otherwise.as_ref().map(words),
        lessons: report.lessons.as_ref().map(words),
    })
}

/// What became of the deposit that a condition asks for, the first first: each with why.
pub(crate) fn deposits<'d>(
    t: Text,
    deposits: impl Iterator<Item = &'d Deposit>,
    zone: &TimeZone,
) -> Vec<(String, Option<String>)> {
    let line = |one: &Deposit| {
        let step = t.get(&format!("deposit-{}", one.step.name()));
        let amount = one.amount.as_ref().map(|amount| amount.to_string());
        let what = match amount {
            Some(amount) => format!("{step} ({amount})"),
            None => step.into_owned(),
        };
        let said = by(t, "deposit-said-by", &one.by, zone);
        let said = format!("{what} \u{b7} {said}");
        let why = one.reasons.as_ref().map(ToString::to_string);
        match &one.reversed {
            None => (said, why),
            Some((wrong, context)) => {
                let reversed = by(t, "deposit-reversed-by", context, zone);
                let all = why.into_iter().chain([wrong.to_string()]);
                (
                    format!("{said} \u{b7} {reversed}"),
                    Some(all.collect::<Vec<_>>().join("\n")),
                )
            }
        }
    };
    deposits.map(line).collect()
}
