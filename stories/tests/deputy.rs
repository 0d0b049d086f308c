//! A decider is away, and somebody of the same house stands in: for some days, on record, and not an instant longer, even in the middle
//! of a form.

use act::{AuthorityToAct, Role};
use clearance::Decision;
use clearance::acts::{Decide, Recommend};
use desk::{Fault, HatName};
use stories::{Database, Form, Installation, Page, Told, Visitor, authority};

const WHY: &str = "The barge is moored well off the bank.";

/// The form that sets the officer as the deputy of Interior's decider.
async fn entering(app: &Installation, visitor: &mut Visitor, days: (&str, &str)) -> Told<Form> {
    let page = visitor.opens("/en/deputies").await?;
    let form = visitor.follows(&page, "Set a deputy").await?;
    form.form("/deputies/entry")?
        .with("to", &app.cast.member("interior-officer")?.person.to_string())?
        .with("from", days.0)?
        .with("until", days.1)?
        .with("reason", "Order 31")
}

/// What the officer wears in the decider's place.
fn in_place(app: &Installation) -> Told<HatName> {
    Ok(HatName {
        organisation: app.cast.organisation("interior")?,
        role: Role::Decider,
        of: Some(app.cast.member("interior-decider")?.person),
    })
}

/// Puts a hat on by the page of roles.
async fn puts_on(visitor: &mut Visitor, page: &Page, hat: &HatName) -> Told<Page> {
    let mut forms = page.forms()?.into_iter();
    let form = forms.find(|form| form.value("hat") == hat.to_string());
    visitor.sends(&form.ok_or("this role cannot be chosen")?).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delegation_lapses_in_the_middle_of_a_form_and_what_was_typed_is_kept() -> Told {
    lapses(Database::sqlite()?).await?;
    lapses(Database::postgres().await?).await
}

async fn lapses(database: Database) -> Told {
    let app = Installation::on(database).await?;
    let case = app.circulated(None).await?;
    let referral = format!("/en/cases/{case}/referrals/moi");
    app.clock_at("2023-08-23T02:00:00Z")?;
    let mut decider = app.signs_in("interior-decider").await?;
    let form = entering(&app, &mut decider, ("2023-08-24", "2023-08-25")).await?;
    let officer = app.cast.member("interior-officer")?.name.clone();
    let of = app.cast.member("interior-decider")?.name.clone();
    decider
        .confirms(&form)
        .await?
        .says(&format!("{officer} in the place of {of}, decider"))?
        .says("24 August 2023 to 25 August 2023")?
        .says("to come")?
        .says("Order 31")?;

    // Whoever is stood in for reads it where the work begins, before and while.
    decider
        .opens("/en/docket")
        .await?
        .says(&format!("{officer} may act as decider in your place."))?
        .says("From 24 August 2023")?
        .link("See the deputies")?;
    // The day before nothing is different.
    let mut deputy = app.signs_in("interior-officer").await?;
    deputy
        .opens("/en/docket")
        .await?
        .does_not_say("in the place of")?;
    app.clock_at("2023-08-25T12:00:00Z")?;
    let mut deputy = app.signs_in("interior-officer").await?;
    let docket = deputy.opens("/en/docket").await?;
    docket.says(&format!("you may act as decider in the place of {of}"))?;
    let hats = deputy.follows(&docket, "Change to that role").await?;
    let worn = puts_on(&mut deputy, &hats, &in_place(&app)?).await?;
    let reader = format!("{officer}, decider in the place of {of}, Ministry of Interior");
    assert!(worn.html.contains(&reader), "{}", worn.html);
    let told = app
        .signs_in("interior-decider")
        .await?
        .opens("/en/docket")
        .await?;
    told.says("Until 26 August 2023")?
        .says(&format!("{officer} may act as decider in your place."))?;
    let form = deputy.opens(&referral).await?.form("/decision")?;
    let form = form.with("decision", "granted")?.with("reasons", WHY)?;
    let checked = deputy.checks(&form).await?;

    // 26 August, midnight in Phnom Penh: an instant before it would have been taken.
    app.clock_at("2023-08-25T17:00:00Z")?;
    let before = app.desk.store().size().await?;
    for form in [&checked, &form] {
        let answer = deputy.posts(form).await?;
        assert_eq!(answer.status, 409);
    }
    assert_eq!(app.desk.store().size().await?, before, "something was recorded");
    let answer = deputy.posts(&form).await?;
    let choice = Page {
        address: "/en/hats".to_owned(),
        status: answer.status,
        html: answer.text(),
    };
    choice
        .says(&format!("You acted in the place of {of} until"))?
        .says("What you typed was not recorded.")?;
    let own = HatName {
        role: Role::Officer,
        of: None,
        ..in_place(&app)?
    };
    let resumed = puts_on(&mut deputy, &choice, &own).await?;
    resumed.says(WHY)?;
    let mut forms = resumed.forms()?.into_iter();
    let on = forms
        .find(|form| form.action.ends_with("/decision"))
        .ok_or("nothing goes on")?;
    deputy.tries(&on).await?.says("decider")?.says(WHY)?;
    let mut decider = app.signs_in("interior-decider").await?;
    let list = decider.opens("/en/deputies").await?;
    let (_, past) = list.html.split_once(">Over</").ok_or("nothing is over")?;
    assert!(past.contains(">over</strong>"), "{past}");
    assert!(app.audit().await?.differences.is_empty());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_deputy_decides_says_in_whose_place_and_stands_when_it_is_over() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let referral = format!("/en/cases/{case}/referrals/moi");
    app.clock_at("2023-08-23T02:00:00Z")?;
    app.deputises(
        "interior-officer",
        "interior-decider",
        ("2023-08-23", "2023-08-24"),
    )
    .await?;
    let mut deputy = app.signs_in("interior-officer").await?;
    let hats = deputy.opens("/en/hats").await?;
    puts_on(&mut deputy, &hats, &in_place(&app)?).await?;
    let form = deputy.opens(&referral).await?.form("/decision")?;
    let form = form.with("decision", "granted")?.with("reasons", WHY)?;
    deputy.confirms(&form).await?.says("decider, by a deputy")?;

    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let decided = view.application.referrals[&authority("moi")?].decided.clone();
    let by = decided.ok_or("nothing is decided")?.by.actor;
    let of = app.cast.member("interior-decider")?;
    assert_eq!(by.person, app.cast.member("interior-officer")?.person);
    assert!(
        matches!(by.authority, AuthorityToAct::Delegation { number: 1, of: whose, .. } if whose == of.person)
    );
    let mut organiser = app.signs_in("organiser").await?;
    let notice = organiser
        .opens(&format!("/en/cases/{case}/referrals/moi/notice"))
        .await?;
    notice.says(&format!("in the place of {}", of.name))?;

    // Another time is taken back before it came: nothing is taken from this one.
    let days = ("2023-09-04", "2023-09-05");
    let next = app
        .deputises("interior-officer", "interior-decider", days)
        .await?;
    let deciding = app.cast.actor("interior-decider")?;
    app.desk.end_delegation(deciding, next).await?;
    deputy.opens("/en/docket").await?.does_not_say("That is over.")?;
    // It is ended early: the page that is open acts in that place no more, and the decision stands.
    let mut decider = app.signs_in("interior-decider").await?;
    let end = decider.opens("/en/deputies").await?.form("/deputies/1/end")?;
    decider.confirms(&end).await?.says("ended on")?;
    deputy.opens("/en/docket").await?.says("That is over.")?;
    organiser.opens(&referral).await?.says("Interior agreed")?;
    let again = decider.posts(&end.forged("checked", "right")).await?;
    assert!(again.text().contains("is over"), "{}", again.text());
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_recommended_does_not_decide_in_anothers_place_either() -> Told {
    let app = Installation::where_two_decide_for_interior(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    app.clock_at("2023-08-23T02:00:00Z")?;
    app.deputises(
        "interior-officer",
        "interior-decider",
        ("2023-08-23", "2023-08-24"),
    )
    .await?;
    let recommend = Recommend {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    app.acts("interior-officer", case, recommend).await?;
    let hats = app.desk.hats(app.cast.member("interior-officer")?.person).await?;
    let hat = hats
        .iter()
        .find(|hat| hat.stands_in.is_some())
        .ok_or("nobody stands in")?;
    let deputy = hat.worn_by(app.cast.member("interior-officer")?.person);
    let decide = Decide {
        authority: authority("moi")?,
        decision: Decision::Granted,
        reasons: None,
    };
    let Err(Fault::Refused(told)) = app.desk.change(&deputy, case, decide.clone()).await else {
        return Err("one decided alone".into());
    };
    assert_eq!(told.code, "recommended-itself");

    // What the actor of a page that was open says is looked at when it is done.
    app.clock_at("2023-08-24T17:00:00Z")?;
    let Err(Fault::Refused(told)) = app.desk.change(&deputy, case, decide).await else {
        return Err("it was over".into());
    };
    assert_eq!(told.code, "delegation-is-over");
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_deciders_role_goes_the_deputy_and_nobody_appoints_themselves_or_strangers() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    app.clock_at("2023-08-23T02:00:00Z")?;
    let mut decider = app.signs_in("interior-decider").await?;
    let form = entering(&app, &mut decider, ("2023-08-24", "2023-08-20")).await?;
    let again = decider.tries(&form).await?;
    again.says("This day is over.")?;
    assert_eq!(again.form("/deputies/entry")?.value("reason"), "Order 31");
    let own = app.cast.member("interior-decider")?.person.to_string();
    let stranger = app.cast.member("other-officer")?.person.to_string();
    let auditor = app.cast.member("auditor")?.person;
    let (operator, interior) = (app.cast.actor("operator")?, app.cast.organisation("interior")?);
    app.desk
        .grant_role(operator, interior, auditor, Role::Auditor)
        .await?;
    let auditor = auditor.to_string();
    for (to, told) in [
        (own, "decider already"),
        (stranger, "acts for your organisation in no role"),
        (auditor, "A deputy works here as"),
    ] {
        let form = entering(&app, &mut decider, ("2023-08-24", "2023-08-25")).await?;
        decider
            .tries(&form.without("to").forged("to", &to))
            .await?
            .says(told)?;
    }
    // An officer reads who stands in, and sets nobody.
    let mut officer = app.signs_in("interior-officer").await?;
    officer.opens("/en/deputies").await?.says("Nobody stands in")?;
    officer.does_not_find("/en/deputies/entry").await?;

    app.deputises(
        "interior-officer",
        "interior-decider",
        ("2023-08-23", "2023-08-31"),
    )
    .await?;
    let hats = officer.opens("/en/hats").await?;
    puts_on(&mut officer, &hats, &in_place(&app)?).await?;
    let (operator, of) = (app.cast.actor("operator")?, app.cast.actor("interior-decider")?);
    app.desk
        .withdraw_role(operator, of.organisation, of.person, Role::Decider)
        .await?;
    officer.opens("/en/docket").await?.says("That is over.")?;
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinators_deputy_issues_the_permit_and_the_board_is_his_no_longer_than_that() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.agreed(None).await?;
    app.clock_at("2023-09-04T02:00:00Z")?;
    let mut coordinator = app.signs_in("coordinator").await?;
    let page = coordinator.opens("/en/deputies").await?;
    let form = coordinator.follows(&page, "Set a deputy").await?;
    let form = form
        .form("/deputies/entry")?
        .with(
            "role",
            &format!("coordinator/{}", app.cast.member("coordinator")?.person),
        )?
        .with("to", &app.cast.member("municipality-decider")?.person.to_string())?
        .with("from", "2023-09-04")?
        .with("until", "2023-09-05")?
        .with("reason", "Order 12")?;
    let name = app.cast.member("coordinator")?.name.clone();
    let set = coordinator.confirms(&form).await?;
    set.says(&format!("in the place of {name}, coordinator"))?;

    let mut deputy = app.signs_in("municipality-decider").await?;
    let hats = deputy.opens("/en/hats").await?;
    let hat = HatName {
        organisation: app.cast.organisation("municipality")?,
        role: Role::Coordinator,
        of: Some(app.cast.member("coordinator")?.person),
    };
    puts_on(&mut deputy, &hats, &hat).await?;
    deputy
        .opens("/en/board")
        .await?
        .says("the permit waits to be issued")?;
    let form = deputy
        .opens(&format!("/en/cases/{case}"))
        .await?
        .form("/permit")?;
    deputy.confirms(&form).await?;
    let reference = app.permit_of(case).await?;
    let view = app.desk.case(app.cast.actor("auditor")?, case).await?;
    let permit = view.application.permit.ok_or("nothing was issued")?;
    assert_eq!(
        permit.issued.actor.person,
        app.cast.member("municipality-decider")?.person
    );
    assert!(matches!(
        permit.issued.actor.authority,
        AuthorityToAct::Delegation { of, .. } if of == app.cast.member("coordinator")?.person
    ));
    let mut public = app.visitor();
    public
        .opens(&format!("/en/permits/{reference}"))
        .await?
        .says("in force")?;

    app.clock_at("2023-09-05T12:00:00Z")?;
    let mut deputy = app.signs_in("municipality-decider").await?;
    let hats = deputy.opens("/en/hats").await?;
    puts_on(&mut deputy, &hats, &hat).await?;
    deputy.opens("/en/board").await?;
    // 6 September, midnight in Phnom Penh.
    app.clock_at("2023-09-05T17:00:00Z")?;
    let board = deputy.opens("/en/board").await?;
    board.says("That is over.")?;
    app.ends().await
}
