//! What a question asks for, item by item, and what became of each.

use act::{AttachmentId, Reason, Timestamp, Title};
use serde::{Deserialize, Serialize};

/// What one item of a question is about: by its id in the rulebook that the application is bound to, or by its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// What the application says on a question of its form.
    Field(String),
    /// A kind of document that the rulebook knows.
    Document(String),
    /// A document that the rulebook does not know, by its name.
    Named(Title),
}

/// One item of a question: what it is about, and what of that is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// What it is about.
    pub about: About,
    /// What is asked of it, where the question itself does not say that already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Reason>,
}

/// What the organiser says to one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemAnswer {
    /// An answer: in words, with documents of the case, or both.
    Given {
        /// The words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Reason>,
        /// The documents.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        documents: Vec<AttachmentId>,
    },
    /// That it cannot be answered.
    CannotBe {
        /// Why.
        why: Reason,
    },
}

/// What the organiser says to an item, by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnsweredItem {
    /// Which item of the question, counted from 1.
    pub item: u32,
    /// What is said.
    pub answer: ItemAnswer,
}

/// How an item ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemEnd {
    /// The organiser answered it, or said why it cannot.
    Answered(ItemAnswer),
    /// The authority took it back.
    TakenBack,
}

/// That an item ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEnded {
    /// When.
    pub at: Timestamp,
    /// How.
    pub how: ItemEnd,
}

/// An item of a question that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What is asked.
    pub wanted: Wanted,
    /// What became of it, once something did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ItemEnded>,
}

impl Item {
    /// Whether the organiser answered it, or said why it cannot be answered.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        let how = self.ended.as_ref().map(|ended| &ended.how);
        matches!(how, Some(ItemEnd::Answered(_)))
    }

    /// Whether the authority took it back.
    #[must_use]
    pub fn is_declined(&self) -> bool {
        let how = self.ended.as_ref().map(|ended| &ended.how);
        matches!(how, Some(ItemEnd::Answered(ItemAnswer::CannotBe { .. })))
    }

    /// Whether the authority took it back.
    #[must_use]
    pub fn is_taken_back(&self) -> bool {
        let how = self.ended.as_ref().map(|ended| &ended.how);
        matches!(how, Some(ItemEnd::TakenBack))
    }
}

/// How many items of a question are answered, of those that were not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// How many are answered, those among them of which it was said that they cannot be.
    pub answered: u32,
    /// Of how many.
    pub of: u32,
    /// Of how many of those answered it was said that they cannot be.
    #[serde(default, skip_serializing_if = "is_none")]
    pub declined: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
fn is_none(number: &u32) -> bool {
    *number == 0
}
