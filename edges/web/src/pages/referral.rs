//! One authority's referral: why it is asked, its clock line by line, its questions, and its decision.

use super::acts::{AboutReferral, ActForm, Asks, Items, Library, OfPage, Wantable, forms, labels};
use super::applied::Applied;
use super::asked::{QuestionLine, questions};
use super::decided::{DecidedLines, DisownedLines, decided, disowned};
use super::documents::Missing;
use super::extensions::{self, ExtensionLine};
use super::needed::Needs;
use super::offers::{self, OfferLine, Offers};
use super::recommended::Recommended;
use super::thread::{Here, of_case, origin};
use super::{ahead, amended, id, recommended, working_days};
use crate::appeals::{self, AppealLines};
use crate::by_link::AdviceCard;
use crate::fees;
use crate::form::Typed;
use crate::insurance::{self, InsuranceLines};
use crate::parts::Faults;
use crate::position::{Position, Seen};
use crate::reckoning;
use crate::routes::Routes;
use crate::sealed::{self, SealedLines};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{
    Named, Why, bound_to, event_line, event_title, reasons, rulebook_line, short_name, standing_words, zone,
};
use crate::{Failure, Text, page};
use act::AuthorityId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use clearance::acts::{ActName, Decide};
use clearance::{Application, ClearanceRefusal, Referral, Released, Reminder};
use desk::clearance::CaseView;
use desk::engagement::Origin;
use jiff::tz::TimeZone;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/cases/{id}/referrals/{authority}", get(show))
}

/// What an authority had done when the case was put to it anew.
struct RoundLines {
    ended: String,
    /// What became of it, by the text that says so.
    what: &'static str,
    decided: Option<DecidedLines>,
    questions: Vec<QuestionLine>,
    offers: Vec<OfferLine>,
    steps: Vec<reckoning::Line>,
}

#[derive(Template)]
#[template(path = "pages/referral.html")]
struct ReferralPage {
    shell: Shell,
    faults: Faults,
    here: String,
    case: String,
    event_title: String,
    event_line: String,
    tone: &'static str,
    standing: String,
    /// By when it is due, and whether that is late.
    due: Option<(bool, String)>,
    /// What became of the whole, and why.
    whole: Option<Position>,
    reasons: Vec<Why>,
    steps: Vec<reckoning::Line>,
    /// The days that it is reckoned with besides the country's.
    own: Vec<String>,
    /// That the day moved because the authority's calendar changed.
    moved: Option<String>,
    period: String,
    questions: Vec<QuestionLine>,
    extensions: Vec<ExtensionLine>,
    /// What the lead wrote to remind it, and on which days it did.
    reminders: Vec<(String, String)>,
    /// What it offered instead of deciding.
    offers: Offers,
    /// What was recommended to it, where the reader is of it.
    recommended: Option<Recommended>,
    decided: Option<DecidedLines>,
    /// The letters that were recorded in its name and that it disowned.
    disowned: Vec<DisownedLines>,
    /// Which of its conditions no event can keep beside those of others.
    contradictions: Vec<String>,
    /// The appeals against what it decided, the last first.
    appeals: Vec<AppealLines>,
    /// The advice that it asked people without an account for.
    advice: AdviceCard,
    /// The reasons that it sealed.
    sealed: Vec<SealedLines>,
    /// Where they stand on a permit, which tells what became of them: whether it says something else.
    on_permit: Option<bool>,
    /// That the authority is asked no longer, since when and why; and whether that is the lead authority's doing, and no change's.
    released: Option<(String, bool)>,
    /// Where its fees stand, as far as they are the reader's to see.
    fees: Vec<String>,
    /// The certificates of insurance that it demanded, as far as they are the reader's to see.
    insurances: Vec<InsuranceLines>,
    /// How many items of the application it does not read, or did not when it decided.
    unread: Option<String>,
    /// Why the reader, who decides, is not offered to now.
    not_now: Option<String>,
    /// Whether what was not taken is told to whoever may have to read first what was changed.
    changed: bool,
    /// That it is put to the authority anew, and why.
    anew: Option<String>,
    /// What it had done each time before, the last one first.
    earlier: Vec<RoundLines>,
    /// What the reader can do here.
    acts: Vec<ActForm>,
    words: Words,
    silence: Option<String>,
    /// What its silence will count as, where that is something.
    counts: Option<String>,
    applied: Applied,
    /// Which documents are missing that the rules ask for here.
    missing: Option<Missing>,
    /// What the rules want of the case for this authority.
    wanted: Option<Needs>,
    /// The rules that it is decided by, and their page.
    rulebook: Option<(String, String)>,
}

/// What a decision, or advice, is called here.
struct Words {
    /// Over the one that was given.
    given: &'static str,
    /// The link to its paper.
    notice: &'static str,
}

const DECIDES: Words = Words {
    given: "referral-decision",
    notice: "referral-notice",
};
const ADVISES: Words = Words {
    given: "referral-advice",
    notice: "referral-advice-notice",
};

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, authority)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let authority: AuthorityId = id(&authority)?;
    let (typed, faults) = (Typed::default(), Faults::none());
    shown(&site, shell, &view, &authority, (&typed, faults)).await
}

pub(crate) async fn shown(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    authority: &AuthorityId,
    (typed, faults): (&Typed, Faults),
) -> Result<Response, Failure> {
    let (t, application) = (shell.t, &view.application);
    let (referral, left) = found(application, authority)?;
    let (zone, seen) = (zone(application, site), Seen::new(site, t, view));
    let (mut shell, origin) = placed(site, shell, view, referral).await?;
    let acts = acts(site, &mut shell, view, referral, (typed, &faults));
    let applied = applied(site, &shell, view, origin.as_ref()).await?;
    let built = ReferralPage {
        missing: missing(&seen, &applied, authority, &shell),
        faults: faults.named(labels(&acts)),
        case: shell.to(&format!("/cases/{}", view.id)),
        here: shell.to(&format!("/cases/{}/referrals/{authority}", view.id)),
        event_title: event_title(application),
        event_line: event_line(t, application, &zone),
        tone: seen.standing_tone(referral).name(),
        standing: seen.standing(referral),
        due: seen.due(referral).map(|due| (due.late, due.words)),
        whole: seen.of_the_whole(),
        reasons: reasons(site, t, application, referral),
        steps: steps(site, t, application, referral),
        own: working_days::of_clock(t, referral, &zone),
        moved: seen.moved(referral),
        period: reckoning::period(t, bound_to(site, application).as_deref(), &referral.terms),
        questions: questions(&seen, view.questions(referral), &zone),
        extensions: extensions::lines(t, view, referral, &zone),
        reminders: reminders(t, referral, &zone),
        offers: Offers::of(site, t, view, (referral, left), &zone),
        recommended: recommended::of(site, t, view, referral, &zone),
        decided: decided(site, t, view, referral, &zone),
        disowned: disowned(site, t, view, referral, &zone),
        contradictions: seen.contradictions_of(authority),
        appeals: appeals::lines(&seen, &zone, |one| one.against.authority() == Some(authority)),
        advice: AdviceCard::of(site, t, view, &zone, Some(authority)),
        sealed: sealed::lines(site, t, view, |one| one.is_of(authority)),
        on_permit: on_permit(application, referral, left),
        anew: amended::anew(site, t, application, referral),
        changed: shell.faulty && application.amendments() > 0,
        released: None,
        fees: fees::of_authority(&seen, authority),
        insurances: insurance::lines(&seen, |one| one.authority == *authority),
        unread: unread(t, view, referral),
        not_now: not_now(t, view, referral),
        earlier: earlier(&seen, referral, &zone),
        acts,
        words: if referral.advises() { ADVISES } else { DECIDES },
        counts: reckoning::silence(t, referral).filter(|_| referral.silence_counts()),
        silence: seen.silence(referral).filter(|_| seen.ended.is_none()),
        applied,
        wanted: ahead::wanted(site, t, application, authority),
        rulebook: rulebook_line(site, t, application),
        shell,
    };
    Ok(page(&built.of_released(site, t, application, left)))
}

/// What was applied for.
async fn applied(
    site: &Site,
    shell: &Shell,
    view: &CaseView,
    origin: Option<&Origin>,
) -> Result<Applied, Failure> {
    let named = Named::of(site, shell.t, &view.application).await?;
    Ok(Applied::of(site, shell, view, origin, &named))
}

/// The page's title, and where it stands in the thread of its case.
async fn placed(
    site: &Site,
    shell: Shell,
    view: &CaseView,
    referral: &Referral,
) -> Result<(Shell, Option<Origin>), Failure> {
    let origin = origin(&site.desk, view).await?;
    let name = short_name(site, shell.t, &view.application, referral);
    let thread = of_case(shell.t, view, origin.as_ref(), Here::Decisions);
    Ok((shell.titled(name).threaded(thread), origin))
}

/// The forms of what the reader can do about it, with what of the rulebook's conditions the authority can set.
fn acts(
    site: &Site,
    shell: &mut Shell,
    view: &CaseView,
    referral: &Referral,
    (typed, faults): (&Typed, &Faults),
) -> Vec<ActForm> {
    shell.faulty = !faults.is_empty();
    let about = AboutReferral {
        library: Library::of(site, shell.t, &view.application, &referral.authority),
        asks: Asks {
            wanted: Wantable::of(site, shell.t, view),
            items: Items::of(site, shell.t, view, referral),
        },
        today: view.application.day(view.context.at),
    };
    let page = OfPage::Referral(referral, &about);
    forms(shell, view, page, typed, faults)
}

/// Which of the authority's documents are missing, where one would still help.
fn missing(seen: &Seen<'_>, applied: &Applied, authority: &AuthorityId, shell: &Shell) -> Option<Missing> {
    let form = seen
        .view
        .offers(ActName::HandIn)
        .then(|| shell.to(&format!("/cases/{}#hand-in", seen.view.id)));
    let missing = applied.documents.missing(Some(authority))?.handed_in_at(form);
    seen.awaits_documents().then_some(missing)
}

/// How many items of the application the authority does not read, or did not when it decided.
fn unread(t: Text, view: &CaseView, referral: &Referral) -> Option<String> {
    let count = view.unread.get(&referral.authority)?;
    let id = match (referral.decided.is_some(), referral.advises()) {
        (true, false) => "unread-decided",
        (true, true) => "unread-advised",
        (false, _) => "unread-now",
    };
    Some(t.one(id, "count", i64::try_from(*count).unwrap_or(i64::MAX)))
}

/// Why the reader, who decides for it, is not offered to: a question is open.
fn not_now(t: Text, view: &CaseView, referral: &Referral) -> Option<String> {
    let id = if referral.advises() {
        "advise-waits"
    } else {
        "decide-waits"
    };
    match Decide::check(&view.application, &view.context, &referral.authority) {
        Err(ClearanceRefusal::QuestionOpen { number }) => Some(t.one(id, "number", i64::from(number))),
        _ => None,
    }
}

/// Where its conditions stand on a permit that stands, whether that says something else than they do.
fn on_permit(application: &Application, referral: &Referral, left: Option<&Released>) -> Option<bool> {
    let has_some = left.is_none() && !referral.conditions().is_empty();
    application.live_permit().filter(|_| has_some)?;
    let departures = application.departures();
    Some(departures.iter().any(|one| *one.authority == referral.authority))
}

/// The referral of an authority, and how it was left where the authority is asked no longer.
fn found<'a>(
    application: &'a Application,
    authority: &AuthorityId,
) -> Result<(&'a Referral, Option<&'a Released>), Failure> {
    let left = application.released(authority);
    let asked = application.referrals.get(authority);
    let referral = asked.or(left.map(|one| &one.referral));
    Ok((referral.ok_or_else(Failure::not_found)?, left))
}

impl ReferralPage {
    /// The same, where the authority is asked no longer: what is said of a decision that is awaited is not said.
    fn of_released(
        self,
        site: &Site,
        t: Text,
        application: &Application,
        left: Option<&Released>,
    ) -> ReferralPage {
        let Some(left) = left else { return self };
        let stood = standing_words(t, &left.referral);
        let questions = self.questions.into_iter().map(|one| one.not_asked(t));
        ReferralPage {
            tone: "plain",
            questions: questions.collect(),
            standing: t.one("released-stood", "standing", stood),
            released: Some((
                amended::released_since(site, t, application, left),
                left.taken_back.is_some(),
            )),
            moved: None,
            anew: None,
            counts: None,
            silence: None,
            missing: None,
            wanted: None,
            ..self
        }
    }
}

/// A referral's clock, line by line; or that it cannot be reckoned, where the calendar does not reach so far.
fn steps(site: &Site, t: Text, application: &Application, referral: &Referral) -> Vec<reckoning::Line> {
    match reckoning::with_facts(t, bound_to(site, application).as_deref(), referral) {
        Ok(lines) => lines,
        Err(fault) => {
            tracing::warn!(%fault, "a clock could not be reckoned");
            let text = t.get("referral-clock-ends").into_owned();
            vec![reckoning::Line::of(text)]
        }
    }
}

/// The times that the lead reminded it, as far as they are the reader's to see, the last first: the same words once, with all their days.
fn reminders(t: Text, referral: &Referral, zone: &TimeZone) -> Vec<(String, String)> {
    let mut lines: Vec<(String, &str)> = vec![];
    for Reminder { at, words, .. } in referral.reminders.iter().rev() {
        let at = t.instant(*at, zone);
        match lines.iter_mut().find(|(_, said)| *said == words.as_str()) {
            Some((days, _)) => *days = format!("{days}; {at}"),
            None => lines.push((at, words.as_str())),
        }
    }
    let line = |(at, words): (String, &str)| (t.one("reminder-at", "at", at), words.to_owned());
    lines.into_iter().map(line).collect()
}

/// What it had done each time before. An open question went on with it, and stands where it is answered.
fn earlier(seen: &Seen<'_>, referral: &Referral, zone: &TimeZone) -> Vec<RoundLines> {
    let (site, t, view) = (seen.site, seen.t, seen.view);
    let lines = |round: &clearance::Round| {
        let ended = view
            .questions(&round.referral)
            .iter()
            .filter(|one| one.ended.is_some());
        let (ended_by, what) = match round.taken_back {
            Some(_) => ("round-taken-back", "round-taken-back-what"),
            None => ("round-ended", "round-what"),
        };
        RoundLines {
            ended: t.one(ended_by, "at", t.instant(round.ended, zone)),
            what,
            decided: decided(site, t, view, &round.referral, zone),
            questions: questions(seen, &ended.cloned().collect::<Vec<_>>(), zone),
            offers: offers::lines(site, t, view, &round.referral, round.version, zone),
            steps: steps(site, t, &view.application, &round.referral),
        }
    };
    referral.earlier.iter().rev().map(lines).collect()
}
