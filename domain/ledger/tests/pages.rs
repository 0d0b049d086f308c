//! The examples in `docs/formats/` are genuine: they are read from the pages and verified.

use ledger::{Checkpoint, Receipt, VerifierKey};

const CHECKPOINT: &str = include_str!("../../../docs/formats/checkpoint.md");
const PERMIT: &str = include_str!("../../../docs/formats/permit.md");
const QR: &str = include_str!("../../../docs/formats/qr.md");

/// The lines of a page that are indented as an example and begin so.
fn example<'a>(page: &'a str, start: &str) -> &'a str {
    page.lines()
        .filter_map(|line| line.strip_prefix("    "))
        .find(|line| line.starts_with(start))
        .unwrap_or("")
}

/// What stands in a page between a fence and the next.
fn fenced<'a>(page: &'a str, fence: &str) -> &'a str {
    page.split_once(fence)
        .and_then(|(_, rest)| rest.split_once("```"))
        .map_or("", |(inside, _)| inside)
}

fn key() -> VerifierKey {
    example(CHECKPOINT, "placet.example/permits+")
        .parse()
        .expect("the page's key")
}

#[test]
fn the_checkpoint_of_the_page_opens() {
    let checkpoint = Checkpoint::open(fenced(CHECKPOINT, "```\n"), &key()).unwrap();
    assert_eq!(checkpoint.size, 42);
}

#[test]
fn the_permit_and_the_code_of_the_pages_are_the_same_and_verify() {
    let file = Receipt::from_json(fenced(PERMIT, "```json\n")).unwrap();
    let code = Receipt::from_qr(example(QR, "PLACET1:"), &key()).unwrap();
    assert_eq!(file, code);
    assert!(file.verify(&key()).is_ok());
}
