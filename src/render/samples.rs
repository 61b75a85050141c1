//! Documents for the tests of the renderers: one with every kind of block, and what people might write.

use crate::domain::Colour;
use crate::report::{Align, Anchor, BarPart, Cell, Column, Document, Drawing, Paint, Slide, Table};

/// A picture with every shape.
pub(super) fn drawing() -> Drawing {
    let mut drawing = Drawing::new("Matrix", "To sager er røde", (300, 200));
    drawing.rect((20, 20), (120, 80), Paint::Band(Colour::Red));
    drawing.rect((140, 20), (120, 80), None);
    drawing.dot((80, 60), 6, Paint::Accent);
    drawing.dot((200, 60), 6, None);
    drawing.line((20, 180), (280, 180), 1, Paint::Quiet);
    drawing.arrow((200, 60), (90, 62), 2, Paint::Ink);
    drawing.text((20, 15), Anchor::Start, 11, "Konsekvens →");
    drawing.bold((150, 195), Anchor::Middle, 11, "Sandsynlighed");
    drawing.on_band((80, 40), Anchor::Middle, 10, "Høj");
    drawing.text((280, 15), Anchor::End, 11, "<ende>");
    drawing
}

/// A table of some columns and rows, with a band in each row.
pub(super) fn table(columns: usize, rows: usize) -> Table {
    let align = |at: usize| match at % 3 {
        0 => Align::Left,
        1 => Align::Right,
        _ => Align::Centre,
    };
    Table {
        columns: (0..columns)
            .map(|at| Column::new(format!("Afdelinger {at}"), align(at)))
            .collect(),
        rows: (0..rows)
            .map(|row| {
                let cell = |at: usize| match at {
                    1 => Cell::coloured("Over middel", Colour::Orange),
                    _ => Cell::from(format!("række {row} felt {at}")),
                };
                (0..columns).map(cell).collect()
            })
            .collect(),
    }
}

/// Every kind of block.
pub(super) fn every_block() -> Document {
    let mut document = Document::default();
    document.heading("Prøve på alt");
    document.paragraph("Et afsnit\nmed linjeskift");
    document.list(vec!["Første".to_owned(), "Anden".to_owned()]);
    document.words(vec![Cell::coloured("Høj", Colour::Red), "2 mangler".into()]);
    document.heading("Tabeller");
    document.subheading("Lille");
    let mut small = table(3, 4);
    small.rows[0][0].emphasis = true;
    small.rows[1][2].bar = vec![
        BarPart { count: Some(3), colour: Colour::Red },
        BarPart { count: None, colour: Colour::Green },
    ];
    document.table(small);
    document.small("Kilde: prøven");
    document.narrow("Kun hvor der er trangt");
    document.new_page();
    document.heading("Billede");
    document.picture(drawing());
    document.heading("Bred");
    document.table(table(12, 40));
    document
}

/// What people might write by mistake or on purpose.
pub(super) fn bad_texts() -> Vec<String> {
    vec![
        "x".repeat(2000),
        "ord ".repeat(500),
        "😀 👩‍👩‍👧 漢字 مرحبا שלום".to_owned(),
        "a\u{0}b\u{1b}[31mc\u{202e}d\u{fffe}\u{ffff}e".to_owned(),
        "<script>alert('&')</script>]]>".to_owned(),
        "=cmd|' /C calc'!A0".to_owned(),
        "\n\n\n".to_owned(),
        String::new(),
    ]
}

/// The same text everywhere, and tables that have no rows, no columns and too few cells.
pub(super) fn bad_document(text: &str) -> Document {
    let mut document = Document::default();
    document.heading(text);
    document.heading(text);
    document.subheading(text);
    document.small(text);
    document.paragraph(text);
    document.list(vec![text.to_owned(), text.to_owned()]);
    document.list(Vec::new());
    document.words(vec![Cell::coloured(text, Colour::Red), text.into()]);
    document.words(Vec::new());
    document.table(Table::default());
    document.table(table(3, 0));
    let mut filled = table(4, 2);
    filled.columns[0].title = text.to_owned();
    filled.rows[0][1] = Cell::coloured(text, Colour::Green);
    filled.rows[1] = vec![text.into()];
    document.table(filled);
    let mut drawing = Drawing::new(text, text, (100, 100));
    drawing.text((50, 50), Anchor::Middle, 10, text);
    document.picture(drawing);
    document.picture(Drawing::new(text, text, (0, 0)));
    document.new_page();
    document
}

/// A front and a slide with every kind of block.
pub(super) fn slides() -> Vec<Slide> {
    let slide = |title: &str, blocks| Slide {
        title: title.to_owned(),
        blocks,
        notes: vec!["Sig det roligt.".to_owned(), "Og vis tallet.".to_owned()],
    };
    vec![
        slide("Prøve på alt", every_block().blocks.into_iter().skip(1).take(1).collect()),
        slide("Overblik", every_block().blocks.into_iter().skip(1).take(3).collect()),
        slide("Tabel", every_block().blocks.into_iter().skip(6).take(2).collect()),
        slide("Billede", every_block().blocks.into_iter().skip(11).take(1).collect()),
    ]
}
