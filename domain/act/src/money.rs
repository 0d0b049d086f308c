//! Money: whole units of a currency's smallest part, and no others. Nothing is ever rounded.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The currencies of ISO 4217 that people pay with and whose unit has a hundred parts.
const IN_HUNDREDTHS: &str = "\
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE \
    CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR \
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB \
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY \
    TTD TWD TZS UAH USD UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";
/// Those whose unit has no parts.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Those whose unit has a thousand parts.
const IN_THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// The most that is taken: more than any fee, and less than what a number of JSON holds exactly.
const MOST: u64 = 1_000_000_000_000_000;

/// A currency, by its three letters in ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// A text is no currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCurrency;

impl fmt::Display for NoCurrency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is no currency of ISO 4217, such as KHR")
    }
}

impl std::error::Error for NoCurrency {}

impl Currency {
    /// How many digits its smallest part has after the point.
    #[must_use]
    pub fn digits(self) -> usize {
        let is_in = |list: &str| list.split_whitespace().any(|code| code == self.code());
        if is_in(WHOLE) {
            0
        } else if is_in(IN_THOUSANDTHS) {
            3
        } else {
            2
        }
    }

    /// Its three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        // It is made of three ASCII letters and of nothing else.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Currency {
    type Err = NoCurrency;

    fn from_str(text: &str) -> Result<Currency, NoCurrency> {
        let known = [IN_HUNDREDTHS, WHOLE, IN_THOUSANDTHS];
        let mut known = known.into_iter().flat_map(str::split_whitespace);
        if known.any(|code| code == text) {
            text.as_bytes().try_into().map(Currency).map_err(|_| NoCurrency)
        } else {
            Err(NoCurrency)
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = NoCurrency;

    fn try_from(text: String) -> Result<Currency, NoCurrency> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Money {
    /// How much, in the smallest parts of the currency.
    pub minor: u64,
    /// Of which currency.
    pub currency: Currency,
}

impl Money {
    /// The amount that a text says in the currency's own unit, as `21.50`: digits with at most one point, and after it no more than the
    /// currency has. What parts thousands is not taken, since a comma is read in two ways. None where it says no such amount.
    #[must_use]
    pub fn read(text: &str, currency: Currency) -> Option<Money> {
        let (whole, parts) = text.split_once('.').unwrap_or((text, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let point_alone = text.contains('.') && parts.is_empty();
        if whole.is_empty() || point_alone || !are_digits(whole) || !are_digits(parts) {
            return None;
        }
        // What stands after the currency's last digit says nothing as long as it is nought.
        let (kept, beyond) = parts.split_at(parts.len().min(currency.digits()));
        if beyond.bytes().any(|byte| byte != b'0') {
            return None;
        }
        let digits = format!("{whole}{kept:0<width$}", width = currency.digits());
        let minor = digits.parse().ok().filter(|minor| *minor <= MOST)?;
        Some(Money { minor, currency })
    }

    /// How much, in the currency's own unit and without its name: `21.50`.
    #[must_use]
    pub fn amount(&self) -> String {
        let digits = self.currency.digits();
        let all = format!("{:0>width$}", self.minor, width = digits + 1);
        let (whole, parts) = all.split_at(all.len() - digits);
        if parts.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{parts}")
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn check(text: &str, currency: &str, expect: Option<(u64, &str)>) {
        let read = Money::read(text, currency.parse().unwrap());
        let told = read.map(|money| (money.minor, money.amount()));
        let expect = expect.map(|(minor, amount)| (minor, amount.to_owned()));
        assert_eq!(told, expect, "{text} {currency}");
    }

    #[test]
    fn an_amount_is_read_in_the_parts_of_its_currency_and_never_rounded() {
        check("21.50", "GBP", Some((2_150, "21.50")));
        check("21.5", "GBP", Some((2_150, "21.50")));
        check("0.05", "USD", Some((5, "0.05")));
        check("100000", "KHR", Some((10_000_000, "100000.00")));
        check("7000", "JPY", Some((7_000, "7000")));
        check("7000.00", "JPY", Some((7_000, "7000")));
        check("1.234", "KWD", Some((1_234, "1.234")));
        for text in [
            "", ".", "21.", ".5", "1,000", "1 000", "-5", "+5", "5e3", "21.505", "៥",
        ] {
            check(text, "USD", None);
        }
        check("7000.5", "JPY", None);
        check("99999999999999999999", "USD", None);
        check("10000000000000.01", "USD", None);
    }

    #[test]
    fn a_currency_is_one_of_the_list_and_each_stands_there_once() {
        assert_eq!("KHR".parse::<Currency>().map(Currency::digits), Ok(2));
        for text in ["", "khr", "XXX", "DOLLAR", "US"] {
            assert_eq!(text.parse::<Currency>(), Err(NoCurrency), "{text}");
        }
        let all = [IN_HUNDREDTHS, WHOLE, IN_THOUSANDTHS].join(" ");
        let met: BTreeSet<_> = all.split_whitespace().collect();
        assert_eq!(met.len(), all.split_whitespace().count());
        assert_eq!(
            serde_json::to_string(&Money::read("5", "USD".parse().unwrap()).unwrap()).unwrap(),
            r#"{"minor":500,"currency":"USD"}"#
        );
    }
}
