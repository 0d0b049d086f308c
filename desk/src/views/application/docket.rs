//! The rows of the dockets: what each authority has not decided yet.

use super::{Deadlines, row};
use crate::store::ViewRow;
use act::{AuthorityId, Date, Timestamp};
use clearance::{Application, Moved, Outcome, Referral, Stage, Standing};
use serde::{Deserialize, Serialize};

/// Undecided referrals of one authority's organisation, by the day they are due.
pub const DOCKET: &str = "docket";
/// The same, to be counted: those that wait for advice and those that wait for the organiser's answer have a scope each.
pub const UNDECIDED: &str = "undecided";

/// Undecided referrals of one authority, by how much of its calendar they are reckoned with: those that are behind come first.
pub const CLOCKS: &str = "clocks";

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
    /// The day by which the decision is due; none while a question is open.
    pub due: Option<Date>,
    /// The zone of the place, in which its instants are told.
    pub zone: String,
    /// When the open question was asked.
    pub asked: Option<Timestamp>,
    /// Whether an authority has refused, so that no permit can come of it.
    pub refused: bool,
    /// When the last document was handed in since the authority was asked.
    pub handed_in: Option<Timestamp>,
    /// That its day moved last because the authority's calendar changed.
    #[serde(default)]
    pub moved: Option<Moved>,
}

/// Sorts by how many facts of a calendar a clock is reckoned with.
pub(crate) fn as_of(facts: u64) -> String {
    format!("{facts:020}")
}

pub(super) fn docket(id: &str, application: &Application, deadlines: &Deadlines<'_>) -> Vec<ViewRow> {
    let Some(submission) = &application.submission else {
        return vec![];
    };
    if application.stage() != Stage::InCirculation {
        return vec![];
    }
    let event = &submission.event;
    let refused = matches!(Outcome::of(application), Outcome::Refused { .. });
    let undecided = application
        .referrals
        .values()
        .filter(|referral| referral.decided.is_none());
    undecided
        .flat_map(|referral| {
            let due = deadlines.get(&referral.authority).copied();
            let line = DocketLine {
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
                asked: referral.open_question().map(|question| question.asked),
                refused,
                handed_in: handed_in(application, referral),
                moved: referral.moved.last().copied(),
            };
            let day = due.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
            let sort = format!("{day} {} {}", event.date, application.reference);
            let key = format!("{id}/{}", referral.authority);
            let own = referral.organisation.to_string();
            let counted = match line.asked {
                Some(_) => awaiting(&own),
                None if line.advises => advising(&own),
                None => own.clone(),
            };
            [
                row(DOCKET, own, key.clone(), sort, &line),
                row(
                    CLOCKS,
                    referral.authority.to_string(),
                    id.to_owned(),
                    as_of(referral.own.as_of),
                    &(),
                ),
                row(UNDECIDED, counted, key, String::new(), &()),
            ]
        })
        .collect()
}

/// When the last document was handed in since an authority was asked.
fn handed_in(application: &Application, referral: &Referral) -> Option<Timestamp> {
    let later = application.documents_later.values().copied();
    later.filter(|at| *at > referral.referred).max()
}

/// The scope of an authority's referrals that wait for the organiser's answer.
pub(crate) fn awaiting(organisation: &str) -> String {
    format!("{organisation} awaiting")
}

/// The scope of those that wait for an authority's advice.
pub(crate) fn advising(organisation: &str) -> String {
    format!("{organisation} advising")
}
