//! An authority, or whoever leads, sets a fee that no rule names, and says what it rests on.

use super::fees::{amount, keeps};
use super::{Allowed, Offered, On, not_over, on_case, stage};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, FeeFact, FeeRefusal, MOST_FEES, SetAmount, Stage,
};
use act::{Act, AuthorityId, Context, Date, Reason, Title};

/// The stages in which something can come to be due.
const SET_IN: &[Stage] = &[
    Stage::Submitted,
    Stage::InCirculation,
    Stage::Decided,
    Stage::Permitted,
    Stage::Suspended,
];

/// Set a fee.
#[derive(Clone, Debug)]
pub struct SetFee {
    /// Whose it is.
    pub authority: AuthorityId,
    /// What it is for.
    pub label: Title,
    /// How much, in the currency's own unit.
    pub amount: Title,
    /// ISO 4217.
    pub currency: Title,
    /// What it rests on.
    pub basis: Title,
    /// By which day it is to be paid.
    pub due: Option<Date>,
    /// Whether no permit is issued before it is paid or waived.
    pub before_permit: bool,
    /// How it is paid.
    pub how: Option<Reason>,
}

impl SetFee {
    /// Whether the actor may set a fee now, of some authority.
    ///
    /// # Errors
    /// The refusal that setting one would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        if !Self::whose(application, context).is_empty() {
            stage(application, SET_IN)?;
            if application.fees.len() >= MOST_FEES {
                return Err(FeeRefusal::TooMany { most: MOST_FEES }.into());
            }
            // After an event that was permitted, what it used is paid for; one that was not costs nothing more.
            return if application.permit.is_some() {
                Ok(())
            } else {
                not_over(application, context)
            };
        }
        let lead = application.lead.as_ref();
        let lead = lead.map(|lead| Self::of(application, context, &lead.authority));
        // With somebody who leads there is always someone whose fee it would be.
        lead.unwrap_or(Err(FeeRefusal::NoSuchFee.into()))
    }

    /// Whose fees the actor could set: of those who are asked, and of the lead.
    #[must_use]
    pub fn whose(application: &Application, context: &Context) -> Vec<AuthorityId> {
        let lead = application.lead.iter().map(|lead| &lead.authority);
        let lead = lead.filter(|one| !application.referrals.contains_key(*one));
        let asked = application.in_order().into_iter().map(|one| &one.authority);
        let own = lead.chain(asked);
        own.filter(|one| Self::of(application, context, one).is_ok())
            .cloned()
            .collect()
    }

    fn of(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        let organisation = application.organisation_of_fees(authority);
        let organisation = organisation.ok_or_else(|| ClearanceRefusal::NotReferred {
            authority: authority.clone(),
        })?;
        keeps(application, context, (authority, organisation))
    }
}

impl Offered for SetFee {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(SetFee::check(application, context))
    }
}

impl Act for SetFee {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        Self::of(application, context, &self.authority)?;
        let from = application.day(context.at);
        if self.due.is_some_and(|due| due < from) {
            return Err(FeeRefusal::DueBefore { from }.into());
        }
        if self.before_permit && application.permit.is_some() {
            return Err(FeeRefusal::AfterPermit.into());
        }
        let currency = self.currency.as_str().parse();
        let currency = currency.map_err(|_| FeeRefusal::NoCurrency)?;
        Ok(vec![ApplicationFact::Fee(FeeFact::Set {
            authority: self.authority,
            fee: application.next_fee(),
            set: SetAmount {
                label: self.label,
                amount: amount(&self.amount, currency)?,
                basis: self.basis,
                due: self.due,
                before_permit: self.before_permit,
                how: self.how,
            },
        })])
    }
}
