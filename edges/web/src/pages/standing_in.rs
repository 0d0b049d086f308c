//! Where work begins, who stands in for whom: in whose place the reader may act, and who may in the reader's.

use crate::site::{Signed, Site};
use crate::{Failure, Text};
use identity::{Delegation, Names};

/// What is told above a docket or a board.
pub(super) struct StandIns {
    /// In whose place the reader may act besides: whoever was made a deputy learns it here.
    pub places: Vec<String>,
    /// Who may act in the reader's place, or will.
    pub deputies: Vec<String>,
}

impl StandIns {
    /// Those of a reader; none for whoever acts in somebody's place already, which stands above.
    pub(super) async fn of(site: &Site, t: Text, signed: &Signed) -> Result<StandIns, Failure> {
        if signed.actor.stands_in_for().is_some() {
            return Ok(StandIns {
                places: vec![],
                deputies: vec![],
            });
        }
        let hats = site.desk.hats(signed.session.person).await?;
        let deputies = site.desk.in_place_of(&signed.actor).await?;
        let hats = hats.into_iter().filter_map(|hat| place(site, t, &hat));
        let deputies = deputies.iter().map(|(one, names)| deputy(site, t, one, names));
        Ok(StandIns {
            places: hats.collect(),
            deputies: deputies.collect(),
        })
    }
}

fn place(site: &Site, t: Text, hat: &desk::Hat) -> Option<String> {
    let stands = hat.stands_in.as_ref()?;
    let words = [
        ("at", t.instant(stands.until, &site.zone).into()),
        ("role", t.get(&format!("role-{}", hat.role.name())).into()),
        ("of", stands.name(t.language().tag()).to_owned().into()),
    ];
    Some(t.with("docket-stands-in", words))
}

fn deputy(site: &Site, t: Text, one: &Delegation, names: &Names) -> String {
    let words = [
        ("from", t.instant(one.from, &site.zone).into()),
        ("at", t.instant(one.until, &site.zone).into()),
        ("to", names.in_language(t.language().tag()).to_owned().into()),
        ("role", t.get(&format!("role-{}", one.role.name())).into()),
    ];
    t.with(
        &format!("docket-deputy-{}", one.stands(site.desk.now()).name()),
        words,
    )
}
