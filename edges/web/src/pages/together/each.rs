//! What is done to each of those that were ticked: what it would come to, doing it, and what came of it.

use super::{Chosen, Together};
use crate::form::Typed;
use crate::pages::acts::{reason, reminder};
use crate::site::Site;
use crate::typed::{ALSO_CHOSEN_FIELD, CHOSEN_FIELD};
use crate::wording::{near, short_name, zone};
use crate::{Failure, Text};
use act::{Actor, ApplicationId, AuthorityId, Reason, Timestamp};
use clearance::acts::{BeginReview, CaseAct, Remind, Seen};
use clearance::{MOST_BEGUN, Referral};
use desk::clearance::{CaseView, MOST_ON_A_PAGE};
use desk::{Desk, Fault};
use jiff::civil::Date;

/// One of those that were ticked, in words.
#[derive(Default)]
pub(super) struct Item {
    pub title: String,
    /// Its page; none where the reader finds nothing there.
    pub path: Option<String>,
    pub about: String,
    /// What is done to it, what came of it, or why nothing does.
    pub words: String,
    /// What is said to an authority.
    pub said: Option<String>,
    /// The fields by which the form carries it.
    pub fields: Vec<(String, String)>,
}

/// Those to which it is done, and those to which it is not.
#[derive(Default)]
pub(super) struct Sorted {
    pub can: Vec<Item>,
    pub cannot: Vec<Item>,
}

impl Sorted {
    /// One to which it is done, or, with the reason, is not.
    fn add(&mut self, item: Item, refused: Option<String>) {
        match refused {
            None => self.can.push(item),
            Some(words) => {
                let ticked = item.fields.into_iter().filter(|(name, _)| name == CHOSEN_FIELD);
                let fields = ticked.map(|(_, value)| (ALSO_CHOSEN_FIELD.to_owned(), value));
                self.cannot.push(Item {
                    words,
                    said: None,
                    fields: fields.collect(),
                    ..item
                });
            }
        }
    }
}

/// The field of what is said to an authority.
fn words_field(one: &Chosen) -> String {
    let authority = one.authority.as_ref().map_or("", AuthorityId::as_str);
    format!("reminder-{}-{authority}", one.case)
}

/// The authority of a referral that was ticked.
fn authority(one: &Chosen) -> Result<AuthorityId, Fault> {
    one.authority.clone().ok_or(Fault::NotFound)
}

/// Does it to one: the same act as on its own page, resting on what was shown of it.
pub(super) async fn act(
    what: Together,
    desk: &Desk,
    actor: &Actor,
    one: &Chosen,
    typed: &Typed,
) -> Result<(), Fault> {
    match what {
        Together::Watch => desk.watch(actor, one.case, true).await,
        Together::Review => {
            let authority = authority(one)?;
            let act = BeginReview { authority };
            desk.change_as_seen(actor, one.case, act, one.seen).await
        }
        Together::Remind => {
            let authority = authority(one)?;
            let words = reason(typed, &words_field(one))?;
            let act = Remind { authority, words };
            desk.change_as_seen(actor, one.case, act, one.seen).await
        }
    }
}

/// Who looks, and when.
pub(super) struct Looking<'a> {
    site: &'a Site,
    t: Text,
    actor: &'a Actor,
    today: Date,
    pub(super) now: Timestamp,
}

impl<'a> Looking<'a> {
    pub(super) fn new(site: &'a Site, t: Text, actor: &'a Actor) -> Looking<'a> {
        Looking {
            site,
            t,
            actor,
            today: site.today(),
            now: site.desk.now(),
        }
    }

    /// What it would do to each of these now.
    pub(super) async fn before(&self, what: Together, ticked: &[Chosen]) -> Result<Sorted, Failure> {
        let mut sorted = Sorted::default();
        for one in ticked {
            let Some(view) = self.case(one.case).await? else {
                sorted.add(Item::default(), Some(self.text("together-unknown")));
                continue;
            };
            match what {
                Together::Review => self.would_review(one, &view, &mut sorted).await?,
                Together::Watch => {
                    let words = self.text("together-watch-each");
                    let item = self.item(what, one, &view, words);
                    sorted.add(item, self.not_watched(&view));
                }
                Together::Remind => self.would_remind(one, &view, &mut sorted).await?,
            }
        }
        Ok(sorted)
    }

    async fn would_review(&self, one: &Chosen, view: &CaseView, sorted: &mut Sorted) -> Result<(), Failure> {
        let words = self.due(view, one);
        let item = self.item(Together::Review, one, view, words);
        let refused = match authority(one) {
            Ok(authority) => self.refused(one.case, BeginReview { authority }, None).await?,
            Err(_) => Some(self.text("together-unknown")),
        };
        sorted.add(item, refused);
        Ok(())
    }

    /// Where a case was ticked, all who are late in it.
    async fn would_remind(&self, one: &Chosen, view: &CaseView, sorted: &mut Sorted) -> Result<(), Failure> {
        let late = match &one.authority {
            Some(authority) => vec![authority.clone()],
            None => self.late(view),
        };
        if late.is_empty() {
            let item = self.item(Together::Remind, one, view, String::new());
            sorted.add(item, Some(self.text("together-nobody-late")));
        }
        for authority in late {
            let one = Chosen {
                authority: Some(authority.clone()),
                ..one.clone()
            };
            let referral = view.application.referrals.get(&authority);
            let advises = referral.is_some_and(Referral::advises);
            let said = reminder(self.t, referral, advises, Some(self.today));
            let mut item = self.item(Together::Remind, &one, view, self.due(view, &one));
            item.fields.push((words_field(&one), said.clone()));
            item.said = Some(said.clone());
            let refused = match Reason::new(&said) {
                _ if sorted.can.len() >= MOST_ON_A_PAGE => Some(self.later()),
                Ok(words) => self.refused(one.case, Remind { authority, words }, None).await?,
                Err(_) => Some(self.text("together-unknown")),
            };
            sorted.add(item, refused);
        }
        Ok(())
    }

    /// What the reader did to each of these since an instant, and how it stands where that is nothing.
    pub(super) async fn after(
        &self,
        what: Together,
        ticked: &[Chosen],
        since: Timestamp,
    ) -> Result<Sorted, Failure> {
        let mut sorted = Sorted::default();
        for one in ticked {
            let Some(view) = self.case(one.case).await? else {
                sorted.add(Item::default(), Some(self.text("together-unknown")));
                continue;
            };
            let done = match what {
                Together::Watch => (view.watching == Some(true)).then(|| (self.text("watch-runs"), None)),
                Together::Review => self.reviewed(one, &view, since).map(|words| (words, None)),
                Together::Remind => self.reminded(one, &view, since),
            };
            let refused = match (&done, what) {
                (Some(_), _) => None,
                (None, Together::Watch) => self.not_watched(&view),
                (None, Together::Review) => {
                    let act = authority(one).map(|authority| BeginReview { authority });
                    self.still_refused(one, act).await?
                }
                (None, Together::Remind) => {
                    let words = Reason::new("-").map_err(|_| Fault::NotFound);
                    let act = authority(one).and_then(|authority| {
                        Ok(Remind {
                            authority,
                            words: words?,
                        })
                    });
                    self.still_refused(one, act).await?
                }
            };
            let (words, said) = done.clone().unwrap_or_default();
            let item = Item {
                said,
                ..self.item(what, one, &view, words)
            };
            // What was not done though nothing is in its way was sent at the instant of another change, or taken back since.
            let not_done = || refused.unwrap_or_else(|| self.text("together-not-yet"));
            let refused = done.is_none().then(not_done);
            sorted.add(item, refused);
        }
        Ok(sorted)
    }

    /// That the reader began a review since an instant, and when: that of this round, or of one that is over.
    fn reviewed(&self, one: &Chosen, view: &CaseView, since: Timestamp) -> Option<String> {
        let referral = view.application.asked_ever(one.authority.as_ref()?)?;
        let own = |round: &&Referral| {
            let begun = round.review_begun.is_some_and(|at| at >= since);
            begun && round.begun_by == Some(self.actor.person)
        };
        let begun = referral.rounds().find(own)?.review_begun?;
        let at = self.t.instant(begun, &zone(&view.application, self.site));
        Some(self.t.one("together-review-done", "at", at))
    }

    /// That the reader reminded an authority since an instant, when, and in which words.
    fn reminded(&self, one: &Chosen, view: &CaseView, since: Timestamp) -> Option<(String, Option<String>)> {
        let referral = view.application.asked_ever(one.authority.as_ref()?)?;
        let mut all = referral.rounds().flat_map(|round| &round.reminders);
        let sent = all.find(|one| one.at >= since && one.by == Some(self.actor.person))?;
        let at = self.t.instant(sent.at, &zone(&view.application, self.site));
        Some((self.t.one("reminder-at", "at", at), Some(sent.words.to_string())))
    }

    /// That it is too much for one time.
    fn later(&self) -> String {
        let most = i64::try_from(MOST_ON_A_PAGE).unwrap_or(i64::MAX);
        self.t.one("together-later", "most", most)
    }

    /// Why it was not done; none where it could be now.
    async fn still_refused(
        &self,
        one: &Chosen,
        act: Result<impl Into<CaseAct>, Fault>,
    ) -> Result<Option<String>, Failure> {
        match act {
            Ok(act) => self.refused(one.case, act, one.seen).await,
            Err(_) => Ok(Some(self.text("together-unknown"))),
        }
    }

    fn text(&self, id: &str) -> String {
        self.t.get(id).into_owned()
    }

    /// A case as its reader sees it; none where there is nothing for this reader.
    async fn case(&self, id: ApplicationId) -> Result<Option<CaseView>, Failure> {
        match self.site.desk.case(self.actor, id).await {
            Ok(view) => Ok(Some(view)),
            Err(Fault::NotFound) => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Why an act would be refused now.
    async fn refused(
        &self,
        case: ApplicationId,
        act: impl Into<CaseAct>,
        seen: Option<Seen>,
    ) -> Result<Option<String>, Failure> {
        match self.site.desk.would_change(self.actor, case, act, seen).await {
            Ok(_) => Ok(None),
            Err(Fault::Refused(refused)) => Ok(Some(self.t.refusal(&refused))),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Why somebody who reads a case does not begin to watch it now.
    fn not_watched(&self, view: &CaseView) -> Option<String> {
        match view.watching {
            Some(false) => None,
            Some(true) => Some(self.text("watch-runs")),
            None => {
                // Whoever has a docket can watch what is on it, but for having turned it on and off all the time.
                let most = i64::try_from(MOST_BEGUN).unwrap_or(i64::MAX);
                Some(self.t.one("refusal-watched-too-often", "most", most))
            }
        }
    }

    /// Whose consent is needed and who should have decided before today, as the board says.
    fn late(&self, view: &CaseView) -> Vec<AuthorityId> {
        let asked = view.application.in_order().into_iter();
        let late = asked.filter(|one| !one.advises() && one.decided.is_none());
        let late = late.filter(|one| day_of(one).is_some_and(|due| due < self.today));
        late.map(|one| one.authority.clone()).collect()
    }

    /// By when its answer is due, where a day is known.
    fn due(&self, view: &CaseView, one: &Chosen) -> String {
        let referral = one.authority.as_ref();
        let referral = referral.and_then(|authority| view.application.referrals.get(authority));
        match referral.and_then(day_of) {
            Some(day) if day < self.today => {
                self.t.one("next-overdue", "date", near(self.t, day, self.today))
            }
            Some(day) => self.t.one("next-due", "date", near(self.t, day, self.today)),
            None => self.text("docket-no-day"),
        }
    }

    fn item(&self, what: Together, one: &Chosen, view: &CaseView, words: String) -> Item {
        let t = self.t;
        let event = view.application.submission.as_ref().map(|one| &one.event);
        let referral = one.authority.as_ref();
        let referral = referral.and_then(|authority| view.application.referrals.get(authority));
        let name = referral.map(|one| short_name(self.site, t, &view.application, one));
        let about = event.map(|event| {
            let about = [
                ("reference", view.application.reference.as_str().into()),
                ("date", t.date(event.date).into()),
                ("place", event.place.as_str().into()),
            ];
            t.with("event-about", about)
        });
        let part = |one: &Referral| format!("/referrals/{}", one.authority);
        let part = referral.filter(|_| what != Together::Watch).map(part);
        let shown = Chosen {
            seen: Some(Seen::of(&view.application, one.authority.as_ref())),
            ..one.clone()
        };
        Item {
            title: event.map_or_else(String::new, |event| event.title.to_string()),
            path: Some(format!("/cases/{}{}", view.id, part.unwrap_or_default())),
            about: name.into_iter().chain(about).collect::<Vec<_>>().join(" · "),
            words,
            said: None,
            fields: vec![(CHOSEN_FIELD.to_owned(), shown.to_string())],
        }
    }
}

/// The day by which an authority is to answer.
fn day_of(referral: &Referral) -> Option<Date> {
    clearance::reckon(referral).ok()?.deadline
}
