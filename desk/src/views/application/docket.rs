//! The rows of the dockets: what each authority has not decided yet, or has to reconcile with another.

use super::{Deadlines, row};
use crate::store::ViewRow;
use act::{AuthorityId, Date, PersonId, Timestamp};
use clearance::{AdviceRequest, Application, Moved, Outcome, Question, Referral, Share, Stage, Standing};
use serde::{Deserialize, Serialize};

/// Undecided referrals of one authority's organisation, by the day they are due; before them those that it decided under conditions
/// that contradict another's; and last those that a letter decided, which was recorded in its name. Each stands also in a scope of whoever
/// worked on it last.
pub const DOCKET: &str = "docket";
/// Those of the same that do not wait for the authority's decision, to be counted: those that wait for advice, those that wait for
/// the organiser's answer, those to be reconciled, those that a letter decided and those of which somebody has to recommend something first
/// have a scope each. The rest of the docket waits for a decision.
pub const UNDECIDED: &str = "undecided";

/// Undecided referrals of one authority, by how much of its calendar they are reckoned with: those that are behind come first.
pub const CLOCKS: &str = "clocks";
/// Sorts before every day.
const FIRST: &str = "0000-00-00";

/// Sorts after every day: a clock that stands still has no day yet.
const NO_DAY: &str = "9999-12-31";

/// A line in an authority's docket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocketLine {
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
    /// The day on which it is over: from then on nothing is decided any more.
    pub last: Date,
    /// Which authority of the organisation.
    pub authority: AuthorityId,
    /// Whether it is asked for advice, not for a decision.
    pub advises: bool,
    /// Where the referral stands.
    pub standing: Standing,
    /// The day by which the decision is due; none while a question or an offer is open.
    pub due: Option<Date>,
    /// The zone of the place, in which its instants are told.
    pub zone: String,
    /// Since when it waits for the organiser: when the open question was asked, or the open offer made.
    pub asked: Option<Timestamp>,
    /// How much of the open question is answered, where it asks item by item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// Whether an authority has refused, so that no permit can come of it.
    pub refused: bool,
    /// Whether it has decided, and its conditions contradict those of another: one of both changes its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contradicts: bool,
    /// When a letter was recorded as its decision, which it can disown until there is a permit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Timestamp>,
    /// When the last document was handed in since the authority was asked.
    pub handed_in: Option<Timestamp>,
    /// When it was put to the authority anew, since the application was amended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Timestamp>,
    /// Whether somebody has to recommend a decision before it can be taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_recommend: bool,
    /// Who of the authority last worked on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked_on_by: Option<PersonId>,
    /// When a decision was recommended, while nobody has decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommended: Option<Timestamp>,
    /// When the lead reminded it last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded: Option<Timestamp>,
    /// That its day moved last because the authority's calendar changed.
    #[serde(default)]
    pub moved: Option<Moved>,
    /// The advice that it asked people without an account for, and awaits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<AdviceDue>,
}

/// Advice by a link that is awaited, or overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceDue {
    /// From whom.
    pub name: String,
    /// In which office.
    pub office: String,
    /// The last day on which the link takes it.
    pub until: Date,
}

/// What an authority awaits by links for its own decision, or the lead for the case; the first due first.
pub(super) fn advice_due(application: &Application, authority: Option<&AuthorityId>) -> Vec<AdviceDue> {
    let due = |one: &AdviceRequest| AdviceDue {
        name: one.asked.name.to_string(),
        office: one.asked.office.to_string(),
        until: one.asked.until,
    };
    let mut all: Vec<_> = application.awaited_advice(authority).map(due).collect();
    all.sort_by_key(|one| one.until);
    all
}

/// Sorts by how many facts of a calendar a clock is reckoned with.
pub(crate) fn as_of(facts: u64) -> String {
    format!("{facts:020}")
}

pub(super) fn docket(id: &str, application: &Application, deadlines: &Deadlines<'_>) -> Vec<ViewRow> {
    let is_open = matches!(application.stage(), Stage::InCirculation | Stage::Decided);
    // After a permit nothing is decided; but no other is issued before authorities have reconciled what they changed since.
    if !is_open && application.departures().is_empty() {
        return vec![];
    }
    let refused = matches!(Outcome::of(application), Outcome::Refused { .. });
    let contradictions = if refused {
        vec![]
    } else {
        clearance::contradictions(application)
    };
    let contradicts = |referral: &Referral| {
        let mut parts = contradictions.iter().flat_map(|one| [one.first, one.second]);
        parts.any(|one| *one.authority == referral.authority)
    };
    let wanted = application
        .referrals
        .values()
        .filter(|one| contradicts(one) || is_open && (one.decided.is_none() || one.letter().is_some()));
    wanted
        .filter_map(|referral| {
            let due = deadlines.get(&referral.authority).copied();
            let line = DocketLine {
                contradicts: contradicts(referral),
                ..line(id, application, referral, due, refused)?
            };
            Some(rows(referral, &line))
        })
        .flatten()
        .collect()
}

fn line(
    id: &str,
    application: &Application,
    referral: &Referral,
    due: Option<Date>,
    refused: bool,
) -> Option<DocketLine> {
    let event = &application.submission.as_ref()?.event;
    let recommended = referral.recommendation.as_ref().map(|one| one.by.at);
    let decided_at = referral.decided.as_ref().map(|one| one.by.at);
    let later = application.documents_later.values().copied();
    Some(DocketLine {
        application: id.to_owned(),
        reference: application.reference.clone(),
        title: event.title.to_string(),
        place: event.place.to_string(),
        date: event.date,
        last: event.last_day(),
        authority: referral.authority.clone(),
        advises: referral.advises(),
        standing: referral.standing(),
        due,
        zone: event.zone.clone(),
        asked: referral.stands_still_since(),
        share: referral.open_question().and_then(Question::share),
        refused,
        contradicts: false,
        letter: referral.letter().and(decided_at),
        handed_in: later.filter(|at| *at > referral.referred).max(),
        reopened: referral.reopened(),
        to_recommend: referral.wants_recommendation(),
        worked_on_by: referral.worked_on_by,
        recommended: recommended.filter(|_| referral.decided.is_none()),
        reminded: referral
            .reminders
            .last()
            .map(|one| one.at)
            .filter(|_| referral.decided.is_none()),
        moved: referral.moved.last().copied(),
        advice: advice_due(application, Some(&referral.authority)),
    })
}

/// A line in the docket, one to be counted unless it waits for a decision, and, while its clock is open, one by how much of the calendar it is reckoned with.
fn rows(referral: &Referral, line: &DocketLine) -> Vec<ViewRow> {
    // What was decided and is to be reconciled holds up a permit now.
    let day = match line.due {
        _ if line.contradicts => FIRST.to_owned(),
        Some(day) => day.to_string(),
        None => NO_DAY.to_owned(),
    };
    let sort = format!("{day} {} {}", line.date, line.reference);
    let key = format!("{}/{}", line.application, line.authority);
    let own = referral.organisation.to_string();
    let counted = match line.asked {
        _ if line.contradicts => Some(contradicting(&own)),
        _ if line.letter.is_some() => Some(by_letter(&own)),
        Some(_) => Some(awaiting(&own)),
        None if line.advises => Some(advising(&own)),
        None if line.to_recommend => Some(recommending(&own)),
        None => None,
    };
    let counted = counted.map(|scope| row(UNDECIDED, scope, key.clone(), String::new(), &()));
    let clock = || {
        let (authority, id) = (referral.authority.to_string(), line.application.clone());
        row(CLOCKS, authority, id, as_of(referral.own.as_of), &())
    };
    let open = referral.decided.is_none().then(clock);
    let scopes = std::iter::once(own.clone()).chain(line.worked_on_by.map(|person| worked_on(&own, person)));
    let docket = scopes.map(|scope| row(DOCKET, scope, key.clone(), sort.clone(), line));
    docket.chain(counted).chain(open).collect()
}

/// The scope of an authority's referrals that wait for the organiser's answer.
pub(crate) fn awaiting(organisation: &str) -> String {
    format!("{organisation} awaiting")
}

/// The scope of those that it has decided, and whose conditions contradict those of another.
pub(crate) fn contradicting(organisation: &str) -> String {
    format!("{organisation} contradicting")
}

/// The scope of those that are decided by a letter, which was recorded in its name.
pub(crate) fn by_letter(organisation: &str) -> String {
    format!("{organisation} by-letter")
}

/// The scope of those of which somebody has to recommend something first.
pub(crate) fn recommending(organisation: &str) -> String {
    format!("{organisation} recommending")
}

/// The scope of the docket's lines of which a person worked on last.
pub(crate) fn worked_on(organisation: &str, person: PersonId) -> String {
    format!("{organisation} {person}")
}

/// The scope of those that wait for an authority's advice.
pub(crate) fn advising(organisation: &str) -> String {
    format!("{organisation} advising")
}
