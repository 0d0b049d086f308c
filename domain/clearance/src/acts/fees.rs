//! What acts on fees have in common: whose a fee is to keep the account of, and what an amount says.

use super::{Allowed, REVIEW_ROLES, lead, role};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, Entered, Fee, FeeFact, FeeRefusal, FeeStep, MOST_ENTRIES,
    PAID_BEFORE_DAYS,
};
use act::{AttachmentId, AuthorityId, Context, Currency, Date, Money, OrganisationId, Role, Title};

/// The roles that keep the account of a fee: of its authority, and of whoever leads.
const KEEP_ROLES: &[Role] = &[Role::Officer, Role::Decider, Role::Coordinator];

/// Whether the actor keeps the account of the fees of an authority: as one of its own people, or for the lead.
pub(super) fn keeps(
    application: &Application,
    context: &Context,
    (authority, organisation): (&AuthorityId, OrganisationId),
) -> Allowed {
    role(context, KEEP_ROLES)?;
    if !REVIEW_ROLES.contains(&context.actor.role) {
        return lead(application, context);
    }
    if organisation == context.actor.organisation {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotYourAuthority {
            authority: authority.clone(),
        })
    }
}

/// Whether the actor keeps the account of a fee: records what became of it, answers for it, puts it right.
#[must_use]
pub fn keeps_account(application: &Application, context: &Context, fee: &Fee) -> bool {
    keeps(application, context, (&fee.authority, fee.organisation)).is_ok()
}

/// Whether the actor keeps the account of some fee of which that can be said.
pub(super) fn keeps_one(
    application: &Application,
    context: &Context,
    nothing: FeeRefusal,
    can_be: impl Fn(&Fee) -> bool,
) -> Allowed {
    role(context, KEEP_ROLES)?;
    let all = application.fees.iter().filter(|one| can_be(one));
    let mut checks = all.map(|one| keeps(application, context, (&one.authority, one.organisation)));
    let first = checks.next().ok_or(nothing)?;
    first.or_else(|refusal| checks.find(Result::is_ok).unwrap_or(Err(refusal)))
}

/// A fee whose account the actor keeps.
pub(super) fn kept<'a>(
    application: &'a Application,
    context: &Context,
    number: u32,
) -> Result<&'a Fee, ClearanceRefusal> {
    let fee = application.fee(number).ok_or(FeeRefusal::NoSuchFee)?;
    keeps(application, context, (&fee.authority, fee.organisation))?;
    Ok(fee)
}

/// Some amount that a text says.
pub(super) fn amount(text: &Title, currency: Currency) -> Result<Money, ClearanceRefusal> {
    let money = Money::read(text.as_str(), currency).filter(|money| money.minor > 0);
    let digits = currency.digits();
    money.ok_or_else(|| FeeRefusal::NoAmount { digits }.into())
}

/// What was paid of a fee, or given back, by a receipt and a day: a receipt that does not stand there for the same, on no day that is
/// still to come or long before it was asked for, and of a document of the case.
pub(super) fn receipt(
    (application, fee): (&Application, &Fee),
    context: &Context,
    step: FeeStep,
    (receipt, day, document): (Option<&Title>, Option<Date>, Option<AttachmentId>),
) -> Allowed {
    let (Some(receipt), Some(day)) = (receipt, day) else {
        return Err(FeeRefusal::ReceiptMissing.into());
    };
    let to = application.day(context.at);
    let earlier = jiff::Span::new().days(PAID_BEFORE_DAYS);
    let from = application.day(fee.by.at).saturating_sub(earlier);
    if day > to {
        return Err(FeeRefusal::DayAhead { to }.into());
    }
    if day < from {
        return Err(FeeRefusal::DayBefore { from }.into());
    }
    if fee.has_receipt(step, receipt) {
        return Err(FeeRefusal::ReceiptTwice.into());
    }
    scan(application, context, document)
}

/// That a document is one of the case, and one that the actor reads.
pub(super) fn scan(application: &Application, context: &Context, document: Option<AttachmentId>) -> Allowed {
    let mut there = application.attachments_read_by(context.actor.organisation);
    match document {
        Some(id) if !there.any(|one| one.attachment == id) => Err(ClearanceRefusal::NoSuchDocument),
        _ => Ok(()),
    }
}

/// That a fee takes as many entries as this.
pub(super) fn room(has_room: bool) -> Allowed {
    if has_room {
        Ok(())
    } else {
        Err(FeeRefusal::TooMany { most: MOST_ENTRIES }.into())
    }
}

/// One more entry of a fee.
pub(super) fn entered(fee: &Fee, entered: Entered) -> Vec<ApplicationFact> {
    let last = fee.entries.last().map_or(0, |last| last.number);
    vec![ApplicationFact::Fee(FeeFact::Entered {
        authority: fee.authority.clone(),
        fee: fee.number,
        entry: last + 1,
        entered,
    })]
}
