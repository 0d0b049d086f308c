//! The report that the case is built from, read from its file as anybody's: it lies beside the project and does not ship.

use capture::{Capture, capture};
use std::path::Path;

/// The report, or none where it is not beside the project; with CI=true it must be.
fn report() -> Option<Capture> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases/article.txt");
    let Ok(text) = std::fs::read(&place) else {
        assert!(
            std::env::var("CI").is_err(),
            "with CI=true the report must be at {}",
            place.display()
        );
        eprintln!("the report was not read: it is not at {}", place.display());
        return None;
    };
    let text = plaintext::read("article.txt", &text).map_err(|fault| fault.to_string());
    Some(capture(
        &text.expect("a text"),
        Some(jiff::civil::date(2023, 4, 27)),
    ))
}

fn texts(list: &[capture::Directed]) -> Vec<String> {
    let one = |one: &capture::Directed| {
        format!(
            "{} > {}: {}",
            one.from.as_deref().unwrap_or("-"),
            one.to.as_deref().unwrap_or("-"),
            one.text.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
        )
    };
    list.iter().map(one).collect()
}

#[test]
fn the_three_who_met_are_found_with_their_posts_and_both_meetings_with_their_days() {
    let Some(found) = report() else { return };
    let met: Vec<_> = found
        .participants
        .iter()
        .filter(|one| one.met)
        .map(|one| (one.name.as_str(), one.post.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        met,
        [
            ("Hun Sen", "Prime Minister"),
            ("Fumiaki Takahashi", "president of the Japan-Cambodia Association"),
            ("Khuong Sreng", "Phnom Penh municipal governor"),
        ]
    );
    let meetings: Vec<_> = found
        .meetings
        .iter()
        .map(|one| (one.with.join(" + "), one.date.clone().unwrap_or_default()))
        .collect();
    assert_eq!(
        meetings,
        [
            ("Hun Sen + Fumiaki Takahashi".to_owned(), "2023-04-26".to_owned()),
            (
                "Khuong Sreng + Fumiaki Takahashi".to_owned(),
                "../2023-04-25".to_owned()
            ),
        ]
    );
}

#[test]
fn the_five_requests_have_their_direction_and_the_advice_is_none() {
    let Some(found) = report() else { return };
    assert_eq!(
        texts(&found.requests),
        [
            "Fumiaki Takahashi > Kingdom: the Kingdom’s cooperation",
            "Hun Sen > Fumiaki Takahashi: encourage Japanese investors",
            "Hun Sen > Fumiaki Takahashi: assistance with human",
            "Hun Sen > Fumiaki Takahashi: the opening of",
            "Fumiaki Takahashi > municipal administration: the cooperation of",
        ]
    );
}

#[test]
fn five_subjects_are_found() {
    let Some(found) = report() else { return };
    let subjects: Vec<_> = found
        .subjects
        .iter()
        .map(|one| one.text.split_whitespace().take(3).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        subjects,
        [
            "a forum on",
            "the development of",
            "plans to mark",
            "strategies to boost",
            "the success of"
        ]
    );
}

#[test]
fn statements_have_their_speakers() {
    let Some(found) = report() else { return };
    let said: Vec<_> = found
        .statements
        .iter()
        .map(|one| {
            (
                one.speaker.as_deref().unwrap_or(""),
                one.cue.as_deref().unwrap_or(""),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            ("Hun Sen", "according to"),
            ("Hun Sen", "said"),
            ("Hun Sen", "added"),
            ("Khuong Sreng", "said"),
            ("Khuong Sreng", "added"),
            ("Khuong Sreng", "suggested"),
            ("Khuong Sreng", "noting"),
            ("Khuong Sreng", "said"),
            ("Kin Phea", "noted"),
            ("Kin Phea", "added"),
            ("Seng Vanly", "agreed"),
            ("Seng Vanly", "added"),
            ("Seng Vanly", "believed"),
            ("Seng Vanly", "said"),
        ]
    );
}
