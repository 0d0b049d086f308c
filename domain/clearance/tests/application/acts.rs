//! What people can do to an application, and every way in which it can be refused.

use crate::by_link;
use crate::cast::*;
use crate::extension::{more_time, says, to_the_end_of_its_calendar};
use crate::reminder::remind;
use crate::watching;
use act::scenario::given;
use act::{Act, AdviceId, AttachmentId, Context, Date, Detail, Refusal, Role};
use clearance::acts::*;
use clearance::{
    Application, ApplicationFact, Attachment, ClearanceRefusal, Condition, ConfideRefusal, DayRefusal,
    Decision, FeeRefusal, InsuranceRefusal, Outcome, Silence, Stage, Standing,
};
use std::collections::BTreeSet;

fn grant(name: &str) -> Decide {
    Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    }
}

fn refuse(name: &str) -> Decide {
    Decide {
        authority: authority(name),
        decision: Decision::Refused,
        reasons: Some(reason("too near the airport")),
    }
}

fn ask(name: &str) -> AskQuestion {
    AskQuestion {
        authority: authority(name),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    }
}

fn answer(name: &str) -> AnswerQuestion {
    AnswerQuestion {
        authority: authority(name),
        number: 1,
        answer: reason("By both bridges."),
    }
}

/// Every condition of a decision, not the first of it.
#[test]
fn a_permit_holds_every_condition_of_every_authority() {
    let conditional = |name| Decide {
        decision: conditions(3, 10),
        ..grant(name)
    };
    let state = in_circulation()
        .and(&decider(MUNICIPALITY), conditional("phnom-penh"))
        .and(&decider(INTERIOR), conditional("moi"))
        .and(&coordinator_later(), IssuePermit)
        .state();
    let decisions = state.permit.unwrap().content.decisions;
    let counts: Vec<usize> = decisions.iter().map(|one| one.conditions.len()).collect();
    assert_eq!(counts, [3, 3]);
}

fn conditions(count: usize, length: usize) -> Decision {
    let text = act::Text::new(&"條".repeat(length)).unwrap();
    Decision::GrantedWithConditions {
        conditions: vec![Condition::plain(text); count],
    }
}

#[test]
fn the_conditions_of_all_authorities_fit_one_permit_whoever_comes_first() {
    let with = |name, decision| Decide {
        decision,
        ..grant(name)
    };
    // Two share 10,000 characters: the third advises, and sets none.
    in_circulation()
        .when(&decider(INTERIOR), with("moi", conditions(11, 455)))
        .refused(&ClearanceRefusal::ConditionsTooLong {
            most: 5_000,
            given: 5_005,
        });
    let state = in_circulation()
        .and(&decider(MUNICIPALITY), with("phnom-penh", conditions(10, 500)))
        .and(&decider(INTERIOR), with("moi", conditions(10, 500)))
        .state();
    assert!(state.referrals[&authority("moi")].standing().agreed());
}

#[test]
fn an_organiser_hands_in_once_and_the_application_is_submitted() {
    let past = given::<Application>([]).and(&organiser(), submit());
    assert_eq!(past.state().stage(), Stage::Submitted);
    past.when(&organiser(), submit())
        .refused(&ClearanceRefusal::WrongStage {
            stage: Stage::Submitted,
            needed: &[Stage::Draft, Stage::Returned],
        });
}

#[test]
fn an_event_of_today_cannot_be_applied_for() {
    let mut late = submit();
    late.today = late.submission.event.date;
    given::<Application>([])
        .when(&organiser(), late.clone())
        .refused(&ClearanceRefusal::EventNotAhead { date: late.today });
}

#[test]
fn nothing_is_handed_in_under_a_version_that_does_not_hold_on_the_day_of_filing() {
    let today = submit().today;
    let (eve, after) = (today.yesterday().unwrap(), today.tomorrow().unwrap());
    let with = |valid| Submit { valid, ..submit() };
    let nothing = given::<Application>([]);
    nothing
        .when(&organiser(), with((Date::MIN, Some(eve))))
        .refused(&ClearanceRefusal::RulebookEnded(eve));
    nothing
        .when(&organiser(), with((after, None)))
        .refused(&ClearanceRefusal::RulebookNotBegun(after));
    // Its last day is one of its days, though the event is later.
    let handed_in = nothing.and(&organiser(), with((today, Some(today))));
    assert_eq!(handed_in.state().stage(), Stage::Submitted);
}

#[test]
fn the_lead_circulates_and_every_authority_has_its_referral() {
    let state = in_circulation().state();
    assert_eq!(state.stage(), Stage::InCirculation);
    assert_eq!(state.referrals.len(), 3);
    assert!(
        state
            .referrals
            .values()
            .all(|referral| referral.standing() == Standing::Referred)
    );
}

#[test]
fn a_question_stops_only_its_own_authority() {
    let past = in_circulation().and(&officer(INTERIOR), ask("moi"));
    let state = past.state();
    assert_eq!(
        state.referrals[&authority("moi")].standing(),
        Standing::AwaitingInformation
    );
    assert_eq!(
        state.referrals[&authority("phnom-penh")].standing(),
        Standing::Referred
    );
    let due = |state: &Application, name: &str| {
        clearance::reckon(&state.referrals[&authority(name)])
            .unwrap()
            .deadline
    };
    assert_eq!(due(&state, "moi"), None);
    assert!(due(&state, "phnom-penh").is_some());
    let later = acting(ASSOCIATION, Role::Applicant, "2023-08-16T03:00:00Z");
    let answered = past.and(&later, answer("moi")).state();
    assert!(due(&answered, "moi").is_some());
}

#[test]
fn an_answer_restarts_the_clock_where_it_stood() {
    let asked = acting(INTERIOR, Role::Officer, "2023-08-08T03:00:00Z");
    let answered = acting(ASSOCIATION, Role::Applicant, "2023-08-14T03:00:00Z");
    let state = in_circulation()
        .and(&asked, ask("moi"))
        .and(&answered, answer("moi"))
        .state();
    let due = |name: &str| {
        clearance::reckon(&state.referrals[&authority(name)])
            .unwrap()
            .deadline
            .unwrap()
    };
    // Referred on Thursday 3 August: day 20 is 31 August. The question stood from Tuesday 8 to Monday 14 August: five
    // working days are not counted, and five more are needed after 31 August.
    assert_eq!(due("phnom-penh").to_string(), "2023-08-31");
    assert_eq!(due("moi").to_string(), "2023-09-07");
}

#[test]
fn a_question_taken_back_lets_the_authority_decide() {
    in_circulation()
        .and(&officer(INTERIOR), ask("moi"))
        .and(
            &officer(INTERIOR),
            WithdrawQuestion {
                authority: authority("moi"),
                number: 1,
            },
        )
        .when(&decider(INTERIOR), grant("moi"))
        .then(&[ApplicationFact::Decided {
            authority: authority("moi"),
            decision: Decision::Granted,
            reasons: None,
            sealed: None,
        }]);
}

#[test]
fn the_permit_follows_when_all_whose_consent_is_needed_agree_and_lists_their_conditions() {
    let condition = Condition::plain(act::Text::new("Firing ends at 21:00").unwrap());
    let conditional = Decide {
        authority: authority("phnom-penh"),
        decision: Decision::GrantedWithConditions {
            conditions: vec![condition],
        },
        reasons: None,
    };
    let state = in_circulation()
        .and(&decider(MUNICIPALITY), conditional)
        .and(&decider(INTERIOR), grant("moi"))
        .and(&coordinator(), IssuePermit)
        .state();
    assert_eq!(state.stage(), Stage::Permitted);
    let content = &state.permit.as_ref().unwrap().content;
    assert_eq!(content.permit, "PNH-2023-0001-P1");
    assert_eq!(content.organisers, state.submission.as_ref().unwrap().organisers);
    assert_eq!(content.organisers.len(), 2);
    // Defence was only consulted and stayed silent: the permit neither waited for it nor claims its consent.
    let agreed: Vec<&str> = content
        .decisions
        .iter()
        .map(|one| one.authority.as_str())
        .collect();
    assert_eq!(agreed, ["moi", "phnom-penh"]);
    assert_eq!(
        content.decisions[1].conditions[0].as_str(),
        "Firing ends at 21:00"
    );
}

/// Neither a question nor its answer is a consent.
#[test]
fn no_permit_is_issued_while_one_whose_consent_is_needed_waits_for_an_answer_or_reviews() {
    let waiting = || vec![authority("moi")];
    let others = in_circulation().and(&decider(MUNICIPALITY), grant("phnom-penh"));
    let asked = others.and(&officer(INTERIOR), ask("moi"));
    let Outcome::Pending { waiting: found, .. } = Outcome::of(&asked.state()) else {
        panic!("{:?}", Outcome::of(&asked.state()))
    };
    assert_eq!(found, waiting());
    let refusal = ClearanceRefusal::NotAgreed { waiting: waiting() };
    asked.when(&coordinator_later(), IssuePermit).refused(&refusal);
    let answered = acting(ASSOCIATION, Role::Applicant, "2023-08-16T03:00:00Z");
    asked
        .and(&answered, answer("moi"))
        .when(&coordinator_later(), IssuePermit)
        .refused(&refusal);
}

#[test]
fn a_revoked_permit_no_longer_stands_and_cannot_be_revoked_twice() {
    let revoke = RevokePermit {
        reasons: reason("The quay is flooded"),
    };
    let past = in_circulation()
        .and(&decider(MUNICIPALITY), grant("phnom-penh"))
        .and(&decider(INTERIOR), grant("moi"))
        .and(&coordinator(), IssuePermit)
        .and(&coordinator(), revoke.clone());
    assert_eq!(past.state().stage(), Stage::Revoked);
    past.when(&coordinator(), revoke)
        .refused(&ClearanceRefusal::WrongStage {
            stage: Stage::Revoked,
            needed: &[Stage::Permitted, Stage::Suspended],
        });
}

/// A refusal names whatever would be allowed, not the first of it.
#[test]
fn all_that_would_be_allowed_is_named() {
    let permitted = in_circulation()
        .and(&decider(MUNICIPALITY), grant("phnom-penh"))
        .and(&decider(INTERIOR), grant("moi"))
        .and(&coordinator(), IssuePermit);
    let withdraw = Withdraw { reasons: None };
    let state = permitted.state();
    let details = |context| withdraw.clone().decide(&state, &context).unwrap_err().details();
    let term = |word: &str| Detail::Term(word.to_owned());
    assert_eq!(
        details(coordinator()),
        [
            ("role", term("role-coordinator")),
            (
                "allowed",
                Detail::AnyOf(vec![term("role-applicant"), term("role-agent")])
            ),
        ]
    );
    let needed = [
        "stage-submitted",
        "stage-returned",
        "stage-in-circulation",
        "stage-decided",
    ];
    assert_eq!(
        details(organiser()),
        [
            ("stage", term("stage-permitted")),
            ("needed", Detail::AnyOf(needed.map(term).into())),
        ]
    );
    let refusal = IssuePermit
        .decide(&in_circulation().state(), &coordinator())
        .unwrap_err();
    let waiting = ["moi", "phnom-penh"].map(|id| Detail::Authority(authority(id)));
    assert_eq!(refusal.details(), [("waiting", Detail::AllOf(waiting.into()))]);
}

#[test]
fn one_refusal_is_enough_and_is_explained() {
    let state = in_circulation().and(&decider(INTERIOR), refuse("moi")).state();
    let Outcome::Refused { by, because } = Outcome::of(&state) else {
        panic!("{:?}", Outcome::of(&state))
    };
    assert_eq!(by, [authority("moi")]);
    assert_eq!(because.len(), 3);
    assert_eq!(because[0].rules, ["authorities/1"]);
}

fn later_organiser() -> Context {
    acting(ASSOCIATION, Role::Applicant, "2023-09-02T03:00:00Z")
}

/// A document of its own content for each number.
pub fn document(number: u128) -> Attachment {
    Attachment {
        attachment: AttachmentId::of(number),
        name: title("plan.pdf"),
        media_type: "application/pdf".into(),
        size: 9,
        sha256: format!("{number:064x}"),
        document: None,
    }
}

/// Reaches each refusal once; the list of codes is compared with all there are.
#[test]
fn every_refusal_can_be_reached_and_has_a_name_of_its_own() {
    let mut reached = BTreeSet::new();
    let mut see = |code: &'static str| assert!(reached.insert(code), "{code} twice");
    let start = given::<Application>([]);
    let refusal = |outcome: Result<Vec<ApplicationFact>, ClearanceRefusal>| outcome.unwrap_err().code();
    let circulating = in_circulation();
    let asked = in_circulation().and(&officer(INTERIOR), ask("moi"));
    let empty = Application::default();
    let submitted = start.and(&organiser(), submit()).state();
    let open = circulating.state();
    see(refusal(submit().decide(&empty, &coordinator())));
    see(refusal(submit().decide(&submitted, &organiser())));
    let mut nobody = submit();
    nobody.submission.organisers.clear();
    see(refusal(nobody.decide(&empty, &organiser())));
    see(refusal(submit().decide(
        &empty,
        &acting(DEFENCE, Role::Applicant, "2023-08-01T03:00:00Z"),
    )));
    let mut bare = submit();
    bare.submission.event.components.clear();
    see(refusal(bare.decide(&empty, &organiser())));
    for valid in [(Date::MAX, None), (Date::MIN, Some(Date::MIN))] {
        let outside = Submit { valid, ..submit() };
        see(refusal(outside.decide(&empty, &organiser())));
    }
    let mut late = submit();
    late.today = late.submission.event.date;
    see(refusal(late.decide(&empty, &organiser())));
    let afterwards = acting(MUNICIPALITY, Role::Coordinator, "2023-11-25T03:00:00Z");
    see(refusal(circulate().decide(&submitted, &afterwards)));
    see(refusal(circulate().decide(
        &submitted,
        &acting(INTERIOR, Role::Coordinator, "2023-08-03T03:00:00Z"),
    )));
    see(refusal(
        Circulate { referrals: vec![] }.decide(&submitted, &coordinator()),
    ));
    see(refusal(grant("moi").decide(&open, &decider(DEFENCE))));
    see(refusal(grant("culture").decide(&open, &decider(DEFENCE))));
    let begun = in_circulation()
        .and(
            &officer(INTERIOR),
            BeginReview {
                authority: authority("moi"),
            },
        )
        .state();
    see(refusal(
        BeginReview {
            authority: authority("moi"),
        }
        .decide(&begun, &officer(INTERIOR)),
    ));
    see(refusal(grant("moi").decide(&asked.state(), &decider(INTERIOR))));
    let reminded = in_circulation().and(&coordinator(), remind());
    see(refusal(remind().decide(&reminded.state(), &coordinator())));
    let advice = by_link::ask(AdviceId::of(71), Some("moi"));
    let mut late = advice.clone();
    late.asked.until = Date::MIN;
    see(refusal(late.decide(&open, &officer(INTERIOR))));
    let link = by_link::holder(AdviceId::of(71), "2023-08-16T03:00:00Z");
    see(refusal(by_link::give(AdviceId::of(71)).decide(&open, &link)));
    let often = (0..50).fold(in_circulation(), |past, number| {
        past.and(
            &officer(INTERIOR),
            by_link::ask(AdviceId::of(number), Some("moi")),
        )
    });
    see(refusal(advice.decide(&often.state(), &officer(INTERIOR))));
    let worn = watching::watched_as_often_as_can_be();
    let turning = watching::watcher(INTERIOR, Role::Officer);
    see(refusal(Watch { watching: true }.decide(&worn, &turning)));
    see(refusal(answer("moi").decide(&open, &organiser())));
    see(refusal(says(1, true).decide(&open, &organiser())));
    let silent = where_silence_is(Silence::DeemedGranted).state();
    let count = || CountSilence {
        authority: authority("moi"),
    };
    let past = "2023-08-31T17:00:00Z";
    see(refusal(Lapse.decide(&open, &organiser())));
    see(refusal(Lapse.decide(&open, &the_rule(MUNICIPALITY, past))));
    see(refusal(count().decide(&open, &the_rule(INTERIOR, past))));
    see(refusal(
        count().decide(&silent, &the_rule(INTERIOR, "2023-08-31T16:59:59Z")),
    ));
    see(refusal(
        grant("moi").decide(&silent, &acting(INTERIOR, Role::Decider, past)),
    ));
    let asked_for = in_circulation().and(&officer(INTERIOR), more_time(5));
    see(refusal(
        more_time(5).decide(&asked_for.state(), &officer(INTERIOR)),
    ));
    let often = (6..25).fold(asked_for, |past, days| {
        past.and(&officer(INTERIOR), more_time(days))
    });
    see(refusal(more_time(5).decide(&often.state(), &officer(INTERIOR))));
    see(refusal(more_time(0).decide(&open, &officer(INTERIOR))));
    let full = to_the_end_of_its_calendar().state();
    see(refusal(more_time(MOST_DAYS).decide(&full, &officer(INTERIOR))));
    let decided = in_circulation().and(&decider(INTERIOR), grant("moi")).state();
    see(refusal(grant("moi").decide(&decided, &decider(INTERIOR))));
    let bare = |decision| Decide {
        authority: authority("moi"),
        decision,
        reasons: None,
    };
    see(refusal(
        bare(Decision::NoObjection).decide(&open, &decider(INTERIOR)),
    ));
    let consulted = Decide {
        authority: authority("mond"),
        ..bare(Decision::Objected)
    };
    see(refusal(consulted.decide(&open, &decider(DEFENCE))));
    see(refusal(bare(Decision::Refused).decide(&open, &decider(INTERIOR))));
    see(refusal(
        bare(Decision::GrantedWithConditions { conditions: vec![] }).decide(&open, &decider(INTERIOR)),
    ));
    let handing_in = |number: u128| HandIn {
        attachment: document(number),
        few: None,
    };
    let refused = Decide {
        reasons: refuse("moi").reasons,
        ..bare(Decision::Refused)
    };
    let no = in_circulation().and(&decider(INTERIOR), refused).state();
    see(refusal(handing_in(1).decide(&no, &later_organiser())));
    let mut full = in_circulation();
    let there = open.submission.as_ref().unwrap().attachments.len();
    for number in there..MOST_DOCUMENTS {
        full = full.and(&later_organiser(), handing_in(number as u128));
    }
    let full = full.state();
    see(refusal(
        handing_in(there as u128).decide(&full, &later_organiser()),
    ));
    see(refusal(handing_in(1_000).decide(&full, &later_organiser())));
    let many = conditions(31, 1);
    see(refusal(bare(many).decide(&open, &decider(INTERIOR))));
    see(refusal(
        bare(conditions(21, 500)).decide(&open, &decider(INTERIOR)),
    ));
    let mut crowd = submit();
    crowd.submission.organisers = vec![crowd.submission.organisers[0].clone(); 11];
    see(refusal(crowd.decide(&empty, &organiser())));
    see(refusal(IssuePermit.decide(&open, &coordinator())));
    let before_all = crate::amended::before_all().state();
    see(refusal(
        crate::amended::amend(|_| {}).decide(&before_all, &later_organiser()),
    ));
    let often = crate::amended::amended_as_often_as_can_be();
    see(refusal(
        crate::amended::amend(|_| {}).decide(&often, &later_organiser()),
    ));
    let stale = AsSeen {
        act: IssuePermit.into(),
        seen: Seen {
            versions: 3,
            revisions: 0,
            recommended: 0,
            suspended: 0,
            permits: 0,
        },
    };
    see(refusal(stale.decide(&before_all, &coordinator())));
    crate::offer::refusals().into_iter().for_each(&mut see);
    crate::recommendation::refusals().into_iter().for_each(&mut see);
    crate::letter::refusals().into_iter().for_each(&mut see);
    crate::suspension::refusals().into_iter().for_each(&mut see);
    crate::appeal::refusals().into_iter().for_each(&mut see);
    crate::sealed::refusals().into_iter().for_each(&mut see);
    for refusal in crate::planning::refusals()
        .into_iter()
        .chain(crate::conditions::refusals())
        .chain(crate::by_hand::refusals())
        .chain(crate::keeping::refusals())
        .chain(crate::library::refusals())
        .chain(crate::items::refusals())
        .chain(crate::replacement::refusals())
        .chain(crate::day::refusals())
        .chain(crate::fees::refusals())
        .chain(crate::insurance::refusals())
    {
        see(refusal.code());
    }
    for refusal in crate::confided::refusals() {
        see(refusal.code());
    }
    let all = ClearanceRefusal::CODES
        .iter()
        .chain(DayRefusal::CODES)
        .chain(FeeRefusal::CODES)
        .chain(InsuranceRefusal::CODES)
        .chain(ConfideRefusal::CODES)
        .copied()
        .collect();
    assert_eq!(reached, all, "a new refusal needs a way to reach it here");
}

#[test]
fn what_is_offered_is_exactly_what_would_not_be_refused() {
    let on_the_case = |act| Possible { act, on: On::Case };
    let on_interior = |act| Possible {
        act,
        on: On::Referral(authority("moi")),
    };
    let open = in_circulation().state();
    assert_eq!(
        possible(&open, &organiser()),
        [
            on_the_case(ActName::HandIn),
            on_the_case(ActName::Amend),
            on_the_case(ActName::Withdraw)
        ]
    );
    assert_eq!(
        possible(&open, &decider(INTERIOR)),
        [
            on_interior(ActName::BeginReview),
            on_interior(ActName::Decide),
            on_interior(ActName::AskQuestion),
            on_interior(ActName::OfferInstead),
            on_interior(ActName::ProposeExtension),
            on_interior(ActName::AskAdvice),
            on_the_case(ActName::SetFee),
        ]
    );
    let asked = in_circulation().and(&officer(INTERIOR), ask("moi")).state();
    assert_eq!(
        possible(&asked, &organiser()),
        [
            Possible {
                act: ActName::AnswerQuestion,
                on: On::Asked(authority("moi"), 1),
            },
            on_the_case(ActName::HandIn),
            on_the_case(ActName::Amend),
            on_the_case(ActName::Withdraw)
        ]
    );
    assert_eq!(
        possible(&open, &acting(DEFENCE, Role::Auditor, "2023-08-03T03:00:00Z")),
        []
    );
}
