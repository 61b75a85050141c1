//! Documents as PDF files: tagged for those who have them read aloud, with the font inside, the same bytes on
//! every machine.

mod letters;
mod page;
mod picture;
mod table;
mod tree;
mod write;

use pdf_writer::types::{ArtifactSubtype, StructRole};

use super::font::{Twips, Weight};
use super::printed::{About, RenderError, Rgb, in_print};
use super::sheet::{EDGES, Place, chapters};
use super::widths::is_bold;
use crate::report::{Block, Cell, Document, SEPARATOR};
use letters::{Letters, plain};
use page::{Line, Page};
use tree::{Kid, Tree};

/// More pages than anybody reads.
const MOST_PAGES: usize = 20_000;
/// Room for the logo.
const LOGO: (Twips, Twips) = (3_400, 850);

/// How a text looks.
#[derive(Debug, Clone, Copy)]
struct Look {
    size: Twips,
    weight: Weight,
    colour: Rgb,
    /// Space before and behind it.
    space: (Twips, Twips),
}

impl Look {
    const BODY: Self = Self::of(200, Weight::Regular, Rgb::INK, (0, 120));
    const SMALL: Self = Self::of(165, Weight::Regular, Rgb::QUIET, (0, 120));
    const ENTRY: Self = Self::of(200, Weight::Regular, Rgb::INK, (0, 60));
    const CAPTION: Self = Self::of(200, Weight::Bold, Rgb::INK, (160, 80));
    const PAGE: Self = Self::of(160, Weight::Regular, Rgb::QUIET, (0, 0));

    const fn of(size: Twips, weight: Weight, colour: Rgb, space: (Twips, Twips)) -> Self {
        Self { size, weight, colour, space }
    }

    /// How high a line is.
    const fn line(self) -> Twips {
        self.size * 7 / 5
    }
}

/// A heading for the list beside the pages.
#[derive(Debug)]
struct Bookmark {
    level: u8,
    title: String,
    page: usize,
    /// From the top.
    y: Twips,
}

/// What has been laid out, and where on.
struct Writer<'a> {
    about: &'a About,
    pages: Vec<Page>,
    tree: Tree,
    letters: [Letters; 2],
    bookmarks: Vec<Bookmark>,
    place: Place,
    /// Where the next thing stands, from the top.
    y: Twips,
    /// What a heading must leave room for below it: a picture is not parted from its heading.
    ahead: Twips,
    /// Whether the font lacked a character.
    is_lacking: bool,
}

/// The document as a PDF file.
///
/// # Errors
///
/// Where the font cannot be read, or there are too many pages.
pub fn pdf(document: &Document, about: &About) -> Result<Vec<u8>, RenderError> {
    let mut writer = Writer {
        about,
        pages: Vec::new(),
        tree: Tree::default(),
        letters: [Letters::new(Weight::Regular)?, Letters::new(Weight::Bold)?],
        bookmarks: Vec::new(),
        place: Place::Portrait,
        y: 0,
        ahead: AHEAD,
        is_lacking: false,
    };
    for (at, (place, blocks)) in chapters(document, table::SIZES[0], table::PAD)?.iter().enumerate()
    {
        writer.place = *place;
        writer.new_page()?;
        if at == 0 {
            writer.logo();
        }
        let mut begins_page = false;
        for (position, block) in blocks.iter().enumerate() {
            match block {
                Block::NewPage => begins_page = true,
                block => {
                    let is_heading = matches!(block, Block::Heading(_) | Block::Subheading(_));
                    if std::mem::take(&mut begins_page) && is_heading && writer.y > writer.top() {
                        writer.new_page()?;
                    }
                    writer.ahead = match blocks.get(position + 1) {
                        Some(Block::Picture(drawing)) => writer.height_of(drawing),
                        _ => AHEAD,
                    };
                    writer.block(block, at == 0 && position == 0)?;
                }
            }
        }
    }
    if writer.is_lacking {
        writer.paragraph(about.words.unshown, Look::SMALL, StructRole::P)?;
    }
    writer.finished()
}

/// Some lines below a heading.
const AHEAD: Twips = 1_500;

impl Writer<'_> {
    fn block(&mut self, block: &Block, is_first: bool) -> Result<(), RenderError> {
        match block {
            Block::Heading(text) if is_first => self.heading(text, 1),
            Block::Heading(text) => self.heading(text, 2),
            Block::Subheading(text) => self.heading(text, 3),
            Block::Small(text) => self.paragraph(text, Look::SMALL, StructRole::P),
            Block::Paragraph(text) => self.paragraph(text, Look::BODY, StructRole::P),
            Block::List(lines) => self.list(lines),
            Block::Words(words) => self.words(words),
            Block::Table(table) => self.table(table),
            Block::Picture(drawing) => self.picture(drawing),
            // The table before says the same; a page begins with the heading behind it.
            Block::Bars(_) | Block::Counts(_) | Block::Narrow(_) | Block::NewPage => Ok(()),
        }
    }

    /// Where texts begin and end on a page.
    fn top(&self) -> Twips {
        EDGES.1
    }

    fn bottom(&self) -> Twips {
        self.place.sheet().1 - EDGES.1
    }

    fn room(&self) -> Twips {
        self.bottom() - self.y
    }

    fn new_page(&mut self) -> Result<(), RenderError> {
        if self.pages.len() >= MOST_PAGES {
            return Err(RenderError::TooManyPages(MOST_PAGES));
        }
        self.pages.push(Page::new(self.place));
        self.y = self.top();
        Ok(())
    }

    /// Goes on to a new page where there is less room, unless nothing stands on this one.
    fn need(&mut self, height: Twips) -> Result<(), RenderError> {
        match height > self.room() && self.y > self.top() {
            true => self.new_page(),
            false => Ok(()),
        }
    }

    /// Draws on the last page.
    fn draw<T>(&mut self, draw: impl FnOnce(&mut Page) -> T) -> Option<T> {
        self.pages.last_mut().map(draw)
    }

    /// Draws what belongs to an element of the tree.
    fn marked(&mut self, tag: &[u8], element: usize, draw: impl FnOnce(&mut Self)) {
        let page = self.pages.len().saturating_sub(1);
        if let Some(number) = self.draw(|page| page.begin(tag, element)) {
            self.tree.hold(element, Kid::Mark(page, number));
        }
        draw(self);
        self.draw(Page::end);
    }

    /// A line of text whose base line begins at a point.
    fn line(&mut self, at: (Twips, Twips), text: &str, look: Look) {
        let [regular, bold] = &mut self.letters;
        let letters = if look.weight == Weight::Bold { bold } else { regular };
        let (glyphs, is_whole) = letters.encoded(text);
        self.is_lacking |= !is_whole;
        let says = Some(text).filter(|_| !is_whole);
        let Look { size, weight, colour, .. } = look;
        self.draw(|page| page.text(at, &Line { glyphs: &glyphs, says, weight, size, colour }));
    }

    fn wide(&self, text: &str, look: Look) -> Twips {
        let [regular, bold] = &self.letters;
        let letters = if look.weight == Weight::Bold { bold } else { regular };
        letters.width(text, look.size)
    }

    fn lines(&self, text: &str, look: Look, width: Twips) -> Vec<String> {
        let [regular, bold] = &self.letters;
        let letters = if look.weight == Weight::Bold { bold } else { regular };
        spaced(letters.face.lines(&plain(text), look.size, width), |text| {
            letters.width(text, look.size) > width
        })
    }

    /// Lines below each other, on as many pages as they need.
    fn flow(
        &mut self,
        lines: &[String],
        look: Look,
        (element, left): (usize, Twips),
    ) -> Result<(), RenderError> {
        let mut rest = lines;
        while !rest.is_empty() {
            self.need(look.line())?;
            let fitting = usize::try_from(self.room() / look.line()).unwrap_or(1).max(1);
            let (now, later) = rest.split_at(fitting.min(rest.len()));
            self.marked(b"P", element, |writer| {
                for line in now {
                    let base = writer.y + look.size * 21 / 20;
                    writer.line((left, base), line, look);
                    writer.y += look.line();
                }
            });
            rest = later;
        }
        Ok(())
    }

    fn paragraph(&mut self, text: &str, look: Look, role: StructRole) -> Result<(), RenderError> {
        let lines = self.lines(text, look, self.place.width());
        let element = self.tree.add(Tree::ROOT, role);
        self.flow(&lines, look, (element, EDGES.0))?;
        self.y += look.space.1;
        Ok(())
    }

    /// A heading, with room for what follows it on the same page.
    fn heading(&mut self, text: &str, level: u8) -> Result<(), RenderError> {
        let accent = self.about.look.accent;
        let look = match level {
            1 => Look::of(420, Weight::Bold, accent, (0, 240)),
            2 => Look::of(290, Weight::Bold, accent, (320, 120)),
            _ => Look::of(230, Weight::Bold, Rgb::INK, (220, 80)),
        };
        let lines = self.lines(text, look, self.place.width());
        let high = look.line() * i64::try_from(lines.len()).unwrap_or(i64::MAX / 10_000);
        self.need((high + look.space.0 + self.ahead).min(self.bottom() - self.top()))?;
        if self.y > self.top() {
            self.y += look.space.0;
        }
        let (page, y) = (self.pages.len().saturating_sub(1), self.y);
        let title = plain(text).replace('\n', " ");
        self.bookmarks.push(Bookmark { level, title, page, y });
        let element = self.tree.heading(level);
        self.flow(&lines, look, (element, EDGES.0))?;
        if level == 1 {
            let (from, to) = (EDGES.0, EDGES.0 + self.place.width());
            let y = self.y + 80;
            self.draw(|page| {
                page.begin_artifact();
                page.line(((from, y), (to, y)), accent, 1.5);
                page.end();
            });
        }
        self.y += look.space.1;
        Ok(())
    }

    fn list(&mut self, entries: &[String]) -> Result<(), RenderError> {
        if entries.is_empty() {
            return Ok(());
        }
        let (look, indent) = (Look::ENTRY, 300);
        let list = self.tree.add(Tree::ROOT, StructRole::L);
        for entry in entries {
            let lines = self.lines(entry, look, self.place.width() - indent);
            self.need(look.line())?;
            let item = self.tree.add(list, StructRole::LI);
            let label = self.tree.add(item, StructRole::Lbl);
            let base = self.y + look.size * 21 / 20;
            self.marked(b"Lbl", label, |writer| {
                writer.line((EDGES.0 + 80, base), "\u{2022}", look);
            });
            let body = self.tree.add(item, StructRole::LBody);
            self.flow(&lines, look, (body, EDGES.0 + indent))?;
            self.y += look.space.1;
        }
        self.y += look.space.1;
        Ok(())
    }

    /// Words beside each other, each in its colour, on as many lines as they need.
    fn words(&mut self, words: &[Cell]) -> Result<(), RenderError> {
        if words.is_empty() {
            return Ok(());
        }
        let element = self.tree.add(Tree::ROOT, StructRole::P);
        let (begin, end) = (EDGES.0, EDGES.0 + self.place.width());
        let pad = 70;
        let mut x = begin;
        for (at, word) in words.iter().enumerate() {
            let look = Look { weight: Weight::from(is_bold(word)), ..Look::BODY };
            let lines = self.lines(&word.text, look, self.place.width() - 2 * pad);
            for (part, text) in lines.iter().enumerate() {
                let separator = if at > 0 && part == 0 { SEPARATOR } else { "" };
                let gap = self.wide(separator, Look::BODY);
                let wide = self.wide(text, look) + 2 * pad;
                if x > begin && (part > 0 || x + gap + wide > end) {
                    x = begin;
                    self.y += look.line() + 60;
                }
                self.need(look.line() + 60)?;
                let base = self.y + look.size * 21 / 20;
                if let Some(fill) = word.colour.map(in_print) {
                    let field = [x + gap, self.y, wide, look.line()];
                    self.draw(|page| {
                        page.begin_artifact();
                        page.rect(field, Some(fill), None);
                        page.end();
                    });
                }
                self.marked(b"P", element, |writer| {
                    writer.line((x, base), separator, Look::BODY);
                    writer.line((x + gap + pad, base), text, look);
                });
                x += gap + wide;
            }
        }
        self.y += Look::BODY.line() + Look::BODY.space.1;
        Ok(())
    }

    /// The logo above the first text.
    fn logo(&mut self) {
        let Some(logo) = &self.about.look.logo else { return };
        let (width, height) = logo.within(LOGO);
        let field = [EDGES.0, 400, width, height];
        let element = self.tree.add(Tree::ROOT, StructRole::Figure);
        if let Some(field) = self.draw(|page| page.field(field)) {
            self.tree.describe(element, self.about.words.logo, field);
        }
        self.marked(b"Figure", element, |writer| {
            writer.draw(|page| page.logo(field));
        });
    }

    /// What stands above and below the text of every page, now that their number is known.
    fn around(&mut self) {
        let look = Look::PAGE;
        let count = self.pages.len();
        let title = plain(&self.about.title);
        let footer = plain(&self.about.footer);
        let words = self.about.words;
        let mut pages = std::mem::take(&mut self.pages);
        for (at, page) in pages.iter_mut().enumerate() {
            let (width, (_, height)) = (page.place.width(), page.place.sheet());
            let number = format!("{} {} {} {count}", words.page, at + 1, words.of);
            let right = EDGES.0 + width - self.wide(&number, look);
            if at > 0 {
                page.begin_pagination(ArtifactSubtype::Header);
                self.short(page, (EDGES.0, 760), &title, (width, look));
                page.end();
            }
            page.begin_pagination(ArtifactSubtype::Footer);
            let line = height - 900;
            page.line(((EDGES.0, line), (EDGES.0 + width, line)), Rgb::LINE, 0.5);
            let room = right - EDGES.0 - 200;
            self.short(page, (EDGES.0, height - 660), &footer, (room, look));
            self.short(page, (right, height - 660), &number, (width, look));
            page.end();
        }
        self.pages = pages;
    }

    /// A text on one line; what is longer stands in full elsewhere.
    fn short(
        &mut self,
        page: &mut Page,
        at: (Twips, Twips),
        text: &str,
        (room, look): (Twips, Look),
    ) {
        let mut lines = self.lines(text, look, room - 200).into_iter();
        let mut text = lines.next().unwrap_or_default();
        if lines.next().is_some() {
            text = format!("{} …", text.trim_end());
        }
        let [regular, _] = &mut self.letters;
        let (glyphs, _) = regular.encoded(&text);
        let Look { size, weight, colour, .. } = look;
        page.text(at, &Line { glyphs: &glyphs, says: None, weight, size, colour });
    }
}

/// Lines with a space where one stood between two words, so that reading aloud does not join them. A word
/// that was broken because it is `too_wide` stays one.
fn spaced(mut lines: Vec<String>, too_wide: impl Fn(&str) -> bool) -> Vec<String> {
    let next: Vec<String> = lines.iter().skip(1).cloned().collect();
    for (line, next) in lines.iter_mut().zip(next) {
        let (last, first) = (line.rsplit(' ').next(), next.split(' ').next());
        let joined = format!("{}{}", last.unwrap_or_default(), first.unwrap_or_default());
        if !line.ends_with(['-', '/']) && !too_wide(&joined) {
            line.push(' ');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::logo;
    use super::super::printed::sample;
    use super::super::samples::{bad_document, bad_texts, every_block, table};
    use super::*;

    /// Every object of the file, by where the list at its end says that it begins.
    fn objects(file: &[u8]) -> usize {
        let tail = String::from_utf8_lossy(&file[file.len() - 64..]).into_owned();
        let start = tail.split("startxref").nth(1).unwrap().split_whitespace().next().unwrap();
        let list = &file[start.parse::<usize>().unwrap()..];
        let list = String::from_utf8_lossy(list).into_owned();
        let places = list.lines().filter(|line| line.ends_with("n") || line.ends_with("n "));
        let mut count = 0;
        for (number, place) in places.enumerate() {
            let at: usize = place.split(' ').next().unwrap().parse().unwrap();
            let begin = format!("{} 0 obj", number + 1);
            assert!(file[at..].starts_with(begin.as_bytes()), "{begin}");
            count += 1;
        }
        count
    }

    fn has(file: &[u8], text: &str) -> bool {
        file.windows(text.len()).any(|part| part == text.as_bytes())
    }

    #[test]
    fn the_file_says_what_its_parts_are() {
        let file = pdf(&every_block(), &sample()).unwrap();
        assert!(objects(&file) > 300);
        for said in [
            "/Lang(da-DK)",
            "/Marked true",
            "/DisplayDocTitle true",
            "/S/H1",
            "/S/H2",
            "/S/H3",
            "/S/L/",
            "/S/LI",
            "/S/Table",
            "/S/TH",
            "/Scope/Column",
            "/S/Figure",
            "/Alt",
            "/Outlines",
            "<pdfuaid:part>1</pdfuaid:part>",
            "/Tabs/S",
            "D:20261101",
        ] {
            assert!(has(&file, said), "{said}");
        }
    }

    #[test]
    fn words_on_two_lines_are_not_read_as_one_and_a_broken_word_is() {
        let lines = ["to ord", "sags-", "behandling", "xxxxxxxx", "xx"].map(str::to_owned);
        let lines = spaced(lines.into(), |text| text == "xxxxxxxxxx");
        assert_eq!(lines.concat(), "to ord sags-behandling xxxxxxxxxx");
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        let (document, about) = (every_block(), sample());
        assert_eq!(pdf(&document, &about).unwrap(), pdf(&document, &about).unwrap());
    }

    #[test]
    fn whatever_people_write_the_file_is_whole() {
        let mut about = sample();
        for text in bad_texts() {
            about.title.clone_from(&text);
            about.footer.clone_from(&text);
            objects(&pdf(&bad_document(&text), &about).unwrap());
        }
        objects(&pdf(&Document::default(), &about).unwrap());
        let mut large = Document::default();
        large.table(table(12, 300));
        assert!(objects(&pdf(&large, &about).unwrap()) > 3_600);
    }

    #[test]
    fn a_row_taller_than_a_page_goes_on_and_a_header_too_long_does_not_come_again() {
        let mut document = Document::default();
        let mut tall = table(3, 2);
        tall.rows[0][0].text = "ord ".repeat(6_000);
        tall.columns[2].title = "Langt ".repeat(2_000);
        document.table(tall);
        objects(&pdf(&document, &sample()).unwrap());
    }

    #[test]
    fn characters_that_the_font_lacks_are_said_at_the_end() {
        let elements = |text: &str| {
            let mut document = Document::default();
            document.paragraph(text);
            let file = pdf(&document, &sample()).unwrap();
            (objects(&file), has(&file, "/ActualText"))
        };
        let (without, with) = (elements("Tekst"), elements("Tekst 😀"));
        assert_eq!(with.0, without.0 + 1);
        objects(&pdf(&every_block(), &sample()).unwrap());
    }

    #[test]
    fn a_logo_is_a_figure_with_words() {
        let mut about = sample();
        about.look.logo = Some(logo::sample());
        let file = pdf(&Document::default(), &about).unwrap();
        objects(&file);
        assert!(has(&file, "/SMask") && has(&file, "/S/Figure") && has(&file, "(Logo)"));
    }
}
