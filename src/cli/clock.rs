//! The only place that knows what time it is, and who sits at the keyboard.

#![expect(clippy::disallowed_methods, reason = "everything else is given a day")]

use std::time::{Duration, Instant, SystemTime};

use jiff::tz::TimeZone;

use crate::domain::{Date, Timestamp};

/// Today where the user is.
pub(super) fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// This moment, to the second.
pub(super) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// How long something has taken, for those who wait; no result depends on it.
pub(super) struct Stopwatch(Instant);

impl Stopwatch {
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Where the user is.
pub(super) fn zone() -> TimeZone {
    TimeZone::system()
}

/// A moment as the clock on the wall shows it.
pub(super) fn on_the_clock(moment: SystemTime) -> Option<jiff::civil::DateTime> {
    Some(zone().to_datetime(Timestamp::try_from(moment).ok()?))
}

/// Who uses the program, as `RISIKO_USER` says, else as the computer knows them; empty where neither
/// does.
pub(super) fn who() -> String {
    let names =
        ["RISIKO_USER", "USERNAME", "USER"].into_iter().filter_map(|name| std::env::var(name).ok());
    names.map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}
