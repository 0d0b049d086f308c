//! What someone finds at an address, in a word.

use stories::{Answer, Page};

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    Page,
    File,
    Onward,
    Done,
    Faults,
    Refused,
    Hidden,
    SignIn,
}

impl Found {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Found::Page => "page",
            Found::File => "file",
            Found::Onward => "onward",
            Found::Done => "done",
            Found::Faults => "faults",
            Found::Refused => "refused",
            Found::Hidden => "hidden",
            Found::SignIn => "sign-in",
        }
    }
}

/// The word for an answer.
pub fn found(method: &str, answer: &Answer) -> Result<Found, String> {
    let page = || Page {
        address: String::new(),
        status: answer.status,
        html: answer.text(),
    };
    match answer.status {
        200 if answer.header("content-type").starts_with("text/html") => Ok(Found::Page),
        200 => Ok(Found::File),
        401 => Ok(Found::SignIn),
        303 if answer.header("location").ends_with("/sign-in") => Ok(Found::SignIn),
        303 if method == "GET" => Ok(Found::Onward),
        303 => Ok(Found::Done),
        422 => match page().faults() {
            Ok(faults) if !faults.is_empty() => Ok(Found::Faults),
            Ok(_) => Ok(Found::Refused),
            Err(fault) => Err(fault.to_string()),
        },
        403 | 404 => Ok(Found::Hidden),
        other => Err(format!(
            "an answer that has no word: {other} {:?}",
            page().heading()
        )),
    }
}
