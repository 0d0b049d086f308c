//! An authority offers another day, another place or another form instead of deciding. The organiser declines, or applies for what
//! is offered, and then all decide on that.

use act::{ApplicationId, Reason, Title};
use clearance::acts::{Amend, DeclineOffer, IssuePermit, OfferInstead, Withdraw, WithdrawOffer};
use clearance::{Decision, Otherwise, Standing};
use desk::Fault;
use stories::{
    DECIDERS, DRONES, Database, Form, Installation, OFFER_REASONS, STADIUM, Told, Visitor, authority,
};

const ELSEWHERE: &str = "another day: Monday, 20 November 2023; another place: Olympic Stadium";

/// The organiser prepares the change that accepts an offer, and reads what it would do.
async fn takes_up(organiser: &mut Visitor, case: ApplicationId, whose: &str) -> Told<stories::Page> {
    let page = organiser
        .opens(&format!("/en/cases/{case}/referrals/{whose}"))
        .await?;
    organiser.sends(&page.form("/acceptance")?).await
}

async fn standings(app: &Installation, case: ApplicationId) -> Told<Vec<Standing>> {
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let referrals = view.application.in_order().into_iter();
    Ok(referrals.map(clearance::Referral::standing).collect())
}

/// The city offers the day after at the stadium. The association keeps to the river, and the city agrees with conditions.
#[tokio::test(flavor = "multi_thread")]
async fn the_city_offers_the_stadium_the_organisers_decline_and_it_agrees_with_conditions() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}");
    let city = format!("{page}/referrals/phnom-penh");
    app.clock_at("2023-08-25T02:00:00Z")?;
    let mut municipality = app.signs_in("municipality-decider").await?;
    let offer = municipality.opens(&city).await?.form("/offers")?;
    municipality
        .tries(&offer.clone().with("offer-reasons", OFFER_REASONS)?)
        .await?
        .says("This is what was applied for, or nothing.")?;
    municipality
        .tries(
            &offer
                .clone()
                .with("date", "2023-08-25")?
                .with("offer-reasons", OFFER_REASONS)?,
        )
        .await?
        .says("The event’s day, 25 August 2023, is not ahead.")?;
    let offer = offer
        .with("date", "2023-11-20")?
        .with("offer-place", STADIUM)?
        .with("offer-reasons", OFFER_REASONS)?;
    let shown = municipality.sends(&offer).await?;
    shown
        .says("Check your offer before it is made")?
        .says("another day: Monday, 20 November 2023")?
        .says("It is no decision")?;
    let meant = shown.form("/offers")?.with("checked", "right")?;
    municipality.sends(&meant).await?;
    // A second press makes no second offer.
    municipality.tries(&meant).await?.says("Offer 1 is open.")?;
    municipality
        .opens(&city)
        .await?
        .says("offers something else")?
        .says(OFFER_REASONS)?
        .says("25 August 2023: an answer is awaited, the clock stands still")?
        .says("Offer 1, made on 25 August 2023, 09:00 (Phnom Penh time)")?;
    municipality
        .opens("/en/docket")
        .await?
        .says("One awaits the organiser’s answer.")?
        .says("clock stands still")?;

    // Everyone asked sees what is offered; why, the organisers and the lead alone.
    let mut defence = app.signs_in("defence-decider").await?;
    defence.opens(&page).await?.says(&format!(
        "Municipality offers something else than what was applied for: {ELSEWHERE}"
    ))?;
    defence
        .opens(&city)
        .await?
        .says("another place: Olympic Stadium")?
        .does_not_say(OFFER_REASONS)?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator.opens(&city).await?.says(OFFER_REASONS)?;
    coordinator
        .opens("/en/board")
        .await?
        .says("the organiser's answer is awaited")?;

    app.clock_at("2023-08-28T02:00:00Z")?;
    let mut embassy = app.signs_in("co-organiser").await?;
    embassy
        .opens("/en/events")
        .await?
        .says("your answer is awaited")?;
    let theirs = embassy.opens(&page).await?;
    theirs.says("waits for your answer, 3 days")?;
    let offer = embassy
        .follows(&theirs, "Answer the offer of Municipality")
        .await?;
    assert!(
        offer.form("/agreement").is_err(),
        "a day is accepted by applying for it"
    );
    let decline = offer
        .form("/refusal")?
        .with("offer-decline-reasons", "The day is the anniversary.")?;
    let meant = embassy.checks(&decline).await?;
    embassy.sends(&meant).await?;
    embassy.tries(&meant).await?.says("There is no open offer 1.")?;

    let mut municipality = app.signs_in("municipality-decider").await?;
    // 25 to 28 August are left out: thirty days that began on the 2nd end two working days later.
    municipality
        .opens(&city)
        .await?
        .says("Declined on 28 August 2023")?
        .says("The day is the anniversary.")?
        .says("25 August 2023 to 28 August 2023: not counted, the clock stood still")?
        .says("Offer 1, made on 25 August 2023, 09:00 (Phnom Penh time) and ended on 28 August 2023")?
        .says("due by 1 September")?;
    // The file of the clock says the same, to whoever reckons it again.
    let file = municipality.asks(&format!("{city}/clock")).await?.text();
    let file: serde_json::Value = serde_json::from_str(&file)?;
    let pauses = serde_json::json!([{ "from": "2023-08-25", "to": "2023-08-28" }]);
    assert_eq!(file["clock"]["pauses"], pauses);
    assert_eq!(file["reckoning"]["deadline"], "2023-09-01");
    let decision = municipality.opens(&city).await?.form("/decision")?;
    let decision = decision
        .with("decision", "granted-with-conditions")?
        .with("conditions", "Forty stewards stand on the bank.")?;
    municipality.confirms(&decision).await?;
    municipality
        .opens(&format!("{city}/notice"))
        .await?
        .says("On 25 August 2023, 09:00 (Phnom Penh time) the authority offered instead:")?
        .says("Declined on 28 August 2023")?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

/// Interior offers the stadium a day later. The association applies for that; all decide on it anew, and there is a permit for it.
#[tokio::test(flavor = "multi_thread")]
async fn what_interior_offers_is_applied_for_and_all_decide_on_that() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.offered(None).await?;
    let page = format!("/en/cases/{case}");
    // The city offers the same, and drones.
    let otherwise = Otherwise {
        date: Some("2023-11-20".parse()?),
        place: Some(Title::new(STADIUM)?),
        form: Some(Reason::new(DRONES)?),
        ..Otherwise::default()
    };
    let drones = OfferInstead {
        authority: authority("phnom-penh")?,
        otherwise,
        reasons: Reason::new(OFFER_REASONS)?,
    };
    app.acts("municipality-decider", case, drones).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let check = takes_up(&mut organiser, case, "moi").await?;
    check
        .says(&format!(
            "Handed in as it stands, this accepts the offer of Interior: {ELSEWHERE}. It still decides on it."
        ))?
        .says("this accepts the offer of Municipality")?
        .says("The form that Municipality offers is accepted in words with it.")?
        .says("the event’s day")?;
    assert_eq!(check.each("#concerned tbody tr")?.len(), 4);
    // Nothing is changed before it is handed in.
    assert_eq!(standings(&app, case).await?[2], Standing::CounterOffered);
    let done = organiser.sends(&check.form("/submission")?).await?;
    done.says("The organiser changed the application on 25 August 2023")?
        .says(&format!("accepts what it had offered: {ELSEWHERE}"))?
        .does_not_say("offers something else")?;
    assert_eq!(standings(&app, case).await?, [Standing::Referred; 4]);

    let mut interior = app.signs_in("interior-decider").await?;
    interior
        .opens(&format!("{page}/referrals/moi"))
        .await?
        .says("What this authority offered on 25 August 2023, 09:00 (Phnom Penh time) is applied for now")?
        .says("It still decides.")?
        .says("the organiser applied for it")?;
    for (id, decider) in DECIDERS {
        app.acts(decider, case, grant(id)?).await?;
    }
    interior
        .opens(&format!("{page}/referrals/moi/notice"))
        .await?
        .says("the authority offered instead")?
        .says("the organiser applied for it")?;
    app.acts("coordinator", case, IssuePermit).await?;
    let permit = app.permit_of(case).await?;
    organiser
        .opens(&format!("/en/permits/{permit}"))
        .await?
        .says("20 November 2023")?
        .says(STADIUM)?;
    assert!(app.audit().await?.differences.is_empty());
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

/// Drones instead of shells, accepted in words: the organiser then changes its answer, and that concerns one ministry.
#[tokio::test(flavor = "multi_thread")]
async fn another_form_is_accepted_in_words_and_its_change_concerns_whom_it_must() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.offered_form(None).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    app.acts("defence-decider", case, grant("mond")?).await?;
    app.acts("foreign-affairs-decider", case, grant("mfaic")?).await?;
    app.clock_at("2023-08-28T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let offer = organiser.opens(&moi).await?;
    offer.says(&format!("another form: “{DRONES}”"))?;
    assert!(
        offer.form("/acceptance").is_err(),
        "no day, no hours and no place"
    );
    let accept = offer
        .form("/agreement")?
        .with("offer-accept-reasons", "Gladly.")?;
    organiser.confirms(&accept).await?;
    organiser
        .opens(&moi)
        .await?
        .says("Accepted on 28 August 2023")?
        .says("Gladly.")?
        .says("in review")?;
    let form = organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .form("/drafts")?;
    let draft = organiser.sends(&form).await?.form(&case.to_string())?;
    let draft = draft.with("answer-largest_shell", "76")?.with("then", "check")?;
    let check = organiser.sends(&draft).await?;
    organiser.sends(&check.form("/submission")?).await?;
    let expect = [
        Standing::Granted,
        Standing::Referred,
        Standing::InReview,
        Standing::Referred,
    ];
    let mut found = standings(&app, case).await?;
    let mut expect = expect.to_vec();
    found.sort_by_key(|one| one.name());
    expect.sort_by_key(|one| one.name());
    assert_eq!(found, expect);
    app.ends().await
}

/// The draft is shared: one that was begun goes on with what is offered, and nothing else that was typed is lost.
#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_was_begun_goes_on_with_what_is_offered() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.offered(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .form("/drafts")?;
    let draft = organiser.sends(&form).await?.form(&case.to_string())?;
    let draft = draft
        .with("title", "Lanterns for the old alliance")?
        .with("place", "The north quay")?;
    organiser.sends(&draft).await?;
    let check = takes_up(&mut organiser, case, "moi").await?;
    check
        .says("Lanterns for the old alliance")?
        .says(STADIUM)?
        .says("this accepts the offer of Interior")?;
    // What is not exactly what was offered is another change.
    let draft = organiser.opens(&format!("/en/drafts/{case}")).await?;
    let draft = draft.form(&case.to_string())?;
    let otherwise = draft.with("until", "22:00")?.with("then", "check")?;
    let check = organiser.sends(&otherwise).await?;
    check.says("The offer of Interior ends by this change, unaccepted")?;
    organiser.sends(&check.form("/submission")?).await?;
    organiser
        .opens(&format!("/en/cases/{case}/referrals/moi"))
        .await?
        .says("the organiser changed the application otherwise")?;
    app.ends().await
}

/// Interior takes its offer back while the association reads what accepting it would do.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_applies_for_what_is_offered_no_more_without_reading_that() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.offered(None).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    let mut organiser = app.signs_in("organiser").await?;
    let old = organiser.opens(&moi).await?.form("/acceptance")?;
    let check = takes_up(&mut organiser, case, "moi").await?;
    let hand_in = check.form("/submission")?;
    let mut interior = app.signs_in("interior-decider").await?;
    let back = interior.opens(&moi).await?.form("/offers/1/withdrawal")?;
    interior
        .sends(&back)
        .await?
        .says("Taken back on 25 August 2023")?;
    organiser
        .tries(&hand_in)
        .await?
        .says("Which offers are open is not what your page said")?
        .does_not_say("this accepts the offer")?;
    assert_eq!(standings(&app, case).await?[2], Standing::InReview);
    organiser.tries(&old).await?.says("There is no open offer 1.")?;
    interior.tries(&back).await?.says("There is no open offer 1.")?;
    app.ends().await
}

/// Whatever ends the case ends the offer, and that is said.
#[tokio::test(flavor = "multi_thread")]
async fn an_offer_in_a_case_that_ended_or_was_refused_is_told_so() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.offered(None).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    let mut organiser = app.signs_in("organiser").await?;
    let old = organiser.opens(&moi).await?;
    let refuse = clearance::acts::Decide {
        decision: Decision::Refused,
        reasons: Some(Reason::new("The quay is narrow.")?),
        ..grant("mond")?
    };
    app.acts("defence-decider", case, refuse).await?;
    let told = organiser.opens(&moi).await?;
    told.says("An authority has refused, so nothing else can be applied for here.")?;
    assert!(
        told.form("/acceptance").is_err(),
        "nothing is applied for any more"
    );
    told.form("/refusal")?;
    organiser
        .tries(&old.form("/acceptance")?)
        .await?
        .says("An authority has refused")?;
    let withdrawn = app.offered(None).await?;
    app.acts("organiser", withdrawn, Withdraw { reasons: None })
        .await?;
    organiser
        .opens(&format!("/en/cases/{withdrawn}/referrals/moi"))
        .await?
        .says("Not answered: nothing is decided in this application any more.")?;
    organiser
        .opens(&format!("/en/cases/{withdrawn}"))
        .await?
        .does_not_say("offers something else than")?;
    // The event is over, and nobody has answered.
    let over = app.offered(None).await?;
    app.clock_at("2023-11-25T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser
        .opens(&format!("/en/cases/{over}/referrals/moi"))
        .await?;
    page.says("Not answered: nothing is decided in this application any more.")?;
    for ending in ["/acceptance", "/refusal"] {
        assert!(page.form(ending).is_err(), "{ending} comes too late");
    }
    app.ends().await
}

/// Of an answer and a taking back at the same time one is taken, and the other is told.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_end_an_offer_one_does() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.offered(None).await?;
    let (moi, number) = (authority("moi")?, 1);
    let decline = DeclineOffer {
        authority: moi.clone(),
        number,
        reasons: None,
    };
    let (organiser, interior) = (app.cast.actor("organiser")?, app.cast.actor("interior-decider")?);
    let back = WithdrawOffer {
        authority: moi,
        number,
    };
    let (one, other) = tokio::join!(
        app.desk.change(organiser, case, decline),
        app.desk.change(interior, case, back)
    );
    let refused = [one, other]
        .into_iter()
        .filter_map(Result::err)
        .collect::<Vec<_>>();
    assert!(
        matches!(&refused[..], [Fault::Refused(one)] if one.code == "no-open-offer"),
        "{refused:?}"
    );
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

/// A program that amends reads no page, and accepts what it applies for.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_applies_for_what_is_offered_accepts_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.offered(None).await?;
    let act = app
        .amendment(case, |one| {
            one.event.date = jiff::civil::date(2023, 11, 20);
            one.event.place = act::Title::new(STADIUM).unwrap_or_else(|_| one.event.place.clone());
        })
        .await?;
    assert!(matches!(
        &act,
        clearance::acts::CaseAct::Amend(Amend { offers: None, .. })
    ));
    app.acts("organiser", case, act).await?;
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let interior = &view.application.referrals[&authority("moi")?];
    assert!(interior.takes_up().is_some());
    app.ends().await
}

fn grant(id: &str) -> Told<clearance::acts::Decide> {
    Ok(clearance::acts::Decide {
        authority: authority(id)?,
        decision: Decision::Granted,
        reasons: None,
    })
}

/// What is wrong is said beside its field, and nothing that was typed is lost.
#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_cannot_be_read_is_told_field_by_field() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut interior = app.signs_in("interior-decider").await?;
    let page = interior.opens(&format!("/en/cases/{case}/referrals/moi")).await?;
    let form = page.form("/offers")?;
    let tried = async |visitor: &mut Visitor, form: Form| visitor.tries(&form).await;
    let wrong = form
        .clone()
        .with("date", "tomorrow")?
        .with("offer-from", "dusk")?
        .with("offer-form", DRONES)?;
    let told = tried(&mut interior, wrong).await?;
    let faults = told.faults()?;
    for field in ["date", "offer-from", "offer-reasons"] {
        assert!(faults.contains_key(field), "{field}: {faults:?}");
    }
    told.says(DRONES)?;
    let never = form
        .with("date", "2999-01-01")?
        .with("offer-reasons", OFFER_REASONS)?;
    let told = tried(&mut interior, never).await?;
    assert!(told.faults()?.contains_key("date"), "no calendar knows it");
    // Whoever reviews and does not decide offers nothing.
    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens(&format!("/en/cases/{case}/referrals/moi")).await?;
    assert!(page.form("/offers").is_err());
    app.ends().await
}
