//! An authority takes single items of its question back.

use super::{ActPage, Asking, Called, items};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use act::AuthorityId;
use clearance::acts::TakeBackItems;
use desk::{Fault, FieldFault};

impl ActPage for TakeBackItems {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/questions/{number}/items/withdrawal";
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-take-back-items",
            what: "act-take-back-items-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let field = asking.asks.items.taken_back(asking.entering);
        field.into_iter().collect()
    }

    fn read((authority, number): (AuthorityId, u32), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let field = items::back_field(number);
        let chosen = typed.all(&field).into_iter().map(str::parse);
        let fault = |code| Fault::Invalid(vec![FieldFault::plain(&field, code)]);
        let items: Vec<u32> = chosen
            .collect::<Result<_, _>>()
            .map_err(|_| fault("not-one-of"))?;
        if items.is_empty() {
            return Err(fault("items-back-empty"));
        }
        Ok(TakeBackItems {
            authority,
            number,
            items,
        })
    }
}
