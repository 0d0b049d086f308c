//! Deciding on a proposal: approved, declined, taken back, published. What makes law is done at the second press: the first shows
//! what it does.

use super::super::confirm::{Confirming, Press, Row, Step, asked};
use super::super::faults;
use super::super::reading::Reading;
use super::proposal::{changes, line, shown};
use super::tests;
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::version_title;
use crate::{Failure, see_other};
use axum::extract::{Path, State};
use axum::response::Response;
use desk::governance::{ProposalChange, ProposalView};
use desk::{Fault, FieldFault};

/// The most changes that are told once more before a version is approved; its page has all.
const MOST_CHANGES: usize = 20;

/// Whether a change makes law, so that whoever makes it sees first what it does.
fn is_final(change: &ProposalChange) -> bool {
    match change {
        ProposalChange::Approve | ProposalChange::Publish(_) => true,
        ProposalChange::Decline(_) | ProposalChange::Withdraw => false,
    }
}

/// A form by which someone wants something done to a proposal.
struct Sent<'a> {
    site: &'a Site,
    signed: &'a Signed,
    id: String,
    number: u32,
    typed: &'a Typed,
}

impl Sent<'_> {
    async fn view(&self) -> Result<ProposalView, Fault> {
        let desk = &self.site.desk;
        desk.proposal(&self.signed.actor, &self.id, self.number).await
    }

    /// Carries a change out, or shows first what it does.
    async fn change(&self, shell: Shell, change: Result<ProposalChange, Fault>) -> Result<Response, Failure> {
        let action = shell.to(&shell.path);
        let mut shell = shell;
        // Where a form is sent there is nothing to read: the other languages lead to the page that it stands on.
        shell.path = format!("/rulebook-proposals/{}/{}", self.id, self.number);
        let (desk, actor) = (&self.site.desk, &self.signed.actor);
        let read = faults::readable(self.typed).and(change);
        let done = match Press::of(self.typed).step(read, is_final) {
            Step::Again => {
                let view = self.view().await?;
                return shown(self.site, shell, &view, self.typed, Faults::none()).await;
            }
            Step::Show(change) => {
                let would = desk.would_change_proposal(actor, &self.id, self.number, change.clone());
                match would.await {
                    Ok(()) => return self.confirmed(shell, &change, action).await,
                    Err(fault) => Err(fault),
                }
            }
            Step::Do(change) => desk.change_proposal(actor, &self.id, self.number, change).await,
            Step::Not(fault) => Err(fault),
        };
        let Err(fault) = done else {
            return Ok(see_other(&shell.to(&shell.path)));
        };
        let faults = faults::shown(&shell, fault)?;
        let view = self.view().await?;
        let page = shown(self.site, shell, &view, self.typed, faults).await?;
        Ok(faults::not_taken(page))
    }

    /// The page that says what a change does.
    async fn confirmed(
        &self,
        shell: Shell,
        change: &ProposalChange,
        action: String,
    ) -> Result<Response, Failure> {
        let t = shell.t;
        let view = self.view().await?;
        let proposed = &view.proposal.version;
        let all = changes(t, &view);
        let more = all.len().saturating_sub(MOST_CHANGES);
        let mut told: Vec<String> = all.into_iter().take(MOST_CHANGES).map(|one| one.words).collect();
        if more > 0 {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            told.push(t.one("confirm-more-changes", "count", more));
        }
        let row = |label: &str, value: String| Row::of(t.get(label), vec![value]);
        let mut rows = vec![
            row("column-version", version_title(t, &view.version.rulebook)),
            row("field-purpose", proposed.purpose.to_string()),
            row(
                "proposal-made",
                line(self.site, t, "history-proposed", &view, &view.proposal.by).await?,
            ),
            Row::of(t.get("proposal-changes"), told),
        ];
        if let Some(older) = &view.changes {
            let tests = tests::changed(t, older, &view.version).await?;
            if !tests.is_empty() {
                rows.push(Row::of(t.get("tests-title"), tests));
            }
        }
        let (title, follows, button, field) = if let ProposalChange::Publish(from) = change {
            let from = t.date(*from);
            rows.push(row("field-binds-from", from.clone()));
            let follows = vec![
                t.one("confirm-publish", "date", from),
                t.get("confirm-publication-stands").into_owned(),
            ];
            ("confirm-publish-title", follows, "proposal-publish", Some("from"))
        } else {
            rows.push(row("field-binds-from", t.date(proposed.from)));
            let follows = ["confirm-approve", "confirm-approval-stands"];
            let follows = follows.map(|id| t.get(id).into_owned()).into();
            ("confirm-approve-title", follows, "proposal-approve", None)
        };
        let confirming = Confirming {
            title: t.get(title).into_owned(),
            rows,
            follows,
            button,
            kind: "",
            field,
            back: "back-to-proposal",
        };
        Ok(asked(shell, confirming, self.typed, action))
    }
}

async fn changed(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    (id, number): (String, String),
    typed: &Typed,
    change: Result<ProposalChange, Fault>,
) -> Result<Response, Failure> {
    let sent = Sent {
        site,
        signed,
        id,
        number: super::super::id(&number)?,
        typed,
    };
    sent.change(shell, change).await
}

pub(super) async fn approve(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    changed(&site, shell, &signed, at, &typed, Ok(ProposalChange::Approve)).await
}

pub(super) async fn withdraw(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    changed(&site, shell, &signed, at, &typed, Ok(ProposalChange::Withdraw)).await
}

pub(super) async fn decline(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let mut reading = Reading::of(&typed);
    let change = match reading.text("reasons") {
        Some(reasons) => Ok(ProposalChange::Decline(reasons)),
        None => Err(reading.end()),
    };
    changed(&site, shell, &signed, at, &typed, change).await
}

pub(super) async fn publish(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let from = typed.get("from").trim().parse();
    let change = from
        .map(ProposalChange::Publish)
        .map_err(|_| Fault::Invalid(vec![FieldFault::plain("from", "not-a-date")]));
    changed(&site, shell, &signed, at, &typed, change).await
}
