//! The lead finds an application valid, and puts it to the authorities.

use super::saying::{Saying, Words};
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::ahead::to_be_asked;
use crate::pages::confirm::Row;
use crate::pages::thread::Here;
use clearance::Asked;
use clearance::acts::Circulate;
use desk::Fault;

impl ActPage for Circulate {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/circulation";
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-circulate",
            what: "",
            kind: "",
        }
    }

    fn read((): (), _: &Typed, _: Text) -> Result<Self, Fault> {
        Ok(Circulate::default())
    }
}

/// Who is asked, by when it has to be, and on which documents: those that are missing too. `None` once they were asked.
fn said(_: &Circulate, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let (rulebook, asked) = to_be_asked(saying.site, saying.view)?;
    let whom = |one: &Asked| {
        let authority = rulebook.authority(&one.required.authority)?;
        let name = authority.name.in_language(t.language().tag());
        let latest = t.date(one.schedule.latest_filing);
        Some(t.with(
            "confirm-asked",
            [("authority", name.into()), ("date", latest.into())],
        ))
    };
    let mut rows = saying.event();
    rows.push(Row::numbered(
        t.get("check-authorities"),
        asked.iter().filter_map(whom).collect(),
    ));
    rows.extend(saying.documents());
    let follows = saying.follows(&[
        "confirm-circulation",
        "confirm-told",
        "confirm-circulation-stands",
    ]);
    Some(Words {
        title: "confirm-circulation-title",
        here: Here::Application,
        rows,
        follows,
        button: "act-circulate",
        kind: "",
        field: None,
    })
}
