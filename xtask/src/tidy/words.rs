//! The field's words and no others, in the names of files, modules, types and all that is public.

use syn::visit::{self, Visit};
use syn::{Ident, Visibility};

use super::settings::Settings;
use crate::finding::Finding;
use crate::source::Sources;

/// Names that hold a word to avoid.
pub fn find(sources: &Sources, settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &sources.rust {
        for part in file.path.trim_end_matches(".rs").split('/') {
            findings.extend(avoided(part, settings).map(|message| Finding::new(&file.path, 1, message)));
        }
        let mut reader = Reader {
            path: &file.path,
            settings,
            findings: &mut findings,
        };
        reader.visit_file(&file.syntax);
    }
    findings
}

fn avoided<'a>(name: &'a str, settings: &'a Settings) -> impl Iterator<Item = String> + 'a {
    let parts = parts(name);
    let holds = move |avoided: &str| {
        let avoided: Vec<&str> = avoided.split('_').collect();
        parts.windows(avoided.len()).any(|window| window == avoided)
    };
    let met = settings.words.iter().filter(move |(avoided, _)| holds(avoided));
    met.map(move |(avoided, instead)| format!("`{name}` says `{avoided}`; write instead: {instead}"))
}

/// `ApprovalRequests` and `approval_requests` are both `approval`, `request`.
fn parts(name: &str) -> Vec<String> {
    let mut spaced = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() || !letter.is_alphanumeric() {
            spaced.push(' ');
        }
        spaced.extend(letter.to_lowercase().filter(|letter| letter.is_alphanumeric()));
    }
    spaced
        .split_whitespace()
        .map(|part| singular(part).to_owned())
        .collect()
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s')
        .filter(|stem| !stem.ends_with('s'))
        .unwrap_or(word)
}

struct Reader<'a> {
    path: &'a str,
    settings: &'a Settings,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn name(&mut self, name: &Ident) {
        let line = name.span().start().line;
        let text = name.to_string();
        let found = avoided(&text, self.settings).map(|message| Finding::new(self.path, line, message));
        self.findings.extend(found);
    }

    fn public_name(&mut self, visibility: &Visibility, name: &Ident) {
        if !matches!(visibility, Visibility::Inherited) {
            self.name(name);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.name(&item.ident);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.name(&item.ident);
        for variant in &item.variants {
            self.name(&variant.ident);
        }
        visit::visit_item_enum(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.name(&item.ident);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.name(&item.ident);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.name(&item.ident);
        visit::visit_item_mod(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.public_name(&item.vis, &item.sig.ident);
        visit::visit_item_fn(self, item);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.public_name(&item.vis, &item.ident);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.public_name(&item.vis, &item.sig.ident);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.name(&item.sig.ident);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if let Some(name) = &field.ident {
            self.public_name(&field.vis, name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(
            found(find, "desk/src/docket.rs", &format!("//! D.\n{text}")),
            expect
        );
    }

    #[test]
    fn a_word_to_avoid_is_found_wherever_a_name_is_given() {
        let referral = "says `approval_request`; write instead: referral";
        check(
            "struct ApprovalRequests;",
            &[&format!("desk/src/docket.rs:2: `ApprovalRequests` {referral}")],
        );
        let asked = format!("desk/src/docket.rs:2: `approval_request` {referral}");
        check("pub fn approval_request() {}", &[&asked]);
        check("struct Docket { pub approval_request: u8 }", &[&asked]);
        check("trait Docket { fn approval_request(); }", &[&asked]);
        check(
            "enum Docket { Referral, Ticket }",
            &["desk/src/docket.rs:2: `Ticket` says `ticket`; write instead: case, referral or request"],
        );
    }

    #[test]
    fn a_file_of_helpers_is_found() {
        let message = "desk/src/helpers.rs:1: `helpers` says `helper`; write instead: name what it does";
        assert_eq!(found(find, "desk/src/helpers.rs", "//! H.\n"), [message]);
    }

    #[test]
    fn a_word_that_only_begins_like_one_to_avoid_passes() {
        check(
            "struct Utilisation; struct Commonwealth; struct Approval; struct Request;",
            &[],
        );
    }
}
