//! Two authorities agree under conditions that no event can keep both: both are told, one changes its own, and the permit follows.

use clearance::Decision;
use clearance::acts::Decide;
use stories::{Database, Installation, Told, authority};

const BOTH: &str = "“Begins no later than 18:00.” (Interior) and “Begins no earlier than 19:00.” (Municipality): no event can keep both.";

#[tokio::test(flavor = "multi_thread")]
async fn interior_wants_it_before_dark_and_the_city_after() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let (page, moi) = (
        format!("/en/cases/{case}"),
        format!("/en/cases/{case}/referrals/moi"),
    );
    let city = format!("/en/cases/{case}/referrals/phnom-penh");
    app.clock_at("2023-08-21T02:00:00Z")?;
    let mut municipality = app.signs_in("municipality-decider").await?;
    let decision = municipality.opens(&city).await?.form("/decision")?;
    let decision = decision
        .with("decision", "granted-with-conditions")?
        .with("limit-begins-from", "19:00")?;
    let checked = municipality.checks(&decision).await?;
    municipality.sends(&checked).await?;

    // Interior reads before it decides that its condition would contradict the city's.
    let mut interior = app.signs_in("interior-decider").await?;
    let decision = interior.opens(&moi).await?.form("/decision")?;
    let decision = decision
        .with("decision", "granted-with-conditions")?
        .with("limit-begins-by", "18:00")?
        .with("conditions-before", "Forty stewards are trained.")?
        .with("conditions-before-day", "2023-11-12")?;
    let shown = interior.sends(&decision).await?;
    shown.says("no event can keep both")?;
    let checked = shown.form("/decision")?.with("checked", "right")?;
    interior.sends(&checked).await?;

    // Both have it first in their dockets; everyone sees it on the case.
    for visitor in [&mut municipality, &mut interior] {
        visitor
            .opens("/en/docket")
            .await?
            .says("In one case your conditions contradict another authority’s.")?
            .says("conditions contradict each other")?;
    }
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says(BOTH)?
        .says("Forty stewards are trained. Interior · before the event; to be shown by 12 November 2023")?;
    organiser
        .opens("/en/events")
        .await?
        .says("conditions contradict each other")?;
    for (who, key) in [("mfaic", "foreign-affairs-decider"), ("mond", "defence-decider")] {
        let decide = Decide {
            authority: authority(who)?,
            decision: Decision::Granted,
            reasons: None,
        };
        app.acts(key, case, decide).await?;
    }
    // All have agreed, and there is no permit.
    let mut coordinator = app.signs_in("coordinator").await?;
    let held_up = coordinator.opens(&page).await?;
    held_up.says("Interior, Municipality must reconcile them first.")?;
    assert!(held_up.form("/permit").is_err(), "no permit holds both");
    coordinator
        .opens("/en/board")
        .await?
        .says("conditions contradict each other")?;

    let form = interior.opens(&moi).await?.form("/conditions")?;
    assert_eq!(form.value("limit-begins-by"), "18:00");
    assert_eq!(form.value("conditions-before"), "Forty stewards are trained.");
    let form = form
        .with("limit-begins-by", "19:30")?
        .with("revision-reasons", "The police stay until half past seven.")?;
    let checked = interior.checks(&form).await?;
    interior.sends(&checked).await?;
    interior
        .tries(&checked)
        .await?
        .says("These are the conditions as they stand.")?;
    interior.opens("/en/docket").await?.does_not_say("contradict")?;
    organiser
        .opens(&moi)
        .await?
        .says("Begins no later than 19:30.")?
        .says("The police stay until half past seven.")?
        .says("Before that, it demanded:")?;
    let permit = coordinator.opens(&page).await?.form("/permit")?;
    let checked = coordinator.checks(&permit).await?;
    coordinator.sends(&checked).await?;
    organiser
        .opens(&format!("/en/permits/{}", app.permit_of(case).await?))
        .await?
        .says("Begins no later than 19:30.")?
        .does_not_say("no later than 18:00")?;
    app.ends().await
}

/// What was typed beside "agree" or "refuse" is not dropped in silence, whichever field it stands in.
#[tokio::test(flavor = "multi_thread")]
async fn a_condition_that_binds_is_not_lost_beside_a_plain_agreement() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut interior = app.signs_in("interior-decider").await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    let form = interior.opens(&moi).await?.form("/decision")?;
    let form = form
        .with("decision", "granted")?
        .with("limit-people-at-most", "500")?;
    let page = interior.tries(&form).await?;
    assert!(page.faults()?.contains_key("limit-people-at-most"));
    let wrong = form
        .with("decision", "granted-with-conditions")?
        .with("limit-people-at-most", "many")?
        .with("limit-ends-by", "late")?
        .with("conditions-after-day", "2023-11-30")?;
    let faults = interior.tries(&wrong).await?.faults()?;
    let fields: Vec<_> = faults.keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        ["conditions-after", "limit-ends-by", "limit-people-at-most"]
    );
    app.ends().await
}

/// Who reads another language reads a condition that binds in that.
#[tokio::test(flavor = "multi_thread")]
async fn what_binds_is_read_in_the_readers_language() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.contradictory(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/ja/cases/{case}"))
        .await?
        .says("18:00までに始める。")?
        .says("両方を守ることができません")?;
    app.ends().await
}

/// A permit prints the conditions; whoever issues it has read them, and whoever changes all of its own has read what it replaces.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_meanwhile_is_read_before_it_is_printed_or_replaced() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    let page = format!("/en/cases/{case}");
    let city = format!("/en/cases/{case}/referrals/phnom-penh");
    let mut coordinator = app.signs_in("coordinator").await?;
    let permit = coordinator.opens(&page).await?.form("/permit")?;
    let read_before = coordinator.checks(&permit).await?;
    let mut municipality = app.signs_in("municipality-decider").await?;
    let form = municipality.opens(&city).await?.form("/conditions")?;
    let second_tab = form
        .clone()
        .with("conditions", "Bins are emptied.")?
        .with("revision-reasons", "Of last year.")?;
    let second_tab = municipality.checks(&second_tab).await?;
    let form = form
        .with("limit-people-at-most", "5000")?
        .with("revision-reasons", "The quay was measured.")?;
    municipality.confirms(&form).await?;
    let told = "Conditions were changed, or a letter was disowned, after you opened the page";
    coordinator.tries(&read_before).await?.says(told)?;
    municipality
        .tries(&second_tab)
        .await?
        .says(told)?
        .says("Bins are emptied.")?;
    municipality
        .opens(&format!("{city}/notice"))
        .await?
        .says("Conditions changed on")?
        .says("The quay was measured.")?;
    let permit = coordinator.opens(&page).await?.form("/permit")?;
    coordinator.confirms(&permit).await?;
    let printed = format!("/en/permits/{}", app.permit_of(case).await?);
    coordinator
        .opens(&printed)
        .await?
        .says("At most 5,000 people at any one time. Municipality")?
        .says("conditions changed on")?;
    app.ends().await
}
