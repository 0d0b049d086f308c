//! An authority decides; one that is only consulted advises.

use super::saying::{Saying, Words};
use super::sent::optional_reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::{Entering, Field};
use crate::pages::thread::Here;
use crate::parts::{Choice, ChoiceField, FieldKind, TextField};
use crate::wording::full_name;
use act::{AuthorityId, Reason};
use clearance::acts::Decide;
use clearance::{Condition, Decision};
use desk::{Fault, FieldFault};

impl ActPage for Decide {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/decision";
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(asking: &Asking<'_>) -> Called {
        let (title, what) = if asking.advises {
            ("act-advise", "act-advise-what")
        } else {
            ("act-decide", "act-decide-what")
        };
        Called {
            title,
            what,
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, advises) = (asking.entering, asking.advises);
        let (reasons, hint) = if advises {
            ("field-advice-reasons", "hint-advice-reasons")
        } else {
            ("field-decision-reasons", "hint-decision-reasons")
        };
        let reasons = entering
            .lines("reasons", reasons, 2_000)
            .hint(entering.t.get(hint));
        let mut fields = vec![decision_field(entering, advises).into()];
        // Advice sets no condition.
        fields.extend((!advises).then(|| conditions_field(entering).into()));
        fields.push(reasons.into());
        fields
    }

    fn read(authority: AuthorityId, typed: &Typed) -> Result<Self, Fault> {
        let decision = decision(typed)?;
        let reasons = optional_reason(typed, "reasons")?;
        Ok(Decide {
            authority,
            decision,
            reasons,
        })
    }
}

fn said(decide: &Decide, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&decide.authority)?;
    let [title, what, why, stands, button] = if referral.advises() { ADVICE } else { DECISION };
    let name = full_name(saying.site, t, saying.application(), referral);
    let chosen = decide.decision.name();
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name.as_str()));
    rows.push(saying.row(what, t.get(&format!("decision-{chosen}"))));
    if let Decision::GrantedWithConditions { conditions } = &decide.decision {
        let texts = conditions.iter().map(|one| one.text.to_string());
        rows.push(Row::numbered(t.get("field-conditions"), texts.collect()));
    }
    rows.push(saying.row(why, saying.reasons(decide.reasons.as_ref())));
    let mut follows = vec![];
    if !referral.advises() {
        follows.push(t.one(&format!("confirm-{chosen}"), "authority", name));
    }
    // The notice prints the reasons, the permit the conditions.
    let conditions = match &decide.decision {
        Decision::GrantedWithConditions { conditions } => conditions.as_slice(),
        _ => &[],
    };
    let printed = conditions.iter().map(|one| one.text.as_str());
    let printed: String = printed
        .chain(decide.reasons.as_ref().map(Reason::as_str))
        .collect();
    follows.extend(saying.unprintable(&printed));
    follows.push(t.get("confirm-told").into_owned());
    follows.push(t.get(stands).into_owned());
    Some(Words {
        title,
        here: Here::Decisions,
        rows,
        follows,
        button,
        kind: "",
        field: Some("decision"),
    })
}

/// How long a condition may be is said with that each stands on its line: it is not how long the field may be.
fn conditions_field(Entering { t, typed, faults }: Entering<'_>) -> TextField {
    let most = i64::try_from(act::ONE_LINE).unwrap_or(i64::MAX);
    TextField::new(t, "conditions", t.get("field-conditions"), typed, faults)
        .kind(FieldKind::Lines)
        .hint(t.one("hint-conditions", "most", most))
}

fn decision_field(Entering { t, typed, faults }: Entering<'_>, advises: bool) -> ChoiceField {
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
fn decision(typed: &Typed) -> Result<Decision, Fault> {
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

/// What a decision is said with: the title, what was chosen, why, that it stands, and the button.
const DECISION: [&str; 5] = [
    "confirm-decision-title",
    "field-decision",
    "field-decision-reasons",
    "act-decide-what",
    "confirm-decision",
];
/// The same of advice.
const ADVICE: [&str; 5] = [
    "confirm-advice-title",
    "field-advice",
    "field-advice-reasons",
    "act-advise-what",
    "confirm-advice",
];
