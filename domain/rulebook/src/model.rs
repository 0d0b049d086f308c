//! From decision models to the table that is evaluated. What does not say whom to ask, and why, is refused here.

mod columns;
mod faults;
mod graph;
mod rows;
mod unseen;

use crate::decision::{Cell, Decision, HitPolicy};
use crate::given::{Evaluated, scope};
use crate::settings::Settings;
use crate::{LoadFault, LoadFaultKind};
use dmn::parts::{DecisionTable, Expression};
use dmn::{Model, parts};
use feel::{Context, Names, Said, Scope, said, short};
use graph::Graph;

const MOST_RULES: usize = 1_000;
const MOST_COLUMNS: usize = 50;

/// The tables of a rulebook, and all of its models.
type Tables = (Decision, Option<Decision>, Vec<Model>);

/// What the rules of a table answer with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answering {
    /// Authorities that must be asked.
    Asks,
    /// Fields that are withheld from the public.
    Withholds,
}

impl Answering {
    /// The name of the output column.
    fn column(self) -> &'static str {
        match self {
            Answering::Asks => "authority",
            Answering::Withholds => "withheld",
        }
    }
}

/// A decision that `rulebook.toml` names, and where it stands.
#[derive(Clone, Copy)]
struct Root<'a> {
    file: &'a str,
    model: &'a Model,
    decision: &'a parts::Decision,
    answering: Answering,
}

/// Reads the models, which have the tables among them; gives every fault at once, unless a file is no model.
pub(crate) fn read(files: &[(&str, &str)], settings: &Settings) -> Result<Tables, Vec<LoadFault>> {
    let bytes: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let models =
        Model::read_all(&bytes).map_err(|faults| faults.iter().map(faults::told).collect::<Vec<_>>())?;
    let mut faults = vec![];
    let named = [
        Some((settings.decision.as_str(), Answering::Asks)),
        settings
            .public
            .as_ref()
            .and_then(|public| Some((public.decision.as_deref()?, Answering::Withholds))),
    ];
    let roots = named.map(|named| match root(files, &models, named?) {
        Ok(root) => Some(root),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    });
    for ((file, _), model) in files.iter().zip(&models) {
        let here = roots.iter().flatten().filter(|root| root.file == *file);
        let own: Vec<&parts::Decision> = here.map(|root| root.decision).collect();
        faults.extend(faults::of(file, model, &own, settings));
        faults.extend(unneeded(file, model, &own, settings));
    }
    let [asks, withholds] = roots.map(|root| {
        let (table, own) = Reader::of(root?, settings).read();
        faults.extend(own);
        table
    });
    // Those of one file in its order.
    faults.sort_by_key(|fault| (files.iter().position(|(name, _)| *name == fault.file), fault.line));
    match asks.filter(|_| faults.is_empty()) {
        Some(asks) => Ok((asks, withholds, models)),
        None => Err(faults),
    }
}

/// The decision of that id, which one file has.
fn root<'a>(
    files: &[(&'a str, &str)],
    models: &'a [Model],
    (id, answering): (&str, Answering),
) -> Result<Root<'a>, Box<LoadFault>> {
    let of = |((file, _), model): (&(&'a str, &str), &'a Model)| {
        let mut decisions = model.definitions().decisions.iter();
        let decision = decisions.find(|decision| decision.named.id == id)?;
        let (file, model) = (*file, model);
        Some(Root {
            file,
            model,
            decision,
            answering,
        })
    };
    let mut homes = files.iter().zip(models).filter_map(of);
    let found = homes.next();
    let more = homes.count();
    found.filter(|_| more == 0).ok_or_else(|| {
        let first = files.first().map_or("", |(name, _)| name);
        Box::new(no_home(first, more, id))
    })
}

fn table_of(decision: &parts::Decision) -> Option<&DecisionTable> {
    match &decision.logic.as_ref()?.expression {
        Expression::Table(table) => Some(table),
        _ => None,
    }
}

fn no_home(file: &str, more: usize, id: &str) -> LoadFault {
    let id = short(id);
    let (what, todo) = if more == 0 {
        (
            said!("the decision “{}” is missing, which rulebook.toml names", id),
            said!("Give the decision that id"),
        )
    } else {
        (
            said!("the decision “{}” stands in several files", id),
            said!("Leave it in one"),
        )
    };
    LoadFault {
        file: file.to_owned(),
        line: Some(1),
        what,
        todo,
        ..LoadFault::default()
    }
}

/// The decisions of a file that has tables which none of them needs, and those that are called as an input is.
fn unneeded(file: &str, model: &Model, own: &[&parts::Decision], settings: &Settings) -> Vec<LoadFault> {
    let mut graph = Graph::of(model, settings);
    own.iter().for_each(|root| graph.require(root));
    let is_root = |id: &str| own.iter().any(|root| root.named.id == id);
    let mut faults = vec![];
    let others = model.definitions().decisions.iter();
    for other in others.filter(|one| !own.is_empty() && !is_root(&one.named.id)) {
        let name = &other.named.name;
        let (what, todo) = if !graph.reaches(&other.named.id) {
            (
                said!(
                    "nothing that rulebook.toml names needs the decision “{}”",
                    short(name)
                ),
                said!("Draw a requirement to it, or take it out"),
            )
        } else if settings.inputs.iter().any(|input| input.id == *name) {
            (
                said!("the decision “{}” has the name of an [[input]]", short(name)),
                said!("Give it another name"),
            )
        } else {
            continue;
        };
        // The table itself goes by the id by which its rules are cited.
        let table = own.first().map(|root| root.named.id.clone());
        faults.push(LoadFault {
            file: file.to_owned(),
            line: Some(other.named.line),
            table,
            what,
            todo,
            ..LoadFault::default()
        });
    }
    faults
}

/// Where in the table a fault lies.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    line: usize,
    row: Option<usize>,
    column: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn in_column(self, name: &'a str) -> Self {
        Place {
            column: Some(name),
            ..self
        }
    }
}

struct Reader<'a> {
    settings: &'a Settings,
    graph: Graph<'a>,
    /// What cells may name.
    names: Names,
    /// Where cells are tried.
    trial: Scope,
    root: Root<'a>,
    faults: Vec<LoadFault>,
}

impl<'a> Reader<'a> {
    fn of(root: Root<'a>, settings: &'a Settings) -> Reader<'a> {
        Reader {
            settings,
            graph: Graph::of(root.model, settings),
            names: Names::new(),
            trial: scope(Context::new()),
            root,
            faults: vec![],
        }
    }

    /// The table, as far as it could be read, and every fault of it.
    fn read(mut self) -> (Option<Decision>, Vec<LoadFault>) {
        let table = self.decision();
        (table, self.faults)
    }

    fn fault(&mut self, place: Place<'_>, what: Said, todo: Said) {
        self.faults.push(LoadFault {
            file: self.root.file.to_owned(),
            line: Some(place.line),
            table: Some(self.root.decision.named.id.clone()),
            row: place.row,
            column: place.column.map(str::to_owned),
            what,
            todo,
            ..LoadFault::default()
        });
    }

    /// Says what the fault noted last is.
    fn which_is(&mut self, kind: LoadFaultKind) {
        if let Some(last) = self.faults.last_mut() {
            last.kind = kind;
        }
    }

    fn decision(&mut self) -> Option<Decision> {
        let Root { model, decision, .. } = self.root;
        self.requirements(decision);
        let at = Place {
            line: decision.named.line,
            ..Place::default()
        };
        let Some(table) = table_of(decision) else {
            // What could not be read was told by the model.
            if self.faults.is_empty() && model.faults().is_empty() {
                let what = said!("the decision has no decision table of its own");
                self.fault(at, what, said!("Give it one decision table"));
            }
            return None;
        };
        let at = Place {
            line: table.line,
            ..at
        };
        self.policy(at, table);
        let (rules, columns) = (
            table.rules.len(),
            table.inputs.len() + table.annotations.len() + 1,
        );
        if rules == 0 || rules > MOST_RULES || columns > MOST_COLUMNS {
            let what = said!("the table has {} rules and {} columns", rules, columns);
            let todo = said!(
                "Give it 1 to {} rules and at most {} columns",
                MOST_RULES,
                MOST_COLUMNS
            );
            self.fault(at, what, todo);
            return None;
        }
        self.names = self.graph.names(self.settings);
        let columns = self.columns(table);
        let rules: Vec<_> = (1..)
            .zip(&table.rules)
            .map(|(row, rule)| self.rule(row, rule, &columns))
            .collect();
        let rules = rules.into_iter().collect::<Option<Vec<_>>>()?;
        let place = |answer: &String| columns.order.iter().position(|listed| listed == answer);
        let ranks = rules
            .iter()
            .map(|rule| place(&rule.answer).unwrap_or(columns.order.len()));
        let priority = table.hit_policy == HitPolicy::Priority;
        Some(Decision {
            id: decision.named.id.clone(),
            policy: table.hit_policy,
            ranks: if priority { ranks.collect() } else { vec![] },
            evaluated: self.graph.evaluated(model, &rules),
            rules,
        })
    }

    fn policy(&mut self, at: Place<'_>, table: &DecisionTable) {
        if table.aggregation.is_some() {
            let what = said!("the aggregation makes a number of authorities");
            self.fault(at, what, said!("Take it out"));
        }
        let listed = table
            .outputs
            .first()
            .is_some_and(|output| output.values.is_some());
        if self.root.answering == Answering::Withholds && !table.hit_policy.is_multiple() {
            let what = said!(
                "under the hit policy {} one rule withholds, and others do not",
                table.hit_policy.as_str()
            );
            self.fault(at, what, said!("Write COLLECT"));
        } else if table.hit_policy == HitPolicy::Priority && !listed {
            let what =
                said!("the hit policy PRIORITY needs the authorities in the order in which they count");
            self.fault(
                at,
                what,
                said!("List them as the output values of the column authority"),
            );
        }
    }

    /// The table may need inputs and decisions of its own file; what else it needs is for a decision to say.
    fn requirements(&mut self, decision: &parts::Decision) {
        let needs = &decision.requirements;
        let foreign = needs
            .information
            .iter()
            .find(|reference| reference.namespace.is_some());
        for reference in needs.knowledge.iter().chain(foreign) {
            let at = Place {
                line: reference.line,
                ..Place::default()
            };
            let what = said!("the table needs a function, or something of another file");
            self.fault(
                at,
                what,
                said!("Let a decision of this file need it, and test that decision"),
            );
        }
        self.graph.require(decision);
    }
}

impl Graph<'_> {
    /// What the tests of rules need to be evaluated; nothing where all are of values.
    fn evaluated(&self, model: &Model, rules: &[crate::decision::Rule]) -> Option<Evaluated> {
        let cells: Vec<&Cell> = rules.iter().flat_map(|rule| &rule.cells).collect();
        let mut inputs: Vec<String> = cells.iter().flat_map(|cell| cell.reads.iter().cloned()).collect();
        inputs.sort_unstable();
        inputs.dedup();
        if inputs.is_empty() {
            return None;
        }
        let decisions = self.decided(&cells);
        Some(Evaluated {
            model: (!decisions.is_empty()).then(|| model.clone()),
            inputs,
            decisions,
        })
    }
}
