//! What of a case may be public by a rulebook: its part `[public]`, and what the rules of its table withhold.

use crate::compiled::Compiled;
use crate::decision::Decision;
use crate::{Answers, EvaluationError, Public, Publicity, Rulebook, Withheld};

impl Rulebook {
    /// What it says may be public, if it says so.
    #[must_use]
    pub fn public(&self) -> Option<&Public> {
        self.settings.public.as_ref()
    }

    /// The table of what is withheld.
    pub(crate) fn withholding(&self) -> Option<&Decision> {
        self.withholding.as_ref().map(|(decision, _)| decision)
    }

    /// What of an application with these answers may be public; nothing where the rulebook does not say.
    ///
    /// # Errors
    /// As [`Rulebook::evaluate`].
    pub fn publicity(&self, answers: &Answers) -> Result<Option<Publicity>, EvaluationError> {
        let Some(public) = self.public() else {
            return Ok(None);
        };
        let withheld = match &self.withholding {
            Some((table, compiled)) => withheld(table, compiled, answers)?,
            None => vec![],
        };
        Ok(Some(Publicity {
            from: public.from,
            keeps: public.keeps.clone(),
            shows: public.shows.clone(),
            withheld,
        }))
    }
}

fn withheld(
    table: &Decision,
    compiled: &Compiled,
    answers: &Answers,
) -> Result<Vec<Withheld>, EvaluationError> {
    let prepared = compiled.prepare(table, &table.given(answers))?;
    let withheld = |at: usize| {
        let rule = table.rules.get(at)?;
        Some(Withheld {
            field: rule.answer.parse().ok()?,
            until_over: rule.until_over,
            rule: table.cited(at),
            reason: rule.reason.clone(),
            citation: rule.citation.clone(),
            kind: rule.kind,
            link: rule.link.clone(),
        })
    };
    Ok(compiled
        .answering(table, &prepared)?
        .filter_map(withheld)
        .collect())
}
