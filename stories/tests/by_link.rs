//! Interior asks the harbour master, who has no account, what he advises; he opens the link that he was handed, reads the event and the plan,
//! and answers once. It is his advice, and nobody's decision.

use act::{ApplicationId, Reason};
use clearance::acts::{Confide, Decide, Withdraw};
use clearance::{Advice, AdviceAsked, Decision, Piece};
use desk::Fault;
use desk::clearance::{AdviceLink, Advising, Begin, FileIn};
use stories::{
    Answer, BY_LINK_ADDRESS, BY_LINK_QUESTION, Database, Form, Installation, MailServer, Page, SEALED_GROUND,
    Told, Visitor, authority,
};

const WORDS: &str = "Close the lower pier to boats from five o\u{2019}clock on.";
const CHART: [(&str, &str, &[u8]); 1] = [("file", "chart.pdf", b"%PDF-1.7\nchart")];

fn filled(form: Form) -> Told<Form> {
    form.with("advice-name", "Sok Dara")?
        .with("advice-office", "Harbour master")?
        .with("advice-language", "en")?
        .with("advice-question", BY_LINK_QUESTION)?
        .with("advice-until", "2023-09-20")
}

fn page(address: &str, answer: &Answer) -> Page {
    Page {
        address: address.to_owned(),
        status: answer.status,
        html: answer.text(),
    }
}

/// The path of a link that a page shows.
fn path_of(page: &Page) -> Told<String> {
    let address = page.exactly("#address")?;
    let at = address.find("/en/advice/").ok_or("no link")?;
    Ok(address[at..].to_owned())
}

/// An officer asks on the page, with the plan, and is shown the link.
async fn asked(app: &Installation, officer: &mut Visitor, case: ApplicationId) -> Told<String> {
    let view = app.desk.case(app.cast.actor("interior-officer")?, case).await?;
    let plan = view.application.attachments().next().ok_or("no plan")?.attachment;
    let referral = officer.opens(&format!("/en/cases/{case}/referrals/moi")).await?;
    let page = officer
        .follows(&referral, "Ask somebody without an account for advice")
        .await?;
    page.says("It is no decision, and no clock waits for it.")?
        .says("No e-mail is sent from here: the link is shown to you once")?;
    let form = filled(page.form("/advice")?)?.ticked("advice-documents", &plan.to_string());
    let made = officer.sends(&form).await?;
    made.says("This is for Sok Dara, Harbour master. It takes one answer, until 20 September 2023.")?;
    path_of(&made)
}

async fn advised_by_link(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-28T02:30:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let link = asked(&app, &mut officer, case).await?;
    officer
        .opens("/en/docket")
        .await?
        .says("Advice of Sok Dara, Harbour master is awaited until 20 September 2023")?;
    let size = app.desk.store().size().await?;
    // Programs that look through mail open it as often as they like.
    let mut master = app.visitor();
    for _ in 0..3 {
        app.visitor().request("HEAD", &link, &[], vec![]).await?;
        master.opens(&link).await?;
    }
    let seen = master.opens(&link).await?;
    seen.says("asks for your advice")?
        .says(BY_LINK_QUESTION)?
        .says("This is all that the link shows.")?
        .says("Those who hold the event and the authorities of the case read it.")?
        .does_not_say("mfaic")?;
    assert_eq!(app.desk.store().size().await?, size, "looking changes nothing");
    let plan = master.asks(&seen.link("plan.pdf")?).await?;
    assert_eq!(
        (plan.status, plan.header("content-type")),
        (200, "application/octet-stream")
    );
    assert!(plan.header("content-disposition").starts_with("attachment"));
    // Who objects says why; what was chosen has to be chosen again, and nothing is lost.
    let form = seen.form(&link)?.with("advice", "objected")?;
    let answer = master.posts_files(&form, &CHART).await?;
    let refused = page(&link, &answer);
    assert_eq!(refused.status, 422);
    refused
        .says("Say what you advise, or why you object.")?
        .says("Choose chart.pdf again")?;
    assert_eq!(app.desk.store().size().await?, size);
    let form = form.with("advice", "advised")?.with("reasons", WORDS)?;
    let answer = master.posts_files(&form, &CHART).await?;
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/en/advice-given")
    );
    master
        .opens("/en/advice-given")
        .await?
        .says("Your advice was passed on")?;
    assert_eq!(app.desk.store().size().await?, size + 1);
    // A second press, and whoever opens it later, are told the same, which is nothing.
    for answer in [
        master.posts_files(&form, &CHART).await?,
        master.asks(&link).await?,
    ] {
        assert_eq!(answer.status, 404);
        page(&link, &answer)
            .says("This link opens nothing")?
            .does_not_say("Sok Dara")?;
    }
    assert_eq!(app.desk.store().size().await?, size + 1);
    told_to_all(&app, case).await?;
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// Whoever holds the link says that the advice, and the chart with it, are for Interior and the lead alone.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_advised_by_a_link_is_sealed_by_whoever_gives_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (case, secret) = app.asked_by_link().await?;
    let link = format!("/en/advice/{secret}");
    let mut master = app.visitor();
    let form = master.opens(&link).await?.form(&link)?;
    let form = form.with("advice", "advised")?.with("reasons", WORDS)?;
    let form = form.with("seal", "yes")?;
    let groundless = page(&link, &master.posts_files(&form, &CHART).await?);
    assert!(groundless.faults()?.contains_key("seal-ground"));
    groundless.says(WORDS)?;
    let form = form.with("seal-ground", SEALED_GROUND)?;
    let answer = master.posts_files(&form, &CHART).await?;
    assert_eq!(answer.header("location"), "/en/advice-given");
    let view = app.desk.case(app.cast.actor("coordinator")?, case).await?;
    let chart = view.application.advice_documents().next().ok_or("no chart")?;
    let chart = format!("/en/cases/{case}/files/{}", chart.attachment);
    for (key, reads) in [
        ("interior-officer", true),
        ("coordinator", true),
        ("municipality-decider", true),
        ("organiser", false),
        ("auditor", false),
        ("defence-decider", false),
    ] {
        // Whoever decides for the lead reads the words, and whoever coordinates the document as well.
        let is_shown = reads && key != "municipality-decider";
        let mut reader = app.signs_in(key).await?;
        for path in ["", "/referrals/moi", "/history"] {
            let read = reader.opens(&format!("/en/cases/{case}{path}")).await?;
            read.says("Sok Dara")?.says(SEALED_GROUND)?;
            // The history is of the facts, which have no words that are sealed.
            let told = read.words()?.contains(WORDS);
            assert_eq!(told, reads && path != "/history", "{key} {path}");
            assert_eq!(
                read.words()?.contains("chart.pdf"),
                is_shown && path != "/history",
                "{key} {path}"
            );
        }
        let status = reader.asks(&chart).await?.status;
        assert_eq!(status, if is_shown { 200 } else { 404 }, "{key}");
    }
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.opens_seal("interior-decider", case).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let read = organiser.opens(&format!("/en/cases/{case}")).await?;
    read.says(WORDS)?.says("chart.pdf")?;
    app.ends().await
}

/// Whoever asked is told; all read it as they read any advice; nothing is decided by it.
async fn told_to_all(app: &Installation, case: ApplicationId) -> Told {
    let referral = format!("/en/cases/{case}/referrals/moi");
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens("/en/inbox")
        .await?
        .says("The advice that Interior had asked for by a link came")?;
    officer
        .opens("/en/docket")
        .await?
        .does_not_say("is awaited until 20 September")?;
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let moi = view
        .application
        .referrals
        .get(&authority("moi")?)
        .ok_or("not asked")?;
    assert!(moi.decided.is_none(), "nobody decided");
    let chart = view
        .application
        .advice_documents()
        .next()
        .ok_or("no chart")?
        .attachment;
    for key in ["interior-officer", "organiser", "coordinator", "defence-decider"] {
        let mut reader = app.signs_in(key).await?;
        for page in [referral.clone(), format!("/en/cases/{case}")] {
            reader
                .opens(&page)
                .await?
                .says("Sok Dara, Harbour master")?
                .says(WORDS)?
                .says("by a link, by somebody without an account. It is this person’s advice, and no authority’s decision.")?;
        }
        let file = reader.asks(&format!("/en/cases/{case}/files/{chart}")).await?;
        assert_eq!(file.status, 200, "{key}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_harbour_master_without_an_account_advises_once_on_sqlite() -> Told {
    advised_by_link(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_harbour_master_without_an_account_advises_once_on_postgres() -> Told {
    advised_by_link(Database::postgres().await?).await
}

/// What is answered where nothing is opened, without the address that was asked for, which the ways to other languages repeat.
fn told(answer: &Answer, secret: &str) -> String {
    answer.text().replace(secret, "")
}

/// All that a stranger with a link, or without one, could try.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_tries_more_than_a_link_opens_is_told_nothing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (case, secret) = app.asked_by_link().await?;
    let (other_case, other) = app.asked_by_link().await?;
    let link = format!("/en/advice/{secret}");
    let mut master = app.visitor();
    let form = master.opens(&link).await?.form(&link)?;
    let form = form.with("advice", "no-objection")?;
    // A link that never was, one that is over, and one that was cut off are one and the same to whoever asks.
    let over = app.asked_by_link().await?;
    let advice = app.last_by_link(over.0).await?;
    app.desk
        .withdraw_advice(app.cast.actor("interior-decider")?, over.0, advice)
        .await?;
    let grown = app.desk.store().size().await?;
    let mut answers = vec![];
    for wrong in [
        "nobody-was-given-this",
        &over.1,
        &secret[1..],
        "%00",
        "..%2f..",
        "a%20b",
    ] {
        let path = format!("/en/advice/{wrong}");
        let looked = master.asks(&path).await?;
        let sent = Form {
            action: path.clone(),
            ..form.clone()
        };
        let posted = master.posts(&sent).await?;
        assert_eq!((looked.status, posted.status), (404, 404), "{wrong}");
        page(&path, &posted).says("This link opens nothing")?;
        answers.push(told(&looked, wrong));
        let file = master
            .asks(&format!("{path}/files/00000000-0000-0000-0000-000000000007"))
            .await?;
        assert_eq!(file.status, 404);
        page(&path, &file).says("This link opens nothing")?;
    }
    // What cannot be an address says itself that it is none.
    answers.retain(|answer| answer.contains("This link opens nothing"));
    assert!(answers.len() >= 4);
    assert!(
        answers.windows(2).all(|pair| pair[0] == pair[1]),
        "they are told apart"
    );
    // A document that was not chosen, of this case or of another, is not there.
    let map = FileIn {
        name: "map.pdf".to_owned(),
        bytes: b"%PDF-1.7\nmap".to_vec(),
    };
    app.desk
        .hand_in(app.cast.actor("organiser")?, case, map, "")
        .await?;
    let grown = grown + 1;
    for of in [case, other_case] {
        let view = app.desk.case(app.cast.actor("organiser")?, of).await?;
        for one in view.application.attachments() {
            let chosen = of == case && one.name.as_str() == "plan.pdf";
            let answer = master.asks(&format!("{link}/files/{}", one.attachment)).await?;
            assert_eq!(answer.status == 200, chosen, "{}", one.name);
        }
    }
    // The case, what it was asked by, and what the office behind it may do are none of the holder's.
    for path in [
        format!("/en/cases/{case}"),
        format!("/en/cases/{case}/advice"),
        format!("/en/cases/{case}/advice/made/{secret}"),
        format!("/en/cases/{case}/referrals/moi"),
    ] {
        let answer = master.asks(&path).await?;
        assert!([303, 401].contains(&answer.status), "{path}: {}", answer.status);
    }
    // Forms that are not ours, in whatever way.
    for (what, changed, status) in [
        ("no token", form.clone().without("token"), 403),
        (
            "another token",
            form.clone().forged("token", &"0".repeat(64)),
            403,
        ),
        ("no choice", form.clone().without("advice"), 422),
        ("a decision", form.clone().forged("advice", "granted"), 422),
        ("no version", form.clone().without("read"), 422),
        ("a version to come", form.clone().forged("read", "1"), 422),
        ("a wrong version", form.clone().forged("read", "-1"), 422),
    ] {
        let answer = master.posts(&changed).await?;
        assert_eq!(answer.status, status, "{what}");
    }
    let elsewhere = [
        ("sec-fetch-site", "cross-site"),
        ("content-type", Form::MEDIA_TYPE),
    ];
    let answer = master.request("POST", &link, &elsewhere, form.body()).await?;
    assert_eq!(answer.status, 403);
    // Fields that say for whom, or which, change nothing of what the link says.
    let forged = form
        .clone()
        .forged("advice-name", "The minister")
        .forged("case", &other_case.to_string())
        .forged("secret", &other);
    assert_eq!(app.desk.store().size().await?, grown);
    assert_eq!(master.posts(&forged).await?.status, 303);
    let view = app.desk.case(app.cast.actor("organiser")?, case).await?;
    let given = view.application.advice.first().ok_or("nothing came")?;
    assert_eq!((given.asked.name.as_str(), given.is_given()), ("Sok Dara", true));
    let view = app
        .desk
        .case(app.cast.actor("interior-officer")?, other_case)
        .await?;
    assert!(
        view.application
            .advice
            .iter()
            .all(clearance::AdviceRequest::is_awaited)
    );
    app.ends().await
}

fn advising(version: usize) -> Advising {
    Advising {
        version,
        says: Advice::NoObjection,
        words: None,
        sealed: None,
        file: None,
    }
}

/// What ends the need ends the link; whoever asked reads why, and nobody else is told.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_ends_with_what_it_was_asked_for_and_whoever_asked_reads_why() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (decided, first) = app.asked_by_link().await?;
    let (withdrawn, second) = app.asked_by_link().await?;
    let (anew, third) = app.asked_by_link().await?;
    let asked = app.asking_by_link(anew).await?;
    let asked = AdviceAsked {
        until: "2023-09-25".parse()?,
        ..asked
    };
    let fourth = app.asks_by_link("interior-decider", anew, asked).await?;
    let decide = Decide {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("interior-decider", decided, decide).await?;
    app.acts("organiser", withdrawn, Withdraw { reasons: None })
        .await?;
    let mut officer = app.signs_in("interior-officer").await?;
    for (case, secret, why) in [
        (decided, &first, "The authority that asked decided"),
        (withdrawn, &second, "The application was withdrawn"),
        (anew, &third, "the same was asked by another link"),
    ] {
        assert_eq!(app.desk.consulted(secret).await.err(), Some(Fault::NotFound));
        let given = app.desk.give_advice(secret, advising(0)).await;
        assert_eq!(given.err(), Some(Fault::NotFound), "{why}");
        let page = if case == anew { "advice" } else { "referrals/moi" };
        officer
            .opens(&format!("/en/cases/{case}/{page}"))
            .await?
            .says(why)?;
        let mut organiser = app.signs_in("organiser").await?;
        organiser
            .opens(&format!("/en/cases/{case}"))
            .await?
            .does_not_say("Sok Dara")?;
    }
    // Whoever asks anew finds in the form what was asked before, and the link that is then made is the one that works.
    app.desk.consulted(&fourth).await?;
    let page = officer.opens(&format!("/en/cases/{anew}/advice")).await?;
    let form = officer
        .follows(&page, "Ask anew Sok Dara, Harbour master")
        .await?;
    form.says("Sok Dara is asked anew")?;
    let form = form.form("/advice")?;
    assert_eq!(form.value("advice-question"), BY_LINK_QUESTION);
    let form = form
        .with("advice-name", "Sok Darith")?
        .with("advice-until", "2023-09-30")?;
    let fifth = path_of(&officer.sends(&form).await?)?;
    assert_eq!(app.desk.consulted(&fourth).await.err(), Some(Fault::NotFound));
    let mut master = app.visitor();
    master.opens(&fifth).await?.says("Sok Darith, Harbour master")?;
    // A day too late it takes nothing, and who waits for it reads that it is overdue.
    app.clock_at("2023-09-30T17:00:00Z")?;
    assert_eq!(master.asks(&fifth).await?.status, 404);
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens("/en/docket")
        .await?
        .says("Advice of Sok Darith, Harbour master was awaited until 30 September 2023, and did not come")?;
    let page = officer.opens(&format!("/en/cases/{anew}/advice")).await?;
    page.says("overdue")?;
    let advice = app.last_by_link(anew).await?;
    let done = officer
        .sends(&page.form(&format!("/{advice}/withdrawal"))?)
        .await?;
    done.says("The link was ended on 1 October 2023")?;
    app.ends().await
}

/// The lead asks for the case, and reads on its board what is awaited and what is overdue.
#[tokio::test(flavor = "multi_thread")]
async fn the_lead_asks_for_the_case_and_reads_it_on_its_board() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-28T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let seen = coordinator.opens(&format!("/en/cases/{case}")).await?;
    let page = coordinator
        .follows(&seen, "Ask somebody without an account for advice")
        .await?;
    let form = filled(page.form("/advice")?)?;
    // Bad input loses nothing, and a day after the event is none.
    let late = coordinator
        .tries(&form.clone().with("advice-until", "2023-11-20")?)
        .await?;
    late.says("choose a day from 28 August 2023 to 19 November 2023")?;
    assert_eq!(late.form("/advice")?.value("advice-question"), BY_LINK_QUESTION);
    coordinator.sends(&form).await?;
    let awaited = "Advice of Sok Dara, Harbour master is awaited until 20 September 2023";
    coordinator.opens("/en/board").await?.says(awaited)?;
    // It is for the lead alone until it comes.
    for key in ["organiser", "interior-officer"] {
        let mut reader = app.signs_in(key).await?;
        reader.opens("/en/events").await?.does_not_say("Sok Dara")?;
        let first = Begin::On(jiff::civil::Date::MIN);
        let listed = app.desk.cases(app.cast.actor(key)?, &first).await?;
        assert!(!serde_json::to_string(&listed.lines)?.contains("Sok Dara"));
        reader
            .opens(&format!("/en/cases/{case}"))
            .await?
            .does_not_say("Sok Dara")?;
        let answer = reader.asks(&format!("/en/cases/{case}/advice")).await?;
        assert_eq!(answer.status, if key == "organiser" { 404 } else { 200 });
    }
    app.clock_at("2023-09-21T02:30:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    coordinator
        .opens("/en/board")
        .await?
        .says("was awaited until 20 September 2023, and did not come")?;
    app.ends().await
}

/// Of two who answer at once by one link, one is heard; who read what was changed since reads it first.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_answer_by_one_link_at_once_one_is_heard() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (case, secret) = app.asked_by_link().await?;
    let link = format!("/en/advice/{secret}");
    let mut master = app.visitor();
    let form = master.opens(&link).await?.form(&link)?;
    let form = form.with("advice", "no-objection")?;
    app.amends(case, |submission| {
        submission.event.date = submission.event.date.tomorrow().unwrap_or(submission.event.date);
    })
    .await?;
    let stale = master.tries(&form).await?;
    stale.says("The organiser changed this application after you opened the page")?;
    assert_eq!(stale.form(&link)?.value("read"), "1");
    let one = app.desk.give_advice(&secret, advising(1));
    let other = app.desk.give_advice(&secret, advising(1));
    let done = tokio::join!(one, other);
    let heard = [&done.0, &done.1].into_iter().filter(|one| one.is_ok()).count();
    assert_eq!(heard, 1, "{done:?}");
    // What is tried by a link that is there is counted; what opens nothing is not.
    let (_, secret) = app.asked_by_link().await?;
    let without = || Advising {
        says: Advice::Objected,
        ..advising(0)
    };
    for _ in 0..20 {
        let refused = app.desk.give_advice(&secret, without()).await;
        assert!(matches!(refused, Err(Fault::Refused(_))), "{refused:?}");
    }
    let braked = app.desk.give_advice(&secret, without()).await;
    assert!(matches!(braked, Err(Fault::TooMany { .. })), "{braked:?}");
    app.ends().await
}

/// What whoever asked does not read any more is not shown by its link either.
#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_is_confided_to_others_is_gone_from_a_link_that_was_given_with_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let (case, secret) = app.asked_by_link().await?;
    let link = format!("/en/advice/{secret}");
    let mut master = app.visitor();
    let plan = master.opens(&link).await?.link("plan.pdf")?;
    assert_eq!(master.asks(&plan).await?.status, 200);
    let asked = app.asking_by_link(case).await?;
    let confide = Confide {
        piece: Piece::Document(*asked.documents.first().ok_or("no plan")?),
        among: Some(vec![authority("mond")?]),
        reasons: Reason::new("It shows where the delegation stays.")?,
        rules: vec![],
    };
    app.acts("coordinator", case, confide).await?;
    master
        .opens(&link)
        .await?
        .says(BY_LINK_QUESTION)?
        .does_not_say("plan.pdf")?;
    assert_eq!(master.asks(&plan).await?.status, 404);
    app.ends().await
}

/// To one address go five links in an hour, whoever asks for them; the sixth is not made at all.
#[tokio::test(flavor = "multi_thread")]
async fn a_sixth_link_within_an_hour_does_not_go_to_one_address() -> Told {
    let mut server = MailServer::started()?;
    let app = Installation::posting_by(Database::sqlite()?, MailServer::post(server.port())?).await?;
    let case = app.circulated(None).await?;
    let asked = app.asking_by_link(case).await?;
    let (desk, actor) = (&app.desk, app.cast.actor("interior-officer")?);
    let asks = |address: &'static str| {
        let letter = |secret: &str, _: &_| (String::new(), secret.to_owned());
        let asked = asked.clone();
        async move {
            let made = desk.ask_advice(actor, case, asked, address, None, letter).await;
            made.map(|link| link == AdviceLink::Sent)
        }
    };
    for _ in 0..5 {
        assert_eq!(asks(BY_LINK_ADDRESS).await, Ok(true));
    }
    let size = app.desk.store().size().await?;
    let braked = asks(BY_LINK_ADDRESS).await;
    assert_eq!(braked, Err(Fault::TooMany { minutes: 60 }));
    assert_eq!(app.desk.store().size().await?, size, "nothing was asked");
    assert_eq!(server.received()?.len(), 5);
    assert_eq!(asks("pilot@port.example").await, Ok(true));
    app.clock_at("2023-08-02T03:30:00Z")?;
    assert_eq!(asks(BY_LINK_ADDRESS).await, Ok(true));
    app.ends().await
}

/// Where a mail server is set the link goes by e-mail, and whoever asked is not shown it; no fact has it, or the address.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_goes_by_mail_and_stands_in_no_record() -> Told {
    let mut server = MailServer::started()?;
    let app = Installation::posting_by(Database::sqlite()?, MailServer::post(server.port())?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-28T02:30:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens(&format!("/en/cases/{case}/advice")).await?;
    page.says("The link is sent by e-mail.")?;
    let form = filled(page.form("/advice")?)?;
    for wrong in ["", "harbour", "a@b@c.example"] {
        let wrong = form.clone().with("advice-address", wrong)?;
        let refused = officer.tries(&wrong).await?;
        assert!(refused.faults()?.contains_key("advice-address"));
        assert_eq!(refused.form("/advice")?.value("advice-name"), "Sok Dara");
    }
    let form = form.with("advice-address", BY_LINK_ADDRESS)?;
    officer.sends(&form).await?.says("The link was sent.")?;
    let received = server.received()?;
    let letter = received.iter().rfind(|one| one.to == [BY_LINK_ADDRESS]);
    let letter = letter.ok_or("no letter")?;
    let at = letter.text.find("/en/advice/").ok_or("no link")?;
    let link = letter.text[at..].split_whitespace().next().ok_or("no link")?;
    let secret = link.rsplit('/').next().ok_or("no secret")?;
    assert!(secret.len() >= 43, "{secret}");
    let mut master = app.visitor();
    let seen = master.opens(link).await?;
    let form = seen.form(link)?.with("advice", "no-objection")?;
    assert_eq!(master.posts(&form).await?.status, 303);
    let size = app.desk.store().size().await?;
    for fact in app.desk.store().facts(0, u32::try_from(size)?).await? {
        let payload = String::from_utf8(fact.payload.ok_or("erased")?)?;
        let told = payload.contains(secret) || payload.contains(BY_LINK_ADDRESS);
        assert!(!told, "{payload}");
    }
    // An address that is refused is told to whoever asked, with the link to hand over.
    server.tell("refuse", "gone@port.example")?;
    let page = officer.opens(&format!("/en/cases/{case}/advice")).await?;
    let form = filled(page.form("/advice")?)?
        .with("advice-name", "Chan Thy")?
        .with("advice-address", "gone@port.example")?;
    let made = officer.sends(&form).await?;
    made.says("The e-mail could not be sent.")?;
    master
        .opens(&path_of(&made)?)
        .await?
        .says("Chan Thy, Harbour master")?;
    // Whoever asked is told by e-mail that advice came.
    app.sends_notices().await?;
    let told = server.received()?;
    let came = "The advice that Interior had asked for by a link came";
    assert!(told.iter().any(|one| one.text.contains(came)), "{told:?}");
    app.ends().await
}
