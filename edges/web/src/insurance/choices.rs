//! What the forms about certificates of insurance choose among.

use super::{standing_words, title, wanted};
use crate::parts::Choice;
use crate::position::Seen;
use crate::typed::Typed;
use act::AuthorityId;
use clearance::acts::{AnswerInsurance, CorrectInsurance, HandInInsurance};
use clearance::{Insurance, InsuredFor};

/// What the forms about certificates of insurance choose among.
pub(crate) struct InsuranceChoices {
    /// What one can be handed in for.
    pub wanted: Vec<Choice>,
    /// The documents of the case.
    pub documents: Vec<Choice>,
    /// Those that can be answered.
    pub answered: Vec<Choice>,
    /// Those of which something can be reversed.
    pub corrected: Vec<Choice>,
}

impl InsuranceChoices {
    /// Nothing to choose among: on a page of another sort.
    pub(crate) const NONE: InsuranceChoices = InsuranceChoices {
        wanted: vec![],
        documents: vec![],
        answered: vec![],
        corrected: vec![],
    };

    /// As they were typed: no case is looked up for them.
    pub(crate) fn typed(typed: &Typed) -> InsuranceChoices {
        let one = |field: &str| vec![Choice::new(typed.get(field), typed.get(field))];
        InsuranceChoices {
            wanted: one("insurance-for"),
            documents: vec![Choice::new(typed.get("insurance-document"), "\u{2713}")],
            answered: one("answer-insurance"),
            corrected: one("correct-insurance"),
        }
    }
}

/// How what a certificate is for is called in a form.
fn value(authority: &AuthorityId, wanted: InsuredFor) -> String {
    match wanted {
        InsuredFor::Condition { number } => format!("{authority}/condition/{number}"),
        InsuredFor::Item { question, item } => format!("{authority}/item/{question}.{item}"),
    }
}

/// The same, read.
pub(crate) fn read(value: &str) -> Option<(AuthorityId, InsuredFor)> {
    let mut parts = value.split('/');
    let (authority, what, number) = (parts.next()?, parts.next()?, parts.next()?);
    let wanted = match what {
        "condition" => InsuredFor::Condition {
            number: number.parse().ok()?,
        },
        "item" => {
            let (question, item) = number.split_once('.')?;
            InsuredFor::Item {
                question: question.parse().ok()?,
                item: item.parse().ok()?,
            }
        }
        _ => return None,
    };
    let whole = parts.next().is_none();
    Some((authority.parse().ok()?, wanted)).filter(|_| whole)
}

/// What the forms choose among, as far as the reader can fill them in.
pub(crate) fn choices(seen: &Seen<'_>) -> InsuranceChoices {
    let (application, context) = (&seen.view.application, &seen.view.context);
    let asked = if HandInInsurance::check(application, context).is_ok() {
        HandInInsurance::asked_for(application, context)
    } else {
        vec![]
    };
    let ask = |(authority, one): (AuthorityId, InsuredFor)| {
        let label = wanted(seen, &authority, one);
        Choice::new(value(&authority, one), label).hint(seen.whose(&authority, true))
    };
    let some = |can_be: &dyn Fn(&Insurance) -> bool| {
        let all = application.insurances.iter().filter(|one| can_be(one));
        all.map(|one| choice(seen, one)).collect()
    };
    let files = application.submission.iter();
    let files = files.flat_map(|one| one.attachments.iter().rev());
    InsuranceChoices {
        wanted: asked.into_iter().map(ask).collect(),
        // What was handed in last is most often the certificate.
        documents: files
            .map(|file| Choice::new(file.attachment.to_string(), file.name.as_str()))
            .collect(),
        answered: some(&|one| AnswerInsurance::can_be(application, context, one)),
        corrected: some(&|one| CorrectInsurance::can_be(application, context, one)),
    }
}

fn choice(seen: &Seen<'_>, one: &Insurance) -> Choice {
    let authority = seen.whose(&one.authority, true);
    let standing = seen.view.application.insurance_standing(one);
    let choice = Choice::new(one.number.to_string(), title(seen, one, authority));
    choice.hint(standing_words(seen.t, standing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_certificate_is_for_is_read_as_it_is_written_and_nothing_else_is() {
        let authority: AuthorityId = "moi".parse().unwrap();
        let item = InsuredFor::Item { question: 2, item: 3 };
        for wanted in [InsuredFor::Condition { number: 1 }, item] {
            let read = read(&value(&authority, wanted));
            assert_eq!(read, Some((authority.clone(), wanted)));
        }
        for wrong in [
            "",
            "moi",
            "moi/condition/",
            "moi/item/2",
            "moi/review/1",
            "moi/condition/1/2",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
