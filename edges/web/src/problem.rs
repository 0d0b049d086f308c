//! Failures and refusals for programs: one problem document (RFC 9457) for each, with the words that a page would say.

use crate::Text;
use crate::text::filled;
use act::Detail;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::{FieldFault, Refused};
use serde::Serialize;
use serde_json::{Map, Value};

/// The media type of a problem document.
pub(crate) const PROBLEM: &str = "application/problem+json";

/// Whether a request's sender would rather have JSON than a page. A browser never says so; a program that takes
/// anything gets the page.
pub(crate) fn is_wanted(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let (mut json, mut page) = (0.0, 0.0);
    for wish in accept.split(',') {
        let mut parts = wish.split(';').map(str::trim);
        let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse().ok());
        let weight: f32 = weight.unwrap_or(1.0);
        match kind.as_str() {
            "application/json" | PROBLEM => json = weight.max(json),
            "text/html" | "application/xhtml+xml" => page = weight.max(page),
            _ => {}
        }
    }
    json > page
}

/// Something typed that was not taken, by its field.
#[derive(Serialize)]
struct Wrong {
    field: String,
    code: &'static str,
    detail: String,
    details: Map<String, Value>,
}

/// The document.
#[derive(Serialize)]
pub(crate) struct Problem {
    #[serde(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    detail: String,
    /// The form field that it concerns, if it concerns one.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'static str>,
    /// What was wrong, and what would be allowed.
    #[serde(skip_serializing_if = "Map::is_empty")]
    details: Map<String, Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faults: Vec<Wrong>,
}

/// A particular as programs read it: a term or an authority by its stable name, a day in ISO 8601, several as a list.
fn value(detail: &Detail) -> Value {
    match detail {
        Detail::Text(text) | Detail::Term(text) => text.clone().into(),
        Detail::Number(number) => (*number).into(),
        Detail::Date(date) => date.to_string().into(),
        Detail::Authority(id) => id.to_string().into(),
        Detail::Said(english, names) => {
            let text = |one: &Detail| {
                value(one)
                    .as_str()
                    .map_or_else(|| value(one).to_string(), str::to_owned)
            };
            filled(english, names.iter().map(text)).into()
        }
        Detail::AnyOf(parts) | Detail::AllOf(parts) => parts.iter().map(value).collect(),
    }
}

fn particulars(details: &[(&'static str, Detail)]) -> Map<String, Value> {
    let named = |(name, detail): &(&'static str, Detail)| ((*name).to_owned(), value(detail));
    details.iter().map(named).collect()
}

impl Problem {
    /// A failure that concerns the request as a whole.
    pub(crate) fn of_failure(
        status: StatusCode,
        code: &str,
        title: String,
        detail: String,
        details: impl Iterator<Item = (&'static str, i64)>,
    ) -> Problem {
        Problem {
            kind: format!("urn:placet:failure:{code}"),
            title,
            status: status.as_u16(),
            detail,
            field: None,
            details: details
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect(),
            faults: vec![],
        }
    }

    /// The same of a refusal by the domain.
    pub(crate) fn of_refusal(self, t: Text, refused: &Refused) -> Problem {
        Problem {
            kind: format!("urn:placet:refusal:{}", refused.code),
            detail: t.refusal(refused),
            field: refused.field,
            details: particulars(&refused.details),
            ..self
        }
    }

    /// The same with the fields that were not taken.
    pub(crate) fn with_faults(self, t: Text, faults: &[FieldFault]) -> Problem {
        let wrong = |fault: &FieldFault| Wrong {
            field: fault.field.clone(),
            code: fault.code,
            detail: t.field_fault(fault),
            details: particulars(&fault.details),
        };
        Problem {
            faults: faults.iter().map(wrong).collect(),
            ..self
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, PROBLEM)], body).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Failure, Language};
    use act::Refusal;
    use clearance::comments::CommentRefusal;
    use clearance::hold::HoldRefusal;
    use clearance::{ClearanceRefusal, DayRefusal};
    use desk::Fault;
    use engagement::EngagementRefusal;
    use governance::GovernanceRefusal;
    use identity::IdentityRefusal;
    use std::collections::BTreeMap;

    #[test]
    fn a_problem_document_goes_to_who_would_rather_have_json_than_a_page() {
        for (accept, expect) in [
            ("application/json", true),
            ("application/problem+json", true),
            ("application/json, text/plain, */*", true),
            ("text/html;q=0.8, application/json", true),
            (
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                false,
            ),
            ("text/html, application/json", false),
            ("text/html, application/json;q=0.5", false),
            ("application/json;q=0", false),
            ("*/*", false),
            ("", false),
        ] {
            let headers = [(header::ACCEPT, accept.parse().unwrap())];
            assert_eq!(is_wanted(&HeaderMap::from_iter(headers)), expect, "{accept}");
        }
    }

    #[test]
    fn every_refusal_is_one_problem_type_with_one_text() {
        let codes: [&[&str]; 7] = [
            IdentityRefusal::CODES,
            EngagementRefusal::CODES,
            ClearanceRefusal::CODES,
            DayRefusal::CODES,
            HoldRefusal::CODES,
            CommentRefusal::CODES,
            GovernanceRefusal::CODES,
        ];
        for code in codes.concat() {
            for t in Language::ALL.map(Text::of) {
                assert!(t.has(&format!("refusal-{code}")), "{code} has no text");
                let refused = Refused {
                    code,
                    details: vec![("allowed", Detail::Term("role-decider".to_owned()))],
                    field: Some("reasons"),
                    names: BTreeMap::new(),
                };
                let failure = Failure::not_taken(Fault::Refused(refused.clone()));
                let told = serde_json::to_value(failure.problem(t)).unwrap();
                assert_eq!(told["type"], format!("urn:placet:refusal:{code}"));
                assert_eq!(told["status"], 422);
                assert_eq!(told["title"], *t.get("failure-not-taken-title"));
                assert_eq!(told["detail"], t.refusal(&refused));
                assert_eq!(told["field"], "reasons");
                assert_eq!(told["details"]["allowed"], "role-decider");
            }
        }
    }

    #[test]
    fn the_example_in_the_documentation_is_what_is_sent() {
        let documented = include_str!("../../../docs/formats/problem.md");
        let mut examples = documented.split("```json").skip(1).map(|rest| {
            let (example, _) = rest.split_once("```").unwrap();
            serde_json::from_str::<Value>(example).unwrap()
        });
        let t = Text::of(Language::English);
        let refused = Refused {
            code: "event-not-ahead",
            details: vec![("date", Detail::Date(jiff::civil::date(2023, 11, 19)))],
            field: Some("date"),
            names: BTreeMap::new(),
        };
        let most = ("most", Detail::Number(200));
        let long = FieldFault {
            field: "title".to_owned(),
            code: "too-long",
            details: vec![most, ("given", Detail::Number(214))],
        };
        for fault in [Fault::Refused(refused), Fault::Invalid(vec![long])] {
            let told = serde_json::to_value(Failure::not_taken(fault).problem(t)).unwrap();
            assert_eq!(examples.next(), Some(told));
        }
        assert_eq!(examples.next(), None);
    }
}
