//! Tests of the application: its acts, its refusals, and the order of decisions.

mod acts;
mod cast;
mod order;
