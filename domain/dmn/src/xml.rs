//! XML as a tree that is kept whole: comments, order, white space, foreign elements and attributes stay where they were.

mod read;
mod write;

pub use read::{DEEPEST, LARGEST_FILE, MOST_ATTRIBUTES, MOST_ELEMENTS};

use crate::Fault;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What stands in the declaration `<?xml …?>`, if there is one.
    pub declaration: Option<String>,
    /// Comments and instructions before the root element.
    pub before: Vec<Node>,
    /// The root element.
    pub root: Element,
    /// Comments and instructions after it.
    pub after: Vec<Node>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, its references resolved.
    Text(String),
    /// Text in a character data section.
    Characters(String),
    /// A comment.
    Comment(String),
    /// A processing instruction.
    Instruction(String),
}

/// An element. Two are equal if they say the same, on whatever lines.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Its name as written, with its prefix.
    pub tag: String,
    /// Its namespace; empty if it has none.
    pub namespace: String,
    /// The line where it begins, from 1; 0 if it was not read from a file.
    pub line: usize,
    /// Its attributes in order, namespace declarations among them.
    pub attributes: Vec<Attribute>,
    /// What it holds, in order. No two texts follow each other.
    pub nodes: Vec<Node>,
}

/// An attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name as written, with its prefix.
    pub name: String,
    /// Its value, its references resolved.
    pub value: String,
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
            && self.namespace == other.namespace
            && self.attributes == other.attributes
            && self.nodes == other.nodes
    }
}

impl Eq for Element {}

impl Document {
    /// Reads a file whole.
    ///
    /// # Errors
    ///
    /// A file that is too large, no UTF-8, not well-formed, too deep, has too many elements, or declares a document
    /// type or entities: those are how a small file becomes a large one.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        read::document(bytes)
    }

    /// The file's text. Reading it gives the same document.
    #[must_use]
    pub fn write(&self) -> String {
        write::document(self)
    }
}

impl Element {
    /// Its name without prefix.
    #[must_use]
    pub fn name(&self) -> &str {
        self.tag
            .split_once(':')
            .map_or(self.tag.as_str(), |(_, name)| name)
    }

    /// The value of an attribute, named as it is written.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .map(|attribute| attribute.value.as_str())
    }

    /// Sets an attribute, in its place if it is there, or else as the last.
    pub fn set_attribute(&mut self, name: &str, value: &str) {
        let value = value.to_owned();
        match self
            .attributes
            .iter_mut()
            .find(|attribute| attribute.name == name)
        {
            Some(attribute) => attribute.value = value,
            None => self.attributes.push(Attribute {
                name: name.to_owned(),
                value,
            }),
        }
    }

    /// Its child elements, of whatever namespace.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    /// Its child elements, of whatever namespace, to be changed.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Element> {
        self.nodes.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    /// Its child elements in its own namespace.
    pub fn own(&self) -> impl Iterator<Item = &Element> {
        self.elements().filter(|child| child.namespace == self.namespace)
    }

    /// Its child elements of that name in its own namespace.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.own().filter(move |child| child.name() == name)
    }

    /// The first child element of that name in its own namespace.
    #[must_use]
    pub fn first<'a>(&'a self, name: &'a str) -> Option<&'a Element> {
        self.all(name).next()
    }

    /// The place among its nodes of the first child element for which that holds.
    pub fn child(&self, holds: impl Fn(&Element) -> bool) -> Option<usize> {
        self.nodes
            .iter()
            .position(|node| matches!(node, Node::Element(child) if holds(child)))
    }

    /// The path to the first element within it, at whatever depth, for which that holds: places among nodes.
    pub fn find(&self, holds: &dyn Fn(&Element) -> bool) -> Option<Vec<usize>> {
        for (at, node) in self.nodes.iter().enumerate() {
            let Node::Element(child) = node else { continue };
            if holds(child) {
                return Some(vec![at]);
            }
            if let Some(mut path) = child.find(holds) {
                path.insert(0, at);
                return Some(path);
            }
        }
        None
    }

    /// The element at the end of a path.
    #[must_use]
    pub fn at(&self, path: &[usize]) -> Option<&Element> {
        let Some((first, rest)) = path.split_first() else {
            return Some(self);
        };
        match self.nodes.get(*first) {
            Some(Node::Element(child)) => child.at(rest),
            _ => None,
        }
    }

    /// The element at the end of a path, to be changed.
    pub fn at_mut(&mut self, path: &[usize]) -> Option<&mut Element> {
        let Some((first, rest)) = path.split_first() else {
            return Some(self);
        };
        match self.nodes.get_mut(*first) {
            Some(Node::Element(child)) => child.at_mut(rest),
            _ => None,
        }
    }

    /// A new element beside or within this one: of the same prefix and namespace.
    #[must_use]
    pub fn alike(&self, name: &str) -> Element {
        let tag = match self.tag.split_once(':') {
            Some((prefix, _)) => format!("{prefix}:{name}"),
            None => name.to_owned(),
        };
        Element {
            tag,
            namespace: self.namespace.clone(),
            ..Element::default()
        }
    }

    /// The text that stands in it itself, not in its child elements.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.nodes.iter().filter_map(|node| match node {
            Node::Text(text) | Node::Characters(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }
}

/// Whether XML can hold the character.
#[must_use]
pub fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}
