//! Who stands in for whom in an organisation, and setting it.

use crate::{Desk, Fault};
use act::{Act, Actor, PersonId, Role};
use identity::acts::{Delegate, EndDelegation, may_delegate};
use identity::{DELEGABLE, Delegation, Names, Organisation, Stands};
use std::collections::{BTreeMap, BTreeSet};

/// Who stands in for whom in the organisation of whoever reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deputies {
    /// What was set, in the order in which it was; each with whether the reader may end it.
    pub delegations: Vec<(Delegation, bool)>,
    /// For whom the reader may let someone stand in, each with the role.
    pub whose: Vec<(Role, PersonId)>,
    /// Who could stand in for one of these, by name.
    pub who: Vec<PersonId>,
    /// What all these are called, as far as it is known.
    pub names: BTreeMap<PersonId, Names>,
}

impl Deputies {
    /// What someone is called for a reader of this language; empty where it is not known.
    #[must_use]
    pub fn name(&self, person: PersonId, language: &str) -> &str {
        self.names
            .get(&person)
            .map_or("", |names| names.in_language(language))
    }
}

impl Desk {
    /// Who stands in for whom in the actor's organisation.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn deputies(&self, actor: &Actor) -> Result<Deputies, Fault> {
        let organisation = self.load::<Organisation>(actor.organisation).await?.state;
        let context = self.context(actor);
        let ends = |one: &Delegation| {
            let end = EndDelegation {
                delegation: one.number,
            };
            end.decide(&organisation, &context).is_ok()
        };
        let delegations = organisation.delegations.iter();
        let delegations: Vec<_> = delegations.map(|one| (one.clone(), ends(one))).collect();
        let mut whose = vec![];
        for &role in DELEGABLE {
            let held = organisation.holders(role);
            let own = held.filter(|person| may_delegate(&organisation, &context, *person).is_ok());
            whose.extend(own.map(|person| (role, person)));
        }
        let set = delegations.iter().flat_map(|(one, _)| [one.of, one.to]);
        let all: BTreeSet<PersonId> = organisation.roles.keys().copied().chain(set).collect();
        let names = self.names_of(all).await?;
        let could = |person: &PersonId| {
            let needs = |(role, _): &(Role, PersonId)| !organisation.holds_role(*person, *role);
            *person != actor.person && organisation.may_stand_in(*person) && whose.iter().any(needs)
        };
        let mut who: Vec<PersonId> = organisation.roles.keys().copied().filter(could).collect();
        who.sort_by_key(|person| {
            names
                .get(person)
                .map(|names| names.in_language("en").to_lowercase())
        });
        Ok(Deputies {
            delegations,
            whose,
            who,
            names,
        })
    }

    /// What runs or will run in the place of whoever acts, and who stands in: nobody acts in somebody's name without their learning of it.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn in_place_of(&self, actor: &Actor) -> Result<Vec<(Delegation, Names)>, Fault> {
        let organisation = self.load::<Organisation>(actor.organisation).await?.state;
        let now = self.now();
        let mut found = vec![];
        for one in organisation.delegations {
            let lasts = matches!(one.stands(now), Stands::Ahead | Stands::Now);
            if one.of != actor.person || !lasts {
                continue;
            }
            let names = self.names_of([one.to]).await?.remove(&one.to);
            found.extend(names.map(|names| (one, names)));
        }
        Ok(found)
    }

    /// Lets someone stand in for another in the actor's organisation.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn delegate(&self, actor: &Actor, act: Delegate) -> Result<(), Fault> {
        self.perform(actor.organisation, &self.context(actor), act)
            .await
            .map(drop)
    }

    /// Whether it would be taken now, without setting it.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn would_delegate(&self, actor: &Actor, act: Delegate) -> Result<(), Fault> {
        let organisation = self.load::<Organisation>(actor.organisation).await?.state;
        crate::desk::decide(&organisation, &self.context(actor), act).map(drop)
    }

    /// Ends a delegation in the actor's organisation: whoever stood in acts in that place no more.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn end_delegation(&self, actor: &Actor, delegation: u32) -> Result<(), Fault> {
        let end = EndDelegation { delegation };
        self.perform(actor.organisation, &self.context(actor), end)
            .await
            .map(drop)
    }
}
