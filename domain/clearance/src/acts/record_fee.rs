//! The authority whose fee it is, or whoever leads, records what became of it: paid, waived in part or whole, or given back.

use super::fees::{amount, entered, keeps_one, kept, receipt, scan};
use super::{Allowed, Offered, On, on_case};
use crate::{Application, ApplicationFact, ClearanceRefusal, Entered, Fee, FeeRefusal, FeeStep};
use act::{Act, AttachmentId, Context, Date, Money, Reason, Title};

/// Record what became of a fee.
#[derive(Clone, Debug)]
pub struct RecordFee {
    /// Which, counted from 1 in the case.
    pub fee: u32,
    /// What.
    pub step: FeeStep,
    /// How much, in the fee's own currency; all that is open, or that was paid, where it is left out.
    pub amount: Option<Title>,
    /// The number of the receipt.
    pub receipt: Option<Title>,
    /// On which day.
    pub day: Option<Date>,
    /// Why.
    pub reasons: Option<Reason>,
    /// The document of the case that is its scan.
    pub document: Option<AttachmentId>,
}

impl RecordFee {
    /// Whether the actor may record something of some fee. Whatever became of the case: money is accounted for.
    ///
    /// # Errors
    /// The refusal that recording it would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        keeps_one(application, context, FeeRefusal::NothingOpen, Self::can_be)
    }

    /// Whether there is something to record of a fee: it is asked for, or money lies there.
    #[must_use]
    pub fn can_be(fee: &Fee) -> bool {
        fee.is_asked() || fee.balance().held() > 0
    }

    /// How much there is to record.
    fn most(&self, fee: &Fee) -> u64 {
        let balance = fee.balance();
        match self.step {
            FeeStep::Refunded => balance.held(),
            FeeStep::Said | FeeStep::Paid | FeeStep::Waived => balance.open(),
        }
    }

    fn how_much(&self, fee: &Fee) -> Result<Money, ClearanceRefusal> {
        let most = self.most(fee);
        // What comes twice was paid twice, and is to be given back.
        let bounded = self.step != FeeStep::Paid;
        if most == 0 && (bounded || self.amount.is_none()) {
            return Err(FeeRefusal::NothingOpen.into());
        }
        let Some(text) = &self.amount else {
            return Ok(fee.money(most));
        };
        let money = amount(text, fee.amount.currency)?;
        if bounded && money.minor > most {
            let most = fee.money(most);
            return Err(FeeRefusal::TooMuch { most }.into());
        }
        Ok(money)
    }
}

impl Offered for RecordFee {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(RecordFee::check(application, context))
    }
}

impl Act for RecordFee {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let fee = kept(application, context, self.fee)?;
        if !Self::can_be(fee) || !FeeStep::RECORDED.contains(&self.step) {
            return Err(FeeRefusal::NoSuchFee.into());
        }
        let amount = self.how_much(fee)?;
        if self.step == FeeStep::Waived {
            if self.reasons.is_none() {
                return Err(FeeRefusal::Unexplained.into());
            }
            scan(application, self.document)?;
        } else {
            let said = (self.receipt.as_ref(), self.day, self.document);
            receipt(application, context, said)?;
        }
        entered(
            fee,
            Entered {
                step: self.step,
                amount,
                receipt: self.receipt,
                day: self.day,
                reasons: self.reasons,
                document: self.document,
                confirms: None,
            },
        )
    }
}
