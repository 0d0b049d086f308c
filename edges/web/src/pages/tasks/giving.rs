//! The form by which a task is given, alone or for a request or a promise.

use super::{owner_entered, owner_fields};
use crate::form::{Form, Typed};
use crate::pages::entry::{Entering, Entry};
use crate::pages::obligations::record;
use crate::pages::reading::Reading;
use crate::pages::{faults, id, only};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, see_other};
use act::Role;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::engagement::TaskIn;
use engagement::Matter;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/record/task", get(alone).post(assign_alone))
        .route("/requests/{id}/task", get(for_request).post(assign_for_request))
        .route(
            "/commitments/{id}/task",
            get(for_commitment).post(assign_for_commitment),
        )
}

/// The address of the form that gives a task for something, or for nothing.
fn form_at(follows: Option<Matter>) -> String {
    follows.map_or_else(
        || "/record/task".to_owned(),
        |matter| format!("{}/task", record(matter).0),
    )
}

async fn form_page(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    follows: Option<Matter>,
    (typed, faults): (&Typed, Faults),
) -> Result<Response, Failure> {
    only(signed, &[Role::DeskOfficer])?;
    let t = shell.t;
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let mut fields = vec![entering.lines("text", "field-task", 2_000).into()];
    fields.extend(owner_fields(site, signed, entering).await?);
    let (back, words) = match follows {
        Some(matter) => (record(matter).0, "task-back"),
        None => ("/tasks".to_owned(), "tasks-title"),
    };
    let lead = match follows {
        Some(matter) => {
            let text = site.desk.matter(&signed.actor, matter).await?;
            t.one("task-for", "text", text)
        }
        None => String::new(),
    };
    Ok(Entry::of(shell, entering, form_at(follows), "task-assign")
        .lead(lead)
        .back_to(back, words)
        .card("", fields)
        .page())
}

async fn given(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    follows: Option<Matter>,
    typed: &Typed,
) -> Result<Response, Failure> {
    only(signed, &[Role::DeskOfficer])?;
    let mut reading = Reading::of(typed);
    let text = reading.text("text");
    let entered = match (text, owner_entered(&mut reading)) {
        (Some(text), (Some(owner), Some(due))) => Ok(TaskIn {
            text,
            owner,
            due,
            follows,
        }),
        _ => Err(reading.end()),
    };
    let done = match entered {
        Ok(entered) => site.desk.assign_task(&signed.actor, entered, site.today()).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(task) => Ok(see_other(&shell.to(&format!("/tasks/{task}")))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let again = form_page(site, shell, signed, follows, (typed, faults)).await?;
            Ok(faults::not_taken(again))
        }
    }
}

async fn alone(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    form_page(&site, shell, &signed, None, (&Typed::default(), Faults::none())).await
}

async fn for_request(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(request): Path<String>,
) -> Result<Response, Failure> {
    let follows = Some(Matter::Request(id(&request)?));
    form_page(
        &site,
        shell,
        &signed,
        follows,
        (&Typed::default(), Faults::none()),
    )
    .await
}

async fn for_commitment(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(commitment): Path<String>,
) -> Result<Response, Failure> {
    let follows = Some(Matter::Commitment(id(&commitment)?));
    form_page(
        &site,
        shell,
        &signed,
        follows,
        (&Typed::default(), Faults::none()),
    )
    .await
}

async fn assign_alone(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    given(&site, shell, &signed, None, &typed).await
}

async fn assign_for_request(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(request): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    given(
        &site,
        shell,
        &signed,
        Some(Matter::Request(id(&request)?)),
        &typed,
    )
    .await
}

async fn assign_for_commitment(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(commitment): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let follows = Some(Matter::Commitment(id(&commitment)?));
    given(&site, shell, &signed, follows, &typed).await
}
