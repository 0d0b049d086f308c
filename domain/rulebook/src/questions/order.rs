//! Which question to ask next: the one after which the fewest rules are expected to be open.

use super::search::State;
use crate::bits::Bits;
use crate::facets::{Combine, Facet, Member};

/// A rule that may be met, and on how many axes that is open.
struct Standing<'a> {
    member: Member,
    /// What it catches of the axis that is weighed.
    caught: &'a Bits,
    /// Open axes beside that one.
    others: usize,
}

impl State<'_> {
    /// The place, among candidate axes, of the one whose answer is expected to decide most; of equals the first.
    pub fn next(&self, candidates: &[usize]) -> Option<usize> {
        let scores = candidates.iter().map(|axis| self.expected(*axis));
        let better = |best: Option<(usize, f64)>, (at, score): (usize, f64)| match best {
            Some((_, least)) if least <= score => best,
            _ => Some((at, score)),
        };
        scores.enumerate().fold(None, better).map(|(at, _)| at)
    }

    /// How many rules are expected to be open after an answer, each value that may be given being as likely as any other.
    fn expected(&self, axis: usize) -> f64 {
        let weights = self.rulebook.compiled.weights(self.rulebook.inputs()).get(axis);
        let (Some(of_atoms), Some(atoms)) = (weights, self.space.set(axis)) else {
            return f64::MAX;
        };
        let facets: Vec<(Combine, Vec<Standing<'_>>)> = self
            .facets
            .iter()
            .map(|facet| (facet.combine, self.standings(axis, facet)))
            .collect();
        let (mut sum, mut weights) = (0.0, 0.0);
        for atom in atoms.numbers() {
            let weight = f64::from(of_atoms.get(atom).copied().unwrap_or_default());
            if weight > 0.0 {
                let open = facets.iter().map(|(combine, rules)| open(*combine, rules, atom));
                sum += weight * f64::from(open.sum::<u32>());
                weights += weight;
            }
        }
        if weights > 0.0 { sum / weights } else { f64::MAX }
    }

    fn standings(&self, axis: usize, facet: &Facet) -> Vec<Standing<'_>> {
        let standing = |member: &Member| {
            let rule = self.rules.get(member.rule)?;
            let open = |(at, (own, caught)): (usize, (&Bits, &Bits))| at != axis && !own.within(caught);
            Some(Standing {
                member: *member,
                caught: rule.set(axis)?,
                others: self
                    .space
                    .pairs(rule)
                    .enumerate()
                    .filter(|pair| open(*pair))
                    .count(),
            })
        };
        facet.members.iter().filter_map(standing).collect()
    }
}

/// How many rules are open once the axis has an atom: those that may be met, surely are not yet, and would still count.
fn open(combine: Combine, rules: &[Standing<'_>], atom: usize) -> u32 {
    let met = || rules.iter().filter(|rule| rule.caught.contains(atom));
    let sure = || met().filter(|rule| rule.others == 0);
    let strongest = sure().map(|rule| rule.member.strength).max();
    let counts = |rule: &Standing<'_>| match combine {
        Combine::Strongest => strongest.is_none_or(|strongest| rule.member.strength > strongest),
        Combine::Single => true,
    };
    if combine == Combine::Single && sure().nth(1).is_some() {
        return 0;
    }
    let open = met().filter(|rule| rule.others > 0 && counts(rule)).count();
    u32::try_from(open).unwrap_or(u32::MAX)
}
