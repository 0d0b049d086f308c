//! A case in words: its event, its authorities, where each stands and by when. Pages and papers say the same.

use crate::site::Site;
use crate::timeline::Tone;
use crate::{Failure, Language, Text};
use act::{OrganisationId, Title};
use clearance::{Application, Moved, Organiser, Referral, Standing};
use identity::Names;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use rulebook::{Authority, Rulebook};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The zone of a case, for showing its days and instants.
pub(crate) fn zone(application: &Application, site: &Site) -> TimeZone {
    let submission = application.submission.as_ref();
    zone_named(site, submission.map_or("", |one| one.event.zone.as_str()))
}

/// A zone by its name; that of the site, where this machine does not know it.
pub(crate) fn zone_named(site: &Site, name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or_else(|_| site.zone.clone())
}

/// The zone of a rulebook's jurisdiction: in that, instants of what is worked on under it are told.
pub(crate) fn zone_by(site: &Site, rulebook: &str) -> TimeZone {
    let rulebook = site.desk.rulebooks().in_force(rulebook);
    zone_named(site, rulebook.as_ref().map_or("", |one| one.timezone()))
}

/// The version of the rulebook that an application is decided by, in words, and its public page.
pub(crate) fn rulebook_line(site: &Site, t: Text, application: &Application) -> Option<(String, String)> {
    let rulebook = bound_to(site, application)?;
    let path = format!("/rulebooks/{}/{}", rulebook.id(), rulebook.hash());
    Some((version_title(t, &rulebook), path))
}

/// What a version of a rulebook is called.
pub(crate) fn version_title(t: Text, rulebook: &Rulebook) -> String {
    let named = [
        ("title", rulebook.title().in_language(t.language().tag()).into()),
        ("version", rulebook.version().into()),
    ];
    t.with("rulebook-version-title", named)
}

/// A sentence as it begins where nothing stands before it.
pub(crate) fn begun(sentence: String) -> String {
    let mut characters = sentence.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// The event's name; empty before the application is handed in.
pub(crate) fn event_title(application: &Application) -> String {
    application
        .submission
        .as_ref()
        .map_or_else(String::new, |one| one.event.title.to_string())
}

/// When and where, in one line.
pub(crate) fn event_line(t: Text, application: &Application, zone: &TimeZone) -> String {
    let Some(submission) = &application.submission else {
        return String::new();
    };
    let event = &submission.event;
    let until = t.time(event.until, zone, event.last_day());
    t.with(
        "event-line",
        [
            ("day", t.day(event.date).into()),
            ("hours", hours(t, event.from, event.until, until).into()),
            ("place", event.place.as_str().into()),
        ],
    )
}

/// From when until when. `said` is the end in words; that it is the next day's is said here.
pub(crate) fn hours(t: Text, from: Time, until: Time, said: String) -> String {
    let id = if clearance::ends_next_day(from, until) {
        "hours-next-day"
    } else {
        "hours"
    };
    t.with(id, [("from", t.clock(from).into()), ("until", said.into())])
}

/// An authority's short name in the reader's language, from the rulebook that the application is bound to.
pub(crate) fn short_name(site: &Site, t: Text, application: &Application, referral: &Referral) -> String {
    let rulebook = bound_to(site, application);
    let authority = rulebook
        .as_ref()
        .and_then(|rulebook| rulebook.authority(referral.authority.as_str()));
    short_of(t, authority, referral.name.as_str())
}

/// The short name of an authority as a rulebook has it; where none does, the name that was written down.
pub(crate) fn short_of(t: Text, known: Option<&Authority>, written: &str) -> String {
    let known = known.map(|known| known.short.in_language(t.language().tag()));
    known.unwrap_or(written).to_owned()
}

/// The same, in full.
pub(crate) fn full_name(site: &Site, t: Text, application: &Application, referral: &Referral) -> String {
    let rulebook = bound_to(site, application);
    let authority = rulebook
        .as_ref()
        .and_then(|rulebook| rulebook.authority(referral.authority.as_str()));
    authority.map_or_else(
        || referral.name.to_string(),
        |authority| authority.name.in_language(t.language().tag()).to_owned(),
    )
}

/// The full name of the authority that leads an application, likewise; empty in a draft.
pub(crate) fn lead_name(site: &Site, t: Text, application: &Application) -> String {
    let Some(lead) = &application.lead else {
        return String::new();
    };
    let rulebook = bound_to(site, application);
    let authority = rulebook
        .as_ref()
        .and_then(|rulebook| rulebook.authority(lead.authority.as_str()));
    authority.map_or_else(
        || lead.name.to_string(),
        |authority| authority.name.in_language(t.language().tag()).to_owned(),
    )
}

/// The names of organisations that a record has in one language, in the reader's where one is known.
pub(crate) struct Named(Text, BTreeMap<OrganisationId, Names>);

/// The language in which a record has names, where they have one in it.
const RECORDED: Language = Language::English;

impl Named {
    /// Those of an application: its organisers and the authority that leads it.
    pub(crate) async fn of(site: &Site, t: Text, application: &Application) -> Result<Named, Failure> {
        let organisers = application.submission.iter().flat_map(|one| &one.organisers);
        let organisers = organisers.map(|one| one.organisation);
        let lead = application.lead.iter().map(|lead| lead.organisation);
        Named::of_these(site, t, organisers.chain(lead)).await
    }

    /// Those of organisations that a record names.
    pub(crate) async fn of_these(
        site: &Site,
        t: Text,
        wanted: impl Iterator<Item = OrganisationId>,
    ) -> Result<Named, Failure> {
        if t.language() == RECORDED {
            return Ok(Named(t, BTreeMap::new()));
        }
        let wanted: BTreeSet<_> = wanted.collect();
        let wanted: Vec<_> = wanted.into_iter().collect();
        Ok(Named(t, site.desk.organisation_names(&wanted).await?))
    }

    /// An organisation's name; the one that the record has where no other is known.
    pub(crate) fn name(&self, organisation: OrganisationId, recorded: &str) -> String {
        let names = self.1.get(&organisation);
        names.map_or_else(
            || recorded.to_string(),
            |names| names.in_language(self.0.language().tag()).to_owned(),
        )
    }

    /// The names of organisers.
    pub(crate) fn organisers(&self, organisers: &[Organiser]) -> Vec<String> {
        let name = |one: &Organiser| self.name(one.organisation, one.name.as_str());
        organisers.iter().map(name).collect()
    }

    /// The name of the authority that leads, as a permit has it recorded.
    pub(crate) fn lead(&self, application: &Application, recorded: &Title) -> String {
        let lead = application.lead.as_ref();
        lead.map_or_else(
            || recorded.to_string(),
            |lead| self.name(lead.organisation, recorded.as_str()),
        )
    }
}

/// The tone in which a standing is shown.
pub(crate) fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Granted
        | Standing::GrantedWithConditions
        | Standing::DeemedGranted
        | Standing::NoObjection => Tone::Ok,
        Standing::AwaitingInformation | Standing::CounterOffered | Standing::Objected => Tone::Wait,
        Standing::Refused | Standing::DeemedRefused => Tone::Bad,
        Standing::Referred | Standing::InReview | Standing::Advised => Tone::Plain,
    }
}

/// A standing in words, with the number of conditions where there are some.
pub(crate) fn standing_words(t: Text, referral: &Referral) -> String {
    let conditions = i64::try_from(referral.conditions().len()).unwrap_or(i64::MAX);
    standing_of(t, referral.standing(), conditions, referral.advises())
}

/// A standing in words; of a consultee, that its advice is awaited and not its decision.
pub(crate) fn standing_of(t: Text, standing: Standing, conditions: i64, advises: bool) -> String {
    let words = t.one(&format!("standing-{}", standing.name()), "conditions", conditions);
    let given = matches!(
        standing,
        Standing::NoObjection | Standing::Advised | Standing::Objected
    );
    if advises && !given {
        t.one("standing-advice", "standing", words)
    } else {
        words
    }
}

/// The version of the rulebook that an application is bound to, as far as it is known here.
pub(crate) fn bound_to(site: &Site, application: &Application) -> Option<Arc<Rulebook>> {
    let pin = application.rulebook.as_ref()?;
    site.desk.rulebooks().version(&pin.hash)
}

/// A reason in words, what its rule rests on, and where that is published.
pub(crate) struct Why {
    pub words: String,
    pub basis: String,
    pub link: Option<String>,
}

/// Why an authority is asked: each reason with what it rests on.
pub(crate) fn reasons(site: &Site, t: Text, application: &Application, referral: &Referral) -> Vec<Why> {
    let rulebook = bound_to(site, application);
    let rulebook = rulebook.as_deref();
    let words = |ground: &clearance::Ground| {
        let (words, basis) = reason(t, rulebook, &ground.reason, &ground.kind, &ground.citation);
        let link = rulebook.and_then(|rulebook| rulebook.link(&ground.rule));
        Why {
            words,
            basis,
            link: link.map(str::to_owned),
        }
    };
    let by_rule = referral.grounds.iter().map(words);
    let by_hand = referral.by_hand.as_ref().map(|reasons| Why {
        words: reasons.to_string(),
        basis: t.one("asked-by-hand", "lead", lead_name(site, t, application)),
        link: None,
    });
    by_rule.chain(by_hand).collect()
}

/// A reason of a rulebook in words, and what its rule rests on.
pub(crate) fn reason(
    t: Text,
    rulebook: Option<&Rulebook>,
    id: &str,
    kind: &str,
    citation: &str,
) -> (String, String) {
    let words = rulebook.and_then(|rulebook| rulebook.reason(id));
    let words = words.map_or_else(
        || id.to_owned(),
        |text| text.in_language(t.language().tag()).to_owned(),
    );
    (words, rests_on(t, rulebook, kind, citation))
}

/// A citation in the reader's language, as far as the rulebook has it in several; else as it was written and recorded.
pub(crate) fn cited<'a>(t: Text, rulebook: Option<&'a Rulebook>, citation: &'a str) -> &'a str {
    let tag = t.language().tag();
    rulebook.map_or(citation, |rulebook| rulebook.translated(citation, tag))
}

/// What kind of rule something rests on, and which.
pub(crate) fn rests_on(t: Text, rulebook: Option<&Rulebook>, kind: &str, citation: &str) -> String {
    let citation = cited(t, rulebook, citation);
    let kind = t.get(&format!("basis-{kind}"));
    t.with(
        "reason-rests-on",
        [("kind", kind.into()), ("citation", citation.into())],
    )
}

/// A unit in words; as the rulebook has it where there are none for it.
pub(crate) fn unit(t: Text, unit: &str) -> String {
    let id = format!("unit-{unit}");
    if t.has(&id) {
        t.get(&id).into_owned()
    } else {
        unit.to_owned()
    }
}

/// A number with its unit, if it has one.
pub(crate) fn quantity(t: Text, number: Decimal, of: Option<&str>) -> String {
    let number = number.normalize();
    // Read as a whole number, a fraction would be cut off unseen.
    let whole = if number.is_integer() {
        i64::try_from(number).ok()
    } else {
        None
    };
    let number = whole.map_or_else(|| number.to_string(), |whole| t.number(whole));
    match of {
        None => number,
        Some(of) => t.with(
            "number-unit",
            [("number", number.into()), ("unit", unit(t, of).into())],
        ),
    }
}

/// A day by which something is due, as seen on another. Every page says it in the same words.
pub(crate) struct Due {
    /// Whether the day has passed.
    pub overdue: bool,
    /// Whether it is late by itself: passed, or not before the event that it is for.
    pub late: bool,
    /// `due by 13 September`, or `overdue since 13 September`; with the year where it is not this one. A day that is not before
    /// the event says so.
    pub words: String,
}

impl Due {
    /// A day as seen on another, for an event on a third.
    pub(crate) fn of(t: Text, due: Date, today: Date, event: Date) -> Due {
        let (overdue, after) = (due < today, Due::after(due, event));
        let id = match (overdue, after) {
            (true, _) => "next-overdue",
            (false, true) => "next-due-after",
            (false, false) => "next-due",
        };
        Due {
            overdue,
            late: overdue || after,
            words: t.one(id, "date", near(t, due, today)),
        }
    }

    /// Whether a day is not before the event.
    fn after(due: Date, event: Date) -> bool {
        due >= event
    }

    /// Whether a day is late by itself, without its words.
    pub(crate) fn is_late(due: Date, today: Date, event: Date) -> bool {
        due < today || Due::after(due, event)
    }
}

/// A day as said on another: with the year where it is not this one.
pub(crate) fn near(t: Text, day: Date, today: Date) -> String {
    if day.year() == today.year() {
        t.named_date(day)
    } else {
        t.date(day)
    }
}

/// That a day moved because an authority's calendar changed: from which day to which, and when.
pub(crate) fn moved_words(
    t: Text,
    moved: Moved,
    today: Date,
    zone: &TimeZone,
) -> [(&'static str, crate::Value<'static>); 3] {
    [
        ("from", near(t, moved.from, today).into()),
        ("to", near(t, moved.to, today).into()),
        ("at", t.instant(moved.at, zone).into()),
    ]
}

/// Whole days from one instant to another, as the days of a zone are told apart.
pub(crate) fn whole_days(from: act::Timestamp, to: act::Timestamp, zone: &TimeZone) -> i64 {
    let day = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).date();
    day(from)
        .until(day(to))
        .map_or(0, |span| i64::from(span.get_days()))
}

/// The characters of a text that no paper here can print, for telling; none if all can be printed.
pub(crate) fn unprintable(text: &str) -> Option<String> {
    /// As many as say which script it is.
    const MOST: usize = 40;
    let missing = documents::missing(text);
    let mut told: Vec<String> = missing.iter().take(MOST).map(char::to_string).collect();
    if missing.len() > MOST {
        told.push("…".to_owned());
    }
    (!told.is_empty()).then(|| told.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_number_is_said_whole_and_in_units_as_far_as_there_are_words_for_them() {
        let check = |language, number: Decimal, unit, expect: &str| {
            assert_eq!(quantity(Text::of(language), number, unit), expect);
        };
        check(
            Language::English,
            Decimal::new(5_000, 0),
            Some("persons"),
            "5,000 persons",
        );
        check(Language::English, Decimal::new(1_005, 1), Some("mm"), "100.5 mm");
        check(Language::English, Decimal::new(100, 1), None, "10");
        check(Language::English, Decimal::new(3, 0), Some("kg"), "3 kg");
        check(Language::Khmer, Decimal::new(5_000, 0), None, "៥.០០០");
    }
}
