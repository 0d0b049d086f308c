//! A session that ends while a form is filled in: signing in again leads on to what was typed.

use stories::{Database, Form, Installation, Page, Told, Visitor};

/// The sign-in form of a page, filled in.
fn signing_in(app: &Installation, page: &Page, key: &str, password: &str) -> Told<Form> {
    let address = &app.cast.member(key)?.address;
    page.form("/sign-in")?
        .with("address", address)?
        .with("password", password)
}

/// Sends a form whose session has ended, fails to sign in once, signs in, and sees what was typed.
async fn signs_in_again(app: &Installation, visitor: &mut Visitor, key: &str, form: &Form) -> Told<Page> {
    let asked = visitor.tries(form).await?;
    assert_eq!(asked.status, 401);
    asked.says("what you typed is kept")?;
    let again = visitor
        .tries(&signing_in(app, &asked, key, "not the secret")?)
        .await?;
    let right = signing_in(app, &again, key, &format!("the long secret of {key}"))?;
    visitor.sends(&right).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_before_the_session_ended_is_sent_after_signing_in_again() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let requests = app.meetings_imported().await?;
    let open = requests.get("open-markets").ok_or("no such request")?;
    let mut officer = app.signs_in("desk-officer").await?;
    let page = officer.opens(&format!("/en/requests/{open}")).await?;
    let words = "Gladly, <b>as asked</b>.\nThe second line.";
    let form = page
        .form("/answers")?
        .with("kind", "accepted")?
        .with("text", words)?
        .with("excerpt", "five matters on the table")?;
    app.clock_at("2023-04-28T20:00:00Z")?;
    let size = app.desk.store().size().await?;
    let resumed = signs_in_again(&app, &mut officer, "desk-officer", &form).await?;
    resumed
        .says("Gladly, <b>as asked</b>.")?
        .says("The second line.")?;
    assert_eq!(app.desk.store().size().await?, size, "nothing was sent unasked");
    let done = officer.sends(&resumed.form("/answers")?).await?;
    done.says("accepted Gladly, <b>as asked</b>. The second line.")?;
    app.ends().await
}

/// What was chosen is told as the form called it, and not as the form sends it.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_chosen_before_the_session_ended_is_told_in_the_words_of_its_form() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.short_of_time(None).await?;
    let moi = format!("/en/cases/{case}/referrals/moi");
    let mut organiser = app.signs_in("organiser").await?;
    let page = organiser.opens(&moi).await?;
    let answer = page.form("/extensions/1/answer")?.with("more-time", "agreed")?;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens(&moi).await?;
    let decision = page
        .form("/decision")?
        .with("decision", "granted")?
        .with("reasons", "The quay is new.")?;
    app.clock_at("2023-08-26T12:00:00Z")?;
    let resumed = signs_in_again(&app, &mut organiser, "organiser", &answer).await?;
    assert_eq!(resumed.each("main li.lines")?, ["Your answer I agree"]);
    let resumed = signs_in_again(&app, &mut decider, "interior-decider", &decision).await?;
    assert_eq!(
        resumed.each("main li.lines")?,
        ["Decision Agree", "Reasons The quay is new."]
    );
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_typed_into_an_ended_session_is_saved_after_signing_in_again() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let address = format!("/en/drafts/{id}");
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser.opens(&address).await?.form(&format!("/drafts/{id}"))?;
    let form = form.with("place", "The north bank")?;
    app.clock_at("2023-08-02T03:10:00Z")?;
    let resumed = signs_in_again(&app, &mut organiser, "organiser", &form).await?;
    let saved = organiser.sends(&resumed.form(&address)?).await?;
    assert_eq!(saved.form(&address)?.value("place"), "The north bank");
    app.ends().await
}
