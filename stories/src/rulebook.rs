//! A rulebook brought to a stage in one call, through the desk: worked on, proposed, approved.

use crate::case::RULEBOOK;
use crate::installation::Installation;
use crate::trouble::{Told, trouble};
use act::{Actor, Date};
use desk::governance::{Draft, DraftChange, ProposalChange, RuleChange};

/// The day from which the changed rulebook is to bind.
pub const BINDS_FROM: &str = "2023-10-01";

/// What is said with a version.
fn words(version: &str, from: &str) -> DraftChange {
    DraftChange::Words {
        name: version.to_owned(),
        from: from.to_owned(),
        purpose: "Small gatherings need no consent.".to_owned(),
    }
}

/// The first rule asks for another number of people; all its other cells stay.
///
/// # Errors
/// If the draft has no such rule.
pub fn first_rule_asks(draft: &Draft, people: &str) -> Told<DraftChange> {
    let (file, decision) = ("authorities.dmn".to_owned(), "authorities".to_owned());
    let table = draft.table(&file, &decision);
    let mut cells = table
        .and_then(|table| table.rule(1).cloned())
        .ok_or_else(|| trouble("there is no first rule"))?;
    if let Some(cell) = cells.inputs.get_mut(2) {
        people.clone_into(cell);
    }
    Ok(DraftChange::Rule {
        file,
        decision,
        row: 1,
        change: RuleChange::Write(cells),
    })
}

impl Installation {
    /// The day from which the next version could bind, if that is later than [`BINDS_FROM`].
    ///
    /// # Errors
    /// If there is no rulebook.
    pub fn binds_next(&self) -> Told<String> {
        let first: Date = BINDS_FROM.parse()?;
        let known = self.desk.rulebooks();
        let last = known.bindings(RULEBOOK).last();
        let last = last.ok_or_else(|| trouble("there is no rulebook"))?;
        Ok(last.from.tomorrow()?.max(first).to_string())
    }

    /// A version that is worked on: the last one with its first rule changed, under another name.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn rulebook_drafted(&self, by: &Actor, version: &str) -> Told<Draft> {
        let known = self.desk.rulebooks();
        let last = known.bindings(RULEBOOK).last();
        let last = last.ok_or_else(|| trouble("there is no rulebook"))?;
        let hash = last.version.rulebook.hash();
        let draft = self.desk.begin_rulebook_draft(by, RULEBOOK, hash).await?;
        let draft = self.desk.rulebook_draft(by, &draft).await?;
        let changes = vec![
            words(version, &self.binds_next()?),
            first_rule_asks(&draft, "> 200")?,
        ];
        Ok(self
            .desk
            .change_rulebook_draft(by, &draft.id, draft.version, changes)
            .await?)
    }

    /// The same, proposed; gives its number.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn rulebook_proposed(&self, by: &Actor, version: &str) -> Told<u32> {
        let draft = self.rulebook_drafted(by, version).await?;
        Ok(self.desk.propose(by, &draft).await?)
    }

    /// The same, approved by the second rule maker.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn rulebook_approved(&self, version: &str) -> Told<u32> {
        let maker = self.cast.actor("rule-maker")?;
        let number = self.rulebook_proposed(maker, version).await?;
        let second = self.cast.actor("second-rule-maker")?;
        self.desk
            .change_proposal(second, RULEBOOK, number, ProposalChange::Approve)
            .await?;
        Ok(number)
    }
}
