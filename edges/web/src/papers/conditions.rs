//! Conditions on a paper.

use crate::Text;
use crate::demands::{self, ConditionLine};
use crate::site::Site;
use crate::wording::short_name;
use clearance::{Application, Referral};
use documents::Condition;

/// The conditions of a permit.
pub(super) fn conditions(
    site: &Site,
    t: Text,
    application: &Application,
    issued: &clearance::Permit,
) -> Vec<Condition> {
    let numbered = (1..).zip(demands::lines_of_permit(site, t, application, issued));
    let line = |(number, one): (i64, ConditionLine)| Condition {
        number: t.number(number),
        text: one.text,
        when: one.when,
        authority: one.authority,
    };
    numbered.map(line).collect()
}

/// A condition of an authority, as its own decision has it.
pub(super) fn own_condition(
    site: &Site,
    t: Text,
    application: &Application,
    referral: &Referral,
    number: i64,
    condition: &clearance::Condition,
) -> Condition {
    Condition {
        number: t.number(number),
        text: demands::condition_words(t, condition, &demands::told(site, application)),
        when: demands::when(t, &condition.terms),
        authority: short_name(site, t, application, referral),
    }
}
