//! An organiser says which of the organisers sees to a condition of the permit.

use super::filled::not_chosen;
use super::{ActPage, Asking, Called, OfPermit};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::NameOwner;
use desk::Fault;

const OWNER: &str = "owner";

impl ActPage for NameOwner {
    type On = OfPermit;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/conditions/{condition}/owner";
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-name-owner",
            what: "act-name-owner-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        // Whoever sees to it already is no answer.
        let owner = asking.condition.and_then(|one| one.owner);
        let owner = owner.map(|one| one.to_string());
        let organisers = asking.condition.into_iter().flat_map(|one| &one.organisers);
        let others = organisers.filter(|one| Some(&one.value) != owner.as_ref());
        let others = others.cloned().collect();
        vec![asking.entering.choice(OWNER, "field-owner", others).into()]
    }

    fn read(OfPermit(authority, number): OfPermit, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let organisation = typed.get(OWNER).parse();
        let organisation = organisation.map_err(|_| Fault::Invalid(vec![not_chosen(typed, OWNER)]))?;
        Ok(NameOwner {
            authority,
            number,
            organisation,
        })
    }
}
