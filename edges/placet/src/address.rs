//! The address at which people reach an installation, as the settings hold it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

/// Where a server listens that is told nothing else.
pub const LISTEN: &str = "127.0.0.1:8070";

/// `http://HOST[:PORT]` or `https://HOST[:PORT]`, and nothing behind it: links are made by writing a path behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Address(String);

impl Address {
    /// Whether what is sent to it is encrypted.
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Whether it leads to the machine itself, so that nothing sent to it crosses a network.
    pub fn is_loopback(&self) -> bool {
        let place = self.0.split_once("://").map_or("", |(_, place)| place);
        let host = parts(place).map_or("", |(host, _)| host);
        let host = host.trim_matches(['[', ']']);
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    /// Where a server listens that people reach at it, if it is the machine's own and nothing stands between.
    pub fn own(&self) -> Option<String> {
        let place = self.0.strip_prefix("http://").filter(|_| self.is_loopback())?;
        let (host, port) = parts(place)?;
        Some(format!("{host}:{}", port.unwrap_or("80")))
    }
}

impl Default for Address {
    fn default() -> Self {
        Address(format!("http://{LISTEN}"))
    }
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = |what: &str| {
            format!(
                "\u{201c}{text}\u{201d} {what}: write https://HOST, with a port if it has one, and no path"
            )
        };
        let scheme = ["https://", "http://"]
            .into_iter()
            .find(|scheme| text.starts_with(scheme));
        let scheme = scheme.ok_or_else(|| wrong("begins neither with https:// nor with http://"))?;
        let place = text[scheme.len()..].trim_end_matches('/');
        if place.contains(['/', '?', '#']) {
            return Err(wrong("has something behind the host"));
        }
        let (host, port) = parts(place).ok_or_else(|| wrong("names no host"))?;
        if !is_host(host) {
            return Err(wrong("names no host"));
        }
        if port.is_some_and(|port| port.parse::<u16>().is_err()) {
            return Err(wrong("has a port that is none"));
        }
        Ok(Address(format!("{scheme}{place}")))
    }
}

/// The host and what stands behind its colon. The colons of an IPv6 address stand in brackets.
fn parts(place: &str) -> Option<(&str, Option<&str>)> {
    let (host, rest) = match place.find(']') {
        Some(end) => place.split_at(end + 1),
        None => place.split_at(place.find(':').unwrap_or(place.len())),
    };
    match rest.strip_prefix(':') {
        None if rest.is_empty() => Some((host, None)),
        None => None,
        port => Some((host, port)),
    }
}

fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inner.parse::<Ipv6Addr>().is_ok();
    }
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    !host.is_empty() && host.bytes().all(of_name)
}

impl TryFrom<String> for Address {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Address> for String {
    fn from(address: Address) -> String {
        address.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_scheme_and_a_host_and_nothing_behind() {
        for good in [
            "https://permits.example",
            "http://127.0.0.1:8070",
            "https://[::1]:8443",
        ] {
            assert_eq!(good.parse::<Address>().unwrap().to_string(), good);
        }
        let slashed: Address = "https://permits.example/".parse().unwrap();
        assert_eq!(slashed.to_string(), "https://permits.example");
        for bad in [
            "",
            "permits.example",
            "ftp://permits.example",
            "https://",
            "https://permits.example/placet",
            "https://permits.example?x",
            "https://permits.example:port",
            "https://me@permits.example",
            "https://[::1",
            "https://[::1]8443",
            "https://permits example",
        ] {
            assert!(bad.parse::<Address>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_server_listens_where_the_machine_s_own_address_says() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(
                text.parse::<Address>().unwrap().own().as_deref(),
                expect,
                "{text}"
            );
        };
        check("http://127.0.0.1:18112", Some("127.0.0.1:18112"));
        check("http://[::1]:8443", Some("[::1]:8443"));
        check("http://localhost", Some("localhost:80"));
        check("https://localhost", None);
        check("http://permits.example:8070", None);
    }

    #[test]
    fn only_the_machine_itself_is_loopback() {
        let check =
            |text: &str, expect| assert_eq!(text.parse::<Address>().unwrap().is_loopback(), expect, "{text}");
        check("http://127.0.0.1:8070", true);
        check("http://[::1]:8070", true);
        check("http://localhost", true);
        check("http://permits.example", false);
        check("http://10.0.0.1:8070", false);
    }
}
