//! What is told of a document that came after the application.

use super::{Telling, about, news};
use crate::{News, Notice, Stage};

impl Telling<'_> {
    /// A document concerns those who still decide; before they are asked, whoever looks whether all is there.
    pub(super) fn document(&mut self) {
        if self.after.found_valid.is_none() {
            self.lead(&news(News::Document));
        }
        // Once there is a permit nobody decides any more, and whoever only advises may not have.
        let open = self.after.stage() == Stage::InCirculation;
        for authority in self.undecided() {
            let by = self.due(&authority).filter(|_| open);
            self.authority(&Notice {
                by,
                ..about(&authority, News::Document)
            });
        }
        self.organisers(&news(News::Document));
    }
}
