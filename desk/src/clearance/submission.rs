//! From what was typed to what is handed in: every field is read, and every fault is said beside its field. And back, for who
//! applies anew.

use crate::clearance::Draft;
use crate::views::identity::OrganisationLine;
use crate::{Fault, FieldFault};
use act::{Date, Detail, OrganisationId, Passage, Text, Title};
use clearance::{Component, ComponentKind, Event, Organiser, Submission};
use jiff::civil::Time;
use rulebook::{AnswerFault, Input, InputType, Rulebook, Value};
use std::collections::BTreeMap;

/// A box per kind of component, `component-fireworks`; its title in `component-fireworks-title`.
pub const COMPONENT_FIELD: &str = "component-";
/// A box per organisation that holds the event, `organiser-{id}`.
pub const ORGANISER_FIELD: &str = "organiser-";

/// The most that one field of a draft holds, in characters.
const MOST_FIELD: usize = 20_000;
/// The most fields that a draft holds: all that a rulebook may ask, and the form's own.
const MOST_FIELDS: usize = rulebook::MOST_INPUTS + 200;

/// That a draft holds these fields.
pub(super) fn fits(fields: &BTreeMap<String, String>) -> Result<(), Fault> {
    let length = |value: &String| value.chars().count();
    if let Some((field, value)) = fields.iter().find(|(_, value)| length(value) > MOST_FIELD) {
        let fault = act::TextFault::TooLong {
            most: MOST_FIELD,
            given: length(value),
        };
        return Err(Fault::Invalid(vec![FieldFault::of_text(field, &fault)]));
    }
    if fields.len() > MOST_FIELDS {
        let fault = FieldFault::plain("title", "too-many-fields");
        return Err(Fault::Invalid(vec![fault]));
    }
    Ok(())
}

/// The form field of a rulebook input.
#[must_use]
pub fn answer_field(input: &str) -> String {
    format!("answer-{input}")
}

/// Reads a draft whole; gives every fault at once, in the order of the form.
pub(crate) fn read(
    draft: &Draft,
    rulebook: &Rulebook,
    organisations: &[OrganisationLine],
    own: OrganisationId,
) -> Result<Submission, Vec<FieldFault>> {
    let mut reader = Reader {
        fields: &draft.fields,
        faults: vec![],
    };
    let title = reader.text::<200>("title", "no-title");
    let description = reader.optional_text("description");
    let components = reader.components();
    let place = reader.text::<200>("place", "no-place");
    let date = reader.date("date", "no-day");
    let from = reader.time("from", "no-beginning");
    let until = reader.time("until", "no-end");
    let organisers = reader.organisers(organisations, draft, own);
    let answers = reader.answers(rulebook);
    let (Some(title), Some(place), Some(date), Some(from), Some(until), true) =
        (title, place, date, from, until, reader.faults.is_empty())
    else {
        return Err(reader.faults);
    };
    let zone = rulebook.timezone().to_owned();
    Ok(Submission {
        event: Event {
            title,
            description,
            components,
            place,
            date,
            from,
            until,
            zone,
        },
        organisers,
        answers,
        attachments: draft.attachments.clone(),
        cites: draft.cites,
        copy_of: draft.copies,
        held: draft.hold,
        // What may be public the rulebook says of all of it together, once it is handed in.
        public: None,
    })
}

/// What would have been typed to hand this in, as far as a rulebook still asks for it. Files are not typed.
pub(crate) fn written(submission: &Submission, rulebook: &Rulebook) -> BTreeMap<String, String> {
    let event = &submission.event;
    let ticked = |field: String| (field, "on".to_owned());
    let plain = [
        ("title", event.title.to_string()),
        (
            "description",
            event.description.iter().map(ToString::to_string).collect(),
        ),
    ];
    let plain = plain.into_iter().chain(then_and_there(event));
    let plain = plain.map(|(field, value)| (field.to_owned(), value));
    let components = event.components.iter().flat_map(|one| {
        let field = format!("{COMPONENT_FIELD}{}", one.kind.name());
        let title = (format!("{field}-title"), one.title.to_string());
        [ticked(field), title]
    });
    let organisers = submission.organisers.iter();
    let organisers = organisers.map(|one| ticked(format!("{ORGANISER_FIELD}{}", one.organisation)));
    let answers = rulebook.inputs().iter().filter_map(|input| {
        let value = submission.answers.get(&input.id)?;
        Some((answer_field(&input.id), typed(value)))
    });
    let fields = plain.chain(components).chain(organisers).chain(answers);
    fields.collect()
}

/// The fields of an event's day, hours and place, as they would be typed.
pub(super) fn then_and_there(event: &Event) -> [(&'static str, String); 4] {
    let clock = |time: Time| time.strftime("%H:%M").to_string();
    [
        ("place", event.place.to_string()),
        ("date", event.date.to_string()),
        ("from", clock(event.from)),
        ("until", clock(event.until)),
    ]
}

/// An answer as a form says it.
fn typed(value: &Value) -> String {
    match value {
        Value::Boolean(true) => "yes".to_owned(),
        Value::Boolean(false) => "no".to_owned(),
        Value::Number(number) => number.normalize().to_string(),
        other => other.to_string(),
    }
}

struct Reader<'a> {
    fields: &'a BTreeMap<String, String>,
    faults: Vec<FieldFault>,
}

impl Reader<'_> {
    fn typed(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", |value| value.trim())
    }

    fn fault(&mut self, field: &str, code: &'static str) {
        self.faults.push(FieldFault::plain(field, code));
    }

    /// A text that has to be there; `lacking` says what is missing where nothing is.
    fn text<const MOST: usize>(&mut self, field: &str, lacking: &'static str) -> Option<Text<MOST>> {
        if self.typed(field).is_empty() {
            self.fault(field, lacking);
            return None;
        }
        match Text::new(self.typed(field)) {
            Ok(text) => Some(text),
            Err(fault) => {
                self.faults.push(FieldFault::of_text(field, &fault));
                None
            }
        }
    }

    fn optional_text(&mut self, field: &str) -> Option<Passage> {
        if self.typed(field).is_empty() {
            None
        } else {
            self.text(field, "empty")
        }
    }

    fn date(&mut self, field: &str, lacking: &'static str) -> Option<Date> {
        if self.typed(field).is_empty() {
            self.fault(field, lacking);
            return None;
        }
        match day(field, self.typed(field)) {
            Ok(day) => Some(day),
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        }
    }

    fn time(&mut self, field: &str, lacking: &'static str) -> Option<Time> {
        let typed = self.typed(field);
        if typed.is_empty() {
            self.fault(field, lacking);
            return None;
        }
        let time = Time::strptime("%H:%M", typed).ok();
        if time.is_none() {
            self.fault(field, "not-a-time");
        }
        time
    }

    fn components(&mut self) -> Vec<Component> {
        let mut components = vec![];
        for kind in ComponentKind::ALL {
            let field = format!("{COMPONENT_FIELD}{}", kind.name());
            if self.typed(&field).is_empty() {
                continue;
            }
            if let Some(title) = self.text::<200>(&format!("{field}-title"), "no-part-title") {
                components.push(Component { kind, title });
            }
        }
        // A ticked box with a wrong title has its own fault; an unticked form has this one.
        if components.is_empty()
            && !self
                .faults
                .iter()
                .any(|fault| fault.field.starts_with(COMPONENT_FIELD))
        {
            self.fault("components", "no-part");
        }
        components
    }

    /// Whoever hands it in and whoever began it hold the event, and the others who are ticked. Who began it is left out without a word
    /// where it can hold no event any more: nobody could untick it.
    fn organisers(
        &mut self,
        organisations: &[OrganisationLine],
        draft: &Draft,
        own: OrganisationId,
    ) -> Vec<Organiser> {
        let ticked = |organisation: OrganisationId| {
            !self.typed(&format!("{ORGANISER_FIELD}{organisation}")).is_empty()
        };
        let is_own = |line: &OrganisationLine| line.organisation == own;
        let chosen = |line: &&OrganisationLine| {
            is_own(line)
                || if draft.was_begun_by(line.organisation) {
                    line.may_hold_events()
                } else {
                    ticked(line.organisation)
                }
        };
        let refused = organisations
            .iter()
            .filter(chosen)
            .any(|line| !is_own(line) && !line.may_hold_events());
        let mut organisers: Vec<Organiser> = organisations
            .iter()
            .filter(chosen)
            .filter_map(|line| {
                Some(Organiser {
                    organisation: line.organisation,
                    name: Title::new(&line.name).ok()?,
                })
            })
            .collect();
        organisers.sort_by_key(|organiser| organiser.organisation != own);
        if organisers.is_empty() {
            self.fault("organisers", "empty");
        }
        if refused {
            self.fault("organisers", "not-one-of");
        }
        organisers
    }

    fn answers(&mut self, rulebook: &Rulebook) -> BTreeMap<String, Value> {
        let mut answers = BTreeMap::new();
        for input in rulebook.inputs() {
            match answer(input, self.typed(&answer_field(&input.id))) {
                Ok(Some(value)) => drop(answers.insert(input.id.clone(), value)),
                Ok(None) => {}
                Err(fault) => self.faults.push(fault),
            }
        }
        answers
    }
}

/// Reads the answer to a question; none where it was left out and may be.
pub(super) fn answer(input: &Input, typed: &str) -> Result<Option<Value>, FieldFault> {
    if typed.trim().is_empty() && !input.required {
        return Ok(None);
    }
    let read = input.answer(typed);
    read.map(Some).map_err(|fault| answer_fault(input, &fault))
}

/// What an answer that is missing has to be.
fn lacking(input: &Input) -> &'static str {
    match input.kind {
        InputType::Boolean => "not-yes-or-no",
        _ if !input.values.is_empty() => "not-one-of",
        InputType::Number => no_number(input),
        InputType::Date => "not-a-date",
        InputType::Text => "empty",
    }
}

fn no_number(input: &Input) -> &'static str {
    if input.whole { "not-a-number" } else { "number" }
}

/// Reads a day.
///
/// # Errors
/// What is wrong with it, beside its field.
pub fn day(field: &str, typed: &str) -> Result<Date, FieldFault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(FieldFault::plain(field, "empty"));
    }
    typed.parse().map_err(|_| FieldFault::plain(field, "not-a-date"))
}

/// What is wrong with an answer, as its form field shows it.
fn answer_fault(input: &Input, fault: &AnswerFault) -> FieldFault {
    let text = |value: String| Detail::Text(value);
    let number = |value: usize| Detail::Number(i64::try_from(value).unwrap_or(i64::MAX));
    let bound = |bound: &Option<rust_decimal::Decimal>| {
        text(bound.map_or_else(String::new, |bound| bound.to_string()))
    };
    let (code, details) = match fault {
        AnswerFault::Missing => (lacking(input), vec![]),
        AnswerFault::NotANumber { .. } => (no_number(input), vec![]),
        AnswerFault::Ambiguous {
            thousands, fraction, ..
        } => {
            let either = [("thousands", thousands), ("fraction", fraction)];
            let said = either.map(|(name, number)| (name, text(number.to_string())));
            ("ambiguous-number", said.into())
        }
        AnswerFault::NotWhole { .. } => ("not-whole", vec![]),
        AnswerFault::OutOfRange { least, most, .. } => (
            "out-of-range",
            vec![("least", bound(least)), ("most", bound(most))],
        ),
        AnswerFault::NotADate { .. } => ("not-a-date", vec![]),
        AnswerFault::NotYesOrNo { .. } => ("not-yes-or-no", vec![]),
        AnswerFault::NotOneOf { .. } => ("not-one-of", vec![]),
        AnswerFault::TooLong { most, given } => (
            "too-long",
            vec![("most", number(*most)), ("given", number(*given))],
        ),
        AnswerFault::Control => ("control-character", vec![("at", number(1))]),
        AnswerFault::UnknownInput { .. } => ("not-asked", vec![]),
    };
    FieldFault {
        field: answer_field(&input.id),
        code,
        details,
    }
}
