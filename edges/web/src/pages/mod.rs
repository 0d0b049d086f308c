//! The pages: one file for each thing that people come for. A handler reads what was sent, makes one call to the desk,
//! and shows the answer.

mod acts;
mod again;
mod ahead;
mod amended;
mod applied;
mod asked;
mod asked_by_link;
mod board;
mod brief;
mod by_link;
mod calendar;
mod calibration;
mod case;
mod changed;
mod check;
mod comments;
mod commitments;
mod condition;
mod confirm;
mod dates;
mod day;
mod decided;
mod demonstration;
mod deputies;
mod docket;
mod documents;
mod doubts;
mod draft;
mod draft_form;
mod entry;
mod events;
mod extensions;
mod faults;
mod forecast;
mod hats;
mod held;
mod history;
mod hold;
mod holds;
mod inbox;
mod last_time;
mod latest;
mod lines;
mod link_made;
mod links;
mod mail;
mod meetings;
mod needed;
mod obligations;
mod offers;
mod owed;
mod papers;
mod permit_check;
mod reading;
mod recommended;
mod record;
mod recording;
mod referral;
mod register;
mod relationships;
mod requests;
mod rulebooks;
mod sign_in;
mod sources;
mod standing_in;
mod statistics;
mod taken_back;
mod tasks;
mod thread;
mod together;
mod verify;
mod working_days;

pub use acts::final_addresses;
pub(crate) use sign_in::keep_what_was_typed;

use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, see_other};
use act::Role;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

/// Every address of the site.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/", get(first))
        .merge(sign_in::routes())
        .merge(hats::routes())
        .merge(demonstration::routes())
        .merge(events::routes())
        .merge(draft::routes())
        .merge(again::routes())
        .merge(holds::routes())
        .merge(hold::routes())
        .merge(check::routes())
        .merge(case::routes())
        .merge(forecast::routes())
        .merge(calibration::routes())
        .merge(statistics::routes())
        .merge(comments::routes())
        .merge(history::routes())
        .merge(referral::routes())
        .merge(condition::routes())
        .merge(acts::routes())
        .merge(asked_by_link::routes())
        .merge(by_link::routes())
        .merge(link_made::routes())
        .merge(day::routes())
        .merge(offers::routes())
        .merge(docket::routes())
        .merge(together::routes())
        .merge(working_days::routes())
        .merge(dates::routes())
        .merge(deputies::routes())
        .merge(board::routes())
        .merge(inbox::routes())
        .merge(mail::routes())
        .merge(meetings::routes())
        .merge(lines::routes())
        .merge(links::routes())
        .merge(taken_back::routes())
        .merge(commitments::routes())
        .merge(relationships::routes())
        .merge(brief::routes())
        .merge(record::routes())
        .merge(recording::routes())
        .merge(owed::routes())
        .merge(requests::routes())
        .merge(obligations::routes())
        .merge(tasks::routes())
        .merge(rulebooks::routes())
        .merge(sources::routes())
        .merge(calendar::routes())
        .merge(register::routes())
        .merge(papers::routes())
        .merge(permit_check::routes())
        .merge(verify::routes())
}

/// The first page of whoever comes: what that role has to do now.
async fn first(State(site): State<Site>, shell: Shell, signed: Option<Session>) -> Result<Response, Failure> {
    let Some(session) = signed else {
        let public = if site.demonstration.is_some() {
            "/people"
        } else {
            "/calendar"
        };
        return Ok(see_other(&shell.to(public)));
    };
    let Some(actor) = session.0.actor() else {
        return Ok(see_other(&shell.to("/calendar")));
    };
    let path = match actor.role {
        Role::Applicant | Role::Agent => match site.desk.pressing_case(&actor, site.today()).await? {
            Some(id) => format!("/cases/{id}"),
            None => "/events".to_owned(),
        },
        Role::DeskOfficer => "/meetings".to_owned(),
        Role::Officer | Role::Decider => "/docket".to_owned(),
        Role::Coordinator => "/board".to_owned(),
        Role::Auditor => "/events".to_owned(),
        Role::RuleMaker => "/rulebooks".to_owned(),
        Role::Operator => "/calendar".to_owned(),
    };
    Ok(see_other(&shell.to(&path)))
}

/// The session, where a page is for people with and without one.
pub(crate) struct Session(pub desk::Session);

impl<S: Send + Sync> axum::extract::OptionalFromRequestParts<S> for Session {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        _: &S,
    ) -> Result<Option<Self>, Self::Rejection> {
        Ok(parts.extensions.get::<desk::Session>().cloned().map(Session))
    }
}

/// An id out of an address; what is none is nothing found.
pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::not_found())
}

/// The actor, where only certain roles have the page at all.
pub(crate) fn only(signed: &Signed, roles: &[Role]) -> Result<(), Failure> {
    if roles.contains(&signed.actor.role) {
        Ok(())
    } else {
        Err(Failure::not_found())
    }
}
