//! The authority whose fee it is, or whoever leads, records what became of it: paid, waived in part or whole, or given back.

use super::fees::{amount, entered, keeps_one, kept, receipt, room, scan};
use super::{Allowed, Offered, On, on_case};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, Entered, Fee, FeeRefusal, FeeStep, MOST_ENTRIES,
};
use act::{Act, AttachmentId, Context, Date, Money, Reason, Title};

/// Record what became of a fee.
#[derive(Clone, Debug)]
pub struct RecordFee {
    /// Which, counted from 1 in the case.
    pub fee: u32,
    /// How many entries it had when it was read: what was recorded since is read first, and a second press is none.
    pub read: usize,
    /// What.
    pub step: FeeStep,
    /// How much, in the fee's own currency; all that is open, or that was paid, where it is left out.
    pub amount: Option<Title>,
    /// The number of the receipt; of what is waived there is none, nor a day.
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
        let full = application.fees.iter().any(|one| !one.has_room());
        let nothing = if full {
            FeeRefusal::TooMany { most: MOST_ENTRIES }
        } else {
            FeeRefusal::NothingOpen
        };
        keeps_one(application, context, nothing, Self::can_be)
    }

    /// Whether there is something to record of a fee, asked for or not: a payment may come, and what is open or lies there can be waived
    /// or given back.
    #[must_use]
    pub fn can_be(fee: &Fee) -> bool {
        let balance = fee.balance();
        let may_be_paid = fee.has_room() && fee.said().is_none();
        let is_left = balance.open() > 0 || balance.held() > 0;
        may_be_paid || is_left && fee.has_room_for_the_last()
    }

    /// That the fee is as it was read, waits for no answer to what is recorded, and takes one more entry.
    fn takes(&self, fee: &Fee, amount: Money) -> Allowed {
        let leaves_nothing = self.step != FeeStep::Paid && amount.minor == self.most(fee);
        room(fee.has_room() || leaves_nothing && fee.has_room_for_the_last())?;
        if self.read != fee.entries.len() {
            return Err(FeeRefusal::EnteredSince.into());
        }
        Ok(())
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
        if !FeeStep::RECORDED.contains(&self.step) {
            return Err(FeeRefusal::NoSuchFee.into());
        }
        // What an organiser says to have paid is answered first: it may be the same.
        if self.step == FeeStep::Paid && fee.said().is_some() {
            return Err(FeeRefusal::SaidWaits.into());
        }
        let amount = self.how_much(fee)?;
        let waived = self.step == FeeStep::Waived;
        if waived {
            if self.reasons.is_none() {
                return Err(FeeRefusal::Unexplained.into());
            }
            scan(application, context, self.document)?;
        } else {
            let said = (self.receipt.as_ref(), self.day, self.document);
            receipt((application, fee), context, self.step, said)?;
        }
        self.takes(fee, amount)?;
        Ok(entered(
            fee,
            Entered {
                step: self.step,
                amount,
                receipt: self.receipt.filter(|_| !waived),
                day: self.day.filter(|_| !waived),
                reasons: self.reasons,
                document: self.document,
                confirms: None,
            },
        ))
    }
}
