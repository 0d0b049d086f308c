//! Rulebooks: every version for everyone, for ever; and for rule makers the way from a change of one rule to what binds.

/// The settings and the decisions of a rulebook that ships.
#[cfg(test)]
macro_rules! shipped {
    ($name:literal) => {
        [
            include_str!(concat!("../../../../../rulebooks/", $name, "/rulebook.toml")),
            include_str!(concat!("../../../../../rulebooks/", $name, "/authorities.dmn")),
        ]
    };
}

/// A version of these two texts.
#[cfg(test)]
fn version_of([settings, decisions]: [&str; 2]) -> desk::Version {
    let files = [(desk::RULEBOOK_TOML, settings), ("authorities.dmn", decisions)];
    let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
    desk::Version::load(files.into()).unwrap()
}

mod attached;
mod cells;
mod columns;
mod compared;
mod deciding;
mod described;
mod differences;
mod discarding;
mod draft;
mod findings;
mod keys;
mod list;
mod merged;
mod names;
mod proposal;
mod rule;
mod rule_form;
mod rule_tests;
mod shown;
mod test_words;
mod tests;
mod version;
mod what_if;
mod words;

use crate::routes::Routes;
use axum::routing::{get, post};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/rulebooks", get(list::list))
        .route("/rulebooks/{id}/{hash}", get(version::show))
        .route("/rulebooks/{id}/{hash}/files/{*name}", get(version::file))
        .route("/rulebooks/{id}/{hash}/tests", get(rule_tests::of_version))
        .route("/rulebooks/{id}/{hash}/drafts", post(draft::begin))
        .route("/rulebook-drafts/{draft}", get(draft::show).post(draft::save))
        .route(
            "/rulebook-drafts/{draft}/rules/{file}/{decision}/{row}",
            get(rule::form).post(rule::change),
        )
        .route(
            "/rulebook-drafts/{draft}/rules/{file}/{decision}/{row}/faults",
            post(rule::tell_faults),
        )
        .route("/rulebook-drafts/{draft}/files/{*name}", get(draft::file))
        .route("/rulebook-drafts/{draft}/lint", get(findings::of_draft))
        .route("/rulebook-drafts/{draft}/tests", get(rule_tests::of_draft))
        .route("/rulebook-drafts/{draft}/what-if", get(what_if::of_draft))
        .route("/rulebook-drafts/{draft}/what-if.csv", get(what_if::csv_of_draft))
        .route(
            "/rulebook-drafts/{draft}/discard",
            get(discarding::ask).post(discarding::discard),
        )
        .route(
            "/rulebook-drafts/{draft}/removal/{*name}",
            get(discarding::ask_of_file).post(discarding::take_off),
        )
        .route("/rulebook-proposals/{id}/{number}", get(proposal::show))
        .route(
            "/rulebook-proposals/{id}/{number}/files/{*name}",
            get(proposal::file),
        )
        .route("/rulebook-proposals/{id}/{number}/drafts", post(proposal::resume))
        .route(
            "/rulebook-proposals/{id}/{number}/what-if",
            get(what_if::of_proposal),
        )
        .route(
            "/rulebook-proposals/{id}/{number}/what-if.csv",
            get(what_if::csv_of_proposal),
        )
        .route(
            "/rulebook-proposals/{id}/{number}/approval",
            post(deciding::approve),
        )
        .route(
            "/rulebook-proposals/{id}/{number}/declining",
            post(deciding::decline),
        )
        .route(
            "/rulebook-proposals/{id}/{number}/withdrawal",
            post(deciding::withdraw),
        )
        .route(
            "/rulebook-proposals/{id}/{number}/publication",
            post(deciding::publish),
        )
}
