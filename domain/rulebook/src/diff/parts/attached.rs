//! What rules may attach, each as its id and what it says key by key.

use super::{localised, period, present, rests_on};
use crate::attached::{Attachments, Condition, Distance, Document, Fee, FeePer, LeadTime};
use crate::diff::Part;
use crate::{Bound, BoundValue, Period};

type Fields = Vec<(String, String)>;

/// Every document, fee, condition, lead time and distance.
pub(super) fn said(of: &Attachments) -> Vec<(Part, &str, Fields)> {
    let mut all: Vec<(Part, &str, Fields)> = vec![];
    all.extend(
        of.documents
            .iter()
            .map(|(id, one)| (Part::Document, id.as_str(), document(one))),
    );
    all.extend(of.fees.iter().map(|(id, one)| (Part::Fee, id.as_str(), fee(one))));
    all.extend(
        of.conditions
            .iter()
            .map(|(id, one)| (Part::Condition, id.as_str(), condition(one))),
    );
    all.extend(
        of.lead_times
            .iter()
            .map(|(id, one)| (Part::LeadTime, id.as_str(), lead_time(one))),
    );
    all.extend(
        of.distances
            .iter()
            .map(|(id, one)| (Part::Distance, id.as_str(), distance(one))),
    );
    all
}

fn document(of: &Document) -> Fields {
    let mut fields = localised("label", &of.label);
    fields.extend(of.help.iter().flat_map(|help| localised("help", help)));
    fields.extend(rests_on("basis", &of.basis));
    fields
}

fn fee(of: &Fee) -> Fields {
    let per = match of.per {
        FeePer::Application => "application",
        FeePer::Day => "day",
    };
    let mut fields = localised("label", &of.label);
    fields.extend(present([
        ("amount", format!("{} {}", of.amount.normalize(), of.currency)),
        ("per", per.to_owned()),
        (
            "within",
            of.within.map_or_else(String::new, |days| format!("{days} days")),
        ),
        ("before_permit", of.before_permit.to_string()),
    ]));
    fields.extend(of.how.iter().flat_map(|how| localised("how", how)));
    fields.extend(rests_on("basis", &of.basis));
    fields
}

fn condition(of: &Condition) -> Fields {
    let shown_by = of
        .shown_by
        .map_or_else(String::new, |by| format!("{} {} days", by.days, by.unit.name()));
    let mut fields = localised("text", &of.text);
    fields.extend(present([
        ("phase", of.phase.name().to_owned()),
        ("proof", of.proof.to_string()),
        ("authorities", of.authorities.join(", ")),
        ("shown_by", shown_by),
    ]));
    fields.extend(of.limit.iter().flat_map(bound));
    fields.extend(rests_on("basis", &of.basis));
    fields
}

fn bound(of: &Bound) -> impl Iterator<Item = (String, String)> {
    let value = match &of.value {
        None => String::new(),
        Some(BoundValue::Time(time)) => time.strftime("%H:%M").to_string(),
        Some(BoundValue::Number(number)) => {
            let unit = of.measure.unit().unwrap_or_default();
            format!("{number} {unit}").trim_end().to_owned()
        }
        Some(BoundValue::Place(place)) => place.clone(),
    };
    present([
        ("limit.measure", of.measure.name().to_owned()),
        ("limit.value", value),
        ("limit.editable", of.editable.to_string()),
    ])
}

fn lead_time(of: &LeadTime) -> Fields {
    let (days, unit) = (of.days, of.unit);
    let mut fields = period("days", Period { days, unit }, "basis", &of.basis);
    fields.extend(present([("clear", of.clear.to_string())]));
    fields
}

fn distance(of: &Distance) -> Fields {
    let rows = of.rows.iter();
    let rows = rows.map(|row| format!("up to {}: {} m", row.up_to.normalize(), row.metres.normalize()));
    let rows: Vec<String> = rows.collect();
    let mut fields: Fields = present([("input", of.input.clone()), ("rows", rows.join("; "))]).collect();
    fields.extend(rests_on("basis", &of.basis));
    fields
}
