//! The labels that papers ask for: Fluent ids, looked up by the caller in the paper's language.

/// Gives the text of a Fluent id in the paper's language. It is asked for ids of [`LABELS`] only.
pub type Labels<'a> = dyn Fn(&str) -> String + 'a;

macro_rules! labels {
    ($($name:ident = $id:literal, $meaning:literal;)*) => {
        $(#[doc = $meaning] pub(crate) const $name: &str = $id;)*

        /// Every id that a paper can ask for, so that a language's texts can be checked for completeness.
        pub const LABELS: &[&str] = &[$($id),*];
    };
}

labels! {
    PERMIT = "paper-permit", "The kind of paper: permit.";
    DECISION_NOTICE = "paper-decision-notice", "The kind of paper: decision notice.";
    DEMONSTRATION = "paper-demonstration", "A sentence: demonstration, without effect.";
    REFERENCE = "paper-reference", "Before the reference.";
    ORGANISERS = "paper-organisers", "Who.";
    COMPONENTS = "paper-components", "What they may do.";
    ASKED_FOR = "paper-asked-for", "What they asked to do.";
    PLACE = "paper-place", "Where.";
    DATE = "paper-date", "When: the day.";
    TIME = "paper-time", "When: the hours.";
    LEAD_AUTHORITY = "paper-lead-authority", "The authority that leads.";
    AUTHORITY = "paper-authority", "Authority, also as a column's head.";
    DECISION = "paper-decision", "Decision, also as a column's head.";
    DECIDED_ON = "paper-decided-on", "The date of a decision, also as a column's head.";
    DECIDED_BY = "paper-decided-by", "The post that decided.";
    DECISIONS = "paper-decisions", "Heading over the decisions.";
    ADVISERS = "paper-advisers", "Heading over the advice.";
    ADVICE = "paper-advice", "The kind of paper: advice; also as a column's head.";
    ADVISED_ON = "paper-advised-on", "The date of advice, also as a column's head.";
    ADVISED_BY = "paper-advised-by", "The post that advised.";
    BRIEF = "paper-brief", "The kind of paper: brief.";
    CASE_FILE = "paper-case-file", "The kind of paper: case file; also the heading over whose file it is.";
    HISTORY = "paper-history", "Heading over all that happened.";
    DOCUMENTS = "paper-documents", "Heading over the documents.";
    CONDITIONS = "paper-conditions", "Heading over the conditions.";
    NO_CONDITIONS = "paper-no-conditions", "A sentence: there are no conditions.";
    REASONS = "paper-reasons", "Heading over the reasons.";
    NO_REASONS = "paper-no-reasons", "A sentence: the reasons are not for this paper.";
    RECKONING = "paper-reckoning", "Heading over the arithmetic of the statutory period.";
    APPEAL = "paper-appeal", "Heading over how to appeal.";
    VERIFY = "paper-verify", "Heading by the QR code: verify this paper.";
    VERIFY_HOW = "paper-verify-how", "A sentence: scan the code, or go to the address that follows.";
    VERIFY_FILE = "paper-verify-file", "Without a code, a sentence: the file holds the proof; take it to the address that follows.";
    CODE = "paper-code", "What a screen reader says for the QR code.";
}
