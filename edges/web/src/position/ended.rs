//! What is said of a case that was refused, given back or withdrawn.

use super::{Position, Seen};
use crate::sealed;
use crate::timeline::Tone;
use crate::wording::short_name;
use clearance::Referral;
use desk::clearance::Sight;

impl Seen<'_> {
    /// Who refused, when and why, and what follows.
    pub(super) fn refusals(&self) -> String {
        let (t, application) = (self.t, self.application());
        let refused = |referral: &Referral| {
            let decided = referral
                .decided
                .as_ref()
                .filter(|_| referral.standing().refused())?;
            let authority = short_name(self.site, t, application, referral);
            if decided.decision.is_silence() {
                return Some(t.one("refused-by-silence", "authority", authority));
            }
            let letter = decided.letter.as_ref();
            let (id, dated) = match letter {
                Some(letter) => ("refused-by-letter", t.date(letter.dated)),
                None => ("refused-by", String::new()),
            };
            let said = [
                ("dated", dated.into()),
                ("authority", authority.into()),
                ("at", t.instant(decided.by.at, &self.zone()).into()),
                (
                    "reasons",
                    decided
                        .reasons
                        .as_ref()
                        .map_or_else(String::new, |one| sealed::said(t, one, decided.sealed.as_ref()))
                        .into(),
                ),
            ];
            Some(t.with(id, said))
        };
        let said = application.in_order().into_iter().filter_map(refused);
        let said: Vec<String> = said.chain([t.get("refused-no-permit").into_owned()]).collect();
        said.join(" ")
    }

    /// That the organiser has it back, since when, and what is missing.
    pub(super) fn given_back(&self) -> Position {
        let t = self.t;
        let (tone, id) = match self.view.sight {
            Sight::Organiser => (Tone::Bad, "position-returned-yours"),
            _ => (Tone::Plain, "position-returned"),
        };
        let lacks = self.application().returned.as_ref().map(|returned| {
            let at = t.instant(returned.at, &self.zone());
            format!("{at}: {}", returned.lacks)
        });
        Position {
            tone,
            words: t.get(id).into_owned(),
            waiting: lacks,
        }
    }

    /// When the organiser withdrew, and why.
    pub(super) fn withdrawn(&self) -> Option<String> {
        let (at, reasons) = self.application().withdrawn.as_ref()?;
        let at = self.t.instant(*at, &self.zone());
        Some(
            reasons
                .as_ref()
                .map_or_else(|| at.clone(), |reasons| format!("{at}: {reasons}")),
        )
    }
}
