//! What a check finds, as `--json` prints it (`docs/formats/check-json.md`).

use super::needs::{self, Needs};
use super::public::{self, Public};
use super::version::{Chosen, Standing};
use crate::commands::counted;
use crate::failure::Failure;
use calendar::{Calendar, Schedule};
use jiff::civil::Date;
use rulebook::{BasisKind, Case, PeriodBasis, PeriodUnit, Required, Rulebook};
use serde::Serialize;

#[derive(Serialize)]
pub struct Checked {
    pub format: &'static str,
    pub rulebook: Pin,
    pub as_of: Date,
    pub event_date: Date,
    pub authorities: Vec<Line>,
    #[serde(flatten)]
    pub needs: Needs,
    /// What of it would be public; nothing where the rulebook does not say.
    pub public: Option<Public>,
    pub in_time: bool,
}

#[derive(Serialize)]
pub struct Pin {
    pub id: String,
    pub version: String,
    pub hash: String,
    pub valid_from: Date,
    pub valid_to: Option<Date>,
    pub standing: Standing,
}

#[derive(Serialize)]
pub struct Line {
    pub id: String,
    pub name: String,
    pub competence: &'static str,
    #[serde(flatten)]
    pub first: Rule,
    pub rules: Vec<Rule>,
    pub period: Period,
    pub lead_time: Option<LeadTime>,
    pub latest_filing: Date,
    pub slack_days: i64,
    pub in_time: bool,
    pub reckoning: Vec<String>,
}

#[derive(Clone, Serialize)]
pub struct Rule {
    pub rule: String,
    pub reason: String,
    pub basis: String,
    pub kind: &'static str,
    pub link: Option<String>,
}

#[derive(Serialize)]
pub struct Period {
    pub days: u32,
    pub unit: PeriodUnit,
    #[serde(flatten)]
    pub basis: Basis,
}

#[derive(Serialize)]
pub struct LeadTime {
    pub days: u32,
    pub unit: PeriodUnit,
    pub clear: bool,
    /// Whether the latest day to file comes from it, and not from the period.
    pub decides: bool,
    #[serde(flatten)]
    pub basis: Basis,
}

/// What something rests on.
#[derive(Serialize)]
pub struct Basis {
    pub basis: String,
    pub kind: &'static str,
    pub link: Option<String>,
    pub assumed: bool,
}

impl Basis {
    pub fn of(basis: &PeriodBasis) -> Basis {
        Basis {
            basis: basis.citation.clone(),
            kind: basis.kind.name(),
            link: basis.link.clone(),
            assumed: basis.kind == BasisKind::Assumption,
        }
    }
}

impl Rule {
    fn fired(rulebook: &Rulebook, fired: &rulebook::Fired) -> Rule {
        let rests_on = (fired.citation.as_str(), fired.kind, fired.link.as_ref());
        Rule::of(rulebook, &fired.id, &fired.reason, rests_on)
    }

    /// A rule by its id and that of its reason, with what it rests on.
    pub fn of(
        rulebook: &Rulebook,
        rule: &str,
        reason: &str,
        (citation, kind, link): (&str, BasisKind, Option<&String>),
    ) -> Rule {
        let words = rulebook.reason(reason);
        Rule {
            rule: rule.to_owned(),
            reason: words.map_or(reason, |text| text.in_language("en")).to_owned(),
            basis: citation.to_owned(),
            kind: kind.name(),
            link: link.cloned(),
        }
    }
}

impl Period {
    pub fn words(&self) -> String {
        counted(self.days, &format!("{} day", self.unit.name()))
    }
}

impl LeadTime {
    pub fn words(&self) -> String {
        let clear = if self.clear { "clear " } else { "" };
        counted(self.days, &format!("{clear}{} day", self.unit.name()))
    }
}

impl Pin {
    pub fn of(chosen: &Chosen) -> Pin {
        let rulebook = &chosen.rulebook;
        Pin {
            id: rulebook.id().to_owned(),
            version: rulebook.version().to_owned(),
            hash: rulebook.hash().to_owned(),
            valid_from: chosen.from,
            valid_to: rulebook.valid_to(),
            standing: chosen.standing,
        }
    }
}

pub fn check(chosen: &Chosen, case: &Case, as_of: Date) -> Result<Checked, Failure> {
    let rulebook = &chosen.rulebook;
    let evaluation = rulebook.evaluate(&case.answers).map_err(Failure::usage)?;
    let asked: Vec<&Required> = evaluation.authorities.iter().collect();
    let lines = asked
        .iter()
        .map(|required| line(rulebook, required, case.event.date, as_of));
    let authorities = lines.collect::<Result<Vec<_>, _>>()?;
    let in_time = authorities.iter().all(|line| line.in_time);
    Ok(Checked {
        format: "placet-check/1",
        rulebook: Pin::of(chosen),
        as_of,
        event_date: case.event.date,
        authorities,
        needs: needs::of(rulebook, &rulebook.needs(&asked)),
        public: public::of(rulebook, &case.answers)?,
        in_time,
    })
}

fn line(rulebook: &Rulebook, required: &Required, event: Date, as_of: Date) -> Result<Line, Failure> {
    let unknown = || Failure::usage(format!("the rulebook names no authority {}", required.authority));
    let authority = rulebook.authority(&required.authority).ok_or_else(unknown)?;
    let rules: Vec<Rule> = required
        .fired
        .iter()
        .map(|fired| Rule::fired(rulebook, fired))
        .collect();
    let reckoned = Reckoned::of(rulebook, required, authority, event)?;
    let latest_filing = reckoned.schedule.latest_filing;
    let slack = as_of.until(latest_filing).map_err(Failure::usage)?.get_days();
    Ok(Line {
        id: required.authority.clone(),
        name: authority.name.in_language("en").to_owned(),
        competence: authority.competence.name(),
        first: rules.first().cloned().ok_or_else(unknown)?,
        rules,
        reckoning: reckoned.steps(),
        period: reckoned.period,
        lead_time: reckoned.lead_time,
        latest_filing,
        slack_days: i64::from(slack),
        in_time: slack >= 0,
    })
}

/// The way back from the event to the latest day to file, in the authority's own calendar.
struct Reckoned {
    schedule: Schedule,
    /// The latest day that the period alone would leave.
    by_period: Date,
    period: Period,
    lead_time: Option<LeadTime>,
}

impl Reckoned {
    fn of(
        rulebook: &Rulebook,
        required: &Required,
        authority: &rulebook::Authority,
        event: Date,
    ) -> Result<Reckoned, Failure> {
        let calendar = Calendar::named(&authority.calendar).ok_or_else(|| {
            Failure::usage(format!(
                "the rulebook {} names the calendar {}, which is not known",
                rulebook.id(),
                authority.calendar
            ))
        })?;
        let latest =
            |required: &Required| clearance::latest_filing(event, required, calendar).map_err(Failure::usage);
        let schedule = latest(required)?;
        let mut alone = required.clone();
        alone.lead_time = None;
        let by_period = latest(&alone)?.latest_filing;
        let lead_time = required.lead_time.as_ref().map(|lead| LeadTime {
            days: lead.days,
            unit: lead.unit,
            clear: lead.clear,
            decides: schedule.is_by_lead_time(),
            basis: Basis::of(&lead.basis),
        });
        Ok(Reckoned {
            period: Period {
                days: required.period.days,
                unit: required.period.unit,
                basis: Basis::of(&required.period_basis),
            },
            schedule,
            by_period,
            lead_time,
        })
    }

    /// The arithmetic, a line each: by what is counted, the days, and what the other of period and lead time would leave.
    fn steps(&self) -> Vec<String> {
        let steps = self.schedule.compact();
        let steps = steps.iter().map(ToString::to_string);
        let Some(lead) = &self.lead_time else {
            return steps.collect();
        };
        let rests = |basis: &Basis| format!("[{}: {}]", basis.kind, basis.basis);
        let lead_time = format!("{} before the event {}", lead.words(), rests(&lead.basis));
        let shown = self.by_period.strftime("%a %-d %b %Y");
        if !lead.decides {
            let other = format!("the lead time of {lead_time} is kept by then, too");
            return steps.chain([other]).collect();
        }
        let clear = if lead.clear {
            "; neither the day of receipt nor that of the event is counted"
        } else {
            ""
        };
        let first = format!("to be received at least {lead_time}{clear}");
        let other = format!(
            "its period of {} alone would leave until {shown}",
            self.period.words()
        );
        [first].into_iter().chain(steps).chain([other]).collect()
    }
}
