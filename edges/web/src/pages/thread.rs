//! The thread that a page belongs to: source → meeting → request → application → decisions → permit. Each step is
//! there; it is a link where the reader may go and something is.

use crate::shell::Step;
use crate::{Failure, Text};
use act::{Actor, RequestId};
use clearance::{Application, Stage};
use desk::Desk;
use desk::clearance::CaseView;

/// Where on the thread a page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Here {
    /// The application.
    Application,
    /// A referral or its decision.
    Decisions,
    /// The permit.
    Permit,
}

fn step(text: String, path: Option<String>, here: bool) -> Step {
    Step {
        text,
        path: path.filter(|_| !here),
        here,
    }
}

/// The steps before the application: from the request that it cites, as far as the reader may see them.
async fn before(
    desk: &Desk,
    t: Text,
    actor: Option<&Actor>,
    cites: Option<RequestId>,
) -> Result<Vec<Step>, Failure> {
    let Some(request) = cites else { return Ok(vec![]) };
    let origin = desk.origin_of(actor, request).await?;
    let mut steps = vec![];
    if let Some(source) = origin.source {
        steps.push(step(
            t.get("thread-source").into_owned(),
            Some(format!("/sources/{source}")),
            false,
        ));
    }
    if let Some((meeting, when)) = origin.meeting {
        let words = t.one("thread-meeting", "when", super::meetings::when(t, &when));
        steps.push(step(words, Some(format!("/meetings/{meeting}")), false));
    }
    let path = origin.open.then(|| format!("/requests/{request}"));
    steps.push(step(t.get("thread-request").into_owned(), path, false));
    Ok(steps)
}

/// The thread of a case, for one of its parties.
pub(crate) async fn of_case(desk: &Desk, t: Text, view: &CaseView, here: Here) -> Result<Vec<Step>, Failure> {
    let submission = view.application.submission.as_ref();
    let cites = submission.and_then(|submission| submission.cites);
    let mut steps = before(desk, t, Some(&view.context.actor), cites).await?;
    let case = format!("/cases/{}", view.id);
    steps.extend(after(t, &view.application, Some(case), here));
    Ok(steps)
}

/// The thread of what will be an application, for whoever writes it.
pub(crate) async fn of_draft(
    desk: &Desk,
    t: Text,
    actor: &Actor,
    cites: Option<RequestId>,
) -> Result<Vec<Step>, Failure> {
    let mut steps = before(desk, t, Some(actor), cites).await?;
    steps.push(step(t.get("thread-draft").into_owned(), None, true));
    let after = ["thread-decisions", "thread-permit"].map(|id| step(t.get(id).into_owned(), None, false));
    steps.extend(after);
    Ok(steps)
}

/// The thread of a permit, for anyone: without the links that only parties may follow.
pub(crate) fn of_permit(t: Text, application: &Application, here: Here) -> Vec<Step> {
    after(t, application, None, here)
}

fn after(t: Text, application: &Application, case: Option<String>, here: Here) -> Vec<Step> {
    let words = t.one("thread-application", "reference", application.reference.as_str());
    let decided = application
        .referrals
        .values()
        .any(|referral| referral.decided.is_some());
    let decisions = case
        .as_ref()
        .filter(|_| decided)
        .map(|case| format!("{case}#decisions"));
    let permit = application
        .permit
        .as_ref()
        .map(|permit| format!("/permits/{}", permit.content.permit));
    let permit_words = match application.stage() {
        Stage::Revoked => t.get("thread-permit-revoked"),
        _ => t.get("thread-permit"),
    };
    vec![
        step(words, case, here == Here::Application),
        step(
            t.get("thread-decisions").into_owned(),
            decisions,
            here == Here::Decisions,
        ),
        step(permit_words.into_owned(), permit, here == Here::Permit),
    ]
}
