//! A case in words: its event, its authorities, where each stands and by when. Pages and papers say the same.

use crate::site::Site;
use crate::timeline::Tone;
use crate::{Failure, Text};
use act::{OrganisationId, Title};
use clearance::{Application, Organiser, Referral, Standing};
use identity::Names;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rulebook::Rulebook;
use std::collections::BTreeMap;

/// The zone of a case, for showing its days and instants.
pub(crate) fn zone(application: &Application, site: &Site) -> TimeZone {
    let named = application
        .submission
        .as_ref()
        .and_then(|one| TimeZone::get(&one.event.zone).ok());
    named.unwrap_or_else(|| site.zone.clone())
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
    t.with(
        "event-line",
        [
            ("day", t.day(event.date).into()),
            ("from", t.clock(event.from).into()),
            ("until", t.time(event.until, zone, event.date).into()),
            ("place", event.place.as_str().into()),
        ],
    )
}

/// An authority's short name in the reader's language, from the rulebook that the application is bound to.
pub(crate) fn short_name(site: &Site, t: Text, application: &Application, referral: &Referral) -> String {
    let pin = application.rulebook.as_ref();
    let rulebook = pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
    let authority = rulebook.and_then(|rulebook| rulebook.authority(referral.authority.as_str()));
    authority.map_or_else(
        || referral.name.to_string(),
        |authority| authority.short.in_language(t.language().tag()).to_owned(),
    )
}

/// The same, in full.
pub(crate) fn full_name(site: &Site, t: Text, application: &Application, referral: &Referral) -> String {
    let pin = application.rulebook.as_ref();
    let rulebook = pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
    let authority = rulebook.and_then(|rulebook| rulebook.authority(referral.authority.as_str()));
    authority.map_or_else(
        || referral.name.to_string(),
        |authority| authority.name.in_language(t.language().tag()).to_owned(),
    )
}

/// The names of organisations that a record has in one language, in the reader's where one is known.
pub(crate) struct Named(Text, BTreeMap<OrganisationId, Names>);

impl Named {
    /// Those of an application: its organisers and the authority that leads it.
    pub(crate) async fn of(site: &Site, t: Text, application: &Application) -> Result<Named, Failure> {
        let organisers = application.submission.iter().flat_map(|one| &one.organisers);
        let organisers = organisers.map(|one| one.organisation);
        let lead = application.lead.iter().map(|lead| lead.organisation);
        let wanted: Vec<_> = organisers.chain(lead).collect();
        let names = site.desk.organisation_names(&wanted).await?;
        Ok(Named(t, names))
    }

    /// An organisation's name; the one that the record has where no other is known.
    pub(crate) fn name(&self, organisation: OrganisationId, recorded: &Title) -> String {
        let names = self.1.get(&organisation);
        names.map_or_else(
            || recorded.to_string(),
            |names| names.in_language(self.0.language().tag()).to_owned(),
        )
    }

    /// The names of organisers.
    pub(crate) fn organisers(&self, organisers: &[Organiser]) -> Vec<String> {
        let name = |one: &Organiser| self.name(one.organisation, &one.name);
        organisers.iter().map(name).collect()
    }

    /// The name of the authority that leads.
    pub(crate) fn lead(&self, application: &Application, recorded: &Title) -> String {
        let lead = application.lead.as_ref();
        lead.map_or_else(
            || recorded.to_string(),
            |lead| self.name(lead.organisation, recorded),
        )
    }
}

/// The tone in which a standing is shown.
pub(crate) fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Granted | Standing::GrantedWithConditions => Tone::Ok,
        Standing::AwaitingInformation => Tone::Wait,
        Standing::Refused => Tone::Bad,
        Standing::Referred | Standing::InReview => Tone::Plain,
    }
}

/// A standing in words, with the number of conditions where there are some.
pub(crate) fn standing_words(t: Text, referral: &Referral) -> String {
    let conditions = i64::try_from(referral.conditions().len()).unwrap_or(i64::MAX);
    t.one(
        &format!("standing-{}", referral.standing().name()),
        "conditions",
        conditions,
    )
}

/// Why an authority is asked: each reason with what it rests on.
pub(crate) fn reasons(
    site: &Site,
    t: Text,
    application: &Application,
    referral: &Referral,
) -> Vec<(String, String)> {
    let pin = application.rulebook.as_ref();
    let rulebook = pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
    let words = |ground: &clearance::Ground| {
        let rulebook = rulebook.map(AsRef::as_ref);
        reason(t, rulebook, &ground.reason, &ground.kind, &ground.citation)
    };
    referral.grounds.iter().map(words).collect()
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
    let kind = t.get(&format!("basis-{kind}"));
    let basis = t.with(
        "reason-rests-on",
        [("kind", kind.into()), ("citation", citation.into())],
    );
    (words, basis)
}

/// By when a decision is due, in words.
pub(crate) fn due(t: Text, referral: &Referral) -> Option<String> {
    let due: Date = clearance::reckon(referral).ok()?.deadline?;
    Some(t.one("next-due", "date", t.short_date(due)))
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
