//! The public register and the calendar: what anyone may read of applications. Rows come out of the store here and nowhere else, and
//! leave as [`Seen`]: as they may be read at the present instant.

use super::lists::{Begin, Listed, PAGE, Position};
use crate::store::{ListQuery, RowKey, SHARED, ViewRow};
use crate::views::application::{
    ALL, CALENDAR, REGISTER, afterwards, both, by_authority, by_stage, by_word, found_by, words,
};
use crate::{Desk, Fault};
use act::{AuthorityId, Date, Timestamp};
use clearance::{Entry, PublicStage, Seen};
use jiff::ToSpan;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// The most rows that are looked at for one page: as much as someone waits for, however many cases there are.
const MOST_LOOKED_AT: usize = 1_000;

/// How many are read of a list at once.
const LOOKED_AT_ONCE: u32 = PAGE + 1;

/// Where an application stands, as it is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// So; permitted only until the event is over.
    At(PublicStage),
    /// Permitted, and the event is over.
    Over,
}

impl Standing {
    /// The name of the second, beside those of stages.
    const OVER: &'static str = "over";

    /// Every one, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Standing> {
        let stages = PublicStage::ALL.into_iter();
        stages.flat_map(|stage| {
            let over = (stage == PublicStage::Permitted).then_some(Standing::Over);
            std::iter::once(Standing::At(stage)).chain(over)
        })
    }

    /// The stable name, as used in addresses and Fluent ids (`register-over`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Standing::At(stage) => stage.name(),
            Standing::Over => Standing::OVER,
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Standing> {
        Standing::all().find(|one| one.name() == name)
    }

    /// Where an entry stands.
    #[must_use]
    pub fn of(seen: &Seen) -> Standing {
        match seen.stage {
            PublicStage::Permitted if seen.is_over => Standing::Over,
            stage => Standing::At(stage),
        }
    }

    fn stage(self) -> PublicStage {
        match self {
            Standing::At(stage) => stage,
            Standing::Over => PublicStage::Permitted,
        }
    }
}

/// What is looked for in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterQuery {
    /// Events from this day on.
    pub from: Option<Date>,
    /// Events until this day.
    pub until: Option<Date>,
    /// Those that stand so.
    pub standing: Option<Standing>,
    /// Those of which this authority was asked.
    pub authority: Option<AuthorityId>,
    /// Those in whose name or place all of these words stand.
    pub words: String,
}

/// A page of the register.
#[derive(Clone, Debug)]
pub struct RegisterPage {
    /// What stands on it.
    pub entries: Vec<Seen>,
    /// After which row the next begins; none on the last.
    pub next: Option<Position>,
}

/// Rows that follow one another in a list.
struct Stretch {
    /// Those that may be found by what is looked for by now, in their order.
    found: Vec<(Position, Entry)>,
    /// As far as was read, where there may be more. It can be the position of one that may not be found: nobody is told it.
    until: Option<Position>,
}

impl RegisterQuery {
    /// The narrowest scope of rows in which all that is looked for stands.
    fn scope(&self) -> String {
        // The longest word stands in the fewest names.
        let longest = words(&self.words)
            .into_iter()
            .max_by_key(|word| (word.chars().count(), word.clone()));
        let stage = self.standing.map(|one| by_stage(one.stage()));
        let asked = self.authority.as_ref().map(|one| by_authority(one.as_str()));
        match (longest, asked, stage) {
            (Some(word), ..) => by_word(&word),
            (None, Some(asked), Some(stage)) => both(&asked, &stage),
            (None, one, other) => one.or(other).unwrap_or_else(|| ALL.to_owned()),
        }
    }

    /// The first day of which anything may be found.
    fn begins(&self, now: Timestamp) -> Option<Date> {
        // Those that are not over are not older than the longest night and the farthest zone, and all that is stands in their scope.
        let not_over = self.standing == Some(Standing::At(PublicStage::Permitted));
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        let recent = not_over.then(|| today.saturating_sub(3.days()));
        self.from.max(recent)
    }

    /// Whether its scope is one of something that can be withheld.
    fn looks_for_words_or_asked(&self) -> bool {
        self.authority.is_some() || !words(&self.words).is_empty()
    }

    /// Whether an entry is looked for, by what may be read of it.
    fn wants(&self, seen: &Seen, wanted: &BTreeSet<String>) -> bool {
        let stands = self.standing.is_none_or(|one| one == Standing::of(seen));
        let asked = self.authority.as_ref().is_none_or(|authority| {
            let mut told = seen.told.authorities.iter().flatten();
            told.any(|one| one.authority == *authority)
        });
        stands && asked && (wanted.is_empty() || wanted.is_subset(&said(seen)))
    }
}

/// Whether anything can be looked for by a text: it has a word.
#[must_use]
pub fn has_words(text: &str) -> bool {
    !words(text).is_empty()
}

/// The words of an entry's name and place, as far as they are told.
fn said(seen: &Seen) -> BTreeSet<String> {
    let told = [&seen.told.title, &seen.told.place].into_iter().flatten();
    told.flat_map(|text| found_by(text.as_str())).collect()
}

fn position(row: &ViewRow) -> Position {
    (row.key.sort.clone(), row.key.key.clone())
}

impl Desk {
    /// What anyone may read of a row by now.
    fn by_now(&self, entry: Entry) -> Seen {
        entry.seen(self.now())
    }

    /// A page of the register, by the event's day: what is looked for, as anyone may read it. At most a thousand rows are looked at:
    /// a page can be shorter than others and still have a next. After which row that begins is in everyone's hands, so it is always
    /// one that anyone finds by what is looked for.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn register(
        &self,
        query: &RegisterQuery,
        after: Option<Position>,
    ) -> Result<RegisterPage, Fault> {
        let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let wanted = words(&query.words);
        let first = query.begins(self.now()).map(|day| Begin::On(day).position());
        let mut after = after.max(first);
        let (mut entries, mut looked_at, mut last) = (vec![], 0, None);
        loop {
            let stretch = self.stretch(query, after).await?;
            for (position, entry) in stretch.found {
                if query.until.is_some_and(|until| entry.date > until) {
                    return Ok(RegisterPage { entries, next: None });
                }
                if looked_at == MOST_LOOKED_AT {
                    return Ok(RegisterPage { entries, next: last });
                }
                looked_at += 1;
                let seen = self.by_now(entry);
                if query.wants(&seen, &wanted) {
                    // One more than is shown tells whether there is a next page.
                    if entries.len() == most {
                        return Ok(RegisterPage { entries, next: last });
                    }
                    entries.push(seen);
                }
                last = Some(position);
            }
            if stretch.until.is_none() {
                return Ok(RegisterPage { entries, next: None });
            }
            after = stretch.until;
        }
    }

    /// The next rows that are found by what is looked for, as things are told by now.
    async fn stretch(&self, query: &RegisterQuery, after: Option<Position>) -> Result<Stretch, Fault> {
        let scope = query.scope();
        let mut rows = vec![];
        if query.looks_for_words_or_asked() {
            let now = self.now();
            // No day begins anywhere more than a day before it does by universal time, and so none is over before that.
            let ahead = now
                .to_zoned_datetime(TimeZone::UTC)
                .date()
                .saturating_add(2.days());
            for row in self.in_scope(afterwards(&scope), after.clone()).await? {
                let entry: Entry = crate::views::line(&row)?;
                if entry.date >= ahead {
                    break;
                }
                rows.push((position(&row), (entry.over <= now).then_some(entry)));
            }
        }
        for row in self.in_scope(scope, after).await? {
            rows.push((position(&row), Some(crate::views::line(&row)?)));
        }
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        // What lies after as many as one of both lists gave may not be all that there is.
        let full = usize::try_from(LOOKED_AT_ONCE).unwrap_or(usize::MAX);
        rows.truncate(full);
        let until = rows
            .last()
            .filter(|_| rows.len() == full)
            .map(|(at, _)| at.clone());
        let found = rows.into_iter().filter_map(|(at, entry)| Some((at, entry?)));
        Ok(Stretch {
            found: found.collect(),
            until,
        })
    }

    async fn in_scope(&self, scope: String, after: Option<Position>) -> Result<Vec<ViewRow>, Fault> {
        let list = ListQuery {
            view: REGISTER,
            scope,
            after,
            limit: LOOKED_AT_ONCE,
        };
        Ok(self.store.list(&list).await?)
    }

    /// What stands in the register of the application of that reference.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if nothing does, whether or not there is such an application.
    pub async fn register_entry(&self, reference: &str) -> Result<Seen, Fault> {
        let key = RowKey {
            view: REGISTER,
            scope: SHARED.to_owned(),
            sort: String::new(),
            key: reference.chars().take(80).collect(),
        };
        let row = self.store.row(&key).await?.ok_or(Fault::NotFound)?;
        Ok(self.by_now(crate::views::line(&row)?))
    }

    /// The permitted events, by day, as anyone may read them.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn calendar(&self, begin: &Begin) -> Result<Listed<Seen>, Fault> {
        let found: Listed<Entry> = self.events(REGISTER, CALENDAR.to_owned(), begin).await?;
        Ok(Listed {
            lines: found.lines.into_iter().map(|entry| self.by_now(entry)).collect(),
            count: found.count,
            next: found.next,
            earlier: found.earlier,
        })
    }

    /// The permitted events about a day, in their order: at most so many, those from that day on first, and where there is room those
    /// before, as far back as the longest of these numbers of days of which all find room.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn calendar_about(&self, day: Date, back: &[i64], most: usize) -> Result<Vec<Seen>, Fault> {
        let ahead = self.calendar_between(day, None, most).await?;
        let room = most.saturating_sub(ahead.len());
        for days in back {
            let from = day.saturating_sub(days.days());
            // One more than there is room for tells that not all find room.
            let mut all = self.calendar_between(from, Some(day), room + 1).await?;
            if all.len() <= room {
                all.extend(ahead);
                return Ok(all);
            }
        }
        Ok(ahead)
    }

    /// The first permitted events of a time, whose second day is no part of it.
    async fn calendar_between(
        &self,
        from: Date,
        before: Option<Date>,
        most: usize,
    ) -> Result<Vec<Seen>, Fault> {
        let mut begin = Begin::On(from);
        let mut found = vec![];
        loop {
            let events = self.calendar(&begin).await?;
            let is_past = |one: &Seen| before.is_some_and(|before| one.date >= before);
            let ends = events.lines.iter().any(is_past);
            found.extend(events.lines.into_iter().take_while(|one| !is_past(one)));
            match events.next.filter(|_| !ends && found.len() < most) {
                Some(next) => begin = Begin::After(next),
                None => break,
            }
        }
        found.truncate(most);
        Ok(found)
    }
}
