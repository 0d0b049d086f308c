//! The meetings file: the example that ships, the faults that are told, and bringing a file in twice.

#![cfg(test)]

mod bring_in;
mod documented;
mod example;
mod faults;
