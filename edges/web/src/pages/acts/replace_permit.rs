//! The lead issues the permit anew, with the conditions as they are now.

use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::demands::{self, condition_with_when, told};
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::wording::short_name;
use act::AuthorityId;
use clearance::acts::ReplacePermit;
use clearance::{Condition, Referral};
use desk::Fault;

const REASONS: &str = "replacing-reasons";

impl ActPage for ReplacePermit {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/replacement";
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-replace",
            what: "act-replace-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let reasons = entering.lines(REASONS, "field-replacing-reasons", 2_000);
        vec![reasons.hint(t.get("hint-replacing-reasons")).into()]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = reason(typed, REASONS)?;
        Ok(ReplacePermit { reasons })
    }
}

/// A condition with who demands it.
fn demanded(saying: &Saying<'_>, authority: &AuthorityId, condition: &Condition) -> String {
    let (t, application) = (saying.t, saying.application());
    let referral = application.referrals.get(authority);
    let name = referral.map(|one| short_name(saying.site, t, application, one));
    let said = [
        (
            "condition",
            condition_with_when(t, condition, &told(saying.site, application)).into(),
        ),
        ("authority", name.unwrap_or_default().into()),
    ];
    t.with("confirm-condition", said)
}

/// Which conditions stay, with what was done about them; which are new and are to be shown anew; and which fall away.
fn conditions(saying: &Saying<'_>) -> Vec<Row> {
    let application = saying.application();
    let departures = application.departures();
    let gone = departures.iter().flat_map(|one| &one.gone);
    let gone: Vec<_> = gone
        .map(|one| demanded(saying, one.authority, &one.condition))
        .collect();
    let new = departures
        .iter()
        .flat_map(|of| of.new.iter().map(|one| demanded(saying, of.authority, one)));
    let falls = |number, authority: &AuthorityId| {
        let mut all = departures.iter().flat_map(|one| &one.gone);
        all.any(|one| one.number == number && one.authority == authority)
    };
    let permit = application.permit.iter();
    let stays = permit
        .flat_map(clearance::Permit::conditions)
        .filter(|one| !falls(one.number, one.authority))
        .map(|one| {
            let kept = saying.t.get(&format!("kept-tag-{}", one.kept().name()));
            let demanded = demanded(saying, one.authority, &one.condition);
            let said = [("condition", demanded.into()), ("kept", kept.into())];
            saying.t.with("confirm-replacing-stays-as", said)
        });
    let rows = [
        ("confirm-replacing-stays", stays.collect()),
        ("confirm-replacing-new", new.collect()),
        ("confirm-replacing-gone", gone),
    ];
    let rows = rows
        .into_iter()
        .filter(|(_, all): &(_, Vec<String>)| !all.is_empty());
    rows.map(|(id, all)| Row::numbered(saying.t.get(id), all))
        .collect()
}

fn said(replace: &ReplacePermit, saying: &Saying<'_>) -> Option<Words> {
    let (t, application) = (saying.t, saying.application());
    let earlier = application.permit.as_ref()?.content.permit.as_str();
    let mut rows = vec![saying.row("paper-reference", earlier)];
    rows.extend(saying.event());
    rows.push(saying.row("field-replacing-reasons", replace.reasons.to_string()));
    rows.extend(conditions(saying));
    let set = || application.referrals.values().flat_map(Referral::conditions);
    let printed: String = set().map(|one| one.text.as_str()).collect();
    let mut follows = vec![t.one("confirm-replacing-holds", "permit", earlier)];
    follows.extend(demands::otherwise(t, application, set()));
    follows.extend(saying.unprintable(&printed));
    follows.extend(saying.follows(&["confirm-replacing-paper", "confirm-replacing-shown"]));
    Some(Words {
        title: "confirm-replacing-title",
        here: Here::Permit,
        rows,
        follows,
        button: "act-replace",
        kind: "",
        field: Some(REASONS),
    })
}
