//! One example of each kind of fact, small but with every field filled.

mod advice_facts;
mod appeal_facts;
mod brief_facts;
mod calendar_facts;
mod comment_facts;
mod confided_facts;
mod day_facts;
mod fee_facts;
mod hold_facts;
mod insurance_facts;
mod keeping_facts;
mod letter_facts;
mod library_facts;
mod offer_facts;
mod public_facts;
mod question_facts;
mod rulebook_facts;
mod sealed_facts;
mod suspension_facts;

pub use calendar_facts::calendar;
pub use comment_facts::comment;
pub use hold_facts::hold;
pub use rulebook_facts::rulebook;

use act::*;
use clearance::comments::CommentFact;
use clearance::hold::HoldFact;
use clearance::{
    ApplicationFact, Attachment, Changed, Competence, Component, ComponentKind, Condition, ConditionTerms,
    Decision, Event, Ground, Lead, Limit, Organiser, PermitAdvice, PermitContent, PermitDecision, Phase,
    PlannedReferral, RulebookPin, Silence, Submission, Terms,
};
use engagement::{
    Answer, Answered, Assessment, CommitmentFact, CommitmentMade, Excerpt, FrozenSource, Matter, MeetingFact,
    MeetingKind, MeetingLine, MeetingRecord, Milestone, Mode, Participation, Party, PostHeld, Recurrence,
    RelationshipFact, Reminded, Reminding, Report, RequestFact, RequestMade, Side, SourceFact, SourceKind,
    SpeechAct, Statement, SubjectRelation, TaskAssigned, TaskEnding, TaskFact,
};
use governance::{CalendarFact, RulebookFact};
use identity::{Names, OrganisationFact, OrganisationKind, PersonFact, When};
use jiff::civil::{date, time};
use rulebook::Value;

/// A fact of which samples are shown.
pub trait Sampled {
    /// All kinds there are.
    const KINDS: &'static [&'static str];

    /// The kind of this one.
    fn kind(&self) -> &'static str;
}

/// The kinds from one list, which does not compile while one is missing.
macro_rules! kinds {
    ($($fact:ident: $($variant:ident)+;)+) => { $(
        impl Sampled for $fact {
            const KINDS: &'static [&'static str] = &[$(stringify!($variant)),+];

            fn kind(&self) -> &'static str {
                match self {
                    $($fact::$variant { .. } => stringify!($variant),)+
                }
            }
        }
    )+ };
}

kinds! {
    PersonFact: Registered;
    OrganisationFact: Registered PostCreated MembershipBegan MembershipEnded RoleGranted RoleWithdrawn Delegated DelegationEnded
        AuthorityWithdrawn;
    SourceFact: Frozen;
    MeetingFact: Recorded SubjectAdded StatementRecorded SubjectLinked LineTakenBack;
    RequestFact: Made Answered TakenUp TakenBack AnswerTakenBack;
    CommitmentFact: Made Assessed Reminded TakenBack;
    TaskFact: Assigned Reassigned Ended Reminded;
    RelationshipFact: Established MilestoneAdded LineWritten LineTakenBack SignedOff;
    ApplicationFact: Submitted Returned DocumentHandedIn FoundValid Referred ReviewBegun Recommended QuestionAsked QuestionAnswered QuestionWithdrawn ItemsAnswered ItemsTakenBack
        ExtensionProposed ExtensionAnswered CounterOffered OfferAnswered OfferWithdrawn CalendarChanged Decided LetterRecorded LetterDisowned SilenceCounted PeriodOverrun ConditionsRevised
        PermitIssued OwnerNamed ConditionShown ProofDeclined ConditionDischarged PermitReplaced PermitRevoked
        PermitSuspended SuspensionLifted SuspensionEnded ReasonsUnsealed AppealNoted AppealEnded AdviceAsked AdviceGiven AdviceWithdrawn Reminded Amended Reopened NoLongerAsked AskedAlso TakenBack Withdrawn Lapsed Day Watch Fee Insurance Confided;
    CommentFact: Made Corrected TakenBack;
    CalendarFact: DaysEntered DaysTakenBack;
    HoldFact: Asked Accepted Declined Withdrawn Used;
    RulebookFact: Proposed Withdrawn Approved Declined Published;
}

fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

fn reason(text: &str) -> Reason {
    Reason::new(text).unwrap()
}

fn names(text: &str) -> Names {
    Names::new([("en", text), ("km", "ឈ្មោះ")]).unwrap()
}

fn authority() -> AuthorityId {
    "moi".parse().unwrap()
}

fn excerpt() -> Excerpt {
    Excerpt {
        source: SourceId::of(5),
        exact: Passage::new("an event").unwrap(),
        prefix: "asked for ".into(),
        suffix: " on".into(),
    }
}

fn side(number: u128) -> Side {
    Side {
        organisation: OrganisationId::of(number),
        name: names("A side"),
    }
}

pub fn person() -> Vec<PersonFact> {
    vec![PersonFact::Registered {
        person: PersonId::of(3),
        names: names("A person"),
    }]
}

pub fn organisation() -> Vec<OrganisationFact> {
    let (person, post) = (PersonId::of(4), PostId::of(5));
    vec![
        OrganisationFact::Registered {
            organisation: OrganisationId::of(3),
            names: names("An organisation"),
            kind: OrganisationKind::Ministry,
            authority: Some(authority()),
        },
        OrganisationFact::PostCreated {
            post,
            names: names("A post"),
        },
        OrganisationFact::MembershipBegan {
            person,
            post,
            from: When::OnOrBefore(date(2023, 4, 25)),
            until: When::Unknown,
        },
        OrganisationFact::MembershipEnded {
            person,
            post,
            until: When::Year(2024),
        },
        OrganisationFact::RoleGranted {
            person,
            role: Role::DeskOfficer,
        },
        OrganisationFact::RoleWithdrawn {
            person,
            role: Role::DeskOfficer,
        },
        OrganisationFact::AuthorityWithdrawn {
            authority: authority(),
        },
        OrganisationFact::Delegated {
            role: Role::Decider,
            of: person,
            to: PersonId::of(5),
            from: "2023-08-23T17:00:00Z".parse().unwrap(),
            until: "2023-08-25T17:00:00Z".parse().unwrap(),
            reason: reason("Order 31"),
        },
        OrganisationFact::DelegationEnded { delegation: 1 },
    ]
}

pub fn source() -> Vec<SourceFact> {
    vec![SourceFact::Frozen(Box::new(FrozenSource {
        source: SourceId::of(3),
        title: title("A note"),
        kind: SourceKind::PressReport,
        language: "en".parse().unwrap(),
        text: Text::new("They asked for an event on the day.").unwrap(),
        sha256: engagement::sha256("They asked for an event on the day."),
        published: When::Between(date(2023, 4, 25), date(2023, 4, 27)),
        origin: reason("Ours"),
    }))]
}

fn line_taken_back(line: MeetingLine) -> MeetingFact {
    MeetingFact::LineTakenBack {
        line,
        reason: reason("By mistake."),
    }
}

pub fn meeting() -> Vec<MeetingFact> {
    let subject = SubjectId::of(6);
    vec![
        MeetingFact::Recorded(Box::new(MeetingRecord {
            meeting: MeetingId::of(3),
            kind: MeetingKind::Meeting,
            title: title("A talk"),
            place: Some(names("A palace")),
            when: When::On(date(2023, 4, 26)),
            reported_by: Report::Excerpt(excerpt()),
            sides: vec![side(7), side(8)],
            participations: vec![Participation {
                person: PersonId::of(4),
                name: title("A person"),
                post: Some(PostHeld {
                    post: PostId::of(5),
                    organisation: OrganisationId::of(7),
                    title: names("President"),
                    organisation_name: names("A side"),
                }),
                side: Some(OrganisationId::of(7)),
            }],
        })),
        MeetingFact::SubjectAdded {
            subject,
            order: 1,
            title: title("A subject"),
            excerpt: excerpt(),
        },
        MeetingFact::StatementRecorded(Box::new(Statement {
            statement: StatementId::of(9),
            speaker: PersonId::of(4),
            act: SpeechAct::Suggests,
            mode: Mode::Indirect,
            text: reason("Ask three ministries."),
            excerpt: excerpt(),
            subject: Some(subject),
        })),
        MeetingFact::SubjectLinked {
            subject,
            relation: SubjectRelation::Earlier,
            meeting: MeetingId::of(10),
            other: SubjectId::of(11),
        },
        line_taken_back(MeetingLine::Statement(StatementId::of(9))),
        line_taken_back(MeetingLine::Subject(subject)),
        line_taken_back(MeetingLine::Participant(PersonId::of(4))),
    ]
}

pub fn request() -> Vec<RequestFact> {
    vec![
        RequestFact::Made(Box::new(RequestMade {
            request: RequestId::of(3),
            meeting: MeetingId::of(10),
            subject: Some(SubjectId::of(6)),
            from: side(7),
            to: side(8),
            asked_by: PersonId::of(4),
            text: reason("Hold an event."),
            excerpt: excerpt(),
        })),
        RequestFact::Answered(Box::new(Answered {
            answer: Answer::AcceptedInPart,
            text: reason("Gladly."),
            excerpt: Some(excerpt()),
            by: PersonId::of(4),
            on: When::On(date(2023, 4, 26)),
        })),
        RequestFact::TakenUp {
            application: ApplicationId::of(12),
        },
        RequestFact::TakenBack {
            reason: reason("By mistake."),
        },
        RequestFact::AnswerTakenBack {
            reason: reason("By mistake."),
        },
    ]
}

pub fn commitment() -> Vec<CommitmentFact> {
    vec![
        CommitmentFact::Made(Box::new(CommitmentMade {
            commitment: CommitmentId::of(3),
            meeting: MeetingId::of(10),
            subject: None,
            by: side(7),
            to: side(8),
            text: reason("Help."),
            excerpt: excerpt(),
            due: When::On(date(2023, 11, 19)),
        })),
        CommitmentFact::Assessed {
            assessment: Assessment::InPart,
            note: reason("Half."),
            excerpt: None,
        },
        CommitmentFact::Assessed {
            assessment: Assessment::Unknown,
            note: reason("Nobody saw."),
            excerpt: Some(excerpt()),
        },
        CommitmentFact::Reminded(Reminded {
            what: Reminding::Late,
            due: date(2023, 11, 19),
        }),
        CommitmentFact::TakenBack {
            reason: reason("By mistake."),
        },
    ]
}

pub fn task() -> Vec<TaskFact> {
    let given = |follows| {
        TaskFact::Assigned(Box::new(TaskAssigned {
            task: TaskId::of(4),
            text: reason("Write to the embassy."),
            owner: PersonId::of(1),
            due: date(2023, 10, 1),
            follows,
        }))
    };
    let ended = |how| TaskFact::Ended {
        how,
        note: reason("Sent by post."),
    };
    vec![
        given(None),
        given(Some(Matter::Request(RequestId::of(2)))),
        given(Some(Matter::Commitment(CommitmentId::of(3)))),
        TaskFact::Reassigned {
            owner: PersonId::of(2),
            due: date(2023, 10, 2),
        },
        ended(TaskEnding::Done),
        ended(TaskEnding::Cancelled),
        TaskFact::Reminded(Reminded {
            what: Reminding::Soon,
            due: date(2023, 10, 1),
        }),
    ]
}

pub fn relationship() -> Vec<RelationshipFact> {
    let party = |number| Party {
        names: names("A state"),
        organisation: Some(OrganisationId::of(number)),
    };
    vec![
        RelationshipFact::Established {
            relationship: RelationshipId::of(3),
            between: [party(7), party(8)],
            on: date(1953, 11, 19),
            names: names("Two states"),
            excerpt: excerpt(),
        },
        RelationshipFact::MilestoneAdded(Milestone {
            names: names("Relations"),
            recurrence: Recurrence::Yearly(date(1953, 11, 19)),
            excerpt: excerpt(),
        }),
    ]
    .into_iter()
    .chain(brief_facts::of_a_brief())
    .collect()
}

fn submission() -> Submission {
    Submission {
        event: Event {
            title: title("An evening"),
            description: Some(Passage::new("Lights.").unwrap()),
            components: vec![Component {
                kind: ComponentKind::Fireworks,
                title: title("Fireworks"),
            }],
            place: title("The quay"),
            date: date(2023, 11, 19),
            from: time(18, 0, 0, 0),
            until: time(21, 0, 0, 0),
            zone: "Asia/Phnom_Penh".into(),
        },
        organisers: vec![Organiser {
            organisation: OrganisationId::of(7),
            name: title("A side"),
        }],
        answers: [
            ("attendance".into(), Value::Number(8000.into())),
            ("fireworks".into(), Value::Boolean(true)),
            ("place_kind".into(), Value::Text("street".into())),
            ("since".into(), Value::Date(date(2023, 1, 1))),
        ]
        .into(),
        attachments: vec![Attachment {
            attachment: AttachmentId::of(13),
            name: title("plan.pdf"),
            media_type: "application/pdf".into(),
            size: 12,
            sha256: "ab".into(),
            document: None,
        }],
        cites: Some(RequestId::of(14)),
        copy_of: None,
        held: None,
        public: None,
    }
}

/// What applies for an event again.
fn applied_again() -> ApplicationFact {
    ApplicationFact::Submitted {
        reference: "PNH-2024-0001".into(),
        submission: Box::new(Submission {
            copy_of: Some(ApplicationId::of(15)),
            held: Some(HoldId::of(16)),
            ..submission()
        }),
        rulebook: RulebookPin {
            id: "a-book".into(),
            version: "2".into(),
            hash: "cd".into(),
        },
        lead: Lead {
            authority: authority(),
            organisation: OrganisationId::of(9),
            name: title("Interior"),
        },
        needed: vec![],
    }
}

fn planned() -> PlannedReferral {
    PlannedReferral {
        authority: authority(),
        organisation: OrganisationId::of(8),
        name: title("Interior"),
        competence: Competence::Concurrence,
        terms: Terms {
            period: calendar::Period {
                days: 20,
                unit: calendar::Unit::Working,
            },
            calendar: "kh".into(),
            zone: "Asia/Phnom_Penh".into(),
            receipt: calendar::Receipt::default(),
            silence: Silence::Nothing,
            kind: "assumption".into(),
            citation: "none published".into(),
        },
        grounds: vec![Ground {
            rule: "authorities/8".into(),
            reason: "fireworks".into(),
            citation: "advice".into(),
            kind: "practice".into(),
        }],
        four_eyes: false,
        own: calendar::OwnCalendar::default(),
        fees: vec![],
    }
}

fn permit() -> PermitContent {
    let event = submission().event;
    PermitContent {
        permit: "PNH-2023-0001-P1".into(),
        application: "PNH-2023-0001".into(),
        title: event.title,
        components: vec![],
        advice: vec![],
        rulebook: None,
        organisers: submission().organisers,
        place: event.place,
        date: event.date,
        from: event.from,
        until: event.until,
        zone: event.zone,
        issued_by: title("The municipality"),
        decisions: vec![PermitDecision {
            authority: authority(),
            name: title("Interior"),
            at: "2023-09-12T03:00:00Z".parse().unwrap(),
            by_silence: None,
            by_letter: None,
            revised: None,
            conditions: vec![Text::new("Firing ends at 21:00.").unwrap()],
            terms: vec![],
            numbers: vec![],
        }],
        replaces: None,
    }
}

fn advised_permit() -> PermitContent {
    PermitContent {
        components: vec![title("Fireworks"), title("A concert")],
        advice: vec![PermitAdvice {
            authority: authority(),
            name: title("The fire service"),
            at: "2023-09-13T03:00:00Z".parse().unwrap(),
            advice: Decision::NoObjection,
            by_letter: None,
        }],
        ..permit()
    }
}

fn permit_by_silence() -> PermitContent {
    let mut permit = permit();
    for decision in &mut permit.decisions {
        decision.by_silence = Some(date(2023, 8, 31));
        decision.conditions.clear();
    }
    permit
}

/// Conditions of every kind.
fn binding() -> Vec<Condition> {
    let limits = [
        Limit::BeginsFrom(time(18, 0, 0, 0)),
        Limit::BeginsBy(time(19, 0, 0, 0)),
        Limit::EndsBy(time(21, 0, 0, 0)),
        Limit::SoundAtMost(70),
        Limit::PeopleAtMost(8_000),
        Limit::StewardsAtLeast(40),
        Limit::StewardsAtMost(60),
        Limit::MetresAtLeast(100),
        Limit::Place(title("The quay")),
    ];
    let with = |phase, shown_by, limit| Condition {
        text: Text::new("In words.").unwrap(),
        terms: ConditionTerms {
            phase,
            shown_by,
            limit,
            taken_from: None,
        },
    };
    let limits = limits.map(|limit| with(Phase::During, None, Some(limit)));
    let timed = [
        with(Phase::Before, Some(date(2023, 11, 12)), None),
        with(Phase::After, None, None),
    ];
    limits.into_iter().chain(timed).collect()
}

fn revised_permit() -> PermitContent {
    let mut permit = permit();
    for decision in &mut permit.decisions {
        decision.revised = Some("2023-09-10T03:00:00Z".parse().unwrap());
    }
    permit
}

fn binding_permit() -> PermitContent {
    let mut permit = permit();
    for decision in &mut permit.decisions {
        decision.conditions = binding().into_iter().map(|one| one.text).collect();
        decision.terms = binding().into_iter().map(|one| one.terms).collect();
    }
    permit
}

fn decided(decision: Decision, reasons: Option<&str>) -> ApplicationFact {
    ApplicationFact::Decided {
        authority: authority(),
        decision,
        reasons: reasons.map(reason),
        sealed: None,
    }
}

fn answer_changed() -> Changed {
    Changed::Answer {
        input: "attendance".into(),
    }
}

fn all_that_changed() -> Vec<Changed> {
    let plain = [
        Changed::Day,
        Changed::Hours,
        Changed::Place,
        Changed::Parts,
        Changed::Rules,
    ];
    plain.into_iter().chain([answer_changed()]).collect()
}

pub fn application() -> Vec<ApplicationFact> {
    let conditions = vec![Condition::plain(Text::new("Firing ends at 21:00.").unwrap())];
    vec![
        ApplicationFact::Submitted {
            reference: "PNH-2023-0001".into(),
            submission: Box::new(submission()),
            rulebook: RulebookPin {
                id: "kh-phnom-penh".into(),
                version: "1".into(),
                hash: "cd".into(),
            },
            lead: Lead {
                authority: "phnom-penh".parse().unwrap(),
                organisation: OrganisationId::of(2),
                name: title("The municipality"),
            },
            needed: vec![],
        },
        applied_again(),
        confided_facts::rebound(applied_again()),
        public_facts::published(submission()),
        ApplicationFact::DocumentHandedIn(Attachment {
            attachment: AttachmentId::of(15),
            name: title("site.pdf"),
            media_type: "application/pdf".into(),
            size: 34,
            sha256: "cd".into(),
            document: Some("site-plan".into()),
        }),
        ApplicationFact::FoundValid,
        ApplicationFact::Referred(planned()),
        ApplicationFact::Referred(PlannedReferral {
            own: calendar_facts::own(),
            ..planned()
        }),
        ApplicationFact::ReviewBegun {
            authority: authority(),
        },
        ApplicationFact::QuestionAsked {
            authority: authority(),
            number: 1,
            text: reason("Which way out?"),
            items: vec![],
        },
        ApplicationFact::QuestionAnswered {
            authority: authority(),
            number: 1,
            answer: reason("North."),
        },
        ApplicationFact::QuestionWithdrawn {
            authority: authority(),
            number: 2,
        },
        ApplicationFact::ExtensionProposed {
            authority: authority(),
            number: 1,
            days: 5,
            reasons: reason("We measure first."),
        },
        ApplicationFact::ExtensionAnswered {
            authority: authority(),
            number: 1,
            agreed: true,
            reasons: Some(reason("We can wait.")),
        },
        ApplicationFact::CalendarChanged {
            authority: authority(),
            own: calendar_facts::own(),
        },
        decided(Decision::GrantedWithConditions { conditions }, Some("Safe so.")),
        decided(Decision::Granted, None),
        decided(Decision::Refused, Some("Too near.")),
        decided(Decision::NoObjection, None),
        decided(Decision::Advised, Some("Have boats ready.")),
        decided(Decision::Objected, Some("Birds breed there.")),
        ApplicationFact::PermitIssued(Box::new(permit())),
        ApplicationFact::PermitIssued(Box::new(advised_permit())),
        ApplicationFact::PermitRevoked {
            permit: "PNH-2023-0001-P1".into(),
            reasons: reason("Flood."),
            sealed: None,
        },
        ApplicationFact::Withdrawn { reasons: None },
        ApplicationFact::SilenceCounted {
            authority: authority(),
            silence: Silence::DeemedGranted,
            ended: date(2023, 8, 31),
        },
        ApplicationFact::PeriodOverrun {
            authority: authority(),
            ended: date(2023, 8, 31),
        },
        ApplicationFact::PermitIssued(Box::new(permit_by_silence())),
        ApplicationFact::Lapsed,
        ApplicationFact::Amended {
            submission: Box::new(submission()),
        },
        ApplicationFact::Reopened {
            referral: planned(),
            because: all_that_changed(),
        },
        ApplicationFact::NoLongerAsked {
            authority: authority(),
            because: vec![answer_changed()],
        },
        ApplicationFact::Recommended {
            authority: authority(),
            decision: Decision::Refused,
            reasons: Some(reason("Too near.")),
            sealed: None,
        },
        ApplicationFact::Referred(PlannedReferral {
            four_eyes: true,
            ..planned()
        }),
        ApplicationFact::AskedAlso {
            referral: PlannedReferral {
                grounds: vec![],
                ..planned()
            },
            reasons: reason("An ambassador speaks."),
        },
        ApplicationFact::Reminded {
            authority: authority(),
            words: reason("The day comes near."),
        },
        ApplicationFact::TakenBack {
            authority: authority(),
            reasons: reason("He does not."),
        },
        ApplicationFact::Returned {
            lacks: reason("A plan of the quay."),
        },
        decided(
            Decision::GrantedWithConditions {
                conditions: binding(),
            },
            None,
        ),
        ApplicationFact::ConditionsRevised {
            authority: authority(),
            conditions: binding(),
            reasons: reason("As agreed with the other ministry."),
            sealed: None,
        },
        ApplicationFact::PermitIssued(Box::new(binding_permit())),
        ApplicationFact::PermitIssued(Box::new(revised_permit())),
    ]
    .into_iter()
    .chain(offer_facts::facts(&authority()))
    .chain(keeping_facts::facts(&authority()))
    .chain(letter_facts::facts(&authority()))
    .chain(suspension_facts::facts())
    .chain(appeal_facts::facts(&authority()))
    .chain(library_facts::facts())
    .chain(question_facts::of_items())
    .chain(sealed_facts::facts(&authority()))
    .chain(advice_facts::facts(&authority()))
    .chain(comment_facts::watching())
    .chain(confided_facts::facts(&authority()))
    .chain(day_facts::facts(&authority()))
    .chain(fee_facts::facts(&authority()))
    .chain(insurance_facts::facts(&authority()))
    .collect()
}
