//! Whether what a notice asks for is still to be done: a notice stays as it was told, and what there was to do may be done since, by
//! someone else or by the course of things.

use crate::telling::{can_be_issued, contradicting};
use crate::{Application, Fee, Insurance, InsuranceStanding, Kept, News, Outcome, Party, Referral, Stage};
use act::{AuthorityId, Timestamp};

/// Whether there is still something to do of what a party was told of an application: of an authority, where it was about one, and of
/// one of its conditions, counted from 1 as the permit has them; as of now. False where there never was anything to do.
#[must_use]
pub fn is_left_to_do(
    application: &Application,
    party: Party,
    news: News,
    authority: Option<&AuthorityId>,
    condition: Option<u32>,
    now: Timestamp,
) -> bool {
    if !news.is_to_do(party) {
        return false;
    }
    let about = || application.referrals.get(authority?);
    match party {
        // What a desk has to do is in no case.
        Party::Desk => false,
        Party::Lead => is_left_to_lead(application, news, authority),
        Party::Organiser => match news {
            News::GivenBack => application.stage() == Stage::Returned,
            News::FeeDue | News::FeeNotFound => {
                !is_ended(application)
                    && fees(application, authority)
                        .any(|one| one.balance().open() > 0 && one.said().is_none())
            }
            // After the event nothing can be insured any more.
            News::InsuranceSentBack | News::InsuranceShort | News::InsuranceEnds
                if application.is_past(now) =>
            {
                false
            }
            News::InsuranceSentBack => is_sent_back(application, authority),
            News::InsuranceShort | News::InsuranceEnds => {
                let short = application.insurances_that_fall_short();
                short.iter().any(|(one, _)| Some(&one.authority) == authority)
            }
            News::OwnerNamed | News::ProofDeclined => stands(application, authority, condition)
                .is_some_and(|kept| matches!(kept, Kept::NotShown | Kept::NotEnough)),
            _ => undecided(application, about()).is_some_and(|one| awaits(one, news)),
        },
        Party::Authority => match news {
            News::FeeSaid => fees(application, authority).any(|one| one.said().is_some()),
            News::InsuranceHandedIn => application.insurances.iter().any(|one| {
                let waits = application.insurance_standing(one) == InsuranceStanding::Waits;
                waits && one.proof.is_none() && Some(&one.authority) == authority
            }),
            News::ConditionShown => stands(application, authority, condition) == Some(Kept::Shown),
            News::LetterRecorded => {
                before_permit(application) && about().is_some_and(|one| one.letter().is_some())
            }
            News::Contradiction => {
                (before_permit(application) || application.live_permit().is_some())
                    && authority.is_some_and(|one| !contradicting(application, one).is_empty())
            }
            _ => undecided(application, about()).is_some_and(|one| one.stands_still_since().is_none()),
        },
    }
}

fn is_left_to_lead(application: &Application, news: News, authority: Option<&AuthorityId>) -> bool {
    match news {
        // Once the permit is suspended, or it was told how the event went, nothing is to be said of a no-go any more.
        News::NoGo => {
            let said = application.no_goes().into_iter();
            let mut said = said.filter(|one| Some(&one.authority) == authority);
            application.stage() == Stage::Permitted
                && application.day.reports.is_empty()
                && said.next().is_some()
        }
        // Before authorities have reconciled what they demand, there is nothing to issue.
        News::PermitDiffers => {
            !application.departures().is_empty() && crate::contradictions(application).is_empty()
        }
        News::FeeSaidToLead => fees(application, authority).any(|one| one.said().is_some()),
        News::AllAgreed => application.stage() == Stage::Decided && can_be_issued(application),
        _ => application.stage() == Stage::Submitted,
    }
}

/// Whether an authority waits for the organiser as it did when that was told.
fn awaits(referral: &Referral, news: News) -> bool {
    match news {
        News::MoreTime => referral.open_extension().is_some(),
        News::Offer => referral.open_offer().is_some(),
        _ => referral.open_question().is_some(),
    }
}

/// Whether nothing more comes of it: what is open of its fees is still read, and nobody is pressed for it.
fn is_ended(application: &Application) -> bool {
    match application.stage() {
        Stage::Withdrawn | Stage::Lapsed | Stage::Revoked => true,
        Stage::Decided => matches!(Outcome::of(application), Outcome::Refused { .. }),
        _ => false,
    }
}

/// Whether an authority sent a certificate of insurance back, and none was handed in for the same since.
fn is_sent_back(application: &Application, authority: Option<&AuthorityId>) -> bool {
    let all = application.insurances.iter();
    let mut sent_back = all.filter(|one| {
        let standing = application.insurance_standing(one);
        Some(&one.authority) == authority && standing == InsuranceStanding::SentBack
    });
    let since = |one: &Insurance| {
        let all = application.insurances.iter();
        let mut later = all.filter(|other| other.reversed.is_none());
        later.any(|other| other.number > one.number && other.is_for(&one.authority, one.wanted))
    };
    application.is_insured() && sent_back.any(|one| !since(one))
}

/// The fees of an authority.
fn fees<'a>(
    application: &'a Application,
    authority: Option<&'a AuthorityId>,
) -> impl Iterator<Item = &'a Fee> {
    let all = application.fees.iter();
    all.filter(move |one| Some(&one.authority) == authority)
}

fn before_permit(application: &Application) -> bool {
    matches!(application.stage(), Stage::InCirculation | Stage::Decided)
}

/// The referral, where its authority still decides.
fn undecided<'a>(application: &Application, referral: Option<&'a Referral>) -> Option<&'a Referral> {
    let open = application.stage() == Stage::InCirculation;
    referral.filter(|one| open && one.decided.is_none())
}

/// Where a condition of a permit that is in force stands.
fn stands(
    application: &Application,
    authority: Option<&AuthorityId>,
    condition: Option<u32>,
) -> Option<Kept> {
    let permit = application.permit.as_ref()?;
    let in_force = application.stage() == Stage::Permitted;
    let condition = permit.condition(authority?, condition?).filter(|_| in_force)?;
    Some(condition.kept())
}
