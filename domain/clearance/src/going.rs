//! What was said on the day comes to, of a whole application: who says no-go, and when something can be said or noted.

use crate::{Application, Go, GoSaid, LATEST_NOTE_DAYS, NO_GO_DAYS};
use act::Date;
use jiff::ToSpan;

impl Application {
    /// The authorities of its permit that said no-go last, in the order of the rulebook.
    #[must_use]
    pub fn no_goes(&self) -> Vec<&GoSaid> {
        let all = self.in_order().into_iter();
        let said = all.filter_map(|one| self.day.said_by(&one.authority));
        said.filter(|one| one.go == Go::NoGo).collect()
    }

    /// The first day on which something can be said or noted of the event, and the last on which something can be noted.
    pub(crate) fn days_of_notes(&self) -> Option<(Date, Date)> {
        let event = &self.submission.as_ref()?.event;
        let from = event.date.saturating_sub(NO_GO_DAYS.days());
        Some((from, event.last_day().saturating_add(LATEST_NOTE_DAYS.days())))
    }
}
