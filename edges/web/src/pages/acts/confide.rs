//! Somebody says who reads a piece of the case: few, others than before, or all who read the case.

use super::filled::{not_chosen, of, whole};
use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::{Entering, Field};
use crate::parts::Choice;
use crate::select::SelectField;
use act::AuthorityId;
use clearance::Piece;
use clearance::acts::Confide;
use desk::{Fault, FieldFault};

const PIECE: &str = "piece";
/// The authorities that are named, and why.
const AMONG: &str = "confided-among";
const REASONS: &str = "confided-reasons";
const READERS: Readers = Readers {
    to: "confided-to",
    among: AMONG,
};

/// The fields in which it is said who reads something.
pub(super) struct Readers {
    /// Few, or all who read the case.
    pub to: &'static str,
    /// Which authorities, of few.
    pub among: &'static str,
}

impl ActPage for Confide {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/confidences";
    const FOLDED: bool = true;
    const FIELDS: &'static [(&'static str, &'static str)] = &[("authority", AMONG)];
    const AFTER: Option<&'static str> = Some("#confided");

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
        let reasons = entering.lines(REASONS, "field-confided-reasons", 2_000);
        let [to, among] = READERS.fields(entering, &case.readers);
        vec![
            piece.into(),
            to,
            among,
            reasons.hint(t.get("hint-confided-reasons")).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let piece = piece(typed).map_err(|fault| faults.push(fault)).ok();
        let among = READERS.among(typed).map_err(|fault| faults.push(fault)).ok();
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

impl Readers {
    pub(super) const FEW: &'static str = "few";
    pub(super) const ALL: &'static str = "all";

    pub(super) fn fields(&self, entering: Entering<'_>, readers: &[Choice]) -> [Field; 2] {
        let to = entering.named(
            self.to,
            "field-confided-to",
            "confided-to",
            &[Self::FEW, Self::ALL],
        );
        let among = entering.choice(self.among, "field-confided-among", readers.to_vec());
        let hint = entering.t.get("hint-confided-among");
        [to.into(), among.several().hint(hint).into()]
    }

    /// The authorities that are named; none where all are to read it. Whoever names some and says that all read it is asked which is meant.
    pub(super) fn among(&self, typed: &Typed) -> Result<Option<Vec<AuthorityId>>, FieldFault> {
        let named = typed.all(self.among);
        match typed.get(self.to) {
            Self::FEW => {
                let named = named.into_iter().map(str::parse).collect::<Result<_, _>>();
                named
                    .map(Some)
                    .map_err(|_| FieldFault::plain(self.among, "not-one-of"))
            }
            Self::ALL if named.is_empty() => Ok(None),
            Self::ALL => Err(FieldFault::plain(self.among, "confided-to-all")),
            _ => Err(not_chosen(typed, self.to)),
        }
    }
}
