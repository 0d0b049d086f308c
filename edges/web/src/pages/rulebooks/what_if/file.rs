//! What would differ as a table for other programs.

use super::Compared;
use crate::attachment::attachment;
use crate::csv;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rulebook::whatif::{AttachedKind, PeriodChange, Refusal};
use std::cmp::Ordering;

/// The columns of the file.
const COLUMNS: &str = "rulebook,version_before,version_after,case,event,day,gained,lost,longer,shorter,documents,fees,\
                       lead_times,public,refused,no_longer_refused,no_value\r\n";

/// All changes as a table for other programs (RFC 4180): ids as in the rulebook, several in one cell with blanks between.
pub(super) fn file(compared: &Compared) -> Response {
    let mut text = COLUMNS.to_owned();
    for change in &compared.found.report.changes {
        let Some(named) = compared.found.named.get(change.case) else {
            continue;
        };
        let moved = |direction: Ordering| -> Vec<String> {
            let own = change.periods.iter().filter(|one| one.direction() == direction);
            own.map(|one: &PeriodChange| one.authority.clone()).collect()
        };
        let others = |kind: AttachedKind| -> Vec<String> {
            let own = change.attached.iter().filter(|one| one.kind == kind);
            own.map(|one| one.id.clone()).collect()
        };
        let said = |refusal: Option<&Refusal>| refusal.map_or_else(String::new, ToString::to_string);
        let no_value: Vec<String> = change.no_value.iter().map(ToString::to_string).collect();
        let cells = [
            compared.new.id().to_owned(),
            compared.old.version().to_owned(),
            compared.new.version().to_owned(),
            named.reference.clone(),
            named.event.clone(),
            named.date.to_string(),
            change.gained.join(" "),
            change.lost.join(" "),
            moved(Ordering::Greater).join(" "),
            moved(Ordering::Less).join(" "),
            others(AttachedKind::Document).join(" "),
            others(AttachedKind::Fee).join(" "),
            others(AttachedKind::LeadTime).join(" "),
            others(AttachedKind::Public).join(" "),
            said(change.refused.as_ref()),
            said(change.no_longer_refused.as_ref()),
            no_value.join("; "),
        ];
        text.push_str(&csv::row(&cells));
    }
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned());
    ([kind, attachment("what-if.csv")], text).into_response()
}
