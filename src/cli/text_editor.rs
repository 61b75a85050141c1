//! A text in the user's own editor: the only place that starts another program, and only where the user
//! asks for it by a key.

use std::io;
use std::process::Command;

use super::surroundings;
use crate::store::TemporaryText;

/// What became of a text in the user's editor; nothing where no editor is named.
///
/// # Errors
/// The editor cannot be started or says that it failed, or the text is no UTF-8; the text is then as
/// before.
pub(super) fn edited(text: &str) -> io::Result<Option<String>> {
    let Some(command) = surroundings::editor() else { return Ok(None) };
    let Some((program, arguments)) = command.split_first() else { return Ok(None) };
    let file = TemporaryText::new(text)?;
    let status = Command::new(program).args(arguments).arg(file.path()).status()?;
    match status.success() {
        true => file.text().map(Some),
        false => Err(io::Error::other(format!("{program}: {status}"))),
    }
}
