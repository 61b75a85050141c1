//! A municipality's own report template: `skabelon.yml` in a folder, with a logo beside it.

use std::collections::BTreeMap;

use super::reader::{MapReader, Reader};
use super::yaml::Node;
use crate::domain::{Contact, PLACEHOLDERS, Rgb, Template, Wording};
use crate::finding::{Fact, Findings};

/// Name of the file in its folder.
pub const TEMPLATE_NAME: &str = "skabelon.yml";
/// Version of the format.
const FORMAT: u32 = 1;
/// Reads a template.
///
/// # Errors
/// Every finding in the file, with its place: `YML…`.
pub fn parse_template(file: &str, text: &str) -> Result<Template, Findings> {
    Reader::run(file, text, read_template).map(|(template, _, _)| template)
}

fn read_template(reader: &Reader<'_>, root: &Node) -> Option<Template> {
    let map = reader.map(root)?;
    if let Some(node) = map.required("risiko-template")
        && let Some(format) = reader.parse::<u32>(node, "whole number")
        && format > FORMAT
    {
        reader.report(node, Fact::NewerSchema { found: format.to_string(), known: FORMAT });
    }
    let accent = map.optional("colour").and_then(|node| colour(reader, node));
    let logo = map.optional("logo").and_then(|node| logo_name(reader, node));
    let [controller, dpo] = ["controller", "dpo"].map(|key| contact(reader, &map, key));
    let texts = map.optional("texts").map(|node| texts(reader, node)).unwrap_or_default();
    map.finish();
    Some(Template { accent, logo, controller, dpo, texts })
}

/// `#rrggbb`.
fn colour(reader: &Reader<'_>, node: &Node) -> Option<Rgb> {
    let text = reader.text(node)?;
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let Some(number) = number else {
        reader.invalid(node, text, &["#1d4e89"]);
        return None;
    };
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// A file in the folder of the template, and nowhere else.
fn logo_name(reader: &Reader<'_>, node: &Node) -> Option<String> {
    let name = reader.text(node)?;
    let is_plain = !name.contains(['/', '\\', ':', '\0']) && name != "." && name != "..";
    if !is_plain {
        reader.invalid(node, name, &["logo.png"]);
    }
    is_plain.then(|| name.to_owned())
}

fn contact(reader: &Reader<'_>, map: &MapReader<'_>, key: &'static str) -> Contact {
    let Some(map) = map.optional(key).and_then(|node| reader.map(node)) else {
        return Contact::default();
    };
    let contact = Contact {
        name: map.optional_text("name"),
        address: map.optional_text("address"),
        email: map.optional_text("email"),
        phone: map.optional_text("phone"),
    };
    map.finish();
    contact
}

fn texts(reader: &Reader<'_>, node: &Node) -> BTreeMap<Wording, String> {
    let Some(map) = reader.map(node) else { return BTreeMap::new() };
    let mut texts = BTreeMap::new();
    for (key, wording) in Wording::KEYS {
        let Some(node) = map.optional(key) else { continue };
        let Some(text) = reader.text(node) else { continue };
        for place in places(text).filter(|place| !PLACEHOLDERS.contains(place)) {
            let allowed = PLACEHOLDERS.map(|known| format!("{{{known}}}"));
            let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
            reader.invalid(node, &format!("{{{place}}}"), &allowed);
        }
        texts.insert(wording, text.to_owned());
    }
    map.finish();
    texts
}

/// The names in braces.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// A template to begin with: every text as it is now, with what each key means.
#[must_use]
pub fn format_template(texts: &[(Wording, &str)]) -> String {
    let mut file = format!(
        "# Kommunens egen rapportskabelon. Slet det, der ikke skal ændres: det, der mangler, er, som det\n\
         # følger med programmet. I teksterne udfyldes {{kommune}}, {{runde}}, {{dato}} og {{omraade}} af sig selv.\n\
         risiko-template: {FORMAT}\n\n\
         # Farven på titler, som #rrggbb.\n\
         colour: \"#1d4e89\"\n\n\
         # Navnet på et PNG-billede i denne mappe.\n\
         # logo: logo.png\n\n\
         # Den dataansvarlige og databeskyttelsesrådgiveren, som fortegnelsen (art30) skal nævne dem.\n\
         # controller: {{name: Skovby Kommune, address: \"Torvet 1, 0000 Skovby\", email: post@example.dk, phone: 12 34 56 78}}\n\
         # dpo: {{name: Navn, email: dpo@example.dk, phone: 12 34 56 78}}\n\n\
         texts:\n"
    );
    for (wording, text) in texts {
        file.push_str(&format!("  {}: >-\n", wording.key()));
        for line in folded(text) {
            file.push_str(&format!("    {line}\n"));
        }
    }
    file
}

/// A text as the lines of a folded block, which reads back as the same text.
fn folded(text: &str) -> Vec<String> {
    const WIDTH: usize = 90;
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + word.chars().count() < WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Location;

    #[test]
    fn a_template_says_everything_that_is_wrong_with_it() {
        let text = "risiko-template: 1\ncolour: blå\nlogo: ../logo.png\ntexts:\n  \
                    direktion-titel: Hej {komune}\n  direktion-title: Hej\n";
        let findings = parse_template("skabelon.yml", text).unwrap_err();
        let lines: Vec<usize> = findings
            .sorted()
            .iter()
            .filter_map(|finding| match &finding.location {
                Location::Text(place) => Some(place.line),
                _ => None,
            })
            .collect();
        assert_eq!(lines, [2, 3, 5, 6]);
    }

    #[test]
    fn a_template_to_begin_with_is_read_as_it_was_meant() {
        let long = "{kommune} ".repeat(40) + "til sidst";
        let texts = [(Wording::BoardTitle, "# en: 'titel'"), (Wording::Footer, long.as_str())];
        let template = parse_template("skabelon.yml", &format_template(&texts)).unwrap();
        assert_eq!(template.accent, Some([0x1d, 0x4e, 0x89]));
        assert_eq!(template.logo, None);
        for (wording, text) in texts {
            assert_eq!(template.texts.get(&wording).map(String::as_str), Some(text));
        }
    }
}
