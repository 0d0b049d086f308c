//! The keys of `rulebook.toml` that say what rules attach, and where the rulebook holds.

use super::LONGEST_TEXT;
use super::check::Check;
use super::library::RawCondition;
use crate::attached::{Attachments, Distance, DistanceRow, Document, Fee, FeePer, LeadTime};
use crate::unseen::in_line;
use crate::{Address, Authority, Input, InputType, Jurisdiction, Localised, Period, PeriodBasis, PeriodUnit};
use act::{Currency, Money};
use feel::{said, short};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The countries of ISO 3166-1, by their two letters.
const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR \
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT \
    MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ \
    UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

const LONGEST_NAME: usize = 200;
const MOST_DEPUTIES: usize = 10;
const MOST_ROWS: usize = 100;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDocument {
    label: Localised,
    help: Option<Localised>,
    basis: PeriodBasis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFee {
    label: Localised,
    amount: String,
    currency: String,
    per: FeePer,
    how: Option<Localised>,
    within: Option<u32>,
    #[serde(default)]
    before_permit: bool,
    basis: PeriodBasis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLeadTime {
    days: u32,
    unit: PeriodUnit,
    #[serde(default)]
    clear: bool,
    basis: PeriodBasis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDistance {
    input: String,
    rows: Vec<RawRow>,
    basis: PeriodBasis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    up_to: toml::Value,
    metres: toml::Value,
}

/// The tables of what rules attach, as they stand in the file.
pub(super) struct RawAttachments {
    pub documents: BTreeMap<String, RawDocument>,
    pub fees: BTreeMap<String, RawFee>,
    pub conditions: BTreeMap<String, RawCondition>,
    pub lead_times: BTreeMap<String, RawLeadTime>,
    pub distances: BTreeMap<String, RawDistance>,
}

/// Reads each part by its key, `document.map`, and its own checks.
fn each<'a, Raw, Read>(
    check: &mut Check<'a>,
    part: &str,
    raw: BTreeMap<String, Raw>,
    mut read: impl FnMut(&mut Check<'a>, &str, Raw) -> Read,
) -> BTreeMap<String, Read> {
    let one = |(id, raw): (String, Raw)| {
        let key = format!("{part}.{id}");
        check.id(&key, &id, '-');
        (id, read(check, &key, raw))
    };
    raw.into_iter().map(one).collect()
}

impl Check<'_> {
    pub(super) fn attachments(
        &mut self,
        raw: RawAttachments,
        inputs: &[Input],
        authorities: &[Authority],
    ) -> Attachments {
        Attachments {
            documents: each(self, "document", raw.documents, Check::document),
            fees: each(self, "fee", raw.fees, Check::fee),
            conditions: each(self, "condition", raw.conditions, |check, key, raw| {
                check.condition(key, raw, authorities)
            }),
            lead_times: each(self, "lead_time", raw.lead_times, Check::lead_time),
            distances: each(self, "distance", raw.distances, |check, key, raw| {
                check.distance(key, raw, inputs)
            }),
        }
    }

    fn document(&mut self, key: &str, raw: RawDocument) -> Document {
        self.text(&format!("{key}.label"), &raw.label, LONGEST_NAME);
        if let Some(help) = &raw.help {
            self.text(&format!("{key}.help"), help, LONGEST_TEXT);
        }
        self.basis(&format!("{key}.basis"), &raw.basis);
        Document {
            label: raw.label,
            help: raw.help,
            basis: raw.basis,
        }
    }

    fn fee(&mut self, key: &str, raw: RawFee) -> Fee {
        self.text(&format!("{key}.label"), &raw.label, LONGEST_NAME);
        let amount = crate::number::decimal(&raw.amount).filter(|amount| !amount.is_sign_negative());
        if amount.is_none() {
            let what = said!("“{}” is no amount", short(&raw.amount));
            self.fault(
                &format!("{key}.amount"),
                what,
                said!("Write it in digits, as \"100000\" or \"21.50\""),
            );
        }
        let currency = raw.currency.parse::<Currency>().ok();
        if currency.is_none() {
            let what = said!("“{}” is no currency", short(&raw.currency));
            self.fault(
                &format!("{key}.currency"),
                what,
                said!("Write its code of ISO 4217, such as KHR"),
            );
        }
        // What its smallest part cannot pay nobody can record as paid.
        let payable = amount.zip(currency);
        let payable = payable.map(|(amount, currency)| Money::read(&amount.to_string(), currency));
        if let Some(None) = payable {
            let what = said!("“{}” {} cannot be paid", short(&raw.amount), &raw.currency);
            self.fault(
                &format!("{key}.amount"),
                what,
                said!("Write as many digits after the point as the currency has"),
            );
        }
        if let Some(how) = &raw.how {
            self.text(&format!("{key}.how"), how, LONGEST_TEXT);
        }
        if let Some(days) = raw.within {
            let unit = PeriodUnit::Calendar;
            self.days(&format!("{key}.within"), Period { days, unit });
        }
        self.basis(&format!("{key}.basis"), &raw.basis);
        Fee {
            label: raw.label,
            amount: amount.unwrap_or_default(),
            currency: raw.currency,
            per: raw.per,
            how: raw.how,
            within: raw.within,
            before_permit: raw.before_permit,
            basis: raw.basis,
        }
    }

    fn lead_time(&mut self, key: &str, raw: RawLeadTime) -> LeadTime {
        let (days, unit) = (raw.days, raw.unit);
        self.days(key, Period { days, unit });
        self.basis(&format!("{key}.basis"), &raw.basis);
        LeadTime {
            days,
            unit,
            clear: raw.clear,
            basis: raw.basis,
        }
    }

    fn distance(&mut self, key: &str, raw: RawDistance, inputs: &[Input]) -> Distance {
        let is_number = |input: &Input| input.id == raw.input && input.kind == InputType::Number;
        if !inputs.iter().any(is_number) {
            let what = said!("“{}” is no [[input]] that is a number", short(&raw.input));
            self.fault(&format!("{key}.input"), what, said!("Name one of those"));
        }
        let rows_key = format!("{key}.rows");
        if raw.rows.is_empty() || raw.rows.len() > MOST_ROWS {
            let todo = said!("Write 1 to {}", MOST_ROWS);
            self.fault(&rows_key, said!("it has {} rows", raw.rows.len()), todo);
        }
        let read = |row: &RawRow| {
            let up_to = self.number(&format!("{rows_key}.up_to"), &row.up_to)?;
            let metres = self.number(&format!("{rows_key}.metres"), &row.metres)?;
            Some(DistanceRow { up_to, metres })
        };
        let rows: Vec<DistanceRow> = raw.rows.iter().filter_map(read).collect();
        if !rows.is_sorted_by(|one, next| one.up_to < next.up_to && one.metres <= next.metres) {
            let what = said!("a larger answer has no larger distance");
            self.fault(
                &rows_key,
                what,
                said!("Write the rows in order, the smallest first"),
            );
        }
        if rows.iter().any(|row| row.metres < Decimal::ZERO) {
            let what = said!("a distance is less than nothing");
            self.fault(&rows_key, what, said!("Write metres, 0 or more"));
        }
        self.basis(&format!("{key}.basis"), &raw.basis);
        Distance {
            input: raw.input,
            rows,
            basis: raw.basis,
        }
    }

    pub(super) fn jurisdiction(&mut self, of: &Jurisdiction) {
        if !COUNTRIES.split_whitespace().any(|code| code == of.country) {
            let what = said!("“{}” is no country", short(&of.country));
            self.fault(
                "jurisdiction.country",
                what,
                said!("Write its two capital letters of ISO 3166-1, such as KH"),
            );
        }
        let part = |code: &String| {
            (1..=3).contains(&code.len())
                && code
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        if let Some(code) = of.subdivision.as_ref().filter(|code| !part(code)) {
            let what = said!("“{}” is no subdivision", short(code));
            let todo = said!("Write what follows the country in its code of ISO 3166-2: ENG for GB-ENG");
            self.fault("jurisdiction.subdivision", what, todo);
        }
    }

    /// How an authority is reached, who stands in for it, and what it rests on.
    pub(super) fn contact(&mut self, key: &str, authority: &Authority) {
        if let Some(address) = &authority.address {
            self.address(&format!("{key}.address"), address);
        }
        if authority.deputies.len() > MOST_DEPUTIES {
            let (key, given) = (format!("{key}.deputies"), authority.deputies.len());
            self.fault(
                &key,
                said!("{} deputies are named", given),
                said!("Name at most {}", MOST_DEPUTIES),
            );
        }
        for deputy in &authority.deputies {
            self.line(&format!("{key}.deputies"), deputy, LONGEST_NAME);
        }
        if let Some(link) = &authority.law {
            self.link(&format!("{key}.law"), link);
        }
    }

    fn address(&mut self, key: &str, address: &Address) {
        let lines = [
            ("post", &address.post),
            ("phone", &address.phone),
            ("email", &address.email),
        ];
        for (name, text) in lines {
            if let Some(text) = text {
                self.line(&format!("{key}.{name}"), text, LONGEST_NAME);
            }
        }
        let is_address = |text: &&String| {
            text.split_once('@')
                .is_none_or(|(who, at)| who.is_empty() || !at.contains('.'))
        };
        if let Some(email) = address.email.as_ref().filter(is_address) {
            let what = said!("“{}” is no e-mail address", short(email));
            self.fault(
                &format!("{key}.email"),
                what,
                said!("Write it as name@example.org"),
            );
        }
        if let Some(link) = &address.web {
            self.link(&format!("{key}.web"), link);
        }
    }

    /// Refuses what is no address of the web that can be trusted.
    pub(super) fn link(&mut self, key: &str, link: &str) {
        if !is_link(link) {
            self.fault(
                key,
                said!("it is no https address"),
                said!("Write it as https://…"),
            );
        }
    }
}

/// Whether a text is an address of the web that can be trusted.
pub(crate) fn is_link(text: &str) -> bool {
    text.starts_with("https://")
        && text.len() <= LONGEST_TEXT
        && !text.contains(char::is_whitespace)
        && !in_line(text)
}
