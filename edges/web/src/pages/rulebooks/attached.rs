//! What a rule says beside its tests, its answer and its reason: of cells that hold ids of `rulebook.toml`, what they stand for.

use super::described::{anchor, days, ids, lead_days};
use crate::Text;
use crate::untold::field_name;
use crate::wording::{begun, cited};
use rulebook::{Localised, OVER, Rulebook};

/// A note of a rule, under what its column is called.
pub(super) struct Note {
    pub column: String,
    pub said: Vec<Said>,
}

/// A part of a note.
pub(super) struct Said {
    pub words: String,
    /// Where it leads: the place on this page that describes it, or an address of the web.
    pub link: Option<String>,
}

impl Note {
    /// A cell that is not empty.
    pub fn of(t: Text, rulebook: Option<&Rulebook>, column: &str, cell: &str) -> Note {
        Note {
            column: begun(called(t, column)),
            said: said(t, rulebook, column, cell.trim()),
        }
    }
}

/// What a column of the rulebook's own is called in the reader's language; any other as in the file.
pub(super) fn called(t: Text, column: &str) -> String {
    let id = format!("rule-column-{}", column.replace('_', "-"));
    if t.has(&id) {
        t.get(&id).into_owned()
    } else {
        column.to_owned()
    }
}

/// What a cell says, part by part.
pub(super) fn said(t: Text, rulebook: Option<&Rulebook>, column: &str, cell: &str) -> Vec<Said> {
    let known = |id: &str| {
        let words = meaning(t, rulebook?, column, id)?;
        let link = anchor(column, id).map(|place| format!("#{place}"));
        Some(Said { words, link })
    };
    let all: Option<Vec<Said>> = ids(cell).map(known).collect();
    all.unwrap_or_else(|| {
        let cell = cited(t, rulebook, cell);
        let host = cell
            .strip_prefix("https://")
            .and_then(|rest| rest.split('/').next());
        vec![Said {
            words: host.unwrap_or(cell).to_owned(),
            link: host.map(|_| cell.to_owned()),
        }]
    })
}

/// What an id in a column of a rule stands for.
pub(super) fn meaning(t: Text, rulebook: &Rulebook, column: &str, id: &str) -> Option<String> {
    let said = |text: &Localised| text.in_language(t.language().tag()).to_owned();
    let all = rulebook.attachments();
    match column {
        "authority" => Some(said(&rulebook.authority(id)?.short)),
        "reason" => Some(said(rulebook.reason(id)?)),
        "kind" => {
            let words = format!("basis-{id}");
            t.has(&words).then(|| t.get(&words).into_owned())
        }
        "period" => Some(days(t, rulebook.periods().get(id)?.0)),
        "withheld" => Some(field_name(t, Some(rulebook), &id.parse().ok()?)),
        "until" => (id == OVER).then(|| t.get("withheld-until-over").into_owned()),
        "documents" => Some(said(&all.documents.get(id)?.label)),
        "fees" => Some(said(&all.fees.get(id)?.label)),
        "conditions" => Some(said(&all.conditions.get(id)?.text)),
        "lead_time" => Some(lead_days(t, all.lead_times.get(id)?).0),
        "distance" => {
            let distance = all.distances.get(id)?;
            let question = said(&rulebook.input(&distance.input)?.question);
            Some(t.one("distance-by", "question", question))
        }
        _ => None,
    }
}
