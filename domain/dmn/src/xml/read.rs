//! Text as a tree, bounded: what would cost more than a model is worth is refused when it is seen, by size first.

use super::{Attribute, Document, Element, Node, is_character};
use crate::Fault;
use feel::{Name, said, short};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event, attributes};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// Bytes of a file. A table of 1,000 rules and 20 columns, written out at length, is a third of it.
pub const LARGEST_FILE: usize = 8_000_000;
/// Elements within each other.
pub const DEEPEST: usize = 128;
/// Elements of a file.
pub const MOST_ELEMENTS: usize = 250_000;
/// Attributes of an element.
pub const MOST_ATTRIBUTES: usize = 64;

pub(super) fn document(bytes: &[u8]) -> Result<Document, Fault> {
    if bytes.len() > LARGEST_FILE {
        let what = said!("the file has {} bytes, more than {}", bytes.len(), LARGEST_FILE);
        return Err(Fault::at(1, what, said!("Split the model")));
    }
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        let good = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        Fault::at(
            1 + line_ends(good),
            said!("the file is no UTF-8 text"),
            said!("Save it as UTF-8"),
        )
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if let Some(at) = text.find(|character| !is_character(character)) {
        let good = text.as_bytes().get(..at).unwrap_or_default();
        return Err(malformed(
            1 + line_ends(good),
            said!("a control character stands in it"),
        ));
    }
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut tree = Tree::new(text);
    loop {
        let line = tree.lines.at(reader.buffer_position());
        let event = reader
            .read_event()
            .map_err(|fault| malformed(line, fault.to_string()))?;
        match event {
            Event::Start(start) => {
                let namespace = namespace(&reader, &start, line)?;
                tree.begin(&start, namespace, line)?;
                check_prefixes(&reader, &start, line)?;
            }
            Event::End(_) => tree.end(),
            Event::Eof => return tree.finish(line),
            other => tree.content(&other, line)?,
        }
    }
}

fn namespace(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, line: usize) -> Result<String, Fault> {
    match reader.resolver().resolve_element(start.name()).0 {
        ResolveResult::Bound(namespace) => {
            // It is handed over as it is written, references and all.
            let written = attributes::Attribute {
                key: start.name(),
                value: namespace.0.into(),
            };
            let value = written.normalized_value(XmlVersion::Explicit1_0);
            let value = value.map_err(|fault| malformed(line, fault.to_string()))?;
            Ok(value.trim().to_owned())
        }
        ResolveResult::Unbound => Ok(String::new()),
        ResolveResult::Unknown(prefix) => Err(unbound(line, &prefix)),
    }
}

fn check_prefixes(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, line: usize) -> Result<(), Fault> {
    for attribute in start.attributes().with_checks(false).flatten() {
        if let ResolveResult::Unknown(prefix) = reader.resolver().resolve_attribute(attribute.key).0 {
            return Err(unbound(line, &prefix));
        }
    }
    Ok(())
}

fn unbound(line: usize, prefix: &str) -> Fault {
    malformed(line, format!("no namespace is bound to “{}”", short(prefix)))
}

fn malformed(line: usize, what: impl Into<Name>) -> Fault {
    Fault::at(
        line,
        said!("this is not well-formed XML: {}", what),
        said!("Save the file again from a DMN modeller"),
    )
}

fn line_ends(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// Lines counted as the reader goes forward, so that a long file costs one pass.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> usize {
        let to = usize::try_from(position)
            .unwrap_or(usize::MAX)
            .min(self.text.len());
        if let Some(passed) = self.text.as_bytes().get(self.at..to) {
            self.line += line_ends(passed);
            self.at = to;
        }
        self.line
    }
}

struct Tree<'a> {
    lines: Lines<'a>,
    elements: usize,
    declaration: Option<String>,
    before: Vec<Node>,
    open: Vec<Element>,
    root: Option<Element>,
    after: Vec<Node>,
}

impl<'a> Tree<'a> {
    fn new(text: &'a str) -> Self {
        Tree {
            lines: Lines { text, at: 0, line: 1 },
            elements: 0,
            declaration: None,
            before: vec![],
            open: vec![],
            root: None,
            after: vec![],
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>, namespace: String, line: usize) -> Result<(), Fault> {
        self.elements += 1;
        if self.open.len() >= DEEPEST || self.elements > MOST_ELEMENTS {
            let what = said!(
                "the file nests deeper than {} elements or has more than {}",
                DEEPEST,
                MOST_ELEMENTS
            );
            return Err(Fault::at(line, what, said!("Simplify it")));
        }
        if self.root.is_some() {
            return Err(malformed(line, "a second root element"));
        }
        let tag = start.name().into_inner().to_owned();
        check_name(&tag, line)?;
        let attributes = attributes(start, line)?;
        self.open.push(Element {
            tag,
            namespace,
            line,
            attributes,
            nodes: vec![],
        });
        Ok(())
    }

    fn end(&mut self) {
        if let Some(mut closed) = self.open.pop() {
            // Most elements hold one node; room for more, in each of many, is most of a large file's memory.
            closed.nodes.shrink_to_fit();
            match self.open.last_mut() {
                Some(parent) => parent.nodes.push(Node::Element(closed)),
                None => self.root = Some(closed),
            }
        }
    }

    fn content(&mut self, event: &Event<'_>, line: usize) -> Result<(), Fault> {
        match event {
            Event::DocType(_) => {
                let what = said!("the file declares a document type, which can make entities");
                Err(Fault::at(line, what, said!("Take the DOCTYPE out")))
            }
            Event::Decl(declaration) => self.declare(declaration, line),
            Event::Text(text) => self.text(&text.xml10_content(), line),
            Event::GeneralRef(reference) => {
                let character = character(reference, line)?;
                self.text(character.encode_utf8(&mut [0; 4]), line)
            }
            Event::CData(_) if self.open.is_empty() => Err(outside(line)),
            Event::CData(text) => self.keep(Node::Characters(text.xml10_content().into_owned())),
            Event::Comment(text) => self.keep(Node::Comment(text.xml10_content().into_owned())),
            Event::PI(instruction) => self.keep(Node::Instruction(instruction.replace("\r\n", "\n"))),
            _ => Ok(()),
        }
    }

    fn declare(&mut self, declaration: &BytesDecl<'_>, line: usize) -> Result<(), Fault> {
        let encoding = declaration
            .encoding()
            .transpose()
            .map_err(|fault| malformed(line, fault.to_string()))?;
        if encoding
            .as_ref()
            .is_some_and(|name| !name.eq_ignore_ascii_case("utf-8"))
        {
            return Err(Fault::at(
                line,
                said!("the file says that it is no UTF-8"),
                said!("Save it as UTF-8"),
            ));
        }
        let misplaced = self.root.is_some() || !self.open.is_empty() || !self.before.is_empty();
        if misplaced || self.declaration.is_some() {
            return Err(malformed(line, "its declaration does not stand first"));
        }
        let declaration: &str = declaration;
        self.declaration = Some(declaration.replace("\r\n", "\n"));
        Ok(())
    }

    fn text(&mut self, text: &str, line: usize) -> Result<(), Fault> {
        let Some(element) = self.open.last_mut() else {
            let blank = text.trim().is_empty();
            return if blank { Ok(()) } else { Err(outside(line)) };
        };
        match element.nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => element.nodes.push(Node::Text(text.to_owned())),
        }
        Ok(())
    }

    fn keep(&mut self, node: Node) -> Result<(), Fault> {
        match self.open.last_mut() {
            Some(element) => element.nodes.push(node),
            None if self.root.is_none() => self.before.push(node),
            None => self.after.push(node),
        }
        Ok(())
    }

    fn finish(self, line: usize) -> Result<Document, Fault> {
        match self.root {
            Some(root) if self.open.is_empty() => Ok(Document {
                declaration: self.declaration,
                before: self.before,
                root,
                after: self.after,
            }),
            Some(_) | None => Err(malformed(
                line,
                said!("the file ends before its root element does"),
            )),
        }
    }
}

fn outside(line: usize) -> Fault {
    malformed(line, "text outside the root element")
}

fn attributes(start: &BytesStart<'_>, line: usize) -> Result<Vec<Attribute>, Fault> {
    let mut attributes: Vec<Attribute> = vec![];
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|fault| malformed(line, fault.to_string()))?;
        if attribute.value.contains('<') {
            return Err(malformed(line, "a < stands in an attribute"));
        }
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(|fault| malformed(line, fault.to_string()))?;
        let name = attribute.key.into_inner();
        check_name(name, line)?;
        if attributes.iter().any(|known| known.name == name) {
            return Err(malformed(line, format!("the attribute “{}” twice", short(name))));
        }
        if value.contains(|character| !is_character(character)) {
            return Err(malformed(line, "a control character stands in it"));
        }
        if attributes.len() == MOST_ATTRIBUTES {
            let what = said!("the element has more than {} attributes", MOST_ATTRIBUTES);
            return Err(Fault::at(line, what, said!("Simplify it")));
        }
        attributes.push(Attribute {
            name: name.to_owned(),
            value: value.into_owned(),
        });
    }
    attributes.shrink_to_fit();
    Ok(attributes)
}

/// A name and at most one prefix. What passes here can be written and read again.
fn check_name(name: &str, line: usize) -> Result<(), Fault> {
    let part = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part
                .chars()
                .all(|other| other.is_alphanumeric() || "_-.\u{B7}".contains(other))
    };
    let (prefix, local) = name.split_once(':').unwrap_or(("_", name));
    if part(prefix) && part(local) {
        return Ok(());
    }
    Err(malformed(line, format!("“{}” is no name", short(name))))
}

fn character(reference: &BytesRef<'_>, line: usize) -> Result<char, Fault> {
    let name: &str = reference;
    let known = match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference
            .resolve_char_ref()
            .map_err(|fault| malformed(line, fault.to_string()))?,
    };
    let Some(known) = known else {
        let what = said!("the file uses the entity “{}”", short(name));
        return Err(Fault::at(line, what, said!("Write the character itself")));
    };
    if is_character(known) {
        return Ok(known);
    }
    Err(malformed(line, "a control character stands in it"))
}
