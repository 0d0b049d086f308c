//! `placet capture`: who met whom, who said, asked and promised what, as a text tells it. Nothing is recorded, and nothing leaves the
//! machine. `docs/formats/capture.md` has what it prints.

use super::{counted, json};
use crate::arguments::{Capture as Arguments, Written};
use crate::failure::Failure;
use capture::{Capture, Dated, Directed, capture};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Told<'a> {
    format: &'static str,
    #[serde(flatten)]
    found: &'a Capture,
    /// What the offsets count in, where the file itself is no plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

/// Runs the command.
pub fn run(arguments: &Arguments, out: &mut impl Write) -> Result<(), Failure> {
    let name = arguments.file.display().to_string();
    if arguments.lang != Written::En {
        return Err(Failure::usage(format!(
            "{name}: only English is read yet.\nUse --lang en for an English text."
        )));
    }
    let bytes = crate::given::bytes(&arguments.file)?;
    let text = plaintext::read(&name, &bytes).map_err(|fault| Failure::usage(format!("{name}: {fault}")))?;
    let found = capture(&text, arguments.published);
    if arguments.json {
        let text = (text.as_bytes() != bytes).then_some(text.as_str());
        let format = "placet-capture/1";
        return json(
            &Told {
                format,
                found: &found,
                text,
            },
            out,
        );
    }
    print(&found, out).map_err(Failure::machine)
}

fn print(found: &Capture, out: &mut impl Write) -> io::Result<()> {
    title(out, found.participants.len(), "participant")?;
    for one in &found.participants {
        let post = one
            .post
            .as_ref()
            .map(|post| format!(", {post}"))
            .unwrap_or_default();
        let met = if one.met { ", in a meeting" } else { "" };
        line(out, &format!("{}{post}{met}", one.name), &one.why)?;
    }
    title(out, found.meetings.len(), "meeting")?;
    for one in &found.meetings {
        let date = one
            .date
            .as_ref()
            .map(|date| format!(", {date}"))
            .unwrap_or_default();
        line(out, &format!("{}{date}", one.with.join(" and ")), &one.why)?;
    }
    for (of, list) in [("organisation", &found.organisations), ("place", &found.places)] {
        title(out, list.len(), of)?;
        for one in list {
            line(out, &one.name, &one.why)?;
        }
    }
    dates(&found.dates, out)?;
    title(out, found.statements.len(), "statement")?;
    for one in &found.statements {
        let speaker = one.speaker.as_deref().unwrap_or("not said who");
        line(out, &format!("{speaker}: {}", one.text), &one.why)?;
    }
    directed(&found.requests, "request", out)?;
    directed(&found.commitments, "commitment", out)?;
    title(out, found.subjects.len(), "subject")?;
    for one in &found.subjects {
        line(out, &one.text, &one.why)?;
    }
    Ok(())
}

fn dates(found: &[Dated], out: &mut impl Write) -> io::Result<()> {
    title(out, found.len(), "date")?;
    for one in found {
        let date = one.date.as_deref().unwrap_or("not known");
        line(out, &format!("{}: {date}", one.text), &one.why)?;
    }
    Ok(())
}

fn directed(found: &[Directed], of: &str, out: &mut impl Write) -> io::Result<()> {
    title(out, found.len(), of)?;
    for one in found {
        let from = one.from.as_deref().unwrap_or("not said by whom");
        let to = one.to.as_ref().map(|to| format!(" to {to}")).unwrap_or_default();
        line(out, &format!("{from}{to}: {}", one.text), &one.why)?;
    }
    Ok(())
}

fn title(out: &mut impl Write, count: usize, of: &str) -> io::Result<()> {
    writeln!(out, "{}", counted(count, of))
}

/// One that was found, on a line of its own, and why on the next.
fn line(out: &mut impl Write, what: &str, why: &str) -> io::Result<()> {
    let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(out, "  {what}\n    {why}")
}
