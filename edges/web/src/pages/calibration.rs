//! How well forecasts on this installation's own record would have been kept. Public: whoever arranges things by a forecast may see what
//! such forecasts are worth. It names no case, no authority and nobody.

use super::Session;
use crate::forecast::of_hundred;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::{Failure, Text, page};
use ::forecast::{Backtest, Reliability};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use desk::forecasts::{Calibrated, LEAST_FORETOLD};
use std::fmt::Write;

/// Where it stands.
pub(crate) const ADDRESS: &str = "/forecasts";

pub(crate) fn routes() -> Routes {
    Routes::new().route(ADDRESS, get(show))
}

/// A share that was foretold, and the one that came.
struct Line {
    foretold: String,
    came: String,
    count: String,
}

/// "Decided within so many days", foretold and come true.
struct Diagram {
    title: String,
    drawing: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "pages/calibration.html")]
struct CalibrationPage {
    shell: Shell,
    record: String,
    /// That only the latest referrals were looked at.
    cut: Option<String>,
    /// Why nothing is said.
    withheld: Option<String>,
    intervals: Vec<Line>,
    skills: Vec<String>,
    diagrams: Vec<Diagram>,
}

async fn show(State(site): State<Site>, shell: Shell, _: Option<Session>) -> Result<Response, Failure> {
    let t = shell.t;
    let kept = site.desk.calibration(site.today()).await?;
    let tried = &kept.tried;
    let enough = tried.n >= LEAST_FORETOLD;
    let few = [
        ("count", counted(tried.n).into()),
        ("least", counted(LEAST_FORETOLD).into()),
    ];
    Ok(page(&CalibrationPage {
        shell: shell.titled(t.get("kept-title")),
        record: record(t, &kept),
        cut: kept
            .is_cut
            .then(|| t.one("kept-cut", "count", length(kept.referrals))),
        withheld: (!enough).then(|| t.with("kept-too-few", few)),
        intervals: if enough { intervals(t, tried) } else { vec![] },
        skills: if enough { skills(t, tried) } else { vec![] },
        diagrams: if enough { diagrams(t, tried) } else { vec![] },
    }))
}

fn counted(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn length(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A share as so many of a hundred: here it is counted, and may be all or none.
fn share(t: Text, share: f64) -> String {
    t.one("share-of-hundred", "count", (share * 100.0).round() as i64)
}

/// What was looked at.
fn record(t: Text, kept: &Calibrated) -> String {
    let Some(since) = kept.since else {
        return t.get("kept-nothing").into_owned();
    };
    let said = [
        ("referrals", length(kept.referrals).into()),
        ("authorities", length(kept.authorities).into()),
        ("since", t.date(since).into()),
        ("day", t.date(kept.day).into()),
        ("count", counted(kept.tried.n).into()),
    ];
    t.with("kept-record", said)
}

/// What share of decisions came within each interval.
fn intervals(t: Text, tried: &Backtest) -> Vec<Line> {
    let held = &tried.coverage;
    let all = [(0.5, held.half), (0.8, held.four_fifths), (0.9, held.nine_tenths)];
    let line = |(foretold, came): (f64, Option<f64>)| {
        Some(Line {
            foretold: share(t, foretold),
            came: share(t, came?),
            count: t.number(counted(tried.n)),
        })
    };
    all.into_iter().filter_map(line).collect()
}

/// How much better forecasts were than the record of all decisions taken together.
fn skills(t: Text, tried: &Backtest) -> Vec<String> {
    let percent = |skill: f64| (skill * 100.0).round() as i64;
    let said = |id: &str, skill: Option<f64>| skill.map(|skill| t.one(id, "percent", percent(skill)));
    let within = [
        (30, tried.brier_skill.thirty),
        (60, tried.brier_skill.sixty),
        (90, tried.brier_skill.ninety),
    ];
    let within = within.into_iter().filter_map(|(days, skill)| {
        let words = [
            ("days", i64::from(days).into()),
            ("percent", percent(skill?).into()),
        ];
        Some(t.with("kept-skill-within", words))
    });
    let days = said("kept-skill-days", tried.crps_skill);
    days.into_iter().chain(within).collect()
}

fn diagrams(t: Text, tried: &Backtest) -> Vec<Diagram> {
    let some = tried
        .calibration
        .reliability
        .iter()
        .filter(|one| !one.points.is_empty());
    some.map(|one| diagram(t, one)).collect()
}

fn diagram(t: Text, reliability: &Reliability) -> Diagram {
    let line = |point: &::forecast::Point| Line {
        foretold: of_hundred(t, point.foretold),
        came: share(t, point.observed),
        count: t.number(counted(point.n)),
    };
    Diagram {
        title: t.one("kept-within", "days", i64::from(reliability.days)),
        drawing: drawing(reliability),
        lines: reliability.points.iter().map(line).collect(),
    }
}

/// Points in a square, from what was foretold to what came; well kept ones lie on the diagonal. The more forecasts there are of a kind,
/// the larger its point. The table beside it says the same in figures.
fn drawing(reliability: &Reliability) -> String {
    let all: u64 = reliability.points.iter().map(|point| point.n).sum();
    let mut drawn = String::new();
    for point in &reliability.points {
        let (x, y) = (10.0 + point.foretold * 200.0, 210.0 - point.observed * 200.0);
        let radius = 3.0 + 9.0 * (point.n as f64 / all as f64).sqrt();
        // Writing to a text does not fail.
        let _ = write!(drawn, "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{radius:.0}\"/>");
    }
    drawn
}
