//! An authority is one organisation: whoever registers a second is told who is it already, also where both come at once.

use act::{AuthorityId, Context, Detail, OrganisationId, Recorded};
use clearance::acts::Withdraw;
use desk::Fault;
use desk::store::{Append, NewFact, Part, StreamId};
use identity::{Names, OrganisationFact, OrganisationKind};
use std::sync::Arc;
use stories::{Database, Installation, Told, refused};

const POLICE: &str = "police";

/// Registers an organisation as the police.
async fn registers(app: &Installation, name: &str) -> Told<Result<OrganisationId, Fault>> {
    let operator = app.cast.actor("operator")?.clone();
    let desk = Arc::clone(&app.desk);
    let (names, authority) = (Names::new([("en", name)])?, POLICE.parse()?);
    let kind = OrganisationKind::Ministry;
    let done = tokio::spawn(async move {
        desk.register_organisation(&operator, names, kind, Some(authority))
            .await
    });
    Ok(done.await?)
}

/// That it was refused since this organisation is the police.
fn is_refused(done: &Result<OrganisationId, Fault>, by: &str) {
    let Err(Fault::Refused(refused)) = done else {
        panic!("{done:?}")
    };
    assert_eq!(refused.code, "authority-taken");
    let details = &refused.details;
    assert!(
        details.contains(&("by", Detail::Text(by.to_owned()))),
        "{details:?}"
    );
}

async fn is_sound(app: Installation) -> Told {
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    let police: AuthorityId = POLICE.parse()?;
    let all = app.desk.organisations().await?;
    let are = all.iter().filter(|line| line.authority.as_ref() == Some(&police));
    assert_eq!(are.count(), 1);
    app.ends().await
}

async fn at_once(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let (one, two) = tokio::join!(registers(&app, "First"), registers(&app, "Second"));
    match (one?, two?) {
        (Ok(_), second) => is_refused(&second, "First"),
        (first, Ok(_)) => is_refused(&first, "Second"),
        neither => panic!("{neither:?}"),
    }
    is_sound(app).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_register_an_authority_at_once_on_sqlite_one_is_refused() -> Told {
    at_once(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_register_an_authority_at_once_on_postgres_one_is_refused() -> Told {
    at_once(Database::postgres().await?).await
}

/// It was given to the wrong organisation: that one no longer is it, and the right one is.
#[tokio::test(flavor = "multi_thread")]
async fn an_authority_that_was_given_to_the_wrong_organisation_is_given_to_the_right_one() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let operator = app.cast.actor("operator")?.clone();
    let mut before = registers(&app, "Wrong").await??;
    for right in ["Still wrong", "Right"] {
        app.desk
            .withdraw_authority(&operator, before, POLICE.parse()?)
            .await?;
        let now = registers(&app, right).await??;
        assert_ne!(now, before);
        is_refused(&registers(&app, "Another").await?, right);
        before = now;
    }
    is_sound(app).await
}

/// An organisation with which a case lies goes on with it.
#[tokio::test(flavor = "multi_thread")]
async fn an_authority_with_which_a_case_lies_is_not_taken_back() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let operator = app.cast.actor("operator")?.clone();
    let interior = app.cast.actor("interior-decider")?.organisation;
    let withdraw = || {
        app.desk
            .withdraw_authority(&operator, interior, "moi".parse().expect("an id"))
    };
    let Err(Fault::Refused(refused)) = withdraw().await else {
        return Err("it was taken back".into());
    };
    assert_eq!(refused.code, "authority-at-work");
    assert!(refused.details.contains(&("pending", Detail::Number(1))));
    app.desk
        .change(app.cast.actor("organiser")?, case, Withdraw { reasons: None })
        .await?;
    withdraw().await?;
    app.ends().await
}

/// What nobody decided or withdrew while its event was ahead lies with nobody any more, once it is over where it is: at 21:00 in
/// Phnom Penh, whatever day it is in UTC.
#[tokio::test(flavor = "multi_thread")]
async fn an_authority_is_taken_back_from_whoever_has_only_cases_whose_day_has_passed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.circulated(None).await?;
    let interior = app.cast.actor("interior-decider")?.organisation;
    let operator = app.cast.actor("operator")?;
    let withdraw = async || {
        let authority = "moi".parse().expect("an id");
        app.desk.withdraw_authority(operator, interior, authority).await
    };
    app.clock_at("2023-11-19T13:59:59Z")?;
    assert_eq!(refused(withdraw().await)?, "authority-at-work");
    app.clock_at("2023-11-19T14:00:00Z")?;
    withdraw().await?;
    app.ends().await
}

/// As it lies in a ledger that was begun when the stream did not follow from the authority.
#[tokio::test]
async fn an_authority_that_was_registered_under_any_id_is_taken() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let organisation = OrganisationId::of(77);
    let fact = OrganisationFact::Registered {
        organisation,
        names: Names::new([("en", "Of old")])?,
        kind: OrganisationKind::Ministry,
        authority: Some(POLICE.parse()?),
    };
    let place = record::Place {
        id: organisation.to_string(),
        version: 1,
    };
    let by = Context {
        actor: app.cast.actor("operator")?.clone(),
        at: app.desk.now(),
    };
    let payload = record::write(&place, &Recorded { fact, by }).map_err(|fault| fault.to_string())?;
    let part = Part {
        stream: StreamId::new("organisation", organisation),
        expected: 0,
        facts: vec![NewFact {
            payload,
            salt: [1; 32],
        }],
        folded: None,
    };
    app.desk.store().append(Append { parts: vec![part] }).await?;
    is_refused(&registers(&app, "New").await?, "Of old");
    is_sound(app).await
}
