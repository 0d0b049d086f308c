//! Comments on a case: what people of authorities say to each other about it, beside what they do in it. A comment decides nothing and
//! is read by those to whom it was said. Each is a stream of its own; the fact has the commitment to its words, which lie elsewhere.

mod acts;
mod fact;
mod readers;
mod refusal;

pub use acts::{Correct, MOST_COMMENTS, MOST_MENTIONS, Say, TakeBack};
pub use fact::{AboutCase, Among, CommentFact, Mention, Said};
pub use readers::{Colleague, audience, may_begin, may_write, reads};
pub use refusal::CommentRefusal;

use act::{CommentId, Context, Recorded, State};
use serde::{Deserialize, Serialize};

/// A comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// What was said, by whom and when; none before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<(Said, Context)>,
    /// The comment that corrects it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected_by: Option<CommentId>,
    /// Who took it back, and when. Its words are no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<Context>,
}

impl State for Comment {
    type Fact = CommentFact;

    fn evolve(&mut self, Recorded { fact, by }: &Recorded<CommentFact>) {
        match fact {
            CommentFact::Made(said) => self.said = Some(((**said).clone(), by.clone())),
            CommentFact::Corrected { by: comment } => self.corrected_by = Some(*comment),
            CommentFact::TakenBack => self.taken_back = Some(by.clone()),
        }
    }
}
