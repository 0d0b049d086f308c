//! The project's own text as the rules read it: Rust files parsed and rid of their tests, all others as they are.

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;

use syn::spanned::Spanned;
use syn::{Attribute, ImplItem, Item, Meta};

use crate::failure::Outcome;
use crate::finding::Finding;
use crate::project::Project;

/// Every text file of the project.
#[derive(Default)]
pub struct Sources {
    /// By path.
    pub rust: Vec<RustFile>,
    /// What is not Rust, by path: (path, text).
    pub others: Vec<(String, String)>,
    /// Rust files that do not parse.
    pub broken: Vec<Finding>,
}

/// A Rust file.
pub struct RustFile {
    /// Relative to the project's root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
    /// Without items that exist for tests only.
    pub syntax: syn::File,
    /// Lines of the items left out of `syntax`, counted from 1.
    pub test_lines: Vec<RangeInclusive<usize>>,
    /// It is compiled for tests only; `syntax` is empty then.
    pub is_test: bool,
}

impl RustFile {
    /// Whether a test's item covers `line`.
    pub fn is_test_line(&self, line: usize) -> bool {
        self.is_test || self.test_lines.iter().any(|lines| lines.contains(&line))
    }
}

impl Sources {
    /// Reads the project's files.
    ///
    /// # Errors
    /// When git cannot list them. A file that is gone or not UTF-8 holds no text of ours and is passed over.
    pub fn read(project: &Project) -> Outcome<Self> {
        let listed = project.files()?;
        let texts = listed.into_iter().filter_map(|path| {
            let text = fs::read_to_string(project.root.join(&path)).ok()?;
            Some((path, text))
        });
        Ok(Self::from_texts(texts))
    }

    /// As if the project were made of `texts`, each with its path.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut sources = Self::default();
        let mut test_modules = Vec::new();
        let mut parsed = BTreeMap::new();
        for (path, text) in texts {
            if !path.ends_with(".rs") {
                sources.others.push((path, text));
                continue;
            }
            match syn::parse_file(&text) {
                Ok(syntax) => {
                    test_modules.extend(declared_test_modules(&path, &syntax.items));
                    parsed.insert(path, (text, syntax));
                }
                Err(error) => {
                    let line = error.span().start().line;
                    sources
                        .broken
                        .push(Finding::new(path, line, format!("does not parse: {error}")));
                }
            }
        }
        for (path, (text, syntax)) in parsed {
            let is_test = is_test_path(&path) || test_modules.iter().any(|module| is_within(&path, module));
            sources.rust.push(rust_file(path, text, syntax, is_test));
        }
        sources
    }
}

fn rust_file(path: String, text: String, mut syntax: syn::File, is_test: bool) -> RustFile {
    let mut test_lines = Vec::new();
    if is_test {
        syntax.items.clear();
    } else {
        drop_tests(&mut syntax.items, &mut test_lines);
    }
    RustFile {
        path,
        text,
        syntax,
        test_lines,
        is_test,
    }
}

/// Folders that cargo compiles for tests only, and the stories, which are tests that an official can read.
fn is_test_path(path: &str) -> bool {
    let is_story = path.starts_with("stories/") && !path.starts_with("stories/src/");
    is_story || path.split('/').any(|part| part == "tests" || part == "benches")
}

fn is_within(path: &str, module: &str) -> bool {
    path.strip_prefix(module)
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// `#[cfg(test)] mod NAME;` names a file; its path without `.rs`.
fn declared_test_modules(path: &str, items: &[Item]) -> Vec<String> {
    let modules = items.iter().filter_map(|item| match item {
        Item::Mod(module) if module.content.is_none() && is_for_tests(&module.attrs) => Some(module),
        _ => None,
    });
    modules
        .map(|module| format!("{}/{}", folder_of_children(path), module.ident))
        .collect()
}

fn folder_of_children(path: &str) -> &str {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    ["/mod", "/lib", "/main"]
        .iter()
        .find_map(|root| stem.strip_suffix(root))
        .unwrap_or(stem)
}

fn drop_tests(items: &mut Vec<Item>, test_lines: &mut Vec<RangeInclusive<usize>>) {
    items.retain_mut(|item| {
        if is_for_tests(attributes(item)) {
            test_lines.push(lines(item));
            return false;
        }
        match item {
            Item::Mod(module) => {
                if let Some((_, inner)) = &mut module.content {
                    drop_tests(inner, test_lines);
                }
            }
            Item::Impl(block) => block.items.retain(|inner| match inner {
                ImplItem::Fn(method) if is_for_tests(&method.attrs) => {
                    test_lines.push(lines(method));
                    false
                }
                _ => true,
            }),
            _ => {}
        }
        true
    });
}

/// The lines that `node` covers, its attributes and documentation among them.
pub fn lines(node: &impl Spanned) -> RangeInclusive<usize> {
    let span = node.span();
    span.start().line..=span.end().line
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string().replace(' ', "");
            condition == "test" || condition.starts_with("all(test,")
        }
        Meta::Path(path) => path.segments.last().is_some_and(|last| last.ident == "test"),
        Meta::List(list) => list.path.segments.last().is_some_and(|last| last.ident == "test"),
        Meta::NameValue(_) => false,
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// A project made of one file.
#[cfg(test)]
pub fn one_file(path: &str, text: &str) -> Sources {
    Sources::from_texts([(path.to_owned(), text.to_owned())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_left_out_and_their_lines_known() {
        let sources = one_file(
            "desk/src/a.rs",
            "//! A.\nfn a() {}\n\n/// B.\n#[cfg(test)]\nmod tests {\n}\n",
        );
        let file = &sources.rust[0];
        assert_eq!(file.syntax.items.len(), 1);
        assert_eq!(file.test_lines, [4..=7]);
        assert!(file.is_test_line(6) && !file.is_test_line(2));
    }

    #[test]
    fn a_file_declared_for_tests_is_a_test() {
        let sources = Sources::from_texts([
            (
                "desk/src/docket/mod.rs".to_owned(),
                "//! D.\n#[cfg(test)]\nmod samples;\n".to_owned(),
            ),
            (
                "desk/src/docket/samples.rs".to_owned(),
                "//! S.\nfn sample() {}\n".to_owned(),
            ),
        ]);
        let tests: Vec<_> = sources.rust.iter().map(|file| file.is_test).collect();
        assert_eq!(tests, [false, true]);
    }

    #[test]
    fn folders_of_tests_and_stories_are_tests() {
        let check = |path, expect| assert_eq!(is_test_path(path), expect, "{path}");
        check("desk/tests/append.rs", true);
        check("stories/anniversary.rs", true);
        check("stories/src/cast.rs", false);
        check("desk/src/tests_of_time.rs", false);
    }

    #[test]
    fn a_file_that_does_not_parse_is_found() {
        assert_eq!(one_file("desk/src/a.rs", "//! A.\nfn (").broken[0].line, 2);
    }
}
