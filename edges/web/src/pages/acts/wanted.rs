//! What an authority can ask about item by item, as its form offers it: the questions of the application's form and the documents that
//! the rulebook knows as ticks, and other documents by their names.

use crate::Text;
use crate::asked::about;
use crate::form::Typed;
use crate::pages::asked::now;
use crate::pages::entry::{Entering, Field};
use crate::parts::{FieldKind, TextField};
use crate::site::Site;
use crate::ticked::{Tick, Ticked};
use crate::typed::{WANTED_FIELD, tick_field};
use crate::wording::bound_to;
use act::{Reason, Title};
use clearance::{About, Wanted};
use desk::FieldFault;
use desk::clearance::CaseView;
use rulebook::Rulebook;

/// The field in which documents are named that the rulebook does not know.
const OTHERS: &str = "wanted-others";
/// How many characters the name of a document has at most.
const LONGEST_NAME: i64 = 200;
/// What a tick begins with that stands for a question of the form, or for a kind of document.
const FIELD: &str = "field-";
const DOCUMENT: &str = "document-";

/// What can be asked about.
pub(in crate::pages) struct Wantable {
    fields: Vec<Row>,
    documents: Vec<Row>,
}

/// One of them.
struct Row {
    /// What the tick sends.
    tick: String,
    words: String,
    hint: String,
}

impl Row {
    fn of(t: Text, rulebook: &Rulebook, view: &CaseView, what: &About) -> Row {
        Row {
            tick: tick(what),
            words: about(t, Some(rulebook), what),
            hint: now(t, view, Some(rulebook), what).unwrap_or_default(),
        }
    }
}

/// What a tick sends.
fn tick(what: &About) -> String {
    match what {
        About::Field(id) => format!("{FIELD}{id}"),
        About::Document(id) => format!("{DOCUMENT}{id}"),
        About::Named(name) => name.to_string(),
    }
}

/// What a tick that was sent stands for.
fn ticked(sent: &str) -> Option<About> {
    let field = sent.strip_prefix(FIELD).map(|id| About::Field(id.to_owned()));
    let document = || Some(About::Document(sent.strip_prefix(DOCUMENT)?.to_owned()));
    field.or_else(document)
}

fn words_of(tick: &str) -> String {
    tick_field(WANTED_FIELD, "words", tick)
}

impl Wantable {
    /// Nothing.
    pub(super) const NOTHING: Wantable = Wantable {
        fields: vec![],
        documents: vec![],
    };

    /// What the rulebook of a case has; nothing, where that is not here.
    pub(in crate::pages) fn of(site: &Site, t: Text, view: &CaseView) -> Wantable {
        let Some(rulebook) = bound_to(site, &view.application) else {
            return Wantable::NOTHING;
        };
        let row = |what: About| Row::of(t, &rulebook, view, &what);
        let fields = rulebook.inputs().iter();
        let documents = rulebook.attachments().documents.keys();
        Wantable {
            fields: fields.map(|input| row(About::Field(input.id.clone()))).collect(),
            documents: documents.map(|id| row(About::Document(id.clone()))).collect(),
        }
    }

    /// What was ticked in a form, where no case is looked up for it.
    pub(super) fn typed(typed: &Typed) -> Wantable {
        let rows = |of: &str| {
            let sent = typed.all(WANTED_FIELD).into_iter();
            let sent = sent.filter(|tick| tick.starts_with(of));
            let row = |tick: &str| Row {
                tick: tick.to_owned(),
                words: tick.strip_prefix(of).unwrap_or(tick).to_owned(),
                hint: String::new(),
            };
            sent.map(row).collect()
        };
        Wantable {
            fields: rows(FIELD),
            documents: rows(DOCUMENT),
        }
    }

    /// The ticks, folded: most questions ask one thing in words. None is lost from sight in which something is chosen or wrong.
    pub(super) fn fields(&self, entering: Entering<'_>) -> Vec<Field> {
        let t = entering.t;
        // Each stands on its line: how long one may be is not how long the field may be.
        let label = t.get("field-wanted-others");
        let others = TextField::new(t, OTHERS, label, entering.typed, entering.faults);
        let others = others.kind(FieldKind::Lines);
        let others = others.hint(t.one("hint-wanted-others", "most", LONGEST_NAME));
        let is_given = entering.typed.given(OTHERS) || entering.faults.at(OTHERS).is_some();
        let fields = self.folded(entering, "wanted-fields", &self.fields, true);
        let is_first = self.fields.is_empty();
        let documents = self.folded(entering, "wanted-documents", &self.documents, is_first);
        let documents = match documents {
            Some((title, open, mut inner)) => {
                inner.push(others.into());
                (title, open || is_given, inner)
            }
            None => (t.get("wanted-others").into_owned(), is_given, vec![others.into()]),
        };
        let folded = |(title, open, fields)| Field::Folded {
            title,
            of: t.get("field-question").into_owned(),
            open,
            fields,
        };
        fields.into_iter().chain([documents]).map(folded).collect()
    }

    /// Under what rows are folded, whether they lie open, and their ticks; none where there are no rows.
    fn folded(
        &self,
        entering: Entering<'_>,
        called: &str,
        rows: &[Row],
        is_first: bool,
    ) -> Option<(String, bool, Vec<Field>)> {
        let Entering { t, typed, faults } = entering;
        if rows.is_empty() {
            return None;
        }
        let chosen = typed.all(WANTED_FIELD);
        let count = rows
            .iter()
            .filter(|row| chosen.contains(&row.tick.as_str()))
            .count();
        let legend = t.get(called).into_owned();
        let fault = faults.at(WANTED_FIELD).filter(|_| is_first);
        let tick = |row: &Row| {
            let name = words_of(&row.tick);
            Tick {
                id: row.tick.clone(),
                chosen: chosen.contains(&row.tick.as_str()),
                words: row.words.clone(),
                hint: row.hint.clone(),
                open: faults.at(&name).is_some(),
                fields: vec![entering.line(&name, "field-wanted-words")],
            }
        };
        let group = Ticked {
            t,
            field: WANTED_FIELD,
            legend: legend.clone(),
            fault: fault.map(str::to_owned),
            is_first,
            ticks: rows.iter().map(tick).collect(),
        };
        let many = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let said = [
            ("what", legend.into()),
            ("all", many(rows.len()).into()),
            ("chosen", many(count).into()),
        ];
        let open = count > 0 || group.is_faulty();
        let ticks = Field::Ticked(Box::new(group));
        Some((t.with("wanted-folded", said), open, vec![ticks]))
    }
}

/// A text that may be left out, of a field that may hold bytes that are no text.
fn given<'t>(typed: &'t Typed, name: &str) -> Result<Option<&'t str>, FieldFault> {
    if typed.broken().contains(name) {
        return Err(FieldFault::plain(name, "not-utf8"));
    }
    Ok(Some(typed.get(name)).filter(|text| !text.trim().is_empty()))
}

fn words(typed: &Typed, name: &str) -> Result<Option<Reason>, FieldFault> {
    let words = given(typed, name)?.map(Reason::new).transpose();
    words.map_err(|fault| FieldFault::of_text(name, &fault))
}

/// What is asked about, as typed: what is ticked, then each line of other documents. Every fault stands beside its field.
pub(super) fn read(typed: &Typed) -> Result<Vec<Wanted>, Vec<FieldFault>> {
    let (mut all, mut faults) = (vec![], vec![]);
    for sent in typed.all(WANTED_FIELD) {
        match (ticked(sent), words(typed, &words_of(sent))) {
            (Some(about), Ok(words)) => all.push(Wanted { about, words }),
            (None, _) => faults.push(FieldFault::plain(WANTED_FIELD, "unknown")),
            (_, Err(fault)) => faults.push(fault),
        }
    }
    let others = given(typed, OTHERS).map(Option::unwrap_or_default);
    let others = others.and_then(|text| {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let named = lines.map(|line| {
            let about = About::Named(Title::new(line)?);
            Ok(Wanted { about, words: None })
        });
        let named: Result<Vec<_>, act::TextFault> = named.collect();
        named.map_err(|fault| FieldFault::of_text(OTHERS, &fault))
    });
    match others {
        Ok(others) => all.extend(others),
        Err(fault) => faults.push(fault),
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}
