//! Who stands in for whom in one's organisation: the list, and setting it and ending it, each at a second press.

use super::confirm::{Confirming, Press, Row, Step, asked};
use super::entry::{Entering, Entry};
use super::reading::Reading;
use super::{faults, id, only};
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults, FieldKind};
use crate::reckoning::span;
use crate::routes::Routes;
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::{PersonId, Role};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use desk::deputies::Deputies;
use desk::{Fault, FieldFault};
use identity::acts::Delegate;
use identity::{Delegation, Stands};
use jiff::civil::Date;

/// Where they stand.
const ADDRESS: &str = "/deputies";
/// Where one is set.
const ENTRY: &str = "/deputies/entry";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(ADDRESS, get(show))
        .route(ENTRY, get(entry_form).post(enter))
        .route("/deputies/{number}/end", post(end))
}

/// Who reads who stands in for whom in their organisation.
const READERS: &[Role] = &[Role::Officer, Role::Decider, Role::Coordinator, Role::Auditor];

struct Line {
    /// Who stands in for whom.
    who: String,
    days: String,
    reason: String,
    set: String,
    tone: &'static str,
    standing: String,
    /// Where the reader ends it.
    ends: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/deputies.html")]
struct DeputiesPage {
    shell: Shell,
    faults: Faults,
    sets: bool,
    /// What holds or will hold.
    held: Vec<Line>,
    past: Vec<Line>,
}

async fn show(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, READERS)?;
    list_page(&site, shell, &signed, Faults::none()).await
}

/// The list, with what was not taken of what was pressed in it.
async fn list_page(site: &Site, shell: Shell, signed: &Signed, faults: Faults) -> Result<Response, Failure> {
    let t = shell.t;
    let deputies = site.desk.deputies(&signed.actor).await?;
    let now = site.desk.now();
    let (mut held, mut past) = (vec![], vec![]);
    // What was set last is looked for most.
    for (one, ends) in deputies.delegations.iter().rev() {
        let list = match one.stands(now) {
            Stands::Ahead | Stands::Now => &mut held,
            Stands::Over | Stands::Ended => &mut past,
        };
        list.push(line(site, t, &deputies, one, *ends).await?);
    }
    let hat = signed.session.hat.as_ref();
    let organisation = hat.map_or("", |hat| hat.organisation_in(t.language().tag()));
    let title = t.one("deputies-title", "organisation", organisation);
    let mut shell = shell.titled(title);
    shell.faulty = !faults.is_empty();
    Ok(page(&DeputiesPage {
        shell,
        faults,
        sets: !deputies.whose.is_empty(),
        held,
        past,
    }))
}

async fn line(
    site: &Site,
    t: Text,
    deputies: &Deputies,
    one: &Delegation,
    ends: bool,
) -> Result<Line, Failure> {
    let stands = one.stands(site.desk.now());
    let by = site.desk.doer(&one.set.actor, site.today()).await?;
    let by = by.person.map_or_else(String::new, |names| {
        names.in_language(t.language().tag()).to_owned()
    });
    let set = [
        ("at", t.instant(one.set.at, &site.zone).into()),
        ("person", by.into()),
    ];
    let standing = format!("deputies-{}", stands.name());
    let ended = one.ended.as_ref().map(|by| t.instant(by.at, &site.zone));
    Ok(Line {
        who: who(t, deputies, one.role, (one.of, one.to)),
        days: days(site, t, one),
        reason: one.reason.to_string(),
        set: t.with("deputies-set", set),
        tone: match stands {
            Stands::Now => "ok",
            Stands::Ahead => "wait",
            Stands::Over | Stands::Ended => "quiet",
        },
        standing: match ended {
            Some(at) => t.one(&standing, "at", at),
            None => t.get(&standing).into_owned(),
        },
        ends: ends.then(|| format!("{ADDRESS}/{}/end", one.number)),
    })
}

/// Who stands in for whom, in words.
fn who(t: Text, deputies: &Deputies, role: Role, (of, to): (PersonId, PersonId)) -> String {
    let tag = t.language().tag();
    t.with(
        "deputies-who",
        [
            ("to", deputies.name(to, tag).to_owned().into()),
            ("of", deputies.name(of, tag).to_owned().into()),
            ("role", t.get(&format!("role-{}", role.name())).into()),
        ],
    )
}

/// The days in which somebody stands in, the last of them whole.
fn days(site: &Site, t: Text, one: &Delegation) -> String {
    let day = |at: act::Timestamp| at.to_zoned_datetime(site.zone.clone()).date();
    let last = one.until.checked_sub(jiff::SignedDuration::from_nanos(1));
    span(t, day(one.from), day(last.unwrap_or(one.until)))
}

/// A person in a form, and in which role that person is stood in for.
fn whose(text: &str) -> Option<(Role, PersonId)> {
    let (role, person) = text.split_once('/')?;
    Some((Role::named(role)?, person.parse().ok()?))
}

fn entry_page(shell: Shell, deputies: &Deputies, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let tag = t.language().tag();
    let entering = Entering { t, typed, faults };
    let select = |name: &str, label: &str, choices: Vec<Choice>| {
        let nobody = Choice::new("", t.get("deputies-choose"));
        let choices = std::iter::once(nobody).chain(choices).collect();
        SelectField::new(t, name, t.get(label), choices, typed, faults)
    };
    let of = |(role, person): &(Role, PersonId)| {
        let words = [
            ("name", deputies.name(*person, tag).to_owned().into()),
            ("role", t.get(&format!("role-{}", role.name())).into()),
        ];
        let value = format!("{}/{person}", role.name());
        Choice::new(value, t.with("deputies-person", words))
    };
    // Who alone can be stood in for need not be chosen.
    let typed_or_only = match deputies.whose.as_slice() {
        [only] if !typed.given("role") => typed.without("role").and("role", of(only).value),
        _ => typed.clone(),
    };
    let role = SelectField::new(
        t,
        "role",
        t.get("field-deputies-whose"),
        deputies.whose.iter().map(of).collect(),
        &typed_or_only,
        faults,
    );
    let to = |person: &PersonId| Choice::new(person.to_string(), deputies.name(*person, tag));
    let day = |name: &str, label: &str, hint: &str| {
        let field = entering.line(name, label).kind(FieldKind::Day);
        field.hint(t.get(hint))
    };
    let reason = entering.line("reason", "field-deputies-reason");
    Entry::of(shell, entering, ENTRY.to_owned(), "deputies-enter")
        .lead(t.get("deputies-what"))
        .back_to(ADDRESS.to_owned(), "back-to-deputies")
        .card(
            "",
            vec![
                role.into(),
                select("to", "field-deputies-to", deputies.who.iter().map(to).collect()).into(),
                day("from", "field-days-first", "hint-deputies-from").into(),
                day("until", "field-days-last", "hint-deputies-until").into(),
                reason.hint(t.get("hint-deputies-reason")).into(),
            ],
        )
        .page()
}

/// Those whom the reader may let be stood in for; where there is nobody, there is no form to be found.
async fn kept(site: &Site, signed: &Signed) -> Result<Deputies, Failure> {
    only(signed, READERS)?;
    let deputies = site.desk.deputies(&signed.actor).await?;
    if deputies.whose.is_empty() {
        Err(Failure::not_found())
    } else {
        Ok(deputies)
    }
}

async fn entry_form(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    let deputies = kept(&site, &signed).await?;
    Ok(entry_page(shell, &deputies, &Typed::default(), &Faults::none()))
}

/// What was typed, or all that is wrong with it. A last day is part of it whole.
fn entered(site: &Site, typed: &Typed) -> Result<Delegate, Fault> {
    let mut reading = Reading::of(typed);
    let whose = reading.choice("role", whose);
    let to = reading.choice("to", |text| text.parse().ok());
    let from = reading.day("from");
    let last = reading.day("until");
    let reason = reading.text("reason");
    let begins = |day: Date| site.zone.to_ambiguous_timestamp(day.into()).compatible().ok();
    match (whose, to, from, last, reason) {
        (Some((role, of)), Some(to), Some(from), Some(last), Some(reason)) if reading.is_sound() => {
            let none = || Fault::Invalid(vec![FieldFault::plain("until", "not-a-date")]);
            let until = last.tomorrow().ok().and_then(begins);
            Ok(Delegate {
                role,
                of,
                to,
                from: begins(from).ok_or_else(none)?,
                until: until.ok_or_else(none)?,
                reason,
            })
        }
        _ => Err(reading.end()),
    }
}

async fn enter(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let deputies = kept(&site, &signed).await?;
    let read = faults::readable(&typed).and(entered(&site, &typed));
    let fault = match Press::of(&typed).step(read, |_| true) {
        Step::Again => return Ok(entry_page(shell, &deputies, &typed, &Faults::none())),
        Step::Show(act) => match site.desk.would_delegate(&signed.actor, act.clone()).await {
            Ok(()) => {
                let words = confirming(&site, shell.t, &deputies, &act);
                let action = shell.to(ENTRY);
                return Ok(asked(shell, words, &typed, action));
            }
            Err(fault) => fault,
        },
        Step::Do(act) => match site.desk.delegate(&signed.actor, act).await {
            Ok(()) => return Ok(see_other(&shell.to(ADDRESS))),
            Err(fault) => fault,
        },
        Step::Not(fault) => fault,
    };
    let faults = faults::shown(&shell, fault)?;
    Ok(faults::not_taken(entry_page(shell, &deputies, &typed, &faults)))
}

/// What somebody who stands in may do, and until when.
fn confirming(site: &Site, t: Text, deputies: &Deputies, act: &Delegate) -> Confirming {
    let tag = t.language().tag();
    let name = |person: PersonId| deputies.name(person, tag).to_owned();
    let from = act.from.max(site.desk.now());
    let follows = t.with(
        "confirm-deputies-may",
        [
            ("to", name(act.to).into()),
            ("of", name(act.of).into()),
            ("role", t.get(&format!("role-{}", act.role.name())).into()),
            ("from", t.instant(from, &site.zone).into()),
            ("until", t.instant(act.until, &site.zone).into()),
        ],
    );
    let others = [
        "confirm-deputies-also",
        "confirm-deputies-record",
        "confirm-deputies-eyes",
        "confirm-deputies-end",
    ];
    Confirming {
        title: t.get("confirm-deputies-title").into_owned(),
        rows: vec![
            Row::of(
                t.get("column-deputies"),
                vec![who(t, deputies, act.role, (act.of, act.to))],
            ),
            Row::of(t.get("field-deputies-reason"), vec![act.reason.to_string()]),
        ],
        follows: std::iter::once(follows)
            .chain(others.map(|id| t.get(id).into_owned()))
            .collect(),
        button: "deputies-enter",
        kind: "",
        field: Some("role"),
        back: "back-to-deputies",
    }
}

/// Ends one, at the second press.
async fn end(
    State(site): State<Site>,
    mut shell: Shell,
    signed: Signed,
    Path(number): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, READERS)?;
    let number: u32 = id(&number)?;
    let deputies = site.desk.deputies(&signed.actor).await?;
    let found = deputies.delegations.iter().find(|(one, _)| one.number == number);
    let (one, ends) = found.ok_or_else(Failure::not_found)?;
    let t = shell.t;
    if *ends && Press::of(&typed) == Press::First {
        let words = Confirming {
            title: t.get("confirm-deputies-end-title").into_owned(),
            rows: vec![Row::of(
                t.get("column-deputies"),
                vec![who(t, &deputies, one.role, (one.of, one.to)), days(&site, t, one)],
            )],
            follows: ["confirm-deputies-ends", "confirm-deputies-stands"]
                .map(|id| t.get(id).into_owned())
                .to_vec(),
            button: "deputies-end",
            kind: "warning",
            field: None,
            back: "back-to-deputies",
        };
        let action = shell.to(&format!("{ADDRESS}/{number}/end"));
        ADDRESS.clone_into(&mut shell.path);
        return Ok(asked(shell, words, &typed, action));
    }
    match site.desk.end_delegation(&signed.actor, number).await {
        Ok(()) => Ok(see_other(&shell.to(ADDRESS))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            ADDRESS.clone_into(&mut shell.path);
            let page = list_page(&site, shell, &signed, faults).await?;
            Ok(faults::not_taken(page))
        }
    }
}
