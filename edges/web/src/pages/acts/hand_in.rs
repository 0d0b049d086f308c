//! The organiser hands in a document that was missing. Its bytes come with the form, and are laid by while what that does is
//! shown: nobody chooses a file twice to say once more what it is.

use super::confide::Readers;
use super::filled::of;
use super::saying::{self, Saying, Words};
use super::sent::{beside, reason};
use crate::confided::readers;
use crate::form::{Typed, Upload};
use crate::pages::confirm::{Press, Row, Step};
use crate::pages::documents::{Documents, FIELD, sent_as};
use crate::pages::entry::{Entering, Field};
use crate::pages::thread::Here;
use crate::pages::{case, faults, id};
use crate::parts::{Choice, Faults, FileField};
use crate::routes::Routes;
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::typed::{CHECKED_FIELD, LAID_BY_FIELD, LAID_BY_NAME_FIELD};
use crate::wording::Named;
use crate::{Failure, Text, see_other};
use act::{Actor, ApplicationId};
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use clearance::acts::{ActName, ToFew};
use desk::clearance::{CaseView, LaidBy, LaidByFor, SentAs};
use desk::{Desk, Fault};

pub(super) fn routes() -> Routes {
    Routes::new().route("/cases/{id}/documents", post(hand_in))
}

const READERS: Readers = Readers {
    to: "hand-in-to",
    among: "hand-in-among",
};
const REASONS: &str = "hand-in-reasons";

/// The form by which a document is handed in after the application.
pub(crate) struct HandingIn {
    pub document: Option<SelectField>,
    /// Who reads it, where that can be said: folded away, since mostly all do.
    pub readers: Option<Field>,
    pub file: FileField,
    /// The file that was chosen before, if one was: what it is found by, and its name.
    pub laid_by: Option<(String, String)>,
}

impl HandingIn {
    /// The form, for whoever may hand one in.
    pub(crate) fn of(
        site: &Site,
        t: Text,
        view: &CaseView,
        documents: &Documents,
        typed: &Typed,
        faults: &Faults,
    ) -> Option<HandingIn> {
        let laid_by = || {
            (
                typed.get(LAID_BY_FIELD).to_owned(),
                typed.get(LAID_BY_NAME_FIELD).to_owned(),
            )
        };
        view.offers(ActName::HandIn).then(|| HandingIn {
            document: documents.choice(typed, faults),
            readers: view
                .application
                .can_hand_in_to_few(&view.context)
                .then(|| read_by(t, &readers(site, t, view), typed, faults)),
            file: FileField::new(t, "file", t.get("field-file"), faults),
            laid_by: typed.given(LAID_BY_FIELD).then(laid_by),
        })
    }

    /// Its fields, and what they are called.
    pub(crate) fn labels(&self) -> impl Iterator<Item = (&str, &str)> {
        let document = self.document.iter().map(SelectField::label);
        let readers = self.readers.iter().flat_map(Field::labels);
        document.chain(readers).chain([self.file.label()])
    }
}

fn read_by(t: Text, readers: &[Choice], typed: &Typed, faults: &Faults) -> Field {
    let all = Typed::default().and(READERS.to, Readers::ALL);
    let is_said = typed.given(READERS.to);
    let entering = Entering {
        t,
        typed: if is_said { typed } else { &all },
        faults,
    };
    let [to, among] = READERS.fields(entering, readers);
    let reasons = entering.lines(REASONS, "field-hand-in-reasons", 2_000);
    let is_wrong = [READERS.to, READERS.among, REASONS];
    let is_wrong = is_wrong.iter().any(|field| faults.at(field).is_some());
    Field::Folded {
        title: t.get("hand-in-readers").into_owned(),
        of: t.get("act-hand-in").into_owned(),
        open: is_wrong || is_said && typed.get(READERS.to) != Readers::ALL,
        fields: vec![to, among, reasons.hint(t.get("hint-confided-reasons")).into()],
    }
}

/// A file as a document.
struct Document {
    laid_by: LaidBy,
    sent: SentAs,
}

/// As what a file is handed in, and to whom: to all who read the case, where that is not said.
fn sent_to(typed: &Typed, asks: bool) -> Result<SentAs, Fault> {
    let mut faults = vec![];
    let document = of(sent_as(typed, asks).map(str::to_owned), &mut faults);
    let among = match typed.given(READERS.to) {
        true => READERS.among(typed).map_err(|fault| faults.push(fault)).ok(),
        false => Some(None),
    };
    let is_few = typed.get(READERS.to) == Readers::FEW;
    let reasons = is_few.then(|| of(reason(typed, REASONS), &mut faults));
    let few = among.flatten().zip(reasons.flatten());
    match document {
        Some(document) if faults.is_empty() => Ok(SentAs {
            document,
            few: few.map(|(among, reasons)| ToFew {
                among,
                reasons,
                rules: vec![],
            }),
        }),
        _ => Err(Fault::Invalid(faults)),
    }
}

/// The file that comes with a form, laid by from here on, or the one that its form says was.
async fn laid_by(
    desk: &Desk,
    actor: &Actor,
    case: ApplicationId,
    sent: &mut Upload,
) -> Result<LaidBy, Fault> {
    match sent.file.take() {
        None if sent.typed.given(LAID_BY_FIELD) => {
            desk.laid_by(actor, case, LaidByFor::Document, sent.typed.get(LAID_BY_FIELD))
                .await
        }
        file => {
            desk.lay_by(actor, case, LaidByFor::Document, file.unwrap_or_default())
                .await
        }
    }
}

/// What a form says, with the file that it goes on with.
fn with(typed: &Typed, laid_by: Option<&LaidBy>) -> Typed {
    let own = [FIELD, CHECKED_FIELD, READERS.to, READERS.among, REASONS];
    let said = typed.fields().filter(|(name, _)| own.contains(name));
    let typed = said.fold(Typed::default(), |typed, (name, value)| typed.and(name, value));
    laid_by.into_iter().fold(typed, |typed, one| {
        let typed = typed.and(LAID_BY_FIELD, one.key.to_string());
        typed.and(LAID_BY_NAME_FIELD, one.file.name.as_str())
    })
}

async fn hand_in(
    State(site): State<Site>,
    mut shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    mut sent: Upload,
) -> Result<Response, Failure> {
    let case: ApplicationId = id(&case)?;
    let action = shell.to(&shell.path);
    shell.path = format!("/cases/{case}");
    let (desk, actor) = (&site.desk, &signed.actor);
    let view = desk.case(actor, case).await?;
    let chosen = sent.file.as_ref().map(|file| file.name.clone());
    let chosen = chosen.unwrap_or_else(|| sent.typed.get(LAID_BY_NAME_FIELD).to_owned());
    // A refusal comes before any fault of the form, and a file before what it is.
    let laid_by = laid_by(desk, actor, case, &mut sent).await;
    let typed = with(&sent.typed, laid_by.as_ref().ok());
    let is_laid_by = laid_by.is_ok();
    let named = Named::of(&site, shell.t, &view.application).await?;
    let asks = Documents::of_case(&site, &shell, &view, &named).asks();
    let read = match (laid_by, sent_to(&sent.typed, asks)) {
        (Ok(laid_by), Ok(sent)) => Ok(Document { laid_by, sent }),
        (Err(Fault::Invalid(file)), Err(Fault::Invalid(said))) => {
            Err(Fault::Invalid(file.into_iter().chain(said).collect()))
        }
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    };
    let done = match Press::of(&typed).step(read, |_| true) {
        Step::Again => return case::shown(&site, shell, &view, &typed, Faults::none()).await,
        Step::Show(one) => match desk
            .would_hand_in(actor, case, &one.laid_by.file, one.sent.clone())
            .await
        {
            Ok(then) => {
                return saying::shown(&site, shell, &view, &then, (&one, said, None), &typed, action).await;
            }
            Err(fault) => Err(fault),
        },
        // It stays laid by: a form that is sent twice hands one document in.
        Step::Do(one) => desk.hand_in(actor, case, one.laid_by.file, one.sent).await,
        Step::Not(fault) => Err(fault),
    };
    let Err(fault) = done.map_err(|fault| beside(fault, &[("authority", READERS.among)])) else {
        return Ok(see_other(&format!("{}#documents", shell.to(&shell.path))));
    };
    let view = desk.case(actor, case).await?;
    // Where none can be handed in any more, there is nothing to choose again.
    let again = !is_laid_by && !chosen.is_empty() && view.offers(ActName::HandIn);
    let again = again.then_some(chosen.as_str());
    let faults = faults::file_again(shell.t, faults::shown(&shell, fault)?, again);
    let page = case::shown(&site, shell, &view, &typed, faults).await?;
    Ok(faults::not_taken(page))
}

fn said(document: &Document, saying: &Saying<'_>) -> Option<Words> {
    let mut rows = saying.event();
    let asks = saying.documents.asks();
    if asks {
        rows.push(saying.row("field-document", saying.documents.called(&document.sent.document)));
    }
    rows.push(saying.row("confirm-file", document.laid_by.file.name.as_str()));
    let follows = match &document.sent.few {
        None => "act-hand-in-what",
        Some(few) => {
            rows.extend(read_by_few(few, saying));
            "confirm-hand-in-few"
        }
    };
    Some(Words {
        title: "confirm-hand-in-title",
        here: Here::Application,
        rows,
        follows: saying.follows(&[follows]),
        button: "act-hand-in",
        kind: "",
        field: Some(if asks { FIELD } else { "file" }),
    })
}

/// Who reads it beside those who always do, and why.
fn read_by_few(few: &ToFew, saying: &Saying<'_>) -> Vec<Row> {
    let all = readers(saying.site, saying.t, saying.view).into_iter();
    let is_named = |one: &Choice| few.among.iter().any(|id| id.as_str() == one.value);
    let mut names: Vec<String> = all.filter(is_named).map(|one| one.label).collect();
    if names.is_empty() {
        names.push(saying.t.get("hand-in-to-nobody").into_owned());
    }
    vec![
        Row::of(saying.t.get("field-confided-among"), names),
        saying.row("field-hand-in-reasons", few.reasons.to_string()),
    ]
}
