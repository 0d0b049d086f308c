//! The papers of the anniversary case in three languages, with invented decisions, for the tests of this crate.

use documents::{Condition, Decision, DecisionNotice, Language, Permit, Stamp, Standing};

/// Every language that papers are made in.
pub const LANGUAGES: [Language; 3] = [Language::English, Language::Khmer, Language::Japanese];

/// The label with this id; a missing one fails the test.
pub fn label(language: Language, id: &str) -> String {
    let texts = match language {
        Language::English => include_str!("en.ftl"),
        Language::Khmer => include_str!("km.ftl"),
        Language::Japanese => include_str!("ja.ftl"),
    };
    let line = texts
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .find(|(name, _)| *name == id);
    line.unwrap_or_else(|| panic!("{id} is missing in {language:?}"))
        .1
        .to_owned()
}

/// A QR text as long as a real receipt's.
pub fn receipt() -> String {
    format!("PLACET1:{}", "6BF+70R9:*-$ZQ4".repeat(110))
}

fn own(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn conditions(rows: &[(&str, &str, &str, &str)]) -> Vec<Condition> {
    let one = |&(number, text, when, authority): &(&str, &str, &str, &str)| Condition {
        number: number.into(),
        text: text.into(),
        when: when.into(),
        authority: authority.into(),
    };
    rows.iter().map(one).collect()
}

fn decisions(rows: &[(&str, &str, &str)]) -> Vec<Decision> {
    let one = |&(authority, decision, date): &(&str, &str, &str)| Decision {
        authority: authority.into(),
        decision: decision.into(),
        date_text: date.into(),
    };
    rows.iter().map(one).collect()
}

/// The anniversary permit in a language.
pub fn permit(language: Language) -> Permit {
    match language {
        Language::English => english(),
        Language::Khmer => khmer(),
        Language::Japanese => japanese(),
    }
}

fn english() -> Permit {
    Permit {
        language: Language::English,
        issuer: "Phnom Penh Events Desk".into(),
        rulebook: "Kingdom of Cambodia · Phnom Penh".into(),
        reference: "PP-2023-0007".into(),
        status: "In force".into(),
        standing: Standing::Good,
        warning: None,
        title: "Fireworks and performances for the 70th anniversary of Cambodia–Japan relations".into(),
        organisers: own(&["Japan–Cambodia Association", "Embassy of Japan in Cambodia"]),
        components: own(&[
            "Fireworks display, shells up to 10 cm",
            "Cultural performances on a riverside stage",
        ]),
        place: "Riverbank opposite the Royal Palace, Sisowath Quay, Phnom Penh".into(),
        date_text: "Sunday, 19 November 2023".into(),
        time_text: "17:30–21:00, fireworks 20:00–20:15".into(),
        zone: "Indochina Time (UTC+7)".into(),
        lead_authority: "Phnom Penh Municipality".into(),
        advice: vec![],
        decisions: decisions(&[
            (
                "Phnom Penh Municipality",
                "Granted with conditions",
                "25 October 2023",
            ),
            (
                "Ministry of Foreign Affairs and International Cooperation",
                "Granted",
                "9 October 2023",
            ),
            (
                "Ministry of National Defence",
                "Granted with conditions",
                "20 October 2023",
            ),
            (
                "Ministry of Interior",
                "Granted with conditions",
                "18 October 2023",
            ),
        ]),
        conditions: conditions(&[
            (
                "1",
                "Keep the public at least 100 metres from every firing point.",
                "During the event",
                "Ministry of Interior",
            ),
            (
                "2",
                "Deliver the list of shells with their calibres, and the pyrotechnicians’ licences, to the arms control bureau.",
                "By 10 November",
                "Ministry of National Defence",
            ),
            (
                "3",
                "Keep one lane of Sisowath Quay open to ambulances and fire engines at all times.",
                "During the event",
                "Phnom Penh Municipality",
            ),
            (
                "4",
                "Clear the riverbank of debris before noon of the following day.",
                "After the event",
                "Phnom Penh Municipality",
            ),
        ]),
        issued_text: "Issued on 27 October 2023 by the head of the events office, Phnom Penh Municipality."
            .into(),
        checkpoint_text: "Proven as of checkpoint 412, 27 October 2023, 10:42 (UTC+7)".into(),
        qr_text: Some(receipt()),
        verify_address: "https://placet.example/en/verify".into(),
        demonstration: true,
        issued_at: Stamp {
            year: 2023,
            month: 10,
            day: 27,
            hour: 3,
            minute: 42,
            second: 0,
        },
    }
}

fn khmer() -> Permit {
    Permit {
        language: Language::Khmer,
        issuer: "ការិយាល័យព្រឹត្តិការណ៍រាជធានីភ្នំពេញ".into(),
        rulebook: "ព្រះរាជាណាចក្រកម្ពុជា · រាជធានីភ្នំពេញ".into(),
        status: "មានសុពលភាព".into(),
        title: "កាំជ្រួច និងការសម្តែងសិល្បៈ អបអរសាទរខួបលើកទី៧០ នៃទំនាក់ទំនងកម្ពុជា–ជប៉ុន".into(),
        organisers: own(&["សមាគមជប៉ុន–កម្ពុជា", "ស្ថានទូតជប៉ុនប្រចាំកម្ពុជា"]),
        components: own(&[
            "ការបាញ់កាំជ្រួច គ្រាប់មានអង្កត់ផ្ចិតមិនលើស ១០ ស.ម.",
            "ការសម្តែងសិល្បៈវប្បធម៌លើឆាកមាត់ទន្លេ",
        ]),
        place: "មាត់ទន្លេទល់មុខព្រះបរមរាជវាំង មហាវិថីព្រះស៊ីសុវត្ថិ រាជធានីភ្នំពេញ".into(),
        date_text: "ថ្ងៃអាទិត្យ ទី១៩ ខែវិច្ឆិកា ឆ្នាំ២០២៣".into(),
        time_text: "១៧:៣០–២១:០០ (កាំជ្រួច ២០:០០–២០:១៥)".into(),
        zone: "ម៉ោងឥណ្ឌូចិន (UTC+7)".into(),
        lead_authority: "សាលារាជធានីភ្នំពេញ".into(),
        advice: vec![],
        decisions: decisions(&[
            ("សាលារាជធានីភ្នំពេញ", "អនុញ្ញាតដោយមានលក្ខខណ្ឌ", "២៥ តុលា ២០២៣"),
            ("ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ", "អនុញ្ញាត", "៩ តុលា ២០២៣"),
            ("ក្រសួងការពារជាតិ", "អនុញ្ញាតដោយមានលក្ខខណ្ឌ", "២០ តុលា ២០២៣"),
            ("ក្រសួងមហាផ្ទៃ", "អនុញ្ញាតដោយមានលក្ខខណ្ឌ", "១៨ តុលា ២០២៣"),
        ]),
        conditions: conditions(&[
            (
                "១",
                "រក្សាសាធារណជនឱ្យនៅឆ្ងាយយ៉ាងតិច ១០០ ម៉ែត្រពីកន្លែងបាញ់នីមួយៗ។",
                "ក្នុងពេលព្រឹត្តិការណ៍",
                "ក្រសួងមហាផ្ទៃ",
            ),
            (
                "២",
                "ប្រគល់បញ្ជីគ្រាប់កាំជ្រួច និងអាជ្ញាបណ្ណរបស់អ្នកបាញ់ ជូនការិយាល័យគ្រប់គ្រងអាវុធ។",
                "មុនថ្ងៃទី១០ វិច្ឆិកា",
                "ក្រសួងការពារជាតិ",
            ),
            (
                "៣",
                "ទុកគន្លងផ្លូវមួយនៃមហាវិថីព្រះស៊ីសុវត្ថិ សម្រាប់រថយន្តសង្គ្រោះ និងរថយន្តពន្លត់អគ្គិភ័យគ្រប់ពេលវេលា។",
                "ក្នុងពេលព្រឹត្តិការណ៍",
                "សាលារាជធានីភ្នំពេញ",
            ),
            (
                "៤",
                "សម្អាតមាត់ទន្លេឱ្យរួចរាល់មុនថ្ងៃត្រង់នៃថ្ងៃបន្ទាប់។",
                "ក្រោយព្រឹត្តិការណ៍",
                "សាលារាជធានីភ្នំពេញ",
            ),
        ]),
        issued_text: "ចេញនៅថ្ងៃទី២៧ ខែតុលា ឆ្នាំ២០២៣ ដោយប្រធានការិយាល័យព្រឹត្តិការណ៍ សាលារាជធានីភ្នំពេញ។".into(),
        checkpoint_text: "មានភស្តុតាងត្រឹមចំណុចត្រួតពិនិត្យ ៤១២ ថ្ងៃទី២៧ តុលា ២០២៣ ម៉ោង ១០:៤២ (UTC+7)".into(),
        verify_address: "https://placet.example/km/verify".into(),
        ..english()
    }
}

fn japanese() -> Permit {
    Permit {
        language: Language::Japanese,
        issuer: "プノンペン行事窓口".into(),
        rulebook: "カンボジア王国・プノンペン都".into(),
        status: "有効".into(),
        title: "日カンボジア外交関係樹立七十周年記念花火大会および公演".into(),
        organisers: own(&["日本カンボジア協会", "在カンボジア日本国大使館"]),
        components: own(&["花火の打上げ（直径10センチ以下の玉）", "川岸の舞台での文化公演"]),
        place: "プノンペン都シソワット通り、王宮前の川岸".into(),
        date_text: "2023年11月19日（日）".into(),
        time_text: "17時30分〜21時、花火は20時〜20時15分".into(),
        zone: "インドシナ時間（UTC+7）".into(),
        lead_authority: "プノンペン都庁".into(),
        advice: vec![],
        decisions: decisions(&[
            ("プノンペン都庁", "条件付きで許可", "2023年10月25日"),
            ("外務国際協力省", "許可", "2023年10月9日"),
            ("国防省", "条件付きで許可", "2023年10月20日"),
            ("内務省", "条件付きで許可", "2023年10月18日"),
        ]),
        conditions: conditions(&[
            (
                "1",
                "観客を各打上げ地点から100メートル以上離すこと。",
                "行事中",
                "内務省",
            ),
            (
                "2",
                "玉の一覧と口径、打上げ従事者の免許の写しを武器管理局に提出すること。",
                "11月10日まで",
                "国防省",
            ),
            (
                "3",
                "シソワット通りの一車線を、救急車と消防車のために常に空けておくこと。",
                "行事中",
                "プノンペン都庁",
            ),
            (
                "4",
                "翌日正午までに川岸を清掃すること。",
                "行事後",
                "プノンペン都庁",
            ),
        ]),
        issued_text: "2023年10月27日にプノンペン都庁行事課長が発行した。".into(),
        checkpoint_text: "2023年10月27日10時42分（UTC+7）、チェックポイント412の時点で証明済み".into(),
        verify_address: "https://placet.example/ja/verify".into(),
        ..english()
    }
}

/// The Ministry of Interior's notice on the same event.
pub fn decision_notice(language: Language) -> DecisionNotice {
    let permit = permit(language);
    let (authority, reasons, appeal, decided_by, reckoning) = match language {
        Language::English => (
            "Ministry of Interior",
            "The safety plan keeps the public beyond the fall-out of the largest shell and names a site manager who can stop the display at any moment.",
            "An appeal may be lodged with the ministry within 30 days of this notice, in writing, with the reference above.",
            "Deputy director, Department of Public Order, by delegation of 2 January 2023",
            &[
                "Referred on Monday, 2 October 2023; the period of 15 working days starts on the next day.",
                "Paused for 3 working days, 5–9 October 2023, until the question was answered.",
                "Last day: 26 October 2023. Decided on the 11th day.",
            ][..],
        ),
        Language::Khmer => (
            "ក្រសួងមហាផ្ទៃ",
            "ផែនការសុវត្ថិភាពរក្សាសាធារណជនឱ្យនៅក្រៅតំបន់ធ្លាក់នៃគ្រាប់ធំបំផុត ហើយបានចាត់តាំងអ្នកគ្រប់គ្រងទីតាំងដែលអាចបញ្ឈប់ការបាញ់បានគ្រប់ពេល។",
            "អាចប្តឹងតវ៉ាជាលាយលក្ខណ៍អក្សរទៅក្រសួងក្នុងរយៈពេល ៣០ ថ្ងៃ គិតពីថ្ងៃចេញលិខិតនេះ។",
            "អនុប្រធាននាយកដ្ឋានសណ្តាប់ធ្នាប់សាធារណៈ",
            &[
                "បានបញ្ជូននៅថ្ងៃចន្ទ ទី២ តុលា ២០២៣ រយៈពេល ១៥ ថ្ងៃធ្វើការចាប់ផ្តើមនៅថ្ងៃបន្ទាប់។",
                "បានផ្អាក ៣ ថ្ងៃធ្វើការ រហូតដល់មានចម្លើយ។",
            ][..],
        ),
        Language::Japanese => (
            "内務省",
            "安全計画は、最大の玉の落下範囲の外に観客を置き、いつでも打上げを中止できる現場責任者を定めている。",
            "この通知の日から30日以内に、上記の番号を記した書面で当省に不服を申し立てることができる。",
            "治安局次長（2023年1月2日付委任）",
            &[
                "2023年10月2日（月）に付議。15執務日の期間は翌日に始まる。",
                "照会への回答まで3執務日停止した。",
            ][..],
        ),
    };
    DecisionNotice {
        is_advice: false,
        language,
        issuer: permit.issuer,
        rulebook: permit.rulebook,
        reference: "PP-2023-0007/MOI".into(),
        title: permit.title,
        organisers: permit.organisers,
        components: permit.components,
        place: permit.place,
        date_text: permit.date_text,
        time_text: permit.time_text,
        zone: permit.zone,
        authority: authority.into(),
        decision: permit.decisions[3].decision.clone(),
        standing: Standing::Good,
        reasons: own(&[reasons]),
        conditions: permit.conditions[..1].to_vec(),
        appeal: own(&[appeal]),
        decided_by: decided_by.into(),
        decided_text: permit.decisions[3].date_text.clone(),
        reckoning: own(reckoning),
        checkpoint_text: permit.checkpoint_text,
        qr_text: Some(receipt()),
        verify_address: permit.verify_address,
        demonstration: true,
        decided_at: Stamp {
            year: 2023,
            month: 10,
            day: 18,
            hour: 8,
            minute: 0,
            second: 0,
        },
    }
}
