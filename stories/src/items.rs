//! The case of the demonstration while an authority asks item by item.

use crate::case::authority;
use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Reason, RequestId, Title};
use clearance::acts::AskQuestion;
use clearance::{About, Wanted};

/// What Interior asks, and for what: words of its own for one item each.
pub const ASKED: &str = "For the safety of the quay we need three things.";
/// What of the largest shell it asks.
pub const OF_THE_SHELL: &str = "Is that measured across, or round?";
/// What of the attendance it asks.
pub const OF_THE_CROWD: &str = "How many stand on the north side?";
/// The document that it asks for.
pub const DOCUMENT: &str = "Insurance of the barge";

impl Installation {
    /// The application as on 26 August, when Interior asks about two answers and for a document.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn asked_by_item(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.clock_at("2023-08-26T08:05:00Z")?;
        self.acts("interior-officer", id, asking_by_item()?).await?;
        Ok(id)
    }
}

/// Interior asks about two answers of the application, and for a document.
///
/// # Errors
/// None in truth: the words are short enough.
pub fn asking_by_item() -> Told<AskQuestion> {
    let field = |id: &str, words: &str| {
        Told::Ok(Wanted {
            about: About::Field(id.to_owned()),
            words: Some(Reason::new(words)?),
        })
    };
    let document = Wanted {
        about: About::Named(Title::new(DOCUMENT)?),
        words: None,
    };
    Ok(AskQuestion {
        authority: authority("moi")?,
        text: Reason::new(ASKED)?,
        items: vec![
            field("largest_shell", OF_THE_SHELL)?,
            field("attendance", OF_THE_CROWD)?,
            document,
        ],
    })
}
