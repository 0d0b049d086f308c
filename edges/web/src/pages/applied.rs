//! What was applied for, as every party reads it: the event, what it follows from, and the documents.

use super::documents::Documents;
use super::{draft_form, id, meetings};
use crate::attachment::attachment;
use crate::confided::{Confided, ConfidedLine};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::Named;
use crate::{Failure, Text};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use desk::clearance::CaseView;
use desk::engagement::Origin;

/// What was applied for.
pub(crate) struct Applied {
    /// Each question with its answer.
    pub rows: Vec<(String, String)>,
    /// The request that it follows from.
    pub cites: Option<Cites>,
    /// The documents.
    pub documents: Documents,
    /// What of it is confided to few, among whom the reader is.
    pub confided: Vec<ConfidedLine>,
}

/// A request that an application follows from.
pub(crate) struct Cites {
    /// What was asked.
    pub text: String,
    /// Who asked whom, and when.
    pub asked: String,
    /// Its page, for those who may open it.
    pub path: Option<String>,
}

impl Applied {
    /// Of a case, as its reader may see it.
    pub(crate) fn of(
        site: &Site,
        shell: &Shell,
        view: &CaseView,
        origin: Option<&Origin>,
        named: &Named,
    ) -> Applied {
        let t = shell.t;
        let confided = Confided::of(site, t, view, named);
        let mut rows = draft_form::summary(site, t, &view.application, named);
        rows.extend(confided.answers());
        Applied {
            rows,
            confided: confided.lines(),
            cites: origin.map(|origin| cites(t, origin)),
            documents: Documents::of_case(site, shell, view, named),
        }
    }
}

fn cites(t: Text, origin: &Origin) -> Cites {
    let side = |side: &engagement::Side| side.name.in_language(t.language().tag()).to_owned();
    Cites {
        text: origin.made.text.to_string(),
        asked: t.with(
            "case-asked",
            [
                ("from", side(&origin.made.from).into()),
                ("to", side(&origin.made.to).into()),
                ("when", meetings::when(t, &origin.when).into()),
            ],
        ),
        path: origin.open.then(|| format!("/requests/{}", origin.request)),
    }
}

/// A file is handed over to be kept, never shown in place: its content is its sender's.
pub(crate) async fn file(
    State(site): State<Site>,
    signed: Signed,
    Path((case, file)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (kept, bytes) = site.desk.file(&signed.actor, id(&case)?, id(&file)?).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        attachment(kept.name.as_str()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
