//! From the rulebook's answer to the referrals that the desk will carry out. Pure: it plans, it does not refer.

use crate::{ClearanceRefusal, Competence, Ground, PlannedFee, PlannedReferral, Silence, Terms};
use act::{AuthorityId, Date, Money, OrganisationId, Title};
use calendar::{Calendar, CalendarFault, OwnCalendar, Schedule};
use rulebook::{Authority, EvaluationError, Required, Rulebook, Said, Value, said};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Plans one referral for each authority that the rulebook names, in the rulebook's order.
///
/// # Errors
/// The refusal that putting the application to them would meet.
pub fn plan(
    rulebook: &Rulebook,
    answers: &BTreeMap<String, Value>,
    organisations: &BTreeMap<AuthorityId, OrganisationId>,
) -> Result<Vec<PlannedReferral>, ClearanceRefusal> {
    let required = required(rulebook, answers)?;
    let referral =
        |(required, known): &(Required, &Authority)| referral(rulebook, required, known, organisations);
    required.iter().map(referral).collect()
}

/// The referral to an authority that no rule names: what the rulebook says of it wherever it is asked, and no ground.
///
/// # Errors
/// The refusal that putting the application to it would meet.
pub fn by_hand(
    rulebook: &Rulebook,
    authority: &AuthorityId,
    organisations: &BTreeMap<AuthorityId, OrganisationId>,
) -> Result<PlannedReferral, ClearanceRefusal> {
    let known = rulebook.authority(authority.as_str());
    let known = known.ok_or_else(|| ClearanceRefusal::NotInRulebook {
        authority: authority.clone(),
    })?;
    let required = Required {
        authority: known.id.clone(),
        period: known.period,
        period_basis: known.period_basis.clone(),
        fired: vec![],
        lead_time: None,
        documents: vec![],
        fees: vec![],
        conditions: vec![],
        distances: vec![],
    };
    referral(rulebook, &required, known, organisations)
}

/// An authority that would be asked, and by when to file with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The authority, and why it would be asked.
    pub required: Required,
    /// From the event's day back to the last day on which filing is in time.
    pub schedule: Schedule,
}

/// Who would be asked about an event on a day, in the rulebook's order, and by when to file with each. A decision exists
/// the day before the event. The days that authorities entered themselves are counted as they say.
///
/// # Errors
/// The refusal that handing it in would meet: nobody is asked by a rulebook or a calendar that does not answer.
pub fn asked(
    rulebook: &Rulebook,
    answers: &BTreeMap<String, Value>,
    event: Date,
    own: &BTreeMap<AuthorityId, OwnCalendar>,
) -> Result<Vec<Asked>, ClearanceRefusal> {
    let asked = |(required, known): (Required, &Authority)| {
        let schedule = filing(known, &required, event, own)?;
        Ok(Asked { required, schedule })
    };
    required(rulebook, answers)?.into_iter().map(asked).collect()
}

/// By when to file with an authority that would be asked about an event on a day, in its own calendar.
///
/// # Errors
/// The refusal that handing it in would meet: nobody is asked by a calendar that does not answer.
pub fn filing(
    authority: &Authority,
    required: &Required,
    event: Date,
    own: &BTreeMap<AuthorityId, OwnCalendar>,
) -> Result<Schedule, ClearanceRefusal> {
    let fault = |what: Said| ClearanceRefusal::RulebookNotApplied { what };
    let entered = own.iter().find(|(id, _)| id.as_str() == authority.id);
    let calendar = filing_calendar(&authority.calendar, entered.map(|(_, own)| own))
        .ok_or_else(|| fault(said!("no calendar is called “{}”", &authority.calendar)))?;
    latest_filing(event, required, &calendar).map_err(|ends| match (ends, authority.id.parse()) {
        (CalendarFault::OutOfRange { date, from, to, .. }, Ok(authority)) => ClearanceRefusal::CalendarEnds {
            authority,
            date,
            from,
            to,
        },
        (other, _) => fault(said!("{}", other.to_string())),
    })
}

/// A country's calendar with the days that an authority entered, if it entered any that the calendar knows; none if no calendar
/// is called so.
pub(crate) fn filing_calendar(country: &str, own: Option<&OwnCalendar>) -> Option<Cow<'static, Calendar>> {
    let known = Calendar::named(country)?;
    let own = own.filter(|own| !own.days.is_empty());
    let both = own.and_then(|own| own.on(known));
    Some(both.map_or(Cow::Borrowed(known), Cow::Owned))
}

/// What the rulebook answers, each authority with what the rulebook says of it.
///
/// # Errors
/// The refusal that handing it in would meet: nobody is asked by a rulebook that does not answer.
pub fn required<'r>(
    rulebook: &'r Rulebook,
    answers: &BTreeMap<String, Value>,
) -> Result<Vec<(Required, &'r Authority)>, ClearanceRefusal> {
    let evaluation = rulebook.evaluate(answers).map_err(|fault| match fault {
        EvaluationError::Conflict { first, second } => ClearanceRefusal::RulesConflict(first, second),
        other => ClearanceRefusal::RulebookNotApplied { what: other.said() },
    })?;
    let known = |required: Required| match rulebook.authority(&required.authority) {
        Some(known) => Ok((required, known)),
        None => Err(ClearanceRefusal::RulebookNotApplied {
            what: said!("it says nothing of the authority {}", required.authority),
        }),
    };
    evaluation.authorities.into_iter().map(known).collect()
}

fn referral(
    rulebook: &Rulebook,
    required: &Required,
    known: &Authority,
    organisations: &BTreeMap<AuthorityId, OrganisationId>,
) -> Result<PlannedReferral, ClearanceRefusal> {
    let fault = |what: Said| ClearanceRefusal::RulebookNotApplied { what };
    let authority: AuthorityId = known
        .id
        .parse()
        .map_err(|bad: act::BadId| fault(said!("{}", bad.to_string())))?;
    let name = Title::new(known.name.in_language("en")).map_err(|bad| fault(said!("{}", bad.to_string())))?;
    let Some(&organisation) = organisations.get(&authority) else {
        return Err(ClearanceRefusal::NoOrganisation { authority });
    };
    Ok(PlannedReferral {
        authority,
        organisation,
        name,
        competence: competence(known.competence),
        terms: terms(rulebook, required, known),
        grounds: required.fired.iter().map(ground).collect(),
        four_eyes: known.four_eyes,
        own: OwnCalendar::default(),
        fees: fees(rulebook, required)?,
    })
}

/// The fees that rules name, for the whole event: an event of one evening has one day. What costs nothing is no fee.
fn fees(rulebook: &Rulebook, required: &Required) -> Result<Vec<PlannedFee>, ClearanceRefusal> {
    let fault = |what: Said| ClearanceRefusal::RulebookNotApplied { what };
    let known = &rulebook.attachments().fees;
    let mut planned = vec![];
    for id in &required.fees {
        let Some(fee) = known.get(id) else { continue };
        let currency = fee.currency.parse().ok();
        let amount = currency.and_then(|currency| Money::read(&fee.amount.to_string(), currency));
        let amount = amount.ok_or_else(|| {
            fault(said!(
                "“{}” {} cannot be paid",
                fee.amount.to_string(),
                &fee.currency
            ))
        })?;
        if amount.minor == 0 {
            continue;
        }
        let label = fee.label.in_language("en");
        planned.push(PlannedFee {
            id: id.clone(),
            label: Title::new(label).map_err(|bad| fault(said!("{}", bad.to_string())))?,
            amount,
            within: fee.within,
            before_permit: fee.before_permit,
            kind: fee.basis.kind.name().to_owned(),
            citation: fee.basis.citation.clone(),
        });
    }
    Ok(planned)
}

fn ground(fired: &rulebook::Fired) -> Ground {
    Ground {
        rule: fired.id.clone(),
        reason: fired.reason.clone(),
        citation: fired.citation.clone(),
        kind: fired.kind.name().to_owned(),
    }
}

fn terms(rulebook: &Rulebook, required: &Required, authority: &Authority) -> Terms {
    Terms {
        period: period(required.period),
        calendar: authority.calendar.clone(),
        zone: rulebook.timezone().to_owned(),
        receipt: calendar::Receipt {
            counted: authority.receipt.counted,
            cut_off: authority.receipt.cut_off,
        },
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
        rulebook::PeriodUnit::Month => calendar::Unit::Month,
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
