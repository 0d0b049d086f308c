//! The step before what is final: what will be recorded, for whom, what follows, and that it stands. One press goes back to
//! the form with all that was typed, one does it.

use crate::form::{TOKEN_FIELD, Typed};
use crate::page;
use crate::shell::Shell;
use crate::typed::CHECKED_FIELD;
use askama::Template;
use axum::response::Response;
use desk::Fault;

/// Where a form stands that does something final.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// Filled in: it is shown once more before anything is recorded.
    First,
    /// Seen, and meant.
    Meant,
    /// Seen, and to be changed.
    Back,
}

impl Press {
    /// The press that sent a form.
    pub(super) fn of(typed: &Typed) -> Press {
        match typed.get(CHECKED_FIELD) {
            "right" => Press::Meant,
            "change" => Press::Back,
            _ => Press::First,
        }
    }
}

/// What is to be done now with what a form stands for.
pub(super) enum Step<A> {
    /// The form is shown again, with what was typed.
    Again,
    /// It is asked whether it would be taken; if so, what it does is shown first.
    Show(A),
    /// It is done.
    Do(A),
    /// It was not filled in as it must be.
    Not(Fault),
}

impl Press {
    /// What this press comes to, of something that is final or not.
    pub(super) fn step<A>(self, read: Result<A, Fault>, is_final: impl Fn(&A) -> bool) -> Step<A> {
        match (self, read) {
            (Press::Back, _) => Step::Again,
            (_, Err(fault)) => Step::Not(fault),
            (Press::First, Ok(act)) if is_final(&act) => Step::Show(act),
            (Press::First | Press::Meant, Ok(act)) => Step::Do(act),
        }
    }
}

/// A line of what will be recorded.
pub(super) struct Row {
    key: String,
    values: Vec<String>,
    numbered: bool,
}

impl Row {
    pub(super) fn of(key: impl Into<String>, values: Vec<String>) -> Row {
        Row {
            key: key.into(),
            values,
            numbered: false,
        }
    }

    pub(super) fn numbered(key: impl Into<String>, values: Vec<String>) -> Row {
        let numbered = values.len() > 1;
        Row {
            numbered,
            ..Row::of(key, values)
        }
    }
}

/// Something final in words.
pub(super) struct Confirming {
    pub title: String,
    pub rows: Vec<Row>,
    pub follows: Vec<String>,
    pub button: &'static str,
    /// The kind of the button.
    pub kind: &'static str,
    /// The first field that was typed, to which one goes back; none where nothing was.
    pub field: Option<&'static str>,
    /// What going back is called where nothing was typed.
    pub back: &'static str,
}

#[derive(Template)]
#[template(path = "pages/confirm.html")]
struct ConfirmPage {
    shell: Shell,
    words: Confirming,
    /// Where the form is sent, again.
    action: String,
    /// The page that it came from.
    back: String,
    typed: Vec<(String, String)>,
}

/// The page that says what is done by a form. The form is sent to `action` again, which is where it came to; the shell's
/// address is that of the page it came from.
pub(super) fn asked(shell: Shell, mut words: Confirming, typed: &Typed, action: String) -> Response {
    let by = shell.reader.iter().map(|reader| reader.line.clone());
    words.rows.push(Row::of(shell.t.get("confirm-by"), by.collect()));
    let carried = |name: &str| name != TOKEN_FIELD && name != CHECKED_FIELD;
    let fields = typed.fields().filter(|(name, _)| carried(name));
    page(&ConfirmPage {
        back: shell.to(&shell.path),
        shell: shell.titled(words.title.clone()),
        words,
        action,
        typed: fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    })
}
