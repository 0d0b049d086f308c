//! What would be handed in, who would be asked and by when, each day reckoned before the reader's eyes; and handing it in.

use super::amended::WouldBe;
use super::documents::{Documents, Missing};
use super::doubts::doubts;
use super::draft::shown;
use super::draft_form::{Row, labels, rows, typed};
use super::faults::NotTaken;
use super::last_time::LastTimeCard;
use super::latest::{Before, Latest};
use super::needed::{self, AuthorityRow, Filing, Needs};
use super::requests::{CitedRequest, cited};
use super::{case, faults, id, offers, thread};
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::untold::will_be;
use crate::wording::{Named, unprintable};
use crate::{Failure, Text, page, see_other};
use act::{ApplicationId, AuthorityId, Date};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use clearance::{Application, Asked, Submission, Superseded};
use desk::Fault;
use desk::clearance::{Amending, CaseView, Draft};
use rulebook::{Required, Rulebook};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/drafts/{id}/check", get(check))
        .route("/drafts/{id}/submission", post(submit))
}

#[derive(Template)]
#[template(path = "pages/check.html")]
struct CheckPage {
    shell: Shell,
    faults: Faults,
    here: String,
    /// What of it will be public, where the rulebook says so.
    public: Vec<(String, String)>,
    version: u64,
    /// How often the application was handed in before this.
    handed_in: usize,
    /// Which offers of authorities were open when this was read, where it is an amendment.
    offers: Option<String>,
    request: Option<CitedRequest>,
    rows: Vec<Row>,
    documents: Documents,
    unprintable: Option<String>,
    /// What of it does not fit together.
    doubts: Vec<String>,
    /// Which documents are missing.
    lacking: Option<Missing>,
    /// Whether it would be taken.
    is_taken: bool,
    /// Who would be asked, where it is an application.
    authorities: Option<Vec<AuthorityRow>>,
    /// What it would do, where it is an amendment.
    would_be: Option<WouldBe>,
    words: Words,
    needs: Option<Needs>,
    /// Until when it is still in time.
    latest: Option<Latest>,
    /// What the last time taught, where it copies an application.
    last_time: Option<LastTimeCard>,
}

/// What handing in is called.
struct Words {
    title: &'static str,
    what: &'static str,
    button: &'static str,
}

const APPLYING: Words = Words {
    title: "check-title",
    what: "check-what",
    button: "check-submit",
};
const AMENDING: Words = Words {
    title: "check-amend-title",
    what: "check-amend-what",
    button: "check-amend-submit",
};

/// What would be handed in, and who would be asked; or the form with every fault beside its field.
async fn check(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let draft = site.desk.draft_of(&signed.actor, id(&draft)?).await?;
    checked(&site, shell, &signed, &draft, Faults::none()).await
}

/// What would be handed in, and what would come of it where it would be taken.
struct ReadyOrNot {
    submission: Submission,
    asked: Option<Vec<Asked>>,
    amending: Option<Box<Amending>>,
}

/// What a draft would be handed in as, with what no field of its form could mend; or what is wrong with its fields.
async fn ready(
    site: &Site,
    shell: &Shell,
    signed: &Signed,
    draft: &Draft,
) -> Result<Result<(ReadyOrNot, Faults), Faults>, Failure> {
    match site.desk.ready(&signed.actor, draft).await {
        Ok(ready) => {
            let ready = ReadyOrNot {
                submission: ready.submission,
                asked: Some(ready.asked),
                amending: ready.amending,
            };
            Ok(Ok((ready, Faults::none())))
        }
        // It stands over what would be handed in, and handing in is not offered.
        Err(Fault::Refused(one)) if one.field.is_none() => {
            let ready = ReadyOrNot {
                submission: site.desk.check_draft(&signed.actor, draft).await?,
                asked: None,
                amending: None,
            };
            Ok(Ok((ready, faults::shown(shell, Fault::Refused(one))?)))
        }
        Err(fault) => Ok(Err(faults::shown(shell, fault)?)),
    }
}

async fn checked(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    draft: &Draft,
    refused: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let (ready, faults) = match ready(site, &shell, signed, draft).await? {
        Ok((ready, faults)) => (ready, refused.then(faults)),
        Err(faults) => {
            let faults = refused.then(faults);
            let form = shown(site, shell, signed, draft, &typed(draft), faults).await?;
            return Ok(faults::not_taken(form));
        }
    };
    let ReadyOrNot {
        submission,
        asked,
        amending,
    } = ready;
    let rulebook = site.desk.rulebook_of(draft).ok_or_else(Failure::not_found)?;
    let (files, answers) = (&submission.attachments, &submission.answers);
    let documents = Documents::of_draft(site, &shell, &rulebook, draft, files, answers);
    let organisations = site.desk.organisations().await?;
    let named = organisers_named(site, t, amending.as_deref(), &submission).await?;
    let would_be = would_be(site, t, signed, amending.as_deref(), draft, &named).await?;
    let thread = thread::of_draft(&site.desk, t, &signed.actor, draft.cites).await?;
    let begun = begun(asked.as_deref(), amending.as_deref());
    let words = words(draft);
    let mut shell = shell.titled(t.get(words.title)).threaded(thread);
    shell.faulty = !faults.is_empty();
    Ok(page(&CheckPage {
        last_time: LastTimeCard::of(site, &shell, signed, draft, &typed(draft)).await?,
        here: shell.to(&format!("/drafts/{}", draft.application)),
        version: draft.version,
        handed_in: handed_in_before(site, signed, draft).await?,
        offers: amending.as_deref().map(offers::read_of),
        shell,
        faults,
        request: cited(&site.desk, t, &signed.actor, draft.cites).await?,
        rows: rows(t, &submission, Some(rulebook.as_ref()), &named),
        public: will_be(t, &rulebook, submission.public.as_deref()),
        doubts: doubts(t, &rulebook, &submission, &organisations),
        lacking: documents
            .missing(None)
            .map(|missing| missing.so(t.get("check-lacking").into_owned())),
        documents,
        unprintable: unprintable(&printed(&submission, &named)),
        latest: latest(site, t, &rulebook, begun.as_deref(), submission.event.date).await?,
        needs: asked.as_deref().map(|asked| needs(t, &rulebook, asked)),
        is_taken: asked.is_some(),
        authorities: asked
            .filter(|_| would_be.is_none())
            .map(|asked| authorities(site, t, &rulebook, &asked)),
        would_be,
        words,
    }))
}

/// The names of those who hold the event, and of those who held it before it would be changed.
async fn organisers_named(
    site: &Site,
    t: Text,
    amending: Option<&Amending>,
    submission: &Submission,
) -> Result<Named, Failure> {
    let before = amending.iter().filter_map(|one| one.before.submission.as_deref());
    let organisers = before.chain([submission]).flat_map(|one| &one.organisers);
    Named::of_these(site, t, organisers.map(|one| one.organisation)).await
}

/// How often the application of a draft was handed in by now: never, where it is not there yet.
async fn handed_in_before(site: &Site, signed: &Signed, draft: &Draft) -> Result<usize, Failure> {
    match site.desk.case(&signed.actor, draft.application).await {
        Ok(view) => Ok(handed_in(&view.application)),
        Err(Fault::NotFound) => Ok(0),
        Err(fault) => Err(fault.into()),
    }
}

fn words(draft: &Draft) -> Words {
    if draft.amends.is_some() {
        AMENDING
    } else {
        APPLYING
    }
}

/// What an amendment would do.
async fn would_be(
    site: &Site,
    t: Text,
    signed: &Signed,
    amending: Option<&Amending>,
    draft: &Draft,
    named: &Named,
) -> Result<Option<WouldBe>, Failure> {
    let Some(amending) = amending else { return Ok(None) };
    let view = site.desk.case(&signed.actor, draft.application).await?;
    Ok(Some(WouldBe::of(site, t, &view, amending, named)))
}

/// What of it the permit will say.
pub(super) fn printed(submission: &clearance::Submission, named: &Named) -> String {
    let event = &submission.event;
    let organisers = named.organisers(&submission.organisers);
    let organisers = organisers.iter().map(String::as_str);
    let components = event.components.iter().map(|one| one.title.as_str());
    let own = [event.title.as_str(), event.place.as_str()];
    own.into_iter().chain(organisers).chain(components).collect()
}

/// Those of whoever is asked whose period would begin: all of them for an application; for a change, who decides again or is asked
/// now.
fn begun(asked: Option<&[Asked]>, amending: Option<&Amending>) -> Option<Vec<Asked>> {
    let asked = asked?.to_vec();
    let last = amending.and_then(|amending| amending.after.earlier.last());
    let Some(Superseded::Amended(amendment)) = last.map(|one| &one.superseded) else {
        return Some(asked);
    };
    let begins = |one: &Asked| {
        let new = amendment.reopened.keys().chain(&amendment.asked);
        let mut new = new.map(AuthorityId::as_str);
        new.any(|authority| authority == one.required.authority)
    };
    Some(asked.into_iter().filter(begins).collect())
}

/// Until when it is still in time; nothing where it would not be taken.
async fn latest(
    site: &Site,
    t: Text,
    rulebook: &Rulebook,
    asked: Option<&[Asked]>,
    event: Date,
) -> Result<Option<Latest>, Failure> {
    let own = site.desk.own_days_of(rulebook).await?;
    Ok(asked.and_then(|asked| {
        let before = Before {
            rulebook,
            asked,
            own: &own,
            event,
            today: site.today(),
            filing: Filing::Applied,
        };
        Latest::before(t, &before)
    }))
}

fn authorities(site: &Site, t: Text, rulebook: &Rulebook, asked: &[Asked]) -> Vec<AuthorityRow> {
    let today = site.today();
    let row = |one: &Asked| {
        let schedule = Ok(&one.schedule);
        needed::authority(t, rulebook, &one.required, schedule, today, Filing::Applied)
    };
    asked.iter().filter_map(row).collect()
}

fn needs(t: Text, rulebook: &Rulebook, asked: &[Asked]) -> Needs {
    let required: Vec<&Required> = asked.iter().map(|one| &one.required).collect();
    Needs::of(t, rulebook, &required)
}

/// Hands the draft in. One that was handed in already leads to the case: a form was sent twice. One that nothing waits for any more was
/// not handed in, and that is said.
async fn submit(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let application: ApplicationId = id(&draft)?;
    let case = shell.to(&format!("/cases/{application}"));
    let actor = &signed.actor;
    let left = site.desk.draft_as_left(actor, application).await?;
    let read = offers::read(typed.get("offers"));
    let done = site
        .desk
        .submit_having_read(actor, application, typed.version(), read);
    match done.await {
        Ok(_) => Ok(see_other(&case)),
        Err(Fault::NotFound) => {
            let view = site.desk.case(actor, application).await?;
            // What was changed since by this draft, or by whoever handed it in at the same time, was counted since.
            let counted = typed.get("handed-in").parse();
            let since = counted.map_or(true, |before: usize| handed_in(&view.application) > before);
            if since {
                return Ok(see_other(&case));
            }
            too_late(&site, shell, &view, left.as_ref()).await
        }
        Err(fault) => {
            let draft = site.desk.draft_of(actor, application).await?;
            let mut shell = shell;
            shell.path = format!("/drafts/{application}/check");
            let not = NotTaken::of(&shell, fault, "check-stale")?;
            let page = checked(&site, shell, &signed, &draft, not.faults.clone()).await?;
            Ok(not.answer(page))
        }
    }
}

/// How often an application was handed in.
fn handed_in(application: &Application) -> usize {
    application.earlier.len() + usize::from(application.submission.is_some())
}

/// The case as it stands, that the draft was not handed in and why, and what it said.
async fn too_late(
    site: &Site,
    mut shell: Shell,
    view: &CaseView,
    left: Option<&Draft>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let amends = left.is_some_and(|left| left.amends.is_some());
    let said = match view.amending_refused().filter(|_| amends) {
        Some(refusal) => t.one("check-not-handed-in", "why", t.refusal(&refusal)),
        None => t.get("check-not-handed-in-now").into_owned(),
    };
    if let Some((left, rulebook)) = left.and_then(|left| Some((left, site.desk.rulebook_of(left)?))) {
        shell.left_over = written(t, left, &rulebook);
    }
    shell.path = format!("/cases/{}", view.id);
    let faults = Faults::none().and("", said);
    let mut page = case::shown(site, shell, view, &Typed::default(), faults).await?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

/// What was typed into a draft, each under what it was asked by.
fn written(t: Text, draft: &Draft, rulebook: &Rulebook) -> Vec<String> {
    let said = |(field, label): (String, String)| {
        let typed = draft.fields.get(&field).map(|typed| typed.trim());
        typed
            .filter(|typed| !typed.is_empty())
            .map(|typed| format!("{label}: {typed}"))
    };
    labels(t, rulebook).into_iter().filter_map(said).collect()
}
