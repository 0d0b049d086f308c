//! An organiser or the lead notes how an appeal ended.

use super::filled::{not_chosen, of};
use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::parts::FieldKind;
use crate::{Text, appeals};
use clearance::AppealEnd;
use clearance::acts::NoteAppealOutcome;
use desk::Fault;

const APPEAL: &str = "appeal";
const HOW: &str = "appeal-how";
const ENDED: &str = "appeal-ended";
const WORDS: &str = "appeal-words";

impl ActPage for NoteAppealOutcome {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/appeals/outcome";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-note-appeal-outcome",
            what: "act-note-appeal-outcome-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let entering = asking.entering;
        let which = entering.choice(APPEAL, "field-appeal", asking.case.open_appeals.clone());
        let ended = entering.line(ENDED, "field-appeal-ended").kind(FieldKind::Day);
        vec![
            which.into(),
            entering
                .named(
                    HOW,
                    "field-appeal-how",
                    "appeal",
                    &AppealEnd::ALL.map(AppealEnd::name),
                )
                .into(),
            ended.into(),
            entering.lines(WORDS, "field-appeal-words", 2_000).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let wrong = |field: &str| not_chosen(typed, field);
        let number = typed.get(APPEAL).parse().ok();
        faults.extend(number.is_none().then(|| wrong(APPEAL)));
        let how = AppealEnd::ALL
            .into_iter()
            .find(|one| one.name() == typed.get(HOW));
        faults.extend(how.is_none().then(|| wrong(HOW)));
        let day = desk::clearance::day(ENDED, typed.get(ENDED));
        let day = of(day.map_err(|fault| Fault::Invalid(vec![fault])), &mut faults);
        let words = of(reason(typed, WORDS), &mut faults);
        match (number, how, day, words) {
            (Some(number), Some(how), Some(day), Some(words)) => Ok(NoteAppealOutcome {
                number,
                how,
                day,
                words,
            }),
            _ => Err(Fault::Invalid(faults)),
        }
    }
}

fn said(outcome: &NoteAppealOutcome, saying: &Saying<'_>) -> Option<Words> {
    let (t, application) = (saying.t, saying.application());
    let appeal = application
        .open_appeals()
        .find(|one| one.number == outcome.number)?;
    let mut rows = vec![saying.row(
        "field-appeal",
        appeals::which(saying.site, t, application, appeal),
    )];
    rows.extend(saying.event());
    rows.push(saying.row(
        "field-appeal-how",
        t.get(&format!("appeal-{}", outcome.how.name())),
    ));
    rows.push(saying.row("field-appeal-ended", t.date(outcome.day)));
    rows.push(saying.row("field-appeal-words", outcome.words.to_string()));
    let follows = saying.follows(&[
        "confirm-appeal-told",
        "confirm-appeal-by-itself",
        "confirm-extension-stands",
    ]);
    Some(Words {
        title: "confirm-appeal-title",
        here: Here::Application,
        rows,
        follows,
        button: "act-note-appeal-outcome",
        kind: "",
        field: Some(APPEAL),
    })
}
