//! The rows of what is still to be done about the conditions of a permit.

use super::row;
use crate::store::ViewRow;
use act::{AuthorityId, Date, Timestamp};
use clearance::{Application, Condition, Kept, OnPermit, Permit, Stage};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// Conditions of permits, for whoever set them: first those for which something was shown and waits, then by the day from which on
/// they are an alarm.
pub const CONDITIONS: &str = "conditions";
/// Sorts before every day.
const FIRST: &str = "0000-00-00";

/// A condition of a permit that its authority has something to do about, now or from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionDue {
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
    /// From this time.
    pub from: Time,
    /// Until this time.
    pub until: Time,
    /// The zone of the place, in which its instants are told.
    pub zone: String,
    /// Which authority set it.
    pub authority: AuthorityId,
    /// Which of its conditions.
    pub number: u32,
    /// What is demanded.
    pub condition: Condition,
    /// When that was shown which waits for the authority.
    pub shown: Option<Timestamp>,
    /// By which day it is to be shown.
    pub due: Option<Date>,
    /// From which day on it is an alarm.
    pub alarm: Option<Date>,
    /// Whether what was shown last is not enough.
    pub declined: bool,
    /// Whether the permit is suspended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suspended: bool,
}

/// How many conditions a permit has, and how they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// How many.
    pub all: usize,
    /// How many are discharged.
    pub discharged: usize,
    /// How many wait for the authority that set them.
    pub shown: usize,
    /// From which day on one of them is an alarm.
    pub alarm: Option<Date>,
}

/// The conditions of a permit that stands, or can stand again.
fn standing(application: &Application) -> Vec<OnPermit<'_>> {
    let permit = application.live_permit().into_iter();
    permit.flat_map(Permit::conditions).collect()
}

/// How they stand together; nothing where there are none.
pub(super) fn together(application: &Application) -> Option<Conditions> {
    let all = standing(application);
    let counted = |kept| all.iter().filter(|one| one.kept() == kept).count();
    (!all.is_empty()).then(|| Conditions {
        all: all.len(),
        discharged: counted(Kept::Discharged),
        shown: counted(Kept::Shown),
        alarm: all.iter().filter_map(OnPermit::alarm).min(),
    })
}

/// A row for each that its authority has or will have something to do about.
pub(super) fn conditions(id: &str, application: &Application) -> Vec<ViewRow> {
    let rows = standing(application).into_iter();
    rows.filter_map(|one| due(id, application, &one)).collect()
}

fn due(id: &str, application: &Application, one: &OnPermit<'_>) -> Option<ViewRow> {
    let event = &application.submission.as_ref()?.event;
    let organisation = application.referrals.get(one.authority)?.organisation;
    let (shown, alarm) = (one.open_proof().map(|proof| proof.by.at), one.alarm());
    let day = match (shown, alarm) {
        (Some(_), _) => FIRST.to_owned(),
        (None, Some(day)) => day.to_string(),
        (None, None) => return None,
    };
    let line = ConditionDue {
        application: id.to_owned(),
        reference: application.reference.clone(),
        title: event.title.to_string(),
        place: event.place.to_string(),
        date: event.date,
        from: event.from,
        until: event.until,
        zone: event.zone.clone(),
        authority: one.authority.clone(),
        number: one.number,
        condition: one.condition.clone(),
        shown,
        due: one.due(),
        alarm,
        declined: one.kept() == Kept::NotEnough,
        suspended: application.stage() == Stage::Suspended,
    };
    let sort = format!("{day} {} {}", line.date, line.reference);
    let key = format!("{id}/{}/{}", line.authority, line.number);
    Some(row(CONDITIONS, organisation.to_string(), key, sort, &line))
}

impl ConditionDue {
    /// Whether the authority has something to do about it on this day.
    pub(crate) fn is_due(&self, today: Date) -> bool {
        self.shown.is_some() || self.alarm.is_some_and(|day| day <= today)
    }
}
