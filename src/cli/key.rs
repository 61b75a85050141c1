//! `key`: a key pair to sign with.

use std::path::Path;

use super::Done;
use super::args::KeyCommand;
use super::failure::refuse;
use super::output::Console;
use super::signing::{key_refused, new_password};
use crate::finding::{Fact, Location};
use crate::store;
use crate::text;

pub(super) fn run(console: Console<'_>, command: &KeyCommand) -> anyhow::Result<Done> {
    match command {
        KeyCommand::New { name, no_password } => new(console, name, *no_password),
    }
}

fn new(console: Console<'_>, name: &Path, no_password: bool) -> anyhow::Result<Done> {
    let files = store::key_files(name);
    if let Some(taken) = files.taken() {
        return Err(refuse(Location::File(taken.display().to_string()), Fact::KeyExists {}));
    }
    let (secret, public) = (files.secret.display().to_string(), files.public.display().to_string());
    let password = match no_password {
        true => None,
        false => Some(new_password(console, &secret)?),
    };
    let made = files.make(password)?;
    let (id, public_key) = made.map_err(|fault| key_refused(&files.secret, fault))?;
    for line in text::signature::key_made(console.lang, &id, &secret, &public) {
        console.say(&line);
    }
    console.print(&format!("{public_key}\n"));
    Ok(Done::Clean)
}
