//! Sending notices as e-mail. There is no queue: each person's entry says up to which position was sent, and what is told after it are
//! the rows of the inboxes. A message is sent, then the entry is moved: one that was sent twice, because a server stopped in between, has
//! the same id both times. Of two servers that send at once the entry's version lets one begin, which keeps the other off for a while.

use super::{EVERYONE, MAIL, Mailbox, Pace, Trouble, kept};
use crate::accounts::opened;
use crate::clearance::PAGE;
use crate::inbox::{Scopes, TellsOf};
use crate::ports::{Message, PostFault, Undelivered, place};
use crate::posting::Remembered;
use crate::store::{Kept, ListQuery, StoreFault};
use crate::views::notices::{self, NOTICES, NoticeLine};
use crate::{Desk, Fault};
use act::{OrganisationId, PersonId, Timestamp};
use clearance::Party;
use jiff::ToSpan;
use jiff::civil::time;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// For how long whoever sends keeps others off; it begins anew with each message.
const CLAIM_SECONDS: i64 = 5 * 60;
/// The most notices in one message: the rest follows with the next look.
const MOST_TOGETHER: usize = 100;
/// The most messages to one person at a time: who has more to be told, after the mail server or the address was out of order, is told all
/// in one.
const MOST_SINGLY: usize = 20;
/// How long is waited after the first failure; twice as long after each further one.
const FIRST_PAUSE_SECONDS: i64 = 60;
/// The longest that is waited.
const LONGEST_PAUSE_SECONDS: i64 = 6 * 3600;
/// From which hour on the messages of a day are sent.
const DAILY: jiff::civil::Time = time(7, 0, 0, 0);

/// A notice to be written about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToTell {
    /// The notice.
    pub notice: NoticeLine,
    /// In what capacity the reader is told it.
    pub party: Party,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// Whether there is still something to do of what it says.
    pub to_do: bool,
}

/// What a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// Writes messages about notices, in the reader's language.
pub trait Letters: Send + Sync {
    /// One about all of these, of which there is at least one.
    fn write(&self, language: &str, told: &[ToTell]) -> Letter;
}

/// Why no more is sent.
enum Stop {
    /// The mail server is not there.
    Unreachable(PostFault),
    Fault(Fault),
}

impl<T: Into<Fault>> From<T> for Stop {
    fn from(fault: T) -> Stop {
        Stop::Fault(fault.into())
    }
}

/// How long is waited after so many failures in a row.
fn pause(times: u32) -> i64 {
    let doubled = 1_i64
        .checked_shl(times.saturating_sub(1).min(20))
        .unwrap_or(i64::MAX);
    FIRST_PAUSE_SECONDS
        .saturating_mul(doubled)
        .min(LONGEST_PAUSE_SECONDS)
}

/// What is sent of what was told: each by itself, or all in one message.
fn messages(pace: Pace, mut told: Vec<ToTell>) -> Vec<Vec<ToTell>> {
    if told.is_empty() {
        return vec![];
    }
    if pace == Pace::AtOnce && told.len() <= MOST_SINGLY {
        return told.into_iter().map(|one| vec![one]).collect();
    }
    // What one fact told in two roles stays together.
    if let Some(cut) = told.get(MOST_TOGETHER).map(|one| one.notice.position) {
        told.retain(|one| one.notice.position < cut);
    }
    vec![told]
}

/// The last time before an instant at which messages of a day were to be sent.
fn last_daily(now: Timestamp, zone: &TimeZone) -> Timestamp {
    let local = now.to_zoned_datetime(zone.clone());
    let today = local.date();
    let day = if local.time() < DAILY {
        today.yesterday().unwrap_or(today)
    } else {
        today
    };
    let sent = zone.to_ambiguous_timestamp(day.to_datetime(DAILY)).compatible();
    sent.unwrap_or(now)
}

impl Desk {
    /// Sends to everyone what they were told and want as e-mail, as far as it is due. Gives how many messages were delivered. Of who
    /// cannot be written to the entry says so, and the others are written to all the same.
    ///
    /// # Errors
    /// [`Fault::Store`] if it cannot be read who is written to.
    pub async fn send_notices(&self, letters: &dyn Letters, zone: &TimeZone) -> Result<u64, Fault> {
        let now = self.seconds();
        let size = self.store.size().await?;
        if !self.delivers_mail() {
            return self.pass_over(size, now).await;
        }
        if self
            .posting
            .with(|known| known.pause.is_some_and(|(until, _)| until > now))
        {
            return Ok(0);
        }
        let mut delivered = 0;
        for kept in self.store.kept_by(MAIL, EVERYONE, now).await? {
            let Ok(person) = kept.key.parse::<PersonId>() else {
                continue;
            };
            let quiet = |known: &mut Remembered| known.told.get(&person) == Some(&size);
            if self.posting.with(quiet) {
                continue;
            }
            match self.write_to(person, &kept, letters, zone).await {
                Ok(None) => {
                    self.posting.with(|known| known.told.insert(person, size));
                }
                Ok(Some(sent)) => delivered += sent,
                Err(Stop::Unreachable(fault)) => {
                    self.pause_posting(now, &fault);
                    break;
                }
                Err(Stop::Fault(fault)) => tracing::warn!(%person, %fault, "notices were not sent"),
            }
        }
        Ok(delivered)
    }

    /// Without a mail server inboxes alone tell what happens: whoever sets one later finds nobody's backlog to send.
    async fn pass_over(&self, size: u64, now: i64) -> Result<u64, Fault> {
        for kept in self.store.kept_by(MAIL, EVERYONE, now).await? {
            let mailbox: Mailbox = opened(&kept)?;
            let Ok(person) = kept.key.parse::<PersonId>() else {
                continue;
            };
            if mailbox.sent < size {
                let pass = |mailbox: &mut Mailbox| mailbox.sent = mailbox.sent.max(size);
                self.change_mailbox(person, &mailbox, pass).await?;
            }
        }
        Ok(0)
    }

    fn pause_posting(&self, now: i64, fault: &PostFault) {
        let seconds = self.posting.with(|known| {
            let times = known.pause.map_or(0, |(_, times)| times) + 1;
            let seconds = pause(times);
            known.pause = Some((now + seconds, times));
            seconds
        });
        tracing::warn!(%fault, seconds, "the mail server cannot be reached, and is tried again then");
    }

    /// Writes to one person. None where there is nothing to write until something is told.
    async fn write_to(
        &self,
        person: PersonId,
        entry: &Kept,
        letters: &dyn Letters,
        zone: &TimeZone,
    ) -> Result<Option<u64>, Stop> {
        let mut mailbox: Mailbox = opened(entry)?;
        let now = self.now();
        if mailbox.is_at_rest(now) {
            return Ok(Some(0));
        }
        if mailbox.settings.pace == Pace::Never {
            return Ok(None);
        }
        let mut unsent = self.unsent(person, mailbox.sent).await?;
        if unsent.is_empty() {
            return Ok(None);
        }
        if mailbox.settings.pace == Pace::Daily {
            let before = last_daily(now, zone);
            // Up to the first that is not of the day, so that none is passed over, whatever clocks were set back between.
            let of_the_day = unsent.iter().position(|one| one.notice.at >= before);
            unsent.truncate(of_the_day.unwrap_or(unsent.len()));
        }
        let messages = messages(mailbox.settings.pace, unsent);
        if messages.is_empty() {
            return Ok(Some(0));
        }
        mailbox.claimed = Some(now.as_second() + CLAIM_SECONDS);
        match self.store.keep(kept(person, entry.version + 1, &mailbox)).await {
            // Another server is faster, or the person chooses just now.
            Err(StoreFault::Conflict { .. }) => return Ok(Some(0)),
            done => done?,
        }
        self.send_all(person, &mailbox, messages, letters).await.map(Some)
    }

    /// Sends messages to someone who is claimed, in order, and moves the entry with each.
    async fn send_all(
        &self,
        person: PersonId,
        claimed: &Mailbox,
        messages: Vec<Vec<ToTell>>,
        letters: &dyn Letters,
    ) -> Result<u64, Stop> {
        let (mut delivered, mut done) = (0, None);
        let mut rest = messages.iter().peekable();
        while let Some(told) = rest.next() {
            let message = self.message(person, claimed, told, letters);
            if let Err(fault) = self.post.send(message).await {
                self.failed(person, claimed, &fault).await?;
                return match fault.how {
                    Undelivered::Unreachable => Err(Stop::Unreachable(fault)),
                    Undelivered::Later | Undelivered::Refused => Ok(delivered),
                };
            }
            delivered += 1;
            self.posting.with(|known| known.pause = None);
            // What one fact told in two roles is two messages: it is sent once both are.
            let position = |told: &[ToTell]| told.last().map(|one| one.notice.position);
            let next = rest.peek().and_then(|next| position(next));
            if next.is_none() || next != position(told) {
                done = position(told).map(|last| last + 1);
            }
            let until = next.map(|_| self.seconds() + CLAIM_SECONDS);
            let move_on = |mailbox: &mut Mailbox| {
                mailbox.sent = done.map_or(mailbox.sent, |done| mailbox.sent.max(done));
                mailbox.claimed = until;
                mailbox.settings.trouble = None;
            };
            let now = self.change_mailbox(person, claimed, move_on).await?;
            let chosen = |one: &Mailbox| (one.settings.address.clone(), one.settings.pace);
            if chosen(&now) != chosen(claimed) {
                // The person chose otherwise meanwhile: the rest goes there, or nowhere.
                let free = |mailbox: &mut Mailbox| mailbox.claimed = None;
                self.change_mailbox(person, claimed, free).await?;
                break;
            }
        }
        Ok(delivered)
    }

    fn message(&self, person: PersonId, to: &Mailbox, told: &[ToTell], letters: &dyn Letters) -> Message {
        let mut in_order = told.to_vec();
        // What is due first is read first; what is due never, last.
        in_order.sort_by_key(|one| (one.notice.by.is_none(), one.notice.by, one.notice.position));
        let letter = letters.write(&to.settings.language, &in_order);
        let first = told.first().map_or(0, |one| one.notice.position);
        // Who is told one fact in two roles, be it the same role in two organisations, has two messages, and each has its own id.
        let kind = match told {
            [one] if to.settings.pace != Pace::Daily => format!("{}.{}", one.party.name(), one.organisation),
            _ => "several".to_owned(),
        };
        Message {
            to: to.settings.address.clone(),
            subject: letter.subject,
            body: letter.text,
            html: Some(letter.html),
            id: Some(format!("<{kind}.{first}.{person}@{}>", place(self.origin()))),
        }
    }

    async fn failed(&self, person: PersonId, claimed: &Mailbox, fault: &PostFault) -> Result<(), Fault> {
        let now = self.now();
        if fault.how == Undelivered::Refused {
            tracing::warn!(%person, %fault, "an address is refused: nothing more is sent there until its owner saves it anew");
        }
        let note = |mailbox: &mut Mailbox| {
            mailbox.claimed = None;
            if fault.how == Undelivered::Unreachable {
                return;
            }
            let before = mailbox.settings.trouble.as_ref().map_or(0, |one| one.times);
            let times = before + 1;
            let again = now.checked_add(pause(times).seconds()).ok();
            mailbox.settings.trouble = Some(Trouble {
                what: fault.what.clone(),
                at: now,
                times,
                again: again.filter(|_| fault.how == Undelivered::Later),
            });
        };
        self.change_mailbox(person, claimed, note).await.map(drop)
    }

    /// What a person was told of facts from a position on, in all roles, the first first.
    async fn unsent(&self, person: PersonId, from: u64) -> Result<Vec<ToTell>, Fault> {
        let (mut all, mut known) = (BTreeMap::new(), TellsOf::default());
        for hat in self.hats(person).await? {
            let Some(party) = Party::of(hat.role) else {
                continue;
            };
            let scopes = Scopes::of(hat.organisation, party, person);
            for scope in scopes.each() {
                for notice in self.told_since(scope.to_owned(), from).await? {
                    // What was told before somebody came to an office is in its inbox; it is no news to write about.
                    if notice.at < hat.since {
                        continue;
                    }
                    let place = (notice.position, scope.to_owned());
                    let to_do = self.is_left_to_do(party, &notice, &mut known).await?;
                    let told = ToTell {
                        notice,
                        party,
                        organisation: hat.organisation,
                        to_do,
                    };
                    all.insert(place, told);
                }
            }
        }
        Ok(all.into_values().collect())
    }

    /// What one inbox was told of facts from a position on.
    async fn told_since(&self, scope: String, from: u64) -> Result<Vec<NoticeLine>, Fault> {
        let mut found = vec![];
        let mut query = ListQuery {
            view: NOTICES,
            scope,
            after: None,
            // Most often nothing is new.
            limit: 1,
        };
        loop {
            let rows = self.store.list(&query).await?;
            for row in &rows {
                let notice = notices::read(row)?;
                if notice.position < from {
                    return Ok(found);
                }
                found.push(notice);
            }
            let Some(last) = rows.last() else {
                return Ok(found);
            };
            query.after = Some((last.key.sort.clone(), last.key.key.clone()));
            query.limit = PAGE;
        }
    }
}

impl Mailbox {
    /// Whether nothing is tried now: someone sends just now, or a failure is waited out.
    fn is_at_rest(&self, now: Timestamp) -> bool {
        let claimed = self.claimed.is_some_and(|until| until > now.as_second());
        let trouble = self.settings.trouble.as_ref();
        claimed || trouble.is_some_and(|one| one.again.is_none_or(|again| again > now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_with_each_failure_up_to_six_hours() {
        let pauses: Vec<i64> = (1..=10).map(pause).collect();
        assert_eq!(pauses, [60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360, 21_600]);
        assert_eq!(pause(u32::MAX), LONGEST_PAUSE_SECONDS);
    }

    #[test]
    fn a_day_is_told_from_seven_in_the_morning_on() {
        let zone = TimeZone::get("Asia/Phnom_Penh").unwrap();
        let check = |now: &str, expect: &str| {
            let last = last_daily(now.parse().unwrap(), &zone);
            assert_eq!(last, expect.parse().unwrap(), "{now}");
        };
        check("2023-08-14T23:59:59Z", "2023-08-14T00:00:00Z");
        check("2023-08-15T00:00:00Z", "2023-08-15T00:00:00Z");
        check("2023-08-15T17:30:00Z", "2023-08-15T00:00:00Z");
    }
}
