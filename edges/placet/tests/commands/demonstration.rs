//! The demonstration, started and stopped.

use crate::program::{DONE, Desk, USAGE};

#[test]
fn a_demonstration_without_a_folder_leaves_nothing_behind() {
    let desk = Desk::new();
    let demonstration = desk.start(&["demo"]);
    assert!(demonstration.answer("/en").starts_with("HTTP/1.1 "));
    assert_eq!(desk.names().len(), 1);
    assert_eq!(demonstration.stop(), (DONE, String::new()));
    assert!(desk.names().is_empty(), "{:?}", desk.names());
}

#[test]
fn a_demonstration_with_a_folder_goes_on() {
    let desk = Desk::new();
    for _ in 0..2 {
        let demonstration = desk.start(&["demo", "--data", "show"]);
        assert_eq!(demonstration.stop(), (DONE, String::new()));
        assert_eq!(desk.names(), ["show"]);
    }
    desk.run(&["verify", "show"]).done();
    desk.run(&["serve", "--data", "show"])
        .failed(USAGE, &["show", "demonstration", "placet demo --data"]);
}

#[test]
fn real_facts_are_not_shown_as_a_demonstration() {
    let desk = Desk::with_installation();
    desk.run(&["demo", "--data", "data"])
        .failed(USAGE, &["data/placet.sqlite", "no whole demonstration"]);
}
