//! Applying for an event again: the button on its case, and on the new case what it began with.

use super::held::OfDate;
use super::{case, faults, id};
use crate::form::{Form, Typed};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, see_other};
use act::ApplicationId;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use clearance::acts::{ActName, could_be_applied_for_again};
use desk::clearance::CaseView;
use desk::{Desk, Fault};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/cases/{id}/again", post(begin))
}

/// The way to apply for the event of a case again.
pub(crate) struct ApplyAgain {
    pub path: String,
    /// Whether it is what one most likely comes for: the event is over.
    pub first: bool,
}

impl ApplyAgain {
    /// For whoever may, where the rules still are there.
    fn of(site: &Site, shell: &Shell, view: &CaseView) -> Option<ApplyAgain> {
        let application = &view.application;
        could_be_applied_for_again(application, &view.context).ok()?;
        site.desk
            .rulebooks()
            .in_force(&application.rulebook.as_ref()?.id)?;
        let event = application.submission.as_ref().map(|one| &one.event);
        let is_over = event.is_some_and(|event| event.is_over(view.context.at));
        Some(ApplyAgain {
            path: shell.to(&format!("/cases/{}/again", view.id)),
            first: is_over,
        })
    }
}

/// The drafts that begin from a case, and the application that it began from itself.
pub(crate) struct Again {
    /// Which case the reader can amend here.
    pub amends: Option<ApplicationId>,
    /// How its event is applied for again, for another day.
    pub apply: Option<ApplyAgain>,
    /// The application that it began with the answers of, and its page.
    pub copied: Option<(String, String)>,
    /// That its day was held, and what else wants it.
    pub date: OfDate,
}

impl Again {
    pub(crate) async fn of(site: &Site, shell: &Shell, view: &CaseView) -> Result<Again, Failure> {
        Ok(Again {
            amends: view.offers(ActName::Amend).then_some(view.id),
            apply: ApplyAgain::of(site, shell, view),
            date: OfDate::of(site, shell.t, view).await?,
            copied: copied(&site.desk, shell.t, view).await?,
        })
    }
}

/// The application that a case began with the answers of: its reference, its event and its day, and its page. Only whoever may read
/// that one is told.
async fn copied(desk: &Desk, t: Text, view: &CaseView) -> Result<Option<(String, String)>, Failure> {
    let copy_of = view.application.submission.as_ref().and_then(|one| one.copy_of);
    let Some(copied) = desk.copied(&view.context.actor, copy_of).await? else {
        return Ok(None);
    };
    let Some(submission) = &copied.application.submission else {
        return Ok(None);
    };
    let said = [
        ("reference", copied.application.reference.as_str().into()),
        ("event", submission.event.title.as_str().into()),
        ("date", t.date(submission.event.date).into()),
    ];
    Ok(Some((
        t.with("again-copy-of", said),
        format!("/cases/{}", copied.id),
    )))
}

/// Begins the draft, and leads to it; who may not is told why on the case.
async fn begin(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    faults::readable(&typed)?;
    let case: ApplicationId = id(&case)?;
    match site.desk.begin_draft_again(&signed.actor, case).await {
        Ok(draft) => Ok(see_other(&shell.to(&format!("/drafts/{draft}")))),
        Err(fault @ Fault::Refused(_)) => {
            let mut shell = shell;
            shell.path = format!("/cases/{case}");
            let view = site.desk.case(&signed.actor, case).await?;
            let faults = faults::shown(&shell, fault)?;
            let page = case::shown(&site, shell, &view, &Typed::default(), faults).await?;
            Ok(faults::not_taken(page))
        }
        Err(fault) => Err(fault.into()),
    }
}
