//! Whether a person of a list has stood on another one: a flag and nothing more, for the vetting officer.

use crate::storage::db::schema::{list_entry, membership};

diesel::alias! {
    pub(in crate::storage) const OTHER: Alias<Other> = membership as other_membership;
    pub(in crate::storage) const OTHER_ENTRY: Alias<OtherEntry> = list_entry as other_entry;
}

/// Whether the person of a membership stands, or has stood, on another list that travelled.
macro_rules! is_known_elsewhere {
    () => {
        dsl::exists(
            OTHER
                .filter(OTHER.field(membership::person_id).eq(membership::person_id))
                .filter(OTHER.field(membership::id).ne(membership::id))
                .filter(dsl::exists(
                    OTHER_ENTRY
                        .filter(
                            OTHER_ENTRY
                                .field(list_entry::membership_id)
                                .eq(OTHER.field(membership::id)),
                        )
                        .filter(OTHER_ENTRY.field(list_entry::sent_in).is_not_null()),
                )),
        )
    };
}
pub(in crate::storage) use is_known_elsewhere;
