//! Item definitions resolved to types.

use super::Imported;
use crate::Fault;
use crate::parts::{InformationItem, ItemDefinition, Text};
use crate::types::{ItemType, Shape};
use feel::{CLOCKS, Names, Type, UnaryTests, said, short};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Types within each other.
const DEEPEST: usize = 64;

pub(super) struct Resolver<'a> {
    definitions: BTreeMap<&'a str, &'a ItemDefinition>,
    imports: &'a [Imported],
    resolved: BTreeMap<String, Arc<ItemType>>,
    open: Vec<String>,
    names: Names,
    pub faults: Vec<Fault>,
    /// Where a clock is looked at.
    pub timed: Vec<Fault>,
}

impl<'a> Resolver<'a> {
    pub fn new(definitions: &'a [ItemDefinition], imports: &'a [Imported], names: Names) -> Self {
        let by_name = definitions.iter().map(|of| (of.name.as_str(), of));
        Resolver {
            definitions: by_name.collect(),
            imports,
            resolved: BTreeMap::new(),
            open: vec![],
            names,
            faults: vec![],
            timed: vec![],
        }
    }

    /// Resolves every definition, so that what is wrong with them shows though nothing uses them.
    pub fn resolve_all(&mut self) {
        let names: Vec<&str> = self.definitions.keys().copied().collect();
        for name in names {
            self.named(name, 0, name);
        }
    }

    /// The types by name, those of the imports within the imports' names, as FEEL is told them.
    pub fn kinds(&self) -> impl Iterator<Item = (String, Type)> {
        let own = self
            .resolved
            .iter()
            .map(|(name, kind)| (name.clone(), kind.kind()));
        let imported = self.imports.iter().flat_map(|imported| {
            let prefix = if imported.name.is_empty() {
                String::new()
            } else {
                format!("{}.", imported.name)
            };
            let types = imported.program.types.iter();
            types.map(move |(name, kind)| (format!("{prefix}{name}"), kind.kind()))
        });
        own.chain(imported)
    }

    pub fn into_types(self) -> BTreeMap<String, Arc<ItemType>> {
        self.resolved
    }

    /// The type of a variable; none for any type.
    pub fn of(&mut self, item: &InformationItem, element: &str) -> Option<Arc<ItemType>> {
        self.named(item.type_ref.as_deref()?, item.line, element)
    }

    /// The type of that name; none for any type, and where there is no such type, which is a fault.
    pub fn named(&mut self, name: &str, line: usize, element: &str) -> Option<Arc<ItemType>> {
        if let Some(known) = self.resolved.get(name) {
            return Some(known.clone());
        }
        if let Some(definition) = self.definitions.get(name).copied() {
            return self.definition(definition);
        }
        if let Some(known) = self.imported(name) {
            return Some(known);
        }
        let part = |outer: &str| name.strip_prefix(outer)?.strip_suffix('>').map(str::trim);
        if let Some(item) = part("list<") {
            let item = self.named(item, line, element);
            let item = item.unwrap_or_else(|| ItemType::plain("Any", Type::Any).into());
            return Some(list_of(name, item, vec![]));
        }
        match Type::named(name) {
            Some(Type::Any) => None,
            Some(kind) => Some(ItemType::plain(name, kind).into()),
            None => {
                let what = said!("there is no type “{}”", short(name));
                self.faults.push(
                    Fault::at(line, what, said!("Define it, or name one that there is")).within(element),
                );
                None
            }
        }
    }

    fn imported(&self, name: &str) -> Option<Arc<ItemType>> {
        self.imports.iter().find_map(|imported| {
            let local = match &*imported.name {
                "" => name,
                prefix => name.strip_prefix(prefix)?.strip_prefix('.')?,
            };
            imported.program.types.get(local).cloned()
        })
    }

    fn definition(&mut self, definition: &ItemDefinition) -> Option<Arc<ItemType>> {
        if self.open.contains(&definition.name) || self.open.len() >= DEEPEST {
            let what = said!(
                "the type is made of itself, or of more than {} within each other",
                DEEPEST
            );
            let fault = Fault::at(definition.line, what, said!("Make it of others"));
            self.faults.push(fault.within(&definition.name));
            return None;
        }
        self.open.push(definition.name.clone());
        let made = Arc::new(self.made(definition, &definition.name));
        self.open.pop();
        self.resolved.insert(definition.name.clone(), made.clone());
        Some(made)
    }

    fn made(&mut self, of: &ItemDefinition, element: &str) -> ItemType {
        let (shape, mut tests) = self.shape(of, element);
        tests.extend(
            of.allowed_values
                .as_ref()
                .and_then(|text| self.tests(text, element)),
        );
        let whole = of
            .type_constraint
            .as_ref()
            .and_then(|text| self.tests(text, element));
        let name: Arc<str> = of.name.as_str().into();
        if of.is_collection {
            let item = ItemType {
                name: name.clone(),
                shape,
                tests,
            };
            return ItemType::clone(&list_of(&name, item.into(), whole.into_iter().collect()));
        }
        tests.extend(whole);
        ItemType { name, shape, tests }
    }

    fn shape(&mut self, of: &ItemDefinition, element: &str) -> (Shape, Vec<Arc<UnaryTests>>) {
        if !of.components.is_empty() {
            let parts = of
                .components
                .iter()
                .map(|part| (part.name.as_str().into(), self.made(part, element).into()));
            return (Shape::Context(parts.collect()), vec![]);
        }
        if let Some(function) = &of.function {
            let any = |kind: Option<Arc<ItemType>>| kind.map_or(Type::Any, |kind| kind.kind());
            let parameters = function
                .parameters
                .iter()
                .map(|item| any(self.of(item, element)))
                .collect();
            let result = function.output_type_ref.as_deref();
            let result = any(result.and_then(|name| self.named(name, of.line, element)));
            return (Shape::Function(parameters, result), vec![]);
        }
        let base = of
            .type_ref
            .as_deref()
            .and_then(|name| self.named(name, of.line, element));
        base.map_or((Shape::Plain(Type::Any), vec![]), |base| {
            (base.shape.clone(), base.tests.clone())
        })
    }

    fn tests(&mut self, text: &Text, element: &str) -> Option<Arc<UnaryTests>> {
        match UnaryTests::parse(&text.text, &self.names) {
            Ok(tests) => {
                let clocks = CLOCKS.iter().filter(|clock| tests.uses(clock));
                let timed = clocks.map(|clock| super::boxed::asks_for_time(clock, text.line).within(element));
                self.timed.extend(timed);
                Some(Arc::new(tests))
            }
            Err(fault) => {
                self.faults
                    .push(super::boxed::syntax(text, &fault).within(element));
                None
            }
        }
    }
}

fn list_of(name: &str, item: Arc<ItemType>, tests: Vec<Arc<UnaryTests>>) -> Arc<ItemType> {
    Arc::new(ItemType {
        name: name.into(),
        shape: Shape::List(item),
        tests,
    })
}
