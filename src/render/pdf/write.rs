//! Pages, fonts, tree and bookmarks as the objects of a PDF file.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{
    CidFontType, FontFlags, PageMode, StructRole, SystemInfo, TabOrder, TableHeaderScope,
    UnicodeCmap,
};
use pdf_writer::{Date, Filter, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::subset;

use super::super::font::Weight;
use super::super::logo::Logo;
use super::super::office::content;
use super::super::printed::{About, RenderError};
use super::letters::Letters;
use super::page::{LOGO, SETTINGS, font, points};
use super::tree::{Kid, Tree};
use super::{Bookmark, Writer};

/// How glyphs are numbered: as they are.
const AS_THEY_ARE: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Gives each object its number.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }

    fn many(&mut self, count: usize) -> Vec<Ref> {
        (0..count).map(|_| self.next()).collect()
    }
}

impl Writer<'_> {
    /// The whole file.
    pub(super) fn finished(mut self) -> Result<Vec<u8>, RenderError> {
        self.around();
        let Self { about, pages, tree, letters, bookmarks, .. } = self;
        let mut numbers = Numbers(0);
        let [catalog, list, info, metadata, root] = [(); 5].map(|()| numbers.next());
        let mut pdf = Pdf::with_settings(SETTINGS);
        pdf.set_version(1, 7);
        let fonts = [numbers.next(), numbers.next()];
        for ((letters, weight), id) in
            letters.iter().zip([Weight::Regular, Weight::Bold]).zip(fonts)
        {
            write_font(&mut pdf, (letters, weight, id), &mut numbers)?;
        }
        let logo = match &about.look.logo {
            Some(logo) => Some(write_logo(&mut pdf, logo, &mut numbers)?),
            None => None,
        };
        let (ids, contents) = (numbers.many(pages.len()), numbers.many(pages.len()));
        pdf.pages(list).kids(ids.iter().copied()).count(whole(pages.len()));
        let mut marks = Vec::new();
        let mut heights = Vec::new();
        for (at, ((page, id), content)) in pages.into_iter().zip(&ids).zip(&contents).enumerate() {
            let (width, height) = page.place.sheet();
            let mut object = pdf.page(*id);
            object
                .parent(list)
                .contents(*content)
                .struct_parents(whole(at))
                .tab_order(TabOrder::StructureOrder);
            object.media_box(Rect::new(0.0, 0.0, points(width), points(height)));
            let mut resources = object.resources();
            let mut names = resources.fonts();
            for (weight, id) in [Weight::Regular, Weight::Bold].into_iter().zip(fonts) {
                names.pair(font(weight), id);
            }
            names.finish();
            if let Some(logo) = logo {
                resources.x_objects().pair(LOGO, logo);
            }
            resources.finish();
            object.finish();
            let packed = packed(&page.content.finish())?;
            pdf.stream(*content, &packed).filter(Filter::FlateDecode);
            marks.push(page.marks);
            heights.push(height);
        }
        write_tree(&mut pdf, (&tree, &marks, root), &ids, &mut numbers);
        let outline = write_bookmarks(&mut pdf, &bookmarks, (&ids, &heights), &mut numbers);
        write_info(&mut pdf, about, (info, metadata));
        let mut object = pdf.catalog(catalog);
        object.pages(list).metadata(metadata).lang(TextStr(about.language.tag()));
        object.mark_info().marked(true);
        object.viewer_preferences().display_doc_title(true);
        if let Some(outline) = outline {
            object.outlines(outline).page_mode(PageMode::UseOutlines);
        }
        object.pair(Name(b"StructTreeRoot"), root);
        object.finish();
        Ok(pdf.finish())
    }
}

/// A count as files have it.
fn whole(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>, RenderError> {
    let refused = |error: std::io::Error| RenderError::Package(error.to_string());
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).map_err(refused)?;
    encoder.finish().map_err(refused)
}

/// A face with only the glyphs that are used, and what they stand for.
fn write_font(
    pdf: &mut Pdf,
    (letters, weight, id): (&Letters, Weight, Ref),
    numbers: &mut Numbers,
) -> Result<(), RenderError> {
    let [cid, descriptor, cmap, data] = [(); 4].map(|()| numbers.next());
    let name = match weight {
        Weight::Regular => Name(b"RISIKO+NotoSans"),
        Weight::Bold => Name(b"RISIKO+NotoSans-Bold"),
    };
    pdf.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(cmap);
    let face = letters.face;
    // In thousandths of an em.
    let scaled = |units: i64| {
        let thousandths = units * 1000 / face.em;
        f32::from(i16::try_from(thousandths).unwrap_or(i16::MAX))
    };
    let mut object = pdf.cid_font(cid);
    object.subtype(CidFontType::Type2).base_font(name).system_info(AS_THEY_ARE);
    object.font_descriptor(descriptor).default_width(scaled(face.advance(0)));
    object.cid_to_gid_map_predefined(Name(b"Identity"));
    let mut widths = object.widths();
    for (number, (_, glyph)) in &letters.used {
        widths.same(*number, *number, scaled(face.advance(*glyph)));
    }
    widths.finish();
    object.finish();
    let [left, bottom, right, top] = face.bounds.map(|bound| scaled(i64::from(bound)));
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0.0)
        .ascent(scaled(face.ascent))
        .descent(scaled(face.descent))
        .cap_height(scaled(face.capital))
        .stem_v(if weight == Weight::Bold { 140.0 } else { 80.0 })
        .font_file2(data);
    let mut unicode = UnicodeCmap::<u16>::new(
        Name(b"Unicode"),
        SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"UCS"), supplement: 0 },
    );
    for (number, (sign, _)) in &letters.used {
        unicode.pair(*number, *sign);
    }
    let unicode = packed(&unicode.finish())?;
    pdf.stream(cmap, &unicode).filter(Filter::FlateDecode);
    let file = subset(face.bytes, 0, &letters.numbers)
        .map_err(|error| RenderError::Font(error.to_string()))?;
    let file_packed = packed(&file)?;
    pdf.stream(data, &file_packed)
        .filter(Filter::FlateDecode)
        .pair(Name(b"Length1"), whole(file.len()));
    Ok(())
}

fn write_logo(pdf: &mut Pdf, logo: &Logo, numbers: &mut Numbers) -> Result<Ref, RenderError> {
    let (image, mask) = (numbers.next(), numbers.next());
    let (points, (width, height)) = logo.points();
    let size = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    let colours = packed(&points.colours)?;
    let mut object = pdf.image_xobject(image, &colours);
    object.filter(Filter::FlateDecode);
    object.width(size(width)).height(size(height)).bits_per_component(8);
    object.color_space().device_rgb();
    if points.cover.is_some() {
        object.s_mask(mask);
    }
    object.finish();
    if let Some(cover) = &points.cover {
        let cover = packed(cover)?;
        let mut object = pdf.image_xobject(mask, &cover);
        object.filter(Filter::FlateDecode);
        object.width(size(width)).height(size(height)).bits_per_component(8);
        object.color_space().device_gray();
    }
    Ok(image)
}

/// The tree of elements, and which of them each mark on a page belongs to.
fn write_tree(
    pdf: &mut Pdf,
    (tree, marks, root): (&Tree, &[Vec<usize>], Ref),
    pages: &[Ref],
    numbers: &mut Numbers,
) {
    let ids = numbers.many(tree.elements.len());
    let of = |element: usize| ids.get(element).copied().unwrap_or(root);
    for (at, (element, id)) in tree.elements.iter().zip(&ids).enumerate() {
        let mut object = pdf.struct_element(*id);
        object.kind(element.role);
        object.parent(if at == Tree::ROOT { root } else { of(element.parent) });
        if let Some(alt) = &element.alt {
            object.alt(TextStr(alt));
        }
        match (element.role, element.field) {
            (StructRole::TH, _) => {
                object.attributes().push().table().scope(TableHeaderScope::Column);
            }
            (_, Some([left, bottom, right, top])) => {
                object.attributes().push().layout().bbox(Rect::new(left, bottom, right, top));
            }
            _ => {}
        }
        let mut kids = object.children();
        for kid in &element.kids {
            match kid {
                Kid::Element(element) => {
                    kids.struct_element(of(*element));
                }
                Kid::Mark(page, number) => {
                    let mut mark = kids.marked_content_ref();
                    mark.marked_content_id(*number);
                    if let Some(page) = pages.get(*page) {
                        mark.page(*page);
                    }
                }
            }
        }
    }
    let lists = numbers.many(marks.len());
    for (marks, id) in marks.iter().zip(&lists) {
        pdf.indirect(*id).array().items(marks.iter().map(|element| of(*element)));
    }
    let mut object = pdf.indirect(root).start::<pdf_writer::writers::StructTreeRoot<'_>>();
    object.child(of(Tree::ROOT));
    let mut parents = object.parent_tree();
    let mut entries = parents.nums();
    for (at, id) in lists.iter().enumerate() {
        entries.insert(whole(at), *id);
    }
    entries.finish();
    parents.finish();
    object.parent_tree_next_key(whole(lists.len()));
    object.finish();
}

/// The list beside the pages: headings, and below each the headings of its parts.
fn write_bookmarks(
    pdf: &mut Pdf,
    bookmarks: &[Bookmark],
    (pages, heights): (&[Ref], &[i64]),
    numbers: &mut Numbers,
) -> Option<Ref> {
    let ids = numbers.many(bookmarks.len());
    let root = numbers.next();
    let is_part = |at: usize| at > 0 && bookmarks.get(at).is_some_and(|mark| mark.level > 2);
    // The heading that a part belongs to: the last one before it that is no part.
    let owner = |at: usize| (0..at).rev().find(|before| !is_part(*before));
    let tops: Vec<usize> = (0..bookmarks.len()).filter(|at| !is_part(*at)).collect();
    let parts_of = |top: usize| -> Vec<usize> {
        let next = tops.iter().copied().find(|other| *other > top).unwrap_or(bookmarks.len());
        (top + 1..next).collect()
    };
    let id = |at: usize| ids.get(at).copied();
    for (at, mark) in bookmarks.iter().enumerate() {
        let family = match is_part(at) {
            true => owner(at).map(parts_of).unwrap_or_default(),
            false => tops.clone(),
        };
        let place = family.iter().position(|other| *other == at).unwrap_or_default();
        let mut item = pdf.outline_item(id(at)?);
        let title = if mark.title.is_empty() { "\u{2013}" } else { mark.title.as_str() };
        item.title(TextStr(title));
        item.parent(if is_part(at) { owner(at).and_then(id)? } else { root });
        if let Some(before) = place.checked_sub(1).and_then(|place| family.get(place)) {
            item.prev(id(*before)?);
        }
        if let Some(after) = family.get(place + 1) {
            item.next(id(*after)?);
        }
        let parts = if is_part(at) { Vec::new() } else { parts_of(at) };
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            // Closed at first, so that the headings can be looked over.
            item.first(id(*first)?).last(id(*last)?).count(-whole(parts.len()));
        }
        if let (Some(page), Some(height)) = (pages.get(mark.page), heights.get(mark.page)) {
            item.dest().page(*page).xyz(0.0, points(height - mark.y + 200), None);
        }
    }
    let (first, last) = (id(*tops.first()?)?, id(*tops.last()?)?);
    pdf.outline(root).first(first).last(last).count(whole(tops.len()));
    Some(root)
}

/// What the file is, twice: for old readers and for new ones.
fn write_info(pdf: &mut Pdf, about: &About, (info, metadata): (Ref, Ref)) {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(about.day.year()).unwrap_or_default();
    let day = Date::new(year)
        .month(part(about.day.month()))
        .day(part(about.day.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let title = super::plain(&about.title);
    let mut known = pdf.document_info(info);
    if !about.subject.is_empty() {
        known.subject(TextStr(&about.subject));
    }
    known
        .title(TextStr(&title))
        .creator(TextStr("risiko"))
        .producer(TextStr("risiko"))
        .creation_date(day)
        .modified_date(day);
    drop(known);
    let date = about.day.strftime("%Y-%m-%dT00:00:00Z");
    let xmp = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\
         <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>\
         <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>risiko</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>\
         <pdf:Producer>risiko</pdf:Producer><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>\
         <?xpacket end=\"r\"?>",
        content(&about.title),
        content(&about.subject),
        about.language.tag(),
    );
    pdf.metadata(metadata, xmp.as_bytes());
}
