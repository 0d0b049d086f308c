//! What authorities offered instead of deciding; and the change of an application that an organiser prepares from an offer.

use super::amended::referral_of;
use super::faults::NotTaken;
use super::{id, referral};
use crate::form::{Form, Typed};
use crate::offered::{lines as lines_of, state, taken_up, what};
use crate::position::Seen;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::short_name;
use crate::{Failure, Text, see_other};
use act::{ApplicationId, AuthorityId};
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use clearance::OpenOffers;
use clearance::acts::{ActName, could_be_taken_up};
use clearance::{Application, ClearanceRefusal, Event, Offer, Referral, Released, Stage, Superseded};
use desk::clearance::{Amending, CaseView};
use jiff::tz::TimeZone;

/// Where an offer that moves the event is accepted.
const ADDRESS: &str = "/cases/{id}/referrals/{authority}/offers/{number}/acceptance";

pub(crate) fn routes() -> Routes {
    Routes::new().route(ADDRESS, post(take_up))
}

/// One offer.
pub(super) struct OfferLine {
    pub title: String,
    /// What would be otherwise.
    pub what: Vec<String>,
    pub made: String,
    /// Why, for those who see it.
    pub reasons: Option<String>,
    pub state: String,
    /// What the organiser said to it, if anything.
    pub answer: Option<String>,
}

/// What an authority offered about a version of what was handed in, the first first.
pub(super) fn lines(
    site: &Site,
    t: Text,
    view: &CaseView,
    referral: &Referral,
    version: usize,
    zone: &TimeZone,
) -> Vec<OfferLine> {
    let Some(submission) = view.application.submission_of(version) else {
        return vec![];
    };
    let sees = view.sees_words_of(referral);
    let over = Seen::new(site, t, view).ended.is_some() || view.application.stage() != Stage::InCirculation;
    let answer = |offer: &Offer| Some(offer.ended.as_ref()?.reasons.as_ref()?.to_string());
    let line = |offer: &Offer| OfferLine {
        title: t.one("offer-number", "number", i64::from(offer.number)),
        what: lines_of(site, t, &submission.event, &offer.otherwise),
        made: t.one("offer-made", "at", t.instant(offer.offered, zone)),
        reasons: sees.then(|| offer.reasons.to_string()),
        state: state(t, offer, zone, over),
        answer: answer(offer).filter(|_| sees),
    };
    referral.offers.iter().map(line).collect()
}

/// What an authority offered, on the page of its referral.
pub(super) struct Offers {
    pub lines: Vec<OfferLine>,
    /// How the reader accepts what is offered.
    pub taking_up: Option<TakingUp>,
    /// That it offered what it decides on now.
    pub taken_up: Option<String>,
}

impl Offers {
    /// Those of a referral, and of one that was left where its authority is asked no longer.
    pub(super) fn of(
        site: &Site,
        t: Text,
        view: &CaseView,
        (referral, left): (&Referral, Option<&Released>),
        zone: &TimeZone,
    ) -> Offers {
        let application = &view.application;
        let taken_up = taken_up(site, t, application, referral, zone);
        Offers {
            lines: lines(site, t, view, referral, application.version_of(left), zone),
            taking_up: TakingUp::of(t, view, referral),
            taken_up: taken_up.filter(|_| left.is_none()),
        }
    }
}

/// Each open offer, in words, and the page of the authority that made it. Nothing once nothing is decided any more.
pub(super) fn open(seen: &Seen<'_>) -> Vec<(String, String)> {
    let (site, t, application) = (seen.site, seen.t, &seen.view.application);
    let event = application.submission.as_ref().map(|one| &one.event);
    let Some(event) = event.filter(|_| seen.ended.is_none()) else {
        return vec![];
    };
    let line = |referral: &Referral| {
        let offer = referral.open_offer().filter(|_| referral.decided.is_none())?;
        let words = said(site, t, application, (referral, offer), event, "offer-told");
        let path = format!("/cases/{}/referrals/{}#offers", seen.view.id, referral.authority);
        Some((words, path))
    };
    application.in_order().into_iter().filter_map(line).collect()
}

/// What an authority offers, in a sentence.
fn said(
    site: &Site,
    t: Text,
    application: &Application,
    (referral, offer): (&Referral, &Offer),
    event: &Event,
    id: &str,
) -> String {
    let words = [
        ("authority", short_name(site, t, application, referral).into()),
        ("what", what(site, t, event, &offer.otherwise).into()),
    ];
    t.with(id, words)
}

/// How an organiser accepts what moves the event: by a change of its application.
pub(super) struct TakingUp {
    /// Where the form is sent; none where it can be accepted no more.
    pub action: Option<String>,
    /// Why it can not.
    pub why_not: String,
}

impl TakingUp {
    /// For whoever may answer the open offer of a referral.
    pub(super) fn of(t: Text, view: &CaseView, referral: &Referral) -> Option<TakingUp> {
        let offer = referral.open_offer()?;
        let answers = view
            .possible
            .iter()
            .any(|one| one.act == ActName::DeclineOffer && one.on.authority() == Some(&referral.authority));
        if !answers || !offer.otherwise.moves_the_event() {
            return None;
        }
        let refused = could_be_taken_up(&view.application, &view.context, &offer.otherwise).err();
        let why_not = match &refused {
            None => String::new(),
            Some(ClearanceRefusal::EventNotAhead { .. }) => t.get("offer-not-ahead").into_owned(),
            Some(ClearanceRefusal::NoPermitPossible) => t.get("offer-in-vain").into_owned(),
            Some(_) => view
                .amending_refused()
                .map_or_else(String::new, |why| t.refusal(&why)),
        };
        let address = ADDRESS
            .replace("{id}", &view.id.to_string())
            .replace("{authority}", referral.authority.as_str())
            .replace("{number}", &offer.number.to_string());
        Some(TakingUp {
            action: refused.is_none().then_some(address),
            why_not,
        })
    }
}

/// Begins a change of the application with what was offered, and leads to what it would do.
async fn take_up(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, authority, number)): Path<(String, String, String)>,
    Form(_): Form,
) -> Result<Response, Failure> {
    let (case, authority): (ApplicationId, AuthorityId) = (id(&case)?, id(&authority)?);
    let desk = &site.desk;
    let begun = desk.begin_draft_of_offer(&signed.actor, case, &authority, id(&number)?);
    let Err(fault) = begun.await else {
        return Ok(see_other(&shell.to(&format!("/drafts/{case}/check"))));
    };
    let mut shell = shell;
    shell.path = format!("/cases/{case}/referrals/{authority}");
    let not = NotTaken::of(&shell, fault, "draft-stale")?;
    let view = desk.case(&signed.actor, case).await?;
    let (typed, faults) = (Typed::default(), not.faults.clone());
    let page = referral::shown(&site, shell, &view, &authority, (&typed, faults)).await?;
    Ok(not.answer(page))
}

/// What an amendment does to the offers that were open before it.
pub(super) fn would_be(site: &Site, t: Text, amending: &Amending) -> Vec<String> {
    let before = &amending.before;
    let (Some(was), Some(is)) = (&before.submission, &amending.after.submission) else {
        return vec![];
    };
    let accepted = accepted(before, &is.event);
    let last = amending.after.earlier.last().map(|one| &one.superseded);
    let left = |authority: &AuthorityId| matches!(last, Some(Superseded::Amended(did)) if did.released.contains(authority));
    let concerned = |authority: &AuthorityId| match last {
        Some(Superseded::Amended(did)) => {
            did.reopened.contains_key(authority) || did.released.contains(authority)
        }
        _ => false,
    };
    let line = |referral: &Referral| {
        let offer = referral.open_offer().filter(|_| referral.decided.is_none())?;
        let authority = &referral.authority;
        let accepts = accepted.contains(&(authority.clone(), offer.number));
        let id = if accepts && left(authority) {
            "amend-accepts-left"
        } else if accepts {
            "amend-accepts"
        } else if concerned(authority) {
            "amend-ends-offer"
        } else {
            "amend-keeps-offer"
        };
        let line = said(site, t, before, (referral, offer), &was.event, id);
        // Nothing that is handed in is changed by words.
        let form = (accepts && offer.otherwise.form.is_some()).then(|| {
            let name = short_name(site, t, before, referral);
            t.one("amend-accepts-form", "authority", name)
        });
        Some([line].into_iter().chain(form))
    };
    before.in_order().into_iter().filter_map(line).flatten().collect()
}

/// The offers that applying for an event accepts.
fn accepted(application: &Application, event: &Event) -> OpenOffers {
    let met = application.offers_met(event);
    met.map(|(referral, offer)| (referral.authority.clone(), offer.number))
        .collect()
}

/// Which offers were open when it was read what a change does to them, as its form says it when it is handed in.
pub(super) fn read_of(amending: &Amending) -> String {
    let open = amending.before.open_offers();
    let each = open
        .iter()
        .map(|(authority, number)| format!("{authority}/{number}"));
    let all: Vec<_> = each.collect();
    if all.is_empty() {
        NONE.to_owned()
    } else {
        all.join(" ")
    }
}

/// What stands for no offer. No authority is called so: an offer has a number.
const NONE: &str = "none";

/// The same, as the form was sent; nothing where it says nothing that can be read.
pub(super) fn read(sent: &str) -> Option<OpenOffers> {
    let one = |part: &str| {
        let (authority, number) = part.split_once('/')?;
        Some((authority.parse().ok()?, number.parse().ok()?))
    };
    match sent {
        "" => None,
        NONE => Some(OpenOffers::new()),
        all => all.split(' ').map(one).collect(),
    }
}

/// That an amendment was what an authority had offered: of the round that it ended.
pub(super) fn did_accept(
    site: &Site,
    t: Text,
    application: &Application,
    authority: &AuthorityId,
    version: usize,
) -> Option<String> {
    let referral = referral_of(application, authority)?;
    let mut rounds = referral.earlier.iter().rev();
    let ended = rounds.find(|round| round.version == version && round.taken_back.is_none());
    let left = application
        .released_by(version, authority)
        .map(|one| &one.referral);
    let referral = ended.map(|round| &round.referral).or(left)?;
    let offer = referral.offers.last()?;
    let accepted = offer.ended.as_ref()?.how == clearance::OfferEnd::Accepted;
    let event = &application.submission_of(version)?.event;
    (accepted && offer.otherwise.moves_the_event())
        .then(|| t.one("did-accept-offer", "what", what(site, t, event, &offer.otherwise)))
}
