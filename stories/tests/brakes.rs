//! What anyone can ask for without being signed in is bounded, however much of it comes at once.

use desk::Fault;
use stories::{Database, Installation, Told, Write};

const MORNING: &str = "2023-08-01T01:00:00Z";

/// Of so many attempts at once with a wrong password, how many are heard.
async fn heard(app: &Installation, at_once: usize) -> Told<usize> {
    let address = &app.cast.member("organiser")?.address;
    let tries = (0..at_once).map(|_| {
        let (desk, address) = (app.desk.clone(), address.clone());
        tokio::spawn(async move { desk.sign_in(&address, "no secret of anyone").await.map(drop) })
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
        desk.sign_in(&address, password).await.map(drop)
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
