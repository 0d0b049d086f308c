//! How likely it is that everyone decides before the day: a number with the record behind it, or the reason why there is none.

use act::{ApplicationId, Reason};
use clearance::Decision;
use clearance::acts::{AnswerQuestion, AskQuestion, Circulate, Decide, Withdraw};
use desk::clearance::FileIn;
use desk::forecasts::{CaseForecast, Helps};
use desk::store::ListQuery;
use desk::views::application::{RECORD, RecordLine};
use desk::views::line;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rulebook::Value;
use std::collections::BTreeMap;
use stories::{DECIDERS, Database, Installation, Page, RULEBOOK, Told, authority};

/// In how many days an authority decided in a past case, by its place among the deciders and the number of the case.
fn taken(place: usize, number: usize) -> i64 {
    let (usual, spread) = [(6, 4), (20, 9), (12, 8), (4, 3)][place];
    usual + i64::try_from(number * (place + 3)).unwrap_or_default() % spread
}

fn noon(app: &Installation, day: Date) -> Told {
    app.clock_at(&format!("{day}T05:00:00Z"))
}

async fn decides(app: &Installation, case: ApplicationId, place: usize) -> Told {
    let (who, decider) = DECIDERS[place];
    let decide = Decide {
        authority: authority(who)?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts(decider, case, decide).await
}

async fn interior_asks(app: &Installation, case: ApplicationId) -> Told {
    let ask = AskQuestion {
        authority: authority("moi")?,
        text: Reason::new("How far is the crowd from the barge?")?,
        items: vec![],
    };
    app.acts("interior-officer", case, ask).await
}

async fn the_organiser_answers(app: &Installation, case: ApplicationId) -> Told {
    let answer = AnswerQuestion {
        authority: authority("moi")?,
        number: 1,
        answer: Reason::new("A hundred metres.")?,
    };
    app.acts("organiser", case, answer).await
}

/// A case that is put to the four authorities on a day.
async fn put(app: &Installation, day: Date) -> Told<ApplicationId> {
    noon(app, day)?;
    let organiser = app.cast.actor("organiser")?;
    let id = app.desk.begin_draft(organiser, RULEBOOK, None).await?;
    let draft = app.desk.draft_of(organiser, id).await?;
    let mut fields = draft.fields;
    fields.extend(app.typed()?);
    app.desk.save_draft(organiser, id, draft.version, fields).await?;
    let plan = FileIn {
        name: "plan.pdf".to_owned(),
        bytes: b"%PDF-1.7\n".to_vec(),
    };
    app.desk.attach(organiser, id, plan, "").await?;
    app.submit(organiser, id).await?;
    app.acts("coordinator", id, Circulate::default()).await?;
    Ok(id)
}

/// Past cases that were decided, each begun some days after the last: Interior asks in each on its third day, and is answered after
/// three days to a fortnight.
async fn past(app: &Installation, cases: usize, first: Date, apart: i64) -> Told {
    for number in 0..cases {
        let begun = first.checked_add((i64::try_from(number)? * apart).days())?;
        let case = put(app, begun).await?;
        let waited = 3 + i64::try_from(number * 5)? % 12;
        let mut happens: Vec<(i64, usize)> = (0..4).map(|place| (taken(place, number), place)).collect();
        // Interior, the third of them, decides so many days after it was answered.
        happens[2].0 += waited;
        happens.extend([(2, 4), (2 + waited, 5)]);
        happens.sort_unstable();
        for (days, what) in happens {
            noon(app, begun.checked_add(days.days())?)?;
            match what {
                4 => interior_asks(app, case).await?,
                5 => the_organiser_answers(app, case).await?,
                place => decides(app, case, place).await?,
            }
        }
    }
    Ok(())
}

async fn foretold(app: &Installation, key: &str, case: ApplicationId) -> Told<CaseForecast> {
    let view = app.desk.case(app.cast.actor(key)?, case).await?;
    Ok(app.desk.forecast(&view).await?.ok_or("nothing is foretold")?)
}

fn probability(foretold: &CaseForecast) -> Told<f64> {
    let whole = foretold.whole.as_ref();
    Ok(whole.map_err(|why| format!("withheld: {why:?}"))?.probability)
}

/// An installation with four months of decided cases, and one before the authorities for a fortnight that Interior waits in.
async fn with_a_record(database: Database) -> Told<(Installation, ApplicationId)> {
    let app = Installation::on(database).await?;
    past(&app, 24, date(2023, 4, 25), 4).await?;
    let case = put(&app, date(2023, 10, 9)).await?;
    noon(&app, date(2023, 10, 12))?;
    interior_asks(&app, case).await?;
    noon(&app, date(2023, 10, 30))?;
    Ok((app, case))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thin_record_makes_no_number_and_says_why() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    past(&app, 2, date(2023, 5, 1), 20).await?;
    let case = put(&app, date(2023, 9, 1)).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    page.says("There is no forecast yet: 8 decisions are on record before today, and 19 are needed.")?
        .does_not_say(" of 100 is the chance")?;
    let page = organiser.opens(&format!("/en/cases/{case}/forecast")).await?;
    page.says("8 decisions are on record before today, and 19 are needed.")?;
    for (language, words) in [
        ("km", "មានសេចក្តីសម្រេច ៨ ក្នុងកំណត់ត្រា"),
        ("ja", "記録された決定は8件で、19件が必要です"),
    ] {
        organiser
            .opens(&format!("/{language}/cases/{case}"))
            .await?
            .says(words)?;
    }
    // What it would be worth is not said either.
    app.visitor()
        .opens("/en/forecasts")
        .await?
        .says("Nothing more is said yet: 0 decisions could be foretold, and 100 are needed.")?;
    app.ends().await
}

async fn said_and_reckoned(database: Database) -> Told {
    let (app, case) = with_a_record(database).await?;
    let first = foretold(&app, "organiser", case).await?;
    let before = probability(&first)?;
    assert!((0.02..0.98).contains(&before), "{before}");
    let help = first.helps.iter().find(|one| one.helps == Helps::Answer);
    let help = help.ok_or("no answer would help")?.clone();
    assert_eq!(help.authority, authority("moi")?);
    assert!(help.probability > before + 0.02, "{before} {help:?}");
    let of_hundred = |probability: f64| format!("{} of 100", (probability * 100.0).round());

    let mut organiser = app.signs_in("organiser").await?;
    let here = format!("/en/cases/{case}");
    let page = organiser.opens(&here).await?;
    page.says(&format!("{} is the chance that everyone", of_hundred(before)))?
        .says("decided by 18 November, the day before the event")?
        .says("From 96 decisions since 25 April 2023.")?
        .says("What would help most: you answer Interior today")?
        .says(&format!(
            "({} → {})",
            of_hundred(before),
            of_hundred(help.probability)
        ))?
        .says("Most often the last:")?;
    let reckoned = page.link("How this forecast was reckoned")?;
    organiser
        .opens(&reckoned)
        .await?
        .says("24 of these decisions are its own.")?
        .says("Authorities in general: even odds within")?
        .says("What its own record says, pooled with that of all where it is thin, is believed in")?
        .says("Only the days on which it works count")?
        .says("It has waited 18 days for an answer. From 24 known answers")?
        .says("10,000 possible courses of this case were drawn")?
        .says("you answer Interior today")?;

    // The same state gives the same number, also where nothing was kept.
    assert_eq!(foretold(&app, "organiser", case).await?, first);
    the_organiser_answers(&app, case).await?;
    let after = foretold(&app, "organiser", case).await?;
    assert_eq!(probability(&after)?, help.probability, "what was said comes true");
    organiser.opens(&here).await?.says(&format!(
        "{} is the chance that everyone",
        of_hundred(help.probability)
    ))?;
    let (rows, again) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(rows, again);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_stands_with_its_record_and_the_answer_raises_it_as_was_said() -> Told {
    said_and_reckoned(Database::sqlite()?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_stands_with_its_record_on_postgresql() -> Told {
    said_and_reckoned(Database::postgres().await?).await
}

/// An authority reads how likely the whole is and its own record; how long another takes is for those who wait for it.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_how_long_another_authority_takes() -> Told {
    let (app, case) = with_a_record(Database::sqlite()?).await?;
    let names = |page: &Page| page.each("#content h2");
    let address = format!("/en/cases/{case}/forecast");
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens(&address).await?;
    let all = names(&page)?;
    assert!(all.iter().any(|one| one == "Interior") && all.iter().any(|one| one == "National Defence"));
    page.says("Interior is answered today")?;
    let mut interior = app.signs_in("interior-officer").await?;
    let page = interior.opens(&address).await?;
    page.says("is the chance that everyone")?.says("Interior")?;
    assert!(!page.words()?.contains("National Defence"), "{}", page.words()?);
    let mut defence = app.signs_in("defence-decider").await?;
    let page = defence.opens(&address).await?;
    assert!(!page.words()?.contains("Interior"), "{}", page.words()?);
    for outsider in ["other-organiser", "other-officer", "other-coordinator"] {
        app.signs_in(outsider).await?.does_not_find(&address).await?;
    }
    app.ends().await
}

/// Where it is not known how long an answer takes, nothing is said of whoever waits for one, nor of all together; of the others it is, and
/// of what the answer would do.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_which_nothing_is_known_keeps_a_number_back_and_says_what_it_would_be() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    past(&app, 10, date(2023, 4, 25), 6).await?;
    let case = put(&app, date(2023, 8, 15)).await?;
    noon(&app, date(2023, 8, 18))?;
    interior_asks(&app, case).await?;
    noon(&app, date(2023, 8, 21))?;
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&format!("/en/cases/{case}")).await?;
    page.says("There is no forecast for all together, because of Interior: it waits for an answer, and 10 answers are on record")?
        .says("What would help most: you answer Interior today (no forecast →")?
        .does_not_say("is the chance that everyone")?;
    let rows = page.each("#forecast tbody tr th")?;
    assert_eq!(rows, ["Foreign Affairs", "National Defence", "Municipality"]);
    let page = organiser.opens(&format!("/en/cases/{case}/forecast")).await?;
    page.says("10 of these decisions are its own.")?;
    the_organiser_answers(&app, case).await?;
    organiser
        .opens(&format!("/en/cases/{case}"))
        .await?
        .says("is the chance that everyone")?;
    app.ends().await
}

/// What is over, refused or too late has no forecast: nothing can be made of one any more.
#[tokio::test(flavor = "multi_thread")]
async fn what_can_no_longer_be_in_time_has_no_forecast() -> Told {
    let (app, case) = with_a_record(Database::sqlite()?).await?;
    let organiser = app.cast.actor("organiser")?;
    let nothing = |app: &Installation| {
        let desk = app.desk.clone();
        let organiser = organiser.clone();
        async move {
            let view = desk.case(&organiser, case).await?;
            Told::Ok(desk.forecast(&view).await?.is_none())
        }
    };
    assert!(!nothing(&app).await?);
    noon(&app, date(2023, 11, 18))?;
    assert!(!nothing(&app).await?, "the day before the event is still in time");
    noon(&app, date(2023, 11, 19))?;
    assert!(nothing(&app).await?);
    let mut visitor = app.signs_in("organiser").await?;
    visitor
        .opens(&format!("/en/cases/{case}"))
        .await?
        .does_not_say("is the chance that everyone")?;
    visitor
        .opens(&format!("/en/cases/{case}/forecast"))
        .await?
        .says("Nothing is foretold")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn anyone_reads_how_well_forecasts_are_kept_once_there_is_enough_to_say() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    past(&app, 40, date(2023, 4, 25), 4).await?;
    noon(&app, date(2023, 11, 15))?;
    let page = app.visitor().opens("/en/forecasts").await?;
    page.says("160 referrals to 4 authorities since 25 April 2023")?
        .says("80 of 100")?
        .says("Days from referral to decision:")?
        .says("Decided within 30 days")?
        .does_not_say("Interior")?
        .does_not_say("PNH-")?;
    assert!(page.html.contains("<circle"), "the diagram has points");
    app.ends().await
}

/// The rows of the record, by what they are of, without the days.
async fn on_record(app: &Installation, case: ApplicationId) -> Told<BTreeMap<String, &'static str>> {
    let mut rows = vec![];
    for authority in ["mfaic", "moi", "mond", "phnom-penh"] {
        let query = ListQuery {
            view: RECORD,
            scope: authority.to_owned(),
            after: None,
            limit: 100,
        };
        rows.extend(app.desk.store().list(&query).await?);
    }
    let mut found = BTreeMap::new();
    for row in rows {
        let line: RecordLine = line(&row)?;
        let ended = match (line.decided, line.left) {
            (Some(_), None) => "decided",
            (None, Some(_)) => "left",
            (None, None) => "open",
            (Some(_), Some(_)) => "both",
        };
        if let Some(of) = row.key.key.strip_prefix(&format!("{case}/")) {
            found.insert(of.to_owned(), ended);
        }
    }
    Ok(found)
}

/// Each time that a case is put to an authority is on record, and stays there whatever becomes of the case.
#[tokio::test(flavor = "multi_thread")]
async fn each_time_that_an_authority_is_asked_is_on_record() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = put(&app, date(2023, 8, 2)).await?;
    noon(&app, date(2023, 8, 10))?;
    decides(&app, case, 0).await?;
    noon(&app, date(2023, 8, 14))?;
    let all = |of: [(&str, &'static str); 4]| of.map(|(key, ended)| (key.to_owned(), ended)).into();
    assert_eq!(
        on_record(&app, case).await?,
        all([
            ("mfaic/0", "decided"),
            ("moi/0", "open"),
            ("mond/0", "open"),
            ("phnom-penh/0", "open")
        ])
    );
    // Without fireworks, National Defence is asked no longer; who decides on fireworks and more has the case anew.
    app.amends(case, |one| {
        one.answers.insert("fireworks".to_owned(), Value::Boolean(false));
    })
    .await?;
    let found = on_record(&app, case).await?;
    assert_eq!(found["mond/0"], "left");
    assert_eq!(found["mfaic/0"], "decided", "what was decided was decided");
    assert_eq!((found["moi/0"], found["moi/1"]), ("left", "open"));
    app.acts("organiser", case, Withdraw { reasons: None }).await?;
    let found = on_record(&app, case).await?;
    assert!(found.values().all(|ended| *ended != "open"), "{found:?}");
    let (rows, again) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(rows, again);
    app.ends().await
}
