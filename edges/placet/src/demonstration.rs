//! The demonstration: its cast and papers from `examples/`, seeded once through the same acts as the pages.

use crate::failure::Failure;
use act::{
    Actor, ApplicationId, AuthorityId, AuthorityToAct, OrganisationId, PersonId, Reason, RequestId, Role,
};
use clearance::acts::{AskQuestion, BeginReview, CaseAct, Circulate, Decide, Withdraw};
use clearance::{Condition, Decision};
use desk::ports::Clock;
use desk::store::Kept;
use desk::{Desk, accounts::Account};
use identity::{Names, OrganisationKind};
use jiff::Timestamp;
use rulebook::{Rulebook, Value};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use web::Language;

/// The meetings of the case.
pub const MEETINGS: &str = include_str!("../../../examples/meetings.toml");
const DEMONSTRATION: &str = include_str!("../../../examples/demonstration.toml");
const CASE: &str = include_str!("../../../examples/anniversary.toml");

/// The cast and the papers.
#[derive(Debug, Deserialize)]
pub struct Script {
    /// The instant that the clock shows at first.
    pub now: Timestamp,
    /// The rulebook.
    pub rulebook: String,
    /// The name of the ledger.
    pub origin: String,
    organisation: Vec<OrganisationEntry>,
    /// Its people.
    pub person: Vec<PersonEntry>,
    application: ApplicationEntry,
    reception: ReceptionEntry,
    papers: Papers,
}

#[derive(Debug, Deserialize)]
struct OrganisationEntry {
    key: String,
    kind: String,
    authority: Option<String>,
    name: BTreeMap<String, String>,
}

/// A person of the cast.
#[derive(Debug, Deserialize)]
pub struct PersonEntry {
    key: String,
    name: String,
    /// The address that the picker signs in.
    pub address: String,
    organisation: String,
    roles: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct ApplicationEntry {
    request: String,
    co_organisers: Vec<String>,
    description: String,
    components: Vec<ComponentEntry>,
}

/// An application that was withdrawn: its form as it was sent, and why.
#[derive(Debug, Deserialize)]
struct ReceptionEntry {
    reasons: String,
    fields: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct ComponentEntry {
    kind: String,
    title: String,
}

#[derive(Debug, Deserialize)]
struct Papers {
    municipality_conditions: Vec<String>,
    interior_question: String,
}

/// Reads the script that ships with the program.
pub fn script() -> Result<Script, Failure> {
    toml::from_str(DEMONSTRATION)
        .map_err(|fault| Failure::usage(format!("examples/demonstration.toml: {fault}")))
}

/// A clock that stands where the seeding puts it.
pub struct SteppedClock(Mutex<Timestamp>);

impl SteppedClock {
    /// A clock that stands at an instant.
    pub fn at(instant: Timestamp) -> Self {
        SteppedClock(Mutex::new(instant))
    }

    fn step(&self, instant: &str) -> Result<(), Failure> {
        let instant = instant.parse().map_err(Failure::usage)?;
        if let Ok(mut now) = self.0.lock() {
            *now = instant;
        }
        Ok(())
    }
}

impl Clock for SteppedClock {
    fn now(&self) -> Timestamp {
        self.0.lock().map_or(Timestamp::UNIX_EPOCH, |now| *now)
    }
}

/// The cast once it is registered.
struct Cast {
    organisations: BTreeMap<String, OrganisationId>,
    people: BTreeMap<String, Actor>,
}

impl Cast {
    fn actor(&self, key: &str) -> Result<&Actor, Failure> {
        self.people
            .get(key)
            .ok_or_else(|| Failure::usage(format!("examples/demonstration.toml: there is no person {key}")))
    }
}

/// The entry that says that everything was seeded: it is kept last.
const WHOLE: (&str, &str) = ("demonstration", "whole");

/// Whether the demonstration that lies here was seeded to its end.
pub async fn is_whole(desk: &Desk) -> Result<bool, Failure> {
    Ok(desk.store().kept(WHOLE.0, WHOLE.1, 0).await?.is_some())
}

/// Seeds an empty store.
pub async fn seed(desk: &Desk, clock: &SteppedClock, script: &Script) -> Result<(), Failure> {
    clock.step("2023-04-24T02:00:00Z")?;
    let cast = register(desk, script).await?;
    clock.step("2023-04-28T02:00:00Z")?;
    let brought = crate::meetings::import(
        desk,
        cast.actor("desk-officer")?,
        "examples/meetings.toml",
        MEETINGS,
    )
    .await?;
    let request = brought
        .requests
        .get(&script.application.request)
        .copied()
        .ok_or_else(|| {
            Failure::usage(format!(
                "examples/demonstration.toml: the meetings have no request {}",
                script.application.request
            ))
        })?;
    walk(desk, clock, script, &cast, request).await?;
    withdrawn(desk, clock, script, &cast).await?;
    let whole = Kept {
        kind: WHOLE.0,
        key: WHOLE.1.to_owned(),
        owner: String::new(),
        version: 1,
        expires: None,
        body: vec![],
    };
    Ok(desk.store().keep(whole).await?)
}

/// The program itself, where nobody has a role yet.
pub fn bootstrap(organisation: OrganisationId, person: PersonId) -> Actor {
    Actor {
        person,
        organisation,
        role: Role::Operator,
        authority: AuthorityToAct::Rule,
    }
}

async fn register(desk: &Desk, script: &Script) -> Result<Cast, Failure> {
    let operator = bootstrap(OrganisationId::of(0), PersonId::of(0));
    let mut cast = Cast {
        organisations: BTreeMap::new(),
        people: BTreeMap::new(),
    };
    for entry in &script.organisation {
        let names = Names::new(entry.name.iter().map(|(tag, name)| (tag.as_str(), name.as_str())))
            .map_err(Failure::usage)?;
        let kind = OrganisationKind::named(&entry.kind).unwrap_or(OrganisationKind::Other);
        let authority = entry
            .authority
            .as_deref()
            .map(str::parse::<AuthorityId>)
            .transpose()
            .map_err(Failure::usage)?;
        let id = desk
            .register_organisation(&operator, names, kind, authority)
            .await?;
        cast.organisations.insert(entry.key.clone(), id);
    }
    for entry in &script.person {
        let account: Account = desk
            .add_person(&operator, &entry.name, &entry.address, true)
            .await?;
        let organisation = cast.organisations[&entry.organisation];
        for role in entry.roles.iter().filter_map(|role| Role::named(role)) {
            desk.grant_role(&operator, organisation, account.person, role)
                .await?;
            let actor = Actor {
                person: account.person,
                organisation,
                role,
                authority: AuthorityToAct::Role,
            };
            cast.people.insert(entry.key.clone(), actor);
        }
    }
    Ok(cast)
}

/// The anniversary from the request to its state of 1 September: two have agreed, one asks, one reviews.
async fn walk(
    desk: &Desk,
    clock: &SteppedClock,
    script: &Script,
    cast: &Cast,
    request: RequestId,
) -> Result<(), Failure> {
    clock.step("2023-08-01T03:10:00Z")?;
    let organiser = cast.actor("organiser")?;
    let id = desk
        .begin_draft(organiser, &script.rulebook, Some(request))
        .await?;
    let draft = desk.draft_of(organiser, id).await?;
    let fields = fields(desk, script, cast, draft.fields)?;
    let saved = desk.save_draft(organiser, id, draft.version, fields).await?;
    desk.submit(organiser, id, saved.version).await?;
    clock.step("2023-08-02T02:30:00Z")?;
    let acts = async |key: &str, act: CaseAct| -> Result<(), Failure> {
        Ok(desk.change(cast.actor(key)?, id, act).await?)
    };
    let [defence, foreign_affairs, municipality, interior] =
        ["mond", "mfaic", "phnom-penh", "moi"].map(|id| id.parse::<AuthorityId>().map_err(Failure::usage));
    let decide = |authority, decision| Decide {
        authority,
        decision,
        reasons: None,
    };
    acts("coordinator", Circulate::default().into()).await?;
    clock.step("2023-08-07T04:00:00Z")?;
    let begun = BeginReview { authority: defence? };
    acts("defence-decider", begun.into()).await?;
    clock.step("2023-08-19T03:20:00Z")?;
    let granted = decide(foreign_affairs?, Decision::Granted);
    acts("foreign-affairs-decider", granted.into()).await?;
    clock.step("2023-08-24T07:45:00Z")?;
    let municipality = municipality?;
    let ticked = &script.papers.municipality_conditions;
    let conditions = conditions(desk, script, organiser, (id, &municipality), ticked).await?;
    let granted = decide(municipality, Decision::GrantedWithConditions { conditions });
    acts("municipality-decider", granted.into()).await?;
    clock.step("2023-08-26T08:05:00Z")?;
    let text = Reason::new(&script.papers.interior_question).map_err(Failure::usage)?;
    let question = AskQuestion {
        authority: interior?,
        text,
        items: vec![],
    };
    acts("interior-officer", question.into()).await
}

/// Conditions of the rulebook, as an authority ticks them that leaves them as they stand.
async fn conditions(
    desk: &Desk,
    script: &Script,
    reader: &Actor,
    (id, authority): (ApplicationId, &AuthorityId),
    ticked: &[String],
) -> Result<Vec<Condition>, Failure> {
    let application = desk.case(reader, id).await?.application;
    let rulebook = in_force(desk, script)?;
    let library = clearance::library(&rulebook, &application, authority);
    let condition = |wanted: &String| {
        let one = library.iter().find(|one| one.id == *wanted);
        let set = one.and_then(|one| web::as_it_stands(Language::English, one, &application));
        set.ok_or_else(|| {
            Failure::usage(format!(
                "examples/demonstration.toml: {authority} cannot set the condition {wanted} as it stands"
            ))
        })
    };
    ticked.iter().map(condition).collect()
}

fn in_force(desk: &Desk, script: &Script) -> Result<Arc<Rulebook>, Failure> {
    desk.rulebooks().in_force(&script.rulebook).ok_or_else(|| {
        Failure::usage(format!(
            "the rulebook {} of the demonstration is not there",
            script.rulebook
        ))
    })
}

/// The embassy hands a reception in, and withdraws it: a past application that a changed rule can be tried on.
async fn withdrawn(desk: &Desk, clock: &SteppedClock, script: &Script, cast: &Cast) -> Result<(), Failure> {
    clock.step("2023-08-28T03:30:00Z")?;
    let embassy = cast.actor("co-organiser")?;
    let id = desk.begin_draft(embassy, &script.rulebook, None).await?;
    let draft = desk.draft_of(embassy, id).await?;
    let mut fields = draft.fields;
    fields.extend(script.reception.fields.clone());
    let saved = desk.save_draft(embassy, id, draft.version, fields).await?;
    desk.submit(embassy, id, saved.version).await?;
    clock.step("2023-08-30T08:15:00Z")?;
    let reasons = Reason::new(&script.reception.reasons).map_err(Failure::usage)?;
    let withdrawn = Withdraw {
        reasons: Some(reasons),
    };
    Ok(desk.change(embassy, id, withdrawn).await?)
}

/// The draft as the organiser typed it: the case file's event and answers, the script's components and partners.
fn fields(
    desk: &Desk,
    script: &Script,
    cast: &Cast,
    begun: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, Failure> {
    let rulebook = in_force(desk, script)?;
    let case = rulebook::Case::parse("examples/anniversary.toml", CASE, &rulebook).map_err(|faults| {
        Failure::usage(
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    })?;
    let mut fields = begun;
    let mut put = |name: String, value: String| fields.insert(name, value);
    put("title".into(), case.title.clone());
    put("description".into(), script.application.description.clone());
    put("place".into(), case.event.place.clone());
    put("date".into(), case.event.date.to_string());
    put("from".into(), case.event.from.strftime("%H:%M").to_string());
    put("until".into(), case.event.to.strftime("%H:%M").to_string());
    for component in &script.application.components {
        put(format!("component-{}", component.kind), "on".into());
        put(
            format!("component-{}-title", component.kind),
            component.title.clone(),
        );
    }
    for partner in &script.application.co_organisers {
        put(
            format!(
                "{}{}",
                desk::clearance::ORGANISER_FIELD,
                cast.organisations[partner]
            ),
            "on".into(),
        );
    }
    for (input, value) in &case.answers {
        put(desk::clearance::answer_field(input), typed(value));
    }
    Ok(fields)
}

/// An answer as the form sends it.
fn typed(value: &Value) -> String {
    match value {
        Value::Boolean(true) => "yes".to_owned(),
        Value::Boolean(false) => "no".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
impl Script {
    /// Makes one of its acts one that is refused, when much is done already.
    pub fn break_off(&mut self) {
        self.papers.interior_question.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_yes_or_no_is_one_of_the_forms_choices() {
        assert_eq!(
            [true, false].map(|yes| typed(&Value::Boolean(yes))),
            ["yes", "no"]
        );
        assert_eq!(typed(&Value::Number(8000.into())), "8000");
    }
}
