//! Why nothing of a form was kept.

/// Why nothing of a form was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// There was no place for it.
    Busy,
    /// It is larger than any form of ours.
    TooLarge,
}
