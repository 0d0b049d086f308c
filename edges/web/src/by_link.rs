//! Advice by links in words: whom an authority asked, until when, and what came of it.

use crate::site::Site;
use crate::wording::{lead_name, short_name};
use crate::{Text, sealed};
use act::{AdviceId, AuthorityId};
use clearance::acts::{ActName, On};
use clearance::{AdviceEnd, AdviceRequest, Application};
use desk::clearance::CaseView;
use desk::views::application::AdviceDue;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Advice that was asked for, in words.
pub(crate) struct AdviceLines {
    pub id: AdviceId,
    /// Of whom, in which office.
    pub who: String,
    pub tone: &'static str,
    /// Where it stands.
    pub state: String,
    /// Who asked, when, and until when.
    pub asked: String,
    pub question: String,
    /// What was advised, in words.
    pub words: Option<String>,
    /// The document that came with it: its address, and its name.
    pub document: Option<(String, String)>,
    /// What is to be known of it beside.
    pub notes: Vec<String>,
    /// Whether whoever asked can still end it, or ask anew.
    pub awaited: bool,
}

/// What a page of a case says of advice by links, and where more is done about it.
pub(crate) struct AdviceCard {
    pub lines: Vec<AdviceLines>,
    /// Where it is asked for and withdrawn, and what that is called.
    pub to: Option<(String, String)>,
}

impl AdviceCard {
    /// On the page of a case, all that the reader sees; on that of a referral, what its authority asked for.
    pub(crate) fn of(
        site: &Site,
        t: Text,
        view: &CaseView,
        zone: &TimeZone,
        authority: Option<&AuthorityId>,
    ) -> AdviceCard {
        // Of what was asked anew the later one is read; both stand where it was asked.
        let is_last = |one: &AdviceRequest| {
            let how = one.ended.as_ref().map(|ended| &ended.how);
            !matches!(how, Some(AdviceEnd::AskedAnew))
        };
        let of_it = |one: &AdviceRequest| {
            is_last(one) && (authority.is_none() || one.asked.authority.as_ref() == authority)
        };
        let on = authority.map_or(On::Case, |one| On::Referral(one.clone()));
        let can = |act| view.possible.iter().any(|one| one.act == act && one.on == on);
        let words = match (can(ActName::AskAdvice), can(ActName::WithdrawAdvice)) {
            (true, _) => Some("by-link-ask"),
            (false, true) => Some("by-link-see"),
            (false, false) => None,
        };
        let path = match authority {
            Some(authority) => format!("/cases/{}/advice?for={authority}", view.id),
            None => format!("/cases/{}/advice", view.id),
        };
        AdviceCard {
            lines: lines(site, t, view, zone, of_it),
            to: words.map(|words| (path, t.get(words).into_owned())),
        }
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.to.is_none()
    }
}

/// What somebody is called, in which office.
pub(crate) fn who(t: Text, name: &str, office: &str) -> String {
    t.with(
        "by-link-who",
        [
            ("name", name.to_owned().into()),
            ("office", office.to_owned().into()),
        ],
    )
}

/// Whoever asked, by the name that its authority has.
pub(crate) fn asker(
    site: &Site,
    t: Text,
    application: &Application,
    authority: Option<&AuthorityId>,
) -> String {
    let Some(authority) = authority else {
        return lead_name(site, t, application);
    };
    let left = application.released(authority).map(|one| &one.referral);
    let referral = application.referrals.get(authority).or(left);
    referral.map_or_else(
        || authority.to_string(),
        |referral| short_name(site, t, application, referral),
    )
}

/// Those of a case that are wanted, the last first, as far as the reader sees them.
pub(crate) fn lines(
    site: &Site,
    t: Text,
    view: &CaseView,
    zone: &TimeZone,
    which: impl Fn(&AdviceRequest) -> bool,
) -> Vec<AdviceLines> {
    let application = &view.application;
    let today = view.context.at.to_zoned_datetime(zone.clone()).date();
    let line = |one: &AdviceRequest| {
        let asked = [
            (
                "authority",
                asker(site, t, application, one.asked.authority.as_ref()).into(),
            ),
            ("at", t.instant(one.at, zone).into()),
            ("date", t.date(one.asked.until).into()),
        ];
        let (tone, state) = state(t, one, today);
        let (words, document) = given(t, view, one);
        AdviceLines {
            id: one.asked.advice,
            who: who(t, one.asked.name.as_str(), one.asked.office.as_str()),
            tone,
            state,
            asked: t.with("by-link-asked", asked),
            question: one.asked.question.to_string(),
            words,
            document,
            notes: notes(t, application, one, zone),
            awaited: one.is_awaited(),
        }
    };
    let wanted = application.advice.iter().rev();
    wanted.filter(|one| which(one)).map(line).collect()
}

/// Where it stands, and how that looks.
fn state(t: Text, one: &AdviceRequest, today: Date) -> (&'static str, String) {
    let said = |id: &str| t.get(id).into_owned();
    match one.ended.as_ref().map(|ended| &ended.how) {
        None if one.asked.until < today => ("bad", said("by-link-overdue")),
        None => ("wait", said("by-link-awaited")),
        Some(AdviceEnd::Given { says, .. }) => {
            let tone = match says {
                clearance::Advice::NoObjection => "ok",
                clearance::Advice::Advised => "plain",
                clearance::Advice::Objected => "bad",
            };
            (tone, said(&format!("by-link-says-{}", says.name())))
        }
        Some(how) => ("quiet", said(&format!("by-link-ended-{}", how.name()))),
    }
}

/// What was advised, and the document that came with it.
fn given(t: Text, view: &CaseView, one: &AdviceRequest) -> (Option<String>, Option<(String, String)>) {
    let Some(AdviceEnd::Given {
        words,
        document,
        sealed,
        ..
    }) = one.ended.as_ref().map(|ended| &ended.how)
    else {
        return (None, None);
    };
    let document = document.as_ref().map(|file| {
        let path = format!("/cases/{}/files/{}", view.id, file.attachment);
        (path, file.name.to_string())
    });
    let words = words.as_ref().map(|one| sealed::said(t, one, sealed.as_deref()));
    (words, document)
}

/// How it came, and what it is not; why a link ended.
fn notes(t: Text, application: &Application, one: &AdviceRequest, zone: &TimeZone) -> Vec<String> {
    let Some(ended) = &one.ended else {
        return vec![];
    };
    let at = t.instant(ended.at, zone);
    let AdviceEnd::Given { version, .. } = &ended.how else {
        return vec![t.one(&format!("by-link-why-{}", ended.how.name()), "at", at)];
    };
    let before = *version < application.earlier.len();
    let before = before.then(|| t.get("by-link-before-change").into_owned());
    let came = t.one("by-link-came", "at", at);
    [came].into_iter().chain(before).collect()
}

/// Advice that is awaited, in a list: of whom until when; first what is overdue. Tells which are.
pub(crate) fn due(t: Text, due: &[AdviceDue], today: Date) -> Vec<(bool, String)> {
    let said = |one: &AdviceDue| {
        let late = one.until < today;
        let id = if late { "by-link-due-late" } else { "by-link-due" };
        let about = [
            ("who", who(t, &one.name, &one.office).into()),
            ("date", t.date(one.until).into()),
        ];
        (late, t.with(id, about))
    };
    due.iter().map(said).collect()
}
