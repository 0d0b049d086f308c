//! What people do beside the acts of a case: they watch it, talk about it, and ask for days. None of it moves the case.

use super::Side;
use crate::properties::Step;
use act::{Actor, HoldId, Reason, Title};
use clearance::comments::Among;
use desk::Fault;
use desk::clearance::{HoldIn, SayIn};
use jiff::civil::{date, time};
use stories::RULEBOOK;

/// What was asked for, in the order in which it was.
#[derive(Default)]
pub(super) struct Days(Vec<HoldId>);

/// Somebody does something that is no act of the case; what was done has left facts of its own, and what was refused none.
pub(super) async fn does(side: &mut Side, step: &Step, actor: &Actor) -> Result<(), Fault> {
    let (desk, id) = (&side.app.desk, side.id);
    let among = if step.minutes % 2 == 0 {
        Among::Own
    } else {
        Among::Authorities
    };
    let reasons = Reason::new("It is so.").expect("these are reasons");
    let held = side.days.0.last().copied();
    match (step.minutes / 2) % 8 {
        0 | 1 => desk.watch(actor, id, step.minutes % 2 == 0).await,
        2 => {
            let said = SayIn {
                words: reasons,
                mentions: vec![],
                key: desk.sending(),
                corrects: None,
            };
            desk.say(actor, id, among, said).await
        }
        3 => {
            let all = desk.comments(actor, id, among, None).await?;
            let first = all.lines.first().and_then(|one| one.line.comment.parse().ok());
            desk.take_comment_back(actor, id, first.ok_or(Fault::NotFound)?)
                .await
        }
        4 => {
            let day = date(2023, 12, 1).saturating_add(jiff::Span::new().days(step.minutes % 30));
            let entered = HoldIn {
                hold: desk.sending().to_string().parse().expect("a sending is an id"),
                rulebook: RULEBOOK.to_owned(),
                kind: Title::new("An evening").expect("this is a kind"),
                place: Title::new("The quay").expect("this is a place"),
                date: day,
                hours: (time(18, 0, 0, 0), time(21, 0, 0, 0)),
                words: None,
            };
            side.days.0.push(desk.ask_hold(actor, entered).await?);
            Ok(())
        }
        5 => {
            desk.accept_hold(actor, held.ok_or(Fault::NotFound)?, date(2023, 11, 30), None)
                .await
        }
        6 => {
            desk.decline_hold(actor, held.ok_or(Fault::NotFound)?, reasons)
                .await
        }
        _ => {
            desk.withdraw_hold(actor, held.ok_or(Fault::NotFound)?, None)
                .await
        }
    }
}
