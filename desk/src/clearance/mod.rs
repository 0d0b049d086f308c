//! The clearance half: drafting and handing in, reviewing and deciding, and what each party may see.

mod acts;
mod beginning;
mod board;
mod by_link;
mod case;
mod clashes;
mod comments;
mod confiding;
mod day;
mod docket;
mod draft;
mod due;
mod duties;
mod feed;
mod file;
mod handing_in;
mod history;
mod holds;
mod laid_by;
mod last_time;
mod letter;
mod lists;
mod permit_check;
mod register;
mod sealing;
mod submission;

pub use board::{Board, WaitsFor};
pub use by_link::{ADDRESS_FIELD, AdviceLink, Advising, Consulted};
pub use case::{CaseView, Sight, sight};
pub use clashes::Clash;
pub(crate) use comments::words;
pub use comments::{CommentShown, Comments, Mentionable, SayIn};
pub use day::Tick;
pub use docket::{Docket, DocketList};
pub use draft::{Amends, Draft, DraftLine};
pub(crate) use file::{FILE, is_of, of_case};
pub use file::{FILE_KINDS, FileIn, FileKind, MOST_FILE_BYTES, MOST_FILES, SentAs, file_kinds};
pub use handing_in::{Amending, Ready};
pub use history::{
    BUNDLE_CASE, BUNDLE_FORMAT, Bundle, BundleCase, BundleFact, BundleFile, BundleLine, History, Told,
};
pub use holds::{HoldIn, HoldView};
pub use laid_by::{LaidBy, LaidByFor};
pub use last_time::LastTime;
pub(crate) use lists::PAGE;
pub use lists::{Begin, Earlier, Listed, MOST_ON_A_PAGE, Position};
pub use permit_check::{Needed, PermitCheck};
pub use register::{RegisterPage, RegisterQuery, Standing, has_words};
pub(crate) use sealing::differing;
pub use sealing::{ReasonsFile, SealedWords, proves_to, sealed_by};
pub use submission::{COMPONENT_FIELD, ORGANISER_FIELD, answer_field, day};
