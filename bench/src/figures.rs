//! The figures that are promised, each with the least that the machine itself takes for the like, measured in the same
//! run (`docs/PERFORMANCE.md`).

use crate::bare;
use crate::cast::{Cast, PASSWORD, Passes, address, give_password};
use crate::client::{Answer, Client, Pass};
use crate::filing::{self, circulated, drafted};
use crate::house::House;
use crate::load::{Times, page, pages};
use crate::process::{memory, processor_time};
use crate::server::{Program, Server};
use crate::{Done, trouble};
use act::{ApplicationId, Date};
use desk::Desk;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Connections that ask at once, as the promises say.
const CLIENTS: usize = 16;
/// Cases with open referrals; each authority has as many on its docket.
const OPEN: usize = 4_000;
/// Cases in the smaller and in the larger list.
const LISTS: [usize; 2] = [10_000, 100_000];
/// Pages asked for, for one figure.
const PAGES: usize = 8_000;
/// Cases that are decided for one figure, at so many connections.
const DECIDED: usize = 3_000;
const DECIDING: usize = 64;

/// One figure.
#[derive(Debug)]
struct Row {
    what: String,
    wanted: &'static str,
    found: String,
    /// What the machine itself takes for the like, and how much more ours is.
    limit: String,
}

/// All figures, as they are taken.
#[derive(Debug, Default)]
pub struct Figures {
    rows: Vec<Row>,
}

impl Figures {
    fn take(&mut self, what: impl Into<String>, wanted: &'static str, found: String, limit: String) {
        let row = Row {
            what: what.into(),
            wanted,
            found,
            limit,
        };
        eprintln!(
            "{}: {} (wanted: {}; {})",
            row.what, row.found, row.wanted, row.limit
        );
        self.rows.push(row);
    }

    /// The figures as a table in Markdown.
    #[must_use]
    pub fn table(&self) -> String {
        let mut text = "| what | wanted | found | beside the bare limit |\n|---|---|---|---|\n".to_owned();
        for row in &self.rows {
            // A String takes everything that is written to it.
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} |",
                row.what, row.wanted, row.found, row.limit
            );
        }
        text
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB", bytes as f64 / 1e3)
}

/// An installation under measure.
struct Measured {
    program: Program,
    data: PathBuf,
    passes: Passes,
    open: Vec<ApplicationId>,
}

/// Takes every figure with a program, in a folder on the disk that is to be measured.
///
/// # Errors
/// If the program does not do what it should.
pub async fn measure(program: &Program, folder: &Path) -> Done<Figures> {
    let mut figures = Figures::default();
    let data = folder.join("placet");
    program.init(&data, None)?;
    let house = House::open(&data, None).await?;
    let desk = house.desk()?;
    let cast = Cast::assemble(&desk).await?;
    let open = seed(&desk, &cast, OPEN + DECIDED, true).await?;
    seed(&desk, &cast, LISTS[0] - OPEN - DECIDED, false).await?;
    let passes = Passes::of(&desk, &cast).await?;
    give_password(&desk).await?;
    drop(desk);
    house.close().await?;
    let measured = Measured {
        program: program.clone(),
        data,
        passes,
        open,
    };
    measured.memory(&mut figures).await?;
    measured.first_visit(&mut figures).await?;
    measured.case_page(&mut figures).await?;
    let small = measured.list(&mut figures, LISTS[0], None).await?;
    measured.decisions(&mut figures, folder).await?;
    measured.docket(&mut figures).await?;
    measured.start(&mut figures, LISTS[0]).await?;
    let house = House::open(&measured.data, None).await?;
    let desk = house.desk()?;
    seed(&desk, &Cast::assemble(&desk).await?, LISTS[1] - LISTS[0], false).await?;
    drop(desk);
    house.close().await?;
    measured.list(&mut figures, LISTS[1], Some(small)).await?;
    measured.start(&mut figures, LISTS[1]).await?;
    Ok(figures)
}

/// Brings cases to hand in, or before their authorities, many at a time.
async fn seed(desk: &Arc<Desk>, cast: &Cast, count: usize, circulate: bool) -> Done<Vec<ApplicationId>> {
    let first: Date = Timestamp::now()
        .to_zoned_datetime(TimeZone::UTC)
        .date()
        .saturating_add(200.days());
    let left = Arc::new(Mutex::new(0..count));
    let mut working = JoinSet::new();
    for _ in 0..128 {
        let (desk, cast, left) = (Arc::clone(desk), cast.clone(), Arc::clone(&left));
        working.spawn(async move {
            let mut made = vec![];
            loop {
                let next = left.lock().map_err(trouble)?.next();
                let Some(number) = next else {
                    return Done::Ok(made);
                };
                let date = first.saturating_add(i64::try_from(number % 300).unwrap_or(0).days());
                let id = drafted(&desk, &cast, None, &format!("Evening {number}"), date)
                    .await
                    .map_err(trouble)?;
                if circulate {
                    circulated(&desk, &cast, id).await.map_err(trouble)?;
                } else {
                    filing::submitted(&desk, &cast, id).await.map_err(trouble)?;
                }
                made.push(id);
            }
        });
    }
    let mut made = vec![];
    while let Some(ended) = working.join_next().await {
        made.extend(ended.map_err(trouble)??);
    }
    Ok(made)
}

/// Pages and the processor time that the server used for each.
struct Cost {
    times: Times,
    each: Duration,
}

async fn cost(
    server: &Server,
    pass: Option<&Pass>,
    paths: &[String],
    clients: usize,
    count: usize,
) -> Done<Cost> {
    // Once before, so that what is made once for all is made.
    pages(server.host(), pass, paths, clients, count / 10).await?;
    let before = processor_time(server.process())?;
    let times = pages(server.host(), pass, paths, clients, count).await?;
    let used = processor_time(server.process())?.saturating_sub(before);
    let each = used / u32::try_from(times.count().max(1)).unwrap_or(u32::MAX);
    Ok(Cost { times, each })
}

/// The same of a bare page of axum's that has so many bytes.
async fn bare_cost(bytes: usize, clients: usize, count: usize) -> Done<Cost> {
    let mut command = Command::new(std::env::current_exe().map_err(trouble)?);
    command.args(["bare", &bytes.to_string()]);
    let server = Server::start(command)?;
    cost(&server, None, &["/".to_owned()], clients, count).await
}

impl Measured {
    fn serve(&self) -> Done<Server> {
        self.program.serve(&self.data, None)
    }

    async fn case_page(&self, figures: &mut Figures) -> Done {
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

    async fn list(&self, figures: &mut Figures, cases: usize, small: Option<Duration>) -> Done<Duration> {
        let server = self.serve()?;
        let pass = &self.passes.coordinator;
        let path = ["/en/board".to_owned()];
        let bytes = page(server.host(), Some(pass), &path[0]).await?.page()?.len();
        let cost = cost(&server, Some(pass), &path, 1, PAGES / 4).await?;
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
        Ok(cost.each)
    }

    async fn docket(&self, figures: &mut Figures) -> Done {
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

    async fn start(&self, figures: &mut Figures, cases: usize) -> Done {
        let mut each = vec![];
        for _ in 0..9 {
            let begun = Instant::now();
            let server = self.serve()?;
            page(server.host(), None, "/en/").await?.page()?;
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

    async fn memory(&self, figures: &mut Figures) -> Done {
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

    /// The first page and all that a browser fetches for it, but fonts.
    async fn first_visit(&self, figures: &mut Figures) -> Done {
        let server = self.serve()?;
        let html = plain(server.host(), None, "/en/").await?.page()?;
        let html = String::from_utf8_lossy(&html);
        let mut bytes = page(server.host(), None, "/en/").await?.page()?.len();
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

    /// Cases decided by four authorities, each decision on disk before it is answered.
    async fn decisions(&self, figures: &mut Figures, folder: &Path) -> Done {
        let server = self.serve()?;
        let left = Arc::new(Mutex::new(self.open[OPEN..].to_vec()));
        let mut working = JoinSet::new();
        let begun = Instant::now();
        for _ in 0..DECIDING {
            let (host, passes, left) = (server.host().to_owned(), self.passes.clone(), Arc::clone(&left));
            working.spawn(async move {
                let mut client = Client::connect(&host).await?;
                let mut each = vec![];
                let granted = BTreeMap::from([("decision".to_owned(), "granted".to_owned())]);
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

async fn plain(host: &str, pass: Option<&Pass>, path: &str) -> Done<Answer> {
    Client::connect(host).await?.plain(pass, path).await
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

fn ratio(ours: Duration, bare: Duration, what: &str) -> String {
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    format!("{ratio:.1} × {what} ({:.3} ms)", bare.as_secs_f64() * 1e3)
}
