//! Tasks of the desk: the list of those that are to be done, and the page of one.

mod giving;

use super::entry::{Entering, Field};
use super::obligations::record;
use super::reading::Reading;
use super::{faults, id};
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults, FieldKind};
use crate::routes::Routes;
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::{Date, PersonId, TaskId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use desk::Fault;
use desk::engagement::TaskView;
use engagement::TaskEnding;
use engagement::acts::AssignTask;
use identity::Names;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/tasks", get(list))
        .route("/tasks/{id}", get(show))
        .route("/tasks/{id}/owner", post(reassign))
        .route("/tasks/{id}/end", post(end))
        .merge(giving::routes())
}

struct Line {
    text: String,
    path: String,
    owner: String,
    due: String,
    /// Whether its day has passed.
    late: bool,
}

#[derive(Template)]
#[template(path = "pages/tasks.html")]
struct TasksPage {
    shell: Shell,
    lines: Vec<Line>,
    may_assign: bool,
}

fn called(t: Text, names: Option<&Names>) -> String {
    names.map_or_else(String::new, |names| {
        names.in_language(t.language().tag()).to_owned()
    })
}

async fn list(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    let (t, today) = (shell.t, site.today());
    let tasks = site.desk.tasks(&signed.actor).await?;
    let owners = site.desk.task_owners(&tasks).await?;
    let lines = tasks.iter().map(|one| Line {
        text: one.text.clone(),
        path: format!("/tasks/{}", one.task),
        owner: called(t, owners.get(&one.owner)),
        due: t.date(one.due),
        late: one.due < today,
    });
    Ok(page(&TasksPage {
        lines: lines.collect(),
        may_assign: AssignTask::check(&site.desk.context(&signed.actor)).is_ok(),
        shell: shell.titled(t.get("tasks-title")),
    }))
}

/// Who does it, and by when.
async fn owner_fields(site: &Site, signed: &Signed, entering: Entering<'_>) -> Result<Vec<Field>, Failure> {
    let t = entering.t;
    let colleagues = site.desk.of_the_desk(&signed.actor).await?;
    let choices = colleagues
        .iter()
        .map(|(person, names)| Choice::new(person.to_string(), called(t, Some(names))));
    // Nobody is chosen by itself.
    let choices = [Choice::new("", t.get("task-choose"))].into_iter().chain(choices);
    let owner = SelectField::new(
        t,
        "owner",
        t.get("field-task-owner"),
        choices.collect(),
        entering.typed,
        entering.faults,
    );
    let due = entering.line("due", "field-task-due").kind(FieldKind::Day);
    Ok(vec![owner.into(), due.into()])
}

fn owner_entered(reading: &mut Reading<'_>) -> (Option<PersonId>, Option<Date>) {
    let owner = reading.choice("owner", |text| text.parse().ok());
    (owner, reading.day("due"))
}

#[derive(Template)]
#[template(path = "pages/task.html")]
struct TaskPage {
    shell: Shell,
    faults: Faults,
    tone: &'static str,
    standing: String,
    rows: Vec<(String, String)>,
    /// What it follows from, and where that is read.
    follows: Option<(String, String)>,
    here: String,
    may_change: bool,
    owner: Vec<Field>,
    ending: Vec<Field>,
}

/// Who has it, who had it before, and how it ended.
fn rows(t: Text, site: &Site, view: &TaskView) -> Vec<(String, String)> {
    let row = |label: &str, value: String| (t.get(label).into_owned(), value);
    let who = |person: &PersonId| called(t, view.owners.get(person));
    let mut given = view.task.given.iter().rev();
    let mut rows = vec![];
    if let Some((owner, due)) = given.next() {
        rows.push(row("field-task-owner", who(owner)));
        rows.push(row("field-task-due", t.date(*due)));
    }
    let before = given.map(|(owner, due)| {
        let words = [("owner", who(owner).into()), ("date", t.date(*due).into())];
        t.with("task-given-before", words)
    });
    let before: Vec<String> = before.collect();
    if !before.is_empty() {
        rows.push(row("task-before", before.join("; ")));
    }
    if let Some(ended) = &view.task.ended {
        rows.push(row("task-note", ended.note.to_string()));
        rows.push(row("task-ended", t.instant(ended.by.at, &site.zone)));
    }
    rows
}

/// Where it stands, and how that looks.
fn standing(t: Text, view: &TaskView, today: Date) -> (&'static str, String) {
    let (tone, id) = match (&view.task.ended, view.task.open()) {
        (Some(ended), _) if ended.how == TaskEnding::Done => ("ok", "task-done"),
        (Some(_), _) => ("quiet", "task-cancelled"),
        (None, Some((_, due))) if due < today => ("bad", "task-late"),
        (None, _) => ("wait", "task-open"),
    };
    (tone, t.get(id).into_owned())
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    view: &TaskView,
    (typed, faults): (&Typed, Faults),
) -> Result<Response, Failure> {
    let t = shell.t;
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let (owner, ending) = if view.may_change {
        let endings = TaskEnding::ALL.map(TaskEnding::name);
        let how = entering.named("how", "field-task-how", "task", &endings);
        let note = entering.lines("note", "field-task-note", 2_000);
        let owner = owner_fields(site, signed, entering).await?;
        (owner, vec![how.into(), note.into()])
    } else {
        (vec![], vec![])
    };
    let (tone, words) = standing(t, view, site.today());
    let mut shell = shell.titled(view.task.text());
    shell.path = format!("/tasks/{}", view.id);
    shell.faulty = !faults.is_empty();
    shell.keep_left_over(typed, &[("note", view.may_change)]);
    let follows = view.follows.as_ref();
    Ok(page(&TaskPage {
        tone,
        standing: words,
        rows: rows(t, site, view),
        follows: follows.map(|(matter, text)| (record(*matter).0, text.clone())),
        here: format!("/tasks/{}", view.id),
        may_change: view.may_change,
        faults: faults
            .clone()
            .named(owner.iter().chain(&ending).flat_map(Field::labels)),
        owner,
        ending,
        shell,
    }))
}

/// The page as it is first: with who has it chosen.
fn first(view: &TaskView) -> Typed {
    match view.task.open() {
        Some((owner, due)) => Typed::default()
            .and("owner", owner.to_string())
            .and("due", due.to_string()),
        None => Typed::default(),
    }
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(task): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.task(&signed.actor, id(&task)?).await?;
    shown(&site, shell, &signed, &view, (&first(&view), Faults::none())).await
}

/// The page again, where what was sent was not taken.
async fn again(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    task: TaskId,
    (typed, done): (&Typed, Result<(), Fault>),
) -> Result<Response, Failure> {
    let Err(fault) = done else {
        return Ok(see_other(&shell.to(&format!("/tasks/{task}"))));
    };
    let faults = faults::shown(&shell, fault)?;
    let view = site.desk.task(&signed.actor, task).await?;
    // Of two forms one was sent: the other stands as it did.
    let typed = first(&view).fields().fold(typed.clone(), |typed, (name, value)| {
        if typed.fields().any(|(given, _)| given == name) {
            typed
        } else {
            typed.and(name, value)
        }
    });
    let page = shown(site, shell, signed, &view, (&typed, faults)).await?;
    Ok(faults::not_taken(page))
}

async fn reassign(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(task): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let task: TaskId = id(&task)?;
    let mut reading = Reading::of(&typed);
    let done = match owner_entered(&mut reading) {
        (Some(owner), Some(due)) => {
            let given = (owner, due);
            site.desk
                .reassign_task(&signed.actor, task, given, site.today())
                .await
        }
        _ => Err(reading.end()),
    };
    again(&site, shell, &signed, task, (&typed, done)).await
}

async fn end(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(task): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let task: TaskId = id(&task)?;
    let mut reading = Reading::of(&typed);
    let how = reading.choice("how", TaskEnding::named);
    let note = reading.text("note");
    let done = match (how, note) {
        (Some(how), Some(note)) => site.desk.end_task(&signed.actor, task, how, note).await,
        _ => Err(reading.end()),
    };
    again(&site, shell, &signed, task, (&typed, done)).await
}
