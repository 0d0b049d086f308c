//! What goes wrong: each failure says what is wrong, where, and what to do, with the exit code of its kind.

use crate::program::{DIFFERENT, DONE, Desk, MACHINE, OPERATOR, USAGE, shipped};

/// Every command that opens an installation, on the one in `data`.
const OPENING: [&[&str]; 7] = [
    &["serve", "--data", "data", "--listen", "127.0.0.1:0"],
    &["verify", "data"],
    &["rebuild", "--data", "data"],
    &[
        "import",
        "meetings",
        "meetings.toml",
        "--data",
        "data",
        "--as",
        OPERATOR,
    ],
    &["user", "link", "--data", "data", "--address", OPERATOR],
    &["backup", "data", "copy"],
    &["restore", "data", "copy"],
];

fn with_meetings() -> Desk {
    let desk = Desk::with_installation();
    std::fs::copy(shipped("examples/meetings.toml"), desk.path("meetings.toml")).unwrap();
    desk
}

#[test]
fn a_database_that_is_missing_is_not_made() {
    let desk = with_meetings();
    std::fs::remove_file(desk.path("data/placet.sqlite")).unwrap();
    for command in OPENING {
        desk.run(command)
            .failed(MACHINE, &["data/placet.sqlite", "--database"]);
        assert!(!desk.path("data/placet.sqlite").exists(), "{command:?}");
        assert!(!desk.path("copy").exists(), "{command:?}");
    }
}

#[test]
fn a_database_without_facts_is_no_installations() {
    let desk = with_meetings();
    std::fs::write(desk.path("data/placet.sqlite"), "").unwrap();
    for command in &OPENING[..5] {
        desk.run(command)
            .failed(MACHINE, &["data/placet.sqlite", "no facts"]);
    }
}

#[test]
fn every_command_takes_another_database_from_an_option_or_the_environment() {
    let desk = with_meetings();
    for command in &OPENING[..6] {
        let more = [command, &["--database", "sqlite:other.sqlite"][..]].concat();
        desk.run(&more).failed(MACHINE, &["data/other.sqlite"]);
        desk.run_with(command, &[("PLACET_DATABASE", "sqlite:other.sqlite")])
            .failed(MACHINE, &["data/other.sqlite"]);
    }
    std::fs::rename(desk.path("data/placet.sqlite"), desk.path("data/other.sqlite")).unwrap();
    desk.run(&["verify", "data", "--database", "sqlite:other.sqlite"])
        .done();
}

#[test]
fn a_folder_without_an_installation_is_told() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("data")).unwrap();
    std::fs::write(desk.path("meetings.toml"), "").unwrap();
    for command in OPENING {
        desk.run(command)
            .failed(USAGE, &["data/placet.toml", "placet init"]);
    }
}

#[test]
fn a_broken_off_init_leaves_no_folder_and_can_be_done_again() {
    let desk = Desk::new();
    for wrong in [
        ["--operator", "nobody"],
        ["--name", ""],
        ["--origin", "two words"],
        ["--database", "mysql://db.example"],
        ["--rulebook", "nowhere"],
    ] {
        let rulebook = shipped("rulebooks/kh-phnom-penh");
        let mut arguments = vec!["init", "--data", "data"];
        for right in [
            ["--operator", OPERATOR],
            ["--name", "Operator"],
            ["--origin", "permits.example"],
            ["--rulebook", &rulebook],
        ] {
            arguments.extend(if right[0] == wrong[0] { wrong } else { right });
        }
        if wrong[0] == "--database" {
            arguments.extend(wrong);
        }
        let ran = desk.run(&arguments);
        assert!([USAGE, MACHINE].contains(&ran.code), "{ran:?}");
        assert!(desk.names().is_empty(), "{wrong:?} left {:?}", desk.names());
    }
    desk.init(&[]).done();
}

#[test]
fn an_address_with_a_path_or_without_a_scheme_is_refused() {
    let desk = Desk::new();
    for wrong in ["permits.example", "https://permits.example/placet"] {
        desk.init(&["--address", wrong])
            .failed(USAGE, &[wrong, "--address"]);
        assert!(desk.names().is_empty());
    }
}

#[test]
fn a_folder_in_use_is_refused() {
    let desk = Desk::with_installation();
    desk.init(&[]).failed(USAGE, &["data", "placet serve"]);
    std::fs::create_dir_all(desk.path("taken/by")).unwrap();
    let taken = "there is something here already";
    for copying in ["backup", "restore"] {
        desk.run(&[copying, "data", "taken"])
            .failed(USAGE, &["taken", taken]);
    }
}

/// A file where a folder should be: a lock that even root meets, which tests may run as.
#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let desk = Desk::with_installation();
    std::fs::write(desk.path("file"), "").unwrap();
    desk.run(&["backup", "data", "file/copy"])
        .failed(USAGE, &["file/copy"]);
    desk.run(&["backup", "data", "/proc/placet"])
        .failed(MACHINE, &["/proc/placet"]);
}

/// As before `head`: the exit code says what was found, whoever reads on or not.
#[test]
fn what_nobody_reads_is_no_fault() {
    let desk = Desk::with_installation();
    let case = shipped("examples/anniversary.toml");
    for (arguments, code) in [
        (&["check", &case, "--as-of", "2023-08-01", "--json"][..], DONE),
        (&["check", &case, "--as-of", "2023-11-18"], DIFFERENT),
        (&["completions", "bash"], DONE),
        (&["rulebook", "list", "--data", "data"], DONE),
    ] {
        let ran = desk.unread(arguments);
        assert_eq!(ran.code, code, "{ran:?}");
        assert!(!ran.err.contains("ipe"), "{ran:?}");
        assert_eq!(ran.err.is_empty(), code == DONE, "{ran:?}");
    }
}

#[test]
fn a_port_in_use_is_told() {
    let desk = Desk::with_installation();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = taken.local_addr().unwrap().to_string();
    desk.run(&["serve", "--data", "data", "--listen", &place])
        .failed(MACHINE, &[&place, "--listen"]);
}

#[test]
fn who_cannot_be_added_leaves_no_fact() {
    let desk = Desk::with_installation();
    let before = desk.run(&["verify", "data"]).done();
    let role = ["--organisation", "The city", "--role", "officer"];
    let named = [&role[..], &["--name", "Sok Dara"]].concat();
    desk.add("nobody", &named)
        .failed(USAGE, &["nobody", "name@place.example"]);
    let unnamed = [&role[..], &["--name", ""]].concat();
    desk.add("officer@city.example", &unnamed)
        .failed(USAGE, &["--name"]);
    assert_eq!(desk.run(&["verify", "data"]).done(), before);
}

/// An officer of an organisation to which nothing is ever put would wait in vain.
#[test]
fn who_would_review_for_no_authority_is_told_which_there_are() {
    let desk = Desk::with_installation();
    let before = desk.run(&["verify", "data"]).done();
    let person = ["--name", "Sok Dara", "--organisation", "The city"];
    for role in ["officer", "decider"] {
        let role = [&person[..], &["--role", role]].concat();
        desk.add("officer@city.example", &role)
            .failed(USAGE, &["The city", "no authority", "--authority", "phnom-penh"]);
    }
    // Only one that leads coordinates, and only its rule makers change a rulebook.
    for role in ["coordinator", "rule-maker"] {
        let role = [&person[..], &["--role", role]].concat();
        let told = [
            "The city",
            "leads by no rulebook",
            "--authority",
            "these it is: phnom-penh.",
        ];
        desk.add("officer@city.example", &role).failed(USAGE, &told);
        let other = [&role[..], &["--kind", "ministry", "--authority", "mond"]].concat();
        desk.add("officer@city.example", &other).failed(USAGE, &told);
    }
    assert_eq!(desk.run(&["verify", "data"]).done(), before);
    let applies = [&person[..], &["--role", "applicant"]].concat();
    desk.add("applicant@city.example", &applies).done();
    let known = ["--organisation", "The city", "--role", "officer"];
    desk.add("applicant@city.example", &known)
        .failed(USAGE, &["The city", "no authority", "another organisation"]);
    let rules = ["--organisation", "The city", "--role", "rule-maker"];
    desk.add("applicant@city.example", &rules).failed(
        USAGE,
        &["The city", "leads by no rulebook", "another organisation"],
    );
}

#[test]
fn what_is_not_known_is_refused_with_what_is() {
    let desk = Desk::with_installation();
    let person = ["--name", "Sok Dara", "--organisation", "The city"];
    let role = [&person[..], &["--role", "king"]].concat();
    desk.add("officer@city.example", &role)
        .failed(USAGE, &["king", "desk-officer"]);
    let kind = [&person[..], &["--role", "officer", "--kind", "club"]].concat();
    desk.add("officer@city.example", &kind)
        .failed(USAGE, &["club", "municipality"]);
    desk.run(&["nothing"]).failed(USAGE, &["nothing"]);
    desk.run(&[
        "user",
        "link",
        "--data",
        "data",
        "--address",
        "nobody@city.example",
    ])
    .failed(USAGE, &["nobody@city.example", "placet user add"]);
    let import = [
        "import",
        "meetings",
        &shipped("examples/meetings.toml"),
        "--data",
        "data",
        "--as",
    ];
    desk.run(&[&import[..], &["nobody@city.example"]].concat())
        .failed(USAGE, &["nobody@city.example", "placet user add"]);
    desk.run(&[&import[..], &[OPERATOR]].concat())
        .failed(USAGE, &[OPERATOR, "desk-officer"]);
}

#[test]
fn a_file_that_is_not_there_or_is_faulty_is_told() {
    let desk = Desk::with_installation();
    let check = |file: &str| desk.run(&["check", file, "--as-of", "2023-08-01"]);
    check("none.toml").failed(USAGE, &["none.toml"]);
    let case = std::fs::read_to_string(shipped("examples/anniversary.toml")).unwrap();
    std::fs::write(
        desk.path("case.toml"),
        case.replace("attendance = 8000", "attendance = \"many\""),
    )
    .unwrap();
    assert_eq!(check("case.toml").code, USAGE);
    let import = [
        "import",
        "meetings",
        "none.toml",
        "--data",
        "data",
        "--as",
        OPERATOR,
    ];
    desk.run(&import).failed(USAGE, &["none.toml"]);
}

#[test]
fn a_wrong_key_or_a_false_permit_is_found() {
    let desk = Desk::with_installation();
    let other = Desk::with_installation();
    let key = other.path("data/placet.pub").display().to_string();
    desk.run(&["verify", "data", "--key", &key])
        .failed(DIFFERENT, &["data", "another key"]);
    let own = "data/placet.pub";
    desk.run(&["verify", "PLACET1:NOTHING", "--key", own])
        .failed(DIFFERENT, &["no permit"]);
    desk.run(&["verify", "PLACET1:NOTHING"]).failed(USAGE, &["--key"]);
    desk.run(&["verify", "none.json", "--key", own])
        .failed(USAGE, &["none.json"]);
    std::fs::write(desk.path("no.pub"), "no key").unwrap();
    desk.run(&["verify", "PLACET1:NOTHING", "--key", "no.pub"])
        .failed(USAGE, &["no.pub"]);
}

#[test]
fn a_file_that_is_no_text_or_endless_is_fed_wrongly() {
    let desk = Desk::with_installation();
    std::fs::write(desk.path("broken"), b"abc\xff\xfe").unwrap();
    let endless = std::fs::File::create(desk.path("endless")).unwrap();
    endless.set_len(16_000_001).unwrap();
    for (file, words) in [
        ("broken", ["broken", "byte 3"]),
        ("endless", ["endless", "16 MB"]),
    ] {
        let own = "data/placet.pub";
        for command in [
            &["import", "meetings", file, "--data", "data", "--as", OPERATOR][..],
            &["verify", file, "--key", own],
            &["verify", "PLACET1:NOTHING", "--key", file],
            &["check", file, "--as-of", "2023-08-01"],
        ] {
            desk.run(command).failed(USAGE, &words);
        }
    }
}

#[test]
fn a_fact_that_was_changed_is_found() {
    let desk = Desk::with_installation();
    let path = desk.path("data/placet.sqlite");
    let mut bytes = std::fs::read(&path).unwrap();
    // The operator's name in the person's fact, wherever it lies in the file.
    let mut changed = 0;
    for at in 0..bytes.len() - 8 {
        if &bytes[at..at + 8] == b"Operator" {
            bytes[at] = b'0';
            changed += 1;
        }
    }
    assert!(changed > 0);
    std::fs::write(&path, bytes).unwrap();
    let audit = desk.run(&["verify", "data"]);
    assert_eq!(audit.code, DIFFERENT, "{audit:?}");
}

#[test]
fn what_is_refused_is_said_in_words_and_what_no_database_is_with_its_place() {
    let desk = Desk::with_installation();
    let person = ["--name", "Sok Dara", "--organisation", "The city"];
    let role = [
        "--kind",
        "municipality",
        "--authority",
        "phnom-penh",
        "--role",
        "officer",
    ];
    let add = [&person[..], &role].concat();
    desk.add("officer@city.example", &add).done();
    let twice = desk.add("officer@city.example", &add);
    assert!(!twice.err.contains("role-"), "{}", twice.err);
    twice.failed(USAGE, &["This person is officer there already"]);
    let other = ["--name", "Chan", "--organisation", "Another city"];
    desk.add("chan@city.example", &[&other[..], &role].concat())
        .failed(USAGE, &["The city is the authority phnom-penh already"]);
    // An invisible character makes no other organisation.
    let unseen = [
        "--name",
        "Chan",
        "--organisation",
        "The city\u{200b}",
        "--role",
        "officer",
    ];
    desk.add("chan@city.example", &unseen).done();
    // Nor does one in an address make another account.
    for hidden in ["\u{ad}", "\u{200b}", "\u{feff}", "\u{202e}"] {
        desk.add(&format!("chan{hidden}@city.example"), &unseen)
            .failed(USAGE, &["this is no e-mail address"]);
    }
    desk.run(&["verify", "data"]).done();
    std::fs::write(desk.path("letter"), "Dear Sir or Madam, ".repeat(100)).unwrap();
    let letter = format!("sqlite:{}", desk.path("letter").display());
    desk.run(&["verify", "data", "--database", &letter])
        .failed(MACHINE, &["letter: ", "is one that Placet made"]);
}

#[test]
fn what_a_file_holds_does_nothing_on_a_terminal_and_makes_no_line_of_its_own() {
    let desk = Desk::with_installation();
    let forged = r#"{"format":"\u001b[2J\u001b[HGenuine,\u202e\nvalid today.\u001b[8m"}"#;
    std::fs::write(desk.path("f.json"), forged).unwrap();
    let ran = desk.run(&["verify", "f.json", "--key", "data/placet.pub"]);
    let shown = "\\u001b[2J\\u001b[HGenuine,\\u202e\\nvalid today.";
    assert!(ran.err.contains(shown), "{ran:?}");
    assert_eq!(ran.err.lines().count(), 2, "{ran:?}");
    ran.failed(DIFFERENT, &["This is no permit that can be read"]);
    let case = std::fs::read_to_string(shipped("examples/anniversary.toml")).unwrap();
    let case = case.replacen("kh-phnom-penh", "\\u001b[2J\\u202eGenuine", 1);
    std::fs::write(desk.path("case.toml"), case).unwrap();
    std::fs::write(
        desk.path("log.csv"),
        "case,authority,referred,decided\na,b,\u{1b}[2J\u{9b}m\u{202e},\n",
    )
    .unwrap();
    for command in [
        &["check", "case.toml", "--as-of", "2026-01-01"][..],
        &["forecast", "backtest", "log.csv"],
    ] {
        let ran = desk.run(command);
        let raw = |character: char| character != '\n' && act::disturbs_a_line(character);
        assert!(!ran.err.contains(raw), "{ran:?}");
        assert_eq!(ran.code, USAGE, "{ran:?}");
        assert!(ran.err.contains("\\u001b"), "{ran:?}");
    }
}
