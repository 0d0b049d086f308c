//! A version as a person reads it before it is approved: for where and when it holds, its tables rule by rule with what each
//! rests on, its authorities, all that its rules name, its files.

use super::attached::{Note, meaning};
use super::columns::Called;
use super::described::{Basis, Part, days, parts};
use super::keys::words_of;
use super::names::{row_anchor, withholds};
use crate::wording::{Why, cited, reason};
use crate::{Language, Text};
use desk::Version;
use desk::governance::{Cells, Table, tables};
use rulebook::{Authority, Localised, Rulebook};
use std::collections::BTreeMap;

/// A version, or what there is of one that is worked on.
pub(super) struct Book {
    /// Whether what stands in the files is shown beside its words: to those who make rules, not to everyone.
    pub raw: bool,
    /// Each part of the page with its place on it.
    pub contents: Vec<(String, String)>,
    /// For where and when it holds.
    pub head: Vec<HeadRow>,
    pub tables: Vec<TableShown>,
    pub authorities: Vec<AuthorityShown>,
    pub parts: Vec<Part>,
    /// Each file with its address.
    pub files: Vec<(String, String)>,
}

/// A line of what a version is as a whole.
pub(super) struct HeadRow {
    pub label: String,
    pub value: String,
    /// What stands in the file, where the value says it in words.
    pub id: Option<String>,
}

pub(super) struct TableShown {
    pub id: String,
    pub name: String,
    /// Which decision it is, and which of its rules count, as the files say it.
    pub decision: String,
    pub policy: String,
    pub rules: Vec<RuleShown>,
    /// Where a rule more is written, in a version that is worked on.
    pub add: Option<String>,
}

pub(super) struct RuleShown {
    pub number: usize,
    pub id: String,
    pub tests: Vec<TestShown>,
    pub answers: Vec<String>,
    /// Why, what it rests on, and where that is published; none where it says nothing of it.
    pub why: Option<Why>,
    /// What else it says.
    pub notes: Vec<Note>,
    /// Where it is changed, in a version that is worked on.
    pub path: Option<String>,
}

pub(super) struct TestShown {
    /// What is tested.
    pub what: String,
    pub test: String,
    /// The test with the names of answers, where it has any.
    pub words: Option<String>,
}

pub(super) struct AuthorityShown {
    /// Its place on the page.
    pub anchor: String,
    pub id: String,
    pub name: String,
    pub short: String,
    /// How it is reached, who stands in for it, and whose working days are its own.
    pub contact: Vec<String>,
    /// Its pages.
    pub links: Vec<(String, String)>,
    pub competence: String,
    pub period: String,
    pub basis: Basis,
    pub silence: String,
}

/// What a rule says beside why it asks is shown under the name of the column.
const OF_THEIR_OWN: [&str; 4] = ["reason", "citation", "kind", LINK];
const LINK: &str = "link";

impl Book {
    /// A version that binds, for everyone, with the addresses of its files. From which day it does, its page says above.
    pub fn of(t: Text, version: &Version) -> Book {
        let rulebook = &version.rulebook;
        let at = format!("/rulebooks/{}/{}", rulebook.id(), rulebook.hash());
        let book = Book::at(t, &version.files, Some(rulebook), &at);
        let valid = t.get("rulebook-valid");
        Book {
            raw: false,
            head: book.head.into_iter().filter(|row| row.label != valid).collect(),
            ..book
        }
    }

    /// The files of a version that is worked on, as far as they can be read, with the address of the draft: its rules can
    /// be changed there.
    pub fn drafted(
        t: Text,
        files: &BTreeMap<String, String>,
        rulebook: Option<&Rulebook>,
        draft: &str,
    ) -> Book {
        Book::shown(t, files, rulebook, draft, Some(draft))
    }

    /// The files of what has this address.
    pub fn at(t: Text, files: &BTreeMap<String, String>, rulebook: Option<&Rulebook>, at: &str) -> Book {
        Book::shown(t, files, rulebook, at, None)
    }

    fn shown(
        t: Text,
        files: &BTreeMap<String, String>,
        rulebook: Option<&Rulebook>,
        at: &str,
        draft: Option<&str>,
    ) -> Book {
        let tables = tables(files);
        let parts = rulebook.map_or_else(Vec::new, |rulebook| parts(t, rulebook, &tables));
        let shown = tables.iter().map(|table| table_shown(t, table, rulebook, draft));
        let tables: Vec<TableShown> = shown.collect();
        let authorities = rulebook.into_iter().flat_map(Rulebook::authorities);
        let authorities: Vec<_> = authorities.map(|one| authority(t, rulebook, one)).collect();
        let head = rulebook.map_or_else(Vec::new, |rulebook| head(t, rulebook));
        Book {
            raw: true,
            contents: contents(t, &tables, &authorities, &parts),
            head,
            tables,
            authorities,
            parts,
            files: files
                .keys()
                .map(|name| (name.clone(), format!("{at}/files/{name}")))
                .collect(),
        }
    }
}

fn contents(
    t: Text,
    tables: &[TableShown],
    authorities: &[AuthorityShown],
    parts: &[Part],
) -> Vec<(String, String)> {
    let tables = tables.iter().map(|one| (one.id.clone(), one.name.clone()));
    let own = (!authorities.is_empty()).then(|| {
        (
            "authorities".to_owned(),
            t.get("rulebook-authorities").into_owned(),
        )
    });
    let parts = parts.iter().map(|one| (one.anchor.to_owned(), one.title.clone()));
    tables.chain(own).chain(parts).collect()
}

/// For where and when a version holds, and who leads by it.
fn head(t: Text, rulebook: &Rulebook) -> Vec<HeadRow> {
    let from = ("from", t.date(rulebook.valid_from()).into());
    let valid = match rulebook.valid_to() {
        Some(to) => t.with("rulebook-valid-from-to", [from, ("to", t.date(to).into())]),
        None => t.with("rulebook-valid-from", [from]),
    };
    let lead = rulebook.authority(rulebook.lead());
    let lead = lead.map(|one| one.name.in_language(t.language().tag()).to_owned());
    let place = rulebook.jurisdiction().map(|place| match &place.subdivision {
        Some(part) => format!("{}-{part}", place.country),
        None => place.country.clone(),
    });
    let languages = rulebook.languages().iter().map(|tag| Language::name_of(tag));
    let languages: Vec<String> = languages.collect();
    let row = |label: &str, value: String| HeadRow {
        label: t.get(label).into_owned(),
        value,
        id: None,
    };
    let told = |label: &str, sort: &str, id: String| match words_of(t, sort, &id) {
        Some(words) => HeadRow {
            id: Some(id),
            ..row(label, words)
        },
        None => row(label, id),
    };
    let mut rows: Vec<_> = lead.map(|lead| row("rulebook-lead", lead)).into_iter().collect();
    rows.push(row("rulebook-valid", valid));
    rows.extend(place.map(|place| told("rulebook-place", "jurisdiction", place)));
    rows.push(told("rulebook-zone", "zone", rulebook.timezone().to_owned()));
    rows.push(row("rulebook-languages", languages.join(", ")));
    rows.push(row("rulebook-prefix", rulebook.reference_prefix().to_owned()));
    rows
}

/// What a table is called: that which names authorities in the reader's language, another as its file calls it.
pub(super) fn title_of(t: Text, rulebook: Option<&Rulebook>, table: &Table) -> String {
    match rulebook {
        Some(rulebook) if rulebook.decision() == table.decision => t.get("rulebook-asks").into_owned(),
        Some(rulebook) if withholds(rulebook, &table.decision) => t.get("rulebook-withholds").into_owned(),
        _ => table.name.clone(),
    }
}

fn table_shown(t: Text, table: &Table, rulebook: Option<&Rulebook>, draft: Option<&str>) -> TableShown {
    let rules = (1..).zip(&table.rules);
    let path = |number: usize| {
        draft.map(|draft| format!("{draft}/rules/{}/{}/{number}", table.file, table.decision))
    };
    let rule = |(number, cells): (usize, &Cells)| RuleShown {
        path: path(number),
        ..rule_shown(t, table, number, cells, rulebook)
    };
    TableShown {
        id: format!("table-{}", table.decision),
        name: title_of(t, rulebook, table),
        decision: format!("{}, {}, {}", table.file, table.decision, table.policy),
        policy: words_of(t, "hit-policy", table.policy).unwrap_or_else(|| table.policy.to_owned()),
        rules: rules.map(rule).collect(),
        add: path(table.rules.len() + 1),
    }
}

fn rule_shown(
    t: Text,
    table: &Table,
    number: usize,
    cells: &Cells,
    rulebook: Option<&Rulebook>,
) -> RuleShown {
    let is_any = |test: &str| matches!(test.trim(), "" | "-");
    let tests = table.inputs.iter().zip(&cells.inputs);
    let tests = tests.filter(|(_, test)| !is_any(test)).map(|(column, test)| {
        let called = Called::of(t, rulebook, column);
        TestShown {
            what: called.before_test(),
            test: test.clone(),
            words: called.in_words(test),
        }
    });
    let (reason_id, citation) = (table.note(cells, "reason"), table.note(cells, "citation"));
    let kind = table.note(cells, "kind");
    let link = table.note(cells, LINK).trim();
    let why = (!reason_id.is_empty() || !citation.is_empty()).then(|| {
        let (words, basis) = reason(t, rulebook, reason_id, kind, citation);
        let link = link.starts_with("https://").then(|| link.to_owned());
        Why { words, basis, link }
    });
    // A link that leads nowhere is shown as it is written.
    let told = |column: &str| OF_THEIR_OWN.contains(&column) && (column != LINK || links(why.as_ref()));
    let notes = table.annotations.iter().zip(&cells.annotations);
    let notes = notes.filter(|(column, note)| !told(column) && !note.trim().is_empty());
    RuleShown {
        number,
        id: row_anchor(&table.decision, number),
        tests: tests.collect(),
        answers: cells
            .outputs
            .iter()
            .map(
                |answer| match rulebook.filter(|of| withholds(of, &table.decision)) {
                    Some(of) => {
                        meaning(t, of, "withheld", unquoted(answer)).unwrap_or_else(|| answer.clone())
                    }
                    None => named(t, answer, rulebook),
                },
            )
            .collect(),
        notes: notes
            .map(|(column, note)| Note::of(t, rulebook, column, note))
            .collect(),
        why,
        path: None,
    }
}

fn links(why: Option<&Why>) -> bool {
    why.is_some_and(|why| why.link.is_some())
}

fn unquoted(answer: &str) -> &str {
    answer.trim().trim_matches('"')
}

/// An answer as it is written; where it is the id of an authority, with its name.
fn named(t: Text, answer: &str, rulebook: Option<&Rulebook>) -> String {
    let id = unquoted(answer);
    let authority = rulebook.and_then(|rulebook| rulebook.authority(id));
    authority.map_or_else(
        || answer.to_owned(),
        |one| one.short.in_language(t.language().tag()).to_owned(),
    )
}

/// Authorities by their ids, and others in words; none if nobody is named.
fn all_of(t: Text, rulebook: Option<&Rulebook>, named_here: &[String]) -> Option<String> {
    let all = named_here.iter();
    let all = all.map(
        |one| match rulebook.and_then(|rulebook| rulebook.authority(one)) {
            Some(_) => named(t, one, rulebook),
            None => cited(t, rulebook, one).to_owned(),
        },
    );
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn authority(t: Text, rulebook: Option<&Rulebook>, authority: &Authority) -> AuthorityShown {
    let said = |text: &Localised| text.in_language(t.language().tag()).to_owned();
    let (address, links) = reached(t, authority);
    let mut contact = address;
    if authority.four_eyes {
        contact.push(t.get("rulebook-four-eyes").into_owned());
    }
    let deputies = all_of(t, rulebook, &authority.deputies);
    contact.extend(deputies.map(|all| t.one("rulebook-deputies", "deputies", all)));
    let readers = all_of(t, rulebook, &authority.sealed_readers);
    contact.extend(readers.map(|all| t.one("rulebook-sealed-readers", "authorities", all)));
    let calendar = words_of(t, "calendar", &authority.calendar).unwrap_or_else(|| authority.calendar.clone());
    contact.push(t.one("rulebook-calendar", "calendar", calendar));
    if authority.receipt.counted {
        contact.push(t.get("rulebook-receipt-counted").into_owned());
    }
    let cut_off = authority.receipt.cut_off;
    contact.extend(cut_off.map(|at| t.one("rulebook-receipt-cut-off", "at", t.clock(at))));
    AuthorityShown {
        anchor: format!("authority-{}", authority.id),
        id: authority.id.clone(),
        name: said(&authority.name),
        short: said(&authority.short),
        contact,
        links,
        competence: t
            .get(&format!("competence-{}", authority.competence.name()))
            .into_owned(),
        period: days(t, authority.period),
        basis: Basis::of(t, rulebook, &authority.period_basis),
        silence: t
            .get(&format!("by-silence-{}", authority.silence.name()))
            .into_owned(),
    }
}

/// How an authority is reached in writing and by telephone, and its pages.
fn reached(t: Text, authority: &Authority) -> (Vec<String>, Vec<(String, String)>) {
    let address = authority.address.clone().unwrap_or_default();
    let lines = [address.post, address.email, address.phone];
    let links = [
        ("rulebook-authority-page", address.web),
        ("rulebook-authority-law", authority.law.clone()),
    ];
    let link = |(id, link): (&str, Option<String>)| Some((t.get(id).into_owned(), link?));
    (
        lines.into_iter().flatten().collect(),
        links.into_iter().filter_map(link).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_reads_places_zones_and_which_rules_count_in_words_and_rule_makers_what_the_files_say() {
        let [tokyo, phnom_penh, england, new_york] = [
            shipped!("jp-tokyo"),
            shipped!("kh-phnom-penh-2"),
            shipped!("gb-england"),
            shipped!("us-nyc"),
        ]
        .map(super::super::version_of);
        for (version, ids) in [
            (tokyo, ["JP-13", "Asia/Tokyo"]),
            (phnom_penh, ["KH-12", "Asia/Phnom_Penh"]),
            (england, ["GB-ENG", "Europe/London"]),
            (new_york, ["US-NY", "America/New_York"]),
        ] {
            for t in Language::ALL.map(Text::of) {
                let book = Book::of(t, &version);
                let values: Vec<_> = book.head.iter().map(|row| row.value.as_str()).collect();
                assert!(ids.iter().all(|id| !values.contains(id)), "{values:?}");
                let kept = book.head.iter().filter_map(|row| row.id.as_deref());
                assert_eq!(kept.collect::<Vec<_>>(), ids);
                for table in book.tables {
                    let policy = table.decision.rsplit(", ").next().unwrap();
                    assert!(!table.policy.contains(policy), "{}", table.policy);
                }
            }
        }
    }

    #[test]
    fn what_a_rule_rests_on_leads_to_where_that_is_published_and_no_address_is_shown() {
        let version = super::super::version_of(shipped!("jp-tokyo"));
        let book = Book::of(Text::of(Language::Japanese), &version);
        let rules = book.tables.iter().flat_map(|table| &table.rules);
        let mut leading = 0;
        for rule in rules {
            let why = rule.why.as_ref().unwrap();
            assert!(!why.words.is_empty() && !why.basis.is_empty());
            leading += usize::from(why.link.is_some());
            let shown = rule.notes.iter().flat_map(|note| &note.said);
            for one in shown {
                assert!(!one.words.contains("www."), "{}", one.words);
            }
        }
        assert!(leading > 5, "{leading}");
    }
}
