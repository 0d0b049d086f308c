//! What only an installation can find in a version: calendars that are none, and ids of authorities under which another
//! rulebook of it knows somebody else.

use crate::rulebooks::{RULEBOOK_TOML, RulebooksNow};
use act::told_apart;
use rulebook::lint::{Finding, FindingKind, Level, Place};
use rulebook::{Authority, Localised, Rulebook, Said, said};

/// The authorities whose calendar none is, each as a fault: a case that asked them could not be reckoned. A rulebook's own
/// loading knows no calendars.
pub(super) fn unknown_calendars(rulebook: &Rulebook) -> Vec<Finding> {
    let unknown = rulebook
        .authorities()
        .iter()
        .filter(|one| calendar::Calendar::named(&one.calendar).is_none());
    let told = |one: &Authority| {
        let what = said!("no calendar is called “{}”", &one.calendar);
        let todo = said!("Write one that docs/formats/rulebook.md names");
        of_authority(one, "calendar", Level::Fault, (what, todo))
    };
    unknown.map(told).collect()
}

/// The authorities that another rulebook which binds, or will, calls otherwise: an organisation is set up as an authority by its
/// id alone, and gets the referrals to both. A fault where the two were never called alike in all languages that both have: then
/// they are two. Where some versions of both once called it alike, one of them has renamed it, which neither can do in the other's
/// name; that is told, and stands in nobody's way.
#[must_use]
pub fn ids_of_others(rulebook: &Rulebook, known: &RulebooksNow) -> Vec<Finding> {
    let others: Vec<&str> = known.ids().filter(|id| *id != rulebook.id()).collect();
    let told = |own| {
        let each = others.iter();
        each.filter_map(move |other| called_otherwise(rulebook, own, other, known))
    };
    rulebook.authorities().iter().flat_map(told).collect()
}

fn called_otherwise(
    rulebook: &Rulebook,
    own: &Authority,
    other: &str,
    known: &RulebooksNow,
) -> Option<Finding> {
    let now = known.present_and_to_come(other);
    let mut now = now.filter_map(|one| one.version.rulebook.authority(&own.id));
    let (here, there) = now.find_map(|one| difference(&own.name, &one.name))?;
    let ever = |of: &str| {
        let all = known.bindings(of).iter();
        all.filter_map(|one| Some(&one.version.rulebook.authority(&own.id)?.name))
    };
    let mut ours = ever(rulebook.id()).chain([&own.name]);
    let once_alike = ours.any(|one| ever(other).any(|theirs| difference(one, theirs).is_none()));
    let (level, told) = if once_alike {
        let what = said!(
            "it is called “{}” here and “{}” in the rulebook {}, and both once called it the same",
            here,
            there,
            other
        );
        let todo = said!(
            "Tell the rule makers of that rulebook, who take the new name into their next version; if it is another authority now, give it an id of its own"
        );
        (Level::Warning, (what, todo))
    } else {
        let what = said!(
            "it means “{}” here and “{}” in the rulebook {}: one organisation would get the referrals to both",
            here,
            there,
            other
        );
        let todo =
            said!("Give it an id of its own, or the names that it has there if it is the same authority");
        (Level::Fault, (what, todo))
    };
    Some(of_authority(own, "id", level, told))
}

/// The names in the first language of both in which a reader would tell them apart; where they share none, any two.
fn difference<'a>(one: &'a Localised, other: &'a Localised) -> Option<(&'a str, &'a str)> {
    let theirs = |wanted: &str| other.texts().find(|(language, _)| *language == wanted);
    let shared = one
        .texts()
        .filter_map(|(language, name)| Some((name, theirs(language)?.1)));
    let mut shared = shared.peekable();
    if shared.peek().is_none() {
        return Some((one.in_language("en"), other.in_language("en")));
    }
    shared.find(|(name, theirs)| told_apart(name) != told_apart(theirs))
}

fn of_authority(one: &Authority, field: &str, level: Level, (what, todo): (Said, Said)) -> Finding {
    Finding {
        kind: FindingKind::Refused { what, todo },
        level,
        place: Place {
            file: Some(RULEBOOK_TOML.to_owned()),
            column: Some(format!("authority.{}.{field}", one.id)),
            ..Place::default()
        },
        example: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::governance::soundness;
    use crate::rulebooks::{Rulebooks, Version};

    const NAME: &str = "Ministry of National Defence";

    /// What is shipped for Phnom Penh, under another id and with something written otherwise.
    fn version(id: &str, changed: &[(&str, &str)]) -> Version {
        let settings = include_str!("../../../rulebooks/kh-phnom-penh/rulebook.toml");
        let id = format!("id = \"{id}\"");
        let own = [("id = \"kh-phnom-penh\"", id.as_str())];
        let settings = own
            .iter()
            .chain(changed)
            .fold(settings.to_owned(), |text, (from, to)| {
                assert!(text.contains(from), "{from}");
                text.replacen(from, to, 1)
            });
        let decisions = include_str!("../../../rulebooks/kh-phnom-penh/authorities.dmn");
        let files = [
            ("rulebook.toml", settings),
            ("authorities.dmn", decisions.to_owned()),
        ];
        Version::load(files.map(|(name, text)| (name.to_owned(), text)).into()).unwrap()
    }

    fn city(changed: &[(&str, &str)]) -> Version {
        version("kh-phnom-penh", changed)
    }

    fn province(changed: &[(&str, &str)]) -> Version {
        version("kh-siem-reap", changed)
    }

    fn known(versions: &[&Version]) -> RulebooksNow {
        let all = versions.iter().copied().cloned();
        let at = "2023-08-01T03:00:00Z".parse().unwrap();
        all.fold(Rulebooks::new(), Rulebooks::with).at(at)
    }

    /// How grave what is found of an authority's id is, and how it is told.
    fn found(own: &Version, beside: &[&Version]) -> Vec<(Level, String)> {
        let found = ids_of_others(&own.rulebook, &known(beside));
        found.iter().map(|one| (one.level, one.to_string())).collect()
    }

    fn levels(own: &Version, beside: &[&Version]) -> Vec<Level> {
        found(own, beside).into_iter().map(|(level, _)| level).collect()
    }

    /// What approving and publishing ask.
    #[test]
    fn a_version_that_calls_another_authority_by_an_id_in_use_is_not_sound() {
        let own = city(&[]);
        let faults = |beside: &Version| {
            let found = soundness(&own, own.rulebook.valid_from(), &known(&[beside]));
            found.checked(&own.rulebook).faults.len()
        };
        assert_eq!(faults(&province(&[])), 0);
        assert_eq!(faults(&city(&[(NAME, "Province Police")])), 0);
        assert_eq!(faults(&province(&[(NAME, "Province Police")])), 1);
    }

    #[test]
    fn names_are_compared_in_every_language_of_both_as_readers_do() {
        let own = city(&[]);
        let khmer = "ក្រសួងការពារជាតិ";
        let check = |from: &str, to: &str, expect: &[Level]| {
            assert_eq!(levels(&own, &[&province(&[(from, to)])]), expect, "{to}");
        };
        check(NAME, "Ministry of  National DEFENCE", &[]);
        check(khmer, "ក្រសួង\u{200b}ការពារជាតិ", &[]);
        check(khmer, "ក្រសួងមហាផ្ទៃ", &[Level::Fault]);
    }

    #[test]
    fn an_authority_that_two_rulebooks_ask_is_renamed_in_one_and_then_in_the_other() {
        let (old, new) = (
            (NAME, "Ministry of Defence"),
            ("version = \"1\"", "version = \"2\""),
        );
        let (here, there) = (city(&[]), province(&[]));
        let renamed = city(&[old, new]);
        let told = found(&renamed, &[&here, &there]);
        assert_eq!(told.len(), 1);
        let (level, told) = &told[0];
        assert_eq!(*level, Level::Warning);
        for part in [
            "authority.mond.id",
            "“Ministry of Defence”",
            NAME,
            "kh-siem-reap",
            "Tell the rule makers",
        ] {
            assert!(told.contains(part), "{told}");
        }
        // It binds now. The other rulebook is changed as before, with the old name or the new one.
        let beside = [&here, &renamed, &there];
        assert_eq!(levels(&province(&[new]), &beside), [Level::Warning]);
        assert_eq!(levels(&province(&[old, new]), &beside), []);
        // So is the one that renamed it.
        assert_eq!(
            levels(&city(&[old, ("version = \"1\"", "version = \"3\"")]), &beside),
            [Level::Warning]
        );
    }

    #[test]
    fn what_has_ended_holds_no_id_and_what_is_to_come_does() {
        let police = (NAME, "Province Police");
        let begun = "valid_from = 2023-04-25";
        let ended = province(&[police, (begun, "valid_from = 2023-04-25\nvalid_to = 2023-07-31")]);
        let replaced = province(&[police]);
        let later = (begun, "valid_from = 2023-07-01");
        let coming = province(&[
            police,
            ("version = \"1\"", "version = \"2\""),
            (begun, "valid_from = 2024-01-01"),
        ]);
        let check = |beside: &[&Version], expect: &[Level]| assert_eq!(levels(&city(&[]), beside), expect);
        check(&[&ended], &[]);
        check(&[&replaced, &province(&[later])], &[]);
        check(&[&province(&[]), &coming], &[Level::Warning]);
    }
}
