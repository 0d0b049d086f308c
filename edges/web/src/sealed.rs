//! Reasons that were sealed, in words: that there are some, by whom and on what ground; and the words for those alone who read them.

use crate::Text;
use crate::acting::said_by;
use crate::parts::Choice;
use crate::site::Site;
use crate::wording::{lead_name, short_name, zone};
use act::Reason;
use clearance::acts::{ActName, UnsealReasons};
use clearance::{Application, Sealed, SealedOf, SealedReasons};
use desk::clearance::{CaseView, Sight};

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
    let at = t.instant(one.by.at, &zone(application, site));
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
    let sealed_at = t.instant(one.by.at, &zone);
    let said = match opened {
        None => t.with(
            "sealed-by",
            [("authority", whose.as_str().into()), ("at", sealed_at.into())],
        ),
        Some(opened) => t.with(
            "sealed-opened-by",
            [
                ("authority", whose.as_str().into()),
                ("at", sealed_at.into()),
                ("opened", t.instant(opened.by.at, &zone).into()),
            ],
        ),
    };
    let last = opened.map_or(&one.by.actor, |opened| &opened.by.actor);
    let said = said_by(t, last, said);
    let own = view.sealed.of(&commitment);
    let words = own.or(opened.map(|opened| &opened.opening.words));
    let note = match (opened, own) {
        (Some(_), _) => t.get("sealed-agrees").into_owned(),
        (None, Some(_)) => t.one("sealed-you-read", "authority", whose),
        (None, None) if view.sight == Sight::Organiser => t.one("sealed-appeal", "authority", whose),
        (None, None) => t.one("sealed-not-read", "authority", whose),
    };
    SealedLines {
        of: which(site, t, application, one),
        said,
        ground: one.ground.map_or_else(String::new, ToString::to_string),
        file: words.map(|_| format!("/cases/{}/sealed/{commitment}", view.id)),
        words: words.map(ToString::to_string),
        opens: UnsealReasons::check(application, &view.context, &commitment).is_ok(),
        note,
        appeals: opened.is_none() && view.offers(ActName::NoteAppeal),
        commitment: commitment.to_string(),
        salt: opened.map(|opened| opened.opening.salt.to_string()),
    }
}
