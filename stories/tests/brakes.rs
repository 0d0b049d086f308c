//! What anyone can ask for without being signed in is bounded, however much of it comes at once.

use desk::Fault;
use desk::accounts::LinkPurpose;
use stories::{Database, Installation, Told, Write};

const MORNING: &str = "2023-08-01T01:00:00Z";

/// Of so many attempts at once with a wrong password, how many are heard.
async fn heard(app: &Installation, at_once: usize) -> Told<usize> {
    let address = &app.cast.member("organiser")?.address;
    let tries = (0..at_once).map(|_| {
        let (desk, address) = (app.desk.clone(), address.clone());
        tokio::spawn(async move {
            desk.sign_in(&address, "no secret of anyone", None)
                .await
                .map(drop)
        })
    });
    let tries: Vec<_> = tries.collect();
    let mut heard = 0;
    for one in tries {
        match one.await? {
            Err(Fault::NotFound) => heard += 1,
            Err(Fault::TooMany { minutes: 15 }) => {}
            other => return Err(format!("{other:?}").into()),
        }
    }
    Ok(heard)
}

#[tokio::test(flavor = "multi_thread")]
async fn of_passwords_tried_at_once_ten_are_heard() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at(MORNING)?;
    app.signs_in("organiser").await?;
    assert_eq!(heard(&app, 40).await?, 10);
    app.signs_in("organiser")
        .await
        .err()
        .ok_or("the right one is heard too")?;
    app.clock_at("2023-08-01T01:15:00Z")?;
    // The count of before has expired and still lies there.
    assert_eq!(heard(&app, 40).await?, 10);
    app.clock_at("2023-08-01T01:30:00Z")?;
    app.signs_in("organiser").await?;
    assert_eq!(heard(&app, 9).await?, 9, "a right one begins the count anew");
    app.ends().await
}

/// Strangers shut strangers out, and nobody who signed in there before; and a browser that is known is braked like everyone.
#[tokio::test(flavor = "multi_thread")]
async fn what_strangers_try_does_not_shut_out_who_signed_in_there_before() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at(MORNING)?;
    let address = app.cast.member("organiser")?.address.clone();
    let mut owner = app.signs_in("organiser").await?;
    let out = owner.opens("/en/calendar").await?.form("/sign-out")?;
    owner.sends(&out).await?;
    assert_eq!(heard(&app, 40).await?, 10);
    app.signs_in("organiser")
        .await
        .err()
        .ok_or("a browser that is not known is heard")?;
    let form = owner.opens("/en/sign-in").await?.form("/sign-in")?;
    let form = form.with("address", &address)?;
    for _ in 0..9 {
        let wrong = form.clone().with("password", "no secret of anyone")?;
        assert_eq!(owner.posts(&wrong).await?.status, 422);
    }
    owner
        .sends(&form.clone().with("password", "the long secret of organiser")?)
        .await?;

    let out = owner.opens("/en/calendar").await?.form("/sign-out")?;
    owner.sends(&out).await?;
    let form = owner.opens("/en/sign-in").await?.form("/sign-in")?;
    let wrong = form
        .with("address", &address)?
        .with("password", "no secret of anyone")?;
    for _ in 0..10 {
        assert_eq!(owner.posts(&wrong).await?.status, 422);
    }
    let right = wrong.with("password", "the long secret of organiser")?;
    assert_eq!(
        owner.posts(&right).await?.status,
        429,
        "known, and braked all the same"
    );
    app.ends().await
}

/// What a browser was given counts for the account that signed in there, and until its password is another.
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_is_known_for_one_account_and_one_password() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at(MORNING)?;
    let (organiser, officer) = (
        app.cast.member("organiser")?.address.clone(),
        app.cast.member("desk-officer")?.address.clone(),
    );
    app.signs_in("organiser").await?;
    app.signs_in("desk-officer").await?;
    let password = "the long secret of organiser";
    let device = app.desk.sign_in(&organiser, password, None).await?.device;
    let device = device.ok_or("nothing to know the browser by")?;
    let again = app.desk.sign_in(&organiser, password, Some(&device)).await?;
    assert_eq!(again.device, None, "it is known already");
    for number in 0..11 {
        let tried = app.desk.sign_in(&officer, "wrong", Some(&device)).await.map(drop);
        let expected = if number < 10 {
            Fault::NotFound
        } else {
            Fault::TooMany { minutes: 15 }
        };
        assert_eq!(tried, Err(expected));
    }
    let tried = app.desk.sign_in(&officer, "wrong", None).await.map(drop);
    assert_eq!(
        tried,
        Err(Fault::TooMany { minutes: 15 }),
        "counted as a stranger's"
    );

    assert_eq!(heard(&app, 10).await?, 10);
    let link = app.desk.offer_link(&organiser, LinkPurpose::Reset).await?;
    let renewed = app.desk.follow_link(&link, "another long secret").await?;
    let tried = app
        .desk
        .sign_in(&organiser, "wrong", Some(&device))
        .await
        .map(drop);
    assert_eq!(tried, Err(Fault::TooMany { minutes: 15 }), "forgotten");
    let known = renewed.device.as_deref();
    app.desk.sign_in(&organiser, "another long secret", known).await?;
    app.ends().await
}

/// An attempt is counted before it is looked at.
#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_that_was_not_counted_is_not_heard() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at(MORNING)?;
    app.signs_in("organiser").await?;
    let mut stopped = app.gate.stops(Write::Keep("attempts"))?;
    let (desk, address) = (app.desk.clone(), app.cast.member("organiser")?.address.clone());
    let tries = tokio::spawn(async move {
        let password = "the long secret of organiser";
        desk.sign_in(&address, password, None).await.map(drop)
    });
    stopped.stands().await?;
    assert_eq!(heard(&app, 11).await?, 10);
    stopped.goes_on();
    assert_eq!(tries.await?, Err(Fault::TooMany { minutes: 15 }));
    app.ends().await
}

/// A letter that is nothing but the link's secret.
fn letter(secret: &str) -> (String, String) {
    (String::new(), secret.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn of_reset_links_three_are_sent_in_an_hour_and_one_is_open() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at(MORNING)?;
    let address = &app.cast.member("organiser")?.address;
    let mut links = vec![];
    for number in 1..=3 {
        app.desk.ask_reset(address, letter).await?;
        assert_eq!(app.letters_to("organiser")?, number);
        links.push(app.letter_to("organiser")?.body);
    }
    for _ in 0..5 {
        app.desk.ask_reset(address, letter).await?;
        app.desk.ask_reset("nobody@there.example", letter).await?;
        app.desk.ask_reset("nonsense", letter).await?;
    }
    assert_eq!(app.letters_to("organiser")?, 3);
    for (link, open) in links.iter().zip([false, false, true]) {
        assert_eq!(app.desk.offered(link).await?.is_some(), open);
    }
    app.clock_at("2023-08-01T02:00:00Z")?;
    app.desk.ask_reset(address, letter).await?;
    assert_eq!(app.letters_to("organiser")?, 4);
    app.ends().await
}

/// The time until the answer would otherwise tell who has an account.
#[tokio::test(flavor = "multi_thread")]
async fn for_an_address_that_nobody_has_the_same_is_written_and_nothing_is_sent() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at(MORNING)?;
    let known = app.cast.member("organiser")?.address.clone();
    let unknown = "nobody@there.example";
    let mut written = vec![];
    for address in [&known, unknown] {
        app.desk.ask_reset(address, letter).await?;
        app.desk.ask_reset(address, letter).await?;
        let now = app.desk.now().as_second();
        let mut kept = vec![];
        for kind in ["link", "resets"] {
            let entries = app.desk.store().kept_by(kind, address, now).await?;
            kept.extend(
                entries
                    .into_iter()
                    .map(|one| (one.kind, one.version, one.expires)),
            );
        }
        written.push(kept);
    }
    assert_eq!((written[0].len(), &written[0]), (2, &written[1]));
    assert_eq!(app.letters_to("organiser")?, 2);
    app.ends().await
}
