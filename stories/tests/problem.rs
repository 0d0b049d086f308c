//! What programs are told when a request is not carried out: a problem document, wherever it fails.

use serde_json::Value;
use stories::{Answer, Database, Form, Installation, Told, Visitor};

const JSON: (&str, &str) = ("accept", "application/json");

/// The problem document that an answer is.
fn problem(answer: &Answer, status: u16, kind: &str) -> Told<Value> {
    assert_eq!(
        answer.header("content-type"),
        "application/problem+json",
        "{kind}"
    );
    let told: Value = serde_json::from_slice(&answer.body)?;
    assert_eq!(answer.status, status, "{told}");
    assert_eq!(told["type"], format!("urn:placet:{kind}"));
    assert_eq!(told["status"], status);
    for text in ["title", "detail"] {
        assert!(!told[text].as_str().unwrap_or_default().is_empty(), "{told}");
    }
    Ok(told)
}

/// Sends a form as a program does.
async fn posts(visitor: &mut Visitor, form: &Form) -> Told<Answer> {
    let kind = ("content-type", Form::MEDIA_TYPE);
    let headers = [JSON, ("sec-fetch-site", "same-origin"), kind];
    visitor.request("POST", &form.action, &headers, form.body()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_is_told_by_its_type_and_its_field() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let case = app.circulated(None).await?;
    let mut decider = app.signs_in("interior-decider").await?;
    let page = decider.opens(&format!("/en/cases/{case}/referrals/moi")).await?;
    let form = page.form("/decision")?;
    let refused = form.clone().with("decision", "refused")?;
    let answer = posts(&mut decider, &refused).await?;
    let told = problem(&answer, 422, "refusal:reasons-missing")?;
    assert_eq!(told["field"], "reasons");
    assert_eq!(told["detail"], "Give reasons for the refusal.");

    let long = "x".repeat(501);
    let long = form
        .clone()
        .with("decision", "granted-with-conditions")?
        .with("conditions", &long)?;
    let told = problem(&posts(&mut decider, &long).await?, 422, "failure:not-taken")?;
    assert_eq!(told["faults"][0]["field"], "conditions");
    assert_eq!(told["faults"][0]["details"]["most"], 500);

    // In the language of the address.
    let japanese = Form {
        action: refused.action.replacen("/en/", "/ja/", 1),
        ..refused
    };
    let told = problem(
        &posts(&mut decider, &japanese).await?,
        422,
        "refusal:reasons-missing",
    )?;
    assert_eq!(told["detail"], "同意しない理由を書いてください。");

    let mut officer = app.signs_in("interior-officer").await?;
    let token = officer.opens("/en/verify").await?.form("/verify")?;
    let not_theirs = form
        .with("decision", "granted")?
        .forged("token", token.value("token"));
    let told = problem(
        &posts(&mut officer, &not_theirs).await?,
        422,
        "refusal:not-your-role",
    )?;
    assert_eq!(told["details"]["allowed"], serde_json::json!(["role-decider"]));
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_fails_is_told_as_a_problem() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let draft = organiser.opens(&format!("/en/drafts/{id}")).await?;
    let form = draft.form(&format!("/drafts/{id}"))?;
    let saved = posts(&mut organiser, &form).await?;
    assert_eq!(saved.status, 200);
    problem(&posts(&mut organiser, &form).await?, 409, "failure:stale")?;
    let forged = form.clone().forged("token", "0");
    problem(&posts(&mut organiser, &forged).await?, 403, "failure:stale-form")?;
    let mut anyone = app.visitor();
    problem(&posts(&mut anyone, &form).await?, 401, "failure:signed-out")?;
    for (address, status, kind) in [
        ("/en/cases/nonsense", 401, "failure:signed-out"),
        ("/en/nowhere", 404, "failure:not-found"),
    ] {
        let answer = anyone.request("GET", address, &[JSON], vec![]).await?;
        problem(&answer, status, kind)?;
    }
    let answer = anyone.request("PUT", "/en/calendar", &[JSON], vec![]).await?;
    problem(&answer, 403, "failure:other-origin")?;
    // A reader gets a page.
    assert_eq!(
        anyone.asks("/en/nowhere").await?.header("content-type"),
        "text/html; charset=utf-8"
    );
    app.ends().await
}
