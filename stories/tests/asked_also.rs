//! The coordinator asks an authority that no rule names, and asks it no longer: everyone sees who asked, and why.

use clearance::Decision;
use clearance::acts::{AskQuestion, Decide, TakeBack};
use desk::Fault;
use stories::{Database, Installation, Told, asking_foreign_affairs, authority};

const WHY: &str = "An ambassador is to speak.";

#[tokio::test(flavor = "multi_thread")]
async fn foreign_affairs_is_asked_for_an_ambassador_and_the_permit_waits_for_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_few().await?;
    let page = format!("/en/cases/{case}");
    let mut minister = app.signs_in("foreign-affairs-decider").await?;
    assert_eq!(minister.asks(&page).await?.status, 404);

    app.clock_at("2023-08-07T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let form = coordinator.opens(&page).await?.form("/referrals")?;
    // Nothing is chosen by itself.
    let empty = coordinator.tries(&form).await?;
    for field in ["authority", "asked-as", "asked-reasons"] {
        assert!(empty.faults()?.contains_key(field), "{field}");
    }
    let filled = form
        .with("authority", "mfaic")?
        .with("asked-as", "by-rulebook")?
        .with("asked-reasons", WHY)?;
    let said = coordinator.sends(&filled).await?;
    said.says("By when it decides or advises")?
        .says("due by 4 September")?
        .does_not_say("not before the event")?;
    let checked = said.form(&filled.action)?.with("checked", "right")?;
    coordinator
        .sends(&checked)
        .await?
        .says("Foreign Affairs")?
        .says(WHY)?
        .says("asked by Phnom Penh Municipality; no rule names it in this case")?;
    // Whoever presses twice asks once.
    let twice = coordinator.tries(&checked).await?;
    twice.says("is asked in this case already")?;

    let mut minister = app.signs_in("foreign-affairs-decider").await?;
    minister.opens("/en/docket").await?.says("PNH-2023-0001")?;
    let referral = format!("{page}/referrals/mfaic");
    minister
        .opens(&referral)
        .await?
        .says(WHY)?
        .says("7 August 2023")?
        .says("Decide")?;
    for (who, key) in [
        ("moi", "interior-decider"),
        ("phnom-penh", "municipality-decider"),
    ] {
        app.acts(key, case, grant(who)?).await?;
    }
    assert!(coordinator.opens(&page).await?.form("/permit").is_err());
    app.acts("foreign-affairs-decider", case, grant("mfaic")?).await?;
    let permit = coordinator.opens(&page).await?.form("/permit")?;
    coordinator.confirms(&permit).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser.opens(&page).await?.says(WHY)?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

fn grant(who: &str) -> Told<Decide> {
    Ok(Decide {
        authority: authority(who)?,
        decision: Decision::Granted,
        reasons: None,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_one_more_too_late_reads_so_before() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_few().await?;
    app.clock_at("2023-11-15T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let form = coordinator
        .opens(&format!("/en/cases/{case}"))
        .await?
        .form("/referrals")?
        .with("authority", "mfaic")?
        .with("asked-as", "advice")?
        .with("asked-reasons", WHY)?;
    coordinator.sends(&form).await?.says("not before the event")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_asked_by_hand_is_taken_back_and_what_a_rule_asks_is_not() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.asked_also().await?;
    let page = format!("/en/cases/{case}");
    let referral = format!("{page}/referrals/mfaic");
    let question = AskQuestion {
        authority: authority("mfaic")?,
        text: act::Reason::new("Which ambassador?")?,
        items: vec![],
    };
    app.acts("foreign-affairs-decider", case, question).await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let by_rule = coordinator.opens(&format!("{page}/referrals/moi")).await?;
    assert!(by_rule.form("/release").is_err(), "a rule asks Interior");
    let forged = TakeBack {
        authority: authority("moi")?,
        reasons: act::Reason::new("It takes long.")?,
    };
    let refused = app.acts("coordinator", case, forged).await;
    assert!(refused.is_err(), "a rule asks Interior");

    let form = coordinator.opens(&referral).await?.form("/release")?;
    let filled = form.with("taken-back-reasons", "He does not speak.")?;
    let said = coordinator.sends(&filled).await?;
    said.says("Its question is open: nobody has to answer it any more. If you ask this authority again, the question is open again.")?
        .does_not_say("Its offer is open")?;
    let checked = said.form(&filled.action)?.with("checked", "right")?;
    coordinator
        .sends(&checked)
        .await?
        .says("asks Foreign Affairs no longer: “He does not speak.”")?
        .says("Which ambassador?")?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("asks Foreign Affairs no longer: “He does not speak.”")?;
    // It reads on what became of it, and decides no more.
    let mut minister = app.signs_in("foreign-affairs-decider").await?;
    let read = minister.opens(&referral).await?;
    read.says("He does not speak.")?;
    assert!(read.form("/decision").is_err());
    let late = app
        .desk
        .change(app.cast.actor("foreign-affairs-decider")?, case, grant("mfaic")?);
    assert!(matches!(late.await, Err(Fault::Refused(_))));

    // Asked again it goes on with the question that it had asked; whoever asks reads first that no period begins by that.
    app.clock_at("2023-08-09T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let mut minister = app.signs_in("foreign-affairs-decider").await?;
    let form = coordinator
        .opens(&page)
        .await?
        .form("/referrals")?
        .with("authority", "mfaic")?
        .with("asked-as", "by-rulebook")?
        .with("asked-reasons", WHY)?;
    let said = coordinator.sends(&form).await?;
    said.says("Its question, which is open again")?
        .says("Which ambassador?")?
        .says("Its clock stands still until the organiser has answered its question")?
        .does_not_say("Its period begins today")?;
    app.acts("coordinator", case, asking_foreign_affairs()?).await?;
    minister
        .opens(&referral)
        .await?
        .says("It was open when the authority was asked anew on 9 August 2023")?
        .says("asks it again")?
        .says("Until it was taken back on 3 August 2023")?
        .says("Which ambassador?")?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}
