//! What the keys of a meetings file stand for.

use act::{
    CommitmentId, MeetingId, OrganisationId, PersonId, PostId, RelationshipId, RequestId, SourceId, SubjectId,
};
use std::collections::BTreeMap;

/// Ids by the keys of a file: those that are here already before a plan is made, and all of them after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Sources. What rests on one that is here already was brought in with it and is not planned again.
    pub sources: BTreeMap<String, SourceId>,
    /// Organisations.
    pub organisations: BTreeMap<String, OrganisationId>,
    /// Persons.
    pub persons: BTreeMap<String, PersonId>,
    /// Posts.
    pub posts: BTreeMap<String, PostId>,
    /// Relationships.
    pub relationships: BTreeMap<String, RelationshipId>,
    /// Meetings.
    pub meetings: BTreeMap<String, MeetingId>,
    /// Subjects, by `meeting/subject`.
    pub subjects: BTreeMap<String, SubjectId>,
    /// Requests.
    pub requests: BTreeMap<String, RequestId>,
    /// Commitments.
    pub commitments: BTreeMap<String, CommitmentId>,
}
