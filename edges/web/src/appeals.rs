//! Appeals that were noted in a case, in words.

use crate::Text;
use crate::parts::Choice;
use crate::position::Seen;
use crate::site::Site;
use crate::wording::short_name;
use clearance::{Appeal, AppealEnd, AppealEnded, Appealed, Application, Stage};
use desk::clearance::CaseView;
use jiff::tz::TimeZone;

/// An appeal on the page of its case.
pub(crate) struct AppealLines {
    /// Against what.
    pub against: String,
    /// To whom, on which day, and under which reference.
    pub said: String,
    /// How it ended; nothing while it is open.
    pub ended: Option<String>,
    /// In which words.
    pub words: Option<String>,
    /// What can be done now that it was upheld, or that it changes nothing.
    pub then: String,
}

/// What something is called that is appealed against.
pub(crate) fn against(site: &Site, t: Text, application: &Application, what: &Appealed) -> String {
    let referral = what.authority().and_then(|one| application.referrals.get(one));
    let id = format!("appealed-{}", what.name());
    match referral {
        Some(referral) => t.one(&id, "authority", short_name(site, t, application, referral)),
        None => t.get(&id).into_owned(),
    }
}

/// What an organiser can choose among to have appealed against, each by its key.
pub(crate) fn appealable(site: &Site, t: Text, view: &CaseView) -> Vec<Choice> {
    let all = view.application.appealable().into_iter();
    let choice = |what: &Appealed| Choice::new(key(what), against(site, t, &view.application, what));
    all.map(|one| choice(&one.what)).collect()
}

/// What a form calls it.
pub(crate) fn key(what: &Appealed) -> String {
    match what.authority() {
        Some(authority) => format!("{}/{authority}", what.name()),
        None => what.name().to_owned(),
    }
}

/// The same, read.
pub(crate) fn read(key: &str) -> Option<Appealed> {
    let (what, authority) = match key.split_once('/') {
        Some((what, authority)) => (what, Some(authority.parse().ok()?)),
        None => (key, None),
    };
    match (what, authority) {
        ("refusal", Some(authority)) => Some(Appealed::Refusal { authority }),
        ("conditions", Some(authority)) => Some(Appealed::Conditions { authority }),
        ("suspension", None) => Some(Appealed::Suspension),
        ("revocation", None) => Some(Appealed::Revocation),
        _ => None,
    }
}

/// The appeals of which it is not noted how they ended, to choose among.
pub(crate) fn open(site: &Site, t: Text, view: &CaseView) -> Vec<Choice> {
    let application = &view.application;
    let choice = |one: &Appeal| Choice::new(one.number.to_string(), which(site, t, application, one));
    application.open_appeals().map(choice).collect()
}

/// Which appeal it is: its number and against what.
pub(crate) fn which(site: &Site, t: Text, application: &Application, one: &Appeal) -> String {
    let said = [
        ("number", i64::from(one.number).into()),
        ("against", against(site, t, application, &one.against).into()),
    ];
    t.with("appeal-which", said)
}

/// Those of a case, the last first.
pub(crate) fn lines(seen: &Seen<'_>, zone: &TimeZone) -> Vec<AppealLines> {
    let (site, t, application) = (seen.site, seen.t, &seen.view.application);
    let line = |one: &Appeal| {
        let said = [
            ("body", one.body.as_str().into()),
            ("date", t.date(one.lodged).into()),
            ("at", t.instant(one.by.at, zone).into()),
        ];
        let reference = one.reference.as_ref();
        let reference = reference.map(|one| t.one("appeal-reference", "reference", one.as_str()));
        let said = std::iter::once(t.with("appeal-said", said)).chain(reference);
        AppealLines {
            against: which(site, t, application, one),
            said: said.collect::<Vec<_>>().join(" "),
            ended: one.ended.as_ref().map(|ended| how(t, ended, zone)),
            words: one.ended.as_ref().map(|ended| ended.words.to_string()),
            then: t.get(then(seen, one)).into_owned(),
        }
    };
    application.appeals.iter().rev().map(line).collect()
}

fn how(t: Text, ended: &AppealEnded, zone: &TimeZone) -> String {
    let role = t.get(&format!("role-{}", ended.by.actor.role.name()));
    let said = [
        ("date", t.date(ended.day).into()),
        ("at", t.instant(ended.by.at, zone).into()),
        ("role", role.into()),
    ];
    t.with(&format!("appeal-ended-{}", ended.how.name()), said)
}

/// What can be done now by whoever decided: an appeal moves nothing by itself, and one that was upheld says what is to be done,
/// not that it is done.
fn then(seen: &Seen<'_>, one: &Appeal) -> &'static str {
    let application = &seen.view.application;
    if !application.stands_appealed(one) {
        let lifted = one.against == Appealed::Suspension && application.stage() == Stage::Permitted;
        return if lifted {
            "appeal-then-holds"
        } else {
            "appeal-then-gone"
        };
    }
    match one.ended.as_ref().map(|ended| ended.how) {
        None => return "appeal-then-open",
        Some(AppealEnd::Dismissed | AppealEnd::Withdrawn) => return "appeal-then-stands",
        Some(AppealEnd::Upheld) => {}
    }
    let open = seen.ended.is_none() && matches!(application.stage(), Stage::InCirculation | Stage::Decided);
    let permitted = crate::replaced::can_change(seen);
    match &one.against {
        Appealed::Conditions { .. } if open => "appeal-then-conditions",
        Appealed::Conditions { .. } if permitted && crate::replaced::differs(seen) => "appeal-then-replace",
        Appealed::Conditions { .. } if permitted => "appeal-then-permit",
        Appealed::Suspension if application.stage() == Stage::Suspended => "appeal-then-lift",
        _ => "appeal-then-anew",
    }
}
