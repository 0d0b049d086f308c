//! The rulebook: which authorities must be asked about an event, why, and how long each may take.
//!
//! A rulebook is `rulebook.toml` and one or more decision models in DMN (`docs/formats/rulebook.md`). It is checked whole when it is
//! loaded; what it cannot mean here is refused then, never guessed at later. [`Rulebook::evaluate`] answers with the
//! authorities and with every rule that fired, on which answers, citing what.
//!
//! All that goes beyond one case rests on one idea: the tests of an input divide its answers into **atoms** that no test
//! tells apart, and a rule catches a product of sets of atoms. An evaluation looks up atoms ([`Rulebook::prepare`]);
//! [`lint`] takes products from each other; [`questions`] asks what can still differ; [`whatif`] keeps past cases as atoms.
//! [`tests`] are the cases that a rulebook brings along.

mod answer;
mod atoms;
mod attached;
mod authority;
mod bits;
mod bound;
mod case;
mod case_fault;
mod compiled;
mod decision;
pub mod diff;
mod evaluation;
mod facets;
mod given;
mod input;
mod library;
pub mod lint;
mod load;
mod load_error;
mod localised;
mod model;
mod needs;
mod no_value;
mod number;
mod place;
mod prepared;
mod product;
mod public;
pub mod questions;
mod rulebook;
mod said;
#[cfg(test)]
mod samples;
mod settings;
pub mod tests;
mod unary;
mod unseen;
mod value;
pub mod whatif;
mod withholding;

pub use answer::AnswerFault;
pub use attached::{
    Attachments, Condition, Distance, DistanceRow, Document, Fee, FeePer, KeptDistance, LeadTime, Phase,
};
pub use authority::{
    Address, Authority, BasisKind, Competence, Jurisdiction, Period, PeriodBasis, PeriodUnit, Receipt,
    Silence,
};
pub use bound::{Bound, BoundValue, Measure, ShownBy};
pub use case::{Case, CaseEvent, Wanted};
pub use case_fault::CaseFault;
pub use evaluation::{Evaluation, EvaluationError, Fired, Required, Tested};
pub use input::{Choice, Input, InputType};
pub use load::Files;
pub use load_error::{LoadError, LoadFault, LoadFaultKind};
pub use localised::Localised;
pub use needs::{Kept, Needed, Needs};
pub use no_value::{NoValue, NoValuePlace};
pub use prepared::Prepared;
pub use public::{Ending, Field, OVER, Public, Publicity, Since, UnknownField, Withheld};
pub use rulebook::Rulebook;
pub use settings::MOST_INPUTS;
pub use unary::{Single, ValueTest};
pub use value::{Answers, Value};

pub use feel::{Name, Said, said, said_id};
