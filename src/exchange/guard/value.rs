//! One cell's content, from the reader crate's type to ours.

use calamine::{DataRef, DataType};

use crate::exchange::workbook::Value;

/// Days from the start of Excel's 1900 system to the start of the 1904 system.
const DAYS_1900_TO_1904: f64 = 1462.0;

/// How many bytes of text the content will hold.
pub(super) fn text_bytes(data: &DataRef<'_>) -> usize {
    match data {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.len()
        }
        DataRef::SharedString(text) => text.len(),
        _ => 0,
    }
}

/// The content as a [`Value`]; text that the reader owns is moved and not copied.
///
/// Missing: `None` is a number that is not finite. No content at all is
/// [`Value::FormulaWithoutResult`], because blank cells without a formula never come here.
pub(super) fn from_data(data: DataRef<'_>, counts_from_1904: bool) -> Option<Value> {
    let value = match data {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Value::Text(text)
        }
        DataRef::SharedString(text) => Value::Text(text.to_owned()),
        DataRef::Bool(flag) => Value::Boolean(flag),
        DataRef::Error(error) => Value::Error(error.to_string()),
        DataRef::Float(number) => Value::Number(finite(number)?),
        DataRef::Int(_) => Value::Number(finite(data.as_f64()?)?),
        DataRef::DateTime(date) if date.is_duration() => Value::Number(finite(date.as_f64())?),
        DataRef::DateTime(date) => {
            Value::Date { serial: serial(finite(date.as_f64())?, counts_from_1904) }
        }
        DataRef::Empty => Value::FormulaWithoutResult,
    };
    Some(value)
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// The serial in the 1900 system.
///
/// Below one there is no date, only a time of day, and that is the same in both systems.
fn serial(serial: f64, counts_from_1904: bool) -> f64 {
    if counts_from_1904 && serial >= 1.0 { serial + DAYS_1900_TO_1904 } else { serial }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    #[test]
    fn refuses_numbers_that_are_not_finite_in_every_shape() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(from_data(DataRef::Float(bad), false), None);
            for kind in [ExcelDateTimeType::DateTime, ExcelDateTimeType::TimeDelta] {
                let date = ExcelDateTime::new(bad, kind, false);
                assert_eq!(from_data(DataRef::DateTime(date), true), None);
            }
        }
    }

    #[test]
    fn gives_dates_in_the_1900_system() {
        let date = |serial| {
            let date = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, true);
            from_data(DataRef::DateTime(date), true)
        };
        // 23 November 2026 is day 46349, which a file that counts from 1904 stores as 44887.
        assert_eq!(date(44887.0), Some(Value::Date { serial: 46349.0 }));
        assert_eq!(date(0.5), Some(Value::Date { serial: 0.5 }));
    }

    #[test]
    fn takes_durations_as_numbers() {
        let duration = ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, true);
        assert_eq!(from_data(DataRef::DateTime(duration), true), Some(Value::Number(1.5)));
    }
}
