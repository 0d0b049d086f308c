//! A desk in memory that carries out a plan, as the real one does.

use act::{
    Act, Actor, AuthorityToAct, CommitmentId, Context, MeetingId, OrganisationId, PersonId, Recorded,
    Refusal, RelationshipId, RequestId, Role, SourceId, State, Timestamp,
};
use engagement::{
    Citing, Commitment, Known, Meeting, MeetingsFile, Plan, PlannedAct, Relationship, Request, Source,
};
use identity::{Organisation, Person};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Default)]
pub struct Desk {
    pub persons: BTreeMap<PersonId, Person>,
    pub organisations: BTreeMap<OrganisationId, Organisation>,
    pub sources: BTreeMap<SourceId, Source>,
    pub meetings: BTreeMap<MeetingId, Meeting>,
    pub requests: BTreeMap<RequestId, Request>,
    pub commitments: BTreeMap<CommitmentId, Commitment>,
    pub relationships: BTreeMap<RelationshipId, Relationship>,
}

/// The instant at which the files are brought in.
pub fn now() -> Timestamp {
    "2023-09-01T02:00:00Z".parse().unwrap()
}

pub fn ids() -> impl FnMut() -> Uuid {
    let mut last = 0;
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

pub fn plan(file: &MeetingsFile) -> Plan {
    file.plan(&Known::default(), &mut ids())
}

fn done<A: Act>(state: &mut A::State, act: A) {
    let by = Context {
        actor: Actor {
            person: PersonId::of(999),
            organisation: OrganisationId::of(999),
            role: Role::DeskOfficer,
            authority: AuthorityToAct::Role,
        },
        at: now(),
    };
    match act.decide(state, &by) {
        Ok(facts) => {
            for fact in facts {
                state.evolve(&Recorded { fact, by: by.clone() });
            }
        }
        Err(refusal) => panic!("refused: {} {refusal:?}", refusal.code()),
    }
}

impl Desk {
    pub fn carries_out(plan: Plan) -> Desk {
        let mut desk = Desk::default();
        for act in plan.acts {
            desk.carry_out(act);
        }
        desk
    }

    fn cited<Beside, Line>(&self, line: &Line) -> Source
    where
        Line: Citing<Beside>,
    {
        line.cites()
            .and_then(|cited| self.sources.get(&cited.source()).cloned())
            .unwrap_or_default()
    }

    fn carry_out(&mut self, planned: PlannedAct) {
        match planned {
            PlannedAct::RegisterOrganisation(act) => {
                done(self.organisations.entry(act.organisation).or_default(), *act);
            }
            PlannedAct::RegisterPerson(act) => done(self.persons.entry(act.person).or_default(), *act),
            PlannedAct::CreatePost(id, act) => done(self.organisations.entry(id).or_default(), *act),
            PlannedAct::BeginMembership(id, act) => done(self.organisations.entry(id).or_default(), *act),
            PlannedAct::FreezeSource(act) => done(self.sources.entry(act.source).or_default(), *act),
            PlannedAct::EstablishRelationship(act) => {
                let source = self.cited(&*act);
                done(
                    self.relationships.entry(act.relationship).or_default(),
                    act.resting_on(&source, ()),
                );
            }
            PlannedAct::AddMilestone(id, act) => {
                let source = self.cited(&*act);
                done(
                    self.relationships.entry(id).or_default(),
                    act.resting_on(&source, ()),
                );
            }
            PlannedAct::LinkSubjects(id, act) => done(self.meetings.entry(id).or_default(), *act),
            of_a_meeting => self.carry_out_in_meeting(of_a_meeting),
        }
    }

    fn carry_out_in_meeting(&mut self, planned: PlannedAct) {
        match planned {
            PlannedAct::RecordMeeting(act) => {
                let source = self.cited(&*act);
                done(
                    self.meetings.entry(act.meeting).or_default(),
                    act.resting_on(&source, ()),
                );
            }
            PlannedAct::AddSubject(id, act) => {
                let source = self.cited(&*act);
                done(self.meetings.entry(id).or_default(), act.resting_on(&source, ()));
            }
            PlannedAct::RecordStatement(id, act) => {
                let source = self.cited(&*act);
                done(self.meetings.entry(id).or_default(), act.resting_on(&source, ()));
            }
            PlannedAct::MakeRequest(id, act) => {
                let source = self.cited::<&Meeting, _>(&*act);
                let beside = self.meetings[&id].clone();
                done(
                    self.requests.entry(act.request).or_default(),
                    act.resting_on(&source, &beside),
                );
            }
            PlannedAct::AnswerRequest(id, request, act) => {
                let source = self.cited::<&Meeting, _>(&*act);
                let beside = self.meetings[&id].clone();
                done(
                    self.requests.entry(request).or_default(),
                    act.resting_on(&source, &beside),
                );
            }
            PlannedAct::MakeCommitment(id, act) => {
                let source = self.cited::<&Meeting, _>(&*act);
                let beside = self.meetings[&id].clone();
                done(
                    self.commitments.entry(act.commitment).or_default(),
                    act.resting_on(&source, &beside),
                );
            }
            other => panic!("{other:?} is not done in a meeting"),
        }
    }
}
