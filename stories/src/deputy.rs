//! Setting a deputy, so that a story can begin with one.

use crate::{Installation, Told};
use act::{Date, Reason};
use identity::acts::Delegate;
use jiff::tz::TimeZone;

impl Installation {
    /// A decider or coordinator lets someone of the same house stand in, from the first of these days to the end of the last: the number of
    /// that.
    ///
    /// # Errors
    /// If one of them is not of the cast, or it is refused.
    pub async fn deputises(&self, to: &str, of: &str, (first, last): (&str, &str)) -> Told<u32> {
        let whose = self.cast.actor(of)?;
        let zone = TimeZone::get("Asia/Phnom_Penh")?;
        let begins = |day: Date| zone.to_ambiguous_timestamp(day.into()).compatible();
        let act = Delegate {
            role: whose.role,
            of: whose.person,
            to: self.cast.member(to)?.person,
            from: begins(first.parse()?)?,
            until: begins(last.parse::<Date>()?.tomorrow()?)?,
            reason: Reason::new("A mission abroad.")?,
        };
        self.desk.delegate(whose, act).await?;
        let set = self.desk.deputies(whose).await?.delegations;
        Ok(set.last().map_or(0, |(one, _)| one.number))
    }
}
