//! The days of the week on which an authority rests.

use jiff::civil::Weekday;

/// A set of days of the week on which no work is done. May be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekend {
    /// One bit per weekday, Monday in the lowest.
    rest: u8,
}

impl Weekend {
    /// Saturday and Sunday, the weekend of the public offices of Cambodia and Japan.
    pub const SATURDAY_SUNDAY: Weekend = Weekend { rest: 0b110_0000 };

    /// The weekend made of the days given; naming a day twice changes nothing.
    #[must_use]
    pub fn of(days: &[Weekday]) -> Weekend {
        Weekend {
            rest: days.iter().fold(0, |rest, day| rest | bit(*day)),
        }
    }

    /// Whether that day of the week is one of rest.
    #[must_use]
    pub fn includes(self, day: Weekday) -> bool {
        self.rest & bit(day) != 0
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.to_monday_zero_offset()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saturday_and_sunday_are_the_usual_weekend() {
        assert_eq!(
            Weekend::of(&[Weekday::Sunday, Weekday::Saturday, Weekday::Sunday]),
            Weekend::SATURDAY_SUNDAY
        );
    }

    #[test]
    fn a_weekend_may_be_another_day_or_none() {
        let friday = Weekend::of(&[Weekday::Friday]);
        assert!(friday.includes(Weekday::Friday) && !friday.includes(Weekday::Sunday));
        assert!(!Weekend::of(&[]).includes(Weekday::Sunday));
    }
}
