//! What ships with the program, read once.
#![expect(clippy::unwrap_used, reason = "a failing test may say so")]
#![allow(unreachable_pub, reason = "some test crates take it as a module of their own")]

use std::sync::LazyLock;

use risiko::domain::{Catalogue, Method};
use risiko::store::{embedded_catalogue, embedded_method, embedded_method_ids};

/// The shipped catalogue, parsed once for all tests of a crate.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| embedded_catalogue().unwrap());
    &CATALOGUE
}

/// A shipped method, parsed once.
pub fn method(id: &str) -> &'static Method {
    static METHODS: LazyLock<Vec<Method>> = LazyLock::new(|| {
        let ids = embedded_method_ids();
        ids.iter().map(|id| embedded_method(id).unwrap().unwrap()).collect()
    });
    METHODS.iter().find(|method| method.id.as_str() == id).unwrap()
}
