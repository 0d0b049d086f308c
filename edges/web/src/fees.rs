//! What a case costs, in words: each fee with where it stands and what became of it.

mod choices;

use crate::Text;
use crate::acting::acted_as;
use crate::money::{fee_label, named_fee};
use crate::position::Seen;
use crate::timeline::Tone;
use crate::wording::{cited, near, rests_on};
use act::{AuthorityId, Context, Money};
pub(crate) use choices::{FeeChoices, choices};
use clearance::acts::SayPaid;
use clearance::{EntryEnd, Fee, FeeBasis, FeeEntry, FeeStanding, FeeStep, Sums};
use jiff::tz::TimeZone;
use rulebook::Rulebook;
use std::sync::Arc;

/// What of its fees an organiser has to pay next: of what nobody said yet that it is paid, the first that is due.
pub(crate) fn to_pay(seen: &Seen<'_>) -> Option<String> {
    let (t, application) = (seen.t, &seen.view.application);
    let open = application.fees.iter().filter(|one| SayPaid::can_be(one));
    let fee = open.min_by_key(|one| (one.due.is_none(), one.due))?;
    let rulebook = crate::wording::bound_to(seen.site, application);
    let amount = t.money(fee.money(fee.balance().open()));
    let what = fee_label(t, rulebook.as_deref(), fee);
    let mut words = vec![("amount", amount.into()), ("fee", what.into())];
    Some(match fee.due {
        Some(day) => {
            words.push(("date", near(t, day, seen.today).into()));
            t.with_all("fee-pay-by", words)
        }
        None => t.with_all("fee-pay", words),
    })
}

/// A fee on the page of its case.
pub(crate) struct FeeLines {
    /// What it is for, and to whom it is due.
    pub title: String,
    /// Where it stands.
    pub tone: &'static str,
    pub standing: String,
    /// How much is due by when, what it rests on, and what is to be known of it, a sentence each.
    pub said: Vec<String>,
    /// How it is paid, as long as something is open.
    pub how: Option<String>,
    /// What became of it, the first first.
    pub entries: Vec<EntryLine>,
}

/// One thing that became of a fee.
pub(crate) struct EntryLine {
    pub what: String,
    /// Whether it counts no more.
    pub gone: bool,
    pub why: Option<String>,
    /// Its scan: the name of the document, and its address.
    pub document: Option<(String, String)>,
    /// How it ended, and why.
    pub ended: Option<(String, Option<String>)>,
}

/// What a case costs.
pub(crate) struct FeeCard {
    /// What all of one currency come to.
    pub sums: Vec<String>,
    pub fees: Vec<FeeLines>,
}

/// What the fees of a case are told by.
struct Telling<'a> {
    seen: &'a Seen<'a>,
    zone: TimeZone,
    rulebook: Option<Arc<Rulebook>>,
}

impl FeeCard {
    /// Of the fees that the reader sees; nothing where there are none.
    pub(crate) fn of(seen: &Seen<'_>) -> Option<FeeCard> {
        let application = &seen.view.application;
        let telling = Telling::of(seen);
        let fees: Vec<_> = application.fees.iter().map(|one| telling.fee(one)).collect();
        let sums = application.balances().into_iter();
        let sums = sums.map(|(currency, sums)| sum(seen.t, currency, sums));
        (!fees.is_empty()).then(|| FeeCard {
            sums: sums.collect(),
            fees,
        })
    }
}

fn sum(t: Text, currency: act::Currency, sums: Sums) -> String {
    let money = |minor| t.money(Money { minor, currency });
    let said = [
        ("due", money(sums.due).into()),
        ("waived", money(sums.waived).into()),
        ("paid", money(sums.paid).into()),
        ("refunded", money(sums.refunded).into()),
        ("open", money(sums.open).into()),
    ];
    let sum = t.with("fees-sum", said);
    if sums.over == 0 {
        return sum;
    }
    format!("{sum} {}", t.one("fees-sum-over", "amount", money(sums.over)))
}

impl<'a> Telling<'a> {
    fn of(seen: &'a Seen<'a>) -> Telling<'a> {
        let application = &seen.view.application;
        Telling {
            seen,
            zone: crate::wording::zone(application, seen.site),
            rulebook: crate::wording::bound_to(seen.site, application),
        }
    }

    fn t(&self) -> Text {
        self.seen.t
    }

    fn known(&self, fee: &Fee) -> Option<&rulebook::Fee> {
        named_fee(self.rulebook.as_deref(), fee)
    }

    fn label(&self, fee: &Fee) -> String {
        fee_label(self.t(), self.rulebook.as_deref(), fee)
    }

    fn fee(&self, fee: &Fee) -> FeeLines {
        let t = self.t();
        let named = [
            ("label", self.label(fee).into()),
            ("authority", self.seen.whose(&fee.authority, false).into()),
        ];
        let standing = fee.standing();
        FeeLines {
            title: t.with("fee-of", named),
            tone: tone(standing).name(),
            standing: stands(t, fee),
            said: self.said(fee),
            how: self.how(fee).filter(|_| fee.balance().open() > 0),
            entries: fee.entries.iter().map(|one| self.entry(one)).collect(),
        }
    }

    fn said(&self, fee: &Fee) -> Vec<String> {
        let (t, today) = (self.t(), self.seen.today);
        let amount = t.money(fee.amount);
        let due = match fee.due {
            Some(day) => {
                let id = if day < today && fee.balance().open() > 0 {
                    "fee-was-due-by"
                } else {
                    "fee-due-by"
                };
                t.with(
                    id,
                    [("amount", amount.into()), ("date", near(t, day, today).into())],
                )
            }
            None => t.one("fee-due", "amount", amount),
        };
        let before = fee.before.iter().map(|(money, until)| {
            let at = t.instant(*until, &self.zone);
            t.with(
                "fee-before",
                [("amount", t.money(*money).into()), ("at", at.into())],
            )
        });
        let first = fee.before_permit.then(|| t.get("fee-before-permit").into_owned());
        let dropped = fee
            .dropped
            .map(|at| t.one("fee-dropped", "at", t.instant(at, &self.zone)));
        let wrong = fee.reversed.as_ref().map(|end| {
            let why = end.reasons.as_ref().map_or_else(String::new, ToString::to_string);
            format!("{} {why}", self.by("fee-set-wrongly", &end.by))
        });
        let all = [due].into_iter().chain(before).chain(first);
        all.chain([self.basis(fee)]).chain(dropped).chain(wrong).collect()
    }

    fn basis(&self, fee: &Fee) -> String {
        let (t, rulebook) = (self.t(), self.rulebook.as_deref());
        match &fee.basis {
            FeeBasis::Rule { kind, citation, .. } => {
                rests_on(t, rulebook, kind, cited(t, rulebook, citation))
            }
            FeeBasis::Set { basis, .. } => {
                let by = self.by("fee-set-by", &fee.by);
                t.with(
                    "fee-rests-on",
                    [("basis", basis.as_str().into()), ("by", by.into())],
                )
            }
        }
    }

    fn how(&self, fee: &Fee) -> Option<String> {
        match &fee.basis {
            FeeBasis::Rule { .. } => {
                let how = self.known(fee)?.how.as_ref()?;
                Some(how.in_language(self.t().language().tag()).to_owned())
            }
            FeeBasis::Set { how, .. } => how.as_ref().map(ToString::to_string),
        }
    }

    fn entry(&self, entry: &FeeEntry) -> EntryLine {
        let t = self.t();
        let said = self.by("fee-entered-by", &entry.by);
        let (view, entered) = (self.seen.view, &entry.entered);
        let document = entered.document.and_then(|id| {
            let mut all = view.application.attachments();
            let file = all.find(|one| one.attachment == id)?;
            Some((file.name.to_string(), format!("/cases/{}/files/{id}", view.id)))
        });
        EntryLine {
            what: format!("{} \u{b7} {said}", what(t, entry)),
            gone: entry.ended.is_some(),
            why: entered.reasons.as_ref().map(ToString::to_string),
            document,
            ended: entry.ended.as_ref().map(|end| self.ended(end)),
        }
    }

    fn ended(&self, end: &EntryEnd) -> (String, Option<String>) {
        let id = match end.how {
            clearance::EntryEnding::Confirmed => "fee-entry-confirmed",
            clearance::EntryEnding::NotFound => "fee-entry-not-found",
            clearance::EntryEnding::Reversed => "fee-entry-reversed",
        };
        (
            self.by(id, &end.by),
            end.reasons.as_ref().map(ToString::to_string),
        )
    }

    fn by(&self, id: &str, by: &Context) -> String {
        let t = self.t();
        if by.actor.is_rule() {
            return t.get("history-by-rule").into_owned();
        }
        let said = [
            ("at", t.instant(by.at, &self.zone).into()),
            ("role", acted_as(t, &by.actor).into()),
        ];
        t.with(id, said)
    }

    fn named(&self, fee: &Fee) -> String {
        let named = [
            ("label", self.label(fee).into()),
            ("authority", self.seen.whose(&fee.authority, true).into()),
        ];
        self.t().with("fee-of", named)
    }
}

/// What an entry says.
fn what(t: Text, entry: &FeeEntry) -> String {
    let one = &entry.entered;
    let said = [
        ("amount", t.money(one.amount).into()),
        ("day", one.day.map_or_else(String::new, |day| t.date(day)).into()),
        (
            "receipt",
            one.receipt.as_ref().map_or("", |one| one.as_str()).into(),
        ),
    ];
    let id = match (one.step, one.day) {
        (FeeStep::Waived, _) | (_, None) => format!("fee-entry-{}-plain", one.step.name()),
        _ => format!("fee-entry-{}", one.step.name()),
    };
    t.with(&id, said)
}

fn tone(standing: FeeStanding) -> Tone {
    match standing {
        FeeStanding::Open | FeeStanding::Over => Tone::Wait,
        FeeStanding::Said | FeeStanding::Dropped => Tone::Plain,
        FeeStanding::Settled => Tone::Ok,
    }
}

/// Where a fee stands.
fn stands(t: Text, fee: &Fee) -> String {
    let (standing, balance) = (fee.standing(), fee.balance());
    let minor = match standing {
        FeeStanding::Over => balance.over(),
        _ => balance.open(),
    };
    let id = format!("fee-standing-{}", standing.name());
    t.one(&id, "amount", t.money(fee.money(minor)))
}

/// Where the fees of an authority stand, each in a sentence.
pub(crate) fn of_authority(seen: &Seen<'_>, authority: &AuthorityId) -> Vec<String> {
    let telling = Telling::of(seen);
    let all = seen.view.application.fees.iter();
    let own = all.filter(|one| one.authority == *authority);
    own.map(|one| format!("{}: {}", telling.label(one), stands(seen.t, one)))
        .collect()
}
