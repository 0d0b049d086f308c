//! Two officers of one house talk about a case, the authorities talk to each other, and none of it is the organiser's or the public's to read.

use act::{ApplicationId, Reason};
use clearance::acts::{BeginReview, Decide, Withdraw};
use clearance::comments::{Among, MOST_COMMENTS};
use clearance::{Decision, News};
use desk::clearance::SayIn;
use std::fmt::Write;
use stories::{Database, Form, Installation, Page, Told, Visitor, authority};

const OWN: &str = "Ask the fire brigade before we answer.";
const ALL: &str = "The quay is closed to lorries that week.";

/// What is sent of the form in which something is said.
fn with_words(form: Form, words: &str) -> Told<Form> {
    form.with("words", words)
}

async fn writes(visitor: &mut Visitor, page: &str, words: &str) -> Told<Page> {
    let form = visitor.opens(&format!("{page}/new")).await?.form("/new")?;
    visitor.sends(&with_words(form, words)?).await
}

/// Where the form of the named comment's taking back is.
fn take_back(page: &Page) -> Told<Form> {
    let mut forms = page.forms()?.into_iter();
    let form = forms.find(|form| form.action.ends_with("/take-back"));
    Ok(form.ok_or("nothing can be taken back")?)
}

/// The first way that a page has to a correction.
fn correction(page: &Page) -> Told<String> {
    let html = &page.html;
    let end = html.find("/correction\"").ok_or("nothing can be corrected")?;
    let start = html[..end].rfind('"').ok_or("no address")?;
    Ok(html[start + 1..end].to_owned() + "/correction")
}

#[tokio::test(flavor = "multi_thread")]
async fn officers_talk_about_a_case_and_those_alone_read_it_to_whom_it_was_said() -> Told {
    talk(Database::sqlite()?).await?;
    talk(Database::postgres().await?).await
}

async fn talk(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let own = format!("/en/cases/{case}/comments/own");
    let all = format!("/en/cases/{case}/comments/authorities");

    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens(&format!("/en/cases/{case}")).await?;
    let page = officer
        .follows(&page, "Comments within your authority: 0")
        .await?;
    page.says("Nothing has been said here.")?
        .says("Read by the people of Ministry of Interior alone.")?;
    let form = officer.follows(&page, "Write a comment").await?.form("/new")?;
    // Words that are no words lose nothing, and say so beside the field.
    let refused = officer.tries(&with_words(form.clone(), " ")?).await?;
    assert_eq!(refused.status, 422);
    let form = with_words(form, OWN)?;
    let told = officer.sends(&form).await?;
    told.says(OWN)?
        .says(&app.cast.member("interior-officer")?.name)?
        .says("officer, Ministry of Interior")?;
    // The same form once more, by a second press: it was said once.
    officer.sends(&form).await?.says(OWN)?;
    let page = officer.opens(&own).await?;
    assert_eq!(page.html.matches("<article").count(), 1, "{}", page.html);

    // Everyone of the house reads it; no other house does.
    let mut decider = app.signs_in("interior-decider").await?;
    decider.opens(&own).await?.says(OWN)?;
    writes(&mut officer, &all, ALL).await?.says(ALL)?;
    for key in ["coordinator", "defence-decider", "foreign-affairs-decider"] {
        let mut other = app.signs_in(key).await?;
        other.opens(&all).await?.says(ALL)?.does_not_say(OWN)?;
        other.opens(&own).await?.does_not_say(OWN)?;
    }
    nobody_else_reads(&app, case).await?;
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

/// Those who hold the event, the public, the outsiders: neither the page nor the words, wherever they look.
async fn nobody_else_reads(app: &Installation, case: ApplicationId) -> Told {
    let words = [OWN, ALL];
    for key in [
        "organiser",
        "co-organiser",
        "desk-officer",
        "other-officer",
        "other-decider",
        "other-coordinator",
        "operator",
    ] {
        let mut other = app.signs_in(key).await?;
        for circle in ["own", "authorities"] {
            for end in ["", "/new"] {
                let address = format!("/en/cases/{case}/comments/{circle}{end}");
                let answer = other.asks(&address).await?;
                assert!(
                    answer.status == 404 || answer.status == 403,
                    "{key} {address}: {}",
                    answer.status
                );
            }
        }
        for address in [
            format!("/en/cases/{case}"),
            format!("/en/cases/{case}/history"),
            format!("/en/cases/{case}/history/archive"),
            "/en/inbox".to_owned(),
        ] {
            let body = other.asks(&address).await?.text();
            assert!(
                !words.iter().any(|one| body.contains(one)),
                "{key} reads it at {address}"
            );
        }
    }
    let mut anyone = app.visitor();
    let answer = anyone
        .asks(&format!("/en/cases/{case}/comments/authorities"))
        .await?;
    assert_eq!(answer.status, 303, "the public is sent to sign in");
    // Neither do those who read it find it in the archive, on the paper, in the history or in a message.
    let officer = app.cast.actor("interior-officer")?;
    let bundle = app.desk.bundle(officer, case).await?;
    let mut said = String::new();
    for (path, text) in &bundle.texts {
        write!(said, "{path} {text}")?;
    }
    assert!(
        !words.iter().any(|one| said.contains(one)),
        "it is in the archive"
    );
    // Nor does the ledger hold them: what is said lies beside it.
    let facts = app.desk.store().facts(0, 10_000).await?;
    let told = facts.iter().filter_map(|fact| fact.payload.as_ref());
    let told: Vec<String> = told
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    assert!(!told.iter().any(|one| words.iter().any(|word| one.contains(word))));
    let rows = app.desk.store().dump_views().await?;
    assert!(!rows.iter().any(|one| words.iter().any(|word| one.contains(word))));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_form_of_anyone_else_says_nothing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let own = format!("/en/cases/{case}/comments/own");
    let form = officer.opens(&format!("{own}/new")).await?.form("/new")?;
    let form = with_words(form, OWN)?;
    let shown = writes(&mut officer, &own, ALL).await?;
    let back = take_back(&shown)?;
    let correct = correction(&shown)?;
    let correct = officer.opens(&correct).await?.form("/correction")?;
    let before = app.desk.store().size().await?;
    for key in [
        "organiser",
        "defence-decider",
        "coordinator",
        "operator",
        "auditor",
    ] {
        let mut other = app.signs_in(key).await?;
        let token = other.opens("/en/verify").await?.form("/verify")?;
        let forged = |form: &Form| form.clone().forged("token", token.value("token"));
        // Whoever is of the case writes for the own house, and never into another's.
        let theirs = matches!(key, "defence-decider" | "coordinator");
        if !theirs {
            let answer = other.posts(&forged(&form)).await?;
            assert!(matches!(answer.status, 404 | 422), "{key}: {}", answer.status);
        }
        for one in [&back, &correct] {
            let answer = other.posts(&forged(one)).await?;
            assert!(matches!(answer.status, 404 | 422), "{key}: {}", answer.status);
            let meant = forged(one).forged("checked", "right");
            let answer = other.posts(&meant).await?;
            assert!(matches!(answer.status, 404 | 422), "{key}: {}", answer.status);
        }
    }
    assert_eq!(app.desk.store().size().await?, before, "something was recorded");
    officer.opens(&own).await?.says(ALL)?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_is_asked_to_look_and_told_so_and_nobody_who_cannot_read_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let own = format!("/en/cases/{case}/comments/own");
    let mut officer = app.signs_in("interior-officer").await?;
    let decider = app.cast.member("interior-decider")?;
    let other = app.cast.member("defence-decider")?;
    let form = officer.opens(&format!("{own}/new")).await?.form("/new")?;
    let form = with_words(form, OWN)?;
    // Only those are offered who can read it; a form that names another is refused by that name, and keeps what was written.
    let wrong = form.clone().forged("mention", &other.person.to_string());
    let refused = officer.tries(&wrong).await?;
    refused
        .says(&format!("{} cannot read this comment", other.name))?
        .says(OWN)?;
    // Who said it, went back and ticks a colleague has said something else.
    officer.sends(&form).await?;
    let form = form.with("mention", &decider.person.to_string())?;
    officer.sends(&form).await?.says(&format!("@{}", decider.name))?;

    let mut told = app.signs_in("interior-decider").await?;
    let inbox = told.opens("/en/inbox").await?;
    inbox
        .says("You are asked to look at a comment")?
        .does_not_say(OWN)?;
    let page = told.follows(&inbox, "You are asked to look at a comment").await?;
    page.says(OWN)?;
    told.opens("/en/inbox").await?.does_not_say("1 unread")?;
    // A colleague who was not asked is told nothing.
    let inbox = officer.opens("/en/inbox").await?;
    inbox.does_not_say("You are asked to look at a comment")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_corrected_by_another_or_taken_back_with_its_words() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let all = format!("/en/cases/{case}/comments/authorities");
    let mut officer = app.signs_in("interior-officer").await?;
    let page = writes(&mut officer, &all, ALL).await?;
    let form = officer.opens(&correction(&page)?).await?.form("/correction")?;
    assert_eq!(form.value("words"), ALL);
    let page = officer
        .sends(&with_words(form, "It is closed the week after.")?)
        .await?;
    page.says(ALL)?
        .says("Corrected by a later comment")?
        .says("Corrects an earlier comment")?
        .says("It is closed the week after.")?;

    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens(&all).await?;
    let asked = decider.posts(&take_back(&page)?).await?;
    let asked = Page {
        address: all.clone(),
        status: asked.status,
        html: asked.text(),
    };
    asked.says("Its words are erased")?;
    let meant = asked.form("/take-back")?.forged("checked", "right");
    decider.sends(&meant).await?.says("the words are erased")?;
    decider.sends(&meant).await?.says("the words are erased")?;
    let mut lead = app.signs_in("coordinator").await?;
    let page = lead.opens(&all).await?;
    page.says("Taken back by")?.says(&decider_name(&app)?)?;
    let gone = ["It is closed the week after.", ALL];
    let left = gone.iter().filter(|words| page.html.contains(**words)).count();
    assert_eq!(left, 1, "{}", page.html);
    assert!(
        app.audit().await?.differences.is_empty(),
        "words and traces are as they should be"
    );
    app.ends().await
}

/// The program stops between the fact and the erasing: what was left is told, and is erased from the same page.
#[tokio::test(flavor = "multi_thread")]
async fn words_that_were_left_are_erased_by_taking_back_once_more() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let own = format!("/en/cases/{case}/comments/own");
    let mut officer = app.signs_in("interior-officer").await?;
    let page = writes(&mut officer, &own, OWN).await?;
    let form = take_back(&page)?.forged("checked", "right");
    app.gate.fails(stories::Write::Take("comment"))?;
    assert_eq!(officer.posts(&form).await?.status, 503);
    let differences = app.audit().await?.differences;
    assert!(
        differences.join("").contains("take it back once more"),
        "{differences:?}"
    );
    let page = officer.opens(&own).await?;
    page.does_not_say(OWN)?;
    officer
        .sends(&take_back(&page)?.forged("checked", "right"))
        .await?
        .says("the words are erased")?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    assert!(
        take_back(&officer.opens(&own).await?).is_err(),
        "nothing is left to erase"
    );
    app.ends().await
}

fn decider_name(app: &Installation) -> Told<String> {
    Ok(app.cast.member("interior-decider")?.name.clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_watches_a_case_is_told_what_changes_and_stops_when_it_is_enough() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens(&format!("/en/cases/{case}")).await?;
    let form = page.form("/watch")?;
    officer.sends(&form).await?.says("You watch this case.")?;
    officer.sends(&form).await?.says("You watch this case.")?;
    // Nobody else learns of it.
    for key in ["organiser", "coordinator", "interior-decider"] {
        let mut other = app.signs_in(key).await?;
        other
            .opens(&format!("/en/cases/{case}"))
            .await?
            .does_not_say("You watch this case.")?;
    }
    let act = Decide {
        authority: authority("mond")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("defence-decider", case, act).await?;
    let own = app.cast.actor("interior-officer")?;
    let news = |inbox: desk::inbox::Inbox| -> Vec<News> {
        inbox
            .lines
            .iter()
            .filter(|one| one.notice.watched)
            .map(|one| one.notice.news)
            .collect()
    };
    assert_eq!(news(app.desk.inbox(own, None).await?), [News::Granted]);
    let told = officer.opens("/en/inbox").await?;
    let told = officer.follows(&told, "National Defence agreed").await?;
    told.says("National Defence")?;
    // What another authority does by itself it does not read, and is not told.
    let begun = BeginReview {
        authority: authority("mfaic")?,
    };
    app.acts("foreign-affairs-decider", case, begun).await?;
    let end = officer
        .opens(&format!("/en/cases/{case}"))
        .await?
        .form("/watch")?;
    officer.sends(&end).await?.does_not_say("You watch this case.")?;
    let before = app.desk.inbox(own, None).await?.lines.len();
    let act = Decide {
        authority: authority("mfaic")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("foreign-affairs-decider", case, act).await?;
    assert_eq!(app.desk.inbox(own, None).await?.lines.len(), before);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_was_withdrawn_is_commented_on_and_read_as_before() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let all = format!("/en/cases/{case}/comments/authorities");
    let mut officer = app.signs_in("interior-officer").await?;
    writes(&mut officer, &all, ALL).await?;
    app.acts("organiser", case, Withdraw { reasons: None }).await?;
    officer.opens(&all).await?.says(ALL)?;
    writes(&mut officer, &all, OWN).await?.says(OWN)?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn hundreds_of_comments_are_paged_one_more_is_refused_and_the_case_reads_as_before() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let actor = app.cast.actor("interior-officer")?;
    let before = app.desk.case(actor, case).await?.version;
    for chunk in (1..=MOST_COMMENTS).collect::<Vec<u64>>().chunks(100) {
        let mut all = tokio::task::JoinSet::new();
        for number in chunk {
            let (desk, actor) = (app.desk.clone(), actor.clone());
            let said = SayIn {
                words: Reason::new(&format!("Comment {number}"))?,
                mentions: vec![],
                key: desk.sending(),
                corrects: None,
            };
            all.spawn(async move { desk.say(&actor, case, Among::Own, said).await });
        }
        while let Some(said) = all.join_next().await {
            said??;
        }
    }
    // The case itself has not grown by a byte: each comment is a stream of its own.
    assert_eq!(app.desk.case(actor, case).await?.version, before);
    let mut officer = app.signs_in("interior-officer").await?;
    officer
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("Comments within your authority: 500")?;
    let mut page = officer.opens(&format!("/en/cases/{case}/comments/own")).await?;
    let (mut pages, mut lines) = (1, page.html.matches("<article").count());
    while page.link("Next page").is_ok() {
        page = officer.follows(&page, "Next page").await?;
        pages += 1;
        lines += page.html.matches("<article").count();
    }
    assert_eq!((pages, lines), (10, 500));
    // One person writes so many and no more: what was typed is still there, and the next who has something to say can say it.
    let own = format!("/en/cases/{case}/comments/own");
    let form = officer.opens(&format!("{own}/new")).await?.form("/new")?;
    let refused = officer.tries(&with_words(form, OWN)?).await?;
    assert_eq!(refused.status, 422);
    refused
        .says("You have written 500 comments on this case")?
        .says(OWN)?;
    let mut decider = app.signs_in("interior-decider").await?;
    writes(&mut decider, &own, OWN).await?.says(OWN)?;
    app.ends().await
}
