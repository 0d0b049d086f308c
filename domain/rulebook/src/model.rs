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

/// Reads the models, one of which has the table; gives every fault at once, unless a file is no model.
pub(crate) fn read(
    files: &[(&str, &str)],
    settings: &Settings,
) -> Result<(Decision, Vec<Model>), Vec<LoadFault>> {
    let bytes: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let models =
        Model::read_all(&bytes).map_err(|faults| faults.iter().map(faults::told).collect::<Vec<_>>())?;
    let named = |decision: &&parts::Decision| decision.named.id == settings.decision;
    let homes: Vec<usize> = (0..models.len())
        .filter(|at| {
            models
                .get(*at)
                .is_some_and(|model| model.definitions().decisions.iter().any(|of| named(&of)))
        })
        .collect();
    let home = homes
        .first()
        .and_then(|at| Some((files.get(*at)?.0, models.get(*at)?)));
    let own = home.and_then(|(file, model)| {
        let decision = model.definitions().decisions.iter().find(named)?;
        Some((file, model, decision))
    });
    let mut faults = vec![];
    for ((file, _), model) in files.iter().zip(&models) {
        let own = own
            .filter(|(home, ..)| home == file)
            .map(|(_, _, decision)| decision);
        faults.extend(faults::of(file, model, own, settings));
    }
    let Some((file, model, decision)) = own.filter(|_| homes.len() == 1) else {
        faults.push(no_home(
            files.first().map_or("", |(name, _)| name),
            homes.len(),
            settings,
        ));
        return Err(faults);
    };
    let mut reader = Reader {
        file,
        settings,
        graph: Graph::of(model, settings),
        names: Names::new(),
        trial: scope(Context::new()),
        table: decision.named.id.clone(),
        faults,
    };
    let table = reader.decision(model, decision);
    reader.faults.sort_by_key(|fault| fault.line);
    let faults = reader.faults;
    match table.filter(|_| faults.is_empty()) {
        Some(table) => Ok((table, models)),
        None => Err(faults),
    }
}

fn table_of(decision: &parts::Decision) -> Option<&DecisionTable> {
    match &decision.logic.as_ref()?.expression {
        Expression::Table(table) => Some(table),
        _ => None,
    }
}

fn no_home(file: &str, homes: usize, settings: &Settings) -> LoadFault {
    let id = short(&settings.decision);
    let (what, todo) = if homes == 0 {
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
    file: &'a str,
    settings: &'a Settings,
    graph: Graph<'a>,
    /// What cells may name.
    names: Names,
    /// Where cells are tried.
    trial: Scope,
    table: String,
    faults: Vec<LoadFault>,
}

impl<'a> Reader<'a> {
    fn fault(&mut self, place: Place<'_>, what: Said, todo: Said) {
        self.faults.push(LoadFault {
            file: self.file.to_owned(),
            line: Some(place.line),
            table: Some(self.table.clone()),
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

    fn decision(&mut self, model: &Model, decision: &'a parts::Decision) -> Option<Decision> {
        self.requirements(model, decision);
        let at = Place {
            line: decision.named.line,
            ..Place::default()
        };
        let Some(table) = table_of(decision) else {
            // What could not be read was told by the model.
            if self.faults.is_empty() {
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
        let place = |authority: &String| columns.order.iter().position(|listed| listed == authority);
        let ranks = rules
            .iter()
            .map(|rule| place(&rule.authority).unwrap_or(columns.order.len()));
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
        if table.hit_policy == HitPolicy::Priority && !listed {
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
    fn requirements(&mut self, model: &Model, decision: &parts::Decision) {
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
        for other in &model.definitions().decisions {
            let at = Place {
                line: other.named.line,
                ..Place::default()
            };
            let name = &other.named.name;
            if other.named.id != decision.named.id && !self.graph.reaches(&other.named.id) {
                let what = said!(
                    "nothing that rulebook.toml names needs the decision “{}”",
                    short(name)
                );
                self.fault(at, what, said!("Draw a requirement to it, or take it out"));
            } else if self.settings.inputs.iter().any(|input| input.id == *name) {
                let what = said!("the decision “{}” has the name of an [[input]]", short(name));
                self.fault(at, what, said!("Give it another name"));
            }
        }
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
