//! The way of every system call that changes a file, so that tests can make any of them fail, or stop
//! the program at it as a power cut does. In the program itself it adds nothing.

#[cfg(not(test))]
use std::io;

/// What a call does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    /// Opens or makes a file.
    Open,
    /// Sets the length of a file.
    Cut,
    /// Writes bytes.
    Write,
    /// Makes a file or folder durable.
    Sync,
    /// Sets permissions.
    Permit,
    /// Gives a file another name.
    Rename,
    /// Takes a file away.
    Remove,
    /// Takes a lock.
    Lock,
}

#[cfg(not(test))]
pub(super) fn call<T>(_call: Call, run: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    run()
}

#[cfg(test)]
pub(super) use plan::call;

#[cfg(test)]
pub(crate) use plan::{Fault, Plan};

#[cfg(test)]
mod plan {
    use std::cell::RefCell;
    use std::io;

    use super::Call;

    /// What happens at a call.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Fault {
        /// The call fails, and nothing is done.
        Fails(io::ErrorKind),
        /// The program ends before the call: neither it nor any later one is carried out.
        StopsBefore,
        /// The program ends behind the call.
        StopsBehind,
    }

    /// Makes one call of this thread go wrong, until it is dropped.
    pub(crate) struct Plan;

    struct State {
        left: usize,
        fault: Fault,
        is_dead: bool,
        calls: Vec<Call>,
    }

    thread_local! {
        static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
    }

    impl Plan {
        /// The call with this number goes wrong, counted from 0.
        pub(crate) fn at(number: usize, fault: Fault) -> Self {
            let state = State { left: number, fault, is_dead: false, calls: Vec::new() };
            STATE.with_borrow_mut(|slot| *slot = Some(state));
            Self
        }

        /// How many calls there have been since.
        pub(crate) fn calls(&self) -> usize {
            STATE.with_borrow(|slot| slot.as_ref().map_or(0, |state| state.calls.len()))
        }
    }

    impl Drop for Plan {
        fn drop(&mut self) {
            STATE.with_borrow_mut(|slot| *slot = None);
        }
    }

    enum Way {
        Run,
        Refuse(io::Error),
        RunAndStop,
    }

    fn way(call: Call) -> Way {
        STATE.with_borrow_mut(|slot| {
            let Some(state) = slot else { return Way::Run };
            let number = state.calls.len();
            state.calls.push(call);
            if state.is_dead {
                return Way::Refuse(io::Error::other("the program has ended"));
            }
            if number != state.left {
                return Way::Run;
            }
            match state.fault {
                Fault::Fails(kind) => Way::Refuse(kind.into()),
                Fault::StopsBefore => {
                    state.is_dead = true;
                    Way::Refuse(io::Error::other("the program ends here"))
                }
                Fault::StopsBehind => {
                    state.is_dead = true;
                    Way::RunAndStop
                }
            }
        })
    }

    pub(in super::super) fn call<T>(
        call: Call,
        run: impl FnOnce() -> io::Result<T>,
    ) -> io::Result<T> {
        match way(call) {
            Way::Run => run(),
            Way::Refuse(error) => Err(error),
            Way::RunAndStop => {
                let _carried_out = run();
                Err(io::Error::other("the program has ended"))
            }
        }
    }
}
