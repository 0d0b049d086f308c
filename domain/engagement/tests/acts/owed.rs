//! What two sides owe each other, tasks, and what the clock reminds of.

use crate::cast::{
    ASSOCIATION, COOPERATE, GOVERNOR, MEETING, MUNICIPALITY, PRESIDENT, STRANGERS, by, day, desk, meeting,
    nothing, reason, request, source,
};
use crate::commitments::{assess, promise, promised};
use act::scenario::{Given, given};
use act::{CommitmentId, Date, PersonId, Role, TaskId};
use engagement::acts::{
    AnswerRequest, AssignTask, EndTask, MakeCommitment, ReassignTask, RemindOfCommitment, RemindOfTask,
};
use engagement::{
    Answer, Assessment, Citing, Commitment, CommitmentFact, EngagementRefusal, Matter, Obligations, Reminded,
    Reminding, Request, Standing, Task, TaskEnding, TaskFact, With,
};
use identity::When;
use std::collections::{BTreeMap, BTreeSet};

const OWNER: PersonId = PersonId::of(71);
const OTHER: PersonId = PersonId::of(72);

fn owed(requests: &[Request], commitments: &[Commitment], with: &With, on: &str) -> Obligations {
    let meetings = BTreeMap::from([(MEETING, meeting().state())]);
    let standing = Standing {
        own: ASSOCIATION,
        meetings: &meetings,
        requests,
        commitments,
    };
    standing.owed(with, day(on))
}

fn ours() -> Given<Commitment> {
    let act = MakeCommitment {
        commitment: CommitmentId::of(92),
        by: ASSOCIATION,
        to: MUNICIPALITY,
        due: When::On(day("2023-06-30")),
        ..promise()
    };
    given([]).and(&desk(), act.resting_on(&source(), &meeting().state()))
}

#[test]
fn what_is_open_is_owed_by_whom_it_waits_for_and_tells_how_old_it_is() {
    let (requests, commitments) = ([request().state()], [promised().state(), ours().state()]);
    let with = With::Organisation(MUNICIPALITY);
    let found = owed(&requests, &commitments, &with, "2023-07-01");
    let matters = |debts: &[engagement::Debt]| debts.iter().map(|one| one.matter).collect::<Vec<_>>();
    assert_eq!(matters(&found.we), [Matter::Commitment(CommitmentId::of(92))]);
    assert_eq!(
        matters(&found.they),
        [
            Matter::Request(COOPERATE),
            Matter::Commitment(CommitmentId::of(91))
        ]
    );
    assert_eq!(found.oldest(), Some(67), "25 April to 1 July");
    assert!(found.we[0].late && !found.they[1].late);
    assert_eq!(
        owed(&requests, &commitments, &With::Person(GOVERNOR), "2023-07-01"),
        found
    );
    for nobody in [With::Organisation(STRANGERS), With::Person(PRESIDENT)] {
        assert_eq!(
            owed(&requests, &commitments, &nobody, "2023-07-01"),
            Obligations::default()
        );
    }
}

#[test]
fn what_is_answered_kept_or_broken_is_owed_no_more_and_what_is_kept_in_part_is() {
    let with = With::Organisation(MUNICIPALITY);
    let answer = AnswerRequest {
        answer: Answer::Declined,
        text: reason("No."),
        excerpt: crate::cast::excerpt("The municipality is ready."),
        by: GOVERNOR,
        on: When::On(day("2023-04-26")),
    };
    let answered = request().and(&desk(), answer.resting_on(&source(), &meeting().state()));
    let found = owed(&[answered.state()], &[], &with, "2023-07-01");
    assert_eq!(found, Obligations::default());
    for (assessment, is_owed) in [
        (Assessment::Kept, false),
        (Assessment::Broken, false),
        (Assessment::InPart, true),
        (Assessment::Unknown, true),
    ] {
        let judged = promised().and(&desk(), assess(assessment).resting_on(&nothing(), ()));
        let found = owed(&[], &[judged.state()], &with, "2023-07-01");
        assert_eq!(found.they.len(), usize::from(is_owed), "{assessment:?}");
    }
}

#[test]
fn every_judgement_stays_and_the_last_one_stands() {
    let twice = promised()
        .and(&desk(), assess(Assessment::InPart).resting_on(&nothing(), ()))
        .and(&desk(), assess(Assessment::Unknown).resting_on(&nothing(), ()));
    let state = twice.state();
    let all: Vec<_> = state.assessed.iter().map(|one| one.assessment).collect();
    assert_eq!(all, [Assessment::InPart, Assessment::Unknown]);
    assert_eq!(state.judged().unwrap().by, desk());
    twice
        .when(&desk(), assess(Assessment::Unknown).resting_on(&nothing(), ()))
        .refused(&EngagementRefusal::AlreadyRecorded);
    let on_words = engagement::acts::AssessCommitment {
        excerpt: crate::cast::excerpt("It never was."),
        ..assess(Assessment::Broken)
    };
    promised()
        .when(&desk(), on_words.resting_on(&source(), ()))
        .refused(&EngagementRefusal::ExcerptNotFound);
}

fn assign() -> AssignTask {
    AssignTask {
        task: TaskId::of(81),
        text: reason("Write to the embassy"),
        owner: OWNER,
        due: day("2023-05-20"),
        follows: Some(Matter::Request(COOPERATE)),
        colleagues: BTreeSet::from([OWNER, OTHER]),
        today: day("2023-04-27"),
    }
}

fn assigned() -> Given<Task> {
    given([]).and(&desk(), assign())
}

fn again(owner: PersonId, due: &str) -> ReassignTask {
    ReassignTask {
        owner,
        due: day(due),
        colleagues: BTreeSet::from([OWNER, OTHER]),
        today: day("2023-04-27"),
    }
}

fn end() -> EndTask {
    EndTask {
        how: TaskEnding::Done,
        note: reason("Sent"),
    }
}

/// What tasks, and the clock, are refused for and nothing else is.
pub fn of_tasks() -> Vec<EngagementRefusal> {
    let new = |act: AssignTask| given::<Task>([]).when(&desk(), act).refusal();
    vec![
        new(AssignTask {
            owner: PRESIDENT,
            ..assign()
        }),
        new(AssignTask {
            due: day("2023-04-26"),
            ..assign()
        }),
        assigned().and(&desk(), end()).when(&desk(), end()).refusal(),
        assigned().when(&desk(), remind("2023-05-01")).refusal(),
    ]
}

#[test]
fn a_task_is_given_to_one_of_the_desk_for_a_day_that_is_not_over() {
    let strange = AssignTask {
        owner: PRESIDENT,
        ..assign()
    };
    given::<Task>([])
        .when(&desk(), strange)
        .refused(&EngagementRefusal::NotOfTheDesk);
    let over = AssignTask {
        due: day("2023-04-26"),
        ..assign()
    };
    given::<Task>([])
        .when(&desk(), over)
        .refused(&EngagementRefusal::DueBefore {
            today: day("2023-04-27"),
        });
    given::<Task>([])
        .when(&by(Role::Applicant, ASSOCIATION), assign())
        .refused(&EngagementRefusal::NotYourRole {
            role: Role::Applicant,
            allowed: crate::cast::DESK,
        });
    assigned()
        .when(&desk(), assign())
        .refused(&EngagementRefusal::AlreadyRecorded);
    assert_eq!(assigned().state().open(), Some((OWNER, day("2023-05-20"))));
}

#[test]
fn a_task_is_given_to_another_and_ended_once_by_the_desk_that_keeps_it() {
    let given_on = assigned().and(&desk(), again(OTHER, "2023-05-25"));
    assert_eq!(given_on.state().open(), Some((OTHER, day("2023-05-25"))));
    given_on
        .when(&desk(), again(OTHER, "2023-05-25"))
        .refused(&EngagementRefusal::AlreadyRecorded);
    assigned()
        .when(&by(Role::DeskOfficer, STRANGERS), end())
        .refused(&EngagementRefusal::NotYourRecord);
    given::<Task>([])
        .when(&desk(), end())
        .refused(&EngagementRefusal::NotRecorded);
    let over = given_on.and(&desk(), end());
    assert_eq!(over.state().open(), None);
    over.when(&desk(), end()).refused(&EngagementRefusal::TaskOver);
    over.when(&desk(), again(OWNER, "2023-06-01"))
        .refused(&EngagementRefusal::TaskOver);
}

fn told(what: Reminding, due: &str) -> Reminded {
    Reminded { what, due: day(due) }
}

fn remind(today: &str) -> RemindOfTask {
    RemindOfTask { today: day(today) }
}

/// A week before its day, and once it has passed; neither twice, and not the first once it is late.
#[test]
fn a_task_is_reminded_of_once_before_its_day_and_once_after() {
    let next = |given: &Given<Task>| -> Option<Date> { given.state().next_reminder() };
    let task = assigned();
    assert_eq!(next(&task), Some(day("2023-05-13")));
    task.when(&desk(), remind("2023-05-12"))
        .refused(&EngagementRefusal::NothingDue);
    let soon = TaskFact::Reminded(told(Reminding::Soon, "2023-05-20"));
    task.when(&desk(), remind("2023-05-13")).then(&[soon]);
    let task = task.and(&desk(), remind("2023-05-13"));
    assert_eq!(next(&task), Some(day("2023-05-21")));
    task.when(&desk(), remind("2023-05-20"))
        .refused(&EngagementRefusal::NothingDue);
    let late = TaskFact::Reminded(told(Reminding::Late, "2023-05-20"));
    task.when(&desk(), remind("2023-05-21")).then(&[late]);
    let task = task.and(&desk(), remind("2023-05-21"));
    assert_eq!(next(&task), None);
    task.when(&desk(), remind("2023-05-22"))
        .refused(&EngagementRefusal::NothingDue);
    // Whoever has it now, for another day, is reminded of that day.
    let task = task.and(&desk(), again(OTHER, "2023-06-20"));
    assert_eq!(next(&task), Some(day("2023-06-13")));
    assert_eq!(next(&task.and(&desk(), end())), None);
    let late = TaskFact::Reminded(told(Reminding::Late, "2023-05-20"));
    assigned().when(&desk(), remind("2023-07-01")).then(&[late]);
}

#[test]
fn of_promises_our_own_are_reminded_of_while_they_are_owed() {
    let remind = RemindOfCommitment {
        today: day("2023-07-01"),
    };
    let late = CommitmentFact::Reminded(told(Reminding::Late, "2023-06-30"));
    ours().when(&desk(), remind).then(&[late]);
    assert_eq!(ours().state().next_reminder(), Some(day("2023-06-23")));
    assert_eq!(promised().state().next_reminder(), None, "it is theirs");
    let kept = ours().and(&desk(), assess(Assessment::Kept).resting_on(&nothing(), ()));
    kept.when(&desk(), remind).refused(&EngagementRefusal::NothingDue);
}
