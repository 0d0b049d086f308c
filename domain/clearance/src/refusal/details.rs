//! What was wrong and what would be allowed, of each refusal.

use super::ClearanceRefusal;
use crate::{Phase, Stage};
use act::{AuthorityId, Date, Detail, Refusal, Role};
use rulebook::{Name, Said};

/// A day that was given, and the first and the last of those from which it was to be; a suspension ends before the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The day that was given.
    pub date: Date,
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

impl Days {
    fn details(&self, last: &'static str) -> Vec<(&'static str, Detail)> {
        dates(&[("date", self.date), ("from", self.from), (last, self.to)])
    }
}

/// What a rulebook says of itself, as a detail.
#[must_use]
pub fn said(what: &Said) -> Detail {
    let detail = |name: &Name| match name {
        Name::Text(text) => Detail::Text(text.clone()),
        Name::Number(number) => Detail::Number(*number),
        Name::Said(inner) => said(inner),
    };
    Detail::Said(what.english(), what.names().iter().map(detail).collect())
}

fn stage(stage: Stage) -> Detail {
    Detail::Term(format!("stage-{}", stage.name()))
}

fn who(name: &'static str, authorities: &[AuthorityId]) -> Vec<(&'static str, Detail)> {
    let all = authorities.iter().cloned().map(Detail::Authority).collect();
    vec![(name, Detail::AllOf(all))]
}

fn stages(now: Stage, needed: &[Stage]) -> Vec<(&'static str, Detail)> {
    let needed = needed.iter().copied().map(stage).collect();
    vec![("stage", stage(now)), ("needed", Detail::AnyOf(needed))]
}

/// An authority, and days that are told with it.
fn on(authority: &AuthorityId, days: &[(&'static str, Date)]) -> Vec<(&'static str, Detail)> {
    let authority = ("authority", Detail::Authority(authority.clone()));
    [authority].into_iter().chain(dates(days)).collect()
}

fn dates(days: &[(&'static str, Date)]) -> Vec<(&'static str, Detail)> {
    let date = |(name, day): &(&'static str, Date)| (*name, Detail::Date(*day));
    days.iter().map(date).collect()
}

fn bounds(most: usize, given: usize) -> Vec<(&'static str, Detail)> {
    vec![("most", number(most)), ("given", number(given))]
}

fn roles(role: Role, allowed: &[Role]) -> Vec<(&'static str, Detail)> {
    vec![
        ("role", Detail::role(role)),
        ("allowed", Detail::any_role(allowed)),
    ]
}

fn text(text: &str) -> Detail {
    Detail::Text(text.to_owned())
}

fn both(first: Detail, second: Detail) -> Vec<(&'static str, Detail)> {
    vec![("first", first), ("second", second)]
}

fn numbers(named: &[(&'static str, u32)]) -> Vec<(&'static str, Detail)> {
    let number = |(name, value): &(&'static str, u32)| (*name, Detail::Number((*value).into()));
    named.iter().map(number).collect()
}

/// What a condition binds, as its field is called.
fn limit(name: &str) -> Detail {
    Detail::Term(format!("limit-{name}"))
}

fn number(value: usize) -> Detail {
    Detail::Number(i64::try_from(value).unwrap_or(i64::MAX))
}

/// The details of a refusal that is of one part of a case.
fn of_a_part(refusal: &ClearanceRefusal) -> Option<Vec<(&'static str, Detail)>> {
    Some(match refusal {
        ClearanceRefusal::Day(one) => one.details(),
        ClearanceRefusal::Fee(one) => one.details(),
        ClearanceRefusal::Insurance(one) => one.details(),
        ClearanceRefusal::Confide(one) => one.details(),
        _ => return None,
    })
}

/// The details of a refusal.
pub(super) fn of(refusal: &ClearanceRefusal) -> Vec<(&'static str, Detail)> {
    if let Some(details) = of_a_part(refusal) {
        return details;
    }
    match refusal {
        ClearanceRefusal::NotYourRole { role, allowed } => roles(*role, allowed),
        ClearanceRefusal::WrongStage { stage, needed } => stages(*stage, needed),
        ClearanceRefusal::CalendarEnds {
            authority,
            date,
            from,
            to,
        } => on(authority, &[("date", *date), ("from", *from), ("to", *to)]),
        ClearanceRefusal::SilenceCounts { authority, date } => on(authority, &[("date", *date)]),
        ClearanceRefusal::ShownOn { from, to, .. } => dates(&[("from", *from), ("to", *to)]),
        ClearanceRefusal::LetterAhead { date, to } => dates(&[("date", *date), ("to", *to)]),
        ClearanceRefusal::LetterBefore { date, from } => dates(&[("date", *date), ("from", *from)]),
        ClearanceRefusal::SuspendedUntil(days) => days.details("event"),
        ClearanceRefusal::AppealDay { days, .. } | ClearanceRefusal::AdviceDay(days) => days.details("to"),
        ClearanceRefusal::RulesConflict(first, second) => both(text(first), text(second)),
        ClearanceRefusal::RulebookNotApplied { what } => vec![("what", said(what))],
        ClearanceRefusal::NotInForm(id) => vec![("id", text(id))],
        ClearanceRefusal::ItemNotAwaited(question, item) => {
            numbers(&[("question", *question), ("item", *item)])
        }
        ClearanceRefusal::NotInLibrary { condition } => vec![("condition", text(condition))],
        ClearanceRefusal::EventNotAhead { date }
        | ClearanceRefusal::EventOver { date }
        | ClearanceRefusal::EventNotOver { date }
        | ClearanceRefusal::RulebookEnded(date)
        | ClearanceRefusal::RulebookNotBegun(date) => vec![("date", Detail::Date(*date))],
        ClearanceRefusal::QuestionOpen { number }
        | ClearanceRefusal::NoOpenQuestion { number }
        | ClearanceRefusal::OfferOpen { number }
        | ClearanceRefusal::NoOpenOffer { number }
        | ClearanceRefusal::NoOpenExtension { number }
        | ClearanceRefusal::AnsweredOtherwise(number) => numbers(&[("number", *number)]),
        ClearanceRefusal::NoSuchCondition { authority, number } => {
            let number = numbers(&[("number", *number)]);
            on(authority, &[]).into_iter().chain(number).collect()
        }
        ClearanceRefusal::NotSoManyDays { most, given } => numbers(&[("most", *most), ("given", *given)]),
        ClearanceRefusal::TooManyDocuments(most)
        | ClearanceRefusal::AskedTooOften(most)
        | ClearanceRefusal::OfferedTooOften { most }
        | ClearanceRefusal::ShownTooOften(most)
        | ClearanceRefusal::AppealedTooOften(most)
        | ClearanceRefusal::AdviceAskedTooOften(most)
        | ClearanceRefusal::WatchedTooOften(most)
        | ClearanceRefusal::AmendedTooOften(most) => vec![("most", number(*most))],
        ClearanceRefusal::TooManyOrganisers { most, given }
        | ClearanceRefusal::TooManyConditions { most, given }
        | ClearanceRefusal::TooManyItems(most, given)
        | ClearanceRefusal::ConditionsTooLong { most, given } => bounds(*most, *given),
        ClearanceRefusal::NotAgreed { waiting } => who("waiting", waiting),
        ClearanceRefusal::ConditionsContradict { authorities } => who("authorities", authorities),
        ClearanceRefusal::ContradictsItself { first, second } => both(limit(first), limit(second)),
        other => whom(other).map_or(vec![], |authority| on(authority, &[])),
    }
}

/// Whom a refusal is about that says nothing more.
fn whom(refusal: &ClearanceRefusal) -> Option<&AuthorityId> {
    match refusal {
        ClearanceRefusal::NotYourAuthority { authority }
        | ClearanceRefusal::NotReferred { authority }
        | ClearanceRefusal::AlreadyAsked { authority }
        | ClearanceRefusal::NotInRulebook { authority }
        | ClearanceRefusal::AskedByRule { authority }
        | ClearanceRefusal::NoOrganisation { authority }
        | ClearanceRefusal::AlreadyDecided { authority }
        | ClearanceRefusal::DaysBeyondCalendar { authority }
        | ClearanceRefusal::PeriodRuns { authority }
        | ClearanceRefusal::SilenceMeansNothing { authority }
        | ClearanceRefusal::NoConditionsSet { authority }
        | ClearanceRefusal::DecidesItself { authority }
        | ClearanceRefusal::NothingRecommended { authority }
        | ClearanceRefusal::RecommendedItself { authority }
        | ClearanceRefusal::OwnLetter { authority }
        | ClearanceRefusal::NoLetter { authority }
        | ClearanceRefusal::AlreadyDischarged { authority }
        | ClearanceRefusal::ProofWaits { authority }
        | ClearanceRefusal::NotItsDecision { authority } => Some(authority),
        _ => None,
    }
}

/// The field of its form that a refusal stands beside.
pub(super) fn field(refusal: &ClearanceRefusal) -> Option<&'static str> {
    match refusal {
        ClearanceRefusal::Day(one) => one.field(),
        ClearanceRefusal::Fee(one) => one.field(),
        ClearanceRefusal::Insurance(one) => one.field(),
        ClearanceRefusal::Confide(one) => one.field(),
        ClearanceRefusal::EventNotAhead { .. } | ClearanceRefusal::CalendarEnds { .. } => Some("date"),
        ClearanceRefusal::NoOrganiser | ClearanceRefusal::TooManyOrganisers { .. } => Some("organisers"),
        ClearanceRefusal::NoComponent => Some("components"),
        ClearanceRefusal::AlreadyHandedIn
        | ClearanceRefusal::TooManyDocuments(_)
        | ClearanceRefusal::LetterWithoutScan => Some("file"),
        ClearanceRefusal::NotSoManyDays { .. } | ClearanceRefusal::DaysBeyondCalendar { .. } => Some("days"),
        ClearanceRefusal::LetterAhead { .. } | ClearanceRefusal::LetterBefore { .. } => Some("letter-dated"),
        ClearanceRefusal::SuspendedUntil(_) => Some("suspension-until"),
        ClearanceRefusal::AdviceDay(_) => Some("advice-until"),
        ClearanceRefusal::AppealDay { ended: false, .. } => Some("appeal-lodged"),
        ClearanceRefusal::AppealDay { ended: true, .. } => Some("appeal-ended"),
        ClearanceRefusal::NothingToAppeal | ClearanceRefusal::AppealOpen => Some("appeal-against"),
        ClearanceRefusal::NoOpenAppeal => Some("appeal"),
        ClearanceRefusal::GroundMissing => Some("seal-ground"),
        ClearanceRefusal::NothingToSeal => Some("seal"),
        ClearanceRefusal::NoSealedReasons
        | ClearanceRefusal::AlreadyUnsealed
        | ClearanceRefusal::SealedReasonsLost => Some("sealed"),
        ClearanceRefusal::OffersNothingElse => Some("offer-form"),
        ClearanceRefusal::NotItsDecision { .. } => Some("decision"),
        ClearanceRefusal::AlreadyAsked { .. } | ClearanceRefusal::NotInRulebook { .. } => Some("authority"),
        ClearanceRefusal::ReasonsMissing | ClearanceRefusal::AdviceMissing => Some("reasons"),
        ClearanceRefusal::NoSuchDocument => Some("proof-documents"),
        ClearanceRefusal::NotInForm(_) | ClearanceRefusal::TooManyItems(..) => Some("wanted"),
        ClearanceRefusal::DischargeUnexplained => Some("discharge-reasons"),
        ClearanceRefusal::OwnerHoldsNot | ClearanceRefusal::OwnerAlready => Some("owner"),
        ClearanceRefusal::ShownOn { phase, .. } => Some(match phase {
            Phase::After => "conditions-after-day",
            Phase::Before | Phase::During => "conditions-before-day",
        }),
        ClearanceRefusal::ConditionsMissing
        | ClearanceRefusal::ConditionsUnchanged
        | ClearanceRefusal::NotInLibrary { .. }
        | ClearanceRefusal::ContradictsItself { .. }
        | ClearanceRefusal::TooManyConditions { .. }
        | ClearanceRefusal::ConditionsTooLong { .. } => Some("conditions"),
        _ => None,
    }
}
