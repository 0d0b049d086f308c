//! Files that are handed over to be kept: what they are called.

use axum::http::{HeaderName, header};
use std::fmt::Write as _;

/// The header that hands a file over under a name. What is no plain letter or digit is `_` for old programs; a name in
/// another script is also given as it is (RFC 6266, RFC 8187).
pub(crate) fn attachment(name: &str) -> (HeaderName, String) {
    let plain = |one: char| one.is_ascii_alphanumeric() || ".-_".contains(one);
    let old: String = name
        .chars()
        .map(|one| if plain(one) { one } else { '_' })
        .collect();
    let mut value = format!("attachment; filename=\"{old}\"");
    if !name.is_ascii() {
        value.push_str("; filename*=UTF-8''");
        for byte in name.bytes() {
            // Writing to a String cannot fail.
            let _ = match char::from(byte) {
                one if plain(one) => write!(value, "{one}"),
                _ => write!(value, "%{byte:02X}"),
            };
        }
    }
    (header::CONTENT_DISPOSITION, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_in_every_script() {
        let check = |name: &str, expect: &str| assert_eq!(attachment(name).1, expect);
        check("plan-1.pdf", "attachment; filename=\"plan-1.pdf\"");
        check("a \"b\"/c\r\n.pdf", "attachment; filename=\"a__b__c__.pdf\"");
        check(
            "図 1.pdf",
            "attachment; filename=\"__1.pdf\"; filename*=UTF-8''%E5%9B%B3%201.pdf",
        );
    }
}
