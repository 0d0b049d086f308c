//! Notices as e-mail, by a real mail server that the story starts: what comes, in which language, once or again after something broke.

use act::Reason;
use clearance::acts::AskQuestion;
use desk::Fault;
use desk::mail::Pace;
use desk::ports::{Message, Post, Undelivered};
use notify::{Mailer, Security, Server};
use std::time::Duration;
use stories::{Database, Installation, MailServer, Received, Told, Write, authority};

const QUESTION: &str = "Which gate does the crowd leave by?";

/// An installation that posts to a server, with the case before the authorities.
async fn posting(server: &MailServer, database: Database) -> Told<(Installation, act::ApplicationId)> {
    let app = Installation::posting_by(database, MailServer::post(server.port())?).await?;
    let case = app.circulated(None).await?;
    Ok((app, case))
}

async fn asks(app: &Installation, case: act::ApplicationId) -> Told {
    let ask = AskQuestion {
        authority: authority("moi")?,
        text: Reason::new(QUESTION)?,
        items: vec![],
    };
    app.acts("interior-officer", case, ask).await
}

/// What was received for someone.
fn of(received: &[Received], address: &str) -> Vec<Received> {
    let theirs = received.iter().filter(|one| one.to == [address]);
    theirs.cloned().collect()
}

fn address(app: &Installation, key: &str) -> Told<String> {
    Ok(app.cast.member(key)?.address.clone())
}

/// What was told before someone signed in for the first time stands in the inbox alone; what comes since comes as e-mail, once.
async fn a_question_comes_as_e_mail(database: Database) -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, database).await?;
    app.signs_in("organiser").await?;
    assert_eq!(app.sends_notices().await?, 0);
    asks(&app, case).await?;
    assert_eq!(app.sends_notices().await?, 1);
    assert_eq!(app.sends_notices().await?, 0);
    let received = server.received()?;
    let [letter] = received.as_slice() else {
        return Err(format!("{received:?}").into());
    };
    assert_eq!(letter.to, [address(&app, "organiser")?]);
    assert_eq!(letter.from, "Permits <permits@placet.example>");
    assert_eq!(
        letter.subject,
        "Interior has a question, by 19 October (PNH-2023-0001)"
    );
    assert_eq!(letter.automatic.as_deref(), Some("auto-generated"));
    let link = letter
        .text
        .lines()
        .find(|line| line.starts_with("https://placet.example/en/inbox/"))
        .ok_or_else(|| letter.text.clone())?;
    assert!(
        letter.html.contains(&format!("href=\"{link}\"")),
        "{}",
        letter.html
    );
    for part in [&letter.text, &letter.html] {
        assert!(part.contains("Answered by 19 October at the latest"), "{part}");
        assert!(!part.contains(QUESTION), "{part}");
    }
    // The link leads to the question, for whoever may read it.
    let path = link.trim_start_matches("https://placet.example");
    let mut organiser = app.signs_in("organiser").await?;
    organiser.opens(path).await?.says(QUESTION)?;
    assert_eq!(
        app.signs_in("defence-decider").await?.asks(path).await?.status,
        404
    );
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_comes_as_e_mail_on_sqlite() -> Told {
    a_question_comes_as_e_mail(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_comes_as_e_mail_on_postgresql() -> Told {
    a_question_comes_as_e_mail(Database::postgres().await?).await
}

/// The server is down for an hour: nothing is lost, and it is asked ever less often until it answers.
#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_sent_while_the_server_was_down_is_sent_when_it_is_up() -> Told {
    let server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    app.signs_in("organiser").await?;
    app.signs_in("co-organiser").await?;
    let port = server.stops()?;
    asks(&app, case).await?;
    assert_eq!(app.sends_notices().await?, 0);
    let mut server = MailServer::on(port)?;
    // It is not asked again at once.
    assert_eq!(app.sends_notices().await?, 0);
    assert_eq!(server.received()?, []);
    app.clock_at("2023-08-02T02:40:00Z")?;
    assert_eq!(app.sends_notices().await?, 2);
    let received = server.received()?;
    for key in ["organiser", "co-organiser"] {
        assert_eq!(of(&received, &address(&app, key)?).len(), 1, "{received:?}");
    }
    // Nobody is told of it on a page: it was not their address.
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/mail")
        .await?
        .does_not_say("could not be delivered")?;
    app.ends().await
}

/// The server stops, as the disk is full, between sending and noting it: the message comes again, and a reader's program knows it.
#[tokio::test(flavor = "multi_thread")]
async fn a_message_of_which_nobody_noted_that_it_was_sent_comes_again_under_its_id() -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    app.signs_in("organiser").await?;
    asks(&app, case).await?;
    let mut stopped = app.gate.stops(Write::Keep("mail"))?;
    let sending = app.sends_notices();
    let failing = async {
        // The first of these entries is the claim; the next, that it was sent, finds no room.
        stopped.stands().await?;
        app.gate.fails(Write::Keep("mail"))?;
        stopped.goes_on();
        Told::Ok(())
    };
    let (sent, failed) = tokio::join!(sending, failing);
    failed?;
    assert_eq!(sent?, 0, "it was not noted");
    assert_eq!(server.received()?.len(), 1);
    // Whoever had it is waited for, in case it still works.
    assert_eq!(app.sends_notices().await?, 0);
    app.clock_at("2023-08-02T02:36:00Z")?;
    assert_eq!(app.sends_notices().await?, 1);
    let received = server.received()?;
    let [first, again] = received.as_slice() else {
        return Err(format!("{received:?}").into());
    };
    assert_eq!(first, again);
    assert!(first.id.as_ref().is_some_and(|id| id.starts_with("<organiser.")));
    assert_eq!(app.sends_notices().await?, 0);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_send_at_once_on_sqlite_one_does() -> Told {
    of_two_who_send_at_once_one_does(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_send_at_once_on_postgresql_one_does() -> Told {
    of_two_who_send_at_once_one_does(Database::postgres().await?).await
}

/// Two servers look at the same instant: one of them sends.
async fn of_two_who_send_at_once_one_does(database: Database) -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, database).await?;
    app.signs_in("organiser").await?;
    asks(&app, case).await?;
    let mut stopped = app.gate.stops(Write::Keep("mail"))?;
    let first = app.sends_notices();
    let second = async {
        stopped.stands().await?;
        let sent = app.sends_notices().await?;
        stopped.goes_on();
        Told::Ok(sent)
    };
    let (first, second) = tokio::join!(first, second);
    assert_eq!((first?, second?), (0, 1));
    assert_eq!(server.received()?.len(), 1);
    app.ends().await
}

/// An address that is refused is shown to whoever it is of, and keeps nobody else from being written to.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_refused_is_shown_and_mended_and_the_others_are_written_to() -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    app.signs_in("co-organiser").await?;
    let refused = address(&app, "organiser")?;
    server.tell("refuse", &refused)?;
    asks(&app, case).await?;
    assert_eq!(app.sends_notices().await?, 1);
    let page = organiser.opens("/en/mail").await?;
    page.says("the mail server refused the address")?
        .says("550")?
        .says("your inbox has everything")?;
    app.clock_at("2023-08-02T12:00:00Z")?;
    assert_eq!(app.sends_notices().await?, 0);
    server.tell("accept", &refused)?;
    organiser.sends(&page.form("/mail")?).await?.says("Saved.")?;
    assert_eq!(app.sends_notices().await?, 1);
    assert_eq!(of(&server.received()?, &refused).len(), 1);
    organiser.opens("/en/mail").await?.does_not_say("refused")?;
    app.ends().await
}

/// One that is not served just now is tried again later, and later still.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_put_off_is_tried_again_ever_later() -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let later = address(&app, "organiser")?;
    server.tell("defer", &later)?;
    asks(&app, case).await?;
    app.clock_at("2023-08-02T05:00:00Z")?;
    assert_eq!(app.sends_notices().await?, 0);
    organiser
        .opens("/en/mail")
        .await?
        .says("could not be delivered")?
        .says("451")?;
    app.clock_at("2023-08-02T05:01:00Z")?;
    assert_eq!(app.sends_notices().await?, 0);
    server.tell("accept", &later)?;
    // A minute is waited after the first time, two after the second.
    app.clock_at("2023-08-02T05:02:00Z")?;
    assert_eq!(app.sends_notices().await?, 0);
    app.clock_at("2023-08-02T05:03:00Z")?;
    assert_eq!(app.sends_notices().await?, 1);
    app.ends().await
}

/// A server that hangs at one reader's address holds up nobody else.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_at_which_the_server_hangs_waits_by_itself() -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    app.signs_in("organiser").await?;
    app.signs_in("co-organiser").await?;
    let (one, other) = (address(&app, "organiser")?, address(&app, "co-organiser")?);
    server.tell("ignore", &one)?;
    asks(&app, case).await?;
    assert_eq!(app.sends_notices().await?, 1);
    assert_eq!(of(&server.received()?, &other).len(), 1);
    server.tell("ignore", &other)?;
    server.tell("accept", &one)?;
    app.clock_at("2023-08-02T06:00:00Z")?;
    assert_eq!(app.sends_notices().await?, 1);
    assert_eq!(of(&server.received()?, &one).len(), 1);
    app.ends().await
}

/// Whoever saves an address before a page is not kept waiting for as long as a server may take that nobody waits for.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_hangs_does_not_keep_a_page_waiting() -> Told {
    let mut server = MailServer::started()?;
    let post = MailServer::post_waiting(
        server.port(),
        Duration::from_secs(3600),
        Duration::from_millis(300),
    )?;
    let app = Installation::posting_by(Database::sqlite()?, post).await?;
    server.tell("ignore", "elsewhere@example.org")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens("/en/mail").await?;
    let form = page.form("/mail")?.with("address", "elsewhere@example.org")?;
    let answered = organiser.posts(&form);
    let answer = tokio::time::timeout(Duration::from_secs(600), answered).await??;
    assert!(
        answer.text().contains("elsewhere@example.org"),
        "what was typed is kept"
    );
    assert_eq!(answer.status, 422);
    app.ends().await
}

/// The time until the page comes would otherwise tell who has an account: nobody waits for the server, which here never answers.
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_is_answered_before_its_letter_is_sent() -> Told {
    let mut server = MailServer::started()?;
    let for_ever = Duration::from_secs(3600);
    let post = MailServer::post_waiting(server.port(), for_ever, for_ever)?;
    let app = Installation::posting_by(Database::sqlite()?, post).await?;
    let organiser = address(&app, "organiser")?;
    server.tell("ignore", &organiser)?;
    for address in [organiser.as_str(), "nobody@there.example"] {
        let mut visitor = app.visitor();
        let page = visitor.opens("/en/reset").await?;
        let form = page.form("/reset")?.with("address", address)?;
        let answered = visitor.posts(&form);
        let answer = tokio::time::timeout(Duration::from_secs(600), answered).await??;
        assert_eq!(answer.status, 200);
    }
    app.ends().await
}

/// Everything of a day in one message, at seven, what is due first first, in the language that was chosen; and nothing where nothing
/// is wanted.
#[tokio::test(flavor = "multi_thread")]
async fn once_a_day_all_comes_in_one_message_and_never_means_never() -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let mut partner = app.signs_in("co-organiser").await?;
    let choose = |page: &stories::Page, pace: Pace, language: &str| {
        page.form("/mail")?
            .with("pace", pace.name())?
            .with("language", language)
    };
    let page = organiser.opens("/en/mail").await?;
    organiser.sends(&choose(&page, Pace::Daily, "km")?).await?;
    let page = partner.opens("/en/mail").await?;
    partner.sends(&choose(&page, Pace::Never, "en")?).await?;
    asks(&app, case).await?;
    app.clock_at("2023-08-02T04:00:00Z")?;
    let more = clearance::acts::ProposeExtension {
        authority: authority("mond")?,
        days: 5,
        reasons: Reason::new("The wind is measured first.")?,
    };
    app.acts("defence-decider", case, more).await?;
    app.clock_at("2023-08-02T23:59:00Z")?;
    assert_eq!(app.sends_notices().await?, 0);
    app.clock_at("2023-08-03T00:00:00Z")?;
    assert_eq!(app.sends_notices().await?, 1);
    assert_eq!(app.sends_notices().await?, 0);
    let received = server.received()?;
    let [letter] = received.as_slice() else {
        return Err(format!("{received:?}").into());
    };
    assert!(letter.html.contains("<html lang=\"km\">"), "{}", letter.html);
    assert!(letter.subject.starts_with("ដំណឹង"), "{}", letter.subject);
    // Defence decides in August, and Interior is answered until October.
    let place = |words: &str| letter.text.find(words).ok_or_else(|| letter.text.clone());
    assert!(place("សុំពេលបន្ថែម")? < place("មានសំណួរ")?);
    // Whoever wants none, and later does, wants what comes from then on.
    let mut partner = app.signs_in("co-organiser").await?;
    let page = partner.opens("/en/mail").await?;
    partner.sends(&choose(&page, Pace::AtOnce, "en")?).await?;
    assert_eq!(app.sends_notices().await?, 0);
    app.ends().await
}

/// How many notices a letter is about: each has its link.
fn notices(letter: &Received) -> usize {
    let links = letter.text.lines();
    links
        .filter(|line| line.starts_with("https://placet.example/en/inbox/"))
        .count()
}

/// Who has so much to be told that a letter for each would bury what is new is told all in one.
#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_notices_each_comes_by_itself_and_of_one_more_all_come_together() -> Told {
    let mut server = MailServer::started()?;
    let app = Installation::posting_by(Database::sqlite()?, MailServer::post(server.port())?).await?;
    app.signs_in("defence-decider").await?;
    let mut letters = vec![];
    for (told, sent) in [(20, vec![1; 20]), (21, vec![21])] {
        for _ in 0..told {
            app.circulated(None).await?;
        }
        app.sends_notices().await?;
        letters.extend(sent);
        let received = server.received()?;
        assert_eq!(received.iter().map(notices).collect::<Vec<_>>(), letters);
    }
    app.ends().await
}

/// Of more than a hundred notices the rest comes with the next look; what one fact told in two roles is not torn apart, for what is
/// sent is noted by its fact.
#[tokio::test(flavor = "multi_thread")]
async fn where_the_hundredth_notice_and_the_next_are_of_one_fact_both_come_once() -> Told {
    let mut server = MailServer::started()?;
    let app = Installation::posting_by(Database::sqlite()?, MailServer::post(server.port())?).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let (interior, person) = (
        app.cast.organisation("interior")?,
        app.cast.member("defence-decider")?.person,
    );
    app.desk
        .grant_role(app.cast.actor("operator")?, interior, person, act::Role::Officer)
        .await?;
    app.signs_in("defence-decider").await?;
    for number in 0..25 {
        // Each authority is asked by a fact of its own; both are told of the withdrawal by one. The reminder makes the number odd.
        let case = app.circulated(None).await?;
        if number == 0 {
            let remind = clearance::acts::Remind {
                authority: authority("moi")?,
                words: Reason::new("The day is near.")?,
            };
            app.acts("coordinator", case, remind).await?;
        }
        let withdraw = clearance::acts::Withdraw { reasons: None };
        app.acts("organiser", case, withdraw).await?;
    }
    let sent = [
        app.sends_notices().await?,
        app.sends_notices().await?,
        app.sends_notices().await?,
    ];
    let received = server.received()?;
    assert_eq!(received.iter().map(notices).collect::<Vec<_>>(), [99, 1, 1]);
    assert_eq!(sent, [1, 2, 0]);
    // A reader's program takes two letters under one id for one.
    assert_ne!(received[1].id, received[2].id);
    app.ends().await
}

/// Another address is written to once its owner has opened the link that was sent there, and nobody else can open it.
#[tokio::test(flavor = "multi_thread")]
async fn another_address_is_written_to_once_it_was_confirmed() -> Told {
    const OTHER: &str = "night.desk@elsewhere.example";
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens("/en/mail").await?;
    let form = page.form("/mail")?;
    let wrong = organiser.tries(&form.clone().with("address", "nobody")?).await?;
    wrong.says("This is not an e-mail address.")?;
    // It reads like one, and no message can be addressed so.
    let dots = form.clone().with("address", "night..desk@elsewhere.example")?;
    organiser
        .tries(&dots)
        .await?
        .says("This is not an e-mail address.")?;
    let form = form.with("address", OTHER)?;
    server.tell("refuse", OTHER)?;
    let refused = organiser.tries(&form).await?;
    refused.says("No link could be sent to this address just now.")?;
    server.tell("accept", OTHER)?;
    let saved = organiser.sends(&form).await?;
    saved.says(&format!("A link was sent to {OTHER}"))?;
    let link = server.received()?.pop().ok_or("no letter")?;
    assert_eq!(link.to, [OTHER]);
    let path = link
        .text
        .lines()
        .find_map(|line| line.strip_prefix("https://placet.example"))
        .ok_or("no link")?
        .to_owned();
    asks(&app, case).await?;
    assert_eq!(app.sends_notices().await?, 1);
    let before = server.received()?.pop().ok_or("no letter")?;
    assert_eq!(before.to, [address(&app, "organiser")?]);
    let stranger = app.signs_in("co-organiser").await?.asks(&path).await?;
    assert_eq!(stranger.status, 404);
    let page = organiser.opens(&path).await?;
    let confirm = page.says(OTHER)?.form(&path)?;
    organiser.sends(&confirm).await?.says("Saved.")?;
    assert_eq!(organiser.posts(&confirm).await?.status, 404, "it is used up");
    app.acts(
        "interior-officer",
        case,
        clearance::acts::WithdrawQuestion {
            authority: authority("moi")?,
            number: 1,
        },
    )
    .await?;
    app.sends_notices().await?;
    let after = of(&server.received()?, OTHER);
    assert_eq!(
        after.last().map(|one| one.subject.as_str()),
        Some("Interior took its question back (PNH-2023-0001)")
    );
    app.ends().await
}

/// Who wants the old address after all confirms nothing by the link that was sent to the other.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_an_address_that_was_taken_back_confirms_nothing() -> Told {
    let mut server = MailServer::started()?;
    let (app, _) = posting(&server, Database::sqlite()?).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens("/en/mail").await?.form("/mail")?;
    let other = form.clone().with("address", "night.desk@elsewhere.example")?;
    organiser.sends(&other).await?.says("A link was sent")?;
    let link = server.received()?.pop().ok_or("no letter")?;
    let mut lines = link.text.lines();
    let path = lines.find_map(|line| line.strip_prefix("https://placet.example"));
    let path = path.ok_or("no link")?;
    organiser
        .sends(&form)
        .await?
        .does_not_say("night.desk@elsewhere.example")?;
    assert_eq!(organiser.asks(path).await?.status, 404);
    app.ends().await
}

/// A letter that is nothing but the link's secret.
fn secret(secret: &str) -> (String, String) {
    (String::new(), secret.to_owned())
}

/// Neither is one person sent many links, to whatever addresses, nor one address, by whoever asks.
#[tokio::test(flavor = "multi_thread")]
async fn a_fourth_link_within_an_hour_is_sent_for_no_person_and_to_no_address() -> Told {
    let mut server = MailServer::started()?;
    let (app, _) = posting(&server, Database::sqlite()?).await?;
    let asks = |key, address: String| {
        let person = app.cast.member(key).map(|one| one.person);
        let desk = app.desk.clone();
        async move {
            let wanted = (address.as_str(), Pace::AtOnce, "en");
            let done = desk.set_mail(person?, wanted, secret).await;
            Told::Ok(done.map(drop))
        }
    };
    let braked = Err(Fault::TooMany { minutes: 60 });
    for number in 1..=3 {
        let address = format!("night{number}@elsewhere.example");
        assert_eq!(asks("organiser", address).await?, Ok(()));
    }
    let fourth = asks("organiser", "night4@elsewhere.example".to_owned()).await?;
    assert_eq!(fourth, braked);
    let shared = || "desk@elsewhere.example".to_owned();
    for key in ["co-organiser", "coordinator", "auditor"] {
        assert_eq!(asks(key, shared()).await?, Ok(()), "{key}");
    }
    assert_eq!(asks("interior-officer", shared()).await?, braked);
    assert_eq!(server.received()?.len(), 6);
    app.clock_at("2023-08-02T03:30:00Z")?;
    assert_eq!(asks("interior-officer", shared()).await?, Ok(()));
    app.ends().await
}

/// Whoever finds an old letter a day later confirms nothing by it.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_confirms_an_address_is_open_for_a_day() -> Told {
    const OTHER: &str = "night.desk@elsewhere.example";
    let mut server = MailServer::started()?;
    let (app, _) = posting(&server, Database::sqlite()?).await?;
    let person = app.cast.member("organiser")?.person;
    app.desk
        .set_mail(person, (OTHER, Pace::AtOnce, "en"), secret)
        .await?;
    let letter = server.received()?.pop().ok_or("no letter")?;
    let link = letter.text.trim();
    app.clock_at("2023-08-03T02:29:59Z")?;
    let open = app.desk.confirming(person, link).await?;
    assert_eq!(open.as_deref(), Some(OTHER));
    app.clock_at("2023-08-03T02:30:00Z")?;
    assert_eq!(app.desk.confirming(person, link).await?, None);
    let late = app.desk.confirm_mail(person, link).await;
    assert_eq!(late, Err(Fault::NotFound));
    let settings = app.desk.mail_settings(person, "en").await?;
    assert_eq!(settings.address, address(&app, "organiser")?);
    app.ends().await
}

/// Who comes to an office is written to about what happens there from then on, and not about what was told before.
#[tokio::test(flavor = "multi_thread")]
async fn a_new_role_brings_no_old_mail() -> Told {
    let mut server = MailServer::started()?;
    let (app, case) = posting(&server, Database::sqlite()?).await?;
    asks(&app, case).await?;
    app.sends_notices().await?;
    server.received()?;
    let (newcomer, embassy) = (app.cast.actor("auditor")?, app.cast.actor("organiser")?);
    app.signs_in("auditor").await?;
    let (at, person) = (embassy.organisation, newcomer.person);
    app.clock_at("2023-08-28T02:30:00Z")?;
    app.desk
        .grant_role(app.cast.actor("operator")?, at, person, act::Role::Applicant)
        .await?;
    assert_eq!(app.sends_notices().await?, 0, "it stands in the inbox");
    app.acts(
        "interior-officer",
        case,
        clearance::acts::WithdrawQuestion {
            authority: authority("moi")?,
            number: 1,
        },
    )
    .await?;
    app.sends_notices().await?;
    let told = of(&server.received()?, &address(&app, "auditor")?);
    assert_eq!(told.len(), 1, "{told:?}");
    app.ends().await
}

/// Without a mail server the page says so, and what was told meanwhile is nobody's backlog.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_the_page_says_so_and_nothing_waits() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens("/en/mail").await?;
    page.says("This installation sends no e-mail")?;
    let saved = organiser
        .sends(&page.form("/mail")?.with("pace", "at-once")?)
        .await?;
    let other = saved.form("/mail")?.with("address", "other@place.example")?;
    organiser
        .tries(&other)
        .await?
        .says("No link could be sent to this address just now.")?;
    asks(&app, case).await?;
    let letters = app.letters_to("organiser")?;
    assert_eq!(app.sends_notices().await?, 0);
    assert_eq!(app.letters_to("organiser")?, letters);
    app.ends().await
}

/// A server that offers no TLS is not spoken to where TLS is wanted, and one that is asked for a password it does not know is not used:
/// neither says anything of the address.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_not_as_it_was_set_takes_nothing_and_blames_nobody() -> Told {
    let mut server = MailServer::started()?;
    let login = || Some(("permits".to_owned(), "a long secret".to_owned()));
    let settings = [
        (Security::StartTls, None, "STARTTLS"),
        (Security::StartTls, login(), "STARTTLS"),
        (Security::Tls, None, "127.0.0.1"),
        (Security::Nothing, login(), "authentication"),
    ];
    for (security, login, said) in settings {
        let mailer = Mailer::new(Server {
            host: "127.0.0.1".to_owned(),
            port: server.port(),
            security,
            from: "permits@placet.example".to_owned(),
            login,
        });
        let message = Message {
            to: "reader@place.example".to_owned(),
            subject: "A notice".to_owned(),
            body: "Something happened.".to_owned(),
            html: None,
            id: None,
        };
        let fault = mailer
            .map_err(|fault| fault.what)?
            .send(message)
            .await
            .unwrap_err();
        assert_eq!(fault.how, Undelivered::Unreachable, "{security:?}: {fault}");
        assert!(fault.what.contains(said), "{security:?}: {fault}");
    }
    assert_eq!(server.received()?, []);
    Ok(())
}
