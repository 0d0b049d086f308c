//! Who is told what of each fact, and by when there is something to do.

use crate::amended::{amend, amending, before_all};
use crate::cast::*;
use crate::conditions::{binding, now, under};
use crate::extension::{more_time, says};
use crate::keeping::{asking, discharge, later, not_enough, owned_by, permitted, show, shown};
use crate::letter::{clerk, disown, letter, recorded};
use crate::offer::{accepts, declines, drones, elsewhere, offers};
use act::scenario::{Given, given};
use act::{Act, AttachmentId, Context, OrganisationId, Recorded, Role, State};
use clearance::acts::*;
use clearance::{
    AppealEnd, Appealed, Application, Attachment, Decision, Limit, News, Notice, Party, Silence, notices,
};
use jiff::civil::{date, time};

fn name(organisation: OrganisationId) -> &'static str {
    let names = [
        (ASSOCIATION, "association"),
        (EMBASSY, "embassy"),
        (MUNICIPALITY, "municipality"),
        (INTERIOR, "interior"),
        (DEFENCE, "defence"),
    ];
    names
        .iter()
        .find(|(one, _)| *one == organisation)
        .map_or("?", |(_, name)| name)
}

fn line(notice: &Notice) -> String {
    let authority = notice.authority.iter().map(|one| format!(" {one}"));
    let days = notice.days.iter().map(|days| format!(" {days} days"));
    let by = notice.by.iter().map(|by| format!(" by {by}"));
    let condition = notice.condition.iter().map(|number| format!(" {number}"));
    let share = notice.share.iter();
    let share = share.map(|one| format!(" {} of {}", one.answered, one.of));
    let said: String = authority
        .chain(condition)
        .chain(days)
        .chain(share)
        .chain(by)
        .collect();
    let (to, party) = (name(notice.to), notice.party.name());
    format!("{to} {party}: {}{said}", notice.news.name())
}

/// All that is told of an act, line by line.
pub fn all_told<A: Act<State = Application>>(
    past: &Given<Application>,
    context: &Context,
    act: A,
) -> Vec<Notice>
where
    A::Refusal: std::fmt::Debug,
{
    let mut state = past.state();
    let mut told = vec![];
    for fact in act.decide(&state, context).unwrap() {
        let by = context.clone();
        let before = state.clone();
        let recorded = Recorded { fact, by };
        state.evolve(&recorded);
        told.extend(notices(&before, &state, &recorded));
    }
    told
}

#[track_caller]
pub fn check<A: Act<State = Application>>(
    past: &Given<Application>,
    context: &Context,
    act: A,
    expect: &[&str],
) where
    A::Refusal: std::fmt::Debug,
{
    let told: Vec<_> = all_told(past, context, act).iter().map(line).collect();
    assert_eq!(told, expect);
}

fn on(day: &str, organisation: OrganisationId, role: Role) -> Context {
    acting(organisation, role, &format!("2023-{day}T03:00:00Z"))
}

fn grant(name: &str) -> Decide {
    Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    }
}

fn question() -> AskQuestion {
    AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    }
}

/// The embassy holds the event too, and did not hand it in.
#[test]
fn whoever_leads_is_told_of_an_application_and_who_holds_it_with_others() {
    let nothing = given::<Application>([]);
    let told = ["municipality lead: handed-in", "embassy organiser: handed-in"];
    check(&nothing, &organiser(), submit(), &told);
}

#[test]
fn what_is_given_back_is_told_to_the_organisers_and_what_comes_again_to_whoever_leads() {
    let back = ReturnIncomplete {
        lacks: reason("A plan of the quay."),
    };
    let applied = given::<Application>([]).and(&organiser(), submit());
    let told = [
        "association organiser: given-back",
        "embassy organiser: given-back",
    ];
    check(&applied, &coordinator(), back.clone(), &told);
    let told = [
        "municipality lead: handed-in-again",
        "embassy organiser: handed-in-again",
    ];
    let later = on("08-05", ASSOCIATION, Role::Applicant);
    check(&applied.and(&coordinator(), back), &later, submit(), &told);
}

/// The municipality leads and is an authority: its coordinator put the case to its own officers, who are told.
#[test]
fn each_authority_is_told_that_it_is_asked_and_by_when_it_decides() {
    let applied = given::<Application>([]).and(&organiser(), submit());
    let told = [
        "association organiser: circulated",
        "embassy organiser: circulated",
        "municipality authority: asked phnom-penh by 2023-08-31",
        "interior authority: asked moi by 2023-08-31",
        "defence authority: asked-for-advice mond by 2023-08-31",
    ];
    check(&applied, &coordinator(), circulate(), &told);
    let begun = BeginReview {
        authority: authority("moi"),
    };
    check(&in_circulation(), &officer(INTERIOR), begun, &[]);
}

/// The day is the one that the case shows for it. Six working days, from the 14th to the 21st, the clock of Interior stood still.
#[test]
fn a_question_is_told_with_the_day_until_which_an_answer_helps_and_an_answer_with_the_day_of_the_decision() {
    let day = all_told(&in_circulation(), &officer(INTERIOR), question())[0]
        .by
        .unwrap();
    let asked = in_circulation().and(&officer(INTERIOR), question());
    let state = asked.state();
    let moi = &state.referrals[&authority("moi")];
    let reckoned = clearance::reckon(moi).unwrap();
    let ahead = clearance::under_way(moi, &reckoned, date(2023, 11, 19), date(2023, 8, 14)).unwrap();
    assert_eq!(Some(day), ahead.answer);
    let told = [
        format!("association organiser: question moi by {day}"),
        format!("embassy organiser: question moi by {day}"),
    ];
    let told = told.each_ref().map(String::as_str);
    check(&in_circulation(), &officer(INTERIOR), question(), &told);

    let answer = AnswerQuestion {
        authority: authority("moi"),
        number: 1,
        answer: reason("By the east gate."),
    };
    let told = [
        "interior authority: answer moi by 2023-09-08",
        "embassy organiser: answer moi by 2023-09-08",
    ];
    check(&asked, &on("08-21", ASSOCIATION, Role::Applicant), answer, &told);
    let withdrawn = WithdrawQuestion {
        authority: authority("moi"),
        number: 1,
    };
    let told = [
        "association organiser: question-withdrawn moi",
        "embassy organiser: question-withdrawn moi",
    ];
    check(&asked, &decider(INTERIOR), withdrawn, &told);
    // In the last week before the event no answer leaves the rest of the period any more.
    let late = on("11-13", INTERIOR, Role::Officer);
    assert_eq!(all_told(&in_circulation(), &late, question())[0].by, None);
}

#[test]
fn more_time_is_told_with_the_day_that_stays_and_its_answer_with_the_day_that_counts() {
    let told = [
        "association organiser: more-time moi 5 days by 2023-08-31",
        "embassy organiser: more-time moi 5 days by 2023-08-31",
    ];
    check(&in_circulation(), &officer(INTERIOR), more_time(5), &told);
    let asked = in_circulation().and(&officer(INTERIOR), more_time(5));
    for (agreed, told) in [
        (true, "more-time-agreed moi by 2023-09-07"),
        (false, "more-time-declined moi by 2023-08-31"),
    ] {
        let told = [
            format!("interior authority: {told}"),
            format!("embassy organiser: {told}"),
        ];
        let told = told.each_ref().map(String::as_str);
        check(
            &asked,
            &on("08-15", ASSOCIATION, Role::Agent),
            says(1, agreed),
            &told,
        );
    }
}

#[test]
fn an_offer_and_what_becomes_of_it_are_told_to_the_two_it_is_between() {
    let told = all_told(&in_circulation(), &decider(INTERIOR), offers(drones()));
    let told: Vec<_> = told.iter().map(|one| (name(one.to), one.news)).collect();
    assert_eq!(told, [("association", News::Offer), ("embassy", News::Offer)]);
    let offered = in_circulation().and(&decider(INTERIOR), offers(drones()));
    let later = on("08-22", ASSOCIATION, Role::Applicant);
    let told = [
        "interior authority: offer-accepted moi by 2023-09-04",
        "embassy organiser: offer-accepted moi by 2023-09-04",
    ];
    check(&offered, &later, accepts(1), &told);
    let told = [
        "interior authority: offer-declined moi by 2023-09-04",
        "embassy organiser: offer-declined moi by 2023-09-04",
    ];
    check(&offered, &later, declines(1), &told);
    let back = WithdrawOffer {
        authority: authority("moi"),
        number: 1,
    };
    let told = [
        "association organiser: offer-withdrawn moi",
        "embassy organiser: offer-withdrawn moi",
    ];
    check(&offered, &decider(INTERIOR), back, &told);
}

#[test]
fn a_decision_is_told_to_the_organisers_and_to_whoever_leads_once_it_settles_the_case() {
    let organisers = |what: &str| {
        [
            format!("association organiser: {what}"),
            format!("embassy organiser: {what}"),
        ]
    };
    let told = organisers("granted phnom-penh");
    let told = told.each_ref().map(String::as_str);
    check(
        &in_circulation(),
        &decider(MUNICIPALITY),
        grant("phnom-penh"),
        &told,
    );
    let one = in_circulation().and(&decider(MUNICIPALITY), grant("phnom-penh"));
    let [first, second] = organisers("granted moi");
    let told = [&*first, &*second, "municipality lead: all-agreed"];
    check(&one, &decider(INTERIOR), grant("moi"), &told);
    let refused = Decide {
        decision: Decision::Refused,
        reasons: Some(reason("The river is high.")),
        ..grant("moi")
    };
    let [first, second] = organisers("refused moi");
    let told = [&*first, &*second, "municipality lead: no-permit-possible"];
    check(&one, &decider(INTERIOR), refused, &told);
    // What a consultee says settles nothing.
    for (decision, what) in [
        (Decision::NoObjection, "no-objection mond"),
        (Decision::Advised, "advised mond"),
        (Decision::Objected, "objected mond"),
    ] {
        let advice = Decide {
            decision,
            reasons: Some(reason("Mind the wind.")),
            ..grant("mond")
        };
        let told = organisers(what);
        let told = told.each_ref().map(String::as_str);
        check(&one, &decider(DEFENCE), advice, &told);
    }
}

#[test]
fn whose_conditions_are_contradicted_is_told_so_and_whoever_leads_once_they_are_reconciled() {
    let late = || vec![binding("Not before.", Limit::BeginsFrom(time(20, 0, 0, 0)))];
    let early = || vec![binding("Over by then.", Limit::EndsBy(time(19, 0, 0, 0)))];
    let one = in_circulation().and(&decider(MUNICIPALITY), under("phnom-penh", late()));
    let told = [
        "association organiser: granted-with-conditions moi",
        "embassy organiser: granted-with-conditions moi",
        "municipality lead: contradictory moi",
        "municipality authority: contradiction moi",
    ];
    check(&one, &decider(INTERIOR), under("moi", early()), &told);
    let both = one.and(&decider(INTERIOR), under("moi", early()));
    let told = [
        "association organiser: conditions-revised moi",
        "embassy organiser: conditions-revised moi",
        "municipality lead: all-agreed",
    ];
    check(&both, &decider(INTERIOR), now("moi", vec![]), &told);
    // One that was contradicted before is not told of it again.
    let told = &told[..2];
    check(
        &both,
        &decider(INTERIOR),
        now(
            "moi",
            vec![binding("Over by then.", Limit::EndsBy(time(18, 30, 0, 0)))],
        ),
        told,
    );
}

#[test]
fn silence_is_told_to_the_silent_too() {
    for (silence, what, turn) in [
        (Silence::DeemedGranted, "deemed-granted", None),
        (
            Silence::DeemedRefused,
            "deemed-refused",
            Some("municipality lead: no-permit-possible"),
        ),
    ] {
        let told: Vec<String> = ["association organiser", "embassy organiser", "interior authority"]
            .iter()
            .map(|who| format!("{who}: {what} moi by 2023-08-31"))
            .chain(turn.map(str::to_owned))
            .collect();
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        let counts = CountSilence {
            authority: authority("moi"),
        };
        let rule = the_rule(INTERIOR, "2023-08-31T17:00:00Z");
        check(&where_silence_is(silence), &rule, counts, &told);
    }
}

#[test]
fn a_period_that_passes_is_told_to_its_authority_and_to_all_who_wait_for_it() {
    let told = [
        "interior authority: overdue moi by 2023-08-31",
        "municipality lead: overdue moi by 2023-08-31",
        "association organiser: overdue moi by 2023-08-31",
        "embassy organiser: overdue moi by 2023-08-31",
    ];
    let noted = NoteOverrun {
        authority: authority("moi"),
    };
    let rule = the_rule(INTERIOR, "2023-08-31T17:00:00Z");
    check(&in_circulation(), &rule, noted, &told);
}

#[test]
fn what_there_was_to_do_is_not_to_be_done_twice() {
    use clearance::{News, Party, is_left_to_do};
    let moi = authority("moi");
    let left = |past: &act::scenario::Given<Application>, party, news| {
        is_left_to_do(
            &past.state(),
            party,
            news,
            Some(&moi),
            None,
            at("2023-08-20T00:00:00Z"),
        )
    };
    let asking = AskQuestion {
        authority: moi.clone(),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    let asked = in_circulation().and(&officer(INTERIOR), asking);
    // While it waits itself, the case does not wait for it.
    assert!(left(&asked, Party::Organiser, News::Question));
    assert!(!left(&asked, Party::Authority, News::Asked));
    let answering = AnswerQuestion {
        authority: moi.clone(),
        number: 1,
        answer: reason("By both ends of the quay."),
    };
    let answered = asked.and(&organiser(), answering);
    assert!(!left(&answered, Party::Organiser, News::Question));
    assert!(left(&answered, Party::Authority, News::Asked));
    assert!(left(&answered, Party::Authority, News::Answer));
    let decided = answered.and(&decider(INTERIOR), grant("moi"));
    for news in [News::Asked, News::Answer, News::Recommended, News::Overdue] {
        assert!(!left(&decided, Party::Authority, news), "{news:?}");
    }
    // What was nothing to do never becomes something.
    assert!(!left(&decided, Party::Organiser, News::Granted));
    let withdrawn = in_circulation().and(&organiser(), Withdraw { reasons: None });
    assert!(!left(&withdrawn, Party::Authority, News::Asked));
}

#[test]
fn a_permit_and_its_end_are_told_to_all_and_so_is_what_ends_without_one() {
    let everyone = |what: &str, lead: bool| -> Vec<String> {
        let organisers = ["association organiser: ", "embassy organiser: "];
        let organisers = organisers.map(|who| format!("{who}{what}")).into_iter();
        let lead = lead.then(|| format!("municipality lead: {what}"));
        let asked = [
            ("municipality", "phnom-penh"),
            ("interior", "moi"),
            ("defence", "mond"),
        ];
        let asked = asked
            .map(|(who, id)| format!("{who} authority: {what} {id}"))
            .into_iter();
        organisers.chain(lead).chain(asked).collect()
    };

    let told = |past: &Given<Application>, context: &Context, act: CaseAct| -> Vec<String> {
        all_told(past, context, act).iter().map(line).collect()
    };
    let agreed = in_circulation()
        .and(&decider(MUNICIPALITY), grant("phnom-penh"))
        .and(&decider(INTERIOR), grant("moi"));
    assert_eq!(
        told(&agreed, &coordinator_later(), IssuePermit.into()),
        everyone("permitted", false)
    );
    let permitted = agreed.and(&coordinator_later(), IssuePermit);
    let revoke = RevokePermit {
        reasons: reason("The river is high."),
    };
    assert_eq!(
        told(&permitted, &coordinator_later(), revoke.into()),
        everyone("revoked", false)
    );
    let coordinating = on("10-02", MUNICIPALITY, Role::Coordinator);
    let stop = |until| SuspendPermit {
        reasons: reason("The river is high."),
        until,
    };
    let day = date(2023, 10, 10);
    let stopped = everyone("suspended", false).into_iter();
    let stopped: Vec<_> = stopped.map(|one| one + " by 2023-10-10").collect();
    assert_eq!(told(&permitted, &coordinating, stop(Some(day)).into()), stopped);
    assert_eq!(
        told(&permitted, &coordinating, stop(None).into()),
        everyone("suspended", false)
    );
    let suspended = permitted.and(&coordinating, stop(Some(day)));
    let lift = LiftSuspension { reasons: None };
    assert_eq!(
        told(&suspended, &coordinating, lift.into()),
        everyone("suspension-lifted", false)
    );
    let over = |when| the_rule(MUNICIPALITY, when);
    assert_eq!(
        told(&suspended, &over("2023-10-10T17:00:00Z"), EndSuspension.into()),
        everyone("suspension-ended", true)
    );
    let (open, ended) = (coordinating.clone(), over("2023-10-10T17:00:00Z"));
    let open = suspended.and(&ended, EndSuspension).and(&open, stop(None));
    assert_eq!(
        told(&open, &over("2023-11-19T14:00:00Z"), Lapse.into()),
        everyone("lapsed-suspended", true)
    );
    let withdraw = Withdraw { reasons: None };
    let later = on("09-01", ASSOCIATION, Role::Applicant);
    let withdrawn = everyone("withdrawn", true).split_off(1);
    assert_eq!(told(&in_circulation(), &later, withdraw.into()), withdrawn);
    // Of those who were asked, the end concerns who had not decided.
    let half = in_circulation().and(&decider(MUNICIPALITY), grant("phnom-penh"));
    let over = the_rule(MUNICIPALITY, "2023-11-19T14:00:00Z");
    let mut lapsed = everyone("lapsed", true);
    lapsed.retain(|line| !line.contains("phnom-penh"));
    assert_eq!(told(&half, &over, Lapse.into()), lapsed);
}

#[test]
fn an_appeal_is_told_to_whoever_decided_and_whoever_leads_and_to_no_other_authority() {
    let conditions = Appealed::Conditions {
        authority: authority("moi"),
    };
    let lead = || later(MUNICIPALITY, Role::Coordinator);
    check(
        &permitted(),
        &asking(),
        crate::appeal::noted(conditions, date(2023, 10, 2)),
        &[
            "embassy organiser: appeal-noted moi",
            "municipality lead: appeal-noted moi",
            "interior authority: appeal-noted moi",
        ],
    );
    check(
        &crate::appeal::appealed(),
        &lead(),
        crate::appeal::ended(AppealEnd::Upheld),
        &[
            "association organiser: appeal-upheld moi",
            "embassy organiser: appeal-upheld moi",
            "interior authority: appeal-upheld moi",
        ],
    );
    let suspended = crate::suspension::suspended(None);
    let note = crate::appeal::noted(Appealed::Suspension, date(2023, 10, 2));
    check(
        &suspended,
        &asking(),
        note,
        &[
            "embassy organiser: appeal-noted",
            "municipality lead: appeal-noted",
        ],
    );
}

#[test]
fn an_amendment_is_told_to_whoever_leads_and_to_those_who_decide_anew_and_to_nobody_else() {
    let place = amend(|one| one.event.place = title("The stadium"));
    let told = all_told(&before_all(), &amending(), place);
    let told: Vec<_> = told
        .iter()
        .map(|one| (name(one.to), one.party, one.news))
        .collect();
    let anew = |who| (who, Party::Authority, News::AskedAnew);
    let expect = [
        ("municipality", Party::Lead, News::Amended),
        ("embassy", Party::Organiser, News::Amended),
        anew("municipality"),
        anew("interior"),
        anew("defence"),
    ];
    assert_eq!(told, expect);
    // What no rule asks any more.
    let mut fewer = amend(|one| one.answers.clear());
    fewer.plan.retain(|one| one.authority != authority("mond"));
    let told = all_told(&before_all(), &amending(), fewer);
    let told: Vec<_> = told
        .iter()
        .map(|one| (name(one.to), one.news))
        .filter(|(who, _)| *who == "defence")
        .collect();
    assert_eq!(told, [("defence", News::NotAsked)]);
}

#[test]
fn who_is_asked_by_hand_is_told_and_so_are_the_organisers_and_when_it_is_taken_back() {
    let ask = AskAlso {
        authority: authority("mfaic"),
        advises: true,
        reasons: reason("An ambassador speaks."),
        referral: Some(planned("mfaic", DEFENCE, clearance::Competence::Concurrence)),
    };
    let told = [
        "defence authority: asked-for-advice mfaic by 2023-09-29",
        "association organiser: asked-also mfaic",
        "embassy organiser: asked-also mfaic",
    ];
    let mut ask = ask;
    if let Some(referral) = &mut ask.referral {
        referral.grounds.clear();
    }
    check(&before_all(), &coordinator_later(), ask.clone(), &told);
    let back = TakeBack {
        authority: authority("mfaic"),
        reasons: reason("He does not."),
    };
    let told = [
        "defence authority: not-asked mfaic",
        "association organiser: not-asked mfaic",
        "embassy organiser: not-asked mfaic",
    ];
    let asked = before_all().and(&coordinator_later(), ask);
    check(&asked, &coordinator_later(), back, &told);
}

#[test]
fn a_letter_is_told_as_a_decision_and_to_whose_it_is() {
    let told = [
        "interior authority: letter-recorded moi",
        "association organiser: granted moi",
        "embassy organiser: granted moi",
    ];
    check(
        &in_circulation(),
        &clerk(),
        letter("moi", Decision::Granted),
        &told,
    );
    let told = [
        "association organiser: letter-disowned moi",
        "embassy organiser: letter-disowned moi",
        "municipality lead: letter-disowned moi",
    ];
    check(&recorded(), &decider(INTERIOR), disown(), &told);
}

#[test]
fn what_is_recommended_is_told_within_the_authority_alone() {
    let recommend = Recommend {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    };
    let told = ["interior authority: recommended moi by 2023-08-31"];
    check(&in_circulation(), &officer(INTERIOR), recommend, &told);
}

#[test]
fn what_becomes_of_a_condition_is_told_to_who_sees_to_it_and_who_set_it() {
    let own = owned_by(EMBASSY);
    check(
        &permitted(),
        &asking(),
        own,
        &["embassy organiser: owner-named moi 1 by 2023-11-05"],
    );
    let told = [
        "interior authority: condition-shown moi 1",
        "embassy organiser: condition-shown moi 1",
    ];
    check(&permitted(), &asking(), show(1), &told);
    let told = [
        "association organiser: proof-declined moi 1 by 2023-11-05",
        "embassy organiser: proof-declined moi 1 by 2023-11-05",
    ];
    check(&shown(), &later(INTERIOR, Role::Officer), not_enough(1, 1), &told);
    let told = [
        "association organiser: condition-discharged moi 1",
        "embassy organiser: condition-discharged moi 1",
    ];
    check(
        &shown(),
        &later(INTERIOR, Role::Officer),
        discharge(1, Some(1), None),
        &told,
    );
}

#[test]
fn a_document_is_told_to_those_who_still_decide_and_before_them_to_whoever_leads() {
    let hand_in = HandIn {
        attachment: Attachment {
            attachment: AttachmentId::of(7),
            name: title("plan.pdf"),
            media_type: "application/pdf".into(),
            size: 9,
            sha256: "ab".into(),
            document: None,
        },
        few: None,
    };
    let applied = given::<Application>([]).and(&organiser(), submit());
    let told = ["municipality lead: document", "embassy organiser: document"];
    check(&applied, &organiser(), hand_in.clone(), &told);
    let half = in_circulation().and(&decider(MUNICIPALITY), grant("phnom-penh"));
    let told = [
        "interior authority: document moi",
        "defence authority: document mond",
        "embassy organiser: document",
    ];
    check(&half, &on("08-22", ASSOCIATION, Role::Applicant), hand_in, &told);
}

/// An offer that moves the event is between the two as well, and no notice of one authority's question or offer goes to another.
#[test]
fn what_is_between_an_authority_and_the_organiser_is_told_to_no_other_authority() {
    let all = [
        all_told(&in_circulation(), &officer(INTERIOR), question()),
        all_told(&in_circulation(), &officer(INTERIOR), more_time(5)),
        all_told(&in_circulation(), &decider(INTERIOR), offers(elsewhere())),
    ];
    for notice in all.concat() {
        assert_eq!(notice.party, Party::Organiser, "{notice:?}");
    }
}

#[test]
fn news_are_kept_by_the_names_that_texts_know_them_by() {
    for news in News::ALL {
        let stored = serde_json::to_string(news).unwrap();
        assert_eq!(stored, format!("\"{}\"", news.name()));
    }
}

#[test]
fn a_question_that_is_open_again_is_told_again_to_whoever_answers_it() {
    let past = crate::by_hand::left_with_a_question();
    let by = on("09-06", MUNICIPALITY, Role::Coordinator);
    let told = all_told(&past, &by, crate::by_hand::ask(false));
    let organisers = told.iter().filter(|one| one.party == Party::Organiser);
    let news: Vec<News> = organisers.map(|one| one.news).collect();
    assert_eq!(news, [News::Question, News::Question]);
}

#[test]
fn advice_by_a_link_is_told_to_whoever_asked_and_to_those_who_hold_the_event() {
    use crate::by_link::{ask, give, holder};
    let id = act::AdviceId::of(71);
    check(&in_circulation(), &officer(INTERIOR), ask(id, Some("moi")), &[]);
    let past = in_circulation().and(&officer(INTERIOR), ask(id, Some("moi")));
    let told = [
        "interior authority: advice-by-link moi by 2023-08-31",
        "association organiser: advice-by-link moi",
        "embassy organiser: advice-by-link moi",
    ];
    check(&past, &holder(id, "2023-08-16T03:00:00Z"), give(id), &told);
    let past = in_circulation().and(&coordinator(), ask(id, None));
    let told = [
        "municipality lead: advice-by-link-to-lead",
        "association organiser: advice-by-link-to-lead",
        "embassy organiser: advice-by-link-to-lead",
    ];
    check(&past, &holder(id, "2023-08-16T03:00:00Z"), give(id), &told);
}
