//! The parts of pages that hold more than a line: fields, choices, files, the summary of faults. Simpler parts are macros
//! in `templates/parts.html`.

use crate::Text;
use crate::typed::Typed;
use askama::Template;
use askama::filters::HtmlSafe;
use desk::clearance::{FILE_KINDS, MOST_FILE_BYTES, file_kinds};
use std::collections::BTreeMap;

/// What was not taken of a form, each beside its field and all together at the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<(String, String)>, Vec<(String, String)>);

impl Faults {
    /// No faults.
    #[must_use]
    pub fn none() -> Faults {
        Faults::default()
    }

    /// Adds what is wrong with a field, in the reader's language. A fault of no field stands at the top alone.
    #[must_use]
    pub fn and(mut self, field: &str, text: impl Into<String>) -> Faults {
        self.0.push((field.to_owned(), text.into()));
        self
    }

    /// These faults, and others after them.
    #[must_use]
    pub fn then(mut self, others: Faults) -> Faults {
        self.0.extend(others.0);
        self
    }

    /// The same, where each fault is said at the top with the name of its field, of all that the page has. One of a field
    /// that the page does not have leads nowhere.
    #[must_use]
    pub fn named<'l>(mut self, labels: impl IntoIterator<Item = (&'l str, &'l str)>) -> Faults {
        let labels: BTreeMap<_, _> = labels.into_iter().collect();
        let said = |(field, text): &(String, String)| match labels.get(field.as_str()) {
            Some(label) => (field.clone(), said_of(label, text)),
            None => (String::new(), text.clone()),
        };
        self.1 = self.0.iter().map(said).collect();
        self
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, text)| text.as_str())
    }

    /// The summary at the top of a page: nothing if there are none.
    #[must_use]
    pub fn summary(&self, t: impl Into<Text>) -> FaultSummary<'_> {
        let faults = if self.1.is_empty() { &self.0 } else { &self.1 };
        FaultSummary { t: t.into(), faults }
    }
}

/// A fault with the name of its field before it. A question ends with its own mark.
fn said_of(label: &str, text: &str) -> String {
    if label.ends_with(['?', '？', '。']) {
        format!("{label} {text}")
    } else {
        format!("{label}: {text}")
    }
}

/// The summary of faults at the top of a page, each a link to its field.
#[derive(Template)]
#[template(path = "parts/fault_summary.html")]
pub struct FaultSummary<'a> {
    t: Text,
    faults: &'a [(String, String)],
}

/// What a text field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Line,
    /// An e-mail address.
    Address,
    /// A password, as typed to sign in.
    Password,
    /// A password that is being set.
    NewPassword,
    /// A day, as `2023-11-19`.
    Day,
    /// A time of day, as `18:00`.
    Time,
    /// A day and time, as `2023-11-19T18:00`.
    Moment,
    /// A whole number.
    Number,
    /// A number that may have a fraction.
    Decimal,
    /// Several lines.
    Lines,
}

/// A field to type into, with its label, hint and fault.
#[derive(Template)]
#[template(path = "parts/text_field.html")]
pub struct TextField {
    t: Text,
    name: String,
    label: String,
    hint: Option<String>,
    fault: Option<String>,
    value: String,
    kind: FieldKind,
    most: Option<usize>,
    unit: Option<String>,
}

impl TextField {
    /// A field of one line with what was typed into it and what is wrong with that.
    #[must_use]
    pub fn new(t: Text, name: &str, label: impl Into<String>, typed: &Typed, faults: &Faults) -> TextField {
        let (value, fault) = (typed.get(name).to_owned(), faults.at(name).map(str::to_owned));
        TextField {
            t,
            name: name.to_owned(),
            label: label.into(),
            hint: None,
            fault,
            value,
            kind: FieldKind::Line,
            most: None,
            unit: None,
        }
    }

    /// Of another kind. A password is never put back into its field.
    #[must_use]
    pub fn kind(mut self, kind: FieldKind) -> TextField {
        if matches!(kind, FieldKind::Password | FieldKind::NewPassword) {
            self.value.clear();
        }
        self.kind = kind;
        self
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> TextField {
        self.hint = Some(hint.into());
        self
    }

    /// With the unit in which its number counts, shown beside it.
    #[must_use]
    pub fn unit(mut self, unit: Option<String>) -> TextField {
        self.unit = unit;
        self
    }

    /// With the most characters that it takes, which a field of several lines says. The browser does not cut off: the whole text is kept and
    /// the fault says how much is too much.
    #[must_use]
    pub fn most(mut self, most: usize) -> TextField {
        self.most = Some(most);
        self
    }

    /// Its name, and what it is called.
    pub(crate) fn label(&self) -> (&str, &str) {
        (&self.name, &self.label)
    }

    fn input(&self) -> (&'static str, &'static str) {
        match self.kind {
            FieldKind::Address => ("email", "username"),
            FieldKind::Password => ("password", "current-password"),
            FieldKind::NewPassword => ("password", "new-password"),
            FieldKind::Day => ("date", "off"),
            FieldKind::Time => ("time", "off"),
            FieldKind::Moment => ("datetime-local", "off"),
            FieldKind::Number | FieldKind::Decimal | FieldKind::Line | FieldKind::Lines => ("text", "off"),
        }
    }

    fn is_short(&self) -> bool {
        matches!(
            self.kind,
            FieldKind::Day | FieldKind::Time | FieldKind::Moment | FieldKind::Number | FieldKind::Decimal
        )
    }

    fn described(&self) -> String {
        let parts = [
            (self.hint.is_some(), "hint"),
            (self.fault.is_some(), "fault"),
            (self.unit.is_some(), "unit"),
            (self.most_told().is_some(), "most"),
        ];
        described(&self.name, &parts)
    }

    /// What a small keyboard shows first.
    fn keys(&self) -> Option<&'static str> {
        match self.kind {
            FieldKind::Number => Some("numeric"),
            FieldKind::Decimal => Some("decimal"),
            _ => None,
        }
    }

    /// The limit where people come near it; under every short field it would only be noise.
    fn most_told(&self) -> Option<usize> {
        self.most.filter(|_| self.kind == FieldKind::Lines)
    }
}

/// The ids of what describes a field, for `aria-describedby`.
fn described(name: &str, parts: &[(bool, &str)]) -> String {
    let ids: Vec<_> = parts
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, part)| format!("{name}-{part}"))
        .collect();
    ids.join(" ")
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// Its words.
    pub label: String,
    /// More words under it.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice without more words.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    /// The same with more words under it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Choice {
        self.hint = Some(hint.into());
        self
    }
}

/// A question with one answer (radios) or several (checkboxes).
#[derive(Template)]
#[template(path = "parts/choice_field.html")]
pub struct ChoiceField {
    t: Text,
    name: String,
    legend: String,
    hint: Option<String>,
    fault: Option<String>,
    pub(crate) choices: Vec<Choice>,
    chosen: Vec<String>,
    several: bool,
}

impl ChoiceField {
    /// A question with one answer.
    #[must_use]
    pub fn one(
        t: Text,
        name: &str,
        legend: impl Into<String>,
        choices: Vec<Choice>,
        typed: &Typed,
        faults: &Faults,
    ) -> Self {
        let chosen = typed.all(name).into_iter().map(str::to_owned).collect();
        let fault = faults.at(name).map(str::to_owned);
        ChoiceField {
            t,
            name: name.to_owned(),
            legend: legend.into(),
            hint: None,
            fault,
            choices,
            chosen,
            several: false,
        }
    }

    /// With as many answers as one likes.
    #[must_use]
    pub fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Its name, and what is asked.
    pub(crate) fn label(&self) -> (&str, &str) {
        (&self.name, &self.legend)
    }

    fn is_chosen(&self, choice: &Choice) -> bool {
        self.chosen.contains(&choice.value)
    }

    fn described(&self) -> String {
        let parts = [(self.hint.is_some(), "hint"), (self.fault.is_some(), "fault")];
        described(&self.name, &parts)
    }

    /// The design system's part that it is.
    fn part(&self) -> &'static str {
        if self.several { "checkboxes" } else { "radios" }
    }

    /// The first answer carries the field's own id, so that the summary of faults leads to it; where there is none, the
    /// whole question does.
    fn id(&self, place: &usize) -> String {
        if *place == 0 {
            self.name.to_owned()
        } else {
            format!("{}-{}", self.name, place + 1)
        }
    }
}

/// A field to choose a file with.
#[derive(Template)]
#[template(path = "parts/file_field.html")]
pub struct FileField {
    t: Text,
    name: String,
    label: String,
    fault: Option<String>,
    hint: String,
    accept: String,
}

impl FileField {
    /// A field for one file.
    #[must_use]
    pub fn new(t: Text, name: &str, label: impl Into<String>, faults: &Faults) -> FileField {
        let most = i64::try_from(MOST_FILE_BYTES / 1_000_000).unwrap_or(i64::MAX);
        let kinds = t.detail(&file_kinds());
        FileField {
            t,
            name: name.to_owned(),
            label: label.into(),
            fault: faults.at(name).map(str::to_owned),
            hint: t.with("file-kinds", [("kinds", kinds.into()), ("most", most.into())]),
            accept: FILE_KINDS.map(|kind| kind.media_type).join(","),
        }
    }

    /// Its name, and what it is called.
    pub(crate) fn label(&self) -> (&str, &str) {
        (&self.name, &self.label)
    }

    /// For files of other kinds than documents: what is said of them, and what their names end with.
    #[must_use]
    pub fn taking(mut self, hint: impl Into<String>, accept: &str) -> FileField {
        self.hint = hint.into();
        accept.clone_into(&mut self.accept);
        self
    }
}

// Their templates escape what they show; shown inside a page they are not escaped once more.
impl HtmlSafe for FaultSummary<'_> {}
impl HtmlSafe for TextField {}
impl HtmlSafe for ChoiceField {}
impl HtmlSafe for FileField {}
