//! An organiser shows that a condition of the permit is kept.

use super::sent::reason;
use super::{ActPage, Asking, Called, OfPermit};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::ShowKept;
use desk::{Fault, FieldFault};

const DOCUMENTS: &str = "proof-documents";

impl ActPage for ShowKept {
    type On = OfPermit;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/conditions/{condition}/proof";

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-show-kept",
            what: "act-show-kept-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let words = entering.lines("proof-words", "field-proof-words", 2_000);
        let documents = asking.condition.map(|one| one.documents.clone());
        let documents = documents.filter(|all| !all.is_empty());
        let documents = documents.map(|all| entering.choice(DOCUMENTS, "field-proof-documents", all));
        let documents = documents.map(|field| field.several().into());
        [words.into()].into_iter().chain(documents).collect()
    }

    fn read(OfPermit(authority, number): OfPermit, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let chosen = typed.all(DOCUMENTS).into_iter().map(str::parse);
        let documents = chosen.collect::<Result<_, _>>();
        let documents = documents.map_err(|_| vec![FieldFault::plain(DOCUMENTS, "not-one-of")]);
        match (reason(typed, "proof-words"), documents) {
            (Ok(words), Ok(documents)) => Ok(ShowKept {
                authority,
                number,
                words,
                documents,
            }),
            (Ok(_), Err(faults)) => Err(Fault::Invalid(faults)),
            (Err(fault), _) => Err(fault),
        }
    }
}
