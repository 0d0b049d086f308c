//! The questions of an application, in the order of the form, and what was answered, in the order of the summary.

use super::last_time::LastTimeCard;
use crate::Text;
use crate::form::Typed;
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::site::Site;
use crate::wording::{Named, quantity, unit};
use act::OrganisationId;
use clearance::{Application, ComponentKind, Submission};
use desk::clearance::{COMPONENT_FIELD, Draft, ORGANISER_FIELD, answer_field};
use rulebook::{Answers, Input, InputType, Rulebook, Value};
use std::collections::BTreeMap;

/// A part of the event: a box to tick, and its name.
pub(crate) struct ComponentField {
    pub id: String,
    pub label: String,
    pub ticked: bool,
    pub title: TextField,
}

/// An organisation that may hold the event too.
pub(crate) struct OrganiserBox {
    pub id: String,
    pub name: String,
    pub ticked: bool,
    /// Whether it began the draft: then it holds the event whoever saves, and its box cannot be unticked.
    pub began: bool,
}

/// An organisation beside one's own that a draft may name among those who hold the event.
pub(crate) struct Other {
    pub organisation: OrganisationId,
    pub name: String,
    /// Whether it began the draft.
    pub began: bool,
}

/// A question of the rulebook.
pub(crate) enum Question {
    /// Typed.
    Text(TextField),
    /// Chosen.
    Choice(ChoiceField),
}

/// What a draft's form shows.
pub(crate) struct Fields {
    pub title: TextField,
    pub description: TextField,
    pub components: Vec<ComponentField>,
    pub components_fault: Option<String>,
    pub place: TextField,
    pub date: TextField,
    pub from: TextField,
    pub until: TextField,
    pub organisers: Vec<OrganiserBox>,
    pub organisers_fault: Option<String>,
    pub questions: Vec<Question>,
}

/// The name of each field, as the summary of faults says it.
pub(crate) fn labels(t: Text, rulebook: &Rulebook) -> Vec<(String, String)> {
    let own = [
        "title",
        "description",
        "components",
        "place",
        "date",
        "from",
        "until",
        "organisers",
    ];
    let own = own
        .iter()
        .map(|name| ((*name).to_owned(), t.get(&format!("field-{name}")).into_owned()));
    let parts = ComponentKind::ALL.iter().map(|kind| {
        let name = kind.name();
        (
            format!("{COMPONENT_FIELD}{name}-title"),
            t.get(&format!("component-{name}")).into_owned(),
        )
    });
    let asked = rulebook.inputs().iter().map(|input| {
        (
            answer_field(&input.id),
            input.question.in_language(t.language().tag()).to_owned(),
        )
    });
    own.chain(parts).chain(asked).collect()
}

/// What was typed into a draft.
pub(crate) fn typed(draft: &Draft) -> Typed {
    draft
        .fields
        .iter()
        .fold(Typed::default(), |typed, (name, value)| {
            typed.and(name, value.as_str())
        })
}

/// The fields of a sent form that belong to a draft.
pub(crate) fn fields(typed: &Typed) -> BTreeMap<String, String> {
    let own = |name: &str| !matches!(name, "token" | "version" | "then" | "document");
    typed
        .fields()
        .filter(|(name, _)| own(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

impl Fields {
    /// The form of a draft with what was typed and what is wrong with it, the others who may hold the event too, and what the
    /// request says that it follows from.
    pub(crate) fn of(
        t: Text,
        rulebook: &Rulebook,
        others: Vec<Other>,
        request: Option<&str>,
        typed: &Typed,
        faults: &Faults,
    ) -> Fields {
        let line = |name: &str, label: &str| TextField::new(t, name, t.get(label), typed, faults);
        let times =
            |name: &str, label: &str| line(name, label).kind(FieldKind::Time).hint(t.get("hint-time"));
        let title = line("title", "field-title").most(200);
        Fields {
            title: match request {
                Some(request) => title.hint(t.one("hint-draft-title", "request", request)),
                None => title,
            },
            description: line("description", "field-description")
                .kind(FieldKind::Lines)
                .most(10_000),
            components: ComponentKind::ALL
                .iter()
                .map(|kind| component(t, *kind, typed, faults))
                .collect(),
            components_fault: faults.at("components").map(str::to_owned),
            place: line("place", "field-place").most(200),
            date: line("date", "field-date").kind(FieldKind::Day),
            from: times("from", "field-from"),
            until: times("until", "field-until"),
            organisers: organisers(t, others, typed),
            organisers_fault: faults.at("organisers").map(str::to_owned),
            questions: rulebook
                .inputs()
                .iter()
                .map(|input| question(t, input, typed, faults))
                .collect(),
        }
    }
}

impl Fields {
    /// The same with a hint at the day, where an event is applied for again.
    pub(crate) fn dated(mut self, last_time: Option<&LastTimeCard>) -> Fields {
        if let Some(hint) = last_time.and_then(LastTimeCard::date_hint) {
            self.date = self.date.hint(hint);
        }
        self
    }
}

fn component(t: Text, kind: ComponentKind, typed: &Typed, faults: &Faults) -> ComponentField {
    let id = format!("{COMPONENT_FIELD}{}", kind.name());
    let name = format!("{id}-title");
    ComponentField {
        label: t.get(&format!("component-{}", kind.name())).into_owned(),
        ticked: typed.given(&id),
        title: TextField::new(t, &name, t.get("field-component-title"), typed, faults).most(200),
        id,
    }
}

fn organisers(t: Text, others: Vec<Other>, typed: &Typed) -> Vec<OrganiserBox> {
    let one = |other: Other| {
        let id = format!("{ORGANISER_FIELD}{}", other.organisation);
        OrganiserBox {
            ticked: other.began || typed.given(&id),
            name: if other.began {
                t.one("organiser-began", "name", other.name)
            } else {
                other.name
            },
            began: other.began,
            id,
        }
    };
    others.into_iter().map(one).collect()
}

/// A question of the rulebook as a field, with what was answered. A choice that may be left out has a choice for that: a button
/// that was pressed cannot be unpressed.
pub(crate) fn question(t: Text, input: &Input, typed: &Typed, faults: &Faults) -> Question {
    let language = t.language().tag();
    let name = answer_field(&input.id);
    let label = input.question.in_language(language).to_owned();
    let label = if input.required {
        label
    } else {
        t.one("question-optional", "question", label)
    };
    let hint = input
        .help
        .as_ref()
        .map(|help| help.in_language(language).to_owned());
    let mut choices: Vec<Choice> = match input.kind {
        InputType::Boolean => vec![Choice::new("yes", t.get("yes")), Choice::new("no", t.get("no"))],
        _ => input
            .values
            .iter()
            .map(|one| Choice::new(one.id.as_str(), one.label.in_language(language)))
            .collect(),
    };
    if choices.is_empty() {
        let field = TextField::new(t, &name, label, typed, faults).kind(match input.kind {
            InputType::Date => FieldKind::Day,
            InputType::Number if input.whole => FieldKind::Number,
            InputType::Number => FieldKind::Decimal,
            _ => FieldKind::Line,
        });
        let field = field.unit(input.unit.as_deref().map(|own| unit(t, own)));
        return Question::Text(match hint {
            Some(hint) => field.hint(hint),
            None => field,
        });
    }
    if !input.required {
        choices.push(Choice::new("", t.get("question-left-out")));
    }
    let field = ChoiceField::one(t, &name, label, choices, typed, faults);
    Question::Choice(match hint {
        Some(hint) => field.hint(hint),
        None => field,
    })
}

/// An answer of an application: its question, the answer, and the field of the draft that it was typed into.
pub(crate) struct Row {
    pub key: String,
    pub value: String,
    pub field: String,
}

/// What was handed in, question by question.
pub(crate) fn summary(
    site: &Site,
    t: Text,
    application: &Application,
    named: &Named,
) -> Vec<(String, String)> {
    let Some(submission) = &application.submission else {
        return vec![];
    };
    let pin = application.rulebook.as_ref();
    let rulebook = pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
    let rows = rows(t, submission, rulebook.as_deref(), named);
    rows.into_iter().map(|row| (row.key, row.value)).collect()
}

/// The answers in the order in which the rulebook asks; what it does not ask comes last.
pub(crate) fn in_order<'a>(
    answers: &'a Answers,
    rulebook: Option<&Rulebook>,
) -> Vec<(&'a String, &'a Value)> {
    let inputs = rulebook.map_or(&[][..], Rulebook::inputs);
    let place = |id: &String| {
        inputs
            .iter()
            .position(|input| input.id == *id)
            .unwrap_or(inputs.len())
    };
    let mut answers: Vec<_> = answers.iter().collect();
    answers.sort_by_key(|(id, _)| place(id));
    answers
}

/// What is handed in, question by question, as the rulebook asks it.
pub(crate) fn rows(t: Text, submission: &Submission, rulebook: Option<&Rulebook>, named: &Named) -> Vec<Row> {
    let event = &submission.event;
    let organisers = named.organisers(&submission.organisers);
    let components: Vec<&str> = event.components.iter().map(|one| one.title.as_str()).collect();
    let hours = crate::wording::hours(t, event.from, event.until, t.clock(event.until));
    let row = |label: &str, value: String, field: &str| Row {
        key: t.get(label).into_owned(),
        value,
        field: field.to_owned(),
    };
    let mut rows = vec![
        row("field-title", event.title.to_string(), "title"),
        row("case-organisers", organisers.join(", "), "organisers"),
        row("case-components", components.join(", "), "components"),
        row("field-place", event.place.to_string(), "place"),
        row("field-date", t.day(event.date), "date"),
        row("case-hours", hours, "from"),
    ];
    if let Some(description) = &event.description {
        rows.push(row("field-description", description.to_string(), "description"));
    }
    let language = t.language().tag();
    for (id, value) in in_order(&submission.answers, rulebook) {
        let input = rulebook.and_then(|rulebook| rulebook.input(id));
        let question = input.map_or_else(
            || id.clone(),
            |input| input.question.in_language(language).to_owned(),
        );
        rows.push(Row {
            key: question,
            value: answer(t, input, value),
            field: answer_field(id),
        });
    }
    rows
}

/// An answer in words.
pub(crate) fn answer(t: Text, input: Option<&Input>, value: &Value) -> String {
    match value {
        Value::Boolean(yes) => t.get(if *yes { "yes" } else { "no" }).into_owned(),
        Value::Date(date) => t.date(*date),
        Value::Number(number) => quantity(t, *number, input.and_then(|input| input.unit.as_deref())),
        Value::Text(text) => {
            let language = t.language().tag();
            let choice = input.and_then(|input| input.values.iter().find(|choice| choice.id == *text));
            choice.map_or_else(
                || text.clone(),
                |choice| choice.label.in_language(language).to_owned(),
            )
        }
    }
}
