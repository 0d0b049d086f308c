//! Cases, from draft to the last decision, through the same use cases as the pages.

use crate::cast::Cast;
use crate::house::RULEBOOK;
use crate::{Done, trouble};
use act::{ApplicationId, Date, MeetingId, PersonId, Reason, RequestId, SourceId, Title};
use clearance::Decision;
use clearance::acts::{AnswerQuestion, AskQuestion, Circulate, Decide};
use desk::clearance::answer_field;
use desk::engagement::{MeetingIn, ParticipantIn, RequestIn, SourceIn};
use desk::{Desk, Fault};
use engagement::{SourceKind, SourceText};
use identity::{Language, When};
use std::collections::BTreeMap;

/// The words that every request of the load rests on.
pub const ASKED: &str = "The association asked the municipality to allow an evening on the quay.";

/// What the organiser answers to the rulebook: all four authorities are asked.
const ANSWERS: [(&str, &str); 8] = [
    ("event_kind", "celebration"),
    ("place_kind", "riverside"),
    ("attendance", "8000"),
    ("foreign_mission", "true"),
    ("fireworks", "true"),
    ("largest_shell", "100"),
    ("near_airport", "false"),
    ("road_closure", "true"),
];

/// The fields of a draft that may be handed in, for an event of that name on that day.
#[must_use]
pub fn fields(title: &str, date: Date) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    let mut put = |field: &str, value: &str| fields.insert(field.to_owned(), value.to_owned());
    put("title", title);
    put(
        "description",
        "Dances of both countries on a stage at the quay, then fireworks from a barge.",
    );
    put("place", "Riverfront, Phnom Penh");
    put("date", &date.to_string());
    put("from", "18:00");
    put("until", "21:00");
    put("component-performance", "on");
    put("component-performance-title", "Dances and music");
    put("component-fireworks", "on");
    put("component-fireworks-title", "Twelve minutes of fireworks");
    for (input, answer) in ANSWERS {
        put(&answer_field(input), answer);
    }
    fields
}

/// A meeting whose requests can be taken up.
#[derive(Clone, Debug)]
pub struct Table {
    /// The meeting.
    pub meeting: MeetingId,
    /// The source that every line rests on.
    pub source: SourceId,
    /// Whoever speaks for the organiser's side.
    pub speaker: PersonId,
}

impl Table {
    /// Records the meeting and its source.
    ///
    /// # Errors
    /// When the desk refuses or the store fails.
    pub async fn set(desk: &Desk, cast: &Cast) -> Done<Self> {
        let title = |text: &str| Title::new(text).map_err(trouble);
        let day = When::On(jiff::civil::date(2023, 7, 20));
        let by = &cast.desk_officer;
        let source = desk
            .freeze_source(
                by,
                SourceIn {
                    title: title("Note of a meeting under load")?,
                    kind: SourceKind::Note,
                    language: "en".parse::<Language>().map_err(trouble)?,
                    text: SourceText::new(ASKED).map_err(trouble)?,
                    published: day,
                    origin: Reason::new("Written for the load").map_err(trouble)?,
                },
            )
            .await
            .map_err(trouble)?;
        let mut sides = vec![];
        let mut participants = vec![];
        for (side, (_, name)) in cast.sides.iter().enumerate() {
            sides.push(title(name)?);
            participants.push(ParticipantIn {
                name: title(&format!("Speaker {side}"))?,
                post: None,
                side,
            });
        }
        let entered = MeetingIn {
            title: title("A meeting under load")?,
            place: None,
            when: day,
            source,
            sides,
            participants,
        };
        let meeting = desk.record_meeting(by, entered).await.map_err(trouble)?;
        let view = desk.meeting(by, meeting).await.map_err(trouble)?;
        let mut present = view
            .meeting
            .record
            .into_iter()
            .flat_map(|record| record.participations);
        let speaker = present
            .next()
            .ok_or_else(|| trouble("nobody was at the meeting"))?
            .person;
        Ok(Table {
            meeting,
            source,
            speaker,
        })
    }

    /// Makes a request.
    ///
    /// # Errors
    /// As the desk's.
    pub async fn request(&self, desk: &Desk, cast: &Cast) -> Done<RequestId> {
        let entered = RequestIn {
            from: cast.sides[0].0,
            to: cast.sides[1].0,
            asked_by: self.speaker,
            text: Reason::new("Allow an evening on the quay").map_err(trouble)?,
            exact: ASKED.to_owned(),
            source: self.source,
            subject: None,
        };
        desk.make_request(&cast.desk_officer, self.meeting, entered)
            .await
            .map_err(trouble)
    }
}

/// Begins and fills a draft that may be handed in.
///
/// # Errors
/// As the desk's.
pub async fn drafted(
    desk: &Desk,
    cast: &Cast,
    cites: Option<RequestId>,
    title: &str,
    date: Date,
) -> Result<ApplicationId, Fault> {
    drafted_as(desk, cast, cites, fields(title, date)).await
}

/// The same with fields of one's own.
///
/// # Errors
/// As the desk's.
pub async fn drafted_as(
    desk: &Desk,
    cast: &Cast,
    cites: Option<RequestId>,
    fields: BTreeMap<String, String>,
) -> Result<ApplicationId, Fault> {
    let id = desk.begin_draft(&cast.organiser, RULEBOOK, cites).await?;
    desk.save_draft(&cast.organiser, id, 1, fields).await?;
    Ok(id)
}

/// Hands a draft in.
///
/// # Errors
/// As the desk's.
pub async fn submitted(desk: &Desk, cast: &Cast, id: ApplicationId) -> Result<(), Fault> {
    let read = desk.draft_of(&cast.organiser, id).await?;
    desk.submit(&cast.organiser, id, read.version).await.map(drop)
}

/// Hands a draft in and puts it to the authorities.
///
/// # Errors
/// As the desk's.
pub async fn circulated(desk: &Desk, cast: &Cast, id: ApplicationId) -> Result<(), Fault> {
    submitted(desk, cast, id).await?;
    desk.change(&cast.coordinator, id, Circulate::default()).await
}

/// How many facts a lengthy case has.
pub const FACTS: usize = 500;

/// A case before the authorities of which much was asked and answered.
///
/// # Errors
/// As the desk's.
pub async fn lengthy(desk: &Desk, cast: &Cast) -> Done<ApplicationId> {
    let day = desk.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let day = day.saturating_add(jiff::ToSpan::days(300));
    let id = drafted(desk, cast, None, "An evening much asked about", day)
        .await
        .map_err(trouble)?;
    circulated(desk, cast, id).await.map_err(trouble)?;
    let words = |number: u32| {
        let text = format!("Question {number}: which gate does the crowd leave by, and who stands there?");
        Reason::new(&text).map_err(trouble)
    };
    // It was handed in and circulated; the rest is asked and answered by turns.
    for number in 0..u32::try_from(FACTS / 2 - 1).unwrap_or(0) {
        let (authority, decider) = &cast.deciders[number as usize % cast.deciders.len()];
        let asked = AskQuestion {
            authority: authority.clone(),
            text: words(number)?,
            items: vec![],
        };
        desk.change(decider, id, asked).await.map_err(trouble)?;
        let answered = AnswerQuestion {
            authority: authority.clone(),
            number: number / u32::try_from(cast.deciders.len()).unwrap_or(1) + 1,
            answer: words(number)?,
        };
        desk.change(&cast.organiser, id, answered)
            .await
            .map_err(trouble)?;
    }
    Ok(id)
}

/// All four authorities agree to a case.
///
/// # Errors
/// As the desk's.
pub async fn agreed(desk: &Desk, cast: &Cast, id: ApplicationId) -> Result<(), Fault> {
    for (authority, decider) in &cast.deciders {
        let decide = Decide {
            authority: authority.clone(),
            decision: Decision::Granted,
            reasons: None,
        };
        desk.change(decider, id, decide).await?;
    }
    Ok(())
}
