//! Asking people without an account for advice, by links that work once: who was asked, a form to ask, and the page that shows a link
//! to whoever hands it over.

use super::entry::{Entering, Field};
use super::link_made::{letter, made_at};
use super::reading::Reading;
use super::thread::{Here, of_case, origin};
use super::{faults, id};
use crate::by_link::{AdviceLines, asker, lines};
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults, FieldKind};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::typed::SEEN_FIELD;
use crate::wording::{event_line, event_title, zone};
use crate::{Failure, Language, Text, page, see_other};
use act::{AdviceId, ApplicationId, AuthorityId, Role};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use clearance::acts::{ActName, On, Seen};
use clearance::{AdviceAsked, AdviceRequest, Application};
use desk::Fault;
use desk::clearance::{ADDRESS_FIELD, AdviceLink, CaseView};
use serde::Deserialize;

const FOR: &str = "advice-for";
const NAME: &str = "advice-name";
const OFFICE: &str = "advice-office";
const LANGUAGE: &str = "advice-language";
const QUESTION: &str = "advice-question";
const UNTIL: &str = "advice-until";
const DOCUMENTS: &str = "advice-documents";
/// The one in whose place another is asked for.
const AGAIN: &str = "again";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/cases/{id}/advice", get(show).post(ask))
        .route("/cases/{id}/advice/{advice}/withdrawal", post(withdraw))
}

#[derive(Template)]
#[template(path = "pages/asked_by_link.html")]
struct AskedPage {
    shell: Shell,
    faults: Faults,
    case: String,
    event_title: String,
    event_line: String,
    /// That a link was sent.
    sent: bool,
    lines: Vec<AdviceLines>,
    /// The form, for whoever may ask.
    form: Option<AskForm>,
}

struct AskForm {
    seen: Seen,
    again: Option<String>,
    /// That another is asked for in its place, and of whom.
    anew: Option<String>,
    /// What happens with the link here.
    how: String,
    fields: Vec<Field>,
}

/// What the address says of the page before.
#[derive(Default, Deserialize)]
struct Came {
    #[serde(rename = "for")]
    whose: Option<String>,
    again: Option<String>,
    sent: Option<String>,
}

/// For which decisions the reader can ask: `None` is the case as a whole, which the lead asks for.
fn askable(view: &CaseView) -> Vec<Option<AuthorityId>> {
    let can = view.possible.iter().filter(|one| one.act == ActName::AskAdvice);
    can.filter_map(|one| match &one.on {
        On::Case => Some(None),
        On::Referral(authority) => Some(Some(authority.clone())),
        On::Asked(..) | On::Condition(..) => None,
    })
    .collect()
}

/// Whether the reader's authority asked this: the lead for the case, or reviewers for their own decision.
fn is_own(view: &CaseView, one: &AdviceRequest) -> bool {
    let actor = &view.context.actor;
    let as_asked = match one.asked.authority {
        None => actor.role == Role::Coordinator,
        Some(_) => matches!(actor.role, Role::Officer | Role::Decider),
    };
    one.by == actor.organisation && as_asked
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    Query(came): Query<Came>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let typed = begun(&view, &came, shell.t);
    shown(&site, shell, &view, &typed, Faults::none(), came.sent.is_some()).await
}

/// A form as it is begun: for the decision that one came from, or with what was asked before.
fn begun(view: &CaseView, came: &Came, t: Text) -> Typed {
    let typed = Typed::default().and(LANGUAGE, t.language().tag());
    let whose = came.whose.clone().into_iter();
    let typed = whose.fold(typed, |typed, whose| typed.and(FOR, whose));
    let before = came.again.as_ref().and_then(|one| one.parse().ok());
    let before = before.and_then(|one| view.application.advice_request(one));
    let Some(before) = before.filter(|one| one.is_awaited() && is_own(view, one)) else {
        return typed;
    };
    let asked = &before.asked;
    let typed = typed
        .and(AGAIN, asked.advice.to_string())
        .and(NAME, asked.name.as_str())
        .and(OFFICE, asked.office.as_str())
        .and(QUESTION, asked.question.as_str());
    let documents = asked.documents.iter();
    documents.fold(typed, |typed, one| typed.and(DOCUMENTS, one.to_string()))
}

async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    typed: &Typed,
    faults: Faults,
    sent: bool,
) -> Result<Response, Failure> {
    let (t, zone) = (shell.t, zone(&view.application, site));
    let lines = lines(site, t, view, &zone, |one| is_own(view, one));
    let form = form(site, t, view, typed, &faults);
    if form.is_none() && lines.is_empty() {
        return Err(Failure::not_found());
    }
    let origin = origin(&site.desk, view).await?;
    let thread = of_case(t, view, origin.as_ref(), Here::Decisions);
    let mut shell = shell.titled(t.get("by-link-title")).threaded(thread);
    shell.path = format!("/cases/{}/advice", view.id);
    shell.faulty = !faults.is_empty();
    let labels = form.iter().flat_map(|form| &form.fields).flat_map(Field::labels);
    Ok(page(&AskedPage {
        faults: faults.named(labels),
        case: format!("/cases/{}", view.id),
        event_title: event_title(&view.application),
        event_line: event_line(t, &view.application, &zone),
        sent,
        lines,
        form,
        shell,
    }))
}

fn form(site: &Site, t: Text, view: &CaseView, typed: &Typed, faults: &Faults) -> Option<AskForm> {
    let askable = askable(view);
    if askable.is_empty() {
        return None;
    }
    let entering = Entering { t, typed, faults };
    let mut fields: Vec<Field> = vec![];
    if askable.len() > 1 {
        let choice =
            |one: &AuthorityId| Choice::new(one.as_str(), asker(site, t, &view.application, Some(one)));
        let choices = askable.iter().flatten().map(choice).collect();
        fields.push(entering.choice(FOR, "field-by-link-for", choices).into());
    }
    let languages = Language::ALL.map(|one| Choice::new(one.tag(), one.own_name()));
    fields.push(entering.line(NAME, "field-by-link-name").into());
    fields.push(entering.line(OFFICE, "field-by-link-office").into());
    let delivers = site.desk.delivers_mail();
    if delivers {
        let address = entering.line(ADDRESS_FIELD, "field-by-link-address");
        let address = address.kind(FieldKind::Address);
        fields.push(address.hint(t.get("hint-by-link-address")).into());
    }
    let language = entering.choice(LANGUAGE, "field-by-link-language", languages.to_vec());
    fields.push(language.into());
    let question = entering.lines(QUESTION, "field-by-link-question", 2_000);
    fields.push(question.hint(t.get("hint-by-link-question")).into());
    let until = entering.line(UNTIL, "field-by-link-until").kind(FieldKind::Day);
    fields.push(until.hint(t.get("hint-by-link-until")).into());
    fields.extend(documents(entering, &view.application));
    let again = Some(typed.get(AGAIN)).filter(|one| !one.is_empty());
    let before = again.and_then(|one| view.application.advice_request(one.parse().ok()?));
    let how = if delivers {
        "by-link-is-sent"
    } else {
        "by-link-is-shown"
    };
    Some(AskForm {
        seen: Seen::of(&view.application, None),
        anew: before.map(|one| t.one("by-link-anew", "name", one.asked.name.as_str())),
        again: again.map(str::to_owned),
        how: t.get(how).into_owned(),
        fields,
    })
}

/// Which of the documents of the case the person may read; none where it has none.
fn documents(entering: Entering<'_>, application: &Application) -> Option<Field> {
    let submission = application.submission.as_ref()?;
    let choice = |one: &clearance::Attachment| Choice::new(one.attachment.to_string(), one.name.as_str());
    let all: Vec<_> = submission.attachments.iter().map(choice).collect();
    if all.is_empty() {
        return None;
    }
    let field = entering.choice(DOCUMENTS, "field-by-link-documents", all);
    Some(
        field
            .several()
            .hint(entering.t.get("hint-by-link-documents"))
            .into(),
    )
}

/// What was typed, and in which language the link is sent.
fn read(view: &CaseView, typed: &Typed, delivers: bool) -> Result<(AdviceAsked, Language), Fault> {
    let askable = askable(view);
    let mut reading = Reading::of(typed);
    let authority = match askable.as_slice() {
        // Whether one may ask at all, the act says.
        [] => Some(typed.get(FOR).parse().ok()),
        [one] => Some(one.clone()),
        _ => reading.choice(FOR, |text| {
            let one = askable.iter().flatten().find(|one| one.as_str() == text);
            Some(Some(one?.clone()))
        }),
    };
    let (name, office) = (reading.text(NAME), reading.text(OFFICE));
    if delivers && !typed.given(ADDRESS_FIELD) {
        reading.fault(ADDRESS_FIELD, "empty");
    } else if delivers && typed.broken().contains(ADDRESS_FIELD) {
        reading.fault(ADDRESS_FIELD, "not-utf8");
    }
    let language = reading.choice(LANGUAGE, Language::tagged);
    let question = reading.text(QUESTION);
    let until = reading.day(UNTIL);
    let chosen = typed.all(DOCUMENTS).into_iter().map(str::parse);
    let documents: Option<Vec<_>> = chosen.collect::<Result<_, _>>().ok();
    if documents.is_none() {
        reading.fault(DOCUMENTS, "not-one-of");
    }
    let again: Option<AdviceId> = typed.get(AGAIN).parse().ok();
    match (authority, name, office, question, until, documents, language) {
        (
            Some(authority),
            Some(name),
            Some(office),
            Some(question),
            Some(until),
            Some(documents),
            Some(language),
        ) if reading.is_sound() => {
            let asked = AdviceAsked {
                // The desk makes it.
                advice: AdviceId::of(0),
                authority,
                name,
                office,
                question,
                until,
                documents,
                replaces: again,
            };
            Ok((asked, language))
        }
        _ => Err(reading.end()),
    }
}

async fn ask(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let case: ApplicationId = id(&case)?;
    let view = site.desk.case(&signed.actor, case).await?;
    let seen: Option<Seen> = typed.get(SEEN_FIELD).parse().ok();
    let done = match read(&view, &typed, site.desk.delivers_mail()) {
        Ok((asked, language)) => {
            let by = asked.authority.clone();
            let letter = |secret: &str, application: &Application| {
                letter(&site, language, by.as_ref(), secret, application)
            };
            let address = typed.get(ADDRESS_FIELD);
            let link = site
                .desk
                .ask_advice(&signed.actor, case, asked, address, seen, letter);
            link.await.map(|link| (link, language))
        }
        Err(fault) => Err(fault),
    };
    let made = |secret: &str, language, sent| see_other(&shell.to(&made_at(case, secret, language, sent)));
    match done {
        Ok((AdviceLink::Sent, _)) => Ok(see_other(&shell.to(&format!("/cases/{case}/advice?sent=yes")))),
        Ok((AdviceLink::ToHandOver(secret), language)) => Ok(made(&secret, language, true)),
        Ok((AdviceLink::NotSent(secret), language)) => Ok(made(&secret, language, false)),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let view = site.desk.case(&signed.actor, case).await?;
            // Where nothing can be asked any more, what was typed is shown all the same.
            if askable(&view).is_empty() {
                let page = super::case::shown_with(&site, shell, &view, &typed, faults, true).await?;
                return Ok(faults::not_taken(page));
            }
            Ok(faults::not_taken(
                shown(&site, shell, &view, &typed, faults, false).await?,
            ))
        }
    }
}

async fn withdraw(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, advice)): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let (case, advice): (ApplicationId, AdviceId) = (id(&case)?, id(&advice)?);
    let view = site.desk.case(&signed.actor, case).await?;
    let request = view.application.advice_request(advice);
    request
        .filter(|one| is_own(&view, one))
        .ok_or_else(Failure::not_found)?;
    let done = site.desk.withdraw_advice(&signed.actor, case, advice).await;
    let Err(fault) = done else {
        return Ok(see_other(&shell.to(&format!("/cases/{case}/advice"))));
    };
    let faults = faults::shown(&shell, fault)?;
    let view = site.desk.case(&signed.actor, case).await?;
    if askable(&view).is_empty() && !view.application.advice.iter().any(|one| is_own(&view, one)) {
        let mut shell = shell;
        shell.path = format!("/cases/{case}");
        let page = super::case::shown_with(&site, shell, &view, &typed, faults, true).await?;
        return Ok(faults::not_taken(page));
    }
    let typed = begun(&view, &Came::default(), shell.t);
    Ok(faults::not_taken(
        shown(&site, shell, &view, &typed, faults, false).await?,
    ))
}
