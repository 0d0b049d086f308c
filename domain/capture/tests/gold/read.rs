//! Reads the gold texts and what is marked in them.

use jiff::civil::Date;

/// One text.
#[derive(Clone, Debug)]
pub struct Text {
    pub name: String,
    pub published: Date,
    pub text: String,
    /// Full name with the shorter forms of it that stand in the text.
    pub people: Vec<(String, Vec<String>)>,
    pub towns: Vec<String>,
    /// Country with the word for what is its own.
    pub countries: Vec<(String, Vec<String>)>,
    /// Words that are names within names.
    pub words: Vec<String>,
    pub items: Vec<Item>,
}

/// What is to be found.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Person {
        name: String,
        post: String,
    },
    Said {
        speaker: String,
        cue: String,
        mode: String,
        words: String,
    },
    Asked {
        from: String,
        to: String,
        words: String,
    },
    Promised {
        from: String,
        to: String,
        words: String,
    },
    Dated {
        date: String,
        words: String,
    },
    About {
        words: String,
    },
}

/// All texts of a file.
pub fn texts(gold: &str) -> Vec<Text> {
    gold.split("=== ").skip(1).map(text).collect()
}

fn text(block: &str) -> Text {
    let (head, rest) = block.split_once('\n').unwrap();
    let (name, published) = head.split_once(' ').unwrap();
    let (words, marks) = rest.split_once("\n---\n").unwrap();
    let mut text = Text {
        name: name.to_owned(),
        published: published.trim().parse().unwrap(),
        text: words.to_owned(),
        people: vec![],
        towns: vec![],
        countries: vec![],
        words: vec![],
        items: vec![],
    };
    for line in marks.lines().filter(|line| !line.trim().is_empty()) {
        let with_forms = |list: &str| list.split("; ").map(forms).collect::<Vec<_>>();
        let (kind, rest) = line.split_once([' ', ':']).unwrap_or((line, ""));
        let rest = rest.trim();
        match kind {
            "people" => text.people = with_forms(rest),
            "countries" => text.countries = with_forms(rest),
            "towns" => text.towns = rest.split("; ").map(str::to_owned).collect(),
            "words" => text.words = rest.split("; ").map(str::to_owned).collect(),
            _ => text.items.push(item(kind, rest, &text.name)),
        }
    }
    text
}

fn forms(entry: &str) -> (String, Vec<String>) {
    match entry.split_once(" (") {
        Some((name, short)) => (
            name.to_owned(),
            short
                .trim_end_matches(')')
                .split(", ")
                .map(str::to_owned)
                .collect(),
        ),
        None => (entry.to_owned(), vec![]),
    }
}

fn item(kind: &str, rest: &str, name: &str) -> Item {
    let parts: Vec<String> = rest.split('|').map(|part| part.trim().to_owned()).collect();
    let part = |at: usize| {
        parts
            .get(at)
            .cloned()
            .unwrap_or_else(|| panic!("{name}: {kind} {rest}"))
    };
    match kind {
        "person" => Item::Person {
            name: part(0),
            post: part(1),
        },
        "said" => Item::Said {
            speaker: part(0),
            cue: part(1),
            mode: part(2),
            words: part(3),
        },
        "asked" => Item::Asked {
            from: part(0),
            to: if parts.len() > 2 { part(1) } else { String::new() },
            words: part(parts.len() - 1),
        },
        "promised" => Item::Promised {
            from: part(0),
            to: if parts.len() > 2 { part(1) } else { String::new() },
            words: part(parts.len() - 1),
        },
        "date" => Item::Dated {
            date: part(0),
            words: part(1),
        },
        "about" => Item::About { words: part(0) },
        other => panic!("{name}: {other} is no mark"),
    }
}

/// Where the marked words stand, in scalar values; `…` stands for what lies between, and they begin after a `^`.
pub fn span(text: &str, words: &str, name: &str) -> (usize, usize) {
    let (first, last) = words.split_once(" … ").unwrap_or((words, ""));
    let (before, first) = first.split_once('^').unwrap_or(("", first));
    let whole = format!("{before}{first}");
    let start = text
        .find(&whole)
        .unwrap_or_else(|| panic!("{name}: \"{whole}\" is not in the text"))
        + before.len();
    let end = match last {
        "" => start + first.len(),
        last => {
            let from = start + first.len();
            from + text[from..]
                .find(last)
                .unwrap_or_else(|| panic!("{name}: \"{last}\" does not follow"))
                + last.len()
        }
    };
    (text[..start].chars().count(), text[..end].chars().count())
}
