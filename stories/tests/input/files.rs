//! Files: what is taken is told by its content, and the page says what it is and how large it may be.

use super::whole_page;
use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_taken_by_its_content_and_within_its_size() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{id}");
    let form = organiser.opens(&address).await?.form(&address)?;
    let mut form = form.with("then", "attach")?;
    let largest = [b"%PDF-1.7\n".to_vec(), vec![b' '; 9_999_991]].concat();
    let large = [largest.clone(), b" ".to_vec()].concat();
    let endless = [b"%PDF-1.7\n".to_vec(), vec![b' '; 30_000_000]].concat();
    for (what, name, bytes) in [
        ("a page", "plan.pdf", &b"<html><script>alert(1)</script>"[..]),
        ("a program", "plan.pdf", b"MZ\x90\0"),
        ("nothing", "plan.pdf", b""),
        ("too large", "plan.pdf", &large),
        ("endless", "plan.pdf", &endless),
        ("no file", "", b""),
    ] {
        let typed = form.clone().with("place", what)?;
        let answer = organiser.posts_files(&typed, &[("file", name, bytes)]).await?;
        let page = whole_page(what, &answer, &[422])?;
        let told = page.summary()?;
        assert!(page.faults()?.contains_key("file"), "{what}: {told:?}");
        form = page.form(&address)?.with("then", "attach")?;
        assert_eq!(form.value("place"), what, "what was typed stands there");
        let draft = app.desk.draft_of(app.cast.actor("organiser")?, id).await?;
        assert_eq!(
            (draft.fields["place"].as_str(), draft.attachments.len()),
            (what, 1)
        );
    }
    // What the page says is taken is what the desk takes.
    let page = organiser.opens(&format!("/en/drafts/{id}")).await?;
    let taken = "application/pdf,image/png,image/jpeg,image/webp";
    assert!(page.html.contains(&format!("accept=\"{taken}\"")));
    page.says("PDF, PNG, JPEG, WebP, at most 10 MB.")?;
    for (name, bytes) in [
        ("plan.webp", &b"RIFF\0\0\0\0WEBPVP8 "[..]),
        ("plan.pdf", &largest),
    ] {
        let typed = form.with("place", name)?;
        let answer = organiser.posts_files(&typed, &[("file", name, bytes)]).await?;
        assert_eq!(answer.status, 303, "{name}");
        form = organiser.opens(&address).await?.form(&address)?;
        assert_eq!(
            form.value("place"),
            name,
            "adding a document keeps what was typed"
        );
        form = form.with("then", "check")?;
    }
    app.ends().await
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_a_document_off_and_adding_one_keep_what_was_typed() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let actor = app.cast.actor("organiser")?;
    let first = app.desk.draft_of(actor, id).await?.attachments[0].attachment;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{id}");
    let form = organiser.opens(&address).await?.form(&address)?;
    let form = form
        .with("place", "The north bank")?
        .with("then", &format!("detach-{first}"))?;
    let answer = organiser
        .posts_files(&form, &[("file", "map.pdf", b"%PDF-1.7\n")])
        .await?;
    assert_eq!(answer.status, 303);
    assert!(answer.header("location").ends_with("#documents"));
    let draft = app.desk.draft_of(actor, id).await?;
    let names: Vec<_> = draft.attachments.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        (draft.fields["place"].as_str(), names),
        ("The north bank", vec!["map.pdf"])
    );
    // Saved elsewhere meanwhile, nothing is added, and the page says that the file has to be chosen again.
    let answer = organiser
        .posts_files(&form, &[("file", "more.pdf", b"%PDF-1.7\n")])
        .await?;
    let page = whole_page("two tabs", &answer, &[409])?;
    assert!(page.faults()?["file"].contains("Choose more.pdf again"));
    assert_eq!(app.desk.draft_of(actor, id).await?.attachments.len(), 1);
    app.ends().await
}

/// A form with a file is carried through signing in again as every other is, without the file.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_beside_a_file_outlives_the_session() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let address = format!("/en/drafts/{id}");
    let form = organiser.opens(&address).await?.form(&address)?;
    let form = form.with("place", "The north bank")?;
    app.clock_at("2023-08-02T03:10:00Z")?;
    let answer = organiser
        .posts_files(&form, &[("file", "map.pdf", b"%PDF-1.7\n")])
        .await?;
    let page = whole_page("signed out", &answer, &[401])?;
    let kept = page.form("/sign-in")?;
    assert_eq!(kept.value("kept-field-place"), "The north bank");
    app.ends().await
}
