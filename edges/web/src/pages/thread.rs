//! The thread that a page belongs to: source → meeting → request → application → decisions → permit. Each step is
//! there; it is a link where the reader may go and something is.

use crate::shell::Step;
use crate::{Failure, Text};
use act::{Actor, RequestId};
use clearance::{Application, Stage};
use desk::Desk;
use desk::clearance::CaseView;
use desk::engagement::Origin;

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

/// The steps before the application: from the source of the request that it follows from. Links are for those who may
/// open the record.
fn before(t: Text, origin: &Origin) -> Vec<Step> {
    let link = |path: String| origin.open.then_some(path);
    let source = format!("/sources/{}", origin.made.excerpt.source);
    let meeting = t.one("thread-meeting", "when", super::meetings::when(t, &origin.when));
    let request = t.get("thread-request").into_owned();
    vec![
        step(t.get("thread-source").into_owned(), link(source), false),
        step(meeting, link(format!("/meetings/{}", origin.made.meeting)), false),
        step(request, link(format!("/requests/{}", origin.request)), false),
    ]
}

/// The thread of a case, for one of its parties.
pub(crate) fn of_case(t: Text, view: &CaseView, origin: Option<&Origin>, here: Here) -> Vec<Step> {
    let mut steps = origin.map_or_else(Vec::new, |origin| before(t, origin));
    let case = format!("/cases/{}", view.id);
    steps.extend(after(t, &view.application, Some(case), here));
    steps
}

/// The thread of a draft, for whoever writes it: where it comes from and what it will be.
pub(crate) async fn of_draft(
    desk: &Desk,
    t: Text,
    actor: &Actor,
    cites: Option<RequestId>,
) -> Result<Vec<Step>, Failure> {
    let origin = cited(desk, actor, cites).await?;
    let mut steps = origin.map_or_else(Vec::new, |origin| before(t, &origin));
    steps.push(step(t.get("thread-draft").into_owned(), None, true));
    let ahead = ["thread-decisions", "thread-permit"];
    steps.extend(ahead.map(|words| step(t.get(words).into_owned(), None, false)));
    Ok(steps)
}

/// What a case follows from, as its parties see it.
pub(crate) async fn origin(desk: &Desk, view: &CaseView) -> Result<Option<Origin>, Failure> {
    let submission = view.application.submission.as_ref();
    let cites = submission.and_then(|submission| submission.cites);
    cited(desk, &view.context.actor, cites).await
}

async fn cited(desk: &Desk, actor: &Actor, cites: Option<RequestId>) -> Result<Option<Origin>, Failure> {
    Ok(match cites {
        Some(request) => desk.origin_of(actor, request).await?,
        None => None,
    })
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
        Stage::Suspended => t.get("thread-permit-suspended"),
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
