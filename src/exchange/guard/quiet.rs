//! Catching a panic of the reader crate without a word on stderr.
//!
//! The panic hook belongs to the whole process, while several threads may read workbooks at the
//! same time. So one hook is installed once; it asks a flag of the panicking thread whether to
//! stay silent, and hands every other panic to the hook that was there before.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::thread;

use super::error::clip;

thread_local! {
    /// How many [`contain`] calls this thread is inside of.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

static INSTALLED: Once = Once::new();

/// Runs `work` and turns a panic into its message.
///
/// Errors: the panic's message, clipped.
pub(super) fn contain<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    install_hook();
    let _silence = Silence::begin();
    // Nothing that `work` changed is looked at after a panic: the caller gets the message only.
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let text = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied());
        clip(text.unwrap_or("no message"))
    })
}

fn install_hook() {
    // Changing the hook while this very thread unwinds would abort the process.
    if thread::panicking() {
        return;
    }
    INSTALLED.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !is_silent() {
                previous(info);
            }
        }));
    });
}

/// Whether panics of this thread are expected; `false` while the thread is being torn down.
fn is_silent() -> bool {
    DEPTH.try_with(|depth| depth.get() > 0).unwrap_or(false)
}

/// Keeps the hook silent for this thread until dropped, also when dropped by a panic.
struct Silence;

impl Silence {
    fn begin() -> Self {
        DEPTH.set(DEPTH.get().saturating_add(1));
        Self
    }
}

impl Drop for Silence {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get().saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_a_panic_into_its_message() {
        let result: Result<(), _> = contain(|| panic!("række {}", 7));
        assert_eq!(result, Err("række 7".to_owned()));
        assert_eq!(contain(|| 5), Ok(5));
    }

    #[test]
    fn is_silent_on_the_reading_thread_only() {
        assert!(!is_silent());
        let (inside, elsewhere) = contain(|| {
            let elsewhere = thread::spawn(is_silent).join().unwrap();
            (is_silent(), elsewhere)
        })
        .unwrap();
        assert!(inside);
        assert!(!elsewhere);
        assert!(!is_silent());
    }

    #[test]
    fn stays_silent_when_nested_and_speaks_again_afterwards() {
        let outer = contain(|| {
            let _ = contain(|| panic!("inner"));
            is_silent()
        });
        assert_eq!(outer, Ok(true));
        assert!(!is_silent());
    }
}
