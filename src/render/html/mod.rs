//! Documents as one HTML file that needs nothing beside itself: no network, and no scripts to be read. Where
//! scripts run, the one of the page lets its tables be sorted.

use super::bar::drawing;
use super::printed::About;
use super::svg::svg;
use super::terminal::safe;
use crate::domain::Colour;
use crate::report::{Align, Block, Cell, Document, Table};

/// Colours with dark text on them; the words say the same.
const STYLE: &str = include_str!("page.css");
/// What makes tables sortable, where scripts run; without it everything is there all the same.
const SCRIPT: &str = include_str!("sort.js");
/// Digest of [`SCRIPT`], the only one that a page lets run.
const SCRIPT_DIGEST: &str = "sha256-lC+t3wl90bYRPR8XEAj9r00al/jegF4o431MlubpfRw=";

/// Headings from which on a page begins with a list of them.
const MANY_HEADINGS: usize = 5;

/// The document as a whole HTML file.
#[must_use]
pub fn html(document: &Document, about: &About) -> String {
    let mut body = Body::default();
    for (position, block) in document.blocks.iter().enumerate() {
        body.block(position, block);
        // Below the title and the first line.
        if position == 0 {
            body.text.push_str(&contents(document, about));
        }
    }
    page(about, &body.text)
}

/// Links to the headings, for those who do not scroll.
fn contents(document: &Document, about: &About) -> String {
    let headings = document.blocks.iter().enumerate().skip(1);
    let headings: Vec<(usize, &String)> = headings
        .filter_map(|(position, block)| match block {
            Block::Heading(heading) => Some((position, heading)),
            _ => None,
        })
        .collect();
    if headings.len() < MANY_HEADINGS {
        return String::new();
    }
    let links = headings.iter().map(|(position, heading)| {
        format!("<li><a href=\"#h{position}\">{}</a></li>\n", escaped(heading))
    });
    let name = escaped(about.words.contents);
    format!("<nav aria-label=\"{name}\">\n<ol>\n{}</ol>\n</nav>\n", links.collect::<String>())
}

/// What stands on the page, as far as it is written.
#[derive(Default)]
struct Body {
    text: String,
    /// Whether the next heading begins a page.
    begins_page: bool,
    /// The heading above, which names what may be scrolled.
    heading: String,
    /// How many tables there are: a heading alone may name several.
    tables: usize,
}

impl Body {
    fn block(&mut self, position: usize, block: &Block) {
        let text = match block {
            Block::Heading(heading) => {
                let level = if position == 0 { 1 } else { 2 };
                let class = if self.begins_page { " class=\"page\"" } else { "" };
                self.begins_page = false;
                self.heading = on_one_line(heading);
                format!("<h{level}{class} id=\"h{position}\">{}</h{level}>\n", escaped(heading))
            }
            Block::Subheading(heading) => {
                self.heading = on_one_line(heading);
                format!("<h3>{}</h3>\n", escaped(heading))
            }
            Block::Small(small) => format!("<p class=\"small\">{}</p>\n", escaped(small)),
            Block::Picture(picture) => format!(
                "<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n",
                escaped(&picture.title),
                svg(picture, position)
            ),
            Block::NewPage => {
                self.begins_page = true;
                return;
            }
            Block::Paragraph(paragraph) => format!("<p>{}</p>\n", escaped(paragraph)),
            Block::List(lines) => {
                let items: String =
                    lines.iter().map(|line| format!("<li>{}</li>\n", escaped(line))).collect();
                if items.is_empty() {
                    return;
                }
                format!("<ul>\n{items}</ul>\n")
            }
            Block::Words(words) => beside(words),
            Block::Table(table) => {
                self.tables += 1;
                grid(table, &format!("{} ({})", self.heading, self.tables))
            }
            // The table before says the same.
            Block::Bars(_) | Block::Counts(_) | Block::Narrow(_) => return,
        };
        self.text.push_str(&text);
    }
}

/// Words beside each other, each on its colour.
fn beside(words: &[Cell]) -> String {
    let word = |word: &Cell| {
        let class = word.colour.map(|colour| format!(" class=\"{}\"", Colour::key(colour)));
        format!("<span{}>{}</span>\n", class.unwrap_or_default(), escaped(&word.text))
    };
    format!("<p class=\"words\">\n{}</p>\n", words.iter().map(word).collect::<String>())
}

/// A page with what stands on it. It may load nothing; a logo is in the page itself.
fn page(about: &About, body: &str) -> String {
    let (language, title) = (about.language.short(), on_one_line(&about.title));
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
        .replace("#8ab8f0", &format!("#{}", accent.lighter().hex()))
        .replace("FOOT", &in_style(&about.title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src '{SCRIPT_DIGEST}'{images}\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{logo}<main>\n{body}</main>\n{footer}\
         <script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

/// A table; `name` tells it from the others for those who cannot see where it stands.
fn grid(table: &Table, name: &str) -> String {
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
                // Bands are sorted by how bad they are, days by the calendar, and neither by name.
                let rank = cell
                    .colour
                    .and_then(|colour| Colour::KEYS.iter().position(|(_, known)| *known == colour));
                let day = cell.day.map(|day| {
                    let [year, month] = [i32::from(day.year()), i32::from(day.month())];
                    usize::try_from(year * 10_000 + month * 100 + i32::from(day.day()))
                        .unwrap_or_default()
                });
                let rank =
                    day.or(rank).map(|rank| format!(" data-sort=\"{rank}\"")).unwrap_or_default();
                format!("<td{class}{rank}>{text}</td>")
            })
            .collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = table.rows.iter().map(row).collect();
    format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">\n<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n\
         {rows}</tbody>\n</table>\n</div>\n"
    )
}

/// Text within the quotation marks of a style: what is no letter, digit or blank is written as its number.
fn in_style(text: &str) -> String {
    let mut written = String::new();
    for character in safe(text).chars() {
        match character.is_alphanumeric() || character == ' ' {
            true => written.push(character),
            false => written.push_str(&format!("\\{:x} ", u32::from(character))),
        }
    }
    written
}

/// The same for an attribute, which has no lines.
fn on_one_line(text: &str) -> String {
    escaped(&text.replace('\n', " "))
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
        assert!(
            page.contains("<h1 id=\"h0\">&lt;script&gt;alert(1)&lt;/script&gt;</h1>"),
            "{page}"
        );
        assert!(page.contains("<th scope=\"col\" class=\"right\">&quot;&gt;&lt;img&gt;</th>"));
        assert!(page.contains(
            "<td class=\"right red\" data-sort=\"4\">Høj &amp; &#39;slem&#39;<br>linje</td>"
        ));
    }

    #[test]
    fn a_logo_is_in_the_page_and_nothing_else_may_be_loaded() {
        let mut about = sample();
        let empty = html(&Document::default(), &about);
        assert!(empty.contains(&format!("script-src '{SCRIPT_DIGEST}'\">")), "{empty}");
        about.look.logo = Some(logo::sample());
        let page = html(&Document::default(), &about);
        assert!(page.contains(&format!("script-src '{SCRIPT_DIGEST}'; img-src data:\">")));
        assert!(page.contains("src=\"data:image/png;base64,iVBORw0KGgo"), "{page}");
        assert!(page.contains("<title>Prøve</title>"), "{page}");
    }

    #[test]
    fn the_page_lets_run_the_script_that_it_has_and_no_other() {
        let hex = crate::domain::digest(SCRIPT.as_bytes());
        let hex = hex.strip_prefix("sha256:").unwrap();
        let bytes: Vec<u8> = (0..hex.len() / 2)
            .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
            .collect();
        assert_eq!(SCRIPT_DIGEST, format!("sha256-{}", logo::base64(&bytes)));
        assert_eq!(html(&Document::default(), &sample()).matches("<script").count(), 1);
    }

    #[test]
    fn a_title_cannot_leave_the_style_that_prints_it() {
        let mut about = sample();
        about.title = "a\"}</style><b>\\".to_owned();
        let page = html(&Document::default(), &about);
        assert!(page.contains("content: \"a\\22 \\7d \\3c \\2f style"), "{page}");
        assert_eq!(page.matches("</style>").count(), 1);
    }

    #[test]
    fn a_long_page_begins_with_links_to_its_headings() {
        let mut document = Document::default();
        document.heading("Titel");
        for part in ["A", "B", "C", "D", "E & F"] {
            document.heading(part);
        }
        let page = html(&document, &sample());
        assert!(page.contains("<li><a href=\"#h5\">E &amp; F</a></li>"), "{page}");
        assert!(page.contains("<h2 id=\"h5\">E &amp; F</h2>"), "{page}");
        document.blocks.pop();
        assert!(!html(&document, &sample()).contains("<nav"));
    }
}
