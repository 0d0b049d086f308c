//! What stands around every page: where one is, who one is, the languages, the demonstration's clock, the thread.

use crate::assets::{OWNER, style_address};
use crate::token::{FormSecret, form_token};
use crate::typed::Typed;
use crate::{Language, Text};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;

/// A place of the main navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its words.
    pub text: String,
    /// Its address, without the language.
    pub path: &'static str,
}

/// Who reads the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Name, role and organisation in one line.
    pub line: String,
}

/// The demonstration's banner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demonstration {
    /// What its clock shows, with the zone.
    pub now: String,
    /// The day after its present day: the first to which the clock can be moved, as `2023-09-02`.
    pub next_day: String,
}

/// One step of the thread source → meeting → request → application → decisions → permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its words.
    pub text: String,
    /// Its address, without the language; none where one already is or nothing is yet.
    pub path: Option<String>,
    /// Whether this is where one is.
    pub here: bool,
}

/// What stands around a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shell {
    /// The reader's texts.
    pub t: Text,
    /// The page's title.
    pub title: String,
    /// Whether the page reports faults, which its title then says first.
    pub faulty: bool,
    /// What was typed into fields that the page no longer has, since what they were for is over.
    pub left_over: Vec<String>,
    /// The page's address, without the language, with its query.
    pub path: String,
    /// The main navigation.
    pub places: Vec<Place>,
    /// How many notices are new to the reader, in digits and in words, where there are any: on a phone the navigation is folded away.
    pub unread: Option<(i64, String)>,
    /// Who reads; none if nobody is signed in.
    pub reader: Option<Reader>,
    /// The demonstration, if this is one.
    pub demonstration: Option<Demonstration>,
    /// The token that the page's forms carry.
    pub token: String,
    /// The thread that the page belongs to; empty for none.
    pub thread: Vec<Step>,
    /// By what a browser tells whose the things are that it keeps: nothing where nobody is signed in; none where that is not known.
    pub owner: Option<String>,
    /// Whether notices are sent as e-mail here at all.
    pub mails: bool,
    /// Whether who asks is a program, which is told of faults in a problem document rather than on a page.
    pub for_program: bool,
}

impl Shell {
    /// Shows what was typed into those of these fields that the page does not have: it can be copied, and is not lost.
    pub(crate) fn keep_left_over(&mut self, typed: &Typed, fields: &[(&str, bool)]) {
        let gone = fields.iter().filter(|(_, has)| !has);
        let typed = gone.map(|(field, _)| typed.get(field));
        let typed = typed.filter(|text| !text.trim().is_empty());
        self.left_over.extend(typed.map(str::to_owned));
    }

    /// The shell of a page for someone unknown.
    #[must_use]
    pub fn bare(language: Language, path: &str) -> Shell {
        Shell {
            t: Text::of(language),
            title: String::new(),
            faulty: false,
            left_over: vec![],
            path: path.to_owned(),
            places: vec![],
            unread: None,
            reader: None,
            demonstration: None,
            token: String::new(),
            thread: vec![],
            owner: None,
            mails: false,
            for_program: false,
        }
    }

    /// A text that says how somebody is told: by e-mail only where any is sent.
    #[must_use]
    pub fn says_how_told(&self, id: &str) -> String {
        self.t.one(id, "mail", if self.mails { "yes" } else { "no" })
    }

    /// The shell with the page's title.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Shell {
        self.title = title.into();
        self
    }

    /// The shell with the thread that the page belongs to.
    #[must_use]
    pub fn threaded(mut self, thread: Vec<Step>) -> Shell {
        self.thread = thread;
        self
    }

    /// An address in the page's language.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        self.t.language().address(path)
    }

    /// The whole title, as the browser shows it.
    #[must_use]
    pub fn whole_title(&self) -> String {
        self.t.one(
            if self.faulty {
                "page-title-faulty"
            } else {
                "page-title"
            },
            "title",
            self.title.as_str(),
        )
    }

    /// The stylesheet's address.
    #[must_use]
    pub fn style(&self) -> &'static str {
        style_address()
    }

    /// The address of the script that takes away what was kept for somebody else.
    #[must_use]
    pub fn owner_script(&self) -> &'static str {
        OWNER.address()
    }

    /// Every language with the address of this page in it.
    #[must_use]
    pub fn languages(&self) -> Vec<(Language, String)> {
        Language::ALL
            .into_iter()
            .map(|language| (language, language.address(&self.path)))
            .collect()
    }

    /// Whether a place of the navigation is where one is: the place itself or something below it.
    #[must_use]
    pub fn is_here(&self, place: &Place) -> bool {
        let path = self.path.split('?').next().unwrap_or_default();
        path == place.path
            || path
                .strip_prefix(place.path)
                .is_some_and(|rest| place.path != "/" && rest.starts_with('/'))
    }

    /// The shell of a request: the one that the session put there, else one for someone unknown.
    #[must_use]
    pub fn of(parts: &Parts) -> Shell {
        if let Some(shell) = parts.extensions.get::<Shell>() {
            return shell.clone();
        }
        let language = parts.extensions.get::<Language>().copied().unwrap_or_default();
        let mut shell = Shell::bare(
            language,
            parts.uri.path_and_query().map_or("/", |path| path.as_str()),
        );
        shell.for_program = crate::problem::is_wanted(&parts.headers);
        if let Some(secret) = parts.extensions.get::<FormSecret>() {
            shell.token = form_token(secret);
        }
        shell
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Shell {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Shell, Infallible> {
        Ok(Shell::of(parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_at_a_place_or_below_it_but_not_beside_it() {
        let check = |path: &str, place, expect| {
            let place = Place {
                text: String::new(),
                path: place,
            };
            assert_eq!(
                Shell::bare(Language::English, path).is_here(&place),
                expect,
                "{path}"
            );
        };
        check("/events", "/events", true);
        check("/events/1?x=/", "/events", true);
        check("/eventsource", "/events", false);
        check("/", "/", true);
        check("/events", "/", false);
    }

    #[test]
    fn the_same_page_is_offered_in_every_language() {
        let shell = Shell::bare(Language::English, "/docket?after=3");
        let addresses: Vec<_> = shell
            .languages()
            .into_iter()
            .map(|(_, address)| address)
            .collect();
        assert_eq!(
            addresses,
            ["/en/docket?after=3", "/km/docket?after=3", "/ja/docket?after=3"]
        );
    }
}
