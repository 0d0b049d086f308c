//! What was said on the day comes to, of a whole application: who says no-go, and when something can be said or noted.

use crate::clock::instant;
use crate::{Application, Go, GoSaid, LATEST_NOTE_DAYS, NO_GO_DAYS, Referral};
use act::{Date, Timestamp};
use jiff::ToSpan;
use jiff::civil::Time;

impl Application {
    /// Whether its event is over at that instant.
    #[must_use]
    pub fn is_past(&self, at: Timestamp) -> bool {
        let submission = self.submission.as_ref();
        submission.is_some_and(|one| one.event.is_over(at))
    }

    /// The authorities of its permit that said no-go last, in the order of the rulebook.
    #[must_use]
    pub fn no_goes(&self) -> Vec<&GoSaid> {
        let all = self.in_order().into_iter();
        let said = all.filter_map(|one| self.day.said_by(&one.authority));
        said.filter(|one| one.go == Go::NoGo).collect()
    }

    /// The authorities on whose consent its permit rests and that have not said whether the event can go ahead, as long as the permit can
    /// hold and nobody told how the event went; and from when on, and until when, they can say it.
    #[must_use]
    pub fn go_unsaid(&self) -> Option<(Timestamp, Timestamp, Vec<&Referral>)> {
        let permit = self.live_permit().filter(|_| self.day.reports.is_empty())?;
        let rests_on = |one: &&Referral| {
            let mut decisions = permit.content.decisions.iter();
            decisions.any(|decision| decision.authority == one.authority)
        };
        let unsaid = |one: &&Referral| self.day.said_by(&one.authority).is_none();
        let all = self.in_order().into_iter().filter(rests_on).filter(unsaid);
        let event = &self.submission.as_ref()?.event;
        let from = self.days_of_notes()?.0.to_datetime(Time::midnight());
        Some((instant(from, &event.zone)?, event.end()?, all.collect()))
    }

    /// The first day on which something can be said or noted of the event, and the last on which something can be noted.
    pub(crate) fn days_of_notes(&self) -> Option<(Date, Date)> {
        let event = &self.submission.as_ref()?.event;
        let from = event.date.saturating_sub(NO_GO_DAYS.days());
        Some((from, event.last_day().saturating_add(LATEST_NOTE_DAYS.days())))
    }
}
