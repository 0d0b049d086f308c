//! Which news an asking or a decision is.

use crate::{AppealEnd, Competence, Decision, News, PlannedReferral};

pub(crate) fn asked(planned: &PlannedReferral) -> News {
    match planned.competence {
        Competence::Competent | Competence::Concurrence => News::Asked,
        Competence::Consultee => News::AskedForAdvice,
    }
}

pub(crate) fn decided(decision: &Decision) -> News {
    match decision {
        Decision::Granted => News::Granted,
        Decision::GrantedWithConditions { .. } => News::GrantedWithConditions,
        Decision::Refused => News::Refused,
        Decision::DeemedGranted => News::DeemedGranted,
        Decision::DeemedRefused => News::DeemedRefused,
        Decision::NoObjection => News::NoObjection,
        Decision::Advised => News::Advised,
        Decision::Objected => News::Objected,
    }
}

pub(crate) fn appeal_ended(how: AppealEnd) -> News {
    match how {
        AppealEnd::Upheld => News::AppealUpheld,
        AppealEnd::Dismissed => News::AppealDismissed,
        AppealEnd::Withdrawn => News::AppealWithdrawn,
    }
}
