//! Counts statements, so that a page's budget can be kept by a test and its cost stands in the log.

use diesel::connection::{Instrumentation, InstrumentationEvent};
use std::cell::Cell;

thread_local! {
    static STATEMENTS: Cell<u32> = const { Cell::new(0) };
}

/// How many statements this thread has sent, the beginnings and ends of transactions not counted.
#[must_use]
pub fn sent() -> u32 {
    STATEMENTS.get()
}

/// Counts the statements of one connection for the thread that uses it.
pub(super) struct Counter;

impl Instrumentation for Counter {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            let text = query.to_string();
            if !["BEGIN", "COMMIT", "ROLLBACK", "SET", "PRAGMA"]
                .iter()
                .any(|word| text.starts_with(word))
            {
                STATEMENTS.set(STATEMENTS.get() + 1);
            }
        }
    }
}
