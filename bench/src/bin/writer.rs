//! `writer DATABASE CLERKS`: carries cases from request to decision without end, so many at a time, and says on
//! standard output, after each reply, what was acknowledged. It is there to be killed.
//!
//! Lines: `ready`; then `request ID`, `draft ID VERSION`, `submitted ID REQUEST`, `circulated ID`,
//! `decided ID AUTHORITY`, `session SECRET`.

use act::Date;
use bench::cast::{Cast, address};
use bench::filing::{Table, fields};
use bench::house::{RULEBOOK, desk, store};
use bench::{Done, trouble};
use clearance::Decision;
use desk::Desk;
use desk::clearance::Change;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

/// Says a line at once. Whoever does not read us is gone, and so is our purpose.
fn say(line: impl Display) -> Done {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())
        .and_then(|()| out.flush())
        .map_err(trouble)
}

async fn case(desk: &Desk, cast: &Cast, table: &Table, title: &str) -> Done {
    let request = table.request(desk, cast).await?;
    say(format_args!("request {request}"))?;
    let organiser = &cast.organiser;
    let id = desk
        .begin_draft(organiser, RULEBOOK, Some(request))
        .await
        .map_err(trouble)?;
    say(format_args!("draft {id} 1"))?;
    let date: Date = jiff::civil::date(2023, 11, 19);
    desk.save_draft(organiser, id, 1, fields(title, date))
        .await
        .map_err(trouble)?;
    say(format_args!("draft {id} 2"))?;
    desk.submit(organiser, id).await.map_err(trouble)?;
    say(format_args!("submitted {id} {request}"))?;
    desk.change(&cast.coordinator, id, Change::Circulate)
        .await
        .map_err(trouble)?;
    say(format_args!("circulated {id}"))?;
    for (authority, decider) in &cast.deciders {
        let change = Change::Decide(authority.clone(), Decision::Granted, None);
        desk.change(decider, id, change).await.map_err(trouble)?;
        say(format_args!("decided {id} {authority}"))?;
    }
    let session = desk
        .sign_in_demonstrator(&address("organiser"))
        .await
        .map_err(trouble)?;
    say(format_args!("session {}", session.secret))
}

async fn work(database: &str, clerks: u32) -> Done {
    let desk = desk(store(database).await?)?;
    let cast = Cast::assemble(&desk).await?;
    let table = Arc::new(Table::set(&desk, &cast).await?);
    say("ready")?;
    let mut working = tokio::task::JoinSet::new();
    for clerk in 0..clerks {
        let (desk, cast, table) = (Arc::clone(&desk), cast.clone(), Arc::clone(&table));
        working.spawn(async move {
            for number in 1_u64.. {
                case(&desk, &cast, &table, &format!("Evening {clerk}/{number}")).await?;
            }
            Ok(())
        });
    }
    match working.join_next().await {
        Some(ended) => ended.map_err(trouble)?,
        None => Ok(()),
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(database), Some(Ok(clerks))) = (arguments.next(), arguments.next().map(|count| count.parse()))
    else {
        eprintln!("usage: writer DATABASE CLERKS");
        return ExitCode::FAILURE;
    };
    let worked = tokio::runtime::Runtime::new()
        .map_err(trouble)
        .and_then(|runtime| runtime.block_on(work(&database, clerks)));
    match worked {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}
