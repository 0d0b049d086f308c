//! The case: what stands between us and the day, who must agree and why, and what the reader can do now.

use super::acts::{AboutCase, ActForm, HandingIn, OfPage, Way, askable, forms, keep_typed, labels, leads_to};
use super::again::Again;
use super::ahead::Ahead;
use super::amended;
use super::applied::{Applied, file};
use super::changed::{self, Changes};
use super::comments::Talk;
use super::documents::Missing;
use super::forecast::Card;
use super::latest::Latest;
use super::needed::no_value;
use super::thread::{Here, of_case, origin};
use super::{faults, id, offers};
use crate::appeals::{self, AppealLines};
use crate::asked::numbers;
use crate::by_link::AdviceCard;
use crate::day::OfDay;
use crate::demands::ConditionLine;
use crate::fees::{self, FeeCard};
use crate::form::Typed;
use crate::insurance::{self, InsuranceLines};
use crate::keeping::{self, Keeping};
use crate::parts::Faults;
use crate::position::replaced;
use crate::position::{Alarm, Line, Position, Seen};
use crate::routes::Routes;
use crate::sealed::{self, SealedLines};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{Named, event_line, event_title, lead_name, rulebook_line, short_name, zone};
use crate::{Failure, Text, confided, page, suspended};
use act::{ApplicationId, Role};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use clearance::acts::ActName;
use clearance::{Application, PermitStanding, Question, Referral, Stage};
use desk::Fault;
use desk::clearance::{CaseView, Sight};
use desk::engagement::Origin;
use jiff::tz::TimeZone;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/cases/{id}", get(show))
        .route("/cases/{id}/files/{file}", get(file))
}

#[derive(Template)]
#[template(path = "pages/case.html")]
struct CasePage {
    shell: Shell,
    faults: Faults,
    case: String,
    event_line: String,
    alarm: Option<Alarm>,
    position: Position,
    closed: Option<Closed>,
    /// The drafts that begin from it, what it began with itself, and what is said of its day.
    again: Again,
    /// The ways to the acts whose forms stand on other pages, the most pressing first.
    pressing: Vec<(String, String)>,
    ahead: Option<Ahead>,
    heading: String,
    timeline: Option<String>,
    /// How likely it is that all decide in time.
    forecast: Option<Card>,
    /// Until when what is still to come helps.
    latest: Option<Latest>,
    lines: Vec<Line>,
    conditions: Vec<ConditionLine>,
    /// The same of a permit that stands, with what became of each.
    keeping: Option<Keeping>,
    /// Those of them of which no event can keep both.
    contradictions: Vec<String>,
    silences: Vec<String>,
    /// The appeals that were noted, the last first.
    appeals: Vec<AppealLines>,
    /// What it costs.
    fees: Option<FeeCard>,
    /// What is insured.
    insurances: Vec<InsuranceLines>,
    /// The advice that people without an account were asked for.
    advice: AdviceCard,
    /// The reasons that were sealed.
    sealed: Vec<SealedLines>,
    /// That its permit does not hold, since when and why.
    against: Option<(String, String)>,
    /// What is said and told of the day of the event.
    of_day: OfDay,
    /// Its earlier permits, and the suspensions of the present one that are over.
    suspended_before: Vec<String>,
    /// What the authorities demand otherwise than the permit says.
    departures: Vec<String>,
    applied: Applied,
    changes: Vec<Changes>,
    /// That it was amended, and whom that had decide again.
    amended: Option<String>,
    /// Whom the lead asked and asks no longer: what is said of it, and the page of its referral.
    taken_back: Vec<(String, String)>,
    /// What authorities offer instead, each with its page.
    offers: Vec<(String, String)>,
    /// Which documents are missing.
    missing: Option<Missing>,
    handing_in: Option<HandingIn>,
    /// The rules that it is decided by, and their page.
    rulebook: Option<(String, String)>,
    /// What has no value by them, where and why.
    no_value: Vec<String>,
    permit: Option<String>,
    /// The ways to what was said of it, and whether the reader watches it.
    talk: Talk,
    /// What the reader can do here.
    acts: Vec<ActForm>,
}

/// That nothing comes of a case any more, that no permit can, or that its organiser has it back.
struct Closed {
    words: String,
    /// The case after which a draft is begun, for whoever may.
    again: Option<ApplicationId>,
    button: &'static str,
}

impl Closed {
    fn of(site: &Site, t: Text, view: &CaseView) -> Option<Closed> {
        let applies = view.sight == Sight::Organiser
            && matches!(view.context.actor.role, Role::Applicant | Role::Agent);
        let pin = view.application.rulebook.as_ref();
        let event = view.application.submission.as_ref().map(|one| &one.event);
        let is_over = event.is_some_and(|event| event.is_over(view.context.at));
        // Once the day has passed, the event is applied for again for another.
        let rulebook = pin.filter(|_| applies && !is_over);
        let rulebook = rulebook.and_then(|pin| site.desk.rulebooks().in_force(&pin.id));
        let given_back = view.application.stage() == Stage::Returned;
        let (words, button) = match rulebook {
            Some(_) if view.is_closed() => ("closed-again", "closed-apply"),
            None if view.is_closed() => ("closed", ""),
            // That it was refused, by whom and why, is said before.
            Some(_) if view.is_refused() => ("refused-again", "closed-apply"),
            Some(_) if given_back => ("returned-again", "returned-change"),
            _ => return None,
        };
        Some(Closed {
            words: t.get(words).into_owned(),
            again: rulebook.map(|_| view.id),
            button,
        })
    }
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let faults = match &view.hindered {
        Some(refused) => faults::shown(&shell, Fault::Refused(refused.clone()))?,
        None => Faults::none(),
    };
    shown(&site, shell, &view, &Typed::default(), faults).await
}

pub(crate) async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    shown_with(site, shell, view, typed, faults, false).await
}

/// The same; with `gone`, what was typed is of a form on a page that is there no more, and shown apart.
pub(crate) async fn shown_with(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    typed: &Typed,
    faults: Faults,
    gone: bool,
) -> Result<Response, Failure> {
    let (t, application) = (shell.t, &view.application);
    let (zone, seen) = (zone(application, site), Seen::new(site, t, view));
    let origin = origin(&site.desk, view).await?;
    let named = Named::of(site, t, application).await?;
    let mut shell = placed(shell, view, origin.as_ref());
    let acts = acts(site, &mut shell, view, typed, &faults, gone);
    let applied = Applied::of(site, &shell, view, origin.as_ref(), &named);
    let handing_in = HandingIn::of(site, t, view, &applied.documents, typed, &faults);
    let (forecast, timeline) = foretold(&shell, &seen).await;
    Ok(page(&CasePage {
        faults: faults.named(handing_in.iter().flat_map(HandingIn::labels).chain(labels(&acts))),
        case: shell.to(&format!("/cases/{}", view.id)),
        event_line: event_line(t, application, &zone),
        alarm: seen.alarm(&lead_name(site, t, application)),
        ahead: Ahead::of(site, t, view, &lead_name(site, t, application)),
        position: seen.position(),
        closed: Closed::of(site, t, view),
        again: Again::of(site, &shell, view).await?,
        changes: changed::all(t, site, view, &named),
        amended: amended::told(site, t, application),
        taken_back: amended::taken_back(site, t, view),
        offers: offers::open(&seen),
        pressing: first_here(&seen).into_iter().chain(pressing(&seen)).collect(),
        heading: heading(t, application)?,
        timeline,
        forecast,
        latest: Latest::under_way(&seen),
        lines: seen.lines(),
        silences: seen.silences(),
        conditions: seen.conditions(),
        advice: AdviceCard::of(site, t, view, &zone, None),
        sealed: sealed::lines(site, t, view, |_| true),
        keeping: keeping::of(&seen, &named),
        contradictions: seen.contradictions(),
        appeals: appeals::lines(&seen, &zone, |_| true),
        fees: FeeCard::of(&seen),
        insurances: insurance::lines(&seen, |_| true),
        against: against(t, application, &zone),
        of_day: OfDay::of(site, &shell, view, &zone),
        suspended_before: earlier(t, application, &zone),
        departures: replaced::departures(&seen),
        missing: missing(&seen, &applied, handing_in.is_some()),
        applied,
        handing_in,
        rulebook: rulebook_line(site, t, application),
        no_value: without_value(site, t, view),
        permit: permit(application),
        talk: Talk::of(site, t, view).await?,
        acts,
        shell,
    }))
}

/// Between whom and which day the authorities stand.
fn heading(t: Text, application: &Application) -> Result<String, Failure> {
    let submission = application.submission.as_ref().ok_or_else(Failure::not_found)?;
    Ok(t.one("case-stands-between", "date", t.named_date(submission.event.date)))
}

/// The page's title, and where it stands in the thread of its case.
fn placed(shell: Shell, view: &CaseView, origin: Option<&Origin>) -> Shell {
    let thread = of_case(shell.t, view, origin, Here::Application);
    shell.titled(event_title(&view.application)).threaded(thread)
}

/// The forms of what the reader can do here; with `gone`, what was typed into one on a page that is there no more is shown apart.
fn acts(
    site: &Site,
    shell: &mut Shell,
    view: &CaseView,
    typed: &Typed,
    faults: &Faults,
    gone: bool,
) -> Vec<ActForm> {
    shell.faulty = !faults.is_empty();
    let about = AboutCase {
        askable: askable(site, shell.t, view),
        appealable: appeals::appealable(site, shell.t, view),
        open_appeals: appeals::open(site, shell.t, view),
        unsealable: sealed::unsealable(site, shell.t, view),
        pieces: confided::pieces(site, shell.t, view),
        readers: confided::readers(site, shell.t, view),
        fees: fees::choices(&Seen::new(site, shell.t, view)),
        insurance: insurance::choices(&Seen::new(site, shell.t, view)),
    };
    let acts = forms(shell, view, OfPage::Case(&about), typed, faults);
    if gone {
        keep_typed(shell, typed);
    }
    acts
}

/// Which documents are missing, where one would still help.
fn missing(seen: &Seen<'_>, applied: &Applied, hands_in: bool) -> Option<Missing> {
    let form = hands_in.then(|| "#hand-in".to_owned());
    let missing = applied.documents.missing(None)?.handed_in_at(form);
    seen.awaits_documents().then_some(missing)
}

/// How likely it is that all decide in time, and the timeline, with when each may decide.
async fn foretold(shell: &Shell, seen: &Seen<'_>) -> (Option<Card>, Option<String>) {
    let foretold = seen.site.desk.forecast(seen.view).await;
    // A case is read and decided whether or not anything can be foretold of it.
    let foretold = foretold.unwrap_or_else(|fault| {
        tracing::warn!(%fault, "nothing is foretold of a case");
        None
    });
    let card = foretold.as_ref().map(|one| Card::of(shell, seen, one));
    (card, crate::rails::timeline(seen, foretold.as_ref()))
}

/// The address of its permit.
fn permit(application: &Application) -> Option<String> {
    let permit = application.permit.as_ref()?;
    Some(format!("/permits/{}", permit.content.permit))
}

/// What has no value by the rules that the case is decided by, where and why.
fn without_value(site: &Site, t: Text, view: &CaseView) -> Vec<String> {
    let application = &view.application;
    // Of answers that are kept back from the reader nothing can be told.
    if !view.kept_back.is_empty() {
        return vec![];
    }
    let pinned = application.rulebook.as_ref();
    let rulebook = pinned.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
    let (Some(rulebook), Some(submission)) = (rulebook, &application.submission) else {
        return vec![];
    };
    no_value(t, &rulebook, &rulebook.without_value(&submission.answers))
}

/// What became of its earlier permits, and of the present one before now.
fn earlier(t: Text, application: &Application, zone: &TimeZone) -> Vec<String> {
    let replaced = replaced::before(t, application, zone).into_iter();
    replaced.chain(suspended::before(t, application, zone)).collect()
}

/// When the permit was taken back or stopped, and why: for those who see the case.
fn against(t: Text, application: &Application, zone: &TimeZone) -> Option<(String, String)> {
    match &application.permit.as_ref()?.standing {
        PermitStanding::Revoked { reasons, sealed, by } => Some((
            t.one("permit-revoked-warning", "at", t.instant(by.at, zone)),
            sealed::said(t, reasons, sealed.as_ref()),
        )),
        PermitStanding::Suspended {
            reasons,
            sealed,
            until,
            by,
        } => {
            let words = suspended::warning(t, *until, by.at, zone);
            Some((words, sealed::said(t, reasons, sealed.as_ref())))
        }
        PermitStanding::InForce | PermitStanding::Replaced { .. } => None,
    }
}

/// The ways to what is to be done first on this page: to say whether a payment was found, to pay, to tell how the event went.
fn first_here(seen: &Seen<'_>) -> Vec<(String, String)> {
    let (t, view) = (seen.t, seen.view);
    let at = |place: &str| format!("/cases/{}{place}", view.id);
    let mut ways = vec![];
    if view.offers(ActName::AnswerPaid) {
        ways.push((t.get("act-answer-paid").into_owned(), at("#act-answer-paid")));
    }
    if view.offers(ActName::SayPaid) {
        let way = fees::to_pay(seen).map(|words| (words, at("#act-say-paid")));
        ways.extend(way);
    }
    if view.offers(ActName::ReportAfter) && view.application.day.reports.is_empty() {
        ways.push((t.get("act-report").into_owned(), at("#act-report")));
    }
    ways
}

/// The ways to the acts whose forms stand on the pages of referrals: first where a clock stands still, the longest first; then by
/// the day on which a decision is due.
fn pressing(seen: &Seen<'_>) -> Vec<(String, String)> {
    let application = &seen.view.application;
    let ways = leads_to(seen.view).into_iter();
    let mut ways: Vec<_> = ways
        .filter_map(|way| Some((application.referrals.get(way.authority)?, way)))
        .collect();
    ways.sort_by_key(|(referral, _)| (seen.deadline(referral), referral.stands_still_since()));
    let shown = |(referral, way): (&Referral, Way<'_>)| {
        let name = short_name(seen.site, seen.t, application, referral);
        let path = format!("/cases/{}/referrals/{}{}", seen.view.id, way.authority, way.at);
        let [answered, of] = numbers(referral.open_question().and_then(Question::share));
        (
            seen.t.with(way.text, [("authority", name.into()), answered, of]),
            path,
        )
    };
    ways.into_iter().map(shown).collect()
}
