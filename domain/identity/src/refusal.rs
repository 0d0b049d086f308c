//! Why something was not done to a person's or an organisation's record: one variant per reason.

use act::{AuthorityId, Detail, Refusal, Role};

/// Why an act on a person or an organisation was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityRefusal {
    /// The role does not do this.
    NotYourRole {
        /// The role acted in.
        role: Role,
        /// The roles that may.
        allowed: &'static [Role],
    },
    /// It is registered already.
    AlreadyRegistered,
    /// Another organisation is this authority already; referrals go to one.
    AuthorityTaken {
        /// Which authority.
        authority: AuthorityId,
        /// The name of the organisation that is it.
        by: String,
    },
    /// The organisation is not this authority.
    NotThatAuthority {
        /// Which authority.
        authority: AuthorityId,
    },
    /// Applications that are not concluded lie with the organisation as this authority.
    AuthorityAtWork {
        /// Which authority.
        authority: AuthorityId,
        /// How many applications.
        pending: usize,
    },
    /// There is no such organisation.
    NotRegistered,
    /// The organisation has this post already.
    PostExists,
    /// The organisation has no such post.
    NoSuchPost,
    /// The person holds this post at that time already.
    AlreadyHoldsPost,
    /// The person holds no such post whose end is not known.
    DoesNotHoldPost,
    /// The end lies before the beginning.
    EndsBeforeItBegins,
    /// The person has the role already.
    RoleAlreadyHeld {
        /// Which role.
        role: Role,
    },
    /// The person does not have the role.
    RoleNotHeld {
        /// Which role.
        role: Role,
    },
    /// In this role one is not stood in for.
    NotDelegable {
        /// Which role.
        role: Role,
    },
    /// The deputy has the role already.
    DeputyHoldsRole {
        /// Which role.
        role: Role,
    },
    /// The deputy acts for the organisation in no role.
    DeputyFromOutside,
    /// The deputy acts for the organisation in no role from which one stands in for another.
    DeputyInAnotherRole {
        /// The roles from which one does.
        allowed: &'static [Role],
    },
    /// All of it would lie in the past.
    DelegationInThePast,
    /// It would last longer than one is stood in for.
    DelegationTooLong {
        /// The most days.
        most: i64,
    },
    /// The same person stands in for the same one at that time already.
    DelegatedAlready,
    /// The organisation has no such delegation.
    NoSuchDelegation,
    /// It is over, or was ended.
    DelegationIsOver,
    /// Whoever stands in for another lets nobody stand in.
    StandsIn,
    /// It is another organisation's.
    AnotherOrganisation,
    /// A decider says it for nobody else.
    NotForAnother,
    /// Nobody makes a deputy of themselves.
    NotOneself,
    /// An operator does not take away the operator's role from itself, so that one always remains.
    OwnOperatorRole,
}

impl Refusal for IdentityRefusal {
    act::codes! {
        NotYourRole = "not-your-role",
        AlreadyRegistered = "already-registered",
        AuthorityTaken = "authority-taken",
        NotThatAuthority = "not-that-authority",
        AuthorityAtWork = "authority-at-work",
        NotRegistered = "not-registered",
        PostExists = "post-exists",
        NoSuchPost = "no-such-post",
        AlreadyHoldsPost = "already-holds-post",
        DoesNotHoldPost = "does-not-hold-post",
        EndsBeforeItBegins = "ends-before-it-begins",
        RoleAlreadyHeld = "role-already-held",
        RoleNotHeld = "role-not-held",
        NotDelegable = "not-delegable",
        DeputyHoldsRole = "deputy-holds-role",
        DeputyFromOutside = "deputy-from-outside",
        DeputyInAnotherRole = "deputy-in-another-role",
        DelegationInThePast = "delegation-in-the-past",
        DelegationTooLong = "delegation-too-long",
        DelegatedAlready = "delegated-already",
        NoSuchDelegation = "no-such-delegation",
        DelegationIsOver = "delegation-is-over",
        StandsIn = "stands-in",
        AnotherOrganisation = "another-organisation",
        NotForAnother = "not-for-another",
        NotOneself = "not-oneself",
        OwnOperatorRole = "own-operator-role",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            IdentityRefusal::NotYourRole { role, allowed } => vec![
                ("role", Detail::role(*role)),
                ("allowed", Detail::any_role(allowed)),
            ],
            IdentityRefusal::AuthorityTaken { authority, by } => vec![
                ("authority", Detail::Authority(authority.clone())),
                ("by", Detail::Text(by.clone())),
            ],
            IdentityRefusal::NotThatAuthority { authority } => {
                vec![("authority", Detail::Authority(authority.clone()))]
            }
            IdentityRefusal::AuthorityAtWork { authority, pending } => vec![
                ("authority", Detail::Authority(authority.clone())),
                (
                    "pending",
                    Detail::Number(i64::try_from(*pending).unwrap_or(i64::MAX)),
                ),
            ],
            IdentityRefusal::RoleAlreadyHeld { role }
            | IdentityRefusal::RoleNotHeld { role }
            | IdentityRefusal::NotDelegable { role }
            | IdentityRefusal::DeputyHoldsRole { role } => vec![("role", Detail::role(*role))],
            IdentityRefusal::DeputyInAnotherRole { allowed } => {
                vec![("allowed", Detail::any_role(allowed))]
            }
            IdentityRefusal::DelegationTooLong { most } => vec![("most", Detail::Number(*most))],
            _ => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            IdentityRefusal::PostExists
            | IdentityRefusal::NoSuchPost
            | IdentityRefusal::AlreadyHoldsPost
            | IdentityRefusal::DoesNotHoldPost => Some("post"),
            IdentityRefusal::EndsBeforeItBegins
            | IdentityRefusal::DelegationInThePast
            | IdentityRefusal::DelegationTooLong { .. } => Some("until"),
            IdentityRefusal::DeputyHoldsRole { .. }
            | IdentityRefusal::DeputyFromOutside
            | IdentityRefusal::DeputyInAnotherRole { .. }
            | IdentityRefusal::NotOneself
            | IdentityRefusal::DelegatedAlready => Some("to"),
            IdentityRefusal::RoleAlreadyHeld { .. }
            | IdentityRefusal::RoleNotHeld { .. }
            | IdentityRefusal::NotDelegable { .. }
            | IdentityRefusal::NotForAnother
            | IdentityRefusal::OwnOperatorRole => Some("role"),
            IdentityRefusal::AuthorityTaken { .. }
            | IdentityRefusal::NotThatAuthority { .. }
            | IdentityRefusal::AuthorityAtWork { .. } => Some("authority"),
            _ => None,
        }
    }
}
