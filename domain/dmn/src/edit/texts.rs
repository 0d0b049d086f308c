//! Texts and names set.

use super::{check, no_such, owner_in};
use crate::Fault;
use crate::read::name;
use crate::xml::{Element, Node};
use feel::said;

/// Sets the `text` child of an element, which is made if it is not there.
pub(super) fn set(of: &mut Element, text: &str) -> Result<(), Fault> {
    check(text)?;
    let is_text = |child: &Element| child.namespace == of.namespace && child.name() == "text";
    let at = match of.child(is_text) {
        Some(at) => at,
        None => {
            let child = of.alike("text");
            of.nodes.push(Node::Element(child));
            of.nodes.len() - 1
        }
    };
    if let Some(child) = of.at_mut(&[at])
        && child.text().trim() != text.trim()
    {
        child.nodes.clear();
        if !text.trim().is_empty() {
            child.nodes.push(Node::Text(text.trim().to_owned()));
        }
    }
    Ok(())
}

/// Renames an element of the model and its variable.
pub(super) fn rename(root: &mut Element, named: &str, new: &str) -> Result<(), Fault> {
    check(new)?;
    let new = name(new);
    if new.is_empty() {
        let what = said!("the new name is empty");
        return Err(Fault {
            what,
            todo: said!("Write a name"),
            ..Fault::default()
        });
    }
    let path = owner_in(root, named)?;
    let element = root.at_mut(&path).ok_or_else(|| no_such("element", named))?;
    element.set_attribute("name", &new);
    let namespace = element.namespace.clone();
    let variable = element
        .elements_mut()
        .find(|child| child.namespace == namespace && child.name() == "variable");
    if let Some(variable) = variable {
        variable.set_attribute("name", &new);
    }
    Ok(())
}
