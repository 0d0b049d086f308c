//! What the acts on certificates of insurance have in common.

use super::Allowed;
use crate::{Application, Insurance, InsuranceRefusal};

/// A certificate of which something can be said, by its number.
pub(super) fn insurance(
    application: &Application,
    number: u32,
    can_be: impl Fn(&Insurance) -> bool,
) -> Result<&Insurance, InsuranceRefusal> {
    let found = application.insurance(number).filter(|one| can_be(one));
    found.ok_or(InsuranceRefusal::NoSuchInsurance)
}

/// Whether there is one of which that can be said.
pub(super) fn some_insurance(application: &Application, can_be: impl Fn(&Insurance) -> bool) -> Allowed {
    if application.insurances.iter().any(can_be) {
        Ok(())
    } else {
        Err(InsuranceRefusal::NoSuchInsurance.into())
    }
}
