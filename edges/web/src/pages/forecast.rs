//! The forecast of a case: on its page a number with the record behind it; on a page of its own, line by line, how that was reckoned.

use super::id;
use super::thread::{Here, of_case, origin};
use crate::forecast::{Change, Row, Words, of_hundred, why};
use crate::position::Seen;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::event_title;
use crate::{Failure, Text, page};
use ::forecast::{Reckoned, Spread};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::forecasts::{CaseForecast, Foretold};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/cases/{id}/forecast", get(show))
}

/// The forecast as it stands on the case's page.
#[derive(Template)]
#[template(path = "parts/forecast.html")]
pub(crate) struct Card {
    t: Text,
    /// The number, and what it is the chance of.
    number: Option<(String, String)>,
    record: Option<String>,
    withheld: Option<String>,
    critical: Option<String>,
    helps: Option<String>,
    rows: Vec<Row>,
    /// Where it is reckoned line by line.
    reckoned: String,
    kept: String,
}

// Its template escapes what it shows.
impl HtmlSafe for Card {}

impl Card {
    /// Whether it tells anything but why it does not: then it stands before all that it is about.
    pub(crate) fn tells(&self) -> bool {
        self.number.is_some() || !self.rows.is_empty()
    }

    /// For a reader of the case.
    pub(crate) fn of(shell: &Shell, seen: &Seen<'_>, foretold: &CaseForecast) -> Card {
        let words = Words::of(seen, foretold);
        Card {
            t: shell.t,
            number: words.number(),
            record: words.record(),
            withheld: words.withheld(),
            critical: words.critical(),
            helps: words.helps_most(),
            rows: words
                .rows()
                .into_iter()
                .map(|row| Row {
                    path: shell.to(&row.path),
                    ..row
                })
                .collect(),
            reckoned: shell.to(&format!("/cases/{}/forecast", seen.view.id)),
            kept: shell.to(super::calibration::ADDRESS),
        }
    }
}

/// One authority, line by line.
struct Lines {
    id: String,
    name: String,
    /// When it may decide, or why nothing is said.
    summary: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/forecast.html")]
struct ForecastPage {
    shell: Shell,
    event_title: String,
    case: String,
    number: Option<(String, String)>,
    withheld: Option<String>,
    lines: Vec<String>,
    changes: Vec<Change>,
    authorities: Vec<Lines>,
    kept: String,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let t = shell.t;
    let seen = Seen::new(&site, t, &view);
    let thread = of_case(
        t,
        &view,
        origin(&site.desk, &view).await?.as_ref(),
        Here::Decisions,
    );
    let shell = shell.titled(t.get("forecast-reckoned")).threaded(thread);
    let foretold = site.desk.forecast(&view).await?;
    let words = foretold.as_ref().map(|foretold| Words::of(&seen, foretold));
    let (mut lines, mut authorities) = (vec![], vec![]);
    if let (Some(foretold), Some(words)) = (&foretold, &words) {
        lines = of_all(t, foretold, words);
        // Where nothing is known of any, it is said once.
        let told = foretold.referrals.iter().filter(|one| one.reckoned.is_ok());
        authorities = told.map(|one| of_one(t, one, words)).collect();
    }
    Ok(page(&ForecastPage {
        event_title: event_title(&view.application),
        case: shell.to(&format!("/cases/{}", view.id)),
        number: words.as_ref().and_then(Words::number),
        withheld: match &words {
            Some(words) => words.withheld(),
            None => Some(t.get("forecast-nothing-awaited").into_owned()),
        },
        changes: words.as_ref().map(Words::changes).unwrap_or_default(),
        lines,
        authorities,
        kept: shell.to(super::calibration::ADDRESS),
        shell,
    }))
}

/// How the whole is reckoned.
fn of_all(t: Text, foretold: &CaseForecast, words: &Words<'_>) -> Vec<String> {
    let Some(record) = words.record() else {
        return vec![];
    };
    let drawn = t.one("reckoned-drawn", "count", i64::from(::forecast::PATHS));
    let before = t.one("reckoned-before", "date", t.date(foretold.as_of));
    let mut lines = vec![record, before, t.get("reckoned-younger").into_owned(), drawn];
    lines.extend(words.critical());
    lines
}

fn of_one(t: Text, one: &Foretold, words: &Words<'_>) -> Lines {
    let summary = match one.days {
        Ok(days) => {
            let result = [
                ("middle", words.day(days.middle()).into()),
                ("between", words.between(days).into()),
                ("share", of_hundred(t, days.in_time).into()),
            ];
            t.with("reckoned-result", result)
        }
        Err(withheld) => t.one("forecast-withheld", "why", why(t, withheld)),
    };
    let mut lines = match &one.reckoned {
        Ok(reckoned) => learned(t, reckoned),
        Err(_) => vec![],
    };
    if let Ok(days) = one.days {
        let never =
            (days.never >= 0.005).then(|| t.one("reckoned-never", "share", of_hundred(t, days.never)));
        lines.extend(never);
        lines.extend(
            days.last
                .map(|last| t.one("reckoned-last", "share", of_hundred(t, last))),
        );
    }
    Lines {
        id: one.authority.to_string(),
        name: words.name(&one.authority),
        summary,
        lines,
    }
}

fn spread(t: Text, id: &str, spread: Spread) -> String {
    let number = |days: u32| i64::from(days).into();
    let said = [
        ("middle", number(spread.middle)),
        ("early", number(spread.early)),
        ("late", number(spread.late)),
    ];
    t.with(id, said)
}

/// What was learned of one authority, and where its referral stands.
fn learned(t: Text, reckoned: &Reckoned) -> Vec<String> {
    let mut lines = vec![
        t.one("reckoned-own", "count", i64::from(reckoned.basis.own)),
        spread(t, "reckoned-all", reckoned.all),
        spread(t, "reckoned-one", reckoned.own),
        t.one(
            "reckoned-weight",
            "share",
            of_hundred(t, 1.0 - reckoned.as_all_are),
        ),
    ];
    let load = [
        ("count", i64::from(reckoned.open).into()),
        // A load is a ratio of small numbers.
        ("percent", ((reckoned.load * 100.0).round() as i64).into()),
    ];
    lines.push(t.with("reckoned-load", load));
    let days = if reckoned.working_days {
        "reckoned-working-days"
    } else {
        "reckoned-every-day"
    };
    lines.push(t.get(days).into_owned());
    lines.push(t.one("reckoned-age", "days", i64::from(reckoned.age)));
    if let Some(waited) = reckoned.waited {
        let said = [
            ("days", i64::from(waited).into()),
            ("answers", i64::from(reckoned.answers).into()),
            ("middle", i64::from(reckoned.answered_in.middle).into()),
            ("late", i64::from(reckoned.answered_in.late).into()),
        ];
        lines.push(t.with("reckoned-waits", said));
    }
    lines.push(match reckoned.asks {
        asks if asks > 0.0 => t.one("reckoned-asks", "share", of_hundred(t, asks)),
        _ => t.get("reckoned-asks-never").into_owned(),
    });
    lines
}
