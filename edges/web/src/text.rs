//! Text for people: Fluent messages in each language, parsed once, with English where a language lacks one.

use crate::Language;
use crate::habits;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rulebook::{Name, Said, said_id};
use std::borrow::Cow;
use std::sync::LazyLock;

pub use fluent_bundle::FluentValue as Value;

/// The sources of each language, in the order of [`Language::ALL`].
pub(crate) const SOURCES: [&[&str]; 3] = [
    &[
        include_str!("../text/en/shell.ftl"),
        include_str!("../text/en/parts.ftl"),
        include_str!("../text/en/site.ftl"),
        include_str!("../text/en/case.ftl"),
        include_str!("../text/en/after.ftl"),
        include_str!("../text/en/again.ftl"),
        include_str!("../text/en/asked.ftl"),
        include_str!("../text/en/by-link.ftl"),
        include_str!("../text/en/comments.ftl"),
        include_str!("../text/en/confided.ftl"),
        include_str!("../text/en/sealed.ftl"),
        include_str!("../text/en/day.ftl"),
        include_str!("../text/en/days.ftl"),
        include_str!("../text/en/deputies.ftl"),
        include_str!("../text/en/history.ftl"),
        include_str!("../text/en/holds.ftl"),
        include_str!("../text/en/keeping.ftl"),
        include_str!("../text/en/letter.ftl"),
        include_str!("../text/en/library.ftl"),
        include_str!("../text/en/offer.ftl"),
        include_str!("../text/en/recommend.ftl"),
        include_str!("../text/en/fees.ftl"),
        include_str!("../text/en/insurance.ftl"),
        include_str!("../text/en/register.ftl"),
        include_str!("../text/en/forecast.ftl"),
        include_str!("../text/en/notices.ftl"),
        include_str!("../text/en/work.ftl"),
        include_str!("../text/en/brief.ftl"),
        include_str!("../text/en/owed.ftl"),
        include_str!("../text/en/together.ftl"),
        include_str!("../text/en/rulebook.ftl"),
        include_str!("../text/en/permit-check.ftl"),
    ],
    &[
        include_str!("../text/km/shell.ftl"),
        include_str!("../text/km/parts.ftl"),
        include_str!("../text/km/site.ftl"),
        include_str!("../text/km/case.ftl"),
        include_str!("../text/km/after.ftl"),
        include_str!("../text/km/again.ftl"),
        include_str!("../text/km/asked.ftl"),
        include_str!("../text/km/by-link.ftl"),
        include_str!("../text/km/comments.ftl"),
        include_str!("../text/km/confided.ftl"),
        include_str!("../text/km/sealed.ftl"),
        include_str!("../text/km/day.ftl"),
        include_str!("../text/km/days.ftl"),
        include_str!("../text/km/deputies.ftl"),
        include_str!("../text/km/history.ftl"),
        include_str!("../text/km/holds.ftl"),
        include_str!("../text/km/keeping.ftl"),
        include_str!("../text/km/letter.ftl"),
        include_str!("../text/km/library.ftl"),
        include_str!("../text/km/offer.ftl"),
        include_str!("../text/km/recommend.ftl"),
        include_str!("../text/km/fees.ftl"),
        include_str!("../text/km/insurance.ftl"),
        include_str!("../text/km/register.ftl"),
        include_str!("../text/km/forecast.ftl"),
        include_str!("../text/km/notices.ftl"),
        include_str!("../text/km/work.ftl"),
        include_str!("../text/km/brief.ftl"),
        include_str!("../text/km/owed.ftl"),
        include_str!("../text/km/together.ftl"),
        include_str!("../text/km/rulebook.ftl"),
        include_str!("../text/km/permit-check.ftl"),
        include_str!("../text/km/said.ftl"),
    ],
    &[
        include_str!("../text/ja/shell.ftl"),
        include_str!("../text/ja/parts.ftl"),
        include_str!("../text/ja/site.ftl"),
        include_str!("../text/ja/case.ftl"),
        include_str!("../text/ja/after.ftl"),
        include_str!("../text/ja/again.ftl"),
        include_str!("../text/ja/asked.ftl"),
        include_str!("../text/ja/by-link.ftl"),
        include_str!("../text/ja/comments.ftl"),
        include_str!("../text/ja/confided.ftl"),
        include_str!("../text/ja/sealed.ftl"),
        include_str!("../text/ja/day.ftl"),
        include_str!("../text/ja/days.ftl"),
        include_str!("../text/ja/deputies.ftl"),
        include_str!("../text/ja/history.ftl"),
        include_str!("../text/ja/holds.ftl"),
        include_str!("../text/ja/keeping.ftl"),
        include_str!("../text/ja/letter.ftl"),
        include_str!("../text/ja/library.ftl"),
        include_str!("../text/ja/offer.ftl"),
        include_str!("../text/ja/recommend.ftl"),
        include_str!("../text/ja/fees.ftl"),
        include_str!("../text/ja/insurance.ftl"),
        include_str!("../text/ja/register.ftl"),
        include_str!("../text/ja/forecast.ftl"),
        include_str!("../text/ja/notices.ftl"),
        include_str!("../text/ja/work.ftl"),
        include_str!("../text/ja/brief.ftl"),
        include_str!("../text/ja/owed.ftl"),
        include_str!("../text/ja/together.ftl"),
        include_str!("../text/ja/rulebook.ftl"),
        include_str!("../text/ja/permit-check.ftl"),
        include_str!("../text/ja/said.ftl"),
    ],
];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [LazyLock<Bundle>; 3] = [
    LazyLock::new(|| bundle(Language::English)),
    LazyLock::new(|| bundle(Language::Khmer)),
    LazyLock::new(|| bundle(Language::Japanese)),
];

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks would end up in attributes and in copied text; none of the three languages runs right to left.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| habits::fluent_number(Language::English, value),
        Language::Khmer => |value, _| habits::fluent_number(Language::Khmer, value),
        Language::Japanese => |value, _| habits::fluent_number(Language::Japanese, value),
    }));
    for source in SOURCES[language.place()] {
        // A message that does not parse is left out and its id shown; a test holds that there is none.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// What the messages in `said.ftl` call the things that a sentence names, in the order of its English.
const SAID: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// A sentence in English, with what it names where it has `{}`.
pub(crate) fn filled(english: &str, mut names: impl Iterator<Item = String>) -> String {
    let mut parts = english.split("{}");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| {
        said + &names.next().unwrap_or_default() + part
    })
}

/// The texts of one language. Costs nothing to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    language: Language,
}

/// Templates hand on what they hold by reference.
impl From<&Text> for Text {
    fn from(t: &Text) -> Text {
        *t
    }
}

impl Text {
    /// The texts of a language.
    #[must_use]
    pub fn of(language: Language) -> Text {
        Text { language }
    }

    /// The language.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// A message without variables. An id that no language has is shown itself.
    #[must_use]
    pub fn get(self, id: &str) -> Cow<'static, str> {
        self.format(id, None)
    }

    /// A message with its variables.
    #[must_use]
    pub fn with<'v, const N: usize>(self, id: &str, variables: [(&'static str, Value<'v>); N]) -> String {
        self.with_all(id, variables)
    }

    /// A message with one variable: what templates need most.
    #[must_use]
    pub fn one<'v>(self, id: &str, name: &'static str, value: impl Into<Value<'v>>) -> String {
        self.with_all(id, [(name, value.into())])
    }

    /// A message with variables known only as the program runs.
    #[must_use]
    pub fn with_all<'v>(
        self,
        id: &str,
        variables: impl IntoIterator<Item = (&'static str, Value<'v>)>,
    ) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in variables {
            arguments.set(name, value);
        }
        self.format(id, Some(&arguments)).into_owned()
    }

    /// What rulebooks and their expressions say of themselves.
    #[must_use]
    pub fn said(self, said: &Said) -> String {
        let name = |name: &Name| match name {
            Name::Text(text) => text.clone().into(),
            Name::Number(number) => (*number).into(),
            Name::Said(inner) => self.said(inner).into(),
        };
        self.sentence(said.english(), said.names().iter().map(name))
    }

    /// A sentence by its English, with what it names where that has `{}`. English itself has no other source.
    pub(crate) fn sentence<'v>(
        self,
        english: &'static str,
        names: impl Iterator<Item = Value<'v>>,
    ) -> String {
        let id = said_id(english);
        if BUNDLES[self.language.place()].has_message(&id) {
            return self.with_all(&id, SAID.into_iter().zip(names));
        }
        let name = |name: Value<'v>| match name {
            Value::Number(number) => self.number(number.value as i64),
            Value::String(text) => text.into_owned(),
            _ => String::new(),
        };
        filled(english, names.map(name))
    }

    /// Whether some language has a message of that id.
    #[must_use]
    pub fn has(self, id: &str) -> bool {
        BUNDLES[self.language.place()].has_message(id) || BUNDLES[0].has_message(id)
    }

    fn format(self, id: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        for language in [self.language, Language::English] {
            let bundle: &'static Bundle = &BUNDLES[language.place()];
            let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
                continue;
            };
            let mut faults = vec![];
            let text = bundle.format_pattern(pattern, arguments, &mut faults);
            if !faults.is_empty() {
                tracing::warn!(id, language = language.tag(), ?faults, "message lacks something");
            }
            return text;
        }
        tracing::warn!(id, "message is missing");
        Cow::Owned(id.to_owned())
    }
}
