//! An officer recommends, and somebody else decides: within the authority alone, and by two where the rulebook says so.

use clearance::Decision;
use clearance::acts::{Decide, Recommend};
use desk::Fault;
use stories::{Database, Installation, Told, authority};

const WHY: &str = "The quay is wide enough for what is expected.";

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_drafts_and_the_decider_finds_it_filled_in() -> Told {
    recommended_and_decided(Database::sqlite()?).await?;
    recommended_and_decided(Database::postgres().await?).await
}

async fn recommended_and_decided(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    let mut officer = app.signs_in("interior-officer").await?;
    let form = officer.opens(&page).await?.form("/recommendation")?;
    let empty = officer.tries(&form).await?;
    assert!(empty.faults()?.contains_key("decision"));
    let filled = form
        .with("decision", "granted-with-conditions")?
        .with("conditions", "Sixty stewards along the quay.")?
        .with("limit-ends-by", "20:30")?
        .with("reasons", WHY)?;
    officer
        .sends(&filled)
        .await?
        .says("You recommended this on")?
        .says("Sixty stewards along the quay.")?
        .says("Only your own authority reads this.")?;

    // Nobody else reads it, whatever page they open.
    for key in [
        "organiser",
        "coordinator",
        "defence-decider",
        "municipality-decider",
    ] {
        let mut other = app.signs_in(key).await?;
        for path in [format!("/en/cases/{case}"), page.clone()] {
            let read = other.asks(&path).await?.text();
            for secret in ["ecommend", "Sixty stewards", WHY] {
                assert!(!read.contains(secret), "{key} reads “{secret}” at {path}");
            }
        }
        let view = app.desk.case(app.cast.actor(key)?, case).await?;
        let seen = serde_json::to_string(&view.application)?;
        assert!(
            !seen.contains(WHY) && !seen.contains("Sixty"),
            "{key} is handed it"
        );
    }

    let mut decider = app.signs_in("interior-decider").await?;
    decider
        .opens("/en/docket")
        .await?
        .says("A decision is recommended since")?;
    let read = decider.opens(&page).await?;
    read.says("Sixty stewards along the quay.")?.says(WHY)?;
    let decision = read.form("/decision")?;
    for (field, value) in [
        ("decision", "granted-with-conditions"),
        ("limit-ends-by", "20:30"),
        ("reasons", WHY),
    ] {
        let filled = (field.to_owned(), value.to_owned());
        assert!(decision.fields.contains(&filled), "{field} is not filled in");
    }
    decider.confirms(&decision).await?.says("Sixty stewards")?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&page)
        .await?
        .says("Sixty stewards along the quay.")?
        .does_not_say("ecommend")?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_two_decide_nobody_decides_what_nobody_else_has_seen() -> Told {
    let app = Installation::where_two_decide_for_interior(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    let mut decider = app.signs_in("interior-decider").await?;
    let read = decider.opens(&page).await?;
    read.says("Two people decide here: one recommends a decision, and another takes it.")?;
    assert!(read.form("/decision").is_err(), "nothing is recommended yet");
    let alone = Decide {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    let refused = app.acts("interior-decider", case, alone.clone()).await;
    assert!(refused.is_err(), "nothing is recommended yet");

    // A decider who drafts has somebody else decide.
    let own = Recommend {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("interior-decider", case, own.clone()).await?;
    let read = decider.opens(&page).await?;
    assert!(read.form("/decision").is_err(), "the decider recommended it");
    let actor = app.cast.actor("interior-decider")?;
    let Err(Fault::Refused(told)) = app.desk.change(actor, case, alone.clone()).await else {
        return Err("somebody decided alone".into());
    };
    assert_eq!(told.code, "recommended-itself");

    app.acts("interior-officer", case, own).await?;
    let form = decider.opens(&page).await?.form("/decision")?;
    decider.confirms(&form).await?.says("Interior agreed")?;
    app.ends().await
}
