//! The rows of comments: one list for each organisation that reads them, of each circle in which something is said. Who is asked to look at
//! one is told in an inbox of that person's own.

use super::Told;
use super::notices::{NoticeLine, told_to};
use crate::document::json;
use crate::store::{RowKey, SHARED, ViewRow, latest_first};
use act::{ApplicationId, Context, OrganisationId, PersonId, Recorded};
use clearance::comments::{Among, Comment, CommentFact, Said};
use clearance::{News, Party};
use serde::{Deserialize, Serialize};

/// What was said of a case to the people of an organisation, the latest first.
pub const COMMENTS: &str = "comments";
/// What one person wrote on a case: nobody's list, but it is counted.
pub const WRITTEN: &str = "comments-written";

/// A comment in a list. Its words are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentLine {
    /// Its id.
    pub comment: String,
    /// What was said, but for the words.
    pub said: Said,
    /// Who said it, and when.
    pub by: Context,
    /// What became of it.
    #[serde(flatten)]
    pub state: Became,
}

/// What became of a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Became {
    /// The comment that corrects it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected_by: Option<act::CommentId>,
    /// Who took it back, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<Context>,
}

/// The scope of what was said of a case to an organisation.
pub(crate) fn said_to(case: ApplicationId, among: Among, organisation: OrganisationId) -> String {
    format!("{case} {} {organisation}", among.name())
}

/// The scope of what somebody wrote on a case.
pub(crate) fn written_by(case: ApplicationId, person: PersonId) -> String {
    format!("{case} {person}")
}

pub(crate) fn rows(id: &str, comment: &Comment) -> Vec<ViewRow> {
    let Some((said, by)) = &comment.said else {
        return vec![];
    };
    let line = CommentLine {
        comment: id.to_owned(),
        said: said.clone(),
        by: by.clone(),
        state: Became {
            corrected_by: comment.corrected_by,
            taken_back: comment.taken_back.clone(),
        },
    };
    let row = |view: &'static str, scope: String, sort: String, body: Vec<u8>| ViewRow {
        key: RowKey {
            view,
            scope,
            sort,
            key: id.to_owned(),
        },
        body,
    };
    let shared = row(COMMENTS, SHARED.to_owned(), String::new(), json(&line));
    let written = written_by(said.case.application, by.actor.person);
    let written = row(WRITTEN, written, String::new(), vec![]);
    let each = said.readers.iter().map(|reader| {
        let scope = said_to(said.case.application, said.among, *reader);
        row(COMMENTS, scope, latest_first(said.place), vec![])
    });
    [shared, written].into_iter().chain(each).collect()
}

/// The rows that a fact adds for ever: whoever is mentioned is told so.
pub(crate) fn told(recorded: &Recorded<CommentFact>) -> Vec<Told> {
    let CommentFact::Made(said) = &recorded.fact else {
        return vec![];
    };
    let line = NoticeLine {
        position: 0,
        at: recorded.by.at,
        application: said.case.application.to_string(),
        reference: said.case.reference.clone(),
        title: said.case.title.clone(),
        date: said.case.date,
        zone: said.case.zone.clone(),
        rulebook: said.case.rulebook.clone(),
        news: News::Mentioned,
        authority: None,
        name: None,
        condition: None,
        days: None,
        share: None,
        by: None,
        watched: false,
        comments: Some(said.among),
        of: None,
    };
    let each = said.mentions.iter().filter_map(|one| {
        let scope = told_to(one.organisation, Party::of(one.role)?, one.person);
        Some(line.to(scope))
    });
    each.collect()
}
