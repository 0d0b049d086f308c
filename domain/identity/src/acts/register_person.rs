//! Someone becomes known here.

use super::{RECORDERS, role};
use crate::{IdentityRefusal, Names, Person, PersonFact};
use act::{Act, Context, PersonId};

/// Register a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterPerson {
    /// The id that the person will have.
    pub person: PersonId,
    /// The person's name in each language known.
    pub names: Names,
}

impl Act for RegisterPerson {
    type State = Person;
    type Refusal = IdentityRefusal;

    fn decide(self, person: &Person, context: &Context) -> Result<Vec<PersonFact>, IdentityRefusal> {
        role(context, RECORDERS)?;
        if person.id.is_some() {
            return Err(IdentityRefusal::AlreadyRegistered);
        }
        Ok(vec![PersonFact::Registered {
            person: self.person,
            names: self.names,
        }])
    }
}
