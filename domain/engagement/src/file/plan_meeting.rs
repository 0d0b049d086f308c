//! Planning the acts that bring in one meeting and what was said, asked and promised in it.

use super::entries::{MeetingEntry, ParticipationEntry, RequestEntry};
use super::plan::{PlannedAct, Planning};
use super::section::Reference;
use crate::acts::{
    AddSubject, AnswerRequest, LinkSubjects, MakeCommitment, MakeRequest, RecordMeeting, RecordStatement,
};
use crate::{Participation, PostHeld, Report, Side, SubjectRelation};
use act::{CommitmentId, MeetingId, RequestId, StatementId, SubjectId};
use identity::Names;
use uuid::Uuid;

impl<F: FnMut() -> Uuid> Planning<'_, &mut F> {
    pub fn meeting(&mut self, entry: &MeetingEntry) {
        if self.is_here(&entry.reported_by) || self.known.meetings.contains_key(&entry.key.text) {
            return;
        }
        let meeting = MeetingId::new(self.id());
        self.known.meetings.insert(entry.key.text.clone(), meeting);
        self.meetings.insert(entry.key.text.clone());
        let whole = || {
            self.known
                .sources
                .get(&entry.reported_by.source.key)
                .copied()
                .map(Report::Source)
        };
        let reported_by = self
            .excerpt(&entry.reported_by)
            .map(Report::Excerpt)
            .or_else(whole);
        self.acts.push(PlannedAct::RecordMeeting(Box::new(RecordMeeting {
            meeting,
            kind: entry.kind,
            title: entry.title.clone(),
            place: entry.place.clone(),
            when: entry.when.value,
            reported_by,
            sides: entry.sides.iter().filter_map(|side| self.side(side)).collect(),
            participations: entry
                .participations
                .iter()
                .filter_map(|one| self.participation(one))
                .collect(),
        })));
        self.subjects(meeting, entry);
        self.statements(meeting, entry);
        for request in &entry.requests {
            self.request(meeting, entry, request);
        }
        self.commitments(meeting, entry);
    }

    fn organisation_names(&self, key: &str) -> Option<Names> {
        self.file
            .organisations
            .iter()
            .find(|one| one.key.text == key)
            .map(|one| one.names.value.clone())
    }

    fn side(&self, side: &Reference) -> Option<Side> {
        let organisation = *self.known.organisations.get(&side.key)?;
        Some(Side {
            organisation,
            name: self.organisation_names(&side.key)?,
        })
    }

    fn participation(&self, one: &ParticipationEntry) -> Option<Participation> {
        Some(Participation {
            person: *self.known.persons.get(&one.person.key)?,
            name: one.name.clone(),
            post: one.post.as_ref().and_then(|post| self.post_held(post)),
            side: one
                .side
                .as_ref()
                .and_then(|side| self.known.organisations.get(&side.key).copied()),
        })
    }

    fn post_held(&self, reference: &Reference) -> Option<PostHeld> {
        let entry = self
            .file
            .posts
            .iter()
            .find(|post| post.key.text == reference.key)?;
        Some(PostHeld {
            post: *self.known.posts.get(&reference.key)?,
            organisation: *self.known.organisations.get(&entry.organisation.key)?,
            title: entry.names.value.clone(),
            organisation_name: self.organisation_names(&entry.organisation.key)?,
        })
    }

    fn subject_of(&self, meeting: &MeetingEntry, subject: Option<&Reference>) -> Option<SubjectId> {
        self.known
            .subjects
            .get(&format!("{}/{}", meeting.key.text, subject?.key))
            .copied()
    }

    fn subjects(&mut self, meeting: MeetingId, entry: &MeetingEntry) {
        for (order, one) in (1..).zip(&entry.subjects) {
            let subject = SubjectId::new(self.id());
            self.known
                .subjects
                .insert(format!("{}/{}", entry.key.text, one.key.text), subject);
            let (title, excerpt) = (one.title.clone(), self.excerpt(&one.excerpt));
            let act = AddSubject {
                subject,
                order,
                title,
                excerpt,
            };
            self.acts.push(PlannedAct::AddSubject(meeting, Box::new(act)));
        }
    }

    fn statements(&mut self, meeting: MeetingId, entry: &MeetingEntry) {
        for one in &entry.statements {
            let Some(&speaker) = self.known.persons.get(&one.speaker.key) else {
                continue;
            };
            let statement = StatementId::new(self.id());
            let act = RecordStatement {
                statement,
                speaker,
                act: one.act,
                mode: one.mode,
                text: one.text.clone(),
                excerpt: self.excerpt(&one.excerpt),
                subject: self.subject_of(entry, one.subject.as_ref()),
            };
            self.acts
                .push(PlannedAct::RecordStatement(meeting, Box::new(act)));
        }
    }

    fn request(&mut self, meeting: MeetingId, entry: &MeetingEntry, one: &RequestEntry) {
        let organisation = |side: &Reference| self.known.organisations.get(&side.key).copied();
        let (Some(from), Some(to)) = (organisation(&one.from), organisation(&one.to)) else {
            return;
        };
        let Some(&asked_by) = self.known.persons.get(&one.asked_by.key) else {
            return;
        };
        let request = RequestId::new(self.id());
        self.known.requests.insert(one.key.text.clone(), request);
        let act = MakeRequest {
            request,
            subject: self.subject_of(entry, one.subject.as_ref()),
            from,
            to,
            asked_by,
            text: one.text.clone(),
            excerpt: self.excerpt(&one.excerpt),
        };
        self.acts.push(PlannedAct::MakeRequest(meeting, Box::new(act)));
        let Some(answer) = &one.answer else { return };
        let Some(&by) = self.known.persons.get(&answer.by.key) else {
            return;
        };
        let excerpt = self.excerpt(&answer.excerpt);
        let act = AnswerRequest {
            answer: answer.answer,
            text: answer.text.clone(),
            excerpt,
            by,
            on: answer.on.value,
        };
        self.acts
            .push(PlannedAct::AnswerRequest(meeting, request, Box::new(act)));
    }

    fn commitments(&mut self, meeting: MeetingId, entry: &MeetingEntry) {
        for one in &entry.commitments {
            let organisation = |side: &Reference| self.known.organisations.get(&side.key).copied();
            let (Some(by), Some(to)) = (organisation(&one.by), organisation(&one.to)) else {
                continue;
            };
            let commitment = CommitmentId::new(self.id());
            self.known.commitments.insert(one.key.text.clone(), commitment);
            let act = MakeCommitment {
                commitment,
                subject: self.subject_of(entry, one.subject.as_ref()),
                by,
                to,
                text: one.text.clone(),
                excerpt: self.excerpt(&one.excerpt),
                due: one.due.value,
            };
            self.acts.push(PlannedAct::MakeCommitment(meeting, Box::new(act)));
        }
    }

    /// Links come last: the other meeting may stand further down in the file.
    pub fn links(&mut self) {
        for entry in &self.file.meetings {
            if !self.meetings.contains(&entry.key.text) {
                continue;
            }
            let Some(&meeting) = self.known.meetings.get(&entry.key.text) else {
                continue;
            };
            for one in &entry.subjects {
                let subject = format!("{}/{}", entry.key.text, one.key.text);
                let Some(&subject) = self.known.subjects.get(&subject) else {
                    continue;
                };
                let earlier = one.earlier.iter().map(|link| (SubjectRelation::Earlier, link));
                let later = one.later.iter().map(|link| (SubjectRelation::Later, link));
                for (relation, link) in earlier.chain(later) {
                    self.link(meeting, subject, relation, &link.key);
                }
            }
        }
    }

    fn link(&mut self, meeting: MeetingId, subject: SubjectId, relation: SubjectRelation, key: &str) {
        let other_meeting = key
            .split('/')
            .next()
            .and_then(|other| self.known.meetings.get(other).copied());
        let other = self.known.subjects.get(key).copied();
        if let (Some(other_meeting), Some(other)) = (other_meeting, other) {
            let act = LinkSubjects {
                subject,
                relation,
                meeting: other_meeting,
                other,
            };
            self.acts.push(PlannedAct::LinkSubjects(meeting, Box::new(act)));
        }
    }
}
