//! A form that came after its session had ended: it is carried through signing in, so that nothing typed is lost.

use crate::form::{TOKEN_FIELD, Typed};
use crate::typed::CHECKED_FIELD;

/// The field of the sign-in form that says where the kept form goes.
const TO: &str = "kept-to";
/// What stands before the name of each kept field in the sign-in form.
const FIELD: &str = "kept-field-";

/// Where an application is begun.
const DRAFTS: &str = "/drafts";
/// Where the permit check is.
pub(crate) const PERMIT_CHECK: &str = "/permit-check";
/// The field of the form that begins an application which says in which permit check its answers were given.
pub(crate) const CHECK: &str = "check";

/// Marks an answer to someone who has to sign in first.
#[derive(Clone, Copy)]
pub(crate) struct SignInFirst;

/// A form that waits for its sender to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Where it goes, without the language.
    pub to: String,
    /// Its fields.
    pub fields: Vec<(String, String)>,
}

impl Kept {
    /// A form as it was sent. A token is not kept, it was that of the session; neither is any secret, nor that its sender
    /// had seen what it does: whoever signs in may be another, and sees it first.
    pub fn of(to: &str, sent: &Typed) -> Kept {
        let kept = |name: &str| ![TOKEN_FIELD, CHECKED_FIELD].contains(&name) && !name.contains("password");
        let fields = sent.fields().filter(|(name, _)| kept(name));
        Kept {
            to: to.to_owned(),
            fields: fields
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        }
    }

    /// The form that a sign-in form carries, if it carries one to an address of this site.
    pub fn carried(typed: &Typed) -> Option<Kept> {
        let to = typed.get(TO);
        let carried =
            |(name, value): (&str, &str)| Some((name.strip_prefix(FIELD)?.to_owned(), value.to_owned()));
        to.starts_with('/').then(|| Kept {
            to: to.to_owned(),
            fields: typed.fields().filter_map(carried).collect(),
        })
    }

    /// The address of the permit check whose answers it carries, if it begins an application with some.
    pub fn check(&self) -> Option<&str> {
        let check = self.fields.iter().find(|(name, _)| name == CHECK);
        let check = check.map(|(_, address)| address.as_str())?;
        let is_ours = self.to == DRAFTS && check.starts_with(&format!("{PERMIT_CHECK}?"));
        is_ours.then_some(check)
    }

    /// Its fields as they were typed.
    pub fn typed(&self) -> Typed {
        let fields = self.fields.iter();
        fields.fold(Typed::default(), |typed, (name, value)| {
            typed.and(name, value.as_str())
        })
    }

    /// The fields by which a sign-in form carries it.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let to = (TO.to_owned(), self.to.clone());
        let fields = self.fields.iter();
        let fields = fields.map(|(name, value)| (format!("{FIELD}{name}"), value.clone()));
        std::iter::once(to).chain(fields).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carried(fields: Vec<(String, String)>) -> Option<Kept> {
        let typed = fields
            .into_iter()
            .fold(Typed::default(), |typed, (name, value)| typed.and(&name, value));
        Kept::carried(&typed)
    }

    #[test]
    fn a_form_comes_out_of_signing_in_as_it_went_in_but_for_secrets() {
        let sent = Typed::default().and("token", "t").and("new-password", "p");
        let sent = sent.and("text", "a").and("text", "b").and("version", "3");
        let sent = sent.and(CHECKED_FIELD, "right");
        let kept = Kept::of("/meetings/1/lines", &sent);
        assert_eq!(kept.fields.len(), 3);
        assert_eq!(carried(kept.hidden()), Some(kept));
    }

    #[test]
    fn no_form_is_carried_to_another_site() {
        for to in ["", "https://elsewhere.example/", "javascript:x"] {
            assert_eq!(carried(vec![(TO.to_owned(), to.to_owned())]), None);
        }
    }
}
