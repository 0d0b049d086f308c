//! What is awaited of a question, and what is answered.

use crate::{About, ClearanceRefusal, Item, ItemEnd, ItemEnded, Question, Share, Wanted};
use act::{Reason, Timestamp};
use rulebook::Rulebook;

/// How many items one question has at most.
pub const MOST_ITEMS: usize = 30;

impl About {
    /// Whether a rulebook has what it names by an id: a question of its form, or a kind of document.
    ///
    /// # Errors
    /// [`ClearanceRefusal::NotInForm`].
    pub fn is_in_form(&self, rulebook: &Rulebook) -> Result<(), ClearanceRefusal> {
        let (id, is_there) = match self {
            About::Field(id) => (id, rulebook.input(id).is_some()),
            About::Document(id) => (id, rulebook.attachments().documents.contains_key(id)),
            About::Named(_) => return Ok(()),
        };
        if is_there {
            Ok(())
        } else {
            Err(ClearanceRefusal::NotInForm(id.clone()))
        }
    }
}

impl Question {
    /// A question that was just asked.
    pub(crate) fn asked(number: u32, text: &Reason, items: &[Wanted], at: Timestamp) -> Self {
        let item = |wanted: &Wanted| Item {
            wanted: wanted.clone(),
            ended: None,
        };
        Question {
            number,
            text: text.clone(),
            asked: at,
            items: items.iter().map(item).collect(),
            answer: None,
            ended: None,
        }
    }

    /// Whether it was answered: as a whole, or an item of it.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answer.is_some() || self.items.iter().any(Item::is_answered)
    }

    /// Its items, each with its number.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &Item)> {
        (1..).zip(&self.items)
    }

    /// The items that are still awaited, each with its number.
    pub fn awaited(&self) -> impl Iterator<Item = (u32, &Item)> {
        let open = self.ended.is_none();
        self.numbered()
            .filter(move |(_, item)| open && item.ended.is_none())
    }

    /// Whether an item of that number is still awaited.
    #[must_use]
    pub fn awaits(&self, item: u32) -> bool {
        self.awaited().any(|(number, _)| number == item)
    }

    /// How many of its items are answered; none where it has no items, or all were taken back.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        let count = |is: fn(&Item) -> bool| {
            let items = self.items.iter().filter(|item| is(item));
            u32::try_from(items.count()).unwrap_or(u32::MAX)
        };
        let share = Share {
            answered: count(Item::is_answered),
            of: count(|item| !item.is_taken_back()),
            declined: count(Item::is_declined),
        };
        (share.of > 0).then_some(share)
    }

    /// Items end. Once none is awaited any more, the question has ended, and the clock runs again.
    pub(crate) fn end_items(&mut self, ended: impl Iterator<Item = (u32, ItemEnd)>, at: Timestamp) {
        for (number, how) in ended {
            let place = number
                .checked_sub(1)
                .and_then(|place| usize::try_from(place).ok());
            let item = place.and_then(|place| self.items.get_mut(place));
            if let Some(item) = item.filter(|item| item.ended.is_none()) {
                item.ended = Some(ItemEnded { at, how });
            }
        }
        if self.ended.is_none() && self.items.iter().all(|item| item.ended.is_some()) {
            self.ended = Some(at);
        }
    }

    /// It ends as a whole; what was still awaited of it is taken back with it.
    pub(crate) fn end(&mut self, at: Timestamp, answer: Option<&Reason>) {
        let open: Vec<u32> = self.awaited().map(|(number, _)| number).collect();
        let open = open.into_iter().map(|number| (number, ItemEnd::TakenBack));
        self.end_items(open, at);
        self.ended = Some(at);
        self.answer = answer.cloned();
    }
}
