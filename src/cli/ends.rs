//! Being asked to end, or to stand aside, while something stays on the screen.

#[cfg(unix)]
use std::io::IsTerminal as _;
#[cfg(unix)]
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Whether the system asks the program to end, so that the terminal is set back first.
pub(super) struct Ends(#[cfg(unix)] Arc<AtomicBool>);

impl Ends {
    #[cfg(unix)]
    pub(super) fn watched() -> Self {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        use signal_hook::flag::{register, register_conditional_shutdown};
        let asked = Arc::default();
        // Where a signal cannot be watched the program ends as any other does.
        for signal in [SIGTERM, SIGINT] {
            let _ = register(signal, Arc::clone(&asked));
        }
        // The terminal is gone: there is nothing to set back, and waiting for its keys would never end.
        // What was accepted is in the file.
        let _ = register_conditional_shutdown(SIGHUP, 1, Arc::new(AtomicBool::new(true)));
        leave_with_the_terminal();
        Self(asked)
    }

    #[cfg(not(unix))]
    pub(super) fn watched() -> Self {
        Self()
    }

    #[cfg(unix)]
    pub(super) fn asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    #[cfg(not(unix))]
    pub(super) fn asked(&self) -> bool {
        false
    }
}

/// Ends the program when its terminal is gone without a signal, as where a shell under `nohup` takes it for
/// itself: the library that reads the keys would ask for the next one for ever.
#[cfg(unix)]
fn leave_with_the_terminal() {
    const LOOK: std::time::Duration = std::time::Duration::from_secs(1);
    let is_there = || std::io::stdin().is_terminal();
    if !is_there() {
        return;
    }
    std::thread::spawn(move || {
        while is_there() {
            std::thread::sleep(LOOK);
        }
        std::process::exit(1)
    });
}

/// Stops until the shell calls the program back; elsewhere than on Unix nothing does.
pub(super) fn stand_aside() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}
