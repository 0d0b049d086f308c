//! What the server takes: to start, in memory, and to decide.

use super::{DECIDING, Figures, Measured, OPEN, milliseconds, plain, ratio};
use crate::cast::{PASSWORD, address};
use crate::client::{Client, Pass};
use crate::load::{Times, page, pages};
use crate::process::memory;
use crate::{Done, bare, trouble};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

impl Measured {
    pub(super) async fn start(&self, figures: &mut Figures, cases: usize) -> Done {
        let mut each = vec![];
        for _ in 0..9 {
            let begun = Instant::now();
            let server = self.serve()?;
            page(server.host(), None, "/en/calendar").await?.page()?;
            each.push(begun.elapsed());
        }
        let times = Times::new(each, Duration::ZERO);
        figures.take(
            format!("start to first page, ledger of {cases} cases (middle of nine)"),
            "≤ 50 ms",
            milliseconds(times.percentile(50)),
            String::new(),
        );
        Ok(())
    }

    pub(super) async fn memory(&self, figures: &mut Figures) -> Done {
        let server = self.serve()?;
        let paths: Vec<String> = self
            .open
            .iter()
            .take(100)
            .map(|id| format!("/en/cases/{id}"))
            .collect();
        sign_in(server.host()).await?;
        pages(server.host(), Some(&self.passes.organiser), &paths, 1, 1_000).await?;
        let used = memory(server.process())?;
        figures.take(
            "memory (PSS) after one sign-in and 1000 pages",
            "≤ 32 MB",
            format!("{:.1} MB", used as f64 / 1e6),
            String::new(),
        );
        Ok(())
    }

    /// Cases decided by four authorities, each decision on disk before it is answered.
    pub(super) async fn decisions(&self, figures: &mut Figures, folder: &Path) -> Done {
        let server = self.serve()?;
        let left = Arc::new(Mutex::new(self.open[OPEN..].to_vec()));
        let mut working = JoinSet::new();
        let begun = Instant::now();
        for _ in 0..DECIDING {
            let (host, passes, left) = (server.host().to_owned(), self.passes.clone(), Arc::clone(&left));
            working.spawn(async move {
                let mut client = Client::connect(&host).await?;
                let mut each = vec![];
                let granted = [("decision", "granted"), ("checked", "right")];
                let granted =
                    BTreeMap::from(granted.map(|(field, value)| (field.to_owned(), value.to_owned())));
                loop {
                    let next = left.lock().map_err(trouble)?.pop();
                    let Some(id) = next else {
                        return Done::Ok(each);
                    };
                    for (authority, pass) in &passes.deciders {
                        let path = format!("/en/cases/{id}/referrals/{authority}/decision");
                        let begun = Instant::now();
                        client.post(pass, &path, &granted).await?.taken()?;
                        each.push(begun.elapsed());
                    }
                }
            });
        }
        let mut each = vec![];
        while let Some(ended) = working.join_next().await {
            each.extend(ended.map_err(trouble)??);
        }
        let times = Times::new(each, begun.elapsed());
        drop(server);
        let bare = bare::syncs(folder, 500)?;
        figures.take(
            "cases with four decisions, each on disk before its reply",
            "≥ 500/s",
            format!("{:.0}/s", times.rate() / 4.0),
            format!(
                "{:.1} decisions for each fdatasync that the disk does ({:.0}/s)",
                times.rate() / bare.rate(),
                bare.rate()
            ),
        );
        figures.take(
            format!("decisions, {DECIDING} clients: 99 of 100 answered within"),
            "≤ 50 ms",
            milliseconds(times.percentile(99)),
            ratio(times.percentile(99), bare.percentile(99), "one fdatasync"),
        );
        Ok(())
    }
}

/// Signs the organiser in by address and password, as the page does.
async fn sign_in(host: &str) -> Done {
    let answer = plain(host, None, "/en/sign-in").await?;
    let cookie = answer.cookie.clone();
    let page = answer.page()?;
    let page = String::from_utf8_lossy(&page);
    let token = page
        .split_once("name=\"token\" value=\"")
        .and_then(|(_, rest)| rest.split('"').next())
        .ok_or_else(|| trouble("the sign-in page has no token"))?;
    let visit = Pass {
        cookie,
        token: token.to_owned(),
    };
    let fields = [
        ("address", address("organiser")),
        ("password", PASSWORD.to_owned()),
    ];
    let fields = fields.map(|(field, value)| (field.to_owned(), value)).into();
    let mut client = Client::connect(host).await?;
    client
        .post(&visit, "/en/sign-in", &fields)
        .await?
        .taken()
        .map(drop)
}
