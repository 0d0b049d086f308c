//! The yearly return of a milestone.

use jiff::civil::Date;

/// The next anniversary of `founded` on or after `as_of`, and which one it is: 1953-11-19 seen from 2023-04-26 gives
/// 2023-11-19 and 70. The first is a year after the founding, so it is also the answer for any day before. A milestone
/// of 29 February returns on 28 February in common years. Past the year 9999 the last one of that year is given.
#[must_use]
pub fn next_occurrence(founded: Date, as_of: Date) -> (Date, u32) {
    let year = as_of.year().max(founded.year().saturating_add(1));
    let this_year = in_year(founded, year);
    let next = if this_year < as_of {
        in_year(founded, year.saturating_add(1))
    } else {
        this_year
    };
    let nth = i32::from(next.year()) - i32::from(founded.year());
    (next, nth.unsigned_abs())
}

fn in_year(founded: Date, year: i16) -> Date {
    // The years are added to the founding day itself, so that 29 February comes back in leap years.
    founded
        .with()
        .year(year.min(Date::MAX.year()))
        .build()
        .unwrap_or_else(|_| eve_of_leap_day(founded, year))
}

/// 28 February; only a founding on 29 February has no such day in a year that exists.
fn eve_of_leap_day(founded: Date, year: i16) -> Date {
    founded
        .with()
        .day(28)
        .year(year.min(Date::MAX.year()))
        .build()
        .unwrap_or(founded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_milestone_returns_each_year() {
        let check = |founded: Date, as_of: Date, expect: (Date, u32)| {
            assert_eq!(
                next_occurrence(founded, as_of),
                expect,
                "{founded} seen from {as_of}"
            );
        };
        let founded = date(1953, 11, 19);
        check(founded, date(2023, 4, 26), (date(2023, 11, 19), 70));
        check(founded, date(2023, 11, 19), (date(2023, 11, 19), 70));
        check(founded, date(2023, 11, 20), (date(2024, 11, 19), 71));
        check(founded, date(1953, 11, 19), (date(1954, 11, 19), 1));
        check(founded, date(1950, 1, 1), (date(1954, 11, 19), 1));
        check(date(2000, 2, 29), date(2023, 1, 1), (date(2023, 2, 28), 23));
        check(date(2000, 2, 29), date(2024, 2, 28), (date(2024, 2, 29), 24));
        check(date(2000, 12, 31), date(2001, 1, 1), (date(2001, 12, 31), 1));
    }

    #[test]
    fn the_years_end_with_9999() {
        assert_eq!(
            next_occurrence(date(2000, 1, 1), date(9999, 2, 1)),
            (date(9999, 1, 1), 7999)
        );
    }
}
