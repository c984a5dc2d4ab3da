//! The steps that a thing goes through, as a page shows them.

use serde::Serialize;

/// Where a step lies on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Done,
    Now,
    Next,
    /// The last step, done: the way ends here.
    End,
}

/// One step, said by the phrase `OF-WORD`.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    pub of: &'static str,
    pub word: &'static str,
    pub is: Place,
}

/// Steps of a way: those that are done, the first that is not, and those after it.
pub fn steps(of: &'static str, way: &[(&'static str, bool)]) -> Vec<Step> {
    let now = way.iter().position(|(_, is_done)| !is_done);
    let place = |at: usize, is_done: bool| match now {
        Some(now) if now == at => Place::Now,
        None if at + 1 == way.len() => Place::End,
        Some(_) | None if is_done => Place::Done,
        Some(_) | None => Place::Next,
    };
    way.iter()
        .enumerate()
        .map(|(at, (word, is_done))| Step { of, word, is: place(at, *is_done) })
        .collect()
}
