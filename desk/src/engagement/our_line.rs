//! What the desk writes for a brief. The words of what is not to be said lie beside the ledger, and are erased when the line is taken back.

use crate::beside::Beside;
use crate::fault::Refused;
use crate::store::{Store, StoreFault};
use crate::{Desk, Fault};
use act::sealed::Commitment;
use act::{Act, Actor, MeetingId, PersonId, Reason, RelationshipId, Role, SubjectId};
use engagement::acts::{TakeBackOurLine, WriteLine};
use engagement::brief::Brief;
use engagement::{Heading, Meeting, Relationship, Written};
use identity::{Names, Organisation};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Where the words of sealed lines are kept, by their commitments.
const WORDS: Beside = Beside("brief-line");

/// Who can be named to read what is sealed: whoever reads the record and is of the desk's own work. An auditor is told that it is there.
const NAMED: [Role; 3] = [Role::DeskOfficer, Role::Applicant, Role::Agent];

/// A line as a person enters one.
#[derive(Clone, Debug)]
pub struct OurLineIn {
    /// The subject that it is on; none for the relationship as a whole.
    pub about: Option<(MeetingId, SubjectId)>,
    /// The words.
    pub words: Reason,
    /// Who reads them beside whoever writes them, where they are not to be said; none for our line.
    pub sealed_for: Option<Vec<PersonId>>,
}

/// The words of sealed lines that one person reads, by their commitments.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SealedLines(BTreeMap<Commitment, Reason>);

impl SealedLines {
    /// The words of one commitment.
    #[must_use]
    pub fn of(&self, commitment: &Commitment) -> Option<&Reason> {
        self.0.get(commitment)
    }
}

/// No word of them is written for whoever mends the program.
impl fmt::Debug for SealedLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedLines({})", self.0.len())
    }
}

/// What is wrong with the sealed words of a relationship: those of a line that stands have to be kept, and those of one that was taken
/// back erased.
pub(crate) async fn differing_lines(
    store: &dyn Store,
    relationship: &Relationship,
) -> Result<Vec<String>, StoreFault> {
    let mut differences = vec![];
    for (number, line) in (1..).zip(&relationship.lines) {
        let number: u32 = number;
        let Some(commitment) = line.commitment() else {
            continue;
        };
        if line.taken_back.is_none() && WORDS.kept(store, &commitment).await?.is_none() {
            differences.push(format!(
                "the words of line {number} for the brief are missing, or are not those that were sealed; restore them from a backup"
            ));
        }
        if line.taken_back.is_some() && WORDS.is_left(store, &commitment).await? {
            differences.push(format!(
                "line {number} for the brief was taken back, and its words are still kept, since the program was stopped between the \
                 two; take it back once more"
            ));
        }
    }
    Ok(differences)
}

impl Desk {
    /// The people who can be named to read what is sealed, but for the actor, by name.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn brief_readers(&self, actor: &Actor) -> Result<Vec<(PersonId, Names)>, Fault> {
        let own = self.load::<Organisation>(actor.organisation).await?.state;
        let people: BTreeSet<PersonId> = NAMED.iter().flat_map(|role| own.holders(*role)).collect();
        let others = people.into_iter().filter(|person| *person != actor.person);
        let others: Vec<PersonId> = others.collect();
        let mut named: Vec<_> = self.names_of(others).await?.into_iter().collect();
        named.sort_by_key(|(_, names)| names.in_language("en").to_lowercase());
        Ok(named)
    }

    /// The subjects on which a line can be written: those of the meetings of a relationship, the latest meeting first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor reads no record.
    pub async fn brief_subjects(
        &self,
        actor: &Actor,
        relationship: &Relationship,
    ) -> Result<Vec<(MeetingId, SubjectId, String)>, Fault> {
        let lines = self.meetings(actor).await?;
        let kept: Vec<String> = lines.into_iter().map(|line| line.meeting).collect();
        let meetings: Vec<Meeting> = self.load_all(kept.iter()).await?;
        let mut all = vec![];
        for meeting in meetings.iter().filter(|one| relationship.covers(one)) {
            let Some(record) = &meeting.record else { continue };
            let agenda = meeting.agenda().into_iter();
            all.extend(agenda.map(|(id, subject)| (record.meeting, id, subject.title.to_string())));
        }
        Ok(all)
    }

    /// The words of what is sealed in a brief, as far as the actor reads them.
    pub(super) async fn sealed_lines(&self, actor: &Actor, brief: &Brief) -> Result<SealedLines, Fault> {
        let mut words = SealedLines::default();
        for (_, line) in &brief.lines {
            let read = line.is_read_by(actor);
            if let Some(commitment) = line.commitment().filter(|_| read) {
                let opening = WORDS.kept(self.store.as_ref(), &commitment).await?;
                words.0.extend(opening.map(|one| (commitment, one.words)));
            }
        }
        Ok(words)
    }

    /// Writes a line for the brief of a relationship. Words that are not to be said are kept beside their commitment.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the relationship is not for this actor; [`Fault::Refused`] by its name.
    pub async fn write_our_line(
        &self,
        actor: &Actor,
        id: RelationshipId,
        entered: OurLineIn,
    ) -> Result<(), Fault> {
        self.relationship(actor, id).await?;
        let (about, meeting) = self.about(actor, entered.about).await?;
        let opening = self.with_salt(&entered.words);
        let colleagues = self.brief_readers(actor).await?.into_iter();
        let is_sealed = entered.sealed_for.is_some();
        let act = WriteLine {
            about,
            meeting,
            written: match entered.sealed_for {
                None => Written::OurLine(entered.words),
                Some(readers) => Written::NotToSay {
                    commitment: opening.commitment(),
                    readers,
                },
            },
            colleagues: colleagues.map(|(person, _)| person).collect(),
        };
        let context = self.context(actor);
        if !is_sealed {
            return self.perform(id, &context, act).await.map(drop);
        }
        // What would be refused keeps nothing.
        let loaded = self.existing::<Relationship>(id).await?;
        let refusal = act.clone().decide(&loaded.state, &context).err();
        if let Some(refusal) = refusal {
            return Err(Fault::Refused(Refused::of(&refusal)));
        }
        let store = self.store.as_ref();
        WORDS.keep(store, id, &opening).await?;
        let done = self.perform(id, &context, act).await;
        WORDS.erase_unless(store, &opening.commitment(), &done).await?;
        done.map(drop)
    }

    /// The subject that a line is on, as its meeting calls it, and the meeting.
    async fn about(
        &self,
        actor: &Actor,
        about: Option<(MeetingId, SubjectId)>,
    ) -> Result<(Option<Heading>, Meeting), Fault> {
        let Some((meeting, subject)) = about else {
            return Ok((None, Meeting::default()));
        };
        let found = self.meeting(actor, meeting).await?.meeting;
        let refused = || Fault::Refused(Refused::of(&engagement::EngagementRefusal::NoSuchSubject));
        let title = found.subjects.get(&subject).ok_or_else(refused)?.title.clone();
        let heading = Heading {
            meeting,
            subject,
            title,
        };
        Ok((Some(heading), found))
    }

    /// Takes a line back that the desk wrote: that it was there stays, and sealed words are erased.
    ///
    /// # Errors
    /// As [`Desk::write_our_line`].
    pub async fn take_our_line_back(
        &self,
        actor: &Actor,
        id: RelationshipId,
        line: u32,
        reason: Reason,
    ) -> Result<(), Fault> {
        let relationship = self.relationship(actor, id).await?.relationship;
        let done = self
            .perform(id, &self.context(actor), TakeBackOurLine { line, reason })
            .await;
        let commitment = relationship.line(line).and_then(engagement::OurLine::commitment);
        let taken_back = relationship
            .line(line)
            .is_some_and(|one| one.taken_back.is_some());
        if let Some(commitment) = commitment.filter(|_| done.is_ok() || taken_back) {
            // Where it was taken back before and the program stopped then, this erases what was left.
            WORDS.erase(self.store.as_ref(), &commitment).await?;
        }
        done.map(drop)
    }
}
