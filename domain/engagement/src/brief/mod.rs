//! The brief before the next meeting: whom we meet, what is open both ways, what was said last, what comes, and what was left out.
//! Made from the records that stand and a day, and from nothing else; every line names its record and the words that it rests on.

mod left_out;
mod open;
mod people;
mod said;

pub use left_out::LeftOut;
pub use open::{Asked, Owing, Promised};
pub use people::{Met, MetAt, PostToday};
pub use said::LastSaid;

use crate::{Commitment, Excerpt, Meeting, MeetingKind, OurLine, Relationship, Request};
use act::{Date, OrganisationId};
use identity::{Names, Organisation, When};
use std::collections::BTreeMap;

/// So many lines at most are told under one heading; the rest is counted.
pub const MOST: usize = 40;

/// What a brief is made from, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// Whose brief it is: "we".
    pub own: OrganisationId,
    /// The relationship.
    pub relationship: &'k Relationship,
    /// The meetings of the record, whether they belong to the relationship or not.
    pub meetings: &'k [Meeting],
    /// The requests that were made in them.
    pub requests: &'k [Request],
    /// The commitments that were made in them.
    pub commitments: &'k [Commitment],
    /// The organisations whose people were there.
    pub organisations: &'k [Organisation],
}

/// A day of the relationship that comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// What it is called.
    pub names: Names,
    /// On which day.
    pub on: Date,
    /// Which yearly return it is; none for one that comes once.
    pub anniversary: Option<u32>,
    /// How many days are left.
    pub days: i32,
    /// The words that it rests on.
    pub excerpt: Excerpt,
}

/// A brief.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// How many meetings of the relationship are on record.
    pub meetings: usize,
    /// When the last of them was.
    pub last: Option<When>,
    /// Whom we meet.
    pub people: Vec<Met>,
    /// What we were asked: open first, what waits longest before the rest.
    pub ours: Vec<Asked>,
    /// What we asked.
    pub theirs: Vec<Asked>,
    /// What we promised and what of it is open or was broken.
    pub our_word: Vec<Promised>,
    /// The same of what we were promised.
    pub their_word: Vec<Promised>,
    /// What was said last on each subject.
    pub said: Vec<LastSaid>,
    /// The days that come.
    pub coming: Vec<Coming>,
    /// What the desk wrote for it, each with its number; also what is sealed, whoever reads the words.
    pub lines: Vec<(u32, OurLine)>,
    /// What stands in none of these lists, and how much.
    pub left_out: BTreeMap<LeftOut, usize>,
}

/// The day by which something is reckoned: its last where only a span is known.
fn reckoned(when: &When) -> Option<Date> {
    when.latest().or(when.earliest())
}

/// How many days lie between two, forward.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// How many days ago something was on a day; none where its own day is not known.
pub(crate) fn days_since(when: &When, day: Date) -> Option<i32> {
    reckoned(when).map(|from| days_between(from, day))
}

impl Relationship {
    /// Whether a meeting belongs to it: sides met, and each party that is an organisation known here was one of them. A party that is
    /// none, as a state is, keeps no meeting out.
    #[must_use]
    pub fn covers(&self, meeting: &Meeting) -> bool {
        let record = meeting.record.as_ref();
        let of_sides = record.is_some_and(|record| record.kind == MeetingKind::Meeting);
        let mut known = self.between.iter().filter_map(|party| party.organisation);
        of_sides && self.id.is_some() && known.all(|party| meeting.side(party).is_some())
    }
}

impl Known<'_> {
    /// The meetings of the relationship, the latest first.
    fn met(&self) -> Vec<&Meeting> {
        let mut met: Vec<&Meeting> = self.meetings.iter().collect();
        met.retain(|meeting| self.relationship.covers(meeting));
        met.sort_by_key(|meeting| {
            let day = meeting.record.as_ref().and_then(|record| reckoned(&record.when));
            std::cmp::Reverse((day, meeting.recorded.as_ref().map(|by| by.at)))
        });
        met
    }

    fn coming(&self, day: Date) -> Vec<Coming> {
        let one = |one: crate::Upcoming<'_>| Coming {
            names: one.milestone.names.clone(),
            on: one.on,
            anniversary: one.anniversary,
            days: days_between(day, one.on),
            excerpt: one.milestone.excerpt.clone(),
        };
        self.relationship.upcoming(day).into_iter().map(one).collect()
    }

    /// The brief on a day.
    #[must_use]
    pub fn brief(&self, day: Date) -> Brief {
        if self.relationship.id.is_none() {
            return Brief::default();
        }
        let met = self.met();
        let mut left_out = left_out::Counting::default();
        let owing = Owing::of(self, &met, day, &mut left_out);
        let said = said::last(&met, &mut left_out);
        let is_comment = |one: &&Meeting| {
            let record = one.record.as_ref();
            record.is_some_and(|record| record.kind == MeetingKind::Comment)
        };
        let comments = self.meetings.iter().filter(is_comment);
        left_out.add(LeftOut::Comments, comments.map(|one| one.statements.len()).sum());
        let last = met.first().and_then(|one| one.record.as_ref());
        Brief {
            meetings: met.len(),
            last: last.map(|record| record.when),
            people: left_out.cut(people::met(self, &met, day)),
            ours: left_out.cut(owing.ours),
            theirs: left_out.cut(owing.theirs),
            our_word: left_out.cut(owing.our_word),
            their_word: left_out.cut(owing.their_word),
            said: left_out.cut(said),
            coming: left_out.cut(self.coming(day)),
            lines: self
                .relationship
                .standing_lines()
                .map(|(number, line)| (number, line.clone()))
                .collect(),
            left_out: left_out.counted(),
        }
    }
}
