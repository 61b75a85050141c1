//! Word, PowerPoint and PDF files through real programs. Needs LibreOffice, poppler and, for a second opinion,
//! python-docx and python-pptx, which `.ci/run` installs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use risiko::domain::Colour;
use risiko::render::{self, About};
use risiko::report::{Align, Anchor, Block, Cell, Column, Document, Drawing, Paint, Slide, Table};
use risiko::store::write_atomically;
use support::about;
use support::console::{run, words};

fn picture() -> Drawing {
    let mut drawing = Drawing::new("Matrixen", "En sag er rød", (300, 200));
    drawing.rect((20, 20), (120, 80), Paint::Band(Colour::Red));
    drawing.dot((80, 60), 6, Paint::Accent);
    drawing.arrow((200, 60), (90, 62), 2, Paint::Ink);
    drawing.text((20, 15), Anchor::Start, 11, "Konsekvens");
    drawing
}

fn table(columns: usize, rows: usize) -> Table {
    let cell = |row: usize, at: usize| match at {
        1 => Cell::coloured("Over middel", Colour::Orange),
        _ => Cell::from(format!("r{row}f{at}")),
    };
    Table {
        columns: (0..columns).map(|at| Column::new(format!("Spalte{at}"), Align::Left)).collect(),
        rows: (0..rows).map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect(),
    }
}

fn document() -> Document {
    let mut document = Document::default();
    document.heading("Risikovurdering på prøve");
    document.paragraph("Ærø, Åbenrå → <script>alert(1)</script> =cmd() & \"mere\"");
    document.words(vec![Cell::coloured("2 Høj", Colour::Red), "3 ikke vurderet".into()]);
    document.list(vec!["Første punkt".to_owned(), "x".repeat(2000)]);
    document.heading("Billedet");
    document.picture(picture());
    document.new_page();
    document.heading("Tallene");
    document.table(table(12, 300));
    document.table(table(3, 0));
    document.small("Slut på prøven");
    document
}

fn slides() -> Vec<Slide> {
    let slide = |title: &str, blocks| Slide {
        title: title.to_owned(),
        blocks,
        notes: vec!["Det siger taleren".to_owned()],
    };
    vec![
        slide("Risikovurdering på prøve", vec![Block::Paragraph("Til byrådet".to_owned())]),
        slide("Billedet", vec![Block::Paragraph("Én sag".to_owned()), Block::Picture(picture())]),
        slide("Tallene", vec![Block::Table(table(5, 60))]),
        slide("Meget", vec![Block::Paragraph("Mange ord i træk. ".repeat(300))]),
    ]
}

/// What a program prints.
fn printed(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// Text and number of pages of a PDF file.
fn read(path: &Path) -> (String, usize) {
    let path = path.to_str().unwrap();
    let pages = printed("pdfinfo", &[path]);
    let pages = pages.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    (printed("pdftotext", &["-layout", path, "-"]), pages.trim().parse().unwrap())
}

/// A file as LibreOffice shows it.
fn shown(bytes: &[u8], name: &str) -> (String, usize) {
    let folder = tempfile::tempdir().unwrap();
    read(&converted(folder.path(), bytes, name))
}

/// The PDF file that LibreOffice makes of a file.
fn converted(folder: &Path, bytes: &[u8], name: &str) -> PathBuf {
    let ours = folder.join(name);
    write_atomically(&ours, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("p").display());
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .arg(&ours)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    ours.with_extension("pdf")
}

/// The text of a PDF file in reading order.
fn in_order(path: &Path) -> String {
    printed("pdftotext", &["-raw", path.to_str().unwrap(), "-"])
}

fn ours() -> About {
    about("Risikovurdering på prøve")
}

#[test]
#[ignore = "needs LibreOffice and poppler; .ci/run installs them and runs this with --ignored"]
fn a_word_file_is_shown_whole_by_libreoffice() {
    let (text, pages) = shown(&render::docx(&document(), &ours()).unwrap(), "prøve.docx");
    for words in [
        "Ærø, Åbenrå",
        "<script>alert(1)</script> =cmd()",
        "Første punkt",
        "Konsekvens",
        "r299f11",
        "Slut på prøven",
        &format!("Side {pages} af {pages}"),
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(text.matches("Spalte11").count(), pages - 1, "the header on every page");
    assert!((6..=14).contains(&pages), "{pages}");
}

#[test]
#[ignore = "needs LibreOffice and poppler; .ci/run installs them and runs this with --ignored"]
fn a_deck_is_shown_whole_by_libreoffice() {
    let (text, pages) = shown(&render::pptx(&slides(), &ours()).unwrap(), "prøve.pptx");
    for words in ["Til byrådet", "Én sag", "Konsekvens", "r59f4", "Tallene (fortsat)", "Meget"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(text.matches("Mange ord i træk").count(), 300);
    assert!((6..=14).contains(&pages), "{pages}");
}

#[test]
#[ignore = "needs poppler; .ci/run installs it and runs this with --ignored"]
fn a_pdf_file_is_tagged_and_every_word_can_be_read_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prøve.pdf");
    write_atomically(&path, &render::pdf(&document(), &ours()).unwrap()).unwrap();
    let (text, pages) = read(&path);
    for words in ["Ærø, Åbenrå → <script>", "=cmd()", "Konsekvens", "r299f11", "Slut på prøven"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.contains(&format!("Side {pages} af {pages}")));
    let path = path.to_str().unwrap();
    assert!(printed("pdfinfo", &[path]).contains("Tagged:          yes"));
    let tree = printed("pdfinfo", &["-struct-text", path]);
    for element in ["H1", "H2", "L (", "LBody", "Figure", "Table", "TH", "TD", "\"r299f11\""] {
        assert!(tree.contains(element), "{element}");
    }
    // Headers that come again are not read out again.
    assert_eq!(tree.matches("\"Spalte11\"").count(), 1);
    let fonts = printed("pdffonts", &[path]);
    assert_eq!(
        fonts.matches("CID TrueType      Identity-H       yes yes yes").count(),
        2,
        "{fonts}"
    );
}

#[test]
#[ignore = "needs python-docx and python-pptx; .ci/run installs them and runs this with --ignored"]
fn word_and_powerpoint_files_are_read_by_others_libraries() {
    let folder = tempfile::tempdir().unwrap();
    let (word, deck) = (folder.path().join("a.docx"), folder.path().join("a.pptx"));
    write_atomically(&word, &render::docx(&document(), &ours()).unwrap()).unwrap();
    write_atomically(&deck, &render::pptx(&slides(), &ours()).unwrap()).unwrap();
    let python = std::env::var("RISIKO_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let run = |code: &str, path: &Path| printed(&python, &["-c", code, path.to_str().unwrap()]);
    let code = "import sys, docx\nd = docx.Document(sys.argv[1])\n\
                print([p.style.name for p in d.paragraphs if p.text][:3], len(d.tables), len(d.tables[0].rows), d.core_properties.title)";
    let said = run(code, &word);
    assert_eq!(said.trim(), "['Title', 'Body Text', 'Body Text'] 2 301 Risikovurdering på prøve");
    let code = "import sys, pptx\np = pptx.Presentation(sys.argv[1])\n\
                print([s.shapes.title.text for s in p.slides][:3], p.slides[1].notes_slide.notes_text_frame.text)";
    let said = run(code, &deck);
    assert_eq!(
        said.trim(),
        "['Risikovurdering på prøve', 'Billedet', 'Tallene'] Det siger taleren"
    );
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn a_report_says_the_facts_of_the_json_where_other_programs_show_it() {
    let folder = tempfile::tempdir().unwrap();
    let skovby = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/01-skovby/skovby-2026.risiko.yml")
        .display()
        .to_string();
    let report = |further: &str| {
        let command = format!("report {skovby} --for direktion --as-of 2026-11-23 {further}");
        let said = run(folder.path(), &words(&command), None);
        assert_eq!(said.code, 0, "{}", said.stderr);
        said.stdout
    };
    let facts: serde_json::Value = serde_json::from_str(&report("--format json")).unwrap();
    let listed = |key: &str, what: &str| -> Vec<String> {
        let all = facts[key].as_array().unwrap().iter();
        all.map(|one| one[what].as_str().unwrap().to_owned()).collect()
    };
    // Cells are broken into lines, so a text is looked for without blanks.
    let packed = |text: &str| text.split_whitespace().collect::<String>().replace('\u{ad}', "");
    report("-o rapport.pdf");
    report("-o rapport.docx");
    let word = risiko::store::read_bytes(&folder.path().join("rapport.docx")).unwrap();
    let word = converted(folder.path(), &word, "som-word.docx");
    let texts = [in_order(&folder.path().join("rapport.pdf")), in_order(&word)];
    for (text, program) in texts.iter().zip(["poppler", "LibreOffice"]) {
        let text = packed(text);
        let digest = facts["digest"].as_str().unwrap();
        assert!(text.contains(digest), "{program}: {digest}");
        let missing: Vec<String> = listed("activities", "title")
            .into_iter()
            .chain(listed("planned", "what"))
            .filter(|one| !text.contains(&packed(one)))
            .collect();
        assert!(missing.is_empty(), "{program}: {missing:?}");
    }
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn the_board_has_everything_before_the_annex_on_one_page() {
    let folder = tempfile::tempdir().unwrap();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let path = |name: &str| examples.join(name).display().to_string();
    let (own, other) =
        (path("01-skovby/skovby-2026.risiko.yml"), path("02-fjordby/fjordby-2026.risiko.yml"));
    // A month later some actions are overdue, and a year later most are: as many questions as there can be.
    for (day, further) in [
        ("2026-11-23", String::new()),
        ("2026-11-23", format!("--against {other}")),
        ("2026-12-23", format!("--against {other}")),
        ("2027-12-23", format!("--against {other}")),
        ("2027-12-23", String::new()),
    ] {
        for lang in ["da", "en"] {
            let command = format!(
                "report {own} --lang {lang} --for direktion --as-of {day} {further} -o d.pdf --force"
            );
            let said = run(folder.path(), &words(&command), None);
            assert_eq!(said.code, 0, "{}", said.stderr);
            let file = folder.path().join("d.pdf");
            let second = printed("pdftotext", &["-f", "2", "-l", "2", file.to_str().unwrap(), "-"]);
            let begins = second.lines().filter(|line| !line.trim().is_empty()).nth(1).unwrap();
            assert!(begins.starts_with("Bilag") || begins.starts_with("Annex"), "{day}: {begins}");
        }
    }
}
