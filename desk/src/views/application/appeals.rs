//! The rows of the appeals of which the end is not noted, and of those after which something is to be done.

use super::{named_by, row};
use crate::store::ViewRow;
use act::{AuthorityId, Date, OrganisationId};
use clearance::{Appeal, AppealEnd, Appealed, Application};
use serde::{Deserialize, Serialize};

/// Appeals against what an organisation decided, and, in a scope of their own, all of the cases that it leads: first those that were
/// upheld, as long as something is to be done, then the open ones, the longest open first.
pub const APPEALS: &str = "appeals";

/// An appeal in the list of whoever has something to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealLine {
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
    /// The day on which it is over: from then on nothing follows from an appeal in this case.
    pub last: Date,
    /// Against what.
    pub against: Appealed,
    /// What the authority that decided was called on the day of its referral; none where the lead decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    /// To which body.
    pub body: String,
    /// On which day.
    pub lodged: Date,
    /// On which day it was upheld; none while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upheld: Option<Date>,
}

/// The scope of the appeals in the cases that an organisation leads.
pub(crate) fn in_cases_led_by(organisation: &str) -> String {
    format!("{organisation} leading")
}

/// A row for each party that has to know of it.
pub(super) fn appeals(id: &str, application: &Application) -> Vec<ViewRow> {
    let all = application.appeals.iter();
    all.flat_map(|one| listed(id, application, one)).collect()
}

fn listed(id: &str, application: &Application, appeal: &Appeal) -> Vec<ViewRow> {
    let Some(line) = line(id, application, appeal) else {
        return vec![];
    };
    let (first, day) = match line.upheld {
        Some(day) => (0, day),
        None => (1, line.lodged),
    };
    let sort = format!("{first} {day} {}", line.reference);
    let key = format!("{id}/{}", appeal.number);
    let decided = appeal.against.authority();
    let decided = decided.and_then(|one| organisation(application, one));
    let lead = application.lead.as_ref().map(|lead| lead.organisation);
    let scopes = [
        decided.map(|one| one.to_string()),
        lead.map(|one| in_cases_led_by(&one.to_string())),
    ];
    let row = |scope| row(APPEALS, scope, key.clone(), sort.clone(), &line);
    scopes.into_iter().flatten().map(row).collect()
}

fn organisation(application: &Application, authority: &AuthorityId) -> Option<OrganisationId> {
    let asked = application.referrals.get(authority);
    let left = application.released(authority).map(|one| &one.referral);
    asked.or(left).map(|one| one.organisation)
}

fn line(id: &str, application: &Application, appeal: &Appeal) -> Option<AppealLine> {
    let upheld = match &appeal.ended {
        None => None,
        Some(ended) if ended.how == AppealEnd::Upheld && application.remedy(appeal).is_some() => {
            Some(ended.day)
        }
        Some(_) => return None,
    };
    let event = &application.submission.as_ref()?.event;
    let decided = appeal.against.authority();
    Some(AppealLine {
        application: id.to_owned(),
        reference: application.reference.clone(),
        title: event.title.to_string(),
        place: event.place.to_string(),
        date: event.date,
        last: event.last_day(),
        against: appeal.against.clone(),
        named: decided.and_then(|one| named_by(application, one)),
        body: appeal.body.to_string(),
        lodged: appeal.lodged,
        upheld,
    })
}
