//! Whom an amendment concerns, and why, in the reader's words: before it is handed in, and ever after.

use super::changed::between;
use super::offers;
use crate::Text;
use crate::position::{Line, Seen};
use crate::site::Site;
use crate::wording::{Named, bound_to, lead_name, short_name, standing_words, zone};
use act::AuthorityId;
use clearance::{Amendment, Application, Changed, Referral, Released, Superseded};
use desk::clearance::{Amending, CaseView, Sight};
use rulebook::Rulebook;

/// What an amendment does to one authority.
pub(super) struct Concerned {
    pub name: String,
    /// Good, bad or neither, as a tag says it.
    pub tone: &'static str,
    pub what: String,
    /// What was changed that it is concerned by.
    pub why: Vec<String>,
    /// Where it stood until then, or goes on standing.
    pub stands: String,
    /// By when it should decide.
    pub when: String,
    /// Whether that is late.
    pub late: bool,
}

/// What an amendment did to one authority.
pub(super) struct Did {
    pub name: String,
    /// The page of its referral.
    pub path: String,
    pub what: String,
    /// What was changed that it was concerned by.
    pub why: Vec<String>,
}

/// What an amendment does, before it is handed in.
pub(super) struct WouldBe {
    /// Each question with its answer before and after.
    pub rows: Vec<(String, String, String)>,
    /// Each authority, those first that are concerned.
    pub concerned: Vec<Concerned>,
    /// What becomes of each open offer.
    pub offers: Vec<String>,
    /// The event's day, for which all of it has to be in time.
    pub event: String,
}

/// What was changed, as the subject of a decision that is made again.
pub(super) fn why(t: Text, rulebook: Option<&Rulebook>, because: &[Changed]) -> Vec<String> {
    let word = |one: &Changed| match one {
        Changed::Day => t.get("changed-day").into_owned(),
        Changed::Hours => t.get("changed-hours").into_owned(),
        Changed::Place => t.get("changed-place").into_owned(),
        Changed::Parts => t.get("changed-parts").into_owned(),
        Changed::Rules => t.get("changed-rules").into_owned(),
        Changed::Answer { input } => {
            let known = rulebook.and_then(|rulebook| rulebook.input(input));
            let question = known.map(|known| known.question.in_language(t.language().tag()));
            t.one("changed-answer", "question", question.unwrap_or(input))
        }
    };
    because.iter().map(word).collect()
}

/// What an amendment has an authority do that had decided, or had not.
fn again(had_decided: bool) -> &'static str {
    if had_decided {
        "amend-decides-again"
    } else {
        "amend-begins-anew"
    }
}

/// A referral of an application, asked now or before.
pub(super) fn referral_of<'a>(application: &'a Application, authority: &AuthorityId) -> Option<&'a Referral> {
    let released = application.released.iter().rev().map(|one| &one.referral);
    let released = released.filter(|one| one.authority == *authority);
    application
        .referrals
        .get(authority)
        .into_iter()
        .chain(released)
        .next()
}

/// What the amendment that ended a version did, authority by authority; nothing of those whom it left alone.
pub(super) fn did(site: &Site, t: Text, view: &CaseView, amendment: &Amendment, version: usize) -> Vec<Did> {
    let application = &view.application;
    let rulebook = bound_to(site, application);
    let rulebook = rulebook.as_deref();
    let name = |authority: &AuthorityId| {
        referral_of(application, authority).map_or_else(
            || authority.to_string(),
            |referral| short_name(site, t, application, referral),
        )
    };
    let line = |authority: &AuthorityId, what: &str, because: &[Changed]| Did {
        name: name(authority),
        path: format!("/cases/{}/referrals/{authority}", view.id),
        what: t.get(what).into_owned(),
        why: why(t, rulebook, because)
            .into_iter()
            .chain(offers::did_accept(site, t, application, authority, version))
            .collect(),
    };
    let reopened = amendment.reopened.iter();
    let had_decided = |authority: &AuthorityId| {
        let rounds = referral_of(application, authority)
            .into_iter()
            .flat_map(|one| &one.earlier);
        let mut ended = rounds.filter(|round| round.version == version);
        ended.any(|round| round.referral.decided.is_some())
    };
    let reopened =
        reopened.map(|(authority, because)| line(authority, again(had_decided(authority)), because));
    let asked = amendment.asked.iter();
    let asked = asked.map(|authority| line(authority, "amend-asked", &[]));
    let released = amendment.released.iter().map(|authority| {
        let left = application.released_by(version, authority);
        let because = left.map_or(&[][..], |one| &one.because);
        line(authority, "amend-released", because)
    });
    reopened.chain(asked).chain(released).collect()
}

/// That an application was amended, when, whom that had decide again, and who is asked no longer: what whoever opens it has to know first.
pub(super) fn told(site: &Site, t: Text, application: &Application) -> Option<String> {
    let Superseded::Amended(amendment) = &application.earlier.last()?.superseded else {
        return None;
    };
    let at = t.instant(application.submitted.as_ref()?.at, &zone(application, site));
    let again = amendment.reopened.keys().chain(&amendment.asked);
    let again = again.filter_map(|one| application.referrals.get(one));
    let names: Vec<_> = again.map(|one| short_name(site, t, application, one)).collect();
    let told = if names.is_empty() {
        t.one("amended-nobody", "at", at)
    } else {
        let said = [("at", at.into()), ("authorities", names.join(", ").into())];
        t.with("amended-again", said)
    };
    let gone = amendment.released.iter();
    let gone = gone.filter_map(|one| application.released(one));
    let gone: Vec<_> = gone
        .map(|one| short_name(site, t, application, &one.referral))
        .collect();
    Some(if gone.is_empty() {
        told
    } else {
        format!(
            "{told} {}",
            t.one("amended-released", "authorities", gone.join(", "))
        )
    })
}

/// That an authority has a case anew, and why; nothing once it has decided.
pub(super) fn anew(site: &Site, t: Text, application: &Application, referral: &Referral) -> Option<String> {
    let round = referral.earlier.last().filter(|_| referral.decided.is_none())?;
    let zone = zone(application, site);
    let at = t.instant(referral.referred, &zone);
    if referral.is_asked_again(round) {
        let since = t.instant(round.ended, &zone);
        let lead = ("lead", lead_name(site, t, application).into());
        return Some(match &round.taken_back {
            Some(reasons) => t.with(
                "referral-asked-again",
                [("at", since.into()), lead, ("why", reasons.as_str().into())],
            ),
            None => t.with(
                "referral-asked-by-hand",
                [("since", since.into()), lead, ("at", at.into())],
            ),
        });
    }
    let rulebook = bound_to(site, application);
    let why = why(t, rulebook.as_deref(), application.because(round));
    let said = [("at", at.into()), ("why", why.join("; ").into())];
    Some(t.with("referral-anew", said))
}

/// That an authority is asked no longer, since when, and what was changed that its rules read.
pub(super) fn released_since(site: &Site, t: Text, application: &Application, left: &Released) -> String {
    let rulebook = bound_to(site, application);
    let why = why(t, rulebook.as_deref(), &left.because);
    let id = if left.taken_back.is_some() {
        "referral-taken-back"
    } else if why.is_empty() {
        "referral-released"
    } else {
        "referral-released-why"
    };
    let said = [
        (
            "authority",
            short_name(site, t, application, &left.referral).into(),
        ),
        ("at", t.instant(left.at, &zone(application, site)).into()),
        ("lead", lead_name(site, t, application).into()),
        (
            "why",
            left.taken_back
                .as_ref()
                .map_or_else(|| why.join("; "), ToString::to_string)
                .into(),
        ),
    ];
    t.with(id, said)
}

/// Those that the lead authority asked and asks no longer: each that this is so, since when and why, and the page of its referral.
pub(super) fn taken_back(site: &Site, t: Text, view: &CaseView) -> Vec<(String, String)> {
    let application = &view.application;
    let told = |left: &Released| {
        let left = application
            .released(&left.referral.authority)
            .filter(|last| *last == left)?;
        left.taken_back.as_ref()?;
        let path = format!("/cases/{}/referrals/{}", view.id, left.referral.authority);
        Some((released_since(site, t, application, left), path))
    };
    application.released.iter().filter_map(told).collect()
}

impl WouldBe {
    /// What an amendment would do, as its organiser sees it before handing it in.
    pub(super) fn of(site: &Site, t: Text, view: &CaseView, amending: &Amending, named: &Named) -> WouldBe {
        let version = |application: &'_ Application| {
            let submission = application.submission.clone()?;
            Some((submission, application.rulebook.clone()?))
        };
        let versions = version(&amending.before).zip(version(&amending.after));
        let rows = versions.map_or(vec![], |((before, old), (after, new))| {
            between(t, site, (&before, &old), (&after, &new), named)
        });
        let event = amending.after.submission.as_ref();
        WouldBe {
            event: event.map_or_else(String::new, |one| {
                t.one("amend-event", "date", t.day(one.event.date))
            }),
            rows,
            concerned: concerned(site, t, view, amending),
            offers: offers::would_be(site, t, amending),
        }
    }
}

/// Each authority, those first that are concerned.
fn concerned(site: &Site, t: Text, view: &CaseView, amending: &Amending) -> Vec<Concerned> {
    let after = CaseView {
        application: amending.after.clone(),
        sight: Sight::Organiser,
        ..view.clone()
    };
    let application = &after.application;
    let Some(Superseded::Amended(amendment)) = application.earlier.last().map(|one| &one.superseded) else {
        return vec![];
    };
    let before = CaseView {
        application: amending.before.clone(),
        ..after.clone()
    };
    let (seen, was) = (Seen::new(site, t, &after), Seen::new(site, t, &before));
    let rulebook = bound_to(site, application);
    let before_of = |authority: &AuthorityId| amending.before.referrals.get(authority);
    let concerned = |(line, referral): (Line, &Referral)| {
        let because = amendment.reopened.get(&referral.authority);
        let is_asked = amendment.asked.contains(&referral.authority);
        let round = referral.earlier.last().map(|round| &round.referral);
        let (tone, what, stands) = match (because, round) {
            (Some(_), Some(round)) => {
                let had = match round.decided {
                    Some(_) => standing_words(t, round),
                    // By its clock as it stands, an offer that this would accept being open.
                    None => was.when(before_of(&referral.authority).unwrap_or(round)),
                };
                let mut had = t.one("amend-had", "standing", had);
                if round.open_extension().is_some() {
                    had = format!("{had}; {}", t.get("amend-time-falls"));
                }
                ("wait", again(round.decided.is_some()), had)
            }
            _ if is_asked => ("wait", "amend-asked", String::new()),
            _ => ("ok", "amend-leaves", line.standing),
        };
        Concerned {
            name: line.name,
            tone,
            what: t.get(what).into_owned(),
            why: why(t, rulebook.as_deref(), because.map_or(&[], Vec::as_slice)),
            stands,
            when: line.when,
            late: line.late,
        }
    };
    let mut all: Vec<_> = seen
        .lines()
        .into_iter()
        .zip(application.in_order())
        .map(concerned)
        .collect();
    all.sort_by_key(|one| one.tone == "ok");
    all.extend(released(site, t, amending));
    all
}

/// Those who would be asked no longer.
fn released(site: &Site, t: Text, amending: &Amending) -> Vec<Concerned> {
    let application = &amending.after;
    let rulebook = bound_to(site, application);
    let line = |one: &Released| Concerned {
        name: short_name(site, t, application, &one.referral),
        tone: "plain",
        what: t.get("amend-released").into_owned(),
        why: why(t, rulebook.as_deref(), &one.because),
        stands: t.one("amend-had", "standing", standing_words(t, &one.referral)),
        when: String::new(),
        late: false,
    };
    let before = amending.before.released.len();
    application.released.iter().skip(before).map(line).collect()
}
