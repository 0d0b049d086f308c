//! A version's own tests: what they come to, and which are others than those of the version before it.

use super::names::rules;
use super::rule_tests::difference;
use crate::{Failure, Text};
use desk::Version;
use desk::governance::{Tested, test_changes, tested};
use rulebook::Rulebook;
use rulebook::tests::Change;

/// The most that is told one by one; the page of the tests has all.
const MOST_TOLD: usize = 20;

/// What the tests of a version come to.
pub(super) struct TestsShown {
    /// The tone of the tag, and how many pass.
    pub passed: (&'static str, String),
    /// What stands in the way of publishing it, a line each.
    pub lines: Vec<String>,
}

impl TestsShown {
    /// Runs the tests of a version, which can take a while: never on a thread that serves others.
    pub async fn run(t: Text, version: &Version) -> Result<TestsShown, Failure> {
        let own = version.clone();
        let ran = aside(move || tested(&own)).await?;
        Ok(TestsShown::of(t, &version.rulebook, &ran))
    }

    /// What they came to, in words.
    pub fn of(t: Text, rulebook: &Rulebook, ran: &Tested) -> TestsShown {
        let unread = ran.unread.iter().map(|one| t.said(&one.said()));
        let differing = ran.differing.iter();
        let differing = differing.map(|(name, what)| format!("{name}: {}", difference(t, rulebook, what)));
        let failing = unread.chain(differing).take(MOST_TOLD);
        let mut lines: Vec<String> = failing.map(|what| t.one("tests-failing", "what", what)).collect();
        let more = (ran.unread.len() + ran.differing.len()).saturating_sub(MOST_TOLD);
        if more > 0 {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            lines.push(t.one("tests-more", "count", more));
        }
        if !ran.untested.is_empty() {
            lines.push(t.one("tests-uncovered", "rules", rules(t, rulebook, &ran.untested)));
        }
        let tone = if lines.is_empty() { "ok" } else { "bad" };
        let passed = i64::try_from(ran.passed).unwrap_or(i64::MAX);
        TestsShown {
            passed: (tone, t.one("tests-passed", "count", passed)),
            lines,
        }
    }
}

/// Does work of some length on a thread that serves nobody meanwhile.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|fault| {
        tracing::error!(%fault, "tests of a rulebook were not run");
        Failure::internal()
    })
}

/// Which tests are others than those of an older version, a line for each kind of change.
pub(super) async fn changed(t: Text, older: &Version, newer: &Version) -> Result<Vec<String>, Failure> {
    let (older, newer) = (older.clone(), newer.clone());
    let all = aside(move || test_changes(&older, &newer)).await?;
    let kinds = [
        (Change::Removed, "tests-removed"),
        (Change::ExpectsLess, "tests-expect-less"),
        (Change::Changed, "tests-changed"),
        (Change::Added, "tests-added"),
    ];
    let line = |(kind, id): (Change, &'static str)| {
        let names = all.iter().filter(|one| one.change == kind);
        let mut names: Vec<&str> = names.map(|one| one.name.as_str()).collect();
        let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
        if names.len() > MOST_TOLD {
            names.truncate(MOST_TOLD);
            names.push("…");
        }
        (!names.is_empty()).then(|| t.with(id, [("count", count.into()), ("names", names.join("; ").into())]))
    };
    Ok(kinds.into_iter().filter_map(line).collect())
}
