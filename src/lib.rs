//! Assesses the risk of the personal data that Danish municipalities hold.
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

pub mod domain;
pub mod engine;
pub mod finding;
pub mod store;
pub mod text;
