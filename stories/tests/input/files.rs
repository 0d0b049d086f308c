//! Files: what is taken is told by its content, and the page says what it is and how large it may be.

use crate::{stored, whole_page};
use stories::{Database, Installation, Told};

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_taken_by_its_content_and_within_its_size() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let id = app.drafted(None).await?;
    let mut organiser = app.signs_in("organiser").await?;
    let form = organiser
        .opens(&format!("/en/drafts/{id}"))
        .await?
        .form("/files")?;
    let before = stored(&app).await?;
    let largest = [b"%PDF-1.7\n".to_vec(), vec![b' '; 9_999_991]].concat();
    let large = [largest.clone(), b" ".to_vec()].concat();
    let endless = [b"%PDF-1.7\n".to_vec(), vec![b' '; 11_000_000]].concat();
    for (what, name, bytes, statuses) in [
        (
            "a page",
            "plan.pdf",
            &b"<html><script>alert(1)</script>"[..],
            &[422_u16][..],
        ),
        ("a program", "plan.pdf", b"MZ\x90\0", &[422]),
        ("nothing", "plan.pdf", b"", &[422]),
        ("too large", "plan.pdf", &large, &[422]),
        ("endless", "plan.pdf", &endless, &[413]),
    ] {
        let answer = organiser.posts_files(&form, &[("file", name, bytes)]).await?;
        let page = whole_page(what, &answer, statuses)?;
        assert!(
            answer.status == 413 || page.faults()?.contains_key("file"),
            "{what}: {:?}",
            page.summary()
        );
        assert_eq!(stored(&app).await?, before, "{what}");
    }
    let answer = organiser.posts_files(&form, &[]).await?;
    whole_page("no file", &answer, &[422])?;
    // What the page says is taken is what the desk takes.
    let page = organiser.opens(&format!("/en/drafts/{id}")).await?;
    let taken = "application/pdf,image/png,image/jpeg,image/webp";
    assert!(page.html.contains(&format!("accept=\"{taken}\"")));
    page.says("PDF, PNG, JPEG, WebP, at most 10 MB.")?;
    for (name, bytes) in [
        ("plan.webp", &b"RIFF\0\0\0\0WEBPVP8 "[..]),
        ("plan.pdf", &largest),
    ] {
        let answer = organiser.posts_files(&form, &[("file", name, bytes)]).await?;
        assert_eq!(answer.status, 303, "{name}");
    }
    app.ends().await
}
