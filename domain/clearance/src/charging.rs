//! The fees of a case as a whole: what facts do to them, and what they come to.

use crate::{
    Application, ApplicationFact, EntryEnd, EntryEnding, Fee, FeeBasis, FeeEntry, FeeFact, Outcome,
    PlannedFee, PlannedReferral, SetAmount, Sums,
};
use act::{AuthorityId, Context, Currency, Date, OrganisationId, Reason, Timestamp};
use std::collections::BTreeMap;

fn ended(how: EntryEnding, reasons: Option<&Reason>, by: &Context) -> EntryEnd {
    EntryEnd {
        how,
        reasons: reasons.cloned(),
        by: by.clone(),
    }
}

impl Fee {
    /// Whether it is what the rulebook calls so, of that authority.
    fn is(&self, whose: &AuthorityId, planned: &PlannedFee) -> bool {
        let same = matches!(&self.basis, FeeBasis::Rule { id, .. } if *id == planned.id);
        same && self.authority == *whose && self.amount.currency == planned.amount.currency
    }

    /// A rule asks for it as it is planned now. Where that is more than before, or it was not asked for any more, it is to be paid within
    /// the same time from now on: nobody is late with what was just asked for.
    fn follow(&mut self, planned: &PlannedFee, due: Option<Date>, by: &Context) {
        if !self.is_asked() || planned.amount.minor > self.amount.minor {
            self.due = due;
            self.by = by.clone();
        }
        if self.amount != planned.amount {
            self.before.push((self.amount, by.at));
            self.amount = planned.amount;
        }
        self.label = planned.label.clone();
        self.basis = planned.basis();
        self.before_permit = planned.before_permit;
        self.dropped = None;
    }

    fn evolve(&mut self, fact: &FeeFact, by: &Context) {
        match fact {
            FeeFact::Set { .. } => {}
            FeeFact::Entered { entry, entered, .. } => {
                if let Some(said) = entered.confirms.and_then(|one| self.entry_mut(one)) {
                    said.ended = Some(ended(EntryEnding::Confirmed, None, by));
                }
                self.entries.push(FeeEntry {
                    number: *entry,
                    entered: entered.clone(),
                    by: by.clone(),
                    ended: None,
                });
            }
            FeeFact::NotFound { entry, reasons, .. } => {
                if let Some(said) = self.entry_mut(*entry) {
                    said.ended = Some(ended(EntryEnding::NotFound, Some(reasons), by));
                }
            }
            FeeFact::Reversed { entry, reasons, .. } => {
                let end = ended(EntryEnding::Reversed, Some(reasons), by);
                match entry {
                    None => self.reversed = Some(end),
                    Some(number) => {
                        if let Some(entry) = self.entry_mut(*number) {
                            entry.ended = Some(end);
                        }
                    }
                }
            }
        }
    }

    fn entry_mut(&mut self, number: u32) -> Option<&mut FeeEntry> {
        self.entries.iter_mut().find(|one| one.number == number)
    }
}

impl PlannedFee {
    fn basis(&self) -> FeeBasis {
        FeeBasis::Rule {
            id: self.id.clone(),
            kind: self.kind.clone(),
            citation: self.citation.clone(),
        }
    }
}

impl Application {
    /// What a fact does to the fees; other facts do nothing.
    pub(crate) fn evolve_fees(&mut self, fact: &ApplicationFact, by: &Context) {
        match fact {
            ApplicationFact::Referred(planned)
            | ApplicationFact::Reopened {
                referral: planned, ..
            } => self.ask_fees(planned, by),
            // Money of whoever is asked no longer is accounted for all the same.
            ApplicationFact::NoLongerAsked { authority, .. }
            | ApplicationFact::TakenBack { authority, .. } => {
                self.drop_fees(authority, &[], by.at);
            }
            ApplicationFact::Fee(FeeFact::Set {
                authority, fee, set, ..
            }) => self.set_fee(authority, *fee, set, by),
            ApplicationFact::Fee(fact) => {
                let fee = self.fees.iter_mut().find(|one| one.number == fact.fee());
                fee.into_iter().for_each(|one| one.evolve(fact, by));
            }
            _ => {}
        }
    }

    /// The fees that rules name for an authority: those that it has go on with what was paid of them, and what no rule names any more is
    /// asked for no longer.
    fn ask_fees(&mut self, planned: &PlannedReferral, by: &Context) {
        self.drop_fees(&planned.authority, &planned.fees, by.at);
        for fee in &planned.fees {
            let due = fee.within.map(|days| self.after_days(by.at, days));
            match self.fees.iter_mut().find(|one| one.is(&planned.authority, fee)) {
                Some(known) => known.follow(fee, due, by),
                None => self.fees.push(Fee {
                    number: self.next_fee(),
                    authority: planned.authority.clone(),
                    organisation: planned.organisation,
                    label: fee.label.clone(),
                    amount: fee.amount,
                    before: vec![],
                    basis: fee.basis(),
                    due,
                    before_permit: fee.before_permit,
                    by: by.clone(),
                    dropped: None,
                    reversed: None,
                    entries: vec![],
                }),
            }
        }
    }

    /// The fees that rules named for an authority, but for these, are asked for no longer.
    fn drop_fees(&mut self, authority: &AuthorityId, but: &[PlannedFee], at: Timestamp) {
        let by_rule = |one: &Fee| matches!(one.basis, FeeBasis::Rule { .. }) && one.authority == *authority;
        let gone = self.fees.iter_mut().filter(|one| by_rule(one) && one.is_asked());
        let gone = gone.filter(|one| !but.iter().any(|other| one.is(authority, other)));
        gone.for_each(|one| one.dropped = Some(at));
    }

    fn set_fee(&mut self, authority: &AuthorityId, number: u32, set: &SetAmount, by: &Context) {
        let Some(organisation) = self.organisation_of_fees(authority) else {
            return;
        };
        self.fees.push(Fee {
            number,
            authority: authority.clone(),
            organisation,
            label: set.label.clone(),
            amount: set.amount,
            before: vec![],
            basis: FeeBasis::Set {
                basis: set.basis.clone(),
                how: set.how.clone(),
            },
            due: set.due,
            before_permit: set.before_permit,
            by: by.clone(),
            dropped: None,
            reversed: None,
            entries: vec![],
        });
    }

    /// The number that the next fee has.
    pub(crate) fn next_fee(&self) -> u32 {
        self.fees.last().map_or(1, |last| last.number + 1)
    }

    /// The organisation of an authority that can take fees in this case: one that is asked, or the one that leads.
    pub(crate) fn organisation_of_fees(&self, authority: &AuthorityId) -> Option<OrganisationId> {
        let asked = self.referrals.get(authority).map(|one| one.organisation);
        let lead = self.lead.as_ref().filter(|lead| lead.authority == *authority);
        asked.or_else(|| lead.map(|lead| lead.organisation))
    }

    /// The day so many days after an instant, where the event is.
    fn after_days(&self, at: Timestamp, days: u32) -> Date {
        let days = jiff::Span::new().days(i64::from(days));
        self.day(at).saturating_add(days)
    }
}

impl Application {
    /// A fee by its number.
    #[must_use]
    pub fn fee(&self, number: u32) -> Option<&Fee> {
        self.fees.iter().find(|one| one.number == number)
    }

    /// Whether all have agreed, and the permit waits for a fee that comes before it.
    #[must_use]
    pub fn is_unpaid(&self) -> bool {
        let agreed = matches!(Outcome::of(self), Outcome::Agreed { .. }) && self.permit.is_none();
        agreed && self.fees_before_permit().next().is_some()
    }

    /// The fees for which no permit is issued as long as they are neither paid nor waived, and so are not.
    pub fn fees_before_permit(&self) -> impl Iterator<Item = &Fee> {
        let all = self.fees.iter();
        all.filter(|one| one.before_permit && one.balance().open() > 0)
    }
}

impl Application {
    /// What all fees of a case are asked for, each currency for itself: they are never added up.
    #[must_use]
    pub fn balances(&self) -> BTreeMap<Currency, Sums> {
        let mut all = BTreeMap::<Currency, Sums>::new();
        for fee in &self.fees {
            let sum = all.entry(fee.amount.currency).or_default();
            *sum = sum.and(fee.balance());
        }
        all
    }
}
