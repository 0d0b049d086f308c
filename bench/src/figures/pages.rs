//! What pages cost: the server's time, the reader's wait, the bytes.

use super::{
    CLIENTS, Figures, LISTS, Measured, OPEN, PAGES, bare_cost, cost, kilobytes, milliseconds, plain, ratio,
};
use crate::cast::Cast;
use crate::client::Client;
use crate::filing::{FACTS, lengthy};
use crate::house::{House, RULEBOOK};
use crate::load::page;
use crate::process::processor_time;
use crate::server::Server;
use crate::{Done, trouble};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::BTreeSet;
use std::time::Duration;

/// Everything that the permit check asks about fireworks on the river.
const ANSWERED: &str = "answer-fireworks=yes&answer-event_kind=celebration&answer-place_kind=riverside&answer-attendance=8000\
     &answer-road_closure=yes&answer-foreign_mission=yes&answer-largest_shell=100&answer-near_airport=no";

/// How often something changes for one figure.
const CHANGES: usize = 300;

impl Measured {
    pub(super) async fn case_page(&self, figures: &mut Figures) -> Done {
        let server = self.serve()?;
        let paths: Vec<String> = self
            .open
            .iter()
            .take(500)
            .map(|id| format!("/en/cases/{id}"))
            .collect();
        let pass = &self.passes.organiser;
        let bytes = page(server.host(), Some(pass), &paths[0]).await?.page()?.len();
        let alone = cost(&server, Some(pass), &paths, 1, PAGES).await?;
        let crowd = cost(&server, Some(pass), &paths, CLIENTS, PAGES).await?;
        drop(server);
        let bare = bare_cost(bytes, CLIENTS, PAGES).await?;
        figures.take(
            format!("case page, processor time ({} compressed)", kilobytes(bytes)),
            "≤ 0.25 ms",
            milliseconds(crowd.each),
            ratio(crowd.each, bare.each, "a bare page"),
        );
        figures.take(
            "case page, alone: 99 of 100 answered within",
            "",
            milliseconds(alone.times.percentile(99)),
            String::new(),
        );
        figures.take(
            format!("case page, {CLIENTS} clients: 99 of 100 answered within"),
            "≤ 5 ms",
            format!(
                "{}, {:.0} pages/s",
                milliseconds(crowd.times.percentile(99)),
                crowd.times.rate()
            ),
            ratio(
                crowd.times.percentile(99),
                bare.times.percentile(99),
                "a bare page",
            ),
        );
        Ok(())
    }

    /// The page of a case of which much was asked and answered.
    pub(super) async fn lengthy_case(&self, figures: &mut Figures) -> Done {
        let house = House::open(&self.data, None).await?;
        let desk = house.desk()?;
        let cast = Cast::assemble(&desk).await?;
        let id = lengthy(&desk, &cast).await?;
        drop(desk);
        house.close().await?;
        let server = self.serve()?;
        let pass = &self.passes.organiser;
        let path = [format!("/en/cases/{id}")];
        let bytes = page(server.host(), Some(pass), &path[0]).await?.page()?.len();
        let cost = cost(&server, Some(pass), &path, 1, PAGES / 8).await?;
        drop(server);
        let bare = bare_cost(bytes, 1, PAGES / 8).await?;
        figures.take(
            format!("page of a case of {FACTS} facts, processor time"),
            "≤ 0.5 ms",
            milliseconds(cost.each),
            ratio(cost.each, bare.each, "a bare page"),
        );
        Ok(())
    }

    pub(super) async fn list(
        &self,
        figures: &mut Figures,
        cases: usize,
        small: Option<Duration>,
    ) -> Done<Duration> {
        let server = self.serve()?;
        let pass = &self.passes.coordinator;
        let path = ["/en/board".to_owned()];
        let bytes = page(server.host(), Some(pass), &path[0]).await?.page()?.len();
        let cost = cost(&server, Some(pass), &path, 1, PAGES / 4).await?;
        let changed = self.after_a_change(&server, &path[0]).await?;
        drop(server);
        let limit = match small {
            Some(small) => format!(
                "{:.2} × the {} list",
                cost.each.as_secs_f64() / small.as_secs_f64(),
                LISTS[0]
            ),
            None => {
                let bare = bare_cost(bytes, 1, PAGES / 4).await?;
                ratio(cost.each, bare.each, "a bare page")
            }
        };
        figures.take(
            format!("list of {cases} cases, first page, processor time"),
            if small.is_some() {
                "≤ 1.2 × the smaller list"
            } else {
                "≤ 1 ms"
            },
            milliseconds(cost.each),
            limit,
        );
        figures.take(
            format!("board with {cases} open events, first page, each time after something changed, processor time"),
            "≤ 10 ms",
            milliseconds(changed),
            String::new(),
        );
        Ok(cost.each)
    }

    /// What the board takes where a fact came, of anyone's, since it was loaded last.
    async fn after_a_change(&self, server: &Server, path: &str) -> Done<Duration> {
        let house = House::open(&self.data, None).await?;
        let desk = house.desk()?;
        let cast = Cast::assemble(&desk).await?;
        let pass = Some(&self.passes.coordinator);
        let mut client = Client::connect(server.host()).await?;
        let before = processor_time(server.process())?;
        for id in self.open.iter().take(CHANGES) {
            desk.watch(&cast.organiser, *id, true).await.map_err(trouble)?;
            client.get(pass, path).await?.page()?;
        }
        let used = processor_time(server.process())?.saturating_sub(before);
        for id in self.open.iter().take(CHANGES) {
            desk.watch(&cast.organiser, *id, false).await.map_err(trouble)?;
        }
        drop(desk);
        house.close().await?;
        Ok(used / u32::try_from(CHANGES).unwrap_or(u32::MAX))
    }

    pub(super) async fn docket(&self, figures: &mut Figures) -> Done {
        let server = self.serve()?;
        let (_, pass) = &self.passes.deciders[0];
        let path = ["/en/docket".to_owned()];
        let bytes = plain(server.host(), Some(pass), &path[0]).await?.page()?.len();
        let cost = cost(&server, Some(pass), &path, 1, PAGES / 4).await?;
        drop(server);
        let bare = bare_cost(bytes, 1, PAGES / 4).await?;
        figures.take(
            format!("docket with {OPEN} open referrals, first page, processor time"),
            "≤ 10 ms",
            milliseconds(cost.each),
            ratio(cost.each, bare.each, "a bare page"),
        );
        figures.take(
            "docket, bytes before compression",
            "≤ 60 kB",
            kilobytes(bytes),
            String::new(),
        );
        Ok(())
    }

    /// The permit check at its ends: where most is still open, and where everything is told.
    pub(super) async fn permit_check(&self, figures: &mut Figures) -> Done {
        let server = self.serve()?;
        let day = Timestamp::now().to_zoned_datetime(TimeZone::UTC).date();
        let day = day.saturating_add(60.days());
        let first = format!("/en/permit-check?rulebook={RULEBOOK}&date={day}");
        let last = format!("{first}&{ANSWERED}");
        for (what, path) in [("first question", first), ("result", last)] {
            let path = [path];
            let bytes = page(server.host(), None, &path[0]).await?.page()?.len();
            let cost = cost(&server, None, &path, 1, PAGES / 4).await?;
            let bare = bare_cost(bytes, 1, PAGES / 4).await?;
            figures.take(
                format!(
                    "permit check, {what}, processor time ({} compressed)",
                    kilobytes(bytes)
                ),
                "≤ 0.5 ms",
                milliseconds(cost.each),
                ratio(cost.each, bare.each, "a bare page"),
            );
        }
        Ok(())
    }

    /// The first page and all that a browser fetches for it, but fonts.
    pub(super) async fn first_visit(&self, figures: &mut Figures) -> Done {
        let server = self.serve()?;
        let html = plain(server.host(), None, "/en/calendar").await?.page()?;
        let html = String::from_utf8_lossy(&html);
        let mut bytes = page(server.host(), None, "/en/calendar").await?.page()?.len();
        let mut paths = BTreeSet::new();
        for part in html.split(['"', '\'']) {
            if part.starts_with("/assets/") {
                paths.insert(part.to_owned());
            }
        }
        for path in &paths {
            bytes += page(server.host(), None, path).await?.page()?.len();
        }
        figures.take(
            format!("first visit, compressed: the page and {} files", paths.len()),
            "≤ 30 kB",
            kilobytes(bytes),
            String::new(),
        );
        Ok(())
    }
}
