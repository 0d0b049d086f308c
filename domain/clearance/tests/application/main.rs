//! Tests of the application: its acts, its refusals, and the order of decisions.

#![cfg(test)]

mod acts;
mod advice;
mod afterwards;
mod again;
mod amended;
mod appeal;
mod backward;
mod bounds;
mod by_hand;
mod by_link;
mod cast;
mod clock;
mod comments;
mod conditions;
mod confided;
mod day;
mod extension;
mod fees;
mod given_back;
mod hold;
mod insurance;
mod items;
mod keeping;
mod letter;
mod library;
mod notices;
mod offer;
mod order;
mod own_days;
mod planning;
mod public;
mod recommendation;
mod reminder;
mod replacement;
mod sealed;
mod silence;
mod suspension;
mod watching;
mod whose;
