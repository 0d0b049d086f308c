//! Recording who there is: an organisation, a person, a post and who holds it, with their names in each language.

use super::entry::{Entering, Entry};
use super::reading::Reading;
use super::{faults, only};
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, see_other};
use act::Role;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::PostIn;
use identity::OrganisationKind;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(
            "/record/organisation",
            get(organisation_form).post(record_organisation),
        )
        .route("/record/person", get(person_form).post(record_person))
        .route("/record/post", get(post_form).post(record_post))
}

fn organisation_page(shell: Shell, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let kinds = OrganisationKind::ALL.map(OrganisationKind::name);
    let kind = entering.named("kind", "field-organisation-kind", "organisation-kind", &kinds);
    Entry::of(
        shell,
        entering,
        "/record/organisation".to_owned(),
        "organisation-record",
    )
    .card("", entering.names("name"))
    .card("", vec![kind.into()])
    .page()
}

fn person_page(shell: Shell, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    Entry::of(shell, entering, "/record/person".to_owned(), "person-record")
        .card("", entering.names("name"))
        .page()
}

fn post_page(shell: Shell, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let mut holder = vec![entering.line("holder", "field-holder").into()];
    holder.extend(entering.when("from", "field-held-from"));
    holder.extend(entering.when("until", "field-held-until"));
    let organisation = entering.line("organisation", "field-organisation");
    Entry::of(shell, entering, "/record/post".to_owned(), "post-record")
        .card("", vec![organisation.into()])
        .card(t.get("post-title"), entering.names("name"))
        .card(t.get("post-holder"), holder)
        .page()
}

async fn organisation_form(shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    Ok(organisation_page(shell, &Typed::default(), &Faults::none()))
}

async fn person_form(shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    Ok(person_page(shell, &Typed::default(), &Faults::none()))
}

async fn post_form(shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    Ok(post_page(shell, &Typed::default(), &Faults::none()))
}

/// Back to the meetings, where the next thing is recorded; or the form again with what is wrong.
fn answered(
    shell: Shell,
    typed: &Typed,
    done: Result<(), Fault>,
    again: fn(Shell, &Typed, &Faults) -> Response,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(see_other(&shell.to("/meetings"))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(again(shell, typed, &faults)))
        }
    }
}

async fn record_organisation(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let mut reading = Reading::of(&typed);
    let names = reading.names("name");
    let kind = reading.choice("kind", OrganisationKind::named);
    let done = match (names, kind) {
        (Some(names), Some(kind)) => {
            let recorded = site.desk.record_organisation(&signed.actor, names, kind).await;
            recorded.map(drop)
        }
        _ => Err(reading.end()),
    };
    answered(shell, &typed, done, organisation_page)
}

async fn record_person(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let mut reading = Reading::of(&typed);
    let done = match reading.names("name") {
        Some(names) => site.desk.record_person(&signed.actor, names).await.map(drop),
        None => Err(reading.end()),
    };
    answered(shell, &typed, done, person_page)
}

async fn record_post(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let done = match post_entered(&typed) {
        Ok(entered) => site.desk.record_post(&signed.actor, entered).await,
        Err(fault) => Err(fault),
    };
    answered(shell, &typed, done, post_page)
}

fn post_entered(typed: &Typed) -> Result<PostIn, Fault> {
    let mut reading = Reading::of(typed);
    let organisation = reading.text("organisation");
    let names = reading.names("name");
    let holder = reading.optional("holder");
    let (from, until) = (reading.when("from"), reading.when("until"));
    match (organisation, names, from, until, reading.is_sound()) {
        (Some(organisation), Some(names), Some(from), Some(until), true) => Ok(PostIn {
            organisation,
            names,
            holder: holder.map(|holder| (holder, from, until)),
        }),
        _ => Err(reading.end()),
    }
}
