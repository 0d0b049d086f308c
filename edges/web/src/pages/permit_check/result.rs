//! What the event needs: who is asked and by when, what comes with it, under which version and as of which day; and the way on to
//! an application.

use super::Checking;
use super::answered::Row;
use super::given::{DATE, RULEBOOK, address};
use crate::kept::CHECK;
use crate::pages::latest::{Before, Latest};
use crate::pages::needed::{self, AuthorityRow, Filing, Needs, no_value};
use crate::pages::{Session, faults};
use crate::shell::Shell;
use crate::wording::version_title;
use crate::{Failure, Text, page as rendered};
use act::Role;
use askama::Template;
use axum::response::Response;
use clearance::Asked;
use desk::Fault;
use desk::clearance::{Needed, PermitCheck, answer_field};
use jiff::civil::Date;
use rulebook::Required;

/// What the form that begins an application carries; or why there is none.
enum Onward {
    Begin(Vec<(String, String)>),
    Not(String),
}

/// The version that answered.
struct Version {
    /// As of which day, under which version.
    said: String,
    title: String,
    hash: String,
    path: String,
}

#[derive(Template)]
#[template(path = "pages/permit_check/result.html")]
struct ResultPage {
    shell: Shell,
    about: String,
    notes: Vec<String>,
    /// Where a later version takes its place: the words and its page.
    later: Option<(String, String)>,
    /// The answer in a sentence.
    lede: String,
    /// Where the day is changed, if another one would mend what the sentence warns of.
    another_day: Option<String>,
    authorities: Vec<AuthorityRow>,
    needs: Option<Needs>,
    /// Until when it is still in time.
    latest: Option<Latest>,
    /// What has no value, where and why.
    no_value: Vec<String>,
    onward: Onward,
    /// Whether no authority has to be asked, so that an application is not what follows.
    asks_nobody: bool,
    answered: Vec<Row>,
    version: Version,
    /// Where this very page is found again.
    address: String,
}

/// What the event needs.
pub(super) fn page(
    checking: &Checking<'_>,
    shell: Shell,
    session: Option<Session>,
) -> Result<Response, Failure> {
    let (t, check) = (shell.t, checking.check);
    let needed = match check.needed() {
        Ok(needed) => needed,
        Err(fault) => return not_answered(checking, shell, fault),
    };
    let row = |one: &Needed| {
        let schedule = one.schedule.as_ref();
        needed::authority(
            t,
            &check.rulebook,
            &one.required,
            schedule,
            check.today,
            Filing::Applied,
        )
    };
    let required: Vec<&Required> = needed.iter().map(|one| &one.required).collect();
    let mut page = bare(checking, shell, lede(t, check, &needed));
    if first_day(&needed).is_some_and(|first| first < check.today) {
        page.another_day = another_day(&page.answered);
    }
    page.authorities = needed.iter().filter_map(row).collect();
    page.needs = Some(Needs::of(t, &check.rulebook, &required));
    page.latest = latest(t, check, &needed);
    page.no_value = no_value(t, &check.rulebook, &check.rulebook.without_value(&check.answers));
    page.onward = onward(checking, t, session);
    page.asks_nobody = needed.is_empty();
    Ok(rendered(&page))
}

/// Until when it is still in time, with those of whom that can be reckoned.
fn latest(t: Text, check: &PermitCheck, needed: &[Needed]) -> Option<Latest> {
    let asked = |one: &Needed| {
        Some(Asked {
            required: one.required.clone(),
            schedule: one.schedule.clone().ok()?,
        })
    };
    let asked: Vec<Asked> = needed.iter().filter_map(asked).collect();
    let before = Before {
        rulebook: &check.rulebook,
        asked: &asked,
        own: &check.own,
        event: check.event,
        today: check.today,
        filing: Filing::Applied,
    };
    Latest::before(t, &before)
}

/// That the version does not hold on the event's day.
pub(super) fn not_in_force(checking: &Checking<'_>, shell: Shell) -> Response {
    let (t, check) = (shell.t, checking.check);
    let from = t.date(check.from.max(check.rulebook.valid_from()));
    let lede = match check.rulebook.valid_to() {
        Some(last) => t.with(
            "permit-check-not-then",
            [("from", from.into()), ("to", t.date(last).into())],
        ),
        None => t.one("permit-check-not-yet", "from", from),
    };
    let mut page = bare(checking, shell, lede);
    page.another_day = another_day(&page.answered);
    rendered(&page)
}

/// Where the day of the event is changed: the question, and its field there.
fn another_day(answered: &[Row]) -> Option<String> {
    let day = answered.iter().find(|row| row.field == DATE)?;
    Some(format!("{}#{}", day.path, day.field))
}

/// The latest day on which all that are asked are still asked in time.
fn first_day(needed: &[Needed]) -> Option<Date> {
    let days = needed.iter().filter_map(|one| one.schedule.as_ref().ok());
    days.map(|schedule| schedule.latest_filing).min()
}

/// That the rulebook gives no answer, and why.
pub(super) fn not_answered(checking: &Checking<'_>, shell: Shell, fault: Fault) -> Result<Response, Failure> {
    let said = faults::shown(&shell, fault)?;
    let lede = said.at("").unwrap_or_default().to_owned();
    Ok(faults::not_taken(rendered(&bare(checking, shell, lede))))
}

/// A page that says one thing, and on what it rests.
fn bare(checking: &Checking<'_>, shell: Shell, lede: String) -> ResultPage {
    let (t, check) = (shell.t, checking.check);
    let rulebook = &check.rulebook;
    let later = check.later.as_ref().map(|later| {
        let version = &later.version.rulebook;
        let said = t.with(
            "permit-check-later",
            [
                ("version", version.version().into()),
                ("date", t.date(later.from).into()),
            ],
        );
        (said, format!("/rulebooks/{}/{}", version.id(), version.hash()))
    });
    let said = [
        ("today", t.date(check.today).into()),
        ("version", rulebook.version().into()),
    ];
    let shell = shell.titled(t.get("permit-check-result"));
    ResultPage {
        about: checking.about(t),
        notes: checking.notes(t),
        later,
        lede,
        another_day: None,
        authorities: vec![],
        needs: None,
        latest: None,
        no_value: vec![],
        onward: Onward::Not(String::new()),
        asks_nobody: false,
        answered: checking.answered(t),
        version: Version {
            said: t.with("permit-check-version", said),
            title: version_title(t, rulebook),
            hash: rulebook.hash().to_owned(),
            path: format!("/rulebooks/{}/{}", rulebook.id(), rulebook.hash()),
        },
        address: checking.site.address.clone() + &shell.to(&address(&checking.kept(), None)),
        shell,
    }
}

fn lede(t: Text, check: &PermitCheck, needed: &[Needed]) -> String {
    let count = i64::try_from(needed.len()).unwrap_or(i64::MAX);
    let asked = t.one("permit-check-asked", "count", count);
    match first_day(needed) {
        Some(first) if first < check.today => format!("{asked} {}", t.get("permit-check-late")),
        Some(first) => format!(
            "{asked} {}",
            t.one("permit-check-first-day", "date", t.date(first))
        ),
        None => asked,
    }
}

/// The way on: for organisers, and for whoever may turn out to be one.
fn onward(checking: &Checking<'_>, t: Text, session: Option<Session>) -> Onward {
    let check = checking.check;
    let role = session.map(|session| session.0.actor().map(|actor| actor.role));
    if !matches!(role, None | Some(Some(Role::Applicant | Role::Agent))) {
        return Onward::Not(t.get("permit-check-not-organiser").into_owned());
    }
    let asked: Vec<String> = check
        .rulebook
        .inputs()
        .iter()
        .map(|input| answer_field(&input.id))
        .collect();
    let carried = |name: &str| [RULEBOOK, DATE].contains(&name) || asked.iter().any(|field| field == name);
    let kept = checking.kept();
    let here = (CHECK.to_owned(), address(&kept, None));
    let fields = kept.into_iter().filter(|(name, _)| carried(name));
    Onward::Begin(fields.chain([here]).collect())
}
