//! A request that could not be served, as a whole page: what happened, where, what to do, with the right status.

use crate::Text;
use crate::page;
use crate::problem::Problem;
use crate::shell::Shell;
use crate::token::TOKEN_FIELD;
use crate::typed::{
    ALSO_CHOSEN_FIELD, CHECKED_FIELD, CHOSEN_FIELD, DEPOSIT_FIELD, GivenBack, LAID_BY_FIELD,
    LIST_AFTER_FIELD, LIST_KEY_FIELD, LIST_MINE_FIELD, PROOF_FIELD, SEEN_FIELD, SHOWN_FIELD, Typed,
};
use askama::Template;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use desk::{Fault, Refused};
use fluent_bundle::FluentValue;

/// Why a request was not served. The page itself is made by [`crate::guard`], which knows the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    status: StatusCode,
    /// `failure-{code}-title`, `-what` and `-next` are its texts.
    code: &'static str,
    details: Vec<(&'static str, i64)>,
    sent: Option<Box<GivenBack>>,
    /// A page to go back to, with the id of the words for it.
    back: Option<(String, &'static str)>,
    /// What the desk did not take; a page shows it beside its fields, a program is told it here.
    fault: Option<Box<Fault>>,
}

impl Failure {
    fn new(status: StatusCode, code: &'static str) -> Failure {
        Failure {
            status,
            code,
            details: vec![],
            sent: None,
            back: None,
            fault: None,
        }
    }

    /// There is nothing here that the reader may see.
    #[must_use]
    pub fn not_found() -> Failure {
        Failure::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// The rule of a version that is worked on is not there, or no longer; `back` is where its table or its version is.
    #[must_use]
    pub(crate) fn gone_rule(row: usize, back: String) -> Failure {
        Failure {
            details: vec![("number", i64::try_from(row).unwrap_or(i64::MAX))],
            back: Some((back, "rulebook-back-to-draft")),
            ..Failure::new(StatusCode::NOT_FOUND, "gone-rule")
        }
    }

    /// The reader's role does not allow it.
    #[must_use]
    pub fn forbidden() -> Failure {
        Failure::new(StatusCode::FORBIDDEN, "forbidden")
    }

    /// Nobody is signed in, or no longer.
    #[must_use]
    pub(crate) fn signed_out() -> Failure {
        Failure::new(StatusCode::UNAUTHORIZED, "signed-out")
    }

    /// Another site sent the form.
    #[must_use]
    pub fn other_origin() -> Failure {
        Failure::new(StatusCode::FORBIDDEN, "other-origin")
    }

    /// A one-time link offers nothing: it was used, or is too old, or never was one.
    #[must_use]
    pub fn used_link() -> Failure {
        Failure::new(StatusCode::NOT_FOUND, "used-link")
    }

    /// A link by which advice is given opens nothing. Whether it ever did is not told.
    #[must_use]
    pub(crate) fn closed_link() -> Failure {
        Failure::new(StatusCode::NOT_FOUND, "closed-link")
    }

    /// The form's token is not the session's.
    #[must_use]
    pub fn stale_form(typed: Typed) -> Failure {
        Failure {
            sent: Some(Box::new(typed.into())),
            ..Failure::new(StatusCode::FORBIDDEN, "stale-form")
        }
    }

    /// Someone else changed the record meanwhile.
    #[must_use]
    pub fn stale(typed: Typed) -> Failure {
        Failure {
            sent: Some(Box::new(typed.into())),
            ..Failure::new(StatusCode::CONFLICT, "stale")
        }
    }

    /// The desk refused what no page offers to this reader, whose role or organisation does not do it.
    #[must_use]
    pub(crate) fn refused(refused: Refused) -> Failure {
        Failure {
            fault: Some(Box::new(Fault::Refused(refused))),
            ..Failure::forbidden()
        }
    }

    /// The desk refused it or did not take fields of it, and the reader is a program.
    #[must_use]
    pub(crate) fn not_taken(fault: Fault) -> Failure {
        Failure {
            fault: Some(Box::new(fault)),
            ..Failure::new(StatusCode::UNPROCESSABLE_ENTITY, "not-taken")
        }
    }

    /// What came is not a form of ours.
    #[must_use]
    pub fn wrong_form() -> Failure {
        Failure::new(StatusCode::BAD_REQUEST, "wrong-form")
    }

    /// The address is longer than any of ours.
    #[must_use]
    pub(crate) fn long_address() -> Failure {
        Failure::new(StatusCode::URI_TOO_LONG, "long-address")
    }

    /// What came is larger than so many bytes.
    #[must_use]
    pub fn too_large(most: usize) -> Failure {
        let megabytes = i64::try_from(most / 1_000_000).unwrap_or(i64::MAX);
        Failure {
            details: vec![("most", megabytes)],
            ..Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large")
        }
    }

    /// Too many attempts; try again after so many minutes.
    #[must_use]
    pub fn too_many(minutes: i64) -> Failure {
        Failure {
            details: vec![("minutes", minutes)],
            ..Failure::new(StatusCode::TOO_MANY_REQUESTS, "too-many")
        }
    }

    /// The store did not answer.
    #[must_use]
    pub fn unavailable() -> Failure {
        Failure::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable")
    }

    /// The store was lost while it wrote: nobody knows whether it did. It is not offered to be sent again.
    #[must_use]
    pub(crate) fn unknown_outcome() -> Failure {
        Failure::new(StatusCode::BAD_GATEWAY, "unknown-outcome")
    }

    /// An error of ours.
    #[must_use]
    pub fn internal() -> Failure {
        Failure::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }

    /// The failure that a bare status stands for, where whoever answered gave no page.
    #[must_use]
    pub(crate) fn of_status(status: StatusCode) -> Failure {
        let known = match status {
            StatusCode::NOT_FOUND => Failure::not_found(),
            StatusCode::METHOD_NOT_ALLOWED => Failure::new(status, "method"),
            StatusCode::UNAUTHORIZED => Failure::signed_out(),
            StatusCode::FORBIDDEN => Failure::forbidden(),
            StatusCode::PAYLOAD_TOO_LARGE => Failure::too_large(crate::typed::MOST_FORM_BYTES),
            StatusCode::SERVICE_UNAVAILABLE => Failure::unavailable(),
            status if status.is_server_error() => Failure::internal(),
            _ => Failure::wrong_form(),
        };
        Failure { status, ..known }
    }

    /// Whether what was typed is given back with it: what it was for is gone, was changed, or cannot be reached now.
    pub(crate) fn gives_back(&self) -> bool {
        [
            StatusCode::NOT_FOUND,
            StatusCode::CONFLICT,
            StatusCode::SERVICE_UNAVAILABLE,
            StatusCode::BAD_GATEWAY,
        ]
        .contains(&self.status)
    }

    /// The same with the form that was sent.
    #[must_use]
    pub(crate) fn giving_back(mut self, sent: GivenBack) -> Failure {
        self.sent = Some(Box::new(sent));
        self
    }

    /// The fields by which a page sends the form again, its token among them. A password is typed again.
    fn again(&self) -> Vec<(String, String)> {
        let Some(GivenBack { typed, .. }) = self.sent.as_deref() else {
            return vec![];
        };
        // What could not be done for now can be sent again as it is.
        let for_now = self.status == StatusCode::SERVICE_UNAVAILABLE;
        if !for_now || typed.fields().any(|(name, _)| name.contains("password")) {
            return vec![];
        }
        let fields = typed.fields();
        fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    /// One of its texts; what happened is the refusal itself, where there is one.
    fn text(&self, t: Text, part: &str) -> String {
        if let (Some(Fault::Refused(refused)), "what") = (self.fault.as_deref(), part) {
            return t.refusal(refused);
        }
        let details = self.details.iter();
        let details = details.map(|(name, value)| (*name, FluentValue::from(*value)));
        t.with_all(&format!("failure-{}-{part}", self.code), details)
    }

    /// The problem document for a program.
    pub(crate) fn problem(&self, t: Text) -> Problem {
        let text = |part: &str| self.text(t, part);
        let detail = format!("{} {}", text("what"), text("next"));
        let details = self.details.iter().copied();
        let problem = Problem::of_failure(self.status, self.code, text("title"), detail, details);
        match self.fault.as_deref() {
            Some(Fault::Refused(refused)) => problem.of_refusal(t, refused),
            Some(Fault::Invalid(faults)) => problem.with_faults(t, faults),
            _ => problem,
        }
    }

    /// The whole page for a reader, who asked in that way. A form's address is no page in another language.
    pub(crate) fn page(self, mut shell: Shell, asked: &Method) -> Response {
        let form = shell.to(&shell.path);
        if !asked.is_safe() {
            "/".clone_into(&mut shell.path);
        }
        let text = |part: &str| self.text(shell.t, part);
        let typed = self
            .sent
            .iter()
            .flat_map(|sent| sent.typed.fields().map(|field| (&sent.typed, field)))
            .filter(|(typed, (name, value))| is_shown(name, value) && typed.is_meant(name))
            .map(|(_, field)| field);
        let typed = typed.map(|(_, value)| value.to_owned()).collect();
        let again = self.again();
        let file = self.sent.as_ref().and_then(|sent| sent.file.as_ref());
        let file = file.map(|name| shell.t.choose_again(name));
        let back = self.back.as_ref();
        let back = back.map(|(path, words)| (path.clone(), shell.t.get(words).into_owned()));
        let (title, what, next) = (text("title"), text("what"), text("next"));
        let shell = shell.titled(title);
        let mut response = page(&FailurePage {
            shell,
            what,
            next,
            typed,
            file,
            again,
            form,
            back,
        });
        *response.status_mut() = self.status;
        response
    }
}

/// Secrets are not repeated on a page, and what a button or a page adds unseen means nothing to anyone.
pub(crate) fn is_shown(name: &str, value: &str) -> bool {
    let unseen = [
        TOKEN_FIELD,
        CHECKED_FIELD,
        LAID_BY_FIELD,
        SEEN_FIELD,
        PROOF_FIELD,
        DEPOSIT_FIELD,
        CHOSEN_FIELD,
        ALSO_CHOSEN_FIELD,
        SHOWN_FIELD,
        LIST_MINE_FIELD,
        LIST_AFTER_FIELD,
        LIST_KEY_FIELD,
        "version",
        "then",
    ];
    let unseen = unseen.contains(&name);
    !unseen && !name.contains("password") && !value.trim().is_empty()
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    shell: Shell,
    what: String,
    next: String,
    typed: Vec<String>,
    /// That the file has to be chosen again, where there was one.
    file: Option<String>,
    /// The fields by which the form is sent again.
    again: Vec<(String, String)>,
    /// The address that it is sent to.
    form: String,
    /// The page to go back to, where it is another than the first.
    back: Option<(String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn every_failure_has_its_texts_in_every_language() {
        let mut failures: Vec<_> = (400..=511)
            .filter_map(|code| StatusCode::from_u16(code).ok())
            .map(Failure::of_status)
            .collect();
        let typed = Typed::default;
        failures.extend([
            Failure::other_origin(),
            Failure::signed_out(),
            Failure::used_link(),
            Failure::closed_link(),
            Failure::stale_form(typed()),
            Failure::stale(typed()),
            Failure::too_many(2),
            Failure::unknown_outcome(),
            Failure::gone_rule(2, String::new()),
            Failure::not_taken(Fault::Invalid(vec![])),
        ]);
        for failure in failures {
            for language in Language::ALL {
                for part in ["title", "what", "next"] {
                    assert!(
                        Text::of(language).has(&format!("failure-{}-{part}", failure.code)),
                        "{failure:?}"
                    );
                }
            }
        }
    }

    #[tokio::test]
    async fn the_page_of_a_form_that_failed_leads_in_other_languages_to_a_page() {
        let sent = GivenBack {
            typed: Typed::default().and("title", "Fireworks"),
            file: None,
        };
        let failed = Failure::unavailable().giving_back(sent);
        let shell = Shell::bare(Language::English, "/drafts/1/submission");
        let page = failed.page(shell, &Method::POST).into_body();
        let page = axum::body::to_bytes(page, usize::MAX).await.unwrap();
        let page = String::from_utf8(page.to_vec()).unwrap();
        assert!(page.contains("action=\"/en/drafts/1/submission\""), "{page}");
        assert!(
            page.contains("href=\"/km\"") && !page.contains("/km/drafts"),
            "{page}"
        );
    }

    #[test]
    fn passwords_and_tokens_are_not_repeated() {
        for (name, shown) in [
            ("title", true),
            ("token", false),
            ("password", false),
            ("new-password", false),
        ] {
            assert_eq!(is_shown(name, "x"), shown, "{name}");
        }
    }
}
