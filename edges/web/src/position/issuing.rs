//! Once all have agreed: who has to issue the permit, and whose advice may still come before that.

use super::{Position, Seen, count, lead_name};
use crate::money::fee_label;
use crate::timeline::Tone;
use crate::wording::{bound_to, short_name};
use clearance::Referral;
use desk::clearance::Sight;
use std::collections::BTreeSet;

impl Seen<'_> {
    /// That everyone has agreed, with how many conditions, and what is left to do.
    pub(super) fn agreed(&self, conditions: usize) -> Position {
        let (tone, words) = if self.application().consents().1 == 0 {
            (Tone::Plain, self.t.get("position-no-consent").into_owned())
        } else {
            (Tone::Ok, self.agreement(conditions))
        };
        match self.who_reconciles() {
            Some(waiting) => Position {
                tone: Tone::Wait,
                words,
                waiting: Some(waiting),
            },
            None => match self.fees_open() {
                Some(waiting) => Position {
                    tone: Tone::Wait,
                    words,
                    waiting: Some(waiting),
                },
                None => Position {
                    tone,
                    words,
                    waiting: Some(self.issuer()),
                },
            },
        }
    }

    /// What the permit waits to be paid: the fees that the reader sees. Of others no more is said than that there is one.
    fn fees_open(&self) -> Option<String> {
        let (t, application) = (self.t, self.application());
        let rulebook = bound_to(self.site, application);
        let open = application.fees_before_permit().map(|one| {
            let amount = t.money(one.money(one.balance().open()));
            let fee = fee_label(t, rulebook.as_deref(), one);
            t.with("fee-open", [("fee", fee.into()), ("amount", amount.into())])
        });
        let open: Vec<_> = open.collect();
        if !open.is_empty() {
            let said = application.fees_before_permit().all(|one| one.said().is_some());
            let words = if said {
                "position-fees-said"
            } else {
                "position-fees-open"
            };
            return Some(t.one(words, "fees", open.join("; ")));
        }
        let others = self.view.sight == Sight::Authority && self.view.unpaid;
        others.then(|| t.get("position-fee-open-elsewhere").into_owned())
    }

    /// Whom it waits for, and who has to reconcile conditions besides.
    pub(super) fn reconciled_too(&self, waiting: String) -> String {
        match self.who_reconciles() {
            Some(reconciling) => format!("{waiting} {reconciling}"),
            None => waiting,
        }
    }

    /// Who has to reconcile conditions before a permit can be issued, if anyone.
    pub(crate) fn who_reconciles(&self) -> Option<String> {
        let (t, application) = (self.t, self.application());
        let found = clearance::contradictions(application);
        let parts = found.iter().flat_map(|one| [one.first, one.second]);
        let parts: BTreeSet<_> = parts.map(|one| one.authority).collect();
        let asked = application.in_order().into_iter();
        let names = asked.filter(|one| parts.contains(&one.authority));
        let names: Vec<_> = names
            .map(|one| short_name(self.site, t, application, one))
            .collect();
        (!names.is_empty()).then(|| t.one("position-contradictory", "authorities", names.join(", ")))
    }

    /// That everyone has agreed, and how many of them by giving no answer.
    fn agreement(&self, conditions: usize) -> String {
        let referrals = self.application().referrals.values();
        let silent = referrals.filter(|one| one.silent_until().is_some()).count();
        if silent == 0 {
            return self.t.one("position-agreed", "conditions", count(conditions));
        }
        let counts = [
            ("conditions", count(conditions).into()),
            ("silent", count(silent).into()),
        ];
        self.t.with("position-agreed-silently", counts)
    }

    /// Who has to issue the permit, and whose advice may still come before.
    pub(super) fn issuer(&self) -> String {
        let (t, application) = (self.t, self.application());
        let issuer = if self.view.sight == Sight::Lead {
            t.get("position-permit-yours").into_owned()
        } else {
            t.one(
                "position-permit-theirs",
                "lead",
                lead_name(self.site, t, application),
            )
        };
        let advisers = self.may_still_advise().into_iter();
        let names = advisers.map(|one| short_name(self.site, t, application, one));
        let names: Vec<_> = names.collect();
        if names.is_empty() {
            return issuer;
        }
        let advice = t.one("position-advice-open", "authorities", names.join(", "));
        format!("{issuer} {advice}")
    }

    /// Whose advice is not there yet: it may come until the permit is issued, also after its period. The permit does not wait for it.
    pub(crate) fn may_still_advise(&self) -> Vec<&Referral> {
        let all = self.application().in_order().into_iter();
        all.filter(|one| one.advises() && one.decided.is_none()).collect()
    }
}
