//! The ticks of a list: what is ticked in it, where the list stood, and what can be done with what is ticked.

use super::Together;
use crate::Text;
use crate::form::Typed;
use crate::pages::id;
use crate::parts::Faults;
use crate::typed::{ALSO_CHOSEN_FIELD, CHOSEN_FIELD, LIST_AFTER_FIELD, LIST_KEY_FIELD, LIST_MINE_FIELD};
use crate::{Failure, paging};
use act::{ApplicationId, AuthorityId};
use clearance::acts::Seen;
use desk::clearance::{MOST_ON_A_PAGE, Position};
use desk::{Fault, FieldFault};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;

/// One that was ticked. A form carries it as `case`, `case/authority` or, once it was shown what it does, `case/authority/seen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pages) struct Chosen {
    pub case: ApplicationId,
    /// The authority whose referral it is; none where a case was ticked.
    pub authority: Option<AuthorityId>,
    /// What of the application was shown.
    pub seen: Option<Seen>,
}

impl Chosen {
    fn read(text: &str) -> Result<Chosen, Failure> {
        let mut parts = text.splitn(3, '/');
        let case = id(parts.next().unwrap_or_default())?;
        let authority = parts.next().map(id).transpose()?;
        let seen = parts.next().map(str::parse).transpose();
        Ok(Chosen {
            case,
            authority,
            seen: seen.map_err(|_| Failure::not_found())?,
        })
    }
}

impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.case)?;
        if let Some(authority) = &self.authority {
            write!(f, "/{authority}")?;
        }
        match &self.seen {
            Some(seen) => write!(f, "/{seen}"),
            None => Ok(()),
        }
    }
}

/// The tick of a line.
pub(in crate::pages) struct Tick {
    pub id: String,
    /// What it sends.
    pub value: String,
    /// Which line it ticks.
    pub words: String,
    pub ticked: bool,
}

impl Tick {
    /// That of a case or of an authority's referral, by the event's name and the application's reference.
    pub(in crate::pages) fn of(
        t: Text,
        (case, authority): (&str, Option<&AuthorityId>),
        (title, reference): (&str, &str),
    ) -> Tick {
        let part = |sign: &str| authority.map_or_else(String::new, |one| format!("{sign}{one}"));
        Tick {
            id: format!("{CHOSEN_FIELD}-{case}{}", part("-")),
            value: format!("{case}{}", part("/")),
            words: t.with(
                "together-tick",
                [("title", title.into()), ("reference", reference.into())],
            ),
            ticked: false,
        }
    }

    pub(in crate::pages) fn ticked(self, ticked: bool) -> Tick {
        Tick { ticked, ..self }
    }
}

/// What was ticked, each once, in the order of the list.
pub(super) fn chosen(typed: &Typed) -> Result<Vec<Chosen>, Failure> {
    read(typed.all(CHOSEN_FIELD))
}

/// The same, with what was ticked and cannot be done.
pub(super) fn chosen_ever(typed: &Typed) -> Result<Vec<Chosen>, Failure> {
    let mut all = typed.all(CHOSEN_FIELD);
    all.extend(typed.all(ALSO_CHOSEN_FIELD));
    read(all)
}

fn read(all: Vec<&str>) -> Result<Vec<Chosen>, Failure> {
    let mut known = BTreeSet::new();
    let all = all.into_iter().map(Chosen::read);
    let all = all.collect::<Result<Vec<_>, _>>()?.into_iter();
    Ok(all
        .filter(|one| known.insert((one.case, one.authority.clone())))
        .collect())
}

/// That something is ticked, and no more than stands on a page.
pub(super) fn some(chosen: Vec<Chosen>) -> Result<Vec<Chosen>, Fault> {
    let code = match chosen.len() {
        0 => "none-chosen",
        count if count > MOST_ON_A_PAGE => "too-many-chosen",
        _ => return Ok(chosen),
    };
    Err(Fault::Invalid(vec![FieldFault::plain(CHOSEN_FIELD, code)]))
}

/// Which lines of a list are ticked.
#[derive(Clone, Debug, Default)]
pub(in crate::pages) enum Ticks {
    #[default]
    None,
    All,
    These(Vec<Chosen>),
}

impl Ticks {
    /// Whether this line is, of a case or of an authority's referral.
    pub(in crate::pages) fn has(&self, case: &str, authority: Option<&AuthorityId>) -> bool {
        let is = |one: &Chosen| {
            let same = authority.is_none() || one.authority.as_ref() == authority;
            same && one.case.to_string() == case
        };
        match self {
            Ticks::None => false,
            Ticks::All => true,
            Ticks::These(all) => all.iter().any(is),
        }
    }
}

/// What an address says of ticks.
#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::pages) struct TickAll {
    tick: Option<String>,
}

impl TickAll {
    pub(in crate::pages) fn ticks(&self) -> Ticks {
        match self.tick.as_deref() {
            Some("all") => Ticks::All,
            _ => Ticks::None,
        }
    }
}

/// Where a list stood in which something was ticked: whether it was that of the reader's own work, and after which row it began.
#[derive(Clone, Debug, Default)]
pub(in crate::pages) struct Stand {
    pub mine: bool,
    pub after: Option<Position>,
}

impl Stand {
    /// As a form says it.
    pub(super) fn typed(typed: &Typed) -> Stand {
        let after = (
            typed.get(LIST_AFTER_FIELD).to_owned(),
            typed.get(LIST_KEY_FIELD).to_owned(),
        );
        Stand {
            mine: typed.given(LIST_MINE_FIELD),
            after: Some(after).filter(|(after, _)| !after.is_empty()),
        }
    }

    /// The fields by which a form says it.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let mine = self.mine.then(|| (LIST_MINE_FIELD, "yes".to_owned()));
        let after = self.after.iter();
        let after =
            after.flat_map(|(after, key)| [(LIST_AFTER_FIELD, after.clone()), (LIST_KEY_FIELD, key.clone())]);
        let all = mine.into_iter().chain(after);
        all.map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// A list in which lines can be ticked: what is said of that, and what can be done with those that are.
pub(in crate::pages) struct Ticking {
    pub legend: String,
    pub what: String,
    /// What is wrong with what was ticked.
    pub fault: Option<String>,
    /// Ticks all lines of the page, or takes all ticks away: the words and the address.
    pub all: (String, String),
    pub hidden: Vec<(String, String)>,
    /// What can be done with those that are ticked: the words, and where the form is then sent.
    pub buttons: Vec<(String, &'static str)>,
}

impl Ticking {
    /// Of a list with this address; none where nothing can be done together.
    pub(in crate::pages) fn of(
        t: Text,
        (path, stand): (&str, &Stand),
        ticks: &Ticks,
        acts: &[Together],
        faults: &Faults,
    ) -> Option<Ticking> {
        let first = acts.first()?;
        let (words, all) = match ticks {
            Ticks::All => ("together-untick", None),
            Ticks::None | Ticks::These(_) => ("together-tick-all", Some(("tick", "all"))),
        };
        let button = |act: &Together| {
            let words = t.get(&format!("together-{}", act.name()));
            (words.into_owned(), act.address())
        };
        Some(Ticking {
            legend: t.get("together-legend").into_owned(),
            what: t
                .get(&format!("together-what-{}", first.list_name()))
                .into_owned(),
            fault: faults.at(CHOSEN_FIELD).map(str::to_owned),
            all: (
                t.get(words).into_owned(),
                paging::address_of(path, stand.after.as_ref(), all),
            ),
            hidden: stand.fields(),
            buttons: acts.iter().map(button).collect(),
        })
    }

    /// What is wrong, said at the top with what it is about.
    pub(in crate::pages) fn named(t: Text, faults: Faults) -> Faults {
        faults.named([(CHOSEN_FIELD, t.get("together-legend").as_ref())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ticked_comes_back_as_it_was_sent_and_nothing_else_is_taken() {
        let case = "01890a5d-ac96-774b-bcce-b302099a8057";
        for part in ["", "/moi", "/phnom-penh/2.1.0.0.1"] {
            let text = format!("{case}{part}");
            assert_eq!(Chosen::read(&text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "moi",
            "/moi",
            "x/moi",
            &format!("{case}/"),
            &format!("{case}/moi/1.2"),
        ] {
            assert!(Chosen::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_ticked_twice_counts_once_and_where_the_list_stood_is_kept() {
        let case = "01890a5d-ac96-774b-bcce-b302099a8057";
        let stand = Stand {
            mine: true,
            after: Some(("2023-11-19 x".to_owned(), "a/b".to_owned())),
        };
        let typed = stand
            .fields()
            .iter()
            .fold(Typed::default(), |typed, (name, value)| {
                typed.and(name, value.as_str())
            });
        let twice = [format!("{case}/moi"), format!("{case}/moi/0.0.0.0.0")];
        let typed = twice
            .iter()
            .fold(typed, |typed, one| typed.and(CHOSEN_FIELD, one.as_str()));
        assert_eq!(chosen(&typed).unwrap().len(), 1);
        let back = Stand::typed(&typed);
        assert_eq!((back.mine, back.after), (stand.mine, stand.after));
    }
}
