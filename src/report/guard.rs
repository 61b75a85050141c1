//! Why a workbook was refused, as a fact whose detail is in the user's language.

use crate::exchange::guard::{GuardError, LooksLike, OleKind};
use crate::exchange::workbook::Address;
use crate::finding::Fact;
use crate::text::Lang;

/// The finding for a file that the guard refused: `IMP001` or `IMP002`.
#[must_use]
pub fn guard_fact(lang: Lang, error: &GuardError) -> Fact {
    match no_workbook(lang, error) {
        Some(detail) => Fact::NotAWorkbook { detail },
        None => Fact::WorkbookLimit { detail: limit(lang, error) },
    }
}

fn no_workbook(lang: Lang, error: &GuardError) -> Option<String> {
    let text = match error {
        GuardError::OleContainer(OleKind::Encrypted) => lang.pick(
            "projektmappen er beskyttet med adgangskode; fjern den, og gem som .xlsx",
            "the workbook is protected by a password; remove it and save as .xlsx",
        ),
        GuardError::PasswordProtected => lang.pick(
            "projektmappen er beskyttet med adgangskode; fjern adgangskoden, og gem filen igen",
            "the workbook is protected by a password; remove it and save the file again",
        ),
        GuardError::OleContainer(OleKind::OldWorkbook | OleKind::Unknown) => lang.pick(
            "filen har det gamle Excel-format; gem som .xlsx",
            "the file has the old Excel format; save as .xlsx",
        ),
        GuardError::NotAWorkbook(kind) => looks_like(lang, *kind),
        GuardError::NoSheets => {
            lang.pick("projektmappen har ingen ark", "the workbook has no sheets")
        }
        GuardError::BrokenZip { .. } | GuardError::BrokenPart { .. } => lang.pick(
            "filen er beskadiget, måske ved overførslen; hent den igen",
            "the file is damaged, perhaps in transfer; fetch it again",
        ),
        GuardError::Unreadable { .. } | GuardError::ReaderPanicked { .. } => lang.pick(
            "indholdet kan ikke læses; åbn filen i Excel eller LibreOffice, og gem den igen som .xlsx",
            "the content cannot be read; open the file in Excel or LibreOffice and save it again as .xlsx",
        ),
        GuardError::BrokenSheet { sheet, .. } => {
            return Some(match lang {
                Lang::Da => format!(
                    "arket \"{sheet}\" kan ikke læses; åbn filen i Excel eller LibreOffice, og gem den igen som .xlsx"
                ),
                Lang::En => format!(
                    "the sheet \"{sheet}\" cannot be read; open the file in Excel or LibreOffice and save it again as .xlsx"
                ),
            });
        }
        _ => return None,
    };
    Some(text.to_owned())
}

fn looks_like(lang: Lang, kind: LooksLike) -> &'static str {
    match kind {
        LooksLike::Empty => lang.pick("filen er tom", "the file is empty"),
        LooksLike::Html => lang.pick(
            "filen er en webside, ikke en projektmappe",
            "the file is a web page, not a workbook",
        ),
        LooksLike::Text => lang.pick(
            "filen er ren tekst; en tabel fra risiko export skal hedde noget med .csv eller .json, og en fil til risiko assess --batch læses dér",
            "the file is plain text; a table from risiko export must have a name with .csv or .json, and a file for risiko assess --batch is read there",
        ),
        LooksLike::Pdf => lang.pick("filen er en PDF", "the file is a PDF"),
        LooksLike::OpenDocument => lang.pick(
            "filen er et OpenDocument-dokument, men ikke et regneark; vælg en .xlsx- eller .ods-fil",
            "the file is an OpenDocument file but no spreadsheet; choose an .xlsx or .ods file",
        ),
        LooksLike::FlatOpenDocument => lang.pick(
            "filen er gemt som .fods; gem som .xlsx eller .ods",
            "the file is saved as .fods; save as .xlsx or .ods",
        ),
        LooksLike::BinaryWorkbook => lang.pick(
            "filen er gemt som .xlsb; gem som .xlsx",
            "the file is saved as .xlsb; save as .xlsx",
        ),
        LooksLike::OtherOffice => lang.pick(
            "filen er et Word- eller PowerPoint-dokument",
            "the file is a Word or PowerPoint document",
        ),
        LooksLike::Zip | LooksLike::Unknown => lang.pick(
            "filen er ikke en projektmappe; vælg en .xlsx- eller .ods-fil",
            "the file is not a workbook; choose an .xlsx or .ods file",
        ),
    }
}

/// What was too large. The limits themselves are far above any assessment.
fn limit(lang: Lang, error: &GuardError) -> String {
    let beyond = |sheet: &str, address: Address, (limit, da, en): (u32, &str, &str)| match lang {
        Lang::Da => {
            format!("arket \"{sheet}\" har noget i celle {address}, men der læses kun {limit} {da}")
        }
        Lang::En => format!(
            "the sheet \"{sheet}\" has something in cell {address}, but only {limit} {en} are read"
        ),
    };
    let on_sheet = |sheet: &str, (da, en): (&str, &str)| match lang {
        Lang::Da => format!("{da}, talt til og med arket \"{sheet}\""),
        Lang::En => format!("{en}, counted up to the sheet \"{sheet}\""),
    };
    let text = match error {
        GuardError::TooManyRows { sheet, address, limit } => {
            return beyond(sheet, *address, (*limit, "rækker", "rows"));
        }
        GuardError::TooManyColumns { sheet, address, limit } => {
            return beyond(sheet, *address, (*limit, "kolonner", "columns"));
        }
        GuardError::TooManyCells { sheet, .. } => {
            return on_sheet(sheet, ("der er for mange celler", "there are too many cells"));
        }
        GuardError::TooMuchText { sheet, .. } => {
            return on_sheet(sheet, ("der er for meget tekst", "there is too much text"));
        }
        GuardError::FileTooLarge { .. } => lang.pick("filen er for stor", "the file is too large"),
        GuardError::TooManySheets { .. } => {
            lang.pick("der er for mange ark", "there are too many sheets")
        }
        GuardError::TooManyBadCells { .. } => lang
            .pick("for mange af cellerne kan ikke læses", "too many of the cells cannot be read"),
        _ => lang.pick(
            "filen er bygget, så den ville bruge alt for meget hukommelse",
            "the file is built so that it would use far too much memory",
        ),
    };
    text.to_owned()
}
