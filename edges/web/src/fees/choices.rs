//! What the forms about fees choose among.

use super::{Telling, stands, what};
use crate::parts::Choice;
use crate::position::Seen;
use crate::typed::Typed;
use clearance::acts::{CorrectFee, RecordFee, SayPaid, SetFee, keeps_account};
use clearance::{Application, Fee, FeeEntry};
use desk::clearance::{CaseView, Sight};

/// What the forms about fees choose among.
pub(crate) struct FeeChoices {
    /// Whose fees can be set.
    pub whose: Vec<Choice>,
    /// Those of which can be recorded what became of them.
    pub recorded: Vec<Choice>,
    /// Those of which can be said that they were paid.
    pub said: Vec<Choice>,
    /// Those of which that was said, each with which entry.
    pub answered: Vec<Choice>,
    /// What can be reversed.
    pub corrected: Vec<Choice>,
    /// The documents of the case.
    pub documents: Vec<Choice>,
}

impl FeeChoices {
    /// Nothing to choose among: on a page of another sort.
    pub(crate) const NONE: FeeChoices = FeeChoices {
        whose: vec![],
        recorded: vec![],
        said: vec![],
        answered: vec![],
        corrected: vec![],
        documents: vec![],
    };

    /// As they were typed: no case is looked up for them.
    pub(crate) fn typed(typed: &Typed) -> FeeChoices {
        let one = |field: &str| vec![Choice::new(typed.get(field), typed.get(field))];
        let documents = ["record-fee-document", "say-fee-document"].into_iter();
        let documents = documents
            .map(|field| typed.get(field))
            .filter(|id| !id.is_empty());
        FeeChoices {
            whose: one("set-fee-authority"),
            recorded: one("record-fee"),
            said: one("say-fee"),
            answered: one("answer-fee"),
            corrected: one("correct-fee"),
            documents: documents.map(|id| Choice::new(id, "\u{2713}")).collect(),
        }
    }
}

/// What the forms about fees choose among, as far as the reader can fill them in.
pub(crate) fn choices(seen: &Seen<'_>) -> FeeChoices {
    let (view, telling) = (seen.view, Telling::of(seen));
    let application = &view.application;
    let whose = SetFee::whose(application, &view.context).into_iter();
    let said = application.fees.iter().filter(|one| SayPaid::can_be(one));
    FeeChoices {
        whose: whose
            .map(|one| Choice::new(one.to_string(), seen.whose(&one, false)))
            .collect(),
        recorded: recorded(&telling),
        said: if view.sight == Sight::Organiser {
            said.map(|one| choice(&telling, one)).collect()
        } else {
            vec![]
        },
        answered: answered(&telling),
        corrected: corrected(&telling),
        documents: documents(application),
    }
}

/// A fee to choose among.
fn choice(telling: &Telling<'_>, fee: &Fee) -> Choice {
    Choice::new(fee.number.to_string(), telling.named(fee)).hint(stands(telling.t(), fee))
}

/// Whether the reader keeps the account of a fee: those who may not are not offered the form.
fn keeps(view: &CaseView, fee: &Fee) -> bool {
    keeps_account(&view.application, &view.context, fee)
}

/// With how many entries each has as it is read.
fn recorded(telling: &Telling<'_>) -> Vec<Choice> {
    let view = telling.seen.view;
    let all = view.application.fees.iter();
    let all = all.filter(|one| keeps(view, one) && RecordFee::can_be(one));
    let choice = |fee: &Fee| {
        let value = format!("{}/{}", fee.number, fee.entries.len());
        Choice::new(value, telling.named(fee)).hint(stands(telling.t(), fee))
    };
    all.map(choice).collect()
}

fn answered(telling: &Telling<'_>) -> Vec<Choice> {
    let view = telling.seen.view;
    let all = view.application.fees.iter().filter(|one| keeps(view, one));
    let said = all.filter_map(|fee| Some((fee, fee.said()?)));
    let choice = |(fee, entry): (&Fee, &FeeEntry)| {
        let value = format!("{}/{}", fee.number, entry.number);
        Choice::new(value, telling.named(fee)).hint(what(telling.t(), entry))
    };
    said.map(choice).collect()
}

fn corrected(telling: &Telling<'_>) -> Vec<Choice> {
    let view = telling.seen.view;
    let mut all = vec![];
    for fee in view.application.fees.iter().filter(|one| keeps(view, one)) {
        for entry in fee.entries.iter().filter(|one| CorrectFee::could_be(one)) {
            let value = format!("{}/{}", fee.number, entry.number);
            all.push(Choice::new(value, what(telling.t(), entry)).hint(telling.named(fee)));
        }
        if CorrectFee::of_fee(fee).is_ok() {
            let label = telling.t().get("fee-itself");
            all.push(Choice::new(fee.number.to_string(), label).hint(telling.named(fee)));
        }
    }
    all
}

/// What was handed in last is most often the scan.
fn documents(application: &Application) -> Vec<Choice> {
    let files = application
        .submission
        .iter()
        .flat_map(|one| one.attachments.iter().rev());
    files
        .map(|file| Choice::new(file.attachment.to_string(), file.name.as_str()))
        .collect()
}
