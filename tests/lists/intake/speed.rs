//! How long lists take; the figures hold for `--release`, a debug build gets ten times as long.

use std::time::{Duration, Instant};

use jasaq::intake::read;

use super::lists::workbook;

fn time(people: u32, allowed: Duration) {
    let bytes = workbook(people);
    let start = Instant::now();
    let report = read(&bytes, "list.xlsx").unwrap();
    let taken = start.elapsed();
    println!("{people} people, {} bytes: {taken:?}", bytes.len());
    assert_eq!(report.rows.len(), people as usize);
    assert!(report.rows.iter().all(|row| row.iin.is_some() && row.birth_date.is_some()));
    let allowed = if cfg!(debug_assertions) { allowed * 10 } else { allowed };
    assert!(taken < allowed, "{people} people took {taken:?}");
}

#[test]
fn a_thousand_people_are_read_in_well_under_a_second() {
    time(1_000, Duration::from_millis(300));
}

#[test]
fn the_longest_list_is_read_in_a_few_seconds() {
    time(50_000, Duration::from_secs(5));
}
