//! The lead stops the permit.

use super::saying::{Saying, Words};
use super::seal::Seals;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::parts::FieldKind;
use act::Date;
use clearance::acts::SuspendPermit;
use desk::{Fault, FieldFault};

const REASONS: &str = "suspension-reasons";
const SEALS: Seals = Seals {
    reasons: REASONS,
    seal: "suspension-seal",
    ground: "suspension-seal-ground",
    hint: "hint-seal",
};
const UNTIL: &str = "suspension-until";

impl ActPage for SuspendPermit {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/suspension";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;
    const SEALS: Option<Seals> = Some(SEALS);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-suspend",
            what: "act-suspend-what",
            kind: "warning",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let reasons = entering.lines(REASONS, "field-suspension-reasons", 2_000);
        let until = entering
            .line(UNTIL, "field-suspension-until")
            .kind(FieldKind::Day);
        vec![
            reasons.hint(t.get("hint-suspension-reasons")).into(),
            until.hint(t.get("hint-suspension-until")).into(),
            SEALS.fields(entering),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        match (SEALS.read(typed), until(typed)) {
            (Ok(reasons), Ok(until)) => Ok(SuspendPermit { reasons, until }),
            (Err(Fault::Invalid(mut wrong)), Err(fault)) => {
                wrong.push(fault);
                Err(Fault::Invalid(wrong))
            }
            (Err(fault), _) => Err(fault),
            (_, Err(fault)) => Err(Fault::Invalid(vec![fault])),
        }
    }
}

fn until(typed: &Typed) -> Result<Option<Date>, FieldFault> {
    if typed.broken().contains(UNTIL) {
        return Err(FieldFault::plain(UNTIL, "not-utf8"));
    }
    if !typed.given(UNTIL) {
        return Ok(None);
    }
    desk::clearance::day(UNTIL, typed.get(UNTIL)).map(Some)
}

fn said(suspend: &SuspendPermit, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let permit = saying.application().permit.as_ref()?;
    let mut rows = vec![saying.row("paper-reference", permit.content.permit.as_str())];
    rows.extend(saying.event());
    rows.extend(saying.why("field-suspension-reasons", Some(&suspend.reasons)));
    let none = || t.get("suspension-no-day").into_owned();
    let until = suspend.until.map_or_else(none, |day| t.date(day));
    rows.push(saying.row("confirm-suspended-until", until));
    let then = suspend.until.and_then(|day| day.tomorrow().ok());
    let ends = then.map_or_else(
        || t.get("confirm-suspension-open").into_owned(),
        |day| t.one("confirm-suspension-until", "date", t.date(day)),
    );
    let mut follows = saying.follows(&["confirm-suspension-holds", "confirm-suspension-verify"]);
    follows.push(ends);
    follows.extend(saying.follows(&["confirm-suspension-conditions"]));
    follows.extend(saying.who_reads("confirm-sealed-readers", &["hint-suspension-reasons"]));
    Some(Words {
        title: "confirm-suspension-title",
        here: Here::Permit,
        rows,
        follows,
        button: "act-suspend",
        kind: "warning",
        field: Some(REASONS),
    })
}
