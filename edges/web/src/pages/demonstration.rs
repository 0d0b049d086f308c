//! The demonstration's own pages: its people, and its clock. Neither exists under `serve`.

use super::Session;
use super::sign_in::onward;
use crate::form::Form;
use crate::kept::Kept;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::{Failure, page, see_other};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use jiff::civil::{Date, Time};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/people", get(people).post(pick))
        .route("/demonstration/clock", post(move_clock))
}

struct PersonLine {
    address: String,
    name: String,
    hat: String,
    job: String,
}

#[derive(Template)]
#[template(path = "pages/people.html")]
struct PeoplePage {
    shell: Shell,
    clock: Option<String>,
    /// That a form waits for someone to be picked, and its fields.
    waits: Option<String>,
    kept: Vec<(String, String)>,
    people: Vec<PersonLine>,
}

/// What came of moving the clock, as the address says.
#[derive(serde::Deserialize)]
struct Moved {
    #[serde(default)]
    clock: String,
}

/// The clock was moved, or was not since the day has passed.
const MOVED: &str = "moved";
const PASSED: &str = "passed";

async fn people(
    State(site): State<Site>,
    shell: Shell,
    session: Option<Session>,
    Query(moved): Query<Moved>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let clock = match moved.clock.as_str() {
        MOVED if session.is_none() => Some(t.get("demonstration-moved-out")),
        MOVED => Some(t.get("demonstration-moved")),
        PASSED => Some(t.get("demonstration-passed")),
        _ => None,
    };
    people_page(&site, shell, clock.map(std::borrow::Cow::into_owned), None).await
}

/// The people, each with the button that picks them; with a form that waits for one to be picked.
pub(super) async fn people_page(
    site: &Site,
    shell: Shell,
    clock: Option<String>,
    kept: Option<&Kept>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let cast = site.demonstration.as_ref().ok_or_else(Failure::not_found)?;
    let mut people = vec![];
    for one in cast.iter() {
        let Some(account) = site.desk.account(&one.address).await? else {
            continue;
        };
        // Whom one picks is the person; in whose place that person may act besides is chosen later.
        let hats = site.desk.hats(account.person).await?;
        for hat in hats.into_iter().filter(|hat| hat.stands_in.is_none()) {
            let role = t.get(&format!("role-{}", hat.role.name()));
            people.push(PersonLine {
                address: account.address.clone(),
                name: account.name.clone(),
                hat: t.with(
                    "people-hat",
                    [
                        ("role", role.into()),
                        ("organisation", hat.organisation_in(t.language().tag()).into()),
                    ],
                ),
                job: t.get(&format!("people-job-{}", hat.role.name())).into_owned(),
            });
        }
    }
    let title = t.get("people-title");
    Ok(page(&PeoplePage {
        shell: shell.titled(title),
        clock,
        waits: kept.map(|kept| {
            let waits = match kept.check() {
                Some(_) => "people-answers-wait",
                None => "people-form-waits",
            };
            t.get(waits).into_owned()
        }),
        kept: kept.map_or_else(Vec::new, Kept::hidden),
        people,
    }))
}

async fn pick(State(site): State<Site>, shell: Shell, Form(typed): Form) -> Result<Response, Failure> {
    let cast = site.demonstration.as_ref().ok_or_else(Failure::not_found)?;
    let wanted = typed.get("address");
    // Only the invented people of the cast can be picked, whatever else has an account.
    let one = cast
        .iter()
        .find(|one| one.address == wanted)
        .ok_or_else(Failure::not_found)?;
    let signed = site.desk.sign_in_demonstrator(&one.address).await?;
    onward(&site, shell, &signed, &typed, false).await
}

async fn move_clock(State(site): State<Site>, shell: Shell, Form(typed): Form) -> Result<Response, Failure> {
    site.demonstration.as_ref().ok_or_else(Failure::not_found)?;
    let day: Date = typed.get("day").parse().map_err(|_| Failure::wrong_form())?;
    // Nine in the morning: offices are open.
    let morning = Time::constant(9, 0, 0, 0);
    let instant = site
        .zone
        .to_ambiguous_zoned_datetime(day.to_datetime(morning))
        .compatible()
        .map_err(|_| Failure::wrong_form())?
        .timestamp();
    let came = if site.desk.move_clock(instant) {
        site.desk.do_what_is_due().await?;
        MOVED
    } else {
        PASSED
    };
    Ok(see_other(&shell.to(&format!("/people?clock={came}"))))
}
