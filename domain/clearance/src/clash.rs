//! Which events want the same place at the same time. No map is drawn and no coordinates are asked for: a place is the words that
//! its organiser wrote.

use act::{Date, Title};
use jiff::civil::{DateTime, Time};
use std::collections::BTreeMap;

/// A place for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken<'a> {
    /// The place, in words.
    pub place: &'a str,
    /// The day.
    pub date: Date,
    /// From when.
    pub from: Time,
    /// Until when; not later than `from` means the next morning.
    pub until: Time,
}

impl Taken<'_> {
    fn begins(&self) -> DateTime {
        self.date.to_datetime(self.from)
    }

    fn ends(&self) -> DateTime {
        let next = crate::ends_next_day(self.from, self.until);
        let last = if next { self.date.tomorrow() } else { Ok(self.date) };
        last.unwrap_or(self.date).to_datetime(self.until)
    }

    /// Whether both want one place at one time. What ends as the other begins leaves it.
    #[must_use]
    pub fn clashes_with(&self, other: &Taken<'_>) -> bool {
        self.is_beside(other) && same_place(self.place, other.place)
    }

    /// Whether both want one time.
    fn is_beside(&self, other: &Taken<'_>) -> bool {
        self.begins() < other.ends() && other.begins() < self.ends()
    }
}

/// The words of a place, without what one writes so and another so.
fn words(place: &str) -> Vec<String> {
    let split = |c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || matches!(c, '、' | '・' | '។' | '–' | '—' | '「' | '」')
    };
    let place = act::told_apart(place);
    let parts = place.split(split).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Whether two descriptions are of one place: the same words in the same order, or the one goes on where the other ends, as
/// `Riverfront` and `Riverfront, Phnom Penh` do.
#[must_use]
pub fn same_place(one: &str, other: &str) -> bool {
    same_words(&words(one), &words(other))
}

fn same_words(one: &[String], other: &[String]) -> bool {
    let shared = one.len().min(other.len());
    shared > 0 && one[..shared] == other[..shared]
}

/// The pairs that clash among what is sorted by its beginning's day; each is looked at beside those alone that begin before it ends.
#[must_use]
pub fn clashes(taken: &[Taken<'_>]) -> Vec<(usize, usize)> {
    // Many are written alike, since they come from the same organisers and to the same places.
    let mut read: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for one in taken {
        read.entry(one.place).or_insert_with(|| words(one.place));
    }
    let places: Vec<&Vec<String>> = taken.iter().filter_map(|one| read.get(one.place)).collect();
    let mut found = vec![];
    for (first, one) in taken.iter().enumerate() {
        for (second, other) in taken.iter().enumerate().skip(first + 1) {
            if other.date > one.ends().date() {
                break;
            }
            if one.is_beside(other) && same_words(places[first], places[second]) {
                found.push((first, second));
            }
        }
    }
    found
}

/// The same of a place as it is handed in.
#[must_use]
pub fn taken(place: &Title, date: Date, hours: (Time, Time)) -> Taken<'_> {
    Taken {
        place: place.as_str(),
        date,
        from: hours.0,
        until: hours.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn at(place: &str, day: i8, from: i8, until: i8) -> Taken<'_> {
        Taken {
            place,
            date: date(2024, 11, day),
            from: time(from, 0, 0, 0),
            until: time(until, 0, 0, 0),
        }
    }

    #[test]
    fn a_place_is_the_same_in_other_punctuation_and_with_more_words_behind() {
        assert!(same_place("Riverfront", "riverfront, Phnom Penh"));
        for (one, other) in [
            ("មាត់ទន្លេ", "មាត់\u{200b}ទន្លេ"),
            ("Quay (north)", "Quay（north）"),
            ("Caf\u{e9} Quay", "Cafe\u{301} quay"),
            ("Quay 7", "Ｑｕａｙ ７"),
        ] {
            assert!(same_place(one, other), "{one} {other}");
        }
        assert!(!same_place("Riverfront", "Riverside"));
        assert!(!same_place("The north quay", "The south quay"));
        assert!(!same_place("", "Riverfront"));
    }

    #[test]
    fn what_ends_as_another_begins_does_not_clash_and_a_night_reaches_into_the_morning() {
        assert!(at("Quay", 19, 18, 21).clashes_with(&at("quay", 19, 20, 22)));
        assert!(!at("Quay", 19, 18, 21).clashes_with(&at("Quay", 19, 21, 22)));
        assert!(at("Quay", 19, 22, 2).clashes_with(&at("Quay", 20, 1, 3)));
        assert!(!at("Quay", 19, 22, 2).clashes_with(&at("Hill", 20, 1, 3)));
        let all = [
            at("Quay", 18, 22, 2),
            at("Quay", 19, 1, 3),
            at("Quay", 19, 18, 21),
            at("Quay", 20, 18, 21),
        ];
        assert_eq!(clashes(&all), [(0, 1)]);
    }
}
