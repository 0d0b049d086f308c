//! Whoever sealed reasons opens them for all who read what they are the reasons of.

use super::saying::{Saying, Words};
use super::{ActPage, Asking, Called, SaidBefore};
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::{Text, sealed};
use clearance::acts::UnsealReasons;
use desk::{Fault, FieldFault};

const SEALED: &str = "sealed";

impl ActPage for UnsealReasons {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/unsealing";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-unseal",
            what: "act-unseal-what",
            kind: "warning",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let which = entering.choice(SEALED, "field-sealed", asking.case.unsealable.clone());
        vec![which.into()]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let code = if typed.given(SEALED) {
            "not-one-of"
        } else {
            "empty"
        };
        let commitment = typed.get(SEALED).parse();
        let commitment = commitment.map_err(|_| Fault::Invalid(vec![FieldFault::plain(SEALED, code)]))?;
        Ok(UnsealReasons {
            commitment,
            opening: None,
        })
    }
}

fn said(unseal: &UnsealReasons, saying: &Saying<'_>) -> Option<Words> {
    let (t, application) = (saying.t, saying.application());
    let one = application.sealed_as(&unseal.commitment)?;
    let words = saying.view.sealed.of(&unseal.commitment)?;
    let mut rows = saying.event();
    rows.push(saying.row("field-sealed", sealed::which(saying.site, t, application, &one)));
    rows.push(saying.row("confirm-unsealed-words", words.to_string()));
    rows.push(saying.row("field-seal-ground", saying.reasons(one.ground)));
    Some(Words {
        title: "confirm-unseal-title",
        here: Here::Application,
        rows,
        follows: saying.follows(&[
            "confirm-unseal-read",
            "confirm-unseal-proven",
            "confirm-unseal-stands",
        ]),
        button: "act-unseal",
        kind: "warning",
        field: Some(SEALED),
    })
}
