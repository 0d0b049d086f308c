//! Every act on sources, meetings, requests, commitments and relationships, and every way in which each is refused.

#![cfg(test)]

mod brief;
mod cast;
mod commitments;
mod kept;
mod meetings;
mod our_lines;
mod owed;
mod refusals;
mod relationships;
mod requests;
mod sources;
mod taken_back;
