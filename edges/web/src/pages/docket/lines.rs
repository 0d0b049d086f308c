//! The lines of a docket in words: how pressing each is, where it stands, what came meanwhile.

use crate::asked;
use crate::demands::{Told, condition_words};
use crate::keeping::tag;
use crate::pages::together::Tick;
use crate::site::Signed;
use crate::wording::{Due, moved_words, near, standing_of, tone};
use crate::{Text, by_link};
use clearance::{Kept, Share};
use desk::clearance::Docket;
use desk::views::application::{ConditionDue, DocketLine};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A referral in words.
pub(super) struct Line {
    pub title: String,
    pub path: String,
    pub reference: String,
    pub event: String,
    pub due: String,
    /// Whether that day is late: it is that which is bad, and not where the referral stands.
    pub late: bool,
    pub tone: &'static str,
    pub standing: String,
    /// What came meanwhile.
    pub news: Vec<String>,
    /// Who worked on it last.
    pub worked_on: Option<String>,
    pub tick: Tick,
}

/// How pressing a line is, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pressing {
    Reconcile,
    Overdue,
    Today,
    Soon,
    Later,
    Unknown,
    Others,
    Letter,
}

/// Within how many days what is due is told apart from what is due later.
const SOON: i32 = 7;

impl Pressing {
    pub fn of(line: &DocketLine, today: Date) -> Pressing {
        let soon = today.saturating_add(SOON.days());
        match line.due {
            _ if line.contradicts => Pressing::Reconcile,
            Some(due) if due < today => Pressing::Overdue,
            Some(due) if due == today => Pressing::Today,
            Some(due) if due <= soon => Pressing::Soon,
            Some(_) => Pressing::Later,
            None if line.letter.is_some() => Pressing::Letter,
            None if line.asked.is_some() => Pressing::Others,
            // Nobody is waited for: the calendar does not reach as far as the day, or the rest is decided without this advice.
            None => Pressing::Unknown,
        }
    }

    /// The Fluent id of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Pressing::Reconcile => "docket-group-reconcile",
            Pressing::Overdue => "docket-group-overdue",
            Pressing::Today => "docket-group-today",
            Pressing::Soon => "docket-group-soon",
            Pressing::Later => "docket-group-later",
            Pressing::Unknown => "docket-group-unknown",
            Pressing::Others => "docket-group-others",
            Pressing::Letter => "docket-group-letter",
        }
    }
}

/// A condition of a permit that there is something to do about.
pub(super) struct ConditionLine {
    pub words: String,
    pub path: String,
    pub event: String,
    pub due: String,
    pub tone: &'static str,
    pub standing: String,
    /// That its permit is suspended.
    pub suspended: Option<String>,
}

/// Who worked on a line last: two officers do not begin the same.
pub(super) fn worked_on(t: Text, signed: &Signed, docket: &Docket, line: &DocketLine) -> Option<String> {
    let person = line.worked_on_by?;
    if person == signed.actor.person {
        return Some(t.get("docket-worked-on-by-you").into_owned());
    }
    let name = docket.people.get(&person)?.in_language(t.language().tag());
    Some(t.one("docket-worked-on", "person", name.to_owned()))
}

pub(super) fn shown(t: Text, line: &DocketLine, today: Date, zone: &TimeZone) -> Line {
    let due = line.due.map(|due| Due::of(t, due, today, line.date));
    Line {
        title: line.title.clone(),
        path: format!("/cases/{}/referrals/{}", line.application, line.authority),
        reference: line.reference.clone(),
        event: t.with(
            "docket-event",
            [
                ("date", t.date(line.date).into()),
                ("place", line.place.as_str().into()),
            ],
        ),
        late: due.as_ref().is_some_and(|due| due.late),
        // The column says what the day is.
        due: match (due, line.due) {
            (Some(due), _) if due.late => due.words,
            (_, Some(day)) => near(t, day, today),
            (_, None) if line.contradicts => t.get("docket-reconcile").into_owned(),
            (_, None) if line.letter.is_some() => t.get("docket-letter-due").into_owned(),
            (_, None) if line.asked.is_some() => paused(t, line.share),
            (_, None) => t.get("docket-no-day").into_owned(),
        },
        tone: if line.contradicts {
            "bad"
        } else {
            tone(line.standing).name()
        },
        standing: if line.contradicts {
            t.get("stage-contradictory").into_owned()
        } else {
            standing_of(t, line.standing, 0, line.advises)
        },
        news: news(t, line, today, zone),
        worked_on: None,
        tick: Tick::of(
            t,
            (&line.application, Some(&line.authority)),
            (&line.title, &line.reference),
        ),
    }
}

/// That the clock stands still, and how much of what it waits for is answered.
fn paused(t: Text, share: Option<Share>) -> String {
    let words = t.get("docket-paused").into_owned();
    match share {
        None => words,
        Some(one) => asked::of_words(t, words, one),
    }
}

/// What came meanwhile, what is most pressing first.
fn news(t: Text, line: &DocketLine, today: Date, zone: &TimeZone) -> Vec<String> {
    let refused = line.refused.then(|| t.get("docket-refused").into_owned());
    let came = [
        ("docket-reminded", line.reminded),
        ("docket-letter", line.letter),
        ("docket-reopened", line.reopened),
        ("docket-recommended", line.recommended),
        ("docket-handed-in", line.handed_in),
    ];
    let came = came
        .into_iter()
        .filter_map(|(id, at)| Some(t.one(id, "at", t.instant(at?, zone))));
    let moved = line
        .moved
        .map(|moved| t.with("docket-moved", moved_words(t, moved, today, zone)));
    let advice = by_link::due(t, &line.advice, today).into_iter();
    let advice = advice.map(|(_, words)| words);
    refused
        .into_iter()
        .chain(came)
        .chain(moved)
        .chain(advice)
        .collect()
}

/// What there is to do about a condition: look at what was shown, or see that it is shown.
pub(super) fn condition(t: Text, line: &ConditionDue, today: Date, zone: &TimeZone) -> ConditionLine {
    let kept = match line.shown {
        Some(_) => Kept::Shown,
        None if line.declined => Kept::NotEnough,
        None => Kept::NotShown,
    };
    let overdue = line.shown.is_none() && line.due.is_some_and(|due| due < today);
    let (tone, standing) = tag(t, kept, overdue);
    // Whoever set it reads it here, in the words in which it was set.
    let told = Told {
        hours: Some((line.from, line.until)),
        rulebook: None,
    };
    let place = [
        ("date", t.date(line.date).into()),
        ("place", line.place.as_str().into()),
    ];
    let said = |id, day| t.one(id, "date", near(t, day, today));
    ConditionLine {
        words: condition_words(t, &line.condition, &told),
        path: format!(
            "/cases/{}/referrals/{}/conditions/{}",
            line.application, line.authority, line.number
        ),
        event: format!(
            "{} · {} · {}",
            line.title,
            line.reference,
            t.with("docket-event", place)
        ),
        due: match (line.shown, line.due) {
            (Some(at), _) => t.one("docket-shown", "at", t.instant(at, zone)),
            (None, Some(due)) if overdue => said("kept-overdue", due),
            (None, Some(due)) => said("kept-to-show", due),
            (None, None) => t.get("kept-no-day").into_owned(),
        },
        tone,
        standing,
        suspended: line.suspended.then(|| t.get("stage-suspended").into_owned()),
    }
}
