//! The figures that are promised, each with the least that the machine itself takes for the like, measured in the same
//! run (`docs/PERFORMANCE.md`).

mod at_once;
mod growth;
mod pages;
mod replay;
mod server;

use crate::cast::{Cast, Passes, give_password};
use crate::client::{Answer, Client, Pass};
use crate::filing::{self, circulated, drafted};
use crate::house::House;
use crate::load::{self, Times};
use crate::process::processor_time;
use crate::server::{Program, Server};
use crate::{Done, trouble};
use act::{ApplicationId, Date};
use desk::Desk;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::JoinSet;

pub use growth::growth;
pub use replay::replay;

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
    // A new password ends the sessions that there are.
    give_password(&desk).await?;
    let passes = Passes::of(&desk, &cast).await?;
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
    measured.lengthy_case(&mut figures).await?;
    measured.permit_check(&mut figures).await?;
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
    // Last, for it closes all of them.
    measured.deadlines(&mut figures).await?;
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
    load::pages(server.host(), pass, paths, clients, count / 10).await?;
    let before = processor_time(server.process())?;
    let times = load::pages(server.host(), pass, paths, clients, count).await?;
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
}

async fn plain(host: &str, pass: Option<&Pass>, path: &str) -> Done<Answer> {
    Client::connect(host).await?.plain(pass, path).await
}

fn ratio(ours: Duration, bare: Duration, what: &str) -> String {
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    format!("{ratio:.1} × {what} ({:.3} ms)", bare.as_secs_f64() * 1e3)
}
