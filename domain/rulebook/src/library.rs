//! The library of conditions: what of a rulebook an authority can set without writing it.

use crate::Rulebook;
use crate::attached::Condition;

impl Rulebook {
    /// What an authority can set without writing it, in the order of the ids: the conditions that are its own, by their
    /// `authorities` or because a rule brings them along when it is asked; and those that are nobody's, for these are anybody's.
    pub fn library(&self, authority: &str) -> impl Iterator<Item = (&str, &Condition)> {
        let all = self.attachments().conditions.iter();
        let own = move |id: &str, one: &Condition| {
            let named = one.authorities.iter().any(|own| own == authority);
            named || self.brings(id, Some(authority)) || self.is_anybodys(id, one)
        };
        all.filter(move |(id, one)| own(id, one))
            .map(|(id, one)| (id.as_str(), one))
    }

    /// Whether a condition is no authority's own.
    #[must_use]
    pub fn is_anybodys(&self, id: &str, one: &Condition) -> bool {
        one.authorities.is_empty() && !self.brings(id, None)
    }

    /// Whether a rule brings a condition along when it has this authority asked, or any.
    fn brings(&self, id: &str, authority: Option<&str>) -> bool {
        let rules = self.decision.rules.iter();
        let mut asking = rules.filter(|rule| authority.is_none_or(|one| rule.answer == one));
        asking.any(|rule| rule.attached.conditions.iter().any(|named| named == id))
    }
}
