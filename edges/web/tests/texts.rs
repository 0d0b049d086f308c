//! Every text that a page asks for exists, in every language.

#![cfg(test)]

use fluent_syntax::ast::Entry;
use fluent_syntax::parser::parse;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(below: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found.sort();
    found
}

/// The message ids of one file, each once.
fn ids(file: &Path) -> BTreeSet<String> {
    let source = fs::read_to_string(file).unwrap();
    let resource =
        parse(source.as_str()).unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", file.display()));
    let mut ids = BTreeSet::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            assert!(
                ids.insert(message.id.name.to_owned()),
                "{} twice in {}",
                message.id.name,
                file.display()
            );
        }
    }
    ids
}

/// What rulebooks say of themselves has its English in the sources.
const SAID: &str = "said.ftl";

fn language_ids(language: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let files = files(&folder("text").join(language)).into_iter();
    for file in files.filter(|file| !file.ends_with(SAID)) {
        for id in ids(&file) {
            assert!(all.insert(id.clone()), "{id} stands in two files of {language}");
        }
    }
    all
}

/// The ids that sources ask for by name: what follows `.get("`, `.one("`, `.with("` up to the next quotation mark.
fn asked() -> BTreeSet<(String, String)> {
    let mut asked = BTreeSet::new();
    for file in [files(&folder("src")), files(&folder("templates"))].concat() {
        let source = fs::read_to_string(&file).unwrap();
        for call in ["t.get(\"", "t.one(\"", "t.with(\"", "self.with(\"", "self.get(\""] {
            for (at, _) in source.match_indices(call) {
                // `sent.get("…")` reads a form, `t.get("…")` asks for a text.
                if source[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
                    continue;
                }
                let id = source[at + call.len()..].split('"').next().unwrap();
                asked.insert((id.to_owned(), file.display().to_string()));
            }
        }
    }
    asked
}

/// The English of what rulebooks and their expressions say of themselves: what stands in `said!("…")` in the sources.
fn said() -> BTreeSet<String> {
    const CALL: &str = "said!(";
    let mut said = BTreeSet::new();
    for crate_ in [
        "domain/feel",
        "domain/dmn",
        "domain/rulebook",
        "domain/clearance",
        "desk",
    ] {
        for file in files(&folder("../..").join(crate_).join("src")) {
            let source = fs::read_to_string(&file).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap();
            for line in source.split(CALL).skip(1) {
                if let Some(literal) = line.trim_start().strip_prefix('"') {
                    said.insert(unescaped(literal));
                }
            }
        }
    }
    said
}

/// A literal of the source up to its closing quotation mark.
fn unescaped(literal: &str) -> String {
    let mut text = String::new();
    let mut characters = literal.chars();
    while let Some(character) = characters.next().filter(|character| *character != '"') {
        text.push(match character {
            '\\' => characters.next().unwrap(),
            plain => plain,
        });
    }
    text
}

#[test]
fn what_rulebooks_say_of_themselves_is_said_in_khmer_and_japanese_too() {
    let said = said();
    let ids: BTreeSet<String> = said.iter().map(|english| rulebook::said_id(english)).collect();
    assert_eq!(ids.len(), said.len(), "two sentences have one id");
    for language in ["km", "ja"] {
        let file = folder("text").join(language).join(SAID);
        let written: BTreeSet<String> = self::ids(&file);
        let missing: Vec<_> = ids.difference(&written).collect();
        let unknown: Vec<_> = written.difference(&ids).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:#?}");
        assert!(
            unknown.is_empty(),
            "{language} has what nobody says: {unknown:#?}"
        );
        for (id, used) in variables(&file) {
            let english = said
                .iter()
                .find(|english| rulebook::said_id(english) == id)
                .unwrap();
            let names = ('a'..).take(english.matches("{}").count());
            assert_eq!(used, names.map(String::from).collect(), "{language} {id}");
        }
    }
}

#[test]
fn every_text_that_is_asked_for_exists_in_english() {
    let english = language_ids("en");
    let missing: Vec<_> = asked()
        .into_iter()
        .filter(|(id, _)| !english.contains(id))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn khmer_and_japanese_have_every_text_that_english_has_and_no_other() {
    let english = language_ids("en");
    for language in ["km", "ja"] {
        let has = language_ids(language);
        let missing: Vec<_> = english.difference(&has).collect();
        let unknown: Vec<_> = has.difference(&english).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(
            unknown.is_empty(),
            "{language} has what English lacks: {unknown:?}"
        );
    }
}

/// The variables of each message, as `{ $name }` names them.
fn variables(file: &Path) -> Vec<(String, BTreeSet<String>)> {
    let source = fs::read_to_string(file).unwrap();
    let mut all: Vec<(String, BTreeSet<String>)> = vec![];
    for line in source.lines() {
        if let Some((id, _)) = line.split_once(" =")
            && line.starts_with(|first: char| first.is_ascii_lowercase())
        {
            all.push((id.to_owned(), BTreeSet::new()));
        }
        if let Some((_, found)) = all.last_mut() {
            let names = line.split("{ $").skip(1);
            found.extend(names.map(|name| {
                name.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                    .next()
                    .unwrap()
                    .to_owned()
            }));
        }
    }
    all
}

#[test]
fn a_translation_uses_the_variables_that_english_uses() {
    for file in files(&folder("text/en")) {
        let name = file.file_name().unwrap();
        let english = variables(&file);
        for language in ["km", "ja"] {
            for (id, used) in variables(&folder("text").join(language).join(name)) {
                let expect = english
                    .iter()
                    .find(|(english, _)| *english == id)
                    .map(|(_, expect)| expect);
                assert_eq!(Some(&used), expect, "{language} {id}");
            }
        }
    }
}

/// Chromium tells Khmer words apart by a dictionary, and where several run together takes the last letter of this one to the
/// next: a line would begin with it. What parts words (U+200B), or joins a word (U+2060), is not seen.
#[test]
fn no_line_of_khmer_breaks_within_the_word_for_authority_or_for_concerned() {
    let is_letter = |letter: char| ('\u{1780}'..='\u{17b3}').contains(&letter);
    for file in files(&folder("text/km")) {
        let text = fs::read_to_string(&file).unwrap();
        let run_on = text.split("អាជ្ញាធរ").skip(1);
        let run_on: Vec<_> = run_on.filter(|rest| rest.starts_with(is_letter)).collect();
        let shown = |rest: &&str| rest.chars().take(20).collect::<String>();
        assert!(
            run_on.is_empty(),
            "{}: {:?}",
            file.display(),
            run_on.iter().map(shown).collect::<Vec<_>>()
        );
        assert!(!text.contains("ពាក់ព័ន្ធ"), "{}", file.display());
    }
}
