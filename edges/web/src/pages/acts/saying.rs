//! What is shown before an act that cannot be undone: what will be recorded of which event, and what follows.

use super::SaidBefore;
use crate::form::Typed;
use crate::pages::confirm::{Confirming, Row, asked};
use crate::pages::documents::Documents;
use crate::pages::thread::{Here, of_case, origin};
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::{Named, event_line, event_title, unprintable, zone};
use crate::{Failure, Text};
use act::Reason;
use axum::response::Response;
use clearance::Application;
use desk::clearance::CaseView;

/// A final act in words.
pub(super) struct Words {
    pub title: &'static str,
    /// What of the thread it changes.
    pub here: Here,
    pub rows: Vec<Row>,
    pub follows: Vec<String>,
    pub button: &'static str,
    /// The kind of the button.
    pub kind: &'static str,
    /// The first field that was typed, to which one goes back; none where nothing was.
    pub field: Option<&'static str>,
}

/// The page that says what a final act does, by which the application stands as it would `then`. The form is sent to `action` again, which is where it came to; the shell's
/// address is that of the page it came from.
pub(super) async fn shown<P>(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    then: &Application,
    (act, said, sealed): (&P, SaidBefore<P>, Option<Reason>),
    typed: &Typed,
    action: String,
) -> Result<Response, Failure> {
    let t = shell.t;
    let named = Named::of(site, t, &view.application).await?;
    let saying = Saying {
        site,
        t,
        view,
        then,
        sealed,
        documents: Documents::of_case(site, &shell, view, &named),
        named,
    };
    let words = said(act, &saying).ok_or_else(Failure::not_found)?;
    let origin = origin(&site.desk, view).await?;
    let thread = of_case(t, view, origin.as_ref(), words.here);
    let confirming = Confirming {
        title: t.get(words.title).into_owned(),
        rows: words.rows,
        follows: words.follows,
        button: words.button,
        kind: words.kind,
        field: words.field,
        back: "back-to-case",
    };
    Ok(asked(shell.threaded(thread), confirming, typed, action))
}

/// What an act is said with.
pub(super) struct Saying<'v> {
    pub site: &'v Site,
    pub t: Text,
    pub view: &'v CaseView,
    /// The application as it would stand.
    pub then: &'v Application,
    /// The words that are sealed with it.
    pub sealed: Option<Reason>,
    pub documents: Documents,
    pub named: Named,
}

impl Saying<'_> {
    pub fn application(&self) -> &Application {
        &self.view.application
    }

    pub fn row(&self, label: &str, value: impl Into<String>) -> Row {
        Row::of(self.t.get(label), vec![value.into()])
    }

    /// The event, and who holds it: for whom the act is.
    pub fn event(&self) -> Vec<Row> {
        let application = self.application();
        let line = event_line(self.t, application, &zone(application, self.site));
        let organisers = application
            .submission
            .iter()
            .flat_map(|one| self.named.organisers(&one.organisers));
        let event = vec![event_title(application), line];
        vec![
            Row::of(self.t.get("column-event"), event),
            Row::of(self.t.get("paper-organisers"), organisers.collect()),
        ]
    }

    /// What was handed in, and which documents are missing.
    pub fn documents(&self) -> Vec<Row> {
        let lines = self.documents.lines();
        let handed_in = if lines.is_empty() {
            self.row("case-files", self.t.get("check-no-files"))
        } else {
            Row::of(self.t.get("case-files"), lines)
        };
        let missing = self.documents.missing(None);
        let missing = missing.map(|one| Row::of(self.t.get("documents-missing"), one.names));
        [handed_in].into_iter().chain(missing).collect()
    }

    /// The reasons that were given, or that none were.
    pub fn reasons(&self, reasons: Option<&Reason>) -> String {
        reasons.map_or_else(
            || self.t.get("paper-no-reasons").into_owned(),
            ToString::to_string,
        )
    }

    /// Which characters of a text no paper prints, if any.
    pub fn unprintable(&self, text: &str) -> Option<String> {
        unprintable(text).map(|characters| self.t.one("confirm-unprintable", "characters", characters))
    }

    /// What follows, each by its text.
    pub fn follows(&self, texts: &[&str]) -> Vec<String> {
        texts.iter().map(|id| self.t.get(id).into_owned()).collect()
    }
}
