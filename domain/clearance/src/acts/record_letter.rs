//! The lead authority records what another authority decided on paper, with the scan. It counts as that authority's decision from
//! the moment at which it is recorded; consent is never assumed.

use super::decide::{can_be_decided, is_its_own};
use super::{Allowed, Offered, On, lead, on_referrals, undecided};
use crate::{Application, ApplicationFact, Attachment, ClearanceRefusal, Decision, RecordedLetter, Referral};
use act::{Act, AuthorityId, Context, Date, Reason, Timestamp, Title};

/// Record the letter of an authority.
#[derive(Clone, Debug)]
pub struct RecordLetter {
    /// The authority that wrote it.
    pub authority: AuthorityId,
    /// What it says.
    pub decision: Decision,
    /// Why, as it says.
    pub reasons: Option<Reason>,
    /// The day that it bears.
    pub dated: Date,
    /// Its reference, if it has one.
    pub reference: Option<Title>,
    /// Its scan. Without one nothing is recorded.
    pub scan: Option<Attachment>,
}

impl RecordLetter {
    /// Whether the actor may record a letter of this authority now. Whether two people decided there was its own affair when it
    /// signed.
    ///
    /// # Errors
    /// The refusal that recording it would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        written_to(application, context, authority).map(drop)
    }

    fn bears_its_day(&self, referral: &Referral, context: &Context) -> Allowed {
        let (date, zone) = (self.dated, &referral.terms.zone);
        let (from, to) = (day(referral.referred, zone), day(context.at, zone));
        if date > to {
            return Err(ClearanceRefusal::LetterAhead { date, to });
        }
        if date < from {
            return Err(ClearanceRefusal::LetterBefore { date, from });
        }
        Ok(())
    }
}

/// The undecided referral of another organisation than the one that leads.
fn written_to<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    lead(application, context)?;
    let referral = undecided(application, context, authority)?;
    if referral.organisation == context.actor.organisation {
        return Err(ClearanceRefusal::OwnLetter {
            authority: authority.clone(),
        });
    }
    match referral.open_question() {
        Some(question) => Err(ClearanceRefusal::QuestionOpen {
            number: question.number,
        }),
        None => Ok(referral),
    }
}

/// The day of an instant where the authority is.
fn day(at: Timestamp, zone: &str) -> Date {
    // Rulebooks are not loaded with a zone that is unknown; one that a later version forgets is read as UTC.
    let zone = calendar::zone(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    at.to_zoned_datetime(zone).date()
}

impl Offered for RecordLetter {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            RecordLetter::check(application, context, authority)
        })
    }
}

impl Act for RecordLetter {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let referral = written_to(application, context, &self.authority)?;
        is_its_own(&self.decision, referral)?;
        self.bears_its_day(referral, context)?;
        let (reasons, authority) = (self.reasons.as_ref(), &self.authority);
        can_be_decided(&self.decision, reasons, application, authority, context)?;
        let Some(scan) = self.scan else {
            return Err(ClearanceRefusal::LetterWithoutScan);
        };
        Ok(vec![ApplicationFact::LetterRecorded(RecordedLetter {
            authority: self.authority,
            decision: self.decision,
            reasons: self.reasons,
            dated: self.dated,
            reference: self.reference,
            scan,
            sealed: None,
        })])
    }
}
