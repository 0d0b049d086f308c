//! A digest of each part of a model: a change of which nothing else is told shows in it.

use dmn::Model;
use dmn::xml::{Element, Node};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What says nothing about results, or is told element by element.
const LEFT_OUT: [&str; 9] = [
    "description",
    "question",
    "allowedAnswers",
    "extensionElements",
    "annotation",
    "annotationEntry",
    "informationRequirement",
    "knowledgeRequirement",
    "authorityRequirement",
];

/// The digest of each part, by its kind and name. The rules of the table itself, whose id is `main`, are not in it.
pub(super) fn all(model: &Model, main: &str) -> BTreeMap<(String, String), String> {
    let parts = model.document().root.own().filter_map(|part| {
        let name = part
            .attribute("name")?
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let is_main = part.name() == "decision" && part.attribute("id") == Some(main);
        let mut digest = Sha256::new();
        take(part, is_main, &mut digest);
        let bytes = digest.finalize();
        let hex = bytes.iter().take(8).map(|byte| format!("{byte:02x}"));
        Some(((part.name().to_owned(), name), hex.collect()))
    });
    parts.collect()
}

/// Takes in an element with all that it holds, but no notes, ids, labels and foreign elements.
fn take(element: &Element, is_main: bool, digest: &mut Sha256) {
    digest.update(format!("<{}", element.name()));
    for attribute in &element.attributes {
        if !attribute.name.contains(':') && !matches!(attribute.name.as_str(), "id" | "label" | "xmlns") {
            digest.update(format!(" {}={:?}", attribute.name, attribute.value));
        }
    }
    digest.update(">");
    for node in &element.nodes {
        match node {
            Node::Element(inner) => {
                let left_out = LEFT_OUT.contains(&inner.name()) || is_main && inner.name() == "decisionTable";
                if inner.namespace == element.namespace && !left_out {
                    take(inner, false, digest);
                }
            }
            Node::Text(text) | Node::Characters(text) => digest.update(text.trim()),
            Node::Comment(_) | Node::Instruction(_) => {}
        }
    }
    digest.update("</>");
}
