//! Who holds the event, whoever leads, or an authority that is asked confides a piece of the case to few of those who read it, or to
//! others than before, or lets all of them read it again.

use super::{
    Allowed, LEAD_ROLES, ORGANISER_ROLES, Offered, On, REVIEW_ROLES, lead, on_case, organiser, role,
};
use crate::{Application, ApplicationFact, ClearanceRefusal, ConfideRefusal, Confided, Mark, Piece};
use act::{Act, AuthorityId, Context, Reason, Role};

/// How often people of one organisation can confide something in one case: each time is a fact of it for ever, and nobody uses up what
/// another may still need.
pub const MOST_CONFIDED: usize = 100;

/// The roles that confide.
const CONFIDES: &[Role] = &[
    Role::Applicant,
    Role::Agent,
    Role::Officer,
    Role::Decider,
    Role::Coordinator,
];

/// Confide a piece.
#[derive(Clone, Debug)]
pub struct Confide {
    /// Which.
    pub piece: Piece,
    /// The authorities that are to read it beside those who read it always; none where all who read the case are.
    pub among: Option<Vec<AuthorityId>>,
    /// Why.
    pub reasons: Reason,
    /// The rules of the version that the application is bound to that read the answer, or want the document; whoever confides gives
    /// nothing.
    pub rules: Vec<String>,
}

impl Confide {
    /// Whether the actor may say who reads this piece now. Neither the stage of a case nor its end is in the way: what was read of it
    /// cannot be taken back, but what is still to be read can.
    ///
    /// # Errors
    /// The refusal that it would meet, whoever is named.
    pub fn check(application: &Application, context: &Context, piece: &Piece) -> Allowed {
        may_confide(application, context)?;
        let organisation = context.actor.organisation;
        // What somebody does not read is to them as if it were not there. What was dropped since is read as before, and confided.
        if !application.pieces().contains(piece) || !application.reads(organisation, piece) {
            return Err(ConfideRefusal::NoSuchPiece.into());
        }
        let is_whose = |mark: Mark<'_>| mark.first.by.actor.organisation == organisation;
        let leads = lead(application, context).is_ok();
        if !leads && !application.mark(piece).is_none_or(is_whose) {
            return Err(ConfideRefusal::ByAnother.into());
        }
        if !Self::has_room(application, context) {
            return Err(ConfideRefusal::TooOften { most: MOST_CONFIDED }.into());
        }
        Ok(())
    }
}

impl Confide {
    /// Whether the actor's organisation has not confided as often as it can.
    pub(super) fn has_room(application: &Application, context: &Context) -> bool {
        let own = application.confided.iter();
        let own = own.filter(|one| one.by.actor.organisation == context.actor.organisation);
        own.count() < MOST_CONFIDED
    }
}

/// Whether the actor is one who confides pieces of this case.
fn may_confide(application: &Application, context: &Context) -> Allowed {
    role(context, CONFIDES)?;
    let own = context.actor.role;
    if ORGANISER_ROLES.contains(&own) {
        return organiser(application, context);
    }
    if LEAD_ROLES.contains(&own) {
        return lead(application, context);
    }
    debug_assert!(REVIEW_ROLES.contains(&own));
    match application.referred_to(context.actor.organisation).next() {
        Some(_) => Ok(()),
        None => Err(ConfideRefusal::NotAsked.into()),
    }
}

impl Application {
    /// The pieces of which this actor could say now who reads them.
    #[must_use]
    pub fn confidable(&self, context: &Context) -> Vec<Piece> {
        if may_confide(self, context).is_err() {
            return vec![];
        }
        let all = self.pieces().into_iter();
        all.filter(|piece| Confide::check(self, context, piece).is_ok())
            .collect()
    }
}

impl Offered for Confide {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        let any = application.confidable(context).first().map(|_| ());
        on_case(any.ok_or(ConfideRefusal::NoSuchPiece.into()))
    }
}

impl Confide {
    /// What is confided by it.
    ///
    /// # Errors
    /// The refusal that it meets.
    pub(super) fn confided(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Confided, ClearanceRefusal> {
        Self::check(application, context, &self.piece)?;
        let among = self.among.map(|mut among| {
            among.sort();
            among.dedup();
            among
        });
        let confided = Confided {
            piece: self.piece,
            among,
            reasons: self.reasons,
            rules: self.rules,
            at_once: false,
        };
        let mark = application.mark(&confided.piece);
        if mark.and_then(|mark| mark.last.confided.among.as_ref()) == confided.among.as_ref() {
            return Err(ConfideRefusal::ReadSo.into());
        }
        let authorities = application.in_need(&confided);
        if !authorities.is_empty() {
            let own = context.actor.organisation;
            let authorities = application.known_to_need(authorities, &confided, own);
            if authorities.is_empty() {
                return Err(ConfideRefusal::NeededByAnother.into());
            }
            return Err(ConfideRefusal::NeededToDecide { authorities }.into());
        }
        Ok(confided)
    }
}

impl Act for Confide {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let confided = self.confided(application, context)?;
        Ok(vec![ApplicationFact::Confided(confided)])
    }
}
