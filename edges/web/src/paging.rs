//! Lists a page at a time: the address says after which row, so that a page stays the same while the list grows.

use serde::Deserialize;

/// After which row, from the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct After {
    after: Option<String>,
    key: Option<String>,
}

impl After {
    /// The position, if both halves are there.
    pub fn position(self) -> Option<(String, String)> {
        self.after.zip(self.key)
    }
}

/// The link to the next page, if there is one.
pub(crate) struct Pager {
    /// Its address, without the language.
    pub next: Option<String>,
}

impl Pager {
    /// A pager of a list that goes on after a row.
    pub fn new(path: &str, next: Option<(String, String)>) -> Pager {
        let next = next.map(|(sort, key)| format!("{path}?after={}&key={}", encoded(&sort), encoded(&key)));
        Pager { next }
    }
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
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
