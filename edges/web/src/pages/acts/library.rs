//! What of the rulebook's conditions an authority can set, as its form offers it: ticks, each with its words, its day and what it
//! binds.

use super::limits::{self, Taken};
use crate::Text;
use crate::demands::{Told, after_words, limit_words, told, with_limit};
use crate::form::Typed;
use crate::pages::entry::{Entering, Field};
use crate::parts::FieldKind;
use crate::site::Site;
use crate::ticked::{Tick, Ticked};
use crate::typed::{LIBRARY_FIELD, tick_field};
use crate::wording::bound_to;
use act::{AuthorityId, Detail};
use clearance::acts::shown_within;
use clearance::{
    Application, Condition, ConditionTerms, Decision, InLibrary, Limit, Phase, RulebookPin, TakenFrom,
};
use desk::FieldFault;
use jiff::civil::Date;
use rulebook::{BasisKind, ShownBy};
use std::collections::BTreeSet;

/// From how many conditions on they are folded by their phase.
const FOLDED_FROM: usize = 7;
/// The parts of a tick in which something is typed.
const PARTS: [&str; 3] = ["words", "day", "limit"];

/// What of the rulebook's conditions an authority can set.
#[derive(Default)]
pub(in crate::pages) struct Library {
    rows: Vec<Row>,
    pin: Option<RulebookPin>,
    told: Told,
}

/// One of them.
struct Row {
    id: String,
    /// In the reader's language.
    words: String,
    /// In every language of the rulebook.
    texts: BTreeSet<String>,
    phase: Phase,
    /// Whether the rules by which the authority is asked bring it along.
    expected: bool,
    /// That the rules bring it along, what it rests on, and by which day it is shown.
    hint: String,
    /// By which day it is shown, where the rulebook says so and that day is still to come.
    shown_by: Option<Date>,
    /// The days on which it can be shown.
    within: (Date, Date),
    /// What it binds, to what if the rulebook says so, and whether that can be changed.
    limit: Option<(&'static str, Taken, Option<Limit>, bool)>,
}

impl Library {
    /// What an authority can set in a case; nothing, where its rulebook is not here.
    pub(in crate::pages) fn of(
        site: &Site,
        t: Text,
        application: &Application,
        authority: &AuthorityId,
    ) -> Library {
        let rulebook = bound_to(site, application);
        let event = application.submission.as_ref().map(|one| &one.event);
        let (Some(rulebook), Some(event)) = (rulebook, event) else {
            return Library::default();
        };
        let at = site.desk.now();
        let at = application.latest.map_or(at, |latest| latest.max(at));
        let row = |one: &InLibrary<'_>| {
            let within = shown_within(event, one.phase, at);
            Row::of(t, &rulebook, one, within)
        };
        Library {
            rows: clearance::library(&rulebook, application, authority)
                .iter()
                .map(row)
                .collect(),
            pin: application.rulebook.clone(),
            told: told(site, application),
        }
    }

    /// What was ticked in a form, where no case is looked up for it: each in the words that were typed.
    pub(super) fn typed(typed: &Typed) -> Library {
        let row = |id: &str| Row {
            id: id.to_owned(),
            words: typed.get(&tick_field(LIBRARY_FIELD, "words", id)).to_owned(),
            texts: BTreeSet::new(),
            phase: Phase::Before,
            expected: false,
            hint: String::new(),
            shown_by: None,
            within: (Date::MIN, Date::MAX),
            limit: Some(("library-limit", Taken::Place, None, true)),
        };
        Library {
            rows: typed.all(LIBRARY_FIELD).into_iter().map(row).collect(),
            ..Library::default()
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The ticks, by phase; folded where they are many. None is lost from sight in which something is chosen or wrong.
    pub(super) fn fields(&self, entering: Entering<'_>) -> Vec<Field> {
        let t = entering.t;
        let fold = self.rows.len() >= FOLDED_FROM;
        let mut ticked = vec![];
        for phase in Phase::ALL {
            let rows: Vec<&Row> = self.rows.iter().filter(|row| row.phase == phase).collect();
            if rows.is_empty() {
                continue;
            }
            let chosen = entering.typed.all(LIBRARY_FIELD);
            let is_chosen = |row: &&&Row| chosen.contains(&row.id.as_str());
            let count = rows.iter().filter(is_chosen).count();
            let legend = t.get(&format!("library-{}", phase.name())).into_owned();
            let group = Ticked {
                t,
                field: LIBRARY_FIELD,
                legend: legend.clone(),
                fault: entering
                    .faults
                    .at(LIBRARY_FIELD)
                    .filter(|_| ticked.is_empty())
                    .map(str::to_owned),
                is_first: ticked.is_empty(),
                ticks: rows.iter().map(|row| row.tick(entering)).collect(),
            };
            let open = count > 0 || group.is_faulty();
            let group = Field::Ticked(Box::new(group));
            let many = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
            let words = [
                ("phase", legend.into()),
                ("all", many(rows.len()).into()),
                ("chosen", many(count).into()),
            ];
            ticked.push(if fold {
                Field::Folded {
                    title: t.with("library-folded", words),
                    of: t.get("field-conditions").into_owned(),
                    open,
                    fields: vec![group],
                }
            } else {
                group
            });
        }
        ticked
    }

    /// The form as it stands with these conditions ticked in it; those that are none of the library's are left out.
    pub(super) fn filled(&self, standing: &[Condition]) -> Typed {
        self.rows.iter().fold(Typed::default(), |typed, row| {
            let stands = standing.iter().find(|one| row.is_made_from(one));
            let typed = match stands {
                Some(_) => typed.and(LIBRARY_FIELD, &*row.id),
                None => typed,
            };
            let changed = stands.filter(|one| one.library_id().is_none());
            let words = changed.map(|one| after_words(one, &self.told));
            let day = stands.map_or(row.shown_by, |one| one.terms.shown_by);
            let own = stands.and_then(|one| one.terms.limit.as_ref());
            let filled = row.limit.as_ref().and_then(|(_, _, filled, _)| filled.as_ref());
            let limit = own.or(filled);
            typed
                .and(&row.field("words"), words.unwrap_or_else(|| row.words.clone()))
                .and(
                    &row.field("day"),
                    day.map_or(String::new(), |day| day.to_string()),
                )
                .and(&row.field("limit"), limit.map_or(String::new(), limits::value))
        })
    }

    /// Whether a condition is one of these, or was made from one.
    pub(super) fn has(&self, condition: &Condition) -> bool {
        self.rows.iter().any(|row| row.is_made_from(condition))
    }

    /// What the rules suggest for this event and a decision leaves out, in words; nothing of one that does not agree.
    pub(in crate::pages) fn left_out(&self, decision: &Decision) -> Vec<String> {
        let set: &[Condition] = match decision {
            Decision::Granted => &[],
            Decision::GrantedWithConditions { conditions } => conditions,
            _ => return vec![],
        };
        let is_set = |row: &Row| set.iter().any(|one| row.is_made_from(one));
        let left = self.rows.iter().filter(|row| row.expected && !is_set(row));
        left.map(|row| row.words.clone()).collect()
    }

    /// The conditions that were ticked, every fault beside its field.
    pub(super) fn read(&self, t: Text, typed: &Typed, faults: &mut Vec<FieldFault>) -> Vec<Condition> {
        let chosen = typed.all(LIBRARY_FIELD);
        let known = |id: &&str| self.rows.iter().any(|row| row.id == *id);
        if !chosen.iter().all(known) {
            faults.push(FieldFault::plain(LIBRARY_FIELD, "unknown"));
        }
        let rows = self.rows.iter().filter(|row| chosen.contains(&row.id.as_str()));
        rows.filter_map(|row| self.condition(t, row, typed, faults))
            .collect()
    }

    fn condition(
        &self,
        t: Text,
        row: &Row,
        typed: &Typed,
        faults: &mut Vec<FieldFault>,
    ) -> Option<Condition> {
        let before = faults.len();
        let mut noted = |fault| faults.push(fault);
        let words = row.words_typed(typed).map_err(&mut noted).ok();
        let shown_by = row.day_typed(typed).map_err(&mut noted).ok();
        let limit = row.limit_typed(typed).map_err(&mut noted).ok();
        let (words, shown_by, limit) = (words?, shown_by?, limit?);
        let said = limit.as_ref().map(|limit| limit_words(t, limit, self.told.hours));
        let text = act::Text::new(&with_limit(t, &words, said.as_deref()))
            .map_err(|fault| faults.push(FieldFault::of_text(&row.field("words"), &fault)))
            .ok()?;
        (faults.len() == before).then(|| Condition {
            text,
            terms: ConditionTerms {
                phase: row.phase,
                shown_by,
                limit,
                taken_from: Some(TakenFrom {
                    condition: row.id.clone(),
                    rulebook: self.pin.clone(),
                    reworded: !row.texts.contains(&words),
                }),
            },
        })
    }
}

impl Row {
    fn of(t: Text, rulebook: &rulebook::Rulebook, one: &InLibrary<'_>, within: (Date, Date)) -> Row {
        let (condition, tag) = (one.condition, t.language().tag());
        let in_time = |day: &Date| within.0 <= *day && *day <= within.1;
        let bound = condition.limit.as_ref().and_then(|bound| {
            let (label, taken) = limits::taken(bound.measure.name())?;
            Some((label, taken, one.limit.clone(), bound.editable))
        });
        Row {
            id: one.id.to_owned(),
            words: condition.text.in_language(tag).trim().to_owned(),
            texts: condition
                .text
                .texts()
                .map(|(_, text)| text.trim().to_owned())
                .collect(),
            phase: one.phase,
            expected: one.expected,
            hint: hint(t, rulebook, one, within),
            shown_by: one.shown_by.filter(in_time),
            within,
            limit: bound,
        }
    }

    fn field(&self, part: &str) -> String {
        tick_field(LIBRARY_FIELD, part, &self.id)
    }

    fn is_made_from(&self, condition: &Condition) -> bool {
        let taken = condition.terms.taken_from.as_ref();
        taken.is_some_and(|taken| taken.condition == self.id)
    }

    /// The tick, with what can be typed once it is ticked.
    fn tick(&self, entering: Entering<'_>) -> Tick {
        let t = entering.t;
        let chosen = entering.typed.all(LIBRARY_FIELD);
        let words = entering.line(&self.field("words"), "library-words");
        let words = words.kind(FieldKind::Lines);
        let mut fields = vec![words.hint(t.get("hint-library-words"))];
        if let Some((label, taken, _, true)) = &self.limit {
            fields.push(limits::field(entering, &self.field("limit"), label, *taken));
        }
        if self.phase != Phase::During {
            let day = entering.line(&self.field("day"), "field-shown-by");
            let day = day.kind(FieldKind::Day);
            fields.push(day.hint(t.get("hint-library-day")));
        }
        Tick {
            id: self.id.clone(),
            chosen: chosen.contains(&self.id.as_str()),
            words: self.words.clone(),
            hint: self.hint.clone(),
            open: PARTS
                .iter()
                .any(|part| entering.faults.at(&self.field(part)).is_some()),
            fields,
        }
    }

    /// A form that does not bring the field leaves it as the rulebook has it.
    fn given<'t>(&self, typed: &'t Typed, part: &str) -> Result<Option<&'t str>, FieldFault> {
        let name = self.field(part);
        if typed.broken().contains(&name) {
            return Err(FieldFault::plain(&name, "not-utf8"));
        }
        let mut fields = typed.fields();
        Ok(fields
            .find(|(field, _)| *field == name)
            .map(|(_, value)| value.trim()))
    }

    fn words_typed(&self, typed: &Typed) -> Result<String, FieldFault> {
        let given = self.given(typed, "words")?.unwrap_or(&self.words);
        // A condition is one line; a browser sends the breaks of a longer field along.
        let words = given.split_whitespace().collect::<Vec<_>>().join(" ");
        let unchanged = self
            .texts
            .iter()
            .find(|text| text.split_whitespace().eq(words.split(' ')));
        match unchanged {
            Some(text) => Ok(text.clone()),
            None if words.is_empty() => Err(FieldFault::plain(&self.field("words"), "empty")),
            None => Ok(words),
        }
    }

    fn day_typed(&self, typed: &Typed) -> Result<Option<Date>, FieldFault> {
        let name = self.field("day");
        let day = match self.given(typed, "day")? {
            None => self.shown_by,
            Some("") => None,
            Some(given) => Some(desk::clearance::day(&name, given)?),
        };
        let (from, to) = self.within;
        match day.filter(|day| *day < from || *day > to) {
            None => Ok(day),
            Some(_) => Err(FieldFault {
                details: vec![("from", Detail::Date(from)), ("to", Detail::Date(to))],
                ..FieldFault::plain(&name, "shown-on")
            }),
        }
    }

    fn limit_typed(&self, typed: &Typed) -> Result<Option<Limit>, FieldFault> {
        let Some((_, taken, filled, editable)) = &self.limit else {
            return Ok(None);
        };
        match self.given(typed, "limit")? {
            Some(given) if *editable => limits::read(&self.field("limit"), given, *taken).map(Some),
            _ => Ok(filled.clone()),
        }
    }
}

/// What stands under a tick: that the rules bring it along, what it binds, by which day it is shown, and what it rests on.
fn hint(t: Text, rulebook: &rulebook::Rulebook, one: &InLibrary<'_>, within: (Date, Date)) -> String {
    let expected = one.expected.then(|| t.get("library-expected").into_owned());
    let bound = one.condition.limit.as_ref();
    let limit = match (&one.limit, bound.map(|bound| bound.editable)) {
        (Some(limit), _) => Some(limit_words(t, limit, None)),
        (None, Some(_)) => Some(t.get("library-limit-open").into_owned()),
        (None, None) => None,
    };
    let day = one.condition.shown_by.map(|by| day_said(t, one, by, within));
    let basis = &one.condition.basis;
    let basis = match basis.kind {
        BasisKind::Assumption => t.get("library-own-words").into_owned(),
        _ => {
            let citation = rulebook.translated(&basis.citation, t.language().tag());
            t.one("library-rests-on", "citation", citation)
        }
    };
    let said: Vec<String> = [expected, limit, day, Some(basis)]
        .into_iter()
        .flatten()
        .collect();
    said.join(" ")
}

/// By which day the rulebook has something shown, and which day that is here.
fn day_said(t: Text, one: &InLibrary<'_>, by: ShownBy, within: (Date, Date)) -> String {
    let days = i64::from(by.days).into();
    let id = format!("library-days-{}-{}", by.unit.name(), one.phase.name());
    let distance = t.with(&id, [("days", days)]);
    let Some(day) = one.shown_by else {
        return t.one("library-day-unknown", "days", distance);
    };
    let id = if day < within.0 {
        "library-day-past"
    } else {
        "library-day"
    };
    let words = [("date", t.date(day).into()), ("days", distance.into())];
    t.with(id, words)
}
