//! From the record to a paper: the permit and the decision notice as plain data in the reader's language.

use crate::offered;
use crate::site::Site;
use crate::timeline::Tone;
use crate::wording::{
    Named, bound_to, full_name, hours, rulebook_line, short_name, standing_of, standing_words, zone,
};
use crate::{Failure, Language, Text, letters, reckoning, sealed};
use act::{AuthorityId, Context, Timestamp};
use clearance::{Application, Decided, PermitAdvice, PermitContent, Referral, Revised};
use desk::PermitPaper;
use desk::clearance::CaseView;
use documents::{Decision, DecisionNotice, Permit, Stamp, Standing};
use identity::Names;
use jiff::tz::TimeZone;

mod case_file;
mod conditions;
mod standing;
mod veiled;

pub(crate) use case_file::case_file;
use conditions::{conditions, own_condition};
pub(crate) use standing::holds;
use standing::stands;
pub(crate) use veiled::{veiled_labels, veiled_permit};

/// The labels of papers in a language.
pub(crate) fn labels(t: Text) -> impl Fn(&str) -> String {
    move |id| t.get(id).into_owned()
}

pub(crate) fn language(t: Text) -> documents::Language {
    match t.language() {
        Language::English => documents::Language::English,
        Language::Khmer => documents::Language::Khmer,
        Language::Japanese => documents::Language::Japanese,
    }
}

pub(crate) fn stamp(at: Timestamp) -> Stamp {
    let moment = at.to_zoned_datetime(TimeZone::UTC);
    Stamp {
        year: i32::from(moment.year()),
        month: moment.month().unsigned_abs(),
        day: moment.day().unsigned_abs(),
        hour: moment.hour().unsigned_abs(),
        minute: moment.minute().unsigned_abs(),
        second: moment.second().unsigned_abs(),
    }
}

/// The name of a zone as its people call it, taken from how a time is written there.
fn zone_name(t: Text, zone: &TimeZone, at: Timestamp) -> String {
    t.zone(zone, zone.to_offset(at))
}

/// The text of a permit's code; none if no code holds it.
fn code(site: &Site, found: &PermitPaper) -> Result<Option<String>, Failure> {
    match found.receipt.to_qr(&site.desk.verifier()) {
        Ok(text) => Ok(Some(text)),
        Err(fault) if fault.is_too_long() => Ok(None),
        Err(fault) => {
            tracing::error!(%fault, "a permit cannot be proven");
            Err(Failure::internal())
        }
    }
}

/// The permit as a paper.
pub(crate) async fn permit(site: &Site, t: Text, found: &PermitPaper) -> Result<Permit, Failure> {
    let size = i64::try_from(found.receipt.size).unwrap_or(i64::MAX);
    let proven = [("size", size.into()), ("origin", site.desk.origin().into())];
    Ok(Permit {
        checkpoint_text: t.with("paper-checkpoint", proven),
        qr_text: code(site, found)?,
        ..unproven(site, t, &found.application, &found.permit).await?
    })
}

/// What a permit says, without its proof.
async fn unproven(
    site: &Site,
    t: Text,
    application: &Application,
    issued: &clearance::Permit,
) -> Result<Permit, Failure> {
    let content = &issued.content;
    let zone = zone(application, site);
    let named = Named::of(site, t, application).await?;
    let (status, standing, warning) = stands(site, t, application, issued, &zone);
    Ok(Permit {
        language: language(t),
        issuer: named.lead(application, &content.issued_by),
        rulebook: rulebook_line(site, t, application).map_or_else(String::new, |(words, _)| words),
        reference: content.permit.clone(),
        status,
        standing,
        warning,
        title: content.title.to_string(),
        organisers: named.organisers(&content.organisers),
        components: content.components.iter().map(ToString::to_string).collect(),
        place: content.place.to_string(),
        date_text: t.day(content.date),
        time_text: hours(t, content.from, content.until, t.clock(content.until)),
        zone: zone_name(t, &zone, issued.issued.at),
        lead_authority: named.lead(application, &content.issued_by),
        decisions: decisions(site, t, application, content, &zone, Conditions::Told),
        advice: advice(site, t, application, content, &zone),
        conditions: conditions(site, t, application, issued),
        issued_text: issued_on(t, issued, &zone),
        checkpoint_text: String::new(),
        qr_text: None,
        verify_address: format!("{}{}", site.address, t.language().address("/verify")),
        demonstration: site.demonstration.is_some(),
        issued_at: stamp(issued.issued.at),
    })
}

/// When it was issued, and the place of which other it took.
fn issued_on(t: Text, issued: &clearance::Permit, zone: &TimeZone) -> String {
    let at = t.instant(issued.issued.at, zone);
    match &issued.content.replaces {
        None => t.one("permit-issued", "at", at),
        Some(earlier) => {
            let said = [("at", at.into()), ("permit", earlier.as_str().into())];
            t.with("permit-issued-replacing", said)
        }
    }
}

/// Whether a permit's reader is told its conditions; who is not is not told who set some, either. Whoever was silent set none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Conditions {
    Told,
    Withheld,
}

/// What the authorities had decided when it was issued: what they changed since is not in its proof, and not on its paper.
fn decisions(
    site: &Site,
    t: Text,
    application: &Application,
    content: &PermitContent,
    zone: &TimeZone,
    told: Conditions,
) -> Vec<Decision> {
    let day = |at: Timestamp| t.date(at.to_zoned_datetime(zone.clone()).date());
    let line = |referral: &Referral| {
        let mut decisions = content.decisions.iter();
        let decided = decisions.find(|one| one.authority == referral.authority)?;
        let conditions = i64::try_from(decided.conditions.len()).unwrap_or(i64::MAX);
        let standing = match (decided.by_silence, conditions) {
            (Some(_), _) => clearance::Standing::DeemedGranted,
            (None, 0) => clearance::Standing::Granted,
            (None, _) => clearance::Standing::GrantedWithConditions,
        };
        let given = given_on(t, decided.by_letter, day(decided.at));
        let silent = decided
            .by_silence
            .map(|ended| t.one("next-silent", "date", t.date(ended)));
        Some(Decision {
            authority: short_name(site, t, application, referral),
            decision: match decided.by_silence {
                None if told == Conditions::Withheld => t.get("decision-conditions-withheld").into_owned(),
                _ => standing_of(t, standing, conditions, false),
            },
            date_text: silent.unwrap_or_else(|| changed_on(t, given, decided.revised.map(day))),
        })
    };
    application.in_order().into_iter().filter_map(line).collect()
}

/// What consultees had advised when the permit was issued: what came later is not in its proof, and not on its paper.
fn advice(
    site: &Site,
    t: Text,
    application: &Application,
    content: &PermitContent,
    zone: &TimeZone,
) -> Vec<Decision> {
    let line = |given: &PermitAdvice| {
        let referral = application.referrals.get(&given.authority);
        Decision {
            authority: referral.map_or_else(
                || given.name.to_string(),
                |referral| short_name(site, t, application, referral),
            ),
            decision: t.get(&format!("standing-{}", given.advice.name())).into_owned(),
            date_text: given_on(
                t,
                given.by_letter,
                t.date(given.at.to_zoned_datetime(zone.clone()).date()),
            ),
        }
    };
    content.advice.iter().map(line).collect()
}

/// The person who decided, with the post held that day, or else the role, and the organisation.
async fn decided_by(site: &Site, t: Text, by: &Context, zone: &TimeZone) -> Result<String, Failure> {
    if by.actor.is_rule() {
        return Ok(t.get("paper-by-silence").into_owned());
    }
    let day = by.at.to_zoned_datetime(zone.clone()).date();
    let doer = site.desk.doer(&by.actor, day).await?;
    let said = |names: Option<Names>| names.map(|names| names.in_language(t.language().tag()).to_owned());
    let role = || t.get(&format!("role-{}", by.actor.role.name())).into_owned();
    let mut post = said(doer.post).unwrap_or_else(role);
    if let Some(of) = said(doer.in_place_of) {
        post = t.with("role-in-place-of", [("role", post.into()), ("of", of.into())]);
    }
    let (Some(person), Some(organisation)) = (said(doer.person), said(doer.organisation)) else {
        return Ok(post);
    };
    Ok(t.with(
        "reader-hat",
        [
            ("name", person.into()),
            ("role", post.into()),
            ("organisation", organisation.into()),
        ],
    ))
}

/// The same; where a letter was recorded, which letter and who recorded it.
async fn by_whom(site: &Site, t: Text, decided: &Decided, zone: &TimeZone) -> Result<String, Failure> {
    let by = decided_by(site, t, &decided.by, zone).await?;
    Ok(match &decided.letter {
        Some(letter) => {
            let words = [("letter", letters::which(t, letter).into()), ("by", by.into())];
            t.with("paper-by-letter", words)
        }
        None => by,
    })
}

/// A day, and that on which conditions were changed last.
fn changed_on(t: Text, date: String, changed: Option<String>) -> String {
    match changed {
        None => date,
        Some(changed) => t.with(
            "paper-decided-changed",
            [("date", date.into()), ("changed", changed.into())],
        ),
    }
}

/// The day on which it was given; where it came by letter, that day and when it was recorded.
fn given_on(t: Text, by_letter: Option<act::Date>, day: String) -> String {
    match by_letter {
        Some(dated) => letters::in_short(t, dated, day),
        None => day,
    }
}

/// Until when there was no answer, where silence counts.
fn silent_until(t: Text, decided: &Decided) -> Option<String> {
    Some(t.one("next-silent", "date", t.date(decided.ended?)))
}

/// The reasons that were given, and those for which conditions were changed; where silence counts, the rule that it counts by.
fn why(t: Text, referral: &Referral, decided: &Decided, zone: &TimeZone) -> Vec<String> {
    let changed = |one: &Revised| {
        let at = t.instant(one.by.at, zone);
        let reasons = sealed::said(t, &one.reasons, one.sealed.as_ref());
        let words = [("at", at.into()), ("reasons", reasons.into())];
        t.with("conditions-revised-why", words)
    };
    match decided.ended {
        Some(_) => vec![
            t.get(&format!("silence-{}", referral.terms.silence.name()))
                .into_owned(),
        ],
        None => {
            let reasons = decided.reasons.iter();
            let reasons = reasons.map(|one| sealed::said(t, one, decided.sealed.as_ref()));
            reasons.chain(decided.revised.iter().map(changed)).collect()
        }
    }
}

fn components(event: &clearance::Event) -> Vec<String> {
    event
        .components
        .iter()
        .map(|part| part.title.to_string())
        .collect()
}

/// The clock, line by line. One that cannot be reckoned is not on the paper.
fn clock(site: &Site, t: Text, application: &Application, referral: &Referral) -> Vec<String> {
    let rulebook = bound_to(site, application);
    let mut clock = reckoning::clock(t, rulebook.as_deref(), referral).unwrap_or_default();
    if !clock.is_empty() {
        clock.insert(0, reckoning::period(t, rulebook.as_deref(), &referral.terms));
    }
    clock
}

/// The decision of one authority as a paper.
pub(crate) async fn decision_notice(
    site: &Site,
    t: Text,
    view: &CaseView,
    authority: &AuthorityId,
) -> Result<DecisionNotice, Failure> {
    let application = &view.application;
    let referral = application
        .referrals
        .get(authority)
        .ok_or_else(Failure::not_found)?;
    let decided = referral.decided.as_ref().ok_or_else(Failure::not_found)?;
    // A decision is about what counted as handed in when it was made, whatever was amended since.
    let submission = application.submission_of(decided.version);
    let submission = submission.ok_or_else(Failure::not_found)?;
    let zone = zone(application, site);
    let event = &submission.event;
    let organisers = submission.organisers.iter().map(|one| one.organisation);
    let named = Named::of_these(site, t, organisers).await?;
    let own = (1..).zip(referral.conditions());
    let standing = match crate::wording::tone(referral.standing()) {
        Tone::Ok => Standing::Good,
        Tone::Bad => Standing::Bad,
        Tone::Plain | Tone::Wait => Standing::Open,
    };
    Ok(DecisionNotice {
        is_advice: referral.advises(),
        language: language(t),
        issuer: full_name(site, t, application, referral),
        rulebook: rulebook_line(site, t, application).map_or_else(String::new, |(words, _)| words),
        reference: format!("{}/{}", application.reference, referral.authority),
        title: event.title.to_string(),
        organisers: named.organisers(&submission.organisers),
        components: components(event),
        place: event.place.to_string(),
        date_text: t.day(event.date),
        time_text: hours(t, event.from, event.until, t.clock(event.until)),
        zone: zone_name(t, &zone, decided.by.at),
        authority: full_name(site, t, application, referral),
        decision: standing_words(t, referral),
        standing,
        reasons: why(t, referral, decided, &zone)
            .into_iter()
            .chain(offered::before_decision(site, t, application, referral, &zone))
            .collect(),
        conditions: own
            .map(|(number, one)| own_condition(site, t, application, referral, number, one))
            .collect(),
        appeal: vec![],
        decided_by: by_whom(site, t, decided, &zone).await?,
        decided_text: silent_until(t, decided).unwrap_or_else(|| t.instant(decided.by.at, &zone)),
        reckoning: clock(site, t, application, referral),
        checkpoint_text: String::new(),
        qr_text: None,
        verify_address: String::new(),
        demonstration: site.demonstration.is_some(),
        decided_at: stamp(decided.by.at),
    })
}
