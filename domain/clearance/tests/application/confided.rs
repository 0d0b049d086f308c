//! A piece of the case is confided to few: who reads it then, who may say so, and whom nobody shuts out.

use crate::cast::*;
use crate::notices::check;
use act::scenario::{Given, given};
use act::{Act, Actor, AttachmentId, AuthorityId, Context, OrganisationId, Role};
use clearance::acts::*;
use clearance::{
    AdviceAsked, AnsweredItem, Application, ApplicationFact, Attachment, ClearanceRefusal, Competence,
    ConfideRefusal, Confided, Decision, Ground, ItemAnswer, Needed, Piece, Sight, Wanted, history, sight,
};
use rulebook::Value;

const CULTURE: OrganisationId = OrganisationId::of(6);
const RULE: &str = "authorities/12";
const FILE: AttachmentId = AttachmentId::of(41);

fn guests() -> Piece {
    Piece::Document(FILE)
}

fn attendance() -> Piece {
    Piece::Answer("attendance".into())
}

fn file(id: AttachmentId) -> Attachment {
    Attachment {
        attachment: id,
        name: title("guests.pdf"),
        media_type: "application/pdf".into(),
        size: 9,
        sha256: id.to_string(),
        document: None,
    }
}

/// Interior is asked by a rule that reads the attendance, too; a ministry of culture by none that does.
fn circulated() -> Given<Application> {
    let mut submit = submit();
    submit
        .submission
        .answers
        .insert("attendance".into(), Value::Number(8_317.into()));
    let mut circulate = circulate();
    circulate
        .referrals
        .push(planned("culture", CULTURE, Competence::Concurrence));
    for planned in &mut circulate.referrals {
        if planned.organisation == INTERIOR {
            planned.grounds.push(Ground {
                rule: RULE.into(),
                reason: "large-crowd".into(),
                citation: "none".into(),
                kind: "assumption".into(),
            });
        }
    }
    given::<Application>([])
        .and(&organiser(), submit)
        .and(&coordinator(), circulate)
        .and(
            &later(ASSOCIATION, Role::Applicant),
            HandIn {
                attachment: file(FILE),
                few: None,
            },
        )
}

fn later(organisation: OrganisationId, role: Role) -> Context {
    acting(organisation, role, "2023-08-14T05:00:00Z")
}

fn applicant() -> Context {
    later(ASSOCIATION, Role::Applicant)
}

fn among(names: &[&str]) -> Option<Vec<AuthorityId>> {
    Some(names.iter().map(|name| authority(name)).collect())
}

fn confide(piece: Piece, among: Option<Vec<AuthorityId>>) -> Confide {
    let rules = match piece {
        Piece::Answer(_) => vec![RULE.to_owned()],
        Piece::Document(_) => vec![],
    };
    Confide {
        piece,
        among,
        reasons: reason("They were threatened."),
        rules,
    }
}

/// Who reads a piece, of all that are asked, hold the event or lead.
fn readers(given: &Given<Application>, piece: &Piece) -> Vec<&'static str> {
    let all = [
        ("association", ASSOCIATION),
        ("embassy", EMBASSY),
        ("municipality", MUNICIPALITY),
        ("interior", INTERIOR),
        ("defence", DEFENCE),
        ("culture", CULTURE),
    ];
    let state = given.state();
    let reads = all.iter().filter(|(_, one)| state.reads(*one, piece));
    reads.map(|(name, _)| *name).collect()
}

#[test]
fn what_nobody_confided_all_read_and_what_somebody_did_those_who_were_named() {
    let open = circulated();
    assert_eq!(readers(&open, &guests()).len(), 6);
    open.when(&applicant(), confide(guests(), among(&["mond", "mond"])))
        .then(&[ApplicationFact::Confided(Confided {
            piece: guests(),
            among: among(&["mond"]),
            reasons: reason("They were threatened."),
            rules: vec![],
            at_once: false,
        })]);
    let few = open.and(&applicant(), confide(guests(), among(&["mond"])));
    let named = ["association", "embassy", "municipality", "defence"];
    assert_eq!(readers(&few, &guests()), named);
    // Each time what was said last holds, and all read it again once that is said.
    let fewer = few.and(&applicant(), confide(guests(), among(&[])));
    assert_eq!(
        readers(&fewer, &guests()),
        ["association", "embassy", "municipality"]
    );
    let all = fewer.and(&applicant(), confide(guests(), None));
    assert_eq!(readers(&all, &guests()).len(), 6);
}

/// It is said with the document who reads it, by the same rules: nobody is shut out who needs it, and nobody is told that it was taken from them.
#[test]
fn what_is_handed_in_for_few_is_read_by_nobody_else_for_a_moment() {
    let id = AttachmentId::of(42);
    let hand_in = |rules: Vec<String>| HandIn {
        attachment: Attachment {
            name: title("rooms.pdf"),
            ..file(id)
        },
        few: Some(ToFew {
            among: vec![authority("mond")],
            reasons: reason("They were threatened."),
            rules,
        }),
    };
    let open = circulated();
    open.when(&applicant(), hand_in(vec![RULE.to_owned()])).refused(
        &ConfideRefusal::NeededToDecide {
            authorities: vec![authority("moi")],
        }
        .into(),
    );
    check(
        &open,
        &applicant(),
        hand_in(vec![]),
        &[
            "municipality authority: document phnom-penh",
            "interior authority: document moi",
            "defence authority: document mond",
            "? authority: document culture",
            "embassy organiser: document",
            "embassy organiser: confided",
            "municipality lead: confided",
        ],
    );
    let few = open.and(&applicant(), hand_in(vec![]));
    let named = ["association", "embassy", "municipality", "defence"];
    assert_eq!(readers(&few, &Piece::Document(id)), named);
}

#[test]
fn an_authority_confides_what_it_reads_and_goes_on_reading_it_with_who_handed_it_in() {
    let few = circulated().and(&later(CULTURE, Role::Officer), confide(guests(), among(&["moi"])));
    let read = ["association", "embassy", "municipality", "interior", "culture"];
    assert_eq!(readers(&few, &guests()), read);
    // The lead has others read it: it is still culture's, who goes on reading it and may change it again.
    let coordinator = later(MUNICIPALITY, Role::Coordinator);
    let other = few.and(&coordinator, confide(guests(), among(&["mond"])));
    let read = ["association", "embassy", "municipality", "defence", "culture"];
    assert_eq!(readers(&other, &guests()), read);
    other
        .when(&applicant(), confide(guests(), None))
        .refused(&ConfideRefusal::ByAnother.into());
    let back = other.and(&later(CULTURE, Role::Decider), confide(guests(), None));
    // Once all read it, whoever confides it then has made it so.
    let own = back.and(&applicant(), confide(guests(), among(&[])));
    assert!(!readers(&own, &guests()).contains(&"culture"));
}

#[test]
fn nobody_keeps_from_an_authority_what_the_rule_reads_by_which_it_is_asked() {
    let needed = |names: &[&str]| ConfideRefusal::NeededToDecide {
        authorities: names.iter().map(|name| authority(name)).collect(),
    };
    let open = circulated();
    open.when(&applicant(), confide(attendance(), among(&["mond"])))
        .refused(&needed(&["moi"]).into());
    let few = open.and(&applicant(), confide(attendance(), among(&["moi"])));
    assert_eq!(
        readers(&few, &attendance()),
        ["association", "embassy", "municipality", "interior"]
    );
    // Before anyone is asked nobody can be in need; whoever is asked by that rule later reads it all the same.
    let mut submit = submit();
    submit
        .submission
        .answers
        .insert("attendance".into(), Value::Number(8_317.into()));
    let early = given::<Application>([]).and(&organiser(), submit);
    let early = early.and(&organiser(), confide(attendance(), among(&[])));
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        if planned.organisation == INTERIOR {
            planned.grounds[0].rule = RULE.into();
        }
    }
    let asked = early.and(&coordinator(), circulate);
    assert_eq!(
        readers(&asked, &attendance()),
        ["association", "embassy", "municipality", "interior"]
    );
}

/// Culture asks for the document item by item, and is answered with it.
fn answered(past: Given<Application>) -> Given<Application> {
    let ask = AskQuestion {
        authority: authority("culture"),
        text: reason("For the seats:"),
        items: vec![Wanted {
            about: clearance::About::Named(title("Guests")),
            words: None,
        }],
    };
    let answer = AnswerItems {
        authority: authority("culture"),
        number: 1,
        answers: vec![AnsweredItem {
            item: 1,
            answer: ItemAnswer::Given {
                words: None,
                documents: vec![FILE],
            },
        }],
    };
    past.and(&later(CULTURE, Role::Officer), ask)
        .and(&applicant(), answer)
}

#[test]
fn a_document_that_an_authority_was_answered_with_is_not_kept_from_it() {
    answered(circulated())
        .when(&applicant(), confide(guests(), among(&["moi"])))
        .refused(
            &ConfideRefusal::NeededToDecide {
                authorities: vec![authority("culture")],
            }
            .into(),
        );
    // To whom else it was given no other authority is told.
    answered(circulated())
        .when(
            &later(DEFENCE, Role::Officer),
            confide(guests(), among(&["mond"])),
        )
        .refused(&ConfideRefusal::NeededByAnother.into());
    // Nor is one that was confided before, once it is answered with it.
    let few = circulated().and(&applicant(), confide(guests(), among(&[])));
    assert!(!few.state().reads(CULTURE, &guests()));
    let given = answered(few);
    assert!(given.state().reads(CULTURE, &guests()));
    assert!(!given.state().reads(DEFENCE, &guests()));
}

#[test]
fn whoever_does_not_read_a_document_hands_it_on_to_nobody() {
    let few = circulated().and(&applicant(), confide(guests(), among(&[])));
    let ask = |documents| AskAdvice {
        asked: AdviceAsked {
            documents,
            ..crate::by_link::ask(act::AdviceId::of(71), Some("culture")).asked
        },
    };
    let officer = later(CULTURE, Role::Officer);
    few.when(&officer, ask(vec![FILE]))
        .refused(&ClearanceRefusal::NoSuchDocument);
    assert!(ask(vec![]).decide(&few.state(), &officer).is_ok());
}

#[test]
fn what_is_kept_back_is_taken_out_of_every_version_and_it_is_said_what_was_there() {
    let few = circulated()
        .and(&applicant(), confide(guests(), among(&["moi"])))
        .and(&applicant(), confide(attendance(), among(&["moi"])));
    let handed = |organisation| {
        let mut state = few.state();
        let kept = state.keep_back(organisation);
        (serde_json::to_string(&state).unwrap(), kept)
    };
    let words = ["guests.pdf", "8317", "They were threatened."];
    for organisation in [ASSOCIATION, MUNICIPALITY, INTERIOR] {
        let (state, kept) = handed(organisation);
        assert!(words.iter().all(|one| state.contains(one)), "{state}");
        assert_eq!(kept, []);
    }
    for organisation in [CULTURE, DEFENCE] {
        let (state, kept) = handed(organisation);
        assert!(!words.iter().any(|one| state.contains(one)), "{state}");
        let by: Vec<_> = kept
            .iter()
            .map(|one| (&one.piece, one.by.actor.organisation))
            .collect();
        assert_eq!(by, [(&guests(), ASSOCIATION), (&attendance(), ASSOCIATION)]);
    }
}

#[test]
fn a_fact_that_holds_a_confided_piece_is_whole_to_nobody_who_does_not_read_it() {
    let few = circulated().and(&applicant(), confide(guests(), among(&["moi"])));
    let state = few.state();
    let reads = |organisation, role| {
        let actor = Actor {
            organisation,
            role,
            ..applicant().actor
        };
        let stands = (sight(&state, &actor).unwrap(), organisation);
        let all = history(few.past()).into_iter();
        let about_it = all.filter(|one| one.pieces.contains(&guests()));
        let readings = about_it.map(|one| one.reading(&state, stands));
        readings
            .map(|one| (one.reads, one.hears, one.whole, one.open))
            .collect::<Vec<_>>()
    };
    // That it was handed in, and that it was confided.
    assert_eq!(reads(INTERIOR, Role::Officer), [(true, true, true, true); 2]);
    assert_eq!(reads(CULTURE, Role::Officer), [(true, false, false, false); 2]);
    assert_eq!(
        sight(&state, &later(CULTURE, Role::Officer).actor),
        Some(Sight::Authority)
    );
}

#[test]
fn who_reads_it_no_longer_is_told_and_so_is_who_reads_it_now() {
    let open = circulated();
    check(
        &open,
        &applicant(),
        confide(guests(), among(&["moi"])),
        &[
            "defence authority: sight-lost mond",
            "? authority: sight-lost culture",
            "embassy organiser: confided",
            "municipality lead: confided",
        ],
    );
    let few = open.and(&applicant(), confide(guests(), among(&["moi"])));
    check(
        &few,
        &later(MUNICIPALITY, Role::Coordinator),
        confide(guests(), among(&["mond"])),
        &[
            "interior authority: sight-lost moi",
            "defence authority: sight-gained mond",
            "association organiser: confided",
            "embassy organiser: confided",
        ],
    );
    check(
        &few,
        &applicant(),
        confide(guests(), None),
        &[
            "defence authority: sight-gained mond",
            "? authority: sight-gained culture",
            "embassy organiser: confidence-ended",
            "municipality lead: confidence-ended",
        ],
    );
}

#[test]
fn how_much_an_authority_had_not_read_when_it_decided_stays_what_it_was() {
    let few = circulated().and(&applicant(), confide(guests(), among(&["moi"])));
    let unread = |given: &Given<Application>, name: &str| {
        let state = given.state();
        let referral = state.referrals.get(&authority(name)).unwrap();
        state.unread_by(referral)
    };
    assert_eq!((unread(&few, "culture"), unread(&few, "moi")), (1, 0));
    let grant = || Decide {
        authority: authority("culture"),
        decision: Decision::Granted,
        reasons: None,
    };
    let decided = few.and(&acting(CULTURE, Role::Decider, "2023-08-15T03:00:00Z"), grant());
    let afterwards = acting(ASSOCIATION, Role::Applicant, "2023-08-16T03:00:00Z");
    let all = decided.and(&afterwards, confide(guests(), None));
    assert_eq!(unread(&all, "culture"), 1);
    assert!(all.state().reads(CULTURE, &guests()));
    // Nor is it another once the authority that decided without it reads it, or kept from one that decided with it,
    // be that in the same second.
    let few = circulated().and(&applicant(), confide(guests(), among(&[])));
    let at = |organisation, role| acting(organisation, role, "2023-08-15T03:00:00Z");
    let decided = few.and(&at(CULTURE, Role::Decider), grant());
    let given = decided.and(
        &at(ASSOCIATION, Role::Applicant),
        confide(guests(), among(&["culture"])),
    );
    assert!(given.state().reads(CULTURE, &guests()));
    assert_eq!(unread(&given, "culture"), 1);
    let open = circulated().and(&at(CULTURE, Role::Decider), grant());
    let kept = open.and(&at(ASSOCIATION, Role::Applicant), confide(guests(), among(&[])));
    assert_eq!(unread(&kept, "culture"), 0);
    assert!(!kept.state().reads(CULTURE, &guests()));
}

#[test]
fn who_reads_an_answer_by_its_rule_follows_the_version_that_it_is_handed_in_again_under() {
    let mut first = submit();
    let answers = &mut first.submission.answers;
    answers.insert("attendance".into(), Value::Number(8_317.into()));
    let mut again = first.clone();
    again.rulebook.version = "2".into();
    again.needed = vec![Needed {
        piece: attendance(),
        rules: vec!["authorities/13".into()],
    }];
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        let rule = if planned.organisation == INTERIOR {
            "authorities/13"
        } else {
            RULE
        };
        planned.grounds[0].rule = rule.into();
    }
    let asked = given::<Application>([])
        .and(&organiser(), first)
        .and(&organiser(), confide(attendance(), among(&[])))
        .and(
            &coordinator(),
            ReturnIncomplete {
                lacks: reason("A plan of the quay."),
            },
        )
        .and(&organiser(), again)
        .and(&coordinator(), circulate);
    assert_eq!(
        readers(&asked, &attendance()),
        ["association", "embassy", "municipality", "interior"]
    );
}

#[test]
fn what_was_dropped_since_is_confided_as_what_is_there_and_who_is_kept_from_it_learns_nothing_more() {
    let mut first = submit();
    first.submission.attachments.push(file(FILE));
    let lacks = reason("A plan of the quay.");
    let dropped = given::<Application>([])
        .and(&organiser(), first)
        .and(&coordinator(), ReturnIncomplete { lacks })
        .and(&organiser(), submit());
    assert!(dropped.state().attachments().any(|one| one.attachment == FILE));
    let few = dropped.and(&applicant(), confide(guests(), among(&["mond"])));
    assert!(!few.state().reads(CULTURE, &guests()));
    let mut seen = few.state();
    seen.keep_back(CULTURE);
    assert!(!seen.attachments().any(|one| one.attachment == FILE));
    let said = &seen.confided[0].confided;
    assert_eq!((said.among.as_deref(), said.rules.len()), (Some(&[][..]), 0));
    assert!(!said.reasons.to_string().contains("threatened"));
}

#[test]
fn one_organisation_does_not_use_up_what_another_may_confide() {
    let past = circulated().and(&later(CULTURE, Role::Officer), confide(guests(), among(&["moi"])));
    let mut worn = past.state();
    let one = worn.confided[0].clone();
    worn.confided.resize(MOST_CONFIDED, one);
    let own = confide(attendance(), among(&["moi"])).decide(&worn, &applicant());
    assert!(own.is_ok(), "{own:?}");
}

/// One of each, with what it takes to meet it.
pub fn refusals() -> Vec<ConfideRefusal> {
    let refusal = |given: &Given<Application>, context: &Context, act: Confide| match given
        .when(context, act)
        .refusal()
    {
        ClearanceRefusal::Confide(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    let open = circulated();
    let few = circulated().and(&applicant(), confide(guests(), among(&["moi"])));
    let mut worn = few.state();
    let one = worn.confided.first().unwrap().clone();
    worn.confided.resize(MOST_CONFIDED, one);
    let too_often = confide(guests(), None).decide(&worn, &applicant());
    let Err(ClearanceRefusal::Confide(too_often)) = too_often else {
        panic!("{too_often:?}");
    };
    let nothing = Piece::Answer("tide".into());
    vec![
        refusal(&open, &applicant(), confide(nothing, None)),
        refusal(
            &open,
            &later(MUNICIPALITY_OF_ANOTHER_TOWN, Role::Officer),
            confide(guests(), None),
        ),
        refusal(
            &few,
            &later(INTERIOR, Role::Officer),
            confide(guests(), among(&[])),
        ),
        refusal(&few, &applicant(), confide(guests(), among(&["moi"]))),
        refusal(&open, &applicant(), confide(attendance(), among(&[]))),
        refusal(
            &answered(circulated()),
            &later(DEFENCE, Role::Officer),
            confide(guests(), among(&["mond"])),
        ),
        too_often,
    ]
}

const MUNICIPALITY_OF_ANOTHER_TOWN: OrganisationId = OrganisationId::of(77);

#[test]
fn each_refusal_is_met_where_it_is_meant_to_be() {
    assert_eq!(
        refusals(),
        [
            ConfideRefusal::NoSuchPiece,
            ConfideRefusal::NotAsked,
            ConfideRefusal::ByAnother,
            ConfideRefusal::ReadSo,
            ConfideRefusal::NeededToDecide {
                authorities: vec![authority("moi")]
            },
            ConfideRefusal::NeededByAnother,
            ConfideRefusal::TooOften { most: MOST_CONFIDED },
        ]
    );
    // What somebody does not read is to them as if it were not there.
    let few = circulated().and(&applicant(), confide(guests(), among(&["moi"])));
    few.when(&later(CULTURE, Role::Officer), confide(guests(), None))
        .refused(&ConfideRefusal::NoSuchPiece.into());
    for role in [Role::Auditor, Role::DeskOfficer, Role::Operator] {
        let refused = few.when(&later(ASSOCIATION, role), confide(guests(), None));
        assert!(matches!(refused.refusal(), ClearanceRefusal::NotYourRole { .. }));
    }
}

#[test]
fn what_was_given_for_a_fee_a_condition_or_an_insurance_is_not_kept_from_whoever_it_was_given_to() {
    let by = crate::keeping::asking();
    let hands_in = HandIn {
        attachment: file(FILE),
        few: None,
    };
    let few = |past: Given<Application>| past.and(&by, confide(guests(), among(&[])));
    let needed = ConfideRefusal::NeededToDecide {
        authorities: vec![authority("moi")],
    };
    let kept_from = |past: Given<Application>, by: &Context| {
        past.when(by, confide(guests(), among(&["mond"])))
            .refused(&needed.clone().into());
    };
    // A proof.
    let permitted = || crate::keeping::permitted().and(&by, hands_in.clone());
    let shown = ShowKept {
        documents: vec![FILE],
        ..crate::keeping::show(1)
    };
    assert!(!few(permitted()).state().reads(INTERIOR, &guests()));
    assert!(
        few(permitted())
            .and(&by, shown.clone())
            .state()
            .reads(INTERIOR, &guests())
    );
    kept_from(permitted().and(&by, shown), &by);
    // What insures anew a condition that is discharged, and is no proof of it.
    let mut insured = few(permitted()).state();
    insured.insurances.push(crate::insurance::of_document(FILE));
    assert!(insured.reads(INTERIOR, &guests()));
    assert!(!insured.reads(DEFENCE, &guests()));
    // What is taken back is given to nobody any more.
    insured.insurances[0].reversed = Some(clearance::Reversal {
        reasons: reason("It is of another event."),
        by: by.clone(),
    });
    assert!(!insured.reads(INTERIOR, &guests()));
    // The scan of what was paid.
    let by = crate::fees::asking();
    let few = |past: Given<Application>| past.and(&by, confide(guests(), among(&[])));
    let paid = |past: Given<Application>| past.and(&by, crate::fees::paid_with(FILE));
    let charged = || crate::fees::charged().and(&by, hands_in.clone());
    assert!(!few(charged()).state().reads(INTERIOR, &guests()));
    assert!(paid(few(charged())).state().reads(INTERIOR, &guests()));
    kept_from(paid(charged()), &by);
}

#[test]
fn nobody_gives_itself_what_it_does_not_read_by_naming_it_for_a_fee() {
    let by = crate::fees::asking();
    let hands_in = HandIn {
        attachment: file(FILE),
        few: None,
    };
    let charged = crate::fees::charged().and(&by, hands_in);
    let few = charged.and(&by, confide(guests(), among(&[])));
    few.when(&later(INTERIOR, Role::Officer), crate::fees::recorded_with(FILE))
        .refused(&ClearanceRefusal::NoSuchDocument);
}
