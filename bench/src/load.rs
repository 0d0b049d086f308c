//! Requests that follow one another on several connections, and how long each took.

use crate::client::{Answer, Client, Pass};
use crate::{Done, trouble};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// How long each of many requests took.
#[derive(Debug, Default)]
pub struct Times {
    /// Each, in ascending order.
    each: Vec<Duration>,
    /// From the first sent to the last answered.
    pub whole: Duration,
}

impl Times {
    /// The times of requests that took so long in all.
    #[must_use]
    pub fn new(mut each: Vec<Duration>, whole: Duration) -> Self {
        each.sort_unstable();
        Times { each, whole }
    }

    /// How many there were.
    #[must_use]
    pub fn count(&self) -> usize {
        self.each.len()
    }

    /// Requests per second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.count() as f64 / self.whole.as_secs_f64()
    }

    /// The time within which so many of a hundred were answered.
    #[must_use]
    pub fn percentile(&self, of_hundred: usize) -> Duration {
        let at = (self.each.len() * of_hundred / 100).min(self.each.len().saturating_sub(1));
        self.each.get(at).copied().unwrap_or_default()
    }
}

/// Asks for pages on so many connections at once, each asking again as soon as it is answered.
///
/// # Errors
/// If a page does not come.
pub async fn pages(
    host: &str,
    pass: Option<&Pass>,
    paths: &[String],
    clients: usize,
    count: usize,
) -> Done<Times> {
    let paths: Arc<[String]> = paths.into();
    let next = Arc::new(AtomicUsize::new(0));
    let mut working = JoinSet::new();
    let begun = Instant::now();
    for _ in 0..clients {
        let (host, pass) = (host.to_owned(), pass.cloned());
        let (paths, next) = (Arc::clone(&paths), Arc::clone(&next));
        working.spawn(async move {
            let mut client = Client::connect(&host).await?;
            let mut each = vec![];
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return Done::Ok(each);
                }
                let begun = Instant::now();
                let answer = client.get(pass.as_ref(), &paths[number % paths.len()]).await?;
                answer.page()?;
                each.push(begun.elapsed());
            }
        });
    }
    let mut each = vec![];
    while let Some(ended) = working.join_next().await {
        each.extend(ended.map_err(trouble)??);
    }
    Ok(Times::new(each, begun.elapsed()))
}

/// One page, as it comes over the wire.
///
/// # Errors
/// If it does not come.
pub async fn page(host: &str, pass: Option<&Pass>, path: &str) -> Done<Answer> {
    Client::connect(host).await?.get(pass, path).await
}
