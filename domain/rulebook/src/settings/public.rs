//! The part `[public]` of `rulebook.toml`: what of an application may be public, and from when.

use super::LONGEST_NAME;
use super::check::Check;
use crate::public::{Ending, Field, Public, Since};
use crate::{Input, PeriodBasis};
use feel::{said, short};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPublic {
    from: Since,
    #[serde(default)]
    keeps: Vec<Ending>,
    shows: BTreeMap<String, Since>,
    #[serde(default)]
    answers: BTreeMap<String, Since>,
    basis: PeriodBasis,
    decision: Option<String>,
}

impl Check<'_> {
    /// Reads the part; `asks` is the decision that names authorities.
    pub fn public(&mut self, raw: RawPublic, inputs: &[Input], asks: &str) -> Public {
        self.basis("public.basis", &raw.basis);
        self.distinct("public.keeps", raw.keeps.iter().map(|one| one.name()));
        let mut shows = BTreeMap::new();
        for (name, since) in raw.shows {
            let known = Field::ALL.into_iter().find(|field| field.name() == name);
            let Some(field) = known else {
                let names = Field::ALL.map(|field| field.name()).join(", ");
                self.fault(
                    &format!("public.shows.{}", short(&name)),
                    said!("an application has no such field"),
                    said!("Name some of these: {}; answers stand in [public.answers]", names),
                );
                continue;
            };
            shows.insert(field, since);
        }
        for (input, since) in raw.answers {
            if !inputs.iter().any(|known| known.id == input) {
                self.fault(
                    &format!("public.answers.{}", short(&input)),
                    said!("it is no [[input]]"),
                    said!("Name one of those, or take it out"),
                );
            }
            shows.insert(Field::Answer(input), since);
        }
        for (field, since) in &shows {
            self.in_time(field, *since, raw.from);
        }
        if let Some(decision) = &raw.decision {
            self.withholding(decision, asks);
        }
        Public {
            from: raw.from,
            keeps: raw.keeps,
            shows,
            basis: raw.basis,
            decision: raw.decision,
        }
    }

    /// Nothing is told of what does not stand there yet, and conditions are those of a permit.
    fn in_time(&mut self, field: &Field, since: Since, from: Since) {
        let key = || match field {
            Field::Answer(input) => format!("public.answers.{input}"),
            field => format!("public.shows.{field}"),
        };
        if since < from {
            self.fault(
                &key(),
                said!("it is earlier than the application stands in the register"),
                said!("Write {}, or a later step", from.name()),
            );
        }
        if *field == Field::Conditions && since != Since::Granted {
            self.fault(
                &key(),
                said!("conditions are those of a permit"),
                said!("Write {}", Since::Granted.name()),
            );
        }
    }

    fn withholding(&mut self, decision: &str, asks: &str) {
        self.line("public.decision", decision, LONGEST_NAME);
        if decision == asks {
            let what = said!("the decision “{}” names the authorities", short(decision));
            self.fault("public.decision", what, said!("Name another decision"));
        } else if decision.contains('/') {
            let what = said!("the id “{}” has a /, by which rules are cited", short(decision));
            self.fault("public.decision", what, said!("Give it another id"));
        }
    }
}
