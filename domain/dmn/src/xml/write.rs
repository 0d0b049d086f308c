//! The tree as text.

use super::{Document, Element, Node};

pub(super) fn document(document: &Document) -> String {
    let mut text = String::new();
    if let Some(declaration) = &document.declaration {
        text.push_str(&format!("<?{declaration}?>\n"));
    }
    for outer in &document.before {
        node(outer, &mut text);
        text.push('\n');
    }
    element(&document.root, &mut text);
    for outer in &document.after {
        text.push('\n');
        node(outer, &mut text);
    }
    text.push('\n');
    text
}

fn node(node: &Node, text: &mut String) {
    match node {
        Node::Element(inner) => element(inner, text),
        Node::Text(plain) => escape(plain, false, text),
        Node::Characters(plain) => wrap("<![CDATA[", plain, "]]>", text),
        Node::Comment(comment) => wrap("<!--", comment, "-->", text),
        Node::Instruction(instruction) => wrap("<?", instruction, "?>", text),
    }
}

fn wrap(before: &str, inner: &str, after: &str, text: &mut String) {
    text.push_str(before);
    text.push_str(inner);
    text.push_str(after);
}

fn element(element: &Element, text: &mut String) {
    text.push('<');
    text.push_str(&element.tag);
    for attribute in &element.attributes {
        wrap(" ", &attribute.name, "=\"", text);
        escape(&attribute.value, true, text);
        text.push('"');
    }
    if element.nodes.is_empty() {
        text.push_str("/>");
        return;
    }
    text.push('>');
    for inner in &element.nodes {
        node(inner, text);
    }
    wrap("</", &element.tag, ">", text);
}

/// A reader would turn line ends and, in an attribute, tabs into spaces: they are written as references.
fn escape(plain: &str, in_attribute: bool, text: &mut String) {
    for character in plain.chars() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '\r' => text.push_str("&#13;"),
            '"' if in_attribute => text.push_str("&quot;"),
            '\n' if in_attribute => text.push_str("&#10;"),
            '\t' if in_attribute => text.push_str("&#9;"),
            other => text.push(other),
        }
    }
}
