//! A decision that came on paper: recorded by the lead authority as that of whoever wrote it, and disowned by that one.

use crate::cast::*;
use act::scenario::{Given, given};
use act::{Act, AttachmentId, Context, Refusal, Role};
use clearance::acts::*;
use clearance::{
    Application, ApplicationFact, Attachment, ClearanceRefusal, Condition, Decision, Otherwise,
    RecordedLetter, Silence, Stage, Standing,
};
use jiff::civil::{Date, date};

fn scan() -> Attachment {
    Attachment {
        attachment: AttachmentId::of(70),
        name: title("letter.pdf"),
        media_type: "application/pdf".into(),
        size: 9,
        sha256: "5e".repeat(32),
        document: None,
    }
}

pub fn letter(name: &str, decision: Decision) -> RecordLetter {
    RecordLetter {
        authority: authority(name),
        decision,
        reasons: Some(reason("The barge stays clear of the pier.")),
        dated: date(2023, 8, 16),
        reference: Some(title("No. 114")),
        scan: Some(scan()),
    }
}

fn dated(day: Date) -> RecordLetter {
    RecordLetter {
        dated: day,
        ..letter("moi", Decision::Granted)
    }
}

fn grant(name: &str) -> Decide {
    Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    }
}

pub fn disown() -> DisownLetter {
    DisownLetter {
        authority: authority("moi"),
        reasons: reason("Nobody here signed it."),
    }
}

/// The clerk, while periods run.
pub fn clerk() -> Context {
    acting(MUNICIPALITY, Role::Coordinator, "2023-08-18T03:00:00Z")
}

pub fn recorded() -> Given<Application> {
    in_circulation().and(&clerk(), letter("moi", Decision::Granted))
}

fn standing(given: &Given<Application>) -> Standing {
    given.state().referrals[&authority("moi")].standing()
}

#[test]
fn a_letter_is_the_decision_of_whoever_wrote_it_from_when_it_is_recorded() {
    let whole = letter("moi", Decision::Granted);
    in_circulation()
        .when(&clerk(), whole.clone())
        .then(&[ApplicationFact::LetterRecorded(RecordedLetter {
            authority: authority("moi"),
            decision: Decision::Granted,
            reasons: whole.reasons,
            dated: whole.dated,
            reference: whole.reference,
            scan: scan(),
            sealed: None,
        })]);
    let state = recorded().state();
    let decided = state.referrals[&authority("moi")].decided.as_ref().unwrap();
    assert_eq!(decided.by, clerk(), "when it came, and not when it was signed");
    assert_eq!(
        decided.letter.as_ref().unwrap().scan.as_ref().unwrap().name,
        scan().name
    );
    assert_eq!(standing(&recorded()), Standing::Granted);
    // It is evidence of the lead, and no document of the organiser's.
    assert!(state.attachments().all(|one| one.attachment != scan().attachment));
    assert_eq!(state.scans().count(), 1);
    recorded()
        .when(&decider(INTERIOR), grant("moi"))
        .refused(&ClearanceRefusal::AlreadyDecided {
            authority: authority("moi"),
        });
}

#[test]
fn a_letter_says_what_a_decision_would_have_to_say() {
    let none = |decision| RecordLetter {
        reasons: None,
        ..letter("moi", decision)
    };
    in_circulation()
        .when(&clerk(), none(Decision::Refused))
        .refused(&ClearanceRefusal::ReasonsMissing);
    in_circulation()
        .when(
            &clerk(),
            letter("moi", Decision::GrantedWithConditions { conditions: vec![] }),
        )
        .refused(&ClearanceRefusal::ConditionsMissing);
    in_circulation()
        .when(&clerk(), letter("moi", Decision::NoObjection))
        .refused(&ClearanceRefusal::NotItsDecision {
            authority: authority("moi"),
        });
    let advised = in_circulation().and(&clerk(), letter("mond", Decision::Objected));
    let state = advised.state();
    assert_eq!(state.referrals[&authority("mond")].standing(), Standing::Objected);
}

#[test]
fn a_letter_bears_a_day_from_the_referral_to_today_where_the_authority_is() {
    // Half past eleven at night of the eighteenth in Phnom Penh.
    let night = acting(MUNICIPALITY, Role::Coordinator, "2023-08-18T16:30:00Z");
    for day in [date(2023, 8, 3), date(2023, 8, 18)] {
        assert_eq!(
            standing(&in_circulation().and(&night, dated(day))),
            Standing::Granted
        );
    }
    in_circulation()
        .when(&night, dated(date(2023, 8, 19)))
        .refused(&ClearanceRefusal::LetterAhead {
            date: date(2023, 8, 19),
            to: date(2023, 8, 18),
        });
    in_circulation()
        .when(&night, dated(date(2023, 8, 2)))
        .refused(&ClearanceRefusal::LetterBefore {
            date: date(2023, 8, 2),
            from: date(2023, 8, 3),
        });
}

#[test]
fn only_the_lead_records_and_only_for_others() {
    in_circulation()
        .when(&decider(INTERIOR), letter("moi", Decision::Granted))
        .refused(&ClearanceRefusal::NotYourRole {
            role: Role::Decider,
            allowed: &[Role::Coordinator],
        });
    let other = acting(INTERIOR, Role::Coordinator, "2023-08-18T03:00:00Z");
    in_circulation()
        .when(&other, letter("moi", Decision::Granted))
        .refused(&ClearanceRefusal::NotTheLead);
    in_circulation()
        .when(&clerk(), letter("phnom-penh", Decision::Granted))
        .refused(&ClearanceRefusal::OwnLetter {
            authority: authority("phnom-penh"),
        });
    let past = acting(MUNICIPALITY, Role::Coordinator, "2023-08-31T17:00:00Z");
    where_silence_is(Silence::DeemedGranted)
        .when(&past, letter("moi", Decision::Refused))
        .refused(&ClearanceRefusal::SilenceCounts {
            authority: authority("moi"),
            date: date(2023, 8, 31),
        });
}

#[test]
fn two_people_are_not_asked_of_what_was_signed_elsewhere() {
    let mut circulate = circulate();
    for planned in &mut circulate.referrals {
        planned.four_eyes = true;
    }
    let by_two = given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), circulate);
    let decided = by_two.and(&clerk(), letter("moi", Decision::Granted));
    assert_eq!(standing(&decided), Standing::Granted);
}

#[test]
fn a_letter_that_is_disowned_counts_for_nothing_and_stays_on_record() {
    let asked_before = || in_circulation().and(&officer(INTERIOR), crate::extension::more_time(5));
    let before = asked_before().state();
    let disowned = || {
        asked_before()
            .and(&clerk(), letter("moi", Decision::Refused))
            .and(&decider(INTERIOR), disown())
    };
    let state = disowned().state();
    let (was, is) = (
        &before.referrals[&authority("moi")],
        &state.referrals[&authority("moi")],
    );
    assert_eq!(is.standing(), was.standing());
    // Until it was disowned nobody there could decide: those days are not its own.
    let last = |one| clearance::reckon(one).unwrap().deadline;
    assert_eq!(last(was), Some(act::Date::constant(2023, 8, 31)));
    assert_eq!(last(is), Some(act::Date::constant(2023, 9, 4)));
    assert!(is.open_extension().is_some());
    assert_eq!(state.stage(), Stage::InCirculation);
    let [one] = is.disowned.as_slice() else {
        panic!("the letter is on record");
    };
    assert_eq!(one.decided.decision, Decision::Refused);
    assert_eq!(one.reasons, reason("Nobody here signed it."));
    assert_eq!(state.scans().count(), 1);
    // It decides itself, or its next letter is recorded.
    let grants = crate::conditions::under("moi", vec![Condition::plain(act::Text::new("Sixty.").unwrap())]);
    let itself = disowned().and(&decider(INTERIOR), grants);
    assert_eq!(standing(&itself), Standing::GrantedWithConditions);
    itself
        .when(&decider(INTERIOR), disown())
        .refused(&ClearanceRefusal::NoLetter {
            authority: authority("moi"),
        });
    let later = acting(MUNICIPALITY, Role::Coordinator, "2023-08-22T03:00:00Z");
    let again = disowned().and(&later, letter("moi", Decision::Granted));
    assert_eq!(again.state().scans().count(), 2);
}

#[test]
fn an_offer_ends_with_a_letter_and_is_open_again_where_that_is_disowned() {
    let offered = || {
        in_circulation().and(
            &acting(INTERIOR, Role::Decider, "2023-08-14T03:00:00Z"),
            OfferInstead {
                authority: authority("moi"),
                otherwise: Otherwise {
                    place: Some(title("The stadium")),
                    ..Otherwise::default()
                },
                reasons: reason("The quay is taken."),
            },
        )
    };
    let decided = || offered().and(&clerk(), letter("moi", Decision::Granted));
    let open = |given: &Given<Application>| {
        let state = given.state();
        state.referrals[&authority("moi")].open_offer().is_some()
    };
    assert!(open(&offered()) && !open(&decided()));
    assert!(open(&decided().and(&decider(INTERIOR), disown())));
}

#[test]
fn an_open_question_is_answered_or_withdrawn_before_a_letter() {
    let ask = AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    in_circulation()
        .and(&officer(INTERIOR), ask)
        .when(&clerk(), letter("moi", Decision::Granted))
        .refused(&ClearanceRefusal::QuestionOpen { number: 1 });
}

#[test]
fn a_permit_says_who_agreed_by_letter_and_ends_disowning() {
    let agreed = || {
        recorded()
            .and(&clerk(), letter("mond", Decision::NoObjection))
            .and(&decider(MUNICIPALITY), grant("phnom-penh"))
    };
    let read = Seen::of(&agreed().state(), None);
    let permitted = agreed().and(&coordinator_later(), IssuePermit);
    let content = permitted.state().permit.unwrap().content;
    let by_letter: Vec<_> = content.decisions.iter().map(|one| one.by_letter).collect();
    assert_eq!(by_letter, [Some(date(2023, 8, 16)), None]);
    assert_eq!(content.advice[0].by_letter, Some(date(2023, 8, 16)));
    permitted
        .when(&acting(INTERIOR, Role::Decider, "2023-09-02T03:00:00Z"), disown())
        .refused(&ClearanceRefusal::WrongStage {
            stage: Stage::Permitted,
            needed: &[Stage::InCirculation, Stage::Decided],
        });
    // Whoever read the case before a letter was disowned, and what followed it, reads it again before issuing.
    let other = agreed()
        .and(&decider(INTERIOR), disown())
        .and(&decider(INTERIOR), grant("moi"));
    other
        .when(
            &coordinator_later(),
            AsSeen {
                act: IssuePermit.into(),
                seen: read,
            },
        )
        .refused(&ClearanceRefusal::ConditionsChangedSince);
}

/// A page that was open while the letter was disowned neither records it again, nor disowns the next one unread.
#[test]
fn a_letter_is_recorded_and_disowned_as_it_was_read() {
    let recorded = || in_circulation().and(&clerk(), letter("moi", Decision::Granted));
    let disowned = || recorded().and(&decider(INTERIOR), disown());
    let next = || disowned().and(&clerk(), letter("moi", Decision::Refused));
    let as_read = |act: CaseAct, past: &Given<Application>| AsSeen {
        act,
        seen: Seen::of(&past.state(), Some(&authority("moi"))),
    };
    let again = || CaseAct::from(letter("moi", Decision::Granted));
    disowned()
        .when(&clerk(), as_read(again(), &in_circulation()))
        .refused(&ClearanceRefusal::ConditionsChangedSince);
    next()
        .when(&decider(INTERIOR), as_read(disown().into(), &recorded()))
        .refused(&ClearanceRefusal::ConditionsChangedSince);
    // Whoever read what became of it does either.
    let anew = disowned().and(&clerk(), as_read(again(), &disowned()));
    let disowning = as_read(disown().into(), &anew);
    let none = anew.and(&decider(INTERIOR), disowning);
    assert_eq!(none.state().referrals[&authority("moi")].disowned.len(), 2);
}

/// Each refusal of it once.
pub fn refusals() -> Vec<&'static str> {
    let open = in_circulation().state();
    let none = RecordLetter {
        scan: None,
        ..letter("moi", Decision::Granted)
    };
    let refused = [
        dated(Date::MAX).decide(&open, &clerk()).unwrap_err(),
        dated(Date::MIN).decide(&open, &clerk()).unwrap_err(),
        none.decide(&open, &clerk()).unwrap_err(),
        letter("phnom-penh", Decision::Granted)
            .decide(&open, &clerk())
            .unwrap_err(),
        disown().decide(&open, &decider(INTERIOR)).unwrap_err(),
    ];
    refused.map(|refusal| refusal.code()).to_vec()
}
