//! An organiser notes that it appealed.

use super::filled::{of, taken};
use super::{ActPage, Asking, Called};
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::FieldKind;
use crate::{Text, appeals};
use act::Title;
use clearance::acts::NoteAppeal;
use desk::{Fault, FieldFault};

const AGAINST: &str = "appeal-against";
const BODY: &str = "appeal-body";
const LODGED: &str = "appeal-lodged";
const REFERENCE: &str = "appeal-reference";

impl ActPage for NoteAppeal {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/appeals";
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-note-appeal",
            what: "act-note-appeal-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let against = entering.choice(AGAINST, "field-appeal-against", asking.case.appealable.clone());
        let lodged = entering.line(LODGED, "field-appeal-lodged").kind(FieldKind::Day);
        let body = entering.line(BODY, "field-appeal-body");
        vec![
            against.into(),
            body.hint(t.get("hint-appeal-body")).into(),
            lodged.into(),
            entering.line(REFERENCE, "field-appeal-reference").into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let against = appeals::read(typed.get(AGAINST));
        if against.is_none() {
            let code = if typed.given(AGAINST) {
                "not-one-of"
            } else {
                "empty"
            };
            faults.push(FieldFault::plain(AGAINST, code));
        }
        let title = |field: &'static str| {
            move |text: &str| Title::new(text).map_err(|fault| FieldFault::of_text(field, &fault))
        };
        let body = taken(typed, BODY, &mut faults, title(BODY));
        if !typed.given(BODY) {
            faults.push(FieldFault::plain(BODY, "empty"));
        }
        let lodged = desk::clearance::day(LODGED, typed.get(LODGED));
        let lodged = of(lodged.map_err(|fault| Fault::Invalid(vec![fault])), &mut faults);
        let reference = taken(typed, REFERENCE, &mut faults, title(REFERENCE));
        match (against, body, lodged) {
            (Some(against), Some(body), Some(lodged)) if faults.is_empty() => Ok(NoteAppeal {
                against,
                body,
                lodged,
                reference,
            }),
            _ => Err(Fault::Invalid(faults)),
        }
    }
}
