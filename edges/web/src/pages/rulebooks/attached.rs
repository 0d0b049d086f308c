//! What a rule attaches to asking an authority, in words: its cells hold ids of `rulebook.toml`.

use super::super::needed::{distance_rows, fee_amount, lead_time};
use crate::Text;
use rulebook::{Localised, Rulebook};

/// A cell of a column that holds ids, each with what it stands for; any other cell as it is written.
pub(super) fn explained(t: Text, rulebook: Option<&Rulebook>, column: &str, cell: &str) -> String {
    let known = |id: &str| meaning(t, rulebook?, column, id);
    let ids = cell.split([',', ';', ' ']).filter(|id| !id.is_empty());
    let meanings: Option<Vec<String>> = ids.map(|id| Some(format!("{} ({id})", known(id)?))).collect();
    meanings.map_or_else(|| cell.to_owned(), |meanings| meanings.join("; "))
}

fn meaning(t: Text, rulebook: &Rulebook, column: &str, id: &str) -> Option<String> {
    let said = |text: &Localised| text.in_language(t.language().tag()).to_owned();
    let all = rulebook.attachments();
    match column {
        "documents" => Some(said(&all.documents.get(id)?.label)),
        "fees" => {
            let fee = all.fees.get(id)?;
            Some(format!("{}, {}", said(&fee.label), fee_amount(t, fee)))
        }
        "conditions" => Some(said(&all.conditions.get(id)?.text)),
        "lead_time" => Some(lead_time(t, all.lead_times.get(id)?)),
        "distance" => {
            let distance = all.distances.get(id)?;
            Some(distance_rows(
                t,
                distance,
                rulebook.input(&distance.input)?.unit.as_deref(),
            ))
        }
        _ => None,
    }
}
