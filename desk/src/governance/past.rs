//! What a changed rulebook would have made of the applications that were handed in: before it binds anybody.

use super::read::may_look;
use crate::views::application::{CASES, CaseLine};
use crate::{Desk, Fault};
use act::{Actor, Date};
use clearance::Application;
use rulebook::whatif::{Report, WhatIf as Comparison};
use rulebook::{Answers, Rulebook};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Applications that are read from the store at once.
const AT_ONCE: usize = 500;

/// What an application that was handed in is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PastCase {
    /// The event's day.
    pub date: Date,
    /// Its reference.
    pub reference: String,
    /// The event's name.
    pub event: String,
}

/// What would change for past applications.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The applications, in the order in which the report numbers them, from 0.
    pub named: Vec<PastCase>,
    /// What would change.
    pub report: Report,
}

/// Applications that were handed in.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// What they are called.
    pub named: Vec<PastCase>,
    /// What each of them answered.
    pub cases: Vec<Answers>,
}

impl Desk {
    /// Compares what a new version makes of every application that was handed in under the rulebook with what an old
    /// version does.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if that is not for this actor.
    pub async fn what_if(
        &self,
        actor: &Actor,
        old: Arc<Rulebook>,
        new: Arc<Rulebook>,
    ) -> Result<WhatIf, Fault> {
        may_look(actor)?;
        let lead = self.lead_of(old.id()).await?;
        // Which cases there are is known to who leads, and to who audits that.
        if actor.organisation != lead.organisation {
            return Err(Fault::NotFound);
        }
        let Past { named, cases } = self.past(old.id()).await?;
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        // Many cases take a while: never on a thread that serves others.
        let compare = move || Comparison::new(&old, &new).run(&cases, threads);
        let report = tokio::task::spawn_blocking(compare).await;
        let report = report.map_err(|fault| Fault::SetUp(format!("the comparison broke off: {fault}")))?;
        Ok(WhatIf { named, report })
    }

    /// The applications that were handed in under any version of a rulebook. For whom that is, the caller answers for.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is no such rulebook.
    pub async fn past(&self, rulebook: &str) -> Result<Past, Fault> {
        if self.rulebooks().bindings(rulebook).is_empty() {
            return Err(Fault::NotFound);
        }
        // Whoever led then may lead no more: the applications of every organisation, each once, by the event's day.
        let mut lines = BTreeSet::new();
        for organisation in self.organisations().await? {
            let own = organisation.organisation.to_string();
            for line in self.lines::<CaseLine>(CASES, own).await? {
                let named = PastCase {
                    date: line.date,
                    reference: line.reference,
                    event: line.title,
                };
                lines.insert((named, line.application));
            }
        }
        let lines: Vec<_> = lines.into_iter().collect();
        let mut past = Past::default();
        for page in lines.chunks(AT_ONCE) {
            let streams = page.iter().map(|(_, application)| application);
            let applications = self.load_all::<Application>(streams).await?;
            for ((named, _), application) in page.iter().zip(applications) {
                let own = application.rulebook.is_some_and(|pin| pin.id == rulebook);
                if let Some(submission) = application.submission.filter(|_| own) {
                    past.named.push(named.clone());
                    past.cases.push(submission.answers);
                }
            }
        }
        Ok(past)
    }
}
