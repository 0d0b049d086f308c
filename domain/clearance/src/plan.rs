//! From the rulebook's answer to the referrals that the desk will carry out. Pure: it plans, it does not refer.

use crate::{Competence, Ground, Silence, Terms};
use act::{AuthorityId, OrganisationId, Title};
use rulebook::{Rulebook, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A referral as planned and, once it is a fact, as made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedReferral {
    /// The authority, by its id in the rulebook.
    pub authority: AuthorityId,
    /// The organisation that is this authority.
    pub organisation: OrganisationId,
    /// Its name on the day of referral.
    pub name: Title,
    /// What its position does to the outcome.
    pub competence: Competence,
    /// Its clock.
    pub terms: Terms,
    /// Why it is asked.
    pub grounds: Vec<Ground>,
}

/// Why referrals could not be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// The rulebook could not be evaluated on the answers.
    Evaluation {
        /// What the rulebook says.
        what: String,
    },
    /// No organisation is set up as an authority that must be asked.
    NoOrganisation {
        /// The authority.
        authority: String,
    },
}

impl fmt::Display for PlanFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanFault::Evaluation { what } => write!(f, "the rulebook could not be applied: {what}"),
            PlanFault::NoOrganisation { authority } => {
                write!(
                    f,
                    "no organisation is set up as the authority {authority}; the operator adds it"
                )
            }
        }
    }
}

impl std::error::Error for PlanFault {}

/// Plans one referral for each authority that the rulebook names, in the rulebook's order.
///
/// # Errors
/// See [`PlanFault`].
pub fn plan(
    rulebook: &Rulebook,
    answers: &BTreeMap<String, Value>,
    organisations: &BTreeMap<AuthorityId, OrganisationId>,
) -> Result<Vec<PlannedReferral>, PlanFault> {
    let evaluation = rulebook
        .evaluate(answers)
        .map_err(|fault| PlanFault::Evaluation {
            what: fault.to_string(),
        })?;
    evaluation
        .authorities
        .iter()
        .map(|required| referral(rulebook, required, organisations))
        .collect()
}

fn referral(
    rulebook: &Rulebook,
    required: &rulebook::Required,
    organisations: &BTreeMap<AuthorityId, OrganisationId>,
) -> Result<PlannedReferral, PlanFault> {
    let missing = || PlanFault::NoOrganisation {
        authority: required.authority.clone(),
    };
    let authority: AuthorityId = required.authority.parse().map_err(|_| missing())?;
    let organisation = *organisations.get(&authority).ok_or_else(missing)?;
    let known = rulebook.authority(&required.authority).ok_or_else(missing)?;
    let name = Title::new(known.name.in_language("en")).map_err(|_| missing())?;
    let grounds = required.fired.iter().map(ground).collect();
    Ok(PlannedReferral {
        authority,
        organisation,
        name,
        competence: competence(known.competence),
        terms: terms(rulebook, required, known),
        grounds,
    })
}

fn ground(fired: &rulebook::Fired) -> Ground {
    Ground {
        rule: fired.id.clone(),
        reason: fired.reason.clone(),
        citation: fired.citation.clone(),
        kind: fired.kind.name().to_owned(),
    }
}

fn terms(rulebook: &Rulebook, required: &rulebook::Required, authority: &rulebook::Authority) -> Terms {
    Terms {
        period: period(required.period),
        calendar: authority.calendar.clone(),
        zone: rulebook.timezone().to_owned(),
        silence: silence(authority.silence),
        kind: required.period_basis.kind.name().to_owned(),
        citation: required.period_basis.citation.clone(),
    }
}

/// A rulebook's period as the calendar counts it.
#[must_use]
pub fn period(period: rulebook::Period) -> calendar::Period {
    calendar::Period {
        days: period.days,
        unit: unit(period.unit),
    }
}

/// A rulebook's lead time as the calendar counts it.
#[must_use]
pub fn lead_time(lead: &rulebook::LeadTime) -> calendar::LeadTime {
    calendar::LeadTime {
        days: lead.days,
        unit: unit(lead.unit),
        clear: lead.clear,
    }
}

/// The last day on which an application may reach an authority: its period, and the lead time if the rules give one, before the
/// event, the decision a day ahead of it.
///
/// # Errors
/// [`calendar::CalendarFault`] where the calendar does not cover the days that are counted.
pub fn latest_filing(
    event: jiff::civil::Date,
    required: &rulebook::Required,
    calendar: &calendar::Calendar,
) -> Result<calendar::Schedule, calendar::CalendarFault> {
    let lead = required.lead_time.as_ref().map(lead_time);
    calendar::latest_filing_ahead(event, period(required.period), 1, lead, calendar)
}

fn unit(unit: rulebook::PeriodUnit) -> calendar::Unit {
    match unit {
        rulebook::PeriodUnit::Working => calendar::Unit::Working,
        rulebook::PeriodUnit::Calendar => calendar::Unit::Calendar,
    }
}

fn competence(competence: rulebook::Competence) -> Competence {
    match competence {
        rulebook::Competence::Competent => Competence::Competent,
        rulebook::Competence::Concurrence => Competence::Concurrence,
        rulebook::Competence::Consultee => Competence::Consultee,
    }
}

fn silence(silence: rulebook::Silence) -> Silence {
    match silence {
        rulebook::Silence::Nothing => Silence::Nothing,
        rulebook::Silence::DeemedGranted => Silence::DeemedGranted,
        rulebook::Silence::DeemedRefused => Silence::DeemedRefused,
    }
}
