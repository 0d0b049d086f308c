//! Rulebooks of an installation, added and listed.

use crate::program::{DIFFERENT, Desk, USAGE, shipped};

/// A copy of the shipped rulebook in `name` with its tests, and with something of one file written otherwise.
fn rulebook(desk: &Desk, name: &str, file: &str, from: &str, to: &str) {
    std::fs::create_dir(desk.path(name)).unwrap();
    std::fs::create_dir(desk.path(name).join("tests")).unwrap();
    for one in ["rulebook.toml", "authorities.dmn", "tests/events.toml"] {
        let text = std::fs::read_to_string(shipped(&format!("rulebooks/kh-phnom-penh/{one}"))).unwrap();
        assert!(one != file || text.contains(from), "{from}");
        let text = if one == file {
            text.replacen(from, to, 1)
        } else {
            text
        };
        std::fs::write(desk.path(name).join(one), text).unwrap();
    }
}

#[test]
fn a_newer_version_is_put_in_force_beside_the_earlier_one() {
    let desk = Desk::with_installation();
    rulebook(
        &desk,
        "newer",
        "rulebook.toml",
        "version = \"1\"",
        "version = \"2 / draft\"",
    );
    let added = desk.run(&["rulebook", "add", "newer", "--data", "data"]).done();
    assert!(added.contains("kh-phnom-penh 2 / draft is in force"), "{added}");
    let list = desk.run(&["rulebook", "list", "--data", "data"]).done();
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.len(), 2, "{list}");
    assert!(lines[0].starts_with("kh-phnom-penh 1\tearlier\t"), "{list}");
    assert!(
        lines[1].starts_with("kh-phnom-penh 2 / draft\tin force\t"),
        "{list}"
    );
    desk.run(&["verify", "data"]);
}

#[test]
fn another_rulebook_is_put_in_force_beside_the_first() {
    let desk = Desk::with_installation();
    rulebook(
        &desk,
        "other",
        "rulebook.toml",
        "id = \"kh-phnom-penh\"",
        "id = \"kh-siem-reap\"",
    );
    desk.run(&["rulebook", "add", "other", "--data", "data"]).done();
    let list = desk.run(&["rulebook", "list", "--data", "data"]).done();
    assert_eq!(list.matches("\tin force\t").count(), 2, "{list}");
}

/// An organisation is set up as an authority by its id: two that share one would get each other's referrals.
#[test]
fn an_authority_of_another_rulebook_does_not_get_the_referrals_of_this_one() {
    let desk = Desk::with_installation();
    let (ours, theirs) = ("id = \"kh-phnom-penh\"", "id = \"kh-siem-reap\"");
    rulebook(&desk, "other", "rulebook.toml", ours, theirs);
    let settings = desk.path("other").join("rulebook.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let text = text.replacen("Ministry of National Defence", "Province Police", 1);
    std::fs::write(&settings, text).unwrap();
    desk.run(&["rulebook", "add", "other", "--data", "data"]).failed(
        USAGE,
        &[
            "authority.mond.id",
            "Province Police",
            "Ministry of National Defence",
            "Give it an id of its own, or the names that it has there",
        ],
    );
}

#[test]
fn what_ships_with_the_program_is_put_in_force_by_its_name() {
    let desk = Desk::with_installation();
    for (name, added) in [
        ("jp-tokyo", "jp-tokyo 1 is in force"),
        ("gb-england", "gb-england 1 is in force"),
        ("us-nyc", "us-nyc 1 is in force"),
        ("kh-phnom-penh-2", "kh-phnom-penh 2 is in force"),
    ] {
        let told = desk.run(&["rulebook", "add", name, "--data", "data"]).done();
        assert!(told.contains(added), "{told}");
    }
    let list = desk.run(&["rulebook", "list", "--data", "data"]).done();
    assert_eq!(list.matches("\tin force\t").count(), 4, "{list}");
    desk.run(&["rulebook", "add", "kh-phnom-penh", "--data", "data"])
        .failed(USAGE, &["kh-phnom-penh/rulebook.toml", "is here already"]);
    desk.run(&["rulebook", "add", "atlantis", "--data", "data"])
        .failed(USAGE, &["no rulebook of that name ships", "jp-tokyo"]);
}

#[test]
fn a_version_that_is_here_already_and_a_wrong_one_are_refused_with_their_place() {
    let desk = Desk::with_installation();
    let before = desk.run(&["rulebook", "list", "--data", "data"]).done();
    rulebook(
        &desk,
        "same",
        "rulebook.toml",
        "prefix = \"PNH\"",
        "prefix = \"PPX\"",
    );
    desk.run(&["rulebook", "add", "same", "--data", "data"])
        .failed(USAGE, &["same/rulebook.toml", "version", "later"]);
    rulebook(&desk, "wrong", "authorities.dmn", "&gt; 75", "&gt; many");
    desk.run(&["rulebook", "add", "wrong", "--data", "data"]).failed(
        USAGE,
        &[
            "wrong",
            "authorities.dmn",
            "table authorities",
            "row ",
            "column largest_shell",
        ],
    );
    desk.run(&["rulebook", "add", "nowhere", "--data", "data"])
        .failed(USAGE, &["nowhere: there is no such folder"]);
    assert_eq!(desk.run(&["rulebook", "list", "--data", "data"]).done(), before);
}

#[test]
fn a_version_whose_rules_no_test_holds_or_whose_test_fails_is_not_put_in_force() {
    let desk = Desk::with_installation();
    let before = desk.run(&["rulebook", "list", "--data", "data"]).done();
    let newer = ("version = \"1\"", "version = \"2\"");
    rulebook(&desk, "newer", "rulebook.toml", newer.0, newer.1);
    let tests = desk.path("newer/tests/events.toml");
    let text = std::fs::read_to_string(&tests).unwrap();
    let add = || desk.run(&["rulebook", "add", "newer", "--data", "data"]);
    std::fs::remove_file(&tests).unwrap();
    add().failed(USAGE, &["newer", "no test holds these rules: authorities/1, "]);
    std::fs::write(
        &tests,
        text.replace("[case.authorities.mond]\n", "[case.authorities.nobody]\n"),
    )
    .unwrap();
    add().failed(USAGE, &["newer", "nobody", "placet rulebook test"]);
    std::fs::write(&tests, text).unwrap();
    assert_eq!(desk.run(&["rulebook", "list", "--data", "data"]).done(), before);
    add().done();
}

#[test]
fn the_page_of_a_version_that_the_operator_installed_says_so() {
    let desk = Desk::with_installation();
    let list = desk.run(&["rulebook", "list", "--data", "data"]).done();
    let hash = list.trim_end().rsplit('\t').next().unwrap();
    let server = desk.start(&["serve", "--data", "data"]);
    let page = server.answer(&format!("/en/rulebooks/kh-phnom-penh/{hash}"));
    assert!(
        page.contains("The operator of this installation put it in force."),
        "{page}"
    );
}

#[test]
fn an_installation_without_its_rulebooks_is_not_whole() {
    let desk = Desk::with_installation();
    desk.run(&["verify", "data"]).done();
    std::fs::remove_dir_all(desk.path("data/rulebooks")).unwrap();
    let ran = desk.run(&["verify", "data"]);
    assert_eq!(ran.code, DIFFERENT, "{}", ran.err);
    assert!(ran.out.contains("rulebooks"), "{}", ran.out);
}
