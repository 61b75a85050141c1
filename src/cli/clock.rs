//! The only place that knows what day it is.

#![expect(clippy::disallowed_methods, reason = "everything else is given a day")]

use crate::domain::Date;

/// Today where the user is.
pub(super) fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}
