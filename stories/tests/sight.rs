//! What the desk lets someone know of a case, whatever they ask it: pages come after it, and are not what keeps a secret.

use act::{Actor, AdviceId, ApplicationId, AttachmentId, AuthorityId, OrganisationId, Reason, Role, Title};
use clearance::acts::{
    AcceptOffer, ActName, AnswerExtension, AnswerInsurance, AnswerItems, AnswerPaid, AnswerQuestion,
    AskAdvice, AskAlso, AskQuestion, BeginReview, CaseAct, Circulate, Confide, CorrectDeposit, CorrectFee,
    CorrectInsurance, CountSilence, Decide, DeclineOffer, DeclineProof, DischargeCondition, DisownLetter,
    EndSuspension, GiveAdvice, HandIn, HandInInsurance, IssuePermit, Lapse, LiftSuspension, NameOwner,
    NoteAppeal, NoteAppealOutcome, NoteIncident, NoteInsuranceEnds, NoteOverrun, OfferInstead,
    ProposeExtension, Recommend, RecordDeposit, RecordFee, RecordLetter, Remind, ReplacePermit, ReportAfter,
    ReturnIncomplete, ReviseConditions, RevokePermit, SayGo, SayPaid, SetFee, ShowKept, SuspendPermit,
    TakeBack, TakeBackItems, UnsealReasons, Withdraw, WithdrawAdvice, WithdrawOffer, WithdrawQuestion,
};
use clearance::{
    Advice, AdviceAsked, AfterReport, AnsweredItem, AppealEnd, Appealed, Attachment, Commitment, Decision,
    DepositStep, Event, FeeStep, Go, Held, Incident, InsuredFor, ItemAnswer, Otherwise, Piece, Submission,
};
use desk::Fault;
use std::collections::BTreeMap;
use stories::{ASKED, DOCUMENT, Database, Installation, OF_THE_SHELL, RULEBOOK, Told, amending, authority};

/// What can be wanted of a case: each act once.
fn wanted(act: ActName) -> Told<CaseAct> {
    let (authority, number) = (authority("moi")?, 1);
    let reason = Reason::new("As I like it.")?;
    Ok(match act {
        ActName::Circulate => Circulate::default().into(),
        ActName::BeginReview => BeginReview { authority }.into(),
        ActName::AskQuestion => AskQuestion {
            authority,
            text: reason,
            items: vec![],
        }
        .into(),
        ActName::WithdrawQuestion => WithdrawQuestion { authority, number }.into(),
        ActName::AnswerQuestion => AnswerQuestion {
            authority,
            number,
            answer: reason,
        }
        .into(),
        ActName::AnswerItems => AnswerItems {
            authority,
            number,
            answers: vec![AnsweredItem {
                item: 1,
                answer: ItemAnswer::CannotBe { why: reason },
            }],
        }
        .into(),
        ActName::TakeBackItems => TakeBackItems {
            authority,
            number,
            items: vec![1],
        }
        .into(),
        ActName::Recommend => Recommend {
            authority,
            decision: Decision::Granted,
            reasons: None,
        }
        .into(),
        ActName::RecordLetter => RecordLetter {
            authority,
            decision: Decision::Granted,
            reasons: None,
            dated: jiff::civil::date(2023, 8, 2),
            reference: None,
            scan: Some(plan()?),
        }
        .into(),
        ActName::DisownLetter => DisownLetter {
            authority,
            reasons: reason,
        }
        .into(),
        ActName::ProposeExtension => ProposeExtension {
            authority,
            days: 5,
            reasons: reason,
        }
        .into(),
        ActName::AnswerExtension => AnswerExtension {
            authority,
            number,
            agreed: true,
            reasons: None,
        }
        .into(),
        ActName::OfferInstead => OfferInstead {
            authority,
            otherwise: Otherwise {
                form: Some(reason.clone()),
                ..Otherwise::default()
            },
            reasons: reason,
        }
        .into(),
        ActName::AcceptOffer => AcceptOffer {
            authority,
            number,
            reasons: None,
        }
        .into(),
        ActName::DeclineOffer => DeclineOffer {
            authority,
            number,
            reasons: None,
        }
        .into(),
        ActName::WithdrawOffer => WithdrawOffer { authority, number }.into(),
        ActName::Decide => Decide {
            authority,
            decision: Decision::Granted,
            reasons: None,
        }
        .into(),
        ActName::IssuePermit => IssuePermit.into(),
        ActName::RevokePermit => RevokePermit { reasons: reason }.into(),
        ActName::ReplacePermit => ReplacePermit { reasons: reason }.into(),
        ActName::SuspendPermit => SuspendPermit {
            reasons: reason,
            until: None,
        }
        .into(),
        ActName::Confide => Confide {
            piece: Piece::Answer("attendance".to_owned()),
            among: Some(vec![authority]),
            reasons: reason,
            rules: vec![],
        }
        .into(),
        ActName::UnsealReasons => UnsealReasons {
            commitment: Commitment::of([7; 32]),
            opening: None,
        }
        .into(),
        ActName::LiftSuspension => LiftSuspension { reasons: None }.into(),
        ActName::NoteAppeal => NoteAppeal {
            against: Appealed::Refusal { authority },
            body: Title::new("The court")?,
            lodged: jiff::civil::date(2023, 8, 2),
            reference: None,
        }
        .into(),
        ActName::NoteAppealOutcome => NoteAppealOutcome {
            number,
            how: AppealEnd::Upheld,
            day: jiff::civil::date(2023, 8, 2),
            words: reason,
        }
        .into(),
        ActName::EndSuspension => EndSuspension.into(),
        ActName::CountSilence => CountSilence { authority }.into(),
        ActName::NoteOverrun => NoteOverrun { authority }.into(),
        ActName::Lapse => Lapse.into(),
        ActName::ReturnIncomplete => ReturnIncomplete { lacks: reason }.into(),
        ActName::ReviseConditions => ReviseConditions {
            authority,
            conditions: vec![],
            reasons: reason,
        }
        .into(),
        ActName::AskAlso => AskAlso {
            authority,
            advises: false,
            reasons: reason,
            referral: None,
        }
        .into(),
        ActName::Remind => Remind {
            authority,
            words: reason,
        }
        .into(),
        ActName::TakeBack => TakeBack {
            authority,
            reasons: reason,
        }
        .into(),
        ActName::ShowKept | ActName::DischargeCondition | ActName::DeclineProof | ActName::NameOwner => {
            wanted_of_a_permit(act, authority, reason)?
        }
        ActName::AskAdvice | ActName::WithdrawAdvice | ActName::GiveAdvice => {
            wanted_by_link(act, authority, reason)?
        }
        ActName::SayGo
        | ActName::NoteIncident
        | ActName::ReportAfter
        | ActName::RecordDeposit
        | ActName::CorrectDeposit => of_the_day(act, authority, reason)?,
        ActName::SetFee
        | ActName::RecordFee
        | ActName::SayPaid
        | ActName::AnswerPaid
        | ActName::CorrectFee => of_fees(act, authority, reason)?,
        ActName::HandInInsurance
        | ActName::AnswerInsurance
        | ActName::CorrectInsurance
        | ActName::NoteInsuranceEnds => of_insurances(act, authority, reason)?,
        ActName::HandIn => HandIn {
            attachment: plan()?,
            few: None,
        }
        .into(),
        ActName::Amend => amending(submission()?),
        ActName::Withdraw => Withdraw {
            reasons: Some(reason),
        }
        .into(),
    })
}

/// What can be said and done on the day of the event, and after it.
fn of_the_day(act: ActName, authority: AuthorityId, reason: Reason) -> Told<CaseAct> {
    Ok(match act {
        ActName::SayGo => SayGo {
            authority,
            go: Go::NoGo,
            reasons: Some(reason),
            for_all: true,
        }
        .into(),
        ActName::NoteIncident => NoteIncident {
            incident: Incident {
                what: reason,
                place: None,
                seen: "2023-08-02T02:00:00Z".parse()?,
                done: None,
                photo: None,
            },
            sending: None,
        }
        .into(),
        ActName::ReportAfter => ReportAfter {
            report: AfterReport {
                held: Held::AsPermitted,
                attendance: None,
                otherwise: None,
                lessons: Some(reason),
            },
        }
        .into(),
        ActName::RecordDeposit => RecordDeposit {
            authority,
            number: 1,
            step: DepositStep::Received,
            amount: None,
            reasons: Some(reason),
        }
        .into(),
        ActName::CorrectDeposit => CorrectDeposit {
            authority,
            number: 1,
            entry: 1,
            reasons: reason,
        }
        .into(),
        other => return Err(format!("{other:?} is of no day").into()),
    })
}

/// What can be wanted of certificates of insurance.
fn of_insurances(act: ActName, authority: AuthorityId, reason: Reason) -> Told<CaseAct> {
    Ok(match act {
        ActName::HandInInsurance => HandInInsurance {
            authority,
            wanted: InsuredFor::Condition { number: 1 },
            insurer: Title::new("Mine")?,
            policy: Title::new("P-1")?,
            cover: Title::new("5")?,
            currency: Title::new("USD")?,
            from: jiff::civil::date(2023, 11, 1),
            until: jiff::civil::date(2023, 11, 30),
            document: AttachmentId::of(7),
            words: reason,
        }
        .into(),
        ActName::AnswerInsurance => AnswerInsurance {
            insurance: 1,
            accepted: true,
            reasons: None,
        }
        .into(),
        ActName::CorrectInsurance => CorrectInsurance {
            insurance: 1,
            reasons: Some(reason),
        }
        .into(),
        ActName::NoteInsuranceEnds => NoteInsuranceEnds.into(),
        other => return Err(format!("{other:?} is of no insurance").into()),
    })
}

/// What can be wanted of fees.
fn of_fees(act: ActName, authority: AuthorityId, reason: Reason) -> Told<CaseAct> {
    let receipt = Some(Title::new("R-1")?);
    let day = Some(jiff::civil::date(2023, 8, 2));
    Ok(match act {
        ActName::SetFee => SetFee {
            authority,
            label: Title::new("Mine")?,
            amount: Title::new("5")?,
            currency: Title::new("USD")?,
            basis: Title::new("Tariff")?,
            due: None,
            before_permit: true,
            how: None,
        }
        .into(),
        ActName::RecordFee => RecordFee {
            fee: 1,
            read: 0,
            step: FeeStep::Paid,
            amount: None,
            receipt,
            day,
            reasons: Some(reason),
            document: None,
        }
        .into(),
        ActName::SayPaid => SayPaid {
            fee: 1,
            amount: None,
            receipt,
            day,
            document: None,
        }
        .into(),
        ActName::AnswerPaid => AnswerPaid {
            fee: 1,
            entry: 1,
            found: true,
            reasons: None,
        }
        .into(),
        ActName::CorrectFee => CorrectFee {
            fee: 1,
            entry: Some(1),
            reasons: Some(reason),
        }
        .into(),
        other => return Err(format!("{other:?} is of no fee").into()),
    })
}

/// What can be wanted of the conditions of a permit.
fn wanted_of_a_permit(act: ActName, authority: AuthorityId, reason: Reason) -> Told<CaseAct> {
    let number = 1;
    Ok(match act {
        ActName::ShowKept => ShowKept {
            authority,
            number,
            words: reason,
            documents: vec![],
        }
        .into(),
        ActName::DischargeCondition => DischargeCondition {
            authority,
            number,
            proof: None,
            reasons: Some(reason),
        }
        .into(),
        ActName::DeclineProof => DeclineProof {
            authority,
            number,
            proof: 1,
            reasons: reason,
        }
        .into(),
        ActName::NameOwner => NameOwner {
            authority,
            number,
            organisation: OrganisationId::of(7),
        }
        .into(),
        other => return Err(format!("{other:?} is wanted of no condition").into()),
    })
}

/// What can be wanted of advice by a link.
fn wanted_by_link(act: ActName, authority: AuthorityId, reason: Reason) -> Told<CaseAct> {
    let advice = AdviceId::of(7);
    Ok(match act {
        ActName::AskAdvice => {
            let asked = AdviceAsked {
                advice,
                authority: Some(authority),
                name: Title::new("Sok Dara")?,
                office: Title::new("Harbour master")?,
                question: reason,
                until: jiff::civil::date(2023, 9, 20),
                documents: vec![],
                replaces: None,
            };
            AskAdvice { asked }.into()
        }
        ActName::WithdrawAdvice => WithdrawAdvice { advice }.into(),
        ActName::GiveAdvice => GiveAdvice {
            advice,
            version: 0,
            says: Advice::NoObjection,
            words: None,
            document: None,
        }
        .into(),
        other => return Err(format!("{other:?} is no advice").into()),
    })
}

/// Something that could be applied for.
fn submission() -> Told<Submission> {
    let title = Title::new("Mine")?;
    Ok(Submission {
        event: Event {
            title: title.clone(),
            description: None,
            components: vec![],
            place: title,
            date: "2023-11-20".parse()?,
            from: "18:00".parse()?,
            until: "21:00".parse()?,
            zone: "Asia/Phnom_Penh".to_owned(),
        },
        organisers: vec![],
        answers: BTreeMap::new(),
        attachments: vec![plan()?],
        cites: None,
        copy_of: None,
        held: None,
        public: None,
    })
}

fn plan() -> Told<Attachment> {
    Ok(Attachment {
        attachment: AttachmentId::of(7),
        name: Title::new("plan.pdf")?,
        media_type: "application/pdf".to_owned(),
        size: 9,
        sha256: "ab".to_owned(),
        document: None,
    })
}

/// Whoever audits an organisation sees what it sees: nothing of a case that is not its own, and of the others' questions no more
/// than it does.
#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_reads_what_the_own_organisation_sees() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let auditing = |key: &str| {
        let role = Role::Auditor;
        Told::Ok(Actor {
            role,
            ..app.cast.actor(key)?.clone()
        })
    };
    for outsider in ["other-organiser", "other-officer", "other-coordinator"] {
        let seen = app.desk.case(&auditing(outsider)?, case).await;
        assert_eq!(seen.err(), Some(Fault::NotFound), "{outsider}");
    }
    // What a change would have done to past applications tells which there are: to who audits the lead alone.
    let rules = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    for (key, may) in [
        ("coordinator", true),
        ("organiser", false),
        ("other-coordinator", false),
    ] {
        let told = app
            .desk
            .what_if(&auditing(key)?, rules.clone(), rules.clone())
            .await;
        assert_eq!(told.is_ok(), may, "{key}");
    }
    let question = app.cast.paper("interior_question")?.concat();
    for (key, reads) in [
        ("organiser", true),
        ("interior-officer", true),
        ("defence-decider", false),
    ] {
        let view = app.desk.case(&auditing(key)?, case).await?;
        assert!(view.possible.is_empty(), "{key}");
        let handed = serde_json::to_string(&view.application)?;
        assert_eq!(handed.contains(&question), reads, "{key}");
    }
    app.ends().await
}

/// A refusal would tell that the case is there, and where it stands.
#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_not_for_someone_is_not_there_whatever_they_want_of_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.under_way(None).await?;
    let outsiders = [
        "other-organiser",
        "other-desk-officer",
        "other-coordinator",
        "other-officer",
        "other-decider",
        "rule-maker",
        "operator",
    ];
    for key in outsiders {
        let actor = app.cast.actor(key)?;
        for act in ActName::ALL {
            let act = wanted(*act)?;
            let told = format!("{key}: {act:?}");
            let asked = app.desk.would_change(actor, case, act.clone(), None).await;
            assert_eq!(asked, Err(Fault::NotFound), "{told}");
            let done = app.desk.change(actor, case, act).await;
            assert_eq!(done, Err(Fault::NotFound), "{told}");
        }
    }
    app.ends().await
}

/// All that someone is handed of a case.
async fn handed(app: &Installation, key: &str, case: ApplicationId) -> Told<String> {
    let view = app.desk.case(app.cast.actor(key)?, case).await?;
    Ok(serde_json::to_string(&view.application)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_authority_is_handed_what_another_asked_or_was_answered() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let words = ["interior_question", "interior_answer"].map(|paper| app.cast.paper(paper));
    for (key, is_theirs) in [
        ("organiser", true),
        ("coordinator", true),
        ("interior-officer", true),
        ("auditor", true),
        ("municipality-decider", false),
        ("foreign-affairs-decider", false),
        ("defence-decider", false),
    ] {
        let handed = handed(&app, key, case).await?;
        for paper in &words {
            for line in paper.as_ref().map_err(ToString::to_string)?.iter() {
                assert_eq!(handed.contains(line), is_theirs, "{key}: {line}");
            }
        }
    }
    app.ends().await
}

/// What was asked item by item, and what each item was answered, is between that authority and the organiser as any question is; how much of
/// it is answered, too.
#[tokio::test(flavor = "multi_thread")]
async fn no_authority_is_handed_the_items_of_anothers_question() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_by_item(None).await?;
    let why = "The barge is insured in Vietnam.";
    let words = Some(Reason::new(why)?);
    let answer = AnswerItems {
        authority: authority("moi")?,
        number: 1,
        answers: vec![AnsweredItem {
            item: 3,
            answer: ItemAnswer::Given {
                words,
                documents: vec![],
            },
        }],
    };
    app.acts("organiser", case, answer).await?;
    for (key, is_theirs) in [
        ("organiser", true),
        ("co-organiser", true),
        ("coordinator", true),
        ("interior-officer", true),
        ("interior-coordinator", true),
        ("auditor", true),
        ("municipality-decider", false),
        ("defence-decider", false),
    ] {
        let handed = handed(&app, key, case).await?;
        for words in [ASKED, OF_THE_SHELL, DOCUMENT, why] {
            assert_eq!(handed.contains(words), is_theirs, "{key}: {words}");
        }
        let mut visitor = app.signs_in(key).await?;
        for page in [String::new(), "/referrals/moi".to_owned()] {
            let page = visitor.opens(&format!("/en/cases/{case}{page}")).await?;
            assert_eq!(page.words()?.contains("1 of 3 answered"), is_theirs, "{key}");
        }
    }
    app.ends().await
}

/// Why an authority asked for more time, and what it was answered, is between it and the organiser. That the days moved, everyone
/// sees who reckons with them.
#[tokio::test(flavor = "multi_thread")]
async fn no_authority_is_handed_why_another_asked_for_more_time() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.short_of_time(None).await?;
    let why = "The embassy can wait as long as that.";
    let answer = AnswerExtension {
        authority: authority("moi")?,
        number: 1,
        agreed: true,
        reasons: Some(Reason::new(why)?),
    };
    app.acts("organiser", case, answer).await?;
    for (key, is_theirs) in [
        ("organiser", true),
        ("coordinator", true),
        ("interior-officer", true),
        ("municipality-decider", false),
        ("defence-decider", false),
        ("interior-coordinator", true),
    ] {
        let handed = handed(&app, key, case).await?;
        for words in [stories::MORE_TIME, why] {
            assert_eq!(handed.contains(words), is_theirs, "{key}: {words}");
        }
    }
    app.ends().await
}

/// Whoever coordinates for an authority that was asked leads nothing here, and sees what its authority sees.
#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_of_an_authority_that_does_not_lead_sees_no_more_than_it_does() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let defence = Actor {
        role: Role::Coordinator,
        ..app.cast.actor("defence-decider")?.clone()
    };
    let view = app.desk.case(&defence, case).await?;
    assert_eq!(view.sight, desk::clearance::Sight::Authority);
    assert!(view.possible.is_empty(), "{:?}", view.possible);
    let handed = serde_json::to_string(&view.application)?;
    for paper in ["interior_question", "interior_answer"] {
        assert!(!handed.contains(&app.cast.paper(paper)?.concat()), "{paper}");
    }
    app.ends().await
}
