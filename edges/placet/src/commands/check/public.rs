//! What of the application would be public, as it is printed.

use super::report::{Basis, Rule};
use crate::failure::Failure;
use rulebook::{Answers, Publicity, Rulebook, Withheld};
use serde::Serialize;

#[derive(Serialize)]
pub struct Public {
    /// From when it stands in the register: `submitted`, `circulated` or `granted`.
    pub from: &'static str,
    /// Of which endings it stays there without a permit.
    pub keeps: Vec<&'static str>,
    pub fields: Vec<Shown>,
    #[serde(flatten)]
    pub basis: Basis,
}

/// A field that stands in the register, or is withheld from it.
#[derive(Serialize)]
pub struct Shown {
    pub field: String,
    /// From when it would be public, were it not withheld.
    pub since: &'static str,
    /// By which rules it is withheld; by none, it is not.
    pub withheld: Vec<Kept>,
}

/// A rule that withholds a field.
#[derive(Serialize)]
pub struct Kept {
    /// Whether it is told once the event is over; else it never is.
    pub until_over: bool,
    #[serde(flatten)]
    pub rule: Rule,
}

/// What the rulebook lets be public of these answers; nothing where it does not say.
pub fn of(rulebook: &Rulebook, answers: &Answers) -> Result<Option<Public>, Failure> {
    let publicity = rulebook.publicity(answers).map_err(Failure::usage)?;
    let (Some(publicity), Some(said)) = (publicity, rulebook.public()) else {
        return Ok(None);
    };
    let shown = publicity.shows.iter().map(|(field, since)| Shown {
        field: field.to_string(),
        since: since.name(),
        withheld: kept(rulebook, &publicity, |one| one.field == *field),
    });
    Ok(Some(Public {
        from: publicity.from.name(),
        keeps: publicity.keeps.iter().map(|ending| ending.name()).collect(),
        fields: shown.collect(),
        basis: Basis::of(&said.basis),
    }))
}

fn kept(rulebook: &Rulebook, publicity: &Publicity, of: impl Fn(&Withheld) -> bool) -> Vec<Kept> {
    let of = publicity.withheld.iter().filter(|one| of(one));
    let kept = of.map(|one| Kept {
        until_over: one.until_over,
        rule: Rule::of(
            rulebook,
            &one.rule,
            &one.reason,
            (one.citation.as_str(), one.kind, one.link.as_ref()),
        ),
    });
    kept.collect()
}
