//! The example in the format's own page is a file that is read.

use crate::bring_in::{Desk, now, plan};
use engagement::MeetingsFile;

const PAGE: &str = include_str!("../../../../docs/formats/meetings.md");

#[test]
fn the_page_s_own_example_is_read_and_carried_out() {
    let start = PAGE.find("```toml\n").unwrap() + "```toml\n".len();
    let end = start + PAGE[start..].find("```").unwrap();
    let file = MeetingsFile::parse("meetings.md", &PAGE[start..end], now()).unwrap();
    let desk = Desk::carries_out(plan(&file));
    assert_eq!((desk.meetings.len(), desk.requests.len()), (1, 1));
}
