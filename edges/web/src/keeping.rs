//! The conditions of a permit in words: where each stands, and what is to be done about it.

use crate::Text;
use crate::demands::{condition_words, told, when};
use crate::position::Seen;
use crate::timeline::Tone;
use crate::wording::{Named, near, short_name, zone};
use act::{AuthorityId, Date, OrganisationId};
use clearance::acts::ActName;
use clearance::{Application, Kept, OnPermit, Referral, Stage};

/// The conditions of a permit.
pub(crate) struct Keeping {
    /// What the reader has to do about them first, and how many are discharged; nothing of a permit that was taken back.
    pub first: Option<String>,
    /// What is to be known of all of them: that nothing falls by itself, that the permit is suspended, or that it came to nothing.
    pub note: &'static str,
    pub lines: Vec<KeptLine>,
}

/// A condition of the permit, and how it stands with each who set it.
pub(crate) struct KeptLine {
    pub text: String,
    /// When it is to be kept; empty while the event lasts.
    pub when: String,
    pub of: Vec<KeptOf>,
}

/// How a condition stands with one authority that set it.
pub(crate) struct KeptOf {
    pub authority: String,
    /// Its page.
    pub path: String,
    pub stands: Stands,
    /// Why what was shown is not enough, for those who may read it.
    pub because: Option<String>,
    /// Which organiser sees to it, in a sentence.
    pub owner: Option<String>,
}

/// Where a condition stands, in words.
pub(crate) struct Stands {
    pub tone: &'static str,
    pub tag: String,
    pub words: String,
}

fn count(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// The tone in which it is shown where a condition stands, and that in a word or two.
pub(crate) fn tag(t: Text, kept: Kept, overdue: bool) -> (&'static str, String) {
    let tone = match kept {
        Kept::Discharged => Tone::Ok,
        _ if overdue => Tone::Bad,
        Kept::Shown | Kept::NotEnough => Tone::Wait,
        Kept::NotShown => Tone::Plain,
    };
    let tag = t.get(&format!("kept-tag-{}", kept.name()));
    (tone.name(), tag.into_owned())
}

/// Where a condition stands on a day, with whom it waits for or by when something is to be shown: of a permit that was taken back
/// nothing is.
pub(crate) fn stands(seen: &Seen<'_>, one: &OnPermit<'_>, authority: &str) -> Stands {
    let (t, application) = (seen.t, &seen.view.application);
    let zone = zone(application, seen.site);
    let day = |at: act::Timestamp| near(t, at.to_zoned_datetime(zone.clone()).date(), seen.today);
    let stands = application.live_permit().is_some();
    let overdue = stands && one.is_overdue(seen.today);
    let (tone, tag) = tag(t, one.kept(), overdue);
    let (id, on) = match (one.discharged(), one.open_proof()) {
        (Some(discharged), _) => ("kept-discharged", Some(day(discharged.by.at))),
        (None, _) if !stands => ("kept-ended", None),
        (None, Some(proof)) => ("kept-shown", Some(day(proof.by.at))),
        (None, None) => {
            let due = one.due().map(|due| near(t, due, seen.today));
            let id = match due {
                Some(_) if overdue => "kept-overdue",
                Some(_) => "kept-to-show",
                None => "kept-no-day",
            };
            (id, due)
        }
    };
    let said = [
        ("date", on.unwrap_or_default().into()),
        ("authority", authority.into()),
    ];
    Stands {
        tone,
        tag,
        words: t.with(id, said),
    }
}

/// The text of what is to be known of the conditions of a permit; `suspended` says it of one that is suspended.
pub(crate) fn note(application: &Application, suspended: &'static str) -> &'static str {
    match application.stage() {
        Stage::Suspended => suspended,
        Stage::Revoked => "condition-revoked",
        Stage::Lapsed => "condition-lapsed",
        _ => "keeping-nothing-by-itself",
    }
}

/// An organiser of the case by its name.
pub(crate) fn organiser(named: &Named, application: &Application, organisation: OrganisationId) -> String {
    let mut organisers = application.submission.iter().flat_map(|one| &one.organisers);
    let organiser = organisers.find(|one| one.organisation == organisation);
    organiser.map_or_else(String::new, |one| named.name(organisation, one.name.as_str()))
}

/// The authority that set a condition, and its name.
pub(crate) fn set_by<'v>(seen: &Seen<'v>, authority: &AuthorityId) -> Option<(&'v Referral, String)> {
    let application = &seen.view.application;
    let referral = application.referrals.get(authority)?;
    Some((referral, short_name(seen.site, seen.t, application, referral)))
}

fn line_of(seen: &Seen<'_>, named: &Named, one: &OnPermit<'_>) -> Option<KeptOf> {
    let (t, application) = (seen.t, &seen.view.application);
    let (referral, authority) = set_by(seen, one.authority)?;
    let declined = one.last_proof().and_then(|last| last.declined.as_ref());
    let because = declined.filter(|_| one.discharged().is_none() && seen.view.sees_words_of(referral));
    let owner = one.owner().map(|owner| organiser(named, application, owner));
    Some(KeptOf {
        stands: stands(seen, one, &authority),
        path: format!(
            "/cases/{}/referrals/{}/conditions/{}",
            seen.view.id, one.authority, one.number
        ),
        because: because.map(|one| t.one("kept-because", "reasons", one.reasons.as_str())),
        owner: owner.map(|name| t.one("kept-owner", "organiser", name)),
        authority,
    })
}

/// What is read first: what the reader's own organisation sees to, then what is not discharged, by the day on which that is due.
type Place = (bool, bool, Date);

fn place(one: &OnPermit<'_>, own: OrganisationId) -> Place {
    let discharged = one.discharged().is_some();
    let mine = one.owner() == Some(own) && !discharged;
    (!mine, discharged, one.due().unwrap_or(Date::MAX))
}

/// The conditions of a permit, if it has some.
pub(crate) fn of(seen: &Seen<'_>, named: &Named) -> Option<Keeping> {
    let lines = lines(seen, named);
    (!lines.is_empty()).then(|| Keeping {
        first: first(seen),
        note: note(&seen.view.application, "keeping-suspended"),
        lines,
    })
}

/// Each of them, what is due first first. What several demand stands in it once.
fn lines(seen: &Seen<'_>, named: &Named) -> Vec<KeptLine> {
    let application = &seen.view.application;
    let own = seen.view.context.actor.organisation;
    let Some(permit) = &application.permit else {
        return vec![];
    };
    let mut all: Vec<(Place, OnPermit<'_>, Vec<KeptOf>)> = vec![];
    for one in permit.conditions() {
        let (Some(line), place) = (line_of(seen, named, &one), place(&one, own)) else {
            continue;
        };
        match all
            .iter_mut()
            .find(|(_, same, _)| same.condition.demands_the_same(&one.condition))
        {
            Some((first, _, of)) => {
                *first = place.min(*first);
                of.push(line);
            }
            None => all.push((place, one, vec![line])),
        }
    }
    all.sort_by_key(|(place, one, _)| (*place, one.condition.terms.phase));
    let told = told(seen.site, application);
    let line = |(_, one, of): (Place, OnPermit<'_>, Vec<KeptOf>)| KeptLine {
        text: condition_words(seen.t, &one.condition, &told),
        when: when(seen.t, &one.condition.terms),
        of,
    };
    all.into_iter().map(line).collect()
}

/// What the reader has to do about them first, and how many are discharged; nothing where there are none that hold.
fn first(seen: &Seen<'_>) -> Option<String> {
    let (t, view) = (seen.t, seen.view);
    let conditions = view.application.live_permit()?.conditions();
    if conditions.is_empty() {
        return None;
    }
    let discharged = conditions.iter().filter(|one| one.discharged().is_some());
    let said = [
        ("discharged", count(discharged.count()).into()),
        ("all", count(conditions.len()).into()),
    ];
    let to_do = to_show(seen, &conditions).or_else(|| to_answer(seen, &conditions));
    let progress = t.with("keeping-progress", said);
    Some(to_do.into_iter().chain([progress]).collect::<Vec<_>>().join(" "))
}

/// For how many of them an organiser has something to show, and by when first. One without a day is kept and need not be shown,
/// unless someone wants it.
fn to_show(seen: &Seen<'_>, conditions: &[OnPermit<'_>]) -> Option<String> {
    let wanting = |one: &&OnPermit<'_>| matches!(one.kept(), Kept::NotShown | Kept::NotEnough);
    let due = conditions.iter().filter(wanting).filter_map(OnPermit::due);
    let due: Vec<Date> = due.filter(|_| seen.view.offers(ActName::ShowKept)).collect();
    let first = *due.iter().min()?;
    let said = [
        ("count", count(due.len()).into()),
        ("date", near(seen.t, first, seen.today).into()),
    ];
    let id = if first < seen.today {
        "keeping-overdue"
    } else {
        "keeping-to-show"
    };
    Some(seen.t.with(id, said))
}

/// For how many of an authority's own something was shown that waits for it.
fn to_answer(seen: &Seen<'_>, conditions: &[OnPermit<'_>]) -> Option<String> {
    let view = seen.view;
    let is_own = |one: &&OnPermit<'_>| {
        let referral = view.application.referrals.get(one.authority);
        referral.is_some_and(|referral| referral.organisation == view.context.actor.organisation)
    };
    let own = conditions.iter().filter(is_own);
    let waits = own.filter(|one| one.open_proof().is_some()).count();
    let answers = view.offers(ActName::DischargeCondition) && waits > 0;
    answers.then(|| seen.t.one("keeping-waits", "count", count(waits)))
}
