//! The documents of a case: which the rules ask for and for whom, which of them are in, and handing in one that is missing.

use super::{case, faults, id};
use crate::form::Upload;
use crate::parts::{Choice, Faults, FileField};
use crate::routes::Routes;
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::typed::Typed;
use crate::wording::{zone, zone_by};
use crate::{Failure, Text, see_other};
use act::{ApplicationId, AttachmentId, AuthorityId, Timestamp};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use clearance::Attachment;
use clearance::acts::ActName;
use desk::clearance::{CaseView, Draft};
use jiff::tz::TimeZone;
use rulebook::{Answers, Required, Rulebook};
use std::collections::BTreeMap;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/cases/{id}/documents", post(hand_in))
}

/// A file with its address and, where it came after the application, when.
struct FileLine {
    name: String,
    path: String,
    since: Option<String>,
}

/// A document that the rules ask for.
struct Wanted {
    document: String,
    label: String,
    /// The ids of those for whom it is.
    by: Vec<String>,
    /// For whom, in words.
    authorities: String,
    /// What was handed in as it: nothing where it is missing.
    files: Vec<FileLine>,
}

/// The documents that the rules ask for, each with what was handed in as it, and what was handed in besides.
#[derive(Template)]
#[template(path = "parts/documents.html")]
pub(crate) struct Documents {
    t: Text,
    shell: Shell,
    wanted: Vec<Wanted>,
    others: Vec<FileLine>,
}

// Its template escapes what it shows.
impl HtmlSafe for Documents {}

/// What the files of an application, or of a draft, are shown by.
struct Filed<'f> {
    of: ApplicationId,
    files: &'f [Attachment],
    /// When those came that were handed in later.
    later: &'f BTreeMap<AttachmentId, Timestamp>,
    zone: &'f TimeZone,
}

impl Filed<'_> {
    fn line(&self, t: Text, file: &Attachment) -> FileLine {
        let since = self.later.get(&file.attachment);
        FileLine {
            name: file.name.to_string(),
            path: format!("/cases/{}/files/{}", self.of, file.attachment),
            since: since.map(|at| t.one("document-since", "at", t.instant(*at, self.zone))),
        }
    }
}

impl Documents {
    /// By what the rules ask for these answers.
    fn of(shell: &Shell, rulebook: Option<&Rulebook>, answers: &Answers, filed: &Filed<'_>) -> Documents {
        let t = shell.t;
        let wanted = rulebook.map_or(vec![], |rulebook| wanted(t, rulebook, answers, filed));
        let is_wanted = |file: &&Attachment| {
            let of = |one: &Wanted| file.document.as_deref() == Some(&one.document);
            wanted.iter().any(of)
        };
        let others = filed.files.iter().filter(|file| !is_wanted(file));
        Documents {
            t,
            others: others.map(|file| filed.line(t, file)).collect(),
            wanted,
            shell: shell.clone(),
        }
    }

    /// Of a draft, by what was answered so far.
    pub(crate) fn of_draft(
        site: &Site,
        shell: &Shell,
        rulebook: &Rulebook,
        draft: &Draft,
        files: &[Attachment],
        answers: &Answers,
    ) -> Documents {
        let filed = Filed {
            of: draft.application,
            files,
            later: &BTreeMap::new(),
            zone: &zone_by(site, &draft.rulebook),
        };
        Documents::of(shell, Some(rulebook), answers, &filed)
    }

    /// Of a case, by the version of the rules that it is bound to.
    pub(crate) fn of_case(site: &Site, shell: &Shell, view: &CaseView) -> Documents {
        let application = &view.application;
        let pin = application.rulebook.as_ref();
        let rulebook = pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
        let (none, submission) = (Answers::new(), application.submission.as_ref());
        let filed = Filed {
            of: view.id,
            files: submission.map_or(&[], |one| &one.attachments),
            later: &application.documents_later,
            zone: &zone(application, site),
        };
        let answers = submission.map_or(&none, |one| &one.answers);
        Documents::of(shell, rulebook.as_deref(), answers, &filed)
    }

    /// That some are missing, and which; of those for one authority, or of all.
    pub(crate) fn missing(&self, of: Option<&AuthorityId>) -> Option<String> {
        let concerns = |one: &&Wanted| {
            let is_for = |authority: &AuthorityId| one.by.iter().any(|by| by == authority.as_str());
            one.files.is_empty() && of.is_none_or(is_for)
        };
        let missing: Vec<_> = self.wanted.iter().filter(concerns).collect();
        let labels: Vec<_> = missing.iter().map(|one| one.label.as_str()).collect();
        (!labels.is_empty()).then(|| self.t.one("documents-missing", "documents", labels.join("; ")))
    }

    /// A choice of which of them a file is, or another; none where the rules ask for none.
    pub(crate) fn choice(&self, typed: &Typed, faults: &Faults) -> Option<SelectField> {
        if self.wanted.is_empty() {
            return None;
        }
        let choice = |value: &str, label: String| Choice {
            value: value.to_owned(),
            label,
            hint: None,
        };
        // What is still missing is offered first.
        let (missing, in_already): (Vec<_>, Vec<_>) =
            self.wanted.iter().partition(|one| one.files.is_empty());
        let choices = missing.into_iter().chain(in_already);
        let choices = choices.map(|one| choice(&one.document, one.label.clone()));
        let other = choice("", self.t.get("document-other").into_owned());
        let label = self.t.get("field-document");
        Some(SelectField::new(
            self.t,
            "document",
            label,
            choices.chain([other]).collect(),
            typed,
            faults,
        ))
    }
}

fn wanted(t: Text, rulebook: &Rulebook, answers: &Answers, filed: &Filed<'_>) -> Vec<Wanted> {
    let required = clearance::required(rulebook, answers).unwrap_or_default();
    let required: Vec<&Required> = required.iter().map(|(required, _)| required).collect();
    let language = t.language().tag();
    let one = |one: &rulebook::Needed<'_, &rulebook::Document>| {
        let names = one.authorities.iter().map(|by| by.short.in_language(language));
        let files = filed.files.iter();
        let files = files.filter(|file| file.document.as_deref() == Some(one.id));
        Wanted {
            document: one.id.to_owned(),
            label: one.what.label.in_language(language).to_owned(),
            by: one.authorities.iter().map(|by| by.id.clone()).collect(),
            authorities: names.collect::<Vec<_>>().join(", "),
            files: files.map(|file| filed.line(t, file)).collect(),
        }
    };
    rulebook.needs(&required).documents.iter().map(one).collect()
}

/// The form by which a document is handed in after the application.
pub(crate) struct HandingIn {
    pub document: Option<SelectField>,
    pub file: FileField,
}

impl HandingIn {
    /// The form, for whoever may hand one in.
    pub(crate) fn of(
        t: Text,
        view: &CaseView,
        documents: &Documents,
        typed: &Typed,
        faults: &Faults,
    ) -> Option<HandingIn> {
        view.offers(ActName::HandIn).then(|| HandingIn {
            document: documents.choice(typed, faults),
            file: FileField::new(t, "file", t.get("field-file"), faults),
        })
    }

    /// Its fields, and what they are called.
    pub(crate) fn labels(&self) -> impl Iterator<Item = (&str, &str)> {
        let document = self.document.iter().map(SelectField::label);
        document.chain([self.file.label()])
    }
}

async fn hand_in(
    State(site): State<Site>,
    mut shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    sent: Upload,
) -> Result<Response, Failure> {
    let case: ApplicationId = id(&case)?;
    shell.path = format!("/cases/{case}");
    let (desk, actor) = (&site.desk, &signed.actor);
    let document = sent.typed.get("document");
    let file = sent.file.clone().unwrap_or_default();
    let Err(fault) = desk.hand_in(actor, case, file, document).await else {
        return Ok(see_other(&format!("{}#documents", shell.to(&shell.path))));
    };
    let mut faults = faults::shown(&shell, fault)?;
    if let Some(file) = sent.file.filter(|_| faults.at("file").is_none()) {
        // No browser keeps what was chosen in a file field.
        faults = faults.and("file", shell.t.one("file-again", "name", file.name));
    }
    let view = desk.case(actor, case).await?;
    let page = case::shown(&site, shell, &view, &sent.typed, faults).await?;
    Ok(faults::not_taken(page))
}
