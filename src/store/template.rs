//! A municipality's own report template: `skabelon.yml` in a folder, with a logo beside it.

use std::collections::BTreeMap;

use super::reader::{MapReader, Reader};
use super::yaml::Node;
use crate::domain::{Contact, Logo, PLACEHOLDERS, Rgb, Template, Wording};
use crate::finding::{Fact, Findings, Location, LogoProblem};

/// Name of the file in its folder.
pub const TEMPLATE_NAME: &str = "skabelon.yml";
/// Version of the format.
const FORMAT: u32 = 1;
/// Most bytes of a logo: it goes into every report.
const LOGO_LIMIT: usize = 1024 * 1024;
/// Most pixels on a side of a logo: more is decoded into memory that nobody sees.
const LOGO_SIDE: u32 = 4000;
/// What every PNG begins with, and what its first part is called.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// Reads a template; the name of its logo comes beside it, since that is a file of its own.
///
/// # Errors
/// Every finding in the file, with its place: `YML…`.
pub fn parse_template(file: &str, text: &str) -> Result<(Template, Option<String>), Findings> {
    Reader::run(file, text, read_template).map(|(template, _, _)| template)
}

fn read_template(reader: &Reader<'_>, root: &Node) -> Option<(Template, Option<String>)> {
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
    Some((Template { accent, logo: None, controller, dpo, texts }, logo))
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

/// A logo from the bytes of its file.
///
/// # Errors
/// `RPT001` where it is no PNG, or larger than a report should carry.
pub fn parse_logo(file: &str, bytes: &[u8]) -> Result<Logo, Findings> {
    let refuse = |problem| {
        let mut findings = Findings::new();
        findings.push(Location::File(file.to_owned()), Fact::LogoUnusable { problem });
        findings
    };
    if bytes.len() > LOGO_LIMIT {
        return Err(refuse(LogoProblem::TooLarge));
    }
    let side = |at: usize| {
        let end = PNG.len() + at + 4;
        let four: [u8; 4] = bytes.get(end - 4..end)?.try_into().ok()?;
        Some(u32::from_be_bytes(four)).filter(|side| *side > 0)
    };
    let size = bytes.starts_with(PNG).then(|| Some((side(0)?, side(4)?))).flatten();
    match size {
        None => Err(refuse(LogoProblem::NoPng)),
        Some((wide, high)) if wide > LOGO_SIDE || high > LOGO_SIDE => {
            Err(refuse(LogoProblem::TooLarge))
        }
        Some(size) => Ok(Logo { png: bytes.to_owned(), size }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let (template, logo) = parse_template("skabelon.yml", &format_template(&texts)).unwrap();
        assert_eq!(template.accent, Some([0x1d, 0x4e, 0x89]));
        assert_eq!(logo, None);
        for (wording, text) in texts {
            assert_eq!(template.texts.get(&wording).map(String::as_str), Some(text));
        }
    }

    #[test]
    fn a_logo_is_a_small_png() {
        let mut png = PNG.to_vec();
        png.extend([0, 0, 0, 40, 0, 0, 0, 20]);
        assert_eq!(parse_logo("logo.png", &png).unwrap().size, (40, 20));
        png.truncate(PNG.len() + 5);
        assert!(parse_logo("logo.png", &png).is_err());
        assert!(parse_logo("logo.png", b"<svg>").is_err());
        let large = [PNG, &[0, 1, 0, 0, 0, 0, 0, 1]].concat();
        assert!(parse_logo("logo.png", &large).is_err());
    }
}
