//! References followed, and decisions put in order.

use super::{Imported, Link, Needed};
use crate::Fault;
use crate::parts::{Definitions, Named, Reference};
use feel::{said, short};
use std::collections::{BTreeMap, VecDeque};

/// The elements of the requirement graph by id, and a fault for each id or name that two have.
pub(super) fn by_id(model: &Definitions) -> (BTreeMap<String, Link>, Vec<Fault>) {
    let mut by_id = BTreeMap::new();
    let mut names = BTreeMap::new();
    let mut faults = vec![];
    for (link, named) in elements(model) {
        if !named.id.is_empty() && by_id.contains_key(&named.id) {
            let what = said!("two elements have the id “{}”", short(&named.id));
            faults.push(Fault::at(named.line, what, said!("Give each its own")).within(&named.name));
        }
        by_id.entry(named.id.clone()).or_insert(link);
        if names.insert(named.name.clone(), link).is_some() {
            let what = said!("two elements have this name");
            faults.push(Fault::at(named.line, what, said!("Give each its own")).within(&named.name));
        }
    }
    (by_id, faults)
}

fn elements(model: &Definitions) -> impl Iterator<Item = (Link, &Named)> {
    let inputs = model.inputs.iter().map(|of| &of.named).enumerate();
    let decisions = model.decisions.iter().map(|of| &of.named).enumerate();
    let functions = model.functions.iter().map(|of| &of.named).enumerate();
    let services = model.services.iter().map(|of| &of.named).enumerate();
    inputs
        .map(|(at, named)| (Link::Input(at), named))
        .chain(decisions.map(|(at, named)| (Link::Decision(at), named)))
        .chain(functions.map(|(at, named)| (Link::Function(at), named)))
        .chain(services.map(|(at, named)| (Link::Service(at), named)))
}

/// Follows references.
pub(super) struct Linker<'a> {
    pub namespace: &'a str,
    pub by_id: &'a BTreeMap<String, Link>,
    pub imports: &'a [Imported],
}

impl Linker<'_> {
    /// The element that is meant, if it is of one of these kinds.
    pub fn follow(&self, reference: &Reference, is_fit: fn(Link) -> bool) -> Result<Needed, Fault> {
        let namespace = reference.namespace.as_deref();
        let foreign = namespace.filter(|namespace| *namespace != self.namespace);
        let import = foreign.and_then(|namespace| {
            let mut imports = self.imports.iter();
            imports.position(|imported| imported.namespace == namespace)
        });
        let found = match (foreign, import) {
            (None, _) => self.by_id.get(&reference.id),
            (Some(_), None) => None,
            (Some(_), Some(at)) => {
                let imported = self.imports.get(at);
                imported.and_then(|imported| imported.program.by_id.get(&reference.id))
            }
        };
        match found.filter(|link| is_fit(**link)) {
            Some(link) => Ok(Needed { import, link: *link }),
            None => {
                let what = said!(
                    "it refers to “{}”, which is no such element of the models read",
                    short(&reference.id)
                );
                Err(Fault::at(
                    reference.line,
                    what,
                    said!("Draw it to an element that there is"),
                ))
            }
        }
    }
}

/// The decisions so that each stands behind those that it needs. Those in a circle, or behind one, are left out.
pub(super) fn order(needs: &[Vec<Needed>]) -> Vec<usize> {
    let mut waiting = vec![0_usize; needs.len()];
    let mut needed_by: Vec<Vec<usize>> = vec![vec![]; needs.len()];
    for (at, of) in needs.iter().enumerate() {
        for other in of {
            if let (None, Link::Decision(other)) = (other.import, other.link)
                && let Some(list) = needed_by.get_mut(other)
            {
                list.push(at);
                if let Some(count) = waiting.get_mut(at) {
                    *count += 1;
                }
            }
        }
    }
    let free = waiting.iter().enumerate().filter(|(_, count)| **count == 0);
    let mut ready: VecDeque<usize> = free.map(|(at, _)| at).collect();
    let mut order = vec![];
    while let Some(at) = ready.pop_front() {
        order.push(at);
        for next in needed_by.get(at).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(*next) {
                *count -= 1;
                if *count == 0 {
                    ready.push_back(*next);
                }
            }
        }
    }
    order
}
