//! How long authorities take, by the record here: public, so that whoever plans an event knows, and whoever decides is seen to.

use super::Session;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::{Failure, Text, page};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use desk::forecasts::{AuthorityStatistics, LEAST_DECIDED, since};
use jiff::civil::Date;

/// Where it stands.
pub(crate) const ADDRESS: &str = "/statistics";

pub(crate) fn routes() -> Routes {
    Routes::new().route(ADDRESS, get(show))
}

struct Line {
    authority: String,
    decided: String,
    /// What half of its decisions took at most, and nine of ten; that there are too few, else.
    days: [String; 2],
    in_time: String,
    questions: String,
    open: String,
}

#[derive(Template)]
#[template(path = "pages/statistics.html")]
struct StatisticsPage {
    shell: Shell,
    /// From when to when, and what is not told.
    of: Vec<String>,
    lines: Vec<Line>,
}

async fn show(State(site): State<Site>, shell: Shell, _: Option<Session>) -> Result<Response, Failure> {
    let t = shell.t;
    let today = site.today();
    let lines = site.desk.statistics(today).await?;
    Ok(page(&StatisticsPage {
        shell: shell.titled(t.get("statistics-title")),
        of: of(t, today),
        lines: lines.iter().map(|one| line(t, one)).collect(),
    }))
}

fn of(t: Text, today: Date) -> Vec<String> {
    let days = [
        ("since", t.date(since(today)).into()),
        ("day", t.date(today).into()),
    ];
    vec![
        t.with("statistics-of", days),
        t.get("statistics-days").into_owned(),
        t.one("statistics-few", "least", counted(LEAST_DECIDED)),
    ]
}

fn counted(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn line(t: Text, one: &AuthorityStatistics) -> Line {
    let pace = &one.pace;
    let few = || t.get("statistics-too-few").into_owned();
    let days = |days: i32| t.one("statistics-so-many-days", "count", i64::from(days));
    let decided = t.number(counted(pace.decided));
    let silent = [
        ("decided", decided.clone().into()),
        ("silent", counted(pace.silent).into()),
    ];
    Line {
        authority: match &one.names {
            Some(names) => names.in_language(t.language().tag()).to_owned(),
            None => one.authority.to_string(),
        },
        decided: match pace.silent {
            0 => decided,
            _ => t.with("statistics-silent", silent),
        },
        days: match pace.days {
            Some((middle, nine)) => [days(middle), days(nine)],
            None => [few(), few()],
        },
        in_time: match pace.in_time {
            Some((kept, of)) => t.one("share-of-hundred", "count", of_hundred(kept, of)),
            None => few(),
        },
        questions: if pace.decided < LEAST_DECIDED {
            few()
        } else {
            tenths(t, pace.questions, pace.decided)
        },
        open: t.number(counted(pace.open)),
    }
}

/// A share as so many of a hundred, to the nearest; all and none are told only of all and of none.
fn of_hundred(part: usize, whole: usize) -> i64 {
    let nearest = (part * 200 + whole) / (whole * 2).max(1);
    let kept = match part {
        0 => 0,
        _ if part == whole => 100,
        _ => nearest.clamp(1, 99),
    };
    counted(kept)
}

/// So many for each, to the nearest tenth.
fn tenths(t: Text, part: u32, whole: usize) -> String {
    let part = usize::try_from(part).unwrap_or(usize::MAX);
    let tenths = (part.saturating_mul(20) + whole) / (whole * 2).max(1);
    let number = rust_decimal::Decimal::new(counted(tenths), 1);
    crate::wording::quantity(t, number, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_all_or_none_only_if_it_is() {
        let check = |part, whole, expect| assert_eq!(of_hundred(part, whole), expect, "{part} of {whole}");
        check(0, 5, 0);
        check(5, 5, 100);
        check(4, 5, 80);
        check(999, 1_000, 99);
        check(1, 1_000, 1);
        check(2, 3, 67);
    }

    #[test]
    fn questions_are_told_to_a_tenth() {
        let t = Text::of(crate::Language::English);
        let check = |part, whole, expect: &str| assert_eq!(tenths(t, part, whole), expect);
        check(0, 5, "0");
        check(7, 5, "1.4");
        check(5, 5, "1");
        check(1, 6, "0.2");
    }
}
