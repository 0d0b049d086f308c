//! What an event needs: who is asked, why and by when, and what comes with it. The permit check and the check of a draft say
//! the same.

use crate::wording::reason;
use crate::{Text, reckoning};
use askama::Template;
use askama::filters::HtmlSafe;
use calendar::Schedule;
use desk::Refused;
use jiff::civil::Date;
use rulebook::{BasisKind, FeePer, PeriodBasis, Phase, Required, Rulebook};
use std::collections::BTreeMap;

/// An authority that is asked.
#[derive(Template)]
#[template(path = "parts/asked.html")]
pub(crate) struct AuthorityRow {
    t: Text,
    pub name: String,
    /// What its position does, and what its silence does.
    position: String,
    /// Each reason, what its rule rests on, and where that is published.
    reasons: Vec<(String, String, Option<String>)>,
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

/// An authority that is asked, as seen on a day.
pub(crate) fn authority(
    t: Text,
    rulebook: &Rulebook,
    required: &Required,
    schedule: Result<&Schedule, &Refused>,
    today: Date,
) -> Option<AuthorityRow> {
    let authority = rulebook.authority(&required.authority)?;
    let why = |fired: &rulebook::Fired| {
        let kind = fired.kind.name();
        let (words, basis) = reason(t, Some(rulebook), &fired.reason, kind, &fired.citation);
        (words, basis, fired.link.clone())
    };
    let (competence, silence) = (authority.competence.name(), authority.silence.name());
    let position = [
        ("competence", t.get(&format!("competence-{competence}")).into()),
        ("silence", t.get(&format!("by-silence-{silence}")).into()),
    ];
    let basis = &required.period_basis;
    let lead = required.lead_time.as_ref();
    let is_assumed = |basis: &PeriodBasis| basis.kind == BasisKind::Assumption;
    Some(AuthorityRow {
        t,
        name: authority.name.in_language(t.language().tag()).to_owned(),
        position: t.with("asked-position", position),
        reasons: required.fired.iter().map(why).collect(),
        latest: match schedule {
            Ok(schedule) => Ok(latest(t, schedule.latest_filing, today)),
            Err(refused) => Err(t.refusal(refused)),
        },
        period: reckoning::period_resting_on(
            t,
            clearance::period(required.period),
            basis.kind.name(),
            &basis.citation,
        ),
        lead_time: lead.map(|lead| lead_time(t, lead)),
        assumed: is_assumed(basis) || lead.is_some_and(|lead| is_assumed(&lead.basis)),
        steps: schedule.map_or(vec![], |schedule| reckoning::lines(t, &schedule.compact())),
    })
}

fn latest(t: Text, latest: Date, today: Date) -> (&'static str, String) {
    let (tone, id) = if latest < today {
        ("bad", "check-latest-passed")
    } else {
        ("ok", "check-latest")
    };
    (tone, t.one(id, "date", t.date(latest)))
}

fn lead_time(t: Text, lead: &rulebook::LeadTime) -> String {
    let period = clearance::period(rulebook::Period {
        days: lead.days,
        unit: lead.unit,
    });
    let (kind, citation) = (lead.basis.kind.name(), &lead.basis.citation);
    let period = reckoning::period_resting_on(t, period, kind, citation);
    t.one("asked-lead-time", "period", period)
}

impl Needs {
    /// All that comes with these authorities, each once.
    pub(crate) fn of(t: Text, rulebook: &Rulebook, required: &[&Required]) -> Needs {
        let language = t.language().tag();
        let all = rulebook.attachments();
        let need = |label: String, note: String, basis: &PeriodBasis| Need::of(t, label, note, basis);
        let documents = gathered(
            required,
            |one| one.documents.clone(),
            rulebook,
            t,
            |id| {
                let document = all.documents.get(id)?;
                let help = document.help.as_ref();
                let help = help.map_or("", |help| help.in_language(language));
                let label = document.label.in_language(language).to_owned();
                Some(need(label, help.to_owned(), &document.basis))
            },
        );
        let fees = gathered(
            required,
            |one| one.fees.clone(),
            rulebook,
            t,
            |id| {
                let fee = all.fees.get(id)?;
                let per = match fee.per {
                    FeePer::Application => "fee-per-application",
                    FeePer::Day => "fee-per-day",
                };
                let amount = t.with(
                    per,
                    [
                        ("amount", fee.amount.to_string().into()),
                        ("currency", fee.currency.as_str().into()),
                    ],
                );
                Some(need(
                    fee.label.in_language(language).to_owned(),
                    amount,
                    &fee.basis,
                ))
            },
        );
        let conditions = gathered(
            required,
            |one| one.conditions.clone(),
            rulebook,
            t,
            |id| {
                let condition = all.conditions.get(id)?;
                let phase = match condition.phase {
                    Phase::Before => "needs-before",
                    Phase::During => "needs-during",
                    Phase::After => "needs-after",
                };
                let proof = condition.proof.then(|| t.get("needs-proof"));
                let note = [Some(t.get(phase)), proof].into_iter().flatten();
                let note: Vec<_> = note.map(std::borrow::Cow::into_owned).collect();
                Some(need(
                    condition.text.in_language(language).to_owned(),
                    note.join(" "),
                    &condition.basis,
                ))
            },
        );
        let metres: BTreeMap<&str, _> = required
            .iter()
            .flat_map(|one| &one.distances)
            .map(|one| (one.id.as_str(), one.metres))
            .collect();
        let ids = |one: &Required| one.distances.iter().map(|one| one.id.clone()).collect();
        let distances = gathered(required, ids, rulebook, t, |id| {
            let distance = all.distances.get(id)?;
            let input = rulebook.input(&distance.input)?;
            let label = match metres.get(id).copied().flatten() {
                Some(metres) => t.one("distance-metres", "metres", metres.normalize().to_string()),
                None => rows(t, distance, input),
            };
            let asked = input.question.in_language(language).to_owned();
            Some(need(
                label,
                t.one("distance-by", "question", asked),
                &distance.basis,
            ))
        });
        Needs {
            t,
            kinds: vec![
                ("needs-documents", documents),
                ("needs-fees", fees),
                ("needs-conditions", conditions),
                ("needs-distances", distances),
            ],
        }
    }
}

/// The distances by an answer that is not known, or is larger than the rulebook foresees.
fn rows(t: Text, distance: &rulebook::Distance, input: &rulebook::Input) -> String {
    let unit = input
        .unit
        .as_deref()
        .map_or_else(String::new, |unit| t.get(&format!("unit-{unit}")).into_owned());
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
    distance.rows.iter().map(row).collect::<Vec<_>>().join("; ")
}

impl Need {
    fn of(t: Text, label: String, note: String, basis: &PeriodBasis) -> Need {
        let kind = t.get(&format!("basis-{}", basis.kind.name()));
        Need {
            label,
            note,
            basis: t.with(
                "reason-rests-on",
                [
                    ("kind", kind.into()),
                    ("citation", basis.citation.as_str().into()),
                ],
            ),
            link: basis.link.clone(),
            assumed: basis.kind == BasisKind::Assumption,
            authorities: String::new(),
        }
    }
}

/// What several authorities ask for, each thing once with those who do, in the order in which they do.
fn gathered(
    required: &[&Required],
    ids: impl Fn(&Required) -> Vec<String>,
    rulebook: &Rulebook,
    t: Text,
    need: impl Fn(&str) -> Option<Need>,
) -> Vec<Need> {
    let mut all: Vec<(String, Vec<&str>)> = vec![];
    for one in required {
        let short = rulebook.authority(&one.authority);
        let short = short.map_or("", |authority| authority.short.in_language(t.language().tag()));
        for id in ids(one) {
            match all.iter_mut().find(|(known, _)| *known == id) {
                Some((_, names)) => names.push(short),
                None => all.push((id, vec![short])),
            }
        }
    }
    let named = |(id, names): &(String, Vec<&str>)| {
        Some(Need {
            authorities: names.join(", "),
            ..need(id)?
        })
    };
    all.iter().filter_map(named).collect()
}
