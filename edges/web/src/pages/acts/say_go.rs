//! An authority says go or no-go on the day of the event.

use super::filled::not_chosen;
use super::sent::optional_reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::Choice;
use act::AuthorityId;
use clearance::Go;
use clearance::acts::SayGo;
use desk::Fault;

const GO: &str = "go";
const REASONS: &str = "go-reasons";
const FOR_ALL: &str = "go-for-all";

impl ActPage for SayGo {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/go";
    const LEADS: (&'static str, &'static str) = ("act-say-go-for", "#act-say-go");
    const AFTER: Option<&'static str> = Some("/day#go");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-say-go",
            what: "act-say-go-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let reasons = entering.lines(REASONS, "field-go-reasons", 2_000);
        let public = Choice::new("yes", t.get("field-go-for-all-yes"));
        vec![
            entering
                .named(GO, "field-go", "go", &Go::ALL.map(Go::name))
                .into(),
            reasons.hint(t.get("hint-go-reasons")).into(),
            entering
                .choice(FOR_ALL, "field-go-for-all", vec![public])
                .several()
                .into(),
        ]
    }

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let go = Go::ALL.into_iter().find(|one| one.name() == typed.get(GO));
        let go = go.ok_or_else(|| not_chosen(typed, GO));
        match (go, optional_reason(typed, REASONS)) {
            (Ok(go), Ok(reasons)) => Ok(SayGo {
                authority,
                go,
                reasons,
                for_all: typed.get(FOR_ALL) == "yes",
            }),
            (Err(fault), Err(Fault::Invalid(more))) => {
                Err(Fault::Invalid([fault].into_iter().chain(more).collect()))
            }
            (_, Err(fault)) => Err(fault),
            (Err(fault), _) => Err(Fault::Invalid(vec![fault])),
        }
    }
}
