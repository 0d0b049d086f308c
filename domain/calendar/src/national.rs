//! The national calendars that ship with Placet; `data/README.md` names their source and what is known to be wrong.

use crate::{Calendar, LoadFault, Weekend};
use std::sync::LazyLock;

const KH_TEXT: &str = include_str!("../../../data/calendars/KH_2015_2040.csv");
const JP_TEXT: &str = include_str!("../../../data/calendars/JP_2015_2040.csv");
const GB_ENG_TEXT: &str = include_str!("../../../data/calendars/GB-ENG_2015_2040.csv");
const US_NY_TEXT: &str = include_str!("../../../data/calendars/US-NY_2015_2040.csv");

static KH: LazyLock<Calendar> = LazyLock::new(|| shipped("kh", KH_TEXT));
static JP: LazyLock<Calendar> = LazyLock::new(|| shipped("jp", JP_TEXT));
static GB_ENG: LazyLock<Calendar> = LazyLock::new(|| shipped("gb-eng", GB_ENG_TEXT));
static US_NY: LazyLock<Calendar> = LazyLock::new(|| shipped("us-ny", US_NY_TEXT));

/// Cambodia, 2015 to 2040: Saturdays, Sundays and public holidays.
#[must_use]
pub fn kh() -> &'static Calendar {
    &KH
}

/// Japan, 2015 to 2040: Saturdays, Sundays and national holidays. Public offices there also close from 29 December to
/// 3 January; an authority that does enters those days with [`Calendar::with_exceptions`].
#[must_use]
pub fn jp() -> &'static Calendar {
    &JP
}

/// England, 2015 to 2040: Saturdays, Sundays and bank holidays, the one in August among them. Scotland and Northern
/// Ireland have others.
#[must_use]
pub fn gb_eng() -> &'static Calendar {
    &GB_ENG
}

/// New York, 2015 to 2040: Saturdays, Sundays and the state's public holidays, Election Day among them.
#[must_use]
pub fn us_ny() -> &'static Calendar {
    &US_NY
}

impl Calendar {
    /// The ids of the shipped calendars.
    pub const NAMES: &'static [&'static str] = &["gb-eng", "jp", "kh", "us-ny"];

    /// The shipped calendar of that id: `kh`, `jp`, `gb-eng` or `us-ny`.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Calendar> {
        match id {
            "kh" => Some(kh()),
            "jp" => Some(jp()),
            "gb-eng" => Some(gb_eng()),
            "us-ny" => Some(us_ny()),
            _ => None,
        }
    }
}

fn shipped(id: &str, text: &str) -> Calendar {
    let loaded: Result<Calendar, LoadFault> = Calendar::parse(id, text, Weekend::SATURDAY_SUNDAY);
    loaded.expect("the text is compiled in, and a test reads it whole")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_shipped_calendars_load_whole_in_their_languages() {
        let check = |calendar: &Calendar, id: &str, days: usize, language: &str| {
            assert_eq!((calendar.id(), calendar.holidays().len()), (id, days));
            assert_eq!(
                (calendar.from(), calendar.to()),
                (date(2015, 1, 1), date(2040, 12, 31))
            );
            assert!(
                calendar
                    .holidays()
                    .values()
                    .all(|names| names.contains_key("en") && names.contains_key(language))
            );
        };
        check(kh(), "kh", 591, "km");
        check(kh(), "kh", 591, "ja");
        check(jp(), "jp", 465, "ja");
        check(gb_eng(), "gb-eng", 235, "en");
        check(us_ny(), "us-ny", 401, "en");
    }

    #[test]
    fn only_shipped_calendars_are_found_by_name() {
        assert_eq!(Calendar::named("kh"), Some(kh()));
        assert_eq!(Calendar::named("jp"), Some(jp()));
        assert_eq!(Calendar::named("gb-eng"), Some(gb_eng()));
        assert_eq!(Calendar::named("us-ny"), Some(us_ny()));
        assert!(Calendar::NAMES.iter().all(|id| Calendar::named(id).is_some()));
        assert_eq!(Calendar::named("KH"), None);
        assert_eq!(Calendar::named("gb"), None);
    }
}
