//! An organiser says that it has paid a fee, with its receipt. It counts once whoever keeps the account confirms it.

use super::fees::{amount, entered, receipt, room};
use super::{Allowed, Offered, On, on_case, organiser};
use crate::{Application, ApplicationFact, ClearanceRefusal, Entered, Fee, FeeRefusal, FeeStep};
use act::{Act, AttachmentId, Context, Date, Title};

/// Say that a fee was paid.
#[derive(Clone, Debug)]
pub struct SayPaid {
    /// Which, counted from 1 in the case.
    pub fee: u32,
    /// How much, in the fee's own currency; all that is open, where it is left out.
    pub amount: Option<Title>,
    /// The number of the receipt.
    pub receipt: Option<Title>,
    /// On which day.
    pub day: Option<Date>,
    /// The document of the case that is its scan.
    pub document: Option<AttachmentId>,
}

impl SayPaid {
    /// Whether the actor may say so of some fee.
    ///
    /// # Errors
    /// The refusal that saying it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        if application.fees.iter().any(Self::can_be) {
            return Ok(());
        }
        let waits = application.fees.iter().any(|one| one.said().is_some());
        if waits {
            return Err(FeeRefusal::SaidWaits.into());
        }
        room(application.fees.iter().all(|one| one.balance().open() == 0))?;
        Err(FeeRefusal::NothingOpen.into())
    }

    /// Whether it can be said of a fee: something is open, what was said before was answered, and it takes one more entry.
    #[must_use]
    pub fn can_be(fee: &Fee) -> bool {
        fee.balance().open() > 0 && fee.said().is_none() && fee.has_room()
    }
}

impl Offered for SayPaid {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(SayPaid::check(application, context))
    }
}

impl Act for SayPaid {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let fee = application.fee(self.fee).ok_or(FeeRefusal::NoSuchFee)?;
        if fee.said().is_some() {
            return Err(FeeRefusal::SaidWaits.into());
        }
        if fee.balance().open() == 0 {
            return Err(FeeRefusal::NothingOpen.into());
        }
        let amount = match &self.amount {
            Some(text) => amount(text, fee.amount.currency)?,
            None => fee.money(fee.balance().open()),
        };
        let said = (self.receipt.as_ref(), self.day, self.document);
        receipt((application, fee), context, FeeStep::Paid, said)?;
        room(fee.has_room())?;
        Ok(entered(
            fee,
            Entered {
                step: FeeStep::Said,
                amount,
                receipt: self.receipt,
                day: self.day,
                reasons: None,
                document: self.document,
                confirms: None,
            },
        ))
    }
}
