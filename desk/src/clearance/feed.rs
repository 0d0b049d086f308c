//! Private addresses at which a calendar program, which cannot sign in, reads the dates of one person in one role. The address
//! carries a secret; the store knows its hash. What it shows is asked anew each time: whoever lost the role, or does not see a case
//! any more, is shown nothing of it.

use super::{Begin, CaseView};
use crate::accounts::{entry, hashed, opened};
use crate::views::application::CaseLine;
use crate::{Desk, Fault};
use act::{Actor, Date, OrganisationId, PersonId, Role, Timestamp};
use clearance::Stage;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

const FEED: &str = "feed";
/// The most cases of one feed: those whose event comes first.
const MOST_CASES: usize = 200;
/// For how many days a past event stays in a calendar.
const DAYS_BACK: i32 = 31;
/// And those of so many days ago of whose conditions one is still to be shown: until a year after the event, by the terms.
const SHOWN_BACK: i32 = 373;

/// What an address shows, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Feed {
    person: PersonId,
    organisation: OrganisationId,
    role: Role,
    made: Timestamp,
}

impl Feed {
    /// The one whose feed it is: a person has one for each role in each organisation.
    fn owner(actor: &Actor) -> String {
        let role = actor.role.name();
        format!("{} {} {role}", actor.person, actor.organisation)
    }
}

/// Whether there are dates for this actor at all.
fn has_dates(actor: &Actor) -> Result<(), Fault> {
    match actor.role {
        Role::Operator | Role::RuleMaker => Err(Fault::NotFound),
        _ => Ok(()),
    }
}

/// Whether a condition of its permit is not discharged.
fn has_something_to_show(line: &CaseLine) -> bool {
    let conditions = line.conditions.as_ref();
    conditions.is_some_and(|one| one.discharged < one.all)
}

impl Desk {
    /// Makes the address of an actor's dates, in place of the one before. Gives its secret, which nobody can be told again.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there are none for this actor.
    pub async fn make_feed(&self, actor: &Actor) -> Result<String, Fault> {
        self.withdraw_feed(actor).await?;
        let secret = self.secret();
        let feed = Feed {
            person: actor.person,
            organisation: actor.organisation,
            role: actor.role,
            made: self.now(),
        };
        let owner = Feed::owner(actor);
        let entry = entry(FEED, &hashed(&secret), &owner, 1, None, &feed);
        self.store.keep(entry).await?;
        Ok(secret)
    }

    /// Since when there is an address of an actor's dates, if there is one.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there are no dates for this actor.
    pub async fn feed_made(&self, actor: &Actor) -> Result<Option<Timestamp>, Fault> {
        has_dates(actor)?;
        let kept = self
            .store
            .kept_by(FEED, &Feed::owner(actor), self.seconds())
            .await?;
        let made = kept.last().map(opened::<Feed>).transpose()?;
        Ok(made.map(|feed| feed.made))
    }

    /// Withdraws the address: whoever reads there finds nothing from now on.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there are no dates for this actor.
    pub async fn withdraw_feed(&self, actor: &Actor) -> Result<(), Fault> {
        has_dates(actor)?;
        self.store.drop_kept(FEED, &Feed::owner(actor)).await?;
        Ok(())
    }

    /// Whose dates are shown at an address.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it was never made or was withdrawn, or the person does not hold the role any more.
    pub async fn feed(&self, secret: &str) -> Result<Actor, Fault> {
        let kept = self.store.kept(FEED, &hashed(secret), self.seconds()).await?;
        let feed: Feed = opened(&kept.ok_or(Fault::NotFound)?)?;
        let hats = self.hats(feed.person).await?;
        let mut held = hats
            .iter()
            .filter(|hat| hat.organisation == feed.organisation && hat.role == feed.role);
        let hat = held.next().ok_or(Fault::NotFound)?;
        Ok(hat.worn_by(feed.person))
    }

    /// The cases that an actor has dates of, as the actor sees them: those that something may still come of.
    ///
    /// # Errors
    /// [`Fault::Store`]; [`Fault::NotFound`] if there are none for this actor.
    pub async fn dated_cases(&self, actor: &Actor, today: Date) -> Result<Vec<CaseView>, Fault> {
        let lately = today.saturating_sub(DAYS_BACK.days());
        let mut views = vec![];
        self.add_dated(actor, lately, None, |_| true, &mut views).await?;
        // What is to be kept after an event is shown within a year of it.
        let first = today.saturating_sub(SHOWN_BACK.days());
        self.add_dated(actor, first, Some(lately), has_something_to_show, &mut views)
            .await?;
        Ok(views)
    }

    /// Adds those of events from a day on, until before another, of which something is wanted.
    async fn add_dated(
        &self,
        actor: &Actor,
        from: Date,
        until: Option<Date>,
        is_wanted: impl Fn(&CaseLine) -> bool,
        views: &mut Vec<CaseView>,
    ) -> Result<(), Fault> {
        let mut begin = Begin::On(from);
        loop {
            let cases = self.cases(actor, &begin).await?;
            for line in &cases.lines {
                if views.len() >= MOST_CASES || until.is_some_and(|until| line.date >= until) {
                    return Ok(());
                }
                let over = matches!(line.stage, Stage::Withdrawn | Stage::Revoked | Stage::Lapsed);
                let Ok(id) = line.application.parse() else {
                    continue;
                };
                if over || !is_wanted(line) {
                    continue;
                }
                match self.case(actor, id).await {
                    Ok(view) => views.push(view),
                    Err(Fault::NotFound) => {}
                    Err(fault) => return Err(fault),
                }
            }
            match cases.next {
                Some(next) => begin = Begin::After(next),
                None => return Ok(()),
            }
        }
    }
}
