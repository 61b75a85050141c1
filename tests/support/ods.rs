//! OpenDocument spreadsheets made by hand, so that a test can put anything into them.

use super::package::Package;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                     xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                     xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
                     xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
                     xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
                     xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";

/// What a spreadsheet says of itself.
pub(crate) const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// A whole spreadsheet with one sheet, `Ark1`, that holds `rows`.
pub(crate) fn with_rows(rows: &str) -> Package {
    with_tables(&table("Ark1", rows))
}

/// A whole spreadsheet with these sheets; the table style `skjult` hides one.
pub(crate) fn with_tables(tables: &str) -> Package {
    with_content(format!(
        "{XML}<office:document-content {NAMES}><office:automatic-styles><style:style \
         style:name=\"skjult\" style:family=\"table\"><style:table-properties \
         table:display=\"false\"/></style:style></office:automatic-styles><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    ))
}

/// A spreadsheet around this `content.xml`.
pub(crate) fn with_content(content: impl AsRef<[u8]>) -> Package {
    Package(Vec::new())
        .part("mimetype", MIMETYPE)
        .part("META-INF/manifest.xml", manifest(""))
        .part("content.xml", content)
}

/// Its list of parts, with `inside` in the entry of `content.xml`.
pub(crate) fn manifest(inside: &str) -> String {
    format!(
        "{XML}<manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{MIMETYPE}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\">{inside}</manifest:file-entry>\
         </manifest:manifest>"
    )
}

/// Its properties, with one that somebody added.
pub(crate) fn meta(name: &str, value: &str) -> String {
    format!(
        "{XML}<office:document-meta {NAMES}><office:meta><meta:user-defined \
         meta:name=\"{name}\">{value}</meta:user-defined></office:meta></office:document-meta>"
    )
}

/// A sheet.
pub(crate) fn table(name: &str, rows: &str) -> String {
    format!("<table:table table:name=\"{name}\">{rows}</table:table>")
}

/// A row with these cells.
pub(crate) fn row(cells: &str) -> String {
    format!("<table:table-row>{cells}</table:table-row>")
}

/// A cell with a text.
pub(crate) fn text(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

/// A cell with a number, and other attributes of the cell.
pub(crate) fn number(value: &str, attributes: &str) -> String {
    format!("<table:table-cell office:value-type=\"float\" office:value=\"{value}\" {attributes}/>")
}
