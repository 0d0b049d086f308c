//! What-if: past cases under a changed rulebook, before it binds anybody.
//!
//! Which cases would gain or lose an authority, which would wait longer or shorter, need other documents, pay other fees, have to
//! be filed at another time, and which would be refused. What the old rulebook
//! asked and the new one no longer asks is left out of account; what the new one needs and a case does not have is a refusal.

mod attached;
mod change;
mod public;
#[cfg(test)]
mod tests;

pub use change::{AttachedChange, AttachedKind, Change, PeriodChange, Refusal, Report, Totals};

use crate::{Answers, Input, Period, Prepared, Rulebook};
use attached::Table;
use std::collections::BTreeMap;

/// Two rulebooks, made ready to be compared on cases.
#[derive(Clone, Debug)]
pub struct WhatIf<'a> {
    old: Side<'a>,
    new: Side<'a>,
    /// The authorities of both, the new rulebook's first.
    authorities: Vec<&'a str>,
    /// What rules of either attach.
    attached: Table,
}

#[derive(Clone, Debug)]
struct Side<'a> {
    rulebook: &'a Rulebook,
    /// Whether one of both says what is public.
    tells_public: bool,
    /// What each rule asks for.
    rules: Vec<Asks>,
    /// The questions that the other rulebook does not ask, or takes other answers to.
    differing: Vec<&'a Input>,
}

/// What a rule asks for: an authority by its place among those of both rulebooks, and what goes with asking it.
#[derive(Clone, Debug)]
struct Asks {
    authority: usize,
    asked: Asked,
    /// Documents and fees, by their places in the table of both.
    attached: Vec<usize>,
}

/// How an authority is asked: its period, and the lead time by its measure and its place in the table of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    period: Period,
    lead: Option<(u64, usize)>,
}

/// What a case leads to: how each authority is asked, and everything that is attached.
struct Outcome {
    asked: Vec<Option<Asked>>,
    attached: Vec<usize>,
}

/// A case as both rulebooks see it: small enough to keep for many.
#[derive(Clone, Debug)]
pub struct Past {
    old: Seen,
    new: Seen,
}

#[derive(Clone, Debug)]
struct Seen {
    prepared: Option<Prepared>,
    refusal: Option<Refusal>,
    /// What of it may be public; nothing where the rulebook has no answer to that.
    public: Option<public::Terms>,
}

impl<'a> WhatIf<'a> {
    /// Gets ready to compare what a new rulebook makes of cases with what an old one made of them.
    #[must_use]
    pub fn new(old: &'a Rulebook, new: &'a Rulebook) -> WhatIf<'a> {
        let mut authorities: Vec<&str> = vec![];
        for authority in new.authorities().iter().chain(old.authorities()) {
            if !authorities.contains(&authority.id.as_str()) {
                authorities.push(&authority.id);
            }
        }
        let mut attached = Table::default();
        WhatIf {
            old: Side::new(old, new, &authorities, &mut attached),
            new: Side::new(new, old, &authorities, &mut attached),
            authorities,
            attached,
        }
    }

    /// Makes a case ready: its answers as atoms of both rulebooks.
    #[must_use]
    pub fn prepare(&self, answers: &Answers) -> Past {
        Past {
            old: self.old.seen(answers),
            new: self.new.seen(answers),
        }
    }

    /// What would change for a case, if anything; `case` is the number by which it is told.
    #[must_use]
    pub fn change(&self, case: usize, past: &Past) -> Option<Change> {
        let (mut before, mut after) = (self.nobody(), self.nobody());
        let was = self.old.asked(&past.old, &mut before);
        let becomes = self.new.asked(&past.new, &mut after);
        let mut change = Change::of(case);
        // Where a table contradicts itself there is nobody to compare.
        if !contradicts(was.as_ref()) && !contradicts(becomes.as_ref()) {
            for (authority, (before, after)) in
                self.authorities.iter().zip(before.asked.iter().zip(&after.asked))
            {
                change.note(
                    authority,
                    before.map(|asked| asked.period),
                    after.map(|asked| asked.period),
                );
                if let (Some(before), Some(after)) = (before, after) {
                    let place = |asked: &Asked| asked.lead.map(|(_, place)| place);
                    change
                        .attached
                        .extend(self.attached.lead(authority, place(before), place(after)));
                }
            }
            change
                .attached
                .extend(self.attached.between(before.attached, after.attached));
        }
        change.attached.extend(public::between(
            past.old.public.as_ref(),
            past.new.public.as_ref(),
        ));
        if was != becomes {
            (change.refused, change.no_longer_refused) = (becomes, was);
        }
        (!change.is_none()).then_some(change)
    }

    /// The changes of some cases, numbered from `first`. Chunks of cases may be given to several threads.
    #[must_use]
    pub fn changes(&self, first: usize, cases: &[Answers]) -> Vec<Change> {
        let change = |(case, answers): (usize, &Answers)| {
            let mut change = self.change(case, &self.prepare(answers))?;
            change.no_value = self.new.rulebook.without_value(answers);
            Some(change)
        };
        (first..).zip(cases).filter_map(change).collect()
    }

    /// All changes of all cases, worked out by so many threads.
    #[must_use]
    pub fn run(&self, cases: &[Answers], threads: usize) -> Report {
        let size = cases.len().div_ceil(threads.max(1)).max(1);
        let mut parts: Vec<Vec<Change>> = vec![vec![]; cases.len().div_ceil(size)];
        std::thread::scope(|scope| {
            for (at, (part, chunk)) in parts.iter_mut().zip(cases.chunks(size)).enumerate() {
                scope.spawn(move || *part = self.changes(at * size, chunk));
            }
        });
        Report {
            cases: cases.len(),
            changes: parts.concat(),
        }
    }

    fn nobody(&self) -> Outcome {
        Outcome {
            asked: vec![None; self.authorities.len()],
            attached: vec![],
        }
    }
}

impl Asked {
    /// Of periods and of lead times the longer counts, of equals the first.
    fn and(self, other: Asked) -> Asked {
        let longer = other.period.measure() > self.period.measure();
        let measure = |asked: Asked| asked.lead.map(|(measure, _)| measure);
        Asked {
            period: if longer { other.period } else { self.period },
            lead: if measure(other) > measure(self) {
                other.lead
            } else {
                self.lead
            },
        }
    }
}

fn contradicts(refusal: Option<&Refusal>) -> bool {
    matches!(refusal, Some(Refusal::Conflict { .. }))
}

impl<'a> Side<'a> {
    fn new(rulebook: &'a Rulebook, other: &Rulebook, authorities: &[&str], table: &mut Table) -> Side<'a> {
        let places: BTreeMap<&str, usize> = authorities.iter().copied().zip(0..).collect();
        let nobody = Period {
            days: 0,
            unit: crate::PeriodUnit::Calendar,
        };
        let rules = rulebook.decision.rules.iter().map(|rule| {
            let authority = rulebook.authority(&rule.answer);
            let period = authority.map(|of| rulebook.period(of, rule.period.as_deref()).0);
            let (attached, lead) = table.of(rulebook.attachments(), &rule.attached);
            Asks {
                authority: places.get(rule.answer.as_str()).copied().unwrap_or(usize::MAX),
                asked: Asked {
                    period: period.unwrap_or(nobody),
                    lead,
                },
                attached,
            }
        });
        let rules = rules.collect();
        let differing = rulebook.inputs().iter();
        Side {
            rulebook,
            tells_public: rulebook.public().is_some() || other.public().is_some(),
            rules,
            differing: differing
                .filter(|input| other.input(&input.id).is_none_or(|other| !input.takes_as(other)))
                .collect(),
        }
    }

    fn seen(&self, answers: &Answers) -> Seen {
        let refusal = self
            .differing
            .iter()
            .find_map(|input| match answers.get(&input.id) {
                None if input.required => Some(Refusal::Unanswered {
                    input: input.id.clone(),
                }),
                Some(value) if !input.takes(value) => Some(Refusal::NotTaken {
                    input: input.id.clone(),
                    value: value.clone(),
                }),
                _ => None,
            });
        let own = || {
            let mut own = answers.clone();
            own.retain(|id, value| {
                self.rulebook
                    .input(id)
                    .is_some_and(|input| input.kind == value.kind())
            });
            own
        };
        let prepared = self.rulebook.prepare(answers);
        let prepared = prepared.or_else(|_| self.rulebook.prepare(&own()));
        let terms = |answers: &Answers| public::terms(self.rulebook, answers);
        // Where neither version says what is public, nothing of it changes.
        let public = match self.tells_public {
            true => terms(answers).or_else(|| terms(&own())),
            false => None,
        };
        match prepared {
            Ok(prepared) => Seen {
                prepared: Some(prepared),
                refusal,
                public,
            },
            Err(error) => Seen {
                prepared: None,
                refusal: refusal.or_else(|| Some(Refusal::Conflict { error: error.said() })),
                public,
            },
        }
    }

    /// Puts down what a case leads to: each authority with its longest period and lead time; gives back why it is refused, if it is.
    fn asked(&self, seen: &Seen, outcome: &mut Outcome) -> Option<Refusal> {
        let Some(prepared) = &seen.prepared else {
            return seen.refusal.clone();
        };
        match self
            .rulebook
            .compiled
            .answering(&self.rulebook.decision, prepared)
        {
            Ok(rules) => {
                for asks in rules.filter_map(|rule| self.rules.get(rule)) {
                    outcome.attached.extend_from_slice(&asks.attached);
                    if let Some(slot) = outcome.asked.get_mut(asks.authority) {
                        *slot = Some(slot.map_or(asks.asked, |own| own.and(asks.asked)));
                    }
                }
                seen.refusal.clone()
            }
            Err(error) => Some(Refusal::Conflict { error: error.said() }),
        }
    }
}
