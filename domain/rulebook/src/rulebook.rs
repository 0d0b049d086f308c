//! A rulebook that was loaded: its parts, and its answer.

use crate::compiled::Compiled;
use crate::decision::{Decision, Rule};
use crate::given::Given;
use crate::settings::Settings;
use crate::{
    AnswerFault, Answers, Attachments, Authority, Evaluation, EvaluationError, Input, Jurisdiction,
    KeptDistance, LeadTime, Localised, Period, PeriodBasis, Prepared, Required, Value,
};
use dmn::Model;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A version of a rulebook, checked whole.
#[derive(Clone, Debug)]
pub struct Rulebook {
    pub(crate) settings: Settings,
    pub(crate) decision: Decision,
    pub(crate) compiled: Compiled,
    /// The table of what is withheld from the public, if there is one.
    pub(crate) withholding: Option<(Decision, Compiled)>,
    /// The files of decision models by their names.
    pub(crate) models: Vec<(String, Model)>,
    pub(crate) hash: String,
}

impl Rulebook {
    /// Its id, such as `kh-phnom-penh`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.settings.id
    }

    /// The version as its makers call it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.settings.version
    }

    /// SHA-256 over its files in lower-case hexadecimal: the version that counts. How it is made: `docs/formats/rulebook.md`.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// What it is about.
    #[must_use]
    pub fn title(&self) -> &Localised {
        &self.settings.title
    }

    /// What references of applications begin with, such as `PNH`.
    #[must_use]
    pub fn reference_prefix(&self) -> &str {
        &self.settings.reference_prefix
    }

    /// The languages that all of its texts have, the first one first.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.settings.languages
    }

    /// IANA time zone of its jurisdiction.
    #[must_use]
    pub fn timezone(&self) -> &str {
        &self.settings.timezone
    }

    /// The id of the authority that validates, follows and issues.
    #[must_use]
    pub fn lead(&self) -> &str {
        &self.settings.lead
    }

    /// The id of the decision whose table names the authorities; its rules are cited by it.
    #[must_use]
    pub fn decision(&self) -> &str {
        &self.decision.id
    }

    /// The first day on which it is in force.
    #[must_use]
    pub fn valid_from(&self) -> Date {
        self.settings.valid_from
    }

    /// The last day on which it is in force, if it has one.
    #[must_use]
    pub fn valid_to(&self) -> Option<Date> {
        self.settings.valid_to
    }

    /// Whether it is in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> bool {
        self.settings.valid_from <= day && self.settings.valid_to.is_none_or(|last| day <= last)
    }

    /// What it asks, in order.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.settings.inputs
    }

    /// A question by its id.
    #[must_use]
    pub fn input(&self, id: &str) -> Option<&Input> {
        self.settings.inputs.iter().find(|input| input.id == id)
    }

    /// Every authority that it may name, in order.
    #[must_use]
    pub fn authorities(&self) -> &[Authority] {
        &self.settings.authorities
    }

    /// An authority by its id.
    #[must_use]
    pub fn authority(&self, id: &str) -> Option<&Authority> {
        self.settings
            .authorities
            .iter()
            .find(|authority| authority.id == id)
    }

    /// The text of a reason by the id that a rule that fired carries.
    #[must_use]
    pub fn reason(&self, id: &str) -> Option<&Localised> {
        self.settings.reasons.get(id)
    }

    /// Every reason that its rules may give, by their ids.
    #[must_use]
    pub fn reasons(&self) -> &BTreeMap<String, Localised> {
        &self.settings.reasons
    }

    /// The periods that its rules may give instead of an authority's own, by their ids.
    #[must_use]
    pub fn periods(&self) -> &BTreeMap<String, (Period, PeriodBasis)> {
        &self.settings.periods
    }

    /// A citation, a note or a deputy's post in a language, as far as `rulebook.toml` has it in several; else as it is.
    #[must_use]
    pub fn translated<'a>(&'a self, text: &'a str, language: &str) -> &'a str {
        let known = self.settings.translations.iter().find(|known| known.has(text));
        known.map_or(text, |known| known.in_language(language))
    }

    /// Where what a rule rests on is published, by the name that traces give the rule.
    #[must_use]
    pub fn link(&self, rule: &str) -> Option<&str> {
        self.cited(rule)?.link.as_deref()
    }

    /// A rule by the name that traces give it.
    fn cited(&self, rule: &str) -> Option<&Rule> {
        let (table, number) = rule.rsplit_once('/')?;
        let at = number.parse::<usize>().ok()?.checked_sub(1)?;
        let mut tables = std::iter::once(&self.decision).chain(self.withholding());
        tables.find(|of| of.id == table)?.rules.get(at)
    }

    /// The questions on whose answers a rule depends, by the name that traces give the rule: those that it tests, itself or through
    /// decisions, and those by which the distances are told that it attaches.
    #[must_use]
    pub fn reads(&self, rule: &str) -> Vec<&str> {
        let Some(rule) = self.cited(rule) else {
            return vec![];
        };
        let tells = |input: &str| {
            let distances = rule.attached.distances.iter();
            let mut distances = distances.filter_map(|id| self.attachments().distances.get(id));
            distances.any(|distance| distance.input == input)
        };
        let inputs = self.inputs().iter().map(|input| input.id.as_str());
        inputs
            .filter(|input| rule.cells.iter().any(|cell| cell.asks(input)) || tells(input))
            .collect()
    }

    /// The rules by which authorities are asked that depend on the answer to a question, each by the name that traces give it.
    #[must_use]
    pub fn rules_reading(&self, input: &str) -> Vec<String> {
        self.rules_that(|name, _| self.reads(name).contains(&input))
    }

    /// The same of those that want a document.
    #[must_use]
    pub fn rules_wanting(&self, document: &str) -> Vec<String> {
        self.rules_that(|_, rule| rule.attached.documents.iter().any(|id| id == document))
    }

    fn rules_that(&self, is_one: impl Fn(&str, &Rule) -> bool) -> Vec<String> {
        let all = (1..).zip(&self.decision.rules);
        let all = all.map(|(number, rule): (usize, &Rule)| (format!("{}/{number}", self.decision.id), rule));
        let ones = all.filter(|(name, rule)| is_one(name, rule));
        ones.map(|(name, _)| name).collect()
    }

    /// Where it holds, if it says so.
    #[must_use]
    pub fn jurisdiction(&self) -> Option<&Jurisdiction> {
        self.settings.jurisdiction.as_ref()
    }

    /// What its rules may attach: documents, fees, conditions, lead times, safety distances.
    #[must_use]
    pub fn attachments(&self) -> &Attachments {
        &self.settings.attachments
    }

    /// Reads an answer as a person typed it, by the question's own declaration.
    ///
    /// # Errors
    /// See [`AnswerFault`].
    pub fn answer(&self, input: &str, typed: &str) -> Result<Value, AnswerFault> {
        let asked = self.input(input).ok_or_else(|| AnswerFault::UnknownInput {
            input: input.to_owned(),
        })?;
        asked.answer(typed)
    }

    /// The authorities that must be asked, each with the rules that say so. A question without an answer meets no test but `-`.
    ///
    /// # Errors
    /// [`EvaluationError::UnknownInput`] and [`EvaluationError::WrongType`] for answers that are none of this rulebook's;
    /// [`EvaluationError::Conflict`] where the table contradicts itself.
    pub fn evaluate(&self, answers: &Answers) -> Result<Evaluation, EvaluationError> {
        self.evaluated(&self.decision.given(answers))
    }

    pub(crate) fn evaluated(&self, given: &Given<'_>) -> Result<Evaluation, EvaluationError> {
        let prepared = self.compiled.prepare(&self.decision, given)?;
        let answering = self.compiled.answering(&self.decision, &prepared)?;
        Ok(self.traced(answering, given))
    }

    /// The same as [`Rulebook::evaluate`], straight from the table: every test of every rule is put to its answer. It is
    /// slower and plain to see through; the compiled evaluation is held to it.
    ///
    /// # Errors
    /// As [`Rulebook::evaluate`].
    pub fn interpret(&self, answers: &Answers) -> Result<Evaluation, EvaluationError> {
        self.check_types(answers)?;
        let given = self.decision.given(answers);
        let answering = self.decision.interpret(&given)?;
        Ok(self.traced(answering.into_iter(), &given))
    }

    /// Makes answers ready, so that evaluating them touches no text any more.
    ///
    /// # Errors
    /// [`EvaluationError::UnknownInput`] and [`EvaluationError::WrongType`] for answers that are none of this rulebook's.
    pub fn prepare(&self, answers: &Answers) -> Result<Prepared, EvaluationError> {
        self.compiled
            .prepare(&self.decision, &self.decision.given(answers))
    }

    /// The rows of the table that answer a case, from 1, in order: [`Rulebook::evaluate`] without its trace.
    ///
    /// # Errors
    /// [`EvaluationError::Conflict`] where the table contradicts itself.
    pub fn rows<'a>(
        &'a self,
        prepared: &'a Prepared,
    ) -> Result<impl Iterator<Item = usize> + 'a, EvaluationError> {
        Ok(self
            .compiled
            .answering(&self.decision, prepared)?
            .map(|rule| rule + 1))
    }

    fn traced(&self, answering: impl Iterator<Item = usize>, given: &Given<'_>) -> Evaluation {
        let mut asked: Vec<Option<Required>> = vec![None; self.settings.authorities.len()];
        for at in answering {
            let Some(rule) = self.decision.rules.get(at) else {
                continue;
            };
            let place = self.compiled.authorities.get(at).copied().unwrap_or(usize::MAX);
            let (Some(slot), Some(authority)) = (asked.get_mut(place), self.settings.authorities.get(place))
            else {
                continue;
            };
            let slot = slot.get_or_insert_with(|| by_no_rule(authority));
            self.add(slot, authority, rule, given);
            slot.fired.push(self.decision.fired(at, rule, given));
        }
        Evaluation {
            authorities: asked.into_iter().flatten().collect(),
        }
    }

    /// Adds what one rule says. Of periods and of lead times the longest counts, of equals the first.
    fn add(&self, required: &mut Required, authority: &Authority, rule: &Rule, given: &Given<'_>) {
        let (period, basis) = self.period(authority, rule.period.as_deref());
        if required.fired.is_empty() || period.measure() > required.period.measure() {
            required.period = period;
            required.period_basis = basis.clone();
        }
        let (attachments, attached) = (self.attachments(), &rule.attached);
        let longest = |lead: &&LeadTime| {
            let own = required.lead_time.as_ref();
            own.is_none_or(|own| lead.measure() > own.measure())
        };
        let lead = attachments.longest(attached).map(|(_, lead)| lead);
        if let Some(lead) = lead.filter(longest) {
            required.lead_time = Some(lead.clone());
        }
        for (all, ids) in [
            (&mut required.documents, &attached.documents),
            (&mut required.fees, &attached.fees),
            (&mut required.conditions, &attached.conditions),
        ] {
            for id in ids {
                if !all.contains(id) {
                    all.push(id.clone());
                }
            }
        }
        for id in &attached.distances {
            if required.distances.iter().any(|known| known.id == *id) {
                continue;
            }
            let known = attachments.distances.get(id).and_then(|distance| {
                match given.answers.get(&distance.input)? {
                    Value::Number(answer) => Some(distance.metres(*answer)),
                    _ => None,
                }
            });
            required.distances.push(KeptDistance {
                id: id.clone(),
                metres: known.flatten(),
                beyond: known == Some(None),
            });
        }
    }

    pub(crate) fn period<'a>(
        &'a self,
        authority: &'a Authority,
        own: Option<&str>,
    ) -> (Period, &'a PeriodBasis) {
        let own = own
            .and_then(|id| self.settings.periods.get(id))
            .map(|(period, basis)| (*period, basis));
        own.unwrap_or((authority.period, &authority.period_basis))
    }

    pub(crate) fn check_types(&self, answers: &Answers) -> Result<(), EvaluationError> {
        for (id, value) in answers {
            let input = self
                .input(id)
                .ok_or_else(|| EvaluationError::UnknownInput { input: id.clone() })?;
            if input.kind != value.kind() {
                let (expected, given) = (input.kind.name(), value.kind().name());
                return Err(EvaluationError::WrongType {
                    input: id.clone(),
                    expected,
                    given,
                });
            }
        }
        Ok(())
    }
}

/// An authority asked by no rule yet. Its period is that of the first rule.
fn by_no_rule(authority: &Authority) -> Required {
    Required {
        authority: authority.id.clone(),
        period: authority.period,
        period_basis: authority.period_basis.clone(),
        fired: vec![],
        lead_time: None,
        documents: vec![],
        fees: vec![],
        conditions: vec![],
        distances: vec![],
    }
}
