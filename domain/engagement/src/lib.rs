//! Meetings, subjects, statements, requests and commitments.
