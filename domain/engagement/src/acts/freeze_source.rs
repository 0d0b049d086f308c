//! A text is frozen, so that everything said of it can be held against it.

use super::{Allowed, DESK, has_come, role};
use crate::source::sha256;
use crate::{EngagementRefusal, FrozenSource, Source, SourceFact, SourceKind, SourceText};
use act::{Act, Context, Reason, SourceId, Title};
use identity::{Language, When};

/// Freeze a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeSource {
    /// The id that it will have.
    pub source: SourceId,
    /// What it is called.
    pub title: Title,
    /// What sort it is.
    pub kind: SourceKind,
    /// The language of the text.
    pub language: Language,
    /// The text.
    pub text: SourceText,
    /// When it was published or written.
    pub published: When,
    /// Who wrote it, or where it was found.
    pub origin: Reason,
}

impl FreezeSource {
    /// Whether the actor may freeze sources.
    ///
    /// # Errors
    /// The refusal that freezing one would meet.
    pub fn check(context: &Context) -> Allowed {
        role(context, DESK)
    }
}

impl Act for FreezeSource {
    type State = Source;
    type Refusal = EngagementRefusal;

    fn decide(self, source: &Source, context: &Context) -> Result<Vec<SourceFact>, EngagementRefusal> {
        Self::check(context)?;
        if source.frozen.is_some() {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        has_come(&self.published, "published", context)?;
        let sha256 = sha256(self.text.as_str());
        let FreezeSource {
            source,
            title,
            kind,
            language,
            text,
            published,
            origin,
        } = self;
        Ok(vec![SourceFact::Frozen(Box::new(FrozenSource {
            source,
            title,
            kind,
            language,
            text,
            sha256,
            published,
            origin,
        }))])
    }
}
