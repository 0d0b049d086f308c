//! An organisation, its posts, who held them, and the roles in which people act for it, folded from its facts.

use crate::delegation::DEPUTIES;
use crate::when::not_after;
use crate::{Delegation, Names, When};
use act::{AuthorityId, Context, OrganisationId, PersonId, PostId, Reason, Recorded, Role, State, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What sort of organisation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// An association or another body of private law.
    Association,
    /// An embassy, a consulate or another mission of a state.
    Mission,
    /// A ministry.
    Ministry,
    /// A municipality, a province or a district.
    Municipality,
    /// A police force.
    Police,
    /// A government as a whole, or its head's office.
    Government,
    /// An institute, a university or an academy.
    Institute,
    /// Anything else.
    Other,
}

impl OrganisationKind {
    /// Every kind, in the order in which they are listed to people.
    pub const ALL: [OrganisationKind; 8] = [
        OrganisationKind::Association,
        OrganisationKind::Mission,
        OrganisationKind::Ministry,
        OrganisationKind::Municipality,
        OrganisationKind::Police,
        OrganisationKind::Government,
        OrganisationKind::Institute,
        OrganisationKind::Other,
    ];

    /// The stable name, as stored and as used in Fluent ids (`organisation-kind-mission`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            OrganisationKind::Association => "association",
            OrganisationKind::Mission => "mission",
            OrganisationKind::Ministry => "ministry",
            OrganisationKind::Municipality => "municipality",
            OrganisationKind::Police => "police",
            OrganisationKind::Government => "government",
            OrganisationKind::Institute => "institute",
            OrganisationKind::Other => "other",
        }
    }

    /// The kind of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<OrganisationKind> {
        OrganisationKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What can have happened to an organisation. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum OrganisationFact {
    /// The organisation became known here.
    Registered {
        /// The organisation.
        organisation: OrganisationId,
        /// Its name in each language known.
        names: Names,
        /// What sort it is.
        kind: OrganisationKind,
        /// Which authority of a rulebook it is, if it is one: referrals to that authority come to it.
        authority: Option<AuthorityId>,
    },
    /// There is such a post in it.
    PostCreated {
        /// The post.
        post: PostId,
        /// The post's title in each language known.
        names: Names,
    },
    /// A person holds, or held, a post.
    MembershipBegan {
        /// Who.
        person: PersonId,
        /// Which post.
        post: PostId,
        /// Since when.
        from: When,
        /// Until when; unknown also while it lasts.
        until: When,
    },
    /// A membership whose end was not known ended.
    MembershipEnded {
        /// Who.
        person: PersonId,
        /// Which post.
        post: PostId,
        /// When.
        until: When,
    },
    /// A person may act in this role for it.
    RoleGranted {
        /// Who.
        person: PersonId,
        /// In which role.
        role: Role,
    },
    /// A person may no longer.
    RoleWithdrawn {
        /// Who.
        person: PersonId,
        /// In which role.
        role: Role,
    },
    /// One who works there stands in for another who holds a role.
    Delegated {
        /// In which role.
        role: Role,
        /// Who holds it.
        of: PersonId,
        /// Who stands in.
        to: PersonId,
        /// From when.
        from: Timestamp,
        /// Until when; at this instant it is over.
        until: Timestamp,
        /// Why, or what orders it.
        reason: Reason,
    },
    /// That was ended before its time.
    DelegationEnded {
        /// Which: its number in the organisation.
        delegation: u32,
    },
    /// It is not that authority, and never should have been.
    AuthorityWithdrawn {
        /// Which authority.
        authority: AuthorityId,
    },
}

/// A post held by a person from some day until another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Who.
    pub person: PersonId,
    /// Which post.
    pub post: PostId,
    /// Since when.
    pub from: When,
    /// Until when; unknown also while it lasts.
    pub until: When,
}

impl Membership {
    /// Whether it can have been held on a day meant by `on`.
    #[must_use]
    pub fn held(&self, on: &When) -> bool {
        not_after(self.from.earliest(), on.latest()) && not_after(on.earliest(), self.until.latest())
    }

    /// Whether its end is not known: it may still last.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.until.latest().is_none()
    }

    /// Whether some day lies in both for certain.
    pub(crate) fn meets(&self, other: &Membership) -> bool {
        let begun_by = |from: &When, until: &When| match (from.latest(), until.earliest()) {
            (Some(from), Some(until)) => from <= until,
            _ => false,
        };
        begun_by(&self.from, &other.until) && begun_by(&other.from, &self.until)
    }
}

/// An organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// The id; none before registration.
    pub id: Option<OrganisationId>,
    /// The name; none before registration.
    pub names: Option<Names>,
    /// What sort it is; none before registration.
    pub kind: Option<OrganisationKind>,
    /// Which authority of a rulebook it is, if it is one.
    pub authority: Option<AuthorityId>,
    /// Its posts with their titles.
    pub posts: BTreeMap<PostId, Names>,
    /// Who held them, in the order in which it was recorded.
    pub memberships: Vec<Membership>,
    /// Who may act for it, in which roles, and since when.
    pub roles: BTreeMap<PersonId, BTreeMap<Role, Timestamp>>,
    /// Who stood, stands or will stand in for whom, in the order in which it was set.
    #[serde(default)]
    pub delegations: Vec<Delegation>,
}

impl Organisation {
    /// The name for a reader of this language; empty before registration.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        self.names
            .as_ref()
            .map_or("", |names| names.in_language(language))
    }

    /// The posts that a person can have held on a day meant by `on`, each once, in the order in which the
    /// memberships were recorded. Where a bound is not known the post is among them.
    #[must_use]
    pub fn posts_held(&self, person: PersonId, on: &When) -> Vec<PostId> {
        let mut posts = vec![];
        for membership in &self.memberships {
            if membership.person == person && membership.held(on) && !posts.contains(&membership.post) {
                posts.push(membership.post);
            }
        }
        posts
    }

    /// Whether a person may act for it in a role.
    #[must_use]
    pub fn holds_role(&self, person: PersonId, role: Role) -> bool {
        self.roles
            .get(&person)
            .is_some_and(|roles| roles.contains_key(&role))
    }

    /// Whether a person acts for it in a role from which one may stand in for another.
    #[must_use]
    pub fn may_stand_in(&self, person: PersonId) -> bool {
        DEPUTIES.iter().any(|role| self.holds_role(person, *role))
    }

    /// A delegation by its number.
    #[must_use]
    pub fn delegation(&self, number: u32) -> Option<&Delegation> {
        self.delegations.iter().find(|one| one.number == number)
    }

    /// Those who may be stood in for in a role, in the order of their ids.
    pub fn holders(&self, role: Role) -> impl Iterator<Item = PersonId> {
        let held = self
            .roles
            .iter()
            .filter(move |(_, roles)| roles.contains_key(&role));
        held.map(|(person, _)| *person)
    }

    /// What comes of a fact that says who may act.
    fn evolve_rights(&mut self, fact: OrganisationFact, by: &Context) {
        match fact {
            OrganisationFact::RoleGranted { person, role } => {
                let roles = self.roles.entry(person).or_default();
                roles.insert(role, by.at);
            }
            OrganisationFact::RoleWithdrawn { person, role } => {
                if let Some(roles) = self.roles.get_mut(&person) {
                    roles.remove(&role);
                    if roles.is_empty() {
                        self.roles.remove(&person);
                    }
                }
                self.end_delegations(person, role, by);
            }
            OrganisationFact::Delegated {
                role,
                of,
                to,
                from,
                until,
                reason,
            } => {
                let number = u32::try_from(self.delegations.len() + 1).unwrap_or(u32::MAX);
                self.delegations.push(Delegation {
                    number,
                    role,
                    of,
                    to,
                    from,
                    until,
                    reason,
                    set: by.clone(),
                    ended: None,
                });
            }
            OrganisationFact::DelegationEnded { delegation } => {
                if let Some(one) = self.delegations.iter_mut().find(|one| one.number == delegation) {
                    one.ended = Some(by.clone());
                }
            }
            _ => {}
        }
    }

    /// With a role goes what others do in its holder's place; and with the last role from which one stands in
    /// for another, what its holder does in anyone's.
    fn end_delegations(&mut self, person: PersonId, role: Role, by: &Context) {
        let may = self.may_stand_in(person);
        for one in &mut self.delegations {
            let without = one.of == person && one.role == role || one.to == person && !may;
            if without && one.ended.is_none() && by.at < one.until {
                one.ended = Some(by.clone());
            }
        }
    }
}

impl State for Organisation {
    type Fact = OrganisationFact;

    fn evolve(&mut self, recorded: &Recorded<OrganisationFact>) {
        match recorded.fact.clone() {
            OrganisationFact::Registered {
                organisation,
                names,
                kind,
                authority,
            } => {
                self.id = Some(organisation);
                self.names = Some(names);
                self.kind = Some(kind);
                self.authority = authority;
            }
            OrganisationFact::AuthorityWithdrawn { .. } => self.authority = None,
            OrganisationFact::PostCreated { post, names } => {
                self.posts.insert(post, names);
            }
            OrganisationFact::MembershipBegan {
                person,
                post,
                from,
                until,
            } => {
                self.memberships.push(Membership {
                    person,
                    post,
                    from,
                    until,
                });
            }
            OrganisationFact::MembershipEnded { person, post, until } => {
                let mut open = self.memberships.iter_mut().rev();
                if let Some(one) = open.find(|one| one.person == person && one.post == post && one.is_open())
                {
                    one.until = until;
                }
            }
            right @ (OrganisationFact::RoleGranted { .. }
            | OrganisationFact::RoleWithdrawn { .. }
            | OrganisationFact::Delegated { .. }
            | OrganisationFact::DelegationEnded { .. }) => self.evolve_rights(right, &recorded.by),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_organisation_is_found_by_the_name_that_is_stored() {
        for kind in OrganisationKind::ALL {
            assert_eq!(OrganisationKind::named(kind.name()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        assert_eq!(OrganisationKind::named("Ministry"), None);
    }

    #[test]
    fn memberships_meet_on_a_day_that_lies_in_both() {
        let held = |from: &str, until: Option<&str>| Membership {
            person: PersonId::of(1),
            post: PostId::of(2),
            from: When::On(from.parse().unwrap()),
            until: until.map_or(When::Unknown, |day| When::On(day.parse().unwrap())),
        };
        let check = |one: &Membership, other: &Membership, meet: bool| {
            assert_eq!(
                (one.meets(other), other.meets(one)),
                (meet, meet),
                "{one:?} {other:?}"
            );
        };
        let first = held("2020-01-01", Some("2021-06-30"));
        check(&first, &held("2021-07-01", Some("2022-01-01")), false);
        check(&first, &held("2021-06-30", Some("2022-01-01")), true);
        check(&first, &held("2020-02-01", Some("2020-03-01")), true);
        // Of one that is not known to have ended no day after its first is certain.
        check(&first, &held("2019-01-01", None), false);
    }
}
