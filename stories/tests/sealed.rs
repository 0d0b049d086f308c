//! Reasons that are sealed: read by few, bound by their commitment, and proven to be the same once they are opened.

use act::{ApplicationId, Reason, Text};
use clearance::acts::{
    Decide, LiftSuspension, Recommend, ReviseConditions, RevokePermit, SuspendPermit, UnsealReasons,
};
use clearance::{Condition, Decision, Opening};
use desk::Fault;
use desk::clearance::{ReasonsFile, sealed_by};
use ledger::VerifierKey;
use std::collections::{BTreeSet, VecDeque};
use stories::{
    Database, Installation, MailServer, SEALED_GROUND, SEALED_SCAN, SEALED_WORDS, Told, Visitor, authority,
    refused,
};

/// A part of the words that no page breaks, and no markup interrupts.
const MARKER: &str = "watched by divers";

fn ground() -> Told<Reason> {
    Ok(Reason::new(SEALED_GROUND)?)
}

fn on_condition(text: &str) -> Told<Decision> {
    Ok(Decision::GrantedWithConditions {
        conditions: vec![Condition::plain(Text::new(text)?)],
    })
}

/// Interior refuses, and says to few why; the organiser reads that there are reasons, who sealed them, on what ground, and that it can
/// appeal. A month later Interior opens them, and all can check that nothing in them was changed.
#[tokio::test(flavor = "multi_thread")]
async fn a_ministry_seals_why_it_refuses_and_opens_it_later() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let (page, referral) = (
        format!("/en/cases/{case}"),
        format!("/en/cases/{case}/referrals/moi"),
    );
    let mut decider = app.signs_in("interior-decider").await?;
    let form = decider.opens(&referral).await?.form("/decision")?;
    let form = form.with("decision", "refused")?.with("reasons", SEALED_WORDS)?;
    // A ground without the tick would tell all what was to be sealed; a tick without a ground would seal on none.
    let told = form.clone().with("seal-ground", SEALED_GROUND)?;
    let told = decider.tries(&told).await?;
    told.says("Unless they are sealed, all read them.")?
        .says(SEALED_WORDS)?;
    let form = form.with("seal", "yes")?;
    let groundless = decider.tries(&form).await?;
    assert!(
        groundless.faults()?.contains_key("seal-ground"),
        "{:?}",
        groundless.faults()?
    );
    groundless.says(SEALED_WORDS)?;
    let form = form.with("seal-ground", SEALED_GROUND)?;
    // Who agrees seals nothing.
    let agreed = form.clone().with("decision", "granted")?;
    decider
        .tries(&agreed)
        .await?
        .says("Only why you refuse, set conditions or advise, or what a letter says, can be sealed.")?
        .says(SEALED_WORDS)?;
    decider
        .confirms(&form)
        .await?
        .says(SEALED_WORDS)?
        .says("You read these words because you are one of the few who may")?;

    let mut organiser = app.signs_in("organiser").await?;
    for address in [&page, &referral] {
        organiser
            .opens(address)
            .await?
            .says("The reasons are sealed, on this ground: “Law on State Secrets, article 12”.")?
            .says("You can appeal against the decision all the same")?
            .does_not_say(MARKER)?;
    }
    organiser.opens(&page).await?.says("Note an appeal")?;
    let notice = organiser.opens(&format!("{referral}/notice")).await?;
    notice
        .says("The reasons are sealed, on this ground")?
        .does_not_say(MARKER)?;
    app.signs_in("interior-officer")
        .await?
        .opens(&referral)
        .await?
        .says(MARKER)?;
    app.signs_in("municipality-decider")
        .await?
        .opens(&referral)
        .await?
        .says(MARKER)?;
    for key in ["coordinator", "defence-decider", "auditor"] {
        let mut other = app.signs_in(key).await?;
        other
            .opens(&referral)
            .await?
            .says(SEALED_GROUND)?
            .does_not_say(MARKER)?;
    }

    app.clock_at("2023-09-28T02:00:00Z")?;
    let mut decider = app.signs_in("interior-decider").await?;
    let commitment = app.commitment(case).await?.to_string();
    let form = decider
        .opens(&page)
        .await?
        .form("/unsealing")?
        .with("sealed", &commitment)?;
    let stale = form.clone();
    decider
        .confirms(&form)
        .await?
        .says("The seal was opened on 28 September 2023")?;
    decider
        .tries(&stale)
        .await?
        .says("The seal was opened already: everyone who can read the decision reads these reasons.")?;
    let mut organiser = app.signs_in("organiser").await?;
    let opened = organiser.opens(&page).await?;
    opened
        .says(SEALED_WORDS)?
        .says("they agree with the commitment")?
        .says(&commitment)?;
    organiser
        .opens("/en/inbox")
        .await?
        .says("Reasons that were sealed were opened")?;
    app.signs_in("defence-decider")
        .await?
        .opens(&referral)
        .await?
        .says(MARKER)?;
    organiser
        .opens(&format!("{referral}/notice"))
        .await?
        .says(MARKER)?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    app.ends().await
}

/// The lead suspends a permit and seals why. The public page says neither the words nor the ground; whoever holds the event reads the ground, and
/// what was sealed stays so once the permit holds again.
#[tokio::test(flavor = "multi_thread")]
async fn why_a_permit_is_suspended_is_sealed_as_well() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.permitted(None).await?;
    let (page, permit) = (format!("/en/cases/{case}"), app.permit_of(case).await?);
    let mut coordinator = app.signs_in("coordinator").await?;
    let form = coordinator.opens(&page).await?.form("/suspension")?;
    let form = form.with("suspension-reasons", SEALED_WORDS)?;
    let form = form.with("suspension-seal", "yes")?;
    let groundless = coordinator.tries(&form).await?;
    assert!(groundless.faults()?.contains_key("suspension-seal-ground"));
    let form = form.with("suspension-seal-ground", SEALED_GROUND)?;
    coordinator.confirms(&form).await?.says(SEALED_WORDS)?;
    let public = app.visitor().opens(&format!("/en/permits/{permit}")).await?;
    public.does_not_say(MARKER)?.does_not_say(SEALED_GROUND)?;
    let mut organiser = app.signs_in("organiser").await?;
    let read = organiser.opens(&page).await?;
    read.says("on this ground: “Law on State Secrets, article 12”.")?
        .does_not_say(MARKER)?;
    app.acts("coordinator", case, LiftSuspension { reasons: None })
        .await?;
    let read = organiser.opens(&page).await?;
    read.says("Why it was suspended: The reasons are sealed")?
        .does_not_say(MARKER)?;
    app.opens_seal("coordinator", case).await?;
    organiser.opens(&page).await?.says(SEALED_WORDS)?;
    app.ends().await
}

/// The file that goes with the words proves without the server that they are those that were sealed, also before they are opened: to a court,
/// say. Ten years later it proves the same.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_proves_that_the_words_are_those_that_were_sealed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.sealed(None).await?;
    let commitment = app.commitment(case).await?;
    let key: VerifierKey = app.desk.verifier();
    let address = format!("/en/cases/{case}/sealed/{commitment}");
    let mut decider = app.signs_in("interior-decider").await?;
    let before = decider.asks(&address).await?.text();
    let proven = |text: &str| -> Told<Opening> {
        let file = ReasonsFile::read(text).ok_or("no file of reasons")?;
        let verified = file.receipt.verify(&key)?;
        let (_, recorded) = record::read::<clearance::ApplicationFact>(&verified.payload)?;
        assert_eq!(sealed_by(&recorded.fact), Some(file.opening.commitment()));
        Ok(file.opening)
    };
    assert_eq!(proven(&before)?.words.as_str(), SEALED_WORDS);
    for outsider in ["organiser", "defence-decider", "coordinator"] {
        app.signs_in(outsider).await?.does_not_find(&address).await?;
    }
    app.clock_at("2033-08-28T02:00:00Z")?;
    app.opens_seal("interior-decider", case).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let after = organiser.asks(&address).await?.text();
    assert_eq!(proven(&after)?.words.as_str(), SEALED_WORDS);
    let changed = after.replace("divers", "nobody");
    assert_ne!(changed, after);
    let changed = ReasonsFile::read(&changed).ok_or("no file of reasons")?;
    assert_ne!(changed.opening.commitment(), commitment);
    app.ends().await
}

/// What is kept beside the ledger is looked at by whoever audits it, and what is lost opens nothing.
#[tokio::test(flavor = "multi_thread")]
async fn words_that_are_lost_are_found_missing_and_open_nothing() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.sealed(None).await?;
    assert_eq!(app.audit().await?.differences, Vec::<String>::new());
    let commitment = app.commitment(case).await?;
    let taken = app
        .desk
        .store()
        .take("sealed", &commitment.to_string(), 0)
        .await?;
    assert!(taken.is_some());
    let differences = app.audit().await?.differences;
    let [difference] = differences.as_slice() else {
        return Err(format!("{differences:?}").into());
    };
    assert!(difference.contains("the reasons that moi sealed"), "{difference}");
    let open = UnsealReasons {
        commitment,
        opening: None,
    };
    let actor = app.cast.actor("interior-decider")?;
    let done = app.desk.change(actor, case, open).await;
    assert_eq!(refused(done)?, "sealed-reasons-lost");
    app.ends().await
}

/// A press that comes twice, and one that is refused, leave no words behind: what is kept has its commitment in the case.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_keeps_no_words() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.sealed(None).await?;
    let again = Decide {
        authority: authority("moi")?,
        decision: Decision::Refused,
        reasons: Some(ground()?),
    };
    let actor = app.cast.actor("interior-decider")?;
    let words = Reason::new(SEALED_WORDS)?;
    let done = app
        .desk
        .change_sealing(actor, case, again.clone(), None, Some(&words))
        .await;
    assert_eq!(refused(done)?, "already-decided");
    let outsider = app.cast.actor("other-decider")?;
    let done = app
        .desk
        .change_sealing(outsider, case, again, None, Some(&words))
        .await;
    assert_eq!(done, Err(Fault::NotFound));
    let kept = app.desk.store().kept_by("sealed", &case.to_string(), 0).await?;
    assert_eq!(kept.len(), 1);
    app.ends().await
}

/// Whoever decides for an authority that the rulebook names there reads what another sealed, and nobody else of it.
#[tokio::test(flavor = "multi_thread")]
async fn whom_the_rulebook_names_reads_what_was_sealed() -> Told {
    let app = Installation::where_foreign_affairs_reads_what_interior_seals(Database::sqlite()?).await?;
    let case = app.sealed(None).await?;
    let referral = format!("/en/cases/{case}/referrals/moi");
    let mut named = app.signs_in("foreign-affairs-decider").await?;
    named.opens(&referral).await?.says(MARKER)?;
    let mut other = app.signs_in("defence-decider").await?;
    other.opens(&referral).await?.does_not_say(MARKER)?;
    app.ends().await
}

/// Two people decide: what the first recommends is sealed as the decision will be, and stands in the second's form.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_recommended_is_sealed_as_well() -> Told {
    let app = Installation::where_two_decide_for_interior(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let referral = format!("/en/cases/{case}/referrals/moi");
    let mut officer = app.signs_in("interior-officer").await?;
    let form = officer.opens(&referral).await?.form("/recommendation")?;
    let form = form.with("decision", "refused")?.with("reasons", SEALED_WORDS)?;
    let form = form.with("seal", "yes")?.with("seal-ground", SEALED_GROUND)?;
    officer
        .sends(&form)
        .await?
        .says("To be sealed, on this ground")?
        .says(MARKER)?;
    // A second one takes its place, sealed as well: of the first nothing is lost to those who read it.
    let form = officer.opens(&referral).await?.form("/recommendation")?;
    let form = form
        .with("decision", "refused")?
        .with("reasons", "Shells are stored beside the school.")?;
    let form = form.with("seal", "yes")?.with("seal-ground", SEALED_GROUND)?;
    officer
        .sends(&form)
        .await?
        .says("Shells are stored beside the school.")?
        .says("Recommended before that")?
        .says(MARKER)?;
    let form = officer.opens(&referral).await?.form("/recommendation")?;
    let form = form
        .with("decision", "refused")?
        .with("reasons", SEALED_WORDS)?
        .with("seal", "yes")?
        .with("seal-ground", SEALED_GROUND)?;
    officer.sends(&form).await?;
    let lead = app
        .signs_in("municipality-decider")
        .await?
        .opens(&referral)
        .await?;
    lead.does_not_say("beside the school")?;
    lead.does_not_say(MARKER)?.does_not_say(SEALED_GROUND)?;
    let mut decider = app.signs_in("interior-decider").await?;
    let form = decider.opens(&referral).await?.form("/decision")?;
    assert_eq!(form.value("reasons"), SEALED_WORDS);
    assert_eq!(form.value("seal-ground"), SEALED_GROUND);
    decider.confirms(&form).await?.says(MARKER)?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&referral)
        .await?
        .says(SEALED_GROUND)?
        .does_not_say(MARKER)?;
    app.ends().await
}

/// The cases in which something is sealed, each with the people who read it.
async fn sealed_everywhere(app: &Installation) -> Told<Vec<(ApplicationId, BTreeSet<&'static str>)>> {
    let of = |keys: &[&'static str]| keys.iter().copied().collect::<BTreeSet<_>>();
    let interior = of(&[
        "interior-officer",
        "interior-coordinator",
        "interior-decider",
        "municipality-decider",
    ]);
    let lead = of(&["coordinator", "municipality-decider"]);
    let refused = app.sealed(None).await?;
    let conditions = app.circulated(None).await?;
    let decide = Decide {
        authority: authority("moi")?,
        decision: on_condition("Firing ends at 21:00.")?,
        reasons: Some(ground()?),
    };
    app.seals("interior-decider", conditions, decide).await?;
    let revise = ReviseConditions {
        authority: authority("moi")?,
        conditions: vec![Condition::plain(Text::new("Firing ends at 20:00.")?)],
        reasons: ground()?,
    };
    app.seals("interior-decider", conditions, revise).await?;
    let recommended = app.circulated(None).await?;
    let recommend = Recommend {
        authority: authority("moi")?,
        decision: Decision::Refused,
        reasons: Some(ground()?),
    };
    app.seals("interior-officer", recommended, recommend).await?;
    let own = of(&["interior-officer", "interior-coordinator", "interior-decider"]);
    let suspended = app.permitted(None).await?;
    let suspend = |until| {
        Told::Ok(SuspendPermit {
            reasons: ground()?,
            until,
        })
    };
    app.seals("coordinator", suspended, suspend(None)?).await?;
    app.acts("coordinator", suspended, LiftSuspension { reasons: None })
        .await?;
    app.seals("coordinator", suspended, suspend(None)?).await?;
    let revoked = app.permitted(None).await?;
    app.seals("coordinator", revoked, RevokePermit { reasons: ground()? })
        .await?;
    let letter = app.letter_sealed().await?;
    let both = |key| of(&[key, "coordinator", "municipality-decider"]);
    let advice = app.advice_sealed().await?;
    Ok(vec![
        (letter, both("defence-decider")),
        (advice, both("foreign-affairs-decider")),
        (refused, interior.clone()),
        (conditions, interior),
        (recommended, own),
        (suspended, lead.clone()),
        (revoked, lead),
    ])
}

/// The addresses that a text leads to on this site.
fn leads_to(text: &str) -> BTreeSet<String> {
    let links = text
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let own = links.filter(|link| link.starts_with("/en/") && !link.contains("/assets/"));
    own.filter_map(|link| link.split('#').next())
        .map(|link| link.replace("&amp;", "&").replace("&#38;", "&"))
        .collect()
}

/// Every page, paper and file that someone comes to by links, and where the words, and the names of scans, stand among them.
async fn found_by(visitor: &mut Visitor, cases: &[ApplicationId]) -> Told<(Vec<String>, Vec<String>)> {
    let first = [
        "/en/events",
        "/en/docket",
        "/en/board",
        "/en/inbox",
        "/en/calendar",
        "/en/verify",
        "/en",
    ];
    let mut ahead: VecDeque<String> = first.iter().map(|one| (*one).to_owned()).collect();
    ahead.extend(cases.iter().map(|case| format!("/en/cases/{case}")));
    ahead.extend(["/ledger/status".to_owned(), "/ledger/checkpoint".to_owned()]);
    let mut met: BTreeSet<String> = ahead.iter().cloned().collect();
    let (mut found, mut scans) = (vec![], vec![]);
    while let Some(address) = ahead.pop_front() {
        let text = visitor.asks(&address).await?.text();
        if text.contains(MARKER) {
            found.push(address.clone());
        }
        if text.contains(SEALED_SCAN) {
            scans.push(address.clone());
        }
        // What is no case's stands in the rulebook and the record, which nothing of a case is written into.
        let further = leads_to(&text)
            .into_iter()
            .filter(|link| !link.contains("/rulebooks"));
        for link in further {
            if met.len() < 400 && met.insert(link.clone()) {
                ahead.push_back(link);
            }
        }
    }
    assert!(met.len() > 8, "only {met:?} was looked at");
    Ok((found, scans))
}

/// Whoever looks for them in all that the site shows finds them where they may, and nowhere else.
#[tokio::test(flavor = "multi_thread")]
async fn no_surface_tells_what_was_sealed_but_to_those_who_may_read_it() -> Told {
    let mut server = MailServer::started()?;
    let app = Installation::posting_by(Database::sqlite()?, MailServer::post(server.port())?).await?;
    let keys = [
        "organiser",
        "desk-officer",
        "co-organiser",
        "agent",
        "coordinator",
        "municipality-decider",
        "foreign-affairs-decider",
        "interior-officer",
        "interior-coordinator",
        "interior-decider",
        "defence-decider",
        "auditor",
        "rule-maker",
        "operator",
        "other-organiser",
        "other-officer",
        "other-decider",
        "other-coordinator",
    ];
    for key in keys {
        app.signs_in(key).await?;
    }
    let sealed = sealed_everywhere(&app).await?;
    let cases: Vec<_> = sealed.iter().map(|(case, _)| *case).collect();
    app.clock_at("2023-09-01T03:00:00Z")?;
    for key in keys {
        let mut visitor = app.signs_in(key).await?;
        let (found, scans) = found_by(&mut visitor, &cases).await?;
        // The lead's decider reads what a sealed letter says, and not its scan, nor what tells its name and size.
        let reads_scans = ["coordinator", "defence-decider"].contains(&key);
        assert_eq!(!scans.is_empty(), reads_scans, "{key}: {scans:?}");
        for (case, readers) in &sealed {
            let id = case.to_string();
            let reads = found.iter().any(|address| address.contains(&id));
            assert_eq!(reads, readers.contains(key), "{key}, {id}: {found:?}");
        }
        let elsewhere = found
            .iter()
            .find(|one| !cases.iter().any(|id| one.contains(&id.to_string())));
        assert_eq!(elsewhere, None, "{key}");
        // Beyond what pages show: all that is handed to them of a case, and the dates that are subscribed to.
        for case in &cases {
            if let Ok(view) = app.desk.case(app.cast.actor(key)?, *case).await {
                let handed = format!("{}{view:?}", serde_json::to_string(&view.application)?);
                assert!(!handed.contains(MARKER), "{key}");
                let mut of_it = sealed.iter().filter(|(id, _)| id == case);
                let reads = of_it.any(|(_, readers)| readers.contains(key));
                assert!(reads || !handed.contains(SEALED_SCAN), "{key}");
            }
        }
    }
    assert_eq!(found_by(&mut app.visitor(), &cases).await?, (vec![], vec![]));
    let feed = app.desk.make_feed(app.cast.actor("organiser")?).await?;
    assert!(
        !app.visitor()
            .asks(&format!("/en/feeds/{feed}"))
            .await?
            .text()
            .contains(MARKER)
    );

    while app.sends_notices().await? > 0 {}
    let letters = server.received()?;
    assert!(letters.len() > 4, "{}", letters.len());
    assert!(!format!("{letters:?}").contains(MARKER));
    let facts = app.desk.store().facts(0, 10_000).await?;
    let told = |payload: &Vec<u8>| String::from_utf8_lossy(payload).contains(MARKER);
    assert!(!facts.iter().filter_map(|fact| fact.payload.as_ref()).any(told));
    assert!(
        !app.desk
            .store()
            .dump_views()
            .await?
            .iter()
            .any(|line| line.contains(MARKER))
    );
    app.ends().await
}
