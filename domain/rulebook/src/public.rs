//! What of an application may be public, as a rulebook says it: which fields stand in the register and from when, and what is
//! withheld of a case at hand, by a published table.

use crate::{BasisKind, PeriodBasis};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Something of an application that can be public, or withheld.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Field {
    /// The event's name.
    Title,
    /// What will be seen and heard.
    Description,
    /// Its parts, by their names.
    Parts,
    /// Where it is held.
    Place,
    /// From when until when on its day.
    Hours,
    /// Who holds it.
    Organisers,
    /// Who was asked, and whether each has decided; on a permit who agreed and who advised.
    Authorities,
    /// The conditions of its permit.
    Conditions,
    /// The answer to a question, by its id.
    Answer(String),
}

/// What goes before the id of a question.
const ANSWER: &str = "answer.";

impl Field {
    /// Every field but the answers, in the order in which people read them.
    pub const ALL: [Field; 8] = [
        Field::Title,
        Field::Description,
        Field::Parts,
        Field::Place,
        Field::Hours,
        Field::Organisers,
        Field::Authorities,
        Field::Conditions,
    ];

    /// Those that a permit says. Its paper and its file are proven whole, so where one is not public they are its parties' alone.
    pub const OF_PERMIT: [Field; 7] = [
        Field::Title,
        Field::Parts,
        Field::Place,
        Field::Hours,
        Field::Organisers,
        Field::Authorities,
        Field::Conditions,
    ];

    /// The stable name, as rulebooks write it and as used in Fluent ids (`public-place`); of every answer `answer`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Description => "description",
            Field::Parts => "parts",
            Field::Place => "place",
            Field::Hours => "hours",
            Field::Organisers => "organisers",
            Field::Authorities => "authorities",
            Field::Conditions => "conditions",
            Field::Answer(_) => "answer",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Field::Answer(input) => write!(f, "{ANSWER}{input}"),
            plain => f.write_str(plain.name()),
        }
    }
}

impl From<Field> for String {
    fn from(field: Field) -> String {
        field.to_string()
    }
}

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(name: &str) -> Result<Field, UnknownField> {
        if let Some(input) = name.strip_prefix(ANSWER).filter(|input| !input.is_empty()) {
            return Ok(Field::Answer(input.to_owned()));
        }
        let known = Field::ALL.into_iter().find(|field| field.name() == name);
        known.ok_or(UnknownField)
    }
}

impl TryFrom<String> for Field {
    type Error = UnknownField;

    fn try_from(name: String) -> Result<Field, UnknownField> {
        name.parse()
    }
}

/// That a name is no field of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownField;

impl fmt::Display for UnknownField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is no field of an application")
    }
}

impl std::error::Error for UnknownField {}

/// From which step on something is public; each takes in those after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Since {
    /// From when it is handed in.
    Submitted,
    /// From when it is found complete and put to the authorities.
    Circulated,
    /// From when a permit is issued.
    Granted,
}

impl Since {
    /// The stable name, as rulebooks write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Since::Submitted => "submitted",
            Since::Circulated => "circulated",
            Since::Granted => "granted",
        }
    }
}

/// How an application ended of which no permit came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// It was refused.
    Refused,
    /// Its organiser withdrew it.
    Withdrawn,
    /// The day came without a permit.
    Lapsed,
}

impl Ending {
    /// The stable name, as rulebooks write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Ending::Refused => "refused",
            Ending::Withdrawn => "withdrawn",
            Ending::Lapsed => "lapsed",
        }
    }
}

/// The part `[public]` of a rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Public {
    /// From when an application stands in the register.
    pub from: Since,
    /// Of which applications without a permit it stays there.
    pub keeps: Vec<Ending>,
    /// What stands there of it, and from when.
    pub shows: BTreeMap<Field, Since>,
    /// What that rests on.
    pub basis: PeriodBasis,
    /// The id of the decision that says what is withheld, if one does.
    pub decision: Option<String>,
}

/// What of one application may be public: its rulebook's part, and what its rules withhold of this case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publicity {
    /// From when it stands in the register.
    pub from: Since,
    /// Without which permit it stays there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keeps: Vec<Ending>,
    /// What stands there of it, and from when.
    pub shows: BTreeMap<Field, Since>,
    /// What is withheld of it, in the order of the rules; of one field perhaps by several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Withheld>,
}

impl Publicity {
    /// What an application's rulebook that says nothing of it lets be public: what its permit says, once there is one.
    #[must_use]
    pub fn of_permits() -> Publicity {
        let said = |field: &Field| *field != Field::Description;
        let shows = Field::ALL.into_iter().filter(said);
        Publicity {
            from: Since::Granted,
            keeps: vec![],
            shows: shows.map(|field| (field, Since::Granted)).collect(),
            withheld: vec![],
        }
    }

    /// The rule by which a field is withheld: one that never ends before one that ends with the event.
    #[must_use]
    pub fn withheld_by(&self, field: &Field) -> Option<&Withheld> {
        let own = self.withheld.iter().filter(|one| one.field == *field);
        own.min_by_key(|one| one.until_over)
    }

    /// What becomes of a field, in a word: from when it is public, and what stands against it; nothing if it never is.
    #[must_use]
    pub fn term(&self, field: &Field) -> Option<String> {
        let since = self.shows.get(field)?;
        match self.withheld_by(field) {
            None => Some(since.name().to_owned()),
            Some(rule) if rule.until_over => Some(OVER.to_owned()),
            Some(_) => None,
        }
    }
}

/// What a table writes where a field is withheld until the event is over.
pub const OVER: &str = "over";

/// A field that is withheld, and the rule by which it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// What is withheld.
    pub field: Field,
    /// Whether it is told once the day on which the event ends is over; else it never is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub until_over: bool,
    /// The rule, as it is cited: `withheld/2`.
    pub rule: String,
    /// The id of its reason in the rulebook.
    pub reason: String,
    /// What it rests on, as a person would look it up.
    pub citation: String,
    /// Law, regulation, practice or assumption.
    pub kind: BasisKind,
    /// Where what it rests on is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}
