//! Recording: each line with the words of the source that it rests on.

use super::{CommitmentIn, MeetingIn, ParticipantIn, RequestIn, SourceIn, StatementIn};
use crate::together::Together;
use crate::{Desk, Fault, FieldFault};
use act::{
    Act, Actor, CommitmentId, Context, MeetingId, OrganisationId, Passage, PersonId, PostId, Reason,
    RequestId, SourceId, StatementId, SubjectId, Title,
};
use engagement::acts::{
    AddSubject, AnswerRequest, FreezeSource, MakeCommitment, MakeRequest, RecordMeeting, RecordStatement,
};
use engagement::{
    Answer, Citing, Excerpt, Meeting, MeetingKind, Participation, PostHeld, Report, Side, Source,
};
use identity::acts::{BeginMembership, CreatePost, RegisterOrganisation, RegisterPerson};
use identity::{Names, Organisation, OrganisationKind, When};

fn field(name: &str, fault: &act::TextFault) -> Fault {
    Fault::Invalid(vec![FieldFault::of_text(name, fault)])
}

fn english(name: &Title) -> Result<Names, Fault> {
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
    fn excerpt(source: SourceId, exact: &str) -> Result<Option<Excerpt>, Fault> {
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
    async fn cited(&self, actor: &Actor, source: SourceId) -> Result<Source, Fault> {
        Ok(self.source(actor, source).await?.source)
    }

    /// Carries out a line that rests on a source.
    async fn record_line<L, B>(
        &self,
        id: impl std::fmt::Display + Clone,
        context: &Context,
        source: &Source,
        beside: B,
        line: L,
    ) -> Result<(), Fault>
    where
        L: Citing<B> + Clone,
        B: Clone,
        L::State: serde::de::DeserializeOwned,
        <L::State as act::State>::Fact: record::Fact,
        for<'s> engagement::Resting<'s, L, B>: Act<State = L::State, Refusal = engagement::EngagementRefusal>,
    {
        self.perform(id, context, line.resting_on(source, beside)).await?;
        Ok(())
    }

    /// Records a meeting. Sides, people and posts that are not known yet become known with it; the post that each
    /// person held on that day is frozen in the record.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name; nothing is recorded then.
    pub async fn record_meeting(&self, actor: &Actor, entered: MeetingIn) -> Result<MeetingId, Fault> {
        let context = self.context(actor);
        RecordMeeting::check(&context).map_err(|refusal| Fault::Refused(crate::Refused::of(&refusal)))?;
        self.cited(actor, entered.source).await?;
        let mut together = Together::new(self, context);
        let mut sides = vec![];
        for name in &entered.sides {
            sides.push(self.side(&mut together, name).await?);
        }
        let people = self.people().await?;
        let mut participations = vec![];
        for participant in &entered.participants {
            let side = sides
                .get(participant.side)
                .ok_or_else(|| Fault::Invalid(vec![FieldFault::plain("participants", "unknown")]))?;
            let known = people.iter().find(|line| line.name == participant.name.as_str());
            let known = known.map(|line| line.person);
            participations.push(
                self.participation(&mut together, participant, known, side, &entered.when)
                    .await?,
            );
        }
        let meeting = MeetingId::new(self.id());
        let act = RecordMeeting {
            meeting,
            kind: MeetingKind::Meeting,
            title: entered.title,
            place: entered.place.as_ref().map(english).transpose()?,
            when: entered.when,
            reported_by: Some(Report::Source(entered.source)),
            sides,
            participations,
        };
        together.line(meeting, act).await?;
        together.record().await?;
        Ok(meeting)
    }

    async fn side(&self, together: &mut Together<'_>, name: &Title) -> Result<Side, Fault> {
        let known = self
            .organisations()
            .await?
            .into_iter()
            .find(|line| line.name == name.as_str());
        let organisation = known
            .as_ref()
            .map_or_else(|| OrganisationId::new(self.id()), |line| line.organisation);
        if known.is_none() {
            let names = english(name)?;
            let act = RegisterOrganisation {
                organisation,
                names,
                kind: OrganisationKind::Other,
                authority: None,
            };
            together.act(organisation, act).await?;
        }
        let names = together
            .state::<Organisation>(organisation)
            .await?
            .state
            .names
            .clone();
        Ok(Side {
            organisation,
            name: names.map_or_else(|| english(name), Ok)?,
        })
    }

    async fn participation(
        &self,
        together: &mut Together<'_>,
        entered: &ParticipantIn,
        known: Option<PersonId>,
        side: &Side,
        when: &When,
    ) -> Result<Participation, Fault> {
        let person = match known {
            Some(person) => person,
            None => {
                let person = PersonId::new(self.id());
                together
                    .act(
                        person,
                        RegisterPerson {
                            person,
                            names: english(&entered.name)?,
                        },
                    )
                    .await?;
                person
            }
        };
        let post = match &entered.post {
            Some(title) => Some(self.post_held(together, person, title, side, when).await?),
            None => None,
        };
        Ok(Participation {
            person,
            name: entered.name.clone(),
            post,
            side: Some(side.organisation),
        })
    }

    /// The post of that title which the person held on that day; it is created and filled if it was not known.
    async fn post_held(
        &self,
        together: &mut Together<'_>,
        person: PersonId,
        title: &Title,
        side: &Side,
        when: &When,
    ) -> Result<PostHeld, Fault> {
        let organisation = side.organisation;
        let found = together.state::<Organisation>(organisation).await?.state.clone();
        let titled = found
            .posts
            .iter()
            .find(|(_, names)| names.in_language("en") == title.as_str());
        let (post, names) = match titled {
            Some((post, names)) => (*post, names.clone()),
            None => {
                let (post, names) = (PostId::new(self.id()), english(title)?);
                together
                    .act(
                        organisation,
                        CreatePost {
                            post,
                            names: names.clone(),
                        },
                    )
                    .await?;
                (post, names)
            }
        };
        if !found.posts_held(person, when).contains(&post) {
            // Held on that day is all that is known; since and until when is not.
            let from = when.latest().map_or(When::Unknown, When::OnOrBefore);
            together
                .act(
                    organisation,
                    BeginMembership {
                        person,
                        post,
                        from,
                        until: When::Unknown,
                    },
                )
                .await?;
        }
        Ok(PostHeld {
            post,
            organisation,
            title: names,
            organisation_name: side.name.clone(),
        })
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
            subject: None,
            by: entered.by,
            to: entered.to,
            text: entered.text,
            excerpt: Self::excerpt(entered.source, &entered.exact)?,
            due: When::Unknown,
        };
        self.record_line(commitment, &self.context(actor), &source, &beside, act)
            .await
    }

    /// Records the answer to a request.
    ///
    /// # Errors
    /// As [`Desk::add_subject`].
    pub async fn answer_request(
        &self,
        actor: &Actor,
        id: RequestId,
        answer: Answer,
        text: Reason,
        exact: &str,
    ) -> Result<(), Fault> {
        let view = self.request(actor, id).await?;
        let made = view.request.made.ok_or(Fault::NotFound)?;
        let source = self.cited(actor, made.excerpt.source).await?;
        let day = self.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        let act = AnswerRequest {
            answer,
            text,
            excerpt: Self::excerpt(made.excerpt.source, exact)?,
            by: actor.person,
            on: When::On(day),
        };
        self.record_line(id, &self.context(actor), &source, (), act).await
    }
}
