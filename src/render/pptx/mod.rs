//! Slides as PowerPoint files: native titles, texts, tables and shapes, with what the speaker says.

mod flow;
mod parts;
mod shapes;

use super::font::{Weight, face};
use super::office::{Package, Relation};
use super::printed::{About, RenderError};
use crate::report::Slide;
use flow::{Para, Placed, Style};

/// Namespaces of slides and of their shapes.
pub(super) const SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// A slide as it is shown: none of it is higher than the screen.
struct Shown<'a> {
    title: String,
    /// In twentieths of a point.
    title_size: i64,
    things: Vec<Placed<'a>>,
    /// What the speaker says; empty on slides that only go on.
    notes: &'a [String],
    /// What stands below the title of the front; missing on all others.
    front: Option<(Vec<Para>, i64)>,
}

/// The slides as a PowerPoint file; the first is the front.
///
/// # Errors
///
/// Where the file cannot be packed.
pub fn pptx(slides: &[Slide], about: &About) -> Result<Vec<u8>, RenderError> {
    let mut shown = Vec::new();
    for (at, slide) in slides.iter().enumerate() {
        match at {
            0 => front(slide, about, &mut shown)?,
            _ => content(slide, about, &mut shown)?,
        }
    }
    packed(&shown, about)
}

/// Largest and smallest title, in twentieths of a point, and how many lines it may have.
const TITLE: ([i64; 5], usize) = ([640, 560, 480, 400, 320], 2);
/// Width of a title.
const TITLE_WIDTH: i64 = 17_200;

/// The size at which a title fits. What does not fit at any size stands below it.
fn titled(title: &str) -> Result<(String, i64, Vec<Para>), RenderError> {
    let (sizes, most) = TITLE;
    let [.., smallest] = sizes;
    let face = face(Weight::Bold)?;
    for size in sizes {
        if face.lines(title, size, TITLE_WIDTH).len() <= most {
            return Ok((title.to_owned(), size, Vec::new()));
        }
    }
    let lines = face.lines(title, smallest, TITLE_WIDTH);
    let (first, rest) = lines.split_at(most.min(lines.len()));
    let rest = format!("… {}", rest.join(" "));
    Ok((format!("{} …", first.join(" ")), smallest, vec![Para::plain(rest, Style::Body)]))
}

fn content<'a>(
    slide: &'a Slide,
    about: &About,
    shown: &mut Vec<Shown<'a>>,
) -> Result<(), RenderError> {
    let (title, title_size, rest) = titled(&slide.title)?;
    let pages = flow::slides(&slide.blocks, rest)?;
    for (at, things) in pages.into_iter().enumerate() {
        let (title, notes) = match at {
            0 => (title.clone(), slide.notes.as_slice()),
            _ => (format!("{title} {}", about.words.continued), [].as_slice()),
        };
        shown.push(Shown { title, title_size, things, notes, front: None });
    }
    Ok(())
}

/// Room for what stands below the title of the front: width and height.
const FRONT: (i64, i64) = (15_200, 3_600);

/// The front: its texts stand below its title. What does not fit there goes on to a slide behind it.
fn front<'a>(
    slide: &'a Slide,
    about: &About,
    shown: &mut Vec<Shown<'a>>,
) -> Result<(), RenderError> {
    let (title, title_size, rest) = titled(&slide.title)?;
    let texts: Vec<Para> = slide.blocks.iter().flat_map(flow::paras).collect();
    let is_text = |block| !flow::paras(block).is_empty();
    let first = slide.blocks.iter().position(|block| !is_text(block)).unwrap_or(slide.blocks.len());
    let mut fitting = None;
    for size in flow::SIZES {
        let mut high = 0;
        for para in &texts {
            high += flow::height(para, size, FRONT.0)?;
        }
        if high <= FRONT.1 && fitting.is_none() {
            fitting = Some(size);
        }
    }
    let whole = rest.is_empty() && first == slide.blocks.len();
    let (texts, size, more) = match fitting.filter(|_| whole) {
        Some(size) => (texts, size, false),
        None => (Vec::new(), flow::SMALLEST, true),
    };
    let things = Vec::new();
    let front = Some((texts, size));
    let notes = slide.notes.as_slice();
    shown.push(Shown { title: title.clone(), title_size, things, notes, front });
    if more {
        for things in flow::slides(&slide.blocks, rest)? {
            let title = format!("{title} {}", about.words.continued);
            shown.push(Shown { title, title_size, things, notes: &[], front: None });
        }
    }
    Ok(())
}

fn packed(shown: &[Shown<'_>], about: &About) -> Result<Vec<u8>, RenderError> {
    let mut package = Package::default();
    let part = |name: &str| format!("presentationml.{name}");
    package.xml(
        "ppt/presentation.xml",
        &part("presentation.main"),
        &parts::presentation(shown.len()),
    );
    let targets: Vec<String> =
        (1..=shown.len()).map(|at| format!("slides/slide{at}.xml")).collect();
    let mut relations = vec![
        Relation { id: 1, kind: "slideMaster", target: "slideMasters/slideMaster1.xml" },
        Relation { id: 2, kind: "notesMaster", target: "notesMasters/notesMaster1.xml" },
        Relation { id: 3, kind: "theme", target: "theme/theme1.xml" },
    ];
    let own = |(at, target)| Relation { id: parts::FIRST_SLIDE + at, kind: "slide", target };
    relations.extend(targets.iter().map(String::as_str).enumerate().map(own));
    package.relations("ppt/presentation.xml", &relations);
    masters(&mut package, about);
    if let Some(logo) = &about.look.logo {
        package.bytes("ppt/media/logo.png", logo.bytes());
    }
    for (at, slide) in shown.iter().enumerate() {
        let number = at + 1;
        let path = format!("ppt/slides/slide{number}.xml");
        package.xml(&path, &part("slide"), &shapes::slide(slide, about)?);
        let notes = format!("../notesSlides/notesSlide{number}.xml");
        let layout = match slide.front {
            Some(_) => "../slideLayouts/slideLayout1.xml",
            None => "../slideLayouts/slideLayout2.xml",
        };
        let mut uses = vec![
            Relation { id: 1, kind: "slideLayout", target: layout },
            Relation { id: 2, kind: "notesSlide", target: &notes },
        ];
        if slide.front.is_some() && about.look.logo.is_some() {
            uses.push(Relation { id: 3, kind: "image", target: "../media/logo.png" });
        }
        package.relations(&path, &uses);
        let path = format!("ppt/notesSlides/notesSlide{number}.xml");
        package.xml(&path, &part("notesSlide"), &parts::notes(slide.notes, about));
        let back = format!("../slides/slide{number}.xml");
        package.relations(
            &path,
            &[
                Relation { id: 1, kind: "notesMaster", target: "../notesMasters/notesMaster1.xml" },
                Relation { id: 2, kind: "slide", target: &back },
            ],
        );
    }
    package.packed("ppt/presentation.xml", about)
}

/// What all slides and all notes look like.
fn masters(package: &mut Package, about: &About) {
    let part = |name: &str| format!("presentationml.{name}");
    let master = "ppt/slideMasters/slideMaster1.xml";
    package.xml(master, &part("slideMaster"), &parts::master(about));
    package.relations(
        master,
        &[
            Relation { id: 1, kind: "slideLayout", target: "../slideLayouts/slideLayout1.xml" },
            Relation { id: 2, kind: "slideLayout", target: "../slideLayouts/slideLayout2.xml" },
            Relation { id: 3, kind: "theme", target: "../theme/theme1.xml" },
        ],
    );
    for (number, layout) in [(1, parts::front_layout(about)), (2, parts::content_layout())] {
        let path = format!("ppt/slideLayouts/slideLayout{number}.xml");
        package.xml(&path, &part("slideLayout"), &layout);
        let target = "../slideMasters/slideMaster1.xml";
        package.relations(&path, &[Relation { id: 1, kind: "slideMaster", target }]);
    }
    let notes = "ppt/notesMasters/notesMaster1.xml";
    package.xml(notes, &part("notesMaster"), &parts::notes_master());
    package.relations(notes, &[Relation { id: 1, kind: "theme", target: "../theme/theme2.xml" }]);
    for number in 1..=2 {
        package.xml(&format!("ppt/theme/theme{number}.xml"), "theme", &parts::theme(about));
    }
}

#[cfg(test)]
mod tests {
    use super::super::logo;
    use super::super::office::parts;
    use super::super::printed::sample;
    use super::super::samples::{bad_document, bad_texts, slides};
    use super::*;

    #[test]
    fn a_deck_has_native_titles_texts_tables_shapes_and_notes() {
        let parts = parts(&pptx(&slides(), &sample()).unwrap());
        assert!(parts["ppt/slides/slide1.xml"].contains("type=\"ctrTitle\""));
        assert!(parts["ppt/slides/slide2.xml"].contains("type=\"title\""));
        assert!(
            parts["ppt/slides/slide2.xml"].contains("<a:highlight><a:srgbClr val=\"F07F78\"/>")
        );
        assert!(parts["ppt/slides/slide3.xml"].contains("<a:tbl>"));
        assert!(parts["ppt/slides/slide4.xml"].contains("descr=\"To sager er røde\""));
        assert!(parts["ppt/notesSlides/notesSlide2.xml"].contains("Sig det roligt."));
        assert!(parts["ppt/presentation.xml"].contains("<p:sldId id=\"259\""));
    }

    #[test]
    fn every_part_is_declared_and_every_relation_leads_somewhere() {
        let mut about = sample();
        about.look.logo = Some(logo::sample());
        let parts = parts(&pptx(&slides(), &about).unwrap());
        let types = &parts["[Content_Types].xml"];
        for path in parts.keys().filter(|path| !path.contains("_rels") && !path.starts_with('[')) {
            assert!(types.contains(&format!("PartName=\"/{path}\"")), "{path}");
        }
        for (path, list) in parts.iter().filter(|(path, _)| path.contains("ppt/slides/_rels")) {
            for target in list.split("Target=\"../").skip(1) {
                let target = format!("ppt/{}", target.split('"').next().unwrap());
                assert!(
                    parts.contains_key(&target) || target.ends_with(".png"),
                    "{path}: {target}"
                );
            }
        }
    }

    #[test]
    fn whatever_people_write_the_file_is_whole() {
        let mut about = sample();
        for text in bad_texts() {
            about.title.clone_from(&text);
            about.footer.clone_from(&text);
            let blocks = bad_document(&text).blocks;
            let slide = Slide { title: text.clone(), blocks, notes: vec![text.clone()] };
            let parts = parts(&pptx(&[slide.clone(), slide], &about).unwrap());
            assert!(parts.len() > 20);
            let shown: String = parts.values().map(String::as_str).collect();
            assert!(!shown.contains("<script"), "{text}");
        }
        parts(&pptx(&[], &about).unwrap());
    }

    #[test]
    fn a_title_that_is_too_long_goes_on_below_itself() {
        let title = "Langt ord ".repeat(100);
        let front = Slide { title: "Forside".to_owned(), blocks: Vec::new(), notes: Vec::new() };
        let slide = Slide { title, ..front.clone() };
        let parts = parts(&pptx(&[front, slide], &sample()).unwrap());
        let shown = &parts["ppt/slides/slide2.xml"];
        assert_eq!(shown.matches("Langt").count(), 100, "{shown}");
    }

    #[test]
    fn the_same_slides_give_the_same_bytes() {
        assert_eq!(pptx(&slides(), &sample()).unwrap(), pptx(&slides(), &sample()).unwrap());
    }
}
