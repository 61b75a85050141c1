//! Where results go: stdout or a file; everything else to stderr.

use std::borrow::Cow;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Mutex;

use super::args::{ColorArg, FormatArg, Global, OutputArgs};
use super::failure::{refuse, refuse_argument};
use super::names::ending;
use super::session::SharedCatalogue;
use crate::exchange::written_csv;
use crate::finding::{Fact, Finding, Findings, Location, Severity, nearest};
use crate::render::{self, Terminal};
use crate::report::{self, Document, Records};
use crate::store::{self, FileError};
use crate::text::{self, Lang};

/// Width of what is not written to a terminal.
const PIPE_WIDTH: u16 = 100;
/// Widest table on a terminal: longer lines are hard to follow.
const MAX_WIDTH: u16 = 200;

/// From how many findings on that differ in nothing but their place they are said as one.
const MANY: usize = 4;

/// A file: no terminal will ever read it as one.
const PAGE: Terminal = Terminal { width: PIPE_WIDTH, colour: false, links: false };

/// How this run talks, and which catalogue it was told to use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Console<'a> {
    /// Language of everything printed.
    pub(super) lang: Lang,
    /// Whether progress and summaries are left out.
    pub(super) quiet: bool,
    pub(super) color: ColorArg,
    /// Folder of another or a local catalogue; missing is `catalog` beside the assessment.
    pub(super) catalog: Option<&'a Path>,
    /// The catalogue that it means, once it has been read.
    pub(super) shared: &'a SharedCatalogue,
    /// Where lines for stderr wait for their turn; missing is that they are said at once.
    pub(super) lines: Option<&'a Mutex<Vec<String>>>,
    /// Where results for the screen wait until it is drawn; missing is that they are printed.
    pub(super) page: Option<&'a Mutex<Vec<String>>>,
}

impl<'a> Console<'a> {
    pub(super) fn new(lang: Lang, global: &'a Global, shared: &'a SharedCatalogue) -> Self {
        let catalog = global.catalog.as_deref();
        Self {
            lang,
            quiet: global.quiet,
            color: global.color,
            catalog,
            shared,
            lines: None,
            page: None,
        }
    }

    fn terminal(self) -> Terminal {
        let is_terminal = std::io::stdout().is_terminal();
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colour = match self.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => is_terminal && !no_color && !is_dumb(),
        };
        // The crate also obeys FORCE_HYPERLINK, which would put links into pipes.
        let links = is_terminal
            && !is_dumb()
            && self.color != ColorArg::Never
            && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
        Terminal { width: width(is_terminal), colour, links }
    }

    /// Characters on a line of the screen.
    pub(super) fn width(self) -> u16 {
        self.terminal().width
    }

    /// Prints a result as text, JSON or CSV, on stdout or to a file. A result without `records` is
    /// no table, and CSV is refused.
    pub(super) fn result(
        self,
        output: &OutputArgs,
        document: impl FnOnce() -> Document,
        facts: impl FnOnce() -> serde_json::Value,
        records: impl FnOnce() -> Option<Records>,
    ) -> anyhow::Result<()> {
        let terminal = match &output.output {
            Some(_) => PAGE,
            None => self.terminal(),
        };
        let text = match form_for(output)? {
            FormatArg::Text => render::terminal(&document(), terminal),
            FormatArg::Json => json(&facts()),
            FormatArg::Csv => csv(&records().ok_or_else(|| self.no_table())?),
        };
        self.whole(&text, output.output.as_deref(), output.force)
    }

    /// A result as text: short for the screen, whole for a file.
    pub(super) fn laid_out(self, is_file: bool, document: impl FnOnce(bool) -> Document) -> String {
        let terminal = if is_file { PAGE } else { self.terminal() };
        render::terminal(&document(is_file), terminal)
    }

    /// Refuses CSV for a result that is a text.
    fn no_table(self) -> anyhow::Error {
        self.say(text::no_table(self.lang));
        let allowed = ["text", "json"].map(str::to_owned).into();
        let fact = Fact::ValueArgument { found: "csv".to_owned(), allowed, nearest: None };
        refuse_argument("--format", fact)
    }

    /// Prints a whole text on stdout or to a file.
    pub(super) fn whole(self, text: &str, file: Option<&Path>, force: bool) -> anyhow::Result<()> {
        let Some(path) = file else {
            if let Some(mut page) = self.page.and_then(|page| page.lock().ok()) {
                page.push(text.to_owned());
                return Ok(());
            }
            return print_whole(self.lang, text);
        };
        check_free(path, force)?;
        store::write_atomically(path, text.as_bytes())?;
        self.say(&text::written(self.lang, &path.display().to_string()));
        Ok(())
    }

    /// Prints a document on stdout.
    pub(super) fn document(self, document: &Document) {
        self.print(&render::terminal(document, self.terminal()));
    }

    /// Prints to stdout; a reader that has gone away is not an error.
    pub(super) fn print(self, text: &str) {
        let _reader_may_be_gone = std::io::stdout().write_all(text.as_bytes());
    }

    /// Prints a paragraph or a line of a list, wrapped to the screen.
    pub(super) fn print_line(self, text: &str) {
        self.print(&render::paragraph(text, self.terminal().width));
    }

    /// A paragraph as it stands on the screen.
    pub(super) fn wrapped(self, text: &str) -> String {
        render::paragraph(text, self.terminal().width)
    }

    /// Draws a page in place of what is seen now. At first that is pushed up, where it can be scrolled back to.
    pub(super) fn screen(self, page: &str, is_first: bool) {
        let height = terminal_size::terminal_size().map_or(0, |(_, height)| usize::from(height.0));
        let begin = match (is_dumb(), is_first) {
            (true, _) => "\n".to_owned(),
            (false, true) => format!("{}\u{1b}[H\u{1b}[2J", "\n".repeat(height)),
            (false, false) => "\u{1b}[H\u{1b}[2J".to_owned(),
        };
        let mut stdout = std::io::stdout();
        let _nobody_may_watch =
            stdout.write_all(format!("{begin}{page}").as_bytes()).and_then(|()| stdout.flush());
    }

    /// Shows a question and waits behind it on the same line.
    pub(super) fn prompt(self, question: &str) {
        let text = render::paragraph(question, self.terminal().width);
        self.print(&format!("{} ", text.trim_end()));
        let _reader_may_be_gone = std::io::stdout().flush();
    }

    /// Says something on stderr, unless asked to be quiet.
    pub(super) fn say(self, line: &str) {
        if !self.quiet {
            self.aside(&render::safe(line));
        }
    }

    /// Says lines that waited for their turn.
    pub(super) fn say_later(self, lines: &[String]) {
        for line in lines {
            self.aside(line);
        }
    }

    /// Shows how far it is, or takes that away; only on a terminal.
    pub(super) fn progress(self, how_far: Option<(usize, usize)>) {
        let mut screen = std::io::stderr();
        if self.quiet || !screen.is_terminal() {
            return;
        }
        let line = match how_far {
            Some((count, of)) => text::reading(self.lang, count, of),
            None => String::new(),
        };
        let _nobody_may_watch = write!(screen, "\r\u{1b}[K{line}").and_then(|()| screen.flush());
    }

    /// Says why a command failed, on stderr, also when quiet.
    pub(super) fn complain(self, lines: &[String]) {
        for line in lines {
            self.aside(&render::safe(line));
        }
    }

    /// Writes a line to stderr; a reader that has gone away is not an error.
    fn aside(self, line: &str) {
        if let Some(lines) = self.lines {
            if let Ok(mut lines) = lines.lock() {
                lines.push(line.to_owned());
            }
            return;
        }
        let _reader_may_be_gone = writeln!(std::io::stderr(), "{line}");
    }

    /// Prints findings on stderr, worst places in order, with a count at the end.
    pub(super) fn findings(self, findings: &Findings) {
        let wanted =
            findings.iter().filter(|finding| !self.quiet || finding.severity() == Severity::Error);
        let wanted: Vec<&Finding> = wanted.collect();
        let mut alike = wanted.chunk_by(|one, next| self.is_said_alike(one, next)).peekable();
        while let Some(same) = alike.next() {
            let Some(finding) = same.first() else { continue };
            let ways = report::ways_out(self.lang, finding);
            // The same ways out are said once, under the last of those that they are for.
            let is_same = |next: &&Finding| {
                next.code() == finding.code() && report::ways_out(self.lang, next) == ways
            };
            let goes_on = alike
                .peek()
                .and_then(|next| next.first().copied())
                .is_some_and(|next| is_same(&next));
            let mut said = match same.len() {
                0..MANY => same.iter().map(|one| report::finding_lines(self.lang, one)).collect(),
                _ => vec![report::findings_lines(self.lang, same, self.width())],
            };
            if let Some(last) = said.last_mut().filter(|_| !goes_on) {
                last.extend(ways);
            }
            for lines in said {
                self.complain(&lines);
                self.aside("");
            }
        }
    }

    /// Whether two findings differ in nothing but their place in the answers.
    fn is_said_alike(self, one: &Finding, other: &Finding) -> bool {
        let is_answer = |finding: &Finding| matches!(finding.location, Location::Answer { .. });
        one.code() == other.code()
            && is_answer(one)
            && is_answer(other)
            && text::message(self.lang, &one.fact) == text::message(self.lang, &other.fact)
            && report::ways_out(self.lang, one) == report::ways_out(self.lang, other)
    }
}

/// The form asked for; where that is text, the one that the ending of the file says.
fn form_for(output: &OutputArgs) -> anyhow::Result<FormatArg> {
    let ending = output.output.as_deref().and_then(ending);
    match (output.format, ending.as_deref()) {
        (FormatArg::Text, Some("json")) => Ok(FormatArg::Json),
        (FormatArg::Text, Some("csv")) => Ok(FormatArg::Csv),
        (FormatArg::Text, Some(other)) if other != "txt" => {
            Err(unknown_ending(other, &["txt", "json", "csv"]))
        }
        (form, _) => Ok(form),
    }
}

/// Refuses a file whose ending says no form that there is: it would be opened as something that it is not.
pub(super) fn unknown_ending(found: &str, known: &[&str]) -> anyhow::Error {
    let allowed: Vec<String> = known.iter().map(|known| format!(".{known}")).collect();
    let found = format!(".{found}");
    let nearest = nearest(&found, allowed.iter().map(String::as_str)).map(str::to_owned);
    refuse_argument("-o", Fact::ValueArgument { found, allowed, nearest })
}

/// Whether the terminal says that it can do nothing but write.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// A document whose heading leads to the file that it is about, where a terminal knows links.
pub(super) fn address(mut document: Document, path: &Path) -> Document {
    document.address = std::path::absolute(path).ok().map(|path| file_address(&path));
    document
}

/// How a system writes the names of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    /// `/` between folders; a backslash is a character like another.
    Unix,
    /// `\` or `/` between folders, a drive or a server in front.
    Windows,
}

/// The address of a file: what is not plain in an address is written as its bytes in numbers.
fn file_address(path: &Path) -> String {
    let names = if cfg!(windows) { Names::Windows } else { Names::Unix };
    file_address_of(&path.to_string_lossy(), names)
}

fn file_address_of(path: &str, names: Names) -> String {
    let path = match names {
        Names::Unix => path.to_owned(),
        Names::Windows => path.trim_start_matches(r"\\?\").replace('\\', "/"),
    };
    // A server stands where an address has one; a drive stands behind a slash.
    let mut address = match names {
        Names::Windows if path.starts_with("//") => "file:".to_owned(),
        _ if path.starts_with('/') => "file://".to_owned(),
        _ => "file:///".to_owned(),
    };
    let is_drive = |place: usize| names == Names::Windows && place == 1;
    for (place, byte) in path.bytes().enumerate() {
        let is_plain = byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
        match is_plain || (byte == b':' && is_drive(place)) {
            true => address.push(char::from(byte)),
            false => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// Facts as a text; JSON reads a character by its number as the same text.
pub(super) fn json(facts: &serde_json::Value) -> String {
    by_number(format!("{facts:#}\n"))
}

/// A text in which what would steer a terminal is written as its number. So a difference that cannot be seen is seen.
pub(super) fn by_number(text: String) -> String {
    if render::safe(&text) == text {
        return text;
    }
    let shown = |c: char| match render::safe(&c.to_string()).starts_with(c) {
        true => c.to_string(),
        false => format!("\\u{:04x}", u32::from(c)),
    };
    text.chars().map(shown).collect()
}

/// A table as Excel opens it with a double click; on stdout, too, it begins with a byte order mark.
pub(super) fn csv(records: &Records) -> String {
    let safe = |text: &String| Cow::Owned(render::safe(text));
    written_csv(records.lines().map(|row| row.iter().map(safe).collect()))
}

/// Prints a result. A reader that has gone away has had enough; a full disk is an error, since a
/// script would take half a result for a whole one.
fn print_whole(lang: Lang, text: &str) -> anyhow::Result<()> {
    let mut stdout = std::io::stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(source) if source.kind() != std::io::ErrorKind::BrokenPipe => {
            let path = lang.pick("standard-output", "standard output").into();
            Err(FileError::Write { path, source }.into())
        }
        _ => Ok(()),
    }
}

fn width(is_terminal: bool) -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = match is_terminal {
        true => terminal_size::terminal_size().map(|(terminal_size::Width(width), _)| width),
        false => None,
    };
    measured.or(columns).unwrap_or(PIPE_WIDTH).min(MAX_WIDTH)
}

/// Refuses to overwrite without being asked.
pub(super) fn check_free(path: &Path, force: bool) -> anyhow::Result<()> {
    if !force && store::exists(path) {
        let location = Location::File(path.display().to_string());
        // Templates go into a folder, and nobody chose the name of the file.
        let is_in_folder = path.ends_with(store::TEMPLATE_NAME);
        return Err(refuse(location, Fact::OutputExists { is_in_folder }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_file_holds_nothing_that_steers() {
        let path = Path::new("/mine filer/Ærø\u{1b}]8;;x.risiko.yml");
        let address = file_address(path);
        assert_eq!(address, "file:///mine%20filer/%C3%86r%C3%B8%1B%5D8%3B%3Bx.risiko.yml");
    }

    #[test]
    fn a_drive_and_a_server_of_windows_stand_where_an_address_has_them() {
        for (path, names, address) in [
            (
                r"C:\Mine filer\Ærø.risiko.yml",
                Names::Windows,
                "file:///C:/Mine%20filer/%C3%86r%C3%B8.risiko.yml",
            ),
            ("D:/a:b.yml", Names::Windows, "file:///D:/a%3Ab.yml"),
            (
                r"\\server\Fælles drev\s.yml",
                Names::Windows,
                "file://server/F%C3%A6lles%20drev/s.yml",
            ),
            (r"\\?\C:\s.yml", Names::Windows, "file:///C:/s.yml"),
            (r"/mine/a\b.yml", Names::Unix, "file:///mine/a%5Cb.yml"),
        ] {
            assert_eq!(file_address_of(path, names), address, "{path}");
        }
    }
}
