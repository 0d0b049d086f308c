//! Why something was not recorded of a meeting or of what came of it: one variant per reason.

use crate::RestsOn;
use act::{ApplicationId, Date, Detail, Refusal, Role};

/// Why an act on a source, a meeting, a request, a commitment or a relationship was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngagementRefusal {
    /// The role does not do this.
    NotYourRole {
        /// The role acted in.
        role: Role,
        /// The roles that may.
        allowed: &'static [Role],
    },
    /// Another organisation's desk keeps this record.
    NotYourRecord,
    /// The line cites no source, or one that is not here.
    NoSource,
    /// The words are not in the source they are said to be in.
    ExcerptNotFound,
    /// The words stand in the source more than once; more of what is before or after them is needed.
    ExcerptAmbiguous {
        /// In how many places they stand.
        places: usize,
    },
    /// It is recorded already.
    AlreadyRecorded,
    /// There is no such meeting, request, commitment or relationship.
    NotRecorded,
    /// A meeting has two sides or more.
    TooFewSides {
        /// How many were given.
        given: usize,
    },
    /// A comment is nobody's meeting with anybody: it has no sides.
    CommentHasSides,
    /// An organisation is named as a side twice.
    SideTwice,
    /// The organisation is not a side of the meeting.
    NotASide,
    /// Nobody is named as having been there.
    NoParticipant,
    /// A person is named as having been there twice.
    ParticipantTwice,
    /// The person was not there.
    NotAParticipant,
    /// The meeting has no such subject.
    NoSuchSubject,
    /// The meeting has a subject of these very words.
    SubjectTwice {
        /// Its place in the agenda.
        order: u32,
    },
    /// Another subject stands at that place of the agenda.
    OrderTaken {
        /// Which place.
        order: u32,
    },
    /// A subject is not linked to one of the same meeting.
    LinkWithinMeeting,
    /// Both sides are the same organisation.
    SameSide,
    /// The request has its answer.
    AlreadyAnswered,
    /// An application follows from the request already.
    AlreadyTakenUp {
        /// Which.
        application: ApplicationId,
    },
    /// Only the side that asked takes its request up.
    NotTheAskingSide,
    /// What is said to have been lies on a day that has not come anywhere on earth.
    NotYetCome {
        /// The field that says so.
        field: &'static str,
        /// The first day that it can be.
        day: Date,
    },
    /// An answer is said to have been given before the meeting in which its request was made.
    AnsweredBeforeMeeting {
        /// The first day on which the meeting can have been.
        met: Date,
    },
    /// A commitment is said to be due before the meeting in which it was made.
    DueBeforeMeeting {
        /// The first day on which the meeting can have been.
        met: Date,
    },
    /// The line was taken back.
    LineTakenBack,
    /// Somebody who does not read this record is named as one who reads what is sealed.
    NotAReader,
    /// The brief is not any more what whoever signs it off was shown.
    BriefChanged,
    /// A task is given to somebody who is not of the desk.
    NotOfTheDesk,
    /// A task is due on a day that is over.
    DueBefore {
        /// The first day that it can be.
        today: Date,
    },
    /// The task is over.
    TaskOver,
    /// There is nothing to remind of, or it was done.
    NothingDue,
    /// Something else that is recorded rests on the line.
    RestedOn {
        /// What.
        by: RestsOn,
    },
}

impl Refusal for EngagementRefusal {
    act::codes! {
        NotYourRole = "not-your-role",
        NotYourRecord = "not-your-record",
        NoSource = "no-source",
        ExcerptNotFound = "excerpt-not-found",
        ExcerptAmbiguous = "excerpt-ambiguous",
        AlreadyRecorded = "already-recorded",
        NotRecorded = "not-recorded",
        TooFewSides = "too-few-sides",
        CommentHasSides = "comment-has-sides",
        SideTwice = "side-twice",
        NotASide = "not-a-side",
        NoParticipant = "no-participant",
        ParticipantTwice = "participant-twice",
        NotAParticipant = "not-a-participant",
        NoSuchSubject = "no-such-subject",
        SubjectTwice = "subject-twice",
        OrderTaken = "order-taken",
        LinkWithinMeeting = "link-within-meeting",
        SameSide = "same-side",
        AlreadyAnswered = "already-answered",
        AlreadyTakenUp = "already-taken-up",
        NotTheAskingSide = "not-the-asking-side",
        NotYetCome = "not-yet-come",
        AnsweredBeforeMeeting = "answered-before-meeting",
        DueBeforeMeeting = "due-before-meeting",
        LineTakenBack = "line-taken-back",
        NotAReader = "not-a-reader",
        BriefChanged = "brief-changed",
        NotOfTheDesk = "not-of-the-desk",
        DueBefore = "due-before",
        TaskOver = "task-over",
        NothingDue = "nothing-due",
        RestedOn = "rested-on",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        let count = |count: usize| Detail::Number(i64::try_from(count).unwrap_or(i64::MAX));
        match self {
            EngagementRefusal::NotYourRole { role, allowed } => vec![
                ("role", Detail::role(*role)),
                ("allowed", Detail::any_role(allowed)),
            ],
            EngagementRefusal::ExcerptAmbiguous { places } => vec![("places", count(*places))],
            EngagementRefusal::TooFewSides { given } => vec![("given", count(*given))],
            EngagementRefusal::OrderTaken { order } | EngagementRefusal::SubjectTwice { order } => {
                vec![("order", Detail::Number(i64::from(*order)))]
            }
            EngagementRefusal::DueBefore { today } => vec![("today", Detail::Date(*today))],
            EngagementRefusal::NotYetCome { day, .. } => vec![("day", Detail::Date(*day))],
            EngagementRefusal::AnsweredBeforeMeeting { met }
            | EngagementRefusal::DueBeforeMeeting { met } => vec![("met", Detail::Date(*met))],
            EngagementRefusal::RestedOn { by } => vec![("what", Detail::Term(by.term().to_owned()))],
            EngagementRefusal::AlreadyTakenUp { application } => {
                vec![("application", Detail::Text(application.to_string()))]
            }
            _ => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            EngagementRefusal::NoSource => Some("source"),
            EngagementRefusal::ExcerptNotFound | EngagementRefusal::ExcerptAmbiguous { .. } => {
                Some("excerpt")
            }
            EngagementRefusal::TooFewSides { .. }
            | EngagementRefusal::CommentHasSides
            | EngagementRefusal::SideTwice
            | EngagementRefusal::NotASide => Some("sides"),
            EngagementRefusal::NoParticipant | EngagementRefusal::ParticipantTwice => Some("participations"),
            EngagementRefusal::NotAParticipant => Some("person"),
            EngagementRefusal::NoSuchSubject | EngagementRefusal::LinkWithinMeeting => Some("subject"),
            EngagementRefusal::OrderTaken { .. } => Some("order"),
            EngagementRefusal::SubjectTwice { .. } => Some("text"),
            EngagementRefusal::SameSide => Some("to"),
            EngagementRefusal::NotYetCome { field, .. } => Some(field),
            EngagementRefusal::AnsweredBeforeMeeting { .. } => Some("on"),
            EngagementRefusal::DueBeforeMeeting { .. } | EngagementRefusal::DueBefore { .. } => Some("due"),
            EngagementRefusal::NotOfTheDesk => Some("owner"),
            EngagementRefusal::NotAReader => Some("readers"),
            EngagementRefusal::RestedOn { .. } => Some("line"),
            _ => None,
        }
    }
}
