//! A permit that is issued anew, because an authority changed its conditions: the earlier one says everywhere that another took its
//! place, and an old paper's code never reads as valid.

use act::{Reason, Text};
use clearance::acts::{ReplacePermit, ReviseConditions, RevokePermit};
use clearance::{Condition, Limit};
use jiff::civil::time;
use ledger::{Receipt, Standing, Status, VerifierKey};
use stories::{Database, Installation, Told, authority};

const WHY: &str = "The wind turns in November.";

#[tokio::test(flavor = "multi_thread")]
async fn the_earlier_one_names_the_one_to_ask_for_and_the_new_one_is_verified_by_itself() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.differing(None).await?;
    let (page, first) = (format!("/en/cases/{case}"), app.permit_of(case).await?);
    let mut anyone = app.visitor();
    let key: VerifierKey = anyone.asks("/ledger/key").await?.text().trim().parse()?;
    let old = anyone.asks(&format!("/en/permits/{first}/file")).await?.text();
    // The paper goes on as it was issued; the case says that it differs.
    anyone
        .opens(&format!("/en/permits/{first}"))
        .await?
        .does_not_say("Fifty stewards stand on the bank.")?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("authorities changed their conditions since")?
        .says("now demands: Fifty stewards stand on the bank.")?;
    organiser
        .opens(&format!("{page}/referrals/moi"))
        .await?
        .says("The permit does not say these conditions yet.")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens("/en/board")
        .await?
        .says("permit to be replaced")?;
    coordinator
        .opens("/en/inbox")
        .await?
        .says("the permit now says something else")?;
    let form = coordinator.opens(&page).await?.form("/replacement")?;
    let form = form.with("replacing-reasons", WHY)?;
    coordinator
        .confirms(&form)
        .await?
        .says("The permit is issued.")?
        .says("was replaced by")?;

    let second = app.permit_of(case).await?;
    assert_eq!(second, first.replace("-P1", "-P2"));
    let shown = anyone.opens(&format!("/en/permits/{first}")).await?;
    shown.says(&format!("do not rely on this permit, and ask for {second}"))?;
    shown.does_not_say(WHY)?;
    shown.does_not_say("Fifty stewards stand on the bank.")?;
    anyone
        .opens(&format!("/en/permits/{second}"))
        .await?
        .says("Fifty stewards stand on the bank.")?
        .says(&format!("in place of {first}"))?;
    let list = anyone.asks("/ledger/status").await?.text();
    let status = Status::open(&list, &key)?;
    assert_eq!(
        status.standing(&first, Receipt::from_json(&old)?.size),
        Standing::Replaced
    );
    assert_eq!(status.replacement(&first), Some(second.as_str()));
    // The earlier one is still proven by its own fact, and so is the new one.
    let again = anyone.asks(&format!("/en/permits/{first}/file")).await?.text();
    assert_eq!(again, old);
    let new = anyone.asks(&format!("/en/permits/{second}/file")).await?.text();
    Receipt::from_json(&new)?.verify(&key)?;
    assert_eq!(
        status.standing(&second, Receipt::from_json(&new)?.size),
        Standing::InForce
    );
    let form = anyone.opens("/en/verify").await?.form("/verify")?;
    anyone
        .sends(&form.with("code", &old)?)
        .await?
        .says("Genuine, but replaced")?
        .says(&format!("ask for {second}"))?;
    anyone
        .opens("/en/calendar")
        .await?
        .does_not_say("permit replaced")?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("The permit was replaced by a new one")?;
    app.ends().await
}

/// Of three permits the first says by which it was replaced on that day, and which to ask for now.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_of_three_names_the_second_and_asks_for_the_third() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.differing(None).await?;
    let first = app.permit_of(case).await?;
    let replace = ReplacePermit {
        reasons: Reason::new(WHY)?,
    };
    app.acts("coordinator", case, replace.clone()).await?;
    let second = app.permit_of(case).await?;
    let revise = ReviseConditions {
        authority: authority("moi")?,
        conditions: vec![Condition::plain(Text::new("Sixty stewards stand on the bank.")?)],
        reasons: Reason::new(WHY)?,
    };
    app.acts("interior-decider", case, revise).await?;
    app.acts("coordinator", case, replace).await?;
    let third = app.permit_of(case).await?;
    let shown = app.visitor().opens(&format!("/en/permits/{first}")).await?;
    shown
        .says(&format!("by {second}"))?
        .says(&format!("ask for {third}"))?
        .does_not_say(&format!("by {third}"))?;
    // Once that is revoked, none is left to ask for.
    let revoke = RevokePermit {
        reasons: Reason::new(WHY)?,
    };
    app.acts("coordinator", case, revoke).await?;
    let shown = app.visitor().opens(&format!("/en/permits/{first}")).await?;
    shown
        .says(&format!("{third}, was revoked: none of them holds"))?
        .does_not_say("ask for")?;
    app.ends().await
}

/// What an authority demands anew contradicts what another demands: both read so, and the lead is not sent to do what it cannot.
#[tokio::test(flavor = "multi_thread")]
async fn who_contradicts_each_other_after_the_permit_reconciles_first() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.conditioned(None).await?;
    let page = format!("/en/cases/{case}");
    let hours = [
        ("interior-decider", "moi", Limit::BeginsBy(time(18, 0, 0, 0))),
        ("defence-decider", "mond", Limit::BeginsFrom(time(19, 0, 0, 0))),
    ];
    for (decider, whose, limit) in hours {
        let mut condition = Condition::plain(Text::new("The hour is kept.")?);
        condition.terms.limit = Some(limit);
        let revise = ReviseConditions {
            authority: authority(whose)?,
            conditions: vec![condition],
            reasons: Reason::new(WHY)?,
        };
        app.acts(decider, case, revise).await?;
    }
    let (contradict, first) = ("conditions contradict each other", "must reconcile them first");
    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator.opens(&page).await?;
    seen.says(first)?.says("contradictory")?;
    assert!(
        seen.form("/replacement").is_err(),
        "there is nothing to issue yet"
    );
    let board = coordinator.opens("/en/board").await?;
    board.says(contradict)?.says("Nothing waits for you")?;
    for decider in ["interior-decider", "defence-decider"] {
        let mut decider = app.signs_in(decider).await?;
        decider.opens("/en/docket").await?.says(contradict)?;
    }
    // After the event nobody reconciles anything.
    app.clock_at("2023-11-21T02:00:00Z")?;
    let mut interior = app.signs_in("interior-decider").await?;
    interior.opens("/en/docket").await?.does_not_say("contradict")?;
    app.ends().await
}
