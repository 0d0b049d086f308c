//! Who acts, in which organisation and role, by what authority, and at which instant.

use crate::{AdviceId, OrganisationId, PersonId, PostId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a person may do in an organisation. A person may hold several roles; one is chosen per act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Applies for events on behalf of its organisation.
    Applicant,
    /// Applies and answers for an organiser that appointed it.
    Agent,
    /// Reviews referrals of its authority: may begin a review and ask questions.
    Officer,
    /// Decides its authority's referrals, and may do all that an officer may.
    Decider,
    /// Validates applications, follows every referral and issues the permit, for the lead authority.
    Coordinator,
    /// Records meetings from their sources, and follows requests and commitments.
    DeskOfficer,
    /// Publishes the rulebook.
    RuleMaker,
    /// Reads everything, changes nothing.
    Auditor,
    /// Runs the installation: people, organisations, backup.
    Operator,
}

impl Role {
    /// Every role, in the order in which they are listed to people.
    pub const ALL: [Role; 9] = [
        Role::Applicant,
        Role::Agent,
        Role::Officer,
        Role::Decider,
        Role::Coordinator,
        Role::DeskOfficer,
        Role::RuleMaker,
        Role::Auditor,
        Role::Operator,
    ];

    /// The role's stable name, as stored and as used in Fluent ids (`role-desk-officer`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Role::Applicant => "applicant",
            Role::Agent => "agent",
            Role::Officer => "officer",
            Role::Decider => "decider",
            Role::Coordinator => "coordinator",
            Role::DeskOfficer => "desk-officer",
            Role::RuleMaker => "rule-maker",
            Role::Auditor => "auditor",
            Role::Operator => "operator",
        }
    }

    /// The role of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// By what right the actor may do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "by")]
pub enum AuthorityToAct {
    /// The role itself.
    Role,
    /// The post the person holds at that instant.
    Post {
        /// The post held.
        post: PostId,
    },
    /// Another's role, in whose place the person stands for a time.
    Delegation {
        /// The number that the delegation has in the organisation acted for, by which it is found there.
        number: u32,
        /// Who holds the role.
        of: PersonId,
        /// From when.
        from: Timestamp,
        /// Until when; at this instant it is over.
        until: Timestamp,
    },
    /// A link that somebody without an account was sent. Who that is stands in the fact, by name and office.
    Link {
        /// What was asked for by it.
        advice: AdviceId,
    },
    /// The program itself, where a rule and not a person is the cause (referral by rulebook, set-up).
    Rule,
}

/// The one who acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The person.
    pub person: PersonId,
    /// The organisation in whose name the person acts.
    pub organisation: OrganisationId,
    /// The role held there.
    pub role: Role,
    /// By what right.
    pub authority: AuthorityToAct,
}

impl Actor {
    /// The program itself, in the name of an organisation: what a rule causes, and nobody does by hand.
    #[must_use]
    pub fn rule(organisation: OrganisationId) -> Actor {
        Actor {
            person: PersonId::of(0),
            organisation,
            role: Role::Operator,
            authority: AuthorityToAct::Rule,
        }
    }

    /// Whoever holds a link, in the case of those who sent it: no person that is known here, and in no role that does anything else.
    #[must_use]
    pub fn by_link(organisation: OrganisationId, advice: AdviceId) -> Actor {
        Actor {
            person: PersonId::of(0),
            organisation,
            role: Role::Operator,
            authority: AuthorityToAct::Link { advice },
        }
    }

    /// Whether it is [`Actor::rule`].
    #[must_use]
    pub fn is_rule(&self) -> bool {
        self.person == PersonId::of(0) && self.authority == AuthorityToAct::Rule
    }

    /// In whose place the actor stands, if in anyone's.
    #[must_use]
    pub fn stands_in_for(&self) -> Option<PersonId> {
        match self.authority {
            AuthorityToAct::Delegation { of, .. } => Some(of),
            _ => None,
        }
    }
}

/// Who acts and when: all that an act knows of the world beyond the state it is decided on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The one who acts.
    pub actor: Actor,
    /// The instant at which the act is done.
    pub at: Timestamp,
}

impl Context {
    /// When what the actor acts by was over, if it was at this instant: whoever stands in for another does so for a time.
    #[must_use]
    pub fn lapsed(&self) -> Option<Timestamp> {
        match self.actor.authority {
            AuthorityToAct::Delegation { until, .. } => (self.at >= until).then_some(until),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_the_name_it_is_stored_under() {
        for role in Role::ALL {
            assert_eq!(Role::named(role.name()), Some(role));
            assert_eq!(
                serde_json::to_string(&role).unwrap(),
                format!("\"{}\"", role.name())
            );
        }
        assert_eq!(Role::named("minister"), None);
    }
    /// The form is in facts, and is kept for ever.
    #[test]
    fn by_what_right_somebody_acts_is_written_in_one_form() {
        let check = |right: AuthorityToAct, written: &str| {
            assert_eq!(serde_json::to_string(&right).unwrap(), written);
            assert_eq!(serde_json::from_str::<AuthorityToAct>(written).unwrap(), right);
        };
        check(AuthorityToAct::Role, r#"{"by":"role"}"#);
        check(AuthorityToAct::Rule, r#"{"by":"rule"}"#);
        check(
            AuthorityToAct::Link {
                advice: AdviceId::of(7),
            },
            r#"{"by":"link","advice":"00000000-0000-0000-0000-000000000007"}"#,
        );
        check(
            AuthorityToAct::Delegation {
                number: 3,
                of: PersonId::of(7),
                from: "2023-08-23T17:00:00Z".parse().unwrap(),
                until: "2023-08-25T17:00:00Z".parse().unwrap(),
            },
            concat!(
                r#"{"by":"delegation","number":3,"of":"00000000-0000-0000-0000-000000000007","#,
                r#""from":"2023-08-23T17:00:00Z","until":"2023-08-25T17:00:00Z"}"#
            ),
        );
    }
}
