//! What is typed about a referral: a question, its answer, and a decision, which is read back from its fields.

use crate::Text;
use crate::form::Typed;
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use clearance::{Condition, Decision, LONGEST_CONDITION};
use desk::{Fault, FieldFault};

/// The fields of the page's forms.
pub(super) struct Fields {
    pub question: TextField,
    pub answer: TextField,
    pub decision: ChoiceField,
    /// None where advice is asked for: it sets none.
    pub conditions: Option<TextField>,
    pub reasons: TextField,
}

impl Fields {
    /// With what was typed, and what is wrong with it; for a decision, or for advice.
    pub fn of(t: Text, advises: bool, typed: &Typed, faults: &Faults) -> Fields {
        let lines = |name: &str, label: &str| {
            TextField::new(t, name, t.get(label), typed, faults)
                .kind(FieldKind::Lines)
                .most(2_000)
        };
        let (reasons, hint) = if advises {
            ("field-advice-reasons", "hint-advice-reasons")
        } else {
            ("field-decision-reasons", "hint-decision-reasons")
        };
        Fields {
            question: lines("question", "field-question"),
            answer: lines("answer", "field-answer"),
            decision: decision_field(t, advises, typed, faults),
            conditions: (!advises).then(|| conditions_field(t, typed, faults)),
            reasons: lines("reasons", reasons).hint(t.get(hint)),
        }
    }
}

/// How long a condition may be is said with that each stands on its line: it is not how long the field may be.
fn conditions_field(t: Text, typed: &Typed, faults: &Faults) -> TextField {
    let most = i64::try_from(LONGEST_CONDITION).unwrap_or(i64::MAX);
    TextField::new(t, "conditions", t.get("field-conditions"), typed, faults)
        .kind(FieldKind::Lines)
        .hint(t.one("hint-conditions", "most", most))
}

fn decision_field(t: Text, advises: bool, typed: &Typed, faults: &Faults) -> ChoiceField {
    let choice = |value: &str| Choice::new(value, t.get(&format!("decision-{value}")));
    let (label, choices) = if advises {
        ("field-advice", ["no-objection", "advised", "objected"])
    } else {
        (
            "field-decision",
            ["granted", "granted-with-conditions", "refused"],
        )
    };
    let choices = choices.map(choice).into();
    ChoiceField::one(t, "decision", t.get(label), choices, typed, faults)
}

/// The decision as typed; each line of the conditions is one.
pub(super) fn decision(typed: &Typed) -> Result<Decision, Fault> {
    if typed.broken().contains("conditions") {
        return Err(Fault::Invalid(vec![FieldFault::plain("conditions", "not-utf8")]));
    }
    match typed.get("decision") {
        "granted" | "refused" | "no-objection" | "advised" | "objected" if typed.given("conditions") => Err(
            Fault::Invalid(vec![FieldFault::plain("conditions", "conditions-not-taken")]),
        ),
        "granted" => Ok(Decision::Granted),
        "refused" => Ok(Decision::Refused),
        "no-objection" => Ok(Decision::NoObjection),
        "advised" => Ok(Decision::Advised),
        "objected" => Ok(Decision::Objected),
        "granted-with-conditions" => {
            let lines = typed
                .get("conditions")
                .lines()
                .filter(|line| !line.trim().is_empty());
            let condition = |line: &str| act::Text::new(line).map(|text| Condition { text });
            let conditions = lines.map(condition).collect::<Result<_, _>>();
            let conditions = conditions
                .map_err(|fault| Fault::Invalid(vec![FieldFault::of_text("conditions", &fault)]))?;
            Ok(Decision::GrantedWithConditions { conditions })
        }
        _ => Err(Fault::Invalid(vec![FieldFault::plain("decision", "unknown")])),
    }
}
