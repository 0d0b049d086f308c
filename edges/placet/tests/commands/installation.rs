//! One installation through its life: every command does its work.

use crate::program::{DIFFERENT, DONE, Desk, MACHINE, OPERATOR, USAGE, shipped};
use rusqlite::Connection;

const OFFICER: &str = "officer@city.example";

fn city(desk: &Desk) -> String {
    let more = [
        "--name",
        "Sok Dara",
        "--organisation",
        "The city",
        "--kind",
        "municipality",
    ];
    let role = ["--authority", "phnom-penh", "--role", "desk-officer"];
    desk.add(OFFICER, &[&more[..], &role].concat()).done()
}

#[test]
fn a_new_installation_is_whole_and_its_invitation_is_printed_last() {
    let desk = Desk::new();
    let out = desk.init(&["--address", "https://permits.example/"]).done();
    let link = out.lines().last().unwrap();
    assert!(link.starts_with("https://permits.example/en/links/"), "{out}");
    let settings = std::fs::read_to_string(desk.path("data/placet.toml")).unwrap();
    assert!(
        settings.contains("address = \"https://permits.example\""),
        "{settings}"
    );
    assert_eq!(desk.names(), ["data"]);
}

#[test]
fn nobody_but_its_owner_reads_an_installation_or_a_copy_of_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    std::fs::create_dir(desk.path("data")).unwrap();
    desk.init(&[]).done();
    let server = desk.start(&["serve", "--data", "data"]);
    assert!(server.answer("/en/sign-in").starts_with("HTTP/1.1 200"));
    desk.run(&["backup", "data", "copy"]).done();
    desk.run(&["restore", "copy", "again"]).done();
    let own = |path: &str| {
        let mode = std::fs::metadata(desk.path(path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{path}");
    };
    for folder in ["data", "copy", "again"] {
        own(folder);
        for file in ["placet.key", "placet.toml", "placet.sqlite"] {
            own(&format!("{folder}/{file}"));
        }
    }
    own("data/placet.sqlite-wal");
    own("data/placet.sqlite-shm");
    assert_eq!(server.stop(), (DONE, String::new()));
}

#[test]
fn an_empty_folder_that_is_there_already_is_filled() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("data")).unwrap();
    desk.init(&[]).done();
    desk.run(&["verify", "data"]).done();
}

#[test]
fn links_lead_to_the_address_of_the_settings_unless_another_is_given() {
    let desk = Desk::new();
    desk.init(&["--address", "https://permits.example"]).done();
    assert!(city(&desk).starts_with("https://permits.example/en/links/"));
    let link = ["user", "link", "--data", "data", "--address", OPERATOR];
    assert!(
        desk.run(&link)
            .done()
            .starts_with("https://permits.example/en/links/")
    );
    let elsewhere = [&link[..], &["--at", "https://other.example"]].concat();
    assert!(
        desk.run(&elsewhere)
            .done()
            .starts_with("https://other.example/en/links/")
    );
}

#[test]
fn an_installation_is_used_checked_copied_and_restored() {
    let desk = Desk::with_installation();
    city(&desk);
    let meetings = shipped("examples/meetings.toml");
    let import = ["import", "meetings", &meetings, "--data", "data", "--as", OFFICER];
    assert!(
        desk.run(&import)
            .done()
            .contains("acts were recorded in the name of Sok Dara")
    );
    let again = desk.run(&import).done();
    for words in [
        "sources of this file are here already",
        "not read again",
        "nothing was changed",
    ] {
        assert!(again.contains(words), "{again}");
    }
    let audit = desk.run(&["verify", "data", "--key", "data/placet.pub"]);
    assert_eq!(audit.code, DONE, "{audit:?}");
    assert!(audit.out.contains(" facts, root "), "{audit:?}");
    assert!(audit.out.contains("All agrees: every fact"), "{audit:?}");
    assert!(audit.out.contains("Give a checkpoint that was kept"), "{audit:?}");
    let rebuilt = desk.run(&["rebuild", "--data", "data"]);
    assert_eq!(rebuilt.code, DONE, "{rebuilt:?}");
    assert!(rebuilt.out.contains("facts were folded into"), "{rebuilt:?}");
    let server = desk.start(&["serve", "--data", "data"]);
    assert!(
        desk.run(&["backup", "data", "copy"])
            .done()
            .contains("keep it safe")
    );
    assert_eq!(server.stop(), (DONE, String::new()));
    let restored = desk.run(&["restore", "copy", "again"]).done();
    assert!(restored.contains("placet verify again"), "{restored}");
    assert_eq!(
        desk.run(&["verify", "again", "--key", "data/placet.pub"]).out,
        audit.out
    );
    assert_eq!(desk.names(), ["again", "copy", "data"]);
}

#[test]
fn a_changed_view_is_one_that_differed_and_is_put_right() {
    let desk = Desk::with_installation();
    city(&desk);
    let file = desk.path("data/placet.sqlite");
    for what in [
        "UPDATE document SET body = CAST(body || ' ' AS BLOB) WHERE stream = (SELECT max(stream) FROM document)",
        "DELETE FROM document WHERE stream = (SELECT max(stream) FROM document)",
    ] {
        let database = Connection::open(&file).unwrap();
        assert_eq!(database.execute(what, []).unwrap(), 1);
        database.close().unwrap();
        let rebuild = ["rebuild", "--data", "data"];
        desk.run(&rebuild)
            .failed(DIFFERENT, &["put right: 1.", "placet verify"]);
        desk.run(&rebuild).done();
    }
}

#[test]
fn a_backup_stands_by_itself_wherever_the_database_lay() {
    let desk = Desk::new();
    let elsewhere = format!("sqlite:{}", desk.path("facts.sqlite").display());
    desk.init(&["--database", &elsewhere]).done();
    desk.run(&["backup", "data", "copy"]).done();
    std::fs::remove_file(desk.path("facts.sqlite")).unwrap();
    desk.run(&["restore", "copy", "again"]).done();
    desk.run(&["verify", "again"]).done();
}

#[test]
fn a_copy_without_its_key_or_with_another_is_not_restored() {
    let desk = Desk::with_installation();
    desk.run(&["backup", "data", "copy"]).done();
    let restore = || desk.run(&["restore", "copy", "again"]);
    let key = desk.path("copy/placet.key");
    let own = std::fs::read_to_string(&key).unwrap();
    std::fs::remove_file(&key).unwrap();
    restore().failed(USAGE, &["copy: there is no placet.key", "Put the key"]);
    std::fs::write(&key, "1".repeat(64)).unwrap();
    restore().failed(USAGE, &["copy: placet.key is not the key", "Put the key"]);
    std::fs::write(&key, "no key").unwrap();
    restore().failed(MACHINE, &["copy/placet.key: this is no key"]);
    assert_eq!(desk.names(), ["copy", "data"]);
    std::fs::write(&key, own).unwrap();
    restore().done();
    desk.run(&["verify", "again", "--key", "data/placet.pub"]).done();
}

#[test]
fn a_published_key_that_is_not_that_of_the_signing_key_is_told() {
    let (desk, other) = (Desk::with_installation(), Desk::with_installation());
    desk.run(&["backup", "data", "copy"]).done();
    let published = desk.path("data/placet.pub");
    let own = std::fs::read_to_string(&published).unwrap();
    std::fs::copy(other.path("data/placet.pub"), desk.path("copy/placet.pub")).unwrap();
    let restore = || desk.run(&["restore", "copy", "again"]);
    restore().failed(
        USAGE,
        &["copy/placet.pub: this is not the published key", own.trim()],
    );
    std::fs::remove_file(desk.path("copy/placet.pub")).unwrap();
    restore().failed(USAGE, &["copy/placet.pub: ", own.trim()]);
    assert_eq!(desk.names(), ["copy", "data"]);
    std::fs::copy(other.path("data/placet.pub"), &published).unwrap();
    let audit = desk.run(&["verify", "data"]);
    audit.failed(
        DIFFERENT,
        &["data/placet.pub: this is not the published key", own.trim()],
    );
    std::fs::write(&published, &own).unwrap();
    desk.run(&["verify", "data"]).done();
    // A record that was changed as well hides nothing of it.
    std::fs::copy(other.path("data/placet.pub"), &published).unwrap();
    let database = Connection::open(desk.path("data/placet.sqlite")).unwrap();
    let change = "DELETE FROM document WHERE stream = (SELECT max(stream) FROM document)";
    assert_eq!(database.execute(change, []).unwrap(), 1);
    database.close().unwrap();
    desk.run(&["verify", "data"]).failed(
        DIFFERENT,
        &[
            "what lies here is not what was recorded",
            "data/placet.pub: this is not the published key",
            own.trim(),
        ],
    );
}

/// Whatever is wrong with a key, the record is looked at, and all that differs is told together.
#[test]
fn a_wrong_or_missing_key_hides_no_changed_record() {
    let (desk, other) = (Desk::with_installation(), Desk::with_installation());
    let foreign = other.path("data/placet.pub").display().to_string();
    let (key, published) = (desk.path("data/placet.key"), desk.path("data/placet.pub"));
    let own = std::fs::read_to_string(&key).unwrap();
    let line = std::fs::read_to_string(&published).unwrap();
    let verify = || desk.run(&["verify", "data"]);
    std::fs::write(desk.path("kept.pub"), &line).unwrap();
    std::fs::remove_file(&key).unwrap();
    verify().failed(DIFFERENT, &["data/placet.key: could not be read"]);
    // Another's signing key beside the right published one: nobody is told to publish the wrong one.
    std::fs::copy(other.path("data/placet.key"), &key).unwrap();
    let told = verify();
    assert!(!told.err.contains("Write this line"), "{told:?}");
    told.failed(
        DIFFERENT,
        &[
            "data/placet.key: this is not the key that signed",
            line.trim(),
            "from a backup",
        ],
    );
    let database = Connection::open(desk.path("data/placet.sqlite")).unwrap();
    let change = "DELETE FROM document WHERE stream = (SELECT max(stream) FROM document)";
    assert_eq!(database.execute(change, []).unwrap(), 1);
    database.close().unwrap();
    let changed = "what lies here is not what was recorded";
    std::fs::write(&key, &own).unwrap();
    desk.run(&["verify", "data", "--key", &foreign]).failed(
        DIFFERENT,
        &[changed, "another key than the one given", line.trim()],
    );
    std::fs::write(&key, "no key").unwrap();
    verify().failed(DIFFERENT, &[changed, "data/placet.key: this is no key"]);
    std::fs::remove_file(&key).unwrap();
    verify().failed(DIFFERENT, &[changed, "data/placet.key: could not be read"]);
    std::fs::remove_file(&published).unwrap();
    verify().failed(
        DIFFERENT,
        &[
            changed,
            "data/placet.key: could not be read",
            "was not checked",
            "--key",
        ],
    );
    desk.run(&["verify", "data", "--key", "kept.pub"]).failed(
        DIFFERENT,
        &[changed, "data/placet.key", "data/placet.pub", line.trim()],
    );
    std::fs::write(&key, &own).unwrap();
    std::fs::write(desk.path("head.txt"), "no checkpoint").unwrap();
    desk.run(&["verify", "data", "--checkpoint", "head.txt"])
        .failed(DIFFERENT, &[changed, "head.txt: this checkpoint is not genuine"]);
}

#[test]
fn a_copy_lies_outside_of_what_is_copied() {
    let desk = Desk::with_installation();
    desk.run(&["backup", "data", "copy"]).done();
    for (copying, from, other) in [("backup", "data", "copy"), ("restore", "copy", "data")] {
        let around = format!("{other}/../{from}/within");
        for to in [
            format!("{from}/within"),
            format!("{from}/rulebooks/deep/er"),
            around,
        ] {
            desk.run(&[copying, from, &to])
                .failed(USAGE, &[&to, &format!("this lies in {from}")]);
        }
        desk.run(&[copying, from, "."]).failed(
            USAGE,
            &[&format!("{from}, which is to be copied, lies in this folder")],
        );
    }
    assert_eq!(desk.names(), ["copy", "data"]);
    desk.run(&["verify", "data"]);
}

/// A file may only grow so large here: the disk that the copy goes to does not take it.
#[test]
fn a_disk_that_does_not_take_a_copy_is_named_and_not_what_is_copied() {
    let desk = Desk::with_installation();
    desk.run(&["backup", "data", "copy"]).done();
    for copying in ["backup data", "restore copy"] {
        let ran = desk.confined(&format!("{copying} full"));
        assert!(
            ran.err.starts_with("full: the copy could not be written"),
            "{ran:?}"
        );
        ran.failed(MACHINE, &["on a disk that has room"]);
    }
    assert_eq!(desk.names(), ["copy", "data"]);
}

#[test]
fn a_server_answers_and_warns_of_an_address_that_is_not_encrypted() {
    let desk = Desk::with_installation();
    let server = desk.start(&["serve", "--data", "data"]);
    assert!(server.answer("/en/sign-in").starts_with("HTTP/1.1 200"));
    assert_eq!(server.stop(), (DONE, String::new()));
    let open = Desk::new();
    open.init(&["--address", "http://permits.example"]).done();
    let (code, err) = open.start(&["serve", "--data", "data"]).stop();
    assert_eq!(code, DONE);
    assert!(
        err.contains("http://permits.example") && err.contains("https://"),
        "{err}"
    );
    assert!(!err.contains('\u{1b}'), "colours are for terminals: {err}");
}

/// A session's cookie goes over TLS alone where people come over it, and reaches them where they do not.
#[test]
fn a_server_gives_cookies_for_the_way_on_which_people_reach_it() {
    for (address, over_tls) in [
        ("https://permits.example", true),
        ("http://permits.example", false),
    ] {
        let desk = Desk::new();
        desk.init(&["--address", address]).done();
        let server = desk.start(&["serve", "--data", "data"]);
        let answer = server.answer("/en/sign-in");
        let cookie = answer.lines().find(|line| line.starts_with("set-cookie: "));
        assert_eq!(cookie.unwrap().contains("; Secure"), over_tls, "{answer}");
        assert_eq!(server.stop().0, DONE);
    }
}

#[test]
fn who_is_known_gets_another_role_and_what_would_change_them_is_refused() {
    let desk = Desk::with_installation();
    city(&desk);
    let role = ["--organisation", "The city", "--role", "decider"];
    desk.add(OFFICER, &role).done();
    let other = [&role[..], &["--name", "Chan Thy"]].concat();
    desk.add(OFFICER, &other)
        .failed(2, &[OFFICER, "Sok Dara", "--name"]);
    let other = [&role[..], &["--kind", "police"]].concat();
    desk.add(OFFICER, &other)
        .failed(2, &["The city", "municipality", "--kind"]);
    let other = [&role[..], &["--authority", "moi"]].concat();
    desk.add(OFFICER, &other)
        .failed(2, &["The city", "phnom-penh", "--authority"]);
    // A slip of the keyboard makes no authority that nobody is ever put to.
    let slip = [
        "--name",
        "Keo",
        "--organisation",
        "Another",
        "--role",
        "officer",
        "--authority",
        "nosuch",
    ];
    desk.add("keo@city.example", &slip)
        .failed(2, &["nosuch", "--authority", "mfaic, moi, mond, phnom-penh"]);
    desk.add(
        "no address",
        &["--name", "Keo", "--organisation", "Another", "--role", "officer"],
    )
    .failed(2, &["no address: this is no e-mail address."]);
    desk.add("new@city.example", &role)
        .failed(2, &["new@city.example", "--name"]);
}

#[test]
fn a_role_is_withdrawn_once_and_the_others_stay() {
    let desk = Desk::with_installation();
    city(&desk);
    desk.add(OFFICER, &["--organisation", "The city", "--role", "decider"])
        .done();
    let withdraw = |address: &str, organisation: &str, role: &str| {
        let whose = ["user", "withdraw", "--data", "data", "--address", address];
        let which = ["--organisation", organisation, "--role", role];
        desk.run(&[&whose[..], &which[..]].concat())
    };
    // A name is told from others as readers do.
    let told = withdraw(OFFICER, "the  CITY", "decider").done();
    assert_eq!(
        told,
        "Sok Dara is no longer decider at The city, and is signed out everywhere.\n"
    );
    for (organisation, role) in [("The city", "decider"), ("The town", "desk-officer")] {
        withdraw(OFFICER, organisation, role).failed(
            2,
            &[
                OFFICER,
                "Sok Dara",
                organisation,
                role,
                "desk-officer at The city",
                "--role",
            ],
        );
    }
    withdraw("nobody@city.example", "The city", "decider")
        .failed(2, &["nobody@city.example", "placet user add"]);
    desk.run(&["verify", "data"]).done();
}

#[test]
fn a_case_is_in_time_or_late() {
    let desk = Desk::new();
    let case = shipped("examples/anniversary.toml");
    let out = desk.run(&["check", &case, "--as-of", "2023-08-01"]).done();
    assert!(out.contains("latest filing"), "{out}");
    let json = desk
        .run(&["check", &case, "--as-of", "2023-08-01", "--json"])
        .done();
    assert!(json.contains("\"format\": \"placet-check/1\""), "{json}");
    let late = desk.run(&["check", &case, "--as-of", "2023-11-18"]);
    assert_eq!(late.code, DIFFERENT);
    assert!(
        late.out.contains("passed") && late.err.contains("has passed"),
        "{late:?}"
    );
}

#[test]
fn completions_are_printed() {
    let out = Desk::new().run(&["completions", "bash"]).done();
    assert!(out.contains("complete -F _placet"), "{out}");
}

/// The last fact of the ledger was recorded when the clock stood in another century.
#[test]
fn a_server_whose_clock_was_set_back_says_so() {
    let desk = Desk::with_installation();
    city(&desk);
    let database = Connection::open(desk.path("data/placet.sqlite")).unwrap();
    let later = "UPDATE fact SET payload = CAST(replace(CAST(payload AS TEXT), '\"at\":\"20', '\"at\":\"29') AS BLOB) \
        WHERE position = (SELECT max(position) FROM fact)";
    assert_eq!(database.execute(later, []).unwrap(), 1);
    database.close().unwrap();
    let (code, err) = desk.start(&["serve", "--data", "data"]).stop();
    assert_eq!(code, DONE);
    assert!(
        err.contains("the clock was set back") && err.contains("timedatectl"),
        "{err}"
    );
}

#[test]
fn an_authority_that_was_given_to_the_wrong_organisation_is_given_to_the_right_one() {
    let desk = Desk::with_installation();
    city(&desk);
    let withdraw = |organisation| {
        let what = [
            "user",
            "withdraw-authority",
            "--data",
            "data",
            "--authority",
            "phnom-penh",
        ];
        desk.run(&[&what[..], &["--organisation", organisation]].concat())
    };
    withdraw("The town").failed(USAGE, &["The town", "phnom-penh: The city"]);
    let told = withdraw("The city").done();
    assert!(told.contains("no longer the authority phnom-penh"), "{told}");
    withdraw("The city").failed(USAGE, &["This organisation is not"]);
    let right = [
        "--name",
        "Chan Thy",
        "--organisation",
        "The right city",
        "--kind",
        "municipality",
        "--authority",
        "phnom-penh",
        "--role",
        "coordinator",
    ];
    desk.add("right@city.example", &right).done();
    withdraw("The town").failed(USAGE, &["phnom-penh: The right city"]);
    desk.run(&["verify", "data", "--key", "data/placet.pub"]).done();
}
