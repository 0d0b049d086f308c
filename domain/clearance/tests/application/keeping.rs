//! Conditions of a permit: who sees to them, what is shown, and their discharge by whoever set them.

use crate::cast::*;
use crate::conditions::under;
use act::scenario::Given;
use act::{Act, AttachmentId, Context, OrganisationId, Role};
use clearance::acts::*;
use clearance::{Application, Attachment, ClearanceRefusal, Condition, Kept, Permit, Phase, Stage};
use jiff::civil::{Date, date};

/// After the permit, and before the event.
pub fn later(organisation: OrganisationId, role: Role) -> Context {
    acting(organisation, role, "2023-10-02T03:00:00Z")
}

/// A week after the event.
fn afterwards(organisation: OrganisationId, role: Role) -> Context {
    acting(organisation, role, "2023-11-26T03:00:00Z")
}

pub fn asking() -> Context {
    later(ASSOCIATION, Role::Applicant)
}

fn demand(text: &str, phase: Phase, shown_by: Option<Date>) -> Condition {
    let mut condition = Condition::plain(act::Text::new(text).unwrap());
    condition.terms.phase = phase;
    condition.terms.shown_by = shown_by;
    condition
}

fn plan_by_the_fifth() -> Condition {
    demand(
        "The fire brigade has the plan.",
        Phase::Before,
        Some(date(2023, 11, 5)),
    )
}

fn ground() -> Condition {
    demand("The ground is cleaned.", Phase::After, Some(date(2023, 11, 24)))
}

/// Interior wants a plan before, and the ground cleaned after; the municipality wants the plan, too.
pub fn permitted() -> Given<Application> {
    in_circulation()
        .and(
            &decider(MUNICIPALITY),
            under("phnom-penh", vec![plan_by_the_fifth()]),
        )
        .and(
            &decider(INTERIOR),
            under("moi", vec![plan_by_the_fifth(), ground()]),
        )
        .and(&coordinator_later(), IssuePermit)
}

pub fn show(number: u32) -> ShowKept {
    ShowKept {
        authority: authority("moi"),
        number,
        words: reason("The plan lies with the brigade since Monday."),
        documents: vec![],
    }
}

pub fn not_enough(number: u32, proof: u32) -> DeclineProof {
    DeclineProof {
        authority: authority("moi"),
        number,
        proof,
        reasons: reason("It has no signature."),
    }
}

pub fn discharge(number: u32, proof: Option<u32>, reasons: Option<&str>) -> DischargeCondition {
    DischargeCondition {
        authority: authority("moi"),
        number,
        proof,
        reasons: reasons.map(reason),
    }
}

pub fn owned_by(organisation: OrganisationId) -> NameOwner {
    NameOwner {
        authority: authority("moi"),
        number: 1,
        organisation,
    }
}

pub fn shown() -> Given<Application> {
    permitted().and(&asking(), show(1))
}

fn discharged() -> Given<Application> {
    shown().and(&later(INTERIOR, Role::Officer), discharge(1, Some(1), None))
}

fn revoked() -> Given<Application> {
    permitted().and(
        &later(MUNICIPALITY, Role::Coordinator),
        RevokePermit {
            reasons: reason("The river is high."),
        },
    )
}

fn kept(past: &Given<Application>) -> Vec<(String, u32, Kept)> {
    let state = past.state();
    let all = state.permit.as_ref().map(Permit::conditions).unwrap();
    all.iter()
        .map(|one| (one.authority.to_string(), one.number, one.kept()))
        .collect()
}

/// Each refusal that acts on a permit's conditions meet alone.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let refused = |past: &Given<Application>, by: &Context, act: CaseAct| {
        act.decide(&past.state(), by).expect_err("it is refused")
    };
    let officer = later(INTERIOR, Role::Officer);
    let mut unknown = show(1);
    unknown.documents = vec![AttachmentId::of(99)];
    let mut often = permitted();
    for number in 1..=20 {
        often = often.and(&asking(), show(1)).and(&officer, not_enough(1, number));
    }
    vec![
        refused(&permitted(), &asking(), show(3).into()),
        refused(&discharged(), &asking(), show(1).into()),
        refused(&shown(), &asking(), show(1).into()),
        refused(&permitted(), &officer, not_enough(1, 1).into()),
        refused(&often, &asking(), show(1).into()),
        refused(&permitted(), &asking(), unknown.into()),
        refused(&permitted(), &officer, discharge(1, None, None).into()),
        refused(&permitted(), &asking(), owned_by(DEFENCE).into()),
        refused(
            &permitted().and(&asking(), owned_by(EMBASSY)),
            &asking(),
            owned_by(EMBASSY).into(),
        ),
    ]
}

#[test]
fn what_is_shown_waits_for_its_authority_which_wants_more_or_discharges() {
    let moi = |number, kept| ("moi".to_owned(), number, kept);
    let others = || ("phnom-penh".to_owned(), 1, Kept::NotShown);
    let of = |first| vec![moi(1, first), moi(2, Kept::NotShown), others()];
    let officer = later(INTERIOR, Role::Officer);
    assert_eq!(kept(&permitted()), of(Kept::NotShown));
    assert_eq!(kept(&shown()), of(Kept::Shown));
    let wanting = shown().and(&officer, not_enough(1, 1));
    assert_eq!(kept(&wanting), of(Kept::NotEnough));
    let again = wanting.and(&asking(), show(1));
    assert_eq!(kept(&again), of(Kept::Shown));
    let done = again.and(&officer, discharge(1, Some(2), None));
    assert_eq!(kept(&done), of(Kept::Discharged), "the municipality's own stands");
    let state = done.state();
    let permit = state.permit.unwrap();
    let condition = permit.condition(&authority("moi"), 1).unwrap();
    assert_eq!(condition.proofs()[0].declined.as_ref().unwrap().at, officer.at);
    assert_eq!(condition.discharged().unwrap().by, officer);
    assert_eq!(condition.discharged().unwrap().proof, Some(2));
}

#[test]
fn nobody_but_the_authority_that_set_it_discharges_it_or_finds_it_wanting() {
    let not_theirs = ClearanceRefusal::NotYourAuthority {
        authority: authority("moi"),
    };
    let others = later(MUNICIPALITY, Role::Decider);
    shown()
        .when(&others, discharge(1, Some(1), None))
        .refused(&not_theirs);
    shown().when(&others, not_enough(1, 1)).refused(&not_theirs);
    for role in [Role::Coordinator, Role::Applicant, Role::Auditor] {
        shown()
            .when(&later(INTERIOR, role), discharge(1, Some(1), None))
            .refused(&ClearanceRefusal::NotYourRole {
                role,
                allowed: &[Role::Officer, Role::Decider],
            });
    }
    shown()
        .when(&later(DEFENCE, Role::Applicant), show(2))
        .refused(&ClearanceRefusal::NotAnOrganiser);
}

#[test]
fn the_second_press_is_told_what_the_first_did() {
    let officer = later(INTERIOR, Role::Officer);
    let told = ClearanceRefusal::AlreadyDischarged {
        authority: authority("moi"),
    };
    discharged()
        .when(&officer, discharge(1, Some(1), None))
        .refused(&told);
    discharged().when(&officer, not_enough(1, 1)).refused(&told);
    discharged().when(&asking(), owned_by(EMBASSY)).refused(&told);
    let wanting = shown().and(&officer, not_enough(1, 1));
    wanting
        .when(&officer, not_enough(1, 1))
        .refused(&ClearanceRefusal::NoOpenProof);
}

/// A page that was read before more was shown says nothing of what was shown since.
#[test]
fn a_stale_page_answers_no_proof_that_it_did_not_show() {
    let officer = later(INTERIOR, Role::Officer);
    let again = shown().and(&officer, not_enough(1, 1)).and(&asking(), show(1));
    for act in [
        not_enough(1, 1).into(),
        CaseAct::from(discharge(1, Some(1), None)),
        // When that page was read, nothing waited for an answer.
        discharge(1, None, Some("We hold the plan.")).into(),
    ] {
        again.when(&officer, act).refused(&ClearanceRefusal::NoOpenProof);
    }
}

#[test]
fn an_authority_that_saw_for_itself_says_what_it_saw() {
    let officer = later(INTERIOR, Role::Officer);
    permitted()
        .when(&officer, discharge(1, None, None))
        .refused(&ClearanceRefusal::DischargeUnexplained);
    let seen = permitted().and(&officer, discharge(1, None, Some("We hold the plan.")));
    assert_eq!(kept(&seen)[0].2, Kept::Discharged);
}

#[test]
fn what_is_kept_after_the_event_is_shown_and_discharged_after_it() {
    let done = permitted()
        .and(&afterwards(ASSOCIATION, Role::Applicant), show(2))
        .and(&afterwards(INTERIOR, Role::Decider), discharge(2, Some(1), None));
    assert_eq!(kept(&done)[1].2, Kept::Discharged);
    assert_eq!(done.state().stage(), Stage::Permitted);
}

#[test]
fn of_a_permit_that_was_taken_back_nothing_is_shown() {
    let over = || ClearanceRefusal::WrongStage {
        stage: Stage::Revoked,
        needed: &[Stage::Permitted, Stage::Suspended],
    };
    revoked().when(&asking(), show(1)).refused(&over());
    revoked().when(&asking(), owned_by(EMBASSY)).refused(&over());
    let officer = later(INTERIOR, Role::Officer);
    revoked()
        .when(&officer, discharge(1, None, Some("Seen.")))
        .refused(&over());
    in_circulation()
        .when(&asking(), show(1))
        .refused(&ClearanceRefusal::WrongStage {
            stage: Stage::InCirculation,
            needed: &[Stage::Permitted, Stage::Suspended],
        });
    let left = Possible {
        act: ActName::NoteAppeal,
        on: On::Case,
    };
    assert_eq!(possible(&revoked().state(), &asking()), [left]);
}

/// A proof can be a file, which is handed in as long as a condition waits for one.
#[test]
fn a_document_is_handed_in_for_what_is_to_be_shown() {
    let plan = HandIn {
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
    let by = afterwards(ASSOCIATION, Role::Applicant);
    let mut with_it = show(2);
    with_it.documents = vec![AttachmentId::of(7), AttachmentId::of(7)];
    let proven = permitted().and(&by, plan.clone()).and(&by, with_it);
    let state = proven.state();
    let permit = state.permit.unwrap();
    let condition = permit.condition(&authority("moi"), 2).unwrap();
    assert_eq!(condition.proofs()[0].documents, [AttachmentId::of(7)]);
    let saw = |name: &str, number| DischargeCondition {
        authority: authority(name),
        ..discharge(number, None, Some("Seen."))
    };
    let all = permitted()
        .and(&later(INTERIOR, Role::Officer), saw("moi", 1))
        .and(&later(INTERIOR, Role::Officer), saw("moi", 2))
        .and(&later(MUNICIPALITY, Role::Officer), saw("phnom-penh", 1));
    all.when(&asking(), plan).refused(&ClearanceRefusal::WrongStage {
        stage: Stage::Permitted,
        needed: &[Stage::Submitted, Stage::InCirculation, Stage::Decided],
    });
}

#[test]
fn one_of_the_organisers_sees_to_it_and_another_can() {
    let owner = |past: &Given<Application>| {
        let permit = past.state().permit.unwrap();
        permit.condition(&authority("moi"), 1).unwrap().owner()
    };
    assert_eq!(owner(&permitted()), None);
    let named = permitted().and(&asking(), owned_by(EMBASSY));
    assert_eq!(owner(&named), Some(EMBASSY));
    let embassy = later(EMBASSY, Role::Agent);
    let other = named.and(&embassy, owned_by(ASSOCIATION));
    assert_eq!(owner(&other), Some(ASSOCIATION));
    // Any organiser shows it all the same: whoever sees to it is no bar to the others.
    let shown = other.and(&embassy, show(1));
    assert_eq!(kept(&shown)[0].2, Kept::Shown);
}

#[test]
fn it_is_an_alarm_once_it_is_overdue_or_the_event_is_near() {
    let alarms = |past: &Given<Application>| {
        let permit = past.state().permit.unwrap();
        permit
            .conditions()
            .iter()
            .map(|one| one.alarm())
            .collect::<Vec<_>>()
    };
    let day = |day| Some(date(2023, 11, day));
    assert_eq!(alarms(&permitted()), [day(6), day(25), day(6)]);
    // What was shown is not overdue; before the event it is an alarm all the same, until it is discharged.
    assert_eq!(alarms(&shown()), [day(12), day(25), day(6)]);
    assert_eq!(alarms(&discharged()), [None, day(25), day(6)]);
    let permit = permitted().state().permit.unwrap();
    let condition = permit.condition(&authority("moi"), 1).unwrap();
    assert!(!condition.is_overdue(date(2023, 11, 5)));
    assert!(condition.is_overdue(date(2023, 11, 6)));
}

#[test]
fn a_condition_is_called_by_its_number_in_the_permit_and_by_no_other() {
    let permit = permitted().state().permit.unwrap();
    let moi = authority("moi");
    let found = |number| permit.condition(&moi, number).map(|one| one.condition);
    assert_eq!(found(1), Some(plan_by_the_fifth()));
    assert_eq!(found(2), Some(ground()));
    assert_eq!((found(0), found(3)), (None, None));
    assert_eq!(permit.condition(&authority("mond"), 1), None);
}
