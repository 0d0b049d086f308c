//! What a rulebook says and what it answers, on the ones that ship and on one of a town that is none.

#![cfg(test)]

mod books;
mod bounds;
mod cases;
mod diff;
mod documented;
mod graph;
mod lint;
mod package;
mod permit_check;
mod phnom_penh;
mod public;
mod refused;
mod shipped;
