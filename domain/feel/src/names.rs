//! The names that are known where an expression stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Type;
use crate::characters::{is_part, is_sign, is_space, is_start, normal};

/// Names known while a text is read. Those of the built-in functions are known besides, without being added.
///
/// FEEL's names may have spaces and signs in them (`Monthly Fee`, `Pre-Check`): which characters belong together
/// depends on what is known, and the longest known name wins (DMN 1.5, 10.3.1.4). A name with such characters that is
/// not known can still be read as a context's key or a parameter, and is known in the text behind it.
#[derive(Debug, Clone, Default)]
pub struct Names {
    tree: Branch,
    types: BTreeMap<Arc<str>, Type>,
}

/// Names by their words and signs: what follows what.
#[derive(Debug, Clone, Default)]
struct Branch {
    name: Option<Arc<str>>,
    next: BTreeMap<Box<str>, Branch>,
}

/// How many words and signs a name may have. A longer one cannot be named.
pub(crate) const TOKENS: usize = 50;

/// The built-in functions whose value depends on the scope's instant.
pub const CLOCKS: [&str; 2] = ["now", "today"];

impl Names {
    /// No names besides those of the built-in functions.
    #[must_use]
    pub fn new() -> Names {
        Names::default()
    }

    /// Makes a name known: of a variable, of an entry of a context, of a component of a type. What has other
    /// characters than the standard allows in names cannot be named in an expression, and is left out.
    pub fn add(&mut self, name: &str) {
        let nameable = |c| is_part(c) || is_sign(c) || is_space(c);
        let begins = name.trim_start_matches(is_space).starts_with(is_start);
        if !begins || !name.chars().all(nameable) || tokens(name).count() > TOKENS {
            return;
        }
        let mut branch = &mut self.tree;
        for token in tokens(name) {
            branch = branch.next.entry(token.into()).or_default();
        }
        branch.name.get_or_insert_with(|| normal(name));
    }

    /// Makes the name of a type known, for `instance of` and the parameters of functions.
    pub fn add_type(&mut self, name: &str, kind: Type) {
        self.types.insert(normal(name), kind);
    }

    /// The type of that name: the standard's own, or one that was added.
    #[must_use]
    pub fn type_named(&self, name: &str) -> Option<Type> {
        let name = normal(name);
        self.types.get(&name).cloned().or_else(|| Type::named(&name))
    }

    /// Whether that name was added.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.longest(name).is_some_and(|(_, end)| end == name.len())
    }

    /// The longest name with which a text begins, and where it ends.
    pub(crate) fn longest(&self, text: &str) -> Option<(Arc<str>, usize)> {
        let (mut branch, mut end, mut longest) = (&self.tree, 0, None);
        loop {
            let rest = text.get(end..)?;
            let blank = rest.len() - rest.trim_start_matches(is_space).len();
            let found = rest.get(blank..).and_then(token);
            let Some((token, next)) =
                found.and_then(|token| branch.next.get(token).map(|next| (token, next)))
            else {
                return longest;
            };
            (branch, end) = (next, end + blank + token.len());
            longest = branch.name.clone().map(|name| (name, end)).or(longest);
        }
    }
}

impl<N: AsRef<str>> Extend<N> for Names {
    fn extend<I: IntoIterator<Item = N>>(&mut self, names: I) {
        for name in names {
            self.add(name.as_ref());
        }
    }
}

impl<N: AsRef<str>> FromIterator<N> for Names {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Names {
        let mut known = Names::new();
        known.extend(names);
        known
    }
}

/// The word or the sign with which a text begins.
fn token(text: &str) -> Option<&str> {
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let end = if end == 0 {
        text.chars().next()?.len_utf8()
    } else {
        end
    };
    text.get(..end).filter(|token| !token.starts_with(is_space))
}

fn tokens(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(is_space);
        let token = token(rest)?;
        rest = rest.get(token.len()..)?;
        Some(token)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_known_name_wins() {
        let names: Names = ["Fee", "Monthly Fee", "Monthly Fee - net", "Monthly"]
            .into_iter()
            .collect();
        let longest = |text| names.longest(text).map(|(name, end)| (name.to_string(), end));
        assert_eq!(longest("Monthly Fee * 2"), Some(("Monthly Fee".to_owned(), 11)));
        assert_eq!(
            longest("Monthly  Fee-net"),
            Some(("Monthly Fee - net".to_owned(), 16))
        );
        assert_eq!(longest("Monthly Feeling"), Some(("Monthly".to_owned(), 7)));
        assert_eq!(longest("Month"), None);
    }

    #[test]
    fn a_name_is_known_however_it_is_spaced() {
        let names: Names = ["a  b+c"].into_iter().collect();
        assert!(names.contains("a b + c"));
        assert!(!names.contains("ab+c"));
    }
}
