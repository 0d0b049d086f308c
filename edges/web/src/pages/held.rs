//! A day that is held, or that several want, on the pages of drafts and cases.

use crate::site::Site;
use crate::wording::{hours, zone};
use crate::{Failure, Text};
use act::Role;
use clearance::hold::HoldStanding;
use desk::clearance::{CaseView, Clash, Draft, Sight};
use desk::views::holds::{DayLine, Wants};

/// One that wants the same place at the same time, for the lead: what it is, and its page.
pub(crate) struct Beside {
    pub words: String,
    pub path: String,
}

/// Those in words.
pub(crate) fn beside(t: Text, lines: &[DayLine]) -> Vec<Beside> {
    let one = |line: &DayLine| Beside {
        words: wanted(t, line),
        path: line.path(),
    };
    lines.iter().map(one).collect()
}

/// What wants a day, in words.
fn wanted(t: Text, line: &DayLine) -> String {
    let id = match line.by {
        Wants::Application => "wanted-by-application",
        Wants::Hold if !line.is_asked => "wanted-by-hold",
        Wants::Hold => "wanted-by-asking",
    };
    let until = t.clock(line.until);
    t.with(
        id,
        [
            ("reference", line.reference.as_str().into()),
            ("title", line.title.as_str().into()),
            ("organiser", line.organiser.as_str().into()),
            ("date", t.date(line.date).into()),
            ("hours", hours(t, line.from, line.until, until).into()),
            ("place", line.place.as_str().into()),
        ],
    )
}

/// That the day of a draft is held and until when, or why it is not: no more than that is said, and it gives no right.
pub(super) async fn of_draft(site: &Site, t: Text, draft: &Draft) -> Result<Option<String>, Failure> {
    let Some(hold) = site.desk.hold_of(draft.hold).await? else {
        return Ok(None);
    };
    let Some((asked, standing)) = hold.stands(site.desk.now()) else {
        return Ok(None);
    };
    let other_day = draft.fields.get("date").map(|day| day.trim()) != Some(&asked.event.date.to_string());
    let id = match standing {
        HoldStanding::Used => return Ok(None),
        HoldStanding::Held | HoldStanding::Asked if other_day => "draft-held-other-day",
        HoldStanding::Held => "draft-held",
        HoldStanding::Asked => "draft-held-asked",
        HoldStanding::Declined | HoldStanding::Withdrawn | HoldStanding::RunOut => "draft-held-over",
    };
    let until = hold.accepted.as_ref().map_or(asked.event.date, |one| one.until);
    let said = [
        ("date", t.day(asked.event.date).into()),
        ("until", t.date(until).into()),
    ];
    Ok(Some(t.with(id, said)))
}

/// What is said on a case of its day.
pub(super) struct OfDate {
    /// That it was held before it was applied for, for those who hold the event and who leads.
    pub held: Option<String>,
    /// What else wants the same place at the same time, for whoever leads.
    pub beside: Vec<Beside>,
}

impl OfDate {
    /// On a case. Of others who want the day only whoever leads is told.
    pub(super) async fn of(site: &Site, t: Text, view: &CaseView) -> Result<OfDate, Failure> {
        let none = OfDate {
            held: None,
            beside: vec![],
        };
        let Some(submission) = &view.application.submission else {
            return Ok(none);
        };
        let held = match view.sight {
            Sight::Authority | Sight::Auditor => None,
            Sight::Organiser | Sight::Lead => site.desk.hold_of(submission.held).await?,
        };
        let event = &submission.event;
        let held = held.and_then(|hold| {
            let (asked, by) = hold.asked.as_ref()?;
            let zone = zone(&view.application, site);
            let of_day = asked.event.date == event.date;
            let said = [
                ("date", t.date(asked.event.date).into()),
                ("at", t.instant(by.at, &zone).into()),
            ];
            let id = match (&hold.accepted, of_day) {
                (_, false) => "case-held-other",
                (Some(_), true) => "case-held",
                (None, true) => "case-held-asked",
            };
            Some(t.with(id, said))
        });
        let led = view.sight == Sight::Lead && view.context.actor.role == Role::Coordinator;
        let over = event.is_over(view.context.at) || view.is_closed() || view.is_refused();
        if !led || over {
            return Ok(OfDate { held, ..none });
        }
        let taken = clearance::taken(&event.place, event.date, (event.from, event.until));
        let (own, actor) = (view.id.to_string(), &view.context.actor);
        let today = event.local(view.context.at).date();
        let lines = site.desk.wanted_beside(actor, &own, &taken, today).await?;
        Ok(OfDate {
            held,
            beside: beside(t, &lines),
        })
    }
}

/// A clash on a board: both, each with its page.
pub(super) struct ClashLine {
    pub one: (String, String),
    pub other: (String, String),
}

impl ClashLine {
    pub(super) fn of(t: Text, clash: &Clash) -> ClashLine {
        let side = |line: &DayLine| (wanted(t, line), line.path());
        ClashLine {
            one: side(&clash.one),
            other: side(&clash.other),
        }
    }
}
