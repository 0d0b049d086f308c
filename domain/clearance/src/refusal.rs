//! Why something was not done to an application: one variant per reason, each with what would be allowed.

use crate::Stage;
use act::{AuthorityId, Date, Detail, Refusal, Role};
use rulebook::{Name, Said};

/// Why an act on an application was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClearanceRefusal {
    /// The role does not do this.
    NotYourRole {
        /// The role acted in.
        role: Role,
        /// The roles that may.
        allowed: &'static [Role],
    },
    /// The referral was put to another organisation.
    NotYourAuthority {
        /// The authority it was put to.
        authority: AuthorityId,
    },
    /// The organisation does not hold this event.
    NotAnOrganiser,
    /// The organisation does not lead this application.
    NotTheLead,
    /// The application has moved past, or not yet reached, the stage in which this can be done.
    WrongStage {
        /// Where it stands.
        stage: Stage,
        /// The stages in which it can be done.
        needed: &'static [Stage],
    },
    /// The event's day is over, or today.
    EventNotAhead {
        /// The event's day.
        date: Date,
    },
    /// The event is over: there is nothing left to permit.
    EventOver {
        /// The event's day.
        date: Date,
    },
    /// An authority has refused: no permit can come of it, and nothing that is handed in or changed helps.
    NoPermitPossible,
    /// What would be amended is as it was.
    NothingChanged,
    /// It was amended as often as it can be.
    AmendedTooOften {
        /// How often that is.
        most: usize,
    },
    /// The organiser amended the application, or handed it in again, after that was read which is acted on.
    ChangedSince,
    /// This very file was handed in as this document.
    AlreadyHandedIn,
    /// The application has as many documents as it takes.
    TooManyDocuments {
        /// How many are taken.
        most: usize,
    },
    /// Nobody is named as holding the event.
    NoOrganiser,
    /// More hold the event than one permit names.
    TooManyOrganisers {
        /// How many are taken.
        most: usize,
        /// How many were given.
        given: usize,
    },
    /// The event has no part.
    NoComponent,
    /// The rulebook names no authority: nothing is to be permitted.
    NoAuthority,
    /// Nobody can be asked for the authority: no organisation is set up as it.
    NoOrganisation {
        /// The authority.
        authority: AuthorityId,
    },
    /// By when to file cannot be reckoned: the calendar of an authority does not reach the event's day.
    CalendarEnds {
        /// The authority.
        authority: AuthorityId,
        /// The day that it does not know.
        date: Date,
        /// The first day that it knows.
        from: Date,
        /// The last day that it knows.
        to: Date,
    },
    /// Two rules of the rulebook answer where one may.
    RulesConflict {
        /// The first.
        first: String,
        /// The other.
        second: String,
    },
    /// The rulebook cannot be applied to these answers.
    RulebookNotApplied {
        /// What it says.
        what: Said,
    },
    /// The version of the rulebook that was put in force last says that it holds no more, and no other took its place.
    RulebookEnded {
        /// Its last day.
        date: Date,
    },
    /// The first version of the rulebook says that it does not hold yet.
    RulebookNotBegun {
        /// Its first day.
        date: Date,
    },
    /// The authority is not asked in this case.
    NotReferred {
        /// The authority.
        authority: AuthorityId,
    },
    /// The review has begun already.
    ReviewAlreadyBegun,
    /// The authority has decided already; a decision stands.
    AlreadyDecided {
        /// The authority.
        authority: AuthorityId,
    },
    /// The authority has a question open; it is answered or withdrawn first.
    QuestionOpen {
        /// Which question.
        number: u32,
    },
    /// There is no open question of that number.
    NoOpenQuestion {
        /// Which question.
        number: u32,
    },
    /// The authority waits for no answer on more time of that number.
    NoOpenExtension {
        /// Which of the times it asked.
        number: u32,
    },
    /// As many days as are asked for at once, or none.
    NotSoManyDays {
        /// How many can be asked for.
        most: u32,
        /// How many were.
        given: u32,
    },
    /// The authority asks for this already, and waits for the organiser.
    AskedAlready,
    /// The authority asked for more time as often as it can.
    AskedTooOften {
        /// How often it can.
        most: usize,
    },
    /// With so many days more the authority's calendar ends before its period does.
    DaysBeyondCalendar {
        /// The authority.
        authority: AuthorityId,
    },
    /// A consultee advises and decides nothing; whoever decides does not advise.
    NotItsDecision {
        /// The authority.
        authority: AuthorityId,
    },
    /// It follows from a rule and a day; nobody does it by hand.
    NotByHand,
    /// The authority's period has not ended.
    PeriodRuns {
        /// The authority.
        authority: AuthorityId,
    },
    /// The authority's period ended, and its silence counts.
    SilenceCounts {
        /// The authority.
        authority: AuthorityId,
        /// The last day of its period.
        date: Date,
    },
    /// Nothing follows from the authority's silence.
    SilenceMeansNothing {
        /// The authority.
        authority: AuthorityId,
    },
    /// The event is still to come, or not over.
    EventNotOver {
        /// Its last day.
        date: Date,
    },
    /// A refusal has to say why.
    ReasonsMissing,
    /// Advice has to say what it advises, and an objection why.
    AdviceMissing,
    /// A grant with conditions has at least one.
    ConditionsMissing,
    /// More conditions than one decision takes.
    TooManyConditions {
        /// How many are taken.
        most: usize,
        /// How many were given.
        given: usize,
    },
    /// The conditions are longer than the authority's share of a permit.
    ConditionsTooLong {
        /// How many characters its share has.
        most: usize,
        /// How many they have.
        given: usize,
    },
    /// Not everyone whose consent is needed has agreed.
    NotAgreed {
        /// Who has not.
        waiting: Vec<AuthorityId>,
    },
}

/// What a rulebook says of itself, as a detail.
#[must_use]
pub fn said(what: &Said) -> Detail {
    let detail = |name: &Name| match name {
        Name::Text(text) => Detail::Text(text.clone()),
        Name::Number(number) => Detail::Number(*number),
        Name::Said(inner) => said(inner),
    };
    Detail::Said(what.english(), what.names().iter().map(detail).collect())
}

fn stage(stage: Stage) -> Detail {
    Detail::Term(format!("stage-{}", stage.name()))
}

fn all(authorities: &[AuthorityId]) -> Detail {
    Detail::AllOf(authorities.iter().cloned().map(Detail::Authority).collect())
}

fn stages(now: Stage, needed: &[Stage]) -> Vec<(&'static str, Detail)> {
    let needed = needed.iter().copied().map(stage).collect();
    vec![("stage", stage(now)), ("needed", Detail::AnyOf(needed))]
}

/// An authority, and days that are told with it.
fn on(authority: &AuthorityId, days: &[(&'static str, Date)]) -> Vec<(&'static str, Detail)> {
    let days = days.iter().map(|(name, day)| (*name, Detail::Date(*day)));
    let authority = ("authority", Detail::Authority(authority.clone()));
    [authority].into_iter().chain(days).collect()
}

fn bounds(most: usize, given: usize) -> Vec<(&'static str, Detail)> {
    vec![("most", number(most)), ("given", number(given))]
}

fn days(most: u32, given: u32) -> Vec<(&'static str, Detail)> {
    let number = |days: u32| Detail::Number(days.into());
    vec![("most", number(most)), ("given", number(given))]
}

fn roles(role: Role, allowed: &[Role]) -> Vec<(&'static str, Detail)> {
    vec![
        ("role", Detail::role(role)),
        ("allowed", Detail::any_role(allowed)),
    ]
}

fn number(value: usize) -> Detail {
    Detail::Number(i64::try_from(value).unwrap_or(i64::MAX))
}

impl Refusal for ClearanceRefusal {
    act::codes! {
        NotYourRole = "not-your-role",
        NotYourAuthority = "not-your-authority",
        NotAnOrganiser = "not-an-organiser",
        NotTheLead = "not-the-lead",
        WrongStage = "wrong-stage",
        EventNotAhead = "event-not-ahead",
        EventOver = "event-over",
        NoPermitPossible = "no-permit-possible",
        NothingChanged = "nothing-changed",
        AmendedTooOften = "amended-too-often",
        ChangedSince = "changed-since",
        AlreadyHandedIn = "already-handed-in",
        TooManyDocuments = "too-many-documents",
        NoOrganiser = "no-organiser",
        TooManyOrganisers = "too-many-organisers",
        NoComponent = "no-component",
        NoAuthority = "no-authority",
        NoOrganisation = "no-organisation",
        CalendarEnds = "calendar-ends",
        RulesConflict = "rules-conflict",
        RulebookNotApplied = "rulebook-not-applied",
        RulebookEnded = "rulebook-ended",
        RulebookNotBegun = "rulebook-not-begun",
        NotReferred = "not-referred",
        ReviewAlreadyBegun = "review-already-begun",
        AlreadyDecided = "already-decided",
        QuestionOpen = "question-open",
        NoOpenQuestion = "no-open-question",
        NoOpenExtension = "no-open-extension",
        NotSoManyDays = "not-so-many-days",
        AskedAlready = "asked-already",
        AskedTooOften = "asked-too-often",
        DaysBeyondCalendar = "days-beyond-calendar",
        NotItsDecision = "not-its-decision",
        NotByHand = "not-by-hand",
        PeriodRuns = "period-runs",
        SilenceCounts = "silence-counts",
        SilenceMeansNothing = "silence-means-nothing",
        EventNotOver = "event-not-over",
        ReasonsMissing = "reasons-missing",
        AdviceMissing = "advice-missing",
        ConditionsMissing = "conditions-missing",
        TooManyConditions = "too-many-conditions",
        ConditionsTooLong = "conditions-too-long",
        NotAgreed = "not-agreed",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            ClearanceRefusal::NotYourRole { role, allowed } => roles(*role, allowed),
            ClearanceRefusal::NotYourAuthority { authority }
            | ClearanceRefusal::NotReferred { authority }
            | ClearanceRefusal::NoOrganisation { authority }
            | ClearanceRefusal::AlreadyDecided { authority }
            | ClearanceRefusal::DaysBeyondCalendar { authority }
            | ClearanceRefusal::PeriodRuns { authority }
            | ClearanceRefusal::SilenceMeansNothing { authority }
            | ClearanceRefusal::NotItsDecision { authority } => on(authority, &[]),
            ClearanceRefusal::WrongStage { stage, needed } => stages(*stage, needed),
            ClearanceRefusal::CalendarEnds {
                authority,
                date,
                from,
                to,
            } => on(authority, &[("date", *date), ("from", *from), ("to", *to)]),
            ClearanceRefusal::SilenceCounts { authority, date } => on(authority, &[("date", *date)]),
            ClearanceRefusal::RulesConflict { first, second } => vec![
                ("first", Detail::Text(first.clone())),
                ("second", Detail::Text(second.clone())),
            ],
            ClearanceRefusal::RulebookNotApplied { what } => vec![("what", said(what))],
            ClearanceRefusal::EventNotAhead { date }
            | ClearanceRefusal::EventOver { date }
            | ClearanceRefusal::EventNotOver { date }
            | ClearanceRefusal::RulebookEnded { date }
            | ClearanceRefusal::RulebookNotBegun { date } => vec![("date", Detail::Date(*date))],
            ClearanceRefusal::QuestionOpen { number }
            | ClearanceRefusal::NoOpenQuestion { number }
            | ClearanceRefusal::NoOpenExtension { number } => {
                vec![("number", Detail::Number((*number).into()))]
            }
            ClearanceRefusal::NotSoManyDays { most, given } => days(*most, *given),
            ClearanceRefusal::TooManyDocuments { most }
            | ClearanceRefusal::AskedTooOften { most }
            | ClearanceRefusal::AmendedTooOften { most } => vec![("most", number(*most))],
            ClearanceRefusal::TooManyOrganisers { most, given }
            | ClearanceRefusal::TooManyConditions { most, given }
            | ClearanceRefusal::ConditionsTooLong { most, given } => bounds(*most, *given),
            ClearanceRefusal::NotAgreed { waiting } => vec![("waiting", all(waiting))],
            ClearanceRefusal::NotAnOrganiser
            | ClearanceRefusal::NotTheLead
            | ClearanceRefusal::NotByHand
            | ClearanceRefusal::AskedAlready
            | ClearanceRefusal::NoOrganiser
            | ClearanceRefusal::NoComponent
            | ClearanceRefusal::NoAuthority
            | ClearanceRefusal::ReviewAlreadyBegun
            | ClearanceRefusal::NoPermitPossible
            | ClearanceRefusal::NothingChanged
            | ClearanceRefusal::ChangedSince
            | ClearanceRefusal::AlreadyHandedIn
            | ClearanceRefusal::ReasonsMissing
            | ClearanceRefusal::AdviceMissing
            | ClearanceRefusal::ConditionsMissing => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            ClearanceRefusal::EventNotAhead { .. } | ClearanceRefusal::CalendarEnds { .. } => Some("date"),
            ClearanceRefusal::NoOrganiser | ClearanceRefusal::TooManyOrganisers { .. } => Some("organisers"),
            ClearanceRefusal::NoComponent => Some("components"),
            ClearanceRefusal::AlreadyHandedIn | ClearanceRefusal::TooManyDocuments { .. } => Some("file"),
            ClearanceRefusal::NotSoManyDays { .. } | ClearanceRefusal::DaysBeyondCalendar { .. } => {
                Some("days")
            }
            ClearanceRefusal::NotItsDecision { .. } => Some("decision"),
            ClearanceRefusal::ReasonsMissing | ClearanceRefusal::AdviceMissing => Some("reasons"),
            ClearanceRefusal::ConditionsMissing
            | ClearanceRefusal::TooManyConditions { .. }
            | ClearanceRefusal::ConditionsTooLong { .. } => Some("conditions"),
            _ => None,
        }
    }
}
