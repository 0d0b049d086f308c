//! The cast of the clearance tests: an association, a municipality that leads, and two ministries.

use act::{Actor, AuthorityId, AuthorityToAct, Context, Date, OrganisationId, PersonId, Reason, Role, Title};
use clearance::acts::{Circulate, Submit};
use clearance::{
    Application, Competence, Component, ComponentKind, Event, Ground, Lead, Organiser, PlannedReferral,
    RulebookPin, Silence, Submission, Terms,
};
use jiff::Timestamp;
use jiff::civil::{date, time};

pub const ASSOCIATION: OrganisationId = OrganisationId::of(1);
pub const MUNICIPALITY: OrganisationId = OrganisationId::of(2);
pub const INTERIOR: OrganisationId = OrganisationId::of(3);
pub const DEFENCE: OrganisationId = OrganisationId::of(4);
pub const EMBASSY: OrganisationId = OrganisationId::of(5);

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn acting(organisation: OrganisationId, role: Role, when: &str) -> Context {
    Context {
        actor: Actor {
            person: PersonId::of(9),
            organisation,
            role,
            authority: AuthorityToAct::Role,
        },
        at: at(when),
    }
}

pub fn organiser() -> Context {
    acting(ASSOCIATION, Role::Applicant, "2023-08-01T03:00:00Z")
}

pub fn coordinator() -> Context {
    acting(MUNICIPALITY, Role::Coordinator, "2023-08-03T03:00:00Z")
}

pub fn coordinator_later() -> Context {
    acting(MUNICIPALITY, Role::Coordinator, "2023-09-01T03:00:00Z")
}

pub fn decider(organisation: OrganisationId) -> Context {
    acting(organisation, Role::Decider, "2023-08-21T03:00:00Z")
}

pub fn officer(organisation: OrganisationId) -> Context {
    acting(organisation, Role::Officer, "2023-08-14T03:00:00Z")
}

pub fn authority(name: &str) -> AuthorityId {
    name.parse().unwrap()
}

pub fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

pub fn reason(text: &str) -> Reason {
    Reason::new(text).unwrap()
}

pub fn submission() -> Submission {
    Submission {
        event: Event {
            title: title("Lantern night"),
            description: None,
            components: vec![Component {
                kind: ComponentKind::Fireworks,
                title: title("Ten minutes of fireworks"),
            }],
            place: title("The quay"),
            date: date(2023, 11, 19),
            from: time(18, 0, 0, 0),
            until: time(21, 0, 0, 0),
            zone: "Asia/Phnom_Penh".into(),
        },
        organisers: vec![
            Organiser {
                organisation: ASSOCIATION,
                name: title("The association"),
            },
            Organiser {
                organisation: EMBASSY,
                name: title("The embassy"),
            },
        ],
        answers: [].into(),
        attachments: vec![],
        cites: None,
        copy_of: None,
        held: None,
        public: None,
    }
}

pub fn submit() -> Submit {
    Submit {
        reference: "PNH-2023-0001".into(),
        submission: submission(),
        rulebook: RulebookPin {
            id: "kh-phnom-penh".into(),
            version: "1".into(),
            hash: "ab".into(),
        },
        lead: Lead {
            authority: authority("phnom-penh"),
            organisation: MUNICIPALITY,
            name: title("The municipality"),
        },
        valid: (Date::constant(2023, 4, 25), None),
        today: Date::constant(2023, 8, 1),
        needed: vec![],
    }
}

pub fn planned(name: &str, organisation: OrganisationId, competence: Competence) -> PlannedReferral {
    PlannedReferral {
        authority: authority(name),
        organisation,
        name: title(name),
        competence,
        terms: Terms {
            period: calendar::Period {
                days: 20,
                unit: calendar::Unit::Working,
            },
            calendar: "kh".into(),
            zone: "Asia/Phnom_Penh".into(),
            receipt: calendar::Receipt::default(),
            silence: Silence::Nothing,
            kind: "practice".into(),
            citation: "no published rule".into(),
        },
        grounds: vec![Ground {
            rule: "authorities/1".into(),
            reason: "fireworks".into(),
            citation: "advice of April 2023".into(),
            kind: "practice".into(),
        }],
        four_eyes: false,
        own: calendar::OwnCalendar::default(),
        fees: vec![],
    }
}

pub fn circulate() -> Circulate {
    Circulate {
        referrals: vec![
            planned("phnom-penh", MUNICIPALITY, Competence::Competent),
            planned("moi", INTERIOR, Competence::Concurrence),
            planned("mond", DEFENCE, Competence::Consultee),
        ],
    }
}

/// The same, where the silence of Interior means something.
pub fn where_silence_is(silence: Silence) -> act::scenario::Given<Application> {
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        if planned.authority == authority("moi") {
            planned.terms.silence = silence;
        }
    }
    act::scenario::given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), circulate)
}

/// The clock itself, in the name of an organisation.
pub fn the_rule(organisation: OrganisationId, when: &str) -> Context {
    Context {
        actor: Actor::rule(organisation),
        at: at(when),
    }
}

/// What happens by itself up to an instant, in its order, and the case after all of it.
pub fn by_itself(
    mut past: act::scenario::Given<Application>,
    now: &str,
) -> (
    act::scenario::Given<Application>,
    Vec<(clearance::acts::ActName, OrganisationId)>,
) {
    let mut done = vec![];
    while let Some((act, whose)) = clearance::due(&past.state(), at(now)) {
        done.push((act.name(), whose));
        past = past.and(&the_rule(whose, now), act);
    }
    (past, done)
}

pub fn in_circulation() -> act::scenario::Given<Application> {
    act::scenario::given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), circulate())
}
