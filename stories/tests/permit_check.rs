//! An organiser finds out what is needed, without an account: question by question, to the authorities with their days, and on
//! to a draft that has the answers.

use desk::Version;
use desk::clearance::answer_field;
use rulebook::{Answers, Input, InputType, Rulebook};
use std::collections::BTreeMap;
use std::path::Path;
use stories::{Database, Installation, Page, RULEBOOK, Told, Visitor};

const START: &str = "/en/permit-check";
const RESULT: &str = "What your event needs";
const DAY: &str = "2023-11-19";

/// What is answered, by the field of a draft.
type Said = BTreeMap<String, String>;

/// The first page, with the day typed.
async fn begun(anyone: &mut Visitor, rulebook: &str, day: &str) -> Told<Page> {
    let start = anyone.opens(START).await?;
    let form = start.asking()?.with("rulebook", rulebook)?.with("date", day)?;
    anyone.opens(&form.address()).await
}

/// Answers what is asked until nothing more is; gives the last page, and what was asked.
async fn walked(anyone: &mut Visitor, mut page: Page, said: &Said) -> Told<(Page, Vec<String>)> {
    let mut asked = vec![];
    while page.heading()? != RESULT {
        let form = page.asking()?;
        let id = form.value("asked").to_owned();
        assert!(
            !asked.contains(&id) && asked.len() < 30,
            "{id} is asked twice: {asked:?}"
        );
        page.says("Your answer matters for: ")?
            .says("Why this is asked")?;
        let field = answer_field(&id);
        let answer = said.get(&field).map_or("", String::as_str);
        page = anyone.opens(&form.with(&field, answer)?.address()).await?;
        asked.push(id);
    }
    Ok((page, asked))
}

/// The names of those who are to be asked.
fn authorities(result: &Page) -> Told<Vec<String>> {
    result.each("main h3")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_finds_out_what_is_needed_without_an_account() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.signs_in("organiser").await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let mut anyone = app.visitor();
    for page in ["/en/calendar", "/en/sign-in"] {
        let page = anyone.opens(page).await?;
        assert_eq!(page.link("Find out what your event needs")?, START);
    }
    let first = begun(&mut anyone, RULEBOOK, DAY).await?;
    first.says("Public events in Phnom Penh: Sunday, 19 November 2023")?;
    first
        .says("At most 8 questions left")?
        .says("(practice: Advice of the Governor")?;
    let (result, asked) = walked(&mut anyone, first, &app.typed()?).await?;
    assert_eq!((asked[0].as_str(), asked.len()), ("fireworks", 8));
    result
        .says("4 authorities have to be asked. Apply by 4 October 2023")?
        .says(
            "Ministry of Foreign Affairs and International Cooperation latest day to file: 19 October 2023",
        )?
        .says("our assumption")?
        .says("must agree; its decision is due by its own period; if it says nothing by then: its decision is late")?
        .says("Reckoned on 1 August 2023 by version 1 of the rulebook")?;
    assert_eq!(result.each("details .reckoning")?.len(), 4);
    let version = anyone
        .follows(&result, "Public events in Phnom Penh, version 1")
        .await?;
    version.says("in force")?;

    // What programs read is folded away.
    for page in [&result, &version, &anyone.opens("/en/verify").await?] {
        let folded = page.each("main details .digest")?;
        assert!(!folded.is_empty(), "{}", page.address);
        assert_eq!(page.each("main .digest")?, folded, "{}", page.address);
    }

    // The address that is shown is all there is: whoever opens it sees the same.
    let shown = result.each("main p.digest")?.pop().ok_or("no address")?;
    let shown = shown
        .strip_prefix("https://placet.example")
        .ok_or("no address of ours")?;
    let again = app.visitor().opens(shown).await?;
    assert_eq!(again.words()?, result.words()?);

    // The answers survive signing in.
    let sign_in = anyone.tries(&result.form("/drafts")?).await?;
    sign_in.says("an application begins with your answers")?;
    sign_in.says("Accounts are given to organisers by invitation")?;
    assert_eq!(sign_in.link("back to your permit check")?, shown);
    // In another language the answers are there too.
    let other = sign_in
        .addresses()?
        .into_iter()
        .find(|one| one.starts_with("/km/permit-check?"));
    anyone.opens(&other.ok_or("no page in Khmer")?).await?;
    let form = sign_in.form("/sign-in")?;
    let form = form.with("address", &app.cast.member("organiser")?.address)?;
    let wrong = anyone
        .tries(&form.clone().with("password", "not the password")?)
        .await?;
    let form = wrong
        .form("/sign-in")?
        .with("password", "the long secret of organiser")?;
    let draft = anyone.sends(&form).await?;
    assert_eq!(draft.heading()?, "Apply for an event");
    let form = draft.form(&draft.address)?;
    for (field, value) in app
        .typed()?
        .iter()
        .filter(|(field, _)| field.starts_with("answer-"))
    {
        assert_eq!(form.value(field), value, "{field}");
    }
    assert_eq!((form.value("date"), form.value("title")), (DAY, ""));

    // Who is signed in is there at once.
    let page = anyone.opens(shown).await?;
    let other = anyone.sends(&page.form("/drafts")?).await?;
    assert_eq!(other.heading()?, "Apply for an event");
    assert_ne!(other.address, draft.address);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_organiser_begins_an_application_with_the_answers() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let mut officer = app.signs_in("interior-officer").await?;
    let mut anyone = app.visitor();
    let first = begun(&mut anyone, RULEBOOK, DAY).await?;
    let (result, _) = walked(&mut anyone, first, &app.typed()?).await?;
    let sign_in = anyone.tries(&result.form("/drafts")?).await?;
    let form = sign_in.form("/sign-in")?;
    let form = form.with("address", &app.cast.member("interior-officer")?.address)?;
    let form = form.with("password", "the long secret of interior-officer")?;
    let page = anyone.sends(&form).await?;
    page.says("An application is begun by an organiser.")?
        .says(RESULT)?;
    assert!(page.form("/drafts").is_err());
    let page = officer.opens(&page.address).await?;
    assert!(page.form("/drafts").is_err());
    // Forged, it begins nothing.
    let token = officer
        .opens("/en/verify")
        .await?
        .form("/verify")?
        .value("token")
        .to_owned();
    let forged = result.form("/drafts")?.forged("token", &token);
    assert_eq!(officer.posts(&forged).await?.status, 404);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_changed_and_the_others_stay() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let mut anyone = app.visitor();
    let first = begun(&mut anyone, RULEBOOK, DAY).await?;
    let (result, _) = walked(&mut anyone, first, &app.typed()?).await?;
    let change = result.addresses()?;
    let change = change.iter().find(|one| one.ends_with("#answer-largest_shell"));
    let page = anyone.opens(change.ok_or("it cannot be changed")?).await?;
    page.says("Your answer matters for: National Defence")?
        .does_not_say("questions left")?;
    let form = page.asking()?;
    assert_eq!(
        form.value("answer-largest_shell"),
        app.typed()?["answer-largest_shell"]
    );
    // It may be left out, and then is not asked once more.
    let page = anyone
        .opens(&form.with("answer-largest_shell", "")?.address())
        .await?;
    page.says(RESULT)?
        .says("What is the diameter of the largest shell? Left out")?;
    // With the day, everything else stays.
    let change = page.addresses()?;
    let change = change
        .iter()
        .find(|one| one.ends_with("#date"))
        .ok_or("no day to change")?;
    let page = anyone.opens(change).await?;
    let page = anyone
        .opens(&page.asking()?.with("date", "2023-12-19")?.address())
        .await?;
    page.says(RESULT)?.says("19 December 2023")?.says("Left out")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_in_an_address_is_told_beside_its_field_and_the_rest_stays() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let mut anyone = app.visitor();
    let base = format!("rulebook={RULEBOOK}&date={DAY}");
    let long = "x".repeat(600);
    for (query, fields) in [
        ("rulebook=&date=".to_owned(), vec!["date", "rulebook"]),
        (format!("rulebook=atlantis&date={DAY}"), vec!["rulebook"]),
        (format!("rulebook={RULEBOOK}&date=2023-13-40"), vec!["date"]),
        (format!("rulebook={RULEBOOK}&date=%ff"), vec!["date"]),
        // Over, today, and further on than any calendar.
        (format!("rulebook={RULEBOOK}&date=2023-07-31"), vec!["date"]),
        (format!("rulebook={RULEBOOK}&date=2023-08-01"), vec!["date"]),
        (format!("rulebook={RULEBOOK}&date=2093-11-19"), vec!["date"]),
        ("ask=date".to_owned(), vec!["date", "rulebook"]),
        (
            format!("{base}&answer-attendance=many"),
            vec!["answer-attendance"],
        ),
        (format!("{base}&answer-attendance="), vec!["answer-attendance"]),
        (
            format!("{base}&answer-attendance=%ff5"),
            vec!["answer-attendance"],
        ),
        (
            format!("{base}&answer-attendance={long}"),
            vec!["answer-attendance"],
        ),
        (
            format!("{base}&answer-event_kind=eclipse"),
            vec!["answer-event_kind"],
        ),
        (format!("{base}&asked=fireworks"), vec!["answer-fireworks"]),
        (
            format!("{base}&answer-fireworks=perhaps&answer-largest_shell=-5"),
            vec!["answer-fireworks", "answer-largest_shell"],
        ),
    ] {
        let query = format!("{query}&answer-road_closure=yes");
        let answer = anyone.asks(&format!("{START}?{query}")).await?;
        let page = Page {
            address: START.to_owned(),
            status: answer.status,
            html: answer.text(),
        };
        assert_eq!(page.status, 422, "{query}");
        let faults = page.faults()?;
        assert_eq!(faults.keys().collect::<Vec<_>>(), fields, "{query}: {faults:?}");
        assert_eq!(page.summary()?.len(), fields.len(), "{query}");
        let form = page.asking()?;
        assert_eq!(form.value("answer-road_closure"), "yes", "{query}");
        if query.contains("=many") {
            assert_eq!(form.value("answer-attendance"), "many");
        }
    }
    // What the rules do not ask is told and kept; so is that the rules were others.
    let page = anyone
        .opens(&format!("{START}?{base}&version=abc&answer-moon=full"))
        .await?;
    page.says("answer-moon full")?.says("under another version")?;
    assert_eq!(page.asking()?.value("answer-moon"), "full");
    // More than any address of ours.
    let answer = anyone
        .asks(&format!("{START}?{base}&x={}", "y".repeat(9_000)))
        .await?;
    assert_eq!(answer.status, 414);
    assert!(answer.text().contains("The address is too long"));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_for_which_nothing_can_be_reckoned_is_told_in_words() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-04-20T02:00:00Z")?;
    let mut anyone = app.visitor();
    let early = begun(&mut anyone, RULEBOOK, "2023-04-24").await?;
    early.says("These rules do not answer for that day: they hold from 25 April 2023 on.")?;
    assert!(early.link("Change the day")?.ends_with("#date"));
    assert!(early.form("/drafts").is_err() && early.asking().is_err());
    app.clock_at("2023-08-01T02:00:00Z")?;
    let first = begun(&mut anyone, RULEBOOK, "2023-08-02").await?;
    let (near, _) = walked(&mut anyone, first, &app.typed()?).await?;
    near.says("The latest day to apply has passed with at least one of them.")?;
    assert!(near.link("Change the day")?.ends_with("#date"));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_has_to_be_asked_applying_is_not_what_follows() -> Told {
    let version = shipped("gb-england")?;
    let rulebook = version.rulebook.clone();
    let app = Installation::ruled_by(Database::sqlite()?, version).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let mut anyone = app.visitor();
    // The smallest of all events.
    let least = |input: &Input| match input.kind {
        InputType::Boolean => "no".to_owned(),
        InputType::Text => "none".to_owned(),
        _ => any_answer(input, 0),
    };
    let inputs = rulebook.inputs().iter();
    let said: Said = inputs
        .map(|input| (answer_field(&input.id), least(input)))
        .collect();
    let first = begun(&mut anyone, "gb-england", DAY).await?;
    let (result, _) = walked(&mut anyone, first, &said).await?;
    assert_eq!(authorities(&result)?, Vec::<String>::new());
    result
        .says("you need not apply here")?
        .says("Apply all the same")?;
    let buttons = result.each("main .govuk-button")?;
    assert_eq!(buttons, result.each("main .govuk-button--secondary")?);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_demonstration_the_answers_survive_the_choice_of_a_person() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let mut anyone = app.demonstration();
    let first = begun(&mut anyone, RULEBOOK, DAY).await?;
    let (result, _) = walked(&mut anyone, first, &app.typed()?).await?;
    let people = anyone.tries(&result.form("/drafts")?).await?;
    assert_eq!(people.status, 401);
    people.says("Your answers are kept.")?;
    // Every language leads to a page that is there.
    for link in people
        .addresses()?
        .iter()
        .filter(|one| one.starts_with("/km/") || one.starts_with("/ja/"))
    {
        anyone.opens(link).await?.says("2023")?;
    }
    let organiser = &app.cast.member("organiser")?.address;
    let forms = people.forms()?.into_iter();
    let form = forms
        .filter(|form| form.action.ends_with("/people"))
        .find(|form| form.value("address") == organiser);
    let draft = anyone
        .sends(&form.ok_or("the organiser cannot be picked")?)
        .await?;
    assert_eq!(draft.heading()?, "Apply for an event");
    assert_eq!(draft.form(&draft.address)?.value("date"), DAY);
    app.ends().await
}

/// A rulebook that ships.
pub fn shipped(name: &str) -> Told<Version> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../rulebooks")
        .join(name);
    let mut files = BTreeMap::new();
    for file in ["rulebook.toml", "authorities.dmn"] {
        files.insert(file.to_owned(), std::fs::read_to_string(folder.join(file))?);
    }
    Ok(Version::load(files)?)
}

/// One of the answers that a question takes, by a number.
fn any_answer(input: &Input, number: usize) -> String {
    let one_of = |ids: &[&str]| {
        ids.get(number % ids.len())
            .map_or_else(String::new, |id| (*id).to_owned())
    };
    let least = input
        .least
        .map_or_else(|| "0".to_owned(), |least| least.to_string());
    let most = input
        .most
        .map_or_else(|| "9000".to_owned(), |most| most.to_string());
    match input.kind {
        InputType::Boolean => one_of(&["yes", "no"]),
        InputType::Number if input.required => one_of(&[&least, &most]),
        InputType::Number => one_of(&[&least, &most, ""]),
        InputType::Date => DAY.to_owned(),
        InputType::Text => one_of(&input.values.iter().map(|one| one.id.as_str()).collect::<Vec<_>>()),
    }
}

/// The names of those whom a case with all of these answers asks.
fn asked_by(rulebook: &Rulebook, said: &Said) -> Told<Vec<String>> {
    let mut answers = Answers::new();
    for input in rulebook.inputs() {
        let typed = said.get(&answer_field(&input.id)).map_or("", String::as_str);
        if !typed.is_empty() {
            answers.insert(input.id.clone(), input.answer(typed)?);
        }
    }
    let asked = rulebook.evaluate(&answers)?.authorities;
    let named = asked.iter().filter_map(|one| rulebook.authority(&one.authority));
    Ok(named.map(|one| one.name.in_language("en").to_owned()).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_asked_would_change_nothing_in_any_rulebook_that_ships() -> Told {
    for name in ["kh-phnom-penh", "jp-tokyo", "gb-england", "us-nyc"] {
        let version = shipped(name)?;
        let rulebook = version.rulebook.clone();
        let app = Installation::ruled_by(Database::sqlite()?, version).await?;
        app.clock_at("2023-08-01T02:00:00Z")?;
        let mut anyone = app.visitor();
        let mut fewer = false;
        for walk in 0_usize..6 {
            let answer = |(place, input): (usize, &Input)| {
                let number = walk * 7 + place * (walk + 3);
                (answer_field(&input.id), any_answer(input, number))
            };
            let said: Said = rulebook.inputs().iter().enumerate().map(answer).collect();
            let first = begun(&mut anyone, name, DAY).await?;
            let (result, asked) = walked(&mut anyone, first, &said).await?;
            assert_eq!(
                authorities(&result)?,
                asked_by(&rulebook, &said)?,
                "{name}: {said:?}"
            );
            fewer |= asked.len() < rulebook.inputs().len();
        }
        assert!(fewer, "{name} asks everything of everyone");
        app.ends().await?;
    }
    Ok(())
}

/// A number is taken as people write it, where it can only mean one; where it may mean two, both are told. Its unit stands beside it.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_taken_as_people_write_it_and_its_unit_stands_beside_it() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let mut anyone = app.visitor();
    let base = format!("{START}?rulebook={RULEBOOK}&date={DAY}&answer-fireworks=yes");
    for (typed, said) in [
        ("120,5", "120.5 mm"),
        ("1 200", "1,200 mm"),
        ("១២០,៥", "120.5 mm"),
    ] {
        let typed = typed.replace(' ', "+");
        let page = anyone
            .opens(&format!("{base}&answer-largest_shell={typed}"))
            .await?;
        page.says(&format!("What is the diameter of the largest shell? {said}"))?;
    }
    let asked = format!("{base}&answer-largest_shell=1.200&ask=largest_shell");
    let answer = anyone.asks(&asked).await?;
    let page = Page {
        address: START.to_owned(),
        status: answer.status,
        html: answer.text(),
    };
    assert_eq!(page.status, 422);
    let faults = page.faults()?;
    let told = faults.get("answer-largest_shell").ok_or("nothing is told")?;
    assert!(told.contains("can be read as 1200 and as 1.2"), "{told}");
    assert_eq!(page.asking()?.value("answer-largest_shell"), "1.200");
    assert_eq!(page.exactly("#answer-largest_shell-unit")?, "mm");
    app.ends().await
}

/// A day that a deadline in force sets is no assumption, whatever is assumed of how long the authority takes.
#[tokio::test(flavor = "multi_thread")]
async fn a_day_rests_on_what_it_was_reckoned_by() -> Told {
    let app = Installation::ruled_by(Database::sqlite()?, shipped("us-nyc")?).await?;
    app.clock_at("2023-08-01T02:00:00Z")?;
    let answered = "/en/permit-check?rulebook=us-nyc&date=2024-07-04&answer-event_type=street-large\
                    &answer-attendance=900&answer-in_park=no&answer-amplified_sound=no&answer-fireworks=yes\
                    &answer-largest_shell=75";
    let page = app.visitor().opens(answered).await?;
    page.says("latest day to file: 20 May 2024 may refuse")?;
    // That of the Fire Department is reckoned by a period that nobody published.
    page.says("latest day to file: 20 May 2024 our assumption may refuse")?;
    app.ends().await
}
