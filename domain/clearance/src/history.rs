//! The history of a case: what each of its facts did, in the order in which it happened, and who reads of it.

mod between;
mod happened;
mod of_confided;
mod of_day;
mod of_fee;
mod of_insurance;
mod of_permit;

use crate::{Advice, Application, ApplicationFact, News, Otherwise, Piece, Share};
use act::{AuthorityId, Context, Date, Money, Recorded, State};
use happened::happened;

/// What happened, as the history tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// What is told in the inbox in the same words.
    News(News),
    /// A letter was recorded, in which an authority decided this.
    Letter(News),
    /// Within an authority this decision was recommended.
    Recommended(News),
    /// An authority began its review.
    ReviewBegun,
    /// Items of a question were answered.
    ItemsAnswered,
    /// Items of a question were taken back.
    ItemsTakenBack,
    /// It was said which organiser sees to a condition.
    OwnerNamed,
    /// Somebody without an account was asked for advice by a link.
    AdviceAsked,
    /// That advice came.
    AdviceGiven(Advice),
    /// It is not wanted any more.
    AdviceWithdrawn,
    /// It was told how the event went.
    Reported,
    /// A condition was shown to be kept.
    ConditionShown,
    /// A permit was issued.
    PermitIssued,
    /// A permit was replaced by another.
    PermitReplaced,
}

/// Every deed that has words of its own, with its stable name.
const NAMES: [(Deed, &str); 10] = [
    (Deed::Reported, "reported"),
    (Deed::AdviceAsked, "advice-asked"),
    (Deed::AdviceWithdrawn, "advice-withdrawn"),
    (Deed::ReviewBegun, "review-begun"),
    (Deed::ItemsAnswered, "items-answered"),
    (Deed::ItemsTakenBack, "items-taken-back"),
    (Deed::OwnerNamed, "owner-named"),
    (Deed::ConditionShown, "condition-shown"),
    (Deed::PermitIssued, "permit-issued"),
    (Deed::PermitReplaced, "permit-replaced"),
];

impl Deed {
    /// The names of those that have words of their own.
    pub fn own_names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, name)| *name)
    }

    /// The stable name, as used in Fluent ids (`history-review-begun`), of one that has words of its own.
    #[must_use]
    pub fn own_name(self) -> Option<&'static str> {
        NAMES
            .iter()
            .find(|(deed, _)| *deed == self)
            .map(|(_, name)| *name)
    }
}

/// Who reads of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Circle {
    /// All who read the case, with all that it says.
    Everyone,
    /// All that it happened; what was said, the authority, who holds the event and who leads.
    Words(AuthorityId),
    /// All, with what was said; the scan of the letter that it came in, the authority, who holds the event and who leads.
    Scan(AuthorityId),
    /// All, with what was said; the file that came with words that are sealed, the authority and who leads.
    Sealed(AuthorityId),
    /// All that it happened; who did it, the authority's own people.
    Work(AuthorityId),
    /// The authority, who holds the event and who leads: money that goes between them, and what is insured.
    Money(AuthorityId),
    /// The authority and who leads: what the one writes to press the other.
    Pressed(AuthorityId),
    /// The authority's own people alone.
    Own(AuthorityId),
    /// The people of whoever did it, alone.
    Doer,
    /// Who holds the event, who leads, and the authority that it is about, if it is about one: an appeal against it.
    Parties(Option<AuthorityId>),
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub deed: Deed,
    /// Which authority it is about.
    pub authority: Option<AuthorityId>,
    /// Which of the authority's conditions, as the permit numbers them.
    pub condition: Option<u32>,
    /// For how many days more an authority asks.
    pub days: Option<u32>,
    /// Of how many items a question is.
    pub share: Option<Share>,
    /// How much money: of a fee, or for how much a certificate insures.
    pub amount: Option<Money>,
    /// The reference of a permit, or the name of a document, of a fee, of an insurer or of a body of appeal.
    pub named: Option<String>,
    /// The day that a letter bears, or the last one of a suspension or of an insurance.
    pub day: Option<Date>,
    /// What an offer would have otherwise; of hours both, where one of them is.
    pub otherwise: Option<Otherwise>,
    /// What was said.
    pub words: Vec<String>,
    /// Whether why was sealed: the first of the words is then the legal ground.
    pub sealed: bool,
    /// Who reads of it.
    pub circle: Circle,
    /// The pieces of the case that its fact holds: who does not read one of them reads neither the fact nor what was said.
    pub pieces: Vec<Piece>,
    /// Who did it, and when.
    pub by: Context,
    /// The number of its fact among those of the case, from 1.
    pub number: usize,
}

/// What the facts of a case did, the first first. What changes nothing that anyone reads is passed over.
#[must_use]
pub fn history(facts: &[Recorded<ApplicationFact>]) -> Vec<Happened> {
    let last = facts
        .iter()
        .fold(Application::default(), |mut application, recorded| {
            application.evolve(recorded);
            application
        });
    let mut application = Application::default();
    let mut all = vec![];
    for (number, recorded) in (1..).zip(facts) {
        let before = Before::of(&application, &recorded.fact);
        application.evolve(recorded);
        let found = happened((&before, &last), &application, recorded);
        all.extend(found.map(|found| Happened { number, ..found }.holding(recorded)));
    }
    all
}

/// What one fact did, read at once; nothing where it changed nothing that anyone reads.
pub(crate) fn one_fact(
    before: &Application,
    after: &Application,
    recorded: &Recorded<ApplicationFact>,
) -> Option<Happened> {
    let known = Before::of(before, &recorded.fact);
    happened((&known, after), after, recorded).map(|found| found.holding(recorded))
}

impl Happened {
    /// The same, with the pieces of the case that its fact holds.
    fn holding(self, recorded: &Recorded<ApplicationFact>) -> Happened {
        let pieces = recorded.fact.pieces();
        Happened { pieces, ..self }
    }
}

/// What has to be known of the application as it was before a fact.
struct Before {
    handed_in: bool,
    moved: usize,
}

impl Before {
    fn of(application: &Application, fact: &ApplicationFact) -> Before {
        Before {
            handed_in: application.submission.is_some(),
            moved: moved(application, fact),
        }
    }

    /// That the day of an authority moved, where a fact did that: what is said of it.
    fn day_moved(
        &self,
        after: &Application,
        fact: &ApplicationFact,
        said: impl FnOnce(Deed) -> Happened,
    ) -> Option<Happened> {
        (moved(after, fact) > self.moved).then(|| said(Deed::News(News::DayMoved)))
    }
}

/// How often the day of the authority moved whose calendar a fact changes.
fn moved(application: &Application, fact: &ApplicationFact) -> usize {
    let ApplicationFact::CalendarChanged { authority, .. } = fact else {
        return 0;
    };
    application
        .referrals
        .get(authority)
        .map_or(0, |one| one.moved.len())
}
