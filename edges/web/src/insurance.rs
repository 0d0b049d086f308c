//! The certificates of insurance of a case, in words: what each says, for what it was handed in, where it stands, and what of the event it
//! leaves uncovered.

mod choices;

use crate::Text;
use crate::acting::acted_as;
use crate::asked::called;
use crate::demands::{condition_words, told};
use crate::position::Seen;
use crate::timeline::Tone;
use crate::wording::{bound_to, zone};
use act::{AuthorityId, Context};
pub(crate) use choices::{InsuranceChoices, choices, read};
use clearance::{Application, Insurance, InsuranceAnswer, InsuranceStanding, InsuredFor, Uncovered};

/// A certificate on a page.
pub(crate) struct InsuranceLines {
    /// Who insures, by which policy, and who demands it.
    pub title: String,
    /// Where it stands.
    pub tone: &'static str,
    pub standing: String,
    /// What of the event it leaves uncovered, where that counts.
    pub uncovered: Option<String>,
    /// For what it was handed in, and the page of that.
    pub wanted: (String, String),
    /// For how much and for which days it insures, and who handed it in.
    pub said: Vec<String>,
    /// The document: its name, and its address.
    pub document: Option<(String, String)>,
    /// What was said to it, each with why, the first first.
    pub answers: Vec<(String, Option<String>)>,
}

/// The certificates that the reader sees.
pub(crate) fn lines(seen: &Seen<'_>, which: impl Fn(&Insurance) -> bool) -> Vec<InsuranceLines> {
    let application = &seen.view.application;
    let short = application.insurances_that_fall_short();
    let short = |one: &Insurance| {
        let mut all = short.iter();
        Some(all.find(|(other, _)| other.number == one.number)?.1)
    };
    let all = application.insurances.iter().filter(|one| which(one));
    all.map(|one| line(seen, one, short(one))).collect()
}

/// A certificate, with what of the event it leaves uncovered where that counts.
fn line(seen: &Seen<'_>, one: &Insurance, short: Option<Uncovered>) -> InsuranceLines {
    let (t, application) = (seen.t, &seen.view.application);
    let standing = application.insurance_standing(one);
    let mut files = application.attachments();
    let file = files.find(|file| file.attachment == one.certificate.document);
    let days = [
        ("cover", t.money(one.certificate.cover).into()),
        ("from", t.date(one.certificate.from).into()),
        ("until", t.date(one.certificate.until).into()),
    ];
    InsuranceLines {
        title: title(seen, one, seen.whose(&one.authority, false)),
        tone: tone(standing).name(),
        standing: standing_words(t, standing),
        uncovered: short.map(|what| uncovered(t, application, one, what)),
        wanted: (
            wanted(seen, &one.authority, one.wanted),
            path(seen, &one.authority, one.wanted),
        ),
        said: vec![
            t.with("insurance-covers", days),
            by(seen, "insurance-by", &one.by),
        ],
        document: file.map(|file| {
            let path = format!("/cases/{}/files/{}", seen.view.id, file.attachment);
            (file.name.to_string(), path)
        }),
        answers: answers(seen, one),
    }
}

/// Who insures, by which policy, and who demands it.
fn title(seen: &Seen<'_>, one: &Insurance, authority: String) -> String {
    let named = [
        ("insurer", one.certificate.insurer.as_str().into()),
        ("policy", one.certificate.policy.as_str().into()),
        ("authority", authority.into()),
    ];
    seen.t.with("insurance-of", named)
}

fn tone(standing: InsuranceStanding) -> Tone {
    match standing {
        InsuranceStanding::Waits => Tone::Wait,
        InsuranceStanding::Accepted => Tone::Ok,
        InsuranceStanding::SentBack => Tone::Bad,
        InsuranceStanding::Reversed | InsuranceStanding::NotAsked => Tone::Plain,
    }
}

fn standing_words(t: Text, standing: InsuranceStanding) -> String {
    let id = format!("insurance-standing-{}", standing.name());
    t.get(&id).into_owned()
}

/// What of the event it leaves uncovered.
pub(crate) fn uncovered(t: Text, application: &Application, one: &Insurance, what: Uncovered) -> String {
    let event = application.submission.as_ref().map(|one| &one.event);
    let (own, event) = match what {
        Uncovered::Beginning => (one.certificate.from, event.map(|event| event.date)),
        Uncovered::End => (one.certificate.until, event.map(|event| event.last_day())),
    };
    let days = [
        ("date", t.date(own).into()),
        ("event", event.map_or_else(String::new, |day| t.date(day)).into()),
    ];
    t.with(&format!("insurance-uncovered-{}", what.name()), days)
}

/// For what a certificate is handed in.
fn wanted(seen: &Seen<'_>, authority: &AuthorityId, wanted: InsuredFor) -> String {
    let (t, application) = (seen.t, &seen.view.application);
    let rulebook = bound_to(seen.site, application);
    match wanted {
        InsuredFor::Condition { number } => {
            let condition = application.condition_ever(authority, number);
            let told = told(seen.site, application);
            let condition = condition.map(|(_, condition)| condition_words(t, &condition.condition, &told));
            t.one(
                "insurance-for-condition",
                "condition",
                condition.unwrap_or_default(),
            )
        }
        InsuredFor::Item { question, item } => {
            let asked = application.document_asked(authority, question, item);
            let asked = asked.map(|(question, one)| called(t, rulebook.as_deref(), question, item, one));
            t.one("insurance-for-item", "item", asked.unwrap_or_default())
        }
    }
}

fn path(seen: &Seen<'_>, authority: &AuthorityId, wanted: InsuredFor) -> String {
    let referral = format!("/cases/{}/referrals/{authority}", seen.view.id);
    match wanted {
        InsuredFor::Condition { number } => format!("{referral}/conditions/{number}"),
        InsuredFor::Item { .. } => referral,
    }
}

/// What was said to it. What is said to the proof that it is stands on the condition's page.
fn answers(seen: &Seen<'_>, one: &Insurance) -> Vec<(String, Option<String>)> {
    let answered = |answer: &InsuranceAnswer| {
        let id = if answer.accepted {
            "insurance-accepted-by"
        } else {
            "insurance-sent-back-by"
        };
        let why = answer.reasons.as_ref().map(ToString::to_string);
        let wrong = answer.reversed.as_ref().map(|end| {
            let said = by(seen, "insurance-answer-reversed-by", &end.by);
            (said, Some(end.reasons.to_string()))
        });
        [Some((by(seen, id, &answer.by), why)), wrong]
    };
    let all = one.answers.iter().flat_map(answered).flatten();
    let wrong = one.reversed.as_ref().map(|end| {
        let said = by(seen, "insurance-reversed-by", &end.by);
        (said, Some(end.reasons.to_string()))
    });
    all.chain(wrong).collect()
}

fn by(seen: &Seen<'_>, id: &str, by: &Context) -> String {
    let t = seen.t;
    let zone = zone(&seen.view.application, seen.site);
    let said = [
        ("at", t.instant(by.at, &zone).into()),
        ("role", acted_as(t, &by.actor).into()),
    ];
    t.with(id, said)
}
