//! Entries of the journal are read for ever: an event that is stored today parses, hashes and is written alike tomorrow.

use jasaq::domain::{
    events::Event,
    journal::{Record, hash},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// The kept entries in their order: hash and exact bytes.
fn kept() -> Vec<(Vec<u8>, &'static str)> {
    let lines = include_str!("../fixtures/journal/events.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.split_once(' ').unwrap())
        .map(|(hash, payload)| (hex::decode(hash).unwrap(), payload))
        .collect()
}

#[test]
fn each_kept_entry_has_its_hash_and_is_written_as_it_was() {
    let mut previous = Vec::new();
    for (number, (kept, payload)) in (1..).zip(kept()) {
        assert_eq!(hash("fixture", &previous, number, payload.as_bytes()), kept, "{payload}");
        let record =
            Record::parse(payload.as_bytes()).unwrap_or_else(|error| panic!("{error}: {payload}"));
        assert_eq!(String::from_utf8(record.to_bytes().unwrap()).unwrap(), payload);
        previous = kept;
    }
}

#[test]
fn each_event_is_kept() {
    let kept: BTreeSet<&str> = kept()
        .iter()
        .map(|(_, payload)| Record::parse(payload.as_bytes()).unwrap().event.name())
        .collect();
    assert_eq!(kept, Event::names().into_iter().collect());
}

#[test]
fn an_entry_that_says_more_or_less_or_comes_from_another_version_is_not_read() {
    let (_, payload) = kept()[1];
    for (from, to) in [
        ("\"version\":2", "\"version\":3"),
        ("\"name\":\"squad_created\"", "\"name\":\"squad_founded\""),
        ("\"from\":\"proposed\"", "\"from\":\"planned\""),
        (",\"decision\"", ",\"note\":\"x\",\"decision\""),
        ("\"to\":\"created\",", ""),
        ("\"act\":\"create_squad\"", "\"act\":\"found_squad\""),
    ] {
        assert!(payload.contains(from), "{from}");
        assert!(Record::parse(payload.replace(from, to).as_bytes()).is_err(), "{to}");
    }
}

/// Ids, words of closed enums, times, and the edition: no other text is in any entry.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => {
            let is_word =
                text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            let is_time = text.parse::<jasaq::domain::time::Instant>().is_ok()
                || text.parse::<chrono::NaiveDate>().is_ok();
            is_word || is_time || text.parse::<jasaq::domain::edition::Edition>().is_ok()
        }
        Value::Array(values) => values.iter().all(is_plain),
        Value::Object(fields) => fields.values().all(is_plain),
    }
}

#[test]
fn kept_entries_hold_ids_words_numbers_and_times_only() {
    for (_, payload) in kept() {
        assert!(is_plain(&serde_json::from_str(payload).unwrap()), "{payload}");
    }
}
