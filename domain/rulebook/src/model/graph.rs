//! The requirement graph below the table: which decisions its cells may name, and on which inputs each of those depends.

use crate::bits::Bits;
use crate::decision::Cell;
use crate::settings::Settings;
use dmn::Model;
use dmn::parts::{Decision, Definitions};
use feel::{Names, UnaryTests};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Graph<'a> {
    /// The decisions of the model.
    decisions: &'a [Decision],
    /// Where each stands among them, by its id.
    places: BTreeMap<&'a str, usize>,
    /// The inputs on which each depends. What it needs of another file may depend on all of them.
    reads: Vec<Bits>,
    /// Every input of the rulebook.
    inputs: Vec<&'a str>,
    /// The decisions that the table needs itself, by name.
    direct: BTreeMap<&'a str, &'a Decision>,
    /// The ids of all decisions that it needs, themselves or through others.
    reached: BTreeSet<&'a str>,
}

impl<'a> Graph<'a> {
    pub fn of(model: &'a Model, settings: &'a Settings) -> Graph<'a> {
        let says = model.definitions();
        let inputs: Vec<&str> = settings.inputs.iter().map(|input| input.id.as_str()).collect();
        let ids = says.decisions.iter().map(|of| of.named.id.as_str());
        let places: BTreeMap<&str, usize> = ids.zip(0..).collect();
        Graph {
            decisions: &says.decisions,
            reads: reads(says, &inputs),
            places,
            inputs,
            direct: BTreeMap::new(),
            reached: BTreeSet::new(),
        }
    }

    /// Takes up what the table needs.
    pub fn require(&mut self, table: &Decision) {
        let mut open = self.needs(table);
        self.direct
            .extend(open.iter().map(|of| (of.named.name.as_str(), *of)));
        while let Some(next) = open.pop() {
            if self.reached.insert(&next.named.id) {
                open.extend(self.needs(next));
            }
        }
    }

    fn needs(&self, of: &Decision) -> Vec<&'a Decision> {
        let needed = own(of).filter_map(|id| self.decisions.get(*self.places.get(id)?));
        needed.collect()
    }

    pub fn reaches(&self, id: &str) -> bool {
        self.reached.contains(id)
    }

    /// The name of a decision that the table needs itself.
    pub fn decision(&self, name: &str) -> Option<&'a Decision> {
        self.direct.get(name).copied()
    }

    /// The inputs on which a decision depends.
    pub fn reads(&self, of: &Decision) -> Vec<String> {
        let place = self.places.get(of.named.id.as_str());
        let reads = place.and_then(|at| self.reads.get(*at));
        let depends = |at: &usize| reads.is_some_and(|reads| reads.contains(*at));
        let inputs = self.inputs.iter().enumerate();
        inputs
            .filter(|(at, _)| depends(at))
            .map(|(_, id)| (*id).to_owned())
            .collect()
    }

    /// What cells may name: every input, and the decisions that the table needs itself.
    pub fn names(&self, settings: &Settings) -> Names {
        let inputs = settings.inputs.iter().map(|input| input.id.as_str());
        inputs.chain(self.direct.keys().copied()).collect()
    }

    /// The inputs on which a test depends by the names in it.
    pub fn named_in(&self, tests: &UnaryTests) -> Vec<String> {
        let inputs = self.inputs.iter().filter(|id| tests.uses(id));
        let mut reads: Vec<String> = inputs.map(|id| (*id).to_owned()).collect();
        let decisions = tests.names().filter_map(|name| self.decision(name));
        reads.extend(decisions.flat_map(|of| self.reads(of)));
        reads
    }

    /// The decisions that are to be made for a case: those that a test names or a column tests.
    pub fn decided(&self, cells: &[&Cell]) -> Vec<String> {
        let evaluated = cells.iter().filter_map(|cell| Some((cell, cell.test.feel()?)));
        let names = evaluated.flat_map(|(cell, test)| test.names().chain([cell.input.as_str()]));
        let names: BTreeSet<&str> = names.filter(|name| self.direct.contains_key(name)).collect();
        names.into_iter().map(str::to_owned).collect()
    }
}

/// The ids of what a decision needs in its own file.
fn own(of: &Decision) -> impl Iterator<Item = &str> {
    let information = of.requirements.information.iter();
    information
        .filter(|reference| reference.namespace.is_none())
        .map(|reference| reference.id.as_str())
}

/// The inputs on which each decision depends, from each input on to the decisions behind it: a requirement is followed once for
/// each input, whatever the graph.
fn reads(says: &Definitions, inputs: &[&str]) -> Vec<Bits> {
    let mut needed_by: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut foreign = vec![];
    for (at, of) in says.decisions.iter().enumerate() {
        own(of).for_each(|id| needed_by.entry(id).or_default().push(at));
        if own(of).count() < of.requirements.information.len() {
            foreign.push(at);
        }
    }
    let behind = says
        .decisions
        .iter()
        .map(|of| needed_by.get(of.named.id.as_str()));
    let behind: Vec<&[usize]> = behind.map(|of| of.map_or(&[][..], Vec::as_slice)).collect();
    let mut reads = vec![Bits::none(inputs.len()); says.decisions.len()];
    for (input, name) in inputs.iter().enumerate() {
        let data = says.inputs.iter().filter(|data| data.named.name == *name);
        let named = data.filter_map(|data| needed_by.get(data.named.id.as_str()));
        let mut open: Vec<usize> = named.flatten().chain(&foreign).copied().collect();
        while let Some(next) = open.pop() {
            let Some(own) = reads.get_mut(next).filter(|own| !own.contains(input)) else {
                continue;
            };
            own.insert(input);
            open.extend(behind.get(next).copied().unwrap_or_default());
        }
    }
    reads
}
