//! A table as each engine reads it: ours as a rulebook's folder, zen's as a decision in its JSON; and answers likewise.

use crate::table::{ASKED, AUTHORITIES, Answers, Case, Rule, Table};
use rulebook::{LoadError, Rulebook, Value};
use serde_json::json;
use std::fmt::Write;
use std::ops::RangeInclusive;

const DOCUMENTS: usize = 6;
const FEES: usize = 4;
const LEAD_TIMES: usize = 3;

/// A rulebook's two files.
pub struct Folder {
    settings: String,
    model: String,
}

impl Folder {
    /// A table as a rulebook. Every rule attaches a document, some a fee or a lead time.
    pub fn of(table: &Table) -> Folder {
        Folder {
            settings: settings(),
            model: model(table),
        }
    }

    /// Loads it, as every command and the server do.
    pub fn load(&self) -> Result<Rulebook, LoadError> {
        Rulebook::load(&rulebook::Files {
            rulebook_toml: ("rulebook.toml", &self.settings),
            dmn: vec![("authorities.dmn", &self.model)],
        })
    }
}

/// What what is made up rests on.
const BASIS: &str = "{ kind = \"practice\", citation = \"By-law 7\" }";

fn settings() -> String {
    let mut text = String::from(
        "format = \"placet-rulebook/1\"\nid = \"measured\"\nversion = \"1\"\ntitle = { en = \"Measured\" }\n\
         reference_prefix = \"MSR\"\nvalid_from = 2023-04-25\nlanguages = [\"en\"]\ntimezone = \"Asia/Phnom_Penh\"\n\
         lead = \"a0\"\ndmn = \"authorities.dmn\"\ndecision = \"authorities\"\n",
    );
    for (id, answers) in ASKED {
        question(&mut text, id, answers);
    }
    // A String takes everything that is written to it, here and below.
    for at in 0..AUTHORITIES {
        let _ = writeln!(
            text,
            "[[authority]]\nid = \"a{at}\"\nname = {{ en = \"Authority {at}\" }}\nshort = {{ en = \"A{at}\" }}\n\
             competence = \"concurrence\"\ncalendar = \"kh\"\nsilence = \"nothing\"\n\
             period = {{ days = {}, unit = \"working\" }}\nperiod_basis = {BASIS}\n[reason.r{at}]\nen = \"Reason {at}\"",
            10 + at
        );
    }
    for at in 0..DOCUMENTS {
        let label = format!("{{ en = \"Document {at}\" }}");
        let _ = writeln!(text, "[document.d{at}]\nlabel = {label}\nbasis = {BASIS}");
    }
    for at in 0..FEES {
        let _ = writeln!(
            text,
            "[fee.f{at}]\nlabel = {{ en = \"Fee {at}\" }}\namount = \"2{at}.50\"\ncurrency = \"USD\"\n\
             per = \"application\"\nbasis = {BASIS}"
        );
    }
    for at in 0..LEAD_TIMES {
        let days = 10 + at;
        let _ = writeln!(
            text,
            "[lead_time.l{at}]\ndays = {days}\nunit = \"working\"\nbasis = {BASIS}"
        );
    }
    text
}

fn question(text: &mut String, id: &str, answers: Answers) {
    let kind = match answers {
        Answers::Chosen(_) => "\"text\"".to_owned(),
        Answers::Whole(least, most) => {
            format!("\"number\"\nwhole = true\nleast = {least}\nmost = {most}")
        }
        Answers::Truth => "\"boolean\"".to_owned(),
    };
    let _ = writeln!(
        text,
        "[[input]]\nid = \"{id}\"\ntype = {kind}\nquestion = {{ en = \"Which {id}?\" }}"
    );
    let values = match answers {
        Answers::Chosen(count) => 0..count,
        _ => 0..0,
    };
    for value in values.map(chosen) {
        let _ = writeln!(
            text,
            "[[input.values]]\nid = \"{value}\"\nlabel = {{ en = \"{value}\" }}"
        );
    }
}

fn model(table: &Table) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" \
         id=\"measured\" name=\"Measured\" namespace=\"urn:placet:rulebook:measured\">\n",
    );
    for (id, answers) in ASKED {
        let kind = feel_type(answers);
        let _ = writeln!(
            text,
            "<inputData id=\"input_{id}\" name=\"{id}\"><variable name=\"{id}\" typeRef=\"{kind}\"/></inputData>"
        );
    }
    text.push_str(
        "<decision id=\"authorities\" name=\"Authorities\"><variable name=\"authorities\" typeRef=\"string\"/>\n",
    );
    for (id, _) in ASKED {
        let _ = writeln!(
            text,
            "<informationRequirement><requiredInput href=\"#input_{id}\"/></informationRequirement>"
        );
    }
    let policy = if table.unique { "UNIQUE" } else { "COLLECT" };
    let _ = writeln!(text, "<decisionTable id=\"table\" hitPolicy=\"{policy}\">");
    for (id, answers) in ASKED {
        let kind = feel_type(answers);
        let _ = writeln!(
            text,
            "<input id=\"column_{id}\"><inputExpression typeRef=\"{kind}\"><text>{id}</text></inputExpression></input>"
        );
    }
    text.push_str("<output id=\"column_authority\" name=\"authority\" typeRef=\"string\"/>\n");
    for column in ["reason", "citation", "kind", "documents", "fees", "lead_time"] {
        let _ = writeln!(text, "<annotation name=\"{column}\"/>");
    }
    for (at, rule) in table.rules.iter().enumerate() {
        row(&mut text, at, rule);
    }
    text.push_str("</decisionTable></decision></definitions>\n");
    text
}

fn row(text: &mut String, at: usize, rule: &Rule) {
    let _ = writeln!(text, "<rule id=\"rule_{at}\">");
    for ((_, answers), passing) in ASKED.into_iter().zip(&rule.passing) {
        let test = test(answers, passing).unwrap_or_else(|| "-".to_owned());
        let test = test.replace('<', "&lt;").replace('>', "&gt;");
        let _ = writeln!(text, "<inputEntry><text>{test}</text></inputEntry>");
    }
    let asks = rule.authority;
    let _ = writeln!(text, "<outputEntry><text>\"a{asks}\"</text></outputEntry>");
    let some = |wanted: bool, id: String| if wanted { id } else { String::new() };
    let annotated = [
        format!("r{asks}"),
        format!("By-law 7, article {}", at + 1),
        "regulation".to_owned(),
        format!("d{}", at % DOCUMENTS),
        some(at.is_multiple_of(2), format!("f{}", at % FEES)),
        some(at.is_multiple_of(3), format!("l{}", at % LEAD_TIMES)),
    ];
    for annotation in annotated {
        let _ = writeln!(
            text,
            "<annotationEntry><text>{annotation}</text></annotationEntry>"
        );
    }
    text.push_str("</rule>\n");
}

/// A test that both engines read alike; nothing where every answer passes.
fn test(answers: Answers, passing: &RangeInclusive<i64>) -> Option<String> {
    let all = answers.all();
    if *passing == all {
        return None;
    }
    let (first, last) = (passing.start(), passing.end());
    Some(match answers {
        Answers::Chosen(_) => {
            let texts: Vec<String> = passing.clone().map(|at| format!("\"{}\"", chosen(at))).collect();
            texts.join(", ")
        }
        Answers::Truth => (*first == 1).to_string(),
        Answers::Whole(..) if first == all.start() => format!("<= {last}"),
        Answers::Whole(..) if last == all.end() => format!(">= {first}"),
        Answers::Whole(..) => format!("[{first}..{last}]"),
    })
}

fn feel_type(answers: Answers) -> &'static str {
    match answers {
        Answers::Chosen(_) => "string",
        Answers::Whole(..) => "number",
        Answers::Truth => "boolean",
    }
}

fn chosen(at: i64) -> String {
    let texts = [
        "celebration",
        "performance",
        "sport",
        "fair",
        "procession",
        "market",
        "ceremony",
        "exhibition",
    ];
    let text = usize::try_from(at).ok().and_then(|at| texts.get(at));
    text.map_or_else(String::new, |text| (*text).to_owned())
}

/// A table as zen's JSON: its rows with the same tests, each answering with its own number, from 1.
pub fn decision(table: &Table) -> serde_json::Value {
    let rules = table.rules.iter().enumerate().map(|(at, rule)| {
        let tests = ASKED.into_iter().zip(&rule.passing);
        let tests = tests.map(|((id, answers), passing)| {
            (id.to_owned(), test(answers, passing).unwrap_or_default().into())
        });
        let own = [("_id", format!("rule_{at}")), ("rule", (at + 1).to_string())];
        let own = own.map(|(id, text)| (id.to_owned(), serde_json::Value::from(text)));
        serde_json::Value::Object(tests.chain(own).collect())
    });
    let inputs = ASKED.map(|(id, _)| json!({ "id": id, "name": id, "field": id }));
    json!({
        "nodes": [
            { "id": "request", "name": "request", "type": "inputNode", "content": {} },
            { "id": "table", "name": "table", "type": "decisionTableNode", "content": {
                "hitPolicy": if table.unique { "first" } else { "collect" },
                "inputs": inputs,
                "outputs": [{ "id": "rule", "name": "rule", "field": "rule" }],
                "rules": rules.collect::<Vec<_>>(),
            } },
            { "id": "response", "name": "response", "type": "outputNode", "content": {} },
        ],
        "edges": [
            { "id": "in", "sourceId": "request", "targetId": "table" },
            { "id": "out", "sourceId": "table", "targetId": "response" },
        ],
    })
}

/// A case as our engine takes it.
pub fn ours(case: &Case) -> rulebook::Answers {
    let value = |answers, answer: i64| match answers {
        Answers::Chosen(_) => Value::Text(chosen(answer)),
        Answers::Whole(..) => Value::Number(answer.into()),
        Answers::Truth => Value::Boolean(answer == 1),
    };
    let asked = ASKED.into_iter().zip(case);
    asked
        .map(|((id, answers), answer)| (id.to_owned(), value(answers, *answer)))
        .collect()
}

/// A case as zen's takes it.
pub fn zens(case: &Case) -> serde_json::Value {
    let value = |answers, answer: i64| match answers {
        Answers::Chosen(_) => chosen(answer).into(),
        Answers::Whole(..) => answer.into(),
        Answers::Truth => (answer == 1).into(),
    };
    let asked = ASKED.into_iter().zip(case);
    serde_json::Value::Object(
        asked
            .map(|((id, answers), answer)| (id.to_owned(), value(answers, *answer)))
            .collect(),
    )
}
