//! The rulebooks that ship, as the tests take them.

use rulebook::{Files, Rulebook};

/// The files of one.
#[derive(Clone, Copy)]
pub struct Book {
    pub settings: &'static str,
    pub table: &'static str,
    pub cases: &'static str,
}

macro_rules! book {
    ($name:literal) => {
        Book {
            settings: include_str!(concat!("../../../rulebooks/", $name, "/rulebook.toml")),
            table: include_str!(concat!("../../../rulebooks/", $name, "/authorities.dmn")),
            cases: include_str!(concat!("../../../rulebooks/", $name, "/tests/events.toml")),
        }
    };
}

pub const PHNOM_PENH: Book = book!("kh-phnom-penh");
pub const PHNOM_PENH_2: Book = book!("kh-phnom-penh-2");
pub const PHNOM_PENH_3: Book = book!("kh-phnom-penh-3");
pub const TOKYO: Book = book!("jp-tokyo");
pub const ENGLAND: Book = book!("gb-england");
pub const NEW_YORK: Book = book!("us-nyc");
pub const ALL: [Book; 6] = [PHNOM_PENH, PHNOM_PENH_2, PHNOM_PENH_3, TOKYO, ENGLAND, NEW_YORK];

impl Book {
    /// As a folder has it.
    pub fn files(&self) -> Files<'static> {
        files(self.settings, self.table)
    }

    pub fn loaded(&self) -> Rulebook {
        Rulebook::load(&self.files()).unwrap_or_else(|error| panic!("{error}"))
    }
}

/// A folder with one model.
pub fn files<'a>(settings: &'a str, table: &'a str) -> Files<'a> {
    Files {
        rulebook_toml: ("rulebook.toml", settings),
        dmn: vec![("authorities.dmn", table)],
    }
}
