//! A case as its facts alone tell it: from their JSON, by nothing of the program. Small enough to be held against the issue's own words.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use stories::Told;

/// Somebody who is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Asked {
    /// Only its advice is asked for: the outcome does not wait for it.
    advises: bool,
    /// Two people decide.
    four_eyes: bool,
    /// What it decided: that it agrees, or that it refuses.
    agrees: Option<bool>,
}

/// What became of a permit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Permit {
    #[default]
    None,
    Holds,
    Suspended,
    Revoked,
}

/// Where a case stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Case {
    found_valid: bool,
    returned: bool,
    withdrawn: bool,
    lapsed: bool,
    permit: Permit,
    asked: BTreeMap<String, Asked>,
    /// Of each authority the questions that are open, with the items that are awaited; they go on where it is asked anew.
    open: BTreeMap<String, BTreeMap<u64, BTreeSet<u64>>>,
    who: Who,
}

/// The organisations of a case. Two installations give them different ids, so they do not count when cases are compared.
#[derive(Clone, Debug, Default)]
struct Who {
    organisers: BTreeSet<String>,
    authorities: BTreeMap<String, String>,
}

impl PartialEq for Who {
    fn eq(&self, other: &Who) -> bool {
        self.organisers.len() == other.organisers.len()
            && self.authorities.keys().eq(other.authorities.keys())
    }
}

impl Eq for Who {}

/// A text of a JSON object.
fn text<'v>(value: &'v Value, key: &str) -> Told<&'v str> {
    Ok(value[key]
        .as_str()
        .ok_or_else(|| format!("no {key} in {value}"))?)
}

fn number(value: &Value, key: &str) -> Told<u64> {
    Ok(value[key]
        .as_u64()
        .ok_or_else(|| format!("no {key} in {value}"))?)
}

impl Case {
    /// Takes in the next fact; gives its kind, and that of what is in it where it has kinds of its own.
    pub fn reads(&mut self, bytes: &[u8]) -> Told<Vec<String>> {
        let fact: Value = serde_json::from_slice(bytes)?;
        let (kind, data) = (text(&fact, "kind")?, &fact["data"]);
        match kind.strip_prefix("application.").ok_or("no fact of a case")? {
            "submitted" => {
                self.returned = false;
                self.organised(&data["submission"])?;
            }
            "amended" => self.organised(&data["submission"])?,
            "found-valid" => self.found_valid = true,
            "returned" => self.returned = true,
            "withdrawn" => self.withdrawn = true,
            "lapsed" => self.lapsed = true,
            "referred" => self.ask(data)?,
            "asked-also" | "reopened" => self.ask(&data["referral"])?,
            "no-longer-asked" | "taken-back" => drop(self.asked.remove(text(data, "authority")?)),
            "decided" | "letter-recorded" => self.decide(data, text(&data["decision"], "decision")?)?,
            "silence-counted" => self.decide(data, text(data, "silence")?)?,
            "conditions-revised" => self.decide(data, "granted-with-conditions")?,
            "letter-disowned" => self.of(data)?.agrees = None,
            "permit-issued" | "suspension-lifted" | "suspension-ended" => self.permit = Permit::Holds,
            "permit-suspended" => self.permit = Permit::Suspended,
            "permit-revoked" => self.permit = Permit::Revoked,
            other => self.reads_of_questions(other, data)?,
        }
        let inner = data["kind"].as_str().map(str::to_owned);
        Ok(std::iter::once(kind.to_owned()).chain(inner).collect())
    }

    fn reads_of_questions(&mut self, kind: &str, data: &Value) -> Told {
        let ended: Vec<u64> = match kind {
            "question-asked" => {
                let items = data["items"].as_array().map_or(0, Vec::len) as u64;
                let open = self.open.entry(text(data, "authority")?.to_owned()).or_default();
                open.insert(number(data, "number")?, (1..=items).collect());
                return Ok(());
            }
            "question-answered" | "question-withdrawn" => vec![],
            "items-answered" => {
                let answers = data["answers"].as_array().into_iter().flatten();
                answers.map(|one| number(one, "item")).collect::<Told<_>>()?
            }
            "items-taken-back" => data["items"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_u64)
                .collect(),
            _ => return Ok(()),
        };
        let of = self
            .open
            .get_mut(text(data, "authority")?)
            .ok_or("no such question")?;
        let question = number(data, "number")?;
        let awaited = of.get_mut(&question).ok_or("that question is not open")?;
        awaited.retain(|item| !ended.contains(item));
        if ended.is_empty() || awaited.is_empty() {
            of.remove(&question);
        }
        Ok(())
    }

    fn organised(&mut self, submission: &Value) -> Told {
        let all = submission["organisers"]
            .as_array()
            .ok_or("nobody holds the event")?;
        self.who.organisers = all
            .iter()
            .map(|one| Ok(text(one, "organisation")?.to_owned()))
            .collect::<Told<_>>()?;
        Ok(())
    }

    /// An authority is asked, or asked anew: whatever it had decided.
    fn ask(&mut self, referral: &Value) -> Told {
        let id = text(referral, "authority")?.to_owned();
        let asked = Asked {
            advises: text(referral, "competence")? == "consultee",
            four_eyes: referral["four_eyes"] == true,
            agrees: None,
        };
        self.who
            .authorities
            .insert(id.clone(), text(referral, "organisation")?.to_owned());
        self.asked.insert(id, asked);
        Ok(())
    }

    fn of(&mut self, data: &Value) -> Told<&mut Asked> {
        let id = text(data, "authority")?;
        Ok(self
            .asked
            .get_mut(id)
            .ok_or_else(|| format!("{id} is not asked"))?)
    }

    fn decide(&mut self, data: &Value, decision: &str) -> Told {
        let refuses = ["refused", "deemed-refused"].contains(&decision);
        self.of(data)?.agrees = Some(!refuses);
        Ok(())
    }

    /// Where it stands, by the name of the stage.
    pub fn stage(&self) -> &'static str {
        match (self.withdrawn, self.permit, self.lapsed) {
            (true, _, _) => "withdrawn",
            (false, Permit::Holds, _) => "permitted",
            (false, Permit::Revoked, _) => "revoked",
            (false, Permit::Suspended, false) => "suspended",
            (false, _, true) => "lapsed",
            (false, Permit::None, false) if self.returned => "returned",
            (false, Permit::None, false) if !self.found_valid => "submitted",
            (false, Permit::None, false) if self.asked.values().all(|one| one.agrees.is_some()) => "decided",
            (false, Permit::None, false) => "in-circulation",
        }
    }

    /// What the decisions add up to: one refusal refuses, and all whose consent is needed have to agree.
    pub fn outcome(&self) -> &'static str {
        let of_those_who_count = || {
            self.asked
                .values()
                .filter(|one| !one.advises)
                .map(|one| one.agrees)
        };
        if self.asked.is_empty() {
            "not-circulated"
        } else if of_those_who_count().any(|agrees| agrees == Some(false)) {
            "refused"
        } else if of_those_who_count().any(|agrees| agrees.is_none()) {
            "pending"
        } else {
            "agreed"
        }
    }

    /// Whether nothing is decided on it any more.
    pub fn is_over(&self) -> bool {
        ["withdrawn", "revoked", "lapsed"].contains(&self.stage())
    }

    /// Whether nobody needs to be able to do anything more: it is over, or all have decided and someone refused.
    pub fn is_at_an_end(&self) -> bool {
        self.is_over() || self.stage() == "decided" && self.outcome() == "refused"
    }

    pub fn has_live_permit(&self) -> bool {
        ["permitted", "suspended"].contains(&self.stage())
    }

    pub fn is_organised_by(&self, organisation: &str) -> bool {
        self.who.organisers.contains(organisation)
    }

    pub fn asks(&self, authority: &str) -> bool {
        self.asked.contains_key(authority)
    }

    /// Whether that organisation is asked as that authority.
    pub fn is_of(&self, authority: &str, organisation: &str) -> bool {
        let known = self.who.authorities.get(authority);
        self.asks(authority) && known.is_some_and(|known| known == organisation)
    }

    /// Whether its consent is needed, and one person can give it.
    pub fn consents_alone(&self, authority: &str) -> bool {
        self.asked
            .get(authority)
            .is_some_and(|one| !one.advises && !one.four_eyes)
    }

    pub fn decided(&self, authority: &str) -> bool {
        self.asked.get(authority).is_some_and(|one| one.agrees.is_some())
    }

    pub fn has_open_question(&self, authority: &str) -> bool {
        self.open.get(authority).is_some_and(|open| !open.is_empty())
    }
}
