//! What the public may know of an application: the one place that says so. Its rulebook's part `[public]` and what its rules withhold
//! were evaluated when it was handed in (`Submission::public`), so that the same facts tell the public the same for ever.

mod fields;
mod veil;

use crate::{Application, Lead, Organiser, Outcome, RulebookPin, Stage};
use act::{AuthorityId, Date, Passage, Timestamp, Title};
pub use fields::{Changes, publicity};
use fields::{changed, over, publicity_of, step, told, untold_of};
use jiff::civil::Time;
use rulebook::{Ending, Field, Since, Value, Withheld};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
pub use veil::{untold_of_permits, veil_permits};

/// Where an application stands, as the public is told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicStage {
    /// No permit was issued, and one can be.
    InReview,
    /// A permit was issued and stands.
    Permitted,
    /// Its permit does not hold for now.
    Suspended,
    /// Its permit was taken back.
    Revoked,
    /// All have decided, and somebody whose consent is needed refused.
    Refused,
    /// Its organiser withdrew it.
    Withdrawn,
    /// The day came without a permit that holds.
    Lapsed,
}

impl PublicStage {
    /// Every one, in the order in which they are offered.
    pub const ALL: [PublicStage; 7] = [
        PublicStage::InReview,
        PublicStage::Permitted,
        PublicStage::Suspended,
        PublicStage::Revoked,
        PublicStage::Refused,
        PublicStage::Withdrawn,
        PublicStage::Lapsed,
    ];

    /// The stable name, as used in addresses and Fluent ids (`register-in-review`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            PublicStage::InReview => "in-review",
            PublicStage::Permitted => "permitted",
            PublicStage::Suspended => "suspended",
            PublicStage::Revoked => "revoked",
            PublicStage::Refused => "refused",
            PublicStage::Withdrawn => "withdrawn",
            PublicStage::Lapsed => "lapsed",
        }
    }

    fn of(application: &Application) -> Option<PublicStage> {
        Some(match application.stage() {
            Stage::Draft => return None,
            Stage::Decided if matches!(Outcome::of(application), Outcome::Refused { .. }) => {
                PublicStage::Refused
            }
            Stage::Submitted | Stage::Returned | Stage::InCirculation | Stage::Decided => {
                PublicStage::InReview
            }
            Stage::Permitted => PublicStage::Permitted,
            Stage::Suspended => PublicStage::Suspended,
            Stage::Revoked => PublicStage::Revoked,
            Stage::Withdrawn => PublicStage::Withdrawn,
            Stage::Lapsed => PublicStage::Lapsed,
        })
    }

    /// The ending of an application that it is, of which no permit came.
    fn ending(self) -> Option<Ending> {
        match self {
            PublicStage::Refused => Some(Ending::Refused),
            PublicStage::Withdrawn => Some(Ending::Withdrawn),
            PublicStage::Lapsed => Some(Ending::Lapsed),
            _ => None,
        }
    }
}

/// An authority that was asked, as the public is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicAsked {
    /// Which.
    pub authority: AuthorityId,
    /// Its name on the day of referral.
    pub name: Title,
    /// Whether it has decided, or advised: never what.
    pub decided: bool,
    /// Whether it advises instead of deciding.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub advises: bool,
}

/// What stands in the register of an application, field by field: what is not there is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The event's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title>,
    /// What will be seen and heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Passage>,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<Title>>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Title>,
    /// From when until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<(Time, Time)>,
    /// Who holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisers: Option<Vec<Organiser>>,
    /// Who was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorities: Option<Vec<PublicAsked>>,
    /// How many conditions its permit has; the permit's page says which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<usize>,
    /// Answers, by the ids of their questions.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, Value>,
}

impl Told {
    /// Takes what another tells, where this one does not.
    fn add(&mut self, other: Told) {
        fn either<T>(own: &mut Option<T>, other: Option<T>) {
            if own.is_none() {
                *own = other;
            }
        }
        either(&mut self.title, other.title);
        either(&mut self.description, other.description);
        either(&mut self.parts, other.parts);
        either(&mut self.place, other.place);
        either(&mut self.hours, other.hours);
        either(&mut self.organisers, other.organisers);
        either(&mut self.authorities, other.authorities);
        either(&mut self.conditions, other.conditions);
        self.answers.extend(other.answers);
    }

    fn texts(&self) -> Vec<&str> {
        let texts = [self.title.as_ref(), self.place.as_ref()];
        texts.into_iter().flatten().map(Title::as_str).collect()
    }

    fn asked(&self) -> impl Iterator<Item = &AuthorityId> {
        self.authorities.iter().flatten().map(|one| &one.authority)
    }
}

/// Why the public is not told something of an application that stands in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Untold {
    /// A rule withholds it.
    Rule(Withheld),
    /// It is not told before a later step.
    Later {
        /// What.
        field: Field,
        /// From when it is.
        since: Since,
    },
    /// The rulebook lets it be public at no step.
    Never {
        /// What.
        field: Field,
    },
}

impl Untold {
    /// What is not told.
    #[must_use]
    pub fn field(&self) -> &Field {
        match self {
            Untold::Rule(rule) => &rule.field,
            Untold::Later { field, .. } | Untold::Never { field } => field,
        }
    }

    /// The same of another field.
    fn of(self, field: &Field) -> Untold {
        let field = field.clone();
        match self {
            Untold::Rule(rule) => Untold::Rule(Withheld { field, ..rule }),
            Untold::Later { since, .. } => Untold::Later { field, since },
            Untold::Never { .. } => Untold::Never { field },
        }
    }
}

/// An application as it stands in the register. What is told only once the event is over lies in it apart, and what never is not at
/// all: [`Entry::seen`] gives what may be read at an instant, and nobody is shown anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The application's reference.
    pub reference: String,
    /// Its permit's, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permit: Option<String>,
    /// Where it stands.
    pub stage: PublicStage,
    /// The event's day.
    pub date: Date,
    /// IANA zone of its times.
    pub zone: String,
    /// When the day on which it ends is over.
    pub over: Timestamp,
    /// The authority that leads.
    pub lead: Lead,
    /// The rulebook that it is decided by.
    pub rulebook: RulebookPin,
    /// How its permit changed, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changed: Option<Changes>,
    /// What is told at once.
    told: Told,
    /// What is told once the event is over.
    #[serde(default, skip_serializing_if = "is_nothing")]
    afterwards: Told,
    /// What is not told, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    untold: Vec<Untold>,
}

fn is_nothing(told: &Told) -> bool {
    *told == Told::default()
}

/// An entry as anyone may read it at an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The application's reference.
    pub reference: String,
    /// Its permit's, where it has one.
    pub permit: Option<String>,
    /// Where it stands.
    pub stage: PublicStage,
    /// Whether the day on which the event ends is over.
    pub is_over: bool,
    /// The event's day.
    pub date: Date,
    /// IANA zone of its times.
    pub zone: String,
    /// The authority that leads.
    pub lead: Lead,
    /// The rulebook that it is decided by.
    pub rulebook: RulebookPin,
    /// How what is told of its permit changed, where it has one.
    pub changed: Option<Changes>,
    /// What is told.
    pub told: Told,
    /// What is not, and why.
    pub untold: Vec<Untold>,
}

impl Entry {
    /// What an application has in the register; nothing where it does not stand there.
    #[must_use]
    pub fn of(application: &Application) -> Option<Entry> {
        let submission = application.submission.as_ref()?;
        let stage = PublicStage::of(application)?;
        let publicity = publicity_of(application);
        let step = step(application);
        let stays = application.permit.is_some()
            || stage
                .ending()
                .is_none_or(|ending| publicity.keeps.contains(&ending));
        if step < publicity.from || !stays {
            return None;
        }
        let event = &submission.event;
        let mut entry = Entry {
            reference: application.reference.clone(),
            permit: application.permit.as_ref().map(|one| one.content.permit.clone()),
            stage,
            date: application
                .permit
                .as_ref()
                .map_or(event.date, |one| one.content.date),
            zone: event.zone.clone(),
            over: over(application)?,
            lead: application.lead.clone()?,
            rulebook: application.rulebook.clone()?,
            changed: changed(application),
            told: Told::default(),
            afterwards: Told::default(),
            untold: vec![],
        };
        // What a description says is no field of a permit: where a rulebook lets it be public nowhere, nothing is missing.
        let said = |field: &Field| *field != Field::Description || publicity.shows.contains_key(field);
        let answers = publicity
            .shows
            .keys()
            .filter(|field| matches!(field, Field::Answer(_)));
        for field in Field::ALL.iter().filter(|field| said(field)).chain(answers) {
            let own = || told(application, field);
            match untold_of(application, &publicity, field, step) {
                None => entry.told.add(own()),
                Some(why) => {
                    if matches!(&why, Untold::Rule(rule) if rule.until_over) {
                        entry.afterwards.add(own());
                    }
                    entry.untold.push(why);
                }
            }
        }
        Some(entry)
    }

    /// The entry as anyone may read it at that instant.
    #[must_use]
    pub fn seen(self, at: Timestamp) -> Seen {
        let is_over = at >= self.over;
        let (mut told, mut untold) = (self.told, self.untold);
        // What the public is told afterwards is one more change, and the last one unless the permit changed since.
        let tells_more = is_over && !is_nothing(&self.afterwards);
        let changed = self.changed.map(|changed| match tells_more {
            true => changed.and(self.over),
            false => changed,
        });
        if is_over {
            told.add(self.afterwards);
            untold.retain(|one| !matches!(one, Untold::Rule(rule) if rule.until_over));
        }
        Seen {
            reference: self.reference,
            permit: self.permit,
            stage: self.stage,
            is_over,
            date: self.date,
            zone: self.zone,
            lead: self.lead,
            rulebook: self.rulebook,
            changed,
            told,
            untold,
        }
    }

    /// The texts by which it is looked for.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        self.told.texts()
    }

    /// The texts by which it is looked for once its event is over, and not before.
    #[must_use]
    pub fn texts_afterwards(&self) -> Vec<&str> {
        self.afterwards.texts()
    }

    /// The authorities by which it is looked for.
    pub fn asked(&self) -> impl Iterator<Item = &AuthorityId> {
        self.told.asked()
    }

    /// The authorities by which it is looked for once its event is over, and not before.
    pub fn asked_afterwards(&self) -> impl Iterator<Item = &AuthorityId> {
        self.afterwards.asked()
    }
}

impl Seen {
    /// Why something is not told; nothing where it is.
    #[must_use]
    pub fn untold(&self, field: &Field) -> Option<&Untold> {
        self.untold.iter().find(|one| one.field() == field)
    }
}
