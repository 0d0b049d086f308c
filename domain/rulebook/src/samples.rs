//! Random rulebooks and random answers, for properties.

use crate::attached::{Attached, Attachments, Document, LeadTime};
use crate::compiled::Compiled;
use crate::decision::{Cell, Decision, HitPolicy, Rule};
use crate::given::Evaluated;
use crate::settings::Settings;
use crate::unary::Unary;
use crate::{
    Answers, Authority, BasisKind, Choice, Competence, Input, InputType, Localised, Period, PeriodBasis,
    PeriodUnit, Rulebook, Silence, Value,
};
use feel::Names;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

/// The ids of the inputs that every sample has.
pub(crate) const INPUTS: [&str; 6] = ["number", "whole", "chosen", "free", "truth", "day"];

/// A test that values do not say: what is even.
pub(crate) const EVEN: &str = "modulo(?, 2) = 0";

const POLICIES: [HitPolicy; 7] = [
    HitPolicy::Unique,
    HitPolicy::Any,
    HitPolicy::Priority,
    HitPolicy::First,
    HitPolicy::Collect,
    HitPolicy::RuleOrder,
    HitPolicy::OutputOrder,
];

/// A row: a test for each column, then the numbers of its authority, reason and period.
pub(crate) type Row = (Vec<String>, usize, usize, usize);

fn input(id: &str) -> Input {
    let kind = match id {
        "number" | "whole" => InputType::Number,
        "truth" => InputType::Boolean,
        "day" => InputType::Date,
        _ => InputType::Text,
    };
    let choice = |id: &str| Choice {
        id: id.to_owned(),
        label: Localised::default(),
    };
    let whole = id == "whole";
    Input {
        id: id.to_owned(),
        kind,
        values: if id == "chosen" {
            ["a", "b", "c"].map(choice).to_vec()
        } else {
            vec![]
        },
        unit: None,
        whole,
        least: whole.then_some(Decimal::ZERO),
        most: whole.then_some(Decimal::from(5)),
        required: matches!(id, "whole" | "chosen" | "truth"),
        question: Localised::from([("en", id)]),
        help: None,
    }
}

/// Every kind of value of an input of the samples, the lack of an answer included where it needs none.
pub(crate) fn values(id: &str) -> Vec<Option<Value>> {
    let texts = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| Value::Text((*text).to_owned()))
            .collect::<Vec<_>>()
    };
    let values: Vec<Value> = match id {
        "number" => (-2..=14)
            .map(|half| Value::Number(Decimal::new(half * 5, 1)))
            .collect(),
        "whole" => (0..=5).map(|whole| Value::Number(Decimal::from(whole))).collect(),
        "chosen" => texts(&["a", "b", "c"]),
        "free" => texts(&["a", "b", "c", "zzz"]),
        "truth" => vec![Value::Boolean(false), Value::Boolean(true)],
        _ => (1..=8).map(|day| Value::Date(november(day))).collect(),
    };
    let none = (!input(id).required).then_some(None);
    values.into_iter().map(Some).chain(none).collect()
}

fn november(day: i8) -> Date {
    date(2023, 11, day)
}

fn basis() -> PeriodBasis {
    PeriodBasis {
        kind: BasisKind::Assumption,
        citation: "assumed".into(),
        link: None,
    }
}

fn authority(id: &str, days: u32) -> Authority {
    Authority {
        id: id.to_owned(),
        name: Localised::from([("en", id)]),
        short: Localised::from([("en", id)]),
        competence: Competence::Concurrence,
        calendar: "kh".into(),
        period: Period {
            days,
            unit: PeriodUnit::Working,
        },
        period_basis: basis(),
        receipt: crate::Receipt::default(),
        silence: Silence::Nothing,
        four_eyes: false,
        address: None,
        deputies: vec![],
        sealed_readers: vec![],
        law: None,
    }
}

fn settings() -> Settings {
    let period = |id: &str, days, unit| (id.to_owned(), (Period { days, unit }, basis()));
    Settings {
        id: "sample".into(),
        version: "1".into(),
        title: Localised::from([("en", "Sample")]),
        reference_prefix: "SMP".into(),
        jurisdiction: None,
        valid_from: november(1),
        valid_to: None,
        languages: vec!["en".into()],
        timezone: "Asia/Tokyo".into(),
        lead: "one".into(),
        dmn: vec!["authorities.dmn".into()],
        decision: "who".into(),
        inputs: INPUTS.map(input).to_vec(),
        authorities: vec![authority("one", 10), authority("two", 20)],
        reasons: ["r0", "r1", "r2"]
            .map(|id| (id.to_owned(), Localised::from([("en", id)])))
            .into(),
        // Of the last two, one has as many days as an authority's own period and one is as long as another period: what compares
        // days alone or lengths alone takes them for the same.
        periods: [
            period("p1", 5, PeriodUnit::Working),
            period("p2", 20, PeriodUnit::Working),
            period("p3", 10, PeriodUnit::Calendar),
            period("p4", 7, PeriodUnit::Calendar),
        ]
        .into(),
        attachments: attachments(),
        public: None,
        translations: vec![],
    }
}

fn attachments() -> Attachments {
    let lead_time = |days| LeadTime {
        days,
        unit: PeriodUnit::Calendar,
        clear: false,
        basis: basis(),
    };
    let document = |id: &str| Document {
        label: Localised::from([("en", id)]),
        help: None,
        basis: basis(),
    };
    Attachments {
        documents: ["d0", "d1"].map(|id| (id.to_owned(), document(id))).into(),
        lead_times: [(5, "l0"), (9, "l1")]
            .map(|(days, id)| (id.to_owned(), lead_time(days)))
            .into(),
        ..Attachments::default()
    }
}

/// Some rules attach a document or a lead time, by what else they say.
fn attached(columns: usize, reason: usize, period: usize) -> Attached {
    let one = |wanted: bool, id: String| if wanted { vec![id] } else { vec![] };
    Attached {
        documents: one((reason + period) % 3 == 1, format!("d{}", columns % 2)),
        lead_times: one(period == 1, format!("l{}", reason % 2)),
        ..Attached::default()
    }
}

/// A rulebook of rows under some columns.
pub(crate) fn rulebook(policy: HitPolicy, columns: &[&str], rows: &[Row]) -> Rulebook {
    let settings = settings();
    let rule = |(tests, authority, reason, period): &Row| Rule {
        id: None,
        cells: tests
            .iter()
            .zip(columns)
            .map(|(text, id)| {
                let test = Unary::read(
                    text,
                    &input(id),
                    &Names::new(),
                    &crate::given::scope(feel::Context::new()),
                )
                .expect("a test");
                let evaluated = matches!(test, Unary::Feel(_));
                Cell {
                    input: (*id).to_owned(),
                    text: text.clone(),
                    test,
                    reads: if evaluated { vec![(*id).to_owned()] } else { vec![] },
                }
            })
            .collect(),
        answer: ["one", "two"][*authority].to_owned(),
        reason: format!("r{reason}"),
        citation: "By-law".into(),
        kind: BasisKind::Practice,
        period: (*period > 0).then(|| format!("p{period}")),
        link: None,
        note: None,
        attached: attached(tests.len(), *reason, *period),
        until_over: false,
    };
    let decision = Decision {
        id: "who".into(),
        policy,
        rules: rows.iter().map(rule).collect(),
        // The second authority counts first.
        ranks: if policy == HitPolicy::Priority {
            rows.iter().map(|(_, authority, ..)| 1 - authority).collect()
        } else {
            vec![]
        },
        evaluated: Some(Evaluated {
            inputs: INPUTS.map(str::to_owned).to_vec(),
            ..Evaluated::default()
        }),
    };
    Rulebook {
        compiled: Compiled::new(&settings, &decision),
        settings,
        models: vec![],
        decision,
        withholding: None,
        hash: "0".into(),
    }
}

fn ordered(literal: impl Strategy<Value = (String, String)> + Clone + 'static) -> BoxedStrategy<String> {
    let single = prop_oneof![
        literal.clone().prop_map(|(a, _)| a),
        (select(vec!["<", "<=", ">", ">="]), literal.clone())
            .prop_map(|(sign, (a, _))| format!("{sign} {a}")),
        (select(vec!["[", "("]), literal, select(vec!["]", ")"])).prop_map(|(from, (a, b), to)| {
            if a == b {
                format!("[{a}..{b}]")
            } else {
                format!("{from}{a}..{b}{to}")
            }
        }),
    ];
    listed(single.boxed())
}

fn listed(single: BoxedStrategy<String>) -> BoxedStrategy<String> {
    let list = proptest::collection::vec(single, 1..3).prop_map(|tests| tests.join(", "));
    prop_oneof![
        2 => Just("-".to_owned()),
        3 => list.clone(),
        1 => list.prop_map(|tests| format!("not({tests})")),
    ]
    .boxed()
}

fn cell(id: &str) -> BoxedStrategy<String> {
    match id {
        "number" | "whole" => {
            ordered((0u32..=5, 0u32..=5).prop_map(|(a, b)| (a.min(b).to_string(), a.max(b).to_string())))
        }
        "truth" => listed(select(vec!["true".to_owned(), "false".to_owned()]).boxed()),
        "day" => ordered((2u32..=7, 2u32..=7).prop_map(|(a, b)| {
            let day = |day: u32| format!("date(\"2023-11-0{day}\")");
            (day(a.min(b)), day(a.max(b)))
        })),
        _ => listed(select(vec!["\"a\"".to_owned(), "\"b\"".to_owned(), "\"c\"".to_owned()]).boxed()),
    }
}

/// A policy, columns (an input may have two) and rows.
pub(crate) type Table = (HitPolicy, Vec<&'static str>, Vec<Row>);

/// Random tables of at most so many columns and rows.
pub(crate) fn tables(columns: usize, rows: usize) -> impl Strategy<Value = Table> {
    let policy = select(POLICIES.to_vec());
    let columns = proptest::collection::vec(select(INPUTS.to_vec()), 1..=columns);
    (policy, columns).prop_flat_map(move |(policy, columns)| {
        let cells: Vec<BoxedStrategy<String>> = columns.iter().map(|id| cell(id)).collect();
        let row = (cells, 0usize..2, 0usize..3, 0usize..5);
        (
            Just(policy),
            Just(columns),
            proptest::collection::vec(row, 1..=rows),
        )
    })
}

/// Random rulebooks of at most so many columns and rows.
pub(crate) fn rulebooks(columns: usize, rows: usize) -> impl Strategy<Value = Rulebook> {
    tables(columns, rows).prop_map(|(policy, columns, rows)| rulebook(policy, &columns, &rows))
}

/// The same with some tests that have to be evaluated.
pub(crate) fn evaluated_rulebooks(columns: usize, rows: usize) -> impl Strategy<Value = Rulebook> {
    let chosen = proptest::collection::vec(any::<bool>(), rows);
    (tables(columns, rows), chosen).prop_map(|((policy, columns, mut rows), chosen)| {
        for (row, chosen) in rows.iter_mut().zip(chosen) {
            for (cell, column) in row.0.iter_mut().zip(&columns) {
                if chosen && matches!(*column, "number" | "whole") {
                    EVEN.clone_into(cell);
                }
            }
        }
        rulebook(policy, &columns, &rows)
    })
}

/// Random answers to every question, some left without.
pub(crate) fn answers() -> impl Strategy<Value = Answers> {
    INPUTS
        .map(|id| proptest::option::weighted(0.8, select(values(id))))
        .to_vec()
        .prop_map(|values| {
            let given = INPUTS.iter().zip(values);
            given
                .filter_map(|(id, value)| Some(((*id).to_owned(), value.flatten()?)))
                .collect()
        })
}

/// Every combination of answers to some inputs.
pub(crate) fn combinations(ids: &[&str]) -> Vec<Answers> {
    ids.iter().fold(vec![Answers::new()], |all, id| {
        let with = |answers: &Answers, value: Option<Value>| {
            let mut answers = answers.clone();
            answers.extend(value.map(|value| ((*id).to_owned(), value)));
            answers
        };
        all.iter()
            .flat_map(|answers| values(id).into_iter().map(|value| with(answers, value)))
            .collect()
    })
}
