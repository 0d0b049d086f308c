//! The lead asks one more authority, which no rule names.

use super::filled::{not_chosen, of};
use super::propose_extension::due;
use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::parts::Choice;
use crate::site::Site;
use crate::wording::bound_to;
use crate::{Text, asked, reckoning};
use act::AuthorityId;
use clearance::Referral;
use clearance::acts::AskAlso;
use desk::Fault;
use desk::clearance::CaseView;

impl ActPage for AskAlso {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/referrals";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-ask-also",
            what: "act-ask-also-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let whom = entering.choice("authority", "column-authority", asking.case.askable.clone());
        vec![
            whom.into(),
            entering
                .named("asked-as", "field-asked-as", "asked-as", &AS)
                .into(),
            entering
                .lines("asked-reasons", "field-asked-reasons", 2_000)
                .into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let mut wrong = |field: &str| faults.push(not_chosen(typed, field));
        let authority = typed.get("authority").parse();
        let authority = authority.map_err(|_| wrong("authority")).ok();
        let advises = AS.iter().position(|one| *one == typed.get("asked-as"));
        if advises.is_none() {
            wrong("asked-as");
        }
        let reasons = of(reason(typed, "asked-reasons"), &mut faults);
        match (authority, advises, reasons) {
            (Some(authority), Some(chosen), Some(reasons)) => Ok(AskAlso {
                authority,
                advises: AS.get(chosen) == Some(&ADVICE),
                reasons,
                referral: None,
            }),
            _ => Err(Fault::Invalid(faults)),
        }
    }
}

/// As what one more is asked.
const AS: [&str; 2] = ["by-rulebook", ADVICE];
const ADVICE: &str = "advice";

/// Whom one can choose among, by their names in the application's own rulebook version.
pub(in crate::pages) fn askable(site: &Site, t: Text, view: &CaseView) -> Vec<Choice> {
    let rulebook = bound_to(site, &view.application);
    let name = |id: &AuthorityId| {
        let known = rulebook.as_ref()?.authority(id.as_str())?;
        Some(Choice::new(
            id.as_str(),
            known.name.in_language(t.language().tag()),
        ))
    };
    view.askable.iter().filter_map(name).collect()
}

fn said(ask: &AskAlso, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let rulebook = bound_to(saying.site, saying.application())?;
    let known = rulebook.authority(ask.authority.as_str())?;
    let advises = ask.advises || known.competence == rulebook::Competence::Consultee;
    let referral = saying.then.referrals.get(&ask.authority);
    // What it had asked when it was taken back is open again, and then no period begins today.
    let question = referral.and_then(Referral::open_question);
    let (asked_as, its_period) = match (advises, question) {
        (true, None) => ("asked-as-advice", "confirm-asked-advice"),
        (true, Some(_)) => ("asked-as-advice", "confirm-asked-advice-halted"),
        (false, None) => ("asked-as-consent", "confirm-asked-consent"),
        (false, Some(_)) => ("asked-as-consent", "confirm-asked-consent-halted"),
    };
    let period = reckoning::period_resting_on(
        t,
        Some(&rulebook),
        clearance::period(known.period),
        known.period_basis.kind.name(),
        &known.period_basis.citation,
    );
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", known.name.in_language(t.language().tag())));
    rows.push(saying.row("field-asked-as", t.get(asked_as)));
    rows.push(saying.row("confirm-asked-period", period));
    rows.extend(question.map(|one| {
        let share = one.share().map(|of| asked::share(t, of));
        let lines = [one.text.to_string()].into_iter().chain(share);
        let lines = lines.chain(asked::awaited(t, Some(&rulebook), one));
        Row::of(t.get("confirm-asked-question"), lines.collect())
    }));
    rows.extend(referral.map(|one| saying.row("confirm-asked-due", due(saying, one))));
    rows.push(saying.row("field-asked-reasons", ask.reasons.to_string()));
    Some(Words {
        title: "confirm-ask-also-title",
        here: Here::Decisions,
        rows,
        follows: saying.follows(&[its_period, "confirm-asked-told"]),
        button: "act-ask-also",
        kind: "",
        field: Some("authority"),
    })
}
