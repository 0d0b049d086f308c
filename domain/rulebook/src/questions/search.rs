//! Whether an answer can still change a facet of the outcome.

use super::{Hanging, Open};
use crate::bits::Bits;
use crate::decision::HitPolicy;
use crate::facets::{Combine, Facet, Member};
use crate::product::{Product, Work};
use crate::{Answers, Rulebook};
use std::collections::BTreeSet;

/// Steps for one question; beyond them it is asked to be safe.
const MOST_WORK: usize = 50_000;

/// What is known of a case so far.
pub(super) struct State<'a> {
    pub rulebook: &'a Rulebook,
    pub rules: &'a [Product],
    /// The atoms that each answer may still be.
    pub space: Product,
    /// The axes that have no answer yet.
    pub asked: Vec<usize>,
    /// The facets, with the rules that may still be met.
    pub facets: Vec<Facet>,
    /// The cells without atoms whose questions have no answer yet, by rule and axis.
    unsure: BTreeSet<(usize, usize)>,
}

/// Whether an answer can change something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Can {
    Not,
    Perhaps,
    Surely,
}

impl<'a> State<'a> {
    pub fn new(rulebook: &'a Rulebook, space: Product, asked: Vec<usize>, answers: &Answers) -> State<'a> {
        let compiled = &rulebook.compiled;
        let (mut unsure, mut failed) = (BTreeSet::new(), BTreeSet::new());
        let given = rulebook.decision.given(answers);
        for cell in compiled
            .inexact
            .chunk_by(|one, next| (one.rule, one.column) == (next.rule, next.column))
        {
            let open = || cell.iter().filter(|on| asked.contains(&on.axis));
            unsure.extend(open().map(|on| (on.rule, on.axis)));
            let known = cell.first().filter(|_| open().next().is_none());
            if let Some(known) = known.filter(|on| !rulebook.decision.meets(on.rule, on.column, &given)) {
                failed.insert(known.rule);
            }
        }
        let rules = compiled.products();
        let live = |member: &Member| {
            let product = rules.get(member.rule);
            !failed.contains(&member.rule) && product.is_some_and(|product| product.meets(&space))
        };
        let mut facets = rulebook.compiled.facets.clone();
        facets.iter_mut().for_each(|facet| facet.members.retain(live));
        State {
            rulebook,
            rules,
            space,
            asked,
            facets,
            unsure,
        }
    }

    /// The axes whose answers can change the outcome, each with its question.
    pub fn open(&self) -> Vec<(usize, Open<'a>)> {
        self.asked
            .iter()
            .filter_map(|axis| Some((*axis, self.opened(*axis)?)))
            .collect()
    }

    fn opened(&self, axis: usize) -> Option<Open<'a>> {
        let input = self
            .rulebook
            .inputs()
            .get(self.rulebook.compiled.axes.get(axis)?.input)?;
        let (mut touched, mut rules) = (BTreeSet::new(), BTreeSet::new());
        let (mut most, mut work) = (Can::Not, Work::of(MOST_WORK));
        for facet in &self.facets {
            let can = self.can_change(axis, facet, &mut work);
            if can > Can::Not {
                let across = facet.members.iter().filter(|member| self.crosses(member, axis));
                rules.extend(across.map(|member| member.rule));
            }
            most = most.max(can);
        }
        let of_rule = |rule: &usize| self.rulebook.compiled.authorities.get(*rule);
        touched.extend(rules.iter().filter_map(of_rule));
        let authority = |at: &&usize| self.rulebook.authorities().get(**at).map(|one| one.id.as_str());
        (most > Can::Not).then(|| Open {
            input,
            authorities: touched.iter().filter_map(authority).collect(),
            rules: self.hanging(&rules),
            sure: most == Can::Surely,
        })
    }

    /// The rules, from 0, as a person reads them.
    fn hanging(&self, rules: &BTreeSet<usize>) -> Vec<Hanging<'a>> {
        let all = &self.rulebook.decision.rules;
        let mut hanging: Vec<Hanging<'a>> = vec![];
        for rule in rules.iter().filter_map(|rule| all.get(*rule)) {
            let one = Hanging {
                authority: &rule.answer,
                reason: &rule.reason,
                citation: &rule.citation,
                kind: rule.kind,
                link: rule.link.as_deref(),
            };
            if !hanging.contains(&one) {
                hanging.push(one);
            }
        }
        hanging
    }

    /// Whether a rule's being met depends on an axis.
    fn crosses(&self, member: &Member, axis: usize) -> bool {
        self.unsure.contains(&(member.rule, axis)) || self.partial(member, axis, &self.space)
    }

    fn can_change(&self, axis: usize, facet: &Facet, work: &mut Work) -> Can {
        if !facet.members.iter().any(|member| self.crosses(member, axis)) {
            return Can::Not;
        }
        let unsure = |member: &Member| {
            self.unsure
                .range((member.rule, 0)..=(member.rule, usize::MAX))
                .next()
        };
        if facet.members.iter().any(|member| unsure(member).is_some()) {
            return Can::Perhaps;
        }
        let changes = self.changes(axis, facet, work);
        match (changes, work.gave_up()) {
            // Under ANY a contradiction may settle the case whatever the answer.
            _ if changes && self.rulebook.decision.policy == HitPolicy::Any => Can::Perhaps,
            (true, true) => Can::Perhaps,
            (true, false) => Can::Surely,
            (false, _) => Can::Not,
        }
    }

    /// Whether somewhere two atoms of the axis, all else being equal, lead to different effects. Splits the space until nothing
    /// but the axis tells rules apart.
    fn changes(&self, axis: usize, facet: &Facet, work: &mut Work) -> bool {
        let mut open = vec![(self.space.clone(), facet.members.clone())];
        while let Some((space, members)) = open.pop() {
            work.spend(members.len() + 1);
            if work.gave_up() {
                return true;
            }
            let live = self.undecided(facet.combine, &space, &members);
            if !live.iter().any(|member| self.partial(member, axis, &space)) {
                continue;
            }
            match self.split(axis, &space, &live) {
                Some((at, inside, outside)) => {
                    open.push((space.with(at, outside), live.clone()));
                    open.push((space.with(at, inside), live));
                }
                None if self.tells_apart(axis, facet.combine, &space, &live) => return true,
                None => {}
            }
        }
        false
    }

    /// The rules on which the effect may still depend within a space; none if it no longer does.
    fn undecided(&self, combine: Combine, space: &Product, of: &[Member]) -> Vec<Member> {
        let mut live: Vec<Member> = of
            .iter()
            .copied()
            .filter(|member| self.meets(member, space))
            .collect();
        let sure: Vec<Member> = live
            .iter()
            .copied()
            .filter(|member| self.rules.get(member.rule).is_some_and(|rule| space.within(rule)))
            .collect();
        match combine {
            Combine::Single if sure.len() > 1 => live.clear(),
            Combine::Single => {}
            Combine::Strongest => {
                if let Some(strongest) = sure.iter().max_by_key(|member| member.strength) {
                    live.retain(|member| member.strength > strongest.strength || member == strongest);
                }
            }
        }
        live
    }

    /// Another axis on which a rule stands across the space, with its atoms inside and outside of the rule. Rules that stand across
    /// the axis in question come first: only they can make a difference.
    fn split(&self, axis: usize, space: &Product, live: &[Member]) -> Option<(usize, Bits, Bits)> {
        let (first, then): (Vec<&Member>, Vec<&Member>) =
            live.iter().partition(|member| self.partial(member, axis, space));
        first.into_iter().chain(then).find_map(|member| {
            let rule = self.rules.get(member.rule)?;
            let across = |(_, (own, caught)): &(usize, (&Bits, &Bits))| !own.within(caught);
            let mut axes = space.pairs(rule).enumerate();
            let (at, (own, caught)) = axes.find(|pair| pair.0 != axis && across(pair))?;
            Some((at, own.and(caught), own.without(caught)))
        })
    }

    /// Whether atoms of the axis lead to different effects where rules differ on nothing else.
    fn tells_apart(&self, axis: usize, combine: Combine, space: &Product, live: &[Member]) -> bool {
        let effect = |atom: usize| {
            let mut met = live.iter().filter(|member| {
                let rule = self.rules.get(member.rule).and_then(|rule| rule.set(axis));
                rule.is_some_and(|atoms| atoms.contains(atom))
            });
            match combine {
                Combine::Strongest => met
                    .max_by_key(|member| member.strength)
                    .map(|member| Some(member.effect)),
                Combine::Single => {
                    let first = met.next()?;
                    Some(if met.next().is_some() {
                        None
                    } else {
                        Some(first.effect)
                    })
                }
            }
        };
        let mut effects = space.set(axis).into_iter().flat_map(Bits::numbers).map(effect);
        let first = effects.next();
        effects.any(|other| Some(other) != first)
    }

    fn meets(&self, member: &Member, space: &Product) -> bool {
        self.rules.get(member.rule).is_some_and(|rule| rule.meets(space))
    }

    /// Whether a rule takes some of the atoms that an axis may still have, and not all.
    fn partial(&self, member: &Member, axis: usize, space: &Product) -> bool {
        let rule = self.rules.get(member.rule).and_then(|rule| rule.set(axis));
        space
            .set(axis)
            .zip(rule)
            .is_some_and(|(own, caught)| !own.within(caught))
    }
}
