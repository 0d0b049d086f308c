//! The whole case, as it went from two meetings to a permit: what each person opened, read and sent, day by day. Told
//! on both stores under a clock that stands where the story puts it.
//!
//! The two meetings are the reported ones. Everything after them is invented, and so is everyone who signs in.

use act::RequestId;
use clearance::ApplicationFact;
use ledger::{Receipt, Standing, Status, VerifierKey};
use std::collections::BTreeMap;
use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn from_two_meetings_to_a_permit_on_sqlite() -> Told {
    the_case(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn from_two_meetings_to_a_permit_on_postgresql() -> Told {
    the_case(Database::postgres().await?).await
}

async fn the_case(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let requests = the_desk_officer_records_two_meetings(&app).await?;
    let case = the_organiser_applies_from_the_request(&app, &requests).await?;
    the_municipality_puts_it_to_four_authorities(&app, &case).await?;
    two_authorities_agree_one_with_conditions(&app, &case).await?;
    a_question_stops_one_clock_and_no_other(&app, &case).await?;
    everyone_has_agreed_and_the_permit_is_issued(&app, &case).await?;
    let papers = anyone_takes_the_permit_home(&app).await?;
    the_permit_is_taken_back(&app, &case, &papers).await?;
    let status_after = app.visitor().asks("/ledger/status").await?.text();
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after, "the views are the facts folded");
    // From here on there is no server.
    app.ends().await?;
    the_permit_proves_itself(&papers, &status_after)
}

/// 28 April 2023.
async fn the_desk_officer_records_two_meetings(app: &Installation) -> Told<BTreeMap<String, RequestId>> {
    let requests = app.meetings_imported().await?;
    let mut officer = app.signs_in("desk-officer").await?;
    let meetings = officer.opens("/en/meetings").await?;
    meetings.says("Talk at the Peace Palace on the progress of relations 26 April 2023, 5 subjects")?;
    meetings.says("Visit to the governor of Phnom Penh on or before 25 April 2023")?;
    meetings.says("Anniversary of diplomatic relations 19 November 2023, 70 years")?;

    let talk = officer
        .follows(&meetings, "Talk at the Peace Palace on the progress of relations")
        .await?;
    talk.says("Hun Sen Prime Minister, Royal Government of Cambodia")?;
    talk.says("Fumiaki Takahashi President, Japan–Cambodia Association")?;
    let subjects: Vec<_> = talk
        .each("h3")?
        .into_iter()
        .filter(|one| one.starts_with(|first: char| first.is_ascii_digit()))
        .collect();
    assert_eq!(subjects.len(), 5, "{subjects:?}");
    assert!(subjects[2].contains("19 November"));

    let visit = officer
        .follows(&meetings, "Visit to the governor of Phnom Penh")
        .await?;
    visit.says("Khuong Sreng Governor, Phnom Penh municipality")?;
    // His advice is something said, not a sixth request.
    visit.says("The association should ask three ministries for permission")?;
    assert_eq!(requests.len(), 5, "{requests:?}");
    let all = officer.opens("/en/requests").await?.words()?;
    let from_the_association = all
        .matches("Japan–Cambodia Association → Royal Government of Cambodia")
        .count()
        + all
            .matches("Japan–Cambodia Association → Phnom Penh municipality")
            .count();
    let from_the_government = all
        .matches("Royal Government of Cambodia → Japan–Cambodia Association")
        .count();
    assert_eq!((from_the_association, from_the_government), (2, 3));
    Ok(requests)
}

/// 1 August 2023. Gives the address of the case.
async fn the_organiser_applies_from_the_request(
    app: &Installation,
    requests: &BTreeMap<String, RequestId>,
) -> Told<String> {
    app.clock_at("2023-08-01T03:10:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let wanted = &app.cast.application.request;
    let request = format!("/en/requests/{}", requests.get(wanted).ok_or("no such request")?);
    let page = organiser.opens(&request).await?;
    page.says("It rests on these words The visitor's wish was that the city lend a hand")?;
    page.says("accepted The municipality is ready to cooperate.")?;

    // One click begins the application, which cites the request.
    let draft = organiser.sends(&page.form("/drafts")?).await?;
    let mut form = draft.form(&draft.address)?;
    draft.says("Cooperate in preparing the celebrations of the seventieth anniversary.")?;
    for (field, value) in app.typed()? {
        form = form.with(&field, &value)?;
    }
    let check = organiser.sends(&form.with("then", "check")?).await?;
    for authority in [
        "Ministry of Foreign Affairs and International Cooperation latest day to file: 19 October 2023",
        "Ministry of National Defence latest day to file: 4 October 2023",
        "Ministry of Interior latest day to file: 19 October 2023",
        "Phnom Penh Municipality latest day to file: 19 October 2023",
    ] {
        check.says(authority)?;
    }
    let case = organiser.sends(&check.form("/submission")?).await?;
    case.says("Handed in. The lead authority checks that it is complete.")?;
    case.says("Sunday, 19 November 2023, 18:00 to 21:00 (Phnom Penh time), Riverfront, Phnom Penh")?;
    organiser
        .opens(&request)
        .await?
        .says("became an application Application PNH-2023-0001")?;
    Ok(case.address)
}

/// 2 August 2023.
async fn the_municipality_puts_it_to_four_authorities(app: &Installation, case: &str) -> Told {
    app.clock_at("2023-08-02T02:30:00Z")?;
    // Before it is put to them, no ministry knows of it.
    app.signs_in("interior-officer")
        .await?
        .does_not_find(case)
        .await?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let board = coordinator.opens("/en/board").await?;
    board.says("One application waits for you")?;
    let page = coordinator.follows(&board, "Seventieth anniversary").await?;
    let page = coordinator.confirms(&page.form("/circulation")?).await?;
    page.says("0 of 4 authorities have agreed.")?;
    for authority in ["Foreign Affairs", "National Defence", "Interior", "Municipality"] {
        page.link(authority)?;
    }
    // The advice of the governor is why three of them are asked.
    let why = "practice: Advice of the Governor of Phnom Penh to the Japan–Cambodia Association";
    assert_eq!(page.words()?.matches(why).count(), 3);
    Ok(())
}

/// 7 to 24 August 2023.
async fn two_authorities_agree_one_with_conditions(app: &Installation, case: &str) -> Told {
    app.clock_at("2023-08-07T04:00:00Z")?;
    let mut defence = app.signs_in("defence-decider").await?;
    let docket = defence.opens("/en/docket").await?;
    docket.says("13 September")?;
    let referral = defence.follows(&docket, "Seventieth anniversary").await?;
    let referral = defence.sends(&referral.form("/review")?).await?;
    referral.says("in review")?;

    app.clock_at("2023-08-19T03:20:00Z")?;
    let mut foreign_affairs = app.signs_in("foreign-affairs-decider").await?;
    let docket = foreign_affairs.opens("/en/docket").await?;
    let referral = foreign_affairs.follows(&docket, "Seventieth anniversary").await?;
    let decision = referral.form("/decision")?.with("decision", "granted")?;
    foreign_affairs
        .confirms(&decision)
        .await?
        .says("Decided on 19 August 2023")?;

    app.clock_at("2023-08-24T07:45:00Z")?;
    let mut municipality = app.signs_in("municipality-decider").await?;
    let docket = municipality.opens("/en/docket").await?;
    let referral = municipality.follows(&docket, "Seventieth anniversary").await?;
    let form = referral.form("/decision")?;
    let decision = form.with("decision", "granted-with-conditions")?;
    let conditions = app.cast.paper("municipality_conditions")?.iter();
    let decision = conditions.fold(decision, |form, id| form.ticked("library", id));
    let referral = municipality.confirms(&decision).await?;
    referral.says("agreed with 3 conditions")?;
    // A decision stands: nothing more can be done here, and the page offers nothing more.
    assert!(referral.form("/decision").is_err());

    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(case).await?;
    page.says("2 of 4 authorities have agreed.")?;
    page.says("Liability insurance is in force; its certificate is handed in.")?
        .says("before the event; to be shown by 5 November 2023")?
        .says("Ends no later than 21:00.")?
        .says("At least 140 m between what is lit or shown and whoever watches.")?;
    Ok(())
}

/// 26 August to 1 September 2023. Interior's clock had twenty working days from 2 August: to 30 August. It stood still
/// from 26 August to 1 September, so three days remained from 2 September on: to 6 September.
async fn a_question_stops_one_clock_and_no_other(app: &Installation, case: &str) -> Told {
    let (interior, defence) = (format!("{case}/referrals/moi"), format!("{case}/referrals/mond"));
    app.clock_at("2023-08-26T08:05:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = officer.opens(&interior).await?;
    page.says("20 working days")?;
    page.says("2 August 2023: received. The day itself is not counted.")?;
    page.says("30 August 2023: the last day")?;
    // An officer asks; to decide is for the decider.
    assert!(page.form("/decision").is_err());
    let question = &app.cast.paper("interior_question")?[0];
    let asked = page.form("/questions")?.with("question", question)?;
    let page = officer.sends(&asked).await?;
    page.says("awaiting information")?
        .says("The clock stands still.")?;
    page.does_not_say("the last day")?;
    officer.opens("/en/docket").await?.says("clock stands still")?;

    // Nobody else's clock stopped, and what was asked is between those two and the lead.
    let mut decider = app.signs_in("defence-decider").await?;
    decider
        .opens(&defence)
        .await?
        .says("13 September 2023: the last day")?;
    decider.opens(&interior).await?.does_not_say(question)?;
    app.signs_in("coordinator")
        .await?
        .opens(&interior)
        .await?
        .says(question)?;

    app.clock_at("2023-09-01T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let first = organiser.opens("/en/").await?;
    assert_eq!(first.address, case, "the first screen is the case that presses");
    first.says("What stands between us and 19 Nov")?;
    let page = organiser
        .follows(&first, "Answer the question of Interior")
        .await?;
    let answer = page
        .form("/questions/1/answer")?
        .with("answer", &app.cast.paper("interior_answer")?[0])?;
    let page = organiser.confirms(&answer).await?;
    page.says("26 August 2023 to 1 September 2023: not counted, the clock stood still")?;
    page.says("4 September 2023 to 6 September 2023: days 18 to 20")?;
    page.says("6 September 2023: the last day")?;
    app.signs_in("defence-decider")
        .await?
        .opens(&defence)
        .await?
        .says("13 September 2023: the last day")?;
    Ok(())
}

/// 5 to 8 September 2023.
async fn everyone_has_agreed_and_the_permit_is_issued(app: &Installation, case: &str) -> Told {
    app.clock_at("2023-09-05T03:00:00Z")?;
    for (authority, key) in [("moi", "interior-decider"), ("mond", "defence-decider")] {
        let mut decider = app.signs_in(key).await?;
        let page = decider.opens(&format!("{case}/referrals/{authority}")).await?;
        decider
            .confirms(&page.form("/decision")?.with("decision", "granted")?)
            .await?
            .says("Decided on 5 September 2023")?;
    }
    app.clock_at("2023-09-08T02:00:00Z")?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(case).await?;
    page.says("Everyone whose consent is needed has agreed, with 3 conditions.")?;
    // Who applies does not issue.
    assert!(page.form("/permit").is_err());
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(case).await?;
    coordinator
        .confirms(&page.form("/permit")?)
        .await?
        .says("The permit is issued.")?;
    let page = organiser.opens(case).await?;
    let permit = organiser.follows(&page, "See the permit").await?;
    // The thread: from the source over meeting, request and application to this paper.
    for step in ["Source", "Meeting", "Request", "Application PNH-2023-0001"] {
        permit.link(step)?;
    }
    Ok(())
}

struct Papers {
    file: String,
    code: String,
    key: String,
    status: String,
}

async fn anyone_takes_the_permit_home(app: &Installation) -> Told<Papers> {
    let mut anyone = app.visitor();
    let calendar = anyone.opens("/en/calendar").await?;
    calendar.says("Sunday, 19 November 2023")?;
    let permit = anyone.follows(&calendar, "Seventieth anniversary").await?;
    permit.says("in force")?.says("Ends no later than 21:00.")?;
    // A passer-by sees what is permitted and who agreed; not what was asked and answered on the way.
    permit.does_not_say(&app.cast.paper("interior_question")?[0])?;
    let code = permit.exactly("#code-text")?;
    let file = anyone
        .asks(&permit.link("As a file with its proof")?)
        .await?
        .text();
    let pdf = anyone.asks(&permit.link("As PDF")?).await?;
    assert!(pdf.body.starts_with(b"%PDF-"));

    let verify = anyone.opens("/en/verify").await?;
    for shown in [&code, &file] {
        let page = anyone
            .sends(&verify.form("/verify")?.with("code", shown)?)
            .await?;
        page.says("Genuine and in force")?.says("PNH-2023-0001-P1")?;
    }
    let key = anyone.asks("/ledger/key").await?.text();
    let status = anyone.asks("/ledger/status").await?.text();
    Ok(Papers {
        file,
        code,
        key,
        status,
    })
}

/// 1 October 2023.
async fn the_permit_is_taken_back(app: &Installation, case: &str, papers: &Papers) -> Told {
    app.clock_at("2023-10-01T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(case).await?;
    let revocation = page
        .form("/revocation")?
        .with("reasons", "The river is in flood and the barge cannot be moored.")?;
    coordinator
        .confirms(&revocation)
        .await?
        .says("The permit was revoked.")?;
    let mut anyone = app.visitor();
    let calendar = anyone.opens("/en/calendar").await?;
    calendar.says("revoked")?;
    anyone
        .follows(&calendar, "Seventieth anniversary")
        .await?
        .says("revoked")?;
    let verify = anyone.opens("/en/verify").await?;
    anyone
        .sends(&verify.form("/verify")?.with("code", &papers.code)?)
        .await?
        .says("Genuine, but revoked")?
        .says("Proven as of 8 September 2023, 09:00 (Phnom Penh time): checkpoint")?;
    Ok(())
}

/// With the key alone, which was given apart, and no server.
fn the_permit_proves_itself(papers: &Papers, status_after: &str) -> Told {
    let key: VerifierKey = papers.key.trim().parse()?;
    let from_file = Receipt::from_json(&papers.file)?;
    let from_code = Receipt::from_qr(&papers.code, &key)?;
    assert_eq!(from_file.verify(&key)?.payload, from_code.verify(&key)?.payload);
    let verified = from_code.verify(&key)?;
    let (_, recorded) = record::read::<ApplicationFact>(&verified.payload)?;
    let ApplicationFact::PermitIssued(content) = recorded.fact else {
        return Err("the code proves something else than a permit".into());
    };
    assert_eq!(content.permit, "PNH-2023-0001-P1");
    assert_eq!(content.date.to_string(), "2023-11-19");
    assert_eq!(content.decisions.len(), 4);
    assert_eq!(verified.checkpoint.size, from_file.size);

    // The permit's own proof knows nothing of what came later. A status list does, up to its own checkpoint.
    let standing = |list: &str| -> Told<Standing> {
        Ok(Status::open(list, &key)?.standing(&content.permit, from_code.size))
    };
    assert_eq!(standing(&papers.status)?, Standing::InForce);
    assert_eq!(standing(status_after)?, Standing::Revoked);

    let stranger = ledger::SigningKey::from_seed(key.name(), &[9; 32])?.verifier();
    assert!(from_file.verify(&stranger).is_err(), "another key proves nothing");
    let forged = papers.file.replace("21:00", "23:00");
    assert_ne!(forged, papers.file);
    assert!(Receipt::from_json(&forged)?.verify(&key).is_err());
    Ok(())
}
