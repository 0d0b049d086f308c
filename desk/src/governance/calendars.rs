//! The calendars of authorities, and the clocks that are reckoned with them. A change is appended together with what it does to
//! the open cases; where they are too many for that, the rest follow. Which clocks are behind their calendar is a question to the
//! rows, so nothing is left half done, whatever stops in between (decision 0016).

use super::following::{Followed, followed};
use crate::desk::{Drafted, ROUNDS, decide};
use crate::rulebooks::today;
use crate::store::ViewRow;
use crate::views::identity::organisation_of_authority;
use crate::{Desk, Fault, Refused, Versioned};
use act::{Act, Actor, ApplicationId, AuthorityId, Context, Date, Recorded, Role, State, Title};
use calendar::{GivenDays, OwnCalendar};
use clearance::{Application, ClearanceRefusal, PlannedReferral, Referral, Silence};
use governance::acts::{EnterDays, Keeper, TakeDaysBack};
use governance::{AuthorityCalendar, CalendarFact};
use identity::Organisation;
use rulebook::Rulebook;
use std::collections::BTreeMap;

/// Who reads an authority's calendar.
const READERS: &[Role] = &[Role::Officer, Role::Decider, Role::Coordinator, Role::Auditor];

/// What is done to an authority's calendar.
#[derive(Clone, Debug)]
pub enum CalendarChange {
    /// Days are entered.
    Enter(GivenDays),
    /// An entry is taken back.
    TakeBack {
        /// Which.
        number: u32,
        /// Why.
        reason: Title,
    },
}

/// An authority's calendar as one of its people sees it.
#[derive(Clone, Debug)]
pub struct CalendarView {
    /// Whose it is.
    pub authority: AuthorityId,
    /// The id of the country's calendar that it goes by; none if no rulebook that is known asks it.
    pub country: Option<String>,
    /// What was entered.
    pub calendar: AuthorityCalendar,
    /// Whether the person keeps it.
    pub keeps: bool,
    /// The day that it is there.
    pub today: Date,
}

/// A case whose day moves, or would have moved into the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concerned {
    /// Which.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// The event's name.
    pub title: String,
    /// The day by which the authority should decide as it stands.
    pub from: Date,
    /// The day by which it should then.
    pub to: Date,
    /// What its silence counts as, where that day is over with today: it has no day more to decide.
    pub today: Option<Silence>,
}

/// What a change does to the open cases of the authority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reckoned {
    /// Those whose day moves, the first day first.
    pub moved: Vec<Concerned>,
    /// How many clocks are reckoned anew, moved or not.
    pub clocks: usize,
}

impl Desk {
    /// The calendar of the authority that the actor's organisation is.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it is none, or the calendar not for this actor to read.
    pub async fn own_calendar(&self, actor: &Actor) -> Result<CalendarView, Fault> {
        let keeper = self.keeper(actor).await?;
        let calendar = self.load::<AuthorityCalendar>(&keeper.authority).await?.state;
        let (country, today) = self.goes_by(&keeper.authority);
        Ok(CalendarView {
            keeps: EnterDays::check(&keeper, &calendar, &self.context(actor)).is_ok(),
            authority: keeper.authority,
            country,
            calendar,
            today,
        })
    }

    /// Whose calendar the actor may read.
    async fn keeper(&self, actor: &Actor) -> Result<Keeper, Fault> {
        let own = self.load::<Organisation>(actor.organisation).await?.state;
        let authority = own.authority.filter(|_| READERS.contains(&actor.role));
        let authority = authority.ok_or(Fault::NotFound)?;
        let organisation = organisation_of_authority(self.store.as_ref(), &authority).await?;
        Ok(Keeper {
            authority,
            organisation,
        })
    }

    /// The country's calendar that an authority goes by, and the day that it is there.
    fn goes_by(&self, authority: &AuthorityId) -> (Option<String>, Date) {
        let known = self.rulebooks();
        let every = known.all().into_iter().chain(known.every());
        let mut asking = every.filter_map(|rulebook| {
            let calendar = rulebook.authority(authority.as_str())?.calendar.clone();
            Some((Some(calendar), today(&rulebook, self.now())?))
        });
        let nobody = || {
            let today = self.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
            (None, today)
        };
        asking.next().unwrap_or_else(nobody)
    }

    /// Changes the calendar of the actor's own authority, and with it the clocks of what is open there.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor's organisation is no authority; [`Fault::Refused`] by its name.
    pub async fn change_calendar(&self, actor: &Actor, change: CalendarChange) -> Result<(), Fault> {
        let keeper = self.keeper(actor).await?;
        for round in 0..ROUNDS {
            let (drafted, after) = self.changed(actor, &keeper, change.clone()).await?;
            let mut parts = vec![drafted];
            // Where cases are worked on at every moment, the change comes first, and they follow it one by one.
            if round < ROUNDS / 2
                && let Some(followed) = followed(&keeper.authority, &after)
            {
                let rows = self.behind(&followed, None).await?;
                parts.extend(self.following(&followed, &rows).await);
            }
            match self.append(parts).await {
                Err(Fault::Stale) => {}
                Err(fault) => return Err(fault),
                Ok(_) => {
                    // The entry stands whatever becomes of this; what is left is done by the next who looks.
                    if let Err(fault) = self.follow(&keeper.authority).await {
                        tracing::warn!(authority = %keeper.authority, %fault, "clocks do not follow yet");
                    }
                    return Ok(());
                }
            }
        }
        Err(Fault::Stale)
    }

    /// What a change would do to the open cases. Nothing is recorded.
    ///
    /// # Errors
    /// As [`Desk::change_calendar`].
    pub async fn would_change_calendar(
        &self,
        actor: &Actor,
        change: CalendarChange,
    ) -> Result<Reckoned, Fault> {
        let keeper = self.keeper(actor).await?;
        let (_, after) = self.changed(actor, &keeper, change).await?;
        let (_, today) = self.goes_by(&keeper.authority);
        let mut reckoned = Reckoned::default();
        let Some(followed) = followed(&keeper.authority, &after) else {
            return Ok(reckoned);
        };
        let mut last = None;
        loop {
            let rows = self.behind(&followed, last.take()).await?;
            for row in &rows {
                let application = self.load::<Application>(&row.key.key).await?.state;
                let Some((before, after)) = self.reckoned_anew(&followed, &application)? else {
                    continue;
                };
                reckoned.clocks += 1;
                reckoned
                    .moved
                    .extend(concerned((row, today), &application, &before, &after));
            }
            match rows.last() {
                Some(row) => last = Some((row.key.sort.clone(), row.key.key.clone())),
                None => break,
            }
        }
        reckoned
            .moved
            .sort_by_key(|one| (one.from, one.reference.clone()));
        Ok(reckoned)
    }

    /// A referral as it is reckoned, and as it would be; refused where it could not be reckoned any more.
    fn reckoned_anew(
        &self,
        followed: &Followed<'_>,
        application: &Application,
    ) -> Result<Option<(Referral, Referral)>, Fault> {
        let Some(before) = application.referrals.get(followed.authority) else {
            return Ok(None);
        };
        let context = self.by_rule(before, application);
        match followed.act().decide(application, &context) {
            Err(refusal @ ClearanceRefusal::DaysBeyondCalendar { .. }) => {
                return Err(Fault::Refused(Refused::of(&refusal)));
            }
            Ok(facts) if !facts.is_empty() => {}
            _ => return Ok(None),
        }
        let after = followed.act().followed(before, context.at);
        Ok(after.map(|after| (before.clone(), after)))
    }

    /// A change, decided and ready to be appended, and the calendar after it.
    async fn changed(
        &self,
        actor: &Actor,
        keeper: &Keeper,
        change: CalendarChange,
    ) -> Result<(Drafted, AuthorityCalendar), Fault> {
        let loaded = self.load::<AuthorityCalendar>(&keeper.authority).await?;
        let context = self.context(actor);
        let keeper = keeper.clone();
        let authority = keeper.authority.clone();
        let facts = match change {
            CalendarChange::Enter(days) => {
                let (calendar, today) = self.goes_by(&authority);
                let act = EnterDays {
                    keeper,
                    calendar,
                    today,
                    days,
                };
                decide(&loaded.state, &context, act)?
            }
            CalendarChange::TakeBack { number, reason } => {
                let act = TakeDaysBack {
                    keeper,
                    number,
                    reason,
                };
                decide(&loaded.state, &context, act)?
            }
        };
        let drafted = self.facts(&authority, &loaded, &context, facts.clone())?;
        Ok((drafted, evolved(loaded, facts, &context)))
    }

    /// Gives referrals that are planned what each authority entered of its own days.
    pub(crate) async fn add_own_days(&self, planned: &mut [PlannedReferral]) -> Result<(), Fault> {
        let ids = planned.iter().map(|one| one.authority.clone());
        let calendars = self.load_all::<AuthorityCalendar>(ids).await?;
        let day = self.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        // No zone is a day from UTC.
        let first = day.yesterday().unwrap_or(day);
        for (referral, calendar) in planned.iter_mut().zip(calendars) {
            referral.own = calendar.own().since(first);
        }
        Ok(())
    }

    /// What the authorities of a rulebook entered of their own days, of those that entered any.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn own_days_of(
        &self,
        rulebook: &Rulebook,
    ) -> Result<BTreeMap<AuthorityId, OwnCalendar>, Fault> {
        let authorities = rulebook.authorities().iter();
        let authorities: Vec<AuthorityId> = authorities.filter_map(|one| one.id.parse().ok()).collect();
        let calendars = self
            .load_all::<AuthorityCalendar>(authorities.iter().cloned())
            .await?;
        let own = calendars.iter().map(AuthorityCalendar::own);
        let known = authorities.into_iter().zip(own);
        Ok(known.filter(|(_, own)| !own.days.is_empty()).collect())
    }
}

fn evolved(
    loaded: Versioned<AuthorityCalendar>,
    facts: Vec<CalendarFact>,
    context: &Context,
) -> AuthorityCalendar {
    let mut calendar = loaded.state;
    for fact in facts {
        let by = context.clone();
        calendar.evolve(&Recorded { fact, by });
    }
    calendar
}

/// A case whose day moves; none if it stays, or there is none while its clock stands still.
fn concerned(
    (row, today): (&ViewRow, Date),
    application: &Application,
    before: &Referral,
    after: &Referral,
) -> Option<Concerned> {
    let day = |referral: &Referral| clearance::reckon(referral).ok()?.deadline;
    let held = before.not_before != after.not_before;
    let (from, to) = day(before)
        .zip(day(after))
        .filter(|(from, to)| from != to || held)?;
    let silence = if after.silence_counts() {
        after.terms.silence
    } else {
        Silence::Nothing
    };
    Some(Concerned {
        application: row.key.key.parse().ok()?,
        reference: application.reference.clone(),
        title: application.submission.as_ref()?.event.title.to_string(),
        from,
        to,
        today: (to <= today).then_some(silence),
    })
}
