//! The history of a case: what each of its facts did, in the order in which it happened, and who reads of it.

use crate::telling::{appeal_ended, asked, decided};
use crate::{Application, ApplicationFact, Decision, ItemAnswer, News, Share, Silence};
use act::{AuthorityId, Context, Reason, Recorded, State};

/// What happened, as the history tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// What is told in the inbox in the same words.
    News(News),
    /// A letter was recorded, in which an authority decided this.
    Letter(News),
    /// An authority began its review.
    ReviewBegun,
    /// Items of a question were answered.
    ItemsAnswered,
    /// Items of a question were taken back.
    ItemsTakenBack,
    /// It was said which organiser sees to a condition.
    OwnerNamed,
    /// A condition was shown to be kept.
    ConditionShown,
    /// A permit was issued.
    PermitIssued,
    /// A permit was replaced by another.
    PermitReplaced,
}

/// Every deed that has words of its own, with its stable name.
const NAMES: [(Deed, &str); 7] = [
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
    /// The authority and who leads: what the one writes to press the other.
    Pressed(AuthorityId),
    /// The authority's own people alone.
    Own(AuthorityId),
    /// Who holds the event, who leads, and the authority whose decision it is against, if it is one authority's.
    Appeal(Option<AuthorityId>),
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
    /// The reference of a permit, or the name of a document or of a body of appeal.
    pub named: Option<String>,
    /// What was said.
    pub words: Vec<String>,
    /// Who reads of it.
    pub circle: Circle,
    /// Who did it, and when.
    pub by: Context,
    /// The number of its fact among those of the case, from 1.
    pub number: usize,
}

/// What the facts of a case did, the first first. What changes nothing that anyone reads is passed over.
#[must_use]
pub fn history(facts: &[Recorded<ApplicationFact>]) -> Vec<Happened> {
    let mut application = Application::default();
    let mut all = vec![];
    for (number, recorded) in (1..).zip(facts) {
        let before = Before::of(&application, &recorded.fact);
        application.evolve(recorded);
        let found = happened(&before, &application, recorded);
        all.extend(found.map(|found| Happened { number, ..found }));
    }
    all
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

/// What is said of a fact before it is known of whom.
struct Said<'a>(&'a Context);

impl Said<'_> {
    fn everyone(&self, deed: Deed) -> Happened {
        Happened {
            deed,
            authority: None,
            condition: None,
            days: None,
            share: None,
            named: None,
            words: vec![],
            circle: Circle::Everyone,
            by: self.0.clone(),
            number: 0,
        }
    }

    /// The same, about an authority.
    fn about(&self, authority: &AuthorityId, deed: Deed) -> Happened {
        Happened {
            authority: Some(authority.clone()),
            ..self.everyone(deed)
        }
    }

    /// The same, of which the words are between it and who holds the event.
    fn between(&self, authority: &AuthorityId, deed: Deed) -> Happened {
        Happened {
            circle: Circle::Words(authority.clone()),
            ..self.about(authority, deed)
        }
    }

    /// What is done about a condition of the permit.
    fn kept(&self, (authority, number): (&AuthorityId, u32), deed: Deed) -> Happened {
        Happened {
            condition: Some(number),
            ..self.between(authority, deed)
        }
    }
}

impl Happened {
    fn saying<'a>(mut self, words: impl IntoIterator<Item = &'a Reason>) -> Happened {
        self.words.extend(words.into_iter().map(ToString::to_string));
        self
    }

    fn naming(self, named: impl ToString) -> Happened {
        Happened {
            named: Some(named.to_string()),
            ..self
        }
    }
}

/// What a decision says beside why: the conditions that it sets.
fn demands(decision: &Decision) -> Vec<String> {
    match decision {
        Decision::GrantedWithConditions { conditions } => {
            conditions.iter().map(|one| one.text.to_string()).collect()
        }
        _ => vec![],
    }
}

/// Every kind of fact is named, so that a new one must say what its history is and who reads it.
fn happened(before: &Before, after: &Application, recorded: &Recorded<ApplicationFact>) -> Option<Happened> {
    let said = Said(&recorded.by);
    let news = |news| said.everyone(Deed::News(news));
    Some(match &recorded.fact {
        ApplicationFact::Submitted { .. } if before.handed_in => news(News::HandedInAgain),
        ApplicationFact::Submitted { .. } => news(News::HandedIn),
        ApplicationFact::DocumentHandedIn(one) => news(News::Document).naming(&one.name),
        ApplicationFact::Returned { lacks } => news(News::GivenBack).saying([lacks]),
        ApplicationFact::FoundValid => news(News::Circulated),
        ApplicationFact::Amended { .. } => news(News::Amended),
        ApplicationFact::Withdrawn { reasons } => news(News::Withdrawn).saying(reasons),
        ApplicationFact::Lapsed if after.permit.is_some() => news(News::LapsedSuspended),
        ApplicationFact::Lapsed => news(News::Lapsed),
        ApplicationFact::CalendarChanged { authority, .. } => {
            let moves = moved(after, &recorded.fact) > before.moved;
            return moves.then(|| said.about(authority, Deed::News(News::DayMoved)));
        }
        ApplicationFact::SilenceCounted {
            silence: Silence::Nothing,
            ..
        } => return None,
        ApplicationFact::Referred(_)
        | ApplicationFact::Reopened { .. }
        | ApplicationFact::NoLongerAsked { .. }
        | ApplicationFact::AskedAlso { .. }
        | ApplicationFact::TakenBack { .. }
        | ApplicationFact::ReviewBegun { .. }
        | ApplicationFact::Reminded { .. } => return of_asking(&said, &recorded.fact),
        ApplicationFact::Recommended { .. }
        | ApplicationFact::Decided { .. }
        | ApplicationFact::LetterRecorded { .. }
        | ApplicationFact::LetterDisowned { .. }
        | ApplicationFact::ConditionsRevised { .. }
        | ApplicationFact::SilenceCounted { .. }
        | ApplicationFact::PeriodOverrun { .. }
        | ApplicationFact::ReasonsUnsealed { .. } => return of_deciding(&said, &recorded.fact),
        ApplicationFact::QuestionAsked { .. }
        | ApplicationFact::QuestionAnswered { .. }
        | ApplicationFact::QuestionWithdrawn { .. }
        | ApplicationFact::ItemsAnswered { .. }
        | ApplicationFact::ItemsTakenBack { .. }
        | ApplicationFact::ExtensionProposed { .. }
        | ApplicationFact::ExtensionAnswered { .. }
        | ApplicationFact::CounterOffered { .. }
        | ApplicationFact::OfferAnswered { .. }
        | ApplicationFact::OfferWithdrawn { .. } => return between(&said, &recorded.fact),
        ApplicationFact::OwnerNamed { .. }
        | ApplicationFact::ConditionShown { .. }
        | ApplicationFact::ProofDeclined { .. }
        | ApplicationFact::ConditionDischarged { .. } => return of_keeping(&said, &recorded.fact),
        ApplicationFact::PermitIssued(_)
        | ApplicationFact::PermitReplaced { .. }
        | ApplicationFact::PermitRevoked { .. }
        | ApplicationFact::PermitSuspended { .. }
        | ApplicationFact::SuspensionLifted { .. }
        | ApplicationFact::SuspensionEnded { .. }
        | ApplicationFact::AppealNoted { .. }
        | ApplicationFact::AppealEnded { .. } => return of_permit(&said, after, &recorded.fact),
    })
}

/// Whom the case is put to.
fn of_asking(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    let about = |authority, news| said.about(authority, Deed::News(news));
    Some(match fact {
        ApplicationFact::Referred(planned) => about(&planned.authority, asked(planned)),
        ApplicationFact::Reopened { referral, .. } => about(&referral.authority, News::AskedAnew),
        ApplicationFact::NoLongerAsked { authority, .. } => about(authority, News::NotAsked),
        ApplicationFact::TakenBack { authority, reasons } => {
            about(authority, News::NotAsked).saying([reasons])
        }
        ApplicationFact::AskedAlso { referral, reasons } => {
            about(&referral.authority, News::AskedAlso).saying([reasons])
        }
        // Who began it is for its own people; that it began is shown to all.
        ApplicationFact::ReviewBegun { authority } => said.between(authority, Deed::ReviewBegun),
        ApplicationFact::Reminded { authority, words } => Happened {
            circle: Circle::Pressed(authority.clone()),
            ..about(authority, News::Reminded).saying([words])
        },
        _ => return None,
    })
}

/// What an authority decided, or what counts as that.
fn of_deciding(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    let about = |authority, news| said.about(authority, Deed::News(news));
    let deciding = |authority, deed, decision, reasons: &Option<Reason>| {
        let mut one = said.about(authority, deed).saying(reasons);
        one.words.extend(demands(decision));
        one
    };
    Some(match fact {
        ApplicationFact::Recommended {
            authority,
            decision,
            reasons,
            ..
        } => Happened {
            circle: Circle::Own(authority.clone()),
            ..deciding(authority, Deed::News(News::Recommended), decision, reasons)
        },
        ApplicationFact::Decided {
            authority,
            decision,
            reasons,
            ..
        } => deciding(authority, Deed::News(decided(decision)), decision, reasons),
        ApplicationFact::LetterRecorded {
            authority,
            decision,
            reasons,
            ..
        } => deciding(authority, Deed::Letter(decided(decision)), decision, reasons),
        ApplicationFact::LetterDisowned { authority, reasons } => said
            .between(authority, Deed::News(News::LetterDisowned))
            .saying([reasons]),
        ApplicationFact::ConditionsRevised {
            authority,
            conditions,
            reasons,
            ..
        } => {
            let mut one = about(authority, News::ConditionsRevised).saying([reasons]);
            one.words
                .extend(conditions.iter().map(|one| one.text.to_string()));
            one
        }
        ApplicationFact::SilenceCounted {
            authority, silence, ..
        } => match silence {
            Silence::Nothing => return None,
            Silence::DeemedGranted => about(authority, News::DeemedGranted),
            Silence::DeemedRefused => about(authority, News::DeemedRefused),
        },
        ApplicationFact::PeriodOverrun { authority, .. } => about(authority, News::Overdue),
        ApplicationFact::ReasonsUnsealed {
            authority, opening, ..
        } => about(authority, News::ReasonsUnsealed).saying([&opening.words]),
        _ => return None,
    })
}

/// What passes between an authority and who holds the event.
fn between(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    let between = |authority, news| said.between(authority, Deed::News(news));
    Some(match fact {
        ApplicationFact::QuestionAsked {
            authority,
            text,
            items,
            ..
        } => {
            let of = u32::try_from(items.len()).unwrap_or(u32::MAX);
            let share = (of > 0).then_some(Share {
                answered: 0,
                of,
                declined: 0,
            });
            let mut one = between(authority, News::Question).saying([text]);
            one.words.extend(
                items
                    .iter()
                    .filter_map(|one| one.words.as_ref())
                    .map(ToString::to_string),
            );
            Happened { share, ..one }
        }
        ApplicationFact::QuestionAnswered {
            authority, answer, ..
        } => between(authority, News::Answer).saying([answer]),
        ApplicationFact::QuestionWithdrawn { authority, .. } => between(authority, News::QuestionWithdrawn),
        ApplicationFact::ItemsAnswered {
            authority, answers, ..
        } => {
            let mut one = said.between(authority, Deed::ItemsAnswered);
            one.words
                .extend(answers.iter().filter_map(|one| words_of(&one.answer)));
            one
        }
        ApplicationFact::ItemsTakenBack { authority, .. } => said.between(authority, Deed::ItemsTakenBack),
        ApplicationFact::ExtensionProposed {
            authority,
            days,
            reasons,
            ..
        } => Happened {
            days: Some(*days),
            ..between(authority, News::MoreTime).saying([reasons])
        },
        ApplicationFact::ExtensionAnswered {
            authority,
            agreed,
            reasons,
            ..
        } => {
            let news = if *agreed {
                News::MoreTimeAgreed
            } else {
                News::MoreTimeDeclined
            };
            between(authority, news).saying(reasons)
        }
        ApplicationFact::CounterOffered {
            authority, reasons, ..
        } => between(authority, News::Offer).saying([reasons]),
        ApplicationFact::OfferAnswered {
            authority,
            accepted,
            reasons,
            ..
        } => {
            let news = if *accepted {
                News::OfferAccepted
            } else {
                News::OfferDeclined
            };
            between(authority, news).saying(reasons)
        }
        ApplicationFact::OfferWithdrawn { authority, .. } => between(authority, News::OfferWithdrawn),
        _ => return None,
    })
}

/// What an answer to an item says in words.
fn words_of(answer: &ItemAnswer) -> Option<String> {
    match answer {
        ItemAnswer::Given { words, .. } => words.as_ref().map(ToString::to_string),
        ItemAnswer::CannotBe { why } => Some(why.to_string()),
    }
}

/// What is done about the conditions of the permit.
fn of_keeping(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    Some(match fact {
        ApplicationFact::OwnerNamed {
            authority, number, ..
        } => said.kept((authority, *number), Deed::OwnerNamed),
        ApplicationFact::ConditionShown {
            authority,
            number,
            words,
            ..
        } => said
            .kept((authority, *number), Deed::ConditionShown)
            .saying([words]),
        ApplicationFact::ProofDeclined {
            authority,
            number,
            reasons,
            ..
        } => said
            .kept((authority, *number), Deed::News(News::ProofDeclined))
            .saying([reasons]),
        ApplicationFact::ConditionDischarged {
            authority,
            number,
            reasons,
            ..
        } => said
            .kept((authority, *number), Deed::News(News::ConditionDischarged))
            .saying(reasons),
        _ => return None,
    })
}

/// What becomes of the permit, and of appeals.
fn of_permit(said: &Said<'_>, after: &Application, fact: &ApplicationFact) -> Option<Happened> {
    let news = |news| said.everyone(Deed::News(news));
    let appealed = |number: u32, news| {
        let mut appeals = after.appeals.iter();
        let against = appeals
            .find(|one| one.number == number)?
            .against
            .authority()
            .cloned();
        Some(Happened {
            circle: Circle::Appeal(against.clone()),
            authority: against,
            ..said.everyone(Deed::News(news))
        })
    };
    Some(match fact {
        ApplicationFact::PermitIssued(content) => said.everyone(Deed::PermitIssued).naming(&content.permit),
        ApplicationFact::PermitReplaced { permit, reasons, .. } => said
            .everyone(Deed::PermitReplaced)
            .naming(permit)
            .saying([reasons]),
        ApplicationFact::PermitRevoked { reasons, .. } => news(News::Revoked).saying([reasons]),
        ApplicationFact::PermitSuspended { reasons, .. } => news(News::Suspended).saying([reasons]),
        ApplicationFact::SuspensionLifted { reasons, .. } => news(News::SuspensionLifted).saying(reasons),
        ApplicationFact::SuspensionEnded { .. } => news(News::SuspensionEnded),
        ApplicationFact::AppealNoted { number, body, .. } => {
            appealed(*number, News::AppealNoted)?.naming(body)
        }
        ApplicationFact::AppealEnded {
            number, how, words, ..
        } => appealed(*number, appeal_ended(*how))?.saying([words]),
        _ => return None,
    })
}
