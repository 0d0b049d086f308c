//! Both papers in every language: they render, repeat, grow by pages, and say what they were given and nothing else.
//!
//! Each PDF is left in the target's `tmp` folder, to be looked at.

mod samples;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

use documents::{
    Brief, BriefLine, BriefSection, CaseFile, Condition, Decision, Happening, LABELS, Language, PaperFault,
    Permit, Standing, brief_pdf, case_file_pdf, decision_notice_html, decision_notice_pdf, permit_html,
    permit_pdf,
};
use proptest::prelude::*;
use samples::{LANGUAGES, decision_notice, label, permit};

/// The same event's case, as far as Interior's agreement.
fn case_file(language: Language) -> CaseFile {
    let permit = permit(language);
    let notice = decision_notice(language);
    let happening = |number: &str, what: &str, words: &[String]| Happening {
        number: number.into(),
        what: what.into(),
        words: words.to_vec(),
        note: notice.decided_text.clone(),
    };
    CaseFile {
        language,
        issuer: permit.issuer,
        rulebook: permit.rulebook,
        reference: "PP-2023-0007".into(),
        status: permit.status,
        standing: Standing::Good,
        title: permit.title.clone(),
        applied: vec![(permit.date_text.clone(), permit.place)],
        decisions: permit.decisions,
        conditions: permit.conditions,
        documents: vec!["plan.pdf".into()],
        history: vec![
            happening("1", &permit.title, &[]),
            happening("2", &notice.decision, &notice.reasons),
        ],
        taken_text: permit.issued_text,
        demonstration: true,
        taken_at: permit.issued_at,
    }
}

/// A brief of the two sides, with a line that was signed off.
fn brief(language: Language) -> Brief {
    let permit = permit(language);
    let section = |lines: Vec<BriefLine>| BriefSection {
        heading: permit.title.clone(),
        lines,
        nothing: permit.status.clone(),
    };
    let line = BriefLine {
        number: "1".into(),
        what: permit.place.clone(),
        words: permit.conditions.iter().map(|one| one.text.clone()).collect(),
        source: permit.issued_text.clone(),
    };
    Brief {
        language,
        known: permit.date_text.clone(),
        standing: Standing::Good,
        sections: vec![section(vec![line]), section(vec![])],
        demonstration: true,
        made_at: permit.issued_at,
        issuer: permit.issuer,
        status: permit.status,
        title: permit.title,
    }
}

fn keep(name: &str, language: Language, pdf: &[u8]) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}.pdf", language.tag()));
    std::fs::write(path, pdf).expect("the target folder can be written");
}

fn contains(pdf: &[u8], part: &str) -> bool {
    pdf.windows(part.len()).any(|window| window == part.as_bytes())
}

fn pages(pdf: &[u8]) -> usize {
    let is_page =
        |at: &usize| pdf[*at..].starts_with(b"/Type /Page\n") || pdf[*at..].starts_with(b"/Type/Page/");
    (0..pdf.len()).filter(is_page).count()
}

#[test]
fn every_paper_renders_in_every_language_and_the_same_twice() {
    for language in LANGUAGES {
        let labels = |id: &str| label(language, id);
        let first = permit_pdf(&permit(language), &labels).expect("a permit");
        keep("permit", language, &first);
        assert!(
            first == permit_pdf(&permit(language), &labels).expect("a permit"),
            "{language:?} differs"
        );
        let first = decision_notice_pdf(&decision_notice(language), &labels).expect("a notice");
        keep("decision-notice", language, &first);
        assert!(first == decision_notice_pdf(&decision_notice(language), &labels).expect("a notice"));
    }
}

#[test]
fn a_pdf_is_tagged_and_names_its_language_its_date_and_its_standard() {
    let labels = |id: &str| label(Language::Khmer, id);
    let pdf = permit_pdf(&permit(Language::Khmer), &labels).expect("a permit");
    for part in [
        "/StructTreeRoot",
        "/Lang(km)",
        "D:20231027034200",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(contains(&pdf, part), "{part}");
    }
}

#[test]
fn many_conditions_take_more_pages_and_a_plain_permit_takes_two_at_most() {
    let labels = |id: &str| label(Language::English, id);
    let plain = permit_pdf(&permit(Language::English), &labels).expect("a permit");
    let mut long = permit(Language::English);
    long.conditions = (1..=60)
        .map(|number| Condition {
            number: number.to_string(),
            ..long.conditions[1].clone()
        })
        .collect();
    let long = permit_pdf(&long, &labels).expect("a permit");
    keep("long", Language::English, &long);
    assert!((1..=2).contains(&pages(&plain)), "{}", pages(&plain));
    assert!(pages(&long) >= 4, "{}", pages(&long));
}

#[test]
fn a_revoked_permit_with_odd_texts_still_makes_a_paper() {
    let labels = |id: &str| label(Language::English, id);
    let mut odd = permit(Language::English);
    odd.status = "Revoked".into();
    odd.standing = Standing::Bad;
    odd.title = "#panic(\"x\") *_$@<label>` \\ // [한국] 𠮷 \u{202e}reversed \u{0}".into();
    odd.place = "A".repeat(400);
    odd.conditions.clear();
    odd.decisions.clear();
    odd.verify_address = "javascript:alert(1)".into();
    keep(
        "odd",
        Language::English,
        &permit_pdf(&odd, &labels).expect("a permit"),
    );
    let html = permit_html(&odd, &labels).expect("a permit");
    assert!(html.contains("#panic(&quot;x&quot;) *_$@&lt;label&gt;` \\ // [한국] 𠮷 reversed"));
    assert!(!html.contains("href"), "only web addresses become links");
}

#[test]
fn the_twin_is_well_formed_and_holds_every_text() {
    for language in LANGUAGES {
        let labels = |id: &str| label(language, id);
        let permit = permit(language);
        let html = permit_html(&permit, &labels).expect("a permit");
        let texts = [
            &permit.reference,
            &permit.title,
            &permit.place,
            &permit.zone,
            &permit.issued_text,
        ];
        let conditions = permit.conditions.iter().map(|one| &one.text);
        let decisions = permit.decisions.iter().map(|one| &one.authority);
        for text in texts.into_iter().chain(conditions).chain(decisions) {
            assert!(html.contains(text.as_str()), "{text} is missing in {language:?}");
        }
        let notice = decision_notice_html(&decision_notice(language), &labels).expect("a notice");
        for fragment in [&html, &notice] {
            well_formed(fragment);
            assert!(!fragment.contains("style=") && !fragment.contains("<script"));
        }
    }
}

fn well_formed(fragment: &str) {
    let mut reader = quick_xml::Reader::from_str(fragment);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element is closed");
}

#[test]
fn markup_in_a_text_stays_a_text() {
    let labels = |id: &str| label(Language::English, id);
    let mut hostile = permit(Language::English);
    hostile.title = "<script>alert('x')</script> & \"quotes\"".into();
    hostile.verify_address = "https://placet.example/\"onclick=\"x".into();
    let html = permit_html(&hostile, &labels).expect("a permit");
    well_formed(&html);
    assert!(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;"));
    assert!(!html.contains("\"onclick"));
}

fn advised() -> Permit {
    let mut permit = permit(Language::English);
    permit.advice = vec![Decision {
        authority: "Harbour Police".into(),
        decision: "objection".into(),
        date_text: "9 October 2023".into(),
    }];
    permit
}

#[test]
fn who_advised_stands_apart_from_who_agreed() {
    let permit = advised();
    let html = permit_html(&permit, &|id: &str| label(Language::English, id)).expect("a permit");
    let (agreed, advised) = html.split_once("Who advised").expect("a heading of its own");
    assert!(!agreed.contains("Harbour Police") && advised.contains("Harbour Police"));
}

#[test]
fn papers_ask_for_listed_labels_only_and_every_listed_label_is_asked_for() {
    let asked = RefCell::new(BTreeSet::new());
    let labels = |id: &str| {
        asked.borrow_mut().insert(id.to_owned());
        label(Language::English, id)
    };
    let mut notice = decision_notice(Language::English);
    permit_html(&permit(Language::English), &labels).expect("a permit");
    let without = Permit {
        qr_text: None,
        ..permit(Language::English)
    };
    permit_html(&without, &labels).expect("a permit");
    permit_html(&advised(), &labels).expect("a permit");
    notice.reasons.clear();
    notice.conditions.clear();
    decision_notice_html(&notice, &labels).expect("a notice");
    notice.is_advice = true;
    decision_notice_html(&notice, &labels).expect("a notice");
    case_file_pdf(&case_file(Language::English), &labels).expect("a case");
    brief_pdf(&brief(Language::English), &labels).expect("a brief");
    assert_eq!(
        asked.into_inner(),
        LABELS.iter().map(|id| (*id).to_owned()).collect()
    );
}

#[test]
fn without_a_code_a_permit_says_that_its_file_serves() {
    for language in LANGUAGES {
        let labels = |id: &str| label(language, id);
        let without = Permit {
            qr_text: None,
            ..permit(language)
        };
        let html = permit_html(&without, &labels).expect("a permit");
        assert!(html.contains(&label(language, "paper-verify-file")));
        assert!(!html.contains("<svg") && !html.contains(&label(language, "paper-verify-how")));
        keep(
            "codeless",
            language,
            &permit_pdf(&without, &labels).expect("a permit"),
        );
    }
}

#[test]
fn what_cannot_be_printed_is_named() {
    let labels = |id: &str| label(Language::English, id);
    let mut long = permit(Language::English);
    long.qr_text = Some("x".repeat(4000));
    let fault = permit_pdf(&long, &labels).expect_err("no code holds it");
    assert_eq!(fault, PaperFault::CodeTooLong { bytes: 4000 });
    let mut wrong = permit(Language::English);
    wrong.issued_at.month = 13;
    assert!(matches!(
        permit_pdf(&wrong, &labels),
        Err(PaperFault::NoSuchMoment(_))
    ));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever people write, of any script, empty or odd, the paper is made and its twin is well-formed.
    #[test]
    fn any_text_makes_a_paper(text in any::<String>(), language in 0..LANGUAGES.len()) {
        let labels = |id: &str| label(LANGUAGES[language], id);
        let mut odd = permit(LANGUAGES[language]);
        odd.qr_text = Some("PLACET1:A".into());
        odd.title.clone_from(&text);
        odd.reference.clone_from(&text);
        odd.status.clone_from(&text);
        odd.issuer.clone_from(&text);
        odd.rulebook.clone_from(&text);
        odd.verify_address = format!("https://{text}");
        odd.conditions[0].text.clone_from(&text);
        odd.conditions[0].number.clone_from(&text);
        odd.decisions[0].authority.clone_from(&text);
        let pdf = permit_pdf(&odd, &labels);
        prop_assert!(pdf.is_ok(), "{:?}", pdf.err());
        well_formed(&permit_html(&odd, &labels).expect("a permit"));
    }
}

#[test]
fn a_case_file_says_what_happened_and_grows_by_pages() {
    for language in LANGUAGES {
        let labels = |id: &str| label(language, id);
        let mut file = case_file(language);
        let short = case_file_pdf(&file, &labels).expect("a case");
        assert!(short == case_file_pdf(&file, &labels).expect("the same case"));
        keep("case-file", language, &short);
        file.history = std::iter::repeat_n(file.history, 40).flatten().collect();
        let long = case_file_pdf(&file, &labels).expect("a long case");
        assert!(pages(&long) > pages(&short), "{language:?}");
    }
}
