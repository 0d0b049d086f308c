//! An authority that agreed changes its conditions.

use super::decide::{contradicted, numbered};
use super::saying::{Saying, Words};
use super::seal::Seals;
use super::{ActPage, Asking, Called, Library, SaidBefore, conditions};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::wording::full_name;
use act::AuthorityId;
use clearance::acts::ReviseConditions;
use clearance::{Condition, Referral};
use desk::Fault;

const SEALS: Seals = Seals {
    reasons: "revision-reasons",
    seal: "revision-seal",
    ground: "revision-seal-ground",
    hint: "hint-seal",
};

impl ActPage for ReviseConditions {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/conditions";
    const FOLDED: bool = true;
    const SETS_CONDITIONS: bool = true;
    const SEALS: Option<Seals> = Some(SEALS);
    const LEADS: (&'static str, &'static str) = ("act-revise-conditions-for", "#act-revise-conditions");
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-revise-conditions",
            what: "act-revise-conditions-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let none = Library::default();
        let standing = asking.referral.map_or(&[][..], Referral::conditions);
        let library = asking.library.unwrap_or(&none);
        let mut fields = conditions::fields(entering, standing, library);
        let reasons = entering.lines("revision-reasons", "field-revision-reasons", 2_000);
        fields.push(reasons.into());
        fields.push(SEALS.fields(entering));
        fields
    }

    fn read(authority: AuthorityId, typed: &Typed, t: Text) -> Result<Self, Fault> {
        Self::read_with(authority, typed, t, &Library::default())
    }

    fn read_with(authority: AuthorityId, typed: &Typed, t: Text, library: &Library) -> Result<Self, Fault> {
        let faults = |fault| match fault {
            Fault::Invalid(faults) => Ok(faults),
            other => Err(other),
        };
        let read = conditions::read(t, typed, library);
        match (read, SEALS.read(typed)) {
            (Ok(conditions), Ok(reasons)) => Ok(ReviseConditions {
                authority,
                conditions,
                reasons,
            }),
            (Err(first), Err(second)) => Err(Fault::Invalid([faults(first)?, faults(second)?].concat())),
            (Err(fault), _) | (_, Err(fault)) => Err(fault),
        }
    }
}

fn said(revision: &ReviseConditions, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&revision.authority)?;
    let name = full_name(saying.site, t, saying.application(), referral);
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name));
    rows.push(numbered(
        saying,
        "confirm-conditions-before",
        referral.conditions(),
    ));
    rows.push(if revision.conditions.is_empty() {
        saying.row("confirm-conditions-now", t.get("paper-no-conditions"))
    } else {
        numbered(saying, "confirm-conditions-now", &revision.conditions)
    });
    rows.extend(saying.why("field-revision-reasons", Some(&revision.reasons)));
    let printed: String = revision
        .conditions
        .iter()
        .map(|one: &Condition| one.text.as_str())
        .collect();
    let mut follows = contradicted(saying, &revision.authority, &revision.conditions);
    follows.extend(saying.unprintable(&printed));
    follows.extend(saying.who_reads("confirm-sealed-readers", &["confirm-revision-told"]));
    if saying.application().live_permit().is_some() {
        follows.extend(saying.follows(&["confirm-revision-permit"]));
    }
    Some(Words {
        title: "confirm-revision-title",
        here: Here::Decisions,
        rows,
        follows,
        button: "confirm-revision",
        kind: "",
        field: Some("conditions"),
    })
}
