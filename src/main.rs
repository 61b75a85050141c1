//! The program `risiko`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    risiko::cli::run(std::env::args_os())
}
