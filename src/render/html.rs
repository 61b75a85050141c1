//! Documents as one HTML file that needs nothing beside itself: no scripts, no network.

use super::bar::drawing;
use super::printed::About;
use super::svg::svg;
use super::terminal::safe;
use crate::domain::Colour;
use crate::report::{Align, Block, Cell, Document, Table, joined};

/// Colours with dark text on them; the words say the same.
const STYLE: &str = "\
:root { color-scheme: light dark; --ink: #1f2933; --quiet: #52606d; --line: #cbd2d9; --paper: #fff; --pale: #f5f7fa; --accent: #1d4e89 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --quiet: #9aa5b1; --line: #3e4c59; --paper: #1f2933; --pale: #323f4b; --accent: #8ab8f0 } }
body { font: 16px/1.5 system-ui, 'Segoe UI', Carlito, Calibri, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.8rem; line-height: 1.2; color: var(--accent) } h2 { font-size: 1.2rem; margin-top: 2rem; break-after: avoid; color: var(--accent) }
.logo { max-width: 12rem; max-height: 4rem } footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem } .page { break-before: page }
p, li { max-width: 48rem } li { margin: .25rem 0; overflow-wrap: anywhere }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top }
th { background: var(--pale) } thead { display: table-header-group } tr { break-inside: avoid }
.right { text-align: right; font-variant-numeric: tabular-nums } .centre { text-align: center }
.green, .light-green, .yellow, .orange, .red { color: #1f2933; font-weight: 600 }
.green { background: #8fcf94 } .light-green { background: #cfe8b4 } .yellow { background: #ffe58a } .orange { background: #ffb866 } .red { background: #f07f78 }
.bar { vertical-align: middle; margin-right: .4rem } .bar rect { stroke: var(--quiet); stroke-width: .5 } .bar .green { fill: #8fcf94 } .bar .light-green { fill: #cfe8b4 } .bar .yellow { fill: #ffe58a } .bar .orange { fill: #ffb866 } .bar .red { fill: #f07f78 } .bar .unknown { fill: none }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; break-after: avoid } .small { font-size: .85rem; color: var(--quiet) }
figure { margin: 1.5rem 0; break-inside: avoid } figcaption { font-weight: 600; margin-bottom: .5rem } .picture { width: 100%; max-width: 48rem; height: auto; font-family: inherit }
.picture .ink { fill: var(--ink) } .picture .on-band { fill: #1f2933 } .picture rect, .picture circle { stroke: var(--quiet); stroke-width: 1 } .picture circle { stroke: var(--ink) } .picture .quiet { fill: var(--quiet) } .picture .pale { fill: var(--pale) } .picture .accent { fill: var(--accent) } .picture .hollow { fill: none }
.picture .thin { stroke: var(--line) } .picture .plain { stroke: var(--ink) } .picture .strong { stroke: var(--accent) }
.picture .green { fill: #8fcf94 } .picture .light-green { fill: #cfe8b4 } .picture .yellow { fill: #ffe58a } .picture .orange { fill: #ffb866 } .picture .red { fill: #f07f78 }
@media print { :root { color-scheme: light; --ink: #1f2933; --paper: #fff; --pale: #f5f7fa; --line: #cbd2d9; --accent: #1d4e89 } body { max-width: none; padding: 0; font-size: 11px } .green, .light-green, .yellow, .orange, .red { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
";

/// The document as a whole HTML file.
#[must_use]
pub fn html(document: &Document, about: &About) -> String {
    let mut body = String::new();
    let mut begins_page = false;
    for (position, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Heading(heading) => {
                let level = if position == 0 { 1 } else { 2 };
                let class = if begins_page { " class=\"page\"" } else { "" };
                begins_page = false;
                body.push_str(&format!("<h{level}{class}>{}</h{level}>\n", escaped(heading)));
            }
            Block::Subheading(heading) => {
                body.push_str(&format!("<h3>{}</h3>\n", escaped(heading)));
            }
            Block::Small(small) => {
                body.push_str(&format!("<p class=\"small\">{}</p>\n", escaped(small)));
            }
            Block::Picture(picture) => body.push_str(&format!(
                "<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n",
                escaped(&picture.title),
                svg(picture, position)
            )),
            Block::NewPage => begins_page = true,
            Block::Paragraph(paragraph) => {
                body.push_str(&format!("<p>{}</p>\n", escaped(paragraph)));
            }
            Block::List(lines) => {
                let items: String =
                    lines.iter().map(|line| format!("<li>{}</li>\n", escaped(line))).collect();
                body.push_str(&format!("<ul>\n{items}</ul>\n"));
            }
            Block::Words(words) => {
                body.push_str(&format!("<p>{}</p>\n", escaped(&joined(words))));
            }
            Block::Table(table) => body.push_str(&grid(table)),
            // The table before says the same.
            Block::Bars(_) | Block::Counts(_) | Block::Narrow(_) => {}
        }
    }
    page(about, &body)
}

/// A page with what stands on it. It may load nothing; a logo is in the page itself.
fn page(about: &About, body: &str) -> String {
    let (language, title) = (about.language.short(), escaped(&about.title));
    let (images, logo) = match &about.look.logo {
        None => ("", String::new()),
        Some(logo) => (
            "; img-src data:",
            format!(
                "<header><img class=\"logo\" alt=\"{}\" src=\"data:image/png;base64,{}\"></header>\n",
                escaped(about.words.logo),
                logo.base64()
            ),
        ),
    };
    let footer = match about.footer.as_str() {
        "" => String::new(),
        footer => format!("<footer class=\"small\">{}</footer>\n", escaped(footer)),
    };
    let accent = about.look.accent;
    let style = STYLE
        .replace("#1d4e89", &format!("#{}", accent.hex()))
        .replace("#8ab8f0", &format!("#{}", accent.lighter().hex()));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'{images}\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{logo}<main>\n{body}</main>\n{footer}\
         </body>\n</html>\n"
    )
}

fn grid(table: &Table) -> String {
    let class = |align| match align {
        Align::Left => "",
        Align::Right => "right",
        Align::Centre => "centre",
    };
    let attribute = |classes: String| match classes.trim() {
        "" => String::new(),
        classes => format!(" class=\"{classes}\""),
    };
    let header: String = table
        .columns
        .iter()
        .map(|column| {
            let class = attribute(class(column.align).to_owned());
            format!("<th scope=\"col\"{class}>{}</th>", escaped(&column.title))
        })
        .collect();
    let row = |cells: &Vec<Cell>| {
        let cells: String = cells
            .iter()
            .zip(&table.columns)
            .map(|(cell, column)| {
                let colour = cell.colour.map_or("", Colour::key);
                let class = attribute(format!("{} {colour}", class(column.align)));
                let text = escaped(&cell.text);
                let text = if cell.emphasis { format!("<strong>{text}</strong>") } else { text };
                let text = match cell.bar.as_slice() {
                    [] => text,
                    parts => format!("{} {text}", drawing(parts)),
                };
                format!("<td{class}>{text}</td>")
            })
            .collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = table.rows.iter().map(row).collect();
    format!(
        "<div class=\"wide\" tabindex=\"0\">\n<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n\
         {rows}</tbody>\n</table>\n</div>\n"
    )
}

/// Text in which nothing that people wrote is taken for markup.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in safe(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push_str("<br>"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::logo;
    use super::super::printed::sample;
    use super::*;
    use crate::report::Column;

    #[test]
    fn what_people_write_is_no_markup() {
        let mut document = Document::default();
        document.heading("<script>alert(1)</script>");
        document.table(Table {
            columns: vec![Column::new("\"><img>", Align::Right)],
            rows: vec![vec![Cell::coloured("Høj & 'slem'\nlinje", Colour::Red)]],
        });
        let page = html(&document, &sample());
        assert!(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"), "{page}");
        assert!(page.contains("<th scope=\"col\" class=\"right\">&quot;&gt;&lt;img&gt;</th>"));
        assert!(page.contains("<td class=\"right red\">Høj &amp; &#39;slem&#39;<br>linje</td>"));
    }

    #[test]
    fn a_logo_is_in_the_page_and_nothing_else_may_be_loaded() {
        let mut about = sample();
        assert!(html(&Document::default(), &about).contains("style-src 'unsafe-inline'\">"));
        about.look.logo = Some(logo::sample());
        let page = html(&Document::default(), &about);
        assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"));
        assert!(page.contains("src=\"data:image/png;base64,iVBORw0KGgo"), "{page}");
        assert!(page.contains("<title>Prøve</title>"), "{page}");
    }
}
