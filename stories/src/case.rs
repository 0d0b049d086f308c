//! The case of the demonstration brought to a stage in one call, through the desk: for stories that begin there.

use crate::installation::Installation;
use crate::trouble::{Told, trouble};
use act::{Actor, ApplicationId, AuthorityId, Reason, RequestId, Text};
use calendar::{DayKind, GivenDays};
use clearance::acts::{
    Amend, AnswerQuestion, AskQuestion, BeginReview, CaseAct, Circulate, Decide, IssuePermit,
    ProposeExtension,
};
use clearance::{Condition, Decision, Limit, Submission};
use desk::Fault;
use desk::clearance::{FileIn, ORGANISER_FIELD, answer_field};
use desk::governance::CalendarChange;
use jiff::civil::time;
use rulebook::{Case, Value};
use std::collections::BTreeMap;
use web::Language;

const CASE: &str = include_str!("../../examples/anniversary.toml");
/// The rulebook that the case is asked by.
pub const RULEBOOK: &str = "kh-phnom-penh";
/// Why Interior asks for more time.
pub const MORE_TIME: &str = "The fire brigade measures the quay on the 4th.";
/// Why an authority is closed.
pub const FLOOD: &str = "The river stands in the courtyard";
/// Each authority with whoever decides for it.
pub const DECIDERS: [(&str, &str); 4] = [
    ("mfaic", "foreign-affairs-decider"),
    ("mond", "defence-decider"),
    ("moi", "interior-decider"),
    ("phnom-penh", "municipality-decider"),
];

impl Installation {
    /// What the organiser types into the draft, field by field.
    ///
    /// # Errors
    /// If the case file and the rulebook do not fit together.
    pub fn typed(&self) -> Told<BTreeMap<String, String>> {
        let rulebook = self
            .desk
            .rulebooks()
            .in_force(RULEBOOK)
            .ok_or_else(|| trouble("there is no rulebook"))?;
        // A later version asks for more than the file of the case answers.
        let answers = match rulebook.input("protected_guest") {
            Some(_) => "[answers]\nprotected_guest = false\n",
            None => "[answers]\n",
        };
        let case = CASE.replacen("[answers]\n", answers, 1);
        let case = Case::parse("examples/anniversary.toml", &case, &rulebook).map_err(|faults| {
            trouble(
                faults
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join("; "),
            )
        })?;
        let application = &self.cast.application;
        let mut typed = BTreeMap::from([
            ("title".to_owned(), self.title().unwrap_or(case.title.clone())),
            ("description".to_owned(), application.description.clone()),
            ("place".to_owned(), case.event.place.clone()),
            (
                "date".to_owned(),
                self.date().unwrap_or(case.event.date.to_string()),
            ),
            ("from".to_owned(), case.event.from.strftime("%H:%M").to_string()),
            ("until".to_owned(), case.event.to.strftime("%H:%M").to_string()),
        ]);
        for component in &application.components {
            typed.insert(format!("component-{}", component.kind), "on".to_owned());
            typed.insert(
                format!("component-{}-title", component.kind),
                component.title.clone(),
            );
        }
        for partner in &application.co_organisers {
            typed.insert(
                format!("{ORGANISER_FIELD}{}", self.cast.organisation(partner)?),
                "on".to_owned(),
            );
        }
        for (input, value) in &case.answers {
            // A page asks with two boxes, a file answers with a word.
            let value = match value {
                Value::Boolean(true) => "yes".to_owned(),
                Value::Boolean(false) => "no".to_owned(),
                other => other.to_string(),
            };
            typed.insert(answer_field(input), value);
        }
        Ok(typed)
    }

    /// A draft with everything typed and a plan attached, on 1 August.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn drafted(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        self.clock_at("2023-08-01T03:10:00Z")?;
        let organiser = self.cast.actor("organiser")?;
        let id = self.desk.begin_draft(organiser, RULEBOOK, cites).await?;
        let draft = self.desk.draft_of(organiser, id).await?;
        let mut fields = draft.fields;
        fields.extend(self.typed()?);
        self.desk.save_draft(organiser, id, draft.version, fields).await?;
        let plan = FileIn {
            name: "plan.pdf".to_owned(),
            bytes: b"%PDF-1.7\n".to_vec(),
        };
        self.desk.attach(organiser, id, plan, "").await?;
        Ok(id)
    }

    /// Hands a draft in as it stands.
    ///
    /// # Errors
    /// As the desk says.
    pub async fn submit(&self, actor: &Actor, id: ApplicationId) -> Result<String, Fault> {
        let read = self.desk.draft_of(actor, id).await?;
        self.desk.submit(actor, id, read.version).await
    }

    /// The application as handed in.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn submitted(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.drafted(cites).await?;
        self.submit(self.cast.actor("organiser")?, id).await?;
        Ok(id)
    }

    /// The application before the four authorities, on 2 August.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn circulated(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.submitted(cites).await?;
        self.clock_at("2023-08-02T02:30:00Z")?;
        self.acts("coordinator", id, Circulate::default()).await?;
        Ok(id)
    }

    /// What the municipality of the demonstration ticks among the conditions of the rulebook, and leaves as it stands there.
    ///
    /// # Errors
    /// If the rulebook has no such condition for it.
    pub async fn ticked(&self, id: ApplicationId) -> Told<Vec<Condition>> {
        let view = self.desk.case(self.cast.actor("coordinator")?, id).await?;
        let pin = view.application.rulebook.as_ref().ok_or("not handed in")?;
        let rulebook = self.desk.rulebooks().version(&pin.hash).ok_or("no rulebook")?;
        let library = clearance::library(&rulebook, &view.application, &authority("phnom-penh")?);
        let condition = |wanted: &String| {
            let one = library.iter().find(|one| one.id == *wanted);
            let set = one.and_then(|one| web::as_it_stands(Language::English, one, &view.application));
            set.ok_or_else(|| trouble(format!("there is no condition {wanted}")))
        };
        let ticked = self.cast.paper("municipality_conditions")?.iter();
        ticked.map(condition).collect()
    }

    /// The application as on 1 September: two have agreed, one with conditions; one reviews; one waits for an answer.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn under_way(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.acts(
            "defence-decider",
            id,
            BeginReview {
                authority: authority("mond")?,
            },
        )
        .await?;
        self.acts(
            "foreign-affairs-decider",
            id,
            Decide {
                authority: authority("mfaic")?,
                decision: Decision::Granted,
                reasons: None,
            },
        )
        .await?;
        let conditions = self.ticked(id).await?;
        let decision = Decision::GrantedWithConditions { conditions };
        self.acts(
            "municipality-decider",
            id,
            Decide {
                authority: authority("phnom-penh")?,
                decision,
                reasons: None,
            },
        )
        .await?;
        self.clock_at("2023-08-26T08:05:00Z")?;
        let question = Reason::new(&self.cast.paper("interior_question")?.join("\n"))?;
        self.acts(
            "interior-officer",
            id,
            AskQuestion {
                authority: authority("moi")?,
                text: question,
                items: vec![],
            },
        )
        .await?;
        self.clock_at("2023-09-01T02:00:00Z")?;
        Ok(id)
    }

    /// The application as on 21 August: the municipality wants it begun after dark, Interior before.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn contradictory(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.clock_at("2023-08-21T02:00:00Z")?;
        let (dark, light) = (time(19, 0, 0, 0), time(18, 0, 0, 0));
        for (key, whose, text, limit) in [
            (
                "municipality-decider",
                "phnom-penh",
                "Begins no earlier than 19:00.",
                Limit::BeginsFrom(dark),
            ),
            (
                "interior-decider",
                "moi",
                "Begins no later than 18:00.",
                Limit::BeginsBy(light),
            ),
        ] {
            let mut condition = Condition::plain(Text::new(text)?);
            condition.terms.limit = Some(limit);
            let decide = Decide {
                authority: authority(whose)?,
                decision: Decision::GrantedWithConditions {
                    conditions: vec![condition],
                },
                reasons: None,
            };
            self.acts(key, id, decide).await?;
        }
        Ok(id)
    }

    /// The application as on 25 August, when Interior has asked for five working days more.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn short_of_time(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.clock_at("2023-08-25T02:00:00Z")?;
        let more_time = ProposeExtension {
            authority: authority("moi")?,
            days: 5,
            reasons: Reason::new(MORE_TIME)?,
        };
        self.acts("interior-officer", id, more_time).await?;
        Ok(id)
    }

    /// The application when everyone has agreed, on 1 September.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn agreed(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.under_way(cites).await?;
        let answer = Reason::new(&self.cast.paper("interior_answer")?.join("\n"))?;
        self.acts(
            "organiser",
            id,
            AnswerQuestion {
                authority: authority("moi")?,
                number: 1,
                answer,
            },
        )
        .await?;
        for (who, decider) in [("moi", "interior-decider"), ("mond", "defence-decider")] {
            self.acts(
                decider,
                id,
                Decide {
                    authority: authority(who)?,
                    decision: Decision::Granted,
                    reasons: None,
                },
            )
            .await?;
        }
        Ok(id)
    }

    /// The application with its permit, everyone having agreed on 1 September.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn permitted(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.agreed(cites).await?;
        self.acts("coordinator", id, IssuePermit).await?;
        Ok(id)
    }

    /// Someone of the cast does something to a case.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn acts(&self, key: &str, id: ApplicationId, act: impl Into<CaseAct>) -> Told {
        Ok(self.desk.change(self.cast.actor(key)?, id, act).await?)
    }

    /// The organiser changes what is applied for.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn amends(&self, id: ApplicationId, change: impl FnOnce(&mut Submission)) -> Told {
        let act = self.amendment(id, change).await?;
        self.acts("organiser", id, act).await
    }

    /// The act by which the organiser would change what is applied for.
    ///
    /// # Errors
    /// If the case was not handed in.
    pub async fn amendment(&self, id: ApplicationId, change: impl FnOnce(&mut Submission)) -> Told<CaseAct> {
        let view = self.desk.case(self.cast.actor("organiser")?, id).await?;
        let submission = view.application.submission;
        let mut submission = *submission.ok_or_else(|| trouble("it was not handed in"))?;
        change(&mut submission);
        Ok(amending(submission))
    }

    /// An authority enters that it is closed from one day through another.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn closes(&self, key: &str, from: &str, to: &str) -> Told {
        let days = GivenDays {
            from: from.parse()?,
            to: to.parse()?,
            kind: DayKind::Closed,
            reason: Text::new(FLOOD)?,
            source: Text::new("Circular 12")?,
        };
        let change = CalendarChange::Enter(days);
        Ok(self.desk.change_calendar(self.cast.actor(key)?, change).await?)
    }

    /// The reference of a case's permit.
    ///
    /// # Errors
    /// If it has none.
    pub async fn permit_of(&self, id: ApplicationId) -> Told<String> {
        let view = self.desk.case(self.cast.actor("organiser")?, id).await?;
        let permit = view
            .application
            .permit
            .ok_or_else(|| trouble("there is no permit yet"))?;
        Ok(permit.content.permit)
    }
}

/// An authority by its id in the rulebook.
///
/// # Errors
/// If the text is no such id.
pub fn authority(id: &str) -> Told<AuthorityId> {
    Ok(id.parse()?)
}

/// An act by which an application is amended; what the rules say of it the desk adds.
#[must_use]
pub fn amending(submission: Submission) -> CaseAct {
    let (plan, reads) = (vec![], BTreeMap::new());
    Amend {
        submission,
        plan,
        reads,
        offers: None,
    }
    .into()
}
