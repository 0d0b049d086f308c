//! A permit on its page for those who are not told all of it: what is withheld says so in its place, and nothing of it is proven.

use super::{Conditions, decisions, unproven};
use crate::site::Site;
use crate::untold::in_its_place;
use crate::wording::zone;
use crate::{Failure, Text};
use clearance::Untold;
use desk::VeiledPermit;
use documents::Permit;
use rulebook::Field;

/// The labels of such a permit: its sentence about proof is another, and so is that about conditions where they are not told.
pub(crate) fn veiled_labels(t: Text, untold: &[Untold]) -> impl Fn(&str) -> String + use<> {
    let no_conditions = if untold.iter().any(|one| *one.field() == Field::Conditions) {
        "paper-conditions-withheld"
    } else {
        "paper-no-conditions"
    };
    move |id| {
        let id = match id {
            "paper-verify-file" => "paper-verify-withheld",
            "paper-no-conditions" => no_conditions,
            id => id,
        };
        t.get(id).into_owned()
    }
}

/// The permit as far as it is told.
pub(crate) async fn veiled_permit(site: &Site, t: Text, found: &VeiledPermit) -> Result<Permit, Failure> {
    let mut paper = unproven(site, t, &found.application, &found.permit).await?;
    for untold in &found.untold {
        let words = || in_its_place(t, untold);
        match untold.field() {
            Field::Title => paper.title = t.one("public-event-of", "permit", paper.reference.as_str()),
            Field::Parts => paper.components = vec![words()],
            Field::Place => paper.place = words(),
            Field::Hours => {
                paper.time_text = words();
                paper.zone.clear();
            }
            Field::Organisers => paper.organisers = vec![words()],
            Field::Authorities => {
                paper.decisions.clear();
                paper.advice.clear();
            }
            Field::Conditions => {
                let content = &found.permit.content;
                let zone = zone(&found.application, site);
                paper.decisions =
                    decisions(site, t, &found.application, content, &zone, Conditions::Withheld);
            }
            Field::Description | Field::Answer(_) => {}
        }
    }
    Ok(paper)
}
