//! The desk itself: the ports it works over, and the one way in which an act is carried out.

use crate::clash::Clashes;
use crate::clock_back::{ClockBehind, Latest};
use crate::document::{Versioned, unfold};
use crate::fault::{Fault, Refused};
use crate::foretold::Forecasts;
use crate::ports::{Chance, Clock, Post};
use crate::posting::Posting;
use crate::rulebooks::{Rulebooks, RulebooksNow};
use crate::store::{Append, Appended, Document, Folded, NewFact, Part, Store, StoreFault, StreamId, folding};
use crate::views::{Numbered, Viewed, follow};
use ::identity::IdentityRefusal;
use act::{Act, Actor, Context, Recorded, State, Timestamp};
use record::Fact;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// How often an act is decided anew when others were faster. Each round someone else got on, so it ends.
pub(crate) const ROUNDS: u32 = 16;

/// Everything that use cases need.
pub struct Desk {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) post: Arc<dyn Post>,
    rulebooks: RwLock<Arc<Rulebooks>>,
    pub(crate) key: ledger::SigningKey,
    latest: Latest,
    pub(crate) forecasts: Forecasts,
    pub(crate) clashes: Clashes,
    pub(crate) posting: Posting,
}

/// One stream's share of what is appended together.
pub(crate) struct Drafted {
    part: Part,
}

impl Drafted {
    /// The same with what comes after it in the same stream; of neither it is known yet what it does to the views.
    pub fn followed_by(mut self, next: Drafted) -> Drafted {
        self.part.facts.extend(next.part.facts);
        self
    }
}

impl Desk {
    /// A desk over these ports.
    #[must_use]
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        post: Arc<dyn Post>,
        rulebooks: Rulebooks,
        key: ledger::SigningKey,
    ) -> Self {
        Desk {
            store,
            clock,
            chance,
            post,
            rulebooks: RwLock::new(Arc::new(rulebooks)),
            key,
            latest: Latest::unknown(),
            forecasts: Forecasts::default(),
            clashes: Clashes::default(),
            posting: Posting::default(),
        }
    }

    /// The present instant, to the second: what is recorded should be readable.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_second(now.as_second()).unwrap_or(now)
    }

    /// Whether the clock stands before what was recorded already, beyond what clocks are corrected by.
    #[must_use]
    pub fn clock_behind(&self) -> Option<ClockBehind> {
        self.latest.after(self.now())
    }

    /// Recalls when the last fact of the ledger was recorded. To be called before the desk is used.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn recall_the_last_instant(&self) -> Result<(), Fault> {
        let size = self.store.size().await?;
        let Some(last) = size.checked_sub(1) else {
            return Ok(());
        };
        for fact in self.store.facts(last, 1).await? {
            // What was erased says no instant any more.
            let Some(payload) = &fact.payload else { continue };
            let heading = record::heading(payload).map_err(|what| StoreFault::Corrupt {
                what: format!("the fact at position {}: {what}", fact.position),
            })?;
            self.latest.saw(heading.by.at);
        }
        self.warn_of_the_clock();
        Ok(())
    }

    /// Tells the operator, if the clock was set back.
    fn warn_of_the_clock(&self) {
        if let Some(behind) = self.clock_behind() {
            tracing::warn!("{behind}");
        }
    }

    /// Moves a demonstration's clock; `false` where there is none to move.
    #[must_use]
    pub fn move_clock(&self, instant: Timestamp) -> bool {
        self.clock.move_to(instant)
    }

    /// The store, for commands that work on it as a whole.
    #[must_use]
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The rulebooks that are known, and those in force at the present instant.
    #[must_use]
    pub fn rulebooks(&self) -> RulebooksNow {
        // Whoever held the lock put a whole value in, or none.
        let known = self.rulebooks.read().unwrap_or_else(PoisonError::into_inner);
        RulebooksNow {
            all: Arc::clone(&known),
            at: self.now(),
        }
    }

    /// Knows other rulebooks from now on.
    pub(crate) fn know(&self, rulebooks: Arc<Rulebooks>) {
        *self.rulebooks.write().unwrap_or_else(PoisonError::into_inner) = rulebooks;
    }

    /// A new id.
    pub(crate) fn id(&self) -> uuid::Uuid {
        self.chance.id(self.now())
    }

    /// A key under which a form that is sent more than once counts once.
    #[must_use]
    pub fn sending(&self) -> act::SendingId {
        act::SendingId::new(self.id())
    }

    /// The present context of an actor.
    #[must_use]
    pub fn context(&self, actor: &Actor) -> Context {
        Context {
            actor: actor.clone(),
            at: self.now(),
        }
    }

    /// The folded state of one stream.
    pub(crate) async fn load<S>(&self, id: impl std::fmt::Display) -> Result<Versioned<S>, Fault>
    where
        S: State + DeserializeOwned,
        S::Fact: Fact,
    {
        let stream = StreamId::new(S::Fact::STREAM, id);
        let document = self.store.document(&stream).await?;
        Ok(unfold(document)?)
    }

    /// Several, in the order in which they are named.
    pub(crate) async fn load_all<S>(
        &self,
        ids: impl Iterator<Item = impl std::fmt::Display>,
    ) -> Result<Vec<S>, Fault>
    where
        S: State + DeserializeOwned,
        S::Fact: Fact,
    {
        let found = self.load_each(ids).await?;
        Ok(found.into_iter().map(|one| one.state).collect())
    }

    /// The same, each with its version.
    pub(crate) async fn load_each<S>(
        &self,
        ids: impl Iterator<Item = impl std::fmt::Display>,
    ) -> Result<Vec<Versioned<S>>, Fault>
    where
        S: State + DeserializeOwned,
        S::Fact: Fact,
    {
        let streams: Vec<StreamId> = ids.map(|id| StreamId::new(S::Fact::STREAM, id)).collect();
        let documents = self.store.documents(&streams).await?.into_iter();
        let mut documents: BTreeMap<String, Document> = documents
            .map(|document| (document.stream.as_str().to_owned(), document))
            .collect();
        let state = |stream: &StreamId| Ok(unfold(documents.remove(stream.as_str()))?);
        streams.iter().map(state).collect()
    }

    /// The same, which must exist.
    pub(crate) async fn existing<S>(&self, id: impl std::fmt::Display) -> Result<Versioned<S>, Fault>
    where
        S: State + DeserializeOwned,
        S::Fact: Fact,
    {
        let found = self.load::<S>(id).await?;
        if found.version == 0 {
            Err(Fault::NotFound)
        } else {
            Ok(found)
        }
    }

    /// Decides an act on loaded state and turns its facts into bytes, without appending them yet.
    pub(crate) fn draft<A>(
        &self,
        id: impl std::fmt::Display,
        loaded: &Versioned<A::State>,
        context: &Context,
        act: A,
    ) -> Result<Drafted, Fault>
    where
        A: Act<State: Viewed>,
    {
        let facts = decide(&loaded.state, context, act)?;
        self.facts(id, loaded, context, facts)
    }

    /// Makes ready what was decided on loaded state: the facts as bytes, and what they do to the views.
    pub(crate) fn facts<S: Viewed>(
        &self,
        id: impl std::fmt::Display,
        loaded: &Versioned<S>,
        context: &Context,
        facts: Vec<S::Fact>,
    ) -> Result<Drafted, Fault> {
        let recorded = facts.into_iter().map(|fact| Recorded {
            fact,
            by: context.clone(),
        });
        self.recorded(id, loaded, recorded.collect())
    }

    /// The same, where not all were recorded by the same.
    pub(crate) fn recorded<S: Viewed>(
        &self,
        id: impl std::fmt::Display,
        loaded: &Versioned<S>,
        facts: Vec<Recorded<S::Fact>>,
    ) -> Result<Drafted, Fault> {
        let (mut drafted, read) = self.written::<S>(id, loaded.version, facts)?;
        let stream = &drafted.part.stream;
        let advance = folding(stream, || Ok(follow(stream, loaded, read)))?;
        drafted.part.folded = Some(Folded {
            on: loaded.found.clone(),
            advance,
        });
        Ok(drafted)
    }

    /// Turns facts that follow a version of a stream into bytes, and gives them as they are read back, each with its number. What they do
    /// to the views is left to the writer.
    pub(crate) fn written<S: State<Fact: Fact>>(
        &self,
        id: impl std::fmt::Display,
        version: u64,
        facts: Vec<Recorded<S::Fact>>,
    ) -> Result<(Drafted, Numbered<S::Fact>), Fault> {
        let stream = StreamId::new(S::Fact::STREAM, id);
        let corrupt = |what: String| StoreFault::Corrupt { what };
        let mut new = Vec::with_capacity(facts.len());
        let mut read = Vec::with_capacity(facts.len());
        for (version, recorded) in (version + 1..).zip(facts) {
            let place = record::Place {
                id: stream.id().to_owned(),
                version,
            };
            let payload = record::write(&place, &recorded).map_err(|fault| corrupt(fault.to_string()))?;
            // What is not read back would stand in the ledger for ever; and the views follow from what is.
            let again = record::read::<S::Fact>(&payload).map_err(|fault| corrupt(fault.to_string()))?;
            read.push((version, Some(again.1)));
            new.push(NewFact {
                payload,
                salt: self.chance.salt(),
            });
        }
        let part = Part {
            stream,
            expected: version,
            facts: new,
            folded: None,
        };
        Ok((Drafted { part }, read))
    }

    /// Appends what was drafted, whole or not at all.
    pub(crate) async fn append(&self, drafted: Vec<Drafted>) -> Result<Appended, Fault> {
        let parts = drafted
            .into_iter()
            .map(|one| one.part)
            .filter(|part| !part.facts.is_empty())
            .collect();
        self.warn_of_the_clock();
        let appended = self.store.append(Append { parts }).await?;
        self.latest.saw(self.now());
        Ok(appended)
    }

    /// Loads, decides and appends one act on one stream; decides anew if others were faster.
    pub(crate) async fn perform<A>(
        &self,
        id: impl std::fmt::Display + Clone,
        context: &Context,
        act: A,
    ) -> Result<Appended, Fault>
    where
        A: Act<State: Viewed> + Clone,
    {
        for _ in 0..ROUNDS {
            let loaded = self.load::<A::State>(id.clone()).await?;
            let drafted = self.draft(id.clone(), &loaded, context, act.clone())?;
            match self.append(vec![drafted]).await {
                Err(Fault::Stale) => {}
                done => return done,
            }
        }
        Err(Fault::Stale)
    }
}

/// Decides an act; a refusal becomes a fault that a page can show.
pub(crate) fn decide<A: Act>(
    state: &A::State,
    context: &Context,
    act: A,
) -> Result<Vec<<A::State as State>::Fact>, Fault> {
    // Whoever stands in for another does so until an instant, also where the page was opened before it.
    if context.lapsed().is_some() {
        return Err(Fault::Refused(Refused::of(&IdentityRefusal::DelegationIsOver)));
    }
    act.decide(state, context)
        .map_err(|refusal| Fault::Refused(Refused::of(&refusal)))
}
