//! What the last time taught, beside an application that began with the answers of an earlier one.

use super::{draft_form, needed};
use crate::asked;
use crate::day::{NoteLine, ReportLines, notes, report};
use crate::demands::{self, ConditionLine};
use crate::form::Typed;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{event_title, short_name, whole_days, zone};
use crate::{Failure, Text};
use askama::Template;
use askama::filters::HtmlSafe;
use clearance::{AskedOtherwise, HowAsked, ItemAnswer, ItemEnd, Question, Referral};
use desk::clearance::{CaseView, Draft, LastTime};
use jiff::civil::Date;
use rulebook::Rulebook;
use std::collections::{BTreeMap, BTreeSet};

/// What an authority asked, and what it was answered.
struct Answered {
    authority: String,
    question: String,
    /// To what, where it was asked item by item, and what.
    answers: Vec<(String, String)>,
}

/// How long an authority took, and until when it is to be asked this time.
struct Took {
    authority: String,
    took: String,
    late: Option<String>,
    hand_in_by: String,
}

/// A document of the last time: it is handed in anew, if it still serves.
struct OldFile {
    name: String,
    path: String,
    about: String,
}

/// What the last time taught.
#[derive(Template)]
#[template(path = "parts/last_time.html")]
pub(crate) struct LastTimeCard {
    t: Text,
    shell: Shell,
    case: String,
    what: String,
    /// That the day is chosen anew.
    date_hint: Option<String>,
    /// What the rules ask otherwise now.
    otherwise: Vec<String>,
    report: Option<ReportLines>,
    notes: Vec<NoteLine>,
    conditions: Vec<ConditionLine>,
    questions: Vec<Answered>,
    /// The day for which the days below are reckoned, and whether it is chosen.
    reckoned_for: Option<String>,
    took: Vec<Took>,
    files: Vec<OldFile>,
}

// Its template escapes what it shows.
impl HtmlSafe for LastTimeCard {}

impl LastTimeCard {
    /// Beside a draft, for whoever may read the earlier case.
    pub(crate) async fn of(
        site: &Site,
        shell: &Shell,
        signed: &Signed,
        draft: &Draft,
        typed: &Typed,
    ) -> Result<Option<LastTimeCard>, Failure> {
        let last = site.desk.last_time(&signed.actor, draft).await?;
        let (Some(last), Some(rulebook)) = (last, site.desk.rulebook_of(draft)) else {
            return Ok(None);
        };
        let by = hand_in_by(site, &rulebook, typed, &last).await?;
        Ok(Some(LastTimeCard::told(site, shell, &last, &rulebook, typed, by)))
    }

    /// What is said at the field of the event's day.
    pub(crate) fn date_hint(&self) -> Option<&str> {
        self.date_hint.as_deref()
    }

    fn told(
        site: &Site,
        shell: &Shell,
        last: &LastTime,
        now: &Rulebook,
        typed: &Typed,
        by: Option<HandInBy>,
    ) -> LastTimeCard {
        let (t, view) = (shell.t, &last.view);
        let (application, zone) = (&view.application, zone(&view.application, site));
        let referrals = application.in_order();
        let asked = referrals
            .iter()
            .flat_map(|one| answered(site, t, view, one, last.rulebook.as_deref()));
        LastTimeCard {
            t,
            case: format!("/cases/{}", view.id),
            what: t.with(
                "last-time-what",
                [
                    ("event", event_title(application).into()),
                    ("reference", application.reference.as_str().into()),
                ],
            ),
            date_hint: date_hint(t, last),
            otherwise: last
                .otherwise
                .iter()
                .map(|one| otherwise(t, one, now, last.rulebook.as_deref()))
                .collect(),
            report: report(t, application, &zone),
            notes: notes(site, t, view, &zone),
            conditions: demands::lines(site, t, application),
            questions: asked.collect(),
            reckoned_for: by.as_ref().map(|by| {
                let id = if by.chosen {
                    "last-time-by-chosen"
                } else {
                    "last-time-by-hint"
                };
                t.one(id, "date", t.day(by.event))
            }),
            took: referrals
                .iter()
                .map(|one| took(site, t, view, one, by.as_ref()))
                .collect(),
            files: files(t, last, now, typed, &zone),
            shell: shell.clone(),
        }
    }
}

/// That the day is chosen anew, on which day the event was held, and which the same weekday would be.
fn date_hint(t: Text, last: &LastTime) -> Option<String> {
    let held = last.view.application.submission.as_ref()?.event.date;
    let said = [
        ("held", t.day(held).into()),
        ("same", t.day(last.same_weekday?).into()),
    ];
    Some(t.with("last-time-date", said))
}

/// How a question is asked otherwise now, in words.
fn otherwise(t: Text, one: &AskedOtherwise, now: &Rulebook, then: Option<&Rulebook>) -> String {
    let language = t.language().tag();
    let words = |of: Option<&Rulebook>| {
        let input = of.and_then(|of| of.input(&one.input));
        input.map(|input| input.question.in_language(language).to_owned())
    };
    let answer = |of: Option<&Rulebook>| {
        let input = of.and_then(|of| of.input(&one.input));
        let value = one.answered.as_ref();
        value.map_or_else(String::new, |value| draft_form::answer(t, input, value))
    };
    let (before, after) = (words(then), words(Some(now)));
    let before = before.or(after.clone()).unwrap_or_else(|| one.input.clone());
    let id = match one.how {
        HowAsked::Gone => "otherwise-gone",
        HowAsked::NotTaken => "otherwise-not-taken",
        HowAsked::Changed => "otherwise-changed",
        HowAsked::New => "otherwise-new",
    };
    t.with(
        id,
        [
            ("now", after.unwrap_or_else(|| before.clone()).into()),
            ("question", before.into()),
            ("answer", answer(then.or(Some(now))).into()),
        ],
    )
}

/// What an authority asked and was answered, in all rounds, as far as the reader reads it.
fn answered(
    site: &Site,
    t: Text,
    view: &CaseView,
    referral: &Referral,
    rulebook: Option<&Rulebook>,
) -> Vec<Answered> {
    if !view.sees_words_of(referral) {
        return vec![];
    }
    let authority = short_name(site, t, &view.application, referral);
    let questions = referral.rounds().flat_map(|round| &round.questions);
    // One that stayed open over a change stands in both rounds.
    let last: BTreeMap<u32, &Question> = questions.map(|one| (one.number, one)).collect();
    let of_items = |question: &Question| {
        let item = |item: &clearance::Item| {
            let about = asked::about(t, rulebook, &item.wanted.about);
            let said = match item.ended.as_ref().map(|ended| &ended.how) {
                Some(ItemEnd::Answered(ItemAnswer::Given { words, .. })) => {
                    words.as_ref().map(ToString::to_string)
                }
                Some(ItemEnd::Answered(ItemAnswer::CannotBe { why })) => Some(why.to_string()),
                Some(ItemEnd::TakenBack) | None => None,
            };
            (about, said.unwrap_or_default())
        };
        question.items.iter().map(item).collect::<Vec<_>>()
    };
    let one = |question: &&Question| {
        let whole = question.answer.as_ref();
        let whole = whole.map(|answer| (String::new(), answer.to_string()));
        Answered {
            authority: authority.clone(),
            question: question.text.to_string(),
            answers: whole.into_iter().chain(of_items(question)).collect(),
        }
    };
    last.values().map(one).collect()
}

/// Until when each authority is to be asked, for an event on a day.
struct HandInBy {
    event: Date,
    /// Whether the organiser chose that day; else it is the one hinted at.
    chosen: bool,
    days: BTreeMap<String, Date>,
}

/// Counted back from the day that was chosen, or else from the same weekday, by what was answered so far; nothing where the rules do
/// not answer, or no calendar reaches that far.
async fn hand_in_by(
    site: &Site,
    rulebook: &Rulebook,
    typed: &Typed,
    last: &LastTime,
) -> Result<Option<HandInBy>, Failure> {
    let chosen: Option<Date> = typed.get("date").trim().parse().ok();
    let chosen = chosen.filter(|day| *day > last.today);
    let Some(event) = chosen.or(last.same_weekday) else {
        return Ok(None);
    };
    let own = site.desk.own_days_of(rulebook).await?;
    let answers = needed::answers_so_far(rulebook, typed);
    let asked = clearance::asked(rulebook, &answers, event, &own);
    Ok(asked.ok().map(|asked| HandInBy {
        event,
        chosen: chosen.is_some(),
        days: asked
            .iter()
            .map(|one| (one.required.authority.clone(), one.schedule.latest_filing))
            .collect(),
    }))
}

fn took(site: &Site, t: Text, view: &CaseView, referral: &Referral, by: Option<&HandInBy>) -> Took {
    let period = referral.terms.period;
    let unit = match period.unit {
        calendar::Unit::Working => "took-working",
        calendar::Unit::Calendar => "took-calendar",
        calendar::Unit::Month => "took-months",
    };
    let day = by.and_then(|by| by.days.get(referral.authority.as_str()));
    Took {
        authority: short_name(site, t, &view.application, referral),
        took: match referral.pace() {
            None => t.get("took-undecided").into_owned(),
            Some(pace) => t.with(
                unit,
                [
                    ("used", i64::from(pace.used).into()),
                    ("of", i64::from(period.days).into()),
                    ("all", i64::from(pace.in_all).into()),
                ],
            ),
        },
        late: referral
            .pace()
            .filter(|pace| pace.late > 0)
            .map(|pace| t.one("took-late", "count", i64::from(pace.late))),
        hand_in_by: day.map_or_else(|| t.get("latest-unknown").into_owned(), |day| t.date(*day)),
    }
}

/// The documents of the last time: which each is, how old it is, and whether the rules ask for one of the kind now.
fn files(t: Text, last: &LastTime, now: &Rulebook, typed: &Typed, zone: &jiff::tz::TimeZone) -> Vec<OldFile> {
    let application = &last.view.application;
    let required = clearance::required(now, &needed::answers_so_far(now, typed)).unwrap_or_default();
    let required: Vec<_> = required.iter().map(|(required, _)| required).collect();
    let needs = now.needs(&required);
    let asked_for: BTreeSet<&str> = needs.documents.iter().map(|one| one.id).collect();
    let called = |document: &str| {
        let all = last.rulebook.as_deref().into_iter().chain([now]);
        let mut known = all.filter_map(|of| of.attachments().documents.get(document));
        known
            .next()
            .map(|one| one.label.in_language(t.language().tag()).to_owned())
    };
    let line = |file: &clearance::Attachment| {
        let at = application.came(file.attachment).unwrap_or(last.view.context.at);
        let document = file.document.as_deref();
        let id = match document {
            Some(document) if asked_for.contains(document) => "last-file-asked",
            Some(_) => "last-file-not-asked",
            None => "last-file-other",
        };
        OldFile {
            name: file.name.to_string(),
            path: format!("/cases/{}/files/{}", last.view.id, file.attachment),
            about: t.with(
                id,
                [
                    (
                        "document",
                        document
                            .and_then(called)
                            .unwrap_or_else(|| t.get("document-other").into_owned())
                            .into(),
                    ),
                    ("date", t.date(at.to_zoned_datetime(zone.clone()).date()).into()),
                    ("days", whole_days(at, last.view.context.at, zone).into()),
                ],
            ),
        }
    };
    let handed_in = application.submission.iter().flat_map(|one| &one.attachments);
    handed_in.map(line).collect()
}
