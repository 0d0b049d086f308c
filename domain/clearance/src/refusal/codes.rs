//! What each refusal is called wherever it is told: in texts, in answers, in logs.

use super::{ClearanceRefusal, details};
use crate::{ConfideRefusal, DayRefusal, FeeRefusal, InsuranceRefusal};
use act::{Detail, Refusal};

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
        AlreadyAsked = "already-asked",
        NotInRulebook = "not-in-rulebook",
        AskedByRule = "asked-by-rule",
        RemindedToday = "reminded-today",
        ReviewAlreadyBegun = "review-already-begun",
        AlreadyDecided = "already-decided",
        DecidesItself = "decides-itself",
        NothingRecommended = "nothing-recommended",
        RecommendedItself = "recommended-itself",
        RecommendedSince = "recommended-since",
        LetterAhead = "letter-ahead",
        LetterBefore = "letter-before",
        LetterWithoutScan = "letter-without-scan",
        OwnLetter = "own-letter",
        NoLetter = "no-letter",
        QuestionOpen = "question-open",
        NoOpenQuestion = "no-open-question",
        ItemNotAwaited = "item-not-awaited",
        AnsweredOtherwise = "answered-otherwise",
        NothingAnswered = "nothing-answered",
        NotInForm = "not-in-form",
        TooManyItems = "too-many-items",
        OfferOpen = "offer-open",
        NoOpenOffer = "no-open-offer",
        OffersNothingElse = "offers-nothing-else",
        OfferedTooOften = "offered-too-often",
        AcceptedByAmending = "accepted-by-amending",
        OffersChangedSince = "offers-changed-since",
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
        ContradictsItself = "contradicts-itself",
        ConditionsContradict = "conditions-contradict",
        ConditionsChangedSince = "conditions-changed-since",
        ShownOn = "shown-on",
        NotInLibrary = "not-in-library",
        ConditionsUnchanged = "conditions-unchanged",
        NoConditionsSet = "no-conditions-set",
        NoSuchCondition = "no-such-condition",
        AlreadyDischarged = "already-discharged",
        ProofWaits = "proof-waits",
        NoOpenProof = "no-open-proof",
        ShownTooOften = "shown-too-often",
        NoSuchDocument = "no-such-document",
        DischargeUnexplained = "discharge-unexplained",
        OwnerHoldsNot = "owner-holds-not",
        OwnerAlready = "owner-already",
        SuspendedUntil = "suspended-until",
        SuspensionRuns = "suspension-runs",
        SuspendedSince = "suspended-since",
        PermitUnchanged = "permit-unchanged",
        NothingToAppeal = "nothing-to-appeal",
        AppealOpen = "appeal-open",
        AppealedTooOften = "appealed-too-often",
        AppealDay = "appeal-day",
        NoOpenAppeal = "no-open-appeal",
        AdviceNotAwaited = "advice-not-awaited",
        AdviceDay = "advice-day",
        AdviceAskedTooOften = "advice-asked-too-often",
        WatchedTooOften = "watched-too-often",
        GroundMissing = "ground-missing",
        NothingToSeal = "nothing-to-seal",
        NoSealedReasons = "no-sealed-reasons",
        AlreadyUnsealed = "already-unsealed",
        SealedReasonsLost = "sealed-reasons-lost",
        NotAgreed = "not-agreed",
        ; of Day ; of Fee ; of Insurance ; of Confide
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        details::of(self)
    }

    fn field(&self) -> Option<&'static str> {
        details::field(self)
    }
}

impl From<DayRefusal> for ClearanceRefusal {
    fn from(refusal: DayRefusal) -> Self {
        ClearanceRefusal::Day(refusal)
    }
}

impl From<FeeRefusal> for ClearanceRefusal {
    fn from(refusal: FeeRefusal) -> Self {
        ClearanceRefusal::Fee(refusal)
    }
}

impl From<InsuranceRefusal> for ClearanceRefusal {
    fn from(refusal: InsuranceRefusal) -> Self {
        ClearanceRefusal::Insurance(refusal)
    }
}

impl From<ConfideRefusal> for ClearanceRefusal {
    fn from(refusal: ConfideRefusal) -> Self {
        ClearanceRefusal::Confide(refusal)
    }
}
