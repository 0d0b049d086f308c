//! Lists a page at a time: the address says after which row, so that a page stays the same while the list grows. Lists
//! of events begin with those that are not past, and lead to the earlier ones.

use crate::Text;
use desk::clearance::{Begin, Earlier, Listed, Position};
use jiff::civil::Date;
use serde::Deserialize;

/// What an address says of a list that begins with its first event, however long ago.
pub(crate) const FROM_THE_FIRST: &str = "from=first";

/// After which row, or from which day on, from the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct After {
    after: Option<String>,
    key: Option<String>,
    from: Option<String>,
}

impl After {
    /// The position, if both halves are there.
    pub fn position(self) -> Option<(String, String)> {
        self.after.zip(self.key)
    }

    /// Where a list of events begins: after a row, on a day, or else today.
    pub fn begin(self, today: Date) -> Begin {
        let day = self.from.as_deref().and_then(|day| match day {
            "first" => Some(Date::MIN),
            day => day.parse().ok(),
        });
        self.position()
            .map_or(Begin::On(day.unwrap_or(today)), Begin::After)
    }
}

/// The address of a list that goes on after a row, with one more thing that it says.
pub(crate) fn address_of(path: &str, after: Option<&Position>, more: Option<(&str, &str)>) -> String {
    if after.is_none() && more.is_none() {
        return path.to_owned();
    }
    let mut query = form_urlencoded::Serializer::new(format!("{path}?"));
    if let Some((sort, key)) = after {
        query.append_pair("after", sort).append_pair("key", key);
    }
    query.extend_pairs(more).finish()
}

/// The links to the next page and to earlier events, where there are any.
pub(crate) struct Pager {
    /// The next page's address, without the language.
    pub next: Option<String>,
    /// The words and the address of the events before.
    pub earlier: Option<(String, String)>,
    /// What is said of a list that has nothing to show though it has earlier events.
    pub none_ahead: Option<String>,
}

impl Pager {
    /// A pager of a list that goes on after a row.
    pub fn new(path: &str, next: Option<(String, String)>) -> Pager {
        let next = next.map(|position| address_of(path, Some(&position), None));
        Pager {
            next,
            earlier: None,
            none_ahead: None,
        }
    }

    /// A pager of a list of events that begins there; earlier ones are a year with events at a time away.
    pub fn of_events(t: Text, path: &str, begin: &Begin, listed: &Listed<impl Sized>) -> Pager {
        let pager = Pager::new(path, listed.next.clone());
        let Begin::On(day) = begin else {
            return pager;
        };
        let Some(Earlier { from, is_first }) = listed.earlier else {
            return pager;
        };
        let date = ("date", t.date(from).into());
        // What is counted is what the link opens.
        let words = match ahead(begin, listed).filter(|_| is_first) {
            Some(ahead) => {
                let before = listed.count.saturating_sub(ahead);
                let before = i64::try_from(before).unwrap_or(i64::MAX);
                t.with("list-earlier-count", [("count", before.into()), date])
            }
            None => t.with("list-earlier", [date]),
        };
        Pager {
            earlier: Some((words, format!("{path}?from={from}"))),
            none_ahead: listed
                .lines
                .is_empty()
                .then(|| t.one("list-none-ahead", "date", t.date(*day))),
            ..pager
        }
    }
}

/// How many rows a list of events has from the day on which its page begins, if they all stand on it: only all rows together are
/// counted. A page that goes on after a row knows nothing of those before.
pub(crate) fn ahead(begin: &Begin, listed: &Listed<impl Sized>) -> Option<u64> {
    let all = matches!(begin, Begin::On(_)) && listed.next.is_none();
    all.then(|| u64::try_from(listed.lines.len()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_survives_its_way_through_an_address() {
        let pager = Pager::new("/docket", Some(("2023-11-19 ក&x".into(), "a/b".into())));
        let address = pager.next.unwrap();
        let typed = crate::form::Typed::read(address.split_once('?').unwrap().1.as_bytes()).unwrap();
        assert_eq!((typed.get("after"), typed.get("key")), ("2023-11-19 ក&x", "a/b"));
    }
}
