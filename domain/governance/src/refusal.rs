//! Why something was not done to a rulebook or to an authority's calendar: one variant per reason, each with what would be allowed.

use crate::Standing;
use act::{AuthorityId, Date, Detail, Refusal, Role};

/// Why an act on what governs was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GovernanceRefusal {
    /// The role does not do this.
    NotYourRole {
        /// The role acted in.
        role: Role,
        /// The roles that may.
        allowed: &'static [Role],
    },
    /// The organisation is not the rulebook's lead authority.
    NotTheRulebooksLead {
        /// The authority that is.
        authority: AuthorityId,
    },
    /// More files than one version has.
    TooManyRulebookFiles {
        /// How many are taken.
        most: usize,
        /// How many were given.
        given: usize,
    },
    /// A version that is installed or published goes by this name.
    VersionNameTaken {
        /// The name.
        version: String,
    },
    /// A proposal that still may be published goes by this name.
    VersionNameProposed {
        /// The name.
        version: String,
        /// The proposal's number.
        proposal: u32,
    },
    /// There is no proposal of this number.
    NoSuchProposal {
        /// The number.
        number: u32,
    },
    /// The proposal has moved past, or not yet reached, the standing in which this can be done.
    WrongProposalStanding {
        /// Where it stands.
        standing: Standing,
        /// The standings in which it can be done.
        needed: &'static [Standing],
    },
    /// Nobody decides on what the same person proposed.
    OwnProposal,
    /// Whoever did not propose it does not take it back.
    NotTheProposer,
    /// Another version was published since: publishing this one would undo it unseen.
    ChangedMeanwhile {
        /// The hash of the version that it does not know, short.
        by: String,
    },
    /// It would bind before it can be known, before it was approved to bind, or not after the version before it.
    BindsTooEarly {
        /// The day given.
        from: Date,
        /// The first day that would do.
        earliest: Date,
    },
    /// It would bind from so far ahead that the day is mistyped: no version could bind before it any more.
    BindsTooFarAhead {
        /// The day given.
        from: Date,
        /// The last day that would do.
        latest: Date,
    },
    /// The version does not say of itself that it holds on that day.
    OutsideValidity {
        /// The day given.
        from: Date,
        /// The first day on which it says it holds.
        valid_from: Date,
    },
    /// The version says that it no longer holds on that day.
    PastValidity {
        /// The day given.
        from: Date,
        /// The last day on which it says it holds.
        valid_to: Date,
    },
    /// The linter found faults.
    RulebookFaults {
        /// What it found.
        faults: Vec<Detail>,
    },
    /// The version's own tests do not come out as they say.
    RuleTestsFail {
        /// Which, and how.
        tests: Vec<Detail>,
    },
    /// Rules that no test makes fire.
    RulesUntested {
        /// Which.
        rules: Vec<Detail>,
    },
    /// The calendar is another authority's.
    NotYourCalendar {
        /// Whose it is.
        authority: AuthorityId,
    },
    /// The last day comes before the first.
    DaysBackward {
        /// The first day given.
        from: Date,
        /// The last day given.
        to: Date,
    },
    /// More days than one entry takes.
    TooManyDays {
        /// How many are taken.
        most: usize,
        /// How many were given.
        given: usize,
    },
    /// A day so far off that it is mistyped, or that no calendar knows.
    DayOutOfReach {
        /// The day given.
        date: Date,
        /// The first day that would do.
        earliest: Date,
        /// The last day that would do.
        latest: Date,
    },
    /// The authority does on these days already what it would by the entry.
    NothingChanges {
        /// The first day given.
        from: Date,
        /// The last day given.
        to: Date,
    },
    /// More entries than one calendar takes.
    TooManyEntries {
        /// How many are taken.
        most: usize,
    },
    /// There is no entry of this number.
    NoSuchEntry {
        /// The number.
        number: u32,
    },
    /// The entry was taken back already.
    EntryTakenBack {
        /// The number.
        number: u32,
    },
}

fn standing(standing: Standing) -> Detail {
    Detail::Term(format!("proposal-{}", standing.name()))
}

fn count(number: usize) -> Detail {
    Detail::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The first few of many; nobody reads a hundred in one sentence.
fn some(all: impl Iterator<Item = Detail>) -> Detail {
    const MOST: usize = 5;
    Detail::AllOf(all.take(MOST).collect())
}

impl GovernanceRefusal {
    /// The particulars of those that are about an authority's own days.
    fn of_days(&self) -> Vec<(&'static str, Detail)> {
        match self {
            GovernanceRefusal::NotYourCalendar { authority } => {
                vec![("authority", Detail::Authority(authority.clone()))]
            }
            GovernanceRefusal::DaysBackward { from, to } | GovernanceRefusal::NothingChanges { from, to } => {
                vec![("from", Detail::Date(*from)), ("to", Detail::Date(*to))]
            }
            GovernanceRefusal::TooManyDays { most, given } => {
                vec![("most", count(*most)), ("given", count(*given))]
            }
            GovernanceRefusal::DayOutOfReach {
                date,
                earliest,
                latest,
            } => vec![
                ("date", Detail::Date(*date)),
                ("earliest", Detail::Date(*earliest)),
                ("latest", Detail::Date(*latest)),
            ],
            GovernanceRefusal::TooManyEntries { most } => vec![("most", count(*most))],
            GovernanceRefusal::NoSuchEntry { number } | GovernanceRefusal::EntryTakenBack { number } => {
                vec![("number", Detail::Number(i64::from(*number)))]
            }
            _ => vec![],
        }
    }
}

impl Refusal for GovernanceRefusal {
    act::codes! {
        NotYourRole = "not-your-role",
        NotTheRulebooksLead = "not-the-rulebooks-lead",
        TooManyRulebookFiles = "too-many-rulebook-files",
        VersionNameTaken = "version-name-taken",
        VersionNameProposed = "version-name-proposed",
        NoSuchProposal = "no-such-proposal",
        WrongProposalStanding = "wrong-proposal-standing",
        OwnProposal = "own-proposal",
        NotTheProposer = "not-the-proposer",
        ChangedMeanwhile = "changed-meanwhile",
        BindsTooEarly = "binds-too-early",
        BindsTooFarAhead = "binds-too-far-ahead",
        OutsideValidity = "outside-validity",
        PastValidity = "past-validity",
        RulebookFaults = "rulebook-faults",
        RuleTestsFail = "rule-tests-fail",
        RulesUntested = "rules-untested",
        NotYourCalendar = "not-your-calendar",
        DaysBackward = "days-backward",
        TooManyDays = "too-many-days",
        DayOutOfReach = "day-out-of-reach",
        NothingChanges = "nothing-changes",
        TooManyEntries = "too-many-entries",
        NoSuchEntry = "no-such-entry",
        EntryTakenBack = "entry-taken-back",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            GovernanceRefusal::NotYourRole { role, allowed } => vec![
                ("role", Detail::role(*role)),
                ("allowed", Detail::any_role(allowed)),
            ],
            GovernanceRefusal::NotTheRulebooksLead { authority } => {
                vec![("authority", Detail::Authority(authority.clone()))]
            }
            GovernanceRefusal::TooManyRulebookFiles { most, given } => {
                vec![("most", count(*most)), ("given", count(*given))]
            }
            GovernanceRefusal::VersionNameTaken { version } => {
                vec![("version", Detail::Text(version.clone()))]
            }
            GovernanceRefusal::VersionNameProposed { version, proposal } => vec![
                ("version", Detail::Text(version.clone())),
                ("proposal", Detail::Number(i64::from(*proposal))),
            ],
            GovernanceRefusal::NoSuchProposal { number } => {
                vec![("number", Detail::Number(i64::from(*number)))]
            }
            GovernanceRefusal::WrongProposalStanding {
                standing: now,
                needed,
            } => {
                let needed = needed.iter().copied().map(standing).collect();
                vec![("standing", standing(*now)), ("needed", Detail::AnyOf(needed))]
            }
            GovernanceRefusal::ChangedMeanwhile { by } => vec![("by", Detail::Text(by.clone()))],
            GovernanceRefusal::BindsTooEarly { from, earliest } => {
                vec![
                    ("from", Detail::Date(*from)),
                    ("earliest", Detail::Date(*earliest)),
                ]
            }
            GovernanceRefusal::BindsTooFarAhead { from, latest } => {
                vec![("from", Detail::Date(*from)), ("latest", Detail::Date(*latest))]
            }
            GovernanceRefusal::OutsideValidity { from, valid_from } => vec![
                ("from", Detail::Date(*from)),
                ("valid", Detail::Date(*valid_from)),
            ],
            GovernanceRefusal::PastValidity { from, valid_to } => {
                vec![("from", Detail::Date(*from)), ("valid", Detail::Date(*valid_to))]
            }
            GovernanceRefusal::RulebookFaults { faults: what }
            | GovernanceRefusal::RuleTestsFail { tests: what }
            | GovernanceRefusal::RulesUntested { rules: what } => {
                vec![("count", count(what.len())), ("what", some(what.iter().cloned()))]
            }
            GovernanceRefusal::OwnProposal | GovernanceRefusal::NotTheProposer => vec![],
            of_a_calendar => of_a_calendar.of_days(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            GovernanceRefusal::BindsTooEarly { .. }
            | GovernanceRefusal::BindsTooFarAhead { .. }
            | GovernanceRefusal::OutsideValidity { .. }
            | GovernanceRefusal::PastValidity { .. } => Some("from"),
            GovernanceRefusal::DayOutOfReach { .. } | GovernanceRefusal::NothingChanges { .. } => {
                Some("from")
            }
            GovernanceRefusal::DaysBackward { .. } | GovernanceRefusal::TooManyDays { .. } => Some("to"),
            GovernanceRefusal::VersionNameTaken { .. } | GovernanceRefusal::VersionNameProposed { .. } => {
                Some("version-name")
            }
            _ => None,
        }
    }
}
