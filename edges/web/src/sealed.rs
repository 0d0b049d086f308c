//! Reasons that were sealed, in words: that there are some, by whom and on what ground; and the words for those alone who read them.

use crate::Text;
use crate::acting::said_by;
use crate::parts::Choice;
use crate::site::Site;
use crate::wording::{lead_name, short_name, zone};
use act::Reason;
use clearance::acts::{ActName, UnsealReasons};
use clearance::{Application, Sealed, SealedOf, SealedReasons};
use desk::clearance::{CaseView, Sight, proves_to};
use jiff::tz::TimeZone;

/// Sealed reasons on a page of their case.
pub(crate) struct SealedLines {
    /// Of what.
    pub of: String,
    /// Who sealed them, when, and that they were opened if they were.
    pub said: String,
    /// The legal ground.
    pub ground: String,
    /// The words, for whoever reads them.
    pub words: Option<String>,
    /// Who reads them, or what can be done by whoever does not.
    pub note: String,
    /// Whether the reader can open them: the form stands on the page of the case.
    pub opens: bool,
    /// Whether the reader, who does not read them, can note an appeal: that form stands there, too.
    pub appeals: bool,
    /// What all can see that they are bound by.
    pub commitment: String,
    /// The salt, once they were opened.
    pub salt: Option<String>,
    /// The proof that the words are those that were sealed, for whoever reads them.
    pub file: Option<String>,
}

/// The reasons as all who read what they are of read them: where they were sealed, that they were, and on what ground; and once they were
/// opened, the words as well.
pub(crate) fn said(t: Text, reasons: &Reason, sealed: Option<&Sealed>) -> String {
    let Some(sealed) = sealed else {
        return reasons.to_string();
    };
    match &sealed.opened {
        None => t.one("sealed-on-ground", "ground", reasons.as_str()),
        Some(opened) => t.with(
            "sealed-then-opened",
            [
                ("words", opened.opening.words.as_str().into()),
                ("ground", reasons.as_str().into()),
            ],
        ),
    }
}

/// What it is the reasons of, and whose.
pub(crate) fn which(site: &Site, t: Text, application: &Application, one: &SealedReasons<'_>) -> String {
    let at = t.instant(one.at, &zone(application, site));
    let id = format!("sealed-of-{}", one.of.name());
    t.with(
        &id,
        [
            ("authority", authority(site, t, application, one).into()),
            ("at", at.into()),
        ],
    )
}

fn authority(site: &Site, t: Text, application: &Application, one: &SealedReasons<'_>) -> String {
    match (one.of, application.asked_ever(one.authority)) {
        (SealedOf::Suspension | SealedOf::Revocation, _) | (_, None) => lead_name(site, t, application),
        (_, Some(referral)) => short_name(site, t, application, referral),
    }
}

/// What the reader could open.
pub(crate) fn unsealable(site: &Site, t: Text, view: &CaseView) -> Vec<Choice> {
    let all = view.application.unsealable(&view.context).into_iter();
    let choice = |one: SealedReasons<'_>| {
        let value = one.sealed.commitment.to_string();
        Choice::new(value, which(site, t, &view.application, &one))
    };
    all.map(choice).collect()
}

/// Those of a case that are `shown`, as this reader sees them. What was recommended stands with the recommendation.
pub(crate) fn lines(
    site: &Site,
    t: Text,
    view: &CaseView,
    shown: impl Fn(&SealedReasons<'_>) -> bool,
) -> Vec<SealedLines> {
    let all = view.application.sealed().into_iter();
    let all = all.filter(|one| one.of != SealedOf::Recommendation && shown(one));
    all.map(|one| line(site, t, view, &one)).collect()
}

fn line(site: &Site, t: Text, view: &CaseView, one: &SealedReasons<'_>) -> SealedLines {
    let application = &view.application;
    let whose = authority(site, t, application, one);
    let zone = zone(application, site);
    let (commitment, opened) = (one.sealed.commitment, one.sealed.opened.as_ref());
    let said = said_of(t, one, &whose, &zone);
    let last = opened.map(|opened| &opened.by.actor).or(one.by);
    let said = last.map_or_else(|| said.clone(), |last| said_by(t, last, said.clone()));
    let own = view.sealed.of(&commitment);
    let words = own.or(opened.map(|opened| &opened.opening.words));
    let proves = proves_to(application, view.sight, view.context.actor.organisation, one);
    SealedLines {
        of: which(site, t, application, one),
        said,
        ground: one.ground.map_or_else(String::new, ToString::to_string),
        file: words
            .filter(|_| proves)
            .map(|_| format!("/cases/{}/sealed/{commitment}", view.id)),
        words: words.map(ToString::to_string),
        opens: UnsealReasons::check(application, &view.context, &commitment).is_ok(),
        note: note(t, view, one, whose, own.is_some()),
        appeals: opened.is_none() && view.offers(ActName::NoteAppeal),
        commitment: commitment.to_string(),
        salt: opened.map(|opened| opened.opening.salt.to_string()),
    }
}

/// Who sealed them, when, and that they were opened if they were. Of a letter, and of advice by a link, nobody who seals is the one who says it.
fn said_of(t: Text, one: &SealedReasons<'_>, whose: &str, zone: &TimeZone) -> String {
    let sealed_at = t.instant(one.at, zone);
    let id = match one.of {
        SealedOf::Letter => "sealed-by-letter",
        SealedOf::AdviceByLink => "sealed-by-link",
        _ => "sealed-by",
    };
    match &one.sealed.opened {
        None => t.with(id, [("authority", whose.into()), ("at", sealed_at.into())]),
        Some(opened) => t.with(
            &id.replace("sealed", "sealed-opened"),
            [
                ("authority", whose.into()),
                ("at", sealed_at.into()),
                ("opened", t.instant(opened.by.at, zone).into()),
            ],
        ),
    }
}

/// Who reads them, or what can be done by whoever does not.
fn note(t: Text, view: &CaseView, one: &SealedReasons<'_>, whose: String, reads: bool) -> String {
    let with_lead = one.of.is_for_lead();
    let appeals = view.sight == Sight::Organiser && (!with_lead || view.offers(ActName::NoteAppeal));
    let id = match (one.sealed.is_shut(), reads) {
        (false, _) => return t.get("sealed-agrees").into_owned(),
        (true, true) if with_lead => "sealed-you-read-with-lead",
        (true, true) => "sealed-you-read",
        (true, false) if appeals => "sealed-appeal",
        (true, false) if with_lead => "sealed-not-read-with-lead",
        (true, false) => "sealed-not-read",
    };
    t.one(id, "authority", whose)
}
