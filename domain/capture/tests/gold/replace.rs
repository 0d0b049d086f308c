//! Every name, place and date of a text replaced by another of its kind, in the text and in what is marked.

use crate::read::{Item, Text};
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;

const GIVEN: &[&str] = &[
    "Alma", "Bogdan", "Chiara", "Dmitri", "Elif", "Farid", "Gudrun", "Hamza", "Ines", "Jakub", "Kaori",
    "Leandro", "Mirela", "Nadim", "Orla", "Petar", "Quynh", "Rafael", "Sanjay", "Tatiana", "Uma", "Viggo",
    "Wanjiru", "Ximena", "Yusra", "Zoltan",
];
const FAMILY: &[&str] = &[
    "Abubakar",
    "Bergström",
    "Castellano",
    "Dlamini",
    "Eriksen",
    "Fujimoto",
    "Ganbold",
    "Hasegawa",
    "Ivanova",
    "Jankowski",
    "Kealoha",
    "Lindholm",
    "Mutasa",
    "Novotny",
    "Okafor",
    "Pereira",
    "Quispe",
    "Rahmani",
    "Sandoval",
    "Tanović",
    "Uddin",
    "Vasquez",
    "Wickrama",
    "Yamashita",
    "Zeller",
];
const TOWNS: &[&str] = &[
    "Brenholm",
    "Castelvero",
    "Dunmarra",
    "Eskilby",
    "Faroland",
    "Gorenza",
    "Halvik",
    "Itaberra",
    "Jorvaan",
    "Kestanbol",
    "Lormont",
    "Mirepoix",
    "Nakuresi",
    "Ostrava",
    "Pontedera",
];
const COUNTRIES: &[(&str, &str)] = &[
    ("Albania", "Albanian"),
    ("Belgium", "Belgian"),
    ("Colombia", "Colombian"),
    ("Ecuador", "Ecuadorian"),
    ("Fiji", "Fijian"),
    ("Ghana", "Ghanaian"),
    ("Hungary", "Hungarian"),
    ("Indonesia", "Indonesian"),
    ("Jamaica", "Jamaican"),
    ("Kuwait", "Kuwaiti"),
    ("Latvia", "Latvian"),
    ("Mongolia", "Mongolian"),
    ("Nepal", "Nepali"),
    ("Oman", "Omani"),
    ("Peru", "Peruvian"),
    ("Rwanda", "Rwandan"),
];
const WORDS: &[&str] = &[
    "Ambarra",
    "Belvoir",
    "Corvanta",
    "Delphine",
    "Ellisande",
    "Fontaro",
    "Grenmore",
    "Hexham",
    "Islandra",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The text with everything in it replaced.
pub fn replaced(text: &Text, rng: &mut Rng) -> Text {
    let mut text = text.clone();
    let mut pairs: Vec<(String, String)> = vec![];
    let mut family: Vec<&str> = FAMILY.to_vec();
    let mut given: Vec<&str> = GIVEN.to_vec();
    let take = |list: &mut Vec<&'static str>, rng: &mut Rng| list.swap_remove(rng.usize(..list.len()));
    for (name, short) in &text.people {
        let parts: Vec<&str> = name.split(' ').collect();
        let last = take(&mut family, rng);
        let full = if parts.len() == 1 {
            last.to_owned()
        } else {
            format!("{} {last}", take(&mut given, rng))
        };
        pairs.push((name.clone(), full));
        pairs.extend(short.iter().map(|short| (short.clone(), last.to_owned())));
    }
    let mut towns = TOWNS.to_vec();
    pairs.extend(text.towns.iter().map(|town| {
        let other = take(&mut towns, rng);
        (
            town.clone(),
            if town.chars().all(char::is_uppercase) {
                other.to_uppercase()
            } else {
                other.to_owned()
            },
        )
    }));
    let mut countries: Vec<(&str, &str)> = COUNTRIES.to_vec();
    for (country, own) in &text.countries {
        let (other, theirs) = countries.swap_remove(rng.usize(..countries.len()));
        pairs.push((country.clone(), other.to_owned()));
        pairs.extend(own.iter().map(|own| (own.clone(), theirs.to_owned())));
    }
    let mut words = WORDS.to_vec();
    pairs.extend(
        text.words
            .iter()
            .map(|word| (word.clone(), take(&mut words, rng).to_owned())),
    );
    pairs.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
    let shift = 7 * rng.i64(-200..200);
    pairs.extend(dates(&mut text, shift));
    apply(&mut text, &pairs);
    text.published = text.published.checked_add(shift.days()).unwrap();
    text
}

/// The same in the text and in what is marked.
fn apply(text: &mut Text, pairs: &[(String, String)]) {
    let all = |words: &str| {
        let mut words = words.to_owned();
        for (at, (from, _)) in pairs.iter().enumerate() {
            words = whole_words(&words, from, &format!("\u{e000}{at}\u{e001}"));
        }
        for (at, (_, to)) in pairs.iter().enumerate() {
            words = words.replace(&format!("\u{e000}{at}\u{e001}"), to);
        }
        words
    };
    text.text = all(&text.text);
    for item in &mut text.items {
        match item {
            Item::Person { name: one, post: two } => (*one, *two) = (all(one), all(two)),
            Item::Said { speaker, words, .. } => (*speaker, *words) = (all(speaker), all(words)),
            Item::Asked { from, to, words } | Item::Promised { from, to, words } => {
                (*from, *to, *words) = (all(from), all(to), all(words))
            }
            Item::Dated { words, .. } | Item::About { words } => *words = all(words),
        }
    }
}

fn whole_words(text: &str, from: &str, to: &str) -> String {
    let mut parts = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let end = at + from.len();
        let before = parts.chars().chain(rest[..at].chars()).next_back();
        let inside =
            before.is_some_and(char::is_alphanumeric) || rest[end..].starts_with(char::is_alphanumeric);
        parts.push_str(&rest[..at]);
        parts.push_str(if inside { from } else { to });
        rest = &rest[end..];
    }
    parts + rest
}

/// Each date moved by so many days, written as it was.
fn dates(text: &mut Text, shift: i64) -> Vec<(String, String)> {
    let mut pairs = vec![];
    for item in &mut text.items {
        let Item::Dated { date, words } = item else {
            continue;
        };
        let days: Vec<String> = date.split('/').map(|day| moved(day, shift)).collect();
        let old = words.clone();
        let figure =
            old.chars().any(|one| one.is_ascii_digit()) || MONTHS.iter().any(|month| old.contains(month));
        if figure {
            let firsts: Vec<&str> = days.iter().map(String::as_str).collect();
            let olds: Vec<&str> = date.split('/').collect();
            pairs.push((old.clone(), rewritten(&old, &olds, &firsts)));
        }
        *date = days.join("/");
    }
    pairs.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
    pairs
}

fn moved(day: &str, shift: i64) -> String {
    let add = |date: Date| date.checked_add(shift.days()).unwrap();
    if let Ok(date) = day.parse::<Date>() {
        return add(date).to_string();
    }
    if let Some((year, week)) = day.split_once("-W") {
        let first = jiff::civil::ISOWeekDate::new(
            year.parse().unwrap(),
            week.parse().unwrap(),
            jiff::civil::Weekday::Monday,
        )
        .unwrap()
        .date();
        let week = add(first).iso_week_date();
        return format!("{:04}-W{:02}", week.year(), week.week());
    }
    if day.len() == 7 {
        return add(format!("{day}-15").parse().unwrap()).to_string()[..7].to_owned();
    }
    let year: i64 = day.parse().unwrap();
    format!("{:04}", year + shift / 365)
}

/// The day, the month and the year of each old date, where they stand, by those of the new one.
fn rewritten(words: &str, olds: &[&str], news: &[&str]) -> String {
    let mut at = 0;
    let mut parts = vec![];
    for word in words.split(' ') {
        let bare = word.trim_end_matches(',');
        let tail = &word[bare.len()..];
        if bare == "to" {
            at = 1.min(news.len() - 1);
        }
        let (old, new) = (olds[at], news[at]);
        let day = |date: &str| date.get(8..10).map(|day| day.trim_start_matches('0').to_owned());
        let digits = bare.trim_end_matches(|one: char| one.is_alphabetic());
        let month = new
            .get(5..7)
            .and_then(|month| month.parse::<usize>().ok())
            .map(|month| MONTHS[month - 1]);
        let is_month = |one: &str| one == bare || (bare.len() == 3 && one.starts_with(bare));
        let said = if MONTHS.iter().any(|one| is_month(one)) {
            month.map_or(bare.to_owned(), |month| {
                month[..if bare.len() == 3 { 3 } else { month.len() }].to_owned()
            })
        } else if digits.len() == 4 && old.starts_with(digits) {
            new[..4].to_owned()
        } else if !digits.is_empty() && day(old).as_deref() == Some(digits) {
            let number = day(new).unwrap();
            let ending = match number.as_str() {
                "1" | "21" | "31" => "st",
                "2" | "22" => "nd",
                "3" | "23" => "rd",
                _ => "th",
            };
            if digits.len() < bare.len() {
                format!("{number}{ending}")
            } else {
                number
            }
        } else {
            bare.to_owned()
        };
        parts.push(said + tail);
    }
    parts.join(" ")
}
