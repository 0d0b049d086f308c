//! An excerpt: the words of a source on which a line rests.
//!
//! The form is the TextQuoteSelector of the W3C Web Annotation Data Model (section 4.2.4): the words themselves, and
//! as much of what stands before and after them as tells them from the same words elsewhere.

use act::{Passage, SourceId};
use serde::{Deserialize, Serialize};

/// A quotation of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The source.
    pub source: SourceId,
    /// The words, exactly as they stand there.
    pub exact: Passage,
    /// What stands right before them; may be empty.
    pub prefix: String,
    /// What stands right after them; may be empty.
    pub suffix: String,
}

/// Where an excerpt stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// In exactly one place.
    Found {
        /// How many characters (Unicode scalar values) stand before it.
        start: usize,
    },
    /// Nowhere. It is never laid onto similar words instead.
    Orphan,
    /// In several places: the words before and after do not tell which is meant.
    Ambiguous {
        /// How many places.
        places: usize,
    },
}

impl Excerpt {
    /// Where it stands in a text.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Anchor {
        let mut places = self.places(text);
        match (places.next(), places.count()) {
            (None, _) => Anchor::Orphan,
            (Some(at), 0) => Anchor::Found {
                start: text[..at].chars().count(),
            },
            (Some(_), more) => Anchor::Ambiguous { places: more + 1 },
        }
    }

    /// The text in three: before the excerpt, the excerpt, after it. `None` unless it stands there exactly once.
    #[must_use]
    pub fn split<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str, &'t str)> {
        let mut places = self.places(text);
        let at = places.next()?;
        if places.next().is_some() {
            return None;
        }
        let end = at + self.exact.as_str().len();
        Some((&text[..at], &text[at..end], &text[end..]))
    }

    /// The byte offsets at which it stands. Places may overlap ("aa" stands in "aaa" twice).
    fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let exact = self.exact.as_str();
        text.char_indices().map(|(at, _)| at).filter(move |&at| {
            text[at..]
                .strip_prefix(exact)
                .is_some_and(|after| after.starts_with(&self.suffix))
                && text[..at].ends_with(&self.prefix)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn excerpt(prefix: &str, exact: &str, suffix: &str) -> Excerpt {
        Excerpt {
            source: SourceId::of(1),
            exact: Passage::new(exact).unwrap(),
            prefix: prefix.into(),
            suffix: suffix.into(),
        }
    }

    #[test]
    fn an_excerpt_is_found_once_or_not_taken_for_found() {
        let check = |(prefix, exact, suffix), text: &str, expect: Anchor| {
            assert_eq!(
                excerpt(prefix, exact, suffix).find_in(text),
                expect,
                "{prefix}|{exact}|{suffix}"
            );
        };
        let text = "ភ្នំពេញ: a forum, and a forum again";
        check(("", "forum", ""), text, Anchor::Ambiguous { places: 2 });
        check(("", "forum", ","), text, Anchor::Found { start: 11 });
        check(("and a ", "forum", ""), text, Anchor::Found { start: 24 });
        check(("", "Forum", ""), text, Anchor::Orphan);
        check(("one ", "forum", ""), text, Anchor::Orphan);
        check(("", "aa", ""), "aaa", Anchor::Ambiguous { places: 2 });
        check(("", "x", ""), "", Anchor::Orphan);
    }

    #[test]
    fn a_text_is_split_around_an_excerpt_that_stands_in_it_once() {
        assert_eq!(excerpt("", "b", "").split("abc"), Some(("a", "b", "c")));
        assert_eq!(excerpt("", "b", "").split("abcb"), None);
        assert_eq!(excerpt("", "d", "").split("abc"), None);
    }

    proptest! {
        #[test]
        fn what_is_cut_out_of_a_text_with_all_its_surroundings_is_found_where_it_was(
            before in "[a-cក-គ ]{0,12}", exact in "[a-cក-គ]{1,6}", after in "[a-cក-គ ]{0,12}"
        ) {
            let text = format!("{before}{exact}{after}");
            let cut = excerpt(&before, &exact, &after);
            prop_assert_eq!(cut.find_in(&text), Anchor::Found { start: before.chars().count() });
            prop_assert_eq!(cut.split(&text), Some((before.as_str(), exact.as_str(), after.as_str())));
        }

        #[test]
        fn a_found_excerpt_reads_the_same_where_it_was_found(
            text in "[ab ]{0,20}", exact in "[ab]{1,3}", prefix in "[ab]{0,2}", suffix in "[ab]{0,2}"
        ) {
            let sought = excerpt(&prefix, &exact, &suffix);
            match sought.find_in(&text) {
                Anchor::Found { start } => {
                    let rest: String = text.chars().skip(start).collect();
                    prop_assert!(rest.starts_with(&(exact + &suffix)));
                    prop_assert!(sought.split(&text).is_some());
                }
                Anchor::Orphan => prop_assert!(!text.contains(&(prefix + &exact + &suffix))),
                Anchor::Ambiguous { places } => prop_assert!(places > 1),
            }
        }
    }
}
