//! Words about what a workbook is and what an import would leave behind.

use super::finding::danish_key;
use super::workbook::Phrase;
use super::{Lang, counted};

/// First line of a proposed mapping; `{}` is the workbook.
pub const PROPOSAL: Phrase = Phrase::new(
    "Forslag til {}: ret det, der er forkert, og fjern # foran det, der skal med",
    "Proposal for {}: correct what is wrong, and take the # off what should be taken",
);

/// Above the words for levels that nobody has explained.
pub const PROPOSAL_LEVELS: Phrase = Phrase::new(
    "Skriv niveauets tal i stedet for ?, og fjern # (også foran levels, likelihood og consequence)",
    "Write the number of the level instead of ?, and take the # off (also before levels, likelihood and consequence)",
);

/// Above the activities that have a name and no number.
pub const PROPOSAL_NAMES: Phrase = Phrase::new(
    "Skriv aktivitetens nummer ud for hvert navn i stedet for ?, og fjern # (også foran activities)",
    "Write the number of the activity beside each name instead of ?, and take the # off (also before activities)",
);

/// What kind of workbook it is.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod kinds {
    use super::Phrase;

    pub const OWN: Phrase =
        Phrase::new("en projektmappe fra risiko", "a workbook written by risiko");
    pub const OWN_WITHOUT_BASELINE: Phrase = Phrase::new(
        "en projektmappe fra risiko, hvis skjulte ark mangler",
        "a workbook written by risiko whose hidden sheet is gone",
    );
    pub const KL: Phrase = Phrase::new("KL's skema", "KL's workbook");
    pub const OS2: Phrase = Phrase::new(
        "en risikovurdering fra OS2compliance",
        "an assessment exported from OS2compliance",
    );
    pub const HOME_MADE: Phrase = Phrase::new("kommunens eget skema", "a form of the municipality");
    pub const UNKNOWN: Phrase = Phrase::new(
        "et ukendt skema: overskrifterne viser ikke, hvad kolonnerne indeholder; beskriv dem i en fil til --map",
        "an unknown form: the headers do not say what the columns hold; describe them in a file for --map",
    );
}

/// What a column holds, where it is no field.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod meanings {
    use super::Phrase;

    pub const ACTIVITY: Phrase = Phrase::new("aktivitetens nummer", "number of the activity");
    pub const THREAT: Phrase = Phrase::new("truslens nummer", "number of the threat");
    pub const THREAT_TEXT: Phrase = Phrase::new("truslen som tekst", "the threat as a text");
    pub const THREAT_TYPE: Phrase = Phrase::new("slags trussel", "kind of threat");
    pub const ACTION: Phrase = Phrase::new("en del af en handling", "a part of an action");
    pub const ADDED: Phrase =
        Phrase::new("jeres egen kolonne, gemmes", "a column of your own, kept");
    pub const CATALOGUE: Phrase = Phrase::new("fra kataloget", "from the catalogue");
    pub const RESULT: Phrase = Phrase::new("resultat, læses ikke", "result, not read");
    pub const NOT: Phrase = Phrase::new("ikke genkendt", "not recognised");
}

/// How a column was recognised.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod ways {
    use super::Phrase;

    pub const OWN_DA: Phrase =
        Phrase::new("programmets danske overskrift", "the program's Danish header");
    pub const OWN_EN: Phrase =
        Phrase::new("programmets engelske overskrift", "the program's English header");
    pub const KL_HEADER: Phrase = Phrase::new("KL's overskrift", "KL's header");
    pub const KL_PLACE: Phrase = Phrase::new("pladsen i KL's skema", "its place in KL's workbook");
    pub const OS2: Phrase = Phrase::new("OS2compliances overskrift", "OS2compliance's header");
    pub const MAPPING: Phrase = Phrase::new("filen til --map", "the file for --map");
}

/// Headings of what is printed.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod titles {
    use super::Phrase;

    pub const COLUMN: Phrase = Phrase::new("Kolonne", "Column");
    pub const HEADER: Phrase = Phrase::new("Overskrift", "Header");
    pub const HOLDS: Phrase = Phrase::new("Indeholder", "Holds");
    pub const HOW: Phrase = Phrase::new("Genkendt på", "Recognised by");
    pub const LOSSES: Phrase = Phrase::new("Det kommer ikke med", "What is left behind");
    pub const NO_LOSSES: Phrase = Phrase::new(
        "Alle udfyldte kolonner og ark kan læses.",
        "All columns and sheets that are filled in can be read.",
    );
    pub const NEXT: Phrase = Phrase::new("Sådan læses den ind", "How to read it in");
    pub const SHEET: Phrase = Phrase::new("Arket", "Sheet");
}

/// What a sheet is to an import.
#[expect(missing_docs, reason = "each constant is its own wording")]
pub mod uses {
    use super::Phrase;

    pub const READ: Phrase = Phrase::new("læses", "read");
    pub const BASELINE: Phrase = Phrase::new(
        "fortæller, hvad projektmappen blev skrevet fra",
        "tells what it was written from",
    );
    pub const RESULT: Phrase =
        Phrase::new("skrevet af programmet, læses ikke", "written by the program, not read");
    pub const KEPT: Phrase = Phrase::new("jeres eget ark, gemmes", "a sheet of your own, kept");
    pub const NOT_READ: Phrase = Phrase::new("læses ikke", "not read");
    pub const HIDDEN: Phrase = Phrase::new("skjult", "hidden");
}

/// How big a sheet is: `7 rækker`.
#[must_use]
pub fn rows(lang: Lang, count: usize) -> String {
    counted(lang, count, lang.pick(("række", "rækker"), ("row", "rows")))
}

/// Where the headers stand.
#[must_use]
pub fn headers_in(lang: Lang, row: u32) -> String {
    match lang {
        Lang::Da => format!("overskrifter i række {row}"),
        Lang::En => format!("headers in row {row}"),
    }
}

/// A guess at what an unrecognised column may be; the word is that of a mapping.
#[must_use]
pub fn maybe(lang: Lang, guess: &str) -> String {
    match lang {
        Lang::Da => {
            let danish: Vec<_> =
                guess.split('.').map(|part| danish_key(part).unwrap_or(part)).collect();
            format!("måske {} ({guess})", danish.join(", "))
        }
        Lang::En => format!("perhaps {guess}"),
    }
}

/// The known header that is nearest.
#[must_use]
pub fn resembles(lang: Lang, header: &str) -> String {
    match lang {
        Lang::Da => format!("ligner \"{header}\""),
        Lang::En => format!("resembles \"{header}\""),
    }
}

/// A header that a mapping names and the sheet does not have.
#[must_use]
pub fn header_missing(lang: Lang, header: &str) -> String {
    match lang {
        Lang::Da => format!("overskriften \"{header}\" fra filen til --map findes ikke på arket"),
        Lang::En => format!("the header \"{header}\" of the file for --map is not on the sheet"),
    }
}

/// A column that is left behind.
#[must_use]
pub fn column_lost(lang: Lang, sheet: &str, column: &str, header: &str) -> String {
    let name = match header {
        "" => lang.pick("uden overskrift", "without a header").to_owned(),
        header => format!("\"{}\"", header.replace(['\n', '\r'], " ")),
    };
    match lang {
        Lang::Da => format!("kolonne {column} {name} på arket \"{sheet}\""),
        Lang::En => format!("column {column} {name} on the sheet \"{sheet}\""),
    }
}

/// A sheet that is left behind.
#[must_use]
pub fn sheet_lost(lang: Lang, sheet: &str) -> String {
    match lang {
        Lang::Da => format!("arket \"{sheet}\""),
        Lang::En => format!("the sheet \"{sheet}\""),
    }
}

/// Formulas of which only the results are read.
#[must_use]
pub fn formulas_lost(lang: Lang, sheet: &str, count: usize) -> String {
    match lang {
        Lang::Da => {
            let formulas = counted(lang, count, ("formel", "formler"));
            format!("{formulas} på arket \"{sheet}\": kun resultatet bliver læst")
        }
        Lang::En => {
            let formulas = counted(lang, count, ("formula", "formulas"));
            format!("{formulas} on the sheet \"{sheet}\": only the result is read")
        }
    }
}

/// Cells that must get a value before anything can be read.
#[must_use]
pub fn cells_unreadable(lang: Lang, sheet: &str, cells: &[String]) -> String {
    const MOST: usize = 10;
    let mut named: Vec<&str> = cells.iter().take(MOST).map(String::as_str).collect();
    if cells.len() > MOST {
        named.push("…");
    }
    let named = named.join(", ");
    match lang {
        Lang::Da => format!(
            "{} uden værdi på arket \"{sheet}\" ({named}): skriv en værdi, før skemaet læses ind",
            counted(lang, cells.len(), ("celle", "celler"))
        ),
        Lang::En => format!(
            "{} without a value on the sheet \"{sheet}\" ({named}): write a value before reading it",
            counted(lang, cells.len(), ("cell", "cells"))
        ),
    }
}

/// Rows that name nothing.
#[must_use]
pub fn rows_lost(lang: Lang, sheet: &str, count: usize) -> String {
    match lang {
        Lang::Da => format!(
            "{} på arket \"{sheet}\", hvor der ikke står, hvad rækken gælder",
            counted(lang, count, ("række", "rækker"))
        ),
        Lang::En => format!(
            "{} on the sheet \"{sheet}\" that do not say what they are about",
            counted(lang, count, ("row", "rows"))
        ),
    }
}

/// Comments that people wrote on cells.
#[must_use]
pub fn comments_lost(lang: Lang, count: usize) -> String {
    counted(
        lang,
        count,
        lang.pick(
            ("kommentar på en celle", "kommentarer på celler"),
            ("comment on a cell", "comments on cells"),
        ),
    )
}

/// Macros are never read.
pub const MACROS: Phrase = Phrase::new(
    "makroer; de bliver hverken læst eller kørt",
    "macros; they are neither read nor run",
);

/// Links to other files.
pub const LINKS: Phrase = Phrase::new(
    "tal, der hentes fra andre filer: kun det sidst gemte resultat bliver læst",
    "figures taken from other files: only the result stored last is read",
);
