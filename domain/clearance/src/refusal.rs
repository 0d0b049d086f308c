//! Why something was not done to an application: one variant per reason, each with what would be allowed.

mod codes;
mod details;
use crate::{ConfideRefusal, DayRefusal, FeeRefusal, InsuranceRefusal, Stage};
use act::{AuthorityId, Date, Role};
pub use details::{Days, said};
use rulebook::Said;

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
    /// It was amended as often as it can be: how often that is.
    AmendedTooOften(usize),
    /// The organiser amended the application, or handed it in again, after that was read which is acted on.
    ChangedSince,
    /// This very file was handed in as this document.
    AlreadyHandedIn,
    /// The application has as many documents as it takes: how many that is.
    TooManyDocuments(usize),
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
    /// Two rules of the rulebook answer where one may: the first, and the other.
    RulesConflict(String, String),
    /// The rulebook cannot be applied to these answers.
    RulebookNotApplied {
        /// What it says.
        what: Said,
    },
    /// The version of the rulebook that was put in force last says that it holds no more, and no other took its place: its last day.
    RulebookEnded(Date),
    /// The first version of the rulebook says that it does not hold yet: its first day.
    RulebookNotBegun(Date),
    /// The authority is not asked in this case.
    NotReferred {
        /// The authority.
        authority: AuthorityId,
    },
    /// The authority is asked in this case.
    AlreadyAsked {
        /// The authority.
        authority: AuthorityId,
    },
    /// The rulebook that the application is bound to has no such authority.
    NotInRulebook {
        /// The authority.
        authority: AuthorityId,
    },
    /// The authority was reminded today.
    RemindedToday,
    /// A rule asks the authority; it is asked as long as that rule fits the answers.
    AskedByRule {
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
    /// Who can decide for the authority recommends nothing to it.
    DecidesItself {
        /// The authority.
        authority: AuthorityId,
    },
    /// The rulebook has two people decide, and nobody has recommended a decision yet.
    NothingRecommended {
        /// The authority.
        authority: AuthorityId,
    },
    /// The rulebook has two people decide, and the one who would decide is the one who recommended it.
    RecommendedItself {
        /// The authority.
        authority: AuthorityId,
    },
    /// Since it was read what is decided on, a decision was recommended.
    RecommendedSince,
    /// A letter bears a day that is still to come.
    LetterAhead {
        /// The day that it bears.
        date: Date,
        /// The last that it could bear: today, where the authority is.
        to: Date,
    },
    /// A letter bears a day before the case was put to the authority.
    LetterBefore {
        /// The day that it bears.
        date: Date,
        /// The first that it could bear.
        from: Date,
    },
    /// A letter is recorded with its scan.
    LetterWithoutScan,
    /// Whoever leads decides its own referral itself, and needs no letter for it.
    OwnLetter {
        /// The authority.
        authority: AuthorityId,
    },
    /// No letter is recorded as the authority's decision.
    NoLetter {
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
    /// An item of a question, by the numbers of both, was answered or taken back since, or never asked.
    ItemNotAwaited(u32, u32),
    /// The question of that number is answered the other way: item by item, or as a whole.
    AnsweredOtherwise(u32),
    /// No item is named, or nothing is said to one.
    NothingAnswered,
    /// The rulebook has no such question, or no such kind of document, as an item of a question is about.
    NotInForm(String),
    /// More items than one question has: how many are taken, and how many were given.
    TooManyItems(usize, usize),
    /// The authority has an offer open; it is answered or taken back first.
    OfferOpen {
        /// Which offer.
        number: u32,
    },
    /// There is no open offer of that number.
    NoOpenOffer {
        /// Which offer.
        number: u32,
    },
    /// What is offered is what was applied for, or nothing.
    OffersNothingElse,
    /// The authority offered something as often as it can.
    OfferedTooOften {
        /// How often it can.
        most: usize,
    },
    /// Another day, other hours or another place are accepted by applying for them.
    AcceptedByAmending,
    /// Since it was read what an amendment does to the offers that are open, one was made or is open no longer.
    OffersChangedSince,
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
    /// The authority asked for more time as often as it can: how often that is.
    AskedTooOften(usize),
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
    /// Two of the conditions no event can keep both.
    ContradictsItself {
        /// What the first binds ([`crate::Limit::name`]).
        first: &'static str,
        /// What the other does.
        second: &'static str,
    },
    /// Conditions of these authorities contradict each other.
    ConditionsContradict {
        /// Who sets them.
        authorities: Vec<AuthorityId>,
    },
    /// Conditions were changed after they were read.
    ConditionsChangedSince,
    /// What is shown to be kept before or after the event is shown on no such day.
    ShownOn {
        /// When it is to be kept.
        phase: crate::Phase,
        /// The first day on which it could be shown.
        from: Date,
        /// The last.
        to: Date,
    },
    /// A condition says that it was made from one of the rulebook's which the authority cannot set, or which says something else.
    NotInLibrary {
        /// The id of the rulebook's condition.
        condition: String,
    },
    /// The conditions are the same as before.
    ConditionsUnchanged,
    /// The authority has set no conditions that it could change.
    NoConditionsSet {
        /// The authority.
        authority: AuthorityId,
    },
    /// The permit has no such condition.
    NoSuchCondition {
        /// The authority that would have set it.
        authority: AuthorityId,
        /// Which of its conditions.
        number: u32,
    },
    /// The authority that set the condition holds it to be kept already.
    AlreadyDischarged {
        /// The authority.
        authority: AuthorityId,
    },
    /// What was shown waits for the authority; whatever else is shown waits for its answer.
    ProofWaits {
        /// The authority.
        authority: AuthorityId,
    },
    /// What was read of a condition does not wait for an answer: it was answered, or something else was shown since.
    NoOpenProof,
    /// It was shown as often as it can be that a condition is kept: how often that is.
    ShownTooOften(usize),
    /// The case has no such document.
    NoSuchDocument,
    /// Whoever discharges a condition for which nothing was shown has to say what was seen.
    DischargeUnexplained,
    /// Whoever would see to a condition does not hold the event.
    OwnerHoldsNot,
    /// That organiser sees to the condition already.
    OwnerAlready,
    /// A suspension ends by itself on none but a day from today to the one before the event.
    SuspendedUntil(Days),
    /// The permit is suspended until a day that is not over, or until someone lifts it.
    SuspensionRuns,
    /// Since it was read how the permit stands, one was issued, replaced, suspended or let hold again.
    SuspendedSince,
    /// The permit says what the case says: there is nothing to issue it anew for.
    PermitUnchanged,
    /// What is said or done on the day of the event, or after it.
    Day(DayRefusal),
    /// What is recorded of a fee.
    Fee(FeeRefusal),
    /// What is recorded of a certificate of insurance.
    Insurance(InsuranceRefusal),
    /// Who reads a piece of the case.
    Confide(ConfideRefusal),
    /// Nothing stands that this could be an appeal against.
    NothingToAppeal,
    /// An appeal against this is noted, and not how it ended.
    AppealOpen,
    /// As many appeals are noted as a case takes: how many that is.
    AppealedTooOften(usize),
    /// An appeal was made, or ended, on another day than one from what it follows until today.
    AppealDay {
        /// That day, and those on which it could be.
        days: Days,
        /// Whether it is the day on which it ended.
        ended: bool,
    },
    /// No appeal of that number is open.
    NoOpenAppeal,
    /// Advice that was asked for by a link is awaited no more, or never was.
    AdviceNotAwaited,
    /// Advice is asked for until a day from today to the event's.
    AdviceDay(Days),
    /// Advice was asked for by links as often as it can be in a case: how often that is.
    AdviceAskedTooOften(usize),
    /// The actor began to watch the case as often as one can: how often that is.
    WatchedTooOften(usize),
    /// Whoever seals reasons has to say on what legal ground.
    GroundMissing,
    /// Why someone agrees or advises is not sealed.
    NothingToSeal,
    /// No reasons are sealed so.
    NoSealedReasons,
    /// The seal was opened already.
    AlreadyUnsealed,
    /// The words that were sealed, or their salt, are not there, or are not those that were sealed.
    SealedReasonsLost,
    /// Not everyone whose consent is needed has agreed.
    NotAgreed {
        /// Who has not.
        waiting: Vec<AuthorityId>,
    },
}
