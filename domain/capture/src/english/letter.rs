//! Letters: who writes, and to whom. In them "I" and "we" are whoever signs.

use super::Who;
use crate::names::{Names, Of};
use crate::token::Tokens;

/// Whoever writes and whoever is written to.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// Signs it.
    pub writer: Option<Who>,
    /// Is greeted in it.
    pub addressee: Option<Who>,
}

/// The words before a signature.
const CLOSINGS: &[&str] = &[
    "sincerely",
    "faithfully",
    "regards",
    "respectfully",
    "truly",
    "wishes",
    "cordially",
    "obediently",
];

/// Finds the greeting and the signature.
pub fn of(tokens: &Tokens<'_>, names: &Names) -> Letter {
    let count = tokens.all.len();
    let dear = (0..count.min(400)).find(|at| tokens.word(*at) == "dear" && tokens.all[*at].begins_paragraph);
    let Some(dear) = dear else {
        return Letter::default();
    };
    let closing = (dear..count).rev().take(200).find(|at| {
        CLOSINGS.contains(&tokens.word(*at))
            && (tokens.all[*at].begins_paragraph
                || tokens.all[at.saturating_sub(1)].begins_paragraph
                || at
                    .checked_sub(2)
                    .is_some_and(|at| tokens.all[at].begins_paragraph))
    });
    let who = |at: usize| {
        let mention = names.mention(at)?;
        let name = names.name(mention.of)?.to_owned();
        Some(Who {
            name,
            of: Some(mention.of),
            how: Some("of the letter".to_owned()),
        })
    };
    let person = |at: &usize| matches!(names.mention(*at).map(|one| one.of), Some(Of::Person(_)));
    Letter {
        writer: closing
            .and_then(|closing| (closing..count.min(closing + 12)).find(person))
            .and_then(who),
        addressee: (dear + 1..count.min(dear + 6))
            .take_while(|at| !tokens.is(*at, ','))
            .find(person)
            .and_then(who),
    }
}
