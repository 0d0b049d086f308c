//! Recording: each line with the words of the source that it rests on.

use super::{AnswerIn, CommitmentIn, RequestIn, SourceIn, StatementIn};
use crate::together::Together;
use crate::views::Viewed;
use crate::{Desk, Fault, FieldFault};
use act::{
    Act, Actor, CommitmentId, Context, MeetingId, Passage, RequestId, SourceId, StatementId, SubjectId, Title,
};
use engagement::acts::{
    AddSubject, AnswerRequest, FreezeSource, MakeCommitment, MakeRequest, RecordStatement,
};
use engagement::{Citing, Excerpt, Meeting, Source};
use identity::Names;

fn field(name: &str, fault: &act::TextFault) -> Fault {
    Fault::Invalid(vec![FieldFault::of_text(name, fault)])
}

pub(super) fn english(name: &Title) -> Result<Names, Fault> {
    Names::new([("en", name.as_str())])
        .map_err(|_| Fault::Invalid(vec![FieldFault::plain("name", "not-a-name")]))
}

impl Desk {
    /// Freezes a source.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name.
    pub async fn freeze_source(&self, actor: &Actor, entered: SourceIn) -> Result<SourceId, Fault> {
        let source = SourceId::new(self.id());
        let SourceIn {
            title,
            kind,
            language,
            text,
            published,
            origin,
        } = entered;
        let act = FreezeSource {
            source,
            title,
            kind,
            language,
            text,
            published,
            origin,
        };
        self.perform(source, &self.context(actor), act).await?;
        Ok(source)
    }

    /// The excerpt that these words of a source are. Where they stand more than once, the record refuses them and
    /// more words are wanted.
    pub(super) fn excerpt(source: SourceId, exact: &str) -> Result<Option<Excerpt>, Fault> {
        if exact.trim().is_empty() {
            return Ok(None);
        }
        let exact = Passage::new(exact).map_err(|fault| field("excerpt", &fault))?;
        Ok(Some(Excerpt {
            source,
            exact,
            prefix: String::new(),
            suffix: String::new(),
        }))
    }

    /// Loads the source that a line rests on; it is of the actor's own record.
    pub(super) async fn cited(&self, actor: &Actor, source: SourceId) -> Result<Source, Fault> {
        Ok(self.source(actor, source).await?.source)
    }

    /// Carries out a line that rests on a source.
    pub(super) async fn record_line<L, B>(
        &self,
        id: impl std::fmt::Display + Clone,
        context: &Context,
        source: &Source,
        beside: B,
        line: L,
    ) -> Result<(), Fault>
    where
        L: Citing<B, State: Viewed> + Clone,
        B: Clone,
        for<'s> engagement::Resting<'s, L, B>: Act<State = L::State, Refusal = engagement::EngagementRefusal>,
    {
        self.perform(id, context, line.resting_on(source, beside)).await?;
        Ok(())
    }

    /// Adds a subject to a meeting.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name: without words of the source, or with words that do not stand there once.
    pub async fn add_subject(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        title: Title,
        source: SourceId,
        exact: &str,
    ) -> Result<(), Fault> {
        let view = self.meeting(actor, meeting).await?;
        let source_text = self.cited(actor, source).await?;
        let order = view
            .meeting
            .agenda()
            .last()
            .map_or(1, |(_, subject)| subject.order + 1);
        let act = AddSubject {
            subject: SubjectId::new(self.id()),
            order,
            title,
            excerpt: Self::excerpt(source, exact)?,
        };
        self.record_line(meeting, &self.context(actor), &source_text, (), act)
            .await
    }

    /// Records a statement.
    ///
    /// # Errors
    /// As [`Desk::add_subject`].
    pub async fn record_statement(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        entered: StatementIn,
    ) -> Result<(), Fault> {
        self.meeting(actor, meeting).await?;
        let source = self.cited(actor, entered.source).await?;
        let act = RecordStatement {
            statement: StatementId::new(self.id()),
            speaker: entered.speaker,
            act: entered.act,
            mode: entered.mode,
            text: entered.text,
            excerpt: Self::excerpt(entered.source, &entered.exact)?,
            subject: entered.subject,
        };
        self.record_line(meeting, &self.context(actor), &source, (), act)
            .await
    }

    /// Records a request from side to side.
    ///
    /// # Errors
    /// As [`Desk::add_subject`].
    pub async fn make_request(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        entered: RequestIn,
    ) -> Result<RequestId, Fault> {
        let beside: Meeting = self.meeting(actor, meeting).await?.meeting;
        let source = self.cited(actor, entered.source).await?;
        let request = RequestId::new(self.id());
        let act = MakeRequest {
            request,
            subject: entered.subject,
            from: entered.from,
            to: entered.to,
            asked_by: entered.asked_by,
            text: entered.text,
            excerpt: Self::excerpt(entered.source, &entered.exact)?,
        };
        self.record_line(request, &self.context(actor), &source, &beside, act)
            .await?;
        Ok(request)
    }

    /// Records a promise.
    ///
    /// # Errors
    /// As [`Desk::add_subject`].
    pub async fn make_commitment(
        &self,
        actor: &Actor,
        meeting: MeetingId,
        entered: CommitmentIn,
    ) -> Result<(), Fault> {
        let beside: Meeting = self.meeting(actor, meeting).await?.meeting;
        let source = self.cited(actor, entered.source).await?;
        let commitment = CommitmentId::new(self.id());
        let act = MakeCommitment {
            commitment,
            subject: entered.subject,
            by: entered.by,
            to: entered.to,
            text: entered.text,
            excerpt: Self::excerpt(entered.source, &entered.exact)?,
            due: entered.due,
        };
        self.record_line(commitment, &self.context(actor), &source, &beside, act)
            .await
    }

    /// Records the answer to a request.
    ///
    /// # Errors
    /// As [`Desk::add_subject`]; [`Fault::Invalid`] on `by` where nobody is named and another organisation was asked.
    pub async fn answer_request(&self, actor: &Actor, id: RequestId, entered: AnswerIn) -> Result<(), Fault> {
        let view = self.request(actor, id).await?;
        let own = view.request.is_to(actor.organisation).then_some(actor.person);
        let beside = view.meeting.unwrap_or_default();
        let source = self.cited(actor, entered.source).await?;
        let context = self.context(actor);
        let mut together = Together::new(self, context);
        let by = match (entered.somebody, entered.by.or(own)) {
            (Some(name), _) => self.person_named(&mut together, &name).await?,
            (None, Some(person)) => person,
            (None, None) => return Err(Fault::Invalid(vec![FieldFault::plain("by", "not-one-of")])),
        };
        let act = AnswerRequest {
            answer: entered.answer,
            text: entered.text,
            excerpt: Self::excerpt(entered.source, &entered.exact)?,
            by,
            on: entered.on,
        };
        together.act(id, act.resting_on(&source, &beside)).await?;
        together.record().await
    }
}
