//! The lead reminds an authority whose answer it awaits; what is mostly said stands in the form already.

use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::{Entering, Field};
use act::AuthorityId;
use clearance::Referral;
use clearance::acts::Remind;
use desk::Fault;
use jiff::civil::Date;

const WORDS: &str = "reminder";

impl ActPage for Remind {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/reminders";
    const FOLDED: bool = true;
    const LEADS: (&'static str, &'static str) = ("act-remind-for", "#act-remind");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-remind",
            what: "act-remind-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let is_sent = entering.typed.fields().any(|(name, _)| name == WORDS);
        let said = reminder(entering.t, asking.referral, asking.advises, asking.today);
        let template = Typed::default().and(WORDS, said);
        let typed = if is_sent { entering.typed } else { &template };
        let entering = Entering { typed, ..entering };
        vec![entering.lines(WORDS, "field-reminder", 2_000).into()]
    }

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let words = reason(typed, WORDS)?;
        Ok(Remind { authority, words })
    }
}

/// What is mostly said: what is awaited, by when, and what else can be done than decide.
pub(in crate::pages) fn reminder(
    t: Text,
    referral: Option<&Referral>,
    advises: bool,
    today: Option<Date>,
) -> String {
    let clock = referral.map(clearance::reckon);
    let due = clock.and_then(|clock| clock.ok()?.deadline);
    let id = if advises { "advice" } else { "decision" };
    match due {
        Some(due) if today.is_some_and(|today| due < today) => {
            t.one(&format!("reminder-{id}-late"), "date", t.date(due))
        }
        Some(due) => t.one(&format!("reminder-{id}"), "date", t.date(due)),
        None => t.get("reminder-plain").into_owned(),
    }
}
