//! Offsets from UTC and zones.

use std::fmt;

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

use super::{Date, SECOND};

/// XML Schema's bound for an offset: fourteen hours, in seconds.
const LARGEST_OFFSET: i32 = 14 * 3600;

/// What a time of day is told by, if it is not local.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Zone {
    /// Seconds east of UTC, within fourteen hours either way.
    Offset(i32),
    /// A zone of the IANA database.
    Named(TimeZone),
}

impl Zone {
    /// UTC.
    pub const UTC: Zone = Zone::Offset(0);

    /// An offset of so many seconds east of UTC, if it is within fourteen hours.
    #[must_use]
    pub fn offset(seconds: i64) -> Option<Zone> {
        let seconds = i32::try_from(seconds).ok()?;
        (-LARGEST_OFFSET..=LARGEST_OFFSET)
            .contains(&seconds)
            .then_some(Zone::Offset(seconds))
    }

    /// The zone of that name in the IANA database that is built in.
    #[must_use]
    pub fn named(name: &str) -> Option<Zone> {
        jiff::tz::TimeZoneDatabase::bundled()
            .get(name)
            .ok()
            .map(Zone::Named)
    }

    /// The zone of a caller's: by its name if it has one, else by the offset.
    #[must_use]
    pub(crate) fn of(zone: &TimeZone, offset: jiff::tz::Offset) -> Zone {
        let named = zone.iana_name().is_some() && *zone != TimeZone::UTC;
        if named {
            Zone::Named(zone.clone())
        } else {
            Zone::Offset(offset.seconds())
        }
    }

    /// The zone's name, if it has one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Zone::Offset(_) => None,
            Zone::Named(zone) => zone.iana_name(),
        }
    }

    /// Seconds east of UTC at a local date and time of day (nanoseconds since midnight).
    #[must_use]
    pub(crate) fn offset_at(&self, date: Date, nanos: i128) -> i32 {
        let Zone::Named(zone) = self else {
            let Zone::Offset(seconds) = self else { return 0 };
            return *seconds;
        };
        let civil = || {
            let day = civil::Date::new(
                like_year(date.year())?,
                i8::try_from(date.month()).ok()?,
                i8::try_from(date.day()).ok()?,
            );
            let seconds = i64::try_from(nanos / SECOND).ok()?;
            day.ok()?
                .to_datetime(civil::Time::midnight())
                .checked_add(jiff::SignedDuration::from_secs(seconds))
                .ok()
        };
        let stamp = civil()
            .and_then(|civil| zone.to_timestamp(civil).ok())
            .unwrap_or_default();
        zone.to_offset(stamp).seconds()
    }

    /// Seconds east of UTC of a time of day that has no date: the zone's on 1 January 2000.
    #[must_use]
    pub(crate) fn offset_without_date(&self) -> i32 {
        Date::new(2000, 1, 1).map_or(0, |day| self.offset_at(day, 0))
    }

    /// Seconds east of UTC at an instant (nanoseconds since 1970).
    #[must_use]
    pub(crate) fn offset_at_instant(&self, nanos: i128) -> i32 {
        match self {
            Zone::Offset(seconds) => *seconds,
            Zone::Named(zone) => {
                let stamp = Timestamp::from_nanosecond(nanos).unwrap_or(if nanos < 0 {
                    Timestamp::MIN
                } else {
                    Timestamp::MAX
                });
                zone.to_offset(stamp).seconds()
            }
        }
    }
}

/// A year within jiff's with the same days: the Gregorian calendar repeats every 400 years. Zones keep the rules of
/// the last years known to them, and of the first.
fn like_year(year: i32) -> Option<i16> {
    let like = match year {
        -9998..=9998 => year,
        ..=-9999 => year.rem_euclid(400) - 9600,
        _ => year.rem_euclid(400) + 9200,
    };
    i16::try_from(like).ok()
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = match self {
            Zone::Named(_) => return write!(f, "@{}", self.name().unwrap_or("Etc/UTC")),
            Zone::Offset(0) => return f.write_str("Z"),
            Zone::Offset(seconds) => *seconds,
        };
        let size = seconds.unsigned_abs();
        let sign = if seconds < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", size / 3600, size / 60 % 60)?;
        if size.is_multiple_of(60) {
            Ok(())
        } else {
            write!(f, ":{:02}", size % 60)
        }
    }
}
