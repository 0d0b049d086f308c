//! The lead issues the permit.

use super::saying::{Saying, Words};
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::demands;
use crate::form::Typed;
use crate::pages::check::printed;
use crate::pages::confirm::Row;
use crate::pages::thread::Here;
use crate::position::Seen;
use crate::sealed;
use crate::wording::{full_name, standing_words};
use act::Reason;
use clearance::acts::IssuePermit;
use clearance::{Decided, Referral};
use desk::Fault;

impl ActPage for IssuePermit {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/permit";
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-issue-permit",
            what: "",
            kind: "",
        }
    }

    fn read((): (), _: &Typed, _: Text) -> Result<Self, Fault> {
        Ok(IssuePermit)
    }
}

/// Who agreed: by itself, by letter, or by its silence.
fn agreement(saying: &Saying<'_>, referral: &Referral) -> String {
    let t = saying.t;
    let name = full_name(saying.site, t, saying.application(), referral);
    let dated = referral.letter().map(|letter| letter.dated);
    let (id, date) = match (referral.silent_until(), dated) {
        (Some(ended), _) => ("agreed-by-silence", ended),
        (None, Some(dated)) => ("agreed-by-letter", dated),
        (None, None) => return name,
    };
    t.with(id, [("authority", name.into()), ("date", t.date(date).into())])
}

fn said(_: &IssuePermit, saying: &Saying<'_>) -> Option<Words> {
    let (t, application) = (saying.t, saying.application());
    let mut rows = saying.event();
    let lead = application.lead.as_ref();
    rows.extend(
        lead.map(|lead| saying.row("paper-lead-authority", saying.named.lead(application, &lead.name))),
    );
    let agreed = application.in_order().into_iter();
    let agreed = agreed.filter(|one| !one.advises() && one.standing().agreed());
    let agreed = agreed.map(|one| agreement(saying, one));
    let agreed: Vec<_> = agreed.collect();
    rows.extend(saying.documents());
    rows.push(if agreed.is_empty() {
        saying.row("paper-decisions", t.get("position-no-consent"))
    } else {
        Row::of(t.get("paper-decisions"), agreed)
    });
    rows.extend(advice(saying));
    let conditions = Seen::new(saying.site, t, saying.view).conditions();
    let conditions = conditions.into_iter().map(|one| {
        let demanded = [
            ("condition", one.with_when(t).into()),
            ("authority", one.authority.into()),
        ];
        t.with("confirm-condition", demanded)
    });
    let conditions: Vec<_> = conditions.collect();
    rows.push(if conditions.is_empty() {
        saying.row("field-conditions", t.get("paper-no-conditions"))
    } else {
        Row::numbered(t.get("field-conditions"), conditions)
    });
    let set = application.referrals.values().flat_map(Referral::conditions);
    let otherwise = demands::otherwise(t, application, set);
    let told = saying.follows(&["confirm-permit", "confirm-permit-stands"]);
    let unprintable = saying.unprintable(&all_that_is_printed(saying));
    let follows = advice_to_come(saying)
        .into_iter()
        .chain(otherwise)
        .chain(unprintable);
    Some(Words {
        title: "confirm-permit-title",
        here: Here::Permit,
        rows,
        follows: follows.chain(told).collect(),
        button: "act-issue-permit",
        kind: "",
        field: None,
    })
}

/// Whose advice may still come: its period runs, and the permit would not wait for it.
fn advice_to_come(saying: &Saying<'_>) -> Vec<String> {
    let (t, application) = (saying.t, saying.application());
    let seen = Seen::new(saying.site, t, saying.view);
    let said = |referral: &Referral| {
        let authority = full_name(saying.site, t, application, referral);
        match seen.deadline(referral) {
            Some(due) if due < seen.today => {
                let since = [("authority", authority.into()), ("date", t.date(due).into())];
                t.with("confirm-advice-late", since)
            }
            Some(due) => {
                let until = [("authority", authority.into()), ("date", t.date(due).into())];
                t.with("confirm-advice-runs", until)
            }
            None => t.one("confirm-advice-paused", "authority", authority),
        }
    };
    seen.may_still_advise().into_iter().map(said).collect()
}

/// What people wrote that the permit's paper will say.
fn all_that_is_printed(saying: &Saying<'_>) -> String {
    let application = saying.application();
    let event = application
        .submission
        .iter()
        .map(|one| printed(one, &saying.named));
    let conditions = application.referrals.values().flat_map(Referral::conditions);
    let conditions = conditions.map(|one| one.text.to_string());
    event.chain(conditions).collect()
}

/// Why a consultee advised so; where it sealed that, the words for whoever reads them.
fn advised(saying: &Saying<'_>, decided: &Decided, reasons: &Reason) -> String {
    let sealed = decided.sealed.as_ref();
    let words = sealed.and_then(|one| saying.view.sealed.of(&one.commitment));
    words.map_or_else(|| sealed::said(saying.t, reasons, sealed), ToString::to_string)
}

/// What consultees advised and why, and whose advice is not there yet: the permit does not wait for it, and whoever issues it
/// has read it.
fn advice(saying: &Saying<'_>) -> Option<Row> {
    let (t, application) = (saying.t, saying.application());
    let advises = application.in_order().into_iter().filter(|one| one.advises());
    let said = |referral: &Referral| {
        let decided = referral.decided.as_ref();
        let reasons = decided.and_then(|decided| Some(advised(saying, decided, decided.reasons.as_ref()?)));
        let said = [
            (
                "authority",
                full_name(saying.site, t, application, referral).into(),
            ),
            ("standing", standing_words(t, referral).into()),
            ("reasons", reasons.clone().unwrap_or_default().into()),
        ];
        t.with(
            if reasons.is_some() {
                "confirm-advised-reasons"
            } else {
                "confirm-advised"
            },
            said,
        )
    };
    let said: Vec<_> = advises.map(said).collect();
    (!said.is_empty()).then(|| Row::of(t.get("paper-advice"), said))
}
