//! What an authority has to do in its cases beside deciding, in a list.

use crate::Text;
use crate::site::Site;
use crate::wording::zone_named;
use desk::clearance::Listed;
use desk::views::application::{Duty, What};

/// What waits beside decisions.
pub(crate) struct DutyList {
    /// How much.
    pub count: String,
    pub rows: Vec<DutyRow>,
}

/// One thing to do.
pub(crate) struct DutyRow {
    /// Where it is done.
    pub path: String,
    /// What it is.
    pub what: String,
    /// The event.
    pub title: String,
    pub about: String,
    /// What is to be known of it.
    pub said: Option<String>,
}

impl DutyList {
    /// All that is shown; nothing where there is nothing to do.
    pub(crate) fn of(site: &Site, t: Text, listed: &Listed<Duty>) -> Option<DutyList> {
        let count = i64::try_from(listed.count).unwrap_or(i64::MAX);
        (count > 0).then(|| DutyList {
            count: t.one("duties-listed", "count", count),
            rows: listed.lines.iter().map(|one| row(site, t, one)).collect(),
        })
    }
}

fn row(site: &Site, t: Text, duty: &Duty) -> DutyRow {
    let case = format!("/cases/{}", duty.application);
    let place = [
        ("date", t.date(duty.date).into()),
        ("place", duty.place.as_str().into()),
    ];
    let event = t.with("docket-event", place);
    let (path, what, said) = match &duty.what {
        What::Payment { label, said } => {
            let at = t.instant(*said, &zone_named(site, &duty.zone));
            let said = [("at", at.into()), ("fee", label.as_str().into())];
            let path = format!("{case}#act-answer-paid");
            (path, "duty-payment", Some(t.with("duty-payment-said", said)))
        }
        What::Certificate {
            insurer, handed_in, ..
        } => {
            let at = t.instant(*handed_in, &zone_named(site, &duty.zone));
            let said = [("at", at.into()), ("insurer", insurer.as_str().into())];
            let path = format!("{case}#act-answer-insurance");
            (
                path,
                "duty-certificate",
                Some(t.with("duty-certificate-said", said)),
            )
        }
        What::Go { .. } => {
            let path = format!("{case}/referrals/{}#act-say-go", duty.authority);
            (path, "act-say-go", None)
        }
    };
    DutyRow {
        path,
        what: t.get(what).into_owned(),
        title: duty.title.clone(),
        about: format!("{} · {event}", duty.reference),
        said,
    }
}
