//! Numbers as people write them: in their digits, with the point or the comma that they are used to.

use rust_decimal::Decimal;
use std::str::FromStr;

/// A number as someone typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// It can only mean this one.
    One(Decimal),
    /// Its point sets off thousands to some, and begins a fraction to others.
    Either {
        /// What it is to the ones.
        thousands: Decimal,
        /// What it is to the others.
        fraction: Decimal,
    },
}

/// A number as people type it; none if it is no number.
///
/// Read in every way that is well formed: thousands set off by blanks, commas or points, a fraction behind a comma or a point.
/// Mostly there is one. Of two, `1,200` is twelve hundred; `1.200` is not told, but what is kept is written without zeros at the end,
/// so `1.125` is a fraction. In Khmer digits a point sets off thousands on our own pages. Where only a whole number is wanted, groups
/// of three are thousands.
pub(crate) fn as_typed(typed: &str, whole: bool) -> Option<Typed> {
    let written = Written::of(typed);
    if let Some(one) = written.whole().filter(|_| whole) {
        return Some(Typed::One(one));
    }
    match (written.whole(), written.fraction(','), written.fraction('.')) {
        (Some(one), _, None) | (None, Some(one), _) | (None, None, Some(one)) => Some(Typed::One(one)),
        (Some(thousands), _, Some(fraction)) => {
            let khmer = typed.chars().any(|one| ('\u{17E0}'..='\u{17E9}').contains(&one));
            Some(if khmer || typed.ends_with(['0', '\u{FF10}']) {
                let fraction = fraction.normalize();
                Typed::Either { thousands, fraction }
            } else {
                Typed::One(fraction)
            })
        }
        (None, None, None) => None,
    }
}

/// A number as files have it: its fraction is behind a point and behind nothing else.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let written = Written::of(text);
    written.fraction('.').or_else(|| written.whole())
}

/// A number in Latin digits, with the signs that were typed.
struct Written {
    minus: &'static str,
    unsigned: String,
}

impl Written {
    fn of(typed: &str) -> Written {
        let written: String = typed.chars().map(latin).collect();
        match written.strip_prefix('-') {
            Some(unsigned) => Written {
                minus: "-",
                unsigned: unsigned.to_owned(),
            },
            None => Written {
                minus: "",
                unsigned: written,
            },
        }
    }

    /// The number, if all of it is before the fraction.
    fn whole(&self) -> Option<Decimal> {
        plain(&format!("{}{}", self.minus, ungrouped(&self.unsigned, None)?))
    }

    /// The number, if its fraction is behind this sign.
    fn fraction(&self, sign: char) -> Option<Decimal> {
        let (whole, fraction) = self.unsigned.split_once(sign)?;
        let whole = ungrouped(whole, Some(sign))?;
        plain(&format!("{}{whole}.{fraction}", self.minus))
    }
}

/// A number in Latin digits, with a point before its fraction if it has one.
fn plain(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    // `from_str` rounds what is too fine to be kept; no answer is changed silently.
    let kept = text.len() <= 28 && digits(whole) && fraction.is_none_or(digits);
    Decimal::from_str(text).ok().filter(|_| kept)
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of a whole number, without what sets off its groups of three; that is not the sign that begins its fraction.
fn ungrouped(whole: &str, fraction_behind: Option<char>) -> Option<String> {
    if digits(whole) {
        return Some(whole.to_owned());
    }
    let signs = [' ', ',', '.']
        .into_iter()
        .filter(|sign| Some(*sign) != fraction_behind);
    let proper = |sign: &char| {
        let (first, rest) = whole.split_once(*sign).unwrap_or_default();
        digits(first)
            && first.len() <= 3
            && !first.starts_with('0')
            && rest.split(*sign).all(|group| digits(group) && group.len() == 3)
    };
    let sign = signs.into_iter().find(proper)?;
    Some(whole.replace(sign, ""))
}

fn latin(character: char) -> char {
    let code = u32::from(character);
    let digit = match code {
        0x17E0..=0x17E9 => code - 0x17E0,
        0xFF10..=0xFF19 => code - 0xFF10,
        _ => {
            return match character {
                '\u{FF0C}' => ',',
                '\u{FF0E}' => '.',
                '\u{2212}' | '\u{FF0D}' => '-',
                // Blanks that do not break, thin ones, and the wide one of Chinese characters.
                '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{3000}' => ' ',
                other => other,
            };
        }
    };
    char::from_digit(digit, 10).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn what_can_only_mean_one_number_is_read_in_the_digits_and_signs_that_people_type() {
        for (typed, expect) in [
            ("5000", "5000"),
            ("5,000", "5000"),
            ("5 000", "5000"),
            ("5\u{202f}000\u{a0}000", "5000000"),
            ("5.000.000", "5000000"),
            ("5,000,000.25", "5000000.25"),
            ("1.000,5", "1000.5"),
            ("1 200,500", "1200.500"),
            ("120,5", "120.5"),
            ("5,00", "5.00"),
            ("0,500", "0.500"),
            ("1234,500", "1234.500"),
            ("75.5", "75.5"),
            ("1.125", "1.125"),
            ("0.250", "0.250"),
            ("១២០", "120"),
            ("១២០,៥", "120.5"),
            ("១,២០០", "1200"),
            ("១២.៥", "12.5"),
            ("១.២០០.០០០", "1200000"),
            ("１２，０００", "12000"),
            ("１２\u{3000}０００", "12000"),
            ("-3", "-3"),
            ("\u{2212}3", "-3"),
            ("-1,5", "-1.5"),
        ] {
            let one = Some(Typed::One(number(expect)));
            assert_eq!(as_typed(typed, false), one, "{typed}");
        }
    }

    #[test]
    fn where_a_whole_number_is_wanted_groups_of_three_are_thousands() {
        for (typed, expect) in [
            ("12.345", "12345"),
            ("១២.៣៤៥", "12345"),
            ("1.200", "1200"),
            ("1.000.000", "1000000"),
            ("12", "12"),
            // A fraction stays one, and is refused.
            ("12.34", "12.34"),
            ("0.500", "0.500"),
        ] {
            let one = Some(Typed::One(number(expect)));
            assert_eq!(as_typed(typed, true), one, "{typed}");
        }
    }

    #[test]
    fn what_means_two_numbers_is_read_as_both() {
        for (typed, thousands, fraction) in [
            ("1.200", "1200", "1.2"),
            ("-12.000", "-12000", "-12"),
            ("១.១២៥", "1125", "1.125"),
        ] {
            let (thousands, fraction) = (number(thousands), number(fraction));
            let either = Typed::Either { thousands, fraction };
            assert_eq!(as_typed(typed, false), Some(either), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for bad in [
            "",
            "-",
            ".",
            ",",
            "5.",
            "5,",
            ".5",
            ",500",
            "5 00",
            "5  000",
            " 000",
            "0 500",
            "5,000 000",
            "1,2,3",
            "1,000.5,5",
            "1e9",
            "0x10",
            "five",
            "1_000",
            "+5",
            "--5",
            "5.0.0",
            "NaN",
            "99999999999999999999999999999",
            "0.0000000000000000000000000000001",
        ] {
            assert_eq!(as_typed(bad, false), None, "{bad}");
            assert_eq!(decimal(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_number_of_a_file_has_its_fraction_behind_a_point() {
        assert_eq!(decimal("1.200"), Some(number("1.200")));
        assert_eq!(decimal("-5,000"), Some(number("-5000")));
        assert_eq!(decimal("1.125"), Some(number("1.125")));
        assert_eq!(decimal("21,5"), None);
    }
}
