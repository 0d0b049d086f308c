//! An authority says of a letter that was recorded in its name that it does not count.

use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::wording::{full_name, standing_words};
use crate::{Text, letters};
use act::AuthorityId;
use clearance::Referral;
use clearance::acts::DisownLetter;
use desk::Fault;

const REASONS: &str = "disown-reasons";

impl ActPage for DisownLetter {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/letter/disowning";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-disown-letter",
            what: "act-disown-letter-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let reasons = asking.entering.lines(REASONS, "field-disown-reasons", 2_000);
        vec![reasons.into()]
    }

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = reason(typed, REASONS)?;
        Ok(DisownLetter { authority, reasons })
    }
}

fn said(disown: &DisownLetter, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&disown.authority)?;
    let name = full_name(saying.site, t, saying.application(), referral);
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name));
    rows.push(saying.row("field-letter", letters::which(t, referral.letter()?)));
    rows.push(saying.row("letter-said", standing_words(t, referral)));
    rows.push(saying.row("field-disown-reasons", disown.reasons.to_string()));
    let then = saying.then.referrals.get(&disown.authority)?;
    let mut follows = saying.follows(&["confirm-disown-open"]);
    follows.extend(period(saying, then));
    follows.extend(saying.follows(&["confirm-disown-stands", "confirm-told"]));
    Some(Words {
        title: "confirm-disown-title",
        here: Here::Decisions,
        rows,
        follows,
        button: "act-disown-letter",
        kind: "warning",
        field: Some(REASONS),
    })
}

/// Until when its period goes on with what was left of it, or that it was over before; nothing where its clock stands still.
fn period(saying: &Saying<'_>, then: &Referral) -> Option<String> {
    let ends = clearance::reckon(then).ok()?.deadline?;
    let zone = calendar::zone(&then.terms.zone)?;
    let today = saying.view.context.at.to_zoned_datetime(zone).date();
    let id = if ends < today {
        "confirm-disown-late"
    } else {
        "confirm-disown-due"
    };
    Some(saying.t.one(id, "date", saying.t.date(ends)))
}
