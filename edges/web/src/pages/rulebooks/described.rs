//! What `rulebook.toml` describes once and rules name: what is asked, periods, documents, fees, conditions, lead times, distances;
//! each with what it rests on and the rules that name it.

use super::super::needed::{demanded, distance_rows, fee_said, when};
use crate::Text;
use crate::untold::{field_name, public_since};
use crate::wording::{quantity, rests_on};
use desk::governance::Table;
use rulebook::{
    Condition, Distance, Field, Input, InputType, LeadTime, Localised, Period, PeriodBasis, PeriodUnit,
    Public, Rulebook, Since,
};
use rust_decimal::Decimal;

/// A part of `rulebook.toml`, entry by entry.
pub(super) struct Part {
    /// Its place on the page.
    pub anchor: &'static str,
    pub title: String,
    pub entries: Vec<Entry>,
}

/// One thing that it describes.
pub(super) struct Entry {
    /// Its place on the page: `document-site-plan`.
    pub anchor: String,
    /// Its id, as files name it.
    pub id: String,
    pub name: String,
    pub lines: Vec<String>,
    pub basis: Option<Basis>,
    /// The rules that name it, each with its place on the page.
    pub rules: Vec<(String, String)>,
}

/// What something rests on.
pub(super) struct Basis {
    pub words: String,
    pub link: Option<String>,
}

impl Basis {
    pub fn of(t: Text, rulebook: Option<&Rulebook>, basis: &PeriodBasis) -> Basis {
        Basis {
            words: rests_on(t, rulebook, basis.kind.name(), &basis.citation),
            link: basis.link.clone(),
        }
    }
}

/// The place on the page of a thing that a cell of a column of notes names; none for a column that names nothing.
pub(super) fn anchor(column: &str, id: &str) -> Option<String> {
    let part = match column {
        "period" => "period",
        "documents" => "document",
        "fees" => "fee",
        "conditions" => "condition",
        "lead_time" => "lead-time",
        "distance" => "distance",
        _ => return None,
    };
    Some(format!("{part}-{id}"))
}

/// The ids in a cell.
pub(super) fn ids(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',').map(str::trim).filter(|id| !id.is_empty())
}

/// A period in words.
pub(super) fn days(t: Text, period: Period) -> String {
    let id = match period.unit {
        PeriodUnit::Working => "test-period-working",
        PeriodUnit::Calendar => "test-period-calendar",
        PeriodUnit::Month => "test-period-month",
    };
    t.one(id, "days", i64::from(period.days))
}

/// Every part of a version that describes anything.
pub(super) fn parts(t: Text, rulebook: &Rulebook, tables: &[Table]) -> Vec<Part> {
    let telling = Telling { t, rulebook, tables };
    let part = |anchor, title: &str, entries| Part {
        anchor,
        title: t.get(title).into_owned(),
        entries,
    };
    let mut all = vec![
        part("questions", "rulebook-questions", telling.questions()),
        part("periods", "rulebook-periods", telling.periods()),
        part("documents", "needs-documents", telling.documents()),
        part("fees", "needs-fees", telling.fees()),
        part("conditions", "rulebook-conditions", telling.conditions()),
        part("lead-times", "rulebook-lead-times", telling.lead_times()),
        part("distances", "needs-distances", telling.distances()),
        part("public", "rulebook-public", telling.public()),
    ];
    all.retain(|part| !part.entries.is_empty());
    all
}

struct Telling<'a> {
    t: Text,
    rulebook: &'a Rulebook,
    tables: &'a [Table],
}

impl Telling<'_> {
    fn said(&self, text: &Localised) -> String {
        text.in_language(self.t.language().tag()).to_owned()
    }

    /// What the cells of a column name by an id.
    fn entry(&self, column: &str, id: &str, name: String, lines: Vec<String>, basis: &PeriodBasis) -> Entry {
        Entry {
            anchor: anchor(column, id).unwrap_or_default(),
            id: id.to_owned(),
            name,
            lines,
            basis: Some(Basis::of(self.t, Some(self.rulebook), basis)),
            rules: self.naming(column, id),
        }
    }

    fn naming(&self, column: &str, id: &str) -> Vec<(String, String)> {
        let of_table = |table: &Table| -> Vec<(String, String)> {
            let rules = (1_i64..).zip(&table.rules);
            let naming = rules.filter(|(_, rule)| ids(table.note(rule, column)).any(|named| named == id));
            let said = naming.map(|(number, _)| {
                let words = self.t.one("rule-number", "number", number);
                (words, format!("{}-{number}", table.decision))
            });
            said.collect()
        };
        self.tables.iter().flat_map(of_table).collect()
    }

    fn questions(&self) -> Vec<Entry> {
        let one = |input: &Input| Entry {
            anchor: format!("question-{}", input.id),
            id: input.id.clone(),
            name: self.said(&input.question),
            lines: self.answers(input),
            basis: None,
            rules: vec![],
        };
        self.rulebook.inputs().iter().map(one).collect()
    }

    /// What may be answered to a question, and what helps to answer it.
    fn answers(&self, input: &Input) -> Vec<String> {
        let t = self.t;
        let taken = match input.kind {
            InputType::Boolean => t.get("takes-yes-or-no").into_owned(),
            InputType::Date => t.get("takes-day").into_owned(),
            InputType::Number if input.whole => t.get("takes-whole-number").into_owned(),
            InputType::Number => t.get("takes-number").into_owned(),
            InputType::Text if input.values.is_empty() => t.get("takes-text").into_owned(),
            InputType::Text => {
                let labels = input.values.iter().map(|choice| self.said(&choice.label));
                t.one("takes-one-of", "answers", labels.collect::<Vec<_>>().join("; "))
            }
        };
        let bound =
            |id: &str, number: Decimal| t.one(id, "value", quantity(t, number, input.unit.as_deref()));
        let least = input.least.map(|least| bound("test-at-least", least));
        let most = input.most.map(|most| bound("test-at-most", most));
        let taken: Vec<String> = [Some(taken), least, most].into_iter().flatten().collect();
        let mut lines = vec![taken.join(" · ")];
        if !input.required {
            lines.push(t.get("takes-nothing").into_owned());
        }
        lines.extend(input.help.iter().map(|help| self.said(help)));
        lines
    }

    fn periods(&self) -> Vec<Entry> {
        let periods = self.rulebook.periods().iter();
        let one = periods
            .map(|(id, (period, basis))| self.entry("period", id, days(self.t, *period), vec![], basis));
        one.collect()
    }

    fn documents(&self) -> Vec<Entry> {
        let documents = self.rulebook.attachments().documents.iter();
        let one = documents.map(|(id, one)| {
            let help = one.help.iter().map(|help| self.said(help)).collect();
            self.entry("documents", id, self.said(&one.label), help, &one.basis)
        });
        one.collect()
    }

    fn fees(&self) -> Vec<Entry> {
        let fees = self.rulebook.attachments().fees.iter();
        let one = fees.map(|(id, one)| {
            self.entry(
                "fees",
                id,
                self.said(&one.label),
                fee_said(self.t, one),
                &one.basis,
            )
        });
        one.collect()
    }

    fn conditions(&self) -> Vec<Entry> {
        let conditions = self.rulebook.attachments().conditions.iter();
        let one = conditions.map(|(id, one)| {
            let mut said = vec![self.said(&one.text)];
            said.extend(demanded(self.t, one));
            said.push(self.set_by(id, one));
            self.entry("conditions", id, when(self.t, one), said, &one.basis)
        });
        one.collect()
    }

    /// Who can set a condition.
    fn set_by(&self, id: &str, one: &Condition) -> String {
        if self.rulebook.is_anybodys(id, one) {
            return self.t.get("library-of-anybody").into_owned();
        }
        let named = self.rulebook.authorities().iter();
        let named = named.filter(|known| one.authorities.contains(&known.id));
        let names: Vec<String> = named.map(|known| self.said(&known.short)).collect();
        if names.is_empty() {
            return self.t.get("library-of-rules").into_owned();
        }
        self.t.one("library-of", "authorities", names.join(", "))
    }

    fn lead_times(&self) -> Vec<Entry> {
        let lead_times = self.rulebook.attachments().lead_times.iter();
        let one = lead_times.map(|(id, one)| {
            let (name, clear) = lead_days(self.t, one);
            self.entry("lead_time", id, name, clear.into_iter().collect(), &one.basis)
        });
        one.collect()
    }

    fn distances(&self) -> Vec<Entry> {
        let distances = self.rulebook.attachments().distances.iter();
        let one = distances.map(|(id, one)| {
            let name = self.t.one("distance-by", "question", self.question(one));
            let unit = self.rulebook.input(&one.input);
            let unit = unit.and_then(|input| input.unit.as_deref());
            self.entry("distance", id, name, distance_rows(self.t, one, unit), &one.basis)
        });
        one.collect()
    }

    /// What may be public and from when, in one entry: it rests on one thing.
    fn public(&self) -> Vec<Entry> {
        let t = self.t;
        let one = |public: &Public| {
            let field = |(field, since): (&Field, &Since)| {
                let words = [
                    ("field", field_name(t, Some(self.rulebook), field).into()),
                    ("since", public_since(t, since.name()).into()),
                ];
                t.with("public-field-since", words)
            };
            let mut lines: Vec<String> = public.shows.iter().map(field).collect();
            let keeps = public.keeps.iter().map(|one| public_since(t, one.name()));
            let keeps: Vec<String> = keeps.collect();
            lines.push(match keeps.as_slice() {
                [] => t.get("public-keeps-none").into_owned(),
                some => t.one("public-keeps", "endings", some.join(", ")),
            });
            Entry {
                anchor: "public-register".to_owned(),
                id: "public".to_owned(),
                name: t.one(
                    "public-register-since",
                    "since",
                    public_since(t, public.from.name()),
                ),
                lines,
                basis: Some(Basis::of(t, Some(self.rulebook), &public.basis)),
                rules: vec![],
            }
        };
        self.rulebook.public().map(one).into_iter().collect()
    }

    fn question(&self, distance: &Distance) -> String {
        let input = self.rulebook.input(&distance.input);
        input.map_or_else(|| distance.input.clone(), |input| self.said(&input.question))
    }
}

/// The days of a lead time, and that they lie clear between, if they do.
pub(super) fn lead_days(t: Text, lead: &LeadTime) -> (String, Option<String>) {
    let (days_of, unit) = (lead.days, lead.unit);
    let clear = lead.clear.then(|| t.get("rulebook-clear-days").into_owned());
    (days(t, Period { days: days_of, unit }), clear)
}
