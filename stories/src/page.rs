//! A page as a person reads it: its heading, its words, its links, and its forms with what stands in their fields.

use crate::trouble::{Told, trouble};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The address it has.
    pub address: String,
    /// The HTTP status it came with.
    pub status: u16,
    /// Its HTML.
    pub html: String,
}

/// A form as it stands on a page, with what is filled in.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// Whether it carries files.
    pub files: bool,
    /// What is filled in, in order.
    pub fields: Vec<(String, String)>,
    /// The names of its fields, filled in or not.
    pub names: BTreeSet<String>,
    /// The names of those fields that take any text.
    pub texts: BTreeSet<String>,
    /// The names of those that a reader does not see.
    pub hidden: BTreeSet<String>,
}

fn selector(text: &str) -> Told<Selector> {
    Selector::parse(text).map_err(|_| trouble(format!("{text} is no selector")))
}

/// The words of an element, with single blanks between them.
fn words(element: ElementRef<'_>) -> String {
    element
        .text()
        .flat_map(str::split_whitespace)
        .collect::<Vec<_>>()
        .join(" ")
}

fn attribute(element: ElementRef<'_>, name: &str) -> String {
    element.value().attr(name).unwrap_or_default().to_owned()
}

impl Page {
    fn found(&self, wanted: &str) -> Told<Vec<(String, String)>> {
        let html = Html::parse_document(&self.html);
        let wanted = selector(wanted)?;
        Ok(html
            .select(&wanted)
            .map(|one| (words(one), attribute(one, "href")))
            .collect())
    }

    /// The heading.
    ///
    /// # Errors
    /// If it has none.
    pub fn heading(&self) -> Told<String> {
        let found = self.found("h1")?.into_iter().next();
        found
            .map(|(words, _)| words)
            .ok_or_else(|| trouble(format!("{} has no heading", self.address)))
    }

    /// All words of its main part.
    ///
    /// # Errors
    /// If it has no main part.
    pub fn words(&self) -> Told<String> {
        let found = self.found("main")?.into_iter().next();
        found
            .map(|(words, _)| words)
            .ok_or_else(|| trouble(format!("{} has no main part", self.address)))
    }

    /// The words of each element that a selector finds.
    ///
    /// # Errors
    /// If the selector is none.
    pub fn each(&self, wanted: &str) -> Told<Vec<String>> {
        Ok(self.found(wanted)?.into_iter().map(|(words, _)| words).collect())
    }

    /// The text of the first element that a selector finds, with every blank.
    ///
    /// # Errors
    /// If it finds none.
    pub fn exactly(&self, wanted: &str) -> Told<String> {
        let html = Html::parse_document(&self.html);
        let found = selector(wanted)?;
        let found = html.select(&found).next().map(|one| one.text().collect());
        found.ok_or_else(|| trouble(format!("{} has no {wanted}", self.address)))
    }

    /// That the main part says something.
    ///
    /// # Errors
    /// If it does not; tells what it says.
    pub fn says(&self, text: &str) -> Told<&Self> {
        let words = self.words()?;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.contains(&text) {
            return Ok(self);
        }
        Err(trouble(format!(
            "{} ({}) does not say “{text}”; it says: {words}",
            self.address, self.status
        )))
    }

    /// That the main part does not say something.
    ///
    /// # Errors
    /// If it does.
    pub fn does_not_say(&self, text: &str) -> Told<&Self> {
        if self.words()?.contains(text) {
            return Err(trouble(format!("{} says “{text}”", self.address)));
        }
        Ok(self)
    }

    /// The address that a link of these words leads to.
    ///
    /// # Errors
    /// If there is no such link; names those that are.
    pub fn link(&self, text: &str) -> Told<String> {
        let links = self.found("a[href]")?;
        let found = links
            .iter()
            .find(|(words, _)| words == text)
            .or(links.iter().find(|(words, _)| words.contains(text)));
        match found {
            Some((_, address)) => Ok(address.clone()),
            None => {
                let known: Vec<_> = links.iter().map(|(words, _)| words.as_str()).collect();
                Err(trouble(format!(
                    "{} has no link “{text}”, only: {}",
                    self.address,
                    known.join(" | ")
                )))
            }
        }
    }

    /// Every address that the page links to.
    ///
    /// # Errors
    /// Never on a page of ours.
    pub fn addresses(&self) -> Told<Vec<String>> {
        Ok(self
            .found("a[href]")?
            .into_iter()
            .map(|(_, address)| address)
            .collect())
    }

    /// Every form that changes something.
    ///
    /// # Errors
    /// Never on a page of ours.
    pub fn forms(&self) -> Told<Vec<Form>> {
        let html = Html::parse_document(&self.html);
        let forms = selector("form[method=post]")?;
        html.select(&forms).map(|one| form(one, &self.address)).collect()
    }

    /// The form that is sent to an address ending so.
    ///
    /// # Errors
    /// If there is none; names those that are.
    pub fn form(&self, ending: &str) -> Told<Form> {
        let forms = self.forms()?;
        let known: Vec<_> = forms.iter().map(|form| form.action.clone()).collect();
        let found = forms.into_iter().find(|form| form.action.ends_with(ending));
        found.ok_or_else(|| {
            trouble(format!(
                "{} has no form to …{ending}, only: {}",
                self.address,
                known.join(", ")
            ))
        })
    }

    /// The form that asks for a page with what is filled in, and changes nothing.
    ///
    /// # Errors
    /// If there is none.
    pub fn asking(&self) -> Told<Form> {
        let html = Html::parse_document(&self.html);
        let forms = selector("form[method=get]")?;
        let one = html.select(&forms).next();
        let one = one.ok_or_else(|| trouble(format!("{} asks nothing", self.address)))?;
        form(one, &self.address)
    }

    /// What is said beside each field that was not taken.
    ///
    /// # Errors
    /// Never on a page of ours.
    pub fn faults(&self) -> Told<BTreeMap<String, String>> {
        let html = Html::parse_document(&self.html);
        let messages = selector(".govuk-error-message")?;
        let beside = html.select(&messages).map(|one| {
            let id = attribute(one, "id");
            (id.trim_end_matches("-fault").to_owned(), words(one))
        });
        Ok(beside.collect())
    }

    /// Each fault of the summary that does not lead to a field of the page beside which it stands, or does not say the
    /// field's name before what stands there.
    ///
    /// # Errors
    /// Never on a page of ours.
    pub fn lost_faults(&self) -> Told<Vec<String>> {
        let html = Html::parse_document(&self.html);
        let faults = selector(".govuk-error-summary__list li")?;
        let fields = selector("input[id], textarea[id], select[id], fieldset[id]")?;
        let links = selector("a[href]")?;
        let beside = self.faults()?;
        let leads = |fault: &ElementRef<'_>| {
            let link = fault.select(&links).next()?;
            let id = attribute(link, "href").strip_prefix('#')?.to_owned();
            html.select(&fields).find(|one| attribute(*one, "id") == id)?;
            let (said, beside) = (words(*fault), beside.get(&id)?);
            // What stands beside a field may begin with a word for those who do not see its colour.
            let what = beside.strip_prefix("Error: ").unwrap_or(beside);
            let name = said.strip_suffix(what)?;
            (!name.trim().is_empty()).then_some(())
        };
        let lost = html.select(&faults).filter(|one| leads(one).is_none());
        Ok(lost.map(words).collect())
    }

    /// What the summary of faults says.
    ///
    /// # Errors
    /// Never on a page of ours.
    pub fn summary(&self) -> Told<Vec<String>> {
        self.each(".govuk-error-summary__list li")
    }
}

/// A form that names no address is sent to that of its page.
fn form(element: ElementRef<'_>, page: &str) -> Told<Form> {
    let mut form = Form {
        action: element.value().attr("action").unwrap_or(page).to_owned(),
        files: attribute(element, "enctype") == "multipart/form-data",
        fields: vec![],
        names: BTreeSet::new(),
        texts: BTreeSet::new(),
        hidden: BTreeSet::new(),
    };
    let controls = selector("input[name], textarea[name], select[name], button[name]")?;
    for control in element.select(&controls) {
        take(&mut form, control)?;
    }
    Ok(form)
}

fn take(form: &mut Form, control: ElementRef<'_>) -> Told {
    // No browser sends it.
    if control.value().attr("disabled").is_some() {
        return Ok(());
    }
    let name = attribute(control, "name");
    form.names.insert(name.clone());
    match (
        control.value().name(),
        control.value().attr("type").unwrap_or("text"),
    ) {
        ("input", "checkbox" | "radio") => {
            if control.value().attr("checked").is_some() {
                form.fields
                    .push((name, control.value().attr("value").unwrap_or("on").to_owned()));
            }
        }
        ("input", "file") | ("button", _) => {}
        ("select", _) => {
            let options = selector("option")?;
            let mut options = control.select(&options);
            let first = options.clone().next();
            let chosen = options
                .find(|option| option.value().attr("selected").is_some())
                .or(first);
            form.fields
                .extend(chosen.map(|option| (name, attribute(option, "value"))));
        }
        ("textarea", _) => {
            // The line break after the tag is HTML's own; the parser has left it out.
            form.texts.insert(name.clone());
            form.fields.push((name, control.text().collect::<String>()));
        }
        (_, kind) => {
            let names = if kind == "hidden" {
                &mut form.hidden
            } else {
                &mut form.texts
            };
            names.insert(name.clone());
            form.fields.push((name, attribute(control, "value")));
        }
    }
    Ok(())
}

impl Form {
    /// The media type that a form without files is sent as.
    pub const MEDIA_TYPE: &str = "application/x-www-form-urlencoded";

    /// The fields as browsers send them.
    #[must_use]
    pub fn body(&self) -> Vec<u8> {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(&self.fields).finish().into_bytes()
    }

    /// The address that a form which changes nothing asks for.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}?{}", self.action, String::from_utf8_lossy(&self.body()))
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// The same with a field filled in.
    ///
    /// # Errors
    /// If the form has no such field; names those it has.
    pub fn with(mut self, name: &str, value: &str) -> Told<Form> {
        if !self.names.contains(name) {
            let known: Vec<_> = self.names.iter().map(String::as_str).collect();
            return Err(trouble(format!(
                "the form to {} has no field {name}, only: {}",
                self.action,
                known.join(", ")
            )));
        }
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        Ok(self)
    }

    /// The names of what is typed in it: of what opens with a tick, only where that is set.
    #[must_use]
    pub fn meant(&self) -> Vec<String> {
        let ticked = |of: &str, id: &str| {
            let mut fields = self.fields.iter();
            fields.any(|(name, value)| name == of && value == id)
        };
        let is_of = |of: &str, name: &str| {
            let part = name.strip_prefix(of).and_then(|rest| rest.strip_prefix('-'));
            let part = part.and_then(|rest| rest.split_once('-'));
            part.is_none_or(|(_, id)| ticked(of, id))
        };
        let is_meant = |name: &&String| ["library", "wanted"].iter().all(|of| is_of(of, name));
        self.texts.iter().filter(is_meant).cloned().collect()
    }

    /// The same with one more of several ticks set.
    #[must_use]
    pub fn ticked(mut self, name: &str, value: &str) -> Form {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same with a field changed behind the page's back, whether or not the page has it.
    #[must_use]
    pub fn forged(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same without a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Form {
        self.fields.retain(|(field, _)| field != name);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_a_browser_would_send_it() {
        let html = "<main><h1>A  b</h1><form method=post action=/en/x><input type=hidden name=token value=t>\
            <textarea name=a>\n\nline</textarea><input name=b value='1 &amp; 2'><input type=checkbox name=c value=on checked>\
            <input type=radio name=d value=1><select name=e><option value=1><option value=2 selected></select></form></main>";
        let page = Page {
            address: "/en".into(),
            status: 200,
            html: html.into(),
        };
        assert_eq!(page.heading().unwrap(), "A b");
        let form = page.form("/x").unwrap();
        let fields: Vec<_> = form
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            fields,
            [
                ("token", "t"),
                ("a", "\nline"),
                ("b", "1 & 2"),
                ("c", "on"),
                ("e", "2")
            ]
        );
        assert_eq!(form.clone().with("d", "1").unwrap().value("d"), "1");
        assert!(form.with("z", "").is_err());
        assert!(page.form("/y").is_err());
    }
}
