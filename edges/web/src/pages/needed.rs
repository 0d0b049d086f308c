//! What an event needs: who is asked, why and by when, and what comes with it. The permit check and the check of a draft say
//! the same.

use crate::wording::reason;
use crate::{Text, reckoning};
use askama::Template;
use askama::filters::HtmlSafe;
use calendar::Schedule;
use desk::Refused;
use jiff::civil::Date;
use rulebook::{
    BasisKind, Competence, Condition, Distance, Document, Fee, FeePer, Localised, PeriodBasis, Phase,
    Required, Rulebook,
};

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

/// A lead time in words.
pub(crate) fn lead_time(t: Text, lead: &rulebook::LeadTime) -> String {
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
        let coming = Coming {
            t,
            rulebook,
            required,
        };
        let all = rulebook.attachments();
        let documents = coming.each(
            |one| one.documents.clone(),
            |id| coming.document(all.documents.get(id)?),
        );
        let fees = coming.each(|one| one.fees.clone(), |id| coming.fee(all.fees.get(id)?));
        let conditions = coming.each(
            |one| one.conditions.clone(),
            |id| coming.condition(all.conditions.get(id)?),
        );
        let ids = |one: &Required| one.distances.iter().map(|one| one.id.clone()).collect();
        let distances = coming.each(ids, |id| coming.distance(id, all.distances.get(id)?));
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

/// The authorities that are asked, with what the rulebook attaches to asking them.
struct Coming<'a> {
    t: Text,
    rulebook: &'a Rulebook,
    required: &'a [&'a Required],
}

impl Coming<'_> {
    fn said(&self, text: &Localised) -> String {
        text.in_language(self.t.language().tag()).to_owned()
    }

    fn document(&self, document: &Document) -> Option<Need> {
        let help = document.help.as_ref();
        let help = help.map_or_else(String::new, |help| self.said(help));
        Some(Need::of(
            self.t,
            self.said(&document.label),
            help,
            &document.basis,
        ))
    }

    fn fee(&self, fee: &Fee) -> Option<Need> {
        let amount = fee_amount(self.t, fee);
        Some(Need::of(self.t, self.said(&fee.label), amount, &fee.basis))
    }

    fn condition(&self, condition: &Condition) -> Option<Need> {
        let phase = match condition.phase {
            Phase::Before => "needs-before",
            Phase::During => "needs-during",
            Phase::After => "needs-after",
        };
        let mut note = self.t.get(phase).into_owned();
        if condition.proof {
            note = format!("{note} {}", self.t.get("needs-proof"));
        }
        Some(Need::of(
            self.t,
            self.said(&condition.text),
            note,
            &condition.basis,
        ))
    }

    fn distance(&self, id: &str, distance: &Distance) -> Option<Need> {
        let t = self.t;
        let input = self.rulebook.input(&distance.input)?;
        let mut known = self.required.iter().flat_map(|one| &one.distances);
        let label = match known.find(|one| one.id == id)?.metres {
            Some(metres) => t.one("distance-metres", "metres", metres.normalize().to_string()),
            None => distance_rows(t, distance, input),
        };
        let by = t.one("distance-by", "question", self.said(&input.question));
        Some(Need::of(t, label, by, &distance.basis))
    }

    /// What several authorities ask for, each thing once with those who do, in the order in which they do.
    fn each(&self, ids: impl Fn(&Required) -> Vec<String>, need: impl Fn(&str) -> Option<Need>) -> Vec<Need> {
        let mut all: Vec<(String, Vec<String>)> = vec![];
        for one in self.required {
            let short = self.rulebook.authority(&one.authority);
            let short = short.map_or_else(String::new, |authority| self.said(&authority.short));
            for id in ids(one) {
                match all.iter_mut().find(|(known, _)| *known == id) {
                    Some((_, names)) => names.push(short.clone()),
                    None => all.push((id, vec![short.clone()])),
                }
            }
        }
        let named = |(id, names): &(String, Vec<String>)| {
            Some(Need {
                authorities: names.join(", "),
                ..need(id)?
            })
        };
        all.iter().filter_map(named).collect()
    }
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

/// The distances by an answer that is not known, or is larger than the rulebook foresees.
pub(crate) fn distance_rows(t: Text, distance: &rulebook::Distance, input: &rulebook::Input) -> String {
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
