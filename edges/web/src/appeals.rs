//! Appeals that were noted in a case, in words.

use crate::Text;
use crate::acting::acted_as;
use crate::paging::Pager;
use crate::parts::Choice;
use crate::position::{Seen, replaced};
use crate::site::Site;
use crate::wording::short_name;
use clearance::{Appeal, AppealEnd, AppealEnded, Appealed, Application, Remedy, Stage};
use desk::clearance::{CaseView, Listed};
use desk::views::application::AppealLine;
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

/// Appeals of several cases, for whoever decided and whoever leads.
pub(crate) struct AppealList {
    /// How many.
    pub count: String,
    /// A page of them.
    pub rows: Vec<AppealRow>,
    /// Where the next page begins.
    pub pager: Pager,
}

/// An appeal in a list.
pub(crate) struct AppealRow {
    /// Where it is told whole.
    pub path: String,
    /// Against what.
    pub against: String,
    /// In which case.
    pub about: String,
    /// To whom it went and when.
    pub said: String,
    /// Whether something is to be done now, as it was upheld.
    pub tone: &'static str,
    /// How it stands.
    pub standing: String,
}

impl AppealList {
    /// One page; nothing where there are none at all.
    pub(crate) fn of(t: Text, address: &'static str, listed: &Listed<AppealLine>) -> Option<AppealList> {
        let count = i64::try_from(listed.count).unwrap_or(i64::MAX);
        (count > 0).then(|| AppealList {
            count: t.one("appeals-listed", "count", count),
            rows: listed.lines.iter().map(|one| row(t, one)).collect(),
            pager: Pager::new(address, listed.next.clone()),
        })
    }
}

fn row(t: Text, line: &AppealLine) -> AppealRow {
    let id = format!("appealed-{}", line.against.name());
    let against = match &line.named {
        Some(name) => t.one(&id, "authority", name.as_str()),
        None => t.get(&id).into_owned(),
    };
    let place = [
        ("date", t.date(line.date).into()),
        ("place", line.place.as_str().into()),
    ];
    let event = t.with("docket-event", place);
    let (tone, standing) = match line.upheld {
        Some(day) => ("bad", t.one("appeal-row-upheld", "date", t.date(day))),
        None => ("wait", t.get("appeal-row-open").into_owned()),
    };
    let said = [
        ("body", line.body.as_str().into()),
        ("date", t.date(line.lodged).into()),
    ];
    AppealRow {
        path: format!("/cases/{}#appeals", line.application),
        against,
        about: format!("{} · {} · {event}", line.title, line.reference),
        said: t.with("appeal-row-said", said),
        tone,
        standing,
    }
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

/// Those of a case that are such, the last first.
pub(crate) fn lines(seen: &Seen<'_>, zone: &TimeZone, is_such: impl Fn(&Appeal) -> bool) -> Vec<AppealLines> {
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
    application
        .appeals
        .iter()
        .rev()
        .filter(|one| is_such(one))
        .map(line)
        .collect()
}

fn how(t: Text, ended: &AppealEnded, zone: &TimeZone) -> String {
    let role = acted_as(t, &ended.by.actor);
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
    if application.followed(one) {
        return "appeal-then-done";
    }
    match application.remedy(one) {
        Some(Remedy::ReviseConditions) if replaced::can_change(seen) => "appeal-then-permit",
        Some(Remedy::ReviseConditions) if seen.ended.is_none() => "appeal-then-conditions",
        Some(Remedy::ReplacePermit) if replaced::can_change(seen) => "appeal-then-replace",
        Some(Remedy::LiftSuspension) => "appeal-then-lift",
        _ => "appeal-then-anew",
    }
}
