//! HTML: the words of a page, a line for each of its blocks, without what is no text of it: scripts, styles, navigation.

use crate::Unreadable;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::{Cell, RefCell};

/// Elements whose words are none of the page's text. `head` is none of them, since it need not be closed: of what it has, only what
/// stands here has words.
const LEFT_OUT: &[&str] = &[
    "script", "style", "noscript", "noembed", "noframes", "template", "nav", "title", "svg", "button",
    "select", "textarea", "iframe", "xmp",
];

/// How what is within an element is read: of these nothing is a tag but their own end.
fn within(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "noscript" | "noembed" | "noframes" | "iframe" | "xmp" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

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
            Token::TagToken(tag) => {
                self.tag(&tag.name, tag.kind, tag.self_closing);
                let begins = tag.kind == TagKind::StartTag;
                if let Some(kind) = within(&tag.name).filter(|_| begins) {
                    return TokenSinkResult::RawData(kind);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Words {
    fn tag(&self, name: &str, kind: TagKind, closes: bool) {
        let mut left_out = self.left_out.borrow_mut();
        // Only what is drawn closes itself; of other elements the slash says nothing.
        let empty = closes && name == "svg";
        match left_out.as_deref() {
            Some(out) if out == name && kind == TagKind::EndTag => {
                let depth = self.depth.get().saturating_sub(1);
                self.depth.set(depth);
                if depth == 0 {
                    *left_out = None;
                }
            }
            Some(out) if out == name && !empty => self.depth.set(self.depth.get() + 1),
            Some(_) => {}
            None if LEFT_OUT.contains(&name) && kind == TagKind::StartTag && !empty => {
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

    #[test]
    fn what_a_script_or_a_drawing_says_ends_where_it_does_and_nothing_after_it_is_lost() {
        for left_out in [
            "<script>for(i=0;i<n;i++)f()</script>",
            r"<script>document.write('<script src=x><\/script>')</script>",
            "<script>if (a<!--b) c()</script>",
            "<style>a::after{content:'<p>'}</style>",
            "<title>Of <b> and </title>",
            "<textarea><p>typed</textarea>",
            "<noscript><img src=x><p>No script</noscript>",
            "<svg><svg/><text>drawn</text></svg>",
            "<script/>f()</script>",
        ] {
            let html = format!(
                "<head>{left_out}<body>{left_out}<p>She asked for a bridge.</p>{left_out}<p>He agreed."
            );
            assert_eq!(
                read("a.html", html.as_bytes()).unwrap().trim(),
                "She asked for a bridge.\n\nHe agreed.",
                "{left_out}"
            );
        }
    }
}
