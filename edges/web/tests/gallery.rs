//! Every part of the design on one page, in every language: well formed, and left where it can be looked at.
#![cfg(test)]

use askama::Template;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use web::form::Typed;
use web::parts::{Choice, ChoiceField, Faults, FieldKind, FileField, TextField};
use web::shell::{Demonstration, Place, Reader, Shell, Step};
use web::timeline::{Fan, Rail, Span, SpanKind, Timeline, Tone};
use web::{Language, Text, style_address};

#[derive(Template)]
#[template(path = "samples/gallery.html")]
struct Gallery {
    shell: Shell,
    faults: Faults,
    lede: &'static str,
    strong: &'static str,
    act: &'static str,
    other: &'static str,
    grave: &'static str,
    timeline: Timeline,
    heads: [&'static str; 3],
    rows: Vec<(String, Tone, String, String, &'static str)>,
    title_field: TextField,
    lines_field: TextField,
    day_field: TextField,
    one: ChoiceField,
    many: ChoiceField,
    file: FileField,
    digest: &'static str,
}

fn pick<T: Copy>(language: Language, texts: [T; 3]) -> T {
    match language {
        Language::English => texts[0],
        Language::Khmer => texts[1],
        Language::Japanese => texts[2],
    }
}

const AUTHORITIES: [[&str; 3]; 4] = [
    [
        "Foreign Affairs and International Cooperation",
        "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ",
        "外務国際協力省",
    ],
    ["Phnom Penh municipality", "សាលារាជធានីភ្នំពេញ", "プノンペン都"],
    ["Interior", "ក្រសួងមហាផ្ទៃ", "内務省"],
    ["National Defence", "ក្រសួងការពារជាតិ", "国防省"],
];
const STATES: [[&str; 3]; 4] = [
    ["agreed", "បានយល់ព្រម", "同意"],
    [
        "agreed with 3 conditions",
        "បានយល់ព្រមដោយមានលក្ខខណ្ឌ ៣",
        "条件付き同意（3件）",
    ],
    ["asks you: paused 6 days", "សួរអ្នក៖ ផ្អាក ៦ ថ្ងៃ", "回答待ち：6日間停止"],
    [
        "in review, due 12 October",
        "កំពុងពិនិត្យ ផុតកំណត់ ១២ តុលា",
        "審査中（10月12日期限）",
    ],
];
const TONES: [Tone; 4] = [Tone::Ok, Tone::Ok, Tone::Wait, Tone::Plain];
const WHY: [[&str; 3]; 4] = [
    [
        "A foreign mission is a co-organiser",
        "បេសកកម្មបរទេសជាសហអ្នករៀបចំ",
        "外国公館が共催者",
    ],
    ["Public place in the city", "ទីសាធារណៈក្នុងរាជធានី", "市内の公共の場所"],
    [
        "Over 5,000 people; fireworks",
        "មនុស្សជាង ៥ ០០០ នាក់; កាំជ្រួច",
        "5,000人超・花火",
    ],
    [
        "Shells over 75 mm near airport surfaces",
        "គ្រាប់លើសពី ៧៥ មម ជិតព្រលាន",
        "空港付近で75mm超の玉",
    ],
];

fn timeline(language: Language) -> Timeline {
    let span = |from, until, kind| Span { from, until, kind };
    let (filed, today) = (date(2023, 8, 2), date(2023, 9, 1));
    let spans = [
        vec![span(filed, date(2023, 8, 19), SpanKind::Agreed)],
        vec![span(filed, date(2023, 8, 25), SpanKind::Agreed)],
        vec![
            span(filed, date(2023, 8, 26), SpanKind::Worked),
            span(date(2023, 8, 26), today, SpanKind::Paused),
            span(today, date(2023, 9, 30), SpanKind::Expected),
        ],
        vec![
            span(date(2023, 8, 10), today, SpanKind::Worked),
            span(today, date(2023, 10, 12), SpanKind::Expected),
        ],
    ];
    let rails = spans.into_iter().enumerate().map(|(at, spans)| Rail {
        label: pick(language, AUTHORITIES[at]).to_owned(),
        state: pick(language, STATES[at]).to_owned(),
        tone: TONES[at],
        fan: (at == 3).then(|| {
            Fan([20, 27, 30, 36, 49].map(|day| date(2023, 9, 1).saturating_add(jiff::Span::new().days(day))))
        }),
        spans,
    });
    Timeline {
        today,
        event: date(2023, 11, 19),
        rails: rails.collect(),
    }
}

fn shell(language: Language) -> Shell {
    let t = Text::of(language);
    let place = |path, texts: [&'static str; 3]| Place {
        text: pick(language, texts).to_owned(),
        path,
    };
    let step = |texts: [&'static str; 3], path: Option<&str>, here| Step {
        text: pick(language, texts).to_owned(),
        path: path.map(str::to_owned),
        here,
    };
    let title = [
        "What stands between us and 19 November",
        "អ្វីនៅរវាងយើង និងថ្ងៃទី ១៩ វិច្ឆិកា",
        "11月19日までに残っていること",
    ];
    let mut shell = Shell::bare(language, "/events/1")
        .titled(pick(language, title))
        .threaded(vec![
            step(["Source", "ប្រភព", "出典"], Some("/sources/1"), false),
            step(
                ["Meeting, 26 April", "កិច្ចប្រជុំ ២៦ មេសា", "4月26日の会談"],
                Some("/meetings/1"),
                false,
            ),
            step(
                [
                    "Request: hold a major event",
                    "សំណើ៖ រៀបចំព្រឹត្តិការណ៍ធំ",
                    "依頼：記念行事の開催",
                ],
                Some("/requests/1"),
                false,
            ),
            step(
                [
                    "Application PNH-2023-0417",
                    "ពាក្យសុំ PNH-2023-0417",
                    "申請 PNH-2023-0417",
                ],
                None,
                true,
            ),
            step(["Decisions", "សេចក្តីសម្រេច", "決定"], None, false),
            step(["Permit", "លិខិតអនុញ្ញាត", "許可証"], None, false),
        ]);
    shell.places = vec![
        place("/events", ["Our events", "ព្រឹត្តិការណ៍របស់យើង", "行事"]),
        place("/meetings", ["Meetings", "កិច្ចប្រជុំ", "会談"]),
        place("/requests", ["Requests", "សំណើ", "依頼"]),
    ];
    shell.reader = Some(Reader {
        line: format!("Sok Dara, {}", t.get("role-applicant")),
    });
    let now = t.instant(
        "2023-09-01T02:00:00Z".parse().unwrap(),
        &jiff::tz::TimeZone::get("Asia/Phnom_Penh").unwrap(),
    );
    shell.demonstration = Some(Demonstration {
        now,
        next_day: "2023-09-02".into(),
    });
    shell.token = "t".into();
    shell.faulty = true;
    shell
}

fn gallery(language: Language) -> Gallery {
    let (t, say) = (Text::of(language), |texts: [&'static str; 3]| {
        pick(language, texts)
    });
    let typed = Typed::default()
        .and("title", "<Fireworks> & \"performances\"")
        .and("lines", "\nfirst\nsecond")
        .and("one", "b");
    let faults = Faults::none()
        .and("title", t.get("fault-empty"))
        .and("one", t.get("fault-unknown"));
    let choices = || {
        vec![
            Choice::new("a", say(["Grant", "អនុញ្ញាត", "許可する"])),
            Choice {
                value: "b".into(),
                label: say(["Refuse", "បដិសេធ", "許可しない"]).into(),
                hint: Some(say(["Give the reason", "សូមផ្តល់ហេតុផល", "理由を書いてください"]).into()),
            },
        ]
    };
    let label = say(["Title of the event", "ចំណងជើងព្រឹត្តិការណ៍", "行事の名称"]);
    Gallery {
        shell: shell(language),
        lede: say([
            "Two of four authorities have agreed. What would help most:",
            "អាជ្ញាធរពីរក្នុងចំណោមបួនបានយល់ព្រម។ អ្វីដែលជួយបានច្រើនបំផុត៖",
            "4機関のうち2機関が同意しました。最も効果があるのは：",
        ]),
        strong: say([
            "answer Interior's question.",
            "ឆ្លើយសំណួររបស់ក្រសួងមហាផ្ទៃ។",
            "内務省の質問に答えること。",
        ]),
        act: say(["Answer the question", "ឆ្លើយសំណួរ", "質問に答える"]),
        other: say(["See the reckoning", "មើលការគណនា", "計算を見る"]),
        grave: say(["Withdraw", "ដកពាក្យសុំ", "取り下げる"]),
        timeline: timeline(language),
        heads: pick(
            language,
            [
                ["Authority", "Position", "Why it is asked"],
                ["អាជ្ញាធរ", "ជំហរ", "ហេតុអ្វីត្រូវសួរ"],
                ["機関", "立場", "照会の理由"],
            ],
        ),
        rows: (0..4)
            .map(|at| {
                (
                    say(AUTHORITIES[at]).to_owned(),
                    TONES[at],
                    say(STATES[at]).to_owned(),
                    say(WHY[at]).to_owned(),
                    "rule 3",
                )
            })
            .collect(),
        title_field: TextField::new(t, "title", label, &typed, &faults)
            .hint(t.get("colophon-what"))
            .most(200),
        lines_field: TextField::new(t, "lines", label, &typed, &faults)
            .kind(FieldKind::Lines)
            .most(2_000),
        day_field: TextField::new(t, "day", label, &typed, &faults).kind(FieldKind::Day),
        one: ChoiceField::one(t, "one", label, choices(), &typed, &faults),
        many: ChoiceField::one(t, "many", label, choices(), &typed, &faults).several(),
        file: FileField::new(t, "file", label, &faults),
        faults,
        digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    }
}

/// The values of an attribute, in the order of the page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    html.split(&format!(" {attribute}=\""))
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[test]
fn every_part_is_well_formed_in_every_language() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(folder.join("assets")).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join("assets").join(path.file_name().unwrap())).unwrap();
    }
    for language in Language::ALL {
        let html = gallery(language).render().unwrap();
        let ids: Vec<_> = values(&html, "id");
        let once: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(once.len(), ids.len(), "an id stands twice: {ids:?}");
        for attribute in ["for", "aria-describedby"] {
            for id in values(&html, attribute)
                .into_iter()
                .flat_map(str::split_whitespace)
            {
                assert!(once.contains(id), "{attribute} names {id}, which is not there");
            }
        }
        assert!(
            !html.contains(" style=") && !html.contains("<script"),
            "the policy would drop it"
        );
        assert!(
            html.contains("&#60;Fireworks&#62; &#38; &#34;performances&#34;")
                && !html.contains("<Fireworks>")
        );
        assert!(
            html.contains(">\n\nfirst\nsecond</textarea>"),
            "a text's own first line break is kept"
        );
        for tag in [
            "div", "section", "form", "ul", "ol", "li", "dl", "table", "tr", "td", "th", "p", "a", "svg",
            "figure", "main",
        ] {
            let opened =
                html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
            assert_eq!(
                opened,
                html.matches(&format!("</{tag}>")).count(),
                "<{tag}> in {language:?}"
            );
        }
        let html = html.replace(style_address(), "assets/placet.css");
        fs::write(folder.join(format!("gallery-{}.html", language.tag())), html).unwrap();
    }
}
