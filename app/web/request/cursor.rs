//! A moment as it is written into the address of the next page, and read back.

use crate::domain::time::Instant;
use chrono::DateTime;

/// The moment in an address: microseconds, which both databases keep.
#[must_use]
pub fn write_moment(at: Instant) -> String {
    at.and_utc().timestamp_micros().to_string()
}

/// The moment that an address names, if it names one since 1970.
#[must_use]
pub fn read_moment(text: &str) -> Option<Instant> {
    let micros = text.parse().ok().filter(|micros| *micros >= 0)?;
    DateTime::from_timestamp_micros(micros).map(|at| at.naive_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_back_as_it_was_written() {
        let at =
            Instant::parse_from_str("2026-11-22 04:05:06.789012", "%Y-%m-%d %H:%M:%S%.f").unwrap();
        assert_eq!(read_moment(&write_moment(at)), Some(at));
        for none in ["", "x", "-1", "9999999999999999999999"] {
            assert_eq!(read_moment(none), None, "{none}");
        }
    }
}
