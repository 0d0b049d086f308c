//! E-mails about notices: in the reader's language, as text and as a page. They say what the inbox says, and lead there.

use crate::site::Site;
use crate::telling::{Told, told};
use crate::wording::near;
use crate::{Language, Text};
use askama::Template;
use desk::mail::{Letter, Letters, ToTell};
use std::fmt::Write;

/// A notice in a letter.
struct Part {
    words: Told,
    /// Where it is opened.
    link: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage {
    t: Text,
    subject: String,
    parts: Vec<Part>,
    why: String,
    /// Where the reader chooses how often to be written to.
    choose: String,
}

impl Letters for Site {
    fn write(&self, language: &str, told: &[ToTell]) -> Letter {
        let language = Language::tagged(language).unwrap_or_default();
        let t = Text::of(language);
        let to = |path: &str| format!("{}{}", self.address, language.address(path));
        let parts: Vec<Part> = told
            .iter()
            .map(|one| Part {
                words: words(self, t, one),
                link: to(&format!("/inbox/{}", one.notice.position)),
            })
            .collect();
        let page = LetterPage {
            t,
            subject: subject(self, t, told),
            parts,
            why: t.one("mail-why", "installation", self.desk.origin()),
            choose: to("/mail"),
        };
        Letter {
            text: text(&page),
            html: page.render().unwrap_or_else(|fault| {
                tracing::error!(%fault, "a letter could not be rendered");
                String::new()
            }),
            subject: page.subject,
        }
    }
}

fn words(site: &Site, t: Text, one: &ToTell) -> Told {
    told(site, t, one.party, &one.notice, one.to_do, site.today())
}

/// What a letter is about, and by when there is something to do.
fn subject(site: &Site, t: Text, told: &[ToTell]) -> String {
    let todo = told.iter().filter(|one| one.to_do);
    let by = todo.filter_map(|one| one.notice.by).min();
    let by = by.map(|day| near(t, day, site.today()));
    match (told, by) {
        ([one], by) => {
            // Of a record the day is told also when there is nothing left to do.
            let of_record = one.notice.by.filter(|_| one.notice.of.is_some());
            let by = by.or_else(|| of_record.map(|day| near(t, day, site.today())));
            let about = [
                ("what", words(site, t, one).what.into()),
                ("reference", one.notice.reference.as_str().into()),
                ("date", by.clone().unwrap_or_default().into()),
            ];
            t.with(
                if one.notice.of.is_some() {
                    // What it is about has no reference.
                    "mail-subject-record"
                } else if by.is_some() {
                    "mail-subject-by"
                } else {
                    "mail-subject"
                },
                about,
            )
        }
        (told, by) => {
            let count = i64::try_from(told.len()).unwrap_or(i64::MAX);
            let about = [
                ("count", count.into()),
                ("date", by.clone().unwrap_or_default().into()),
            ];
            t.with(
                if by.is_some() {
                    "mail-subject-day-by"
                } else {
                    "mail-subject-day"
                },
                about,
            )
        }
    }
}

/// The letter as text.
fn text(page: &LetterPage) -> String {
    let mut text = String::new();
    for Part { words, link } in &page.parts {
        let then = words.then.join("\n");
        // Writing into a text does not fail.
        let _written = write!(
            text,
            "{}\n{}\n{}\n{then}{}{link}\n\n",
            words.what,
            words.title,
            words.about,
            if then.is_empty() { "" } else { "\n" },
        );
    }
    text + "-- \n" + &page.why + "\n" + &page.choose + "\n"
}
