//! What the public reads: the anniversary at each stage, a mission's reception whose place is told only after it, a rule that is changed
//! and whom it would have touched; and what nobody reads who is no party.

use act::{ApplicationId, Reason};
use clearance::acts::{AskQuestion, Circulate, Decide, SuspendPermit, Withdraw};
use clearance::{Condition, Decision};
use ledger::Receipt;
use std::sync::Arc;
use stories::{Database, Installation, Page, RULEBOOK, Told, Visitor, authority, public_rulebook};

const REFERENCE: &str = "PNH-2023-0001";
const ENTRY: &str = "/en/register/PNH-2023-0001";
/// When the day of the anniversary is over in Phnom Penh, and a second before.
const OVER: &str = "2023-11-19T17:00:00Z";
const NOT_YET: &str = "2023-11-19T16:59:59Z";

/// Every public address at which something of an application could stand.
const PUBLIC: [&str; 18] = [
    "/en/register",
    "/en/register/PNH-2023-0001",
    "/en/register/PNH-2023-0001/json",
    "/en/register.csv",
    "/en/register.json",
    "/en/calendar",
    "/en/calendar.ics",
    "/en/permits/PNH-2023-0001-P1",
    "/en/permits/PNH-2023-0001-P1/pdf",
    "/en/permits/PNH-2023-0001-P1/file",
    "/en/statistics",
    "/en/forecasts",
    "/en/verify",
    "/en/ledger/status",
    "/en/register?words=garden&since=",
    "/en/register.json?words=garden",
    "/en/register.csv?words=garden",
    "/en/register.json?authority=mfaic",
];

async fn public() -> Told<Installation> {
    Installation::where_much_is_public(Database::sqlite()?, &[]).await
}

/// All that somebody without an account finds at every public address, one after the other.
async fn everything_public(app: &Installation) -> Told<String> {
    let mut anyone = app.visitor();
    let mut all = String::new();
    for address in PUBLIC {
        // A line of a calendar is folded within its words.
        all.push_str(&anyone.asks(address).await?.text().replace("\r\n ", ""));
    }
    Ok(all)
}

/// A reception that an embassy gives on its own land.
async fn reception(app: &Installation) -> Told<ApplicationId> {
    app.clock_at("2023-08-01T03:10:00Z")?;
    let organiser = app.cast.actor("organiser")?;
    let id = app.desk.begin_draft(organiser, RULEBOOK, None).await?;
    let draft = app.desk.draft_of(organiser, id).await?;
    let mut fields = draft.fields;
    fields.extend(app.typed()?);
    for (field, value) in [
        ("title", "Reception of the mission"),
        ("place", "Garden behind the residence"),
        ("from", "18:45"),
        ("until", "21:15"),
        ("answer-place_kind", "private-land"),
        ("answer-fireworks", "no"),
        ("answer-road_closure", "no"),
        ("answer-attendance", "120"),
        ("answer-largest_shell", ""),
    ] {
        fields.insert(field.to_owned(), value.to_owned());
    }
    app.desk.save_draft(organiser, id, draft.version, fields).await?;
    app.submit(organiser, id).await?;
    app.clock_at("2023-08-02T02:30:00Z")?;
    app.acts("coordinator", id, Circulate::default()).await?;
    Ok(id)
}

/// Foreign Affairs, which alone is asked about a reception, agrees, and the permit is issued.
async fn granted(app: &Installation, id: ApplicationId) -> Told {
    let decide = Decide {
        authority: authority("mfaic")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("foreign-affairs-decider", id, decide).await?;
    app.acts("coordinator", id, clearance::acts::IssuePermit).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_anniversary_is_public_step_by_step_as_its_rulebook_says() -> Told {
    let app = public().await?;
    // Before it is handed in, whoever applies reads what of it will be public.
    let draft = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&format!("/en/drafts/{draft}/check"))
        .await?
        .says("What of it will be public")?
        .says("Place from when it is in circulation")?
        .says("Conditions of the permit once the event is over")?;
    app.submit(app.cast.actor("organiser")?, draft).await?;
    let case = draft;
    let mut anyone = app.visitor();
    // It was handed in, and nobody has found it complete: nobody but its parties is told that it is there.
    anyone.does_not_find(ENTRY).await?;
    anyone
        .opens("/en/register")
        .await?
        .says("Nothing stands in this register yet.")?;

    app.clock_at("2023-08-02T02:30:00Z")?;
    app.acts("coordinator", case, Circulate::default()).await?;
    let list = anyone.opens("/en/register").await?;
    list.says("in review")?.says("0 of 4 have decided")?;
    let entry = anyone.follows(&list, REFERENCE).await?;
    entry
        .says("Riverfront, Phnom Penh")?
        .says("18:00 to 21:00")?
        .says("Interior has not decided")?
        .says("Conditions of the permit from when it is permitted")?
        .says("What kind of event is it? Celebration or ceremony")?
        .says("How many people do you expect? from when it is permitted")?
        .says("Nothing else of an application is public")?
        .does_not_say(&app.cast.application.description)?;
    anyone.opens("/en/calendar").await?.does_not_say(REFERENCE)?;

    anniversary_is_permitted(&app, case, &mut anyone).await?;

    app.clock_at(NOT_YET)?;
    anyone
        .opens(ENTRY)
        .await?
        .says("withheld until the event is over")?;
    app.clock_at(OVER)?;
    let entry = anyone.opens(ENTRY).await?;
    entry
        .says("permitted; the event is over")?
        .does_not_say("withheld")?;
    let permit = anyone.opens("/en/permits/PNH-2023-0001-P1").await?;
    permit
        .says("permitted; the event is over")?
        .says("As a file with its proof")?;
    let day = format!("/en/cases/{case}/day");
    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens(&day)
        .await?
        .says("permitted; the event is over")?;
    let file = anyone.asks("/en/permits/PNH-2023-0001-P1/file").await?;
    assert!(Receipt::from_json(&file.text()).is_ok());
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after, "what is public follows from the facts alone");
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

/// What the municipality demands of fireworks is told once they are over; who holds the permit has all of it, and can prove it.
async fn anniversary_is_permitted(app: &Installation, case: ApplicationId, anyone: &mut Visitor) -> Told {
    let condition = Condition::plain(act::Text::new(
        "The shells are kept in the shed by the old pier.",
    )?);
    for (who, decider) in stories::DECIDERS {
        let decision = match who {
            "phnom-penh" => Decision::GrantedWithConditions {
                conditions: vec![condition.clone()],
            },
            _ => Decision::Granted,
        };
        let decide = Decide {
            authority: authority(who)?,
            decision,
            reasons: None,
        };
        app.acts(decider, case, decide).await?;
    }
    app.acts("coordinator", case, clearance::acts::IssuePermit)
        .await?;
    let entry = anyone.opens(ENTRY).await?;
    entry
        .says("4 of 4 have decided")?
        .says("withheld until the event is over")?
        .says("The conditions tell where fireworks are stored and when they are moved.")?
        .says("No published rule found; for the safety of those who store and move fireworks")?;
    let rule = entry.link("Rule 5 on what is withheld")?;
    assert!(rule.ends_with("#withheld-5"), "{rule}");
    let rules = anyone.opens(rule.split('#').next().unwrap_or_default()).await?;
    let row = rules.exactly("#withheld-5")?;
    assert!(row.contains("withheld until the event is over"), "{row}");

    let permit = anyone.follows(&entry, "Permit PNH-2023-0001-P1").await?;
    permit
        .says("agreed; its conditions are not public")?
        .says("The conditions are not public.")?
        .says("cannot leave out a part")?
        .does_not_say("old pier")?
        .does_not_say("As a file with its proof")?;
    // Who is not signed in may be a party; who is signed in and none finds nothing.
    let mut other = app.signs_in("rule-maker").await?;
    for paper in ["file", "pdf"] {
        let paper = format!("/en/permits/PNH-2023-0001-P1/{paper}");
        let answer = anyone.asks(&paper).await?;
        assert_eq!(answer.status, 303, "{paper}");
        anyone.opens(&paper).await?.says("Sign in")?;
        other.does_not_find(&paper).await?;
    }
    let all = everything_public(app).await?;
    assert!(all.contains("Riverfront") && !all.contains("old pier"));

    let mut organiser = app.signs_in("organiser").await?;
    organiser
        .opens("/en/permits/PNH-2023-0001-P1")
        .await?
        .says("The shells are kept in the shed by the old pier.")?;
    let file = organiser.asks("/en/permits/PNH-2023-0001-P1/file").await?.text();
    let form = anyone.opens("/en/verify").await?.form("/verify")?;
    let verified = anyone.sends(&form.with("code", &file)?).await?;
    verified.says("Genuine and in force")?.says("old pier")?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_mission_receives_its_guests_is_told_only_after_it() -> Told {
    let app = public().await?;
    let case = reception(&app).await?;
    let place = "Garden behind the residence";
    // At no time before: nor in an address by which a list goes on, nor in any file.
    let hidden = [place, "18:45", "21:15", "residence"];
    let check = async || -> Told {
        let all = everything_public(&app).await?;
        for words in hidden {
            assert!(!all.contains(words), "{words} is public");
        }
        assert!(all.contains("Reception of the mission"));
        Ok(())
    };
    check().await?;
    granted(&app, case).await?;
    check().await?;
    let mut anyone = app.visitor();
    anyone
        .opens(ENTRY)
        .await?
        .says("Place withheld until the event is over")?
        .says("Vienna Convention on Diplomatic Relations (1961), Articles 22 and 29")?;
    let calendar = anyone.opens("/en/calendar").await?;
    calendar
        .says("Reception of the mission")?
        .says("Place: withheld until the event is over")?
        .says("Hours: withheld until the event is over")?;
    let permit = anyone.opens("/en/permits/PNH-2023-0001-P1").await?;
    permit
        .says("There are no conditions.")?
        .does_not_say("The conditions are not public.")?;
    let looked = anyone.opens("/en/register?words=residence").await?;
    looked.says("Nothing that is public matches this.")?;
    for language in ["km", "ja"] {
        for page in [
            "register",
            "register/PNH-2023-0001",
            "calendar",
            "permits/PNH-2023-0001-P1",
        ] {
            let page = anyone.opens(&format!("/{language}/{page}")).await?;
            page.does_not_say(place)?.does_not_say("18:45")?;
        }
    }
    app.clock_at(NOT_YET)?;
    check().await?;
    app.clock_at(OVER)?;
    let all = everything_public(&app).await?;
    for words in hidden {
        assert!(all.contains(words), "{words} is not told afterwards");
    }
    anyone
        .opens("/en/register?words=residence+garden")
        .await?
        .says("Reception of the mission")?;
    let (before, after) = app.views_before_and_after_rebuilding().await?;
    assert_eq!(before, after);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ended_without_a_permit_is_public_only_where_the_rulebook_says_so() -> Told {
    let keeps = [(
        "from = \"circulated\"",
        "from = \"circulated\"\nkeeps = [\"withdrawn\"]",
    )];
    for (changed, stays) in [(&[][..], false), (&keeps[..], true)] {
        let app = Installation::where_much_is_public(Database::sqlite()?, changed).await?;
        let case = app.circulated(None).await?;
        let mut anyone = app.visitor();
        anyone.opens(ENTRY).await?.says("in review")?;
        let reasons = Some(Reason::new("The donor left.")?);
        app.acts("organiser", case, Withdraw { reasons }).await?;
        if stays {
            anyone
                .opens(ENTRY)
                .await?
                .says("withdrawn")?
                .does_not_say("The donor left.")?;
        } else {
            anyone.does_not_find(ENTRY).await?;
            let all = everything_public(&app).await?;
            assert!(!all.contains("Riverfront"));
        }
        app.ends().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_public_only_where_the_rulebook_says_so_and_never_why() -> Told {
    let changed = [(
        "from = \"circulated\"",
        "from = \"circulated\"\nkeeps = [\"refused\"]",
    )];
    let app = Installation::where_much_is_public(Database::sqlite()?, &changed).await?;
    let case = app.circulated(None).await?;
    let why = "The quay is closed for works.";
    for (who, decider) in stories::DECIDERS {
        let refuses = who == "moi";
        let decide = Decide {
            authority: authority(who)?,
            decision: if refuses {
                Decision::Refused
            } else {
                Decision::Granted
            },
            reasons: refuses.then(|| Reason::new(why)).transpose()?,
        };
        app.acts(decider, case, decide).await?;
    }
    let page = app.visitor().opens(ENTRY).await?;
    page.says("refused")?
        .says("4 of 4 have decided")?
        .does_not_say(why)?;
    // Who of them refused is nobody's to read: of each is said the same.
    assert_eq!(page.words()?.matches("has decided").count(), 4);
    let json = app.visitor().asks(&format!("{ENTRY}/json")).await?.text();
    let json: serde_json::Value = serde_json::from_str(&json)?;
    let asked = json["authorities"].as_array().ok_or("nobody was asked")?;
    let keys = |one: &serde_json::Value| one.as_object().map(|one| one.keys().cloned().collect::<Vec<_>>());
    assert!(asked.iter().all(|one| keys(one) == keys(&asked[0])), "{asked:?}");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rulebook_that_says_nothing_of_it_makes_nothing_more_public_than_permits() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.under_way(None).await?;
    let all = everything_public(&app).await?;
    assert!(!all.contains("Riverfront"), "{all}");
    app.visitor().does_not_find(ENTRY).await?;
    app.ends().await?;
    let app = Installation::on(Database::sqlite()?).await?;
    app.permitted(None).await?;
    let mut anyone = app.visitor();
    anyone
        .opens(ENTRY)
        .await?
        .says("permitted")?
        .says("4 of 4 have decided")?
        .does_not_say("withheld")?;
    anyone
        .opens("/en/permits/PNH-2023-0001-P1")
        .await?
        .says("As a file with its proof")?;
    app.ends().await
}

/// Words that are between parties, in a case of which much is public.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_between_parties_stands_in_anything_public() -> Told {
    let app = public().await?;
    let case = app.under_way(None).await?;
    let secrets = ["Who measures the wind on the night?", "High water is forecast."];
    let [question, suspended] = secrets;
    let ask = AskQuestion {
        authority: authority("mond")?,
        text: Reason::new(question)?,
        items: vec![],
    };
    app.acts("defence-decider", case, ask).await?;
    let mut all = everything_public(&app).await?;
    app.clock_at("2023-09-02T02:00:00Z")?;
    let other = app.permitted(None).await?;
    let suspend = SuspendPermit {
        reasons: Reason::new(suspended)?,
        until: None,
    };
    app.acts("coordinator", other, suspend).await?;
    all.push_str(&everything_public(&app).await?);
    let mut anyone = app.visitor();
    for address in [
        "/en/register/PNH-2023-0002",
        "/en/register/PNH-2023-0002/json",
        "/en/permits/PNH-2023-0002-P1",
    ] {
        all.push_str(&anyone.asks(address).await?.text());
    }
    assert!(all.contains("permit suspended"));
    for words in secrets {
        assert!(!all.contains(words), "{words}");
    }
    let people = app.cast.members().map(|member| member.address.clone());
    for address in people.filter(|address| address.contains('@')) {
        assert!(!all.contains(&address), "{address}");
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_is_looked_through_by_day_standing_authority_and_words() -> Told {
    let app = public().await?;
    app.titled("Lanterns on the river")?;
    app.circulated(None).await?;
    app.titled("Fireworks of friendship")?;
    app.permitted(None).await?;
    let mut anyone = app.visitor();
    let mut found = async |query: &str| -> Told<(bool, bool)> {
        let page = anyone.opens(&format!("/en/register?{query}")).await?;
        let words = page.words()?;
        Ok((
            words.contains("Lanterns on the river"),
            words.contains("Fireworks of friendship"),
        ))
    };
    assert_eq!(found("").await?, (true, true));
    assert_eq!(found("since=2023-11-20&until=").await?, (false, false));
    assert_eq!(found("since=2023-11-19&until=2023-11-19").await?, (true, true));
    assert_eq!(found("until=2023-11-18").await?, (false, false));
    assert_eq!(found("stands=permitted").await?, (false, true));
    assert_eq!(found("stands=in-review").await?, (true, false));
    assert_eq!(found("stands=over").await?, (false, false));
    assert_eq!(found("authority=moi").await?, (true, true));
    assert_eq!(found("authority=moi&stands=in-review").await?, (true, false));
    assert_eq!(found("authority=atlantis").await?, (false, false));
    assert_eq!(found("words=RIVER").await?, (true, false));
    assert_eq!(found("words=riverfront").await?, (true, true));
    assert_eq!(found("words=friendship+fireworks").await?, (false, true));
    assert_eq!(found("words=friendship+lanterns").await?, (false, false));
    app.clock_at(OVER)?;
    let mut anyone = app.visitor();
    let page = anyone.opens("/en/register?stands=over").await?;
    page.says("Fireworks of friendship")?.does_not_say("Lanterns")?;
    let page = anyone.opens("/en/register?stands=permitted").await?;
    page.does_not_say("Fireworks of friendship")?;
    let wrong = anyone.asks("/en/register?since=tomorrow").await?;
    assert_eq!(wrong.status, 422);
    let page = Page {
        address: String::new(),
        status: wrong.status,
        html: wrong.text(),
    };
    page.says("From this day")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_goes_on_and_its_file_has_all_of_it() -> Told {
    let app = public().await?;
    for number in 0..53 {
        app.titled(&format!("Event number {number:02}"))?;
        app.circulated(None).await?;
    }
    let mut anyone = app.visitor();
    let first = anyone.opens("/en/register?words=event").await?;
    first.says("Event number 49")?.does_not_say("Event number 50")?;
    let second = anyone.follows(&first, "Next page").await?;
    second.says("Event number 52")?.does_not_say("Event number 49")?;
    let csv = anyone.asks("/en/register.csv?words=event").await?.text();
    assert_eq!(csv.lines().count(), 54, "{csv}");
    let row = csv
        .lines()
        .find(|line| line.contains("Event number 00"))
        .ok_or("no row")?;
    let expect = "\"PNH-2023-0001\",\"\",\"in-review\",\"2023-11-19\",\"Event number 00\",";
    assert!(row.starts_with(expect), "{row}");
    assert!(row.ends_with("\"\",\"conditions answer.attendance\""), "{row}");
    let json: serde_json::Value =
        serde_json::from_str(&anyone.asks("/en/register.json?words=event").await?.text())?;
    assert_eq!(json["entries"].as_array().map(Vec::len), Some(50));
    assert_eq!(json["next"]["key"], "PNH-2023-0050");
    let one: serde_json::Value =
        serde_json::from_str(&anyone.asks("/en/register/PNH-2023-0001/json").await?.text())?;
    assert_eq!(one["format"], "placet-register/1");
    assert_eq!(one["withheld"][0]["field"], "conditions");
    app.ends().await
}

/// What is looked for stands in the names of fifty-one and, of the fifty-first, only in the place that is withheld.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_goes_on_names_nothing_by_words_that_are_withheld_of_it() -> Told {
    let app = public().await?;
    for number in 0..50 {
        app.titled(&format!("Garden party {number:02}"))?;
        app.circulated(None).await?;
    }
    reception(&app).await?;
    app.titled("Garden of lights")?;
    app.circulated(None).await?;
    let mut anyone = app.visitor();
    let mut listed = async |address: &str| -> Told<serde_json::Value> {
        Ok(serde_json::from_str(&anyone.asks(address).await?.text())?)
    };
    let first = listed("/en/register.json?words=garden").await?;
    assert_eq!(first["entries"].as_array().map(Vec::len), Some(50));
    assert_eq!(first["next"]["key"], "PNH-2023-0050");
    let after = first["next"]["after"]
        .as_str()
        .ok_or("no next")?
        .replace(' ', "+");
    let address = format!("/en/register.json?words=garden&after={after}&key=PNH-2023-0050");
    let second = listed(&address).await?;
    assert_eq!(second["entries"].as_array().map(Vec::len), Some(1));
    assert_eq!(second["entries"][0]["title"], "Garden of lights");
    // Once it is over it stands where it belongs.
    app.clock_at(OVER)?;
    let second = listed(&address).await?;
    assert_eq!(second["entries"][0]["reference"], "PNH-2023-0051");
    app.ends().await
}

/// Whoever looks for everything reads everything on every page, and in every file.
#[tokio::test(flavor = "multi_thread")]
async fn blank_fields_ask_for_the_same_on_every_page() -> Told {
    let app = public().await?;
    for number in 0..51 {
        app.titled(&format!("Event number {number:02}"))?;
        app.circulated(None).await?;
    }
    app.clock_at("2024-02-01T02:00:00Z")?;
    let mut anyone = app.visitor();
    let list = anyone.opens("/en/register").await?;
    list.says("Nothing that is public matches this.")?;
    let earlier = anyone
        .follows(&list, "Earlier events, from 1 February 2023 on")
        .await?;
    earlier.says("Event number 00")?;
    let all = "/en/register?words=&since=&until=&stands=&authority=";
    let first = anyone.opens(all).await?;
    first.says("Event number 49")?.does_not_say("Earlier events")?;
    anyone
        .follows(&first, "Next page")
        .await?
        .says("Event number 50")?;
    let file = first.link("This list as a table (CSV)")?;
    assert_eq!(anyone.asks(&file).await?.text().lines().count(), 52);
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_looked_for_is_refused_by_its_field_and_widens_nothing() -> Told {
    let app = public().await?;
    app.circulated(None).await?;
    let mut anyone = app.visitor();
    let long = format!("words={}", "lantern+".repeat(40));
    for (query, field) in [
        ("stands=permited", "stands"),
        ("authority=Interior!", "authority"),
        ("words=!!!", "words"),
        (long.as_str(), "words"),
        ("since=tomorrow", "since"),
    ] {
        let page = anyone.asks(&format!("/en/register?{query}")).await?;
        assert_eq!(page.status, 422, "{query}");
        assert!(!page.text().contains(REFERENCE), "{query}");
        for file in ["json", "csv"] {
            let answer = anyone.asks(&format!("/en/register.{file}?{query}")).await?;
            assert_eq!(answer.status, 422, "{file} {query}");
            let problem: serde_json::Value = serde_json::from_str(&answer.text())?;
            assert_eq!(problem["faults"][0]["field"], field, "{problem}");
        }
    }
    app.ends().await
}

/// An authority that was silent set no conditions: that its silence counted is told with the permit, though the conditions are not.
#[tokio::test(flavor = "multi_thread")]
async fn a_veiled_permit_says_who_was_silent() -> Told {
    let short = "short = { en = \"Interior\", km = \"មហាផ្ទៃ\", ja = \"内務省\" }\n\
                 competence = \"concurrence\"\ncalendar = \"kh\"\nsilence = ";
    let silent = [(
        format!("{short}\"nothing\""),
        format!("{short}\"deemed-granted\""),
    )];
    let silent: Vec<(&str, &str)> = silent
        .iter()
        .map(|(was, is)| (was.as_str(), is.as_str()))
        .collect();
    let app = Installation::where_much_is_public(Database::sqlite()?, &silent).await?;
    let case = app.circulated(None).await?;
    for (who, decider) in stories::DECIDERS.into_iter().filter(|(who, _)| *who != "moi") {
        let decide = Decide {
            authority: authority(who)?,
            decision: Decision::Granted,
            reasons: None,
        };
        app.acts(decider, case, decide).await?;
    }
    app.clock_at("2023-09-01T02:00:00Z")?;
    app.desk.do_what_is_due().await?;
    app.acts("coordinator", case, clearance::acts::IssuePermit)
        .await?;
    let permit = app.visitor().opens("/en/permits/PNH-2023-0001-P1").await?;
    permit
        .says("no answer: counts as agreed")?
        .says("The conditions are not public.")?;
    let withheld = permit
        .words()?
        .matches("agreed; its conditions are not public")
        .count();
    assert_eq!(withheld, 3);
    app.ends().await
}

/// Calendar programs are told of what is ahead before what is past, and of nothing new where nothing changed.
#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_program_is_told_of_what_is_ahead_first_and_of_no_change_where_there_was_none() -> Told {
    let app = public().await?;
    for _ in 0..2 {
        let case = reception(&app).await?;
        granted(&app, case).await?;
    }
    let mut anyone = app.visitor();
    let first = anyone.asks("/en/calendar.ics").await?.text();
    assert!(first.contains("SEQUENCE:1\r\n"), "{first}");
    app.clock_at("2023-08-05T00:00:00Z")?;
    assert_eq!(anyone.asks("/en/calendar.ics").await?.text(), first);
    app.clock_at(OVER)?;
    let told = anyone.asks("/en/calendar.ics").await?.text();
    assert!(
        told.contains("SEQUENCE:2\r\nDTSTAMP:20231119T170000Z\r\n"),
        "{told}"
    );
    let about = async |day: &str, most: usize| -> Told<usize> {
        Ok(app.desk.calendar_about(day.parse()?, &[31, 1], most).await?.len())
    };
    assert_eq!(about("2023-11-19", 2).await?, 2, "both are ahead");
    assert_eq!(about("2023-11-19", 1).await?, 1);
    assert_eq!(about("2023-12-01", 2).await?, 2, "both find room");
    assert_eq!(
        about("2023-12-01", 1).await?,
        0,
        "of a month they do not, and of a day there are none"
    );
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_rule_says_whom_it_would_have_touched() -> Told {
    let app = public().await?;
    reception(&app).await?;
    app.circulated(None).await?;
    let old = app.desk.rulebooks().in_force(RULEBOOK).ok_or("no rulebook")?;
    // What a mission does on its land is told from the first, as far as the hours go.
    let row = "<inputEntry id=\"withheld_2_input_3\">\n          <text>true</text>";
    let new = public_rulebook(&[(row, &row.replace("true", "false"))])?;
    let maker = app.cast.actor("rule-maker")?;
    let found = app.desk.what_if(maker, old, Arc::clone(&new.rulebook)).await?;
    assert_eq!(found.report.totals().public, 1);
    let [change] = found.report.changes.as_slice() else {
        return Err(format!("{:?}", found.report.changes).into());
    };
    let named = found.named.get(change.case).ok_or("no case")?;
    assert_eq!(named.reference, REFERENCE);
    assert_eq!(change.attached.first().map(|one| one.id.as_str()), Some("hours"));
    // Those that were handed in stay with what was said then.
    app.visitor()
        .opens(ENTRY)
        .await?
        .says("Hours withheld until the event is over")?;
    app.ends().await
}

/// Whoever comes first reads that nothing is there, and from when something will be, and is not asked to look for it.
#[tokio::test(flavor = "multi_thread")]
async fn a_register_in_which_nothing_stands_says_so_and_from_when_something_does() -> Told {
    let app = public().await?;
    let mut anyone = app.visitor();
    let page = anyone.opens("/en/register").await?;
    page.says("Nothing stands in this register yet.")?
        .says("an application stands here from when it is in circulation")?;
    let looks = |page: &Page| page.html.contains("action=\"/en/register\"");
    assert!(!looks(&page), "there is nothing to look for");
    app.circulated(None).await?;
    assert!(looks(&anyone.opens("/en/register").await?));
    app.ends().await
}
