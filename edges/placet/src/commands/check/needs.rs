//! What comes with the authorities that are asked, as it is printed: documents, fees, conditions, safety distances.

use super::report::Basis;
use rulebook::{
    Bound, BoundValue, Condition, Document, Fee, FeePer, Input, Kept, Needed, Phase, Rulebook, ShownBy,
};
use serde::Serialize;

#[derive(Serialize)]
pub struct Needs {
    pub documents: Vec<Need<Paper>>,
    pub fees: Vec<Need<Due>>,
    pub conditions: Vec<Need<Term>>,
    pub distances: Vec<Need<Safety>>,
}

/// One of them, with who asks for it.
#[derive(Serialize)]
pub struct Need<T> {
    pub id: String,
    #[serde(flatten)]
    pub what: T,
    pub authorities: Vec<String>,
    #[serde(flatten)]
    pub basis: Basis,
}

#[derive(Serialize)]
pub struct Paper {
    pub label: String,
    pub help: Option<String>,
}

#[derive(Serialize)]
pub struct Due {
    pub label: String,
    pub amount: String,
    pub currency: String,
    pub per: FeePer,
    /// How it is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// Within how many calendar days after the authority was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<u32>,
    /// Whether no permit is issued before it is paid or waived.
    pub before_permit: bool,
}

#[derive(Serialize)]
pub struct Term {
    pub text: String,
    pub phase: Phase,
    pub proof: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown_by: Option<ShownBy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
}

/// What a condition binds.
#[derive(Serialize)]
pub struct Limit {
    pub measure: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    pub editable: bool,
}

#[derive(Serialize)]
pub struct Safety {
    pub input: String,
    pub question: String,
    pub unit: Option<String>,
    pub metres: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub beyond: bool,
    pub rows: Vec<Row>,
}

#[derive(Serialize)]
pub struct Row {
    pub up_to: String,
    pub metres: String,
}

pub fn of(rulebook: &Rulebook, needs: &rulebook::Needs<'_>) -> Needs {
    Needs {
        documents: each(&needs.documents, |one| (paper(one), Basis::of(&one.basis))),
        fees: each(&needs.fees, |one| (due(one), Basis::of(&one.basis))),
        conditions: each(&needs.conditions, |one| (term(one), Basis::of(&one.basis))),
        distances: each(&needs.distances, |one| {
            let input = rulebook.input(&one.distance.input);
            (safety(*one, input), Basis::of(&one.distance.basis))
        }),
    }
}

fn each<T, U>(needed: &[Needed<'_, T>], shown: impl Fn(&T) -> (U, Basis)) -> Vec<Need<U>> {
    let need = |one: &Needed<'_, T>| {
        let (what, basis) = shown(&one.what);
        Need {
            id: one.id.to_owned(),
            what,
            authorities: one.authorities.iter().map(|one| one.id.clone()).collect(),
            basis,
        }
    };
    needed.iter().map(need).collect()
}

fn paper(document: &Document) -> Paper {
    let help = document.help.as_ref();
    Paper {
        label: document.label.in_language("en").to_owned(),
        help: help.map(|help| help.in_language("en").to_owned()),
    }
}

fn due(fee: &Fee) -> Due {
    Due {
        label: fee.label.in_language("en").to_owned(),
        amount: fee.amount.to_string(),
        currency: fee.currency.clone(),
        per: fee.per,
        how: fee.how.as_ref().map(|how| how.in_language("en").to_owned()),
        within: fee.within,
        before_permit: fee.before_permit,
    }
}

fn term(condition: &Condition) -> Term {
    Term {
        text: condition.text.in_language("en").to_owned(),
        phase: condition.phase,
        proof: condition.proof,
        shown_by: condition.shown_by,
        limit: condition.limit.as_ref().map(limit),
    }
}

fn limit(bound: &Bound) -> Limit {
    let value = bound.value.as_ref().map(|value| match value {
        BoundValue::Time(time) => time.strftime("%H:%M").to_string(),
        BoundValue::Number(number) => number.to_string(),
        BoundValue::Place(place) => place.clone(),
    });
    Limit {
        measure: bound.measure.name(),
        value,
        unit: bound.measure.unit(),
        editable: bound.editable,
    }
}

fn safety(kept: Kept<'_>, input: Option<&Input>) -> Safety {
    let rows = kept.distance.rows.iter().map(|row| Row {
        up_to: row.up_to.normalize().to_string(),
        metres: row.metres.normalize().to_string(),
    });
    Safety {
        input: kept.distance.input.clone(),
        question: input.map_or_else(String::new, |one| one.question.in_language("en").to_owned()),
        unit: input.and_then(|one| one.unit.clone()),
        metres: kept.metres.map(|metres| metres.normalize().to_string()),
        beyond: kept.beyond,
        rows: rows.collect(),
    }
}
