//! Who may say something of a case, to whom, and who reads it.

use crate::cast::*;
use act::scenario::{Given, given};
use act::{Act, ApplicationId, CommentId, Context, OrganisationId, PersonId, Recorded, Role, State};
use clearance::acts::{AskAlso, TakeBack as NoLongerAsk};
use clearance::comments::{
    Among, Colleague, Comment, CommentFact, CommentRefusal, Correct, MOST_COMMENTS, MOST_MENTIONS, Mention,
    Said, Say, TakeBack, audience, may_begin, reads,
};
use clearance::{Application, Commitment, Competence, PlannedReferral};

const CASE: ApplicationId = ApplicationId::of(70);
/// A house that is not asked.
const OTHER: OrganisationId = OrganisationId::of(8);
const OFFICER: PersonId = PersonId::of(21);

fn colleague(person: u128, organisation: OrganisationId, role: Role) -> Colleague {
    Colleague {
        person: PersonId::of(person),
        organisation,
        role,
    }
}

fn saying(application: Application, among: Among) -> Say {
    Say {
        id: CASE,
        application: Box::new(application),
        among,
        mentions: vec![],
        colleagues: vec![
            colleague(21, INTERIOR, Role::Officer),
            colleague(22, MUNICIPALITY, Role::Officer),
            colleague(22, MUNICIPALITY, Role::Coordinator),
            colleague(23, OTHER, Role::Decider),
        ],
        corrects: None,
        commitment: Commitment::of([1; 32]),
        place: 1,
        written: 0,
    }
}

fn by(person: u128, context: Context) -> Context {
    let mut context = context;
    context.actor.person = PersonId::of(person);
    context
}

fn writer() -> Context {
    by(21, officer(INTERIOR))
}

/// What becomes of saying something as the first.
fn said(say: Say, context: &Context) -> Result<Said, CommentRefusal> {
    let facts = say.decide(&Comment::default(), context)?;
    match &facts[..] {
        [CommentFact::Made(said)] => Ok((**said).clone()),
        other => panic!("{other:?}"),
    }
}

fn comment(among: Among) -> Given<Comment> {
    let say = saying(in_circulation().state(), among);
    given::<Comment>([]).and(&writer(), say)
}

/// One more authority, that no rule names.
fn asked_also() -> AskAlso {
    AskAlso {
        authority: authority("mfaic"),
        advises: false,
        reasons: reason("An ambassador speaks."),
        referral: Some(PlannedReferral {
            grounds: vec![],
            ..planned("mfaic", OTHER, Competence::Concurrence)
        }),
    }
}

fn state(past: &Given<Comment>) -> Comment {
    past.state()
}

#[test]
fn what_is_said_to_ones_own_is_for_ones_own_people_alone() {
    let one = said(saying(in_circulation().state(), Among::Own), &writer()).unwrap();
    assert_eq!(one.readers, [INTERIOR]);
    for (role, read) in [
        (Role::Officer, true),
        (Role::Decider, true),
        (Role::Coordinator, true),
        (Role::Auditor, true),
        (Role::Applicant, false),
        (Role::DeskOfficer, false),
        (Role::RuleMaker, false),
        (Role::Operator, false),
    ] {
        assert_eq!(reads(&one.readers, &officer_as(INTERIOR, role)), read, "{role:?}");
        assert!(!reads(&one.readers, &officer_as(MUNICIPALITY, role)), "{role:?}");
    }
}

fn officer_as(organisation: OrganisationId, role: Role) -> act::Actor {
    acting(organisation, role, "2023-08-14T03:00:00Z").actor
}

#[test]
fn what_is_said_between_authorities_is_for_those_asked_then_and_the_lead() {
    let one = said(saying(in_circulation().state(), Among::Authorities), &writer()).unwrap();
    assert_eq!(one.readers, [MUNICIPALITY, INTERIOR, DEFENCE]);
    // Who holds the event has none, not even in a house that is asked.
    assert!(!may_begin(
        &in_circulation().state(),
        &officer_as(INTERIOR, Role::Applicant)
    ));
    assert!(!may_begin(
        &in_circulation().state(),
        &officer_as(ASSOCIATION, Role::Auditor)
    ));
    assert!(!may_begin(
        &in_circulation().state(),
        &officer_as(OTHER, Role::Officer)
    ));
    assert!(may_begin(
        &in_circulation().state(),
        &officer_as(MUNICIPALITY, Role::Coordinator)
    ));
}

#[test]
fn who_is_asked_later_is_not_among_those_to_whom_it_was_said_and_reads_on_from_then() {
    let before = in_circulation();
    let first = said(saying(before.state(), Among::Authorities), &writer()).unwrap();
    assert!(!first.readers.contains(&OTHER));
    let after = before.and(&coordinator_later(), asked_also());
    let second = said(saying(after.state(), Among::Authorities), &writer()).unwrap();
    assert_eq!(second.readers, [MUNICIPALITY, INTERIOR, DEFENCE, OTHER]);
    // A correction is read by those who read what it corrects.
    let corrects = Some((CommentId::of(1), first.readers.clone()));
    let say = Say {
        corrects,
        ..saying(after.state(), Among::Authorities)
    };
    assert_eq!(said(say, &writer()).unwrap().readers, first.readers);
    // Asked no longer, it reads what was said to it, and says no more.
    let released = after.and(
        &coordinator_later(),
        NoLongerAsk {
            authority: authority("mfaic"),
            reasons: reason("It was asked by mistake."),
        },
    );
    let released = released.state();
    assert!(may_begin(&released, &officer_as(OTHER, Role::Officer)));
    assert_eq!(
        audience(&released, INTERIOR, Among::Authorities),
        [MUNICIPALITY, INTERIOR, DEFENCE]
    );
    let refused = said(saying(released, Among::Own), &officer(OTHER));
    assert_eq!(refused, Err(CommentRefusal::NotOfTheCase));
}

#[test]
fn who_may_not_say_anything_is_told_why() {
    let application = in_circulation().state();
    let check = |context: Context, refusal: CommentRefusal| {
        assert_eq!(
            said(saying(application.clone(), Among::Own), &context),
            Err(refusal)
        );
    };
    check(officer(OTHER), CommentRefusal::NotOfTheCase);
    for role in [Role::Applicant, Role::Auditor, Role::Operator] {
        let context = acting(INTERIOR, role, "2023-08-14T03:00:00Z");
        let told = said(saying(application.clone(), Among::Own), &context).unwrap_err();
        assert!(matches!(told, CommentRefusal::Role { .. }), "{told:?}");
    }
    // Before it is put to anyone, the lead has nobody to say it to but its own people.
    let alone = given::<Application>([]).and(&organiser(), submit()).state();
    let lead = coordinator();
    assert_eq!(
        said(saying(alone.clone(), Among::Authorities), &lead),
        Err(CommentRefusal::NobodyElse)
    );
    assert!(said(saying(alone, Among::Own), &lead).is_ok());
}

#[test]
fn whoever_cannot_read_it_is_not_asked_to_look_at_it() {
    let mention = |among, people: &[(u128, &str)]| {
        let mentions = people
            .iter()
            .map(|(one, name)| (PersonId::of(*one), (*name).to_owned()));
        let say = Say {
            mentions: mentions.collect(),
            ..saying(in_circulation().state(), among)
        };
        said(say, &by(30, officer(INTERIOR))).map(|one| one.mentions)
    };
    let cannot = |name: &str| {
        Err(CommentRefusal::CannotRead {
            name: name.to_owned(),
        })
    };
    // Of several roles the one that leads is told; twice named is told once; oneself not at all.
    assert_eq!(
        mention(Among::Authorities, &[(22, "Chan"), (22, "Chan"), (30, "Me")]),
        Ok(vec![Mention {
            person: PersonId::of(22),
            organisation: MUNICIPALITY,
            role: Role::Coordinator,
        }])
    );
    assert_eq!(mention(Among::Own, &[(21, "Sok"), (22, "Chan")]), cannot("Chan"));
    assert_eq!(mention(Among::Authorities, &[(23, "Dara")]), cannot("Dara"));
    assert_eq!(mention(Among::Authorities, &[(99, "")]), cannot(""));
    let many: Vec<_> = (0..=MOST_MENTIONS as u128)
        .map(|one| colleague(100 + one, INTERIOR, Role::Officer))
        .collect();
    let say = Say {
        mentions: many.iter().map(|one| (one.person, String::new())).collect(),
        colleagues: many,
        ..saying(in_circulation().state(), Among::Own)
    };
    assert_eq!(
        said(say, &writer()),
        Err(CommentRefusal::TooManyMentions { most: MOST_MENTIONS })
    );
}

#[test]
fn one_person_writes_so_many_on_a_case_and_no_more() {
    let saying = |written| Say {
        written,
        ..saying(in_circulation().state(), Among::Own)
    };
    assert!(said(saying(MOST_COMMENTS - 1), &writer()).is_ok());
    let refused = said(saying(MOST_COMMENTS), &writer());
    assert_eq!(refused, Err(CommentRefusal::TooMany { most: MOST_COMMENTS }));
}

#[test]
fn the_same_words_of_the_same_form_are_said_once() {
    let again = saying(in_circulation().state(), Among::Own);
    comment(Among::Own).when(&writer(), again).then(&[]);
}

#[test]
fn who_wrote_it_corrects_it_once_and_nobody_else() {
    let correct = Correct {
        id: CASE,
        by: CommentId::of(2),
    };
    let one = comment(Among::Authorities);
    one.when(&by(22, coordinator()), correct)
        .refused(&CommentRefusal::NotYours);
    one.when(&by(22, officer(OTHER)), correct)
        .refused(&CommentRefusal::NoSuchComment);
    let elsewhere = Correct {
        id: ApplicationId::of(71),
        ..correct
    };
    one.when(&writer(), elsewhere)
        .refused(&CommentRefusal::NoSuchComment);
    let corrected = one.and(&writer(), correct);
    assert_eq!(state(&corrected).corrected_by, Some(CommentId::of(2)));
    corrected
        .when(&writer(), correct)
        .refused(&CommentRefusal::CorrectedAlready);
    let gone = comment(Among::Authorities).and(&writer(), TakeBack { id: CASE });
    gone.when(&writer(), correct)
        .refused(&CommentRefusal::TakenBackAlready);
}

#[test]
fn who_wrote_it_or_answers_for_the_authority_takes_it_back() {
    let take = TakeBack { id: CASE };
    let one = comment(Among::Authorities);
    one.when(&writer(), take).then(&[CommentFact::TakenBack]);
    one.when(&by(40, decider(INTERIOR)), take)
        .then(&[CommentFact::TakenBack]);
    one.when(&by(41, officer(INTERIOR)), take)
        .refused(&CommentRefusal::NotYoursToTakeBack);
    one.when(&by(22, coordinator()), take)
        .refused(&CommentRefusal::NotYoursToTakeBack);
    one.when(&by(23, decider(OTHER)), take)
        .refused(&CommentRefusal::NoSuchComment);
    let gone = one.and(&writer(), take);
    assert_eq!(state(&gone).taken_back.map(|by| by.actor.person), Some(OFFICER));
    // Pressed twice it is taken back once.
    gone.when(&writer(), take).then(&[]);
}

#[test]
fn a_case_that_has_ended_is_commented_on_as_before() {
    let withdrawn = in_circulation().and(&organiser_later(), clearance::acts::Withdraw { reasons: None });
    assert!(said(saying(withdrawn.state(), Among::Authorities), &writer()).is_ok());
}

fn organiser_later() -> Context {
    acting(ASSOCIATION, Role::Applicant, "2023-08-20T03:00:00Z")
}

#[test]
fn a_comment_is_what_became_of_it() {
    let mut one = Comment::default();
    let recorded = |fact| Recorded { fact, by: writer() };
    let made = said(saying(in_circulation().state(), Among::Own), &writer()).unwrap();
    one.evolve(&recorded(CommentFact::Made(Box::new(made.clone()))));
    assert_eq!(one.said, Some((made, writer())));
    assert!(one.taken_back.is_none() && one.corrected_by.is_none());
}
