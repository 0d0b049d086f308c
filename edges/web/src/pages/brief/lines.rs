//! The lines of a brief in words.

use super::told::{Cited, Line, Note, Sealed, Section};
use crate::Text;
use crate::forecast::of_hundred;
use crate::pages::meetings::when;
use crate::pages::requests::tone;
use crate::pages::sources::place_of;
use act::sealed::Commitment;
use act::{ApplicationId, Date, Reason};
use desk::engagement::{BriefView, Fate};
use engagement::brief::{Asked, Coming, LastSaid, Met, MetAt, PostToday, Promised};
use engagement::{Assessment, Excerpt, OurLine, PostHeld, Report, RequestStanding, Side, Written};
use identity::{Names, When};

/// A view in the reader's language.
#[derive(Clone, Copy)]
struct Wording<'v> {
    t: Text,
    view: &'v BriefView,
}

/// The sections, in the order in which they are read before a meeting.
pub(super) fn sections(t: Text, view: &BriefView, sealed: Sealed) -> Vec<Section> {
    let wording = Wording { t, view };
    let brief = &view.brief;
    let section = |heading: &str, aside: bool, lines: Vec<Line>, nothing: &str| Section {
        heading: t.get(heading).into_owned(),
        aside,
        lines,
        nothing: t.get(nothing).into_owned(),
    };
    let people = brief.people.iter().map(|one| wording.met(one)).collect();
    let asked = |all: &[Asked]| all.iter().map(|one| wording.asked(one)).collect();
    let word = |all: &[Promised]| all.iter().map(|one| wording.promised(one)).collect();
    let said = brief.said.iter().map(|one| wording.said(one)).collect();
    let own = brief.lines.iter();
    let our_line = own.clone().filter_map(|(_, one)| wording.our_line(one)).collect();
    let told = own.filter(|_| sealed == Sealed::Told);
    let not_to_say = told.filter_map(|(_, one)| wording.not_to_say(one)).collect();
    let mut all = vec![
        section("brief-whom", false, people, "brief-whom-nobody"),
        section("brief-ours", false, asked(&brief.ours), "brief-ours-nothing"),
        section(
            "brief-theirs",
            false,
            asked(&brief.theirs),
            "brief-theirs-nothing",
        ),
        section("brief-our-word", false, word(&brief.our_word), "brief-nothing"),
        section(
            "brief-their-word",
            false,
            word(&brief.their_word),
            "brief-nothing",
        ),
        section("brief-our-line", false, our_line, "brief-nothing"),
        section("brief-not-to-say", false, not_to_say, "brief-nothing"),
        section("brief-said", false, said, "brief-nothing"),
        section("brief-coming", true, wording.coming(), "brief-coming-nothing"),
    ];
    // What is open is told also where nothing is; promises and words only where there are any.
    let always = ["brief-whom", "brief-ours", "brief-theirs", "brief-coming"].map(|id| t.get(id));
    all.retain(|one| !one.lines.is_empty() || always.iter().any(|heading| *heading == one.heading));
    all
}

/// How many lines are sealed and not told.
pub(super) fn hidden(view: &BriefView, sealed: Sealed) -> usize {
    let commitments = view.brief.lines.iter().filter_map(|(_, one)| one.commitment());
    let is_told = |one: &Commitment| sealed == Sealed::Told && view.sealed.of(one).is_some();
    commitments.filter(|one| !is_told(one)).count()
}

/// Short remarks in one line.
fn beside<const N: usize>(parts: [Option<String>; N]) -> Option<Note> {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · ").into())
}

/// What became of an application, as far as it is seen.
pub(in crate::pages) fn became(t: Text, Fate { reference, seen }: &Fate) -> String {
    let Some(seen) = seen else {
        return t.one("brief-application", "reference", reference.as_str());
    };
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let (agreed, asked) = seen.consents;
    let words = [
        ("reference", reference.as_str().into()),
        ("stage", t.get(&format!("stage-{}", seen.stage.name())).into()),
        ("agreed", number(agreed).into()),
        ("asked", number(asked).into()),
    ];
    t.with("brief-application-seen", words)
}

impl Wording<'_> {
    fn name(self, names: &Names) -> &str {
        names.in_language(self.t.language().tag())
    }

    fn post(self, title: &Names, organisation: &Names) -> String {
        let held = [
            ("post", self.name(title).into()),
            ("organisation", self.name(organisation).into()),
        ];
        self.t.with("post-held", held)
    }

    fn sides(self, from: &Side, to: &Side) -> String {
        let sides = [
            ("from", self.name(&from.name).into()),
            ("to", self.name(&to.name).into()),
        ];
        self.t.with("from-to", sides)
    }

    /// When something was, and how many days ago.
    fn since(self, at: &When, days: Option<i32>) -> String {
        let day = when(self.t, at);
        match days {
            Some(days) if days >= 0 => self.t.with(
                "request-since",
                [("when", day.into()), ("days", i64::from(days).into())],
            ),
            _ => day,
        }
    }

    fn cited(self, excerpt: &Excerpt) -> Cited {
        let source = self.view.sources.get(&excerpt.source);
        let frozen = source.and_then(|source| source.frozen.as_ref());
        Cited {
            words: Some(excerpt.exact.to_string()),
            language: frozen.map_or_else(String::new, |one| one.language.to_string()),
            source: frozen.map_or_else(String::new, |one| one.title.to_string()),
            path: place_of(excerpt, source),
        }
    }

    fn reported(self, report: &Report) -> Cited {
        match report {
            Report::Excerpt(excerpt) => self.cited(excerpt),
            Report::Source(id) => Cited {
                words: None,
                language: String::new(),
                source: self
                    .view
                    .sources
                    .get(id)
                    .map_or_else(String::new, |one| one.title().to_owned()),
                path: format!("/sources/{id}"),
            },
        }
    }

    /// Somebody whom we meet: the posts of the day, and what we know each other from.
    fn met(self, one: &Met) -> Line {
        let today = |post: &PostToday| Note::from(self.post(&post.title, &post.organisation));
        let at = |at: &MetAt| {
            let post = at.post.as_ref();
            let held = |post: &PostHeld| self.post(&post.title, &post.organisation_name);
            let words = [
                ("when", when(self.t, &at.when).into()),
                ("title", at.title.to_string().into()),
                ("post", post.map_or_else(String::new, held).into()),
            ];
            let id = if post.is_some() {
                "brief-met-as"
            } else {
                "brief-met-at"
            };
            Note {
                words: self.t.with(id, words),
                path: Some(format!("/meetings/{}", at.meeting)),
            }
        };
        let unknown = one.today.is_empty();
        let unknown = unknown.then(|| Note::from(self.t.get("brief-no-post").into_owned()));
        let last = one.met.first();
        Line {
            what: one.name.to_string(),
            path: Some(crate::pages::obligations::with_person(one.person)),
            notes: one
                .today
                .iter()
                .map(today)
                .chain(unknown)
                .chain(one.met.iter().map(at))
                .collect(),
            cited: last.iter().map(|at| self.reported(&at.report)).collect(),
            ..Line::default()
        }
    }

    fn asked(self, one: &Asked) -> Line {
        let t = self.t;
        let made = &one.made;
        let by = one.asked_by.as_ref().map(ToString::to_string);
        let waited = one.days.filter(|_| one.standing == RequestStanding::Open);
        let answer = one.answer.as_ref().map(|answer| {
            let words = [
                (
                    "answer",
                    t.get(&format!("answer-{}", answer.answer.name())).into(),
                ),
                ("text", answer.text.to_string().into()),
            ];
            Note::from(t.with("brief-answer", words))
        });
        let fate = one.application.and_then(|id| self.fate(id));
        let sides = Some(self.sides(&made.from, &made.to));
        let since = Some(self.since(&one.when, waited));
        let notes = [beside([by, sides, since]), answer];
        let answered = one.answer.as_ref().and_then(|answer| answer.excerpt.as_ref());
        Line {
            what: made.text.to_string(),
            path: Some(format!("/requests/{}", made.request)),
            tag: Some((
                tone(one.standing),
                t.get(&format!("request-{}", one.standing.name())).into_owned(),
            )),
            notes: notes.into_iter().flatten().chain(fate).collect(),
            cited: [Some(&made.excerpt), answered]
                .into_iter()
                .flatten()
                .map(|excerpt| self.cited(excerpt))
                .collect(),
        }
    }

    /// The application that follows from a request: how it stands, and how likely it is to be in time.
    fn fate(self, id: ApplicationId) -> Option<Note> {
        let t = self.t;
        let fate = self.view.fates.get(&id)?;
        let mut words = became(t, fate);
        if fate.seen.is_none() {
            return Some(words.into());
        }
        if let Some(chance) = self.view.chances.get(&id) {
            let chance = t.one("brief-chance", "share", of_hundred(t, *chance));
            words = t.with("brief-and", [("one", words.into()), ("other", chance.into())]);
        }
        Some(Note {
            words,
            path: Some(format!("/cases/{id}")),
        })
    }

    fn promised(self, one: &Promised) -> Line {
        let t = self.t;
        let made = &one.made;
        let (tone, standing) = match &one.assessed {
            None if one.overdue => ("bad", "brief-overdue".to_owned()),
            None => ("wait", "commitment-open".to_owned()),
            Some((Assessment::Broken, _)) => ("bad", "commitment-broken".to_owned()),
            Some((assessment, _)) => ("wait", format!("commitment-{}", assessment.name())),
        };
        let due = (made.due != When::Unknown).then(|| t.one("brief-due", "when", when(t, &made.due)));
        let why = one.assessed.as_ref().map(|(_, why)| Note::from(why.to_string()));
        let sides = Some(self.sides(&made.by, &made.to));
        let since = Some(self.since(&one.when, one.days));
        let notes = [beside([sides, since, due]), why];
        Line {
            what: made.text.to_string(),
            path: Some(format!("/commitments/{}", made.commitment)),
            tag: Some((tone, t.get(&standing).into_owned())),
            notes: notes.into_iter().flatten().collect(),
            cited: vec![self.cited(&made.excerpt)],
        }
    }

    fn said(self, one: &LastSaid) -> Line {
        let t = self.t;
        let statement = &one.statement;
        let act = [
            ("act", t.get(&format!("speech-{}", statement.act.name())).into()),
            ("mode", t.get(&format!("mode-{}", statement.mode.name())).into()),
        ];
        let post = one.post.as_ref();
        let speaker = post.map_or_else(
            || one.speaker.to_string(),
            |post| {
                let post = self.post(&post.title, &post.organisation_name);
                let words = [("who", one.speaker.to_string().into()), ("post", post.into())];
                t.with("brief-speaker", words)
            },
        );
        let subject = one.subject.as_ref();
        let subject = subject.map(|title| Note::from(t.one("brief-on", "subject", title.to_string())));
        let spoken = beside([
            Some(speaker),
            Some(t.with("statement-act", act)),
            Some(when(t, &one.when)),
        ]);
        Line {
            what: statement.text.to_string(),
            path: Some(format!("/meetings/{}", one.meeting)),
            tag: None,
            notes: [spoken, subject].into_iter().flatten().collect(),
            cited: vec![self.cited(&statement.excerpt)],
        }
    }

    fn of_ours(self, one: &OurLine, words: &Reason) -> Line {
        let t = self.t;
        let about = one.about.as_ref();
        let subject = about.map(|about| Note {
            words: t.one("brief-on", "subject", about.title.to_string()),
            path: Some(format!("/meetings/{}", about.meeting)),
        });
        let who = self.view.writers.get(&one.by.actor.person);
        let who = who.map_or("", |names| self.name(names));
        let at = t.instant(one.by.at, &self.view.zone);
        let written = t.with("brief-written", [("who", who.into()), ("at", at.into())]);
        Line {
            what: words.to_string(),
            notes: subject.into_iter().chain([written.into()]).collect(),
            ..Line::default()
        }
    }

    fn our_line(self, one: &OurLine) -> Option<Line> {
        match &one.written {
            Written::OurLine(words) => Some(self.of_ours(one, words)),
            Written::NotToSay { .. } => None,
        }
    }

    fn not_to_say(self, one: &OurLine) -> Option<Line> {
        let words = self.view.sealed.of(&one.commitment()?)?;
        Some(self.of_ours(one, words))
    }

    /// What comes, the nearest first: days of the relationship, and the events that follow from requests.
    fn coming(self) -> Vec<Line> {
        let t = self.t;
        let left = |days: i32| Note::from(t.one("brief-days-left", "days", i64::from(days)));
        let milestone = |one: &Coming| {
            let date = t.date(one.on);
            let when = match one.anniversary {
                Some(nth) => t.with(
                    "milestone-nth",
                    [("date", date.into()), ("nth", i64::from(nth).into())],
                ),
                None => date,
            };
            let line = Line {
                what: self.name(&one.names).to_owned(),
                notes: vec![when.into(), left(one.days)],
                cited: vec![self.cited(&one.excerpt)],
                ..Line::default()
            };
            (one.on, line)
        };
        let mut all: Vec<(Date, Line)> = self.view.brief.coming.iter().map(milestone).collect();
        for (id, fate) in &self.view.fates {
            let Some(seen) = fate
                .seen
                .as_ref()
                .filter(|seen| seen.is_ahead && seen.date >= self.view.day)
            else {
                continue;
            };
            let days = self.view.day.until(seen.date).map_or(0, |span| span.get_days());
            let line = Line {
                what: seen.title.clone(),
                path: Some(format!("/cases/{id}")),
                notes: vec![
                    t.date(seen.date).into(),
                    left(days),
                    t.one("brief-application", "reference", fate.reference.as_str())
                        .into(),
                ],
                ..Line::default()
            };
            all.push((seen.date, line));
        }
        all.sort_by_key(|(on, _)| *on);
        all.into_iter().map(|(_, line)| line).collect()
    }
}
