//! The workbench on the full screen: a frame, and a key with the frame that it leads to.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use risiko::text::Lang;
use risiko::workbench::{Effect, Key, Keymap, Opening, Workbench, draw};

use crate::full::Shipped;
use crate::{median, median_of, ratio, time};

/// As on a large screen, with all three panes.
const SIZE: (u16, u16) = (200, 60);

/// Prints how long a frame takes against writing the same screen alone, and how long a key takes with
/// everything that it leads to but the disk.
pub(crate) fn measure(shipped: &Shipped) {
    let assessment = shipped.full(0);
    let mut workbench = Workbench::new(Opening {
        today: assessment.as_of,
        assessment,
        earlier: vec![shipped.full(1)],
        others: None,
        catalogue: shipped.catalogue.clone(),
        method: shipped.method.clone(),
        lang: Lang::Da,
        by: "Anna".to_owned(),
        at: shipped.catalogue.activities.keys().nth(40).cloned(),
        keys: Keymap::default(),
        is_plain: false,
    });
    // Every threat that the catalogue suggests.
    for key in [Key::Char('t'), Key::Char('t')] {
        workbench.press(key);
    }
    let screen = || Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    let mut terminal = screen();
    let mut bare = screen();
    let text = "\u{2502}".repeat(usize::from(SIZE.0) * usize::from(SIZE.1));
    let alone = median(|| {
        bare.draw(|frame| {
            let lines = ratatui::widgets::Paragraph::new(text.as_str());
            let lines = lines.wrap(ratatui::widgets::Wrap { trim: false });
            frame.render_widget(lines, frame.area());
        })
        .unwrap();
    });
    let frame = median(|| {
        terminal.draw(|frame| draw(&workbench, frame)).unwrap();
    });
    ratio("a frame of the workbench, against a screen of text", frame, alone);
    let keys = [Key::Down, Key::Char('3'), Key::Char('2'), Key::PageDown, Key::Char('u')];
    let mut press = |key: Key| {
        let pressed = workbench.press(key);
        if let Effect::Keep(kept) = pressed {
            workbench.kept(*kept, None);
        }
        terminal.draw(|frame| draw(&workbench, frame)).unwrap();
    };
    let times = (0..9).flat_map(|_| keys).map(|key| time(&mut || press(key)));
    let times: Vec<_> = times.collect();
    let slowest = times.iter().max().copied().unwrap_or_default();
    println!("  a key and its frame: {:.1?}, at most {slowest:.1?}", median_of(times));
}
