//! No form of the site is missing from those that bad input is sent to.

use super::forms::{buttons, others, typed};
use stories::{Database, Form, Installation, Told};

/// Forms that only a demonstration has.
const ELSEWHERE: [&str; 2] = ["/demonstration/clock", "/people"];

/// Forms in which nothing is typed and that a link leads to which only one person was sent; `mail` and `notices` send them.
const BY_LETTER: [&str; 2] = ["/inbox/{position}", "/mail/addresses/{secret}"];

/// Whether a form is sent to an address of the router.
fn is_at(form: &Form, address: &str) -> bool {
    let (sent, address) = (form.action.split('/').skip(2), address.split('/').skip(1));
    let same = |(sent, part): (&str, &str)| part.starts_with('{') || sent == part;
    sent.clone().count() == address.clone().count() && sent.zip(address).all(same)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_of_the_site_is_sent_in_these_stories() -> Told {
    let app = Installation::on(Database::sqlite()?).await?;
    let typed = typed(&app).await?;
    let mut rest = buttons(&app).await?;
    rest.extend(others(&app).await?);
    let mut missing = vec![];
    for address in web::addresses() {
        let takes_a_form = app.methods(address).await?.contains(&"POST");
        // What is wrong with a form as it stands is asked with the form itself.
        let own = address.strip_suffix("/faults").unwrap_or(address);
        let is_typed = typed.iter().any(|one| is_at(&one.form, own));
        let other = rest.iter().find(|one| is_at(&one.form, address));
        // A draft takes whatever is typed, of which there are stories too; a reset is answered alike whatever is typed.
        let takes_all = ["/drafts/{id}", "/reset"].contains(&address);
        let is_sent = is_typed || other.is_some_and(|other| takes_all || other.form.texts.is_empty());
        let elsewhere = ELSEWHERE.contains(&address) || BY_LETTER.contains(&address);
        if takes_a_form && !is_sent && !elsewhere {
            missing.push(address);
        }
    }
    assert!(
        missing.is_empty(),
        "forms.rs sends or types nothing at {missing:?}"
    );
    app.ends().await
}
