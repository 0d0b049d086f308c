//! Whom each fact concerns, and what they are told of it.

mod between;
mod confided;
mod day;
mod fees;
mod insurance;
mod turn;
mod words;

use crate::{
    Application, ApplicationFact, News, Notice, Party, PlannedReferral, Referral, Share, Silence, Stage,
    reckon, under_way,
};
use act::{Actor, AuthorityId, Context, Date, OrganisationId, Recorded};
pub(crate) use fees::entered;
use std::collections::BTreeSet;
use turn::turn;
pub(crate) use turn::{can_be_issued, contradicting};
pub(crate) use words::{appeal_ended, asked, decided};

/// What each organisation is told of a fact, from the application before it and after it. Whoever did it is not told what it did itself; the
/// same organisation in another capacity is. Nobody is told twice of one fact: what is named first counts.
pub(crate) fn organisations(
    before: &Application,
    after: &Application,
    recorded: &Recorded<ApplicationFact>,
) -> Vec<Notice> {
    let mut telling = Telling {
        before,
        after,
        by: &recorded.by,
        told: vec![],
    };
    telling.tell(&recorded.fact);
    let mut met = BTreeSet::new();
    let actor = &recorded.by.actor;
    let mut told = telling.told;
    told.retain(|one| !is_doer(actor, one) && met.insert((one.to, one.party)));
    told
}

/// Whether a notice would tell whoever acted, in the capacity in which it did. What is recommended is for one's own authority.
fn is_doer(actor: &Actor, notice: &Notice) -> bool {
    !actor.is_rule()
        && notice.news != News::Recommended
        && notice.to == actor.organisation
        && Party::of(actor.role) == Some(notice.party)
}

struct Telling<'a> {
    before: &'a Application,
    after: &'a Application,
    by: &'a Context,
    told: Vec<Notice>,
}

/// What is told, before it is known whom.
fn news(news: News) -> Notice {
    Notice {
        to: OrganisationId::of(0),
        party: Party::Lead,
        news,
        authority: None,
        condition: None,
        days: None,
        share: None,
        by: None,
        watcher: None,
    }
}

/// The same, about an authority.
fn about(authority: &AuthorityId, told: News) -> Notice {
    Notice {
        authority: Some(authority.clone()),
        ..news(told)
    }
}

impl Telling<'_> {
    /// Every kind of fact is named, so that a new one must say what it tells.
    fn tell(&mut self, fact: &ApplicationFact) {
        match fact {
            ApplicationFact::Submitted { .. } => self.handed_in(),
            ApplicationFact::DocumentHandedIn(_) => self.document(),
            ApplicationFact::Returned { .. } => self.organisers(&news(News::GivenBack)),
            ApplicationFact::FoundValid => self.organisers(&news(News::Circulated)),
            ApplicationFact::Referred(planned) => self.asked(planned, asked(planned)),
            ApplicationFact::Amended { .. } => self.amended(),
            ApplicationFact::Reopened { referral, .. } => self.asked(referral, News::AskedAnew),
            ApplicationFact::NoLongerAsked { authority, .. }
            | ApplicationFact::TakenBack { authority, .. } => self.not_asked(authority),
            ApplicationFact::AskedAlso { referral, .. } => self.asked_also(referral),
            ApplicationFact::QuestionAsked { .. }
            | ApplicationFact::QuestionAnswered { .. }
            | ApplicationFact::QuestionWithdrawn { .. }
            | ApplicationFact::ItemsAnswered { .. }
            | ApplicationFact::ItemsTakenBack { .. }
            | ApplicationFact::ExtensionProposed { .. }
            | ApplicationFact::ExtensionAnswered { .. }
            | ApplicationFact::CounterOffered { .. }
            | ApplicationFact::OfferAnswered { .. }
            | ApplicationFact::OfferWithdrawn { .. } => self.between(fact),
            ApplicationFact::CalendarChanged { authority, .. } => self.moved(authority),
            ApplicationFact::Decided { .. }
            | ApplicationFact::LetterRecorded(_)
            | ApplicationFact::LetterDisowned { .. }
            | ApplicationFact::ConditionsRevised { .. }
            | ApplicationFact::SilenceCounted { .. }
            | ApplicationFact::PeriodOverrun { .. } => self.of_deciding(fact),
            ApplicationFact::PermitIssued(content) => self.permitted(content.replaces.is_some()),
            ApplicationFact::PermitSuspended { until, .. } => self.suspended(*until),
            ApplicationFact::SuspensionLifted { .. } => self.everyone(News::SuspensionLifted),
            ApplicationFact::SuspensionEnded { .. } => self.everyone(News::SuspensionEnded),
            ApplicationFact::PermitRevoked { .. } => self.everyone(News::Revoked),
            ApplicationFact::AppealNoted(one) => self.appeal(one.number, News::AppealNoted),
            ApplicationFact::AppealEnded(end) => self.appeal(end.number, appeal_ended(end.how)),
            ApplicationFact::ReasonsUnsealed { commitment, .. } => self.unsealed(commitment),
            ApplicationFact::AdviceGiven(given) => self.advice(given.advice),
            ApplicationFact::Day(_) | ApplicationFact::Fee(_) | ApplicationFact::Insurance(_) => {
                self.beside(fact);
            }
            ApplicationFact::Confided(one) => self.confided(one),
            ApplicationFact::Withdrawn { .. } => self.everyone(News::Withdrawn),
            ApplicationFact::Lapsed if self.after.permit.is_some() => self.everyone(News::LapsedSuspended),
            ApplicationFact::Lapsed => self.everyone(News::Lapsed),
            ApplicationFact::Recommended { authority, .. } => self.of_deadline(authority, News::Recommended),
            ApplicationFact::Reminded { authority, .. } => self.of_deadline(authority, News::Reminded),
            ApplicationFact::OwnerNamed { .. }
            | ApplicationFact::ConditionShown { .. }
            | ApplicationFact::ProofDeclined { .. }
            | ApplicationFact::ConditionDischarged { .. } => self.kept(fact),
            // That someone began to read is nothing to know of; a permit that is replaced is told of with the one that follows.
            // Advice by a link is told of once it is there: whoever asked knows that it did.
            ApplicationFact::ReviewBegun { .. }
            | ApplicationFact::PermitReplaced { .. }
            | ApplicationFact::AdviceAsked(_)
            | ApplicationFact::AdviceWithdrawn { .. }
            | ApplicationFact::Watch(_) => {}
        }
    }

    /// What an authority is told with the day by which its answer is due.
    fn of_deadline(&mut self, authority: &AuthorityId, told: News) {
        let by = self.due(authority);
        self.authority(&Notice {
            by,
            ..about(authority, told)
        });
    }

    /// A permit was issued: the first, or one in place of another.
    fn permitted(&mut self, replaces: bool) {
        self.everyone(if replaces { News::Replaced } else { News::Permitted });
    }

    /// What an authority decided, or what counts as that.
    fn of_deciding(&mut self, fact: &ApplicationFact) {
        match fact {
            ApplicationFact::Decided {
                authority, decision, ..
            } => self.decided(authority, &about(authority, decided(decision))),
            ApplicationFact::LetterRecorded(one) => {
                self.lettered(&one.authority, &about(&one.authority, decided(&one.decision)));
            }
            ApplicationFact::LetterDisowned { authority, .. } => {
                self.organisers(&about(authority, News::LetterDisowned));
                self.lead(&about(authority, News::LetterDisowned));
            }
            ApplicationFact::ConditionsRevised { authority, .. } => {
                self.revised(authority);
            }
            ApplicationFact::SilenceCounted {
                authority,
                silence,
                ended,
            } => self.silent(authority, *silence, *ended),
            ApplicationFact::PeriodOverrun { authority, ended } => self.overran(authority, *ended),
            _ => {}
        }
    }

    fn handed_in(&mut self) {
        let again = self.before.submission.is_some();
        let told = if again {
            News::HandedInAgain
        } else {
            News::HandedIn
        };
        self.lead(&news(told));
        self.organisers(&news(told));
    }

    /// A document concerns those who still decide; before they are asked, whoever looks whether all is there. By when they decide is nothing
    /// new, and may be over before it is read.
    fn document(&mut self) {
        if self.after.found_valid.is_none() {
            self.lead(&news(News::Document));
        }
        for authority in self.undecided() {
            self.authority(&about(&authority, News::Document));
        }
        self.organisers(&news(News::Document));
    }

    fn asked(&mut self, planned: &PlannedReferral, told: News) {
        let by = self.due(&planned.authority);
        self.authority(&Notice {
            by,
            ..about(&planned.authority, told)
        });
        self.fees_due(&planned.authority);
    }

    /// An authority waits for the organiser, and its clock stands still: by when an answer leaves it the rest of its period.
    fn awaits_answer(&mut self, authority: &AuthorityId, told: News, share: Option<Share>) {
        let by = self.latest_answer(authority);
        self.organisers(&Notice {
            by,
            share,
            ..about(authority, told)
        });
    }

    fn latest_answer(&self, authority: &AuthorityId) -> Option<Date> {
        let referral = self.after.referrals.get(authority)?;
        let event = &self.after.submission.as_ref()?.event;
        let today = self
            .by
            .at
            .to_zoned_datetime(calendar::zone(&referral.terms.zone)?)
            .date();
        under_way(referral, &reckon(referral).ok()?, event.date, today)?
            .answer
            .filter(|day| *day >= today)
    }

    /// The organiser answered an authority; others who hold the event are told so, too.
    fn answered(&mut self, authority: &AuthorityId, told: News) {
        let by = self.due(authority);
        let told = Notice {
            by,
            ..about(authority, told)
        };
        self.authority(&told);
        self.organisers(&told);
    }

    /// Other days of an authority's own concern nobody unless its day moved by them.
    fn moved(&mut self, authority: &AuthorityId) {
        let times = |application: &Application| {
            let referral = application.referrals.get(authority)?;
            Some((referral.moved.len(), referral.moved.last()?.to))
        };
        let now = times(self.after);
        if let Some((_, to)) = now.filter(|_| now != times(self.before)) {
            let told = Notice {
                by: Some(to),
                ..about(authority, News::DayMoved)
            };
            self.organisers(&told);
            self.lead(&told);
        }
    }

    /// A letter is told as the decision that it is; its authority, which did not write it down here, looks whether it is its own.
    fn lettered(&mut self, authority: &AuthorityId, told: &Notice) {
        self.authority(&about(authority, News::LetterRecorded));
        self.decided(authority, told);
    }

    fn decided(&mut self, authority: &AuthorityId, told: &Notice) {
        self.organisers(told);
        let before: BTreeSet<_> = contradicting(self.before, authority);
        let now = contradicting(self.after, authority);
        let mut met = now.difference(&before).peekable();
        if met.peek().is_some() {
            self.lead(&about(authority, News::Contradictory));
        }
        for other in met {
            if let Some(to) = self.organisation(other) {
                let news = about(authority, News::Contradiction);
                self.to(to, Party::Authority, &news);
            }
        }
        self.turned();
    }

    fn silent(&mut self, authority: &AuthorityId, silence: Silence, ended: Date) {
        let told = match silence {
            Silence::Nothing => return,
            Silence::DeemedGranted => News::DeemedGranted,
            Silence::DeemedRefused => News::DeemedRefused,
        };
        let told = Notice {
            by: Some(ended),
            ..about(authority, told)
        };
        self.organisers(&told);
        self.authority(&told);
        self.turned();
    }

    /// Nothing follows from it but that all wait on: the authority is told, whoever leads, and the organisers.
    fn overran(&mut self, authority: &AuthorityId, ended: Date) {
        let told = Notice {
            by: Some(ended),
            ..about(authority, News::Overdue)
        };
        self.authority(&told);
        self.lead(&told);
        self.organisers(&told);
    }

    /// Whoever leads is told of decisions once they add up to something.
    fn turned(&mut self) {
        let now = turn(self.after).filter(|_| self.after.permit.is_none());
        if let Some(told) = now.filter(|_| now != turn(self.before)) {
            self.lead(&news(told));
        }
    }

    /// With the last day of it, if it ends by itself.
    fn suspended(&mut self, until: Option<Date>) {
        let before = self.told.len();
        self.everyone(News::Suspended);
        self.told.iter_mut().skip(before).for_each(|one| one.by = until);
    }

    /// What ends a case, or its permit, is told to all: of those who were asked, to those who decided only what becomes of a permit or
    /// of the application they decided on.
    fn everyone(&mut self, told: News) {
        self.organisers(&news(told));
        self.lead(&news(told));
        let all = self.after.in_order().into_iter();
        let all = all.filter(|one| told != News::Lapsed || one.decided.is_none());
        let all: Vec<_> = all.map(|one| (one.organisation, one.authority.clone())).collect();
        for (to, authority) in all {
            self.to(to, Party::Authority, &about(&authority, told));
        }
    }

    /// The authorities that still decide.
    fn undecided(&self) -> Vec<AuthorityId> {
        let open = self.after.stage() == Stage::InCirculation;
        let referrals = self.after.in_order().into_iter();
        let referrals = referrals.filter(|one| open && one.decided.is_none());
        referrals.map(|one| one.authority.clone()).collect()
    }

    /// The day by which an authority decides; none while its clock stands still.
    fn due(&self, authority: &AuthorityId) -> Option<Date> {
        let referral = self.after.referrals.get(authority)?;
        reckon(referral).ok()?.deadline
    }

    fn organisation(&self, authority: &AuthorityId) -> Option<OrganisationId> {
        let asked = |application: &Application| -> Option<OrganisationId> {
            let referral: &Referral = application.referrals.get(authority)?;
            Some(referral.organisation)
        };
        // Whoever is asked no longer was asked before.
        asked(self.after).or_else(|| asked(self.before))
    }

    fn organisers(&mut self, told: &Notice) {
        let organisers = self.after.submission.iter().flat_map(|one| &one.organisers);
        let organisers: Vec<_> = organisers.map(|one| one.organisation).collect();
        for to in organisers {
            self.to(to, Party::Organiser, told);
        }
    }

    fn lead(&mut self, told: &Notice) {
        if let Some(lead) = &self.after.lead {
            self.to(lead.organisation, Party::Lead, told);
        }
    }

    /// Tells the authority that it is about.
    fn authority(&mut self, told: &Notice) {
        let to = told.authority.as_ref().and_then(|one| self.organisation(one));
        if let Some(to) = to {
            self.to(to, Party::Authority, told);
        }
    }

    fn to(&mut self, to: OrganisationId, party: Party, told: &Notice) {
        self.told.push(Notice {
            to,
            party,
            ..told.clone()
        });
    }
}
