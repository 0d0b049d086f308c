//! Forms by which someone wants something done to a case: read, carried out, and shown again where they were not taken.

use super::{case, faults, id, referral};
use crate::form::{Form, Typed};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, see_other};
use act::{ApplicationId, AuthorityId, Reason};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use desk::clearance::Change;
use desk::{Fault, FieldFault};

/// A form by which someone wants something done to a case.
pub(crate) struct Sent {
    site: Site,
    shell: Shell,
    signed: Signed,
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

impl Sent {
    /// Carries a change out, and leads back to the case, or to the referral that it was made on; what was not taken is
    /// shown there beside its field, with what was typed.
    pub(crate) async fn change(
        self,
        of: &str,
        on: Option<&AuthorityId>,
        wanted: Result<Change, Fault>,
    ) -> Result<Response, Failure> {
        let Sent {
            site,
            shell,
            signed,
            typed,
        } = self;
        let case: ApplicationId = id(of)?;
        let done = match wanted {
            Ok(change) => site.desk.change(&signed.actor, case, change).await,
            Err(fault) => Err(fault),
        };
        let Err(fault) = done else {
            let part = on.map_or_else(String::new, |authority| format!("/referrals/{authority}"));
            return Ok(see_other(&shell.to(&format!("/cases/{case}{part}"))));
        };
        let faults = faults::shown(&shell, fault)?;
        let view = site.desk.case(&signed.actor, case).await?;
        let page = match on {
            None => case::shown(&site, shell, &view, &typed, faults).await?,
            Some(authority) => referral::shown(&site, shell, &view, authority, &typed, faults).await?,
        };
        Ok(faults::not_taken(page))
    }
}

/// A reason as typed.
pub(crate) fn reason(typed: &Typed, field: &str) -> Result<Reason, Fault> {
    if typed.broken().contains(field) {
        return Err(Fault::Invalid(vec![FieldFault::plain(field, "not-utf8")]));
    }
    Reason::new(typed.get(field)).map_err(|fault| Fault::Invalid(vec![FieldFault::of_text(field, &fault)]))
}

/// A reason that may be left out.
pub(crate) fn optional_reason(typed: &Typed, field: &str) -> Result<Option<Reason>, Fault> {
    if typed.given(field) {
        reason(typed, field).map(Some)
    } else {
        Ok(None)
    }
}
