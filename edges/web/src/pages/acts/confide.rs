//! Somebody says who reads a piece of the case: few, others than before, or all who read the case.

use super::filled::{not_chosen, of, whole};
use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::Choice;
use crate::select::SelectField;
use act::AuthorityId;
use clearance::Piece;
use clearance::acts::Confide;
use desk::{Fault, FieldFault};

const PIECE: &str = "piece";
const TO: &str = "confided-to";
const AMONG: &str = "confided-among";
const REASONS: &str = "confided-reasons";
/// To whom a piece is confided.
const FEW: &str = "few";
const ALL: &str = "all";

impl ActPage for Confide {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/confidences";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] = &[("authority", AMONG)];

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-confide",
            what: "act-confide-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, case) = (asking.entering, asking.case);
        let t = entering.t;
        let choose = Choice::new("", t.get("piece-choose"));
        let pieces = [choose].into_iter().chain(case.pieces.clone()).collect();
        let label = t.get("field-piece").into_owned();
        let piece = SelectField::new(t, PIECE, label, pieces, entering.typed, entering.faults);
        let among = entering.choice(AMONG, "field-confided-among", case.readers.clone());
        let reasons = entering.lines(REASONS, "field-confided-reasons", 2_000);
        vec![
            piece.into(),
            entering.named(TO, "field-confided-to", TO, &[FEW, ALL]).into(),
            among.several().hint(t.get("hint-confided-among")).into(),
            reasons.hint(t.get("hint-confided-reasons")).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let piece = piece(typed).map_err(|fault| faults.push(fault)).ok();
        let among = among(typed).map_err(|fault| faults.push(fault)).ok();
        let reasons = of(reason(typed, REASONS), &mut faults);
        let act = || {
            Some(Confide {
                piece: piece?,
                among: among?,
                reasons: reasons?,
                rules: vec![],
            })
        };
        whole(act(), faults)
    }
}

fn piece(typed: &Typed) -> Result<Piece, FieldFault> {
    typed.get(PIECE).parse().map_err(|_| not_chosen(typed, PIECE))
}

/// The authorities that are named; none where all are to read it. Whoever names some and says that all read it is asked which is meant.
fn among(typed: &Typed) -> Result<Option<Vec<AuthorityId>>, FieldFault> {
    let named = typed.all(AMONG);
    match typed.get(TO) {
        FEW => {
            let named = named.into_iter().map(str::parse).collect::<Result<_, _>>();
            named
                .map(Some)
                .map_err(|_| FieldFault::plain(AMONG, "not-one-of"))
        }
        ALL if named.is_empty() => Ok(None),
        ALL => Err(FieldFault::plain(AMONG, "confided-to-all")),
        _ => Err(not_chosen(typed, TO)),
    }
}
