//! Assesses the risk of the personal data that Danish municipalities hold.
//!
//! Layers point inwards; `tests/architecture.rs` holds them:
//!
//! | module | may use | what it is |
//! |---|---|---|
//! | [`domain`] | – | types and their invariants |
//! | [`finding`] | domain | registry of codes, places, facts |
//! | [`engine`] | domain, finding | pure functions: score, explain, check |
//! | [`text`] | domain, finding, engine | Danish and English wording |
//! | [`guide`] | domain, engine, text | assessing one question at a time |
//! | [`workbench`] | domain, finding, engine, text | the full screen: keys in, panes out |
//! | [`store`] | domain, finding | YAML, embedded catalogue, atomic writes |
//! | [`exchange`] | domain, finding, engine, text | Excel and CSV, in and out |
//! | [`report`] | domain, finding, engine, text, exchange | facts and documents of each command |
//! | [`render`] | domain, report | documents to text |
//! | [`cli`] | all | the command line |
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::expect_used,
        reason = "a failing test may say so"
    )
)]

pub mod cli;
pub mod domain;
pub mod engine;
pub mod exchange;
pub mod finding;
pub mod guide;
pub mod render;
pub mod report;
pub mod store;
pub mod text;
pub mod workbench;
