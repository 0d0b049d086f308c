//! What was typed into the form of an act, in the reader's words, where the form itself is not shown.

use super::{AboutCase, AboutCondition, Asking, Asks, Entry, Library};
use crate::failure::is_shown;
use crate::fees::FeeChoices;
use crate::form::Typed;
use crate::insurance::InsuranceChoices;
use crate::pages::entry::{Entering, Field};
use crate::parts::{Choice, Faults};
use crate::typed::LAID_BY_NAME_FIELD;
use crate::{Text, appeals};
use clearance::Referral;
use clearance::acts::ActName;

/// Whether a form that was sent there is this act's.
fn is_sent_to(entry: &Entry, path: &str) -> bool {
    let (parts, of) = (path.split('/'), entry.address.split('/'));
    parts.clone().count() == of.clone().count()
        && parts.zip(of).all(|(part, of)| of.starts_with('{') || part == of)
}

/// An authority is told by its id, and an appeal by its number: no case is looked up for them.
fn about_case(t: Text, typed: &Typed) -> AboutCase {
    let asked = typed.get("authority");
    let askable = vec![Choice::new(asked, asked)];
    let appealed = typed.get("appeal-against");
    let against = appeals::read(appealed).map(|what| {
        let authority = what.authority().map_or("", |one| one.as_str()).to_owned();
        Choice::new(
            appealed,
            t.one(&format!("appealed-{}", what.name()), "authority", authority),
        )
    });
    let (appeal, sealed) = (typed.get("appeal"), typed.get("sealed"));
    AboutCase {
        askable,
        appealable: against.into_iter().collect(),
        open_appeals: vec![Choice::new(appeal, appeal)],
        unsealable: vec![Choice::new(sealed, sealed)],
        // That a piece was chosen is all that is told: what it is called stands in its case.
        pieces: chosen(typed, "piece"),
        readers: typed
            .all("confided-among")
            .into_iter()
            .map(|one| Choice::new(one, one))
            .collect(),
        fees: FeeChoices::typed(typed),
        insurance: InsuranceChoices::typed(typed),
    }
}

/// What was chosen, of which no name is looked up.
fn chosen(typed: &Typed, name: &str) -> Vec<Choice> {
    let all = typed.all(name).into_iter();
    all.map(|one| Choice::new(one, "\u{2713}")).collect()
}

/// What was typed, each with what its field is called: by the form of the act that it was sent to. Of other forms as it was
/// typed, with no name.
pub(crate) fn in_words(t: Text, path: &str, typed: &Typed) -> Vec<(String, String)> {
    let (faults, library, asks) = (Faults::none(), Library::typed(typed), Asks::typed(typed));
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let entries = ActName::ALL.iter().filter_map(|act| Entry::of(*act));
    let entry = entries.into_iter().find(|entry| is_sent_to(entry, path));
    let shown: Vec<_> = typed
        .fields()
        .filter(|(name, value)| is_shown(name, value) && typed.is_meant(name))
        .collect();
    let case = about_case(t, typed);
    // Whether advice was asked for or consent is told by what was typed: no case is looked up for it.
    // Nor for a document or an organiser: that one was chosen is all that is told.
    let about = AboutCondition {
        number: 0,
        proof: None,
        deposit: None,
        documents: chosen(typed, "proof-documents"),
        organisers: chosen(typed, "owner"),
        owner: None,
    };
    let forms = [false, true].map(|advises| {
        let asking = Asking {
            entering,
            advises,
            referral: None::<&Referral>,
            condition: Some(&about),
            case: &case,
            library: Some(&library),
            asks: &asks,
            today: None,
            sealed: None,
        };
        entry.as_ref().map_or(vec![], |entry| (entry.fields)(&asking))
    });
    let says =
        |form: &[Field], (name, value): &(&str, &str)| form.iter().find_map(|field| field.said(name, value));
    let form = forms.iter().find(|form| {
        // The name of a file that was laid by is in no field.
        let mut asked = shown.iter().filter(|(name, _)| *name != LAID_BY_NAME_FIELD);
        asked.all(|one| says(form, one).is_some())
    });
    let said = |one: &(&str, &str)| {
        let said = form.and_then(|form| says(form, one));
        said.unwrap_or_else(|| (String::new(), one.1.to_owned()))
    };
    shown.iter().map(said).collect()
}
