//! One application in the public register: what is told of it, and what is not and why.

use super::{asked_name, asked_words, bound_to, or_untold, standing_words, tone};
use crate::pages::draft_form::answer;
use crate::shell::Shell;
use crate::site::Site;
use crate::untold::{UntoldLine, field_name, lines};
use crate::wording::{Named, hours, version_title, zone_named};
use crate::{Failure, Text, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use clearance::{Seen, Told};
use desk::clearance::Standing;
use jiff::tz::TimeZone;
use rulebook::{Field, Rulebook};

#[derive(Template)]
#[template(path = "pages/register_entry.html")]
struct EntryPage {
    shell: Shell,
    tone: &'static str,
    standing: String,
    /// What is told, or what stands in the place of what is not.
    rows: Vec<(String, String)>,
    /// Who was asked, and whether each has decided.
    asked: Vec<(String, String)>,
    untold: Vec<UntoldLine>,
    permit: Option<String>,
    rulebook: Option<(String, String)>,
    json: String,
}

/// What is told of one field, in words.
pub(super) fn told(
    t: Text,
    (rulebook, named, zone): (Option<&Rulebook>, &Named, &TimeZone),
    seen: &Seen,
    field: &Field,
) -> Option<String> {
    let Told {
        title,
        description,
        parts,
        place,
        hours: times,
        organisers,
        conditions,
        answers,
        ..
    } = &seen.told;
    match field {
        Field::Title => title.as_ref().map(ToString::to_string),
        Field::Description => description.as_ref().map(ToString::to_string),
        Field::Parts => parts.as_ref().map(|parts| {
            let parts: Vec<&str> = parts.iter().map(act::Title::as_str).collect();
            parts.join(", ")
        }),
        Field::Place => place.as_ref().map(ToString::to_string),
        Field::Hours => times.map(|(from, until)| {
            let said = t.time(until, zone, seen.date);
            hours(t, from, until, said)
        }),
        Field::Organisers => organisers
            .as_ref()
            .map(|organisers| named.organisers(organisers).join(", ")),
        Field::Authorities => asked_words(t, seen),
        Field::Conditions => {
            let count = i64::try_from((*conditions)?).unwrap_or(i64::MAX);
            Some(t.one("register-conditions", "count", count))
        }
        Field::Answer(input) => {
            let asked = rulebook.and_then(|rulebook| rulebook.input(input));
            Some(answer(t, asked, answers.get(input)?))
        }
    }
}

/// Every field that an entry tells, or says that it does not, in order.
fn fields(seen: &Seen) -> Vec<Field> {
    let untold = |field: &Field| seen.untold(field).is_some();
    let answers = seen.told.answers.keys().cloned().map(Field::Answer);
    let own = Field::ALL.into_iter().filter(|field| match field {
        Field::Description => seen.told.description.is_some() || untold(field),
        Field::Conditions => seen.told.conditions.is_some() || untold(field),
        _ => true,
    });
    own.chain(answers).collect()
}

pub(super) async fn show(
    State(site): State<Site>,
    shell: Shell,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let seen = site.desk.register_entry(&reference).await?;
    let rulebook = bound_to(&site, &seen);
    let organisers = seen.told.organisers.iter().flatten().map(|one| one.organisation);
    let named = Named::of_these(&site, t, organisers.chain([seen.lead.organisation])).await?;
    let zone = zone_named(&site, &seen.zone);
    let row = |field: Field| {
        let words = told(t, (rulebook.as_deref(), &named, &zone), &seen, &field);
        let name = field_name(t, rulebook.as_deref(), &field);
        (name, or_untold(t, &seen, &field, words))
    };
    let mut rows = vec![
        (t.get("paper-date").into_owned(), t.day(seen.date)),
        (
            t.get("register-lead").into_owned(),
            named.name(seen.lead.organisation, seen.lead.name.as_str()),
        ),
    ];
    rows.extend(fields(&seen).into_iter().map(row));
    let asked = seen.told.authorities.iter().flatten().map(|one| {
        let id = match (one.decided, one.advises) {
            (true, false) => "register-has-decided",
            (false, false) => "register-has-not-decided",
            (true, true) => "register-has-advised",
            (false, true) => "register-has-not-advised",
        };
        (asked_name(t, rulebook.as_deref(), one), t.get(id).into_owned())
    });
    let asked = asked.collect();
    let version = rulebook
        .as_deref()
        .map(|rulebook| format!("/rulebooks/{}/{}", rulebook.id(), rulebook.hash()));
    let untold = lines(t, rulebook.as_deref(), version.as_deref(), &seen.untold);
    let title = t.one("register-entry-title", "reference", seen.reference.as_str());
    Ok(page(&EntryPage {
        tone: tone(&seen),
        standing: standing_words(t, Standing::of(&seen)),
        rows,
        asked,
        untold,
        permit: seen.permit.clone(),
        rulebook: rulebook
            .as_deref()
            .map(|rulebook| version_title(t, rulebook))
            .zip(version),
        json: format!("{}/{}/json", super::ADDRESS, seen.reference),
        shell: shell.titled(title),
    }))
}
