//! An authority decides; one that is only consulted advises.

use super::saying::{Saying, Words};
use super::seal::{OF_ADVICE, OF_DECISION, Seals, TICKED};
use super::{ActPage, Asking, Called, Library, SaidBefore, conditions};
use crate::Text;
use crate::demands::{self, condition_with_when, in_contradiction};
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::{Entering, Field};
use crate::pages::thread::Here;
use crate::parts::{Choice, ChoiceField};
use crate::wording::full_name;
use act::{AuthorityId, Reason};
use clearance::acts::Decide;
use clearance::{Condition, Contradiction, Decision};
use desk::{Fault, FieldFault};

impl ActPage for Decide {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/decision";
    const SETS_CONDITIONS: bool = true;
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(asking: &Asking<'_>) -> Called {
        let (title, what) = if asking.advises {
            ("act-advise", "act-advise-what")
        } else {
            ("act-decide", "act-decide-what")
        };
        Called {
            title,
            what,
            kind: "",
        }
    }

    const SEALS: Option<Seals> = Some(OF_DECISION);

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        filled_in_and_sealed(asking)
    }

    fn read(authority: AuthorityId, typed: &Typed, t: Text) -> Result<Self, Fault> {
        Self::read_with(authority, typed, t, &Library::default())
    }

    fn read_with(authority: AuthorityId, typed: &Typed, t: Text, library: &Library) -> Result<Self, Fault> {
        let decision = decision(t, typed, library)?;
        let reasons = OF_DECISION.optional(typed)?;
        Ok(Decide {
            authority,
            decision,
            reasons,
        })
    }
}

/// The same with those by which the reasons are sealed.
pub(super) fn filled_in_and_sealed(asking: &Asking<'_>) -> Vec<Field> {
    let mut fields = filled_in(asking);
    let filled = recommended(asking);
    let typed = filled.as_ref().unwrap_or(asking.entering.typed);
    let seals = if asking.advises { OF_ADVICE } else { OF_DECISION };
    fields.push(seals.fields(Entering {
        typed,
        ..asking.entering
    }));
    fields
}

/// What was recommended last, as it would be typed; nothing once something was.
fn recommended(asking: &Asking<'_>) -> Option<Typed> {
    let is_sent = asking
        .entering
        .typed
        .fields()
        .any(|(name, _)| name == "decision" || name == "reasons");
    let one = asking.referral?.recommendation.as_ref().filter(|_| !is_sent)?;
    let reasons = one.reasons.as_ref().map_or("", Reason::as_str);
    let typed = Typed::default().and("decision", one.decision.name());
    let words = one
        .sealed
        .as_ref()
        .and_then(|sealed| asking.sealed?.of(&sealed.commitment));
    Some(match (&one.sealed, words) {
        (None, _) => typed.and(OF_DECISION.reasons, reasons),
        // Without its words, which are lost, the ground alone is no reason.
        (Some(_), words) => typed
            .and(OF_DECISION.reasons, words.map_or("", Reason::as_str))
            .and(OF_DECISION.seal, TICKED)
            .and(OF_DECISION.ground, reasons),
    })
}

/// The fields of a decision or of advice, filled with what was recommended last until something is typed.
pub(super) fn filled_in(asking: &Asking<'_>) -> Vec<Field> {
    let advises = asking.advises;
    let filled = recommended(asking);
    let recommended = asking.referral.and_then(|one| one.recommendation.as_ref());
    let recommended = recommended.filter(|_| filled.is_some());
    let typed = filled.as_ref().unwrap_or(asking.entering.typed);
    let entering = Entering {
        typed,
        ..asking.entering
    };
    let standing: &[Condition] = match recommended.map(|one| &one.decision) {
        Some(Decision::GrantedWithConditions { conditions }) => conditions,
        _ => &[],
    };
    let (reasons, hint) = if advises {
        ("field-advice-reasons", "hint-advice-reasons")
    } else {
        ("field-decision-reasons", "hint-decision-reasons")
    };
    let reasons = entering
        .lines("reasons", reasons, 2_000)
        .hint(entering.t.get(hint));
    let mut fields = vec![decision_field(entering, advises).into()];
    // Advice sets no condition.
    if !advises {
        let none = Library::default();
        let library = asking.library.unwrap_or(&none);
        fields.extend(conditions::fields(entering, standing, library));
    }
    fields.push(reasons.into());
    fields
}

fn said(decide: &Decide, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&decide.authority)?;
    let [title, what, why, stands, button] = if referral.advises() { ADVICE } else { DECISION };
    let name = full_name(saying.site, t, saying.application(), referral);
    let chosen = decide.decision.name();
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name));
    rows.push(saying.row(what, t.get(&format!("decision-{chosen}"))));
    if let Some(one) = &referral.recommendation {
        let recommended = format!("decision-{}", one.decision.name());
        rows.push(saying.row("recommendation-title", t.get(&recommended)));
    }
    if let Decision::GrantedWithConditions { conditions } = &decide.decision {
        rows.push(numbered(saying, "field-conditions", conditions));
    }
    let library = Library::of(saying.site, t, saying.application(), &decide.authority);
    let left_out = library.left_out(&decide.decision);
    if !left_out.is_empty() {
        rows.push(Row::numbered(t.get("library-left-out"), left_out));
    }
    rows.extend(saying.why(why, decide.reasons.as_ref()));
    let mut follows = comes_of(
        saying,
        &decide.authority,
        &decide.decision,
        decide.reasons.as_ref(),
    );
    let unread = saying.view.unread.get(&decide.authority);
    let unread = unread.and_then(|count| i64::try_from(*count).ok());
    follows.extend(unread.map(|count| t.one("confirm-unread", "count", count)));
    let readers = if referral.advises() {
        "confirm-sealed-readers-advice"
    } else {
        "confirm-sealed-readers"
    };
    follows.extend(saying.who_reads(readers, &[]));
    follows.push(t.get(stands).into_owned());
    if matches!(decide.decision, Decision::GrantedWithConditions { .. }) {
        follows.push(t.get("confirm-conditions-change").into_owned());
    }
    Some(Words {
        title,
        here: Here::Decisions,
        rows,
        follows,
        button,
        kind: "",
        field: Some("decision"),
    })
}

/// What comes of a decision, whoever records it: what it contradicts, what ends with it, what the outcome is, and who reads it.
pub(super) fn comes_of(
    saying: &Saying<'_>,
    authority: &AuthorityId,
    decision: &Decision,
    reasons: Option<&Reason>,
) -> Vec<String> {
    let (t, application) = (saying.t, saying.application());
    let Some(referral) = application.referrals.get(authority) else {
        return vec![];
    };
    let conditions = match decision {
        Decision::GrantedWithConditions { conditions } => conditions.as_slice(),
        _ => &[],
    };
    let mut follows = contradicted(saying, authority, conditions);
    if let Some(offer) = referral.open_offer() {
        follows.push(t.one("confirm-offer-ends", "number", i64::from(offer.number)));
    }
    if !referral.advises() {
        let name = full_name(saying.site, t, application, referral);
        follows.push(t.one(&format!("confirm-{}", decision.name()), "authority", name));
    }
    // The notice prints the reasons, the permit the conditions.
    let printed = conditions.iter().map(|one| one.text.as_str());
    let printed: String = printed.chain(reasons.map(Reason::as_str)).collect();
    follows.extend(saying.unprintable(&printed));
    let told = if saying.sealed.is_some() {
        "confirm-sealed-told"
    } else {
        "confirm-told"
    };
    follows.push(t.get(told).into_owned());
    follows
}

/// What the decision and its reasons are called; of a consultee, its advice.
pub(super) fn called(advises: bool) -> (&'static str, &'static str) {
    let [_, what, why, ..] = if advises { ADVICE } else { DECISION };
    (what, why)
}

/// Conditions, each with when it is to be kept.
pub(super) fn numbered(saying: &Saying<'_>, called: &str, conditions: &[Condition]) -> Row {
    let (t, told) = (saying.t, demands::told(saying.site, saying.application()));
    let texts = conditions.iter().map(|one| condition_with_when(t, one, &told));
    Row::numbered(t.get(called), texts.collect())
}

/// Which conditions of others these would contradict, the permit then waiting until one side changes its own; and that they bind
/// the event otherwise than it was applied for.
pub(super) fn contradicted(
    saying: &Saying<'_>,
    authority: &AuthorityId,
    conditions: &[Condition],
) -> Vec<String> {
    let application = saying.application();
    let found = clearance::contradicted(application, authority, conditions);
    let said = |one: &Contradiction<'_>| in_contradiction(saying.site, saying.t, application, one);
    let reconcile = (!found.is_empty()).then(|| saying.t.get("confirm-contradiction").into_owned());
    let otherwise = demands::otherwise(saying.t, application, conditions.iter());
    found.iter().map(said).chain(reconcile).chain(otherwise).collect()
}

fn decision_field(Entering { t, typed, faults }: Entering<'_>, advises: bool) -> ChoiceField {
    let choice = |value: &str| Choice::new(value, t.get(&format!("decision-{value}")));
    let (label, choices) = if advises {
        ("field-advice", ["no-objection", "advised", "objected"])
    } else {
        (
            "field-decision",
            ["granted", "granted-with-conditions", "refused"],
        )
    };
    let choices = choices.map(choice).into();
    ChoiceField::one(t, "decision", t.get(label), choices, typed, faults)
}

/// The decision as typed.
pub(super) fn decision(t: Text, typed: &Typed, library: &Library) -> Result<Decision, Fault> {
    let taken = |decision| match conditions::given(typed) {
        Some(field) => Err(Fault::Invalid(vec![FieldFault::plain(
            field,
            "conditions-not-taken",
        )])),
        None => Ok(decision),
    };
    match typed.get("decision") {
        "granted" => taken(Decision::Granted),
        "refused" => taken(Decision::Refused),
        "no-objection" => taken(Decision::NoObjection),
        "advised" => taken(Decision::Advised),
        "objected" => taken(Decision::Objected),
        "granted-with-conditions" => {
            let conditions = conditions::read(t, typed, library)?;
            Ok(Decision::GrantedWithConditions { conditions })
        }
        _ => Err(Fault::Invalid(vec![FieldFault::plain("decision", "unknown")])),
    }
}

/// What a decision is said with: the title, what was chosen, why, that it stands, and the button.
const DECISION: [&str; 5] = [
    "confirm-decision-title",
    "field-decision",
    "field-decision-reasons",
    "act-decide-what",
    "confirm-decision",
];
/// The same of advice.
const ADVICE: [&str; 5] = [
    "confirm-advice-title",
    "field-advice",
    "field-advice-reasons",
    "act-advise-what",
    "confirm-advice",
];
