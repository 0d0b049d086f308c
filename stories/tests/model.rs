//! Random people doing random things to one case, on both databases step by step, beside a model of a case that knows nothing of the
//! program: it reads the bytes of facts as any reader of the ledger could, and says where the case stands and what must be refused.

mod aside;
mod case;

use crate::properties::{Step, a_walk, does, filled, walks};
use act::{Actor, ApplicationId, Context, Role};
use case::Case;
use clearance::acts::*;
use clearance::{Application, Decision, Outcome};
use desk::Fault;
use desk::store::StreamId;
use std::collections::BTreeSet;
use stories::{Database, Installation, Told};

/// When each case is begun.
const BEGUN: &str = "2023-08-03T04:00:00Z";
/// How many steps are taken on both databases.
const ROUNDS: usize = 480;
/// Among how many steps the next is the first that somebody can take, so that cases get far.
const CHOICE: usize = 400;
/// How many steps are taken on a case that is at its end, and on one case at the most.
const AFTERWARDS: usize = 5;
const ON_ONE: usize = 60;

/// A case on one database, its model, and how many of its facts the model has read.
struct Side {
    app: Installation,
    id: ApplicationId,
    people: Vec<Actor>,
    model: Case,
    read: usize,
    links: Vec<String>,
    days: aside::Days,
}

/// What became of a step: done, refused by a name, or nothing that this person sees.
type End = Result<(), Option<&'static str>>;

impl Side {
    async fn of(app: Installation) -> Told<Side> {
        let people = app.cast.members().filter_map(|member| member.actor.clone());
        Ok(Side {
            people: people.collect(),
            id: app.submitted(None).await?,
            model: Case::default(),
            read: 0,
            links: vec![],
            days: aside::Days::default(),
            app,
        })
    }

    /// Begins another case.
    async fn begins(&mut self) -> Told {
        self.id = self.app.submitted(None).await?;
        (self.model, self.read) = (Case::default(), 0);
        self.links.clear();
        Ok(())
    }

    async fn case(&self) -> Told<Application> {
        let auditor = self.app.cast.actor("auditor")?;
        Ok(self.app.desk.case(auditor, self.id).await?.application)
    }

    /// Shows the model what was written since; each fact comes out of its bytes as it went in.
    async fn reads(&mut self, kinds: &mut BTreeSet<String>) -> Told {
        let stream = StreamId::new("application", self.id);
        let facts = self.app.desk.store().stream(&stream).await?;
        for fact in &facts[self.read..] {
            let bytes = fact.payload.as_ref().ok_or("a fact has no bytes")?;
            let (place, recorded) = record::read::<clearance::ApplicationFact>(bytes)?;
            assert_eq!(&record::write(&place, &recorded)?, bytes, "{recorded:?}");
            kinds.extend(self.model.reads(bytes)?);
        }
        self.read = facts.len();
        Ok(())
    }

    /// Takes the first of some steps that somebody can take, and who that is; the first of all where nobody can take one. Now and then
    /// somebody else takes it.
    async fn fits(&self, steps: &mut Vec<Step>) -> Told<(Step, usize)> {
        let auditor = self.app.cast.actor("auditor")?;
        let view = self.app.desk.case(auditor, self.id).await?;
        let all: Vec<Vec<Possible>> = self
            .people
            .iter()
            .map(|actor| {
                let context = Context {
                    actor: actor.clone(),
                    ..view.context.clone()
                };
                possible(&view.application, &context)
            })
            .collect();
        let can = |step: &Step| {
            let said = format!("{:?}", step.act);
            // What is done on a referral has to be on this one.
            let fits = |one: &Possible| {
                let on = one.on.authority();
                one.act == step.act.name() && on.is_none_or(|one| said.contains(&format!("{one:?}")))
            };
            all.iter().position(|possible| possible.iter().any(fits))
        };
        let found = steps
            .iter()
            .take(CHOICE)
            .enumerate()
            .find_map(|(at, step)| Some((at, can(step)?)));
        let (at, who) = found.unwrap_or((0, 0));
        let step = steps.remove(at);
        let who = if step.who.is_multiple_of(6) { step.who } else { who };
        Ok((step, who % self.people.len()))
    }

    /// What is due by now happens, and the model hears of it.
    async fn comes_to(&mut self, at: jiff::Timestamp, kinds: &mut BTreeSet<String>) -> Told {
        self.app.clock_at(&at.to_string())?;
        self.app.desk.do_what_is_due().await?;
        self.reads(kinds).await
    }

    /// Somebody takes one step; what the model says must be refused is, and what it says must be taken is.
    async fn walks(&mut self, (step, who): &(Step, usize), at: jiff::Timestamp) -> Told<End> {
        let actor = self.people[*who].clone();
        let case = self.case().await?;
        let act = filled(step, &case);
        let (must_fail, must_pass) = (
            self.forbids(&case, &actor, &act, at),
            self.demands(&case, &actor, &act, at),
        );
        // What is sealed differs in nothing that is modelled.
        let how = (false, &mut self.links);
        let done = does(&self.app, &actor, self.id, act, how).await;
        assert!(
            !(done.is_ok() && must_fail),
            "{step:?} by {actor:?} was taken in {:?}",
            self.model
        );
        assert!(
            !(done.is_err() && must_pass),
            "{step:?} by {actor:?}: {done:?} in {:?}",
            self.model
        );
        ended(done)
    }

    /// The organiser hands in again what was given back.
    async fn hands_in_again(&self) -> Told<End> {
        let organiser = self.app.cast.actor("organiser")?;
        let draft = self.app.desk.begin_draft_after(organiser, self.id).await?;
        ended(self.app.submit(organiser, draft).await.map(drop))
    }

    /// Somebody does something beside the case, which leaves it where it stands.
    async fn aside(&mut self, step: &Step) -> Told<End> {
        if self.model.stage() == "returned" {
            return self.hands_in_again().await;
        }
        let actor = self.people[step.who % self.people.len()].clone();
        ended(aside::does(self, step, &actor).await)
    }

    /// Whether the act must be refused, whatever else is the case.
    fn forbids(&self, case: &Application, actor: &Actor, act: &CaseAct, at: jiff::Timestamp) -> bool {
        let model = &self.model;
        let (own, is) = (actor.organisation.to_string(), |role: Role| actor.role == role);
        let leads = case
            .lead
            .as_ref()
            .is_some_and(|lead| lead.organisation == actor.organisation);
        let applies = model.is_organised_by(&own) && (is(Role::Applicant) || is(Role::Agent));
        let of_authority = |authority: &act::AuthorityId| model.is_of(authority.as_str(), &own);
        match act {
            CaseAct::Decide(decide) => {
                let id = decide.authority.as_str();
                !is(Role::Decider)
                    || !of_authority(&decide.authority)
                    || model.decided(id)
                    || model.has_open_question(id)
                    || model.is_over()
                    || case.submission.as_ref().is_some_and(|one| one.event.is_over(at))
            }
            CaseAct::AskQuestion(ask) => {
                let id = ask.authority.as_str();
                !of_authority(&ask.authority)
                    || model.decided(id)
                    || model.has_open_question(id)
                    || model.is_over()
            }
            CaseAct::AnswerQuestion(answer) => {
                !applies || !model.has_open_question(answer.authority.as_str()) || model.is_over()
            }
            CaseAct::Circulate(_) => !leads || model.stage() != "submitted",
            CaseAct::Amend(_) | CaseAct::Withdraw(_) => !applies || model.is_over(),
            CaseAct::IssuePermit(_) => !leads || model.outcome() != "agreed" || model.is_over(),
            CaseAct::ReplacePermit(_) | CaseAct::RevokePermit(_) => !leads || !model.has_live_permit(),
            CaseAct::SuspendPermit(_) => model.stage() != "permitted",
            CaseAct::LiftSuspension(_) => model.stage() != "suspended",
            CaseAct::RecordLetter(letter) => model.decided(letter.authority.as_str()) || model.is_over(),
            CaseAct::BeginReview(begin) => {
                !of_authority(&begin.authority) || model.decided(begin.authority.as_str()) || model.is_over()
            }
            CaseAct::TakeBack(back) => !leads || !model.asks(back.authority.as_str()) || model.is_over(),
            _ => false,
        }
    }

    /// Whether the act must be taken: an authority that was asked, by rules that want one person alone, agrees before the day.
    fn demands(&self, case: &Application, actor: &Actor, act: &CaseAct, at: jiff::Timestamp) -> bool {
        let model = &self.model;
        let CaseAct::Decide(Decide {
            authority,
            decision: Decision::Granted,
            ..
        }) = act
        else {
            return false;
        };
        let id = authority.as_str();
        model.stage() == "in-circulation"
            && actor.role == Role::Decider
            && model.is_of(id, &actor.organisation.to_string())
            && model.consents_alone(id)
            && !model.decided(id)
            && !model.has_open_question(id)
            && !case.submission.as_ref().is_some_and(|one| one.event.is_over(at))
    }

    /// The program and the model agree on where the case stands; and unless that is an end, somebody can bring it nearer to one. What
    /// was given back is handed in again by a draft, which is no act of the case.
    async fn stands(&self, step: &Step, at: jiff::Timestamp) -> Told {
        let case = self.case().await?;
        assert_eq!(case.stage().name(), self.model.stage(), "after {step:?}");
        assert_eq!(outcome(&case), self.model.outcome(), "after {step:?}");
        let can = |actor: &&Actor| {
            let context = Context {
                actor: (*actor).clone(),
                at,
            };
            let all = possible(&case, &context);
            all.iter().any(|one| brings_on(one.act))
        };
        let alive = self.people.iter().any(|actor| can(&actor));
        assert!(
            alive || self.model.is_at_an_end() || ["returned", "permitted"].contains(&self.model.stage()),
            "nobody can bring it on after {step:?}: {:?}",
            self.model
        );
        Ok(())
    }
}

/// Whether an act brings a case nearer to its end, and not only to being withdrawn or talked about.
fn brings_on(act: ActName) -> bool {
    matches!(
        act,
        ActName::Circulate
            | ActName::Decide
            | ActName::Recommend
            | ActName::RecordLetter
            | ActName::AnswerQuestion
            | ActName::AnswerItems
            | ActName::WithdrawQuestion
            | ActName::ReviseConditions
            | ActName::RecordFee
            | ActName::IssuePermit
            | ActName::LiftSuspension
            | ActName::RevokePermit
    )
}

fn ended(done: Result<(), Fault>) -> Told<End> {
    match done {
        Ok(()) => Ok(Ok(())),
        Err(Fault::Refused(one)) => Ok(Err(Some(one.code))),
        Err(Fault::NotFound) => Ok(Err(None)),
        Err(other) => Err(other.into()),
    }
}

fn outcome(case: &Application) -> &'static str {
    match Outcome::of(case) {
        Outcome::NotCirculated => "not-circulated",
        Outcome::Pending { .. } => "pending",
        Outcome::Agreed { .. } => "agreed",
        Outcome::Refused { .. } => "refused",
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn both_databases_and_a_model_that_reads_the_facts_alone_agree_on_every_step() -> Told {
    let one = Installation::where_silence_is(Database::sqlite()?, "deemed-granted").await?;
    let other = Installation::where_silence_is(Database::postgres().await?, "deemed-granted").await?;
    let mut sides = [Side::of(one).await?, Side::of(other).await?];
    let (mut kinds, mut stages) = (BTreeSet::new(), BTreeSet::new());
    let (mut done, mut apart, mut refused) = (0, 0, BTreeSet::new());
    let mut steps: Vec<Step> = walks(&a_walk()).into_iter().flatten().collect();
    let (mut at, mut begun, mut over) = (BEGUN.parse::<jiff::Timestamp>()?, 0, 0);
    for _ in 0..ROUNDS {
        let next = sides[0].fits(&mut steps).await?;
        let step = &next.0;
        at += jiff::SignedDuration::from_mins(step.minutes / 2);
        let mut ends = vec![];
        for side in &mut sides {
            side.comes_to(at, &mut kinds).await?;
            let beside = side.aside(step).await?;
            side.reads(&mut kinds).await?;
            ends.push((beside, side.walks(&next, at).await?));
            side.reads(&mut kinds).await?;
            side.stands(step, at).await?;
        }
        assert_eq!(ends[0], ends[1], "the databases differ at {next:?}");
        assert_eq!(
            sides[0].model, sides[1].model,
            "the databases differ after {next:?}"
        );
        apart += usize::from(ends[0].0.is_ok());
        done += usize::from(ends[0].1.is_ok());
        refused.extend([ends[0].0, ends[0].1].into_iter().filter_map(Result::err));
        stages.insert(sides[0].model.stage());
        // Of what is over some more is tried, and then another case is begun.
        begun += 1;
        over += usize::from(sides[0].model.is_at_an_end());
        if over == AFTERWARDS || begun == ON_ONE {
            (at, begun, over) = (BEGUN.parse()?, 0, 0);
            for side in &mut sides {
                side.app.clock_at(BEGUN)?;
                side.begins().await?;
            }
        }
    }
    // If walks got nowhere, they would prove nothing.
    assert!(
        apart >= 60,
        "only {apart} times something was done beside the case"
    );
    assert!(
        done >= 120 && refused.len() >= 12,
        "{done} were done; refused: {refused:?}"
    );
    assert!(stages.len() >= 6, "only these were reached: {stages:?}");
    let golden = include_str!("../../domain/record/tests/golden.jsonl");
    for kind in &kinds {
        assert!(
            golden.contains(&format!("\"kind\":\"{kind}\"")),
            "{kind} is not golden"
        );
    }
    assert!(kinds.len() >= 25, "only these were written: {kinds:?}");
    for side in sides {
        let (before, after) = side.app.views_before_and_after_rebuilding().await?;
        assert_eq!(before, after);
        side.app.ends().await?;
    }
    Ok(())
}
