//! What was changed each time that an application was handed in again, or amended, field by field, and whom that concerned.

use super::amended::{self, Did};
use super::draft_form::{Row, rows};
use crate::Text;
use crate::site::Site;
use crate::wording::{Named, zone};
use clearance::{Component, RulebookPin, Submission, Superseded};
use desk::clearance::CaseView;
use std::collections::{BTreeMap, BTreeSet};

/// What was changed once.
pub(super) struct Changes {
    /// When it was given back and handed in again, or amended.
    pub when: String,
    /// What had been missing, where it was given back.
    pub lacked: Option<String>,
    /// Each question with its answer before and after; empty where there was none.
    pub rows: Vec<(String, String, String)>,
    /// What an amendment did to each authority that it concerned, and why; none where it was given back.
    pub concerned: Option<Vec<Did>>,
}

/// A version of what was handed in, with the rules by which it was asked.
pub(super) type Version<'v> = (&'v Submission, &'v RulebookPin);

/// Each time, the last one first.
pub(super) fn all(t: Text, site: &Site, view: &CaseView, named: &Named) -> Vec<Changes> {
    let application = &view.application;
    let zone = zone(application, site);
    let now = application
        .submission
        .as_deref()
        .zip(application.rulebook.as_ref());
    let after = now.filter(|_| application.returned.is_none());
    let versions = application
        .earlier
        .iter()
        .map(|one| (&*one.submission, &one.rulebook));
    let versions: Vec<_> = versions.chain(after).collect();
    let handed_in = application.earlier.iter().skip(1).map(|one| &one.submitted);
    let handed_in = handed_in.chain(&application.submitted);
    type Pair<'v> = (usize, (&'v [Version<'v>], &'v clearance::Earlier));
    let told = |((version, (pair, earlier)), submitted): (Pair<'_>, &act::Context)| {
        let at = t.instant(submitted.at, &zone);
        let (when, lacked, concerned) = match &earlier.superseded {
            Superseded::GivenBack(returned) => {
                let returned_at = t.instant(returned.at, &zone);
                let when = [("returned", returned_at.into()), ("again", at.into())];
                (
                    t.with("changes-when", when),
                    Some(returned.lacks.to_string()),
                    None,
                )
            }
            Superseded::Amended(amendment) => {
                let did = amended::did(site, t, view, amendment, version);
                (t.one("changes-amended", "at", at), None, Some(did))
            }
        };
        Changes {
            when,
            lacked,
            concerned,
            rows: match pair {
                [before, after] => between(t, site, *before, *after, named),
                _ => vec![],
            },
        }
    };
    let pairs = versions
        .windows(2)
        .zip(&application.earlier)
        .enumerate()
        .zip(handed_in);
    let mut all: Vec<Changes> = pairs.map(told).collect();
    all.reverse();
    all
}

/// Each question whose answer is another, with both.
pub(super) fn between(
    t: Text,
    site: &Site,
    before: Version<'_>,
    after: Version<'_>,
    named: &Named,
) -> Vec<(String, String, String)> {
    let rulebooks = site.desk.rulebooks();
    let parts = |titles_alone: bool, submission: &Submission| -> String {
        let part = |one: &Component| {
            let kind = t.get(&format!("component-{}", one.kind.name()));
            if titles_alone {
                one.title.to_string()
            } else {
                format!("{} ({kind})", one.title)
            }
        };
        let all: Vec<String> = submission.event.components.iter().map(part).collect();
        all.join(", ")
    };
    // Of what kind a part is, is said where that alone was changed.
    let titles_alone = before.0.event.components == after.0.event.components
        || parts(true, before.0) != parts(true, after.0);
    let told = |(submission, pin): Version<'_>| {
        let rulebook = rulebooks.version(&pin.hash);
        let mut told = rows(t, submission, rulebook.as_deref(), named);
        for row in told.iter_mut().filter(|row| row.field == "components") {
            row.value = parts(titles_alone, submission);
        }
        let files = submission.attachments.iter().map(|one| one.name.as_str());
        told.push(Row {
            key: t.get("case-files").into_owned(),
            value: files.collect::<Vec<_>>().join(", "),
            field: "file".to_owned(),
        });
        told
    };
    let (before, after) = (told(before), told(after));
    let value: BTreeMap<&str, &str> = before.iter().map(|row| (&*row.field, &*row.value)).collect();
    let still: BTreeSet<&str> = after.iter().map(|row| &*row.field).collect();
    let changed = after.iter().filter_map(|row| {
        let was = value.get(&*row.field).copied().unwrap_or_default();
        (was != row.value).then(|| (row.key.clone(), was.to_owned(), row.value.clone()))
    });
    let gone = before.iter().filter(|row| !still.contains(&*row.field));
    let gone = gone.map(|row| (row.key.clone(), row.value.clone(), String::new()));
    changed.chain(gone).collect()
}
