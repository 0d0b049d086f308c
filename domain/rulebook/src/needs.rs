//! What comes with the authorities that are asked: each document, fee, condition and distance once, with who asks for it.

use crate::{Authority, Condition, Distance, Document, Fee, Required, Rulebook};
use rust_decimal::Decimal;

/// Something that authorities ask for.
#[derive(Clone, Debug)]
pub struct Needed<'a, T> {
    /// Its id in the rulebook.
    pub id: &'a str,
    /// What it is.
    pub what: T,
    /// Who asks for it, in the rulebook's order.
    pub authorities: Vec<&'a Authority>,
}

/// A safety distance, and how large it is in the case.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// The distance.
    pub distance: &'a Distance,
    /// In metres, where the answer is known and foreseen.
    pub metres: Option<Decimal>,
    /// Whether the answer is larger than is foreseen.
    pub beyond: bool,
}

/// All that comes with the authorities that are asked, in the order in which they ask for it.
#[derive(Clone, Debug)]
pub struct Needs<'a> {
    /// Documents to hand in.
    pub documents: Vec<Needed<'a, &'a Document>>,
    /// Fees to pay.
    pub fees: Vec<Needed<'a, &'a Fee>>,
    /// Conditions to keep.
    pub conditions: Vec<Needed<'a, &'a Condition>>,
    /// Safety distances to keep.
    pub distances: Vec<Needed<'a, Kept<'a>>>,
}

impl Rulebook {
    /// All that comes with these authorities, each thing once.
    #[must_use]
    pub fn needs<'a>(&'a self, asked: &[&'a Required]) -> Needs<'a> {
        let all = self.attachments();
        let ids = |ids: &'a [String]| ids.iter().map(String::as_str).collect();
        Needs {
            documents: self.each(asked, |one| ids(&one.documents), |_, id| all.documents.get(id)),
            fees: self.each(asked, |one| ids(&one.fees), |_, id| all.fees.get(id)),
            conditions: self.each(asked, |one| ids(&one.conditions), |_, id| all.conditions.get(id)),
            distances: self.each(
                asked,
                |one| one.distances.iter().map(|kept| kept.id.as_str()).collect(),
                |one, id| {
                    let distance = all.distances.get(id)?;
                    let kept = one.distances.iter().find(|kept| kept.id == id)?;
                    Some(Kept {
                        distance,
                        metres: kept.metres,
                        beyond: kept.beyond,
                    })
                },
            ),
        }
    }

    fn each<'a, T>(
        &'a self,
        asked: &[&'a Required],
        ids: impl Fn(&'a Required) -> Vec<&'a str>,
        what: impl Fn(&'a Required, &'a str) -> Option<T>,
    ) -> Vec<Needed<'a, T>> {
        let mut all: Vec<Needed<'a, T>> = vec![];
        for &one in asked {
            let Some(authority) = self.authority(&one.authority) else {
                continue;
            };
            for id in ids(one) {
                if let Some(known) = all.iter_mut().find(|known| known.id == id) {
                    known.authorities.push(authority);
                } else if let Some(what) = what(one, id) {
                    let authorities = vec![authority];
                    all.push(Needed {
                        id,
                        what,
                        authorities,
                    });
                }
            }
        }
        all
    }
}
