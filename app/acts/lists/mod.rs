//! Acts on member lists (clause 19): an akimat builds and sends a list, the subdivision receives, vets and answers it.

pub mod add_candidates;
pub mod attach_copies;
pub mod copy_pages;
pub mod copy_repeats;
pub mod correct_candidate;
pub mod derive_list_state;
pub mod match_copies;
pub mod note_registers;
pub mod receive_list;
pub mod remove_people;
pub mod return_entries;
pub mod return_outcomes;
pub mod send_list;
pub mod take_back_outcome;
pub mod withdraw_candidate;
