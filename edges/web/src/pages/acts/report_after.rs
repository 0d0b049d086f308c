//! An organiser tells how the event went.

use super::filled::{not_chosen, why};
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::FieldKind;
use clearance::acts::ReportAfter;
use clearance::{AfterReport, Held};
use desk::{Fault, FieldFault};

const HELD: &str = "report-held";
const ATTENDANCE: &str = "report-attendance";
const OTHERWISE: &str = "report-otherwise";
const LESSONS: &str = "report-lessons";

impl ActPage for ReportAfter {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/report";

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-report",
            what: "act-report-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let attendance = entering
            .line(ATTENDANCE, "field-report-attendance")
            .kind(FieldKind::Number);
        let otherwise = entering.lines(OTHERWISE, "field-report-otherwise", 2_000);
        let lessons = entering.lines(LESSONS, "field-report-lessons", 2_000);
        vec![
            entering
                .named(HELD, "field-report-held", "held", &Held::ALL.map(Held::name))
                .into(),
            attendance.into(),
            otherwise.hint(t.get("hint-report-otherwise")).into(),
            lessons.hint(t.get("hint-report-lessons")).into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut wrong = vec![];
        let held = Held::ALL.into_iter().find(|one| one.name() == typed.get(HELD));
        if held.is_none() {
            wrong.push(not_chosen(typed, HELD));
        }
        let attendance = attendance(typed).unwrap_or_else(|fault| {
            wrong.push(fault);
            None
        });
        let otherwise = why(typed, OTHERWISE, &mut wrong);
        let lessons = why(typed, LESSONS, &mut wrong);
        match held {
            Some(held) if wrong.is_empty() => Ok(ReportAfter {
                report: AfterReport {
                    held,
                    attendance,
                    otherwise,
                    lessons,
                },
            }),
            _ => Err(Fault::Invalid(wrong)),
        }
    }
}

fn attendance(typed: &Typed) -> Result<Option<u32>, FieldFault> {
    if typed.broken().contains(ATTENDANCE) {
        return Err(FieldFault::plain(ATTENDANCE, "not-utf8"));
    }
    if !typed.given(ATTENDANCE) {
        return Ok(None);
    }
    let read = typed.get(ATTENDANCE).trim().parse();
    read.map(Some)
        .map_err(|_| FieldFault::plain(ATTENDANCE, "not-a-number"))
}
