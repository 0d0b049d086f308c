//! Forms by which someone wants something done to a case: read, carried out, and shown again where they were not taken.

use super::seal::together;
use super::{ActPage, Library, Place, saying};
use crate::form::{Form, Typed};
use crate::pages::confirm::{Press, Step};
use crate::pages::{case, condition, faults, id, referral};
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::typed::{LIBRARY_FIELD, SEEN_FIELD};
use crate::{Failure, see_other};
use act::{ApplicationId, Reason};
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::response::{IntoResponse, Response};
use clearance::Application;
use clearance::acts::On;
use desk::{Desk, Fault, FieldFault};
use std::collections::BTreeMap;

/// A form by which someone wants something done to a case.
pub(super) struct Sent {
    pub site: Site,
    pub shell: Shell,
    pub signed: Signed,
    /// What was typed.
    pub typed: Typed,
}

impl FromRequest<Site> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Sent, Response> {
        let (mut parts, body) = request.into_parts();
        let shell = Shell::from_request_parts(&mut parts, site)
            .await
            .map_err(IntoResponse::into_response)?;
        let signed = Signed::from_request_parts(&mut parts, site).await?;
        let Form(typed) = Form::from_request(Request::from_parts(parts, body), site)
            .await
            .map_err(IntoResponse::into_response)?;
        Ok(Sent {
            site: site.clone(),
            shell,
            signed,
            typed,
        })
    }
}

/// What of a case a form is about, as its address says.
fn place(parts: &BTreeMap<String, String>) -> Result<On, Failure> {
    if let (Some(authority), Some(condition)) = (parts.get("authority"), parts.get("condition")) {
        return Ok(On::Condition(id(authority)?, id(condition)?));
    }
    Ok(match (parts.get("authority"), parts.get("number")) {
        (Some(authority), Some(number)) => On::Asked(id(authority)?, id(number)?),
        (Some(authority), None) => On::Referral(id(authority)?),
        (None, _) => On::Case,
    })
}

/// Takes a form by which someone wants to act on a case, and leads back to the page that it stands on; what was not taken is shown
/// there beside its field, with what was typed. What is final is done at the second press only: the first shows what it does.
pub(super) async fn send<P: ActPage>(
    Path(parts): Path<BTreeMap<String, String>>,
    mut sent: Sent,
) -> Result<Response, Failure> {
    let case: ApplicationId = id(parts.get("id").map_or("", String::as_str))?;
    let on = place(&parts)?;
    let at = on.clone();
    let part = match &on {
        On::Case => String::new(),
        On::Referral(authority) | On::Asked(authority, _) => format!("/referrals/{authority}"),
        On::Condition(authority, number) => format!("/referrals/{authority}/conditions/{number}"),
    };
    let action = sent.shell.to(&sent.shell.path);
    // Where a form is sent there is nothing to read: the other languages lead to the page that it stands on.
    sent.shell.path = format!("/cases/{case}{part}");
    let on = P::On::of(on).ok_or_else(Failure::not_found)?;
    let (desk, actor) = (sent.desk(), &sent.signed.actor);
    let seen = sent.typed.get(SEEN_FIELD).parse().ok();
    let library = if P::SETS_CONDITIONS && !sent.typed.all(LIBRARY_FIELD).is_empty() {
        sent.library(case, &at).await?
    } else {
        Library::default()
    };
    let read = P::read_with(on, &sent.typed, sent.shell.t, &library);
    let words = P::SEALS.map_or(Ok(None), |one| one.words(&sent.typed));
    let read = together(read, words);
    let done = match Press::of(&sent.typed).step(read, |_| P::SAID.is_some()) {
        Step::Again => return sent.form(case, &at, Faults::none()).await,
        Step::Show((act, words)) => {
            let sealed = words.as_ref();
            match desk
                .would_change_sealing(actor, case, act.clone(), seen, sealed)
                .await
            {
                Ok(then) => return sent.shown_first(case, (&act, words), &then, action).await,
                Err(fault) => Err(fault),
            }
        }
        Step::Do((act, words)) => desk.change_sealing(actor, case, act, seen, words.as_ref()).await,
        Step::Not(fault) => Err(fault),
    };
    let Err(fault) = done else {
        let after = P::AFTER.map(|end| format!("/cases/{case}{end}"));
        let then = after.as_deref().unwrap_or(&sent.shell.path);
        return Ok(see_other(&sent.shell.to(then)));
    };
    let faults = faults::shown(&sent.shell, beside(fault, P::FIELDS))?;
    Ok(faults::not_taken(sent.form(case, &at, faults).await?))
}

/// A refusal that several acts have, at the field of this one's form.
pub(super) fn beside(fault: Fault, fields: &[(&'static str, &'static str)]) -> Fault {
    match fault {
        Fault::Refused(mut refused) => {
            let own = fields.iter().find(|(named, _)| refused.field == Some(*named));
            refused.field = own.map(|(_, own)| *own).or(refused.field);
            Fault::Refused(refused)
        }
        other => other,
    }
}

impl Sent {
    /// One that brings a file, which is taken care of apart.
    pub(super) fn of(site: Site, shell: Shell, signed: Signed, typed: Typed) -> Sent {
        Sent {
            site,
            shell,
            signed,
            typed,
        }
    }

    fn desk(&self) -> &Desk {
        &self.site.desk
    }

    /// What of the rulebook's conditions can be set where the form stands.
    pub(super) async fn library(&self, case: ApplicationId, on: &On) -> Result<Library, Failure> {
        let view = self.desk().case(&self.signed.actor, case).await?;
        let of = |authority| Library::of(&self.site, self.shell.t, &view.application, authority);
        Ok(on.authority().map_or_else(Library::default, of))
    }

    /// The page that the form stands on, with what was typed.
    pub(super) async fn form(
        self,
        case: ApplicationId,
        on: &On,
        faults: Faults,
    ) -> Result<Response, Failure> {
        let view = self.desk().case(&self.signed.actor, case).await?;
        let Sent {
            site, shell, typed, ..
        } = self;
        if let On::Condition(authority, number) = on {
            let of = (authority.clone(), *number);
            return condition::shown(&site, shell, &view, &of, &typed, faults).await;
        }
        let on = on.authority();
        let gone = on.filter(|authority| view.application.is_released(authority));
        match on.filter(|_| gone.is_none()) {
            Some(authority) => referral::shown(&site, shell, &view, authority, (&typed, faults)).await,
            // What was typed for an authority that is asked no longer is shown on the case's page.
            None => {
                let mut shell = shell;
                shell.path = format!("/cases/{case}");
                case::shown_with(&site, shell, &view, &typed, faults, gone.is_some()).await
            }
        }
    }

    /// The page that says what a final act does.
    pub(super) async fn shown_first<P: ActPage>(
        self,
        case: ApplicationId,
        (act, sealed): (&P, Option<Reason>),
        then: &Application,
        action: String,
    ) -> Result<Response, Failure> {
        let said = P::SAID.ok_or_else(Failure::not_found)?;
        let view = self.desk().case(&self.signed.actor, case).await?;
        saying::shown(
            &self.site,
            self.shell,
            &view,
            then,
            (act, said, sealed),
            &self.typed,
            action,
        )
        .await
    }
}

/// A reason as typed.
pub(in crate::pages) fn reason(typed: &Typed, field: &str) -> Result<Reason, Fault> {
    if typed.broken().contains(field) {
        return Err(Fault::Invalid(vec![FieldFault::plain(field, "not-utf8")]));
    }
    Reason::new(typed.get(field)).map_err(|fault| Fault::Invalid(vec![FieldFault::of_text(field, &fault)]))
}

/// A reason that may be left out.
pub(super) fn optional_reason(typed: &Typed, field: &str) -> Result<Option<Reason>, Fault> {
    if typed.given(field) {
        reason(typed, field).map(Some)
    } else {
        Ok(None)
    }
}
