//! What a model says, as plain data: its inputs, decisions, functions, services and types. Texts are as they were written.

mod boxed;
mod table;

pub use boxed::{Binding, Boxed, ContextEntry, Expression, Function, FunctionKind, Iterator, Quantifier};
pub use table::{Aggregation, DecisionTable, HitPolicy, InputClause, OutputClause, Rule};

use std::fmt;

/// The three versions that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// DMN 1.3, of 2019.
    V1_3,
    /// DMN 1.4, of 2021.
    V1_4,
    /// DMN 1.5, of 2023.
    V1_5,
}

impl Version {
    const ALL: [Version; 3] = [Version::V1_3, Version::V1_4, Version::V1_5];

    /// The namespace of its models.
    #[must_use]
    pub fn namespace(self) -> &'static str {
        match self {
            Version::V1_3 => "https://www.omg.org/spec/DMN/20191111/MODEL/",
            Version::V1_4 => "https://www.omg.org/spec/DMN/20211108/MODEL/",
            Version::V1_5 => "https://www.omg.org/spec/DMN/20230324/MODEL/",
        }
    }

    /// The version whose models have that namespace.
    #[must_use]
    pub fn of(namespace: &str) -> Option<Self> {
        Version::ALL
            .into_iter()
            .find(|version| version.namespace() == namespace)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Version::V1_3 => "1.3",
            Version::V1_4 => "1.4",
            Version::V1_5 => "1.5",
        })
    }
}

/// A text of FEEL and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text, without white space around it.
    pub text: String,
    /// The line on which it begins.
    pub line: usize,
}

/// A whole model.
#[derive(Clone, Debug)]
pub struct Definitions {
    /// The version it is written in.
    pub version: Version,
    /// Its name.
    pub name: String,
    /// The namespace by which other models import it.
    pub namespace: String,
    /// The models it imports.
    pub imports: Vec<Import>,
    /// Its types.
    pub types: Vec<ItemDefinition>,
    /// Its input data.
    pub inputs: Vec<InputData>,
    /// Its decisions.
    pub decisions: Vec<Decision>,
    /// Its business knowledge models.
    pub functions: Vec<KnowledgeModel>,
    /// Its decision services.
    pub services: Vec<DecisionService>,
    /// Its knowledge sources.
    pub sources: Vec<KnowledgeSource>,
}

/// A model that is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The name by which its parts are called here; empty where they are called by their own.
    pub name: String,
    /// The imported model's namespace.
    pub namespace: String,
    /// Where it stands.
    pub line: usize,
}

/// A type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemDefinition {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub line: usize,
    /// Whether its values are lists of what follows.
    pub is_collection: bool,
    /// The type that it is, or narrows.
    pub type_ref: Option<String>,
    /// What a value, or each value of a collection, must pass: unary tests.
    pub allowed_values: Option<Text>,
    /// What a value, or the collection as a whole, must pass: unary tests.
    pub type_constraint: Option<Text>,
    /// Its components, if it is a context.
    pub components: Vec<ItemDefinition>,
    /// Its parameters and result, if it is a function.
    pub function: Option<FunctionItem>,
}

/// The type of a function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FunctionItem {
    /// Its parameters.
    pub parameters: Vec<InformationItem>,
    /// The type of its result.
    pub output_type_ref: Option<String>,
}

/// A name and a type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InformationItem {
    /// The name, single spaces between its words.
    pub name: String,
    /// The type; absent for any.
    pub type_ref: Option<String>,
    /// Where it stands.
    pub line: usize,
}

/// What every element of the requirement graph has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Its id in the file.
    pub id: String,
    /// Its name, single spaces between its words.
    pub name: String,
    /// Where it stands.
    pub line: usize,
    /// The variable that holds its value. It is named as the element is.
    pub variable: InformationItem,
    /// The description, empty if there is none.
    pub description: String,
}

/// An input datum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputData {
    /// Its name, id and type.
    pub named: Named,
}

/// A reference to an element by `#id`, or by `namespace#id` to one of an imported model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The other model's namespace; `None` for the same model.
    pub namespace: Option<String>,
    /// The element's id.
    pub id: String,
    /// Where it stands.
    pub line: usize,
}

/// What an element needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirements {
    /// Input data and decisions.
    pub information: Vec<Reference>,
    /// Business knowledge models and decision services.
    pub knowledge: Vec<Reference>,
    /// Knowledge sources, and whatever else its authority is. No value comes from them.
    pub authority: Vec<Reference>,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Its name, id and type.
    pub named: Named,
    /// The question that it answers, empty if it is not said.
    pub question: String,
    /// What it needs.
    pub requirements: Requirements,
    /// Its logic.
    pub logic: Option<Boxed>,
}

/// A business knowledge model: a named function.
#[derive(Clone, Debug)]
pub struct KnowledgeModel {
    /// Its name, id and type.
    pub named: Named,
    /// What it needs.
    pub requirements: Requirements,
    /// Its logic.
    pub logic: Option<Function>,
}

/// A decision service: decisions behind one call.
#[derive(Clone, Debug)]
pub struct DecisionService {
    /// Its name, id and type.
    pub named: Named,
    /// The decisions whose values it answers with.
    pub outputs: Vec<Reference>,
    /// The decisions that it makes on the way.
    pub encapsulated: Vec<Reference>,
    /// The decisions whose values are handed to it.
    pub input_decisions: Vec<Reference>,
    /// The input data that are handed to it.
    pub input_data: Vec<Reference>,
}

/// A knowledge source: what an element rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnowledgeSource {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is to be read, if that is said.
    pub location: Option<String>,
    /// What kind of source it is, if that is said.
    pub kind: Option<String>,
}
