//! A request from one side to another: it needs an answer, and at most one application follows from it.

use crate::{Excerpt, Side, TakenBack};
use act::{
    ApplicationId, Context, MeetingId, OrganisationId, PersonId, Reason, Recorded, RequestId, State,
    SubjectId,
};
use identity::When;
use serde::{Deserialize, Serialize};

/// A request as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestMade {
    /// The request.
    pub request: RequestId,
    /// The meeting in which it was made.
    pub meeting: MeetingId,
    /// The subject it belongs to, where it belongs to one.
    pub subject: Option<SubjectId>,
    /// The side that asks.
    pub from: Side,
    /// The side that is asked.
    pub to: Side,
    /// Who asked.
    pub asked_by: PersonId,
    /// What is asked, in the words of whoever recorded it.
    pub text: Reason,
    /// On which words of a source it rests.
    pub excerpt: Excerpt,
}

/// How a request was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Yes.
    Accepted,
    /// Yes to a part of it.
    AcceptedInPart,
    /// Neither yes nor no: another answer may follow.
    Noted,
    /// No.
    Declined,
}

impl Answer {
    /// Every answer, in the order in which they are listed to people.
    pub const ALL: [Answer; 4] = [
        Answer::Accepted,
        Answer::AcceptedInPart,
        Answer::Noted,
        Answer::Declined,
    ];

    /// The stable name, as stored and as used in Fluent ids (`answer-accepted-in-part`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Answer::Accepted => "accepted",
            Answer::AcceptedInPart => "accepted-in-part",
            Answer::Noted => "noted",
            Answer::Declined => "declined",
        }
    }

    /// The answer of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Answer> {
        Answer::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Yes, in part, noted, or no.
    pub answer: Answer,
    /// What was answered, in the words of whoever recorded it.
    pub text: Reason,
    /// On which words of a source it rests; none where the answering side recorded it itself.
    pub excerpt: Option<Excerpt>,
    /// Who answered.
    pub by: PersonId,
    /// When.
    pub on: When,
}

/// What can have happened to a request. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum RequestFact {
    /// It was made.
    Made(Box<RequestMade>),
    /// It was answered.
    Answered(Box<Answered>),
    /// An application follows from it.
    TakenUp {
        /// Which.
        application: ApplicationId,
    },
    /// It had been recorded by mistake.
    TakenBack {
        /// Why.
        reason: Reason,
    },
    /// The last answer to it had been recorded by mistake.
    AnswerTakenBack {
        /// Why.
        reason: Reason,
    },
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestStanding {
    /// It waits for an answer; one that only notes it leaves it open.
    Open,
    /// It has its answer.
    Answered,
    /// An application follows from it.
    TakenUp,
    /// It had been recorded by mistake.
    TakenBack,
}

impl RequestStanding {
    /// The stable name, as used in Fluent ids (`request-standing-taken-up`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            RequestStanding::Open => "open",
            RequestStanding::Answered => "answered",
            RequestStanding::TakenUp => "taken-up",
            RequestStanding::TakenBack => "taken-back",
        }
    }
}

/// A request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// As it was made; none before.
    pub made: Option<Box<RequestMade>>,
    /// By whom and when it was recorded.
    pub recorded: Option<Context>,
    /// The answers in the order in which they were recorded; all but the last only noted it.
    pub answers: Vec<Answered>,
    /// The application that follows from it.
    pub taken_up: Option<ApplicationId>,
    /// That it was taken back, if it was.
    pub taken_back: Option<TakenBack>,
    /// Answers that were taken back, in the order in which they were.
    pub answers_taken_back: Vec<(Answered, TakenBack)>,
}

impl Request {
    /// Whether it counts: it was not taken back.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.taken_back.is_none()
    }

    /// What is asked; empty before it was made.
    #[must_use]
    pub fn text(&self) -> &str {
        self.made.as_ref().map_or("", |made| made.text.as_str())
    }

    /// The answer that stands.
    #[must_use]
    pub fn answer(&self) -> Option<&Answered> {
        self.answers.last()
    }

    /// Where it stands, computed from what happened.
    #[must_use]
    pub fn standing(&self) -> RequestStanding {
        if !self.stands() {
            return RequestStanding::TakenBack;
        }
        match (self.taken_up, self.answer()) {
            (Some(_), _) => RequestStanding::TakenUp,
            (
                None,
                None
                | Some(Answered {
                    answer: Answer::Noted,
                    ..
                }),
            ) => RequestStanding::Open,
            (None, Some(_)) => RequestStanding::Answered,
        }
    }

    /// Whether an organisation is the side that asks.
    #[must_use]
    pub fn is_from(&self, organisation: OrganisationId) -> bool {
        self.made
            .as_ref()
            .is_some_and(|made| made.from.organisation == organisation)
    }

    /// Whether an organisation is the side that is asked.
    #[must_use]
    pub fn is_to(&self, organisation: OrganisationId) -> bool {
        self.made
            .as_ref()
            .is_some_and(|made| made.to.organisation == organisation)
    }

    /// Whether an organisation's desk keeps this record.
    #[must_use]
    pub fn is_kept_by(&self, organisation: OrganisationId) -> bool {
        self.recorded
            .as_ref()
            .is_some_and(|by| by.actor.organisation == organisation)
    }
}

impl State for Request {
    type Fact = RequestFact;

    fn evolve(&mut self, recorded: &Recorded<RequestFact>) {
        match &recorded.fact {
            RequestFact::Made(made) => {
                self.made = Some(made.clone());
                self.recorded = Some(recorded.by.clone());
            }
            RequestFact::Answered(answered) => self.answers.push((**answered).clone()),
            RequestFact::TakenUp { application } => self.taken_up = Some(*application),
            RequestFact::TakenBack { reason } => {
                self.taken_back = Some(TakenBack::of(reason, &recorded.by));
            }
            RequestFact::AnswerTakenBack { reason } => {
                let taken_back = TakenBack::of(reason, &recorded.by);
                self.answers_taken_back
                    .extend(self.answers.pop().map(|answer| (answer, taken_back)));
            }
        }
    }
}
