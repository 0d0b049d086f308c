//! The timeline to a fixed date: one rail per authority, its words above it, the months below. Pure: days in, SVG out.
//!
//! Every horizontal place is a share of the width and every word stands outside the rails, so that one drawing reads at
//! 320 pixels and at 1,100, and no word is ever written across a line.

use crate::{Text, Value};
use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;
use std::fmt;

/// What a span of days is to an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpanKind {
    /// Under review.
    Worked,
    /// Under review, and it ended in agreement.
    Agreed,
    /// Under review, and it ended in a refusal.
    Refused,
    /// The period has passed and there is no decision.
    Overdue,
    /// Paused: someone else's answer is awaited.
    Paused,
    /// Still to come, until the decision is due.
    Expected,
}

impl SpanKind {
    const ALL: [SpanKind; 6] = [
        SpanKind::Worked,
        SpanKind::Agreed,
        SpanKind::Refused,
        SpanKind::Overdue,
        SpanKind::Paused,
        SpanKind::Expected,
    ];

    fn class(self) -> &'static str {
        match self {
            SpanKind::Worked => "worked",
            SpanKind::Agreed => "worked worked--ok",
            SpanKind::Refused => "worked worked--bad",
            SpanKind::Overdue => "overdue",
            SpanKind::Paused => "paused",
            SpanKind::Expected => "expected",
        }
    }

    fn words(self, t: Text) -> String {
        let id = match self {
            SpanKind::Worked => "timeline-worked",
            SpanKind::Agreed => "timeline-agreed",
            SpanKind::Refused => "timeline-refused",
            SpanKind::Overdue => "timeline-overdue",
            SpanKind::Paused => "timeline-paused",
            SpanKind::Expected => "timeline-expected",
        };
        t.get(id).into_owned()
    }
}

/// A span of days on a rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub from: Date,
    /// The day at which it ends.
    pub until: Date,
    /// What it is.
    pub kind: SpanKind,
}

/// How a rail's words are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to say by colour.
    Plain,
    /// Done and well.
    Ok,
    /// Someone's answer is awaited.
    Wait,
    /// Refused, or too late.
    Bad,
}

impl Tone {
    /// Its name, as the tags' and the timeline's classes use it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Ok => "ok",
            Tone::Wait => "wait",
            Tone::Bad => "bad",
        }
    }
}

/// One authority's rail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rail {
    /// The authority's name.
    pub label: String,
    /// How it stands, in words.
    pub state: String,
    /// How these words are coloured.
    pub tone: Tone,
    /// What happened and is to happen, in the order of time.
    pub spans: Vec<Span>,
    /// When it may decide, where that is foretold.
    pub fan: Option<Fan>,
}

/// The days by which an authority has decided with the probabilities 0.1, 0.25, 0.5, 0.75 and 0.9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fan(pub [Date; 5]);

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The present day.
    pub today: Date,
    /// The day that cannot move.
    pub event: Date,
    /// One rail per authority.
    pub rails: Vec<Rail>,
}

/// A share of the width, in hundredths of a per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Share(i64);

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

struct Bar {
    x: Share,
    width: Share,
    class: &'static str,
    words: String,
}

struct DrawnRail<'a> {
    rail: &'a Rail,
    bars: Vec<Bar>,
    fan: Option<DrawnFan>,
}

/// What holds four of five courses, in it what holds half, in it the middle.
struct DrawnFan {
    wide: (Share, Share),
    half: (Share, Share),
    middle: Share,
    words: String,
}

struct Month {
    /// Where it begins on the rails; none for the first, which begins before them.
    begins: Option<Share>,
    /// Where its name stands.
    middle: Share,
    name: String,
    /// Left out where the width is small.
    between: bool,
}

struct Marker {
    x: Share,
    anchor: &'static str,
    line: i64,
    words: String,
}

/// A timeline in a reader's language, ready for a page.
#[derive(Template)]
#[template(path = "parts/timeline.html")]
pub struct Drawing<'a> {
    t: Text,
    title: String,
    rails: Vec<DrawnRail<'a>>,
    months: Vec<Month>,
    today: Marker,
    event: Marker,
    key: Vec<(&'static str, String)>,
    /// Whether any rail has a fan, which the key then explains.
    fans: bool,
}

impl HtmlSafe for Drawing<'_> {}

impl Timeline {
    /// Draws it for a reader.
    #[must_use]
    pub fn drawn(&self, t: impl Into<Text>) -> Drawing<'_> {
        let t = t.into();
        let scale = self.scale();
        let rails = self
            .rails
            .iter()
            .map(|rail| DrawnRail {
                rail,
                bars: scale.bars(t, rail),
                fan: rail.fan.map(|fan| scale.fan(t, fan)),
            })
            .collect();
        let (today, event) = self.markers(t, scale);
        let spans = || self.rails.iter().flat_map(|rail| &rail.spans);
        let used = SpanKind::ALL
            .into_iter()
            .filter(|kind| spans().any(|span| span.kind == *kind));
        let key = used.map(|kind| (kind.class(), kind.words(t))).collect();
        Drawing {
            t,
            title: between(t, "timeline-title", scale.from, scale.until),
            rails,
            months: scale.months(t),
            today,
            event,
            key,
            fans: self.rails.iter().any(|rail| rail.fan.is_some()),
        }
    }

    fn scale(&self) -> Scale {
        let days = || {
            self.rails
                .iter()
                .flat_map(|rail| &rail.spans)
                .flat_map(|span| [span.from, span.until])
        };
        let fixed = [self.today, self.event];
        let from = days().chain(fixed).min().unwrap_or(self.today);
        let until = days().chain(fixed).max().unwrap_or(self.event);
        // A fan that reaches far beyond the event is cut off: the days until then are what is looked at.
        let most = until.saturating_add(jiff::Span::new().days(days_between(from, until) / 4));
        let fans = self.rails.iter().filter_map(|rail| rail.fan);
        let reached = fans.map(|fan| fan.0[4].min(most)).max();
        Scale {
            from,
            until: reached.map_or(until, |reached| reached.max(until)),
        }
    }

    /// Today's and the event's words: on one line where they are far enough apart for any language, else on two.
    fn markers(&self, t: Text, scale: Scale) -> (Marker, Marker) {
        let (today, event) = (scale.place(self.today), scale.place(self.event));
        let apart = (today.0 - event.0).abs() >= 5_500;
        let marker = |x: Share, line, words| Marker {
            x,
            anchor: anchor(x),
            line,
            words,
        };
        let today_words = t.one("timeline-today", "date", t.short_date(self.today));
        (
            marker(today, if apart { 34 } else { 14 }, today_words),
            marker(event, 34, t.short_date(self.event)),
        )
    }
}

/// How much of the width the shortest span takes.
const LEAST: i64 = 60;

/// Words near an edge grow away from it.
fn anchor(x: Share) -> &'static str {
    match x.0 {
        ..3_000 => "start",
        3_000..7_000 => "middle",
        _ => "end",
    }
}

fn between(t: Text, id: &str, from: Date, until: Date) -> String {
    let (from, until): (Value<'_>, Value<'_>) = (t.short_date(from).into(), t.short_date(until).into());
    t.with(id, [("from", from), ("until", until)])
}

/// The days that the width stands for.
#[derive(Clone, Copy)]
struct Scale {
    from: Date,
    until: Date,
}

/// The days from one date to another. Both lie within jiff's range, so the difference does too.
fn days_between(from: Date, until: Date) -> i64 {
    from.until(until).map_or(0, |span| i64::from(span.get_days()))
}

impl Scale {
    fn place(self, day: Date) -> Share {
        let whole = days_between(self.from, self.until).max(1);
        Share((days_between(self.from, day).clamp(0, whole) * 10_000) / whole)
    }

    fn bars(self, t: Text, rail: &Rail) -> Vec<Bar> {
        let bar = |span: &Span| {
            let (x, end) = (self.place(span.from), self.place(span.until));
            // What was done within a day is still seen.
            let end = Share(end.0.max(x.0 + LEAST).min(10_000));
            let x = Share(x.0.min(end.0 - LEAST));
            let words = format!(
                "{}: {}",
                span.kind.words(t),
                between(t, "timeline-rail", span.from, span.until)
            );
            Bar {
                x,
                width: Share(end.0 - x.0),
                class: span.kind.class(),
                words,
            }
        };
        rail.spans.iter().map(bar).collect()
    }

    fn fan(self, t: Text, Fan([early, quarter, middle, most, late]): Fan) -> DrawnFan {
        let part = |from, until| {
            let (from, until) = (self.place(from), self.place(until));
            let from = Share(from.0.min(10_000 - LEAST));
            (from, Share((until.0 - from.0).max(LEAST).min(10_000 - from.0)))
        };
        let words = [
            ("middle", t.short_date(middle).into()),
            ("from", t.short_date(early).into()),
            ("to", t.short_date(late).into()),
        ];
        DrawnFan {
            wide: part(early, late),
            half: part(quarter, most),
            middle: self.place(middle),
            words: t.with("timeline-fan", words),
        }
    }

    /// The months, each named in its middle if its share of the width holds a name.
    fn months(self, t: Text) -> Vec<Month> {
        let mut months = vec![];
        let mut first = self.from.first_of_month();
        while first <= self.until {
            let Ok(next) = first.last_of_month().tomorrow() else {
                break;
            };
            let (begin, end) = (self.place(first), self.place(next));
            let begins = (first > self.from).then_some(begin);
            let share = end.0 - begin.0;
            let name = if share >= 500 {
                t.month(first)
            } else {
                String::new()
            };
            let crowded = share < 1_000 && months.len() % 2 == 1;
            months.push(Month {
                begins,
                middle: Share((begin.0 + end.0) / 2),
                name,
                between: crowded || share < 700,
            });
            first = next;
        }
        months
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn sample() -> Timeline {
        let span = |from, until, kind| Span { from, until, kind };
        let (filed, today) = (date(2023, 8, 2), date(2023, 9, 1));
        let rail = |label: &str, state: &str, tone, spans| Rail {
            label: label.into(),
            state: state.into(),
            tone,
            spans,
            fan: None,
        };
        Timeline {
            today,
            event: date(2023, 11, 19),
            rails: vec![
                rail(
                    "Foreign Affairs",
                    "agreed 19 Aug",
                    Tone::Ok,
                    vec![span(filed, date(2023, 8, 19), SpanKind::Agreed)],
                ),
                rail(
                    "Interior",
                    "asks you",
                    Tone::Wait,
                    vec![
                        span(filed, date(2023, 8, 26), SpanKind::Worked),
                        span(date(2023, 8, 26), today, SpanKind::Paused),
                        span(today, date(2023, 10, 1), SpanKind::Expected),
                    ],
                ),
            ],
        }
    }

    #[test]
    fn the_timeline_is_drawn_in_shares_of_the_width() {
        insta::assert_snapshot!(sample().drawn(Text::of(Language::English)).render().unwrap());
    }

    #[test]
    fn words_too_near_for_one_line_take_two() {
        let check = |today, lines| {
            let timeline = Timeline { today, ..sample() };
            let drawing = timeline.drawn(Text::of(Language::English));
            assert_eq!((drawing.today.line, drawing.event.line), lines);
        };
        check(date(2023, 9, 1), (34, 34));
        check(date(2023, 11, 10), (14, 34));
        check(date(2023, 11, 19), (14, 34));
    }

    #[test]
    fn a_timeline_of_one_day_or_after_the_event_is_still_drawn() {
        let day = date(2023, 11, 19);
        let lone = Timeline {
            today: day,
            event: day,
            rails: vec![],
        };
        assert!(lone.drawn(Text::of(Language::Khmer)).render().is_ok());
        let late = Timeline {
            today: date(2024, 3, 1),
            ..sample()
        };
        let drawing = late.drawn(Text::of(Language::English));
        assert!(drawing.event.x < drawing.today.x);
    }

    fn with_fan(days: [i64; 5]) -> Timeline {
        let mut timeline = sample();
        let day = |offset: i64| timeline.today.checked_add(offset.days()).unwrap();
        let fan = Fan(days.map(day));
        timeline.rails[1].fan = Some(fan);
        timeline
    }

    #[test]
    fn a_fan_tells_its_days_and_is_explained() {
        let timeline = with_fan([9, 14, 18, 25, 50]);
        let drawn = timeline.drawn(Text::of(Language::English)).render().unwrap();
        assert!(
            drawn
                .contains("foretold: by 19 Sept with even odds, in 80 of 100 courses from 10 Sept to 21 Oct")
        );
        assert!(drawn.contains("half the courses in the thick part"));
        assert!(!sample().drawn(Text::of(Language::English)).fans);
    }

    /// One that reaches for years would leave no room for the days until the event.
    #[test]
    fn a_fan_beyond_the_event_is_cut_off() {
        let timeline = with_fan([9, 200, 400, 800, 1_600]);
        let drawing = timeline.drawn(Text::of(Language::English));
        assert!(drawing.event.x.0 > 7_500, "{:?}", drawing.event.x);
        let fan = drawing.rails[1].fan.as_ref().unwrap();
        for (x, width) in [fan.wide, fan.half] {
            assert!(x.0 >= 0 && width.0 > 0 && x.0 + width.0 <= 10_000);
        }
    }

    proptest! {
        #[test]
        fn nothing_leaves_the_drawing(starts in prop::collection::vec((0..400_i64, 0..400_i64), 0..6), today in 0..800_i64) {
            let day = |offset: i64| date(2023, 1, 1).checked_add(offset.days()).unwrap();
            let spans = starts.iter().map(|(from, length)| {
                Span { from: day(*from), until: day(from + length), kind: SpanKind::Worked }
            });
            let rail = Rail { label: "a".into(), state: "b".into(), tone: Tone::Plain, spans: spans.collect(), fan: None };
            let timeline = Timeline { today: day(today), event: day(320), rails: vec![rail] };
            let drawing = timeline.drawn(Text::of(Language::English));
            for bar in &drawing.rails[0].bars {
                prop_assert!(bar.x.0 >= 0 && bar.width.0 >= 0 && bar.x.0 + bar.width.0 <= 10_000);
            }
            for month in &drawing.months {
                prop_assert!((0..=10_000).contains(&month.middle.0));
            }
        }
    }
}
