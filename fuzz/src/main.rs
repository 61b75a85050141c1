//! Fuzzes one form of file, the one that `RISIKO_FORM` names: it must be read, or refused with a place. Run by
//! `.ci/fuzz`.
#![no_main]
#![allow(clippy::disallowed_methods, reason = "files of the fuzzer, not of the program")]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/support"]
mod support {
    pub mod ods;
    pub mod package;
    pub mod pieces;
    pub mod readers;
    pub mod shipped;
}

use std::cell::LazyCell;
use std::path::Path;
use std::{env, fs};

use libfuzzer_sys::fuzz_target;
use support::pieces;
use support::readers::{self, Form, Outcome, unplaced};

thread_local! {
    static FORM: LazyCell<Form> = LazyCell::new(form);
}

/// The form that is asked for.
fn form() -> Form {
    let asked = env::var("RISIKO_FORM").expect("RISIKO_FORM names a form");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/files").join(&asked);
    fs::create_dir_all(&folder).expect("a folder");
    let forms = readers::texts().into_iter().chain(pieces::forms(&folder));
    let mut forms = forms.chain([readers::journal(&folder, Vec::new())]);
    forms.find(|form| form.folder() == asked).expect("RISIKO_FORM is a form")
}

/// The file that the tests begin with, beside what earlier runs have found.
fn plant() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    FORM.with(|form| {
        let folder = corpus.join(form.folder());
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("seed"), &form.seed).expect("a file");
    });
}

fuzz_target!(init: plant(), |bytes: &[u8]| {
    FORM.with(|form| {
        if let Outcome::Refused(findings) = (form.read)(bytes) {
            let wrong = unplaced(&findings, bytes);
            assert!(wrong.is_none(), "{wrong:?}");
        }
    });
});
