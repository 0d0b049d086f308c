//! The outcome in facets, each of which some rules decide by themselves.
//!
//! Under COLLECT each reason of each authority is a facet, each document, fee, condition and distance that comes with it, the
//! period of each authority that has several, and its lead time. RULE ORDER and
//! OUTPUT ORDER ask the same as COLLECT; so does ANY, or it is an error, which who is asked decides, too. Under FIRST, PRIORITY and
//! UNIQUE one rule answers, and all of it is one facet.

use crate::attached::COLUMNS;
use crate::decision::{Decision, HitPolicy, Rule};
use crate::settings::Settings;
use crate::{Authority, LeadTime, Period, PeriodBasis, PeriodUnit};
use std::collections::BTreeMap;

/// A part of the outcome, and the rules that it depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Facet {
    /// What the rules that are met make of it.
    pub combine: Combine,
    /// The rules, in order.
    pub members: Vec<Member>,
}

/// How the rules that are met decide a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Combine {
    /// The strongest has its effect.
    Strongest,
    /// One has its effect, two are an error.
    Single,
}

/// A rule in a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// The rule, from 0.
    pub rule: usize,
    /// Of those met the largest counts. Equals have the same effect.
    pub strength: u64,
    /// Rules of the same effect do the same to the facet.
    pub effect: usize,
}

impl Facet {
    /// The facets of a table's outcome.
    pub fn all(settings: &Settings, decision: &Decision) -> Vec<Facet> {
        match decision.policy {
            HitPolicy::Unique => vec![whole(settings, decision, Combine::Single)],
            HitPolicy::First | HitPolicy::Priority => vec![whole(settings, decision, Combine::Strongest)],
            HitPolicy::Collect | HitPolicy::RuleOrder | HitPolicy::OutputOrder | HitPolicy::Any => {
                reasons(decision)
                    .chain(periods(settings, decision))
                    .chain(lead_times(settings, decision))
                    .collect()
            }
        }
    }
}

fn whole(settings: &Settings, decision: &Decision, combine: Combine) -> Facet {
    let periods = Periods::of(settings);
    let effects: Vec<_> = decision
        .rules
        .iter()
        .map(|rule| (&rule.answer, &rule.reason, periods.given_by(rule), &rule.attached))
        .collect();
    let mut order: Vec<usize> = (0..effects.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(decision.precedence(*at)));
    let strengths: BTreeMap<usize, u64> = order.into_iter().zip(1..).collect();
    let strength = |at: usize| strengths.get(&at).copied().unwrap_or_default();
    Facet {
        combine,
        members: members(0..effects.len(), &effects, strength),
    }
}

/// Each reason of each authority, and each thing that a rule attaches to asking it.
fn reasons(decision: &Decision) -> impl Iterator<Item = Facet> {
    let mut alike: BTreeMap<(&str, &str, &str), Vec<Member>> = BTreeMap::new();
    for (rule, own) in decision.rules.iter().enumerate() {
        let attached = COLUMNS.into_iter().zip(own.attached.lists());
        let attached = attached.filter(|(column, _)| *column != "lead_time");
        let attached = attached.flat_map(|(column, ids)| ids.iter().map(move |id| (column, id.as_str())));
        for (column, id) in attached.chain([("reason", own.reason.as_str())]) {
            let members = alike.entry((&own.answer, column, id)).or_default();
            members.push(Member {
                rule,
                strength: 1,
                effect: 0,
            });
        }
    }
    alike.into_values().map(|members| Facet {
        combine: Combine::Strongest,
        members,
    })
}

/// The longest period counts; of equals the first row's.
fn periods(settings: &Settings, decision: &Decision) -> impl Iterator<Item = Facet> {
    let periods = Periods::of(settings);
    let effects: Vec<usize> = decision.rules.iter().map(|rule| periods.given_by(rule)).collect();
    let rules = decision.rules.len() as u64;
    let measure = move |effect: &usize| periods.all.get(*effect).map_or(0, |(period, _)| period.measure());
    let strengths: Vec<u64> = (0u64..)
        .zip(&effects)
        .map(|(at, effect)| measure(effect) * (rules + 1) + rules - at)
        .collect();
    let facet = move |authority: &Authority| {
        let own = |at: &usize| {
            decision
                .rules
                .get(*at)
                .is_some_and(|rule| rule.answer == authority.id)
        };
        let strength = |at: usize| strengths.get(at).copied().unwrap_or_default();
        let members = members((0..effects.len()).filter(own), &effects, strength);
        let first = members.first().map(|first| first.effect);
        let several = members.iter().any(|member| Some(member.effect) != first);
        several.then_some(Facet {
            combine: Combine::Strongest,
            members,
        })
    };
    settings.authorities.iter().filter_map(facet)
}

/// The longest lead time of each authority; of equals the first row's.
fn lead_times(settings: &Settings, decision: &Decision) -> impl Iterator<Item = Facet> {
    let rules = decision.rules.len() as u64;
    let given: Vec<Option<&LeadTime>> = decision
        .rules
        .iter()
        .map(|rule| settings.attachments.longest(&rule.attached))
        .map(|longest| longest.map(|(_, lead)| lead))
        .collect();
    let effects: Vec<Option<(u32, PeriodUnit, bool, &PeriodBasis)>> = given
        .iter()
        .map(|lead| lead.map(|lead| (lead.days, lead.unit, lead.clear, &lead.basis)))
        .collect();
    let strengths: Vec<u64> = (0u64..)
        .zip(&given)
        .map(|(at, lead)| lead.map_or(0, LeadTime::measure) * (rules + 1) + rules - at)
        .collect();
    let facet = move |authority: &Authority| {
        let own = |at: &usize| {
            let rule = decision.rules.get(*at);
            let gives = given.get(*at).is_some_and(Option::is_some);
            gives && rule.is_some_and(|rule| rule.answer == authority.id)
        };
        let strength = |at: usize| strengths.get(at).copied().unwrap_or_default();
        let members = members((0..effects.len()).filter(own), &effects, strength);
        (!members.is_empty()).then_some(Facet {
            combine: Combine::Strongest,
            members,
        })
    };
    settings.authorities.iter().filter_map(facet)
}

/// Rules with the same of something have the same effect, numbered as it first comes.
fn members<T: Ord>(
    rules: impl Iterator<Item = usize>,
    effects: &[T],
    strength: impl Fn(usize) -> u64,
) -> Vec<Member> {
    let mut known: BTreeMap<Option<&T>, usize> = BTreeMap::new();
    rules
        .map(|rule| {
            let next = known.len();
            Member {
                rule,
                strength: strength(rule),
                effect: *known.entry(effects.get(rule)).or_insert(next),
            }
        })
        .collect()
}

/// The periods of a rulebook: each authority's own, then those that rules name. Those that are equal are one, the first.
struct Periods<'a> {
    settings: &'a Settings,
    all: Vec<(Period, &'a PeriodBasis)>,
}

impl<'a> Periods<'a> {
    fn of(settings: &'a Settings) -> Periods<'a> {
        let own = settings.authorities.iter();
        let own = own.map(|authority| (authority.period, &authority.period_basis));
        let named = settings.periods.values().map(|(period, basis)| (*period, basis));
        Periods {
            settings,
            all: own.chain(named).collect(),
        }
    }

    /// The place of the period that a rule gives its authority.
    fn given_by(&self, rule: &Rule) -> usize {
        let named = rule.period.as_ref().and_then(|id| self.settings.periods.get(id));
        let own = || {
            self.settings
                .authorities
                .iter()
                .find(|authority| authority.id == rule.answer)
        };
        let given = named
            .map(|(period, basis)| (*period, basis))
            .or_else(|| own().map(|authority| (authority.period, &authority.period_basis)));
        self.all
            .iter()
            .position(|known| Some(*known) == given)
            .unwrap_or(self.all.len())
    }
}
