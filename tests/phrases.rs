//! phrases
