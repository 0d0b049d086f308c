//! Days that are held before anything is applied for.

use crate::desk::ROUNDS;
use crate::fault::Refused;
use crate::store::ListQuery;
use crate::views::holds::{HOLDS, HoldLine, live};
use crate::{Desk, Fault, FieldFault};
use act::{Act, Actor, Context, Date, HoldId, Reason, Role, Title};
use clearance::Organiser;
use clearance::hold::{
    AcceptHold, AskHold, DateHold, DeclineHold, HeldEvent, HoldAsked, HoldStanding, MOST_HOLDS, WithdrawHold,
};
use jiff::civil::Time;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// How many holds are looked at in a list. Those that come first are the ones that press.
const MOST_LOOKED_AT: u32 = 500;

/// What is given to ask for a day.
#[derive(Clone, Debug)]
pub struct HoldIn {
    /// The id that it will have: a form that is sent twice asks once.
    pub hold: HoldId,
    /// The rulebook by which the event would be applied for.
    pub rulebook: String,
    /// What kind of event it is to be.
    pub kind: Title,
    /// Where.
    pub place: Title,
    /// The day.
    pub date: Date,
    /// From when, until when.
    pub hours: (Time, Time),
    /// What is said to it.
    pub words: Option<Reason>,
}

impl HoldIn {
    /// Whether this is what was asked.
    fn is(&self, asked: &HoldAsked) -> bool {
        let event = &asked.event;
        let same = (&self.kind, &self.place, self.date, self.hours);
        same == (&event.kind, &event.place, event.date, (event.from, event.until))
            && self.rulebook == asked.rulebook
            && self.words == asked.words
    }

    /// The id of what else is asked by the same form: the same for the same.
    fn anew(&self) -> HoldId {
        let HoldIn {
            hold,
            rulebook,
            kind,
            place,
            date,
            hours,
            words,
        } = self;
        let words = words.as_ref().map_or("", |words| words.as_str());
        let named = format!("hold {hold} {rulebook} {kind} {place} {date} {hours:?} {words}");
        let mut id = [0; 16];
        id.copy_from_slice(&Sha256::digest(named)[..16]);
        HoldId::new(uuid::Builder::from_custom_bytes(id).into_uuid())
    }
}

/// A hold, and who looks at it when.
#[derive(Clone, Debug)]
pub struct HoldView {
    /// Its id.
    pub id: HoldId,
    /// Its state.
    pub hold: DateHold,
    /// The person, and the instant of looking.
    pub context: Context,
}

impl HoldView {
    /// What was asked, and how it stands now.
    #[must_use]
    pub fn stands(&self) -> Option<(&HoldAsked, HoldStanding)> {
        self.hold.stands(self.context.at)
    }

    /// Whether the person can answer it now.
    #[must_use]
    pub fn answers(&self) -> bool {
        AcceptHold::check(&self.hold, &self.context).is_ok()
    }

    /// Whether the person can withdraw it, or use it, now.
    #[must_use]
    pub fn is_ones_own(&self) -> bool {
        WithdrawHold::check(&self.hold, &self.context).is_ok()
    }
}

/// Who has holds at all: who asks for them, and who answers.
fn party(actor: &Actor) -> Result<(), Fault> {
    match actor.role {
        Role::Applicant | Role::Agent | Role::Coordinator => Ok(()),
        _ => Err(Fault::NotFound),
    }
}

impl Desk {
    /// A hold that the actor's organisation asked for, or answers as the lead. To everyone else there is none: who holds which day is
    /// nobody's business.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none for this actor.
    pub async fn hold(&self, actor: &Actor, id: HoldId) -> Result<HoldView, Fault> {
        party(actor)?;
        let hold = self.existing::<DateHold>(id).await?.state;
        let is_theirs = match actor.role {
            Role::Coordinator => hold.is_led_by(actor.organisation),
            _ => hold.is_of(actor.organisation),
        };
        if !is_theirs {
            return Err(Fault::NotFound);
        }
        let context = self.context(actor);
        Ok(HoldView { id, hold, context })
    }

    /// The holds that the actor's organisation asked for or answers, from a day on, by the event's day.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor has none; [`Fault::Store`].
    pub async fn date_holds(&self, actor: &Actor, from: Date) -> Result<Vec<HoldView>, Fault> {
        party(actor)?;
        let own = actor.organisation.to_string();
        // Those that stand are few of each organisation: what ended keeps none of them from being seen.
        let mut lines = self.hold_rows(live(&own), from, MOST_LOOKED_AT).await?;
        lines.extend(self.hold_rows(own, from, MOST_LOOKED_AT).await?);
        let ids = lines.iter().filter_map(|one| one.hold.parse::<HoldId>().ok());
        let mut met = BTreeSet::new();
        let mut found = vec![];
        for id in ids.filter(|id| met.insert(*id)) {
            match self.hold(actor, id).await {
                Ok(hold) => found.push(hold),
                Err(Fault::NotFound) => {}
                Err(fault) => return Err(fault),
            }
        }
        found.sort_by_key(|one| one.hold.asked.as_ref().map(|(asked, _)| asked.event.date));
        Ok(found)
    }

    /// How many holds of whoever an organisation leads, or of its own, stand on a day or later, as far as a bound.
    async fn live_holds(&self, actor: &Actor, from: Date, most: usize) -> Result<usize, Fault> {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let live = live(&actor.organisation.to_string());
        Ok(self.hold_rows(live, from, most).await?.len())
    }

    /// The holds that stand on a day or later, of an organisation that asked for them or answers, in short: those that end first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor has none; [`Fault::Store`].
    pub async fn standing_holds(&self, actor: &Actor, from: Date) -> Result<Vec<HoldLine>, Fault> {
        party(actor)?;
        let live = live(&actor.organisation.to_string());
        self.hold_rows(live, from, MOST_LOOKED_AT).await
    }

    async fn hold_rows(&self, scope: String, from: Date, limit: u32) -> Result<Vec<HoldLine>, Fault> {
        let query = ListQuery {
            view: HOLDS,
            scope,
            after: Some((from.to_string(), String::new())),
            limit,
        };
        let rows = self.store.list(&query).await?;
        Ok(rows.iter().map(crate::views::line).collect::<Result<_, _>>()?)
    }

    /// Asks for a day to be held, and gives the hold. The same that comes again of one form is asked once; something else of the same
    /// form, after one went back, is asked anew.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name; [`Fault::NotFound`] without such a rulebook, or where the id is another's.
    pub async fn ask_hold(&self, actor: &Actor, mut entered: HoldIn) -> Result<HoldId, Fault> {
        let context = self.context(actor);
        AskHold::check(&context).map_err(|refusal| Fault::Refused(Refused::of(&refusal)))?;
        for _ in 0..ROUNDS {
            let known = self.load::<DateHold>(entered.hold).await?;
            let Some((asked, _)) = &known.state.asked else {
                break;
            };
            self.hold(actor, entered.hold).await?;
            if entered.is(asked) {
                return Ok(entered.hold);
            }
            entered.hold = entered.anew();
        }
        self.renew_rulebooks().await?;
        let rulebook = self
            .rulebooks()
            .in_force(&entered.rulebook)
            .ok_or(Fault::NotFound)?;
        let organisations = self.organisations().await?;
        let own = organisations
            .iter()
            .find(|line| line.organisation == actor.organisation && line.may_hold_events());
        let own = own.and_then(|line| Title::new(&line.name).ok());
        let Some(name) = own else {
            return Err(Fault::Invalid(vec![FieldFault::plain("kind", "not-one-of")]));
        };
        let today = crate::rulebooks::today(&rulebook, context.at).unwrap_or(entered.date);
        let others = self.live_holds(actor, today, MOST_HOLDS).await?;
        let (from, until) = entered.hours;
        let asked = HoldAsked {
            organiser: Organiser {
                organisation: actor.organisation,
                name,
            },
            lead: self.lead(&rulebook).await?,
            rulebook: rulebook.id().to_owned(),
            event: HeldEvent {
                kind: entered.kind,
                place: entered.place,
                date: entered.date,
                from,
                until,
                zone: rulebook.timezone().to_owned(),
            },
            words: entered.words,
        };
        self.perform(entered.hold, &context, AskHold { asked, others })
            .await?;
        Ok(entered.hold)
    }

    /// The lead holds a day until another.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name; [`Fault::NotFound`] if it is not for this actor.
    pub async fn accept_hold(
        &self,
        actor: &Actor,
        id: HoldId,
        until: Date,
        words: Option<Reason>,
    ) -> Result<(), Fault> {
        self.change_hold(actor, id, AcceptHold { until, words }).await
    }

    /// The lead does not hold a day, or not any more.
    ///
    /// # Errors
    /// As [`Desk::accept_hold`].
    pub async fn decline_hold(&self, actor: &Actor, id: HoldId, reasons: Reason) -> Result<(), Fault> {
        self.change_hold(actor, id, DeclineHold { reasons }).await
    }

    /// The organiser does not want a day any more.
    ///
    /// # Errors
    /// As [`Desk::accept_hold`].
    pub async fn withdraw_hold(
        &self,
        actor: &Actor,
        id: HoldId,
        reasons: Option<Reason>,
    ) -> Result<(), Fault> {
        self.change_hold(actor, id, WithdrawHold { reasons }).await
    }

    async fn change_hold<A>(&self, actor: &Actor, id: HoldId, act: A) -> Result<(), Fault>
    where
        A: Act<State = DateHold> + Clone,
    {
        let view = self.hold(actor, id).await?;
        self.perform(id, &view.context, act).await?;
        Ok(())
    }

    /// The hold that an application used, for those who may read of it: who holds the event, and who leads.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn hold_of(&self, id: Option<HoldId>) -> Result<Option<DateHold>, Fault> {
        let Some(id) = id else { return Ok(None) };
        let hold = self.load::<DateHold>(id).await?;
        Ok(Some(hold.state).filter(|hold| hold.asked.is_some()))
    }
}
