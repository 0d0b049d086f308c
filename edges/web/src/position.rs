//! How a case stands: in a sentence, authority by authority, and whom it waits for.

mod alarm;
mod ended;
mod issuing;
pub(crate) mod replaced;

use crate::Text;
use crate::asked::{share as share_of, with_share};
use crate::demands::{self, ConditionLine};
use crate::reckoning;
use crate::site::Site;
use crate::suspended;
use crate::timeline::Tone;
use crate::wording::{
    Due, Why, full_name, lead_name, moved_words, near, reasons, short_name, standing_words, tone, whole_days,
    zone,
};
use act::AuthorityId;
pub(crate) use alarm::Alarm;
use calendar::Reckoning;
use clearance::{Application, Event, Outcome, Question, Referral, Stage};
use desk::clearance::{CaseView, Sight};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// How it stands, in a sentence.
pub(crate) struct Position {
    /// Good, bad or neither.
    pub tone: Tone,
    /// The sentence.
    pub words: String,
    /// Whom it waits for, in another.
    pub waiting: Option<String>,
}

/// One authority's line.
pub(crate) struct Line {
    pub name: String,
    pub path: String,
    pub tone: &'static str,
    pub standing: String,
    /// Where it stood until the case was put to it anew, if it was.
    pub before: Option<String>,
    pub reasons: Vec<Why>,
    /// When it decided, or by when it should.
    pub when: String,
    /// Whether that day is late: it is that which is bad, and not where the referral stands.
    pub late: bool,
    /// That the day moved because the authority's calendar changed.
    pub moved: Option<String>,
}

/// A case as its reader sees it now.
pub(crate) struct Seen<'v> {
    pub site: &'v Site,
    pub t: Text,
    pub view: &'v CaseView,
    /// The day of looking, in the case's zone.
    pub today: Date,
    /// Since when nothing is decided any more: there is a permit, it was withdrawn, or the event is over.
    pub ended: Option<Date>,
    /// The clock of each decision that is awaited. Reckoned once: a page says what it says in six places.
    clocks: BTreeMap<&'v AuthorityId, Reckoning>,
}

fn count(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

impl<'v> Seen<'v> {
    /// What an authority that is or was asked is called; one that never was is whoever leads.
    pub(crate) fn whose(&self, authority: &AuthorityId, short: bool) -> String {
        let (site, t, application) = (self.site, self.t, &self.view.application);
        match application.asked_ever(authority) {
            Some(referral) if short => short_name(site, t, application, referral),
            Some(referral) => full_name(site, t, application, referral),
            None => lead_name(site, t, application),
        }
    }

    /// A case as it stands at the instant of the view.
    pub(crate) fn new(site: &'v Site, t: Text, view: &'v CaseView) -> Seen<'v> {
        let application = &view.application;
        let awaited = application
            .referrals
            .iter()
            .filter(|(_, one)| one.decided.is_none());
        let clock = |(authority, referral)| Some((authority, clearance::reckon(referral).ok()?));
        let day = |at: act::Timestamp| at.to_zoned_datetime(zone(application, site)).date();
        let event = application.submission.as_ref().map(|one| &one.event);
        let over = event.filter(|event| event.is_over(view.context.at));
        Seen {
            site,
            t,
            view,
            today: day(view.context.at),
            ended: application.ended().map(day).or(over.map(Event::last_day)),
            clocks: awaited.filter_map(clock).collect(),
        }
    }

    /// Whether a document that is missing would still help.
    pub(crate) fn awaits_documents(&self) -> bool {
        self.ended.is_none() && !self.view.is_refused()
    }

    fn application(&self) -> &Application {
        &self.view.application
    }

    fn zone(&self) -> TimeZone {
        zone(self.application(), self.site)
    }

    /// When an awaited decision is due, the event over or not; none while its clock stands still.
    pub(crate) fn deadline(&self, referral: &Referral) -> Option<Date> {
        self.clock(referral)?.deadline
    }

    /// The day since which the clock of an awaited decision stands still.
    pub(crate) fn halted_since(&self, referral: &Referral) -> Option<Date> {
        let since = referral.stands_still_since()?;
        Some(since.to_zoned_datetime(self.zone()).date())
    }

    /// The clock of an awaited decision; none where its calendar does not reach so far.
    pub(crate) fn clock(&self, referral: &Referral) -> Option<&Reckoning> {
        self.clocks.get(&referral.authority)
    }

    /// How it stands.
    pub(crate) fn position(&self) -> Position {
        let (t, application) = (self.t, self.application());
        let stage = application.stage();
        let said = |tone, words| Position {
            tone,
            words,
            waiting: None,
        };
        if let Some(words) = suspended::stands(t, application, self.view.context.at) {
            return said(Tone::Bad, words);
        }
        match (stage, Outcome::of(application)) {
            // What was refused stays so after the day.
            (Stage::InCirculation | Stage::Decided | Stage::Lapsed, Outcome::Refused { by, .. }) => {
                Position {
                    waiting: Some(self.refusals()),
                    ..said(Tone::Bad, t.one("position-refused", "count", count(by.len())))
                }
            }
            (
                Stage::Submitted | Stage::Returned | Stage::InCirculation | Stage::Decided | Stage::Lapsed,
                _,
            ) if self.ended.is_some() => said(Tone::Bad, t.get("position-day-passed").into_owned()),
            (Stage::InCirculation | Stage::Decided, Outcome::Agreed { conditions, .. }) => {
                self.agreed(conditions)
            }
            (Stage::InCirculation | Stage::Decided, _) => self.pending(),
            (Stage::Permitted, _) => replaced::permitted(self),
            (Stage::Revoked, _) => said(Tone::Bad, t.get("position-revoked").into_owned()),
            (Stage::Submitted, _) if self.view.sight == Sight::Lead => {
                said(Tone::Plain, t.get("position-submitted-yours").into_owned())
            }
            (Stage::Withdrawn, _) => Position {
                waiting: self.withdrawn(),
                ..said(Tone::Plain, t.get("position-withdrawn").into_owned())
            },
            (Stage::Returned, _) => self.given_back(),
            (Stage::Submitted | Stage::Draft | Stage::Suspended | Stage::Lapsed, _) => said(
                Tone::Plain,
                t.get(&format!("position-{}", stage.name())).into_owned(),
            ),
        }
    }

    /// What became of the whole, for pages of one authority's part of it: that it ended without a permit and why, or who has to
    /// issue it.
    pub(crate) fn of_the_whole(&self) -> Option<Position> {
        let application = self.application();
        let told = matches!(
            Outcome::of(application),
            Outcome::Refused { .. } | Outcome::Agreed { .. }
        );
        (application.stage() == Stage::Withdrawn || application.permit.is_none() && told)
            .then(|| self.position())
    }

    /// How many have agreed, and whom the others are that it waits for, each with the day or what it waits for itself.
    fn pending(&self) -> Position {
        let (t, application) = (self.t, self.application());
        let (agreed, asked) = application.consents();
        let waited_for = |one: &&Referral| one.decided.is_none() && !one.advises();
        let whom = |referral: &Referral| {
            let authority = short_name(self.site, t, application, referral);
            let next = self.when(referral);
            t.with(
                "waiting-whom",
                [("authority", authority.into()), ("next", next.into())],
            )
        };
        let referrals = application.in_order().into_iter();
        let waiting: Vec<_> = referrals.filter(waited_for).map(whom).collect();
        let counts = [("agreed", count(agreed).into()), ("asked", count(asked).into())];
        Position {
            tone: Tone::Plain,
            words: t.with("position-pending", counts),
            waiting: Some(self.reconciled_too(t.one("position-waiting", "whom", waiting.join(", ")))),
        }
    }

    /// The authorities, line by line.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let (t, application) = (self.t, self.application());
        let line = |referral: &Referral| Line {
            name: short_name(self.site, t, application, referral),
            path: format!("/cases/{}/referrals/{}", self.view.id, referral.authority),
            tone: self.standing_tone(referral).name(),
            standing: self.standing(referral),
            before: self.before(referral),
            reasons: reasons(self.site, t, application, referral),
            when: self.when(referral),
            late: self.due(referral).is_some_and(|due| due.late),
            moved: self.moved(referral),
        };
        application.in_order().into_iter().map(line).collect()
    }

    /// Since when an authority decides again, and what it had decided last; nothing once it has decided.
    fn before(&self, referral: &Referral) -> Option<String> {
        let since = referral.reopened().filter(|_| referral.decided.is_none())?;
        let since = near(self.t, since.to_zoned_datetime(self.zone()).date(), self.today);
        let mut rounds = referral.earlier.iter().rev().map(|round| &round.referral);
        let Some(decided) = rounds.find(|round| round.decided.is_some()) else {
            return Some(self.t.one("line-anew", "date", since));
        };
        let said = [
            ("date", since.into()),
            ("standing", standing_words(self.t, decided).into()),
        ];
        Some(self.t.with("line-again", said))
    }

    /// That the day of a decision that is awaited moved last because the authority's calendar changed.
    pub(crate) fn moved(&self, referral: &Referral) -> Option<String> {
        let open = referral.decided.is_none() && self.ended.is_none();
        let moved = referral.moved.last().filter(|_| open)?;
        let words = moved_words(self.t, *moved, self.today, &self.zone());
        Some(self.t.with("days-moved", words))
    }

    /// Where a referral stands, in words; one that was not answered in time for the permit or the event is not waited for.
    pub(crate) fn standing(&self, referral: &Referral) -> String {
        if self.ended.is_some() && referral.decided.is_none() {
            self.t.get("standing-not-waited-for").into_owned()
        } else {
            standing_words(self.t, referral)
        }
    }

    /// By when a referral's decision is due; once there is a permit, or after the event, nothing is due any more.
    pub(crate) fn due(&self, referral: &Referral) -> Option<Due> {
        let due = self.deadline(referral).filter(|_| self.ended.is_none())?;
        let event = self.application().submission.as_ref()?.event.date;
        Some(Due::of(self.t, due, self.today, event))
    }

    /// The tone of where a referral stands.
    pub(crate) fn standing_tone(&self, referral: &Referral) -> Tone {
        if self.ended.is_some() && referral.decided.is_none() {
            Tone::Plain
        } else {
            tone(referral.standing())
        }
    }

    /// The tone of a referral as a whole, which is bad where it is overdue or due only after the event.
    pub(crate) fn tone(&self, referral: &Referral) -> Tone {
        let own = self.standing_tone(referral);
        if self.ended.is_some() {
            return own;
        }
        let event = self.application().submission.as_ref().map(|one| one.event.date);
        let day = self.deadline(referral).zip(event);
        match day.filter(|(due, event)| Due::is_late(*due, self.today, *event)) {
            Some(_) => Tone::Bad,
            None => own,
        }
    }

    /// When an authority decided, by when it should, or since when it waits itself.
    pub(crate) fn when(&self, referral: &Referral) -> String {
        let (t, zone) = (self.t, self.zone());
        if let Some(decided) = &referral.decided {
            if let Some(ended) = decided.ended {
                return t.one("next-silent", "date", near(t, ended, self.today));
            }
            let day = decided.by.at.to_zoned_datetime(zone).date();
            if let Some(by_letter) = self.by_letter(decided, day) {
                return by_letter;
            }
            let id = if referral.advises() {
                "next-advised"
            } else {
                "next-decided"
            };
            return t.one(id, "date", near(t, day, self.today));
        }
        if let Some(since) = referral.stands_still_since().filter(|_| self.ended.is_none()) {
            let days = whole_days(since, self.view.context.at, &zone);
            let id = if self.view.sight == Sight::Organiser {
                "next-your-answer"
            } else {
                "next-their-answer"
            };
            return with_share(t, t.one(id, "days", days), referral.open_question());
        }
        let due = self.due(referral);
        if let Some(due) = due.as_ref().filter(|_| self.asks_the_reader_for_time(referral)) {
            return t.one("next-your-more-time", "due", due.words.as_str());
        }
        let none = if self.ended.is_some() {
            "next-ended"
        } else {
            "next-unknown"
        };
        due.map_or_else(|| t.get(none).into_owned(), |due| due.words)
    }

    /// Whether an authority waits for the reader to say whether it may have more time.
    fn asks_the_reader_for_time(&self, referral: &Referral) -> bool {
        self.view.sight == Sight::Organiser && referral.open_extension().is_some()
    }

    /// What the end of a period does; while a question is answered in part, that the clock stands still for the rest.
    pub(crate) fn silence(&self, referral: &Referral) -> Option<String> {
        let silence = reckoning::silence(self.t, referral)?;
        let share = referral.open_question().and_then(Question::share);
        Some(match share.filter(|_| referral.decided.is_none()) {
            None => silence,
            Some(one) => {
                let said = [
                    ("silence", silence.into()),
                    ("answered", share_of(self.t, one).into()),
                ];
                self.t.with("silence-halted", said)
            }
        })
    }

    /// What silence will mean by the rulebook, of each authority that has not decided.
    pub(crate) fn silences(&self) -> Vec<String> {
        let (t, application) = (self.t, self.application());
        let means = |one: &&Referral| one.silence_counts();
        let said = |referral: &Referral| {
            let silence = self.silence(referral)?;
            let authority = short_name(self.site, t, application, referral);
            let words = [("authority", authority.into()), ("silence", silence.into())];
            Some(t.with("silence-of", words))
        };
        let referrals = application.in_order().into_iter();
        referrals.filter(means).filter_map(said).collect()
    }

    /// The conditions of all authorities, as long as there is no permit: then it is told what became of each.
    pub(crate) fn conditions(&self) -> Vec<ConditionLine> {
        if self.application().permit.is_some() {
            return vec![];
        }
        demands::lines(self.site, self.t, self.application())
    }

    /// Those of which no event can keep both, while there is no permit and one can come.
    pub(crate) fn contradictions(&self) -> Vec<String> {
        if self.ended.is_some() && !replaced::differs(self) || self.view.is_refused() {
            return vec![];
        }
        demands::contradictions(self.site, self.t, self.application(), None)
    }

    /// Those among them that an authority has a part in.
    pub(crate) fn contradictions_of(&self, authority: &AuthorityId) -> Vec<String> {
        if self.contradictions().is_empty() {
            return vec![];
        }
        demands::contradictions(self.site, self.t, self.application(), Some(authority))
    }
}
