//! What was answered so far, each with the way to change it.

use super::Checking;
use super::given::{DATE, RULEBOOK, address};
use crate::Text;
use crate::pages::draft_form::answer;
use desk::clearance::answer_field;

/// An answer.
pub(super) struct Row {
    pub key: String,
    pub value: String,
    /// Where it is changed, without the language.
    pub path: String,
    pub field: String,
}

impl Checking<'_> {
    /// What the next address carries on.
    pub(super) fn kept(&self) -> Vec<(String, String)> {
        self.given.kept(Some(&self.check.rulebook))
    }

    /// The rulebook and the day.
    pub(super) fn about(&self, t: Text) -> String {
        let title = self.check.rulebook.title().in_language(t.language().tag());
        t.with(
            "permit-check-about",
            [
                ("rulebook", title.into()),
                ("day", t.day(self.check.event).into()),
            ],
        )
    }

    /// Everything that was answered, in the order of the rulebook.
    pub(super) fn answered(&self, t: Text) -> Vec<Row> {
        let (check, language) = (self.check, t.language().tag());
        let kept = self.kept();
        let row = |key: String, value: String, ask: &str, field: String| Row {
            key,
            value,
            path: address(&kept, Some(ask)),
            field,
        };
        let title = check.rulebook.title().in_language(language).to_owned();
        let mut rows = vec![
            row(
                t.get("permit-check-where").into_owned(),
                title,
                RULEBOOK,
                RULEBOOK.to_owned(),
            ),
            row(
                t.get("field-date").into_owned(),
                t.day(check.event),
                DATE,
                DATE.to_owned(),
            ),
        ];
        for input in check.rulebook.inputs() {
            let value = match check.answers.get(&input.id) {
                Some(value) => answer(t, Some(input), value),
                None if check.skipped.contains(&input.id) => t.get("permit-check-left-out").into_owned(),
                None => continue,
            };
            let question = input.question.in_language(language).to_owned();
            rows.push(row(question, value, &input.id, answer_field(&input.id)));
        }
        rows
    }

    /// What the reader is told before all else: the address is of another version, or says what nobody asks.
    pub(super) fn notes(&self, t: Text) -> Vec<String> {
        let check = self.check;
        let another = self.given.is_of_another(&check.rulebook);
        let another =
            another.then(|| t.one("permit-check-other-version", "version", check.rulebook.version()));
        let not_asked = self.given.not_asked(&check.rulebook).into_iter();
        let said: Vec<String> = not_asked.map(|(name, value)| format!("{name} {value}")).collect();
        let unknown = (!said.is_empty()).then(|| t.one("permit-check-not-asked", "answers", said.join("; ")));
        another.into_iter().chain(unknown).collect()
    }
}
