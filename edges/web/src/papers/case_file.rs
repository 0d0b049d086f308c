//! A case on paper.

use super::conditions::{conditions, own_condition};
use super::{language, stamp};
use crate::site::Site;
use crate::told_of::ToldLine;
use crate::wording::{lead_name, rulebook_line, short_name, standing_words, zone};
use crate::{Failure, Text};
use act::Timestamp;
use clearance::{Application, Referral, Stage};
use desk::clearance::History;
use documents::{CaseFile, Condition, Decision, Happening, Standing};
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// A case as a paper: what was applied for, how each authority stands, and all that happened, as its reader has it. `kept` is what is said of
/// the documents that are kept back from the reader.
pub(crate) fn case_file(
    site: &Site,
    t: Text,
    history: &History,
    (applied, kept): (Vec<(String, String)>, Vec<String>),
    told: Vec<ToldLine>,
) -> Result<CaseFile, Failure> {
    let view = &history.view;
    let application = &view.application;
    let submission = application.submission.as_ref().ok_or_else(Failure::not_found)?;
    let zone = zone(application, site);
    let taken = [
        ("at", t.instant(view.context.at, &zone).into()),
        (
            "role",
            t.get(&format!("role-{}", view.context.actor.role.name())).into(),
        ),
    ];
    // A change of the application hands in again what it keeps.
    let mut met = BTreeSet::new();
    let documents = application.attachments().filter(|one| met.insert(one.attachment));
    let documents = documents.map(|one| one.name.to_string()).chain(kept).collect();
    let happening = |one: ToldLine| Happening {
        number: t.number(i64::try_from(one.number).unwrap_or(i64::MAX)),
        what: one.what,
        words: one
            .details
            .into_iter()
            .chain(one.words)
            .chain(one.withheld)
            .collect(),
        note: format!("{} · {}", one.at, one.by),
    };
    Ok(CaseFile {
        language: language(t),
        issuer: lead_name(site, t, application),
        rulebook: rulebook_line(site, t, application).map_or_else(String::new, |(words, _)| words),
        reference: application.reference.clone(),
        status: t
            .get(&format!("stage-{}", application.stage().name()))
            .into_owned(),
        standing: match application.stage() {
            Stage::Permitted => Standing::Good,
            Stage::Revoked | Stage::Suspended | Stage::Lapsed | Stage::Withdrawn => Standing::Bad,
            _ => Standing::Open,
        },
        title: submission.event.title.to_string(),
        applied,
        decisions: standings(site, t, application, &zone),
        conditions: demanded(site, t, application),
        documents,
        history: told.into_iter().map(happening).collect(),
        taken_text: t.with("paper-case-file-taken", taken),
        demonstration: site.demonstration.is_some(),
        taken_at: stamp(view.context.at),
    })
}

/// How each authority that is asked stands, and since when where it decided.
fn standings(site: &Site, t: Text, application: &Application, zone: &TimeZone) -> Vec<Decision> {
    let day = |at: Timestamp| t.date(at.to_zoned_datetime(zone.clone()).date());
    let line = |referral: &Referral| Decision {
        authority: short_name(site, t, application, referral),
        decision: standing_words(t, referral),
        date_text: referral
            .decided
            .as_ref()
            .map_or_else(String::new, |one| day(one.by.at)),
    };
    application.in_order().into_iter().map(line).collect()
}

/// What the permit demands, or before there is one what those who decided do.
fn demanded(site: &Site, t: Text, application: &Application) -> Vec<Condition> {
    if let Some(permit) = application.live_permit() {
        return conditions(site, t, application, permit);
    }
    let all = application.in_order().into_iter();
    let all = all.flat_map(|referral| referral.conditions().iter().map(move |one| (referral, one)));
    let line = |(number, (referral, one))| own_condition(site, t, application, referral, number, one);
    (1..).zip(all).map(line).collect()
}
