//! HTML: the words of a page, a line for each of its blocks, without what is no text of it: scripts, styles, navigation.

use crate::Unreadable;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::{Cell, RefCell};

/// Elements whose words are none of the page's text.
const LEFT_OUT: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "head", "svg", "button", "select", "textarea", "iframe",
];

/// Elements that are no lines of their own.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "u", "wbr", "img", "font",
];

#[derive(Default)]
struct Words {
    text: RefCell<String>,
    /// The element that is being left out, and how deep.
    left_out: RefCell<Option<String>>,
    depth: Cell<usize>,
}

impl TokenSink for Words {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(words) if self.left_out.borrow().is_none() => {
                let mut text = self.text.borrow_mut();
                for word in words.chars() {
                    let space = word.is_whitespace();
                    if !space || !text.ends_with(|last: char| last.is_whitespace()) {
                        text.push(if space { ' ' } else { word });
                    }
                }
            }
            Token::TagToken(tag) => self.tag(&tag.name, tag.kind, tag.self_closing),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Words {
    fn tag(&self, name: &str, kind: TagKind, closes: bool) {
        let mut left_out = self.left_out.borrow_mut();
        match left_out.as_deref() {
            Some(out) if out == name && kind == TagKind::EndTag => {
                let depth = self.depth.get().saturating_sub(1);
                self.depth.set(depth);
                if depth == 0 {
                    *left_out = None;
                }
            }
            Some(out) if out == name => self.depth.set(self.depth.get() + 1),
            Some(_) => {}
            None if LEFT_OUT.contains(&name) && kind == TagKind::StartTag && !closes => {
                *left_out = Some(name.to_owned());
                self.depth.set(1);
            }
            None if !INLINE.contains(&name) => {
                let mut text = self.text.borrow_mut();
                let kept = text.trim_end().len();
                text.truncate(kept);
                if kept > 0 {
                    text.push_str(if name == "br" { "\n" } else { "\n\n" });
                }
            }
            None => {}
        }
    }
}

/// The text of a page.
pub fn text(html: &str) -> Result<String, Unreadable> {
    let tokenizer = Tokenizer::new(Words::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    Ok(tokenizer.sink.text.into_inner())
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn a_page_is_read_by_its_blocks_without_what_is_no_text() {
        let html = "<html><head><title>T</title></head><body><nav>Home</nav><p>“We <b>will</b>\n come,&rdquo; she &amp; he said.</p><script>if (a < b) {}</script><div>Next<br>line</div></body></html>";
        assert_eq!(
            read("a.html", html.as_bytes()).unwrap().trim(),
            "“We will come,” she & he said.\n\nNext\nline"
        );
    }
}
