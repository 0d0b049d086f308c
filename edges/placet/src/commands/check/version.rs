//! By which version of its rulebook a case is checked: the one that it names, or, as on the pages, the one in force.

use crate::arguments::Check;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::rulebooks;
use desk::{Binding, Rulebooks, Version};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rulebook::{Rulebook, Wanted};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The version, and why it is this one.
pub struct Chosen {
    pub rulebook: Arc<Rulebook>,
    /// The first day on which it binds: the one that it was published for, where it was published.
    pub from: Date,
    pub standing: Standing,
}

impl Chosen {
    fn by_name(binding: &Binding) -> Self {
        Chosen {
            rulebook: Arc::clone(&binding.version.rulebook),
            from: binding.from,
            standing: Standing::Named,
        }
    }

    /// The one that is taken on a day.
    pub fn on(day: Date, binding: &Binding) -> Self {
        let begun = binding.from <= day && binding.version.rulebook.in_force_on(day);
        Chosen {
            standing: if begun {
                Standing::InForce
            } else {
                Standing::NotInForce
            },
            ..Chosen::by_name(binding)
        }
    }
}

/// Why a case is checked by a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The case names it.
    Named,
    /// It is in force on the day asked about.
    InForce,
    /// None is in force on that day, and this is the one that would be taken.
    NotInForce,
}

/// What there is of a rulebook.
struct Found {
    known: Rulebooks,
    /// Where it was looked for, for people.
    places: String,
}

impl Found {
    fn of(versions: Vec<Version>, places: String) -> Self {
        let known = versions.into_iter().fold(Rulebooks::new(), Rulebooks::with);
        Found { known, places }
    }
}

pub async fn choose(arguments: &Check, wanted: &Wanted) -> Result<Chosen, Failure> {
    let found = match &arguments.data {
        Some(data) => of_installation(data, arguments, &wanted.rulebook).await?,
        None => find(arguments.rulebooks.as_deref(), &arguments.file, &wanted.rulebook)?,
    };
    if let Some(version) = &wanted.version {
        return named(&found, &wanted.rulebook, version);
    }
    in_force(found, &wanted.rulebook, arguments.as_of)
}

fn named(found: &Found, id: &str, version: &str) -> Result<Chosen, Failure> {
    let all = found.known.bindings(id);
    let name = |one: &'_ Binding| one.version.rulebook.version().to_owned();
    if let Some(binding) = all.iter().find(|one| name(one) == version) {
        return Ok(Chosen::by_name(binding));
    }
    let there: Vec<String> = all.iter().map(name).collect();
    Err(Failure::usage(format!(
        "{}: there is no version \u{201c}{version}\u{201d} of the rulebook \u{201c}{id}\u{201d}; there is {}.\nName one of these in the case, none for the one in force, or another folder with --rulebooks or --data.",
        found.places,
        there.join(", ")
    )))
}

/// The version in force on a day, by the rule of the pages.
fn in_force(found: Found, id: &str, day: Date) -> Result<Chosen, Failure> {
    let Found { known, places } = found;
    let last = known.bindings(id).last();
    let zone = last.map_or("UTC", |last| last.version.rulebook.timezone());
    let zone = TimeZone::get(zone).map_err(Failure::usage)?;
    let noon = zone.to_timestamp(day.at(12, 0, 0, 0)).map_err(|_| {
        Failure::usage(format!(
            "--as-of {day}: this day lies at the end of the calendar, where nothing can be reckoned.\nGive the day on which the application is to be filed."
        ))
    })?;
    let known = known.at(noon);
    known.binding_now(id).map(|binding| Chosen::on(day, binding)).ok_or_else(|| {
        Failure::usage(format!(
            "{places}: on {day} a version of the rulebook \u{201c}{id}\u{201d} binds that this program does not load.\nIts page says why. Name the version to check by in the case."
        ))
    })
}

/// The versions that an installation decides by, as its pages know them.
async fn of_installation(data: &Path, arguments: &Check, id: &str) -> Result<Found, Failure> {
    let installation = Installation::find(data)?.on(&arguments.database);
    let known = Rulebooks::clone(&*installation.desk().await?.rulebooks());
    let places = data.display().to_string();
    if known.bindings(id).is_empty() {
        let there: Vec<&str> = known.ids().collect();
        return Err(Failure::usage(format!(
            "{places}: this installation does not decide by the rulebook \u{201c}{id}\u{201d}, which the case asks for, but by {}.\nName one of these in the case, or add it with `placet rulebook add`.",
            there.join(", ")
        )));
    }
    Ok(Found { known, places })
}

/// Says of a folder that is an installation's that not all by which it decides need be there.
fn say_whose(folder: &Path) {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let around = whole
        .parent()
        .filter(|around| around.join("placet.toml").is_file());
    if let Some(data) = around {
        tracing::warn!(
            "{} is part of an installation, which decides by the versions that were published on its pages, too; they are not in this folder. Check by all of them with --data {}",
            folder.display(),
            data.display()
        );
    }
}

/// The versions of a rulebook: those in the folder that is given and nowhere else, or in the folders where they usually lie,
/// or what is shipped.
fn find(given: Option<&Path>, case: &Path, id: &str) -> Result<Found, Failure> {
    let beside = case.parent().map(|folder| folder.join("../rulebooks"));
    let usual = [Some(PathBuf::from("rulebooks")), beside].into_iter().flatten();
    let places = given.map_or_else(|| usual.collect(), |given| vec![given.to_owned()]);
    let shown: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
    for place in places.iter().filter(|place| place.is_dir()) {
        let versions = rulebooks::of(place, id)?;
        if !versions.is_empty() {
            say_whose(place);
            let places = place.display().to_string();
            return Ok(Found::of(versions, places));
        }
    }
    let shipped = if given.is_none() {
        crate::shipped::version(id)?
    } else {
        None
    };
    let places = shown.join(", ");
    if let Some(shipped) = shipped {
        return Ok(Found::of(vec![shipped], places));
    }
    let missing = given.is_some_and(|given| !given.is_dir());
    let what = if missing {
        "there is no such folder".to_owned()
    } else {
        format!("the rulebook \u{201c}{id}\u{201d}, which the case asks for, is not there")
    };
    Err(Failure::usage(format!(
        "{places}: {what}.\nName with --rulebooks a folder that holds rulebooks, or the folder of this one; or with --data an installation."
    )))
}
