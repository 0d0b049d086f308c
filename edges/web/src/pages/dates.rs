//! The dates of one's cases for a calendar program, at a private address that its owner makes and withdraws.

use super::ahead::to_be_asked;
use crate::asked::with_share;
use crate::demands::{condition_words, told};
use crate::form::Form;
use crate::icalendar::{Day, calendar};
use crate::keeping::set_by;
use crate::position::Seen;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::short_name;
use crate::{Failure, Text, page, see_other};
use act::Timestamp;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clearance::{OnPermit, Referral, Stage};
use desk::clearance::{CaseView, Sight};
use jiff::civil::Date;

/// Where the address is made.
const ADDRESS: &str = "/dates";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(ADDRESS, get(show).post(make))
        .route("/dates/withdrawal", post(withdraw))
        .route("/dates/made/{secret}", get(made))
        .route("/feeds/{secret}", get(feed))
}

#[derive(Template)]
#[template(path = "pages/dates.html")]
struct DatesPage {
    shell: Shell,
    /// Since when there is an address.
    made: Option<String>,
    /// The address, which is shown once.
    address: Option<String>,
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    address: Option<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let made = site.desk.feed_made(&signed.actor).await?;
    Ok(page(&DatesPage {
        made: made.map(|at| t.one("dates-made", "at", t.instant(at, &site.zone))),
        shell: shell.titled(t.get("dates-title")),
        address,
    }))
}

async fn show(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    shown(&site, shell, &signed, None).await
}

/// Makes the address, and leads to the one page that shows it: nobody can be told it again.
async fn make(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(_): Form,
) -> Result<Response, Failure> {
    let secret = site.desk.make_feed(&signed.actor).await?;
    Ok(see_other(&shell.to(&format!("/dates/made/{secret}"))))
}

/// The address, to whoever made it.
async fn made(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    if site.desk.feed(&secret).await? != signed.actor {
        return Err(Failure::not_found());
    }
    let address = site.address.clone() + &shell.to(&format!("/feeds/{secret}"));
    shown(&site, shell, &signed, Some(address)).await
}

async fn withdraw(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(_): Form,
) -> Result<Response, Failure> {
    site.desk.withdraw_feed(&signed.actor).await?;
    Ok(see_other(&shell.to(ADDRESS)))
}

/// The dates, as whoever owns the address sees them now.
async fn feed(
    State(site): State<Site>,
    shell: Shell,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let actor = site.desk.feed(&secret).await?;
    let cases = site.desk.dated_cases(&actor, site.today()).await?;
    let days: Vec<Day> = cases.iter().flat_map(|view| of_case(&site, t, view)).collect();
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    Ok(([kind], calendar(&t.get("dates-title"), &days)).into_response())
}

/// Counts the changes of a case, as a calendar wants it (RFC 5545, 3.8.7.4): by the second of the last one, and not by its facts, of
/// which some are not for everyone.
fn sequence(changed: Timestamp) -> u64 {
    const BEGINNING: i64 = 1_600_000_000;
    u64::try_from(changed.as_second() - BEGINNING).unwrap_or(0)
}

/// What days of a case are told with.
struct Telling<'a> {
    site: &'a Site,
    t: Text,
    view: &'a CaseView,
    title: &'a str,
    description: String,
}

impl Telling<'_> {
    /// A day; `what` tells it from others of the case for ever.
    fn day(&self, what: &str, date: Date, summary: String, path: &str) -> Day {
        let application = &self.view.application;
        let language = self.t.language();
        let changed = application.latest.unwrap_or(self.view.context.at);
        Day {
            uid: format!("{}-{what}@{}", self.view.id, self.site.desk.origin()),
            sequence: sequence(changed),
            changed,
            date,
            summary,
            description: self.description.clone(),
            url: self.site.address.clone() + &language.address(path),
        }
    }

    /// A day that is about an authority.
    fn of(&self, id: &str, authority: &str) -> String {
        let words = [("authority", authority.into()), ("title", self.title.into())];
        self.t.with(id, words)
    }
}

fn of_case(site: &Site, t: Text, view: &CaseView) -> Vec<Day> {
    let application = &view.application;
    let Some(submission) = &application.submission else {
        return vec![];
    };
    let event = &submission.event;
    let reference = application.reference.as_str();
    let place = event.place.to_string();
    let about = [("reference", reference.into()), ("place", place.into())];
    let telling = Telling {
        site,
        t,
        view,
        title: event.title.as_str(),
        description: t.with("dates-about", about),
    };
    let case = format!("/cases/{}", view.id);
    let summary = match application.stage() {
        Stage::Suspended => "dates-event-suspended",
        _ => "dates-event",
    };
    let summary = t.one(summary, "title", telling.title);
    let mut days = vec![telling.day("event", event.date, summary, &case)];
    if view.is_closed() || view.is_refused() {
        return days;
    }
    days.extend(to_be_put(&telling, &case));
    let seen = Seen::new(site, t, view);
    if application.stage() == Stage::InCirculation && seen.ended.is_none() {
        let own = |one: &&Referral| {
            view.sight != Sight::Authority || one.organisation == view.context.actor.organisation
        };
        for referral in application.in_order().into_iter().filter(own) {
            days.extend(awaited(&telling, &seen, referral, event.date));
        }
    }
    days.extend(to_be_shown(&telling, &seen));
    days
}

/// By when it is to be shown that each condition of the permit is kept which is not discharged.
fn to_be_shown(telling: &Telling<'_>, seen: &Seen<'_>) -> Vec<Day> {
    let view = telling.view;
    let own = |referral: &Referral| {
        view.sight != Sight::Authority || referral.organisation == view.context.actor.organisation
    };
    let told = told(telling.site, &view.application);
    let day = |one: &OnPermit<'_>| {
        let due = one.due().filter(|_| one.discharged().is_none())?;
        let (_, name) = set_by(seen, one.authority).filter(|(referral, _)| own(referral))?;
        let what = format!("{}-condition-{}", one.authority, one.number);
        let path = format!(
            "/cases/{}/referrals/{}/conditions/{}",
            view.id, one.authority, one.number
        );
        let words = condition_words(telling.t, &one.condition, &told);
        let words = [
            ("title", telling.title.into()),
            ("authority", name.into()),
            ("condition", words.into()),
        ];
        Some(telling.day(&what, due, telling.t.with("dates-condition", words), &path))
    };
    let permit = view.application.live_permit();
    let conditions = permit.iter().flat_map(|permit| permit.conditions());
    conditions.filter_map(|one| day(&one)).collect()
}

/// By when whoever leads has to put it to each authority.
fn to_be_put(telling: &Telling<'_>, case: &str) -> Vec<Day> {
    let Some((rulebook, asked)) = to_be_asked(telling.site, telling.view) else {
        return vec![];
    };
    let day = |one: &clearance::Asked| {
        let authority = rulebook.authority(&one.required.authority)?;
        let name = authority.short.in_language(telling.t.language().tag());
        let what = format!("{}-asked", authority.id);
        let summary = telling.of("dates-put", name);
        Some(telling.day(&what, one.schedule.latest_filing, summary, case))
    };
    asked.iter().filter_map(day).collect()
}

/// By when an authority decides, or, while a question of its own is open, by when an answer still leaves it its period.
fn awaited(telling: &Telling<'_>, seen: &Seen<'_>, referral: &Referral, event: Date) -> Option<Day> {
    let name = short_name(telling.site, telling.t, &telling.view.application, referral);
    let path = format!("/cases/{}/referrals/{}", telling.view.id, referral.authority);
    let day = |what: &str, date, id| {
        let what = format!("{}-{what}", referral.authority);
        telling.day(&what, date, telling.of(id, &name), &path)
    };
    if let Some(due) = seen.deadline(referral) {
        return Some(day("due", due, "dates-due"));
    }
    let answer = clearance::under_way(referral, seen.clock(referral)?, event, seen.today)?.answer?;
    let mut day = day("answer", answer, "dates-answer");
    day.summary = with_share(telling.t, day.summary, referral.open_question());
    Some(day)
}
