//! The screen without signs that simple terminals do not have: lines of `+`, `-` and `|`.

use ratatui::buffer::Buffer;

/// Draws every sign that is no letter with one that every terminal has. Letters stay, æøå among them.
pub(super) fn draw(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut signs = cell.symbol().chars();
        let (Some(sign), None) = (signs.next(), signs.next()) else { continue };
        if let Some(plain) = plain(sign) {
            cell.set_char(plain);
        }
    }
}

fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '─' | '–' | '—' => '-',
        '═' => '=',
        '│' | '║' => '|',
        '┌' | '┐' | '└' | '┘' | '╔' | '╗' | '╚' | '╝' | '├' | '┤' | '┬' | '┴' | '┼' => {
            '+'
        }
        '▶' | '→' => '>',
        '←' => '<',
        '↑' => '^',
        '↓' => 'v',
        '…' => '~',
        '·' | '•' => '.',
        '×' => 'x',
        '✓' => '*',
        '█' => '_',
        _ => return None,
    })
}
