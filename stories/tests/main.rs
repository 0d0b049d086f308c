//! What people do on a whole installation, and what holds of it. One program: each test program would bring the whole
//! product into its own file, at three hundred megabytes a piece.

#![cfg(test)]

mod accounts;
mod afterwards;
mod ahead;
mod amended;
mod anniversary;
mod appealed;
mod asked_also;
mod authorities;
mod brakes;
mod by_hand;
mod clock;
mod confirm;
mod contradiction;
mod counter_offer;
mod dates;
mod desk_work;
mod discharge;
mod documents;
mod draft;
mod expiry;
mod forecast;
mod given_back;
mod governance;
mod input;
mod ledger;
mod letter;
mod library;
mod lists;
mod mail;
mod matrix;
mod more_time;
mod names;
mod notices;
mod own_days;
mod papers;
mod permit_check;
mod problem;
mod properties;
mod races;
mod recommended;
mod refusals;
mod refused;
mod report;
mod rule_boxes;
mod rule_pages;
mod rulebook;
mod rulebook_races;
mod rulemaking;
mod shared_draft;
mod sight;
mod silence;
mod suspended;
mod told;
