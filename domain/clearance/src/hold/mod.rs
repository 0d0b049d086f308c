//! A day that an organiser holds with the authority that leads, before anything is applied for. It is a stream of its own: there is no
//! application yet. It gives no right to a permit, and ends by itself: how it stands follows from its facts and the instant.

mod accept;
mod ask;
mod decline;
mod fact;
mod refusal;
mod use_hold;
mod withdraw;

pub use accept::AcceptHold;
pub use ask::{AskHold, MOST_HOLDS, MOST_MONTHS};
pub use decline::DeclineHold;
pub use fact::{HeldEvent, HoldAsked, HoldFact};
pub use refusal::HoldRefusal;
pub use use_hold::UseHold;
pub use withdraw::WithdrawHold;

use act::{ApplicationId, Context, Date, OrganisationId, Reason, Recorded, Role, State, Timestamp};
use serde::{Deserialize, Serialize};

/// Where a hold stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoldStanding {
    /// The lead was asked, and has not answered.
    Asked,
    /// The day is held.
    Held,
    /// The lead declined, or took back that it had accepted.
    Declined,
    /// Its organiser does not want it any more.
    Withdrawn,
    /// An application was handed in for it.
    Used,
    /// Its day is over, or the event's came without an answer.
    RunOut,
}

impl HoldStanding {
    /// The stable name, as used in Fluent ids (`hold-standing-held`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            HoldStanding::Asked => "asked",
            HoldStanding::Held => "held",
            HoldStanding::Declined => "declined",
            HoldStanding::Withdrawn => "withdrawn",
            HoldStanding::Used => "used",
            HoldStanding::RunOut => "run-out",
        }
    }

    /// Whether it stands in anybody's way.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, HoldStanding::Asked | HoldStanding::Held)
    }
}

/// That the lead accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldAccepted {
    /// The last day on which it is held.
    pub until: Date,
    /// What it said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Reason>,
    /// Who, and when.
    pub by: Context,
}

/// How it ended, other than by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoldEnd {
    /// The lead declined.
    Declined(Reason),
    /// The organiser withdrew.
    Withdrawn(Option<Reason>),
    /// It was used.
    Used(ApplicationId),
}

/// A day that is held, and all that came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateHold {
    /// What was asked, by whom and when; nothing before it was.
    pub asked: Option<(HoldAsked, Context)>,
    /// That the lead accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<HoldAccepted>,
    /// How it ended, and who did that when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<(HoldEnd, Context)>,
}

impl DateHold {
    /// What was asked, and how it stands at an instant; nothing where nothing was asked.
    #[must_use]
    pub fn stands(&self, at: Timestamp) -> Option<(&HoldAsked, HoldStanding)> {
        let (asked, _) = self.asked.as_ref()?;
        let today = asked.event.today(at);
        let standing = match (&self.ended, &self.accepted) {
            (Some((HoldEnd::Declined(_), _)), _) => HoldStanding::Declined,
            (Some((HoldEnd::Withdrawn(_), _)), _) => HoldStanding::Withdrawn,
            (Some((HoldEnd::Used(_), _)), _) => HoldStanding::Used,
            (None, Some(accepted)) if accepted.until >= today => HoldStanding::Held,
            (None, None) if asked.event.date > today => HoldStanding::Asked,
            (None, _) => HoldStanding::RunOut,
        };
        Some((asked, standing))
    }

    /// Whether that organisation asked for it.
    #[must_use]
    pub fn is_of(&self, organisation: OrganisationId) -> bool {
        let asked = self.asked.as_ref();
        asked.is_some_and(|(asked, _)| asked.organiser.organisation == organisation)
    }

    /// Whether that organisation leads where it is asked for.
    #[must_use]
    pub fn is_led_by(&self, organisation: OrganisationId) -> bool {
        let asked = self.asked.as_ref();
        asked.is_some_and(|(asked, _)| asked.lead.organisation == organisation)
    }
}

impl State for DateHold {
    type Fact = HoldFact;

    fn evolve(&mut self, Recorded { fact, by }: &Recorded<HoldFact>) {
        match fact {
            HoldFact::Asked(asked) => self.asked = Some(((**asked).clone(), by.clone())),
            HoldFact::Accepted { until, words } => {
                self.accepted = Some(HoldAccepted {
                    until: *until,
                    words: words.clone(),
                    by: by.clone(),
                });
            }
            HoldFact::Declined { reasons } => self.end(HoldEnd::Declined(reasons.clone()), by),
            HoldFact::Withdrawn { reasons } => self.end(HoldEnd::Withdrawn(reasons.clone()), by),
            HoldFact::Used { application } => self.end(HoldEnd::Used(*application), by),
        }
    }
}

impl DateHold {
    fn end(&mut self, how: HoldEnd, by: &Context) {
        self.ended = Some((how, by.clone()));
    }
}

type Allowed = Result<(), HoldRefusal>;

/// Who asks for a hold, uses it and withdraws it.
const HOLDERS: &[Role] = &[Role::Applicant, Role::Agent];
/// Who answers for the lead.
const LEADS: &[Role] = &[Role::Coordinator];

fn role(context: &Context, allowed: &'static [Role]) -> Allowed {
    if allowed.contains(&context.actor.role) {
        Ok(())
    } else {
        Err(HoldRefusal::NotYourRole {
            role: context.actor.role,
            allowed,
        })
    }
}

/// The hold of the actor's own organisation.
fn own(hold: &DateHold, context: &Context) -> Allowed {
    role(context, HOLDERS)?;
    if hold.is_of(context.actor.organisation) {
        Ok(())
    } else {
        Err(HoldRefusal::NotTheHolder)
    }
}

/// The hold that the actor's own organisation answers.
fn led(hold: &DateHold, context: &Context) -> Allowed {
    role(context, LEADS)?;
    if hold.is_led_by(context.actor.organisation) {
        Ok(())
    } else {
        Err(HoldRefusal::NotTheLead)
    }
}

/// A hold that stands in one of these ways.
fn standing<'h>(
    hold: &'h DateHold,
    context: &Context,
    needed: &[HoldStanding],
) -> Result<&'h HoldAsked, HoldRefusal> {
    match hold.stands(context.at) {
        Some((asked, stands)) if needed.contains(&stands) => Ok(asked),
        Some((_, stands)) => Err(HoldRefusal::WrongStanding { stands: Some(stands) }),
        None => Err(HoldRefusal::WrongStanding { stands: None }),
    }
}
