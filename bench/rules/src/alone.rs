//! What has no counterpart: a whole case, loading, what-if.

use crate::Done;
use crate::figure::{Figures, middle, rate};
use crate::table::{self, Table};
use crate::written::{self, Folder};
use rulebook::whatif::WhatIf;
use rulebook::{Answers, Case, Files, Rulebook};
use std::hint::black_box;
use std::time::Instant;

/// How often each figure is taken; the middle counts.
const TIMES: usize = 9;

/// Takes all of them.
pub fn measure(figures: &mut Figures) -> Done {
    whole_case(figures)?;
    load(figures)?;
    what_if(figures)
}

fn whole_case(figures: &mut Figures) -> Done {
    let versions = [
        (
            "kh-phnom-penh",
            include_str!("../../../rulebooks/kh-phnom-penh/rulebook.toml"),
            include_str!("../../../rulebooks/kh-phnom-penh/authorities.dmn"),
        ),
        (
            "kh-phnom-penh-2",
            include_str!("../../../rulebooks/kh-phnom-penh-2/rulebook.toml"),
            include_str!("../../../rulebooks/kh-phnom-penh-2/authorities.dmn"),
        ),
    ];
    let anniversary = include_str!("../../../examples/anniversary.toml");
    for (name, settings, model) in versions {
        let rulebook = Rulebook::load(&Files {
            rulebook_toml: ("rulebook.toml", settings),
            dmn: vec![("authorities.dmn", model)],
        })?;
        let case = Case::parse("anniversary.toml", anniversary, &rulebook);
        let case = case.map_err(|_| "the anniversary is no case of its rulebook")?;
        let evaluation = rulebook.evaluate(&case.answers)?;
        let fired: usize = evaluation.authorities.iter().map(|one| one.fired.len()).sum();
        let rates = (0..TIMES).map(|_| {
            rate(1_000, || {
                for _ in 0..1_000 {
                    black_box(rulebook.evaluate(black_box(&case.answers))).ok();
                }
            })
        });
        figures.take(
            format!("whole case under {name}, {fired} rules with their traces"),
            "≤ 20 µs",
            format!("{:.1} µs", 1e6 / middle(rates.collect())),
            String::new(),
        );
    }
    Ok(())
}

fn load(figures: &mut Figures) -> Done {
    let folder = Folder::of(&Table::collect(1_000, 2));
    let mut taken = vec![];
    for _ in 0..TIMES {
        let begun = Instant::now();
        let loaded = folder.load()?;
        taken.push(begun.elapsed().as_secs_f64());
        drop(loaded);
    }
    figures.take(
        "rulebook of 1,000 rules × 8 inputs, loaded and compiled",
        "≤ 50 ms",
        format!("{:.1} ms", 1e3 * middle(taken)),
        String::new(),
    );
    Ok(())
}

/// Ten rulebooks, each against itself after a change of law.
fn what_if(figures: &mut Figures) -> Done {
    let cases: Vec<Answers> = table::cases(100_000).iter().map(written::ours).collect();
    let mut pairs = vec![];
    for seed in 10..20 {
        let table = Table::collect(60, seed);
        pairs.push((
            Folder::of(&table).load()?,
            Folder::of(&table.changed(seed)).load()?,
        ));
    }
    let (mut taken, mut touched) = (vec![], 0);
    for _ in 0..TIMES {
        let begun = Instant::now();
        let reports = pairs
            .iter()
            .map(|(old, new)| WhatIf::new(old, new).run(&cases, 2));
        touched = reports.map(|report| report.changes.len()).sum();
        taken.push(begun.elapsed().as_secs_f64());
    }
    figures.take(
        format!("what-if: 100,000 cases under 10 rulebooks of 60 rules, each old against new; {touched} changes told"),
        "≤ 1 s on two cores",
        format!("{:.2} s", middle(taken)),
        String::new(),
    );
    Ok(())
}
