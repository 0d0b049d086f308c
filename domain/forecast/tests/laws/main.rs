//! Forecasts on records whose law is known: authorities that are steady, that change, that work off a backlog, that keep
//! holidays; and what must hold of every record.
#![cfg(test)]

mod backlog;
mod cases;
mod drift;
mod holidays;
mod knowledge;
mod log;
mod steady;
mod withheld;
