//! An authority says on which days it is closed, or works, other than its country does.

use super::{Allowed, Keeper};
use crate::{AuthorityCalendar, CalendarFact, GovernanceRefusal};
use act::{Act, Context, Date};
use calendar::{Calendar, GivenDays, OwnCalendar, OwnDays};
use jiff::Span;

/// The most days of one entry; a longer time in which an authority is closed is no closure any more.
pub const LONGEST_DAYS: usize = 92;
/// The most entries of one calendar.
pub const MOST_ENTRIES: usize = 2_000;
/// For how many years back and ahead a day is entered: further off a year is mistyped.
const YEARS_BACK: i64 = 1;
const YEARS_AHEAD: i64 = 5;

/// Enter days of an authority's own.
#[derive(Clone, Debug)]
pub struct EnterDays {
    /// Whose calendar it is.
    pub keeper: Keeper,
    /// The id of the country's calendar that it goes by; none if no rulebook that is known asks it.
    pub calendar: Option<String>,
    /// The day that it is there.
    pub today: Date,
    /// The days.
    pub days: GivenDays,
}

impl EnterDays {
    /// Whether the actor may enter days.
    ///
    /// # Errors
    /// The refusal that entering would meet.
    pub fn check(keeper: &Keeper, calendar: &AuthorityCalendar, context: &Context) -> Allowed {
        keeper.check(context)?;
        if calendar.entries.len() >= MOST_ENTRIES {
            return Err(GovernanceRefusal::TooManyEntries { most: MOST_ENTRIES });
        }
        Ok(())
    }

    /// That the days are days, and not too far off.
    fn are_days(&self, known: Option<&Calendar>) -> Allowed {
        let GivenDays { from, to, .. } = self.days;
        if to < from {
            return Err(GovernanceRefusal::DaysBackward { from, to });
        }
        let mut earliest = self.today.saturating_sub(Span::new().years(YEARS_BACK));
        let mut latest = self.today.saturating_add(Span::new().years(YEARS_AHEAD));
        if let Some(known) = known {
            (earliest, latest) = (earliest.max(known.from()), latest.min(known.to()));
        }
        for date in [from, to] {
            if !(earliest..=latest).contains(&date) {
                return Err(GovernanceRefusal::DayOutOfReach {
                    date,
                    earliest,
                    latest,
                });
            }
        }
        let given = days(from, to).count();
        if given > LONGEST_DAYS {
            return Err(GovernanceRefusal::TooManyDays {
                most: LONGEST_DAYS,
                given,
            });
        }
        Ok(())
    }
}

/// All days from one through another.
fn days(from: Date, to: Date) -> impl Iterator<Item = Date> {
    let all = std::iter::successors(Some(from), |day| day.tomorrow().ok());
    all.take_while(move |day| *day <= to)
}

/// Whether an entry makes a difference on any of its days.
fn makes_a_difference(known: Option<&Calendar>, before: &OwnCalendar, entry: &OwnDays) -> bool {
    let mut after = before.clone();
    after.days.push(entry.clone());
    let GivenDays { from, to, kind, .. } = entry.days;
    let Some((before, after)) = known.and_then(|known| Some((before.on(known)?, after.on(known)?))) else {
        // Nobody knows which days are worked there anyway: an entry that was made already says nothing new.
        let same = |one: &OwnDays| (one.days.from, one.days.to, one.days.kind) == (from, to, kind);
        return !before.days.iter().any(same);
    };
    days(from, to).any(|day| {
        before.is_working_day(day) != after.is_working_day(day) || before.half_day(day) != after.half_day(day)
    })
}

impl Act for EnterDays {
    type State = AuthorityCalendar;
    type Refusal = GovernanceRefusal;

    fn decide(
        self,
        calendar: &AuthorityCalendar,
        context: &Context,
    ) -> Result<Vec<CalendarFact>, GovernanceRefusal> {
        Self::check(&self.keeper, calendar, context)?;
        let known = self.calendar.as_deref().and_then(Calendar::named);
        self.are_days(known)?;
        let number = calendar.next();
        let entry = OwnDays {
            number,
            days: self.days,
            entered: context.clone(),
        };
        if !makes_a_difference(known, &calendar.own(), &entry) {
            let GivenDays { from, to, .. } = entry.days;
            return Err(GovernanceRefusal::NothingChanges { from, to });
        }
        let days = entry.days;
        Ok(vec![CalendarFact::DaysEntered { number, days }])
    }
}
