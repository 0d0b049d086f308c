//! The documents of a case: which the rules ask for and for whom, and which of them are in.

use crate::Text;
use crate::confided::Confided;
use crate::parts::{Choice, Faults};
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::Site;
use crate::typed::Typed;
use crate::wording::{Named, zone, zone_by};
use act::{ApplicationId, AttachmentId, AuthorityId, Timestamp};
use askama::Template;
use askama::filters::HtmlSafe;
use clearance::Attachment;
use desk::clearance::{CaseView, Draft};
use desk::{Fault, FieldFault};
use jiff::tz::TimeZone;
use rulebook::{Answers, Required, Rulebook};
use std::collections::BTreeMap;

/// The name of the field that says which document a file is, and what it says where it is none of those that the rules ask for.
pub(crate) const FIELD: &str = "document";
const ANOTHER: &str = "-";

/// A file with its address and, where it came after the application, when.
struct FileLine {
    name: String,
    path: String,
    since: Option<String>,
    attachment: AttachmentId,
    /// What the button sends that takes it off, where one does.
    detach: Option<String>,
}

/// A document that the rules ask for.
struct Wanted {
    document: String,
    label: String,
    /// What it should be, told while it is missing.
    help: String,
    /// The ids of those for whom it is.
    by: Vec<String>,
    /// For whom, in words.
    authorities: String,
    /// What was handed in as it: nothing where it is missing.
    files: Vec<FileLine>,
    /// What is said of each that was, and that is kept back from the reader.
    kept: Vec<String>,
}

/// The documents that the rules ask for, each with what was handed in as it, and what was handed in besides.
#[derive(Template)]
#[template(path = "parts/documents.html")]
pub(crate) struct Documents {
    t: Text,
    shell: Shell,
    wanted: Vec<Wanted>,
    others: Vec<FileLine>,
    /// What is said of each of those besides that is kept back.
    others_kept: Vec<String>,
}

impl Wanted {
    /// Whether none was handed in.
    fn is_missing(&self) -> bool {
        self.files.is_empty() && self.kept.is_empty()
    }
}

/// Which documents are missing, one a line.
#[derive(Template)]
#[template(path = "parts/missing.html")]
pub(crate) struct Missing {
    t: Text,
    pub names: Vec<String>,
    /// What comes of it.
    what_now: Option<String>,
    /// Where one is handed in.
    handed_in_at: Option<String>,
}

impl Missing {
    /// With what comes of it.
    pub(crate) fn so(self, what_now: String) -> Missing {
        Missing {
            what_now: Some(what_now),
            ..self
        }
    }

    /// With the address of the form by which one is handed in, for whoever may.
    pub(crate) fn handed_in_at(self, handed_in_at: Option<String>) -> Missing {
        Missing { handed_in_at, ..self }
    }
}

// Their templates escape what they show.
impl HtmlSafe for Documents {}
impl HtmlSafe for Missing {}

/// What the files of an application, or of a draft, are shown by.
struct Filed<'f> {
    of: ApplicationId,
    files: &'f [Attachment],
    /// When those came that were handed in later.
    later: &'f BTreeMap<AttachmentId, Timestamp>,
    /// Those that are kept back: which of the rulebook's each is, and what is said of it.
    kept: Vec<(Option<String>, String)>,
    zone: &'f TimeZone,
}

impl Filed<'_> {
    fn line(&self, t: Text, file: &Attachment) -> FileLine {
        let since = self.later.get(&file.attachment);
        FileLine {
            name: file.name.to_string(),
            path: format!("/cases/{}/files/{}", self.of, file.attachment),
            since: since.map(|at| t.one("document-since", "at", t.instant(*at, self.zone))),
            attachment: file.attachment,
            detach: None,
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
        let kept = filed.kept.iter();
        let kept = kept.filter(|(id, _)| !wanted.iter().any(|one| id.as_ref() == Some(&one.document)));
        Documents {
            t,
            others: others.map(|file| filed.line(t, file)).collect(),
            others_kept: kept
                .map(|(id, said)| document_kept(t, rulebook, id.as_deref(), said))
                .collect(),
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
            kept: vec![],
            zone: &zone_by(site, &draft.rulebook),
        };
        Documents::of(shell, Some(rulebook), answers, &filed)
    }

    /// The same with a button at each file that takes it off: it sends this and the file's id.
    pub(crate) fn taken_off_by(mut self, detach: &str) -> Documents {
        let wanted = self.wanted.iter_mut().flat_map(|one| &mut one.files);
        for file in wanted.chain(&mut self.others) {
            file.detach = Some(format!("{detach}{}", file.attachment));
        }
        self
    }

    /// Of a case, by the version of the rules that it is bound to.
    pub(crate) fn of_case(site: &Site, shell: &Shell, view: &CaseView, named: &Named) -> Documents {
        let application = &view.application;
        let pin = application.rulebook.as_ref();
        let rulebook = pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
        let (none, submission) = (Answers::new(), application.submission.as_ref());
        let filed = Filed {
            of: view.id,
            files: submission.map_or(&[], |one| &one.attachments),
            later: &application.documents_later,
            kept: Confided::of(site, shell.t, view, named).documents(),
            zone: &zone(application, site),
        };
        let answers = submission.map_or(&none, |one| &one.answers);
        Documents::of(shell, rulebook.as_deref(), answers, &filed)
    }

    /// Whether the rules ask for any.
    pub(crate) fn asks(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Whether none is asked for and none is in.
    pub(crate) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.others.is_empty() && self.others_kept.is_empty()
    }

    /// Which are missing, if any: of those for one authority, or of all.
    pub(crate) fn missing(&self, of: Option<&AuthorityId>) -> Option<Missing> {
        let concerns = |one: &&Wanted| {
            let is_for = |authority: &AuthorityId| one.by.iter().any(|by| by == authority.as_str());
            one.is_missing() && of.is_none_or(is_for)
        };
        let missing = self.wanted.iter().filter(concerns);
        let names: Vec<_> = missing.map(|one| one.label.clone()).collect();
        (!names.is_empty()).then_some(Missing {
            t: self.t,
            names,
            what_now: None,
            handed_in_at: None,
        })
    }

    /// What is in, one a line: which document it is, and its file.
    pub(crate) fn lines(&self) -> Vec<String> {
        let line = |document: &str, file: &FileLine| {
            let said = [("document", document.into()), ("file", file.name.as_str().into())];
            self.t.with("document-as", said)
        };
        let of = |one: &Wanted| {
            one.files
                .iter()
                .map(|file| line(&one.label, file))
                .collect::<Vec<_>>()
        };
        let other = self.t.get("document-other");
        let others = self.others.iter().map(|file| line(&other, file));
        let kept = |one: &Wanted| {
            let said = one.kept.iter().map(|said| {
                let words = [
                    ("document", one.label.as_str().into()),
                    ("file", said.as_str().into()),
                ];
                self.t.with("document-as", words)
            });
            said.collect::<Vec<_>>()
        };
        let kept = self.wanted.iter().flat_map(kept);
        let kept = kept.chain(self.others_kept.iter().cloned());
        let wanted = self.wanted.iter().flat_map(of);
        wanted.chain(others).chain(kept).collect()
    }

    /// What a document is called; another, where the rules ask for none of that id.
    pub(crate) fn called(&self, document: &str) -> String {
        let wanted = self.wanted.iter().find(|one| one.document == document);
        wanted.map_or_else(
            || self.t.get("document-other").into_owned(),
            |one| one.label.clone(),
        )
    }

    /// A choice of which of them a file is, or another; none where the rules ask for none. Nothing is chosen beforehand: a file
    /// would else count as what nobody said it is.
    pub(crate) fn choice(&self, typed: &Typed, faults: &Faults) -> Option<SelectField> {
        let choice = |value: &str, label: &str| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            hint: None,
        };
        // What is still missing is offered first.
        let (missing, in_already): (Vec<_>, Vec<_>) = self.wanted.iter().partition(|one| one.is_missing());
        let offered = missing.into_iter().chain(in_already);
        let offered = offered.map(|one| choice(&one.document, &one.label));
        let t = self.t;
        let choices = [choice("", &t.get("document-choose"))].into_iter().chain(offered);
        let choices = choices.chain([choice(ANOTHER, &t.get("document-other"))]);
        let label = t.get("field-document");
        self.asks()
            .then(|| SelectField::new(t, FIELD, label, choices.collect(), typed, faults))
    }
}

/// Which document a file was sent as: its id, or nothing for another.
///
/// # Errors
/// [`Fault::Invalid`] where that was asked, and still is, and was not said.
pub(crate) fn sent_as(typed: &Typed, asks: bool) -> Result<&str, Fault> {
    let was_asked = || typed.fields().any(|(name, _)| name == FIELD);
    match typed.get(FIELD) {
        "" if asks && was_asked() => Err(Fault::Invalid(vec![FieldFault::plain(FIELD, "document-which")])),
        ANOTHER => Ok(""),
        document => Ok(document),
    }
}

/// A document that is kept back, by what the rulebook calls its kind.
fn document_kept(t: Text, rulebook: Option<&Rulebook>, id: Option<&str>, said: &str) -> String {
    let known = id.and_then(|id| rulebook?.attachments().documents.get(id));
    let label = known.map_or_else(
        || t.get("document-kept").into_owned(),
        |one| one.label.in_language(t.language().tag()).to_owned(),
    );
    t.with("document-as", [("document", label.into()), ("file", said.into())])
}

/// The authorities that are asked by these answers.
fn required(rulebook: &Rulebook, answers: &Answers) -> Vec<Required> {
    let required = clearance::required(rulebook, answers).unwrap_or_default();
    required.into_iter().map(|(required, _)| required).collect()
}

/// Whether the rules ask for any document by these answers.
pub(crate) fn asked_for(rulebook: &Rulebook, answers: &Answers) -> bool {
    let required = required(rulebook, answers);
    let required: Vec<&Required> = required.iter().collect();
    !rulebook.needs(&required).documents.is_empty()
}

fn wanted(t: Text, rulebook: &Rulebook, answers: &Answers, filed: &Filed<'_>) -> Vec<Wanted> {
    let required = required(rulebook, answers);
    let required: Vec<&Required> = required.iter().collect();
    let language = t.language().tag();
    let one = |one: &rulebook::Needed<'_, &rulebook::Document>| {
        let names = one.authorities.iter().map(|by| by.short.in_language(language));
        let files = filed.files.iter();
        let files = files.filter(|file| file.document.as_deref() == Some(one.id));
        let help = one.what.help.as_ref();
        let kept = filed.kept.iter();
        let kept = kept.filter(|(id, _)| id.as_deref() == Some(one.id));
        Wanted {
            document: one.id.to_owned(),
            label: one.what.label.in_language(language).to_owned(),
            help: help.map_or_else(String::new, |help| help.in_language(language).to_owned()),
            by: one.authorities.iter().map(|by| by.id.clone()).collect(),
            authorities: names.collect::<Vec<_>>().join(", "),
            files: files.map(|file| filed.line(t, file)).collect(),
            kept: kept.map(|(_, said)| said.clone()).collect(),
        }
    };
    rulebook.needs(&required).documents.iter().map(one).collect()
}
