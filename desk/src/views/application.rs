//! The rows that follow from an application: its line in each party's list, in the docket of each authority that has
//! not decided, and, once permitted, in the public calendar.

mod appeals;
mod conditions;
mod docket;
mod duties;
mod public;
mod record;
mod words;

use crate::document::json;
use crate::store::{RowKey, SHARED, ViewRow};
use act::{AuthorityId, Date, OrganisationId, Timestamp};
pub(crate) use appeals::in_cases_led_by;
pub use appeals::{APPEALS, AppealLine};
use clearance::{Application, Moved, Outcome, Referral, Stage};
pub use conditions::{CONDITIONS, ConditionDue, Conditions};
use docket::docket;
pub use docket::{AdviceDue, CLOCKS, DOCKET, DocketLine, UNDECIDED};
pub(crate) use docket::{advising, as_of, awaiting, by_letter, contradicting, recommending, worked_on};
pub use duties::{DUTIES, Duty, What};
pub(crate) use duties::{certificates_of, goes, payments, payments_led};
pub(crate) use public::{ALL, CALENDAR, REGISTER, afterwards, both, by_authority, by_stage, by_word};
pub use public::{Holds, PERMITS, PUBLIC, PermitLine, REPLACED, REVOKED, SUSPENDED};
pub use record::{RECORD, RecordLine};
pub(crate) use record::{latest_first, present};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
pub(crate) use words::{found_by, words};

/// Applications of one party (organiser, authority or lead), by the event's day. Those of which a permit can still come stand
/// on their lead's board too: those that wait for itself and those that wait for others have a scope each, so that each sort is
/// counted. The latter stand in one more by the day by which someone should decide: what is overdue comes first.
pub const CASES: &str = "cases";
/// Applications to which something happens by itself, by the instant at which it does.
pub const DUE: &str = "due";

/// A line in a list of applications.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLine {
    /// The application's id.
    pub application: String,
    /// Its reference.
    pub reference: String,
    /// The event's name.
    pub title: String,
    /// The event's place.
    pub place: String,
    /// The event's day.
    pub date: Date,
    /// Where it stands.
    pub stage: Stage,
    /// The day on which it is over; the one after its own where it ends in the morning.
    pub last: Date,
    /// How many authorities have agreed.
    pub agreed: usize,
    /// How many have to.
    pub asked: usize,
    /// How many authorities have given advice.
    pub advised: usize,
    /// How many were asked for it.
    pub consulted: usize,
    /// Those whose consent is needed and who should decide by a day, the first first; clocks that stand still have none.
    pub awaited: Vec<Awaited>,
    /// The rulebook that it is decided by.
    pub rulebook: String,
    /// How many wait for the organiser: to answer a question or an offer, or to say whether there may be more time.
    pub awaiting_answer: usize,
    /// Whether someone refused.
    pub refused: bool,
    /// Whether everyone whose consent is needed has agreed.
    pub agreed_by_all: bool,
    /// Whether conditions contradict each other, so that no permit can be issued before they are reconciled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contradictory: bool,
    /// Whether all that the permit waits for is a fee that comes before it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unpaid: bool,
    /// Where that fee is said to be paid, and whoever keeps its account has to say whether it was found: those who may know it, who
    /// hold the event, lead, or ask for it. To everyone else the permit waits for a fee.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payment_said: Vec<OrganisationId>,
    /// Whether a certificate of insurance leaves something of the event uncovered, as long as nobody told how that went.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub underinsured: bool,
    /// Whether authorities changed their conditions since the permit, which says something else until it is replaced.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub differs: bool,
    /// The advice that the lead asked people without an account for, and awaits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<AdviceDue>,
    /// The authorities of its permit that said no-go last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_go: Vec<NoGo>,
    /// How the conditions of its permit stand, where it has one that stands and holds some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<Conditions>,
}

/// An authority that said that for its part an event cannot go ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoGo {
    /// Which.
    pub authority: AuthorityId,
    /// Its name on the day of referral.
    pub name: String,
}

/// An authority that should decide by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Awaited {
    /// Which.
    pub authority: AuthorityId,
    /// Its name on the day of referral.
    pub name: String,
    /// The day.
    pub due: Date,
    /// That it moved last because the authority's calendar changed.
    #[serde(default)]
    pub moved: Option<Moved>,
    /// When the lead reminded it last: for the lead alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded: Option<Timestamp>,
}

impl CaseLine {
    /// The first day by which someone should decide.
    fn due(&self) -> Option<Date> {
        self.awaited.first().map(|one| one.due)
    }

    /// Whether someone should have decided before this day.
    pub(crate) fn is_overdue(&self, today: Date) -> bool {
        self.due().is_some_and(|due| due < today)
    }

    /// Whether a condition of its permit is an alarm on this day.
    #[must_use]
    pub fn has_condition_due(&self, today: Date) -> bool {
        let alarm = self.conditions.as_ref().and_then(|one| one.alarm);
        alarm.is_some_and(|day| day <= today)
    }
}

/// All rows that follow from one application.
pub(crate) fn rows(id: &str, application: &Application) -> Vec<ViewRow> {
    let deadlines = deadlines(application);
    let mut rows = cases(id, application, &deadlines);
    rows.extend(docket(id, application, &deadlines));
    rows.extend(conditions::conditions(id, application));
    rows.extend(appeals::appeals(id, application));
    rows.extend(duties::duties(id, application));
    rows.extend(due_by_itself(id, application));
    rows.extend(record::record(id, application));
    rows.extend(public::public(id, application));
    rows.extend(super::holds::of_application(id, application));
    rows
}

fn row(view: &'static str, scope: String, key: String, sort: String, body: &impl Serialize) -> ViewRow {
    ViewRow {
        key: RowKey {
            view,
            scope,
            sort,
            key,
        },
        body: json(body),
    }
}

fn cases(id: &str, application: &Application, deadlines: &Deadlines<'_>) -> Vec<ViewRow> {
    let Some(submission) = &application.submission else {
        return vec![];
    };
    let event = &submission.event;
    let (agreed, asked) = application.consents();
    let outcome = Outcome::of(application);
    let line = CaseLine {
        application: id.to_owned(),
        reference: application.reference.clone(),
        title: event.title.to_string(),
        place: event.place.to_string(),
        date: event.date,
        stage: application.stage(),
        last: event.last_day(),
        agreed,
        asked,
        advised: counted(application, |one| one.advises() && one.decided.is_some()),
        consulted: counted(application, Referral::advises),
        awaited: awaited(application, deadlines),
        rulebook: application
            .rulebook
            .as_ref()
            .map_or_else(String::new, |pin| pin.id.clone()),
        awaiting_answer: counted(application, Referral::awaits_organiser),
        refused: matches!(outcome, Outcome::Refused { .. }),
        agreed_by_all: matches!(outcome, Outcome::Agreed { .. }),
        contradictory: is_contradictory(application),
        unpaid: application.is_unpaid(),
        payment_said: duties::told_of_payment(application),
        underinsured: is_underinsured(application),
        differs: !application.departures().is_empty(),
        advice: docket::advice_due(application, None),
        no_go: no_go(application),
        conditions: conditions::together(application),
    };
    let sort = format!("{} {}", event.date, application.reference);
    // The line changes with every act, and stands in every party's list: it is written once.
    let shared = row(CASES, SHARED.to_owned(), id.to_owned(), String::new(), &line);
    let shown = |(scope, sort)| ViewRow {
        key: RowKey {
            view: CASES,
            scope,
            sort,
            key: id.to_owned(),
        },
        body: vec![],
    };
    let board = board(application, &line, &sort);
    let parties = parties(application)
        .into_iter()
        .map(|scope| (scope, sort.clone()));
    let owing = owed_by(application, &line).map(|scope| (scope, sort.clone()));
    parties
        .chain(board)
        .chain(owing)
        .map(shown)
        .chain([shared])
        .collect()
}

/// Those in whose lists an application stands: who holds the event, who leads, and who is or was asked.
fn parties(application: &Application) -> BTreeSet<String> {
    let organisers = application.submission.iter().flat_map(|one| &one.organisers);
    let released = application.released.iter().map(|one| &one.referral);
    let asked = application.referrals.values().chain(released);
    let asked = asked.map(|referral| referral.organisation);
    organisers
        .map(|organiser| organiser.organisation)
        .chain(application.lead.iter().map(|lead| lead.organisation))
        .chain(asked)
        .map(|organisation| organisation.to_string())
        .collect()
}

/// The scopes of those who hold an event of which a condition is not discharged.
fn owed_by<'a>(application: &'a Application, line: &CaseLine) -> impl Iterator<Item = String> + 'a {
    let owes =
        line.stage == Stage::Permitted && line.conditions.as_ref().is_some_and(|one| one.alarm.is_some());
    let submission = application.submission.iter().filter(move |_| owes);
    let organisers = submission.flat_map(|one| &one.organisers);
    organisers.map(|one| owing(&one.organisation.to_string()))
}

/// The scopes of the lead's board in which an application stands, and where in them: none once it is closed, or was refused,
/// which nobody can change; with a permit only as long as its conditions may concern someone.
fn board(application: &Application, line: &CaseLine, by_event: &str) -> Vec<(String, String)> {
    let Some(lead) = &application.lead else {
        return vec![];
    };
    let lead = lead.organisation.to_string();
    let by_due = || line.due().map(|due| (by_due(&lead), format!("{due} {by_event}")));
    match line.stage {
        Stage::InCirculation | Stage::Decided if line.refused => vec![],
        Stage::InCirculation | Stage::Decided if !line.agreed_by_all || line.contradictory || line.unpaid => {
            let others = (waiting(&lead), by_event.to_owned());
            by_due().into_iter().chain([others]).collect()
        }
        Stage::Returned => vec![(waiting(&lead), by_event.to_owned())],
        // Whether a permit that it stopped holds again, or is revoked, is for the lead to say.
        Stage::Submitted | Stage::InCirculation | Stage::Decided | Stage::Suspended => {
            vec![(leading(&lead), by_event.to_owned())]
        }
        // And so is whether one is replaced that does not say what the case says, once that can be kept.
        Stage::Permitted if line.contradictory => vec![(waiting(&lead), by_event.to_owned())],
        // And so is what follows from an authority's no-go.
        Stage::Permitted if !line.no_go.is_empty() => vec![(leading(&lead), by_event.to_owned())],
        Stage::Permitted if line.differs => vec![(leading(&lead), by_event.to_owned())],
        Stage::Permitted => {
            let alarm = line.conditions.as_ref().and_then(|one| one.alarm);
            let alarm = alarm.map(|day| (concerning(&lead), format!("{day} {by_event}")));
            // What is not insured waits for others, beside what the lead has to see to.
            let uninsured = line.underinsured.then(|| (waiting(&lead), by_event.to_owned()));
            alarm.into_iter().chain(uninsured).collect()
        }
        Stage::Draft | Stage::Revoked | Stage::Withdrawn | Stage::Lapsed => vec![],
    }
}

/// The scope of those with a permit of which a condition is an alarm, or will be, by the day from which on it is.
pub(crate) fn concerning(organisation: &str) -> String {
    format!("{organisation} conditions")
}

/// The scope of those of an organiser with a permit of which a condition is not discharged, by the event's day.
pub(crate) fn owing(organisation: &str) -> String {
    format!("{organisation} owing")
}

/// The scope of those open applications of a lead authority that wait for itself.
pub(crate) fn leading(organisation: &str) -> String {
    format!("{organisation} leading")
}

/// The scope of those that wait for others.
pub(crate) fn waiting(organisation: &str) -> String {
    format!("{organisation} waiting")
}

/// The scope of the same by the day by which someone should decide.
pub(crate) fn by_due(organisation: &str) -> String {
    format!("{organisation} due")
}

/// What an authority that is or was asked was called on the day of its referral.
pub(crate) fn named_by(application: &Application, authority: &AuthorityId) -> Option<String> {
    application.asked_ever(authority).map(|one| one.name.to_string())
}

/// Whether conditions contradict each other while there is no permit, or none that says them.
fn is_contradictory(application: &Application) -> bool {
    let open = matches!(application.stage(), Stage::InCirculation | Stage::Decided);
    (open || !application.departures().is_empty()) && !clearance::contradictions(application).is_empty()
}

/// Whether something of the event is not insured as it was demanded, and that can still be known before it.
fn is_underinsured(application: &Application) -> bool {
    application.day.reports.is_empty() && !application.insurances_that_fall_short().is_empty()
}

/// Who said no-go, as long as the permit can hold and nobody told how the event went.
fn no_go(application: &Application) -> Vec<NoGo> {
    let ahead = application.day.reports.is_empty();
    let said = application.live_permit().filter(|_| ahead);
    let said = said.map(|_| application.no_goes());
    let line = |authority: &AuthorityId| {
        Some(NoGo {
            authority: authority.clone(),
            name: named_by(application, authority)?,
        })
    };
    let said = said.unwrap_or_default().into_iter();
    said.filter_map(|one| line(&one.authority)).collect()
}

fn counted(application: &Application, which: impl Fn(&Referral) -> bool) -> usize {
    application.referrals.values().filter(|one| which(one)).count()
}

/// The days by which decisions are due, reckoned once for all rows. A calendar that ends before one gives none, and so does a
/// clock that stands still.
type Deadlines<'a> = BTreeMap<&'a AuthorityId, Date>;

fn deadlines(application: &Application) -> Deadlines<'_> {
    if application.stage() != Stage::InCirculation {
        return Deadlines::new();
    }
    let deadline = |(authority, referral)| Some((authority, clearance::reckon(referral).ok()?.deadline?));
    let awaited = application
        .referrals
        .iter()
        .filter(|(_, one)| one.decided.is_none());
    awaited.filter_map(deadline).collect()
}

/// Whom the outcome waits for, by the day on which that is due.
fn awaited(application: &Application, deadlines: &Deadlines<'_>) -> Vec<Awaited> {
    let awaited = |referral: &Referral| {
        Some(Awaited {
            authority: referral.authority.clone(),
            name: referral.name.to_string(),
            due: *deadlines.get(&referral.authority)?,
            moved: referral.moved.last().copied(),
            reminded: referral.reminders.last().map(|one| one.at),
        })
    };
    let referrals = application.in_order().into_iter().filter(|one| !one.advises());
    let mut awaited: Vec<_> = referrals.filter_map(awaited).collect();
    awaited.sort_by_key(|one| one.due);
    awaited
}

/// When something happens next by itself, the row being sorted by that instant. There is nothing else to know of it here.
fn due_by_itself(id: &str, application: &Application) -> Option<ViewRow> {
    let at = clearance::next_due(application)?;
    Some(ViewRow {
        key: RowKey {
            view: DUE,
            scope: SHARED.to_owned(),
            sort: at.to_string(),
            key: id.to_owned(),
        },
        body: json(&()),
    })
}
