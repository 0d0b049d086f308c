//! Numbers: decimals of up to 34 significant digits, as IEEE 754-2008 decimal128 has them (DMN 1.5, 10.3.2.3.1).

use std::cmp::Ordering;
use std::fmt;

use dashu_float::round::mode::HalfEven;
use dashu_float::{Context, FBig, Repr};
use dashu_int::{IBig, UBig};

/// Significant digits.
const DIGITS: usize = 34;
/// The exponent of the first digit of the largest number.
const LARGEST: isize = 6144;
/// The exponent of the last digit of the smallest number.
const SMALLEST: isize = -6176;
/// When exponents lie further apart than this, the smaller number cannot change the sum.
const FAR: usize = 100;

type Decimal = Repr<10>;
type Answer = dashu_float::FpResult<FBig<HalfEven, 10>>;

const CONTEXT: Context<HalfEven> = Context::new(DIGITS);
const EXACT: Context<HalfEven> = Context::new(0);

/// A decimal number. What has the same value is equal, however many zeros it was written with.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(Decimal);

/// Which neighbour is taken when a number is cut to a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// To the nearer, halves away from zero.
    HalfUp,
    /// To the nearer, halves towards zero.
    HalfDown,
    /// To the nearer, halves to the even neighbour.
    HalfEven,
    /// Towards negative infinity.
    Floor,
    /// Towards positive infinity.
    Ceiling,
}

impl Number {
    /// Zero.
    #[must_use]
    pub fn zero() -> Number {
        Number(Decimal::zero())
    }

    /// One.
    #[must_use]
    pub fn one() -> Number {
        Number(Decimal::one())
    }

    /// `coefficient` × 10 to the power of `exponent`, rounded to 34 digits; `None` when it is too large.
    #[must_use]
    pub fn new(coefficient: i128, exponent: i32) -> Option<Number> {
        Number::fit(Decimal::new(
            IBig::from(coefficient),
            isize::try_from(exponent).ok()?,
        ))
    }

    /// Reads a number as FEEL writes it: `-12.5`, `.5`, `1.5E3`. `None` when it is not one, or too large.
    #[must_use]
    pub fn parse(text: &str) -> Option<Number> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.find(['e', 'E']) {
            Some(at) => (rest.get(..at)?, exponent(rest.get(at + 1..)?)?),
            None => (rest, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (mantissa, ""),
        };
        let digits: String = [whole, fraction].concat();
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let coefficient = IBig::from(digits.parse::<UBig>().ok()?);
        let exponent = exponent.checked_sub(isize::try_from(fraction.len()).ok()?)?;
        let number = Number::fit(Decimal::new(coefficient, exponent))?;
        Some(if negative { number.negated() } else { number })
    }

    /// The whole number that it is, if it is one that fits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        if !self.is_whole() {
            return None;
        }
        i64::try_from(self.whole()?).ok()
    }

    /// What is before its point, if that fits.
    pub(crate) fn truncated(&self) -> Option<i64> {
        i64::try_from(self.rounded(0, Rounding::Down)?.whole()?).ok()
    }

    pub(crate) fn whole(&self) -> Option<i128> {
        let exponent = usize::try_from(self.0.exponent())
            .ok()
            .filter(|exponent| *exponent <= 40)?;
        i128::try_from(self.0.significand() * IBig::from(10).pow(exponent)).ok()
    }

    /// Whether it has nothing after its point.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.exponent() >= 0
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.significand().is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        *self.0.significand() < IBig::ZERO
    }

    /// The sum, or `None` when it is too large.
    #[must_use]
    pub fn plus(&self, other: &Number) -> Option<Number> {
        if self.is_zero() {
            return Some(other.clone());
        }
        if other.is_zero() {
            return Some(self.clone());
        }
        if self.0.exponent().abs_diff(other.0.exponent()) > FAR {
            return Some(if self.magnitude() > other.magnitude() {
                self.clone()
            } else {
                other.clone()
            });
        }
        Number::fitted(EXACT.add(&self.0, &other.0))
    }

    /// The difference, or `None` when it is too large.
    #[must_use]
    pub fn minus(&self, other: &Number) -> Option<Number> {
        self.plus(&other.negated())
    }

    /// The product, or `None` when it is too large.
    #[must_use]
    pub fn times(&self, other: &Number) -> Option<Number> {
        Number::fitted(CONTEXT.mul(&self.0, &other.0))
    }

    /// The quotient, or `None` when the divisor is zero or the quotient too large.
    #[must_use]
    pub fn divided_by(&self, divisor: &Number) -> Option<Number> {
        if divisor.is_zero() {
            return None;
        }
        Number::fitted(CONTEXT.div(&self.0, &divisor.0))
    }

    /// What is left of it after as many whole divisors as leave a remainder with the divisor's sign (`modulo`); `None` when the
    /// divisor is zero. No quotient is rounded on the way: only what is left is, to its 34 digits.
    #[must_use]
    pub fn modulo(&self, divisor: &Number) -> Option<Number> {
        if divisor.is_zero() {
            return None;
        }
        let apart = !self.is_zero() && self.is_negative() != divisor.is_negative();
        if self.absolute() < divisor.absolute() {
            return if apart {
                self.plus(divisor)
            } else {
                Some(self.clone())
            };
        }
        let last = self.0.exponent().min(divisor.0.exponent());
        let whole = |number: &Number| {
            let zeros = usize::try_from(number.0.exponent() - last).ok()?;
            Some(number.0.significand() * IBig::from(10).pow(zeros))
        };
        let (dividend, divisor) = (whole(self)?, whole(divisor)?);
        let rest = dividend % &divisor;
        let left = if apart && rest != IBig::ZERO {
            rest + divisor
        } else {
            rest
        };
        Number::fit(Decimal::new(left, last))
    }

    /// It to the power of another, or `None` when that is no real number or too large.
    #[must_use]
    pub fn power(&self, exponent: &Number) -> Option<Number> {
        if self.is_zero() {
            return match exponent.0.significand().cmp(&IBig::ZERO) {
                Ordering::Less => None,
                Ordering::Equal => Some(Number::one()),
                Ordering::Greater => Some(Number::zero()),
            };
        }
        match exponent
            .to_i64()
            .filter(|exponent| exponent.unsigned_abs() <= 1_000_000)
        {
            Some(whole) => Number::fitted(CONTEXT.powi(&self.0, IBig::from(whole))),
            None if self.is_negative() => None,
            None => {
                // x^y = e^(y ln x): what surely leaves the range is not computed.
                let log = self.logarithm()?.times(exponent)?;
                if log.is_beyond_exponential() {
                    return log.is_negative().then(Number::zero);
                }
                Number::fitted(CONTEXT.powf(&self.0, &exponent.0, None))
            }
        }
    }

    /// Its square root, or `None` below zero.
    #[must_use]
    pub fn square_root(&self) -> Option<Number> {
        if self.is_negative() {
            None
        } else {
            Number::fitted(CONTEXT.sqrt(&self.0))
        }
    }

    /// Its natural logarithm, or `None` at zero and below.
    #[must_use]
    pub fn logarithm(&self) -> Option<Number> {
        if self.is_negative() || self.is_zero() {
            None
        } else {
            Number::fitted(CONTEXT.ln(&self.0, None))
        }
    }

    /// Euler's number to its power, or `None` when that is too large.
    #[must_use]
    pub fn exponential(&self) -> Option<Number> {
        if self.is_beyond_exponential() {
            return self.is_negative().then(Number::zero);
        }
        Number::fitted(CONTEXT.exp(&self.0, None))
    }

    /// The number with its sign changed.
    #[must_use]
    pub fn negated(&self) -> Number {
        if self.is_zero() {
            Number::zero()
        } else {
            Number(-self.0.clone())
        }
    }

    /// The number without its sign.
    #[must_use]
    pub fn absolute(&self) -> Number {
        if self.is_negative() {
            self.negated()
        } else {
            self.clone()
        }
    }

    /// The number with `scale` digits after its point; with a negative scale, that many zeros before it.
    #[must_use]
    pub fn rounded(&self, scale: i32, rounding: Rounding) -> Option<Number> {
        let last = -isize::try_from(scale).ok()?;
        let dropped = match usize::try_from(last - self.0.exponent()) {
            Err(_) | Ok(0) => return Some(self.clone()),
            Ok(dropped) => dropped,
        };
        let one = if self.is_negative() {
            IBig::NEG_ONE
        } else {
            IBig::ONE
        };
        let (kept, half) = if dropped > self.0.digits() {
            (IBig::ZERO, Ordering::Less)
        } else {
            let unit = IBig::from(10).pow(dropped);
            let kept = self.0.significand() / &unit;
            let rest = self.0.significand() - &kept * &unit;
            let half = (&rest * &one * IBig::from(2)).cmp(&unit);
            (kept, half)
        };
        // Numbers are kept without zeros at their end, so that something is always dropped here.
        let away = match rounding {
            Rounding::Up => true,
            Rounding::Down => false,
            Rounding::Floor => self.is_negative(),
            Rounding::Ceiling => !self.is_negative(),
            Rounding::HalfUp => half.is_ge(),
            Rounding::HalfDown => half.is_gt(),
            Rounding::HalfEven => half.is_gt() || half.is_eq() && &kept % IBig::from(2) != IBig::ZERO,
        };
        let away = away && !self.is_zero();
        Number::fit(Decimal::new(if away { kept + one } else { kept }, last))
    }

    /// The exponent of its first digit.
    fn magnitude(&self) -> isize {
        self.0.exponent() + isize::try_from(self.0.digits()).unwrap_or(isize::MAX / 2) - 1
    }

    /// e^14300 is beyond the largest number, and its inverse below the smallest.
    fn is_beyond_exponential(&self) -> bool {
        self.absolute() > Number::from(14_300)
    }

    fn fitted(answer: Answer) -> Option<Number> {
        match answer {
            Ok(rounded) => Number::fit(rounded.value().into_repr()),
            Err(dashu_float::FpError::Underflow(_)) => Some(Number::zero()),
            Err(_) => None,
        }
    }

    /// Rounds to the digits and the exponents that there are.
    fn fit(exact: Decimal) -> Option<Number> {
        if exact.is_infinite() {
            return None;
        }
        if exact.significand().is_zero() {
            return Some(Number::zero());
        }
        if exact.exponent() > LARGEST || exact.exponent() < SMALLEST * 4 {
            return (exact.exponent() < 0).then(Number::zero);
        }
        let number = if exact.digits() > DIGITS {
            Number(
                FBig::from_repr(exact, EXACT)
                    .with_precision(DIGITS)
                    .value()
                    .into_repr(),
            )
        } else {
            Number(exact)
        };
        if number.0.exponent() < SMALLEST {
            return number.rounded(i32::try_from(-SMALLEST).ok()?, Rounding::HalfEven);
        }
        (number.magnitude() <= LARGEST).then_some(number)
    }
}

fn exponent(text: &str) -> Option<isize> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse().unwrap_or(1_000_000_isize).min(1_000_000);
    Some(if text.starts_with('-') { -size } else { size })
}

impl From<i64> for Number {
    fn from(number: i64) -> Number {
        Number(Decimal::new(IBig::from(number), 0))
    }
}

impl fmt::Display for Number {
    /// Without exponent: `-0.05`, `1000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.absolute().0.significand().to_string();
        let text = match usize::try_from(self.0.exponent()) {
            Ok(zeros) => digits + &"0".repeat(zeros),
            Err(_) => {
                let after = self.0.exponent().unsigned_abs();
                let padded = format!("{digits:0>width$}", width = after + 1);
                let (whole, fraction) = padded.split_at(padded.len() - after);
                format!("{whole}.{fraction}")
            }
        };
        f.pad_integral(!self.is_negative(), "", &text)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
