//! A person, folded from its facts.

use crate::Names;
use act::{PersonId, Recorded, State};
use serde::{Deserialize, Serialize};

/// What can have happened to the record of a person. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum PersonFact {
    /// The person became known here.
    Registered {
        /// The person.
        person: PersonId,
        /// The person's name in each language known.
        names: Names,
    },
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The id; none before registration.
    pub id: Option<PersonId>,
    /// The name; none before registration.
    pub names: Option<Names>,
}

impl Person {
    /// The name for a reader of this language; empty before registration.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        self.names
            .as_ref()
            .map_or("", |names| names.in_language(language))
    }
}

impl State for Person {
    type Fact = PersonFact;

    fn evolve(&mut self, recorded: &Recorded<PersonFact>) {
        match &recorded.fact {
            PersonFact::Registered { person, names } => {
                self.id = Some(*person);
                self.names = Some(names.clone());
            }
        }
    }
}
