//! What a person typed into a form, field by field, kept as typed so that no error loses it.

use std::collections::BTreeSet;

/// The most bytes that a form without files may have: 3 MB. The longest field, a source's text, takes 200,000 characters,
/// and one comes as up to twelve bytes.
pub const MOST_FORM_BYTES: usize = 3_000_000;

/// The most fields that a form may have: far more than any page of ours, far fewer than would cost time.
const MOST_FIELDS: usize = 2_000;

/// The field by which whoever sends a form says that they have seen what it does, and mean it.
pub(crate) const CHECKED_FIELD: &str = "checked";

/// The field by which a form says how many versions of the application had been handed in before the one that its page showed.
pub(crate) const SEEN_FIELD: &str = "seen";

/// The field by which a form about a condition of a permit says which proof its page showed.
pub(crate) const PROOF_FIELD: &str = "proof";

/// The field by which a form about a deposit says which of what was said of it last its page showed.
pub(crate) const DEPOSIT_FIELD: &str = "deposit-entry";

/// The field by which a form goes on with a file that was chosen before.
pub(crate) const LAID_BY_FIELD: &str = "laid-by";

/// By what name a form calls the file that was laid by.
pub(crate) const LAID_BY_NAME_FIELD: &str = "laid-by-name";

/// The field by which a form says which of the rulebook's conditions are ticked.
pub(crate) const LIBRARY_FIELD: &str = "library";

/// The field by which a form says which items of a question are ticked.
pub(crate) const WANTED_FIELD: &str = "wanted";

/// The field of what is ticked in a list, so that something is done to several at once.
pub(crate) const CHOSEN_FIELD: &str = "chosen";

/// The field of what was ticked there and cannot be done: whoever goes back finds it ticked.
pub(crate) const ALSO_CHOSEN_FIELD: &str = "also-chosen";

/// The field of when it was shown what is done to each: what was done since is what came of that.
pub(crate) const SHOWN_FIELD: &str = "shown-at";

/// The fields by which the form of such a list says where it stood: whether it was that of the reader's own work, and after which
/// row it began.
pub(crate) const LIST_MINE_FIELD: &str = "list-mine";
pub(crate) const LIST_AFTER_FIELD: &str = "list-after";
pub(crate) const LIST_KEY_FIELD: &str = "list-key";

/// The fields of ticks that open fields of their own.
const TICKED_FIELDS: [&str; 2] = [LIBRARY_FIELD, WANTED_FIELD];

/// The field of a part of a tick: its words, its day, or what it binds.
pub(crate) fn tick_field(of: &str, part: &str, id: &str) -> String {
    format!("{of}-{part}-{id}")
}

/// The fields of a sent form, in the order sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    fields: Vec<(String, String)>,
    broken: BTreeSet<String>,
}

impl Typed {
    /// Reads an `application/x-www-form-urlencoded` body. Fields whose bytes are not UTF-8 are kept with a replacement
    /// character for each broken part and named by [`Typed::broken`]. `None` if there are more than 2,000 fields.
    #[must_use]
    pub fn read(body: &[u8]) -> Option<Typed> {
        let mut typed = Typed::default();
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let (name, value) = (
                decoded(&pair[..at]),
                decoded(pair.get(at + 1..).unwrap_or_default()),
            );
            typed.take(String::from_utf8_lossy(&name).into_owned(), value);
            if typed.is_flooded() {
                return None;
            }
        }
        Some(typed)
    }

    /// Whether there are more fields than any form of ours has.
    pub(crate) fn is_flooded(&self) -> bool {
        self.fields.len() > MOST_FIELDS
    }

    pub(crate) fn take(&mut self, name: String, value: Vec<u8>) {
        let value = String::from_utf8(value).unwrap_or_else(|fault| {
            self.broken.insert(name.clone());
            String::from_utf8_lossy(fault.as_bytes()).into_owned()
        });
        self.fields.push((name, value));
    }

    /// The first value of a field; empty if it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of a field, as checkboxes send them.
    #[must_use]
    pub fn all<'t>(&'t self, name: &str) -> Vec<&'t str> {
        self.fields
            .iter()
            .filter(|(field, _)| field == name)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// The version of what a page showed when its form was made; 0, which nothing has, if the form does not say it.
    #[must_use]
    pub fn version(&self) -> u64 {
        let version = self.all("version");
        version.first().and_then(|text| text.parse().ok()).unwrap_or(0)
    }

    /// Whether a field was sent and is not blank.
    #[must_use]
    pub fn given(&self, name: &str) -> bool {
        !self.get(name).trim().is_empty()
    }

    /// Whether a field is meant: of a tick that is not set, the form brings along what nobody typed.
    #[must_use]
    pub(crate) fn is_meant(&self, name: &str) -> bool {
        let is_of = |of: &&str| {
            let part = name.strip_prefix(*of).and_then(|rest| rest.strip_prefix('-'));
            let id = part.and_then(|part| Some(part.split_once('-')?.1));
            id.is_none_or(|id| self.all(of).contains(&id))
        };
        TICKED_FIELDS.iter().all(is_of)
    }

    /// All fields, in the order sent.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The fields whose bytes were not UTF-8: nothing of them may be stored.
    #[must_use]
    pub fn broken(&self) -> &BTreeSet<String> {
        &self.broken
    }

    /// The same without a field.
    #[must_use]
    pub(crate) fn without(&self, name: &str) -> Typed {
        let mut typed = self.clone();
        typed.fields.retain(|(field, _)| field != name);
        typed
    }

    /// The same with a field set, as a page's first, unsent form needs.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl Into<String>) -> Typed {
        self.fields.push((name.to_owned(), value.into()));
        self
    }
}

/// What of a form can be given back where it was not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct GivenBack {
    /// What was typed.
    pub typed: Typed,
    /// The name of the file that was chosen: no page can choose it again.
    pub file: Option<String>,
}

impl From<Typed> for GivenBack {
    fn from(typed: Typed) -> GivenBack {
        GivenBack { typed, file: None }
    }
}

/// Undoes percent-encoding (WHATWG URL, 5.1). A percent sign without two hexadecimal digits stands for itself. Of bytes, since
/// `form_urlencoded` does not say which were no text.
pub(crate) fn decoded(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let digit = |at: usize| tail.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or_default());
                rest = &tail[2..];
            }
            (b'+', ..) => {
                out.push(b' ');
                rest = tail;
            }
            _ => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_body_is_read_as_browsers_send_it() {
        let typed = Typed::read("a=1+2&b=%E1%9E%80&a=x%26y&c&=d&e=%zz%4".as_bytes()).unwrap();
        assert_eq!(typed.all("a"), ["1 2", "x&y"]);
        assert_eq!(
            [typed.get("b"), typed.get("c"), typed.get("e"), typed.get("f")],
            ["ក", "", "%zz%4", ""]
        );
        assert!(typed.given("a") && !typed.given("c") && typed.broken().is_empty());
    }

    #[test]
    fn broken_bytes_are_named_by_their_field_and_the_rest_is_kept() {
        let typed = Typed::read(b"title=ab%ffc&place=quay").unwrap();
        assert_eq!(typed.get("title"), "ab\u{fffd}c");
        assert_eq!(typed.get("place"), "quay");
        assert_eq!(typed.broken().iter().collect::<Vec<_>>(), ["title"]);
    }

    #[test]
    fn a_flood_of_fields_is_not_taken() {
        assert!(Typed::read("a&".repeat(MOST_FIELDS + 1).as_bytes()).is_none());
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(fields in prop::collection::vec(("\\PC{1,8}", "\\PC{0,40}"), 0..8)) {
            let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
            let typed = Typed::read(body.as_bytes()).unwrap();
            let expect: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            prop_assert_eq!(typed.fields().collect::<Vec<_>>(), expect);
        }

        #[test]
        fn no_bytes_make_it_fail(body in prop::collection::vec(any::<u8>(), 0..400)) {
            prop_assert!(Typed::read(&body).is_some());
        }
    }
}
