//! The brief of a relationship, as it was known at the end of a day: made from the facts up to then, whatever was recorded since.

use super::our_line::SealedLines;
use super::read::{RelationshipView, report_source};
use super::signing::SignedBrief;
use crate::clearance::sight;
use crate::store::{StoreFault, StreamId};
use crate::views::engagement::{
    CommitmentLine, MEETING_COMMITMENTS, MEETING_REQUESTS, MEETINGS, MeetingLine, RequestLine,
};
use crate::{Desk, Fault};
use act::{
    Actor, ApplicationId, CommitmentId, Date, MeetingId, OrganisationId, PersonId, RelationshipId, RequestId,
    Role, SourceId, State, Timestamp,
};
use clearance::{Application, Outcome, Stage};
use engagement::brief::{Brief, Known};
use engagement::{Commitment, Meeting, Relationship, Request, Source};
use identity::{Names, Organisation};
use jiff::tz::TimeZone;
use record::Fact;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// What became of an application, as far as the reader sees the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Where it stands.
    pub stage: Stage,
    /// How many have agreed of those whose consent is needed.
    pub consents: (usize, usize),
    /// What the event is called.
    pub title: String,
    /// Its day.
    pub date: Date,
    /// Whether it may still take place.
    pub is_ahead: bool,
}

/// An application that follows from a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Its reference.
    pub reference: String,
    /// What became of it; none where the case is not for the reader.
    pub seen: Option<Outlook>,
}

/// A brief as one person reads it.
#[derive(Clone, Debug)]
pub struct BriefView {
    /// The relationship's id.
    pub id: RelationshipId,
    /// The relationship: as it was known then, or as it is, where it was not known yet.
    pub relationship: Relationship,
    /// Whether the relationship was on record by then.
    pub is_known: bool,
    /// What the reader's organisation is called.
    pub own: Option<Names>,
    /// The day of the brief.
    pub day: Date,
    /// Whether it is a brief of today.
    pub is_today: bool,
    /// The brief.
    pub brief: Brief,
    /// What the applications came to, by then.
    pub fates: BTreeMap<ApplicationId, Fate>,
    /// How likely it is, by what is foretold today, that all decide in time; where that is foretold.
    pub chances: BTreeMap<ApplicationId, f64>,
    /// The sources that the lines rest on.
    pub sources: BTreeMap<SourceId, Source>,
    /// The words of what is sealed, as far as the reader reads them and they are still kept.
    pub sealed: SealedLines,
    /// The briefs of it that were signed off, the latest first.
    pub signed: Vec<SignedBrief>,
    /// Who wrote the desk's own lines.
    pub writers: BTreeMap<PersonId, Names>,
    /// The zone in which its days are reckoned.
    pub zone: TimeZone,
    /// Whether the reader may write for it, and sign it off.
    pub may_write: bool,
}

/// What a brief says, and nothing of who reads it.
pub(super) struct Made {
    pub relationship: Relationship,
    pub brief: Brief,
    pub fates: BTreeMap<ApplicationId, Fate>,
}

/// Up to where facts are known: without a bound all are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Until {
    /// Those recorded before this instant.
    pub instant: Option<Timestamp>,
    /// Those that stand before this position of the ledger.
    pub position: Option<u64>,
}

impl Until {
    fn is_unbounded(&self) -> bool {
        self.instant.is_none() && self.position.is_none()
    }

    fn has(&self, position: u64, at: Timestamp) -> bool {
        self.instant.is_none_or(|end| at < end) && self.position.is_none_or(|end| position < end)
    }
}

/// The first instant after a day in a zone.
pub(super) fn end_of(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    let midnight = day.tomorrow().ok()?.to_datetime(jiff::civil::Time::midnight());
    zone.to_ambiguous_timestamp(midnight).compatible().ok()
}

fn outlook(application: &Application) -> Option<Outlook> {
    let event = &application.submission.as_ref()?.event;
    let (stage, is_refused) = (
        application.stage(),
        matches!(Outcome::of(application), Outcome::Refused { .. }),
    );
    Some(Outlook {
        stage,
        consents: application.consents(),
        title: event.title.to_string(),
        date: event.date,
        is_ahead: !is_refused && !matches!(stage, Stage::Revoked | Stage::Withdrawn | Stage::Lapsed),
    })
}

/// The sources that the lines of a brief rest on.
fn cited(brief: &Brief) -> BTreeSet<SourceId> {
    let met = brief.people.iter().flat_map(|one| &one.met);
    let met = met.map(|one| report_source(&one.report));
    let asked = brief.ours.iter().chain(&brief.theirs);
    let asked = asked.flat_map(|one| {
        let answer = one.answer.as_ref().and_then(|answer| answer.excerpt.as_ref());
        [Some(one.made.excerpt.source), answer.map(|words| words.source)]
    });
    let promised = brief.our_word.iter().chain(&brief.their_word);
    let promised = promised.map(|one| one.made.excerpt.source);
    let said = brief.said.iter().map(|one| one.statement.excerpt.source);
    let coming = brief.coming.iter().map(|one| one.excerpt.source);
    let asked = asked.flatten();
    met.chain(asked)
        .chain(promised)
        .chain(said)
        .chain(coming)
        .collect()
}

/// The meetings of a relationship, and the organisations that were there: sides, and those whose posts were held.
fn met(relationship: &Relationship, meetings: &[Meeting]) -> (Vec<MeetingId>, Vec<OrganisationId>) {
    let covered = meetings.iter().filter(|one| relationship.covers(one));
    let records: Vec<_> = covered.filter_map(|one| one.record.as_ref()).collect();
    let held = records.iter().flat_map(|record| &record.participations);
    let held = held.filter_map(|one| one.post.as_ref().map(|post| post.organisation));
    let sides = records.iter().flat_map(|record| &record.sides);
    let there: BTreeSet<OrganisationId> = sides.map(|side| side.organisation).chain(held).collect();
    let met = records.iter().map(|record| record.meeting).collect();
    (met, there.into_iter().collect())
}

/// The desk officer of somebody's organisation.
fn desk_officer(actor: &Actor) -> Actor {
    Actor {
        role: Role::DeskOfficer,
        ..actor.clone()
    }
}

/// What became of an application, as far as the desk of somebody's organisation sees the case.
pub(super) fn fate_of(actor: &Actor, application: Application) -> Fate {
    Fate {
        seen: sight(&application, &desk_officer(actor)).and_then(|_| outlook(&application)),
        reference: application.reference,
    }
}

impl Desk {
    /// Streams as they were then: their facts up to there. As they are, where there is no bound.
    async fn as_known<S>(&self, ids: &[impl std::fmt::Display], until: Until) -> Result<Vec<S>, Fault>
    where
        S: State + DeserializeOwned,
        S::Fact: Fact,
    {
        if until.is_unbounded() {
            return self.load_all(ids.iter()).await;
        }
        let mut all = vec![];
        for id in ids {
            let stream = StreamId::new(S::Fact::STREAM, id);
            let mut state = S::default();
            for fact in self.store.stream(&stream).await? {
                let Some(payload) = &fact.payload else { continue };
                let (_, recorded) =
                    record::read::<S::Fact>(payload).map_err(|fault| StoreFault::Corrupt {
                        what: format!("the fact at position {}: {fault}", fact.position),
                    })?;
                if !until.has(fact.position, recorded.by.at) {
                    break;
                }
                state.evolve(&recorded);
            }
            all.push(state);
        }
        Ok(all)
    }

    /// The ids of what was made in meetings, as a view of theirs has them.
    async fn made_in_all<T: DeserializeOwned, I: std::str::FromStr>(
        &self,
        view: &'static str,
        meetings: &[MeetingId],
        id: fn(&T) -> &str,
    ) -> Result<Vec<I>, Fault> {
        let mut ids = vec![];
        for meeting in meetings {
            let lines: Vec<T> = self.lines(view, meeting.to_string()).await?;
            ids.extend(lines.iter().filter_map(|line| id(line).parse::<I>().ok()));
        }
        Ok(ids)
    }

    /// What a brief of a day says by what was known up to there.
    pub(super) async fn brief_by(
        &self,
        actor: &Actor,
        id: RelationshipId,
        day: Date,
        until: Until,
    ) -> Result<Made, Fault> {
        let mut found = self.as_known::<Relationship>(&[id], until).await?;
        let relationship = found.pop().unwrap_or_default();
        let lines: Vec<MeetingLine> = self.lines(MEETINGS, actor.organisation.to_string()).await?;
        let kept = lines.iter().filter_map(|line| line.meeting.parse().ok());
        let kept: Vec<MeetingId> = kept.collect();
        let meetings: Vec<Meeting> = self.as_known(&kept, until).await?;
        let (met, there) = met(&relationship, &meetings);
        let requests: Vec<RequestId> = self
            .made_in_all::<RequestLine, _>(MEETING_REQUESTS, &met, |line| &line.request)
            .await?;
        let commitments: Vec<CommitmentId> = self
            .made_in_all::<CommitmentLine, _>(MEETING_COMMITMENTS, &met, |line| &line.commitment)
            .await?;
        let requests: Vec<Request> = self.as_known(&requests, until).await?;
        let commitments: Vec<Commitment> = self.as_known(&commitments, until).await?;
        let organisations: Vec<Organisation> = self.as_known(&there, until).await?;
        let known = Known {
            own: actor.organisation,
            relationship: &relationship,
            meetings: &meetings,
            requests: &requests,
            commitments: &commitments,
            organisations: &organisations,
        };
        let brief = known.brief(day);
        let fates = self.fates(actor, &brief, until).await?;
        Ok(Made {
            relationship,
            brief,
            fates,
        })
    }

    /// What the applications came to that follow from requests of a brief, as far as the desk whose brief it is sees them: everyone who
    /// reads it reads the same.
    async fn fates(
        &self,
        actor: &Actor,
        brief: &Brief,
        until: Until,
    ) -> Result<BTreeMap<ApplicationId, Fate>, Fault> {
        let taken_up = brief.ours.iter().chain(&brief.theirs);
        let ids: Vec<ApplicationId> = taken_up.filter_map(|one| one.application).collect();
        let applications: Vec<Application> = self.as_known(&ids, until).await?;
        let fates = applications.into_iter().map(|one| fate_of(actor, one));
        Ok(ids.into_iter().zip(fates).collect())
    }

    /// How likely it is that all decide in time, of each application that the reader sees and of which that is foretold.
    async fn chances(
        &self,
        actor: &Actor,
        fates: &BTreeMap<ApplicationId, Fate>,
    ) -> Result<BTreeMap<ApplicationId, f64>, Fault> {
        let mut chances = BTreeMap::new();
        for (id, _) in fates.iter().filter(|(_, fate)| fate.seen.is_some()) {
            let view = self.case(&desk_officer(actor), *id).await?;
            let whole = self.forecast(&view).await?.and_then(|one| one.whole.ok());
            chances.extend(whole.map(|whole| (*id, whole.probability)));
        }
        Ok(chances)
    }

    /// The brief of a relationship on a day, as it was known at the day's end in a zone: what was recorded later is not in it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is no such relationship, or none for this actor.
    pub async fn brief(
        &self,
        actor: &Actor,
        id: RelationshipId,
        day: Date,
        zone: &TimeZone,
    ) -> Result<BriefView, Fault> {
        self.brief_known(actor, id, (day, zone), None).await
    }

    /// The same to be signed off, and how many facts of the ledger it is made from: whatever somebody else records meanwhile is not in it.
    ///
    /// # Errors
    /// As [`Desk::brief`].
    pub async fn brief_to_sign(
        &self,
        actor: &Actor,
        id: RelationshipId,
        day: Date,
        zone: &TimeZone,
    ) -> Result<(BriefView, u64), Fault> {
        let known = self.store.size().await?;
        let view = self.brief_known(actor, id, (day, zone), Some(known)).await?;
        Ok((view, known))
    }

    async fn brief_known(
        &self,
        actor: &Actor,
        id: RelationshipId,
        (day, zone): (Date, &TimeZone),
        position: Option<u64>,
    ) -> Result<BriefView, Fault> {
        let RelationshipView {
            relationship: present,
            may_add,
            ..
        } = self.relationship(actor, id).await?;
        let now = self.now();
        let instant = end_of(day, zone).filter(|end| *end <= now);
        let until = Until { instant, position };
        let made = self.brief_by(actor, id, day, until).await?;
        let is_today = now.to_zoned_datetime(zone.clone()).date() == day;
        let chances = if is_today {
            self.chances(actor, &made.fates).await?
        } else {
            BTreeMap::new()
        };
        let ids = cited(&made.brief);
        let sources: Vec<Source> = self.load_all(ids.iter()).await?;
        let mut own = self.organisation_names(&[actor.organisation]).await?;
        let is_known = made.relationship.id.is_some();
        let sealed = self.sealed_lines(actor, &made.brief).await?;
        let writers = made.brief.lines.iter();
        let writers: BTreeSet<PersonId> = writers.map(|(_, line)| line.by.actor.person).collect();
        let signed = self.signed(actor, id, &present, (day, zone)).await?;
        Ok(BriefView {
            id,
            sealed,
            signed,
            writers: self.names_of(writers).await?,
            zone: zone.clone(),
            may_write: may_add && is_known,
            relationship: if is_known { made.relationship } else { present },
            is_known,
            own: own.remove(&actor.organisation),
            day,
            is_today,
            brief: made.brief,
            fates: made.fates,
            chances,
            sources: ids.into_iter().zip(sources).collect(),
        })
    }

    /// The relationships that a meeting belongs to, of those that its keeper has.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record.
    pub async fn relationships_of(
        &self,
        actor: &Actor,
        meeting: &Meeting,
    ) -> Result<Vec<Relationship>, Fault> {
        let mut all = self.relationships(actor).await?;
        all.retain(|one| one.covers(meeting));
        Ok(all)
    }
}
