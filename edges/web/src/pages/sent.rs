//! Forms by which someone wants something done to a case: read, carried out, and shown again where they were not taken.

use super::confirm::{self, Press};
use super::{case, faults, id, referral};
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, see_other};
use act::{ApplicationId, AuthorityId, Reason};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use desk::clearance::Change;
use desk::{Desk, Fault, FieldFault};

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
    /// shown there beside its field, with what was typed. What is final is done at the second press only: the first shows
    /// what it does.
    pub(crate) async fn change(
        mut self,
        of: &str,
        on: Option<&AuthorityId>,
        wanted: Result<Change, Fault>,
    ) -> Result<Response, Failure> {
        let case: ApplicationId = id(of)?;
        let part = on.map_or_else(String::new, |authority| format!("/referrals/{authority}"));
        let action = self.shell.to(&self.shell.path);
        // Where a form is sent there is nothing to read: the other languages lead to the page that it stands on.
        self.shell.path = format!("/cases/{case}{part}");
        let press = Press::of(&self.typed);
        let done = match wanted {
            _ if press == Press::Back => return self.form(case, on, Faults::none()).await,
            Ok(change) if press == Press::First && confirm::is_final(&change) => {
                match self
                    .desk()
                    .would_change(&self.signed.actor, case, change.clone())
                    .await
                {
                    Ok(()) => return self.confirmed(case, &change, action).await,
                    Err(fault) => Err(fault),
                }
            }
            Ok(change) => self.desk().change(&self.signed.actor, case, change).await,
            Err(fault) => Err(fault),
        };
        let Err(fault) = done else {
            return Ok(see_other(&self.shell.to(&self.shell.path)));
        };
        let faults = faults::shown(&self.shell, fault)?;
        Ok(faults::not_taken(self.form(case, on, faults).await?))
    }

    fn desk(&self) -> &Desk {
        &self.site.desk
    }

    /// The page that the form stands on, with what was typed.
    async fn form(
        self,
        case: ApplicationId,
        on: Option<&AuthorityId>,
        faults: Faults,
    ) -> Result<Response, Failure> {
        let view = self.desk().case(&self.signed.actor, case).await?;
        let Sent {
            site, shell, typed, ..
        } = self;
        match on {
            None => case::shown(&site, shell, &view, &typed, faults).await,
            Some(authority) => referral::shown(&site, shell, &view, authority, &typed, faults).await,
        }
    }

    /// The page that says what a final change does.
    async fn confirmed(
        self,
        case: ApplicationId,
        change: &Change,
        action: String,
    ) -> Result<Response, Failure> {
        let view = self.desk().case(&self.signed.actor, case).await?;
        confirm::shown(&self.site, self.shell, &view, change, &self.typed, action).await
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
