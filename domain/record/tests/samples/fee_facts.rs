//! Facts of fees: what a rule names, what was set, and what became of it.

use super::{planned, reason, title};
use act::{AttachmentId, AuthorityId, Money};
use clearance::{ApplicationFact, Entered, FeeFact, FeeStep, PlannedFee, PlannedReferral, SetAmount};
use jiff::civil::date;

fn usd(minor: u64) -> Money {
    let currency = "USD".parse().unwrap();
    Money { minor, currency }
}

fn entered(step: FeeStep) -> Entered {
    Entered {
        step,
        amount: usd(2_500),
        receipt: None,
        day: None,
        reasons: None,
        document: None,
        confirms: None,
    }
}

fn entries(authority: &AuthorityId) -> Vec<FeeFact> {
    let receipt = |step| Entered {
        receipt: Some(title("R-118")),
        day: Some(date(2023, 9, 1)),
        document: Some(AttachmentId::of(7)),
        ..entered(step)
    };
    let waived = Entered {
        reasons: Some(reason("A state event.")),
        ..entered(FeeStep::Waived)
    };
    let confirmed = Entered {
        confirms: Some(1),
        ..receipt(FeeStep::Paid)
    };
    let all = [
        receipt(FeeStep::Said),
        confirmed,
        waived,
        receipt(FeeStep::Refunded),
    ];
    let one = |(entry, entered)| FeeFact::Entered {
        authority: authority.clone(),
        fee: 1,
        entry,
        entered,
    };
    (1..).zip(all).map(one).collect()
}

fn others(authority: &AuthorityId) -> Vec<FeeFact> {
    let plain = SetAmount {
        label: title("Cleaning of the quay"),
        amount: usd(2_500),
        basis: title("Tariff 12"),
        due: None,
        before_permit: false,
        how: None,
    };
    let whole = SetAmount {
        due: Some(date(2023, 9, 30)),
        before_permit: true,
        how: Some(reason("At the counter.")),
        ..plain.clone()
    };
    let set = |set| FeeFact::Set {
        authority: authority.clone(),
        fee: 1,
        set,
    };
    let reversed = |entry| FeeFact::Reversed {
        authority: authority.clone(),
        fee: 1,
        entry,
        reasons: reason("It was for another event."),
    };
    let lost = FeeFact::NotFound {
        authority: authority.clone(),
        fee: 1,
        entry: 1,
        reasons: reason("No transfer came."),
    };
    vec![set(plain), set(whole), reversed(None), reversed(Some(2)), lost]
}

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let fee = PlannedFee {
        id: "patrol".into(),
        label: title("Patrol boat"),
        amount: usd(2_500),
        within: None,
        before_permit: false,
        kind: "regulation".into(),
        citation: "Tariff of 2022".into(),
    };
    let whole = PlannedFee {
        within: Some(14),
        before_permit: true,
        ..fee.clone()
    };
    let charged = PlannedReferral {
        fees: vec![fee, whole],
        ..planned()
    };
    let of_fees = entries(authority).into_iter().chain(others(authority));
    let of_fees = of_fees.map(ApplicationFact::Fee);
    [ApplicationFact::Referred(charged)]
        .into_iter()
        .chain(of_fees)
        .collect()
}
