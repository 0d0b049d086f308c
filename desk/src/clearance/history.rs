//! The history of a case as one person reads it, and the case as a bundle that can be verified elsewhere.

use super::case::CaseView;
use crate::store::{StoredFact, StreamId};
use crate::{Desk, Fault};
use act::{
    Actor, ApplicationId, AttachmentId, AuthorityId, Date, Money, OrganisationId, Recorded, Timestamp,
};
use clearance::{Application, ApplicationFact, Deed, Happened, Otherwise, Reading};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How a bundle names its form (`docs/formats/bundle.md`).
pub const BUNDLE_FORMAT: &str = "placet-bundle/1";
/// What a bundle says of itself.
pub const BUNDLE_CASE: &str = "case.json";

/// One thing that happened, as one person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happened; without its words where they are not for this person.
    pub happened: Happened,
    /// Whether words of it are not for this person.
    pub withheld: bool,
    /// Whether the fact is for this person whole, so that it can be handed out with its proof.
    pub whole: bool,
    /// Whether all pieces of the case that the fact holds are.
    pub open: bool,
}

/// A case and all that happened in it, as one person reads both.
#[derive(Clone, Debug)]
pub struct History {
    /// The case.
    pub view: CaseView,
    /// What happened, the first first.
    pub told: Vec<Told>,
}

/// A file of a bundle, by which it is known to be the one that was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleFile {
    /// Which.
    pub attachment: AttachmentId,
    /// What it is called.
    pub name: String,
    /// Where it is in the bundle.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// A fact of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleFact {
    /// Its number among those of the case, from 1.
    pub number: usize,
    /// Where its receipt is in the bundle.
    pub path: String,
}

/// A line of the history in a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleLine {
    /// The number of its fact.
    pub number: usize,
    /// When.
    pub at: Timestamp,
    /// What, by a stable name.
    pub what: String,
    /// About which authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityId>,
    /// About which of its conditions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<u32>,
    /// The permit, the document or the body of appeal that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    /// How much money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// For how many days more an authority asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// The day that a letter bears, or the last one of a suspension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// What an offer would have otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<Otherwise>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Whether why was sealed: the first of the words is then the legal ground.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// Whether something was said that is not for whoever took the bundle.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withheld: bool,
}

/// What a bundle says of itself: its file [`BUNDLE_CASE`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleCase {
    /// [`BUNDLE_FORMAT`].
    pub format: String,
    /// The name of the ledger.
    pub origin: String,
    /// The application.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// When it was taken.
    pub taken: Timestamp,
    /// For whom: it has what people of this organisation read, in this role.
    pub organisation: OrganisationId,
    /// The role.
    pub role: String,
    /// How the case stood, in the form of the program that wrote it: to be read, and proven by nothing but the facts.
    pub state: serde_json::Value,
    /// All that happened, the first first.
    pub history: Vec<BundleLine>,
    /// The facts of it that are for this reader whole, each with its proof.
    pub facts: Vec<BundleFact>,
    /// The files.
    pub files: Vec<BundleFile>,
}

/// A case as a bundle: what its archive has.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// What it says of itself.
    pub case: BundleCase,
    /// The texts in it, each at its path: this, and the receipts.
    pub texts: Vec<(String, String)>,
}

fn name(deed: Deed) -> String {
    match deed {
        Deed::News(news) => news.name().to_owned(),
        Deed::Letter(news) => format!("letter-{}", news.name()),
        Deed::Recommended(news) => format!("recommended-{}", news.name()),
        Deed::AdviceGiven(_) => "advice-given".to_owned(),
        other => other.own_name().unwrap_or_default().to_owned(),
    }
}

/// How one person reads what happened in a case; nothing where it is not for them at all.
fn read_by(view: &CaseView, happened: Happened) -> Option<Told> {
    let stands = (view.sight, view.context.actor.organisation);
    let Reading {
        reads,
        hears,
        whole,
        open,
    } = happened.reading(&view.application, stands);
    reads.then(|| {
        let mut happened = happened;
        let mut withheld = false;
        if !hears {
            // Where nothing was said, nothing is withheld.
            withheld = !happened.words.is_empty() || happened.share.is_some();
            happened.words.clear();
            happened.share = None;
        }
        if !open {
            withheld = true;
            happened.named = None;
            happened.pieces.clear();
        }
        Told {
            happened,
            withheld,
            whole,
            open,
        }
    })
}

/// The facts of a case that were not erased, each with its number.
fn recorded(facts: &[StoredFact]) -> Result<(Vec<usize>, Vec<Recorded<ApplicationFact>>), Fault> {
    let mut all = (vec![], vec![]);
    for fact in facts {
        let Some(payload) = fact.payload.as_deref() else {
            continue;
        };
        let (_, recorded) = record::read::<ApplicationFact>(payload).map_err(|fault| {
            Fault::Store(crate::store::StoreFault::Corrupt {
                what: fault.to_string(),
            })
        })?;
        all.0.push(usize::try_from(fact.version).unwrap_or(usize::MAX));
        all.1.push(recorded);
    }
    Ok(all)
}

impl Desk {
    /// A case and all that happened in it, as an actor reads both.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it is not for this actor.
    pub async fn history(&self, actor: &Actor, id: ApplicationId) -> Result<History, Fault> {
        self.history_of(actor, id).await.map(|(history, _)| history)
    }

    async fn history_of(
        &self,
        actor: &Actor,
        id: ApplicationId,
    ) -> Result<(History, Vec<StoredFact>), Fault> {
        let view = self.case(actor, id).await?;
        let facts = self.store.stream(&StreamId::new("application", id)).await?;
        let (numbers, recorded) = recorded(&facts)?;
        let all = clearance::history(&recorded).into_iter();
        let numbered = all.filter_map(|one| {
            let number = *numbers.get(one.number.checked_sub(1)?)?;
            Some(Happened { number, ..one })
        });
        let told = numbered.filter_map(|one| read_by(&view, one)).collect();
        Ok((History { view, told }, facts))
    }

    /// A case as a bundle, for whoever reads it: what they read, the facts that they read whole with their proofs, and where each file
    /// is to be. The files themselves are read one at a time, by [`Desk::file`].
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor.
    pub async fn bundle(&self, actor: &Actor, id: ApplicationId) -> Result<Bundle, Fault> {
        let (History { view, told }, facts) = self.history_of(actor, id).await?;
        let mut texts = vec![];
        let mut proven = vec![];
        for one in told.iter().filter(|one| one.whole) {
            let number = one.happened.number;
            let is_it = |fact: &&StoredFact| usize::try_from(fact.version).ok() == Some(number);
            let Some(fact) = facts.iter().find(is_it).cloned() else {
                continue;
            };
            let receipt = self.receipt(fact).await?;
            let json = receipt
                .to_json()
                .map_err(|fault| Fault::SetUp(fault.to_string()))?;
            let path = format!("facts/{number:04}.json");
            texts.push((path.clone(), json));
            proven.push(BundleFact { number, path });
        }
        let case = BundleCase {
            format: BUNDLE_FORMAT.to_owned(),
            origin: self.origin().to_owned(),
            application: id,
            reference: view.application.reference.clone(),
            taken: view.context.at,
            organisation: actor.organisation,
            role: actor.role.name().to_owned(),
            state: serde_json::to_value(&view.application)
                .map_err(|fault| Fault::SetUp(fault.to_string()))?,
            history: told.into_iter().map(line).collect(),
            facts: proven,
            files: files(&view.application),
        };
        let text = serde_json::to_string_pretty(&case).map_err(|fault| Fault::SetUp(fault.to_string()))?;
        texts.insert(0, (BUNDLE_CASE.to_owned(), text + "\n"));
        Ok(Bundle { case, texts })
    }
}

impl BundleLine {
    /// The line of something that happened, with all its words.
    #[must_use]
    pub fn of(happened: Happened) -> BundleLine {
        BundleLine {
            number: happened.number,
            at: happened.by.at,
            what: name(happened.deed),
            authority: happened.authority,
            condition: happened.condition,
            named: happened.named,
            amount: happened.amount,
            days: happened.days,
            day: happened.day,
            otherwise: happened.otherwise,
            words: happened.words,
            sealed: happened.sealed,
            withheld: false,
        }
    }
}

fn line(told: Told) -> BundleLine {
    BundleLine {
        withheld: told.withheld,
        ..BundleLine::of(told.happened)
    }
}

/// The files of a case as it was shown, each under its number and the ending of its name: what people call files is no path.
fn files(application: &Application) -> Vec<BundleFile> {
    let mut met = BTreeSet::new();
    let all = super::of_case(application).filter(|one| met.insert(one.attachment));
    let all = (1..).zip(all);
    all.map(|(number, one)| {
        let name = one.name.to_string();
        let ending = name.rsplit_once('.').map_or("bin", |(_, ending)| ending);
        let is_plain = ending.len() <= 5 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let ending = if is_plain { ending } else { "bin" };
        BundleFile {
            attachment: one.attachment,
            path: format!("files/{number:02}.{ending}"),
            sha256: one.sha256.clone(),
            name,
        }
    })
    .collect()
}
