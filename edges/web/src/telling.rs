//! A notice in words: what happened, in which case, what there is to do and by when, and on which page. The inbox and e-mails say the
//! same.

use crate::Text;
use crate::asked::numbers;
use crate::site::Site;
use crate::wording::{near, short_of};
use clearance::{News, Party};
use desk::views::notices::{NoticeLine, OfRecord};
use jiff::civil::Date;

/// A notice in words.
pub(crate) struct Told {
    /// What happened.
    pub what: String,
    /// The event's name.
    pub title: String,
    /// The application's reference and the event's day.
    pub about: String,
    /// What there is to do, and by when.
    pub then: Vec<String>,
}

/// A notice in words, as read on a day by someone who is told in this capacity, with what is still to do.
pub(crate) fn told(
    site: &Site,
    t: Text,
    party: Party,
    notice: &NoticeLine,
    to_do: bool,
    today: Date,
) -> Told {
    let authority = named(site, t, notice);
    let [answered, of] = numbers(notice.share);
    let variables = [
        ("authority", authority.into()),
        ("days", i64::from(notice.days.unwrap_or_default()).into()),
        answered,
        of,
    ];
    let by = notice.by.and_then(|day| {
        let id = by(notice.news);
        let passed = day < today && !STATES.contains(&id);
        // What asks for nothing says no more by when once that is past.
        let id = match (passed, to_do) {
            (false, _) => id,
            (true, true) => "notice-by-past",
            (true, false) => return None,
        };
        Some(t.one(id, "date", near(t, day, today)))
    });
    let name = notice.news.name();
    // Whoever watches a case has nothing to do for what is told so.
    let asks = notice.news.is_to_do(party) && !notice.watched;
    let then: Vec<String> = match (asks, to_do) {
        (true, true) => {
            let todo = t.get(&format!("notice-todo-{name}")).into_owned();
            [todo].into_iter().chain(by).collect()
        }
        // What was to be done is done, or cannot be any more: by when it was to be done is nothing to know of.
        (true, false) => vec![t.get("notice-done").into_owned()],
        (false, _) => by.into_iter().collect(),
    };
    Told {
        what: t.with(&format!("notice-{name}"), variables),
        title: notice.title.clone(),
        about: match notice.of {
            Some(of) => t.get(of_record(of)).into_owned(),
            None => format!("{} · {}", notice.reference, t.date(notice.date)),
        },
        then,
    }
}

/// What kind of record a notice is about.
fn of_record(of: OfRecord) -> &'static str {
    match of {
        OfRecord::Commitment(_) => "notice-of-promise",
        OfRecord::Task(..) => "notice-of-task",
    }
}

/// What an authority is called in the rulebook that is in force.
fn named(site: &Site, t: Text, notice: &NoticeLine) -> String {
    let rulebook = site.desk.rulebooks().in_force(&notice.rulebook);
    let known = notice.authority.as_ref().zip(rulebook.as_ref());
    let known = known.and_then(|(id, rulebook)| rulebook.authority(id.as_str()));
    short_of(t, known, notice.name.as_deref().unwrap_or_default())
}

/// Those of the texts about a day that tell what is or was so, and none by when something is due.
const STATES: [&str; 4] = [
    "notice-by-ended",
    "notice-by-suspended",
    "notice-by-event",
    "notice-by-insured",
];

/// The text that says what the day of a notice is.
fn by(news: News) -> &'static str {
    match news {
        News::Question | News::Offer => "notice-by-answer",
        News::MoreTime => "notice-by-agreement",
        News::DeemedGranted | News::DeemedRefused | News::Overdue => "notice-by-ended",
        // Whether a decision is asked for or advice, what happened does not say.
        News::Reminded => "notice-by-answer-due",
        News::AskedForAdvice => "notice-by-advice",
        News::OwnerNamed | News::ProofDeclined => "notice-by-shown",
        News::Suspended => "notice-by-suspended",
        News::FeeDue => "notice-by-paid",
        News::InsuranceShort => "notice-by-event",
        News::InsuranceEnds => "notice-by-insured",
        News::DueSoon | News::DueLate => "notice-by-due",
        _ => "notice-by-decision",
    }
}

/// Where it is done or read: with the authority that it is about, or on the case. An authority is led to its own referral.
pub(crate) fn path(party: Party, notice: &NoticeLine) -> String {
    match notice.of {
        Some(OfRecord::Commitment(id)) => return format!("/commitments/{id}"),
        Some(OfRecord::Task(id, _)) => return format!("/tasks/{id}"),
        None => {}
    }
    let case = format!("/cases/{}", notice.application);
    if let Some(among) = notice.comments {
        return format!("{case}/comments/{}", among.name());
    }
    // What is said on the day is read on its page; whether the permit is suspended for it, the lead says on the case.
    match notice.news {
        News::NoGo if party == Party::Lead => return case,
        News::Go | News::NoGo | News::Incident => return format!("{case}/day"),
        News::FeeDue
        | News::FeeSaid
        | News::FeeSaidToLead
        | News::FeeNotFound
        | News::FeePaid
        | News::FeeWaived
        | News::FeeRefunded
        | News::FeeReversed => return format!("{case}#fees"),
        News::InsuranceHandedIn
        | News::InsuranceAccepted
        | News::InsuranceSentBack
        | News::InsuranceReversed
        | News::InsuranceShort
        | News::InsuranceEnds => return format!("{case}#insurances"),
        _ => {}
    }
    // An appeal, and how the permit stands, are read on the case, whoever is told of them.
    let on_case = matches!(
        notice.news,
        News::Contradiction
            | News::Suspended
            | News::SuspensionLifted
            | News::SuspensionEnded
            | News::LapsedSuspended
            | News::Revoked
            | News::AppealNoted
            | News::AppealUpheld
            | News::AppealDismissed
            | News::AppealWithdrawn
            | News::AdviceByLinkToLead
    );
    let whole = matches!(notice.news, News::Permitted | News::Withdrawn | News::Lapsed) || on_case;
    match (&notice.authority, notice.condition) {
        (Some(authority), Some(number)) => format!("{case}/referrals/{authority}/conditions/{number}"),
        (Some(authority), None) if !whole || party == Party::Authority && !on_case => {
            format!("{case}/referrals/{authority}")
        }
        _ => case,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn all_that_can_be_told_has_words_and_so_has_all_that_there_is_to_do() {
        let t = Text::of(Language::English);
        for news in News::ALL {
            let name = news.name();
            assert!(t.has(&format!("notice-{name}")), "{name}");
            let parties = [Party::Organiser, Party::Authority, Party::Lead, Party::Desk];
            let is_to_do = parties.iter().any(|party| news.is_to_do(*party));
            assert_eq!(t.has(&format!("notice-todo-{name}")), is_to_do, "{name}");
        }
    }
}
