//! A case in which Interior takes a fee: for stories that begin there.

use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Date, Reason, Title};
use clearance::acts::{RecordDeposit, RecordFee, SayPaid, SetFee};
use clearance::{DepositStep, FeeStep};

/// What the fee is for.
pub const PATROL: &str = "A patrol boat past the seventh pier";
/// The number of the first receipt.
pub const RECEIPT: &str = "R-118/23";

impl Installation {
    /// Interior sets a fee of 25 dollars that comes before the permit.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn charges(&self, id: ApplicationId) -> Told {
        let set = SetFee {
            authority: crate::authority("moi")?,
            label: Title::new(PATROL)?,
            amount: Title::new("25")?,
            currency: Title::new("USD")?,
            basis: Title::new("Tariff of 2022, line 7")?,
            due: Some("2023-09-30".parse()?),
            before_permit: true,
            how: Some(Reason::new("At the counter of the harbour office.")?),
        };
        self.acts("interior-officer", id, set).await
    }

    /// The same, of which ten dollars are paid.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn paid_in_part(&self, id: ApplicationId) -> Told {
        self.charges(id).await?;
        let paid = RecordFee {
            fee: 1,
            read: 0,
            step: FeeStep::Paid,
            amount: Some(Title::new("10")?),
            receipt: Some(Title::new(RECEIPT)?),
            day: Some(self.today()?),
            reasons: None,
            document: None,
        };
        self.acts("interior-officer", id, paid).await
    }

    /// An application in circulation, of whose fee ten dollars are paid.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn charged(&self) -> Told<ApplicationId> {
        let id = self.circulated(None).await?;
        self.paid_in_part(id).await?;
        Ok(id)
    }

    /// The same, when the organiser says that the rest is paid, too.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn said_to_be_paid(&self) -> Told<ApplicationId> {
        let id = self.charged().await?;
        let said = SayPaid {
            fee: 1,
            amount: None,
            receipt: Some(Title::new("R-119/23")?),
            day: Some(self.today()?),
            document: None,
        };
        self.acts("organiser", id, said).await?;
        Ok(id)
    }

    /// A permit under a condition for which Interior says that it has a deposit.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn with_a_deposit(&self) -> Told<ApplicationId> {
        let id = self.conditioned(None).await?;
        let received = RecordDeposit {
            authority: crate::authority("moi")?,
            number: 1,
            step: DepositStep::Received,
            amount: Some(Title::new("500 USD")?),
            reasons: None,
        };
        self.acts("interior-officer", id, received).await?;
        Ok(id)
    }

    /// The day on the clock of the story, in UTC.
    pub fn today(&self) -> Told<Date> {
        Ok(self.desk.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date())
    }
}
