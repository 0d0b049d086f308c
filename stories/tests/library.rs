//! The municipality ticks conditions of its rulebook: with their words, the day by which each is shown, and what they bind. What it
//! changes is its own; what it leaves is read by everyone in the own language, years later.

use act::ApplicationId;
use clearance::acts::{Decide, IssuePermit, Recommend, RecordLetter, ReviseConditions};
use clearance::{Condition, Decision, Limit};
use desk::Fault;
use desk::clearance::FileIn;
use jiff::civil::{date, time};
use stories::{Database, Form, Installation, SCAN, Told, authority, refused};

const PAGE: &str = "referrals/phnom-penh";

/// The application before the municipality, on 24 August.
async fn before_it(app: &Installation) -> Told<ApplicationId> {
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-24T07:45:00Z")?;
    Ok(case)
}

async fn set(app: &Installation, case: ApplicationId, of: &str) -> Told<Vec<Condition>> {
    let view = app.desk.case(app.cast.actor("coordinator")?, case).await?;
    let referral = view.application.referrals.get(&authority(of)?);
    Ok(referral.ok_or("not asked")?.conditions().to_vec())
}

fn taken(one: &Condition) -> Told<(&str, bool)> {
    let taken = one.terms.taken_from.as_ref().ok_or("written for this case")?;
    assert!(taken.rulebook.is_some(), "the version stands in the fact");
    Ok((&taken.condition, taken.reworded))
}

fn agrees(form: Form) -> Told<Form> {
    form.with("decision", "granted-with-conditions")
}

async fn ticked(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = before_it(&app).await?;
    let page = format!("/en/cases/{case}/{PAGE}");
    let mut municipality = app.signs_in("municipality-decider").await?;
    let opened = municipality.opens(&page).await?;
    opened
        .says("From the rulebook, to be kept before the event")?
        .says("To be shown by 5 November 2023, 14 days before the event.")?
        .says("Sound of at most 85 dB(A) where it is measured.")?
        .says("The permit is at hand on the spot, where an officer can see it.")?
        .does_not_say("Those who fire prove their training")?;
    let form = opened.form("/decision")?;
    assert_eq!(form.value("library-day-insurance"), "2023-11-05");
    assert_eq!(form.value("library-limit-cordon"), "140");
    // What is wrong stands beside its field, and nothing that was typed is lost.
    let wrong = agrees(form.clone())?
        .ticked("library", "insurance")
        .ticked("library", "cordon")
        .with("library-day-insurance", "2023-11-20")?
        .with("library-limit-cordon", "far")?;
    let told = municipality.tries(&wrong).await?;
    let faults = told.faults()?;
    assert!(
        faults["library-day-insurance"].contains("until 19 November 2023"),
        "{faults:?}"
    );
    assert!(faults.contains_key("library-limit-cordon"), "{faults:?}");
    assert_eq!(told.form("/decision")?.value("library-limit-cordon"), "far");
    assert!(told.lost_faults()?.is_empty());
    // Ticks without the choice that takes them are asked about, not dropped.
    let without = form
        .clone()
        .with("decision", "granted")?
        .ticked("library", "insurance");
    municipality
        .tries(&without)
        .await?
        .says("Only “agree with conditions” takes conditions.")?;

    let filled = agrees(form)?
        .ticked("library", "insurance")
        .ticked("library", "end-of-display")
        .with("library-limit-end-of-display", "20:30")?
        .ticked("library", "cordon")
        .with(
            "library-words-cordon",
            "The public stays behind the cordon on the quay.",
        )?
        .with("conditions", "A clerk of ours is on the spot.")?;
    let asked = municipality.sends(&filled).await?;
    asked
        .says("to be shown by 5 November 2023")?
        .says("in good time for the night. Ends no later than 20:30.")?
        .says("behind the cordon on the quay. At least 140 m between")?;
    municipality
        .sends(&asked.form("/decision")?.with("checked", "right")?)
        .await?;
    let all = set(&app, case, "phnom-penh").await?;
    assert_eq!(all.len(), 4);
    assert_eq!(taken(&all[0])?, ("insurance", false));
    assert_eq!(all[0].terms.shown_by, Some(date(2023, 11, 5)));
    assert_eq!(
        taken(&all[1])?,
        ("cordon", true),
        "its own words, after the rulebook's"
    );
    assert_eq!(taken(&all[2])?, ("end-of-display", false));
    assert_eq!(all[2].terms.limit, Some(Limit::EndsBy(time(20, 30, 0, 0))));
    assert!(all[3].terms.taken_from.is_none(), "{:?}", all[3]);

    // What stands is ticked in the form that changes it, without what it binds behind its words.
    let standing = municipality.opens(&page).await?.form("/conditions")?;
    let words = standing.value("library-words-cordon");
    assert_eq!(words, "The public stays behind the cordon on the quay.");
    assert_eq!(standing.value("conditions"), "A clerk of ours is on the spot.");
    let same = standing.with("revision-reasons", "Nothing, really.")?;
    let same = municipality.tries(&same).await?;
    same.says("These are the conditions as they stand.")?;

    // A reader of another language reads the rulebook's words in it, and the authority's own as they were written.
    let mut khmer = app.signs_in("organiser").await?;
    khmer
        .opens(&format!("/km/cases/{case}"))
        .await?
        .says("មានការធានារ៉ាប់រងទំនួលខុសត្រូវជាធរមាន")?
        .says("The public stays behind the cordon on the quay.")?;
    app.ends().await
}

async fn recommended_and_permitted(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = before_it(&app).await?;
    let mut officer = app.signs_in("interior-officer").await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    let form = officer.opens(&page).await?.form("/recommendation")?;
    officer
        .sends(
            &agrees(form)?
                .ticked("library", "cordon")
                .ticked("library", "emergency-lane"),
        )
        .await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let form = decider.opens(&page).await?.form("/decision")?;
    assert_eq!(form.value("decision"), "granted-with-conditions");
    assert_eq!(
        form.value("library"),
        "cordon",
        "what was recommended comes ticked"
    );
    decider.confirms(&form).await?.says("agreed with 2 conditions")?;
    let all = set(&app, case, "moi").await?;
    assert_eq!(
        (taken(&all[0])?, taken(&all[1])?),
        (("cordon", false), ("emergency-lane", false))
    );
    let conditions = app.ticked(case).await?;
    let under = Decision::GrantedWithConditions { conditions };
    for (of, who, decision) in [
        ("mfaic", "foreign-affairs-decider", Decision::Granted),
        ("mond", "defence-decider", Decision::Granted),
        ("phnom-penh", "municipality-decider", under),
    ] {
        let decide = Decide {
            authority: authority(of)?,
            decision,
            reasons: None,
        };
        app.acts(who, case, decide).await?;
    }
    app.acts("coordinator", case, IssuePermit).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let condition = organiser
        .opens(&format!("/en/cases/{case}/{PAGE}/conditions/1"))
        .await?;
    condition
        .says("Liability insurance is in force; its certificate is handed in.")?
        .says("“insurance” of Public events in Phnom Penh, version 1")?;
    // The insurance's day is one that a calendar program knows.
    let form = organiser.opens("/en/dates").await?.form("/dates")?;
    let address = organiser.sends(&form).await?.exactly("#address")?;
    let path = address
        .strip_prefix("https://placet.example")
        .ok_or("elsewhere")?;
    let dates = app.visitor().asks(path).await?.text();
    assert!(dates.contains("DTSTART;VALUE=DATE:20231105"), "{dates}");
    app.ends().await
}

/// What says of itself that it is the rulebook's, and is not, is refused whoever sends it.
async fn made_up(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = before_it(&app).await?;
    let mut municipality = app.signs_in("municipality-decider").await?;
    let form = municipality
        .opens(&format!("/en/cases/{case}/{PAGE}"))
        .await?
        .form("/decision")?;
    let forged = agrees(form)?.ticked("library", "licensed-operator");
    let told = municipality.tries(&forged).await?;
    assert_eq!(told.status, 422);
    let mut conditions = app.ticked(case).await?;
    conditions[0].text = act::Text::new("Pay the governor.")?;
    let decide = Decide {
        authority: authority("phnom-penh")?,
        decision: Decision::GrantedWithConditions { conditions },
        reasons: None,
    };
    let actor = app.cast.actor("municipality-decider")?;
    let refused = app.desk.change(actor, case, decide).await;
    assert!(
        matches!(&refused, Err(Fault::Refused(refused)) if refused.code == "not-in-library"),
        "{refused:?}"
    );
    assert!(set(&app, case, "phnom-penh").await?.is_empty());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_ticks_what_its_rulebook_has() -> Told {
    ticked(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authority_ticks_what_its_rulebook_has_on_postgres() -> Told {
    ticked(Database::postgres().await?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_recommended_comes_ticked_and_stands_in_the_permit() -> Told {
    recommended_and_permitted(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_called_the_rulebooks_that_is_not() -> Told {
    made_up(Database::sqlite()?).await
}

/// What says that it is the rulebook's, under words that the rulebook does not have.
async fn forged(app: &Installation, case: ApplicationId) -> Told<Vec<Condition>> {
    let mut conditions = app.ticked(case).await?;
    conditions.truncate(1);
    conditions[0].text = act::Text::new("Pay the governor.")?;
    Ok(conditions)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_recommended_as_the_rulebooks_that_is_not() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = before_it(&app).await?;
    let recommend = Recommend {
        authority: authority("moi")?,
        decision: Decision::GrantedWithConditions {
            conditions: forged(&app, case).await?,
        },
        reasons: None,
    };
    let officer = app.cast.actor("interior-officer")?;
    let done = app.desk.change(officer, case, recommend).await;
    assert_eq!(refused(done)?, "not-in-library");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_letter_is_recorded_with_what_is_called_the_rulebooks_and_is_not() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = before_it(&app).await?;
    let letter = RecordLetter {
        authority: authority("moi")?,
        decision: Decision::GrantedWithConditions {
            conditions: forged(&app, case).await?,
        },
        reasons: None,
        dated: date(2023, 8, 24),
        reference: None,
        scan: None,
    };
    let scan = FileIn {
        name: "letter.pdf".to_owned(),
        bytes: SCAN.to_vec(),
    };
    let coordinator = app.cast.actor("coordinator")?;
    let done = app
        .desk
        .record_letter(coordinator, case, letter, scan, None, None)
        .await;
    assert_eq!(refused(done)?, "not-in-library");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_condition_becomes_the_rulebooks_by_being_changed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = before_it(&app).await?;
    let whose = || authority("phnom-penh");
    let decide = Decide {
        authority: whose()?,
        decision: Decision::GrantedWithConditions {
            conditions: app.ticked(case).await?,
        },
        reasons: None,
    };
    app.acts("municipality-decider", case, decide).await?;
    let revise = ReviseConditions {
        authority: whose()?,
        conditions: forged(&app, case).await?,
        reasons: act::Reason::new("The river rose.")?,
    };
    let decider = app.cast.actor("municipality-decider")?;
    let done = app.desk.change(decider, case, revise).await;
    assert_eq!(refused(done)?, "not-in-library");
    app.ends().await
}

/// Whoever signs reads which of the conditions that the rules suggest were left out: of what is recommended, and of the decision.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_rules_suggest_and_nobody_ticked_is_said_before_it_is_signed() -> Told {
    const LEFT_OUT: &str =
        "Suggested by the rules, and left out A lane is kept free for ambulances and fire engines.";
    let app = Installation::where_a_lane_is_suggested(Database::sqlite()?).await?;
    let case = before_it(&app).await?;
    let page = format!("/en/cases/{case}/referrals/moi");
    let mut officer = app.signs_in("interior-officer").await?;
    let form = officer.opens(&page).await?.form("/recommendation")?;
    let recommended = agrees(form)?.ticked("library", "cordon");
    officer.sends(&recommended).await?.says(LEFT_OUT)?;
    let mut decider = app.signs_in("interior-decider").await?;
    let read = decider.opens(&page).await?;
    let form = read.says(LEFT_OUT)?.form("/decision")?;
    let asked = decider.sends(&form).await?;
    asked.says("Check your decision")?.says(LEFT_OUT)?;
    // Who agrees without any is told so, too, and who ticks it is not.
    let without = form.clone().without("library").with("decision", "granted")?;
    decider.sends(&without).await?.says(LEFT_OUT)?;
    let with = form.clone().ticked("library", "emergency-lane");
    decider.sends(&with).await?.does_not_say("left out")?;
    let refused = form.without("library").with("decision", "refused")?;
    let refused = refused.with("reasons", "The quay is narrow.")?;
    decider.sends(&refused).await?.does_not_say("left out")?;
    app.ends().await
}
