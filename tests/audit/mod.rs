//! The journal, and what auditors see.

mod journal;
mod pages;
