//! One condition of a permit: what it demands, where it stands, what was shown for it, and what the reader can do about it.

use super::acts::{AboutCondition, ActForm, OfPage, forms, labels};
use super::id;
use super::thread::{Here, of_case, origin};
use crate::acting::acted_as;
use crate::day::{deposits, made};
use crate::demands::{condition_words, told, when};
use crate::form::Typed;
use crate::insurance::{self, InsuranceLines};
use crate::keeping::{self, Stands};
use crate::parts::{Choice, Faults};
use crate::position::Seen;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{Named, event_line, event_title, full_name, rulebook_line, zone};
use crate::{Failure, Text, page};
use act::{AttachmentId, AuthorityId, Context};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use clearance::acts::ActName;
use clearance::{Application, Condition, InsuredFor, OnPermit, Proof, Referral, Stage};
use desk::clearance::CaseView;
use jiff::tz::TimeZone;

pub(crate) fn routes() -> Routes {
    Routes::new().route(
        "/cases/{id}/referrals/{authority}/conditions/{condition}",
        get(show),
    )
}

/// The form by which something is shown.
const SHOWS: &str = "act-show-kept";

/// Something that was shown.
struct ProofLine {
    number: i64,
    shown: String,
    words: String,
    /// The documents, each with its address.
    documents: Vec<(String, String)>,
    state: String,
    /// What its authority said to it.
    answer: Option<String>,
}

/// That it is discharged.
struct DischargedLines {
    said: String,
    reasons: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/condition.html")]
struct ConditionPage {
    shell: Shell,
    faults: Faults,
    case: String,
    event_title: String,
    event_line: String,
    authority: String,
    when: String,
    /// The condition of the rulebook that it was made from, and where that stands.
    taken: Option<(String, String)>,
    /// Where it stands; nothing where the permit came to nothing.
    stands: Option<Stands>,
    /// What is to be known of it beside that.
    note: &'static str,
    suspended: bool,
    owner: Option<String>,
    proofs: Vec<ProofLine>,
    /// Whether what was shown is hidden from the reader.
    hidden: bool,
    discharged: Option<DischargedLines>,
    /// What became of the deposit that it asks for, each with why.
    deposits: Vec<(String, Option<String>)>,
    /// The certificates of insurance that were handed in for it.
    insurances: Vec<InsuranceLines>,
    /// Whether a certificate can be handed in for it.
    insures: bool,
    /// Whether the reader can hand in a document for it.
    hands_in: bool,
    acts: Vec<ActForm>,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, authority, condition)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let of = (id(&authority)?, id(&condition)?);
    let (typed, faults) = (Typed::default(), Faults::none());
    shown(&site, shell, &view, &of, &typed, faults).await
}

/// A condition of the permit of a case, if there is one of that number, and the referral of whoever set it.
fn found<'v>(
    application: &'v Application,
    (authority, number): &(AuthorityId, u32),
) -> Option<(OnPermit<'v>, &'v Referral)> {
    let (_, condition) = application.condition_ever(authority, *number)?;
    Some((condition, application.referrals.get(authority)?))
}

pub(super) async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    of: &(AuthorityId, u32),
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let (t, application) = (shell.t, &view.application);
    let (condition, referral) = found(application, of).ok_or_else(Failure::not_found)?;
    let (zone, seen) = (zone(application, site), Seen::new(site, t, view));
    let origin = origin(&site.desk, view).await?;
    let named = Named::of(site, t, application).await?;
    let words = condition_words(t, &condition.condition, &told(site, application));
    let thread = of_case(t, view, origin.as_ref(), Here::Permit);
    let mut shell = shell.titled(words).threaded(thread);
    shell.faulty = !faults.is_empty();
    let about = about(t, view, &named, &condition, &zone);
    let on = OfPage::Condition(referral, &about);
    let acts = forms(&mut shell, view, on, typed, &faults);
    let authority = full_name(site, t, application, referral);
    let sees = view.sees_words_of(referral);
    // One that was in a permit before is still read where it was told of.
    let present = application.permit.as_ref();
    let on_present = present.is_some_and(|permit| permit.condition(&of.0, of.1).is_some());
    let owner = condition.owner();
    Ok(page(&ConditionPage {
        case: shell.to(&format!("/cases/{}", view.id)),
        event_title: event_title(application),
        event_line: event_line(t, application, &zone),
        when: when(t, &condition.condition.terms),
        taken: taken(site, t, application, &condition.condition),
        suspended: application.stage() == Stage::Suspended,
        note: if on_present {
            keeping::note(application, "condition-suspended")
        } else {
            "condition-replaced"
        },
        stands: application
            .live_permit()
            .filter(|_| on_present)
            .map(|_| keeping::stands(&seen, &condition, &authority)),
        owner: owner.map(|one| keeping::organiser(&named, application, one)),
        proofs: proofs(t, view, &condition, &authority, &zone),
        hidden: !sees && !condition.proofs().is_empty(),
        discharged: discharged(t, &condition, &authority, sees, &zone),
        deposits: deposits(t, application.day.deposits_of(&of.0, of.1), &zone),
        insurances: insurance::lines(&seen, |one| {
            one.is_for(&of.0, InsuredFor::Condition { number: of.1 })
        }),
        insures: view.offers(ActName::HandInInsurance) && acts.iter().any(|act| act.id == SHOWS),
        hands_in: view.offers(ActName::HandIn) && acts.iter().any(|act| act.id == SHOWS),
        faults: faults.named(labels(&acts)),
        authority,
        acts,
        shell,
    }))
}

/// What the forms of a condition are made of.
fn about(
    t: Text,
    view: &CaseView,
    named: &Named,
    condition: &OnPermit<'_>,
    zone: &TimeZone,
) -> AboutCondition {
    let submission = view.application.submission.iter();
    let document = |file: &clearance::Attachment| {
        let choice = Choice::new(file.attachment.to_string(), file.name.as_str());
        match view.application.documents_later.get(&file.attachment) {
            Some(at) => choice.hint(t.one("document-since", "at", t.instant(*at, zone))),
            None => choice,
        }
    };
    let organiser = |one: &clearance::Organiser| {
        Choice::new(
            one.organisation.to_string(),
            named.name(one.organisation, one.name.as_str()),
        )
    };
    AboutCondition {
        number: condition.number,
        proof: condition.open_proof().map(|proof| proof.number),
        deposit: view
            .application
            .day
            .last_of_deposit(condition.authority, condition.number),
        // What was handed in last is most often what shows it.
        documents: submission
            .clone()
            .flat_map(|one| one.attachments.iter().rev().map(document))
            .collect(),
        organisers: submission
            .flat_map(|one| one.organisers.iter().map(organiser))
            .collect(),
        owner: condition.owner(),
    }
}

fn by(t: Text, id: &str, by: &Context, authority: &str, zone: &TimeZone) -> String {
    let role = acted_as(t, &by.actor);
    let said = [
        ("at", t.instant(by.at, zone).into()),
        ("role", role.into()),
        ("authority", authority.into()),
    ];
    t.with(id, said)
}

/// What was shown, the last first.
fn proofs(
    t: Text,
    view: &CaseView,
    condition: &OnPermit<'_>,
    authority: &str,
    zone: &TimeZone,
) -> Vec<ProofLine> {
    let stage = view.application.stage();
    let accepted = condition.discharged().and_then(|one| one.proof);
    let day = &view.application.day;
    let made_at = |proof| day.made(condition.authority, condition.number, proof);
    let document = |id: &AttachmentId| {
        let mut all = view.application.attachments();
        let file = all.find(|one| one.attachment == *id)?;
        Some((file.name.to_string(), format!("/cases/{}/files/{id}", view.id)))
    };
    let line = |proof: &Proof| {
        let said = |id, at| {
            let at = t.instant(at, zone);
            t.with(id, [("at", at.into()), ("authority", authority.into())])
        };
        ProofLine {
            number: proof.number.into(),
            shown: [
                Some(by(t, "proof-shown", &proof.by, authority, zone)),
                made(t, made_at(Some(proof.number)), proof.by.at, zone),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
            words: proof.words.to_string(),
            documents: proof.documents.iter().filter_map(document).collect(),
            state: match &proof.declined {
                None if let Some(at) = proof.taken_back => said("proof-taken-back", at),
                Some(declined) => said("proof-declined", declined.at),
                None if accepted == Some(proof.number) => t.one("proof-accepted", "authority", authority),
                None if condition.discharged().is_some() => t.get("proof-not-answered").into_owned(),
                None if stage == Stage::Revoked => t.get("proof-revoked").into_owned(),
                None if stage == Stage::Lapsed => t.get("proof-lapsed").into_owned(),
                None => t.one("proof-waits", "authority", authority),
            },
            answer: proof.declined.as_ref().map(|one| one.reasons.to_string()),
        }
    };
    condition.proofs().iter().rev().map(line).collect()
}

fn discharged(
    t: Text,
    condition: &OnPermit<'_>,
    authority: &str,
    sees: bool,
    zone: &TimeZone,
) -> Option<DischargedLines> {
    let discharged = condition.discharged()?;
    let id = match discharged.proof {
        Some(_) => "condition-discharged",
        None => "condition-discharged-seen",
    };
    let reasons = discharged.reasons.as_ref().filter(|_| sees);
    Some(DischargedLines {
        said: by(t, id, &discharged.by, authority, zone),
        reasons: reasons.map(ToString::to_string),
    })
}

/// Which condition of the rulebook it is, or was written after, and where the rulebook says so.
fn taken(site: &Site, t: Text, application: &Application, condition: &Condition) -> Option<(String, String)> {
    let from = condition.terms.taken_from.as_ref()?;
    let (rulebook, path) = rulebook_line(site, t, application)?;
    let id = if from.reworded {
        "condition-taken-after"
    } else {
        "condition-taken-as"
    };
    let words = [
        ("condition", from.condition.as_str().into()),
        ("rulebook", rulebook.into()),
    ];
    Some((t.with(id, words), format!("{path}#condition-{}", from.condition)))
}
