//! The organiser says whether an authority may have more time.

use super::propose_extension::days;
use super::saying::{Saying, Words};
use super::sent::optional_reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::extensions::days_more;
use crate::pages::thread::Here;
use crate::reckoning;
use crate::wording::full_name;
use act::AuthorityId;
use clearance::acts::AnswerExtension;
use desk::{Fault, FieldFault};

impl ActPage for AnswerExtension {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/extensions/{number}/answer";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const LEADS: (&'static str, &'static str) = ("act-answer-extension-whom", "#act-answer-extension");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-answer-extension",
            what: "act-answer-extension-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        vec![
            entering
                .named(
                    "more-time",
                    "field-more-time",
                    "more-time",
                    &["agreed", "declined"],
                )
                .into(),
            entering
                .lines("more-time-reasons", "field-more-time-reasons", 2_000)
                .into(),
        ]
    }

    fn read((authority, number): (AuthorityId, u32), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let agreed = match typed.get("more-time") {
            "agreed" => true,
            "declined" => false,
            _ => return Err(Fault::Invalid(vec![FieldFault::plain("more-time", "unknown")])),
        };
        let reasons = optional_reason(typed, "more-time-reasons")?;
        Ok(AnswerExtension {
            authority,
            number,
            agreed,
            reasons,
        })
    }
}

fn said(answer: &AnswerExtension, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&answer.authority)?;
    let asked = referral
        .open_extension()
        .filter(|one| one.number == answer.number)?;
    let name = full_name(saying.site, t, saying.application(), referral);
    let (chosen, follows) = if answer.agreed {
        ("more-time-agreed", "confirm-extension-agreed")
    } else {
        ("more-time-declined", "confirm-extension-declined")
    };
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name.as_str()));
    rows.push(saying.row("column-more-time", days_more(t, referral, asked.days)));
    rows.push(saying.row("field-days-reasons", asked.reasons.to_string()));
    rows.extend(days(saying, referral, asked));
    rows.push(saying.row("field-more-time", t.get(chosen)));
    rows.push(saying.row("field-reasons", saying.reasons(answer.reasons.as_ref())));
    let stands = ["confirm-told", "confirm-extension-stands"];
    Some(Words {
        title: "confirm-extension-title",
        here: Here::Decisions,
        rows,
        follows: [t.one(follows, "authority", name)]
            .into_iter()
            .chain(reckoning::silence(t, referral).filter(|_| referral.silence_counts()))
            .chain(saying.follows(&stands))
            .collect(),
        button: "confirm-extension",
        kind: "",
        field: Some("more-time"),
    })
}
