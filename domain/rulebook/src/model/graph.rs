//! The requirement graph below the table: which decisions its cells may name, and on which inputs each of those depends.

use crate::given::Needed;
use crate::settings::Settings;
use dmn::Model;
use dmn::parts::{Decision, Definitions};
use feel::{Names, UnaryTests};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) struct Graph<'a> {
    says: &'a Definitions,
    /// Every input of the rulebook.
    inputs: Vec<&'a str>,
    /// The decisions that the table needs itself.
    direct: Vec<&'a Decision>,
    /// The ids of all decisions that it needs, themselves or through others.
    reached: BTreeSet<&'a str>,
}

impl<'a> Graph<'a> {
    pub fn of(model: &'a Model, settings: &'a Settings) -> Graph<'a> {
        Graph {
            says: model.definitions(),
            inputs: settings.inputs.iter().map(|input| input.id.as_str()).collect(),
            direct: vec![],
            reached: BTreeSet::new(),
        }
    }

    /// Takes up what the table needs.
    pub fn require(&mut self, table: &Decision) {
        self.direct = self.needs(table).collect();
        let reached = self.direct.iter().flat_map(|of| self.closure(of));
        self.reached = reached.map(|of| of.named.id.as_str()).collect();
    }

    pub fn reaches(&self, id: &str) -> bool {
        self.reached.contains(id)
    }

    fn needs(&self, of: &Decision) -> impl Iterator<Item = &'a Decision> + use<'a> {
        let own = of.requirements.information.iter();
        let ids: Vec<String> = own
            .filter(|reference| reference.namespace.is_none())
            .map(|reference| reference.id.clone())
            .collect();
        let decisions = self.says.decisions.iter();
        decisions.filter(move |other| ids.contains(&other.named.id))
    }

    /// A decision and all that it needs.
    fn closure(&self, of: &'a Decision) -> Vec<&'a Decision> {
        let (mut found, mut open): (Vec<&Decision>, Vec<&Decision>) = (vec![], vec![of]);
        while let Some(next) = open.pop() {
            if found.iter().all(|known| known.named.id != next.named.id) {
                found.push(next);
                open.extend(self.needs(next));
            }
        }
        found
    }

    /// The name of a decision that the table needs itself.
    pub fn decision(&self, name: &str) -> Option<&'a Decision> {
        self.direct.iter().copied().find(|of| of.named.name == name)
    }

    /// The inputs on which a decision depends. What it needs of another file may depend on all of them.
    pub fn reads(&self, of: &'a Decision) -> Vec<String> {
        let all = self.closure(of);
        let references = all.iter().flat_map(|of| &of.requirements.information);
        let references: Vec<_> = references.collect();
        if references.iter().any(|reference| reference.namespace.is_some()) {
            return self.inputs.iter().map(|id| (*id).to_owned()).collect();
        }
        let inputs = self.says.inputs.iter();
        inputs
            .filter(|input| references.iter().any(|reference| reference.id == input.named.id))
            .map(|input| input.named.name.clone())
            .collect()
    }

    /// What cells may name: every input, and the decisions that the table needs itself.
    pub fn names(&self, settings: &Settings) -> Names {
        let inputs = settings.inputs.iter().map(|input| input.id.as_str());
        inputs
            .chain(self.direct.iter().map(|of| of.named.name.as_str()))
            .collect()
    }

    /// The inputs on which a test depends by the names in it.
    pub fn named_in(&self, tests: &UnaryTests) -> Vec<String> {
        // Read without knowing a name, it is an unknown one. A name of several words is taken for named where its first stands.
        let plain = UnaryTests::parse(tests.source(), &Names::new()).ok();
        let is_named = |name: &str| match &plain {
            Some(read) if is_word(name) => read.unknown_names().contains(name),
            _ => tests.source().contains(name.split(' ').next().unwrap_or(name)),
        };
        let inputs = self.inputs.iter().filter(|id| is_named(id));
        let mut reads: Vec<String> = inputs.map(|id| (*id).to_owned()).collect();
        let decisions = self.direct.iter().filter(|of| is_named(&of.named.name));
        reads.extend(decisions.flat_map(|of| self.reads(of)));
        reads
    }

    /// The decisions to be made for each case.
    pub fn needed(&self, model: &Arc<Model>) -> Vec<Needed> {
        let needed = self.direct.iter().map(|of| Needed {
            model: Arc::clone(model),
            name: of.named.name.clone(),
        });
        needed.collect()
    }
}

fn is_word(name: &str) -> bool {
    name.chars()
        .all(|character| character.is_alphanumeric() || character == '_')
}
