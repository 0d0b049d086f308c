//! The tests that a version brings along: each case with what must come of it and what does, and which rules they hold.

use super::super::draft_form::{answer, in_order};
use super::super::faults;
use super::names::{authority, rule, rule_anchor, rules};
use super::tests::aside;
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::untold::field_name;
use crate::{Failure, Text, Value, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use desk::Version;
use desk::governance::own_cases;
use rulebook::tests::{self, Case, Difference, Expected, ExpectedAuthority, Outcome, Report};
use rulebook::{CaseFault, Period, PeriodUnit, Rulebook};
use serde::Deserialize;

/// The most cases that one page shows.
const MOST_SHOWN: usize = 100;

/// From which case on, in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct From {
    from: Option<String>,
}

struct CaseShown {
    name: String,
    file: String,
    verdict: (&'static str, String),
    answers: Vec<String>,
    expected: Vec<String>,
    differences: Vec<String>,
}

/// A rule, and how many cases hold it; none where no case does.
struct RuleHeld {
    name: String,
    /// Its place on the page of its version, where it has one.
    place: Option<String>,
    cases: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/rulebooks/rule_tests.html")]
struct TestsPage {
    shell: Shell,
    faults: Faults,
    back: String,
    lead: String,
    /// Why the files of the tests cannot be read.
    unread: Vec<String>,
    cases: Vec<CaseShown>,
    /// Which of how many these are, where they are not all.
    shown: Option<String>,
    /// The address of the next ones.
    next: Option<String>,
    rules: Vec<RuleHeld>,
}

pub(super) async fn of_version(
    State(site): State<Site>,
    shell: Shell,
    Path((id, hash)): Path<(String, String)>,
    Query(from): Query<From>,
) -> Result<Response, Failure> {
    let version = site.desk.rulebook_version(&id, &hash).await?;
    let back = format!("/rulebooks/{id}/{hash}");
    Ok(page(&tested(shell, back, &version, &from).await?))
}

pub(super) async fn of_draft(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
    Query(from): Query<From>,
) -> Result<Response, Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    let back = format!("/rulebook-drafts/{}", draft.id);
    match site.desk.drafted_version(&draft) {
        Ok(version) => Ok(page(&tested(shell, back, &version, &from).await?)),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?.named([]);
            Ok(page(&TestsPage {
                faults,
                ..blank(shell, back)
            }))
        }
    }
}

fn blank(shell: Shell, back: String) -> TestsPage {
    let title = shell.t.get("tests-title");
    TestsPage {
        shell: shell.titled(title),
        faults: Faults::none(),
        back,
        lead: String::new(),
        unread: vec![],
        cases: vec![],
        shown: None,
        next: None,
        rules: vec![],
    }
}

/// Reads and runs the cases aside, and shows those of one page: those that fail stand first.
async fn tested(shell: Shell, back: String, version: &Version, from: &From) -> Result<TestsPage, Failure> {
    let (t, rulebook) = (shell.t, &*version.rulebook);
    let own = version.clone();
    let ran = aside(move || {
        let cases = own_cases(&own)?;
        let report = tests::run(&own.rulebook, &cases);
        Ok::<_, Vec<CaseFault>>((cases, report))
    });
    let (cases, report) = match ran.await? {
        Ok(ran) => ran,
        Err(unread) => {
            let unread = unread.iter().take(MOST_SHOWN);
            return Ok(TestsPage {
                unread: unread.map(|one| t.said(&one.said())).collect(),
                ..blank(shell, back)
            });
        }
    };
    let mut pairs: Vec<_> = cases.iter().zip(&report.cases).collect();
    pairs.sort_by_key(|(_, outcome)| outcome.passed());
    let all = pairs.len();
    let from = from.from.as_deref().and_then(|from| from.parse().ok());
    let from = from.filter(|from| *from < all).unwrap_or(0);
    let to = (from + MOST_SHOWN).min(all);
    let range = [("from", count(from + 1)), ("to", count(to)), ("all", count(all))];
    let cases = pairs.into_iter().skip(from).take(MOST_SHOWN);
    Ok(TestsPage {
        lead: lead(t, &report),
        cases: cases
            .map(|(case, outcome)| shown(t, rulebook, case, outcome))
            .collect(),
        shown: (all > MOST_SHOWN).then(|| t.with("tests-shown", range)),
        next: (to < all).then(|| format!("{back}/tests?from={to}")),
        rules: report
            .rules
            .iter()
            .map(|one| RuleHeld {
                name: rule(t, rulebook, &one.rule),
                place: rule_anchor(&one.rule),
                cases: holding(t, one.cases),
            })
            .collect(),
        ..blank(shell, back)
    })
}

fn holding(t: Text, cases: usize) -> Option<String> {
    let number = i64::try_from(cases).ok().filter(|number| *number > 0);
    number.map(|number| t.number(number))
}

fn count(number: usize) -> Value<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn lead(t: Text, report: &Report) -> String {
    let held = report.rules.len() - report.uncovered().count();
    t.with(
        "tests-lead",
        [
            ("cases", count(report.cases.len())),
            ("failed", count(report.failed())),
            ("held", count(held)),
            ("rules", count(report.rules.len())),
        ],
    )
}

fn shown(t: Text, rulebook: &Rulebook, case: &Case, outcome: &Outcome) -> CaseShown {
    let (tone, verdict) = if outcome.passed() {
        ("ok", "test-passed")
    } else {
        ("bad", "test-failed")
    };
    let answers = match &case.answers {
        Ok(answers) => in_order(answers, Some(rulebook))
            .into_iter()
            .map(|(id, value)| {
                let input = rulebook.input(id);
                let question = input.map_or(id.as_str(), |one| one.question.in_language(t.language().tag()));
                format!("{question} {}", answer(t, input, value))
            })
            .collect(),
        Err(why) => vec![why.clone()],
    };
    let differences = outcome.differences.iter();
    CaseShown {
        name: case.name.clone(),
        file: case.file.clone(),
        verdict: (tone, t.get(verdict).into_owned()),
        answers,
        expected: expected(t, rulebook, &case.expected)
            .into_iter()
            .chain(case.withheld.as_ref().map(|fields| withheld(t, rulebook, fields)))
            .collect(),
        differences: differences.map(|one| difference(t, rulebook, one)).collect(),
    }
}

/// What must be withheld from the public, in a sentence.
fn withheld<'f>(t: Text, rulebook: &Rulebook, fields: impl IntoIterator<Item = &'f String>) -> String {
    let named = fields.into_iter().map(|name| {
        let field = name.parse().ok();
        field.map_or_else(|| name.clone(), |field| field_name(t, Some(rulebook), &field))
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        return t.get("test-withholds-nothing").into_owned();
    }
    t.one("test-withholds", "fields", named.join(", "))
}

fn period(t: Text, period: Period) -> String {
    let id = match period.unit {
        PeriodUnit::Working => "test-period-working",
        PeriodUnit::Calendar => "test-period-calendar",
        PeriodUnit::Month => "test-period-month",
    };
    t.one(id, "days", i64::from(period.days))
}

fn expected(t: Text, rulebook: &Rulebook, expected: &Expected) -> Vec<String> {
    match expected {
        Expected::Refused(words) => vec![t.one("test-expects-refusal", "why", words.as_str())],
        Expected::Authorities(all) if all.is_empty() => vec![t.get("test-expects-nobody").into_owned()],
        Expected::Authorities(all) => {
            let one = |(id, said): (&String, &ExpectedAuthority)| {
                let rules = said.rules.iter().flatten().map(|cited| rule(t, rulebook, cited));
                let details: Vec<String> = rules.chain(said.period.map(|own| period(t, own))).collect();
                let name = authority(t, rulebook, id);
                if details.is_empty() {
                    name
                } else {
                    t.with(
                        "test-expects",
                        [("authority", name.into()), ("details", details.join(", ").into())],
                    )
                }
            };
            all.iter().map(one).collect()
        }
    }
}

pub(super) fn difference(t: Text, rulebook: &Rulebook, difference: &Difference) -> String {
    let named = |id: &str| -> Value<'static> { authority(t, rulebook, id).into() };
    let text = |words: String| -> Value<'static> { words.into() };
    let by = |cited: &[String]| text(rules(t, rulebook, cited));
    let (id, details) = match difference {
        Difference::Missing { authority } => ("test-missing", vec![("authority", named(authority))]),
        Difference::Unexpected {
            authority,
            rules: found,
        } => (
            "test-unexpected",
            vec![("authority", named(authority)), ("rules", by(found))],
        ),
        Difference::Rules {
            authority,
            expected,
            found,
        } => (
            "test-other",
            vec![
                ("authority", named(authority)),
                ("expected", by(expected)),
                ("found", by(found)),
            ],
        ),
        Difference::Period {
            authority,
            expected,
            found,
        } => (
            "test-other",
            vec![
                ("authority", named(authority)),
                ("expected", text(period(t, *expected))),
                ("found", text(period(t, *found))),
            ],
        ),
        Difference::Withheld { expected, found } => (
            "test-withheld-otherwise",
            vec![
                ("expected", text(withheld(t, rulebook, expected))),
                ("found", text(withheld(t, rulebook, found))),
            ],
        ),
        Difference::Refused { error } => ("test-refused", vec![("why", text(error.clone()))]),
        Difference::NotRefused { expected } => ("test-not-refused", vec![("why", text(expected.clone()))]),
        Difference::RefusedOtherwise { expected, error } => (
            "test-refused-otherwise",
            vec![
                ("expected", text(expected.clone())),
                ("found", text(error.clone())),
            ],
        ),
    };
    t.with_all(id, details)
}
