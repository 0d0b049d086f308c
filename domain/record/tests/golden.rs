//! Golden bytes: one example of each kind of fact, as it was first written. A change that would alter one of these lines
//! would make old ledgers unreadable or their proofs fail: add a field that may be missing, or a new kind, instead.
#![cfg(test)]

mod samples;

use act::{Actor, AuthorityToAct, Context, OrganisationId, PersonId, Recorded, Role};
use record::{Fact, Place};
use samples::Sampled;
use std::collections::BTreeSet;

const GOLDEN: &str = include_str!("golden.jsonl");

fn by() -> Context {
    Context {
        actor: Actor {
            person: PersonId::of(1),
            organisation: OrganisationId::of(2),
            role: Role::Coordinator,
            authority: AuthorityToAct::Role,
        },
        at: "2023-09-01T02:00:00Z".parse().unwrap(),
    }
}

fn lines<F: Fact + Sampled + PartialEq + std::fmt::Debug>(facts: Vec<F>) -> Vec<String> {
    let sampled: BTreeSet<_> = facts.iter().map(Sampled::kind).collect();
    let all = F::KINDS.iter().copied().collect();
    assert_eq!(sampled, all, "a kind of {} fact has no sample", F::STREAM);
    let place = Place {
        id: OrganisationId::of(3).to_string(),
        version: 7,
    };
    let line = |fact: F| {
        let recorded = Recorded { fact, by: by() };
        let bytes = record::write(&place, &recorded).unwrap();
        assert_eq!(
            record::read::<F>(&bytes).unwrap(),
            (place.clone(), recorded),
            "does not read back"
        );
        String::from_utf8(bytes).unwrap()
    };
    facts.into_iter().map(line).collect()
}

fn all() -> Vec<String> {
    [
        lines(samples::person()),
        lines(samples::organisation()),
        lines(samples::source()),
        lines(samples::meeting()),
        lines(samples::request()),
        lines(samples::commitment()),
        lines(samples::task()),
        lines(samples::relationship()),
        lines(samples::application()),
        lines(samples::rulebook()),
        lines(samples::calendar()),
        lines(samples::hold()),
        lines(samples::comment()),
    ]
    .concat()
}

#[test]
fn every_fact_is_written_as_it_always_was() {
    let golden: BTreeSet<&str> = GOLDEN.lines().collect();
    let written = all();
    let missing: Vec<&String> = written
        .iter()
        .filter(|line| !golden.contains(line.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "not in golden.jsonl; a new kind is added there:\n{}",
        join(&missing)
    );
    let unknown: Vec<&&str> = golden
        .iter()
        .filter(|line| !written.iter().any(|one| one == *line))
        .collect();
    assert!(
        unknown.is_empty(),
        "golden lines that nothing writes any more:\n{}",
        join(&unknown)
    );
}

fn join<T: ToString>(lines: &[T]) -> String {
    lines
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_later_form_is_refused_and_says_so() {
    let later = all().remove(0).replace("\"schema\":1", "\"schema\":2");
    let fault = record::read::<identity::PersonFact>(later.as_bytes()).unwrap_err();
    assert!(fault.to_string().contains("form 2"), "{fault}");
}

#[test]
fn a_fact_of_another_kind_is_not_taken() {
    let person = all().remove(0);
    assert!(record::read::<clearance::ApplicationFact>(person.as_bytes()).is_err());
    assert!(record::heading(b"[]").is_err());
    let heading = record::heading(person.as_bytes()).unwrap();
    assert_eq!((heading.kind.as_str(), heading.version), ("person.registered", 7));
}
