//! What an authority decided, in words: by whom or by which letter, under which conditions, and what was changed since.

use crate::Text;
use crate::acting::{acted_as, said_by};
use crate::demands::{self, Told, condition_with_when};
use crate::letters;
use crate::sealed;
use crate::site::Site;
use crate::wording::{full_name, lead_name, standing_words};
use clearance::{Application, Decided, Disowned, Letter, Referral, Revised, Sealed};
use desk::clearance::CaseView;
use jiff::tz::TimeZone;

/// A decision in words.
pub(super) struct DecidedLines {
    pub by: String,
    pub standing: String,
    pub reasons: Option<String>,
    pub conditions: Vec<String>,
    /// What had been demanded before, and why that was changed.
    pub revised: Vec<RevisedLines>,
    pub notice: String,
    /// The scan of its letter, where it came in one.
    pub scan: Option<ScanLine>,
}

/// The scan of a letter, or that it is not the reader's to see.
pub(super) struct ScanLine {
    pub words: String,
    pub path: Option<String>,
}

/// A letter that its authority disowned.
pub(super) struct DisownedLines {
    pub said: String,
    pub reasons: String,
    /// What had been recorded.
    pub was: DecidedLines,
}

/// Conditions that were changed.
pub(super) struct RevisedLines {
    pub said: String,
    pub reasons: String,
    pub before: Vec<String>,
}

/// Its decision, if it has decided.
pub(super) fn decided(
    site: &Site,
    t: Text,
    view: &CaseView,
    referral: &Referral,
    zone: &TimeZone,
) -> Option<DecidedLines> {
    let decided = referral.decided.as_ref()?;
    let told = demands::told(site, &view.application);
    Some(DecidedLines {
        by: decided_by(site, t, &view.application, referral, decided, zone),
        standing: standing_words(t, referral),
        reasons: decided
            .reasons
            .as_ref()
            .map(|one| sealed::said(t, one, decided.sealed.as_ref())),
        conditions: referral
            .conditions()
            .iter()
            .map(|one| condition_with_when(t, one, &told))
            .collect(),
        revised: decided
            .revised
            .iter()
            .map(|one| revised(t, one, zone, &told))
            .collect(),
        notice: format!("/cases/{}/referrals/{}/notice", view.id, referral.authority),
        scan: decided
            .letter
            .as_ref()
            .map(|letter| scan(t, view, decided, letter)),
    })
}

fn scan(t: Text, view: &CaseView, decided: &Decided, letter: &Letter) -> ScanLine {
    let is_sealed = decided.sealed.as_ref().is_some_and(Sealed::is_shut);
    match &letter.scan {
        Some(scan) => ScanLine {
            words: t.one("letter-scan", "name", letters::scan_line(t, scan)),
            path: Some(format!("/cases/{}/files/{}", view.id, scan.attachment)),
        },
        None => ScanLine {
            words: t
                .get(if is_sealed {
                    "letter-scan-sealed"
                } else {
                    "letter-scan-hidden"
                })
                .into_owned(),
            path: None,
        },
    }
}

/// The letters that it disowned, in all rounds, the last one first.
pub(super) fn disowned(
    site: &Site,
    t: Text,
    view: &CaseView,
    referral: &Referral,
    zone: &TimeZone,
) -> Vec<DisownedLines> {
    let all = referral.rounds().rev().flat_map(|one| one.disowned.iter().rev());
    let line = |one: &Disowned| {
        let was = Referral {
            decided: Some(one.decided.clone()),
            ..referral.clone()
        };
        let words = [
            ("at", t.instant(one.by.at, zone).into()),
            (
                "authority",
                full_name(site, t, &view.application, referral).into(),
            ),
            ("role", acted_as(t, &one.by.actor).into()),
        ];
        Some(DisownedLines {
            said: t.with("letter-disowned", words),
            reasons: one.reasons.to_string(),
            was: decided(site, t, view, &was, zone)?,
        })
    };
    all.filter_map(line).collect()
}

/// When conditions were changed, why, and what had been demanded.
fn revised(t: Text, one: &Revised, zone: &TimeZone, told: &Told) -> RevisedLines {
    RevisedLines {
        said: said_by(
            t,
            &one.by.actor,
            t.one("conditions-revised", "at", t.instant(one.by.at, zone)),
        ),
        reasons: sealed::said(t, &one.reasons, one.sealed.as_ref()),
        before: one
            .before
            .iter()
            .map(|one| condition_with_when(t, one, told))
            .collect(),
    }
}

/// Who decided or advised, and when; by which letter, and who recorded it; that nobody did, where silence counts.
fn decided_by(
    site: &Site,
    t: Text,
    application: &Application,
    referral: &Referral,
    decided: &Decided,
    zone: &TimeZone,
) -> String {
    let id = match &decided.letter {
        _ if decided.decision.is_silence() => "decided-by-silence",
        Some(_) if referral.advises() => "advised-by-letter",
        Some(_) => "decided-by-letter",
        None if referral.advises() => "advised-by",
        None => "decided-by",
    };
    let letter = decided.letter.as_ref();
    let letter = letter.map(|letter| letters::which(t, letter)).unwrap_or_default();
    let role = acted_as(t, &decided.by.actor);
    t.with(
        id,
        [
            ("at", t.instant(decided.by.at, zone).into()),
            (
                "ended",
                decided.ended.map(|day| t.date(day)).unwrap_or_default().into(),
            ),
            ("role", role.into()),
            ("letter", letter.into()),
            ("lead", lead_name(site, t, application).into()),
            ("authority", full_name(site, t, application, referral).into()),
        ],
    )
}
