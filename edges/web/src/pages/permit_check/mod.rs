//! The permit check: what an event needs, found out without an account. One question at a time, of those whose answers can still
//! change something; each page is small, and everything answered stands in the address.

mod answered;
mod given;
mod question;
mod result;
mod start;

use super::{Session, faults};
use crate::Failure;
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::get;
use desk::clearance::{PermitCheck, answer_field, day};
use desk::{Fault, FieldFault};
use given::{ASK, ASKED, DATE, Given, HERE, RULEBOOK};
use rulebook::Input;

pub(crate) fn routes() -> Routes {
    Routes::new().route(HERE, get(show))
}

/// What a page of the check is made of.
struct Checking<'a> {
    site: &'a Site,
    given: &'a Given,
    check: &'a PermitCheck,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    session: Option<Session>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let given = Given::read(&query.unwrap_or_default())?;
    site.desk.renew_rulebooks().await?;
    if given.is_blank() {
        return Ok(start::page(&site, shell, &given, Faults::none()));
    }
    let faults = of_start(&site, &given);
    if !faults.is_empty() {
        let faults = faults::shown(&shell, Fault::Invalid(faults))?;
        return Ok(faults::not_taken(start::page(&site, shell, &given, faults)));
    }
    if [RULEBOOK, DATE].contains(&given.typed.get(ASK)) {
        return Ok(start::page(&site, shell, &given, Faults::none()));
    }
    let event = day(DATE, given.typed.get(DATE)).map_err(|_| Failure::not_found())?;
    let mut check = site
        .desk
        .permit_check(given.typed.get(RULEBOOK), event, &given.fields())
        .await?;
    if let Some(fault) = check.day_fault() {
        let faults = faults::shown(&shell, Fault::Invalid(vec![fault]))?;
        return Ok(faults::not_taken(start::page(&site, shell, &given, faults)));
    }
    not_readable(&given, &mut check);
    let checking = Checking {
        site: &site,
        given: &given,
        check: &check,
    };
    next(&checking, shell, session)
}

/// What of the rulebook and the day was not taken.
fn of_start(site: &Site, given: &Given) -> Vec<FieldFault> {
    let rulebook = given.typed.get(RULEBOOK);
    let known = site.desk.rulebooks();
    let mut faults = vec![];
    if rulebook.is_empty() {
        faults.push(FieldFault::plain(RULEBOOK, "empty"));
    } else if known.binding_now(rulebook).is_none() {
        faults.push(FieldFault::plain(RULEBOOK, "not-one-of"));
    }
    faults.extend(day(DATE, given.typed.get(DATE)).err());
    faults
}

/// Adds what the address alone shows: bytes that are no text, and questions that were sent without an answer.
fn not_readable(given: &Given, check: &mut PermitCheck) {
    let asked = given.typed.all(ASKED);
    for input in check.rulebook.inputs() {
        let field = answer_field(&input.id);
        let fault = if given.typed.broken().contains(&field) {
            "not-utf8"
        } else if asked.contains(&input.id.as_str()) && !given.typed.fields().any(|(name, _)| name == field) {
            "empty"
        } else {
            continue;
        };
        check.faults.retain(|one| one.field != field);
        check.faults.push(FieldFault::plain(&field, fault));
    }
}

/// The page that follows from what was answered.
fn next(checking: &Checking<'_>, shell: Shell, session: Option<Session>) -> Result<Response, Failure> {
    let check = checking.check;
    let input = |id: &str| check.rulebook.input(id);
    if !check.holds() {
        return Ok(result::not_in_force(checking, shell));
    }
    if !check.faults.is_empty() {
        let is_faulty = |input: &&Input| {
            let field = answer_field(&input.id);
            check.faults.iter().any(|fault| fault.field == field)
        };
        let faulty: Vec<&Input> = check.rulebook.inputs().iter().filter(is_faulty).collect();
        let faults = faults::shown(&shell, Fault::Invalid(check.faults.clone()))?;
        return Ok(faults::not_taken(question::page(
            checking, shell, &faulty, None, faults,
        )));
    }
    // Why a question was asked that is answered already is known as it was before.
    let mut before = check.clone();
    let asked = input(checking.given.typed.get(ASK));
    if let Some(asked) = asked {
        before.answers.remove(&asked.id);
        before.skipped.remove(&asked.id);
    }
    let questions = match before.questions() {
        Ok(questions) => questions,
        Err(fault) => return result::not_answered(checking, shell, fault),
    };
    match asked.or(questions.next().map(|next| next.input)) {
        Some(one) => Ok(question::page(
            checking,
            shell,
            &[one],
            Some(&questions),
            Faults::none(),
        )),
        None => result::page(checking, shell, session),
    }
}
