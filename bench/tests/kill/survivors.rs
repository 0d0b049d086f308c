//! What must be true of a store after its writer was killed.

use act::{ApplicationId, AuthorityId, RequestId};
use bench::{Done, house, trouble};
use clearance::Application;
use desk::Desk;
use desk::store::{Store, StreamId};
use engagement::Request;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Opens the store as a restart does, and says what is lost, half-written or out of step.
pub async fn differences(address: &str, acknowledged: &BTreeSet<String>) -> Done<Vec<String>> {
    let store = house::store(address).await?;
    // It takes the writer's lock: whatever a killed node had begun is ended by then.
    store.next_number("kill").await.map_err(trouble)?;
    let mut found = desk::audit(store.as_ref(), |_| ()).await.map_err(trouble)?.differences;
    let before = store.dump_views().await.map_err(trouble)?;
    store.rebuild().await.map_err(trouble)?;
    if store.dump_views().await.map_err(trouble)? != before {
        found.push("the views are not those that follow from the facts".to_owned());
    }
    let looking = Looking { desk: house::desk(Arc::clone(&store))?, store };
    for line in acknowledged {
        if !looking.is_there(line).await? {
            found.push(format!("lost: {line}"));
        }
    }
    looking.half_written(&mut found).await?;
    looking.store.close().await.map_err(trouble)?;
    Ok(found)
}

struct Looking {
    store: Arc<dyn house::Closing>,
    desk: Arc<Desk>,
}

impl Looking {
    async fn state<S: DeserializeOwned>(&self, stream: &StreamId) -> Done<Option<S>> {
        let document = self.store.document(stream).await.map_err(trouble)?;
        document.map(|document| serde_json::from_slice(&document.body).map_err(trouble)).transpose()
    }

    async fn application(&self, id: &str) -> Done<Option<Application>> {
        self.state(&StreamId::new("application", id)).await
    }

    async fn request(&self, id: impl std::fmt::Display) -> Done<Option<Request>> {
        self.state(&StreamId::new("request", id)).await
    }

    /// Whether what a line acknowledges is there, whole.
    async fn is_there(&self, line: &str) -> Done<bool> {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["request", id] => Ok(self.request(id).await?.is_some_and(|request| request.made.is_some())),
            ["draft", id, version] => self.draft_is_there(id, version.parse().map_err(trouble)?).await,
            ["submitted", id, request] => {
                let application: ApplicationId = id.parse().map_err(trouble)?;
                let taken = self.request(request).await?.and_then(|request| request.taken_up);
                Ok(taken == Some(application) && self.application(id).await?.is_some())
            }
            ["circulated", id] => {
                let found = self.application(id).await?;
                Ok(found.is_some_and(|found| found.found_valid.is_some() && found.referrals.len() == 4))
            }
            ["decided", id, authority] => {
                let authority: AuthorityId = authority.parse().map_err(trouble)?;
                let found = self.application(id).await?;
                let referral = found.and_then(|found| found.referrals.get(&authority).cloned());
                Ok(referral.is_some_and(|referral| referral.decided.is_some()))
            }
            ["session", secret] => Ok(self.desk.session(secret).await.map_err(trouble)?.is_some()),
            _ => Err(trouble(format!("the writer said what nobody understands: {line}"))),
        }
    }

    /// A draft is there until it is handed in.
    async fn draft_is_there(&self, id: &str, version: u64) -> Done<bool> {
        let now = self.desk.now().as_second();
        let kept = self.store.kept("draft", id, now).await.map_err(trouble)?;
        if kept.is_some_and(|kept| kept.version >= version) {
            return Ok(true);
        }
        Ok(self.application(id).await?.is_some())
    }

    /// What belongs together was written together, acknowledged or not.
    async fn half_written(&self, found: &mut Vec<String>) -> Done {
        let mut streams = BTreeSet::new();
        let mut first = 0;
        loop {
            let facts = self.store.facts(first, 1_000).await.map_err(trouble)?;
            let Some(last) = facts.last() else { break };
            first = last.position + 1;
            streams.extend(facts.into_iter().map(|fact| fact.stream));
        }
        for stream in streams {
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

    async fn application_is_whole(&self, id: &str) -> Done<bool> {
        let Some(application) = self.application(id).await? else { return Ok(false) };
        let Some(submission) = &application.submission else { return Ok(false) };
        let circulated = application.found_valid.is_some();
        let Some(request) = submission.cites else { return Ok(false) };
        let taken = self.request(request).await?.and_then(|request| request.taken_up);
        Ok(circulated != application.referrals.is_empty() && taken.is_some_and(|taken| taken.to_string() == id))
    }

    async fn request_is_whole(&self, id: &str) -> Done<bool> {
        let Some(request) = self.request(id).await? else { return Ok(false) };
        let Some(application) = request.taken_up else { return Ok(request.made.is_some()) };
        let cited: Option<RequestId> =
            self.application(&application.to_string()).await?.and_then(|found| found.submission).and_then(|one| one.cites);
        Ok(cited.is_some_and(|cited| cited.to_string() == id))
    }
}
