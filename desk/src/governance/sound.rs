//! Whether a version can be published: what the linter finds, what its own tests come to, and which of these are others than
//! those of the version before it.

use crate::rulebooks::{TESTS, Version, unknown_calendars};
use act::Date;
use governance::Checked;
use rulebook::lint::{self, Finding, Level, Report};
use rulebook::tests::{self as rule_tests, Case, CaseChange};
use rulebook::{CaseFault, Files, Rulebook, Said, said};

/// What a version's own tests come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tested {
    /// How many come out as they say.
    pub passed: usize,
    /// Those that do not, or cannot be read, in words.
    pub failing: Vec<Said>,
    /// The rules that no test makes fire, as they are cited: `authorities/7`.
    pub untested: Vec<String>,
}

/// What the linter finds, calendars that are none among it: what publishing refuses, everyone who looks finds.
#[must_use]
pub fn lint(rulebook: &Rulebook, on: Option<Date>) -> Report {
    let mut report = rulebook.lint(on);
    report.findings.extend(unknown_calendars(rulebook));
    report.findings.sort_by_key(|finding| finding.level);
    report
}

/// The same of files, of which perhaps no version can be loaded: then what refuses them.
#[must_use]
pub fn lint_files(files: &Files<'_>, on: Option<Date>) -> Report {
    match Rulebook::load(files) {
        Ok(rulebook) => lint(&rulebook, on),
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
                failing: unread.iter().map(CaseFault::said).collect(),
                ..Tested::default()
            };
        }
    };
    let report = rule_tests::run(&version.rulebook, &cases);
    let failing = report.cases.iter().flat_map(|case| {
        let told = |difference: &rule_tests::Difference| said!("{}: {}", &case.name, difference.said());
        case.differences.iter().map(told)
    });
    Tested {
        passed: report.cases.len() - report.failed(),
        failing: failing.collect(),
        untested: report.uncovered().map(str::to_owned).collect(),
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

/// What stands in the way of publishing a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hindering {
    /// The linter's faults, in words.
    pub faults: Vec<Said>,
    /// The tests that do not come out as they say, in words.
    pub failing: Vec<Said>,
    /// The rules that no test makes fire, as they are cited: `authorities/7`.
    pub untested: Vec<String>,
}

impl From<Hindering> for Checked {
    fn from(hindering: Hindering) -> Checked {
        let details = |all: Vec<Said>| all.iter().map(clearance::said).collect();
        Checked {
            faults: details(hindering.faults),
            failing: details(hindering.failing),
            untested: hindering.untested,
        }
    }
}

/// What stands in the way of publishing a version: the linter's faults on the day from which it is to bind, tests that do not
/// come out as they say, and rules that no test holds.
#[must_use]
pub fn hindering(version: &Version, from: Date) -> Hindering {
    let report = lint(&version.rulebook, Some(from));
    let faults = report.findings.iter().filter(|one| one.level == Level::Fault);
    let tested = tested(version);
    Hindering {
        faults: faults.map(Finding::said).collect(),
        failing: tested.failing,
        untested: tested.untested,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            hindering(&version, version.rulebook.valid_from()).faults
        };
        assert_eq!(faults(settings.to_owned()), vec![]);
        let unknown = faults(settings.replacen("calendar = \"kh\"", "calendar = \"atlantis\"", 1));
        let told = unknown[0].to_string();
        assert!(
            told.contains("authority.mfaic.calendar") && told.contains("no calendar is called"),
            "{told}"
        );
    }
}
