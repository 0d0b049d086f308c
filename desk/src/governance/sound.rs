//! Whether a version can be published: what the linter finds, what its own tests come to, and which of these are others than
//! those of the version before it.

use super::beside::{ids_of_others, unknown_calendars};
use crate::rulebooks::{RulebooksNow, TESTS, Version};
use act::{Date, Detail};
use governance::Checked;
use rulebook::lint::{self, Finding, Level, Report};
use rulebook::tests::{self as rule_tests, Case, CaseChange, Difference};
use rulebook::{CaseFault, Files, Rulebook, Said, said};

/// What a version's own tests come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tested {
    /// How many come out as they say.
    pub passed: usize,
    /// What of them cannot be read.
    pub unread: Vec<CaseFault>,
    /// Those that come out otherwise, by their names, with in what.
    pub differing: Vec<(String, Difference)>,
    /// The rules that no test makes fire, as they are cited: `authorities/7`.
    pub untested: Vec<String>,
}

/// What says whether a version is sound: what stands in the way of publishing it is among this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soundness {
    /// What the linter finds.
    pub report: Report,
    /// What its own tests come to.
    pub tests: Tested,
}

/// What the linter finds, calendars that are none among it, and ids of authorities that other rulebooks of the installation call
/// otherwise: what publishing refuses, everyone who looks finds.
#[must_use]
pub fn lint(rulebook: &Rulebook, on: Option<Date>, known: &RulebooksNow) -> Report {
    with(alone(rulebook, on), ids_of_others(rulebook, known))
}

fn alone(rulebook: &Rulebook, on: Option<Date>) -> Report {
    with(rulebook.lint(on), unknown_calendars(rulebook))
}

fn with(mut report: Report, more: Vec<Finding>) -> Report {
    report.findings.extend(more);
    report.findings.sort_by_key(|finding| finding.level);
    report
}

/// The same of files that stand alone, of which perhaps no version can be loaded: then what refuses them.
#[must_use]
pub fn lint_files(files: &Files<'_>, on: Option<Date>) -> Report {
    match Rulebook::load(files) {
        Ok(rulebook) => alone(&rulebook, on),
        Err(_) => lint::files(files, on),
    }
}

/// A version's own tests.
///
/// # Errors
/// What of them cannot be read.
pub fn own_cases(version: &Version) -> Result<Vec<Case>, Vec<CaseFault>> {
    let files = version.files.iter().filter(|(name, _)| name.starts_with(TESTS));
    let files: Vec<(&str, &str)> = files.map(|(name, text)| (name.as_str(), text.as_str())).collect();
    rule_tests::read(&version.rulebook, &files)
}

/// Runs a version's own tests.
#[must_use]
pub fn tested(version: &Version) -> Tested {
    let cases = match own_cases(version) {
        Ok(cases) => cases,
        Err(unread) => {
            return Tested {
                unread,
                ..Tested::default()
            };
        }
    };
    let report = rule_tests::run(&version.rulebook, &cases);
    let (passed, untested) = (
        report.cases.len() - report.failed(),
        report.uncovered().map(str::to_owned).collect(),
    );
    let differing = report.cases.into_iter().flat_map(|case| {
        let each = case.differences.into_iter();
        each.map(move |difference| (case.name.clone(), difference))
    });
    Tested {
        passed,
        unread: vec![],
        differing: differing.collect(),
        untested,
    }
}

/// Lints a version as of the day from which it is to bind, beside those that are `known`, and runs its own tests. This looks at
/// all combinations of answers, which can take a while: never on a thread that serves others.
#[must_use]
pub fn soundness(version: &Version, from: Date, known: &RulebooksNow) -> Soundness {
    Soundness {
        report: lint(&version.rulebook, Some(from), known),
        tests: tested(version),
    }
}

/// Which tests of a version are others than those of an older one. Files that cannot be read hold none.
#[must_use]
pub fn test_changes(older: &Version, newer: &Version) -> Vec<CaseChange> {
    let (was, is) = (
        own_cases(older).unwrap_or_default(),
        own_cases(newer).unwrap_or_default(),
    );
    rule_tests::between((&older.rulebook, &was), (&newer.rulebook, &is))
}

impl Soundness {
    /// The linter's faults.
    pub fn faults(&self) -> impl Iterator<Item = &Finding> {
        let findings = self.report.findings.iter();
        findings.filter(|one| one.level == Level::Fault)
    }

    /// What stands in the way of publishing, as a refusal tells it: authorities and rules are called there as its reader calls them.
    #[must_use]
    pub fn checked(&self, rulebook: &Rulebook) -> Checked {
        let faults = self.faults().map(Finding::told);
        let unread = self.tests.unread.iter().map(CaseFault::said);
        let told = |said: Said| with_rules(rulebook, clearance::said(&said));
        let differing = self.tests.differing.iter().map(|(name, difference)| {
            let parts = vec![Detail::Text(name.clone()), with_authority(rulebook, difference)];
            Detail::Said("{}: {}", parts)
        });
        let untested = self.tests.untested.iter().cloned().map(Detail::Text);
        Checked {
            faults: faults.map(told).collect(),
            failing: unread.map(told).chain(differing).collect(),
            untested: untested.map(|rule| with_rules(rulebook, rule)).collect(),
        }
    }
}

/// A difference with the authority that it is about.
fn with_authority(rulebook: &Rulebook, difference: &Difference) -> Detail {
    let about = match difference {
        Difference::Missing { authority }
        | Difference::Unexpected { authority, .. }
        | Difference::Rules { authority, .. }
        | Difference::Period { authority, .. } => authority.parse().ok().map(Detail::Authority),
        Difference::Withheld { .. }
        | Difference::Refused { .. }
        | Difference::NotRefused { .. }
        | Difference::RefusedOtherwise { .. } => None,
    };
    match (with_rules(rulebook, clearance::said(&difference.said())), about) {
        // Its sentence names the authority first.
        (Detail::Said(english, parts), Some(authority)) => {
            let others = parts.into_iter().skip(1);
            Detail::Said(english, std::iter::once(authority).chain(others).collect())
        }
        (told, _) => told,
    }
}

/// A detail with the rules that it cites.
fn with_rules(rulebook: &Rulebook, detail: Detail) -> Detail {
    match detail {
        Detail::Text(cited) => rules(rulebook, &cited).unwrap_or(Detail::Text(cited)),
        Detail::Said(english, parts) => {
            let parts = parts.into_iter().map(|part| with_rules(rulebook, part));
            Detail::Said(english, parts.collect())
        }
        Detail::AnyOf(parts) => {
            Detail::AnyOf(parts.into_iter().map(|part| with_rules(rulebook, part)).collect())
        }
        Detail::AllOf(parts) => {
            Detail::AllOf(parts.into_iter().map(|part| with_rules(rulebook, part)).collect())
        }
        whole @ (Detail::Number(_) | Detail::Term(_) | Detail::Date(_) | Detail::Authority(_)) => whole,
    }
}

/// Rules that are cited: `authorities/3, authorities/7`.
fn rules(rulebook: &Rulebook, cited: &str) -> Option<Detail> {
    let rule = |cited: &str| {
        let (table, number) = cited.rsplit_once('/')?;
        let number: u32 = number.parse().ok().filter(|_| table == rulebook.decision())?;
        Some(clearance::said(&said!("rule {}", number)))
    };
    let all: Option<Vec<Detail>> = cited.split(", ").map(rule).collect();
    all.map(Detail::AllOf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hinders_names_authorities_and_rules() {
        let folder = [
            (
                "rulebook.toml",
                include_str!("../../../rulebooks/kh-phnom-penh/rulebook.toml"),
            ),
            (
                "authorities.dmn",
                include_str!("../../../rulebooks/kh-phnom-penh/authorities.dmn"),
            ),
        ];
        let files = folder.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let version = Version::load(files.into()).unwrap();
        let rule = |number| Detail::Said("rule {}", vec![Detail::Number(number)]);
        let unexpected = Difference::Unexpected {
            authority: "moi".to_owned(),
            rules: vec!["authorities/3".to_owned(), "authorities/7".to_owned()],
        };
        // A test may be called what an authority is called, and expect words that are an authority's id.
        let not_refused = Difference::NotRefused {
            expected: "moi".to_owned(),
        };
        let found = Soundness {
            report: Report::default(),
            tests: Tested {
                differing: vec![("moi".to_owned(), unexpected), ("mfaic".to_owned(), not_refused)],
                untested: vec!["authorities/2".to_owned(), "people/1".to_owned()],
                ..Tested::default()
            },
        };
        let told = found.checked(&version.rulebook);
        let parts = vec![
            Detail::Authority("moi".parse().unwrap()),
            Detail::AllOf(vec![rule(3), rule(7)]),
        ];
        let english = "{} is asked by {}, and was not expected to be";
        let of = |name: &str, said: Detail| Detail::Said("{}: {}", vec![Detail::Text(name.to_owned()), said]);
        let words = "it is not refused, where “{}” was expected";
        let as_it_is = Detail::Said(words, vec![Detail::Text("moi".to_owned())]);
        let expected = [of("moi", Detail::Said(english, parts)), of("mfaic", as_it_is)];
        assert_eq!(told.failing, expected);
        let untested = [Detail::AllOf(vec![rule(2)]), Detail::Text("people/1".to_owned())];
        assert_eq!(told.untested, untested);
    }

    #[test]
    fn a_version_whose_calendar_is_none_is_not_sound() {
        let settings = include_str!("../../../rulebooks/kh-phnom-penh/rulebook.toml");
        let decisions = include_str!("../../../rulebooks/kh-phnom-penh/authorities.dmn");
        let faults = |settings: String| {
            let files = [
                ("rulebook.toml".to_owned(), settings),
                ("authorities.dmn".to_owned(), decisions.to_owned()),
            ];
            let version = Version::load(files.into()).unwrap();
            let known = crate::Rulebooks::new().at(act::Timestamp::UNIX_EPOCH);
            let found = soundness(&version, version.rulebook.valid_from(), &known);
            found.faults().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(faults(settings.to_owned()), Vec::<String>::new());
        let unknown = faults(settings.replacen("calendar = \"kh\"", "calendar = \"atlantis\"", 1));
        let told = &unknown[0];
        assert!(
            told.contains("authority.mfaic.calendar") && told.contains("no calendar is called"),
            "{told}"
        );
    }
}
