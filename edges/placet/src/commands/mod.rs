//! What each command does.

mod acting;
pub mod backup;
pub mod check;
pub mod demo;
pub mod import;
pub mod init;
pub mod rebuild;
pub mod rulebook;
pub mod serve;
pub mod user;
pub mod verify;
