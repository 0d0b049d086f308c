//! The rows of what is to be done in a case beside deciding: to say whether a payment was found and whether a certificate of insurance
//! is accepted, and in the days before the event whether it can go ahead.

use super::row;
use crate::store::ViewRow;
use act::{AuthorityId, Date, OrganisationId, Timestamp};
use clearance::Application;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::iter;

/// Payments that organisers say to have made, for whoever keeps the account of the fee, the first said first, and those in cases that it leads in a scope of their own; and,
/// by the event's day, the certificates that wait for whoever demanded them, and the permits of which an authority has not said whether the event can go ahead.
pub const DUTIES: &str = "duties";

/// Something that an authority has to do beside deciding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// The application's id.
    pub application: String,
    /// Its reference.
    pub reference: String,
    /// The event's name.
    pub title: String,
    /// The event's place.
    pub place: String,
    /// The event's day.
    pub date: Date,
    /// The zone of the place, in which instants are told.
    pub zone: String,
    /// Which authority's it is to do.
    pub authority: AuthorityId,
    /// What.
    pub what: What,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// To say whether a payment was found.
    Payment {
        /// What the fee is for, as it was set or, of one from the rulebook, in English.
        label: String,
        /// When it was said to be paid.
        said: Timestamp,
    },
    /// To accept a certificate of insurance, or to send it back.
    Certificate {
        /// Who insures.
        insurer: String,
        /// When it was handed in.
        handed_in: Timestamp,
        /// When the event is over, and nothing can be insured any more.
        until: Timestamp,
    },
    /// To say whether the event can go ahead.
    Go {
        /// From when on that can be said.
        from: Timestamp,
        /// When the event is over, and nothing is said of that any more.
        until: Timestamp,
    },
}

/// A row for each.
pub(super) fn duties(id: &str, application: &Application) -> Vec<ViewRow> {
    let Some(submission) = &application.submission else {
        return vec![];
    };
    let (event, lead) = (&submission.event, application.lead.as_ref());
    let duty = |authority: &AuthorityId, what| Duty {
        application: id.to_owned(),
        reference: application.reference.clone(),
        title: event.title.to_string(),
        place: event.place.to_string(),
        date: event.date,
        zone: event.zone.clone(),
        authority: authority.clone(),
        what,
    };
    let said = application.fees.iter();
    let said = said.filter_map(|fee| Some((fee, fee.said()?.by.at)));
    let payments = said.flat_map(|(fee, said)| {
        let label = fee.label.to_string();
        let duty = duty(&fee.authority, What::Payment { label, said });
        let leads = lead.is_some_and(|lead| lead.authority == fee.authority);
        let led = leads.then(|| payments_led(fee.organisation));
        let key = format!("{id}/{}", fee.number);
        let sort = format!("{said} {}", application.reference);
        let scopes = iter::once(payments(fee.organisation)).chain(led);
        scopes
            .map(|scope| row(DUTIES, scope, key.clone(), sort.clone(), &duty))
            .collect::<Vec<_>>()
    });
    let certificates = application
        .insurances_to_answer()
        .into_iter()
        .zip(iter::repeat(event.end()));
    let certificates = certificates.filter_map(|(one, until)| {
        let until = until?;
        let handed_in = one.by.at;
        let insurer = one.certificate.insurer.to_string();
        let duty = duty(
            &one.authority,
            What::Certificate {
                insurer,
                handed_in,
                until,
            },
        );
        let key = format!("{id}/insurance/{}", one.number);
        let sort = format!("{} {}", event.date, application.reference);
        Some(row(DUTIES, certificates_of(one.organisation), key, sort, &duty))
    });
    let unsaid = application.go_unsaid().into_iter();
    let unsaid = unsaid.flat_map(|(from, until, all)| all.into_iter().map(move |one| (from, until, one)));
    let unsaid = unsaid.map(|(from, until, referral)| {
        let duty = duty(&referral.authority, What::Go { from, until });
        let key = format!("{id}/{}", referral.authority);
        let sort = format!("{} {}", event.date, application.reference);
        row(DUTIES, goes(referral.organisation), key, sort, &duty)
    });
    payments.chain(certificates).chain(unsaid).collect()
}

/// Who knows that all that the permit waits for is said to be paid, where it is.
pub(super) fn told_of_payment(application: &Application) -> Vec<OrganisationId> {
    let fees: Vec<_> = application.fees_before_permit().collect();
    if !application.is_unpaid() || fees.iter().any(|fee| fee.said().is_none()) {
        return vec![];
    }
    let organisers = application.submission.iter().flat_map(|one| &one.organisers);
    let organisers = organisers.map(|one| one.organisation);
    let lead = application.lead.iter().map(|lead| lead.organisation);
    let told = organisers
        .chain(lead)
        .chain(fees.iter().map(|fee| fee.organisation));
    told.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The scope of the payments that an organisation has to answer for.
pub(crate) fn payments(organisation: OrganisationId) -> String {
    format!("{organisation} payments")
}

/// The scope of the certificates that it has to answer, by the event's day: after that nobody waits for it.
pub(crate) fn certificates_of(organisation: OrganisationId) -> String {
    format!("{organisation} certificates")
}

/// The scope of the payments in cases that it leads: they stand on its coordinators' board, however many others there are.
pub(crate) fn payments_led(organisation: OrganisationId) -> String {
    format!("{organisation} payments led")
}

/// The scope of the events of which an organisation has to say whether they can go ahead.
pub(crate) fn goes(organisation: OrganisationId) -> String {
    format!("{organisation} goes")
}

impl Duty {
    /// Whether it is to be done now: neither too early, nor too late to be of use.
    pub(crate) fn is_due(&self, now: Timestamp) -> bool {
        match self.what {
            What::Payment { .. } => true,
            What::Certificate { until, .. } => now < until,
            What::Go { from, until } => from <= now && now < until,
        }
    }

    /// Whether it is of an event so far ahead that nothing is to be said yet of any on a later day, whichever zone that is in.
    pub(crate) fn is_days_ahead(&self, now: Timestamp) -> bool {
        let of_any_zone = now.saturating_add(SignedDuration::from_hours(48));
        match self.what {
            What::Payment { .. } | What::Certificate { .. } => false,
            What::Go { from, .. } => of_any_zone.is_ok_and(|later| from > later),
        }
    }
}
