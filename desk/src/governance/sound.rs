//! Whether a version can be published: what the linter finds, what its own tests come to, and which of these are others than
//! those of the version before it.

use crate::rulebooks::{TESTS, Version, unknown_calendars};
use act::{Date, Detail};
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

impl Hindering {
    /// The same as a refusal tells it: authorities and rules are called there as its reader calls them.
    #[must_use]
    pub fn of(self, rulebook: &Rulebook) -> Checked {
        let told = |all: Vec<Said>| {
            let details = all.iter().map(clearance::said);
            details.map(|one| named(rulebook, one)).collect()
        };
        let untested = self.untested.into_iter().map(Detail::Text);
        Checked {
            faults: told(self.faults),
            failing: told(self.failing),
            untested: untested.map(|one| named(rulebook, one)).collect(),
        }
    }
}

/// A detail with the authorities and rules that it names by their ids.
fn named(rulebook: &Rulebook, detail: Detail) -> Detail {
    match detail {
        Detail::Text(id) => {
            let authority = rulebook.authority(&id).and_then(|one| one.id.parse().ok());
            let known = authority.map(Detail::Authority);
            known.or_else(|| rules(rulebook, &id)).unwrap_or(Detail::Text(id))
        }
        Detail::Said(english, parts) => {
            let parts = parts.into_iter().map(|part| named(rulebook, part));
            Detail::Said(english, parts.collect())
        }
        other => other,
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
        let told = Hindering {
            failing: vec![said!(
                "{} is asked by {}, and was not expected to be",
                "moi",
                "authorities/3, authorities/7"
            )],
            untested: vec!["authorities/2".to_owned(), "people/1".to_owned()],
            ..Hindering::default()
        };
        let told = told.of(&version.rulebook);
        let parts = vec![
            Detail::Authority("moi".parse().unwrap()),
            Detail::AllOf(vec![rule(3), rule(7)]),
        ];
        let english = "{} is asked by {}, and was not expected to be";
        assert_eq!(told.failing, [Detail::Said(english, parts)]);
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
