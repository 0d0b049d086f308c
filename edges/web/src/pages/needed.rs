//! What an event needs: who is asked, why and by when, and what comes with it. The permit check and the check of a draft say
//! the same.

use crate::demands::limit_words;
use crate::typed::Typed;
use crate::wording::{Why, begun, reason, rests_on};
use crate::{Text, reckoning};
use askama::Template;
use askama::filters::HtmlSafe;
use calendar::Schedule;
use desk::Refused;
use desk::clearance::answer_field;
use jiff::civil::Date;
use rulebook::{
    Answers, BasisKind, Competence, Condition, Fee, FeePer, Input, Kept, Localised, Needed, NoValue,
    PeriodBasis, Phase, Required, Rulebook, ShownBy,
};

/// An authority that is asked.
#[derive(Template)]
#[template(path = "parts/asked.html")]
pub(crate) struct AuthorityRow {
    t: Text,
    pub name: String,
    /// What its position does, and what its silence does.
    position: String,
    reasons: Vec<Why>,
    /// The latest day to file, with the tone of its tag; or why it cannot be reckoned.
    pub latest: Result<(&'static str, String), String>,
    period: String,
    lead_time: Option<String>,
    /// Whether the day rests on what the makers of the rulebook assume.
    assumed: bool,
    steps: Vec<String>,
}

/// A document, a fee, a condition, a distance.
pub(crate) struct Need {
    pub label: String,
    pub note: String,
    pub basis: String,
    pub link: Option<String>,
    pub assumed: bool,
    /// For whom.
    pub authorities: String,
}

/// What fees stand under.
const FEES: &str = "needs-fees";

/// What comes with the authorities that are asked.
#[derive(Template)]
#[template(path = "parts/needs.html")]
pub(crate) struct Needs {
    t: Text,
    kinds: Vec<(&'static str, Vec<Need>)>,
}

// Their templates escape what they show.
impl HtmlSafe for AuthorityRow {}
impl HtmlSafe for Needs {}

/// What has no value in a case, each with where it stands and why: nobody is asked by what hangs on it.
pub(crate) fn no_value(t: Text, rulebook: &Rulebook, all: &[NoValue]) -> Vec<String> {
    let language = t.language().tag();
    let said = |one: &NoValue| begun(t.said(&one.said(rulebook, language)));
    all.iter().map(said).collect()
}

/// Who has to be in time for an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filing {
    /// Whoever applies: it is handed in on that day at the latest.
    Applied,
    /// Whoever leads, as it was handed in: it is put to the authority on that day at the latest.
    Circulated,
}

/// An authority that is asked, as seen on a day.
pub(crate) fn authority(
    t: Text,
    rulebook: &Rulebook,
    required: &Required,
    schedule: Result<&Schedule, &Refused>,
    today: Date,
    filing: Filing,
) -> Option<AuthorityRow> {
    let authority = rulebook.authority(&required.authority)?;
    let why = |fired: &rulebook::Fired| {
        let kind = fired.kind.name();
        let (words, basis) = reason(t, Some(rulebook), &fired.reason, kind, &fired.citation);
        Why {
            words,
            basis,
            link: fired.link.clone(),
        }
    };
    let (competence, silence) = (authority.competence.name(), authority.silence.name());
    let position = [
        ("competence", t.get(&format!("competence-{competence}")).into()),
        ("silence", t.get(&format!("by-silence-{silence}")).into()),
    ];
    let basis = &required.period_basis;
    let lead = required.lead_time.as_ref();
    // The day rests on what it was reckoned by alone.
    let by_lead = schedule.is_ok_and(Schedule::is_by_lead_time);
    let decides = lead.filter(|_| by_lead).map_or(basis, |lead| &lead.basis);
    Some(AuthorityRow {
        t,
        name: authority.name.in_language(t.language().tag()).to_owned(),
        position: t.with(
            if authority.competence == Competence::Consultee {
                "asked-position-advises"
            } else {
                "asked-position"
            },
            position,
        ),
        reasons: required.fired.iter().map(why).collect(),
        latest: match schedule {
            Ok(schedule) => Ok(latest(t, schedule.latest_filing, today, filing)),
            Err(refused) => Err(t.refusal(refused)),
        },
        period: reckoning::period_resting_on(
            t,
            Some(rulebook),
            clearance::period(required.period),
            basis.kind.name(),
            &basis.citation,
        ),
        lead_time: lead.map(|lead| lead_time(t, rulebook, lead)),
        assumed: decides.kind == BasisKind::Assumption,
        steps: schedule.map_or(vec![], |schedule| reckoning::lines(t, &schedule.compact())),
    })
}

fn latest(t: Text, latest: Date, today: Date, filing: Filing) -> (&'static str, String) {
    let passed = latest < today;
    let id = match (filing, passed) {
        (Filing::Applied, false) => "check-latest",
        (Filing::Applied, true) => "check-latest-passed",
        (Filing::Circulated, false) => "ahead-latest",
        (Filing::Circulated, true) => "ahead-latest-passed",
    };
    let tone = if passed { "bad" } else { "ok" };
    (tone, t.one(id, "date", t.date(latest)))
}

/// A lead time in words.
fn lead_time(t: Text, rulebook: &Rulebook, lead: &rulebook::LeadTime) -> String {
    let period = clearance::period(rulebook::Period {
        days: lead.days,
        unit: lead.unit,
    });
    let (kind, citation) = (lead.basis.kind.name(), &lead.basis.citation);
    let period = reckoning::period_resting_on(t, Some(rulebook), period, kind, citation);
    t.one("asked-lead-time", "period", period)
}

impl Needs {
    /// Whether nothing comes with them.
    pub(crate) fn is_empty(&self) -> bool {
        self.kinds.iter().all(|(_, needs)| needs.is_empty())
    }

    /// The same of fees alone.
    pub(crate) fn fees(mut self) -> Needs {
        self.kinds.retain(|(title, _)| *title == FEES);
        self
    }

    /// All that comes with these authorities, each once.
    pub(crate) fn of(t: Text, rulebook: &Rulebook, required: &[&Required]) -> Needs {
        let needs = rulebook.needs(required);
        let said = |text: &Localised| text.in_language(t.language().tag()).to_owned();
        let documents = documents(t, rulebook, &needs);
        let fees = each(t, &needs.fees, |one| {
            Need::of(
                t,
                rulebook,
                said(&one.label),
                fee_said(t, one).join(" "),
                &one.basis,
            )
        });
        let conditions = each(t, &needs.conditions, |one| {
            let more = [when(t, one)].into_iter().chain(demanded(t, one));
            let more = more.collect::<Vec<_>>().join(" ");
            Need::of(t, rulebook, said(&one.text), more, &one.basis)
        });
        let distances = each(t, &needs.distances, |one| distance(t, rulebook, *one));
        Needs {
            t,
            kinds: vec![
                ("needs-documents", documents),
                (FEES, fees),
                ("needs-conditions", conditions),
                ("needs-distances", distances),
            ],
        }
    }
}

/// The documents that are asked for.
fn documents(t: Text, rulebook: &Rulebook, needs: &rulebook::Needs<'_>) -> Vec<Need> {
    let said = |text: &Localised| text.in_language(t.language().tag()).to_owned();
    each(t, &needs.documents, |one| {
        let help = one.help.as_ref().map_or_else(String::new, said);
        Need::of(t, rulebook, said(&one.label), help, &one.basis)
    })
}

/// What was answered so far.
pub(crate) fn answers_so_far(rulebook: &Rulebook, typed: &Typed) -> Answers {
    let answered = |input: &Input| {
        let answer = input.answer(typed.get(&answer_field(&input.id))).ok()?;
        Some((input.id.clone(), answer))
    };
    rulebook.inputs().iter().filter_map(answered).collect()
}

/// Each thing in words, with those who ask for it.
fn each<T>(t: Text, needed: &[Needed<'_, T>], need: impl Fn(&T) -> Need) -> Vec<Need> {
    let named = |one: &Needed<'_, T>| {
        let authorities = one.authorities.iter();
        let names: Vec<&str> = authorities
            .map(|authority| authority.short.in_language(t.language().tag()))
            .collect();
        Need {
            authorities: names.join(", "),
            ..need(&one.what)
        }
    };
    needed.iter().map(named).collect()
}

/// When a condition is kept, and whether that must be shown.
pub(crate) fn when(t: Text, condition: &Condition) -> String {
    let phase = t.get(match condition.phase {
        Phase::Before => "needs-before",
        Phase::During => "needs-during",
        Phase::After => "needs-after",
    });
    if condition.proof {
        format!("{phase} {}", t.get("needs-proof"))
    } else {
        phase.into_owned()
    }
}

/// What a condition of the rulebook binds, whether to anything else as well, and by which day it is shown.
pub(crate) fn demanded(t: Text, one: &Condition) -> Vec<String> {
    let limit = one.limit.as_ref().and_then(clearance::bound_to);
    let editable = one.limit.as_ref().is_some_and(|bound| bound.editable);
    let more = match (editable, &limit) {
        (true, Some(_)) => Some("library-editable"),
        (true, None) => Some("library-limit-open"),
        (false, _) => None,
    };
    let limit = limit.map(|limit| limit_words(t, &limit, None));
    let more = more.map(|id| t.get(id).into_owned());
    let day = one.shown_by.map(|by| shown_by(t, by, one.phase));
    [limit, more, day].into_iter().flatten().collect()
}

/// By which day it is shown that a condition is kept, as the rulebook says it of every case.
pub(crate) fn shown_by(t: Text, by: ShownBy, phase: Phase) -> String {
    let id = format!("library-days-{}-{}", by.unit.name(), phase.name());
    let days = t.one(&id, "days", i64::from(by.days));
    t.one("library-day-unknown", "days", days)
}

fn distance(t: Text, rulebook: &Rulebook, kept: Kept<'_>) -> Need {
    let input = rulebook.input(&kept.distance.input);
    let unit = input.and_then(|input| input.unit.as_deref());
    let label = match kept.metres {
        Some(metres) => t.one("distance-metres", "metres", metres.normalize().to_string()),
        None => {
            let beyond = kept.beyond.then(|| t.get("distance-beyond").into_owned());
            let rows = distance_rows(t, kept.distance, unit);
            beyond.into_iter().chain(rows).collect::<Vec<_>>().join("; ")
        }
    };
    let question = input.map_or("", |input| input.question.in_language(t.language().tag()));
    let by = t.one("distance-by", "question", question);
    Need::of(t, rulebook, label, by, &kept.distance.basis)
}

/// How much a fee is, and how often.
pub(crate) fn fee_amount(t: Text, fee: &Fee) -> String {
    let per = match fee.per {
        FeePer::Application => "fee-per-application",
        FeePer::Day => "fee-per-day",
    };
    let amount = [
        ("amount", fee.amount.to_string().into()),
        ("currency", fee.currency.as_str().into()),
    ];
    t.with(per, amount)
}

/// How much a fee is, by when and how it is paid, and whether the permit waits for it.
pub(crate) fn fee_said(t: Text, fee: &Fee) -> Vec<String> {
    let within = fee
        .within
        .map(|days| t.one("fee-within", "days", i64::from(days)));
    let first = fee.before_permit.then(|| t.get("fee-before-permit").into_owned());
    let how = fee
        .how
        .as_ref()
        .map(|how| how.in_language(t.language().tag()).to_owned());
    let more = [within, first, how].into_iter().flatten();
    [fee_amount(t, fee)].into_iter().chain(more).collect()
}

/// The distances by an answer that is not known, or is larger than the rulebook foresees.
pub(crate) fn distance_rows(t: Text, distance: &rulebook::Distance, unit: Option<&str>) -> Vec<String> {
    let unit = unit.map_or_else(String::new, |one| crate::wording::unit(t, one));
    let row = |row: &rulebook::DistanceRow| {
        t.with(
            "distance-up-to",
            [
                ("metres", row.metres.normalize().to_string().into()),
                ("most", row.up_to.normalize().to_string().into()),
                ("unit", unit.as_str().into()),
            ],
        )
    };
    distance.rows.iter().map(row).collect()
}

impl Need {
    fn of(t: Text, rulebook: &Rulebook, label: String, note: String, basis: &PeriodBasis) -> Need {
        Need {
            label,
            note,
            basis: rests_on(t, Some(rulebook), basis.kind.name(), &basis.citation),
            link: basis.link.clone(),
            assumed: basis.kind == BasisKind::Assumption,
            authorities: String::new(),
        }
    }
}
