//! The journal, and what auditors see.

mod events;
mod journal;
mod pages;
