//! What must be true of an installation after its server was killed.

use crate::victim::Installed;
use act::{ApplicationId, RequestId};
use bench::clerk::Acknowledged;
use bench::{Done, trouble};
use clearance::Application;
use desk::store::{Store, StreamId};
use engagement::{Meeting, Request};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fmt::Display;
use std::sync::Arc;

/// Opens the store as a restart does, and says what is lost, half-written or out of step.
pub async fn differences(installed: &Installed, acknowledged: &[Acknowledged]) -> Done<Vec<String>> {
    let house = installed.open().await?;
    let store = house.store();
    // It takes the writer's lock: whatever a killed server had begun at the database is ended by then.
    store.next_number("kill").await.map_err(trouble)?;
    let desk = house.desk()?;
    let mut found = desk::audit(store.as_ref(), &desk.verifier(), None, &desk.rulebooks(), |_| ())
        .await
        .map_err(trouble)?
        .differences;
    let before = store.dump_views().await.map_err(trouble)?;
    store.rebuild().await.map_err(trouble)?;
    if store.dump_views().await.map_err(trouble)? != before {
        found.push("the views are not those that follow from the facts".to_owned());
    }
    let looking = Looking { store };
    let stated = looking.stated().await?;
    for one in acknowledged {
        let there = match one {
            Acknowledged::Stated(words) => stated.contains(words),
            other => looking.is_there(other).await?,
        };
        if !there {
            found.push(format!("lost: {one:?}"));
        }
    }
    looking.half_written(&mut found).await?;
    drop(looking);
    house.close().await?;
    Ok(found)
}

struct Looking {
    store: Arc<dyn Store>,
}

impl Looking {
    async fn state<S: DeserializeOwned>(&self, kind: &str, id: impl Display) -> Done<Option<S>> {
        let stream = StreamId::new(kind, id);
        let document = self.store.document(&stream).await.map_err(trouble)?;
        document
            .map(|document| serde_json::from_slice(&document.body).map_err(trouble))
            .transpose()
    }

    async fn application(&self, id: impl Display) -> Done<Option<Application>> {
        self.state("application", id).await
    }

    async fn taken_up(&self, request: RequestId) -> Done<Option<ApplicationId>> {
        let request: Option<Request> = self.state("request", request).await?;
        Ok(request.and_then(|request| request.taken_up))
    }

    /// Every statement of every meeting.
    async fn stated(&self) -> Done<BTreeSet<String>> {
        let mut stated = BTreeSet::new();
        for stream in self.streams().await? {
            if stream.kind() == "meeting"
                && let Some(meeting) = self.state::<Meeting>("meeting", stream.id()).await?
            {
                stated.extend(meeting.statements.iter().map(|one| one.text.to_string()));
            }
        }
        Ok(stated)
    }

    /// Whether what was acknowledged is there, whole.
    async fn is_there(&self, acknowledged: &Acknowledged) -> Done<bool> {
        match acknowledged {
            Acknowledged::Stated(_) => Ok(false),
            Acknowledged::Saved(id, version) => self.draft_is_there(*id, *version).await,
            Acknowledged::Submitted(id, cites) => {
                let taken = match cites {
                    Some(request) => self.taken_up(*request).await? == Some(*id),
                    None => true,
                };
                Ok(taken && self.application(id).await?.is_some())
            }
            Acknowledged::Circulated(id) => {
                let found = self.application(id).await?;
                Ok(found.is_some_and(|found| found.found_valid.is_some() && found.referrals.len() == 4))
            }
            Acknowledged::Decided(id, authority) => {
                let found = self.application(id).await?;
                let referral = found.and_then(|found| found.referrals.get(authority).cloned());
                Ok(referral.is_some_and(|referral| referral.decided.is_some()))
            }
            Acknowledged::Permitted(id) => {
                let found = self.application(id).await?;
                Ok(found.is_some_and(|found| found.permit.is_some()))
            }
        }
    }

    /// A draft is there until it is handed in.
    async fn draft_is_there(&self, id: ApplicationId, version: u64) -> Done<bool> {
        let kept = self.store.kept("draft", &id.to_string(), 0).await;
        if kept.map_err(trouble)?.is_some_and(|kept| kept.version >= version) {
            return Ok(true);
        }
        Ok(self.application(id).await?.is_some())
    }

    async fn streams(&self) -> Done<BTreeSet<StreamId>> {
        let mut streams = BTreeSet::new();
        let mut first = 0;
        loop {
            let facts = self.store.facts(first, 1_000).await.map_err(trouble)?;
            let Some(last) = facts.last() else { break };
            first = last.position + 1;
            streams.extend(facts.into_iter().map(|fact| fact.stream));
        }
        Ok(streams)
    }

    /// What belongs together was written together, acknowledged or not.
    async fn half_written(&self, found: &mut Vec<String>) -> Done {
        for stream in self.streams().await? {
            let whole = match stream.kind() {
                "application" => self.application_is_whole(stream.id()).await?,
                "request" => self.request_is_whole(stream.id()).await?,
                _ => true,
            };
            if !whole {
                found.push(format!("half-written: {stream}"));
            }
        }
        Ok(())
    }

    /// Circulated with all its referrals or not at all; the request that it cites knows of it.
    async fn application_is_whole(&self, id: &str) -> Done<bool> {
        let Some(application) = self.application(id).await? else {
            return Ok(false);
        };
        let Some(submission) = &application.submission else {
            return Ok(false);
        };
        let known = match submission.cites {
            Some(request) => self
                .taken_up(request)
                .await?
                .is_some_and(|taken| taken.to_string() == id),
            None => true,
        };
        let asked = if application.found_valid.is_some() { 4 } else { 0 };
        Ok(known && application.referrals.len() == asked)
    }

    /// A request that was taken up was taken up by an application that cites it.
    async fn request_is_whole(&self, id: &str) -> Done<bool> {
        let Some(request) = self.state::<Request>("request", id).await? else {
            return Ok(false);
        };
        let Some(application) = request.taken_up else {
            return Ok(request.made.is_some());
        };
        let application = self.application(application).await?;
        let cites = application
            .and_then(|found| found.submission)
            .and_then(|one| one.cites);
        Ok(cites.is_some_and(|cites| cites.to_string() == id))
    }
}
