//! How a permit stands, in a word: on its page and papers, in the register and on the page of its day the same.

use crate::site::Site;
use crate::{Text, suspended};
use act::Timestamp;
use clearance::{Application, PermitStanding};
use documents::Standing;
use jiff::tz::TimeZone;

/// How a permit stands that nobody stopped: its tone, and the text that says so. Once the day is over it is past everywhere at once.
pub(crate) fn holds(application: &Application, at: Timestamp) -> (&'static str, &'static str) {
    if application.day_is_over(at) {
        ("quiet", "register-over")
    } else {
        ("ok", "permit-in-force")
    }
}

/// Whether it stands, in a word or two, and what is warned of where it does not.
pub(super) fn stands(
    site: &Site,
    t: Text,
    application: &Application,
    permit: &clearance::Permit,
    zone: &TimeZone,
) -> (String, Standing, Option<String>) {
    match &permit.standing {
        PermitStanding::InForce => {
            let (_, id) = holds(application, site.desk.now());
            (t.get(id).into_owned(), Standing::Good, None)
        }
        PermitStanding::Suspended { until, by, .. } => {
            let id = ["permit-suspended", "permit-suspended-until"];
            let status = suspended::since(t, id, *until, by.at, zone);
            let warning = suspended::warning(t, *until, by.at, zone);
            (status, Standing::Bad, Some(warning))
        }
        PermitStanding::Revoked { by, .. } => {
            let at = t.instant(by.at, zone);
            let warning = t.one("permit-revoked-warning", "at", at.as_str());
            (t.one("permit-revoked", "at", at), Standing::Bad, Some(warning))
        }
        PermitStanding::Replaced { permit, by, .. } => {
            let present = application.permit.as_ref();
            let present = present.map_or(permit.as_str(), |one| one.content.permit.as_str());
            // The one that took its place then, and the one to ask for now.
            let said = |permit: &str| {
                [
                    ("at", t.instant(by.at, zone).into()),
                    ("permit", permit.to_owned().into()),
                ]
            };
            // Where none holds any more, none is to be asked for.
            let id = match application.live_permit() {
                Some(_) => "permit-replaced-warning",
                None => "permit-replaced-revoked-warning",
            };
            let warning = t.with(id, said(present));
            let status = t.with("permit-replaced", said(permit));
            (status, Standing::Bad, Some(warning))
        }
    }
}
