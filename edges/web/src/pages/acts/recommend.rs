//! A reviewer recommends to the own authority how to decide: the form of a decision, of which nothing follows by itself.

use super::decide;
use super::seal::{OF_DECISION, Seals};
use super::{ActPage, Asking, Called, Library};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use act::AuthorityId;
use clearance::acts::Recommend;
use desk::Fault;

impl ActPage for Recommend {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/recommendation";
    const SETS_CONDITIONS: bool = true;
    const SEALS: Option<Seals> = Some(OF_DECISION);

    fn called(asking: &Asking<'_>) -> Called {
        Called {
            title: if asking.advises {
                "act-recommend-advice"
            } else {
                "act-recommend"
            },
            what: "act-recommend-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        decide::filled_in_and_sealed(asking)
    }

    fn read(authority: AuthorityId, typed: &Typed, t: Text) -> Result<Self, Fault> {
        Self::read_with(authority, typed, t, &Library::default())
    }

    fn read_with(authority: AuthorityId, typed: &Typed, t: Text, library: &Library) -> Result<Self, Fault> {
        Ok(Recommend {
            authority,
            decision: decide::decision(t, typed, library)?,
            reasons: OF_DECISION.optional(typed)?,
        })
    }
}
