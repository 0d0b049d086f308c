//! What lies ahead of an application that is not before the authorities yet: who will be asked, by when, and what happens
//! until there is a permit.

use super::latest::{Before, Latest};
use super::needed::{self, AuthorityRow, Filing, Needs};
use crate::Text;
use crate::site::Site;
use act::AuthorityId;
use calendar::OwnCalendar;
use clearance::{Application, Asked, Stage};
use desk::clearance::{CaseView, Sight};
use jiff::civil::Date;
use rulebook::{Competence, Required, Rulebook};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What lies ahead.
pub(crate) struct Ahead {
    /// That a day has passed by which someone should have been asked, and what follows.
    pub late: Option<String>,
    /// What happens next, in order.
    pub steps: Vec<String>,
    /// Who will be asked.
    pub authorities: Vec<AuthorityRow>,
    /// What they will ask for it, as the rules have it.
    pub fees: Needs,
    /// Until when it is still in time.
    pub latest: Option<Latest>,
}

/// Who will be asked about a case that was handed in, by its own version of the rules; nothing once they were, or where the
/// rules give no answer, which whoever leads is told elsewhere.
pub(crate) fn to_be_asked(site: &Site, view: &CaseView) -> Option<(Arc<Rulebook>, Vec<Asked>)> {
    let application = &view.application;
    if application.stage() != Stage::Submitted {
        return None;
    }
    if application.submission.as_ref()?.event.is_over(view.context.at) {
        return None;
    }
    asked(site, application, &view.own_days)
}

/// Who is asked about a case by its own version of the rules, and that version; nothing where it gives no answer.
fn asked(
    site: &Site,
    application: &Application,
    own: &BTreeMap<AuthorityId, OwnCalendar>,
) -> Option<(Arc<Rulebook>, Vec<Asked>)> {
    let (pin, submission) = (application.rulebook.as_ref()?, application.submission.as_ref()?);
    let rulebook = site.desk.rulebooks().version(&pin.hash)?;
    let asked = clearance::asked(&rulebook, &submission.answers, submission.event.date, own).ok()?;
    Some((rulebook, asked))
}

/// What the rules of a case want of it for one authority: documents, fees, conditions to set, distances to keep. Whoever
/// decides holds what was handed in against it.
pub(crate) fn wanted(
    site: &Site,
    t: Text,
    application: &Application,
    authority: &AuthorityId,
) -> Option<Needs> {
    let (rulebook, asked) = asked(site, application, &BTreeMap::new())?;
    let asked = asked
        .iter()
        .find(|one| one.required.authority == authority.as_str())?;
    Some(Needs::of(t, &rulebook, &[&asked.required])).filter(|needs| !needs.is_empty())
}

impl Ahead {
    /// What lies ahead of a case, as its reader has to know it.
    pub(crate) fn of(site: &Site, t: Text, view: &CaseView, lead: &str) -> Option<Ahead> {
        let (rulebook, asked) = to_be_asked(site, view)?;
        let today = site.today();
        let event = view.application.submission.as_ref().map(|one| one.event.date);
        let row = |one: &Asked| {
            needed::authority(
                t,
                &rulebook,
                &one.required,
                Ok(&one.schedule),
                today,
                Filing::Circulated,
            )
        };
        // The permit waits for consent alone: advice that may come late is no alarm.
        let advises = |one: &&Asked| {
            let known = rulebook.authority(&one.required.authority);
            known.is_some_and(|known| known.competence == Competence::Consultee)
        };
        let first = |those: Vec<&Asked>| those.iter().map(|one| one.schedule.latest_filing).min();
        let (advice, consent) = asked.iter().partition(advises);
        let (advice, consent) = (first(advice), first(consent));
        let latest = consent.or(advice)?;
        let steps = match (view.sight == Sight::Lead, latest < today) {
            (true, false) => ["ahead-check-yours", "ahead-decide", "ahead-permit-yours"],
            (true, true) => ["ahead-check-yours-late", "ahead-decide", "ahead-permit-yours"],
            (false, false) => ["ahead-check", "ahead-decide", "ahead-permit"],
            (false, true) => ["ahead-check-late", "ahead-decide", "ahead-permit"],
        };
        let said = [("lead", lead.into()), ("date", t.date(latest).into())];
        let passed = |day: Option<Date>| day.is_some_and(|day| day < today);
        let late = match (passed(consent), passed(advice)) {
            (true, _) => Some(t.with("ahead-late", said.clone())),
            (false, true) => Some(t.get("ahead-late-advice").into_owned()),
            (false, false) => None,
        };
        let required: Vec<&Required> = asked.iter().map(|one| &one.required).collect();
        Some(Ahead {
            late,
            steps: steps.map(|step| t.with(step, said.clone())).into(),
            authorities: asked.iter().filter_map(row).collect(),
            fees: Needs::of(t, &rulebook, &required).fees(),
            latest: event.and_then(|event| {
                let before = Before {
                    rulebook: &rulebook,
                    asked: &asked,
                    own: &view.own_days,
                    event,
                    today,
                    filing: Filing::Circulated,
                };
                Latest::before(t, &before)
            }),
        })
    }
}
