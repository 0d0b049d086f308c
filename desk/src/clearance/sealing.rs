//! Reasons that were sealed: their words and salt are kept beside the ledger, and read by those alone who may.

use super::acts::Doing;
use crate::beside::Beside;
use crate::fault::Refused;
use crate::store::{Store, StoreFault};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, OrganisationId, Reason, Role};
use clearance::acts::{CaseAct, Seen, UnsealReasons};
use clearance::{
    Application, ApplicationFact, Commitment, Opening, Salt, SealedOf, SealedReasons, Sight, sight,
};
use ledger::Receipt;
use rulebook::Rulebook;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

pub(super) const SEALED: Beside = Beside("sealed");

/// How the file of sealed reasons names its form (`docs/formats/reasons.md`).
const FORMAT: &str = "placet-reasons/1";

/// The words of sealed reasons that one person may read, by their commitments.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SealedWords(BTreeMap<Commitment, Reason>);

impl SealedWords {
    /// The words of one commitment.
    #[must_use]
    pub fn of(&self, commitment: &Commitment) -> Option<&Reason> {
        self.0.get(commitment)
    }
}

/// No word of them is written for whoever mends the program.
impl fmt::Debug for SealedWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealedWords({})", self.0.len())
    }
}

/// Whether a person reads sealed reasons that were not opened: whoever works for the authority that sealed them, whoever decides for the one
/// that leads, and whoever decides for one that the rulebook names there. What was recommended is for the own authority alone.
fn reads(
    application: &Application,
    rulebook: Option<&Rulebook>,
    actor: &Actor,
    one: &SealedReasons<'_>,
) -> bool {
    let is_for_lead = one.of.is_for_lead() && application.is_led_by(actor.organisation);
    if one.whose == actor.organisation || is_for_lead {
        return matches!(actor.role, Role::Officer | Role::Decider | Role::Coordinator);
    }
    if actor.role != Role::Decider || one.of == SealedOf::Recommendation {
        return false;
    }
    let named = rulebook.and_then(|rulebook| rulebook.authority(one.authority.as_str()));
    let named = named.map_or(&[][..], |one| &one.sealed_readers);
    let mut theirs = application.referred_to(actor.organisation);
    application.is_led_by(actor.organisation)
        || theirs.any(|theirs| named.iter().any(|id| id == theirs.authority.as_str()))
}

/// Whether somebody reads what came with words while they are sealed, the scan of a letter or the document of advice by a link: the people
/// of whoever sealed them, but for its auditors, and whoever coordinates for the lead.
pub(super) fn reads_file(sight: Sight, organisation: OrganisationId, whose: OrganisationId) -> bool {
    sight == Sight::Lead || (whose == organisation && sight != Sight::Auditor)
}

/// Whether people of an organisation are handed the proof of words that they read: the fact of a letter, or of advice by a link, names what
/// came with it. The scan of a letter other authorities never read, also once it is open.
#[must_use]
pub fn proves_to(
    application: &Application,
    sight: Sight,
    organisation: OrganisationId,
    one: &SealedReasons<'_>,
) -> bool {
    match one.of {
        SealedOf::Letter | SealedOf::AdviceByLink if one.sealed.is_shut() => {
            reads_file(sight, organisation, one.whose)
        }
        SealedOf::Letter => {
            one.whose == organisation
                || application.is_led_by(organisation)
                || application.is_organised_by(organisation)
        }
        _ => true,
    }
}

/// What is wrong with the reasons that were sealed in an application: what was opened has to make up its commitment, and what was not
/// has to be kept.
pub(crate) async fn differing(
    store: &dyn Store,
    application: &Application,
) -> Result<Vec<String>, StoreFault> {
    let mut differences = vec![];
    for one in application.sealed() {
        let commitment = &one.sealed.commitment;
        let is_so = match &one.sealed.opened {
            Some(opened) => opened.opening.commitment() == *commitment,
            None => SEALED.kept(store, commitment).await?.is_some(),
        };
        if !is_so {
            differences.push(format!(
                "the reasons that {} sealed as {commitment} are missing, or are not those that were sealed; restore \
                 them from a backup",
                one.authority
            ));
        }
    }
    Ok(differences)
}

/// The proof that words are those that were sealed: they, their salt, and the receipt of the fact that has their commitment.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    words: Reason,
    salt: Salt,
    fact: serde_json::Value,
}

/// A file of sealed reasons, read and not verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonsFile {
    /// The words and their salt.
    pub opening: Opening,
    /// The receipt of the fact that has their commitment.
    pub receipt: Receipt,
}

impl ReasonsFile {
    /// The file of that text; none if it is not in that form.
    #[must_use]
    pub fn read(text: &str) -> Option<ReasonsFile> {
        let file: File = serde_json::from_str(text).ok()?;
        let receipt = Receipt::from_json(&file.fact.to_string()).ok()?;
        let (words, salt) = (file.words, file.salt);
        (file.format == FORMAT).then_some(ReasonsFile {
            opening: Opening { words, salt },
            receipt,
        })
    }

    /// Whether a text says that it is such a file.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        let named = serde_json::from_str::<serde_json::Value>(text).ok();
        named.is_some_and(|value| value.get("format").and_then(|one| one.as_str()) == Some(FORMAT))
    }

    fn written(&self) -> Option<String> {
        let file = File {
            format: FORMAT.to_owned(),
            words: self.opening.words.clone(),
            salt: self.opening.salt,
            fact: serde_json::from_str(&self.receipt.to_json().ok()?).ok()?,
        };
        Some(serde_json::to_string_pretty(&file).ok()? + "\n")
    }
}

/// The commitment that a fact has, if its reasons were sealed.
#[must_use]
pub fn sealed_by(fact: &ApplicationFact) -> Option<Commitment> {
    match fact {
        ApplicationFact::Decided { sealed, .. }
        | ApplicationFact::Recommended { sealed, .. }
        | ApplicationFact::ConditionsRevised { sealed, .. }
        | ApplicationFact::PermitSuspended { sealed, .. }
        | ApplicationFact::PermitRevoked { sealed, .. } => *sealed,
        ApplicationFact::LetterRecorded(one) => one.sealed,
        ApplicationFact::AdviceGiven(one) => one.sealed,
        _ => None,
    }
}

impl Desk {
    /// Carries an act out whose reasons are sealed, where there are such: these words are kept, and their commitment alone is in the fact.
    /// The reasons of the act are then the legal ground, which all read.
    ///
    /// # Errors
    /// As [`Desk::change_as_seen`].
    pub async fn change_sealing(
        &self,
        actor: &Actor,
        id: ApplicationId,
        act: impl Into<CaseAct>,
        seen: Option<Seen>,
        words: Option<&Reason>,
    ) -> Result<(), Fault> {
        let Some(words) = words else {
            return self.change_as_seen(actor, id, act, seen).await;
        };
        let opening = self.with_salt(words);
        let commitment = opening.commitment();
        let doing = Doing {
            act: act.into(),
            seen,
            sealed: Some(commitment),
        };
        // What would be refused keeps nothing.
        self.would_do(actor, id, doing.clone()).await?;
        let store = self.store.as_ref();
        SEALED.keep(store, id, &opening).await?;
        let done = self.do_it(actor, id, doing).await;
        SEALED.erase_unless(store, &commitment, &done).await?;
        done
    }

    /// What that would come to now. Nothing is recorded or kept.
    ///
    /// # Errors
    /// As [`Desk::change_sealing`].
    pub async fn would_change_sealing(
        &self,
        actor: &Actor,
        id: ApplicationId,
        act: impl Into<CaseAct>,
        seen: Option<Seen>,
        words: Option<&Reason>,
    ) -> Result<Application, Fault> {
        let doing = Doing {
            act: act.into(),
            seen,
            sealed: words.map(|words| self.with_salt(words).commitment()),
        };
        self.would_do(actor, id, doing).await
    }

    /// The words of sealed reasons of a case that this actor may read, unless they were opened: those the case has.
    pub(super) async fn sealed_words(
        &self,
        application: &Application,
        actor: &Actor,
    ) -> Result<SealedWords, Fault> {
        let pin = application.rulebook.as_ref();
        let rulebook = pin.and_then(|pin| self.rulebooks().version(&pin.hash));
        let mut words = SealedWords::default();
        for one in application.sealed() {
            let commitment = one.sealed.commitment;
            if one.sealed.opened.is_none() && reads(application, rulebook.as_deref(), actor, &one) {
                let opening = SEALED.kept(self.store.as_ref(), &commitment).await?;
                words.0.extend(opening.map(|one| (commitment, one.words)));
            }
        }
        Ok(words)
    }

    /// The act of opening, with the words and the salt that are kept. Whoever may not open them is told so before they are looked for.
    pub(super) async fn opening(
        &self,
        application: &Application,
        context: &act::Context,
        act: UnsealReasons,
    ) -> Result<UnsealReasons, Fault> {
        UnsealReasons::check(application, context, &act.commitment)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal)))?;
        let opening = SEALED.kept(self.store.as_ref(), &act.commitment).await?;
        Ok(UnsealReasons { opening, ..act })
    }

    /// The file that proves that words are those that were sealed, for whoever reads them.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there are none, or none for this actor.
    pub async fn reasons_file(
        &self,
        actor: &Actor,
        id: ApplicationId,
        commitment: &Commitment,
    ) -> Result<String, Fault> {
        let application = self.existing::<Application>(id).await?.state;
        let sight = sight(&application, actor).ok_or(Fault::NotFound)?;
        if let Some(pin) = &application.rulebook {
            self.know_version(&pin.hash).await?;
        }
        let one = application.sealed_as(commitment).ok_or(Fault::NotFound)?;
        if !proves_to(&application, sight, actor.organisation, &one) {
            return Err(Fault::NotFound);
        }
        let opening = match &one.sealed.opened {
            Some(opened) => Some(opened.opening.clone()),
            None if self
                .sealed_words(&application, actor)
                .await?
                .of(commitment)
                .is_some() =>
            {
                SEALED.kept(self.store.as_ref(), commitment).await?
            }
            None => None,
        };
        let opening = opening.ok_or(Fault::NotFound)?;
        let receipt = self
            .receipt_of(id, |fact| sealed_by(fact) == Some(*commitment))
            .await?;
        ReasonsFile { opening, receipt }
            .written()
            .ok_or_else(|| Fault::SetUp("the proof of sealed reasons could not be written".to_owned()))
    }
}
