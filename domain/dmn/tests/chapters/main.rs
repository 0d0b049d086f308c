//! The standard, chapter by chapter, in models of our own.
#![cfg(test)]

mod boxed;
mod deep;
mod given;
mod graph;
mod imports;
mod refused;
mod services;
mod tables;
mod tck;
mod types;
