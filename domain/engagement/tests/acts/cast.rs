//! Who and what the tests are about: a municipality, an association, one source, one meeting.

use act::scenario::{Given, given};
use act::{
    Actor, AuthorityToAct, Context, Date, MeetingId, OrganisationId, Passage, PersonId, PostId, Reason,
    RequestId, Role, SourceId, SubjectId, Title,
};
use engagement::acts::{AddSubject, FreezeSource, MakeRequest, RecordMeeting};
use engagement::{
    Citing, Excerpt, Meeting, MeetingKind, Participation, PostHeld, Report, Request, Side, Source,
    SourceKind, SourceText,
};
use identity::{Names, When};

pub const ASSOCIATION: OrganisationId = OrganisationId::of(1);
pub const MUNICIPALITY: OrganisationId = OrganisationId::of(2);
pub const STRANGERS: OrganisationId = OrganisationId::of(3);
pub const PRESIDENT: PersonId = PersonId::of(11);
pub const GOVERNOR: PersonId = PersonId::of(12);
pub const SOURCE: SourceId = SourceId::of(21);
pub const MEETING: MeetingId = MeetingId::of(31);
pub const CELEBRATION: SubjectId = SubjectId::of(41);
pub const COOPERATE: RequestId = RequestId::of(51);
pub const DESK: &[Role] = &[Role::DeskOfficer];

pub const WORDS: &str =
    "The association asked the municipality to cooperate. The municipality is ready. It is ready indeed.";

pub fn by(role: Role, organisation: OrganisationId) -> Context {
    Context {
        actor: Actor {
            person: PersonId::of(99),
            organisation,
            role,
            authority: AuthorityToAct::Role,
        },
        at: "2023-04-27T02:00:00Z".parse().unwrap(),
    }
}

/// The desk officer of the association, who keeps the record.
pub fn desk() -> Context {
    by(Role::DeskOfficer, ASSOCIATION)
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn names(english: &str) -> Names {
    Names::new([("en", english)]).unwrap()
}

pub fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

pub fn reason(text: &str) -> Reason {
    Reason::new(text).unwrap()
}

pub fn excerpt(exact: &str) -> Option<Excerpt> {
    Some(Excerpt {
        source: SOURCE,
        exact: Passage::new(exact).unwrap(),
        prefix: String::new(),
        suffix: String::new(),
    })
}

pub fn freeze() -> FreezeSource {
    FreezeSource {
        source: SOURCE,
        title: title("Note"),
        kind: SourceKind::Note,
        language: "en".parse().unwrap(),
        text: SourceText::new(WORDS).unwrap(),
        published: When::On(day("2023-04-26")),
        origin: reason("Written for this test"),
    }
}

pub fn source() -> Source {
    given([]).and(&desk(), freeze()).state()
}

/// No source: what rests on none is put beside it.
pub fn nothing() -> Source {
    Source::default()
}

pub fn side(organisation: OrganisationId, english: &str) -> Side {
    Side {
        organisation,
        name: names(english),
    }
}

pub fn participation(person: PersonId, side: OrganisationId) -> Participation {
    Participation {
        person,
        name: title("As said"),
        post: None,
        side: Some(side),
    }
}

pub fn record() -> RecordMeeting {
    let governor = PostHeld {
        post: PostId::of(61),
        organisation: MUNICIPALITY,
        title: names("Governor"),
        organisation_name: names("Municipality"),
    };
    RecordMeeting {
        meeting: MEETING,
        kind: MeetingKind::Meeting,
        title: title("Preparing the celebrations"),
        place: Some(names("Phnom Penh")),
        when: When::OnOrBefore(day("2023-04-25")),
        reported_by: Some(Report::Source(SOURCE)),
        sides: vec![
            side(ASSOCIATION, "Association"),
            side(MUNICIPALITY, "Municipality"),
        ],
        participations: vec![
            participation(PRESIDENT, ASSOCIATION),
            Participation {
                post: Some(governor),
                ..participation(GOVERNOR, MUNICIPALITY)
            },
        ],
    }
}

pub fn subject() -> AddSubject {
    AddSubject {
        subject: CELEBRATION,
        order: 1,
        title: title("The celebrations"),
        excerpt: excerpt("The association asked the municipality to cooperate."),
    }
}

pub fn meeting() -> Given<Meeting> {
    let source = source();
    given([])
        .and(&desk(), record().resting_on(&source, ()))
        .and(&desk(), subject().resting_on(&source, ()))
}

pub fn ask() -> MakeRequest {
    MakeRequest {
        request: COOPERATE,
        subject: Some(CELEBRATION),
        from: ASSOCIATION,
        to: MUNICIPALITY,
        asked_by: PRESIDENT,
        text: reason("Cooperate in preparing the celebrations"),
        excerpt: excerpt("asked the municipality to cooperate"),
    }
}

pub fn request() -> Given<Request> {
    given([]).and(&desk(), ask().resting_on(&source(), &meeting().state()))
}
