//! XML as a tree, bounded. Document types and entities of the file's own are refused outright: they are how a small
//! file becomes a large one.

use crate::load_error::quoted;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// Bytes of a file.
pub(crate) const LARGEST_FILE: usize = 1_000_000;
const DEEPEST: usize = 32;
const MOST_ELEMENTS: usize = 50_000;

/// An element. Attributes that belong to a namespace are left out: they are other programs' notes.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Its namespace; empty if it has none.
    pub namespace: String,
    /// Its name without prefix.
    pub name: String,
    /// The line where it begins, from 1.
    pub line: usize,
    /// Its children in order.
    pub children: Vec<Element>,
    attributes: Vec<(String, String)>,
    text: String,
}

/// Why a text is not taken as XML.
#[derive(Debug)]
pub(crate) struct XmlFault {
    /// The line where it was seen.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub todo: &'static str,
}

impl Element {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The children of that name, in the element's own namespace.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children
            .iter()
            .filter(move |child| child.name == name && child.namespace == self.namespace)
    }

    /// Whether text stands in it beside its children.
    pub fn has_loose_text(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// What stands in its `text` child, without white space around it.
    pub fn written(&self) -> &str {
        self.all("text").next().map_or("", |text| text.text.trim())
    }
}

/// Reads a file whole.
pub(crate) fn read(text: &str) -> Result<Element, XmlFault> {
    if text.len() > LARGEST_FILE {
        let what = format!("the file has {} bytes, more than {LARGEST_FILE}", text.len());
        return Err(XmlFault {
            line: 1,
            what,
            todo: "Split the rulebook",
        });
    }
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut tree = Tree {
        lines: Lines { text, at: 0, line: 1 },
        open: vec![],
        root: None,
        elements: 0,
    };
    loop {
        let line = tree.lines.at(reader.buffer_position());
        let event = reader
            .read_event()
            .map_err(|fault| malformed(line, &fault.to_string()))?;
        match event {
            Event::Start(start) => {
                let namespace = namespace(&reader, &start, line)?;
                tree.begin(&start, namespace, line)?;
            }
            Event::End(_) => tree.end(),
            Event::Eof => return tree.finish(line),
            other => tree.content(&other, line)?,
        }
    }
}

fn namespace(reader: &NsReader<&[u8]>, start: &BytesStart<'_>, line: usize) -> Result<String, XmlFault> {
    match reader.resolver().resolve_element(start.name()).0 {
        ResolveResult::Bound(namespace) => Ok(namespace.0.trim().to_owned()),
        ResolveResult::Unbound => Ok(String::new()),
        ResolveResult::Unknown(prefix) => Err(malformed(
            line,
            &format!("no namespace is bound to {}", quoted(&prefix)),
        )),
    }
}

fn malformed(line: usize, what: &str) -> XmlFault {
    let todo = "Save the file again from a DMN modeller";
    XmlFault {
        line,
        what: format!("this is not well-formed XML: {what}"),
        todo,
    }
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
            self.line += passed.iter().filter(|byte| **byte == b'\n').count();
            self.at = to;
        }
        self.line
    }
}

struct Tree<'a> {
    lines: Lines<'a>,
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
}

impl Tree<'_> {
    fn begin(&mut self, start: &BytesStart<'_>, namespace: String, line: usize) -> Result<(), XmlFault> {
        self.elements += 1;
        if self.open.len() >= DEEPEST || self.elements > MOST_ELEMENTS {
            let what =
                format!("the file nests deeper than {DEEPEST} elements or has more than {MOST_ELEMENTS}");
            return Err(XmlFault {
                line,
                what,
                todo: "Simplify it",
            });
        }
        if self.root.is_some() {
            return Err(malformed(line, "a second root element"));
        }
        let name = start.local_name().into_inner().to_owned();
        let mut element = Element {
            namespace,
            name,
            line,
            ..Element::default()
        };
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|fault| malformed(line, &fault.to_string()))?;
            let value = attribute
                .normalized_value(XmlVersion::Explicit1_0)
                .map_err(|fault| malformed(line, &fault.to_string()))?;
            if attribute.key.prefix().is_none() {
                element
                    .attributes
                    .push((attribute.key.into_inner().to_owned(), value.into_owned()));
            }
        }
        self.open.push(element);
        Ok(())
    }

    fn end(&mut self) {
        if let Some(closed) = self.open.pop() {
            match self.open.last_mut() {
                Some(parent) => parent.children.push(closed),
                None => self.root = Some(closed),
            }
        }
    }

    fn content(&mut self, event: &Event<'_>, line: usize) -> Result<(), XmlFault> {
        match event {
            Event::DocType(_) => Err(XmlFault {
                line,
                what: "the file declares a document type, which can make entities".to_owned(),
                todo: "Take the DOCTYPE out",
            }),
            Event::Text(text) => self.add(&text.xml10_content(), line),
            Event::CData(text) => self.add(&text.xml10_content(), line),
            Event::GeneralRef(reference) => {
                let character = character(reference, line)?;
                self.add(character.encode_utf8(&mut [0; 4]), line)
            }
            _ => Ok(()),
        }
    }

    fn add(&mut self, text: &str, line: usize) -> Result<(), XmlFault> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(malformed(line, "text outside the root element")),
        }
        Ok(())
    }

    fn finish(self, line: usize) -> Result<Element, XmlFault> {
        match self.root {
            Some(root) if self.open.is_empty() => Ok(root),
            Some(_) | None => Err(malformed(line, "the file ends before its root element does")),
        }
    }
}

fn character(reference: &BytesRef<'_>, line: usize) -> Result<char, XmlFault> {
    let name: &str = reference;
    let known = match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference
            .resolve_char_ref()
            .map_err(|fault| malformed(line, &fault.to_string()))?,
    };
    known.ok_or_else(|| XmlFault {
        line,
        what: format!("the file uses the entity {}", quoted(name)),
        todo: "Write the character itself",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_with_its_escapes_and_character_data() {
        let root = read("<a b='&lt;1'><text>&lt; 75 &#x41;<![CDATA[ > 3]]></text></a>").unwrap();
        assert_eq!(root.attribute("b"), Some("<1"));
        assert_eq!(root.written(), "< 75 A > 3");
    }

    #[test]
    fn what_is_not_plain_xml_is_refused_with_its_line() {
        let check = |text: &str, line: usize, what: &str| {
            let fault = read(text).unwrap_err();
            assert!(fault.what.contains(what), "{text}: {}", fault.what);
            assert_eq!(fault.line, line, "{text}");
        };
        check("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 1, "document type");
        check("<a>\n&b;</a>", 2, "entity");
        check("<a>\n<b></a>", 2, "well-formed");
        check("<a c='&b;'/>", 1, "well-formed");
        check("<a><b>", 1, "ends before");
        check("", 1, "ends before");
        check("<a/><b/>", 1, "second root");
        check("<p:a/>", 1, "no namespace");
        check("no", 1, "outside");
    }

    #[test]
    fn what_is_too_large_or_too_deep_is_refused() {
        let deep = format!("{}{}", "<a>".repeat(40), "</a>".repeat(40));
        assert!(read(&deep).unwrap_err().what.contains("deeper"));
        let wide = format!("<a>{}</a>", "<b/>".repeat(60_000));
        assert!(read(&wide).unwrap_err().what.contains("more than 50000"));
        let large = format!("<a>{}</a>", "x".repeat(LARGEST_FILE));
        assert!(read(&large).unwrap_err().what.contains("bytes"));
    }
}
