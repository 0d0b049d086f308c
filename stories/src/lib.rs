//! End-to-end stories: a whole installation in one process, on either store, under a clock that stands where the
//! story puts it, with a named cast who read pages and send forms as people do.

mod asked;
mod browser;
mod by_link;
mod case;
mod cast;
mod database;
mod day;
mod deputy;
mod gate;
mod hold;
mod installation;
mod items;
mod keeping;
mod letter;
mod offer;
mod page;
mod rulebook;
mod ruled;
mod sealed;
mod smtp;
mod suspension;
mod trouble;
mod world;

pub use asked::asking_foreign_affairs;
pub use browser::{Answer, Visitor};
pub use by_link::{BY_LINK_ADDRESS, BY_LINK_QUESTION};
pub use case::{DECIDERS, FLOOD, MORE_TIME, RULEBOOK, amending, authority};
pub use cast::{ApplicationEntry, Cast, ComponentEntry, Member};
pub use database::Database;
pub use day::{BARGE, LAWN};
pub use gate::{Gate, Stopped, Write};
pub use hold::{HELD_FOR, HELD_WORDS};
pub use installation::Installation;
pub use items::{ASKED, DOCUMENT, OF_THE_CROWD, OF_THE_SHELL, asking_by_item};
pub use keeping::{GROUND, PLAN, PROOF};
pub use letter::{LETTER_REASONS, SCAN};
pub use offer::{DRONES, OFFER_REASONS, STADIUM};
pub use page::{Form, Page};
pub use rulebook::{BINDS_FROM, first_rule_asks};
pub use ruled::public_rulebook;
pub use sealed::{SEALED_GROUND, SEALED_WORDS};
pub use smtp::{MailServer, Received};
pub use suspension::HIGH_WATER;
pub use trouble::{Told, Trouble, refused};
