//! Recording a meeting or a comment: sides, people and posts that are not known yet become known with it.

use super::acts::english;
use super::named::the_one;
use super::{MeetingIn, OccasionIn, PresentIn};
use crate::together::Together;
use crate::{Desk, Fault, FieldFault};
use act::{Actor, MeetingId, OrganisationId, PersonId, PostId, Title};
use engagement::acts::RecordMeeting;
use engagement::{Participation, PostHeld, Report, Side};
use identity::acts::{BeginMembership, CreatePost, RegisterOrganisation, RegisterPerson};
use identity::{Organisation, OrganisationKind, When};

impl Desk {
    /// Records a meeting that a source reports as a whole.
    ///
    /// # Errors
    /// As [`Desk::record_occasion`].
    pub async fn record_meeting(&self, actor: &Actor, entered: MeetingIn) -> Result<MeetingId, Fault> {
        self.record_occasion(actor, OccasionIn::of(entered)?).await
    }

    /// Records a meeting or a comment. Sides, people and posts that are not known yet become known with it; the post that
    /// each person held on that day is frozen in the record.
    ///
    /// # Errors
    /// [`Fault::Refused`] by its name; nothing is recorded then.
    pub async fn record_occasion(&self, actor: &Actor, entered: OccasionIn) -> Result<MeetingId, Fault> {
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
        for one in &entered.present {
            let people = people.iter().map(|line| (line.person, &line.names));
            let known = the_one("", &english(&one.person)?, people)?;
            participations.push(
                self.participation(&mut together, one, known, &sides, &entered.when)
                    .await?,
            );
        }
        let meeting = MeetingId::new(self.id());
        let words = Self::excerpt(entered.source, &entered.exact)?;
        let act = RecordMeeting {
            meeting,
            kind: entered.kind,
            title: entered.title,
            place: entered.place,
            when: entered.when,
            reported_by: Some(words.map_or(Report::Source(entered.source), Report::Excerpt)),
            sides,
            participations,
        };
        together.line(meeting, act).await?;
        together.record().await?;
        Ok(meeting)
    }

    async fn side(&self, together: &mut Together<'_>, name: &Title) -> Result<Side, Fault> {
        let names = english(name)?;
        let all = self.organisations().await?;
        let known = the_one(
            "",
            &names,
            all.iter().map(|line| (line.organisation, &line.names)),
        )?;
        let organisation = known.unwrap_or_else(|| OrganisationId::new(self.id()));
        if known.is_none() {
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
        entered: &PresentIn,
        known: Option<PersonId>,
        sides: &[Side],
        when: &When,
    ) -> Result<Participation, Fault> {
        let unknown = || Fault::Invalid(vec![FieldFault::plain("participants", "unknown")]);
        let side = match entered.side {
            Some(number) => Some(sides.get(number).ok_or_else(unknown)?),
            None => None,
        };
        let person = match known {
            Some(person) => person,
            None => self.new_person(together, &entered.person).await?,
        };
        let post = match (&entered.post, &entered.at) {
            (None, _) => None,
            (Some(title), None) => {
                let of = side.ok_or_else(unknown)?;
                Some(self.post_held(together, person, title, of, when).await?)
            }
            (Some(title), Some(at)) => {
                let of = self.side(together, at).await?;
                Some(self.post_held(together, person, title, &of, when).await?)
            }
        };
        Ok(Participation {
            person,
            name: entered.said.as_ref().unwrap_or(&entered.person).clone(),
            post,
            side: side.map(|side| side.organisation),
        })
    }

    /// Whoever has this name here; who is not known yet becomes so.
    pub(super) async fn person_named(
        &self,
        together: &mut Together<'_>,
        name: &Title,
    ) -> Result<PersonId, Fault> {
        let people = self.people().await?;
        let people = people.iter().map(|line| (line.person, &line.names));
        match the_one("somebody", &english(name)?, people)? {
            Some(person) => Ok(person),
            None => self.new_person(together, name).await,
        }
    }

    async fn new_person(&self, together: &mut Together<'_>, name: &Title) -> Result<PersonId, Fault> {
        let (person, names) = (PersonId::new(self.id()), english(name)?);
        together.act(person, RegisterPerson { person, names }).await?;
        Ok(person)
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
        let called = english(title)?;
        let posts = found.posts.iter().map(|(post, names)| ((*post, names), names));
        let (post, names) = match the_one("", &called, posts)? {
            Some((post, names)) => (post, names.clone()),
            None => {
                let (post, names) = (PostId::new(self.id()), called);
                let act = CreatePost {
                    post,
                    names: names.clone(),
                };
                together.act(organisation, act).await?;
                (post, names)
            }
        };
        if !found.posts_held(person, when).contains(&post) {
            // Held on that day is all that is known; since and until when is not.
            let act = BeginMembership {
                person,
                post,
                from: when.latest().map_or(When::Unknown, When::OnOrBefore),
                until: When::Unknown,
            };
            together.act(organisation, act).await?;
        }
        Ok(PostHeld {
            post,
            organisation,
            title: names,
            organisation_name: side.name.clone(),
        })
    }
}
