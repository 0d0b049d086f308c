//! A commitment: what one side promised, the words that it rests on, and what became of it.

use super::entry::{Entering, Field};
use super::{faults, id, meetings, taken_back};
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::{Reason, SourceId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use desk::Fault;
use desk::engagement::{CommitmentView, RecordLine};
use engagement::{Assessed, Assessment, CommitmentMade};

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
    /// The judgements, the last first.
    judged: Vec<JudgedLine>,
    /// Where a task is given for it.
    assign: Option<String>,
    fields: Vec<Field>,
}

/// A judgement.
struct JudgedLine {
    assessment: String,
    note: String,
    by: String,
    /// The words that it rests on, and their source, for whoever reads that.
    rests_on: Option<(String, String)>,
}

fn judged(t: Text, site: &Site, view: &CommitmentView) -> Vec<JudgedLine> {
    let line = |one: &Assessed| {
        let who = view.judges.get(&one.by.actor.person);
        let who = who.map_or("", |names| names.in_language(t.language().tag()));
        let by = [
            ("by", who.into()),
            ("when", t.instant(one.by.at, &site.zone).into()),
        ];
        // Whose source it is may read its words; whoever is promised something may be of another house.
        let excerpt = one.excerpt.as_ref();
        let excerpt = excerpt.filter(|excerpt| view.evidence.contains_key(&excerpt.source));
        JudgedLine {
            assessment: t
                .get(&format!("commitment-{}", one.assessment.name()))
                .into_owned(),
            note: one.note.to_string(),
            by: t.with("request-answer-given", by),
            rests_on: excerpt
                .map(|excerpt| (excerpt.exact.to_string(), format!("/sources/{}", excerpt.source))),
        }
    };
    view.commitment.assessed.iter().rev().map(line).collect()
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(commitment): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.commitment(&signed.actor, id(&commitment)?).await?;
    shown(&site, shell, &signed, &view, (&Typed::default(), Faults::none())).await
}

/// What was promised, by whom, to whom, and what became of it.
fn rows(t: Text, site: &Site, view: &CommitmentView, made: &CommitmentMade) -> Vec<(String, String)> {
    let language = t.language().tag();
    let row = |label: &str, value: String| (t.get(label).into_owned(), value);
    let stands = view.commitment.judged();
    let standing = stands.map_or("open", |one| one.assessment.name());
    let mut rows = vec![
        row("commitment-by", made.by.name.in_language(language).to_owned()),
        row("commitment-to", made.to.name.in_language(language).to_owned()),
        row("commitment-due", meetings::when(t, &made.due)),
        row(
            "commitment-stands",
            t.get(&format!("commitment-{standing}")).into_owned(),
        ),
    ];
    rows.extend(stands.map(|one| row("commitment-why", one.note.to_string())));
    let how = view.taken_back.as_ref();
    rows.extend(how.map(|how| row("line-was-taken-back", taken_back::how(t, site, how))));
    rows
}

/// How it is judged, why, and on which words, where it rests on some: only who keeps a record reads its sources.
async fn fields(site: &Site, signed: &Signed, entering: Entering<'_>) -> Result<Vec<Field>, Failure> {
    let all = Assessment::ALL.map(Assessment::name);
    let assessment = entering.named("assessment", "field-assessment", "commitment", &all);
    let note = entering.lines("note", "field-assessment-note", 2_000);
    let sources = site.desk.sources(&signed.actor).await?;
    let typed = ["source", "excerpt"];
    let evidence = Field::Folded {
        title: entering.t.get("field-assessment-evidence").into_owned(),
        of: String::new(),
        open: typed.iter().any(|name| entering.typed.given(name)),
        fields: entering.cited(&sources),
    };
    let mut fields = vec![assessment.into(), note.into()];
    fields.extend((!sources.is_empty()).then_some(evidence));
    Ok(fields)
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    view: &CommitmentView,
    (typed, faults): (&Typed, Faults),
) -> Result<Response, Failure> {
    let t = shell.t;
    let made = view.commitment.made.as_ref().ok_or_else(Failure::not_found)?;
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let fields = if view.may_assess {
        fields(site, signed, entering).await?
    } else {
        vec![]
    };
    let mut shell = shell.titled(made.text.as_str());
    shell.faulty = !faults.is_empty();
    shell.keep_left_over(typed, &["note", "excerpt"].map(|field| (field, view.may_assess)));
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
        judged: judged(t, site, view),
        assign: (view.may_assign && view.commitment.is_owed())
            .then(|| format!("/commitments/{}/task", view.id)),
        faults: faults.clone().named(fields.iter().flat_map(Field::labels)),
        fields,
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
        Ok((assessment, note, evidence)) => {
            site.desk
                .assess_commitment(&signed.actor, view.id, assessment, note, evidence)
                .await
        }
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to(&format!("/commitments/{}", view.id)))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let page = shown(&site, shell, &signed, &view, (&typed, faults)).await?;
            Ok(faults::not_taken(page))
        }
    }
}

/// A judgement as it was entered, and the words that it rests on.
type Entered = (Assessment, Reason, Option<(SourceId, String)>);

fn entered(typed: &Typed) -> Result<Entered, Fault> {
    let mut reading = super::reading::Reading::of(typed);
    let assessment = reading.choice("assessment", Assessment::named);
    let note = reading.text("note");
    // Words rest on a source, and a source is named for words of it.
    let evidence = if typed.given("source") || typed.given("excerpt") {
        if !typed.given("excerpt") {
            reading.fault("excerpt", "empty");
        }
        reading.cited()
    } else {
        None
    };
    match (assessment, note, reading.is_sound()) {
        (Some(assessment), Some(note), true) => Ok((assessment, note, evidence)),
        _ => Err(reading.end()),
    }
}
