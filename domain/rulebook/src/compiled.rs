//! The table compiled: for each input its atoms, and for each atom the rules that it lets pass.
//!
//! An evaluation takes the atom of each answer and intersects what they let pass, 64 rules at a time.

mod combinations;

use crate::atoms::{Atoms, Pieces, Span, both};
use crate::bits::{BLOCK, Bits};
use crate::decision::{Decision, HitPolicy};
use crate::facets::Facet;
use crate::given::Given;
use crate::product::Product;
use crate::settings::Settings;
use crate::{EvaluationError, InputType, Prepared};
use std::cmp::Ordering;
use std::sync::OnceLock;

/// A table made ready for many evaluations.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    /// The inputs that the table tests, in the order of their ids.
    pub axes: Vec<Axis>,
    /// How many rules it has.
    pub rules: usize,
    /// The cells whose tests cannot be said in atoms, in the order of rows.
    pub inexact: Vec<Inexact>,
    /// For each rule the place of its authority among the rulebook's.
    pub authorities: Vec<usize>,
    /// What its outcome is made of.
    pub facets: Vec<Facet>,
    questions: Vec<Question>,
    silent: Vec<u32>,
    products: OnceLock<Vec<Product>>,
    weights: OnceLock<Vec<Vec<u32>>>,
}

/// The rules that answer a case: some of those met, or the one that counts before all others.
pub(crate) type Answering<'a> = std::iter::Chain<std::iter::Take<Met<'a>>, std::option::IntoIter<usize>>;

/// An input that the table tests.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    /// Its place among the rulebook's inputs.
    pub input: usize,
    /// What its tests tell apart.
    pub atoms: Atoms,
}

/// A cell whose test is put to the answer itself, because its atoms are not known. A test that reads several inputs has an entry
/// for each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Inexact {
    /// Its rule, from 0.
    pub rule: usize,
    /// Its column, from 0.
    pub column: usize,
    /// The place of its input among the axes.
    pub axis: usize,
}

/// An input of the rulebook, tested or not.
#[derive(Clone, Debug)]
struct Question {
    id: String,
    kind: InputType,
    axis: Option<usize>,
}

impl Compiled {
    /// Compiles a table that was checked against its settings.
    pub fn new(settings: &Settings, decision: &Decision) -> Compiled {
        let mut order: Vec<usize> = (0..settings.inputs.len()).collect();
        order.sort_by_key(|at| settings.inputs.get(*at).map(|input| &input.id));
        let columns: Vec<&str> = decision
            .rules
            .first()
            .map(|rule| rule.cells.iter().map(|cell| cell.input.as_str()).collect())
            .unwrap_or_default();
        let (mut axes, mut inexact, mut questions) = (vec![], vec![], vec![]);
        for at in order {
            let Some(input) = settings.inputs.get(at) else {
                continue;
            };
            let own: Vec<usize> = (0..columns.len())
                .filter(|column| columns.get(*column) == Some(&input.id.as_str()))
                .collect();
            let read = reading(decision, &input.id);
            let axis = (!own.is_empty() || !read.is_empty()).then_some(axes.len());
            questions.push(Question {
                id: input.id.clone(),
                kind: input.kind,
                axis,
            });
            if let Some(axis) = axis {
                let atoms = atoms(decision, input.kind, &own);
                inexact.extend(
                    read.into_iter()
                        .map(|(rule, column)| Inexact { rule, column, axis }),
                );
                axes.push(Axis { input: at, atoms });
            }
        }
        inexact.sort_by_key(|cell| (cell.rule, cell.column));
        let authority = |id: &String| settings.authorities.iter().position(|known| known.id == *id);
        Compiled {
            rules: decision.rules.len(),
            authorities: decision
                .rules
                .iter()
                .map(|rule| authority(&rule.answer).unwrap_or(usize::MAX))
                .collect(),
            silent: axes.iter().map(|axis| axis.atoms.atom(None)).collect(),
            axes,
            inexact,
            facets: Facet::all(settings, decision),
            questions,
            products: OnceLock::new(),
            weights: OnceLock::new(),
        }
    }

    /// The answers as atoms.
    pub fn prepare(&self, decision: &Decision, given: &Given<'_>) -> Result<Prepared, EvaluationError> {
        let mut atoms = self.silent.clone();
        let mut questions = self.questions.iter();
        for (id, value) in given.answers {
            let found = questions.find_map(|question| match question.id.cmp(id) {
                Ordering::Less => None,
                Ordering::Equal => Some(Some(question)),
                Ordering::Greater => Some(None),
            });
            let Some(question) = found.flatten() else {
                return Err(EvaluationError::UnknownInput { input: id.clone() });
            };
            if question.kind != value.kind() {
                return Err(EvaluationError::WrongType {
                    input: id.clone(),
                    expected: question.kind.name(),
                    given: value.kind().name(),
                });
            }
            let axis = question
                .axis
                .and_then(|at| Some((atoms.get_mut(at)?, self.axes.get(at)?)));
            if let Some((atom, axis)) = axis {
                *atom = axis.atoms.atom(Some(value));
            }
        }
        let mut prepared = Prepared {
            atoms,
            failed: vec![],
        };
        prepared.failed = self.failed(decision, given, &prepared)?;
        Ok(prepared)
    }

    /// The rules that a test without atoms stops; nothing where there is no such test. What other columns or an earlier cell
    /// have stopped already is not evaluated.
    fn failed(
        &self,
        decision: &Decision,
        given: &Given<'_>,
        prepared: &Prepared,
    ) -> Result<Vec<u64>, EvaluationError> {
        if self.inexact.is_empty() {
            return Ok(vec![]);
        }
        let mut failed = Bits::none(self.rules);
        let mut last = None;
        for cell in &self.inexact {
            let here = Some((cell.rule, cell.column));
            let open = || self.block(prepared, cell.rule / BLOCK) & (1_u64 << (cell.rule % BLOCK)) != 0;
            if last != here
                && !failed.contains(cell.rule)
                && open()
                && !decision.meets(cell.rule, cell.column, given)
            {
                failed.insert(cell.rule);
            }
            last = here;
        }
        given.check()?;
        Ok(failed.blocks().to_vec())
    }

    /// The rules that are met, from 0, in the table's order.
    pub fn met<'a>(&'a self, prepared: &'a Prepared) -> Met<'a> {
        Met {
            compiled: self,
            prepared,
            next: 0,
            block: 0,
        }
    }

    /// The rules that answer, from 0, in the table's order.
    pub fn answering<'a>(
        &'a self,
        decision: &Decision,
        prepared: &'a Prepared,
    ) -> Result<Answering<'a>, EvaluationError> {
        let met = self.met(prepared);
        let (most, best) = match decision.policy {
            HitPolicy::Collect | HitPolicy::RuleOrder | HitPolicy::OutputOrder => (self.rules, None),
            HitPolicy::First => (1, None),
            HitPolicy::Priority => (0, met.clone().min_by_key(|at| decision.precedence(*at))),
            HitPolicy::Any => {
                decision.agree(met.clone())?;
                (self.rules, None)
            }
            HitPolicy::Unique => {
                let mut probe = met.clone();
                if let (Some(first), Some(second)) = (probe.next(), probe.next()) {
                    return Err(decision.conflict(first, second));
                }
                (1, None)
            }
        };
        Ok(met.take(most).chain(best))
    }

    fn block(&self, prepared: &Prepared, at: usize) -> u64 {
        let first = self.rules.saturating_sub(at * BLOCK).min(BLOCK);
        let mut all = u64::MAX >> (BLOCK - first.max(1));
        for (axis, atom) in self.axes.iter().zip(&prepared.atoms) {
            all &= axis.atoms.passing(*atom).get(at).copied().unwrap_or_default();
        }
        all & !prepared.failed.get(at).copied().unwrap_or_default()
    }
}

/// The cells, by rule and column, that are evaluated and depend on an input.
fn reading(decision: &Decision, input: &str) -> Vec<(usize, usize)> {
    let rules = decision.rules.iter().enumerate();
    let cells = rules.flat_map(|(at, rule)| {
        rule.cells
            .iter()
            .enumerate()
            .map(move |(column, cell)| ((at, column), cell))
    });
    cells
        .filter(|(_, cell)| cell.reads.iter().any(|read| read == input))
        .map(|(place, _)| place)
        .collect()
}

/// The atoms of one input under its columns. A test that is evaluated lets all of them pass.
fn atoms(decision: &Decision, kind: InputType, columns: &[usize]) -> Atoms {
    let tests = |column: usize| {
        decision
            .rules
            .iter()
            .filter_map(move |rule| rule.cells.get(column))
    };
    let all = columns
        .iter()
        .flat_map(|column| tests(*column).map(|cell| &cell.test));
    let pieces = Pieces::of(kind, all);
    let mut spans: Vec<Vec<Span>> = vec![vec![0..pieces.count()]; decision.rules.len()];
    for column in columns {
        for (cell, own) in tests(*column).zip(&mut spans) {
            if let Some(met) = pieces.spans(&cell.test) {
                *own = both(own, &met);
            }
        }
    }
    Atoms::new(pieces, &spans)
}

/// The rules that a case meets, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Met<'a> {
    compiled: &'a Compiled,
    prepared: &'a Prepared,
    next: usize,
    block: u64,
}

impl Iterator for Met<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.block == 0 {
            if self.next * BLOCK >= self.compiled.rules {
                return None;
            }
            self.block = self.compiled.block(self.prepared, self.next);
            self.next += 1;
        }
        let bit = self.block.trailing_zeros() as usize;
        self.block &= self.block - 1;
        Some((self.next - 1) * BLOCK + bit)
    }
}

#[cfg(test)]
mod tests {
    use crate::decision::HitPolicy;
    use crate::samples::{EVEN, answers, evaluated_rulebooks, rulebook, rulebooks};
    use crate::{Answers, EvaluationError, Value};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn the_compiled_table_answers_as_the_interpreter_does(rulebook in rulebooks(6, 12), cases in proptest::collection::vec(answers(), 8)) {
            for answers in &cases {
                let plain = rulebook.decision.interpret(&rulebook.decision.given(answers));
                let prepared = rulebook.prepare(answers).unwrap();
                let rows = rulebook.rows(&prepared).map(|rows| rows.map(|row| row - 1).collect::<Vec<_>>());
                prop_assert_eq!(rows, plain);
                prop_assert_eq!(rulebook.evaluate(answers), rulebook.interpret(answers));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]
        #[test]
        fn so_it_does_where_tests_are_evaluated(rulebook in evaluated_rulebooks(4, 8), cases in proptest::collection::vec(answers(), 4)) {
            for answers in &cases {
                prop_assert_eq!(rulebook.evaluate(answers), rulebook.interpret(answers));
            }
        }
    }

    #[test]
    fn what_other_columns_rule_out_is_not_evaluated() {
        // More work than an evaluation is given, for the larger numbers.
        let heavy = "count(for i in 1..(if ? > 4 then 3000000 else 1) return i) > 0";
        let rows = [(vec![heavy.to_owned(), "true".to_owned()], 0, 0, 0)];
        let rulebook = rulebook(HitPolicy::Collect, &["number", "truth"], &rows);
        let asked = |truth| {
            let answers = Answers::from([
                ("number".to_owned(), Value::Number(5.into())),
                ("truth".to_owned(), Value::Boolean(truth)),
            ]);
            let found = rulebook.evaluate(&answers);
            assert_eq!(found, rulebook.interpret(&answers));
            found.map(|found| found.authorities.len())
        };
        assert_eq!(asked(true), Err(EvaluationError::TooMuchWork));
        assert_eq!(asked(false), Ok(0));
    }

    /// Each of them does what one case may do; a version has thousands of cases, and someone waits for its page.
    #[test]
    fn the_cases_of_a_version_do_no_more_than_so_much_together() {
        let heavy = "count(for i in 1..40000 return i) > ?";
        let rulebook = rulebook(
            HitPolicy::Collect,
            &["number"],
            &[(vec![heavy.to_owned()], 0, 0, 0)],
        );
        let case = |number: usize| crate::tests::Case {
            file: "tests/heavy.toml".to_owned(),
            name: number.to_string(),
            answers: Ok(Answers::from([("number".to_owned(), Value::Number(5.into()))])),
            event_date: None,
            expected: crate::tests::Expected::Refused("more work than".to_owned()),
            withheld: None,
        };
        let cases: Vec<_> = (0..100).map(case).collect();
        let report = crate::tests::run(&rulebook, &cases);
        let refused = report.cases.iter().map(crate::tests::Outcome::passed);
        let first = refused.clone().position(|refused| refused);
        assert!(first.is_some_and(|first| (5..60).contains(&first)), "{first:?}");
        assert!(
            refused.skip(first.unwrap()).all(|refused| refused),
            "none is tried any more"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(50))]
        #[test]
        fn more_rules_than_a_block_holds_answer_too(rulebook in rulebooks(2, 200), answers in answers()) {
            prop_assert_eq!(rulebook.evaluate(&answers), rulebook.interpret(&answers));
        }

        #[test]
        fn a_test_without_atoms_is_put_to_the_answer(half in -4i64..12, truth in any::<bool>()) {
            let row = |tests: [&str; 2], authority| (tests.map(str::to_owned).to_vec(), authority, 0, 0);
            let rows = [row([EVEN, "-"], 0), row(["> 2", "true"], 1), row([EVEN, "true"], 1)];
            let rulebook = rulebook(HitPolicy::Collect, &["number", "truth"], &rows);
            prop_assert_eq!(rulebook.compiled.inexact.len(), 2);
            let answers = Answers::from([
                ("number".to_owned(), Value::Number(rust_decimal::Decimal::new(half * 5, 1))),
                ("truth".to_owned(), Value::Boolean(truth)),
            ]);
            prop_assert_eq!(rulebook.evaluate(&answers), rulebook.interpret(&answers));
            prop_assert_eq!(rulebook.evaluate(&Answers::new()), rulebook.interpret(&Answers::new()));
        }
    }

    #[test]
    fn errors_are_the_interpreters_too() {
        let rows = [
            (vec!["-".to_owned()], 0, 0, 0),
            (vec!["true".to_owned()], 1, 0, 0),
        ];
        let rulebook = rulebook(HitPolicy::Unique, &["truth"], &rows);
        let check = |given: &[(&str, Value)]| {
            let answers: Answers = given
                .iter()
                .map(|(id, value)| ((*id).to_owned(), value.clone()))
                .collect();
            let error = rulebook.evaluate(&answers).unwrap_err();
            assert_eq!(rulebook.interpret(&answers), Err(error.clone()));
            error
        };
        let yes = || Value::Boolean(true);
        assert!(matches!(
            check(&[("truth", yes())]),
            EvaluationError::Conflict { .. }
        ));
        for unknown in ["a", "moon", "zz"] {
            assert_eq!(
                check(&[(unknown, yes()), ("truth", yes())]),
                EvaluationError::UnknownInput {
                    input: unknown.into()
                }
            );
        }
        // Not tested by the table, and asked all the same.
        let wrong = check(&[("day", yes()), ("truth", Value::Text("yes".into()))]);
        assert_eq!(
            wrong,
            EvaluationError::WrongType {
                input: "day".into(),
                expected: "date",
                given: "boolean"
            }
        );
    }
}
