//! Cycles between the modules that lie directly under a crate's `src/`. Modules further down may know each other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use syn::visit::{self, Visit};
use syn::{Item, UseTree};

use crate::finding::Finding;
use crate::source::{RustFile, Sources};

/// For each module, those it names, with the first place where it does.
type Graph = BTreeMap<String, BTreeMap<String, (String, usize)>>;

/// One finding for each shortest circle, at the place where its first module names its second.
pub fn find(sources: &Sources) -> Vec<Finding> {
    let mut crates: BTreeMap<&str, Vec<&RustFile>> = BTreeMap::new();
    for file in sources.rust.iter().filter(|file| !file.is_test) {
        if let Some((folder, within)) = file.path.split_once("/src/")
            && !within.starts_with("bin/")
        {
            crates.entry(folder).or_default().push(file);
        }
    }
    crates.values().flat_map(|files| circles(&graph(files))).collect()
}

fn graph(files: &[&RustFile]) -> Graph {
    let modules: BTreeSet<String> = files
        .iter()
        .filter_map(|file| module_path(&file.path).into_iter().next())
        .collect();
    let roots = files.iter().filter(|file| module_path(&file.path).is_empty());
    let reexports = roots
        .flat_map(|file| reexports(&file.syntax.items, &modules))
        .collect();
    let mut graph = Graph::new();
    for file in files {
        let within = module_path(&file.path);
        if let Some(own) = within.first().cloned() {
            let found = graph.entry(own).or_default();
            let mut reader = Reader {
                within,
                modules: &modules,
                reexports: &reexports,
                file: &file.path,
                found,
            };
            reader.visit_file(&file.syntax);
        }
    }
    graph
}

fn module_path(path: &str) -> Vec<String> {
    let within = path.split_once("/src/").map_or(path, |(_, within)| within);
    let mut parts: Vec<String> = within
        .trim_end_matches(".rs")
        .split('/')
        .map(str::to_owned)
        .collect();
    if parts.last().is_some_and(|last| last == "mod") || parts == ["lib"] || parts == ["main"] {
        parts.pop();
    }
    parts
}

/// Names that the root hands on, with the module each comes from: naming one there is naming that module.
fn reexports(items: &[Item], modules: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for item in items {
        let Item::Use(item) = item else { continue };
        for (path, name) in leaves(&item.tree) {
            let mut path = path.iter().skip_while(|part| *part == "crate" || *part == "self");
            if let Some(first) = path.next().filter(|first| modules.contains(*first)) {
                names.insert(name, first.clone());
            }
        }
    }
    names
}

/// Every full path of a `use` and the name it gets.
fn leaves(tree: &UseTree) -> Vec<(Vec<String>, String)> {
    match tree {
        UseTree::Path(path) => {
            let before = path.ident.to_string();
            let within = leaves(&path.tree).into_iter();
            within
                .map(|(rest, name)| ([vec![before.clone()], rest].concat(), name))
                .collect()
        }
        UseTree::Name(name) => vec![(vec![name.ident.to_string()], name.ident.to_string())],
        UseTree::Rename(rename) => vec![(vec![rename.ident.to_string()], rename.rename.to_string())],
        UseTree::Glob(_) => vec![(Vec::new(), "*".to_owned())],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}

struct Reader<'a> {
    within: Vec<String>,
    modules: &'a BTreeSet<String>,
    reexports: &'a BTreeMap<String, String>,
    file: &'a str,
    found: &'a mut BTreeMap<String, (String, usize)>,
}

impl Reader<'_> {
    fn names(&mut self, path: &[String], line: usize) {
        let Some(first) = path.first() else { return };
        let mut absolute = match first.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.within.clone(),
            _ => return,
        };
        for part in path {
            match part.as_str() {
                "crate" | "self" => {}
                "super" => drop(absolute.pop()),
                other => absolute.push(other.to_owned()),
            }
        }
        let Some(first) = absolute.first() else { return };
        let module = if self.modules.contains(first) {
            Some(first)
        } else {
            self.reexports.get(first)
        };
        if let Some(module) = module.filter(|module| self.within.first() != Some(*module)) {
            self.found
                .entry(module.clone())
                .or_insert_with(|| (self.file.to_owned(), line));
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.within.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.within.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let line = item.use_token.span.start().line;
        for (path, _) in leaves(&item.tree) {
            self.names(&path, line);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let line = path
            .segments
            .first()
            .map_or(1, |first| first.ident.span().start().line);
        let parts: Vec<String> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        self.names(&parts, line);
        visit::visit_path(self, path);
    }
}

fn circles(graph: &Graph) -> Vec<Finding> {
    let mut findings = Vec::new();
    for start in graph.keys() {
        let Some(circle) = shortest_circle(graph, start) else {
            continue;
        };
        let Some((path, line)) = circle.first().and_then(|second| graph.get(start)?.get(second)) else {
            continue;
        };
        let way = [vec![start.clone()], circle.clone()].concat().join(" → ");
        findings.push(Finding::new(
            path,
            *line,
            format!("modules go in a circle: {way}"),
        ));
    }
    findings
}

/// The way from `start` back to it, through modules that follow it in the alphabet: so each circle is told once.
fn shortest_circle(graph: &Graph, start: &str) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut ways = VecDeque::from([vec![]]);
    while let Some(way) = ways.pop_front() {
        let at = way.last().map_or(start, String::as_str);
        for next in graph.get(at).into_iter().flat_map(BTreeMap::keys) {
            let longer = [way.as_slice(), std::slice::from_ref(next)].concat();
            if next == start {
                return Some(longer);
            }
            if next.as_str() > start && seen.insert(next.clone()) {
                ways.push_back(longer);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[(&str, &str)], expect: &[&str]) {
        let texts = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), format!("//! File.\n{text}")));
        let found: Vec<_> = find(&Sources::from_texts(texts))
            .iter()
            .map(Finding::to_string)
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn modules_in_one_direction_pass() {
        check(
            &[
                ("desk/src/a.rs", "use crate::b::B;"),
                ("desk/src/b.rs", "pub struct B;"),
            ],
            &[],
        );
    }

    #[test]
    fn a_circle_by_use_is_found_once() {
        let files = [
            ("desk/src/a.rs", "use crate::b::B;"),
            ("desk/src/b/mod.rs", "use super::{a::A, c};"),
        ];
        check(&files, &["desk/src/a.rs:2: modules go in a circle: a → b → a"]);
    }

    #[test]
    fn a_circle_by_a_path_in_the_code_is_found() {
        let files = [
            ("desk/src/a.rs", "fn f() -> crate::b::B { crate::c::f() }"),
            ("desk/src/c.rs", "use crate::a;"),
        ];
        check(&files, &["desk/src/a.rs:2: modules go in a circle: a → c → a"]);
    }

    #[test]
    fn a_circle_through_a_name_that_the_root_hands_on_is_found() {
        let files = [
            ("desk/src/lib.rs", "mod a; mod b;\npub use a::{A, One as Other};"),
            ("desk/src/a.rs", "use crate::b::B;"),
            ("desk/src/b.rs", "use crate::Other;"),
        ];
        check(&files, &["desk/src/a.rs:2: modules go in a circle: a → b → a"]);
    }

    #[test]
    fn modules_further_down_may_know_each_other() {
        let files = [
            ("desk/src/a/x.rs", "use super::y::Y;"),
            ("desk/src/a/y.rs", "use crate::a::x::X;"),
        ];
        check(&files, &[]);
    }

    #[test]
    fn what_only_tests_use_does_not_count() {
        let files = [
            ("desk/src/a.rs", "use crate::b::B;"),
            ("desk/src/b.rs", "#[cfg(test)]\nmod tests { use crate::a; }"),
        ];
        check(&files, &[]);
    }
}
