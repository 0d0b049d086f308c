//! Tests of the application: its acts, its refusals, and the order of decisions.

#![cfg(test)]

mod acts;
mod cast;
mod order;
