//! A commitment: what one side promised, the words that it rests on, and what became of it.

use super::{faults, id, meetings, taken_back};
use crate::form::{Form, Typed};
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::Reason;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use desk::Fault;
use desk::engagement::{CommitmentView, RecordLine};
use engagement::{Assessment, CommitmentMade};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/commitments/{id}", get(show))
        .route("/commitments/{id}/assessments", post(assess))
}

#[derive(Template)]
#[template(path = "pages/commitment.html")]
struct CommitmentPage {
    shell: Shell,
    faults: Faults,
    rows: Vec<(String, String)>,
    quotation: String,
    source: String,
    meeting: String,
    judge_at: String,
    may_assess: bool,
    take_back: Option<String>,
    assessment: ChoiceField,
    note: TextField,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(commitment): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.commitment(&signed.actor, id(&commitment)?).await?;
    shown(&site, shell, &view, &Typed::default(), Faults::none())
}

/// What was promised, by whom, to whom, and what became of it.
fn rows(t: Text, site: &Site, view: &CommitmentView, made: &CommitmentMade) -> Vec<(String, String)> {
    let language = t.language().tag();
    let row = |label: &str, value: String| (t.get(label).into_owned(), value);
    let stands = view.commitment.assessed.as_ref();
    let standing = stands.map_or("open", |(assessment, _)| assessment.name());
    let mut rows = vec![
        row("commitment-by", made.by.name.in_language(language).to_owned()),
        row("commitment-to", made.to.name.in_language(language).to_owned()),
        row("commitment-due", meetings::when(t, &made.due)),
        row(
            "commitment-stands",
            t.get(&format!("commitment-{standing}")).into_owned(),
        ),
    ];
    rows.extend(stands.map(|(_, note)| row("commitment-why", note.to_string())));
    let how = view.taken_back.as_ref();
    rows.extend(how.map(|how| row("line-was-taken-back", taken_back::how(t, site, how))));
    rows
}

fn shown(
    site: &Site,
    shell: Shell,
    view: &CommitmentView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let made = view.commitment.made.as_ref().ok_or_else(Failure::not_found)?;
    let choices = Assessment::ALL.map(|one| {
        let name = one.name();
        Choice::new(name, t.get(&format!("commitment-{name}")))
    });
    let assessment = ChoiceField::one(
        t,
        "assessment",
        t.get("field-assessment"),
        choices.into(),
        typed,
        &faults,
    );
    let note = TextField::new(t, "note", t.get("field-assessment-note"), typed, &faults)
        .kind(FieldKind::Lines)
        .most(2_000);
    let mut shell = shell.titled(made.text.as_str());
    shell.faulty = !faults.is_empty();
    shell.keep_left_over(typed, &[("note", view.may_assess)]);
    Ok(page(&CommitmentPage {
        rows: rows(t, site, view, made),
        quotation: made.excerpt.exact.to_string(),
        source: format!("/sources/{}", made.excerpt.source),
        meeting: format!("/meetings/{}", made.meeting),
        judge_at: format!("/commitments/{}/assessments", view.id),
        may_assess: view.may_assess,
        take_back: view
            .may_take_back
            .then(|| taken_back::address(made.meeting, Some(RecordLine::Commitment(view.id)))),
        faults: if view.may_assess {
            faults.named([assessment.label(), note.label()])
        } else {
            faults
        },
        assessment,
        note,
        shell,
    }))
}

async fn assess(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(commitment): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = site.desk.commitment(&signed.actor, id(&commitment)?).await?;
    let done = match entered(&typed) {
        Ok((assessment, note)) => {
            site.desk
                .assess_commitment(&signed.actor, view.id, assessment, note)
                .await
        }
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to(&format!("/commitments/{}", view.id)))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(shown(&site, shell, &view, &typed, faults)?))
        }
    }
}

fn entered(typed: &Typed) -> Result<(Assessment, Reason), Fault> {
    let mut reading = super::reading::Reading::of(typed);
    let assessment = reading.choice("assessment", Assessment::named);
    let note = reading.text("note");
    match (assessment, note) {
        (Some(assessment), Some(note)) => Ok((assessment, note)),
        _ => Err(reading.end()),
    }
}
