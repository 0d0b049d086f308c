//! Whose act it is: the right role in another organisation is not enough, however much the case is its own too.

use crate::cast::*;
use act::scenario::{Given, given};
use act::{OrganisationId, Role};
use clearance::acts::*;
use clearance::{Application, ClearanceRefusal, Decision};

fn of(organisation: OrganisationId, role: Role) -> act::Context {
    acting(organisation, role, "2023-08-21T03:00:00Z")
}

fn grant(name: &str) -> Decide {
    Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    }
}

fn agreed() -> Given<Application> {
    in_circulation()
        .and(&decider(MUNICIPALITY), grant("phnom-penh"))
        .and(&decider(INTERIOR), grant("moi"))
}

/// Interior was asked, and has a coordinator of its own for what it leads.
#[test]
fn only_the_coordinator_of_the_lead_circulates_issues_and_revokes() {
    let interior = of(INTERIOR, Role::Coordinator);
    let not_the_lead = ClearanceRefusal::NotTheLead;
    given::<Application>([])
        .and(&organiser(), submit())
        .when(&interior, circulate())
        .refused(&not_the_lead);
    agreed().when(&interior, IssuePermit).refused(&not_the_lead);
    let revoke = RevokePermit {
        reasons: reason("The quay is flooded"),
    };
    agreed()
        .and(&coordinator_later(), IssuePermit)
        .when(&interior, revoke)
        .refused(&not_the_lead);
}

#[test]
fn only_who_holds_the_event_answers_and_gives_it_up() {
    let elsewhere = of(DEFENCE, Role::Applicant);
    let not_an_organiser = ClearanceRefusal::NotAnOrganiser;
    let asked = in_circulation().and(&officer(INTERIOR), ask());
    let answer = AnswerQuestion {
        authority: authority("moi"),
        number: 1,
        answer: reason("By both bridges."),
    };
    asked.when(&elsewhere, answer).refused(&not_an_organiser);
    asked
        .when(&elsewhere, Withdraw { reasons: None })
        .refused(&not_an_organiser);
}

fn ask() -> AskQuestion {
    AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    }
}

#[test]
fn only_the_authority_itself_reviews_asks_takes_back_and_decides() {
    let (moi, defence) = (|| authority("moi"), of(DEFENCE, Role::Decider));
    let not_yours = ClearanceRefusal::NotYourAuthority { authority: moi() };
    let open = in_circulation();
    open.when(&defence, BeginReview { authority: moi() })
        .refused(&not_yours);
    open.when(&defence, ask()).refused(&not_yours);
    open.when(&defence, grant("moi")).refused(&not_yours);
    let take_back = WithdrawQuestion {
        authority: moi(),
        number: 1,
    };
    open.and(&officer(INTERIOR), ask())
        .when(&defence, take_back)
        .refused(&not_yours);
}
