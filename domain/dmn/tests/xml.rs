//! The tree keeps a file whole, and refuses what is no plain, bounded XML.
#![cfg(test)]

use dmn::Fault;
use dmn::xml::{Document, Node};
use proptest::prelude::*;

fn read(text: &str) -> Document {
    Document::read(text.as_bytes()).unwrap()
}

fn fault(text: &str) -> Fault {
    Document::read(text.as_bytes()).unwrap_err()
}

#[test]
fn text_is_read_with_its_escapes_and_character_data() {
    let root = read("<a b='&lt;1&#10;'><text>&lt; 75 &#x41;<![CDATA[ > 3]]><!-- no --></text></a>").root;
    assert_eq!(root.attribute("b"), Some("<1\n"));
    assert_eq!(root.first("text").unwrap().text(), "< 75 A > 3");
}

#[test]
fn what_it_does_not_know_is_written_back_as_it_was() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<!-- before -->\n<?style a?>\n\
                <a xmlns=\"urn:a\" xmlns:b=\"urn:b\" b:c=\"1\" d=\"&quot;&#10;&lt;\">\n  <!-- within -->\n  \
                <b:e/>\u{e9} &amp;&#13;\n<![CDATA[<raw>]]></a>\n<!-- after -->\n";
    assert_eq!(read(text).write(), text);
}

#[test]
fn an_own_namespace_and_a_foreign_one_are_told_apart() {
    let root = read("<p:a xmlns:p='urn:a' xmlns='urn:b'><b/><p:b n='1'/></p:a>").root;
    assert_eq!(root.first("b").unwrap().attribute("n"), Some("1"));
    assert_eq!(root.elements().count(), 2);
    assert_eq!(root.namespace, "urn:a");
    let strange = read("<a xmlns=']]>'/>");
    assert_eq!(read(&strange.write()), strange);
    let document = read("<a xmlns='urn:a?b=1&amp;c=2\n'/>");
    assert_eq!(document.root.namespace, "urn:a?b=1&c=2");
    assert_eq!(read(&document.write()), document);
}

#[test]
fn line_ends_are_read_as_the_standard_says() {
    let document = read("<a>\r\n<!-- x\r\ny --></a>");
    assert_eq!(document.root.nodes[0], Node::Text("\n".to_owned()));
    assert_eq!(document.root.nodes[1], Node::Comment(" x\ny ".to_owned()));
}

#[test]
fn what_is_not_plain_xml_is_refused_with_its_line() {
    let check = |text: &str, line: usize, what: &str| {
        let fault = fault(text);
        assert!(fault.what.to_string().contains(what), "{text}: {fault}");
        assert_eq!(fault.line, Some(line), "{text}");
    };
    check("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 1, "document type");
    check("<a>\n&b;</a>", 2, "entity");
    check("<a>\n<b></a>", 2, "well-formed");
    check("<a c='&b;'/>", 1, "well-formed");
    check("<a c='1' c='2'/>", 1, "twice");
    check("<a><b>", 1, "ends before");
    check("", 1, "ends before");
    check("<a/><b/>", 1, "second root");
    check("<p:a/>", 1, "no namespace");
    check("<a p:b=''/>", 1, "no namespace");
    check("no", 1, "outside");
    check("<![CDATA[no]]><a/>", 1, "outside");
    check("<a>\n&#1;</a>", 2, "control");
    check("<a>\n\n\u{1}</a>", 3, "control");
    check("<a b='&#1;'/>", 1, "control");
    check("<a b='<'/>", 1, "a < stands");
    check("<a&b/>", 1, "no name");
    check("<a:b:c/>", 1, "no na");
    check("<?xml version='1.0' encoding='latin1'?><a/>", 1, "UTF-8");
    check("<!-- a --><?xml version='1.0'?><a/>", 1, "first");
    assert!(
        Document::read(b"<a>\n\xFF</a>")
            .unwrap_err()
            .what
            .to_string()
            .contains("UTF-8")
    );
}

#[test]
fn what_is_too_large_or_too_deep_is_refused() {
    let deep = format!("{}{}", "<a>".repeat(200), "</a>".repeat(200));
    assert!(fault(&deep).what.to_string().contains("deeper"));
    let wide = format!("<a>{}</a>", "<b/>".repeat(300_000));
    assert!(fault(&wide).what.to_string().contains("more than 250000"));
    let blank = format!("<a>{}</a>", " ".repeat(100_000_000));
    assert!(fault(&blank).what.to_string().contains("bytes"));
    let noted: String = (0..100).map(|at| format!(" a{at}=''")).collect();
    assert!(
        fault(&format!("<a{noted}/>"))
            .what
            .to_string()
            .contains("attributes")
    );
}

fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "<a>",
        "</a>",
        "<b c='1'",
        " d=\"&lt;\"",
        ">",
        "/>",
        "</b>",
        "text",
        "&amp;",
        "&#13;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?x",
        "?>",
        " xmlns:p='urn:p'",
        "<p:e/>",
        "\n",
        "\r\n",
        "]]",
        "--",
        "&",
        "<",
        "'",
    ];
    prop_oneof![4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,3}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_read_is_written_and_read_again_the_same(pieces in prop::collection::vec(piece(), 0..12)) {
        let text = format!("<r xmlns:p='urn:p'>{}</r>", pieces.concat());
        if let Ok(document) = Document::read(text.as_bytes()) {
            let written = document.write();
            prop_assert_eq!(&Document::read(written.as_bytes()).map_err(|fault| fault.to_string()), &Ok(document), "{}", written);
        }
    }
}
