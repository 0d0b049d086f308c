//! The demonstration's own pages: its people, and its clock. Neither exists under `serve`.

use crate::form::Form;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::{Failure, page, see_other};
use askama::Template;
use axum::extract::State;
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
    people: Vec<PersonLine>,
}

async fn people(State(site): State<Site>, shell: Shell) -> Result<Response, Failure> {
    let t = shell.t;
    let cast = site.demonstration.as_ref().ok_or_else(Failure::not_found)?;
    let mut people = vec![];
    for one in cast.iter() {
        let Some(account) = site.desk.account(&one.address).await? else {
            continue;
        };
        for hat in site.desk.hats(account.person).await? {
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
    Ok(site.signed_in(&signed.secret, see_other(&shell.to("/"))))
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
    // A day that has passed leaves the clock as it is; the banner shows which day that is.
    let _moved = site.desk.move_clock(instant);
    Ok(see_other(&shell.to("/")))
}
