//! Several acts on several streams that are recorded together: each is decided on what the ones before it did, and
//! all are appended whole or not at all.

use crate::desk::Drafted;
use crate::views::Viewed;
use crate::{Desk, Fault, Versioned};
use act::{Act, Context, Recorded, State};
use engagement::{Citing, Source};
use record::Fact;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Display;

struct Stream {
    state: Box<dyn Any + Send>,
    drafted: Option<Drafted>,
}

/// Acts that are recorded together.
pub(crate) struct Together<'d> {
    desk: &'d Desk,
    context: Context,
    streams: BTreeMap<String, Stream>,
}

impl<'d> Together<'d> {
    /// No act yet.
    pub fn new(desk: &'d Desk, context: Context) -> Self {
        Together {
            desk,
            context,
            streams: BTreeMap::new(),
        }
    }

    /// The state of a stream, with what was decided here so far.
    pub async fn state<S>(&mut self, id: impl Display) -> Result<&Versioned<S>, Fault>
    where
        S: State + DeserializeOwned + Send + 'static,
        S::Fact: Fact,
    {
        let name = format!("{}/{id}", S::Fact::STREAM);
        if !self.streams.contains_key(&name) {
            let loaded = self.desk.load::<S>(id).await?;
            self.streams.insert(
                name.clone(),
                Stream {
                    state: Box::new(loaded),
                    drafted: None,
                },
            );
        }
        // A stream's name begins with its kind, so that no name holds two types.
        self.streams
            .get(&name)
            .and_then(|stream| stream.state.downcast_ref())
            .ok_or(Fault::NotFound)
    }

    /// Decides one more act.
    ///
    /// # Errors
    /// The refusal; nothing of what was decided before is recorded then.
    pub async fn act<A>(&mut self, id: impl Display + Clone, act: A) -> Result<(), Fault>
    where
        A: Act<State: Viewed + Send + 'static>,
    {
        let loaded = self.state::<A::State>(id.clone()).await?.clone();
        let facts = crate::desk::decide(&loaded.state, &self.context, act)?;
        let recorded = facts.into_iter().map(|fact| Recorded {
            fact,
            by: self.context.clone(),
        });
        let written = self
            .desk
            .written::<A::State>(id.clone(), loaded.version, recorded.collect());
        let (drafted, facts) = written?;
        let mut next = loaded;
        for recorded in facts.iter().filter_map(|(_, recorded)| recorded.as_ref()) {
            next.state.evolve(recorded);
            next.version += 1;
        }
        let name = format!("{}/{id}", <A::State as State>::Fact::STREAM);
        if let Some(stream) = self.streams.get_mut(&name) {
            stream.state = Box::new(next);
            stream.drafted = Some(match stream.drafted.take() {
                Some(before) => before.followed_by(drafted),
                None => drafted,
            });
        }
        Ok(())
    }

    /// Decides one more line that rests on a source.
    ///
    /// # Errors
    /// As [`Self::act`].
    pub async fn line<L>(&mut self, id: impl Display + Clone, line: L) -> Result<(), Fault>
    where
        L: Citing<State: Viewed + Send + 'static>,
    {
        let source = self.source(line.cites().map(|cited| cited.source())).await?;
        self.act(id, line.resting_on(&source, ())).await
    }

    /// The source of that id as this record has it; none that says nothing if there is no id.
    pub async fn source(&mut self, id: Option<act::SourceId>) -> Result<Source, Fault> {
        match id {
            Some(id) => Ok(self.state::<Source>(id).await?.state.clone()),
            None => Ok(Source::default()),
        }
    }

    /// Records everything, or nothing.
    ///
    /// # Errors
    /// [`Fault::Stale`] if someone else changed one of the streams meanwhile.
    pub async fn record(self) -> Result<(), Fault> {
        let drafted: Vec<Drafted> = self
            .streams
            .into_values()
            .filter_map(|stream| stream.drafted)
            .collect();
        if drafted.is_empty() {
            return Ok(());
        }
        self.desk.append(drafted).await.map(drop)
    }
}
