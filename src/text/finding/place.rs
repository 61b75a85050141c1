//! Where a finding points, in words.

use super::super::Lang;
use super::super::help::with_placeholders;
use super::phrase::{column_letters, quoted};
use crate::finding::Location;

/// The place of a finding, such as `vurdering.xlsx, ark "Vurdering", celle A17`.
#[must_use]
pub fn place(lang: Lang, location: &Location) -> String {
    let line = lang.pick("linje", "line");
    match location {
        Location::Argument(name) => {
            let argument = lang.pick("argumentet", "argument");
            format!("{argument} {}", with_placeholders(lang, name))
        }
        Location::File(file) => named(lang, file).to_owned(),
        Location::Text(place) => {
            let column = lang.pick("kolonne", "column");
            format!("{}, {line} {}, {column} {}", place.file, place.line, place.column)
        }
        Location::Cell { file, sheet, row_column: (row, column) } => {
            let (a_sheet, a_cell) = lang.pick(("ark", "celle"), ("sheet", "cell"));
            let cell = format!("{a_cell} {}{row}", column_letters(*column));
            let file = named(lang, file);
            // A CSV file has no sheets; its cells are named as Excel names them on opening it.
            match sheet.is_empty() {
                true => format!("{file}, {cell}"),
                false => format!("{file}, {a_sheet} {}, {cell}", quoted(sheet)),
            }
        }
        Location::Value { file, path, .. } => format!("{file}, {path}"),
        Location::Method(id) => format!("{} {id}", lang.pick("metoden", "method")),
        Location::Entry(id) => format!("{} {id}", lang.pick("kataloget, post", "catalogue, entry")),
        Location::Answer { file, activity, threat, line: number } => {
            let mut text = format!("{file}, {} {activity}", lang.pick("aktivitet", "activity"));
            if let Some(threat) = threat {
                text.push_str(&format!(", {} {threat}", lang.pick("trussel", "threat")));
            }
            if let Some(number) = number {
                text.push_str(&format!(", {line} {number}"));
            }
            text
        }
    }
}

/// A file as the user named it; `-` is what stands for standard input.
fn named(lang: Lang, file: &str) -> &str {
    if file == "-" { lang.pick("standard-input", "standard input") } else { file }
}

/// The place of a finding in a list that has named the file already.
#[must_use]
pub fn short_place(lang: Lang, location: &Location) -> String {
    match location {
        Location::Answer { activity, threat: None, .. } => activity.to_string(),
        Location::Answer { activity, threat: Some(threat), .. } => format!("{activity} {threat}"),
        Location::Method(id) => id.to_string(),
        Location::Entry(id) => id.clone(),
        other => place(lang, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ActivityId, MethodId, ThreatId};
    use crate::finding::Place;

    fn answer(threat: Option<&str>, line: Option<usize>) -> Location {
        Location::Answer {
            file: "skovby.risiko.yml".to_owned(),
            activity: ActivityId::parse("74").unwrap(),
            threat: threat.map(|id| ThreatId::parse(id).unwrap()),
            line,
        }
    }

    #[test]
    fn names_the_file_and_the_place_in_it() {
        let text = Location::Text(Place {
            file: "skovby.risiko.yml".to_owned(),
            line: 12,
            column: 5,
            source_line: String::new(),
        });
        let cell = Location::Cell {
            file: "vurdering.xlsx".to_owned(),
            sheet: "Vurdering".to_owned(),
            row_column: (17, 1),
        };
        let method = Location::Method(MethodId::parse("kl-4x4").unwrap());
        let argument = Location::Argument("--method".to_owned());
        for (location, da, en) in [
            (
                &text,
                "skovby.risiko.yml, linje 12, kolonne 5",
                "skovby.risiko.yml, line 12, column 5",
            ),
            (
                &cell,
                "vurdering.xlsx, ark \"Vurdering\", celle A17",
                "vurdering.xlsx, sheet \"Vurdering\", cell A17",
            ),
            (&method, "metoden kl-4x4", "method kl-4x4"),
            (&argument, "argumentet --method", "argument --method"),
            (&Location::File("a.xlsx".to_owned()), "a.xlsx", "a.xlsx"),
        ] {
            assert_eq!(place(Lang::Da, location), da);
            assert_eq!(place(Lang::En, location), en);
        }
    }

    #[test]
    fn names_activity_and_threat_of_an_answer() {
        assert_eq!(
            place(Lang::Da, &answer(Some("T07"), Some(812))),
            "skovby.risiko.yml, aktivitet 74, trussel T07, linje 812"
        );
        assert_eq!(place(Lang::En, &answer(None, None)), "skovby.risiko.yml, activity 74");
    }
}
